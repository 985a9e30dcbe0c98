//! Clauses, built chunk by chunk.
//!
//! In: the chunks of a sentence. Out: its [clauses](super::clause::Clause), each phrase with its place in one. What lies ahead is
//! asked of [`super::ahead`]; where nouns and verbs go is in the files beside.

mod noun;
mod verb;

use std::ops::Range;

use super::clause::Clause;
use super::clause::Link;
use super::clause::Place;
use super::clause::Sentence;
use super::phrase::Chunk;
use super::phrase::Kind;
use super::tag::Tag;
use crate::eval::words::Aside;
use crate::eval::words::Gap;
use crate::eval::words::Words;

pub(super) struct Builder<'w> {
    pub(super) words: &'w Words,
    pub(super) out: Sentence,
    pub(super) current: usize,
    /// The chunk of a preposition that waits for its noun.
    pub(super) pending: Option<usize>,
    /// Whether the last chunk was «and», «but».
    pub(super) coordinator: Option<usize>,
    /// The last phrase, if nothing but its own prepositions came after it.
    pub(super) last: Option<usize>,
    /// The clause and the last phrase before an aside: behind it the sentence goes on with them.
    aside: Option<(usize, Option<usize>)>,
}

/// Reads the clauses of `chunks`.
pub(crate) fn read(words: &Words, range: Range<usize>, chunks: Vec<Chunk>) -> Sentence {
    let mut builder = Builder {
        words,
        out: Sentence {
            words: range,
            homes: vec![0; chunks.len()],
            chunks,
            ..Sentence::default()
        },
        current: 0,
        pending: None,
        coordinator: None,
        last: None,
        aside: None,
    };
    builder.open(Link::Main, None, None);
    for at in 0..builder.out.chunks.len() {
        builder.step(at);
    }
    builder.cleft();
    builder.shared();
    builder.out
}

impl Builder<'_> {
    /// «It was in Lund that they met»: what stands before «that» belongs behind it.
    fn cleft(&mut self) {
        for clause in 0..self.out.clauses.len() {
            let known = &self.out.clauses[clause];
            let [it] = known.subject[..] else { continue };
            let Some(verb) = known.verb else { continue };
            let copula = self.out.chunks[verb].verb().is_some_and(|verb| verb.copula);
            let phrase = &self.out.phrases[it];
            if !copula || phrase.words.len() != 1 || self.words.at(phrase.words.start) != "it" {
                continue;
            }
            let inner = (clause + 1..self.out.clauses.len()).find(|&inner| {
                let inner = &self.out.clauses[inner];
                inner.parent == Some(clause)
                    && inner.verb.is_some()
                    && !inner.subject.is_empty()
                    && inner
                        .joint
                        .is_some_and(|word| matches!(self.words.at(word), "that" | "when"))
            });
            let Some(inner) = inner else { continue };
            let moved: Vec<usize> = (0..self.out.phrases.len())
                .filter(|&phrase| phrase != it && self.out.phrases[phrase].clause == clause)
                .collect();
            // «It was clear on Monday that»: something else is said.
            let direct = (verb + 1..self.out.chunks.len())
                .find(|&chunk| {
                    !matches!(self.out.chunks[chunk].kind, Kind::Preposition)
                        && !matches!(self.word(chunk), "only" | "just")
                })
                .is_some_and(|chunk| self.out.chunks[chunk].noun().is_some());
            let plain = moved
                .iter()
                .all(|&phrase| self.out.phrases[phrase].place == Place::Adverbial);
            if moved.is_empty() || !plain || !direct {
                continue;
            }
            for phrase in moved {
                self.out.phrases[phrase].clause = inner;
                self.out.homes[self.out.phrases[phrase].chunk] = inner;
            }
            self.out.clauses[inner].antecedent = None;
            self.out.clauses[inner].link = Link::Reported;
        }
    }

    /// «Jailed at 57, he appealed»: a participle that leads the sentence is said of what its main verb is.
    fn shared(&mut self) {
        for clause in 0..self.out.clauses.len() {
            let known = &self.out.clauses[clause];
            if known.link == Link::Participle
                && known.subject.is_empty()
                && let Some(parent) = known.parent
            {
                self.out.clauses[clause].subject = self.out.clauses[parent].subject.clone();
            }
        }
    }

    /// Whether a clause is «and 45 (were) injured»: its verb is left out, and it waits for none.
    pub(super) fn is_gapped(&self, clause: usize) -> bool {
        let known = &self.out.clauses[clause];
        known.link == Link::Coordinated
            && known
                .subject
                .first()
                .is_some_and(|&first| known.joint == Some(self.out.phrases[first].words.start))
    }

    /// What stands before a chunk; behind an aside, what would stand there without it.
    pub(super) fn gap(&self, chunk: usize) -> Gap {
        let start = self.out.chunks[chunk].words.start;
        match self.words.aside(start) {
            Aside::Closes(gap) if self.aside.is_some() || self.swallowed(start) => gap,
            _ => self.words.gap(start),
        }
    }

    /// «at 18:58 (15:58 UTC),»: the aside that closes before a word is part of a chunk, a value told twice.
    fn swallowed(&self, close: usize) -> bool {
        let open = (self.out.words.start..close)
            .rev()
            .find(|&at| self.words.aside(at) == Aside::Opens);
        open.is_some_and(|open| {
            self.out
                .chunks
                .iter()
                .any(|chunk| chunk.words.start < open && open < chunk.words.end)
        })
    }

    pub(super) fn word(&self, chunk: usize) -> &str {
        self.words.at(self.out.chunks[chunk].words.start)
    }

    fn open(&mut self, link: Link, parent: Option<usize>, joint: Option<usize>) -> usize {
        self.out.clauses.push(Clause {
            link,
            parent,
            joint,
            subject: Vec::new(),
            verb: None,
            antecedent: None,
            comma: false,
        });
        self.current = self.out.clauses.len() - 1;
        self.last = None;
        self.current
    }

    pub(super) fn verb_of(&self, clause: usize) -> Option<usize> {
        self.out.clauses[clause].verb
    }

    fn step(&mut self, at: usize) {
        let gap = self.gap(at);
        let mark = self.words.aside(self.out.chunks[at].words.start);
        if matches!(mark, Aside::Closes(_))
            && let Some((clause, last)) = self.aside
        {
            self.current = clause;
            self.last = last;
            self.pending = None;
            self.coordinator = None;
        }
        if gap >= Gap::Break && at > 0 {
            // «(Corsa; CRS)»: inside an aside nothing is lost of what stands before it.
            let before = match self.aside {
                Some(before) if mark != Aside::Opens && self.closes_later(at) => Some(before),
                _ => (mark == Aside::Opens).then_some((self.current, self.last)),
            };
            self.stop();
            self.aside = before;
        } else if gap == Gap::Comma && at > 0 {
            self.comma(at);
        }
        match &self.out.chunks[at].kind {
            Kind::Noun(_) => self.noun(at),
            Kind::Verb(_) => self.verb(at),
            Kind::Preposition => {
                self.pending = Some(at);
            }
            Kind::Either => self.either(at),
            Kind::Subordinator => self.subordinate(at),
            Kind::Relative => self.relative(at),
            Kind::Coordinator => self.coordinator = Some(at),
            Kind::Other => {
                self.pending = None;
                self.last = None;
            }
        }
        if matches!(mark, Aside::Closes(_)) {
            self.aside = None;
        }
        self.out.homes[at] = self.current;
        if !matches!(self.out.chunks[at].kind, Kind::Coordinator) {
            self.coordinator = None;
        }
    }

    /// Whether the aside that the chunk at `at` stands in closes before another opens.
    fn closes_later(&self, at: usize) -> bool {
        (self.out.chunks[at].words.start..self.out.words.end)
            .map(|word| self.words.aside(word))
            .find(|aside| *aside != Aside::None)
            .is_some_and(|aside| aside != Aside::Opens)
    }

    /// A dash, a colon, a bracket, a semicolon: a new thought.
    fn stop(&mut self) {
        self.pending = None;
        self.open(Link::Main, None, None);
    }

    /// A comma closes a clause that a comma opened, and a subordinate that leads the sentence.
    fn comma(&mut self, at: usize) {
        self.pending = None;
        let link = self.out.clauses[self.current].link;
        let closes = match link {
            Link::Relative | Link::Participle => {
                self.out.clauses[self.current].comma || self.starts_clause(at) || self.waits_above()
            }
            Link::Subordinate | Link::Infinitive | Link::Reporting => true,
            Link::Coordinated | Link::Main | Link::Reported => false,
        };
        if closes && let Some(parent) = self.out.clauses[self.current].parent {
            let coordinated = matches!(self.out.chunks[at].kind, Kind::Coordinator)
                && link == Link::Relative
                && !self.waits_above();
            if !coordinated && (self.verb_of(self.current).is_some()) {
                self.current = parent;
                self.last = None;
            }
        }
    }

    /// «after»: a preposition, or the joint of a clause.
    fn either(&mut self, at: usize) {
        let mut next = at + 1;
        while self
            .out
            .chunks
            .get(next)
            .is_some_and(|chunk| matches!(chunk.kind, Kind::Other))
        {
            next += 1;
        }
        let clause = self.out.chunks.get(next).is_some_and(|chunk| {
            chunk.noun().is_some() && self.starts(next, false)
                || chunk.verb().is_some_and(|verb| verb.gerund)
        });
        let gerund = self
            .out
            .chunks
            .get(next)
            .and_then(Chunk::verb)
            .is_some_and(|verb| !verb.finite || verb.either);
        if gerund || !clause {
            self.pending = Some(at);
        } else {
            self.subordinate(at);
        }
    }

    fn subordinate(&mut self, at: usize) {
        self.pending = None;
        let clause = self.current;
        let word = self.word(at);
        let link = if word == "that" || word == "whether" {
            Link::Reported
        } else {
            Link::Subordinate
        };
        let joint = Some(self.out.chunks[at].words.start);
        // Before any verb it leads the sentence, and its clause waits behind it.
        self.open(link, Some(clause), joint);
    }

    fn relative(&mut self, at: usize) {
        let pending = self.pending.take();
        let clause = self.current;
        let comma = self.gap(at) == Gap::Comma
            || pending.is_some_and(|chunk| self.gap(chunk) == Gap::Comma);
        // «to replace Ines Hale, who», «answers for the fire in Lund, where»: what stands right before, whatever the comma
        // closed.
        let near = self.out.phrases.len().checked_sub(1).filter(|&last| {
            let name = || {
                self.out.chunks[self.out.phrases[last].chunk]
                    .noun()
                    .is_some_and(|noun| noun.tag == Tag::Name)
            };
            self.out.phrases[last].words.end == self.out.chunks[at].words.start
                && match self.word(at) {
                    "who" | "whom" => name(),
                    word => word == "where",
                }
        });
        let antecedent = near.filter(|_| self.word(at) != "where").or_else(|| {
            near.or(self.last)
                .or_else(|| self.last_any())
                .map(|last| self.spoken_of(last))
        });
        let joint = Some(self.out.chunks[at].words.start);
        let whose = matches!(self.word(at), "whose" | "where") || pending.is_some();
        let direct = self
            .out
            .chunks
            .get(at + 1)
            .is_some_and(|chunk| chunk.verb().is_some() || matches!(chunk.kind, Kind::Other));
        let new = self.open(Link::Relative, Some(clause), joint);
        self.out.clauses[new].antecedent = antecedent;
        self.out.clauses[new].comma = comma;
        if direct && !whose {
            self.out.clauses[new].subject = antecedent.into_iter().collect();
        }
    }
}
