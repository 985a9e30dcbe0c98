//! `factcheck score RUN…`: scores saved runs again, without their texts.

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;

use crate::cli::Exit;
use crate::cli::job;
use crate::cli::output;
use crate::cli::ratings;
use crate::cli::saved;
use crate::finding::Report;
use crate::report;
use crate::score;
use crate::score::Ratings;

/// Which runs, and how to show what comes of them.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Runs saved with --format json; several are scored as one
    #[arg(required = true, value_name = "RUN")]
    runs: Vec<PathBuf>,
    /// Outside ratings of outlets (CSV: domain or name, 0 to 1), shown apart from what is measured
    #[arg(long, value_name = "CSV")]
    ratings: Option<PathBuf>,
    /// How to write the scores
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// The `outlets` of a report
    Json,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let mut whole = Report::default();
    for path in &args.runs {
        let run = saved::read(path)?;
        if let Some(twice) = run.sources.iter().find(|source| {
            let mut known = whole.sources.iter();
            known.any(|known| known.id == source.id)
        }) {
            bail!(
                "`{}` has a source that an earlier run has: `{}`",
                path.display(),
                twice.id
            );
        }
        merge(&mut whole, run);
    }
    if args.runs.len() > 1 {
        // One run may hold the copy of what another has.
        score::group_copies(&mut whole.sources, &whole.findings);
    }
    let ratings = match &args.ratings {
        Some(path) => ratings::read(path, &[])?,
        None => Ratings::new(),
    };
    job::score_again(&mut whole, &ratings);
    match args.format {
        Format::Json => report::outlets_json(&whole.outlets, out)?,
        Format::Text => {
            let text = report::outlets(&whole.outlets, &whole.truths, output::width(true));
            out.write_all(text.as_bytes())?;
        }
    }
    Ok(Exit::Clean)
}

/// Adds the sources and findings of `run`, and the rules that are new.
fn merge(whole: &mut Report, run: Report) {
    whole.sources.extend(run.sources);
    whole.findings.extend(run.findings);
    for rules in run.rules {
        if !whole.rules.iter().any(|known| known.story == rules.story) {
            whole.rules.push(rules);
        }
    }
}
