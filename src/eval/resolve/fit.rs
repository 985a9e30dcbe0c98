//! How well an event fits an event word.
//!
//! In: an event word, who and what stands near it, and the events it may be of. Out: a score for each, with what it is made of. Which
//! of them is taken, [`super`] decides.

use crate::eval::events::Trigger;
use crate::eval::nearby::near_people;
use crate::eval::nearby::subject;
use crate::eval::scene::Scene;
use crate::rule::EntityIndex;
use crate::rule::EventIndex;
use crate::rule::Story;

/// How well an event fits a word; all in points that mean something beside each other alone.
pub(super) struct Fit {
    pub(super) event: EventIndex,
    /// Participants, place, words.
    pub(super) score: f64,
    /// What tells this event from the others.
    pub(super) distinct: f64,
    /// How many participants are there.
    pub(super) people: f64,
    /// Whether somebody of another event stands close by.
    pub(super) foreign: bool,
}

/// How much better the best event must fit than the next.
pub(super) const MARGIN: f64 = 0.3;

/// The events that fit as well as the best of `fits`, which stands first.
pub(super) fn tied(fits: &[Fit]) -> impl Iterator<Item = EventIndex> {
    fits.iter()
        .filter(|fit| fits[0].score - fit.score < MARGIN)
        .map(|fit| fit.event)
}

/// How much better the best of `fits` is than the next.
pub(super) fn margin(fits: &[Fit]) -> f64 {
    fits.get(1)
        .map_or(f64::INFINITY, |second| fits[0].score - second.score)
}

/// How well `event` fits the word at `at` of `row`, of the given weight, by those who stand near, by the word itself, and by the place.
pub(super) fn fit(
    scene: &Scene<'_>,
    row: &[Trigger],
    at: usize,
    event: EventIndex,
    weight: f64,
    rivals: Vec<EventIndex>,
) -> Fit {
    let trigger = &row[at];
    let mut near: Vec<(EntityIndex, f64)> = Vec::new();
    for (entity, distance) in near_people(scene, row, at) {
        match near.iter_mut().find(|(known, _)| *known == entity) {
            Some(known) => known.1 = known.1.max(distance),
            None => near.push((entity, distance)),
        }
    }
    let around = Around {
        scene,
        story: scene.story,
        trigger,
        event,
        rivals,
        near,
    };
    let mut fit = Fit {
        event,
        score: weight,
        distinct: 0.0,
        people: 0.0,
        foreign: false,
    };
    around.by_people(&mut fit);
    fit.distinct = around.distinct(fit.people);
    around.by_word(&mut fit);
    if fit.distinct <= 0.0 && fit.foreign {
        // Somebody else's event: place and words don't make it this one.
        fit.score -= 1.0;
        return fit;
    }
    around.by_all(&mut fit);
    around.by_place(&mut fit);
    fit
}

/// What stands around an event word, as one of the events it may be of sees it.
struct Around<'a> {
    scene: &'a Scene<'a>,
    story: &'a Story,
    trigger: &'a Trigger,
    event: EventIndex,
    /// The other events it may be of.
    rivals: Vec<EventIndex>,
    /// Who stands near, and how near; from 0 on, 1.2 and more for those whom syntax links to it.
    near: Vec<(EntityIndex, f64)>,
}

impl Around<'_> {
    fn takes_part(&self, event: EventIndex, entity: EntityIndex) -> bool {
        self.story.events[event].who.contains(&entity)
    }

    /// Whether somebody is of a rival, and not of the event.
    fn is_rivals(&self, entity: EntityIndex) -> bool {
        !self.takes_part(self.event, entity)
            && self
                .rivals
                .iter()
                .any(|&rival| self.takes_part(rival, entity))
    }

    /// Its own people speak for it, those of its rivals against it.
    fn by_people(&self, fit: &mut Fit) {
        // Whoever stands right before a verb does it.
        if let Some(subject) = subject(self.scene, self.trigger)
            && !self.takes_part(self.event, subject)
            && !self.story.events[self.event].who.is_empty()
        {
            fit.score -= 2.0;
        }
        for &(entity, near) in &self.near {
            if self.takes_part(self.event, entity) {
                let mut rivals = self.rivals.iter();
                let shared =
                    !self.rivals.is_empty() && rivals.all(|&rival| self.takes_part(rival, entity));
                fit.score += near * if shared { 0.3 } else { 1.0 };
                fit.people += near.min(1.0);
            } else if self.is_rivals(entity) {
                fit.score -= if near >= 1.2 { 1.2 } else { 0.5 * near };
                fit.foreign |= near >= 0.9;
            }
        }
    }

    /// What tells it from each rival: a participant that the rival does not have. Without rivals its `people` do.
    fn distinct(&self, people: f64) -> f64 {
        let from = |rival: EventIndex| {
            let mut most: f64 = 0.0;
            for &(entity, near) in &self.near {
                if self.takes_part(self.event, entity) && !self.takes_part(rival, entity) {
                    most = most.max(near);
                }
            }
            most
        };
        let start = if self.rivals.is_empty() {
            people
        } else {
            f64::INFINITY
        };
        self.rivals
            .iter()
            .map(|&rival| from(rival))
            .fold(start, f64::min)
    }

    /// A word that is this event's alone, or another's.
    fn by_word(&self, fit: &mut Fit) {
        let trigger = self.trigger;
        let only = |one: EventIndex| trigger.units.iter().any(|unit| unit[..] == [one]);
        if trigger.events.len() < 2 {
            return;
        }
        if only(self.event) {
            fit.score += 1.0;
            fit.distinct += 0.8;
        } else if trigger.events.iter().any(|&(other, _)| only(other)) {
            fit.score -= 1.0;
        }
    }

    /// All participants are there: more than one of several.
    fn by_all(&self, fit: &mut Fit) {
        let who = &self.story.events[self.event].who;
        let there = |who: &EntityIndex| {
            self.near
                .iter()
                .any(|(entity, near)| entity == who && *near >= 0.5)
        };
        if who.len() < 2 {
            return;
        }
        // «Lindqvist met Marin»: who is linked to the word is of another event, and one of its own is not there.
        let linked = || {
            self.near
                .iter()
                .any(|&(entity, near)| near >= 1.2 && self.is_rivals(entity))
        };
        if who.iter().all(there) {
            fit.score += 0.3;
        } else if linked() {
            fit.score -= 2.0;
        }
    }

    /// Its place, or one in it, stands in the sentence.
    fn by_place(&self, fit: &mut Fit) {
        let Some(place) = self.story.events[self.event].at else {
            return;
        };
        // Beside somebody who is of another event, the place may be that event's.
        let strangers = || self.near.iter().any(|&(entity, _)| self.is_rivals(entity));
        if fit.distinct <= 0.0 && strangers() {
            return;
        }
        let places = &self.scene.plan.places;
        // A place in it is its own as well, unless another event of the story was there.
        let others = |at: EntityIndex| {
            self.story.events.iter().any(|other| {
                other.at.is_some_and(|other| {
                    other != place && (places.holds(other, at) || places.holds(at, other))
                })
            })
        };
        let sentence = self.scene.words.of_sentence(self.trigger.sentence);
        let here = self.scene.entities_in(sentence).any(|mention| {
            mention.entity == place
                || places.holds(place, mention.entity) && !others(mention.entity)
        });
        if !here {
            return;
        }
        fit.score += 0.5;
        let same = |&&(event, _): &&(EventIndex, f64)| self.story.events[event].at == Some(place);
        let unique = self.trigger.events.iter().filter(same).count() == 1;
        fit.distinct += if unique { 0.5 } else { 0.0 };
    }
}
