//! Physical quantities: «six-mile», «10 1/2 miles», «5 feet and 2 inches», «37 °C», «a magnitude of 6.1».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Quantity`] in the unit as stated.

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::count;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::unit;
use crate::value::Unit;
use crate::value::Value;

/// Reads a quantity that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if let Some(found) = magnitude(words, i) {
        return Some(found);
    }
    let amount = amount(words, i, context)?;
    let mut at = amount.end;
    let dashed = words.kind(at) == Kind::Dash && words.glued(at) == words.glued(at + 1);
    at += usize::from(dashed);
    if words.any(at, &["more", "further", "additional", "extra"]) && !dashed {
        at += 1;
    }
    // «0.9 trillion», «1.8M dollars»: the capital M is a million.
    let (unit, end) = unit::quantity_at(words, at)?;
    if !context.rule && !fits(words, i, amount, at, unit, dashed) {
        return None;
    }
    let mut amount = amount;
    let mut end = end;
    if amount.hi.is_none()
        && let Some((part, next)) = smaller(words, unit, end)
    {
        amount.lo.value += part;
        amount.lo.place = amount.lo.place.min(part.max(1e-9));
        end = next;
    } else if amount.hi.is_none()
        && let Some((part, next)) = super::fraction::after_and(words, end)
        && words.entry(next).unit.is_none()
    {
        amount.lo.value += part;
        amount.lo.place = amount.lo.value;
        end = next;
    }
    let cold = matches!(unit.dimension, "temperature" | "angle")
        && words.phrase(end, &["below", "zero"]).is_some();
    if cold && amount.hi.is_none() && amount.lo.value > 0.0 {
        amount.lo.value = -amount.lo.value;
        end += 2;
    }
    let measure = amount.measure(1.0, Rounding::Stated);
    Some(Found::new(words, i, end, Value::Quantity { measure, unit }))
}

/// A number, «a», «half a», «quarter-».
fn amount(words: Words<'_>, i: usize, context: &Context) -> Option<Amount> {
    if let Some(part) = words.entry(i).fraction
        && !part.plural
    {
        let article = words.entry(i + 1).number == Some(NumberWord::Article);
        let of = words.is(i + 1, "of") && words.entry(i + 2).number == Some(NumberWord::Article);
        let value = 1.0 / f64::from(part.of);
        if article || of {
            return Some(Amount::one(Numeral::new(
                value,
                value,
                i + 2 + usize::from(of),
            )));
        }
    }
    // «three-quarters of a mile».
    if let Some(part) =
        amount::read(words, i).filter(|amount| amount.hi.is_none() && amount.lo.value < 1.0)
        && words.is(part.end, "of")
        && words.entry(part.end + 1).number == Some(NumberWord::Article)
    {
        let end = part.end + 2;
        return Some(Amount { end, ..part });
    }
    if words.entry(i).number == Some(NumberWord::Article) {
        if let Some(amount) = amount::read(words, i) {
            return Some(amount);
        }
        // «a kg» and «a millilitre» are amounts; «a foot» in prose mostly is not.
        let at = i + 1;
        let lead = context.rule
            || words.len() == 2
            || words.phrase(i + 2, &["and", "a"]).is_some()
            || words.any(
                back(i),
                &[
                    "half", "than", "about", "nearly", "almost", "over", "under", "within",
                    "least", "quarter",
                ],
            );
        return (lead && words.entry(at).unit.is_some()).then(|| {
            Amount::one(Numeral {
                article: true,
                ..Numeral::new(1.0, 1.0, at)
            })
        });
    }
    amount::read(words, i)
}

fn fits(words: Words<'_>, i: usize, amount: Amount, at: usize, unit: Unit, dashed: bool) -> bool {
    let letters = words.str(at);
    // «5 in 2018» and «3 in four»: the preposition. «the 1m people» is a million.
    let one_letter = letters.len() == 1 && words.kind(at) == Kind::Word;
    if dashed && (one_letter || letters == "in") {
        return false;
    }
    if one_letter
        && letters.starts_with(char::is_uppercase)
        && !matches!(letters, "L" | "C" | "F" | "W" | "V" | "J" | "B")
    {
        return false;
    }
    if one_letter && (words.glued(at + 1) && words.kind(at + 1) == Kind::Dash) {
        return false;
    }
    if letters.len() == 1 && words.kind(at) == Kind::Word && is_id_prefix(words, i) {
        return false;
    }
    if words.is(at, "pounds") && amount.lo.value >= 1e5 {
        return false;
    }
    // «seventy stone steps» but «12 stone»; «two foot soldiers» but «a six foot wall».
    if words.is(at, "stone")
        && !dashed
        && (words.kind(at + 1) == Kind::Word && !words.is(at + 1, "and"))
    {
        return false;
    }
    if words.is(at, "foot")
        && !dashed
        && words.kind(i) == Kind::Word
        && words.any(at + 1, &["soldiers", "patrols", "patrol"])
    {
        return false;
    }
    // «1.2m people» is a million; «100m hurdles» are metres.
    if letters == "m"
        && words.glued(at)
        && !words.is(at + 1, "hurdles")
        && count::noun(words, at + 1).is_some()
    {
        return false;
    }
    // «the 5 bit players» and «amp»: a name in capitals is another thing.
    !(unit.symbol == "B" && letters == "b")
}

/// Whether an abbreviation without vowels stands before the number: «scp 173 m» is an id.
fn is_id_prefix(words: Words<'_>, i: usize) -> bool {
    let mut before = back(i);
    if words.kind(before) == Kind::Dash {
        before = back(before);
    }
    let word = words.str(before);
    let vowel = |c: char| "aeiouyAEIOUY".contains(c);
    words.kind(before) == Kind::Word
        && (2..=4).contains(&word.len())
        && words.entry(before).unit.is_none()
        && !word.contains(vowel)
}

/// «and 2 inches» after feet, «10 oz» after pounds, «8in» after «5ft».
fn smaller(words: Words<'_>, unit: Unit, end: usize) -> Option<(f64, usize)> {
    let pair: (&[&str], f64) = match unit.symbol {
        "ft" => (&["inch", "inches", "in"], 12.0),
        "lb" => (&["ounce", "ounces", "oz"], 16.0),
        "st" => (&["pound", "pounds", "lb", "lbs"], 14.0),
        _ => return None,
    };
    let at = end
        + usize::from(words.is(end, "and"))
        + usize::from(matches!(words.kind(end), Kind::Comma | Kind::Dash));
    let part = number::number(words, at)?;
    let dash = usize::from(words.kind(part.end) == Kind::Dash);
    let word = part.end + dash;
    let named = words.any(word, pair.0) && (!words.is(word, "in") || words.glued(word));
    (named && part.value < pair.1).then_some((part.value / pair.1, word + 1))
}

/// «magnitude 6.1», «a magnitude of 6.1», «6.1-magnitude», «6.1 on the Richter scale».
fn magnitude(words: Words<'_>, i: usize) -> Option<Found> {
    let make = |amount: Amount, end: usize| {
        let measure = amount.measure(1.0, Rounding::Stated);
        Found::new(
            words,
            i,
            end,
            Value::Quantity {
                measure,
                unit: unit::MAGNITUDE,
            },
        )
    };
    let amount = amount::read(words, i)?;
    if amount.lo.value <= 0.0 || amount.lo.value >= 10.0 {
        return None;
    }
    let before = back(i);
    let put = words.any(before, &["at", "was", "is"]) && words.is(back(before), "magnitude");
    let told = put
        || words.is(before, "magnitude")
        || (words.is(before, "of") && words.is(back(before), "magnitude"))
        || (words.kind(before) == Kind::Dash && words.is(back(before), "magnitude"));
    if told {
        return Some(make(amount, amount.end));
    }
    let at = amount.end + usize::from(words.kind(amount.end) == Kind::Dash);
    if words.is(at, "magnitude") {
        return Some(make(amount, at + 1));
    }
    let scale = words
        .phrase(at, &["on", "the", "richter", "scale"])
        .or_else(|| words.phrase(at, &["on", "the", "richter"]));
    scale.map(|end| make(amount, end))
}
