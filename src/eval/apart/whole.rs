//! Figures of wholes and parts: the whole of which a sentence tells a part, a figure of each of several, a figure of what
//! others are counted in, a time in a row of times.
//!
//! In: a value in its sentence. Out: whether words around it say so. Each is a reason to be silent, never one to accuse.

use std::ops::Range;

use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::value::Value;

/// Words for some of a whole, before «of».
const SOME: &Table = table![
    "most",
    "some",
    "many",
    "few",
    "half",
    "part",
    "one",
    "majority",
    "minority",
    "rest",
    "remainder",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "percent",
    "percentage",
    "share",
    "proportion",
    "fraction",
    "dozens",
    "hundreds",
    "thousands",
];

/// «guilty of ten of the eleven charges», «15 percent of the one million phones», «most of its 300 staff»: the whole of which
/// the sentence tells a part.
pub(crate) fn whole_of_some(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let at = range.start;
    // «14 out of 459 on board have survived»
    let out = |of: usize| words.at(of) == "of" && words.near(of, -1) == "out";
    if at > 2 && (out(at - 1) || out(at - 2) && words.near(at, -1) == "the") {
        return true;
    }
    if !super::opens_whole(words.near(at, -1)) || words.near(at, -2) != "of" {
        return false;
    }
    let of = at - 2;
    SOME.has(words.near(of, -1))
        || scene.reading.mentions.iter().any(|mention| {
            matches!(
                mention.value,
                Value::Number(_) | Value::Count { .. } | Value::Percent { .. }
            ) && scene.words_of(mention).end == of
        })
}

/// «the last two blasts», «its first three boats», «the remaining six ships»: some of a row, told by where in it they stand.
pub(crate) fn of_place_in_row(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let Some(at) = range.start.checked_sub(1) else {
        return false;
    };
    let placed = matches!(
        words.at(at),
        "last"
            | "first"
            | "final"
            | "next"
            | "remaining"
            | "latest"
            | "previous"
            | "earlier"
            | "later"
            | "initial"
            | "opening"
            | "closing"
            | "other"
    );
    placed
        && words.gap(range.start) == Gap::Space
        && !own.contains(&words.stem(at))
        && scene.sentence_at(at).start < at
}

/// «35 cases of phones that caught fire», asked how many phones: cases are counted, and phones only tell of what.
pub(crate) fn of_what_it_counts(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> bool {
    /// Nouns that count for what they are of.
    const UNITS: &Table = table![
        "unit",
        "units",
        "copies",
        "pieces",
        "items",
        "total",
        "number",
        "numbers",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "million",
        "billion",
        "thousand",
        "hundred",
        "dozen",
    ];
    const REACH: usize = 7;
    let words = scene.words;
    let end = scene.sentence_at(range.start).end.min(range.end + REACH);
    let Some(found) = scene.has_phrase(range.end..end, of) else {
        return false;
    };
    (range.end + 1..found.start).any(|at| {
        words.at(at) == "of"
            && !UNITS.has(words.at(at - 1))
            && (range.end..found.start).all(|at| words.gap(at) < Gap::Comma)
    })
}

/// «broke Osten's record of 15 goals», of a claim on what Duarte scored: the figure hangs on a noun that is somebody else's.
pub(crate) fn of_anothers(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let Some((syntax, value)) = scene.phrase_of_value(range) else {
        return false;
    };
    if who.is_empty() || !syntax.phrases[value].preposition_is_of {
        return false;
    }
    let Some(up) = syntax.phrases[value].after else {
        return false;
    };
    let other = |words: Range<usize>| {
        let name = words.clone().any(|at| scene.words.is_capital(at));
        name && !scene
            .entities_in(words)
            .any(|mention| who.contains(&mention.entity))
    };
    let Some(noun) = syntax.noun(up) else {
        return false;
    };
    if let Some(owner) = noun.owner.clone() {
        return other(owner);
    }
    // «Ostens record», where the apostrophe was lost
    let mut before = syntax.phrases[up].words.start..noun.head;
    before
        .next_back()
        .is_some_and(|at| scene.words.at(at).ends_with('s') && other(at..at + 1))
}

/// «touched down three times, at 15:33, 17:26 and 17:33»: one of several times in a row, each of another happening.
pub(crate) fn in_row_of_times(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let times: Vec<Range<usize>> = scene
        .mentions_of(index)
        .iter()
        .filter(|mention| crate::eval::when::clock(&mention.value).is_some())
        .map(|mention| scene.words_of(mention))
        .collect();
    // «17:03 CET (16:03 GMT)» is one time.
    let listed = |one: &Range<usize>, next: &Range<usize>| {
        one.end == next.start && words.gap(next.start) <= Gap::Comma
    };
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        one.end + 1 == next.start && matches!(words.at(one.end), "and" | "then")
    };
    let pairs = || times.windows(2).map(|pair| (&pair[0], &pair[1]));
    let row = || pairs().filter(|(one, next)| listed(one, next) || joined(one, next));
    let within = |one: &Range<usize>| one.start < range.end && range.start < one.end;
    times.len() > 2
        && pairs().any(|(one, next)| joined(one, next))
        && row().any(|(one, next)| within(one) || within(next))
}
