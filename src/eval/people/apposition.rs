//! What follows somebody's phrase and is part of it: «…, 49», «, a 55-year-old man,», «named Ana Ruiz».
//!
//! In: a phrase and the words after it. Out: the phrase, longer, with the ages and names told there.

use super::nouns;
use super::phrase::Age;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::reader::Reader;
use super::verbs;
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

    fn take_age(&self, phrase: &mut Phrase, at: usize) -> bool {
        let both = phrase.plural && self.at(at) == "both";
        let who = self.at(at) == "who" && matches!(self.at(at + 1), "is" | "was" | "are" | "were");
        let lead = if who {
            2
        } else {
            usize::from(both || matches!(self.at(at), "aged" | "age" | "ages"))
        };
        let Some((end, age)) = self
            .age(at + lead)
            .or_else(|| self.bare(phrase, at + lead, lead > 0))
            .filter(|(end, _)| !who || self.gap(*end) >= Gap::Comma)
        else {
            return false;
        };
        // «a man, a 12-year-old»: an article before it makes it a phrase of its own; here it stands bare.
        if lead == 0 && self.gap(at) < Gap::Comma {
            return false;
        }
        // «Two men, 27-year-old Ana Ruiz and …» is another phrase.
        let said = age.span.of(self.finder.scene.text);
        if lead == 0
            && said.contains("-old")
            && (self.namely(end) || nouns::noun(self.at(end)).is_some())
            && self.close(end)
        {
            return false;
        }
        phrase.ages.push(age);
        phrase.words.end = end;
        if both {
            phrase.count = Some(2);
        } else if phrase.plural {
            self.more_ages(phrase);
        }
        true
    }

    /// «two men, 24 and 31», «the boys, both 17», «a man, 49,»: numbers that nothing else follows.
    fn bare(&self, phrase: &Phrase, at: usize, told: bool) -> Option<(usize, Age)> {
        let comma = self.gap(at) == Gap::Comma || (self.gap(at) == Gap::Break && self.opens(at));
        if !(told || comma) || phrase.noun.is_none() && phrase.name.is_empty() {
            return None;
        }
        let age = self.number(at)?;
        let next = at + 1;
        let closes = self.gap(next) >= Gap::Comma
            || matches!(
                self.at(next),
                "and" | "of" | "was" | "were" | "who" | "died" | "is" | "has" | "after" | "from"
            );
        (closes || told).then_some((next, age))
    }

    /// «He was 34.», «Pell, of Carrow, was 34»: a number that nothing else follows.
    pub(super) fn predicate(&self, phrase: &mut Phrase) {
        let at = phrase.words.end;
        if !phrase.ages.is_empty()
            || phrase.plural
            || !matches!(self.at(at), "was" | "is")
            || !self.close(at)
            || phrase.shape == Shape::Full && phrase.name.is_empty() && !phrase.definite
        {
            return;
        }
        let Some(age) = self.number(at + 1).filter(|age| age.years < 110.0) else {
            return;
        };
        let closes = self.gap(at + 2) >= Gap::Comma || self.at(at + 2) == "and";
        if closes && self.close(at + 1) {
            phrase.ages.push(age);
            phrase.words.end = at + 2;
        }
    }

    fn opens(&self, at: usize) -> bool {
        self.finder
            .scene
            .words
            .get(at)
            .is_some_and(|word| self.finder.scene.text[..word.span.start as usize].ends_with('('))
    }

    fn number(&self, at: usize) -> Option<Age> {
        let years = self.numeral(at)?;
        let word = self.finder.scene.words.get(at)?;
        (years > 0).then_some(Age {
            years: f64::from(u32::try_from(years).ok()?),
            span: word.span,
        })
    }

    /// «24, 31 and 40» after the first.
    fn more_ages(&self, phrase: &mut Phrase) {
        let mut at = phrase.words.end;
        while at < self.end {
            let and = usize::from(self.at(at) == "and");
            if and == 0 && self.gap(at) != Gap::Comma {
                break;
            }
            let next = at + and;
            let Some((end, age)) = self
                .age(next)
                .or_else(|| self.number(next).map(|age| (next + 1, age)))
            else {
                break;
            };
            let closes = self.gap(end) >= Gap::Comma || !nouns::noun(self.at(end)).is_some();
            if !closes {
                break;
            }
            phrase.ages.push(age);
            phrase.words.end = end;
            at = end;
        }
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
        let Some(other) = self.core(at) else {
            return false;
        };
        let mut other = other;
        if other.ages.is_empty() && !other.name.is_empty() {
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
        let tells = article && !phrase.name.is_empty() && other.name.is_empty() && !other.kin;
        // «One person, a 22-year-old man, was cut.»
        let one = self.at(phrase.words.start) == "one";
        let ages = article
            && (phrase.definite || phrase.other || one)
            && !other.ages.is_empty()
            && !phrase.kin;
        // «his father, the victim» does not occur; «his son, a 12-year-old,» does.
        let ages = ages || (article && phrase.kin && !other.ages.is_empty());
        // «A, B and C» is a list.
        let list = comma
            && names
            && other.ages.is_empty()
            && self.at(other.words.end) == "and"
            && self.gap(other.words.end) == Gap::Space
            && self.namely(other.words.end + 1);
        if !(comma && (names || tells || ages) && !list
            || (!comma && names && !other.ages.is_empty()))
        {
            return false;
        }
        phrase.words.end = other.words.end;
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
