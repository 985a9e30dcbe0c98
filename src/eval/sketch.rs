//! What tells copies of one text: a `MinHash` sketch and credit lines.
//!
//! In: a source. Out: a small sketch, equal in as many places as two texts share word shingles (Broder, 1997), and the
//! lines that say whose text it is. Who copied whom is `score`'s.

use super::words::Words;
use crate::source::Source;
use crate::span::Part;
use crate::span::Span;

/// Numbers in a sketch: the standard error of the overlap is 1/√64, about 0.12.
const SIZE: usize = 64;
/// Words in a shingle.
const SHINGLE: usize = 4;

/// The sketch of a source's text, furniture left out; empty for a text shorter than a shingle.
pub(crate) fn of(source: &Source) -> Vec<u32> {
    let words = Words::read(&source.body, parts(source).into_iter());
    if words.len() < SHINGLE {
        return Vec::new();
    }
    let mut least = vec![u32::MAX; SIZE];
    for from in 0..=words.len() - SHINGLE {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for word in from..from + SHINGLE {
            for byte in words.at(word).bytes().chain([b' ']) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        for (index, least) in least.iter_mut().enumerate() {
            *least = (*least).min(mixed(hash, index as u64));
        }
    }
    least
}

/// One of the sketch's hash functions: `splitmix64` of the shingle's hash and the function's number.
fn mixed(hash: u64, number: u64) -> u32 {
    let mut x = hash.wrapping_add(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (x >> 32) as u32
}

fn parts(source: &Source) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = 0;
    for section in &source.sections {
        if section.span.start > at {
            parts.push(Span {
                start: at,
                end: section.span.start,
            });
        }
        if section.part != Part::Furniture {
            parts.push(section.span);
        }
        at = section.span.end;
    }
    let end = Span::new(0, source.body.len()).end;
    if at < end {
        parts.push(Span { start: at, end });
    }
    parts
}

/// Lines that credit somebody: «Reuters contributed to this report», «Source: …», «with files from …».
pub(crate) fn credits(source: &Source) -> Vec<String> {
    source
        .body
        .lines()
        .map(str::trim)
        .filter(|line| line.len() < 200)
        .filter(|line| {
            let low = line.to_lowercase();
            low.contains("contributed to this")
                || low.contains("with files from")
                || low.contains("originally published")
                || low.contains("originally appeared")
                || low.contains("first published by")
                || low.starts_with("source:")
        })
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(body: &str) -> Vec<u32> {
        of(&Source {
            body: body.to_owned(),
            ..Source::default()
        })
    }

    #[test]
    fn a_rewrite_shares_more_than_another_text() {
        let one = "The ferry burned for five hours at the fourth pier before the fire was put out by the coastguard on Monday.";
        let near = "The ferry burned for five hours at the fourth pier before the blaze was put out by the coastguard on Monday.";
        let far = "Two ministers met in the capital to talk about fishing quotas, and agreed on nothing much at all that day.";
        let same = |a: &str, b: &str| {
            sketch(a)
                .iter()
                .zip(sketch(b))
                .filter(|(a, b)| **a == *b)
                .count()
        };
        assert_eq!(same(one, one), SIZE);
        assert!(same(one, near) > SIZE / 4);
        assert!(same(one, far) < SIZE / 8);
    }
}
