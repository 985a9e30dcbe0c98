//! Saved runs, as `--format json --output` wrote them.

use std::path::Path;

use anyhow::Context;
use anyhow::bail;

use crate::finding::Report;
use crate::finding::SCHEMA;

/// Reads a saved run; `-` is standard input.
#[expect(
    clippy::disallowed_methods,
    reason = "a saved run is the input of the commands that use this"
)]
pub(super) fn read(path: &Path) -> anyhow::Result<Report> {
    let cannot = || format!("cannot read `{}`", path.display());
    let text = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.with_context(cannot)?;
    let report: Report = serde_json::from_str(&text)
        .with_context(|| format!("`{}` is no saved run", path.display()))?;
    if report.schema != SCHEMA {
        bail!(
            "`{}` is a run of format `{}`, this program reads `{SCHEMA}`",
            path.display(),
            report.schema
        );
    }
    Ok(report)
}
