//! Numeric truths that nobody need state: sources rate or measure on scales of their own.
//!
//! In: a [`Table`] of numbers and a weight for each claim's vote. Out: an estimate with an interval for each object. A
//! source's claims are gain × truth + bias + noise, each its own under common, fitted priors; the truths are normal around
//! a common mean. A claim that fits no such line is an outlier with a probability, under a wide Cauchy distribution, and
//! then moves neither truth nor source: one absurd value has no say.
//!
//! A mean-field linear form of the models of Raykar et al. (2010) and of Welinder et al. (2010), section «continuous».

use statrs::function::erf::erf;

use super::fit::Estimate;
use super::fit::Fit;
use super::fit::MOST_ITERATIONS;
use super::number::Numbers;
use super::number::Support;
use super::number::median;
use super::table::Table;

/// A source's noise starts with a belief worth twice as many claims.
const NOISE_SHAPE: f64 = 10.0;
/// The share of outliers expected at first.
const FIRST_OUTLIERS: f64 = 0.01;
/// How many times wider than the common noise an outlier's distribution is.
const OUTLIER_WIDTH: f64 = 100.0;
/// Objects farther than this many deviations from the middle don't shape the common prior of truths.
const FAR: f64 = 50.0;
/// A normal's 5 % and 95 % quantiles, in deviations.
const NINETY_PERCENT: f64 = 1.644_853_626_951_472_2;
/// The least variance, as a share of the first: keeps unanimous tables finite.
const LEAST_VARIANCE: f64 = 1e-9;

/// A claim farther than this many deviations from the middle is as good as here: it is an outlier, and its square stays finite.
const FARTHEST: f64 = 1e30;
/// Numbers whose deviations are larger have squares that can't be held, and no linear scale.
const WIDEST: f64 = 1e100;

/// The scale that the line is fitted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    Linear,
    Logarithmic,
}

impl Scale {
    fn of(self, numbers: &Numbers) -> &[f64] {
        match self {
            Self::Linear => &numbers.x,
            Self::Logarithmic => &numbers.log,
        }
    }

    fn back(self, numbers: &Numbers, y: f64) -> f64 {
        match self {
            Self::Linear => y,
            Self::Logarithmic => y.sinh() * numbers.unit,
        }
    }
}

/// A source's line and noise, on the scale.
#[derive(Clone, Copy, Debug)]
struct Line {
    bias: f64,
    gain: f64,
    precision: f64,
}

/// What prediction needs besides the [`Fit`].
pub(crate) struct Graded {
    scale: Scale,
    lines: Vec<Line>,
    truth: Vec<(f64, f64)>,
    ends: (f64, f64),
}

/// The state of the fit: truths, lines, what is common to them, and each claim's probability of being no outlier.
struct State<'a> {
    table: &'a Table,
    y: Vec<f64>,
    votes: &'a [f64],
    /// Mean and variance of each object's truth.
    truth: Vec<(f64, f64)>,
    lines: Vec<Line>,
    fits: Vec<f64>,
    middle: f64,
    truth_variance: f64,
    bias_variance: f64,
    gain_variance: f64,
    noise: f64,
    outliers: f64,
    least: f64,
    /// Claims beyond count as here.
    ends: (f64, f64),
}

/// Whether numbers may be fitted on a linear scale.
pub(crate) fn is_linear(table: &Table, numbers: &Numbers) -> bool {
    let votes = vec![1.0; table.claims.len()];
    let (middle, largest, ..) = spreads(table, &stated(table, &numbers.x), &votes);
    largest < WIDEST && middle.abs() < WIDEST
}

/// What each claim states, on the scale.
fn stated(table: &Table, values: &[f64]) -> Vec<f64> {
    let value = |candidate: u32| table.candidates[candidate as usize].value as usize;
    let claims = table.claims.iter();
    claims.map(|claim| values[value(claim.candidate)]).collect()
}

/// Fits the model; see [`super::popularity::fit`] for `votes`.
pub(crate) fn fit(table: &Table, numbers: &Numbers, scale: Scale, votes: &[f64]) -> (Fit, Graded) {
    let mut state = State::start(table, scale.of(numbers), votes);
    for _ in 0..MOST_ITERATIONS {
        let before: Vec<f64> = state.truth.iter().map(|t| t.0).collect();
        state.weigh_claims();
        state.estimate_truths();
        state.estimate_lines();
        let moved = before
            .iter()
            .zip(&state.truth)
            .map(|(a, b)| (a - b.0).abs())
            .fold(0.0, f64::max);
        if moved < 1e-5 * state.noise.sqrt() {
            break;
        }
    }
    state.finish(numbers, scale)
}

impl<'a> State<'a> {
    fn start(table: &'a Table, values: &[f64], votes: &'a [f64]) -> Self {
        let y = stated(table, values);
        let (middle, largest, truth_deviation, noise_deviation, truth) = spreads(table, &y, votes);
        let ends = (middle - FARTHEST * largest, middle + FARTHEST * largest);
        let y: Vec<f64> = y.into_iter().map(|y| y.clamp(ends.0, ends.1)).collect();
        let least = (largest * largest * LEAST_VARIANCE).max(f64::MIN_POSITIVE);
        let noise = (noise_deviation * noise_deviation).max(least);
        Self {
            table,
            votes,
            fits: vec![1.0; y.len()],
            y,
            truth,
            lines: vec![
                Line {
                    bias: 0.0,
                    gain: 1.0,
                    precision: 1.0 / noise,
                };
                table.sources.len()
            ],
            middle,
            truth_variance: (truth_deviation * truth_deviation).max(least),
            bias_variance: 0.01 * noise,
            gain_variance: 0.05,
            noise,
            outliers: FIRST_OUTLIERS,
            least,
            ends,
        }
    }

    /// How probably each claim is no outlier.
    fn weigh_claims(&mut self) {
        let wide = OUTLIER_WIDTH * self.noise.sqrt();
        let (mut odd, mut all) = (FIRST_OUTLIERS, 1.0);
        for (at, claim) in self.table.claims.iter().enumerate() {
            let line = self.lines[claim.source as usize];
            let (mean, variance) = self.truth[claim.object as usize];
            let far = self.y[at] - line.bias - line.gain * mean;
            let square = (far * far + line.gain * line.gain * variance) * line.precision;
            let normal = (1.0 - self.outliers).ln()
                + 0.5 * (line.precision / std::f64::consts::TAU).ln()
                - 0.5 * square;
            let cauchy = self.outliers.ln()
                - (std::f64::consts::PI * wide * (1.0 + (far / wide).powi(2))).ln();
            self.fits[at] = 1.0 / (1.0 + (cauchy - normal).min(700.0).exp());
            odd += self.votes[at] * (1.0 - self.fits[at]);
            all += self.votes[at];
        }
        self.outliers = (odd / all).clamp(1e-6, 0.5);
    }

    fn estimate_truths(&mut self) {
        for object in 0..self.table.objects.len() {
            let mut weight = 1.0 / self.truth_variance;
            let mut sum = weight * self.middle;
            for at in self.table.claims_of(object) {
                let line = self.lines[self.table.claims[at].source as usize];
                let w = self.votes[at] * self.fits[at] * line.precision * line.gain;
                weight += w * line.gain;
                sum += w * (self.y[at] - line.bias);
            }
            self.truth[object] = (sum / weight, 1.0 / weight);
        }
        let mut middles: Vec<f64> = self.truth.iter().map(|t| t.0).collect();
        let middle = median(&mut middles);
        let mut spread: Vec<f64> = middles.iter().map(|m| (m - middle).abs()).collect();
        let reach = FAR * deviation(&mut spread).max(self.noise.sqrt());
        let (mut n, mut sum) = (0.0, 0.0);
        for (mean, _) in self.truth.iter().filter(|t| (t.0 - middle).abs() <= reach) {
            n += 1.0;
            sum += mean;
        }
        if n > 0.0 {
            self.middle = sum / n;
            let mut squares = 0.0;
            for (mean, variance) in self.truth.iter().filter(|t| (t.0 - middle).abs() <= reach) {
                squares += (mean - self.middle).powi(2) + variance;
            }
            self.truth_variance = (squares / n).max(self.least);
        }
    }

    fn estimate_lines(&mut self) {
        let sources = self.table.sources.len();
        // Per source: Σw, Σwz, Σwz², Σwd, Σwzd, with z the truth from the middle and d the claim from the truth.
        let mut sums = vec![[0.0; 5]; sources];
        let mut size = vec![0.0; sources];
        for (at, claim) in self.table.claims.iter().enumerate() {
            let source = claim.source as usize;
            let (mean, variance) = self.truth[claim.object as usize];
            let kept = self.votes[at] * self.fits[at];
            let w = kept * self.lines[source].precision;
            let (z, d) = (mean - self.middle, self.y[at] - mean);
            let s = &mut sums[source];
            s[0] += w;
            s[1] += w * z;
            s[2] += w * (z * z + variance);
            s[3] += w * d;
            s[4] += w * (z * d - variance);
            size[source] += kept;
        }
        let (mut bias_square, mut gain_square, mut bias_mean, mut gain_mean, mut total) =
            (0.0, 0.0, 0.0, 0.0, 0.0);
        let mut found = Vec::with_capacity(sources);
        for (s, n) in sums.iter().zip(&size) {
            let (a, b, c) = (
                s[0] + 1.0 / self.bias_variance,
                s[1],
                s[2] + 1.0 / self.gain_variance,
            );
            let determinant = (a * c - b * b).max(f64::MIN_POSITIVE);
            let bias = (c * s[3] - b * s[4]) / determinant;
            let gain = (a * s[4] - b * s[3]) / determinant;
            bias_square += bias * bias + c / determinant;
            gain_square += gain * gain + a / determinant;
            bias_mean += n * bias;
            gain_mean += n * gain;
            total += n;
            found.push((bias, gain));
        }
        if sources == 0 || total <= 0.0 {
            return;
        }
        self.bias_variance = (bias_square / sources as f64).max(self.least);
        self.gain_variance = (gain_square / sources as f64).max(1e-5);
        // The truths' own place and scale are fixed by the sources' mean line being the identity.
        for (line, (bias, gain)) in self.lines.iter_mut().zip(found) {
            line.gain = 1.0 + gain - gain_mean / total;
            line.bias = bias - bias_mean / total - (line.gain - 1.0) * self.middle;
        }
        let mut squares = vec![0.0; sources];
        for (at, claim) in self.table.claims.iter().enumerate() {
            let line = self.lines[claim.source as usize];
            let (mean, variance) = self.truth[claim.object as usize];
            let far = self.y[at] - line.bias - line.gain * mean;
            squares[claim.source as usize] +=
                self.votes[at] * self.fits[at] * (far * far + line.gain * line.gain * variance);
        }
        let sum: f64 = squares.iter().sum();
        self.noise = (sum / total).max(self.least);
        for (line, (square, n)) in self.lines.iter_mut().zip(squares.iter().zip(&size)) {
            line.precision = (NOISE_SHAPE + n / 2.0) / (NOISE_SHAPE * self.noise + square / 2.0);
        }
    }

    fn finish(self, numbers: &Numbers, scale: Scale) -> (Fit, Graded) {
        let reach = self.noise.sqrt();
        let estimates = self.truth.iter().map(|&(mean, variance)| {
            let half = NINETY_PERCENT * variance.sqrt();
            Estimate {
                value: scale.back(numbers, mean),
                low: scale.back(numbers, mean - half),
                high: scale.back(numbers, mean + half),
                probability: within(reach, 0.0, variance),
            }
        });
        let estimates: Vec<Estimate> = estimates.collect();
        let right = |at: usize| {
            let (mean, variance) = self.truth[self.table.claims[at].object as usize];
            within(reach, self.y[at] - mean, variance)
        };
        let fit = Fit {
            probability: vec![0.0; self.table.candidates.len()],
            right: (0..self.table.claims.len()).map(right).collect(),
            rates: Vec::new(),
            estimates: Some(estimates),
        };
        let form = Graded {
            scale,
            lines: self.lines,
            truth: self.truth,
            ends: self.ends,
        };
        (fit, form)
    }
}

/// The middle of the objects' medians, the larger of the two deviations that follow, the deviation of the medians, that of
/// claims from their object's median, and each object's median as a first truth.
fn spreads(table: &Table, y: &[f64], votes: &[f64]) -> (f64, f64, f64, f64, Vec<(f64, f64)>) {
    let mut all: Vec<f64> = Vec::new();
    let mut apart: Vec<f64> = Vec::new();
    let mut truth = Vec::new();
    for object in 0..table.objects.len() {
        let range = table.claims_of(object);
        let mut here: Vec<f64> = range
            .filter(|&at| votes[at] > 0.0)
            .map(|at| y[at])
            .collect();
        let middle = median(&mut here);
        if here.len() > 1 {
            apart.extend(here.iter().map(|y| (y - middle).abs()));
        }
        if !here.is_empty() {
            all.push(middle);
        }
        truth.push((middle, 0.0));
    }
    let middle = median(&mut all.clone());
    let mut spread: Vec<f64> = all.iter().map(|m| (m - middle).abs()).collect();
    // Half or more of the distances may be exactly 0 (ratings heap up); then their mean within reason stands in.
    let truth_deviation = deviation(&mut spread);
    let noise_deviation = deviation(&mut apart);
    let largest = truth_deviation
        .max(noise_deviation)
        .max(f64::MIN_POSITIVE.sqrt());
    (middle, largest, truth_deviation, noise_deviation, truth)
}

/// The log-probability of each held-out claim among all values ever stated.
pub(crate) fn predict(
    table: &Table,
    numbers: &Numbers,
    support: &Support,
    form: &Graded,
    which: &[usize],
) -> Vec<f64> {
    let (low, high) = form.ends;
    let y = form.scale.of(numbers).iter().map(|y| y.clamp(low, high));
    let y: Vec<f64> = y.collect();
    which
        .iter()
        .map(|&at| {
            let claim = table.claims[at];
            let value = table.candidates[claim.candidate as usize].value as usize;
            let line = form.lines[claim.source as usize];
            let (mean, variance) = form.truth[claim.object as usize];
            let variance = 1.0 / line.precision + line.gain * line.gain * variance;
            let centre = line.bias + line.gain * mean;
            let kernel = |v: usize| -0.5 * (y[v] - centre).powi(2) / variance;
            let own = kernel(value);
            let top = support
                .points
                .iter()
                .map(|&(v, _)| kernel(v))
                .fold(own, f64::max);
            let norm: f64 = support
                .points
                .iter()
                .map(|&(v, share)| share * (kernel(v) - top).exp())
                .sum();
            let own_part = support.share[value] * (own - top).exp();
            own - top + support.share[value].ln() - norm.max(own_part).max(f64::MIN_POSITIVE).ln()
        })
        .collect()
}

/// The probability that a normal around 0 falls within `reach` of `from`.
fn within(reach: f64, from: f64, variance: f64) -> f64 {
    let unit = (2.0 * variance).sqrt().max(f64::MIN_POSITIVE);
    (0.5 * (erf((from + reach) / unit) - erf((from - reach) / unit))).clamp(0.0, 1.0)
}

/// A standard deviation that half the data being absurd does not move; where more than half are 0, the mean of those
/// within reason.
fn deviation(distances: &mut [f64]) -> f64 {
    let middle = median(distances);
    if middle > 0.0 {
        return 1.482_602_218_505_602 * middle;
    }
    let mut moving: Vec<f64> = distances.iter().copied().filter(|d| *d > 0.0).collect();
    median(&mut moving)
}
