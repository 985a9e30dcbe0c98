//! Clauses, built chunk by chunk.
//!
//! In: the chunks of a sentence. Out: its [clauses](super::clause::Clause), each phrase with its place in one. What lies ahead is
//! asked of [`super::ahead`].

use std::ops::Range;

use super::class;
use super::clause::Clause;
use super::clause::Link;
use super::clause::Phrase;
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

    fn noun(&mut self, at: usize) {
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
        } else if gap == Gap::Comma && !has_verb && self.is_wider_place(at) {
            Place::Apposed
        } else if gap == Gap::Comma
            && self.last_any().is_some()
            && (has_verb || !self.out.clauses[clause].subject.is_empty())
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
    fn last_any(&self) -> Option<usize> {
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

    fn verb(&mut self, at: usize) {
        let Some(group) = self.out.chunks[at].verb().cloned() else {
            return;
        };
        let gap = self.gap(at);
        let preposition = self.pending.take();
        let clause = self.current;
        let has_verb = self.verb_of(clause).is_some();
        if group.infinitive {
            let joint = Some(self.out.chunks[at].words.start);
            let parent = clause;
            let subject = self.out.clauses[parent].subject.clone();
            let new = self.open(Link::Infinitive, Some(parent), joint);
            self.out.clauses[new].subject = subject;
            self.out.clauses[new].verb = Some(at);
            return;
        }
        let last = self.last;
        let reduced = group.either && self.is_reduced(at, has_verb);
        if !group.finite || reduced {
            let fronted = !has_verb && self.out.clauses[clause].subject.is_empty();
            let subject = self.out.clauses[clause].subject.clone();
            // «killing 12 and wounding 40»
            let again =
                self.coordinator.is_some() && self.out.clauses[clause].link == Link::Participle;
            let last = if again { None } else { last };
            let joint = preposition.map(|chunk| self.out.chunks[chunk].words.start);
            let new = self.open(Link::Participle, Some(clause), joint);
            self.out.clauses[new].verb = Some(at);
            self.out.clauses[new].comma = gap == Gap::Comma || fronted;
            self.out.clauses[new].antecedent = if gap < Gap::Comma && joint.is_none() {
                last
            } else {
                None
            };
            self.out.clauses[new].subject = match self.out.clauses[new].antecedent {
                Some(antecedent) => vec![antecedent],
                None => subject,
            };
            return;
        }
        if !has_verb {
            self.take(clause, at);
            return;
        }
        // «Replacing the bridge will cost …»: what is done is the subject.
        if self.coordinator.is_none()
            && gap < Gap::Comma
            && self.out.clauses[clause].link == Link::Participle
            && self.out.clauses[clause].joint.is_none()
            && let Some(parent) = self.out.clauses[clause].parent
            && self.verb_of(parent).is_none()
            && self.out.clauses[parent].subject.is_empty()
            && self
                .out
                .phrases
                .iter()
                .all(|phrase| phrase.clause != parent)
        {
            self.current = parent;
            self.take(parent, at);
            return;
        }
        if self.coordinator.is_some() || gap == Gap::Comma {
            // «that fell and killed»: of the nearest clause; after a comma, of the one that waits.
            let joint = self
                .coordinator
                .map(|chunk| self.out.chunks[chunk].words.start);
            let base = if gap == Gap::Comma || self.is_waiting(clause) {
                self.waiting().unwrap_or(clause)
            } else {
                clause
            };
            if self.verb_of(base).is_none() {
                self.current = base;
                self.take(base, at);
                return;
            }
            let subject = self.out.clauses[base].subject.clone();
            let antecedent = self.out.clauses[base].antecedent;
            let new = self.open(Link::Coordinated, Some(base), joint);
            self.out.clauses[new].subject = subject;
            self.out.clauses[new].antecedent = antecedent;
            self.out.clauses[new].verb = Some(at);
            return;
        }
        if let Some(waiting) = self.waiting() {
            self.current = waiting;
            self.take(waiting, at);
            return;
        }
        // Its subject is the phrase before it, which was taken for another's object.
        let new = self.open(Link::Reported, Some(clause), None);
        self.out.clauses[new].subject = last.into_iter().collect();
        self.out.clauses[new].verb = Some(at);
    }

    /// Gives a clause its verb; «two hours passed» makes a bare time the subject.
    fn take(&mut self, clause: usize, at: usize) {
        self.out.clauses[clause].verb = Some(at);
        self.last = None;
        if self.out.clauses[clause].subject.is_empty() {
            let bare = self.out.phrases.iter().rposition(|phrase| {
                phrase.clause == clause && phrase.preposition.is_none() && phrase.chunk + 1 == at
            });
            if let Some(bare) = bare
                && self.out.clauses[clause].link != Link::Relative
            {
                self.out.phrases[bare].place = Place::Subject;
                self.out.clauses[clause].subject.push(bare);
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
        // «to demand answers for the fire in Lund, where …»: the place right before, whatever the comma closed.
        let place = self
            .out
            .phrases
            .len()
            .checked_sub(1)
            .filter(|&last| self.word(at) == "where" && self.out.phrases[last].chunk + 1 == at);
        let antecedent = place
            .or(self.last)
            .or_else(|| self.last_any())
            .map(|last| self.spoken_of(last));
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
