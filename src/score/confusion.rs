//! Categorical truths over one closed vocabulary: what each source says for each truth.
//!
//! In: a [`Table`] whose objects share a few values, and a weight for each claim's vote. Out: as in
//! [`super::popularity`]. Each source has one row of probabilities for each true value, so a source that says «no» too
//! readily, or takes one label for another, is seen through. Rows of the same truth share a fitted Dirichlet prior.
//!
//! Dawid & Skene (1979) by mean field (Kim & Ghahramani 2012), with pooled rows.

use super::fit::Fit;
use super::fit::MOST_ITERATIONS;
use super::fit::MOST_PRIOR;
use super::fit::SETTLED;
use super::fit::exponentiate;
use super::prior::Prior;
use super::prior::digamma;
use super::prior::expected_log;
use super::table::Table;

/// A vocabulary of more values than this is not tried: rows would hold too few claims each.
pub(crate) const MOST_VALUES: usize = 16;

/// How a fitted confusion form goes on to be asked.
pub(crate) struct Confusion {
    /// q(object, truth), over the whole vocabulary.
    posterior: Vec<f64>,
    /// `E[θ]` of each source, truth, said.
    rates: Vec<f64>,
}

/// Whether the table's values are one small vocabulary that its objects share.
pub(crate) fn applies(table: &Table) -> bool {
    let values = table.values.len();
    (2..=MOST_VALUES).contains(&values) && table.objects.len() >= 5 * values
}

/// Fits the model; see [`super::popularity::fit`] for `votes` and `counts`.
pub(crate) fn fit(table: &Table, votes: &[f64], counts: &[f64]) -> (Fit, Confusion) {
    let (values, sources) = (table.values.len(), table.sources.len());
    let said = |candidate: u32| table.candidates[candidate as usize].value as usize;
    let mut posterior = vec![0.01; table.objects.len() * values];
    for (claim, vote) in table.claims.iter().zip(votes) {
        posterior[claim.object as usize * values + said(claim.candidate)] += vote;
    }
    for row in posterior.chunks_exact_mut(values) {
        let total: f64 = row.iter().sum();
        for p in row {
            *p /= total;
        }
    }
    // Layout: truth, then source, then said, so that the rows that share a prior lie together.
    let mut rows = vec![0.0; values * sources * values];
    let mut log_rate = vec![0.0; rows.len()];
    let mut priors: Vec<Prior> = (0..values)
        .map(|truth| {
            let mut guess = vec![1.0; values];
            guess[truth] = 3.0;
            Prior::new(&guess)
        })
        .collect();
    let mut log_class = vec![0.0; values];
    let mut scores = vec![0.0; values];
    for _ in 0..MOST_ITERATIONS {
        rows.fill(0.0);
        for (claim, count) in table.claims.iter().zip(counts) {
            let q = &posterior[claim.object as usize * values..][..values];
            for (truth, p) in q.iter().enumerate() {
                rows[(truth * sources + claim.source as usize) * values + said(claim.candidate)] +=
                    count * p;
            }
        }
        for (truth, prior) in priors.iter_mut().enumerate() {
            let block = truth * sources * values..(truth + 1) * sources * values;
            prior.fit(&rows[block.clone()], 4, MOST_PRIOR);
            let logs = log_rate[block.clone()].chunks_exact_mut(values);
            for (row, out) in rows[block].chunks_exact(values).zip(logs) {
                expected_log(&prior.alpha, row, out);
            }
        }
        log_class.fill(1.0);
        for row in posterior.chunks_exact(values) {
            for (class, p) in log_class.iter_mut().zip(row) {
                *class += p;
            }
        }
        for class in &mut log_class {
            *class = digamma(*class);
        }
        let mut moved: f64 = 0.0;
        for object in 0..table.objects.len() {
            scores.copy_from_slice(&log_class);
            for at in table.claims_of(object) {
                let claim = table.claims[at];
                let said = said(claim.candidate);
                for (truth, score) in scores.iter_mut().enumerate() {
                    let row = (truth * sources + claim.source as usize) * values;
                    *score += votes[at] * log_rate[row + said];
                }
            }
            exponentiate(&mut scores);
            for (p, &score) in posterior[object * values..].iter_mut().zip(&scores) {
                moved = moved.max((*p - score).abs());
                *p = score;
            }
        }
        if moved < SETTLED {
            break;
        }
    }
    for (index, row) in rows.chunks_exact_mut(values).enumerate() {
        let prior = &priors[index / sources.max(1)].alpha;
        let total: f64 = row.iter().sum::<f64>() + prior.iter().sum::<f64>();
        for (n, a) in row.iter_mut().zip(prior) {
            *n = (*n + a) / total;
        }
    }
    let probability = table
        .candidates
        .iter()
        .map(|c| posterior[c.object as usize * values + c.value as usize])
        .collect();
    let form = Confusion {
        posterior,
        rates: rows,
    };
    (Fit::categorical(table, probability, Vec::new()), form)
}

/// See [`super::popularity::predict`].
pub(crate) fn predict(table: &Table, form: &Confusion, which: &[usize]) -> Vec<f64> {
    let (values, sources) = (table.values.len(), table.sources.len());
    which
        .iter()
        .map(|&at| {
            let claim = table.claims[at];
            let said = table.candidates[claim.candidate as usize].value as usize;
            let q = &form.posterior[claim.object as usize * values..][..values];
            let sum: f64 = q
                .iter()
                .enumerate()
                .map(|(truth, p)| {
                    p * form.rates[(truth * sources + claim.source as usize) * values + said]
                })
                .sum();
            sum.max(f64::MIN_POSITIVE).ln()
        })
        .collect()
}
