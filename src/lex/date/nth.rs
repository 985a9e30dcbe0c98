//! The n-th part of a period: «the first week of October», «last Friday in June», «the second half of 2018».
//!
//! In: a place in a sentence. Out: the part, where the period that it is in is said. Weeks are counted as ISO 8601 counts
//! those of a year: the first is the one with its Thursday inside.

use jiff::civil::Date;
use jiff::civil::Weekday;

use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::feast::feast;
use super::period::grain;
use super::period::whole;
use super::place::At;
use super::point::point;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// «the first week of October», «last Friday in October», «third month of 2021», «first ten days of last year», «third
/// Tuesday after Christmas».
pub(super) fn nth(at: At<'_>, i: usize) -> Option<When> {
    nth_in(at, i, None)
}

/// «first» is 1, «last» -1, «penultimate», «second last» and «second to last» -2.
fn which(at: At<'_>, i: usize) -> Option<(i64, usize)> {
    let words = at.words;
    if words.any(i, set!["last", "final", "closing"]) {
        return Some((-1, words.phrase(i + 1, set!["but", "one"]).unwrap_or(i + 1)));
    }
    if words.is(i, "penultimate") {
        return Some((-2, i + 1));
    }
    // «the latter half of 2017».
    if words.is(i, "latter") {
        return words.any(i + 1, set!["half", "part"]).then_some((2, i + 1));
    }
    if words.is(i, "opening") {
        return Some((1, i + 1));
    }
    let (n, j) = at.ordinal(i)?;
    let dash = |j: usize| j + usize::from(words.kind(j) == Kind::Dash);
    let to = dash(j) + usize::from(words.is(dash(j), "to"));
    if words.is(dash(to), "last") {
        return Some((-n, dash(to) + 1));
    }
    Some((n, j))
}

/// «5 last days of May»: the same as the last five.
pub(super) fn count_first(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (count, j) = at.integer(i, 2)?;
    let last = words.is(j, "last");
    if !last && !words.is(j, "first") {
        return None;
    }
    let unit = at.unit(j + 1).filter(|&unit| unit >= Unit::Day)?;
    let container = of_whole(at, j + 2)?;
    let (from, to) = (container.stated.from?, container.stated.to?);
    let range = if last {
        calendar::between(calendar::shift(to, unit, -count)?, to)
    } else {
        calendar::between(from, calendar::shift(from, unit, count)?)
    };
    Some(When::new(container.end, range, grain(unit), container.anchor).with_the())
}

/// The same, with the period that it is in given: «first week» of «next month's first week».
pub(super) fn nth_in(at: At<'_>, i: usize, given: Option<When>) -> Option<When> {
    let words = at.words;
    let of_whole = |at: At<'_>, k: usize| match given {
        Some(period) => Some(When { end: k, ..period }),
        None => of_whole(at, k),
    };
    let (n, mut j) = which(at, i)?;
    let last = n == -1;
    let several = if n == 1 || last { several(at, j) } else { None };
    // «The final days», «the first few weeks» may be more of them.
    let vague = several.is_some() && at.integer(j, 3).is_none();
    if let Some((_, next)) = several {
        j = next;
    }
    let several = several.map(|(count, _)| count);
    // «the first full week of May».
    j += usize::from(words.is(j, "full") && at.unit(j + 1) == Some(Unit::Week));
    let part = words.is(j, "part") && (words.any(i, set!["first", "latter", "second", "last"]));
    if (words.is(j, "half") || part) && several.is_none() && (n == 1 || n == 2 || last) {
        let container = of_whole(at, j + 1)?;
        return half(container, n);
    }
    if let Some((weekday, k)) = at.weekday(j)
        && several.is_none()
    {
        return nth_weekday(at, k, n, weekday, of_whole(at, k));
    }
    if let Some(j) = at.weekend(j)
        && several.is_none()
    {
        return weekends(of_whole(at, j)?, n, n);
    }
    // «the last working day of the month».
    if words.any(j, set!["working", "business", "trading"]) && at.unit(j + 1) == Some(Unit::Day) {
        return working_days(of_whole(at, j + 2)?, n, several);
    }
    // «the last weekday of the month».
    if words.any(j, set!["weekday", "weekdays", "workday", "workdays"]) {
        return working_days(of_whole(at, j + 1)?, n, several);
    }
    // «the first three weekends of May».
    if let Some(count) = several
        && matches!(at.word(j), Some(DateWord::Weekends | DateWord::Weekend))
    {
        return weekends(of_whole(at, j + 1)?, n, n * count);
    }
    let unit = at.unit(j)?;
    if given.is_none()
        && let Some(beside) = beside(at, j, n, several.unwrap_or(1), unit)
    {
        return Some(beside);
    }
    units_of(at, of_whole(at, j + 1)?, unit, n, several, vague)
}

/// The n-th unit of a period, or the first or last `several` of them, which may be more if they are `vague`.
fn units_of(
    at: At<'_>,
    whole: When,
    unit: Unit,
    n: i64,
    several: Option<i64>,
    vague: bool,
) -> Option<When> {
    let (from, to) = (whole.stated.from?, whole.stated.to?);
    let last = n == -1;
    // A century is as coarse as a decade, and has ten.
    let century = unit == Unit::Decade && calendar::shift(from, Unit::Year, 50)? < to;
    let hours = (unit == Unit::Hour || unit == Unit::Minute && several.is_some())
        && (whole.grain == Granularity::Day || several.is_some());
    if unit < Unit::Day && !hours || grain(unit) <= whole.grain && !century {
        return None;
    }
    let range = match several {
        Some(count) if last && unit == Unit::Week => {
            let end = calendar::floor(to, Unit::Week);
            calendar::between(calendar::shift(end, unit, -count)?, end)
        }
        Some(count) if last => calendar::between(calendar::shift(to, unit, -count)?, to),
        Some(count) => calendar::between(from, calendar::shift(from, unit, count)?),
        None if unit == Unit::Week => {
            let week = calendar::nth_week(whole.stated, n)?;
            return Some(with_day(at, whole, week));
        }
        None if n < 0 => calendar::whole(calendar::shift(to, Unit::Second, -1)?, unit, n + 1)?,
        None => calendar::whole(from, unit, n - 1)?,
    };
    if range.from? < from || range.from? >= to {
        return None;
    }
    let mut when = When::new(whole.end, range, grain(unit), whole.anchor);
    when.the = true;
    if let Some(count) = several.filter(|_| vague) {
        let more = |edge, n| calendar::shift(edge, unit, n);
        when.possible = if last {
            calendar::between(more(range.from?, -2 * count)?.max(from), to)
        } else {
            calendar::between(from, more(range.to?, 2 * count)?.min(to))
        };
    }
    Some(when)
}

/// «the last Friday in October», «the third Tuesday after Christmas», «the third Tuesday»: the weekday ends at `k`.
fn nth_weekday(
    at: At<'_>,
    k: usize,
    n: i64,
    weekday: Weekday,
    container: Option<When>,
) -> Option<When> {
    let words = at.words;
    let small = i8::try_from(n).ok()?;
    if words.any(k, set!["after", "following", "before"]) {
        let before = words.is(k, "before");
        let base = point(at, k + 1).filter(|when| when.grain == Granularity::Day)?;
        // «the last Sunday before Christmas» is the nearest, as «the first» is.
        let n = i32::from(small.abs());
        let sign = if before { -n } else { n };
        let day = base.first()?.nth_weekday(sign, weekday).ok()?;
        return Some(When::day(base.end, day, base.anchor).with_the());
    }
    let Some(container) = container else {
        // «the third Tuesday»: of this month.
        let end = matches!(
            words.kind(k),
            Kind::None | Kind::Stop | Kind::End | Kind::Comma
        ) || words.any(k, set!["and", "or", "because", "if", "at", "from", "with"]);
        if n < 0 || !end {
            return None;
        }
        let month = calendar::whole(at.now, Unit::Month, 0)?;
        let day = calendar::nth_weekday(month.from?.date(), month.to?.date(), weekday, small)?;
        return Some(When::day(k, day, Anchor::Partial).with_the());
    };
    let (from, to) = (container.stated.from?.date(), container.stated.to?.date());
    let day = calendar::nth_weekday(from, to, weekday, small)?;
    let mut when = When::day(container.end, day, container.anchor).with_the();
    // In another year it is another day.
    if container.anchor == Anchor::Partial
        && let Some(again) = nth_partial(at, container, weekday, small)
    {
        when = When::day(container.end, again, Anchor::Partial).with_the();
    }
    Some(when)
}

/// «the last week before Christmas», «the first three days after Easter».
fn beside(at: At<'_>, j: usize, n: i64, count: i64, unit: Unit) -> Option<When> {
    let words = at.words;
    // «the last week before», «the tenth day after»: counted from the point.
    let before = (n == -1 || n > 1) && words.is(j + 1, "before");
    let after = n > 0 && words.any(j + 1, set!["after", "following"]);
    if unit < Unit::Day || !(before || after) {
        return None;
    }
    let base = point(at, j + 2).filter(|when| when.grain <= Granularity::Day)?;
    let skipped = n.abs() - 1;
    let range = if before {
        let to = calendar::shift(base.stated.from?, unit, -skipped)?;
        calendar::between(calendar::shift(to, unit, -count)?, to)
    } else {
        let from = calendar::shift(base.stated.to?, unit, skipped)?;
        calendar::between(from, calendar::shift(from, unit, count)?)
    };
    Some(When::new(base.end, range, grain(unit), base.anchor).with_the())
}

/// From the weekend numbered `near` of a period to the one numbered `far`.
fn weekends(container: When, near: i64, far: i64) -> Option<When> {
    let (from, to) = (container.stated.from?.date(), container.stated.to?.date());
    let weekend = |n: i64| {
        let n = i8::try_from(n).ok()?;
        let saturday = calendar::nth_weekday(from, to, Weekday::Saturday, n)?;
        calendar::weekend(saturday, 0)
    };
    let range = calendar::hull(weekend(near)?, weekend(far)?);
    Some(When::new(container.end, range, Granularity::Week, container.anchor).with_the())
}

/// The n-th working day of a period, or as many as `several` from its edge on.
fn working_days(container: When, n: i64, several: Option<i64>) -> Option<When> {
    let near = working_day(container, n)?;
    let far = several.map_or(Some(near), |count| working_day(container, n * count))?;
    let range = calendar::hull(calendar::day(near), calendar::day(far));
    Some(When::new(container.end, range, Granularity::Day, container.anchor).with_the())
}

/// The n-th day from Monday to Friday of a period, from its end where `n` is below zero.
fn working_day(container: When, n: i64) -> Option<Date> {
    let (from, to) = (container.stated.from?, container.stated.to?);
    let sign = n.signum();
    let edge = if sign < 0 {
        to
    } else {
        calendar::shift(from, Unit::Day, -1)?
    };
    let mut day = edge.date();
    let mut left = n.abs();
    while left > 0 {
        day = calendar::shift(day.into(), Unit::Day, sign)?.date();
        if !(from..to).contains(&day.into()) {
            return None;
        }
        left -= i64::from(day.weekday().to_monday_zero_offset() < 5);
    }
    Some(day)
}

/// «first ten days of», «last 3 weeks of», «the first few days of May», «the last couple of weeks of the year»: how
/// many, and the index of their unit.
fn several(at: At<'_>, j: usize) -> Option<(i64, usize)> {
    let words = at.words;
    if let Some(counted) = at.integer(j, 3) {
        return Some(counted);
    }
    // «the final days of June» are a few.
    let bare = at.unit(j).is_some_and(|unit| unit >= Unit::Day)
        && words.str(j).ends_with('s')
        && words.any(j + 1, set!["of", "in"]);
    if bare {
        return Some((3, j));
    }
    let few = words.any(j, set!["few", "several", "couple"]);
    let count = if words.is(j, "couple") { 2 } else { 3 };
    let unit = j + 1 + usize::from(words.is(j + 1, "of"));
    let known = at.unit(unit).is_some()
        || at.word(unit) == Some(DateWord::Weekends)
        || words.any(unit, set!["working", "business", "trading"]);
    (few && known).then_some((count, unit))
}

/// «the first half of 2018».
fn half(container: When, n: i64) -> Option<When> {
    let (from, to) = (container.stated.from?, container.stated.to?);
    let middle = match container.grain {
        Granularity::Decade => {
            let century = calendar::shift(from, Unit::Year, 50)? < to;
            calendar::shift(from, Unit::Year, if century { 50 } else { 5 })?
        }
        Granularity::Year => calendar::shift(from, Unit::Month, 6)?,
        Granularity::Month => calendar::shift(from, Unit::Day, 15)?,
        Granularity::Week => calendar::shift(from, Unit::Hour, 84)?,
        Granularity::Day => calendar::shift(from, Unit::Hour, 12)?,
        _ => return None,
    };
    let range = if n == 1 {
        calendar::between(from, middle)
    } else {
        calendar::between(middle, to)
    };
    Some(When::new(container.end, range, container.grain, container.anchor).with_the())
}

/// A week, and a day in it: «first week of October on Friday».
fn with_day(at: At<'_>, container: When, week: DateRange) -> When {
    let when = When::new(container.end, week, Granularity::Week, container.anchor).with_the();
    let stop = usize::from(at.words.kind(when.end) == Kind::Stop);
    let j = when.end + stop;
    if at.words.is(j, "on")
        && let Some((weekday, end)) = at.weekday(j + 1)
        && let Some(monday) = week.from
        && let Some(day) = calendar::weekday_of_week(monday.date(), weekday)
    {
        return When::day(end, day, container.anchor).with_the();
    }
    when
}

/// The n-th weekday of a month whose year is left out, on the right side of today.
fn nth_partial(at: At<'_>, container: When, weekday: Weekday, n: i8) -> Option<Date> {
    let today = at.now.date();
    let month = container.stated.from?.date().month();
    let steps: [i16; 3] = if at.direction == Direction::Past {
        [1, 0, -1]
    } else {
        [-1, 0, 1]
    };
    steps.iter().find_map(|more| {
        let range = calendar::month(container.stated.from?.date().year() + more, month)?;
        let day = calendar::nth_weekday(range.from?.date(), range.to?.date(), weekday, n)?;
        let fits = if at.direction == Direction::Past {
            day <= today
        } else {
            day >= today
        };
        fits.then_some(day)
    })
}

/// «of October», «in 2018», «of last month», «of the year».
fn of_whole(at: At<'_>, i: usize) -> Option<When> {
    if !at.words.any(i, set!["of", "in"]) {
        // «first half 2018», «last week next year».
        let year = at.digits(i, 4).is_some() && at.year(i).is_some()
            || matches!(at.word(i), Some(DateWord::Shift(_))) && at.unit(i + 1) == Some(Unit::Year);
        let told = i > 0
            && (at.unit(i - 1) == Some(Unit::Week) && at.words.is(i - 1, "week")
                || at.words.is(i - 1, "half"));
        // «first Sunday next month», «the first three weeks this year».
        let finer = match at.word(i.wrapping_sub(1)) {
            Some(DateWord::Weekday(_) | DateWord::Weekend | DateWord::Weekends) => Some(Unit::Week),
            Some(DateWord::Unit(unit)) => Some(unit),
            _ => None,
        };
        let month = matches!(at.word(i), Some(DateWord::Shift(_)))
            && at.words.any(i, set!["this", "next", "last"])
            && finer.is_some_and(|finer| {
                at.unit(i + 1)
                    .is_some_and(|unit| unit > finer && unit >= Unit::Month)
            });
        return (year && told || month).then(|| whole(at, i)).flatten();
    }
    let mut period = whole(at, i + 1).or_else(|| feast(at, at.the(i + 1)))?;
    // «the first day of Ramadan», «the third day of Passover»: a feast that lasts has days.
    if period.grain == Granularity::Day
        && period.stated.to > calendar::shift(period.stated.from?, Unit::Day, 1)
    {
        period.grain = Granularity::Week;
    }
    // «the first Monday of June 5 pm»: the number is no day of the month, for a day has no Mondays.
    let k = at.the(i + 1);
    if period.grain == Granularity::Day
        && let Some((month, end)) = at.month(k)
    {
        return month_alone(at, month, end);
    }
    Some(period)
}

/// A month without a year.
fn month_alone(at: At<'_>, month: i8, end: usize) -> Option<When> {
    let year = calendar::year_of_month(at.now.date(), month, at.direction);
    let range = calendar::month(year, month)?;
    Some(When::new(end, range, Granularity::Month, Anchor::Partial))
}
