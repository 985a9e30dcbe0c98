//! Numbers that dates are told with: days of the month, ordinals, years, in digits and in words.
//!
//! In: a place in a sentence. Out: the number and the index after it.

use super::place::At;
use crate::lex::fold::flag;
use crate::lex::number;
use crate::lex::number::NumberWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;

impl At<'_> {
    /// A whole number of at most `digits` digits, or in words.
    pub(super) fn integer(self, i: usize, digits: usize) -> Option<(i64, usize)> {
        let words = self.words;
        if words.kind(i) == Kind::Digits {
            let text = words.str(i);
            if text.len() > digits {
                return None;
            }
            return Some((text.parse().ok()?, i + 1));
        }
        let (value, end) = self.below_hundred(i)?;
        if !words.has(end, flag::NUMBER) {
            return Some((i64::from(value), end));
        }
        match words.entry(end).number {
            Some(NumberWord::Hundred | NumberWord::Scale(_)) => {
                let numeral = number::cardinal(words, i)?;
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "checked to be small and whole"
                )]
                let whole = numeral.value as i64;
                (numeral.value.fract() == 0.0 && (0.0..10_000.0).contains(&numeral.value))
                    .then_some((whole, numeral.end))
            }
            _ => Some((i64::from(value), end)),
        }
    }

    /// A number word below 100: «five», «nineteen», «twenty-one».
    #[inline]
    pub(super) fn below_hundred(self, i: usize) -> Option<(i16, usize)> {
        if !self.words.has(i, flag::BELOW_HUNDRED) {
            return None;
        }
        self.below_hundred_here(i)
    }

    fn below_hundred_here(self, i: usize) -> Option<(i16, usize)> {
        match self.words.entry(i).number? {
            NumberWord::One(n) | NumberWord::Teen(n) | NumberWord::Fused(n) => {
                Some((n.into(), i + 1))
            }
            NumberWord::Tens(n) => {
                let dash = usize::from(self.words.kind(i + 1) == Kind::Dash);
                match self.words.entry(i + 1 + dash).number {
                    Some(NumberWord::One(one)) if one > 0 => {
                        Some((i16::from(n) + i16::from(one), i + 2 + dash))
                    }
                    _ => Some((n.into(), i + 1)),
                }
            }
            _ => None,
        }
    }

    /// A day of the month, cardinal or ordinal: «4», «4th», «fourth», «twenty second».
    pub(super) fn day_number(self, i: usize) -> Option<(i8, usize)> {
        self.ordinal(i)
            .or_else(|| self.integer(i, 2))
            .and_then(|(day, end)| Some((i8::try_from(day).ok()?, end)))
            .filter(|&(day, _)| (1..=31).contains(&day))
    }

    /// An ordinal: «4th», «fourth», «twenty-second».
    pub(super) fn ordinal(self, i: usize) -> Option<(i64, usize)> {
        let words = self.words;
        if words.kind(i) == Kind::Digits {
            let suffix = words.glued(i + 1) && words.any(i + 1, set!["st", "nd", "rd", "th"]);
            if !suffix || words.width(i) > 3 {
                return None;
            }
            return Some((words.str(i).parse().ok()?, i + 2));
        }
        if !words.has(i, flag::ORDINAL) {
            return None;
        }
        let small = |value: f64| -> Option<i64> {
            #[expect(clippy::cast_possible_truncation, reason = "below 1000")]
            let whole = value as i64;
            (value.fract() == 0.0 && (1.0..1000.0).contains(&value)).then_some(whole)
        };
        match words.entry(i).number? {
            NumberWord::Ordinal(value) => Some((small(value)?, i + 1)),
            NumberWord::Tens(tens) => {
                let dash = usize::from(words.kind(i + 1) == Kind::Dash);
                match words.entry(i + 1 + dash).number {
                    Some(NumberWord::Ordinal(one)) if one < 10.0 => {
                        Some((i64::from(tens) + small(one)?, i + 2 + dash))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Digits of exactly `len`, as a number.
    pub(super) fn digits(self, i: usize, len: usize) -> Option<i16> {
        let text = self.words.str(i);
        if self.words.kind(i) != Kind::Digits || text.len() != len {
            return None;
        }
        text.parse().ok()
    }

    /// A year of four digits or in words: «2018», «nineteen ninety six», «two thousand and fifteen».
    pub(super) fn year(self, i: usize) -> Option<(i16, usize)> {
        if let Some(year) = self.digits(i, 4) {
            let glued = matches!(self.words.kind(i + 1), Kind::Word)
                && self.words.glued(i + 1)
                && !self.words.any(i + 1, set!["s", "'s"]);
            return (1000..=2999)
                .contains(&year)
                .then_some((year, i + 1))
                .filter(|_| !glued);
        }
        self.year_words(i)
    }

    fn year_words(self, i: usize) -> Option<(i16, usize)> {
        let words = self.words;
        let (first, next) = self.below_hundred(i)?;
        if (15..=20).contains(&first) {
            // «twenty-twenty», «nineteen-o-five».
            let dash = |j: usize| usize::from(words.kind(j) == Kind::Dash && first >= 19);
            let next = next + dash(next);
            if words.any(next, set!["oh", "o"]) {
                let (one, end) = self.below_hundred(next + 1 + dash(next + 1))?;
                return (one < 10).then_some((first * 100 + one, end));
            }
            if words.is(next, "hundred") {
                let and = next + 1 + usize::from(words.is(next + 1, "and"));
                return match self.below_hundred(and) {
                    Some((rest, end)) if self.unit(end).is_none() => {
                        Some((first * 100 + rest, end))
                    }
                    _ => Some((first * 100, next + 1)),
                };
            }
            let (rest, end) = self.below_hundred(next)?;
            return (rest > 9).then_some((first * 100 + rest, end));
        }
        if !(1..=2).contains(&first) || !words.is(next, "thousand") {
            return None;
        }
        let mut year = first * 1000;
        let mut end = next + 1;
        if let Some((hundreds, j)) = self.below_hundred(end)
            && hundreds < 10
            && words.is(j, "hundred")
        {
            year += hundreds * 100;
            end = j + 1;
        }
        let and = usize::from(words.is(end, "and"));
        if let Some((rest, j)) = self.below_hundred(end + and)
            && !matches!(
                words.entry(j).number,
                Some(NumberWord::Hundred | NumberWord::Scale(_))
            )
        {
            year += rest;
            end = j;
        }
        Some((year, end))
    }
}
