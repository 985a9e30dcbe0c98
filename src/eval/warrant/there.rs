//! Places that are the event's though another word stands between: where people come for it, what is told of the place
//! itself, a building that the place has.
//!
//! In: a place and an event word in one sentence. Out: whether the place is that of the event. What its role is worth
//! otherwise, [`super`] tells.

use std::ops::Range;

use super::lead;
use super::site::is_house;
use crate::eval::apart;
use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::role::Found;
use crate::eval::role::Role;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;
use crate::eval::words::Gap;

/// «arrived in Lund for talks with Kao», «is in Lund for the summit»: where somebody is for the event, that is held, unless
/// a place of its own stands behind its word.
pub(super) fn is_bound_for(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    let Some(noun) = found.noun.filter(|_| found.role == Role::Companion) else {
        return false;
    };
    let purpose = lead(scene, sentence, noun) == Some("for");
    let own = (0..sentence.phrases.len()).any(|other| {
        let named = sentence
            .noun(other)
            .is_some_and(|noun| noun.tag == Tag::Name);
        named
            && matches!(
                lead(scene, sentence, other),
                Some("in" | "at" | "near" | "outside")
            )
            && role::chain(sentence, other).any(|up| up == noun)
    });
    purpose && !own && comes_for(scene, sentence, found.value)
}

/// Whether the verb of a clause only says that somebody comes to, or is in, the town of the phrase `value`.
pub(crate) fn comes_for(scene: &Scene<'_>, sentence: &Sentence, value: usize) -> bool {
    let known = &sentence.phrases[value];
    let town = known.place == Place::Adverbial
        && lead(scene, sentence, value) == Some("in")
        && known.words.len() <= 2;
    let comes = sentence.verb(known.clause).is_some_and(|verb| {
        !verb.negated
            && !verb.doubtful
            && (verb.copula
                || matches!(
                    scene.words.at(verb.main),
                    "arrived"
                        | "arrives"
                        | "arrive"
                        | "landed"
                        | "lands"
                        | "gathered"
                        | "gather"
                        | "convened"
                        | "assembled"
                ))
    });
    town && comes
}

/// «Lund, where a blast killed 12», «in the town of Lund, Corsa, where it derailed»: what is told of a place itself.
pub(crate) fn is_where(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let home = role::home(sentence, &instance.words);
    let noun = sentence.phrase_of(instance.words.end - 1);
    let Some(clause) = home.or(noun.map(|noun| sentence.phrases[noun].clause)) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    let place = known.antecedent.filter(|_| {
        known.link == Link::Relative
            && known
                .joint
                .is_some_and(|word| scene.words.at(word) == "where")
    });
    let (Some(place), Some(value)) = (place, sentence.phrase_of(range.end - 1)) else {
        return false;
    };
    // «Lund, Corsa, where»: a place that holds it stands between.
    let held = (value..place).all(|at| {
        let next = &sentence.phrases[at + 1];
        next.place == Place::Apposed && scene.words.gap(next.words.start) == Gap::Comma
            || matches!(lead(scene, sentence, at + 1), Some("in" | "of"))
    });
    let plain = sentence.verb(clause).is_some_and(|verb| {
        verb.finite && !verb.negated && !verb.modal && !verb.doubtful && !verb.perfect
    });
    // «where he spoke of the blast», «where mourners of the crash met»: only told of there.
    let told = home.is_some() || noun.is_some_and(|noun| known.subject.contains(&noun));
    value <= place && held && plain && told
}

/// «in Lund's old hospital», «at Lund's Grand Hotel»: a building or a quarter of the place.
pub(crate) fn has_site(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(phrase) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let led = matches!(
        lead(scene, sentence, phrase),
        Some("in" | "at" | "inside" | "outside")
    );
    led && sentence.noun(phrase).is_some_and(|noun| {
        let head = scene.words.at(noun.head);
        noun.tag == Tag::Noun
            && noun
                .owner
                .as_ref()
                .is_some_and(|owner| owner.end == range.end)
            && (is_house(head) || apart::is_sort_of_place(head))
    })
}
