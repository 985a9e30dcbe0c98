//! Figures told of each of many, or by the day: «40 dollars a head», «300 people a year».
//!
//! In: a figure in its sentence. Out: whether words around it make it a rate. Whether the claim itself asks for a rate is asked by
//! those who call: its words say so.
//!
//! How far a sign reaches depends on what is asked. Right behind a figure an article is enough; the farther away, the plainer it
//! has to be.
//!
//! | question | asked of | signs | where |
//! |---|---|---|---|
//! | [`is_of_each`] | numbers, where the claim has no words | «each», «per», «apiece», «a share» | seven words before it, or right behind |
//! | [`is_by_the_day`] | sums of money | «a day», «weekly»; a year is what sums are told for anyway | right behind |
//! | [`is_by_time`] | people who came to harm | «a year», «annually» | up to five words behind |
//! | [`is_in_a_routine`] | counts that no event word ties | «each», «a day», «weekly» | anywhere in the sentence |
//! | [`is_for_each`] | sums of money | «for each», «per» | up to the next sum or mark behind |
//! | [`is_of_each_of_several`] | counts and shares | «each», «apiece» at the end of their phrase | up to three words behind |

use std::ops::Range;

use super::scene::Scene;
use super::words::Gap;
use super::words::Words;
use crate::value::Value;

/// Units of time that a rate is told in.
pub(crate) fn is_period(word: &str) -> bool {
    matches!(
        word,
        "day" | "week" | "month" | "year" | "decade" | "hour" | "night" | "season"
    )
}

/// Whether a word alone says how often: «daily».
fn is_how_often(word: &str) -> bool {
    matches!(
        word,
        "hourly" | "daily" | "weekly" | "monthly" | "yearly" | "annually"
    )
}

/// Whether a word of a claim asks for a rate.
pub(crate) fn is_asked_by(word: &str) -> bool {
    word == "per" || is_period(word) || is_how_often(word)
}

/// Whether a word leads from a figure to what it is told of each: «a share», «per head».
pub(crate) fn leads(word: &str) -> bool {
    matches!(word, "a" | "an" | "per" | "each" | "every")
}

/// «95 dollars a share», «three dollars each», «each gave 40»: of each, not of the whole.
pub(crate) fn is_of_each(words: &Words, range: &Range<usize>) -> bool {
    let before =
        (1..=7).any(|back| matches!(words.near(range.start, -back), "each" | "every" | "per"));
    // «for 26 billion, or 196 per share»
    let another = |word: &str| word == "or" || word.starts_with(|c: char| c.is_ascii_digit());
    let behind = || {
        (1..=3)
            .map(|ahead| words.near(range.end - 1, ahead))
            .take_while(|word| !another(word))
            .any(|word| matches!(word, "each" | "apiece" | "per"))
    };
    before || behind() || is_a_piece(words, range.end)
}

/// «95 dollars a share», «40 tonnes a day»: an article instead of «per», before what it is told of.
fn is_a_piece(words: &Words, end: usize) -> bool {
    matches!(words.at(end), "a" | "an")
        && words.gap(end) == Gap::Space
        && matches!(
            words.at(end + 1),
            "share"
                | "person"
                | "head"
                | "ticket"
                | "seat"
                | "barrel"
                | "ounce"
                | "ton"
                | "tonne"
                | "gallon"
                | "litre"
                | "liter"
                | "hour"
                | "day"
                | "week"
                | "month"
                | "year"
                | "piece"
                | "plane"
                | "car"
        )
}

/// «$10 million per day», «£300 a week», «5,000 daily»: by a time shorter than the year.
pub(crate) fn is_by_the_day(words: &Words, range: &Range<usize>) -> bool {
    let year = |word: &str| matches!(word, "year" | "decade" | "season" | "yearly" | "annually");
    let (next, then) = (words.at(range.end), words.near(range.end, 1));
    words.gap(range.end) < Gap::Comma
        && (leads(next) && is_period(then) && !year(then) || is_how_often(next) && !year(next))
}

/// «61 people a year», «61 people died daily».
pub(crate) fn is_by_time(words: &Words, range: &Range<usize>, sentence: &Range<usize>) -> bool {
    (range.end..sentence.end.min(range.end + 5))
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(|at| {
            leads(words.at(at))
                && is_period(words.near(at, 1))
                // «members of a night shift», «in a week»
                && !matches!(words.near(at, -1), "of" | "in" | "on" | "for" | "after" | "within")
                || is_how_often(words.at(at))
        })
}

/// «around 50 ships pass each day», «one engineer to every 14 million users»: how many at a time, or to how many.
pub(crate) fn is_in_a_routine(words: &Words, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        let word = words.at(at);
        let each = (matches!(word, "each" | "every" | "per") || is_how_often(word))
            && words.at(at + 1) != "of";
        let by_time = || {
            word == "a"
                && is_period(words.at(at + 1))
                && words.near(at, -1) != "for"
                && !matches!(
                    words.at(at + 2),
                    "ago" | "after" | "before" | "earlier" | "later"
                )
        };
        each || by_time()
    })
}

/// «26 dollars in cash and part of a share for each share», «5 million per plane»: for one of many, unless the claim's `own` words
/// (stems) ask for just that.
pub(crate) fn is_for_each(scene: &Scene<'_>, sum: &Range<usize>, own: &[&str]) -> bool {
    const REACH: usize = 16;
    let words = scene.words;
    let end = scene.sentence_at(sum.start).end;
    let another = |at: usize| {
        scene.mentions_at(sum.start).iter().any(|mention| {
            matches!(mention.value, Value::Money { .. }) && scene.words_of(mention).start == at
        })
    };
    (sum.end..end.min(sum.end + REACH))
        .take_while(|&at| words.gap(at) <= Gap::Space && !another(at))
        .any(|at| {
            let each = matches!(words.at(at), "each" | "every") && words.near(at, -1) == "for"
                || words.at(at) == "per";
            each && !(at + 1..=at + 3).any(|next| own.contains(&words.stem(next)))
        })
}

/// «the two strongest at 83.7 percent each», «won 35 seats apiece»: of each of several, unless the claim's `own` words (stems) ask
/// for each.
pub(crate) fn is_of_each_of_several(words: &Words, range: &Range<usize>, own: &[&str]) -> bool {
    (range.end..range.end + 3)
        .take_while(|&at| words.get(at).is_some() && words.gap(at) < Gap::Comma)
        .find(|&at| matches!(words.at(at), "each" | "apiece"))
        .is_some_and(|at| {
            // «300 each year» is a rate.
            let ends = words.get(at + 1).is_none()
                || words.gap(at + 1) >= Gap::Comma
                || matches!(
                    words.at(at + 1),
                    "and" | "in" | "for" | "from" | "to" | "with" | "at"
                );
            ends && !own.contains(&words.stem(at))
        })
}
