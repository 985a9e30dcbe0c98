//! Units of time and of measurement, as words and as signs.
//!
//! In: the tokens of a sentence and the index after a number. Out: the unit that stands there, plain («miles»), made of
//! several words («square metres», «degrees Celsius») or a rate («km/h», «metres per second»).

mod compound;
mod table;
mod time;

use super::fold::flag;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Unit;

/// What a unit's word measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Measures {
    /// Seconds in one, and months in one where it is a calendar unit.
    Time {
        /// Months of 30 and years of 365 days.
        seconds: f64,
        /// 0 for clock units.
        months: f64,
    },
    /// Anything else.
    Quantity(Unit),
}

/// How a unit's word may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A word: «hours», «kilometre».
    Name,
    /// An abbreviation that is no English word: «km», «mins».
    Short,
    /// One or two letters that touch the number, in this case only: «3h», «5C».
    Tight,
    /// An abbreviation that is a word or a name in any other case: «40Mt», «5.5 J».
    Exact(&'static str),
    /// A word that is more often no unit, and is one behind a number with decimals: «1.5 bar».
    Decimal,
}

/// A word for a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct UnitWord {
    /// Folded.
    pub(crate) text: &'static str,
    /// What it measures.
    pub(crate) measures: Measures,
    /// How it may be written.
    pub(crate) form: Form,
}

pub(crate) use compound::DEGREE;
pub(crate) use compound::FOOT;
pub(crate) use compound::INCH;
pub(super) use compound::LEADS;
pub(crate) use compound::MAGNITUDE;
use time::HOUR;

/// The words of units, in lists.
pub(super) fn words() -> impl Iterator<Item = &'static UnitWord> + Clone {
    table::WORDS.iter().copied().flatten().chain(time::WORDS)
}

/// A unit of time at `at`: seconds, months, index after it.
pub(crate) fn time_at(words: Words<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let word = words.entry(at).unit?;
    let Measures::Time { seconds, months } = word.measures else {
        return None;
    };
    may_stand(words, at, word.form).then_some((
        seconds,
        months,
        abbreviated(words, at + 1, word.form),
    ))
}

/// A unit that is not time at `at`: the unit and the index after it.
pub(crate) fn quantity_at(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    if let Some(found) = compound::temperature(words, at) {
        return Some(found);
    }
    if let Some(found) = compound::parts(words, at) {
        return Some(found);
    }
    // «60W» is a power, «2W» two weeks.
    if words.str(at) == "W" && is_watts(words, at) {
        return Some((compound::WATT, at + 1));
    }
    let power = compound::power_before(words, at);
    let start = power.map_or(at, |(_, next)| next);
    let kind = compound::kind_before(words, start);
    let start = kind.map_or(start, |(_, next)| next);
    if let Some(("light", _)) = kind {
        return words
            .any(start, set!["year", "years"])
            .then_some((compound::LIGHT_YEAR, start + 1));
    }
    let word = words.entry(start).unit?;
    let Measures::Quantity(mut unit) = word.measures else {
        return None;
    };
    let form = if start > at { Form::Short } else { word.form };
    if !may_stand(words, start, form) {
        return None;
    }
    if let Some((kind, _)) = kind {
        unit = compound::of_kind(kind, unit)?;
    }
    let mut end = abbreviated(words, start + 1, form);
    if unit.dimension == "length" {
        let after = compound::power_after(words, end);
        if let Some(power) = power.or(after) {
            unit = compound::to_power(unit, power.0);
            end = after.map_or(end, |(_, end)| end);
        }
    } else if power.is_some() {
        return None;
    }
    let more = compound::rate(words, unit, end).or_else(|| compound::product(words, unit, end));
    Some(more.unwrap_or((unit, end)))
}

/// Whether the capital «W» at `at` is watts: ten and more, or it stands apart behind a measure.
fn is_watts(words: Words<'_>, at: usize) -> bool {
    let digits = back(at);
    if words.kind(digits) != Kind::Digits || is_initial(words, at) {
        return false;
    }
    if words.glued(at) {
        return words.width(digits) > 1 || is_decimal(words, at);
    }
    words.at(at).gap == Gap::Space && (is_decimal(words, at) || is_measure(words, at))
}

/// Whether an abbreviation may be a unit where it stands.
fn may_stand(words: Words<'_>, at: usize, form: Form) -> bool {
    // «24703L202» is an id.
    let parted = words.any(at, set!["ft", "st", "lb", "m"])
        && words.glued(at + 2)
        && words.any(at + 2, set!["in", "ins", "lb", "lbs", "oz", "cm"]);
    // «5min30sec».
    let is_time = |k: usize| {
        let unit = words.entry(k).unit;
        words.glued(k) && unit.is_some_and(|word| matches!(word.measures, Measures::Time { .. }))
    };
    let parted = parted || is_time(at) && is_time(at + 2);
    let id = words.glued(at + 1)
        && words.kind(at + 1) == Kind::Digits
        && !parted
        && !matches!(words.str(at + 1), "2" | "3");
    // «3 mm-wave», «12 in-laws», «3 in-depth»: the head of a compound.
    let head = form != Form::Name
        && !words.glued(at)
        && words.kind(back(at)) != Kind::Dash
        && words.kind(at + 1) == Kind::Dash
        && words.glued(at + 1)
        && words.glued(at + 2)
        && !words.any(at + 2, SIZED);
    if head {
        return false;
    }
    match form {
        Form::Name => true,
        Form::Short => !id,
        Form::Exact(letters) => {
            let glued = words.glued(at) && words.kind(back(at)) != Kind::Dash;
            // «a 3-mo job».
            let joined = letters.len() > 1 && words.kind(back(at)) == Kind::Dash && words.glued(at);
            let digits = if joined { back(back(at)) } else { back(at) };
            let number = matches!(words.kind(digits), Kind::Digits | Kind::Vulgar);
            let decimal = is_decimal(words, at);
            let capital = letters.len() == 1 && letters.starts_with(char::is_uppercase);
            let name = !glued && (capital && !decimal || words.capital(at + 1));
            words.str(at) == letters && !id && (glued || number) && !name
        }
        Form::Decimal => is_decimal(words, at),
        Form::Tight => {
            let word = words.str(at);
            let glued = words.glued(at) && words.kind(back(at)) != Kind::Dash;
            let pair = words.glued(at + 1) && words.kind(at + 1) == Kind::Digits;
            match word {
                // «5.5 L», «12 V»: a capital stands apart behind a measure, not in «Section 12 L».
                "L" | "V" if !glued => {
                    words.at(at).gap == Gap::Space
                        && !is_initial(words, at)
                        && (is_decimal(words, at) || is_measure(words, at))
                }
                // «1 m», «2 g», «5 l» may stand apart; other letters touch.
                "m" | "g" | "l" | "bit" => {
                    !id && words.at(at).gap <= Gap::Space
                        && (glued
                            || !matches!(words.kind(at + 1), Kind::Dash | Kind::Apostrophe)
                            || !words.glued(at + 1))
                }
                // «3 h 20 min», but not «3 h» before a word.
                // A lone article before it makes a name: «a 5 h».
                "h" => {
                    glued
                        || matches!(words.kind(back(at)), Kind::Digits | Kind::Vulgar)
                            && words.kind(at + 1) != Kind::Word
                            && !words.any(back(back(at)), set!["a", "an", "the"])
                }
                "H" => glued,
                "in" if !glued => {
                    words.kind(at + 1) != Kind::Word && words.kind(at + 1) != Kind::Digits
                }
                "w" | "d" | "y" | "s" | "ms" | "in" | "L" => {
                    glued && !pair && !(words.kind(at + 1) == Kind::Dash && words.glued(at + 1))
                }
                _ => {
                    glued
                        && !pair
                        && word.len() <= 2
                        && word != "M"
                        && word != "G"
                        && word != "S"
                        && word != "D"
                }
            }
        }
    }
}

/// The full stop of an abbreviation belongs to it only inside a sentence: «5 ft. tall».
fn abbreviated(words: Words<'_>, end: usize, form: Form) -> usize {
    let lower = words.str(end + 1).starts_with(char::is_lowercase);
    if form == Form::Short && words.kind(end) == Kind::Stop && words.glued(end) && lower {
        return end + 1;
    }
    end
}

/// «the March 2021 C.P.I.», «24703 L 202»: a capital that initials or digits follow is a part of a name.
fn is_initial(words: Words<'_>, at: usize) -> bool {
    let dotted = words.kind(at + 1) == Kind::Stop && words.glued(at + 1);
    // «10 C. difficile cases».
    let species = dotted
        && words.str(at + 2).starts_with(char::is_lowercase)
        && words.kind(at + 2) == Kind::Word;
    // «the 1992 L. A. riots», «2021 G.D.P.»: behind a year.
    let year = matches!(words.str(back(at)).get(..2), Some("18" | "19" | "20"))
        && words.width(back(at)) == 4
        && !words.glued(at)
        && !is_decimal(words, at);
    species
        || year
        || dotted
            && words.capital(at + 2)
            && (words.glued(at + 2) || words.kind(at + 3) == Kind::Word)
        || words.is(at + 1, "'s")
        || matches!(words.str(at + 1), "#" | "++")
        || matches!(words.kind(at + 1), Kind::Dash) && words.kind(at + 2) == Kind::Digits
        || words.kind(at + 1) == Kind::Digits
        || words.at(at + 1).gap == Gap::Space
            && words.kind(at + 1) == Kind::Word
            && words.glued(at + 2)
            && words.kind(at + 2) == Kind::Digits
}

/// Whether the number before `at` has decimals.
fn is_decimal(words: Words<'_>, at: usize) -> bool {
    let digits = back(at);
    words.kind(digits) == Kind::Digits
        && words.kind(back(digits)) == Kind::Stop
        && words.glued(digits)
        && words.kind(back(back(digits))) == Kind::Digits
}

/// Whether what stands before the number at `at - 1` lets it be a measure: «about 60 W», «of 12 V», not «Apartment 5 C».
fn is_measure(words: Words<'_>, at: usize) -> bool {
    let number = back(at);
    let mut before = back(number);
    // «-40 F», «(-13 F)».
    let signed = words.kind(before) == Kind::Dash && words.glued(number);
    if signed && !(words.glued(before) && words.kind(back(before)) != Kind::Open) {
        before = back(before);
    }
    words.kind(number) == Kind::Digits
        && !words.capital(at + 1)
        && words.width(number) < 5
        && (matches!(words.kind(before), Kind::None | Kind::Open | Kind::Comma)
            || words.has(before, flag::FUNCTION | flag::HEDGE)
            || words.str(before).starts_with(char::is_lowercase) && !words.any(before, LABELS))
}

/// What a length may be followed by in one compound: «5 m-high».
const SIZED: &Set = set![
    "long", "high", "wide", "deep", "tall", "thick", "to", "and", "by", "x",
];

/// What a number with a letter may label: «room 5 C».
pub(super) const LABELS: &Set = set![
    "room",
    "section",
    "apartment",
    "grade",
    "row",
    "seat",
    "gate",
    "size",
    "class",
    "type",
    "block",
    "unit",
    "table",
    "page",
    "exit",
    "zone",
    "form",
    "platform",
    "bay",
    "route",
    "highway",
    "level",
    "model",
    "article",
    "figure",
    "appendix",
    "clause",
    "line",
    "bus",
    "tram",
    "terminal",
    "flight",
    "house",
    "box",
    "court",
    "stand",
    "building",
    "door",
    "lot",
    "track",
    "annex",
    "schedule",
    "rule",
    "order",
    "note",
    "item",
    "plot",
    "wing",
    "hall",
    "lane",
    "car",
    "coach",
    "berth",
    "cell",
    "ward",
    "hut",
    "tower",
    "studio",
    "chapter",
    "part",
    "group",
    "team",
    "category",
    "stage",
    "phase",
    "vitamin",
    "hepatitis",
    "key",
    "sharp",
    "flat",
];
