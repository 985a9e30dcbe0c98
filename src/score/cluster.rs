//! Claims of one story hang together: who is careless with a story is careless with several of its claims.
//!
//! In: trials, by outlet. Out: how strongly an outlet's trials of one story agree beyond its own rate (the intra-cluster
//! correlation ρ), and by how much that inflates a variance (the design effect; Kish 1965).

use std::collections::BTreeMap;

use super::reliability::Trial;

/// ρ before any data.
pub const DEFAULT_CORRELATION: f64 = 0.1;
/// How many degrees of freedom between stories that default is worth.
const DEFAULT_WEIGHT: f64 = 20.0;
/// ρ at most.
const MOST_CORRELATION: f64 = 0.5;

/// ρ from the analysis of variance within and between an outlet's stories, pooled over outlets and drawn towards the
/// default where stories are few.
pub(crate) fn correlation(outlets: &[&[Trial]]) -> f64 {
    let (mut between, mut within, mut free_between, mut free_within) = (0.0, 0.0, 0.0, 0.0);
    let mut size = 0.0;
    for trials in outlets {
        let stories = by_story(trials.iter());
        if stories.len() < 2 {
            continue;
        }
        let n = trials.len() as f64;
        let mean = trials.iter().map(|trial| trial.score).sum::<f64>() / n;
        let mut squares = 0.0;
        for scores in stories.values() {
            let m = scores.len() as f64;
            let own = scores.iter().sum::<f64>() / m;
            between += m * (own - mean).powi(2);
            within += scores
                .iter()
                .map(|score| (score - own).powi(2))
                .sum::<f64>();
            squares += m * m;
        }
        let free = stories.len() as f64 - 1.0;
        free_between += free;
        free_within += n - stories.len() as f64;
        // The size that clusters of unequal sizes act as.
        size += n - squares / n;
    }
    if free_between <= 0.0 || free_within <= 0.0 {
        return DEFAULT_CORRELATION;
    }
    let size = (size / free_between).max(1.0);
    let (between, within) = (between / free_between, within / free_within);
    let spread = between + (size - 1.0) * within;
    let found = if spread > 0.0 {
        (between - within) / spread
    } else {
        DEFAULT_CORRELATION
    };
    let drawn = (free_between * found + DEFAULT_WEIGHT * DEFAULT_CORRELATION)
        / (free_between + DEFAULT_WEIGHT);
    drawn.clamp(0.0, MOST_CORRELATION)
}

/// 1 + (m̄ − 1) ρ, with m̄ the size of the story that a trial is in, averaged over trials.
pub(crate) fn design_effect(trials: &[&Trial], correlation: f64) -> f64 {
    if trials.is_empty() {
        return 1.0;
    }
    let squares: f64 = by_story(trials.iter().copied())
        .values()
        .map(|scores| (scores.len() as f64).powi(2))
        .sum();
    1.0 + (squares / trials.len() as f64 - 1.0) * correlation
}

fn by_story<'a, 'b: 'a>(
    trials: impl Iterator<Item = &'a Trial<'b>>,
) -> BTreeMap<&'b str, Vec<f64>> {
    let mut stories: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for trial in trials {
        stories.entry(trial.story).or_default().push(trial.score);
    }
    stories
}
