//! How much less claims tell that come in stories: a cluster bootstrap.
//!
//! In: a table that says which story each object belongs to, and a fitted model. Out: for each source how many times greater
//! the variance of its rate is than if its claims were independent. Stories are drawn again with a fixed seed; the truths
//! stay as they were inferred.
//!
//! Efron & Tibshirani, «An Introduction to the Bootstrap» (1993), with whole stories as the units that are drawn.

use super::fit::Fit;
use super::rank::Random;
use super::table::Table;

/// Times a source's stories are drawn again.
const DRAWS: usize = 200;
/// What the sources have in common weighs as much as so many stories of a source's own.
const COMMON_STORIES: f64 = 5.0;

/// A source's claims in one story.
#[derive(Clone, Copy, Default)]
struct Part {
    story: u32,
    right: f64,
    checked: f64,
}

/// The factor of each source, at least 1; 1 where nothing is known of stories.
pub(crate) fn design_effects(table: &Table, fit: &Fit) -> Vec<f64> {
    if table.stories.is_empty() {
        return vec![1.0; table.sources.len()];
    }
    let own: Vec<Option<(f64, f64)>> = parts(table, fit)
        .iter()
        .zip(0..)
        .map(|(parts, source)| own_effect(parts, source))
        .collect();
    let (mut sum, mut weight) = (1.0, 1.0);
    for (effect, stories) in own.iter().flatten() {
        sum += effect * stories;
        weight += stories;
    }
    let common = sum / weight;
    own.into_iter()
        .map(|own| {
            let (effect, stories) = own.unwrap_or((common, 0.0));
            let pooled = (effect * stories + common * COMMON_STORIES) / (stories + COMMON_STORIES);
            pooled.max(1.0)
        })
        .collect()
}

fn parts(table: &Table, fit: &Fit) -> Vec<Vec<Part>> {
    let mut all: Vec<Vec<Part>> = vec![Vec::new(); table.sources.len()];
    for (claim, &right) in table.claims.iter().zip(&fit.right) {
        all[claim.source as usize].push(Part {
            story: table.stories[claim.object as usize],
            right: claim.weight * right,
            checked: claim.weight,
        });
    }
    for parts in &mut all {
        parts.sort_by_key(|part| part.story);
        parts.dedup_by(|next, kept| {
            let same = next.story == kept.story;
            if same {
                kept.right += next.right;
                kept.checked += next.checked;
            }
            same
        });
    }
    all
}

/// The factor that one source's own stories give, and how many stories that rests on; `None` of a single story, or where no
/// claim is doubtful.
fn own_effect(parts: &[Part], source: u64) -> Option<(f64, f64)> {
    let stories = parts.len();
    let checked: f64 = parts.iter().map(|part| part.checked).sum();
    let rate = parts.iter().map(|part| part.right).sum::<f64>() / checked;
    let alone = rate * (1.0 - rate) / checked;
    // `max` also takes a source without weight, whose rate is no number, for one without doubt.
    if stories < 2 || alone.max(0.0) < 1e-9 {
        return None;
    }
    // A seed a source: what one draws does not hang on how many there are before it.
    let mut random = Random(source + 1);
    let (mut sum, mut square) = (0.0, 0.0);
    for _ in 0..DRAWS {
        let (mut right, mut drawn) = (0.0, 0.0);
        for _ in 0..stories {
            let part = parts[(random.unit() * stories as f64) as usize];
            right += part.right;
            drawn += part.checked;
        }
        let off = right / drawn - rate;
        sum += off;
        square += off * off;
    }
    let mean = sum / DRAWS as f64;
    let stories = stories as f64;
    // Of few stories, drawing with replacement shows (k − 1) / k of the variance.
    let variance = (square / DRAWS as f64 - mean * mean) * stories / (stories - 1.0);
    Some((variance / alone, stories))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::TableBuilder;

    /// Forty claims of one source in ten stories of four; `wrong` says which are.
    fn effect(wrong: impl Fn(usize) -> bool) -> f64 {
        let mut builder = TableBuilder::default();
        for n in 0..40 {
            builder.push("a", &format!("o{n:02}"), "yes", "", 1.0);
        }
        let mut table = builder.build();
        table.set_stories(|object| {
            Some(format!("{}", object[1..].parse::<usize>().unwrap_or(0) / 4))
        });
        let fit = Fit {
            right: (0..40).map(|n| f64::from(u8::from(!wrong(n)))).collect(),
            ..Fit::default()
        };
        design_effects(&table, &fit)[0]
    }

    #[test]
    fn errors_that_fill_a_story_count_for_fewer() {
        let together = effect(|n| n < 8);
        let apart = effect(|n| n % 5 == 0);
        assert!(together > 2.0, "{together}");
        assert!(apart < 1.2, "{apart}");
    }

    #[test]
    fn a_flawless_source_and_a_table_without_stories_have_no_effect() {
        assert!((effect(|_| false) - 1.0).abs() < 1e-12);
        let mut builder = TableBuilder::default();
        builder.push("a", "x", "yes", "", 1.0);
        let table = builder.build();
        assert_eq!(design_effects(&table, &Fit::default()), [1.0]);
    }
}
