//! Whether the parts that a source gives disprove the sum that it gives.
//!
//! In: a stated sum and the claims it adds up. Out: why they can't both be right, or nothing. It speaks only where the
//! source leaves no room: every part told once, nothing hedged, nobody else counted, all from the same mouth. Whether the
//! sum is true is not asked here.

use super::Asked;
use super::gather;
use crate::eval::bind::Bound;
use crate::eval::compare;
use crate::eval::scene::Scene;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::Kind;
use crate::span::Span;
use crate::text::Stance;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Tally;
use crate::value::Value;

/// Words that say that a list of victims is not all of them, or that some are in it twice.
const OPEN: &Table = table![
    "including",
    "among",
    "least",
    "others",
    "other",
    "another",
    "more",
    "rest",
    "remaining",
    "unhurt",
    "unharmed",
    "escaped",
    "grazed",
    "treated",
    "additional",
    "further",
    "also",
    "critically",
    "seriously",
    "severely",
    "badly",
    "gravely",
    "some",
    "several",
    "most",
    "later",
];

/// Who did it, and may be counted among the dead.
const CULPRITS: &Table = table![
    "gunman",
    "gunmen",
    "shooter",
    "shooters",
    "attacker",
    "attackers",
    "suspect",
    "suspects",
    "bomber",
    "bombers",
    "assailant",
    "assailants",
    "himself",
    "herself",
    "perpetrator",
];

/// Why the source's own parts disprove `total`; nothing where they may add up to it.
pub(super) fn disproved(
    asked: Asked<'_>,
    of: &[usize],
    kind: Kind,
    total: &Measure,
    bound: &Bound,
) -> Option<String> {
    let scene = asked.scene;
    if total.hedge.is_some() {
        return None;
    }
    let mut sum = Interval::exactly(0.0);
    let mut point = 0.0;
    let mut counted = vec![bound.span];
    for &part in of {
        let claim = scene.story.claims.get(part)?;
        if claim.kind == Kind::Total {
            return None;
        }
        let told = gather(Asked {
            scene,
            claim,
            index: part,
        });
        let first = told.bound.first()?;
        let alike = |other: &Bound| {
            same_voice(scene, bound, other)
                && other
                    .number
                    .zip(first.number)
                    .is_some_and(|(a, b)| (a - b).abs() < 1e-9)
        };
        if !told.bound.iter().all(alike) {
            return None;
        }
        let next = measure_at(scene, first, kind)?;
        counted.extend(told.bound.iter().map(|bound| bound.span));
        sum.lo += next.possible.lo;
        sum.hi += next.possible.hi;
        sum.lo_open |= next.possible.lo_open;
        sum.hi_open |= next.possible.hi_open;
        point += compare::point(&next);
        if kind == Kind::Count && !near(scene, bound.span, first.span) {
            return None;
        }
    }
    if kind == Kind::Count {
        if !all_told(scene, &counted) {
            return None;
        }
        let dead = of
            .iter()
            .any(|&part| scene.story.claims[part].tally == Some(Tally::Killed));
        if dead && (0..scene.words.len()).any(|i| CULPRITS.has(scene.words.at(i))) {
            sum = sum.widened(1.0);
        }
    } else {
        // «12 hours» for 11 hours and 35 minutes is a loose way of adding up, and no error.
        sum = sum.widened(0.05 * point.abs());
    }
    (!sum.meets(total.possible)).then(|| {
        let parts: Vec<&str> = counted[1..]
            .iter()
            .map(|span| span.of(scene.text))
            .collect();
        format!("its own parts do not add up to it: {}", parts.join(", "))
    })
}

/// Whether two values are from the same mouth.
fn same_voice(scene: &Scene<'_>, one: &Bound, other: &Bound) -> bool {
    let plain = |stance: Stance| {
        matches!(
            stance,
            Stance::Asserted | Stance::Attributed | Stance::Quoted
        )
    };
    let speaker = |bound: &Bound| match bound.stance {
        Stance::Asserted => None,
        _ => bound.speaker.map(|span| span.of(scene.text)),
    };
    plain(one.stance) && plain(other.stance) && speaker(one) == speaker(other)
}

/// The value of a piece of evidence; nothing if it is hedged.
fn measure_at(scene: &Scene<'_>, bound: &Bound, kind: Kind) -> Option<Measure> {
    let fits = |value: &Value| match kind {
        Kind::Duration => matches!(value, Value::Duration { .. }),
        Kind::Money => matches!(value, Value::Money { .. }),
        _ => matches!(value, Value::Count { .. } | Value::Number(_)),
    };
    let mention = scene
        .reading
        .mentions
        .iter()
        .find(|mention| mention.span.overlaps(bound.span) && fits(&mention.value));
    match mention {
        Some(mention) => {
            let measure = compare::measure(&mention.value)?;
            (measure.hedge.is_none() && mention.hedge.is_none()).then_some(measure)
        }
        // «a man was killed»
        None => bound.number.map(Measure::exactly),
    }
}

/// Whether two spans stand in one sentence or in two that follow each other.
fn near(scene: &Scene<'_>, one: Span, other: Span) -> bool {
    let sentence = |span: Span| scene.reading.sentence_at(span.start);
    sentence(one)
        .zip(sentence(other))
        .is_some_and(|(one, other)| one.abs_diff(other) <= 1)
}

/// Whether the sentences of the figures count nobody else, and say of nobody that he is counted twice.
fn all_told(scene: &Scene<'_>, counted: &[Span]) -> bool {
    let mut sentences: Vec<usize> = counted
        .iter()
        .filter_map(|span| scene.reading.sentence_at(span.start))
        .collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences.into_iter().all(|index| {
        let open = scene
            .words
            .of_sentence(index)
            .any(|i| OPEN.has(scene.words.at(i)));
        let others = scene
            .mentions_of(index)
            .iter()
            .filter(|mention| matches!(mention.value, Value::Count { .. } | Value::Number(_)))
            .any(|mention| !counted.iter().any(|span| span.overlaps(mention.span)));
        !open && !others
    })
}
