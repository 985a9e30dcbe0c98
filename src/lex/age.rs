//! Ages: «aged 53», «53-year-old», «ten months old», «Jo Bloggs, 53, said», «ages 5 to 12».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Age`] in years. An age is exact: somebody is 53 or not.

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::fold::flag;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::unit;
use super::wordset::Set;
use super::wordset::set;
use crate::value::Hedge;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// Seconds in a year of 365 days.
const YEAR: f64 = 31_536_000.0;

/// Reads an age that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, _context: &Context) -> Option<Found> {
    if words.any(i, set!["aged", "age", "ages"]) {
        return None;
    }
    old(words, i)
        .or_else(|| told(words, i))
        .or_else(|| decade(words, i))
        .or_else(|| apposed(words, i))
        .or_else(|| said(words, i))
}

/// An exact age in years that one number in digits tells.
fn exactly(words: Words<'_>, i: usize) -> Found {
    let value = words.str(i).parse().unwrap_or(0.0);
    let amount = Amount::one(Numeral::new(value, 1.0, i + 1));
    let measure = amount.measure(1.0, Rounding::Exact);
    Found::new(words, i, i + 1, Value::Age(measure))
}

/// People, of whom a bare number after a form of «be» is the age.
const PEOPLE: &Set = set![
    "he she oldest youngest eldest victim victims boy boys girl girls man men woman women child children suspect \
    suspects brother brothers sister sisters son sons daughter daughters twins pair couple father mother teenager teenagers \
    student students driver pilot gunman attacker husband wife widow baby toddler"
];

/// Nouns for one person or several, before ages in apposition or of a limit: «two boys, 9 and 11,», «children under 5».
const PERSONS: &Set = set![
    "boy boys girl girls man men woman women child children people those anyone adults adult brother brothers sister \
    sisters son sons daughter daughters teenager teenagers students pupils kids victims twins patients youths residents workers \
    infants babies everyone"
];

/// «The oldest victim was 91.», «He died on Tuesday at 94.», «At 61, she is …», «two boys, 9 and 11,», «children under 5».
fn said(words: Words<'_>, i: usize) -> Option<Found> {
    if words.kind(i) != Kind::Digits || words.str(i).len() > 3 {
        return None;
    }
    let value: f64 = words.str(i).parse().ok()?;
    let next = i + 1;
    let ends = matches!(
        words.kind(next),
        Kind::Stop | Kind::Comma | Kind::None | Kind::End | Kind::Semicolon | Kind::Close
    ) && !(words.glued(next + 1) && words.kind(next + 1) == Kind::Digits);
    let goes_on = (words.is(next, "and") || words.kind(next) == Kind::Comma)
        && words.kind(next + 1) == Kind::Digits
        && !words.glued(next + 1)
        && words.str(next + 1).len() <= 3;
    if !(1.0..=115.0).contains(&value)
        || !(ends || goes_on || words.any(next, set!["when", "years", "at", "or"]))
    {
        return None;
    }
    let before = back(i);
    // «aged 24 and 27», «were 16, 17 and 20», «two boys, 9 and 11,»: a list is as its first.
    let mut first = i;
    for _ in 0..6 {
        let comma = usize::from(words.any(back(first), set!["and", "or"]));
        let gap = comma + usize::from(words.kind(back(first).wrapping_sub(comma)) == Kind::Comma);
        let earlier = first.wrapping_sub(gap + 1);
        if gap == 0 || words.kind(earlier) != Kind::Digits || words.str(earlier).len() > 3 {
            break;
        }
        first = earlier;
    }
    let lead = back(first);
    if first < i && words.any(lead, set!["aged", "ages"]) {
        return Some(exactly(words, i));
    }
    let list = first < i || goes_on;
    let is = words.any(lead, set!["is", "was", "were", "are"]);
    let subject = back(lead);
    let person = words.any(subject, PEOPLE)
        && (!words.any(lead, set!["were", "are"]) || list)
        && !words.any(next, set!["at"]);
    // «She was 2 and 3 down» is no age: a list of two needs several people.
    let one = !list || words.any(lead, set!["were", "are"]);
    if is && person && one && (ends || goes_on || words.is(next, "when")) {
        return Some(exactly(words, i));
    }
    // «two boys, 9 and 11,».
    let several = words.kind(lead) == Kind::Comma && words.any(back(lead), PERSONS) && list;
    if several && (ends || goes_on) {
        return Some(exactly(words, i));
    }
    // «children under 5», «women over 40».
    if words.any(before, set!["under", "over"]) && words.any(back(before), PERSONS) && ends {
        return Some(exactly(words, i));
    }
    // «a boy of 12».
    if words.is(before, "of")
        && words.any(
            back(before),
            set![
                "boy",
                "girl",
                "man",
                "woman",
                "child",
                "youth",
                "lad",
                "youngster",
            ],
        )
        && ends
    {
        return Some(exactly(words, i));
    }
    // «He died on Tuesday at 94.»
    let died = words.is(before, "at")
        && ends
        && value > 24.0
        && (1..=11).map_while(|k| before.checked_sub(k)).any(|k| {
            words.any(
                k,
                set!["died", "dies", "dead", "dying", "retired", "married"],
            )
        });
    // «At 61, she is the oldest …».
    let opening = words.is(before, "at")
        && !matches!(words.kind(back(before)), Kind::Word | Kind::Comma)
        && value > 24.0
        && words.kind(next) == Kind::Comma
        && words.any(next + 1, set!["he", "she", "the", "his", "her"]);
    (died || opening).then(|| exactly(words, i))
}

/// «in his forties», «her mid-30s», «in their late 20s».
fn decade(words: Words<'_>, i: usize) -> Option<Found> {
    let digits = words.kind(i) == Kind::Digits
        && words.str(i).len() == 2
        && words.str(i).ends_with('0')
        && words.is(i + 1, "s")
        && words.glued(i + 1);
    let from = if digits {
        words.str(i).parse::<f64>().ok()?
    } else {
        let named = words.has(i, flag::DATE) || words.is(i, "teens");
        DECADES
            .iter()
            .find(|(word, _)| named && words.reads(i, word))?
            .1
    };
    let mut before = back(i);
    let dash = words.kind(before) == Kind::Dash;
    before = if dash { back(before) } else { before };
    let part = ["early", "mid", "late"]
        .into_iter()
        .find(|part| words.reads(before, part));
    before = if part.is_some() { back(before) } else { before };
    if !words.any(before, set!["his", "her", "their", "my", "your", "our"])
        || dash && part.is_none()
    {
        return None;
    }
    let end = i + 1 + usize::from(digits);
    let closed = |lo: f64, hi: f64| Interval::closed(from + lo, from + hi);
    let (typical, possible) = match part {
        Some("early") => (closed(0.0, 3.0), closed(0.0, 5.0)),
        Some("mid") => (closed(4.0, 6.0), closed(3.0, 7.0)),
        Some(_) => (closed(6.0, 9.0), closed(5.0, 9.0)),
        None => (closed(0.0, 9.0), closed(0.0, 9.0)),
    };
    let measure = Measure {
        stated: closed(0.0, 9.0),
        typical,
        possible,
        hedge: Some(Hedge::Vague),
    };
    Some(Found::new(words, i, end, Value::Age(measure)))
}

/// The decades of a life in words.
pub(super) const DECADES: &[(&str, f64)] = &[
    ("teens", 10.0),
    ("twenties", 20.0),
    ("thirties", 30.0),
    ("forties", 40.0),
    ("fifties", 50.0),
    ("sixties", 60.0),
    ("seventies", 70.0),
    ("eighties", 80.0),
    ("nineties", 90.0),
];

/// «53 years old», «53-year-old», «ten-month-old», «53 years of age», «a year-old».
fn old(words: Words<'_>, i: usize) -> Option<Found> {
    let article = words.entry(i).number == Some(NumberWord::Article);
    let amount = amount::read(words, i).or_else(|| {
        let one = Numeral {
            article: true,
            ..Numeral::new(1.0, 1.0, i + 1)
        };
        article.then(|| Amount::one(one))
    })?;
    let dash = |k: usize| usize::from(words.kind(k) == Kind::Dash);
    let of = usize::from(words.is(amount.end, "of") && words.is(back(amount.end), "couple"));
    let at = amount.end + dash(amount.end) + of;
    let (seconds, _, end) = unit::time_at(words, at)?;
    let last = end + dash(end);
    let end = if words.any(last, set!["old", "olds"]) {
        last + 1
    } else {
        words.phrase(end, set!["of", "age"])?
    };
    let years = seconds / YEAR;
    let measure = amount.measure(years, Rounding::Exact);
    Some(Found::new(words, i, end, Value::Age(measure)))
}

/// «aged 53», «age 53», «at the age of 53», «ages 5 to 12», «turned 80».
fn told(words: Words<'_>, i: usize) -> Option<Found> {
    let before = back(i);
    let lead = if words.any(
        before,
        set!["between", "about", "around", "just", "only", "from"],
    ) {
        back(before)
    } else {
        before
    };
    let of = words.is(before, "of") && words.any(back(before), set!["age", "ages"]);
    let turned = words.any(before, set!["turned", "turning", "turns"])
        && words.kind(i) == Kind::Digits
        && words.kind(i + 1) != Kind::Dash
        && super::count::noun(words, i + 1).is_none();
    let said = of || turned || words.any(lead, set!["aged", "age", "ages"]);
    if !said || words.entry(i).number == Some(NumberWord::Article) {
        return None;
    }
    let amount = amount::read(words, i)?;
    let years = amount.hi.unwrap_or(amount.lo).value <= 125.0;
    let counted = words.has(amount.end, flag::UNIT);
    years.then_some(())?;
    let (factor, end) = match unit::time_at(words, amount.end).filter(|_| counted) {
        Some((seconds, _, end)) if seconds >= 86_400.0 => (seconds / YEAR, end),
        Some(_) => return None,
        None => (1.0, amount.end),
    };
    let measure = amount.measure(factor, Rounding::Exact);
    Some(Found::new(words, i, end, Value::Age(measure)))
}

/// «Jo Bloggs, 53, said», «Bloggs (53)»: a number between commas after a name.
fn apposed(words: Words<'_>, i: usize) -> Option<Found> {
    if words.kind(i) != Kind::Digits || words.str(i).len() > 3 {
        return None;
    }
    let before = back(i);
    let value: f64 = words.str(i).parse().ok()?;
    let closes =
        words.kind(before) == Kind::Open && words.kind(i + 1) == Kind::Close && words.glued(i);
    let commas = words.kind(before) == Kind::Comma
        && words.at(i).gap == Gap::Space
        && matches!(
            words.kind(i + 1),
            Kind::Comma | Kind::Stop | Kind::End | Kind::Semicolon | Kind::None
        )
        || words.kind(before) == Kind::Comma
            && words.any(i + 1, set!["of", "and", "was", "who", "from"])
            && words.glued(before);
    let mut name = back(before);
    // «John Smith Jr., 53,».
    if words.kind(name) == Kind::Stop && words.any(back(name), set!["jr", "sr"]) {
        name = back(name);
    }
    // A date has a month before its comma: «June 19, 53,» is none, «in Dallas, 12, …» is rare.
    let named = words.capital(name)
        && words.date(name).is_none()
        && (words.capital(back(name))
            || words.kind(back(name)) == Kind::Stop
            || words.kind(back(name)) == Kind::Dash
            || words.any(name, set!["jr", "sr"]))
        && words.date(back(name)).is_none();
    // «of Bloggs, 25, smiling»: one name will do where the sentence goes on in small letters.
    let alone = words.capital(name)
        && words.date(name).is_none()
        && words.at(name).flags & (flag::FUNCTION | flag::OPENER) == 0
        && words.kind(before) == Kind::Comma
        && words.kind(i + 1) == Kind::Comma
        && words.str(i + 2).starts_with(char::is_lowercase)
        && value >= 10.0;
    let named = named || alone;
    let plausible = (1.0..=115.0).contains(&value);
    let place = matches!(words.kind(i + 2), Kind::Digits);
    ((closes || commas) && named && plausible && !place).then(|| {
        let amount = Amount::one(Numeral::new(value, 1.0, i + 1));
        Found::new(
            words,
            i,
            i + 1,
            Value::Age(amount.measure(1.0, Rounding::Exact)),
        )
    })
}
