//! What the words ahead, and the clauses still open, make of a chunk.
//!
//! In: a clause builder at a chunk. Out: whether a new clause starts there, whether a verb is a participle, which clause
//! waits for its verb. It changes nothing.

use super::builder::Builder;
use super::class;
use super::clause::Link;
use super::phrase::Kind;
use super::tag::Tag;
use crate::eval::words::Gap;

impl Builder<'_> {
    /// Whether a clause above still waits for its verb.
    pub(super) fn waits_above(&self) -> bool {
        let mut up = self.out.clauses[self.current].parent;
        while let Some(clause) = up {
            if self.verb_of(clause).is_none() && !self.out.clauses[clause].subject.is_empty() {
                return true;
            }
            up = self.out.clauses[clause].parent;
        }
        false
    }

    /// Whether the phrase at `at` is the subject of a verb that follows at once: «Xi and Biden met».
    pub(super) fn starts_clause(&self, at: usize) -> bool {
        self.starts(at, true)
    }

    /// The same; `lists` says whether a comma may part the nouns of its subject.
    pub(super) fn starts(&self, at: usize, lists: bool) -> bool {
        let mut next = at;
        let chunks = &self.out.chunks;
        let mut nouns = 0;
        let mut row = false;
        while let Some(chunk) = chunks.get(next) {
            let gap = self.gap(next);
            if next > at && gap >= Gap::Break {
                return false;
            }
            match &chunk.kind {
                Kind::Noun(noun) => {
                    if nouns == 0 && noun.tag == Tag::Time {
                        return false;
                    }
                    // «as part of his sentence, Xi was»: after a comma stands another subject, but for a list.
                    let listed = matches!(
                        chunks.get(next + 1).map(|chunk| &chunk.kind),
                        Some(Kind::Coordinator)
                    ) || chunks[next - 1].noun().is_none();
                    if next > at && gap == Gap::Comma && !(listed && lists) {
                        return false;
                    }
                    // «the talks Xi had»: a second noun without a joint.
                    // «Hale and Tarn on Monday signed»: a day before the verb is neither.
                    let day = next > at && noun.tag == Tag::Time && gap < Gap::Comma;
                    let joined = next == at
                        || day
                        || matches!(chunks[next - 1].kind, Kind::Coordinator | Kind::Preposition)
                        || gap == Gap::Comma;
                    if !joined {
                        return false;
                    }
                    row |= next > at && gap == Gap::Comma;
                    nouns += 1;
                }
                Kind::Verb(verb) => {
                    return nouns > 0 && verb.finite && gap < Gap::Comma;
                }
                Kind::Coordinator => {
                    // «declared a day of rest, and Orlova thanked him»: but for a row with commas, another clause begins.
                    if gap == Gap::Comma && !row {
                        return false;
                    }
                    if !matches!(
                        chunks.get(next + 1).map(|chunk| &chunk.kind),
                        Some(Kind::Noun(_))
                    ) {
                        return false;
                    }
                }
                Kind::Preposition if next > at => {
                    if nouns > 2 {
                        return false;
                    }
                }
                Kind::Other if next > at => {
                    let adverb = self.word(next).ends_with("ly") || nouns > 0;
                    if !adverb {
                        return false;
                    }
                }
                _ => return false,
            }
            next += 1;
        }
        false
    }

    pub(super) fn is_waiting(&self, clause: usize) -> bool {
        self.verb_of(clause).is_none()
    }

    /// The nearest clause above that waits for its verb.
    pub(super) fn waiting(&self) -> Option<usize> {
        let mut up = Some(self.current);
        while let Some(clause) = up {
            if self.verb_of(clause).is_none()
                && !self.out.clauses[clause].subject.is_empty()
                && !self.is_gapped(clause)
            {
                return Some(clause);
            }
            up = self.out.clauses[clause].parent;
        }
        None
    }

    /// «a settlement approved by a judge», «the tax cuts promised by Brandt scared»: a participle after its noun.
    pub(super) fn is_reduced(&self, at: usize, has_verb: bool) -> bool {
        let gap = self.gap(at);
        let next = self.out.chunks.get(at + 1);
        let by = next.is_some_and(|chunk| {
            matches!(chunk.kind, Kind::Preposition) && self.words.at(chunk.words.start) == "by"
        });
        let preposed = next.is_none_or(|chunk| {
            matches!(
                chunk.kind,
                Kind::Preposition | Kind::Either | Kind::Other | Kind::Coordinator
            ) || self.gap(at + 1) >= Gap::Comma
        });
        if gap == Gap::Comma {
            // «the talks, described as tense, went on»
            return (preposed || by)
                && self.coordinator.is_none()
                && (has_verb || self.verb_ahead(at));
        }
        if self.coordinator.is_some() {
            return false;
        }
        // «which the survey put at 7, struck»: the verb ahead is the main clause's.
        let clause = &self.out.clauses[self.current];
        if clause.link == Link::Relative && !has_verb && self.waits_above() {
            return false;
        }
        if has_verb {
            return self.waiting().is_none();
        }
        if self.out.clauses[self.current].subject.is_empty() {
            // «Among the 12 killed was the cook»: what a preposition leads is no subject.
            let undergone = self.out.chunks[at]
                .verb()
                .is_some_and(|verb| class::is_undergone(self.words.at(verb.main)));
            return gap == Gap::Sentence
                || undergone && self.last.is_some() && self.finite_ahead(at);
        }
        preposed && self.verb_ahead(at)
    }

    /// Whether a verb with a tense follows in the same clause, which this subject needs.
    fn verb_ahead(&self, at: usize) -> bool {
        let mut comma = false;
        for next in at + 1..self.out.chunks.len() {
            let gap = self.gap(next);
            if gap >= Gap::Break {
                return false;
            }
            comma |= gap == Gap::Comma;
            match &self.out.chunks[next].kind {
                Kind::Verb(verb) if verb.finite => {
                    let noun = self.out.chunks[next - 1].noun().is_some_and(|noun| {
                        matches!(noun.tag, Tag::Pronoun)
                            && !matches!(self.out.chunks[next - 2].kind, Kind::Preposition)
                    });
                    return !noun;
                }
                Kind::Subordinator | Kind::Relative => return false,
                Kind::Coordinator => return false,
                Kind::Noun(_) if comma && self.starts_clause(next) => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether any verb with a tense follows before the next stop.
    fn finite_ahead(&self, at: usize) -> bool {
        (at + 1..self.out.chunks.len())
            .take_while(|&next| self.gap(next) < Gap::Break)
            .any(|next| self.out.chunks[next].verb().is_some_and(|verb| verb.finite))
    }

    /// «a trader of 27, who»: a value is no antecedent.
    pub(super) fn spoken_of(&self, last: usize) -> usize {
        let mut at = last;
        loop {
            let phrase = &self.out.phrases[at];
            // «the 137 who died» are people.
            let value = self.out.chunks[phrase.chunk].noun().is_some_and(|noun| {
                matches!(noun.tag, Tag::Value | Tag::Time)
                    || noun.tag == Tag::Number && self.words.at(phrase.words.start) != "the"
            });
            match phrase.after {
                Some(after) if value => at = after,
                _ => return at,
            }
        }
    }
}
