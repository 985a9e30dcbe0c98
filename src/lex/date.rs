//! Dates: absolute, partial, relative to publication.
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Date`](crate::value::Value::Date), or nothing.

use super::Context;
use super::Found;
use super::token::Words;

/// What a word can be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// January is 1.
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
}

/// The words of dates. Every one of them gets [`flag::DATE`](super::fold::flag::DATE): a date is tried where it stands.
pub(super) const WORDS: &[(&str, DateWord)] = &[];

/// Reads a date that starts at token `i`.
pub(crate) fn read(_words: Words<'_>, _i: usize, _context: &Context) -> Option<Found> {
    None
}
