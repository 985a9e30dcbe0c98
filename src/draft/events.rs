//! What reports are about.
//!
//! In: reports. Out: the words of the event that they speak of most.

use std::collections::BTreeMap;

use super::Report;
use super::headline;
use crate::span::Part;
use crate::value::Value;

/// An event of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// `main`, or its first word.
    pub(super) id: String,
    /// Its words, the most used first.
    pub(super) words: Vec<String>,
}

/// Words of one event a line.
const FAMILIES: &[&str] = &[
    "meeting met meetings talks encounter summit",
    "visit visited trip visiting",
    "attack attacked assault raid",
    "shooting shot gunfire",
    "bombing bomb blast explosion exploded",
    "fire blaze burned flames",
    "earthquake quake tremor temblor",
    "flood floods flooding",
    "storm hurricane cyclone typhoon tornado",
    "sank sink sinks sinking sunk capsized capsizes shipwreck",
    "crash crashed collision collided accident derailment derailed",
    "collapse collapsed",
    "election vote voted poll referendum ballot",
    "protest protests demonstration march rally marched",
    "strike strikes walkout stoppage",
    "trial convicted verdict conviction",
    "sentenced sentence sentencing jailed",
    "deal takeover acquisition merger bought",
    "launch launched liftoff landing landed splashdown",
    "resignation resigned quit stepped",
    "death died dies funeral",
    "treaty agreement signed signs signing ceasefire truce accord",
    "marathon race record",
    "match game final won beat",
    "outbreak epidemic infections",
    "rescue rescued evacuation evacuated",
];

impl Event {
    /// Whether a sentence has one of its words.
    pub(super) fn is_in(&self, sentence: &str) -> bool {
        sentence
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| self.words.contains(&word.to_lowercase()))
    }
}

/// Events in a draft at most.
const MOST: usize = 3;

/// The event whose word stands nearest to byte `at` of a sentence.
pub(super) fn nearest(events: &[Event], sentence: &str, at: usize) -> Option<usize> {
    let mut from = 0_usize;
    let mut best: Option<(usize, usize)> = None;
    for word in sentence.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let away = from.abs_diff(at);
        from += word.len();
        let Some(event) = events
            .iter()
            .position(|event| event.words.contains(&bare.to_lowercase()))
        else {
            continue;
        };
        if best.is_none_or(|(least, _)| away < least) {
            best = Some((away, event));
        }
    }
    best.map(|(_, event)| event)
}

/// A word of the headline or the lead counts for so many.
const LEAD: usize = 3;
/// And one beside a toll for so many more.
const TOLL: usize = 2;

/// How often each word stands in the reports: those of the headline, the lead and the tolls weigh more.
fn counts(reports: &[Report]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for report in reports {
        let sentences = &report.reading.sentences;
        let lead = sentences
            .iter()
            .position(|sentence| sentence.part != Part::Headline);
        for (index, sentence) in sentences.iter().enumerate() {
            let (from, to) = sentence.mentions;
            let tolls = report.reading.mentions.get(from as usize..to as usize);
            let tolls = tolls
                .unwrap_or_default()
                .iter()
                .any(|mention| matches!(mention.value, Value::Count { tally: Some(_), .. }));
            let leads = sentence.part == Part::Headline || Some(index) == lead;
            let weight = if leads { LEAD } else { 1 } + if tolls { TOLL } else { 0 };
            for word in words(sentence.span.of(&report.source.body)) {
                *counts.entry(word).or_default() += weight;
            }
        }
    }
    counts
}

/// The words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
}

/// What the reports are about: first the event that most of their words belong to, then what else a headline is about that
/// has no word of those before. A verdict and the sentence that follows are two events, each with its own day.
pub(super) fn all(reports: &[Report]) -> Vec<Event> {
    let counts = counts(reports);
    let count = |word: &str| counts.get(word).copied().unwrap_or(0);
    let weight = |family: &str| family.split(' ').map(count).sum::<usize>();
    let mut families: Vec<&str> = FAMILIES.to_vec();
    families.sort_by_key(|family| (std::cmp::Reverse(weight(family)), *family));
    families.retain(|family| weight(family) > 0);
    let headlines: Vec<Vec<String>> = reports
        .iter()
        .filter_map(headline)
        .map(|title| words(&title).collect())
        .collect();
    let mut events: Vec<Event> = Vec::new();
    for family in families {
        let of_it = |word: &String| family.split(' ').any(|own| own == word);
        let told = headlines.iter().any(|title| {
            title.iter().any(of_it)
                && !events
                    .iter()
                    .any(|event| title.iter().any(|word| event.words.contains(word)))
        });
        if !(events.is_empty() || told) || events.len() == MOST {
            continue;
        }
        let mut own: Vec<&str> = family.split(' ').filter(|word| count(word) > 0).collect();
        own.sort_by_key(|word| std::cmp::Reverse(count(word)));
        let id = if events.is_empty() { "main" } else { own[0] };
        events.push(Event {
            id: id.to_owned(),
            words: own.into_iter().map(str::to_owned).collect(),
        });
    }
    if events.is_empty() {
        // Nothing known happened: the author must say it.
        events.push(Event {
            id: "main".to_owned(),
            words: vec!["event".to_owned()],
        });
    }
    events
}
