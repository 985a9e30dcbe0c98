//! The kinds of values, by name.

use serde::{Deserialize, Serialize};

use crate::value::Value;

/// What a value is, without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants of `Value` say it")]
pub enum ValueKind {
    Number,
    Ordinal,
    Count,
    Duration,
    Money,
    Percent,
    Quantity,
    Age,
    Frequency,
    Date,
    Time,
    Since,
    Quote,
}

impl Value {
    /// Which kind it is.
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::Number(_) => ValueKind::Number,
            Self::Ordinal(_) => ValueKind::Ordinal,
            Self::Count { .. } => ValueKind::Count,
            Self::Duration { .. } => ValueKind::Duration,
            Self::Money { .. } => ValueKind::Money,
            Self::Percent { .. } => ValueKind::Percent,
            Self::Quantity { .. } => ValueKind::Quantity,
            Self::Age(_) => ValueKind::Age,
            Self::Frequency(_) => ValueKind::Frequency,
            Self::Date(_) => ValueKind::Date,
            Self::TimeOfDay(_) => ValueKind::Time,
            Self::Since(_) => ValueKind::Since,
            Self::Quote => ValueKind::Quote,
        }
    }
}
