//! Idioms with a number in them: «second to none», «one in a million», «the whole nine yards».
//!
//! In: the tokens of a sentence and an index. Out: the index after an idiom that starts there. Ordinals with a noun that makes
//! them a term («first aid», «eleventh hour», «seventh heaven») are among them; «first class» may be a rank and is none.

use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// The first word, and what may follow it.
type Idiom = (&'static str, &'static [&'static Set]);

const IDIOMS: &[Idiom] = &[
    (
        "first",
        &[
            set!["sight"],
            set!["aid"],
            set!["responder"],
            set!["responders"],
            set!["refusal"],
            set!["name"],
            set!["names"],
            set!["blood"],
            set!["hand"],
            set!["lady"],
            set!["lieutenant"],
            set!["things first"],
        ],
    ),
    (
        "second",
        &[
            set!["to none"],
            set!["nature"],
            set!["wind"],
            set!["fiddle"],
            set!["sight"],
            set!["best"],
            set!["lieutenant"],
            set!["cousin"],
            set!["cousins"],
        ],
    ),
    (
        "third",
        &[set!["degree"], set!["rail"], set!["world"], set!["wheel"]],
    ),
    (
        "fifth",
        &[
            set!["column"],
            set!["columnist"],
            set!["columnists"],
            set!["wheel"],
        ],
    ),
    ("sixth", &[set!["sense"], set!["form"]]),
    ("seventh", &[set!["heaven"]]),
    ("eleventh", &[set!["hour"]]),
    (
        "one",
        &[
            set!["in a million"],
            set!["for the road"],
            set!["on one"],
            set!["to one"],
            set!["and all"],
            set!["and only"],
            set!["and the same"],
        ],
    ),
    ("nine", &[set!["yards"], set!["to five"]]),
    (
        "two",
        &[
            set!["minds"],
            set!["and two together"],
            set!["and two make"],
        ],
    ),
    ("six", &[set!["of one and half a dozen"]]),
    ("three", &[set!["cheers"]]),
    ("zero", &[set!["hour"], set!["tolerance"], set!["sum"]]),
];

/// The first words of [`IDIOMS`].
const FIRST: &Set =
    set!["first second third fifth sixth seventh eleventh one nine two three six zero"];

/// The index after the idiom that starts at `i`.
pub(super) fn at(words: Words<'_>, i: usize) -> Option<usize> {
    let known = words.which(i, FIRST)?;
    if words.is(i, "nine") && words.is(back(i), "cloud") {
        return Some(i + 1);
    }
    let (_, tails) = IDIOMS.iter().find(|(first, _)| *first == known)?;
    // «first come, first served»: a comma may stand between.
    let served = words.is(i, "first") && words.is(i + 1, "come");
    if served {
        let first = (i + 2..i + 4).find(|&k| words.is(k, "first"))?;
        return words.is(first + 1, "served").then_some(first + 2);
    }
    let yards = words.is(i, "nine") && words.is(i + 1, "yards") && !words.is(back(i), "whole");
    if yards {
        return None;
    }
    let dash = usize::from(words.kind(i + 1) == Kind::Dash && words.glued(i + 1));
    tails
        .iter()
        .find_map(|tail| words.phrase(i + 1 + dash, tail))
}
