//! Which event an event word speaks of.
//!
//! In: an event word, those beside it, what was spoken of before. Out: its event and how surely, or why it stays open.

use super::background;
use super::events::Form;
use super::events::Instance;
use super::events::OPEN;
use super::events::Trigger;
use super::events::planned;
use super::nearby::has_strange_subject;
use super::nearby::near_people;
use super::nearby::subject;
use super::other::Other;
use super::scene::Scene;
use super::series;
use crate::rule::EventIndex;
use crate::rule::Story;
use crate::span::Part;

/// What has been spoken of so far.
pub(crate) struct Resolver<'s> {
    story: &'s Story,
    /// Last resolved events with their sentence, newest last.
    recent: Vec<(EventIndex, usize, bool)>,
}

struct Fit {
    event: EventIndex,
    /// Participants, place, words.
    score: f64,
    /// What tells this event from the others.
    distinct: f64,
    /// How many participants are there.
    people: f64,
    /// Whether somebody of another event stands close by.
    foreign: bool,
}

/// The last of the sentences in which a report tells its news.
const NEWS: usize = 2;

/// How much better the best event must fit than the next.
const MARGIN: f64 = 0.3;

/// The events that fit as well as the best of `fits`, which stands first.
fn tied(fits: &[Fit]) -> impl Iterator<Item = EventIndex> {
    fits.iter()
        .filter(|fit| fits[0].score - fit.score < MARGIN)
        .map(|fit| fit.event)
}

impl<'s> Resolver<'s> {
    pub(crate) fn new(story: &'s Story) -> Self {
        Self {
            story,
            recent: Vec::new(),
        }
    }

    pub(crate) fn remember(&mut self, scene: &Scene<'_>, instance: &Instance) {
        if let (Some(event), None) = (instance.event, &instance.other)
            && scene.part(instance.sentence) != Part::Caption
        {
            self.recent
                .push((event, instance.sentence, instance.sure || instance.carried));
        }
    }

    pub(crate) fn resolve(&self, scene: &Scene<'_>, row: &[Trigger], at: usize) -> Instance {
        let trigger = &row[at];
        let mut instance = Instance {
            words: trigger.words.clone(),
            sentence: trigger.sentence,
            clause: trigger.clause,
            form: trigger.form,
            event: None,
            sure: false,
            carried: false,
            linked: false,
            planned: planned(scene, trigger),
            other: background::other(scene, trigger.words.clone(), trigger.form),
            candidates: trigger
                .events
                .iter()
                .filter(|&&(_, weight)| weight >= 1.0)
                .map(|&(event, _)| event)
                .collect(),
            why: OPEN.to_owned(),
        };
        let mut fits: Vec<Fit> = trigger
            .events
            .iter()
            .map(|&(event, weight)| self.fit(scene, row, at, event, weight))
            .collect();
        fits.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = &fits[0];
        let second = fits.get(1);
        let alone = fits.len() == 1;
        let margin = second.map_or(f64::INFINITY, |second| best.score - second.score);
        let who = &self.story.events[best.event].who;
        let own_people = who.len();
        // A country beside its king and his palace is one more name for who acts, not one more who must be there.
        let acting = who.iter().filter(|&&who| scene.acts(who)).count();
        #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
        let half = 0.5 * if acting > 0 { acting } else { own_people } as f64;
        if best.distinct >= 0.6 && margin >= MARGIN && best.score > 0.8 {
            instance.event = Some(best.event);
            instance.sure = true;
            "the people, place or words around it are those of this event"
                .clone_into(&mut instance.why);
        } else if alone
            && best.score > 0.3
            && !(half > 0.0 && has_strange_subject(scene, trigger))
            && (best.people >= half
                || (own_people == 1
                    && !best.foreign
                    && !scene.acts(self.story.events[best.event].who[0])
                    && self.named(scene, best.event)))
        {
            instance.event = Some(best.event);
            instance.sure = true;
            "no other event of the story has this word".clone_into(&mut instance.why);
        } else if let Some(event) = self.of_these_days(scene, trigger, &fits) {
            instance.event = Some(event);
            instance.sure = true;
            "of the events it fits alike, the one of the days when this was written"
                .clone_into(&mut instance.why);
            let ordinal = scene.words.near(trigger.words.start, -1);
            let tied: Vec<EventIndex> = tied(&fits).collect();
            if instance.other.as_ref().is_some_and(Other::is_ordinal)
                && series::is_placed(scene, &tied, event, ordinal)
            {
                instance.other = None;
            }
        } else if instance.other.is_none()
            && let Some(event) = self.of_the_news(scene, row, at, &fits)
        {
            instance.event = Some(event);
            instance.sure = trigger.sentence <= NEWS || trigger.form == Form::Definite;
            "of the events with this word, the one of the days when this was written"
                .clone_into(&mut instance.why);
        } else if best.distinct >= 0.6 && margin < MARGIN {
            instance.why = format!(
                "it fits «{}» and «{}» alike",
                self.story.events[best.event].id,
                second.map_or("", |second| self.story.events[second.event].id.as_str()),
            );
            return instance;
        } else if best.distinct >= 0.3
            && margin >= MARGIN
            && best.score > 0.6
            && instance.other.is_none()
        {
            instance.event = Some(best.event);
            "a participant stands in its sentence".clone_into(&mut instance.why);
        } else if alone
            && !best.foreign
            && trigger.form != Form::Verb
            && own_people <= 1
            && trigger.events[0].1 >= 1.0
            && instance.other.is_none()
        {
            // The word is no other event's: enough to agree, not to accuse.
            instance.event = Some(best.event);
            "no other event of the story has this word".clone_into(&mut instance.why);
        } else if trigger.form != Form::Indefinite && instance.other.is_none() {
            self.of_discourse(trigger, &fits, &mut instance);
        }
        if let (Some(event), Form::Definite) = (instance.event, trigger.form) {
            let last = trigger.sentence.saturating_sub(1);
            let near = |recent: &&(EventIndex, usize, bool)| recent.1 >= last;
            let mut before = self.recent.iter().filter(near).peekable();
            instance.carried |= before.peek().is_some()
                && before.clone().all(|recent| recent.0 == event)
                && before.any(|recent| recent.2);
        }
        if let Some(event) = instance.event {
            let who = &self.story.events[event].who;
            instance.linked = near_people(scene, row, at)
                .iter()
                .any(|&(entity, near)| near >= 1.2 && who.contains(&entity));
        }
        // «a similar meeting between the two»: with its own people it is the event, whatever it is like.
        if instance.sure
            && best.people >= 1.5
            && instance.other.as_ref().is_some_and(Other::is_soft)
        {
            instance.other = None;
        }
        if let Some(event) = instance.event
            && instance.other.is_none()
        {
            instance.other = super::elsewhere::elsewhere(scene, &instance, event);
        }
        instance
    }

    /// Of events that fit alike, the one that was news when the report was written, unless another was just spoken of.
    fn of_these_days(
        &self,
        scene: &Scene<'_>,
        trigger: &Trigger,
        fits: &[Fit],
    ) -> Option<EventIndex> {
        if fits[0].distinct < 0.6 || tied(fits).nth(1).is_none() {
            return None;
        }
        let events: Vec<EventIndex> = tied(fits).collect();
        let event = series::of_these_days(scene, trigger.sentence, None, &events)?;
        let reach = trigger.sentence.saturating_sub(2);
        self.recent
            .iter()
            .all(|recent| recent.1 < reach || recent.0 == event || !events.contains(&recent.0))
            .then_some(event)
    }

    /// «A quake struck Corsa province on Saturday», of a story with this quake and one of ten years before, where nobody takes
    /// part: the one that was news when the report was written, where the report is of the land it was in. Another may be brought in with «a» later on.
    fn of_the_news(
        &self,
        scene: &Scene<'_>,
        row: &[Trigger],
        at: usize,
        fits: &[Fit],
    ) -> Option<EventIndex> {
        let trigger = &row[at];
        let nobody = |fit: &Fit| self.story.events[fit.event].who.is_empty();
        if !fits.iter().all(nobody) || fits.iter().any(|fit| fit.distinct > 0.0) {
            return None;
        }
        let events: Vec<EventIndex> = tied(fits).collect();
        if events.len() < 2 || events.len() < fits.len() {
            return None;
        }
        if trigger.form == Form::Indefinite
            && (trigger.sentence > NEWS
                || self
                    .recent
                    .iter()
                    .any(|recent| recent.1 == trigger.sentence))
        {
            return None;
        }
        // «A quake shook Corsa on Saturday, where a quake struck five years ago»
        let own = |word: usize| {
            let far = |other: &Trigger| other.words.start.abs_diff(word);
            row.iter().all(|other| far(trigger) <= far(other))
        };
        let event = series::of_these_days(scene, trigger.sentence, Some(&own), &events)?;
        let at = self.story.events[event].at?;
        let so_far = 0..scene.words.of_sentence(trigger.sentence).end;
        let home = scene
            .entities_in(so_far)
            .any(|mention| scene.plan.places.holds(mention.entity, at));
        let reach = trigger.sentence.saturating_sub(2);
        let alone = self
            .recent
            .iter()
            .all(|recent| recent.1 < reach || recent.0 == event || !events.contains(&recent.0));
        (home && alone).then_some(event)
    }

    /// «the meeting» is the one last spoken of.
    fn of_discourse(&self, trigger: &Trigger, fits: &[Fit], instance: &mut Instance) {
        let possible =
            |event: EventIndex| fits.iter().any(|fit| fit.event == event && fit.score > 0.0);
        let reach = trigger.sentence.saturating_sub(4);
        let mut near = self
            .recent
            .iter()
            .rev()
            .take_while(|recent| recent.1 >= reach)
            .filter(|recent| possible(recent.0));
        let Some(&(event, sentence, _)) = near.next() else {
            return;
        };
        let rival = near.find(|recent| recent.0 != event && recent.1 == sentence);
        if let Some(&(rival, ..)) = rival {
            instance.why = format!(
                "it can be «{}» as well as «{}», both spoken of just before",
                self.story.events[event].id, self.story.events[rival].id
            );
            return;
        }
        instance.event = Some(event);
        "the event last spoken of".clone_into(&mut instance.why);
        let before = |back: u32| {
            let at = trigger.sentence.checked_sub(back as usize);
            self.recent
                .iter()
                .filter(move |recent| Some(recent.1) == at)
        };
        let mut last = before(0).chain(before(1));
        let alone = last.all(|&(found, ..)| found == event);
        let sure = before(0).chain(before(1)).any(|recent| recent.2);
        instance.carried = alone && sure && trigger.form == Form::Definite;
    }

    fn fit(
        &self,
        scene: &Scene<'_>,
        row: &[Trigger],
        at: usize,
        event: EventIndex,
        weight: f64,
    ) -> Fit {
        let trigger = &row[at];
        let known = &self.story.events[event];
        let mut fit = Fit {
            event,
            score: weight,
            distinct: 0.0,
            people: 0.0,
            foreign: false,
        };
        let rivals: Vec<EventIndex> = self.rivals(trigger, event);
        let of = |event: EventIndex, entity: usize| self.story.events[event].who.contains(&entity);
        let mut seen: Vec<(usize, f64)> = Vec::new();
        for (entity, near) in near_people(scene, row, at) {
            match seen.iter_mut().find(|(known, _)| *known == entity) {
                Some(known) => known.1 = known.1.max(near),
                None => seen.push((entity, near)),
            }
        }
        // Whoever stands right before a verb does it.
        if let Some(subject) = subject(scene, trigger)
            && !of(event, subject)
            && !known.who.is_empty()
        {
            fit.score -= 2.0;
        }
        let mut foreign = false;
        for &(entity, near) in &seen {
            if of(event, entity) {
                let shared = !rivals.is_empty() && rivals.iter().all(|&rival| of(rival, entity));
                fit.score += near * if shared { 0.3 } else { 1.0 };
                fit.people += near.min(1.0);
            } else if rivals.iter().any(|&rival| of(rival, entity)) {
                fit.score -= if near >= 1.2 { 1.2 } else { 0.5 * near };
                foreign |= near >= 0.9;
            }
        }
        // What tells it from each rival: a participant that the rival does not have.
        fit.distinct = rivals
            .iter()
            .map(|&rival| {
                seen.iter()
                    .filter(|&&(entity, _)| of(event, entity) && !of(rival, entity))
                    .map(|&(_, near)| near)
                    .fold(0.0, f64::max)
            })
            .fold(
                if rivals.is_empty() {
                    fit.people
                } else {
                    f64::INFINITY
                },
                f64::min,
            );
        // A word that is this event's alone, or another's.
        let only = |one: EventIndex| trigger.units.iter().any(|unit| unit[..] == [one]);
        if trigger.events.len() > 1 {
            if only(event) {
                fit.score += 1.0;
                fit.distinct += 0.8;
            } else if trigger.events.iter().any(|&(other, _)| only(other)) {
                fit.score -= 1.0;
            }
        }
        fit.foreign = foreign;
        if fit.distinct <= 0.0 && foreign {
            // Somebody else's event: place and words don't make it this one.
            fit.score -= 1.0;
            return fit;
        }
        // All participants are there: more than one of several.
        let there = |who: &usize| {
            seen.iter()
                .any(|(entity, near)| entity == who && *near >= 0.5)
        };
        if known.who.len() > 1 && known.who.iter().all(there) {
            fit.score += 0.3;
        }
        // «Lindqvist met Marin»: who is linked to the word is of another event, and one of its own is not there.
        let linked = seen.iter().any(|&(entity, near)| {
            near >= 1.2 && !of(event, entity) && rivals.iter().any(|&rival| of(rival, entity))
        });
        if linked && known.who.len() > 1 && !known.who.iter().all(there) {
            fit.score -= 2.0;
        }
        // Beside somebody who is of another event, the place may be that event's.
        let strangers = seen.iter().any(|&(entity, _)| {
            !of(event, entity) && rivals.iter().any(|&rival| of(rival, entity))
        });
        if let Some(place) = known.at
            && (fit.distinct > 0.0 || !strangers)
        {
            let sentence = scene.words.of_sentence(trigger.sentence);
            // A place in it is its own as well, unless another event of the story was there.
            let others = |at: usize| {
                self.story.events.iter().any(|other| {
                    other.at.is_some_and(|other| {
                        other != place
                            && (scene.plan.places.holds(other, at)
                                || scene.plan.places.holds(at, other))
                    })
                })
            };
            let here = scene.entities_in(sentence).any(|mention| {
                mention.entity == place
                    || scene.plan.places.holds(place, mention.entity) && !others(mention.entity)
            });
            if here {
                fit.score += 0.5;
                let same =
                    |&&(event, _): &&(EventIndex, f64)| self.story.events[event].at == Some(place);
                let unique = trigger.events.iter().filter(same).count() == 1;
                fit.distinct += if unique { 0.5 } else { 0.0 };
            }
        }
        fit
    }

    /// Whether all participants of an event are named anywhere in the source.
    pub(crate) fn named(&self, scene: &Scene<'_>, event: EventIndex) -> bool {
        let named = |who: &usize| scene.entities.iter().any(|mention| mention.entity == *who);
        self.story.events[event].who.iter().all(named)
    }

    /// Events that the word may be of as well, and for an event of several people those that share one with it.
    fn rivals(&self, trigger: &Trigger, event: EventIndex) -> Vec<EventIndex> {
        let who = &self.story.events[event].who;
        (0..self.story.events.len())
            .filter(|&other| {
                let others = &self.story.events[other].who;
                other != event
                    && *others != *who
                    && (trigger.events.iter().any(|&(known, _)| known == other)
                        || ((trigger.events.len() == 1 || who.len() > 1)
                            && others.len() > 1
                            && others.iter().any(|one| who.contains(one))))
            })
            .collect()
    }

    /// The event the source is mainly about: the one that headline and first sentences speak of most.
    pub(crate) fn main(story: &Story, instances: &[Instance]) -> Option<EventIndex> {
        let mut weights = vec![0.0f64; story.events.len()];
        for instance in instances {
            if let (Some(event), None) = (instance.event, &instance.other) {
                #[expect(clippy::cast_precision_loss, reason = "sentence numbers are small")]
                let early = 1.0 / (1.0 + instance.sentence as f64 / 3.0);
                weights[event] += early + 0.1;
            }
        }
        let (best, weight) = weights
            .iter()
            .copied()
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        (weight > 0.0).then_some(best)
    }

    /// Whether a participant of another event, and none of `event`, stands in the sentence.
    pub(crate) fn foreign(
        &self,
        scene: &Scene<'_>,
        instance: &Instance,
        event: EventIndex,
    ) -> bool {
        let sentence = scene.words.of_sentence(instance.sentence);
        let who = &self.story.events[event].who;
        let mut people = scene
            .entities_in(sentence)
            .filter(|mention| {
                self.story
                    .events
                    .iter()
                    .any(|event| event.who.contains(&mention.entity))
            })
            .peekable();
        people.peek().is_some() && people.any(|mention| !who.contains(&mention.entity))
    }
}
