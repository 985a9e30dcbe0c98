//! Reports for people and programs: one file a format; looks nothing up.
//!
//! In: a [`Report`](crate::finding::Report) or diagnostics. Out: bytes. Text for people is styled; the writer strips
//! styles where there is no terminal.

mod changes;
mod diff;
mod discrepancy;
mod draw;
mod json;
mod matrix;
mod outlets;
mod paper;
mod terminal;

pub use changes::changes;
pub use changes::diagnostics as changed_diagnostics;
pub use diff::diff;
pub use draw::diagnostic;
pub use draw::diagnostics;
pub use json::json;
pub use json::json_schema;
pub use json::outlets_json;
pub use outlets::outlets;
pub use paper::hang;
pub use paper::safe;
pub use terminal::View;
pub use terminal::terminal;
