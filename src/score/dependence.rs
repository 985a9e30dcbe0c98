//! Sources of a table that copy each other, by the errors they share.
//!
//! In: a [`Table`] and a first fit. Out: for each pair of sources that share several rare errors the probability that one
//! depends on the other, and votes in which a copy counts little. Independent sources agree on what is true; on what is
//! false they agree by chance, as popular as the false value is (Dong, Berti-Equille & Srivastava 2009).

use super::copying::COPIED;
use super::copying::DEPENDENT;
use super::copying::Groups;
use super::fit::Fit;
use super::table::Table;

/// Errors that two sources must share to be looked at.
const SHARED: usize = 3;
/// A false value claimed by more sources is no rare error.
const COMMON: usize = 12;

/// What was found out about copying.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dependence {
    /// Of each source, the sources before it in the table that it may depend on, with the probability.
    on: Vec<Vec<(u32, f64)>>,
}

impl Dependence {
    /// Compares the pairs that share rare errors.
    pub(crate) fn find(table: &Table, fit: &Fit) -> Self {
        let mut on = vec![Vec::new(); table.sources.len()];
        if fit.rates.is_empty() {
            return Self { on };
        }
        let by_source = claims_by_source(table);
        let mut mass = vec![0.0; table.candidates.len()];
        for claim in &table.claims {
            mass[claim.candidate as usize] += 1.0;
        }
        for pair in pairs_with_shared_errors(table, fit) {
            let (a, b) = (pair.0 as usize, pair.1 as usize);
            let mut log_odds = (DEPENDENT / (1.0 - DEPENDENT)).ln();
            let rates = (fit.rates[a], fit.rates[b]);
            let (mut left, mut right) = (by_source[a].as_slice(), by_source[b].as_slice());
            while let (Some(&x), Some(&y)) = (left.first(), right.first()) {
                let (first, second) = (table.claims[x as usize], table.claims[y as usize]);
                match first.object.cmp(&second.object) {
                    std::cmp::Ordering::Less => left = &left[1..],
                    std::cmp::Ordering::Greater => right = &right[1..],
                    std::cmp::Ordering::Equal => {
                        log_odds += if first.candidate == second.candidate {
                            agreement(table, fit, &mass, first.candidate as usize, rates)
                        } else {
                            (1.0 - COPIED).ln()
                        };
                        (left, right) = (&left[1..], &right[1..]);
                    }
                }
            }
            let probability = 1.0 / (1.0 + (-log_odds).exp());
            if probability > 0.01 {
                on[b].push((pair.0, probability));
            }
        }
        Self { on }
    }

    /// Whether any pair was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.on.iter().all(Vec::is_empty)
    }

    /// The claims' votes: a claim that copies others before it on the same value counts (1 − cD) for each.
    pub(crate) fn discount(&self, table: &Table, votes: &mut [f64]) {
        // Claims of an object are in order of source, so those before are marked when a claim comes up.
        let mut says = vec![u32::MAX; table.sources.len()];
        for (claim, vote) in table.claims.iter().zip(votes) {
            let source = claim.source as usize;
            for &(other, probability) in &self.on[source] {
                if says[other as usize] == claim.candidate {
                    *vote *= 1.0 - COPIED * probability;
                }
            }
            says[source] = claim.candidate;
        }
    }

    /// Groups of sources that more likely than not depend on each other, by name.
    pub(crate) fn groups(&self, table: &Table) -> Vec<Vec<String>> {
        let mut groups = Groups::new(table.sources.len());
        for (source, on) in self.on.iter().enumerate() {
            for &(other, probability) in on {
                if probability > 0.5 {
                    groups.join(source, other as usize);
                }
            }
        }
        let mut named: Vec<Vec<String>> = Vec::new();
        for (source, number) in groups.numbers().into_iter().enumerate() {
            if let Some(number) = number {
                let number = number as usize;
                named.resize(named.len().max(number), Vec::new());
                named[number - 1].push(table.sources[source].clone());
            }
        }
        named
    }
}

/// How much an agreement of sources with `rates` speaks for copying: ln P(agree | copying) − ln P(agree | alone).
fn agreement(table: &Table, fit: &Fit, mass: &[f64], said: usize, rates: (f64, f64)) -> f64 {
    let range = table.candidates_of(table.candidates[said].object as usize);
    let total: f64 = mass[range.clone()].iter().sum();
    let truth = fit.probability[said];
    // How often the value is said when it is false, by others than these two.
    let popular = (mass[said] - 2.0 + 0.5) / (total - 2.0 + 0.5 * (range.len() as f64 + 1.0));
    let (a, b) = rates;
    let alone = truth * a * b + (1.0 - truth) * (1.0 - a) * (1.0 - b) * popular;
    let first = truth * a + (1.0 - truth) * (1.0 - a);
    ((COPIED * first + (1.0 - COPIED) * alone) / alone.max(f64::MIN_POSITIVE)).ln()
}

fn claims_by_source(table: &Table) -> Vec<Vec<u32>> {
    let mut by_source = vec![Vec::new(); table.sources.len()];
    for (at, claim) in (0_u32..).zip(&table.claims) {
        by_source[claim.source as usize].push(at);
    }
    by_source
}

/// Pairs (lesser, greater) that claim the same improbable value of at least [`SHARED`] objects.
fn pairs_with_shared_errors(table: &Table, fit: &Fit) -> Vec<(u32, u32)> {
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let mut makers: Vec<(u32, u32)> = Vec::new();
    for object in 0..table.objects.len() {
        makers.clear();
        let claims = &table.claims[table.claims_of(object)];
        let false_ones = claims
            .iter()
            .filter(|c| fit.probability[c.candidate as usize] < 0.5);
        makers.extend(false_ones.map(|c| (c.candidate, c.source)));
        makers.sort_unstable();
        for same in makers.chunk_by(|a, b| a.0 == b.0) {
            if same.len() > COMMON {
                continue;
            }
            for (place, &(_, b)) in same.iter().enumerate() {
                pairs.extend(same[..place].iter().map(|&(_, a)| (a, b)));
            }
        }
    }
    pairs.sort_unstable();
    pairs
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() >= SHARED)
        .map(|same| same[0])
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::score::Options;
    use crate::score::TableBuilder;
    use crate::score::infer;

    #[test]
    fn shared_errors_make_one_voice_of_copies() {
        let mut builder = TableBuilder::default();
        for n in 0..40 {
            let object = format!("o{n:02}");
            // Six honest sources err now and then, each in its own way; two copy a third that errs more often.
            for (place, source) in ["a", "b", "c", "d", "e", "f"].iter().enumerate() {
                let value = if n % 11 == place {
                    format!("slip {source} {n}")
                } else {
                    "true".to_owned()
                };
                builder.push(source, &object, &value, "", 1.0);
            }
            let copied = if n % 4 == 0 {
                format!("wrong {n}")
            } else {
                "true".to_owned()
            };
            for source in ["x", "y", "z"] {
                builder.push(source, &object, &copied, "", 1.0);
            }
        }
        let found = infer(&builder.build(), Options::default()).expect("labels");
        assert_eq!(found.copies, [["x", "y", "z"]]);
        assert!(found.truths.iter().all(|truth| truth.value == "true"));
    }
}
