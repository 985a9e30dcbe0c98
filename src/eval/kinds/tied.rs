//! What ties a value to the claim's event or people by its place in the sentence.
//!
//! In: a claim and a value. Out: whether those whom the claim counts, or is about, stand in the slots of its event.

use std::ops::Range;

use super::Asked;
use super::identity;
use super::occasion;
use super::said_of;
use crate::eval::beside;
use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::slots;
use crate::eval::syntax::Article;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::class;
use crate::rule::Kind;

impl Asked<'_> {
    /// «Four workers were rescued when the bridge fell»: those whom the claim counts stand in the slots of its event
    /// themselves, and another word of the story, or a name of the event's in the same clause, tells which event it is.
    pub(super) fn in_slot(&self, range: &Range<usize>, instance: &Instance, event: usize) -> bool {
        let scene = self.scene;
        if self.claim.kind != Kind::Count || self.claim.tally.is_some() || self.claim.of.is_empty()
        {
            return false;
        }
        let syntax = scene.syntax(instance.sentence);
        let (Some(home), Some(value)) = (
            role::home(syntax, &instance.words),
            syntax.phrase_of(range.end - 1),
        ) else {
            return false;
        };
        let object =
            syntax.phrases[value].clause == home && syntax.phrases[value].place == Place::Object;
        if !object && !syntax.clauses[home].subject.contains(&value) {
            return false;
        }
        // «By nightfall only two had been rescued»: so far.
        let so_far = syntax.clauses[home].verb.is_some_and(|verb| {
            matches!(
                scene.words.at(syntax.chunks[verb].words.start),
                "had" | "have" | "has"
            )
        }) || (1..=2).any(|back| {
            matches!(
                scene.words.near(range.start, -back),
                "only" | "first" | "just" | "already"
            )
        }) || syntax.phrases_in(home).any(|phrase| {
            syntax.phrases[phrase].words.start < range.start
                && syntax.phrases[phrase]
                    .preposition
                    .is_some_and(|word| scene.words.at(word) == "by")
        });
        if so_far {
            return false;
        }
        let known = &scene.story.events[event];
        let named = syntax.phrases_in(home).any(|phrase| {
            scene
                .entities_in(syntax.phrases[phrase].words.clone())
                .any(|mention| {
                    known.who.contains(&mention.entity) || known.at == Some(mention.entity)
                })
        });
        let linked = || {
            scene
                .instances_in(scene.words.of_sentence(instance.sentence))
                .iter()
                .any(|other| {
                    other
                        .event
                        .is_some_and(|found| found != event && slots::own(scene, other, found))
                        && other.other.is_none()
                })
        };
        let asked = identity::WhoIs::new(scene, instance.sentence, &known.who);
        let story = |phrase: usize| {
            scene
                .entities_in(syntax.phrases[phrase].words.clone())
                .next()
                .is_some()
        };
        let stranger = (0..syntax.phrases.len())
            .any(|phrase| asked.who_is(phrase) == identity::Who::Other && !story(phrase));
        (named || linked()) && !stranger
    }

    /// «Duarte, who took 49 percent in the runoff»: those whom the claim is about do something in their event, which the clause
    /// names by a noun, and the sentence tells of no other.
    pub(super) fn is_part_taken(
        &self,
        range: &Range<usize>,
        instance: &Instance,
        event: usize,
    ) -> bool {
        let scene = self.scene;
        let who = &self.claim.who;
        let people = &scene.story.events[event].who;
        let syntax = scene.syntax(instance.sentence);
        let own = !who.is_empty()
            && who.iter().all(|one| people.contains(one))
            && matches!(self.claim.kind, Kind::Percent | Kind::Count)
            && self.claim.tally.is_none()
            && instance.sure
            && said_of::subject_is(scene, range, who);
        let named = || {
            syntax
                .phrase_of(instance.words.end - 1)
                .is_some_and(|phrase| {
                    let known = &syntax.phrases[phrase];
                    known.place == Place::Adverbial
                        && syntax.clause_of(range.end - 1) == Some(known.clause)
                        && known
                            .preposition
                            .is_some_and(|word| matches!(scene.words.at(word), "in" | "at" | "of"))
                        && syntax
                            .noun(phrase)
                            .is_some_and(|noun| noun.article != Article::Indefinite)
                })
        };
        let alone = || {
            scene
                .instances_in(scene.words.of_sentence(instance.sentence))
                .iter()
                .all(|other| other.event == Some(event) && other.other.is_none())
        };
        own && named() && alone()
    }

    /// «Talvo cut 12,500 jobs»: the verb that changes the figure is the event's own word.
    pub(super) fn is_done_to(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let Some((syntax, value)) = scene.phrase_of_value(range) else {
            return false;
        };
        let known = &syntax.phrases[value];
        // «said it would cut»: the future of what was said.
        let would = |verb: usize| {
            scene.words.near(verb, -1) == "would"
                && syntax.clauses[known.clause].link == Link::Reported
        };
        self.claim.kind == Kind::Count
            && known.place == Place::Object
            && syntax.verb(known.clause).is_some_and(|verb| {
                (!verb.doubtful || would(verb.main))
                    && !verb.negated
                    && class::is_changing(scene.words.at(verb.main))
                    && scene
                        .instances_in(verb.main..verb.main + 1)
                        .iter()
                        .any(|one| one.event == self.claim.event && one.other.is_none())
            })
    }

    /// Whether a wording stands in the clause of a word for `event`, of its own people and its own place.
    pub(super) fn told_of(&self, range: &Range<usize>, event: usize) -> bool {
        let scene = self.scene;
        let index = scene.sentence_of(range.start);
        let syntax = scene.syntax(index);
        let clause = syntax.clause_of(range.start);
        scene
            .instances_in(scene.words.of_sentence(index))
            .iter()
            .filter(|instance| instance.event == Some(event) && instance.other.is_none())
            .any(|instance| {
                let home = syntax.clause_of(instance.words.start);
                let linked = home == clause
                    || home.is_some_and(|home| syntax.clauses[home].parent == clause)
                    || clause.is_some_and(|clause| syntax.clauses[clause].parent == home);
                let things = scene.story.events[event]
                    .who
                    .iter()
                    .all(|&who| !scene.acts(who));
                linked
                    && (things
                        || slots::own(scene, instance, event)
                        || slots::shares(scene, instance, event))
                    && !occasion::another::another_occasion(
                        scene,
                        range,
                        instance,
                        event,
                        self.claim.kind,
                    )
            })
    }

    /// Whether syntax gives the value to whom the claim is about.
    pub(super) fn of_who(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let who = &self.claim.who;
        beside::of_pair(scene, range, who).unwrap_or_else(|| {
            who.is_empty()
                || !beside::of_other_subject(scene, range, who)
                    && beside::of_entity(scene, self.claim.kind, range, who)
                || said_of::subject_is(scene, range, who)
        })
    }
}
