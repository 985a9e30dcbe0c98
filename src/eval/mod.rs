//! Rules × source → findings: the only place where a value meets a claim.
//!
//! In: a [`RuleSet`](crate::rule::RuleSet) and sources. Out: findings with their evidence, and one record a source that
//! has any. It reads no disk and no clock, and gives the same findings on any number of threads.

mod sketch;
mod stream;

pub use stream::Evaluated;
pub use stream::Options;
pub use stream::run;
