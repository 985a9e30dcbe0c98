//! Years by themselves: «in 2018», «the 2016 election», «nineteen ninety six», «2014 A.D.».
//!
//! In: a place in a sentence. Out: the year, where the number counts nothing.

use super::bend;
use super::calendar;
use super::numeric::goes_on;
use super::place::At;
use super::when::Anchor;
use super::when::When;
use crate::lex::fold::flag;
use crate::lex::number;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «in 2018», «2018», «nineteen ninety six», «in 2014 A.D.».
pub(super) fn bare_year(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if number::none(words, i) && !words.is(i, "ad") {
        return None;
    }
    if let Some(when) = of_era(at, i) {
        return Some(when);
    }
    let (year, end) = at.year(i).or_else(|| short_year(at, i))?;
    let digits = words.kind(i) == Kind::Digits;
    let short = words.width(i) == 2 && digits;
    let told = short
        || at.after_any(
            i,
            set![
                "in",
                "since",
                "until",
                "till",
                "during",
                "before",
                "after",
                "year",
                "early",
                "late",
                "mid",
                "circa",
                "from",
                "between",
                "than",
                "throughout",
                "spring",
                "summer",
                "autumn",
                "fall",
                "winter",
            ],
        );
    let recent = (1900..2100).contains(&year);
    if i > 0
        && words.glued(i)
        && !short
        && !matches!(
            words.kind(i - 1),
            Kind::Open | Kind::QuoteOpen | Kind::Quote | Kind::Dash | Kind::Greater | Kind::Less
        )
        && words.str(i - 1) != "="
    {
        return None;
    }
    // «Kim et al. (2019)», «Kim et al., 2019» is a source, not when.
    if words.kind(i.wrapping_sub(1)) == Kind::Comma
        && words.is(i.wrapping_sub(3), "al")
        && words.is(i.wrapping_sub(4), "et")
    {
        return None;
    }
    if words.kind(i.wrapping_sub(1)) == Kind::Open
        && (words.is(i.wrapping_sub(3), "al") || words.is(i.wrapping_sub(2), "al"))
    {
        return None;
    }
    let likely = recent && (digits || words.len() == end) || !digits && at.is_all(i, end);
    if !told && !likely && !at.rule || at.after_any(i, set!["at"]) && at.closes(end) {
        return None;
    }
    if goes_on(at, end) || matches!(words.kind(end), Kind::Slash) && words.glued(end) {
        return None;
    }
    // «by 2018», «around 2018», «as of 2018», «> 2018»; but «by 2018 votes».
    let noun = words.kind(end) == Kind::Word
        && !words.capital(end)
        && !words.has(end, flag::FUNCTION)
        && at.word(end).is_none();
    let told = told
        || !noun
            && recent
            && (at.after_any(
                i,
                set![
                    "by", "around", "exactly", "through", "to", "thru", "about", "beyond"
                ],
            ) || words.any(i.wrapping_sub(1), set!["including", "as"])
                && words.any(
                    i.wrapping_sub(2),
                    set!["and", "back", "ago", "recently", "early", "late"],
                )
                || words.is(i.wrapping_sub(1), "of") && words.is(i.wrapping_sub(2), "as")
                || matches!(words.kind(i.wrapping_sub(1)), Kind::Greater | Kind::Less)
                || words.str(i.wrapping_sub(1)) == "=");
    if !told && !at.rule && !stands_free(at, i, end) && bend::trail(at, i, end).is_none() {
        return None;
    }
    if !digits && (noun || at.unit(end).is_some()) || digits && counts(at, end, year) {
        return None;
    }
    Some(When::new(
        end,
        calendar::year(year)?,
        Granularity::Year,
        Anchor::Absolute,
    ))
}

/// «in ’98», «since ’05».
fn short_year(at: At<'_>, i: usize) -> Option<(i16, usize)> {
    let words = at.words;
    let apostrophe = i > 1 && words.kind(i - 1) == Kind::Apostrophe && words.glued(i);
    let told = apostrophe
        && !words.glued(i - 1)
        && at.after_any(
            i - 1,
            set![
                "in", "since", "until", "before", "after", "by", "of", "from", "during",
            ],
        );
    let year = at.digits(i, 2).filter(|_| told && at.closes(i + 1))?;
    Some((calendar::full_year(year), i + 1))
}

/// «44 BC», «AD 79», «2014 A.D.»: with its era a number is a year, however small.
fn of_era(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let first = i + usize::from(words.is(i, "ad") && words.str(i) == "AD");
    let text = words.str(first);
    if words.kind(first) != Kind::Digits || text.len() > 4 || first > i && text.len() < 2 {
        return None;
    }
    let number: i16 = text.parse().ok().filter(|&n| n > 0)?;
    if i > 0 && words.glued(i) && matches!(words.kind(i - 1), Kind::Stop | Kind::Comma | Kind::Word)
    {
        return None;
    }
    let (before_christ, end) = if first > i {
        (false, first + 1)
    } else {
        era(at, first + 1)?
    };
    let year = if before_christ { 1 - number } else { number };
    Some(When::new(
        end,
        calendar::year(year)?,
        Granularity::Year,
        Anchor::Absolute,
    ))
}

/// «A.D.», «AD», «CE», «BC», «B.C.E.»: whether it counts back from Christ, and the index after it.
pub(super) fn era(at: At<'_>, i: usize) -> Option<(bool, usize)> {
    let words = at.words;
    if words.kind(i) != Kind::Word || !words.capital(i) {
        return None;
    }
    match words.str(i) {
        "AD" | "CE" => return Some((false, i + 1)),
        "BC" | "BCE" => return Some((true, i + 1)),
        _ => {}
    }
    // The letters between their stops.
    let mut letters = String::new();
    let mut j = i;
    while words.width(j) == 1 && words.capital(j) && letters.len() < 3 {
        letters.push_str(words.str(j));
        j += 1;
        if words.kind(j) != Kind::Stop {
            break;
        }
        j += 1;
    }
    match letters.as_str() {
        "AD" | "CE" => Some((false, j)),
        "BC" | "BCE" => Some((true, j)),
        _ => None,
    }
}

/// Whether the number counts what follows: «in 2000 cases».
fn counts(at: At<'_>, end: usize, year: i16) -> bool {
    let words = at.words;
    let noun = words.kind(end) == Kind::Word
        && !words.capital(end)
        && !words.has(end, flag::FUNCTION)
        && !words.is(end, "'s");
    let round = year % 100 == 0 || !(1600..2100).contains(&year);
    words.any(end, set!["block", "blocks"])
        || noun && round
        // «2016 second half» counts no seconds.
        || at.unit(end).is_some()
            && !(words.is(end, "second") && words.any(end + 1, set!["half", "quarter"]))
        || words.any(
            end,
            set![
                "people", "km", "kg", "miles", "metres", "meters", "dollars", "euros",
            ],
        )
}

/// Whether a year without preposition can be one: no noun beside it.
fn stands_free(at: At<'_>, i: usize, end: usize) -> bool {
    let words = at.words;
    let before = match words.kind(i.wrapping_sub(1)) {
        Kind::None
        | Kind::Open
        | Kind::Comma
        | Kind::Dash
        | Kind::Greater
        | Kind::Less
        | Kind::Other
        | Kind::Colon
        | Kind::Quote => true,
        Kind::Word => {
            words.has(i - 1, flag::FUNCTION)
                || at.word(i - 1).is_some()
                || words.any(i - 1, set!["not", "the", "'s", "about", "how"])
                || words.kind(end) == Kind::None && !words.capital(i - 1)
        }
        _ => false,
    };
    let after = match words.kind(end) {
        Kind::Word => {
            words.has(end, flag::FUNCTION)
                || at.word(end).is_some() && at.unit(end).is_none()
                || words.is(end, "'s")
                || words.any(
                    i.wrapping_sub(1),
                    set!["the", "his", "her", "their", "its", "'s", "our"],
                )
                || i == 0 && words.capital(end)
        }
        Kind::Percent | Kind::Currency | Kind::Degree | Kind::Slash => false,
        _ => true,
    };
    before
        && after
        && !(words.any(i.wrapping_sub(1), set!["than", "about", "of"])
            && counts(at, end, i16::from(true)))
}
