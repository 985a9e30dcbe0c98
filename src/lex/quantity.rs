//! Physical quantities: «six-mile», «10 1/2 miles», «5 feet and 2 inches», «37 °C», «a magnitude of 6.1».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Quantity`] in the unit as stated.

mod sense;

use sense::SIZED;
use sense::fits;

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::count;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::unit;
use super::wordset::Set;
use super::wordset::set;
use crate::value::Unit;
use crate::value::Value;

/// Reads a quantity that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if let Some(found) = magnitude(words, i).or_else(|| primes(words, i)) {
        return Some(found);
    }
    let amount = amount(words, i, context).map(|amount| millions(words, amount))?;
    let mut at = amount::opened(words, amount.end);
    let dashed = words.kind(at) == Kind::Dash && words.glued(at) == words.glued(at + 1);
    at += usize::from(dashed);
    if words.any(at, set!["more", "further", "additional", "extra"]) && !dashed {
        at += 1;
    }
    // «10 below zero».
    if amount.hi.is_none()
        && amount.lo.value > 0.0
        && words.phrase(at, set!["below", "zero"]).is_some()
    {
        let mut amount = amount;
        amount.lo.value = -amount.lo.value;
        let measure = amount.measure(1.0, Rounding::Stated);
        let unit = unit::DEGREE;
        return Some(Found::new(
            words,
            i,
            at + 2,
            Value::Quantity { measure, unit },
        ));
    }
    // «0.9 trillion», «1.8M dollars»: the capital M is a million.
    let (unit, end) = unit::quantity_at(words, at)?;
    if !context.rule && !fits(words, i, amount, at, unit, dashed) {
        return None;
    }
    let mut amount = amount;
    let mut end = end;
    if amount.hi.is_none()
        && let Some((part, next)) = smaller(words, unit, end)
            .or_else(|| centimetres(words, unit, end))
            .or_else(|| rest(words, i, unit, end))
    {
        amount.lo.value += part;
        amount.lo.place = amount.lo.place.min(part.max(1e-9));
        end = next;
    } else if amount.hi.is_none()
        && let Some((part, next)) = super::fraction::after_and(words, end)
        && words.entry(next).unit.is_none()
    {
        amount.lo.value += part;
        amount.lo.place = amount.lo.value;
        end = next;
    }
    let cold = matches!(unit.dimension, "temperature" | "angle")
        && words.phrase(end, set!["below", "zero"]).is_some();
    if cold && amount.hi.is_none() && amount.lo.value > 0.0 {
        amount.lo.value = -amount.lo.value;
        end += 2;
    }
    let measure = amount.measure(1.0, Rounding::Stated);
    Some(Found::new(words, i, end, Value::Quantity { measure, unit }))
}

/// A million of it.
fn more(numeral: Numeral) -> Numeral {
    Numeral {
        value: numeral.value * 1e6,
        place: numeral.place * 1e6,
        ..numeral
    }
}

/// «5m barrels», «1.5m square miles»: where a unit in the plural follows, the letter is a million.
fn millions(words: Words<'_>, mut amount: Amount) -> Amount {
    let at = amount.end;
    let glued = words.str(at) == "m" && words.glued(at) && words.kind(back(at)) == Kind::Digits;
    let next = at + 1;
    let plural = |k: usize| {
        let name = words.entry(k).unit.is_some_and(|word| {
            word.form == unit::Form::Name && matches!(word.measures, unit::Measures::Quantity(_))
        });
        name && (words.str(k).ends_with('s') || words.is(k, "feet"))
    };
    let square = words.any(next, set!["square", "cubic", "sq", "cu", "metric"])
        && words.entry(next + 1).unit.is_some();
    if !glued || words.at(next).gap != Gap::Space || !(plural(next) || square) {
        return amount;
    }
    amount.lo = more(amount.lo);
    amount.hi = amount.hi.map(more);
    amount.end = next;
    amount
}

/// A number, «a», «half a», «quarter-».
fn amount(words: Words<'_>, i: usize, context: &Context) -> Option<Amount> {
    if let Some(part) = words.entry(i).fraction
        && !part.plural
    {
        let of = usize::from(words.is(i + 1, "of"));
        let dash = usize::from(words.kind(i + 1) == Kind::Dash);
        let at = i + 1 + of + dash;
        let value = 1.0 / f64::from(part.of);
        // «half a million miles» goes on.
        let scale = matches!(
            words.entry(at + 1).number,
            Some(NumberWord::Scale(_) | NumberWord::Hundred | NumberWord::Group(_))
        );
        if words.entry(at).number == Some(NumberWord::Article) && !scale {
            let end = at + 1 + usize::from(dash > 0 && words.kind(at + 1) == Kind::Dash);
            return Some(Amount::one(Numeral::new(value, value, end)));
        }
    }
    // «three-quarter-mile».
    if let Some(over) =
        number::cardinal(words, i).filter(|over| over.value < 4.0 && over.place >= 1.0)
        && words.kind(over.end) == Kind::Dash
        && let Some(part) = words.entry(over.end + 1).fraction
        && (words.kind(over.end + 2) == Kind::Dash
            || !part.plural && words.entry(over.end + 2).unit.is_some())
        && over.value < f64::from(part.of)
    {
        let value = over.value / f64::from(part.of);
        return Some(Amount::one(Numeral::new(value, value, over.end + 2)));
    }
    // «hundreds of miles», «a couple of tonnes».
    if let Some(many) = amount::with_of(words, i)
        && (words.entry(many.end).unit.is_some()
            || words.any(many.end, set!["square", "cubic", "metric", "sq", "cu"]))
    {
        return Some(many);
    }
    // «three-quarters of a mile».
    if let Some(part) =
        amount::read(words, i).filter(|amount| amount.hi.is_none() && amount.lo.value < 1.0)
        && (words.is(part.end, "of") || words.kind(i) == Kind::Digits)
    {
        let end = part.end + usize::from(words.is(part.end, "of"));
        if words.entry(end).number == Some(NumberWord::Article) {
            let end = end + 1;
            return Some(Amount { end, ..part });
        }
    }
    if words.entry(i).number == Some(NumberWord::Article) {
        if let Some(amount) = amount::read(words, i) {
            return Some(amount);
        }
        // «a kg» and «a millilitre» are amounts; «a foot» in prose mostly is not.
        let at = i + 1;
        let lead = context.rule
            || words.len() == 2
            || is_portion(words, i)
            || words.any(i + 2, SIZED)
            || words.phrase(i + 2, set!["and", "a"]).is_some()
            || words.any(
                back(i),
                set![
                    "half", "than", "about", "nearly", "almost", "over", "under", "within",
                    "least", "quarter", "around", "roughly",
                ],
            )
            || words.is(back(i), "to") && words.is(back(back(i)), "up")
            || words.is(back(i), "as") && words.any(back(back(i)), set!["much", "little"])
            || words.any(i + 1, set!["foot", "inch", "metre", "meter", "yard"])
                && words.is(i + 2, "of")
                && words.any(
                    i + 3,
                    set![
                        "snow",
                        "rain",
                        "water",
                        "ice",
                        "mud",
                        "ash",
                        "hail",
                        "rainfall",
                        "snowfall",
                        "floodwater",
                        "sludge"
                    ],
                );
        let idiom = words.any(at, set!["bit", "degree"]) && words.len() > 2;
        return (lead && !idiom && words.entry(at).unit.is_some()).then(|| {
            Amount::one(Numeral {
                article: true,
                ..Numeral::new(1.0, 1.0, at)
            })
        });
    }
    amount::read(words, i)
}

/// «a pound of sugar»: one of a unit of mass or volume and what it is of, where that is the whole text or the unit is
/// nothing but a measure: «a litre of milk» in prose, but not «a cup of tea» or «a ton of work».
fn is_portion(words: Words<'_>, i: usize) -> bool {
    let bulk = words
        .entry(i + 1)
        .unit
        .is_some_and(|word| match word.measures {
            unit::Measures::Quantity(unit) => matches!(unit.dimension, "mass" | "volume"),
            unit::Measures::Time { .. } => false,
        });
    let measure = words.any(
        i + 1,
        set![
            "kilo",
            "kilogram",
            "kilogramme",
            "kg",
            "gram",
            "gramme",
            "litre",
            "liter",
            "gallon",
            "tonne",
            "millilitre",
            "milliliter",
        ],
    );
    bulk && words.is(i + 2, "of")
        && (measure || i == 0 && words.len() <= 6 && words.kind(words.len() - 1) == Kind::Word)
}

/// «and 2 inches» after feet, «10 oz» after pounds, «8in» after «5ft», «ten» after «five foot».
fn smaller(words: Words<'_>, unit: Unit, end: usize) -> Option<(f64, usize)> {
    let (names, of): (&Set, f64) = match unit.symbol {
        "ft" => (set!["inch", "inches", "in", "ins"], 12.0),
        "lb" => (set!["ounce", "ounces", "oz"], 16.0),
        "st" => (set!["pound", "pounds", "lb", "lbs"], 14.0),
        _ => return None,
    };
    let at = end
        + usize::from(words.is(end, "and"))
        + usize::from(matches!(words.kind(end), Kind::Comma | Kind::Dash));
    let part = number::number(words, at).filter(|part| !part.article && part.value < of)?;
    let dash = usize::from(words.kind(part.end) == Kind::Dash);
    let word = part.end + dash;
    let preposition = words.is(word, "in")
        && !words.glued(word)
        && !matches!(words.kind(word + 1), Kind::None | Kind::Comma | Kind::Stop)
        && !words.any(word + 1, SIZES);
    if words.any(word, names) && !preposition {
        let stop = words.kind(word + 1) == Kind::Stop
            && words.glued(word + 1)
            && words.str(word + 2).starts_with(char::is_lowercase);
        return Some((part.value / of, word + 1 + usize::from(stop)));
    }
    // «5 feet 10 tall».
    let sized = at == end
        && words.is(back(end), "feet")
        && words.kind(part.end) == Kind::Word
        && words.any(part.end, set!["tall", "high", "long", "wide", "deep"]);
    // «five foot ten», «the 6-foot-2 guard», «12 stone 4»: in one breath, and nothing is counted behind.
    let said = match words.kind(end) {
        Kind::Dash => words.glued(end) && words.glued(at),
        _ => at == end && words.any(back(end), set!["foot", "stone"]),
    };
    let free = !matches!(
        words.kind(part.end),
        Kind::Dash | Kind::Slash | Kind::Percent
    ) && (words.kind(end) == Kind::Dash || count::noun(words, part.end).is_none());
    ((said || sized) && free && part.place >= 1.0).then_some((part.value / of, part.end))
}

/// «1 metre 93 tall», «1m93»: the centimetres after metres.
fn centimetres(words: Words<'_>, unit: Unit, end: usize) -> Option<(f64, usize)> {
    let two = unit.symbol == "m" && words.kind(end) == Kind::Digits && words.width(end) == 2;
    let told = words.glued(end) && !words.glued(end + 1)
        || words.any(end + 1, set!["tall", "high", "long", "wide", "deep"]);
    let part = number::cardinal(words, end).filter(|part| two && told && part.end == end + 1)?;
    Some((part.value / 100.0, end + 1))
}

/// «2 km and 300 m», «2 yards, 1 inch»: the rest of a length, where the whole text is one. In a sentence these are two.
fn rest(words: Words<'_>, i: usize, unit: Unit, end: usize) -> Option<(f64, usize)> {
    let mut at = end;
    let (mut total, mut last) = (0.0, unit);
    while i == 0 && unit.dimension == "length" && at < words.len() {
        at += usize::from(words.kind(at) == Kind::Comma);
        at += usize::from(words.is(at, "and"));
        let part = number::number(words, at).filter(|part| !part.article)?;
        let (smaller, next) = unit::quantity_at(words, part.end)?;
        if smaller.dimension != "length" || smaller.factor >= last.factor {
            return None;
        }
        total += part.value * smaller.factor / unit.factor;
        (last, at) = (smaller, next);
    }
    (total > 0.0 && at == words.len()).then_some((total, at))
}

/// What a length is told of.
const SIZES: &Set = set![
    "tall", "high", "long", "wide", "deep", "thick", "across", "and", "or", "at",
];

/// «5'10"», «6' 2"», «5′»: feet and inches with primes. A number of feet that somebody could be tall.
fn primes(words: Words<'_>, i: usize) -> Option<Found> {
    let feet = number::cardinal(words, i).filter(|feet| feet.place >= 1.0 && feet.value < 100.0)?;
    let prime = |k: usize| words.kind(k) == Kind::Apostrophe && words.glued(k);
    if words.kind(i) != Kind::Digits || !prime(feet.end) {
        return None;
    }
    let inches = number::cardinal(words, feet.end + 1).filter(|inches| inches.value < 12.0)?;
    let double = matches!(words.kind(inches.end), Kind::Quote | Kind::QuoteClose);
    if !double || !words.glued(inches.end) {
        return None;
    }
    let value = feet.value + inches.value / 12.0;
    let amount = Amount::one(Numeral::new(value, 1.0 / 12.0, inches.end + 1));
    let unit = unit::FOOT;
    let measure = amount.measure(1.0, Rounding::Stated);
    Some(Found::new(
        words,
        i,
        inches.end + 1,
        Value::Quantity { measure, unit },
    ))
}

/// Words that make a measure of a number without a unit, beside [`QUAKES`].
pub(super) const TOLD: &Set = set!["magnitude", "richter", "below"];

/// What a magnitude is told of.
pub(super) const QUAKES: &Set = set![
    "quake",
    "earthquake",
    "tremor",
    "aftershock",
    "temblor",
    "quakes",
    "earthquakes",
    "tremors",
    "aftershocks",
];

/// «magnitude 6.1», «a magnitude of 6.1», «6.1-magnitude», «6.1 on the Richter scale».
fn magnitude(words: Words<'_>, i: usize) -> Option<Found> {
    let make = |amount: Amount, end: usize| {
        let measure = amount.measure(1.0, Rounding::Stated);
        Found::new(
            words,
            i,
            end,
            Value::Quantity {
                measure,
                unit: unit::MAGNITUDE,
            },
        )
    };
    let amount = amount::read(words, i)?;
    if amount.lo.value <= 0.0 || amount.lo.value >= 10.0 {
        return None;
    }
    let before = back(i);
    let put = words.any(before, set!["at", "was", "is"]) && words.is(back(before), "magnitude");
    let told = put
        || words.is(before, "magnitude")
        || (words.is(before, "of") && words.is(back(before), "magnitude"))
        || (words.kind(before) == Kind::Dash && words.is(back(before), "magnitude"));
    if told {
        return Some(make(amount, amount.end));
    }
    let at = amount.end + usize::from(words.kind(amount.end) == Kind::Dash);
    if words.is(at, "magnitude") {
        return Some(make(amount, at + 1));
    }
    // «a 6.1 quake», «the quake was later measured at 4.8».
    let decimal = (amount.lo.place - 0.1).abs() < 1e-9 && words.kind(i) == Kind::Digits;
    if decimal && words.any(amount.end, QUAKES) {
        return Some(make(amount, amount.end));
    }
    let scale = words.any(before, set!["at", "to", "a"])
        && words.any(
            back(before),
            set![
                "measured",
                "put",
                "recorded",
                "estimated",
                "registered",
                "revised",
                "downgraded",
                "upgraded",
                "it",
                "up",
                "down",
            ],
        )
        && words.kind(amount.end) != Kind::Word
        && !matches!(
            words.kind(amount.end),
            Kind::Percent | Kind::Degree | Kind::Currency
        );
    let quake = |k: usize| words.any(k, QUAKES) || words.is(k, "magnitude");
    if decimal && scale && (i.saturating_sub(20)..i).any(quake) {
        return Some(make(amount, amount.end));
    }
    let scale = words
        .phrase(at, set!["on", "the", "richter", "scale"])
        .or_else(|| words.phrase(at, set!["on", "the", "richter"]));
    scale.map(|end| make(amount, end))
}
