//! Frequencies: «twice a day», «three times a week», «once every four years», «every two hours».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Frequency`] in times a second.

use super::Context;
use super::Found;
use super::amount::Amount;
use super::amount::Rounding;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Words;
use super::unit;
use super::wordset::code;
use super::wordset::set;
use crate::value::Value;

/// Reads a frequency that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    let (times, at) = times(words, i)?;
    let (every, at) = if words.any(at, set!["a", "an", "per", "each"]) {
        (1.0, at + 1)
    } else if words.any(at, set!["every", "in", "within"]) && (words.is(at, "every") || at > i) {
        if words.is(at + 1, "other") {
            (2.0, at + 2)
        } else if let Some(many) = number::cardinal(words, at + 1) {
            (many.value, many.end)
        } else if words.is(at, "every") {
            (1.0, at + 1)
        } else {
            return None;
        }
    } else {
        return None;
    };
    let (seconds, _, end) = unit::time_at(words, at)?;
    // «every day» alone says little more than «daily»; «every four years» is a number.
    if every <= 0.0 || at == i + 1 && words.is(i, "every") {
        return None;
    }
    let measure =
        Amount::one(Numeral::whole(times, end)).measure(1.0 / (every * seconds), Rounding::Exact);
    Some(Found::new(words, i, end, Value::Frequency(measure)))
}

const ONCE: u64 = code("once");
const TWICE: u64 = code("twice");

/// «once», «twice», «three times»; nothing before «every».
fn times(words: Words<'_>, i: usize) -> Option<(f64, usize)> {
    if words.is(i, "every") {
        return Some((1.0, i));
    }
    if words.any(i, set!["once", "twice", "thrice"]) {
        let times = match words.at(i).code {
            ONCE => 1.0,
            TWICE => 2.0,
            _ => 3.0,
        };
        return Some((times, i + 1));
    }
    if words.entry(i).number == Some(NumberWord::Article) {
        return None;
    }
    let number = number::cardinal(words, i)?;
    words
        .is(number.end, "times")
        .then_some((number.value, number.end + 1))
}
