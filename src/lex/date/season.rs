//! Seasons, quarters and halves of a year: «summer 2016», «Q3», «H1 2016».
//!
//! In: a place in a sentence. Out: the range. Seasons are the northern ones, from equinox to solstice; what is possible
//! is as wide as weather services and common speech take them.

use jiff::civil::Date;
use jiff::civil::DateTime;

use super::absolute::year_after;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::period::of_year;
use super::place::At;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// «Q3», «Q1 2016», «2017-q1», «18q4», «the 3rd quarter of 2018», «third quarter».
pub(super) fn quarter(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let q = |i: usize| -> Option<(i64, usize)> {
        if words.is(i, "q") && words.kind(i + 1) == Kind::Digits && words.glued(i + 1) {
            let n = at.integer(i + 1, 1)?.0;
            return (1..=4).contains(&n).then_some((n, i + 2));
        }
        // «4Q 2018».
        let n = at.digits(i, 1).filter(|n| (1..=4).contains(n))?;
        (words.str(i + 1) == "Q" && words.glued(i + 1)).then_some((n.into(), i + 2))
    };
    if let Some(when) = half_year(at, i).or_else(|| quarter_to(at, i)) {
        return Some(when);
    }
    let make = |year: i16, n: i64, end: usize, anchor| -> Option<When> {
        Some(whole_quarter(year, first_month(n)?, end, anchor)?.with_the())
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
    let numbered = words.any(i, set!["quarter", "qtr"]);
    // «an Audi Q3», and no «Apple Q3 results».
    let named = i > 1
        && words.is(i, "q")
        && words.capital(i - 1)
        && at.word(i - 1).is_none()
        && at.closes(i + 2);
    if named {
        return None;
    }
    let (n, j) = q(i).or_else(|| {
        // «quarter three of 2018».
        if numbered {
            return at.integer(i + 1, 1).filter(|(n, _)| (1..=4).contains(n));
        }
        let (n, j) = if words.is(i, "final") {
            (4, i + 1)
        } else {
            at.ordinal(i)?
        };
        let j = j + usize::from(words.kind(j) == Kind::Dash);
        let fits = (1..=4).contains(&n) && words.any(j, set!["quarter", "qtr"]);
        fits.then_some((n, j + 1))
    })?;
    let (year, end) = of_year(at, j);
    if end > j {
        return make(year, n, end, Anchor::Absolute);
    }
    if numbered && !at.is_all(i, j) || words.kind(i) == Kind::Digits && words.is(i + 1, "q") {
        return None;
    }
    let month = first_month(n)?;
    let today = at.now.date();
    let year = match at.direction {
        Direction::Past if month > today.month() => today.year() - 1,
        Direction::Past => today.year(),
        _ if month + 2 < today.month() => today.year() + 1,
        _ => today.year(),
    };
    make(year, n, j, Anchor::Partial)
}

/// «the March quarter», «the September-quarter loss»: the three months that end with that one.
fn quarter_to(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let Some(DateWord::Month(month)) = words.date(i) else {
        return None;
    };
    let j = i + 1 + usize::from(words.kind(i + 1) == Kind::Dash && words.glued(i + 1));
    let named = words.capital(i) && month % 3 == 0 && words.any(j, set!["quarter", "qtr"]);
    // «a March quarter-final».
    if !named || words.kind(j + 1) == Kind::Dash {
        return None;
    }
    let (year, end) = of_year(at, j + 1);
    let today = at.now.date();
    let (year, anchor) = if end > j + 1 {
        (year, Anchor::Absolute)
    } else {
        let ahead = at.direction == Direction::Future;
        let year = match (ahead, month) {
            (true, month) if month < today.month() => today.year() + 1,
            (false, month) if month > today.month() => today.year() - 1,
            _ => today.year(),
        };
        (year, Anchor::Partial)
    };
    Some(whole_quarter(year, month - 2, end, anchor)?.with_the())
}

/// The month that a quarter of the year begins with: April of the second.
fn first_month(quarter: i64) -> Option<i8> {
    i8::try_from(3 * quarter - 2).ok()
}

/// The three months from the first day of `month` on.
fn whole_quarter(year: i16, month: i8, end: usize, anchor: Anchor) -> Option<When> {
    let from: DateTime = Date::new(year, month, 1).ok()?.into();
    let range = calendar::whole(from, Unit::Quarter, 0)?;
    Some(When::new(end, range, Granularity::Season, anchor))
}

/// A quarter of a year that is known: «Q3», «first quarter», «last quarter».
pub(super) fn quarter_of(at: At<'_>, i: usize, year: i16) -> Option<When> {
    let words = at.words;
    let (n, end) = if words.is(i, "q") && words.glued(i + 1) {
        (at.integer(i + 1, 1)?.0, i + 2)
    } else {
        let (n, j) = if words.any(i, set!["last", "final"]) {
            (4, i + 1)
        } else {
            at.ordinal(i)?
        };
        if !words.any(j, set!["quarter", "qtr"]) {
            return None;
        }
        (n, j + 1)
    };
    if !(1..=4).contains(&n) {
        return None;
    }
    whole_quarter(year, first_month(n)?, end, Anchor::Absolute)
}

/// A season of a year that is known: «summer» of «last year's summer».
pub(super) fn in_year(at: At<'_>, i: usize, year: i16) -> Option<When> {
    let DateWord::Season(season) = at.word(i)? else {
        return None;
    };
    let range = season_of(year, season)?;
    Some(
        When::new(i + 1, range, Granularity::Season, Anchor::Absolute)
            .wide(season_wide(year, season)?),
    )
}

/// «H1 2016», «2016-H2».
fn half_year(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let h = |i: usize| -> Option<(i8, usize)> {
        // «1H 2018».
        if words.str(i + 1) == "H" && words.glued(i + 1) {
            let n = at.digits(i, 1).filter(|n| (1..=2).contains(n))?;
            return Some((if n == 1 { 1 } else { 7 }, i + 2));
        }
        let digit = words.is(i, "h") && words.glued(i + 1);
        let n = digit.then(|| at.integer(i + 1, 1))??.0;
        (1..=2)
            .contains(&n)
            .then_some((if n == 1 { 1 } else { 7 }, i + 2))
    };
    let (year, (month, end)) = if let Some(half) = h(i) {
        let link = usize::from(words.is(half.1, "of") || words.kind(half.1) == Kind::Comma);
        let short = words.kind(i) == Kind::Digits && words.glued(half.1);
        let year = at.year(half.1 + link).or_else(|| {
            let two = at.digits(half.1, 2).filter(|_| short)?;
            Some((calendar::full_year(two), half.1 + 1))
        });
        let (year, end) = year?;
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

/// «the summer before last», «the summer after next».
fn another(at: At<'_>, i: usize, season: i8) -> Option<When> {
    let before = at.words.phrase(i + 1, set!["before", "last"]);
    let (end, by) = match before {
        Some(end) => (end, -1_i8),
        None => (at.words.phrase(i + 1, set!["after", "next"])?, 1),
    };
    let now = calendar::shift(at.now, Unit::Year, by.into())?;
    let when = season_near(At { now, ..at }, end, season, by)?;
    let anchor = Anchor::Relative;
    Some(When { anchor, ..when }.with_the())
}

/// «summer 2016», «the summer of 2016», «spring».
pub(super) fn season(at: At<'_>, i: usize) -> Option<When> {
    let DateWord::Season(season) = at.word(i)? else {
        return None;
    };
    if let Some(when) = another(at, i, season).or_else(|| season_of_told_year(at, i, season)) {
        return Some(when);
    }
    is_season_alone(at, i).then(|| {
        let when = season_near(at, i + 1, season, 0)?;
        let anchor = Anchor::Partial;
        Some(When { anchor, ..when }.with_the())
    })?
}

/// «summer 2016», «winter 2016/17», «the spring of this year».
fn season_of_told_year(at: At<'_>, i: usize, season: i8) -> Option<When> {
    let words = at.words;
    let of = words.any(i + 1, set!["of", "in"]) || words.kind(i + 1) == Kind::Comma;
    let read = |year: i16, end: usize, anchor: Anchor| {
        let when = When::new(end, season_of(year, season)?, Granularity::Season, anchor);
        Some(when.wide(season_wide(year, season)?))
    };
    let shifted = |k: usize| match at.word(k) {
        Some(DateWord::Shift(by)) if at.unit(k + 1) == Some(Unit::Year) => {
            Some(at.now.year() + i16::from(by))
        }
        _ => None,
    };
    if let Some(year) = shifted(i + 1) {
        return read(year, i + 3, Anchor::Relative);
    }
    let year = at
        .year(i + 1 + usize::from(of))
        .filter(|&(year, _)| (1000..2200).contains(&year))
        .or_else(|| year_after(at, i + 1, false).filter(|_| at.word(i + 1).is_none()));
    if let Some((year, end)) = year {
        let next = at.digits(end + 1, 2) == Some((year + 1) % 100)
            && matches!(words.kind(end), Kind::Slash | Kind::Dash)
            && words.glued(end)
            && words.glued(end + 1);
        let end = end + 2 * usize::from(next);
        return read(year, end, Anchor::Absolute).map(When::with_the);
    }
    let year = of.then(|| shifted(i + 2))??;
    read(year, i + 4, Anchor::Relative).map(When::with_the)
}

/// Whether a season without a year is one: «fall» and «spring» are verbs, and «Winter Games» a name.
fn is_season_alone(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    let the = at.after_any(i, set!["the"]);
    let led = at.after_any(
        i,
        set![
            "in", "since", "until", "by", "during", "early", "late", "mid", "before", "after",
            "from", "between",
        ],
    ) || words.is(i.wrapping_sub(1), "to")
        && matches!(at.word(i.wrapping_sub(2)), Some(DateWord::Season(_)))
        || the
            && i > 1
            && words.any(
                i - 2,
                set![
                    "in", "since", "until", "by", "during", "of", "over", "through", "before",
                    "after", "for",
                ],
            );
    // «mid-spring», «the end of fall».
    let dash = usize::from(i > 1 && words.kind(i - 1) == Kind::Dash);
    let of = usize::from(at.after_any(i, set!["of"]));
    let part = i > dash + of
        && matches!(at.word(i - 1 - dash - of), Some(DateWord::Portion(_)))
        && (dash == 0 || words.is(i - 2, "mid"));
    let told = led || part;
    let noun = the || part || told && words.kind(i + 1) != Kind::Word;
    let verb = !told && words.any(i, set!["fall", "spring"]) || words.is(i, "fall") && !noun;
    let name = words.capital(i) && words.capital(i + 1);
    let compound = words.any(
        i + 1,
        set![
            "break", "storm", "storms", "olympics", "games", "school", "camp", "season", "sport",
            "sports", "vacation", "weather", "coat",
        ],
    );
    !(verb || name || compound)
}

/// The season that publication is in, or so many before or after it.
pub(super) fn current(at: At<'_>, end: usize, by: i8) -> Option<When> {
    let year = at.now.year();
    let all = (-1..2_i16).flat_map(|more| (0..4_i8).map(move |season| (year + more, season)));
    let now = all.clone().position(|(year, season)| {
        season_of(year, season).and_then(|range| range.to) > Some(at.now)
    })?;
    let (year, season) = all.clone().nth(now.checked_add_signed(by.into())?)?;
    let range = season_of(year, season)?;
    let wide = season_wide(year, season)?;
    Some(When::new(end, range, Granularity::Season, Anchor::Relative).wide(wide))
}

/// A season near publication: the last, this or the next one.
pub(super) fn season_near(at: At<'_>, end: usize, season: i8, by: i8) -> Option<When> {
    let year = at.now.year();
    let mut picked = None;
    for year in [year - 2, year - 1, year, year + 1] {
        let range = season_of(year, season)?;
        let over = range.to? <= at.now;
        let begun = range.from? <= at.now;
        match by {
            -1 if over => picked = Some(year),
            0 if at.direction == Direction::Past && begun => picked = Some(year),
            0 if at.direction != Direction::Past && !over && picked.is_none() => {
                picked = Some(year);
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
