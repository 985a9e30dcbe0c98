//! Numbers and days in names: «Formula One», «the 101st Airborne», «Twelve Angry Men», «Judge Friday».
//!
//! In: the tokens of a sentence and an index. Out: whether what stands there is a part of a name. In a headline, and at the
//! start of a sentence, capitals tell nothing.

use crate::lex::count;
use crate::lex::cue;
use crate::lex::date::DateWord;
use crate::lex::fold::flag;
use crate::lex::number::NumberWord::{Fused, One, Ordinal, Teen, Tens};
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// Whether a cardinal or an ordinal in words stands at `i`.
fn is_number(words: Words<'_>, i: usize) -> bool {
    matches!(
        words.entry(i).number,
        Some(One(_) | Teen(_) | Tens(_) | Fused(_) | Ordinal(_))
    )
}

/// A word with a capital that is a day or a month.
fn is_calendar(words: Words<'_>, i: usize) -> bool {
    matches!(
        words.date(i),
        Some(DateWord::Weekday(_) | DateWord::Month(_))
    )
}

/// Whether the word at `i` has a capital of its own, as names have.
fn is_plain(words: Words<'_>, i: usize) -> bool {
    words.capital(i)
        && !is_calendar(words, i)
        && !words.has(i, flag::FUNCTION | flag::HEDGE)
        && words.entry(i).number.is_none()
}

/// «Formula One», «the Four Seasons hotel», «the Ninth Circuit», «the 101st Airborne», «Ocean's Eleven».
pub(super) fn is_name(words: Words<'_>, i: usize) -> bool {
    let before = back(i);
    if words.kind(i) == Kind::Digits {
        let suffix = words.glued(i + 1) && words.any(i + 1, set!["st", "nd", "rd", "th"]);
        return suffix && is_plain(words, i + 2) && !is_headline(words, i);
    }
    let written = words.str(i).as_bytes();
    if !words.capital(i)
        || written.len() < 2
        || !is_number(words, i)
        || written[1].is_ascii_uppercase()
    {
        return false;
    }
    let follows = matches!(words.kind(before), Kind::Word | Kind::Comma)
        || words.kind(before) == Kind::Dash && words.glued(i);
    let owned = words.is(before, "'s") && words.capital(back(before));
    // «the Gang of Four».
    let owned = owned || words.is(before, "of") && is_plain(words, back(before));
    // «the firm Three was sold»: in prose no number has a capital.
    let lower = |k: usize| {
        words.kind(k) == Kind::Word
            && words.str(k).starts_with(char::is_lowercase)
            && words.at(k).gap == Gap::Space
    };
    let next = if words.kind(i + 1) == Kind::Dash && words.glued(i + 1) && is_number(words, i + 2) {
        i + 3
    } else {
        i + 1
    };
    let prose = lower(before) && lower(i + 1) && before > 0;
    let named = prose
        || is_plain(words, next)
        || is_plain(words, before) && !words.has(before, flag::TALLY | flag::STANCE)
        || owned;
    follows && named && !is_headline(words, i)
}

/// «Twelve Angry Men is back», «Three Mile Island»: capitals behind a number word that are one thing, or a place. The index
/// after them.
pub(super) fn title(words: Words<'_>, i: usize) -> Option<usize> {
    let number = || {
        matches!(
            words.entry(i).number,
            Some(One(_) | Teen(_) | Tens(_) | Fused(_))
        )
    };
    if !words.capital(i) || !number() || is_headline(words, i) {
        return None;
    }
    let capital = |k: usize| {
        let joins = words.any(k, set!["of", "the", "a"]) && words.capital(k + 1);
        words.capital(k) || joins || words.kind(k) == Kind::Apostrophe || words.is(k, "'s")
    };
    let mut end = i + 1;
    while end < i + 8 && capital(end) {
        end += 1;
    }
    let one = words.is(i, "one");
    let single = words.any(end, set!["is", "was", "has", "will"]) && !words.is(end, "will");
    let place = words.any(
        end - 1,
        set![
            "island islands river rivers lake lakes dam hills mountain mountains valley creek points palms street avenue park bridge              war wars palms oaks pines springs rock rocks"
        ],
    );
    // «Seven Network bought it»: nothing in the plural that it could count.
    let head = end - 1;
    let lone = end > i + 1
        && words.kind(end) == Kind::Word
        && words.width(head) > 2
        && !words.str(head).ends_with('s')
        && words.kind(head) == Kind::Word
        && count::noun(words, i + 1).is_none()
        && words.at(i + 1).flags
            & (flag::PEOPLE | flag::PERSON | flag::UNIT | flag::MONEY | flag::NUMBER)
            == 0;
    // «Six Flags and Five Guys»: the second one is a name, for no number has a capital inside a sentence.
    let other = end + 1;
    let pair = end > i + 1
        && words.any(end, set!["and", "or"])
        && words.capital(other)
        && is_number(words, other)
        && words.capital(other + 1);
    (end > i + 1 && !one && (single || place || lone || pair)).then_some(end)
}

/// «the Six-Day War», «a Four-Day Week bill»: a number, a unit and a noun with capitals in prose. The index after the noun.
pub(super) fn compound(words: Words<'_>, i: usize) -> Option<usize> {
    let capital = |k: usize| words.capital(k) && words.kind(k) == Kind::Word;
    let named = capital(i)
        && is_number(words, i)
        && words.kind(i + 1) == Kind::Dash
        && words.glued(i + 1)
        && words.glued(i + 2)
        && capital(i + 2)
        && !is_number(words, i + 2)
        && capital(i + 3)
        && words.at(i + 3).gap == Gap::Space;
    (named && !is_headline(words, i)).then_some(i + 4)
}

/// Nouns for what has a title.
const WORKS: &Set = set![
    "film movie song novel book play album musical band series single track thriller comedy documentary sequel bestseller memoir \
    podcast opera ballet painting sitcom drama game video"
];

/// Units that are written with a small letter, so that a capital makes them a part of a title.
const UNITS: &Set = set![
    "mile miles inch inches foot feet gram grams pound pounds yard yards acre acres metre metres meter meters cent"
];

/// «the film 12 Monkeys», «she saw 8 Mile», «Nine Inch Nails»: a title, as its noun or the capital of a unit tells.
pub(super) fn is_work(words: Words<'_>, i: usize, end: usize) -> bool {
    let capital = |k: usize| {
        words.capital(k)
            && words.width(k) > 1
            && words.kind(k) == Kind::Word
            && words.at(k).gap == Gap::Space
    };
    let told = words.any(back(i), WORKS) && i > 0 && capital(end) && !is_calendar(words, end);
    // «her song 22 and the album 1989».
    let bare = words.any(
        back(i),
        set!["song", "album", "novel", "single", "track", "band", "film"],
    ) && words.kind(i) == Kind::Digits
        && (words.has(end, flag::FUNCTION)
            || matches!(
                words.kind(end),
                Kind::Stop | Kind::Comma | Kind::None | Kind::QuoteClose
            ));
    told || bare || is_titled_unit(words, i, end) || is_free(words, i, end)
}

/// «8 Mile», «50 Cent»: a unit with a capital in a sentence that has small letters.
pub(super) fn is_titled_unit(words: Words<'_>, i: usize, unit: usize) -> bool {
    words.capital(unit)
        && words.any(unit, UNITS)
        && words
            .str(unit)
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_lowercase())
        && words.at(unit).gap == Gap::Space
        && i + 4 > unit
        && !words.any(unit + 1, set!["per", "an", "a"])
        && !is_headline(words, i)
}

/// «zero Covid», «net zero»: a number word that is the name of an aim.
fn is_free(words: Words<'_>, i: usize, end: usize) -> bool {
    words.is(i, "zero")
        && (words.any(
            end,
            set![
                "covid",
                "carbon",
                "emission",
                "emissions",
                "waste",
                "hunger"
            ],
        ) || words.is(back(i), "net"))
}

/// «Judge Friday Adeyemi», «Sheffield Wednesday», «Sunday School»: a day that is somebody's or something's name.
pub(super) fn is_day_in_name(words: Words<'_>, i: usize) -> bool {
    if !matches!(words.date(i), Some(DateWord::Weekday(_))) || !words.capital(i) {
        return false;
    }
    let before = back(i);
    let titled = words.capital(before)
        && words.any(
            before,
            set![
                "mr mrs ms dr judge mayor sergeant sgt senator president governor minister captain capt colonel col general gen                  professor prof detective officer constable pastor chief justice sir lady lord private corporal major"
            ],
        );
    let head = words.capital(i + 1)
        && words.any(
            i + 1,
            set!["school mosque harbor harbour club times mirror herald telegraph post mail express tribune independent people sport lights                   books records foundation group"],
        );
    let pair = |first: &'static str, day: &'static str| words.is(before, first) && words.is(i, day);
    let named = words.capital(before)
        && (pair("sheffield", "wednesday")
            || pair("ruby", "tuesday")
            || pair("bloody", "sunday")
            || pair("man", "friday")
            || pair("girl", "friday")
            || pair("freaky", "friday"));
    // «The Daily Monday» is a paper, «near Friday Bridge» a place.
    let paper = words.capital(before) && matches!(words.date(before), Some(DateWord::Periodic(..)));
    let place = words.capital(i + 1)
        && words.date(i + 1).is_none()
        && words.any(before, set!["near outside inside via"]);
    titled || head || named || paper || place
}

/// «Jon June said», «Angela March's»: a month behind a name, and what follows is told of that person. A month without a day
/// has a preposition or another month's word before it.
pub(super) fn is_surname(words: Words<'_>, i: usize) -> bool {
    if !matches!(words.date(i), Some(DateWord::Month(_))) || !words.capital(i) {
        return false;
    }
    let told = words.is(i + 1, "'s") && words.glued(i + 1)
        || words.cue(i + 1) & (cue::SAY | cue::BE) != 0 && words.kind(i + 1) == Kind::Word;
    let named = is_plain(words, back(i)) && words.date(back(i)).is_none() && !words.glued(i);
    named && told && !is_headline(words, i)
}

/// Whether every word around that is no function word has a capital.
fn is_headline(words: Words<'_>, i: usize) -> bool {
    let around = i.saturating_sub(14)..i + 14;
    let content = |k: &usize| {
        words.kind(*k) == Kind::Word && words.width(*k) > 2 && !words.has(*k, flag::FUNCTION)
    };
    around.filter(content).all(|k| words.capital(k))
}
