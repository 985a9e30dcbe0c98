//! Words for the same kind of event.
//!
//! In: the words of an event as its author listed them. Out: further words that reports use for such an event. They
//! bind more weakly than the author's own: alone they never decide between two events.

use super::stem::stem;

/// Groups of words; each is listed once in the form whose stem matters.
const GROUPS: &[&[&str]] = &[
    &[
        "meet",
        "meeting",
        "talks",
        "discussions",
        "encounter",
        "session",
        "summit",
        "dialogue",
        "negotiations",
        "audience",
        "conversation",
    ],
    &["visit", "trip", "tour", "journey"],
    &[
        "attack",
        "bombing",
        "bomb",
        "blast",
        "explosion",
        "detonation",
        "assault",
        "exploded",
        "detonated",
    ],
    &[
        "shooting", "gunfire", "rampage", "massacre", "shot", "gunman",
    ],
    &["earthquake", "quake", "temblor", "tremor"],
    &[
        "crash",
        "collision",
        "derailment",
        "wreck",
        "crashed",
        "accident",
    ],
    &["fire", "blaze", "inferno"],
    &["flood", "flooding", "deluge"],
    &["storm", "hurricane", "typhoon", "cyclone", "tornado"],
    &["landslide", "mudslide", "avalanche"],
    &["protest", "demonstration", "rally", "march"],
    &["election", "vote", "poll", "ballot"],
    &["strike", "raid", "airstrike", "shelling"],
    &["eruption", "erupted"],
    &["sinking", "sank", "capsized"],
    &["ceremony", "service", "funeral"],
    &["agreement", "deal", "accord", "treaty"],
    &["invitation", "invited"],
    &["outbreak", "epidemic"],
    &["verdict", "sentence", "conviction"],
];

/// Stems of further words for an event known by `stems`.
pub(crate) fn others(stems: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for group in GROUPS {
        let group: Vec<String> = group.iter().map(|word| stem(word).into_owned()).collect();
        if group.iter().any(|word| stems.contains(word)) {
            for word in group {
                if !stems.contains(&word) && !found.contains(&word) {
                    found.push(word);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quake_is_also_a_tremor() {
        let stems = |word| vec![stem(word).into_owned()];
        assert!(others(&stems("earthquake")).contains(&stems("tremor")[0]));
        assert!(others(&stems("picnic")).is_empty());
    }
}
