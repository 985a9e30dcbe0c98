//! Cardinals and ordinals, in digits and in words.
//!
//! In: the tokens of a sentence and an index. Out: a [`Numeral`]: the number, its last stated place, the tokens it
//! takes. Whether it is a count, an age or a part of a name is for others.

use super::Context;
use super::Found;
use super::token::Kind;
use super::token::Words;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// What a word can be in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberWord {
    /// 0 to 9.
    One(u8),
    /// 10 to 19.
    Teen(u8),
    /// 20, 30 … 90.
    Tens(u8),
    /// 21 … 99 in one word: «twentyone».
    Fused(u8),
    /// 100.
    Hundred,
    /// Thousand and up.
    Scale(f64),
    /// «dozen» 12, «score» 20, «couple» 2.
    Group(u8),
    /// «a», «an».
    Article,
    /// The same as an ordinal: «third», «hundredth», «millionth».
    Ordinal(f64),
}

/// A number read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// The number.
    pub(crate) value: f64,
    /// Value of the last stated place: 0.1 for «7.8», 100 for «2,300», 100,000 for «1.2 million».
    pub(crate) place: f64,
    /// Significant figures.
    pub(crate) figures: u8,
    /// Index after its last token.
    pub(crate) end: usize,
}

use NumberWord::{Article, Group, Hundred, One, Ordinal, Scale, Teen, Tens};

/// The words of numbers.
pub(super) const WORDS: &[(&str, NumberWord)] = &[
    ("zero", One(0)),
    ("nought", One(0)),
    ("one", One(1)),
    ("two", One(2)),
    ("three", One(3)),
    ("four", One(4)),
    ("five", One(5)),
    ("six", One(6)),
    ("seven", One(7)),
    ("eight", One(8)),
    ("nine", One(9)),
    ("ten", Teen(10)),
    ("eleven", Teen(11)),
    ("twelve", Teen(12)),
    ("thirteen", Teen(13)),
    ("fourteen", Teen(14)),
    ("fifteen", Teen(15)),
    ("sixteen", Teen(16)),
    ("seventeen", Teen(17)),
    ("eighteen", Teen(18)),
    ("nineteen", Teen(19)),
    ("twenty", Tens(20)),
    ("thirty", Tens(30)),
    ("forty", Tens(40)),
    ("fifty", Tens(50)),
    ("sixty", Tens(60)),
    ("seventy", Tens(70)),
    ("eighty", Tens(80)),
    ("ninety", Tens(90)),
    ("hundred", Hundred),
    ("thousand", Scale(1e3)),
    ("million", Scale(1e6)),
    ("billion", Scale(1e9)),
    ("trillion", Scale(1e12)),
    ("dozen", Group(12)),
    ("couple", Group(2)),
    ("a", Article),
    ("an", Article),
    ("first", Ordinal(1.0)),
    ("second", Ordinal(2.0)),
    ("third", Ordinal(3.0)),
];

/// Reads a cardinal that starts at token `i`: «41», «2,300», «1.5 million», «twenty-one», «a dozen».
pub(crate) fn cardinal(words: Words<'_>, i: usize) -> Option<Numeral> {
    if words.kind(i) == Kind::Digits {
        let value = words.str(i).parse().ok()?;
        return Some(Numeral {
            value,
            place: 1.0,
            figures: 1,
            end: i + 1,
        });
    }
    match words.entry(i).number? {
        One(n) | Teen(n) | Tens(n) => Some(Numeral {
            value: f64::from(n),
            place: 1.0,
            figures: 1,
            end: i + 1,
        }),
        _ => None,
    }
}

/// Reads an ordinal that starts at token `i`: «first», «21st», «twenty-fifth».
pub(crate) fn ordinal(words: Words<'_>, i: usize) -> Option<Numeral> {
    match words.entry(i).number? {
        Ordinal(value) => Some(Numeral {
            value,
            place: 1.0,
            figures: 1,
            end: i + 1,
        }),
        _ => None,
    }
}

/// A measure that says just this number.
pub(crate) fn exactly(value: f64) -> Measure {
    let point = Interval::exactly(value);
    Measure {
        stated: point,
        typical: point,
        possible: point,
        hedge: None,
    }
}

/// The reader of bare numbers.
pub(crate) fn reader(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    let numeral = cardinal(words, i)?;
    Some(Found::new(
        words,
        i,
        numeral.end,
        Value::Number(exactly(numeral.value)),
    ))
}
