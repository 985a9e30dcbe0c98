//! The words that tell what became of people, and which part of them a number counts.

use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::value::Tally;

pub(crate) fn word_tally(word: &str) -> Option<Tally> {
    Some(match word {
        "killed" | "dead" | "died" | "die" | "dies" | "dying" | "deaths" | "fatalities"
        | "slain" | "perished" | "lives" | "killing" | "kills" | "kill" | "bodies" | "corpses"
        | "martyred" | "drowned" | "murdered" | "murdering" | "fatally" => Tally::Killed,
        "injured" | "wounded" | "hurt" | "injuries" | "injuring" | "wounding" | "injures"
        | "wounds" | "hospitalized" | "hospitalised" | "hurting" | "casualties_injured" => {
            Tally::Injured
        }
        "missing" | "unaccounted" => Tally::Missing,
        "arrested" | "detained" | "arrests" | "arresting" | "detaining" | "custody"
        | "detentions" => Tally::Arrested,
        _ => return None,
    })
}

/// What a verb or noun makes of those it is said of.
pub(crate) fn of_fate(word: &str) -> Option<Tally> {
    word_tally(word)
}

/// Nouns that mean everybody.
pub(super) const ANYBODY: &Table = table![
    "people",
    "person",
    "persons",
    "individuals",
    "others",
    "other",
    "victims",
    "victim",
    "lives",
    "dead",
    "more",
    "souls",
    "casualties",
    "deaths",
    "fatalities",
    "bodies",
    "injuries",
    "residents",
    "villagers",
    "wounded",
    "injured",
    "human",
];

/// Whether a noun means whoever was killed or hurt: «people», «victims», «dead».
pub(crate) fn is_anybody(noun: &str) -> bool {
    ANYBODY.has(noun)
        || noun
            .split(' ')
            .any(|word| ANYBODY.has(word) || word_tally(word).is_some())
}

/// Nouns of a part.
pub(super) const PARTS: &Table = table![
    "child",
    "children",
    "women",
    "woman",
    "men",
    "man",
    "boys",
    "girls",
    "boy",
    "girl",
    "civilians",
    "civilian",
    "officers",
    "officer",
    "police",
    "policemen",
    "soldiers",
    "soldier",
    "fighters",
    "troops",
    "militants",
    "students",
    "student",
    "members",
    "tourists",
    "crew",
    "nationals",
    "citizens",
    "firefighters",
    "rescuers",
    "guards",
    "attackers",
    "suspects",
    "gunmen",
    "pupils",
    "teachers",
    "workers",
    "employees",
    "medics",
    "journalists",
    "americans",
    "foreigners",
    "teenagers",
    "passengers",
    "bombers",
    "hostages",
    "toddlers",
    "infants",
    "babies",
    "adults",
    "pilgrims",
    "worshippers",
    "migrants",
];

/// Whether the noun only says what kind of people were counted.
pub(crate) fn is_kind(noun: &str) -> bool {
    PARTS.has(noun) || noun == BODIES
}

pub(crate) const BODIES: &str = "bodies found";

/// Whether a noun of a part counts people who are victims wherever they die: no attackers, no soldiers.
pub(crate) fn is_victim(part: &str) -> bool {
    PARTS.has(part)
        && !matches!(
            part,
            "soldiers"
                | "soldier"
                | "fighters"
                | "troops"
                | "militants"
                | "attackers"
                | "suspects"
                | "gunmen"
                | "bombers"
                | "officers"
                | "officer"
                | "police"
                | "policemen"
                | "guards"
        )
}

/// Words that end the phrase between a number and its tally.
pub(crate) const STOPS: &Table = table![
    "in",
    "at",
    "on",
    "by",
    "when",
    "after",
    "while",
    "who",
    "whose",
    "that",
    "which",
    "but",
    "since",
    "from",
    "for",
    "as",
    "and",
    "or",
    "where",
    "before",
    "said",
    "says",
    "to",
    "homes",
    "houses",
    "buildings",
    "villages",
    "percent",
    "with",
];

/// What stands between a subject and the participle of a passive.
pub(crate) const BEING: &Table = table![
    "were",
    "was",
    "been",
    "have",
    "had",
    "also",
    "reportedly",
    "being",
    "are",
];
