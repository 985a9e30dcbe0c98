//! Words beside a date that open it on one side: «before», «by», «since», «and later».
//!
//! In: a date and where it stands. Out: the first of those words, and what they make of the range.

use super::calendar;
use super::calendar::Unit;
use super::length;
use super::place::At;
use super::place::When;
use crate::lex::token::Kind;
use crate::value::DateRange;
use crate::value::Granularity;

/// How the words before a date bend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bend {
    As,
    /// «before», «until»: up to its first instant.
    Before,
    /// «after»: from its end.
    After,
    /// «by»: up to its last instant.
    By,
    /// «from», «starting», «since».
    From,
    /// «just before», «shortly after».
    Near,
}

impl Bend {
    pub(super) fn apply(self, range: DateRange, grain: Granularity) -> DateRange {
        match self {
            Self::As | Self::Near => range,
            Self::Before => DateRange {
                from: None,
                to: range.from,
            },
            // «After 15 June» leaves the 15th in: reports use it both ways. «After 2010» does not mean 2010.
            Self::After if grain >= Granularity::Day => DateRange {
                from: range.from,
                to: None,
            },
            Self::After => DateRange {
                from: range.to,
                to: None,
            },
            Self::By => DateRange {
                from: None,
                to: range.to,
            },
            Self::From => DateRange {
                from: range.from,
                to: None,
            },
        }
    }
}

/// The words before `i` that belong to the date: the index of the first of them, and what they do to it.
pub(super) fn lead(at: At<'_>, i: usize, when: &When) -> (usize, Bend) {
    let words = at.words;
    let mut start = i;
    let step = |start: &mut usize, list: &[&str]| -> bool {
        let hit = *start > 0 && words.any(*start - 1, list);
        *start -= usize::from(hit);
        hit
    };
    step(&mut start, &["the", "this", "that"]);
    step(
        &mut start,
        &[
            "around",
            "about",
            "approximately",
            "roughly",
            "circa",
            "exactly",
        ],
    );
    if step(&mut start, &["year", "sometime"]) {
        step(&mut start, &["the"]);
    }
    let open_end = when.stated.from.is_none() || when.stated.to.is_none();
    let near = start > 1
        && words.any(start - 1, &["before", "after"])
        && words.any(
            start - 2,
            &["just", "shortly", "soon", "right", "moments", "minutes"],
        );
    if near && when.grain >= Granularity::Day {
        return (start - 2, Bend::Near);
    }
    if step(&mut start, &["before", "until", "till", "til", "pre"]) {
        let on = usize::from(start > 1 && words.is(start - 1, "or") && words.is(start - 2, "on"));
        if on == 1 {
            return (start - 2, Bend::By);
        }
        return (start, if open_end { Bend::As } else { Bend::Before });
    }
    if start > 2
        && words.is(start - 1, "after")
        && words.is(start - 2, "or")
        && words.is(start - 3, "on")
    {
        return (start - 3, Bend::From);
    }
    if step(&mut start, &["after"]) {
        return (start, if open_end { Bend::As } else { Bend::After });
    }
    if step(&mut start, &["by"]) {
        return (start, if open_end { Bend::As } else { Bend::By });
    }
    if start > 1 && words.is(start - 1, "than") {
        // «More than two days ago» is before that.
        let back = length::length(at, i).is_some();
        let bend = if words.is(start - 2, if back { "earlier" } else { "later" })
            || words.is(start - 2, if back { "less" } else { "more" })
        {
            Bend::After
        } else if words.any(start - 2, &["earlier", "sooner", "less", "more", "later"]) {
            Bend::Before
        } else {
            return (start, Bend::As);
        };
        if words.is(start.wrapping_sub(3), "in") && back {
            return (start - 3, Bend::As);
        }
        start -= 2;
        if step(&mut start, &["no", "not"]) {
            let bend = if bend == Bend::After {
                Bend::By
            } else {
                Bend::From
            };
            return (start, bend);
        }
        return (start, bend);
    }
    if start > 1 && words.is(start - 1, "to") && words.is(start - 2, "prior") {
        return (start - 2, Bend::Before);
    }
    if start > 0 {
        let equals = usize::from(words.str(start - 1) == "=");
        let kind = words.kind(start.wrapping_sub(1 + equals));
        if matches!(kind, Kind::Greater | Kind::Less) {
            let bend = match (kind, equals) {
                (Kind::Greater, 1) => Bend::From,
                (Kind::Greater, _) => Bend::After,
                (_, 1) => Bend::By,
                _ => Bend::Before,
            };
            return (start - 1 - equals, bend);
        }
    }
    if step(&mut start, &["as"]) {
        if words.is(start.wrapping_sub(2), "as") && words.any(start - 1, &["early", "late"]) {
            let bend = if words.is(start - 1, "early") {
                Bend::From
            } else {
                Bend::By
            };
            return (start - 2, bend);
        }
        return (start + 1, Bend::As);
    }
    if step(&mut start, &["starting", "beginning"]) {
        return (start, Bend::From);
    }
    if start > 1 && words.is(start - 1, "from") && words.is(start - 2, "starting") {
        return (start - 2, Bend::From);
    }
    if step(&mut start, &["from", "between"]) {
        return (start, Bend::As);
    }
    if step(
        &mut start,
        &[
            "@",
            "in",
            "on",
            "at",
            "during",
            "around",
            "about",
            "near",
            "through",
            "throughout",
            "for",
            "within",
            "into",
            "over",
        ],
    ) {
        return (start, Bend::As);
    }
    (start, Bend::As)
}

/// «and later», «or earlier», «onwards» after a date: the index after it, and what it does.
pub(super) fn trail(at: At<'_>, start: usize, i: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    if words.is(i, "on") && at.after_any(start, &["from"]) && words.kind(i + 1) != Kind::Word {
        return Some((i + 1, Bend::From));
    }
    if words.any(i, &["onward", "onwards"]) {
        return Some((i + 1, Bend::From));
    }
    if !words.any(i, &["and", "or"]) {
        return None;
    }
    let last = matches!(
        words.kind(i + 2),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
    );
    if words.any(i + 1, &["later", "greater", "newer", "beyond"])
        || words.is(i + 1, "after") && last
    {
        return Some((i + 2, Bend::From));
    }
    if words.any(i + 1, &["earlier", "older", "sooner"]) || words.is(i + 1, "before") && last {
        return Some((i + 2, Bend::By));
    }
    None
}

/// «Just after» a time is within the hour, «just after» a day within days.
pub(super) fn around(range: DateRange, grain: Granularity) -> DateRange {
    let (unit, n) = if grain > Granularity::Day {
        (Unit::Hour, 1)
    } else {
        (Unit::Day, 3)
    };
    DateRange {
        from: range.from.and_then(|from| calendar::shift(from, unit, -n)),
        to: range.to.and_then(|to| calendar::shift(to, unit, n)),
    }
}
