//! Dates by number and name: «19 June 2023», «June 19», «2023-06-19», «Monday the 19th», «June 2023», «2023».
//!
//! In: a place in a sentence. Out: the day, month or year it says. Where the year is left out it is the last or the
//! next such day, by the direction; where day and month could be either way round («3/7/2017») the American order is
//! stated and both are possible.

use jiff::civil::Date;
use jiff::civil::Weekday;

use super::calendar;
use super::calendar::Direction;
use super::date::Anchor;
use super::date::At;
use super::date::DateWord;
use super::date::When;
use super::token::Gap;
use super::token::Kind;
use crate::value::Granularity;

/// The longest such date at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
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

/// A separator of numeric dates at `i`: the index after it and its kind. Blanks around it are allowed where `loose`.
fn separator(at: At<'_>, i: usize, loose: bool) -> Option<(Kind, usize)> {
    let kind = at.words.kind(i);
    let fits = matches!(kind, Kind::Slash | Kind::Dash | Kind::Stop);
    let glued = at.words.glued(i) && at.words.glued(i + 1);
    let one_side = at.words.glued(i) || at.words.glued(i + 1) || kind == Kind::Dash;
    (fits && (glued || loose && one_side && kind != Kind::Stop)).then_some((kind, i + 1))
}

/// A number of one or two digits.
fn short(at: At<'_>, i: usize) -> Option<(i8, usize)> {
    let text = at.words.str(i);
    if at.words.kind(i) != Kind::Digits || text.len() > 2 {
        return None;
    }
    Some((text.parse().ok()?, i + 1))
}

/// Whether a number goes on at `i`: «1/2/3» is no date if «/4» follows.
fn goes_on(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    let mark = matches!(
        words.kind(i),
        Kind::Slash | Kind::Dash | Kind::Stop | Kind::Colon
    ) && words.glued(i)
        && words.glued(i + 1)
        && words.kind(i + 1) == Kind::Digits;
    let dash = words.kind(i) == Kind::Dash;
    mark && !dash || words.kind(i) == Kind::Percent
}

/// «2023-06-19», «2015/08/12», «2015.5.13», «2020/Sep/23», «2020/23/Sep», «20170302».
fn year_first(at: At<'_>, i: usize) -> Option<When> {
    if let Some(date) = compact(at, i) {
        return Some(When::day(i + 1, date, Anchor::Absolute));
    }
    let year = at.digits(i, 4)?;
    let (mark, j) = separator(at, i + 1, false)?;
    let (month, day, end) = if let Some((month, next)) = at.month(j) {
        let (_, k) = separator(at, next, false).filter(|&(kind, _)| kind == mark)?;
        let (day, end) = short(at, k)?;
        (month, day, end)
    } else {
        let (first, next) = short(at, j)?;
        let (_, k) = separator(at, next, false).filter(|&(kind, _)| kind == mark)?;
        if let Some((month, end)) = at.month(k) {
            (month, first, end)
        } else {
            let (second, end) = short(at, k)?;
            if first > 12 {
                (second, first, end)
            } else {
                (first, second, end)
            }
        }
    };
    if mark != Kind::Dash && goes_on(at, end) {
        return None;
    }
    let date = Date::new(year, month, day).ok()?;
    Some(When::day(end, date, Anchor::Absolute))
}

/// «20170302» in a file name or an address.
fn compact(at: At<'_>, i: usize) -> Option<Date> {
    let text = at.words.str(i);
    if text.len() != 8 || !matches!(&text[..2], "19" | "20") {
        return None;
    }
    let inside = at.words.glued(i) && at.words.kind(i - 1) == Kind::Dash;
    if !inside && !at.rule {
        return None;
    }
    Date::new(
        text[..4].parse().ok()?,
        text[4..6].parse().ok()?,
        text[6..].parse().ok()?,
    )
    .ok()
}

/// «10/31/1974», «21-04-2016», «3-7-07», «31/Oct/1974», «23-2020-September», «4/25».
fn digits(at: At<'_>, i: usize) -> Option<When> {
    let (first, j) = short(at, i)?;
    if at.words.glued(i)
        && i > 0
        && matches!(
            at.words.kind(i - 1),
            Kind::Word | Kind::Slash | Kind::Currency | Kind::Stop | Kind::Colon
        )
    {
        return None;
    }
    let (mark, j) = separator(at, j, false)?;
    if let Some((month, k)) = at.month(j) {
        let (_, k) = separator(at, k, false).filter(|&(kind, _)| kind == mark)?;
        let (year, end) = any_year(at, k)?;
        return Some(When::day(
            end,
            Date::new(year, month, first).ok()?,
            Anchor::Absolute,
        ));
    }
    if let Some(year) = at.digits(j, 4) {
        let (_, k) = separator(at, j + 1, false)?;
        let (month, end) = at.month(k)?;
        return Some(When::day(
            end,
            Date::new(year, month, first).ok()?,
            Anchor::Absolute,
        ));
    }
    let (second, k) = short(at, j)?;
    let third = separator(at, k, false).filter(|&(kind, _)| kind == mark);
    if let Some((_, k)) = third
        && let Some((year, end)) = any_year(at, k)
    {
        if goes_on(at, end) || at.words.str(k).len() == 2 && mark == Kind::Stop {
            return None;
        }
        let american = Date::new(year, first, second).ok();
        let european = Date::new(year, second, first).ok();
        return Some(either(end, american, european, Anchor::Absolute)?);
    }
    if third.is_some() || mark == Kind::Stop || goes_on(at, k) {
        return None;
    }
    without_year(at, i, k, mark, first, second)
}

/// «4/25», «22/04»: only where the words around allow it, for «3/4», «24/7» and «9/11» are something else.
fn without_year(
    at: At<'_>,
    i: usize,
    end: usize,
    mark: Kind,
    first: i8,
    second: i8,
) -> Option<When> {
    let words = at.words;
    let told = at.after_any(
        i,
        &[
            "on", "by", "until", "till", "before", "after", "since", "from", "between", "for",
        ],
    ) || i > 0 && matches!(at.word(i - 1), Some(DateWord::Weekday(_)))
        || i > 1 && matches!(at.word(i - 2), Some(DateWord::Weekday(_)));
    let alone = words.len() == end && i == 0;
    if mark == Kind::Dash && !alone || at.after_any(i, &["at"]) {
        return None;
    }
    let fraction = first < second && second <= 12;
    let famous = (first, second) == (24, 7) || (first, second) == (9, 11);
    let ranges = words.kind(end) == Kind::Dash;
    if (fraction || famous) && !(told || ranges && !famous) {
        return None;
    }
    if !told
        && !alone
        && words.kind(end) == Kind::Word
        && !ranges
        && !words.any(end, &["at", "to", "between", "from"])
    {
        return None;
    }
    let day = |month, day| calendar::year_of_day(at.now.date(), month, day, at.direction);
    let american = if first <= 12 {
        day(first, second)
    } else {
        None
    };
    let european = if second <= 12 {
        day(second, first)
    } else {
        None
    };
    either(end, american, european, Anchor::Partial)
}

fn either(
    end: usize,
    american: Option<Date>,
    european: Option<Date>,
    anchor: Anchor,
) -> Option<When> {
    let stated = american.or(european)?;
    let mut when = When::day(end, stated, anchor);
    if let Some(other) = european {
        when.possible = calendar::hull(when.possible, calendar::day(other));
    }
    Some(when)
}

/// A year of four digits, or of two.
fn any_year(at: At<'_>, i: usize) -> Option<(i16, usize)> {
    if let Some(year) = at.digits(i, 4) {
        return (year >= 1000).then_some((year, i + 1));
    }
    Some((calendar::full_year(at.digits(i, 2)?), i + 1))
}

/// «14 April 2015», «14april», «the 4th of July, 1995», «05-Aug-2016», «15 days»: day before month.
fn day_first(at: At<'_>, i: usize) -> Option<When> {
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
    let mut j = at.words.phrase(j, &["day", "of"]).unwrap_or(j);
    if at.words.is(j, "of") {
        j += 1;
    }
    let dashed = separator(at, j, false).filter(|&(kind, _)| kind != Kind::Stop);
    if let Some((_, next)) = dashed {
        j = next;
    }
    let (month, end) = at.month(j)?;
    finish(at, end, month, day, dashed.is_some())
}

/// The year after a month and day, and the day itself.
fn finish(at: At<'_>, end: usize, month: i8, day: i8, dashed: bool) -> Option<When> {
    if let Some((year, end)) = year_after(at, end, dashed) {
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
        && (at.words.kind(after) != Kind::Comma || comma == 0)
    {
        date = agreeing(at, month, day, weekday);
        if date.is_some() {
            end = after;
        }
    }
    let date = match date {
        Some(date) => date,
        None => calendar::year_of_day(at.now.date(), month, day, at.direction)?,
    };
    Some(When::day(end, date, Anchor::Partial))
}

/// The day nearest in the direction whose weekday is right, within two years.
fn agreeing(at: At<'_>, month: i8, day: i8, weekday: Weekday) -> Option<Date> {
    let today = at.now.date();
    let years: [i16; 6] = match at.direction {
        Direction::Past => [0, -1, -2, -3, -4, -5],
        _ => [0, 1, 2, -1, -2, 3],
    };
    let fits = |&more: &i16| {
        let date = Date::new(today.year() + more, month, day).ok()?;
        let side = match at.direction {
            Direction::Past => date <= today,
            _ => date >= today || more < 0,
        };
        (side && date.weekday() == weekday).then_some(date)
    };
    years.iter().find_map(fits)
}

/// «, 2015», «of 2015», «in 2015», «15», «’15»: the year after a day or month.
fn year_after(at: At<'_>, i: usize, dashed: bool) -> Option<(i16, usize)> {
    let words = at.words;
    if dashed && let Some((_, j)) = separator(at, i, false) {
        return any_year(at, j);
    }
    let comma = words.kind(i) == Kind::Comma;
    let mut j = i + usize::from(comma);
    if words.any(j, &["of", "in"]) && !comma {
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
        let clock = words.kind(end) == Kind::Colon && words.glued(end);
        return (!grouped && !clock).then_some((year, end));
    }
    if let Some(DateWord::Shift(by)) = at.word(j)
        && words.any(j, &["last", "this", "next"])
        && at.unit(j + 1) == Some(calendar::Unit::Year)
    {
        return Some((at.now.year() + i16::from(by), j + 2));
    }
    if words.kind(j) == Kind::Apostrophe && words.glued(j + 1) {
        let year = calendar::full_year(at.digits(j + 1, 2)?);
        return Some((year, j + 2));
    }
    // «14th April 15»: only where nothing else follows that it could count.
    if !comma && j == i && words.at(j).gap < Gap::Line {
        let last = matches!(words.kind(j + 1), Kind::None | Kind::Close | Kind::Comma)
            || was(words, j + 1);
        let month = matches!(at.word(j.wrapping_sub(1)), Some(DateWord::Month(_)));
        let ordinal = j > 0 && words.entry(j - 1).number.is_some()
            || words.any(j.wrapping_sub(1), &["st", "nd", "rd", "th"]);
        if last && (ordinal || month) && !(month && words.kind(j.wrapping_sub(2)) == Kind::None) {
            return Some((calendar::full_year(at.digits(j, 2)?), j + 1));
        }
    }
    None
}

fn was(words: super::token::Words<'_>, i: usize) -> bool {
    words.any(i, &["was", "is", "were", "are"])
}

/// «June 19, 2023», «June the 19th», «October2», «Oct/2», «June 2023», «June».
fn month_first(at: At<'_>, i: usize) -> Option<When> {
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
    if (k == j || dashed || at.ordinal(k).is_some()) && !in_words {
        if let Some((day, end)) = month_day(at, k) {
            if let Some(when) = finish(at, end, month, day, dashed) {
                return Some(when);
            }
        }
    }
    let told = at.after_any(
        i,
        &[
            "in", "of", "since", "until", "till", "by", "from", "to", "through", "between",
            "before", "after", "during", "and", "last", "next", "this", "early", "late", "mid",
            "for", "mid-", "-", "–",
        ],
    );
    let doubtful = words.any(i, &["may", "march", "mar", "sun", "dec", "jun", "august"]);
    if doubtful && !words.capital(i) && !told {
        return None;
    }
    if let Some((year, end)) =
        year_after(at, j, dashed).filter(|_| !words.is(j, "in") || at.digits(j + 1, 4).is_some())
    {
        let range = calendar::month(year, month)?;
        return Some(When::new(end, range, Granularity::Month, Anchor::Absolute));
    }
    if words.any(i, &["may", "march", "mar"]) && !told {
        return None;
    }
    // «April Jones», «June Carter»: a name.
    if !told
        && words.capital(i + 1)
        && at.word(i + 1).is_none()
        && words.any(i, &["april", "june", "august", "may", "jan"])
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
        && !(words.kind(end) == Kind::Comma && words.str(end + 1).len() == 4);
    let other = words.kind(end) == Kind::Percent
        || words.any(
            end,
            &[
                "percent", "per", "million", "billion", "points", "am", "pm", "people",
            ],
        )
        || words.glued(end) && words.kind(end) == Kind::Word && !words.is(end, "'s");
    (!decimal && !other).then_some((day, end))
}

/// «Monday, 19 June», «Friday the 21st», «Sunday 31», «Tue May 9», «Friday 7.6», «Monday».
fn weekday_first(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (weekday, j) = at.weekday(i)?;
    let comma = usize::from(words.kind(j) == Kind::Comma);
    let k = at.the(j + comma);
    if let Some(when) = with_weekday(at, k, weekday) {
        return Some(when);
    }
    if comma == 0
        && let Some((day, end)) = at.day_number(k)
        && (at.ordinal(k).is_some()
            || k > j && (words.kind(k) == Kind::Digits || stops(at, end))
            || k == j && !starts_other(at, end))
        && let Some(date) = day_and_weekday(at, day, weekday)
    {
        return Some(When::day(end, date, Anchor::Partial));
    }
    if let Some(end) = words.phrase(j, &["after", "next"]) {
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

/// Whether nothing follows that a number could count.
fn stops(at: At<'_>, end: usize) -> bool {
    matches!(
        at.words.kind(end),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
    ) || at.words.any(end, &["at", "around", "between", "from"])
}

/// Whether a bare number after a weekday belongs to what follows it: a clock time, a count.
fn starts_other(at: At<'_>, end: usize) -> bool {
    let words = at.words;
    match words.kind(end) {
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close => {
            words.glued(end + 1) && words.kind(end + 1) == Kind::Digits
        }
        Kind::Word => !words.any(end, &["at", "around", "between", "from"]),
        _ => true,
    }
}

/// A full date after a weekday.
fn with_weekday(at: At<'_>, i: usize, weekday: Weekday) -> Option<When> {
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

/// «7.6» after a weekday.
fn stop_date(at: At<'_>, i: usize) -> Option<When> {
    let (first, j) = short(at, i)?;
    let (mark, k) = separator(at, j, false)?;
    let (second, end) = short(at, k)?;
    if mark != Kind::Stop || at.words.any(end, &["am", "pm", "a", "p"]) {
        return None;
    }
    let day = |month, day| calendar::year_of_day(at.now.date(), month, day, at.direction);
    either(end, day(first, second), day(second, first), Anchor::Partial)
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

/// «2014-10», «2016- 11», «2015.3», «10/2013», «11 - 2016», «2016 November».
fn year_month(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if i > 0
        && words.glued(i)
        && matches!(
            words.kind(i - 1),
            Kind::Dash | Kind::Slash | Kind::Stop | Kind::Currency
        )
    {
        return None;
    }
    let (year, month, end) = if let Some(year) = at.digits(i, 4) {
        if let Some((month, end)) = at.month(i + 1) {
            if let Some((day, last)) = at.day_number(end) {
                return Some(When::day(
                    last,
                    Date::new(year, month, day).ok()?,
                    Anchor::Absolute,
                ));
            }
            (year, month, end)
        } else {
            let (mark, j) = separator(at, i + 1, true)?;
            let (month, end) = short(at, j)?;
            if mark == Kind::Stop && words.str(j).len() > 1
                || mark == Kind::Dash
                    && words.str(j).len() < 2
                    && !matches!(words.kind(end), Kind::None | Kind::Stop)
            {
                return None;
            }
            (year, month, end)
        }
    } else {
        let (month, j) = short(at, i)?;
        let (mark, k) = separator(at, j, true)?;
        let year = at.digits(k, 4)?;
        if mark == Kind::Stop {
            return None;
        }
        (year, month, k + 1)
    };
    if goes_on(at, end)
        || words.kind(end) == Kind::Dash && words.glued(end)
        || !(1500..2200).contains(&year)
    {
        return None;
    }
    let range = calendar::month(year, month)?;
    Some(When::new(end, range, Granularity::Month, Anchor::Absolute))
}

/// «in 2018», «2018», «nineteen ninety six», «in 2014 A.D.».
fn bare_year(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (year, end) = at.year(i)?;
    let digits = words.kind(i) == Kind::Digits;
    let told = at.after_any(
        i,
        &[
            "in",
            "since",
            "until",
            "till",
            "during",
            "before",
            "after",
            "year",
            "early",
            "late",
            "mid",
            "circa",
            "between",
            "than",
            "throughout",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
        ],
    );
    let recent = (1900..2100).contains(&year);
    if i > 0
        && words.glued(i)
        && !matches!(
            words.kind(i - 1),
            Kind::Open | Kind::QuoteOpen | Kind::Quote | Kind::Dash
        )
    {
        return None;
    }
    if !told && !(recent && digits) && !at.rule && !(recent && !digits && words.len() == end) {
        return None;
    }
    let end = epoch(at, end);
    if goes_on(at, end) || matches!(words.kind(end), Kind::Slash) && words.glued(end) {
        return None;
    }
    if !told && !at.rule && !stands_free(at, i, end) && super::date::trail(at, i, end).is_none() {
        return None;
    }
    if digits && counts(at, end, year) {
        return None;
    }
    Some(When::new(
        end,
        calendar::year(year)?,
        Granularity::Year,
        Anchor::Absolute,
    ))
}

/// «A.D.», «AD», «CE» after a year.
fn epoch(at: At<'_>, i: usize) -> usize {
    let words = at.words;
    if words.any(i, &["ad", "ce"]) && words.str(i).starts_with(char::is_uppercase) {
        return i + 1;
    }
    if words.is(i, "a") && words.kind(i + 1) == Kind::Stop && words.is(i + 2, "d") {
        return i + 3 + usize::from(words.kind(i + 3) == Kind::Stop);
    }
    i
}

/// Whether the number counts what follows: «in 2000 cases».
fn counts(at: At<'_>, end: usize, year: i16) -> bool {
    let words = at.words;
    let noun = words.kind(end) == Kind::Word
        && !words.capital(end)
        && !words.has(end, super::fold::flag::FUNCTION)
        && words.is(end, "'s") == false;
    let round = year % 100 == 0 || !(1600..2100).contains(&year);
    words.any(end, &["block", "blocks"])
        || noun && round
        || at.unit(end).is_some()
        || words.any(
            end,
            &[
                "people", "km", "kg", "miles", "metres", "meters", "dollars", "euros",
            ],
        )
}

/// Whether a year without preposition can be one: no noun beside it.
fn stands_free(at: At<'_>, i: usize, end: usize) -> bool {
    use super::fold::flag;
    let words = at.words;
    let before = match words.kind(i.wrapping_sub(1)) {
        Kind::None
        | Kind::Open
        | Kind::Comma
        | Kind::Dash
        | Kind::Greater
        | Kind::Less
        | Kind::Other
        | Kind::Colon
        | Kind::Quote => true,
        Kind::Word => {
            words.has(i - 1, flag::FUNCTION)
                || at.word(i - 1).is_some()
                || words.any(i - 1, &["not", "the", "'s", "about", "how"])
                || words.kind(end) == Kind::None && !words.capital(i - 1)
        }
        _ => false,
    };
    let after = match words.kind(end) {
        Kind::Word => {
            words.has(end, flag::FUNCTION)
                || at.word(end).is_some() && at.unit(end).is_none()
                || words.is(end, "'s")
                || words.any(
                    i.wrapping_sub(1),
                    &["the", "his", "her", "their", "its", "'s", "our"],
                )
                || i == 0 && words.capital(end)
        }
        Kind::Percent | Kind::Currency | Kind::Degree | Kind::Slash => false,
        _ => true,
    };
    before
        && after
        && !(words.any(i.wrapping_sub(1), &["than", "about", "of"])
            && counts(at, end, i16::from(true)))
}
