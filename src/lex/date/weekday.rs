//! Days of the week, with and without a date: «Monday», «Monday, 19 June», «Friday the 21st».
//!
//! In: a place in a sentence. Out: the day. A weekday that contradicts its date does not change it; where the year or
//! month is left out, the weekday helps to find it.

use jiff::civil::Date;
use jiff::civil::Weekday;

use super::absolute::agreeing;
use super::absolute::day_first;
use super::absolute::month_first;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::monthday;
use super::numeric::digits;
use super::numeric::stop_date;
use super::numeric::year_first;
use super::place::At;
use super::when::Anchor;
use super::when::When;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «Monday, 19 June», «Friday the 21st», «Sunday 31», «Tue May 9», «Friday 7.6», «Monday».
pub(super) fn weekday_first(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (weekday, j) = at.weekday(i)?;
    let comma = usize::from(words.kind(j) == Kind::Comma);
    let k = at.the(j + comma);
    if let Some(when) = with_weekday(at, k, weekday) {
        return Some(when);
    }
    // «Thursday (April 20)».
    if words.kind(j) == Kind::Open
        && let Some(when) = with_weekday(at, j + 1, weekday)
        && words.kind(when.end) == Kind::Close
    {
        let end = when.end + 1;
        return Some(When { end, ..when });
    }
    // «Friday the 13th of next month».
    if let Some(when) = monthday::day_of(at, k)
        && when.anchor == Anchor::Relative
    {
        return Some(when);
    }
    if let Some(when) = with_shift(at, j, weekday) {
        return Some(when);
    }
    // «Monday, the 18th».
    if (comma == 0 || k > j + 1 && at.ordinal(k).is_some())
        && let Some((day, end)) = at.day_number(k)
        && (at.ordinal(k).is_some()
            || k > j && (words.kind(k) == Kind::Digits || stops(at, end))
            || k == j && !starts_other(at, end))
        // «on Wednesday, the first craft to land».
        && (comma == 0 || stops(at, end))
        && let Some(date) = day_and_weekday(at, day, weekday)
    {
        return Some(When::day(end, date, Anchor::Partial));
    }
    if let Some(end) = words.phrase(j, set!["after", "next"]) {
        let day = at.now.date().nth_weekday(2, weekday).ok()?;
        return Some(When::day(end, day, Anchor::Relative));
    }
    let date = calendar::weekday(at.now.date(), weekday, at.direction)?;
    let mut when = When::day(j, date, Anchor::Partial);
    // A day to come that is publication's own weekday may be today or a week away.
    if at.direction != Direction::Past && at.now.date().weekday() == weekday {
        let next = calendar::weekday(at.now.date(), weekday, Direction::Unknown)?;
        when.possible = calendar::hull(calendar::day(at.now.date()), calendar::day(next));
    }
    Some(when)
}

/// «Friday last», «Monday next», «Tuesday coming», «Friday before last».
fn with_shift(at: At<'_>, i: usize, weekday: Weekday) -> Option<When> {
    let words = at.words;
    let today = at.now.date();
    // «Friday week» is a week later.
    if words.is(i, "week") && at.closes(i + 1) {
        let day = calendar::weekday(today, weekday, Direction::Future)?;
        let day = calendar::shift(day.into(), Unit::Week, 1)?.date();
        return Some(When::day(i + 1, day, Anchor::Relative));
    }
    if let Some(end) = words.phrase(i, set!["before", "last"]) {
        let day = today.nth_weekday(-2, weekday).ok()?;
        return Some(When::day(end, day, Anchor::Relative));
    }
    let (n, end) = if words.is(i, "last") {
        (-1, i + 1)
    } else if words.any(i, set!["next", "coming"]) {
        (1, i + 1)
    } else {
        return None;
    };
    let free = matches!(
        words.kind(end),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
    );
    let day = today.nth_weekday(n, weekday).ok().filter(|_| free)?;
    Some(When::day(end, day, Anchor::Relative))
}

/// Whether nothing follows that a number could count.
fn stops(at: At<'_>, end: usize) -> bool {
    matches!(
        at.words.kind(end),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
    ) || at.words.any(end, set!["at", "around", "between", "from"])
}

/// Whether a bare number after a weekday belongs to what follows it: a clock time, a count.
fn starts_other(at: At<'_>, end: usize) -> bool {
    let words = at.words;
    match words.kind(end) {
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close => {
            words.glued(end + 1) && words.kind(end + 1) == Kind::Digits
        }
        Kind::Word => !words.any(
            end,
            set![
                "at", "around", "between", "from", "with", "please", "if", "instead", "or",
                "until",
            ],
        ),
        _ => true,
    }
}

/// A full date after a weekday.
fn with_weekday(at: At<'_>, i: usize, weekday: Weekday) -> Option<When> {
    if !at.starts(i) {
        return None;
    }
    let when = [day_first, month_first, year_first, digits]
        .into_iter()
        .filter_map(|read| read(at, i))
        .max_by_key(|when| when.end)
        .or_else(|| stop_date(at, i));
    let when = when.filter(|when| when.grain == Granularity::Day)?;
    let date = when.first()?;
    if when.anchor == Anchor::Partial && date.weekday() != weekday {
        let numeric = at.words.kind(i) == Kind::Digits && at.words.kind(i + 1) == Kind::Slash;
        for other in [Some(date), swapped(date).filter(|_| numeric)]
            .into_iter()
            .flatten()
        {
            if let Some(date) = agreeing(at, other.month(), other.day(), weekday) {
                return Some(When::day(when.end, date, Anchor::Partial));
            }
        }
    }
    Some(when)
}

fn swapped(date: Date) -> Option<Date> {
    Date::new(date.year(), date.day(), date.month()).ok()
}

/// The nearest day of the month on that weekday.
fn day_and_weekday(at: At<'_>, day: i8, weekday: Weekday) -> Option<Date> {
    let today = at.now.date();
    if let Ok(date) = Date::new(today.year(), today.month(), day)
        && date.weekday() == weekday
    {
        return Some(date);
    }
    let mut month = Date::new(today.year(), today.month(), 1).ok()?;
    for _ in 0..60 {
        if let Ok(date) = Date::new(month.year(), month.month(), day)
            && date.weekday() == weekday
            && (if at.direction == Direction::Past {
                date <= today
            } else {
                date >= today
            })
        {
            return Some(date);
        }
        month = if at.direction == Direction::Past {
            month.yesterday().ok()?.first_of_month()
        } else {
            month.last_of_month().tomorrow().ok()?
        };
    }
    None
}
