//! Civil dates and times as intervals.

use jiff::civil;

/// The finest part of a date that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Granularity {
    Decade,
    Year,
    Season,
    Month,
    Week,
    Day,
    PartOfDay,
    Hour,
    Minute,
    Second,
}

/// A half-open range of civil time; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// First instant.
    pub from: Option<civil::DateTime>,
    /// One past the last instant.
    pub to: Option<civil::DateTime>,
}

impl DateRange {
    /// Nothing is known of it.
    pub const OPEN: Self = Self {
        from: None,
        to: None,
    };
}

/// A date, or a date with a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Date {
    /// As said; a relative date counts from the middle of the publication interval.
    pub stated: DateRange,
    /// Everything it can mean: the hull over the publication interval, a missing year, a wide «early June».
    pub possible: DateRange,
    /// The finest part said.
    pub granularity: Granularity,
    /// Minutes east of Greenwich, where a zone was said.
    pub offset: Option<i32>,
    /// Whether it hangs on the time of publication.
    pub relative: bool,
}

/// A clock time without a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeOfDay {
    /// Earliest.
    pub from: civil::Time,
    /// Latest, included.
    pub to: civil::Time,
    /// Minutes east of Greenwich, where a zone was said.
    pub offset: Option<i32>,
    /// A second reading of the same instant in brackets: time and offset in minutes.
    pub second: Option<(civil::Time, i32)>,
    /// Whether it was hedged («around 4:30 pm») or is a part of the day («in the afternoon»).
    pub about: bool,
    /// Said on the clock of twelve hours without «am» or «pm»: it may be twelve hours later.
    pub either_half: bool,
    /// Minutes after midnight between which a part of the day can lie, where that is wider than `from` to `to`; below 0
    /// and above 1440 in the days around. «Sunday morning» is 8 to 12 as usually meant, and may be 2.
    pub possible: Option<(i32, i32)>,
}

/// «since 2018», «in five years»: when something last happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Since {
    /// When it last happened, as far as the words tell.
    pub last: DateRange,
    /// The same as stated: «since three weeks ago» states a day.
    pub stated: DateRange,
    /// Years before publication, where it was said as a length («in five years»).
    pub years: Option<crate::value::Measure>,
    /// «for the first time», «the first … since»: what follows is a claim of being first.
    pub first: bool,
}
