//! `factcheck --rules rules/ [PATH…]`: the main job.

use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::Exit;
use crate::cli::job;
use crate::cli::output;
use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::finding::Report;
use crate::finding::Verdict;
use crate::report;
use crate::rule::Severity;

/// What to check, against what, and how to tell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Reports: folders, files, or - for standard input
    #[arg(value_name = "PATH", default_value = "corpus")]
    pub(super) paths: Vec<PathBuf>,
    /// Rule files, or folders of them; may be given more than once
    #[arg(long, short, value_name = "PATH", default_value = "rules")]
    pub(super) rules: Vec<PathBuf>,
    /// How to write the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write the report into a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Verdicts that make the exit code 1
    #[arg(
        long,
        value_enum,
        value_name = "VERDICTS",
        value_delimiter = ',',
        default_value = "contradicted"
    )]
    fail_on: Vec<FailOn>,
    /// Only claims of this severity or a graver one make the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t)]
    min_severity: MinSeverity,
    /// Sources that can't be read before the exit code is 2
    #[arg(long, value_name = "N", default_value_t = 0)]
    max_problems: usize,
    /// Threads to read with; the report is the same with any number
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// The day on which rulings and ignores may lapse; today, if any can
    #[arg(long, value_name = "DATE")]
    as_of: Option<jiff::civil::Date>,
    /// List the values that were read and not checked
    #[arg(long)]
    unchecked: bool,
    /// Outside ratings of outlets (CSV: domain or name, 0 to 1), shown apart from what is measured
    #[arg(long, value_name = "CSV")]
    ratings: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs; `factcheck schema report` describes it
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum FailOn {
    Contradicted,
    Mixed,
    Outdated,
    Vague,
    Stated,
    Pending,
    /// Findings never change the exit code
    None,
}

impl FailOn {
    fn holds(self, verdict: Verdict) -> bool {
        match self {
            Self::Contradicted => verdict == Verdict::Contradicted,
            Self::Mixed => verdict == Verdict::Mixed,
            Self::Outdated => verdict == Verdict::Outdated,
            Self::Vague => verdict == Verdict::Vague,
            Self::Stated => verdict == Verdict::Stated,
            Self::Pending => verdict == Verdict::Pending,
            Self::None => false,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum MinSeverity {
    #[default]
    Minor,
    Major,
    Critical,
}

impl MinSeverity {
    fn severity(self) -> Severity {
        match self {
            Self::Minor => Severity::Minor,
            Self::Major => Severity::Major,
            Self::Critical => Severity::Critical,
        }
    }
}

/// Problems of one kind that are drawn; the rest is counted.
const PROBLEMS_SHOWN: usize = 10;

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let draft = is_one_text(&args.paths);
    let report = job::report(&job::Job {
        paths: &args.paths,
        rules: &args.rules,
        threads: args.threads,
        as_of: args.as_of,
        unchecked: args.unchecked || draft,
        outlets: !draft,
        ratings: args.ratings.as_deref(),
    })?;
    let view = report::View {
        width: output::width(args.output.is_none()),
        draft,
        unchecked: args.unchecked,
        problems: PROBLEMS_SHOWN,
    };
    output::to(args.output.as_deref(), out, |out| match args.format {
        Format::Text => out.write_all(report::terminal(&report, view).as_bytes()),
        Format::Json => report::json(&report, out),
    })?;
    Ok(ended(args, &report))
}

/// A single text is a draft at work: nobody is scored by it.
fn is_one_text(paths: &[PathBuf]) -> bool {
    let [path] = paths else {
        return false;
    };
    let lines = path
        .extension()
        .is_some_and(|extension| extension == "jsonl");
    path == Path::new("-") || (path.is_file() && !lines)
}

fn ended(args: &Args, report: &Report) -> Exit {
    let graver = |finding: &Finding| {
        let claims = report.rules.iter().flat_map(|rules| &rules.claims);
        let claim = claims.into_iter().find(|claim| claim.id == finding.claim);
        claim.is_none_or(|claim| claim.severity >= args.min_severity.severity())
    };
    let counts = |finding: &&Finding| {
        finding.ignored.is_none()
            && finding.ruling.as_deref() != Some("overturn")
            && args.fail_on.iter().any(|fail| fail.holds(finding.verdict))
    };
    let mut exit = Exit::Clean;
    if report.findings.iter().filter(counts).any(graver) {
        exit = exit.and(Exit::Findings);
    }
    let errors = report
        .problems
        .iter()
        .filter(|one| one.level == Level::Error);
    let (of_rules, of_sources): (Vec<_>, Vec<_>) =
        errors.partition(|one| one.code.starts_with("rule-"));
    if !of_rules.is_empty() || of_sources.len() > args.max_problems {
        exit = exit.and(Exit::NotChecked);
    }
    exit
}
