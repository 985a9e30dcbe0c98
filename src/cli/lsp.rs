//! `factcheck lsp`: serves an editor over standard input and output.

use std::io::Write;

use anyhow::anyhow;
use lsp_server::Connection;

use super::Exit;
use crate::lsp;

/// Runs until the editor hangs up.
///
/// # Errors
/// When the connection breaks.
pub(super) fn run(_out: &mut dyn Write) -> anyhow::Result<Exit> {
    let (connection, threads) = Connection::stdio();
    lsp::serve(&connection).map_err(|error| anyhow!("{error}"))?;
    drop(connection);
    threads.join()?;
    Ok(Exit::Clean)
}
