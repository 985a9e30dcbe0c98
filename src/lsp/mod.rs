//! The editor face: a language server for rule files and for reports.
//!
//! In: messages of the Language Server Protocol on a connection. Out: diagnostics, completions, hovers, places, edits.
//! What is said is what the command line says: rules are loaded by `rule`, reports are held against them by `eval`.

mod complete;
mod context;
mod counting;
mod hover;
mod navigate;
mod position;
mod report;
mod rules;
mod server;
mod workspace;

pub use server::serve;
