//! Whose verb a verb group is: of the clause at hand, of one that waits, or of a new one.
//!
//! In: a verb group at its chunk, the clauses so far. Out: the clause that has it.

use super::Builder;
use crate::eval::syntax::class;
use crate::eval::syntax::clause::Link;
use crate::eval::syntax::clause::Place;
use crate::eval::syntax::tag::Tag;
use crate::eval::words::Gap;

impl Builder<'_> {
    /// Gives a verb group to the clause that waits for one, or opens a clause for it.
    pub(super) fn verb(&mut self, at: usize) {
        let Some(group) = self.out.chunks[at].verb().cloned() else {
            return;
        };
        let preposition = self.pending.take();
        let has_verb = self.verb_of(self.current).is_some();
        let reduced = !group.infinitive && group.either && self.is_reduced(at, has_verb);
        if group.infinitive {
            self.infinitive(at);
        } else if !group.finite || reduced {
            self.participle(at, group.main, preposition, reduced);
        } else if !has_verb {
            self.take(self.current, at);
        } else if let Some(parent) = self.waits_behind_its_subject(at) {
            self.current = parent;
            self.take(parent, at);
        } else {
            self.second_verb(at);
        }
    }

    /// «to end the strike»: a clause with the subject of the one it hangs on.
    fn infinitive(&mut self, at: usize) {
        let joint = Some(self.out.chunks[at].words.start);
        let parent = self.current;
        let subject = self.out.clauses[parent].subject.clone();
        let new = self.open(Link::Infinitive, Some(parent), joint);
        self.out.clauses[new].subject = subject;
        self.out.clauses[new].verb = Some(at);
    }

    /// «killing 12», «built in 1990»: a clause about the phrase right before it, or with the subject of the one it hangs on.
    fn participle(&mut self, at: usize, main: usize, preposition: Option<usize>, reduced: bool) {
        let gap = self.gap(at);
        let current = self.current;
        let has_verb = self.verb_of(current).is_some();
        let result = (has_verb && gap < Gap::Comma && preposition.is_none() && !reduced)
            .then(|| self.result_of(at, main))
            .flatten();
        let clause = result.unwrap_or(current);
        let hangs = &self.out.clauses[clause];
        let fronted = !has_verb && hangs.subject.is_empty();
        let subject = hangs.subject.clone();
        // «killing 12 and wounding 40»
        let again = self.coordinator.is_some() && hangs.link == Link::Participle;
        let last = self.last.filter(|_| result.is_none() && !again);
        let joint = preposition.map(|chunk| self.out.chunks[chunk].words.start);
        let new = self.open(Link::Participle, Some(clause), joint);
        let antecedent = last.filter(|_| gap < Gap::Comma && joint.is_none());
        let known = &mut self.out.clauses[new];
        known.verb = Some(at);
        known.comma = gap == Gap::Comma || fronted || result.is_some();
        known.antecedent = antecedent;
        known.subject = antecedent.map_or(subject, |antecedent| vec![antecedent]);
    }

    /// «Replacing the bridge will cost …»: what is done is the subject of the clause around it, which waits for the verb.
    fn waits_behind_its_subject(&self, at: usize) -> Option<usize> {
        let known = &self.out.clauses[self.current];
        let parent = known.parent?;
        (self.coordinator.is_none()
            && self.gap(at) < Gap::Comma
            && known.link == Link::Participle
            && known.joint.is_none()
            && self.verb_of(parent).is_none()
            && self.out.clauses[parent].subject.is_empty()
            && self
                .out
                .phrases
                .iter()
                .all(|phrase| phrase.clause != parent))
        .then_some(parent)
    }

    /// A finite verb where the clause has one: of the clause that waits for it, or of one of its own.
    fn second_verb(&mut self, at: usize) {
        let clause = self.current;
        let gap = self.gap(at);
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
        let last = self.last;
        let new = self.open(Link::Reported, Some(clause), None);
        self.out.clauses[new].subject = last.into_iter().collect();
        self.out.clauses[new].verb = Some(at);
    }

    /// «A blast tore through a market packed with traders on Monday killing 12»: where no comma stands, a participle of harm behind a
    /// day, a place or what was struck tells the outcome of the clause, and is not said of the noun before it.
    fn result_of(&self, at: usize, main: usize) -> Option<usize> {
        let harm = matches!(
            self.words.at(main),
            "killing"
                | "wounding"
                | "injuring"
                | "hurting"
                | "leaving"
                | "destroying"
                | "damaging"
                | "displacing"
                | "claiming"
                | "burying"
                | "trapping"
        );
        let last = harm.then_some(self.last)??;
        self.out.chunks.get(at + 1)?.noun()?;
        let mut clause = self.current;
        // «packed with traders»: what is only said of a noun has no outcome.
        while self.out.clauses[clause].link == Link::Participle
            && self.out.clauses[clause].antecedent.is_some()
        {
            clause = self.out.clauses[clause].parent?;
        }
        let verb = self.out.chunks[self.verb_of(clause)?].verb()?;
        let main = self.words.at(verb.main);
        let phrase = &self.out.phrases[last];
        let time = self.out.chunks[phrase.chunk]
            .noun()
            .is_some_and(|noun| noun.tag == Tag::Time);
        let behind = time || phrase.preposition.is_some() && !phrase.preposition_is_of;
        (class::is_striking(main) || behind && class::is_wreaking(main)).then_some(clause)
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
}
