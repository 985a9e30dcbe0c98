//! Whether an event of several people is told with its people, so that a value may be held against the source.
//!
//! In: an event word that was taken for an event. Out: whether all who take part are named with it or stood for. «Lindqvist
//! met the Danish minister» is no meeting of Lindqvist and Okafor, though Lindqvist's name is in it.

use super::events::Form;
use super::events::Instance;
use super::names::EntityMention;
use super::scene::Scene;
use super::words::Gap;
use crate::rule::EventIndex;

/// Words that stand for people named before.
const STAND_FOR: &[&str] = &[
    "they",
    "them",
    "their",
    "he",
    "him",
    "his",
    "she",
    "her",
    "both",
    "two",
    "pair",
    "sides",
    "each",
    "men",
    "women",
    "leaders",
    "envoys",
    "delegations",
    "counterpart",
];

/// Whether all who take part in `event` are named with `instance`, or stood for.
pub(crate) fn together(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let people: Vec<usize> = scene.story.events[event]
        .who
        .iter()
        .copied()
        .filter(|&who| scene.acts(who))
        .collect();
    if people.len() < 2 || instance.carried {
        return true;
    }
    let words = scene.words;
    let sentence = words.of_sentence(instance.sentence);
    let there = |who: &usize| {
        scene
            .entities_in(sentence.clone())
            .any(|mention| mention.entity == *who && !owns_another(scene, mention))
    };
    if people.iter().all(there) {
        return true;
    }
    if sentence.clone().any(|i| STAND_FOR.contains(&words.at(i))) {
        return true;
    }
    if instance.form == Form::Verb {
        return false;
    }
    // «the meeting with the Danish minister»
    let with = (instance.words.end..sentence.end.min(instance.words.end + 3))
        .find(|&i| matches!(words.at(i), "with" | "between"));
    let own = |from: usize| {
        scene
            .entities_in(from..sentence.end.min(from + 6))
            .any(|mention| people.contains(&mention.entity))
    };
    people.iter().any(there) && with.is_none_or(|with| own(with + 1))
}

/// «Okafor's deputy» is not Okafor; «Okafor's meeting», «Okafor's three-hour talks» are hers.
fn owns_another(scene: &Scene<'_>, mention: &EntityMention) -> bool {
    let words = scene.words;
    let end = mention.words.end;
    let told = |i: usize, form: Form| {
        scene
            .instances_in(i..i + 1)
            .iter()
            .any(|instance| instance.form == form)
    };
    words.at(end) == "s"
        && words.gap(end) == Gap::Apostrophe
        && !(end + 1..end + 5)
            .take_while(|&i| words.gap(i) <= Gap::Hyphen && !told(i, Form::Verb))
            .any(|i| {
                !scene.instances_in(i..i + 1).is_empty()
                    || scene.entities_in(i..i + 1).next().is_some()
                    || matches!(words.at(i), "day" | "visit" | "trip" | "arrival")
            })
}
