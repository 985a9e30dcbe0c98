//! Which event words of a source speak of which event of the story.
//!
//! In: words, names and values of a source. Out: an [`Instance`] for every event word, with the event it speaks of, or
//! the reason why that stays open. An instance goes to the event whose participants, words, place and time fit best in
//! its clause and sentence; «the meeting», «their talks» go to the event last spoken of. When two fit equally it stays
//! open: nothing is bound to it.

mod trigger;

use std::ops::Range;

pub(crate) use self::trigger::Trigger;
use self::trigger::is_idle;
pub(crate) use self::trigger::planned;
use self::trigger::triggers;
use super::other::Other;
use super::resolve::Resolver;
use super::scene::Scene;
use super::slots;
use super::stem::stem;
use super::thesaurus;
use crate::rule::EventIndex;

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
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
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
    pub(crate) other: Option<Other>,
    /// Events whose own words it is.
    pub(crate) candidates: Vec<EventIndex>,
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
    /// Whether one of its participants is enough to tell it: «Boeing's strike», not «Biden's meeting».
    pub(crate) one_sided: bool,
    /// Whether it takes somebody from place to place.
    pub(crate) travels: bool,
}

impl EventWords {
    /// Prepares the words of an event; `on_a_thing`: whether one of its participants is a thing, such as a bill.
    pub(crate) fn new(what: &[String], on_a_thing: bool) -> Self {
        let own: Vec<Vec<String>> = what
            .iter()
            .map(|phrase| {
                super::words::fold(phrase)
                    .iter()
                    .map(|word| stem(word).into_owned())
                    .collect()
            })
            .collect();
        let single: Vec<String> = own
            .iter()
            .filter(|phrase: &&Vec<String>| phrase.len() == 1)
            .map(|phrase| phrase[0].clone())
            .collect();
        Self {
            one_sided: thesaurus::is_one_sided(&single),
            travels: thesaurus::is_travel(&own),
            others: thesaurus::others(&single, on_a_thing),
            listed: what
                .iter()
                .flat_map(|phrase| super::words::fold(phrase))
                .collect(),
            own,
        }
    }

    /// Whether a stem is in one of the author's words.
    pub(crate) fn has_own(&self, stem: &str) -> bool {
        self.own.iter().flatten().any(|own| own == stem)
    }

    /// Whether a stem is in one of the author's words, or in one for the same kind of event.
    pub(crate) fn has(&self, stem: &str) -> bool {
        self.has_own(stem) || self.others.iter().any(|other| other == stem)
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
            let mut instance = resolver.resolve(scene, row, at);
            by_slots(scene, &mut instance);
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
    let main = Resolver::main(scene.story, &instances);
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
            "the event the source is mainly about".clone_into(&mut instance.why);
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
            && (!resolver.foreign(scene, instance, only) || plain(scene, instance, only))
            && (scene.story.events[only].who.len() == 1 || both(scene, instance))
        {
            instance.event = Some(only);
            instance.sure |= plain(scene, instance, only) || both(scene, instance);
            "the only event with this word whose participants the source names"
                .clone_into(&mut instance.why);
        }
    }
    scene.main = main;
    scene.instances = instances;
}

/// «During the visit Cho gave Dvorin …»: «the» one, nobody's by name, in a sentence that names all its people.
fn plain(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    scene.words.near(instance.words.start, -1) == "the"
        && scene.story.events[event].who.iter().all(|who| {
            scene
                .entities_in(scene.words.of_sentence(instance.sentence))
                .any(|mention| mention.entity == *who)
        })
}

/// «the two men's talks», «their meeting»: whose it is stands for both.
fn both(scene: &Scene<'_>, instance: &Instance) -> bool {
    let words = scene.words;
    let at = instance.words.start;
    words.near(at, -1) == "s"
        && words.near(at, -3) == "two"
        && matches!(
            words.near(at, -2),
            "men" | "women" | "leaders" | "presidents"
        )
        && words.near(at, -4) == "the"
}

/// What stays open is told by who stands in the word's own slots: subject, object, possessor.
fn by_slots(scene: &Scene<'_>, instance: &mut Instance) {
    if instance.event.is_some() || instance.other.is_some() || instance.why != OPEN {
        return;
    }
    let mut owned = instance.candidates.iter().copied().filter(|&event| {
        !scene.story.events[event].who.is_empty() && slots::own(scene, instance, event)
    });
    if let (Some(event), None) = (owned.next(), owned.next()) {
        instance.event = Some(event);
        instance.sure = true;
        instance.other = super::elsewhere::elsewhere(scene, instance, event);
        "who does it or bears it is this event's".clone_into(&mut instance.why);
    }
}

pub(crate) const OPEN: &str = "nothing near it tells which event it is";
