//! The last time before: «Marin last visited Boral in 2018», «his last trip there was in March 2018».
//!
//! In: a date in a sentence with «last» before a word for the event. Out: when it last happened, and how surely that is told of
//! the event's own people and place.

use std::ops::Range;

use crate::eval::bind::Attached;
use crate::eval::kinds::Asked;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::rule::EntityKind;
use crate::rule::EventIndex;
use crate::text::Mention;
use crate::value::Since;
use crate::value::Value;

/// How far the date may stand behind «last».
const REACH: usize = 12;

/// When the claim's event last happened, if that is what the date of `mention` tells.
pub(super) fn read(asked: Asked<'_>, mention: &Mention) -> Option<(Since, Attached)> {
    let scene = asked.scene;
    let Value::Date(date) = &mention.value else {
        return None;
    };
    // The last one of a role, or the last that was as deadly, is another question.
    let phrases = &asked.claim.words;
    let plain = phrases.is_empty()
        || phrases
            .iter()
            .flat_map(|phrase| phrase.split(' '))
            .any(|word| matches!(word, "first" | "last"));
    let event = asked
        .claim
        .event
        .filter(|_| plain && asked.claim.first.is_none())?;
    let range = scene.words_of(mention);
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let from = range.start.saturating_sub(REACH).max(sentence.start);
    let last = (from..range.start).rfind(|&at| words.at(at) == "last")?;
    let told = told(scene, event, last, range.start)?;
    let led = [range.start, range.start.saturating_sub(1)]
        .iter()
        .any(|&at| matches!(words.at(at), "in" | "on"));
    if !led || !is_by_own(scene, event, last, &told) {
        return None;
    }
    let strong = is_there(scene, event, last..range.start)?;
    let since = Since {
        last: date.possible,
        stated: date.stated,
        years: None,
        first: false,
    };
    Some((
        since,
        Attached::alone(strong, "it is told to be the last time before"),
    ))
}

/// The event word that «last» speaks of: «last visited», «last official visit», «the last time he visited».
fn told(scene: &Scene<'_>, event: EventIndex, last: usize, end: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let row = scene.instances_in(last + 1..end);
    let instance = row.first()?;
    let reach = if words.at(last + 1) == "time" { 6 } else { 3 };
    let own = instance.event == Some(event) || instance.candidates.contains(&event);
    let plain = (instance.words.end..end).all(|at| {
        words.gap(at) < Gap::Comma
            && !matches!(
                words.at(at),
                "since" | "after" | "before" | "until" | "and" | "but" | "while" | "than" | "for"
            )
    });
    (own && plain && instance.words.start <= last + reach && row.len() == 1)
        .then(|| instance.words.clone())
}

/// Whether one of the event's own people stands right before «last», by name, as owner or as «he».
fn is_by_own(scene: &Scene<'_>, event: EventIndex, last: usize, told: &Range<usize>) -> bool {
    let words = scene.words;
    let who = &scene.story.events[event].who;
    let sentence = scene.sentence_at(last);
    let before = |end: usize| {
        scene
            .entities_in(sentence.start..end)
            .last()
            .filter(|mention| mention.words.end == end)
            .is_some_and(|mention| who.contains(&mention.entity))
    };
    let pronoun = |at: usize| {
        let last_named = scene
            .entities
            .iter()
            .rfind(|mention| mention.words.end <= at && scene.acts(mention.entity));
        matches!(
            words.at(at),
            "he" | "she" | "they" | "his" | "her" | "their"
        ) && last_named.is_some_and(|mention| who.contains(&mention.entity))
    };
    let at = if words.at(last + 1) == "time" {
        told.start
    } else {
        last
    };
    let owner = words.near(at, -1) == "s" && before(at.saturating_sub(1));
    at > sentence.start && (owner || before(at) || pronoun(at - 1))
}

/// Whether the place in `range`, if any, is the event's; `None` where it is another one.
fn is_there(scene: &Scene<'_>, event: EventIndex, range: Range<usize>) -> Option<bool> {
    let at = scene.story.events[event].at;
    let mut same = true;
    for mention in scene.entities_in(range) {
        if scene.story.entities[mention.entity].kind != EntityKind::Place {
            continue;
        }
        let at = at?;
        if scene.plan.places.apart(at, mention.entity) {
            return None;
        }
        same &= mention.entity == at;
    }
    Some(same)
}
