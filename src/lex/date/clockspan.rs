//! One clock time, or from one to another: «3-4 pm», «from 9:30 to 11», «between 10 and 11:30».
//!
//! In: a place in a sentence. Out: the times; what only one of them says («pm») is shared.

use jiff::civil::date;

use super::clock;
use super::clock::Clock;
use super::clock::Half;
use super::joint::Open;
use super::length;
use super::length::Length;
use super::place::At;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// What a clock says: one time, or from one to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) from: Clock,
    pub(super) to: Option<Clock>,
    pub(super) end: usize,
    /// «before», «after», «until»: open on one side.
    pub(super) open: Open,
}

/// A clock time, or from one to another, at `i`.
pub(super) fn clock_span(at: At<'_>, i: usize, hour: bool, between: bool) -> Option<Span> {
    let words = at.words;
    let from = clock::clock(at, i, true)?;
    let j = from.end;
    // «from 9 for two and a half hours».
    if words.is(j, "for")
        && let Some(length) = length::length(at, j + 1).filter(Length::is_clock)
        && (at.after_any(i, set!["from"]) || from.sure && at.is_all(i, length.end))
    {
        let mut clock = from;
        clock.end = length.end;
        clock.sure = true;
        let day = date(2000, 1, 1).to_datetime(from.time);
        let to = Clock {
            time: length.from(day, 1)?.time(),
            ..clock
        };
        return Some(Span {
            from: clock,
            to: Some(to),
            end: length.end,
            open: Open::No,
        });
    }
    // «later than 9:30 but before 11».
    if words.any(j, set!["but", "and"])
        && words.any(j + 1, set!["before", "by", "until"])
        && at.after_any(i, set!["than", "after"])
        && words.width(i) < 4
        && (words.kind(i + 1) == Kind::Colon || from.half != Half::Open)
        && let Some(to) = clock::clock(at, j + 2, true)
    {
        return Some(pair(from, to));
    }
    let joined = match words.kind(j) {
        Kind::Dash => true,
        _ => {
            words.any(
                j,
                set!["to", "until", "till", "through", "til", "thru", "untill"],
            ) || between && (words.is(j, "and") || words.is(j, "-"))
        }
    };
    // «at 6 or 7 pm»: an hour apart.
    let either = words.is(j, "or") && !from.sure && from.half == Half::Open;
    if either
        && let Some(to) =
            clock::clock(at, j + 1, false).filter(|to| to.sure && to.grain == from.grain)
        && to.time.hour() % 12 == from.time.hour() % 12 + 1
    {
        return Some(pair(from, to));
    }
    if joined {
        let between_word = usize::from(words.any(j + 1, set!["around", "about"]));
        let after = clock::clock(at, j + 1 + between_word, true);
        if let Some(to) = after {
            let spoken =
                from.sure || to.sure || hour || between || at.after_any(i, set!["from", "between"]);
            let span = pair(from, to);
            if spoken {
                return Some(span);
            }
        }
    }
    (from.sure || hour).then_some(Span {
        from,
        to: None,
        end: from.end,
        open: Open::No,
    })
}

/// Two times that share what only one of them says.
fn pair(from: Clock, to: Clock) -> Span {
    let mut from = from;
    let mut to = to;
    if from.half == Half::Open && matches!(to.half, Half::Morning | Half::Afternoon) {
        let same = from.in_half(to.half);
        from = if same.time <= to.time {
            same
        } else {
            let other = if to.half == Half::Morning {
                Half::Afternoon
            } else {
                Half::Morning
            };
            from.in_half(other)
        };
    } else if to.half == Half::Open && matches!(from.half, Half::Morning | Half::Afternoon) {
        let same = to.in_half(from.half);
        to = if same.time > from.time {
            same
        } else {
            to.in_half(Half::Afternoon)
        };
    } else if to.half == Half::Open && from.half == Half::Open && to.time < from.time {
        to = to.in_half(Half::Afternoon);
    }
    from.offset = from.offset.or(to.offset);
    from.sure = from.sure || to.sure;
    Span {
        from,
        to: Some(to),
        end: to.end,
        open: Open::No,
    }
}

/// Whether two bare hours can be a time and not a score.
pub(super) fn plausible(at: At<'_>, k: usize, span: Span) -> bool {
    let Some(to) = span.to else {
        return true;
    };
    let (a, b) = (span.from.time.hour(), to.time.hour());
    let told = at.after_any(k, set!["from", "between"]);
    a > 0 && b > 0 && (told || a < b || a >= 7)
}

/// Whether one of the two times says minutes: «between 10 and 11:30».
pub(super) fn minutes(span: Span) -> bool {
    let minute = |clock: Clock| clock.grain >= Granularity::Minute;
    minute(span.from) || span.to.is_some_and(minute)
}
