//! `factcheck explain CLAIM SOURCE`: the way to a verdict. `factcheck explain CODE`: what a diagnostic means.

use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use anyhow::bail;

use crate::cli::Exit;
use crate::cli::explain_code;
use crate::cli::job;
use crate::cli::output;
use crate::eval;
use crate::eval::Step;
use crate::report;
use crate::source;
use crate::source::Source;

/// Which claim, in which source.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The claim, as reports name it: story/claim. Or the code of a diagnostic, such as rule-unknown-key
    claim: String,
    /// The source: its file, its id, or FILE#RECORD
    source: Option<String>,
    /// Rule files, or folders of them
    #[arg(long, short, value_name = "PATH", default_value = "rules")]
    rules: Vec<PathBuf>,
    /// Where to look for a source given by its id
    #[arg(long, value_name = "PATH", default_value = "corpus")]
    corpus: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let Some(wanted) = &args.source else {
        if explain_code::is_code(&args.claim) {
            explain_code::run(&args.claim, out)?;
            return Ok(Exit::Clean);
        }
        bail!(
            "which source? Write `factcheck explain {} SOURCE`",
            args.claim
        );
    };
    let loaded = job::rules(&args.rules)?;
    let plan = eval::Plan::new(&loaded.rules);
    let source = find(args, wanted)?;
    if let Some(why) = &source.unread {
        bail!("`{}` was not read: {why}", source.id);
    }
    let Some(explained) = eval::explain(&plan, &args.claim, &source) else {
        bail!(
            "no claim `{}`; {}",
            args.claim,
            nearest(&loaded.rules, &args.claim)
        );
    };
    writeln!(out, "{} in {}\n", args.claim, source.id)?;
    steps(out, "Names", &explained.names)?;
    steps(out, "Event words", &explained.events)?;
    steps(out, "Values", &explained.values)?;
    if let Some(finding) = &explained.finding {
        for (word, value) in [("says", &finding.stated), ("expected", &finding.expected)] {
            if let Some(value) = value {
                writeln!(out, "{word}: {value}")?;
            }
        }
    }
    writeln!(out, "{}", explained.outcome)?;
    Ok(Exit::Clean)
}

fn steps(out: &mut dyn Write, heading: &str, steps: &[Step]) -> std::io::Result<()> {
    if steps.is_empty() {
        return writeln!(out, "{heading}: none\n");
    }
    writeln!(out, "{heading}")?;
    let mut steps: Vec<&Step> = steps.iter().collect();
    steps.sort_by_key(|step| step.at);
    for step in steps {
        let at = format!("{}:{}", step.at.line, step.at.column);
        let line = format!("{at:<8} «{}»: {}", step.words, step.what);
        let line = report::hang(&line, output::width(true) - 2, 9);
        writeln!(out, "  {}", line.replace('\n', "\n  "))?;
    }
    writeln!(out)
}

/// The source that was asked for.
fn find(args: &Args, wanted: &str) -> anyhow::Result<Source> {
    let (file, record) = match wanted.rsplit_once('#') {
        Some((file, record)) if Path::new(file).is_file() => (file, record.parse::<u64>().ok()),
        _ => (wanted, None),
    };
    let named = [PathBuf::from(file)];
    let by_path = Path::new(file).is_file() || file == "-";
    let paths: &[PathBuf] = if by_path { &named } else { &args.corpus };
    for raw in source::records(paths).filter_map(Result::ok) {
        let (source, _) = source::open(&raw);
        let asked = match record {
            Some(record) => raw.record == record,
            None => by_path || source.id == wanted,
        };
        if asked {
            return Ok(source);
        }
    }
    bail!("no source `{wanted}`: give its file, or its id and --corpus")
}

/// Help for a claim that is none.
fn nearest(rules: &crate::rule::RuleSet, claim: &str) -> String {
    let ids = rules.stories.iter().flat_map(|story| {
        story
            .claims
            .iter()
            .map(move |known| format!("{}/{}", story.id, known.id))
    });
    let near = ids.min_by_key(|id| (strsim::damerau_levenshtein(id, claim), id.clone()));
    near.map_or(String::new(), |id| format!("the nearest is `{id}`"))
}
