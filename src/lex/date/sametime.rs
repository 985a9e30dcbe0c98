//! The clock of publication on another day: «this time tomorrow», «at the same time next week», «tomorrow at this time».
//!
//! In: a place in a sentence. Out: the moment. With a week, a month or a year it is as near as people mean it.

use super::absolute;
use super::calendar;
use super::calendar::Unit;
use super::place::At;
use super::relative;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «this time tomorrow», «same time next week», «this time last year».
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
    let j = named(at, i)?;
    if let Some(DateWord::Shift(by @ (-1 | 1))) = at.word(j)
        && let Some(unit) = at.unit(j + 1)
        && unit >= Unit::Week
    {
        let to = calendar::shift(at.now, unit, by.into())?;
        let slack = calendar::between(
            calendar::shift(to, Unit::Day, -15)?,
            calendar::shift(to, Unit::Day, 15)?,
        );
        let mut when = minute(to, j + 2)?;
        if unit > Unit::Week {
            when.possible = slack;
        }
        return Some(when);
    }
    let day = absolute::read(at, j).or_else(|| relative::simple(at, j))?;
    after_day(at, &day, day.end)
}

/// «this day last year», «the same week last year», «this month next year»: the unit that holds the day so far away.
pub(super) fn unit_elsewhere(at: At<'_>, i: usize) -> Option<When> {
    let unit = at
        .unit(i + 1)
        .filter(|_| at.words.any(i, set!["this", "same"]))?;
    let DateWord::Shift(by @ (-1 | 1)) = at.word(i + 2)? else {
        return None;
    };
    let far = at
        .unit(i + 3)
        .filter(|&far| far > unit && unit >= Unit::Day)?;
    let to = calendar::shift(at.now, far, by.into())?;
    let range = calendar::whole(to, unit, 0)?;
    Some(When::new(i + 4, range, unit.grain(), Anchor::Relative))
}

/// «tomorrow at this time»: the same, from the day on.
pub(super) fn behind(at: At<'_>, day: &When) -> Option<When> {
    let i = day.end + usize::from(at.words.is(day.end, "at"));
    let end = named(at, at.the(i))?;
    after_day(at, day, end)
}

/// The index after «this time», «the same time».
fn named(at: At<'_>, i: usize) -> Option<usize> {
    (at.words.any(i, set!["this", "same"]) && at.words.is(i + 1, "time")).then_some(i + 2)
}

fn after_day(at: At<'_>, day: &When, end: usize) -> Option<When> {
    if day.grain != Granularity::Day {
        return None;
    }
    minute(day.first()?.to_datetime(at.now.time()), end)
}

fn minute(from: jiff::civil::DateTime, end: usize) -> Option<When> {
    let range = calendar::between(from, calendar::shift(from, Unit::Minute, 1)?);
    Some(When::new(end, range, Granularity::Minute, Anchor::Relative))
}
