//! What a hedge makes of a number: the table of `docs/values.md`.

use crate::value::Hedge;
use crate::value::Interval;
use crate::value::Measure;

use Hedge::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};

/// The table of `docs/values.md`: what `hedge` makes of a bare `measure`. `just`: the wording says that little is missing.
pub(crate) fn bent(measure: Measure, hedge: Hedge, just: bool) -> Measure {
    let x = measure.stated.lo;
    let open = |lo: f64, hi: f64, lo_open: bool, hi_open: bool| {
        // Below zero the factors turn the interval round.
        let (a, b) = (x * lo, x * hi);
        if a <= b {
            Interval {
                lo: a,
                hi: b,
                lo_open,
                hi_open,
            }
        } else {
            Interval {
                lo: b,
                hi: a,
                lo_open: hi_open,
                hi_open: lo_open,
            }
        }
    };
    let floor = x.min(0.0);
    let (stated, typical, possible) = match hedge {
        About => (
            Interval::exactly(x),
            open(0.9, 1.1, false, false),
            open(0.8, 1.2, false, false),
        ),
        Nearly => (
            Interval::below(x),
            open(0.9, 1.0, false, true),
            open(0.8, 1.0, false, true),
        ),
        MoreThan => {
            let far = if just { 1.1 } else { 1.25 };
            (
                Interval::above(x),
                open(1.0, far, true, false),
                Interval::above(x),
            )
        }
        AtLeast => (
            Interval::at_least(x),
            open(1.0, 1.25, false, false),
            Interval::at_least(x),
        ),
        LessThan => (
            Interval::below(x),
            open(0.75, 1.0, false, true),
            Interval {
                lo: floor,
                ..Interval::below(x)
            },
        ),
        AtMost => (
            Interval::at_most(x),
            open(0.75, 1.0, false, false),
            Interval {
                lo: floor,
                hi: x,
                lo_open: false,
                hi_open: false,
            },
        ),
        Hedge::Range | Hedge::Vague => {
            return Measure {
                hedge: Some(hedge),
                ..measure
            };
        }
    };
    Measure {
        stated,
        typical,
        possible,
        hedge: Some(hedge),
    }
}
