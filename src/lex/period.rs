//! Periods and their parts: «the week of 4 May», «Q3 2018», «the first week of October», «early March», «the end of the
//! year», «summer 2016», «the 1970s», «Thanksgiving 2013».
//!
//! In: a place in a sentence. Out: the range meant. Parts of a period overlap on purpose in `possible`: «early June» may
//! be up to the middle of it.

use jiff::civil::Date;
use jiff::civil::DateTime;

use super::absolute;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::date::Anchor;
use super::date::At;
use super::date::DateWord;
use super::date::OPEN;
use super::date::Portion;
use super::date::When;
use super::holiday;
use super::holiday::Feast;
use super::relative;
use super::token::Kind;
use crate::value::DateRange;
use crate::value::Granularity;

/// The longest period at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
    let readers: &[fn(At<'_>, usize) -> Option<When>] = match at.word(i) {
        Some(DateWord::Portion(_)) => &[portion],
        Some(DateWord::Season(_)) => &[season],
        Some(DateWord::Decade(_)) => &[decade_word],
        Some(DateWord::Start) => &[abbreviation, quarter],
        Some(DateWord::Unit(_)) => &[quarter, nth, century],
        Some(DateWord::Weekend) => &[weekend],
        Some(DateWord::Shift(_)) => &[nth],
        _ => &[nth, quarter, decade, decade_word, century, day_of],
    };
    let all = readers.iter().filter_map(|read| read(at, i));
    all.chain(feast(at, i))
        .fold(None, |best: Option<When>, when| match best {
            Some(best) if best.end >= when.end => Some(best),
            _ => Some(when),
        })
}

/// A period that a part can be of: «2018», «October», «last year», «the month», «next week», «today», a feast.
fn whole(at: At<'_>, i: usize) -> Option<When> {
    let the = at.words.any(i, &["the", "my", "our", "that"]);
    let i = i + usize::from(the);
    let mut i = i + usize::from(at.words.any(i, &["around", "about"]));
    if at.words.is(i, "year") && at.year(i + 1).is_some() {
        i += 1;
    }
    if at.words.is(i, "this") && at.words.is(i + 1, "day") {
        return None;
    }
    if let Some(unit) = at.unit(i)
        && unit >= Unit::Day
        && !(at.words.str(i).ends_with('s') || unit == Unit::Fortnight)
    {
        let range = calendar::whole(at.now, unit, 0)?;
        return Some(When::new(i + 1, range, grain(unit), Anchor::Relative));
    }
    let found = [
        absolute::read(at, i),
        relative::read(at, i).filter(|_| !matches!(at.word(i), Some(DateWord::Portion(_)))),
        quarter(at, i),
        season(at, i),
        decade(at, i),
        century(at, i),
        feast(at, i),
        year_of(at, i),
    ];
    found.into_iter().flatten().max_by_key(|when| when.end)
}

/// A bare year after «of» or «in».
fn year_of(at: At<'_>, i: usize) -> Option<When> {
    let (year, end) = at.year(i)?;
    (1000..2200).contains(&year).then_some(())?;
    Some(When::new(
        end,
        calendar::year(year)?,
        Granularity::Year,
        Anchor::Absolute,
    ))
}

fn grain(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Season,
        Unit::Year => Granularity::Year,
        Unit::Decade | Unit::Century => Granularity::Decade,
    }
}

/// «week of 4 May», «week 27 of last year», «year», «month»: what starts with a unit.
pub(super) fn named(at: At<'_>, i: usize, unit: Unit) -> Option<When> {
    let words = at.words;
    if words.str(i).ends_with('s') || unit < Unit::Day {
        return None;
    }
    if unit == Unit::Week {
        let of = words
            .phrase(i + 1, &["of"])
            .or_else(|| words.phrase(i + 1, &["starting", "on"]))
            .or_else(|| words.phrase(i + 1, &["beginning", "on"]))
            .or_else(|| words.phrase(i + 1, &["commencing", "on"]))
            .or_else(|| words.phrase(i + 1, &["ending", "on"]))
            .or_else(|| {
                words
                    .any(i + 1, &["starting", "beginning", "commencing", "ending"])
                    .then_some(i + 2)
            });
        if let Some(j) = of {
            let the = at.the(j);
            let bare = at.ordinal(the).and_then(|(day, end)| {
                let day = i8::try_from(day).ok()?;
                let date = calendar::month_of_day(at.now.date(), day, at.direction)?;
                Some(When::day(end, date, Anchor::Partial))
            });
            let day = absolute::read(at, the).or_else(|| day_of(at, the)).or(bare);
            if let Some(day) = day
                && day.grain == Granularity::Day
                && let Some(first) = day.stated.from
            {
                let range = calendar::whole(first, Unit::Week, 0)?;
                return Some(When::new(day.end, range, Granularity::Week, day.anchor).with_the());
            }
        }
        if words.is(i, "week")
            && let Some((n, j)) = at.integer(i + 1, 2)
            && (1..=53).contains(&n)
            && !at.after_any(i, &["a", "per"])
        {
            let (year, end) = of_year(at, j);
            let week = calendar::nth_week(calendar::year(year)?, n)?;
            let anchor = if end > j {
                Anchor::Absolute
            } else {
                Anchor::Partial
            };
            return Some(When::new(end, week, Granularity::Week, anchor));
        }
    }
    if unit >= Unit::Month
        && let Some(end) = words.phrase(i + 1, &["to", "date"])
    {
        let range = calendar::between(calendar::floor(at.now, unit), at.now);
        return Some(When::new(end, range, grain(unit), Anchor::Relative));
    }
    if unit == Unit::Month
        && words.is(i + 1, "of")
        && let Some(when) = absolute::read(at, i + 2)
        && when.grain == Granularity::Month
    {
        return Some(when.with_the());
    }
    if unit == Unit::Year
        && let Some((year, end)) = at.year(i + 1)
        && at.after_any(i, &["the", "in"])
    {
        let range = calendar::year(year)?;
        return Some(When::new(end, range, Granularity::Year, Anchor::Absolute).with_the());
    }
    // «in the week», «sales in the year», «partner of the month».
    let the =
        at.after_any(i, &["the"]) && i > 1 && words.any(i - 2, &["in", "of", "during", "within"]);
    let last = matches!(
        words.kind(i + 1),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma
    );
    if the && last {
        let range = calendar::whole(at.now, unit, 0)?;
        return Some(
            When::new(i + 1, range, grain(unit), Anchor::Relative)
                .wide(OPEN)
                .with_the(),
        );
    }
    None
}

/// «of last year», «of 2017», «this year» after a week or quarter; this year where nothing follows.
fn of_year(at: At<'_>, i: usize) -> (i16, usize) {
    let words = at.words;
    let of = words.any(i, &["of", "in"])
        || matches!(words.kind(i), Kind::Dash | Kind::Comma) && words.glued(i);
    let j = i + usize::from(of);
    let j = at.the(j) + usize::from(of && words.is(at.the(j), "year"));
    if let Some((year, end)) = at.year(j)
        && (1900..2200).contains(&year)
    {
        return (year, end);
    }
    if let Some(DateWord::Shift(by)) = at.word(j)
        && at.unit(j + 1) == Some(Unit::Year)
    {
        return (at.now.year() + i16::from(by), j + 2);
    }
    (at.now.year(), i)
}

/// «Q3», «Q1 2016», «2017-q1», «18q4», «the 3rd quarter of 2018», «third quarter».
fn quarter(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let q = |i: usize| -> Option<(i64, usize)> {
        if words.is(i, "q") && words.kind(i + 1) == Kind::Digits && words.glued(i + 1) {
            let n = at.integer(i + 1, 1)?.0;
            return (1..=4).contains(&n).then_some((n, i + 2));
        }
        None
    };
    if let Some(when) = half_year(at, i) {
        return Some(when);
    }
    let make = |year: i16, n: i64, end: usize, anchor| -> Option<When> {
        let month = i8::try_from(3 * n - 2).ok()?;
        let from: DateTime = Date::new(year, month, 1).ok()?.into();
        let range = calendar::whole(from, Unit::Quarter, 0)?;
        Some(When::new(end, range, Granularity::Season, anchor))
    };
    if words.kind(i) == Kind::Digits {
        let year = at.digits(i, 4).or_else(|| {
            let glued = words.glued(i + 1);
            glued
                .then(|| at.digits(i, 2).map(calendar::full_year))
                .flatten()
        });
        let dash = usize::from(words.kind(i + 1) == Kind::Dash);
        if let Some(year) = year
            && let Some((n, end)) = q(i + 1 + dash)
        {
            return make(year, n, end, Anchor::Absolute);
        }
    }
    let (n, j) = q(i).or_else(|| {
        let (n, j) = at.ordinal(i)?;
        let fits = (1..=4).contains(&n) && words.any(j, &["quarter", "qtr"]);
        fits.then_some((n, j + 1))
    })?;
    let (year, end) = of_year(at, j);
    if end > j {
        return make(year, n, end, Anchor::Absolute);
    }
    let month = i8::try_from(3 * n - 2).ok()?;
    let today = at.now.date();
    let year = match at.direction {
        Direction::Past if month > today.month() => today.year() - 1,
        Direction::Past => today.year(),
        _ if month + 2 < today.month() => today.year() + 1,
        _ => today.year(),
    };
    make(year, n, j, Anchor::Partial)
}

/// «H1 2016», «2016-H2».
fn half_year(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let h = |i: usize| -> Option<(i8, usize)> {
        let digit = words.is(i, "h") && words.glued(i + 1);
        let n = digit.then(|| at.integer(i + 1, 1))??.0;
        (1..=2)
            .contains(&n)
            .then_some((if n == 1 { 1 } else { 7 }, i + 2))
    };
    let (year, (month, end)) = if let Some(half) = h(i) {
        let link = usize::from(words.is(half.1, "of") || words.kind(half.1) == Kind::Comma);
        let (year, end) = at.year(half.1 + link)?;
        (year, (half.0, end))
    } else {
        let year = at.digits(i, 4)?;
        (
            year,
            h(i + 1 + usize::from(words.kind(i + 1) == Kind::Dash))?,
        )
    };
    let from = Date::new(year, month, 1).ok()?.into();
    let range = calendar::between(from, calendar::shift(from, Unit::Month, 6)?);
    Some(When::new(end, range, Granularity::Season, Anchor::Absolute))
}

/// «the first week of October», «last Friday in October», «third month of 2021», «first ten days of last year», «third
/// Tuesday after Christmas».
fn nth(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let last = matches!(at.word(i), Some(DateWord::Shift(-1))) && words.is(i, "last");
    let (n, mut j) = if last { (-1, i + 1) } else { at.ordinal(i)? };
    // «first ten days of», «last 3 weeks of».
    let several = if let Some((count, next)) = at.integer(j, 3)
        && (n == 1 || last)
    {
        j = next;
        Some(count)
    } else {
        None
    };
    if words.is(j, "half") && several.is_none() && (n == 1 || n == 2) {
        let container = of_whole(at, j + 1)?;
        return half(container, n);
    }
    if let Some((weekday, k)) = at.weekday(j)
        && several.is_none()
    {
        let small = i8::try_from(n).ok()?;
        if words.is(k, "after") || words.is(k, "before") {
            let sign = if words.is(k, "after") { 1 } else { -1 };
            let base = absolute::read(at, at.the(k + 1))
                .into_iter()
                .chain(feast(at, at.the(k + 1)))
                .max_by_key(|when| when.end)?;
            let day = base
                .first()?
                .nth_weekday(sign * i32::from(small), weekday)
                .ok()?;
            return Some(When::day(base.end, day, base.anchor));
        }
        let Some(container) = of_whole(at, k) else {
            // «the third Tuesday»: of this month.
            let end = matches!(
                words.kind(k),
                Kind::None | Kind::Stop | Kind::End | Kind::Comma
            );
            if last || !end {
                return None;
            }
            let month = calendar::whole(at.now, Unit::Month, 0)?;
            let day = calendar::nth_weekday(month.from?.date(), month.to?.date(), weekday, small)?;
            return Some(When::day(k, day, Anchor::Partial));
        };
        let (from, to) = (container.stated.from?.date(), container.stated.to?.date());
        let day = calendar::nth_weekday(from, to, weekday, small)?;
        let mut when = When::day(container.end, day, container.anchor);
        // In another year it is another day.
        if container.anchor == Anchor::Partial
            && let Some(again) = nth_partial(at, container, weekday, small)
        {
            when = When::day(container.end, again, Anchor::Partial);
        }
        return Some(when);
    }
    if at.word(j) == Some(DateWord::Weekend) && several.is_none() {
        let container = of_whole(at, j + 1)?;
        let (from, to) = (container.stated.from?.date(), container.stated.to?.date());
        let small = i8::try_from(n).ok()?;
        let saturday = calendar::nth_weekday(from, to, jiff::civil::Weekday::Saturday, small)?;
        let range = calendar::weekend(saturday, 0)?;
        return Some(
            When::new(container.end, range, Granularity::Week, container.anchor).with_the(),
        );
    }
    let unit = at.unit(j)?;
    let container = of_whole(at, j + 1)?;
    let (from, to) = (container.stated.from?, container.stated.to?);
    if unit < Unit::Day || grain(unit) <= container.grain {
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
            let week = calendar::nth_week(container.stated, n)?;
            return Some(with_day(at, container, week));
        }
        None if last => calendar::whole(calendar::shift(to, Unit::Second, -1)?, unit, 0)?,
        None => calendar::whole(from, unit, n - 1)?,
    };
    if range.from? < from || range.from? >= to {
        return None;
    }
    let mut when = When::new(container.end, range, grain(unit), container.anchor);
    when.the = true;
    Some(when)
}

/// «the first half of 2018».
fn half(container: When, n: i64) -> Option<When> {
    let (from, to) = (container.stated.from?, container.stated.to?);
    let middle = match container.grain {
        Granularity::Decade => calendar::shift(from, Unit::Year, 5)?,
        Granularity::Year => calendar::shift(from, Unit::Month, 6)?,
        Granularity::Month => calendar::shift(from, Unit::Day, 15)?,
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
        return When::day(end, day, container.anchor);
    }
    when
}

/// The n-th weekday of a month whose year is left out, on the right side of today.
fn nth_partial(at: At<'_>, container: When, weekday: jiff::civil::Weekday, n: i8) -> Option<Date> {
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
    if !at.words.any(i, &["of", "in"]) {
        return None;
    }
    whole(at, i + 1)
}

/// «20th of the previous month», «31st of this month», «21st this month», «15th day of next month», «the 4th».
pub(super) fn day_of(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let ordinal = at.ordinal(i).is_some();
    let (day, j) = at.day_number(i)?;
    let k = words.phrase(j, &["day"]).unwrap_or(j);
    let of = words.any(k, &["of", "in"]);
    let mut m = k + usize::from(of);
    m = at.the(m);
    let month = if let Some(DateWord::Shift(by)) = at.word(m)
        && at.unit(m + 1) == Some(Unit::Month)
    {
        Some((i64::from(by), m + 2))
    } else if of
        && at.unit(m) == Some(Unit::Month)
        && words.is(m - 1, "the")
        && !words.str(m).ends_with('s')
    {
        Some((0, m + 1))
    } else {
        None
    };
    if let Some((by, end)) = month
        && (ordinal || of)
    {
        let first = calendar::whole(at.now, Unit::Month, by)?.from?.date();
        let date = Date::new(first.year(), first.month(), day).ok()?;
        return Some(When::day(end, date, Anchor::Relative).with_the());
    }
    if k > j && !at.rule {
        return None;
    }
    // «on the 4th», «on 15», «for the 27», «on the first»: a bare day of the month.
    let the = at.after_any(i, &["the"]);
    let p = i.wrapping_sub(1 + usize::from(the));
    let told = words.any(
        p,
        &[
            "around", "about", "on", "until", "till", "by", "before", "after", "since", "from",
        ],
    ) || words.is(p, "for") && the && !ordinal_word(at, i)
        || words.is(p, "for") && the && words.kind(j) == Kind::None;
    let free = matches!(
        words.kind(j),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
    ) || words.any(j, &["at", "between", "from", "to", "and", "around"])
        || words.is(j, "of");
    let quiet = ordinal && the
        || words.is(p, "on")
            && !the
            && !ordinal
            && words.kind(i) == Kind::Digits
            && bare_day(at, i, j)
        || the && words.kind(i) == Kind::Digits && words.any(p, &["on", "for"]);
    if !(told && free && quiet) || words.is(j, "of") {
        return None;
    }
    // «on the first» of a list, «after the second» match: words need the end of the sentence.
    if ordinal_word(at, i)
        && !(matches!(words.kind(j), Kind::None | Kind::Stop) && words.any(p, &["on", "for"]))
    {
        return None;
    }
    let date = calendar::month_of_day(at.now.date(), day, at.direction)?;
    Some(When::day(j, date, Anchor::Partial).with_the())
}

fn ordinal_word(at: At<'_>, i: usize) -> bool {
    at.words.kind(i) == Kind::Word
}

/// «on 15»: digits alone, at the end of a short sentence or before «at».
fn bare_day(at: At<'_>, i: usize, end: usize) -> bool {
    at.words.len() < 14
        && i > 0
        && (at.words.is(end, "at") || matches!(at.words.kind(end), Kind::None | Kind::Stop))
}

/// «early March», «end of the month», «mid-2018», «later in the year», «rest of the week», «EOM».
pub(super) fn portion(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let DateWord::Portion(portion) = at.word(i)? else {
        return None;
    };
    let mut j = i + 1;
    if words.kind(j) == Kind::Dash && words.glued(j) {
        j += 1;
    }
    let needs_of = matches!(portion, Portion::Start | Portion::End | Portion::Rest);
    let of = words.is(j, "of") || words.is(j, "in") && !needs_of;
    if needs_of && !of {
        return None;
    }
    if words.any(j, &["of", "in"]) {
        j += 1;
    }
    if portion == Portion::All {
        let unit = at
            .unit(j)
            .filter(|&unit| unit >= Unit::Week && !words.str(j).ends_with('s'))?;
        let range = calendar::whole(at.now, unit, 0)?;
        return Some(When::new(j + 1, range, grain(unit), Anchor::Relative));
    }
    // «late in the day», «early in the morning» are parts of a day.
    let period = whole(at, j)?;
    let bare_unit = at.unit(at.the(j)).is_some();
    if bare_unit && matches!(portion, Portion::Early | Portion::Late | Portion::Middle) && !of {
        return None;
    }
    if period.grain > Granularity::Week && period.grain != Granularity::Day {
        return None;
    }
    cut(
        at,
        portion,
        period,
        words.any(i, &["end", "beginning", "start"]),
    )
}

/// The part of a period.
fn cut(at: At<'_>, portion: Portion, period: When, named: bool) -> Option<When> {
    let (from, to) = (period.stated.from?, period.stated.to?);
    let end = period.end;
    let length = (to - from).get_days();
    if period.grain == Granularity::Day {
        let hour = |h: i64| calendar::shift(from, Unit::Hour, h);
        let (a, b) = match portion {
            Portion::End => (calendar::shift(to, Unit::Second, -1)?, to),
            Portion::Middle => (hour(10)?, hour(14)?),
            Portion::Start | Portion::Early => (from, hour(10)?),
            Portion::Late => (hour(18)?, to),
            Portion::Earlier if holds(period.stated, at.now) => (from, at.now),
            Portion::Later | Portion::Rest if holds(period.stated, at.now) => (at.now, to),
            Portion::Earlier | Portion::Later | Portion::Rest => (from, to),
            Portion::All => (from, to),
        };
        let grain = if portion == Portion::End {
            Granularity::Second
        } else {
            Granularity::PartOfDay
        };
        let mut when = When::new(end, calendar::between(a, b), grain, period.anchor)
            .wide(calendar::between(from, to));
        when.the = portion == Portion::End;
        return Some(when);
    }
    let shift = |unit, n| calendar::shift(from, unit, n);
    let back = |unit, n: i64| calendar::shift(to, unit, -n);
    let today = calendar::floor(at.now, Unit::Day);
    let inside = |edge: DateTime| edge.clamp(from, to);
    let mid = match period.grain {
        Granularity::Decade => shift(Unit::Year, 5)?,
        Granularity::Year => shift(Unit::Month, 6)?,
        Granularity::Season => shift(Unit::Day, 45)?,
        Granularity::Month if portion == Portion::Late => shift(Unit::Day, 20)?,
        Granularity::Month => shift(Unit::Day, 15)?,
        _ => shift(Unit::Day, 3)?,
    };
    let stated = match portion {
        Portion::Early => (from, mid),
        Portion::Late => (mid, to),
        Portion::Start => match period.grain {
            Granularity::Year => (from, shift(Unit::Month, 3)?),
            Granularity::Month => (from, shift(Unit::Day, 10)?),
            _ => (from, mid),
        },
        Portion::Middle => match period.grain {
            Granularity::Year => (shift(Unit::Month, 4)?, shift(Unit::Month, 8)?),
            Granularity::Month => (shift(Unit::Day, 10)?, shift(Unit::Day, 20)?),
            Granularity::Decade => (shift(Unit::Year, 3)?, shift(Unit::Year, 7)?),
            Granularity::Week => (shift(Unit::Day, 1)?, shift(Unit::Day, 4)?),
            _ => (
                shift(Unit::Day, i64::from(length) / 3)?,
                shift(Unit::Day, i64::from(length) * 2 / 3)?,
            ),
        },
        Portion::End => match period.grain {
            Granularity::Year => (back(Unit::Month, 4)?, to),
            Granularity::Month => (shift(Unit::Day, 20)?, to),
            Granularity::Week => (shift(Unit::Day, 4)?, to),
            _ => (mid, to),
        },
        Portion::Earlier => (from, inside(today)),
        Portion::Later => (inside(today), to),
        Portion::Rest => (inside(today), to),
        Portion::All => (from, to),
    };
    let stated = match portion {
        Portion::Earlier if stated.0 >= stated.1 || !holds(period.stated, at.now) => (from, mid),
        Portion::Later if stated.0 >= stated.1 || !holds(period.stated, at.now) => (mid, to),
        _ => stated,
    };
    let _ = named;
    let range = calendar::between(stated.0, stated.1);
    let third = i64::from(length) * 2 / 3;
    let possible = match portion {
        Portion::Early | Portion::Start => calendar::between(from, shift(Unit::Day, third.max(1))?),
        Portion::Late | Portion::End => calendar::between(back(Unit::Day, third.max(1))?, to),
        Portion::Middle => {
            let edge = i64::from(length) / 5;
            calendar::between(shift(Unit::Day, edge)?, back(Unit::Day, edge)?)
        }
        Portion::Earlier | Portion::Later | Portion::Rest | Portion::All => period.stated,
    };
    let mut when = When::new(end, range, period.grain, period.anchor);
    when.possible = calendar::hull(calendar::hull(range, possible), range);
    Some(when)
}

fn holds(range: DateRange, at: DateTime) -> bool {
    range.from.is_none_or(|from| from <= at) && range.to.is_none_or(|to| at < to)
}

/// «EOM», «EOY», «EOD».
fn abbreviation(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let start = words.any(i, &["bom", "boy"]);
    if start && words.str(i).chars().any(char::is_lowercase) {
        return None;
    }
    let unit = if words.is(i, "bom") {
        Unit::Month
    } else if words.is(i, "boy") {
        Unit::Year
    } else if words.is(i, "eod") {
        Unit::Day
    } else if words.is(i, "eom") {
        Unit::Month
    } else if words.is(i, "eoy") {
        Unit::Year
    } else {
        return None;
    };
    let range = calendar::whole(at.now, unit, 0)?;
    cut(
        at,
        if start { Portion::Start } else { Portion::End },
        When::new(i + 1, range, grain(unit), Anchor::Relative),
        true,
    )
}

/// «summer 2016», «the summer of 2016», «spring».
fn season(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let DateWord::Season(season) = at.word(i)? else {
        return None;
    };
    let of = usize::from(words.any(i + 1, &["of", "in"]) || words.kind(i + 1) == Kind::Comma);
    if let Some(DateWord::Shift(by)) = at.word(i + 1)
        && at.unit(i + 2) == Some(Unit::Year)
    {
        let year = at.now.year() + i16::from(by);
        let range = season_of(year, season)?;
        let when = When::new(i + 3, range, Granularity::Season, Anchor::Relative);
        return Some(when.wide(season_wide(year, season)?));
    }
    if let Some((year, end)) = at.year(i + 1 + of)
        && (1000..2200).contains(&year)
    {
        return Some(
            When::new(
                end,
                season_of(year, season)?,
                Granularity::Season,
                Anchor::Absolute,
            )
            .wide(season_wide(year, season)?)
            .with_the(),
        );
    }
    if of == 1
        && let Some(DateWord::Shift(by)) = at.word(i + 2)
        && at.unit(i + 3) == Some(Unit::Year)
    {
        let year = at.now.year() + i16::from(by);
        return Some(
            When::new(
                i + 4,
                season_of(year, season)?,
                Granularity::Season,
                Anchor::Relative,
            )
            .wide(season_wide(year, season)?)
            .with_the(),
        );
    }
    let the = at.after_any(i, &["the"]);
    let told = at.after_any(
        i,
        &[
            "in", "since", "until", "by", "during", "early", "late", "mid", "before", "after",
        ],
    ) || the
        && i > 1
        && words.any(
            i - 2,
            &[
                "in", "since", "until", "by", "during", "of", "over", "through", "before", "after",
                "for",
            ],
        );
    // «fall» and «spring» are verbs, and more.
    if !told && words.any(i, &["fall", "spring"]) || words.any(i, &["fall"]) && !the {
        return None;
    }
    let name = words.capital(i) && words.capital(i + 1);
    if name
        || words.any(
            i + 1,
            &[
                "break", "storm", "storms", "olympics", "games", "school", "camp", "season",
                "sport", "sports", "vacation", "weather", "coat",
            ],
        )
    {
        return None;
    }
    season_near(at, i + 1, season, 0).map(|when| {
        When {
            anchor: Anchor::Partial,
            ..when
        }
        .with_the()
    })
}

/// A season near publication: the last, this or the next one.
pub(super) fn season_near(at: At<'_>, end: usize, season: i8, by: i8) -> Option<When> {
    let year = at.now.year();
    let mut picked = None;
    for year in [year - 1, year, year + 1] {
        let range = season_of(year, season)?;
        let over = range.to? <= at.now;
        let begun = range.from? <= at.now;
        match by {
            -1 if over => picked = Some(year),
            0 if at.direction == Direction::Past && begun => picked = Some(year),
            0 if at.direction != Direction::Past && !over && picked.is_none() => {
                picked = Some(year)
            }
            1 if !begun && picked.is_none() => picked = Some(year),
            _ => {}
        }
    }
    let year = picked?;
    let range = season_of(year, season)?;
    let mut when = When::new(end, range, Granularity::Season, Anchor::Partial);
    when.possible = season_wide(year, season)?;
    if by != 0 {
        when.possible = calendar::hull(when.possible, season_wide(year - i16::from(by), season)?);
    }
    Some(when)
}

/// From equinox to solstice, in the north.
fn season_of(year: i16, season: i8) -> Option<DateRange> {
    let (from, to): ((i16, i8, i8), (i16, i8, i8)) = match season {
        0 => ((year, 3, 20), (year, 6, 21)),
        1 => ((year, 6, 21), (year, 9, 24)),
        2 => ((year, 9, 23), (year, 12, 22)),
        _ => ((year, 12, 21), (year + 1, 3, 21)),
    };
    let date = |(y, m, d): (i16, i8, i8)| Date::new(y, m, d).ok();
    Some(calendar::between(date(from)?.into(), date(to)?.into()))
}

/// With the months that weather services and common speech count to it; winter of a year on both of its ends.
fn season_wide(year: i16, season: i8) -> Option<DateRange> {
    let (from, to): ((i16, i8), (i16, i8)) = match season {
        0 => ((year, 3), (year, 7)),
        1 => ((year, 6), (year, 10)),
        2 => ((year, 9), (year + 1, 1)),
        _ => ((year - 1, 12), (year + 1, 4)),
    };
    let date = |(y, m): (i16, i8)| Date::new(y, m, 1).ok();
    Some(calendar::between(date(from)?.into(), date(to)?.into()))
}

/// «weekend of Thanksgiving 2023», «the weekend», «weekend after next».
fn weekend(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if words.is(i + 1, "of")
        && let Some(day) = whole(at, i + 2)
        && let Some(first) = day.first()
    {
        let weekend = calendar::weekend(first, 0)?;
        let range = calendar::hull(calendar::day(first), weekend);
        return Some(When::new(day.end, range, Granularity::Week, day.anchor));
    }
    if let Some(end) = words
        .phrase(i + 1, &["after", "next"])
        .or_else(|| words.phrase(i + 1, &["after", "the", "next"]))
    {
        let range = calendar::weekend(at.now.date(), 2)?;
        return Some(When::new(end, range, Granularity::Week, Anchor::Relative).with_the());
    }
    if !at.after_any(i, &["the"]) {
        return None;
    }
    let told = i > 1
        && words.any(
            i - 2,
            &[
                "over", "during", "on", "at", "of", "for", "until", "by", "since", "before",
                "after",
            ],
        );
    let range = match at.direction {
        Direction::Past if at.now.date() < calendar::weekend(at.now.date(), 0)?.from?.date() => {
            calendar::weekend(at.now.date(), -1)?
        }
        _ => calendar::weekend(at.now.date(), 0)?,
    };
    let friday = calendar::shift(range.from?, Unit::Hour, -8)?;
    told.then(|| {
        When::new(i + 1, range, Granularity::Week, Anchor::Partial).wide(DateRange {
            from: Some(friday),
            to: range.to,
        })
    })
}

/// «1970s», «1970's», «90s», «'90s».
fn decade(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if words.kind(i) != Kind::Digits || !words.glued(i + 1) || !words.any(i + 1, &["s", "'s"]) {
        return None;
    }
    let text = words.str(i);
    let n: i16 = text.parse().ok()?;
    let year = match text.len() {
        4 if (1500..2100).contains(&n) && n % 10 == 0 => n,
        2 if n % 10 == 0 => {
            // «in the 80s», «the mid-80s»; «in his mid-20s» is an age.
            let dash = usize::from(words.kind(i.wrapping_sub(1)) == Kind::Dash);
            let p = i.wrapping_sub(1 + dash);
            let part = words.any(p, &["early", "late", "mid"]);
            let the = words.is(p.wrapping_sub(usize::from(part)), "the");
            let short = words.kind(i.wrapping_sub(1)) == Kind::Apostrophe || words.len() <= 3;
            if !the && !short {
                return None;
            }
            if n < 30 { 2000 + n } else { 1900 + n }
        }
        _ => return None,
    };
    // «the 1900s» is the century, or its first decade.
    let from = calendar::year(year)?.from?;
    let range = calendar::between(from, calendar::shift(from, Unit::Decade, 1)?);
    let mut when = When::new(i + 2, range, Granularity::Decade, Anchor::Absolute).with_the();
    if year % 100 == 0 {
        when.possible.to = calendar::shift(from, Unit::Century, 1);
    }
    Some(when)
}

/// «the seventies», «nineteen seventies».
fn decade_word(at: At<'_>, i: usize) -> Option<When> {
    if let Some((century, j)) = at.below_hundred(i)
        && let Some(DateWord::Decade(n)) = at.word(j)
        && (16..=20).contains(&century)
    {
        let from = calendar::year(century * 100 + i16::from(n))?.from?;
        let range = calendar::between(from, calendar::shift(from, Unit::Decade, 1)?);
        return Some(When::new(j + 1, range, Granularity::Decade, Anchor::Absolute).with_the());
    }
    let DateWord::Decade(n) = at.word(i)? else {
        return None;
    };
    let the = at.after_any(i, &["the", "early", "late", "mid", "nineteen"]);
    let before = i > 1
        && at.words.any(i - 2, &["his", "her", "their", "my", "in"])
        && !at.words.is(i - 1, "the");
    if !the || before {
        return None;
    }
    let year = if n < 30 { 2000 } else { 1900 } + i16::from(n);
    let from = calendar::year(year)?.from?;
    let range = calendar::between(from, calendar::shift(from, Unit::Decade, 1)?);
    Some(When::new(i + 1, range, Granularity::Decade, Anchor::Absolute).with_the())
}

/// «15th century», «the twentieth century».
fn century(at: At<'_>, i: usize) -> Option<When> {
    let (n, j) = at.ordinal(i)?;
    let j = j + usize::from(at.words.kind(j) == Kind::Dash);
    if at.unit(j) != Some(Unit::Century) || !(1..=30).contains(&n) || at.words.is(j, "centuries") {
        return None;
    }
    let year = i16::try_from(100 * (n - 1)).ok()?;
    let from = Date::new(year, 1, 1).ok()?.into();
    let range = calendar::between(from, calendar::shift(from, Unit::Century, 1)?);
    let mut when = When::new(j + 1, range, Granularity::Decade, Anchor::Absolute);
    // By the book a century ends with its hundredth year.
    when.possible.to =
        calendar::shift(from, Unit::Century, 1).and_then(|to| calendar::shift(to, Unit::Year, 1));
    Some(when)
}

/// A feast by name, with its year: «Christmas», «Thanksgiving 2013», «independence day of this year».
pub(super) fn feast(at: At<'_>, i: usize) -> Option<When> {
    let (j, feast) = feast_name(at, i)?;
    let words = at.words;
    if at.word(j) == Some(DateWord::Weekend) {
        return feast_weekend(at, feast, j + 1);
    }
    let comma = usize::from(words.kind(j) == Kind::Comma || words.any(j, &["of", "in"]));
    if let Some((year, end)) = at
        .year(j + comma)
        .filter(|&(year, _)| (1900..2200).contains(&year))
    {
        return dated(feast, year, end, Anchor::Absolute);
    }
    if comma == 1
        && let Some(DateWord::Shift(by)) = at.word(j + 1)
        && at.unit(j + 2) == Some(Unit::Year)
    {
        return dated(
            feast,
            at.now.year() + i16::from(by),
            j + 3,
            Anchor::Relative,
        );
    }
    if let Some(DateWord::Shift(by)) = at.word(j)
        && at.unit(j + 1) == Some(Unit::Year)
    {
        return dated(
            feast,
            at.now.year() + i16::from(by),
            j + 2,
            Anchor::Relative,
        );
    }
    // «Thanksgiving in a year», «Thanksgiving 3 months ago».
    let ahead = words
        .is(j, "in")
        .then(|| relative::length(at, j + 1))
        .flatten();
    if let Some(length) = ahead.filter(|length| length.unit >= Unit::Month) {
        let after = length.from(at.now, 1)?;
        return near(
            feast,
            after,
            Direction::Future,
            length.end,
            Anchor::Relative,
        );
    }
    if let Some(length) = relative::length(at, j)
        .filter(|length| words.is(length.end, "ago") && length.unit >= Unit::Month)
    {
        let before = length.from(at.now, -1)?;
        return near(
            feast,
            before,
            Direction::Future,
            length.end + 1,
            Anchor::Relative,
        );
    }
    near(feast, at.now, at.direction, j, Anchor::Partial)
}

/// «Memorial Day weekend», «Labor Day weekend 2018»: from Friday evening to the feast or Sunday, whichever is later.
fn feast_weekend(at: At<'_>, feast: &Feast, end: usize) -> Option<When> {
    let year = at
        .year(end)
        .filter(|&(year, _)| (1900..2200).contains(&year));
    let day = match year {
        Some((year, end)) => dated(feast, year, end, Anchor::Absolute)?,
        None => near(feast, at.now, at.direction, end, Anchor::Partial)?,
    };
    let (first, to) = (day.first()?, day.stated.to?);
    let monday = first.weekday() == jiff::civil::Weekday::Monday;
    let weekend = calendar::weekend(first, -i64::from(monday))?;
    let friday = calendar::shift(weekend.from?, Unit::Hour, -6)?;
    let range = calendar::between(friday, weekend.to?.max(to));
    Some(When::new(day.end, range, Granularity::Week, day.anchor))
}

/// «last Easter», «next Thanksgiving».
pub(super) fn feast_shifted(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (end, feast) = feast_name(at, i)?;
    let (moment, direction) = match by {
        -1 => (calendar::floor(at.now, Unit::Day), Direction::Past),
        1 => (at.now, Direction::Future),
        _ => return dated(feast, at.now.year(), end, Anchor::Relative),
    };
    if by < 0 {
        let yesterday = calendar::shift(moment, Unit::Day, -1)?;
        return near(feast, yesterday, direction, end, Anchor::Relative);
    }
    near(feast, moment, direction, end, Anchor::Relative)
}

fn dated(feast: &Feast, year: i16, end: usize, anchor: Anchor) -> Option<When> {
    Some(when_of(feast, feast.in_year(year)?, end, anchor))
}

fn when_of(feast: &Feast, range: DateRange, end: usize, anchor: Anchor) -> When {
    let mut when = When::new(end, range, Granularity::Day, anchor);
    if feast.is_proclaimed() {
        when.possible.from = range
            .from
            .and_then(|from| calendar::shift(from, Unit::Day, -1));
        when.possible.to = range.to.and_then(|to| calendar::shift(to, Unit::Day, 1));
    }
    when
}

/// The last such feast up to `moment`, or the next.
fn near(
    feast: &Feast,
    moment: DateTime,
    direction: Direction,
    end: usize,
    anchor: Anchor,
) -> Option<When> {
    let year = moment.year();
    let years = if direction == Direction::Past {
        [year + 1, year, year - 1]
    } else {
        [year - 1, year, year + 1]
    };
    years.into_iter().find_map(|year| {
        let range = feast.in_year(year)?;
        let fits = if direction == Direction::Past {
            range.from? <= moment
        } else {
            range.to? > moment
        };
        fits.then(|| when_of(feast, range, end, anchor))
    })
}

/// A feast's name at `i`: the index after it.
fn feast_name(at: At<'_>, i: usize) -> Option<(usize, &'static Feast)> {
    let words = at.words;
    let entry = words.entry(i);
    if entry.text.is_empty() || entry.date.is_none() {
        return None;
    }
    let (end, feast) = holiday::find(entry.text, |name| name_at(at, i, name))?;
    // «lent» is a verb, Corpus Christi a city: these need their capital and their year or preposition.
    if words.any(i, &["lent", "corpus", "tet", "pascha", "maghi"]) && words.len() > end - i + 1 {
        let told = at.after_any(
            i,
            &["on", "for", "of", "during", "before", "after", "since"],
        );
        if !words.capital(i) || !(told || at.year(end).is_some()) {
            return None;
        }
    }
    Some((end, feast))
}

/// The index after `name` at `i`. «'s» in a name is «'s», «s», «s'» or nothing; hyphens are free.
fn name_at(at: At<'_>, i: usize, name: &str) -> Option<usize> {
    let words = at.words;
    let mut j = i;
    for (k, word) in name.split([' ', '-']).enumerate() {
        if k > 0 && words.kind(j) == Kind::Dash {
            j += 1;
        }
        let bare = word.strip_suffix("'s");
        let word = word.strip_suffix('.').unwrap_or(word);
        let stem = bare.unwrap_or(word);
        if words.is(j, stem) {
            j += 1;
            if bare.is_some() && words.is(j, "'s") {
                j += 1;
            }
        } else if let Some(bare) = bare
            && words.str(j).len() == bare.len() + 1
            && words.str(j).is_char_boundary(bare.len())
            && words.str(j)[..bare.len()].eq_ignore_ascii_case(bare)
            && words.str(j).ends_with(['s', 'S'])
        {
            j += 1;
            if words.kind(j) == Kind::Apostrophe && words.glued(j) {
                j += 1;
            }
        } else {
            return None;
        }
        if matches!(word, "st" | "jr" | "dr") && words.kind(j) == Kind::Stop && words.glued(j) {
            j += 1;
        }
    }
    Some(j)
}
