//! Event words in a source, before it is known which event they speak of.
//!
//! In: the words of a source, and those of each event of the story. Out: a [`Trigger`] for every one, with the events it may
//! speak of, and how it is introduced.

use std::ops::Range;

use super::Form;
use crate::eval::called_off;
use crate::eval::scene::Scene;
use crate::eval::set_phrase;
use crate::eval::syntax::verb;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::value::Value;

/// An event word before it is known which event it speaks of.
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
    ) || words.is_capital(at + 1);
    let pronoun = matches!(object, "him" | "it" | "them");
    led && (at + 2..end.min(at + 1 + FARTHEST))
        .take_while(|&k| words.gap(k) < Gap::Comma)
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

pub(super) fn triggers(scene: &Scene<'_>) -> Vec<Trigger> {
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
        let (events, length) = if is_none(scene, at) {
            (Vec::new(), 0)
        } else {
            meant(scene, at)
        };
        if events.is_empty() {
            at += 1;
            continue;
        }
        let mut range = at..at + length;
        at = range.end;
        // «met with Kao»: with whom stands in a phrase of its own.
        if length > 1 && matches!(words.at(range.end - 1), "with" | "between") {
            range.end -= 1;
        }
        if is_another_sense(scene, &range, length) {
            continue;
        }
        let trigger = Trigger {
            form: form(scene, range.start),
            sentence: scene.sentence_of(range.start),
            clause: scene.clause_of(range.start),
            words: range,
            units: vec![unit(&events)],
            events,
        };
        match found.last_mut() {
            Some(last) if is_one_with(scene, last, &trigger) => last.take(trigger),
            _ => found.push(trigger),
        }
    }
    found
}

/// Whether a word is no event's, whatever its stem: «planned», «planners» are no plan, «on 15 March» is no march.
fn is_none(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.words.at(at);
    let agent = word.len() > 5 && (word.ends_with("er") || word.ends_with("ers"));
    let mut events = scene.plan.events.iter();
    matches!(word, "planned" | "scheduled" | "expected" | "proposed")
        || agent && !events.any(|event| event.listed.iter().any(|known| known == word))
        || crate::value::month(word).is_some() && is_dated(scene, at)
}

/// The events that the word at `at` may be of, with its weight for each, and the words of the longest phrase.
fn meant(scene: &Scene<'_>, at: usize) -> (Vec<(EventIndex, f64)>, usize) {
    let words = scene.words;
    let end = words.of_sentence(scene.sentence_of(at)).end;
    let here = words.stem(at);
    let stands = |phrase: &&Vec<String>| {
        phrase.first().is_some_and(|first| first == here)
            && at + phrase.len() <= end
            && phrase
                .iter()
                .enumerate()
                .skip(1)
                .all(|(k, want)| words.stem(at + k) == want)
    };
    let mut events = Vec::new();
    let mut length = 0;
    for (event, own) in scene.plan.events.iter().enumerate() {
        let phrase = own.own.iter().filter(stands).map(Vec::len).max();
        let parted = || {
            own.own
                .iter()
                .any(|phrase| is_parted(scene, at, end, phrase))
        };
        let (len, weight) = match phrase {
            #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
            Some(len) => (len, 1.0 + 0.2 * (len - 1) as f64),
            None if parted() => (1, 1.2),
            None if own.others.iter().any(|other| other == here) => (1, 0.6),
            None => continue,
        };
        length = length.max(len);
        events.push((event, weight));
    }
    (events, length)
}

/// The events that a word is first of all of: those whose author listed it, if any did.
fn unit(events: &[(EventIndex, f64)]) -> Vec<EventIndex> {
    let listed = events.iter().any(|&(_, weight)| weight >= 1.0);
    events
        .iter()
        .filter(|&&(_, weight)| !listed || weight >= 1.0)
        .map(|&(event, _)| event)
        .collect()
}

/// Whether words for an event mean something else where they stand.
fn is_another_sense(scene: &Scene<'_>, range: &Range<usize>, length: usize) -> bool {
    let words = scene.words;
    let last = range.end - 1;
    let start = range.start;
    let noun = || {
        verb::is_past_tense(words.at(start))
            && start > scene.sentence_at(start).start
            && matches!(words.near(start, -1), "a" | "an" | "every" | "little")
    };
    length == 1 && (set_phrase::holds(words, start) || noun())
        // «went on for eight hours» tells how long, not where to.
        || words.near(last, 1) == "for" && words.at(last) == "on"
}

/// «bomb attack» is one.
fn is_one_with(scene: &Scene<'_>, last: &Trigger, next: &Trigger) -> bool {
    last.words.end == next.words.start
        && last.sentence == next.sentence
        && scene.words.gap(next.words.start) <= Gap::Hyphen
        && last.form != Form::Verb
}

impl Trigger {
    /// Takes in the word that follows it.
    fn take(&mut self, next: Self) {
        self.words.end = next.words.end;
        self.units.extend(next.units);
        for (event, weight) in next.events {
            match self.events.iter_mut().find(|(known, _)| *known == event) {
                Some(known) => known.1 = known.1.max(weight),
                None => self.events.push((event, weight)),
            }
        }
    }
}

/// Whether a word is part of a date.
fn is_dated(scene: &Scene<'_>, at: usize) -> bool {
    let Some(span) = scene.words.get(at).map(|word| word.span) else {
        return false;
    };
    scene
        .mentions_at(at)
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
            _ if words.gap(index + 1) == Gap::Hyphen => {}
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
        if words.gap(index + 1) >= Gap::Comma {
            break;
        }
    }
    Form::Bare
}

/// Verbs of being and going, which say nothing of which event it is.
pub(super) fn is_idle(word: &str) -> bool {
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
