//! Dates that only frame something else: «since 2018», «planned for February», a date of birth.
//!
//! In: a date in its sentence. Out: why it tells nothing of when the event was.

use std::ops::Range;

use crate::eval::kinds::Asked;
use crate::eval::words::Gap;
use crate::rule::Kind;

/// «the first to come since Verhey in 1931», «unlike that in 2003»: a year or a month of what another is counted from or
/// held against. A day («the first talks since the war on Monday») is told of what happens.
fn of_standard(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let words = scene.words;
    let sentence = scene.sentence_of(range.start);
    let day = range.clone().any(|i| {
        let word = words.at(i);
        word.ends_with("day") || word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_digit())
    });
    let lead = words.at(range.start) == "in" || words.near(range.start, -1) == "in";
    if day || !lead {
        return false;
    }
    let before = (words.of_sentence(sentence).start..range.start)
        .rev()
        .take(8);
    let sets_apart = |word: &str| matches!(word, "since" | "unlike" | "until" | "till" | "than");
    if !before.clone().any(|at| sets_apart(words.at(at))) {
        return false;
    }
    let syntax = scene.syntax(sentence);
    for at in before {
        let word = words.at(at);
        let definite = || {
            matches!(
                words.near(at, 1),
                "the" | "that" | "those" | "his" | "her" | "its" | "their"
            )
        };
        if syntax.verb_clause(at).is_some() || words.gap(at + 1) >= Gap::Comma {
            return false;
        }
        if sets_apart(word) && (word != "than" || definite()) {
            return true;
        }
    }
    false
}

/// «said on Thursday it would cut 12,500 jobs by 2022»: a day that tells when it was said, where the claim's own words stand
/// in what is said.
pub(super) fn of_saying(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let phrases = &scene.plan.words[asked.index];
    if phrases.is_empty() {
        return false;
    }
    let Some((syntax, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let says = crate::eval::syntax::class::is_saying(scene.verb_of(syntax, clause));
    says && !scene.sentence_at(range.start).any(|i| {
        syntax.clause_of(i) == Some(clause) && scene.has_phrase(i..i + 1, phrases).is_some()
    })
}

/// «after Saturday's bombing», «since the May 2014 fire»: a day within the event's own noun phrase tells when that was, whatever
/// leads the phrase.
pub(super) fn of_event_noun(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let words = scene.words;
    let plural = words.at(range.end - 1).ends_with("days");
    let day = plural || range.clone().any(|at| words.at(at).ends_with("day"));
    let owner = words.at(range.end) == "s" && words.gap(range.end) == Gap::Apostrophe;
    if !day || asked.claim.event.is_none() {
        return false;
    }
    let from = range.end + usize::from(owner);
    let close = scene
        .instances_in(from..from + 4)
        .iter()
        .find(|found| found.event == asked.claim.event && found.other.is_none())
        .map(|found| found.words.start);
    close.is_some_and(|at| {
        (range.end..=at).all(|i| words.gap(i) <= Gap::Apostrophe) && {
            let syntax = scene.syntax(scene.sentence_of(range.start));
            owner
                || plural
                || syntax.phrase_of(at).is_some()
                    && syntax.phrase_of(at) == syntax.phrase_of(range.end - 1)
        }
    })
}

/// Why a date frames something else.
pub(super) fn frames(asked: Asked<'_>, range: &Range<usize>) -> Option<&'static str> {
    let date = asked.claim.kind == Kind::Date;
    if date && let Some(why) = counts_from_another(asked, range) {
        return Some(why);
    }
    let words = asked.scene.words;
    let lead = words.at(range.start);
    let before = words.near(range.start, -1);
    if lead == "now" {
        return Some("left: told of now, not of then");
    }
    // «at the moment the crush began», «at that moment»: other words tell when that was.
    if range.clone().any(|i| words.at(i) == "moment") {
        return Some("left: a moment that other words tell");
    }
    if lead == "as" && words.at(range.start + 1) == "of"
        || before == "of" && words.near(range.start, -2) == "as"
    {
        return Some("left: as of when a figure is told, not when it took place");
    }
    if date && let Some(why) = tells_which(asked, range) {
        return Some(why);
    }
    let end = matches!(
        lead,
        "since" | "until" | "after" | "before" | "by" | "through"
    );
    if end && range.len() > 1 || matches!(before, "since" | "until" | "till" | "through") {
        return Some("left: the end of a span, not when it took place");
    }
    let planned = |word: &str| {
        matches!(word, "planned" | "scheduled" | "slated") && asked.claim.words.is_empty()
    };
    match before {
        "by" if words.near(range.start, -2) != "held" => {
            Some("left: a limit, not when it took place")
        }
        "after" | "before" if date => Some("left: told as before or after it"),
        "expected" | "due" if asked.claim.words.is_empty() => {
            Some("left: a plan, not when it took place")
        }
        "for" | "in" if planned(words.near(range.start, -2)) => {
            Some("left: a plan, not when it took place")
        }
        before if planned(before) => Some("left: a plan, not when it took place"),
        _ => None,
    }
}

/// Why a date is told by its distance from something else, as a time to come, or as what is compared with.
fn counts_from_another(asked: Asked<'_>, range: &Range<usize>) -> Option<&'static str> {
    let words = asked.scene.words;
    let last = words.at(range.end - 1);
    if matches!(last, "later" | "earlier")
        && range.len() <= 4
        && !range.clone().any(|i| words.at(i).starts_with("day"))
    {
        return Some("left: told as a distance from something else");
    }
    // «what the next months hold after the audience»: no day on which anything took place.
    if matches!(last, "days" | "weeks" | "months" | "years" | "decades")
        && range
            .clone()
            .any(|i| matches!(words.at(i), "next" | "coming" | "following"))
    {
        return Some("left: a span still to come, not when it took place");
    }
    of_standard(asked, range).then_some("left: of what it is counted from, or compared with")
}

/// Why a date only tells which day of something is meant.
fn tells_which(asked: Asked<'_>, range: &Range<usize>) -> Option<&'static str> {
    let words = asked.scene.words;
    let lead = words.at(range.start);
    if lead == "that" {
        return Some("left: counted from another day that was spoken of");
    }
    // «on the last day of his stay»: counted from what follows, not from the report.
    let part = words.at(range.end) == "of"
        && matches!(
            words.at(range.end - 1),
            "day" | "week" | "month" | "year" | "hours" | "days"
        )
        && range
            .clone()
            .any(|i| matches!(words.at(i), "last" | "first" | "final" | "second" | "third"));
    if part {
        return Some("left: a part of what is named right after it");
    }
    // «today's (Friday) hearing»: the weekday says which day is meant, whenever the text is read again.
    let again = range
        .clone()
        .any(|i| matches!(words.at(i), "today" | "yesterday" | "tonight" | "tomorrow"))
        && (range.end..range.end + 2).any(|i| {
            words.at(i).ends_with("day")
                && words.is_capital(i)
                && words.gap(i) >= Gap::Comma
                && words.gap(i + 1) >= Gap::Comma
        });
    if again {
        return Some("left: the weekday right behind it says which day is meant");
    }
    (lead == "within").then_some("left: a window of time, not when it took place")
}
