//! Rules × source → findings: the only place where a value meets a claim.
//!
//! In: a [`RuleSet`](crate::rule::RuleSet) and sources. Out: findings with their evidence, and one record a source that
//! has any. It reads no disk and no clock, and gives the same findings on any number of threads.
//!
//! The way of one source: the gate of the [`Plan`] leaves it or names the stories it may speak of. For each, `names` finds
//! who is named (`spelling` also who is misspelt), `events` which event words speak of which event (`background` and `elsewhere` which of
//! another), `kinds` which values speak of which claim (`bind` ties them to events by their `role` in the `syntax` of the
//! sentence, `warrant`, `identity`, `slots`, `said_of`, `occasion` and `caution` tell which may accuse, `compare` and `when` hold them against
//! what is expected, `judge` adds speakers and timelines), and `fold` makes one finding of it. `stream` does so for
//! many, in chunks.

#![allow(
    clippy::too_many_lines,  // tables of words, and one question after the other
    clippy::match_same_arms, // an arm says which words it is for
    clippy::nonminimal_bool, // conditions read as the grammar does
    clippy::similar_names    // «owner» and «owned» are two things
)]

mod aged;
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
mod judge;
mod kinds;
mod lone_fate;
mod measured;
mod names;
mod nearby;
mod occasion;
mod people;
mod person;
mod place;
mod plan;
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
mod slip;
mod slots;
mod source_of;
mod spelling;
mod stamp;
mod stem;
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
pub use syntax::warm;
