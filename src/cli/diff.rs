//! `factcheck diff OLD NEW`: what changed between two saved runs, claim by claim.

use std::io::Write;
use std::path::PathBuf;

use crate::cli::Exit;
use crate::cli::output;
use crate::cli::saved;
use crate::report;

/// The two runs.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A run saved with --format json
    old: PathBuf,
    /// A later one
    new: PathBuf,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let (old, new) = (saved::read(&args.old)?, saved::read(&args.new)?);
    if let Some(changed) = report::diff(&old, &new, output::width(true)) {
        out.write_all(changed.as_bytes())?;
        return Ok(Exit::Findings);
    }
    writeln!(out, "No finding changed.")?;
    Ok(Exit::Clean)
}
