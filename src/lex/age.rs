//! Ages: «aged 53», «53-year-old», «ten months old», «Jo Bloggs, 53, said», «ages 5 to 12».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Age`] in years. An age is exact: somebody is 53 or not.

mod bare;
mod person;

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::digits;
use super::fold::flag;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::unit;
use super::wordset::set;
use crate::value::Hedge;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// Seconds in a year of 365 days.
const YEAR: f64 = 31_536_000.0;

/// Reads an age that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    if words.any(i, set!["aged", "age", "ages"]) {
        return None;
    }
    old(words, i)
        .or_else(|| told(words, i))
        .or_else(|| bare::read(words, i))
}

/// «in her late 20s», which could be a date as well.
pub(crate) fn sure(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    decade(words, i)
}

/// «in his forties», «her mid-30s», «in their late 20s».
fn decade(words: Words<'_>, i: usize) -> Option<Found> {
    let digits = words.kind(i) == Kind::Digits
        && words.width(i) == 2
        && words.str(i).ends_with('0')
        && words.is(i + 1, "s")
        && words.glued(i + 1);
    let from = if digits {
        digits::whole_number(words.str(i))
    } else {
        let named = words.has(i, flag::DATE) || words.is(i, "teens");
        DECADES
            .iter()
            .find(|(word, _)| named && words.reads(i, word))?
            .1
    };
    let part = own(words, i)?;
    let end = i + 1 + usize::from(digits);
    let closed = |lo: f64, hi: f64| Interval::closed(from + lo, from + hi);
    let (typical, possible) = match part {
        "early" => (closed(0.0, 3.0), closed(0.0, 5.0)),
        "mid" => (closed(4.0, 6.0), closed(3.0, 7.0)),
        "late" => (closed(6.0, 9.0), closed(5.0, 9.0)),
        _ => (closed(0.0, 9.0), closed(0.0, 9.0)),
    };
    let measure = Measure {
        stated: closed(0.0, 9.0),
        typical,
        possible,
        hedge: Some(Hedge::Vague),
    };
    Some(Found::new(words, i, end, Value::Age(measure)))
}

/// Whether the decade at `i` is one of somebody's life, and which part of it, nothing where it is the whole: «his», «her late», «his mid to late», «their 20s
/// and».
fn own(words: Words<'_>, i: usize) -> Option<&'static str> {
    own_after(words, i, 2)
}

/// The same, where at most `more` decades stand before it.
fn own_after(words: Words<'_>, i: usize, more: usize) -> Option<&'static str> {
    let named = |k: usize| words.which(k, set!["early", "mid", "late"]);
    let mut before = back(i);
    let dash = words.kind(before) == Kind::Dash;
    before = if dash { back(before) } else { before };
    let mut part = named(before);
    if dash && part.is_none() {
        return None;
    }
    before = if part.is_some() { back(before) } else { before };
    // «his mid to late 20s»: both parts.
    if part.is_some() && words.any(before, set!["to", "or"]) && named(back(before)).is_some() {
        part = None;
        before = back(back(before));
    }
    // «their 20s and 30s», «his late 20s or early 30s».
    if words.any(before, set!["and", "or", "to"]) {
        let digits = words.is(back(before), "s") && words.glued(back(before));
        let earlier = back(before).wrapping_sub(usize::from(digits));
        let decade = words.kind(earlier) == Kind::Digits && digits
            || DECADES.iter().any(|(word, _)| words.reads(earlier, word));
        return (more > 0 && decade && own_after(words, earlier, more - 1).is_some())
            .then_some(part.unwrap_or_default());
    }
    words
        .any(before, set!["his", "her", "their", "my", "your", "our"])
        .then_some(part.unwrap_or_default())
}

/// Whether the word at `k` is a noun for one person: «the juror», «a witness».
pub(super) fn is_one_person(words: Words<'_>, k: usize) -> bool {
    person::is_one(words, k)
}

/// Whether «early», «mid» or «late» at `i` is of somebody's decade, and no part of a date.
pub(super) fn is_part(words: Words<'_>, i: usize) -> bool {
    let part = |k: usize| words.any(k, set!["early", "mid", "late"]);
    if !part(i) {
        return false;
    }
    let dash = usize::from(words.kind(i + 1) == Kind::Dash);
    let next = i + 1 + dash;
    let next = if words.any(next, set!["to", "or"]) && part(next + 1) {
        next + 2
    } else {
        next
    };
    let digits =
        words.kind(next) == Kind::Digits && words.is(next + 1, "s") && words.glued(next + 1);
    (digits || DECADES.iter().any(|(word, _)| words.reads(next, word)))
        && own(words, next).is_some()
}

/// The decades of a life in words.
pub(super) const DECADES: &[(&str, f64)] = &[
    ("teens", 10.0),
    ("twenties", 20.0),
    ("thirties", 30.0),
    ("forties", 40.0),
    ("fifties", 50.0),
    ("sixties", 60.0),
    ("seventies", 70.0),
    ("eighties", 80.0),
    ("nineties", 90.0),
];

/// «53 years old», «53-year-old», «ten-month-old», «53 years of age», «a year-old».
fn old(words: Words<'_>, i: usize) -> Option<Found> {
    let article = words.entry(i).number == Some(NumberWord::Article);
    let amount = amount::read(words, i).or_else(|| {
        let one = Numeral {
            article: true,
            ..Numeral::new(1.0, 1.0, i + 1)
        };
        article.then(|| Amount::one(one))
    })?;
    let dash = |k: usize| usize::from(words.kind(k) == Kind::Dash);
    // «34yo», «34 y/o», «43yoa», as police write.
    let short = if words.any(amount.end, set!["yo", "yoa"]) {
        Some(amount.end + 1)
    } else {
        let slash = words.is(amount.end, "y")
            && words.is(amount.end + 2, "o")
            && words.glued(amount.end + 1)
            && words.glued(amount.end + 2);
        slash.then_some(amount.end + 3)
    };
    if let Some(end) = short.filter(|_| words.kind(i) == Kind::Digits) {
        let measure = amount.measure(1.0, Rounding::Exact);
        return Some(Found::new(words, i, end, Value::Age(measure)));
    }
    let of = usize::from(words.is(amount.end, "of") && words.is(back(amount.end), "couple"));
    let at = amount.end + dash(amount.end) + of;
    let (seconds, _, end) = unit::time_at(words, at)?;
    let last = end + dash(end);
    let end = if words.any(last, set!["old", "olds"]) {
        last + 1
    } else {
        words.phrase(end, set!["of", "age"])?
    };
    let years = seconds / YEAR;
    let measure = amount.measure(years, Rounding::Exact);
    Some(Found::new(words, i, end, Value::Age(measure)))
}

/// «aged 53», «age 53», «at the age of 53», «ages 5 to 12», «turned 80».
fn told(words: Words<'_>, i: usize) -> Option<Found> {
    let before = back(i);
    let lead = if words.any(
        before,
        set!["between", "about", "around", "just", "only", "from"],
    ) {
        back(before)
    } else {
        before
    };
    let of = words.is(before, "of") && words.any(back(before), set!["age", "ages"]);
    let turned = words.any(before, set!["turned", "turning", "turns"])
        && words.kind(i) == Kind::Digits
        && words.kind(i + 1) != Kind::Dash
        && super::count::noun(words, i + 1).is_none();
    let said = of || turned || words.any(lead, set!["aged", "age", "ages"]);
    if !said || words.entry(i).number == Some(NumberWord::Article) {
        return None;
    }
    let amount = amount::read(words, i)?;
    let years = amount.hi.unwrap_or(amount.lo).value <= 125.0;
    let counted = words.has(amount.end, flag::UNIT);
    years.then_some(())?;
    let (factor, end) = match unit::time_at(words, amount.end).filter(|_| counted) {
        Some((seconds, _, end)) if seconds >= 86_400.0 => (seconds / YEAR, end),
        Some(_) => return None,
        None => (1.0, amount.end),
    };
    let measure = amount.measure(factor, Rounding::Exact);
    Some(Found::new(words, i, end, Value::Age(measure)))
}
