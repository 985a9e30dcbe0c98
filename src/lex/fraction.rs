//! Fractions: «half», «two thirds», «3/4», «two in five».
//!
//! In: the tokens of a sentence and an index. Out: a numeral below or beside a whole one.

/// The part a word names: «quarter» is 4, «half» is 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// How many of it make one.
    pub(crate) of: u32,
    /// Whether the word is a plural.
    pub(crate) plural: bool,
}

/// The words of parts; ordinals name parts too and are in `number`.
pub(super) const WORDS: &[(&str, Part)] = &[
    (
        "half",
        Part {
            of: 2,
            plural: false,
        },
    ),
    (
        "halves",
        Part {
            of: 2,
            plural: true,
        },
    ),
    (
        "quarter",
        Part {
            of: 4,
            plural: false,
        },
    ),
    (
        "quarters",
        Part {
            of: 4,
            plural: true,
        },
    ),
];
