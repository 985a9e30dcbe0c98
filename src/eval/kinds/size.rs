//! Which size of a thing a length tells: how long, wide, high or deep it is, or only how far it goes or lies.
//!
//! In: a length in a scene, and a claim on a quantity. Out: whether it is another size than the claim's, or a way, or may be.

use std::ops::Range;

use super::Asked;
use crate::eval::role;
use crate::eval::role::Role;
use crate::eval::syntax::Article;
use crate::eval::syntax::Place;
use crate::eval::syntax::class;
use crate::eval::syntax::verb;
use crate::eval::words::Gap;
use crate::rule::EntityKind;

/// Directions in which a thing has a size.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dimension {
    Long,
    Wide,
    High,
    Deep,
    Thick,
}

fn dimension(word: &str) -> Option<Dimension> {
    Some(match word {
        "long" | "length" => Dimension::Long,
        "wide" | "width" | "broad" | "breadth" | "beam" | "across" | "diameter" => Dimension::Wide,
        "high" | "height" | "tall" | "elevation" => Dimension::High,
        "deep" | "depth" | "draught" | "draft" => Dimension::Deep,
        "thick" | "thickness" => Dimension::Thick,
        _ => return None,
    })
}

/// Whether a claim asks for the size of a thing, and no word of it says which. What is told of people in bare lengths is as
/// often how far they went.
fn is_bare(asked: Asked<'_>) -> bool {
    let plan = asked.scene.plan;
    asked.claim.event.is_none()
        && !asked.claim.who.is_empty()
        && asked
            .claim
            .who
            .iter()
            .all(|&who| asked.scene.story.entities[who].kind != EntityKind::Person)
        && plan.of[asked.index].is_empty()
        && plan.words[asked.index].is_empty()
}

/// The direction that the words beside a length tell: «157 feet wide», «40 feet in depth», «a beam of 157 feet».
fn told(asked: Asked<'_>, range: &Range<usize>) -> Option<Dimension> {
    let words = asked.scene.words;
    let near = words.gap(range.end) < Gap::Comma;
    let next = match words.at(range.end) {
        "in" => words.near(range.end, 1),
        next => next,
    };
    let before = || {
        (words.near(range.start, -1) == "of")
            .then(|| dimension(words.near(range.start, -2)))
            .flatten()
    };
    near.then(|| dimension(next)).flatten().or_else(before)
}

/// Whether a length is of another direction than the one that the claim's own words name.
pub(super) fn is_of_another(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let plan = asked.scene.plan;
    let all = plan.of[asked.index].iter().chain(&plan.words[asked.index]);
    let mut named = all.flatten().filter_map(|word| dimension(word)).peekable();
    let Some(told) = told(asked, range) else {
        return false;
    };
    named.peek().is_some() && named.all(|own| own != told)
}

/// «drifted half a mile», «300 feet from the pier», «within 200 feet of it»: how far something goes or lies, no size.
fn is_way(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let words = scene.words;
    if is_adjective(asked, range) {
        return false;
    }
    let sentence = scene.syntax_at(range.start);
    let main = sentence
        .verb_at(range.end - 1)
        .map_or("", |verb| words.at(verb.main));
    let on = words.gap(range.end) < Gap::Comma
        && matches!(
            words.at(range.end),
            "from"
                | "away"
                | "off"
                | "above"
                | "below"
                | "beneath"
                | "under"
                | "behind"
                | "ahead"
                | "beyond"
                | "back"
                | "to"
                | "toward"
                | "towards"
                | "into"
                | "out"
                | "along"
                | "through"
                | "past"
                | "up"
                | "down"
                | "north"
                | "south"
                | "east"
                | "west"
                | "downriver"
                | "upriver"
                | "downstream"
                | "upstream"
                | "inland"
                | "offshore"
                | "apart"
                | "astern"
        );
    let led = |at: &str| matches!(at, "within" | "every" | "after");
    on && !is_measuring(main)
        || led(words.at(range.start))
        || led(words.near(range.start, -1))
        || class::is_moving(main) && !is_aside(asked, range)
}

/// Whether a length may be another size of the thing than the one that a claim without words means: its direction is told and
/// is not the length, it is a way gone or a distance, or it is neither the thing's attribute nor what its verb measures.
pub(super) fn may_be_another(asked: Asked<'_>, range: &Range<usize>) -> bool {
    if !is_bare(asked) {
        return false;
    }
    match told(asked, range) {
        Some(Dimension::Long) => return false,
        Some(_) => return true,
        None => {}
    }
    if is_way(asked, range) {
        return true;
    }
    let scene = asked.scene;
    let sentence = scene.syntax_at(range.start);
    let measures = sentence.verb_at(range.end - 1).is_some_and(|found| {
        let main = scene.words.at(found.main);
        verb::is_be(main) || is_measuring(main)
    });
    !measures && !is_adjective(asked, range) && !is_aside(asked, range)
}

/// Verbs whose complement is how far their subject reaches.
fn is_measuring(main: &str) -> bool {
    [
        "measur", "stretch", "extend", "span", "spans", "stand", "stood", "tower", "reach",
    ]
    .iter()
    .any(|stem| main.starts_with(stem))
}

/// «the 984-foot ship»
fn is_adjective(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let words = asked.scene.words;
    (range.start + 1..range.end).any(|at| words.gap(at) == Gap::Hyphen)
}

/// «the ship, 984 feet long, …»: a length that stands with a name, and not with a verb.
fn is_aside(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    scene
        .entities_in(scene.words.of_sentence(index))
        .filter(|mention| asked.claim.who.contains(&mention.entity))
        .filter_map(|mention| role::role(sentence, range, &mention.words))
        .any(|found| matches!(found.role, Role::Modifier | Role::Postmodifier))
}

/// «A barge 300 feet long lay beside the ship»: the length stands right behind another thing that is only now told of.
pub(super) fn is_of_stranger(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let sentence = scene.syntax_at(range.start);
    scene.words.gap(range.start) < Gap::Comma
        && sentence.phrases.iter().enumerate().any(|(index, phrase)| {
            let copula = sentence
                .verb(phrase.clause)
                .is_some_and(|found| found.copula);
            phrase.words.end == range.start
                && (phrase.place == Place::Subject || phrase.place == Place::Object && !copula)
                && sentence
                    .noun(index)
                    .is_some_and(|noun| noun.article == Article::Indefinite && !noun.dimension)
                && scene
                    .entities_in(phrase.words.clone())
                    .all(|mention| !asked.claim.who.contains(&mention.entity))
        })
}
