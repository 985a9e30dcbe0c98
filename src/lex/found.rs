//! What a reader finds, and who wins where several do.
//!
//! In: the tokens of a sentence. Out: the values in it, in order, none inside another.

use jiff::civil;

use super::age;
use super::cardinal;
use super::clock;
use super::count;
use super::date;
use super::duration;
use super::fold::flag;
use super::frequency;
use super::hedge;
use super::money;
use super::number;
use super::ordinal;
use super::percent;
use super::quantity;
use super::since;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use crate::span::Span;
use crate::value::Value;

/// What readers may know beside the words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// Earliest and latest moment of publication, in civil time of the zone relative words are read in. `None` for
    /// an undated text: then a relative date is no value, and a partial one stays open.
    pub(crate) published: Option<(civil::DateTime, civil::DateTime)>,
    /// A string of a rule file: the whole of it is one value, and the traps of running text are off.
    pub(crate) rule: bool,
}

/// A value and the words that say it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Index of the first token of the core.
    pub(crate) start: usize,
    /// Index after the last token consumed, a hedge after the core included.
    pub(crate) end: usize,
    /// The core words, without hedge.
    pub(crate) core: Span,
    /// The hedge's words, before or after the core.
    pub(crate) hedge: Option<Span>,
    /// What is counted, for a count.
    pub(crate) noun: Option<Span>,
    /// What it says.
    pub(crate) value: Value,
}

impl Found {
    /// The tokens from `start` to `end` say `value`.
    pub(crate) fn new(words: Words<'_>, start: usize, end: usize, value: Value) -> Self {
        Self {
            start,
            end,
            core: words.span(start, end),
            hedge: None,
            noun: None,
            value,
        }
    }
}

/// A reader of one kind of value, see the [module](super).
pub(crate) type Reader = fn(Words<'_>, usize, &Context) -> Option<Found>;

/// In order of precedence between readings of the same length.
const READERS: &[(u32, Reader)] = &[
    (flag::DATE | flag::NUMBER, since::read),
    (flag::DATE | flag::NUMBER, date::read),
    (flag::DATE | flag::NUMBER, clock::read),
    (flag::NUMBER, age::read),
    (flag::NUMBER, frequency::read),
    (flag::NUMBER | flag::MONEY, money::read),
    (flag::NUMBER, percent::read),
    (flag::NUMBER, quantity::read),
    (flag::NUMBER, duration::read),
    (flag::NUMBER, ordinal::read),
    (flag::NUMBER, count::read),
];

/// The values in the tokens of one sentence.
pub(crate) fn values(words: Words<'_>, context: &Context, out: &mut Vec<Found>) {
    let mut at = 0;
    let mut floor = 0;
    while at < words.len() {
        let sign = is_sign(words, at);
        if !sign && !words.has(at, flag::NUMBER | flag::DATE | flag::MONEY) {
            at += 1;
            continue;
        }
        let mut best: Option<Found> = None;
        for &(flags, read) in READERS {
            if (sign && flags & flag::NUMBER != 0 || words.has(at, flags))
                && let Some(found) = read(words, at, context)
                && best.as_ref().is_none_or(|best| best.end < found.end)
            {
                best = Some(found);
            }
        }
        let Some(mut found) = best else {
            at += 1;
            continue;
        };
        // Dates and times have words of their own around them, and have read them.
        if !matches!(found.value, Value::Date(_) | Value::TimeOfDay(_)) {
            hedge::bend(words, floor, &mut found);
        }
        at = found.end.max(at + 1);
        floor = at;
        out.push(found);
    }
}

/// A minus sign or a decimal point that begins a number: «-5», «.5».
fn is_sign(words: Words<'_>, i: usize) -> bool {
    matches!(words.kind(i), Kind::Dash | Kind::Stop)
        && words.at(i).gap != Gap::None
        && words.glued(i + 1)
        && matches!(words.kind(i + 1), Kind::Digits | Kind::Stop)
}

/// Every numeral, also inside other values, and each by itself.
pub(crate) fn numerals(words: Words<'_>, out: &mut Vec<Found>) {
    let mut at = 0;
    while at < words.len() {
        let starts = words.has(at, flag::NUMBER) || is_sign(words, at);
        let trap = !starts || cardinal::pronoun(words, at) || is_glued(words, at);
        let numeral = if trap {
            None
        } else {
            number::number(words, at)
        };
        let Some(numeral) =
            numeral.filter(|numeral| !numeral.article && !ends_in_letters(words, numeral.end))
        else {
            at += 1;
            continue;
        };
        out.push(Found::new(
            words,
            at,
            numeral.end,
            Value::Number(number::exactly(numeral.value)),
        ));
        at = numeral.end;
    }
}

/// Every ordinal, also inside other values.
pub(crate) fn ordinals(words: Words<'_>, context: &Context, out: &mut Vec<Found>) {
    let mut at = 0;
    while at < words.len() {
        match ordinal::read(words, at, context).filter(|_| words.has(at, flag::NUMBER)) {
            Some(found) => {
                at = found.end;
                out.push(found);
            }
            None => at += 1,
        }
    }
}

/// «180ml», «24703L202»: a numeral that letters touch is a part of something else.
fn ends_in_letters(words: Words<'_>, end: usize) -> bool {
    words.kind(end) == Kind::Word
        && words.glued(end)
        && words.kind(end - 1) != Kind::Word
        && !words.is(end, "'s")
}

fn is_glued(words: Words<'_>, i: usize) -> bool {
    words.kind(i) == Kind::Digits && words.glued(i) && words.kind(i.wrapping_sub(1)) == Kind::Word
}
