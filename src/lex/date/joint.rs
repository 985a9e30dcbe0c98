//! The small words between a day and a time: «at», «on», «between», «no later than».
//!
//! In: a place in a sentence. Out: what may follow them.

use super::place::At;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    No,
    Before,
    After,
}

/// The small words between two items.
#[expect(clippy::struct_excessive_bools, reason = "each is a word of its own")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// A bare number after it is an hour.
    pub(super) hour: bool,
    /// A day may follow it.
    pub(super) day: bool,
    /// A clock or part may follow it.
    pub(super) time: bool,
    /// Something stands between at all.
    pub(super) word: bool,
    pub(super) open: Open,
    pub(super) between: bool,
}

impl Joint {
    const FREE: Self = Self {
        hour: false,
        day: true,
        time: true,
        word: false,
        open: Open::No,
        between: false,
    };

    pub(super) fn first(at: At<'_>, i: usize) -> (usize, Self) {
        let between = at.after_any(i, set!["between"]);
        (
            i,
            Self {
                between,
                hour: true,
                ..Self::FREE
            },
        )
    }

    /// The joint at `i` and the index after it.
    #[expect(clippy::too_many_lines, reason = "one small word after the other")]
    pub(super) fn read(at: At<'_>, i: usize) -> (usize, Self) {
        let words = at.words;
        let comma = usize::from(
            words.kind(i) == Kind::Comma || words.kind(i) == Kind::Dash && words.glued(i),
        );
        let j = i + comma;
        let word = Self {
            word: true,
            ..Self::FREE
        };
        let time = Self { day: false, ..word };
        // «tomorrow's morning».
        if words.is(j, "'s") && matches!(at.word(j + 1), Some(DateWord::Part(_))) {
            return (
                j + 1,
                Self {
                    word: false,
                    ..time
                },
            );
        }
        if words.any(j, set!["at", "@"]) {
            let around = usize::from(words.any(
                j + 1,
                set!["around", "about", "approximately", "exactly", "just"],
            ));
            (j + 1 + around, Self { hour: true, ..time })
        } else if words.any(j, set!["around", "about"]) {
            (j + 1, Self { hour: true, ..time })
        } else if words.is(j, "on") {
            (
                at.the(j + 1),
                Self {
                    time: false,
                    ..word
                },
            )
        } else if words.is(j, "in") && words.is(j + 1, "between") {
            (
                j + 2,
                Self {
                    hour: true,
                    between: true,
                    ..time
                },
            )
        } else if words.any(j, set!["in", "during"]) {
            (at.the(j + 1), time)
        } else if words.is(j, "of") {
            (
                at.the(j + 1),
                Self {
                    time: false,
                    ..word
                },
            )
        } else if words.is(j, "for") && matches!(words.kind(j + 1), Kind::Digits) {
            (j + 1, time)
        } else if words.is(j, "from") {
            (j + 1, Self { hour: true, ..time })
        } else if words.is(j, "between") {
            (
                j + 1,
                Self {
                    hour: true,
                    between: true,
                    ..time
                },
            )
        } else if let Some((end, open)) = bounded(at, j) {
            (
                end,
                Self {
                    hour: true,
                    open,
                    ..time
                },
            )
        } else if words.any(j, set!["before", "until", "till", "by"]) {
            let last = matches!(words.kind(j + 2), Kind::None | Kind::Stop | Kind::End);
            (
                j + 1,
                Self {
                    hour: last,
                    open: Open::Before,
                    ..time
                },
            )
        } else if words.is(j, "after") {
            let last = matches!(words.kind(j + 2), Kind::None | Kind::Stop | Kind::End);
            (
                j + 1,
                Self {
                    hour: last,
                    open: Open::After,
                    ..time
                },
            )
        } else if words.is(j, "the")
            && (words.is(j + 1, "day") && words.any(j + 2, set!["after", "before"])
                || matches!(at.word(j + 1), Some(DateWord::Shift(_) | DateWord::Start))
                || matches!(at.word(j + 1), Some(DateWord::Weekday(_)))
                    && words.any(j + 2, set!["after", "before", "following", "of"])
                || at.ordinal(j + 1).is_some())
        {
            // «5 pm the day after tomorrow», «noon the first of June».
            (
                j + 1,
                Self {
                    time: false,
                    ..word
                },
            )
        } else {
            (
                j,
                Self {
                    word: comma > 0,
                    ..Self::FREE
                },
            )
        }
    }
}

/// «later than», «no later than», «earlier than» between a day and a time.
fn bounded(at: At<'_>, i: usize) -> Option<(usize, Open)> {
    let words = at.words;
    let no = usize::from(words.any(i, set!["no", "not"]));
    let end = i + no + 2;
    if !words.is(end - 1, "than") {
        return None;
    }
    if words.is(i + no, "later") {
        return Some((end, if no == 1 { Open::Before } else { Open::After }));
    }
    if words.any(i + no, set!["earlier", "sooner"]) {
        return Some((end, if no == 1 { Open::After } else { Open::Before }));
    }
    None
}
