//! Money: currency signs, codes and names.

use crate::value::Currency;

/// A word for a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MoneyWord {
    /// Folded.
    pub(crate) text: &'static str,
    /// Which.
    pub(crate) currency: Currency,
    /// How many of it make one unit of the currency: 100 for cents.
    pub(crate) minor: u32,
}

/// The words of currencies.
pub(super) const WORDS: &[MoneyWord] = &[];
