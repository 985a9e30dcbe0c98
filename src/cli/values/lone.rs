//! A text that is one value and nothing else: a query, a cell of a table, a string of a rule.
//!
//! In: the text and a value of it. Out: how the value is printed where the whole text is that value. A substance
//! («0.5 kg of rice») and an article («a US$ 4.7 billion») belong to such a text's value, metric masses are printed in
//! grams, feet with inches in inches. In a sentence the same words are read and printed as stated. `docs/values.md` says
//! which convention of the public suites this follows.

use crate::lex;
use crate::span::Span;
use crate::text::Mention;
use crate::value::Currency;
use crate::value::Measure;
use crate::value::Unit;
use crate::value::Value;
use crate::value::ValueKind;

/// How a lone value is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lone {
    /// Its words, without hedge.
    pub(super) core: Span,
    /// How many of the printed unit make one of the stated unit.
    pub(super) factor: f64,
    /// The printed unit, where it is not the stated one.
    pub(super) unit: Option<&'static str>,
}

/// How `mention` is printed, if it is all of `body`.
pub(super) fn lone(body: &str, mention: &Mention) -> Option<Lone> {
    let whole = mention
        .hedge
        .map_or(mention.span, |hedge| hedge.hull(mention.span));
    let before = body.get(..whole.start as usize)?.trim_start();
    let behind = body.get(whole.end as usize..)?.trim_end();
    let mut core = mention.span;
    match (&mention.value, before, behind) {
        (Value::Quantity { .. } | Value::Money { .. }, "", "") => {}
        (Value::Quantity { unit, .. }, "", substance)
            if matches!(unit.dimension, "mass" | "volume") && is_substance(substance) =>
        {
            core = Span::new(core.start as usize, whole.end as usize + substance.len());
        }
        (Value::Money { .. }, article, "")
            if matches!(article.to_ascii_lowercase().as_str(), "a " | "an ") =>
        {
            core = Span::new(core.start as usize - article.len(), core.end as usize);
        }
        _ => return None,
    }
    let Value::Quantity { unit, .. } = &mention.value else {
        return Some(Lone {
            core,
            factor: 1.0,
            unit: None,
        });
    };
    let last = lex::last_unit(mention.span.of(body)).filter(|last| {
        unit.dimension == "length" && last.dimension == "length" && last.symbol != unit.symbol
    });
    let (factor, unit) = match (unit.symbol, last) {
        ("kg", _) => (1e3, Some("g")),
        ("mg", _) => (1e-3, Some("g")),
        // Factors are products of decimals: 0.3048 / 0.0254 is 12 and a last bit.
        (_, Some(last)) => {
            let many = unit.factor / last.factor;
            ((many * 1e9).round() / 1e9, Some(last.symbol))
        }
        _ => (1.0, None),
    };
    Some(Lone { core, factor, unit })
}

/// The other sense of a text that is one value and nothing else, where its unit has two and `kind` asks for that one: pounds
/// of money, «2 m» of minutes, marks of inches and feet.
pub(super) fn other_sense(body: &str, mention: &Mention, kind: ValueKind) -> Option<Value> {
    let whole = mention
        .hedge
        .map_or(mention.span, |hedge| hedge.hull(mention.span));
    if whole.of(body).len() != body.trim().len() {
        return None;
    }
    let words = mention.span.of(body).to_lowercase();
    let times = |measure: &Measure, by: f64| Measure {
        stated: measure.stated.scaled(by),
        typical: measure.typical.scaled(by),
        possible: measure.possible.scaled(by),
        hedge: measure.hedge,
    };
    let length = |symbol, factor| Unit {
        symbol,
        dimension: "length",
        factor,
        offset: 0.0,
    };
    match (&mention.value, kind) {
        (Value::Quantity { measure, unit }, ValueKind::Money)
            if unit.symbol == "lb" && words.ends_with(['s', 'd']) && words.contains("pound") =>
        {
            let currency = Currency(*b"GBP");
            Some(Value::Money {
                measure: *measure,
                currency,
            })
        }
        (Value::Quantity { measure, unit }, ValueKind::Duration)
            if unit.symbol == "m" && words.ends_with('m') =>
        {
            Some(Value::Duration {
                measure: times(measure, 60.0),
                months: None,
            })
        }
        (Value::Duration { measure, .. }, ValueKind::Quantity)
            if words.ends_with(['"', '″', '”']) || words.ends_with("''") =>
        {
            Some(Value::Quantity {
                measure: *measure,
                unit: length("in", 0.0254),
            })
        }
        (Value::Duration { measure, .. }, ValueKind::Quantity)
            if words.ends_with(['\'', '′', '’']) =>
        {
            Some(Value::Quantity {
                measure: times(measure, 1.0 / 60.0),
                unit: length("ft", 0.3048),
            })
        }
        _ => None,
    }
}

/// « of strawberries»: up to three words and nothing else.
fn is_substance(behind: &str) -> bool {
    behind.strip_prefix(" of ").is_some_and(|of| {
        of.chars()
            .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
            && of.split(' ').count() <= 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn read(body: &str) -> String {
        let reading = text::read(body, &[], None);
        let lone = reading
            .mentions
            .first()
            .and_then(|mention| lone(body, mention));
        lone.map_or("as in a sentence".to_owned(), |lone| {
            format!(
                "[{}] × {} {}",
                lone.core.of(body),
                lone.factor,
                lone.unit.unwrap_or("as stated")
            )
        })
    }

    #[test]
    fn a_text_that_is_one_value_takes_in_substance_and_article() {
        insta::assert_snapshot!(
            ["0.5 kg of rice", "at most 3 lbs of minced beef", "2 litres", "2000 milligrams", "6 ft and 3 in", "a £ 3 billion"]
                .map(read).join("\n"), @"
        [0.5 kg of rice] × 1000 g
        [3 lbs of minced beef] × 1 as stated
        [2 litres] × 1 as stated
        [2000 milligrams] × 0.001 g
        [6 ft and 3 in] × 12 in
        [a £ 3 billion] × 1 as stated
        ");
        insta::assert_snapshot!(
            ["They ate 0.5 kg of rice.", "2 km of road", "0.5 kg of rice and 2 eggs", "It weighs 3 kg"]
                .map(read).join("\n"), @"
        as in a sentence
        as in a sentence
        as in a sentence
        as in a sentence
        ");
    }
}
