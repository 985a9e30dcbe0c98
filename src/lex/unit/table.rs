//! The words and signs of what is measured in reports, beside [time](super::time).
//!
//! A table: word, symbol, dimension, base units in one, how it may be written. What is made of several words is in
//! `compound`.

use super::Form::{Decimal, Exact, Name, Short, Tight};
use super::Measures;
use super::UnitWord;
use crate::value::Unit;

const fn unit(
    text: &'static str,
    symbol: &'static str,
    dimension: &'static str,
    factor: f64,
    form: super::Form,
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

/// The names of a metric unit, with every prefix that people write out.
macro_rules! names {
    ($constant:ident, $dimension:literal, $base:literal, $symbol:literal, $($name:literal),+) => {
        const $constant: &[UnitWord] = &[$(
            unit($name, $symbol, $dimension, $base, Name),
            unit(concat!($name, "s"), $symbol, $dimension, $base, Name),
            names!(@ "kilo" "k" 1e3, $dimension, $base, $symbol, $name, ""),
            names!(@ "kilo" "k" 1e3, $dimension, $base, $symbol, $name, "s"),
            names!(@ "mega" "M" 1e6, $dimension, $base, $symbol, $name, ""),
            names!(@ "mega" "M" 1e6, $dimension, $base, $symbol, $name, "s"),
            names!(@ "giga" "G" 1e9, $dimension, $base, $symbol, $name, ""),
            names!(@ "giga" "G" 1e9, $dimension, $base, $symbol, $name, "s"),
            names!(@ "tera" "T" 1e12, $dimension, $base, $symbol, $name, ""),
            names!(@ "tera" "T" 1e12, $dimension, $base, $symbol, $name, "s"),
            names!(@ "peta" "P" 1e15, $dimension, $base, $symbol, $name, ""),
            names!(@ "peta" "P" 1e15, $dimension, $base, $symbol, $name, "s"),
            names!(@ "hecto" "h" 1e2, $dimension, $base, $symbol, $name, ""),
            names!(@ "hecto" "h" 1e2, $dimension, $base, $symbol, $name, "s"),
            names!(@ "deca" "da" 1e1, $dimension, $base, $symbol, $name, ""),
            names!(@ "deca" "da" 1e1, $dimension, $base, $symbol, $name, "s"),
            names!(@ "deci" "d" 1e-1, $dimension, $base, $symbol, $name, ""),
            names!(@ "deci" "d" 1e-1, $dimension, $base, $symbol, $name, "s"),
            names!(@ "centi" "c" 1e-2, $dimension, $base, $symbol, $name, ""),
            names!(@ "centi" "c" 1e-2, $dimension, $base, $symbol, $name, "s"),
            names!(@ "milli" "m" 1e-3, $dimension, $base, $symbol, $name, ""),
            names!(@ "milli" "m" 1e-3, $dimension, $base, $symbol, $name, "s"),
            names!(@ "micro" "\u{b5}" 1e-6, $dimension, $base, $symbol, $name, ""),
            names!(@ "micro" "\u{b5}" 1e-6, $dimension, $base, $symbol, $name, "s"),
            names!(@ "nano" "n" 1e-9, $dimension, $base, $symbol, $name, ""),
            names!(@ "nano" "n" 1e-9, $dimension, $base, $symbol, $name, "s"),
            names!(@ "pico" "p" 1e-12, $dimension, $base, $symbol, $name, ""),
            names!(@ "pico" "p" 1e-12, $dimension, $base, $symbol, $name, "s"),
        )+];
    };
    (@ $prefix:literal $letter:literal $by:literal, $dimension:literal, $base:literal, $symbol:literal, $name:literal, $s:literal) => {
        unit(concat!($prefix, $name, $s), concat!($letter, $symbol), $dimension, $base * $by, Name)
    };
}

names!(METRES, "length", 1.0, "m", "metre", "meter");
names!(GRAMS, "mass", 1e-3, "g", "gram", "gramme");
names!(TONNES, "mass", 1e3, "t", "tonne");
names!(LITRES, "volume", 1e-3, "l", "litre", "liter");
names!(WATTS, "power", 1.0, "W", "watt");
names!(JOULES, "energy", 1.0, "J", "joule");
names!(CALORIES, "energy", 4.184, "cal", "calorie");
names!(HERTZ, "frequency", 1.0, "Hz", "hertz");
names!(VOLTS, "voltage", 1.0, "V", "volt");
names!(AMPERES, "current", 1.0, "A", "ampere", "amp");
names!(OHMS, "resistance", 1.0, "\u{3a9}", "ohm");
names!(PASCALS, "pressure", 1.0, "Pa", "pascal");
names!(NEWTONS, "force", 1.0, "N", "newton");
names!(SIEVERTS, "dose", 1.0, "Sv", "sievert");
names!(BYTES, "data", 8.0, "B", "byte");
names!(BITS, "data", 1.0, "bit", "bit");

pub(super) const FOOT: f64 = 0.3048;
const MILE: f64 = 1609.344;
const POUND: f64 = 0.453_592_37;
pub(super) const GALLON: f64 = 3.785_411_784e-3;
pub(super) const BARREL: f64 = 0.158_987_294_928;

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
    unit("acre", "acre", "area", 4046.856, Name),
    unit("acres", "acre", "area", 4046.856, Name),
    unit("hectare", "ha", "area", 1e4, Name),
    unit("hectares", "ha", "area", 1e4, Name),
    unit("ha", "ha", "area", 1e4, Short),
    unit("sqft", "sq ft", "area", FOOT * FOOT, Short),
    unit("sqm", "m²", "area", 1.0, Short),
    unit("sqkm", "km²", "area", 1e6, Short),
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
    unit("mph", "mph", "speed", MILE / 3600.0, Short),
    unit("kph", "km/h", "speed", 1e3 / 3600.0, Short),
    unit("kmph", "km/h", "speed", 1e3 / 3600.0, Short),
    unit("kmh", "km/h", "speed", 1e3 / 3600.0, Short),
    unit("mps", "m/s", "speed", 1.0, Exact("mps")),
    unit("knot", "kn", "speed", 1852.0 / 3600.0, Name),
    unit("knots", "kn", "speed", 1852.0 / 3600.0, Name),
    unit("kts", "kn", "speed", 1852.0 / 3600.0, Short),
    unit("degree", "°", "angle", 1.0, Name),
    unit("degrees", "°", "angle", 1.0, Name),
    unit("deg", "°", "angle", 1.0, Short),
    unit("radian", "rad", "angle", 57.295_779_513, Name),
    unit("radians", "rad", "angle", 57.295_779_513, Name),
    unit("rad", "rad", "angle", 57.295_779_513, Short),
    unit("hp", "hp", "power", 745.7, Short),
    unit("bhp", "hp", "power", 745.7, Short),
    unit("horsepower", "hp", "power", 745.7, Name),
    unit("kwh", "kWh", "energy", 3.6e6, Short),
    unit("mwh", "MWh", "energy", 3.6e9, Short),
    unit("gwh", "GWh", "energy", 3.6e12, Short),
    unit("twh", "TWh", "energy", 3.6e15, Short),
    unit("kcal", "kcal", "energy", 4184.0, Short),
    unit("kbps", "kbit/s", "bandwidth", 1e3, Short),
    unit("mbps", "Mbit/s", "bandwidth", 1e6, Short),
    unit("gbps", "Gbit/s", "bandwidth", 1e9, Short),
    unit("psi", "psi", "pressure", 6894.757, Short),
    unit("decibel", "dB", "level", 1.0, Name),
    unit("decibels", "dB", "level", 1.0, Name),
    unit("db", "dB", "level", 1.0, Short),
    unit("pixel", "px", "pixels", 1.0, Name),
    unit("pixels", "px", "pixels", 1.0, Name),
    unit("megapixel", "MP", "pixels", 1e6, Name),
    unit("megapixels", "MP", "pixels", 1e6, Name),
    unit("dpi", "dpi", "resolution", 1.0, Short),
    unit("rpm", "rpm", "rotation", 1.0, Short),
];

/// Signs of metric units, folded.
const SIGNS: &[UnitWord] = &[
    unit("m", "m", "length", 1.0, Tight),
    unit("km", "km", "length", 1e3, Short),
    unit("dm", "dm", "length", 1e-1, Short),
    unit("cm", "cm", "length", 1e-2, Short),
    unit("mm", "mm", "length", 1e-3, Short),
    unit("um", "\u{b5}m", "length", 1e-6, Exact("um")),
    unit("\u{b5}m", "\u{b5}m", "length", 1e-6, Short),
    unit("\u{3bc}m", "\u{b5}m", "length", 1e-6, Short),
    unit("nm", "nm", "length", 1e-9, Short),
    unit("g", "g", "mass", 1e-3, Tight),
    unit("gm", "g", "mass", 1e-3, Exact("gm")),
    unit("gms", "g", "mass", 1e-3, Short),
    unit("kg", "kg", "mass", 1.0, Short),
    unit("mg", "mg", "mass", 1e-6, Short),
    unit("mgs", "mg", "mass", 1e-6, Short),
    unit("mcg", "\u{b5}g", "mass", 1e-9, Short),
    unit("ug", "\u{b5}g", "mass", 1e-9, Exact("ug")),
    unit("\u{b5}g", "\u{b5}g", "mass", 1e-9, Short),
    unit("\u{3bc}g", "\u{b5}g", "mass", 1e-9, Short),
    unit("ng", "ng", "mass", 1e-12, Exact("ng")),
    unit("t", "t", "mass", 1e3, Exact("t")),
    unit("mt", "Mt", "mass", 1e9, Exact("Mt")),
    unit("gt", "Gt", "mass", 1e12, Exact("Gt")),
    unit("l", "l", "volume", 1e-3, Tight),
    unit("dl", "dl", "volume", 1e-4, Short),
    unit("cl", "cl", "volume", 1e-5, Short),
    unit("ml", "ml", "volume", 1e-6, Short),
    unit("mls", "ml", "volume", 1e-6, Short),
    unit("hl", "hl", "volume", 1e-1, Exact("hl")),
    unit("cc", "cm\u{b3}", "volume", 1e-6, Exact("cc")),
    unit("w", "W", "power", 1.0, Tight),
    unit("kw", "kW", "power", 1e3, Short),
    unit("mw", "MW", "power", 1e6, Short),
    unit("gw", "GW", "power", 1e9, Short),
    unit("tw", "TW", "power", 1e12, Short),
    unit("j", "J", "energy", 1.0, Exact("J")),
    unit("kj", "kJ", "energy", 1e3, Short),
    unit("mj", "MJ", "energy", 1e6, Exact("MJ")),
    unit("btu", "BTU", "energy", 1055.06, Short),
    unit("btus", "BTU", "energy", 1055.06, Short),
    unit("hz", "Hz", "frequency", 1.0, Short),
    unit("khz", "kHz", "frequency", 1e3, Short),
    unit("mhz", "MHz", "frequency", 1e6, Short),
    unit("ghz", "GHz", "frequency", 1e9, Short),
    unit("v", "V", "voltage", 1.0, Tight),
    unit("kv", "kV", "voltage", 1e3, Short),
    unit("mv", "mV", "voltage", 1e-3, Exact("mV")),
    unit("ma", "mA", "current", 1e-3, Exact("mA")),
    unit("mah", "mAh", "charge", 1.0, Short),
    unit("\u{3a9}", "\u{3a9}", "resistance", 1.0, Short),
    unit("\u{2126}", "\u{3a9}", "resistance", 1.0, Short),
    unit("pa", "Pa", "pressure", 1.0, Exact("Pa")),
    unit("hpa", "hPa", "pressure", 1e2, Short),
    unit("kpa", "kPa", "pressure", 1e3, Short),
    unit("mpa", "MPa", "pressure", 1e6, Short),
    unit("gpa", "GPa", "pressure", 1e9, Exact("GPa")),
    unit("bar", "bar", "pressure", 1e5, Decimal),
    unit("bars", "bar", "pressure", 1e5, Decimal),
    unit("mbar", "mbar", "pressure", 1e2, Short),
    unit("mb", "MB", "data", 8e6, Short),
    unit("millibar", "mbar", "pressure", 1e2, Name),
    unit("millibars", "mbar", "pressure", 1e2, Name),
    unit("atm", "atm", "pressure", 101_325.0, Exact("atm")),
    unit("atmospheres", "atm", "pressure", 101_325.0, Name),
    unit("mmhg", "mmHg", "pressure", 133.322, Short),
    unit("kn", "kN", "force", 1e3, Exact("kN")),
    unit("msv", "mSv", "dose", 1e-3, Short),
    unit("kb", "kB", "data", 8e3, Short),
    unit("gb", "GB", "data", 8e9, Short),
    unit("tb", "TB", "data", 8e12, Short),
    unit("pb", "PB", "data", 8e15, Exact("PB")),
    unit("kbit", "kbit", "data", 1e3, Short),
    unit("mbit", "Mbit", "data", 1e6, Short),
    unit("gbit", "Gbit", "data", 1e9, Short),
    unit("px", "px", "pixels", 1.0, Short),
    unit("mp", "MP", "pixels", 1e6, Exact("MP")),
    unit("lux", "lx", "illuminance", 1.0, Name),
    unit("lumen", "lm", "light", 1.0, Name),
    unit("lumens", "lm", "light", 1.0, Name),
    unit("ppm", "ppm", "share", 1e-6, Short),
    unit("ppb", "ppb", "share", 1e-9, Short),
    unit("mpg", "mpg", "economy", 1.0, Short),
    unit("parsec", "pc", "length", 3.0857e16, Name),
    unit("parsecs", "pc", "length", 3.0857e16, Name),
    unit("league", "league", "length", 4828.032, Decimal),
    unit("leagues", "league", "length", 4828.032, Decimal),
    unit("ounce", "oz", "mass", POUND / 16.0, Name),
    unit("ounces", "oz", "mass", POUND / 16.0, Name),
    unit("hundredweight", "cwt", "mass", 112.0 * POUND, Name),
    unit("bbl", "bbl", "volume", BARREL, Short),
    unit("bbls", "bbl", "volume", BARREL, Short),
    unit("bpd", "bbl/d", "flow", BARREL / 86_400.0, Short),
];

/// The words of measures, in lists; where two have a word in common, the later counts.
pub(super) const WORDS: &[&[UnitWord]] = &[
    METRES, GRAMS, TONNES, LITRES, WATTS, JOULES, CALORIES, HERTZ, VOLTS, AMPERES, OHMS, PASCALS,
    NEWTONS, SIEVERTS, BYTES, BITS, SIGNS, OTHERS,
];
