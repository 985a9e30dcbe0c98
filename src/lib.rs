//! factcheck: a linter for facts.

pub mod cli;
pub mod diagnostic;
pub mod score;
pub mod span;
pub mod value;
