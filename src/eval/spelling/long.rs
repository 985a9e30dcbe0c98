//! Slips in names of three and more words: «Recep Tayip Erdogan», «Ursula van der Leyen».
//!
//! In: the words at a place, and a person of the story. Out: whether they are that person's full name with one word written
//! wrongly. The other words are right, so that it can hardly be anybody else; but in a name that has the family first, short
//! words that differ in a letter are often two people's, and there somebody's role must stand right before.

use std::ops::Range;

use super::capital;
use super::pair_of_names;
use super::shape::PARTICLES;
use super::short;
use crate::eval::person;
use crate::eval::person::Person;
use crate::eval::words;
use crate::eval::words::Gap;
use crate::eval::words::Words;
use crate::rule::Entity;

/// A name of so many words is told by the others when one of them is wrong.
const LONG: usize = 3;

/// The folded words of a person's full name, if there are enough of them.
pub(in crate::eval) fn name(entity: &Entity) -> Option<Vec<String>> {
    Some(words::fold(&entity.name)).filter(|name| name.len() >= LONG)
}

/// A full name of which one word is written otherwise.
pub(super) struct Written<'w> {
    pub(super) words: Range<usize>,
    /// Which word of the name it is.
    part: usize,
    right: &'w str,
    /// How it is written.
    wrong: &'w str,
}

/// The words from `at` that are `name` but for one word.
pub(super) fn find<'w>(name: &'w [String], words: &'w Words, at: usize) -> Option<Written<'w>> {
    let end = at + name.len();
    let sentence = words.get(at)?.sentence;
    let goes_on = |i: usize| {
        words.get(i).is_some_and(|word| {
            word.sentence == sentence && matches!(word.gap, Gap::Space | Gap::Hyphen)
        })
    };
    if !capital(words, at)
        || !capital(words, end - 1)
        || !(at + 1..end).all(goes_on)
        // «Recep Tayip Erdogan University»
        || goes_on(end) && capital(words, end) && !person::is_title(words.at(end))
    {
        return None;
    }
    let mut wrong = (0..name.len()).filter(|&part| words.at(at + part) != name[part]);
    let part = wrong.next()?;
    wrong.next().is_none().then(|| Written {
        words: at..end,
        part,
        right: &name[part],
        wrong: words.at(at + part),
    })
}

impl Written<'_> {
    /// Whether the word is a slip of that of `person`, who can hardly be anybody else. `role` says whether who it is stands
    /// right before.
    pub(super) fn is_slip(&self, person: &Person, role: impl FnOnce() -> bool) -> bool {
        let Self {
            right,
            wrong: written,
            ..
        } = *self;
        if PARTICLES.has(right) {
            return PARTICLES.has(written);
        }
        let long = right.len().min(written.len()) >= 4;
        strsim::osa_distance(right, written) == 1
            && right.chars().next() == written.chars().next()
            && !pair_of_names(right, written)
            && (long && !person.family_first || role())
    }

    /// Whether the word is a slip of a given part in a name of three that has the family first: «Kim Jong Eun». Somebody
    /// else may still bear that name, if the source does not also tell of this one.
    pub(super) fn is_short_slip(&self, person: &Person, words: &Words) -> bool {
        let row = |mut all: Range<usize>| {
            all.all(|at| capital(words, at) && !person::is_title(words.at(at)))
        };
        let apart = |at: usize| words.gap(at) != Gap::Space;
        let Range { start, end } = self.words;
        person.family_first
            && person.given.len() == 2
            && self.part > 0
            && row(start..end)
            && !(start + 1..end).any(apart)
            // «Kim Jong Eun Smith» is somebody else.
            && (apart(end) || !capital(words, end))
            && short::is_slip(self.right, self.wrong)
    }
}
