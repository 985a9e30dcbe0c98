//! Percentages and percentage points: «3.1 percent», «15 %», «12-per-cent», «0.5 percentage points», «25 basis points».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Percent`].

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::number;
use super::token::Kind;
use super::token::Words;
use crate::value::Value;

/// Reads a percentage that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    let mut amount = amount::read(words, i)?;
    if amount.lo.article {
        return None;
    }
    let (mut factor, mut points, mut end) = unit(words, amount.end)?;
    // «5% to 7%», «between 5 percent and 7 percent».
    if amount.hi.is_none() {
        let dash = words.kind(end) == Kind::Dash;
        let and = words.is(end, "and") && words.is(i.wrapping_sub(1), "between");
        if (dash || and || words.any(end, &["to", "or"]))
            && let Some(hi) = number::number(words, end + 1)
            && hi.value > amount.lo.value
            && let Some((again, as_points, last)) = unit(words, hi.end)
            && (again - factor).abs() < f64::EPSILON
        {
            amount = Amount {
                hi: Some(hi),
                ..amount
            };
            (factor, points, end) = (again, as_points, last);
        }
    }
    let measure = amount.measure(factor, Rounding::Stated);
    Some(Found::new(
        words,
        i,
        end,
        Value::Percent { measure, points },
    ))
}

/// The unit at `at`: percent in one of it, whether it is a difference, the index after it.
fn unit(words: Words<'_>, at: usize) -> Option<(f64, bool, usize)> {
    let at = at + usize::from(words.kind(at) == Kind::Dash);
    let end = if words.kind(at) == Kind::Percent
        || words.any(at, &["percent", "pct", "pc", "percents"])
    {
        if words.is(at, "pc") && !words.glued(at) {
            return None;
        }
        at + 1
    } else if words.is(at, "per") {
        let dash = usize::from(words.kind(at + 1) == Kind::Dash);
        if !words.is(at + 1 + dash, "cent") {
            return None;
        }
        at + 2 + dash
    } else if words.is(at, "percentage") && words.any(at + 1, &["point", "points"]) {
        return Some((1.0, true, at + 2));
    } else if words.is(at, "basis") && words.any(at + 1, &["point", "points"]) {
        return Some((0.01, true, at + 2));
    } else {
        return None;
    };
    let dash = usize::from(words.kind(end) == Kind::Dash);
    if words.any(end + dash, &["point", "points"]) {
        return Some((1.0, true, end + dash + 1));
    }
    Some((1.0, false, end))
}
