//! Percentages and percentage points: «3.1 percent», «15 %», «12-per-cent», «0.5 percentage points», «25 basis points».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Percent`].

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::change;
use super::change::Written;
use super::found;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::Set;
use super::wordset::set;
use crate::value::Value;

/// Reads a percentage that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    if let Some(found) = turned(words, i).or_else(|| quarter(words, i)) {
        return Some(found);
    }
    let mut amount = half(words, i).or_else(|| amount::read(words, i))?;
    if amount.lo.article {
        return None;
    }
    let (mut factor, mut points, mut end) = unit(words, amount.end)?;
    // «5% to 7%», «between 5 percent and 7 percent».
    if amount.hi.is_none() {
        let dash = words.kind(end) == Kind::Dash;
        let and = words.is(end, "and") && words.is(back(i), "between");
        // «fell by four percentage points to 38%», «rose from 5% to 7%» are two.
        let range = dash || and || words.any(end, set!["to", "or"]) && !found::is_change(words, i);
        let step = |hi: f64| {
            words.is(end, "to")
                && hi > 2.0 * amount.lo.value
                && change::is_step(words, i, amount.lo.value, hi, Written::Each)
        };
        if range
            && let Some(hi) = number::number(words, end + 1)
            && hi.value > amount.lo.value
            && let Some((again, as_points, last)) = unit(words, hi.end)
            && (again - factor).abs() < f64::EPSILON
            && as_points == points
            && !words.is(back(i), "by")
            && !step(hi.value)
        {
            amount = Amount {
                hi: Some(hi),
                ..amount
            };
            (factor, points, end) = (again, as_points, last);
        }
    }
    let measure = amount.measure(factor, Rounding::Stated);
    Some(Found::new(
        words,
        i,
        end,
        Value::Percent { measure, points },
    ))
}

/// «a quarter-point cut», «a half-point rise in rates», «by three-quarters of a point»: of rates, points are percentage points.
fn quarter(words: Words<'_>, i: usize) -> Option<Found> {
    let article = usize::from(words.entry(i).number == Some(NumberWord::Article));
    let at = i + article;
    let three = usize::from(words.is(at, "three") && words.kind(at + 1) == Kind::Dash) * 2;
    let part = words.entry(at + three).fraction?;
    let dash = usize::from(words.kind(at + three + 1) == Kind::Dash);
    let of = words.phrase(at + three + 1, set!["of", "a"]);
    let point = of.unwrap_or(at + three + 1 + dash);
    let moves = words.any(
        point + 1,
        set!["cut cuts rise rises hike hikes increase increases reduction reductions move moves decrease"],
    );
    let rates = (i.saturating_sub(8)..i).any(|k| words.any(k, set!["rate", "rates"]));
    let ends = words.kind(point + 1) != Kind::Word
        || words.any(point + 1, set!["to", "in", "on", "at", "from", "and"]);
    let moves = moves && of.is_none();
    if !words.is(point, "point") || part.of != 4 && part.of != 2 || !(moves || rates && ends) {
        return None;
    }
    let value = if three > 0 { 3.0 } else { 1.0 } / f64::from(part.of);
    let measure = Amount::one(Numeral::new(value, value, point)).measure(1.0, Rounding::Exact);
    Some(Found::new(
        words,
        i,
        point + 1,
        Value::Percent {
            measure,
            points: true,
        },
    ))
}

/// «half a percentage point», «a quarter of a percent».
fn half(words: Words<'_>, i: usize) -> Option<Amount> {
    // «two-tenths of a percent».
    if let Some(parts) =
        amount::read(words, i).filter(|parts| parts.hi.is_none() && parts.lo.value < 1.0)
        && words.is(parts.end, "of")
        && (words.entry(parts.end + 1).number == Some(NumberWord::Article)
            || words.is(parts.end + 1, "one"))
        && unit(words, parts.end + 2).is_some()
    {
        return Some(Amount {
            end: parts.end + 2,
            ..parts
        });
    }
    let article = usize::from(words.entry(i).number == Some(NumberWord::Article));
    let part = words
        .entry(i + article)
        .fraction
        .filter(|part| !part.plural)?;
    let of = usize::from(words.is(i + article + 1, "of"));
    let at = i + article + 1 + of;
    let whole =
        usize::from(words.entry(at).number == Some(NumberWord::Article) || words.is(at, "one"));
    unit(words, at + whole).filter(|_| whole + of + article > 0)?;
    let value = 1.0 / f64::from(part.of);
    Some(Amount::one(Numeral::new(value, value, at + whole)))
}

/// «percentage of 16»: the unit before its number.
fn turned(words: Words<'_>, i: usize) -> Option<Found> {
    let cent = usize::from(words.is(i, "per") && words.is(i + 1, "cent"));
    let named = cent > 0 || words.any(i, set!["percent", "percents", "percentage", "percentages"]);
    let at = i + cent + 2;
    if !named || !words.is(i + cent + 1, "of") || words.kind(back(i)) == Kind::Digits {
        return None;
    }
    let amount = amount::read(words, at)?;
    let counted = words.kind(amount.end) == Kind::Word;
    let told = words.entry(back(i)).number.is_some() || counted || amount.lo.article;
    (!told).then(|| {
        let measure = amount.measure(1.0, Rounding::Stated);
        let points = false;
        Found::new(words, i, amount.end, Value::Percent { measure, points })
    })
}

/// Words of which every percentage has one, where it has no sign; for the lexicon.
pub(super) const UNITS: &Set =
    set!["percent percents percentage percentages per pct pc basis point points p"];

/// The unit at `at`: percent in one of it, whether it is a difference, the index after it.
fn unit(words: Words<'_>, at: usize) -> Option<(f64, bool, usize)> {
    let at = at + usize::from(words.kind(at) == Kind::Dash);
    let point = words.is(at, "percentage") && words.any(at + 1, set!["point", "points"]);
    let end = if !point
        && (words.kind(at) == Kind::Percent
            || words.any(
                at,
                set![
                    "percent",
                    "pct",
                    "pc",
                    "percents",
                    "percentage",
                    "percentages",
                ],
            )) {
        // «15 PC users» have computers.
        let computers = words.str(at) != "pc"
            || words.kind(at + 1) == Kind::Word && !words.has(at + 1, super::fold::flag::FUNCTION);
        if words.is(at, "pc") && !words.glued(at) && computers {
            return None;
        }
        at + 1
    } else if words.is(at, "p")
        && words.kind(at + 1) == Kind::Stop
        && words.is(at + 2, "c")
        && words.glued(at + 1)
        && words.glued(at + 2)
    {
        at + 3 + usize::from(words.kind(at + 3) == Kind::Stop && words.glued(at + 3))
    } else if words.is(at, "per") {
        let dash = usize::from(words.kind(at + 1) == Kind::Dash);
        if !words.any(at + 1 + dash, set!["cent", "cents"]) {
            return None;
        }
        at + 2 + dash
    } else if point {
        return Some((1.0, true, at + 2));
    } else if words.is(at, "basis") {
        let dash = usize::from(words.kind(at + 1) == Kind::Dash);
        return words
            .any(at + 1 + dash, set!["point", "points"])
            .then_some((0.01, true, at + 2 + dash));
    } else {
        return None;
    };
    let dash = usize::from(words.kind(end) == Kind::Dash);
    if words.any(end + dash, set!["point", "points"]) {
        return Some((1.0, true, end + dash + 1));
    }
    Some((1.0, false, end))
}
