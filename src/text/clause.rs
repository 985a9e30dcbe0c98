//! Clauses: stretches of a sentence with one stance.
//!
//! In: the tokens of a sentence and what each is under. Out: clauses in order that cover the sentence.

use std::ops::Range;

use super::reading::Clause;
use super::reading::Stance;
use crate::lex::cue;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::span::Span;

/// What one token is under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Under {
    pub(super) stance: Stance,
    pub(super) speaker: Option<Span>,
}

/// Whether a clause starts at token `at` by the words alone.
pub(super) fn bounds(words: Words<'_>, at: usize) -> bool {
    if at == 0 {
        return true;
    }
    let cues = words.entry(at).cue;
    match words.kind(at - 1) {
        Kind::Semicolon | Kind::Close => return true,
        Kind::Colon => return !words.glued(at),
        Kind::Dash => return !words.glued(at) && !words.glued(at - 1),
        Kind::Comma if cues & (cue::SPLIT | cue::SPLIT_AFTER_COMMA) != 0 => return true,
        _ => {}
    }
    words.kind(at) == Kind::Open && !words.glued(at)
        || (cues & cue::SPLIT != 0 && !(words.is(at, "but") && words.any(at - 1, &["nothing", "all", "anything"])))
}

/// Splits a sentence. `whole` are the tokens of values, which no bound may part; they are sorted.
pub(super) fn split(words: Words<'_>, under: &[Under], whole: &[Range<usize>], out: &mut Vec<Clause>) {
    let mut start = 0;
    let mut next = 0;
    for at in 1..=words.len() {
        while whole.get(next).is_some_and(|value| value.end <= at) {
            next += 1;
        }
        let inside = whole.get(next).is_some_and(|value| value.start < at);
        let cut = at == words.len() || (!inside && (under[at] != under[at - 1] || bounds(words, at)));
        if cut {
            out.push(Clause { span: words.span(start, at), stance: under[start].stance, speaker: under[start].speaker });
            start = at;
        }
    }
}
