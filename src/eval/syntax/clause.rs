//! Clauses: who does what, and what stands with it.
//!
//! In: chunks. Out: clauses, each with subject, verb and the phrases of its own, and how it hangs on another: relative,
//! subordinate, participle, coordinated, reported.

use std::ops::Range;

use super::phrase::Chunk;

/// How a clause hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// It stands by itself.
    Main,
    /// «and left after two days»: the subject of the one before.
    Coordinated,
    /// «which lasted», «who met».
    Relative,
    /// «when they met», «after Xi left».
    Subordinate,
    /// «killing 12», «held in Bali», «after meeting Xi».
    Participle,
    /// «to meet Xi».
    Infinitive,
    /// «(he said that) they met».
    Reported,
    /// «, officials said»
    Reporting,
}

/// What a phrase is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Subject,
    Object,
    /// With a preposition, or a bare time.
    Adverbial,
    /// Set beside another phrase by commas.
    Apposed,
}

/// A noun phrase in its clause.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// The chunk.
    pub(crate) chunk: usize,
    /// Its words, without the preposition.
    pub(crate) words: Range<usize>,
    /// The clause it stands in.
    pub(crate) clause: usize,
    pub(crate) place: Place,
    /// The word that leads it.
    pub(crate) preposition: Option<usize>,
    /// Whether that word is «of».
    pub(crate) preposition_is_of: bool,
    /// The phrase right before it, which it may speak of.
    pub(crate) after: Option<usize>,
    /// The first phrase of the row it is coordinated in.
    pub(crate) row: Option<usize>,
}

/// A clause.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) link: Link,
    pub(crate) parent: Option<usize>,
    /// The word that opens it: «after», «which».
    pub(crate) joint: Option<usize>,
    /// Phrases that are its subject; those of another clause where it shares or takes it from there.
    pub(crate) subject: Vec<usize>,
    /// The chunk of its verb group.
    pub(crate) verb: Option<usize>,
    /// What a relative or a participle speaks of.
    pub(crate) antecedent: Option<usize>,
    /// Whether a comma opened it, so that the next may close it.
    pub(crate) comma: bool,
}

/// A sentence, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Range<usize>,
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) clauses: Vec<Clause>,
    /// The clause of each chunk.
    pub(crate) homes: Vec<usize>,
}
