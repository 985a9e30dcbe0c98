//! Clauses that say what an event is without a word for it.
//!
//! In: a value and a claim on an event. Out: whether the event's people do in the value's clause what such an event is: one
//! pays for the other («Harrow paid two billion for Velm»), one is given a term («Orsini got nine years»).

use std::ops::Range;

use super::identity::Who;
use super::identity::WhoIs;
use super::rate;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Verb;
use super::syntax::class;
use super::words::Gap;
use crate::rule::Claim;
use crate::rule::EventIndex;
use crate::rule::Kind;

/// Whether the clause of a value says in its own words what the event is: who buys whom, who is given how long.
pub(crate) fn deals(scene: &Scene<'_>, claim: &Claim, range: &Range<usize>, term: bool) -> bool {
    let Some(event) = claim.event else {
        return false;
    };
    if !claim.words.is_empty() {
        return false;
    }
    let only = scene.story.claims.iter().all(|other| {
        other.kind != claim.kind
            || other.event.is_none_or(|found| {
                found == event || scene.story.events[found].who != scene.story.events[event].who
            })
            || !other.words.is_empty()
    });
    match claim.kind {
        Kind::Money => only && paid(scene, range, event),
        Kind::Duration => only && term && given(scene, range, event),
        _ => false,
    }
}

/// «Harlo will pay $171 per share»: one of the event's people pays a rate, and nothing else for which it could be.
pub(crate) fn pays_each(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::new(scene, index, who);
    let sentence = asked.sentence;
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.phrases[value];
    let next = scene.words.at(range.end);
    let each = rate::leads(next) || next == "apiece";
    let pays = sentence.verb(known.clause).is_some_and(|verb| {
        class::is_paying(scene.words.at(verb.main)) && !verb.negated && !verb.doubtful
    });
    each && pays
        && known.place == Place::Object
        && super::said_of::subject_is(scene, range, who)
        && !(0..sentence.phrases.len()).any(|phrase| asked.who_is(phrase) == Who::Other)
}

/// The participants, the phrase of a value, and the verb of its clause.
fn told<'s>(
    scene: &'s Scene<'s>,
    range: &Range<usize>,
    event: EventIndex,
) -> Option<(WhoIs<'s>, usize, &'s Verb)> {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::of_event(scene, index, event);
    let value = asked.sentence.phrase_of(range.end - 1)?;
    let group = asked.sentence.verb(asked.sentence.phrases[value].clause)?;
    Some((asked, value, group))
}

/// «Harrow paid two billion for Velm», «Harrow snaps up Velm for two billion», «Velm cost Harrow two billion».
fn paid(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let Some((asked, value, group)) = told(scene, range, event) else {
        return false;
    };
    let sentence = asked.sentence;
    let known = &sentence.phrases[value];
    if asked.who.len() < 2 || group.doubtful || group.negated {
        return false;
    }
    let clause = &sentence.clauses[known.clause];
    // «agreed to pay», but not «was ready to pay».
    let meant = clause.link != Link::Infinitive
        || clause
            .parent
            .and_then(|parent| sentence.verb(parent))
            .is_some_and(|verb| !verb.negated && scene.words.at(verb.main).starts_with("agree"));
    let named = |phrases: &[usize]| {
        phrases
            .iter()
            .any(|&phrase| asked.who_is(phrase) == Who::Own)
    };
    let others: Vec<usize> = sentence
        .phrases_in(known.clause)
        .filter(|&phrase| phrase != value && sentence.phrases[phrase].place != Place::Subject)
        .collect();
    let strangers = others
        .iter()
        .chain(&clause.subject)
        .any(|&phrase| asked.who_is(phrase) == Who::Other);
    let lead = |phrase: usize| {
        sentence.phrases[phrase]
            .preposition
            .map_or("", |word| scene.words.at(word))
    };
    let main = scene.words.at(group.main);
    let object = known.place == Place::Object;
    let frame = if class::is_paying(main) {
        object
            && others.iter().any(|&other| {
                matches!(lead(other), "for" | "on") && asked.who_is(other) == Who::Own
            })
    } else if class::is_buying(main) {
        lead(value) == "for"
            && others.iter().any(|&other| {
                sentence.phrases[other].place == Place::Object && asked.who_is(other) == Who::Own
            })
    } else if main == "cost" || main == "costs" {
        object
            && others
                .iter()
                .any(|&other| lead(other).is_empty() && asked.who_is(other) == Who::Own)
            && others.iter().all(|&other| lead(other).is_empty())
    } else {
        false
    };
    meant && frame && named(&clause.subject) && !strangers
}

/// «Orsini got nine years», «a judge gave Orsini nine years», «Orsini was given nine years».
fn given(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let Some((asked, value, group)) = told(scene, range, event) else {
        return false;
    };
    let sentence = asked.sentence;
    let known = &sentence.phrases[value];
    let after = scene.words.at(range.end);
    let close = scene.words.gap(range.end) < Gap::Comma;
    // «nine years to pay», «nine years of peace»
    let other_use = close && matches!(after, "to" | "of" | "more" | "notice" | "s");
    let locked = close
        && (1..=3).any(|ahead| {
            matches!(
                scene.words.near(range.end - 1, ahead),
                "prison" | "jail" | "bars" | "custody"
            )
        });
    let open = group.doubtful && scene.words.near(group.main, -1) != "must";
    if known.place != Place::Object || open || group.negated || other_use {
        return false;
    }
    let main = scene.words.at(group.main);
    let subject = sentence.clauses[known.clause]
        .subject
        .iter()
        .map(|&phrase| asked.who_is(phrase))
        .collect::<Vec<_>>();
    let own = subject.contains(&Who::Own)
        || subject.contains(&Who::Pronoun) && asked.stands_for(known.clause);
    let dative = sentence.phrases_in(known.clause).any(|phrase| {
        let at = &sentence.phrases[phrase];
        let one = asked.who_is(phrase);
        at.place == Place::Object
            && phrase != value
            && at.words.end <= known.words.start
            && (one == Who::Own || one == Who::Pronoun && asked.stands_for(known.clause))
    });
    match main {
        "got" | "gets" | "get" | "received" | "receives" => own && !group.modal,
        // «was expected to serve 15 years», «must serve 15 before he can be paroled»: what is served need not be the term.
        "spend" | "serve" | "spends" | "serves" => {
            let clause = &sentence.clauses[known.clause];
            let ordered = clause.link != Link::Infinitive
                || clause
                    .parent
                    .and_then(|parent| sentence.verb(parent))
                    .is_none_or(|verb| {
                        matches!(
                            scene.words.at(verb.main),
                            "ordered" | "sentenced" | "condemned" | "told" | "has" | "had" | "have"
                        )
                    });
            let released = scene.sentence_at(range.start).any(|at| {
                matches!(
                    scene.words.at(at),
                    "parole"
                        | "paroled"
                        | "eligible"
                        | "release"
                        | "released"
                        | "minimum"
                        | "least"
                        | "likely"
                        | "expected"
                )
            });
            own && locked && ordered && !released
        }
        "given" | "handed" if group.passive => own,
        "gave" | "gives" | "handed" | "hands" => dative,
        _ => false,
    }
}
