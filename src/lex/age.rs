//! Ages: «aged 53», «53-year-old», «ten months old», «Jo Bloggs, 53, said», «ages 5 to 12».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Age`] in years. An age is exact: somebody is 53 or not.

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::unit;
use crate::value::Value;

/// Seconds in a year of 365 days.
const YEAR: f64 = 31_536_000.0;

/// Reads an age that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    if words.any(i, &["aged", "age", "ages"]) {
        return None;
    }
    old(words, i)
        .or_else(|| told(words, i))
        .or_else(|| apposed(words, i))
}

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
    let at = amount.end + dash(amount.end);
    let (seconds, _, end) = unit::time_at(words, at)?;
    let last = end + dash(end);
    let end = if words.any(last, &["old", "olds"]) {
        last + 1
    } else {
        words.phrase(end, &["of", "age"])?
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
        &["between", "about", "around", "just", "only", "from"],
    ) {
        back(before)
    } else {
        before
    };
    let of = words.is(before, "of") && words.any(back(before), &["age", "ages"]);
    let said = of || words.any(lead, &["aged", "age", "ages"]);
    if !said || words.entry(i).number == Some(NumberWord::Article) {
        return None;
    }
    let amount = amount::read(words, i)?;
    let years = amount.hi.unwrap_or(amount.lo).value <= 125.0;
    let counted = words.has(amount.end, super::fold::flag::UNIT);
    years.then_some(())?;
    let (factor, end) = match unit::time_at(words, amount.end).filter(|_| counted) {
        Some((seconds, _, end)) if seconds >= 86_400.0 => (seconds / YEAR, end),
        Some(_) => return None,
        None => (1.0, amount.end),
    };
    let measure = amount.measure(factor, Rounding::Exact);
    Some(Found::new(words, i, end, Value::Age(measure)))
}

/// «Jo Bloggs, 53, said», «Bloggs (53)»: a number between commas after a name.
fn apposed(words: Words<'_>, i: usize) -> Option<Found> {
    if words.kind(i) != Kind::Digits || words.str(i).len() > 3 {
        return None;
    }
    let before = back(i);
    let value: f64 = words.str(i).parse().ok()?;
    let closes =
        words.kind(before) == Kind::Open && words.kind(i + 1) == Kind::Close && words.glued(i);
    let commas = words.kind(before) == Kind::Comma
        && words.at(i).gap == Gap::Space
        && matches!(
            words.kind(i + 1),
            Kind::Comma | Kind::Stop | Kind::End | Kind::Semicolon | Kind::None
        )
        || words.kind(before) == Kind::Comma
            && words.any(i + 1, &["of", "and", "was", "who", "from"])
            && words.glued(before);
    let mut name = back(before);
    // «John Smith Jr., 53,».
    if words.kind(name) == Kind::Stop && words.any(back(name), &["jr", "sr"]) {
        name = back(name);
    }
    // A date has a month before its comma: «June 19, 53,» is none, «in Dallas, 12, …» is rare.
    let named = words.capital(name)
        && words.entry(name).date.is_none()
        && (words.capital(back(name))
            || words.kind(back(name)) == Kind::Stop
            || words.kind(back(name)) == Kind::Dash
            || words.any(name, &["jr", "sr"]))
        && words.entry(back(name)).date.is_none();
    // «of Bloggs, 25, smiling»: one name will do where the sentence goes on in small letters.
    let alone = words.capital(name)
        && words.entry(name).date.is_none()
        && words.kind(before) == Kind::Comma
        && words.kind(i + 1) == Kind::Comma
        && words.str(i + 2).starts_with(char::is_lowercase)
        && back(name) < words.len();
    let named = named || alone;
    let plausible = (1.0..=115.0).contains(&value);
    let place = matches!(words.kind(i + 2), Kind::Digits);
    ((closes || commas) && named && plausible && !place).then(|| {
        let amount = Amount::one(Numeral::new(value, 1.0, i + 1));
        Found::new(
            words,
            i,
            i + 1,
            Value::Age(amount.measure(1.0, Rounding::Exact)),
        )
    })
}
