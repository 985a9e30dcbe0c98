//! Labelled numbers: «Article 5», «S.R. 44», «§ 230», «Exits 12 and 14», «verses 6 through 11».
//!
//! In: the tokens of a sentence and an index. Out: whether the number there is the number of something, as its label tells.
//! A label in the plural labels all the numbers of its list.

use crate::lex::fold::flag;
use crate::lex::number::NumberWord;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// Nouns that are numbered.
const LABELS: &Set = set![
    "article articles chapter chapters section sections page pages route routes highway flight flights version versions room phase \
    level grade type channel number row gate figure table part paragraph paragraphs apartment unit lane exit exits district \
    precinct ward no nos pp p vol resolution resolutions covid port seat fax line footnote footnotes note stage step verse verses \
    annex appendix clause clauses schedule dial dialled dialed bus tram box platform terminal zone category marker junction \
    amendment amendments regulation regulations directive act bill interstate runway lot suite psalm psalms hymn episode \
    milepost mileposts train scene account ticket invoice coach extension apt bldg size sizes hangar engine battalion regiment squadron brigade sortie docket exhibit item rule protocol incident reference ref"
];

/// Those that are verbs or things with numbers of their own too: «we note 41 deaths», «the bill 200 people signed» tell of
/// a count where what is counted follows.
const DOUBTFUL: &Set = set![
    "train scene account ticket invoice coach line note step box act bill lot suite item rule engine regiment brigade battalion squadron amendment regulation directive episode \
    exhibit junction incident reference"
];

/// Abbreviations that are numbered, with a full stop behind.
const SHORT: &Set = set!["no nos p pp vol ch sec art arts nr para paras reg regs op"];

/// Nouns that are numbered where they have a capital of their own: «Year 11 pupils», «Reactor 4».
const TITLED: &Set = set![
    "year week tier round season series game set test lap turn heat group pool pillar agenda vision generation patient inmate \
    reactor pump well pier track bridge pillar plan team area studio camp cell block gulag division league band class form \
    team room unit hall house stage tower building site sector region group project operation task force combat"
];

/// Whether a label stands before the number at `i`, or before the list that it is in.
pub(in crate::lex) fn is_labelled(words: Words<'_>, i: usize) -> bool {
    /// Longest list, in numbers.
    const LIST: usize = 5;
    if labelled(words, i) || is_listed(words, i) || is_second(words, i) {
        return true;
    }
    if words.kind(i) != Kind::Digits {
        return false;
    }
    // «Articles 370 and 35», «Exits 12, 14 and 15», «Section 5 or 6».
    let mut k = i;
    for _ in 0..LIST {
        let mut join = back(k);
        if join == k
            || !(words.any(join, set!["and", "or", "to", "through"])
                || words.kind(join) == Kind::Comma)
        {
            return false;
        }
        if words.kind(back(join)) == Kind::Comma {
            join = back(join);
        }
        // «35A».
        let letter = words.kind(back(join)) == Kind::Word
            && words.glued(back(join))
            && words.width(back(join)) == 1;
        k = if letter { back(back(join)) } else { back(join) };
        if words.kind(k) != Kind::Digits
            || words.glued(join) && words.kind(join) == Kind::Comma && words.glued(join + 1)
        {
            return false;
        }
        if labelled(words, k) {
            // «In Section 12, 41 people died»: who is counted is no section.
            return !words.has(i + 1, flag::PEOPLE | flag::PERSON | flag::UNIT);
        }
    }
    false
}

/// Labels in the plural, where two numbers or more follow: «lanes one and two were shut».
const MANY: &Set = set![
    "junctions lanes platforms runways gates levels phases stages rooms zones lots units rows figures tables types channels terminals \
     districts wards precincts schedules seats lines boxes steps engines reactors questions chapters articles sections pages verses \
     tiers rounds moves years grades classes blocks berths bays tracks turns points items exhibits counts routes highways flights exits"
];

/// Whether the number at `i`, in digits or in words, is in a list behind a label in the plural.
fn is_listed(words: Words<'_>, i: usize) -> bool {
    const LIST: usize = 6;
    let number = |k: usize| {
        words.kind(k) == Kind::Digits
            || matches!(
                words.entry(k).number,
                Some(NumberWord::One(_) | NumberWord::Teen(_) | NumberWord::Tens(_))
            )
    };
    let joins =
        |k: usize| words.any(k, set!["and", "or", "to", "through"]) || words.kind(k) == Kind::Comma;
    let mut first = i;
    for _ in 0..LIST {
        let mut join = before_brackets(words, back(first));
        if join == first || words.glued(first) {
            return false;
        }
        if words.any(join, MANY) {
            break;
        }
        if !joins(join) {
            return false;
        }
        if words.kind(join) != Kind::Comma && words.kind(back(join)) == Kind::Comma {
            join = back(join);
        }
        first = before_brackets(words, back(join));
        if !number(first) {
            return false;
        }
    }
    if !words.any(back(first), MANY) || first == 0 {
        return false;
    }
    // «Of the lanes two were shut», «in sections 12 people died», «between levels 3 and 4 people fell».
    let mut last = i;
    for _ in 0..LIST {
        let after = behind_brackets(words, last + 1);
        let next = after + usize::from(words.kind(after) == Kind::Comma && joins(after + 1));
        if !joins(next) || words.glued(next + 1) || !number(next + 1) {
            break;
        }
        last = next + 1;
    }
    last > first && crate::lex::count::noun(words, last + 1).is_none()
}

/// Most words in brackets behind a number of a list.
const BRACKETS: usize = 6;

/// The token before the brackets that end at `i`, if any do: «junctions 25 (Taunton) and 26».
fn before_brackets(words: Words<'_>, i: usize) -> usize {
    if words.kind(i) != Kind::Close {
        return i;
    }
    (1..=BRACKETS)
        .map_while(|k| i.checked_sub(k))
        .find(|&k| words.kind(k) == Kind::Open)
        .map_or(i, back)
}

/// The token behind the brackets that start at `i`, if any do.
fn behind_brackets(words: Words<'_>, i: usize) -> usize {
    if words.kind(i) != Kind::Open {
        return i;
    }
    (i + 1..=i + BRACKETS)
        .find(|&k| words.kind(k) == Kind::Close)
        .map_or(i, |k| k + 1)
}

/// «between junction 13 for Astley and 12 for Corby»: the same preposition behind both numbers.
fn is_second(words: Words<'_>, i: usize) -> bool {
    const FAR: usize = 5;
    let and = back(i);
    let pairs = set!["for", "at", "near"];
    if !words.is(and, "and") || !words.any(i + 1, pairs) || words.kind(i) != Kind::Digits {
        return false;
    }
    (1..FAR)
        .map_while(|k| and.checked_sub(k))
        .take_while(|&k| words.kind(k) == Kind::Word)
        .find(|&k| words.any(k, pairs))
        .is_some_and(|k| {
            words.str(k) == words.str(i + 1)
                && words.kind(back(k)) == Kind::Digits
                && labelled(words, back(k))
        })
}

fn labelled(words: Words<'_>, i: usize) -> bool {
    let before = back(i);
    if before == i {
        return false;
    }
    let digits = words.kind(i) == Kind::Digits;
    if !digits && words.kind(i) != Kind::Word {
        return false;
    }
    if words.kind(before) == Kind::Other && matches!(words.str(before), "§" | "§§" | "¶") {
        return true;
    }
    if words.kind(before) == Kind::Stop {
        let short = back(before);
        return words.any(short, SHORT) || digits && is_initials(words, before);
    }
    if digits && words.capital(before) && words.at(i).gap == Gap::Space && words.any(before, TITLED)
    {
        return true;
    }
    if is_ordered(words, i) || is_top(words, i) {
        return true;
    }
    if !words.any(before, LABELS) {
        return false;
    }
    let counted = words.any(before, DOUBTFUL)
        && !words.capital(before)
        && crate::lex::count::noun(words, i + 1).is_some();
    // «the dead number 2,012»: here it is a verb.
    let verb = words.is(before, "number")
        && (words.kind(i + 1) == Kind::Comma && words.glued(i + 1) && words.glued(i + 2)
            || words.has(back(before), flag::TALLY)
            || words.str(back(before)).ends_with('s') && !words.is(back(before), "'s"));
    !(counted || verb || words.is(before, "no") && words.kind(i) == Kind::Word)
}

/// «S.R. 44», «U.S. 483»: initials before a number that counts nothing. «In the U.S. 330 million people», «U.S. 30-year».
fn is_initials(words: Words<'_>, stop: usize) -> bool {
    let letter = |k: usize| {
        words.kind(k) == Kind::Word
            && words.width(k) == 1
            && words.str(k).starts_with(char::is_uppercase)
    };
    let two = letter(back(stop))
        && words.glued(stop)
        && words.kind(stop.wrapping_sub(2)) == Kind::Stop
        && letter(stop.wrapping_sub(3))
        && words.glued(stop.wrapping_sub(1));
    let end = stop + 2;
    // «In the U.S. 41 died» counts the dead, «the U.S. 30-year yield» measures.
    let closed = matches!(
        words.kind(end),
        Kind::None | Kind::Stop | Kind::Comma | Kind::Close | Kind::Semicolon | Kind::Colon
    ) && !(words.glued(end + 1) && words.kind(end + 1) == Kind::Digits);
    let goes_on = words.kind(end) == Kind::Open
        || words.any(
            end,
            set!["and or near at in on between to from for with by is was has"],
        )
        || words.kind(end) == Kind::Word
            && words.at(end).gap == Gap::Space
            && words.at(end).flags
                & (flag::FUNCTION
                    | flag::NUMBER
                    | flag::UNIT
                    | flag::MONEY
                    | flag::TALLY
                    | flag::PEOPLE
                    | flag::PERSON)
                == 0
            && crate::lex::count::noun(words, end).is_none();
    // «S.B. 8 and A.B. 5 were signed», «18 U.S.C. 1030».
    let first = stop.wrapping_sub(4);
    let joined = words.is(first, "and") && words.any(end, set!["were", "are"])
        || words.kind(first) == Kind::Digits
        || words.kind(stop.wrapping_sub(6)) == Kind::Digits;
    let ends = closed || goes_on || joined;
    two && ends
}

/// What comes in order, and is numbered in the singular: «day two of the trial», «round 2».
const ORDERED: &Set = set![
    "day round year leg plan part take move match team group floor track option question target match game stage step point lap window \
    camera witness suspect theory"
];

/// «day two of the trial», «leg two is on»: nothing is counted behind.
fn is_ordered(words: Words<'_>, i: usize) -> bool {
    let before = back(i);
    let end = i + 1;
    words.any(before, ORDERED)
        && words.at(i).gap == Gap::Space
        && !words.has(back(before), flag::NUMBER)
        && !words.any(
            back(before),
            set![
                "that", "this", "last", "next", "same", "each", "every", "per"
            ],
        )
        && (matches!(
            words.kind(end),
            Kind::None | Kind::Stop | Kind::Comma | Kind::End | Kind::Close
        ) && !(words.glued(end + 1) && words.kind(end + 1) == Kind::Digits)
            || (words.any(
                end,
                set!["begins", "began", "ended", "ends", "went", "won", "flew"],
            ) || words.has(end, flag::FUNCTION)
                && !words.any(end, set!["more", "other", "were", "are", "have", "had"]))
                && !words.glued(end))
}

/// «the top five», «the last 16», «a round of 16», «the final eight»: a place among the best, where nothing is counted behind.
fn is_top(words: Words<'_>, i: usize) -> bool {
    let before = back(i);
    let top = words.any(before, set!["top", "bottom"]);
    let last = words.any(before, set!["last", "final"]) && words.any(back(before), set!["the"]);
    let round = words.is(before, "of") && words.is(back(before), "round");
    if !(top || last || round) {
        return false;
    }
    let end = crate::lex::number::cardinal(words, i).map_or(i + 1, |number| number.end);
    let counted = words.kind(end) == Kind::Word
        && (crate::lex::count::noun(words, end).is_some()
            || words.has(end, flag::UNIT | flag::TALLY | flag::MONEY | flag::NUMBER)
            || !top && words.any(end, set!["were", "are", "have", "had", "of", "to", "who"]));
    !counted && words.kind(end) != Kind::Percent && words.kind(end) != Kind::Dash
}
