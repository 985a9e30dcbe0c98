//! Rule files: what is known of a story, and how that becomes a [`RuleSet`].
//!
//! In: `*.toml`. Out: every error of every file, and the compiled rules of the good ones. The only door to rule files.
//!
//! A file goes through three types, so that no stage checks again what another has checked: the TOML with the place
//! of every word (`table`), the file as written (`file`, `expect`), and the [`Story`] (`compile`, `claims`, `expected`).

mod beside;
mod claims;
pub mod codes;
mod compile;
mod describe;
mod excerpt;
mod expect;
mod expected;
mod file;
pub mod keys;
mod lint;
mod load;
mod names;
mod outline;
mod reach;
mod schema;
mod set;
mod slip;
mod table;
#[cfg(test)]
mod tests;
mod values;

pub use describe::describe;
pub use load::Loaded;
pub use load::RuleSource;
pub use load::load;
pub use load::load_text;
pub use load::load_texts;
pub use load::texts;
pub use outline::Id;
pub use outline::Names;
pub use outline::outline;
pub use schema::json_schema;
pub use set::{
    Claim, ClaimTest, Decision, Entity, EntityIndex, EntityKind, Event, EventIndex, Expected,
    Ignore, Kind, Outlet, Place, Right, RuleSet, Ruling, Severity, Story, Timeline,
};
