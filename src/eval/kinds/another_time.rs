//! Evidence that a report cannot mean for the story's event, as it was written at another time.
//!
//! In: what was gathered for a claim. Out: the same without accusations from reports of long before the event, of long
//! after it that give no date of the story, without ages that were right when the report appeared, and without a second date
//! that is another occasion's. What agrees stays.

use jiff::civil;

use super::Asked;
use super::accuses;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::compare;
use crate::eval::elsewhere;
use crate::eval::events::Form;
use crate::eval::events::Instance;
use crate::eval::scene;
use crate::eval::scene::Scene;
use crate::eval::when;
use crate::finding::Verdict;
use crate::rule::Claim;
use crate::rule::EntityKind;
use crate::rule::EventIndex;
use crate::rule::Kind;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;
use crate::text;
use crate::text::Mention;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;

/// Unit: days before the event from which a report may tell of it as of something going on: talks on a deal, a trial.
const EVE: i64 = 45;

/// Unit: days after the event within which a report needs not say when it was.
const AFTERMATH: i64 = 365;

/// Unit: days within which a date is still one of the event: its funeral, its hearing.
const NEAR: f64 = 31.0;

/// Unit: days between two dates of one report from which on the second is no slip of the first.
const APART: f64 = 45.0;

/// Takes out accusations that the time of the report speaks against.
pub(super) fn leave(asked: Asked<'_>, out: &mut Gathered) {
    let Asked { scene, claim, .. } = asked;
    if matches!(claim.kind, Kind::Name | Kind::Occurred)
        || !out.bound.iter().any(|bound| accuses(&bound.judged))
    {
        return;
    }
    let agrees = out
        .bound
        .iter()
        .any(|bound| bound.judged.verdict == Verdict::Supported);
    let away = away(scene, claim);
    let mut left = Vec::new();
    out.bound.retain(|bound| {
        let why = accuses(&bound.judged)
            .then(|| {
                away.as_ref()
                    .filter(|_| !dates_itself(scene, claim, bound))
                    .filter(|away| !(**away == Away::Before && is_foretold(scene, claim, bound)))
                    .map(|away| away.why())
                    .or_else(|| {
                        (claim.kind == Kind::Age && was_right_then(scene, claim, bound))
                            .then_some("it is the age at the time of the report")
                    })
                    .or_else(|| {
                        (agrees && claim.kind == Kind::Date && is_far_date(scene, claim, bound))
                            .then_some(
                                "the report dates the event rightly, and this is another one's date",
                            )
                    })
            })
            .flatten();
        if let Some(why) = why {
            left.push((bound.span, why));
        }
        why.is_none()
    });
    for (span, why) in left {
        out.doubted(
            span,
            format!("it speaks of the claim, but not surely enough to call it wrong: {why}"),
        );
    }
}

/// How a report lies to the event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Away {
    Before,
    After,
}

impl Away {
    fn why(self) -> &'static str {
        match self {
            Self::Before => "the report is older than the event",
            Self::After => "the report is of more than a year later and gives no date of the story",
        }
    }
}

/// The days that the story gives the claim's event, or all its events where the claim has none.
fn days<'s>(scene: &'s Scene<'_>, claim: &Claim) -> Vec<&'s Date> {
    match claim.event {
        Some(event) => day_of(scene, event).into_iter().collect(),
        None => (0..scene.story.events.len())
            .filter_map(|event| day_of(scene, event))
            .collect(),
    }
}

fn day_of<'s>(scene: &'s Scene<'_>, event: EventIndex) -> Option<&'s Date> {
    match &scene.story.events[event].when {
        Some(Value::Date(date)) => Some(date),
        _ => None,
    }
}

/// Whether a report was written so long before or after that another occasion is as likely.
fn away(scene: &Scene<'_>, claim: &Claim) -> Option<Away> {
    let (earliest, latest) = written(scene)?;
    let days = days(scene, claim);
    let from = days.iter().filter_map(|date| date.possible.from).min()?;
    let to = days.iter().filter_map(|date| date.possible.to).max()?;
    let shifted = |at: civil::DateTime, by: i64| at.saturating_add(jiff::Span::new().days(by));
    if latest < shifted(from, -EVE) {
        return (!is_dated(scene, &days)).then_some(Away::Before);
    }
    // Each event of the story dates it, not the claim's alone.
    let story: Vec<&Date> = (0..scene.story.events.len())
        .filter_map(|event| day_of(scene, event))
        .collect();
    let last = story.iter().filter_map(|date| date.possible.to).max()?;
    let after = earliest > shifted(to.max(last), AFTERMATH)
        && !is_dated(scene, &story)
        && !looks_back(scene, claim)
        && !is_known(scene, claim);
    after.then_some(Away::After)
}

/// «Ten years after the ship went down», «two years on»: a sentence on the event counts from it to the report.
fn looks_back(scene: &Scene<'_>, claim: &Claim) -> bool {
    let words = scene.words;
    let of_it = |at: usize| {
        claim.event.is_none()
            || scene
                .instances_in(words.of_sentence(scene.sentence_of(at)))
                .iter()
                .any(|found| found.event == claim.event && found.other.is_none())
    };
    (0..words.len()).any(|at| {
        let counts = match words.at(at) {
            "anniversary" => true,
            "year" | "years" | "decade" | "decades" => matches!(
                words.near(at, 1),
                "after" | "since" | "on" | "later" | "ago" | "earlier" | "before"
            ),
            _ => false,
        };
        // «the first since the flood two years ago» counts from something else.
        counts && of_it(at) && !elsewhere::is_of_since(scene, &(at..at + 1))
    })
}

/// «The quake that struck Orrin», «survivors of Black Saturday»: a report that first speaks of the event as of one that is
/// known, or calls it by a name. News of another one brings it in. What is told of somebody for no event may be of any year;
/// only things have one model after the other.
fn is_known(scene: &Scene<'_>, claim: &Claim) -> bool {
    let Some(event) = claim.event else {
        let thing = |&who: &usize| scene.story.entities[who].kind == EntityKind::Thing;
        return !claim.who.iter().any(thing);
    };
    // As the author writes it: in a headline every word has a capital.
    let named = |found: &Instance| {
        let text = scene.written(found.words.clone());
        let names = scene.story.events[event].what.iter();
        names
            .filter(|name| name.starts_with(char::is_uppercase))
            .any(|name| name == text)
    };
    let mut told = scene.instances.iter();
    let first = told.find(|found| found.event == Some(event) || found.other.is_some());
    first.is_some_and(|first| first.form == Form::Definite && first.event == Some(event))
        || scene
            .instances
            .iter()
            .filter(|found| found.event == Some(event))
            .any(named)
}

/// Whether the report gives a date close to one of `days`.
fn is_dated(scene: &Scene<'_>, days: &[&Date]) -> bool {
    let near = |date: &Date, own: &Date| when::days_apart(date, own) <= NEAR;
    scene.reading.mentions.iter().any(|mention| {
        // «on Friday», in a report that nobody dates, may be any.
        matches!(&mention.value, Value::Date(date)
            if date.possible.from.is_some()
                && date.possible.to.is_some()
                && days.iter().any(|own| near(date, own)))
    })
}

/// Unit: bytes; headlines and a line of the agency may stand before the date of a report.
const HEAD: usize = 600;

/// When it was written: as published, or by a line at its head that is a date.
fn written(scene: &Scene<'_>) -> Option<(civil::DateTime, civil::DateTime)> {
    if let Some(published) = scene.published {
        let at = |at| published.zone.to_datetime(at);
        return Some((at(published.earliest), at(published.latest)));
    }
    let head = scene.text.floor_char_boundary(HEAD);
    // Such a line is furniture of the page, and no sentence of the report.
    let section = Section {
        span: Span::new(0, head),
        part: Part::Body,
    };
    let reading = text::read(&scene.text[..head], &[section], None);
    reading
        .mentions
        .iter()
        .find_map(|mention| match &mention.value {
            Value::Date(date)
                if !date.relative
                    && date.granularity >= Granularity::Day
                    && is_line(scene, mention.span) =>
            {
                date.stated.from.zip(date.stated.to)
            }
            _ => None,
        })
}

/// «November 28, 2005», «Last updated: 28 November 2005, 02:24 GMT»: whether a date is most of its line, or the line says that
/// it was published then.
fn is_line(scene: &Scene<'_>, date: Span) -> bool {
    let (start, end) = (date.start as usize, date.end as usize);
    let from = scene.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = scene.text[end..]
        .find('\n')
        .map_or(scene.text.len(), |at| end + at);
    let line = scene.text[from..to].trim();
    let said = || {
        let lead = scene.text[from..start].to_lowercase();
        ["published", "updated", "posted"]
            .iter()
            .any(|word| lead.contains(word))
    };
    2 * (end - start) >= line.len() || said()
}

/// An age, which has a rule of its own, and a date with a year: it says of which time it is.
fn dates_itself(scene: &Scene<'_>, claim: &Claim, bound: &Bound) -> bool {
    claim.kind == Kind::Age
        || claim.kind == Kind::Date
            && mention(scene, bound).is_some_and(|mention| {
                let text = mention.span.of(scene.text);
                matches!(&mention.value, Value::Date(date) if !date.relative)
                    && text.bytes().filter(u8::is_ascii_digit).count() >= 4
            })
}

fn mention<'s>(scene: &'s Scene<'_>, bound: &Bound) -> Option<&'s Mention> {
    scene
        .reading
        .mentions
        .iter()
        .find(|mention| mention.span.overlaps(bound.span))
}

/// «will be released on 17 July», «may meet in Orrin», in a report of years before: what is told ahead is told of the event
/// itself.
fn is_foretold(scene: &Scene<'_>, claim: &Claim, bound: &Bound) -> bool {
    let ahead = || {
        let latest = written(scene).map(|(_, latest)| latest);
        mention(scene, bound).is_some_and(
            |mention| matches!(&mention.value, Value::Date(date) if date.possible.to > latest),
        )
    };
    let planned = || {
        scene
            .reading
            .sentence_at(bound.span.start)
            .is_some_and(|sentence| {
                scene
                    .instances_in(scene.words.of_sentence(sentence))
                    .iter()
                    .any(|instance| instance.planned && instance.event == claim.event)
            })
    };
    // «may meet again at the summit in Orrin»
    let modal = || {
        let at = scene.words.in_span(bound.span).start;
        let sentence = scene.syntax_at(at);
        sentence.verb_at(at).is_some_and(|verb| verb.modal)
    };
    ahead() || planned() || modal()
}

/// «Hilton, 25», of one who was 29 four years later: ages are known at the story's time, and people grow older.
fn was_right_then(scene: &Scene<'_>, claim: &Claim, bound: &Bound) -> bool {
    /// Unit: days.
    const YEAR: f64 = 365.25;
    let (Some((now, _)), Some(mention)) = (written(scene), mention(scene, bound)) else {
        return false;
    };
    let Some(age) = compare::measure(&mention.value).map(|age| compare::point(&age)) else {
        return false;
    };
    days(scene, claim).iter().any(|date| {
        let Some(from) = date.possible.from else {
            return false;
        };
        let later = now
            .date()
            .since(from.date())
            .map_or(0.0, |span| f64::from(span.get_days()))
            / YEAR;
        later.abs() > 0.5
            && scene::rights(claim)
                .filter_map(|right| compare::measure(&right.value))
                .any(|right| (age - compare::point(&right) - later).abs() <= 1.0)
    })
}

/// «escaped from the same prison three years ago», beside the right day of the escape.
fn is_far_date(scene: &Scene<'_>, claim: &Claim, bound: &Bound) -> bool {
    let Some(Value::Date(date)) = mention(scene, bound).map(|mention| &mention.value) else {
        return false;
    };
    scene::rights(claim).all(|right| match &right.value {
        Value::Date(right) => when::days_apart(date, right) > APART,
        _ => false,
    })
}
