//! Values in the sentence of an event that measure something else: two sums together, what a firm owes, how far
//! somebody lags.
//!
//! In: a value, and the words the claim listens to. Out: whether a value that differs may be that other thing's. Whether it differs
//! is asked before.

use std::ops::Range;

use super::scene::Scene;
use super::words::Gap;

/// «takes on 19 billion dollars of debt», «saves 2 billion in costs»: a sum of what a firm has or owes, of which the claim does not
/// ask.
pub(crate) fn is_of_its_books(scene: &Scene<'_>, sum: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    if !matches!(words.at(sum.end), "of" | "in") || words.gap(sum.end) != Gap::Space {
        return false;
    }
    let sentence = scene.syntax_at(sum.start);
    sentence
        .phrase_of(sum.end + 1)
        .and_then(|phrase| sentence.noun(phrase))
        .is_some_and(|noun| {
            matches!(
                words.at(noun.head),
                "debt"
                    | "debts"
                    | "liabilities"
                    | "loans"
                    | "borrowings"
                    | "revenue"
                    | "revenues"
                    | "sales"
                    | "profit"
                    | "profits"
                    | "savings"
                    | "synergies"
            ) && !own.contains(&words.stem(noun.head))
        })
}

/// «two strokes behind Kao», «three votes short of Brandt»: how far one stays behind another, where the claim asks for no such
/// thing.
pub(crate) fn is_lag(scene: &Scene<'_>, count: &Range<usize>, own: &[&str]) -> bool {
    const REACH: usize = 2;
    let words = scene.words;
    (count.end..=count.end + REACH)
        .take_while(|&at| words.gap(at) <= Gap::Space)
        .any(|at| {
            let lags = match words.at(at) {
                "behind" | "adrift" => true,
                "short" | "shy" => words.at(at + 1) == "of",
                _ => false,
            };
            let then = at + 1 + usize::from(words.at(at + 1) == "of");
            let whom = words.is_capital(then)
                || words.at(then) == "the" && words.at(then + 1).starts_with("lead");
            lags && whom && !own.contains(&words.stem(at))
        })
}

/// «19 billion in cash and shares», of what was paid in cash: a sum of two kinds together.
pub(crate) fn is_of_both(scene: &Scene<'_>, sum: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let asked = |at: usize| own.contains(&words.stem(at));
    words.at(sum.end) == "in"
        && words.at(sum.end + 2) == "and"
        && (sum.end..sum.end + 4).all(|at| words.gap(at) == Gap::Space)
        && asked(sum.end + 1) != asked(sum.end + 3)
}
