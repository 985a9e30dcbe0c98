//! Which model explains a table best.
//!
//! In: a table and the models that fit its kind of values. Out: the one under which claims that it was not fitted to are most
//! probable. Gold is never seen here.

use rayon::iter::IntoParallelRefIterator;
use rayon::iter::ParallelIterator;

use super::confusion;
use super::exact;
use super::graded;
use super::graded::Scale;
use super::infer::Model;
use super::number::Numbers;
use super::number::Support;
use super::popularity;
use super::table::Table;

/// The least held-out claims to decide on, where the table has them.
const HELD_OUT: usize = 2000;
/// One claim in so many is held out at a time.
const FOLDS: usize = 10;
/// A larger table is thinned to about this many claims to choose the model.
const CHOOSE_ON: usize = 30_000;
/// The model that makes held-out claims most probable, all models' mean log-probabilities, and on how many claims.
pub(crate) fn choose(table: &Table, models: &[Model]) -> (Model, Vec<(Model, f64)>, usize) {
    let first = models[0];
    if models.len() == 1 {
        return (first, Vec::new(), 0);
    }
    let step = table.claims.len().div_ceil(CHOOSE_ON);
    let thinned;
    let sample = if step > 1 {
        thinned = table.with_objects(|object| object % step == 0);
        &thinned
    } else {
        table
    };
    let testable: Vec<usize> = (0..sample.objects.len())
        .filter(|&object| sample.claims_of(object).len() > 1)
        .flat_map(|object| sample.claims_of(object))
        .collect();
    let folds = (HELD_OUT * FOLDS)
        .div_ceil(testable.len().max(1))
        .clamp(1, FOLDS);
    let mut sums = vec![0.0; models.len()];
    let mut tested = 0;
    let numbers = Numbers::read(sample);
    for fold in 0..folds {
        let held: Vec<usize> = testable
            .iter()
            .copied()
            .filter(|&at| scatter(at) % FOLDS == fold)
            .take(HELD_OUT)
            .collect();
        let mut votes = sample.weights();
        for &at in &held {
            votes[at] = 0.0;
        }
        tested += held.len();
        let found: Vec<f64> = models
            .par_iter()
            .map(|&model| held_out_likelihood(sample, numbers.as_ref(), model, &votes, &held))
            .collect();
        for (sum, found) in sums.iter_mut().zip(found) {
            *sum += found;
        }
    }
    if tested == 0 {
        return (first, Vec::new(), 0);
    }
    let compared: Vec<(Model, f64)> = models
        .iter()
        .zip(&sums)
        .map(|(&model, sum)| (model, sum / tested as f64))
        .collect();
    let best = compared.iter().fold(
        compared[0],
        |best, &next| if next.1 > best.1 { next } else { best },
    );
    (best.0, compared, tested)
}

fn held_out_likelihood(
    table: &Table,
    numbers: Option<&Numbers>,
    model: Model,
    votes: &[f64],
    held: &[usize],
) -> f64 {
    let support = |numbers| Support::of(table, numbers, votes);
    let logs = match (model, numbers) {
        (Model::Confusion, _) => {
            let (_, form) = confusion::fit(table, votes, votes);
            confusion::predict(table, &form, held)
        }
        (Model::Exact, Some(numbers)) => {
            let fitted = exact::fit(table, numbers, votes, votes);
            exact::predict(table, numbers, &support(numbers), &fitted, held)
        }
        (Model::Graded, Some(numbers)) => {
            let (_, form) = graded::fit(table, numbers, Scale::Linear, votes);
            graded::predict(table, numbers, &support(numbers), &form, held)
        }
        (Model::GradedLog, Some(numbers)) => {
            let (_, form) = graded::fit(table, numbers, Scale::Logarithmic, votes);
            graded::predict(table, numbers, &support(numbers), &form, held)
        }
        _ => {
            let fit = popularity::fit(table, votes, votes);
            popularity::predict(table, votes, &fit, held)
        }
    };
    // One surprise is not to outweigh a hundred good guesses.
    logs.iter().map(|log| log.max(-30.0)).sum()
}

/// Spreads neighbouring numbers evenly (Fibonacci hashing), so that folds cut across objects and sources.
fn scatter(number: usize) -> usize {
    ((number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33) as usize
}
