//! From paths to a report: rules, sources, findings, scores.

use std::path::Path;
use std::path::PathBuf;

use crate::cli::progress::Progress;
use crate::cli::ratings;
use crate::diagnostic::Diagnostic;
use crate::eval;
use crate::finding::Outcome;
use crate::finding::Report;
use crate::finding::RunRecord;
use crate::finding::SCHEMA;
use crate::rule;
use crate::rule::Loaded;
use crate::rule::RuleSet;
use crate::score;
use crate::score::Ratings;
use crate::source;

/// What to check against what.
pub(super) struct Job<'a> {
    pub(super) paths: &'a [PathBuf],
    pub(super) rules: &'a [PathBuf],
    pub(super) threads: Option<usize>,
    pub(super) as_of: Option<jiff::civil::Date>,
    /// Whether to keep the values that were not checked.
    pub(super) unchecked: bool,
    /// Whether it is one text at work, if it turns out to be one: no outlets, all that was not checked.
    pub(super) draft: bool,
    /// Outside ratings to show apart.
    pub(super) ratings: Option<&'a Path>,
}

/// Whether what was read is a draft: standard input may hold many records.
pub(super) fn is_draft(job: &Job<'_>, read: u64) -> bool {
    job.draft && read <= 1
}

/// No rule file is good: every mistake of every file.
#[derive(Debug, thiserror::Error)]
#[error("there is no rule to check against")]
pub(super) struct NoRules(pub(super) Vec<Diagnostic>);

/// Loads the rules. Mistakes in some files don't stop the others.
pub(super) fn rules(paths: &[PathBuf]) -> Result<Loaded, NoRules> {
    let loaded = rule::load(paths);
    if loaded.rules.stories.is_empty() {
        return Err(NoRules(loaded.diagnostics));
    }
    Ok(loaded)
}

/// Does the whole job.
pub(super) fn report(job: &Job<'_>) -> anyhow::Result<Report> {
    let loaded = rules(job.rules)?;
    let as_of = job.as_of.or_else(|| can_lapse(&loaded.rules).then(today));
    let mut outcome = evaluated(job, &loaded, as_of)?;
    let draft = is_draft(job, outcome.read);
    if !draft && !job.unchecked {
        outcome.unchecked.clear();
    }
    score::prepare(
        &mut outcome.sources,
        &mut outcome.findings,
        &aliases(&loaded.rules),
    );
    let mut report = Report {
        schema: SCHEMA.to_owned(),
        run: RunRecord {
            tool: concat!("factcheck ", env!("CARGO_PKG_VERSION")).to_owned(),
            options: options(job, draft),
            as_of: as_of.map(|day| day.to_string()),
            read: outcome.read,
            irrelevant: outcome.irrelevant,
            unread: outcome.unread,
        },
        rules: outcome.rules,
        sources: outcome.sources,
        findings: outcome.findings,
        outlets: Vec::new(),
        truths: Vec::new(),
        unchecked: outcome.unchecked,
        problems: loaded.diagnostics,
    };
    report.problems.extend(outcome.problems);
    let circular = eval::circular(&loaded.rules, &report.sources);
    report.problems.extend(circular);
    for rules in &mut report.rules {
        let file = loaded.files.iter().find(|file| file.path == rules.path);
        rules.sha256 = file.map_or(String::new(), |file| file.sha256.clone());
    }
    if !draft {
        let ratings = match job.ratings {
            Some(path) => ratings::read(path, &loaded.rules.outlets)?,
            None => Ratings::new(),
        };
        score_again(&mut report, &ratings);
    }
    Ok(report)
}

/// Scores the outlets and settles the open claims of a report from its findings.
pub(super) fn score_again(report: &mut Report, ratings: &Ratings) {
    let assessed = score::assess(&report.rules, &report.sources, &report.findings, ratings);
    report.outlets = assessed.outlets;
    report.truths = assessed.truths;
}

/// (spelling, name) of every outlet that the rules know.
fn aliases(rules: &RuleSet) -> Vec<(String, String)> {
    let outlets = rules.outlets.iter();
    outlets
        .flat_map(|outlet| {
            let spellings = outlet.also.iter().chain([&outlet.id]);
            spellings.map(|also| (also.clone(), outlet.name.clone()))
        })
        .collect()
}

fn evaluated(
    job: &Job<'_>,
    loaded: &Loaded,
    as_of: Option<jiff::civil::Date>,
) -> anyhow::Result<Outcome> {
    let plan = eval::Plan::new(&loaded.rules);
    let options = eval::Options {
        threads: job.threads,
        keep_unchecked: job.unchecked || job.draft,
    };
    let mut progress = Progress::new();
    let records = source::records(job.paths);
    let outcome = eval::check(&plan, records, options, as_of, || progress.step());
    Ok(outcome?)
}

/// Whether any ruling or ignore ends on a day, so that the day of the run matters.
fn can_lapse(rules: &RuleSet) -> bool {
    let ignores = rules.stories.iter().flat_map(|story| &story.ignores);
    ignores.into_iter().any(|ignore| ignore.until.is_some())
        || rules.rulings.iter().any(|ruling| ruling.until.is_some())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a ruling that may expire does so on a day; the report names it, and --as-of sets it"
)]
fn today() -> jiff::civil::Date {
    let now = jiff::Timestamp::try_from(std::time::SystemTime::now());
    let now = now.unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The options that bear on what is found, as they would be given.
fn options(job: &Job<'_>, draft: bool) -> Vec<String> {
    let mut options = Vec::new();
    for path in job.rules {
        options.push("--rules".to_owned());
        options.push(path.to_string_lossy().into_owned());
    }
    if job.unchecked || draft {
        options.push("--unchecked".to_owned());
    }
    options.extend(
        job.paths
            .iter()
            .map(|path| path.to_string_lossy().into_owned()),
    );
    options
}
