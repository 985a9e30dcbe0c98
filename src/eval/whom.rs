//! Whom a number counts: a part or the whole of which a part is told, people or animals.
//!
//! In: where the number stands. Out: yes or no. What became of them is for [`super::tally`].

use std::ops::Range;

use super::scene::Scene;
use super::tally::is_number;
use super::tally::lexicon::STOPS;
use super::words::Gap;
use crate::lex::animal;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// «two of the six people»: six are they of whom a part is told. «All of the six» are the whole.
pub(crate) fn of_whole(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    const SOME: &Table = table![
        "some", "most", "many", "several", "few", "half", "part", "none", "any", "third", "thirds",
        "quarter", "quarters", "dozens", "neither", "one", "majority",
    ];
    let words = scene.words;
    let whose = matches!(
        words.near(range.start, -1),
        "the" | "those" | "these" | "its" | "their" | "his" | "her" | "our"
    );
    whose
        && range.start >= 3
        && words.near(range.start, -2) == "of"
        && words.gap(range.start) < Gap::Comma
        && (SOME.has(words.near(range.start, -3)) || is_number(scene, range.start - 3))
}

/// «killed 20 cows»: the noun behind the number is an animal, and no part of «dog walkers».
pub(crate) fn of_animals(scene: &Scene<'_>, from: usize) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(from);
    (from..(from + 4).min(sentence.end))
        .take_while(|&at| (at == from || words.gap(at) < Gap::Comma) && !STOPS.has(words.at(at)))
        .take_while(|&at| !super::people::is_person(words.at(at)))
        .any(|at| {
            let small = words.is_small(at);
            // «a dog walker», «horse riders», «cat owners»
            let next = words.near(at, 1);
            let agent = words.gap(at + 1) <= Gap::Hyphen
                && [
                    "er", "ers", "or", "ors", "man", "men", "woman", "women", "ist", "ists",
                ]
                .iter()
                .any(|end| next.ends_with(end))
                && !matches!(
                    next,
                    "were"
                        | "after"
                        | "over"
                        | "under"
                        | "or"
                        | "for"
                        | "her"
                        | "other"
                        | "others"
                        | "later"
                        | "near"
                );
            small && animal::is(words.at(at)) && !agent && !super::people::is_person(next)
        })
}
