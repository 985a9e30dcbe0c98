//! Values as rule files write them.
//!
//! In: a string that is one value and nothing else, and the kind it should be. Out: the value, read by the same
//! readers as reports.

use super::found::Context;
use super::found::values;
use super::scan;
use super::token::Stretch;
use crate::value::Value;
use crate::value::ValueKind;

/// Reads `text` as one value of the kind `want`: «more than 7 hours», «5½ hours», «19 June 2023, 4:30 pm».
///
/// A bare number is also a count or an age. `None` if the words are no value, are more than one, or are of another
/// kind.
pub fn parse_value(text: &str, want: ValueKind) -> Option<Value> {
    let mut tokens = Vec::new();
    scan::tokens(text, 0..text.len(), &mut tokens);
    let stretch = Stretch::new(text, &tokens);
    let words = stretch.words();
    let context = Context {
        published: None,
        rule: true,
        kind: Some(want),
    };
    let mut found = Vec::new();
    values(words, &context, &mut found);
    let [only] = found.as_slice() else {
        return None;
    };
    let from = only.hedge.map_or(only.core, |hedge| hedge.hull(only.core));
    let whole = words.span(0, words.len());
    let whole = only.noun.map_or(from, |noun| noun.hull(from)) == whole || from == whole;
    if !whole {
        return None;
    }
    match (&only.value, want) {
        (value, want) if value.kind() == want => Some(value.clone()),
        (Value::Number(measure), ValueKind::Count) => Some(Value::Count {
            measure: *measure,
            tally: None,
        }),
        (Value::Number(measure), ValueKind::Age) => Some(Value::Age(*measure)),
        (Value::Count { measure, .. }, ValueKind::Number) => Some(Value::Number(*measure)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_of_two_senses_has_that_of_the_kind_expected() {
        let kinds = |text| {
            [ValueKind::Quantity, ValueKind::Money, ValueKind::Duration]
                .map(|want| parse_value(text, want).is_some())
        };
        assert_eq!(kinds("4,800 pounds"), [true, true, false]);
        assert_eq!(kinds("more than 5 pounds"), [true, true, false]);
        assert_eq!(kinds("£4,800"), [false, true, false]);
        assert_eq!(kinds("300 kg"), [true, false, false]);
    }

    #[test]
    fn a_string_that_is_more_than_one_value_is_none() {
        assert!(parse_value("5", ValueKind::Count).is_some());
        assert!(parse_value("5 or so people came", ValueKind::Count).is_none());
        assert!(parse_value("a lot", ValueKind::Count).is_none());
    }
}
