//! Dates counted from another moment: «yesterday», «in 3 days», «two weeks ago», «last month», «next 3 days».
//!
//! In: a place in a sentence. Out: the day or period meant. What is counted from publication is
//! [`Anchor::Relative`]; what is counted from a moment the story tells («two days later») is [`Anchor::Story`], and
//! then nothing is sure of it. How wide a count is meant: «five years ago» is anywhere in that calendar year or half
//! a year around, «three days ago» is that day.

use jiff::civil::DateTime;
use jiff::civil::Weekday;

use super::absolute;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::date::Anchor;
use super::date::At;
use super::date::DateWord;
use super::date::OPEN;
use super::date::When;
use super::number::NumberWord;
use super::period;
use super::token::Kind;
use crate::value::DateRange;
use crate::value::Granularity;

/// A length of calendar time: «1 month and 21 days», «two and a half hours».
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    months: i64,
    days: i64,
    seconds: i64,
    /// The smallest unit said.
    pub(super) unit: Unit,
    /// How many of it, where only one unit was said.
    pub(super) count: Option<i64>,
    pub(super) end: usize,
}

impl Length {
    /// `at` moved by this, `sign` times.
    pub(super) fn from(&self, at: DateTime, sign: i64) -> Option<DateTime> {
        let at = calendar::shift(at, Unit::Month, sign * self.months)?;
        let at = calendar::shift(at, Unit::Day, sign * self.days)?;
        calendar::shift(at, Unit::Second, sign * self.seconds)
    }

    /// Whether it counts hours or less.
    pub(super) fn is_clock(&self) -> bool {
        self.seconds != 0 || self.unit < Unit::Day
    }

    /// Around `at`: how far off «so long ago» can be.
    fn slack(&self, at: DateTime) -> Option<DateRange> {
        let (unit, n) = match self.unit {
            Unit::Second => (Unit::Second, 30),
            Unit::Minute => (Unit::Minute, 15),
            Unit::Hour => (Unit::Minute, 60),
            Unit::Day => return Some(calendar::day(at.date())),
            Unit::Week | Unit::Fortnight => (Unit::Day, 4),
            Unit::Month => (Unit::Day, 31),
            Unit::Quarter => (Unit::Day, 92),
            Unit::Year => (Unit::Month, 9),
            Unit::Decade => (Unit::Year, 5),
            Unit::Century => (Unit::Year, 50),
        };
        let around = calendar::between(
            calendar::shift(at, unit, -n)?,
            calendar::shift(at, unit, n)?,
        );
        let whole = calendar::whole(at, self.unit, 0)?;
        Some(calendar::hull(around, whole))
    }
}

/// Reads a length: «3 days», «a couple of weeks», «half an hour», «an hour and a half», «2 years 1 month 21 days».
pub(super) fn length(at: At<'_>, i: usize) -> Option<Length> {
    parts(at, i, 5)
}

/// A length of at most `most` parts.
fn parts(at: At<'_>, i: usize, most: usize) -> Option<Length> {
    let mut total = Length {
        months: 0,
        days: 0,
        seconds: 0,
        unit: Unit::Century,
        count: None,
        end: i,
    };
    let mut parts = 0;
    let mut j = i;
    while parts < most {
        let Some((count, next)) = quantity(at, j) else {
            break;
        };
        let next = next + usize::from(at.words.kind(next) == Kind::Dash && parts == 0);
        let next = next + usize::from(at.words.is(next, "more"));
        let Some((unit, mut end)) = unit(at, next) else {
            break;
        };
        let mut count = count;
        if let Some(after) = and_a_half(at, end)
            && parts == 0
            && unit_at(at, after).is_none()
        {
            count += 0.5;
            end = after;
        }
        total.add(count, unit)?;
        total.end = end;
        parts += 1;
        j = end;
        let and = usize::from(at.words.is(j, "and") || at.words.kind(j) == Kind::Comma);
        if quantity(at, j + and)
            .is_some_and(|(_, next)| unit_at(at, next).is_some_and(|more| more != unit))
        {
            j += and;
        } else {
            break;
        }
    }
    if parts != 1 {
        total.count = None;
    }
    (parts > 0).then_some(total)
}

impl Length {
    #[allow(clippy::cast_possible_truncation)] // bounded by `quantity`
    fn add(&mut self, count: f64, unit: Unit) -> Option<()> {
        if count.abs() > 1e6 {
            return None;
        }
        let whole = count.fract() == 0.0;
        let n = count as i64;
        match unit {
            Unit::Second => self.seconds += (count) as i64,
            Unit::Minute => self.seconds += (count * 60.0) as i64,
            Unit::Hour => self.seconds += (count * 3600.0) as i64,
            Unit::Day => self.days += n,
            Unit::Week => self.days += (7.0 * count) as i64,
            Unit::Fortnight => self.days += (14.0 * count) as i64,
            Unit::Month => {
                self.months += n;
                self.days += ((count - count.trunc()) * 30.0) as i64;
            }
            Unit::Quarter => self.months += (3.0 * count) as i64,
            Unit::Year => self.months += (12.0 * count) as i64,
            Unit::Decade => self.months += (120.0 * count) as i64,
            Unit::Century => self.months += (1200.0 * count) as i64,
        }
        self.unit = self.unit.min(unit);
        self.count = whole.then_some(n);
        Some(())
    }
}

fn unit(at: At<'_>, i: usize) -> Option<(Unit, usize)> {
    // «15'» is minutes.
    if at.words.kind(i) == Kind::Apostrophe && at.words.glued(i) {
        return Some((Unit::Minute, i + 1));
    }
    let unit = at.unit(i)?;
    let short = at.words.str(i).len() <= 3;
    let stop = short && at.words.kind(i + 1) == Kind::Stop && at.words.kind(i + 2) != Kind::None;
    Some((unit, i + 1 + usize::from(stop)))
}

fn unit_at(at: At<'_>, i: usize) -> Option<Unit> {
    at.unit(i)
}

/// How many: «3», «2.5», «1/4», «three», «a», «a couple of», «few», «half an», «two and a half».
pub(super) fn quantity(at: At<'_>, i: usize) -> Option<(f64, usize)> {
    let words = at.words;
    if words.kind(i) == Kind::Digits {
        let text = words.str(i);
        if text.len() > 5 {
            return None;
        }
        let whole: f64 = text.parse().ok()?;
        let glued = words.glued(i + 1)
            && words.glued(i + 2)
            && words.kind(i + 2) == Kind::Digits
            && words.str(i + 2).len() <= 3;
        if glued && words.kind(i + 1) == Kind::Stop {
            let all = format!("{text}.{}", words.str(i + 2));
            return Some((all.parse().ok()?, i + 3));
        }
        if glued && words.kind(i + 1) == Kind::Slash {
            let below: f64 = words.str(i + 2).parse().ok()?;
            return (below > 1.0 && whole < below).then(|| (whole / below, i + 3));
        }
        if words.kind(i + 1) == Kind::Vulgar {
            return Some((whole + vulgar(words.str(i + 1))?, i + 2));
        }
        if let Some(end) = and_a_half(at, i + 1) {
            return Some((whole + 0.5, end));
        }
        return Some((whole, i + 1));
    }
    if words.kind(i) == Kind::Vulgar {
        return Some((vulgar(words.str(i))?, i + 1));
    }
    if words.is(i, "half") {
        let article =
            usize::from(words.any(i + 1, &["a", "an"]) || words.kind(i + 1) == Kind::Dash);
        return Some((0.5, i + 1 + article));
    }
    if words.is(i, "three")
        && let dash = usize::from(words.kind(i + 1) == Kind::Dash)
        && let Some(end) = words.phrase(i + 1 + dash, &["quarters", "of", "an"])
    {
        return Some((0.75, end));
    }
    if words.any(i, &["a", "an"]) {
        if words.is(i + 1, "couple") {
            return Some((2.0, i + 2 + usize::from(words.is(i + 2, "of"))));
        }
        if words.is(i + 1, "pair") && words.is(i + 2, "of") {
            return Some((2.0, i + 3));
        }
        if words.is(i + 1, "few") {
            return Some((3.0, i + 2));
        }
        if words.is(i + 1, "quarter") {
            let end = words.phrase(i + 2, &["of", "an"])?;
            return Some((0.25, end));
        }
        if words.is(i + 1, "half") {
            return Some((0.5, i + 2));
        }
        if words.is(i + 1, "dozen") {
            return Some((12.0, i + 2));
        }
        return Some((1.0, i + 1));
    }
    if words.any(i, &["few", "several"]) {
        return Some((3.0, i + 1));
    }
    if words.is(i, "couple") {
        return Some((2.0, i + 1 + usize::from(words.is(i + 1, "of"))));
    }
    let (whole, end) = at.integer(i, 5)?;
    #[allow(clippy::cast_precision_loss)] // below 10,000
    let whole = whole as f64;
    if let Some(end) = and_a_half(at, end) {
        return Some((whole + 0.5, end));
    }
    Some((whole, end))
}

/// «and a half».
fn and_a_half(at: At<'_>, i: usize) -> Option<usize> {
    let words = at.words;
    words
        .phrase(i, &["and", "a", "half"])
        .or_else(|| words.phrase(i, &["and", "an", "half"]))
        .or_else(|| words.phrase(i, &["and", "half"]))
}

fn vulgar(text: &str) -> Option<f64> {
    Some(match text {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        _ => return None,
    })
}

fn grain_of(unit: Unit) -> Granularity {
    match unit {
        Unit::Second => Granularity::Second,
        Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Season,
        Unit::Year => Granularity::Year,
        Unit::Decade | Unit::Century => Granularity::Decade,
    }
}

/// The longest relative date at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
    let readers: &[fn(At<'_>, usize) -> Option<When>] = match at.word(i) {
        Some(DateWord::Day(_) | DateWord::Tonight | DateWord::Now) => &[day_word],
        Some(DateWord::Shift(_)) => &[shifted, now],
        Some(DateWord::Unit(_)) => &[named_unit, counted, now],
        Some(DateWord::Month(_)) => &[month_after_next],
        Some(DateWord::Start) => &[now, counted, fiscal],
        Some(DateWord::Portion(_)) => &[within],
        _ => &[counted, within, weekdays_away],
    };
    let best = readers.iter().filter_map(|read| read(at, i));
    best.fold(None, |best: Option<When>, when| match best {
        Some(best) if best.end >= when.end => Some(best),
        _ => Some(when),
    })
}

/// «yesterday», «the day after tomorrow» starts at «day».
fn day_word(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    match at.word(i)? {
        DateWord::Day(by) => {
            let day = calendar::shift(at.now, Unit::Day, by.into())?.date();
            Some(When::day(i + 1, day, Anchor::Relative))
        }
        DateWord::Now
            if !words.any(i + 1, &["that", "known"])
                && !at.after_any(i, &["for"])
                && !(i == 0 && words.kind(i + 1) == Kind::Comma) =>
        {
            let told = words.len() <= 2
                || at.after_any(
                    i,
                    &[
                        "right", "just", "until", "till", "from", "by", "and", "between", "since",
                    ],
                )
                || matches!(words.kind(i + 1), Kind::None | Kind::Stop | Kind::End);
            told.then(|| present(at, i + 1))
        }
        _ => None,
    }
}

fn present(at: At<'_>, end: usize) -> When {
    let range = calendar::between(
        at.now,
        calendar::shift(at.now, Unit::Second, 1).unwrap_or(at.now),
    );
    When::new(end, range, Granularity::Second, Anchor::Relative)
}

/// «fiscal year 2008», «FY18»: which months it has differs from body to body.
fn fiscal(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let j = if words.is(i, "fiscal") && words.is(i + 1, "year") {
        i + 2
    } else if words.any(i, &["fy", "sy"]) {
        i + 1
    } else {
        return None;
    };
    let (year, end) = match at.year(j) {
        Some(found) => found,
        None => (calendar::full_year(at.digits(j, 2)?), j + 1),
    };
    let range = calendar::year(year)?;
    let wide = calendar::between(
        calendar::shift(range.from?, Unit::Year, -1)?,
        calendar::shift(range.to?, Unit::Year, 1)?,
    );
    Some(When::new(end, range, Granularity::Year, Anchor::Absolute).wide(wide))
}

/// «at present», «at this time», «at the minute», «ATM», «right now» (from «right» on it is a lead).
fn now(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if words.is(i, "atm") && words.str(i) == "ATM" && words.len() <= 2 {
        return Some(present(at, i + 1));
    }
    let this = at.after_any(i, &["at"]);
    if this && (words.is(i, "present") && !words.capital(i)) {
        return Some(present(at, i + 1));
    }
    if this && words.is(i, "this") && words.any(i + 1, &["time", "moment"]) {
        return Some(present(at, i + 2));
    }
    if words.any(i, &["minute", "moment"])
        && at.after_any(i, &["the"])
        && words.is(i.wrapping_sub(2), "at")
    {
        return Some(present(at, i + 1));
    }
    None
}

/// «last week», «next Monday», «this past weekend», «last 3 months», «next fiscal year», «next day».
fn shifted(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let DateWord::Shift(mut by) = at.word(i)? else {
        return None;
    };
    let mut j = i + 1;
    // «this past weekend», «this coming Friday».
    if by == 0
        && words.any(i, &["this"])
        && let Some(DateWord::Shift(other)) = at.word(j)
    {
        by = other;
        j += 1;
        if let Some(weekday) = upcoming(at, j, by) {
            return Some(weekday);
        }
    }
    let fiscal = words.any(j, &["fiscal", "financial", "school", "academic"]);
    if fiscal && at.unit(j + 1) == Some(Unit::Year) {
        let year = calendar::whole(at.now, Unit::Year, by.into())?;
        let wide = calendar::between(
            calendar::shift(year.from?, Unit::Year, -1)?,
            calendar::shift(year.to?, Unit::Year, 1)?,
        );
        return Some(When::new(j + 2, year, Granularity::Year, Anchor::Relative).wide(wide));
    }
    if words.any(j, &["calendar"]) {
        j += 1;
    }
    // «the same month» belongs to the story.
    if words.is(i, "that")
        && !(at
            .unit(j)
            .is_some_and(|unit| unit >= Unit::Week && !words.str(j).ends_with('s'))
            || at.word(j) == Some(DateWord::Weekend))
    {
        return None;
    }
    let anchor = if words.any(i, &["same", "following", "previous", "that"])
        || words.is(i, "next") && at.unit(j) == Some(Unit::Day) && at.after_any(i, &["the"])
    {
        Anchor::Story
    } else {
        Anchor::Relative
    };
    let story = |when: When| When {
        anchor: when.anchor.max(anchor),
        ..when
    };
    if let Some(when) = many(at, i, j, by) {
        return Some(story(when));
    }
    if let Some(unit) = at.unit(j) {
        if unit == Unit::Second && words.is(j, "second") && by == 0 {
            return None;
        }
        let century = words.kind(j + 1) == Kind::Dash && at.unit(j + 2).is_some();
        if by == 0 && unit < Unit::Day && !words.is(i, "current") || century {
            return None;
        }
        return single(at, j, unit, by).map(story);
    }
    match at.word(j)? {
        DateWord::Weekend => {
            let range = calendar::weekend(at.now.date(), by.into())?;
            let friday = calendar::shift(range.from?, Unit::Hour, -6)?;
            let wide = calendar::between(friday, range.to?);
            Some(story(
                When::new(j + 1, range, Granularity::Week, Anchor::Relative).wide(wide),
            ))
        }
        DateWord::Weekday(_) => weekday_shifted(at, j, by).map(story),
        DateWord::Month(_) => month_shifted(at, j, by).map(story),
        DateWord::Season(season) => {
            let when = period::season_near(at, j + 1, season, by)?;
            Some(story(When {
                anchor: Anchor::Relative,
                ..when
            }))
        }
        _ => period::feast_shifted(at, j, by).map(story),
    }
}

/// «this upcoming Friday»: the next one.
fn upcoming(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (weekday, end) = at.weekday(i)?;
    let direction = if by < 0 {
        Direction::Past
    } else {
        Direction::Future
    };
    let mut day = calendar::weekday(at.now.date(), weekday, direction)?;
    if by < 0 && day == at.now.date() {
        day = calendar::shift(day.into(), Unit::Week, -1)?.date();
    }
    Some(When::day(end, day, Anchor::Relative))
}

/// «last Monday»: of the week before; in American use the one just past. «next Monday» likewise.
fn weekday_shifted(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (weekday, j) = at.weekday(i)?;
    let today = at.now.date();
    if let Some(mut when) = absolute::read(at, i)
        && when.end > j
        && !at.words.is(when.end - 1, "next")
    {
        when.anchor = Anchor::Relative;
        return Some(when);
    }
    let of_week = calendar::weekday_of_week(
        calendar::shift(today.into(), Unit::Week, by.into())?.date(),
        weekday,
    )?;
    let (direction, near) = match by {
        -1 => (Direction::Past, today.nth_weekday(-1, weekday).ok()?),
        1 => (Direction::Future, today.nth_weekday(1, weekday).ok()?),
        _ => return Some(When::day(j, of_week, Anchor::Relative)),
    };
    // The suites: «last Wednesday» on a Thursday is eight days ago, «last Sunday» on a Tuesday is two.
    let _ = direction;
    let both = calendar::hull(calendar::day(of_week), calendar::day(near));
    Some(When::day(j, of_week, Anchor::Relative).wide(both))
}

/// «last March»: the one before now; «next March».
fn month_shifted(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (month, j) = at.month(i)?;
    let today = at.now.date();
    if let Some(when) = absolute::read(at, i)
        && when.end > j
    {
        return (by == 0).then_some(When {
            anchor: Anchor::Relative,
            ..when
        });
    }
    let year = match by {
        -1 if month >= today.month() => today.year() - 1,
        1 if month <= today.month() => today.year() + 1,
        _ => today.year(),
    };
    let range = calendar::month(year, month)?;
    let mut when = When::new(j, range, Granularity::Month, Anchor::Relative);
    // «last March» in November can be this year's or last year's.
    if by != 0
        && let Some(other) = calendar::month(year + i16::from(by), month)
    {
        when.possible = calendar::hull(range, other);
    }
    Some(when)
}

/// «March after next».
fn month_after_next(at: At<'_>, i: usize) -> Option<When> {
    let (month, j) = at.month(i)?;
    let end = at.words.phrase(j, &["after", "next"])?;
    let today = at.now.date();
    let next = today.year() + i16::from(month <= today.month());
    let range = calendar::month(next + 1, month)?;
    Some(When::new(end, range, Granularity::Month, Anchor::Relative))
}

/// «last week», «this quarter», «next decade».
fn single(at: At<'_>, i: usize, unit: Unit, by: i8) -> Option<When> {
    let words = at.words;
    let mut range = if unit < Unit::Day {
        let other = calendar::shift(at.now, unit, by.into())?;
        calendar::between(at.now.min(other), at.now.max(other))
    } else if unit == Unit::Fortnight {
        let weeks = if by < 0 { -2 } else { i64::from(by) };
        let from = calendar::shift(
            calendar::floor(at.now, Unit::Week),
            Unit::Week,
            if by > 0 { 2 } else { weeks },
        )?;
        calendar::between(from, calendar::shift(from, Unit::Week, 2)?)
    } else {
        calendar::whole(at.now, unit, by.into())?
    };
    if words.is(i, "workweek") {
        range.to = calendar::shift(range.from?, Unit::Day, 5);
    }
    let mut when = When::new(i + 1, range, grain_of(unit), Anchor::Relative);
    // «the past year» is also the twelve months to now.
    if by < 0 && unit >= Unit::Week {
        let rolling = calendar::between(calendar::shift(at.now, unit, -1)?, at.now);
        if words.is(i - 1, "past") {
            when.possible = calendar::hull(range, rolling);
        }
    }
    when.the = matches!(unit, Unit::Decade | Unit::Century);
    Some(when)
}

/// «last 3 months», «next few hours», «past two quarters», «two upcoming weeks».
fn many(at: At<'_>, i: usize, j: usize, by: i8) -> Option<When> {
    let words = at.words;
    if by == 0 {
        return None;
    }
    let mut length = length(at, j).filter(|_| !words.any(j, &["a", "an"]))?;
    // «in the last 4 weeks, and 3 days ago …»
    if words.is(length.end, "ago") {
        length = parts(at, j, 1)?;
    }
    let now = at.now;
    let upcoming = words.is(i, "upcoming");
    if upcoming
        && let Some(count) = length.count
        && length.unit >= Unit::Day
    {
        let range = calendar::whole(now, length.unit, count)?;
        return Some(When::new(
            length.end,
            range,
            grain_of(length.unit),
            Anchor::Relative,
        ));
    }
    // Quarters and decades are whole ones; the rest counts from now.
    if matches!(length.unit, Unit::Quarter | Unit::Decade | Unit::Century)
        && let Some(count) = length.count
    {
        let (from, to) = if by < 0 { (-count, 0) } else { (1, count + 1) };
        let edge = |n| calendar::shift(calendar::floor(now, length.unit), length.unit, n);
        let range = calendar::between(edge(from)?, edge(to)?);
        let rolling = calendar::between(length.from(now, -1)?, now);
        let mut when = When::new(length.end, range, grain_of(length.unit), Anchor::Relative);
        if by < 0 {
            when.possible = calendar::hull(range, rolling);
        }
        when.the = length.unit != Unit::Quarter;
        return Some(when);
    }
    let other = length.from(now, i64::from(by))?;
    let range = if length.is_clock() {
        calendar::between(now.min(other), now.max(other))
    } else {
        let day = |at| calendar::floor(at, Unit::Day);
        let (from, to) = (day(now.min(other)), day(now.max(other)));
        // The next three days start tomorrow.
        let skip = i64::from(by > 0);
        calendar::between(
            calendar::shift(from, Unit::Day, skip)?,
            calendar::shift(to, Unit::Day, skip)?,
        )
    };
    let mut when = When::new(length.end, range, grain_of(length.unit), Anchor::Relative);
    when.possible.to = if by < 0 {
        Some(calendar::shift(
            calendar::floor(now, Unit::Day),
            Unit::Day,
            1,
        )?)
    } else {
        range.to
    };
    if by > 0 {
        when.possible.from = Some(calendar::floor(now, Unit::Day).min(range.from?));
    }
    Some(when)
}

/// «week after next», «day before yesterday», «the day», «year 2018», «week 27», «day after».
fn named_unit(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let unit = at.unit(i)?;
    if unit == Unit::Day {
        let (sign, j) = if words.is(i + 1, "after") {
            (1, i + 2)
        } else if words.is(i + 1, "before") {
            (-1, i + 2)
        } else {
            (0, i + 1)
        };
        if sign != 0 {
            if let Some(DateWord::Day(by)) = at.word(j) {
                let day = calendar::shift(at.now, Unit::Day, i64::from(by) + sign)?;
                return Some(When::day(j + 1, day.date(), Anchor::Relative).with_the());
            }
            let bare = matches!(
                words.kind(j),
                Kind::None | Kind::Stop | Kind::Comma | Kind::End
            );
            if bare && at.after_any(i, &["the"]) {
                let day = calendar::shift(at.now, Unit::Day, sign)?;
                return Some(When::day(j, day.date(), Anchor::Story).with_the());
            }
        }
    }
    if unit >= Unit::Week
        && let Some(j) = words
            .phrase(i + 1, &["after", "next"])
            .or_else(|| words.phrase(i + 1, &["after", "the", "next"]))
        && unit != Unit::Fortnight
    {
        let range = calendar::whole(at.now, unit, 2)?;
        return Some(When::new(j, range, grain_of(unit), Anchor::Relative).with_the());
    }
    period::named(at, i, unit)
}

/// «3 days ago», «two weeks from now», «30 minutes later», «in 2 weeks», «2 weeks before Christmas», «within 3 days».
fn counted(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if let Some(when) = upcoming_units(at, i) {
        return Some(when);
    }
    let length = length(at, i)?;
    let j = length.end;
    let span = |end, sign: i64, anchor| -> Option<When> {
        let to = length.from(at.now, sign)?;
        Some(shift_when(&length, to, end, anchor)?)
    };
    if words.is(j, "ago") {
        if let Some(when) = story_point(at, j + 1, &length, -1) {
            return Some(when);
        }
        return span(j + 1, -1, Anchor::Relative);
    }
    if words.any(j, &["later", "afterwards", "afterward"]) && !words.is(j + 1, "than") {
        return span(j + 1, 1, Anchor::Story);
    }
    if words.is(j, "earlier") && !words.is(j + 1, "than") {
        return span(j + 1, -1, Anchor::Story);
    }
    if words.is(j, "hence") {
        return span(j + 1, 1, Anchor::Relative);
    }
    if let Some(end) = words.phrase(j, &["in", "the", "future"]) {
        let to = length.from(at.now, 1)?;
        let from = calendar::shift(calendar::floor(at.now, Unit::Day), Unit::Day, 1)?;
        return Some(When::new(
            end,
            calendar::between(from, to.max(from)),
            grain_of(length.unit),
            Anchor::Relative,
        ));
    }
    if words.is(j, "from") && words.is(j + 1, "now") {
        return span(j + 2, 1, Anchor::Relative);
    }
    if words.any(j, &["from", "after", "before", "since"])
        && let Some(base) = base(at, j + 1)
    {
        let sign = if words.is(j, "before") { -1 } else { 1 };
        if words.is(j, "from") && at.after_any(i, &["for"]) && !length.is_clock() {
            let from = base.stated.from?;
            let to = calendar::shift(length.from(from, 1)?, Unit::Day, 1)?;
            return Some(When::new(
                base.end,
                calendar::between(from, to),
                base.grain,
                base.anchor,
            ));
        }
        if words.is(j, "since") && !at.after_any(i, &["in"]) {
            return None;
        }
        let from = base.stated.from?;
        let to = length.from(from, sign)?;
        let mut when = shift_when(&length, to, base.end, base.anchor)?;
        when = weekday_near(at, when);
        return Some(when);
    }
    // «for 10 days from 18 December», «a week starting tomorrow».
    if words.any(j, &["starting", "beginning", "from"]) {
        let k = j + 1 + usize::from(words.any(j + 1, &["on", "from", "the"]));
        if let Some(base) = base(at, k) {
            let from = base.stated.from?;
            let range = calendar::between(from, length.from(from, 1)?);
            let mut when = When::new(base.end, range, base.grain, base.anchor);
            when.the = false;
            return Some(when);
        }
    }
    let hedged = usize::from(at.after_any(
        i,
        &[
            "about",
            "around",
            "roughly",
            "approximately",
            "just",
            "nearly",
            "almost",
            "another",
        ],
    ));
    if at.after_any(i - hedged, &["in"]) && future_in(at, i - hedged, j, &length) {
        return span(j, 1, Anchor::Relative);
    }
    if at.after_any(i, &["than"])
        && words.any(i.wrapping_sub(2), &["less", "under"])
        && words.is(i.wrapping_sub(3), "in")
        && length.is_clock()
    {
        return span(j, 1, Anchor::Relative);
    }
    if at.after_any(i, &["after"]) && words.len() <= j - i + 2 {
        let to = length.from(at.now, 1)?;
        return shift_when(&length, to, j, Anchor::Relative);
    }
    if at.after_any(i, &["within"]) {
        let to = length.from(at.now, 1)?;
        let start = if length.is_clock() {
            at.now
        } else {
            calendar::floor(at.now, Unit::Day)
        };
        let range = calendar::between(start, to);
        return Some(When::new(j, range, grain_of(length.unit), Anchor::Relative).wide(OPEN));
    }
    None
}

/// Whether «in three days» counts from now and is not how long something takes: «met twice in two days», «the first in
/// five years». Only where the sentence looks ahead or says nothing else.
fn future_in(at: At<'_>, i: usize, end: usize, length: &Length) -> bool {
    let words = at.words;
    if at.direction == Direction::Past && words.len() > end - i + 2 {
        let ahead = (0..i)
            .rev()
            .take(16)
            .any(|k| words.any(k, &["will", "shall", "'ll", "would", "meeting", "leave"]));
        let first = (0..i).rev().take(10).any(|k| {
            words.any(
                k,
                &[
                    "first",
                    "most",
                    "least",
                    "since",
                    "worst",
                    "best",
                    "biggest",
                    "largest",
                    "deadliest",
                    "time",
                    "second",
                    "times",
                    "twice",
                    "once",
                    "highest",
                    "lowest",
                ],
            )
        });
        return ahead && !first;
    }
    let _ = length;
    true
}

/// What a count leads to.
fn shift_when(length: &Length, to: DateTime, end: usize, anchor: Anchor) -> Option<When> {
    let possible = length.slack(to)?;
    if length.is_clock() {
        let range = calendar::between(to, calendar::shift(to, Unit::Second, 1)?);
        return Some(When::new(end, range, grain_of(length.unit), anchor).wide(possible));
    }
    let day = calendar::day(to.date());
    let grain = Granularity::Day;
    Some(When::new(end, day, grain, anchor).wide(calendar::hull(day, possible)))
}

/// The moment a count starts from: «yesterday», «Christmas», «1 January 2018».
fn base(at: At<'_>, i: usize) -> Option<When> {
    let i = at.the(i);
    let found = [absolute::read(at, i), simple(at, i), period::feast(at, i)];
    found.into_iter().flatten().max_by_key(|when| when.end)
}

/// «tomorrow», «now», «next Monday» without another count in it.
fn simple(at: At<'_>, i: usize) -> Option<When> {
    match at.word(i)? {
        DateWord::Now => Some(present(at, i + 1)),
        DateWord::Day(_) => day_word(at, i),
        DateWord::Shift(_) => shifted(at, i),
        _ => None,
    }
}

/// «three weeks after Christmas on Friday»: that weekday in that week.
fn weekday_near(at: At<'_>, when: When) -> When {
    let j = when.end;
    if at.words.is(j, "on")
        && let Some((weekday, end)) = at.weekday(j + 1)
        && let Some(date) = when.first()
        && let Some(day) = calendar::weekday_of_week(date, weekday)
    {
        return When::day(end, day, when.anchor);
    }
    when
}

/// «a year ago today», «two weeks ago on Monday».
fn story_point(at: At<'_>, i: usize, length: &Length, sign: i64) -> Option<When> {
    let words = at.words;
    let to = length.from(at.now, sign)?;
    if words.any(i, &["today", "tomorrow", "yesterday"])
        && let Some(DateWord::Day(by)) = at.word(i)
        && !length.is_clock()
    {
        let day = calendar::shift(to, Unit::Day, by.into())?.date();
        return Some(When::day(i + 1, day, Anchor::Relative));
    }
    None
}

/// «2 upcoming weeks», «four Tuesdays from now», «2 thursdays ago», «two monday later».
fn upcoming_units(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (count, j) = at.integer(i, 2)?;
    if words.any(j, &["upcoming", "coming"])
        && let Some(unit) = at.unit(j + 1)
    {
        let range = calendar::whole(at.now, unit, count)?;
        return Some(When::new(j + 2, range, grain_of(unit), Anchor::Relative));
    }
    None
}

/// «four Tuesdays from now», «2 Thursdays ago».
fn weekdays_away(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (count, j) = at.integer(i, 2)?;
    let weekday = match at.word(j)? {
        DateWord::Weekday(n) => Weekday::from_monday_one_offset(n).ok()?,
        DateWord::Weekdays => {
            let text = words.str(j);
            let single = text.get(..text.len() - 1)?;
            DAYS.iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(single))?
                .1
        }
        _ => return None,
    };
    let (sign, end) = if words.any(j + 1, &["ago", "back"]) {
        (-1, j + 2)
    } else if words.any(j + 1, &["later", "hence"]) {
        (1, j + 2)
    } else {
        (1, words.phrase(j + 1, &["from", "now"])?)
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

/// «earlier this month», «later in the year» and other portions are periods; nothing relative starts with them.
fn within(at: At<'_>, i: usize) -> Option<When> {
    let _ = NumberWord::Article;
    period::portion(at, i)
}
