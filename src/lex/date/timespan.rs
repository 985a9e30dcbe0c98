//! From one time to another, and from a day on for so long: «noon to 3 pm», «for 3 hours from 10 am», «18 December for
//! 10 days», «next week from Monday to Wednesday».
//!
//! In: a place in a sentence, and what was read there. Out: the range.

use jiff::civil::date;

use super::calendar;
use super::calendar::Unit;
use super::length;
use super::moment;
use super::place::At;
use super::place::Reading;
use super::range::span;
use super::when::When;
use crate::lex::wordset::set;
use crate::value::Granularity;
use crate::value::TimeOfDay;

/// «noon to 3 pm», «from morning till night», «from 8 in the morning until 9:45 pm tomorrow».
pub(super) fn from_time(
    at: At<'_>,
    i: usize,
    from: TimeOfDay,
    second: &Reading,
) -> Option<Reading> {
    match second {
        Reading::Time(to, end) => {
            let points = from.from == from.to && to.from == to.to;
            if !points && !at.after_any(i, set!["from", "between"]) {
                return None;
            }
            let time = TimeOfDay {
                to: to.to,
                offset: from.offset.or(to.offset),
                possible: None,
                ..from
            };
            Some(Reading::Time(time, *end))
        }
        Reading::Date(to) => {
            let clock = to.grain > Granularity::PartOfDay && from.from == from.to;
            let date = to.first().filter(|_| clock)?;
            let mut start = date.to_datetime(from.from);
            if start > to.stated.from? {
                start = calendar::shift(start, Unit::Day, -1)?;
            }
            let range = calendar::between(start, to.stated.from?);
            let mut when = When {
                stated: range,
                ..*to
            };
            when.possible.from = calendar::shift(start, Unit::Day, -1);
            Some(Reading::Date(when))
        }
    }
}

/// «for 3 hours from 10 am».
pub(super) fn hours_from(at: At<'_>, i: usize) -> Option<Reading> {
    if !at.after_any(i, set!["for"]) {
        return None;
    }
    let length = length::length(at, i)?;
    if !length.is_clock() || !at.words.any(length.end, set!["from", "starting"]) {
        return None;
    }
    let at_word = usize::from(at.words.any(length.end + 1, set!["at", "from"]));
    let (mut time, end) = match moment::read(at, length.end + 1 + at_word)? {
        Reading::Time(time, end) => (time, end),
        // «for 3 hours from 5 pm tomorrow».
        Reading::Date(when) if when.grain > Granularity::PartOfDay => {
            let from = when.stated.from?;
            let stated = calendar::between(from, length.from(from, 1)?);
            return Some(Reading::Date(When { stated, ..when }));
        }
        Reading::Date(_) => return None,
    };
    let day = date(2000, 1, 1).to_datetime(time.from);
    time.to = length.from(day, 1)?.time();
    Some(Reading::Time(time, end))
}

/// «18 December for 10 days» as a whole text: from then on, so long. In a sentence the length is a fact of its own.
pub(super) fn lasting(at: At<'_>, i: usize, day: When) -> Option<When> {
    let on = usize::from(at.after_any(i, set!["on", "from", "starting"]));
    if day.grain != Granularity::Day || !at.words.is(day.end, "for") {
        return None;
    }
    // «from tomorrow for two weeks» says from when; «on 5 May for two weeks» tells two things.
    let told = at.after_any(i, set!["from", "starting"]);
    let length = length::length(at, day.end + 1)
        .filter(|length| told && !length.is_clock() || at.is_all(i - on, length.end))?;
    let from = day.stated.from?;
    let to = calendar::shift(length.from(from, 1)?, Unit::Day, 1)?;
    let range = calendar::between(from, to);
    Some(When {
        end: length.end,
        stated: range,
        possible: range,
        ..day
    })
}

/// «next week from Monday to Wednesday».
pub(super) fn days_of_week(at: At<'_>, week: When) -> Option<When> {
    let words = at.words;
    let between = words.is(week.end, "between");
    if week.grain != Granularity::Week || !between && !words.is(week.end, "from") {
        return None;
    }
    let (first, j) = at.weekday(week.end + 1)?;
    let link =
        words.any(j, set!["to", "until", "through", "till"]) || between && words.is(j, "and");
    let (last, end) = at.weekday(j + usize::from(link)).filter(|_| link)?;
    let day = |weekday| calendar::weekday_of_week(week.first()?, weekday);
    span(
        When::day(j, day(first)?, week.anchor),
        When::day(end, day(last)?, week.anchor),
    )
}
