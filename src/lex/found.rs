//! What a reader finds, and who wins where several do.
//!
//! In: the tokens of a sentence. Out: the values in it, in order, none inside another.

use jiff::civil;

use super::age;
use super::cardinal;
use super::change;
use super::change::Written;
use super::count;
use super::cue;
use super::date;
use super::date::since;
use super::duration;
use super::fold::flag;
use super::frequency;
use super::hedge;
use super::memo::Memo;
use super::money;
use super::number;
use super::ordinal;
use super::percent;
use super::quantity;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::trap;
use super::wordset::code;
use super::wordset::set;
use crate::span::Span;
use crate::value::Hedge;
use crate::value::Value;
use crate::value::ValueKind;

/// What readers may know beside the words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// Earliest and latest moment of publication, in civil time of the zone relative words are read in. `None` for
    /// an undated text: then a relative date is no value, and a partial one stays open.
    pub(crate) published: Option<(civil::DateTime, civil::DateTime)>,
    /// A string of a rule file: the whole of it is one value, and the traps of running text are off.
    pub(crate) rule: bool,
    /// The kind that a rule's string is of: «4,800 pounds» are a weight where a quantity is expected.
    pub(crate) kind: Option<ValueKind>,
}

impl Context {
    /// Whether `found` is to be taken rather than `best`: it is of the kind that is known, or longer.
    fn prefers(&self, found: &Found, best: &Found) -> bool {
        let known = |found: &Found| self.kind == Some(found.value.kind());
        if self.kind.is_some() && known(found) != known(best) {
            return known(found);
        }
        best.end < found.end
    }
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

/// What a value of a kind starts with; what its sentence must have besides, 0 where that is nothing; and who reads it.
type Asked = (u32, u32, Reader);

/// In order of precedence between readings of the same length. Counts come last, see [`count::reach`].
const READERS: &[Asked] = &[
    (flag::DATE | flag::NUMBER, 0, since::read),
    (flag::NUMBER, flag::TIME_UNIT, duration::sure),
    (flag::NUMBER, 0, duration::clocked),
    (flag::AMOUNT, 0, age::sure),
    (flag::DATE | flag::NUMBER, 0, date::read),
    (flag::AMOUNT, 0, age::read),
    (flag::AMOUNT, flag::TIME_UNIT, frequency::read),
    (flag::AMOUNT | flag::MONEY, flag::SUM, money::read),
    (flag::AMOUNT, flag::SHARE, percent::read),
    (flag::AMOUNT, flag::MEASURE, quantity::read),
    (flag::NUMBER, flag::TIME_UNIT, duration::read),
    (flag::ORDINAL | flag::AMOUNT, 0, ordinal::read),
];

/// Farthest the unit or the number of «a» is looked for, in tokens: «a full working day».
const ARTICLE: usize = 3;

/// The readers that a value at `i` may be for. Most «a» are for none of them, only for a count, which tells of one person; and
/// a number is a «since» only in a sentence with a «first».
fn readers(words: Words<'_>, i: usize, first: bool) -> &'static [Asked] {
    if words.has(i, flag::ARTICLE) {
        let known = flag::NUMBER | flag::UNIT | flag::MONEY | flag::DATE;
        let near = (i + 1..=i + ARTICLE).any(|k| words.has(k, known));
        if !near && words.entry(i + 1).unit.is_none() {
            return &[];
        }
    }
    let since = first || words.is(i, "since") || since::may_end(words, i);
    &READERS[usize::from(!since)..]
}

const FIRST: u64 = code("first");

/// The values in the tokens of one sentence.
pub(crate) fn values(words: Words<'_>, context: &Context, out: &mut Vec<Found>) {
    values_in(words, context, &Memo::new(), out);
}

/// The same with a memo that was made before, for whoever reads many sentences.
pub(crate) fn values_in(words: Words<'_>, context: &Context, memo: &Memo, out: &mut Vec<Found>) {
    memo.forget();
    let stretch = words.with(memo);
    let words = stretch.words();
    let mut at = 0;
    let mut floor = 0;
    let (mut all, mut first) = (0, false);
    for token in words.list {
        all |= token.flags;
        first |= token.code == FIRST;
    }
    while let Some(token) = words.list.get(at) {
        let sign = is_sign(words, at);
        // What may start here, by its flags.
        let own = token.flags | if sign { flag::NUMBER | flag::AMOUNT } else { 0 };
        if own & (flag::NUMBER | flag::DATE | flag::MONEY) == 0 {
            at += 1;
            continue;
        }
        // «the», «that», «early»: mostly no date starts with them.
        let date = own & (flag::NUMBER | flag::MONEY) == 0;
        if date && !first && !words.is(at, "since") && !date::may_start(words, at, context) {
            at += 1;
            continue;
        }
        if !context.rule
            && let Some(end) = trap::skipped(words, at)
        {
            at = end;
            continue;
        }
        let mut best: Option<Found> = None;
        for &(flags, needs, read) in readers(words, at, first) {
            if own & flags != 0
                && (needs == 0 || all & needs != 0)
                && let Some(found) = read(words, at, context)
                && best
                    .as_ref()
                    .is_none_or(|best| context.prefers(&found, best))
            {
                best = Some(found);
            }
        }
        if own & flag::AMOUNT != 0
            && best
                .as_ref()
                .is_none_or(|best| best.end < count::reach(words, at))
            && let Some(found) = count::read(words, at, context)
            && best.as_ref().is_none_or(|best| best.end < found.end)
        {
            best = Some(found);
        }
        let Some(mut found) = best else {
            at += 1;
            continue;
        };
        join(words, context, &mut found);
        // Dates and times have words of their own around them, and have read them.
        if !matches!(found.value, Value::Date(_) | Value::TimeOfDay(_)) {
            hedge::bend(words, floor, &mut found);
        }
        at = found.end.max(at + 1);
        floor = at;
        out.push(found);
    }
}

/// «from 10 dollars to 20 dollars», «two hours to three hours»: two values of one unit are a range.
fn join(words: Words<'_>, context: &Context, lo: &mut Found) {
    let at = lo.end;
    let from = words.any(back(lo.start), set!["between", "from"]);
    if is_change(words, lo.start) {
        return;
    }
    let joins = words.any(at, set!["to", "or"])
        || (words.is(at, "and") && words.is(back(lo.start), "between"))
        || (words.kind(at) == Kind::Dash && (words.glued(at) == words.glued(at + 1)));
    if !joins {
        return;
    }
    let reader: Reader = match &lo.value {
        Value::Money { .. } => money::read,
        Value::Quantity { .. } => quantity::read,
        Value::Duration { .. } => duration::read,
        _ => return,
    };
    let Some(hi) = reader(words, at + 1, context) else {
        return;
    };
    let same = match (&lo.value, &hi.value) {
        (Value::Money { currency: a, .. }, Value::Money { currency: b, .. }) => a == b,
        (Value::Quantity { unit: a, .. }, Value::Quantity { unit: b, .. }) => a == b,
        // «5 minutes or 1 hour» are two lengths, «two hours to three hours» is a range.
        (Value::Duration { .. }, Value::Duration { .. }) => {
            from || words.is(at, "to")
                || words
                    .str(back(lo.end))
                    .eq_ignore_ascii_case(words.str(back(hi.end)))
        }
        _ => false,
    };
    let (mut lo_value, mut hi_value) = (lo.value.clone(), hi.value);
    let (Some(a), Some(b)) = (
        hedge::measure_mut(&mut lo_value),
        hedge::measure_mut(&mut hi_value),
    ) else {
        return;
    };
    let plain = a.hedge.is_none() && b.hedge.is_none() && a.stated.hi < b.stated.lo;
    // «10 dollars or 20 euros» are two; «rose from 5 m to 7 m» are two unless the words say from and to of one range.
    let step = words.is(at, "to")
        && change::is_step(words, lo.start, a.stated.lo, b.stated.hi, Written::Each);
    if !same || !plain || step {
        return;
    }
    a.stated = a.stated.hull(b.stated);
    a.typical = a.typical.hull(b.typical);
    a.possible = a.possible.hull(b.possible);
    a.hedge = Some(Hedge::Range);
    lo.value = lo_value;
    lo.end = hi.end;
    lo.core = lo.core.hull(hi.core);
}

/// «went from 50 rupees», «rose from 5 percent»: what follows after «to» is another value.
pub(super) fn is_change(words: Words<'_>, i: usize) -> bool {
    let from = back(i);
    words.is(from, "from")
        && (1..=5)
            .map_while(|k| from.checked_sub(k))
            .take_while(|&k| matches!(words.kind(k), Kind::Word))
            .any(|k| {
                words.cue(k) & cue::CHANGE != 0
                    || words.any(
                        k,
                        set![
                            "went", "go", "goes", "going", "gone", "moved", "slid", "slipped",
                            "swung", "shrank", "widened", "narrowed", "cut", "halved",
                        ],
                    )
                    // «that took the bill from £40 to £55»
                    || words.any(k, set!["take", "takes", "took", "taking"])
                        && words.any(k + 1, set!["the", "its", "his", "her", "their"])
            })
}

/// A minus sign or a decimal point that begins a number: «-5», «.5».
#[inline]
fn is_sign(words: Words<'_>, i: usize) -> bool {
    matches!(words.kind(i), Kind::Dash | Kind::Stop) && begins_number(words, i)
}

/// The same of a dash or a stop.
fn begins_number(words: Words<'_>, i: usize) -> bool {
    if i == 0 && words.kind(0) == Kind::Dash && words.kind(1) == Kind::Digits {
        return true;
    }
    let bracketed = words.kind(i) == Kind::Dash && words.kind(i.wrapping_sub(1)) == Kind::Open;
    (words.at(i).gap != Gap::None || bracketed)
        && words.glued(i + 1)
        && matches!(
            words.kind(i + 1),
            Kind::Digits | Kind::Stop | Kind::Currency
        )
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
            number::number(words, at).or_else(|| small(words, at))
        };
        let Some(numeral) =
            numeral.filter(|numeral| !numeral.article && !ends_in_letters(words, numeral.end))
        else {
            at += 1;
            continue;
        };
        let end = again(words, numeral.end, numeral.value);
        out.push(Found::new(
            words,
            at,
            end,
            Value::Number(number::exactly(numeral.value)),
        ));
        at = end;
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
    words.kind(i) == Kind::Digits && words.glued(i) && words.kind(back(i)) == Kind::Word
}

/// «45 (forty-five)»: the same number in brackets belongs to it.
fn again(words: Words<'_>, end: usize, value: f64) -> usize {
    // «45 forty-five».
    if words.kind(back(end)) == Kind::Digits
        && words.kind(end) == Kind::Word
        && let Some(same) = number::number(words, end)
        && (same.value - value).abs() < f64::EPSILON
        && !same.article
    {
        return same.end;
    }
    if words.kind(end) != Kind::Open {
        return end;
    }
    match number::number(words, end + 1) {
        Some(same)
            if (same.value - value).abs() < f64::EPSILON && words.kind(same.end) == Kind::Close =>
        {
            same.end + 1
        }
        _ => end,
    }
}

/// «none», «a few», «a pair of», «couples»: numerals that count only by themselves.
fn small(words: Words<'_>, i: usize) -> Option<number::Numeral> {
    use number::NumberWord::{Article, Group, Hundred, Nobody, Scale, Single, Vague};
    let article = words.entry(i).number == Some(Article);
    let at = i + usize::from(article);
    let value = match words.entry(at).number? {
        Nobody if words.is(at, "none") && !article => 0.0,
        Single if words.len() == 1 => 1.0,
        // «a few hundred», «several dozen».
        Vague if article || words.is(at, "several") || words.len() == 1 => {
            match words.entry(at + 1).number {
                Some(Hundred) => return Some(number::Numeral::new(300.0, 300.0, at + 2)),
                Some(Scale(scale)) if words.width(at + 1) > 3 => {
                    return Some(number::Numeral::new(3.0 * scale, 3.0 * scale, at + 2));
                }
                Some(Group(12)) => return Some(number::Numeral::new(36.0, 36.0, at + 2)),
                _ if words.is(at, "few") => 3.0,
                _ => return None,
            }
        }
        Group(2) if article || words.is(at + 1, "of") || words.len() == 1 => 2.0,
        _ => return None,
    };
    let of = words.is(at + 1, "of") && words.kind(at + 2) != Kind::Word;
    Some(number::Numeral::new(
        value,
        value.max(1.0),
        at + 1 + usize::from(of),
    ))
}
