//! Signs that an event word tells of another event than the story's: it was only wished for, has a number of its own, others
//! do it, or the report is older, of somebody unnamed, of another place or of a namesake.
//!
//! In: an event word, or a value that is told of one. Out: whether another event may be meant. Each is a reason to be silent, never
//! one to accuse.

use std::ops::Range;

use super::events::Instance;
use super::inner::is_own;
use super::measured;
use super::names::EntityMention;
use super::names::How;
use super::scene::Scene;
use super::stem::stem;
use super::syntax::Link;
use super::syntax::Tag;
use super::syntax::class;
use super::words::Gap;
use crate::rule::EntityKind;
use crate::rule::EventIndex;
use crate::value::Value;

/// «met in Orrin for their second summit», where the author's words tell of no second: an ordinal before the event's noun, behind
/// its verb.
pub(crate) fn is_numbered(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    const REACH: usize = 3;
    let words = scene.words;
    let own = &scene.plan.events[event];
    let sentence = scene.sentence_at(instance.words.start);
    (instance.words.end..sentence.end)
        .take_while(|&at| words.gap(at) < Gap::Break)
        .any(|at| {
            matches!(
                words.at(at),
                "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth"
            ) && !own.has_own(words.stem(at))
                && (at + 1..=at + REACH)
                    .take_while(|&next| words.gap(next) == Gap::Space)
                    .any(|next| is_own(scene, event, next))
        })
}

/// «the sentencing hearing», «the murder trial»: the event's word says of which kind another thing is that happens.
pub(crate) fn is_kind_of_another(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    sentence
        .phrase_of(instance.words.start)
        .and_then(|phrase| sentence.noun(phrase))
        .is_some_and(|noun| {
            noun.head >= instance.words.end
                && is_about_another(scene.words.at(noun.head))
                && !is_own(scene, event, noun.head)
        })
}

/// Nouns of what is held or done about another thing, which a word before them names.
fn is_about_another(noun: &str) -> bool {
    matches!(
        noun,
        "hearing"
            | "hearings"
            | "trial"
            | "inquiry"
            | "inquest"
            | "probe"
            | "investigation"
            | "anniversary"
            | "memorial"
            | "vigil"
            | "funeral"
            | "campaign"
            | "announcement"
            | "debate"
            | "protest"
            | "victory"
            | "defeat"
            | "preparations"
            | "range"
            | "guidelines"
            | "recommendation"
    )
}

/// «The House passed the bill», of a vote of the Senate: a name that is none of the event's people does it, and who else of them
/// might is not there.
pub(crate) fn is_done_by_another(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    // «passed the bill by a 227-203 vote»
    let told = || {
        sentence.clause_of(instance.words.start).filter(|&clause| {
            sentence
                .verb(clause)
                .is_some_and(|verb| is_own(scene, event, verb.main))
        })
    };
    let Some(clause) = sentence.verb_clause(instance.words.start).or_else(told) else {
        return false;
    };
    let who = &scene.story.events[event].who;
    let here = scene.sentence_at(instance.words.start);
    let is_there = |entity: usize| {
        scene
            .entities_in(here.clone())
            .any(|mention| mention.entity == entity)
    };
    let subject = &sentence.clauses[clause].subject;
    let [first, ..] = subject.as_slice() else {
        return false;
    };
    let named = sentence.noun(*first).is_some_and(|noun| {
        noun.tag == Tag::Name
            || scene
                .words
                .get(noun.head)
                .is_some_and(|word| word.capital && noun.head > here.start)
    });
    named
        && sentence.verb(clause).is_some_and(|verb| !verb.passive)
        && !subject.iter().any(|&phrase| {
            scene
                .entities_in(sentence.phrases[phrase].words.clone())
                .any(|mention| who.contains(&mention.entity) || !scene.acts(mention.entity))
        })
        && who
            .iter()
            .any(|&entity| scene.acts(entity) && !is_there(entity))
}

/// «applied to join in May», «voted on Monday to strike»: a verb that only wishes for the event has the day for itself.
pub(crate) fn is_only_wished(scene: &Scene<'_>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(clause) = sentence.verb_clause(instance.words.start) else {
        return false;
    };
    sentence.clauses[clause].link == Link::Infinitive
        && sentence.clauses[clause].parent.is_some_and(|parent| {
            let verb = scene.verb_of(sentence, parent);
            class::is_wishing(verb)
                || [
                    "apply", "vote", "agree", "decide", "refuse", "promise", "vow", "offer",
                    "pledge", "try", "choose",
                ]
                .iter()
                .any(|wish| stem(wish) == stem(verb))
        })
}

/// Whether a report came out long before the event: what it says has happened was another one. What it says of the time to come
/// may be the event's.
pub(crate) fn is_older(scene: &Scene<'_>, value: &Range<usize>, event: EventIndex) -> bool {
    const MONTH: f64 = 31.0; // days
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let to_come = scene
        .clause_of_value(value)
        .is_none_or(|(sentence, clause)| {
            sentence
                .verb(clause)
                .is_none_or(|verb| verb.modal || verb.infinitive || !verb.finite)
                || measured::is_present(scene, sentence, clause)
        });
    !to_come
        && scene
            .published
            .is_some_and(|published| super::when::days_ahead(when, published) > MONTH)
}

/// «The two leaders met», in a report that names one of those of the event and never the other: two others.
pub(crate) fn is_of_unnamed(scene: &Scene<'_>, value: &Range<usize>, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    let Some((sentence, clause)) = scene.clause_of_value(value) else {
        return false;
    };
    let together = sentence.clauses[clause].subject.iter().any(|&phrase| {
        let mut words = sentence.phrases[phrase].words.clone();
        words.any(|at| matches!(scene.words.at(at), "two" | "both" | "pair" | "they"))
    });
    if !together {
        return false;
    }
    let two = who.iter().filter(|&&entity| scene.acts(entity)).count() == 2;
    two && !scene.plan.events[event].one_sided
        && who.iter().any(|&entity| {
            scene.acts(entity)
                && !scene
                    .entities
                    .iter()
                    .any(|mention| mention.entity == entity)
        })
}

/// «The spacecraft landed on Thursday», in a report that knows the things of the event by a common noun alone, and gives another name
/// with it, «the Lumen spacecraft»: another one. A person's role, «the king», is seldom another's.
pub(crate) fn is_of_namesake(scene: &Scene<'_>, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    let words = scene.words;
    let thing = |entity: usize| scene.story.entities[entity].kind == EntityKind::Thing;
    if who.is_empty() || !who.iter().all(|&entity| thing(entity)) {
        return false;
    }
    let capital = |at: usize| words.is_capital(at) && scene.sentence_at(at).start != at;
    let common =
        |mention: &EntityMention| mention.how == How::Also && !mention.words.clone().any(&capital);
    let mut mentions = scene
        .entities
        .iter()
        .filter(|mention| who.contains(&mention.entity))
        .peekable();
    let Some(noun) = mentions.peek().map(|mention| mention.words.end - 1) else {
        return false;
    };
    let noun = words.at(noun);
    // «the Brodec train», of a train that crashed at Brodec, is the event's.
    let stranger = |at: usize| capital(at) && scene.entities_in(at..at + 1).next().is_none();
    mentions.all(common)
        && (1..words.len())
            .any(|at| words.at(at) == noun && words.gap(at) == Gap::Space && stranger(at - 1))
}
