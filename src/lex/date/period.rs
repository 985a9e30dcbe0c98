//! Periods and their parts: «the week of 4 May», «Q3 2018», «the first week of October», «early March», «the end of the
//! year», «summer 2016», «the 1970s», «Thanksgiving 2013».
//!
//! In: a place in a sentence. Out: the range meant. Parts of a period overlap on purpose in `possible`: «early June» may
//! be up to the middle of it.

use super::absolute;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::counting::behind_end;
use super::decade::century;
use super::decade::decade;
use super::decade::decade_word;
use super::feast::feast;
use super::monthday::day_of;
use super::nested;
use super::nth::count_first;
use super::nth::nth;
use super::place::At;
use super::point::point;
use super::portion::abbreviation;
use super::portion::at_the_end_of_the_day;
use super::portion::portion;
use super::range;
use super::relative;
use super::season::quarter;
use super::season::season;
use super::season::season_near;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// The longest period at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
    if !at.starts(i) {
        return None;
    }
    let readers: &[fn(At<'_>, usize) -> Option<When>] = match at.word(i) {
        Some(DateWord::Portion(_)) => &[portion],
        Some(DateWord::Start) if at.words.is(i, "midweek") => &[midweek],
        Some(DateWord::Season(_)) => &[season],
        Some(DateWord::Decade(_)) => &[decade_word],
        Some(DateWord::Start) => &[abbreviation, quarter, nth, all_of, ides],
        // «second» is a unit and an ordinal.
        Some(DateWord::Unit(_)) if at.words.is(i, "second") => &[quarter, nth, century, day_of],
        Some(DateWord::Unit(_)) => &[quarter, nth, century, nested::beside],
        Some(DateWord::Every) if at.words.is(i, "all") => &[all_of],
        Some(DateWord::Weekend) => &[weekend, nested::beside],
        Some(DateWord::Weekday(_)) => &[nested::beside],
        Some(DateWord::Shift(_)) => &[nth],
        _ => &[
            nth,
            count_first,
            quarter,
            decade,
            decade_word,
            century,
            day_of,
        ],
    };
    let all = readers.iter().filter_map(|read| read(at, i));
    all.chain(feast(at, i))
        .fold(None, |best: Option<When>, when| match best {
            Some(best) if best.end >= when.end => Some(best),
            _ => Some(when),
        })
}

/// A period that a part can be of: «2018», «October», «last year», «the month», «next week», «today», a feast.
pub(super) fn whole(at: At<'_>, i: usize) -> Option<When> {
    let the = at.words.any(i, set!["the", "my", "our", "that"]);
    let i = i + usize::from(the);
    let mut i = i + usize::from(at.words.any(i, set!["around", "about"]));
    if at.words.is(i, "year") && at.year(i + 1).is_some() {
        i += 1;
    }
    if at.words.is(i, "this") && at.words.is(i + 1, "day") {
        return None;
    }
    if at.unit(i) == Some(Unit::Month)
        && at.words.is(i + 1, "of")
        && let Some(month) =
            absolute::read(at, i + 2).filter(|when| when.grain == Granularity::Month)
    {
        return Some(month);
    }
    if let Some(unit) = at.unit(i)
        && unit >= Unit::Day
        && !(at.words.str(i).ends_with('s') || unit == Unit::Fortnight)
    {
        let range = calendar::whole(at.now, unit, 0)?;
        return Some(When::new(i + 1, range, grain(unit), Anchor::Relative));
    }
    let found = [
        decade_word(at, i),
        absolute::read(at, i),
        (!matches!(at.word(i), Some(DateWord::Portion(_))))
            .then(|| relative::read(at, i))
            .flatten(),
        quarter(at, i),
        season(at, i),
        decade(at, i),
        century(at, i),
        feast(at, i),
        year_of(at, i),
        at.deeper().and_then(|at| nth(at, i)),
    ];
    found.into_iter().flatten().max_by_key(|when| when.end)
}

/// «by midweek», «midweek»; «a midweek game» says which.
fn midweek(at: At<'_>, i: usize) -> Option<When> {
    let from = calendar::shift(calendar::floor(at.now, Unit::Week), Unit::Day, 1)?;
    let range = calendar::between(from, calendar::shift(from, Unit::Day, 3)?);
    at.closes(i + 1)
        .then(|| When::new(i + 1, range, Granularity::Week, Anchor::Partial).wide(DateRange::OPEN))
}

/// A bare year after «of» or «in».
fn year_of(at: At<'_>, i: usize) -> Option<When> {
    let (year, end) = at.year(i)?;
    (1000..2200).contains(&year).then_some(())?;
    Some(When::new(
        end,
        calendar::year(year)?,
        Granularity::Year,
        Anchor::Absolute,
    ))
}

/// How fine a period of a unit is told: no finer than the hour.
pub(super) fn grain(unit: Unit) -> Granularity {
    unit.grain().min(Granularity::Hour)
}

/// «the quarter starting 1 July», «the year ending 31 March 2023».
fn from_or_to(at: At<'_>, i: usize, unit: Unit) -> Option<When> {
    let words = at.words;
    // «the quarter to March», «the year to the end of June».
    let up_to = words.is(i + 1, "to")
        && at.after_any(i, set!["the"])
        && (2..=3).any(|k| words.any(i.wrapping_sub(k), set!["in", "for", "during", "over"]))
        && absolute::read(at, behind_end(at, i + 2))
            .is_some_and(|last| (Granularity::Month..=Granularity::Day).contains(&last.grain));
    if up_to && unit > Unit::Week {
        let last = absolute::read(at, behind_end(at, i + 2))?;
        let to = last.stated.to?;
        let range = calendar::between(calendar::shift(to, unit, -1)?, to);
        return Some(When::new(last.end, range, grain(unit), last.anchor).with_the());
    }
    let ends = words.any(i + 1, set!["ending", "ended"]);
    let starts = words.any(i + 1, set!["starting", "beginning", "commencing"]);
    if unit <= Unit::Week || !(ends || starts) {
        return None;
    }
    let on = usize::from(words.any(i + 2, set!["on", "in", "from"]));
    let day = point(at, i + 2 + on)?;
    let (from, to) = if ends {
        let to = day.stated.to?;
        (calendar::shift(to, unit, -1)?, to)
    } else {
        let from = day.stated.from?;
        (from, calendar::shift(from, unit, 1)?)
    };
    let range = calendar::between(from, to);
    Some(When::new(day.end, range, grain(unit), day.anchor).with_the())
}

/// «week of 4 May», «week 27 of last year», «year», «month»: what starts with a unit.
pub(super) fn named(at: At<'_>, i: usize, unit: Unit) -> Option<When> {
    let words = at.words;
    if words.str(i).ends_with('s') || unit < Unit::Day {
        return None;
    }
    if let Some(when) = from_or_to(at, i, unit) {
        return Some(when);
    }
    if unit == Unit::Week
        && let Some(week) = week_of_day(at, i).or_else(|| numbered_week(at, i))
    {
        return Some(week);
    }
    if unit >= Unit::Week
        && let Some(end) = words.phrase(i + 1, set!["to", "date"])
    {
        let range = calendar::between(calendar::floor(at.now, unit), at.now);
        return Some(When::new(end, range, grain(unit), Anchor::Relative));
    }
    if unit == Unit::Month
        && words.is(i + 1, "of")
        && let Some(when) = absolute::read(at, i + 2)
        && when.grain == Granularity::Month
    {
        return Some(when.with_the());
    }
    if unit == Unit::Year
        && let Some((year, end)) = at.year(i + 1)
        && at.after_any(i, set!["the", "in"])
    {
        let range = calendar::year(year)?;
        return Some(When::new(end, range, Granularity::Year, Anchor::Absolute).with_the());
    }
    is_at_hand(at, i, unit).then(|| {
        let range = calendar::whole(at.now, unit, 0)?;
        let when = When::new(i + 1, range, grain(unit), Anchor::Relative);
        Some(when.wide(DateRange::OPEN).with_the())
    })?
}

/// «the week of 4 May», «the week beginning on Monday».
fn week_of_day(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let starts = set!["starting", "beginning", "commencing", "ending"];
    let j = if words.is(i + 1, "of") {
        i + 2
    } else if words.any(i + 1, starts) {
        i + 2 + usize::from(words.is(i + 2, "on"))
    } else {
        return None;
    };
    let day = point(at, j).filter(|day| day.grain == Granularity::Day)?;
    let first = day.stated.from?;
    let week = calendar::whole(first, Unit::Week, 0)?;
    Some(When::new(day.end, week, Granularity::Week, day.anchor).with_the())
}

/// «week 27», «week 27 of last year», «week 1 of October 2014».
fn numbered_week(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let mark = i + 1 + usize::from(words.any(i + 1, set!["number", "no"]));
    let (n, j) = words
        .any(i, set!["week", "wk"])
        .then(|| at.integer(mark, 2))??;
    let told = (1..=53).contains(&n) && !at.after_any(i, set!["a", "per"]) && !is_round(at, i, j);
    if !told {
        return None;
    }
    if words.is(j, "of")
        && let Some(month) = absolute::read(at, j + 1)
        && month.grain == Granularity::Month
    {
        let week = calendar::nth_week(month.stated, n)?;
        return Some(When::new(month.end, week, Granularity::Week, month.anchor));
    }
    let (year, end) = of_year(at, j);
    let week = calendar::nth_week(calendar::year(year)?, n)?;
    let anchor = if end > j {
        Anchor::Absolute
    } else {
        Anchor::Partial
    };
    Some(When::new(end, week, Granularity::Week, anchor))
}

/// «in the week» is the one at hand; «sales in the year», «partner of the month» go on.
fn is_at_hand(at: At<'_>, i: usize, unit: Unit) -> bool {
    let words = at.words;
    let the = at.after_any(i, set!["the"]);
    let led = the
        && i > 1
        && words.any(
            i - 2,
            set!["in", "of", "during", "within", "for", "over", "throughout"],
        );
    let whole = the && words.len() == i + 1 && i == 1 && unit > Unit::Day;
    let last = matches!(
        words.kind(i + 1),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma
    );
    (led || whole) && last && !(i > 3 && at_the_end_of_the_day(at, i - 3))
}

/// «the 12th» of the month at hand.
fn numbered_day(at: At<'_>, i: usize) -> Option<When> {
    let (day, end) = at.ordinal(at.the(i))?;
    let day = i8::try_from(day).ok()?;
    let date = calendar::month_of_day(at.now.date(), day, at.direction)?;
    Some(When::day(end, date, Anchor::Partial))
}

/// «of last year», «of 2017», «this year» after a week or quarter; this year where nothing follows.
pub(super) fn of_year(at: At<'_>, i: usize) -> (i16, usize) {
    let words = at.words;
    let of = words.any(i, set!["of", "in"])
        || matches!(words.kind(i), Kind::Dash | Kind::Comma) && words.glued(i);
    let j = i + usize::from(of);
    let j = at.the(j) + usize::from(of && words.is(at.the(j), "year"));
    // «of fiscal 2018», «FY18», «’18».
    let fiscal = words.any(j, set!["fiscal", "financial", "fy"]);
    let j = j + usize::from(fiscal);
    let j = j + usize::from(fiscal && words.is(j, "year"));
    if let Some((year, end)) = at.year(j)
        && (1900..2200).contains(&year)
    {
        return (year, end);
    }
    let apostrophe = words.kind(j) == Kind::Apostrophe && words.glued(j + 1);
    if (apostrophe || words.is(j.wrapping_sub(1), "fy"))
        && let Some(two) = at.digits(j + usize::from(apostrophe), 2)
    {
        return (calendar::full_year(two), j + 1 + usize::from(apostrophe));
    }
    if let Some(DateWord::Shift(by)) = at.word(j)
        && at.unit(j + 1) == Some(Unit::Year)
    {
        return (at.now.year() + i16::from(by), j + 2);
    }
    (at.now.year(), i)
}

/// «the Ides of March»: the 15th of March, May, July and October, the 13th of the others.
fn ides(at: At<'_>, i: usize) -> Option<When> {
    if !at.words.is(i, "ides") || !at.words.is(i + 1, "of") {
        return None;
    }
    let (month, end) = at.month(i + 2)?;
    let day = if matches!(month, 3 | 5 | 7 | 10) {
        15
    } else {
        13
    };
    let date = calendar::year_of_day(at.now.date(), month, day, at.direction)?;
    Some(When::day(end, date, Anchor::Partial).with_the())
}

/// «all week», «all of next month», «the whole year», «this entire decade».
fn all_of(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let all = words.is(i, "all");
    if !all && !words.any(i, set!["whole", "entire"]) {
        return None;
    }
    let of = usize::from(words.is(i + 1, "of"));
    let j = i + 1 + of;
    // «all day tomorrow», «all day Monday», «all day long», «all night».
    if all && words.is(j, "day") {
        if let Some(day) = absolute::read(at, j + 1).or_else(|| relative::read(at, j + 1))
            && day.grain == Granularity::Day
            && matches!(
                at.word(j + 1),
                Some(DateWord::Weekday(_) | DateWord::Day(_))
            )
        {
            return Some(day);
        }
        if words.is(j + 1, "long") {
            return Some(When::day(j + 2, at.now.date(), Anchor::Relative).wide(DateRange::OPEN));
        }
    }
    // «the whole day yesterday», «the entire month of June».
    if !all
        && at.unit(j) == Some(Unit::Day)
        && let Some(DateWord::Day(_) | DateWord::Weekday(_)) = at.word(j + 1)
        && let Some(day) = absolute::read(at, j + 1).or_else(|| relative::read(at, j + 1))
    {
        return Some(day.with_the());
    }
    if at.unit(j) == Some(Unit::Month)
        && words.is(j + 1, "of")
        && let Some(month) =
            absolute::read(at, j + 2).filter(|when| when.grain == Granularity::Month)
    {
        return Some(month.with_the());
    }
    if let Some(end) = at.weekend(j).filter(|_| of == 0) {
        let weeks = -i64::from(at.direction == Direction::Past);
        let range = calendar::weekend(at.now.date(), weeks)?;
        return Some(
            When::new(end, range, Granularity::Week, Anchor::Relative).wide(DateRange::OPEN),
        );
    }
    // «all summer».
    if let Some(DateWord::Season(season)) = at.word(j)
        && all
        && words.kind(j + 1) != Kind::Word
    {
        return season_near(at, j + 1, season, 0);
    }
    if let Some(unit) = at.unit(j)
        && unit >= Unit::Day
        && (all || at.after_any(i, set!["the", "this"]))
        && of == 0
        && !words.str(j).ends_with('s')
        && words.kind(j + 1) != Kind::Dash
        && !(all && unit == Unit::Day && words.kind(j + 1) == Kind::Word)
    {
        let range = calendar::whole(at.now, unit, 0)?;
        let before = calendar::whole(at.now, unit, -1)?;
        return Some(
            When::new(j + 1, range, grain(unit), Anchor::Relative)
                .wide(calendar::hull(before, range))
                .with_the(),
        );
    }
    let the = at.after_any(i, set!["the"]);
    if !(all || the && (of == 1 || matches!(at.word(j), Some(DateWord::Shift(_))))) {
        return None;
    }
    let period = relative::read(at, at.the(j)).or_else(|| absolute::read(at, at.the(j)))?;
    (period.grain <= Granularity::Day && (of == 1 || period.anchor == Anchor::Relative))
        .then(|| period.with_the())
}

/// «weekend of Thanksgiving 2023», «the weekend», «weekend after next».
fn weekend(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if let Some(end) = words.phrase(i + 1, set!["before", "last"]) {
        let range = calendar::weekend(at.now.date(), -2)?;
        return Some(When::new(end, range, Granularity::Week, Anchor::Relative).with_the());
    }
    // «the weekend of 5-6 May».
    if words.is(i + 1, "of")
        && let Some(days) = range::days(at, i + 2)
    {
        let weekend = Granularity::Week;
        return Some(When {
            grain: weekend,
            ..days
        });
    }
    if words.is(i + 1, "of")
        && let Some(day) = whole(at, i + 2).or_else(|| numbered_day(at, i + 2))
        && let Some(first) = day.first()
    {
        let weekend = calendar::weekend(first, 0)?;
        let range = calendar::hull(calendar::day(first), weekend);
        return Some(When::new(day.end, range, Granularity::Week, day.anchor));
    }
    if let Some(end) = words
        .phrase(i + 1, set!["after", "next"])
        .or_else(|| words.phrase(i + 1, set!["after", "the", "next"]))
    {
        let range = calendar::weekend(at.now.date(), 2)?;
        return Some(When::new(end, range, Granularity::Week, Anchor::Relative).with_the());
    }
    if !at.after_any(i, set!["the"]) && !at.is_all(i, i + 1) {
        return None;
    }
    let told = words.len() == i + 1 && i <= 1
        || i > 1
            && words.any(
                i - 2,
                set![
                    "over",
                    "during",
                    "on",
                    "at",
                    "of",
                    "for",
                    "until",
                    "by",
                    "since",
                    "before",
                    "after",
                    "through",
                    "throughout",
                    "thru",
                    "till",
                    "to",
                    "and",
                ],
            );
    let range = match at.direction {
        Direction::Past if at.now.date() < calendar::weekend(at.now.date(), 0)?.from?.date() => {
            calendar::weekend(at.now.date(), -1)?
        }
        _ => calendar::weekend(at.now.date(), 0)?,
    };
    let friday = calendar::shift(range.from?, Unit::Hour, -8)?;
    told.then(|| {
        When::new(i + 1, range, Granularity::Week, Anchor::Partial).wide(DateRange {
            from: Some(friday),
            to: range.to,
        })
    })
}

/// «in Week 16» with a capital: a round of a league, and no week of a year.
fn is_round(at: At<'_>, i: usize, end: usize) -> bool {
    let words = at.words;
    i > 0
        && words.capital(i)
        && !words.capital(i - 1)
        && words.kind(i - 1) == Kind::Word
        && !words.is(end, "of")
        && at.year(end).is_none()
}
