//! One grammar of values, for rule files and reports.
//!
//! In: a text, and for relative dates the moment of its publication. Out: typed values with the spans of their words.
//! Nothing here knows sentences' meaning, stance or claims.
//!
//! How it works: [`scan::paragraph`] makes tokens in one pass; each carries the [code](wordset::code) of its word,
//! and for every word known to the [lexicon](fold) flags, cues and what it is in a date, so that the readers' loop touches
//! no table. [`values`] walks the tokens of one sentence from left to right. Where a flag says that a value may start, it
//! asks the readers of `READERS` whose flags are set in turn; the one that consumes most wins, the earlier one on a tie, and
//! the walk goes on after it. So «five» is an age in «five years old», a duration in «five years», and nothing of its own in «the first
//! time in five years», because longer readings win.
//!
//! The contract of a reader, `Reader`:
//! - it is given the tokens of one sentence, the index `i` where its value would start, and the [`Context`]. Indices
//!   outside the sentence are allowed and are nothing ([`token::Kind::None`]);
//! - it consumes tokens from `i` on, and says `None` quickly if the token at `i` can't start its kind. Look-ahead is
//!   bounded by a constant number of tokens, so that a text is read in linear time;
//! - it gives a [`Found`]: the index after the last token consumed, the core span, the value;
//! - hedges **before** the core are not its business, unless the kind has its own: the walk asks
//!   [`hedge::before`] and bends the `Measure` of the value. Hedges after the core («or so», «or more»)
//!   are asked for by the reader itself with [`hedge::after`], because the value may go on after them;
//! - words get their sense from the reader's `WORDS` list, which [`fold`] turns into [`fold::Entry`] fields;
//! - lists of words that it asks for by name are written `set!["no", "not"]`, which makes a [`wordset::Set`] when the
//!   program is compiled: a token is held against it by numbers, so a long list costs as much as a short one. What an
//!   amount may start with is told by `fold::shape`, what a date may by `date/start.rs`: a new way to begin one has to pass
//!   there.

pub(crate) mod age;
pub(crate) mod amount;
pub(crate) mod animal;
pub(crate) mod cardinal;
mod change;
pub(crate) mod count;
pub(crate) mod cue;
mod currency;
pub(crate) mod date;
pub(crate) mod digits;
pub(crate) mod duration;
pub(crate) mod fold;
pub(crate) mod found;
pub(crate) mod fraction;
pub(crate) mod frequency;
pub(crate) mod hedge;
pub(crate) mod irregular;
mod memo;
pub(crate) mod money;
pub(crate) mod number;
pub(crate) mod ordinal;
mod parse;
pub(crate) mod percent;
#[cfg(test)]
mod phenomena;
mod plain;
pub(crate) mod quantity;
pub(crate) mod scan;
pub(crate) mod tally;
pub(crate) mod token;
pub(crate) mod tokenised;
mod trap;
pub(crate) mod unit;
pub(crate) mod wordset;
pub(crate) mod wordtable;

pub(crate) use found::Context;
pub(crate) use found::Found;
pub(crate) use found::values;
pub(crate) use found::values_in;
pub(crate) use memo::Memo;
pub use parse::parse_value;
pub use plain::age_unit;
pub use plain::last_unit;
pub use plain::minor_unit;
pub use plain::numerals;
pub use plain::ordinals;
pub use plain::unit_named;
pub use plain::value_words;
