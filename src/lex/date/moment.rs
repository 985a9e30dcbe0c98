//! A day with a time: «Monday at 4:30 pm», «8.30pm today», «Sunday morning», «tomorrow from 7 to 9», «4 pm to 5 pm on 3 May».
//!
//! In: a place in a sentence. Out: a date, or a time of day where no day is said. Day, part of the day and clock come in
//! any order, with the small words that join them; each at most once.

use jiff::civil::Date;
use jiff::civil::DateTime;

use super::absolute;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::clock;
use super::clock::Half;
use super::clockspan::Span;
use super::clockspan::clock_span;
use super::clockspan::plausible;
use super::compose::compose;
use super::daypart;
use super::daypart::Part;
use super::feast;
use super::joint::Joint;
use super::length;
use super::length::Length;
use super::nested;
use super::period;
use super::place::At;
use super::place::Reading;
use super::relative;
use super::sametime;
use super::start;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use super::word::DayPart;
use super::word::Portion;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::TimeOfDay;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Items {
    pub(super) day: Option<When>,
    pub(super) part: Option<Part>,
    pub(super) clock: Option<Span>,
    pub(super) end: usize,
    /// The clock is a bare number, and nothing near says that it is an hour.
    pub(super) doubt: bool,
}

/// Reads a day with its time, a day, or a time that starts at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<Reading> {
    if let Some(reading) = from_clock(at, i) {
        return Some(reading);
    }
    let items = items(at, i)?;
    compose(at, i, &items)
}

/// «two hours before noon», «half an hour after midnight on Friday», «ten minutes after 5 pm».
fn from_clock(at: At<'_>, i: usize) -> Option<Reading> {
    let words = at.words;
    let length = length::length(at, i).filter(Length::is_clock)?;
    let sign = if words.any(length.end, set!["after", "from"]) {
        1
    } else if words.is(length.end, "before") {
        -1
    } else {
        return None;
    };
    let clock = clock::clock(at, length.end + 1, false).filter(|clock| clock.sure)?;
    // «for 2 hours from 2 pm» says from when to when.
    if words.is(length.end, "from") && at.after_any(i, set!["for"]) {
        return None;
    }
    let reading = compose(at, length.end + 1, &items(at, length.end + 1)?)?;
    match reading {
        Reading::Time(time, end) if clock.end == end && time.from == time.to => {
            let any = Date::constant(2000, 1, 3).to_datetime(time.from);
            let moved = length.from(any, sign)?.time();
            let time = TimeOfDay {
                from: moved,
                to: moved,
                ..time
            };
            Some(Reading::Time(time, end))
        }
        Reading::Date(when) if when.grain > Granularity::PartOfDay => {
            let edge = |at: Option<DateTime>| at.and_then(|at| length.from(at, sign));
            let moved = |range: DateRange| DateRange {
                from: edge(range.from),
                to: edge(range.to),
            };
            Some(Reading::Date(When {
                stated: moved(when.stated),
                possible: moved(when.possible),
                ..when
            }))
        }
        _ => None,
    }
}

fn items(at: At<'_>, i: usize) -> Option<Items> {
    let mut items = Items {
        end: i,
        ..Items::default()
    };
    for round in 0..4 {
        let first = round == 0;
        if !first && !start::may_go_on(at.words, items.end) {
            break;
        }
        let (k, joint) = if first {
            Joint::first(at, i)
        } else {
            Joint::read(at, items.end)
        };
        if !item(at, i, k, joint, &mut items) {
            break;
        }
        if items.day.is_some() && items.clock.is_some() && items.part.is_some() {
            break;
        }
    }
    date_last(at, &mut items);
    year_last(at, &mut items);
    // «in the small hours of Sunday morning».
    if let (Some(day), Some(part)) = (items.day, items.part)
        && day.end == items.end
        && part.end < day.end
        && part.half == Half::Morning
        && at.word(items.end) == Some(DateWord::Part(DayPart::Morning))
    {
        items.end += 1;
    }
    (items.end > i).then_some(items)
}

/// «8:15 p.m. Friday night, March 3rd»: the date after the weekday and its part.
fn date_last(at: At<'_>, items: &mut Items) {
    let Some(day) = items.day else {
        return;
    };
    let bare = day.end > 0
        && day.anchor == Anchor::Partial
        && (items.part.is_some() || items.clock.is_some())
        && matches!(at.word(day.end - 1), Some(DateWord::Weekday(_)));
    let comma = usize::from(at.words.kind(items.end) == Kind::Comma);
    if bare
        && let Some(date) = absolute::read(at, items.end + comma)
        && date.grain == Granularity::Day
        && matches!(at.word(items.end + comma), Some(DateWord::Month(_)))
    {
        items.day = Some(date);
        items.end = date.end;
    }
}

/// «Wed Oct 26 15:50:06 2016», as machines write it.
fn year_last(at: At<'_>, items: &mut Items) {
    let Some(day) = items.day else {
        return;
    };
    if day.anchor == Anchor::Partial
        && day.grain == Granularity::Day
        && items
            .clock
            .is_some_and(|span| span.end == items.end && span.from.grain == Granularity::Second)
        && let Some((year, end)) = at
            .year(items.end)
            .filter(|&(year, _)| (1900..2100).contains(&year))
        && let Some(date) = day.first()
        && let Ok(date) = Date::new(year, date.month(), date.day())
    {
        items.day = Some(When::day(day.end, date, Anchor::Absolute));
        items.end = end;
    }
}

/// The «T» of ISO 8601 between day and time.
fn iso_t(at: At<'_>, k: usize, items: &Items) -> bool {
    items.day.is_some_and(|day| day.end == k)
        && at.words.str(k) == "T"
        && at.words.glued(k)
        && at.words.glued(k + 1)
        && at.words.kind(k + 1) == Kind::Digits
}

fn ends_here(at: At<'_>, end: usize) -> bool {
    matches!(at.words.kind(end), Kind::None | Kind::Stop | Kind::End)
}

/// «tomorrow 9»: a bare hour at the end, after a day that no number follows else.
fn small_words(at: At<'_>, k: usize) -> bool {
    k > 0
        && matches!(at.word(k - 1), Some(DateWord::Day(_) | DateWord::Tonight))
        && at
            .integer(k, 2)
            .is_some_and(|(hour, _)| (1..=12).contains(&hour))
}

/// Reads the longest item at `k` that is still missing.
fn item(at: At<'_>, start: usize, k: usize, joint: Joint, items: &mut Items) -> bool {
    let mut best = 0;
    let mut next = *items;
    for read in [day_item, clock_item, part_item] {
        if let Some((end, found)) = read(at, start, k, joint, items)
            && end > best
        {
            best = end;
            next = found;
        }
    }
    if best <= items.end {
        return false;
    }
    if items.doubt && next.day.is_some() {
        if !is_hour_of_day(at, start, k, joint, items, &next) {
            return false;
        }
        next.doubt = false;
    }
    next.end = best;
    *items = next;
    true
}

/// A day at `k`, with its part, where it ends and the items with it.
fn day_item(
    at: At<'_>,
    start: usize,
    k: usize,
    joint: Joint,
    items: &Items,
) -> Option<(usize, Items)> {
    let first = items.end == start;
    let free = items.day.is_none()
        && joint.day
        && (first || items.clock.is_some() || items.part.is_some());
    let (day, part) = free.then(|| day(at, k))??;
    (first || day.grain == Granularity::Day).then(|| {
        let with = Items {
            day: Some(day),
            part: part.or(items.part),
            ..*items
        };
        (part.map_or(day.end, |part| part.end), with)
    })
}

/// Clock times at `k`.
fn clock_item(
    at: At<'_>,
    start: usize,
    k: usize,
    joint: Joint,
    items: &Items,
) -> Option<(usize, Items)> {
    let first = items.end == start;
    let known = items.day.is_some_and(|day| day.grain == Granularity::Day) || items.part.is_some();
    if items.clock.is_some() || !joint.time || !(first || known) {
        return None;
    }
    // «2014-07-18T19:00».
    let k = k + usize::from(iso_t(at, k, items));
    let hour = joint.hour || known && !joint.word;
    let mut span = clock_span(at, k, hour, joint.between)?;
    let sure = span.from.sure || span.to.is_some_and(|to| to.sure);
    let fits = first
        || sure
        // «Saturday morning between two drivers» joins no hours.
        || joint.hour && (!joint.between || span.to.is_some())
        || span.to.is_some() && plausible(at, k, span)
        || known && ends_here(at, span.end) && small_words(at, k);
    if !fits || !sure && first && items.day.is_some() {
        return None;
    }
    span.open = joint.open;
    let with = Items {
        clock: Some(span),
        doubt: !sure && first,
        ..*items
    };
    Some((span.end, with))
}

/// A part of the day at `k`.
fn part_item(
    at: At<'_>,
    start: usize,
    k: usize,
    joint: Joint,
    items: &Items,
) -> Option<(usize, Items)> {
    let day = items.day.is_some_and(|day| day.grain == Granularity::Day);
    let free =
        items.part.is_none() && joint.time && (items.end == start || day || items.clock.is_some());
    let part = free.then(|| daypart::read(at, k))??;
    // «at 8 pm in the morning»: two things.
    let last = items.clock.map(|span| span.to.unwrap_or(span.from));
    let clashes = last.is_some_and(|last| last.half != Half::Open && last.half != part.half);
    if clashes && items.day.is_none() && joint.word {
        return None;
    }
    let with = Items {
        part: Some(part),
        // «8 in the morning»; «three overnight shootings» are three.
        doubt: items.doubt && !joint.word,
        ..*items
    };
    Some((part.end, with))
}

/// «8 tonight», «9 tomorrow»: whether a bare number before a day is an hour of it.
fn is_hour_of_day(
    at: At<'_>,
    start: usize,
    k: usize,
    joint: Joint,
    items: &Items,
    next: &Items,
) -> bool {
    let near = at
        .words
        .any(k, set!["tonight", "tonite", "tomorrow", "today", "yesterday"])
        || next.part.is_some() && items.part.is_none()
        // «9 on Saturday morning».
        || next.day.is_some_and(|day| daypart::read(at, day.end).is_some());
    let two = || {
        items
            .clock
            .is_some_and(|span| span.to.is_some() && plausible(at, start, span))
            && (matches!(at.word(k), Some(DateWord::Shift(0 | 1) | DateWord::Day(_)))
                || at.after_any(start, set!["between", "from"]))
    };
    let part_near = near
        && at.words.is(k.wrapping_sub(1), "on")
        && !matches!(at.word(k), Some(DateWord::Day(_)));
    near && !joint.word || part_near || two() || at.after_any(start, set!["at"])
}

/// A day at `i`, with the part of the day that its words say: «tonight», «last night», «this morning».
fn day(at: At<'_>, i: usize) -> Option<(When, Option<Part>)> {
    let words = at.words;
    if let Some(named) = daypart::day(at, i) {
        return Some(named);
    }
    if let Some(DateWord::Portion(portion @ (Portion::Early | Portion::Late))) = at.word(i)
        && let Some(found) = part_of_day(at, i, portion)
    {
        return Some(found);
    }
    let found = [
        absolute::read(at, i),
        relative::read(at, i),
        period::read(at, i),
    ];
    let mut when = found
        .into_iter()
        .flatten()
        .reduce(|best, when| if when.end > best.end { when } else { best })?;
    if let Some(part) = nested::part_of(at, when) {
        when = part;
    }
    if let Some(timed) = sametime::behind(at, &when) {
        when = timed;
    }
    if let Some(inside) = month_in_year(at, &when) {
        when = inside;
    }
    if let Some(inside) = day_in_month(at, &when) {
        when = inside;
    }
    // «the 4th of July weekend», «July 4th weekend».
    if when.grain == Granularity::Day
        && (i..when.end).any(|k| matches!(at.word(k), Some(DateWord::Month(_))))
        && let Some(end) = at.weekend(when.end)
        && let Some(weekend) = feast::weekend_at(&when, end)
    {
        when = weekend;
    }
    // «Friday of next week», «next week on Friday», «tuesday of this week».
    if let Some((day, end)) = weekday_in_week(at, i, &when) {
        when = When::day(end, day, Anchor::Relative);
    }
    // «tomorrow, 13/04/21»: one day said twice.
    if matches!(at.word(i), Some(DateWord::Day(_)))
        && words.kind(when.end) == Kind::Comma
        && let Some(again) = absolute::read(at, when.end + 1)
        && again.grain == Granularity::Day
        && again.anchor == Anchor::Absolute
    {
        when = again;
    }
    Some((when, None))
}

/// «last year in May», «next year on 5 June»: the month or day of that year.
fn month_in_year(at: At<'_>, year: &When) -> Option<When> {
    let words = at.words;
    let relative = year.grain == Granularity::Year
        && year.anchor == Anchor::Relative
        && at.unit(year.end.checked_sub(1)?) == Some(Unit::Year);
    if !relative || !words.any(year.end, set!["in", "on"]) {
        return None;
    }
    let there = At {
        now: year.stated.from?,
        direction: Direction::Future,
        ..at
    };
    let inside = absolute::read(there, at.the(year.end + 1))
        .filter(|when| when.anchor == Anchor::Partial && when.grain >= Granularity::Month)?;
    let anchor = Anchor::Relative;
    (inside.stated.from? < year.stated.to?).then_some(When { anchor, ..inside })
}

/// «next month on the 25th», «last month, the 5th»: that day of it.
fn day_in_month(at: At<'_>, month: &When) -> Option<When> {
    let words = at.words;
    let relative = month.grain == Granularity::Month
        && month.anchor == Anchor::Relative
        && at.unit(month.end.checked_sub(1)?) == Some(Unit::Month);
    if !relative {
        return None;
    }
    let i =
        month.end + usize::from(words.is(month.end, "on") || words.kind(month.end) == Kind::Comma);
    let i = at.the(i);
    let (day, end) = at.ordinal(i).filter(|_| words.kind(i) == Kind::Digits)?;
    let first = month.first()?;
    let date = Date::new(first.year(), first.month(), i8::try_from(day).ok()?).ok()?;
    at.closes(end)
        .then(|| When::day(end, date, Anchor::Relative))
}

/// «early Sunday», «late on Friday», «early Sunday morning», «late last night».
fn part_of_day(at: At<'_>, i: usize, portion: Portion) -> Option<(When, Option<Part>)> {
    let words = at.words;
    let j = i + 1 + usize::from(words.kind(i + 1) == Kind::Dash);
    let j = j + usize::from(words.is(j, "on"));
    if matches!(at.word(j), Some(DateWord::Portion(_)) | None) && words.kind(j) != Kind::Digits {
        return None;
    }
    let (day, part) = day(at, j)?;
    if day.grain != Granularity::Day {
        return None;
    }
    let part = part.or_else(|| daypart::read(at, day.end));
    let part = match part {
        Some(part) => part.narrowed(portion),
        None => Part::of_day(portion, day.end),
    };
    Some((day, Some(part)))
}

/// «Friday of next week», «next week on Friday»; «Friday next week».
fn weekday_in_week(at: At<'_>, i: usize, when: &When) -> Option<(Date, usize)> {
    let words = at.words;
    if let Some((weekday, j)) = at.weekday(i)
        && when.end == j
    {
        let next_week =
            words.kind(j) == Kind::Comma && matches!(at.word(j + 1), Some(DateWord::Shift(_)));
        let k = j + usize::from(words.any(j, set!["of", "in", "from"]) || next_week);
        let k = at.the(k);
        let week = relative::read(at, k).filter(|week| {
            week.grain == Granularity::Week
                && (at.unit(week.end - 1) == Some(Unit::Week) || at.unit(k) == Some(Unit::Week))
        });
        // «Tuesday of the second week of May», «Friday in the week of 5 June».
        let numbered = (k > j && !next_week)
            .then(|| period::read(at, k))
            .flatten()
            .filter(|week| {
                week.grain == Granularity::Week
                    && (k..week.end).any(|t| at.unit(t) == Some(Unit::Week))
                    && !(k..week.end).any(|t| at.weekend(t).is_some())
            });
        let week = week.into_iter().chain(numbered).max_by_key(|week| week.end);
        if let Some(week) = week {
            let day = calendar::weekday_of_week(week.first()?, weekday)?;
            return Some((day, week.end));
        }
    }
    if when.grain == Granularity::Week
        && when.anchor >= Anchor::Relative
        && at.unit(when.end - 1) == Some(Unit::Week)
    {
        let j =
            when.end + usize::from(words.is(when.end, "on") || words.kind(when.end) == Kind::Comma);
        let (weekday, end) = at.weekday(j)?;
        return Some((calendar::weekday_of_week(when.first()?, weekday)?, end));
    }
    // «next weekend on Sunday».
    if when.grain == Granularity::Week
        && when.anchor == Anchor::Relative
        && at.weekend(when.end - 1).is_some()
        && words.is(when.end, "on")
        && let Some((weekday, end)) = at.weekday(when.end + 1)
        && let Some(day) = calendar::weekday_of_week(when.first()?, weekday)
    {
        return Some((day, end));
    }
    weeks_after(at, when)
}

/// «Sunday 3 weeks after January 15th» is read from the weekday on.
fn weeks_after(at: At<'_>, when: &When) -> Option<(Date, usize)> {
    if when.grain != Granularity::Day
        || !matches!(
            at.word(when.end.wrapping_sub(1)),
            Some(DateWord::Weekday(_))
        )
    {
        return None;
    }
    let weekday = at.weekday(when.end - 1)?.0;
    // «Friday in two weeks», «Friday two weeks ago»: of that week.
    let i = when.end + usize::from(at.words.is(when.end, "in"));
    let length = length::length(at, i).filter(|length| length.unit >= Unit::Week);
    let week = relative::read(at, i)?;
    if week.grain != Granularity::Day
        || week.anchor == Anchor::Story
        || at
            .words
            .any(week.end - 1, set!["ago", "later", "hence", "now"])
            && length.is_none()
        || i > when.end && length.is_none()
    {
        return None;
    }
    Some((calendar::weekday_of_week(week.first()?, weekday)?, week.end))
}
