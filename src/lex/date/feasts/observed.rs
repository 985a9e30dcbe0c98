//! Days that states, churches and callings observe beside the great feasts.
//!
//! In: nothing. Out: a table of names and rules, in the writing of [`super`].

use jiff::civil::Weekday::Monday;
use jiff::civil::Weekday::Sunday;

use super::feast;
use super::lasting;
use crate::lex::date::holiday::Feast;
use crate::lex::date::holiday::Rule::Chinese;
use crate::lex::date::holiday::Rule::Easter;
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Nth;
use crate::lex::date::holiday::Rule::Pascha;

/// Days that are observed by custom, law or calling.
pub(super) static OBSERVED: &[Feast] = &[
    feast(&["patriot day"], Fixed(9, 11)),
    feast(&["darwin day"], Fixed(2, 12)),
    feast(
        &["susan b. anthony day", "susan b anthony day"],
        Fixed(2, 15),
    ),
    feast(&["super bowl sunday"], Nth(2, Sunday, 2, 0)),
    feast(&["leap day"], Fixed(2, 29)),
    feast(&["songkran"], Fixed(4, 13)),
    feast(&["showa day"], Fixed(4, 29)),
    feast(
        &["national teacher day", "teacher appreciation day"],
        Nth(1, Sunday, 5, 2),
    ),
    feast(&["midsummer day", "midsummer's day"], Fixed(6, 24)),
    feast(
        &[
            "st john's day",
            "saint john's day",
            "saint john the baptist day",
            "st john the baptist day",
        ],
        Fixed(6, 24),
    ),
    feast(&["tynwald day"], Fixed(7, 5)),
    feast(&["orangemen's day"], Fixed(7, 12)),
    feast(&["st swithin's day", "saint swithin's day"], Fixed(7, 15)),
    feast(&["vj day", "victory over japan day"], Fixed(8, 15)),
    feast(&["national grandparent's day"], Nth(1, Monday, 9, 6)),
    feast(&["bodhi day"], Fixed(12, 8)),
    feast(&["day of reconciliation"], Fixed(12, 16)),
    feast(&["holy wednesday", "spy wednesday"], Easter(-4)),
    feast(&["holy friday", "great friday"], Easter(-2)),
    feast(
        &["orthodox all saints' day", "orthodox all saint's day"],
        Pascha(56),
    ),
    feast(&["chuseok"], Chinese(8, 15)),
    lasting(&["seollal"], Chinese(1, 1), 3),
];
