//! The tables of feasts: names and rules.
//!
//! In: nothing. Out: the tables. «'s» in a name stands for «'s», «s», «s'» or nothing in the text; «-» for a hyphen, a
//! blank or nothing.

mod abrahamic;
mod asian;
mod christian;
mod civil;
mod lands;
mod memorial;
mod observed;
mod world;

use super::holiday::Feast;
use super::holiday::Rule;

/// Every feast known.
pub(super) fn all() -> impl Iterator<Item = &'static Feast> {
    let tables = [
        civil::CIVIL,
        memorial::MEMORIAL,
        world::WORLD,
        christian::CHRISTIAN,
        abrahamic::ABRAHAMIC,
        asian::ASIAN,
        observed::OBSERVED,
        lands::LANDS,
    ];
    tables.into_iter().flatten()
}

const fn feast(names: &'static [&'static str], rule: Rule) -> Feast {
    lasting(names, rule, 1)
}

const fn lasting(names: &'static [&'static str], rule: Rule, days: i8) -> Feast {
    Feast { names, rule, days }
}
