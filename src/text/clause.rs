//! Clauses: stretches of a sentence with one stance.
//!
//! In: the tokens of a sentence and what each is under. Out: clauses in order that cover the sentence.

use std::ops::Range;

use super::reading::Clause;
use super::reading::Stance;
use crate::lex::cue;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::span::Span;

/// What one token is under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Under {
    pub(super) stance: Stance,
    pub(super) speaker: Option<Span>,
}

/// Whether a clause starts at token `at` by the words alone.
#[inline]
pub(super) fn bounds(words: Words<'_>, at: usize) -> bool {
    // Most words stand behind another, and are no cue of anything.
    let plain = |k: usize| words.kind(k) == Kind::Word;
    !(words.cue(at) == 0 && plain(at) && plain(back(at)) && !words.any(at, RELATIVES))
        && may_bound(words, at)
}

/// What a relative clause starts with.
const RELATIVES: &Set = set!["that", "which", "who"];

/// The same of a word that may start one.
#[inline(never)]
fn may_bound(words: Words<'_>, at: usize) -> bool {
    if at == 0 {
        return true;
    }
    let cues = words.cue(at);
    match words.kind(back(at)) {
        Kind::Semicolon | Kind::Close => return true,
        Kind::Colon => return !words.glued(at) && words.kind(at) != Kind::Digits,
        Kind::Dash if !is_hyphen(words, at - 1) => return true,
        Kind::Comma if cues & (cue::SPLIT | cue::SPLIT_AFTER_COMMA) != 0 => return true,
        _ => {}
    }
    words.kind(at) == Kind::Open && !words.glued(at)
        || is_relative(words, at)
        || (cues & cue::SPLIT != 0 && !leans_back(words, at))
}

/// Where the aside that the word at `at` opens or stands in ends: «…, planned for two hours, …», «…, which was to last
/// two hours, …», «Planned for two hours, …»; nothing if it is in none.
pub(super) fn aside_end(words: Words<'_>, at: usize, end: usize) -> Option<usize> {
    let opens = |k: usize| {
        k > 0 && matches!(words.kind(k - 1), Kind::Comma | Kind::Open)
            || k > 1 && words.kind(k - 1) == Kind::Dash && !is_hyphen(words, k - 1)
    };
    let adverb = |k: usize| {
        words.any(
            k,
            set!["first originally initially once long already still also only then"],
        ) || words.str(k).ends_with("ly")
    };
    let mut lead = at;
    while lead > 0 && adverb(lead - 1) {
        lead -= 1;
    }
    let past = |k: usize| words.str(k).ends_with("ed") || words.any(k, set!["put set due built"]);
    let participle = past(at) || adverb(at) && past(at + 1);
    // «which was to last», «who was to stay»: up to five words before, with the comma right before «which».
    let relative =
        (at.saturating_sub(5)..at).any(|k| words.any(k, set!["which", "who", "whose"]) && opens(k));
    let is_aside = opens(lead) && (participle || lead < at) || lead == 0 && participle || relative;
    is_aside
        .then(|| {
            (at + 1..end).find(|&k| matches!(words.kind(k), Kind::Comma | Kind::Close | Kind::Dash))
        })
        .flatten()
}

/// «a summit that will», «the man who has»: a verb follows at once.
fn is_relative(words: Words<'_>, at: usize) -> bool {
    words.any(at, RELATIVES)
        && words.cue(back(at)) & (cue::SAY | cue::BE | cue::RUMOUR) == 0
        && (words.cue(at + 1) & (cue::FUTURE | cue::MODAL | cue::BE) != 0
            || words.any(at + 1, set!["has", "had", "have"])
            || words.str(at + 1).ends_with("ed"))
}

/// «nothing but», «an hour before», «shortly after»: the word goes with what stands before it.
fn leans_back(words: Words<'_>, at: usize) -> bool {
    if words.is(at, "but") {
        return words.any(back(at), set!["nothing", "all", "anything"]);
    }
    let when = words.has(back(at), flag::UNIT)
        || words.str(back(at)).ends_with("ly")
        || words.any(
            back(at),
            set!["soon", "long", "just", "right", "day", "moments"],
        );
    when && words.any(at, set!["before", "after"])
}

/// Whether the dash at `at` joins words: it touches one of them.
pub(super) fn is_hyphen(words: Words<'_>, at: usize) -> bool {
    words.glued(at) || words.glued(at + 1)
}

/// Splits a sentence. `whole` are the tokens of values, which no bound may part; they are sorted.
pub(super) fn split(
    words: Words<'_>,
    under: &[Under],
    whole: &[Range<usize>],
    out: &mut Vec<Clause>,
) {
    let mut start = 0;
    let mut next = 0;
    for at in 1..=words.len() {
        let ends = at == words.len();
        if !ends && under[at] == under[at - 1] && !bounds(words, at) {
            continue;
        }
        while whole.get(next).is_some_and(|value| value.end <= at) {
            next += 1;
        }
        if ends || whole.get(next).is_none_or(|value| value.start >= at) {
            out.push(Clause {
                span: words.span(start, at),
                stance: under[start].stance,
                speaker: under[start].speaker,
            });
            start = at;
        }
    }
}
