//! What a sentence says of who did it, and of who somebody turned out to be.
//!
//! In: the words and the people of a sentence. Out: who is held to answer, and which two people are one.

use super::cast::Cast;
use super::line::Line;
use super::line::free;
use super::nouns::Hint;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Form;
use super::verbs::Harm;
use crate::eval::words::Gap;

impl Line<'_> {
    pub(super) fn blamed(&self, persons: &[usize], cast: &mut Cast, weight: i32) {
        for &person in persons {
            if self.phrases[person].none {
                continue;
            }
            for &one in &self.who[person] {
                cast.told(one).accused += weight;
            }
        }
    }

    pub(super) fn accused(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        if verbs::accused(&word) {
            if matches!(
                self.word(at + 1),
                "at" | "toward" | "towards" | "him" | "into"
            ) && word == "charged"
            {
                return;
            }
            if self.passive(at).is_some() {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, 3);
            } else if let Some(person) = self
                .person(at + 1)
                .filter(|_| self.gap(at + 1) < Gap::Comma)
            {
                let list = self.list_from(person);
                self.blamed(&list, cast, 3);
                for &one in &list {
                    self.taken[one] = true;
                }
            } else {
                let mut back = at;
                while back > 0 {
                    back -= 1;
                    if let Some(person) = self.person(back) {
                        let list = self.list_to(person);
                        self.blamed(&list, cast, 3);
                        break;
                    }
                    if !(verbs::adverb(self.word(back))
                        || matches!(self.word(back), "and")
                        || verbs::accused(self.word(back))
                        || verbs::be(self.word(back))
                        || matches!(self.word(back), "have" | "has" | "had"))
                    {
                        break;
                    }
                }
            }
            return;
        }
        match word.as_str() {
            "fired" | "fires" | "firing" => {
                let gun = matches!(
                    self.word(at + 1),
                    "at" | "shots"
                        | "several"
                        | "multiple"
                        | "into"
                        | "a"
                        | "his"
                        | "her"
                        | "six"
                        | "two"
                        | "three"
                        | "upon"
                        | "on"
                        | "rounds"
                        | "back"
                        | "the"
                        | "through"
                        | "four"
                        | "five"
                        | "one"
                );
                let alone = self.gap(at + 1) >= Gap::Comma;
                if (gun || alone) && self.passive(at).is_none() {
                    let subjects = self.subjects(at);
                    self.blamed(&subjects, cast, 2);
                }
            }
            "opened" | "opens" if self.word(at + 1) == "fire" => {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, 2);
            }
            "faces" | "facing" | "faced" | "pleaded" | "pled" | "surrendered" | "confessed"
            | "admitted" | "allegedly" | "fled" | "flees" => {
                let subjects = self.subjects(at);
                self.blamed(
                    &subjects,
                    cast,
                    if word == "fled" || word == "flees" {
                        1
                    } else {
                        2
                    },
                );
            }
            // «turned himself in», «is due in court», «want to speak to A»
            "turned" | "turns" | "turning"
                if matches!(self.word(at + 1), "himself" | "herself" | "themselves")
                    && matches!(self.word(at + 2), "in" | "over" | "into") =>
            {
                self.blamed(&self.subjects(at), cast, 3);
            }
            "court" | "arraignment"
                if matches!(self.back(at, 1), "in" | "for") || self.back(at, 2) == "in" =>
            {
                let due = (at.saturating_sub(5)..at).any(|i| {
                    matches!(
                        self.word(i),
                        "due" | "appear" | "appeared" | "appears" | "appearing"
                    )
                });
                if due {
                    self.blamed(&self.subjects(at), cast, 2);
                }
            }
            "to" | "with" | "question" | "interview" | "locate" | "find"
                if !matches!(word.as_str(), "to" | "with")
                    || matches!(self.back(at, 1), "speak" | "talk" | "speaking") =>
            {
                let want = (at.saturating_sub(5)..at).any(|i| {
                    matches!(
                        self.word(i),
                        "want"
                            | "wants"
                            | "wanted"
                            | "seek"
                            | "seeking"
                            | "hope"
                            | "hoping"
                            | "trying"
                            | "like"
                            | "asking"
                    )
                });
                if want && let Some(person) = self.person(at + 1) {
                    self.blamed(&self.list_from(person), cast, 2);
                }
            }
            // «found A guilty of killing B», «was found guilty»
            "guilty" => {
                let found = (at.saturating_sub(2)..at)
                    .rev()
                    .find_map(|i| self.person(i))
                    .map_or_else(|| self.subjects(at), |person| self.list_to(person));
                self.blamed(&found, cast, 3);
            }
            "custody" | "bond" | "bail" | "jail" | "prison" | "warrant" => {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, 2);
            }
            "arrest" | "against" | "for" | "arrests" | "as" => {
                // «Murder charge for Memphis boy»
                let answers = (1..=4).any(|k| {
                    at >= k
                        && self.gap(at + 1 - k) < Gap::Comma
                        && matches!(
                            self.back(at, k),
                            "charge" | "charges" | "trial" | "sentence" | "bail" | "bond"
                        )
                });
                let searched = word != "for"
                    || answers
                    || matches!(
                        self.back(at, 1),
                        "looking"
                            | "search"
                            | "searching"
                            | "warrant"
                            | "warrants"
                            | "hunt"
                            | "hunting"
                    );
                let sought = word != "arrest" && word != "arrests" || self.word(at + 1) == "of";
                let next = at + 1 + usize::from(word.starts_with("arrest"));
                let as_culprit = word != "as"
                    || (self.back(at, 1) == "suspect")
                    || (self.back(at, 1) == "identified" && self.back(at, 2) == "suspect");
                if searched
                    && sought
                    && as_culprit
                    && let Some(person) = self.person(next)
                    && word != "as"
                {
                    let list = self.list_from(person);
                    self.blamed(&list, cast, if word == "for" { 2 } else { 3 });
                }
            }
            _ => {}
        }
    }

    /// «identified the suspect as B», «the victim was identified as B», «the victim is B».
    pub(super) fn identified(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at);
        // «The victim is believed to be a 34-year-old man.»
        let to_be = at + 4 < self.items.len()
            && verbs::be(word)
            && matches!(
                self.word(at + 1),
                "believed" | "thought" | "reported" | "said" | "described" | "understood"
            )
            && (self.word(at + 2) == "to" && self.word(at + 3) == "be"
                || self.word(at + 2) == "as");
        let far = at
            + 1
            + if to_be {
                2 + usize::from(self.word(at + 2) == "to")
            } else {
                0
            };
        let copula = verbs::be(word)
            && self.person(far).is_some()
            && at > 0
            && self.person(at - 1).is_some();
        if let Some(one) = self.reduced(at) {
            if let Some(other) = self.person(at + 1) {
                self.unite(one, other, cast);
            }
            return;
        }
        if copula {
            if let (Some(one), Some(other)) = (self.person(at - 1), self.person(far)) {
                let aged = !self.phrases[other].ages.is_empty()
                    && self.phrases[one].ages.is_empty()
                    && self.phrases[one].definite;
                let name = (!self.phrases[other].name.is_empty() || aged)
                    && self.phrases[one].name.is_empty()
                    // «They were A, 24, and B, 31.»
                    && (self.phrases[one].shape == Shape::Full
                        || self.phrases[one].shape == Shape::Group
                            && self.list_from(other).len() > 1);
                if name && free(self.scene, &self.phrases[one]) {
                    self.unite(one, other, cast);
                }
            }
            return;
        }
        if !matches!(
            word,
            "identified"
                | "named"
                | "identify"
                | "identifies"
                | "identifying"
                | "id'd"
                | "described"
        ) {
            return;
        }
        let Some(as_at) = (at + 1..(at + 14).min(self.items.len())).find(|&i| self.word(i) == "as")
        else {
            return;
        };
        let Some(other) = self.person(as_at + 1).or_else(|| {
            // «as Springfield resident Ana Ruiz» starts with a place.
            (as_at + 2..as_at + 4).find_map(|i| self.person(i))
        }) else {
            return;
        };
        let one = if self.passive(at).is_some() {
            self.subject(at)
        } else {
            (at + 1..as_at)
                .filter(|&i| self.back(i, 1) != "by")
                .find_map(|i| self.person(i))
                .or_else(|| self.whom_they_name(at))
                .or_else(|| (0..at).rev().find_map(|i| self.person(i)))
        };
        let Some(one) = one else {
            return;
        };
        self.unite(one, other, cast);
    }

    /// «a man whom police identified as A»: whom the relative clause of the verb at `at` describes.
    fn whom_they_name(&self, at: usize) -> Option<usize> {
        let acting = (0..at).rev().find(|&i| self.person(i).is_some())?;
        let who = (acting.saturating_sub(3)..acting)
            .find(|&i| matches!(self.word(i), "who" | "whom" | "that"))?;
        who.checked_sub(1).and_then(|head| self.person(head))
    }

    /// «The man shot by police in Carrow on Monday was A, 51»: the subject of a copula, a participle and its words behind it.
    fn reduced(&self, be: usize) -> Option<usize> {
        if !matches!(self.word(be), "was" | "is" | "were" | "are") {
            return None;
        }
        let several = matches!(self.word(be), "were" | "are");
        let named = self.person(be + 1).is_some_and(|person| {
            let phrase = &self.phrases[person];
            !phrase.name.is_empty() || !phrase.ages.is_empty()
        });
        let from = (0..be)
            .rev()
            .take_while(|&at| {
                self.gap(at + 1) < Gap::Comma
                    && !matches!(
                        self.word(at),
                        "who" | "that" | "was" | "were" | "had" | "when" | "after"
                    )
            })
            .find(|&at| {
                self.person(at).is_some()
                    && verbs::harm(self.word(at + 1)).is_some_and(|(_, form)| form == Form::Past)
            })?;
        let one = self.person(from)?;
        let phrase = &self.phrases[one];
        // «The three children killed were a girl of 2, …»
        let several = several && phrase.plural && phrase.count.is_some();
        (named
            && from + 1 < be
            && phrase.definite
            && (!phrase.plural || several)
            && phrase.name.is_empty()
            && free(self.scene, phrase))
        .then_some(one)
    }

    fn unite(&self, one: usize, other: usize, cast: &mut Cast) {
        let (first, second) = (self.who[one].clone(), self.who[other].clone());
        // «The deceased were identified as A, 25, B, 20, and C, 26.»
        let dead = self.phrases[one].noun.as_deref() == Some("deceased")
            && matches!(
                self.scene.words.at(self.phrases[one].words.end),
                "were" | "are"
            );
        if self.phrases[one].plural || first.len() > 1 || dead {
            // «The victims were identified as A, 24, and B, 31.»
            let list = self.list_from(other);
            let victim = self.phrases[one].hint == Some(Hint::Victim)
                || first.iter().any(|&who| cast.member(who).told.harm > 0);
            let culprit = self.phrases[one].hint == Some(Hint::Culprit)
                || first.iter().any(|&who| cast.member(who).told.accused > 0);
            let died = first.iter().any(|&who| cast.member(who).told.died);
            // «Two 18-year-old men, identified as A and B, died.»
            if let [age] = self.phrases[one].ages[..]
                && self.phrases[one].count == Some(list.len())
            {
                for &other in list.iter().flat_map(|&other| &self.who[other]) {
                    cast.age_if_none(other, age);
                }
            }
            if victim {
                self.struck(&list, cast, 3, died.then_some(Harm::Killed));
            } else if culprit {
                self.blamed(&list, cast, 3);
            }
            return;
        }
        if let (&[first], &[second]) = (&first[..], &second[..]) {
            // «One victim was A, 24. The other was B, 31.»
            let left_out = self.phrases[one].other
                && self.phrases[one].words.len() == 2
                && self.phrases[one].noun.as_deref() == Some("person");
            if left_out && cast.only_victims(self.sentence) {
                self.struck(&[other], cast, 3, None);
            }
            let (one, other) = (cast.member(first), cast.member(second));
            let sexes = one.sex.is_none() || other.sex.is_none() || one.sex == other.sex;
            let ages = one.ages.is_empty()
                || other.ages.is_empty()
                || one.ages[0].years.to_bits() == other.ages[0].years.to_bits();
            let names = one.name.is_empty()
                || other.name.is_empty()
                || one.name.last() == other.name.last();
            if sexes && ages && names {
                cast.same(first, second);
            }
        }
    }
}
