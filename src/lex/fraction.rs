//! Fractions: «half», «two thirds», «3/4», «two in five», «two and a half million».
//!
//! In: the tokens of a sentence and an index. Out: a numeral that has a fraction in it.

use super::cardinal;
use super::digits;
use super::fold::flag;
use super::number::NumberWord;
use super::number::NumberWord::{Article, Hundred, One, Ordinal, Scale, Teen, Tens};
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Stretch;
use super::token::Words;
use super::token::back;
use super::wordset::set;

/// The part a word names: «quarter» is 4, «half» is 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// How many of it make one.
    pub(crate) of: u32,
    /// Whether the word is a plural.
    pub(crate) plural: bool,
}

const fn one(of: u32) -> Part {
    Part { of, plural: false }
}

const fn many(of: u32) -> Part {
    Part { of, plural: true }
}

/// The words of parts; singular ordinals name parts too and are in [`number`](super::number).
pub(super) const WORDS: &[(&str, Part)] = &[
    ("half", one(2)),
    ("halves", many(2)),
    ("halfs", many(2)),
    ("quarter", one(4)),
    ("quarters", many(4)),
    ("firsts", many(1)),
    ("thirds", many(3)),
    ("fourths", many(4)),
    ("fifths", many(5)),
    ("sixths", many(6)),
    ("sevenths", many(7)),
    ("eighths", many(8)),
    ("ninths", many(9)),
    ("tenths", many(10)),
    ("elevenths", many(11)),
    ("twelfths", many(12)),
    ("thirteenths", many(13)),
    ("fourteenths", many(14)),
    ("fifteenths", many(15)),
    ("sixteenths", many(16)),
    ("seventeenths", many(17)),
    ("eighteenths", many(18)),
    ("nineteenths", many(19)),
    ("twentieths", many(20)),
    ("thirtieths", many(30)),
    ("fortieths", many(40)),
    ("fiftieths", many(50)),
    ("sixtieths", many(60)),
    ("hundredths", many(100)),
    ("thousandths", many(1_000)),
    ("millionths", many(1_000_000)),
    ("billionths", many(1_000_000_000)),
];

/// Reads a number with a fraction in it that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize) -> Option<Numeral> {
    if let Some((over, under, end)) = digits::slash(words, i) {
        // «24/7» and «9/11» are no numbers; «20/100» is.
        let name = over > under || ["9/11", "7/7"].contains(&words.span(i, end).of(words.text));
        // «1/2 million», «3/4 million».
        if !name && under <= 16.0 {
            return Some(scale(words, over / under, end));
        }
        return (!name).then(|| Numeral::new(over / under, 1.0 / under, end));
    }
    let first = words.entry(i);
    if first.fraction.is_some_and(|part| !part.plural) {
        return leading(words, i);
    }
    if first.number == Some(Article) {
        // «a half million», «a half dozen», «a quarter of a million».
        let group = leading(words, i + 1).filter(|part| part.value >= 1.0);
        let of = bare(words, i + 1).and_then(|(value, end)| of_scale(words, value, end));
        let part = group
            .or(of)
            .or_else(|| bare(words, i + 1).map(|(value, end)| scale(words, value, end)));
        // «a million and a half».
        return part.or_else(|| and_part(words, i, cardinal::read(words, i)?));
    }
    if words.kind(i) != Kind::Digits && words.kind(i) != Kind::Vulgar && !is_cardinal(first.number)
    {
        return None;
    }
    let whole = cardinal::read(words, i);
    let and = whole.and_then(|whole| and_part(words, i, whole));
    let parts = parts(words, i);
    let longest = match (and, parts) {
        (Some(a), Some(b)) => Some(if a.end >= b.end { a } else { b }),
        (a, b) => a.or(b),
    };
    longest.or_else(|| ratio(words, whole?))
}

fn is_cardinal(word: Option<NumberWord>) -> bool {
    matches!(
        word,
        Some(One(_) | Teen(_) | Tens(_) | NumberWord::Fused(_))
    )
}

/// «half», «half a million», «quarter million», «half a dozen»; «half an hour» is left to the unit.
fn leading(words: Words<'_>, i: usize) -> Option<Numeral> {
    let part = words.entry(i).fraction?;
    let value = 1.0 / f64::from(part.of);
    let mut end = i + 1;
    if words.kind(end) == Kind::Dash && words.glued(end) && words.glued(end + 1) {
        end += 1;
    }
    let article = usize::from(words.entry(end).number == Some(Article));
    match words.entry(end + article).number {
        Some(Scale(by)) if words.width(end + article) > 2 => {
            Some(Numeral::new(value * by, by / 10.0, end + article + 1))
        }
        Some(NumberWord::Group(12)) => Some(Numeral::new(12.0 * value, 6.0, end + article + 1)),
        Some(Hundred) => Some(Numeral::new(100.0 * value, 10.0, end + article + 1)),
        _ => Some(Numeral::new(value, value, i + 1)),
    }
}

/// A part after an article: «half», «third», «quarter».
fn bare(words: Words<'_>, i: usize) -> Option<(f64, usize)> {
    let entry = words.entry(i);
    if let Some(part) = entry.fraction {
        return (!part.plural).then(|| (1.0 / f64::from(part.of), i + 1));
    }
    // «a third of», but «a third man» and «a second».
    let Some(Ordinal(of)) = entry.number else {
        return None;
    };
    let told = words.any(i + 1, set!["of", "the"]) || words.kind(i + 1) == Kind::None;
    (of > 2.0 && told).then(|| (1.0 / of, i + 1))
}

/// «of a million» after a part.
fn of_scale(words: Words<'_>, value: f64, at: usize) -> Option<Numeral> {
    let article = words.entry(at + 1).number == Some(Article);
    let Some(Scale(by)) = words.entry(at + 2).number else {
        return None;
    };
    (words.is(at, "of") && article && words.width(at + 2) > 2)
        .then(|| Numeral::new(value * by, by / 10.0, at + 3))
}

fn scale(words: Words<'_>, value: f64, end: usize) -> Numeral {
    if let Some(Scale(by)) = words.entry(end).number
        && words.width(end) > 2
    {
        return Numeral::new(value * by, by / 10.0, end + 1);
    }
    Numeral::new(value, value, end)
}

/// «five and a half million», «a million and a half», «two-and-a-half», «one hundred and three quarters».
fn and_part(words: Words<'_>, start: usize, whole: Numeral) -> Option<Numeral> {
    // A sum may have taken the numerator: «one hundred and three quarters». Then go back to before the «and».
    let (whole, at) =
        if words.entry(whole.end).fraction.is_some() || ordinal_of(words, whole.end).is_some() {
            let and = (start..whole.end).rev().find(|&k| words.is(k, "and"))?;
            (shorter(words, start, and)?, and)
        } else {
            (whole, whole.end)
        };
    let (value, end) = after_and(words, at)?;
    let last = words.entry(back(whole.end)).number;
    let value = match last {
        // «two million and one half» is half a million more.
        Some(Scale(by)) => whole.value + value * by,
        _ => whole.value + value,
    };
    let place = if let Some(Scale(by)) = last {
        by / 10.0
    } else {
        0.1
    };
    if let Some(Scale(by)) = words.entry(end).number
        && !matches!(last, Some(Scale(_)))
        && words.width(end) > 2
    {
        return Some(Numeral::new(value * by, by / 10.0, end + 1));
    }
    Some(Numeral::new(value, place, end))
}

/// The cardinal at `start` that ends at or before `limit`.
fn shorter(words: Words<'_>, start: usize, limit: usize) -> Option<Numeral> {
    let list = words.list.get(..limit)?;
    let short = Stretch::new(words.text, list);
    cardinal::read(short.words(), start).filter(|number| number.end == limit)
}

/// «and a half», «-and-a-half», «and half», «and three quarters»: the part and the index after it.
pub(crate) fn after_and(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let dash = |k: usize| usize::from(words.kind(k) == Kind::Dash && words.at(k).gap <= Gap::Space);
    let mut at = at + dash(at);
    if !words.is(at, "and") {
        return None;
    }
    at += 1;
    at += dash(at);
    if words.entry(at).number == Some(Article) || words.is(at, "one") {
        let part = at + 1 + dash(at + 1);
        if let Some(part_word) = words.entry(part).fraction
            && !part_word.plural
        {
            return Some((1.0 / f64::from(part_word.of), part + 1));
        }
    }
    if words.is(at, "half") {
        return Some((0.5, at + 1));
    }
    // «1 and 1/2».
    if let Some((over, under, end)) = digits::slash(words, at)
        && over < under
    {
        return Some((over / under, end));
    }
    let over = cardinal::read(words, at);
    if let Some(found) = parts(words, at) {
        return (found.value < 1.0).then_some((found.value, found.end));
    }
    let over = over?;
    let under = over.end + dash(over.end);
    let part = words.entry(under).fraction?;
    (over.value < f64::from(part.of)).then(|| (over.value / f64::from(part.of), under + 1))
}

/// «two thirds», «one eighth», «three twenty firsts», «ninety-five hundred fifths»: a cardinal and an ordinal.
fn parts(words: Words<'_>, i: usize) -> Option<Numeral> {
    // The numerator is the longest cardinal that leaves a denominator; «one hundred thirty fifths» is 100/35, so the
    // denominator takes its tens.
    let whole = cardinal::read(words, i)?;
    // No denominator, no fraction.
    let part = |k| words.has(k, flag::AMOUNT | flag::ORDINAL) && ordinal_of(words, k).is_some();
    if !(i + 1..whole.end + 8).any(part) {
        return None;
    }
    let mut best = None;
    let mut limit = whole.end;
    for _ in 0..8 {
        if let Some(over) = shorter(words, i, limit)
            && let Some((under, end)) = denominator(words, limit)
            && over.place >= 1.0
        {
            let singular = words
                .entry(end - 1)
                .fraction
                .is_none_or(|part| !part.plural);
            // «ninety-five hundred fifths» has no denominator «five hundred fifths».
            let split = words.kind(limit) == Kind::Dash
                && matches!(words.entry(back(limit)).number, Some(Tens(_)))
                && matches!(words.entry(limit + 1).number, Some(One(_)));
            let allowed = (!singular || (over.value - 1.0).abs() < 1e-9) && !split;
            if allowed && best.is_none_or(|(_, best)| end >= best) {
                best = Some((over.value / under, end));
            }
        }
        if limit <= i + 1 {
            break;
        }
        limit -= 1;
    }
    let (value, end) = best?;
    // «three quarters of a million», «one half million».
    if let Some(whole) = of_scale(words, value, end) {
        return Some(whole);
    }
    let whole = scale(words, value, end);
    if whole.end > end {
        return Some(whole);
    }
    Some(Numeral::new(value, value.abs() / 10.0, end))
}

/// A denominator at `at`, behind an optional hyphen: «thirds», «twenty firsts», «hundred and fifth».
fn denominator(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let at = at + usize::from(words.kind(at) == Kind::Dash);
    if let Some(part) = words.entry(at).fraction {
        return Some((f64::from(part.of), at + 1)).filter(|_| part.of > 1);
    }
    if let Some(Ordinal(value)) = words.entry(at).number {
        // «one second» is a time, «one third» a part only where no noun makes it an ordinal.
        return (value > 2.0).then_some((value, at + 1));
    }
    let lead = cardinal::read(words, at)?;
    if lead.place < 1.0 || words.kind(at) == Kind::Digits {
        return None;
    }
    let last =
        lead.end + usize::from(words.kind(lead.end) == Kind::Dash || words.is(lead.end, "and"));
    let value = ordinal_of(words, last)?;
    let joins = (value < 10.0 && lead.value % 100.0 >= 20.0 && lead.value % 10.0 == 0.0)
        || (value < 100.0 && lead.value >= 100.0 && lead.value % 100.0 == 0.0);
    joins.then_some((lead.value + value, last + 1))
}

fn ordinal_of(words: Words<'_>, at: usize) -> Option<f64> {
    match (words.entry(at).fraction, words.entry(at).number) {
        (Some(part), _) => Some(f64::from(part.of)),
        (_, Some(Ordinal(value))) => Some(value),
        _ => None,
    }
}

/// «two in five», «one out of three», «one over 20».
fn ratio(words: Words<'_>, over: Numeral) -> Option<Numeral> {
    let at = over.end;
    let out = words.phrase(at, set!["out", "of"]);
    let (at, strict) = if words.is(at, "over") {
        (at + 1, false)
    } else if let Some(next) = out.or_else(|| words.phrase(at, set!["in", "every"])) {
        (next, true)
    } else if words.is(at, "in")
        && over.value <= 10.0
        && (words.kind(at + 1) == Kind::Word
            || words.kind(back(at)) == Kind::Digits
            || words.str(at + 1) == "10" && super::count::noun(words, at + 2).is_some())
        && !words.glued(at)
    {
        (at + 1, true)
    } else {
        return None;
    };
    let under = cardinal::read(words, at)?;
    let dated = matches!(words.date(under.end), Some(word) if word != super::date::DateWord::Feast);
    let unit = words.has(under.end, flag::UNIT) || dated;
    let year = words.kind(at) == Kind::Digits && words.width(at) == 4 && under.end == at + 1;
    if year && (1800.0..2100.0).contains(&under.value) && words.is(back(at), "in") {
        return None;
    }
    if over.place < 1.0 || under.place < 1.0 || under.value <= 0.0 || unit {
        return None;
    }
    // «110 out of 177 drones» are counted; a share is told of ten, twenty or a hundred.
    let round = under.value <= 12.0 || under.value % 10.0 == 0.0;
    if out.is_some() && !round {
        return None;
    }
    (over.value < under.value || !strict).then(|| {
        let value = over.value / under.value;
        Numeral::new(value, 1.0 / under.value, under.end)
    })
}
