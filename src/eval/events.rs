//! Which event words of a source speak of which event of the story.
//!
//! In: words, names and values of a source. Out: an [`Instance`] for every event word, with the event it speaks of, or
//! the reason why that stays open. An instance goes to the event whose participants, words, place and time fit best in
//! its clause and sentence; «the meeting», «their talks» go to the event last spoken of. When two fit equally it stays
//! open: nothing is bound to it.

use std::ops::Range;

use super::called_off;
use super::resolve::Resolver;
use super::scene::Scene;
use super::set_phrase;
use super::slots;
use super::stem::stem;
use super::thesaurus;
use crate::rule::EventIndex;
use crate::value::Value;

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
}

impl EventWords {
    /// Prepares the words of an event.
    pub(crate) fn new(what: &[String]) -> Self {
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

pub(crate) struct Trigger {
    pub(crate) words: Range<usize>,
    pub(crate) sentence: usize,
    pub(crate) clause: usize,
    pub(crate) form: Form,
    /// Events it may speak of, with the weight of the word: 1 the author's, less for a word of the same kind.
    pub(crate) events: Vec<(EventIndex, f64)>,
    /// Its words, each with the events that know it: «APEC summit» is two, and the first is of one event alone.
    pub(crate) units: Vec<Vec<EventIndex>>,
}

/// «found her guilty», «called the strike off»: the two words of a phrase, verb and predicate or particle, with the object of the
/// verb between them.
fn is_parted(scene: &Scene<'_>, at: usize, end: usize, phrase: &[String]) -> bool {
    const FARTHEST: usize = 5;
    let words = scene.words;
    let [first, second] = phrase else {
        return false;
    };
    if first != words.stem(at) || at + 2 >= end {
        return false;
    }
    let object = words.at(at + 1);
    let led = matches!(
        object,
        "him"
            | "her"
            | "it"
            | "them"
            | "the"
            | "a"
            | "an"
            | "his"
            | "their"
            | "its"
            | "all"
            | "both"
    ) || words.get(at + 1).is_some_and(|word| word.capital);
    let pronoun = matches!(object, "him" | "it" | "them");
    led && (at + 2..end.min(at + 1 + FARTHEST))
        .take_while(|&k| words.gap(k) < super::words::Gap::Comma)
        .take_while(|&k| !pronoun || k == at + 2)
        .find(|&k| words.stem(k) == second)
        .is_some_and(|k| {
            (at + 2..k).all(|between| {
                !matches!(
                    words.at(between),
                    "that"
                        | "who"
                        | "which"
                        | "to"
                        | "in"
                        | "on"
                        | "at"
                        | "for"
                        | "was"
                        | "were"
                        | "is"
                )
            })
        })
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
        // «on 15 March» is no march.
        if crate::value::month(word).is_some() && is_dated(scene, at) {
            at += 1;
            continue;
        }
        let here = words.stem(at);
        for (event, own) in scene.plan.events.iter().enumerate() {
            let phrase = own
                .own
                .iter()
                .filter(|phrase| {
                    phrase.first().is_some_and(|first| first == here)
                        && at + phrase.len() <= end
                        && phrase
                            .iter()
                            .enumerate()
                            .skip(1)
                            .all(|(k, want)| words.stem(at + k) == want)
                })
                .map(Vec::len)
                .max();
            let parted = || {
                own.own
                    .iter()
                    .any(|phrase| is_parted(scene, at, end, phrase))
            };
            if phrase.is_none() && parted() {
                length = length.max(1);
                events.push((event, 1.2));
            } else if let Some(len) = phrase {
                length = length.max(len);
                #[allow(clippy::cast_precision_loss)] // a handful of words
                events.push((event, 1.0 + 0.2 * (len - 1) as f64));
            } else if own.others.iter().any(|other| other == here) {
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
        if length == 1 && set_phrase::holds(words, range.start) {
            continue;
        }
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

/// Whether a word is part of a date.
fn is_dated(scene: &Scene<'_>, at: usize) -> bool {
    let Some(span) = scene.words.get(at).map(|word| word.span) else {
        return false;
    };
    let sentence = &scene.reading.sentences[scene.sentence_of(at)];
    scene
        .reading
        .mentions_of(sentence)
        .iter()
        .any(|mention| matches!(mention.value, Value::Date(_)) && mention.span.overlaps(span))
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

/// «is to meet», «will hold talks», «due to visit», «called off the 24-hour strike».
pub(crate) fn planned(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    let words = scene.words;
    let at = trigger.words.start;
    if trigger.form != Form::Verb && called_off::stands_before(scene, at) {
        return true;
    }
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
