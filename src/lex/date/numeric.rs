//! Dates in digits: «2023-06-19», «10/31/1974», «21.4.2016», «4/25», «2014-10», «31/Oct/1974».
//!
//! In: a place in a sentence. Out: the day or month. Where day and month could be either way round the American order
//! is stated and both are possible; a day without a year needs words around that allow it, for «3/4», «24/7» and «9/11»
//! are something else.

use jiff::civil::Date;

use super::calendar;
use super::clock;
use super::place::At;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// A separator of numeric dates at `i`: the index after it and its kind. Blanks around it are allowed where `loose`.
pub(super) fn separator(at: At<'_>, i: usize, loose: bool) -> Option<(Kind, usize)> {
    let kind = at.words.kind(i);
    let fits = matches!(kind, Kind::Slash | Kind::Dash | Kind::Stop);
    let glued = at.words.glued(i) && at.words.glued(i + 1);
    let one_side = at.words.glued(i) || at.words.glued(i + 1) || kind == Kind::Dash;
    let spaced = one_side || kind == Kind::Slash;
    (fits && (glued || loose && spaced && kind != Kind::Stop)).then_some((kind, i + 1))
}

/// A number of one or two digits.
fn short(at: At<'_>, i: usize) -> Option<(i8, usize)> {
    let text = at.words.str(i);
    if at.words.kind(i) != Kind::Digits || text.len() > 2 {
        return None;
    }
    Some((text.parse().ok()?, i + 1))
}

/// Month and day of «5/1»: American where it can be, else the other way round; and the index after it.
pub(super) fn month_and_day(at: At<'_>, i: usize) -> Option<((i8, i8), usize)> {
    let (first, j) = short(at, i)?;
    let (mark, k) = separator(at, j, false)?;
    let (second, end) = short(at, k)?;
    if mark != Kind::Slash || i > 0 && at.words.glued(i) && at.words.kind(i - 1) == Kind::Slash {
        return None;
    }
    let fits = |month: i8, day: i8| (1..=12).contains(&month) && (1..=31).contains(&day);
    if fits(first, second) {
        Some(((first, second), end))
    } else {
        fits(second, first).then_some(((second, first), end))
    }
}

/// Whether a number goes on at `i`: «1/2/3» is no date if «/4» follows.
pub(super) fn goes_on(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    let mark = matches!(
        words.kind(i),
        Kind::Slash | Kind::Dash | Kind::Stop | Kind::Colon
    ) && words.glued(i)
        && words.glued(i + 1)
        && words.kind(i + 1) == Kind::Digits;
    let dash = words.kind(i) == Kind::Dash;
    mark && !dash || words.kind(i) == Kind::Percent
}

/// Whether the date from `i` to `end` is a piece of a longer chain of digits and hyphens: a telephone number, an id.
pub(super) fn in_chain(at: At<'_>, i: usize, end: usize) -> bool {
    let words = at.words;
    let joined = |k: usize| {
        words.kind(k) == Kind::Dash
            && words.glued(k)
            && words.glued(k + 1)
            && words.kind(k + 1) == Kind::Digits
            && k > 0
            && words.kind(k - 1) == Kind::Digits
    };
    if words.kind(i) != Kind::Digits {
        return false;
    }
    // «10/1-11/2», «9.30-4.30» and «Dec-31-1999» are none.
    let before = i > 1
        && joined(i - 1)
        && !(i > 2
            && words.glued(i - 2)
            && matches!(
                words.kind(i - 3),
                Kind::Slash | Kind::Stop | Kind::Colon | Kind::Word
            ));
    let last = (i + 1..end).all(|k| matches!(words.kind(k), Kind::Digits | Kind::Dash));
    before || last && joined(end) && end > i + 1
}

/// «2023-06-19», «2015/08/12», «2015.5.13», «2020/Sep/23», «2020/23/Sep», «20170302».
pub(super) fn year_first(at: At<'_>, i: usize) -> Option<When> {
    if let Some(date) = compact(at, i) {
        return Some(When::day(i + 1, date, Anchor::Absolute));
    }
    let year = at.digits(i, 4)?;
    // «blog.example/2024/07/17».
    let address = i > 0 && at.words.glued(i) && at.words.kind(i - 1) == Kind::Slash;
    if address && !(i > 2 && at.words.kind(i - 3) == Kind::Dash) {
        return None;
    }
    let (mark, j) = separator(at, i + 1, false)?;
    let (month, day, end) = if let Some((month, next)) = at.month(j) {
        let (_, k) = separator(at, next, false).filter(|&(kind, _)| kind == mark)?;
        let (day, end) = short(at, k)?;
        (month, day, end)
    } else {
        let (first, next) = short(at, j)?;
        let (_, k) = separator(at, next, false).filter(|&(kind, _)| kind == mark)?;
        if let Some((month, end)) = at.month(k) {
            (month, first, end)
        } else {
            let (second, end) = short(at, k)?;
            if first > 12 {
                (second, first, end)
            } else {
                (first, second, end)
            }
        }
    };
    if mark != Kind::Dash && goes_on(at, end) {
        return None;
    }
    let date = Date::new(year, month, day).ok()?;
    Some(When::day(end, date, Anchor::Absolute))
}

/// «20170302» in a file name or an address.
fn compact(at: At<'_>, i: usize) -> Option<Date> {
    let text = at.words.str(i);
    if text.len() != 8 || !matches!(&text[..2], "19" | "20") {
        return None;
    }
    let inside = at.words.glued(i) && i > 0 && at.words.kind(i - 1) == Kind::Dash;
    let led = at.after_any(
        i,
        set!["on", "since", "dated", "until", "before", "after", "by"],
    ) && at.closes(i + 1);
    if !inside && !led && !at.rule && !at.is_all(i, i + 1) {
        return None;
    }
    Date::new(
        text[..4].parse().ok()?,
        text[4..6].parse().ok()?,
        text[6..].parse().ok()?,
    )
    .ok()
}

/// «10/31/1974», «21-04-2016», «3-7-07», «31/Oct/1974», «23-2020-September», «4/25».
pub(super) fn digits(at: At<'_>, i: usize) -> Option<When> {
    let (first, j) = short(at, i)?;
    if at.words.glued(i)
        && i > 0
        && matches!(
            at.words.kind(i - 1),
            Kind::Word | Kind::Slash | Kind::Currency | Kind::Stop | Kind::Colon
        )
    {
        return None;
    }
    let (mark, j) = separator(at, j, false)?;
    if let Some((month, k)) = at.month(j) {
        let (_, k) = separator(at, k, false).filter(|&(kind, _)| kind == mark)?;
        let (year, end) = any_year(at, k)?;
        return Some(When::day(
            end,
            Date::new(year, month, first).ok()?,
            Anchor::Absolute,
        ));
    }
    if let Some(year) = at.digits(j, 4) {
        let (_, k) = separator(at, j + 1, false)?;
        let (month, end) = at.month(k)?;
        return Some(When::day(
            end,
            Date::new(year, month, first).ok()?,
            Anchor::Absolute,
        ));
    }
    let (second, k) = short(at, j)?;
    let third = separator(at, k, false).filter(|&(kind, _)| kind == mark);
    if let Some((_, k)) = third
        && let Some((year, end)) = any_year(at, k)
    {
        // «4.23.16» is a date after «on» or alone, else a version.
        let told = at.after_any(
            i,
            set!["on", "by", "since", "until", "before", "after", "dated"],
        ) || at.is_all(i, end);
        if goes_on(at, end) || at.words.width(k) == 2 && mark == Kind::Stop && !told {
            return None;
        }
        let american = Date::new(year, first, second).ok();
        let european = Date::new(year, second, first).ok();
        return either(end, american, european, Anchor::Absolute);
    }
    if third.is_some() || mark == Kind::Stop || goes_on(at, k) {
        return None;
    }
    without_year(at, i, k, mark, first, second)
}

/// «4/25», «22/04»: only where the words around allow it, for «3/4», «24/7» and «9/11» are something else.
fn without_year(
    at: At<'_>,
    i: usize,
    end: usize,
    mark: Kind,
    first: i8,
    second: i8,
) -> Option<When> {
    let words = at.words;
    let told = at.after_any(
        i,
        set![
            "on", "by", "until", "till", "before", "after", "since", "from", "between", "for",
            "than", "starting",
        ],
    ) || words.is(i.wrapping_sub(1), "to") && words.is(i.wrapping_sub(2), "prior")
        || i > 0 && matches!(at.word(i - 1), Some(DateWord::Weekday(_)))
        || i > 1 && matches!(at.word(i - 2), Some(DateWord::Weekday(_)));
    // «the score was 12/3», «odds of 7/2».
    let label = (i.saturating_sub(4)..i).any(|k| {
        words.any(
            k,
            set![
                "score", "odds", "ratio", "vote", "rating", "pressure", "fraction", "grade"
            ],
        )
    });
    if label {
        return None;
    }
    let alone = words.len() == end && i == 0;
    if mark == Kind::Dash && !alone || at.after_any(i, set!["at"]) {
        return None;
    }
    let fraction = first < second && second <= 12;
    let famous = (first, second) == (24, 7) || (first, second) == (9, 11);
    let ranges = words.kind(end) == Kind::Dash;
    let timed = mark == Kind::Slash
        && words.is(end, "at")
        && clock::clock(at, end + 1, false).is_some_and(|clock| clock.sure);
    if (fraction || famous) && !(told || timed) {
        return None;
    }
    if !told
        && !alone
        && words.kind(end) == Kind::Word
        && !ranges
        && !words.any(end, set!["at", "to", "between", "from"])
    {
        return None;
    }
    let day = |month, day| calendar::year_of_day(at.now.date(), month, day, at.direction);
    let american = if first <= 12 {
        day(first, second)
    } else {
        None
    };
    let european = if second <= 12 {
        day(second, first)
    } else {
        None
    };
    either(end, american, european, Anchor::Partial)
}

fn either(
    end: usize,
    american: Option<Date>,
    european: Option<Date>,
    anchor: Anchor,
) -> Option<When> {
    let stated = american.or(european)?;
    let mut when = When::day(end, stated, anchor);
    if let Some(other) = european {
        when.possible = calendar::hull(when.possible, calendar::day(other));
    }
    Some(when)
}

/// A year of four digits, or of two.
pub(super) fn any_year(at: At<'_>, i: usize) -> Option<(i16, usize)> {
    if let Some(year) = at.digits(i, 4) {
        return (year >= 1000).then_some((year, i + 1));
    }
    Some((calendar::full_year(at.digits(i, 2)?), i + 1))
}

/// «2014-10», «2016- 11», «2015.3», «10/2013», «11 - 2016», «2016 November».
pub(super) fn year_month(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if i > 0
        && words.glued(i)
        && matches!(
            words.kind(i - 1),
            Kind::Dash | Kind::Slash | Kind::Stop | Kind::Currency
        )
    {
        return None;
    }
    let (year, month, end) = if let Some(year) = at.digits(i, 4) {
        let dash = usize::from(
            matches!(words.kind(i + 1), Kind::Dash | Kind::Slash)
                && words.glued(i + 1)
                && words.glued(i + 2),
        );
        if let Some((month, end)) = at.month(i + 1 + dash) {
            if dash == 0
                && let Some((day, last)) = at.day_number(end)
            {
                return Some(When::day(
                    last,
                    Date::new(year, month, day).ok()?,
                    Anchor::Absolute,
                ));
            }
            (year, month, end)
        } else {
            let (mark, j) = separator(at, i + 1, true)?;
            let (month, end) = short(at, j)?;
            if mark == Kind::Stop && words.width(j) > 1
                || mark == Kind::Dash
                    && words.width(j) < 2
                    && !matches!(words.kind(end), Kind::None | Kind::Stop)
            {
                return None;
            }
            (year, month, end)
        }
    } else {
        let (month, j) = short(at, i)?;
        let (mark, k) = separator(at, j, true)?;
        let year = at.digits(k, 4)?;
        if mark == Kind::Stop {
            return None;
        }
        (year, month, k + 1)
    };
    if goes_on(at, end)
        || words.kind(end) == Kind::Dash && words.glued(end)
        || !(1500..2200).contains(&year)
    {
        return None;
    }
    let range = calendar::month(year, month)?;
    Some(When::new(end, range, Granularity::Month, Anchor::Absolute))
}

/// «7.6» after a weekday.
pub(super) fn stop_date(at: At<'_>, i: usize) -> Option<When> {
    let (first, j) = short(at, i)?;
    let (mark, k) = separator(at, j, false)?;
    let (second, end) = short(at, k)?;
    if mark != Kind::Stop || at.words.any(end, set!["am", "pm", "a", "p"]) {
        return None;
    }
    let day = |month, day| calendar::year_of_day(at.now.date(), month, day, at.direction);
    either(end, day(first, second), day(second, first), Anchor::Partial)
}
