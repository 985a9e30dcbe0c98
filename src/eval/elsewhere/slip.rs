//! Dates far from an event that are a slip of the report sooner than another event.
//!
//! In: an event word, the date told of it, and the event. Out: whether everything else says that it is this event: the same
//! day of another year, «the» event, its own figures beside the date, or what can come to its people only once.

use super::in_name;
use crate::eval::compare;
use crate::eval::compare::Expectation;
use crate::eval::compare::Relation;
use crate::eval::events::Form;
use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::scene::Scene;
use crate::eval::slots;
use crate::eval::syntax::Article;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::thesaurus;
use crate::eval::when;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;

/// Whether a date that can't be the event's is told of this event all the same. `home`: its place or its people stand in
/// the sentence.
pub(super) fn is_slip(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
    date: &Date,
    weekday: bool,
    home: bool,
) -> bool {
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    if !home || weekday {
        return home && other_year_only(date, when);
    }
    other_year_only(date, when)
        || other_month_only(scene, instance, date, when)
        || !date.relative
            && date.granularity >= Granularity::Year
            && !is_one_of_several(scene, instance)
            && (once(scene, instance, event) || vouched(scene, instance, event))
            && nowhere_right(scene, when)
}

/// Whether two dates are the same day of the same month, in different years.
fn other_year_only(date: &Date, when: &Date) -> bool {
    if date.relative || date.granularity < Granularity::Day || when.granularity < Granularity::Day {
        return false;
    }
    let day = |date: &Date| date.stated.from.map(|from| (from.month(), from.day()));
    day(date).is_some() && day(date) == day(when)
}

/// Whether a date to the day is off by months of the same year, told of «the» event.
fn other_month_only(scene: &Scene<'_>, instance: &Instance, date: &Date, when: &Date) -> bool {
    let year = |date: &Date| date.stated.from.map(jiff::civil::DateTime::year);
    !date.relative
        && date.granularity >= Granularity::Month
        && year(date).is_some()
        && year(date) == year(when)
        && instance.form == Form::Definite
        // «the yearly march of July 1»: of several in a year.
        && !(1..=3).any(|back| {
            matches!(
                scene.words.near(instance.words.start, -back),
                "yearly" | "annual" | "monthly" | "weekly"
            )
        })
}

/// «was first kidnapped», «another crash», «crashed again»: one of several.
fn is_one_of_several(scene: &Scene<'_>, instance: &Instance) -> bool {
    let words = scene.words;
    let all = words.of_sentence(instance.sentence);
    let from = instance.words.start.saturating_sub(4).max(all.start);
    let to = (instance.words.end + 3).min(all.end);
    (from..to).any(|at| {
        matches!(
            words.at(at),
            "another"
                | "other"
                | "again"
                | "first"
                | "second"
                | "third"
                | "last"
                | "previous"
                | "previously"
                | "earlier"
                | "similar"
                | "nearly"
                | "almost"
                | "also"
                | "twice"
        )
    })
}

/// Whether it is what can come to somebody or something only once, and it is told as what came to the event's own.
fn once(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let own = &scene.plan.events[event].own;
    own.iter().flatten().any(|stem| thesaurus::comes_once(stem))
        && borne(scene, instance, event)
        && slots::own(scene, instance, event)
}

/// «Dorn was kidnapped», «the murder of Hale»: who does or bears it are the event's people themselves, nobody of theirs.
fn borne(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    let sentence = scene.syntax(instance.sentence);
    let own = |phrase: usize| {
        sentence.noun(phrase).is_some_and(|noun| {
            scene
                .entities_in(noun.head..noun.head + 1)
                .any(|mention| who.contains(&mention.entity))
        })
    };
    if let Some(clause) = role::home(sentence, &instance.words) {
        let known = &sentence.clauses[clause];
        let told = sentence
            .verb(clause)
            .is_some_and(|verb| !verb.negated && !verb.doubtful && !verb.modal);
        let objects = sentence
            .phrases_in(clause)
            .filter(|&phrase| sentence.phrases[phrase].place == Place::Object);
        // «Dorn, abducted in 2013, …»
        let aside = known.antecedent.filter(|_| known.link == Link::Participle);
        let mut all = known
            .subject
            .iter()
            .copied()
            .chain(objects)
            .chain(aside)
            .peekable();
        return told && all.peek().is_some() && all.all(own);
    }
    let Some(phrase) = sentence.phrase_of(instance.words.end - 1) else {
        return false;
    };
    let Some(noun) = sentence.noun(phrase) else {
        return false;
    };
    let owner = noun.owner.clone().is_some_and(|owner| {
        scene
            .entities_in(owner)
            .any(|mention| who.contains(&mention.entity))
    });
    let of = (0..sentence.phrases.len()).any(|other| {
        let known = &sentence.phrases[other];
        known.after == Some(phrase) && known.preposition_is_of && own(other)
    });
    noun.article != Article::Indefinite && (owner || of)
}

/// Whether a figure beside the event word, in its sentence or the next one, is the event's to the last place: of ten and
/// more, so that it is none by chance.
pub(crate) fn vouched(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let exact = |right: &Right, value: &Value| {
        let (Some(stated), Some(expected)) = (compare::measure(value), Expectation::of(right))
        else {
            return false;
        };
        std::mem::discriminant(value) == std::mem::discriminant(&right.value)
            && compare::point(&stated) >= 10.0
            && expected.judge(&stated) == Relation::Agrees
    };
    let rights = |claim: &crate::rule::Claim| match &claim.expected {
        Expected::AnyOf(rights) => rights.clone(),
        Expected::Timeline(timeline) => timeline.steps.clone(),
        _ => Vec::new(),
    };
    let own: Vec<Right> = scene
        .story
        .claims
        .iter()
        .filter(|claim| claim.event == Some(event) && !claim.disputed)
        .filter(|claim| matches!(claim.kind, Kind::Count | Kind::Money | Kind::Quantity))
        .flat_map(rights)
        .collect();
    let told = |at: usize| {
        let mut mentions = scene.mentions_of(at).iter();
        mentions.any(|mention| own.iter().any(|right| exact(right, &mention.value)))
    };
    // The next sentence tells of it too, where its own counts nothing.
    let counts = || {
        let mut mentions = scene.mentions_of(instance.sentence).iter();
        mentions.any(|mention| matches!(mention.value, Value::Count { .. } | Value::Number(_)))
    };
    !own.is_empty() && (told(instance.sentence) || !counts() && told(instance.sentence + 1))
}

/// Whether no date of the whole source can be the event's: one that tells its right day means another event by the rest.
fn nowhere_right(scene: &Scene<'_>, when: &Date) -> bool {
    !scene
        .reading
        .mentions
        .iter()
        .any(|mention| match &mention.value {
            Value::Date(date) if date.granularity >= Granularity::Day => {
                when::can_be(date, when) && !in_name(scene, &scene.words_of(mention))
            }
            _ => false,
        })
}
