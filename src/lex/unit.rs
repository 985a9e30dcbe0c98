//! Units of time and of measurement, as words.

use crate::value::Unit;

/// What a unit's word measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Measures {
    /// Seconds in one, and months in one where it is a calendar unit.
    Time {
        /// Months of 30 and years of 365 days.
        seconds: f64,
        /// 0 for clock units.
        months: f64,
    },
    /// Anything else.
    Quantity(Unit),
}

/// A word for a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct UnitWord {
    /// Folded.
    pub(crate) text: &'static str,
    /// What it measures.
    pub(crate) measures: Measures,
}

const fn time(text: &'static str, seconds: f64, months: f64) -> UnitWord {
    UnitWord {
        text,
        measures: Measures::Time { seconds, months },
    }
}

const DAY: f64 = 86_400.0;

/// The words of units.
pub(super) const WORDS: &[UnitWord] = &[
    time("second", 1.0, 0.0),
    time("seconds", 1.0, 0.0),
    time("minute", 60.0, 0.0),
    time("minutes", 60.0, 0.0),
    time("hour", 3600.0, 0.0),
    time("hours", 3600.0, 0.0),
    time("day", DAY, 0.0),
    time("days", DAY, 0.0),
    time("week", 7.0 * DAY, 0.0),
    time("weeks", 7.0 * DAY, 0.0),
    time("month", 30.0 * DAY, 1.0),
    time("months", 30.0 * DAY, 1.0),
    time("year", 365.0 * DAY, 12.0),
    time("years", 365.0 * DAY, 12.0),
    time("decade", 3650.0 * DAY, 120.0),
    time("decades", 3650.0 * DAY, 120.0),
    time("century", 36500.0 * DAY, 1200.0),
    time("centuries", 36500.0 * DAY, 1200.0),
];
