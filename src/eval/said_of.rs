//! Of whom a clause speaks.
//!
//! In: a value in its sentence, and people. Out: whether the clause of the value is about them: they are its subject, they
//! are named in it and nobody else is, or its subject stands for them.

use std::ops::Range;

use super::events::Instance;
use super::identity::Who;
use super::identity::WhoIs;
use super::role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use crate::rule::EventIndex;

/// Whether the clause of a value names `who` (one of one, two of several) as who does it or bears it, and nobody else.
pub(crate) fn clause_of(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::new(scene, index, who);
    let Some(mut clause) = asked.sentence.clause_of(range.end - 1) else {
        return false;
    };
    loop {
        let subjects = asked.all(&asked.sentence.clauses[clause].subject);
        let rest = asked
            .sentence
            .phrases_in(clause)
            .filter(|&phrase| asked.sentence.phrases[phrase].place != Place::Subject)
            .map(|phrase| asked.who_is(phrase));
        let stands = |one: &Who| match one {
            Who::Pronoun => asked.stands_for(clause),
            one => *one == Who::Own,
        };
        if subjects.contains(&Who::Other) {
            return false;
        }
        let owns = subjects.iter().filter(|one| stands(one)).count()
            + rest.filter(|one| *one == Who::Own).count();
        if owns >= asked.needed() {
            return true;
        }
        let known = &asked.sentence.clauses[clause];
        match known.parent {
            Some(parent) if known.link != Link::Main => clause = parent,
            _ => return false,
        }
    }
}

/// Whether the subject of a value's clause is one of `who`, or stands for one.
pub(crate) fn subject_is(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::new(scene, index, who);
    let Some(clause) = asked.sentence.clause_of(range.end - 1) else {
        return false;
    };
    let subjects = asked.all(&asked.sentence.clauses[clause].subject);
    let pronoun = subjects.contains(&Who::Pronoun) && asked.stands_for(clause);
    !subjects.contains(&Who::Other) && (subjects.contains(&Who::Own) || pronoun)
}

/// Whether somebody else shares the event word's verb: «writers and actors have struck».
pub(crate) fn shared(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let asked = WhoIs::new(scene, instance.sentence, &scene.story.events[event].who);
    role::home(asked.sentence, &instance.words).is_some_and(|clause| {
        let subjects = asked.all(&asked.sentence.clauses[clause].subject);
        subjects.len() > 1 && subjects.iter().any(|one| *one != Who::Own)
    })
}

/// «had been invited by friends of hers»: what the event's word tells is done by others than its people.
pub(crate) fn by_others(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let asked = WhoIs::new(scene, instance.sentence, &scene.story.events[event].who);
    let Some(clause) = role::home(asked.sentence, &instance.words) else {
        return false;
    };
    let passive = asked.sentence.verb(clause).is_some_and(|verb| verb.passive);
    passive
        && asked.sentence.phrases_in(clause).any(|phrase| {
            asked.sentence.phrases[phrase]
                .preposition
                .is_some_and(|word| scene.words.at(word) == "by")
                && matches!(asked.who_is(phrase), Who::Other | Who::Indefinite)
        })
}

/// Whether one of `who` is named in the sentence of a value, and nobody else.
pub(crate) fn alone(
    scene: &Scene<'_>,
    range: &Range<usize>,
    who: &[usize],
    words: &[Vec<String>],
) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::new(scene, index, who);
    // A name among the claim's own words is no stranger.
    asked.named_here()
        && (0..asked.sentence.phrases.len()).all(|phrase| {
            asked.who_is(phrase) != Who::Other
                || scene
                    .has_phrase(asked.sentence.phrases[phrase].words.clone(), words)
                    .is_some()
        })
}

/// Whether the subject of a value's clause is «the» something: what was spoken of before.
pub(crate) fn definite_subject(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::new(scene, index, &[]);
    asked
        .sentence
        .clause_of(range.end - 1)
        .is_some_and(|clause| {
            let subjects = asked.all(&asked.sentence.clauses[clause].subject);
            !subjects.is_empty() && subjects.iter().all(|one| *one == Who::Definite)
        })
}

/// Participants who spend time together, or with each other, meet: «Biden and Xi spent five hours together».
pub(crate) fn together(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let asked = WhoIs::new(
        scene,
        scene.sentence_of(range.start),
        &scene.story.events[event].who,
    );
    let Some(clause) = asked.sentence.clause_of(range.end - 1) else {
        return false;
    };
    let spent = asked.sentence.verb(clause).is_some_and(|verb| {
        matches!(
            scene.words.at(verb.main),
            "spent" | "spend" | "spends" | "had"
        )
    });
    let next = scene.words.at(range.end);
    spent
        && matches!(next, "together" | "with" | "alone" | "in")
        && asked.needed() > 1
        && clause_of(scene, range, asked.who)
        && (next == "together"
            || next == "alone"
            || asked.sentence.clauses[clause].subject.len() == 1)
}
