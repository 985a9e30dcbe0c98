//! `factcheck completions SHELL`: completions for a shell.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Cli;
use crate::cli::Exit;

/// Which shell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell to write completions for
    shell: Shell,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    // Through a buffer, as `generate` panics when a pipe closes.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "factcheck", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Clean)
}
