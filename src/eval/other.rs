//! Why an event word tells of another event than the story's.
//!
//! In: what [`super::background`] and [`super::elsewhere`] found beside it. Out: the reason, as data for those who ask which it
//! is and in words for people.

use std::fmt;

use jiff::civil::DateTime;

use crate::value::Value;

/// Why an event word tells of another event.
#[derive(Clone, Debug)]
pub(crate) enum Other {
    /// A word beside it says so: «another», «half-», «followed by».
    Word(String),
    /// It stands before those it gives a name to: «the summit nations».
    Names(String),
    /// It is told as one from before: «last time».
    Earlier(&'static str),
    /// It is played or worked out: «drill».
    Imagined(String),
    /// A date beside it is not the event's.
    Time {
        /// The date's words.
        words: String,
        /// Whether they stand in the sentence before.
        before: bool,
        /// When the event was.
        own: Option<DateTime>,
    },
    /// A year beside it is not the event's.
    Year(String),
    /// A place beside it is not the event's.
    Place(String),
    /// A place in its name is not the event's: «the Tokyo Marathon».
    PlaceInName(String),
}

impl Other {
    /// That the date told in `words` is not that of an event that was `when`.
    pub(super) fn time(words: &str, before: bool, when: Option<&Value>) -> Self {
        Self::Time {
            words: words.to_owned(),
            before,
            own: match when {
                Some(Value::Date(date)) => date.possible.from,
                _ => None,
            },
        }
    }

    /// Whether it only says that it was planned.
    pub(super) fn is_plan(&self) -> bool {
        self.is_word(&["planned", "scheduled"])
    }

    /// Whether it only says which of several it is.
    pub(super) fn is_ordinal(&self) -> bool {
        self.is_word(&["second", "third"])
    }

    /// Whether it only says that there is another one beside it.
    pub(super) fn is_soft(&self) -> bool {
        self.is_word(&[
            "similar",
            "another",
            "separate",
            "other",
            "more",
            "any",
            "such",
            "further",
            "subsequent",
            "several",
            "recent",
        ])
    }

    fn is_word(&self, words: &[&str]) -> bool {
        matches!(self, Self::Word(word) if words.contains(&word.as_str()))
    }
}

impl fmt::Display for Other {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(f, "«{word}» says it is another one"),
            Self::Names(word) => write!(f, "«{word}» says that it names others"),
            Self::Earlier(words) => write!(f, "«{words}» says it is an earlier one"),
            Self::Imagined(word) => write!(f, "«{word}» says it is only thought of"),
            Self::Time { words, before, own } => {
                let of = if *before {
                    " of the sentence before"
                } else {
                    ""
                };
                write!(f, "«{words}»{of} is not its time")?;
                own.map_or(Ok(()), |own| {
                    write!(f, " (`when` is {})", own.strftime("%-d %B %Y"))
                })
            }
            Self::Year(words) => write!(f, "«{words}» is not its year"),
            Self::Place(name) => write!(f, "«{name}» is not its place"),
            Self::PlaceInName(name) => write!(f, "«{name}» in its name is not its place"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Other;

    #[test]
    fn a_reason_knows_what_kind_it_is() {
        let word = |word: &str| Other::Word(word.to_owned());
        assert!(word("planned").is_plan() && !word("planned").is_soft());
        assert!(word("second").is_ordinal() && word("such").is_soft());
        assert!(!Other::Imagined("such".to_owned()).is_soft());
    }
}
