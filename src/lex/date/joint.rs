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

    /// A small word before a day or a time.
    const WORD: Self = Self {
        word: true,
        ..Self::FREE
    };
    /// One before a day alone.
    const DAY: Self = Self {
        time: false,
        ..Self::WORD
    };
    /// One before a time alone.
    const TIME: Self = Self {
        day: false,
        ..Self::WORD
    };
    /// One before a time alone, which may be a bare number.
    const HOUR: Self = Self {
        hour: true,
        ..Self::TIME
    };

    /// The joint at `i` and the index after it.
    pub(super) fn read(at: At<'_>, i: usize) -> (usize, Self) {
        let words = at.words;
        let comma = usize::from(
            words.kind(i) == Kind::Comma || words.kind(i) == Kind::Dash && words.glued(i),
        );
        let j = i + comma;
        // «tomorrow's morning».
        if words.is(j, "'s") && matches!(at.word(j + 1), Some(DateWord::Part(_))) {
            let owner = Self {
                word: false,
                ..Self::TIME
            };
            return (j + 1, owner);
        }
        Self::of_word(at, j).unwrap_or_else(|| {
            let none = Self {
                word: comma > 0,
                ..Self::FREE
            };
            (j, none)
        })
    }

    /// The joint that the word at `j` makes, if it makes one, and the index after it.
    fn of_word(at: At<'_>, j: usize) -> Option<(usize, Self)> {
        let words = at.words;
        let between = Self {
            between: true,
            ..Self::HOUR
        };
        let found = if words.any(j, set!["at", "@"]) {
            let around = set!["around", "about", "approximately", "exactly", "just"];
            let around = usize::from(words.any(j + 1, around));
            (j + 1 + around, Self::HOUR)
        } else if words.any(j, set!["around", "about", "from"]) {
            (j + 1, Self::HOUR)
        } else if words.any(j, set!["on", "of"]) {
            (at.the(j + 1), Self::DAY)
        } else if words.is(j, "in") && words.is(j + 1, "between") {
            (j + 2, between)
        } else if words.any(j, set!["in", "during"]) {
            (at.the(j + 1), Self::TIME)
        } else if words.is(j, "for") && matches!(words.kind(j + 1), Kind::Digits) {
            (j + 1, Self::TIME)
        } else if words.is(j, "between") {
            (j + 1, between)
        } else if let Some((end, open)) = bounded(at, j) {
            let bound = Self { open, ..Self::HOUR };
            (end, bound)
        } else if words.any(j, set!["before", "until", "till", "by", "after"]) {
            let last = matches!(words.kind(j + 2), Kind::None | Kind::Stop | Kind::End);
            let bound = Self {
                hour: last,
                open: if words.is(j, "after") {
                    Open::After
                } else {
                    Open::Before
                },
                ..Self::TIME
            };
            (j + 1, bound)
        } else if words.is(j, "the") && is_day_with_article(at, j + 1) {
            (j + 1, Self::DAY)
        } else {
            return None;
        };
        Some(found)
    }
}

/// «5 pm the day after tomorrow», «noon the first of June»: a day told with «the», which stands before `i`.
fn is_day_with_article(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    match at.word(i) {
        Some(DateWord::Shift(_) | DateWord::Start) => return true,
        Some(DateWord::Weekday(_))
            if words.any(i + 1, set!["after", "before", "following", "of"]) =>
        {
            return true;
        }
        _ => {}
    }
    words.is(i, "day") && words.any(i + 1, set!["after", "before"]) || at.ordinal(i).is_some()
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
