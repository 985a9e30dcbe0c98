//! Decades and centuries: «the 1970s», «the seventies», «the 15th century».
//!
//! In: a place in a sentence. Out: the years.

use jiff::civil::Date;

use super::calendar;
use super::calendar::Unit;
use super::place::At;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use super::year;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «1970s», «1970's», «90s», «'90s».
pub(super) fn decade(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if words.kind(i) != Kind::Digits || !words.glued(i + 1) || !words.any(i + 1, set!["s", "'s"]) {
        return None;
    }
    let text = words.str(i);
    let n: i16 = text.parse().ok()?;
    let year = match text.len() {
        4 if (1500..2100).contains(&n) && n % 10 == 0 => n,
        2 if n % 10 == 0 => {
            // «in the 80s», «the mid-80s»; «in his mid-20s» is an age.
            let dash = usize::from(words.kind(i.wrapping_sub(1)) == Kind::Dash);
            let p = i.wrapping_sub(1 + dash);
            let apostrophe = usize::from(words.kind(p) == Kind::Apostrophe);
            let p = p.wrapping_sub(apostrophe);
            let part = words.any(p, set!["early", "late", "mid"]);
            let before = p.wrapping_sub(usize::from(part));
            let owned = words.any(
                before,
                set![
                    "his", "her", "their", "my", "our", "your", "its", "'s", "in",
                ],
            );
            let the = words.is(before, "the") || part && !owned;
            // «in his late 20s to early 30s» is an age all along.
            let aged = part
                && words.any(before, set!["to", "or", "and"])
                && (2..=8).any(|k| words.any(before.wrapping_sub(k), set!["his", "her", "their"]));
            if aged {
                return None;
            }
            // «temperatures in the 90s».
            if p == i.wrapping_sub(1) && counts_degrees(at) {
                return None;
            }
            let short = words.kind(i.wrapping_sub(1)) == Kind::Apostrophe || words.len() <= 3;
            if !the && !short {
                return None;
            }
            if n < 30 { 2000 + n } else { 1900 + n }
        }
        _ => return None,
    };
    // «the 1900s» is the century, or its first decade.
    let from = calendar::year(year)?.from?;
    let range = calendar::between(from, calendar::shift(from, Unit::Decade, 1)?);
    let mut when = When::new(i + 2, range, Granularity::Decade, Anchor::Absolute).with_the();
    if year % 100 == 0 {
        when.possible.to = calendar::shift(from, Unit::Century, 1);
    }
    Some(when)
}

/// Whether the sentence is about the weather.
fn counts_degrees(at: At<'_>) -> bool {
    (0..at.words.len()).any(|i| {
        at.words.any(
            i,
            set![
                "temperature",
                "temperatures",
                "degrees",
                "fahrenheit",
                "highs",
                "lows",
                "thermometer",
                "humidity",
            ],
        )
    })
}

/// «the seventies», «nineteen seventies».
pub(super) fn decade_word(at: At<'_>, i: usize) -> Option<When> {
    if let Some((century, j)) = at.below_hundred(i)
        && let j = j + usize::from(at.words.kind(j) == Kind::Dash)
        && let Some(DateWord::Decade(n)) = at.word(j)
        && (16..=20).contains(&century)
    {
        let from = calendar::year(century * 100 + i16::from(n))?.from?;
        let range = calendar::between(from, calendar::shift(from, Unit::Decade, 1)?);
        return Some(When::new(j + 1, range, Granularity::Decade, Anchor::Absolute).with_the());
    }
    let DateWord::Decade(n) = at.word(i)? else {
        return None;
    };
    let mid = i > 1 && at.words.kind(i - 1) == Kind::Dash;
    let the = at.after_any(
        i - usize::from(mid),
        set!["the", "early", "late", "mid", "nineteen"],
    );
    let before = i > 1
        && at.words.any(i - 2, set!["his", "her", "their", "my", "in"])
        && !at.words.is(i - 1, "the");
    if !the || before {
        return None;
    }
    let year = if n < 30 { 2000 } else { 1900 } + i16::from(n);
    let from = calendar::year(year)?.from?;
    let range = calendar::between(from, calendar::shift(from, Unit::Decade, 1)?);
    Some(When::new(i + 1, range, Granularity::Decade, Anchor::Absolute).with_the())
}

/// «15th century», «the twentieth century».
pub(super) fn century(at: At<'_>, i: usize) -> Option<When> {
    let (n, j) = at.ordinal(i)?;
    let j = j + usize::from(at.words.kind(j) == Kind::Dash);
    if at.unit(j) != Some(Unit::Century) || !(1..=30).contains(&n) || at.words.is(j, "centuries") {
        return None;
    }
    let (before_christ, end) = year::era(at, j + 1).unwrap_or((false, j + 1));
    let year = if before_christ {
        1 - 100 * n
    } else {
        100 * (n - 1)
    };
    let from = Date::new(i16::try_from(year).ok()?, 1, 1).ok()?.into();
    let range = calendar::between(from, calendar::shift(from, Unit::Century, 1)?);
    let mut when = When::new(end, range, Granularity::Decade, Anchor::Absolute);
    // By the book a century ends with its hundredth year.
    when.possible.to =
        calendar::shift(from, Unit::Century, 1).and_then(|to| calendar::shift(to, Unit::Year, 1));
    Some(when)
}
