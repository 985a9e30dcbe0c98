//! Rule files: what is known of a story, and how that becomes a [`RuleSet`].
//!
//! In: `*.toml`. Out: every error of every file, and the compiled rules of the good ones. The only door to rule files.

mod set;

pub use set::{
    Claim, ClaimTest, Decision, Entity, EntityIndex, EntityKind, Event, EventIndex, Expected,
    Ignore, Kind, Outlet, Place, Right, RuleSet, Ruling, Severity, Story, Timeline,
};
