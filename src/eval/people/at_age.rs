//! Ages told of the time at which somebody was hit: «was shot dead at the age of 17», «died at age 81».
//!
//! In: the words and the people of a sentence. Out: an age for whom the nearest verb hit. The age at which somebody did
//! anything else («joined the navy at the age of 19») is not theirs.

use super::cast::Cast;
use super::line::Item;
use super::line::Line;
use super::line::free;
use super::nouns;
use super::phrase::Age;
use super::verbs;
use super::verbs::Form;
use crate::eval::words::Gap;

impl Line<'_> {
    /// Reads «at the age of» at `at`.
    pub(super) fn at_age(&self, at: usize, cast: &mut Cast) {
        let Some(age) = self.age_behind(at) else {
            return;
        };
        let Some(struck) = self.struck_before(at) else {
            return;
        };
        let subjects = match self.passive(struck) {
            Some(be) => self.subjects(be),
            None => self.subjects(struck),
        };
        let [subject] = subjects[..] else {
            return;
        };
        if let [one] = self.who[subject][..]
            && cast.member(one).told.harm >= 3
            && !(self.names_a_year() && Self::others_hit(one, cast))
            // «Her sister was killed at age 15, years before» is of another time.
            && !cast.member(one).nouns.iter().any(|noun| nouns::kin(noun))
        {
            cast.age_if_none(one, age);
        }
    }

    /// Whether the sentence names a year: with others told of before, it is of another time than theirs.
    fn names_a_year(&self) -> bool {
        let words = self.scene.words;
        words.of_sentence(self.sentence).any(|at| {
            let word = words.at(at);
            word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.chars().all(|c| c.is_ascii_digit())
        })
    }

    fn others_hit(one: usize, cast: &Cast) -> bool {
        let one = cast.root(one);
        let first = cast.member(one).words.start;
        cast.all()
            .any(|member| member.told.harm >= 3 && !member.aside && member.words.start < first)
    }

    /// «at age 17», «at the age of 17», «aged 17»
    fn age_behind(&self, at: usize) -> Option<Age> {
        let number = match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("at", "age", _) => at + 2,
            ("at", "the", "age") if self.word(at + 3) == "of" => at + 4,
            ("at", "just", _) => at + 2,
            ("aged", _, _) => at + 1,
            _ => return None,
        };
        let Item::Word(word) = *self.items.get(number)? else {
            return None;
        };
        let written = self.scene.words.at(word);
        let years: u32 = written.parse().ok().filter(|_| written.len() <= 2)?;
        let ends = matches!(
            self.word(number + 1),
            "" | "by" | "in" | "on" | "after" | "when" | "while" | "at" | "as" | "outside" | "near"
        ) || self.gap(number + 1) >= Gap::Comma;
        (years > 0 && ends).then_some(Age {
            years: f64::from(years),
            span: self.scene.words.get(word)?.span,
        })
    }

    /// The verb of harm or of dying that the words at `at` go with: no other verb and no other subject stands between.
    fn struck_before(&self, at: usize) -> Option<usize> {
        const FARTHEST: usize = 10;
        for back in (at.saturating_sub(FARTHEST)..at).rev() {
            if self.gap(back + 1) >= Gap::Comma {
                return None;
            }
            if let Some(person) = self.person(back) {
                if free(self.scene, &self.phrases[person]) {
                    return None;
                }
                continue;
            }
            let word = self.word(back);
            let passive = verbs::harm(word).is_some_and(|(_, form)| form == Form::Past)
                && self.passive(back).is_some();
            if passive || matches!(word, "died" | "dies" | "perished" | "drowned") {
                return Some(back);
            }
            // «was shot dead at the age of 17»
            if verbs::dying(word) {
                continue;
            }
            let name = match self.items[back] {
                Item::Word(word) => self.scene.words.is_capital(word),
                Item::Person(_) => false,
            };
            if name {
                continue;
            }
            let verb = verbs::be(word)
                || word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
            if verb || verbs::joint(word) && !matches!(word, "the" | "a" | "an" | "his" | "her") {
                return None;
            }
        }
        None
    }
}
