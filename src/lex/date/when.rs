//! What words of a date mean, as the readers of this folder hand it on.
//!
//! Plain data.

use jiff::civil::Date;

use super::calendar;
use crate::value::DateRange;
use crate::value::Granularity;

/// What the words up to `end` mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// Index after the last token.
    pub(super) end: usize,
    pub(super) stated: DateRange,
    /// Everything it can mean, publication apart.
    pub(super) possible: DateRange,
    pub(super) grain: Granularity,
    pub(super) anchor: Anchor,
    /// A «the» before the words belongs to the core: «the week of 4 May».
    pub(super) the: bool,
    /// Minutes east of Greenwich.
    pub(super) offset: Option<i32>,
}

/// What a date hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Anchor {
    /// Nothing: «19 June 2023».
    Absolute,
    /// Its year, month or week comes from publication: «19 June», «Monday».
    Partial,
    /// All of it comes from publication: «yesterday».
    Relative,
    /// On what was told before: «two days later».
    Story,
}

impl When {
    pub(super) fn new(end: usize, stated: DateRange, grain: Granularity, anchor: Anchor) -> Self {
        Self {
            end,
            stated,
            possible: stated,
            grain,
            anchor,
            the: false,
            offset: None,
        }
    }

    /// A whole day.
    pub(super) fn day(end: usize, date: Date, anchor: Anchor) -> Self {
        Self::new(end, calendar::day(date), Granularity::Day, anchor)
    }

    pub(super) fn wide(mut self, possible: DateRange) -> Self {
        self.possible = possible;
        self
    }

    pub(super) fn with_the(mut self) -> Self {
        self.the = true;
        self
    }

    /// The first day, if it is known.
    pub(super) fn first(self) -> Option<Date> {
        self.stated.from.map(jiff::civil::DateTime::date)
    }
}
