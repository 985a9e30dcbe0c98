//! Categorical truths over one closed vocabulary: what each source says for each truth.
//!
//! In: a [`Table`] whose objects share a few values, and a weight for each claim's vote. Out: as in
//! [`super::popularity`]. Each source has one row of probabilities for each true value, so a source that says «no» too
//! readily, or takes one label for another, is seen through. Rows of the same truth share a fitted Dirichlet prior.
//!
//! Dawid & Skene (1979) by mean field (Kim & Ghahramani 2012), with pooled rows.

use super::fit::Fit;
use super::fit::Leap;
use super::fit::MOST_ITERATIONS;
use super::fit::MOST_PRIOR;
use super::fit::SETTLED_OBJECT;
use super::fit::exponentiate;
use super::fit::settled;
use super::prior::ExpectedLog;
use super::prior::Prior;
use super::prior::digamma;
use super::table::Claim;
use super::table::Table;

/// A vocabulary of more values than this is not tried: rows would hold too few claims each.
pub(crate) const MOST_VALUES: usize = 16;

/// How a fitted confusion form goes on to be asked.
pub(crate) struct Confusion {
    /// q(object, truth), over the whole vocabulary.
    posterior: Vec<f64>,
    /// `E[θ]` of each source, said, truth.
    rates: Vec<f64>,
}

/// Whether the table's values are one small vocabulary that its objects share.
pub(crate) fn applies(table: &Table) -> bool {
    let values = table.values.len();
    (2..=MOST_VALUES).contains(&values) && table.objects.len() >= 5 * values
}

/// Fits the model; see [`super::popularity::fit`] for `votes` and `counts`.
pub(crate) fn fit(table: &Table, votes: &[f64], counts: &[f64]) -> (Fit, Confusion) {
    let values = table.values.len();
    let mut posterior = by_votes(table, votes);
    // Layout: source, then said, then truth, so that a claim reads and writes one short run.
    let mut rows = vec![0.0; table.sources.len() * values * values];
    let mut log_rate = vec![0.0; rows.len()];
    let mut priors: Vec<Prior> = (0..values)
        .map(|truth| {
            let mut guess = vec![1.0; values];
            guess[truth] = 3.0;
            Prior::new(&guess)
        })
        .collect();
    let place =
        |claim: &Claim| (claim.source as usize * values + said(table, claim.candidate)) * values;
    for (claim, count) in table.claims.iter().zip(counts) {
        let q = &posterior[claim.object as usize * values..][..values];
        add(&mut rows[place(claim)..][..values], q, *count);
    }
    let mut leap = Leap::default();
    let mut log_class = vec![0.0; values];
    let mut scores = vec![0.0; values];
    for _ in 0..MOST_ITERATIONS {
        expected_logs(&mut priors, &rows, &mut log_rate);
        leap.take(&mut log_rate);
        rows.fill(0.0);
        expected_classes(&posterior, &mut log_class);
        let mut moved_objects = 0;
        for object in 0..table.objects.len() {
            scores.copy_from_slice(&log_class);
            let claims = table.claims_of(object);
            for (claim, vote) in table.claims[claims.clone()]
                .iter()
                .zip(&votes[claims.clone()])
            {
                add(&mut scores, &log_rate[place(claim)..][..values], *vote);
            }
            exponentiate(&mut scores);
            let mut moved: f64 = 0.0;
            for (p, &score) in posterior[object * values..].iter_mut().zip(&scores) {
                moved = moved.max((*p - score).abs());
                *p = score;
            }
            moved_objects += usize::from(moved > SETTLED_OBJECT);
            for (claim, count) in table.claims[claims.clone()].iter().zip(&counts[claims]) {
                add(&mut rows[place(claim)..][..values], &scores, *count);
            }
        }
        if settled(moved_objects, table.objects.len()) {
            break;
        }
    }
    expected_rates(&mut rows, &priors);
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

/// The value of a candidate.
fn said(table: &Table, candidate: u32) -> usize {
    table.candidates[candidate as usize].value as usize
}

/// q(object, truth) to begin with: the share of votes.
fn by_votes(table: &Table, votes: &[f64]) -> Vec<f64> {
    let values = table.values.len();
    let mut posterior = vec![0.01; table.objects.len() * values];
    for (claim, vote) in table.claims.iter().zip(votes) {
        posterior[claim.object as usize * values + said(table, claim.candidate)] += vote;
    }
    for row in posterior.chunks_exact_mut(values) {
        let total: f64 = row.iter().sum();
        for p in row {
            *p /= total;
        }
    }
    posterior
}

/// E\[log\] of how common each truth is, up to a constant.
fn expected_classes(posterior: &[f64], log_class: &mut [f64]) {
    log_class.fill(1.0);
    for row in posterior.chunks_exact(log_class.len()) {
        for (class, p) in log_class.iter_mut().zip(row) {
            *class += p;
        }
    }
    for class in log_class {
        *class = digamma(*class);
    }
}

/// Turns each source's counts into `E[θ]`.
fn expected_rates(rows: &mut [f64], priors: &[Prior]) {
    let values = priors.len();
    for block in rows.chunks_exact_mut(values * values) {
        for (truth, prior) in priors.iter().enumerate() {
            let cells = || (truth..values * values).step_by(values);
            let total: f64 = cells().map(|cell| block[cell]).sum::<f64>();
            let total = total + prior.alpha.iter().sum::<f64>();
            for (cell, a) in cells().zip(&prior.alpha) {
                block[cell] = (block[cell] + a) / total;
            }
        }
    }
}

/// Adds `weight` times each of `what`.
fn add(to: &mut [f64], what: &[f64], weight: f64) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += weight * what;
    }
}

/// Fits each truth's prior and writes E[log θ] of each source, said, truth.
fn expected_logs(priors: &mut [Prior], rows: &[f64], log_rate: &mut [f64]) {
    let values = priors.len();
    let block = values * values;
    let stride = Prior::stride(rows.len() / block);
    let mut row = vec![0.0; values];
    let mut logs = vec![0.0; values];
    for (truth, prior) in priors.iter_mut().enumerate() {
        let of_truth: Vec<f64> = rows
            .chunks_exact(block)
            .step_by(stride)
            .flat_map(|counts| counts[truth..].iter().step_by(values).copied())
            .collect();
        prior.fit(&of_truth, 4, MOST_PRIOR);
    }
    let expected: Vec<ExpectedLog> = priors
        .iter()
        .map(|prior| ExpectedLog::new(&prior.alpha))
        .collect();
    for (counts, out) in rows
        .chunks_exact(block)
        .zip(log_rate.chunks_exact_mut(block))
    {
        for (truth, expected) in expected.iter().enumerate() {
            for (place, n) in row.iter_mut().zip(counts[truth..].iter().step_by(values)) {
                *place = *n;
            }
            expected.of(&row, &mut logs);
            for (place, log) in out[truth..].iter_mut().step_by(values).zip(&logs) {
                *place = *log;
            }
        }
    }
}

/// See [`super::popularity::predict`].
pub(crate) fn predict(table: &Table, form: &Confusion, which: &[usize]) -> Vec<f64> {
    let values = table.values.len();
    which
        .iter()
        .map(|&at| {
            let claim = table.claims[at];
            let said = table.candidates[claim.candidate as usize].value as usize;
            let q = &form.posterior[claim.object as usize * values..][..values];
            let place = (claim.source as usize * values + said) * values;
            let rates = &form.rates[place..][..values];
            let sum: f64 = q.iter().zip(rates).map(|(p, rate)| p * rate).sum();
            sum.max(f64::MIN_POSITIVE).ln()
        })
        .collect()
}
