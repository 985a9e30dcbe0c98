//! When something last happened: «the first in five years», «not since 2018».
//!
//! In: `since` values of the reading. Out: evidence, where event, role and the claim's words fit: who is «the most senior»
//! is another statement than who is «the first».

mod last;
mod told;

use std::ops::Range;

use self::told::SUPERLATIVES;
use self::told::Told;
use super::Asked;
use crate::eval::bind::Attached;
use crate::eval::bind::Gathered;
use crate::eval::events::Instance;
use crate::eval::identity::WhoIs;
use crate::eval::role;
use crate::eval::role::Role;
use crate::eval::said_of;
use crate::eval::scene::Scene;
use crate::eval::slots;
use crate::eval::syntax::Tag;
use crate::eval::when;
use crate::eval::words::Gap;
use crate::rule::Right;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::DateRange;
use crate::value::Since;
use crate::value::Value;

/// Evidence for `since`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    for mention in &scene.reading.mentions {
        if let Some((since, attached)) = last::read(asked, mention) {
            let relate = |right: &Right| when::since(&since, right, now(asked));
            asked.bind(out, mention, &relate, None, &attached);
            continue;
        }
        let Some(since) = of(asked, mention) else {
            continue;
        };
        let range = scene.hedged(mention);
        if range.is_empty() {
            continue;
        }
        match attached(asked, &range, &since) {
            Ok(attached) => {
                // «Not since 2018» and «no … in five years» say when it last happened: nothing is denied.
                let stance = (mention.stance == Stance::Denied
                    || mention.stance == Stance::Asserted)
                    .then_some(Stance::Asserted);
                let attached = Attached {
                    stance: stance.or(attached.stance),
                    ..attached
                };
                let now = now(asked);
                let relate = |right: &Right| when::since(&since, right, now);
                asked.bind(out, mention, &relate, since.years.as_ref(), &attached);
            }
            Err(why) => out.untied(mention.span, &why),
        }
    }
}

/// A `since` value: read as one, or a length of years after «in» or «for» in a sentence that says «no» or «most».
fn of(asked: Asked<'_>, mention: &Mention) -> Option<Since> {
    let scene = asked.scene;
    match &mention.value {
        Value::Since(since) => Some(*since),
        Value::Duration {
            months: Some(months),
            measure,
        } if *months >= 12.0 => {
            let range = scene.hedged(mention);
            let words = scene.words;
            let lead =
                (1..=4).find(|&back| matches!(words.near(range.start, -back), "in" | "for"))?;
            let between = (1..lead).all(|back| {
                matches!(
                    words.near(range.start, -back),
                    "the"
                        | "last"
                        | "past"
                        | "at"
                        | "least"
                        | "more"
                        | "than"
                        | "over"
                        | "about"
                        | "nearly"
                        | "almost"
                        | "some"
                )
            });
            let sentence = scene.sentence_at(range.start);
            let told = sentence.clone().any(|i| {
                i < range.start
                    && (matches!(words.at(i), "no" | "not" | "never" | "first")
                        || SUPERLATIVES.has(words.at(i)))
            });
            let years = |interval: crate::value::Interval| interval.scaled(1.0 / YEAR);
            (between && told).then(|| Since {
                last: DateRange::OPEN,
                stated: DateRange::OPEN,
                years: Some(crate::value::Measure {
                    stated: years(measure.stated),
                    typical: years(measure.typical),
                    possible: years(measure.possible),
                    hedge: measure.hedge,
                }),
                first: false,
            })
        }
        _ => None,
    }
}

/// Seconds in a year of 365 days, as durations count them.
const YEAR: f64 = 365.0 * 86_400.0;

/// The day from which «in five years» counts: the event's, else the report's.
fn now(asked: Asked<'_>) -> Option<jiff::civil::Date> {
    let scene = asked.scene;
    let event = asked
        .claim
        .event
        .and_then(|event| match &scene.story.events[event].when {
            Some(Value::Date(date)) => date.stated.from,
            _ => None,
        });
    let any = scene
        .story
        .events
        .iter()
        .find_map(|event| match &event.when {
            Some(Value::Date(date)) if date.granularity >= crate::value::Granularity::Day => {
                date.stated.from
            }
            _ => None,
        });
    let published = scene
        .published
        .map(|published| published.zone.to_datetime(published.earliest));
    event.or(published).or(any).map(jiff::civil::DateTime::date)
}

/// The event that a value speaks of, or why it is left.
fn attached(asked: Asked<'_>, range: &Range<usize>, since: &Since) -> Result<Attached, String> {
    let scene = asked.scene;
    let sentence = scene.sentence_at(range.start);
    let told = Told::new(asked, range, since);
    told.fits()?;
    if let Some(role) = asked.claim.first {
        role_fits(asked, &sentence, role)?;
    }
    let Some(event) = asked.claim.event else {
        return Ok(Attached::beside_words(true));
    };
    let window = told.window(range);
    let within = scene.instances_in(window.words.clone());
    let inner = within.iter().any(|instance| instance.event == Some(event));
    let another = |instance: &Instance| instance.event.is_some_and(|found| found != event);
    if !inner && within.iter().any(another) {
        return Err("it is the first of another event".to_owned());
    }
    if !inner && window.behind {
        return told.has_come(&window.words, event);
    }
    let row = scene.instances_in(sentence);
    if !row.iter().any(|instance| instance.event == Some(event)) {
        return told.of_its_role(event);
    }
    if !inner && row.iter().any(|other| another(other) && other.sure) {
        // Two events in the sentence: the nearest word decides.
        let nearest = row
            .iter()
            .min_by_key(|instance| distance(&instance.words, range));
        if nearest.and_then(|nearest| nearest.event) != Some(event) {
            return Err("another event's word stands nearer".to_owned());
        }
    }
    if told.is_denied() {
        return Err("it is told not to be the first".to_owned());
    }
    let strong = inner && told.is_by_its_own(range, &window.words, event)
        || told.is_right_behind(event)
        || !told.first
        || told.negated
        || by_role(scene, range, event);
    Ok(Attached::alone(
        strong,
        format!(
            "«{}» is spoken of in its sentence",
            scene.story.events[event].id
        ),
    ))
}

/// «They met for the first time since 2012»: the value stands with the event's verb, or with what it is said of.
fn by_role(scene: &Scene<'_>, range: &Range<usize>, event: usize) -> bool {
    let sentence = scene.sentence_of(range.start);
    let syntax = scene.syntax(sentence);
    scene
        .instances_in(scene.words.of_sentence(sentence))
        .iter()
        .filter(|instance| instance.event == Some(event) && instance.other.is_none())
        .any(|instance| {
            role::role(syntax, range, &instance.words)
                .is_some_and(|found| matches!(found.role, Role::Adverbial | Role::Predicate))
                && slots::own(scene, instance, event)
                && !said_of::shared(scene, instance, event)
        })
}

/// Why a time since which it is the first may not accuse, where it is bound surely: a superlative must stand before it in
/// one thought.
pub(super) fn doubt(asked: Asked<'_>, range: &Range<usize>) -> Option<&'static str> {
    let scene = asked.scene;
    let words = scene.words;
    let phrases = &scene.plan.words[asked.index];
    let sentence = scene.sentence_at(range.start);
    if (sentence.start..range.start).any(|i| words.at(i) == "since") {
        return Some("another «since» stands before it");
    }
    if counts_from_later(asked, range) {
        return Some("it is counted from a day long after the event, and may be of a later one");
    }
    if is_landmark(asked, range) {
        return Some("a later event than the last time: it is the first since then as well");
    }
    if phrases.is_empty() {
        return None;
    }
    let from = range.start.saturating_sub(14).max(sentence.start);
    let mut told = None;
    for at in from..range.start {
        if scene
            .has_phrase(at..range.start, phrases)
            .is_some_and(|found| found.start == at)
        {
            told = Some(at);
        }
    }
    let Some(told) = told else {
        return Some("none of the claim's words stands before it");
    };
    let parted = (told + 1..range.start).any(|i| {
        words.gap(i) >= Gap::Break
            || matches!(
                words.at(i),
                "but" | "while" | "although" | "after" | "before" | "first"
            )
    });
    if parted {
        return Some("another thought stands between it and the claim's words");
    }
    // «2011 was the deadliest year for tornadoes since 1953»: the superlative is that of a year.
    let syntax = scene.syntax_at(range.start);
    let another = (told..range.start)
        .find_map(|at| syntax.phrase_of(at))
        .and_then(|phrase| syntax.noun(phrase).map(|noun| (phrase, noun)))
        .is_some_and(|(phrase, noun)| {
            let span = syntax.phrases[phrase].words.clone();
            let own = scene
                .instances_in(span)
                .iter()
                .any(|instance| instance.event == asked.claim.event);
            // «the deadliest of its kind», «the deadliest since»: the superlative stands alone. Who is «the most senior
            // official» is told of the visit.
            let people = WhoIs::new(scene, scene.sentence_of(range.start), &[]).is_people(phrase);
            noun.head > told && !own && !people && words.at(noun.head) != "one"
        });
    another.then_some("it is the first of another sort of thing")
}

/// «raised the levy for the first time in a year», in a report of a year later: a length is counted from the day of the report.
fn counts_from_later(asked: Asked<'_>, range: &Range<usize>) -> bool {
    // Days after which a report that says «the first in a year» tells of another occasion.
    const LATE: f64 = 100.0;
    let scene = asked.scene;
    let year = range.clone().any(|at| {
        scene.words.at(at).len() == 4
            && scene.words.at(at).bytes().all(|byte| byte.is_ascii_digit())
    });
    let when = asked
        .claim
        .event
        .and_then(|event| scene.story.events[event].when.as_ref());
    let last = read_at(scene, range, |value| match value {
        Value::Since(since) => since.last.from,
        Value::Date(date) => date.stated.from,
        _ => None,
    });
    match (when, scene.published) {
        // «last raised rates in December 2015», of a rise then: the event itself is the last one.
        (Some(Value::Date(when)), _)
            if last.is_some_and(|last| {
                when.stated
                    .from
                    .is_some_and(|from| (from.year(), from.month()) == (last.year(), last.month()))
            }) =>
        {
            true
        }
        (Some(Value::Date(when)), Some(published)) => {
            !year && crate::eval::when::days_before(when, published) > LATE
        }
        _ => false,
    }
}

/// The first that `of` tells of the values read in `range`.
fn read_at<T>(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: impl Fn(&Value) -> Option<T>,
) -> Option<T> {
    let span = scene.words.span(range.clone());
    let mentions = scene.reading.mentions.iter();
    mentions
        .filter(|mention| mention.span.overlaps(span))
        .find_map(|mention| of(&mention.value))
}

/// «the first to visit since the 1959 revolution», of a last visit in 1928: the year is that of another thing, which came
/// after the last time.
fn is_landmark(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let Some((syntax, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let words = &syntax.phrases[phrase].words;
    let thing = words.end > range.end
        && syntax
            .noun(phrase)
            .is_some_and(|noun| noun.head >= range.end && noun.tag == Tag::Noun)
        && scene.instances_in(range.end..words.end).is_empty();
    if !thing {
        return false;
    }
    let said = read_at(scene, range, |value| match value {
        Value::Since(since) => since.last.from,
        _ => None,
    });
    let crate::rule::Expected::AnyOf(rights) = &asked.claim.expected else {
        return false;
    };
    said.is_some_and(|said| {
        rights.iter().all(|right| match &right.value {
            Value::Date(when) => when.possible.to.is_some_and(|to| to <= said),
            _ => false,
        })
    })
}

fn distance(words: &Range<usize>, range: &Range<usize>) -> usize {
    if words.end <= range.start {
        range.start - words.end
    } else {
        words.start.saturating_sub(range.end)
    }
}

/// Whether the first of what the claim says is meant: a name or role of `role` stands in the sentence, and not a wider
/// or narrower one («the first high-level official»).
fn role_fits(asked: Asked<'_>, sentence: &Range<usize>, role: usize) -> Result<(), String> {
    let scene = asked.scene;
    let words = scene.words;
    let named = scene.entities_in(sentence.clone()).any(|mention| {
        mention.entity == role
            && (mention.words.len() > 1 || !matches!(mention.how, crate::eval::names::How::Surname))
    });
    let holder = sentence.clone().any(|i| {
        matches!(words.at(i), "holder" | "incumbent")
            || (matches!(words.at(i), "such" | "its")
                && matches!(words.near(i, 1), "visit" | "trip" | "kind" | "meeting"))
    });
    let first = sentence.clone().find(|&i| words.at(i) == "first");
    // «It was Blinken's first trip since …» is his own first, not the first of his like.
    if let Some(first) = first
        && (words.near(first, -1) == "s"
            || matches!(words.near(first, -1), "his" | "her" | "their"))
        && !holder
    {
        return Err("it is the first of one person, not of the role".to_owned());
    }
    if let Some(first) = first
        && matches!(words.near(first, 1), "high" | "senior" | "top" | "time")
        && words.near(first, 2) == "level"
    {
        return Err("it speaks of another rank".to_owned());
    }
    if named || holder {
        Ok(())
    } else {
        Err(format!(
            "nobody of the role of «{}» is named in its sentence",
            scene.story.entities[role].name
        ))
    }
}
