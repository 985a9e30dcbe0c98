//! Money: «$5», «€650m», «10 million Australian dollars», «USD 200», «3 dollars 50 cents», «30 MUSD».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Money`] in units of its currency. A conversion in brackets
//! behind is a value of its own.

mod name;
mod sense;

pub(super) use name::COINS;
use name::Named;
use name::is_code;
use name::letters;
use name::name;
use name::prefix;
use sense::half;
use sense::is_money;
use sense::one;

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::change;
use super::change::Written;
use super::currency;
use super::fold::flag;
use super::found;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::set;
use crate::value::Currency;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// How a currency's word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Three letters, in capitals where they are also an English word.
    Code,
    /// «dollars».
    Name,
    /// «cents».
    Minor,
    /// An abbreviation before the number: «Rs», «RM».
    Plain,
    /// What may touch a dollar sign before it: «US$».
    Dollar,
    /// A million of it: «MUSD».
    Mega,
}

/// A word for a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MoneyWord {
    /// Folded.
    pub(crate) text: &'static str,
    /// Which.
    pub(crate) currency: Currency,
    /// How many of it make one unit of the currency: 100 for cents.
    pub(crate) minor: u32,
    /// How it is written.
    pub(crate) form: Form,
}

/// The words of currencies.
pub(super) use currency::WORDS;

/// Reads an amount of money that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if let Some(found) = negative(words, i, context) {
        return Some(found);
    }
    if let Some(found) = behind_name(words, i) {
        return Some(found);
    }
    before_name(words, i, context).or_else(|| turned(words, i))
}

/// «-$5 million», «minus €3»: a sign before the sign.
fn negative(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    let dash = words.kind(i) == Kind::Dash
        && words.glued(i + 1)
        && (i == 0 || words.at(i).gap > Gap::None);
    let told = words.entry(i).number == Some(NumberWord::Minus);
    // «$-5».
    let inside = words.kind(i) == Kind::Currency
        && words.kind(i + 1) == Kind::Dash
        && words.glued(i + 1)
        && words.glued(i + 2)
        && words.kind(i + 2) == Kind::Digits;
    if inside {
        let mut amount = in_money(words, i + 2).filter(|amount| amount.hi.is_none())?;
        let (currency, minor) = currency::of_sign(words.str(i));
        amount.lo.value = -amount.lo.value;
        let (scale, end) = (1.0, amount.end);
        let named = Named {
            currency,
            minor,
            scale,
            end,
        };
        return Some(found(words, i, amount, named));
    }
    if !(dash || told) || words.kind(i + 1) != Kind::Currency || words.kind(back(i)) == Kind::Digits
    {
        return None;
    }
    let positive = read(words, i + 1, context)?;
    let Value::Money { measure, currency } = positive.value else {
        return None;
    };
    let turn = |interval: Interval| Interval {
        lo: -interval.hi,
        hi: -interval.lo,
        lo_open: interval.hi_open,
        hi_open: interval.lo_open,
    };
    let measure = Measure {
        stated: turn(measure.stated),
        typical: turn(measure.typical),
        possible: turn(measure.possible),
        hedge: measure.hedge,
    };
    Some(Found::new(
        words,
        i,
        positive.end,
        Value::Money { measure, currency },
    ))
}

/// «Malaysian ringgits 42»: a name before its number, where nothing is counted behind.
fn turned(words: Words<'_>, i: usize) -> Option<Found> {
    let word = words
        .entry(i)
        .money
        .filter(|word| word.form == Form::Name)?;
    let amount = in_money(words, i + 1).filter(|_| words.kind(i + 1) == Kind::Digits)?;
    let ends = matches!(
        words.kind(amount.end),
        Kind::None | Kind::Stop | Kind::Comma | Kind::Close
    );
    let before = back(i);
    let adjective = currency::place(words, before)
        .filter(|&(_, end)| end == i)
        .map(|(codes, _)| currency::of_place(codes, word.currency));
    let counted = words.kind(before) == Kind::Digits || words.entry(before).number.is_some();
    if words.is(i, "won") || sense::is_doubtful(words, i) {
        return None;
    }
    if !ends || counted || adjective.is_none() && words.kind(before) == Kind::Word {
        return None;
    }
    let named = Named {
        currency: adjective.unwrap_or(word.currency),
        minor: 1,
        scale: 1.0,
        end: amount.end,
    };
    let start = if adjective.is_some() { before } else { i };
    Some(found(words, start, amount, named))
}

/// «$5», «US$ 4.7 billion», «USD 200», «Rs 500», «Malaysian ringgits 42».
fn behind_name(words: Words<'_>, i: usize) -> Option<Found> {
    let named = prefix(words, i)?;
    let at = named.end;
    let at =
        at + usize::from(words.kind(at) == Kind::Dash && words.glued(at + 1) && !words.glued(at));
    if words.at(at).gap > Gap::Space && words.kind(i) != Kind::Currency {
        return None;
    }
    let lone_digits = matches!(words.kind(at), Kind::Digits | Kind::Stop | Kind::Vulgar);
    if words.kind(i) != Kind::Currency
        && !lone_digits
        && words.kind(named.end - 1) != Kind::Currency
        && !is_spelt(words, i, at)
    {
        return None;
    }
    let mut amount = in_money(words, at)?;
    if amount.lo.article {
        return None;
    }
    if amount.hi.is_none()
        && let Some((hi, scale)) = repeated(words, i, amount, named.currency)
    {
        amount.lo.value *= scale;
        amount.lo.place *= scale;
        amount.hi = Some(hi);
        amount.end = hi.end;
    }
    let mut end = amount.end;
    // «$ 10 dollars», «$5 US», «$15 CAD».
    let mut currency = named.currency;
    if let Some(again) = name(words, end)
        && (again.currency == named.currency
            || words
                .entry(end)
                .money
                .is_some_and(|word| word.form == Form::Code))
        && again.minor == 1
        && words.kind(end) == Kind::Word
        && words.kind(again.end) != Kind::Digits
    {
        end = again.end;
        currency = again.currency;
    }
    if let Some((codes, name)) = currency::place(words, end)
        && words.any(name, set!["dollars", "dollar"])
    {
        currency = currency::of_place(codes, named.currency);
        end = name + 1;
    }
    amount.end = end;
    // «$2 and 50 cents», «£9 and 5p».
    if let Some((more, end)) = minor(words, Named { end, ..named }, amount)
        && words.kind(end - 1) == Kind::Word
    {
        amount.lo.value += more;
        amount.lo.place = 0.01;
        amount.end = end;
    }
    let mut start = i;
    // «$20m Canadian,».
    if words.kind(i) == Kind::Currency
        && let Some((codes, next)) = currency::place(words, end).filter(|_| words.capital(end))
        && name::is_adjective(words, next - 1)
        && !matches!(words.kind(next), Kind::Word | Kind::Dash | Kind::Currency)
        && currency::of_place(codes, currency) != currency
    {
        currency = currency::of_place(codes, currency);
        amount.end = next;
    }
    if let Some((known, from)) = name::apart(words, i) {
        currency = known;
        start = from;
    }
    if words.kind(i) == Kind::Currency
        && words.glued(i)
        && let Some(known) = letters(words, back(i), words.str(i))
    {
        currency = known;
        start = back(i);
    }
    Some(found(words, start, amount, Named { currency, ..named }))
}

/// «Rs two lakh», «USD three million»: a sum in words behind the name at `i`, of a hundred and more.
fn is_spelt(words: Words<'_>, i: usize, at: usize) -> bool {
    let form = words.entry(i).money.map(|word| word.form);
    let letters = words.str(i);
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let named = form == Some(Form::Code) && capitals && !name::is_english(words, i)
        || form == Some(Form::Plain) && letters.len() > 1 && !words.is(i, "le");
    named
        && words.has(at, flag::NUMBER)
        && in_money(words, at).is_some_and(|amount| amount.lo.value >= 100.0 && !amount.lo.article)
}

/// «$5m to $7m», «$5-$7»: the upper end of a range that names its currency again.
/// With what the lower end is in: «$20 to $30 million» means millions at both ends.
fn repeated(words: Words<'_>, i: usize, lo: Amount, currency: Currency) -> Option<(Numeral, f64)> {
    let at = lo.end;
    let between = words.is(at, "and") && words.is(back(i), "between");
    let joins =
        matches!(words.kind(at), Kind::Dash | Kind::Tilde) || words.any(at, set!["to", "or"]);
    if !joins && !between {
        return None;
    }
    let Some(named) = prefix(words, at + 1) else {
        // «between $5 and 7».
        let hi = in_money(words, at + 1).filter(|hi| between && hi.hi.is_none())?;
        let counted = words.kind(hi.end) == Kind::Word && !words.has(hi.end, flag::FUNCTION);
        let more = hi.lo.value > lo.lo.value && !hi.lo.article && !counted;
        return (more && words.kind(hi.end) != Kind::Percent).then_some((hi.lo, 1.0));
    };
    if named.currency != currency {
        return None;
    }
    let hi = in_money(words, named.end)?;
    let plain = number::cardinal(words, lo.end - 1).is_some_and(|last| last.value < 1e3);
    let figure = digits_of(words, named.end);
    let scale = if plain && figure > 0.0 && lo.lo.value < figure {
        hi.lo.value / figure
    } else {
        1.0
    };
    let from = lo.lo.value * scale;
    let step = words.is(at, "to")
        && (found::is_change(words, i)
            || change::is_step(words, i, from, hi.lo.value, Written::Each));
    (hi.hi.is_none() && hi.lo.value > from && !step).then_some((hi.lo, scale))
}

/// The number in digits at `i`, without the scale words behind it.
fn digits_of(words: Words<'_>, i: usize) -> f64 {
    super::digits::read(words, i).map_or(0.0, |digits| digits.value)
}

/// A number in front of a currency or behind one: here «m», «b» and «tn» are millions, billions and trillions.
fn in_money(words: Words<'_>, i: usize) -> Option<Amount> {
    let mut amount = amount::read(words, i)?;
    if let Some(cents) = comma(words, i, amount) {
        amount.lo.value += cents;
        amount.lo.place = 0.01;
        amount.end += 2;
    }
    let scale = |at: usize| {
        let scale = match words.str(at) {
            "m" | "M" | "mil" | "mm" => 1e6,
            "b" | "B" => 1e9,
            "t" | "T" | "tr" => 1e12,
            "K" => 1e3,
            _ => return None,
        };
        let apart = words.at(at).gap == Gap::Space
            && (words.width(at) > 1 || words.any(at, set!["m", "b"]));
        (words.glued(at) || apart).then_some(scale)
    };
    if let Some(by) = scale(amount.end) {
        let last = amount.hi.as_mut().unwrap_or(&mut amount.lo);
        let small = last.value < 1e4;
        last.value *= by;
        last.place *= by;
        last.end += 1;
        if amount.hi.is_some() && small {
            amount.lo.value *= by;
            amount.lo.place *= by;
        }
        amount.end += 1;
        if amount.hi.is_none()
            && words.kind(amount.end) == Kind::Dash
            && let Some(mut hi) = number::number(words, amount.end + 1)
            && let Some(by) = scale(hi.end)
        {
            hi.value *= by;
            hi.place *= by;
            hi.end += 1;
            if hi.value > amount.lo.value {
                amount.end = hi.end;
                amount.hi = Some(hi);
            }
        }
    } else if let Some(word) = words.entry(amount.end).money
        && word.form == Form::Code
        && is_code(words, amount.end, true)
        && let Some(NumberWord::Scale(by)) = words.entry(amount.end + 1).number
        && words.width(amount.end + 1) > 2
        && amount.hi.is_none()
    {
        // «75 USD million».
        amount.lo.value *= by;
        amount.lo.place *= by;
        amount.end += 2;
    }
    Some(amount)
}

/// «€5,20», «5,20 €»: a comma before two digits of cents, where the currency touches the sum.
fn comma(words: Words<'_>, i: usize, amount: Amount) -> Option<f64> {
    let at = amount.end;
    let cents = words.kind(at) == Kind::Comma
        && words.glued(at)
        && words.glued(at + 1)
        && words.kind(at + 1) == Kind::Digits
        && words.width(at + 1) == 2
        && !(words.glued(at + 2)
            && matches!(words.kind(at + 2), Kind::Comma | Kind::Word | Kind::Dash));
    let named = words.kind(back(i)) == Kind::Currency || words.kind(at + 2) == Kind::Currency;
    let whole = amount.hi.is_none() && at == i + 1 && words.kind(i) == Kind::Digits;
    let value: f64 = words.str(at + 1).parse().ok()?;
    (cents && named && whole).then_some(value / 100.0)
}

/// «10 dollars», «125 million Australian dollars», «197 pence», «100₾», «one-yen», «a dollar and 42 cents».
fn before_name(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    let of = amount::with_of(words, i).filter(|many| name(words, many.end).is_some());
    let mut amount = of
        .or_else(|| half(words, i))
        .or_else(|| in_money(words, i))
        .or_else(|| one(words, i))?;
    if words.kind(amount.end - 1) == Kind::Word
        && let Some(word) = words.entry(back(back(amount.end))).money
        && amount.end >= i + 3
        && word.form == Form::Code
    {
        let named = Named {
            currency: word.currency,
            minor: 1,
            scale: 1.0,
            end: amount.end,
        };
        return Some(found(words, i, amount, named));
    }
    let mut at = amount::opened(words, amount.end);
    let dash = words.kind(at) == Kind::Dash && words.glued(at) == words.glued(at + 1);
    at += usize::from(dash);
    // «10 million in dollars» is left alone; «half a million of euros» is not English.
    let named = name(words, at)?;
    if !context.rule && !is_money(words, i, &amount, at, named) {
        return None;
    }
    amount.end = named.end;
    // «2 € million».
    if amount.hi.is_none()
        && words.kind(at) == Kind::Currency
        && words.at(named.end).gap == Gap::Space
        && let Some(NumberWord::Scale(by)) = words.entry(named.end).number
        && words.width(named.end) > 3
        && amount.lo.value < 1e3
    {
        amount.lo.value *= by;
        amount.lo.place *= by;
        amount.end += 1;
        return Some(found(words, i, amount, named));
    }
    if words.any(
        i,
        set!["multi", "multimillion", "multibillion", "multitrillion"],
    ) {
        // «A multibillion-dollar deal» tells the unit; how many is as vague as a hedge.
        let mut several = found(words, i, amount, named);
        several.core = words.span(at, named.end);
        several.hedge = Some(words.span(i, at));
        return Some(several);
    }
    if let Some((more, end)) = minor(words, named, amount) {
        amount.lo.value += more;
        amount.lo.place = amount.lo.place.min(0.01);
        amount.end = end;
    } else if amount.lo.article
        && let Some((part, end)) = super::fraction::after_and(words, named.end)
    {
        // «a dollar and a half».
        amount.lo.value += part;
        amount.lo.place = 0.1;
        amount.end = end;
    }
    Some(found(words, i, amount, named))
}

/// «50 cents» after «3 dollars», «50» after «15 dollars», «and 42 cents».
fn minor(words: Words<'_>, named: Named, amount: Amount) -> Option<(f64, usize)> {
    if named.minor != 1 || amount.hi.is_some() || amount.lo.place < 1.0 || amount.vague.is_some() {
        return None;
    }
    let joined = usize::from(words.is(named.end, "and"));
    let comma = usize::from(joined == 0 && words.kind(named.end) == Kind::Comma);
    let at = named.end + joined + comma;
    let part = number::cardinal(words, at)?;
    if part.value >= 1000.0 || part.place < 1.0 {
        return None;
    }
    if let Some(word) = words.entry(part.end).money
        && word.form == Form::Minor
    {
        // A dinar has a thousand fils, a dirham a hundred.
        let dinars = words.is(part.end, "fils") && named.currency != Currency(*b"AED");
        let of = if dinars { 1000 } else { word.minor };
        let value = part.value / f64::from(of);
        return (value < 1.0).then_some((value, part.end + 1));
    }
    if comma > 0 || part.value >= 100.0 {
        return None;
    }
    if words.any(part.end, set!["c", "p"]) && words.glued(part.end) {
        return Some((part.value / 100.0, part.end + 1));
    }
    // A bare number is cents where nothing else follows that it could count.
    let ends = !matches!(
        words.kind(part.end),
        Kind::Word | Kind::Percent | Kind::Dash | Kind::Currency | Kind::Colon
    ) || (words.is(part.end, "and") && joined > 0);
    (ends && (words.kind(named.end - 1) == Kind::Word)).then_some((part.value / 100.0, part.end))
}

/// The currency whose name stands at `at`, and the index after it.
pub(super) fn named(words: Words<'_>, at: usize) -> Option<(Currency, usize)> {
    name(words, at).map(|named| (named.currency, named.end))
}

fn found(words: Words<'_>, i: usize, amount: Amount, named: Named) -> Found {
    let factor = named.scale / f64::from(named.minor);
    let measure = amount.measure(factor, Rounding::Stated);
    Found::new(
        words,
        i,
        amount.end,
        Value::Money {
            measure,
            currency: named.currency,
        },
    )
}
