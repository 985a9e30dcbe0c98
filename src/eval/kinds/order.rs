//! Which event came first.
//!
//! In: the scene's event words, and dates and times that stand with them. Out: evidence: two events told in an order by
//! «before», «after», «earlier», «followed», or by their times.

use super::Asked;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::events::Instance;
use crate::eval::judge::Judged;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::finding::Verdict;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::text::Stance;
use crate::value::Granularity;
use crate::value::Value;

/// Evidence for `order`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let Expected::Order(events) = &asked.claim.expected else {
        return;
    };
    for pair in events.windows(2) {
        let [first, second] = pair else { continue };
        by_words(asked, out, *first, *second);
        if out.bound.is_empty() {
            by_times(asked, out, *first, *second);
        }
    }
}

fn known(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    instance.event == Some(event) && instance.other.is_none() && {
        let (stance, _) = scene.stance(instance.words.start);
        !matches!(
            stance,
            Stance::Planned | Stance::Conditional | Stance::Denied | Stance::Superseded
        )
    }
}

fn by_words(asked: Asked<'_>, out: &mut Gathered, first: EventIndex, second: EventIndex) {
    let scene = asked.scene;
    for sentence in 0..scene.reading.sentences.len() {
        let row = scene.instances_in(scene.words.of_sentence(sentence));
        let one = row.iter().find(|instance| known(scene, instance, first));
        let two = row.iter().find(|instance| known(scene, instance, second));
        match (one, two) {
            (Some(one), Some(two)) => {
                let Some(right) = told(scene, one, two) else {
                    continue;
                };
                push(
                    asked,
                    out,
                    one,
                    two,
                    right,
                    one.sure && two.sure,
                    "told in this order in one sentence",
                );
            }
            // «Earlier on Monday, he met …» after a sentence on the other.
            (Some(one), None) | (None, Some(one)) => {
                let event = one.event.unwrap_or(first);
                let other = if event == first { second } else { first };
                let Some(earlier) = lead(scene, sentence) else {
                    continue;
                };
                let before = scene
                    .instances
                    .iter()
                    .rev()
                    .filter(|instance| {
                        instance.sentence < sentence && instance.sentence + 12 >= sentence
                    })
                    .find(|instance| {
                        instance
                            .event
                            .is_some_and(|event| event == first || event == second)
                            && instance.other.is_none()
                    });
                let Some(before) = before.filter(|before| known(scene, before, other)) else {
                    continue;
                };
                let right = (event == first) == earlier;
                let near = before.sentence + 2 >= sentence;
                push(
                    asked,
                    out,
                    before,
                    one,
                    right,
                    one.sure && before.sure && near,
                    "told as earlier or later than what was spoken of before",
                );
            }
            (None, None) => {}
        }
    }
}

fn push(
    asked: Asked<'_>,
    out: &mut Gathered,
    one: &Instance,
    two: &Instance,
    right: bool,
    sure: bool,
    why: &str,
) {
    let scene = asked.scene;
    let last = if one.words.start > two.words.start {
        one
    } else {
        two
    };
    let other = if one.words.start > two.words.start {
        two
    } else {
        one
    };
    let span = if one.sentence == two.sentence {
        scene.words.span(other.words.start..last.words.end)
    } else {
        scene.words.span(last.words.clone())
    };
    if !right && !sure {
        out.note(
            span,
            format!("{why}, but not surely enough to call it wrong"),
        );
        return;
    }
    let (stance, speaker) = scene.stance(last.words.start);
    let verdict = if right {
        Verdict::Supported
    } else {
        Verdict::Contradicted
    };
    out.note(span, why.to_owned());
    out.bound.push(Bound {
        key: Some(if right { "in order" } else { "reversed" }.to_owned()),
        ..Bound::new(scene, span, stance, speaker, Judged::new(verdict))
    });
}

/// Whether the sentence puts `one` before `two`; `None` if it puts them in no order.
fn told(scene: &Scene<'_>, one: &Instance, two: &Instance) -> Option<bool> {
    let words = scene.words;
    let sentence = words.of_sentence(one.sentence);
    let (left, right, one_left) = if one.words.start < two.words.start {
        (one, two, true)
    } else {
        (two, one, false)
    };
    let between = || (left.words.end..right.words.start).map(|i| words.at(i));
    // «Xi met Blinken after his talks with Wang», «hours after»
    let after = between().any(|word| matches!(word, "after" | "following"));
    let before = between().any(|word| matches!(word, "before" | "ahead"));
    let then = between().any(|word| {
        matches!(
            word,
            "then" | "later" | "followed" | "afterwards" | "subsequently" | "on"
        )
    });
    let followed = between().any(|word| word == "followed") && !between().any(|word| word == "by");
    let lead = (sentence.start..left.words.start)
        .rev()
        .take(8)
        .map(|i| words.at(i))
        .find(|word| matches!(*word, "after" | "following" | "before" | "having"));
    let comma = (left.words.end..=right.words.start).any(|i| words.gap(i) >= Gap::Comma);
    let left_first = if followed {
        // «The meeting with Wang followed that with Qin.»
        Some(false)
    } else {
        match (lead, after, before) {
            (Some("after" | "following" | "having"), false, false) if comma => Some(true),
            (Some("before"), false, false) if comma => Some(false),
            (None, true, false) => Some(false),
            (None, false, true) => Some(true),
            (None, false, false)
                if then
                    && words.gap(right.words.start) < Gap::Sentence
                    && between().any(|word| matches!(word, "then" | "later" | "afterwards")) =>
            {
                Some(true)
            }
            _ => None,
        }
    }?;
    Some(left_first == one_left)
}

/// Whether a sentence opens with «earlier» (true) or «later» (false).
fn lead(scene: &Scene<'_>, sentence: usize) -> Option<bool> {
    let words = scene.words;
    let all = words.of_sentence(sentence);
    (all.start..all.end.min(all.start + 3)).find_map(|i| match words.at(i) {
        "earlier" => Some(true),
        "later" | "afterwards" | "then" | "subsequently" => Some(false),
        _ => None,
    })
}

/// Both events have times of day, or days, in their sentences, and these don't meet.
fn by_times(asked: Asked<'_>, out: &mut Gathered, first: EventIndex, second: EventIndex) {
    let scene = asked.scene;
    let time = |event: EventIndex| {
        scene
            .instances
            .iter()
            .filter(|instance| known(scene, instance, event) && instance.sure)
            .filter_map(|instance| time_of(scene, instance).map(|range| (range, instance)))
            // «on Monday» in one place, «around 4:30 pm on Monday» in another: the finer tells more.
            .min_by_key(|((from, to), _)| from.duration_until(*to))
    };
    let (Some((one, at)), Some((two, other))) = (time(first), time(second)) else {
        return;
    };
    if one.1 <= two.0 {
        push(
            asked,
            out,
            at,
            other,
            true,
            true,
            "its time is before the other's",
        );
    }
}

/// The civil range of the date that stands nearest to an event word in its clause, to the part of a day.
fn time_of(
    scene: &Scene<'_>,
    instance: &Instance,
) -> Option<(jiff::civil::DateTime, jiff::civil::DateTime)> {
    scene
        .mentions_of(instance.sentence)
        .iter()
        .filter(|mention| mention.clause as usize == instance.clause)
        .filter_map(|mention| match &mention.value {
            Value::Date(date) if date.granularity >= Granularity::Day => Some((
                date.possible.from?,
                date.possible.to?,
                scene.words_of(mention).start,
            )),
            _ => None,
        })
        .min_by_key(|&(_, _, at)| at.abs_diff(instance.words.start))
        .map(|(from, to, _)| (from, to))
}
