//! What one reading of a text gives.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::span::{Part, Span};
use crate::value::Value;

/// When a text was published, as far as is known, and the zone its relative words are read in.
#[derive(Clone, Debug)]
pub struct Published {
    /// Not before.
    pub earliest: Timestamp,
    /// Not after.
    pub latest: Timestamp,
    /// «Monday» and «today» are days of this zone.
    pub zone: TimeZone,
}

/// How a text stands to what a clause says.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// In its own voice.
    #[default]
    Asserted,
    /// «officials said», «according to»; the clause's speaker is who.
    Attributed,
    /// Between quotation marks; the clause's speaker is who, where it is told.
    Quoted,
    /// «did not», «denied that», «no evidence that».
    Denied,
    /// Still to come or only intended: «will», «is due to», «scheduled for».
    Planned,
    /// «if», «could», «may».
    Conditional,
    /// Once said and no longer: «originally put at», «up from», «an earlier version said».
    Superseded,
}

/// A stretch of a sentence with one stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where; the clauses of a sentence are in order and cover it.
    pub span: Span,
    /// How the text stands to it.
    pub stance: Stance,
    /// Who says so, where the stance is attributed or quoted and the words tell.
    pub speaker: Option<Span>,
}

/// A sentence, a headline, a caption or a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where, without the white space around.
    pub span: Span,
    /// The part of the page it stands in; never furniture.
    pub part: Part,
    /// Its clauses: a range of [`Reading::clauses`].
    pub clauses: (u32, u32),
    /// Its mentions: a range of [`Reading::mentions`].
    pub mentions: (u32, u32),
    /// Paragraph number, from 0.
    pub paragraph: u32,
}

/// A typed value at a span.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The core words: number and unit, without hedge.
    pub span: Span,
    /// The hedge's words, before or after the core.
    pub hedge: Option<Span>,
    /// What is counted, for a count: «officers» in «nearly 300 officers».
    pub noun: Option<Span>,
    /// The value.
    pub value: Value,
    /// Index into [`Reading::sentences`].
    pub sentence: u32,
    /// Index into [`Reading::clauses`].
    pub clause: u32,
    /// How the text stands to this value: the clause's stance unless words at the value itself say otherwise.
    pub stance: Stance,
}

/// What one reading of a text gives; everything in order of position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Clauses of all sentences.
    pub clauses: Vec<Clause>,
    /// Mentions of all sentences.
    pub mentions: Vec<Mention>,
}

impl Reading {
    /// The sentence that holds byte `offset`, if any.
    pub fn sentence_at(&self, offset: u32) -> Option<usize> {
        let index = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= offset);
        self.sentences
            .get(index)
            .filter(|sentence| sentence.span.start <= offset)
            .map(|_| index)
    }

    /// The clause that holds byte `offset`, if any.
    pub fn clause_at(&self, offset: u32) -> Option<usize> {
        let index = self
            .clauses
            .partition_point(|clause| clause.span.end <= offset);
        self.clauses
            .get(index)
            .filter(|clause| clause.span.start <= offset)
            .map(|_| index)
    }

    /// The mentions of a sentence.
    pub fn mentions_of(&self, sentence: &Sentence) -> &[Mention] {
        &self.mentions[sentence.mentions.0 as usize..sentence.mentions.1 as usize]
    }

    /// The clauses of a sentence.
    pub fn clauses_of(&self, sentence: &Sentence) -> &[Clause] {
        &self.clauses[sentence.clauses.0 as usize..sentence.clauses.1 as usize]
    }
}
