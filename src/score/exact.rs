//! Numeric truths that somebody states: a register's figure, a count, a price.
//!
//! In: a [`Table`] of numbers and a weight for each claim's vote. Out: a probability for each claimed value. A claim either
//! states the truth, or comes near it (a slip, an older figure, a rounding: its distance follows a Laplace distribution on a
//! logarithmic scale whose width is fitted), or has nothing to do with it. How often a source does which is its own, under a
//! common, fitted Dirichlet prior. The truth is one of the claimed values; since distances far off all cost the same, one
//! absurd value moves nothing.

use super::fit::Fit;
use super::fit::MOST_ITERATIONS;
use super::fit::MOST_PRIOR;
use super::fit::SETTLED;
use super::fit::exponentiate;
use super::number::Background;
use super::number::Numbers;
use super::number::Support;
use super::number::median;
use super::popularity::start_from_votes;
use super::prior::ExpectedLog;
use super::prior::Prior;
use super::table::Table;

/// Of the values claimed of one object, as many as this can be its truth: those with most votes.
const MOST_CANDIDATES: usize = 48;
/// The narrowest that «near» becomes, on the logarithmic scale: a thousandth.
const LEAST_WIDTH: f64 = 1e-3;

/// Outcomes of a claim: the truth, near it, neither.
const OUTCOMES: usize = 3;

/// How probable a claim is that is not the truth.
struct Apart<'a> {
    numbers: &'a Numbers,
    background: &'a Background,
    /// ln of the logarithmic scale's slope at each value.
    log_slope: &'a [f64],
    width: f64,
}

impl Apart<'_> {
    /// For value `u` said where `v` is the truth, by a source with E[log θ] of `rates`: the log-probability, and the share
    /// of it that is nearness.
    fn of(&self, u: usize, v: usize, rates: &[f64]) -> (f64, f64) {
        let heaping = self.background.log_heaping[u];
        let apart = self.numbers.apart(u, v);
        let close = rates[1] - apart / self.width - (2.0 * self.width).ln() + self.log_slope[u];
        let far = rates[2] + self.background.log_smooth[u];
        let top = close.max(far);
        let sum = top + ((close - top).exp() + (far - top).exp()).ln();
        (sum + heaping, (close - sum).exp())
    }
}

/// What prediction needs besides the [`Fit`].
pub(crate) struct Exact {
    /// `E[θ]` of each source and outcome.
    rates: Vec<f64>,
    width: f64,
}

/// The table and its weights, and what one iteration learns of the sources for the next.
struct Model<'a> {
    table: &'a Table,
    numbers: &'a Numbers,
    votes: &'a [f64],
    counts: &'a [f64],
    apart: Apart<'a>,
    /// E[log θ] of each source and outcome.
    log_rate: Vec<f64>,
    /// Claims of each source and outcome, by weight.
    outcomes: Vec<f64>,
}

/// What one object's claims say of each of its possible truths.
#[derive(Default)]
struct Weighed {
    /// The probability of each truth.
    scores: Vec<f64>,
    /// For each truth, of each claim: how likely it only came near.
    near: Vec<f64>,
}

/// How far claims that came near the truth are from it.
#[derive(Default)]
struct Nearness {
    distance: f64,
    total: f64,
}

impl Model<'_> {
    fn value(&self, candidate: usize) -> usize {
        self.table.candidates[candidate].value as usize
    }

    /// Weighs the possible truths of an object.
    fn weigh(&self, object: usize, truths: &[usize], weighed: &mut Weighed) {
        weighed.scores.clear();
        weighed.near.clear();
        for &truth in truths {
            let truth = self.value(truth);
            let mut score = self.apart.background.log_smooth[truth];
            for at in self.table.claims_of(object) {
                let claim = self.table.claims[at];
                let (said, row) = (
                    self.value(claim.candidate as usize),
                    OUTCOMES * claim.source as usize,
                );
                if self.numbers.states(said, truth) {
                    score += self.votes[at] * self.log_rate[row];
                    weighed.near.push(0.0);
                    continue;
                }
                let rates = &self.log_rate[row..row + OUTCOMES];
                let (log, share) = self.apart.of(said, truth, rates);
                score += self.votes[at] * log;
                weighed.near.push(share);
            }
            weighed.scores.push(score);
        }
        exponentiate(&mut weighed.scores);
    }

    /// Books the claims on an object as right, near or neither.
    fn book(&mut self, object: usize, truths: &[usize], weighed: &Weighed, near: &mut Nearness) {
        let claims = self.table.claims_of(object);
        let shares = weighed.near.chunks_exact(claims.len().max(1));
        for (&truth, (p, shares)) in truths.iter().zip(weighed.scores.iter().zip(shares)) {
            let truth = self.value(truth);
            for (at, share) in claims.clone().zip(shares) {
                let claim = self.table.claims[at];
                let (said, row) = (
                    self.value(claim.candidate as usize),
                    OUTCOMES * claim.source as usize,
                );
                let weight = self.counts[at] * p;
                if self.numbers.states(said, truth) {
                    self.outcomes[row] += weight;
                } else {
                    self.outcomes[row + 1] += weight * share;
                    self.outcomes[row + 2] += weight * (1.0 - share);
                    near.total += weight * share;
                    near.distance += weight * share * self.numbers.apart(said, truth);
                }
            }
        }
    }
}

/// Fits the model; see [`super::popularity::fit`] for `votes` and `counts`.
pub(crate) fn fit(table: &Table, numbers: &Numbers, votes: &[f64], counts: &[f64]) -> (Fit, Exact) {
    let background = Background::of(table, numbers, votes);
    let log_slope = numbers.log_slope();
    let eligible = eligible_candidates(table, votes);
    let mut probability = vec![0.0; table.candidates.len()];
    start_from_votes(table, votes, &mut probability);
    let mut model = Model {
        table,
        numbers,
        votes,
        counts,
        apart: Apart {
            numbers,
            background: &background,
            log_slope: &log_slope,
            width: first_width(table, numbers, votes),
        },
        log_rate: (0..table.sources.len())
            .flat_map(|_| [0.7_f64.ln(), 0.15_f64.ln(), 0.15_f64.ln()])
            .collect(),
        outcomes: vec![0.0; OUTCOMES * table.sources.len()],
    };
    let mut prior = Prior::new(&[4.0, 1.0, 1.0]);
    let mut weighed = Weighed::default();
    for _ in 0..MOST_ITERATIONS {
        model.outcomes.fill(0.0);
        let mut moved: f64 = 0.0;
        let mut near = Nearness::default();
        for (object, truths) in eligible.iter().enumerate() {
            model.weigh(object, truths, &mut weighed);
            for c in table.candidates_of(object) {
                let at = truths.iter().position(|&truth| truth == c);
                let p = at.map_or(0.0, |at| weighed.scores[at]);
                moved = moved.max((probability[c] - p).abs());
                probability[c] = p;
            }
            model.book(object, truths, &weighed, &mut near);
        }
        if near.total > 1.0 {
            model.apart.width = (near.distance / near.total).max(LEAST_WIDTH);
        }
        prior.fit(&model.outcomes, 4, MOST_PRIOR);
        let expected = ExpectedLog::new(&prior.alpha);
        let rows = model.outcomes.chunks_exact(OUTCOMES);
        for (row, out) in rows.zip(model.log_rate.chunks_exact_mut(OUTCOMES)) {
            expected.of(row, out);
        }
        if moved < SETTLED {
            break;
        }
    }
    let (mut rates, width) = (model.outcomes, model.apart.width);
    expected_rates(&mut rates, &prior.alpha);
    let right = rates.chunks_exact(OUTCOMES).map(|row| row[0]).collect();
    let mut fit = Fit::categorical(table, probability, right);
    if numbers.has_spans() {
        credit_intervals(table, numbers, &mut fit);
    }
    (fit, Exact { rates, width })
}

/// An interval is right if the truth lies in it, not only if it is itself the truth.
fn credit_intervals(table: &Table, numbers: &Numbers, fit: &mut Fit) {
    let value = |candidate: usize| table.candidates[candidate].value as usize;
    for (right, claim) in fit.right.iter_mut().zip(&table.claims) {
        let said = value(claim.candidate as usize);
        *right = table
            .candidates_of(claim.object as usize)
            .filter(|&truth| numbers.states(said, value(truth)))
            .map(|truth| fit.probability[truth])
            .sum::<f64>()
            .min(1.0);
    }
}

/// Turns each source's counts into `E[θ]`.
fn expected_rates(outcomes: &mut [f64], prior: &[f64]) {
    for row in outcomes.chunks_exact_mut(OUTCOMES) {
        let total: f64 = row.iter().sum::<f64>() + prior.iter().sum::<f64>();
        for (n, a) in row.iter_mut().zip(prior) {
            *n = (*n + a) / total;
        }
    }
}

/// The log-probability of each held-out claim among all values ever stated.
pub(crate) fn predict(
    table: &Table,
    numbers: &Numbers,
    support: &Support,
    (fit, form): &(Fit, Exact),
    which: &[usize],
) -> Vec<f64> {
    let value = |candidate: usize| table.candidates[candidate].value as usize;
    let kernel = |u: usize, v: usize| (-numbers.apart(u, v) / form.width).exp();
    which
        .iter()
        .map(|&at| {
            let claim = table.claims[at];
            let (said, rates) = (
                claim.candidate as usize,
                &form.rates[OUTCOMES * claim.source as usize..][..OUTCOMES],
            );
            let share = support.share[value(said)];
            let mut sum = rates[2] * share;
            for truth in table.candidates_of(claim.object as usize) {
                let p = fit.probability[truth];
                if numbers.states(value(said), value(truth)) {
                    sum += p * rates[0];
                }
                if p > 1e-6 {
                    let v = value(truth);
                    let norm: f64 = support.points.iter().map(|&(u, s)| s * kernel(u, v)).sum();
                    let close = share * kernel(value(said), v) / norm.max(share);
                    sum += p * rates[1] * close;
                }
            }
            sum.max(f64::MIN_POSITIVE).ln()
        })
        .collect()
}

fn eligible_candidates(table: &Table, votes: &[f64]) -> Vec<Vec<usize>> {
    let mut mass = vec![0.0; table.candidates.len()];
    for (claim, vote) in table.claims.iter().zip(votes) {
        mass[claim.candidate as usize] += vote;
    }
    (0..table.objects.len())
        .map(|object| {
            let mut truths: Vec<usize> = table.candidates_of(object).collect();
            if truths.iter().any(|&c| mass[c] > 0.0) {
                truths.retain(|&c| mass[c] > 0.0);
            }
            truths.sort_by(|&a, &b| mass[b].total_cmp(&mass[a]).then(a.cmp(&b)));
            truths.truncate(MOST_CANDIDATES);
            truths.sort_unstable();
            truths
        })
        .collect()
}

/// The median distance of values claimed of the same object.
fn first_width(table: &Table, numbers: &Numbers, votes: &[f64]) -> f64 {
    let mut apart = Vec::new();
    for truths in eligible_candidates(table, votes) {
        for (i, &a) in truths.iter().enumerate() {
            for &b in &truths[..i] {
                let (u, v) = (table.candidates[a].value, table.candidates[b].value);
                apart.push((numbers.log[u as usize] - numbers.log[v as usize]).abs());
            }
        }
    }
    median(&mut apart).max(LEAST_WIDTH)
}
