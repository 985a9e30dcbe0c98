//! Where a noun phrase goes: subject, object, adverbial, apposition, one of a row, or the subject of a new clause.
//!
//! In: a noun at its chunk, the clauses so far. Out: the phrase in its clause.

use super::Builder;
use crate::eval::syntax::class;
use crate::eval::syntax::clause::Link;
use crate::eval::syntax::clause::Phrase;
use crate::eval::syntax::clause::Place;
use crate::eval::syntax::phrase::Chunk;
use crate::eval::syntax::phrase::Kind;
use crate::eval::syntax::tag::Tag;
use crate::eval::words::Gap;

impl Builder<'_> {
    /// Gives a noun phrase its place in the clause that it stands in, or that it opens.
    pub(super) fn noun(&mut self, at: usize) {
        let gap = self.gap(at);
        let time = self.out.chunks[at].noun().is_some_and(|noun| {
            // «On 18 November, local time, Harding was …»
            let clock = gap == Gap::Comma && self.words.at(noun.head) == "time";
            matches!(noun.tag, Tag::Time) || clock
        });
        let preposition = self.pending.take();
        if preposition.is_none() && !time {
            self.new_clause(at, gap);
        }
        let clause = self.current;
        let has_verb = self.verb_of(clause).is_some();
        let row = if preposition.is_none() && !time {
            self.row(at, gap)
        } else {
            None
        };
        let place = if let Some(row) = row {
            self.out.phrases[row].place
        } else if preposition.is_some() || time {
            Place::Adverbial
        } else if gap == Gap::Comma
            && (!has_verb && self.is_wider_place(at)
                || self.last_any().is_some()
                    && (has_verb || !self.out.clauses[clause].subject.is_empty()))
        {
            Place::Apposed
        } else if has_verb {
            Place::Object
        } else if self.out.clauses[clause].subject.is_empty() {
            Place::Subject
        } else if gap == Gap::Comma {
            Place::Apposed
        } else {
            Place::Subject
        };
        let preposition = preposition
            .map(|chunk| self.out.chunks[chunk].words.start)
            .or_else(|| row.and_then(|row| self.out.phrases[row].preposition));
        let after = if row.is_some() { None } else { self.last };
        let phrase = Phrase {
            chunk: at,
            words: self.out.chunks[at].words.clone(),
            clause,
            place,
            preposition,
            preposition_is_of: preposition.is_some_and(|word| self.words.at(word) == "of"),
            after,
            row,
        };
        self.out.phrases.push(phrase);
        let index = self.out.phrases.len() - 1;
        if place == Place::Subject {
            self.out.clauses[clause].subject.push(index);
        }
        self.last = Some(index);
    }

    /// «Born in Lund, Corsa, she left»: a name between commas behind a name that a preposition leads, with the subject after it.
    fn is_wider_place(&self, at: usize) -> bool {
        let name = |chunk: usize| {
            self.out.chunks[chunk]
                .noun()
                .is_some_and(|noun| noun.tag == Tag::Name)
        };
        let behind = self.out.phrases.last().is_some_and(|last| {
            last.chunk + 1 == at && last.preposition.is_some() && name(last.chunk)
        });
        behind
            && name(at)
            && at + 1 < self.out.chunks.len()
            && self.gap(at + 1) == Gap::Comma
            && self.starts_clause(at + 1)
    }

    /// The last phrase of the current clause.
    pub(super) fn last_any(&self) -> Option<usize> {
        self.out
            .phrases
            .iter()
            .rposition(|phrase| phrase.clause == self.current)
    }

    /// The first of the phrases that this one is coordinated with.
    fn row(&self, at: usize, gap: Gap) -> Option<usize> {
        let and = self
            .coordinator
            .is_some_and(|chunk| matches!(self.word(chunk), "and" | "or" | "nor" | "plus"));
        let last = self.last?;
        let known = &self.out.phrases[last];
        if known.clause != self.current {
            return None;
        }
        // «Trump, Kim and Moon»
        let listed = gap == Gap::Comma
            && self.out.chunks.get(at + 1).is_some_and(|chunk| {
                // «The head of Theranos, Elizabeth Holmes, was …» is no list.
                matches!(chunk.kind, Kind::Coordinator)
                    || self.gap(at + 1) == Gap::Comma && chunk.noun().is_some()
            })
            && self.out.chunks[at]
                .noun()
                .is_some_and(|noun| noun.tag == Tag::Name)
            && self.out.chunks[known.chunk]
                .noun()
                .is_some_and(|noun| noun.tag == Tag::Name)
            && self
                .out
                .chunks
                .get(at + 2)
                .is_some_and(|chunk| chunk.noun().is_some());
        if !and && !listed {
            return None;
        }
        // «a meeting with Xi and the visit»: of the nearest phrase of the same sort.
        Some(known.row.unwrap_or(last))
    }

    /// Opens a clause where the phrase at `at` is the subject of a new one.
    fn new_clause(&mut self, at: usize, gap: Gap) {
        let clause = self.current;
        let Some(verb) = self.verb_of(clause) else {
            return;
        };
        if !self.starts_clause(at) {
            return;
        }
        // «left 12,000 people dead and 2,248 injured»
        let gapped = self.coordinator.is_some()
            && self.out.chunks[at + 1..]
                .iter()
                // «and scores more injured»
                .find(|chunk| !matches!(chunk.kind, Kind::Other))
                .and_then(Chunk::verb)
                .is_some_and(|verb| {
                    let number = self.out.chunks[at]
                        .noun()
                        .is_some_and(|noun| noun.tag == Tag::Number);
                    verb.either && (number || class::is_undergone(self.words.at(verb.main)))
                });
        let main = self.out.chunks[verb].verb().map_or(0, |verb| verb.main);
        let says = class::is_saying(self.words.at(main));
        // «filled Hong Kong on Sunday was», «met Kim on Friday said»: what stands right after a verb is its object.
        let subject_form = matches!(self.word(at), "he" | "she" | "they" | "we" | "i");
        if verb + 1 == at && gap < Gap::Comma && !says && !subject_form {
            return;
        }
        if says && verb + 1 == at && gap < Gap::Comma {
            self.open(Link::Reported, Some(clause), None);
        } else if gapped {
            let joint = Some(self.out.chunks[at].words.start);
            self.open(Link::Coordinated, Some(clause), joint);
        } else if self.coordinator.is_some() || gap == Gap::Comma {
            let trailing = gap == Gap::Comma
                && self.coordinator.is_none()
                && self.out.chunks[at + 1..]
                    .iter()
                    .find_map(Chunk::verb)
                    .is_some_and(|verb| class::is_saying(self.words.at(verb.main)));
            let link = if trailing {
                Link::Reporting
            } else {
                Link::Main
            };
            let joint = self
                .coordinator
                .map(|chunk| self.out.chunks[chunk].words.start);
            let new = self.open(link, Some(clause), joint);
            self.adopt(at, clause, new);
        } else if self
            .last
            .is_some_and(|last| self.out.phrases[last].chunk + 1 == at)
        {
            // «a launch few will forget»
            let last = self.last;
            let new = self.open(Link::Relative, Some(clause), None);
            self.out.clauses[new].antecedent = last;
        } else if says || gap < Gap::Comma {
            self.open(Link::Reported, Some(clause), None);
        }
    }

    /// «…, but on Monday, the ferry sank»: what stands between the joint and the subject belongs to the new clause.
    fn adopt(&mut self, at: usize, old: usize, new: usize) {
        let led = |chunk: usize| {
            matches!(
                self.out.chunks[chunk].kind,
                Kind::Preposition | Kind::Either
            ) || self.out.phrases.iter().any(|phrase| {
                phrase.chunk == chunk && phrase.clause == old && phrase.place == Place::Adverbial
            })
        };
        let Some(joint) = (0..at).rev().find(|&chunk| !led(chunk)) else {
            return;
        };
        let but = matches!(self.out.chunks[joint].kind, Kind::Coordinator)
            && matches!(self.word(joint), "but" | "and" | "yet" | "so");
        if !but || joint + 1 == at {
            return;
        }
        for phrase in &mut self.out.phrases {
            if phrase.chunk > joint && phrase.chunk < at {
                phrase.clause = new;
                phrase.after = phrase.after.filter(|_| phrase.preposition_is_of);
            }
        }
        for chunk in joint + 1..at {
            self.out.homes[chunk] = new;
        }
    }
}
