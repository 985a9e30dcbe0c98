//! Clock times, with zones and with a second reading in brackets.
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::TimeOfDay`](crate::value::Value::TimeOfDay), or nothing.

use super::Context;
use super::Found;
use super::token::Words;

/// What a word can be in a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClockWord {
    /// «pm»: twelve hours later.
    Meridiem(i8),
}

/// The words of clock times.
pub(super) const WORDS: &[(&str, ClockWord)] = &[];

/// Reads a clock time that starts at token `i`.
pub(crate) fn read(_words: Words<'_>, _i: usize, _context: &Context) -> Option<Found> {
    None
}
