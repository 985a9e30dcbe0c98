//! The command line: one file a sub-command.
//!
//! In: arguments. Out: an [`Exit`]. This module alone prints and maps results to exit codes; a sub-command is a
//! `run(args, out)` that writes what was asked for to `out` and returns an error for what stopped it.

mod check;
mod codes;
mod completions;
mod diff;
mod exit;
mod explain;
mod explain_code;
mod job;
mod lsp;
mod man;
mod new;
mod output;
mod progress;
mod ratings;
mod saved;
mod schema;
mod score;
mod test;
mod test_watch;
mod truth;
mod values;
mod watch;

use std::ffi::OsString;
use std::io;
use std::io::Write;

use clap::CommandFactory;
use clap::Parser;

pub use codes::CODES;
pub use exit::Exit;

use crate::report;

/// What a run tells the program that started it.
const EXIT_CODES: &str = "\
Exit codes:
  0  Nothing found
  1  A finding that --fail-on lists
  2  Something could not be checked: a mistake in a rule file, an unreadable report
  3  A test in a rule file failed";

/// Where an option of every command stands in its help: behind its own.
const LAST: usize = 1000;

/// Checks news reports against facts declared in rule files.
#[derive(Debug, Parser)]
#[command(
    name = "factcheck",
    version,
    about,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    after_long_help = EXIT_CODES
)]
struct Cli {
    /// When to use colours: if it goes to a terminal, always, or never
    #[arg(
        long,
        global = true,
        display_order = LAST,
        value_enum,
        value_name = "WHEN",
        default_value_t
    )]
    color: Color,
    #[command(subcommand)]
    command: Option<Command>,
    /// Without a sub-command the main job is done.
    #[command(flatten)]
    check: check::Args,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Color {
    /// At a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// What every stream asks that is opened from now on.
    fn choose(self) {
        let choice = match self {
            // The streams look at the terminal and the environment themselves.
            Self::Auto => return,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check reports against rules; the same as no sub-command
    Check(check::Args),
    Test(test::Args),
    /// Write a first rule file: empty with explanations, or drafted from reports
    New(new::Args),
    /// Explain a verdict (what was found, bound or left, and why), a claim, or a diagnostic's code
    Explain(explain::Args),
    /// Show the values read in a text, as JSON lines
    Values(values::Args),
    /// Show what changed between two saved runs; exits with 1 if anything did
    Diff(diff::Args),
    /// Score saved runs again, without their texts
    Score(score::Args),
    /// Infer what is true, and who is right how often, from any table of claims
    Truth(truth::Args),
    /// Serve an editor: diagnostics, completion, hover, for rule files and reports
    Lsp,
    /// Write the JSON Schema of a format
    Schema(schema::Args),
    /// Write completions for a shell
    Completions(completions::Args),
    /// Write the manual page
    Man,
}

/// The names of the sub-commands.
fn commands() -> Vec<String> {
    let names = <Cli as clap::CommandFactory>::command();
    let names = names.get_subcommands().map(clap::Command::get_name);
    names.map(str::to_owned).collect()
}

/// Runs the command that `arguments` (program name first) ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match Cli::try_parse_from(colour_behind_command(arguments.into_iter().collect())) {
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
    cli.color.choose();
    // Not locked: the language server writes from a thread of its own.
    let mut out = io::BufWriter::new(anstream::stdout());
    let command = cli.command.unwrap_or(Command::Check(cli.check));
    let ended = dispatch(&command, &mut out).and_then(|exit| match out.flush() {
        // Whoever reads has seen enough; what was found stands.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(exit),
    });
    match ended {
        Ok(exit) => exit,
        Err(error) if is_closed_pipe(&error) => Exit::Clean,
        Err(error) => {
            let mut err = anstream::stderr().lock();
            if let Some(job::NoRules(told)) = error.downcast_ref() {
                let told = report::diagnostics(told, output::width(true), usize::MAX);
                let _ = err.write_all(told.as_bytes());
            }
            let _ = writeln!(err, "error: {error:#}");
            Exit::NotChecked
        }
    }
}

/// `--color never test` is `test --color never`: with anything before it, a sub-command would be taken for a path.
fn colour_behind_command(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let is = |at: usize, word: &str| arguments.get(at).is_some_and(|own| own == word);
    let joined = arguments
        .get(1)
        .and_then(|own| own.to_str())
        .is_some_and(|own| own.starts_with("--color="));
    let taken = match (joined, is(1, "--color")) {
        (true, _) => 1,
        (false, true) => 2,
        (false, false) => return arguments,
    };
    let command = arguments.get(1 + taken).and_then(|own| own.to_str());
    let known = Cli::command();
    if command.is_some_and(|command| known.find_subcommand(command).is_some()) {
        arguments[1..2 + taken].rotate_right(1);
    }
    arguments
}

fn dispatch(command: &Command, out: &mut dyn Write) -> anyhow::Result<Exit> {
    match command {
        Command::Check(args) => check::run(args, out),
        Command::Explain(args) => explain::run(args, out),
        Command::Score(args) => score::run(args, out),
        Command::Diff(args) => diff::run(args, out),
        Command::Schema(args) => schema::run(args, out),
        Command::Completions(args) => completions::run(args, out),
        Command::Man => man::run(out),
        Command::Values(args) => values::run(args, out),
        Command::Truth(args) => truth::run(args, out),
        Command::Test(args) => test::run(args, out),
        Command::New(args) => new::run(args, out),
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
