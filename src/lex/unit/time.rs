//! The words of time.
//!
//! A table: word, seconds, months where it is a calendar unit. A night is a day, a weekend two.

use super::Form;
use super::Form::{Exact, Name, Short, Tight};
use super::Measures;
use super::UnitWord;

const fn time(text: &'static str, seconds: f64, months: f64, form: Form) -> UnitWord {
    UnitWord {
        text,
        measures: Measures::Time { seconds, months },
        form,
    }
}

const MINUTE: f64 = 60.0;
pub(super) const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;
const MONTH: f64 = 30.0 * DAY;
const YEAR: f64 = 365.0 * DAY;

/// The words of time.
pub(super) const WORDS: &[UnitWord] = &[
    time("millisecond", 1e-3, 0.0, Name),
    time("milliseconds", 1e-3, 0.0, Name),
    time("ms", 1e-3, 0.0, Exact("ms")),
    time("second", 1.0, 0.0, Name),
    time("seconds", 1.0, 0.0, Name),
    time("sec", 1.0, 0.0, Short),
    time("secs", 1.0, 0.0, Short),
    time("s", 1.0, 0.0, Tight),
    time("minute", MINUTE, 0.0, Name),
    time("minutes", MINUTE, 0.0, Name),
    time("min", MINUTE, 0.0, Short),
    time("mins", MINUTE, 0.0, Short),
    time("hour", HOUR, 0.0, Name),
    time("hours", HOUR, 0.0, Name),
    time("hr", HOUR, 0.0, Short),
    time("hrs", HOUR, 0.0, Short),
    time("h", HOUR, 0.0, Tight),
    time("day", DAY, 0.0, Name),
    time("days", DAY, 0.0, Name),
    time("d", DAY, 0.0, Tight),
    time("night", DAY, 0.0, Name),
    time("nights", DAY, 0.0, Name),
    time("weekend", 2.0 * DAY, 0.0, Name),
    time("weekends", 2.0 * DAY, 0.0, Name),
    time("week", 7.0 * DAY, 0.0, Name),
    time("weeks", 7.0 * DAY, 0.0, Name),
    time("wk", 7.0 * DAY, 0.0, Short),
    time("wks", 7.0 * DAY, 0.0, Short),
    time("w", 7.0 * DAY, 0.0, Tight),
    time("fortnight", 14.0 * DAY, 0.0, Name),
    time("fortnights", 14.0 * DAY, 0.0, Name),
    time("month", MONTH, 1.0, Name),
    time("months", MONTH, 1.0, Name),
    time("mos", MONTH, 1.0, Exact("mos")),
    time("mths", MONTH, 1.0, Short),
    time("mth", MONTH, 1.0, Short),
    time("mo", MONTH, 1.0, Exact("mo")),
    time("msec", 1e-3, 0.0, Short),
    time("msecs", 1e-3, 0.0, Short),
    time("microsecond", 1e-6, 0.0, Name),
    time("microseconds", 1e-6, 0.0, Name),
    time("nanosecond", 1e-9, 0.0, Name),
    time("nanoseconds", 1e-9, 0.0, Name),
    time("quarter", 3.0 * MONTH, 3.0, Name),
    time("quarters", 3.0 * MONTH, 3.0, Name),
    time("year", YEAR, 12.0, Name),
    time("years", YEAR, 12.0, Name),
    time("yr", YEAR, 12.0, Short),
    time("yrs", YEAR, 12.0, Short),
    time("y", YEAR, 12.0, Tight),
    time("decade", 10.0 * YEAR, 120.0, Name),
    time("decades", 10.0 * YEAR, 120.0, Name),
    time("century", 100.0 * YEAR, 1200.0, Name),
    time("centuries", 100.0 * YEAR, 1200.0, Name),
    time("millennium", 1000.0 * YEAR, 12000.0, Name),
    time("millennia", 1000.0 * YEAR, 12000.0, Name),
];
