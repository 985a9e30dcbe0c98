//! Where a date can start, told by a few tokens: most words that can begin one («that», «all», «a», «early») mostly do not.
//!
//! In: a place in a sentence. Out: whether the readers beside this file need to look at all. What is said here of a word
//! must hold of every reader that begins with it.

use super::feast;
use super::length;
use super::place::At;
use super::word::DateWord;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// What follows «last», «this», «that» and is no word of dates: «last season», «this time», «last but one».
const AFTER_SHIFT: &Set = set![
    "very",
    "working",
    "business",
    "trading",
    "season",
    "seasons",
    "work",
    "school",
    "financial",
    "time",
    "moment",
    "but",
    "full",
    "part",
    "half",
];

/// What may stand between «early», «all», «every» and the period: «early in the morning», «all of the next month».
const BETWEEN: &Set = set![
    "of", "in", "on", "the", "my", "our", "that", "around", "about", "and", "single", "other",
    "school", "trading", "part", "business", "to", "or",
];

/// Most tokens of [`BETWEEN`] in a row.
const REACH: usize = 5;

/// Whether a date or a time can start at `i`.
pub(super) fn may_start(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    if words.has(i, flag::FEAST) && feast::name_end(at, i).is_some() {
        return true;
    }
    match at.word(i) {
        None | Some(DateWord::Feast) => {
            number(words, i) && near_a_date(words, i) && !is_plain_length(at, i)
        }
        Some(DateWord::Shift(_)) => {
            let next = words.at(i + 1);
            next.kind != Kind::Word
                || next.flags & (flag::DATE | flag::NUMBER) != 0
                || words.any(i + 1, AFTER_SHIFT)
                || words.is(i, "present")
        }
        Some(DateWord::Portion(_) | DateWord::Every) => {
            words.is(i, "everyday") || period_follows(words, i)
        }
        Some(_) => true,
    }
}

/// Words that join a day, a part of it and a time.
const JOINTS: &Set = set![
    "at", "around", "about", "on", "in", "during", "of", "for", "from", "between", "before",
    "until", "till", "by", "after", "the", "no", "not", "later", "earlier", "sooner", "t", "'s",
];

/// Whether another part of a date, a day or a time, can follow at `end`.
pub(super) fn may_go_on(words: Words<'_>, end: usize) -> bool {
    let next = end + usize::from(matches!(words.kind(end), Kind::Comma | Kind::Dash));
    match words.kind(next) {
        Kind::Word => words.has(next, flag::DATE | flag::NUMBER) || words.any(next, JOINTS),
        Kind::None | Kind::Stop | Kind::End | Kind::Close | Kind::Semicolon => false,
        _ => true,
    }
}

/// Whether the words after `i` come to a word of dates or a number at once.
fn period_follows(words: Words<'_>, i: usize) -> bool {
    for k in i + 1..=i + REACH {
        let passes =
            matches!(words.kind(k), Kind::Dash | Kind::Apostrophe) || words.any(k, BETWEEN);
        if !passes {
            return words.has(k, flag::DATE | flag::NUMBER);
        }
    }
    true
}

/// Whether a number that dates are told with starts at `i`; an «a» has its unit of time behind it.
fn number(words: Words<'_>, i: usize) -> bool {
    if words.kind(i) != Kind::Word {
        return matches!(words.kind(i), Kind::Digits | Kind::Vulgar) || words.has(i, flag::DATE);
    }
    if words.has(i, flag::ARTICLE) {
        return (i + 1..=i + 6).any(|k| matches!(words.date(k), Some(DateWord::Unit(_))));
    }
    words.has(i, flag::BELOW_HUNDRED | flag::ORDINAL)
        || words.has(i, flag::DATE) && words.date(i).is_none()
        || words.any(i, set!["half", "once", "twice", "thrice"])
}

/// What makes a date of the length before it: «ago», «from now», «after Christmas», «on Friday», «past five».
const AFTER_LENGTH: &Set = set![
    "ago",
    "later",
    "afterwards",
    "afterward",
    "earlier",
    "prior",
    "previously",
    "hence",
    "back",
    "in",
    "from",
    "after",
    "before",
    "since",
    "following",
    "preceding",
    "starting",
    "beginning",
    "ended",
    "ending",
    "through",
    "until",
    "on",
    "of",
    "to",
    "past",
    "'s",
    "more",
    "or",
    "times",
];

/// Whether a length of time in words starts at `i` and nothing around makes a date of it: «for seven hours, and».
fn is_plain_length(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    if words.kind(i) != Kind::Word || at.rule {
        return false;
    }
    let within = (1..=3).any(|k| words.any(i.wrapping_sub(k), set!["in", "within", "after"]));
    if within {
        return false;
    }
    let Some(length) = length::length(at, i) else {
        return false;
    };
    let end = length.end;
    let day = matches!(
        words.date(end),
        Some(DateWord::Day(_) | DateWord::Weekday(_) | DateWord::Tonight)
    );
    let open = matches!(
        words.kind(end),
        Kind::Apostrophe | Kind::Digits | Kind::Dash
    );
    !(day || open || words.any(end, AFTER_LENGTH))
}

/// Words of dates that say nothing of a number before them: the date that they begin has others.
const OPENING: &Set = set![
    "the", "this", "that", "all", "each", "every", "same", "since"
];

/// Farthest from a number that something tells it to be a date, in tokens.
const NEAR: usize = 6;
/// The same from a «first»: «first ten or so days of».
const NEAR_ORDINAL: usize = 4;

/// Whether a number at `i` can start a date or a time: a word of dates, a mark of numeric ones or «th» is close by.
fn near_a_date(words: Words<'_>, i: usize) -> bool {
    let told = words.has(i, flag::DATE) && words.date(i).is_none();
    if told || words.kind(i) == Kind::Digits && words.width(i) == 4 {
        return true;
    }
    // «the ninth up to the seventeenth of April» takes its month from the second.
    let second = || (i + 1..=i + NEAR).any(|k| words.has(k, flag::ORDINAL));
    let near = if is_ordinal(words, i) && !second() {
        NEAR_ORDINAL
    } else {
        NEAR
    };
    (i + 1..=i + near).any(|j| match words.kind(j) {
        Kind::Word => {
            // «90 km/h».
            let rate =
                words.kind(j - 1) == Kind::Slash && words.kind(j.wrapping_sub(2)) == Kind::Word;
            words.has(j, flag::DATE) && !words.any(j, OPENING) && !rate
                || words.glued(j) && (j == i + 1 || !words.is(j, "'s"))
                || words.any(
                    j,
                    set!["a", "p", "gmt", "utc", "bc", "ce", "bce", "b", "c"],
                )
        }
        Kind::Slash => {
            words.kind(j - 1) == Kind::Digits && words.has(j + 1, flag::NUMBER | flag::DATE)
        }
        Kind::Colon | Kind::Dash => words.has(j + 1, flag::NUMBER | flag::DATE),
        // «3.1 percent» is neither «3.1.2018» nor «3.10 pm».
        Kind::Stop => {
            words.glued(j)
                && words.kind(j + 1) == Kind::Digits
                && words.kind(j + 2) != Kind::Percent
                && !words.any(
                    j + 2,
                    set!["percent", "per", "million", "billion", "points"],
                )
        }
        Kind::Apostrophe => words.glued(j),
        _ => false,
    }) || words.has(i + 1, flag::NUMBER)
        || words.is(i + 1, "to") && !is_ordinal(words, i)
        || words.any(i + 1, set!["oh", "o", "sharp"])
        || words.phrase(i + 1, set!["on", "the", "dot"]).is_some()
        // «in 15» as a whole text, «in ’98».
        || i == 1 && words.is(0, "in") && words.len() < 4
        || i > 0 && words.kind(i - 1) == Kind::Apostrophe && words.glued(i)
        || i > 0
            && words.any(i - 1, set!["on", "the"])
            && !(is_ordinal(words, i) && words.kind(i + 1) == Kind::Word)
}

fn is_ordinal(words: Words<'_>, i: usize) -> bool {
    words.has(i, flag::ORDINAL) && !words.has(i, flag::BELOW_HUNDRED)
}
