//! Dates, clock times and «the first since …» against what is expected.
//!
//! In: a civil time as stated, the expected one, and the zones it may be told in. Out: a [`Relation`]. A time without a
//! zone is right if it is right in the story's or in the outlet's zone.

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

use super::compare::Relation;
use crate::lex::parse_value;
use crate::rule::Right;
use crate::text::Published;
use crate::value::Date;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::Interval;
use crate::value::Since;
use crate::value::TimeOfDay;
use crate::value::Value;
use crate::value::ValueKind;

const DAY: f64 = 86_400.0;

/// Seconds of civil time since the year 0, for differences only.
fn seconds(at: civil::DateTime) -> f64 {
    let days = at
        .date()
        .since(civil::date(1, 1, 1))
        .map_or(0, |span| span.get_days());
    let time = at.time();
    f64::from(days) * DAY
        + f64::from(time.hour()) * 3600.0
        + f64::from(time.minute()) * 60.0
        + f64::from(time.second())
}

fn interval(range: &DateRange) -> Interval {
    Interval {
        lo: range.from.map_or(f64::NEG_INFINITY, seconds),
        hi: range.to.map_or(f64::INFINITY, seconds),
        lo_open: false,
        hi_open: true,
    }
}

fn gap(one: Interval, other: Interval) -> f64 {
    (one.lo - other.hi).max(other.lo - one.hi).max(0.0) / DAY
}

/// Days between the nearest ends of two dates; 0 if they can be the same.
pub(crate) fn days_apart(one: &Date, other: &Date) -> f64 {
    gap(interval(&one.possible), interval(&other.possible))
}

/// Whether two dates can be the same; days next to each other can't.
pub(crate) fn can_be(one: &Date, other: &Date) -> bool {
    interval(&one.possible).meets(interval(&other.possible))
}

/// Days by which a date lies before or after publication.
pub(crate) fn days_before(date: &Date, published: &Published) -> f64 {
    let at = Interval::closed(
        seconds(published.zone.to_datetime(published.earliest)),
        seconds(published.zone.to_datetime(published.latest)),
    );
    gap(interval(&date.possible), at)
}

/// Days by which a date lies after publication; 0 if it need not.
pub(crate) fn days_ahead(date: &Date, published: &Published) -> f64 {
    let latest = seconds(published.zone.to_datetime(published.latest));
    (interval(&date.possible).lo - latest).max(0.0) / DAY
}

/// Offsets in seconds by which a civil time of the outlet's zone is ahead of the story's: 0, and the real one.
fn shifts(
    at: Option<civil::DateTime>,
    story: &TimeZone,
    published: Option<&Published>,
) -> Vec<f64> {
    let mut shifts = vec![0.0];
    if let (Some(at), Some(published)) = (at, published)
        && let Ok(instant) = story.to_timestamp(at)
    {
        let ahead = f64::from(
            published.zone.to_offset(instant).seconds() - story.to_offset(instant).seconds(),
        );
        if ahead.abs() > 1.0 {
            shifts.push(ahead);
        }
    }
    shifts
}

/// A stated date against a right one. A date told without a year may be as many `years` from the one it was read in.
pub(crate) fn date(
    stated: &Date,
    right: &Right,
    story: &TimeZone,
    published: Option<&Published>,
    years: &[i64],
) -> Relation {
    let Value::Date(expected) = &right.value else {
        return Relation::Loose;
    };
    let mut relation = Relation::Clashes;
    for shift in shifts(expected.possible.from, story, published) {
        let mut wanted = interval(&expected.possible).widened(right.tolerance.unwrap_or(0.0));
        wanted.lo += shift;
        wanted.hi += shift;
        relation = relation.or(each_week(stated, |one| {
            one_date(one, wanted, expected.granularity)
        }));
        for &years in years {
            if let Some(moved) = moved(stated, years) {
                relation = relation.or(one_date(&moved, wanted, expected.granularity));
            }
        }
    }
    relation
}

/// «on Monday», told on a Monday, is today or a week away, and none of the days between. Each is judged by itself; that it
/// is the other one proves nothing more.
fn each_week(stated: &Date, judge: impl Fn(&Date) -> Relation) -> Relation {
    const WEEK: i64 = 7;
    let (Some(day), Some(from), Some(to)) =
        (stated.stated.from, stated.possible.from, stated.possible.to)
    else {
        return judge(stated);
    };
    let width = interval(&stated.possible).width() / DAY;
    if stated.relative || stated.granularity != Granularity::Day || !(6.5..=10.5).contains(&width) {
        return judge(stated);
    }
    let mut relation = Relation::Clashes;
    for days in [0, -WEEK, WEEK] {
        let Ok(start) = day.checked_add(jiff::Span::new().days(days)) else {
            continue;
        };
        let Ok(end) = start.checked_add(jiff::Span::new().days(1)) else {
            continue;
        };
        if end <= from || start >= to {
            continue;
        }
        let one = DateRange {
            from: Some(start),
            to: Some(end),
        };
        let found = judge(&Date {
            stated: one,
            possible: one,
            ..*stated
        });
        relation = relation.or(match found {
            Relation::Agrees if days != 0 => Relation::Loose,
            found => found,
        });
    }
    relation
}

/// The same date in another year.
fn moved(date: &Date, years: i64) -> Option<Date> {
    let span = jiff::Span::new().years(years);
    let at = |at: Option<civil::DateTime>| at.map(|at| at.checked_add(span)).transpose();
    let range = |range: &DateRange| {
        Some(DateRange {
            from: at(range.from).ok()?,
            to: at(range.to).ok()?,
        })
    };
    Some(Date {
        stated: range(&date.stated)?,
        possible: range(&date.possible)?,
        ..*date
    })
}

fn one_date(stated: &Date, wanted: Interval, granularity: Granularity) -> Relation {
    let said = interval(&stated.possible);
    if !said.meets(wanted) {
        return Relation::Clashes;
    }
    let fine = stated.granularity >= Granularity::Day || stated.granularity >= granularity;
    // Where an evening or a morning begins is nobody's fact: all of it is meant.
    let said_hours = stated.granularity == Granularity::PartOfDay && said.width() <= 1.5 * DAY;
    let typical = if said_hours {
        said
    } else {
        interval(&stated.stated)
    };
    let narrow =
        typical.width() <= (4.0 * wanted.width()).max(1.01 * DAY) && said.width().is_finite();
    if typical.meets(wanted) && fine && narrow {
        Relation::Agrees
    } else {
        Relation::Loose
    }
}

/// Minutes after midnight.
fn minutes(at: civil::Time) -> f64 {
    f64::from(at.hour()) * 60.0 + f64::from(at.minute()) + f64::from(at.second()) / 60.0
}

/// Minutes by which a clock time may be off, from its last stated place.
fn slack(at: civil::Time, about: bool) -> f64 {
    let exact = match at.minute() {
        0 => 30.0,
        15 | 30 | 45 => 4.0,
        minute if minute % 5 == 0 => 2.5,
        _ => 0.5,
    };
    if about {
        f64::max(exact * 1.5, 15.0)
    } else {
        exact
    }
}

/// Clock time against clock time: minutes apart, around midnight.
fn apart(one: f64, other: f64) -> f64 {
    let difference = (one - other).rem_euclid(1440.0);
    difference.min(1440.0 - difference)
}

/// The clock time of a value and its offset in minutes, where it has one.
pub(crate) fn clock(value: &Value) -> Option<TimeOfDay> {
    match value {
        Value::TimeOfDay(time) => Some(*time),
        Value::Date(date) if date.granularity >= Granularity::Hour => {
            let from = date.stated.from?.time();
            Some(TimeOfDay {
                from,
                to: from,
                offset: date.offset,
                second: None,
                about: false,
                // «Sunday at 4:30» leaves the half of the day open.
                either_half: date
                    .possible
                    .from
                    .zip(date.possible.to)
                    .is_some_and(|(from, to)| to >= from + jiff::Span::new().hours(12)),
                possible: None,
            })
        }
        _ => None,
    }
}

/// The second form of a clock time that was read together with its day: «2:15 pm (1215 GMT) on 14 May 2024».
pub(crate) fn second_form(text: &str) -> Option<(civil::Time, i32)> {
    let close = text.find(')').map(|at| at + 1);
    let on = text.find(" on ");
    [close, on].into_iter().flatten().find_map(|end| {
        match parse_value(text.get(..end)?.trim_end_matches(','), ValueKind::Time)? {
            Value::TimeOfDay(time) => time.second,
            _ => None,
        }
    })
}

/// What a clock time says of the expected one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// As with any value.
    Relation(Relation),
    /// The local time is right and its second form in another zone is not.
    SecondForm,
}

/// A stated clock time against a right one. `day` is the day of the event, for the zones' offsets.
pub(crate) fn time(
    stated: &TimeOfDay,
    right: &Right,
    day: Option<civil::Date>,
    story: &TimeZone,
    published: Option<&Published>,
) -> Clock {
    let Some(expected) = clock(&right.value) else {
        return Clock::Relation(Relation::Loose);
    };
    let day = match &right.value {
        Value::Date(date) => date.stated.from.map(civil::DateTime::date),
        _ => day,
    };
    let noon = day
        .unwrap_or_else(|| civil::date(2020, 1, 1))
        .at(12, 0, 0, 0);
    let offset_of = |zone: &TimeZone| {
        zone.to_timestamp(noon).map_or(0.0, |at: Timestamp| {
            f64::from(zone.to_offset(at).seconds()) / 60.0
        })
    };
    let local = expected.offset.map_or_else(|| offset_of(story), f64::from);
    let target = minutes(expected.from) - local;
    // «7 pm» as what is right is known to the hour.
    let to_the_hour =
        matches!(&right.value, Value::Date(date) if date.granularity == Granularity::Hour);
    let default = if to_the_hour { 30.0 } else { 0.0 };
    let tolerance = right.tolerance.map_or(default, |seconds| seconds / 60.0);
    let (first, last) = stated.possible.map_or_else(
        || (minutes(stated.from), minutes(stated.to)),
        |(first, last)| (f64::from(first), f64::from(last)),
    );
    let width = (last - first).max(0.0) / 2.0;
    let middle = first + width;
    let allowed = if width > 0.0 {
        width
    } else {
        slack(stated.from, stated.about)
    } + tolerance;
    let offsets: Vec<f64> = match stated.offset {
        Some(offset) => vec![f64::from(offset)],
        None => std::iter::once(local)
            .chain(published.map(|published| offset_of(&published.zone)))
            .collect(),
    };
    let halves = if stated.either_half {
        vec![0.0, 720.0]
    } else {
        vec![0.0]
    };
    let right_now = offsets.iter().any(|offset| {
        halves
            .iter()
            .any(|half| apart(middle + half - offset, target) <= allowed)
    });
    if !right_now {
        return Clock::Relation(Relation::Clashes);
    }
    if let Some((second, offset)) = stated.second
        && apart(minutes(second) - f64::from(offset), target)
            > allowed + slack(second, stated.about)
    {
        return Clock::SecondForm;
    }
    Clock::Relation(if allowed > 120.0 {
        Relation::Loose
    } else {
        Relation::Agrees
    })
}

/// «the first since 2018», «in five years» against the last time before. `now` is the day from which years count.
pub(crate) fn since(stated: &Since, right: &Right, now: Option<civil::Date>) -> Relation {
    let Value::Date(expected) = &right.value else {
        return Relation::Loose;
    };
    let tolerance = right.tolerance.unwrap_or(0.0);
    if let Some(years) = &stated.years {
        let (Some(now), Some(from), Some(to)) = (now, expected.possible.from, expected.possible.to)
        else {
            return Relation::Loose;
        };
        let elapsed =
            |then: civil::DateTime| (seconds(now.at(0, 0, 0, 0)) - seconds(then)) / (365.25 * DAY);
        let calendar = |then: civil::DateTime| f64::from(now.year() - then.year());
        let slack = tolerance / (365.25 * DAY);
        // As calendars count: October 2018 to June 2023 is «five years», and «more than four».
        let last = to.checked_sub(jiff::Span::new().seconds(1)).unwrap_or(to);
        let wanted = Interval::closed(
            elapsed(last).floor().min(calendar(last)) - slack,
            elapsed(from).ceil().max(calendar(from)) + slack,
        );
        return if !years.possible.meets(wanted) {
            Relation::Clashes
        } else if years.typical.meets(wanted) && years.typical.width().is_finite() {
            Relation::Agrees
        } else {
            Relation::Loose
        };
    }
    let said = interval(&stated.last);
    let wanted = interval(&expected.possible).widened(tolerance);
    if !said.meets(wanted) {
        Relation::Clashes
    } else if said.width() <= f64::max(4.0 * wanted.width(), 366.0 * DAY) {
        Relation::Agrees
    } else {
        Relation::Loose
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::compare::tests::stated;

    fn day(year: i16, month: i8, day: i8, days: i64, granularity: Granularity) -> Date {
        let from = civil::date(year, month, day).at(0, 0, 0, 0);
        let range = DateRange {
            from: Some(from),
            to: from.checked_add(jiff::Span::new().days(days)).ok(),
        };
        Date {
            stated: range,
            possible: range,
            granularity,
            offset: None,
            relative: false,
        }
    }

    fn right(value: Value) -> Right {
        Right {
            value,
            text: String::new(),
            meaning: None,
            tolerance: None,
            by: Vec::new(),
            from: None,
            because: None,
        }
    }

    fn utc() -> TimeZone {
        TimeZone::UTC
    }

    #[test]
    fn a_day_is_right_a_month_is_vague_another_day_is_wrong() {
        let expected = right(Value::Date(day(2023, 6, 19, 1, Granularity::Day)));
        let judge = |stated: Date| date(&stated, &expected, &utc(), None, &[]);
        assert_eq!(
            judge(day(2023, 6, 19, 1, Granularity::Day)),
            Relation::Agrees
        );
        assert_eq!(
            judge(day(2023, 6, 1, 30, Granularity::Month)),
            Relation::Loose
        );
        assert_eq!(
            judge(day(2023, 6, 18, 1, Granularity::Day)),
            Relation::Clashes
        );
    }

    #[test]
    fn years_count_as_calendars_do() {
        let expected = right(Value::Date(day(2018, 10, 1, 31, Granularity::Month)));
        let now = Some(civil::date(2023, 6, 19));
        let years = |n: f64| Since {
            last: DateRange::OPEN,
            stated: DateRange::OPEN,
            years: Some(stated(n, (n, n), (n, n))),
            first: true,
        };
        assert_eq!(since(&years(5.0), &expected, now), Relation::Agrees);
        assert_eq!(since(&years(4.0), &expected, now), Relation::Agrees);
        assert_eq!(since(&years(10.0), &expected, now), Relation::Clashes);
        assert_eq!(since(&years(3.0), &expected, now), Relation::Clashes);
    }

    #[test]
    fn a_clock_time_is_right_in_any_zone_it_may_be_told_in() {
        let at = |hour, minute| TimeOfDay {
            from: civil::time(hour, minute, 0, 0),
            to: civil::time(hour, minute, 0, 0),
            offset: None,
            second: None,
            about: false,
            either_half: false,
            possible: None,
        };
        let mut expected = right(Value::TimeOfDay(at(16, 30)));
        let shanghai = TimeZone::fixed(jiff::tz::offset(8));
        let judge =
            |stated: &TimeOfDay, expected: &Right| time(stated, expected, None, &shanghai, None);
        let relation = Clock::Relation;
        assert_eq!(judge(&at(16, 30), &expected), relation(Relation::Agrees));
        assert_eq!(judge(&at(16, 0), &expected), relation(Relation::Agrees));
        assert_eq!(judge(&at(16, 15), &expected), relation(Relation::Clashes));
        let gmt = TimeOfDay {
            offset: Some(0),
            ..at(8, 30)
        };
        assert_eq!(judge(&gmt, &expected), relation(Relation::Agrees));
        let both = TimeOfDay {
            second: Some((civil::time(9, 30, 0, 0), 0)),
            ..at(16, 30)
        };
        assert_eq!(judge(&both, &expected), Clock::SecondForm);
        expected.tolerance = Some(3600.0);
        assert_eq!(judge(&at(15, 40), &expected), relation(Relation::Agrees));
    }
}
