//! Typed values: what a report can state and a rule can expect.
//!
//! In: numbers, units and civil times that `lex` has read. Out: values with a stated, a typical (T) and a possible (L)
//! interval, and their comparison. Nothing here reads text.

mod calendar;
mod interval;
mod kind;
mod measure;
mod time;

pub use calendar::MONTHS;
pub use calendar::WEEKDAYS;
pub use calendar::is_weekday;
pub use calendar::month;
pub use interval::Interval;
pub use kind::ValueKind;
pub use measure::{Currency, Hedge, Measure, Tally, Unit};
pub use time::{Date, DateRange, Granularity, Since, TimeOfDay};

/// A typed value, as read.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A numeral that is nothing more.
    Number(Measure),
    /// «eleventh», «1st».
    Ordinal(Measure),
    /// A number of things or people; what is counted is the mention's noun.
    Count {
        /// How many.
        measure: Measure,
        /// What became of them, where the words say so.
        tally: Option<Tally>,
    },
    /// Seconds. Calendar parts count as months of 30 and years of 365 days in `measure`, and are kept apart in `months`.
    Duration {
        /// Seconds.
        measure: Measure,
        /// The calendar part in months («five years» = 60), where it has one: years compare as years do.
        months: Option<f64>,
    },
    /// An amount in one currency.
    Money {
        /// The amount, in units of `currency`.
        measure: Measure,
        /// Which.
        currency: Currency,
    },
    /// Percent, or percentage points.
    Percent {
        /// 12.5 % is 12.5.
        measure: Measure,
        /// A difference between percentages.
        points: bool,
    },
    /// A physical quantity in the base unit of its dimension.
    Quantity {
        /// In `unit` as stated.
        measure: Measure,
        /// As stated; [`Unit`] converts to the base unit.
        unit: Unit,
    },
    /// An age in years.
    Age(Measure),
    /// How often, in times a second of 365-day years: «twice a year».
    Frequency(Measure),
    /// A date, or a date with a time.
    Date(Date),
    /// A clock time without a date.
    TimeOfDay(TimeOfDay),
    /// «since 2018», «for the first time in five years».
    Since(Since),
    /// Words between quotation marks; the span of the mention is what is quoted.
    Quote,
}
