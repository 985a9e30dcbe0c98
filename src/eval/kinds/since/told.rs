//! What the sentence of a last time says of what: «the first since 2018», «not since 2018».
//!
//! In: a claim in its scene, and a last time in its sentence. Out: whether it says what the claim says, of which event, and how
//! surely. Which time it is, [`super`] reads.

use std::ops::Range;

use crate::eval::bind::Attached;
use crate::eval::identity::WhoIs;
use crate::eval::kinds::Asked;
use crate::eval::said_of;
use crate::eval::slots;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EventIndex;
use crate::value::Since;

pub(super) const SUPERLATIVES: &Table = table![
    "senior",
    "highest",
    "ranking",
    "largest",
    "biggest",
    "deadliest",
    "worst",
    "longest",
    "highest-level",
    "strongest",
    "most",
];

/// What a sentence with a last time says: that something is the first since, or that it was not since.
pub(super) struct Told<'s> {
    asked: Asked<'s>,
    sentence: Range<usize>,
    /// Whether it says «first».
    pub(super) first: bool,
    /// Whether it says «not» near the value.
    pub(super) negated: bool,
    superlative: Option<usize>,
    /// Where «first» stands; the end of the sentence if it doesn't.
    start: usize,
}

/// Where it is said what something is the first of.
pub(super) struct Window {
    pub(super) words: Range<usize>,
    /// Whether that is behind the value: «since 2018 that».
    pub(super) behind: bool,
}

impl<'s> Told<'s> {
    pub(super) fn new(asked: Asked<'s>, range: &Range<usize>, since: &Since) -> Self {
        let words = asked.scene.words;
        let sentence = asked.scene.sentence_at(range.start);
        let negated = sentence.clone().any(|i| {
            matches!(words.at(i), "no" | "not" | "never") && i.abs_diff(range.start) <= 16
        });
        let first = since.first
            || sentence.clone().any(|i| {
                words.at(i) == "first" && i < range.end && range.start.saturating_sub(i) <= 16
            });
        let superlative = sentence
            .clone()
            .find(|&i| SUPERLATIVES.has(words.at(i)) && i.abs_diff(range.start) <= 14);
        let start = sentence
            .clone()
            .find(|&i| words.at(i) == "first" && i < range.end)
            .unwrap_or(sentence.end);
        Self {
            asked,
            sentence,
            first,
            negated,
            superlative,
            start,
        }
    }

    /// Whether it says what the claim says: its words, or «first», or «not … since».
    pub(super) fn fits(&self) -> Result<(), String> {
        let scene = self.asked.scene;
        let phrases = &scene.plan.words[self.asked.index];
        if !phrases.is_empty() {
            let found = scene.has_phrase(self.sentence.clone(), phrases);
            return match found {
                Some(_) => Ok(()),
                None => Err("none of the claim's words in its sentence".to_owned()),
            };
        }
        if self.superlative.is_some() && !self.first {
            return Err(
                "a superlative, which is another statement than being the first".to_owned(),
            );
        }
        if !self.first && !self.negated {
            return Err("neither «first» nor «not … since»".to_owned());
        }
        Ok(())
    }

    /// Between «first» and the value, or after «since 2018 that», stands what it is the first of.
    pub(super) fn window(&self, range: &Range<usize>) -> Window {
        let words = self.asked.scene.words;
        let end = self.sentence.end;
        let that =
            (range.end..(range.end + 3).min(end)).find(|&i| matches!(words.at(i), "that" | "when"));
        // «the first secretary of state in five years to visit»
        let to = words.at(range.end) == "to" && self.first;
        let window = match that {
            Some(that) => that..end,
            None if to => {
                let comma = (range.end..end).find(|&i| words.gap(i) >= Gap::Comma);
                self.start..comma.unwrap_or(end)
            }
            None => self.start..range.start.max(self.start),
        };
        Window {
            words: window,
            behind: that.is_some(),
        }
    }

    /// «the first time since 2018 that a minister has come here»: a visit told by its role's coming.
    pub(super) fn has_come(
        &self,
        window: &Range<usize>,
        event: EventIndex,
    ) -> Result<Attached, String> {
        let scene = self.asked.scene;
        let arrives = window.clone().any(|i| {
            matches!(
                scene.words.at(i),
                "been" | "come" | "came" | "set" | "visited" | "travelled" | "traveled" | "gone"
            )
        });
        let visit = ["visit", "trip"].iter().any(|word| {
            scene.plan.events[event]
                .own
                .iter()
                .any(|phrase| phrase.len() == 1 && phrase[0] == *word)
        });
        if arrives && visit && self.asked.claim.first.is_some() {
            Ok(Attached::alone(true, "its role is told to have come"))
        } else {
            Err("what it is the first of is not this event".to_owned())
        }
    }

    /// «set foot in», «holder of the post to be received»: participants and role without the event's word.
    pub(super) fn of_its_role(&self, event: EventIndex) -> Result<Attached, String> {
        let scene = self.asked.scene;
        let silent = scene.instances_in(self.sentence.clone()).is_empty();
        if silent && self.asked.claim.first.is_some() && scene.main.is_some() {
            return Ok(Attached::alone(
                false,
                "its role is spoken of in its sentence",
            ));
        }
        Err(format!(
            "no word for «{}» in its sentence",
            scene.story.events[event].id
        ))
    }

    /// «not the first visit since 2018» denies something else.
    pub(super) fn is_denied(&self) -> bool {
        let words = self.asked.scene.words;
        let start = self.start;
        self.first
            && (1..=3).any(|back| words.near(start, -back) == "not")
            && (self.sentence.start..start).all(|i| words.gap(i + 1) < Gap::Comma || i + 1 == start)
    }

    /// «The strike is the first since 1988»: the event stands right before «first».
    pub(super) fn is_right_behind(&self, event: EventIndex) -> bool {
        let words = self.asked.scene.words;
        let start = self.start;
        let row = self.asked.scene.instances_in(self.sentence.clone());
        row.iter().any(|instance| {
            instance.event == Some(event)
                && instance.words.end <= start
                && (start - instance.words.end <= 1
                    // «The visit by Blinken, the first by …»
                    || start - instance.words.end <= 8
                        && (words.gap(start) == Gap::Comma
                            || words.gap(start.saturating_sub(1)) == Gap::Comma)
                    || (start - instance.words.end <= 6
                        && (instance.words.end..start)
                            .any(|i| matches!(words.at(i), "is" | "was"))))
        })
    }

    /// Whether the event within what it is the first of is done by its own people, or by the role that the claim is on.
    pub(super) fn is_by_its_own(
        &self,
        range: &Range<usize>,
        window: &Range<usize>,
        event: EventIndex,
    ) -> bool {
        let scene = self.asked.scene;
        let role = self.asked.claim.first;
        let who = &scene.story.events[event].who;
        let mut own = scene
            .instances_in(window.clone())
            .iter()
            .filter(|instance| instance.event == Some(event));
        own.all(|instance| {
            // «the first secretary of state to visit»: who does it is the role, which is named.
            let infinitive =
                role.is_some() && scene.words.near(instance.words.start, -1) == "to" && self.first;
            // «the first Green elected since 1992», «the first time that a Green won since»
            let by_role = || {
                role.is_some_and(|role| {
                    let before = instance.words.start.saturating_sub(4).max(window.start);
                    scene
                        .entities_in(before..instance.words.start)
                        .any(|mention| mention.entity == role)
                }) && WhoIs::new(scene, scene.sentence_of(range.start), who).named_here()
            };
            infinitive
                || by_role()
                || slots::own(scene, instance, event) && !said_of::shared(scene, instance, event)
        })
    }
}
