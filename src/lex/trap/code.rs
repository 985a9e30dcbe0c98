//! Codes: «CVE-2023-4863», «A-10», «10-K», «401(k)», «53(2)», «18 U.S.C. 1030», «*347», «BA.5», «a 4K screen».
//!
//! In: the tokens of a sentence and an index. Out: whether the digits there are a part of a code. What tells one are
//! letters in capitals, signs and brackets that touch the digits.

use crate::lex::count;
use crate::lex::fold::flag;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// The index after a code whose digits start at `i` and could be read as a date or an amount.
pub(super) fn at(words: Words<'_>, i: usize) -> Option<usize> {
    if words.kind(i) != Kind::Digits {
        return None;
    }
    hyphened(words, i)
        .or_else(|| citation(words, i))
        .or_else(|| docket(words, i))
        .or_else(|| resolution(words, i))
        .or_else(|| reporter(words, i))
        .or_else(|| designation(words, i))
        .or_else(|| chess_move(words, i))
        .or_else(|| coordinate(words, i))
}

/// «CVE-2023-4863», «F-16», «A-10»: capitals and digits with hyphens. The index after the chain.
fn hyphened(words: Words<'_>, i: usize) -> Option<usize> {
    let (dash, name) = (back(i), back(back(i)));
    if i < 2 || words.kind(dash) != Kind::Dash || !words.glued(dash) || !words.glued(i) {
        return None;
    }
    let letters = words.str(name);
    let capitals = words.kind(name) == Kind::Word
        && letters.len() <= 6
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    // «A-10» at the start is an article as well; months, zones and money have readers of their own.
    let known = words.date(name).is_some()
        || words.entry(name).clock.is_some()
        || letters.len() == 3 && words.has(name, flag::MONEY) && words.width(i) < 4
        || letters == "A" && name == 0;
    // «the US-2030 plan», but «3 p.m. UTC-5».
    if !capitals || known {
        return None;
    }
    let mut end = i + 1;
    while matches!(
        words.kind(end),
        Kind::Dash | Kind::Word | Kind::Digits | Kind::Stop
    ) && words.glued(end)
        && words.glued(end + 1)
        && matches!(words.kind(end + 1), Kind::Digits | Kind::Word | Kind::Dash)
        && end < i + 8
    {
        // «the F-16-made» goes no farther than its code.
        if words.kind(end) == Kind::Word
            && words.str(end).starts_with(char::is_lowercase)
            && words.width(end) > 1
        {
            break;
        }
        end += 1;
    }
    Some(end)
}

/// «\[2018\] EWCA Crim 499», «(2014) 88 ALJR 947»: the report that a judgment is in. The index after its page.
fn citation(words: Words<'_>, i: usize) -> Option<usize> {
    let bracketed = words.kind(back(i)) == Kind::Open
        && words.glued(i)
        && words.kind(i + 1) == Kind::Close
        && words.width(i) == 4;
    if !bracketed {
        return None;
    }
    let series = i + 2 + usize::from(words.kind(i + 2) == Kind::Digits);
    let letters = words.str(series);
    let capitals = words.kind(series) == Kind::Word
        && letters.len() > 1
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let page = series + 1 + usize::from(words.capital(series + 1));
    (capitals && words.kind(page) == Kind::Digits).then_some(page + 1)
}

/// «the Information Technology Act, 2000», «the Clean Rivers Act of 1972», «the Criminal Law of Ekon State, 2011»: the year in a
/// law's title. «The Act of 2 May» and «passed the Act in 1972» have days and years.
fn is_of_law(words: Words<'_>, i: usize) -> bool {
    const FAR: usize = 7;
    const LAWS: &Set = set!["act code law ordinance decree regulations rules bill statute"];
    let before = back(i);
    let of = words.is(before, "of");
    if i < 3 || !(of || words.kind(before) == Kind::Comma) {
        return false;
    }
    for k in (1..=FAR).map_while(|k| before.checked_sub(k)) {
        let named = words.capital(k) && words.kind(k) == Kind::Word;
        if named && words.any(k, LAWS) {
            // «Law Society of 1972» goes on; «an Act» alone has no title.
            return (words.capital(back(k)) || words.kind(back(k)) == Kind::Close)
                && (k + 1 == before || !of && words.is(k + 1, "of"));
        }
        let inside = named || words.any(k, set!["of", "the", "and"]);
        if !inside || of {
            return false;
        }
    }
    false
}

/// «No 682 of 2021», «Act 7 of 1979»: the year that papers are numbered by.
fn docket(words: Words<'_>, i: usize) -> Option<usize> {
    let year =
        words.width(i) == 4 && matches!(words.str(i).get(..2), Some("17" | "18" | "19" | "20"));
    if year && is_of_law(words, i) {
        return Some(i + 1);
    }
    let number = back(back(i));
    if !year || i < 3 || !words.is(back(i), "of") || words.kind(number) != Kind::Digits {
        return None;
    }
    let stop = usize::from(words.kind(back(number)) == Kind::Stop);
    words
        .any(
            back(number).saturating_sub(stop),
            set![
                "no nos nr number numbers act law ordinance order decree petition appeal appeals case cases bill regulation resolution \
                 notification circular suit application"
            ],
        )
        .then_some(i + 1)
}

/// «1920 x 1080 pixels», «a 4 x 4»: two bare numbers and a cross. «1 m x 1 m» has units.
fn resolution(words: Words<'_>, i: usize) -> Option<usize> {
    let cross = words.any(i + 1, set!["x"]) || words.str(i + 1) == "×";
    let second = words.kind(i + 2) == Kind::Digits;
    let end = i + 3;
    let measured = words.entry(end).unit.is_some()
        && !words.any(end, set!["pixels", "pixel", "px", "p"])
        || matches!(
            words.kind(end),
            Kind::Apostrophe | Kind::Quote | Kind::QuoteClose | Kind::Other
        );
    let power = words.str(i + 2) == "10"
        && !words.glued(i + 1)
        && !matches!(words.kind(end), Kind::None | Kind::Stop);
    (cross && second && !measured && !power && !words.glued(end)).then_some(end)
}

/// «16.54°N», «59° 29′ W»: where, and no angle.
fn coordinate(words: Words<'_>, i: usize) -> Option<usize> {
    let mut k = i + 1;
    if words.kind(k) == Kind::Stop && words.glued(k) && words.kind(k + 1) == Kind::Digits {
        k += 2;
    }
    if words.kind(k) != Kind::Degree {
        return None;
    }
    let end = (k + 1..k + 6).find(|&k| {
        !matches!(
            words.kind(k),
            Kind::Digits
                | Kind::Stop
                | Kind::Apostrophe
                | Kind::Quote
                | Kind::QuoteClose
                | Kind::Other
        )
    })?;
    matches!(words.str(end), "N" | "S" | "E" | "W").then_some(end + 1)
}

/// Whether the number from `i` to `end` is a part of a code.
pub(super) fn is_part(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    if words.kind(i) == Kind::Stop {
        let digits = words.width(i + 1);
        let kind = end + usize::from(words.kind(end) == Kind::Dash && words.glued(end));
        let weapon = words.any(
            kind,
            set![
                "rifle rifles pistol pistols revolver revolvers handgun handguns calibre caliber gun guns round rounds bullet bullets \
                 ammunition cartridge cartridges"
            ],
        );
        return end == i + 2 && (digits == 2 && (words.capital(end) || weapon) || digits == 3);
    }
    if words.kind(i) != Kind::Digits {
        // «7-Eleven», «Pier Thirty-Nine».
        let number = words.kind(back(before)) == Kind::Digits
            || words.capital(back(before)) && words.entry(back(before)).number.is_some();
        return words.kind(before) == Kind::Dash && number && words.glued(i) && words.capital(i);
    }
    // «economics 101».
    if words.str(i) == "101"
        && end == i + 1
        && words.kind(before) == Kind::Word
        && matches!(words.kind(end), Kind::Stop | Kind::None | Kind::Comma)
    {
        return true;
    }
    let touching = before < i && words.glued(i);
    // «53(2)», «7(a)(3)»: a bracket that touches what stands before it.
    let bracket = touching
        && words.kind(before) == Kind::Open
        && words.kind(i + 1) == Kind::Close
        && words.glued(before)
        && matches!(words.kind(back(before)), Kind::Digits | Kind::Close);
    // «401(k)».
    let opens = words.kind(end) == Kind::Open
        && words.glued(end)
        && words.glued(end + 1)
        && words.width(end + 1) == 1
        && words.kind(end + 2) == Kind::Close;
    // «*347», «BA.5», «COP26».
    let starred = touching
        && words.kind(before) == Kind::Other
        && matches!(words.str(before), "*" | "§" | "№");
    let dotted = touching
        && words.kind(before) == Kind::Stop
        && words.glued(before)
        && words.kind(back(before)) == Kind::Word
        && words
            .str(back(before))
            .bytes()
            .all(|byte| byte.is_ascii_uppercase())
        || touching
            && matches!(words.kind(before), Kind::Stop)
            && words.glued(before)
            && words.kind(back(before)) == Kind::Digits
            && words.glued(back(before))
            && words.kind(back(back(before))) == Kind::Stop;
    // «batting .300»: its point was no start of a number.
    let fused = touching && words.kind(before) == Kind::Word
        || touching && words.kind(before) == Kind::Stop && !words.glued(before) && before > 0;
    // «10-K», «7-Eleven».
    let hyphened = end == i + 1
        && words.kind(end) == Kind::Dash
        && words.glued(end)
        && words.glued(end + 1)
        && words.kind(end + 1) == Kind::Word
        && (words.width(end + 1) == 1 && words.str(end + 1).starts_with(char::is_uppercase)
            || is_suffix(words, i, end + 1)
            || words.capital(end + 1) && words.entry(end + 1).number.is_some());
    // «the 5 G rollout»: a capital letter that is no unit here.
    let letter = end == i + 1
        && words.at(end).gap == Gap::Space
        && words.kind(end) == Kind::Word
        && words.width(end) == 1
        && words.str(end).starts_with(char::is_uppercase)
        && !matches!(words.str(end), "I" | "A" | "M" | "K" | "B")
        && !words.glued(end + 1);
    // «20/20 vision», «.38 Special»: no part of one, and a calibre.
    let even =
        words.kind(i + 1) == Kind::Slash && words.glued(i + 1) && words.str(i) == words.str(i + 2);
    bracket
        || even
        || opens
        || starred
        || dotted
        || fused
        || hyphened
        || letter
        || is_law(words, end)
        || is_size(words, i, end)
}

/// «1040-EZ»: two capitals behind a number of three figures and more that name no unit or word of dates.
fn is_suffix(words: Words<'_>, i: usize, k: usize) -> bool {
    let letters = words.str(k);
    letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && words.width(i) > 2
        && words.entry(k).unit.is_none()
        && words.date(k).is_none()
        && words.entry(k).clock.is_none()
}

/// «144 F.Supp.3d 1088», «98 S.Ct. 2733», «12 Cal.App.4th 40»: volume, abbreviated title and page. The index after the page.
fn reporter(words: Words<'_>, i: usize) -> Option<usize> {
    /// Longest title, in tokens.
    const LONGEST: usize = 9;
    let first = i + 1;
    if words.at(first).gap != Gap::Space
        || !words.capital(first)
        || words.kind(first + 1) != Kind::Stop
        || !words.glued(first + 1)
        || words.width(first) > 1 && words.date(first).is_some()
    {
        return None;
    }
    let (mut stops, mut series) = (0, false);
    let mut k = first;
    while k < first + LONGEST {
        match words.kind(k) {
            Kind::Word if words.capital(k) && words.width(k) <= 5 => {}
            // «3d», «4th».
            Kind::Digits if words.glued(k + 1) && words.any(k + 1, set!["d", "nd", "rd", "th"]) => {
                series = true;
                k += 1;
            }
            Kind::Stop if words.glued(k) => stops += 1,
            Kind::Digits => break,
            _ => return None,
        }
        k += 1;
    }
    // «killed 3 U.S. 12 others» has two stops as well; a page closes its phrase.
    let page = words.kind(k) == Kind::Digits
        && words.at(k).gap == Gap::Space
        && (series || stops > 1 && count::noun(words, k + 1).is_none());
    page.then_some(k + 1)
}

/// «1999 RQ36», «2024 YR4»: a year and a code, as small bodies are called.
fn designation(words: Words<'_>, i: usize) -> Option<usize> {
    let letters = words.str(i + 1);
    let year = words.width(i) == 4 && matches!(words.str(i).get(..2), Some("19" | "20"));
    let named = year
        && words.at(i + 1).gap == Gap::Space
        && words.kind(i + 1) == Kind::Word
        && letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && words.kind(i + 2) == Kind::Digits
        && words.glued(i + 2);
    named.then_some(i + 3)
}

/// «14.Be3», «1.e4», «9...Nxf6»: the number of a move that its move touches.
fn chess_move(words: Words<'_>, i: usize) -> Option<usize> {
    let mut k = i + 1;
    while matches!(words.kind(k), Kind::Stop | Kind::End) && words.glued(k) && k < i + 4 {
        k += 1;
    }
    let letters = words.str(k);
    let file = letters.ends_with(|last: char| ('a'..='h').contains(&last));
    let piece = letters.len() <= 4
        && (letters.starts_with(['K', 'Q', 'R', 'B', 'N']) || letters.len() <= 3)
        && letters.len() != 2
        || letters.len() == 2 && letters.starts_with(['K', 'Q', 'R', 'B', 'N']);
    let square = words.kind(k + 1) == Kind::Digits && words.glued(k + 1) && words.width(k + 1) == 1;
    (k > i + 1 && words.kind(k) == Kind::Word && words.glued(k) && file && piece && square)
        .then_some(k + 2)
}

/// «18 U.S.C. 1030», «347 U.S. 483», «28 C.F.R. § 50»: the volume of a law or a report.
fn is_law(words: Words<'_>, end: usize) -> bool {
    let mut k = end;
    let mut letters = 0;
    while k < end + 8
        && words.kind(k) == Kind::Word
        && words.width(k) == 1
        && words.str(k).starts_with(char::is_uppercase)
        && words.kind(k + 1) == Kind::Stop
        && words.glued(k + 1)
    {
        letters += 1;
        k += 2;
    }
    if words.any(end, set!["usc", "cfr"]) && words.str(end).starts_with(char::is_uppercase) {
        letters = 3;
        k = end + 1;
    }
    k += usize::from(words.any(k, set!["code", "ct", "supp", "2d", "3d"]));
    let next = matches!(words.kind(k), Kind::Digits)
        || words.kind(k) == Kind::Other && words.str(k).starts_with('§');
    letters >= 2 && next
}

/// «a 4K screen», «his 401k», «3M made the masks»: a number with a letter behind it, of which nothing is counted.
fn is_size(words: Words<'_>, i: usize, end: usize) -> bool {
    let last = back(end);
    let lettered = end > i + 1
        && words.glued(last)
        && matches!(words.str(last), "K" | "k" | "M" | "G")
        && words.kind(back(last)) == Kind::Digits;
    if !lettered || count::noun(words, end).is_some() && !words.any(back(i), set!["a", "an"]) {
        return false;
    }
    let before = back(i);
    let determined =
        before < i && words.any(before, set!["a an the his her their my your our its"]) || i == 0;
    let singular = words.kind(end) == Kind::Word
        && words.at(end).flags
            & (flag::FUNCTION | flag::STANCE | flag::TALLY | flag::UNIT | flag::MONEY)
            == 0;
    // «Ford, 3M, Hasbro», «Dell, 3M and IBM»: among names.
    let joins = |k: usize| words.kind(k) == Kind::Comma || words.any(k, set!["and", "or"]);
    let listed = words.str(last) == "M"
        && joins(before)
        && words.capital(back(before))
        && (joins(end) && (words.capital(end + 1) || words.kind(end + 1) == Kind::Digits)
            || matches!(words.kind(end), Kind::Stop | Kind::None));
    listed || determined || singular && count::noun(words, end).is_none() && words.str(last) == "K"
}
