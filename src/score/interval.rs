//! From «k of n» to a rate with an interval, where a source borrows strength from its group.
//!
//! In: (right, checked) of every source, fractional counts allowed. Out: for each a [`Belief`] about its rate. The rates of a
//! group follow a Beta distribution whose mean and concentration are not estimated but integrated over, on a fixed grid, so that
//! the intervals own up to not knowing them. The concentration (the claims' worth of belief that a source takes over from
//! its group) is at most [`MOST_CONCENTRATION`]: sources differ more than a smooth distribution says.

use statrs::function::beta::beta_reg;
use statrs::function::beta::ln_beta;
use statrs::function::gamma::ln_gamma;

/// Points of the grid for the group's mean.
const MEANS: usize = 25;
/// The group's mean is looked for from here to 1 − here.
const LEAST_MEAN: f64 = 0.02;
/// Points of the grid for the group's concentration, even on a logarithmic scale.
const CONCENTRATIONS: usize = 8;
/// The least concentration. Unit: claims.
pub const LEAST_CONCENTRATION: f64 = 1.0;
/// The greatest concentration. Unit: claims.
pub const MOST_CONCENTRATION: f64 = 8.0;
/// Of a larger group, evenly drawn this many shape the grid's weights.
const MOST_SOURCES: usize = 4000;
/// Cells that a belief is tabulated in.
const CELLS: usize = 240;
/// Grid points of less than this share of the weightiest are left out.
const NEGLIGIBLE: f64 = 1e-4;
/// Logarithm of a density that adds nothing a reader could see: e⁻²⁵ is 10⁻¹¹.
const NOTHING: f64 = -25.0;

/// A group of sources: weights of Beta(a, b) over the grid.
#[derive(Clone, Debug)]
pub struct Group {
    /// (a, b, weight), weights summing to 1.
    components: Vec<(f64, f64, f64)>,
}

impl Group {
    /// Learns from (right, checked) of each source; none is fine.
    pub fn of(sources: &[(f64, f64)]) -> Self {
        Self::around(sources, None)
    }

    /// The same with the group's mean held at a rating from outside, instead of learnt.
    pub fn around(sources: &[(f64, f64)], mean: Option<f64>) -> Self {
        let means: Vec<f64> = match mean {
            Some(mean) => vec![mean.clamp(LEAST_MEAN, 1.0 - LEAST_MEAN)],
            None => (0..MEANS)
                .map(|i| LEAST_MEAN + (1.0 - 2.0 * LEAST_MEAN) * i as f64 / (MEANS - 1) as f64)
                .collect(),
        };
        let ratio = (MOST_CONCENTRATION / LEAST_CONCENTRATION).ln();
        let step = sources.len().div_ceil(MOST_SOURCES).max(1);
        let seen: Vec<(f64, f64)> = sources
            .iter()
            .step_by(step)
            .copied()
            .filter(|(_, n)| *n > 0.0)
            .collect();
        let mut components = Vec::new();
        for c in 0..CONCENTRATIONS {
            let share = c as f64 / (CONCENTRATIONS - 1) as f64;
            let concentration = LEAST_CONCENTRATION * (ratio * share).exp();
            let totals: f64 = seen.iter().map(|(_, n)| ln_gamma(concentration + n)).sum();
            for mean in &means {
                let (a, b) = (mean * concentration, (1.0 - mean) * concentration);
                let mut log = -totals - seen.len() as f64 * ln_beta(a, b);
                for (k, n) in &seen {
                    log += ln_gamma(a + k) + ln_gamma(b + (n - k).max(0.0));
                }
                components.push((a, b, log));
            }
        }
        normalise(&mut components);
        Self { components }
    }

    /// The belief about a source with `right` of `checked`.
    pub fn belief(&self, right: f64, checked: f64) -> Belief {
        let wrong = (checked - right).max(0.0);
        let posterior: Vec<(f64, f64, f64)> = self
            .components
            .iter()
            .map(|&(a, b, weight)| (a + right, b + wrong, weight))
            .collect();
        Belief::tabulate(&posterior)
    }
}

fn normalise(components: &mut Vec<(f64, f64, f64)>) {
    let top = components
        .iter()
        .map(|c| c.2)
        .fold(f64::NEG_INFINITY, f64::max);
    for c in components.iter_mut() {
        c.2 = (c.2 - top).exp();
    }
    components.retain(|c| c.2 > NEGLIGIBLE);
    let total: f64 = components.iter().map(|c| c.2).sum();
    for c in components {
        c.2 /= total;
    }
}

/// What is believed of a rate: a mean and a tabulated distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Belief {
    /// The mean.
    pub mean: f64,
    low: f64,
    width: f64,
    mass: Vec<f64>,
    /// The mass before each cell, and in all.
    before: Vec<f64>,
}

impl Belief {
    fn tabulate(components: &[(f64, f64, f64)]) -> Self {
        let mean: f64 = components.iter().map(|(a, b, w)| w * a / (a + b)).sum();
        let variance: f64 = components
            .iter()
            .map(|(a, b, w)| {
                let m = a / (a + b);
                w * (m * (1.0 - m) / (a + b + 1.0) + (m - mean).powi(2))
            })
            .sum();
        let reach = 8.0 * variance.sqrt();
        let low = (mean - reach).max(0.0);
        let high = (mean + reach).min(1.0);
        let width = (high - low) / CELLS as f64;
        let mut mass = vec![0.0; CELLS];
        let logs: Vec<(f64, f64)> = (0..CELLS)
            .map(|cell| {
                let x = low + (cell as f64 + 0.5) * width;
                (x.ln(), (-x).ln_1p())
            })
            .collect();
        for &(a, b, weight) in components {
            let norm = ln_beta(a, b);
            // Density may be infinite at 0 and 1, so the end cells come from the distribution function.
            let first = beta_reg(a, b, (low + width).min(1.0));
            let last = 1.0 - beta_reg(a, b, (high - width).max(0.0));
            mass[0] += weight * first;
            mass[CELLS - 1] += weight * last;
            for (cell, mass) in mass.iter_mut().enumerate().take(CELLS - 1).skip(1) {
                let (ln, ln_rest) = logs[cell];
                let density = (a - 1.0) * ln + (b - 1.0) * ln_rest - norm;
                if density > NOTHING {
                    *mass += weight * density.exp() * width;
                }
            }
        }
        let total: f64 = mass.iter().sum();
        for m in &mut mass {
            *m /= total;
        }
        let mut held = 0.0;
        let mut before = vec![held];
        for m in &mass {
            held += m;
            before.push(held);
        }
        Self {
            mean,
            low,
            width,
            mass,
            before,
        }
    }

    /// The shortest interval that holds `level` of the belief (of several parts: their hull). Where the belief
    /// leans against 0 or 1 it reaches that end, which an interval with equal tails never does.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        let mut order: Vec<usize> = (0..CELLS).collect();
        order.sort_by(|&a, &b| self.mass[b].total_cmp(&self.mass[a]).then(a.cmp(&b)));
        let (mut held, mut first, mut last) = (0.0, CELLS, 0);
        for cell in order {
            if held >= level {
                break;
            }
            held += self.mass[cell];
            first = first.min(cell);
            last = last.max(cell);
        }
        let end = |edge: usize| (self.low + edge as f64 * self.width).clamp(0.0, 1.0);
        (end(first), end(last + 1))
    }

    /// The probability that this rate is greater than another, independent one; equal beliefs give ½.
    pub fn better_than(&self, other: &Self) -> f64 {
        self.mass
            .iter()
            .enumerate()
            .map(|(cell, mass)| mass * other.below(self.low + (cell as f64 + 0.5) * self.width))
            .sum()
    }

    /// The probability that the rate is below `x`.
    pub fn below(&self, x: f64) -> f64 {
        if self.width <= 0.0 {
            return if x > self.low { 1.0 } else { 0.0 };
        }
        let place = ((x - self.low) / self.width).clamp(0.0, CELLS as f64);
        let whole = (place as usize).min(CELLS - 1);
        self.before[whole] + self.mass[whole] * (place - whole as f64).min(1.0)
    }

    /// The rate below which a share of the belief lies.
    pub fn quantile(&self, share: f64) -> f64 {
        let cell = self.before[1..].partition_point(|held| *held < share);
        let part = match self.mass.get(cell) {
            Some(mass) if *mass > 0.0 => (share - self.before[cell]) / mass,
            _ => 0.0,
        };
        self.low + (cell as f64 + part) * self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_claims_narrow_the_interval() {
        let group = Group::of(&[(3.0, 5.0), (9.0, 10.0), (40.0, 50.0)]);
        let width = |k, n| {
            let (low, high) = group.belief(k, n).interval(0.9);
            assert!(0.0 <= low && low < high && high <= 1.0);
            high - low
        };
        assert!(width(1.0, 2.0) > width(5.0, 10.0));
        assert!(width(5.0, 10.0) > width(50.0, 100.0));
        assert!(width(50_000.0, 100_000.0) < 0.01);
    }

    #[test]
    fn few_claims_stay_near_the_group() {
        let mut sources = vec![(9.0, 10.0); 20];
        sources.push((0.0, 1.0));
        let belief = Group::of(&sources).belief(0.0, 1.0);
        assert!(belief.mean > 0.6, "{}", belief.mean);
    }

    #[test]
    fn nothing_seen_is_a_wide_belief_and_no_error() {
        let belief = Group::of(&[]).belief(0.0, 0.0);
        let (low, high) = belief.interval(0.9);
        assert!((belief.mean - 0.5).abs() < 0.01 && high - low > 0.8);
    }

    #[test]
    fn a_spotless_record_reaches_one() {
        let group = Group::of(&[(5.0, 5.0), (5.0, 5.0), (4.0, 5.0)]);
        let (low, high) = group.belief(5.0, 5.0).interval(0.9);
        assert!((high - 1.0).abs() < 1e-9 && low < 0.9);
    }

    #[test]
    fn better_is_antisymmetric() {
        let group = Group::of(&[(8.0, 10.0), (3.0, 10.0)]);
        let (a, b) = (group.belief(8.0, 10.0), group.belief(3.0, 10.0));
        assert!(a.better_than(&b) > 0.95);
        assert!((a.better_than(&b) + b.better_than(&a) - 1.0).abs() < 1e-3);
        assert!((a.better_than(&a) - 0.5).abs() < 1e-3);
    }

    #[test]
    fn quantiles_undo_the_distribution_function() {
        let belief = Group::of(&[(3.0, 9.0)]).belief(3.0, 9.0);
        for share in [0.05, 0.5, 0.95] {
            assert!((belief.below(belief.quantile(share)) - share).abs() < 1e-6);
        }
    }
}
