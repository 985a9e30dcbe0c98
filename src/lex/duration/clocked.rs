//! Lengths of time written as a clock writes them: «won in 2:00:35».
//!
//! In: the tokens of a sentence and an index. Out: the length, where words before it say that it is one. What may be a time of day
//! is no length here.

use super::Parts;
use crate::lex::amount::Amount;
use crate::lex::number::Numeral;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::set;

/// «won in 2:00:35», «took 1:04:12»: hours, minutes and seconds of a length.
pub(super) fn read(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    const PARTS: usize = 5;
    if words.kind(i + 1) != Kind::Colon || words.kind(i + 3) != Kind::Colon {
        return None;
    }
    let part = |at: usize, long: usize| {
        let text = words.str(at);
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        (digits && (1..=long).contains(&text.len()))
            .then(|| text.parse::<f64>().ok())
            .flatten()
    };
    let whole = (i + 1..i + PARTS).all(|at| words.glued(at))
        && words.width(i + 2) == 2
        && words.width(i + 4) == 2;
    let led = i > 0 && words.any(i - 1, set!["in", "took", "takes", "lasted", "lasts"]);
    if !whole || !led {
        return None;
    }
    let seconds = 3600.0 * part(i, 2)? + 60.0 * part(i + 2, 2)? + part(i + 4, 2)?;
    let one = Amount::one(Numeral {
        value: seconds,
        place: 1.0,
        end: i + PARTS,
        article: false,
    });
    Some((Parts::new(one, 1.0, 0.0), i + PARTS))
}
