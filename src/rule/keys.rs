//! The words of the rule language: which keys each table has, and what each means.
//!
//! In: nothing. Out: tables of words with one line of explanation, for checking, for suggestions and for editors.

use super::set::Kind;

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// One line for people.
    pub doc: &'static str,
}

/// A table of the language: how it is called in messages, and its keys.
#[derive(Clone, Copy, Debug)]
pub struct TableWords {
    /// As written: `[entity.ID]`.
    pub header: &'static str,
    /// «an entity».
    pub name: &'static str,
    /// Its keys, the most used first.
    pub keys: &'static [Key],
}

const fn key(name: &'static str, doc: &'static str) -> Key {
    Key { name, doc }
}

/// A rule file.
pub const FILE: TableWords = TableWords {
    header: "",
    name: "a rule file",
    keys: &[
        key("story", "what the file is about: id, title, time zone"),
        key(
            "entity",
            "[entity.ID]: a person, body, place or thing with its names",
        ),
        key(
            "event",
            "[event.ID]: something that happened, with what is known of it",
        ),
        key(
            "claim",
            "[[claim]]: one more checkable statement, or options and tests of one",
        ),
        key("ignore", "[[ignore]]: leaves a finding out, with a reason"),
    ],
};

/// `[story]`.
pub const STORY: TableWords = TableWords {
    header: "[story]",
    name: "`[story]`",
    keys: &[
        key("id", "short name: small letters, digits, hyphens"),
        key("title", "for people"),
        key(
            "timezone",
            "times without a zone are of this one: \"Europe/Oslo\"",
        ),
        key("format", "version of the rule language: 1"),
    ],
};

/// `[entity.ID]`.
pub const ENTITY: TableWords = TableWords {
    header: "[entity.ID]",
    name: "an entity",
    keys: &[
        key("name", "the right name, in full"),
        key("also", "other right names: short forms, titles, roles"),
        key(
            "kind",
            "\"person\" (default), \"body\", \"place\" or \"thing\"",
        ),
        key("family", "the family name, where it is not the last word"),
        key("in", "for a place: what it lies in"),
        key("misspelt", "wrong spellings that you expect"),
        key("style", "right, but not how we write it: a note"),
        key(
            "check-name",
            "whether the spelling of the name is itself a claim",
        ),
    ],
};

/// `[event.ID]`, without its facts.
pub const EVENT: TableWords = TableWords {
    header: "[event.ID]",
    name: "an event",
    keys: &[
        key("what", "the words reports use for it, nouns and verbs"),
        key("who", "participants"),
        key("when", "the day, with or without clock time"),
        key("where", "the place"),
        key("lasted", "how long"),
        key("killed", "how many died"),
        key("injured", "how many were hurt"),
        key("missing", "how many are missing"),
        key("arrested", "how many are held by police"),
        key("cost", "what it cost"),
        key("occurred", "true: it took place; false: a rumour"),
        key("known-from", "a report from before is pending on it"),
        key("because", "where the facts come from"),
        key(
            "each",
            "\"source\": a template, each report brings its own incident",
        ),
    ],
};

/// `[[claim]]`.
pub const CLAIM: TableWords = TableWords {
    header: "[[claim]]",
    name: "a claim",
    keys: &[
        key(
            "id",
            "unique in the file, or that of an event's fact: `fire.killed`",
        ),
        key("expect", "expect.KIND = …: what is right"),
        key("event", "the event it is about"),
        key("who", "whom it is about, if not the whole event"),
        key("words", "at least one must stand near the value"),
        key("of", "what is counted or measured"),
        key(
            "tally",
            "a count of people \"killed\", \"injured\", \"missing\" or \"arrested\"",
        ),
        key("severity", "\"minor\", \"major\" (default) or \"critical\""),
        key("because", "where the expected value comes from"),
        key("known-from", "a report from before is pending on it"),
        key("many", "the claim has a set of values"),
        key(
            "test",
            "[[claim.test]]: what a report might write, and the verdict",
        ),
    ],
};

/// `[[claim.test]]`.
pub const TEST: TableWords = TableWords {
    header: "[[claim.test]]",
    name: "a test",
    keys: &[
        key("text", "what the report says"),
        key("verdict", "what it should get"),
        key("fault", "what should be wrong with it"),
        key("value", "what should be read"),
        key("title", "its headline"),
        key("outlet", "its publisher"),
        key("published", "when it was published"),
        key("why", "a remark"),
        key("todo", "a known gap: why the test may fail"),
    ],
};

/// `[[ignore]]`.
pub const IGNORE: TableWords = TableWords {
    header: "[[ignore]]",
    name: "an ignore",
    keys: &[
        key("claim", "the claim's id"),
        key("source", "the report, by id or path"),
        key("passage", "hash of the passage, as a report shows it"),
        key("reason", "why"),
        key("until", "lapses on this day"),
    ],
};

/// `rulings.toml`.
pub const RULINGS: TableWords = TableWords {
    header: "",
    name: "`rulings.toml`",
    keys: &[
        key("ruling", "[[ruling]]: a person's decision on a finding"),
        key("ignore", "[[ignore]]: leaves a finding out, with a reason"),
    ],
};

/// The tables of a story, in the order in which they are explained.
pub const TABLES: [TableWords; 6] = [STORY, ENTITY, EVENT, CLAIM, TEST, IGNORE];

/// `[[ruling]]`.
pub const RULING: TableWords = TableWords {
    header: "[[ruling]]",
    name: "a ruling",
    keys: &[
        key("claim", "story/claim"),
        key("source", "the report, by id or path"),
        key("passage", "hash of the passage, as a report shows it"),
        key(
            "decision",
            "\"confirm\", \"overturn\", \"correct\" or \"dispute\"",
        ),
        key("by", "who decided"),
        key("date", "when"),
        key("reason", "why"),
        key("until", "lapses on this day"),
    ],
};

/// `outlets.toml`.
pub const OUTLETS: TableWords = TableWords {
    header: "",
    name: "`outlets.toml`",
    keys: &[key("outlet", "[outlet.ID]: a publisher's names and zone")],
};

/// `[outlet.ID]`.
pub const OUTLET: TableWords = TableWords {
    header: "[outlet.ID]",
    name: "an outlet",
    keys: &[
        key("name", "how reports shall call it"),
        key("also", "other spellings, domains"),
        key("timezone", "its clock times are of this zone"),
    ],
};

const VALUE: Key = key("value", "what is right; a list: any of these");
const IS: Key = key("is", "the same as `value`");
const MEANING: Key = key("meaning", "a label: «without the dinner»");
const TOLERANCE: Key = key("tolerance", "how far off is still right");
const BY: Key = key("by", "who says so");
const FROM: Key = key("from", "since when it is known");
const BECAUSE: Key = key("because", "where it comes from");
const KNOWN: Key = key("known", "a timeline: steps with `value` and `from`");
const RISING: Key = key(
    "rising",
    "any figure between first and last step is a stage",
);
const GRACE: Key = key("grace", "how long after a new step the one before is fresh");
const AHEAD: Key = key(
    "ahead",
    "figures before the record that were confirmed later",
);
const DISPUTED: Key = key("disputed", "nobody is accused");

/// Keys of an item in a list of right values.
pub const ITEM: &[Key] = &[VALUE, IS, MEANING, TOLERANCE, BY, FROM, BECAUSE];

const MEASURED: &[Key] = &[
    VALUE, IS, MEANING, TOLERANCE, BY, FROM, BECAUSE, KNOWN, RISING, GRACE, AHEAD, DISPUTED,
];

const SINCE: &[Key] = &[
    VALUE,
    IS,
    MEANING,
    TOLERANCE,
    BY,
    FROM,
    BECAUSE,
    DISPUTED,
    key("first", "whose like it was: «first by a …»"),
];
const TOTAL: &[Key] = &[
    key("of", "the parts: ids of claims"),
    VALUE,
    IS,
    MEANING,
    TOLERANCE,
    BY,
    FROM,
    BECAUSE,
    DISPUTED,
];
const PLACE: &[Key] = &[VALUE, IS, BECAUSE, DISPUTED];
const PLAIN: &[Key] = &[VALUE, IS, BECAUSE];
const CHOICE: &[Key] = &[
    key("right", "words that are right"),
    key("loose", "loose words: a note, never a fault"),
    key("wrong", "words that are wrong"),
    BECAUSE,
];
const QUOTE: &[Key] = &[
    key("words", "what was said"),
    VALUE,
    IS,
    key("by", "who said it"),
    BECAUSE,
];

/// Keys of the table form of `expect.KIND`.
pub const fn keys_of(kind: Kind) -> &'static [Key] {
    match kind {
        Kind::Since => SINCE,
        Kind::Total => TOTAL,
        Kind::Place => PLACE,
        Kind::Name | Kind::Order | Kind::Occurred => PLAIN,
        Kind::Choice => CHOICE,
        Kind::Quote => QUOTE,
        _ => MEASURED,
    }
}

/// Every kind with its word and an explanation, in the order of the documentation.
pub const KINDS: &[(&str, Kind, &str)] = &[
    ("duration", Kind::Duration, "how long: \"35 minutes\""),
    ("count", Kind::Count, "how many: 31"),
    ("money", Kind::Money, "an amount: \"12 million euros\""),
    ("percent", Kind::Percent, "a share or rate: \"40 %\""),
    ("quantity", Kind::Quantity, "a measure: \"82 metres\""),
    ("age", Kind::Age, "how old: 52"),
    ("date", Kind::Date, "the day, month or year"),
    ("time", Kind::Time, "the time of day"),
    (
        "since",
        Kind::Since,
        "the last time before: \"October 2018\"",
    ),
    ("place", Kind::Place, "where: an entity"),
    ("name", Kind::Name, "how a name is written: an entity"),
    ("choice", Kind::Choice, "which word of a few"),
    ("occurred", Kind::Occurred, "whether it took place"),
    ("quote", Kind::Quote, "what was said, word for word"),
    ("order", Kind::Order, "which event came first"),
    ("notice", Kind::Notice, "how long before it was made known"),
    ("total", Kind::Total, "a sum over claims"),
];

/// An event's own facts: the word and its kind.
pub const FACTS: &[(&str, Kind)] = &[
    ("occurred", Kind::Occurred),
    ("where", Kind::Place),
    ("when", Kind::Date),
    ("lasted", Kind::Duration),
    ("killed", Kind::Count),
    ("injured", Kind::Count),
    ("missing", Kind::Count),
    ("arrested", Kind::Count),
    ("cost", Kind::Money),
];

/// Verdicts a test may ask for.
pub const VERDICTS: &[&str] = &[
    "supported",
    "contradicted",
    "mixed",
    "outdated",
    "vague",
    "stated",
    "pending",
    "silent",
];

/// Faults a test may ask for.
pub const FAULTS: &[&str] = &[
    "value",
    "speaker",
    "time",
    "arithmetic",
    "quote",
    "spelling",
    "wording",
];

/// What people write who don't know our word for it.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("aka", "also"),
    ("alias", "also"),
    ("aliases", "also"),
    ("names", "also"),
    ("synonyms", "also"),
    ("surname", "family"),
    ("type", "kind"),
    ("inside", "in"),
    ("within", "in"),
    ("typos", "misspelt"),
    ("misspelled", "misspelt"),
    ("duration", "lasted"),
    ("length", "lasted"),
    ("dead", "killed"),
    ("deaths", "killed"),
    ("died", "killed"),
    ("toll", "killed"),
    ("wounded", "injured"),
    ("hurt", "injured"),
    ("detained", "arrested"),
    ("damage", "cost"),
    ("price", "cost"),
    ("happened", "occurred"),
    ("took-place", "occurred"),
    ("date", "when"),
    ("time", "when"),
    ("location", "where"),
    ("place", "where"),
    ("venue", "where"),
    ("participants", "who"),
    ("people", "who"),
    ("persons", "who"),
    ("keywords", "words"),
    ("source", "because"),
    ("reason", "because"),
    ("evidence", "because"),
    ("expected", "expect"),
    ("tests", "test"),
    ("example", "test"),
    ("said-by", "by"),
    ("speaker", "by"),
    ("margin", "tolerance"),
    ("note", "why"),
    ("comment", "why"),
    ("number", "count"),
    ("amount", "money"),
    ("distance", "quantity"),
    ("measure", "quantity"),
    ("location", "place"),
    ("month", "date"),
    ("year", "date"),
    ("sum", "total"),
    ("true", "supported"),
    ("right", "supported"),
    ("correct", "supported"),
    ("refuted", "contradicted"),
    ("false", "contradicted"),
    ("wrong", "contradicted"),
    ("organisation", "body"),
    ("organization", "body"),
    ("company", "body"),
    ("location", "place"),
    ("high", "critical"),
    ("low", "minor"),
    ("normal", "major"),
    ("tz", "timezone"),
    ("zone", "timezone"),
];

/// Whether a letter may stand in an id.
pub fn in_id(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
}

/// Whether `name` may be an id: small letters, digits, hyphens.
pub fn is_id(name: &str) -> bool {
    !name.is_empty() && name.chars().all(in_id)
}

/// The id that `name` would have, if any of it can stand in one: «St. Maren» is `st-maren`.
pub fn to_id(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let words = lower
        .split(|letter| !in_id(letter) || letter == '-')
        .filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    (!id.is_empty()).then_some(id)
}

/// The one word of `known` that `word` was probably meant to be.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let word = word.to_lowercase();
    let meant = OTHER_WORDS
        .iter()
        .filter(|(other, _)| *other == word)
        .find_map(|(_, ours)| known.clone().find(|known| known == ours));
    meant.or_else(|| {
        let closeness = |known: &str| {
            let known = known.to_lowercase();
            let (shorter, longer) = (word.len().min(known.len()), word.len().max(known.len()));
            let head = shorter >= 3 && (known.starts_with(&word) || word.starts_with(&known));
            // So many letters more or less can't be a slip; most of a long list ends here.
            if !head && shorter * 2 < longer {
                return 0.0;
            }
            #[expect(clippy::cast_precision_loss, reason = "words are short")]
            let edits = 1.0 - strsim::osa_distance(&word, &known) as f64 / longer.max(1) as f64;
            if head { edits.max(0.7) } else { edits }
        };
        known
            .map(|known| (known, closeness(known)))
            .filter(|(_, closeness)| *closeness >= 0.6)
            .fold(
                None,
                |best: Option<(&str, f64)>, (known, closeness)| match best {
                    Some((_, most)) if most >= closeness => best,
                    _ => Some((known, closeness)),
                },
            )
            .map(|(known, _)| known)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event_key(word: &str) -> Option<&'static str> {
        nearest(word, EVENT.keys.iter().map(|key| key.name))
    }

    #[test]
    fn the_nearest_word_is_by_letters_or_by_meaning_or_none() {
        assert_eq!(event_key("last"), Some("lasted"));
        assert_eq!(event_key("kiled"), Some("killed"));
        assert_eq!(event_key("deaths"), Some("killed"));
        assert_eq!(event_key("known_from"), Some("known-from"));
        assert_eq!(event_key("zebra"), None);
    }

    #[test]
    fn every_fact_of_an_event_is_a_key_of_it() {
        for (fact, _) in FACTS {
            assert!(EVENT.keys.iter().any(|key| key.name == *fact), "{fact}");
        }
    }

    #[test]
    fn every_kind_is_named_once_as_it_serialises() {
        for (word, kind, _) in KINDS {
            let written = serde_json::to_string(kind).expect("a word");
            assert_eq!(written, format!("\"{word}\""));
        }
        assert_eq!(KINDS.len(), 17);
    }
}
