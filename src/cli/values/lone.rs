//! A text that is one value and nothing else: a query, a cell of a table, a string of a rule.
//!
//! In: the text and a value of it. Out: how the value is printed where the whole text is that value. A substance
//! («0.5 kg of rice») and an article («a US$ 4.7 billion») belong to such a text's value, metric masses are printed in
//! grams, feet with inches in inches. In a sentence the same words are read and printed as stated. `docs/values.md` says
//! which convention of the public suites this follows.

use crate::span::Span;
use crate::text::Mention;
use crate::value::Value;

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
    let inches = unit.symbol == "ft"
        && unit.dimension == "length"
        && (mention.span.of(body).to_ascii_lowercase().contains("in")
            || mention.span.of(body).ends_with(['"', '”', '″']));
    let (factor, unit) = match unit.symbol {
        "kg" => (1e3, Some("g")),
        "mg" => (1e-3, Some("g")),
        "ft" if inches => (12.0, Some("in")),
        _ => (1.0, None),
    };
    Some(Lone { core, factor, unit })
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
