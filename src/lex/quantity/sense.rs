//! Letters and words that are units and other things too: whether a number and such a word are a quantity.
//!
//! In: the tokens of a sentence, an amount, the unit behind it. Out: yes or no. «5 in» may go on «2018», «two feet» may be
//! somebody's own, «12 C» is a flat behind «Flat», «24703L» is a parcel.

use crate::lex::amount::Amount;
use crate::lex::count;
use crate::lex::fold::flag;
use crate::lex::number;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::trap;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Unit;

/// What may follow «a mile», so that it is a length and no figure of speech.
pub(super) const SIZED: &Set = set![
    "long",
    "wide",
    "high",
    "deep",
    "tall",
    "thick",
    "away",
    "apart",
    "off",
    "across",
    "from",
    "north",
    "south",
    "east",
    "west",
    "upstream",
    "downstream",
    "inland",
    "offshore",
    "above",
    "below",
    "square",
];

/// Whether the number at `i` and the unit at `at` are a measure.
pub(super) fn fits(
    words: Words<'_>,
    i: usize,
    amount: Amount,
    at: usize,
    unit: Unit,
    dashed: bool,
) -> bool {
    let letters = words.str(at);
    let word = words.kind(at) == Kind::Word;
    let one_letter = letters.len() == 1 && word;
    // «5 in 2018» and «3 in four»: the preposition.
    let joined = dashed && (one_letter || letters == "in");
    // «a 127-mile-marker».
    let marker =
        || dashed && is_compound(words, at) && words.any(at + 2, set!["marker", "post", "stone"]);
    let noun = is_followed_by_noun(words, at);
    // «the 5 bit players» and «amp»: a name in capitals is another thing.
    let bytes = unit.symbol == "B" && letters == "b";
    !(joined
        || one_letter && is_lone_letter(words, i, at, noun)
        || marker()
        || is_name(words, i, at)
        || word && letters.len() <= 2 && is_id_prefix(words, i)
        || is_letter(words, at, amount, noun)
        || is_ordinal_ending(words, at)
        || words.is(at, "pounds") && amount.lo.value >= 1e5
        || !dashed && is_stone_or_foot(words, i, at)
        || is_million(words, i, at)
        || !dashed && is_figure_of_speech(words, i, at, unit)
        || bytes)
}

/// Whether the unit goes on behind a hyphen: «5-m-long».
fn is_compound(words: Words<'_>, at: usize) -> bool {
    words.glued(at + 1) && words.kind(at + 1) == Kind::Dash
}

/// Whether a noun of its own follows the unit: «3 t shirts», «10 m people».
fn is_followed_by_noun(words: Words<'_>, at: usize) -> bool {
    words.kind(at + 1) == Kind::Word
        && !words.glued(at + 1)
        && words.str(at + 1).starts_with(char::is_lowercase)
        && words.at(at + 1).flags & (flag::FUNCTION | flag::HEDGE | flag::DATE | flag::NUMBER) == 0
        && !words.any(at + 1, SIZED)
}

/// A single letter that is no unit: of an id, of a compound, of a noun behind it.
fn is_lone_letter(words: Words<'_>, i: usize, at: usize, noun: bool) -> bool {
    let letter = words.str(at);
    let no_unit = letter.starts_with(char::is_uppercase)
        && !matches!(letter, "L" | "C" | "F" | "W" | "V" | "J" | "B");
    // «Runway 27L», «24703L».
    let id = || {
        words.kind(i) == Kind::Digits
            && (trap::label::is_labelled(words, i)
                || words.glued(at) && letter != "m" && words.width(i) > 4 && at == i + 1)
    };
    let compound = || {
        is_compound(words, at)
            && !words.any(
                at + 2,
                set!["long", "high", "wide", "deep", "tall", "thick"],
            )
    };
    // «3 t shirts», «10 m people», «the 4 C's».
    let of_noun = || {
        let counted = matches!(letter, "t" | "m")
            && noun
            && (letter == "t" || count::noun(words, at + 1).is_some());
        !words.glued(at) && (counted || words.is(at + 1, "'s"))
    };
    no_unit || id() || compound() || of_noun()
}

/// «the 21st»
fn is_ordinal_ending(words: Words<'_>, at: usize) -> bool {
    let number = words.str(back(at));
    words.str(at) == "st" && words.glued(at) && number.ends_with('1') && !number.ends_with("11")
}

/// «seventy stone steps» but «12 stone»; «two foot soldiers» but «a six foot wall».
fn is_stone_or_foot(words: Words<'_>, i: usize, at: usize) -> bool {
    words.is(at, "stone") && words.kind(at + 1) == Kind::Word && !words.has(at + 1, flag::FUNCTION)
        || words.is(at, "foot")
            && words.kind(i) == Kind::Word
            && words.any(at + 1, set!["soldiers", "patrols", "patrol"])
}

/// «1.2m people» is a million; «100m hurdles» are metres; «a population of 3.5m» is a million again.
fn is_million(words: Words<'_>, i: usize, at: usize) -> bool {
    let counts = || words.glued(at) && count::noun(words, at + 1).is_some();
    words.str(at) == "m"
        && !words.is(at + 1, "hurdles")
        && (counts() || count::in_millions(words, i))
}

/// Whether the unit at `at` behind the number at `i` is a part of a plate or somebody's name.
fn is_name(words: Words<'_>, i: usize, at: usize) -> bool {
    let letters = words.str(at);
    // «UP 53 FT 7623»: a plate.
    let plate = letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && words.kind(at + 1) == Kind::Digits
        && words.width(at + 1) > 2
        && words.at(at + 1).gap == Gap::Space
        && words.capital(back(i));
    // «100 Newton residents», «50 Watt Street»: a name.
    let people = words.capital(at)
        && words
            .str(at)
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_lowercase())
        && words.any(
            at,
            set!["newtons watts pascals joules kelvins grays bells henrys teslas"],
        );
    let name = people
        || words.capital(at)
            && words.any(
                at,
                set!["newton", "watt", "pascal", "hertz", "joule", "gray", "bell"],
            )
            && words.kind(at + 1) == Kind::Word
            && !words.has(at + 1, flag::FUNCTION);
    plate || name
}

/// Whether the letter at `at` is no unit: a network, a postal code, an initial. `noun`: a noun follows.
fn is_letter(words: Words<'_>, at: usize, amount: Amount, noun: bool) -> bool {
    let letters = words.str(at);
    let one_letter = letters.len() == 1 && words.kind(at) == Kind::Word;
    // «a 4g phone», «WA 98052 m»: a network, a postal code.
    let mobile = words.any(
        at + 1,
        set!["network networks signal signals spectrum mast masts coverage phone phones mobile service services rollout internet technology"],
    );
    let network = letters == "g"
        && (2.0..7.0).contains(&amount.lo.value)
        && noun
        && (words.glued(at) || mobile);
    // «20 W. Va. miners»: initials.
    let initial = one_letter
        && !matches!(letters, "C" | "m")
        && !words.glued(at)
        && words.kind(at + 1) == Kind::Stop
        && words.glued(at + 1)
        && words.capital(at + 2);
    let post = one_letter
        && !words.glued(at)
        && words.kind(back(at)) == Kind::Digits
        && words.width(back(at)) > 4;
    network || post || initial
}

/// «put one foot in front of the other», «she has two degrees from», «the 2010 Cup», «two bits of news».
fn is_figure_of_speech(words: Words<'_>, i: usize, at: usize, unit: Unit) -> bool {
    let before = back(i);
    let digits = words.kind(i) == Kind::Digits;
    if words.is(at, "foot") && words.is(i, "one") {
        return words.any(
            before,
            set![
                "on", "put", "with", "has", "had", "puts", "set", "putting", "having",
            ],
        );
    }
    if words.is(at, "feet") && words.is(i, "six") && words.is(at + 1, "under") {
        return true;
    }
    // «on two feet», «his own two feet».
    if words.is(at, "feet") && !digits && !words.any(at + 1, SIZED) {
        return words.any(
            before,
            set![
                "own", "his", "her", "their", "my", "your", "our", "its", "both"
            ],
        ) || words.is(before, "on") && words.is(i, "two");
    }
    // «three cup finals», «two barrel bombs», «five bit players»: things, in the singular before a plural.
    let thing = words.any(
        at,
        set![
            "cup", "barrel", "bit", "bar", "pint", "quart", "grain", "league", "knot", "degree",
        ],
    );
    let several = amount_above_one(words, i);
    let scale = words.is(at, "degree") && unit.symbol != "°";
    if thing
        && several
        && !scale
        && words.kind(at + 1) == Kind::Word
        && words.str(at + 1).ends_with('s')
    {
        return true;
    }
    if words.is(at, "knots") && !digits {
        return words.is(at + 1, "in");
    }
    if unit.symbol == "°" && !digits {
        let study = words.kind(at + 2) == Kind::Word
            && !words.has(at + 2, flag::FUNCTION | flag::DATE | flag::NUMBER)
            || words.capital(at + 2);
        return words.any(at + 1, set!["from", "in"]) && study
            || words.any(
                before,
                set![
                    "has",
                    "have",
                    "had",
                    "holds",
                    "held",
                    "hold",
                    "earned",
                    "received",
                    "awarded",
                    "with",
                    "honorary",
                    "completed",
                ],
            );
    }
    if words.any(at, set!["cup", "cups"]) {
        let trophy = |k: usize| {
            words.any(
                k,
                set![
                    "won", "win", "wins", "winning", "lifted", "trophies", "titles", "medals"
                ],
            )
        };
        if (i.saturating_sub(4)..i).chain(at + 1..at + 3).any(trophy) {
            return true;
        }
        let year = digits
            && words.width(i) == 4
            && matches!(words.str(i).get(..2), Some("18" | "19" | "20"));
        return year
            || words.capital(at)
                && words.kind(i) == Kind::Word
                && words.any(before, set!["the", "his", "her", "their", "world"]);
    }
    words.any(at, set!["bits", "bit"]) && words.is(at + 1, "of")
}

/// Whether the number at `i` is more than one.
fn amount_above_one(words: Words<'_>, i: usize) -> bool {
    number::cardinal(words, i).is_some_and(|number| number.value > 1.0)
}

/// Whether an abbreviation without vowels stands before the number: «scp 173 m» is an id.
fn is_id_prefix(words: Words<'_>, i: usize) -> bool {
    let mut before = back(i);
    let joined = matches!(words.kind(before), Kind::Stop | Kind::Slash)
        && words.glued(before)
        && words.glued(i);
    if words.kind(before) == Kind::Dash || joined {
        before = back(before);
    }
    let word = words.str(before);
    let vowel = |c: char| "aeiouyAEIOUY".contains(c);
    // «no-173 m», «K-12 m»: any letters that touch it.
    let touches = words.glued(i) && words.glued(back(i)) && words.kind(back(i)) == Kind::Dash;
    let bends = words.any(
        before,
        set!["sub pre post mid non under over near then now the to up top and plus"],
    );
    words.kind(before) == Kind::Word
        && words.entry(before).unit.is_none()
        && ((2..=4).contains(&word.len()) && !word.contains(vowel)
            || touches && word.len() < 5 && !bends && words.entry(before).number.is_none())
}
