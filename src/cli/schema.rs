//! `factcheck schema WHICH`: the JSON Schema of a format, for editors and other programs.

use std::io::Write;

use clap::ValueEnum;

use crate::cli::Exit;
use crate::report;
use crate::rule;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The format to describe
    which: Which,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    /// Rule files
    Rules,
    /// What `--format json` writes
    Report,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    match args.which {
        Which::Rules => {
            serde_json::to_writer_pretty(&mut *out, &rule::json_schema())?;
            writeln!(out)?;
        }
        Which::Report => out.write_all(report::json_schema().as_bytes())?,
    }
    Ok(Exit::Clean)
}
