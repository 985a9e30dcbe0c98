//! Other numbers in the same words: 35 minutes → 53 minutes.
//!
//! In: the words of a number. Out: the same words with numbers that the rule's own arithmetic calls wrong.

use crate::eval::Expectation;
use crate::eval::Relation;
use crate::eval::measure;
use crate::lex::parse_value;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::value::Measure;
use crate::value::Value;
use crate::value::ValueKind;

/// Words that are numbers or parts of them.
const NUMBER_WORDS: &[&str] = &[
    "a",
    "an",
    "half",
    "quarter",
    "quarters",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "dozen",
];

/// Where a number stands in its words, and the number: «seven and a half» in «nearly seven and a half hours».
struct Numeral {
    start: usize,
    end: usize,
}

fn digits(words: &str) -> Option<Numeral> {
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let more = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '½' | '¼' | '¾');
    let mut end = words[start..]
        .find(|c: char| !more(c))
        .map_or(words.len(), |at| start + at);
    while words[..end].ends_with([',', '.']) {
        end -= 1;
    }
    Some(Numeral { start, end })
}

fn spelt(words: &str) -> Option<Numeral> {
    let mut found: Option<Numeral> = None;
    let mut from = 0;
    for word in words.split([' ', '-', '\u{a0}']) {
        let (start, end) = (from, from + word.len());
        from = end + words[end..].chars().next().map_or(0, char::len_utf8);
        let lower = word.to_lowercase();
        let number = NUMBER_WORDS.contains(&&*lower);
        // «a» and «an» count only next to another: «half an hour», «a dozen».
        let joins = lower == "and";
        match &mut found {
            Some(numeral) if number => numeral.end = end,
            Some(_) if joins => {}
            Some(_) => break,
            None if number => found = Some(Numeral { start, end }),
            None => {}
        }
    }
    found
}

/// How the rule names these values to the grammar.
fn value_kind(kind: Kind) -> ValueKind {
    match kind {
        Kind::Duration | Kind::Notice => ValueKind::Duration,
        Kind::Money => ValueKind::Money,
        Kind::Percent => ValueKind::Percent,
        Kind::Quantity => ValueKind::Quantity,
        Kind::Age => ValueKind::Age,
        _ => ValueKind::Count,
    }
}

fn read(kind: Kind, words: &str) -> Option<Value> {
    let words = words.trim();
    parse_value(words, value_kind(kind))
        // An attributive form is a value only before a noun: «35-minute».
        .or_else(|| parse_value(&words.replace('-', " "), value_kind(kind)))
        .or_else(|| parse_value(&format!("{}s", words.replace('-', " ")), value_kind(kind)))
}

/// Whether the rule calls this number wrong at every time.
fn clashes(stated: &Measure, rights: &[Right], expected: &Expected) -> bool {
    let expectations: Vec<Expectation> = rights.iter().filter_map(Expectation::of).collect();
    let rising = matches!(expected, Expected::Timeline(timeline) if timeline.rising);
    let stages = expectations
        .iter()
        .copied()
        .reduce(Expectation::hull)
        .filter(|_| rising);
    let wrong = |expectation: Expectation| expectation.judge(stated) == Relation::Clashes;
    // Below the first step of a rising figure is an early stage, not an error.
    let of = |right: &Right| measure(&right.value).map_or(0.0, |measure| measure.stated.lo);
    if rising && rights.iter().any(|right| stated.possible.lo <= of(right)) {
        return false;
    }
    !expectations.is_empty() && expectations.iter().copied().chain(stages).all(wrong)
}

/// A number in the manner of the one it replaces: with commas if that has them, or is long.
fn written_as(n: f64, like: &str) -> String {
    let plain = format!("{n}");
    let long = n.fract() == 0.0 && (n >= 10_000.0 || like.contains(','));
    if !long {
        return plain;
    }
    let mut grouped = String::new();
    for (at, digit) in plain.char_indices() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `n` with its digits turned round, if that is another number: 35 → 53.
fn turned(n: f64) -> Option<f64> {
    let written = format!("{n}");
    let turned: String = written.chars().rev().collect();
    let other = turned.parse::<f64>().ok()?;
    (written.len() > 1 && written.chars().all(|c| c.is_ascii_digit()) && !turned.starts_with('0'))
        .then_some(other)
}

/// The words with other numbers.
pub(super) fn others(
    kind: Kind,
    words: &str,
    rights: &[Right],
    expected: &Expected,
) -> Vec<String> {
    let Some(numeral) = digits(words).or_else(|| spelt(words)) else {
        return Vec::new();
    };
    let written = &words[numeral.start..numeral.end];
    let Some(n) = parse_value(written, ValueKind::Number)
        .as_ref()
        .and_then(measure)
        .map(|measure| measure.stated.lo)
    else {
        return fresh(kind, rights, expected);
    };
    let near = [10.0, -10.0, 20.0, -20.0, 5.0].map(|years| n + years);
    let far = [2.0, 3.0, 0.5, 5.0, 0.25, 10.0, 0.1, 20.0, 50.0].map(|factor| n * factor);
    let others: &[f64] = if kind == Kind::Age { &near } else { &far };
    let fits = |n: &f64| kind != Kind::Age || (1.0..105.0).contains(n);
    let candidates = turned(n)
        .into_iter()
        .chain(others.iter().copied())
        .filter(fits);
    let mut made = Vec::new();
    for other in candidates {
        let other = if n.fract() == 0.0 {
            other.round()
        } else {
            (other * 10.0).round() / 10.0
        };
        if other <= 0.0 {
            continue;
        }
        let mut tail = words[numeral.end..].to_owned();
        if n <= 1.0 && other > 1.0 && tail.starts_with(' ') && !tail.ends_with('s') {
            tail.push('s');
        }
        let changed = format!(
            "{}{}{tail}",
            &words[..numeral.start],
            written_as(other, written)
        );
        let wrong = read(kind, &changed).as_ref().and_then(measure);
        if wrong.is_some_and(|stated| clashes(&stated, rights, expected))
            && !made.contains(&changed)
        {
            made.push(changed);
        }
        if made.len() == super::WANTED {
            break;
        }
    }
    if made.is_empty() {
        fresh(kind, rights, expected)
    } else {
        made
    }
}

/// Where the words can't be changed, others: several times the right value, in its own unit.
fn fresh(kind: Kind, rights: &[Right], expected: &Expected) -> Vec<String> {
    let Some(right) = rights.first() else {
        return Vec::new();
    };
    let text = right.text.clone();
    let Some(numeral) = digits(&text).or_else(|| spelt(&text)) else {
        return Vec::new();
    };
    let Some(n) = parse_value(&text[numeral.start..numeral.end], ValueKind::Number)
        .as_ref()
        .and_then(measure)
        .map(|measure| measure.stated.lo)
    else {
        return Vec::new();
    };
    [3.0, 5.0, 10.0, 20.0]
        .into_iter()
        .map(|factor| {
            format!(
                "{}{}{}",
                &text[..numeral.start],
                (n * factor).round(),
                &text[numeral.end..]
            )
        })
        .filter(|changed| {
            let stated = read(kind, changed).as_ref().and_then(measure);
            stated.is_some_and(|stated| clashes(&stated, rights, expected))
        })
        .take(super::WANTED)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Kind, words: &str, right: &str) -> Vec<String> {
        let right = Right {
            value: read(kind, right).expect("a value"),
            text: right.to_owned(),
            meaning: None,
            tolerance: None,
            by: Vec::new(),
            from: None,
            because: None,
        };
        let expected = Expected::AnyOf(vec![right.clone()]);
        others(kind, words, &[right], &expected)
    }

    #[test]
    fn a_number_turns_its_digits_round_and_grows() {
        assert_eq!(
            of(Kind::Duration, "35 minutes", "35 minutes"),
            ["53 minutes", "70 minutes", "105 minutes", "18 minutes"]
        );
    }

    #[test]
    fn spelt_numbers_keep_their_hedge_and_unit() {
        let made = of(Kind::Duration, "nearly seven and a half hours", "7½ hours");
        assert!(
            made.iter()
                .all(|words| words.starts_with("nearly ") && words.ends_with(" hours")),
            "{made:?}"
        );
        assert!(made.len() >= 2);
    }

    #[test]
    fn what_the_tolerance_accepts_is_no_mutant() {
        for words in of(Kind::Count, "about 22", "about 20") {
            let stated = read(Kind::Count, &words)
                .as_ref()
                .and_then(measure)
                .expect("a number");
            assert!(!(16.0..=24.0).contains(&stated.stated.lo), "{words}");
        }
    }

    #[test]
    fn nobody_gets_older_than_people_do() {
        assert_eq!(of(Kind::Age, "60", "60"), ["70", "50", "80", "40"]);
    }
}
