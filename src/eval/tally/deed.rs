//! Whose deed a tally is: tried and not done, done to the number before it, done by the event's own verb.
//!
//! In: a number and the words around it. Out: whether nobody bore it, whether another number did, or the toll of those whom an
//! event's own verb took. What became of those whom a number counts, [`super::read`] tells.

use std::ops::Range;

use super::Read;
use super::is_number;
use super::lexicon::ANYBODY;
use super::lexicon::BEING;
use super::lexicon::PARTS;
use super::lexicon::STOPS;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::value::Tally;

/// «tried to kill seven others», «the attempted murder of six»: nobody died of it.
pub(crate) fn attempted(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let from = range.start.saturating_sub(5).max(sentence.start);
    let Some(deed) = (from..range.start).rev().find(|&at| {
        matches!(
            words.at(at),
            "kill" | "killing" | "murder" | "murders" | "murdering" | "harm" | "harming"
        )
    }) else {
        return false;
    };
    let close = (deed + 1..range.start)
        .all(|at| words.gap(at) < Gap::Comma && !is_number(scene, at) && words.at(at) != "and");
    let tries = |word: &str| {
        matches!(
            word,
            "tried"
                | "try"
                | "tries"
                | "trying"
                | "attempt"
                | "attempts"
                | "attempted"
                | "attempting"
                | "plot"
                | "plots"
                | "plotted"
                | "plotting"
                | "conspired"
                | "conspiring"
                | "conspiracy"
                | "threatened"
                | "threatening"
                | "failed"
                | "intended"
                | "intending"
        )
    };
    let infinitive = words.near(deed, -1) == "to" && tries(words.near(deed, -2));
    close && (infinitive || tries(words.near(deed, -1)))
}

/// Whether the number is whom the event's own verb took: «captured 23 sailors», «19 sailors were seized». Only for verbs
/// of taking, which a rule file knows better than a list: one may seize ships, too, so people must be counted.
pub(crate) fn taken(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> Option<Read> {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let own = |at: usize| {
        scene
            .instances_in(at..at + 1)
            .iter()
            .any(|found| found.event == Some(event))
    };
    let noun_end = (range.end..sentence.end.min(range.end + 5))
        .take_while(|&i| words.gap(i) < Gap::Comma && !STOPS.has(words.at(i)))
        .filter(|&i| {
            ANYBODY.has(words.at(i))
                || PARTS.has(words.at(i))
                || scene
                    .entities_in(i..i + 1)
                    .any(|mention| scene.story.events[event].who.contains(&mention.entity))
        })
        .last()?;
    let part = PARTS
        .has(words.at(noun_end))
        .then(|| words.at(noun_end).to_owned());
    let active = range.start > sentence.start && own(range.start - 1);
    let passive = (noun_end + 2..sentence.end.min(noun_end + 6))
        .take_while(|&i| words.gap(i) < Gap::Comma)
        .take_while(|&i| BEING.has(words.near(i, -1)))
        .filter(|&i| !matches!(words.near(i, -1), "had" | "have"))
        .any(own);
    (active || passive).then_some(Read {
        tally: Tally::Arrested,
        part,
        with_culprit: false,
        joint: false,
    })
}

/// «were injured and 10 …», «205 were confirmed killed and 363 …», «six killed and 30 …»: the word at `tally` is borne by a
/// number of its own before it, and is done with it.
pub(super) fn is_borne(scene: &Scene<'_>, tally: usize, to: usize) -> bool {
    let words = scene.words;
    let lead = (1..=3)
        .take_while(|&back| {
            let word = words.near(tally, -back);
            word.ends_with("ly")
                || matches!(
                    word,
                    "confirmed"
                        | "feared"
                        | "reported"
                        | "presumed"
                        | "believed"
                        | "declared"
                        | "pronounced"
                        | "found"
                        | "known"
                        | "people"
                        | "others"
                )
        })
        .count();
    let before = words.near(tally, -1 - lead.cast_signed());
    let being = !matches!(words.near(tally, -1), "people" | "others")
        && matches!(before, "were" | "was" | "been" | "are" | "is" | "being");
    // «over 600 injured 200413»: a number behind it with nothing between is a stamp's.
    let joined = (tally + 1..to).any(|at| words.at(at) == "and")
        || lead == 0
            && tally + 1 == to
            && matches!(words.at(tally), "injured" | "wounded" | "hurt");
    let own = tally > lead && joined && is_number(scene, tally - 1 - lead);
    being || own
}
