//! Categorical truths where any value may be claimed: accuracy per source, false values as popular as they are.
//!
//! In: a [`Table`] and a weight for each claim's vote. Out: a probability for each candidate and the share of each
//! claim that is believed right. A source is right with an unknown rate; when it is wrong, it says a false value with
//! the frequency with which that value is said of the object. So a false value that many repeat (because they copy it, or
//! because it is an easy mistake) is not taken for confirmation as strongly as a rare value that several agree on.
//!
//! The mean-field form of ACCU/POPACCU (Dong, Berti-Equille & Srivastava 2009; Dong, Saha & Srivastava 2012) with
//! the sources' rates under a common, fitted Beta prior.

use super::confusion;
use super::fit::Fit;
use super::fit::Leap;
use super::fit::MOST_ITERATIONS;
use super::fit::MOST_PRIOR;
use super::fit::SETTLED_OBJECT;
use super::fit::exponentiate;
use super::fit::settled;
use super::prior::ExpectedLog;
use super::prior::Prior;
use super::table::Table;

/// What is added to every value's popularity: half a claim (Jeffreys).
const HALF: f64 = 0.5;
/// In an open vocabulary, how probable a truth that nobody claims is at first, against one claimed value.
const UNCLAIMED: f64 = 0.5;

/// How often a value is claimed of its object, as needed when it is false.
struct Popularity {
    /// `ln(m_u + ½)` of each candidate.
    log_mass: Vec<f64>,
    /// `ln(M − m_v + ½(C−1))` of each candidate: the norm of the false values if it is the truth.
    log_rest: Vec<f64>,
    /// Of each candidate, what it scores as the truth before any source's rate comes in: by `m_v ln(m_v + ½)` more than an
    /// unclaimed truth, since its own claims then needn't be explained as errors.
    start: Vec<f64>,
    /// Of each object: `ln ½ − M ln(M + ½C)`, how an unclaimed truth starts; −∞ where the vocabulary is closed.
    unclaimed: Vec<f64>,
}

impl Popularity {
    fn new(table: &Table, votes: &[f64]) -> Self {
        let mut mass = vec![0.0; table.candidates.len()];
        for (claim, vote) in table.claims.iter().zip(votes) {
            mass[claim.candidate as usize] += vote;
        }
        let log_mass: Vec<f64> = mass.iter().map(|m| (m + HALF).ln()).collect();
        let mut log_rest = vec![0.0; mass.len()];
        let mut start = vec![0.0; mass.len()];
        let open = !confusion::applies(table);
        let mut unclaimed = vec![f64::NEG_INFINITY; table.objects.len()];
        for (object, unclaimed) in unclaimed.iter_mut().enumerate() {
            let range = table.candidates_of(object);
            let total: f64 = mass[range.clone()].iter().sum();
            let others = (range.len() as f64 - 1.0).max(1.0);
            if open {
                let rest = total + HALF * range.len() as f64;
                *unclaimed = UNCLAIMED.ln() - total * rest.ln();
            }
            for candidate in range {
                let against = (total - mass[candidate]).max(0.0);
                log_rest[candidate] = (against + HALF * others).ln();
                start[candidate] =
                    -against * log_rest[candidate] - mass[candidate] * log_mass[candidate];
            }
        }
        Self {
            log_mass,
            log_rest,
            start,
            unclaimed,
        }
    }
}

/// Fits the model. `votes` are the claims' weights on the truth (copies discounted, held-out claims 0); `counts` their
/// weights in the sources' records.
pub(crate) fn fit(table: &Table, votes: &[f64], counts: &[f64]) -> Fit {
    let popularity = Popularity::new(table, votes);
    let mut probability = vec![0.0; table.candidates.len()];
    start_from_votes(table, votes, &mut probability);
    // Right and wrong claims of each source.
    let mut outcomes = vec![0.0; 2 * table.sources.len()];
    let mut total = vec![0.0; table.sources.len()];
    for (claim, count) in table.claims.iter().zip(counts) {
        total[claim.source as usize] += count;
        outcomes[2 * claim.source as usize] += count * probability[claim.candidate as usize];
    }
    let mut for_truth = vec![0.0; table.sources.len()];
    let mut prior = Prior::new(&[4.0, 1.0]);
    let mut scores: Vec<f64> = Vec::new();
    let mut leap = Leap::default();
    for _ in 0..MOST_ITERATIONS {
        for (row, total) in outcomes.chunks_exact_mut(2).zip(&total) {
            row[1] = (total - row[0]).max(0.0);
        }
        prior.fit(&outcomes, 4, MOST_PRIOR);
        let expected = ExpectedLog::new(&prior.alpha);
        for (row, out) in outcomes.chunks_exact_mut(2).zip(&mut for_truth) {
            let mut log_rate = [0.0; 2];
            expected.of(row, &mut log_rate);
            *out = log_rate[0] - log_rate[1];
            row[0] = 0.0;
        }
        leap.take(&mut for_truth);
        // What a source's claims say for their own value and against all others is the same for each candidate but for
        // the claims on it, so only those are summed.
        let mut moved_objects = 0;
        for object in 0..table.objects.len() {
            let range = table.candidates_of(object);
            let claims = table.claims_of(object);
            scores.clear();
            scores.extend_from_slice(&popularity.start[range.clone()]);
            for (claim, vote) in table.claims[claims.clone()]
                .iter()
                .zip(&votes[claims.clone()])
            {
                scores[claim.candidate as usize - range.start] +=
                    vote * for_truth[claim.source as usize];
            }
            scores.push(popularity.unclaimed[object]);
            exponentiate(&mut scores);
            let mut moved: f64 = 0.0;
            for (p, &score) in probability[range.clone()].iter_mut().zip(&scores) {
                moved = moved.max((*p - score).abs());
                *p = score;
            }
            moved_objects += usize::from(moved > SETTLED_OBJECT);
            for (claim, count) in table.claims[claims.clone()].iter().zip(&counts[claims]) {
                outcomes[2 * claim.source as usize] +=
                    count * scores[claim.candidate as usize - range.start];
            }
        }
        if settled(moved_objects, table.objects.len()) {
            break;
        }
    }
    let (a, b) = (prior.alpha[0], prior.alpha[1]);
    let rates = outcomes
        .chunks_exact(2)
        .zip(&total)
        .map(|(row, total)| (row[0] + a) / (total + a + b))
        .collect();
    Fit::categorical(table, probability, rates)
}

/// The log-probability that each claim in `which` would be made, by sources whose rates and truths come from `fit`.
pub(crate) fn predict(table: &Table, votes: &[f64], fit: &Fit, which: &[usize]) -> Vec<f64> {
    let popularity = Popularity::new(table, votes);
    which
        .iter()
        .map(|&at| {
            let claim = table.claims[at];
            let said = claim.candidate as usize;
            let rate = fit.rates[claim.source as usize];
            let mut sum = fit.probability[said] * rate;
            let range = table.candidates_of(claim.object as usize);
            let claimed: f64 = fit.probability[range.clone()].iter().sum();
            let mass = popularity.log_mass[said].exp();
            let all: f64 = range.clone().map(|u| popularity.log_mass[u].exp()).sum();
            sum += (1.0 - claimed).max(0.0) * (1.0 - rate) * mass / all;
            for truth in range {
                if truth != said {
                    let popular = (popularity.log_mass[said] - popularity.log_rest[truth]).exp();
                    sum += fit.probability[truth] * (1.0 - rate) * popular;
                }
            }
            sum.max(f64::MIN_POSITIVE).ln()
        })
        .collect()
}

/// Begins with each candidate's share of the votes.
pub(crate) fn start_from_votes(table: &Table, votes: &[f64], probability: &mut [f64]) {
    for (claim, vote) in table.claims.iter().zip(votes) {
        probability[claim.candidate as usize] += vote;
    }
    for object in 0..table.objects.len() {
        let range = table.candidates_of(object);
        let total: f64 = probability[range.clone()].iter().sum();
        let even = 1.0 / range.len() as f64;
        for candidate in range {
            probability[candidate] = if total > 0.0 {
                probability[candidate] / total
            } else {
                even
            };
        }
    }
}
