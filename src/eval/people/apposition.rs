//! What follows somebody's phrase and is part of it: «…, 49», «, a 55-year-old man,», «named Ana Ruiz».
//!
//! In: a phrase and the words after it. Out: the phrase, longer, with the ages and names told there.

use super::phrase::Phrase;
use super::reader::Reader;
use super::reader::number_word;
use super::vehicle;
use super::verbs;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;

impl Reader<'_> {
    /// «…, 49», «(49)», «aged 49», «, a 55-year-old man,», «named Ana Ruiz».
    pub(super) fn appositions(&self, phrase: &mut Phrase) {
        for _ in 0..3 {
            let at = phrase.words.end;
            if phrase.ages.is_empty() && self.take_age(phrase, at) {
                continue;
            }
            let identified =
                matches!(self.at(at), "identified" | "known") && self.at(at + 1) == "as";
            if identified && !phrase.plural && phrase.name.is_empty() {
                let end = phrase.words.end;
                phrase.words.end = at + 2;
                if self.merge(phrase, at + 2) {
                    continue;
                }
                phrase.words.end = end;
            }
            if matches!(self.at(at), "named" | "called") && self.close(at) && phrase.name.is_empty()
            {
                let to = self.name(at + 1);
                if to > at + 1 {
                    phrase.name = self.take_name(at + 1..to);
                    phrase.words.end = to;
                    continue;
                }
            }
            if !self.merge(phrase, at) {
                return;
            }
        }
    }

    /// «Ana Ruiz, a student and basketball player,»: a bare noun behind «and» tells more of the same person.
    fn and_also(&self, at: usize) -> usize {
        // «a father of two and …»
        let children = number_word(self.at(at + 1)).is_some() && self.at(at) == "of";
        let at = at + 2 * usize::from(children);
        if self.at(at) != "and" || !self.close(at) || !self.close(at + 1) {
            return at;
        }
        self.core(at + 1)
            .filter(|more| {
                let bare = more.ages.is_empty() && more.name.is_empty() && more.count.is_none();
                // «a father of two and a six-year veteran»
                let article = more.article && !self.served(at + 2);
                bare && !(article || more.definite || more.plural || more.other || more.none)
            })
            .map_or(at, |more| more.words.end)
    }

    /// An apposition after a comma, or a name with its age right after a noun.
    fn merge(&self, phrase: &mut Phrase, at: usize) -> bool {
        let known_as = at > 0 && self.at(at - 1) == "as";
        let comma = self.gap(at) == Gap::Comma || known_as;
        if phrase.plural
            || !(comma || self.close(at))
            || at >= self.end
            || verbs::preposition(self.at(at))
        {
            return false;
        }
        // «her son, Max, 9,»
        if comma
            && phrase.kin
            && phrase.name.is_empty()
            && phrase.ages.is_empty()
            && (self.namely(at) || self.capital(at) && crate::value::month(self.at(at)).is_some())
            && self.gap(at + 1) == Gap::Comma
            && self.gap(at + 2) >= Gap::Comma
            && let Some(age) = self.number(at + 1)
        {
            phrase.name = self.take_name(at..at + 1);
            phrase.ages.push(age);
            phrase.words.end = at + 2;
            return true;
        }
        let Some(other) = self.core(at) else {
            return false;
        };
        let mut other = other;
        if other.ages.is_empty() && (!other.name.is_empty() || self.at(other.words.end) == "of") {
            let end = other.words.end;
            self.take_age(&mut other, end);
        }
        let both_aged = !phrase.ages.is_empty() && !other.ages.is_empty();
        let both_named = !phrase.name.is_empty() && !other.name.is_empty();
        let sexes = phrase.sex.is_some() && other.sex.is_some() && phrase.sex != other.sex;
        let article = matches!(self.at(at), "a" | "an" | "the");
        if other.plural
            || both_aged
            || both_named
            || sexes
            || other.other
            || other.none
            || phrase.none
        {
            return false;
        }
        let names = phrase.name.is_empty() && !other.name.is_empty() && phrase.noun.is_some();
        // «a man, Ana Ruiz, told police»: an indefinite noun may be another one; with an age it is the same.
        let names = names
            && (known_as
                || phrase.definite
                || !other.ages.is_empty()
                || !phrase.ages.is_empty()
                || phrase.other);
        // «According to Sheriff Bo Lind, a 38-year-old woman was shot»: the subject, where no comma closes it.
        let source = according_to(self.finder.scene, phrase.words.start)
            && self.gap(other.words.end) < Gap::Comma;
        let tells =
            article && !source && !phrase.name.is_empty() && other.name.is_empty() && !other.kin;
        // «One person, a 22-year-old man, was cut.»
        let one = self.at(phrase.words.start) == "one";
        let ages = article
            && !source
            && (phrase.definite || phrase.other || one)
            && !other.ages.is_empty()
            && !phrase.kin;
        // «A passenger, a 16-year-old girl, was hurt.»
        let role = phrase.article
            && phrase.name.is_empty()
            && phrase.ages.is_empty()
            && phrase.noun.as_deref().is_some_and(vehicle::is_part)
            && self.gap(other.words.end) >= Gap::Comma;
        let ages = ages || article && !source && role && !other.ages.is_empty();
        // «his father, the victim» does not occur; «his son, a 12-year-old,» does.
        let ages = ages || (article && phrase.kin && !other.ages.is_empty());
        // «The other driver, a woman, died.»
        let sexed = article
            && phrase.definite
            && !phrase.kin
            && !phrase.plural
            && phrase.sex.is_none()
            && phrase.name.is_empty()
            && phrase.ages.is_empty()
            && other.name.is_empty()
            && other.ages.is_empty()
            && matches!(
                other.noun.as_deref(),
                Some("man" | "woman" | "boy" | "girl")
            )
            && self.gap(other.words.end) == Gap::Comma
            && self.at(other.words.end) != "and";
        // «A, B and C» is a list.
        let list = comma
            && names
            && other.ages.is_empty()
            && self.at(other.words.end) == "and"
            && self.gap(other.words.end) == Gap::Space
            && self.namely(other.words.end + 1);
        if !(comma && (names || tells || ages || sexed) && !list
            || (!comma && names && !other.ages.is_empty()))
        {
            return false;
        }
        phrase.words.end = other.words.end;
        if tells {
            phrase.words.end = self.and_also(other.words.end);
        }
        phrase.ages.append(&mut other.ages);
        if phrase.name.is_empty() {
            phrase.name = other.name;
        }
        phrase.noun = phrase.noun.take().or(other.noun);
        phrase.sex = phrase.sex.or(other.sex);
        phrase.hint = phrase.hint.or(other.hint);
        phrase.young |= other.young;
        true
    }
}

/// «according to County Sheriff Bo Lind»: the phrase that starts at a word only says who tells it.
pub(super) fn according_to(scene: &Scene<'_>, start: usize) -> bool {
    let words = scene.words;
    (1..=4)
        .take_while(|&k: &isize| {
            let before = start.checked_sub(k.unsigned_abs() - 1);
            k == 1
                || before
                    .and_then(|at| words.get(at))
                    .is_some_and(|word| word.capital)
        })
        .any(|k| words.near(start, -k) == "to" && words.near(start, -k - 1) == "according")
}
