//! «since 2018», «for the first time in five years»: when something last happened.
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Since`](crate::value::Value::Since), or nothing.

use super::Context;
use super::Found;
use super::token::Words;

/// The words a «since» can start with.
pub(super) const WORDS: &[&str] = &[];

/// Reads a «since» that starts at token `i`.
pub(crate) fn read(_words: Words<'_>, _i: usize, _context: &Context) -> Option<Found> {
    None
}
