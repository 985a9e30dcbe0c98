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
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::class;
use crate::rule::EventIndex;

/// Whether the clause of a value names `who` (one of one, two of several) as who does it or bears it, and nobody else.
pub(crate) fn clause_of(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    is_told_of(
        &WhoIs::new(scene, scene.sentence_of(range.start), who),
        range,
    )
}

/// The same of the participants of an event, of which one may be enough.
pub(crate) fn clause_of_event(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    is_told_of(
        &WhoIs::of_event(scene, scene.sentence_of(range.start), event),
        range,
    )
}

fn is_told_of(asked: &WhoIs<'_>, range: &Range<usize>) -> bool {
    let Some(mut clause) = asked.sentence.clause_of(range.end - 1) else {
        return false;
    };
    loop {
        let subjects = asked.all(&asked.sentence.clauses[clause].subject);
        let rest = asked
            .sentence
            .phrases_in(clause)
            .filter(|&phrase| {
                !matches!(
                    asked.sentence.phrases[phrase].place,
                    Place::Subject | Place::Apposed
                )
            })
            .map(|phrase| asked.who_is(phrase));
        let stands = |one: &Who| match one {
            Who::Pronoun => asked.stands_for(clause),
            one => *one == Who::Own,
        };
        if subjects.contains(&Who::Other) {
            return false;
        }
        // «The pair», «the two leaders»
        let group = asked.needed() > 1
            && asked.sentence.clauses[clause]
                .subject
                .iter()
                .any(|&subject| {
                    asked.who_is(subject) == Who::Definite
                        && is_group(asked.scene, asked.sentence, subject)
                });
        let then = asked.sentence.verb(clause).is_some_and(|verb| verb.perfect);
        if group && !then && asked.stands_for(clause) {
            return true;
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

/// Whether a passive in the clause of a value is done by one of `who`: «two brakes had been set by Harding».
pub(crate) fn agent_is(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::new(scene, index, who);
    let Some(clause) = asked.sentence.clause_of(range.end - 1) else {
        return false;
    };
    asked.sentence.verb(clause).is_some_and(|verb| verb.passive)
        && asked.sentence.phrases_in(clause).any(|phrase| {
            asked.sentence.phrases[phrase]
                .preposition
                .is_some_and(|word| scene.words.at(word) == "by")
                && asked.who_is(phrase) == Who::Own
        })
}

/// Whether the subject of a value's clause is «it»: «the agency says that it reached a magnitude of 6».
pub(crate) fn it(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    sentence.clause_of(range.end - 1).is_some_and(|clause| {
        matches!(sentence.clauses[clause].subject[..], [one]
            if scene.words.at(sentence.phrases[one].words.start) == "it")
    })
}

/// Whether somebody else shares the event word's verb: «writers and actors have struck».
pub(crate) fn shared(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let asked = WhoIs::of_event(scene, instance.sentence, event);
    role::home(asked.sentence, &instance.words).is_some_and(|clause| {
        let subjects = asked.all(&asked.sentence.clauses[clause].subject);
        subjects.len() > 1 && subjects.iter().any(|one| *one != Who::Own)
    })
}

/// «had been invited by friends of hers»: what the event's word tells is done by others than its people.
pub(crate) fn by_others(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let asked = WhoIs::of_event(scene, instance.sentence, event);
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
    // «The pilots won a rise of 19 percent, the dockers less»
    let others = asked
        .sentence
        .clause_of(range.end - 1)
        .is_some_and(|clause| {
            asked.sentence.clauses[clause]
                .subject
                .iter()
                .any(|&subject| {
                    let head = scene
                        .words
                        .at(asked.sentence.phrases[subject].words.end - 1);
                    matches!(asked.who_is(subject), Who::Definite | Who::Indefinite)
                        && (asked.is_people(subject) || head.ends_with('s'))
                        && scene
                            .has_phrase(asked.sentence.phrases[subject].words.clone(), words)
                            .is_none()
                })
        });
    // A name among the claim's own words is no stranger.
    !others
        && asked.named_here()
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
    let asked = WhoIs::of_event(scene, scene.sentence_of(range.start), event);
    let Some(clause) = asked.sentence.clause_of(range.end - 1) else {
        return false;
    };
    let spent = matches!(
        scene.verb_of(asked.sentence, clause),
        "spent" | "spend" | "spends" | "had"
    );
    let next = scene.words.at(range.end);
    spent
        && matches!(next, "together" | "with" | "alone" | "in")
        && asked.needed() > 1
        && is_told_of(&asked, range)
        && (next == "together"
            || next == "alone"
            || asked.sentence.clauses[clause].subject.len() == 1)
}

/// «the pair», «the two leaders», «both sides»: words for two who were spoken of.
pub(super) fn is_group(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> bool {
    let words = sentence.phrases[phrase].words.clone();
    let two = words
        .clone()
        .any(|word| matches!(scene.words.at(word), "two" | "both"));
    let head = scene.words.at(words.end - 1);
    matches!(
        head,
        "pair" | "duo" | "couple" | "two" | "sides" | "leaders" | "rivals"
    ) || two && head.ends_with('s')
        || two && matches!(head, "men" | "women")
}

/// Whether a figure of victims stands in a sentence that tells nothing else, right after one on the event: «Twenty-one
/// people died.», «Police put the number of dead at 21.»
pub(crate) fn bare(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let index = scene.sentence_of(range.start);
    let Some(before) = index.checked_sub(1) else {
        return false;
    };
    let row = scene.instances_in(scene.words.of_sentence(before));
    let direct = row.last().is_some_and(|last| last.sure)
        && row
            .iter()
            .all(|found| found.event == Some(event) && found.other.is_none());
    let sure = direct || scene.speaks_of_one(event, index);
    let asked = WhoIs::of_event(scene, index, event);
    let sentence = asked.sentence;
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    let caused = sentence.verb(clause).is_some_and(|verb| {
        !verb.passive
            && matches!(
                scene.words.at(verb.main),
                "killed"
                    | "kills"
                    | "claimed"
                    | "claims"
                    | "left"
                    | "leaves"
                    | "injured"
                    | "wounded"
                    | "hurt"
                    | "caused"
            )
    }) && sentence.phrases[value].place != Place::Subject;
    // «…, according to an official of the Red Cross», «officials told the agency that …»: who says so is nobody it is told of.
    let according = sentence
        .words
        .clone()
        .find(|&at| scene.words.at(at) == "according" && scene.words.near(at, 1) == "to");
    let says = |phrase: usize| {
        let known = &sentence.phrases[phrase];
        let told = according.is_some_and(|at| at < known.words.start && at > range.start);
        told || above(scene, sentence, clause)
            .any(|up| up == known.clause && class::is_saying(scene.verb_of(sentence, up)))
    };
    let quiet = (0..sentence.phrases.len()).all(|phrase| {
        let known = &sentence.phrases[phrase];
        let lead = known.preposition.map_or("", |word| scene.words.at(word));
        match asked.who_is(phrase) {
            _ if phrase == value => true,
            _ if says(phrase) => true,
            // «in this devastating event»
            Who::Definite if is_event_at_large(scene.words.at(known.words.end - 1)) => true,
            // Further on, a place may be that of some.
            Who::Definite | Who::Indefinite if !direct && is_whereabouts(lead) => false,
            Who::Other => {
                // «…, the coastguard of Visby said»
                sentence.clauses[known.clause].link == Link::Reporting
            }
            Who::Indefinite => {
                known.place == Place::Subject && !caused
                    || matches!(lead, "of" | "from" | "at")
                    || known.after == Some(value)
                    || known.row == Some(value)
                    || sentence.noun(phrase).is_some_and(|noun| noun.dimension)
                    || super::tally::lexicon::of_fate(scene.words.at(known.words.end - 1)).is_some()
            }
            Who::Nobody => {
                let name = sentence
                    .noun(phrase)
                    .is_some_and(|noun| noun.tag == Tag::Name);
                let home = scene.entities_in(known.words.clone()).any(|mention| {
                    scene.story.events[event].at.is_some_and(|at| {
                        scene.plan.places.holds(mention.entity, at)
                            || scene.plan.places.holds(at, mention.entity)
                    })
                });
                !name || home
            }
            Who::Own | Who::Pronoun | Who::Definite => true,
        }
    });
    sure && !caused && quiet
}

/// Words for what happened, whatever it was.
fn is_event_at_large(word: &str) -> bool {
    matches!(
        word,
        "event" | "disaster" | "tragedy" | "catastrophe" | "incident" | "calamity" | "accident"
    )
}

/// Prepositions that say where some of several were.
fn is_whereabouts(lead: &str) -> bool {
    matches!(
        lead,
        "in" | "at"
            | "near"
            | "on"
            | "across"
            | "around"
            | "inside"
            | "outside"
            | "from"
            | "aboard"
            | "among"
            | "under"
    )
}

/// The clauses that report a clause: «officials said on Monday that …».
fn above<'s>(
    scene: &'s Scene<'_>,
    sentence: &'s Sentence,
    clause: usize,
) -> impl Iterator<Item = usize> + 's {
    let up = move |&at: &usize| {
        let known = &sentence.clauses[at];
        known.parent.filter(|_| {
            // «told a conference that» reads like a relative of the conference.
            let told = known.link == Link::Relative
                && known
                    .joint
                    .is_some_and(|word| scene.words.at(word) == "that");
            told || matches!(known.link, Link::Reported | Link::Coordinated)
        })
    };
    std::iter::successors(up(&clause), up)
}
