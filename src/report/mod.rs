//! Reports for people and programs: one file a format; looks nothing up.
//!
//! In: diagnostics, findings, reliabilities. Out: bytes.

mod draw;

pub use draw::diagnostic;
pub use draw::diagnostics;
