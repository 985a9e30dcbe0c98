//! Two figures that a hyphen or «to» joins, of two sides each: «50-48», «5 to 4».
//!
//! In: the words of a scene, and a claim on such figures. Out: where they stand, and evidence of them once it is known whether they
//! agree. Whether they are those of a vote or of a match, [`super::ballot`] and [`super::scores`] tell.

use std::ops::Range;

use super::Asked;
use super::accuses;
use super::by_stance;
use super::no_evidence;
use crate::eval::bind;
use crate::eval::bind::Attached;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::compare;
use crate::eval::compare::Relation;
use crate::eval::judge;
use crate::eval::judge::Speaker;
use crate::eval::scene;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::lex::parse_value;
use crate::rule::Claim;
use crate::rule::EventIndex;
use crate::rule::Right;
use crate::text::Stance;
use crate::value::Value;
use crate::value::ValueKind;

/// A whole number in figures or letters, small enough to be that of a side.
fn number(scene: &Scene<'_>, at: usize) -> Option<f64> {
    // Votes or points, at most: beyond are years and sums.
    const MOST: f64 = 1000.0;
    let word = scene.words.get(at).map(|_| scene.words.at(at))?;
    let figure = word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    let value = if figure {
        word.parse().ok()?
    } else if word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        match parse_value(word, ValueKind::Count)? {
            Value::Count { measure, .. } => compare::point(&measure),
            _ => return None,
        }
    } else {
        return None;
    };
    (value < MOST).then_some(value)
}

/// The two figures that begin at a word.
pub(super) fn pair(scene: &Scene<'_>, at: usize) -> Option<(Range<usize>, [f64; 2])> {
    let words = scene.words;
    let close = |gap: Gap| matches!(gap, Gap::Space | Gap::Hyphen);
    let hyphen = words.gap(at + 1) == Gap::Hyphen;
    let end = if words.at(at + 1) == "to"
        && close(words.gap(at + 1))
        && words.gap(at + 2) == words.gap(at + 1)
    {
        at + 3
    } else if hyphen {
        at + 2
    } else {
        return None;
    };
    let first = number(scene, at)?;
    let second = number(scene, end - 1)?;
    // «10-12-1», «from 5 to 4»: a row, or the way from one to the other.
    let row = words.gap(end) == Gap::Hyphen && number(scene, end).is_some()
        || words.gap(at) == Gap::Hyphen && at > 0
        || words.near(at, -1) == "from";
    (!row).then_some((at..end, [first, second]))
}

/// The pairs of a report that are `wanted`, in their order; none shares a word with another.
pub(super) fn pairs(
    scene: &Scene<'_>,
    wanted: impl Fn(&Range<usize>) -> bool,
) -> Vec<(Range<usize>, [f64; 2])> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < scene.words.len() {
        match pair(scene, at).filter(|(range, _)| wanted(range)) {
            Some(pair) => {
                at = pair.0.end;
                found.push(pair);
            }
            None => at += 1,
        }
    }
    found
}

/// The pairs that a figure is one side of, or both.
pub(super) fn pairs_around<'s>(
    scene: &'s Scene<'s>,
    range: &'s Range<usize>,
) -> impl Iterator<Item = Range<usize>> + 's {
    (0..3)
        .filter_map(|back| pair(scene, range.start.checked_sub(back)?))
        .map(|(found, _)| found)
        .filter(|found| found.start <= range.start && range.end <= found.end)
}

/// The figures that a claim expects.
pub(super) fn expected(claim: &Claim) -> Vec<f64> {
    scene::rights(claim)
        .filter_map(|right| compare::measure(&right.value))
        .map(|measure| compare::point(&measure))
        .collect()
}

/// Evidence of two figures that agree with the claim or not, unless `doubt` tells why those that don't may be another vote's or
/// match's.
pub(super) fn bind(
    asked: Asked<'_>,
    out: &mut Gathered,
    range: &Range<usize>,
    event: EventIndex,
    agrees: bool,
    doubt: impl FnOnce(&Attached, Stance) -> Option<&'static str>,
) {
    let scene = asked.scene;
    let span = scene.words.span(range.clone());
    let attached = match bind::attach(scene, range, event) {
        Ok(attached) => attached,
        Err(why) => return out.untied(span, &why),
    };
    let (stance, said_by) = scene.stance(range.start);
    let stance = attached.stance.unwrap_or(stance);
    let relate = |_: &Right| {
        if agrees {
            Relation::Agrees
        } else {
            Relation::Clashes
        }
    };
    let judged = judge::judge(scene, asked.claim, &relate, None, &Speaker::Source, None);
    let Some(judged) = by_stance(judged, stance) else {
        let why = format!("{}, but {}", attached.why, no_evidence(stance));
        return out.doubted(span, why);
    };
    if accuses(&judged)
        && let Some(doubt) = doubt(&attached, stance)
    {
        let why = format!(
            "{}, but not surely enough to call it wrong: {doubt}",
            attached.why
        );
        return out.doubted(span, why);
    }
    out.note(span, attached.why.clone());
    out.bound
        .push(Bound::new(scene, span, stance, said_by, judged));
}
