//! Words that may be a name of two parts: «Wang Ye», «Jean-Luc Dupond», «Samira al-Hadad».
//!
//! In: words with their capitals and the marks between them. Out: the two parts, joined where a hyphen or a particle joins them.

use super::capital;
use crate::eval::person;
use crate::eval::words::Gap;
use crate::eval::words::Words;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// Two parts of a name and the word after it.
pub(super) struct Shape {
    pub(super) first: String,
    pub(super) second: String,
    pub(super) end: usize,
}

/// «al», «van der»: words of a name that are neither given nor family name.
pub(super) const PARTICLES: &Table = table![
    "al", "el", "ul", "bin", "ibn", "ben", "bint", "abu", "de", "da", "di", "del", "della", "dos",
    "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "st",
];

/// The ways in which the words at `at` may be a name of two parts: «Wang Ye», «Chao Kuang-ming», «Jean-Luc Dupond»,
/// «Samira al-Hadad». Longer ones first.
pub(super) fn shapes(words: &Words, at: usize) -> Vec<Shape> {
    let capital = |i: usize| capital(words, i);
    let sentence = words.get(at).map(|word| word.sentence);
    let same = |i: usize| words.get(i).map(|word| word.sentence) == sentence;
    let free = |i: usize| capital(i) && same(i) && !person::is_title(words.at(i));
    let particle = |i: usize| same(i) && PARTICLES.has(words.at(i));
    if !free(at) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let join = |a: usize, b: usize| format!("{}{}", words.at(a), words.at(b));
    let hyphen = |i: usize| same(i) && words.gap(i) == Gap::Hyphen;
    let space = |i: usize| same(i) && words.gap(i) == Gap::Space;
    if space(at + 1) && particle(at + 1) {
        let last = (at + 2..at + 4).find(|&i| !particle(i)).unwrap_or(at + 4);
        if (space(last) || hyphen(last)) && free(last) {
            found.push(Shape {
                first: words.at(at).to_owned(),
                second: words.at(last).to_owned(),
                end: last + 1,
            });
        }
    }
    if space(at + 1) && free(at + 1) && hyphen(at + 2) {
        found.push(Shape {
            first: words.at(at).to_owned(),
            second: join(at + 1, at + 2),
            end: at + 3,
        });
    }
    if hyphen(at + 1) && space(at + 2) && free(at + 2) {
        found.push(Shape {
            first: join(at, at + 1),
            second: words.at(at + 2).to_owned(),
            end: at + 3,
        });
    }
    if (space(at + 1) || hyphen(at + 1)) && free(at + 1) {
        found.push(Shape {
            first: words.at(at).to_owned(),
            second: words.at(at + 1).to_owned(),
            end: at + 2,
        });
    }
    found
}
