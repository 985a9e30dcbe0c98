//! Whom words that name nobody stand for: «they met», «their talks», «the 33-year-old».
//!
//! In: a pronoun, a possessive or an age in a sentence. Out: whether it stands for the participants: they are the last named,
//! or the subject that it leads to.

use std::ops::Range;

use super::Who;
use super::WhoIs;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;

impl WhoIs<'_> {
    /// «The 33-year-old was convicted»: an age that stands for whom was spoken of, as a pronoun does, unless somebody else
    /// was told to be of that age.
    pub(super) fn is_age(&self, words: &Range<usize>) -> bool {
        let scene = self.scene;
        let the = scene.words.at(words.start) == "the";
        let aged = words.len() >= 3
            && scene.words.at(words.end - 1) == "old"
            && matches!(scene.words.at(words.end - 2), "year" | "years");
        if !the || !aged {
            return false;
        }
        let age = scene.words.at(words.end - 3);
        (0..self.sentence.words.start).all(|at| {
            scene.words.at(at) != age
                || scene
                    .entities_in(at.saturating_sub(3)..at + 6)
                    .any(|mention| self.who.contains(&mention.entity))
        })
    }

    /// Whose a thing is, where that is a person or body with a name: «Ardern's resignation».
    pub(in crate::eval) fn possessor(&self, phrase: usize) -> Option<Who> {
        let noun = self.sentence.noun(phrase)?;
        let owner = noun.owner.clone()?;
        let mention = self.scene.entities_in(owner).last()?;
        if noun.tag != Tag::Noun || self.is_people(phrase) || !self.scene.acts(mention.entity) {
            return None;
        }
        Some(if self.who.contains(&mention.entity) {
            Who::Own
        } else {
            Who::Other
        })
    }

    /// Whether a pronoun in `clause` stands for the participants: they are the last subjects before it.
    pub(crate) fn stands_for(&self, clause: usize) -> bool {
        let plural = self.sentence.clauses[clause]
            .subject
            .first()
            .is_some_and(|&phrase| {
                self.scene
                    .words
                    .at(self.sentence.phrases[phrase].words.start)
                    == "they"
            });
        let before = |limit: usize, sentence: &Sentence, asked: &WhoIs<'_>| -> Option<bool> {
            let mut seen = Vec::new();
            for phrase in 0..sentence.phrases.len() {
                if sentence.phrases[phrase].words.start >= limit {
                    break;
                }
                // «Ardern's resignation, which she announced»
                let one = asked
                    .possessor(phrase)
                    .unwrap_or_else(|| asked.who_is(phrase));
                if matches!(one, Who::Own | Who::Other) {
                    seen.push((sentence.phrases[phrase].place, one));
                }
            }
            let subjects: Vec<Who> = seen
                .iter()
                .filter(|(place, _)| *place == Place::Subject)
                .map(|&(_, one)| one)
                .collect();
            // «Kim told Lee when they met»: the plural takes in whoever is named.
            let all: Vec<Who> = if subjects.is_empty() || plural {
                seen.iter().map(|&(_, one)| one).collect()
            } else {
                subjects
            };
            if all.is_empty() {
                return None;
            }
            Some(all.contains(&Who::Own) && !all.contains(&Who::Other))
        };
        let first = self.sentence.clauses[clause]
            .subject
            .first()
            .map_or(self.sentence.words.start, |&phrase| {
                self.sentence.phrases[phrase].words.start
            });
        if let Some(found) = before(first, self.sentence, self) {
            return found;
        }
        for back in 1..=2 {
            let Some(index) = self.index.checked_sub(back) else {
                break;
            };
            let sentence = self.scene.syntax(index);
            let asked = self.in_sentence(index);
            if let Some(found) = before(usize::MAX, sentence, &asked) {
                return found;
            }
        }
        false
    }

    /// Whether a phrase that opens the sentence leads to a subject that is one of the participants, or their thing.
    fn leads_to_own(&self, phrase: usize) -> bool {
        (0..self.sentence.phrases.len())
            .filter(|&other| {
                let known = &self.sentence.phrases[other];
                known.words.start > self.sentence.phrases[phrase].words.start
                    && known.place == Place::Subject
            })
            .map(|other| self.possessor(other).unwrap_or_else(|| self.who_is(other)))
            .next()
            == Some(Who::Own)
            && !(0..self.sentence.phrases.len()).any(|other| {
                let known = &self.sentence.phrases[other];
                known.words.start < self.sentence.phrases[phrase].words.start
                    && known.place == Place::Subject
            })
    }

    /// «their talks»: the last named before are the participants.
    pub(in crate::eval) fn stands_for_owner(&self, phrase: usize) -> bool {
        let limit = self.sentence.phrases[phrase].words.start;
        // «Kao and Tarn met for their talks»: of a row everybody.
        let row = |one: usize| self.sentence.phrases[one].row.unwrap_or(one);
        let last = (0..self.sentence.phrases.len())
            .filter(|&other| self.sentence.phrases[other].words.start < limit)
            .map(|other| (other, self.who_is(other)))
            .rfind(|(_, one)| matches!(one, Who::Own | Who::Other))
            .map(|(at, one)| {
                let stranger =
                    (0..at).any(|other| row(other) == row(at) && self.who_is(other) == Who::Other);
                if stranger { Who::Other } else { one }
            });
        // «During his visit, Marek met …»: whoever the clause is about, where the words stand before its subject.
        let known = &self.sentence.phrases[phrase];
        let ahead: Vec<Who> = self.sentence.clauses[known.clause]
            .subject
            .iter()
            .filter(|&&subject| {
                self.sentence.phrases[subject].words.start > limit && known.preposition.is_some()
            })
            .map(|&subject| self.who_is(subject))
            .collect();
        match last {
            Some(one) => one == Who::Own,
            // «A year after his death, Mandela is everywhere»
            None if self.leads_to_own(phrase) => true,
            None if !ahead.is_empty() => ahead.iter().all(|one| *one == Who::Own),
            None => self.last_named_are_own() || self.who.len() > 1 && self.all_named(),
        }
    }

    /// Whether the sentence before names participants and nobody else.
    pub(in crate::eval) fn last_named_are_own(&self) -> bool {
        let Some(index) = self.index.checked_sub(1) else {
            return false;
        };
        let asked = self.in_sentence(index);
        asked.named_here() && !asked.strangers_here()
    }

    /// Whether the source names all participants.
    pub(in crate::eval) fn all_named(&self) -> bool {
        self.who.iter().all(|who| {
            self.scene
                .entities
                .iter()
                .any(|mention| mention.entity == *who)
        })
    }
}
