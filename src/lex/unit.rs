//! Units of time and of measurement, as words and as signs.
//!
//! In: the tokens of a sentence and the index after a number. Out: the unit that stands there, plain («miles»), made of
//! several words («square metres», «degrees Celsius») or a rate («km/h», «metres per second»).

use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
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

const fn time(text: &'static str, seconds: f64, months: f64, form: Form) -> UnitWord {
    UnitWord {
        text,
        measures: Measures::Time { seconds, months },
        form,
    }
}

const fn unit(
    text: &'static str,
    symbol: &'static str,
    dimension: &'static str,
    factor: f64,
    form: Form,
) -> UnitWord {
    UnitWord {
        text,
        measures: Measures::Quantity(Unit {
            symbol,
            dimension,
            factor,
            offset: 0.0,
        }),
        form,
    }
}

use Form::{Name, Short, Tight};

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;
const MONTH: f64 = 30.0 * DAY;
const YEAR: f64 = 365.0 * DAY;

/// The words of time. A night is a day, a weekend two.
const TIMES: &[UnitWord] = &[
    time("millisecond", 1e-3, 0.0, Name),
    time("milliseconds", 1e-3, 0.0, Name),
    time("ms", 1e-3, 0.0, Tight),
    time("second", 1.0, 0.0, Name),
    time("seconds", 1.0, 0.0, Name),
    time("sec", 1.0, 0.0, Short),
    time("secs", 1.0, 0.0, Short),
    time("s", 1.0, 0.0, Tight),
    time("minute", MINUTE, 0.0, Name),
    time("minutes", MINUTE, 0.0, Name),
    time("min", MINUTE, 0.0, Short),
    time("mins", MINUTE, 0.0, Short),
    time("hour", HOUR, 0.0, Name),
    time("hours", HOUR, 0.0, Name),
    time("hr", HOUR, 0.0, Short),
    time("hrs", HOUR, 0.0, Short),
    time("h", HOUR, 0.0, Tight),
    time("day", DAY, 0.0, Name),
    time("days", DAY, 0.0, Name),
    time("d", DAY, 0.0, Tight),
    time("night", DAY, 0.0, Name),
    time("nights", DAY, 0.0, Name),
    time("weekend", 2.0 * DAY, 0.0, Name),
    time("weekends", 2.0 * DAY, 0.0, Name),
    time("week", 7.0 * DAY, 0.0, Name),
    time("weeks", 7.0 * DAY, 0.0, Name),
    time("wk", 7.0 * DAY, 0.0, Short),
    time("wks", 7.0 * DAY, 0.0, Short),
    time("w", 7.0 * DAY, 0.0, Tight),
    time("fortnight", 14.0 * DAY, 0.0, Name),
    time("fortnights", 14.0 * DAY, 0.0, Name),
    time("month", MONTH, 1.0, Name),
    time("months", MONTH, 1.0, Name),
    time("quarter", 3.0 * MONTH, 3.0, Name),
    time("quarters", 3.0 * MONTH, 3.0, Name),
    time("year", YEAR, 12.0, Name),
    time("years", YEAR, 12.0, Name),
    time("yr", YEAR, 12.0, Short),
    time("yrs", YEAR, 12.0, Short),
    time("y", YEAR, 12.0, Tight),
    time("decade", 10.0 * YEAR, 120.0, Name),
    time("decades", 10.0 * YEAR, 120.0, Name),
    time("century", 100.0 * YEAR, 1200.0, Name),
    time("centuries", 100.0 * YEAR, 1200.0, Name),
    time("millennium", 1000.0 * YEAR, 12000.0, Name),
    time("millennia", 1000.0 * YEAR, 12000.0, Name),
];

/// A metric unit with its prefixes: names in each spelling, and symbols, folded and as printed.
macro_rules! metric {
    ($constant:ident, $dimension:literal, $base:literal, $folded:literal, $symbol:literal, $($name:literal),+) => {
        const $constant: &[UnitWord] = &[
            unit($folded, $symbol, $dimension, $base, Tight),
            unit(concat!("k", $folded), concat!("k", $symbol), $dimension, $base * 1e3, Short),
            unit(concat!("d", $folded), concat!("d", $symbol), $dimension, $base * 1e-1, Short),
            unit(concat!("c", $folded), concat!("c", $symbol), $dimension, $base * 1e-2, Short),
            unit(concat!("m", $folded), concat!("m", $symbol), $dimension, $base * 1e-3, Short),
            unit(concat!("n", $folded), concat!("n", $symbol), $dimension, $base * 1e-9, Short),
            unit(concat!("h", $folded), concat!("h", $symbol), $dimension, $base * 1e2, Short),
            unit(concat!("\u{b5}", $folded), concat!("\u{b5}", $symbol), $dimension, $base * 1e-6, Short),
            unit(concat!("\u{3bc}", $folded), concat!("\u{b5}", $symbol), $dimension, $base * 1e-6, Short),
            $(
                unit($name, $symbol, $dimension, $base, Name),
                unit(concat!($name, "s"), $symbol, $dimension, $base, Name),
                unit(concat!("kilo", $name), concat!("k", $symbol), $dimension, $base * 1e3, Name),
                unit(concat!("kilo", $name, "s"), concat!("k", $symbol), $dimension, $base * 1e3, Name),
                unit(concat!("mega", $name), concat!("M", $symbol), $dimension, $base * 1e6, Name),
                unit(concat!("mega", $name, "s"), concat!("M", $symbol), $dimension, $base * 1e6, Name),
                unit(concat!("giga", $name), concat!("G", $symbol), $dimension, $base * 1e9, Name),
                unit(concat!("giga", $name, "s"), concat!("G", $symbol), $dimension, $base * 1e9, Name),
                unit(concat!("tera", $name), concat!("T", $symbol), $dimension, $base * 1e12, Name),
                unit(concat!("tera", $name, "s"), concat!("T", $symbol), $dimension, $base * 1e12, Name),
                unit(concat!("hecto", $name), concat!("h", $symbol), $dimension, $base * 1e2, Name),
                unit(concat!("hecto", $name, "s"), concat!("h", $symbol), $dimension, $base * 1e2, Name),
                unit(concat!("deca", $name), concat!("da", $symbol), $dimension, $base * 1e1, Name),
                unit(concat!("deca", $name, "s"), concat!("da", $symbol), $dimension, $base * 1e1, Name),
                unit(concat!("deci", $name), concat!("d", $symbol), $dimension, $base * 1e-1, Name),
                unit(concat!("deci", $name, "s"), concat!("d", $symbol), $dimension, $base * 1e-1, Name),
                unit(concat!("centi", $name), concat!("c", $symbol), $dimension, $base * 1e-2, Name),
                unit(concat!("centi", $name, "s"), concat!("c", $symbol), $dimension, $base * 1e-2, Name),
                unit(concat!("milli", $name), concat!("m", $symbol), $dimension, $base * 1e-3, Name),
                unit(concat!("milli", $name, "s"), concat!("m", $symbol), $dimension, $base * 1e-3, Name),
                unit(concat!("micro", $name), concat!("\u{b5}", $symbol), $dimension, $base * 1e-6, Name),
                unit(concat!("micro", $name, "s"), concat!("\u{b5}", $symbol), $dimension, $base * 1e-6, Name),
                unit(concat!("nano", $name), concat!("n", $symbol), $dimension, $base * 1e-9, Name),
                unit(concat!("nano", $name, "s"), concat!("n", $symbol), $dimension, $base * 1e-9, Name),
            )+
        ];
    };
}

metric!(METRES, "length", 1.0, "m", "m", "metre", "meter");
metric!(GRAMS, "mass", 1e-3, "g", "g", "gram", "gramme");
metric!(LITRES, "volume", 1e-3, "l", "l", "litre", "liter");
metric!(WATTS, "power", 1.0, "w", "W", "watt");
metric!(JOULES, "energy", 1.0, "J", "J", "joule");
metric!(HERTZ, "frequency", 1.0, "hz", "Hz", "hertz");
metric!(VOLTS, "voltage", 1.0, "v", "V", "volt");
metric!(PASCALS, "pressure", 1.0, "pa", "Pa", "pascal");
metric!(BYTES, "data", 8.0, "B", "B", "byte");
metric!(BITS, "data", 1.0, "bit", "bit", "bit");

const FOOT: f64 = 0.3048;
const MILE: f64 = 1609.344;
const POUND: f64 = 0.453_592_37;
const GALLON: f64 = 3.785_411_784e-3;
const BARREL: f64 = 0.158_987_294_928;

/// Units that are not metric, and names that follow no scheme.
const OTHERS: &[UnitWord] = &[
    unit("inch", "in", "length", 0.0254, Name),
    unit("inches", "in", "length", 0.0254, Name),
    unit("in", "in", "length", 0.0254, Tight),
    unit("foot", "ft", "length", FOOT, Name),
    unit("feet", "ft", "length", FOOT, Name),
    unit("ft", "ft", "length", FOOT, Short),
    unit("yard", "yd", "length", 0.9144, Name),
    unit("yards", "yd", "length", 0.9144, Name),
    unit("yd", "yd", "length", 0.9144, Short),
    unit("yds", "yd", "length", 0.9144, Short),
    unit("mile", "mi", "length", MILE, Name),
    unit("miles", "mi", "length", MILE, Name),
    unit("mi", "mi", "length", MILE, Short),
    unit("kms", "km", "length", 1e3, Short),
    unit("micron", "µm", "length", 1e-6, Name),
    unit("microns", "µm", "length", 1e-6, Name),
    unit("furlong", "furlong", "length", 201.168, Name),
    unit("furlongs", "furlong", "length", 201.168, Name),
    unit("fathom", "fathom", "length", 1.8288, Name),
    unit("fathoms", "fathom", "length", 1.8288, Name),
    unit("parsecs", "pc", "length", 3.0857e16, Name),
    unit("acre", "acre", "area", 4046.856, Name),
    unit("acres", "acre", "area", 4046.856, Name),
    unit("hectare", "ha", "area", 1e4, Name),
    unit("hectares", "ha", "area", 1e4, Name),
    unit("ha", "ha", "area", 1e4, Short),
    unit("sqft", "ft²", "area", FOOT * FOOT, Short),
    unit("sqm", "m²", "area", 1.0, Short),
    unit("sqkm", "km²", "area", 1e6, Short),
    unit("tonne", "t", "mass", 1e3, Name),
    unit("tonnes", "t", "mass", 1e3, Name),
    unit("ton", "ton", "mass", 907.184_74, Name),
    unit("tons", "ton", "mass", 907.184_74, Name),
    unit("kilotons", "kt", "mass", 1e6, Name),
    unit("kiloton", "kt", "mass", 1e6, Name),
    unit("megatons", "Mt", "mass", 1e9, Name),
    unit("kilo", "kg", "mass", 1.0, Name),
    unit("kilos", "kg", "mass", 1.0, Name),
    unit("kgs", "kg", "mass", 1.0, Short),
    unit("pound", "lb", "mass", POUND, Name),
    unit("pounds", "lb", "mass", POUND, Name),
    unit("lb", "lb", "mass", POUND, Short),
    unit("lbs", "lb", "mass", POUND, Short),
    unit("ounce", "oz", "mass", POUND / 16.0, Name),
    unit("ounces", "oz", "mass", POUND / 16.0, Name),
    unit("oz", "oz", "mass", POUND / 16.0, Short),
    unit("stone", "st", "mass", 14.0 * POUND, Name),
    unit("carat", "ct", "mass", 2e-4, Name),
    unit("carats", "ct", "mass", 2e-4, Name),
    unit("gallon", "gal", "volume", GALLON, Name),
    unit("gallons", "gal", "volume", GALLON, Name),
    unit("gal", "gal", "volume", GALLON, Short),
    unit("gals", "gal", "volume", GALLON, Short),
    unit("quart", "qt", "volume", GALLON / 4.0, Name),
    unit("quarts", "qt", "volume", GALLON / 4.0, Name),
    unit("pint", "pt", "volume", GALLON / 8.0, Name),
    unit("pints", "pt", "volume", GALLON / 8.0, Name),
    unit("cup", "cup", "volume", GALLON / 16.0, Name),
    unit("cups", "cup", "volume", GALLON / 16.0, Name),
    unit("tablespoon", "tbsp", "volume", GALLON / 256.0, Name),
    unit("tablespoons", "tbsp", "volume", GALLON / 256.0, Name),
    unit("tbsp", "tbsp", "volume", GALLON / 256.0, Short),
    unit("teaspoon", "tsp", "volume", GALLON / 768.0, Name),
    unit("teaspoons", "tsp", "volume", GALLON / 768.0, Name),
    unit("tsp", "tsp", "volume", GALLON / 768.0, Short),
    unit("barrel", "bbl", "volume", BARREL, Name),
    unit("barrels", "bbl", "volume", BARREL, Name),
    unit("bushel", "bushel", "volume", 0.035_239_07, Name),
    unit("bushels", "bushel", "volume", 0.035_239_07, Name),
    unit("mls", "ml", "volume", 1e-6, Short),
    unit("cc", "cm³", "volume", 1e-6, Tight),
    unit("mph", "mph", "speed", MILE / HOUR, Short),
    unit("kph", "km/h", "speed", 1e3 / HOUR, Short),
    unit("kmph", "km/h", "speed", 1e3 / HOUR, Short),
    unit("kmh", "km/h", "speed", 1e3 / HOUR, Short),
    unit("mps", "m/s", "speed", 1.0, Short),
    unit("knot", "kn", "speed", 1852.0 / HOUR, Name),
    unit("knots", "kn", "speed", 1852.0 / HOUR, Name),
    unit("kts", "kn", "speed", 1852.0 / HOUR, Short),
    unit("degree", "°", "angle", 1.0, Name),
    unit("degrees", "°", "angle", 1.0, Name),
    unit("deg", "°", "angle", 1.0, Short),
    unit("radian", "rad", "angle", 57.295_779_513, Name),
    unit("radians", "rad", "angle", 57.295_779_513, Name),
    unit("rad", "rad", "angle", 57.295_779_513, Short),
    unit("mw", "MW", "power", 1e6, Short),
    unit("gw", "GW", "power", 1e9, Short),
    unit("tw", "TW", "power", 1e12, Short),
    unit("hp", "hp", "power", 745.7, Short),
    unit("bhp", "hp", "power", 745.7, Short),
    unit("horsepower", "hp", "power", 745.7, Name),
    unit("kwh", "kWh", "energy", 3.6e6, Short),
    unit("mwh", "MWh", "energy", 3.6e9, Short),
    unit("gwh", "GWh", "energy", 3.6e12, Short),
    unit("twh", "TWh", "energy", 3.6e15, Short),
    unit("calorie", "cal", "energy", 4.184, Name),
    unit("calories", "cal", "energy", 4.184, Name),
    unit("kcal", "kcal", "energy", 4184.0, Short),
    unit("mhz", "MHz", "frequency", 1e6, Short),
    unit("ghz", "GHz", "frequency", 1e9, Short),
    unit("gb", "GB", "data", 8e9, Short),
    unit("tb", "TB", "data", 8e12, Short),
    unit("mb", "MB", "data", 8e6, Short),
    unit("kbps", "kbit/s", "bandwidth", 1e3, Short),
    unit("mbps", "Mbit/s", "bandwidth", 1e6, Short),
    unit("gbps", "Gbit/s", "bandwidth", 1e9, Short),
    unit("psi", "psi", "pressure", 6894.757, Short),
    unit("mbar", "mbar", "pressure", 100.0, Short),
    unit("millibars", "mbar", "pressure", 100.0, Name),
    unit("decibel", "dB", "level", 1.0, Name),
    unit("decibels", "dB", "level", 1.0, Name),
    unit("db", "dB", "level", 1.0, Short),
    unit("amp", "A", "current", 1.0, Name),
    unit("amps", "A", "current", 1.0, Name),
    unit("pixel", "px", "pixels", 1.0, Name),
    unit("pixels", "px", "pixels", 1.0, Name),
    unit("megapixel", "MP", "pixels", 1e6, Name),
    unit("megapixels", "MP", "pixels", 1e6, Name),
    unit("dpi", "dpi", "resolution", 1.0, Short),
    unit("rpm", "rpm", "rotation", 1.0, Short),
    unit("newton", "N", "force", 1.0, Name),
    unit("newtons", "N", "force", 1.0, Name),
    unit("sievert", "Sv", "dose", 1.0, Name),
    unit("sieverts", "Sv", "dose", 1.0, Name),
    unit("millisieverts", "mSv", "dose", 1e-3, Name),
    unit("microsieverts", "µSv", "dose", 1e-6, Name),
];

/// The words of units, in lists.
pub(super) const WORDS: &[&[UnitWord]] = &[
    METRES, GRAMS, LITRES, WATTS, JOULES, HERTZ, VOLTS, PASCALS, BYTES, BITS, OTHERS, TIMES,
];

/// The scale of Celsius, and the base of temperatures.
pub(crate) const CELSIUS: Unit = Unit {
    symbol: "°C",
    dimension: "temperature",
    factor: 1.0,
    offset: 0.0,
};
/// Degrees Fahrenheit.
pub(crate) const FAHRENHEIT: Unit = Unit {
    symbol: "°F",
    dimension: "temperature",
    factor: 5.0 / 9.0,
    offset: -160.0 / 9.0,
};
/// Kelvin.
pub(crate) const KELVIN: Unit = Unit {
    symbol: "K",
    dimension: "temperature",
    factor: 1.0,
    offset: -273.15,
};
/// The magnitude of an earthquake.
pub(crate) const MAGNITUDE: Unit = Unit {
    symbol: "magnitude",
    dimension: "magnitude",
    factor: 1.0,
    offset: 0.0,
};
const DEGREE: Unit = Unit {
    symbol: "°",
    dimension: "angle",
    factor: 1.0,
    offset: 0.0,
};

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
    if let Some(found) = temperature(words, at) {
        return Some(found);
    }
    let power = power_before(words, at);
    let start = at
        + usize::from(power.is_some())
        + usize::from(power.is_some() && words.kind(at + 1) == Kind::Dash);
    let metric_ton = words.any(
        start,
        &[
            "metric", "long", "short", "nautical", "statute", "imperial", "fluid", "light",
        ],
    );
    let start = start
        + usize::from(metric_ton)
        + usize::from(metric_ton && words.kind(start + 1) == Kind::Dash);
    if metric_ton && words.is(start - 1, "light") {
        return words.any(start, &["year", "years"]).then_some((
            Unit {
                symbol: "ly",
                dimension: "length",
                factor: 9.4607e15,
                offset: 0.0,
            },
            start + 1,
        ));
    }
    let word = words.entry(start).unit?;
    let Measures::Quantity(mut unit) = word.measures else {
        return None;
    };
    if !may_stand(
        words,
        start,
        if start > at { Form::Short } else { word.form },
    ) {
        return None;
    }
    if metric_ton {
        match (
            words.str(start - 1).to_ascii_lowercase().as_str(),
            unit.symbol,
        ) {
            ("metric", "ton") => (unit.symbol, unit.factor) = ("t", 1e3),
            ("long", "ton") => unit.factor = 1_016.046_9,
            ("nautical", "mi") => (unit.symbol, unit.factor) = ("nmi", 1852.0),
            ("fluid", "oz") => (unit.dimension, unit.factor) = ("volume", GALLON / 128.0),
            _ => {}
        }
    }
    let mut end = abbreviated(words, start + 1, word.form);
    if unit.dimension == "length" {
        let after = power_after(words, end);
        if let Some(power) = power.or(after.map(|(power, _)| power)) {
            unit = to_power(unit, power);
            end = after.map_or(end, |(_, end)| end);
        }
    } else if power.is_some() {
        return None;
    }
    Some(rate(words, unit, end).unwrap_or((unit, end)))
}

/// «square», «sq», «cubic» before a length.
fn power_before(words: Words<'_>, at: usize) -> Option<i32> {
    if words.any(at, &["square", "sq"]) {
        return Some(2);
    }
    words.any(at, &["cubic", "cu"]).then_some(3)
}

/// «²», «m2», «miles square».
fn power_after(words: Words<'_>, at: usize) -> Option<(i32, usize)> {
    if !words.glued(at) {
        return None;
    }
    match words.str(at) {
        "²" | "2" => Some((2, at + 1)),
        "³" | "3" => Some((3, at + 1)),
        _ => None,
    }
}

fn to_power(unit: Unit, power: i32) -> Unit {
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
fn rate(words: Words<'_>, unit: Unit, at: usize) -> Option<(Unit, usize)> {
    if unit.dimension != "length" {
        return None;
    }
    let dash =
        words.kind(at) == Kind::Dash && words.is(at + 1, "per") && words.kind(at + 2) == Kind::Dash;
    let start = if dash {
        at + 3
    } else if words.kind(at) == Kind::Slash || words.any(at, &["per", "an", "a"]) {
        at + 1
    } else {
        return None;
    };
    let word = words.entry(start).unit?;
    let Measures::Time { seconds, .. } = word.measures else {
        return None;
    };
    // «ten miles a day» is a rate but not a speed worth comparing; «a second» is one only in words.
    if words.any(at, &["a", "an"]) && seconds > HOUR {
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
fn temperature(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let name = |k: usize| {
        if words.any(k, &["celsius", "centigrade", "celcius"]) {
            Some(CELSIUS)
        } else if words.any(k, &["fahrenheit", "farenheit", "fahrenheits"]) {
            Some(FAHRENHEIT)
        } else {
            words.any(k, &["kelvin", "kelvins"]).then_some(KELVIN)
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
    let degrees = words.kind(at) == Kind::Degree || words.any(at, &["degree", "degrees", "deg"]);
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
        return Some((DEGREE, at + 1));
    }
    if let Some(unit) = name(at) {
        return Some((unit, at + 1));
    }
    // «40C» in a weather report, not «14.7C/ per security».
    let capital = matches!(words.str(at), "C" | "F") && words.glued(at);
    let open = !matches!(words.kind(at + 1), Kind::Slash | Kind::Digits | Kind::Dash)
        || !words.glued(at + 1);
    let share = words.any(at + 1, &["per", "a", "an"]);
    (capital && open && !share).then(|| letter(at).map(|unit| (unit, at + 1)))?
}

/// Whether an abbreviation may be a unit where it stands.
fn may_stand(words: Words<'_>, at: usize, form: Form) -> bool {
    // «24703L202» is an id.
    let id = words.glued(at + 1)
        && words.kind(at + 1) == Kind::Digits
        && !matches!(words.str(at + 1), "2" | "3");
    match form {
        Form::Name => true,
        Form::Short => !id,
        Form::Tight => {
            let word = words.str(at);
            let glued = words.glued(at) && words.kind(back(at)) != Kind::Dash;
            let pair = words.glued(at + 1) && words.kind(at + 1) == Kind::Digits;
            match word {
                // «1 m», «2 g», «5 l» may stand apart; other letters touch.
                "m" | "g" | "l" | "Hz" | "bit" | "Pa" => {
                    !id && words.at(at).gap <= Gap::Space
                        && (glued
                            || !matches!(words.kind(at + 1), Kind::Dash | Kind::Apostrophe)
                            || !words.glued(at + 1))
                }
                // «3 h 20 min», but not «3 h» before a word.
                "h" => {
                    glued
                        || words.kind(back(at)) == Kind::Digits && words.kind(at + 1) != Kind::Word
                }
                "H" => glued,
                "in" if !glued => {
                    words.kind(at + 1) != Kind::Word && words.kind(at + 1) != Kind::Digits
                }
                "w" | "d" | "y" | "s" | "ms" | "in" | "cc" | "L" => {
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
