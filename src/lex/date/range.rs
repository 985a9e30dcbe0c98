//! From one date to another: «14-16 July», «from 2007 to 2009», «between June 28 and July 2, 2013», «Monday to Friday».
//!
//! In: a place in a sentence. Out: one range, or the moment alone where no second follows. The end is included: «14-16
//! July» ends with the 16th. What one side leaves out it takes from the other.

use jiff::civil::Date;

use super::absolute;
use super::calendar;
use super::calendar::Unit;
use super::clock;
use super::ends::after;
use super::ends::into_year;
use super::ends::last_year;
use super::ends::so_far;
use super::ends::to_date;
use super::ends::turned;
use super::length;
use super::moment;
use super::monthday;
use super::numeric;
use super::place::At;
use super::place::Reading;
use super::relative;
use super::timespan::days_of_week;
use super::timespan::from_time;
use super::timespan::hours_from;
use super::timespan::lasting;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// Reads a range, a date or a time that starts at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<Reading> {
    if habit(at, i) {
        return None;
    }
    let shared = shared(at, i);
    if let Some(reading) = hours_from(at, i) {
        return Some(reading);
    }
    let first = moment::read(at, i);
    if let Some(Reading::Time(from, end)) = first
        && let Some(k) = joint(at, end, i)
        && let Some(second) = moment::read(at, k)
        && let Some(both) = from_time(at, i, from, &second)
    {
        return Some(both);
    }
    let joined = match &first {
        Some(Reading::Date(first)) if is_length_of(at, i, first.end) => return None,
        Some(Reading::Date(first)) => join(at, i, *first),
        _ => None,
    };
    let best = [joined, shared]
        .into_iter()
        .flatten()
        .max_by_key(|when| when.end)
        .map(|months| with_period(at, months));
    match (best, first) {
        (Some(best), Some(Reading::Date(first))) if first.end > best.end => {
            Some(Reading::Date(first))
        }
        (Some(best), Some(Reading::Time(time, end))) if end > best.end => {
            Some(Reading::Time(time, end))
        }
        (Some(best), _) => Some(Reading::Date(best)),
        (None, Some(Reading::Date(day))) => Some(Reading::Date(lasting(at, i, day).unwrap_or(day))),
        (None, first) => first,
    }
}

/// «15 years from 1966 to 1981»: how long and from when to when are two facts; `end` is behind the first date.
fn is_length_of(at: At<'_>, i: usize, end: usize) -> bool {
    let words = at.words;
    let goes_on = words.kind(end) == Kind::Dash && words.glued(end + 1)
        || words.any(end, set!["to", "until", "till", "through"]);
    goes_on
        && (words.kind(end + 1) == Kind::Digits || at.word(end + 1).is_some())
        && (i + 2..end).any(|k| words.is(k, "from"))
        && length::length(at, i)
            .is_some_and(|length| words.is(length.end, "from") && length.end + 1 < end)
}

/// «the April-June quarter», «the July to September period»: the noun belongs to its months.
fn with_period(at: At<'_>, months: When) -> When {
    let named = months.grain == Granularity::Month
        && at.words.any(months.end, set!["quarter", "qtr", "period"])
        && at.words.kind(months.end + 1) != Kind::Dash;
    let end = months.end + usize::from(named);
    When { end, ..months }
}

/// «5-6 May», «May 5 to 6»: a few days that share their month.
pub(super) fn days(at: At<'_>, i: usize) -> Option<When> {
    let i = at.the(i);
    let days = if at.month(i).is_some() {
        month_then_days(at, i)
    } else {
        days_then_month(at, i)
    }?;
    let from = days.stated.from?;
    (calendar::shift(from, Unit::Day, 5)? > days.stated.to?).then_some(days)
}

/// Two dates of which one says what the other leaves out: both start with a number, or with a month.
fn shared(at: At<'_>, i: usize) -> Option<When> {
    let readers: &[fn(At<'_>, usize) -> Option<When>] = if at.month(i).is_some() {
        &[month_then_days, months_then_year]
    } else if at.words.kind(i) == Kind::Digits
        || at.words.has(i, flag::BELOW_HUNDRED | flag::ORDINAL)
    {
        &[days_then_month, days_only, short_dates, years]
    } else {
        return None;
    };
    let all = readers.iter().filter_map(|read| read(at, i));
    all.max_by_key(|when| when.end)
}

/// «every Monday», «each year», «daily»: a habit is no date.
fn habit(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    let the = usize::from(i > 0 && words.any(i - 1, set!["single", "other", "second", "few"]));
    i > the && words.any(i - 1 - the, set!["every", "each", "per"])
}

/// The index after the words that join two ends: «to», «until», a dash; «and» after «between».
fn joint(at: At<'_>, i: usize, start: usize) -> Option<usize> {
    let words = at.words;
    if words.kind(i) == Kind::Dash || words.kind(i) == Kind::Tilde && words.glued(i) {
        return Some(i + 1);
    }
    // «2018-05-03/2018-06-01», as ISO 8601 writes it.
    if words.kind(i) == Kind::Slash
        && words.glued(i)
        && words.glued(i + 1)
        && at.digits(i + 1, 4).is_some()
        && words.kind(i.wrapping_sub(2)) == Kind::Dash
    {
        return Some(i + 1);
    }
    let two = words.any(i, set!["up", "through"]) && words.any(i + 1, set!["to", "until", "till"]);
    if two {
        return Some(i + 2);
    }
    if words.any(i, set!["to", "through", "thru", "until", "till", "til"]) {
        return Some(i + 1);
    }
    let between = at.after_any(start, set!["between"])
        || at.after_any(start, set!["the", "years"])
            && start > 1
            && (words.is(start - 2, "between")
                || words.is(start - 2, "the") && start > 2 && words.is(start - 3, "between"));
    (between && (words.is(i, "and") || words.str(i) == "&")).then_some(i + 1)
}

/// From the start of one to the end of the other.
pub(super) fn span(from: When, to: When) -> Option<When> {
    let (a, b) = (from.stated.from?, to.stated.to?);
    if b < a {
        return None;
    }
    let mut when = When::new(
        to.end,
        calendar::between(a, b),
        to.grain.min(from.grain).max(Granularity::Decade),
        from.anchor.max(to.anchor),
    );
    when.the = from.the;
    when.possible.from = from.possible.from;
    when.possible.to = to.possible.to;
    when.offset = from.offset.or(to.offset);
    Some(when)
}

/// «14-16 July 2015», «from the 13th to the 15th of July», «4 till 23 of this month», «12 to 16 september».
fn days_then_month(at: At<'_>, i: usize) -> Option<When> {
    // «Mon 3 to Fri 7 June».
    let (weekday, first_at) = match at.weekday(i) {
        Some((_, j)) => (true, at.the(j)),
        None => (false, i),
    };
    let (first, j) = at.day_number(first_at)?;
    let i = first_at;
    if !weekday && i > 0 && at.words.glued(i) && at.words.kind(i - 1) != Kind::Open {
        return None;
    }
    let k = at.the(joint(at, j, i)?);
    // «from 4 to January 22, 1995».
    if at.after_any(i, set!["from", "between"])
        && at.month(k).is_some()
        && let Some(last) = absolute::read(at, k)
        && last.grain == Granularity::Day
    {
        let date = last.first()?;
        let from = Date::new(date.year(), date.month(), first).ok()?;
        return span(When::day(j, from, last.anchor), last);
    }
    let last_weekday = at.weekday(k).filter(|_| weekday);
    if weekday != last_weekday.is_some() {
        return None;
    }
    let last = absolute::read(at, k)
        .into_iter()
        .chain(monthday::day_of(at, k))
        .filter(|when| when.grain == Granularity::Day && when.anchor != Anchor::Story)
        .max_by_key(|when| when.end);
    let k = last_weekday.map_or(k, |(_, k)| at.the(k));
    let last = match last {
        // The month has to be said: «12 to 16» alone is no date.
        Some(last) if at.day_number(k).is_some_and(|(_, end)| last.end > end) => last,
        _ => next_month(at, k).or_else(|| day_in_month(at, k))?,
    };
    let date = last.first()?;
    let from = Date::new(date.year(), date.month(), first).ok()?;
    (from < date).then_some(())?;
    if at.words.kind(k) == Kind::Digits && at.words.kind(k + 1) == Kind::Slash {
        return None;
    }
    span(When::day(j, from, last.anchor), last)
}

/// «8 in June», «8th this June», «the 8th of next June» after the first day.
fn day_in_month(at: At<'_>, i: usize) -> Option<When> {
    let (day, j) = at.day_number(i)?;
    let k = j + usize::from(at.words.any(j, set!["in", "of"]));
    let month = match at.word(k)? {
        DateWord::Month(_) if k > j => absolute::read(at, k),
        DateWord::Shift(_) => relative::simple(at, k),
        _ => None,
    };
    let month = month.filter(|month| month.grain == Granularity::Month)?;
    let first = month.first()?;
    let date = Date::new(first.year(), first.month(), day).ok()?;
    Some(When::day(month.end, date, month.anchor))
}

/// «from the 1st to the 10th», «between the 5th and the 10th»: days of the month at hand.
fn days_only(at: At<'_>, i: usize) -> Option<When> {
    let the = usize::from(at.after_any(i, set!["the"]));
    let told = i
        .checked_sub(the)
        .is_some_and(|i| at.after_any(i, set!["from", "between"]))
        || the == 1 && i == 1;
    let (first, j) = at.ordinal(i).filter(|_| told)?;
    let lead = i - the;
    let k = at.the(joint(at, j, lead)?);
    let (last, end) = at.ordinal(k)?;
    let (first, last) = (i8::try_from(first).ok()?, i8::try_from(last).ok()?);
    if !at.closes(end) || first >= last || at.words.kind(i) != Kind::Digits {
        return None;
    }
    let from = calendar::month_of_day(at.now.date(), first, at.direction)?;
    let to = Date::new(from.year(), from.month(), last).ok()?;
    span(
        When::day(j, from, Anchor::Partial),
        When::day(end, to, Anchor::Partial),
    )
}

/// «5/1-5/7», «from 10/1 to 11/2», «5/1-5/7, 2020»: the year, said once or not at all, is that of both.
fn short_dates(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (first, j) = numeric::month_and_day(at, i)?;
    let k = joint(at, j, i)?;
    let (last, end) = numeric::month_and_day(at, k)?;
    let told = at.after_any(i, set!["from", "between", "on"]);
    // «1/2-3/4 cup».
    let no_fraction = first.0 >= first.1 || last.0 >= last.1;
    let dates =
        told || first.1 > 12 || last.1 > 12 || no_fraction && first < last || first.0 > first.1;
    if !dates
        || numeric::goes_on(at, end) && words.kind(end) != Kind::Slash
        || !told && words.kind(end) == Kind::Word && !words.has(end, flag::FUNCTION)
    {
        return None;
    }
    let comma = usize::from(matches!(words.kind(end), Kind::Comma | Kind::Slash));
    let said = at
        .year(end + comma)
        .filter(|&(year, _)| (1900..2100).contains(&year));
    if words.kind(end) == Kind::Slash && said.is_none() {
        return None;
    }
    let (year, end, anchor) = if let Some((year, end)) = said {
        (year, end, Anchor::Absolute)
    } else {
        let date = calendar::year_of_day(at.now.date(), first.0, first.1, at.direction)?;
        (date.year(), end, Anchor::Partial)
    };
    let from = Date::new(year, first.0, first.1).ok()?;
    let next = i16::from(last < first);
    let (from, to) = if anchor == Anchor::Absolute {
        (
            Date::new(year - next, first.0, first.1).ok()?,
            Date::new(year, last.0, last.1).ok()?,
        )
    } else {
        (from, Date::new(year + next, last.0, last.1).ok()?)
    };
    span(When::day(j, from, anchor), When::day(end, to, anchor))
}

/// «23 next month» after «4 to».
fn next_month(at: At<'_>, i: usize) -> Option<When> {
    let (day, j) = at.day_number(i)?;
    let DateWord::Shift(by) = at.word(j)? else {
        return None;
    };
    if at.unit(j + 1) != Some(Unit::Month) {
        return None;
    }
    let first = calendar::whole(at.now, Unit::Month, by.into())?
        .from?
        .date();
    let date = Date::new(first.year(), first.month(), day).ok()?;
    Some(When::day(j + 2, date, Anchor::Relative))
}

/// «July 13 through 15», «November 19 to 20, 2016», «November between 19 and 20», «april the ninth till the seventeenth».
fn month_then_days(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (month, mut j) = at.month(i)?;
    let between = words.any(j, set!["between", "from"]);
    j += usize::from(between);
    j = at.the(j);
    let (first, k) = at.day_number(j)?;
    let k = joint(at, k, if between { j } else { i })?;
    let k = at.the(k);
    let (last, end) = at.day_number(k)?;
    let counts = words.kind(end) == Kind::Percent
        || matches!(words.kind(end), Kind::Colon | Kind::Slash) && words.glued(end)
        || matches!(at.word(end), Some(DateWord::Month(_)))
        || clock::meridiem(at, end).is_some()
        || first >= last;
    if counts {
        return None;
    }
    // The year after the second day is the year of both.
    let comma = words.kind(end) == Kind::Comma;
    let grouped = comma && words.glued(end + 1);
    if let Some((year, end)) = absolute::year_after(at, end, false)
        .filter(|&(year, end)| (1000..2200).contains(&year) && !grouped && words.width(end - 1) > 2)
    {
        let from = Date::new(year, month, first).ok()?;
        let to = Date::new(year, month, last).ok()?;
        return span(
            When::day(j, from, Anchor::Absolute),
            When::day(end, to, Anchor::Absolute),
        );
    }
    let from = calendar::year_of_day(at.now.date(), month, first, at.direction)?;
    let to = Date::new(from.year(), month, last).ok()?;
    span(
        When::day(j, from, Anchor::Partial),
        When::day(end, to, Anchor::Partial),
    )
}

/// «June-August 1992», «from March to May», «Jan-Feb 2017», «Nov-Feb 5th, 2017».
fn months_then_year(at: At<'_>, i: usize) -> Option<When> {
    let (month, j) = at.month(i)?;
    // «May/June 2018».
    let slash = at.words.kind(j) == Kind::Slash && at.words.glued(j) && at.words.glued(j + 1);
    let k = if slash { j + 1 } else { joint(at, j, i)? };
    at.month(k)?;
    let last = absolute::read(at, k)
        .filter(|last| matches!(last.grain, Granularity::Month | Granularity::Day))?;
    let to = last.first()?;
    let year = if month > to.month() {
        to.year() - 1
    } else {
        to.year()
    };
    let from = When::new(
        j,
        calendar::month(year, month)?,
        Granularity::Month,
        last.anchor,
    );
    span(from, last)
}

/// «2007-2009», «1914-18», «between 2014 through 2018».
fn years(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (first, j) = at.year(i)?;
    // «the 2016/17 season»; «Regulation 2016/17» is a number.
    let named = i > 0 && words.capital(i - 1) && at.word(i - 1).is_none();
    let slash = !named && words.kind(j) == Kind::Slash && words.glued(j) && words.glued(j + 1);
    let k = if slash {
        let next = (first + 1) % 100;
        let fits = at.digits(j + 1, 2) == Some(next) || at.digits(j + 1, 4) == Some(first + 1);
        fits.then_some(j + 1)?
    } else {
        joint(at, j, i)?
    };
    let last = |year: i16, end| -> Option<When> {
        let fits = first < year && (1000..2200).contains(&first) && year - first < 500;
        if !fits
            || words.kind(end) == Kind::Dash && words.glued(end) && words.glued(end + 1)
            || words.kind(end) == Kind::Percent
        {
            return None;
        }
        let from = When::new(
            j,
            calendar::year(first)?,
            Granularity::Year,
            Anchor::Absolute,
        );
        let to = When::new(
            end,
            calendar::year(year)?,
            Granularity::Year,
            Anchor::Absolute,
        );
        span(from, to)
    };
    let told = at.after_any(
        i,
        set![
            "from", "between", "in", "during", "of", "the", "for", "years",
        ],
    ) || matches!(words.kind(i.wrapping_sub(1)), Kind::Open | Kind::None);
    let recent = (1900..2100).contains(&first);
    if let Some((year, end)) = at.year(k) {
        return (told || recent).then(|| last(year, end)).flatten();
    }
    // «2016 to date», «2016-present», «2016 to today».
    if recent && let Some(today) = to_date(at, j, k) {
        let from = calendar::year(first)?;
        return span(
            When::new(j, from, Granularity::Year, Anchor::Absolute),
            today,
        );
    }
    // «from 1914 to 18».
    if recent
        && words.is(j, "to")
        && at.after_any(i, set!["from"])
        && at.closes(k + 1)
        && let Some(two) = at.digits(k, 2)
        && two > 12
    {
        return last(first / 100 * 100 + two, k + 1);
    }
    if (words.kind(j) == Kind::Dash || slash)
        && words.glued(k)
        && words.glued(j)
        && let Some(two) = at.digits(k, 2)
        && (recent || told && first >= 1500)
        && two > 12
    {
        return last(first / 100 * 100 + two, k + 1);
    }
    None
}

/// A moment, and a second one after «to».
fn join(at: At<'_>, i: usize, first: When) -> Option<When> {
    let words = at.words;
    if let Some(days) = days_of_week(at, first) {
        return Some(days);
    }
    let k = joint(at, first.end, i)?;
    let k = at.the(k);
    let dash = words.kind(first.end) == Kind::Dash && !words.is(k, "present");
    if words.is(k, "date") && words.any(first.end, set!["to", "till", "until", "through"]) {
        return so_far(at, k + 1, first);
    }
    let second = second(at, k, &first)?;
    // A dash joins equals: «Monday - the day» is a parenthesis, «2016-17 June» is not two dates.
    let similar = first.grain == second.grain
        || first.grain >= Granularity::Day && second.grain >= Granularity::Day
        || !dash;
    if !similar {
        return None;
    }
    let (mut first, second) = of_one_week(at, (i, first), (k, second))?;
    if first.anchor == Anchor::Partial
        && second.anchor == Anchor::Absolute
        && !(first.grain >= Granularity::Day && is_weekday(at, i..first.end))
    {
        // The year said once is the year of both.
        first = into_year(at, i, first, second)?;
        first.anchor = Anchor::Absolute;
    }
    // «between now and 4 May» is from today on.
    if first.grain == Granularity::Second && second.grain <= Granularity::Day {
        first.stated.from = first
            .stated
            .from
            .map(|from| calendar::floor(from, Unit::Day));
    }
    let (first, second) = in_order(at, first, second)?;
    span(first, second)
}

/// The second moment of a range, told from `k` on: a date, «present», a time of the first one's day.
fn second(at: At<'_>, k: usize, first: &When) -> Option<When> {
    let words = at.words;
    let today = |end| Some(When::day(end, at.now.date(), Anchor::Relative));
    if words.is(k, "present") && words.kind(k + 1) != Kind::Word {
        return today(k + 1);
    }
    if words.is(k, "current") && words.is(k + 1, "date") {
        return today(k + 2);
    }
    match moment::read(at, k)? {
        Reading::Date(second) => Some(second),
        Reading::Time(time, end) if first.grain >= Granularity::Hour => {
            let to = first.first()?.to_datetime(time.to);
            let range = calendar::between(to, to);
            Some(When::new(end, range, Granularity::Minute, first.anchor))
        }
        Reading::Time(..) => None,
    }
}

/// Weekdays of which one tells the week of both. Each moment comes with the index it is told from.
fn of_one_week(
    at: At<'_>,
    (i, first): (usize, When),
    (k, second): (usize, When),
) -> Option<(When, When)> {
    // «Monday to Wednesday of next week»
    if first.anchor == Anchor::Partial
        && second.anchor == Anchor::Relative
        && second.grain == Granularity::Day
        && let Some((weekday, end)) = at.weekday(i)
        && end == first.end
        && at.weekday(k).is_some()
    {
        let last = second.first()?;
        let day = if last.weekday() == weekday {
            last
        } else {
            last.nth_weekday(-1, weekday).ok()?
        };
        return Some((When::day(first.end, day, Anchor::Relative), second));
    }
    // «next Monday to Wednesday»: the days that follow.
    if first.anchor == Anchor::Relative
        && second.anchor == Anchor::Partial
        && matches!(at.word(i), Some(DateWord::Shift(_)))
        && at.weekday(i + 1).is_some_and(|(_, end)| end == first.end)
        && let Some((weekday, end)) = at.weekday(k)
        && end == second.end
    {
        let day = first.first()?.nth_weekday(1, weekday).ok()?;
        return Some((first, When::day(end, day, Anchor::Relative)));
    }
    Some((first, second))
}

/// Whether a day is told by its weekday or its number alone, without a month.
fn is_weekday(at: At<'_>, mut words: std::ops::Range<usize>) -> bool {
    let month = words.clone().any(|k| at.month(k).is_some());
    !month && words.any(|k| at.weekday(k).is_some() || at.ordinal(k).is_some())
}

/// Two moments, the earlier one first: where they are told the other way round, one of them is of another year or day.
fn in_order(at: At<'_>, first: When, second: When) -> Option<(When, When)> {
    let turned_round = second
        .stated
        .to
        .zip(first.stated.from)
        .is_some_and(|(to, from)| to < from);
    if !turned_round {
        return Some((first, second));
    }
    if second.anchor == Anchor::Relative && first.anchor == Anchor::Partial {
        return Some((last_year(first)?, second));
    }
    match turned(first, second) {
        Some(turned) => Some((turned, second)),
        None => Some((first, after(at, first, second)?)),
    }
}
