//! Counts without a numeral: «a car bomb» is one, «twin bombings» are two.
//!
//! In: the nouns that a claim counts, as stems. Out: the places where words other than numerals count them.

use std::ops::Range;

use super::scene::Scene;
use super::words::Gap;

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
    let words = scene.words;
    let mut found = Vec::new();
    for at in 0..words.len() {
        let here = words.stem(at);
        // «a bomber» is no bomb.
        if words.at(at).ends_with("er")
            || words.at(at).ends_with("ers")
            || !nouns
                .iter()
                .any(|noun| noun.last().is_some_and(|last| last == here))
        {
            continue;
        }
        // «a jet mistakenly bombed the camp» counts no bombs.
        let syntax = || scene.syntax(scene.sentence_of(at));
        if words.at(at).ends_with("ed") || syntax().verb_clause(at).is_some() {
            continue;
        }
        // «a crowd of 76,000» is counted by the number behind it.
        if words.near(at, 1) == "of" && words.gap(at + 1) == Gap::Space {
            continue;
        }
        let plural = words.at(at).ends_with('s');
        let mut back = 1;
        while back <= 5 {
            let before = words.near(at, -back);
            if before.is_empty() || words.gap(at + 1 - back.unsigned_abs()) >= Gap::Comma {
                break;
            }
            let start = at - back.unsigned_abs();
            let said = match before {
                "twin" | "double" | "dual" | "pair" => Some(2.0),
                "triple" => Some(3.0),
                "single" | "lone" => Some(1.0),
                _ => None,
            };
            if let Some(count) = said {
                found.push(Implied {
                    words: start..at + 1,
                    count,
                    told: true,
                });
                break;
            }
            if before.starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            if matches!(before, "a" | "an") && !plural {
                // «a series of», «a second bomb» count otherwise.
                let odd = (start + 1..at).any(|i| {
                    matches!(
                        words.at(i),
                        "second"
                            | "third"
                            | "series"
                            | "string"
                            | "wave"
                            | "number"
                            | "spate"
                            | "of"
                            | "s"
                    )
                });
                // «a bomb attack» counts attacks: the noun must end its phrase or only be widened by an event word.
                if !odd {
                    found.push(Implied {
                        words: start..at + 1,
                        count: 1.0,
                        told: false,
                    });
                }
                break;
            }
            if matches!(
                before,
                "the"
                    | "this"
                    | "of"
                    | "in"
                    | "by"
                    | "with"
                    | "and"
                    | "no"
                    | "any"
                    | "each"
                    | "every"
                    | "after"
                    | "before"
                    | "from"
                    | "on"
                    | "at"
                    | "to"
                    | "as"
            ) {
                break;
            }
            back += 1;
        }
    }
    found
}
