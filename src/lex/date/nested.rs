//! One date by another: «last week's Friday», «2016's first quarter», «the day after Christmas», «the week before 4 May».
//!
//! In: a place in a sentence. Out: the date that two together say.

use jiff::civil::Date;

use super::calendar;
use super::calendar::Unit;
use super::feast;
use super::nth;
use super::place::At;
use super::point::point;
use super::season;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «’s» and what of the period before it is meant: «last week’s Friday», «this year’s Christmas», «last month’s 5th»;
/// after a bare year the «’s» may be left out: «2019 third quarter».
pub(super) fn part_of(at: At<'_>, period: When) -> Option<When> {
    let words = at.words;
    let owner = words.is(period.end, "'s");
    let bare_year = period.grain == Granularity::Year && period.anchor == Anchor::Absolute;
    if !owner && !bare_year {
        return None;
    }
    let i = period.end + usize::from(owner);
    let first = period.first()?;
    let from_period = |when: When| When {
        anchor: period.anchor,
        ..when
    };
    match period.grain {
        Granularity::Week => {
            let (weekday, end) = at.weekday(i)?;
            let day = calendar::weekday_of_week(first, weekday)?;
            Some(When::day(end, day, period.anchor))
        }
        Granularity::Month => {
            if let Some((day, end)) = at.ordinal(i)
                && at.words.kind(i) == Kind::Digits
                && let Ok(day) = i8::try_from(day)
                && let Ok(date) = Date::new(first.year(), first.month(), day)
            {
                return Some(When::day(end, date, period.anchor));
            }
            nth::nth_in(at, i, Some(period))
        }
        Granularity::Year => {
            if let Some(quarter) = season::quarter_of(at, i, first.year()) {
                return Some(from_period(quarter));
            }
            // «the 2018 fiscal year».
            if words.any(
                i,
                set!["fiscal", "financial", "academic", "school", "calendar"],
            ) && at.unit(i + 1) == Some(Unit::Year)
                && !owner
            {
                return Some(When {
                    end: i + 2,
                    ..period
                });
            }
            if let Some(week) = week_of(at, i, first.year()) {
                return Some(from_period(week));
            }
            if words.is(i + 1, "half")
                && let Some(half) = nth::nth_in(at, i, Some(period))
            {
                return Some(half);
            }
            // «2016 summer».
            if !owner && !words.is(i, "fall") && at.closes(i + 1) {
                return season::in_year(at, i, first.year()).map(from_period);
            }
            if !owner {
                return None;
            }
            if let Some(day) = feast::in_year(at, i, first.year()) {
                return Some(from_period(day));
            }
            if let Some((month, end)) = at.month(i) {
                let range = calendar::month(first.year(), month)?;
                return Some(When::new(end, range, Granularity::Month, period.anchor));
            }
            if let Some(season) = season::in_year(at, i, first.year()) {
                return Some(from_period(season));
            }
            nth::nth_in(at, i, Some(period))
        }
        _ => None,
    }
}

/// «week 33», «W33», and after a hyphen «W33-4» as ISO 8601 writes it.
fn week_of(at: At<'_>, i: usize, year: i16) -> Option<When> {
    let words = at.words;
    let dash = usize::from(words.kind(i) == Kind::Dash && words.glued(i));
    let name = i + dash;
    let short = words.str(name) == "W" && words.glued(name + 1);
    if !(short || words.is(name, "week") && dash == 0) {
        return None;
    }
    let (n, end) = at.integer(name + 1, 2)?;
    let week = calendar::nth_week(calendar::year(year)?, n).filter(|_| n > 0)?;
    if short
        && words.kind(end) == Kind::Dash
        && words.glued(end)
        && let Some(day @ 1..=7) = at.digits(end + 1, 1)
    {
        let day = calendar::shift(week.from?, Unit::Day, i64::from(day) - 1)?;
        return Some(When::day(end + 2, day.date(), Anchor::Absolute));
    }
    Some(When::new(end, week, Granularity::Week, Anchor::Absolute))
}

/// «the day after Christmas», «the week before 4 May», «the Friday before Easter», «the month after June».
pub(super) fn beside(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let j = at
        .weekend(i)
        .or_else(|| at.weekday(i).map(|(_, end)| end))
        .unwrap_or(i + 1);
    let sign = if words.any(j, set!["after", "following"]) {
        1
    } else if words.any(j, set!["before", "preceding"]) {
        -1
    } else {
        return None;
    };
    let base = base(at, j + 1)?;
    let (from, to) = (base.stated.from?, base.stated.to?);
    // The last instant of it, or the first.
    let edge = if sign > 0 {
        calendar::shift(to, Unit::Second, -1)?
    } else {
        from
    };
    if at.weekend(i).is_some() {
        let saturday = calendar::weekend(edge.date(), 0)?;
        let inside = saturday.from? <= edge && edge < saturday.to?;
        let early = edge < saturday.from?;
        let weeks = match (sign, early, inside) {
            (1, true, _) => 0,
            (1, false, _) => 1,
            _ => -1,
        };
        let range = calendar::weekend(edge.date(), weeks)?;
        return Some(When::new(base.end, range, Granularity::Week, base.anchor).with_the());
    }
    if let Some((weekday, _)) = at.weekday(i) {
        let day = edge.date().nth_weekday(sign, weekday).ok()?;
        return Some(When::day(base.end, day, base.anchor).with_the());
    }
    let unit = at.unit(i)?;
    if unit < Unit::Day || words.str(i).ends_with('s') || unit == Unit::Fortnight {
        return None;
    }
    let range = calendar::whole(edge, unit, i64::from(sign))?;
    let mut when = When::new(base.end, range, unit.grain(), base.anchor).with_the();
    // «The week after 4 May» may also be the seven days from then on.
    let far = calendar::shift(edge, unit, i64::from(sign))?;
    let rolling = calendar::between(edge.min(far), edge.max(far));
    if unit > Unit::Day {
        when.possible = calendar::hull(range, rolling);
    }
    Some(when)
}

/// What it is beside: a day, a month or a feast; not a weekday, for «on Monday before Tuesday’s vote» says two days.
fn base(at: At<'_>, i: usize) -> Option<When> {
    let i = at.the(i);
    if matches!(at.word(i), Some(DateWord::Weekday(_) | DateWord::Day(_))) {
        return None;
    }
    point(at, i).filter(|when| when.grain <= Granularity::Day)
}
