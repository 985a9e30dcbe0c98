//! How a match ended: «beat Corsa 7-1», «a 7-1 win», «lost 7-1».
//!
//! In: a claim on two figures of an event, with no noun that they would count, and two figures that a hyphen or «to» joins
//! beside a word for the event. Out: evidence. Which side a figure is of is not told. How it stood at some point, other legs
//! and other matches accuse of nothing.

use std::ops::Range;

use super::Asked;
use super::ballot;
use super::sides;
use crate::eval::bind::Attached;
use crate::eval::bind::Gathered;
use crate::eval::role;
use crate::eval::role::Role;
use crate::eval::slots;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EventIndex;
use crate::text::Stance;
use crate::value::Value;

/// Words for how it stood before the end, or for another match of the two.
const STAGES: &Table = table![
    "half",
    "halftime",
    "interval",
    "break",
    "aggregate",
    "penalties",
    "shootout",
    "shoot",
    "leg",
    "legs",
    "set",
    "sets",
    "quarter",
    "period",
    "innings",
    "lead",
    "led",
    "leading",
    "leads",
    "ahead",
    "up",
    "down",
    "trailed",
    "trailing",
    "behind",
    "level",
    "equaliser",
    "equalizer",
    "previous",
    "last",
    "earlier",
    "since",
    "reverse",
    "return",
    "friendly",
    "group",
    "record",
    "when",
    "would",
    "could",
    "if",
    "than",
    "odds",
    "series",
    "minutes",
    "minute",
];

/// The two figures that a claim expects, where it asks how a match ended.
pub(super) fn expected(asked: Asked<'_>) -> Option<[f64; 2]> {
    // Unit: points of either side, at most.
    const MOST: f64 = 300.0;
    let claim = asked.claim;
    let plain = claim.event.is_some() && claim.tally.is_none() && claim.of.is_empty();
    match sides::expected(claim)[..] {
        [one, other] if plain && one <= MOST && other <= MOST => Some([one, other]),
        _ => None,
    }
}

/// Evidence of how a match ended.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let (Some(expected), Some(event)) = (expected(asked), asked.claim.event) else {
        return;
    };
    for (range, figures) in sides::pairs(scene, |pair| !ballot::is_vote(scene, pair)) {
        let same = |one: f64, other: f64| (one - other).abs() < 0.5;
        let agrees = same(figures[0], expected[0]) && same(figures[1], expected[1])
            || same(figures[0], expected[1]) && same(figures[1], expected[0]);
        sides::bind(asked, out, &range, event, agrees, |attached, stance| {
            doubt(asked, &range, attached, stance, event)
        });
    }
}

/// Why figures that differ may be those of another match, or of a part of it.
fn doubt(
    asked: Asked<'_>,
    range: &Range<usize>,
    attached: &Attached,
    stance: Stance,
    event: EventIndex,
) -> Option<&'static str> {
    let scene = asked.scene;
    let index = scene.sentence_of(range.start);
    let all = scene.words.of_sentence(index);
    let own = |at: usize| {
        let known = scene.plan.events[event].own.iter();
        known.flatten().any(|word| word == scene.words.stem(at))
    };
    if stance != Stance::Asserted {
        return Some("it is passed on");
    }
    if all
        .clone()
        .any(|at| STAGES.has(scene.words.at(at)) && !own(at))
    {
        return Some("it may be how it stood then, or another match");
    }
    let another = all
        .clone()
        .any(|at| at >= range.end && sides::pair(scene, at).is_some())
        || (all.start..range.start.saturating_sub(1)).any(|at| sides::pair(scene, at).is_some());
    if another {
        return Some("the sentence tells of several");
    }
    let dated = scene.mentions_of(index).iter().any(|mention| {
        matches!(&mention.value, Value::Date(date)
        if scene.story.events[event].when.as_ref().is_none_or(|when| {
            !matches!(when, Value::Date(when) if crate::eval::when::can_be(date, when))
        }))
    });
    if dated {
        return Some("another day stands with it");
    }
    let known = &scene.story.events[event];
    let named = known.who.len() > 1
        && known.who.iter().all(|who| {
            scene
                .entities_in(all.clone())
                .any(|mention| mention.entity == *who)
        });
    if !named {
        return Some("not all who take part are named with it");
    }
    let syntax = scene.syntax(index);
    let told = scene.instances_in(all).iter().any(|instance| {
        Some(&instance.words) == attached.instance.as_ref()
            && instance.other.is_none()
            && slots::own(scene, instance, event)
            && role::role(syntax, range, &instance.words).is_some_and(|found| {
                matches!(
                    found.role,
                    Role::Modifier | Role::Adverbial | Role::Postmodifier | Role::Predicate
                )
            })
    });
    (!told)
        .then_some("no word for the match stands right with it, done by those of the event's `who`")
}
