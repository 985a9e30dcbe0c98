//! Measures that are told of something else than the size of what a claim is about: how far off it is, what is allowed, the
//! same in other units.
//!
//! In: a measure in its sentence, and the claim. Out: whether it is one of these, where the claim doesn't ask for it.

use std::ops::Range;

use crate::eval::kinds::Asked;
use crate::eval::words::Aside;
use crate::eval::words::Gap;
use crate::value::Value;

/// «10 km south-east of Corsa», «9 km away»: a distance, unless the claim speaks of one.
pub(super) fn is_away(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let words = asked.scene.words;
    // «116 km (72 mi) from Corsa»
    let end = after_conversion(asked, range);
    let next = words.at(end);
    let point = ["north", "south", "east", "west"]
        .iter()
        .any(|point| next.starts_with(point));
    let of = (end..end + 4).any(|at| matches!(words.at(at), "of" | "from"));
    let away = point && of || next == "away" || next == "from";
    let plan = asked.scene.plan;
    let asked_for = asked.own_words().iter().any(|word| {
        [
            "distan", "away", "from", "far", "north", "south", "east", "west", "epicent",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    });
    // A claim that lists no words listens to any measure of its event.
    let listed = !plan.of[asked.index].is_empty() || !plan.words[asked.index].is_empty();
    // «20 miles from the border», «south of the border», of a claim on the border
    let from_it = (end..end + 3)
        .find(|&at| matches!(words.at(at), "from" | "of"))
        .is_some_and(|from| {
            let there = from + 1..from + 5;
            [&plan.words[asked.index], &plan.of[asked.index]]
                .into_iter()
                .any(|own| asked.scene.has_phrase(there.clone(), own).is_some())
        });
    away && listed && !asked_for && !from_it
}

/// «twice the speed limit of 80 km/h», «in an 80 km/h zone», «a recommended speed of 80 km/h»: a measure that is set, of a
/// claim that doesn't ask for it.
pub(super) fn is_norm(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let words = asked.scene.words;
    let set = |word: &str| {
        matches!(
            word,
            "limit"
                | "limits"
                | "ceiling"
                | "threshold"
                | "maximum"
                | "minimum"
                | "recommended"
                | "permitted"
                | "allowed"
                | "legal"
                | "authorised"
                | "authorized"
                | "prescribed"
                | "advised"
                | "standard"
                | "zone"
        )
    };
    let asked_for = |at: usize| asked.own_words().contains(&words.stem(at));
    let sentence = asked.scene.sentence_at(range.start);
    let before = (sentence.start..range.start)
        .rev()
        .take(5)
        .take_while(|&at| {
            words.gap(at + 1) < Gap::Comma && !crate::eval::tally::is_number(asked.scene, at)
        })
        .find(|&at| set(words.at(at)) && words.at(at) != "zone");
    let leads = before.is_some_and(|at| {
        (at + 1..range.start).all(|at| {
            matches!(
                words.at(at),
                "of" | "was"
                    | "is"
                    | "at"
                    | "to"
                    | "speed"
                    | "the"
                    | "set"
                    | "there"
                    | "about"
                    | "a"
                    | "weight"
                    | "height"
                    | "depth"
                    | "temperature"
                    | "level"
                    | "in"
                    | "area"
                    | "for"
                    | "that"
                    | "stretch"
            )
        })
    });
    let after = words.gap(range.end) <= Gap::Hyphen && set(words.at(range.end));
    let found = before.filter(|_| leads).or(after.then_some(range.end));
    found.is_some_and(|at| !asked_for(at))
}

/// «more than 100 tremors, including one with a magnitude of 6.0»: of one of those that the sentence counts.
pub(super) fn is_of_one(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let words = asked.scene.words;
    let start = asked.scene.sentence_at(range.start).start;
    (start..range.start)
        .rev()
        .take(7)
        .take_while(|&at| words.gap(at + 1) < Gap::Break)
        .any(|at| {
            matches!(words.at(at), "one" | "another" | "some")
                && matches!(words.near(at, -1), "including" | "among" | "with")
        })
}

/// The word behind a value and the same in other units that stands in brackets behind it: «116 km (72 mi) from».
pub(super) fn after_conversion(asked: Asked<'_>, range: &Range<usize>) -> usize {
    let scene = asked.scene;
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    if words.aside(range.end) != Aside::Opens {
        return range.end;
    }
    let close = (range.end + 1..sentence.end.min(range.end + 5))
        .find(|&at| matches!(words.aside(at), Aside::Closes(_)));
    let quantity = |end: usize| {
        scene
            .mentions_at(range.start)
            .iter()
            .filter(|mention| matches!(mention.value, Value::Quantity { .. }))
            .any(|mention| (range.end..end).contains(&scene.words_of(mention).start))
    };
    close.filter(|&end| quantity(end)).unwrap_or(range.end)
}
