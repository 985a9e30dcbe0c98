//! Numeric values of a table: what they are as numbers, how round they are, how they spread.
//!
//! In: a [`Table`] whose values are numbers. Out: [`Numbers`], which the two numeric models share. Nothing here depends on
//! who claims what is true.

use std::collections::BTreeMap;

use super::table::Table;
use super::table::middle;
use crate::value::Interval;

/// Distinct values that held-out claims are weighed against at most; more are thinned evenly.
const MOST_SUPPORT: usize = 2000;
/// Trailing zeros beyond this are not told apart.
const MOST_ZEROS: usize = 15;
/// Orders of magnitude told apart, in units of the smallest decimal place.
const MAGNITUDES: usize = 40;

/// A table's values as numbers.
pub(crate) struct Numbers {
    /// Of each value of the table.
    pub(crate) x: Vec<f64>,
    /// Of each value: asinh(x / unit), near enough a signed logarithm that it has a zero.
    pub(crate) log: Vec<f64>,
    /// The smallest decimal place in use.
    pub(crate) unit: f64,
    /// Of the values that are intervals: what their words make typical, and the ends of what they leave possible as `log`.
    spans: BTreeMap<usize, (Interval, f64, f64)>,
}

impl Numbers {
    /// `None` if some value is no finite number.
    pub(crate) fn read(table: &Table) -> Option<Self> {
        let x = table
            .values
            .iter()
            .zip(0..)
            .map(|(value, index)| parse(value).or_else(|| table.measures.get(&index).map(middle)))
            .collect::<Option<Vec<f64>>>()?;
        let decimals = table.values.iter().map(|v| decimals(v)).max().unwrap_or(0);
        let unit = 10.0_f64.powi(-decimals);
        let log = x.iter().map(|x| (x / unit).asinh()).collect();
        let spans = table.measures.iter().map(|(&index, measure)| {
            let Interval { lo, hi, .. } = measure.possible;
            let ends = ((lo / unit).asinh(), (hi / unit).asinh());
            (index as usize, (measure.typical, ends.0, ends.1))
        });
        Some(Self {
            spans: spans.collect(),
            x,
            log,
            unit,
        })
    }

    /// The logarithm of the logarithmic scale's slope at each value.
    pub(crate) fn log_slope(&self) -> Vec<f64> {
        let slope = |x: &f64| -0.5 * (x / self.unit).powi(2).ln_1p();
        self.x.iter().map(slope).collect()
    }

    /// Whether who claims the value `u` says what is so where `v` is the truth.
    pub(crate) fn states(&self, u: usize, v: usize) -> bool {
        let within = |(typical, _, _): &(Interval, f64, f64)| typical.holds(self.x[v]);
        u == v || self.spans.get(&u).is_some_and(within)
    }

    /// How far the truth `v` is on the logarithmic scale from what the words of `u` leave possible.
    pub(crate) fn apart(&self, u: usize, v: usize) -> f64 {
        match self.spans.get(&u) {
            Some((_, low, high)) => (low - self.log[v]).max(self.log[v] - high).max(0.0),
            None => (self.log[u] - self.log[v]).abs(),
        }
    }

    /// Whether some value is an interval.
    pub(crate) fn has_spans(&self) -> bool {
        !self.spans.is_empty()
    }
}

/// A number as written in a table.
pub(crate) fn parse(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|x| x.is_finite())
}

fn decimals(text: &str) -> i32 {
    text.split_once('.').map_or(0, |(_, fraction)| {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        digits.min(6) as i32
    })
}

/// Where claims fall that have nothing to do with the truth.
///
/// People who guess or estimate give round values, and a wrong value is more often round than chance has it; a true one
/// is not. So a round value is better explained as a wrong claim than an odd one.
pub(crate) struct Background {
    /// Of each value, its log-density as a truth: smooth over each order of magnitude.
    pub(crate) log_smooth: Vec<f64>,
    /// Of each value, ln of how many times more often claims are as round as it than chance has it, at least 0.
    pub(crate) log_heaping: Vec<f64>,
}

impl Background {
    /// Counts the claims that have weight.
    pub(crate) fn of(table: &Table, numbers: &Numbers, votes: &[f64]) -> Self {
        let magnitude = |x: f64| {
            let places = (x.abs() / numbers.unit + 1.0).log10().floor();
            (places as usize).min(MAGNITUDES - 1)
        };
        let mut by_magnitude = [0.5; MAGNITUDES];
        let mut by_zeros = [0.0; MOST_ZEROS + 1];
        let mut claims = 1.0;
        for (claim, vote) in table.claims.iter().zip(votes) {
            let x = numbers.x[table.candidates[claim.candidate as usize].value as usize];
            by_magnitude[magnitude(x)] += vote;
            if let Some(zeros) = trailing_zeros(x, numbers.unit) {
                by_zeros[zeros] += vote;
            }
            claims += vote;
        }
        let log_smooth = numbers.x.iter().map(|&x| {
            let m = magnitude(x);
            (by_magnitude[m] / claims).ln() - (m as f64 * 10.0_f64.ln() + 9.0_f64.ln())
        });
        let log_heaping = numbers.x.iter().map(|&x| {
            trailing_zeros(x, numbers.unit).map_or(0.0, |zeros| {
                let chance = 0.9 * 10.0_f64.powi(-(zeros as i32));
                ((by_zeros[zeros] + chance) / (claims * chance))
                    .ln()
                    .max(0.0)
            })
        });
        Self {
            log_smooth: log_smooth.collect(),
            log_heaping: log_heaping.collect(),
        }
    }
}

/// Zeros at the end of a value written out to `unit`; zero itself is neither round nor odd.
fn trailing_zeros(x: f64, unit: f64) -> Option<usize> {
    let mut whole = (x.abs() / unit).round();
    if whole < 1.0 {
        return None;
    }
    let mut zeros = 0;
    while zeros < MOST_ZEROS && whole % 10.0 == 0.0 {
        whole /= 10.0;
        zeros += 1;
    }
    Some(zeros)
}

/// The values ever stated, with how often: what a model's prediction of the next claim is spread over, so that models of
/// unlike kinds are compared on the same footing.
pub(crate) struct Support {
    /// Of each value of the table, its share of the claims.
    pub(crate) share: Vec<f64>,
    /// Values that stand for their neighbours, and the neighbours' joint share.
    pub(crate) points: Vec<(usize, f64)>,
}

impl Support {
    pub(crate) fn of(table: &Table, numbers: &Numbers, votes: &[f64]) -> Self {
        let mut share = vec![0.5; numbers.x.len()];
        for (claim, vote) in table.claims.iter().zip(votes) {
            share[table.candidates[claim.candidate as usize].value as usize] += vote;
        }
        let total: f64 = share.iter().sum();
        for s in &mut share {
            *s /= total;
        }
        let mut order: Vec<usize> = (0..share.len()).collect();
        order.sort_by(|&a, &b| numbers.x[a].total_cmp(&numbers.x[b]));
        let step = order.len().div_ceil(MOST_SUPPORT).max(1);
        let points = order
            .chunks(step)
            .map(|near| (near[near.len() / 2], near.iter().map(|&v| share[v]).sum()))
            .collect();
        Self { share, points }
    }
}

/// The middle value; 0 of nothing.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        // Halved first: the sum of two huge values could overflow.
        values[middle - 1] / 2.0 + values[middle] / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_values_end_in_zeros() {
        assert_eq!(trailing_zeros(460_000.0, 1.0), Some(4));
        assert_eq!(trailing_zeros(-407_018.0, 1.0), Some(0));
        assert_eq!(trailing_zeros(2.5, 0.01), Some(1));
        assert_eq!(trailing_zeros(0.0, 1.0), None);
    }

    #[test]
    fn the_median_of_huge_values_is_finite() {
        assert!((median(&mut [3.0, 1.0, 2.0]) - 2.0).abs() < 1e-12);
        assert!(median(&mut [f64::MAX, f64::MAX]).is_finite());
    }
}
