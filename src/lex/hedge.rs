//! Hedges: wordings that bend a number, before it and after it.
//!
//! In: the words around a core. Out: which [`Hedge`] it is and its span, and the number bent by the table of
//! `docs/values.md`.

use super::Found;
use super::token::Words;
use crate::span::Span;
use crate::value::Hedge;

/// How a word can end a hedge that stands before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// By itself: «about».
    Alone(Hedge),
}

/// Last words of hedges before a number.
pub(super) const LAST_WORDS: &[(&str, Last)] = &[
    ("about", Last::Alone(Hedge::About)),
    ("nearly", Last::Alone(Hedge::Nearly)),
];

/// The hedge that ends just before token `i` and does not start before token `floor`: its first token and its kind.
pub(crate) fn before(words: Words<'_>, floor: usize, i: usize) -> Option<(usize, Hedge)> {
    let last = i.checked_sub(1).filter(|&last| last >= floor)?;
    match words.entry(last).hedge? {
        Last::Alone(hedge) => Some((last, hedge)),
    }
}

/// The hedge that starts at token `i`, just after a core: the index after it and its kind.
pub(crate) fn after(_words: Words<'_>, _i: usize) -> Option<(usize, Hedge)> {
    None
}

/// Looks for a hedge before `found`, and bends it.
pub(crate) fn bend(words: Words<'_>, floor: usize, found: &mut Found) {
    if let Some((start, _)) = before(words, floor, found.start) {
        found.hedge = Some(words.span(start, found.start));
    }
}

#[allow(dead_code)]
fn hull(a: Option<Span>, b: Span) -> Span {
    a.map_or(b, |a| a.hull(b))
}
