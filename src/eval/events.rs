//! Which event words of a source speak of which event of the story.
//!
//! In: words, names and values of a source. Out: an [`Instance`] for every event word, with the event it speaks of, or
//! the reason why that stays open. An instance goes to the event whose participants, words, place and time fit best in
//! its clause and sentence; «the meeting», «their talks» go to the event last spoken of. When two fit equally it stays
//! open: nothing is bound to it.

use std::ops::Range;

use super::scene::Scene;
use super::stem::stem;
use super::thesaurus;
use crate::rule::EventIndex;
use crate::rule::Story;
use crate::span::Part;

/// How an event word is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// «the meeting», «their talks», «Monday's talks».
    Definite,
    /// «a meeting», «two bombings».
    Indefinite,
    /// «talks».
    Bare,
    /// «met».
    Verb,
}

/// An event word at a place of a source.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    /// Word indices.
    pub(crate) words: Range<usize>,
    /// Sentence index.
    pub(crate) sentence: usize,
    /// Clause index.
    pub(crate) clause: usize,
    /// How it is introduced.
    pub(crate) form: Form,
    /// The event it speaks of.
    pub(crate) event: Option<EventIndex>,
    /// Whether participants, place or time in its own sentence decided.
    pub(crate) sure: bool,
    /// Whether it goes on with the one event of the sentence before: it may accuse though nothing beside it decides.
    pub(crate) carried: bool,
    /// Whether words link one of its people to it: «talks with Wang».
    pub(crate) linked: bool,
    /// Whether it is told as still to come: «is to meet», «will meet».
    pub(crate) planned: bool,
    /// Why it is another event of that kind than the story's, where words say so.
    pub(crate) other: Option<String>,
    /// Why `event` is what it is, for people.
    pub(crate) why: String,
}

/// The words of one event, as stems.
#[derive(Clone, Debug, Default)]
pub(crate) struct EventWords {
    /// The author's.
    pub(crate) own: Vec<Vec<String>>,
    /// Words for the same kind of event.
    pub(crate) others: Vec<String>,
    /// The author's single words, folded only.
    pub(crate) listed: Vec<String>,
}

impl EventWords {
    /// Prepares the words of an event.
    pub(crate) fn new(what: &[String]) -> Self {
        let own: Vec<Vec<String>> = what
            .iter()
            .map(|phrase| {
                super::words::fold(phrase)
                    .iter()
                    .map(|word| stem(word))
                    .collect()
            })
            .collect();
        let single: Vec<String> = own
            .iter()
            .filter(|phrase: &&Vec<String>| phrase.len() == 1)
            .map(|phrase| phrase[0].clone())
            .collect();
        Self {
            others: thesaurus::others(&single),
            listed: what
                .iter()
                .flat_map(|phrase| super::words::fold(phrase))
                .collect(),
            own,
        }
    }
}

/// Finds and resolves the event words of a scene.
pub(crate) fn read(scene: &mut Scene<'_>) {
    let found = triggers(scene);
    let mut resolver = Resolver::new(scene.story);
    let mut instances = Vec::with_capacity(found.len());
    let mut index = 0;
    while index < found.len() {
        let sentence = found[index].sentence;
        let end = found[index..].partition_point(|trigger| trigger.sentence == sentence) + index;
        let row = &found[index..end];
        for at in 0..row.len() {
            let instance = resolver.resolve(scene, row, at);
            // «was in», «travelling»: verbs of one event of the story, said of somebody else, are no event word here.
            let verb = row[at].form == Form::Verb || is_idle(scene.words.at(row[at].words.start));
            if verb && instance.event.is_none() && row[at].events.len() == 1 {
                continue;
            }
            resolver.remember(scene, &instance);
            instances.push(instance);
        }
        index = end;
    }
    // A second look at what came before the story's event was known: «the meeting» in a headline.
    let main = resolver.main(scene.story, &instances);
    for instance in &mut instances {
        if instance.event.is_none()
            && instance.other.is_none()
            && instance.form != Form::Indefinite
            && let Some(main) = main
            && found
                .iter()
                .find(|trigger| trigger.words == instance.words)
                .is_some_and(|trigger| trigger.events.iter().any(|&(event, _)| event == main))
            && !resolver.foreign(scene, instance, main)
            && instance.why == OPEN
        {
            instance.event = Some(main);
            instance.why = "the event the source is mainly about".to_owned();
        }
    }
    // «The trip»: of the events with this word, the only one whose participants the source names at all.
    for instance in &mut instances {
        if instance.event.is_some()
            || instance.other.is_some()
            || instance.form == Form::Indefinite
            || instance.why != OPEN
        {
            continue;
        }
        let Some(trigger) = found.iter().find(|trigger| trigger.words == instance.words) else {
            continue;
        };
        let mut named = trigger
            .events
            .iter()
            .map(|&(event, _)| event)
            .filter(|&event| resolver.named(scene, event));
        if let (Some(only), None) = (named.next(), named.next())
            && !resolver.foreign(scene, instance, only)
            && scene.story.events[only].who.len() == 1
        {
            instance.event = Some(only);
            instance.why =
                "the only event with this word whose participants the source names".to_owned();
        }
    }
    scene.main = main;
    scene.instances = instances;
}

const OPEN: &str = "nothing near it tells which event it is";

struct Trigger {
    words: Range<usize>,
    sentence: usize,
    clause: usize,
    form: Form,
    /// Events it may speak of, with the weight of the word: 1 the author's, less for a word of the same kind.
    events: Vec<(EventIndex, f64)>,
    /// Its words, each with the events that know it: «APEC summit» is two, and the first is of one event alone.
    units: Vec<Vec<EventIndex>>,
}

fn triggers(scene: &Scene<'_>) -> Vec<Trigger> {
    let mut found: Vec<Trigger> = Vec::new();
    let words = scene.words;
    let mut at = 0;
    while at < words.len() {
        if let Some(name) = scene.entities_in(at..at + 1).next()
            && name.words.len() > 1
        {
            at = name.words.end;
            continue;
        }
        let sentence = scene.sentence_of(at);
        let end = words.of_sentence(sentence).end;
        let mut events = Vec::new();
        let mut length = 0;
        // «planned», «planners» are no plan.
        let word = words.at(at);
        let agent = word.len() > 5 && (word.ends_with("er") || word.ends_with("ers"));
        let listed = agent
            && scene
                .plan
                .events
                .iter()
                .any(|event| event.listed.iter().any(|known| known == word));
        if matches!(word, "planned" | "scheduled" | "expected" | "proposed") || (agent && !listed) {
            at += 1;
            continue;
        }
        let here = stem(words.at(at));
        for (event, own) in scene.plan.events.iter().enumerate() {
            let phrase = own
                .own
                .iter()
                .filter(|phrase| {
                    phrase.first() == Some(&here)
                        && at + phrase.len() <= end
                        && phrase
                            .iter()
                            .enumerate()
                            .skip(1)
                            .all(|(k, want)| stem(words.at(at + k)) == *want)
                })
                .map(Vec::len)
                .max();
            if let Some(len) = phrase {
                length = length.max(len);
                #[allow(clippy::cast_precision_loss)] // a handful of words
                events.push((event, 1.0 + 0.2 * (len - 1) as f64));
            } else if own.others.contains(&here) {
                length = length.max(1);
                events.push((event, 0.6));
            }
        }
        if events.is_empty() {
            at += 1;
            continue;
        }
        // A word that an author listed is first of all that event's.
        let listed = events.iter().any(|&(_, weight)| weight >= 1.0);
        let unit: Vec<EventIndex> = events
            .iter()
            .filter(|&&(_, weight)| !listed || weight >= 1.0)
            .map(|&(event, _)| event)
            .collect();
        let range = at..at + length;
        at = range.end;
        // «went on for eight hours» tells how long, not where to.
        if matches!(words.near(range.end - 1, 1), "for") && words.at(range.end - 1) == "on" {
            continue;
        }
        // «bomb attack» is one.
        if let Some(last) = found.last_mut()
            && last.words.end == range.start
            && last.sentence == sentence
            && words.gap(range.start) <= super::words::Gap::Hyphen
            && last.form != Form::Verb
        {
            last.words.end = range.end;
            last.units.push(unit);
            for (event, weight) in events {
                if let Some(known) = last.events.iter_mut().find(|(known, _)| *known == event) {
                    known.1 = known.1.max(weight);
                } else {
                    last.events.push((event, weight));
                }
            }
            continue;
        }
        let form = form(scene, range.start);
        found.push(Trigger {
            form,
            sentence,
            clause: scene.clause_of(range.start),
            words: range,
            units: vec![unit],
            events,
        });
    }
    found
}

const VERBS: &[&str] = &[
    "met",
    "meets",
    "visited",
    "visits",
    "struck",
    "hit",
    "exploded",
    "detonated",
    "crashed",
    "spoke",
    "talked",
    "sat",
    "flew",
    "flies",
    "arrived",
    "killed",
    "shot",
    "received",
    "receives",
    "hosted",
    "hosts",
    "welcomed",
    "invited",
    "signed",
    "left",
    "travelled",
    "traveled",
    "sank",
    "capsized",
    "erupted",
    "burned",
    "burnt",
    "opened",
    "held",
];

fn form(scene: &Scene<'_>, at: usize) -> Form {
    let words = scene.words;
    let word = words.at(at);
    if VERBS.contains(&word) {
        return Form::Verb;
    }
    for back in 1..=7 {
        let before = words.near(at, -back);
        if before.is_empty() {
            break;
        }
        let index = at - back.unsigned_abs();
        match before {
            "the" | "this" | "that" | "these" | "those" | "their" | "his" | "her" | "its"
            | "our" | "s" | "both" | "whose" => return Form::Definite,
            _ if words.gap(index + 1) == super::words::Gap::Hyphen => {}
            "a" | "an" | "another" | "some" | "several" | "two" | "three" | "one" | "any"
            | "no" | "other" => {
                return Form::Indefinite;
            }
            "to" | "will" | "would" | "may" | "might" | "can" | "could" | "should" | "not"
            | "did" | "didnt"
                if back == 1 =>
            {
                return Form::Verb;
            }
            "of" | "with" | "in" | "at" | "for" | "on" | "by" | "from" | "to" | "and" | "after"
            | "before" | "during" | "held" | "into" | "as" | "hold" | "holds" | "has" | "had"
            | "have" | "was" | "is" => return Form::Bare,
            _ => {}
        }
        if words.gap(index + 1) >= super::words::Gap::Comma {
            break;
        }
    }
    Form::Bare
}

/// Verbs of being and going, which say nothing of which event it is.
fn is_idle(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "were"
            | "been"
            | "came"
            | "come"
            | "comes"
            | "coming"
            | "go"
            | "goes"
            | "going"
            | "went"
            | "gone"
            | "travelling"
            | "traveling"
            | "travel"
            | "leave"
            | "leaves"
            | "leaving"
            | "heading"
            | "seen"
            | "saw"
            | "see"
    )
}

/// «is to meet», «will hold talks», «due to visit».
fn planned(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    let words = scene.words;
    let at = trigger.words.start;
    let reach = if trigger.form == Form::Verb { 2 } else { 5 };
    (1..=reach).any(|back| match words.near(at, -back) {
        "will" => true,
        "to" => {
            matches!(
                words.near(at, -back - 1),
                "is" | "are"
                    | "due"
                    | "set"
                    | "expected"
                    | "scheduled"
                    | "plans"
                    | "planned"
                    | "hopes"
                    | "wants"
                    | "about"
                    | "going"
            ) && back <= 2
        }
        _ => false,
    }) && VERBS.iter().all(|verb| *verb != words.at(at))
}

/// What has been spoken of so far.
struct Resolver<'s> {
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

impl<'s> Resolver<'s> {
    fn new(story: &'s Story) -> Self {
        Self {
            story,
            recent: Vec::new(),
        }
    }

    fn remember(&mut self, scene: &Scene<'_>, instance: &Instance) {
        if let (Some(event), None) = (instance.event, &instance.other)
            && scene.part(instance.sentence) != Part::Caption
        {
            self.recent
                .push((event, instance.sentence, instance.sure || instance.carried));
        }
    }

    fn resolve(&self, scene: &Scene<'_>, row: &[Trigger], at: usize) -> Instance {
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
            other: super::background::other(scene, trigger.words.clone(), trigger.form),
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
        let own_people = self.story.events[best.event].who.len();
        #[allow(clippy::cast_precision_loss)] // a handful of people
        let half = 0.5 * own_people as f64;
        if best.distinct >= 0.6 && margin >= 0.3 && best.score > 0.8 {
            instance.event = Some(best.event);
            instance.sure = true;
            instance.why =
                "participants, place or words near it are those of this event".to_owned();
        } else if alone
            && best.score > 0.3
            && (best.people >= half
                || (own_people == 1
                    && !best.foreign
                    && !scene.acts(self.story.events[best.event].who[0])
                    && self.named(scene, best.event)))
        {
            instance.event = Some(best.event);
            instance.sure = true;
            instance.why = "the only event of the story with this word".to_owned();
        } else if best.distinct >= 0.6 && margin < 0.3 {
            instance.why = format!(
                "it fits «{}» and «{}» alike",
                self.story.events[best.event].id,
                second.map_or("", |second| self.story.events[second.event].id.as_str()),
            );
            return instance;
        } else if best.distinct >= 0.3
            && margin >= 0.3
            && best.score > 0.6
            && instance.other.is_none()
        {
            instance.event = Some(best.event);
            instance.why = "a participant stands in its sentence".to_owned();
        } else if alone
            && !best.foreign
            && trigger.form != Form::Verb
            && own_people <= 1
            && trigger.events[0].1 >= 1.0
            && instance.other.is_none()
        {
            // The word is no other event's: enough to agree, not to accuse.
            instance.event = Some(best.event);
            instance.why = "no other event of the story has this word".to_owned();
        } else if trigger.form != Form::Indefinite && instance.other.is_none() {
            self.from_discourse(trigger, &fits, &mut instance);
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
            && instance
                .other
                .as_deref()
                .is_some_and(super::background::is_soft)
        {
            instance.other = None;
        }
        if let Some(event) = instance.event
            && instance.other.is_none()
        {
            instance.other = super::background::elsewhere(scene, &instance, event);
        }
        instance
    }

    /// «the meeting» is the one last spoken of.
    fn from_discourse(&self, trigger: &Trigger, fits: &[Fit], instance: &mut Instance) {
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
        instance.why = "the event last spoken of".to_owned();
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
        // Beside somebody who is of another event, the place may be that event's.
        let strangers = seen.iter().any(|&(entity, _)| {
            !of(event, entity) && rivals.iter().any(|&rival| of(rival, entity))
        });
        if let Some(place) = known.at
            && (fit.distinct > 0.0 || !strangers)
        {
            let sentence = scene.words.of_sentence(trigger.sentence);
            let here = scene
                .entities_in(sentence)
                .any(|mention| mention.entity == place);
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
    fn named(&self, scene: &Scene<'_>, event: EventIndex) -> bool {
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
    fn main(&self, story: &Story, instances: &[Instance]) -> Option<EventIndex> {
        let mut weights = vec![0.0f64; story.events.len()];
        for instance in instances {
            if let (Some(event), None) = (instance.event, &instance.other) {
                #[allow(clippy::cast_precision_loss)] // sentence numbers are small
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
    fn foreign(&self, scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
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

/// The people around an event word, with how near they stand to it: more than 1 if words link them, less across
/// clauses and other event words, and those that «the two», «they», «he» stand for.
fn near_people(scene: &Scene<'_>, row: &[Trigger], at: usize) -> Vec<(usize, f64)> {
    let trigger = &row[at];
    let words = scene.words;
    let sentence = words.of_sentence(trigger.sentence);
    let mut found = Vec::new();
    for mention in scene.entities_in(sentence.clone()) {
        if !scene.acts(mention.entity)
            && scene
                .story
                .events
                .iter()
                .all(|event| !event.who.contains(&mention.entity))
        {
            continue;
        }
        let before = mention.words.end <= trigger.words.start;
        // «Blinken's envoy» is not Blinken.
        let end = mention.words.end;
        let owner = words.near(end.saturating_sub(1), 1) == "s"
            && words.gap(end) == super::words::Gap::Apostrophe
            && !(end + 1..(end + 5).min(sentence.end))
                .take_while(|&i| words.gap(i) <= super::words::Gap::Hyphen)
                .any(|i| {
                    row.iter().any(|other| other.words.start == i)
                        || scene.entities_in(i..i + 1).next().is_some()
                        || words.gap(i + 1) >= super::words::Gap::Comma
                });
        let (from, to) = if before {
            (mention.words.end, trigger.words.start)
        } else {
            (trigger.words.end, mention.words.start)
        };
        let between = row
            .iter()
            .filter(|other| other.words.start >= from && other.words.end <= to)
            .count();
        let crossed = (from..=to).any(|i| {
            i < words.len() && i > from.min(to) && words.gap(i) >= super::words::Gap::Break
        });
        let same = scene.clause_of(mention.words.start) == trigger.clause;
        let relative = before
            && (from..to).any(|i| {
                matches!(words.at(i), "who" | "whose")
                    && scene
                        .entities_in(from..i)
                        .any(|between| between.entity != mention.entity)
            });
        let near = if owner || relative {
            0.3
        } else if linked(scene, trigger, from..to, before) {
            1.3
        } else if between > 0 {
            // «X received Y for a meeting»: a verb's subject goes on.
            let verb = row
                .iter()
                .filter(|other| other.words.start >= from && other.words.end <= to)
                .all(|other| other.form == Form::Verb);
            if before && verb && same && !crossed {
                0.6
            } else if before || verb {
                0.35
            } else {
                0.15
            }
        } else if crossed {
            0.4
        } else if same {
            1.0
        } else {
            0.7
        };
        found.push((mention.entity, near));
    }
    // «before he flies»: whom the sentence began with, and nobody else who stands before.
    let at = trigger.words.start;
    if trigger.form == Form::Verb && matches!(words.near(at, -1), "he" | "she") {
        let first = scene
            .entities_in(sentence.start..at)
            .find(|mention| scene.acts(mention.entity))
            .map(|mention| mention.entity);
        if let Some(first) = first {
            found.retain(|&(entity, _)| entity == first);
            found.push((first, 1.0));
        }
    }
    pronouns(scene, trigger, &mut found);
    found
}

/// Who stands right before a verb: «Qin Gang will fly».
fn subject(scene: &Scene<'_>, trigger: &Trigger) -> Option<usize> {
    if trigger.form != Form::Verb {
        return None;
    }
    let words = scene.words;
    let sentence = words.of_sentence(trigger.sentence);
    let mut at = trigger.words.start;
    while at > sentence.start
        && matches!(
            words.at(at - 1),
            "will"
                | "has"
                | "had"
                | "have"
                | "would"
                | "also"
                | "later"
                | "then"
                | "to"
                | "is"
                | "may"
        )
    {
        at -= 1;
    }
    scene
        .entities_in(sentence.start..at)
        .last()
        .filter(|mention| mention.words.end == at && scene.acts(mention.entity))
        .map(|mention| mention.entity)
}

/// «Xi-Blinken meeting», «talks with Wang», «meeting between Xi and Blinken», «met Xi».
fn linked(scene: &Scene<'_>, trigger: &Trigger, between: Range<usize>, before: bool) -> bool {
    let words = scene.words;
    if before && trigger.form == Form::Verb {
        return between.len() <= 1
            && between
                .clone()
                .all(|i| matches!(words.at(i), "has" | "had" | "also" | "later"));
    }
    if before {
        // Only names, hyphens, «and», possessives and adjectives of the event itself.
        return between.len() <= 4
            && between.clone().all(|i| {
                matches!(words.at(i), "and" | "s")
                    || scene.entities_in(i..i + 1).next().is_some()
                    || (trigger.form != Form::Verb
                        && i + 1 >= trigger.words.start.saturating_sub(2)
                        && words.at(i).len() > 3)
            })
            && (trigger.form == Form::Verb
                || between.is_empty()
                || words.at(between.start) == "s"
                || words.gap(between.end) <= super::words::Gap::Apostrophe)
            && trigger.form != Form::Verb;
    }
    if between.is_empty() {
        return true;
    }
    if between.len() > 14 {
        return false;
    }
    let link = between
        .clone()
        .any(|i| matches!(words.at(i), "with" | "between" | "of" | "by"));
    let clean = between.clone().all(|i| {
        let word = words.at(i);
        !matches!(
            word,
            "after"
                | "before"
                | "while"
                | "when"
                | "who"
                | "which"
                | "that"
                | "said"
                | "says"
                | "but"
                | "as"
                | "to"
                | "came"
                | "followed"
                | "ahead"
                | "following"
                | "for"
                | "hours"
                | "had"
                | "has"
        ) && words.gap(i) < super::words::Gap::Break
    });
    clean && (link || (trigger.form == Form::Verb && between.len() <= 8))
}

/// Adds those whom «the two», «they», «both», «he» stand for.
fn pronouns(scene: &Scene<'_>, trigger: &Trigger, found: &mut Vec<(usize, f64)>) {
    let words = scene.words;
    let sentence = words.of_sentence(trigger.sentence);
    if trigger.sentence == 0 {
        return;
    }
    let mut pair = false;
    let mut one = false;
    for i in sentence.clone() {
        match words.at(i) {
            "they" | "their" | "pair" | "both" => pair = true,
            "two" if matches!(words.near(i, -1), "the" | "these") => pair = true,
            "he" | "she" | "his" | "her" | "him" => one = true,
            _ => {}
        }
    }
    if !pair && !one {
        return;
    }
    let before = words.of_sentence(trigger.sentence - 1);
    let mut people: Vec<usize> = scene
        .entities_in(before)
        .filter(|mention| scene.acts(mention.entity))
        .map(|mention| mention.entity)
        .collect();
    people.dedup();
    let mut distinct = people.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if pair && distinct.len() == 2 {
        for entity in distinct {
            if !found.iter().any(|&(known, _)| known == entity) {
                found.push((entity, 0.8));
            }
        }
    } else if one
        && let Some(&first) = people.first()
        && !found.iter().any(|&(known, _)| known == first)
    {
        found.push((first, 0.5));
    }
}
