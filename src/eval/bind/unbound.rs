//! Why a value belongs to no word of an event.
//!
//! In: what [`super::attach`] found instead. Out: the reason, as data for those who go on looking and in words for people.

use std::fmt;

use crate::eval::other::Other;

/// Why a value stays unbound.
#[derive(Clone, Debug)]
pub(crate) enum Unbound {
    /// A caption, which has to name the event itself.
    Caption,
    /// Its sentence tells of another time.
    Elsewhere(Other),
    /// The nearest word for an event is of another one; with its words, and why.
    Nearest(String, String),
    /// Two words for events stand equally near.
    Rivals(String, String),
    /// It says which one is meant by the noun behind it.
    Attributive,
    /// A sentence before, the last to speak of any event, speaks of another one; with the reason, where it is none of the story.
    AfterAnother(Option<Other>),
    /// The sentence before speaks of several events.
    AfterSeveral,
    /// No word for an event stands near.
    Nothing,
}

impl fmt::Display for Unbound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Caption => write!(f, "a caption without a word for the event"),
            Self::Elsewhere(other) => write!(f, "{other}"),
            Self::Nearest(words, why) => {
                write!(f, "the nearest word for an event is «{words}», {why}")
            }
            Self::Rivals(one, other) => write!(
                f,
                "«{one}» and «{other}» stand equally near; `who`, `where` or longer phrases in `what` tell events apart"
            ),
            Self::Attributive => {
                write!(f, "it tells which one is meant by the noun right after it")
            }
            Self::AfterAnother(Some(other)) => {
                write!(f, "the sentence before speaks of another event: {other}")
            }
            Self::AfterAnother(None) => write!(f, "the sentences before speak of another event"),
            Self::AfterSeveral => write!(f, "the sentence before speaks of several events"),
            Self::Nothing => write!(
                f,
                "no word of any event's `what` stands in its sentence or shortly before"
            ),
        }
    }
}

impl From<Unbound> for String {
    fn from(why: Unbound) -> Self {
        why.to_string()
    }
}
