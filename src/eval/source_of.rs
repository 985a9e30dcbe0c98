//! One source against all stories: pure, and the whole of what a run does with it.
//!
//! In: prepared rules and an opened source. Out: its findings; or, for one claim, how they came to be.

use std::borrow::Cow;

use jiff::tz::TimeZone;

use super::Plan;
use super::bind::Gathered;
use super::bind::Reach;
use super::events::Instance;
use super::fold;
use super::kinds;
use super::kinds::Asked;
use super::names::EntityMention;
use super::scene::Scene;
use super::stream::Evaluated;
use super::words::Words;
use crate::finding::Finding;
use crate::finding::Shared;
use crate::finding::Unchecked;
use crate::rule::Claim;
use crate::rule::Story;
use crate::source::Source;
use crate::span::LineIndex;
use crate::span::Position;
use crate::span::Span;
use crate::text;
use crate::text::Published;
use crate::text::Reading;
use crate::value::Value;

/// Holds one source against every story that it passes the gate of. Values that no claim takes are counted, and kept with
/// their reasons where `keep_unchecked` says so.
pub fn evaluate(plan: &Plan<'_>, source: &Source, keep_unchecked: bool) -> Evaluated {
    let mut evaluated = Evaluated {
        published: source.published(outlet_zone(plan, source)),
        ..Evaluated::default()
    };
    let outlet = source
        .outlet
        .as_deref()
        .map(|name| Shared::from(plan.outlet(name).map_or(name, |outlet| &outlet.name)));
    let lines = LineIndex::new(&source.body);
    let mut bound: Vec<(u32, u32)> = Vec::new();
    let mut left: Vec<Left<'_>> = Vec::new();
    let mut read: Option<(String, Reading, Words)> = None;
    for index in plan.stories_of(&source.body) {
        let story = &plan.rules.stories[index];
        let published = published(plan, source, story);
        // Readings differ only where the zone does.
        let key = published
            .as_ref()
            .map_or_else(String::new, |published| format!("{:?}", published.zone));
        if read.as_ref().is_none_or(|(known, ..)| *known != key) {
            let reading = text::read(&source.body, &source.sections, published.as_ref());
            let spans = reading.sentences.iter().map(|sentence| sentence.span);
            let words = Words::read(&source.body, spans);
            read = Some((key, reading, words));
        }
        let Some((_, reading, words)) = &read else {
            continue;
        };
        let plan = &plan.stories[index];
        let scene = Scene::new(
            story,
            plan,
            &source.body,
            reading,
            words,
            published.as_ref(),
        );
        if !scene.relevant() {
            continue;
        }
        evaluated.stories.push(story.id.clone());
        for (index, claim) in story.claims.iter().enumerate() {
            let scene = &scene;
            let gathered = kinds::gather(Asked {
                scene,
                claim,
                index,
            });
            let spans = gathered.bound.iter().map(|bound| bound.span);
            bound.extend(spans.map(|span| (span.start, span.end)));
            if let Some(mut finding) = fold::fold(scene, source, &lines, claim, &gathered) {
                finding.outlet.clone_from(&outlet);
                evaluated.findings.push(finding);
            }
            if keep_unchecked {
                left.extend(gathered.notes.into_iter().map(|note| Left {
                    span: note.span,
                    claim: &claim.id,
                    why: note.text,
                    reach: note.reach,
                    here: is_here(scene, claim, note.span),
                }));
            }
        }
    }
    if let Some((_, reading, _)) = &read {
        bound.sort_unstable();
        left.sort_by_key(|one| one.span.start);
        let kept = keep_unchecked.then_some(left.as_slice());
        count_values(&mut evaluated, source, reading, &lines, &mut bound, kept);
    }
    evaluated
}

/// Counts the values of a source: those that are evidence, whose spans are `bound`, and the others. These are kept where
/// it is told why claims left them (`left`). Both are in order of place.
fn count_values(
    evaluated: &mut Evaluated,
    source: &Source,
    reading: &Reading,
    lines: &LineIndex,
    bound: &mut [(u32, u32)],
    left: Option<&[Left<'_>]>,
) {
    let mut farthest = 0;
    for (_, end) in bound.iter_mut() {
        farthest = farthest.max(*end);
        *end = farthest;
    }
    for mention in reading
        .mentions
        .iter()
        .filter(|mention| mention.value != Value::Quote)
    {
        // The last that starts before the value ends reaches farthest.
        let before = bound.partition_point(|&(start, _)| start < mention.span.end);
        if before > 0 && bound[before - 1].1 > mention.span.start {
            evaluated.checked += 1;
            continue;
        }
        evaluated.left += 1;
        if let Some(left) = left {
            let told = why(left, mention.span);
            let one = unchecked(source, reading, lines, mention, told);
            evaluated.unchecked.push(one);
        }
    }
}

/// When a source was published, in the zone of a story; `None` unless it is known from when and until when.
fn published(plan: &Plan<'_>, source: &Source, story: &Story) -> Option<Published> {
    // With one bound alone the report may be from any time beyond it, and no clock can be held against it.
    let (earliest, latest) = source.published(outlet_zone(plan, source));
    let (earliest, latest) = earliest.zip(latest)?;
    Some(Published {
        earliest,
        latest,
        zone: zone(plan, source, &story.zone),
    })
}

/// Why a claim left a value.
#[derive(Debug)]
struct Left<'c> {
    span: Span,
    claim: &'c str,
    why: Cow<'static, str>,
    reach: Reach,
    /// Whether its sentence speaks of the claim's event or people.
    here: bool,
}

/// Whether the sentence of a value has a word for the claim's event, or names whom a claim without event is about.
fn is_here(scene: &Scene<'_>, claim: &Claim, span: Span) -> bool {
    let sentence = scene.reading.sentence_at(span.start);
    match claim.event {
        Some(event) => scene.instances.iter().any(|instance| {
            Some(instance.sentence) == sentence
                && instance.event == Some(event)
                && instance.other.is_none()
        }),
        None => sentence.is_some_and(|sentence| {
            scene
                .entities_in(scene.words.of_sentence(sentence))
                .any(|mention| claim.who.contains(&mention.entity))
        }),
    }
}

/// Unit: bytes; no value with its hedge is longer.
const LONGEST_VALUE: u32 = 400;

/// Why a value was not checked: what the claim says of it that it came nearest to: one that it was tied to, before one
/// whose event its sentence speaks of, before any other of its kind. `left` is in order of place.
fn why(left: &[Left<'_>], span: Span) -> String {
    let from = span.start.saturating_sub(LONGEST_VALUE);
    let from = left.partition_point(|one| one.span.start < from);
    let to = left.partition_point(|one| one.span.start < span.end);
    let left = &left[from..to.max(from)];
    let of_it = |one: &&Left<'_>| span.start < one.span.end;
    let likely = |one: &&Left<'_>| {
        let bound = one.reach == Reach::Bound;
        (!bound, one.reach == Reach::Far, !one.here, one.reach)
    };
    let nearest = left.iter().filter(of_it).min_by_key(likely);
    nearest.map_or_else(
        || "no claim is of its kind".to_owned(),
        |one| {
            let why = one.why.strip_prefix("left: ").unwrap_or(&one.why);
            format!("`{}`: {why}", one.claim)
        },
    )
}

fn unchecked(
    source: &Source,
    reading: &Reading,
    lines: &LineIndex,
    mention: &text::Mention,
    why: String,
) -> Unchecked {
    let body = source.body.as_str();
    let position = lines.position(body, mention.span.start);
    let sentence = reading.sentences[mention.sentence as usize].span;
    Unchecked {
        source: source.id.clone(),
        line: position.line,
        column: position.column,
        start: mention.span.start,
        end: mention.span.end,
        text: mention.span.of(body).to_owned(),
        value: mention
            .hedge
            .map_or(mention.span, |hedge| hedge.hull(mention.span))
            .of(body)
            .to_owned(),
        sentence: sentence.of(body).to_owned(),
        why,
    }
}

/// How a source came to its finding on one claim.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The finding; `None`: silent.
    pub finding: Option<Finding>,
    /// Whether the source passed the gate of the story.
    pub relevant: bool,
    /// Names found that bear on the claim, and how each was written.
    pub names: Vec<Step>,
    /// Event words found, and which event each speaks of.
    pub events: Vec<Step>,
    /// Values looked at, and what became of each.
    pub values: Vec<Step>,
    /// How the finding follows, in plain words.
    pub outcome: String,
}

/// Words of a source, and what became of them.
#[derive(Clone, Debug)]
pub struct Step {
    /// Line and column.
    pub at: Position,
    /// The words.
    pub words: String,
    /// What became of them.
    pub what: String,
}

/// Explains the finding of `source` on `claim` (`story/claim`); `None` if there is no such claim.
pub fn explain(plan: &Plan<'_>, claim: &str, source: &Source) -> Option<Explanation> {
    let (story_id, claim_id) = claim.split_once('/')?;
    let index = plan
        .rules
        .stories
        .iter()
        .position(|story| story.id == story_id)?;
    let story = &plan.rules.stories[index];
    let number = story.claims.iter().position(|claim| claim.id == claim_id)?;
    let claim = &story.claims[number];
    let published = published(plan, source, story);
    let reading = text::read(&source.body, &source.sections, published.as_ref());
    let words = Words::read(
        &source.body,
        reading.sentences.iter().map(|sentence| sentence.span),
    );
    let scene = Scene::new(
        story,
        &plan.stories[index],
        &source.body,
        &reading,
        &words,
        published.as_ref(),
    );
    let gathered = kinds::gather(Asked {
        scene: &scene,
        claim,
        index: number,
    });
    let lines = LineIndex::new(&source.body);
    let relevant = plan.stories_of(&source.body).contains(&index) && scene.relevant();
    let finding = if relevant {
        fold::fold(&scene, source, &lines, claim, &gathered)
    } else {
        None
    };
    let step = |span: Span, what: String| Step {
        at: lines.position(&source.body, span.start),
        words: span
            .of(&source.body)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        what,
    };
    let named = |mention: &EntityMention| {
        let name = &story.entities[mention.entity].name;
        let what = format!("{name}, {}", mention.how.words());
        step(words.span(mention.words.clone()), what)
    };
    let told = |instance: &Instance| {
        let span = words.span(instance.words.clone());
        step(span, what_it_tells(story, instance))
    };
    let outcome = outcome(&gathered, finding.as_ref(), relevant);
    Some(Explanation {
        finding,
        relevant,
        names: scene.entities.iter().map(named).collect(),
        events: scene.instances.iter().map(told).collect(),
        values: gathered
            .notes
            .into_iter()
            .map(|note| step(note.span, note.text.into_owned()))
            .collect(),
        outcome,
    })
}

/// Which event an event word tells, and why.
fn what_it_tells(story: &Story, instance: &Instance) -> String {
    match (&instance.other, instance.event) {
        (Some(other), _) => format!("another event: {other}"),
        (None, Some(event)) => format!(
            "tells of `{}`{}: {}",
            story.events[event].id,
            if instance.sure { "" } else { ", perhaps" },
            instance.why
        ),
        (None, None) => format!("no event: {}", instance.why),
    }
}

fn outcome(gathered: &Gathered, finding: Option<&Finding>, relevant: bool) -> String {
    if !relevant {
        let told = "The source names nobody and nothing that has a part in the story, so it was not read for it.";
        return told.to_owned();
    }
    match finding {
        None => "Nothing in the source could be tied to the claim: silent.".to_owned(),
        Some(finding) => format!(
            "{} piece{} of evidence: {}.",
            gathered.bound.len(),
            if gathered.bound.len() == 1 { "" } else { "s" },
            finding.verdict.word()
        ),
    }
}

/// The zone that a source's relative words are read in: its own, its outlet's, the story's.
fn zone(plan: &Plan<'_>, source: &Source, story: &TimeZone) -> TimeZone {
    let own = source.timezone.as_deref();
    own.and_then(|name| TimeZone::get(name).ok())
        .or_else(|| outlet_zone(plan, source).cloned())
        .unwrap_or_else(|| story.clone())
}

/// The zone of the source's outlet, as the rules know it.
fn outlet_zone<'p>(plan: &'p Plan<'_>, source: &Source) -> Option<&'p TimeZone> {
    let outlet = plan.outlet(source.outlet.as_deref()?)?;
    outlet.zone.as_ref()
}
