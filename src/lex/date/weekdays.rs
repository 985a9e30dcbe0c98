//! Days and units that are counted: «four Tuesdays from now», «two weekends ago», «2 upcoming weeks».
//!
//! In: a place in a sentence. Out: the day or period.

use jiff::civil::Weekday;

use super::calendar;
use super::calendar::Unit;
use super::place::At;
use super::relative::away;
use super::season::season_near;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// «2 upcoming weeks», «four Tuesdays from now», «2 thursdays ago», «two monday later».
pub(super) fn upcoming_units(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (count, j) = at
        .integer(i, 2)
        .or_else(|| words.is(i, "few").then_some((3, i + 1)))?;
    // «3 upcoming weekends».
    if let Some(DateWord::Shift(by)) = at.word(j)
        && by != 0
        && at.word(j + 1) == Some(DateWord::Weekends)
    {
        let today = at.now.date();
        let (first, last) = if by < 0 { (-count, -1) } else { (1, count) };
        let range = calendar::between(
            calendar::weekend(today, first)?.from?,
            calendar::weekend(today, last)?.to?,
        );
        return Some(When::new(j + 2, range, Granularity::Week, Anchor::Relative));
    }
    if words.any(j, set!["upcoming", "coming"])
        && let Some(unit) = at.unit(j + 1)
    {
        let range = calendar::whole(at.now, unit, count)?;
        return Some(When::new(j + 2, range, unit.grain(), Anchor::Relative));
    }
    // «the two previous years», «3 following weeks».
    if words.any(j, set!["previous", "following", "past", "next", "last"])
        && let Some(DateWord::Shift(by)) = at.word(j)
        && let Some(unit) = at.unit(j + 1)
        && unit >= Unit::Day
        && words.str(j + 1).ends_with('s')
        && count > 0
    {
        let other = calendar::shift(at.now, unit, i64::from(by) * count)?;
        let day = |at| calendar::floor(at, Unit::Day);
        let (from, to) = (day(at.now.min(other)), day(at.now.max(other)));
        let range = calendar::between(from, to);
        let anchor = if words.any(j, set!["previous", "following"]) {
            Anchor::Story
        } else {
            Anchor::Relative
        };
        return Some(When::new(j + 2, range, unit.grain(), anchor));
    }
    None
}

/// «the next two Tuesdays», «the last three Fridays»: from the first of them to the last.
pub(super) fn weekdays_ahead(at: At<'_>, i: usize) -> Option<When> {
    let DateWord::Shift(by) = at.word(i)? else {
        return None;
    };
    let (count, j) = at.integer(i + 1, 2).filter(|_| by != 0)?;
    let weekday = plural(at, j)?;
    let day = |n: i64| {
        let n = i32::try_from(n).ok()?;
        at.now.date().nth_weekday(n, weekday).ok()
    };
    let (near, far) = (day(by.into())?, day(i64::from(by) * count)?);
    let range = calendar::hull(calendar::day(near), calendar::day(far));
    Some(When::new(j + 1, range, Granularity::Week, Anchor::Relative))
}

/// «Tuesdays» is one of the days.
fn plural(at: At<'_>, i: usize) -> Option<Weekday> {
    if at.word(i)? != DateWord::Weekdays {
        return None;
    }
    named(at.words.str(i).strip_suffix(['s', 'S'])?)
}

/// The day of a name in full.
pub(super) fn named(single: &str) -> Option<Weekday> {
    let mut days = DAYS.iter();
    days.find(|(name, _)| name.eq_ignore_ascii_case(single))
        .map(|&(_, day)| day)
}

/// «two summers ago», «three winters from now».
pub(super) fn seasons_away(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (count, j) = at.integer(i, 2)?;
    let season = SEASONS.iter().position(|name| words.is(j, name))?;
    let (sign, end) = if words.any(j + 1, set!["ago", "back"]) {
        (-1, j + 2)
    } else {
        away(at, j + 1)?
    };
    let near = season_near(
        at,
        end,
        i8::try_from(season).ok()?,
        i8::try_from(sign).ok()?,
    )?;
    let more = sign * (count - 1);
    let moved = |range: DateRange| DateRange {
        from: range
            .from
            .and_then(|from| calendar::shift(from, Unit::Year, more)),
        to: range
            .to
            .and_then(|to| calendar::shift(to, Unit::Year, more)),
    };
    Some(When {
        stated: moved(near.stated),
        possible: moved(near.possible),
        anchor: Anchor::Relative,
        ..near
    })
}

/// In the order of the year.
const SEASONS: [&str; 4] = ["springs", "summers", "autumns", "winters"];

/// «four Tuesdays from now», «2 Thursdays ago», «two weekends ago».
pub(super) fn weekdays_away(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (count, j) = at.integer(i, 2)?;
    if matches!(at.word(j), Some(DateWord::Weekend | DateWord::Weekends)) {
        let (sign, end) = away(at, j + 1)?;
        let range = calendar::weekend(at.now.date(), sign * count)?;
        return Some(When::new(end, range, Granularity::Week, Anchor::Relative));
    }
    let weekday = match at.word(j)? {
        DateWord::Weekday(n) => Weekday::from_monday_one_offset(n).ok()?,
        DateWord::Weekdays => plural(at, j)?,
        _ => return None,
    };
    let (sign, end) = if words.any(j + 1, set!["ago", "back"]) {
        (-1, j + 2)
    } else if words.any(j + 1, set!["later", "hence"]) {
        (1, j + 2)
    } else if let Some((sign, end)) = away(at, j + 1) {
        (sign, end)
    } else if at.after_any(i, set!["in"]) && words.len() <= j + 1 {
        (1, j + 1)
    } else {
        return None;
    };
    let n = i32::try_from(sign * count).ok()?;
    let day = at.now.date().nth_weekday(n, weekday).ok()?;
    Some(When::day(end, day, Anchor::Relative))
}

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];
