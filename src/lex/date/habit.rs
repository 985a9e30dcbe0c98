//! Habits: «every Monday», «daily at 9 am», «3 pm each day», «weekends», «the 19th of every month», «twice weekly».
//!
//! In: a place in a sentence. Out: a [`Value::Frequency`] over all of the words, the hour among them: a habit has no
//! date. «Once a week» and «three times a day» are read by the frequencies beside this folder.

use super::absolute;
use super::calendar::Unit;
use super::clockspan::clock_span;
use super::daypart;
use super::feast;
use super::joint::Joint;
use super::length;
use super::place::At;
use super::word::DateWord;
use crate::lex::Found;
use crate::lex::amount::Amount;
use crate::lex::amount::Rounding;
use crate::lex::number;
use crate::lex::number::Numeral;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;
use crate::value::Value;

/// Seconds of a day, a week, a month of 30 days and a year of 365.
const DAY: f64 = 86_400.0;
const WEEK: f64 = 7.0 * DAY;
const MONTH: f64 = 30.0 * DAY;
const YEAR: f64 = 365.0 * DAY;

/// How often, and the index after the words that say it.
#[derive(Clone, Copy, Debug)]
struct Habit {
    times: f64,
    /// In so many seconds.
    seconds: f64,
    end: usize,
}

/// Reads a habit that starts at token `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<Found> {
    let habit = start(at, i)?;
    let mut found = found(at, i, habit);
    // «on Fridays», «the 19th of every month».
    let the = i - usize::from(at.after_any(i, set!["the"]));
    let lead = the - usize::from(at.after_any(the, set!["on", "for", "at", "from"]));
    if lead < i {
        found.hedge = Some(at.words.span(lead, i));
    }
    Some(found)
}

/// Reads the habit that a day of the year from `i` to `end` is part of: «5 May every year».
pub(super) fn after_day(at: At<'_>, i: usize, end: usize) -> Option<Found> {
    let yearly = at.word(end) == Some(DateWord::Every) && at.unit(end + 1) == Some(Unit::Year);
    let habit = yearly.then(|| every(at, end)).flatten()?;
    Some(found(at, i, habit))
}

/// Reads the habit that a clock time from `i` to `end` is part of: «3 pm each day», «9 am on Mondays».
pub(super) fn after_clock(at: At<'_>, i: usize, end: usize) -> Option<Found> {
    let on = usize::from(at.words.is(end, "on"));
    let habit = start(at, end + on)?;
    let mut found = found(at, i, habit);
    if at.after_any(i, set!["at", "from", "between", "around", "by"]) {
        found.hedge = Some(at.words.span(i - 1, i));
    }
    Some(found)
}

fn found(at: At<'_>, i: usize, habit: Habit) -> Found {
    let numeral = Numeral::whole(habit.times, habit.end);
    let measure = Amount::one(numeral).measure(1.0 / habit.seconds, Rounding::Exact);
    Found::new(at.words, i, habit.end, Value::Frequency(measure))
}

fn start(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    if let Some(habit) = prefixed(at, i) {
        return Some(with_time(at, habit));
    }
    let habit = match at.word(i) {
        Some(DateWord::Every) => every(at, i),
        Some(DateWord::Periodic(..)) => periodic(at, i),
        Some(DateWord::Weekday(_) | DateWord::Weekdays | DateWord::Weekends) => plural(at, i),
        _ => day_of_every(at, i),
    };
    if let Some(habit) = habit {
        return Some(with_time(at, habit));
    }
    // «twice daily», «three times weekly», «once or twice a week».
    let (times, mut j) = how_often(at, i)?;
    let or = words.any(j, set!["or", "to"]);
    if or && let Some((_, end)) = how_often(at, j + 1) {
        j = end;
    }
    let habit = periodic(at, j).or_else(|| {
        let article = words.any(j, set!["a", "an", "per"]);
        if article {
            what(at, j + 1)
        } else {
            every(at, j)
        }
    })?;
    Some(with_time(at, Habit { times, ..habit }))
}

/// «once», «thrice», «three times», «several times», «two or three times».
fn how_often(at: At<'_>, i: usize) -> Option<(f64, usize)> {
    let words = at.words;
    if number::none(words, i) {
        return None;
    }
    for (word, times) in [("once", 1.0), ("twice", 2.0), ("thrice", 3.0)] {
        if words.is(i, word) {
            return Some((times, i + 1));
        }
    }
    let (many, mut j) = length::quantity(at, i)?;
    if words.any(j, set!["or", "to"])
        && let Some((_, end)) = length::quantity(at, j + 1)
    {
        j = end;
    }
    (words.is(j, "times") && many > 0.0).then_some((many, j + 1))
}

/// «bi-weekly», «semi-annually», «half-yearly».
fn prefixed(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    if words.kind(i + 1) != Kind::Dash || !words.glued(i + 1) || !words.glued(i + 2) {
        return None;
    }
    let apart = if words.is(i, "bi") {
        2.0
    } else if words.any(i, set!["semi", "half"]) {
        0.5
    } else {
        return None;
    };
    let habit = periodic(at, i + 2)?;
    let seconds = habit.seconds * apart;
    Some(Habit { seconds, ..habit })
}

/// «every Monday», «each other day», «every two weeks», «all weekends», «everyday at 6».
fn every(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    if words.is(i, "everyday") {
        let adverb = at.closes(i + 1)
            || words.kind(i + 1) == Kind::Digits
            || words.any(i + 1, set!["at", "from", "between", "after", "before"]);
        return adverb.then_some(Habit {
            times: 1.0,
            seconds: DAY,
            end: i + 1,
        });
    }
    if words.is(i, "all") {
        return plural(at, i + 1);
    }
    let mut j = words
        .phrase(i + 1, set!["and", "every"])
        .unwrap_or(i + 1 + usize::from(words.is(i + 1, "single")));
    let mut apart = 1.0;
    if let Some(day) = nth_of(at, j) {
        return Some(day);
    }
    if words.is(i, "alternate") {
        let habit = what(at, j).or_else(|| plural(at, j))?;
        let seconds = 2.0 * habit.seconds;
        return Some(Habit { seconds, ..habit });
    }
    if words.any(j, set!["other", "alternate"]) {
        apart = 2.0;
        j += 1;
    } else if let Some((n, next)) = length::quantity(at, j)
        && (n.fract() != 0.0 || words.any(j, set!["few", "several", "couple", "a", "an"]))
        && n > 0.0
        && what(at, next).is_some()
    {
        // «every few weeks», «every couple of days», «every half hour».
        apart = n;
        j = next;
    } else if let Some((n, middle)) = at.integer(j, 3)
        && (words.any(middle, set!["or", "to"]) || words.kind(middle) == Kind::Dash)
        && let Some((_, next)) = at.integer(middle + 1, 3)
        && n > 0
        && what(at, next).is_some()
    {
        // «every three or four weeks».
        #[expect(clippy::cast_precision_loss, reason = "of three digits")]
        let n = n as f64;
        apart = n;
        j = next;
    } else if let Some((n, next)) = at.ordinal(j).or_else(|| at.integer(j, 3))
        && n > 0
        && (what(at, next).is_some())
    {
        #[expect(clippy::cast_precision_loss, reason = "of three digits")]
        let n = n as f64;
        apart = n;
        j = next;
    }
    let mut habit = what(at, j)?;
    if words.is(habit.end, "'s") {
        return None;
    }
    habit.seconds *= apart;
    // «every hour and a half», «every month or so», «every hour on the hour».
    if let Some(end) = words.phrase(habit.end, set!["and", "a", "half"]) {
        habit.seconds *= 1.5;
        habit.end = end;
    }
    habit.end = words
        .phrase(habit.end, set!["or", "so"])
        .or_else(|| words.phrase(habit.end, set!["on", "the", "hour"]))
        .unwrap_or(habit.end);
    Some(habit)
}

/// «every first Monday of the month», «every last day of the quarter», «every 15th», «every 1st of the month».
fn nth_of(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    let j = if words.any(i, set!["last", "final"]) {
        i + 1
    } else {
        at.ordinal(i)?.1
    };
    let day = matches!(
        at.word(j),
        Some(DateWord::Weekday(_) | DateWord::Unit(Unit::Day) | DateWord::Weekend)
    );
    let k = j + usize::from(day);
    if words.any(k, set!["of", "in"])
        && words.any(k + 1, set!["the", "a", "each", "every"])
        && let Some(unit) = at.unit(k + 2)
        && unit > Unit::Week
    {
        return Some(Habit {
            times: 1.0,
            seconds: seconds(unit)?,
            end: k + 3,
        });
    }
    (!day && words.kind(i) == Kind::Digits && at.closes(j) && !words.is(j, "of")).then_some(Habit {
        times: 1.0,
        seconds: MONTH,
        end: j,
    })
}

/// What recurs: «Monday», «weekday», «month», «morning», «March», «summer», «Christmas».
fn what(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    let each = |seconds, end| Habit {
        times: 1.0,
        seconds,
        end,
    };
    if words.any(i, set!["business", "working", "school", "trading"])
        && at.unit(i + 1) == Some(Unit::Day)
    {
        return Some(Habit {
            times: 5.0,
            seconds: WEEK,
            end: i + 2,
        });
    }
    let habit = match at.word(i) {
        Some(DateWord::Unit(unit)) => each(seconds(unit)?, i + 1),
        Some(DateWord::Weekday(_)) => {
            let (days, end) = more_days(at, i);
            let part = daypart::read(at, end).map_or(end, |part| part.end);
            Habit {
                times: days,
                ..each(WEEK, part)
            }
        }
        Some(DateWord::Weekend | DateWord::Weekends | DateWord::Weekdays) => plural(at, i)?,
        Some(DateWord::Part(_) | DateWord::Portion(_)) => each(DAY, daypart::read(at, i)?.end),
        Some(DateWord::Month(_)) => {
            let end = at.month(i)?.1;
            let day = at.day_number(end).filter(|_| words.kind(end) != Kind::Stop);
            each(YEAR, day.map_or(end, |(_, end)| end))
        }
        Some(DateWord::Season(_)) => each(YEAR, i + 1),
        _ if at.ordinal(i).is_some() => {
            let (_, j) = at.ordinal(i)?;
            let j = j + usize::from(words.is(j, "of"));
            each(YEAR, at.month(j)?.1)
        }
        _ => each(YEAR, feast::name_end(at, i)?),
    };
    Some(habit)
}

/// «Tuesday and Thursday», «Monday, Wednesday and Friday», «Monday to Friday» from the weekday at `i` on: how many days,
/// and the index after them.
fn more_days(at: At<'_>, i: usize) -> (f64, usize) {
    let words = at.words;
    let same = at.word(i) == Some(DateWord::Weekdays);
    let day = |k: usize| match at.word(k) {
        Some(DateWord::Weekday(_)) => !same && !words.is(k + 1, "'s"),
        Some(DateWord::Weekdays) => same && words.width(k) > 6,
        _ => false,
    };
    let (mut days, mut end) = (1.0, i + 1);
    let through = words.any(end, set!["to", "through", "thru"]);
    if through
        && day(end + 1)
        && let (Some(DateWord::Weekday(from)), Some(DateWord::Weekday(to))) =
            (at.word(i), at.word(end + 1))
    {
        return (f64::from((to - from).rem_euclid(7) + 1), end + 2);
    }
    // The last is joined by a word: «every Monday, Friday prayers» are two things.
    let mut last = (days, end);
    for _ in 0..7 {
        let comma = usize::from(words.kind(end) == Kind::Comma);
        let and = words.any(end + comma, set!["and", "or"])
            || words.str(end + comma) == "&"
            || comma == 0 && words.kind(end) == Kind::Slash;
        let next = end + comma + usize::from(and);
        if next == end || !day(next) {
            break;
        }
        (days, end) = (days + 1.0, next + 1);
        if and {
            last = (days, end);
        }
    }
    last
}

fn seconds(unit: Unit) -> Option<f64> {
    Some(match unit {
        Unit::Second => return None,
        Unit::Minute => 60.0,
        Unit::Hour => 3_600.0,
        Unit::Day => DAY,
        Unit::Week => WEEK,
        Unit::Fortnight => 2.0 * WEEK,
        Unit::Month => MONTH,
        Unit::Quarter => 3.0 * MONTH,
        Unit::Year => YEAR,
        Unit::Decade => 10.0 * YEAR,
        Unit::Century => 100.0 * YEAR,
    })
}

/// «Mondays», «Monday mornings», «weekends», «weekdays».
fn plural(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    // «four Mondays», «in recent weekends» are so many of them.
    let counted = i > 0
        && (words.kind(i - 1) == Kind::Digits
            || words.entry(i - 1).number.is_some() && at.word(i - 1).is_none()
            || matches!(at.word(i - 1), Some(DateWord::Shift(_) | DateWord::Start))
            || words.any(
                i - 1,
                set!["recent", "of", "two", "three", "those", "these"],
            ));
    if counted {
        return None;
    }
    let (times, end) = match at.word(i)? {
        DateWord::Weekdays
            if words.any(i, set!["weekday", "workday"])
                && words.any(i + 1, set!["mornings", "afternoons", "evenings", "nights"]) =>
        {
            (5.0, i + 2)
        }
        DateWord::Weekday(_)
            if words.any(i + 1, set!["mornings", "afternoons", "evenings", "nights"]) =>
        {
            (1.0, i + 2)
        }
        DateWord::Weekend if words.any(i.wrapping_sub(1), set!["every", "each"]) => (1.0, i + 1),
        DateWord::Weekdays
            if words.any(
                i,
                set![
                    "weekday",
                    "weekdays",
                    "workday",
                    "workdays",
                    "weeknight",
                    "weeknights",
                ],
            ) =>
        {
            let alone =
                words.str(i).ends_with('s') || words.any(i.wrapping_sub(1), set!["every", "each"]);
            if !alone {
                return None;
            }
            let part = daypart::read(at, i + 1).map_or(i + 1, |part| part.end);
            (5.0, part)
        }
        DateWord::Weekdays if words.any(i, set!["mornings", "afternoons", "evenings"]) => {
            return None;
        }
        DateWord::Weekdays if words.width(i) > 6 && !words.is(i, "mornings") => more_days(at, i),
        DateWord::Weekdays | DateWord::Weekends => (1.0, i + 1),
        _ => return None,
    };
    Some(Habit {
        times,
        seconds: WEEK,
        end,
    })
}

/// «daily», «bi-weekly», «annually»; not the paper: «the Daily Register».
fn periodic(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    let DateWord::Periodic(times, unit) = at.word(i)? else {
        return None;
    };
    let name = words.capital(i) && (i > 0 || words.capital(i + 1));
    if name {
        return None;
    }
    Some(Habit {
        times: f64::from(times),
        seconds: seconds(unit)?,
        end: i + 1,
    })
}

/// «19th of every month», «the first Monday of each month», «the last day of every quarter».
fn day_of_every(at: At<'_>, i: usize) -> Option<Habit> {
    let words = at.words;
    let mut j = if words.any(i, set!["last", "final"]) {
        i + 1
    } else {
        at.ordinal(i)?.1
    };
    if matches!(
        at.word(j),
        Some(DateWord::Weekday(_) | DateWord::Unit(_) | DateWord::Weekend)
    ) {
        j += 1;
    }
    if !words.any(j, set!["of", "in"]) || at.word(j + 1) != Some(DateWord::Every) {
        return None;
    }
    every(at, j + 1)
}

/// The hours after a habit: «every Monday at 9 am», «daily from 9 to 5»; and its day: «every week on Friday».
fn with_time(at: At<'_>, habit: Habit) -> Habit {
    let words = at.words;
    let mut end = habit.end;
    if words.is(end, "on") {
        let day = at.the(end + 1);
        if let Some((_, next)) = at.weekday(day) {
            end = next;
        } else if at.word(day) == Some(DateWord::Weekdays) {
            end = day + 1;
        } else if habit.seconds >= YEAR
            && let Some(date) = absolute::read(at, day)
            && date.grain == Granularity::Day
        {
            end = date.end;
        } else if habit.seconds >= MONTH
            && let Some((_, next)) = at.ordinal(day)
        {
            end = next;
        }
    } else if words.is(end, "in")
        && habit.seconds >= YEAR
        && let Some((_, next)) = at.month(end + 1)
        && at.year(next).is_none()
    {
        end = next;
    }
    let (k, joint) = Joint::read(at, end);
    if joint.time
        && let Some(span) = clock_span(at, k, joint.hour, joint.between)
        && (span.from.sure || joint.hour && at.closes(span.end))
    {
        end = daypart_after(at, span.end);
    } else if joint.time
        && joint.word
        && let Some(part) = daypart::read(at, k)
    {
        end = part.end;
    }
    Habit { end, ..habit }
}

/// «at 9 in the morning».
fn daypart_after(at: At<'_>, end: usize) -> usize {
    let words = at.words;
    let in_the = words.phrase(end, set!["in", "the"]).unwrap_or(end);
    daypart::read(at, in_the).map_or(end, |part| part.end)
}
