//! What talks are about.
//!
//! In: a place and the event word it was bound to. Out: whether the place belongs to what was talked of, and not to where.

use std::ops::Range;

use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::scene::Scene;
use crate::eval::stem::stem;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;

/// Verbs whose object is what is talked of.
const TALKING: &[&str] = &[
    "discuss",
    "address",
    "raise",
    "debate",
    "condemn",
    "denounce",
    "criticise",
    "criticize",
    "review",
    "mention",
    "tackle",
    "negotiate",
    "consider",
    "describe",
    "explain",
];

/// «their meeting, in which they discussed the war in Arden», «talks on the war in Arden», «spoke about the fires in Boral».
pub(crate) fn is_topic(scene: &Scene<'_>, place: &Range<usize>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(phrase) = sentence.phrase_of(place.end - 1) else {
        return false;
    };
    role::chain(sentence, phrase)
        .filter(|&up| up != phrase)
        .any(|up| is_object_of_talk(scene, sentence, up) || is_about(scene, sentence, up, instance))
}

fn is_object_of_talk(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> bool {
    let known = &sentence.phrases[phrase];
    let subject = known.place == Place::Subject;
    (known.place == Place::Object || subject)
        && sentence.verb(known.clause).is_some_and(|verb| {
            verb.passive == subject
                && TALKING
                    .iter()
                    .any(|talk| stem(talk) == scene.words.stem(verb.main))
        })
}

/// «about the war»; «on the war» and «over the war» only of talks: an attack on a school in Arden is in Arden.
fn is_about(scene: &Scene<'_>, sentence: &Sentence, phrase: usize, instance: &Instance) -> bool {
    let known = &sentence.phrases[phrase];
    let lead = known.preposition.map_or("", |word| scene.words.at(word));
    let talks = || {
        known.after.is_some_and(|after| {
            sentence.phrases[after]
                .words
                .contains(&(instance.words.end - 1))
        }) && matches!(
            scene.words.at(instance.words.end - 1),
            "talks"
                | "talk"
                | "meeting"
                | "meetings"
                | "discussions"
                | "summit"
                | "negotiations"
                | "conference"
                | "dialogue"
                | "consultations"
                | "speech"
                | "debate"
                | "hearing"
        )
    };
    match lead {
        "about" | "regarding" | "concerning" => true,
        "on" | "over" => talks(),
        _ => false,
    }
}
