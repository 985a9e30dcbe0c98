//! As of when a report gives a figure.
//!
//! In: a value in its scene. Out: the time that its words set it to, where that is before publication: «as of Friday
//! evening», «by Saturday night … had», the stamp of an entry of a live page. A figure is held against what was known then.

use std::ops::Range;

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::ToSpan as _;

use super::scene::Scene;
use super::words::Gap;
use crate::text::Mention;
use crate::value::Granularity;
use crate::value::Value;

/// Not before and not after; `None`: as of publication.
pub(crate) fn known_at(scene: &Scene<'_>, range: &Range<usize>) -> Option<(Timestamp, Timestamp)> {
    let published = scene.published?;
    let sentence = scene.sentence_of(range.start);
    let told = told(scene, sentence, range).or_else(|| stamp(scene, sentence));
    let (from, to) = told?;
    // A time after publication is another's, or none.
    (from <= published.latest).then(|| (from, to.min(published.latest)))
}

/// «as of Friday», «by Friday evening, … had»
fn told(
    scene: &Scene<'_>,
    sentence: usize,
    range: &Range<usize>,
) -> Option<(Timestamp, Timestamp)> {
    let words = scene.words;
    let clause = scene.clause_of(range.start);
    let had = words.of_sentence(sentence).any(|i| words.at(i) == "had");
    scene.mentions_of(sentence).iter().find_map(|mention| {
        let at = scene.words_of(mention).start;
        let lead = (1..=2).find_map(|back| match words.near(at, -back) {
            "of" if words.near(at, -back - 1) == "as" => Some(true),
            "by" => Some(false),
            _ => None,
        });
        let own = words.at(at) == "by" || lead == Some(false);
        if !(lead == Some(true) || own && had) {
            return None;
        }
        // «As of 26 August 2016, the figures of the office put the dead at 297»
        let fronted = at <= words.of_sentence(sentence).start + 2;
        let near = fronted || scene.clause_of(at) == clause || at.abs_diff(range.start) <= 12;
        // «By 7:26 am 12 people had been rescued»: of a day that the sentence doesn't tell.
        if near && own && matches!(mention.value, Value::TimeOfDay(_)) {
            return Some((Timestamp::MIN, scene.published?.latest));
        }
        near.then(|| instants(scene, mention))?
    })
}

/// «14:05 — The toll rose to 12»: the entry of a live page that the sentence stands in.
fn stamp(scene: &Scene<'_>, sentence: usize) -> Option<(Timestamp, Timestamp)> {
    let sentences = &scene.reading.sentences;
    let published = scene.published?;
    // One stamp alone may be anything; a live page has several.
    let opens = |index: usize| {
        let first = index == 0 || sentences[index].paragraph != sentences[index - 1].paragraph;
        let mention = scene.reading.mentions_of(&sentences[index]).first()?;
        let clock = matches!(&mention.value, Value::TimeOfDay(_))
            || matches!(&mention.value, Value::Date(date) if date.granularity > Granularity::Day);
        let words = scene.words_of(mention);
        let all = scene.words.of_sentence(index);
        let ends = words.end >= all.end || scene.words.gap(words.end) >= Gap::Break;
        (first && clock && words.start == all.start && ends).then_some(mention)
    };
    let stamps = (0..sentences.len()).filter_map(opens).count();
    if stamps < 2 {
        return None;
    }
    let mention = (0..=sentence).rev().find_map(opens)?;
    let Value::TimeOfDay(time) = &mention.value else {
        return instants(scene, mention);
    };
    let clock = time.from;
    let latest = published.zone.to_datetime(published.latest);
    // The last such time that is not after publication.
    let mut at = latest.date().to_datetime(clock);
    if at > latest {
        at = at.checked_sub(1.day()).ok()?;
    }
    let at = published.zone.to_timestamp(at).ok()?;
    Some((at, at.checked_add(SignedDuration::from_mins(1)).ok()?))
}

/// The instants of a date in the zone of publication.
fn instants(scene: &Scene<'_>, mention: &Mention) -> Option<(Timestamp, Timestamp)> {
    let Value::Date(date) = &mention.value else {
        return None;
    };
    let zone = &scene.published?.zone;
    // «by Saturday» has no beginning.
    let mut to = date.stated.to.or(date.possible.to)?;
    let mut from = date.stated.from.unwrap_or(to);
    // «By Saturday it had killed 15» looks back, whatever «by Saturday» is elsewhere.
    let latest = zone.to_datetime(scene.published?.latest);
    if date.relative && from > latest {
        from = from.checked_sub(7.days()).ok()?;
        to = to.checked_sub(7.days()).ok()?;
    }
    Some((zone.to_timestamp(from).ok()?, zone.to_timestamp(to).ok()?))
}
