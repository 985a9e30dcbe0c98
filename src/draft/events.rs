//! What reports are about.
//!
//! In: reports. Out: the words of the event that they speak of most.

use std::collections::BTreeMap;

use super::Report;

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
    "crash crashed collision accident derailment",
    "collapse collapsed",
    "election vote voted poll referendum ballot",
    "protest protests demonstration march rally marched",
    "strike strikes walkout stoppage",
    "trial verdict sentence sentenced convicted",
    "deal takeover acquisition merger bought",
    "launch launched liftoff landing landed splashdown",
    "resignation resigned quit stepped",
    "death died funeral",
    "match game final won beat",
    "outbreak epidemic infections",
    "rescue rescued evacuation evacuated",
];

/// The event that most of the reports' words belong to.
pub(super) fn main(reports: &[Report]) -> Event {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for report in reports {
        for sentence in &report.reading.sentences {
            for word in sentence
                .span
                .of(&report.source.body)
                .split(|c: char| !c.is_alphanumeric())
            {
                *counts.entry(word.to_lowercase()).or_default() += 1;
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
