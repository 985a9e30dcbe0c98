//! Intervals of real numbers with inclusive or exclusive ends.

use serde::{Deserialize, Serialize};

/// An interval of real numbers. An infinite end is open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end; `-inf` where there is none.
    pub lo: f64,
    /// Upper end; `inf` where there is none.
    pub hi: f64,
    /// Whether `lo` itself is left out.
    pub lo_open: bool,
    /// Whether `hi` itself is left out.
    pub hi_open: bool,
}

impl Interval {
    /// Just `x`.
    pub fn exactly(x: f64) -> Self {
        Self::closed(x, x)
    }

    /// From `lo` to `hi`, both included.
    pub fn closed(lo: f64, hi: f64) -> Self {
        Self {
            lo,
            hi,
            lo_open: false,
            hi_open: false,
        }
    }

    /// `x` ± `by`, ends included.
    pub fn around(x: f64, by: f64) -> Self {
        Self::closed(x - by.abs(), x + by.abs())
    }

    /// Everything above `x`, without `x`.
    pub fn above(x: f64) -> Self {
        Self {
            lo: x,
            hi: f64::INFINITY,
            lo_open: true,
            hi_open: true,
        }
    }

    /// `x` and everything above.
    pub fn at_least(x: f64) -> Self {
        Self {
            lo: x,
            hi: f64::INFINITY,
            lo_open: false,
            hi_open: true,
        }
    }

    /// Everything below `x`, without `x`.
    pub fn below(x: f64) -> Self {
        Self {
            lo: f64::NEG_INFINITY,
            hi: x,
            lo_open: true,
            hi_open: true,
        }
    }

    /// `x` and everything below.
    pub fn at_most(x: f64) -> Self {
        Self {
            lo: f64::NEG_INFINITY,
            hi: x,
            lo_open: true,
            hi_open: false,
        }
    }

    /// Length; 0 for a point, infinite where an end is open to infinity.
    pub fn width(self) -> f64 {
        self.hi - self.lo
    }

    /// Whether the two share a point.
    pub fn meets(self, other: Self) -> bool {
        // Ends that differ by the last bits of their sums are the same: 7.4 + 0.05 and 7.5 − 0.05.
        let same = |x: f64, y: f64| {
            x.is_finite() && y.is_finite() && (x - y).abs() <= 1e-12 * x.abs().max(y.abs())
        };
        let below = |a: Self, b: Self| {
            let touch = same(a.hi, b.lo);
            a.hi < b.lo && !touch || touch && (a.hi_open || b.lo_open)
        };
        !below(self, other) && !below(other, self)
    }

    /// Whether `x` lies inside.
    pub fn holds(self, x: f64) -> bool {
        self.meets(Self::exactly(x))
    }

    /// The shortest interval that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let lo_open = if self.lo < other.lo {
            self.lo_open
        } else if other.lo < self.lo {
            other.lo_open
        } else {
            self.lo_open && other.lo_open
        };
        let hi_open = if self.hi > other.hi {
            self.hi_open
        } else if other.hi > self.hi {
            other.hi_open
        } else {
            self.hi_open && other.hi_open
        };
        Self {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
            lo_open,
            hi_open,
        }
    }

    /// Widened by `by` on both sides.
    #[must_use]
    pub fn widened(self, by: f64) -> Self {
        Self {
            lo: self.lo - by,
            hi: self.hi + by,
            ..self
        }
    }

    /// Every point times `factor` (≥ 0).
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            lo: self.lo * factor,
            hi: self.hi * factor,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_ends_meet_only_when_both_are_included() {
        assert!(Interval::at_least(7.0).meets(Interval::exactly(7.0)));
        assert!(!Interval::above(7.0).meets(Interval::exactly(7.0)));
        assert!(!Interval::above(7.0).meets(Interval::at_most(7.0)));
        assert!(Interval::closed(1.0, 2.0).meets(Interval::closed(2.0, 3.0)));
        let rounded = |x: f64| Interval {
            hi_open: true,
            ..Interval::around(x, 0.05)
        };
        assert!(!rounded(7.4).meets(rounded(7.5)));
        assert!(!rounded(7.5).meets(rounded(7.4)));
        assert!(rounded(7.4).meets(Interval::closed(7.44, 7.6)));
    }
}
