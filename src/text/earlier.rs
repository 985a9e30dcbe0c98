//! What was said before and is no longer.
//!
//! In: the tokens of a sentence. Out: which of them tell an earlier figure: «originally put at 4.4», «at first», «an early
//! estimate of», «raising the toll from 15», «an earlier version of this article said». What takes its place is not theirs.

use std::ops::Range;

use super::attribution;
use super::clause;
use crate::lex::cue;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// Participles and past tenses of giving a figure.
const GIVEN: &Set = set![
    "put thought estimated believed given gave measured recorded rated counted listed quoted reported announced said stated told feared assumed judged assessed described presented expected billed"
];

/// What figures stand in.
const FIGURES: &Set = set![
    "estimate estimates figure figures count counts toll tolls tally tallies reading readings report reports assessment assessments account accounts calculation calculations information statement statements version versions number numbers measurement measurements value"
];

/// Words that what holds now begins with.
const NOW: &Set = set!["then later now eventually finally subsequently since afterwards"];

/// How far an early figure reaches from the word at `at`: to the end of its clause, of the aside it stands in, or to what
/// took its place.
pub(super) fn reach(words: Words<'_>, quoted: &[bool], at: usize) -> usize {
    let end = attribution::clause_end(words, quoted, at);
    let end = clause::aside_end(words, at, end).unwrap_or(end);
    (at + 1..end)
        .find(|&k| words.any(k, NOW) || words.any(k, set!["and", "but"]) && words.any(k + 1, NOW))
        .unwrap_or(end)
}

/// The tokens of the early figure that the word at `at` («first», «earlier», «longer») tells of, if it does.
pub(super) fn early(words: Words<'_>, quoted: &[bool], at: usize) -> Option<Range<usize>> {
    let told = at..reach(words, quoted, at);
    if words.is(at, "longer") {
        // «no longer put at», but «no longer than two hours»
        let is = words.is(back(at), "no") && at > 0 && !words.is(at + 1, "than");
        return is.then_some(told);
    }
    if words.is(at, "first") && at > 0 && words.is(at - 1, "at") {
        return Some(told);
    }
    // «an early estimate of», «the first figures»
    let noun = (at + 1..at + 3).any(|k| words.any(k, FIGURES));
    if noun && !words.is(at + 1, "of") && !is_earlier_version(words) {
        return Some(told);
    }
    // «was first put at», «had earlier given», but «was first reported by the paper»
    let adverb = words.any(at, set!["first", "earlier", "early"])
        && at > 0
        && (words.cue(at - 1) & cue::BE != 0
            || words.any(at - 1, set!["had", "has", "have"])
            || words.is(at, "earlier") && words.kind(at - 1) == Kind::Word);
    let given = words.any(at + 1, GIVEN);
    let published = words.any(at + 1, set!["reported", "announced", "told", "described"])
        && words.any(at + 2, set!["by", "in", "on"]);
    (adverb && given && !published).then_some(told)
}

/// «wrongly reported», «mistakenly put at 4.4», but not «mistakenly bombed the camp»: what is wrong is what was told. Of the words
/// that only say when, all are of telling.
pub(super) fn is_of_telling(words: Words<'_>, at: usize) -> bool {
    !words.any(at, set!["wrongly", "mistakenly", "erroneously"])
        || (at + 1..at + 4).any(|k| words.any(k, GIVEN))
        || (at.saturating_sub(3)..at).any(|k| words.any(k, GIVEN))
}

/// «rose to 27 from 19», «raising the toll from 15 to 20», «up from 4»: the tokens of the old value.
pub(super) fn superseded(words: Words<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let end = end.min(at + 16);
    let from = (at + 1..end).find(|&k| words.is(k, "from"))?;
    let number = (from + 1..(from + 5).min(words.len())).find(|&k| words.has(k, flag::NUMBER))?;
    let to_after = (number + 1..(number + 8).min(words.len())).find(|&k| words.is(k, "to"));
    let to_before =
        (at..from).any(|k| words.is(k, "to") && (k + 1..k + 5).any(|n| words.has(n, flag::NUMBER)));
    let short = words.any(at, set!["up", "down"]) && from == at + 1;
    if !(short || to_before || to_after.is_some()) {
        return None;
    }
    let over = (number + 1..end.max(number + 1))
        .find(|&k| words.has(k, flag::FUNCTION) || words.kind(k) == Kind::Comma)
        .unwrap_or(number + 1);
    Some(from..to_after.unwrap_or(over))
}

/// «An earlier version of this article said …».
pub(super) fn is_earlier_version(words: Words<'_>) -> bool {
    (0..words.len().min(24)).any(|at| {
        words.any(at, set!["earlier", "previous", "original"])
            && words.any(
                at + 1,
                set![
                    "version", "versions", "report", "headline", "story", "article",
                ],
            )
    })
}
