//! What the noun that an event word stands in or by is: the event itself, what belongs to it, or another thing.
//!
//! In: what was found of a value's role. Out: whether the noun is one of those.

use crate::eval::role;
use crate::eval::role::Found;
use crate::eval::scene::Scene;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;

/// Whether a sum hangs on a noun that is neither a measure nor a harm: «houses worth 90 million».
pub(super) fn of_another_thing(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    role::chain(sentence, found.value)
        .take_while(|&up| Some(up) != found.noun)
        .any(|up| {
            sentence.noun(up).is_some_and(|noun| {
                noun.tag == Tag::Noun
                    && !noun.dimension
                    && !matches!(
                        scene.words.at(noun.head),
                        "damage"
                            | "damages"
                            | "loss"
                            | "losses"
                            | "destruction"
                            | "harm"
                            | "repairs"
                            | "bill"
                            | "total"
                            | "sum"
                            | "costs"
                            | "property"
                            | "goods"
                    )
            })
        })
}

/// Verbs that put a sum on something.
pub(super) fn is_estimating(verb: &str) -> bool {
    matches!(
        verb,
        "put" | "estimated" | "valued" | "assessed" | "reckoned" | "pegged" | "set" | "calculated"
    )
}

/// «the damage from the quake was put at 90 million»: the subject is the harm that the event did.
pub(super) fn is_harm_of(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found.noun.is_some_and(|noun| {
        sentence.clauses[found.clause]
            .subject
            .iter()
            .any(|&subject| {
                role::chain(sentence, noun).any(|up| up == subject)
                    && matches!(
                        scene.head_of(sentence, subject),
                        "damage"
                            | "damages"
                            | "loss"
                            | "losses"
                            | "cost"
                            | "costs"
                            | "bill"
                            | "destruction"
                    )
            })
    })
}

/// «the one-on-one talks»: a word that says what kind of meeting it is.
pub(super) fn is_meeting(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| sentence.noun(noun))
        .is_some_and(|noun| {
            matches!(
                scene.words.at(noun.head),
                "talks"
                    | "meeting"
                    | "session"
                    | "conversation"
                    | "discussion"
                    | "discussions"
                    | "encounter"
            )
        })
}

/// «the earthquake's epicentre lay 70 km away»: what belongs to the event is said of it.
pub(super) fn owns(sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| sentence.noun(noun))
        .is_some_and(|noun| noun.owner.is_some())
}

/// Nouns for an occasion, after the event's own word: «a swearing-in ceremony», «the resignation speech».
pub(super) fn is_occasion(word: &str) -> bool {
    matches!(
        word,
        "ceremony"
            | "service"
            | "speech"
            | "event"
            | "session"
            | "hearing"
            | "meeting"
            | "conference"
            | "address"
            | "statement"
            | "announcement"
            | "disaster"
            | "tragedy"
            | "accident"
            | "attack"
            | "attacks"
            | "explosion"
            | "crash"
            | "match"
            | "game"
            | "party"
            | "talks"
            | "summit"
            | "vote"
            | "ballot"
    )
}

/// Whether the event's word follows the value with «of»: «35 minutes of talks».
pub(super) fn of_noun(sentence: &Sentence, found: &Found) -> bool {
    found.noun.is_some_and(|noun| {
        sentence.phrases[noun].preposition_is_of
            && sentence.phrases[noun].after == Some(found.value)
    })
}

/// Whether the event word only tells what the subject of the clause has to do with.
pub(super) fn concerns(sentence: &Sentence, found: &Found) -> bool {
    found.noun.is_some_and(|noun| {
        role::chain(sentence, noun).any(|up| {
            sentence.phrases[up].place == Place::Subject
                && sentence.noun(up).is_some_and(|noun| !noun.dimension)
        })
    })
}
