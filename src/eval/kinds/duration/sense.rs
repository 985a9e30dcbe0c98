//! What a length of time measures: how long something lasted, a window, a distance, a difference, another thing.
//!
//! In: a length in its sentence. Out: its sense, by the words around it; whose length it is, is told elsewhere.

use std::ops::Range;

use super::is_margin;
use super::summed;
use crate::eval::kinds::Asked;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::value::Value;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::eval::kinds) enum Sense {
    Length,
    Before,
    Sum,
    Other(&'static str),
}

impl Sense {
    pub(super) fn why(self) -> &'static str {
        match self {
            Self::Length => "a length",
            Self::Before => "left: a time before something, no length",
            Self::Sum => "left: a sum of several",
            Self::Other(why) => why,
        }
    }
}

pub(super) const WINDOW: &str = "left: a window of time, no length";

pub(super) const DIFFERENCE: &str = "left: by how much something is beaten or changed, no length";

pub(super) const DISTANCE: &str = "left: a distance in time, no length";

pub(super) const AHEAD: &str = "left: it measures what is named right after it";

pub(super) const OF_NOUN: &str = "left: it measures another thing, named right after it";

/// Whether the noun right after a length is among the claim's words: «a 17-minute rain delay».
pub(super) fn names_words(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let words = asked.scene.words;
    let end = asked.scene.sentence_at(range.start).end.min(range.end + 4);
    // «52 years of war»
    let from = range.end + usize::from(words.at(range.end) == "of");
    let stop = (from..end)
        .find(|&i| words.gap(i) >= Gap::Comma || STOPS.has(words.at(i)))
        .unwrap_or(end);
    let phrases = &asked.scene.plan.words[asked.index];
    // «a 10-day state of emergency»: the phrase begins before the stop and may go past it.
    let reach = words
        .of_sentence(asked.scene.sentence_of(range.start))
        .end
        .min(stop + 3);
    asked
        .scene
        .has_phrase(from..reach.max(from), phrases)
        .is_some_and(|found| found.start < stop)
}

/// «ran 100 metres in 9.58 seconds», «finished in two hours»: the verb is of a way that is covered, and the window its length.
pub(super) fn covers(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    scene.words.near(range.start, -1) == "in"
        && sentence.verb_at(range.end - 1).is_some_and(|verb| {
            !verb.doubtful
                && matches!(
                    scene.words.at(verb.main),
                    "ran"
                        | "run"
                        | "runs"
                        | "running"
                        | "finished"
                        | "finishing"
                        | "completed"
                        | "completing"
                        | "covered"
                        | "covering"
                        | "swam"
                        | "rowed"
                        | "cycled"
                        | "raced"
                        | "sprinted"
                )
        })
}

/// What part a length has beside an event.
pub(in crate::eval::kinds) fn sense(scene: &Scene<'_>, range: &Range<usize>) -> Sense {
    let words = scene.words;
    let before = |back: isize| words.near(range.start, -back);
    let last = range.end.saturating_sub(1);
    let after = |ahead: isize| words.near(last, ahead);
    // «It's been 800 years that people pray here»: how long ago something began.
    let been = (1..=3).find(|&back| before(back) == "been");
    if been.is_some_and(|back| (1..=3).any(|more| before(back + more) == "it"))
        && matches!(after(1), "that" | "since" | "now" | "already")
    {
        return Sense::Other(DISTANCE);
    }
    match after(1) {
        "before" if before(1) == "for" => {}
        "behind" if after(2) == "bars" => {}
        "before" | "beforehand" | "ahead" | "earlier" | "prior" | "notice" => return Sense::Before,
        "in" if after(2) == "advance" => return Sense::Before,
        "s" | "’" if after(2) == "notice" => return Sense::Before,
        "of" if !(1..=5).any(|ahead| {
            let at = last.saturating_add_signed(1 + ahead);
            !scene.instances_in(at..at + 1).is_empty()
                || matches!(
                    words.at(at),
                    "talking"
                        | "work"
                        | "discussion"
                        | "conversation"
                        | "detention"
                        | "prison"
                        | "imprisonment"
                        | "jail"
                        | "custody"
                        | "confinement"
                        | "labour"
                        | "labor"
                )
        }) && scene
            .instances_in(scene.sentence_at(range.start))
            .iter()
            .all(|instance| instance.words.start < range.start) =>
        {
            return Sense::Other(AHEAD);
        }
        "ago" | "later" | "after" | "late" | "away" | "behind" | "back" | "old" | "apart"
        | "since" | "from" | "into" | "past" | "until" | "till" => {
            return Sense::Other(DISTANCE);
        }
        // «an hour longer than planned», but not «90 minutes, longer than planned»
        _ if before(1) == "by" && is_margin(scene, range) => {
            return Sense::Other(DIFFERENCE);
        }
        "longer" | "shorter" if words.gap(range.end) < Gap::Comma => {
            return Sense::Other("left: a difference, no length");
        }
        "more" | "less" if after(2) == "than" && words.gap(range.end) < Gap::Comma => {
            return Sense::Other("left: a difference, no length");
        }
        _ => {}
    }
    if after(1) == "notice" || after(2) == "notice" {
        return Sense::Before;
    }
    let hyphen = (range.start + 1..range.end).any(|i| words.gap(i) == Gap::Hyphen)
        || matches!(words.at(last), "hourlong" | "daylong" | "weeklong");
    match before(1) {
        "in" | "within" | "every" | "next" | "last" | "past" | "until" | "per" | "since"
        | "coming" | "recent" | "first" | "final"
            // «over in two hours», «lasted in all»
            if !(before(1) == "in" && before(2) == "over") => {
                return Sense::Other(WINDOW);
            }
        "over"
            if !matches!(
                before(2),
                "lasted" | "took" | "ran" | "for" | "of" | "spent" | "spanned"
            ) && has_other(scene, range) =>
        {
            return Sense::Other("left: the days over which something is summed");
        }
        _ => {}
    }
    if !hyphen
        && matches!(before(1), "the")
        && matches!(before(2), "in" | "over" | "within" | "during")
        && !matches!(after(1), "of" | "meeting" | "talks")
    {
        return Sense::Other("left: a window of time, no length");
    }
    if summed(scene, range) {
        return Sense::Sum;
    }
    // «a 14-hour flight» is the flight's length.
    let sentence = scene.sentence_of(range.start);
    if hyphen
        && words
            .get(range.end)
            .is_some_and(|next| next.sentence as usize == sentence)
        && words.gap(range.end) <= Gap::Hyphen
    {
        let noun = range.end..(range.end + 4).min(words.of_sentence(sentence).end);
        let stop = noun
            .clone()
            .find(|&i| i > noun.start && (words.gap(i) >= Gap::Comma || STOPS.has(words.at(i))))
            .unwrap_or(noun.end);
        if scene.instances_in(noun.start..stop).is_empty() && !is_named(scene, range) {
            return Sense::Other(OF_NOUN);
        }
    }
    Sense::Length
}

/// «The meeting was a four-hour affair»: the noun after the length is another word for the event.
pub(super) fn is_named(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    sentence.phrase_of(range.start).is_some_and(|phrase| {
        let clause = sentence.phrases[phrase].clause;
        sentence.clauses[clause].subject.iter().any(|&subject| {
            crate::eval::role::equates(sentence, clause, phrase, subject)
                && !scene
                    .instances_in(sentence.phrases[subject].words.clone())
                    .is_empty()
        })
    })
}

pub(super) const STOPS: &Table = table![
    "of", "with", "in", "at", "on", "by", "from", "to", "and", "between", "that", "which", "who",
    "for", "was", "is", "had", "has", "after", "before", "said", "as",
];

/// Whether another duration stands in the same sentence.
fn has_other(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    scene
        .mentions_at(range.start)
        .iter()
        .filter(|mention| matches!(mention.value, Value::Duration { .. }))
        .count()
        > 1
}
