//! «since 2018», «for the first time in five years»: when something last happened.
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Since`], or nothing. «Since 2018» says when it last
//! happened; «the first in five years» says how long ago, in years, from publication.

use jiff::civil::DateTime;

use super::UNDATED;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::length;
use super::place::At;
use super::place::Reading;
use super::range;
use super::when::Anchor;
use crate::lex::Context;
use crate::lex::Found;
use crate::lex::cue;
use crate::lex::fold::flag;
use crate::lex::hedge;
use crate::lex::number;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Since;
use crate::value::Value;

/// The words a «since» can start with.
pub(crate) const WORDS: &[&str] = &["since"];

/// Reads a «since» that starts at token `i`, or «in five years» after a «first».
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if words.is(i, "since") {
        return since(words, i, context);
    }
    // «in the last five years»: a span of time, but after «first» it says how long ago it was.
    let window = usize::from(words.any(i, set!["last", "past"]));
    in_years(words, i + window, context)
}

fn at(words: Words<'_>, now: DateTime, rule: bool) -> At<'_> {
    At {
        words,
        now,
        direction: Direction::Past,
        rule,
        depth: 0,
    }
}

/// «since 2018», «since the end of 1989», «since last October».
fn since(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    let (earliest, latest) = context.published.unwrap_or((UNDATED, UNDATED));
    let here = at(words, latest, context.rule);
    let mut j = here.the(i + 1);
    if words.is(j, "at") && words.is(j + 1, "least") {
        j += 2;
    }
    // «since year 2017».
    if words.is(j, "year") && here.year(j + 1).is_some() {
        j += 1;
    }
    let about = usize::from(words.any(j, set!["about", "around", "roughly", "approximately"]));
    let Some(Reading::Date(when)) = range::read(here, j + about) else {
        return None;
    };
    let mut last = when.possible;
    match when.anchor {
        Anchor::Absolute => last = when.stated,
        _ if context.published.is_none() => return None,
        Anchor::Story => return None,
        Anchor::Partial | Anchor::Relative => {
            if let Some(Reading::Date(other)) =
                range::read(at(words, earliest, context.rule), j + about)
            {
                last = calendar::hull(when.possible, other.possible);
            }
        }
    }
    let first = first_before(words, i);
    let value = Since {
        last,
        stated: when.stated,
        years: None,
        first,
    };
    let core = j + about;
    let mut found = Found::new(words, core, when.end, Value::Since(value));
    found.start = i;
    found.hedge = Some(words.span(i, core));
    Some(found)
}

/// «in five years» in «the first visit in nearly five years», «for the first time in half a decade».
fn in_years(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    let here = at(
        words,
        context.published.map_or(UNDATED, |(_, latest)| latest),
        context.rule,
    );
    let bare = words.any(i, set!["years", "decades"]);
    let (count, next) = if bare {
        (1.0, i)
    } else {
        length::quantity(here, i)?
    };
    let dash = usize::from(words.kind(next) == Kind::Dash);
    let unit = here.unit(next + dash)?;
    let years = match unit {
        Unit::Year => 1.0,
        Unit::Decade => 10.0,
        Unit::Century => 100.0,
        Unit::Month => 1.0 / 12.0,
        _ => return None,
    };
    let mut end = next + dash + 1;
    let mut count = count;
    if let Some(after) = words.phrase(end, set!["and", "a", "half"]) {
        count += 0.5;
        end = after;
    }
    let floor = i.saturating_sub(6);
    let before = hedge::before(words, floor, i);
    let from = before.map_or(i, |(start, _)| start);
    // «in the past five years» counts the same.
    let from = match from.checked_sub(2) {
        Some(the) if words.is(the, "the") && words.any(from - 1, set!["past", "last"]) => the,
        _ => from,
    };
    if from == 0 || !words.any(from - 1, set!["in", "for"]) {
        return None;
    }
    let first = first_before(words, from - 1);
    let time = words.kind(end) == Kind::Apostrophe || words.any(end, set!["time", "'s"]);
    if !first && (time || !is_most(words, from - 1)) {
        return None;
    }
    let length = count * years;
    // «in more than thirty years»
    let measure = before.map_or(number::exactly(length), |(_, hedge)| {
        hedge::bent(number::exactly(length), hedge, false)
    });
    let last = last_of(
        context,
        Some(measure.possible.lo),
        Some(measure.possible.hi),
    );
    let value = Since {
        last,
        stated: last,
        years: Some(measure),
        first,
    };
    let mut found = Found::new(words, i, end, Value::Since(value));
    found.hedge = before.map(|(start, _)| words.span(start, i));
    Some(found)
}

/// When it last happened, so many years before publication; calendar years count as years do, so a year either way.
fn last_of(context: &Context, least: Option<f64>, most: Option<f64>) -> DateRange {
    let open = DateRange::OPEN;
    let Some((earliest, latest)) = context.published else {
        return open;
    };
    let months = |years: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
        let months = (years * 12.0).round().clamp(-120_000.0, 120_000.0) as i64;
        months
    };
    DateRange {
        from: most.and_then(|years| calendar::shift(earliest, Unit::Month, -months(years + 1.0))),
        to: least.and_then(|years| {
            calendar::shift(latest, Unit::Month, -months((years - 1.0).max(0.0)))
        }),
    }
}

/// Whether a number at `i` may be how long ago something was as high, as bad, as rare: «in more than 40 years».
pub(crate) fn may_end(words: Words<'_>, i: usize) -> bool {
    /// Longest hedge between: «in well over a».
    const HEDGE: usize = 4;
    (1..=HEDGE)
        .map_while(|k| i.checked_sub(k))
        .take_while(|&k| {
            k + 1 == i
                || words.has(k + 1, flag::HEDGE)
                || words.any(
                    k + 1,
                    set!["more less well just the past last at least almost nearly over about around a little"],
                )
        })
        .any(|k| words.any(k, set!["in", "for"]))
}

/// Whether a superlative stands before «in» at `i`, with its noun and no verb between: «the worst flood in the valley in 40
/// years», but not «the tallest tower was built in five years».
fn is_most(words: Words<'_>, i: usize) -> bool {
    const NO_DEGREE: &Set = set![
        "interest forest request arrest protest contest honest modest harvest suggest invest digest conquest inquest tempest priest \
         manifest bequest northwest southwest midwest rainforest unrest everest breast behest latest"
    ];
    // «the highest rate for 14 months»; «he held the highest post for ten years» is a length.
    let far: usize = if words.is(i, "in") { 9 } else { 3 };
    let verb = |k: usize| {
        words.cue(k) & (cue::BE | cue::SAY | cue::FUTURE | cue::MODAL) != 0
            || words.any(
                k,
                set!["has have had grew rose fell won lost made took came went built sank served do does did"],
            )
            || words.str(k).ends_with("ed") && !words.capital(k)
    };
    for k in (1..=far).map_while(|k| i.checked_sub(k)) {
        if !matches!(words.kind(k), Kind::Word | Kind::Dash | Kind::Digits) {
            return false;
        }
        let before = back(k);
        let determined = words.any(
            before,
            set!["the its their his her our my your this 's second third country's city's"],
        ) || words.kind(before) == Kind::Dash
            || words.has(before, flag::ORDINAL);
        let degree = words.any(k, set!["best", "worst", "least", "most", "fewest"])
            || words.width(k) > 5 && words.str(k).ends_with("est") && !words.any(k, NO_DEGREE);
        if degree && determined && k > 0 {
            let held = words.is(i, "for")
                && words.any(
                    back(before),
                    set!["held hold holds led leads kept keeps ran runs served had has owned wore did"],
                );
            return !words.is(k + 1, "of") && !held;
        }
        // «the lowest recorded level».
        if verb(k) && !words.str(before).ends_with("est") {
            return false;
        }
    }
    false
}

/// Whether a «first» stands a few words before `i` in the sentence: «the first such trip by a minister since».
fn first_before(words: Words<'_>, i: usize) -> bool {
    let low = i.saturating_sub(16);
    (low..i)
        .rev()
        .any(|k| words.any(k, set!["first", "not", "no", "never"]) && words.is(k, "first"))
}
