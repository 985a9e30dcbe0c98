//! Where a report goes, and how wide it may be there.

use std::fs;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;

use anstream::StripStream;
use anyhow::Context;

/// Columns where there is no terminal to ask.
const COLUMNS: usize = 80;

/// Columns of the place a report goes to.
pub(super) fn width(to_stdout: bool) -> usize {
    if !to_stdout {
        return COLUMNS;
    }
    let told = std::env::var("COLUMNS").ok();
    let told = told.and_then(|columns| columns.parse().ok());
    let asked = || {
        let size = io::stdout()
            .is_terminal()
            .then(terminal_size::terminal_size);
        size.flatten().map(|(width, _)| usize::from(width.0))
    };
    told.or_else(asked).unwrap_or(COLUMNS)
}

/// Lets `write` write into `file`, without styles, or else to `out`.
pub(super) fn to(
    file: Option<&Path>,
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let Some(path) = file else {
        return Ok(write(out)?);
    };
    let cannot = || format!("cannot write `{}`", path.display());
    let file = fs::File::create(path).with_context(cannot)?;
    let mut plain = io::BufWriter::new(StripStream::new(file));
    write(&mut plain).with_context(cannot)?;
    plain.flush().with_context(cannot)
}
