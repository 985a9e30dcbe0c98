//! Values as a person wants to see them printed, without sentences or stance.
//!
//! In: a text. Out: its numerals or ordinals; the unit that an amount or an age was stated in.

use super::Context;
use super::Found;
use super::found;
use super::money;
use super::money::Form;
use super::scan;
use super::token::Kind;
use super::token::Stretch;
use super::token::Words;
use super::unit;
use super::wordset::set;
use crate::span::Span;
use crate::value::Interval;
use crate::value::MONTHS;
use crate::value::Measure;
use crate::value::Unit;
use crate::value::Value;

fn with_words<T>(text: &str, work: impl FnOnce(Words<'_>) -> T) -> T {
    let mut tokens = Vec::new();
    scan::tokens(text, 0..text.len(), &mut tokens);
    work(Stretch::new(text, &tokens).words())
}

/// Every numeral of a text, also inside other values, each by itself.
pub fn numerals(text: &str) -> Vec<(Span, Value)> {
    with_words(text, |words| {
        let mut out = Vec::new();
        found::numerals(words, &mut out);
        bare(out)
    })
}

/// Every ordinal of a text, also inside other values.
pub fn ordinals(text: &str) -> Vec<(Span, Value)> {
    with_words(text, |words| {
        let mut out = Vec::new();
        found::ordinals(words, &Context::default(), &mut out);
        bare(out)
    })
}

fn bare(found: Vec<Found>) -> Vec<(Span, Value)> {
    let pair = |found: Found| (found.core, found.value);
    found.into_iter().map(pair).collect()
}

/// If an amount was stated in a smaller coin alone («50 cents»), how many make one unit, and the coin's name.
pub fn minor_unit(amount: &str) -> Option<(f64, &'static str)> {
    with_words(amount, |words| {
        if (0..words.len()).any(|i| words.kind(i) == Kind::Currency && words.str(i) != "¢") {
            return None;
        }
        let last = words.len().checked_sub(1)?;
        match words.str(last) {
            "¢" | "c" => return Some((100.0, "cents")),
            "p" => return Some((100.0, "pence")),
            _ => {}
        }
        let coin = words
            .entry(last)
            .money
            .filter(|word| word.form == Form::Minor)?;
        // «3 dollars 50 cents», but «50 euro cents».
        let named = |k: usize| {
            let word = words.entry(k).money;
            word.is_some_and(|word| matches!(word.form, Form::Name | Form::Code)) && k + 1 != last
        };
        (!(0..last).any(named)).then_some((f64::from(coin.minor), coin.text))
    })
}

/// The last unit that a quantity was stated in: the inch of «5 feet 2 inches».
pub fn last_unit(quantity: &str) -> Option<Unit> {
    with_words(quantity, |words| {
        let marked = matches!(
            words.kind(words.len().checked_sub(1)?),
            Kind::Quote | Kind::QuoteClose
        );
        let (last, _) = (1..words.len())
            .rev()
            .find_map(|i| unit::quantity_at(words, i).filter(|&(_, end)| end == words.len()))
            .or_else(|| marked.then_some((unit::INCH, 0)))?;
        Some(last)
    })
}

/// What a unit's name says without a number: a value of its kind, open at both ends.
pub fn unit_named(name: &str) -> Option<Value> {
    let open = Interval {
        lo: f64::NEG_INFINITY,
        hi: f64::INFINITY,
        lo_open: true,
        hi_open: true,
    };
    let measure = Measure {
        stated: open,
        typical: open,
        possible: open,
        hedge: None,
    };
    with_words(name, |words| {
        let all = |end: usize| end == words.len();
        if let Some((unit, _)) = unit::quantity_at(words, 0).filter(|&(_, end)| all(end)) {
            return Some(Value::Quantity { measure, unit });
        }
        if words.any(0, set!["percent", "percentage", "percentages"]) && all(1) {
            let points = false;
            return Some(Value::Percent { measure, points });
        }
        let (currency, end) = money::named(words, 0)?;
        all(end).then_some(Value::Money { measure, currency })
    })
}

/// The unit an age was stated in: how many make a year of 365 days, and its name.
pub fn age_unit(age: &str) -> (f64, &'static str) {
    with_words(age, |words| {
        // «20s» are years.
        let decade =
            |i: usize| words.is(i, "s") && words.kind(super::token::back(i)) == Kind::Digits;
        let unit = (0..words.len()).filter(|&i| !decade(i)).find_map(|i| {
            let (seconds, ..) = unit::time_at(words, i)?;
            Some((365.0 * 86_400.0 / seconds, words.entry(i).text))
        });
        unit.unwrap_or((1.0, "years"))
    })
}

/// Words that make numbers big, or bend them.
const OTHER_WORDS: &[&str] = &[
    "dozen",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "percent",
    "about",
    "nearly",
    "almost",
    "more than",
    "less than",
    "at least",
    "at most",
];

/// The words that values are made of, whole and in small letters: for whoever looks for the one that was meant.
pub fn value_words() -> impl Iterator<Item = &'static str> + Clone {
    let units = unit::words();
    let units = units.filter(|word| word.form == unit::Form::Name);
    let money = super::currency::WORDS.iter().copied().flatten();
    let money = money.filter(|word| word.form == Form::Name);
    units
        .map(|word| word.text)
        .chain(money.map(|word| word.text))
        .chain(MONTHS)
        .chain(OTHER_WORDS.iter().copied())
}
