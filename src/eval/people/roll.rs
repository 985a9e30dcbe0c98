//! Lists of those who were hit: behind a colon, behind «The victims:», or one in each line below.
//!
//! In: a sentence read for what befell whom. Out: those listed, with what the words above the list say of them.

use super::cast::Cast;
use super::line::Line;
use super::nouns::Hint;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Form;
use super::verbs::Harm;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;

/// What the lines below tell of everybody whom they list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Roll {
    /// Whether they died or were hurt, if it is told.
    pub(super) fate: Option<Harm>,
}

/// Whether a sentence is nothing but an entry of a list: a name with its age at the beginning of a line, and no verb.
pub(super) fn entry(scene: &Scene<'_>, sentence: usize, phrases: &[Phrase]) -> bool {
    let range = scene.words.of_sentence(sentence);
    let Some(phrase) = phrases.first() else {
        return false;
    };
    let from = scene.reading.sentences[sentence].span.start as usize;
    let line = scene.text[..from].trim_end_matches([' ', '\t', '-', '*', '•', '–', '—']);
    let begins = line.is_empty() || line.ends_with('\n');
    let own = phrase.shape == Shape::Full && !phrase.name.is_empty() && phrase.ages.len() == 1;
    let quiet = range.clone().all(|at| {
        let word = scene.words.at(at);
        !verbs::be(word)
            && !verbs::says(word)
            && !verbs::befalls(word)
            && !matches!(
                word,
                "has" | "had" | "have" | "suspect" | "gunman" | "shooter"
            )
    });
    begins
        && own
        && phrase.words.start == range.start
        && (phrase.words.end >= range.end || scene.words.gap(phrase.words.end) >= Gap::Comma)
        && quiet
        && range.len() <= 14
}

impl Line<'_> {
    /// What the lines below say if they are a list: «The victims:», «Three people were killed.»
    pub(super) fn opens_roll(&self, cast: &Cast) -> Option<Roll> {
        let end = self.scene.reading.sentences[self.sentence].span.end as usize;
        let colon = self.scene.text[..end].trim_end().ends_with(':');
        let accused = (0..self.items.len()).any(|at| verbs::accused(self.word(at)))
            || self
                .phrases
                .iter()
                .any(|phrase| phrase.hint == Some(Hint::Culprit));
        if accused {
            return None;
        }
        if colon
            && let Some(roll) = self
                .heading(self.items.len())
                .or_else(|| self.they_are(cast))
        {
            return Some(roll);
        }
        let told = self.told_fate(self.items.len());
        let several = (0..self.phrases.len()).any(|person| {
            let phrase = &self.phrases[person];
            phrase.plural
                && phrase.ages.is_empty()
                && !matches!(phrase.hint, Some(Hint::Duty | Hint::Beside))
                && self.who[person]
                    .iter()
                    .all(|&one| cast.member(one).told.harm >= 3)
        });
        let nominal = (1..self.items.len()).any(|at| {
            matches!(self.word(at - 1), "those" | "the")
                && (verbs::harm(self.word(at)).is_some_and(|(_, form)| form == Form::Past)
                    || self.word(at) == "dead")
        });
        (several || nominal)
            .then_some(())
            .and(told)
            .map(|fate| Roll { fate: Some(fate) })
    }

    /// «They are:», behind a sentence that tells what befell them.
    fn they_are(&self, cast: &Cast) -> Option<Roll> {
        let (&[one], 2..=4) = (
            &(0..self.phrases.len()).collect::<Vec<_>>()[..],
            self.items.len(),
        ) else {
            return None;
        };
        let told: Vec<_> = self.who[one]
            .iter()
            .map(|&who| &cast.member(who).told)
            .collect();
        let hit = !told.is_empty() && told.iter().all(|told| told.harm >= 3);
        let died = told.iter().all(|told| told.died && !told.hurt);
        (hit && self.phrases[one].shape == Shape::Group).then_some(Roll {
            fate: died.then_some(Harm::Killed),
        })
    }

    /// Those of a line are what the words above say of all.
    pub(super) fn on_roll(&self, roll: Roll, cast: &mut Cast) {
        if !self.phrases.is_empty() {
            self.struck(&[0], cast, 3, roll.fate);
        }
    }

    /// «The victims:», «The dead:», «Among the wounded:»: what the words before a colon alone say of those behind it.
    fn heading(&self, colon: usize) -> Option<Roll> {
        if colon > 8 || (0..colon).any(|at| verbs::accused(self.word(at)) || self.unsaid(at)) {
            return None;
        }
        let fate = self.told_fate(colon);
        let mut persons = (0..colon).filter_map(|at| self.person(at));
        match (persons.next(), persons.next()) {
            (Some(one), None) => {
                let phrase = &self.phrases[one];
                let victims = phrase.hint == Some(Hint::Victim)
                    && phrase.name.is_empty()
                    && phrase.ages.is_empty()
                    && !phrase.none;
                victims.then_some(Roll {
                    fate: fate.or(phrase.fate),
                })
            }
            (None, _) => {
                let nominal = (1..colon).any(|at| {
                    matches!(self.word(at - 1), "the" | "those")
                        && (verbs::harm(self.word(at)).is_some() || self.word(at) == "dead")
                });
                (nominal || colon == 1 && fate.is_some())
                    .then_some(())
                    .and(fate)
                    .map(|fate| Roll { fate: Some(fate) })
            }
            _ => None,
        }
    }

    /// What the words before an item say became of somebody.
    fn told_fate(&self, end: usize) -> Option<Harm> {
        let told = |at: usize| match verbs::harm(self.word(at)) {
            Some((harm, Form::Past)) if !self.unsaid(at) => Some(harm),
            _ => matches!(self.word(at), "died" | "dead" | "deceased").then_some(Harm::Killed),
        };
        let all: Vec<Harm> = (0..end).filter_map(told).collect();
        if all.contains(&Harm::Killed) {
            Some(Harm::Killed)
        } else {
            all.first().copied()
        }
    }

    /// «Four people were killed: Ana Ruiz, 23; Owen Ruiz, 25; …»
    pub(super) fn listed(&self, cast: &mut Cast) {
        let Some(colon) =
            (1..self.items.len()).find(|&at| self.gap(at) == Gap::Break && self.colon(at))
        else {
            return;
        };
        if let Some(first) = self.person(colon)
            && let Some(roll) = self.heading(colon)
        {
            self.struck(&self.list_from(first), cast, 3, roll.fate);
            return;
        }
        let list: Vec<usize> = (colon..self.items.len())
            .filter_map(|at| self.person(at))
            .collect();
        let full = |person: &usize| self.phrases[*person].ages.len() == 1;
        let fate = (0..colon).find_map(|at| match verbs::harm(self.word(at)) {
            Some((harm, Form::Past)) if self.passive(at).is_some() && !self.unsaid(at) => {
                Some(harm)
            }
            // «The shooting injured three people: …»
            Some((harm, Form::Past | Form::Gerund | Form::Present))
                if !self.unsaid(at)
                    && self.person(self.object(at)).is_some_and(|person| {
                        self.phrases[person].plural || self.list_from(person).len() > 1
                    }) =>
            {
                Some(harm)
            }
            _ => matches!(self.word(at), "died" | "dead").then_some(Harm::Killed),
        });
        let accused = (0..self.items.len()).any(|at| verbs::accused(self.word(at)));
        if let Some(fate) = fate
            && list.len() > 1
            && list.iter().all(full)
            && !accused
        {
            for &one in &list {
                self.struck(&[one], cast, 3, Some(fate));
            }
        }
    }
}
