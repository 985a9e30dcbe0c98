//! Sources' rates from inferred truths.
//!
//! In: a table and a fitted model. Out: for each source its rate of right claims, with an interval that owns up to truths
//! being inferred.

use rayon::iter::IndexedParallelIterator;
use rayon::iter::IntoParallelRefIterator;
use rayon::iter::ParallelIterator;

use super::bootstrap;
use super::fit::Fit;
use super::infer::LEVEL;
use super::infer::SourceRate;
use super::interval::Group;
use super::table::Table;

/// The rates, in order of the sources' names.
pub(crate) fn rates(table: &Table, fit: &Fit) -> Vec<SourceRate> {
    let mut tallies = vec![Tally::default(); table.sources.len()];
    for (claim, &right) in table.claims.iter().zip(&fit.right) {
        let tally = &mut tallies[claim.source as usize];
        tally.claims += 1;
        tally.checked += claim.weight;
        tally.right += claim.weight * right;
        tally.unsettled += claim.weight * right.min(1.0 - right);
    }
    let counts: Vec<(f64, f64)> = tallies
        .iter()
        .zip(bootstrap::design_effects(table, fit))
        .map(|(tally, effect)| tally.worth(effect))
        .collect();
    let group = Group::of(&counts);
    table
        .sources
        .par_iter()
        .zip(counts.par_iter().zip(tallies))
        .map(|(source, (&(right, checked), tally))| {
            let belief = group.belief(right, checked);
            let (low, high) = belief.interval(LEVEL);
            SourceRate {
                source: source.clone(),
                n: tally.claims,
                reliability: belief.mean,
                low,
                high,
            }
        })
        .collect()
}

/// A source's record against inferred truths.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    claims: usize,
    checked: f64,
    right: f64,
    /// Claims that may as well count otherwise: Σ min(q, 1 − q).
    unsettled: f64,
}

impl Tally {
    /// (right, checked) as if the truths were known: fewer claims of the same rate. Inferred truths are wrong together, not
    /// one by one, so a share u of unsettled claims is an error of about u in the rate that no number of claims averages away:
    /// the variance is p(1−p)/n × the design effect of stories + u², and the claims are worth as many as give it.
    fn worth(&self, effect: f64) -> (f64, f64) {
        if self.checked <= 0.0 {
            return (0.0, 0.0);
        }
        let rate = self.right / self.checked;
        let unsettled = self.unsettled / self.checked;
        let single = (rate * (1.0 - rate)).max(0.25 / (self.checked + 1.0));
        let shrink = effect + self.checked * unsettled * unsettled / single;
        (self.right / shrink, self.checked / shrink)
    }
}
