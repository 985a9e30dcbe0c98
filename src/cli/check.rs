//! `factcheck --rules rules/ [PATH…]`: the main job.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use crate::cli::Exit;
use crate::cli::job;
use crate::cli::output;
use crate::cli::watch;
use crate::cli::watch::Watch;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::finding::Fault;
use crate::finding::Finding;
use crate::finding::Report;
use crate::finding::RuleRecord;
use crate::finding::Verdict;
use crate::report;
use crate::rule;
use crate::rule::Severity;
use crate::source;

/// Where reports are looked for if none are given.
const CORPUS: &str = "corpus";
/// Where rules are.
const RULES: &str = "rules";

/// What to check, against what, and how to tell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Reports: folders, files, or - for standard input
    #[arg(value_name = "PATH", default_value = CORPUS)]
    pub(super) paths: Vec<PathBuf>,
    /// Rule files, or folders of them; may be given more than once
    #[arg(long, short, value_name = "PATH", default_value = RULES)]
    pub(super) rules: Vec<PathBuf>,
    /// How to write the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write the report into a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Findings that make the exit code 1
    #[arg(
        long,
        value_enum,
        value_name = "VERDICTS",
        value_delimiter = ',',
        default_value = "contradicted,misspelt,wording"
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
    #[command(flatten)]
    watch: watch::Args,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs; `factcheck schema report` describes it
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum FailOn {
    /// A fact is wrong
    Contradicted,
    /// A name is misspelt
    Misspelt,
    /// A word is wrong
    Wording,
    /// A report says it right and wrong in its own voice
    Mixed,
    /// A figure was right once, and is told too late
    Outdated,
    /// True, but too loose to tell
    Vague,
    /// A value, and the rules have none to hold it against
    Stated,
    /// Written before it could be known
    Pending,
    /// Findings never change the exit code
    None,
}

impl FailOn {
    /// What a finding is to the exit code: names and words have a ledger of their own.
    fn of(finding: &Finding) -> Self {
        match (finding.fault, finding.verdict) {
            (Some(Fault::Spelling), _) => Self::Misspelt,
            (Some(Fault::Wording), _) => Self::Wording,
            (_, Verdict::Contradicted) => Self::Contradicted,
            (_, Verdict::Mixed) => Self::Mixed,
            (_, Verdict::Outdated) => Self::Outdated,
            (_, Verdict::Vague) => Self::Vague,
            (_, Verdict::Stated) => Self::Stated,
            (_, Verdict::Pending) => Self::Pending,
            (_, Verdict::Supported | Verdict::Silent) => Self::None,
        }
    }

    /// As the command line has it.
    fn word(self) -> String {
        let value = self.to_possible_value();
        value.map_or(String::new(), |value| value.get_name().to_owned())
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
    if args.fail_on.contains(&FailOn::None) && args.fail_on.len() > 1 {
        bail!("`--fail-on none` stands alone: no finding changes the exit code then");
    }
    expect_paths(args)?;
    misdirected(&args.paths)?;
    if let Some(how) = args.watch.watch {
        return watched(args, how, out);
    }
    let report = job::report(&job_of(args))?;
    match write(args, &report, out) {
        // Whoever reads has seen enough; what was found stands.
        Err(error) if super::is_closed_pipe(&error) => {}
        written => written?,
    }
    Ok(ended(args, &report).0)
}

/// Where neither reports are given nor the default is there, says what to do.
fn expect_paths(args: &Args) -> anyhow::Result<()> {
    let is_missing = |paths: &[PathBuf], default: &str| {
        let [path] = paths else {
            return false;
        };
        path == Path::new(default) && !path.exists()
    };
    if !is_missing(&args.paths, CORPUS) {
        return Ok(());
    }
    if is_missing(&args.rules, RULES) {
        bail!(
            "there is neither a folder `{CORPUS}` nor a folder `{RULES}` here: `factcheck new STORY` writes a first rule \
             file, `factcheck --rules RULES REPORTS` checks reports, `factcheck --help` tells the rest"
        );
    }
    bail!(
        "there is no folder `{CORPUS}` here: give your reports, `factcheck reports/`, `factcheck draft.md`, or `-` for \
         standard input"
    );
}

/// Says what was meant by a path that is none: a sub-command with a slip, or behind its options.
fn misdirected(paths: &[PathBuf]) -> anyhow::Result<()> {
    let gone = |path: &&PathBuf| *path != Path::new("-") && !path.exists();
    let Some(path) = paths.iter().find(gone).and_then(|path| path.to_str()) else {
        return Ok(());
    };
    let commands = crate::cli::commands();
    if commands.iter().any(|command| command == path) {
        bail!(
            "`{path}` is a sub-command: it stands before its options, as in `factcheck {path} --help`"
        );
    }
    if let Some(nearest) = rule::keys::nearest(path, commands.iter().map(String::as_str)) {
        bail!("there is no file `{path}`; did you mean `factcheck {nearest}`?");
    }
    // A word without dot or slash, alone, was meant for a command.
    let is_word = |c: char| c.is_ascii_alphabetic() || c == '-';
    if paths.len() == 1 && path.chars().all(is_word) {
        bail!(
            "there is no file or folder `{path}`, and no command of this name; the commands are {}",
            commands.join(", ")
        );
    }
    Ok(())
}

fn job_of(args: &Args) -> job::Job<'_> {
    job::Job {
        paths: &args.paths,
        rules: &args.rules,
        threads: args.threads,
        as_of: args.as_of,
        unchecked: args.unchecked,
        draft: is_one_text(&args.paths),
        ratings: args.ratings.as_deref(),
    }
}

fn write(args: &Args, report: &Report, out: &mut dyn Write) -> anyhow::Result<()> {
    let (_, why) = ended(args, report);
    let view = report::View {
        width: output::width(args.output.is_none()),
        draft: job::is_draft(&job_of(args), report.run.read),
        unchecked: args.unchecked,
        problems: PROBLEMS_SHOWN,
        ended: &why,
    };
    output::to(args.output.as_deref(), out, |out| match args.format {
        Format::Text => out.write_all(report::terminal(report, view).as_bytes()),
        Format::Json => report::json(report, out),
    })
}

/// Checks, and again after every change. The first run is shown whole, of later ones only what is other than before.
fn watched(args: &Args, how: watch::How, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        bail!("standard input can't be watched: give a file or a folder");
    }
    if matches!(args.format, Format::Json) && args.output.is_none() {
        bail!("--watch shows changes to people: with --format json give a file with --output");
    }
    let paths = args.paths.iter().chain(&args.rules).map(PathBuf::as_path);
    let mut watch = Watch::new(paths.collect(), args.output.as_deref(), how);
    let mut last: Option<Report> = None;
    loop {
        let exit;
        let width = output::width(true);
        match job::report(&job_of(args)) {
            Ok(mut report) => {
                exit = ended(args, &report).0;
                if args.output.is_some() || last.is_none() {
                    write(args, &report, out)?;
                }
                if let Some(last) = &last {
                    keep_broken(last, &mut report);
                    match report::changes(last, &report, width, PROBLEMS_SHOWN) {
                        Some(changes) => out.write_all(changes.as_bytes())?,
                        None => writeln!(out, "No finding changed.")?,
                    }
                }
                last = Some(report);
            }
            Err(error) => {
                exit = Exit::NotChecked;
                let Some(job::NoRules(told)) = error.downcast_ref() else {
                    return Err(error);
                };
                let before = last.as_ref().map_or(&[][..], |last| &last.problems);
                let fresh = report::changed_diagnostics(before, told, width, PROBLEMS_SHOWN);
                writeln!(out, "{}error: {error}", fresh.unwrap_or_default())?;
            }
        }
        let Some(changed) = watch.next_after(out)? else {
            return Ok(exit);
        };
        watch::heading(&changed, out)?;
    }
}

/// While a rule file has a mistake, what it found before stands: half a word typed is no hundred findings gone.
fn keep_broken(last: &Report, report: &mut Report) {
    let broken = |path: &str| {
        let of_file = |one: &Diagnostic| one.level == Level::Error && one.path == path;
        report.problems.iter().any(of_file)
    };
    let loaded = |path: &str| report.rules.iter().any(|rules| rules.path == path);
    let kept: Vec<RuleRecord> = last
        .rules
        .iter()
        .filter(|rules| broken(&rules.path) && !loaded(&rules.path))
        .cloned()
        .collect();
    let of_kept = |finding: &&Finding| {
        let mut claims = kept.iter().flat_map(|rules| &rules.claims);
        claims.any(|claim| claim.id == finding.claim)
    };
    let findings = last.findings.iter().filter(of_kept).cloned();
    report.findings.extend(findings);
    report.rules.extend(kept);
}

/// A single text is a draft at work: nobody is scored by it.
fn is_one_text(paths: &[PathBuf]) -> bool {
    let [path] = paths else {
        return false;
    };
    path == Path::new("-") || (path.is_file() && !source::is_lines(path))
}

/// What the run ends with, and why in a line.
fn ended(args: &Args, report: &Report) -> (Exit, String) {
    let graver = |finding: &Finding| {
        let claims = report.rules.iter().flat_map(|rules| &rules.claims);
        let claim = claims.into_iter().find(|claim| claim.id == finding.claim);
        claim.is_none_or(|claim| claim.severity >= args.min_severity.severity())
    };
    let counts = |finding: &&Finding| {
        finding.ignored.is_none()
            && finding.ruling.as_deref() != Some("overturn")
            && args.fail_on.contains(&FailOn::of(finding))
    };
    let mut failed: BTreeMap<FailOn, usize> = BTreeMap::new();
    let counted = report.findings.iter().filter(counts);
    for finding in counted.filter(|finding| graver(finding)) {
        *failed.entry(FailOn::of(finding)).or_default() += 1;
    }
    failed.remove(&FailOn::None);
    let errors = report
        .problems
        .iter()
        .filter(|one| one.level == Level::Error);
    let (of_rules, of_sources): (Vec<_>, Vec<_>) =
        errors.partition(|one| one.code.starts_with("rule-"));
    let errors = of_rules.len() + of_sources.len();
    if !of_rules.is_empty() || of_sources.len() > args.max_problems {
        let s = if errors == 1 { "" } else { "s" };
        let why = format!("Exit code 2: {errors} thing{s} could not be checked.");
        return (Exit::NotChecked, why);
    }
    if failed.is_empty() {
        return (Exit::Clean, String::new());
    }
    let failed: Vec<String> = failed
        .iter()
        .map(|(what, count)| format!("{count} {}", what.word()))
        .collect();
    let why = format!(
        "Exit code 1: {} (--fail-on chooses what counts).",
        failed.join(", ")
    );
    (Exit::Findings, why)
}
