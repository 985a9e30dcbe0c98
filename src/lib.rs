//! factcheck: a linter for facts.

pub mod cli;
pub mod diagnostic;
pub mod finding;
pub mod lex;
pub mod rule;
pub mod score;
pub mod source;
pub mod span;
pub mod text;
pub mod value;
