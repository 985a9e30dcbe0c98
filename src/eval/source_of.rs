//! One source against all stories: pure, and the whole of what a run does with it.
//!
//! In: prepared rules and an opened source. Out: its findings; or, for one claim, how they came to be.

use super::Plan;
use super::bind::Gathered;
use super::fold;
use super::kinds;
use super::kinds::Asked;
use super::run;
use super::run::Options;
use super::run::SourceOutcome;
use super::scene::Scene;
use super::words::Words;
use crate::finding::Finding;
use crate::finding::Unchecked;
use crate::source::Source;
use crate::span::LineIndex;
use crate::span::Position;
use crate::text;
use crate::text::Published;
use crate::text::Reading;
use crate::value::Value;

/// Holds one source against every story that it passes the gate of.
pub fn evaluate(plan: &Plan<'_>, source: &Source, options: &Options) -> SourceOutcome {
    let mut outcome = SourceOutcome::default();
    let stories = plan.stories_of(&source.body);
    if source.unread.is_some() {
        outcome.unread = true;
        if !stories.is_empty() {
            outcome.record = Some(run::record(source, Vec::new(), 0, 0));
        }
        return outcome;
    }
    if stories.is_empty() {
        outcome.irrelevant = true;
        return outcome;
    }
    let mut named = source.clone_without_body();
    if let Some(outlet) = run::outlet(plan, source) {
        named.outlet = Some(outlet.name.clone());
    }
    let lines = LineIndex::new(&source.body);
    let mut bound: Vec<(u32, u32)> = Vec::new();
    let mut read: Option<(Vec<u8>, Reading, Words)> = None;
    let mut of_stories = Vec::new();
    for index in stories {
        let story = &plan.rules.stories[index];
        let published = published(plan, source, story);
        // Readings differ only where the zone does.
        let key = published.as_ref().map_or_else(Vec::new, |published| {
            format!("{:?}", published.zone).into_bytes()
        });
        if read.as_ref().is_none_or(|(known, ..)| *known != key) {
            let reading = text::read(&source.body, &source.sections, published.as_ref());
            let words = Words::read(
                &source.body,
                reading.sentences.iter().map(|sentence| sentence.span),
            );
            read = Some((key, reading, words));
        }
        let Some((_, reading, words)) = &read else {
            continue;
        };
        let scene = Scene::new(
            story,
            &plan.stories[index],
            &source.body,
            reading,
            words,
            published.as_ref(),
        );
        let before = outcome.findings.len();
        for (number, claim) in story.claims.iter().enumerate() {
            let gathered = kinds::gather(Asked {
                scene: &scene,
                claim,
                index: number,
            });
            bound.extend(
                gathered
                    .bound
                    .iter()
                    .map(|bound| (bound.span.start, bound.span.end)),
            );
            outcome
                .findings
                .extend(fold::fold(&scene, &named, &lines, claim, &gathered));
        }
        if outcome.findings.len() > before {
            of_stories.push(story.id.clone());
        }
    }
    let Some((_, reading, _)) = &read else {
        return outcome;
    };
    let values = reading
        .mentions
        .iter()
        .filter(|mention| mention.value != Value::Quote);
    let mut checked = 0;
    for mention in values {
        let held = bound
            .iter()
            .any(|&(start, end)| start < mention.span.end && mention.span.start < end);
        if held {
            checked += 1;
        } else {
            outcome
                .unchecked
                .push(unchecked(&named, &source.body, reading, &lines, mention));
        }
    }
    if !outcome.findings.is_empty() {
        let mut record = run::record(source, of_stories, checked, outcome.unchecked.len());
        record.outlet.clone_from(&named.outlet);
        outcome.record = Some(record);
    }
    if !options.unchecked {
        outcome.unchecked.clear();
    }
    outcome
}

fn published(plan: &Plan<'_>, source: &Source, story: &crate::rule::Story) -> Option<Published> {
    let (earliest, latest) = match (source.not_before, source.not_after) {
        (Some(from), Some(to)) => (from, to),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => return None,
    };
    Some(Published {
        earliest,
        latest,
        zone: run::zone(plan, source, &story.zone),
    })
}

fn unchecked(
    source: &Source,
    body: &str,
    reading: &Reading,
    lines: &LineIndex,
    mention: &text::Mention,
) -> Unchecked {
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
        why: "no claim is bound to it".to_owned(),
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
    let relevant = plan.stories_of(&source.body).contains(&index);
    let finding = if relevant {
        fold::fold(&scene, source, &lines, claim, &gathered)
    } else {
        None
    };
    let step = |span: crate::span::Span, what: String| Step {
        at: lines.position(&source.body, span.start),
        words: span
            .of(&source.body)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        what,
    };
    let names = scene
        .entities
        .iter()
        .map(|mention| {
            step(
                words.span(mention.words.clone()),
                format!(
                    "{} ({:?})",
                    story.entities[mention.entity].name, mention.how
                )
                .to_lowercase(),
            )
        })
        .collect();
    let events = scene
        .instances
        .iter()
        .map(|instance| {
            let is = match (&instance.other, instance.event) {
                (Some(other), _) => format!("another event: {other}"),
                (None, Some(event)) => format!(
                    "event «{}»{}: {}",
                    story.events[event].id,
                    if instance.sure { "" } else { ", not surely" },
                    instance.why
                ),
                (None, None) => format!("no event: {}", instance.why),
            };
            step(words.span(instance.words.clone()), is)
        })
        .collect();
    let outcome = outcome(&gathered, finding.as_ref(), relevant);
    let values = gathered
        .notes
        .into_iter()
        .map(|note| step(note.span, note.text))
        .collect();
    Some(Explanation {
        finding,
        relevant,
        names,
        events,
        values,
        outcome,
    })
}

fn outcome(gathered: &Gathered, finding: Option<&Finding>, relevant: bool) -> String {
    if !relevant {
        return "The source names nobody of the story, so it was not read for it.".to_owned();
    }
    match finding {
        None => "Nothing in the source could be tied to the claim: silent.".to_owned(),
        Some(finding) => format!(
            "{} piece{} of evidence: {}.",
            gathered.bound.len(),
            if gathered.bound.len() == 1 { "" } else { "s" },
            serde_json::to_string(&finding.verdict)
                .unwrap_or_default()
                .trim_matches('"')
        ),
    }
}

impl Source {
    /// The metadata alone.
    fn clone_without_body(&self) -> Self {
        Self {
            id: self.id.clone(),
            path: self.path.clone(),
            outlet: self.outlet.clone(),
            ..Self::default()
        }
    }
}
