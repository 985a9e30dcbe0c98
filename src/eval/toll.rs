//! Figures of victims that need not be the event's, or not all of them.
//!
//! In: a figure of people killed, injured, missing or arrested, and the event word it was bound to. Out: whether another
//! place or thing is named with it, whether it tells only of some, or whether the sentence leaves nobody else it could be of.

use std::ops::Range;

use super::events::Instance;
use super::role::Found;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::warrant;
use super::words::Gap;

/// Whether a figure of victims stands with the name of another thing or place: «21 people died on the ferry Sonna».
pub(super) fn elsewhere(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let who = instance
        .event
        .map_or(&[][..], |event| scene.story.events[event].who.as_slice());
    let asked = super::identity::WhoIs::new(scene, instance.sentence, who);
    sentence.phrases_in(clause).any(|phrase| {
        matches!(
            warrant::lead(scene, sentence, phrase),
            Some("on" | "aboard")
        ) && sentence.phrases[phrase].words.start > range.start
            && asked.who_is(phrase) == super::identity::Who::Other
    })
}

/// «the funeral of five people killed in the fire»: figures of some, where what became of them only tells which.
pub(super) fn of_some(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    found: &Found,
) -> bool {
    let value = &sentence.phrases[found.value];
    let the = scene.words.at(value.words.start) == "the" || range.start > value.words.start;
    let told = sentence.clauses.iter().enumerate().any(|(at, clause)| {
        matches!(clause.link, Link::Relative | Link::Participle)
            && clause.antecedent == Some(found.value)
            && !clause.comma
            && sentence.verb(at).is_some_and(|verb| {
                super::tally::lexicon::of_fate(scene.words.at(verb.main)).is_some()
            })
    });
    let owner = value.preposition_is_of
        && value
            .after
            .is_some_and(|owner| sentence.noun(owner).is_some_and(|noun| !noun.dimension));
    told && owner && !the
}

/// «killed 134 people in Marysville»: a name after the figure that is neither the event's place nor around it may be where
/// a part of them died.
pub(super) fn in_another_place(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(at) = instance
        .event
        .and_then(|event| scene.story.events[event].at)
    else {
        return false;
    };
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    // Its own name, or that of a place that holds it.
    let home = |phrase: usize| {
        let words = sentence.phrases[phrase].words.clone();
        scene
            .entities_in(words.clone())
            .any(|mention| mention.entity == at || scene.plan.places.holds(mention.entity, at))
            || scene.plan.places.chain(at).iter().any(|name| {
                super::words::fold(name)
                    .first()
                    .is_some_and(|first| words.clone().any(|i| scene.words.at(i) == first))
            })
    };
    let somewhere: Vec<usize> = sentence
        .phrases_in(clause)
        .filter(|&phrase| {
            let place = scene
                .entities_in(sentence.phrases[phrase].words.clone())
                .all(|mention| {
                    scene.story.entities[mention.entity].kind == crate::rule::EntityKind::Place
                });
            place
                && sentence
                    .noun(phrase)
                    .is_some_and(|noun| noun.tag == Tag::Name)
                && matches!(
                    warrant::lead(scene, sentence, phrase),
                    Some("in" | "at" | "near")
                )
        })
        .collect();
    !somewhere.is_empty() && !somewhere.into_iter().any(home)
}

/// Whether a sentence speaks of one event and names nobody else: its figure of victims is that event's, however they are
/// joined.
pub(super) fn alone(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(event) = instance.event else {
        return false;
    };
    let row = scene.instances_in(scene.words.of_sentence(instance.sentence));
    let one = row
        .iter()
        .all(|found| found.event == Some(event) && found.other.is_none());
    let asked =
        super::identity::WhoIs::new(scene, instance.sentence, &scene.story.events[event].who);
    let parted = sentence
        .phrase_of(instance.words.start)
        .is_some_and(|phrase| {
            warrant::lead(scene, sentence, phrase).is_some_and(warrant::is_apart)
        });
    // «is known to have died» is told of now, «had died» of then.
    let past = sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| verb.perfect && scene.words.near(verb.main, -1) == "had");
    // «have room for 410 injured people»
    let aimed = sentence
        .phrase_of(range.end - 1)
        .and_then(|value| warrant::lead(scene, sentence, value))
        .is_some_and(|word| matches!(word, "for" | "to" | "from"));
    // «Nine died in a mine; a day later the bridge collapsed.»
    let (from, to) = if range.start < instance.words.start {
        (range.end, instance.words.start)
    } else {
        (instance.words.end, range.start)
    };
    let apart = (from..=to).any(|i| scene.words.gap(i) >= Gap::Break);
    one && !apart && !parted && !past && !aimed && !asked.strangers_here()
}
