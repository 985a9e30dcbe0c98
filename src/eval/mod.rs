//! Rules × source → findings: the only place where a value meets a claim.
//!
//! In: a [`RuleSet`](crate::rule::RuleSet) and sources. Out: findings with their evidence, and one record a source that
//! has any. It reads no disk and no clock, and gives the same findings on any number of threads.
//!
//! The way of one source, and the files that do each step:
//!
//! | step | files |
//! |---|---|
//! | prepare the rules, once; the gate leaves a source or names the stories it may speak of | `plan` `place` |
//! | its words, who is named or misspelt, the syntax of its sentences | `scene` `words` `stem` `names` `person` `spelling` `gazetteer` `syntax` |
//! | which event words speak of which event, and which of another, or of none | `events` `resolve` `series` `nearby` `thesaurus` `set_phrase` `background` `elsewhere` `denial` `called_off` `other` |
//! | what became of people, of how many and of whom, and how old they are | `tally` `whom` `fate` `bearing` `lone_fate` `implied` `rows` `people` `incident` `aged` |
//! | which values speak of a claim, kind by kind | `kinds` |
//! | what ties a value to an event, or to the claim's words and people | `bind` `role` `identity` `slots` `said_of` `beside` `deals` `holding` `measured` |
//! | which values may accuse, and what keeps others from it | `warrant` `occasion` `apart` `caution` `inner` `another` `stray` `rate` `toll` `exchange` `stamp` `as_of` |
//! | what a value is against what is expected, with speakers and timelines | `compare` `when` `judge` |
//! | one finding out of the evidence; rulings, and facts that rest on a checked source | `fold` `rulings` `circular` |
//! | one source, many in chunks, a whole run and its records | `source_of` `stream` `check` `records` `sketch` `common` |
//!
//! `tests/architecture.rs` holds this table.

#![allow(
    clippy::too_many_lines,  // tables of words, and one question after the other
    clippy::match_same_arms, // an arm says which words it is for
    clippy::nonminimal_bool, // conditions read as the grammar does
    clippy::similar_names    // «owner» and «owned» are two things
)]

mod aged;
mod another;
mod apart;
mod as_of;
mod background;
mod bearing;
mod beside;
mod bind;
mod called_off;
mod caution;
mod check;
mod circular;
mod common;
mod compare;
mod deals;
mod denial;
mod elsewhere;
mod events;
mod exchange;
mod fate;
mod fold;
mod gazetteer;
mod holding;
mod identity;
mod implied;
mod incident;
mod inner;
mod judge;
mod kinds;
mod lone_fate;
mod measured;
mod names;
mod nearby;
mod occasion;
mod other;
mod people;
mod person;
mod place;
mod plan;
mod rate;
mod records;
mod resolve;
mod role;
mod rows;
mod rulings;
mod said_of;
mod scene;
mod series;
mod set_phrase;
mod sketch;
mod slots;
mod source_of;
mod spelling;
mod stamp;
mod stem;
mod stray;
mod stream;
mod syntax;
mod tally;
mod thesaurus;
mod toll;
mod warrant;
mod when;
mod whom;
mod words;

pub use check::check;
pub use circular::circular;
pub(crate) use compare::Expectation;
pub(crate) use compare::Relation;
pub(crate) use compare::measure;
pub use gazetteer::is_place;
pub use plan::Plan;
pub use source_of::Explanation;
pub use source_of::Step;
pub use source_of::evaluate;
pub use source_of::explain;
pub use stream::Evaluated;
pub use stream::Options;
pub use stream::run;
