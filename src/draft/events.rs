//! What reports are about.
//!
//! In: reports. Out: the words of the event that they speak of most.

use std::collections::BTreeMap;

use super::Report;
use crate::span::Part;
use crate::value::Value;

/// The main event of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
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
    "trial verdict sentence sentenced convicted",
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

/// A word of the headline or the lead counts for so many.
const LEAD: usize = 3;
/// And one beside a toll for so many more.
const TOLL: usize = 2;

/// The event that most of the reports' words belong to: those of the headline, the lead and the tolls first.
pub(super) fn main(reports: &[Report]) -> Event {
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
            for word in sentence
                .span
                .of(&report.source.body)
                .split(|c: char| !c.is_alphanumeric())
            {
                *counts.entry(word.to_lowercase()).or_default() += weight;
            }
        }
    }
    let count = |word: &str| counts.get(word).copied().unwrap_or(0);
    let best = FAMILIES
        .iter()
        .max_by_key(|family| {
            (
                family.split(' ').map(count).sum::<usize>(),
                std::cmp::Reverse(**family),
            )
        })
        .copied()
        .unwrap_or_default();
    let mut words: Vec<&str> = best.split(' ').filter(|word| count(word) > 0).collect();
    if words.is_empty() {
        // Nothing known happened: the author must say it.
        return Event {
            words: vec!["event".to_owned()],
        };
    }
    words.sort_by_key(|word| std::cmp::Reverse(count(word)));
    Event {
        words: words.into_iter().map(str::to_owned).collect(),
    }
}
