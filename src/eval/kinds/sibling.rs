//! Sums that are right for another claim of the story.
//!
//! In: a sum that is wrong for a claim. Out: whether another claim of its kind expects just it: «$19.375 a share» is no
//! wrong price of the whole, where the story knows both.

use std::ops::Range;

use super::Asked;
use crate::eval::compare::Relation;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;

/// Whether another claim on the same event, or on one that the sentence tells of as well, expects the sum. Only sums: that two tolls, two shares of a vote or two terms are
/// swapped is a common fault.
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
    claim.kind == Kind::Money
        && scene.story.claims.iter().enumerate().any(|(at, other)| {
            at != index
                && other.kind == claim.kind
                && (other.event == claim.event || other.event.is_some_and(told))
                && matches!(&other.expected, Expected::AnyOf(rights)
                    if rights.iter().any(|right| relate(right) == Relation::Agrees))
        })
}
