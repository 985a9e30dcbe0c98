//! The ends of a range that a word or the other end tells: «2016 to date», «12.05.2016 - 14.05.2016», «from Friday to Monday».
//!
//! In: the ends as they were read. Out: one of them as it is meant beside the other.

use jiff::civil::Date;

use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::moment;
use super::place::At;
use super::place::Reading;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «date», «the present», «today», «now» after «to», a dash or «until» at `j`: up to publication.
pub(super) fn to_date(at: At<'_>, j: usize, k: usize) -> Option<When> {
    let words = at.words;
    let k = at.the(k);
    let dash = words.kind(j) == Kind::Dash;
    let end = if words.is(k, "date") && !dash {
        k + 1
    } else if words.is(k, "present") {
        k + 1 + usize::from(words.is(k + 1, "day"))
    } else if words.any(k, set!["today", "now"]) {
        k + 1
    } else {
        return None;
    };
    // «2016-present-day» and «the 2016 to present gap» are no ends of a range.
    at.closes(end)
        .then(|| When::day(end, at.now.date(), Anchor::Relative))
}

/// `first`, which starts at `i`, as the last such day before the end of `second`.
pub(super) fn into_year(at: At<'_>, i: usize, first: When, second: When) -> Option<When> {
    let there = At {
        now: calendar::shift(second.stated.to?, Unit::Second, -1)?,
        direction: Direction::Past,
        ..at
    };
    match moment::read(there, i)? {
        Reading::Date(again) if again.end == first.end => Some(again),
        _ => None,
    }
}

/// «12.05.2016 - 14.05.2016»: day and month the way round in which the range runs forward.
pub(super) fn turned(first: When, second: When) -> Option<When> {
    let both = first.anchor == Anchor::Absolute && second.anchor == Anchor::Absolute;
    if !both || first.grain != Granularity::Day || first.possible == first.stated {
        return None;
    }
    let day = first.first()?;
    let other = Date::new(day.year(), day.day(), day.month()).ok()?;
    (other <= second.first()?).then(|| When::day(first.end, other, first.anchor))
}

/// `first` a year earlier: «from 3 May to now».
pub(super) fn last_year(first: When) -> Option<When> {
    let back = |at| calendar::shift(at, Unit::Year, -1);
    let range = calendar::between(back(first.stated.from?)?, back(first.stated.to?)?);
    Some(When {
        stated: range,
        possible: range,
        ..first
    })
}

/// `second` moved on by whole weeks or years until it is after `first`: «from Friday to Monday».
pub(super) fn after(at: At<'_>, first: When, second: When) -> Option<When> {
    let weekly = matches!(
        at.word(second.end.wrapping_sub(1)),
        Some(DateWord::Weekday(_))
    );
    let unit = if weekly {
        Unit::Week
    } else if second.anchor == Anchor::Partial {
        Unit::Year
    } else {
        return None;
    };
    let mut range = second.stated;
    for _ in 0..2 {
        if range.to? > first.stated.from? {
            return Some(When {
                stated: range,
                possible: range,
                ..second
            });
        }
        range = calendar::between(
            calendar::shift(range.from?, unit, 1)?,
            calendar::shift(range.to?, unit, 1)?,
        );
    }
    None
}

/// «from March to date».
pub(super) fn so_far(at: At<'_>, end: usize, first: When) -> Option<When> {
    let range = calendar::between(first.stated.from?, at.now);
    let mut when = When::new(end, range, first.grain, Anchor::Relative);
    when.possible.from = first.possible.from;
    Some(when)
}
