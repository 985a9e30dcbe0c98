//! Lengths of time without a number: «week-long», «yearlong», «the past year and a half».
//!
//! In: the tokens of a sentence and an index. Out: one of the unit that stands there, and the index after it.

use super::Parts;
use crate::lex::amount::Amount;
use crate::lex::fold::flag;
use crate::lex::fraction;
use crate::lex::number::NumberWord;
use crate::lex::number::Numeral;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::unit;
use crate::lex::wordset::set;

/// «week-long», «yearlong», «hour and a half», «fortnight»: one unit without a number.
pub(super) fn read(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    let one = |end: usize| {
        Amount::one(Numeral {
            value: 1.0,
            place: 1.0,
            end,
            article: true,
        })
    };
    if words.has(i, flag::TIME_UNIT)
        && !words.has(i, flag::UNIT)
        && let Some((seconds, months)) = LONG
            .iter()
            .find_map(|(word, seconds, months)| words.reads(i, word).then_some((*seconds, *months)))
    {
        return Some((Parts::new(one(i + 1), seconds, months), i + 1));
    }
    let (seconds, months, end) = unit::time_at(words, i)?;
    if words.entry(i).unit?.form != unit::Form::Name
        || words.any(i, set!["second", "quarter", "night"])
    {
        return None;
    }
    let before = back(i);
    let counted = words
        .entry(before)
        .number
        .is_some_and(|word| word != NumberWord::Article)
        || matches!(words.kind(before), Kind::Digits | Kind::Vulgar | Kind::Dash);
    // «decades-long» says no number of them.
    let one_of_them = !words.str(i).ends_with('s');
    let long = words.kind(end) == Kind::Dash && words.glued(end) && words.is(end + 1, "long");
    if long && !counted && one_of_them {
        return Some((Parts::new(one(end), seconds, months), end + 2));
    }
    // «for the past year and a half»; «a» before it has been read already.
    let open = words.kind(before) == Kind::None
        || words.any(
            before,
            set![
                "the", "past", "last", "next", "first", "this", "full", "whole",
            ],
        );
    // «lasted hour and a half».
    let said = words.is(end, "and") && words.is(end + 1, "a");
    let open = one_of_them && (open || said && !counted);
    let half = fraction::after_and(words, end).is_some_and(|(part, _)| part < 1.0);
    let alone = words.kind(before) == Kind::None && words.is(i, "fortnight") && end == words.len();
    (open && half || alone).then(|| (Parts::new(one(end), seconds, months), end))
}

/// Lengths in one word: seconds, and months where it is a calendar unit.
const LONG: &[(&str, f64, f64)] = &[
    ("hourlong", 3600.0, 0.0),
    ("daylong", 86_400.0, 0.0),
    ("weeklong", 604_800.0, 0.0),
    ("monthlong", 2_592_000.0, 1.0),
    ("yearlong", 31_536_000.0, 12.0),
    ("decadelong", 315_360_000.0, 120.0),
    ("centurylong", 3_153_600_000.0, 1200.0),
];

/// Words that start a length without a number, for the lexicon.
pub(in crate::lex) const LEADS: &[&str] = &[
    "hourlong",
    "daylong",
    "weeklong",
    "monthlong",
    "yearlong",
    "decadelong",
    "centurylong",
    "another",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "decade",
    "century",
    "fortnight",
];
