//! Dates that a page prints around its text: when it was published or put up, the day of a dateline, the day of a picture.
//!
//! In: a date or a clock time of the reading. Out: whether it is such a stamp. Where a page lost its layout, headline, date and credit
//! run into the first sentence, and nothing but their form tells them from what the sentence says. Dates that a preposition or a
//! verb leads are the sentence's own.

use std::ops::Range;

use super::scene::Scene;
use super::when;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::text::Mention;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;
use crate::value::month;

/// What a date is printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// Of the page itself: no evidence at all.
    Page,
    /// Of a picture, most likely: it may agree, and accuses nobody.
    Picture,
}

/// Words that a page says of itself.
const PUT_UP: &Table = table![
    "published",
    "updated",
    "posted",
    "modified",
    "printed",
    "uploaded",
    "retrieved",
    "accessed",
    "issued",
    "submitted"
];

/// Words that make a date part of the sentence.
const LEADS: &Table = table![
    "on",
    "in",
    "at",
    "of",
    "from",
    "the",
    "since",
    "until",
    "till",
    "by",
    "for",
    "during",
    "before",
    "after",
    "between",
    "to",
    "through",
    "and",
    "or",
    "this",
    "that",
    "last",
    "next",
    "early",
    "late",
    "around",
    "about",
    "s",
    "following",
    "than",
    "yesterday",
    "today",
    "is",
    "was",
    "were",
    "dated"
];

/// Words between «updated» and its date.
const BETWEEN: &Table = table![
    "on", "at", "am", "pm", "a", "m", "p", "gmt", "utc", "est", "edt", "et", "ist", "bst", "cet",
    "pst", "pdt", "pt", "time", "local", "date", "first", "last"
];

/// How many words headline, date and credit take before a text begins, at most.
const HEAD: usize = 60;

/// What a date or clock time is printed for, if it is no part of what is told.
pub(crate) fn of(scene: &Scene<'_>, mention: &Mention) -> Option<Stamp> {
    let range = scene.words_of(mention);
    if range.is_empty() {
        return None;
    }
    match &mention.value {
        Value::Date(date) => {
            // «29 Oct Posted by the desk»
            let next = scene.words.get(range.end);
            let heads = PUT_UP.has(scene.words.at(range.end))
                && next.is_some_and(|word| word.capital)
                && !LEADS.has(scene.words.at(range.start));
            if heads || put_up(scene, &range) || in_list(scene, &range) {
                return Some(Stamp::Page);
            }
            printed(scene, &range, date)
        }
        Value::TimeOfDay(_) => {
            let beside = || {
                scene.mentions_at(range.start).iter().any(|other| {
                    let at = scene.words_of(other);
                    matches!(other.value, Value::Date(_))
                        && !at.is_empty()
                        && (at.end <= range.start && range.start - at.end <= 1
                            || range.end <= at.start && at.start - range.end <= 1)
                        && of(scene, other) == Some(Stamp::Page)
                })
            };
            (put_up(scene, &range) || beside()).then_some(Stamp::Page)
        }
        _ => None,
    }
}

/// «Storm hits Lund 9 hours ago Town digs out 2 days ago Mayor quits»: the ages of headlines in a list that lost its lines.
fn in_list(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    if words.at(range.end - 1) != "ago" {
        return false;
    }
    let index = scene.sentence_of(range.start);
    let sentence = words.of_sentence(index);
    // Right behind a headline, and right before the next one or the end.
    let aged = |at: &Range<usize>| {
        at.start > sentence.start
            && words.at(at.end - 1) == "ago"
            && words.gap(at.start) < Gap::Comma
            && (at.end == sentence.end
                || words.gap(at.end) < Gap::Comma && words.is_capital(at.end))
    };
    let rows = scene
        .mentions_of(index)
        .iter()
        .filter(|mention| matches!(mention.value, Value::Date(_)))
        .map(|mention| scene.words_of(mention))
        .filter(|at| !at.is_empty() && aged(at))
        .count();
    aged(range) && rows >= 2
}

/// «Posted October 12», «Updated 00:00 GMT 1 January 1970»
fn put_up(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let start = words.of_sentence(scene.sentence_of(range.start)).start;
    (start.max(range.start.saturating_sub(6))..range.start)
        .rev()
        .find(|&at| {
            let word = words.at(at);
            !(BETWEEN.has(word) || word.starts_with(|c: char| c.is_ascii_digit()) || is_month(word))
        })
        .is_some_and(|at| {
            // «The report was published on Monday» tells of the report.
            PUT_UP.has(words.at(at))
                && words.is_capital(at)
                && scene.instances_in(at..at + 1).is_empty()
        })
}

/// «Wednesday 27 Jul 2016 Twin blasts …», «By Ada Lund, Wire January 19, 2017, 12:01 am», «LUND Nov 20 Police said».
fn printed(scene: &Scene<'_>, range: &Range<usize>, date: &Date) -> Option<Stamp> {
    let words = scene.words;
    let published = scene.published?;
    let number = |at: usize| words.at(at).bytes().all(|byte| byte.is_ascii_digit());
    let has_month = range.clone().any(|at| is_month(words.at(at)));
    if date.granularity < Granularity::Day || !has_month || LEADS.has(words.at(range.start)) {
        return None;
    }
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let opens = sentence.start == range.start;
    let before = words.near(range.start, -1);
    if LEADS.has(before) {
        return None;
    }
    let days = when::days_before(date, published);
    let year = range
        .clone()
        .any(|at| words.at(at).len() == 4 && number(at));
    let next = words.get(range.end);
    // «LUND Nov 20 Police said», «LUND, Jan 21 (Wire) –»
    let dateline = !opens
        && range.start - sentence.start <= 6
        && range.start < HEAD
        && days < 7.0
        && next.is_some_and(|word| word.capital || words.gap(range.end) >= Gap::Break)
        && {
            let place = words.span(range.start - 1..range.start).of(scene.text);
            place.len() > 2 && place.chars().all(char::is_uppercase)
        };
    if dateline {
        return Some(Stamp::Page);
    }
    // Who writes on the day itself says «on Monday», and gives no year.
    if !year || days > 0.5 {
        return None;
    }
    // «27 July 2016 was the worst day of the war»
    let told = matches!(words.at(range.end), "was" | "is" | "will" | "marks" | "saw");
    if opens && told {
        return None;
    }
    let lower = words.is_small(range.start.wrapping_sub(1));
    // «9:59 pm on 27 May 2012 The council met»: nobody tells the hour and the year of the day on which he writes.
    let exact = range
        .clone()
        .any(|at| matches!(words.at(at), "am" | "pm" | "gmt"));
    let verb = !opens
        && !exact
        && lower
        && scene
            .syntax(scene.sentence_of(range.start))
            .verb_clause(range.start - 1)
            .is_some();
    if verb {
        return None;
    }
    // «the July 27, 2016, bombing» has its article before the date; a clock time beside it is that of printing.
    let clock = range.clone().any(|at| matches!(words.at(at), "am" | "pm"))
        || date.granularity > Granularity::Day;
    Some(if opens || range.start < HEAD || clock {
        Stamp::Page
    } else {
        Stamp::Picture
    })
}

/// «July», «Jul», «Sept»
fn is_month(word: &str) -> bool {
    const SHORT: &Table = table!["jan feb mar apr jun jul aug sep sept oct nov dec"];
    month(word).is_some() || SHORT.has(word)
}
