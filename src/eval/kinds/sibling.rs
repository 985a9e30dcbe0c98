//! Values that are right for another claim of the story.
//!
//! In: a value that is wrong for a claim. Out: whether another claim of its kind expects just it, and the words leave it to
//! that one: «$19.375 a share» is no wrong price of the whole, where the story knows both; «the rate hit 14.7%» is no wrong
//! rate of the month before.

use std::ops::Range;

use super::Asked;
use crate::eval::compare::Relation;
use crate::rule::Claim;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;

/// Whether a claim expects a value, as `relate` holds it against what is right.
fn expects(claim: &Claim, relate: &dyn Fn(&Right) -> Relation) -> bool {
    matches!(&claim.expected, Expected::AnyOf(rights)
        if rights.iter().any(|right| relate(right) == Relation::Agrees))
}

/// From where on a count that two claims share is no chance.
const LARGE: f64 = 1000.0;

/// Whether another claim on the same event, or on one that the sentence tells of as well, expects the sum. Only sums, and large counts of another event: that
/// two tolls, two shares of a vote or two terms are swapped is a common fault.
pub(super) fn is_right_elsewhere(
    asked: Asked<'_>,
    range: &Range<usize>,
    relate: &dyn Fn(&Right) -> Relation,
) -> bool {
    let Asked {
        scene,
        claim,
        index,
    } = asked;
    let sentence = scene.words.of_sentence(scene.sentence_of(range.start));
    // «after its offer of 6.7 billion in autumn»: what the sentence says of the offer is no wrong price of the deal.
    let told = |event: EventIndex| {
        scene
            .instances_in(sentence.clone())
            .iter()
            .any(|found| found.event == Some(event) || found.candidates.contains(&event))
    };
    // «Talvik had 127,000 employees», of a claim on jobs that it cuts: so large a figure is not by chance that of another
    // claim, on something else than this event.
    let large = claim.kind == Kind::Count
        && claim.tally.is_none()
        && scene.story.claims.iter().enumerate().any(|(at, other)| {
            at != index
                && other.kind == claim.kind
                && other.tally.is_none()
                && other.event != claim.event
                && crate::eval::scene::rights(other).any(|right| {
                    crate::eval::compare::measure(&right.value)
                        .is_some_and(|known| crate::eval::compare::point(&known) >= LARGE)
                        && relate(right) == Relation::Agrees
                })
        });
    large
        || claim.kind == Kind::Money
            && scene.story.claims.iter().enumerate().any(|(at, other)| {
                at != index
                    && other.kind == claim.kind
                    && (other.event == claim.event || other.event.is_some_and(told))
                    && expects(other, relate)
            })
}

/// «The jobless rate soared to 14.7%», of a claim on the same rate a month earlier: a claim that shares its words with this
/// one on the same event expects just that, or has no other words at all, and none of the words that this one has alone
/// stands by the value.
pub(super) fn is_told_of_the_like(
    asked: Asked<'_>,
    range: &Range<usize>,
    relate: &dyn Fn(&Right) -> Relation,
) -> bool {
    let Asked {
        scene,
        claim,
        index,
    } = asked;
    let sentence = scene.sentence_at(range.start);
    let words = &scene.plan.words;
    // A word that another value of the kind stands before or has for its own tells nothing of this one.
    let by = |phrase: &Vec<String>| {
        scene
            .find_phrases(sentence.clone(), phrase)
            .any(|found| !asked.taken(range, &found))
    };
    let is_like = |at: usize| {
        let other = &scene.story.claims[at];
        at != index
            && claim.event.is_some()
            && other.kind == claim.kind
            && other.event == claim.event
            && other.who == claim.who
            && other.tally == claim.tally
            && scene.plan.of[at] == scene.plan.of[index]
    };
    (0..words.len()).any(|at| {
        if !is_like(at) {
            return false;
        }
        let (shared, own): (Vec<_>, Vec<_>) = words[index]
            .iter()
            .partition(|phrase| words[at].contains(phrase));
        !own.is_empty()
            && !shared.is_empty()
            && (shared.len() == words[at].len() || expects(&scene.story.claims[at], relate))
            && shared.into_iter().any(by)
            && !own.into_iter().any(by)
    })
}
