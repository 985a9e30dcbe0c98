//! Who bears what a toll tells.
//!
//! In: a number of people and the word for a toll. Out: whether those who are counted bear it («nine gunmen killed two» do
//! it), and whether one figure is of two tolls («dead or missing»). What the toll is, [`super::tally`] tells.

use std::ops::Range;

use super::scene::Scene;
use super::tally::is_number;
use super::tally::lexicon::BEING;
use super::tally::lexicon::word_tally;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// «eight people dead or missing», «killed or injured 30», «killed and wounded»: one figure of two tolls is neither's.
pub(super) fn joint(scene: &Scene<'_>, range: &Range<usize>, sentence: &Range<usize>) -> bool {
    let words = scene.words;
    let adverb = |word: &str| {
        word.ends_with("ly")
            || matches!(
                word,
                "still" | "presumed" | "feared" | "believed" | "listed" | "as" | "or" | "and"
            )
    };
    let pair = |at: usize, step: isize| {
        let tally = word_tally(words.at(at))?;
        let mut next = at.checked_add_signed(step)?;
        let mut joined = false;
        while sentence.contains(&next) && adverb(words.at(next)) {
            joined |= matches!(words.at(next), "or" | "and");
            next = next.checked_add_signed(step)?;
        }
        let other = sentence
            .contains(&next)
            .then(|| word_tally(words.at(next)))
            .flatten()?;
        let apart = (at.min(next) + 1..=at.max(next)).any(|i| words.gap(i) >= Gap::Break);
        Some(joined && other != tally && !apart)
    };
    // The figure's own word is the nearest on its side, with no other figure between.
    let near = |mut all: std::vec::IntoIter<usize>| {
        all.by_ref()
            .take_while(|&i| !is_number(scene, i))
            .find(|&i| word_tally(words.at(i)).is_some())
    };
    let after: Vec<usize> = (range.end..sentence.end.min(range.end + 9)).collect();
    let before: Vec<usize> = (sentence.start.max(range.start.saturating_sub(5))..range.start)
        .rev()
        .collect();
    let after = near(after.into_iter());
    // «10 people were killed and 40 injured» has a figure for each.
    let own = |at: usize| !sentence.contains(&(at + 2)) || !is_number(scene, at + 2);
    after.filter(|&at| own(at)).and_then(|at| pair(at, 1)) == Some(true)
        || near(before.into_iter()).and_then(|at| pair(at, -1)) == Some(true)
            && after.is_none_or(|at| {
                words.gap(at) >= Gap::Comma
                    || word_tally(words.at(at)).is_none()
                    || at > range.end + 3
            })
}

/// Whether those whom the number at `range` counts bear what the word at `tally` tells: «nine gunmen killed two people»
/// do it, «nine rescuers risked their lives» and «found bodies» do something else.
pub(super) fn bears(scene: &Scene<'_>, range: &Range<usize>, tally: usize) -> bool {
    let words = scene.words;
    let sentence = scene.syntax_at(range.start);
    let mut from = sentence
        .phrase_of(range.end - 1)
        .map_or(range.end, |phrase| sentence.phrases[phrase].words.end);
    // «six members of a road crew»
    while let Some(of) = sentence
        .phrases
        .iter()
        .find(|phrase| phrase.preposition == Some(from) && phrase.preposition_is_of)
    {
        from = of.words.end;
    }
    let mut between = (from.min(tally)..tally).map(|i| words.at(i));
    let plain = between
        .clone()
        .all(|word| BEING.has(word) || BEARING.has(word) || word.ends_with("ly"));
    let passive = between
        .clone()
        .any(|word| matches!(word, "were" | "was" | "been" | "being" | "are" | "is"));
    let lost = between.any(|word| matches!(word, "lost" | "lose" | "losing"));
    plain
        && (passive || !does(scene, range, tally))
        && (words.at(tally) != "lives" || tally == range.end || lost)
}

/// «killed two people», «killed the guard»: an object makes it their deed.
fn does(scene: &Scene<'_>, range: &Range<usize>, tally: usize) -> bool {
    let words = scene.words;
    let harms = matches!(
        words.at(tally),
        "killed" | "wounded" | "injured" | "hurt" | "murdered" | "slain" | "arrested" | "detained"
    );
    let (next, second) = (words.near(tally, 1), words.near(tally, 2));
    let named = words
        .get(tally + 1)
        .is_some_and(|word| word.capital && word.gap == Gap::Space);
    harms
        && words.gap(tally + 1) < Gap::Comma
        && (is_number(scene, tally + 1)
            || HARMED.has(next)
            || next == "at" && matches!(second, "least" | "most")
            || next == "the"
                && !matches!(
                    second,
                    "day" | "week" | "night" | "previous" | "same" | "following" | "next"
                )
            || named && words.at(range.start) != next)
}

/// Words between people and what they bear, beside forms of «be»: «who were feared», «fell», «lost their».
const BEARING: &Table = table![
    "who",
    "lost",
    "lose",
    "losing",
    "left",
    "found",
    "confirmed",
    "feared",
    "presumed",
    "believed",
    "known",
    "reported",
    "pronounced",
    "declared",
    "still",
    "remain",
    "remains",
    "remained",
    "now",
    "all",
    "they",
    "to",
    "their",
    "his",
    "her",
    "is",
    "be",
    "fell",
    "plunged",
    "burned",
    "burnt",
    "froze",
    "starved",
    "fallen",
    "jumped",
    "went",
    "both",
    "each",
    "listed",
    "as",
    "alone",
];

/// Words that open the object of a deed.
const HARMED: &Table = table![
    "a",
    "an",
    "his",
    "her",
    "their",
    "some",
    "several",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "him",
    "them",
    "themselves",
    "himself",
    "people",
    "civilians",
    "many",
    "up",
    "more",
];
