//! Whether a whole statement is said not to be so.
//!
//! In: a word in its scene. Out: whether a frame around its clause takes the statement back: «it is not true that»,
//! «officials denied that», «there is no evidence that», «reports that … were false». A plain negation («not since 2018»)
//! is no frame: it is part of what is stated.

use std::ops::Range;

use super::scene::Scene;
use super::syntax::class;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// Nouns of what is told and need not be so.
const TOLD: &Table = table![
    "reports",
    "report",
    "claim",
    "claims",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "allegation",
    "allegations",
    "suggestion",
    "suggestions",
    "story",
    "stories",
    "idea",
    "notion",
    "assertion",
    "posts",
];

/// What is said of them when they are not.
const FALSE: &Table = table![
    "false",
    "untrue",
    "wrong",
    "baseless",
    "unfounded",
    "fake",
    "fabricated",
    "debunked",
    "incorrect",
    "inaccurate",
    "hoax",
    "myth",
    "invented",
];

/// Verbs of denial.
const DENY: &Table = table![
    "denied",
    "denies",
    "deny",
    "denying",
    "rejected",
    "rejects",
    "rejecting",
    "dismissed",
    "dismisses",
    "refuted",
    "refutes",
    "debunked",
    "disputed",
    "disputes",
    "disproved",
];

/// Verbs of taking back.
const RETRACT: &Table = table![
    "corrected",
    "corrects",
    "retracted",
    "retracts",
    "withdrew",
    "withdrawn",
    "withdraws",
    "recanted",
    "deleted",
    "removed",
    "disowned",
];

/// What there may be none of.
const SUPPORT: &Table = table![
    "evidence",
    "proof",
    "sign",
    "indication",
    "truth",
    "basis",
    "confirmation",
    "question",
];

/// Whose denial a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// The source's own: «it is not true that».
    Own,
    /// Somebody's whom it reports: «officials denied that»; or nobody knows better: «there is no evidence that».
    Reported,
}

/// The frame that denies, or leaves without ground, the statement that holds `word`.
pub(crate) fn frame(scene: &Scene<'_>, word: usize) -> Option<Frame> {
    let words = scene.words;
    let sentence = scene.sentence_at(word);
    let opens = |at: usize| (1..=2).any(|ahead| words.near(at, ahead) == "that");
    let be = |at: usize| {
        (1..=3).any(|back| {
            matches!(
                words.near(at, -back),
                "is" | "was" | "are" | "were" | "s" | "as"
            )
        })
    };
    // A frame reaches to the end of its sentence, or to a «but».
    let from = (sentence.start + 1..word)
        .rev()
        .find(|&i| matches!(words.at(i), "but" | "although" | "whereas"))
        .unwrap_or(sentence.start);
    let mut told = false;
    for i in from..word {
        let here = words.at(i);
        let not_true = here == "true" && words.near(i, -1) == "not" && opens(i);
        if not_true || FALSE.has(here) && opens(i) && be(i) {
            return Some(Frame::Own);
        }
        let denied =
            DENY.has(here) && (opens(i) || (1..=3).any(|ahead| TOLD.has(words.near(i, ahead))));
        let denied = denied
            || RETRACT.has(here)
                && (1..=3).any(|ahead| {
                    TOLD.has(words.near(i, ahead)) && words.near(i, ahead + 1) == "that"
                });
        let none = SUPPORT.has(here) && words.near(i, -1) == "no";
        if denied || none {
            return Some(Frame::Reported);
        }
        // «Claims on social media that»
        told |= TOLD.has(here) && (1..=5).any(|ahead| words.near(i, ahead) == "that");
    }
    let taken_back = (word..sentence.end).any(|i| FALSE.has(words.at(i)) && be(i));
    (told && taken_back).then_some(Frame::Own)
}

/// «not on Tuesday», «the vote was not held in Lund»: whether it is denied that something was then or there. «The race is not
/// over, she said in Lund on Tuesday» denies something else.
pub(crate) fn is_of_frame(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: Option<&Range<usize>>,
) -> bool {
    let words = scene.words;
    let right_before =
        (1..=3).any(|back| matches!(words.near(range.start, -back), "not" | "never" | "nor"));
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let happens = || {
        let own = sentence.clause_of(range.end - 1)?;
        let verb = sentence.verb(own)?;
        let main = words.at(verb.main);
        let told = instance.is_some_and(|instance| instance.contains(&verb.main))
            || class::is_happening(main)
            || class::is_light(main)
            || class::is_ending(main)
            || verb.passive;
        Some(verb.negated && told && !verb.copula)
    };
    right_before || happens() == Some(true)
}
