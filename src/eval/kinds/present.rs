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
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::class;
use crate::eval::syntax::verb;
use crate::rule::EntityIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::value::Value;

/// The clause that says how many were there.
struct There<'a> {
    scene: &'a Scene<'a>,
    syntax: &'a Sentence,
    clause: usize,
    /// The phrase of the number.
    value: usize,
    /// Who takes part in the event.
    who: &'a [EntityIndex],
}

impl There<'_> {
    /// Whether a clause is one of time: «when the fire broke out».
    fn is_at_once(&self, clause: usize) -> bool {
        let known = &self.syntax.clauses[clause];
        known.link == Link::Subordinate
            && known
                .joint
                .is_some_and(|word| matches!(self.scene.words.at(word), "when" | "while" | "as"))
    }

    /// «90 passengers were still aboard when the blaze was put out»: of a later hour, or only possible.
    fn is_late(&self, clause: usize) -> bool {
        let words = self.scene.words;
        self.syntax.verb(clause).is_some_and(|verb| {
            let next = words.near(verb.main, 1);
            verb.modal
                || verb.doubtful
                || verb.negated
                // «broke out» begins what «broke up» ends.
                || class::is_ending(words.at(verb.main)) && next != "out"
                || matches!(next, "out" | "down" | "off") && verb.passive
        })
    }

    /// The words of the clause.
    fn words(&self) -> impl Iterator<Item = usize> {
        let own = |&word: &usize| self.syntax.clause_of(word) == Some(self.clause);
        self.syntax.words.clone().filter(own)
    }

    /// The phrases of the clause, but for the number's.
    fn phrases(&self) -> impl Iterator<Item = usize> {
        let all = self.syntax.phrases_in(self.clause);
        all.filter(|&phrase| phrase != self.value)
    }

    /// «only 90 were still aboard»
    fn is_of_some(&self) -> bool {
        self.words().any(|word| {
            matches!(
                self.scene.words.at(word),
                "still" | "already" | "only" | "just" | "yet" | "left" | "remaining"
            )
        })
    }

    fn is_aboard(&self, word: usize) -> bool {
        let words = self.scene.words;
        matches!(words.at(word), "aboard" | "onboard")
            || words.at(word) == "on" && words.near(word, 1) == "board"
    }

    /// Whether a phrase names what the event is of.
    fn is_own(&self, phrase: usize) -> bool {
        self.scene
            .entities_in(self.syntax.phrases[phrase].words.clone())
            .any(|mention| self.who.contains(&mention.entity))
    }

    /// «412 passengers were in their hotel»: what else stands in the clause must be what the event is of.
    fn names_nothing_else(&self) -> bool {
        self.phrases().all(|phrase| {
            let known = &self.syntax.phrases[phrase];
            self.is_own(phrase)
                || known.preposition.is_some_and(|word| self.is_aboard(word))
                || self.scene.words.at(known.words.start) == "there"
        })
    }

    /// «300 were aboard», «300 were on the Orla»
    fn is_of_all(&self) -> bool {
        self.phrases().any(|phrase| {
            self.is_own(phrase) && self.syntax.phrases[phrase].place == Place::Adverbial
        }) || self.words().any(|word| self.is_aboard(word))
    }
}

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
        let who = &scene.story.events[event].who;
        if self.claim.kind != Kind::Count
            || self.claim.tally.is_some()
            || self.claim.of.is_empty()
            || who.is_empty()
        {
            return false;
        }
        let syntax = scene.syntax(instance.sentence);
        let Some(found) = role::role(syntax, range, &instance.words)
            .filter(|found| found.role == Role::Circumstance)
        else {
            return false;
        };
        let event_clause =
            role::home(syntax, &instance.words).or_else(|| syntax.clause_of(instance.words.start));
        let there = There {
            scene,
            syntax,
            clause: found.clause,
            value: found.value,
            who,
        };
        (there.is_at_once(found.clause) || event_clause.is_some_and(|at| there.is_at_once(at)))
            && self.only_is(syntax, found.clause)
            && !event_clause.is_some_and(|clause| there.is_late(clause))
            && !there.is_of_some()
            && !identity::WhoIs::new(scene, instance.sentence, who).strangers_here()
            && there.names_nothing_else()
            // Whoever is aboard is all that are; of those who sleep fewer may be a part, more may not.
            && (there.is_of_all() || self.is_more(range))
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
