//! Set phrases in which a word for an event means another thing: «opened fire», «crash test», «heart attack».
//!
//! In: a word of a source. Out: whether it stands in such a phrase. An author who means the phrase lists the whole of it.

use super::words::Gap;
use super::words::Words;

/// A word, what may stand before it and what may stand after it in a set phrase.
struct Phrase {
    word: &'static [&'static str],
    before: &'static [&'static str],
    after: &'static [&'static str],
}

const PHRASES: &[Phrase] = &[
    // «fell asleep», «fell short»: who falls so, falls nowhere.
    Phrase {
        word: &["fall", "falls", "fell", "falling", "fallen"],
        before: &[],
        after: &[
            "asleep", "ill", "sick", "silent", "short", "apart", "behind", "victim", "prey",
            "foul", "flat", "pregnant",
        ],
    },
    Phrase {
        word: &["fire"],
        before: &[
            "open",
            "opens",
            "opened",
            "opening",
            "return",
            "returns",
            "returned",
            "returning",
            "exchange",
            "exchanged",
            "exchanging",
            "under",
            "cease",
            "ceased",
            "hold",
            "held",
            "holding",
            "draw",
            "drew",
            "drawing",
            "hostile",
            "friendly",
            "enemy",
            "rapid",
            "sniper",
            "gun",
            "machine",
            "mortar",
            "artillery",
            "rocket",
            "tank",
            "rifle",
            "arms",
            "small-arms",
            "suppressive",
            "covering",
            "cross",
            "ordered",
            "live",
        ],
        after: &[
            "drill", "drills", "escape", "escapes", "hydrant", "hydrants", "sale", "upon",
        ],
    },
    Phrase {
        word: &["crash", "crashes", "crashed", "collision"],
        before: &[
            "market",
            "markets",
            "stock",
            "financial",
            "banking",
            "property",
            "housing",
            "price",
            "currency",
            "computer",
            "server",
            "software",
            "website",
            "site",
            "system",
            "app",
            "browser",
        ],
        after: &[
            "test", "tests", "tested", "course", "courses", "diet", "diets", "dummy", "dummies",
            "barrier", "barriers",
        ],
    },
    Phrase {
        word: &["attack", "attacks"],
        before: &["heart", "panic", "asthma", "anxiety"],
        after: &[],
    },
    Phrase {
        word: &["explosion", "explosions"],
        before: &["population"],
        after: &["of", "in"],
    },
    Phrase {
        word: &["shot", "shots"],
        before: &[
            "flu", "booster", "mug", "penalty", "free", "slap", "winning", "screen", "allergy",
            "insulin",
        ],
        after: &["put", "glass", "glasses", "clock"],
    },
    Phrase {
        word: &["shooting"],
        before: &["photo", "trouble"],
        after: &["star", "stars", "hoops", "guard", "percentage", "season"],
    },
    Phrase {
        word: &["smoke"],
        before: &[],
        after: &[
            "alarm",
            "alarms",
            "detector",
            "detectors",
            "break",
            "breaks",
            "signal",
            "signals",
            "screen",
        ],
    },
    Phrase {
        word: &["accident"],
        before: &["by"],
        after: &["prone"],
    },
];

/// Whether the word at `at` stands in a set phrase of another meaning.
pub(crate) fn holds(words: &Words, at: usize) -> bool {
    let word = words.at(at);
    PHRASES
        .iter()
        .find(|phrase| phrase.word.contains(&word))
        .is_some_and(|phrase| {
            let of_fire = word == "fire"
                && words.near(at, -1) == "of"
                && matches!(
                    words.near(at, -2),
                    "exchange" | "line" | "burst" | "hail" | "volley" | "field"
                );
            let before =
                words.gap(at) <= Gap::Hyphen && phrase.before.contains(&words.near(at, -1));
            let after = words.gap(at + 1) <= Gap::Hyphen
                && phrase.after.contains(&words.near(at, 1))
                && !(word.starts_with("explosion") && is_of_a_thing(words, at + 2));
            before || after || of_fire
        })
}

/// «an explosion in Merrin», «of a boiler», but not «in demand», «in the number of»: where, or of what, sooner than of how much.
fn is_of_a_thing(words: &Words, at: usize) -> bool {
    let led = matches!(
        words.at(at),
        "the" | "a" | "an" | "its" | "his" | "her" | "their" | "one" | "two" | "three"
    );
    let much = matches!(
        words.near(at, 1),
        "number"
            | "numbers"
            | "amount"
            | "use"
            | "price"
            | "prices"
            | "cost"
            | "costs"
            | "population"
            | "popularity"
            | "demand"
            | "size"
            | "value"
    );
    led && !much || words.is_capital(at)
}
