//! Clauses that tell of another time or another incident than the report's own.
//!
//! In: a word of a scene. Out: whether its clause dates it back («in 2009», «last spring», «in May»), names another
//! incident («in another shooting»), or speaks of an earlier one whose noun is left out («the first two left five dead»).

use std::ops::Range;

use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::value::month;

/// Whether the clause of the word at `at` is of another incident.
pub(crate) fn clause(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    around(scene, at).any(|i| {
        let next = words.near(i, 1);
        match words.at(i) {
            "in" | "since" | "during" => {
                year(next) && !own_year(scene, next) || bare_month(scene, i + 1)
            }
            "last" => matches!(
                next,
                "year" | "month" | "summer" | "spring" | "winter" | "fall" | "autumn"
            ),
            "ago" | "earlier" | "before" => {
                matches!(
                    words.near(i, -1),
                    "years" | "months" | "decades" | "year" | "month"
                )
            }
            "another" | "separate" | "unrelated" | "previous" | "different" => {
                (1..=3).any(|k| incident(words.near(i, k)))
            }
            "linked" | "connected" | "related" | "similar" | "tied" | "compared" => {
                matches!(next, "to" | "with") && i < at
            }
            _ => false,
        }
    })
}

/// «the third in a week; the first two left five dead»: the words from a subject that is an earlier incident, its noun
/// left out, to the end of its clause.
pub(crate) fn earlier_one(scene: &Scene<'_>, at: usize) -> bool {
    const WHICH: &[&str] = &[
        "first", "second", "previous", "earlier", "prior", "last", "other", "latter", "former",
    ];
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(at));
    let from = (sentence.start..at)
        .rev()
        .find(|&i| words.gap(i) >= Gap::Break)
        .unwrap_or(sentence.start);
    (from..at).any(|i| {
        let which =
            WHICH.contains(&words.at(i)) && matches!(words.near(i, -1), "the" | "an" | "a" | "its");
        let count = usize::from(matches!(
            words.near(i, 1),
            "one" | "two" | "three" | "four" | "five" | "ones" | "pair"
        ));
        let verb = i + 1 + count;
        // «the last shooting there, in 2011, killed nine»
        let named = matches!(words.at(i), "previous" | "earlier" | "prior" | "last")
            && matches!(words.near(i, -1), "the" | "an" | "its" | "a")
            && incident(words.near(i, 1));
        named
            || which
                && verb < sentence.end
                && matches!(
                    words.at(verb),
                    "left" | "killed" | "wounded" | "injured" | "claimed" | "hurt" | "had" | "saw"
                )
    })
}

/// «a year after Ana, 23, was killed there»: the clause tells of what was long before. «Two months after she was shot»
/// tells of the same person again.
pub(crate) fn long_after(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(at));
    let Some(after) = (sentence.start + 1..at)
        .rev()
        .find(|&i| matches!(words.at(i), "after" | "since"))
    else {
        return false;
    };
    let long = matches!(
        words.near(after, -1),
        "year" | "years" | "month" | "months" | "decade" | "decades"
    );
    let again = matches!(
        words.near(after, 1),
        "he" | "she" | "they" | "it" | "being" | "a" | "his" | "her"
    );
    let near = (after..at).all(|i| words.gap(i + 1) < Gap::Break) && at < after + 12;
    long && near && !again
}

/// The words of a clause: from the comma or the relative before to the next one.
fn around(scene: &Scene<'_>, at: usize) -> Range<usize> {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(at));
    let opens = |i: usize| {
        words.gap(i) >= Gap::Comma
            || matches!(
                words.at(i),
                "who" | "which" | "when" | "after" | "while" | "where" | "but"
            )
    };
    // An age between commas ends no clause: «Ana, 29, was killed in May».
    let aged = |i: usize| {
        let digits =
            |k: usize| words.at(k).chars().all(|c| c.is_ascii_digit()) && !words.at(k).is_empty();
        digits(i) || i > 0 && digits(i - 1)
    };
    let from = (sentence.start..=at)
        .rev()
        .find(|&i| opens(i) && !aged(i))
        .unwrap_or(sentence.start);
    let to = (at + 1..sentence.end)
        .find(|&i| opens(i) && !aged(i))
        .unwrap_or(sentence.end);
    // «In 2012, her cousin was killed»: what is fronted goes with what follows.
    let front = from > sentence.start
        && from <= sentence.start + 4
        && matches!(words.at(sentence.start), "in" | "last");
    (if front { sentence.start } else { from })..to
}

fn year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.chars().all(|c| c.is_ascii_digit())
}

/// Whether a year is the report's, or one that its beginning tells.
fn own_year(scene: &Scene<'_>, word: &str) -> bool {
    let published = scene.published.is_some_and(|published| {
        let day = |time: jiff::Timestamp| time.to_zoned(published.zone.clone()).date().year();
        let told: i16 = word.parse().unwrap_or_default();
        (day(published.earliest)..=day(published.latest)).contains(&told)
    });
    published
        || (0..scene.words.len())
            .take_while(|&i| scene.sentence_of(i) == 0)
            .any(|i| scene.words.at(i) == word)
}

/// «in March»: a month with neither a day nor a year.
fn bare_month(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let capital = words.get(at).is_some_and(|word| word.capital);
    let numbered = words
        .near(at, 1)
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit());
    capital && month(words.at(at)).is_some() && !numbered
}

fn incident(word: &str) -> bool {
    matches!(
        word,
        "shooting"
            | "shootings"
            | "incident"
            | "incidents"
            | "case"
            | "cases"
            | "homicide"
            | "attack"
            | "crash"
            | "fire"
            | "killing"
            | "slaying"
            | "accident"
            | "robbery"
            | "stabbing"
            | "collision"
    )
}
