//! A text as claims can be held against it: sentences, clauses with their stance, typed mentions.
//!
//! In: a body, its sections, its publication interval. Out: a [`Reading`]. Knows no claim and no entity.

mod attribution;
mod clause;
mod earlier;
mod quote;
mod read;
mod reading;
mod sentence;
mod stance;
#[cfg(test)]
mod stance_tests;

pub use read::read;
pub use reading::{Clause, Mention, Published, Reading, Sentence, Stance};
