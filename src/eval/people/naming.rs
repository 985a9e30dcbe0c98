//! Names of people in a sentence: where one begins and ends, and which words may be a family name.
//!
//! In: a word of a sentence. Out: whether it may be of a name, and the name. Whose it is is not its subject.

use std::collections::BTreeSet;
use std::ops::Range;

use super::nouns;
use super::phrase::Phrase;
use super::phrase::suffix;
use super::reader::Reader;
use super::verbs;
use crate::eval::person;
use crate::eval::words::Gap;

/// Names told before.
#[derive(Debug, Default)]
pub(super) struct Known {
    family: BTreeSet<String>,
    given: BTreeSet<String>,
}

impl Known {
    /// Takes in a name, family name last.
    pub(super) fn learn(&mut self, name: &[String]) {
        let mut own = name.iter().filter(|word| !suffix(word));
        let (first, last) = (own.next(), own.next_back());
        match (first, last) {
            (Some(first), Some(last)) => {
                self.family.insert(last.clone());
                if first.len() > 2 && !nouns::place_or_month(first) {
                    self.given.insert(first.clone());
                }
            }
            (Some(only), None) if !self.given(only) => {
                self.family.insert(only.clone());
            }
            _ => {}
        }
    }

    /// Whether a word is a family name told before.
    pub(super) fn family(&self, word: &str) -> bool {
        self.family.contains(word)
    }

    /// Whether a word is a given name told before.
    pub(super) fn given(&self, word: &str) -> bool {
        self.given.contains(word)
    }
}

impl Reader<'_> {
    /// Whether a word may be one of a name.
    pub(super) fn namely(&self, word: usize) -> bool {
        self.capital(word)
            && (!nouns::no_name(self.at(word)) || self.surname(word) || self.given_month(word))
            && (nouns::noun(self.at(word)).is_none() || self.surname(word))
            && !verbs::befalls(self.at(word))
    }

    /// Whether a word is a family name told before.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.known.family(word) || self.here.family(word)
    }

    /// «53-year-old April Stone», «April Stone, 53,»: a month as a given name, where an age says so.
    fn given_month(&self, word: usize) -> bool {
        crate::value::month(self.at(word)).is_some()
            && self.capital(word + 1)
            && self.close(word + 1)
            && !nouns::no_name(self.at(word + 1))
            && (self.finder.age_ends(word) && self.close(word)
                || self.gap(word + 2) == Gap::Comma && self.numeral(word + 2).is_some())
    }

    /// «Johnnie was shot at home»: a given name alone, where a verb or a genitive shows that it is no place's.
    pub(super) fn called(&self, at: usize) -> bool {
        (self.known.given(self.at(at)) || self.here.given(self.at(at))) && self.alone(at)
    }

    /// Whether a verb or a genitive behind a name of one word shows that it is somebody's.
    fn alone(&self, at: usize) -> bool {
        let before = self.finder.scene.words.near(at, -1);
        let next = self.at(at + 1);
        let verb = verbs::be(next)
            || verbs::befalls(next)
            || verbs::says(next)
            || verbs::adverb(next)
            || matches!(next, "had" | "has" | "who" | "did" | "went" | "and")
            || next.len() > 4 && next.ends_with("ed");
        let genitive = self.gap(at + 1) == Gap::Apostrophe;
        let tells = genitive || verb && self.close(at + 1) && !self.capital(at + 1);
        let article = matches!(before, "the" | "a" | "an" | "this" | "that");
        !self.title && tells && !article && (genitive || !verbs::preposition(before))
    }

    /// «Theo Park, 17,», «Ana May»: a month or a kind of place as a family name, where an age or an earlier mention says so.
    pub(super) fn surname(&self, word: usize) -> bool {
        // «Howard Farmer, 64,»: work as a family name.
        let work = || {
            nouns::noun(self.at(word)).is_some_and(|noun| {
                noun.hint.is_none()
                    && noun.sex.is_none()
                    && !noun.plural
                    && !noun.young
                    && !self.title
            })
        };
        let capital = self.finder.scene.words.is_capital(word);
        if self.knows(self.at(word)) && capital && self.alone(word) {
            return true;
        }
        (nouns::place_or_month(self.at(word)) || work())
            && capital
            && word > 0
            && self.close(word)
            && self.namely(word - 1)
            && (self.told_as_somebody(word + 1) || self.knows(self.at(word)))
    }

    /// Whether an age stands apart behind a name: «, 17,», «(17)», «, who was 17,», «, a 17-year-old boy».
    fn told_as_somebody(&self, at: usize) -> bool {
        let numeral = |at: usize| self.age(at).is_some() || self.numeral(at).is_some();
        let ends = |at: usize| self.gap(at) >= Gap::Comma;
        let apart = matches!(self.gap(at), Gap::Comma | Gap::Break);
        let behind = |(end, _)| (end..end + 2).any(|i| nouns::noun(self.at(i)).is_some());
        let article = matches!(self.at(at), "a" | "an") && self.age(at + 1).is_some();
        let described = article && self.age(at + 1).is_some_and(behind);
        let who = self.at(at) == "who" && verbs::be(self.at(at + 1)) && numeral(at + 2);
        let aged = matches!(self.at(at), "aged" | "age" | "also") && numeral(at + 1);
        apart
            && (self.age(at).is_some()
                || self.numeral(at).is_some() && ends(at + 1)
                || who && ends(at + 3)
                || aged
                || described
                || article && (2..=3).any(|k| nouns::noun(self.at(at + k)).is_some()))
    }

    /// The words of a name from `at` on.
    pub(super) fn name(&self, at: usize) -> usize {
        let mut to = at;
        while to < self.end && to < at + 6 {
            let joins = to == at
                || self.close(to)
                || self.gap(to) == Gap::Quote
                || (self.gap(to) == Gap::Comma && suffix(self.at(to)));
            // «Lucas de la Cruz»
            let inner = matches!(
                self.at(to),
                "de" | "la" | "van" | "von" | "del" | "al" | "bin" | "el" | "da"
            ) && to > at
                && self.namely(to + 1);
            if !joins || !(self.namely(to) || inner || suffix(self.at(to)) && to > at) {
                break;
            }
            to += 1;
        }
        to
    }

    pub(super) fn take_name(&self, range: Range<usize>) -> Vec<String> {
        let words: Vec<String> = range.map(|i| self.at(i).to_owned()).collect();
        let titles = words
            .iter()
            .take_while(|word| person::is_title(word))
            .count();
        let from = if titles < words.len() { titles } else { 0 };
        words[from..].to_vec()
    }

    /// «Ana and Bo Ruiz»: the end of the second name.
    pub(super) fn and_another(&self, at: usize) -> Option<usize> {
        let to = self.name(at + 1);
        (self.at(at) == "and" && self.close(at) && self.close(at + 1) && to > at + 1).then_some(to)
    }

    /// «Ana and Bo Ruiz»: the first name's family name stands behind the second.
    pub(super) fn shared_name(&self, at: usize, end: usize) -> Option<Vec<String>> {
        let before = self.finder.scene.words.near(at, -1);
        let to = self.and_another(end)?;
        // «from Los Ranos and Bo Ruiz»: the rest of another name.
        let rest = at > 0 && self.capital(at - 1) && self.close(at);
        let fits = end == at + 1
            && !rest
            && to == end + 3
            && !self.title
            && !self.knows(self.at(at))
            && !matches!(before, "in" | "at" | "near" | "on" | "outside" | "between")
            && !suffix(self.at(to - 1));
        fits.then(|| vec![self.at(at).to_owned(), self.at(to - 1).to_owned()])
    }

    /// «Ana and Bo Ruiz, 34 and 51,», «…, both 34,»: two of one name, each with an age.
    pub(super) fn two_of_a_name(&self, phrase: &mut Phrase, first: usize) -> Option<()> {
        let to = self.and_another(first + 1)?;
        let shares = to > first + 3 && self.gap(to) == Gap::Comma;
        let both = usize::from(self.at(to) == "both");
        let one = self.number(to + both)?;
        let last = to + both + 1;
        if !shares {
            return None;
        }
        let end = if both == 1 {
            phrase.ages.push(one);
            last
        } else {
            let other = self.number(last + 1).filter(|_| self.at(last) == "and")?;
            phrase.ages.extend([one, other]);
            last + 2
        };
        if self.gap(end) < Gap::Comma && !verbs::be(self.at(end)) {
            phrase.ages.clear();
            return None;
        }
        phrase.plural = true;
        phrase.count = Some(2);
        phrase.definite = true;
        phrase.words.end = end;
        Some(())
    }
}
