//! Slips in names of three and more words: «Recep Tayip Erdogan», «Ursula van der Leyen».
//!
//! In: the words at a place, and a person of the story. Out: whether they are that person's full name with one word written
//! wrongly. The other words are right, so that it can hardly be anybody else; but in a name that has the family first, short
//! words that differ in a letter are often two people's, and there somebody's role must stand right before.

use std::ops::Range;

use super::capital;
use super::pair_of_names;
use super::shape::PARTICLES;
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

/// The words from `at` that are `name`, of `person`, but for one word. `role` says whether who it is stands right before.
pub(super) fn find(
    name: &[String],
    person: &Person,
    words: &Words,
    at: usize,
    role: impl FnOnce() -> bool,
) -> Option<Range<usize>> {
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
    if wrong.next().is_some() {
        return None;
    }
    let (right, written) = (name[part].as_str(), words.at(at + part));
    let slip = if PARTICLES.has(right) {
        PARTICLES.has(written)
    } else {
        let long = right.len().min(written.len()) >= 4;
        strsim::osa_distance(right, written) == 1
            && right.chars().next() == written.chars().next()
            && !pair_of_names(right, written)
            && (long && !person.family_first || role())
    };
    slip.then_some(at..end)
}
