//! What every model of truth inference gives, and the constants they share.

use super::table::Table;

/// Rounds of mean field at most; all known sets settle before.
pub(crate) const MOST_ITERATIONS: usize = 100;
/// A round that moves no probability by more than this is the last.
pub(crate) const SETTLED: f64 = 1e-4;
/// An object whose probabilities all move by less has settled.
pub(crate) const SETTLED_OBJECT: f64 = 1e-3;
/// A round that leaves fewer than one object in so many unsettled is the last.
const FEW: usize = 1000;
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

/// Takes the slow rest of a fixed-point iteration in few steps: each third state is not what the map gives but where the last
/// two steps lead (SQUAREM; Varadhan & Roland 2008). It ends at the same fixed point.
#[derive(Debug, Default)]
pub(crate) struct Leap {
    /// The states since the last leap; their room is used again.
    states: [Vec<f64>; 3],
    taken: usize,
}

/// A leap goes at most so many steps ahead, lest it leaves the fixed point's own surroundings.
const FARTHEST: f64 = 16.0;

impl Leap {
    /// Takes in the state that the map gave, and changes it where it is time to leap.
    pub(crate) fn take(&mut self, state: &mut [f64]) {
        self.states[self.taken].clear();
        self.states[self.taken].extend_from_slice(state);
        self.taken = (self.taken + 1) % self.states.len();
        if self.taken > 0 {
            return;
        }
        let [first, second, third] = &self.states;
        let (mut step, mut bend) = (0.0, 0.0);
        for ((a, b), c) in first.iter().zip(second).zip(third) {
            step += (b - a).powi(2);
            bend += (c - b - (b - a)).powi(2);
        }
        let ahead = if bend > 0.0 {
            (step / bend).sqrt().clamp(1.0, FARTHEST)
        } else {
            1.0
        };
        for (((x, a), b), c) in state.iter_mut().zip(first).zip(second).zip(third) {
            *x = a + 2.0 * ahead * (b - a) + ahead * ahead * (c - b - (b - a));
        }
    }
}

/// Whether a round was the last: it moved the belief about few objects by more than [`SETTLED_OBJECT`].
///
/// The greatest movement alone would make large tables run on for the sake of one undecided object.
pub(crate) fn settled(moved_objects: usize, objects: usize) -> bool {
    moved_objects * FEW <= objects
}

/// Log scores to probabilities that sum to 1.
pub(crate) fn exponentiate(scores: &mut [f64]) {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut total = 0.0;
    for score in scores.iter_mut() {
        // The likeliest needs no exponential, and of two labels that is half of them.
        *score = if *score < top {
            (*score - top).exp()
        } else {
            1.0
        };
        total += *score;
    }
    for score in scores.iter_mut() {
        *score /= total;
    }
}
