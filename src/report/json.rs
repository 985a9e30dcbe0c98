//! The report for programs.

use std::io;
use std::io::Write;

use crate::finding::OutletRecord;
use crate::finding::Report;

/// Writes `report` as JSON, ending with a line end.
///
/// # Errors
/// If `out` refuses.
pub fn json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}

/// Writes outlets as they stand in [`json`], alone.
///
/// # Errors
/// If `out` refuses.
pub fn outlets_json(outlets: &[OutletRecord], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, outlets)?;
    out.write_all(b"\n")
}

/// The JSON Schema of [`json`].
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(Report);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_describes_every_field_of_a_report() {
        let schema: serde_json::Value = serde_json::from_str(&json_schema()).expect("JSON");
        let report = Report {
            unchecked: vec![],
            ..Report::default()
        };
        let written = serde_json::to_value(report).expect("data");
        for key in written.as_object().expect("an object").keys() {
            assert!(schema["properties"].get(key).is_some(), "`{key}`");
        }
        assert_eq!(
            schema["$defs"]["RunRecord"]["properties"]["as-of"]["type"][0],
            "string"
        );
        assert!(
            schema["$defs"]["Evidence"]["properties"]
                .get("sentence")
                .is_some()
        );
    }
}
