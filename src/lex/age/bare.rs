//! Bare numbers that are ages: «Lena Voss, 49, said», «the mayor, 49,», «who is 49», «he died at 94», «people over 65», «the
//! voting age was cut to 16».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Age`]. What tells an age is a person beside the number, and that
//! nothing is counted or measured behind it.

use super::YEAR;
use super::person;
use crate::lex::Found;
use crate::lex::amount::Amount;
use crate::lex::amount::Rounding;
use crate::lex::count;
use crate::lex::digits;
use crate::lex::fold::flag;
use crate::lex::number;
use crate::lex::number::NumberWord;
use crate::lex::number::Numeral;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Value;

/// A number that may be somebody's age, and how it is written.
#[derive(Clone, Copy)]
struct Bare {
    value: f64,
    digits: bool,
    /// Index after it.
    end: usize,
}

/// Reads the age at `i`.
pub(super) fn read(words: Words<'_>, i: usize) -> Option<Found> {
    let bare = bare(words, i)?;
    let told = apposed(words, i, bare)
        || listed(words, i, bare)
        || is(words, i, bare)
        || at(words, i, bare)
        || of(words, i, bare)
        || limit(words, i, bare)
        || of_age(words, i, bare);
    told.then(|| {
        let amount = Amount::one(Numeral::new(bare.value, 1.0, bare.end));
        let measure = amount.measure(1.0, Rounding::Exact);
        Found::new(words, i, bare.end, Value::Age(measure))
    })
}

/// A whole number of years that somebody may have lived, with nothing glued to it.
fn bare(words: Words<'_>, i: usize) -> Option<Bare> {
    let figures = words.kind(i) == Kind::Digits;
    let (value, end) = if figures {
        (digits::whole_number(words.str(i)), i + 1)
    } else {
        match words.entry(i).number? {
            NumberWord::One(_)
            | NumberWord::Teen(_)
            | NumberWord::Tens(_)
            | NumberWord::Fused(_) => {}
            _ => return None,
        }
        let whole = number::cardinal(words, i)?;
        (whole.value, whole.end)
    };
    let decimal = matches!(
        words.kind(end),
        Kind::Stop | Kind::Comma | Kind::Colon | Kind::Slash
    ) && words.glued(end)
        && words.glued(end + 1)
        && words.kind(end + 1) == Kind::Digits;
    let joined = words.glued(end)
        && matches!(
            words.kind(end),
            Kind::Word | Kind::Percent | Kind::Dash | Kind::Degree
        )
        || words.kind(end) == Kind::Percent
        || figures
            && words.glued(i)
            && !matches!(
                words.kind(back(i)),
                Kind::Open | Kind::None | Kind::QuoteOpen
            );
    let years = (1.0..=115.0).contains(&value) && value.fract() == 0.0;
    (years && !decimal && !joined && words.width(i) <= 9).then_some(Bare {
        value,
        digits: figures,
        end,
    })
}

/// Whether the phrase is over behind the number.
fn ends(words: Words<'_>, end: usize) -> bool {
    matches!(
        words.kind(end),
        Kind::Stop
            | Kind::Comma
            | Kind::None
            | Kind::End
            | Kind::Semicolon
            | Kind::Close
            | Kind::Colon
            | Kind::QuoteClose
            | Kind::Quote
    ) || words.kind(end) == Kind::Dash && !words.glued(end)
}

/// Whether nothing is counted or measured behind the number.
fn is_free(words: Words<'_>, end: usize) -> bool {
    ends(words, end)
        || words.kind(end) == Kind::Word
            && !words.has(end, flag::UNIT | flag::MONEY | flag::NUMBER | flag::TALLY)
            && !words.any(
                end,
                set![
                    "per",
                    "percent",
                    "percentage",
                    "of",
                    "to",
                    "times",
                    "points",
                    "not",
                    "out",
                    "down",
                    "off",
                    "under",
                    "over"
                ],
            )
            && (words.has(end, flag::FUNCTION | flag::STANCE) || count::noun(words, end).is_none())
}

/// Adverbs that may stand before an age.
const ADVERBS: &Set =
    set!["now then just only barely still already nearly almost about around also aged"];

/// «Lena Voss, 49, said», «the mayor, 49,», «Voss (49)», «Lena Voss – 49 –», «Voss, now 49,».
fn apposed(words: Words<'_>, i: usize, bare: Bare) -> bool {
    let mut before = back(i);
    if words.any(before, ADVERBS) && words.kind(back(before)) == Kind::Comma {
        before = back(before);
    }
    let name = back(before);
    let next = bare.end;
    let full = person::is_name(words, name) && words.date(back(name)).is_none();
    let one = person::is_one(words, name) && !words.glued(name);
    match words.kind(before) {
        Kind::Open => {
            let closes = words.kind(next) == Kind::Close && words.glued(i);
            // «brothers Tom (12) and Sam (9)».
            let kin = || {
                (1..=9)
                    .map_while(|k| name.checked_sub(k))
                    .any(|k| person::are_many(words, k) || person::is_one(words, k))
            };
            closes && bare.digits && (full || one || person::is_capital(words, name) && kin())
        }
        Kind::Dash => {
            let dashes = !words.glued(before)
                && !words.glued(i)
                && words.kind(next) == Kind::Dash
                && !words.glued(next);
            dashes && bare.digits && full
        }
        Kind::Comma => {
            if words.at(i).gap != Gap::Space || !words.glued(before) {
                return false;
            }
            let closes = matches!(
                words.kind(next),
                Kind::Comma | Kind::Stop | Kind::End | Kind::Semicolon | Kind::None
            );
            let goes_on = bare.digits && words.any(next, set!["of", "and", "was", "who", "from"]);
            // «in Dallas, 12, 14 and 15», «June 19, 53,».
            let figures = words.kind(next) == Kind::Comma && words.kind(next + 1) == Kind::Digits;
            if figures {
                return false;
            }
            if full && bare.digits && (closes || goes_on) {
                return true;
            }
            // «The mayor, 49, denied it», «a friend, 33, and».
            if one && closes && (bare.digits || words.kind(next) == Kind::Comma) {
                return true;
            }
            // «of Bloggs, 25, smiling»: one name will do where the sentence goes on in small letters.
            let alone = person::is_capital(words, name)
                && bare.digits
                && words.kind(next) == Kind::Comma
                && words.str(next + 1).starts_with(char::is_lowercase);
            let placed = words.any(
                back(name),
                set!["in", "at", "near", "from", "to", "of", "outside"],
            );
            let child = words.any(
                next + 1,
                set!["and", "was", "who", "were", "had", "has", "is"],
            ) && !placed;
            match in_row(words, name, next) {
                Some(told) => bare.digits && told || alone && bare.value >= 10.0,
                None => alone && (bare.value >= 10.0 || child),
            }
        }
        _ => false,
    }
}

/// «Asha, 25, Ravi Das, 52, Meena, 1, and Dinesh, 7»: whether people are told of, where a name with its
/// number stands before it or behind it.
fn in_row(words: Words<'_>, name: usize, next: usize) -> Option<bool> {
    /// Longest name, in tokens.
    const NAME: usize = 3;
    /// Farthest before it the people are looked for, in tokens.
    const TOLD: usize = 30;
    let placed = |k: usize| words.any(k, set!["in", "at", "near", "from", "to", "of", "outside"]);
    if !person::is_capital(words, name) {
        return None;
    }
    let number = |k: usize| {
        words.kind(k) == Kind::Digits && words.width(k) <= 2 && words.at(k).gap == Gap::Space
    };
    let stops = |k: usize| {
        matches!(
            words.kind(k),
            Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::None
        )
    };
    let first = next + 1 + usize::from(words.is(next + 1, "and"));
    let last = (first..first + NAME)
        .take_while(|&k| person::is_capital(words, k))
        .last();
    let behind = words.kind(next) == Kind::Comma
        && last.is_some_and(|last| {
            words.kind(last + 1) == Kind::Comma && number(last + 2) && stops(last + 3)
        });
    let own = (1..=NAME)
        .map_while(|k| name.checked_sub(k))
        .find(|&k| !person::is_capital(words, k));
    let before = own.is_some_and(|k| {
        let comma = if words.is(k, "and") { back(k) } else { k };
        let comma = if words.kind(comma) == Kind::Comma {
            comma
        } else {
            k
        };
        let ahead = if words.kind(comma) == Kind::Comma {
            back(comma)
        } else {
            comma
        };
        ahead < k
            && number(ahead)
            && words.kind(back(ahead)) == Kind::Comma
            && person::is_capital(words, back(back(ahead)))
    });
    // «Fallon, 5, Denby, 3,» may be branches: that people are told of is said before the row.
    let people = || {
        (1..=TOLD).map_while(|k| name.checked_sub(k)).any(|k| {
            words.has(k, flag::TALLY | flag::PEOPLE)
                || person::is_one(words, k)
                || person::are_many(words, k)
                || words.any(
                    k,
                    set!["identified named accused suspects victims survivors students charged"],
                )
        })
    };
    (behind || before).then(|| stops(next) && !own.is_some_and(placed) && people())
}

/// «aged 24 and 27», «were 16, 17 and 20», «two boys, 9 and 11,»: a list is as its first.
fn listed(words: Words<'_>, i: usize, bare: Bare) -> bool {
    if !bare.digits {
        return false;
    }
    let next = bare.end;
    let goes_on = (words.is(next, "and") || words.kind(next) == Kind::Comma)
        && words.kind(next + 1) == Kind::Digits
        && !words.glued(next + 1)
        && words.width(next + 1) <= 3;
    let mut first = i;
    for _ in 0..6 {
        let joined = usize::from(words.any(back(first), set!["and", "or"]));
        let gap = joined + usize::from(words.kind(back(first).wrapping_sub(joined)) == Kind::Comma);
        let earlier = first.wrapping_sub(gap + 1);
        if gap == 0 || words.kind(earlier) != Kind::Digits || words.width(earlier) > 3 {
            break;
        }
        first = earlier;
    }
    if !goes_on && (first == i || !ends(words, next)) {
        return false;
    }
    let lead = back(first);
    if words.any(lead, set!["aged", "ages"]) {
        return true;
    }
    // «She was 2 and 3 down» is no age: a list of two needs several people.
    let were = words.any(lead, set!["were", "are"])
        && (person::are_many(words, back(lead)) || person::is_subject(words, back(lead)));
    // «two boys, 9 and 11,».
    let several = words.kind(lead) == Kind::Comma && person::are_many(words, back(lead));
    were || several
}

/// «The oldest victim was 91», «who is 49», «she will be 50 in May», «the youngest nine».
fn is(words: Words<'_>, i: usize, bare: Bare) -> bool {
    let mut lead = back(i);
    for _ in 0..2 {
        if words.any(lead, ADVERBS) && !words.is(lead, "aged") {
            lead = back(lead);
        }
    }
    let next = bare.end;
    let over = ends(words, next)
        || words.any(
            next,
            set!["when", "years", "and", "or", "but", "at", "while", "as"],
        ) && words.kind(next + 1) != Kind::Digits;
    // «The oldest was 91, the youngest nine.»
    let gapped = words.any(lead, set!["oldest", "youngest", "eldest"])
        && words.any(back(lead), set!["the", "her", "his", "their"])
        && over;
    if gapped {
        return true;
    }
    let coming = words.any(lead, set!["be"]) && words.any(back(lead), set!["will", "'ll", "would"])
        || words.is(lead, "been")
            && words.is(back(lead), "have")
            && words.is(back(back(lead)), "would");
    if coming {
        let subject = lead.wrapping_sub(if words.is(lead, "been") { 3 } else { 2 });
        let dated = over
            || words.any(next, set!["in", "on", "this", "next", "tomorrow"])
                && words.kind(next) == Kind::Word;
        return person::is_subject(words, subject) && dated;
    }
    if !over || !words.any(lead, set!["is", "was", "'s", "turned", "turns"]) {
        // «Both are 50.»
        return words.any(lead, set!["are", "were"])
            && words.any(back(lead), set!["both", "twins"])
            && ends(words, next);
    }
    let subject = back(lead);
    // «She was born in 1990 and is 34.»
    let born = words.is(subject, "and")
        && (subject.saturating_sub(7)..subject).any(|k| words.is(k, "born"));
    let at_score =
        words.any(next, set!["at"]) && words.phrase(next, set!["at", "the", "time"]).is_none();
    (person::is_subject(words, subject) || born) && !at_score
}

/// «He died on Tuesday at 94», «became king at 73», «At 61, she», «Dead at 27: …».
fn at(words: Words<'_>, i: usize, bare: Bare) -> bool {
    /// Farthest the verb is looked for, in tokens.
    const FAR: usize = 11;
    let before = back(i);
    if !words.is(before, "at") || !bare.digits {
        return false;
    }
    let told = |list: &Set| {
        (1..=FAR)
            .map_while(|k| before.checked_sub(k))
            .take_while(|&k| !matches!(words.kind(k), Kind::Semicolon | Kind::Colon))
            .any(|k| words.any(k, list))
    };
    let over = ends(words, bare.end)
        || words.any(bare.end, set!["and", "after", "in", "when", "from", "but"]);
    // Hours of the day go to 24.
    if bare.value > 24.0
        && over
        && told(set![
            "died", "dies", "dead", "dying", "retired", "retires", "retiring"
        ])
    {
        return true;
    }
    let life = set![
        "married",
        "marrying",
        "wed",
        "became",
        "become",
        "becoming",
        "crowned",
        "graduated",
        "debuted",
        "orphaned",
        "widowed",
        "enlisted"
    ];
    if bare.value > 12.0
        && ends(words, bare.end)
        && words.kind(bare.end) != Kind::Colon
        && told(life)
    {
        return true;
    }
    // «At 61, she is the oldest …», «At 61 he became …».
    let opening =
        !matches!(words.kind(back(before)), Kind::Word | Kind::Comma) && bare.value > 24.0;
    let comma = usize::from(words.kind(bare.end) == Kind::Comma);
    let who = bare.end + comma;
    opening
        && (words.any(who, set!["he", "she"])
            || comma > 0 && words.any(who, set!["the", "his", "her"]))
}

/// «a girl of six», «a boy of 12», «children as young as 12».
fn of(words: Words<'_>, i: usize, bare: Bare) -> bool {
    let before = back(i);
    if words.is(before, "as") {
        return words.any(back(before), set!["young", "old"])
            && words.is(back(back(before)), "as")
            && is_free(words, bare.end);
    }
    words.is(before, "of")
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
                "baby",
                "toddler",
                "teenager"
            ],
        )
        && words.entry(back(back(back(before)))).number.is_none()
        && (ends(words, bare.end)
            || words.any(
                bare.end,
                set!["was", "is", "who", "has", "had", "from", "in", "at", "and"],
            ))
}

/// «children under 5», «people over 65 are at risk», «anyone under 18».
fn limit(words: Words<'_>, i: usize, bare: Bare) -> bool {
    let before = back(i);
    words.any(before, set!["under", "over", "above", "below"])
        && person::are_many(words, back(before))
        && (bare.digits || ends(words, bare.end))
        && is_free(words, bare.end)
}

/// «the voting age was cut to 16», «the average age of the victims was 34», «the pension age from 65 to 67».
fn of_age(words: Words<'_>, i: usize, bare: Bare) -> bool {
    /// Farthest «age» is looked for, in tokens.
    const FAR: usize = 9;
    const KINDS: &Set = set![
        "average mean median minimum maximum legal voting retirement pension school leaving drinking driving marriage working \
        marriageable consent youngest oldest typical"
    ];
    let before = back(i);
    if !bare.digits
        || !words.any(
            before,
            set![
                "is", "was", "be", "to", "of", "at", "from", "and", "being", "between"
            ],
        )
        || !is_free(words, bare.end) && !words.is(bare.end, "to")
    {
        return false;
    }
    let age = (1..=FAR)
        .map_while(|k| before.checked_sub(k))
        .take_while(|&k| {
            matches!(words.kind(k), Kind::Word)
                || words.kind(k) == Kind::Digits && words.is(back(k), "from")
        })
        .find(|&k| words.any(k, set!["age"]));
    age.is_some_and(|age| words.any(back(age), KINDS) && words.kind(back(age)) == Kind::Word)
        && bare.value * YEAR > 0.0
}
