//! When a value may accuse: its place in the sentence leaves no other reading than that it is the event's.
//!
//! In: a value, a claim, the event word it was bound to. Out: whether the role of the value is one that the kind of claim
//! allows. A value that only agrees needs less. Whose event it is, [`super::identity`] tells.

mod allowed;
mod meanwhile;
mod noun;
mod site;
mod there;

use std::ops::Range;

use self::allowed::allows;
use self::meanwhile::at_once;
use self::meanwhile::meanwhile;
pub(crate) use self::there::comes_for;
pub(crate) use self::there::has_site;
pub(crate) use self::there::is_where;
use super::caution;
use super::elsewhere;
use super::events::Instance;
use super::identity::WhoIs;
use super::role;
use super::role::Found;
use super::role::Role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::verb;
use super::toll;
use crate::rule::Kind;

/// Whether the role of `range` towards `instance` is one of those that say a value of `kind` of an event.
pub(crate) fn of_event(
    scene: &Scene<'_>,
    kind: Kind,
    tally: bool,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    // «61 were killed and 300 hurt when a train derailed»: what is said behind the second figure is said of both.
    let twin = || {
        let twin = toll::twin(scene, range)?;
        let before = twin.end <= instance.words.start;
        (before && of_figure(scene, kind, tally, &twin, instance)).then_some(())
    };
    of_figure(scene, kind, tally, range, instance) || tally && twin().is_some()
}

/// The same of one figure alone.
fn of_figure(
    scene: &Scene<'_>,
    kind: Kind,
    tally: bool,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    if tally && caution::doubtful(sentence, range) {
        return false;
    }
    if kind == Kind::Place && is_where(scene, sentence, range, instance) {
        return true;
    }
    let found = role::role(sentence, range, &instance.words);
    if tally {
        let away = || {
            toll::elsewhere(scene, sentence, range, instance)
                || elsewhere::place::takes_a_part(scene, sentence, range, instance)
        };
        return match found {
            Some(found) => {
                !is_before_or_beside(scene, sentence, instance, &found)
                    && !toll::of_some(scene, sentence, range, &found)
                    && !away()
                    && !is_caused_otherwise(scene, sentence, instance, &found)
            }
            None => !away() && toll::alone(scene, sentence, range, instance),
        };
    }
    match found {
        Some(found) if found.role == Role::Circumstance => {
            matches!(kind, Kind::Time | Kind::Date)
                && is_frame_of_time(scene, sentence, instance, &found)
                || at_once(scene, sentence, kind, range, instance, &found)
        }
        Some(found) => allows(scene, sentence, kind, &found),
        None => kind == Kind::Place && meanwhile(scene, sentence, range, instance),
    }
}

/// «twelve have died there since the bridge collapsed», «the toll before the second blast»: of another time than the event's.
fn is_before_or_beside(
    scene: &Scene<'_>,
    sentence: &Sentence,
    instance: &Instance,
    found: &Found,
) -> bool {
    let since = |clause: usize| {
        sentence.clauses[clause].joint.is_some_and(|word| {
            matches!(
                scene.words.at(word),
                "since" | "until" | "till" | "before" | "although" | "though"
            )
        })
    };
    match found.role {
        Role::Circumstance => {
            since(found.clause) || sentence.clause_of(instance.words.start).is_some_and(since)
        }
        Role::Companion => found
            .noun
            .and_then(|noun| lead(scene, sentence, noun))
            .is_some_and(|word| {
                is_apart(word)
                    && !matches!(
                        word,
                        "after" | "following" | "due" | "because" | "as" | "over"
                    )
            }),
        _ => false,
    }
}

/// «three were hurt after the break-out when a tyre burst»: the other clause tells what hurt them.
fn is_caused_otherwise(
    scene: &Scene<'_>,
    sentence: &Sentence,
    instance: &Instance,
    found: &Found,
) -> bool {
    let tells_what = |at: usize| {
        let other = &sentence.clauses[at];
        other.link == Link::Subordinate
            && other.parent == Some(found.clause)
            && other
                .joint
                .is_some_and(|word| matches!(scene.words.at(word), "when" | "as"))
            && Some(at) != sentence.clause_of(instance.words.start)
            && scene
                .instances_in(clause_words(sentence, at))
                .iter()
                .all(|other| other.event != instance.event)
    };
    found.role == Role::Companion
        && (0..sentence.clauses.len()).any(tells_what)
        && timed(scene, sentence, found)
}

/// «It was 4:30 pm when they met»: the clause says nothing else than the time.
fn is_frame_of_time(
    scene: &Scene<'_>,
    sentence: &Sentence,
    instance: &Instance,
    found: &Found,
) -> bool {
    // «midnight when he told of the death»: what is only spoken of in the clause does not happen then.
    let happens = sentence
        .phrase_of(instance.words.end - 1)
        .is_none_or(|phrase| {
            matches!(
                sentence.phrases[phrase].place,
                Place::Subject | Place::Object
            )
        });
    let mut subjects = sentence.clauses[found.clause].subject.iter();
    let bare = subjects.all(|&subject| {
        let phrase = &sentence.phrases[subject];
        phrase.words.len() == 1 && scene.words.at(phrase.words.start) == "it"
    });
    happens && bare && verb::is_be(found.frame(sentence, scene.words).verb)
}

/// Whether a value is the only one of its sort in a sentence that speaks of one event and names nobody else.
pub(crate) fn sole(
    scene: &Scene<'_>,
    kind: Kind,
    range: &Range<usize>,
    instance: &Instance,
    event: usize,
) -> bool {
    // Money and lengths are told of too many things beside an event.
    if !matches!(kind, Kind::Percent | Kind::Quantity) {
        return false;
    }
    let sentence = scene.syntax(instance.sentence);
    let all = scene.words.of_sentence(instance.sentence);
    let one = scene
        .instances_in(all)
        .iter()
        .all(|found| found.event == Some(event) && found.other.is_none());
    let mentions = scene.mentions_of(instance.sentence);
    let span = scene.words.span(range.clone());
    let sort = |value: &crate::value::Value| match value {
        crate::value::Value::Number(_) | crate::value::Value::Count { .. } => {
            std::mem::discriminant(&crate::value::Value::Quote)
        }
        other => std::mem::discriminant(other),
    };
    let own = mentions.iter().find(|mention| mention.span.overlaps(span));
    let rivals = own.is_none_or(|own| {
        mentions
            .iter()
            .any(|other| !other.span.overlaps(span) && sort(&other.value) == sort(&own.value))
    });
    let asked = WhoIs::of_event(scene, instance.sentence, event);
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.phrases[value];
    let within = kind != Kind::Count
        && kind != Kind::Percent
        && sentence
            .noun(value)
            .is_some_and(|noun| noun.head >= range.end);
    let lead = |phrase: usize| lead(scene, sentence, phrase);
    let apart = std::iter::once(value)
        .chain(role::chain(sentence, value))
        .chain(sentence.phrase_of(instance.words.start))
        .any(|phrase| lead(phrase).is_some_and(is_apart));
    let then = sentence.verb(known.clause).is_some_and(|verb| {
        verb.doubtful || verb.negated || verb.perfect && scene.words.near(verb.main, -1) == "had"
    });
    instance.sure && one && !rivals && !within && !apart && !then && !asked.strangers_here()
}

/// The words from the first to the last of a clause.
fn clause_words(sentence: &Sentence, clause: usize) -> Range<usize> {
    let words = |at: usize| sentence.chunks[at].words.clone();
    let own: Vec<usize> = (0..sentence.chunks.len())
        .filter(|&chunk| sentence.homes[chunk] == clause)
        .collect();
    match (own.first(), own.last()) {
        (Some(&first), Some(&last)) => words(first).start..words(last).end,
        _ => 0..0,
    }
}

/// The preposition of a phrase.
pub(super) fn lead<'s>(
    scene: &'s Scene<'_>,
    sentence: &Sentence,
    phrase: usize,
) -> Option<&'s str> {
    sentence.phrases[phrase]
        .preposition
        .map(|word| scene.words.at(word))
}

/// Prepositions that set apart: what they lead is of another time, or only spoken of.
pub(super) fn is_apart(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "before"
            | "since"
            | "until"
            | "till"
            | "following"
            | "ahead"
            | "over"
            | "about"
            | "against"
            | "despite"
            | "because"
            | "than"
            | "like"
            | "unlike"
            | "as"
            | "due"
            | "thanks"
    )
}

/// Whether the event word stands in its clause as a time or a reason of something else.
pub(super) fn timed(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| lead(scene, sentence, noun))
        .is_some_and(is_apart)
}
