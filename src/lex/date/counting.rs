//! What a count leads to: «ten days ago», «in two to three years», «the three months to June».
//!
//! In: a length, where it stands, and which way it counts. Out: the day or moment, as wide as so round a length can mean; or
//! whether «in five years» counts from now at all.

use jiff::civil::DateTime;

use super::absolute;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::clock;
use super::length::Length;
use super::place::At;
use super::relative::away;
use super::tense;
use super::when::Anchor;
use super::when::When;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «two to three years ago», «in 2-3 days», «five or six weeks later»: from the one to the other.
pub(super) fn between_counts(
    at: At<'_>,
    i: usize,
    shorter: &Length,
    longer: &Length,
) -> Option<When> {
    let words = at.words;
    let j = longer.end;
    let (sign, end, anchor) = if let Some((sign, end)) = away(at, j) {
        (sign, end, Anchor::Relative)
    } else if words.any(j, set!["later", "afterwards"]) && !words.is(j + 1, "than") {
        (1, j + 1, Anchor::Story)
    } else if words.is(j, "earlier") && !words.is(j + 1, "than") {
        (-1, j + 1, Anchor::Story)
    } else if at.after_any(i, set!["in"]) && future_in(at, i, j, longer) {
        (1, in_time(at, j), Anchor::Relative)
    } else {
        return None;
    };
    let (near, far) = (shorter.from(at.now, sign)?, longer.from(at.now, sign)?);
    let (from, to) = (near.min(far), near.max(far));
    let stated = if longer.is_clock() {
        calendar::between(from, to)
    } else {
        let last = calendar::shift(calendar::floor(to, Unit::Day), Unit::Day, 1)?;
        calendar::between(calendar::floor(from, Unit::Day), last)
    };
    let possible = calendar::hull(shorter.slack(near)?, longer.slack(far)?);
    Some(When::new(end, stated, longer.unit.grain(), anchor).wide(calendar::hull(stated, possible)))
}

/// «the three months to June», «the six weeks ended 30 April 2023»: so long, up to the last instant of it.
pub(super) fn up_to(at: At<'_>, i: usize, j: usize, length: &Length) -> Option<When> {
    let words = at.words;
    let told = at.after_any(i, set!["the"]) && length.unit >= Unit::Week && !length.is_clock();
    if !told || !words.any(j, set!["to", "ended", "ending", "through", "until"]) {
        return None;
    }
    let on = usize::from(words.any(j + 1, set!["on", "in"]));
    let base = absolute::read(at, behind_end(at, j + 1 + on))
        .filter(|base| (Granularity::Month..=Granularity::Day).contains(&base.grain))?;
    let to = base.stated.to?;
    let range = calendar::between(length.from(to, -1)?, to);
    Some(When::new(base.end, range, base.grain, base.anchor).with_the())
}

/// The index after «the end of», or after «the» alone: both end with the same instant.
pub(super) fn behind_end(at: At<'_>, i: usize) -> usize {
    let i = at.the(i);
    let end = at
        .words
        .phrase(i, set!["end", "of"])
        .or_else(|| at.words.phrase(i, set!["end"]));
    end.map_or(i, |end| at.the(end))
}

/// «in a week's time», «in two weeks' time».
pub(super) fn in_time(at: At<'_>, end: usize) -> usize {
    let words = at.words;
    let of =
        usize::from(words.is(end, "'s") || words.kind(end) == Kind::Apostrophe && words.glued(end));
    let plural = of > 0 || words.str(end - 1).ends_with('s');
    if plural && words.is(end + of, "time") {
        return end + of + 1;
    }
    end
}

/// Whether «in three days» counts from now and is not how long something takes: «met twice in two days», «the first in
/// five years». Only where the sentence looks ahead, or has no verb of the past. «In three years» is mostly how long,
/// so it is a date only as a whole text.
pub(super) fn future_in(at: At<'_>, i: usize, end: usize, length: &Length) -> bool {
    let words = at.words;
    if words.len() <= end - i + 2 {
        return true;
    }
    // «in two weeks at 5 pm» is a day: nothing lasts so long at an hour.
    if words.is(end, "at") && clock::clock(at, end + 1, false).is_some() {
        return true;
    }
    let first = (i.saturating_sub(10)..i).any(|k| {
        words.any(
            k,
            set![
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
                "times",
                "twice",
                "once",
                "highest",
                "lowest",
                "second",
                "strongest",
                "last",
            ],
        )
    });
    if first {
        return false;
    }
    let told = (i.saturating_sub(16)..i).any(|k| {
        words.any(
            k,
            set![
                "will", "shall", "'ll", "would", "meeting", "leave", "meet", "due",
            ],
        )
    });
    if length.unit >= Unit::Year {
        return in_time(at, end) > end;
    }
    told || tense::direction(words, i, end) != Direction::Past
}

/// A count that is the whole text is told to the next smaller unit: days to the hour, years to the month.
pub(super) fn alone(
    at: At<'_>,
    i: usize,
    length: &Length,
    to: DateTime,
    when: When,
) -> Option<When> {
    let lead = usize::from(at.after_any(i, set!["in", "after"]));
    let unit = match length.unit {
        Unit::Day | Unit::Fortnight => Unit::Hour,
        Unit::Year | Unit::Quarter => Unit::Month,
        _ => return Some(when),
    };
    if at.rule || length.count.is_none() || when.anchor != Anchor::Relative {
        return Some(when);
    }
    if !at.is_all(i - lead, when.end) || at.words.any(when.end - 1, set!["today"]) {
        return Some(when);
    }
    Some(When {
        stated: calendar::whole(to, unit, 0)?,
        grain: unit.grain(),
        ..when
    })
}

/// What a count leads to.
pub(super) fn shift_when(
    length: &Length,
    to: DateTime,
    end: usize,
    anchor: Anchor,
) -> Option<When> {
    let possible = length.slack(to)?;
    if length.is_clock() {
        let range = calendar::between(to, calendar::shift(to, Unit::Second, 1)?);
        return Some(When::new(end, range, length.unit.grain(), anchor).wide(possible));
    }
    let day = calendar::day(to.date());
    let grain = Granularity::Day;
    Some(When::new(end, day, grain, anchor).wide(calendar::hull(day, possible)))
}
