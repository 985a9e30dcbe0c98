//! Money, percentages, physical quantities and ages.
//!
//! In: values of the reading of the claim's kind. Out: evidence, where the claim's words, its person or its event stand
//! near. Amounts in another currency and measures of another dimension are never compared.

mod sort;

use std::ops::Range;

use self::sort::after_conversion;
use self::sort::is_away;
use self::sort::is_norm;
use self::sort::is_of_one;
use super::Asked;
use super::size;
use crate::eval::aged;
use crate::eval::bind;
use crate::eval::bind::Attached;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::bind::Unbound;
use crate::eval::compare;
use crate::eval::compare::Expectation;
use crate::eval::compare::Relation;
use crate::eval::incident;
use crate::eval::judge::Judged;
use crate::eval::people;
use crate::eval::people::Role;
use crate::eval::rate;
use crate::eval::syntax::Tag;
use crate::eval::words::Gap;
use crate::finding::Verdict;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Currency;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// Evidence for `money`, `percent`, `quantity`, `age`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    if asked.is_of_each_source() && asked.claim.kind == Kind::Age {
        if !scene.instances.is_empty() {
            victims(asked, out);
        }
        return;
    }
    for mention in &scene.reading.mentions {
        let aged = asked.claim.kind == Kind::Age
            && matches!(mention.value, Value::Number(_) | Value::Count { .. })
            && (aged::is_aside(scene, &scene.words_of(mention))
                || aged::is_age_told(scene, &scene.words_of(mention)));
        if !aged && !fits(asked.claim.kind, &mention.value) {
            continue;
        }
        let Some(measure) = compare::measure(&mention.value) else {
            continue;
        };
        let measure = any_ton(&measure, mention.span.of(scene.text));
        let range = scene.hedged(mention);
        let young = asked.claim.kind == Kind::Age && compare::point(&measure) < 1.0;
        if young || range.is_empty() || !asked.words_near(&range, out) {
            continue;
        }
        let of = &scene.plan.of[asked.index];
        let bare = !aged && matches!(mention.value, Value::Number(_) | Value::Count { .. });
        let measured = || near_of(asked, &range, of);
        let left = of_another_sort(asked, mention, &range)
            .or_else(|| bare.then(|| counts_or_names(asked, &range, of))?)
            .or_else(|| {
                let told = bare || asked.claim.kind == Kind::Quantity && !of.is_empty();
                (told && !measured()).then_some("left: none of the claim's `of` stands with it")
            });
        if let Some(left) = left {
            out.note(mention.span, left);
            continue;
        }
        match attached(asked, &range, measured()) {
            Ok(attached) => bind_one(asked, out, mention, &measure, attached),
            Err(why) => out.untied(mention.span, &why),
        }
    }
}

/// Whether a value is a length, of a claim on a measure.
fn is_length(asked: Asked<'_>, value: &Value) -> bool {
    asked.claim.kind == Kind::Quantity
        && matches!(value, Value::Quantity { unit, .. } if unit.dimension == "length")
}

/// Why a number measures something else than the claim does, by its unit and the words beside it.
fn of_another_sort(
    asked: Asked<'_>,
    mention: &Mention,
    range: &Range<usize>,
) -> Option<&'static str> {
    if !comparable(asked, &mention.value) {
        return Some("left: its unit is not the claim's");
    }
    if asked.claim.kind != Kind::Quantity {
        return None;
    }
    let length = is_length(asked, &mention.value);
    if length && is_away(asked, range) {
        return Some("left: it tells how far off something is");
    }
    if is_norm(asked, range) {
        return Some("left: it is what is allowed, and not what was");
    }
    if is_of_one(asked, range) {
        return Some("left: it is of one of several");
    }
    if length && size::is_of_another(asked, range) {
        return Some("left: it is of another dimension");
    }
    (length && asked.claim.event.is_none() && size::is_of_stranger(asked, range))
        .then_some("left: it is told of what stands right before it")
}

/// Why a number without a unit is none of the claim's values: it counts something, or only tells which one is meant.
fn counts_or_names(
    asked: Asked<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<&'static str> {
    let scene = asked.scene;
    if asked.claim.kind == Kind::Quantity {
        // «157 killed in the earthquake» is no magnitude.
        if crate::eval::tally::read(scene, range).is_some() {
            return Some("left: it counts people");
        }
        // «day 3», «part 5»
        if is_label(scene.words.near(range.start, -1)) {
            return Some("left: it only tells which one it is");
        }
    }
    counts_things(asked, range, of).then_some("left: it counts something")
}

/// Judges a number that is tied to the claim.
fn bind_one(
    asked: Asked<'_>,
    out: &mut Gathered,
    mention: &Mention,
    measure: &Measure,
    mut attached: Attached,
) {
    let scene = asked.scene;
    attached.strong &=
        !is_length(asked, &mention.value) || !size::may_be_another(asked, &scene.hedged(mention));
    if asked.claim.kind == Kind::Money {
        attached.stance = of_sum(mention.stance, attached.stance);
    }
    let text = mention.span.of(scene.text);
    let relate = |right: &Right| {
        let as_told = relate(right, &mention.value, measure);
        match as_told {
            Relation::Clashes if may_be_at_sea(right, &mention.value, text) => {
                relate(right, &mention.value, &at_sea(measure))
            }
            _ => as_told,
        }
    };
    asked.bind(out, mention, &relate, Some(measure), &attached);
}

/// The stance towards a sum, which the words `around` its event give another: what something will cost is told ahead.
fn of_sum(own: Stance, around: Option<Stance>) -> Option<Stance> {
    match (own, around) {
        (Stance::Planned, _) | (Stance::Asserted, Some(Stance::Planned)) => Some(Stance::Asserted),
        (Stance::Attributed | Stance::Quoted, Some(Stance::Planned)) => Some(own),
        _ => around,
    }
}

/// Nouns whose number comes behind them and only tells which one is meant.
fn is_label(noun: &str) -> bool {
    matches!(
        noun,
        "day"
            | "part"
            | "week"
            | "phase"
            | "chapter"
            | "episode"
            | "page"
            | "round"
            | "stage"
            | "no"
    )
}

/// A «ton» is 2,000 pounds in one country, 2,240 in another, and a tonne in a third: «a 19-ton truck» may be any.
fn any_ton(measure: &Measure, text: &str) -> Measure {
    // Unit: long tons in a short one.
    const LONG: f64 = 1.12;
    let last = text.rsplit(|c: char| !c.is_alphabetic()).next();
    if !matches!(last, Some("ton" | "tons")) {
        return *measure;
    }
    let wider = |interval: Interval| Interval {
        hi: interval.hi * LONG,
        ..interval
    };
    Measure {
        stated: measure.stated,
        typical: wider(measure.typical),
        possible: wider(measure.possible),
        hedge: measure.hedge,
    }
}

/// «450 miles off the coast», where 450 nautical miles are right: at sea a mile without a word before it may be either.
fn may_be_at_sea(right: &Right, stated: &Value, text: &str) -> bool {
    let (Value::Quantity { unit: right, .. }, Value::Quantity { unit, .. }) =
        (&right.value, stated)
    else {
        return false;
    };
    right.symbol == "nmi" && unit.symbol == "mi" && !text.to_lowercase().contains("statute")
}

/// A length in miles, its miles taken as nautical ones.
fn at_sea(measure: &Measure) -> Measure {
    // Unit: land miles in a nautical one.
    const NAUTICAL: f64 = 1852.0 / 1609.344;
    let longer = |interval: Interval| Interval {
        lo: interval.lo * NAUTICAL,
        hi: interval.hi * NAUTICAL,
        ..interval
    };
    Measure {
        stated: longer(measure.stated),
        typical: longer(measure.typical),
        possible: longer(measure.possible),
        hedge: measure.hedge,
    }
}

/// «more than 100 tremors»: a number with a noun of its own measures nothing. «magnitude 7.6», «a 7.6 quake» have none.
fn counts_things(asked: Asked<'_>, range: &Range<usize>, of: &[Vec<String>]) -> bool {
    let scene = asked.scene;
    if scene.written(range.clone()).contains('.') {
        return false;
    }
    let Some((syntax, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let words = &syntax.phrases[phrase].words;
    words.end > range.end
        && syntax
            .noun(phrase)
            .is_some_and(|noun| noun.head >= range.end && noun.tag == Tag::Noun)
        && scene.has_phrase(words.clone(), of).is_none()
}

/// The first sentence in which a report may have turned to other incidents.
const LATE: usize = 6;

/// The ages of the victims of the source's own incident, each person once.
fn victims(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let known = incident::how_many(scene);
    let mut told = 0_u32;
    for person in &people::read(scene).persons {
        let Some(age) = person.ages.first() else {
            continue;
        };
        if person.role != Role::Victim {
            out.note(age.span, person.why);
            continue;
        }
        // Far down, whoever is more than all who were hit belongs to another incident.
        let late = scene.sentence_of(person.words.start) >= LATE;
        if late && known.is_some_and(|known| f64::from(told) >= known) {
            out.note(age.span, "left: the report says that fewer were hit");
            continue;
        }
        told += 1;
        out.note(age.span, person.why);
        let (stance, speaker) = scene.stance(person.words.start);
        out.bound.push(Bound {
            value: age.years.to_string(),
            number: Some(age.years),
            key: person.name.last().cloned(),
            ..Bound::new(
                scene,
                age.span,
                stance,
                speaker,
                Judged::new(Verdict::Stated),
            )
        });
    }
}

fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Money => matches!(value, Value::Money { .. }),
        Kind::Percent => matches!(value, Value::Percent { .. }),
        Kind::Quantity => matches!(
            value,
            Value::Quantity { .. } | Value::Number(_) | Value::Count { .. }
        ),
        Kind::Age => matches!(value, Value::Age(_)),
        _ => false,
    }
}

/// Whether the value can be held against any right one.
fn comparable(asked: Asked<'_>, value: &Value) -> bool {
    let rights: Vec<&Right> = match &asked.claim.expected {
        Expected::AnyOf(rights) => rights.iter().collect(),
        Expected::Timeline(timeline) => timeline.steps.iter().collect(),
        _ => return true,
    };
    rights.is_empty() || rights.iter().any(|right| same_unit(&right.value, value))
}

fn same_unit(right: &Value, stated: &Value) -> bool {
    match (right, stated) {
        (
            Value::Money { currency: one, .. },
            Value::Money {
                currency: other, ..
            },
        ) => one == other || [one, other].contains(&&Currency::OPEN),
        (Value::Percent { points: one, .. }, Value::Percent { points: other, .. }) => one == other,
        (Value::Quantity { unit: one, .. }, Value::Quantity { unit: other, .. }) => {
            one.dimension == other.dimension
        }
        // «the ship carried 4,679 containers» is no length; only a scale goes without its unit: «6.1 on the Richter scale».
        (Value::Quantity { unit, .. }, Value::Number(_) | Value::Count { .. }) => {
            unit.dimension == "magnitude"
        }
        _ => true,
    }
}

fn relate(right: &Right, stated: &Value, measure: &Measure) -> Relation {
    // Another right value has the unit: this one has no say.
    if !same_unit(&right.value, stated) {
        return Relation::Clashes;
    }
    Expectation::of(right).map_or(Relation::Loose, |expected| expected.judge(measure))
}

/// Whether a word of what is measured stands by: «magnitude 6.1», «6.1 on the Richter scale».
fn near_of(asked: Asked<'_>, range: &Range<usize>, of: &[Vec<String>]) -> bool {
    let scene = asked.scene;
    let sentence = scene.sentence_at(range.start);
    let from = range.start.saturating_sub(6).max(sentence.start);
    let end = after_conversion(asked, range);
    let to = (end + 5).min(sentence.end);
    let crossed = |i: usize| i != end && scene.words.gap(i) >= Gap::Break;
    let from = (from..range.start)
        .rev()
        .find(|&i| crossed(i + 1))
        .map_or(from, |i| i + 1);
    let to = (end..to).find(|&i| crossed(i)).unwrap_or(to);
    if scene.has_phrase(from..to, of).is_some() {
        return true;
    }
    let quake = of
        .iter()
        .any(|phrase| phrase.iter().any(|word| word.starts_with("magnitud")));
    quake
        && (from..to).any(|i| {
            matches!(scene.words.at(i), "richter" | "magnitude" | "magnitudes")
                || (matches!(
                    scene.words.at(i),
                    "strength" | "force" | "measured" | "measuring" | "registering" | "registered"
                ) && scene.written(range.clone()).contains('.'))
        })
}

/// What ties a number to the claim, or why nothing does; `measured`: what is measured stands with it.
fn attached(asked: Asked<'_>, range: &Range<usize>, measured: bool) -> Result<Attached, String> {
    let scene = asked.scene;
    let claim = asked.claim;
    if !claim.who.is_empty() && (claim.kind == Kind::Age || claim.event.is_none()) {
        let other = claim
            .event
            .and_then(|event| of_another_event(asked, range, event));
        return match other {
            Some(why) => Err(why.to_owned()),
            None => of_person(asked, range),
        };
    }
    let Some(event) = claim.event else {
        return Ok(Attached::beside_words(!claim.words.is_empty()));
    };
    if claim.words.is_empty() && rate::is_of_each(scene.words, range) {
        return Err("it is told of each, not of the whole".to_owned());
    }
    let sentence = scene.sentence_of(range.start);
    // Of the source's main event a number needs no word for it beside it, where its own words tell what it is.
    let main = scene.main == Some(event) && (measured || !claim.words.is_empty());
    let mut attached = match bind::attach(scene, range, event) {
        Ok(attached) => attached,
        Err(why) => {
            let by_people = asked.by_words(range).or_else(|| asked.by_frame(range));
            if let Some(attached) = by_people {
                return Ok(attached);
            }
            let silent = scene
                .instances_in(scene.sentence_at(range.start))
                .is_empty();
            if !(main && silent) || matches!(why, Unbound::AfterAnother(_)) {
                return Err(why.into());
            }
            Attached::alone(sentence <= 3, "the source is mainly about this event")
        }
    };
    if let Some(why) = crate::eval::elsewhere::figure::far(scene, sentence, range, event) {
        return Err(why);
    }
    if is_in_general(asked, range) {
        return Err("it speaks of events of this size in general".to_owned());
    }
    attached.strong |= main && sentence <= 6;
    Ok(attached)
}

/// «a 7.0 quake can bring down a house»
fn is_in_general(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    (1..=3).any(|back| scene.words.near(range.start, -back) == "a")
        && scene
            .sentence_at(range.start)
            .filter(|&i| scene.clause_of(i) == scene.clause_of(range.start))
            .any(|i| matches!(scene.words.at(i), "can" | "could" | "may"))
}

/// Why an age is not the one that somebody had at `event`: a word for another event of the story governs it («diagnosed at
/// the age of 21», of a death), or it is told as of now, and the event lies years back.
fn of_another_event(asked: Asked<'_>, range: &Range<usize>, event: usize) -> Option<&'static str> {
    let scene = asked.scene;
    let index = scene.sentence_of(range.start);
    let syntax = scene.syntax(index);
    let clause = syntax.clause_of(range.start);
    let row = scene.instances_in(scene.words.of_sentence(index));
    let here = |instance: &crate::eval::events::Instance| {
        clause.is_none() || syntax.clause_of(instance.words.start) == clause
    };
    let own = |instance: &crate::eval::events::Instance| instance.event == Some(event);
    let near: Vec<_> = if row.iter().any(here) {
        row.iter().filter(|instance| here(instance)).collect()
    } else {
        row.iter().collect()
    };
    if near.iter().any(|instance| own(instance)) {
        return None;
    }
    if near.iter().any(|instance| instance.event.is_some()) {
        return Some("a word for another event of the story stands with it");
    }
    let (Some(Value::Date(when)), Some(published)) =
        (&scene.story.events[event].when, scene.published)
    else {
        return None;
    };
    (crate::eval::when::days_before(when, published) > 400.0)
        .then_some("it is an age of today, and the event lies years back")
}

/// «Ines Halvorsen, 52», «the 52-year-old captain»
fn of_person(asked: Asked<'_>, range: &Range<usize>) -> Result<Attached, String> {
    let scene = asked.scene;
    let own = &asked.claim.who;
    if asked.claim.kind == Kind::Age && aged::after_another_name(scene, range, own) {
        return Err("it stands right after another name".to_owned());
    }
    if crate::eval::beside::of_entity(scene, asked.claim.kind, range, own)
        || !asked.claim.words.is_empty()
            && crate::eval::beside::of_words(scene, range, &scene.plan.words[asked.index])
        || (asked.claim.kind != Kind::Age
            || aged::at_age(scene, range)
            || aged::is_age_told(scene, range))
            && crate::eval::said_of::subject_is(scene, range, own)
            && (asked.claim.kind != Kind::Quantity
                || !crate::eval::beside::of_inner(scene, range, own))
        || asked.claim.kind == Kind::Age && aged::stands_for(scene, range, own)
    {
        let nearest = own
            .first()
            .map_or("", |&who| scene.story.entities[who].name.as_str());
        return Ok(Attached::alone(true, format!("it is told of «{nearest}»")));
    }
    let sentence = scene.sentence_at(range.start);
    let distance = |mention: &crate::eval::names::EntityMention| {
        if mention.words.end <= range.start {
            range.start - mention.words.end
        } else {
            // What follows a number is not its own sentence's subject as often.
            mention.words.start.saturating_sub(range.end) + 1
        }
    };
    let nearest = scene
        .entities_in(sentence)
        .filter(|mention| scene.acts(mention.entity) || asked.claim.who.contains(&mention.entity))
        .min_by_key(|mention| distance(mention))
        .ok_or("nobody of the story is named near it")?;
    if !asked.claim.who.contains(&nearest.entity) {
        return Err(format!(
            "«{}» stands nearer",
            scene.story.entities[nearest.entity].name
        ));
    }
    let far = distance(nearest);
    // A name of somebody unknown between them takes the age.
    let (from, to) = if nearest.words.end <= range.start {
        (nearest.words.end, range.start)
    } else {
        (range.end, nearest.words.start)
    };
    let stranger = (from..to)
        .any(|i| scene.words.is_capital(i) && !crate::eval::person::is_title(scene.words.at(i)));
    if stranger || far > 12 {
        return Err("another name stands between".to_owned());
    }
    Ok(Attached::alone(
        far <= 3,
        format!(
            "it stands by «{}»",
            scene.story.entities[nearest.entity].name
        ),
    ))
}
