//! `factcheck man`: the manual page.

use std::io::Write;

use clap::CommandFactory;

use crate::cli::Cli;
use crate::cli::Exit;

pub(super) fn run(out: &mut dyn Write) -> anyhow::Result<Exit> {
    clap_mangen::Man::new(Cli::command()).render(out)?;
    Ok(Exit::Clean)
}
