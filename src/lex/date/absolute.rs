//! Dates by number and name: «19 June 2023», «June 19», «2023-06-19», «Monday the 19th», «June 2023», «2023».
//!
//! In: a place in a sentence. Out: the day, month or year it says. Where the year is left out it is the last or the
//! next such day, by the direction; where day and month could be either way round («3/7/2017») the American order is
//! stated and both are possible.

use jiff::civil::Date;
use jiff::civil::Weekday;

use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::numeric::any_year;
use super::numeric::digits;
use super::numeric::separator;
use super::numeric::year_first;
use super::numeric::year_month;
use super::place::At;
use super::weekday::weekday_first;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use super::year::bare_year;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// The longest such date at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
    if !at.starts(i) {
        return None;
    }
    let readers: &[fn(At<'_>, usize) -> Option<When>] = match at.words.kind(i) {
        Kind::Digits => &[year_first, digits, day_first, year_month, bare_year],
        _ => &[month_first, weekday_first, day_first, bare_year],
    };
    let mut best: Option<When> = None;
    for read in readers {
        if let Some(when) = read(at, i)
            && best.is_none_or(|best| best.end < when.end)
        {
            best = Some(when);
        }
    }
    best
}

/// «14 April 2015», «14april», «the 4th of July, 1995», «05-Aug-2016», «15 days»: day before month.
pub(super) fn day_first(at: At<'_>, i: usize) -> Option<When> {
    let (day, j) = at.day_number(i)?;
    if at.words.glued(i)
        && i > 0
        && matches!(
            at.words.kind(i - 1),
            Kind::Stop | Kind::Colon | Kind::Currency | Kind::Comma
        )
    {
        return None;
    }
    if i > 0 && at.words.kind(i - 1) == Kind::Currency {
        return None;
    }
    // «the first third of May» is a part of it.
    if at.words.is(i, "third") && at.after_any(i, set!["first", "second", "last", "final"]) {
        return None;
    }
    let mut j = at.words.phrase(j, set!["day", "of"]).unwrap_or(j);
    if at.words.is(j, "of") {
        j += 1;
    }
    let dashed = separator(at, j, false)
        .filter(|&(kind, next)| kind != Kind::Stop || at.month(next).is_some());
    if let Some((_, next)) = dashed {
        j = next;
    }
    let (month, end) = at.month(j)?;
    // «until 12:30 December 27th», «for 12 December 27th»: the day stands behind.
    let behind = at.words.kind(end) == Kind::Digits && at.ordinal(end).is_some();
    if behind && at.ordinal(i).is_none() {
        return None;
    }
    // «the 4th of July»: the article is the ordinal's.
    let when = finish(at, end, month, day, dashed.is_some())?;
    let the = at.ordinal(i).is_some();
    Some(When { the, ..when })
}

/// The year after a month and day, and the day itself.
fn finish(at: At<'_>, end: usize, month: i8, day: i8, dashed: bool) -> Option<When> {
    if let Some((year, end)) = year_after(at, end, dashed) {
        // «5 October 2016 (Wednesday)».
        let mut end = end;
        if at.words.kind(end) == Kind::Open
            && let Some((_, after)) = at.weekday(end + 1)
            && at.words.kind(after) == Kind::Close
        {
            end = after + 1;
        }
        return Some(When::day(
            end,
            Date::new(year, month, day).ok()?,
            Anchor::Absolute,
        ));
    }
    let mut end = end;
    let mut date = None;
    // «5 October (Monday)».
    if at.words.kind(end) == Kind::Open
        && let Some((weekday, after)) = at.weekday(end + 1)
        && at.words.kind(after) == Kind::Close
    {
        date = agreeing(at, month, day, weekday);
        end = after + 1;
    }
    // «Jul 18, Fri»: the weekday picks the year, if one near by has it.
    let comma = usize::from(at.words.kind(end) == Kind::Comma);
    if let Some((weekday, after)) = at.weekday(end + comma)
        && (at.words.kind(after) != Kind::Comma
            || comma == 0
            || agreeing(at, month, day, weekday).is_some())
    {
        date = agreeing(at, month, day, weekday);
        let last = matches!(
            at.words.kind(after),
            Kind::None | Kind::Stop | Kind::End | Kind::Close
        );
        if date.is_some() || last {
            end = after;
        }
    }
    let date = match date {
        Some(date) => date,
        None => calendar::year_of_day(at.now.date(), month, day, at.direction)?,
    };
    Some(When::day(end, date, Anchor::Partial))
}

/// The day nearest in the direction whose weekday is right, at most a year away: beyond, it is more likely that the
/// weekday is wrong.
pub(super) fn agreeing(at: At<'_>, month: i8, day: i8, weekday: Weekday) -> Option<Date> {
    let today = at.now.date();
    // Years, and whether they have to be on the side that the verb tells.
    let years: &[(i16, bool)] = match at.direction {
        Direction::Past => &[(0, true), (-1, true), (0, false)],
        Direction::Future => &[(0, true), (1, true), (0, false), (-1, false)],
        Direction::Unknown => &[(0, false), (1, false), (-1, false)],
    };
    let fits = |&(more, sided): &(i16, bool)| {
        let date = Date::new(today.year() + more, month, day).ok()?;
        let side = match at.direction {
            Direction::Past => date <= today,
            _ => date >= today,
        };
        ((side || !sided) && date.weekday() == weekday).then_some(date)
    };
    years.iter().find_map(fits)
}

/// «, 2015», «of 2015», «in 2015», «15», «’15»: the year after a day or month.
pub(super) fn year_after(at: At<'_>, i: usize, dashed: bool) -> Option<(i16, usize)> {
    let words = at.words;
    if dashed && let Some((_, j)) = separator(at, i, false) {
        return any_year(at, j);
    }
    let comma = words.kind(i) == Kind::Comma;
    let mut j = i + usize::from(comma);
    if words.any(j, set!["of", "in"]) && !comma {
        j += 1;
        if words.is(j, "the") && words.is(j + 1, "year") {
            j += 2;
        } else if words.is(j, "year") {
            j += 1;
        }
    }
    if let Some((year, end)) = at.year(j) {
        // «on May 5, 2,300 people» and «5 May 2000 people».
        let grouped = words.kind(end) == Kind::Comma
            && words.glued(end)
            && words.glued(end + 1)
            && words.kind(end + 1) == Kind::Digits;
        let clock = words.kind(end) == Kind::Colon && words.glued(end)
            || words.any(end, set!["hours", "hrs", "h"]);
        return (!grouped && !clock).then_some((year, end));
    }
    // «last year», «of the following year»; «of that year» is told by the story.
    let shift = if j > i { at.the(j) } else { j };
    if let Some(DateWord::Shift(by)) = at.word(shift)
        && (words.any(shift, set!["last", "this", "next"])
            || j > i && !words.any(shift, set!["that", "same"]))
        && at.unit(shift + 1) == Some(Unit::Year)
    {
        return Some((at.now.year() + i16::from(by), shift + 2));
    }
    if words.kind(j) == Kind::Apostrophe && words.glued(j + 1) {
        let year = calendar::full_year(at.digits(j + 1, 2)?);
        return Some((year, j + 2));
    }
    // «14th April 15»: only where nothing else follows that it could count.
    if !comma && j == i && words.at(j).gap < Gap::Line {
        let last = matches!(words.kind(j + 1), Kind::None | Kind::Close | Kind::Comma)
            || words.kind(j + 1) == Kind::Stop && j + 2 >= words.len()
            || was(words, j + 1);
        let month = matches!(at.word(j.wrapping_sub(1)), Some(DateWord::Month(_)));
        let ordinal = j > 0 && words.entry(j - 1).number.is_some()
            || words.any(j.wrapping_sub(1), set!["st", "nd", "rd", "th"]);
        if last && (ordinal || month) && !(month && words.kind(j.wrapping_sub(2)) == Kind::None) {
            return Some((calendar::full_year(at.digits(j, 2)?), j + 1));
        }
    }
    None
}

fn was(words: Words<'_>, i: usize) -> bool {
    words.any(i, set!["was", "is", "were", "are"])
}

/// «June 19, 2023», «June the 19th», «October2», «Oct/2», «June 2023», «June».
pub(super) fn month_first(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (month, j) = at.month(i)?;
    let mut k = at.the(j);
    let mut dashed = false;
    if let Some((kind, next)) = separator(at, j, false)
        && matches!(kind, Kind::Slash | Kind::Dash)
    {
        k = next;
        dashed = true;
    }
    let in_words = words.kind(j) == Kind::Word && at.year(j).is_some();
    if (k == j || dashed || at.ordinal(k).is_some())
        && !in_words
        && let Some((day, end)) = month_day(at, k)
        && let Some(when) = finish(at, end, month, day, dashed)
    {
        return Some(when);
    }
    let told = at.after_any(
        i,
        set![
            "in",
            "of",
            "since",
            "until",
            "till",
            "by",
            "from",
            "to",
            "through",
            "between",
            "before",
            "after",
            "during",
            "and",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "for",
            "mid-",
            "-",
            "–",
            "throughout",
            "around",
            "end",
        ],
    ) || at.after_any(i, set!["as"])
        && words.any(i.wrapping_sub(2), set!["early", "late", "recently"]);
    // «May and June», «March or April».
    let listed =
        words.any(j, set!["and", "or"]) && matches!(at.word(j + 1), Some(DateWord::Month(_)));
    let told = told
        || listed && words.capital(i)
        || words.len() <= j
        || at.after_any(
            i,
            set!["coming", "upcoming", "past", "previous", "following"],
        );
    if let Some((year, end)) =
        year_after(at, j, dashed).filter(|_| !words.is(j, "in") || at.digits(j + 1, 4).is_some())
    {
        let range = calendar::month(year, month)?;
        return Some(When::new(end, range, Granularity::Month, Anchor::Absolute));
    }
    let doubtful = words.any(
        i,
        set!["may", "march", "mar", "sun", "dec", "jun", "august"],
    );
    if doubtful && !words.capital(i) && !told {
        return None;
    }
    if words.any(i, set!["may", "march", "mar"]) && !told {
        return None;
    }
    // «April Jones», «June Carter»: a name.
    if !told
        && words.capital(i + 1)
        && at.word(i + 1).is_none()
        && words.any(i, set!["april", "june", "august", "may", "jan"])
    {
        return None;
    }
    let year = calendar::year_of_month(at.now.date(), month, at.direction);
    let range = calendar::month(year, month)?;
    Some(When::new(j, range, Granularity::Month, Anchor::Partial))
}

/// A day of the month after a month's name, with no sign that the number counts something else.
fn month_day(at: At<'_>, i: usize) -> Option<(i8, usize)> {
    let words = at.words;
    let (day, end) = at.day_number(i)?;
    if at.ordinal(i).is_some() {
        return Some((day, end));
    }
    let decimal = matches!(words.kind(end), Kind::Stop | Kind::Colon | Kind::Comma)
        && words.glued(end)
        && words.glued(end + 1)
        && words.kind(end + 1) == Kind::Digits
        && !(words.kind(end) == Kind::Comma && words.width(end + 1) == 4);
    let other = words.kind(end) == Kind::Percent
        || words.any(
            end,
            set!["percent", "per", "million", "billion", "points", "people",],
        )
        || words.glued(end) && words.kind(end) == Kind::Word && !words.is(end, "'s");
    (!decimal && !other).then_some((day, end))
}
