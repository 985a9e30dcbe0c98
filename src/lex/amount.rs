//! Amounts: a number or a range of numbers, before its unit is known.
//!
//! In: the tokens of a sentence and an index. Out: an [`Amount`], and the [`Measure`] it makes: a bare count says just
//! its number, a bare measure is rounded.

use super::cardinal;
use super::change;
use super::change::Written;
use super::count;
use super::fold::flag;
use super::found;
use super::money::Form;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::set;
use crate::value::Hedge;
use crate::value::Interval;
use crate::value::Measure;

/// One number or two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    pub(crate) lo: Numeral,
    /// The upper end of a range.
    pub(crate) hi: Option<Numeral>,
    /// Index after the last token.
    pub(crate) end: usize,
    /// «several», «a few»: which interval the word makes likely, and which it leaves possible.
    pub(crate) vague: Option<(Interval, Interval)>,
}

/// How the words of a bare number are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rounding {
    /// People are counted one by one.
    Exact,
    /// Measures are rounded: one significant figure means ± 10 %, more mean ± half the last stated place.
    Stated,
}

impl Amount {
    /// One number.
    pub(crate) fn one(lo: Numeral) -> Self {
        Self {
            lo,
            hi: None,
            end: lo.end,
            vague: None,
        }
    }

    /// What it says in units of `factor`.
    pub(crate) fn measure(self, factor: f64, rounding: Rounding) -> Measure {
        let slack = |numeral: Numeral| match rounding {
            Rounding::Exact => 0.0,
            Rounding::Stated if numeral.figures() == 1 => numeral.value.abs() / 10.0,
            Rounding::Stated => numeral.place / 2.0,
        };
        let hi = self.hi.unwrap_or(self.lo);
        let stated = Interval::closed(self.lo.value, hi.value).scaled(factor);
        if let Some((typical, possible)) = self.vague {
            return Measure {
                stated,
                typical: typical.scaled(factor),
                possible: possible.scaled(factor),
                hedge: Some(Hedge::Vague),
            };
        }
        // What is rounded up is not stated so: 7.4 is anything from 7.35 to below 7.45.
        let rounded = rounding == Rounding::Stated && hi.figures() > 1;
        let wide = Interval {
            hi_open: rounded,
            ..Interval::closed(self.lo.value - slack(self.lo), hi.value + slack(hi))
        }
        .scaled(factor);
        Measure {
            stated,
            typical: wide,
            possible: wide,
            hedge: self.hi.map(|_| Hedge::Range),
        }
    }
}

/// Reads an amount that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize) -> Option<Amount> {
    if number::none(words, i) {
        return None;
    }
    match words.memo {
        Some(memo) => memo.amounts.at(i, || read_anew(words, i)),
        None => read_anew(words, i),
    }
}

fn read_anew(words: Words<'_>, i: usize) -> Option<Amount> {
    if is_label(words, i) {
        return None;
    }
    if let Some(vague) = vague(words, i) {
        return Some(vague);
    }
    let lo = number::number(words, i)?;
    let one = Amount::one(lo);
    let Some(hi) = upper(words, i, lo) else {
        return Some(one);
    };
    let mut lo = lo;
    // «two to three million» means millions at both ends.
    if let Some(scale) = scale_at(words, hi.end - 1)
        && scale_at(words, lo.end - 1).is_none()
        && lo.value * scale < hi.value
    {
        lo.value *= scale;
        lo.place *= scale;
    }
    if hi.value <= lo.value || is_step(words, i, lo, hi) {
        return Some(one);
    }
    Some(Amount {
        lo,
        hi: Some(hi),
        end: hi.end,
        vague: None,
    })
}

/// «Rose by 11 to 840»: the first number is a step, and «to» leads to another value.
fn is_step(words: Words<'_>, i: usize, lo: Numeral, hi: Numeral) -> bool {
    if !words.is(lo.end, "to") {
        return false;
    }
    let end = hi.end;
    let measured = matches!(
        words.kind(end),
        Kind::Percent | Kind::Degree | Kind::Currency | Kind::Dash
    ) || words.has(end, flag::UNIT | flag::MONEY)
        || words.entry(end).unit.is_some()
        || words.any(
            end,
            set![
                "percent",
                "per",
                "percentage",
                "pct",
                "pc",
                "basis",
                "square",
                "cubic",
                "metric"
            ],
        )
        || words.kind(back(i)) == Kind::Currency;
    let written = if measured {
        Written::Shared
    } else if count::noun(words, end).is_some() {
        Written::Counted
    } else {
        Written::Bare
    };
    // «The toll moved from 12 to 19.»
    written != Written::Shared && found::is_change(words, i)
        || change::is_step(words, i, lo.value, hi.value, written)
}

/// «hundreds of», «a couple of», «a quarter of a million»: an amount whose unit is told after «of».
pub(crate) fn with_of(words: Words<'_>, i: usize) -> Option<Amount> {
    let many = read(words, i)?;
    let group = many.vague.is_some() || words.any(many.end - 1, set!["couple", "dozen", "of"]);
    if words.is(many.end - 1, "of") {
        return group.then_some(many);
    }
    if !words.is(many.end, "of") {
        return None;
    }
    // «a quarter of a million dollars», «three quarters of a million».
    if many.hi.is_none()
        && many.lo.value < 1.0
        && words.entry(many.end + 1).number == Some(NumberWord::Article)
        && let Some(scale) = scale_at(words, many.end + 2)
    {
        let end = many.end + 3;
        let lo = Numeral::new(many.lo.value * scale, scale / 10.0, end);
        return Some(Amount::one(lo));
    }
    group.then_some(Amount {
        end: many.end + 1,
        ..many
    })
}

/// «10+ years», «30-odd miles»: the index after what opens a number between it and its unit, or `at`.
pub(crate) fn opened(words: Words<'_>, at: usize) -> usize {
    let plus = words.kind(at) == Kind::Plus && words.glued(at) && words.kind(at + 1) == Kind::Word;
    let odd =
        words.kind(at) == Kind::Dash && words.glued(at) && words.any(at + 1, set!["odd", "plus"]);
    match (plus, odd) {
        (true, _) => at + 1,
        (_, true) => at + 2,
        _ => at,
    }
}

fn scale_at(words: Words<'_>, i: usize) -> Option<f64> {
    match words.entry(i).number {
        Some(NumberWord::Scale(scale)) => Some(scale),
        Some(NumberWord::Hundred) => Some(100.0),
        _ => None,
    }
}

/// The upper end of a range whose lower end starts at `i`.
fn upper(words: Words<'_>, i: usize, lo: Numeral) -> Option<Numeral> {
    let at = lo.end;
    let next = match words.kind(at) {
        // «a 5- to 10-metre wave»: the unit is told once.
        Kind::Dash
            if words.glued(at) && !words.glued(at + 1) && words.any(at + 1, set!["to", "or"]) =>
        {
            let hi = upper_number(words, at + 2)?;
            return (words.kind(hi.end) == Kind::Dash).then_some(hi);
        }
        // «2-to-3-hour».
        Kind::Dash
            if words.glued(at)
                && words.glued(at + 1)
                && words.any(at + 1, set!["to", "or"])
                && words.kind(at + 2) == Kind::Dash
                && words.glued(at + 2) =>
        {
            return upper_number(words, at + 3);
        }
        Kind::Dash => {
            // A chain of digits and hyphens is a telephone number, a date, an id; «3-1» is a score.
            let chain =
                |k: usize| words.kind(k) == Kind::Dash && words.glued(k) && words.glued(k + 1);
            if i > 0 && chain(i - 1) || words.glued(at) != words.glued(at + 1) {
                return None;
            }
            let hi = upper_number(words, at + 1)?;
            if chain(hi.end) && words.kind(hi.end + 1) == Kind::Digits || is_set(words, i, hi.end) {
                return None;
            }
            return Some(hi);
        }
        Kind::Tilde => at + 1,
        _ if words.is(at, "to") || words.is(at, "or") || words.is(at, "through") => at + 1,
        _ if words.is(at, "and") && words.is(back(i), "between") => at + 1,
        _ => return None,
    };
    let next = next
        + usize::from(
            words.is(next, "even") || words.is(next, "maybe") || words.is(next, "perhaps"),
        );
    upper_number(words, next)
}

/// «21-19, 18-21, 21-15»: sets of a match, each beside another.
fn is_set(words: Words<'_>, i: usize, end: usize) -> bool {
    let pair = |k: usize| {
        words.kind(k) == Kind::Digits
            && words.kind(k + 1) == Kind::Dash
            && words.kind(k + 2) == Kind::Digits
            && words.glued(k + 1)
            && words.glued(k + 2)
            && words.width(k) < 3
            && words.width(k + 2) < 3
    };
    let comma = |k: usize| words.kind(k) == Kind::Comma && !words.glued(k + 1);
    pair(i)
        && words.glued(i + 1)
        && end == i + 3
        && (comma(end) && pair(end + 1) || i >= 4 && comma(i - 1) && pair(i - 4))
}

fn upper_number(words: Words<'_>, i: usize) -> Option<Numeral> {
    let at = i + usize::from(words.kind(i) == Kind::Tilde);
    let hi = number::number(words, at)?;
    (!hi.article && !cardinal::pronoun(words, at)).then_some(hi)
}

/// «several», «a few», «dozens», «hundreds», and what they leave open.
fn vague(words: Words<'_>, i: usize) -> Option<Amount> {
    let start = i + usize::from(words.entry(i).number == Some(NumberWord::Article));
    let quite = start + usize::from(start > i && words.is(start, "good"));
    let numeral = |value: f64, end| Numeral::new(value, value, end);
    let make = |value: f64, end, typical, possible| Amount {
        lo: numeral(value, end),
        hi: None,
        end,
        vague: Some((typical, possible)),
    };
    // «multi-million»
    if words.is(i, "multi")
        && words.kind(i + 1) == Kind::Dash
        && words.glued(i + 1)
        && words.glued(i + 2)
        && let Some(of) = scale_at(words, i + 2)
    {
        let (typical, possible) = (
            Interval::closed(2.0 * of, 10.0 * of),
            Interval::at_least(1.5 * of),
        );
        return Some(make(2.0 * of, i + 3, typical, possible));
    }
    match words.entry(quite).number? {
        NumberWord::Vague => {
            // «few» alone says that there were not many; «a few» and «several» are numbers.
            let several = words.is(quite, "several");
            if !several
                && start == i
                && !words.any(
                    back(i),
                    set![
                        "past", "last", "next", "first", "these", "those", "the", "every", "for",
                        "in", "within", "after", "just", "only",
                    ],
                )
            {
                return None;
            }
            let (typical, possible) = if several {
                (Interval::closed(3.0, 9.0), Interval::closed(2.0, 20.0))
            } else {
                (Interval::closed(2.0, 6.0), Interval::closed(2.0, 10.0))
            };
            // «several hundred», «a few thousand», «several dozen».
            let (scale, end) = match words.entry(quite + 1).number {
                Some(NumberWord::Hundred) => (100.0, quite + 2),
                Some(NumberWord::Scale(scale)) if words.width(quite + 1) > 3 => (scale, quite + 2),
                Some(NumberWord::Group(of)) => (f64::from(of), quite + 2),
                _ => (1.0, quite + 1),
            };
            Some(make(
                3.0 * scale,
                end,
                typical.scaled(scale),
                possible.scaled(scale),
            ))
        }
        NumberWord::Plural(of) if start == i => {
            let mut end = i + 1;
            let mut of = of;
            // «tens of thousands», «hundreds of millions».
            while words.is(end, "of")
                && let Some(NumberWord::Plural(more)) = words.entry(end + 1).number
            {
                of *= more;
                end += 2;
            }
            let typical = Interval::closed(
                2.0 * of,
                if of > 10.0 && of < 100.0 {
                    100.0
                } else {
                    10.0 * of
                },
            );
            Some(make(2.0 * of, end, typical, Interval::at_least(1.5 * of)))
        }
        _ => None,
    }
}

/// Whether the digits at `i` are a part of a name or an id: «G20», «A-10», «scp-173», «No. 7», «#12».
fn is_label(words: Words<'_>, i: usize) -> bool {
    if words.kind(i) != Kind::Digits {
        return false;
    }
    let before = back(i);
    if words.kind(before) == Kind::Word && words.glued(i) {
        // «USD5» and «Rs20» are money.
        return !words
            .entry(before)
            .money
            .is_some_and(|word| matches!(word.form, Form::Code | Form::Plain | Form::Mega));
    }
    // The rest of a number whose start was no value: «1» in «Mk-6.1», «0» in «192.168.0.1».
    let point = |k: usize| matches!(words.kind(k), Kind::Stop | Kind::Comma) && words.glued(k);
    if point(before) && words.glued(i) && words.kind(back(before)) == Kind::Digits {
        return true;
    }
    // «P5+1».
    if words.kind(before) == Kind::Plus
        && words.glued(i)
        && words.glued(before)
        && words.kind(back(back(before))) == Kind::Word
        && words.glued(back(before))
    {
        return true;
    }
    if words.kind(before) == Kind::Other
        && words.glued(i)
        && matches!(words.str(before), "#" | "@" | "_" | "=" | "&")
    {
        return true;
    }
    // «400» in «747-400F»: a chain is read from its start, or not at all.
    if words.kind(before) == Kind::Dash
        && words.glued(i)
        && words.glued(before)
        && words.kind(back(before)) == Kind::Digits
        && words.kind(i + 1) == Kind::Word
        && words.glued(i + 1)
    {
        return true;
    }
    if words.kind(before) == Kind::Dash
        && words.glued(i)
        && words.glued(before)
        && words.kind(back(back(i))) == Kind::Word
    {
        // «An Antonov An-26», «F-15s and A-10s».
        if words.any(back(before), set!["a", "an"]) && words.capital(back(before)) && before > 1 {
            return true;
        }
        // «3km-5km».
        let unit = back(back(i));
        let degrees =
            words.kind(back(unit)) == Kind::Degree && matches!(words.str(unit), "C" | "F");
        let measured = words.entry(unit).unit.is_some() && words.kind(back(unit)) == Kind::Digits;
        if words.glued(unit) && (measured || degrees) {
            return false;
        }
        return !words.any(
            back(back(i)),
            set![
                "then",
                "now",
                "mid",
                "a",
                "an",
                "the",
                "sub",
                "near",
                "over",
                "under",
                "magnitude",
            ],
        ) && words.entry(back(back(i))).number.is_none();
    }
    false
}
