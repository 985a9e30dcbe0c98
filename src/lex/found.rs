//! What a reader finds, and who wins where several do.
//!
//! In: the tokens of a sentence. Out: the values in it, in order, none inside another.

use jiff::civil;

use super::clock;
use super::date;
use super::fold::flag;
use super::hedge;
use super::number;
use super::since;
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
    (flag::NUMBER, number::reader),
];

/// The values in the tokens of one sentence.
pub(crate) fn values(words: Words<'_>, context: &Context, out: &mut Vec<Found>) {
    let mut at = 0;
    let mut floor = 0;
    while at < words.len() {
        if !words.has(at, flag::NUMBER | flag::DATE) {
            at += 1;
            continue;
        }
        let mut best: Option<Found> = None;
        for &(flags, read) in READERS {
            if words.has(at, flags)
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
