//! Words beside a date that open it on one side: «before», «by», «since», «and later».
//!
//! In: a date and where it stands. Out: the first of those words, and what they make of the range.

use std::cmp::Ordering;

use super::calendar;
use super::calendar::Unit;
use super::length;
use super::place::At;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
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

/// The words before a clock time without a day at `i`.
pub(super) fn lead_of_time(at: At<'_>, i: usize) -> (usize, Bend) {
    let minute = calendar::between(at.now, at.now);
    lead(
        at,
        i,
        &When::new(i + 1, minute, Granularity::Minute, Anchor::Relative),
    )
}

/// The words before `i` that belong to the date: the index of the first of them, and what they do to it.
pub(super) fn lead(at: At<'_>, i: usize, when: &When) -> (usize, Bend) {
    let (start, bend) = bent(at, i, when);
    // «anytime after 4 pm», «exactly at noon», «as» of «as soon as possible».
    let start = back(at, start, set!["anytime", "exactly", "precisely"]);
    let soon = start == i && at.words.is(i, "soon");
    let start = start - usize::from(soon && start > 0);
    (inner(at, start, i), bend)
}

/// «about» of «at about 5 pm», «before» of «from before 1990»: in a sentence a plain preposition before a word that bends
/// the date is not the date's.
fn inner(at: At<'_>, start: usize, i: usize) -> usize {
    let words = at.words;
    let plain =
        start > 0 && words.any(start, set!["on", "in", "at", "for", "from", "during", "of"]);
    let bends = words.any(
        start + 1,
        set![
            "around",
            "about",
            "approximately",
            "roughly",
            "circa",
            "before",
            "after",
            "until",
            "since",
        ],
    );
    // «in about a week»: without its «in» it would be a length.
    let counts = words.is(start, "in") && length::length(at, i).is_some();
    start + usize::from(plain && bends && !counts && start + 1 < i)
}

fn bent(at: At<'_>, i: usize, when: &When) -> (usize, Bend) {
    let (start, bend) = bent_by(at, i, when);
    // «sometime in 1987», «some time next week», «any day in June», «first thing on Monday».
    let words = at.words;
    let some = words.any(start.wrapping_sub(1), set!["time", "day", "point", "stage"])
        && words.any(start.wrapping_sub(2), set!["some", "any", "one"])
        || words.is(start.wrapping_sub(1), "thing") && words.is(start.wrapping_sub(2), "first");
    if some && start > 1 {
        return (back(at, start - 2, set!["at"]), bend);
    }
    (back(at, start, set!["sometime"]), bend)
}

/// What the words before a date bend it to, and where they start.
fn bent_by(at: At<'_>, i: usize, when: &When) -> (usize, Bend) {
    let words = at.words;
    let mut start = back(
        at,
        i,
        set!["the", "this", "that", "these", "those", "years"],
    );
    if words.is(start, "years") {
        start = back(at, start, set!["the"]);
    }
    start = back(at, start, ABOUT);
    if owns_what_it_leads(at, i, start, when) {
        return (start, Bend::As);
    }
    if length::length(at, i).is_some() {
        start = hedged_length(at, start);
    }
    let year = back(at, start, set!["year", "sometime"]);
    if year < start {
        start = back(at, year, set!["the"]);
    }
    let open = when.stated.from.is_none() || when.stated.to.is_none();
    let unless_open = |bend| if open { Bend::As } else { bend };
    if let Some((start, bend)) = far_or_not(at, start) {
        return (start, unless_open(bend));
    }
    // «later than 9:30 but before 11» has both ends.
    if (i..when.end).any(|k| words.is(k, "but")) {
        let before = back(at, start, set!["after", "from", "than"]);
        let later = back(at, before, set!["later"]);
        return (if before < start { later } else { start }, Bend::As);
    }
    if let Some(found) = nearly(at, start)
        .or_else(|| either_side(at, start))
        .or_else(|| than(at, i, start, when))
        .or_else(|| pairs(at, start))
        .or_else(|| sign(at, start))
    {
        return found;
    }
    // «open through Friday»: up to its end. «Through the night» is all of it.
    if words.is(start.wrapping_sub(1), "through") && when.grain == Granularity::Day && start == i {
        return (start - 1, unless_open(Bend::By));
    }
    single(at, start, unless_open)
}

/// «after Monday's vote», «before Mondays vote»: the word before `start` leads the vote, which the day only owns.
fn owns_what_it_leads(at: At<'_>, i: usize, start: usize, when: &When) -> bool {
    let words = at.words;
    let owns = words.is(when.end, "'s") && words.kind(when.end + 1) == Kind::Word
        || when.end == i + 1
            && matches!(words.date(i), Some(DateWord::Weekdays))
            && at.weekday(i).is_some();
    owns && words.any(
        start.wrapping_sub(1),
        set!["before", "after", "since", "until", "by", "following"],
    )
}

/// Where the hedge of a length starts: «nearly two weeks ago», «just over a month ago», «at least a year ago».
fn hedged_length(at: At<'_>, mut start: usize) -> usize {
    let words = at.words;
    let over = back(at, start, set!["over", "under", "after"]);
    let little = back(at, over, set!["little", "bit"]);
    let just = back(at, little, set!["just", "slightly", "well", "a"]);
    if over < start && (just < over || at.after_any(over, set!["in"])) {
        start = just;
    }
    start = back(
        at,
        start,
        set!["nearly", "almost", "just", "only", "some", "precisely"],
    );
    let least = words.any(start.wrapping_sub(1), set!["least", "most"])
        && words.is(start.wrapping_sub(2), "at");
    if least { start - 2 } else { start }
}

/// «well before», «long after»; «not before», «not until».
fn far_or_not(at: At<'_>, start: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    let (last, first) = (start.wrapping_sub(1), start.wrapping_sub(2));
    if words.any(last, set!["before", "after"]) && words.any(first, set!["well", "long"]) {
        let bend = if words.is(last, "before") {
            Bend::Before
        } else {
            Bend::After
        };
        return Some((first, bend));
    }
    (words.any(last, set!["before", "until", "till"]) && words.is(first, "not"))
        .then_some((first, Bend::From))
}

/// «just before», «shortly after», «minutes before».
fn nearly(at: At<'_>, start: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    let near = words.any(start.wrapping_sub(1), set!["before", "after"])
        && words.any(
            start.wrapping_sub(2),
            set![
                "just", "shortly", "soon", "right", "moments", "minutes", "little", "bit",
            ],
        );
    near.then(|| (back(at, start - 2, set!["a"]), Bend::Near))
}

/// A single word before it; without one it stands as it is.
fn single(at: At<'_>, start: usize, unless_open: impl Fn(Bend) -> Bend) -> (usize, Bend) {
    for (list, bend) in SINGLE {
        let before = back(at, start, list);
        if before == start {
            continue;
        }
        let bend = match bend {
            Bend::Before | Bend::After | Bend::By => unless_open(*bend),
            _ => *bend,
        };
        // «starting after 5 May», «until before Easter»: the nearer word bends it.
        let outer = if matches!(bend, Bend::Before | Bend::After) {
            back(
                at,
                before,
                set!["starting", "beginning", "ending", "until", "till"],
            )
        } else {
            before
        };
        return (outer, bend);
    }
    (start, Bend::As)
}

/// «on or before 5 May», «in or after 2018», «before or during 2018»: the date itself and one side of it.
fn either_side(at: At<'_>, start: usize) -> Option<(usize, Bend)> {
    const INSIDE: &Set = set!["on", "at", "in", "during", "since", "from"];
    let words = at.words;
    if start < 3 || !words.is(start - 2, "or") {
        return None;
    }
    let (first, last) = (start - 3, start - 1);
    let side = if words.any(first, INSIDE) {
        last
    } else if words.any(last, INSIDE) {
        first
    } else {
        return None;
    };
    if words.is(side, "before") {
        return Some((first, Bend::By));
    }
    words.is(side, "after").then_some((first, Bend::From))
}

/// One token back from `start` if it is one of `list`.
fn back(at: At<'_>, start: usize, list: &Set) -> usize {
    let found = start > 0 && at.words.any(start - 1, list);
    // «How about 2016?» rounds nothing.
    let asks = found
        && at.words.is(start - 1, "about")
        && at.words.any(start.wrapping_sub(2), set!["how", "what"]);
    start - usize::from(found && !asks)
}

const ABOUT: &Set = set![
    "around",
    "about",
    "approximately",
    "roughly",
    "circa",
    "exactly",
    "precisely",
];

/// Single words, and what they do.
const SINGLE: &[(&Set, Bend)] = &[
    (set!["before", "until", "till", "til", "pre"], Bend::Before),
    (set!["after", "beyond"], Bend::After),
    (set!["by"], Bend::By),
    (set!["starting", "beginning", "commencing"], Bend::From),
    (
        set![
            "from",
            "between",
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
            "towards",
            "toward",
            "effective",
        ],
        Bend::As,
    ),
];

/// «later than», «no earlier than», «more than two days ago», «in less than an hour».
fn than(at: At<'_>, i: usize, start: usize, when: &When) -> Option<(usize, Bend)> {
    let words = at.words;
    if start < 2 || !words.is(start - 1, "than") {
        return None;
    }
    let length = length::length(at, i);
    // «More than two days ago» is before that, «more than two days from now» after it.
    let back_in_time = length.is_some_and(|length| {
        words.any(
            length.end,
            set![
                "ago",
                "before",
                "earlier",
                "back",
                "prior",
                "previously",
                "preceding"
            ],
        )
    });
    let length = length.is_some();
    let after = words.any(start - 2, set!["later", "newer"])
        || words.any(
            start - 2,
            if back_in_time {
                set!["less"]
            } else {
                set!["more", "greater"]
            },
        );
    if !words.any(
        start - 2,
        set![
            "earlier", "sooner", "less", "more", "later", "greater", "newer", "older"
        ],
    ) {
        return Some((start, Bend::As));
    }
    let no = usize::from(words.is(start.wrapping_sub(3), "no"));
    if length && words.is(start.wrapping_sub(3 + no), "in") {
        return Some((start - 3 - no, Bend::As));
    }
    // «Less than an hour later» is near the hour, «less than two days from now» between now and then.
    if length
        && !back_in_time
        && words.any(start - 2, set!["less", "more"])
        && when.anchor != Anchor::Relative
    {
        return Some((start - 2, Bend::As));
    }
    if length && !back_in_time && words.is(start - 2, "less") {
        let bend = if when.anchor == Anchor::Relative {
            Bend::By
        } else {
            Bend::As
        };
        return Some((start - 2, bend));
    }
    let not = back(at, start - 2, set!["no", "not"]);
    let bend = match (after, not < start - 2) {
        (true, false) => Bend::After,
        (false, false) => Bend::Before,
        (true, true) => Bend::By,
        (false, true) => Bend::From,
    };
    Some((not, bend))
}

/// «prior to», «starting from», «as early as».
fn pairs(at: At<'_>, start: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    if start < 2 {
        return None;
    }
    if words.is(start - 1, "to") && words.is(start - 2, "prior")
        || words.is(start - 1, "of") && words.is(start - 2, "ahead")
        || words.any(start - 1, set!["until", "till", "to"]) && words.is(start - 2, "up")
    {
        return Some((start - 2, Bend::Before));
    }
    if start > 2
        && words.is(start - 1, "of")
        && words.is(start - 2, "advance")
        && words.is(start - 3, "in")
    {
        return Some((start - 3, Bend::Before));
    }
    // «as from Friday», «with effect from 1 June».
    if words.is(start - 1, "from") && words.any(start - 2, set!["as", "effect"]) {
        let first = start - 2;
        let with =
            usize::from(words.is(first, "effect") && words.is(first.wrapping_sub(1), "with"));
        return Some((first - with, Bend::From));
    }
    // «up to and including Friday».
    if start > 3
        && words.is(start - 1, "including")
        && words.is(start - 2, "and")
        && words.is(start - 4, "up")
    {
        return Some((start - 4, Bend::By));
    }
    // «over the course of next week».
    if start > 3
        && words.is(start - 1, "of")
        && words.is(start - 2, "course")
        && words.is(start - 3, "the")
    {
        let lead = back(at, start - 3, set!["over", "in", "during", "through"]);
        return (lead < start - 3).then_some((lead, Bend::As));
    }
    // «As of Monday, twelve had died» says when that was so.
    if words.is(start - 1, "of") && words.is(start - 2, "as") {
        return Some((start - 2, Bend::As));
    }
    if words.any(start - 1, set!["on", "with", "in"]) && words.is(start - 2, "ending") {
        return Some((start - 2, Bend::By));
    }
    if words.any(start - 1, set!["from", "on", "at", "with", "in"])
        && words.any(start - 2, set!["starting", "beginning", "commencing"])
    {
        return Some((start - 2, Bend::From));
    }
    if start > 2 && words.is(start - 1, "as") && words.is(start - 3, "as") {
        if words.is(start - 2, "early") {
            return Some((start - 3, Bend::From));
        }
        if words.is(start - 2, "late") {
            return Some((start - 3, Bend::By));
        }
        // «as recently as 2018» says when, and how it looks.
        if words.any(start - 2, set!["recently", "soon"]) {
            return Some((start - 3, Bend::As));
        }
    }
    // «as far back as 1990», «as long ago as 1990».
    if start > 3
        && words.is(start - 1, "as")
        && words.any(start - 2, set!["back", "ago"])
        && words.any(start - 3, set!["far", "long"])
        && words.is(start - 4, "as")
    {
        return Some((start - 4, Bend::As));
    }
    None
}

/// «> 2018», «<= 2018».
fn sign(at: At<'_>, start: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    let equals = usize::from(start > 0 && words.str(start - 1) == "=");
    let first = start.checked_sub(1 + equals)?;
    let bend = match (words.kind(first), equals) {
        (Kind::Greater, 1) => Bend::From,
        (Kind::Greater, _) => Bend::After,
        (Kind::Less, 1) => Bend::By,
        (Kind::Less, _) => Bend::Before,
        _ => return None,
    };
    Some((first, bend))
}

/// «and later», «or earlier», «onwards» after a date: the index after it, and what it does.
pub(super) fn trail(at: At<'_>, start: usize, i: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    if words.is(i, "on")
        && at.after_any(start, set!["from"])
        && at.closes(i + 1)
        && !words.is(i + 1, "the")
    {
        return Some((i + 1, Bend::From));
    }
    if words.any(i, set!["onward", "onwards"])
        || words.is(i, "forward") && at.after_any(start, set!["from"])
    {
        return Some((i + 1, Bend::From));
    }
    if let Some(end) = words.phrase(i, set!["at", "the", "latest"]) {
        return Some((end, Bend::By));
    }
    if let Some(end) = words.phrase(i, set!["at", "the", "earliest"]) {
        return Some((end, Bend::From));
    }
    if !words.any(i, set!["and", "or"]) {
        return None;
    }
    let last = at.breaks(i + 2);
    if words.any(
        i + 1,
        set![
            "later", "greater", "newer", "beyond", "above", "onward", "onwards"
        ],
    ) || words.is(i + 1, "on") && last && at.after_any(start, set!["from"])
        || words.is(i + 1, "after") && last
    {
        return Some((i + 2, Bend::From));
    }
    if words.any(i + 1, set!["earlier", "older", "sooner", "below"])
        || words.is(i + 1, "before") && last
    {
        return Some((i + 2, Bend::By));
    }
    None
}

/// «Just after» a time is within the hour, «just after» a day within days.
pub(super) fn around(range: DateRange, grain: Granularity) -> DateRange {
    let (unit, n) = match grain.cmp(&Granularity::Day) {
        Ordering::Greater => (Unit::Hour, 1),
        Ordering::Equal => (Unit::Day, 3),
        Ordering::Less => (Unit::Month, 6),
    };
    DateRange {
        from: range.from.and_then(|from| calendar::shift(from, unit, -n)),
        to: range.to.and_then(|to| calendar::shift(to, unit, n)),
    }
}
