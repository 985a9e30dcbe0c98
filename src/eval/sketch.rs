//! A sketch of a text, small enough to keep for every source that matched: two texts share about as many of its
//! numbers as they share runs of words (Broder, 1997).
//!
//! In: the words of a source that can be evidence. Out: [`SIZE`] numbers. Who is a copy of whom is decided in `score`.

use crate::source::Source;
use crate::span::Part;

/// Numbers of a sketch: with 64, a share of one half is known to ± 0.06.
const SIZE: usize = 64;
/// Words of a run.
const RUN: usize = 4;

/// The sketch of everything in `source` that is no furniture; empty for texts shorter than a run.
pub(crate) fn of(source: &Source) -> Vec<u32> {
    let mut words: Vec<u64> = Vec::new();
    let read = source
        .sections
        .iter()
        .filter(|section| section.part != Part::Furniture);
    for section in read {
        let text = section.span.of(&source.body);
        let split = text.split(|c: char| !c.is_alphanumeric());
        words.extend(split.filter(|word| !word.is_empty()).map(hash_word));
    }
    if words.len() < RUN {
        return Vec::new();
    }
    let mut least = vec![u32::MAX; SIZE];
    for run in words.windows(RUN) {
        let hash = run.iter().fold(SEED, |hash, word| mix(hash ^ word));
        for (nth, least) in (0_u64..).zip(&mut least) {
            // The upper half of a well-mixed number is a hash of its own for each place.
            let value = (mix(hash ^ nth.wrapping_mul(STEP)) >> 32) as u32;
            *least = value.min(*least);
        }
    }
    least
}

const SEED: u64 = 0x6a09_e667_f3bc_c908;
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// FNV-1a over the word in lower case.
fn hash_word(word: &str) -> u64 {
    let add = |hash: u64, c: u32| (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01b3);
    let start = 0xcbf2_9ce4_8422_2325;
    if word.is_ascii() {
        let bytes = word.bytes();
        return bytes.fold(start, |hash, byte| {
            add(hash, byte.to_ascii_lowercase().into())
        });
    }
    let chars = word.chars().flat_map(char::to_lowercase);
    chars.fold(start, |hash, c| add(hash, c.into()))
}

/// The finaliser of splitmix64 (Steele, Lea & Flood, 2014).
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Section;
    use crate::span::Span;

    fn sketch(text: &str) -> Vec<u32> {
        let whole = Section {
            span: Span::new(0, text.len()),
            part: Part::Body,
        };
        of(&Source {
            body: text.to_owned(),
            sections: vec![whole],
            ..Source::default()
        })
    }

    fn shared(a: &str, b: &str) -> usize {
        let (a, b) = (sketch(a), sketch(b));
        a.iter().zip(&b).filter(|(a, b)| a == b).count()
    }

    const ONE: &str = "The envoy landed late on Sunday, slept at the embassy, and met the chairman on Monday in the Great Hall, where the two talked for half an hour before the cameras were let in.";

    #[test]
    fn a_copy_shares_most_and_another_text_nothing() {
        let copy = format!("{ONE} A spokesman would not say more.");
        let other = "Fire broke out on a ferry off the northern coast before dawn, and two hundred people were taken off in boats by fishermen who had seen the smoke.";
        assert!(shared(ONE, &copy) > SIZE / 2);
        assert!(shared(ONE, other) < 3);
    }

    #[test]
    fn letter_case_and_signs_do_not_matter() {
        assert_eq!(
            sketch("He met the chairman twice."),
            sketch("HE MET: the chairman, twice")
        );
    }

    #[test]
    fn a_text_without_a_run_has_no_sketch() {
        assert_eq!(sketch("Two words"), Vec::<u32>::new());
    }
}
