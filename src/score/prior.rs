//! Dirichlet distributions over outcomes, and the prior that sources share.
//!
//! In: soft counts of outcomes, one row a source. Out: the pooled prior by Minka's fixed point, and expectations of
//! log-probabilities under a source's posterior. A source with few claims so stays near what sources usually are.
//!
//! Minka, «Estimating a Dirichlet distribution» (2000), the fixed point for the Dirichlet-multinomial.

/// The logarithmic derivative of the gamma function, for x > 0; absolute error below 1e-10.
pub(crate) fn digamma(mut x: f64) -> f64 {
    // ψ(x) = ψ(x + 1) − 1/x until the series holds; the reciprocals' sum is kept as a fraction, for one division in all.
    let (mut above, mut below) = (0.0, 1.0);
    while x < 6.0 {
        above = above * x + below;
        below *= x;
        x += 1.0;
    }
    let shift = -above / below;
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let series = square
        * (1.0 / 12.0
            - square
                * (1.0 / 120.0
                    - square * (1.0 / 252.0 - square * (1.0 / 240.0 - square * (1.0 / 132.0)))));
    shift + x.ln() - 0.5 * inverse - series
}

/// A pseudo-count never falls below this, so that no outcome becomes impossible.
const LEAST_PSEUDO_COUNT: f64 = 1e-3;

/// Rows that shape a prior at most.
const MOST_ROWS: usize = 2500;
/// With more counts than this, one step a call.
const MANY_COUNTS: usize = 4_000;

/// Sources that the first guess weighs against those seen: of three sources nobody learns what sources are like.
const FIRST_GUESS: f64 = 5.0;

/// The Dirichlet prior that sources share.
#[derive(Clone, Debug)]
pub(crate) struct Prior {
    /// Pseudo-counts of the outcomes.
    pub(crate) alpha: Vec<f64>,
    guess: Vec<f64>,
    fitted: Vec<f64>,
}

impl Prior {
    /// Begins with a first guess at the pseudo-counts.
    pub(crate) fn new(guess: &[f64]) -> Self {
        Self {
            alpha: guess.to_vec(),
            guess: guess.to_vec(),
            fitted: guess.to_vec(),
        }
    }

    /// Of so many sources, one in how many shapes the prior: it has few parameters, which an even draw fits as well.
    pub(crate) fn stride(sources: usize) -> usize {
        sources.div_ceil(MOST_ROWS).max(1)
    }

    /// Improves the prior by `steps` of Minka's fixed point. The sum of the pseudo-counts (the concentration: claims' worth
    /// of belief that a source starts with) is kept at or below `most`.
    ///
    /// `counts` are rows of soft counts, one a source; rows without any count say nothing.
    pub(crate) fn fit(&mut self, counts: &[f64], steps: usize, most: f64) {
        let outcomes = self.guess.len();
        let stride = Self::stride(counts.len() / outcomes);
        let rows: Vec<(&[f64], f64)> = counts
            .chunks_exact(outcomes)
            .step_by(stride)
            .map(|row| (row, row.iter().sum()))
            .filter(|(_, n)| *n > 0.0)
            .collect();
        // Each round of mean field goes on from the last one, so where steps cost much one a round will do.
        let steps = if rows.len() * outcomes > MANY_COUNTS {
            1
        } else {
            steps
        };
        for _ in 0..steps {
            minka_step(&mut self.fitted, &rows, most);
        }
        let seen = rows.len() as f64;
        for ((alpha, fitted), guess) in self.alpha.iter_mut().zip(&self.fitted).zip(&self.guess) {
            *alpha = (seen * fitted + FIRST_GUESS * guess) / (seen + FIRST_GUESS);
        }
    }
}

fn minka_step(alpha: &mut [f64], rows: &[(&[f64], f64)], most: f64) {
    let mut above = vec![0.0; alpha.len()];
    let mut below = 0.0;
    let total: f64 = alpha.iter().sum();
    let at_total = digamma(total);
    let at: Vec<f64> = alpha.iter().map(|&a| digamma(a)).collect();
    for (row, n) in rows {
        below += digamma(n + total) - at_total;
        for k in 0..alpha.len() {
            if row[k] > 0.0 {
                above[k] += digamma(row[k] + alpha[k]) - at[k];
            }
        }
    }
    if below <= 1e-12 {
        return;
    }
    for (a, above) in alpha.iter_mut().zip(above) {
        *a = (*a * above / below).max(LEAST_PSEUDO_COUNT);
    }
    let total: f64 = alpha.iter().sum();
    if total > most {
        for a in alpha.iter_mut() {
            *a *= most / total;
        }
    }
}

/// E[log θ] of each outcome under Dirichlet(prior + counts), for many counts and one prior.
pub(crate) struct ExpectedLog<'a> {
    prior: &'a [f64],
    total: f64,
    /// ψ of the prior alone: most sources never say most things.
    unsaid: Vec<f64>,
}

impl<'a> ExpectedLog<'a> {
    pub(crate) fn new(prior: &'a [f64]) -> Self {
        Self {
            prior,
            total: prior.iter().sum(),
            unsaid: prior.iter().map(|&a| digamma(a)).collect(),
        }
    }

    /// Written into `out`.
    pub(crate) fn of(&self, counts: &[f64], out: &mut [f64]) {
        let at_total = digamma(self.total + counts.iter().sum::<f64>());
        for (k, out) in out.iter_mut().enumerate() {
            let at = if counts[k] > 0.0 {
                digamma(self.prior[k] + counts[k])
            } else {
                self.unsaid[k]
            };
            *out = at - at_total;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digamma_agrees_with_known_values() {
        // ψ(1) = −γ, ψ(½) = −γ − 2 ln 2, ψ(10) from tables.
        let gamma = 0.577_215_664_901_532_9;
        assert!((digamma(1.0) + gamma).abs() < 1e-9);
        assert!((digamma(0.5) + gamma + 2.0 * 2.0_f64.ln()).abs() < 1e-9);
        assert!((digamma(10.0) - 2.251_752_589_066_721).abs() < 1e-9);
    }

    #[test]
    fn the_fixed_point_finds_the_group_mean() {
        let counts = [8.0, 2.0, 6.0, 4.0, 9.0, 1.0, 7.0, 3.0].repeat(50);
        let mut prior = Prior::new(&[1.0, 1.0]);
        prior.fit(&counts, 200, 50.0);
        let alpha = prior.alpha;
        let mean = alpha[0] / (alpha[0] + alpha[1]);
        assert!((mean - 0.75).abs() < 0.02, "{alpha:?}");
        assert!(alpha[0] + alpha[1] <= 50.0 + 1e-9);
    }

    #[test]
    fn unanimous_sources_leave_a_finite_prior() {
        let mut prior = Prior::new(&[4.0, 1.0]);
        prior.fit(&[5.0, 0.0, 7.0, 0.0], 500, 50.0);
        let alpha = &prior.alpha;
        assert!(alpha.iter().all(|a| a.is_finite() && *a > 0.0), "{alpha:?}");
        prior.fit(&[], 5, 50.0);
        assert!(prior.alpha.iter().all(|a| a.is_finite()));
    }
}
