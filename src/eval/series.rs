//! Events of one story that have the same words and the same people, told apart by when they were: a summit in June, and the
//! second one in February.
//!
//! In: the events that an event word fits alike, and when the report was published. Out: the one of those days, and its
//! place in the row.

use super::scene::Scene;
use super::when;
use crate::rule::EventIndex;
use crate::value::Date;
use crate::value::Value;

/// A report is about what was then news: so many days at most between the event and publication,
const FRESH: f64 = 7.0;
/// and so many at least between publication and the others.
const OLD: f64 = 60.0;

fn when<'s>(scene: &Scene<'s>, event: EventIndex) -> Option<&'s Date> {
    match &scene.story.events[event].when {
        Some(Value::Date(when)) => Some(when),
        _ => None,
    }
}

/// Of `events`, which an event word of `sentence` fits alike, the only one of the days when the report was published; `None`
/// where a day or a place in the sentence is another's, or where one of them has no day of its own. With `own`, which
/// tells whether a word stands nearer to this event word than to any other, only those days count, and one of long before is another's.
pub(crate) fn of_these_days(
    scene: &Scene<'_>,
    sentence: usize,
    own: Option<&dyn Fn(usize) -> bool>,
    events: &[EventIndex],
) -> Option<EventIndex> {
    let published = scene.published?;
    let mut fresh = None;
    for &event in events {
        let days = when::days_before(when(scene, event)?, published);
        if days <= FRESH {
            if fresh.replace(event).is_some() {
                return None;
            }
        } else if days < OLD {
            return None;
        }
    }
    let fresh = fresh?;
    let others = || events.iter().copied().filter(|&event| event != fresh);
    let day = when(scene, fresh)?;
    let dated = scene
        .mentions_of(sentence)
        .iter()
        .filter(|mention| own.is_none_or(|own| own(scene.words_of(mention).start)))
        .any(|mention| match &mention.value {
            Value::Date(date) => {
                let long_ago = own.is_some() && when::days_before(date, published) > OLD;
                !when::can_be(date, day)
                    && (long_ago
                        || others().any(|event| {
                            when(scene, event).is_some_and(|when| when::can_be(date, when))
                        }))
            }
            _ => false,
        });
    let at = |event: EventIndex| scene.story.events[event].at;
    let placed = scene
        .entities_in(scene.words.of_sentence(sentence))
        .any(|mention| {
            at(fresh) != Some(mention.entity)
                && others().any(|event| at(event) == Some(mention.entity))
        });
    (!dated && !placed).then_some(fresh)
}

/// Whether «second», «third» is the place that `event` has among `events`, by when they were.
pub(crate) fn is_placed(
    scene: &Scene<'_>,
    events: &[EventIndex],
    event: EventIndex,
    ordinal: &str,
) -> bool {
    let from = |event: EventIndex| when(scene, event).and_then(|when| when.possible.from);
    let Some(own) = from(event) else {
        return false;
    };
    let before = events
        .iter()
        .filter(|&&other| from(other).is_some_and(|from| from < own))
        .count();
    ["first", "second", "third", "fourth", "fifth"].get(before) == Some(&ordinal)
}
