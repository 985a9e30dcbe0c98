//! The command line: one file a sub-command.
//!
//! In: arguments. Out: an [`Exit`]. This module alone prints and maps results to exit codes; a sub-command is a
//! `run(args, out)` that writes what was asked for to `out` and returns an error for what stopped it.

mod completions;
mod exit;
mod lsp;
mod man;
mod schema;
mod truth;

use std::ffi::OsString;
use std::io;
use std::io::Write;

use clap::Parser;

pub use exit::Exit;

/// Checks news reports against facts declared in rule files.
#[derive(Debug, Parser)]
#[command(name = "factcheck", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Write the JSON Schema of a format
    Schema(schema::Args),
    /// Write completions for a shell
    Completions(completions::Args),
    /// Write the manual page
    Man,
    Truth(truth::Args),
    /// Serve an editor: diagnostics, completion, hover, for rule files and reports
    Lsp,
}

/// Runs the command that `arguments` (program name first) ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(refusal) => {
            // Nothing more can be said if the terminal is gone.
            let _ = refusal.print();
            return if refusal.use_stderr() {
                Exit::NotChecked
            } else {
                Exit::Clean
            };
        }
    };
    let mut out = anstream::stdout().lock();
    let ended = dispatch(&cli.command, &mut out).and_then(|exit| {
        out.flush()?;
        Ok(exit)
    });
    match ended {
        Ok(exit) => exit,
        Err(error) if is_closed_pipe(&error) => Exit::Clean,
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "error: {error:#}");
            Exit::NotChecked
        }
    }
}

fn dispatch(command: &Command, out: &mut dyn Write) -> anyhow::Result<Exit> {
    match command {
        Command::Schema(args) => schema::run(args, out),
        Command::Completions(args) => completions::run(args, out),
        Command::Man => man::run(out),
        Command::Truth(args) => truth::run(args, out),
        Command::Lsp => lsp::run(out),
    }
}

/// `factcheck … | head` is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
