//! What looks like a length of time and is none: titles, times of the clock, ages, rates.
//!
//! In: the tokens of a sentence and where a length starts or ends. Out: whether it is one of these.

use crate::lex::fold::flag;
use crate::lex::number::NumberWord;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::set;

/// «60 Minutes reported», «the film 127 Hours»: a number and a unit with a capital, where other words have none.
pub(super) fn is_title(words: Words<'_>, i: usize, at: usize) -> bool {
    let small = |k: usize| {
        let long = words.kind(k) == Kind::Word && words.width(k) > 3;
        long && words.str(k).starts_with(char::is_lowercase)
    };
    let capital = words.capital(at)
        && words.width(at) > 2
        && !words
            .str(at)
            .as_bytes()
            .get(1)
            .is_some_and(u8::is_ascii_uppercase);
    capital && words.kind(i) == Kind::Digits && (i.saturating_sub(8)..at + 9).any(small)
}

/// «at 16h», «16h30»: a time of the clock in the French manner, where a length would be «1h30».
pub(super) fn is_clock(words: Words<'_>, i: usize) -> bool {
    let hours = words.kind(i) == Kind::Digits && words.is(i + 1, "h") && words.glued(i + 1);
    let minutes =
        words.glued(i + 2) && words.kind(i + 2) == Kind::Digits && words.width(i + 2) == 2;
    let told = words.any(
        back(i),
        set![
            "at", "by", "from", "until", "till", "before", "since", "around",
        ],
    );
    hours && (told || (minutes && words.width(i) == 2))
}

/// «two years old», «two-year-old»: an age.
pub(super) fn is_age(words: Words<'_>, end: usize) -> bool {
    let at = end + usize::from(words.kind(end) == Kind::Dash);
    words.any(at, set!["old", "olds"]) || words.phrase(end, set!["of", "age"]).is_some()
}

/// «an hour» in «60 miles an hour», «a year» in «$5 a year», «twice a day»: what stands before is what is per unit.
pub(super) fn is_rate(words: Words<'_>, i: usize) -> bool {
    let before = back(i);
    if !matches!(words.entry(i).number, Some(NumberWord::Article)) {
        return words.any(before, set!["per"]);
    }
    if matches!(
        words.kind(before),
        Kind::Digits | Kind::Percent | Kind::Currency | Kind::Vulgar
    ) {
        return true;
    }
    let counted = |k: usize| {
        words.kind(k) == Kind::Digits
            || matches!(
                words.entry(k).number,
                Some(
                    NumberWord::One(_)
                        | NumberWord::Teen(_)
                        | NumberWord::Tens(_)
                        | NumberWord::Hundred
                        | NumberWord::Scale(_)
                )
            )
    };
    let unit = words.entry(before).unit.is_some()
        || words.entry(before).money.is_some() && words.kind(before) == Kind::Word;
    words.any(
        before,
        set![
            "once", "twice", "thrice", "times", "percent", "cent", "million", "billion",
            "thousand", "per",
        ],
    ) || (unit && !words.any(before, set!["in", "m", "g"]))
        || counted(before)
        // «an hour of sunlight a day», «40 litres of water a week».
        || words.is(back(before), "of") && words.entry(back(back(before))).unit.is_some()
        || ((words.str(before).ends_with('s') || words.has(before, flag::PEOPLE))
            && counted(back(back(i))))
}
