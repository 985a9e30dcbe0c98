//! Day, part of the day and clock put together.
//!
//! In: the items that `moment` has found. Out: a date with its hours, or a time of day where no day is said.

use jiff::civil::DateTime;
use jiff::civil::Time;

use super::calendar;
use super::calendar::Unit;
use super::clock::Clock;
use super::clock::Half;
use super::clockspan::Span;
use super::clockspan::minutes;
use super::daypart::Hours;
use super::daypart::Part;
use super::joint::Open;
use super::moment::Items;
use super::place::At;
use super::place::Reading;
use super::when::When;
use super::word::DateWord;
use super::word::Portion;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::TimeOfDay;

/// What the items say together.
pub(super) fn compose(at: At<'_>, i: usize, items: &Items) -> Option<Reading> {
    // «at 7 each morning».
    let habitual =
        at.word(items.end) == Some(DateWord::Every) && at.after_any(i, set!["at", "around"]);
    if items.doubt && !habitual {
        return None;
    }
    let clock = match (items.clock, items.part) {
        (Some(span), Some(part)) => Some(clock_in(span, part)),
        (clock, _) => clock,
    };
    let Some(day) = items.day else {
        if let Some(span) = clock {
            let told = habitual || is_told_alone(at, i, items, span);
            return told.then(|| clock_alone(at, i, items, span));
        }
        return part_alone(at, i, items);
    };
    if day.grain != Granularity::Day || day.stated.from.is_none() {
        return Some(Reading::Date(day));
    }
    let when = When {
        end: items.end,
        ..day
    };
    let told = match (clock, items.part) {
        (Some(span), part) => day_at(when, span, part.is_some(), is_end_of_day(items))?,
        (None, Some(part)) => {
            let lone = (0..i).all(|k| at.words.has(k, flag::FUNCTION)) && at.is_all(0, items.end);
            let plain = lone || at.rule;
            day_in(when, if plain { part.hours } else { part.alone() })?
        }
        (None, None) => when,
    };
    Some(Reading::Date(told))
}

/// «Tonight at midnight» is when the day ends.
fn is_end_of_day(items: &Items) -> bool {
    items.part.is_some_and(|part| part.hours.1 >= 24)
        && items
            .clock
            .is_some_and(|span| span.to.is_none() && is_midnight(span.from))
}

/// Clock times with the part of the day that they are told with.
fn clock_in(mut span: Span, part: Part) -> Span {
    if part.hours.1 >= 24 {
        span.from = at_midnight(span.from);
        span.to = span.to.map(at_midnight);
    }
    // «3 in the night»
    let small = part.half == Half::Afternoon
        && part.hours.1 >= 24
        && span.from.half == Half::Open
        && span.from.time.hour() < 5
        && span.from.time.hour() > 0
        && part.hours.0 >= 20;
    let half = if small { Half::Morning } else { part.half };
    if half != Half::Told {
        span.from = span.from.in_half(half);
        span.to = span.to.map(|to| to.in_half(half));
    }
    span
}

/// A day at a clock time, which is of its next day at its `end`. An hour without its half may be twelve hours later, unless it is
/// `halved` by a part of the day.
fn day_at(day: When, span: Span, halved: bool, end: bool) -> Option<When> {
    let base = day.first()?;
    let date = if end { base.tomorrow().ok()? } else { base };
    let from = date.to_datetime(span.from.time);
    let to = match span.to {
        Some(to) => {
            let to = date.to_datetime(to.time);
            if to < from {
                calendar::shift(to, Unit::Day, 1)?
            } else {
                to
            }
        }
        None => calendar::shift(from, unit(span.from.grain), 1)?,
    };
    let stated = match span.open {
        Open::No => calendar::between(from, to),
        Open::Before => DateRange {
            from: None,
            to: Some(from),
        },
        Open::After => DateRange {
            from: Some(from),
            to: None,
        },
    };
    let mut possible = at_each_day(day.possible, stated, base.into());
    if span.from.half == Half::Open && !halved && span.open == Open::No {
        possible.to = possible
            .to
            .and_then(|to| calendar::shift(to, Unit::Hour, 12));
    }
    Some(When {
        grain: span.from.grain,
        offset: span.from.offset,
        stated,
        possible,
        ..day
    })
}

/// A day in some of its hours.
fn day_in(day: When, hours: Hours) -> Option<When> {
    let date = day.first()?;
    let at_hour = |hour| calendar::shift(date.into(), Unit::Hour, hour);
    let Hours(from, to, earliest, latest) = hours;
    let wide = calendar::between(at_hour(earliest)?, at_hour(latest)?);
    Some(When {
        grain: Granularity::PartOfDay,
        stated: calendar::between(at_hour(from)?, at_hour(to)?),
        possible: at_each_day(day.possible, wide, date.into()),
        ..day
    })
}

/// Whether a night's clock says its end: «midnight», «12».
fn is_midnight(clock: Clock) -> bool {
    let time = clock.time;
    let twelve = time.hour() == 12 && clock.half == Half::Open;
    (twelve || time.hour() == 0 && clock.half == Half::Told) && time.minute() == 0
}

/// «12» of a night is midnight.
fn at_midnight(clock: Clock) -> Clock {
    if clock.half == Half::Open && clock.time.hour() == 12 {
        clock.in_half(Half::Morning)
    } else {
        clock
    }
}

/// The hours of `range` on `day`, on every day that is possible.
fn at_each_day(days: DateRange, range: DateRange, day: DateTime) -> DateRange {
    let before = |at: DateTime| {
        let gap = days.from? - day;
        at.checked_add(gap).ok()
    };
    let last = |at: DateTime| {
        let gap = days.to? - calendar::shift(day, Unit::Day, 1)?;
        at.checked_add(gap).ok()
    };
    DateRange {
        from: range.from.and_then(before),
        to: range.to.and_then(last),
    }
}

fn unit(grain: Granularity) -> Unit {
    match grain {
        Granularity::Second => Unit::Second,
        Granularity::Minute => Unit::Minute,
        _ => Unit::Hour,
    }
}

/// Whether clock times without a day are surely that: «at 7» may be anything.
fn is_told_alone(at: At<'_>, i: usize, items: &Items, span: Span) -> bool {
    if span.from.sure || items.part.is_some() {
        return true;
    }
    let told = || at.words.kind(i) == Kind::Digits && minutes(span) || hours_alone(at, i, span);
    at.after_any(i, set!["between", "from"]) && span.to.is_some() && told()
}

/// Clock times without a day.
fn clock_alone(at: At<'_>, i: usize, items: &Items, span: Span) -> Reading {
    let words = at.words;
    let end = items.end;
    let about = words.any(
        i.wrapping_sub(1),
        set![
            "around",
            "about",
            "approximately",
            "roughly",
            "nearly",
            "almost",
            "circa",
        ],
    ) || words.any(end, set!["approximately", "ish"]);
    let behind = words.any(end, set!["approximately", "sharp"]);
    let from = span.from.time;
    let time = TimeOfDay {
        from,
        to: span.to.map_or(from, |to| to.time),
        offset: span.from.offset,
        second: span.from.second,
        about,
        either_half: span.from.half == Half::Open,
        possible: None,
    };
    Reading::Time(time, end + usize::from(behind))
}

/// A part of the day without a day: «in the morning».
fn part_alone(at: At<'_>, i: usize, items: &Items) -> Option<Reading> {
    let words = at.words;
    let part = items.part?;
    // «night after night»
    let again = words.any(i.wrapping_sub(1), set!["after", "by"])
        && i > 1
        && matches!(at.word(i - 2), Some(DateWord::Part(_)))
        && words.str(i - 2).eq_ignore_ascii_case(words.str(i));
    let the = words.is(i.wrapping_sub(1), "the");
    let lead = i.wrapping_sub(1 + usize::from(the));
    let named = words.any(
        items.end,
        set!["shift", "sky", "show", "news", "club", "prayers", "prayer"],
    );
    if again || named || !is_part_led(at, i, lead) {
        return None;
    }
    let time = |hour: i64| Time::new(i8::try_from(hour.rem_euclid(24)).ok()?, 0, 0, 0).ok();
    // As a whole text it is the part of a day as it is beside one.
    let query = at.is_all(lead.min(i), items.end) && !at.rule;
    let Hours(from, to, earliest, latest) = if query { part.hours } else { part.alone() };
    let last = if to >= 24 {
        Time::new(23, 59, 59, 0).ok()?
    } else {
        time(to)?
    };
    Some(Reading::Time(
        TimeOfDay {
            from: time(from)?,
            to: last,
            offset: None,
            second: None,
            about: true,
            either_half: false,
            possible: minutes_of(earliest, latest),
        },
        items.end,
    ))
}

/// «Good morning», «a night out», «nights»: a part of the day alone needs its «in the», «at», «during», which would stand at `lead`.
fn is_part_led(at: At<'_>, i: usize, lead: usize) -> bool {
    let words = at.words;
    words.any(
        lead,
        set![
            "in",
            "at",
            "during",
            "by",
            "before",
            "after",
            "until",
            "since",
            "around",
            "throughout",
            "from",
            "till",
        ],
    ) || words.is(lead, "to") && lead > 0 && matches!(at.word(lead - 1), Some(DateWord::Part(_)))
        || words.len() <= 3 && !words.any(lead, set!["good", "nighty"])
        || at.word(i).is_some_and(|word| {
            matches!(
                word,
                DateWord::Portion(Portion::Early | Portion::Late | Portion::Middle)
            )
        })
        || words.any(i, set!["midmorning", "midafternoon"])
}

fn minutes_of(from: i64, to: i64) -> Option<(i32, i32)> {
    Some((i32::try_from(60 * from).ok()?, i32::try_from(60 * to).ok()?))
}

fn hours_alone(at: At<'_>, i: usize, span: Span) -> bool {
    at.words.width(i) == 4 && span.to.is_some()
}
