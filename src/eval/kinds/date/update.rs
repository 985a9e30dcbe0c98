//! Notes that a page adds to its text on a later day: «Update 26 Feb: …».
//!
//! In: a date in its scene. Out: whether it counts from a day of writing that may lie before publication, because it stands
//! outside such a note. What the note itself tells counts from publication, as elsewhere.

use std::ops::Range;

use crate::eval::kinds::Asked;
use crate::eval::scene::Scene;
use crate::eval::when;
use crate::eval::words::Gap;
use crate::rule::Kind;
use crate::text::Mention;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;

/// How far from the top the text may be that goes on with its first report behind the note.
const TOP: usize = 2;

/// «It sank this morning. … Update 26 Feb: …», published on the 26th: the morning may be that of the day before.
pub(super) fn is_outside(asked: Asked<'_>, mention: &Mention) -> bool {
    let scene = asked.scene;
    let range = scene.words_of(mention);
    // Its clock time is right on whatever day.
    asked.claim.kind == Kind::Date
        && counts_days(scene, mention, &range)
        && (0..scene.reading.sentences.len())
            .any(|note| is_note(scene, note) && !holds(scene, note, scene.sentence_of(range.start)))
}

/// «today», «last night», «two days ago»: counted in days from that of writing. A weekday is the same all week.
fn counts_days(scene: &Scene<'_>, mention: &Mention, range: &Range<usize>) -> bool {
    matches!(&mention.value, Value::Date(date) if date.relative)
        && range.clone().any(|at| {
            matches!(
                scene.words.at(at),
                "today" | "tonight" | "yesterday" | "tomorrow" | "this" | "night" | "ago"
            )
        })
}

/// Whether a sentence opens a note of a day not after publication. «The update of 26 Feb failed», «Last updated: 26 Feb» do not.
fn is_note(scene: &Scene<'_>, index: usize) -> bool {
    let words = scene.words;
    let sentences = &scene.reading.sentences;
    let all = words.of_sentence(index);
    let noun = words.at(all.start) == "update";
    if !noun && words.at(all.start) != "updated" {
        return false;
    }
    let Some(published) = scene.published else {
        return false;
    };
    // Half a year back and more, a day without a year is rather one still to come.
    let latest = published.zone.to_datetime(published.latest);
    let near = |date: &Date| {
        date.stated.from.is_some_and(|from| from <= latest)
            && when::days_before(date, published) < 183.0
    };
    scene
        .reading
        .mentions_of(&sentences[index])
        .iter()
        .any(|mention| {
            let range = scene.words_of(mention);
            let day = matches!(&mention.value, Value::Date(date)
                if date.granularity >= Granularity::Day && !date.relative && near(date));
            let led = (all.start + 1..range.start).all(|at| matches!(words.at(at), "on" | "added"));
            let closed = range.end >= all.end || words.gap(range.end) >= Gap::Break;
            // «Updated: 26 Feb» alone is a stamp of the page.
            let goes_on = range.end < all.end
                || sentences
                    .get(index + 1)
                    .is_some_and(|next| noun || next.paragraph == sentences[index].paragraph);
            let stamp = !noun && words.gap(all.start + 1) >= Gap::Break;
            led && closed && goes_on && !stamp && day
        })
}

/// Whether a sentence belongs to the note: all that follows a note at the foot, the paragraph alone of one at the top.
fn holds(scene: &Scene<'_>, note: usize, sentence: usize) -> bool {
    let sentences = &scene.reading.sentences;
    if note > TOP {
        return sentence >= note;
    }
    let own = sentences[note].paragraph;
    // A note whose day stands on a line of its own goes on in the next.
    let alone = sentences
        .get(note + 1)
        .is_none_or(|next| next.paragraph != own)
        && scene.words.of_sentence(note).len() <= 6;
    let last = if alone {
        sentences.get(note + 1).map_or(own, |next| next.paragraph)
    } else {
        own
    };
    sentence >= note && sentences[sentence].paragraph <= last
}
