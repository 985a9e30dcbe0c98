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
    let midnight = items.part.is_some_and(|part| part.hours.1 >= 24)
        && items
            .clock
            .is_some_and(|span| span.to.is_none() && is_midnight(span.from));
    let clock = items.clock.map(|mut span| {
        if let Some(part) = items.part {
            if part.hours.1 >= 24 {
                span.from = at_midnight(span.from);
                span.to = span.to.map(at_midnight);
            }
            let half = if part.half == Half::Afternoon
                && part.hours.1 >= 24
                && span.from.half == Half::Open
                && span.from.time.hour() < 5
                && span.from.time.hour() > 0
                && part.hours.0 >= 20
            {
                Half::Morning
            } else {
                part.half
            };
            if half != Half::Told {
                span.from = span.from.in_half(half);
                span.to = span.to.map(|to| to.in_half(half));
            }
        }
        span
    });
    let Some(day) = items.day else {
        return time_only(at, i, items, clock, habitual);
    };
    if day.grain != Granularity::Day || day.stated.from.is_none() {
        return Some(Reading::Date(day));
    }
    let date = day.first()?;
    let mut when = When {
        end: items.end,
        ..day
    };
    if let Some(span) = clock {
        // «Tonight at midnight» is when the day ends.
        let base = date;
        let date = if midnight {
            date.tomorrow().ok()?
        } else {
            date
        };
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
        let range = calendar::between(from, to);
        when.grain = span.from.grain;
        when.offset = span.from.offset;
        when.stated = match span.open {
            Open::No => range,
            Open::Before => DateRange {
                from: None,
                to: Some(from),
            },
            Open::After => DateRange {
                from: Some(from),
                to: None,
            },
        };
        when.possible = at_each_day(day.possible, when.stated, base.into());
        if span.from.half == Half::Open && items.part.is_none() && span.open == Open::No {
            when.possible.to = when
                .possible
                .to
                .and_then(|to| calendar::shift(to, Unit::Hour, 12));
        }
        return Some(Reading::Date(when));
    }
    if let Some(part) = items.part {
        let at_hour = |hour| calendar::shift(date.into(), Unit::Hour, hour);
        let lone = (0..i).all(|k| at.words.has(k, flag::FUNCTION)) && at.is_all(0, items.end);
        let Hours(from, to, earliest, latest) = if lone || at.rule {
            part.hours
        } else {
            part.alone()
        };
        when.stated = calendar::between(at_hour(from)?, at_hour(to)?);
        let wide = calendar::between(at_hour(earliest)?, at_hour(latest)?);
        when.possible = at_each_day(day.possible, wide, date.into());
        when.grain = Granularity::PartOfDay;
    }
    Some(Reading::Date(when))
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

/// A time without a day.
#[expect(clippy::too_many_lines, reason = "one wording after the other")]
fn time_only(
    at: At<'_>,
    i: usize,
    items: &Items,
    clock: Option<Span>,
    habitual: bool,
) -> Option<Reading> {
    let words = at.words;
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
    ) || words.any(items.end, set!["approximately", "ish", "sharp"])
        && !words.is(items.end, "sharp");
    if let Some(span) = clock.filter(|_| !habitual) {
        if !span.from.sure && items.part.is_none() && !at.after_any(i, set!["between", "from"]) {
            return None;
        }
        if !span.from.sure && items.part.is_none() && span.to.is_none() {
            return None;
        }
        let told = at.words.kind(i) == Kind::Digits && minutes(span) || hours_alone(at, i, span);
        if !span.from.sure && items.part.is_none() && !told {
            return None;
        }
    }
    if let Some(span) = clock {
        let mut end = items.end;
        if words.is(end, "approximately") || words.is(end, "sharp") {
            end += 1;
        }
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
        return Some(Reading::Time(time, end));
    }
    let part = items.part?;
    // «night after night»
    let again = words.any(i.wrapping_sub(1), set!["after", "by"])
        && i > 1
        && matches!(at.word(i - 2), Some(DateWord::Part(_)))
        && words.str(i - 2).eq_ignore_ascii_case(words.str(i));
    if again {
        return None;
    }
    // «Good morning», «a night out», «nights»: a part of the day alone needs its «in the», «at», «during».
    let the = words.is(i.wrapping_sub(1), "the");
    let p = i.wrapping_sub(1 + usize::from(the));
    let told = words.any(
        p,
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
    ) || words.is(p, "to") && p > 0 && matches!(at.word(p - 1), Some(DateWord::Part(_)))
        || words.len() <= 3 && !words.any(p, set!["good", "nighty"])
        || at.word(i).is_some_and(|word| {
            matches!(
                word,
                DateWord::Portion(Portion::Early | Portion::Late | Portion::Middle)
            )
        })
        || words.any(i, set!["midmorning", "midafternoon"]);
    if !told
        || words.any(
            items.end,
            set!["shift", "sky", "show", "news", "club", "prayers", "prayer"],
        )
    {
        return None;
    }
    let time = |hour: i64| Time::new(i8::try_from(hour.rem_euclid(24)).ok()?, 0, 0, 0).ok();
    // As a whole text it is the part of a day as it is beside one.
    let preposition = p.min(i);
    let lead = if told && p < i { preposition } else { i };
    let query = at.is_all(lead, items.end) && !at.rule;
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

fn minutes_of(from: i64, to: i64) -> Option<(i32, i32)> {
    Some((i32::try_from(60 * from).ok()?, i32::try_from(60 * to).ok()?))
}

fn hours_alone(at: At<'_>, i: usize, span: Span) -> bool {
    at.words.width(i) == 4 && span.to.is_some()
}
