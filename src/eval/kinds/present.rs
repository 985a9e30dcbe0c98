//! How many were there when the event happened: «The fire broke out when 300 passengers were asleep».
//!
//! In: a claim on a count and a number in a clause of time beside the event. Out: whether that clause only says in which
//! state those were whom the claim counts, so that the number can be of nobody else.

use std::ops::Range;

use super::Asked;
use crate::eval::compare;
use crate::eval::events::Instance;
use crate::eval::identity;
use crate::eval::role;
use crate::eval::role::Role;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::class;
use crate::eval::syntax::verb;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::value::Value;

impl Asked<'_> {
    /// Whether the number tells how many of those whom the claim counts were there at the time of the event: its clause or
    /// that of the event is one of time, and says of them only where or in which state they were.
    pub(super) fn is_there_then(
        &self,
        range: &Range<usize>,
        instance: &Instance,
        event: usize,
    ) -> bool {
        let scene = self.scene;
        let known = &scene.story.events[event];
        if self.claim.kind != Kind::Count
            || self.claim.tally.is_some()
            || self.claim.of.is_empty()
            || known.who.is_empty()
        {
            return false;
        }
        let syntax = scene.syntax(instance.sentence);
        let Some(found) = role::role(syntax, range, &instance.words) else {
            return false;
        };
        if found.role != Role::Circumstance {
            return false;
        }
        let event_clause =
            role::home(syntax, &instance.words).or_else(|| syntax.clause_of(instance.words.start));
        let at_once = [Some(found.clause), event_clause]
            .into_iter()
            .flatten()
            .any(|clause| {
                syntax.clauses[clause].link == Link::Subordinate
                    && syntax.clauses[clause]
                        .joint
                        .is_some_and(|word| matches!(scene.words.at(word), "when" | "while" | "as"))
            });
        if !at_once || !self.only_is(syntax, found.clause) {
            return false;
        }
        // «90 passengers were still aboard when the blaze was put out»: of a later hour, or of some.
        let late = event_clause
            .and_then(|clause| syntax.verb(clause))
            .is_some_and(|verb| {
                verb.modal
                    || verb.doubtful
                    || verb.negated
                    // «broke out» begins what «broke up» ends.
                    || class::is_ending(scene.words.at(verb.main))
                        && scene.words.near(verb.main, 1) != "out"
                    || matches!(scene.words.near(verb.main, 1), "out" | "down" | "off")
                        && verb.passive
            });
        let some = scene
            .words
            .of_sentence(instance.sentence)
            .filter(|&word| syntax.clause_of(word) == Some(found.clause))
            .any(|word| {
                matches!(
                    scene.words.at(word),
                    "still" | "already" | "only" | "just" | "yet" | "left" | "remaining"
                )
            });
        if late || some {
            return false;
        }
        let asked = identity::WhoIs::new(scene, instance.sentence, &known.who);
        if asked.strangers_here() {
            return false;
        }
        // «412 passengers were in their hotel»: what else stands in the clause must be what the event is of.
        let own = |phrase: usize| {
            scene
                .entities_in(syntax.phrases[phrase].words.clone())
                .any(|mention| known.who.contains(&mention.entity))
        };
        let aboard = |word: usize| {
            matches!(scene.words.at(word), "aboard" | "onboard")
                || scene.words.at(word) == "on" && scene.words.near(word, 1) == "board"
        };
        let clause = || {
            syntax
                .phrases_in(found.clause)
                .filter(|&phrase| phrase != found.value)
        };
        let there = |phrase: usize| {
            let known = &syntax.phrases[phrase];
            own(phrase)
                || known.preposition.is_some_and(aboard)
                || scene.words.at(known.words.start) == "there"
        };
        if !clause().all(there) {
            return false;
        }
        // Whoever is aboard is all that are; of those who sleep fewer may be a part, more may not.
        let all = clause()
            .any(|phrase| own(phrase) && matches!(syntax.phrases[phrase].place, Place::Adverbial))
            || scene
                .words
                .of_sentence(instance.sentence)
                .any(|word| syntax.clause_of(word) == Some(found.clause) && aboard(word));
        all || self.is_more(range)
    }

    /// Whether the verb of a clause only says that its subject is somewhere or in some state: «were asleep», «were sleeping».
    fn only_is(&self, syntax: &Sentence, clause: usize) -> bool {
        let words = self.scene.words;
        syntax.verb(clause).is_some_and(|group| {
            let progressive = words.at(group.main).ends_with("ing")
                && group.main > 0
                && verb::is_be(words.at(group.main - 1));
            (group.copula || verb::is_be(words.at(group.main)) || progressive)
                && !(group.negated || group.modal || group.doubtful || group.perfect)
        })
    }

    /// Whether the number is higher than every right one, so that it is no part of it.
    pub(super) fn is_more(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let Expected::AnyOf(rights) = &self.claim.expected else {
            return false;
        };
        let span = scene.words.span(range.clone());
        let stated = scene
            .mentions_at(range.start)
            .iter()
            .find(|mention| mention.span.overlaps(span))
            .and_then(|mention| match &mention.value {
                Value::Count { measure, .. } | Value::Number(measure) => Some(measure.stated.lo),
                _ => None,
            });
        stated.is_some_and(|stated| {
            rights.iter().all(|right| {
                compare::measure(&right.value).is_some_and(|known| known.possible.hi < stated)
            })
        })
    }
}
