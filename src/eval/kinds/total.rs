//! A sum over other claims, told as such.
//!
//! In: numbers of the reading. Out: evidence. A sum is held against the rule's own and, where that does not bear it out,
//! against the parts that the same source gives ([`super::arithmetic`]).

use std::ops::Range;

use super::Asked;
use super::arithmetic;
use super::duration;
use super::duration::sense::Sense;
use crate::eval::bind;
use crate::eval::bind::Gathered;
use crate::eval::compare;
use crate::eval::events::Instance;
use crate::eval::judge::Judged;
use crate::eval::tally;
use crate::finding::Fault;
use crate::finding::Verdict;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::value::Measure;
use crate::value::Value;

/// Evidence for `total`: sums told as such.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let Expected::Total { of, rights } = &asked.claim.expected else {
        return;
    };
    let parts: Vec<_> = of
        .iter()
        .filter_map(|&part| scene.story.claims.get(part))
        .collect();
    let Some(kind) = parts.first().map(|part| part.kind) else {
        return;
    };
    let mut claim = asked.claim.clone();
    if rights.is_empty() {
        claim.expected = Expected::AnyOf(sum_of(&parts).into_iter().collect());
    }
    let held = Asked {
        claim: &claim,
        ..asked
    };
    let events: Vec<_> = parts.iter().filter_map(|part| part.event).collect();
    for mention in &scene.reading.mentions {
        let range = scene.hedged(mention);
        let Some(measure) = compare::measure(&mention.value) else {
            continue;
        };
        if !fits(kind, &mention.value)
            || range.is_empty()
            || !asked.words_near(&range, out)
            || !is_told_as_sum(asked, kind, &range)
        {
            continue;
        }
        let row = scene.instances_in(scene.sentence_at(range.start));
        if !row.iter().any(|instance| is_kin(asked, &events, instance)) {
            out.note(
                mention.span,
                "left: a sum, but of nothing this claim adds up",
            );
            continue;
        }
        let strong = row
            .iter()
            .any(|instance| instance.event.is_none_or(|event| events.contains(&event)));
        let attached = bind::Attached::alone(strong, "told as a sum of events this claim adds up");
        let relate = |right: &Right| duration::relate(right, &measure);
        let before = out.bound.len();
        held.bind(out, mention, &relate, Some(&measure), &attached);
        // What the report's own parts disprove is wrong by its own arithmetic, unless the sum is right.
        let disproved = out
            .bound
            .get(before)
            .filter(|bound| {
                let open = matches!(
                    bound.judged.verdict,
                    Verdict::Contradicted | Verdict::Stated
                );
                strong && open
            })
            .and_then(|bound| arithmetic::disproved(asked, of, kind, &measure, bound));
        if let Some(why) = disproved {
            out.note(mention.span, why.clone());
            out.bound[before].judged = Judged::wrong(Fault::Arithmetic).noted(why);
        }
    }
}

/// Whether a value is of the kind of the parts.
fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Duration => matches!(value, Value::Duration { .. }),
        Kind::Count => matches!(value, Value::Count { .. } | Value::Number(_)),
        Kind::Money => matches!(value, Value::Money { .. }),
        _ => false,
    }
}

/// Whether a value is told as a sum: «two were killed» is a part, whatever words stand with it.
fn is_told_as_sum(asked: Asked<'_>, kind: Kind, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    match kind {
        Kind::Duration => duration::sense::sense(scene, range) == Sense::Sum,
        _ => {
            (duration::summed(scene, range) || !asked.claim.words.is_empty())
                && !(kind == Kind::Count && tally::read(scene, range).is_some())
        }
    }
}

/// Whether an event word may be of the parts' `events`, or of the claim's.
fn is_kin(asked: Asked<'_>, events: &[EventIndex], instance: &Instance) -> bool {
    let scene = asked.scene;
    let named = || {
        let stem = scene.words.stem(instance.words.start);
        instance.words.len() == 1
            && events.iter().any(|&event| {
                let mut own = scene.plan.events[event].own.iter();
                own.any(|phrase| *phrase == [stem])
            })
    };
    instance
        .event
        .is_none_or(|event| events.contains(&event) || asked.claim.event == Some(event))
        || named()
}

/// The sum of the first right value of each part.
fn sum_of(parts: &[&crate::rule::Claim]) -> Option<Right> {
    let mut sum: Option<Right> = None;
    for part in parts {
        let right = match &part.expected {
            Expected::AnyOf(rights) => rights.first()?,
            Expected::Timeline(timeline) => timeline.steps.last()?,
            _ => return None,
        };
        let next = compare::measure(&right.value)?;
        sum = Some(match sum {
            None => right.clone(),
            Some(mut so_far) => {
                let before = compare::measure(&so_far.value)?;
                let add =
                    |a: crate::value::Interval, b: crate::value::Interval| crate::value::Interval {
                        lo: a.lo + b.lo,
                        hi: a.hi + b.hi,
                        lo_open: a.lo_open || b.lo_open,
                        hi_open: a.hi_open || b.hi_open,
                    };
                so_far.value = Value::Number(Measure {
                    stated: add(before.stated, next.stated),
                    typical: add(before.typical, next.typical),
                    possible: add(before.possible, next.possible),
                    hedge: before.hedge.or(next.hedge),
                });
                so_far
            }
        });
    }
    sum
}
