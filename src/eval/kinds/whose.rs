//! Whether a length of time that stands with a claim's words may be another country's, or only be judged.
//!
//! In: a length and a claim on one of a story, without an event. Out: why it may not accuse.

use std::ops::Range;

use super::Asked;
use crate::eval::elsewhere::place;
use crate::eval::syntax::Article;
use crate::eval::syntax::Place;

/// Why a length may be told of somebody else, or of any such length.
pub(super) fn doubt(asked: Asked<'_>, range: &Range<usize>) -> Option<&'static str> {
    if place::does_or_has_it(asked.scene, range) {
        return Some("it may be what another place does or has");
    }
    is_judged(asked, range).then_some("it says what such a length is like")
}

/// «One year of mourning is enough», «thirty days are too long»: what is said of any length of that kind.
fn is_judged(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let Some((sentence, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let definite = sentence
        .noun(phrase)
        .is_some_and(|noun| noun.article == Article::Definite || noun.owner.is_some());
    known.place == Place::Subject
        && !definite
        && sentence.verb(known.clause).is_some_and(|found| {
            found.copula
                && !matches!(
                    scene.words.near(found.main, 1),
                    "the" | "how" | "what" | "a" | "an"
                )
        })
}
