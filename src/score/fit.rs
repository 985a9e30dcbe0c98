//! What every model of truth inference gives, and the constants they share.

use super::table::Table;

/// Rounds of mean field at most; all known sets settle before.
pub(crate) const MOST_ITERATIONS: usize = 100;
/// A round that moves no probability by more than this is the last.
pub(crate) const SETTLED: f64 = 1e-4;
/// The fitted prior of a source is worth at most this many claims, so that no source drowns in the group.
pub(crate) const MOST_PRIOR: f64 = 50.0;

/// A fitted model.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fit {
    /// Of each candidate, that it is the truth.
    pub(crate) probability: Vec<f64>,
    /// Of each claim, how far it is right, 0 to 1.
    pub(crate) right: Vec<f64>,
    /// Of each source, its expected rate of right claims; empty where the model has none.
    pub(crate) rates: Vec<f64>,
    /// Of each object, for models whose truth need not be a claimed value: estimate, low and high end of its 90 %
    /// interval, probability that the truth lies within the claims' common spread of the estimate.
    pub(crate) estimates: Option<Vec<Estimate>>,
}

/// A numeric truth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Estimate {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) probability: f64,
}

impl Fit {
    /// A claim of a categorical model is as right as its candidate is probable.
    pub(crate) fn categorical(table: &Table, probability: Vec<f64>, rates: Vec<f64>) -> Self {
        let right = table
            .claims
            .iter()
            .map(|claim| probability[claim.candidate as usize])
            .collect();
        Self {
            probability,
            right,
            rates,
            estimates: None,
        }
    }

    /// The most probable candidate of an object, the first of equals.
    pub(crate) fn best(&self, table: &Table, object: usize) -> usize {
        let range = table.candidates_of(object);
        let mut best = range.start;
        for candidate in range {
            // Two that differ by rounding alone are equals.
            if self.probability[candidate] > self.probability[best] + 1e-12 {
                best = candidate;
            }
        }
        best
    }
}

/// Log scores to probabilities that sum to 1.
pub(crate) fn exponentiate(scores: &mut [f64]) {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut total = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - top).exp();
        total += *score;
    }
    for score in scores.iter_mut() {
        *score /= total;
    }
}
