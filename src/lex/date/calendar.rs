//! Calendar arithmetic on civil time.
//!
//! In: an instant of civil time and a unit, a weekday, a day of a month. Out: the range or the day meant. Everything is
//! half-open and proleptic Gregorian; weeks start on Monday (ISO 8601). What lies beyond the years -9999 to 9999 is
//! `None`. Nothing here reads words; jiff does the arithmetic, what is here is what English means by it.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::civil::DateTime;
use jiff::civil::Weekday;

use crate::value::DateRange;
use crate::value::Granularity;

/// A unit of clock or calendar, from small to large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// How fine a date is that is counted in it.
    pub(super) fn grain(self) -> Granularity {
        match self {
            Self::Second => Granularity::Second,
            Self::Minute => Granularity::Minute,
            Self::Hour => Granularity::Hour,
            Self::Day => Granularity::Day,
            Self::Week | Self::Fortnight => Granularity::Week,
            Self::Month => Granularity::Month,
            Self::Quarter => Granularity::Season,
            Self::Year => Granularity::Year,
            Self::Decade | Self::Century => Granularity::Decade,
        }
    }
}

/// Where a day without a date lies from publication: «met on Monday», «will arrive on Friday».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Past,
    Future,
    /// The words do not tell.
    Unknown,
}

/// The range from `from` to `to`.
pub(crate) fn between(from: DateTime, to: DateTime) -> DateRange {
    DateRange {
        from: Some(from),
        to: Some(to),
    }
}

/// `at` moved by `count` units; a month that is too short gives its last day.
pub(crate) fn shift(at: DateTime, unit: Unit, count: i64) -> Option<DateTime> {
    if count.abs() > 400_000_000 {
        return None;
    }
    let span = match unit {
        Unit::Second => jiff::Span::new().try_seconds(count),
        Unit::Minute => jiff::Span::new().try_minutes(count),
        Unit::Hour => jiff::Span::new().try_hours(count),
        Unit::Day => jiff::Span::new().try_days(count),
        Unit::Week => jiff::Span::new().try_weeks(count),
        Unit::Fortnight => jiff::Span::new().try_weeks(2 * count),
        Unit::Month => jiff::Span::new().try_months(count),
        Unit::Quarter => jiff::Span::new().try_months(3 * count),
        Unit::Year => jiff::Span::new().try_years(count),
        Unit::Decade => jiff::Span::new().try_years(10 * count),
        Unit::Century => jiff::Span::new().try_years(100 * count),
    };
    at.checked_add(span.ok()?).ok()
}

/// The first instant of the unit that holds `at`.
pub(crate) fn floor(at: DateTime, unit: Unit) -> DateTime {
    let date = at.date();
    let first = |year: i16, month: i8| Date::new(year, month, 1).unwrap_or(date).into();
    let year = date.year();
    match unit {
        Unit::Second => at
            .with()
            .subsec_nanosecond(0)
            .build()
            .unwrap_or_else(|_| date.into()),
        Unit::Minute => date.at(at.hour(), at.minute(), 0, 0),
        Unit::Hour => date.at(at.hour(), 0, 0, 0),
        Unit::Day => date.into(),
        Unit::Week | Unit::Fortnight => {
            let back = i64::from(date.weekday().to_monday_zero_offset());
            date.checked_sub(back.days()).unwrap_or(date).into()
        }
        Unit::Month => first(year, date.month()),
        Unit::Quarter => first(year, (date.month() - 1) / 3 * 3 + 1),
        Unit::Year => first(year, 1),
        Unit::Decade => first(year - year.rem_euclid(10), 1),
        Unit::Century => first(year - year.rem_euclid(100), 1),
    }
}

/// The whole unit, `count` units from the one that holds `at`: the month before is -1.
pub(crate) fn whole(at: DateTime, unit: Unit, count: i64) -> Option<DateRange> {
    let from = shift(floor(at, unit), unit, count)?;
    Some(between(from, shift(from, unit, 1)?))
}

/// One civil day.
pub(crate) fn day(date: Date) -> DateRange {
    DateRange {
        from: Some(date.into()),
        to: date.tomorrow().ok().map(Into::into),
    }
}

/// A year; 1 to 9998.
pub(crate) fn year(year: i16) -> Option<DateRange> {
    let from = Date::new(year, 1, 1).ok()?;
    Some(between(
        from.into(),
        Date::new(year.checked_add(1)?, 1, 1).ok()?.into(),
    ))
}

/// A month of a year.
pub(crate) fn month(year: i16, month: i8) -> Option<DateRange> {
    whole(Date::new(year, month, 1).ok()?.into(), Unit::Month, 0)
}

/// The day `weekday` that a bare «on Monday» means. Past: the last one, today included. Future: the next one, today
/// included. Unknown: the next one after today.
pub(crate) fn weekday(today: Date, weekday: Weekday, direction: Direction) -> Option<Date> {
    if today.weekday() == weekday && direction != Direction::Unknown {
        return Some(today);
    }
    let n = if direction == Direction::Past { -1 } else { 1 };
    today.nth_weekday(n, weekday).ok()
}

/// `weekday` in the week (from Monday) that holds `date`.
pub(crate) fn weekday_of_week(date: Date, weekday: Weekday) -> Option<Date> {
    let monday = floor(date.into(), Unit::Week).date();
    monday
        .checked_add(i64::from(weekday.to_monday_zero_offset()).days())
        .ok()
}

/// The year of a month without one: the last such month that has begun, or the next that has not ended.
pub(crate) fn year_of_month(today: Date, month: i8, direction: Direction) -> i16 {
    match direction {
        Direction::Past if month > today.month() => today.year() - 1,
        Direction::Future | Direction::Unknown if month < today.month() => today.year() + 1,
        _ => today.year(),
    }
}

/// The day of a month and day without a year: the last such day, or the next, today included. 29 February looks
/// for a leap year.
pub(crate) fn year_of_day(today: Date, month: i8, day: i8, direction: Direction) -> Option<Date> {
    let past = direction == Direction::Past;
    let step = if past { -1 } else { 1 };
    let mut year = today.year();
    for _ in 0..9 {
        if let Ok(date) = Date::new(year, month, day)
            && (if past { date <= today } else { date >= today })
        {
            return Some(date);
        }
        year += step;
    }
    None
}

/// The day of a bare day of the month: «on the 4th».
pub(crate) fn month_of_day(today: Date, day: i8, direction: Direction) -> Option<Date> {
    let past = direction == Direction::Past;
    let step = if past { -1 } else { 1 };
    let mut first = Date::new(today.year(), today.month(), 1).ok()?;
    for _ in 0..4 {
        if let Ok(date) = Date::new(first.year(), first.month(), day)
            && (if past { date <= today } else { date >= today })
        {
            return Some(date);
        }
        first = first.checked_add(i64::from(step).months()).ok()?;
    }
    None
}

/// The `n`-th `weekday` of a range that starts on `from`; `None` beyond `to`.
pub(crate) fn nth_weekday(from: Date, to: Date, weekday: Weekday, n: i8) -> Option<Date> {
    let found = if n > 0 {
        let first = if from.weekday() == weekday {
            from
        } else {
            from.nth_weekday(1, weekday).ok()?
        };
        first.checked_add(i64::from(n - 1).weeks()).ok()?
    } else {
        to.nth_weekday(i32::from(n), weekday).ok()?
    };
    (found >= from && found < to).then_some(found)
}

/// The `n`-th week of a month or year: ISO's rule, the first is the one with its Thursday in it; -1 is the last.
pub(crate) fn nth_week(range: DateRange, n: i64) -> Option<DateRange> {
    let (from, to) = (range.from?.date(), range.to?.date());
    let thursday = if n > 0 {
        let first = nth_weekday(from, to, Weekday::Thursday, 1)?;
        first.checked_add((n - 1).weeks()).ok()?
    } else {
        let last = nth_weekday(from, to, Weekday::Thursday, -1)?;
        last.checked_add((n + 1).weeks()).ok()?
    };
    (thursday >= from && thursday < to).then_some(())?;
    whole(thursday.into(), Unit::Week, 0)
}

/// The weekend of the week that holds `date`: Saturday and Sunday.
pub(crate) fn weekend(date: Date, weeks: i64) -> Option<DateRange> {
    let saturday = weekday_of_week(date, Weekday::Saturday)?
        .checked_add(weeks.weeks())
        .ok()?;
    Some(between(
        saturday.into(),
        saturday.checked_add(2.days()).ok()?.into(),
    ))
}

/// A year of two digits: from 1950 to 2049.
pub(crate) fn full_year(two: i16) -> i16 {
    if two < 50 { 2000 + two } else { 1900 + two }
}

/// The shortest range that covers both; open where either is.
pub(crate) fn hull(a: DateRange, b: DateRange) -> DateRange {
    DateRange {
        from: a.from.zip(b.from).map(|(a, b)| a.min(b)),
        to: a.to.zip(b.to).map(|(a, b)| a.max(b)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// A Thursday.
    const TODAY: Date = date(2023, 6, 22);

    fn show(range: Option<DateRange>) -> String {
        let range = range.expect("a range");
        let show = |at: Option<DateTime>| at.map_or_else(|| "…".to_owned(), |at| at.to_string());
        format!("{} {}", show(range.from), show(range.to))
    }

    #[test]
    fn a_weekday_goes_back_in_the_past_and_forward_else() {
        let on = |day, direction| weekday(TODAY, day, direction).expect("in range");
        assert_eq!(on(Weekday::Monday, Direction::Past), date(2023, 6, 19));
        assert_eq!(on(Weekday::Thursday, Direction::Past), TODAY);
        assert_eq!(on(Weekday::Friday, Direction::Past), date(2023, 6, 16));
        assert_eq!(on(Weekday::Friday, Direction::Future), date(2023, 6, 23));
        assert_eq!(on(Weekday::Thursday, Direction::Future), TODAY);
        assert_eq!(on(Weekday::Thursday, Direction::Unknown), date(2023, 6, 29));
    }

    #[test]
    fn a_month_without_a_year_is_the_nearest_on_its_side() {
        assert_eq!(year_of_month(TODAY, 6, Direction::Past), 2023);
        assert_eq!(year_of_month(TODAY, 7, Direction::Past), 2022);
        assert_eq!(year_of_month(TODAY, 5, Direction::Future), 2024);
    }

    #[test]
    fn the_29th_of_february_waits_for_a_leap_year() {
        let leap = |direction| year_of_day(TODAY, 2, 29, direction);
        assert_eq!(leap(Direction::Past), Some(date(2020, 2, 29)));
        assert_eq!(leap(Direction::Future), Some(date(2024, 2, 29)));
        assert_eq!(year_of_day(TODAY, 2, 30, Direction::Past), None);
    }

    #[test]
    fn a_day_of_the_month_skips_months_that_lack_it() {
        assert_eq!(
            month_of_day(TODAY, 31, Direction::Past),
            Some(date(2023, 5, 31))
        );
        assert_eq!(
            month_of_day(TODAY, 31, Direction::Future),
            Some(date(2023, 7, 31))
        );
    }

    #[test]
    fn whole_units_are_half_open() {
        let at = TODAY.at(16, 30, 0, 0);
        insta::assert_snapshot!(show(whole(at, Unit::Week, -1)), @"2023-06-12T00:00:00 2023-06-19T00:00:00");
        insta::assert_snapshot!(show(whole(at, Unit::Quarter, 0)), @"2023-04-01T00:00:00 2023-07-01T00:00:00");
        insta::assert_snapshot!(show(whole(at, Unit::Decade, -1)), @"2010-01-01T00:00:00 2020-01-01T00:00:00");
        insta::assert_snapshot!(show(whole(at, Unit::Hour, 1)), @"2023-06-22T17:00:00 2023-06-22T18:00:00");
        insta::assert_snapshot!(show(weekend(TODAY, 0)), @"2023-06-24T00:00:00 2023-06-26T00:00:00");
    }

    #[test]
    fn weeks_of_a_month_have_their_thursday_in_it() {
        let october = month(2016, 10).expect("a month");
        insta::assert_snapshot!(show(nth_week(october, 1)), @"2016-10-03T00:00:00 2016-10-10T00:00:00");
        let year = year(2015).expect("a year");
        insta::assert_snapshot!(show(nth_week(year, -1)), @"2015-12-28T00:00:00 2016-01-04T00:00:00");
        assert_eq!(nth_week(october, 6), None);
    }

    #[test]
    fn nothing_overflows() {
        let last = date(9999, 12, 31);
        assert_eq!(day(last).to, None);
        assert_eq!(shift(last.into(), Unit::Century, i64::MAX), None);
        assert_eq!(shift(last.into(), Unit::Day, 1), None);
        assert_eq!(whole(last.into(), Unit::Year, 0), None);
    }
}
