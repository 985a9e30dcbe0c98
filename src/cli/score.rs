//! `factcheck score RUN…`: the outlets of saved runs, scored again, alone or together.
//!
//! In: what `--format json` wrote. Out: outlets and truths; of one run exactly those it holds.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use crate::cli::Exit;
use crate::cli::job;
use crate::cli::output;
use crate::cli::ratings;
use crate::cli::saved;
use crate::finding::OutletRecord;
use crate::finding::Report;
use crate::finding::TruthRecord;
use crate::report;
use crate::score;
use crate::score::Ratings;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Saved runs: what `factcheck --format json` wrote
    #[arg(required = true, value_name = "RUN")]
    runs: Vec<PathBuf>,
    /// Outside ratings to start from (CSV: domain or outlet, 0 to 1); shown apart from what was measured
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
    /// For programs: `outlets` and `truths`, as in a run
    Json,
}

/// The two keys as they stand in a run, indentation and all.
#[derive(Serialize)]
struct Scores<'a> {
    outlets: &'a [OutletRecord],
    truths: &'a [TruthRecord],
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let mut runs = Vec::new();
    for path in &args.runs {
        runs.push(saved::read(path)?);
    }
    let mut merged = merge(runs);
    let ratings = match &args.ratings {
        Some(path) => ratings::read(path, &[])?,
        None => Ratings::new(),
    };
    job::score_again(&mut merged, &ratings);
    match args.format {
        Format::Text => {
            let width = output::width(true);
            out.write_all(report::scores(&merged, width).as_bytes())?;
        }
        Format::Json => {
            let scores = Scores {
                outlets: &merged.outlets,
                truths: &merged.truths,
            };
            serde_json::to_writer_pretty(&mut *out, &scores)?;
            writeln!(out)?;
        }
    }
    Ok(Exit::Clean)
}

/// Runs as one: a source that several runs hold counts once for each claim.
fn merge(runs: Vec<Report>) -> Report {
    let alone = runs.len() == 1;
    let mut merged = Report::default();
    let mut claims = BTreeSet::new();
    let mut sources = BTreeSet::new();
    let mut findings = BTreeSet::new();
    for run in runs {
        for mut rules in run.rules {
            rules.claims.retain(|claim| claims.insert(claim.id.clone()));
            merged.rules.push(rules);
        }
        for source in run.sources {
            if sources.insert(source.id.clone()) {
                merged.sources.push(source);
            }
        }
        for finding in run.findings {
            if findings.insert((finding.source.clone(), finding.claim.clone())) {
                merged.findings.push(finding);
            }
        }
    }
    if !alone {
        score::group_copies(&mut merged.sources, &merged.findings);
    }
    merged
}
