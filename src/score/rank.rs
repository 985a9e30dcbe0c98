//! Places in a ranking, with their uncertainty.
//!
//! In: beliefs about rates. Out: for each the best and worst place it may hold. Drawn from the beliefs with a fixed seed, so
//! the same beliefs always give the same places.

use super::interval::Belief;

/// Rankings drawn.
const DRAWS: usize = 1000;

/// The shortest run of places, starting from the best, that holds `level` of the draws in its middle.
pub(crate) fn intervals(beliefs: &[&Belief], level: f64) -> Vec<(u32, u32)> {
    let mut random = Random(0x005E_ED0F_FAC7);
    let mut places: Vec<Vec<u32>> = vec![Vec::with_capacity(DRAWS); beliefs.len()];
    for _ in 0..DRAWS {
        let mut drawn: Vec<(f64, usize)> = beliefs
            .iter()
            .enumerate()
            .map(|(at, belief)| (belief.quantile(random.unit()), at))
            .collect();
        drawn.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (place, (_, at)) in (1..).zip(drawn) {
            places[at].push(place);
        }
    }
    let tail = (1.0 - level) / 2.0;
    let index = |share: f64| ((DRAWS - 1) as f64 * share).round() as usize;
    places
        .iter_mut()
        .map(|places| {
            places.sort_unstable();
            (places[index(tail)], places[index(1.0 - tail)])
        })
        .collect()
}

/// `SplitMix64`: small, seeded, the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        (z >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Group;

    #[test]
    fn clear_differences_give_clear_places_and_equals_share_them() {
        let group = Group::of(&[(95.0, 100.0), (50.0, 100.0), (5.0, 100.0)]);
        let good = group.belief(95.0, 100.0);
        let fair = group.belief(50.0, 100.0);
        let bad = group.belief(5.0, 100.0);
        assert_eq!(
            intervals(&[&fair, &good, &bad], 0.9),
            [(2, 2), (1, 1), (3, 3)]
        );
        assert_eq!(intervals(&[&fair, &fair], 0.9), [(1, 2), (1, 2)]);
        assert!(intervals(&[], 0.9).is_empty());
    }
}
