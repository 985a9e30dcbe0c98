//! The command as tests run it.

use std::path::Path;
use std::process::Command;

use insta_cmd::get_cargo_bin;

/// The command in `folder`, in an environment of its own: no colours, and lines of so many columns.
pub(crate) fn factcheck(folder: &Path, columns: u16, args: &[&str]) -> Command {
    let mut command = Command::new(get_cargo_bin("factcheck"));
    command
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("NO_COLOR", "1")
        .env("COLUMNS", columns.to_string());
    command
}
