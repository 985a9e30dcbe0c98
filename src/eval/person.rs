//! A person's name taken apart, and words that may stand before a family name.
//!
//! In: an entity, a folded word. Out: given and family names and their order; whether a word introduces somebody. Where
//! names stand in a text is for [`super::names`].

use super::words;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::Entity;
use crate::rule::EntityKind;
use crate::value::is_weekday;
use crate::value::month;

/// A person's name taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Folded given names.
    pub(crate) given: Vec<String>,
    /// Folded family name.
    pub(crate) family: String,
    /// Whether the family name comes first.
    pub(crate) family_first: bool,
    /// Whether the rule says which is the family name.
    pub(crate) declared: bool,
}

impl Person {
    /// Takes apart the name of `entity`; `None` for what is no person or has one name only.
    pub(crate) fn of(entity: &Entity) -> Option<Self> {
        if entity.kind != EntityKind::Person {
            return None;
        }
        let name = words::fold(&entity.name);
        let declared = entity.family.as_deref().map(words::fold);
        // «Kim Jong Un», also «Kim»: of a name of three parts, the one that stands alone is the family's.
        let alone = |part: &String| {
            entity
                .also
                .iter()
                .any(|name| words::fold(name).as_slice() == std::slice::from_ref(part))
        };
        let first = (name.len() > 2 && declared.is_none())
            .then(|| name.first().filter(|first| alone(first)))
            .flatten()
            .filter(|_| !name.last().is_some_and(alone));
        let family = declared
            .as_ref()
            .and_then(|family| family.last())
            .or(first)
            .or_else(|| name.iter().rfind(|word| !is_numeral(word)))?
            .clone();
        let family_first = name.len() > 1 && name[0] == family;
        let given: Vec<_> = name
            .iter()
            .filter(|word| **word != family)
            .cloned()
            .collect();
        (!given.is_empty() && name.contains(&family)).then_some(Self {
            given,
            // The default family name is the last word: that says nothing about the given name standing alone.
            declared: declared.is_some() && family_first,
            family,
            family_first,
        })
    }
}

/// «II», «XIV»: no name.
fn is_numeral(word: &str) -> bool {
    !word.is_empty()
        && word.len() < 6
        && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

/// Whether a word only says which office somebody has: «Prime», «Minister».
pub(crate) fn is_office(word: &str) -> bool {
    TITLES.has(word)
        || matches!(
            word,
            "prime" | "vice" | "first" | "foreign" | "acting" | "the"
        )
}

/// Words that may stand before a family name without making it somebody else's.
const TITLES: &Table = table![
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "lord",
    "lady",
    "dame",
    "president",
    "chancellor",
    "premier",
    "minister",
    "secretary",
    "general",
    "gen",
    "colonel",
    "col",
    "captain",
    "capt",
    "lieutenant",
    "lt",
    "sergeant",
    "sgt",
    "officer",
    "chief",
    "detective",
    "governor",
    "gov",
    "senator",
    "sen",
    "representative",
    "rep",
    "congressman",
    "congresswoman",
    "mayor",
    "judge",
    "justice",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "bishop",
    "archbishop",
    "cardinal",
    "father",
    "sister",
    "brother",
    "professor",
    "prof",
    "ambassador",
    "chairman",
    "chairwoman",
    "director",
    "leader",
    "diplomat",
    "envoy",
    "spokesman",
    "spokeswoman",
    "commissioner",
    "sheriff",
    "deputy",
    "admiral",
    "major",
    "comrade",
    "the",
    "a",
    "and",
    "with",
    "of",
    "for",
    "to",
    "in",
    "on",
    "at",
    "by",
    "from",
    "but",
    "when",
    "after",
    "before",
    "as",
    "that",
    "if",
    "while",
    "since",
    "where",
    "said",
    "says",
    "us",
    "s",
    "uk",
    "eu",
    "un",
    "chinese",
    "american",
    "russian",
    "between",
    "meets",
    "met",
    "than",
    "did",
    "has",
    "had",
    "was",
    "is",
    "will",
    "would",
    "not",
    "how",
    "why",
    "what",
];

/// Whether a folded word is also an ordinary word, so that only capitals make it a name: «WHO», «US».
pub(crate) fn is_ordinary(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "us"
            | "it"
            | "is"
            | "as"
            | "no"
            | "on"
            | "in"
            | "at"
            | "an"
            | "am"
            | "be"
            | "do"
            | "go"
            | "he"
            | "if"
            | "me"
            | "my"
            | "of"
            | "or"
            | "so"
            | "to"
            | "up"
            | "we"
            | "aid"
            | "care"
            | "cap"
            | "map"
    )
}

/// Whether a folded word may introduce somebody.
pub(crate) fn is_title(word: &str) -> bool {
    month(word).is_some() || is_weekday(word) || TITLES.has(word)
}
