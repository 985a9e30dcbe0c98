//! Numbers in digits: grouping, decimals, vulgar fractions, tokenised text.
//!
//! In: the tokens of a sentence and an index. Out: a [`Numeral`] without scale word: «2,300», «6.1», «6 . 1», «5½»,
//! «10 1/2», «12,34,567».

use super::fold::flag;
use super::money::Form;
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::set;

/// Reads a number in digits that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize) -> Option<Numeral> {
    match words.kind(i) {
        Kind::Vulgar => Some(vulgar(words, i, 0.0)),
        Kind::Stop if words.kind(i + 1) == Kind::Digits && words.glued(i + 1) => {
            let open = words.at(i).gap > Gap::None
                || matches!(
                    words.kind(back(i)),
                    Kind::Dash | Kind::Open | Kind::Currency
                );
            let decimals = words.str(i + 1);
            (open && decimals.len() <= 15).then(|| decimal(decimals, i + 2))
        }
        // No one counts with more digits than these: it is an id.
        Kind::Digits if words.width(i) > 18 => None,
        Kind::Digits => Some(with_part(words, grouped(words, i))),
        _ => None,
    }
}

/// The value of digits; below 10¹⁵ exactly.
pub(super) fn whole_number(digits: &str) -> f64 {
    if digits.len() > 15 {
        return digits.parse().unwrap_or(f64::MAX);
    }
    let value = digits
        .bytes()
        .fold(0_u64, |value, digit| 10 * value + u64::from(digit & 0xf));
    #[expect(clippy::cast_precision_loss, reason = "below 10¹⁵")]
    let value = value as f64;
    value
}

/// «1,234,567.89» and its like, from a [`Kind::Digits`] at `i`.
fn grouped(words: Words<'_>, i: usize) -> Numeral {
    let first = words.str(i);
    let mut whole = whole_number(first);
    let mut end = i + 1;
    if first.len() <= 3 {
        while let Some(next) = group(words, end) {
            whole = whole * 1000.0 + whole_number(words.str(next - 1));
            end = next;
        }
        // Lakhs: groups of two, the last of three.
        if end == i + 1 && first.len() <= 2 {
            let mut value = whole;
            let mut at = end;
            while words.kind(at) == Kind::Comma
                && touches(words, at)
                && words.kind(at + 1) == Kind::Digits
            {
                let part = words.str(at + 1);
                let number = whole_number(part);
                at += 2;
                match part.len() {
                    2 => value = value * 100.0 + number,
                    3 if at > end + 2 => {
                        whole = value * 1000.0 + number;
                        end = at;
                        break;
                    }
                    _ => break,
                }
            }
        }
    }
    if words.kind(end) == Kind::Stop && words.kind(end + 1) == Kind::Digits {
        let dotted = words.kind(end + 2) == Kind::Stop
            && words.glued(end + 2)
            && words.kind(end + 3) == Kind::Digits
            && words.glued(end + 3);
        let decimals = words.str(end + 1);
        let joined = touches(words, end) && !dotted || stands_apart(words, end);
        if joined && decimals.len() <= 15 {
            let scale = 10f64.powi(i32::try_from(decimals.len()).unwrap_or(0));
            let part = whole_number(decimals) / scale;
            return Numeral::new(whole + part, 1.0 / scale, end + 2);
        }
    }
    Numeral::whole(whole, end)
}

/// «.5»: what stands behind the point alone.
fn decimal(decimals: &str, end: usize) -> Numeral {
    let scale = 10f64.powi(i32::try_from(decimals.len()).unwrap_or(0));
    Numeral::new(whole_number(decimals) / scale, 1.0 / scale, end)
}

/// Whether the mark at `at` touches the digits on both sides.
fn touches(words: Words<'_>, at: usize) -> bool {
    words.glued(at) && words.glued(at + 1)
}

/// Whether a blank stands on both sides of the mark at `at`: «6 . 1», taken over from tokenised text into one that is printed,
/// which [`super::tokenised`] leaves as it is.
fn stands_apart(words: Words<'_>, at: usize) -> bool {
    words.at(at).gap == Gap::Space && words.at(at + 1).gap == Gap::Space
}

/// A group of three digits at `at`, after a comma or a narrow blank; gives the index after it.
fn group(words: Words<'_>, at: usize) -> Option<usize> {
    let three = |k: usize| words.kind(k) == Kind::Digits && words.width(k) == 3;
    if words.kind(at) == Kind::Comma && three(at + 1) {
        return (touches(words, at) || stands_apart(words, at)).then_some(at + 2);
    }
    // «1'234» of the Swiss.
    if words.kind(at) == Kind::Apostrophe && three(at + 1) && touches(words, at) {
        return Some(at + 2);
    }
    if three(at) && words.at(at).gap == Gap::Space {
        let from = words.at(at.checked_sub(1)?).end as usize;
        let blank = words.text.get(from..words.at(at).start as usize)?;
        let narrow = matches!(blank, "\u{a0}" | "\u{2009}" | "\u{202f}" | "\u{2008}");
        return (narrow || blank == " " && spaced(words, at)).then_some(at + 1);
    }
    None
}

/// Whether a plain blank before the three digits at `at` marks thousands: «2 800 metres», «1 250 000 homes», not «020 7946
/// 0123», «Flight 12 300 people» or «in 10 100 of them». What is counted must follow, and no label or number stand before.
fn spaced(words: Words<'_>, at: usize) -> bool {
    let group = |k: usize| {
        words.kind(k) == Kind::Digits && words.width(k) == 3 && words.at(k).gap == Gap::Space
    };
    let mut end = at;
    while end < at + 4 && group(end) {
        end += 1;
    }
    let mut first = at - 1;
    // «800 000»: the head has three digits as well.
    while first > 0 && at - first < 4 && group(first) && words.kind(back(first)) == Kind::Digits {
        first -= 1;
    }
    let head = words.str(first);
    let before = back(first);
    let opens = words.kind(first) == Kind::Digits
        && head.len() <= 3
        && !head.starts_with('0')
        && !matches!(
            words.kind(before),
            Kind::Digits | Kind::Dash | Kind::Slash | Kind::Stop | Kind::Plus | Kind::Close
        )
        && (!(words.capital(before) && before > 0) || words.has(before, flag::MONEY))
        && words.date(before).is_none();
    let follows = words.kind(end) == Kind::Word && words.at(end).gap == Gap::Space;
    let counted = words.str(end).starts_with(char::is_lowercase)
        && words.at(end).flags & flag::FUNCTION == 0
        && (words.has(end, flag::UNIT | flag::MONEY)
            || words.str(end).ends_with('s')
            || words.any(
                end,
                set!["people men women children square cubic sq cu metric nautical"],
            ));
    let alone = first == 0 && end == words.len();
    let priced = words.kind(before) == Kind::Currency && words.kind(end) != Kind::Digits;
    let sign =
        words.kind(end) == Kind::Currency && !words.glued(end) || words.has(end, flag::MONEY);
    // «USD 1 234», «1 234 MW», «1 234 British pounds».
    let code = words
        .entry(before)
        .money
        .is_some_and(|word| word.form == Form::Code);
    let unit = words.has(end, flag::UNIT) || words.has(end + 1, flag::MONEY) && words.capital(end);
    let sign = sign || alone || priced || unit || code && words.kind(end) != Kind::Digits;
    opens && (follows && counted || sign)
}

/// A vulgar fraction or «1/2» after a whole number.
fn with_part(words: Words<'_>, whole: Numeral) -> Numeral {
    if whole.place < 1.0 {
        return whole;
    }
    let at = whole.end;
    if words.kind(at) == Kind::Vulgar && words.at(at).gap <= Gap::Space {
        return vulgar(words, at, whole.value);
    }
    // «10 1/2» and «10-1/2».
    let dash = words.kind(at) == Kind::Dash && touches(words, at);
    let at = if dash { at + 1 } else { at };
    if (dash || words.at(at).gap == Gap::Space)
        && let Some((over, under, end)) = part(words, at)
        && over < under
        && under <= 16.0
    {
        return Numeral::new(whole.value + over / under, 1.0 / under, end);
    }
    whole
}

fn vulgar(words: Words<'_>, i: usize, whole: f64) -> Numeral {
    let (over, under) = match words.str(i) {
        "½" => (1.0, 2.0),
        "¼" => (1.0, 4.0),
        "¾" => (3.0, 4.0),
        "⅐" => (1.0, 7.0),
        "⅑" => (1.0, 9.0),
        "⅒" => (1.0, 10.0),
        "⅓" => (1.0, 3.0),
        "⅔" => (2.0, 3.0),
        "⅕" => (1.0, 5.0),
        "⅖" => (2.0, 5.0),
        "⅗" => (3.0, 5.0),
        "⅘" => (4.0, 5.0),
        "⅙" => (1.0, 6.0),
        "⅚" => (5.0, 6.0),
        "⅛" => (1.0, 8.0),
        "⅜" => (3.0, 8.0),
        "⅝" => (5.0, 8.0),
        _ => (7.0, 8.0),
    };
    Numeral::new(whole + over / under, 1.0 / under, i + 1)
}

/// «3/4» at `i`, glued, and not a part of a longer chain: numerator, denominator, index after.
pub(crate) fn slash(words: Words<'_>, i: usize) -> Option<(f64, f64, usize)> {
    let chained = matches!(words.kind(back(i)), Kind::Slash | Kind::Dash)
        && words.glued(i)
        && words.kind(back(back(i))) == Kind::Digits;
    if chained { None } else { part(words, i) }
}

/// The same, whatever stands before: «1/2» in «10-1/2».
fn part(words: Words<'_>, i: usize) -> Option<(f64, f64, usize)> {
    let apart = |k: usize| words.kind(k) == Kind::Digits && words.width(k) <= 6;
    let chained = |k: usize| matches!(words.kind(k), Kind::Slash | Kind::Dash);
    let glued = touches(words, i + 1);
    if !apart(i) || words.kind(i + 1) != Kind::Slash || !glued || !apart(i + 2) {
        return None;
    }
    if chained(i + 3) && words.glued(i + 3) && words.kind(i + 4) == Kind::Digits {
        return None;
    }
    let over: f64 = words.str(i).parse().ok()?;
    let under: f64 = words.str(i + 2).parse().ok()?;
    (under > 0.0).then_some((over, under, i + 3))
}
