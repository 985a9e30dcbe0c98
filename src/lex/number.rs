//! Numbers: what a word can be in one, and what reading one gives.
//!
//! In: the tokens of a sentence and an index. Out: a `Numeral`. Digits are composed in `digits`, words
//! in `cardinal`, parts in `fraction`. Whether a number is a count, an age or a
//! part of a name is for others.

use super::cardinal;
use super::digits;
use super::fold::flag;
use super::fraction;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use crate::value::Interval;
use crate::value::Measure;

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
    /// Thousand and up, and their abbreviations.
    Scale(f64),
    /// «dozen» 12, «couple» 2.
    Group(u8),
    /// «dozens», «scores», «hundreds»: at least two of them.
    Plural(f64),
    /// «several», «few»: no number of its own.
    Vague,
    /// «a», «an».
    Article,
    /// «no»: none of them.
    No,
    /// «nobody», «none»: nobody was.
    Nobody,
    /// «single»: one of them, where nothing else is told.
    Single,
    /// «minus», «negative».
    Minus,
    /// Tells nothing alone, but a value may start with it: «between», «from», «all».
    Lead,
    /// An ordinal: «third», «hundredth», «millionth».
    Ordinal(f64),
}

/// A number read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// The number.
    pub(crate) value: f64,
    /// Value of the last stated place: 0.1 for «7.8», 100 for «2,300», 100,000 for «1.2 million».
    pub(crate) place: f64,
    /// Index after its last token.
    pub(crate) end: usize,
    /// Whether it is only «a» or «an».
    pub(crate) article: bool,
}

impl Numeral {
    /// A number whose last stated place is told.
    pub(crate) fn new(value: f64, place: f64, end: usize) -> Self {
        Self {
            value,
            place,
            end,
            article: false,
        }
    }

    /// A whole number: its trailing zeros are not stated.
    pub(crate) fn whole(value: f64, end: usize) -> Self {
        Self::new(value, whole_place(value), end)
    }

    /// Significant figures.
    pub(crate) fn figures(self) -> u32 {
        let mut rest = (self.value / self.place).abs().round();
        let mut figures = 0;
        while rest >= 1.0 && figures < 17 {
            rest = (rest / 10.0).floor();
            figures += 1;
        }
        figures.max(1)
    }
}

/// The largest power of ten that divides a whole number.
fn whole_place(value: f64) -> f64 {
    if value == 0.0 {
        return 1.0;
    }
    let mut place = 1.0;
    while place < 1e15 && (value / (place * 10.0)).fract() == 0.0 {
        place *= 10.0;
    }
    place
}

use NumberWord::{
    Article, Fused, Group, Hundred, Lead, Minus, No, Nobody, One, Ordinal, Plural, Scale, Single,
    Teen, Tens, Vague,
};

/// Tens and ones written as one word, as cardinals and as ordinals.
macro_rules! fused {
    ($($ten:literal $value:literal),*) => { &[$(
        (concat!($ten, "one"), Fused($value + 1)),
        (concat!($ten, "two"), Fused($value + 2)),
        (concat!($ten, "three"), Fused($value + 3)),
        (concat!($ten, "four"), Fused($value + 4)),
        (concat!($ten, "five"), Fused($value + 5)),
        (concat!($ten, "six"), Fused($value + 6)),
        (concat!($ten, "seven"), Fused($value + 7)),
        (concat!($ten, "eight"), Fused($value + 8)),
        (concat!($ten, "nine"), Fused($value + 9)),
        (concat!($ten, "first"), Ordinal($value as f64 + 1.0)),
        (concat!($ten, "second"), Ordinal($value as f64 + 2.0)),
        (concat!($ten, "third"), Ordinal($value as f64 + 3.0)),
        (concat!($ten, "fourth"), Ordinal($value as f64 + 4.0)),
        (concat!($ten, "fifth"), Ordinal($value as f64 + 5.0)),
        (concat!($ten, "sixth"), Ordinal($value as f64 + 6.0)),
        (concat!($ten, "seventh"), Ordinal($value as f64 + 7.0)),
        (concat!($ten, "eighth"), Ordinal($value as f64 + 8.0)),
        (concat!($ten, "ninth"), Ordinal($value as f64 + 9.0)),
    )*] };
}

/// Numbers in one word.
pub(super) const FUSED_WORDS: &[(&str, NumberWord)] = fused!(
    "twenty" 20, "thirty" 30, "forty" 40, "fifty" 50, "sixty" 60, "seventy" 70, "eighty" 80, "ninety" 90
);

/// The words of numbers.
pub(super) const WORDS: &[(&str, NumberWord)] = &[
    ("zero", One(0)),
    ("nought", One(0)),
    ("naught", One(0)),
    ("nil", One(0)),
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
    ("fourty", Tens(40)),
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
    ("quadrillion", Scale(1e15)),
    ("k", Scale(1e3)),
    ("grand", Scale(1e3)),
    ("mn", Scale(1e6)),
    ("mln", Scale(1e6)),
    ("mio", Scale(1e6)),
    ("bn", Scale(1e9)),
    ("bln", Scale(1e9)),
    ("tn", Scale(1e12)),
    ("tln", Scale(1e12)),
    ("trn", Scale(1e12)),
    ("lakh", Scale(1e5)),
    ("lakhs", Scale(1e5)),
    ("lac", Scale(1e5)),
    ("crore", Scale(1e7)),
    ("crores", Scale(1e7)),
    ("cr", Scale(1e7)),
    ("koti", Scale(1e7)),
    ("dozen", Group(12)),
    ("couple", Group(2)),
    ("couples", Group(2)),
    ("pair", Group(2)),
    ("pairs", Group(2)),
    ("zilch", One(0)),
    ("single", Single),
    ("point", Lead),
    ("dozens", Plural(12.0)),
    ("scores", Plural(20.0)),
    ("tens", Plural(10.0)),
    ("hundreds", Plural(100.0)),
    ("thousands", Plural(1e3)),
    ("millions", Plural(1e6)),
    ("billions", Plural(1e9)),
    ("trillions", Plural(1e12)),
    ("multimillion", Plural(1e6)),
    ("multibillion", Plural(1e9)),
    ("multitrillion", Plural(1e12)),
    ("multi", Lead),
    ("several", Vague),
    ("few", Vague),
    ("a", Article),
    ("an", Article),
    ("no", No),
    ("nobody", Nobody),
    ("none", Nobody),
    ("minus", Minus),
    ("negative", Minus),
    ("between", Lead),
    ("from", Lead),
    ("all", Lead),
    ("whole", Lead),
    ("entire", Lead),
    ("both", Lead),
    ("this", Lead),
    ("every", Lead),
    ("each", Lead),
    ("once", Lead),
    ("twice", Lead),
    ("thrice", Lead),
    ("aged", Lead),
    ("age", Lead),
    ("percentage", Lead),
    ("percentages", Lead),
    ("percent", Lead),
    ("per", Lead),
    ("percents", Lead),
    ("first", Ordinal(1.0)),
    ("second", Ordinal(2.0)),
    ("third", Ordinal(3.0)),
    ("fourth", Ordinal(4.0)),
    ("fifth", Ordinal(5.0)),
    ("sixth", Ordinal(6.0)),
    ("seventh", Ordinal(7.0)),
    ("eighth", Ordinal(8.0)),
    ("ninth", Ordinal(9.0)),
    ("nineth", Ordinal(9.0)),
    ("tenth", Ordinal(10.0)),
    ("eleventh", Ordinal(11.0)),
    ("twelfth", Ordinal(12.0)),
    ("twelveth", Ordinal(12.0)),
    ("thirteenth", Ordinal(13.0)),
    ("fourteenth", Ordinal(14.0)),
    ("fifteenth", Ordinal(15.0)),
    ("sixteenth", Ordinal(16.0)),
    ("seventeenth", Ordinal(17.0)),
    ("eighteenth", Ordinal(18.0)),
    ("nineteenth", Ordinal(19.0)),
    ("twentieth", Ordinal(20.0)),
    ("thirtieth", Ordinal(30.0)),
    ("fortieth", Ordinal(40.0)),
    ("fiftieth", Ordinal(50.0)),
    ("sixtieth", Ordinal(60.0)),
    ("seventieth", Ordinal(70.0)),
    ("eightieth", Ordinal(80.0)),
    ("ninetieth", Ordinal(90.0)),
    ("hundredth", Ordinal(100.0)),
    ("thousandth", Ordinal(1e3)),
    ("millionth", Ordinal(1e6)),
    ("billionth", Ordinal(1e9)),
    ("trillionth", Ordinal(1e12)),
];

/// Reads a number that starts at token `i`, with its sign and its fraction: «41», «2,300», «1.5 million», «minus 5»,
/// «five and a half million», «half a million», «two thirds», «one in five».
pub(crate) fn number(words: Words<'_>, i: usize) -> Option<Numeral> {
    if none(words, i) {
        return None;
    }
    match words.memo {
        Some(memo) => memo.numbers.at(i, || number_anew(words, i)),
        None => number_anew(words, i),
    }
}

/// Whether the word at `i` starts no number.
#[inline]
pub(in crate::lex) fn none(words: Words<'_>, i: usize) -> bool {
    let token = words.at(i);
    token.kind == Kind::Word && token.flags & flag::AMOUNT == 0
}

fn number_anew(words: Words<'_>, i: usize) -> Option<Numeral> {
    match words.entry(i).number {
        Some(Minus) => {
            if is_margin(words, i) {
                return None;
            }
            let positive = number_unsigned(words, i + 1)?;
            (!positive.article).then_some(Numeral {
                value: -positive.value,
                ..positive
            })
        }
        _ if words.kind(i) == Kind::Dash => {
            // A sign touches its number and nothing else: «-5», not «3-5» or «May - 5».
            // «- 1,200,000» alone; in running text such a dash is a bullet or a pause.
            if i == 0
                && !words.glued(1)
                && let Some(positive) = digits::read(words, 1)
                    .map(|first| cardinal::scaled(words, 1, first))
                    .filter(|all| {
                        let unit = words.len() <= all.end + 2
                            && (words.entry(all.end).unit.is_some()
                                || words.kind(all.end) == Kind::Degree);
                        all.end == words.len() || unit
                    })
            {
                return Some(Numeral {
                    value: -positive.value,
                    ..positive
                });
            }
            let lone = words.at(i).gap > Gap::None
                || matches!(words.kind(back(i)), Kind::Open | Kind::None);
            if !lone || !words.glued(i + 1) {
                return None;
            }
            let positive =
                digits::read(words, i + 1).map(|first| cardinal::scaled(words, i + 1, first))?;
            Some(Numeral {
                value: -positive.value,
                ..positive
            })
        }
        _ => number_unsigned(words, i),
    }
}

/// «plus or minus 3 points», «plus-or-minus»: how far off, and no number below zero.
fn is_margin(words: Words<'_>, i: usize) -> bool {
    let dash = usize::from(words.kind(back(i)) == Kind::Dash);
    let Some(or) = i.checked_sub(1 + dash) else {
        return false;
    };
    words.is(or, "or")
        && or
            .checked_sub(1 + dash)
            .is_some_and(|plus| words.is(plus, "plus"))
}

fn number_unsigned(words: Words<'_>, i: usize) -> Option<Numeral> {
    fraction::read(words, i).or_else(|| cardinal(words, i))
}

/// Reads a whole or decimal number that starts at token `i`: «41», «2,300», «1.5 million», «twenty-one», «a dozen».
pub(crate) fn cardinal(words: Words<'_>, i: usize) -> Option<Numeral> {
    cardinal::read(words, i)
}

/// Reads an ordinal that starts at token `i`: «first», «21st», «twenty-fifth».
pub(crate) fn ordinal(words: Words<'_>, i: usize) -> Option<Numeral> {
    cardinal::ordinal(words, i)
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
