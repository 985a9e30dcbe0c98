//! A stream of raw records becomes an outcome: in chunks, in order, on any number of threads.
//!
//! In: records, a gate, and a function that evaluates one source. Out: an [`Outcome`] that grows with what matched, not
//! with what was read. A panic on one source becomes a diagnostic and does not stop the others.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;

use super::common::Common;
use super::sketch;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::finding::Outcome;
use crate::finding::Shared;
use crate::finding::SourceRecord;
use crate::finding::Unchecked;
use crate::source;
use crate::source::Raw;
use crate::source::Source;

/// What one source gives.
#[derive(Clone, Debug, Default)]
pub struct Evaluated {
    /// Findings that are not silent, in order of the rules.
    pub findings: Vec<Finding>,
    /// Ids of the stories it was read for.
    pub stories: Vec<String>,
    /// When it was published, written without a zone or with one.
    pub published: (Option<jiff::Timestamp>, Option<jiff::Timestamp>),
    /// Values held against a claim.
    pub checked: u32,
    /// Values read and held against none.
    pub left: u32,
    /// The same values with their reasons, if they are to be kept.
    pub unchecked: Vec<Unchecked>,
}

/// How to run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Threads; `None`: as many as there are cores.
    pub threads: Option<usize>,
    /// Whether to keep the values that were not checked, not only their number.
    pub keep_unchecked: bool,
}

/// Records in one chunk. Large enough to keep a few threads busy, small enough to hold.
const CHUNK: usize = 128;

/// What became of a record.
enum Fate {
    Irrelevant,
    Opened(Box<(SourceRecord, Vec<Diagnostic>, Evaluated)>),
    Failed(Diagnostic),
    Panicked(Diagnostic),
}

/// Sources that can't be read and are kept by name; further ones are counted. An archive may be in another language.
const MOST_UNREAD: u64 = 1000;

/// Runs `evaluate` on every source whose text passes `gate`; `step` hears of every record, as it is read.
///
/// While one chunk is evaluated, the one before is collected and the one after is read.
///
/// # Errors
/// If the threads can't be started.
pub fn run(
    records: impl Iterator<Item = Result<Raw, Diagnostic>>,
    options: Options,
    gate: impl Fn(&str) -> bool + Sync,
    evaluate: impl Fn(&Source) -> Evaluated + Sync,
    mut step: impl FnMut(),
) -> Result<Outcome, rayon::ThreadPoolBuildError> {
    let threads = options.threads.unwrap_or(0);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()?;
    let fate = |record: Result<Raw, Diagnostic>| match record {
        Ok(raw) => catch_unwind(AssertUnwindSafe(|| one(&raw, &gate, &evaluate)))
            .unwrap_or_else(|panic| Fate::Panicked(panicked(&raw, panic.as_ref()))),
        Err(told) => Fate::Failed(told),
    };
    let mut records = records.inspect(|record| {
        if record.is_ok() {
            step();
        }
    });
    let mut collected = Collected::default();
    let mut fates = Vec::new();
    let mut chunk: Vec<_> = records.by_ref().take(CHUNK).collect();
    while !chunk.is_empty() {
        let now = std::mem::take(&mut chunk);
        let done = std::mem::take(&mut fates);
        pool.in_place_scope(|scope| {
            scope.spawn(|_| fates = now.into_par_iter().map(fate).collect());
            collected.take(done);
            chunk = records.by_ref().take(CHUNK).collect();
        });
    }
    collected.take(fates);
    Ok(collected.outcome)
}

fn one(raw: &Raw, gate: &impl Fn(&str) -> bool, evaluate: &impl Fn(&Source) -> Evaluated) -> Fate {
    // What can't be read is told of, whatever it speaks of; only opening knows for sure.
    if let Some([title, text]) = source::glance(raw)
        && !gate(&title)
        && !gate(&text)
        && !source::is_foreign(&text)
    {
        return Fate::Irrelevant;
    }
    let (opened, told) = source::open(raw);
    let readable = opened.unread.is_none();
    if readable && !gate(&opened.body) {
        return Fate::Irrelevant;
    }
    let evaluated = if readable {
        evaluate(&opened)
    } else {
        Evaluated {
            published: (opened.not_before, opened.not_after),
            ..Evaluated::default()
        }
    };
    Fate::Opened(Box::new((record(opened, &evaluated), told, evaluated)))
}

/// What is kept of a source.
fn record(source: Source, evaluated: &Evaluated) -> SourceRecord {
    let published = match evaluated.published {
        (None, None) => None,
        (from, to) => {
            let shown =
                |end: Option<jiff::Timestamp>| end.map_or(String::new(), |end| end.to_string());
            Some((shown(from), shown(to)))
        }
    };
    SourceRecord {
        sketch: if evaluated.findings.is_empty() {
            Vec::new()
        } else {
            sketch::of(&source)
        },
        credits: source::credits(&source),
        id: source.id.into(),
        path: source.path.into(),
        record: source.record,
        line: source.line,
        offset: source.offset,
        sha256: source.sha256,
        outlet: source.outlet.map(Shared::from),
        url: source.url,
        origin: source.origin.map(Shared::from),
        genre: source.genre,
        translated_from: source.translated_from,
        published,
        stories: evaluated.stories.clone(),
        copy_group: None,
        checked: evaluated.checked,
        unchecked: evaluated.left,
        unread: source.unread,
    }
}

#[derive(Default)]
struct Collected {
    outcome: Outcome,
    /// Ids that are taken, each with the number that the next source of that name may try.
    ids: BTreeMap<Shared, u32>,
    /// What many findings say alike.
    common: Common,
}

impl Collected {
    fn take(&mut self, fates: Vec<Fate>) {
        for fate in fates {
            self.outcome.read += u64::from(!matches!(fate, Fate::Failed(_)));
            match fate {
                Fate::Irrelevant => self.outcome.irrelevant += 1,
                Fate::Failed(told) => self.outcome.problems.push(told),
                Fate::Panicked(told) => {
                    self.outcome.unread += 1;
                    self.outcome.problems.push(told);
                }
                Fate::Opened(opened) => {
                    let (record, told, evaluated) = *opened;
                    // What is for the record only is of no use on a source that says nothing.
                    let silent = evaluated.findings.is_empty();
                    let told = told
                        .into_iter()
                        .filter(|one| !silent || one.level != Level::Note);
                    self.outcome.problems.extend(told);
                    self.add(record, evaluated);
                }
            }
        }
    }

    fn add(&mut self, mut record: SourceRecord, mut evaluated: Evaluated) {
        let outcome = &mut self.outcome;
        if record.unread.is_some() {
            outcome.unread += 1;
            if outcome.unread > MOST_UNREAD {
                return;
            }
        }
        if let Some(&next) = self.ids.get(&record.id) {
            let given = record.id;
            let mut nth = next;
            record.id = format!("{given} ({nth})").into();
            while self.ids.contains_key(&record.id) {
                nth += 1;
                record.id = format!("{given} ({nth})").into();
            }
            self.ids.insert(given.clone(), nth + 1);
            for unchecked in &mut evaluated.unchecked {
                unchecked.source = record.id.to_string();
            }
            let title = format!("a second source called `{given}`, here `{}`", record.id);
            outcome.problems.push(Diagnostic::on_file(
                "source-same-id",
                Level::Warning,
                &record.path,
                title,
            ));
        }
        self.ids.insert(record.id.clone(), 2);
        self.common.share(&mut record, &mut evaluated.findings);
        outcome.sources.push(record);
        outcome.findings.extend(evaluated.findings);
        outcome.unchecked.extend(evaluated.unchecked);
    }
}

fn panicked(raw: &Raw, panic: &(dyn std::any::Any + Send)) -> Diagnostic {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned());
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned());
    let title = format!(
        "a bug in factcheck: `{}` record {} was not read",
        raw.path, raw.record
    );
    Diagnostic::on_file("bug-panic", Level::Error, &raw.path, title)
        .with_note(words.unwrap_or_else(|| "no message".to_owned()))
        .with_help("please report it, with the source if it may be shown")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// A JSON-lines file of `texts`.
    fn stream(texts: &[&str], options: Options) -> Outcome {
        let folder = tempfile::tempdir().expect("a place");
        let path = folder.path().join("all.jsonl");
        let lines: Vec<String> = texts
            .iter()
            .map(|text| serde_json::json!({"id": "x", "text": text}).to_string())
            .collect();
        std::fs::write(&path, lines.join("\n")).expect("written");
        let paths: [PathBuf; 1] = [path];
        let evaluate = |source: &Source| {
            assert!(!source.body.contains("panic"), "asked to");
            Evaluated {
                checked: u32::try_from(source.body.len()).unwrap_or(0),
                ..Evaluated::default()
            }
        };
        let gate = |text: &str| text.contains("envoy");
        run(source::records(&paths), options, gate, evaluate, || ()).expect("threads")
    }

    #[test]
    fn a_panic_on_one_source_is_told_and_the_others_are_read() {
        let outcome = stream(
            &["the envoy", "the envoy in panic", "an envoy", "nothing"],
            Options::default(),
        );
        assert_eq!(outcome.sources.len(), 2);
        assert_eq!(
            outcome
                .problems
                .iter()
                .filter(|told| told.code == "bug-panic")
                .count(),
            1
        );
        assert_eq!(
            (outcome.read, outcome.irrelevant, outcome.unread),
            (4, 1, 1)
        );
    }

    #[test]
    fn sources_of_one_name_are_kept_apart() {
        let outcome = stream(&["the envoy", "an envoy"], Options::default());
        let ids: Vec<&str> = outcome
            .sources
            .iter()
            .map(|source| source.id.as_str())
            .collect();
        assert_eq!(ids, ["x", "x (2)"]);
    }

    #[test]
    fn order_does_not_hang_on_the_number_of_threads() {
        let texts: Vec<String> = (0..300)
            .map(|n| format!("envoy {}", "a".repeat(n % 7)))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let with = |threads| {
            let options = Options {
                threads: Some(threads),
                ..Options::default()
            };
            let outcome = stream(&texts, options);
            outcome
                .sources
                .iter()
                .map(|source| source.checked)
                .collect::<Vec<_>>()
        };
        assert_eq!(with(1), with(4));
    }
}
