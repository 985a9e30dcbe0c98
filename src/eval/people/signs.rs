//! What only hints at who was hit: a vigil, a body found, somebody walking home when shots were fired.
//!
//! In: the words and the people of a sentence. Out: signs that weigh less than a verb of harm, so that an accusation
//! outweighs them; and who only speaks.

use super::cast::Cast;
use super::cast::Place;
use super::line::Item;
use super::line::Line;
use super::line::free;
use super::nouns;
use super::nouns::Hint;
use super::nouns::Sex;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Harm;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// What is held for the dead, and who mourns.
static MOURNING: &Table = table![
    "vigil vigils funeral funerals memorial memorials justice tribute tributes mourn mourns mourned mourning remember remembers remembered"
];

/// What goes on around somebody who is hit.
static GUNFIRE: &Table = table![
    "shot shots gunfire fired fire bullet bullets gunman gunmen approached struck hit attacked opened crash crashed explosion exploded collapsed"
];

impl Line<'_> {
    /// Reads the signs at a word.
    pub(super) fn signs(&self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        self.inverted(at, cast);
        match word.as_str() {
            _ if MOURNING.has(&word) => {
                let next = at + 1 + usize::from(matches!(self.word(at + 1), "for" | "to" | "the"));
                if let Some(person) = self.person(next).filter(|_| self.gap(next) < Gap::Comma) {
                    self.struck(&self.list_from(person), cast, 2, Some(Harm::Killed));
                } else if word == "remembered" && self.passive(at).is_some() {
                    self.struck(&self.subjects(at), cast, 2, Some(Harm::Killed));
                }
            }
            // «in memory of A», «mourn the loss of A»
            "memory" | "loss" if self.word(at + 1) == "of" => {
                if let Some(person) = self.person(at + 2) {
                    self.struck(&self.list_from(person), cast, 2, Some(Harm::Killed));
                }
            }
            // «She lost her daughter, 22-year-old Ana Ruiz, in the crash.»
            "lost" | "loses" | "losing"
                if self.person(at + 1).is_some_and(|person| {
                    let phrase = &self.phrases[person];
                    phrase.kin && phrase.noun.as_deref().is_some_and(nouns::kin)
                }) && self.gap(at + 1) < Gap::Comma =>
            {
                let list = self.person(at + 1).map(|person| self.list_from(person));
                self.struck(&list.unwrap_or_default(), cast, 2, Some(Harm::Killed));
            }
            "found" | "discovered" | "located" => {
                // Whom police find with a weapon, in hiding or unhurt was not hit.
                let other = (at + 1..(at + 10).min(self.items.len())).any(|i| {
                    matches!(
                        self.word(i),
                        "hiding"
                            | "armed"
                            | "holding"
                            | "sleeping"
                            | "asleep"
                            | "safe"
                            | "unharmed"
                            | "unhurt"
                            | "alive"
                            | "arrested"
                            | "custody"
                            | "weapon"
                            | "weapons"
                            | "handgun"
                            | "pistol"
                            | "rifle"
                            | "drugs"
                            | "guilty"
                            | "gun"
                            | "knife"
                            | "nearby"
                            | "crying"
                    )
                });
                if other {
                    return;
                }
                if let Some(person) = self.object_at(at + 1) {
                    self.struck(&self.list_from(person), cast, 2, None);
                } else if self.passive(at).is_some() {
                    self.struck(&self.subjects(at), cast, 2, None);
                }
            }
            "when" => self.amid(at, cast),
            "so" => self.likewise(at, cast),
            // «was ejected from the car», «was thrown to the pavement»
            "ejected" | "thrown"
                if self.passive(at).is_some()
                    && matches!(
                        self.word(at + 1),
                        "from" | "to" | "onto" | "out" | "into" | "clear" | "through" | ""
                    ) =>
            {
                self.struck(&self.subjects(at), cast, 2, None);
            }
            "wounds" | "injuries" | "killer" | "killers" | "shooter" | "attacker" => {
                if let Some(owner) = self.owner(at) {
                    self.struck(&[owner], cast, 2, None);
                }
            }
            "surgery" => {
                let patient = (at.saturating_sub(3)..at)
                    .any(|i| matches!(self.word(i), "underwent" | "in" | "undergoing" | "into"));
                if patient {
                    let subjects = self.subjects(at);
                    self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                    self.lives(&subjects, cast);
                }
            }
            "unhurt" | "unharmed" | "uninjured" | "unscathed" => {
                for person in self.subjects(at) {
                    for &one in &self.who[person] {
                        cast.told(one).unhurt = true;
                    }
                }
            }
            // «his shooting death», «her killing», «her injuries»
            "death" | "murder" | "killing" | "slaying"
                if (1..=2).any(|k| matches!(self.back(at, k), "his" | "her"))
                    && !matches!(self.back(at, 1), "alleged") =>
            {
                let her = self.back(at, 1) == "her" || self.back(at, 2) == "her";
                let sex = if her { Sex::Female } else { Sex::Male };
                let whose = (0..at)
                    .rev()
                    .filter_map(|at| self.person(at))
                    .find(|&person| {
                        let phrase = &self.phrases[person];
                        phrase.sex.is_none_or(|told| told == sex)
                            && !phrase.plural
                            && phrase.hint.is_none()
                    });
                if let Some(person) = whose {
                    self.struck(&[person], cast, 2, Some(Harm::Killed));
                }
            }
            // «leaves a wife and two sons», «is survived by …»: who is left behind lives.
            "leaves" | "survived" if self.left_behind(at).is_some() => {
                let kin = self.left_behind(at).unwrap_or_default();
                if word == "leaves" {
                    self.struck(&self.subjects(at), cast, 2, Some(Harm::Killed));
                }
                for person in kin {
                    for &one in &self.who[person] {
                        cast.told(one).unhurt = true;
                    }
                }
            }
            // «Divers found his body on Sunday.»
            "body" | "remains" if matches!(self.back(at, 1), "his" | "her") => {
                self.whose_body(at, cast);
            }
            "crossfire" => {
                self.struck(&self.subjects(at), cast, 2, Some(Harm::Hurt));
            }
            "behind"
                if matches!(self.back(at, 1), "leaves" | "left")
                    && self.person(at + 1).is_some() =>
            {
                self.struck(&self.subjects(at), cast, 2, Some(Harm::Killed));
            }
            _ => {}
        }
    }

    /// «A was seriously hurt, and so was B»: the same befell B.
    fn likewise(&self, at: usize, cast: &mut Cast) {
        let verb = matches!(self.word(at + 1), "was" | "were" | "did" | "is" | "are");
        let Some(person) = self
            .person(at + 2)
            .filter(|_| verb && self.gap(at + 2) < Gap::Comma)
        else {
            return;
        };
        let fate = (0..at)
            .rev()
            .take_while(|&i| !verbs::accused(self.word(i)))
            .find_map(|i| match verbs::harm(self.word(i)) {
                Some((harm, verbs::Form::Past)) if !self.unsaid(i) => self.passive(i).map(|_| harm),
                _ => verbs::dying(self.word(i)).then_some(Harm::Killed),
            });
        if let Some(fate) = fate {
            let list = self.list_from(person);
            self.struck(&list, cast, 3, Some(fate));
            if fate == Harm::Hurt {
                self.lives(&list, cast);
            }
        }
    }

    /// «his body was found»: whoever «he» would mean is dead. «his body camera» is a thing.
    fn whose_body(&self, at: usize, cast: &mut Cast) {
        let found = |i: usize| {
            matches!(
                self.word(i),
                "found" | "recovered" | "pulled" | "discovered" | "located" | "retrieved"
            )
        };
        let before = (2..=3).any(|k| at >= k && found(at - k));
        let after = verbs::be(self.word(at + 1)) && (at + 2..at + 4).any(found);
        let fine = after
            || before && (self.gap(at + 1) >= Gap::Comma || verbs::preposition(self.word(at + 1)));
        let whose = fine.then(|| self.owned_by(at - 1, cast)).flatten();
        let Some(who) = whose.filter(|&who| {
            let member = cast.member(who);
            member.told.accused == 0 && !matches!(member.hint, Some(Hint::Duty | Hint::Beside))
        }) else {
            return;
        };
        let told = cast.told(who);
        told.harm += 3;
        told.died = true;
    }

    /// Whom «his» or «her» at `at` means.
    pub(super) fn owned_by(&self, at: usize, cast: &Cast) -> Option<usize> {
        let Item::Word(word) = *self.items.get(at)? else {
            return None;
        };
        let mut phrase = Phrase::new(word..word + 1);
        phrase.shape = Shape::Pronoun;
        phrase.definite = true;
        phrase.sex = Some(if self.word(at) == "her" {
            Sex::Female
        } else {
            Sex::Male
        });
        cast.pronoun(&phrase, self.sentence, Place::Subject)
    }

    /// Kin whom «leaves», «leaves behind» or «survived by» names.
    fn left_behind(&self, at: usize) -> Option<Vec<usize>> {
        let next = at + 1 + usize::from(matches!(self.word(at + 1), "behind" | "by"));
        if self.word(at) == "survived" && self.word(at + 1) != "by" {
            return None;
        }
        let first = self.person(next)?;
        let kin = self.phrases[first].noun.as_deref().is_some_and(nouns::kin);
        kin.then(|| self.list_from(first))
    }

    /// «Killed was Ana Ruiz, 24.», «Dead are …», «The victims: Ana Ruiz, 24, …»
    fn inverted(&self, at: usize, cast: &mut Cast) {
        let first = at == 0 || self.gap(at) >= Gap::Break;
        let word = self.word(at);
        let fate = match verbs::harm(word) {
            Some((harm, verbs::Form::Past)) => Some(harm),
            _ => (word == "dead").then_some(Harm::Killed),
        };
        // «Also killed in the fire was …», «Among the dead were …».
        let opened = (0..at).all(|i| {
            matches!(
                self.word(i),
                "also" | "among" | "the" | "those" | "both" | "other" | "others" | "and" | "first"
            )
        });
        let be = (at + 1..(at + 9).min(self.items.len()))
            .take_while(|&i| self.person(i).is_none() && self.gap(i) < Gap::Comma)
            .find(|&i| {
                verbs::be(self.word(i))
                    || opened && matches!(self.word(i), "include" | "includes" | "included")
            });
        if let Some(fate) = fate
            && let Some(be) = be
            && (first || opened || self.back(at, 1) == "the" && (word == "dead" || be == at + 1))
            && let named = (be + 1..be + 5)
                .take_while(|&i| {
                    matches!(
                        self.word(i),
                        "identified" | "named" | "as" | "also" | "later" | "listed"
                    )
                })
                .count()
            && let Some(person) = self.person(be + 1 + named)
        {
            self.struck(&self.list_from(person), cast, 3, Some(fate));
        }
    }

    /// «Ana Ruiz, 24, was walking home when shots were fired.»
    fn amid(&self, at: usize, cast: &mut Cast) {
        let ahead = at + 1..(at + 14).min(self.items.len());
        // Who heard it is a witness.
        let witness = ahead.clone().any(|i| {
            matches!(
                self.word(i),
                "heard"
                    | "hear"
                    | "saw"
                    | "noticed"
                    | "woke"
                    | "awoke"
                    | "found"
                    | "smelled"
                    | "smelt"
                    | "learned"
            )
        });
        if witness {
            return;
        }
        // «was playing with the gun when it went off and hit a friend»: whom it hit stands behind the verb.
        let another = ahead.clone().any(|i| {
            let object = self.object(i);
            verbs::harm(self.word(i)).is_some()
                && self.acts(object, i)
                && self
                    .person(object)
                    .is_some_and(|person| self.phrases[person].shape == Shape::Full)
        });
        if another {
            return;
        }
        let close = ahead.clone().any(|i| GUNFIRE.has(self.word(i)));
        let doing = (at.saturating_sub(12)..at)
            .any(|i| self.word(i).ends_with("ing") && verbs::be(self.back(i, 1)));
        if close && doing {
            self.struck(&self.subjects(at), cast, 2, None);
        }
    }

    fn object_at(&self, at: usize) -> Option<usize> {
        self.person(at)
            .filter(|_| self.gap(at) < Gap::Comma && self.acts(at, at - 1))
    }

    /// «The driver was not hurt», «She did not survive.»
    pub(super) fn spared(&self, at: usize, cast: &mut Cast) {
        let outlived = matches!(self.word(at), "survive" | "live")
            && matches!(self.back(at, 1), "not" | "didnt")
            && (self.gap(at + 1) >= Gap::Comma || self.word(at) == "survive");
        if outlived {
            self.struck(&self.subjects(at), cast, 3, Some(Harm::Killed));
            return;
        }
        let badly = matches!(
            self.back(at, 1),
            "seriously" | "badly" | "critically" | "severely" | "fatally" | "gravely"
        );
        let not = !badly
            && (1..=2).any(|k| at >= k && matches!(self.word(at - k), "not" | "wasnt" | "werent"));
        if not
            && matches!(
                self.word(at),
                "hurt" | "injured" | "harmed" | "hit" | "wounded"
            )
        {
            for person in self.subjects(at) {
                for &one in &self.who[person] {
                    cast.told(one).unhurt = true;
                }
            }
        }
    }

    /// Who is introduced without a deed: «Ana Ruiz, 34, was …», «Ana Ruiz, 34, of Carrow», a headline's «Ana Ruiz, 34».
    pub(super) fn introduced(&self, cast: &mut Cast) {
        for (at, item) in self.items.iter().enumerate() {
            let Item::Person(person) = *item else {
                continue;
            };
            let phrase = &self.phrases[person];
            let next = self.word(at + 1);
            let told = (verbs::be(next)
                || matches!(
                    next,
                    "had"
                        | "has"
                        | "have"
                        | "of"
                        | "and"
                        | "died"
                        | "did"
                        | "later"
                        | "whose"
                        | "from"
                        | ""
                        | "lived"
                        | "worked"
                        | "graduated"
                        | "attended"
                        | "leaves"
                        | "grew"
                        | "served"
                        | "loved"
                        | "coached"
                        | "taught"
                        | "moved"
                ))
                && !self.witness(at)
                && !(verbs::be(next) && self.somebody_else(at + 2));
            let tells = free(self.scene, phrase) && told && !self.taken[person];
            if tells && !phrase.ages.is_empty() {
                for &one in &self.who[person] {
                    cast.told(one).neutral = true;
                }
            }
        }
    }

    /// «was the victim's brother», «was not among the dead», «was a neighbor»: what stands behind «be» sets them apart.
    fn somebody_else(&self, at: usize) -> bool {
        matches!(self.word(at), "not" | "never")
            || self.person(at).is_some_and(|person| {
                let phrase = &self.phrases[person];
                let owner = self.scene.words.gap(phrase.words.end) == Gap::Apostrophe;
                let other = matches!(phrase.hint, Some(Hint::Duty | Hint::Beside | Hint::Culprit));
                owner || phrase.kin || other
            })
    }

    /// Whether somebody heard, saw or told of it.
    fn witness(&self, at: usize) -> bool {
        (at..(at + 16).min(self.items.len())).any(|i| {
            matches!(
                self.word(i),
                "heard"
                    | "saw"
                    | "called"
                    | "calling"
                    | "stayed"
                    | "cooperating"
                    | "cooperated"
                    | "witnessed"
                    | "noticed"
                    | "woke"
                    | "unhurt"
                    | "unharmed"
                    | "court"
            )
        })
    }

    /// Who says something.
    pub(super) fn speakers(&self, cast: &mut Cast) {
        for (at, item) in self.items.iter().enumerate() {
            let Item::Person(person) = *item else {
                continue;
            };
            let before = free(self.scene, &self.phrases[person]) && verbs::says(self.word(at + 1));
            let after = verbs::says(self.back(at, 1))
                && at >= 1
                && self.gap(at - 1) >= Gap::Quote
                && self.gap(at) < Gap::Comma;
            if before || after {
                for &one in &self.who[person] {
                    cast.told(one).speaks = true;
                }
            }
        }
    }
}
