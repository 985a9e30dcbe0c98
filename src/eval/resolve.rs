//! Which event an event word speaks of.
//!
//! In: an event word, those beside it, what was spoken of before. Out: its event and how surely, or why it stays open.

mod fit;

use self::fit::Fit;
use self::fit::MARGIN;
use self::fit::fit;
use self::fit::margin;
use self::fit::tied;
use super::background;
use super::events::Form;
use super::events::Instance;
use super::events::OPEN;
use super::events::Trigger;
use super::events::planned;
use super::nearby::has_strange_subject;
use super::nearby::near_people;
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

/// The last of the sentences in which a report tells its news.
const NEWS: usize = 2;

/// The event that a word was taken for.
struct Taken {
    event: EventIndex,
    sure: bool,
    why: &'static str,
}

impl Instance {
    fn take(&mut self, taken: &Taken) {
        self.event = Some(taken.event);
        self.sure = taken.sure;
        taken.why.clone_into(&mut self.why);
    }
}

/// An event word of which nothing is known but itself.
fn unresolved(scene: &Scene<'_>, trigger: &Trigger) -> Instance {
    Instance {
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
    }
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

    /// The event that an event word speaks of, how surely, and what keeps it from being that.
    pub(crate) fn resolve(&self, scene: &Scene<'_>, row: &[Trigger], at: usize) -> Instance {
        let trigger = &row[at];
        let mut instance = unresolved(scene, trigger);
        let mut fits: Vec<Fit> = trigger
            .events
            .iter()
            .map(|&(event, weight)| {
                let rivals = self.rivals(trigger, event);
                fit(scene, row, at, event, weight, rivals)
            })
            .collect();
        fits.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = &fits[0];
        if let Some(taken) = self.surely(scene, trigger, &fits) {
            instance.take(&taken);
        } else if let Some(event) = self.of_these_days(scene, trigger, &fits) {
            instance.take(&Taken {
                event,
                sure: true,
                why: "of the events it fits alike, the one of the days when this was written",
            });
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
            instance.take(&Taken {
                event,
                sure: trigger.sentence <= NEWS || trigger.form == Form::Definite,
                why: "of the events with this word, the one of the days when this was written",
            });
        } else if best.distinct >= 0.6 && margin(&fits) < MARGIN {
            let id = |fit: &Fit| self.story.events[fit.event].id.as_str();
            let second = fits.get(1).map_or("", id);
            instance.why = format!("it fits «{}» and «{second}» alike", id(best));
        } else if instance.other.is_none() {
            if let Some(taken) = self.perhaps(trigger, &fits) {
                instance.take(&taken);
            } else if trigger.form != Form::Indefinite {
                self.of_discourse(trigger, &fits, &mut instance);
            }
        }
        // «a similar meeting between the two»: with its own people it is the event, whatever it is like.
        if instance.sure
            && best.people >= 1.5
            && instance.other.as_ref().is_some_and(Other::is_soft)
        {
            instance.other = None;
        }
        if let Some(event) = instance.event {
            instance.carried |= trigger.form == Form::Definite && self.goes_on(trigger, event);
            let who = &self.story.events[event].who;
            instance.linked = near_people(scene, row, at)
                .iter()
                .any(|&(entity, near)| near >= 1.2 && who.contains(&entity));
            if instance.other.is_none() {
                instance.other = super::elsewhere::elsewhere(scene, &instance, event);
            }
        }
        instance
    }

    /// The event that the people, the place or the words around a word tell, or the only one of the word.
    fn surely(&self, scene: &Scene<'_>, trigger: &Trigger, fits: &[Fit]) -> Option<Taken> {
        let best = &fits[0];
        let taken = |why| Taken {
            event: best.event,
            sure: true,
            why,
        };
        if best.distinct >= 0.6 && margin(fits) >= MARGIN && best.score > 0.8 {
            return Some(taken(
                "the people, place or words around it are those of this event",
            ));
        }
        let who = &self.story.events[best.event].who;
        // A country beside its king and his palace is one more name for who acts, not one more who must be there.
        let acting = who.iter().filter(|&&who| scene.acts(who)).count();
        #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
        let half = 0.5 * if acting > 0 { acting } else { who.len() } as f64;
        // «the ferry», of an event in which nobody acts: to be named in the report is enough.
        let named = || {
            who.len() == 1 && !best.foreign && !scene.acts(who[0]) && self.named(scene, best.event)
        };
        let alone = fits.len() == 1
            && best.score > 0.3
            && !(half > 0.0 && has_strange_subject(scene, trigger))
            && (best.people >= half || named());
        alone.then(|| taken("no other event of the story has this word"))
    }

    /// The event that a word may be of: enough to agree, not to accuse.
    fn perhaps(&self, trigger: &Trigger, fits: &[Fit]) -> Option<Taken> {
        let best = &fits[0];
        let taken = |why| Taken {
            event: best.event,
            sure: false,
            why,
        };
        if best.distinct >= 0.3 && margin(fits) >= MARGIN && best.score > 0.6 {
            return Some(taken("a participant stands in its sentence"));
        }
        let alone = fits.len() == 1
            && !best.foreign
            && trigger.form != Form::Verb
            && self.story.events[best.event].who.len() <= 1
            && trigger.events[0].1 >= 1.0;
        alone.then(|| taken("no other event of the story has this word"))
    }

    /// Whether all that was spoken of since the sentence before is `event`, and surely so once.
    fn goes_on(&self, trigger: &Trigger, event: EventIndex) -> bool {
        let last = trigger.sentence.saturating_sub(1);
        let near = |recent: &&(EventIndex, usize, bool)| recent.1 >= last;
        let before = || self.recent.iter().filter(near);
        before().all(|recent| recent.0 == event) && before().any(|recent| recent.2)
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
