//! A stated number against an expected one: the three-way rule of the design.
//!
//! In: the typical (T) and possible (L) interval of what a report states, and what a rule expects. Out: whether the
//! report contradicts it, supports it, or is too wide to tell. Times and dates have a [room of their own](super::when).

use crate::rule::Right;
use crate::value::Hedge;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// T meets E and is narrow enough.
    Agrees,
    /// Neither.
    Loose,
    /// L and E share no point.
    Clashes,
}

impl Relation {
    /// The kinder of two.
    pub(crate) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Agrees, _) | (_, Self::Agrees) => Self::Agrees,
            (Self::Loose, _) | (_, Self::Loose) => Self::Loose,
            _ => Self::Clashes,
        }
    }
}

/// The number of a value in its base unit, with what its wording makes of it; `None` for what is no number.
pub(crate) fn measure(value: &Value) -> Option<Measure> {
    match value {
        Value::Number(measure)
        | Value::Ordinal(measure)
        | Value::Count { measure, .. }
        | Value::Duration { measure, .. }
        | Value::Money { measure, .. }
        | Value::Percent { measure, .. }
        | Value::Age(measure)
        | Value::Frequency(measure) => Some(*measure),
        Value::Quantity { measure, unit } => {
            let base = |interval: Interval| Interval {
                lo: interval.lo * unit.factor + unit.offset,
                hi: interval.hi * unit.factor + unit.offset,
                ..interval
            };
            Some(Measure {
                stated: base(measure.stated),
                typical: base(measure.typical),
                possible: base(measure.possible),
                hedge: measure.hedge,
            })
        }
        Value::Date(_) | Value::TimeOfDay(_) | Value::Since(_) | Value::Quote => None,
    }
}

/// The one number that stands for a measure, in its unit.
pub(crate) fn point(measure: &Measure) -> f64 {
    let Interval { lo, hi, .. } = measure.stated;
    match (lo.is_finite(), hi.is_finite()) {
        (true, true) => f64::midpoint(lo, hi),
        (true, false) => lo,
        (false, true) => hi,
        (false, false) => 0.0,
    }
}

/// What is expected: E for the test of contradiction, and the narrower one for the test of support.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expectation {
    possible: Interval,
    typical: Interval,
    /// Whether it counts things.
    exact: bool,
}

impl Expectation {
    /// The expectation of one right value, in its base unit.
    pub(crate) fn of(right: &Right) -> Option<Self> {
        let measure = measure(&right.value)?;
        let exact = matches!(right.value, Value::Count { .. } | Value::Age(_));
        Some(match right.tolerance {
            Some(tolerance) => Self {
                possible: measure.stated.hull(measure.typical).widened(tolerance),
                typical: measure.stated.widened(tolerance),
                exact,
            },
            None => Self {
                possible: measure.possible,
                typical: measure.typical,
                exact,
            },
        })
    }

    /// Everything between two expectations.
    pub(crate) fn hull(self, other: Self) -> Self {
        Self {
            possible: self.possible.hull(other.possible),
            typical: self.typical.hull(other.typical),
            exact: self.exact || other.exact,
        }
    }

    /// Holds what a report states against it.
    pub(crate) fn judge(mut self, stated: &Measure) -> Relation {
        // E is never narrower than what the stated words round away: «about half an hour», «just over half an hour» are
        // right of 35 minutes. Counts are exact.
        let rounds = matches!(
            stated.hedge,
            Some(Hedge::About | Hedge::MoreThan | Hedge::Nearly | Hedge::LessThan)
        );
        let middle = f64::midpoint(self.typical.lo, self.typical.hi);
        if rounds && !self.exact && middle.is_finite() {
            let wide = Interval::around(middle, 0.1 * point(stated).abs());
            self.typical = self.typical.hull(wide);
            self.possible = self.possible.hull(wide);
        }
        if !stated.possible.meets(self.possible) {
            return if self.exact && is_round_bound(stated, self.possible) {
                Relation::Loose
            } else {
                Relation::Clashes
            };
        }
        // «Of the value»: the larger end, so that «a little more than half an hour» is no wider than it sounds.
        let ends = [
            stated.typical.lo.abs(),
            stated.typical.hi.abs(),
            point(stated).abs(),
        ];
        let value = ends
            .into_iter()
            .filter(|end| end.is_finite())
            .fold(0.0, f64::max);
        let expected = self.typical.width();
        let width = stated.typical.width();
        let bound = stated.hedge != Some(Hedge::Vague)
            && width.is_finite()
            && (width <= 4.0 * expected || width <= 0.25 * value + 1e-9 || width <= 1.0);
        if bound && stated.typical.meets(self.typical) {
            Relation::Agrees
        } else {
            Relation::Loose
        }
    }
}

/// «more than 130», «nearly 130» of 130: who counts to a round number seldom means that it was passed, or missed by a few. «More
/// than 137» does.
fn is_round_bound(stated: &Measure, expected: Interval) -> bool {
    let bound = match stated.hedge {
        Some(Hedge::MoreThan) => stated.stated.lo,
        Some(Hedge::Nearly) => stated.stated.hi,
        _ => return false,
    };
    bound.is_finite()
        && bound >= 20.0
        && bound % 10.0 == 0.0
        && Interval::exactly(bound).meets(expected)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A number between `typical`, and `possible`, ends.
    pub(crate) fn stated(x: f64, typical: (f64, f64), possible: (f64, f64)) -> Measure {
        Measure {
            stated: Interval::exactly(x),
            typical: Interval::closed(typical.0, typical.1),
            possible: Interval::closed(possible.0, possible.1),
            hedge: None,
        }
    }

    fn right(x: f64, tolerance: Option<f64>) -> Right {
        let half = 0.5;
        Right {
            value: Value::Number(stated(x, (x - half, x + half), (x - half, x + half))),
            text: x.to_string(),
            meaning: None,
            tolerance,
            by: Vec::new(),
            from: None,
            because: None,
        }
    }

    #[test]
    fn the_rule_of_three() {
        let expected = Expectation::of(&right(35.0, None)).expect("a number");
        let about = |x: f64| stated(x, (x * 0.9, x * 1.1), (x * 0.8, x * 1.2));
        assert_eq!(expected.judge(&about(35.0)), Relation::Agrees);
        assert_eq!(expected.judge(&about(30.0)), Relation::Loose);
        assert_eq!(expected.judge(&about(53.0)), Relation::Clashes);
    }

    #[test]
    fn a_wide_statement_is_loose_even_where_it_is_true() {
        let expected = Expectation::of(&right(35.0, None)).expect("a number");
        assert_eq!(
            expected.judge(&stated(40.0, (20.0, 60.0), (10.0, 90.0))),
            Relation::Loose
        );
    }

    #[test]
    fn tolerance_widens() {
        let exactly = |x: f64| stated(x, (x, x), (x, x));
        let strict = Expectation::of(&right(35.0, Some(1.0))).expect("a number");
        let wide = Expectation::of(&right(35.0, Some(5.0))).expect("a number");
        assert_eq!(strict.judge(&exactly(39.0)), Relation::Clashes);
        assert_eq!(wide.judge(&exactly(39.0)), Relation::Agrees);
    }
}
