//! Years that say that an event word, or a sentence, is of another event than the story's.
//!
//! In: an event word or a sentence, and the event it may be of. Out: the reason, if the year beside it is not the event's.

use jiff::civil::DateTime;

use crate::eval::events::Instance;
use crate::eval::other::Other;
use crate::eval::scene::Scene;
use crate::eval::when;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::value::Date;
use crate::value::Value;

/// «the strike of 2007», of an event in 2023.
pub(super) fn other_year(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
) -> Option<Other> {
    let years = years(scene, event);
    if years.is_empty() {
        return None;
    }
    let words = scene.words;
    let last = instance.words.end - 1;
    // «a 2011 earthquake», «the 2011 Tohoku earthquake»
    let before = (1..=3)
        .take_while(|&back| words.gap(instance.words.start + 1 - back) <= Gap::Hyphen)
        .find_map(|back| {
            let told = words.near(instance.words.start, -isize::try_from(back).ok()?);
            let lead = words.near(instance.words.start, -isize::try_from(back + 1).ok()?);
            let named = matches!(lead, "a" | "an" | "the" | "s" | "that" | "this");
            let year: i16 = told.parse().ok().filter(|_| told.len() == 4 && named)?;
            ((1000..2100).contains(&year) && !years.contains(&year))
                .then(|| Other::Year(told.to_owned()))
        });
    if before.is_some() {
        return before;
    }
    (1..=2).find_map(|ahead| {
        let told: i16 = words.near(last, ahead + 1).parse().ok()?;
        let of = words.near(last, ahead) == "of";
        (of && ahead == 1 && (1000..2100).contains(&told) && !years.contains(&told))
            .then(|| Other::Year(format!("of {told}")))
    })
}

/// «He had last been there in 2003»: a sentence without event words is not of an event of another year.
pub(crate) fn another(scene: &Scene<'_>, sentence: usize, event: EventIndex) -> Option<Other> {
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return None;
    };
    scene.mentions_of(sentence).iter().find_map(|mention| {
        let Value::Date(date) = &mention.value else {
            return None;
        };
        let far = !date.relative && when::days_apart(date, when) > 300.0;
        far.then(|| {
            Other::time(
                mention.span.of(scene.text),
                false,
                scene.story.events[event].when.as_ref(),
            )
        })
    })
}

/// Whether an event without a day of its own has claims that place it in the year of `date`.
pub(super) fn is_own(scene: &Scene<'_>, event: EventIndex, date: &Date) -> bool {
    let told = date.stated.from.map(DateTime::year);
    scene.story.events[event].when.is_none()
        && told.is_some_and(|year| years(scene, event).contains(&year))
}

/// The years that the story's claims place an event in.
fn years(scene: &Scene<'_>, event: EventIndex) -> Vec<i16> {
    let of = |value: &Value| match value {
        Value::Date(date) => date.stated.from.map(DateTime::year),
        _ => None,
    };
    let claims = scene
        .story
        .claims
        .iter()
        .filter(|claim| claim.event == Some(event) && claim.kind == Kind::Date);
    let rights = claims.flat_map(|claim| match &claim.expected {
        Expected::AnyOf(rights) => rights.as_slice(),
        _ => &[],
    });
    let when = scene.story.events[event].when.as_ref();
    when.into_iter()
        .chain(rights.map(|right| &right.value))
        .filter_map(of)
        .collect()
}
