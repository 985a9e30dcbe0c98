//! factcheck: a linter for facts.

pub mod cli;
pub mod diagnostic;
pub mod lex;
pub mod score;
pub mod span;
pub mod text;
pub mod value;
