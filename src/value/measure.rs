//! A number as stated, with what its wording makes likely and what it leaves possible.

use serde::{Deserialize, Serialize};

use crate::value::Interval;

/// How a wording bends a number.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// «about», «some», «roughly», «or so».
    About,
    /// «nearly», «almost», «just under», «close to».
    Nearly,
    /// «more than», «over», «just over».
    MoreThan,
    /// «at least», «no fewer than», «or more».
    AtLeast,
    /// «less than», «under», «fewer than».
    LessThan,
    /// «at most», «up to», «as many as».
    AtMost,
    /// «two to three», «between 5 and 7».
    Range,
    /// «several», «a few», «dozens»: no number of its own.
    Vague,
}

/// A number as stated (`stated`), what its wording makes typical (T) and what it leaves possible (L).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The number or numbers that stand there: a point, a range, or open at one end for a one-sided hedge.
    pub stated: Interval,
    /// T of the table in `docs/values.md`.
    pub typical: Interval,
    /// L of the table in `docs/values.md`.
    pub possible: Interval,
    /// The wording, if it bends the number.
    pub hedge: Option<Hedge>,
}

impl Measure {
    /// The number `x` and no other.
    pub fn exactly(x: f64) -> Self {
        let point = Interval::exactly(x);
        Self {
            stated: point,
            typical: point,
            possible: point,
            hedge: None,
        }
    }
}

/// What became of the people or things counted, where the words say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Tally {
    Killed,
    Injured,
    Missing,
    Arrested,
}

/// ISO 4217, three letters upper case; `XXX` where the words leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency(pub [u8; 3]);

impl Currency {
    /// What ISO 4217 writes where no currency is told: the words leave it open.
    pub const OPEN: Self = Self(*b"XXX");
}

/// A unit of measurement; the table is in `lex`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Unit {
    /// Symbol as printed: «km».
    pub symbol: &'static str,
    /// What it measures; only units of one dimension compare.
    pub dimension: &'static str,
    /// Base units of the dimension in one of these.
    pub factor: f64,
    /// Base value of zero (temperature scales).
    pub offset: f64,
}
