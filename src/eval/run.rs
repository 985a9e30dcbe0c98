//! A run: raw records in, findings out, in chunks on all threads.
//!
//! In: prepared rules and a stream of records. Out: an [`Outcome`], the same on any number of threads: order is order of
//! arrival, and no number is added up in parallel. A panic on one record becomes a diagnostic.

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::Plan;
use super::sketch;
use super::source_of::evaluate;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::finding::Outcome;
use crate::finding::SourceRecord;
use crate::finding::Unchecked;
use crate::source;
use crate::source::Raw;
use crate::source::Source;

/// What bears on a run besides rules and records.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day on which ignores lapse; `None`: none does.
    pub as_of: Option<jiff::civil::Date>,
    /// Whether to list values read and not checked.
    pub unchecked: bool,
    /// Threads; `None`: as many as there are cores. The outcome is the same with any number.
    pub threads: Option<usize>,
}

/// What one source gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceOutcome {
    /// Findings that are not silent, in order of story and claim.
    pub findings: Vec<Finding>,
    /// Its record, if it has any finding.
    pub record: Option<SourceRecord>,
    /// Values read and not checked.
    pub unchecked: Vec<Unchecked>,
    /// Whether it was left at the gate.
    pub irrelevant: bool,
    /// What is to be told of it.
    pub problems: Vec<Diagnostic>,
    /// Whether it could not be read.
    pub unread: bool,
}

/// Records evaluated at a time: enough to keep all threads busy, few enough to hold.
const CHUNK: usize = 256;

/// Evaluates every record of a stream. `progress` hears how many records are done.
///
/// # Errors
/// If the threads can't be started.
pub fn run(
    plan: &Plan<'_>,
    records: impl Iterator<Item = Result<Raw, Diagnostic>>,
    options: &Options,
    progress: &mut dyn FnMut(u64),
) -> Result<Outcome, rayon::ThreadPoolBuildError> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(options.threads.unwrap_or(0));
    let threads = threads.build()?;
    let mut outcome = Outcome {
        rules: super::records::rules(plan.rules),
        ..Outcome::default()
    };
    let mut records = records.peekable();
    while records.peek().is_some() {
        let chunk: Vec<Result<Raw, Diagnostic>> = records.by_ref().take(CHUNK).collect();
        let done: Vec<SourceOutcome> = threads.install(|| {
            let done = chunk.into_par_iter();
            done.map(|record| one(plan, record, options)).collect()
        });
        for source in done {
            add(&mut outcome, source, options);
        }
        progress(outcome.read);
    }
    super::records::settle_ignores(plan.rules, &mut outcome, options.as_of);
    Ok(outcome)
}

fn add(outcome: &mut Outcome, source: SourceOutcome, options: &Options) {
    outcome.read += 1;
    outcome.irrelevant += u64::from(source.irrelevant);
    outcome.unread += u64::from(source.unread);
    outcome.problems.extend(source.problems);
    outcome.findings.extend(source.findings);
    outcome.sources.extend(source.record);
    if options.unchecked {
        outcome.unchecked.extend(source.unchecked);
    }
}

fn one(plan: &Plan<'_>, record: Result<Raw, Diagnostic>, options: &Options) -> SourceOutcome {
    let raw = match record {
        Ok(raw) => raw,
        Err(problem) => {
            return SourceOutcome {
                problems: vec![problem],
                unread: true,
                ..SourceOutcome::default()
            };
        }
    };
    let path = raw.path.clone();
    catch_unwind(AssertUnwindSafe(|| {
        if let Some(text) = source::glance(&raw)
            && plan.stories_of(&text).is_empty()
        {
            return SourceOutcome {
                irrelevant: true,
                ..SourceOutcome::default()
            };
        }
        let (source, problems) = source::open(&raw);
        let mut outcome = evaluate(plan, &source, options);
        outcome.problems.splice(0..0, problems);
        outcome
    }))
    .unwrap_or_else(|_| SourceOutcome {
        problems: vec![
            Diagnostic::on_file(
                "source-panic",
                Level::Error,
                &path,
                "an error of the program on this source; it was not checked",
            )
            .with_help("please report it, with the source if you may"),
        ],
        unread: true,
        ..SourceOutcome::default()
    })
}

/// The record of a source that has findings.
pub(crate) fn record(
    source: &Source,
    stories: Vec<String>,
    checked: usize,
    unchecked: usize,
) -> SourceRecord {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    SourceRecord {
        id: source.id.clone(),
        path: source.path.clone(),
        record: source.record,
        offset: source.offset,
        sha256: source.sha256.clone(),
        outlet: source.outlet.clone(),
        origin: source.origin.clone(),
        genre: source.genre.clone(),
        translated_from: source.translated_from.clone(),
        published: source
            .not_before
            .zip(source.not_after)
            .map(|(from, to)| (from.to_string(), to.to_string())),
        stories,
        copy_group: None,
        checked: number(checked),
        unchecked: number(unchecked),
        sketch: sketch::of(source),
        credits: sketch::credits(source),
        unread: source.unread.clone(),
    }
}

/// The zone that a source's relative words are read in: its own, its outlet's, the story's.
pub(crate) fn zone(plan: &Plan<'_>, source: &Source, story: &TimeZone) -> TimeZone {
    source
        .timezone
        .as_deref()
        .and_then(|name| TimeZone::get(name).ok())
        .or_else(|| outlet(plan, source).and_then(|outlet| outlet.zone.clone()))
        .unwrap_or_else(|| story.clone())
}

/// The outlet of `outlets.toml` that a source is of.
pub(crate) fn outlet<'p>(plan: &'p Plan<'_>, source: &Source) -> Option<&'p crate::rule::Outlet> {
    let name = source.outlet.as_deref()?;
    plan.rules.outlets.iter().find(|outlet| {
        outlet.name.eq_ignore_ascii_case(name)
            || outlet
                .also
                .iter()
                .any(|also| also.eq_ignore_ascii_case(name))
    })
}
