//! Counts without a numeral: «a car bomb» is one, «twin bombings» are two.
//!
//! In: the nouns that a claim counts, as stems. Out: the places where words other than numerals count them.

use std::ops::Range;

use super::scene::Scene;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// A count without numeral.
pub(crate) struct Implied {
    /// From the counting word to the noun.
    pub(crate) words: Range<usize>,
    /// How many.
    pub(crate) count: f64,
    /// Whether a word of number says so («twin»), not the article alone.
    pub(crate) told: bool,
}

/// Every such count of one of `nouns` in the scene.
pub(crate) fn counts(scene: &Scene<'_>, nouns: &[Vec<String>]) -> Vec<Implied> {
    (0..scene.words.len())
        .filter(|&at| is_counted(scene, nouns, at))
        .filter_map(|at| count_before(scene, at))
        .collect()
}

/// Whether the word at `at` is one of `nouns`, and may be counted by a word before it.
fn is_counted(scene: &Scene<'_>, nouns: &[Vec<String>], at: usize) -> bool {
    let words = scene.words;
    let word = words.at(at);
    let here = words.stem(at);
    let mut lasts = nouns.iter().filter_map(|noun| noun.last());
    // «a bomber» is no bomb; «a jet mistakenly bombed the camp» counts none.
    !(word.ends_with("er") || word.ends_with("ers") || word.ends_with("ed"))
        && lasts.any(|last| last == here)
        // «a crowd of 76,000» is counted by the number behind it.
        && !(words.near(at, 1) == "of" && words.gap(at + 1) == Gap::Space)
        && scene.syntax_at(at).verb_clause(at).is_none()
}

/// The word before a noun that counts it: «twin blasts», «a bomb».
fn count_before(scene: &Scene<'_>, at: usize) -> Option<Implied> {
    let words = scene.words;
    let plural = words.at(at).ends_with('s');
    for back in 1..=5 {
        let before = words.near(at, -back);
        if before.is_empty() || words.gap(at + 1 - back.unsigned_abs()) >= Gap::Comma {
            return None;
        }
        let start = at - back.unsigned_abs();
        let told = match before {
            "twin" | "double" | "dual" | "pair" => Some(2.0),
            "triple" => Some(3.0),
            "single" | "lone" => Some(1.0),
            _ => None,
        };
        if let Some(count) = told {
            return Some(Implied {
                words: start..at + 1,
                count,
                told: true,
            });
        }
        if matches!(before, "a" | "an") && !plural {
            // «a bomb attack» counts attacks: the noun must end its phrase or only be widened by an event word.
            let odd = (start + 1..at).any(|i| COUNTS_OTHERWISE.has(words.at(i)));
            return (!odd).then(|| Implied {
                words: start..at + 1,
                count: 1.0,
                told: false,
            });
        }
        if STOPS.has(before) || before.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
    }
    None
}

/// «a series of bombs», «a second bomb»: words between «a» and a noun that leave its number open.
const COUNTS_OTHERWISE: &Table = table![
    "second", "third", "series", "string", "wave", "number", "spate", "of", "s",
];

/// Words beyond which nothing counts a noun.
const STOPS: &Table = table![
    "the", "this", "of", "in", "by", "with", "and", "no", "any", "each", "every", "after",
    "before", "from", "on", "at", "to", "as",
];
