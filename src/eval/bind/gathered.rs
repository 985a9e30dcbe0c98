//! What is gathered for a claim: the evidence, and what became of the other words that were looked at.
//!
//! Plain data; who gathers it is [`crate::eval::kinds`].

use std::borrow::Cow;
use std::fmt;

use crate::eval::judge::Judged;
use crate::eval::scene::Scene;
use crate::finding::Hedge;
use crate::span::Span;
use crate::text::Stance;

/// A piece of evidence: words of a source that speak of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The words.
    pub(crate) span: Span,
    /// What they say, for people.
    pub(crate) value: String,
    /// How the wording bends it.
    pub(crate) hedge: Option<Hedge>,
    /// How the source stands to it.
    pub(crate) stance: Stance,
    /// Who says so.
    pub(crate) speaker: Option<Span>,
    /// What it says of the claim.
    pub(crate) judged: Judged,
    /// In base units.
    pub(crate) number: Option<f64>,
    /// A folded key, for what is no number.
    pub(crate) key: Option<String>,
}

impl Bound {
    /// What the words at `span` say, as they stand, judged; no number, no key.
    pub(crate) fn new(
        scene: &Scene<'_>,
        span: Span,
        stance: Stance,
        speaker: Option<Span>,
        judged: Judged,
    ) -> Self {
        let words: Vec<&str> = span.of(scene.text).split_whitespace().collect();
        Self {
            span,
            value: words.join(" "),
            hedge: None,
            stance,
            speaker,
            judged,
            number: None,
            key: None,
        }
    }
}

/// Words that were looked at, and what became of them; for `explain`.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// The words.
    pub(crate) span: Span,
    /// What became of them, in plain words.
    pub(crate) text: Cow<'static, str>,
    /// How far they came.
    pub(crate) reach: Reach,
}

/// How far words came on their way to a claim. The likelier the claim was meant, the later they were left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// They belong to its event, and something else kept them from counting.
    Bound,
    /// Nothing ties them to its event.
    Kind,
    /// They are of another sort, or another's.
    Other,
    /// The claim's words don't even stand near them.
    Far,
}

/// What was found for a claim.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered {
    /// Evidence, in order.
    pub(crate) bound: Vec<Bound>,
    /// What was looked at.
    pub(crate) notes: Vec<Note>,
}

impl Gathered {
    /// Remembers why words were left or bound.
    pub(crate) fn note(&mut self, span: Span, text: impl Into<Cow<'static, str>>) {
        self.note_at(Reach::Other, span, text);
    }

    /// Remembers why words were left that were tied to the claim.
    pub(crate) fn doubted(&mut self, span: Span, why: impl Into<Cow<'static, str>>) {
        self.note_at(Reach::Bound, span, why);
    }

    /// Remembers why words of the claim's kind could not be tied to it.
    pub(crate) fn untied(&mut self, span: Span, why: impl fmt::Display) {
        self.note_at(Reach::Kind, span, format!("left: {why}"));
    }

    /// Remembers why words were left, and how far they came.
    pub(crate) fn note_at(&mut self, reach: Reach, span: Span, text: impl Into<Cow<'static, str>>) {
        self.notes.push(Note {
            span,
            text: text.into(),
            reach,
        });
    }
}
