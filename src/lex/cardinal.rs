//! Cardinals and ordinals in words, and in digits with scale words.
//!
//! In: the tokens of a sentence and an index. Out: a [`Numeral`]: «twenty-one thousand eleven», «4 thousand 3 hundred
//! and 21», «14 million», «two hundred point zero three», «a dozen», «two hundredth», «21st».

use super::digits;
use super::number;
use super::number::NumberWord;
use super::number::NumberWord::{
    Article, Fused, Group, Hundred, One, Ordinal, Plural, Scale, Teen, Tens,
};
use super::number::Numeral;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::set;

/// Reads a cardinal that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize) -> Option<Numeral> {
    if number::none(words, i) {
        return None;
    }
    match words.memo {
        Some(memo) => memo.cardinals.at(i, || read_anew(words, i)),
        None => read_anew(words, i),
    }
}

fn read_anew(words: Words<'_>, i: usize) -> Option<Numeral> {
    if let Some(first) = digits::read(words, i) {
        // «11 point 5».
        if first.place >= 1.0 && words.kind(first.end + 1) == Kind::Digits {
            return point(words, first.end, first.value).or(Some(scaled(words, i, first)));
        }
        return Some(scaled(words, i, first));
    }
    let first = words.entry(i).number?;
    if first == Article {
        let mut next = i + 1;
        if words.is(next, "good") || words.is(next, "whole") {
            next += 1;
        }
        return match words.entry(next).number {
            Some(Hundred | Scale(_)) if words.width(next) > 2 => {
                sum(words, next, Some((1.0, true)))
            }
            Some(Group(of)) => Some(group(words, next, 1.0, of)),
            _ => None,
        };
    }
    // «hundred and one», «thousand two hundred»: a sum may leave out its «one».
    let alone = words.entry(back(i)).number.is_none() || i == 0;
    if alone && matches!(first, Hundred | Scale(_)) && words.width(i) > 3 && !words.glued(i) {
        let lead = sum(words, i, Some((1.0, true)))?;
        return (lead.end > i + 1 || words.len() == 1).then_some(lead);
    }
    // «point five».
    if first == NumberWord::Lead && words.is(i, "point") && i == 0 {
        return point(words, i, 0.0).filter(|part| part.end == words.len());
    }
    if let Group(of) = first
        && words.is(i, "dozen")
    {
        return Some(group(words, i, 1.0, of));
    }
    if !matches!(first, One(_) | Teen(_) | Tens(_) | Fused(_)) {
        return None;
    }
    sum(words, i, None)
}

/// «x 10^9», «× 10⁶» at `at`: the power and the index after it.
fn power_of_ten(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let cross = words.is(at, "x") || words.str(at) == "×";
    if !cross || words.str(at + 1) != "10" || !words.glued(at + 2) {
        return None;
    }
    let raised = words.str(at + 2);
    let small: Option<String> = raised
        .chars()
        .map(|c| {
            "⁰¹²³⁴⁵⁶⁷⁸⁹"
                .chars()
                .position(|digit| digit == c)
                .and_then(|n| char::from_digit(u32::try_from(n).ok()?, 10))
        })
        .collect();
    let (sign, digits, end) = if raised == "^" {
        let minus = usize::from(words.kind(at + 3) == Kind::Dash);
        let sign = if minus > 0 { -1 } else { 1 };
        (sign, words.str(at + 3 + minus).to_owned(), at + 4 + minus)
    } else {
        (1, small.filter(|digits| !digits.is_empty())?, at + 3)
    };
    let power: i32 = digits.parse().ok()?;
    (power <= 30).then(|| (10f64.powi(sign * power), end))
}

/// A number in digits with what scale words follow it: «14 million», «1200k», «4 thousand 3 hundred and 21».
pub(crate) fn scaled(words: Words<'_>, i: usize, first: Numeral) -> Numeral {
    if let Some((power, end)) = power_of_ten(words, first.end) {
        return Numeral::new(first.value * power, first.place * power, end);
    }
    let at = first.end;
    // «1-million»
    let dash = usize::from(words.kind(at) == Kind::Dash && words.glued(at) && words.glued(at + 1));
    match words.entry(at + dash).number {
        Some(Scale(scale)) => {
            let short = words.width(at + dash) <= 2;
            // «k» touches its number; «bn» may stand apart.
            if words.width(at) == 1 && !words.glued(at) || (dash > 0 && short) {
                return first;
            }
            let value = first.value * scale;
            let one = Numeral::new(value, first.place * scale, at + dash + 1);
            // «1.5 lakh crore», «20 thousand crore».
            if scale <= 1e5
                && dash == 0
                && words.any(one.end, set!["crore", "crores"])
                && words.at(one.end).gap == super::token::Gap::Space
            {
                return Numeral::new(value * 1e7, one.place * 1e7, one.end + 1);
            }
            if first.place < 1.0 || short || dash > 0 {
                return one;
            }
            // «Rs 4 lakh and 200 grams of gold»: the sum ends where something else is measured.
            let other = words.is(one.end, "and")
                && words.kind(one.end + 1) == Kind::Digits
                && matches!(
                    words.kind(back(i)),
                    Kind::Currency | Kind::Word | Kind::Stop
                )
                && (words.kind(back(i)) == Kind::Currency || words.entry(back(i)).money.is_some());
            sum(words, i, Some((first.value, false)))
                .filter(|all| all.end > one.end)
                .filter(|all| !other || words.entry(all.end).unit.is_none())
                .unwrap_or(one)
        }
        // «2.5 hundred».
        Some(Hundred) if first.place < 1.0 && first.value < 100.0 && dash == 0 => {
            Numeral::new(first.value * 100.0, first.place * 100.0, at + 1)
        }
        Some(Hundred) if first.place >= 1.0 && first.value < 1000.0 && dash == 0 => {
            sum(words, i, Some((first.value, false))).unwrap_or(first)
        }
        // «3 millions», «5 hundreds»: a plural that a number makes definite.
        Some(Plural(scale)) if scale >= 100.0 && dash == 0 && !words.is(at + 1, "of") => {
            Numeral::new(first.value * scale, first.place * scale, at + 1)
        }
        Some(Group(12) | Plural(12.0)) if first.place >= 1.0 && dash == 0 => {
            group(words, at, first.value, 12)
        }
        _ => match (words.str(at), words.glued(at)) {
            ("M", true) if words.kind(at) == Kind::Word => {
                Numeral::new(first.value * 1e6, first.place * 1e6, at + 1)
            }
            // «5G» is a network.
            ("G", true)
                if words.kind(at) == Kind::Word && (first.place < 1.0 || first.value >= 10.0) =>
            {
                Numeral::new(first.value * 1e9, first.place * 1e9, at + 1)
            }
            _ => first,
        },
    }
}

fn group(words: Words<'_>, i: usize, many: f64, of: u8) -> Numeral {
    let of = f64::from(of);
    let end = i + 1;
    // «a couple of hundred», «a couple thousand».
    let next = end + usize::from(words.is(end, "of"));
    match words.entry(next).number {
        Some(Group(12)) if of < 3.0 => return Numeral::new(many * of * 12.0, 12.0, next + 1),
        Some(Hundred) if of < 3.0 => return Numeral::new(many * of * 100.0, 100.0, next + 1),
        Some(Scale(scale)) if of < 3.0 && words.width(next) > 3 => {
            return Numeral::new(many * of * scale, scale, next + 1);
        }
        _ => {}
    }
    let end = if words.is(end, "of") && words.kind(end + 1) != Kind::Word {
        end + 1
    } else {
        end
    };
    Numeral::new(many * of, of, end)
}

/// The state of a sum of number words.
struct Sum {
    /// Thousands and up that are closed.
    total: f64,
    /// What is open below the last scale.
    current: f64,
    /// The last scale used: the next must be smaller.
    scale: f64,
    end: usize,
}

/// Reads words from `i`. `start` is what stands before the first scale word: an article, or a number in digits (then
/// the digits are at `i`).
fn sum(words: Words<'_>, i: usize, start: Option<(f64, bool)>) -> Option<Numeral> {
    let mut sum = Sum {
        total: 0.0,
        current: start.map_or(0.0, |(value, _)| value),
        scale: f64::INFINITY,
        end: i,
    };
    let mut at = i;
    if let Some((_, article)) = start
        && !article
    {
        at = digits::read(words, i)?.end;
        sum.end = at;
    }
    let mut open = start.is_some();
    loop {
        let (next, joined) = join(words, at, &sum);
        if !step(words, next, joined, &mut sum, &mut open) {
            break;
        }
        at = sum.end;
    }
    if sum.end == i
        || (start.is_some_and(|(_, article)| !article)
            && sum.scale.is_infinite()
            && sum.current < 100.0)
    {
        return None;
    }
    let value = sum.total + sum.current;
    if value < 100.0
        && start.is_none()
        && matches!(words.entry(sum.end).number, Some(Group(12) | Plural(12.0)))
    {
        return Some(group(words, sum.end, value, 12));
    }
    Some(point(words, sum.end, value).unwrap_or_else(|| Numeral::whole(value, sum.end)))
}

/// Where the next word of a sum can be: after a hyphen, or after «and» behind hundreds and thousands.
fn join(words: Words<'_>, at: usize, sum: &Sum) -> (usize, bool) {
    let big = sum.current >= 100.0 || sum.scale.is_finite();
    if words.kind(at) == Kind::Dash && at > 0 {
        if big && words.is(at + 1, "and") && words.kind(at + 2) == Kind::Dash {
            return (at + 3, true);
        }
        return (at + 1, false);
    }
    if words.is(at, "and") && big {
        return (at + 1, true);
    }
    if words.kind(at) == Kind::Comma
        && sum.scale.is_finite()
        && sum.current == 0.0
        && matches!(words.entry(at + 2).number, Some(Hundred))
    {
        return (at + 1, false);
    }
    (at, false)
}

/// Takes the word at `at` into the sum, if it goes on there.
fn step(words: Words<'_>, at: usize, joined: bool, sum: &mut Sum, open: &mut bool) -> bool {
    let tens = sum.current % 100.0;
    let word = words.entry(at).number;
    let fits = |value: f64| sum.scale.is_infinite() || value < sum.scale;
    match word {
        Some(One(n))
            if n > 0 && sum.current != 0.0 && tens >= 20.0 && tens % 10.0 == 0.0 && !joined =>
        {
            sum.current += f64::from(n);
        }
        Some(One(n))
            if n > 0
                && tens == 0.0
                && !(*open && sum.current < 100.0 && sum.current != 0.0)
                && fits(f64::from(n)) =>
        {
            sum.current += f64::from(n);
        }
        Some(One(0)) if sum.current == 0.0 && sum.total == 0.0 && !*open => sum.current = 0.0,
        Some(Teen(n) | Tens(n) | Fused(n))
            if tens == 0.0 && !(*open && sum.current < 100.0 && sum.current != 0.0) =>
        {
            sum.current += f64::from(n);
        }
        // «one twenty-two» for a hundred and twenty-two.
        Some(Tens(n))
            if (1.0..10.0).contains(&sum.current)
                && sum.total == 0.0
                && words.kind(at - 1) == Kind::Word
                && matches!(words.entry(at + 1).number, Some(One(1..=9)))
                && !matches!(
                    words.entry(at + 2).number,
                    Some(Hundred | Scale(_) | Ordinal(_))
                ) =>
        {
            sum.current = sum.current * 100.0 + f64::from(n);
        }
        Some(Hundred)
            if sum.current > 0.0
                && sum.current < 1000.0
                && sum.current % 100.0 != 0.0
                && !joined =>
        {
            sum.current *= 100.0;
        }
        Some(Scale(scale))
            if sum.current > 0.0 && scale < sum.scale && !joined && words.width(at) > 1 =>
        {
            sum.total += sum.current * scale;
            sum.current = 0.0;
            sum.scale = scale;
        }
        _ if words.kind(at) == Kind::Digits
            && (sum.scale.is_finite() || (sum.current >= 100.0 && joined))
            && tens == 0.0 =>
        {
            let Some(next) = digits::read(words, at) else {
                return false;
            };
            let limit = if sum.current >= 100.0 {
                100.0
            } else {
                sum.scale
            };
            let unit = words.entry(next.end);
            if next.value == 0.0 || next.value >= limit || next.place < 1.0 {
                return false;
            }
            // «4 million 300 people» needs «and» or a scale word to go on.
            if !joined && !matches!(unit.number, Some(Hundred | Scale(_))) {
                return false;
            }
            sum.current += next.value;
            sum.end = next.end;
            *open = true;
            return true;
        }
        _ => return false,
    }
    // Digits or an article before the first scale word no longer stand alone.
    *open = false;
    sum.end = at + 1;
    true
}

/// «point zero three» after a whole number, and a scale word behind it.
fn point(words: Words<'_>, at: usize, whole: f64) -> Option<Numeral> {
    if !words.is(at, "point") {
        return None;
    }
    let mut place = 1.0;
    let mut value = whole;
    let mut end = at + 1;
    let decimals = words.str(end);
    // «at one point 1,300 people»
    if words.kind(end) == Kind::Digits
        && words.glued(end + 1)
        && words.glued(end + 2)
        && words.kind(end + 2) == Kind::Digits
    {
        return None;
    }
    if words.kind(end) == Kind::Digits && decimals.len() <= 9 {
        place = 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(1));
        value += decimals.parse::<f64>().unwrap_or(0.0) * place;
        let scale = match words.entry(end + 1).number {
            Some(Scale(scale)) if words.width(end + 1) > 2 => scale,
            _ => return Some(Numeral::new(value, place, end + 1)),
        };
        return Some(Numeral::new(value * scale, place * scale, end + 2));
    }
    while let Some(One(digit)) = words.entry(end).number
        && place > 1e-9
    {
        place /= 10.0;
        value += f64::from(digit) * place;
        end += 1;
    }
    if end == at + 1 {
        let (Some(Teen(n) | Tens(n)), 0..) = (words.entry(end).number, end) else {
            return None;
        };
        place = 0.01;
        value += f64::from(n) * place;
        end += 1;
        if let Some(One(digit)) = words.entry(end).number
            && n >= 20
        {
            value += f64::from(digit) * place;
            end += 1;
        }
    }
    if let Some(Scale(scale)) = words.entry(end).number {
        return Some(Numeral::new(value * scale, place * scale, end + 1));
    }
    Some(Numeral::new(value, place, end))
}

/// Reads an ordinal that starts at token `i`.
pub(crate) fn ordinal(words: Words<'_>, i: usize) -> Option<Numeral> {
    if words.kind(i) == Kind::Digits {
        let number = digits::read(words, i)?;
        let at = number.end;
        let tight =
            words.glued(at) || (words.kind(at - 1) == Kind::Digits && words.str(at) == "th");
        let suffix = tight && words.any(at, set!["st", "nd", "rd", "th"]);
        return (suffix && number.place >= 1.0).then(|| Numeral::new(number.value, 1.0, at + 1));
    }
    if let Some(Ordinal(value)) = words.entry(i).number {
        return Some(Numeral::new(value, 1.0, i + 1));
    }
    let first = words.entry(i).number?;
    let start = if first == Article { i + 1 } else { i };
    if let Some(Ordinal(value)) = words.entry(start).number
        && value >= 1000.0
    {
        return Some(Numeral::new(value, 1.0, start + 1));
    }
    if !matches!(
        words.entry(start).number?,
        One(_) | Teen(_) | Tens(_) | Hundred | Scale(_)
    ) {
        return None;
    }
    compound(words, start)
}

/// A compound ordinal: a cardinal in words whose last word is an ordinal: «two hundredth», «one hundred and fifth»,
/// «twenty—fifth».
pub(crate) fn compound(words: Words<'_>, i: usize) -> Option<Numeral> {
    let lead = match words.entry(i).number? {
        Hundred | Scale(_) => sum(words, i, Some((1.0, true)))?,
        _ => sum(words, i, None)?,
    };
    let mut at = lead.end;
    if words.kind(at) == Kind::Dash || (words.is(at, "and") && lead.value >= 100.0) {
        at += 1;
    }
    let Some(Ordinal(last)) = words.entry(at).number else {
        return None;
    };
    let (low, value) = (lead.value, last);
    let value = if value >= 100.0 && low > 0.0 && low < value {
        low * value
    } else if (value < 10.0 && low % 100.0 >= 20.0 && low % 10.0 == 0.0)
        || (value < 100.0 && low >= 100.0 && low % 100.0 == 0.0)
    {
        low + value
    } else {
        return None;
    };
    Some(Numeral::new(value, 1.0, at + 1))
}

/// Whether the word at `i` is the pronoun «one»: «the one you mentioned», «this one», «no one», «one of the».
pub(crate) fn pronoun(words: Words<'_>, i: usize) -> bool {
    if words.entry(i).number != Some(NumberWord::One(1)) || !words.is(i, "one") {
        return false;
    }
    let before = back(i);
    let last = words.any(
        before,
        set![
            "the", "this", "that", "which", "no", "any", "every", "each", "another", "some",
            "only", "last", "next", "first", "good", "new", "old", "big", "other",
        ],
    ) && !matches!(words.entry(i + 1).number, Some(Hundred | Scale(_)))
        && !(words.any(before, set!["the", "some", "only"])
            && words.has(i + 1, super::fold::flag::UNIT));
    let of = words.is(i + 1, "of") || words.is(i + 1, "another") || words.is(i + 1, "'s");
    let modal = words.any(
        i + 1,
        set![
            "can", "could", "must", "should", "would", "might", "cannot", "may",
        ],
    );
    last || of || modal
}
