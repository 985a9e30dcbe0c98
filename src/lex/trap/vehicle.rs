//! Numbers that tell which one: «the 7 train», «the 405 was jammed», «the 777 planes», «a 2016 Hyundai».
//!
//! In: the tokens of a sentence and where digits stand. Out: whether they tell which thing is meant. After «the» a number counts what
//! stands in the plural behind it; before a singular it is a label.

use crate::lex::count;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// Things with a number of their own, in the singular.
const NUMBERED: &Set = set![
    "train bus tram ferry freeway motorway highway expressway shirt jersey role bypass tollway line"
];

/// What is built in models that digits name.
const BUILT: &Set = set![
    "plane planes jet jets jetliner jetliners airliner airliners airplane airplanes aeroplane aeroplanes aircraft aircrafts freighter freighters"
];

/// Whether the digits from `i` to `end` tell which one.
pub(super) fn is_one(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    if before == i || words.glued(i) {
        return false;
    }
    let the = words.any(before, set!["the", "these", "those", "this", "that"]);
    let article = words.any(before, set!["a", "an"]);
    // «her 529 plan».
    if words.any(before, set!["his", "her", "its", "their", "my", "our"]) && words.is(end, "plan") {
        return end == i + 1 && words.kind(i) == Kind::Digits;
    }
    if !the && !article {
        return false;
    }
    let digits = words.str(i);
    let year =
        end == i + 1 && digits.len() == 4 && matches!(digits.get(..2), Some("18" | "19" | "20"));
    // «a 2016 Hyundai Tucson», «those 2014 quakes»: a year.
    if year && (words.capital(end) && article || the && count::noun(words, end).is_some()) {
        return true;
    }
    // «the 7 train», «the 10.40 train», «the 101 Freeway».
    if words.any(end, NUMBERED)
        && !words.any(
            end + 1,
            set![
                "drivers",
                "passengers",
                "crews",
                "stations",
                "stops",
                "services"
            ],
        )
    {
        return true;
    }
    // «the 105 reporting line», «the 0800 helpline».
    let call = |k: usize| words.any(k, set!["line hotline helpline number"]);
    let called = call(end) || call(end + 1) && words.kind(end) == Kind::Word;
    if (3..=4).contains(&digits.len()) && end == i + 1 && called {
        return true;
    }
    // «the 18.42 to Keld», «the 7.30 show»: when it leaves or begins.
    let clock = the
        && end == i + 3
        && words.kind(i + 1) == Kind::Stop
        && words.width(i + 2) == 2
        && digits.len() <= 2
        && words.any(
            end,
            set![
                "from",
                "to",
                "show",
                "service",
                "flight",
                "ferry",
                "bulletin",
                "news",
                "race",
                "screening"
            ],
        );
    if clock {
        return true;
    }
    // «the 777 planes», «an A320 jet»: Boeing and Airbus number their models 7x7 and 3x0.
    let model = digits.len() == 3
        && (digits.starts_with('7') && digits.ends_with('7')
            || digits.starts_with('3') && digits.ends_with('0'));
    if the && model && words.any(end, BUILT) {
        return true;
    }
    // «the 66 Diner», but «the 12 Greek islands».
    if the
        && end == i + 1
        && words.capital(end)
        && words.kind(end) == Kind::Word
        && words.width(end) > 3
        && count::noun(words, end).is_none()
    {
        return true;
    }
    // «the 405 was jammed»: several would be «were».
    let plural = digits != "1" && end == i + 1;
    the && plural
        && words.any(end, set!["was", "is", "has"])
        && !words.has(before, flag::NUMBER)
        && words.kind(end + 1) == Kind::Word
}
