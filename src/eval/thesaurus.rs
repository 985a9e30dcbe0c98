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
    &["verdict", "conviction"],
];

/// Of those, the words for a choice of people: no vote on a thing is one.
const CHOICES_OF_PEOPLE: &[&str] = &["election"];

/// Stems of further words for an event known by `stems`; `on_a_thing`: whether a thing has a part in it.
pub(crate) fn others(stems: &[String], on_a_thing: bool) -> Vec<String> {
    let mut found = Vec::new();
    for group in GROUPS {
        let group: Vec<(&str, String)> = group
            .iter()
            .map(|&word| (word, stem(word).into_owned()))
            .collect();
        if group.iter().any(|(_, stem)| stems.contains(stem)) {
            for (word, stem) in group {
                let fits = !(on_a_thing && CHOICES_OF_PEOPLE.contains(&word));
                if fits && !stems.contains(&stem) && !found.contains(&stem) {
                    found.push(stem);
                }
            }
        }
    }
    found
}

/// Whether a word tells of an event that kills: a disaster or an attack.
pub(crate) fn is_disaster(word: &str) -> bool {
    GROUPS[2..=9]
        .iter()
        .flat_map(|group| group.iter())
        .any(|known| known == &word || word.strip_suffix('s') == Some(known))
}

/// Events that happen to somebody, or that somebody does: who else had a part in them need not be named.
const ONE_SIDED: &[&str] = &[
    "attack",
    "bombing",
    "explosion",
    "shooting",
    "massacre",
    "earthquake",
    "crash",
    "derailment",
    "accident",
    "fire",
    "flood",
    "storm",
    "landslide",
    "protest",
    "strike",
    "walkout",
    "eruption",
    "sinking",
    "shipwreck",
    "verdict",
    "sentenced",
    "convicted",
    "acquitted",
    "trial",
    "arrested",
    "kidnapped",
    "abduction",
    "rescue",
    "rescued",
    "freed",
    "escape",
    "coup",
    "putsch",
    "resigned",
    "resignation",
    "appointed",
    "death",
    "died",
    "funeral",
    "born",
    "launch",
    "landing",
    "layoffs",
    "outage",
    "recall",
];

/// Two who meet, play, vote or sign: both must be told.
const MUTUAL: &[&str] = &[
    "meet",
    "met",
    "talks",
    "summit",
    "call",
    "deal",
    "agreement",
    "treaty",
    "match",
    "final",
    "game",
    "won",
    "beat",
    "visit",
    "sale",
    "merger",
    "takeover",
    "bought",
    "signed",
    "wedding",
    "debate",
];

/// Whether an event known by `stems` is one of which a single participant tells.
pub(crate) fn is_one_sided(stems: &[String]) -> bool {
    let any = |list: &[&str]| {
        list.iter()
            .any(|word| stems.iter().any(|known| *known == *stem(word)))
    };
    any(ONE_SIDED) && !any(MUTUAL)
}

/// Further nouns of what happens, which are no kind of event with words of its own.
const HAPPENINGS: &[&str] = &[
    "arrival",
    "departure",
    "arrest",
    "announcement",
    "inauguration",
    "hearing",
    "birth",
    "release",
    "slaying",
    "stabbing",
    "poisoning",
    "disappearance",
    "capture",
    "raid",
    "return",
    "invasion",
    "wedding",
    "swearing-in",
    "debut",
    "defeat",
    "victory",
    "robbery",
    "rape",
    "assassination",
];

/// Whether a stem is that of a noun for something that happens.
pub(crate) fn is_happening(told: &str) -> bool {
    static STEMS: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
        let groups = GROUPS.iter().flat_map(|group| group.iter());
        let all = groups.chain([HAPPENINGS, ONE_SIDED, ONCE, SUDDEN].into_iter().flatten());
        let mut stems: Vec<String> = all.map(|word| stem(word).into_owned()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    });
    STEMS
        .binary_search_by(|known| known.as_str().cmp(told))
        .is_ok()
}

/// What takes somebody from place to place.
const TRAVEL: &[&str] = &[
    "visit",
    "trip",
    "tour",
    "journey",
    "arrived",
    "arrival",
    "landed",
    "travel",
    "stopover",
    "stay",
    "flew",
    "pilgrimage",
];

/// Whether an event known by `stems` takes somebody from place to place.
pub(crate) fn is_travel(stems: &[Vec<String>]) -> bool {
    stems
        .iter()
        .flatten()
        .any(|known| TRAVEL.iter().any(|word| stem(word) == known.as_str()))
}

/// What comes to somebody or something only once, or so seldom that a second time would be told as one.
const ONCE: &[&str] = &[
    "death",
    "died",
    "born",
    "killing",
    "murder",
    "assassinated",
    "kidnapped",
    "abducted",
    "sank",
    "sinking",
    "capsized",
    "wreck",
    "crashed",
    "derailed",
    "collapse",
    "founded",
    "burial",
    "overthrown",
    "coup",
];

/// Whether a stem tells what comes to somebody or something only once.
pub(crate) fn comes_once(told: &str) -> bool {
    ONCE.iter().any(|word| stem(word) == told)
}

/// What is over in a moment: whoever dies in it dies on its day.
const SUDDEN: &[&str] = &[
    "attack",
    "bombing",
    "bomb",
    "blast",
    "explosion",
    "exploded",
    "shooting",
    "massacre",
    "stabbing",
    "stampede",
    "earthquake",
    "quake",
    "crash",
    "collision",
    "derailment",
    "wreck",
    "accident",
    "collapse",
    "sinking",
    "airstrike",
];

/// Whether a stem tells what is over in a moment.
pub(crate) fn is_sudden(told: &str) -> bool {
    SUDDEN.iter().any(|word| stem(word) == told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quake_is_also_a_tremor() {
        let stems = |word| vec![stem(word).into_owned()];
        assert!(others(&stems("earthquake"), false).contains(&stems("tremor")[0]));
        assert!(others(&stems("picnic"), false).is_empty());
    }

    #[test]
    fn a_vote_on_a_bill_is_no_election() {
        let stems = |word| vec![stem(word).into_owned()];
        let election = &stems("election")[0];
        assert!(others(&stems("vote"), false).contains(election));
        assert!(!others(&stems("vote"), true).contains(election));
        assert!(others(&stems("election"), true).contains(&stems("vote")[0]));
    }
}
