//! Counts that only the report's own event can have.
//!
//! In: a count of what a claim counts, in a report about its event. Out: whether it is told as the event's, without a word for the
//! event beside it: «Some 3,500 residents were moved to safety», in a report of one flood. A share, a rate, a rest, a row of
//! people, and what somebody with a name has or does otherwise are left. What else its sentence says against it, [`super::doubt`]
//! tells.

use std::ops::Range;

use super::Asked;
use super::counted;
use super::said_of;
use crate::eval::elsewhere::place;
use crate::eval::identity::Who;
use crate::eval::identity::WhoIs;
use crate::eval::rate;
use crate::eval::scene::Scene;
use crate::eval::syntax::Place;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::rule::Kind;
use crate::value::Value;

impl Asked<'_> {
    /// «The operator said 100 passengers were aboard»: what the claim counts, in a report that is mainly about its event.
    pub(super) fn is_anchored(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let Some(event) = self.claim.event else {
            return false;
        };
        let of = &scene.plan.of[self.index];
        if self.claim.kind != Kind::Count || of.is_empty() || scene.main != Some(event) {
            return false;
        }
        is_number(scene, range)
            && counted::noun_of(scene, range, of).is_some()
            && !is_rest(scene, range)
            && !is_share(scene, range)
            && !rate::is_in_a_routine(scene.words, &scene.sentence_at(range.start))
            && !is_set_off(scene, range)
            && !place::is_named_beside(scene, range, event)
            && is_last_spoken_of(scene, range, event)
            && is_named_in_full(scene, event)
            && self.is_nobody_elses(range, event)
    }

    /// Whether nobody with a name has or does what is counted, but whom the claim is about: «Kao received 28,000 votes», of a claim
    /// on all the votes.
    fn is_nobody_elses(&self, range: &Range<usize>, event: EventIndex) -> bool {
        let scene = self.scene;
        let who = &self.claim.who;
        if !who.is_empty() {
            return said_of::subject_is(scene, range, who);
        }
        let asked = WhoIs::of_event(scene, scene.sentence_of(range.start), event);
        let Some(value) = asked.sentence.phrase_of(range.end - 1) else {
            return false;
        };
        let known = &asked.sentence.phrases[value];
        let named = |phrase: usize| {
            asked.who_is(phrase) == Who::Other
                || asked.who_is(phrase) == Who::Own
                    && scene
                        .entities_in(asked.sentence.phrases[phrase].words.clone())
                        .any(|mention| scene.acts(mention.entity))
        };
        known.place != Place::Object
            || !asked.sentence.clauses[known.clause]
                .subject
                .iter()
                .any(|&subject| named(subject))
    }
}

/// Whether the count is a number, and no article that stands for one: «a goods train».
fn is_number(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let span = scene.words.span(range.clone());
    scene.mentions_at(range.start).iter().any(|mention| {
        mention.span.overlaps(span)
            && matches!(mention.value, Value::Number(_) | Value::Count { .. })
    })
}

/// «the remaining seven items», «the other five», «only three», «the first 40»: a rest, or some of a whole.
fn is_rest(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let left = |word: &str| {
        matches!(
            word,
            "remaining"
                | "other"
                | "others"
                | "rest"
                | "further"
                | "additional"
                | "extra"
                | "more"
                | "first"
                | "last"
                | "another"
                | "only"
                | "just"
                | "these"
                | "those"
        )
    };
    left(words.near(range.start, -1)) || left(words.at(range.end))
}

/// «nearly two-thirds of those killed»: a share, whose parts are no number of anything.
fn is_share(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (range.start..=range.end).any(|at| {
        let word = words.at(at);
        matches!(word, "half" | "halves" | "quarter" | "quarters")
            || ["third", "fourth", "fifth", "tenth"]
                .iter()
                .any(|part| word == *part || word.strip_suffix('s') == Some(part))
    }) || words.at(range.end) == "of"
        || words.at(range.end) == "in"
            && words
                .at(range.end + 1)
                .starts_with(|c: char| c.is_ascii_digit())
}

/// «four people – three men and a woman»: what a dash or a colon sets off tells sorts of those who were counted before it.
fn is_set_off(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    range.start > scene.sentence_at(range.start).start && scene.words.gap(range.start) >= Gap::Break
}

/// Whether the report names all who take part in an event, or its place: «the Senate voted», of a vote of the Senate on a bill, may be
/// another vote of the Senate.
fn is_named_in_full(scene: &Scene<'_>, event: EventIndex) -> bool {
    let known = &scene.story.events[event];
    let named = |entity: &usize| {
        scene
            .entities
            .iter()
            .any(|mention| mention.entity == *entity)
    };
    let placed = || {
        known.at.is_some_and(|at| {
            scene
                .entities
                .iter()
                .any(|mention| scene.plan.places.holds(at, mention.entity))
        })
    };
    known.who.iter().all(named) || placed()
}

/// Whether the event is what was spoken of last, in the sentence of a value or shortly before, and nothing else with it.
fn is_last_spoken_of(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    // Sentences over which a report goes on with an event.
    const BACK: usize = 3;
    let here = scene.sentence_of(range.start);
    (here.saturating_sub(BACK)..=here)
        .rev()
        .map(|sentence| scene.instances_in(scene.words.of_sentence(sentence)))
        .find(|told| !told.is_empty())
        .is_none_or(|told| {
            told.iter()
                .all(|one| one.event == Some(event) && one.other.is_none())
        })
}
