//! Ordinals as values: «eleventh», «21st», «twenty-fifth»; not the unit of time «second».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Ordinal`].

use super::Context;
use super::Found;
use super::number;
use super::number::NumberWord;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::set;
use crate::value::Value;

/// Reads an ordinal that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    let numeral = number::ordinal(words, i)?;
    if is_trap(words, i, numeral.end) {
        return None;
    }
    Some(Found::new(
        words,
        i,
        numeral.end,
        Value::Ordinal(number::exactly(numeral.value)),
    ))
}

/// «a second later», «second-hand», «second thoughts», «First Lady», «the Second World War», «first of all».
fn is_trap(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    if words.is(i, "second") && end == i + 1 {
        let unit = words.any(end, set!["later", "before", "after", "or", "ago"]);
        let per = words.any(before, set!["per", "a", "every", "split", "half"])
            && (unit || words.any(before, set!["per", "split"]) || words.kind(end) != Kind::Word);
        let idiom = words.any(end, set!["thought", "thoughts", "guess", "hand", "fiddle"])
            || (words.kind(end) == Kind::Dash
                && words.any(
                    end + 1,
                    set!["hand", "guess", "guessed", "guessing", "rate"],
                ));
        let counted = matches!(
            words.entry(before).number,
            Some(NumberWord::One(_) | NumberWord::Teen(_) | NumberWord::Tens(_))
        ) || (words.kind(before) == Kind::Digits && words.len() > 2);
        return per || idiom || counted;
    }
    if words.kind(i) == Kind::Digits {
        return false;
    }
    // «the first lady», «a third party», «third-rate».
    let title = words.is(i, "first") && words.any(end, set!["lady", "ladies", "gentleman"])
        || words.is(i, "third") && words.any(end, set!["party", "parties"])
        || words.kind(end) == Kind::Dash
            && words.glued(end)
            && words.any(end + 1, set!["rate", "party", "hand", "guessing"]);
    let idiom = title
        || words.is(i, "first")
            && (words.phrase(end, set!["of", "all"]).is_some()
                || words.is(before, "at") && words.kind(end) != Kind::Word);
    // A fraction has a number before it: «one third», «two fifths».
    let fraction = matches!(words.entry(before).number, Some(NumberWord::One(_)))
        && !words.any(before, set!["zero"])
        && words.is(end, "of")
        || words.is(before, "a") && words.is(end, "of");
    idiom || fraction
}
