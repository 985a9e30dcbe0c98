//! Units made of several words: powers, rates, kinds of tons and miles, temperatures.
//!
//! In: the tokens of a sentence, the index of the first word, the unit that a single word gave. Out: the unit that all of
//! the words say, and the index after them.

use super::HOUR;
use super::Measures;
use super::is_decimal;
use super::is_initial;
use super::is_measure;
use super::table;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Unit;

/// The scale of Celsius, and the base of temperatures.
const CELSIUS: Unit = Unit {
    symbol: "°C",
    dimension: "temperature",
    factor: 1.0,
    offset: 0.0,
};
/// Degrees Fahrenheit.
const FAHRENHEIT: Unit = Unit {
    symbol: "°F",
    dimension: "temperature",
    factor: 5.0 / 9.0,
    offset: -160.0 / 9.0,
};
/// Kelvin.
const KELVIN: Unit = Unit {
    symbol: "K",
    dimension: "temperature",
    factor: 1.0,
    offset: -273.15,
};
/// Degrees Rankine.
const RANKINE: Unit = Unit {
    symbol: "°R",
    dimension: "temperature",
    factor: 5.0 / 9.0,
    offset: -273.15,
};
/// The magnitude of an earthquake.
pub(crate) const MAGNITUDE: Unit = Unit {
    symbol: "magnitude",
    dimension: "magnitude",
    factor: 1.0,
    offset: 0.0,
};
/// The foot of twelve inches.
pub(crate) const FOOT: Unit = Unit {
    symbol: "ft",
    dimension: "length",
    factor: table::FOOT,
    offset: 0.0,
};
/// A twelfth of it.
pub(crate) const INCH: Unit = Unit {
    symbol: "in",
    dimension: "length",
    factor: table::FOOT / 12.0,
    offset: 0.0,
};
/// How far light goes in a year.
pub(super) const LIGHT_YEAR: Unit = Unit {
    symbol: "ly",
    dimension: "length",
    factor: 9.4607e15,
    offset: 0.0,
};
/// The watt, whose letter is also that of weeks.
pub(super) const WATT: Unit = Unit {
    symbol: "W",
    dimension: "power",
    factor: 1.0,
    offset: 0.0,
};
/// A degree, of an angle or of a scale that is not told.
pub(crate) const DEGREE: Unit = Unit {
    symbol: "°",
    dimension: "angle",
    factor: 1.0,
    offset: 0.0,
};

/// Words that a unit can be made of and that are none alone, for the lexicon.
pub(in crate::lex) const LEADS: &Set = set![
    "c f k w degree degrees deg celsius centigrade celcius fahrenheit farenheit fahrenheits rankine kelvin kelvins light \
    part parts revolution revolutions rotations"
];

/// «square», «sq.», «cubic» before a length: the power, and the index after it.
pub(super) fn power_before(words: Words<'_>, at: usize) -> Option<(i32, usize)> {
    let power = if words.any(at, set!["square", "sq"]) {
        2
    } else if words.any(at, set!["cubic", "cu"]) {
        3
    } else {
        return None;
    };
    let joined = words.kind(at + 1) == Kind::Dash
        || words.kind(at + 1) == Kind::Stop && words.any(at, set!["sq", "cu"]);
    Some((power, at + 1 + usize::from(joined)))
}

/// «²», «m2», «m^2», «squared» after a length.
pub(super) fn power_after(words: Words<'_>, at: usize) -> Option<(i32, usize)> {
    if words.any(at, set!["squared", "cubed"]) {
        return Some((if words.is(at, "cubed") { 3 } else { 2 }, at + 1));
    }
    if !words.glued(at) {
        return None;
    }
    let at = at + usize::from(words.str(at) == "^" && words.glued(at + 1));
    match words.str(at) {
        "²" | "2" => Some((2, at + 1)),
        "³" | "3" => Some((3, at + 1)),
        _ => None,
    }
}

/// «metric ton», «nautical miles», «fl. oz», «light-years»: what the word before the unit makes of it.
pub(super) fn kind_before(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    const KINDS: &Set = set![
        "metric", "long", "short", "nautical", "statute", "imperial", "fluid", "fl", "light", "us",
        "american",
    ];
    let kind = words.which(at, KINDS)?;
    let joined =
        words.kind(at + 1) == Kind::Dash || kind == "fl" && words.kind(at + 1) == Kind::Stop;
    Some((kind, at + 1 + usize::from(joined)))
}

/// The unit of that kind; a short year or a light mile is none.
pub(super) fn of_kind(kind: &str, unit: Unit) -> Option<Unit> {
    let (symbol, dimension, factor) = match (kind, unit.symbol) {
        ("metric", "ton" | "t") => ("t", "mass", 1e3),
        ("long", "ton") => ("ton", "mass", 1_016.046_9),
        ("short", "ton")
        | ("statute", "mi")
        | ("imperial" | "us" | "american", "gal" | "pt" | "qt" | "fl oz" | "cup" | "bbl") => {
            (unit.symbol, unit.dimension, unit.factor)
        }
        ("nautical", "mi") => ("nmi", "length", 1852.0),
        ("fluid" | "fl", "oz") => ("fl oz", "volume", table::GALLON / 128.0),
        _ => return None,
    };
    Some(Unit {
        symbol,
        dimension,
        factor,
        offset: 0.0,
    })
}

/// «parts per million», «revolutions per minute»: units that begin with what is no unit alone.
pub(super) fn parts(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    if !words.is(at + 1, "per") {
        return None;
    }
    let (symbol, dimension, factor) = if words.any(at, set!["part", "parts"]) {
        match words.str(at + 2).to_ascii_lowercase().as_str() {
            "million" => ("ppm", "share", 1e-6),
            "billion" => ("ppb", "share", 1e-9),
            _ => return None,
        }
    } else if words.any(at, set!["revolution", "revolutions", "rotations"])
        && words.is(at + 2, "minute")
    {
        ("rpm", "rotation", 1.0)
    } else {
        return None;
    };
    let unit = Unit {
        symbol,
        dimension,
        factor,
        offset: 0.0,
    };
    Some((unit, at + 3))
}

/// «hours» after a power, «per second» after data, «per square inch» after pounds: another unit.
pub(super) fn product(words: Words<'_>, unit: Unit, at: usize) -> Option<(Unit, usize)> {
    let dash = usize::from(words.kind(at) == Kind::Dash);
    let make = |symbol, dimension, factor, end| {
        let unit = Unit {
            symbol,
            dimension,
            factor,
            offset: 0.0,
        };
        Some((unit, end))
    };
    let timed = |from: usize, names: &Set| words.any(from, names).then_some(from + 1);
    match unit.dimension {
        "power" => {
            let end = timed(at + dash, set!["hour", "hours", "hr", "hrs"])?;
            let symbol = match unit.symbol {
                "W" => "Wh",
                "kW" => "kWh",
                "MW" => "MWh",
                "GW" => "GWh",
                "TW" => "TWh",
                _ => return None,
            };
            make(symbol, "energy", unit.factor * HOUR, end)
        }
        "data" => {
            let per = words.any(at + dash, set!["per", "a"]) || words.kind(at) == Kind::Slash;
            let from = at + dash + 1 + usize::from(words.kind(at + dash + 1) == Kind::Dash);
            let end = timed(from, set!["second", "sec", "s"]).filter(|_| per)?;
            let symbol = match unit.symbol {
                "kbit" => "kbit/s",
                "Mbit" => "Mbit/s",
                "Gbit" => "Gbit/s",
                "kB" => "kB/s",
                "MB" => "MB/s",
                "GB" => "GB/s",
                _ => "bit/s",
            };
            make(symbol, "bandwidth", unit.factor, end)
        }
        "force" if unit.symbol == "N" => {
            let end = timed(at + dash, set!["metre", "metres", "meter", "meters", "m"])?;
            make("Nm", "torque", 1.0, end)
        }
        "length" if unit.symbol == "ft" && dash > 0 => {
            let end = timed(at + 1, set!["pound", "pounds", "lb", "lbs"])?;
            make("ft lb", "torque", 1.355_818, end)
        }
        "mass" if unit.symbol == "lb" => {
            let end = words.phrase(at, set!["per", "square", "inch"])?;
            make("psi", "pressure", 6894.757, end)
        }
        "mass" => concentration(words, unit, at + dash),
        "length" if unit.symbol == "mi" => {
            let end = words
                .phrase(at, set!["per", "gallon"])
                .or_else(|| words.phrase(at, set!["to", "the", "gallon"]))?;
            make("mpg", "economy", 1.0, end)
        }
        _ => None,
    }
}

/// Mass in a volume: the symbols of both, that of the concentration, kilograms to the cubic metre.
const CONCENTRATIONS: &[(&str, &str, &str, f64)] = &[
    ("kg", "m³", "kg/m³", 1.0),
    ("g", "m³", "g/m³", 1e-3),
    ("mg", "m³", "mg/m³", 1e-6),
    ("µg", "m³", "µg/m³", 1e-9),
    ("ng", "m³", "ng/m³", 1e-12),
    ("g", "l", "g/l", 1.0),
    ("mg", "l", "mg/l", 1e-3),
    ("µg", "l", "µg/l", 1e-6),
    ("ng", "l", "ng/l", 1e-9),
    ("g", "dl", "g/dl", 10.0),
    ("mg", "dl", "mg/dl", 1e-2),
    ("mg", "ml", "mg/ml", 1.0),
    ("ng", "ml", "ng/ml", 1e-6),
];

/// «per cubic metre», «/m3», «a litre» after a mass.
fn concentration(words: Words<'_>, unit: Unit, at: usize) -> Option<(Unit, usize)> {
    if words.kind(at) != Kind::Slash && !words.any(at, set!["per", "a"]) {
        return None;
    }
    let metre = |k: usize| words.any(k, set!["metre", "metres", "meter", "meters", "m"]);
    let (volume, end) = if let Some((3, next)) = power_before(words, at + 1) {
        ("m³", metre(next).then_some(next + 1)?)
    } else if metre(at + 1) {
        let (3, end) = power_after(words, at + 2)? else {
            return None;
        };
        ("m³", end)
    } else if words.any(at + 1, set!["litre", "liter", "l"]) {
        ("l", at + 2)
    } else if words.any(at + 1, set!["decilitre", "deciliter", "dl"]) {
        ("dl", at + 2)
    } else if words.any(at + 1, set!["millilitre", "milliliter", "ml"]) {
        ("ml", at + 2)
    } else {
        return None;
    };
    let of = |symbol: &str| symbol == unit.symbol || symbol == "µg" && unit.symbol == "μg";
    let &(_, _, symbol, factor) = CONCENTRATIONS
        .iter()
        .find(|(mass, of_volume, _, _)| of(mass) && *of_volume == volume)?;
    let unit = Unit {
        symbol,
        dimension: "concentration",
        factor,
        offset: 0.0,
    };
    Some((unit, end))
}

pub(super) fn to_power(unit: Unit, power: i32) -> Unit {
    const SQUARE: &[(&str, &str, &str)] = &[
        ("m", "m²", "m³"),
        ("km", "km²", "km³"),
        ("cm", "cm²", "cm³"),
        ("mm", "mm²", "mm³"),
        ("mi", "sq mi", "cu mi"),
        ("ft", "sq ft", "cu ft"),
        ("yd", "sq yd", "cu yd"),
        ("in", "sq in", "cu in"),
    ];
    let symbols = SQUARE.iter().find(|(one, _, _)| *one == unit.symbol);
    Unit {
        symbol: match (symbols, power) {
            (Some((_, square, _)), 2) => square,
            (Some((_, _, cube)), _) => cube,
            (None, _) => unit.symbol,
        },
        dimension: if power == 2 { "area" } else { "volume" },
        factor: unit.factor.powi(power),
        offset: 0.0,
    }
}

/// «per hour», «an hour», «/h», «a second» after a length.
pub(super) fn rate(words: Words<'_>, unit: Unit, at: usize) -> Option<(Unit, usize)> {
    if unit.dimension != "length" {
        return None;
    }
    let dash = words.kind(at) == Kind::Dash
        && words.any(at + 1, set!["per", "an", "a"])
        && words.kind(at + 2) == Kind::Dash;
    let start = if dash {
        at + 3
    } else if words.kind(at) == Kind::Slash || words.any(at, set!["per", "an", "a"]) {
        at + 1
    } else {
        return None;
    };
    let word = words.entry(start).unit?;
    let Measures::Time { seconds, .. } = word.measures else {
        return None;
    };
    // «ten miles a day» is a rate but not a speed worth comparing; «a second» is one only in words.
    if words.any(at, set!["a", "an"]) && seconds > HOUR {
        return None;
    }
    let symbol = match (unit.symbol, word.text) {
        ("km", "hour" | "hr" | "h") => "km/h",
        ("mi", "hour" | "hr" | "h") => "mph",
        ("m", "second" | "sec" | "s") => "m/s",
        ("ft", "second" | "sec" | "s") => "ft/s",
        ("km", "second" | "sec" | "s") => "km/s",
        (symbol, _) => symbol,
    };
    Some((
        Unit {
            symbol,
            dimension: "speed",
            factor: unit.factor / seconds,
            offset: 0.0,
        },
        start + 1,
    ))
}

/// «°C», «° celsius», «degrees Fahrenheit», «deg C», «celsius», «40C».
pub(super) fn temperature(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let name = |k: usize| {
        if words.any(k, set!["celsius", "centigrade", "celcius"]) {
            Some(CELSIUS)
        } else if words.any(k, set!["fahrenheit", "farenheit", "fahrenheits"]) {
            Some(FAHRENHEIT)
        } else {
            let other = words.any(k, set!["rankine"]).then_some(RANKINE);
            other.or_else(|| words.any(k, set!["kelvin", "kelvins"]).then_some(KELVIN))
        }
    };
    let letter = |k: usize| match words.str(k) {
        "C" | "c" => Some(CELSIUS),
        "F" | "f" => Some(FAHRENHEIT),
        _ => None,
    };
    match words.str(at) {
        "℃" => return Some((CELSIUS, at + 1)),
        "℉" => return Some((FAHRENHEIT, at + 1)),
        _ => {}
    }
    let degrees = words.kind(at) == Kind::Degree || words.any(at, set!["degree", "degrees", "deg"]);
    if degrees {
        let mut next = at + 1;
        next += usize::from(
            words.kind(next) == Kind::Dash || words.kind(next) == Kind::Stop && words.is(at, "deg"),
        );
        if let Some(unit) = name(next) {
            return Some((unit, next + 1));
        }
        if let Some(unit) =
            letter(next).filter(|_| !words.glued(next + 1) || words.kind(next + 1) != Kind::Digits)
        {
            return Some((unit, next + 1));
        }
        // «300 °K».
        if words.kind(at) == Kind::Degree && words.glued(next) && words.str(next) == "K" {
            return Some((KELVIN, next + 1));
        }
        return Some((DEGREE, at + 1));
    }
    if let Some(unit) = name(at) {
        return Some((unit, at + 1));
    }
    // «40C» in a weather report, not «14.7C/ per security»; «-5 C», not «Section 5 C».
    let lone = words.at(at).gap == Gap::Space
        && (is_decimal(words, at) || is_measure(words, at))
        && !words.capital(at + 1);
    let capital = matches!(words.str(at), "C" | "F") && (words.glued(at) || lone);
    // «2021F earnings» are forecast.
    let year = words.glued(at)
        && !is_decimal(words, at)
        && words.width(back(at)) == 4
        && matches!(words.str(back(at)).get(..3), Some("201" | "202" | "203"));
    if year {
        return None;
    }
    // «Apartment 5C», «seat 12F».
    let labelled = words.any(back(back(at)), super::LABELS);
    (capital && !labelled && !is_initial(words, at) && !is_cents(words, at))
        .then(|| letter(at).map(|unit| (unit, at + 1)))?
}

/// «14.7C a share», «a dividend of 14.7C», «$7m or 14.7C»: cents, where money is told of.
fn is_cents(words: Words<'_>, at: usize) -> bool {
    let share = words.any(
        at + 1,
        set![
            "per",
            "a",
            "an",
            "dividend",
            "payout",
            "distribution",
            "bid",
            "offer"
        ],
    ) || matches!(words.kind(at + 1), Kind::Slash | Kind::Digits | Kind::Dash)
        && words.glued(at + 1)
        || words.kind(at + 1) == Kind::Slash;
    let money = |k: usize| {
        words.kind(k) == Kind::Currency
            || words.any(
                k,
                set![
                    "dividend",
                    "dividends",
                    "earnings",
                    "price",
                    "prices",
                    "cost",
                    "costs",
                    "eps",
                    "shares",
                    "share",
                    "stock",
                    "paid",
                    "pays",
                    "payout",
                    "profit",
                    "payment",
                    "interim",
                    "franked",
                    "distribution",
                    "coin",
                    "coins",
                    "distributions",
                    "dollar",
                    "dollars",
                    "securities",
                    "shareholders",
                    "unitholders",
                ],
            )
    };
    let ahead = at + 1..at + 4;
    share || (at.saturating_sub(12)..at).chain(ahead).any(money)
}
