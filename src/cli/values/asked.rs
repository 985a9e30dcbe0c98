//! A text that asks about a unit, or says what one is: «convert 5 miles to kilometres», «how do I work out a percentage?», «a
//! fathom is 6 feet».
//!
//! In: the text and its values. Out: the unit that stands there without a number, as a value open at both ends. Only a whole
//! text that is such a query has one; in news a unit without a number tells nothing. `docs/values.md` has the convention.

use crate::lex;
use crate::span::Span;
use crate::text::Mention;
use crate::value::Value;

/// Longest query, in words.
const QUERY: usize = 14;

/// Words that a query opens with.
const ASKS: &[&str] = &[
    "convert",
    "change",
    "express",
    "translate",
    "turn",
    "calculate",
    "compute",
    "define",
    "explain",
    "how",
    "what",
    "what's",
    "whats",
    "which",
    "conversion",
];

/// Words between what is known and the unit that is asked for.
const INTO: &[&str] = &["to", "in", "into", "as"];

/// Words between a unit and what it is.
const IS: &[&str] = &[
    "is equal to",
    "are equal to",
    "is the same as",
    "equals",
    "is",
    "=",
];

/// Words that a unit may have before it.
const ARTICLES: &[&str] = &["a", "an", "the", "one"];

/// The unit without a number in `body`, if `body` is a query or a definition.
pub(super) fn unit(body: &str, mentions: &[Mention]) -> Option<Mention> {
    let text = body.trim().trim_end_matches(['?', '.', '!']).trim_end();
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty()
        || words.len() > QUERY
        || text.contains(['\n', '.', '?']) && text.contains(". ")
    {
        return None;
    }
    let (name, value) =
        asked(text, &words, body, mentions).or_else(|| defined(text, body, mentions))?;
    let start = name.as_ptr() as usize - body.as_ptr() as usize;
    let span = Span::new(start, start + name.len());
    let free = mentions
        .iter()
        .all(|mention| mention.span.end <= span.start || span.end <= mention.span.start);
    let near = mentions.first();
    free.then(|| Mention {
        span,
        hedge: None,
        noun: None,
        value,
        sentence: near.map_or(0, |mention| mention.sentence),
        clause: near.map_or(0, |mention| mention.clause),
        stance: near.map_or(crate::text::Stance::Asserted, |mention| mention.stance),
    })
}

/// «convert 5 miles to kilometres», «5 miles in km», «what is a percentage».
fn asked<'t>(
    text: &'t str,
    words: &[&'t str],
    body: &str,
    mentions: &[Mention],
) -> Option<(&'t str, Value)> {
    let asks = ASKS.contains(&words[0].to_lowercase().as_str());
    let led = mentions.first().is_some_and(|first| {
        body.get(..first.span.start as usize)
            .is_some_and(|before| before.trim().is_empty())
    });
    let (at, joint) = words.iter().enumerate().rev().find(|(_, word)| {
        let word = word.to_lowercase();
        INTO.contains(&word.as_str()) || asks && ARTICLES.contains(&word.as_str())
    })?;
    let into = INTO.contains(&joint.to_lowercase().as_str());
    let from = words.get(at + 1)?.as_ptr() as usize - text.as_ptr() as usize;
    let name = text.get(from..)?;
    let value = lex::unit_named(name)?;
    // «5 miles to kilometres»: of what is known, in another unit of the same kind.
    let same = mentions
        .iter()
        .any(|known| known.value.kind() == value.kind());
    (if into {
        (asks || led) && same
    } else {
        asks && mentions.is_empty()
    })
    .then_some((name, value))
}

/// «a fathom is 6 feet», «a stone equals 14 pounds».
fn defined<'t>(text: &'t str, body: &str, mentions: &[Mention]) -> Option<(&'t str, Value)> {
    let [only] = mentions else {
        return None;
    };
    let before = text
        .get(..only.span.start as usize - (body.len() - body.trim_start().len()))?
        .trim_end();
    let ends = body
        .get(only.span.end as usize..)?
        .trim()
        .trim_matches('.')
        .is_empty();
    let subject = IS.iter().find_map(|is| before.strip_suffix(is))?.trim_end();
    let (article, name) = subject.split_once(' ')?;
    let value = lex::unit_named(name)?;
    let article = ARTICLES.contains(&article.to_lowercase().as_str());
    (ends && article && value.kind() == only.value.kind()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn read(body: &str) -> String {
        let reading = text::read(body, &[], None);
        let found = unit(body, &reading.mentions);
        format!(
            "{body} => {}",
            found.map_or("", |found| found.span.of(body))
        )
    }

    #[test]
    fn a_query_has_the_unit_it_asks_for() {
        insta::assert_snapshot!(
            ["convert 5 miles to kilometres", "12 stone in kg", "How do I work out a percentage?", "what is 30 C in fahrenheit?",
             "how much is 5 euros in dollars", "A fathom is 6 feet.", "a gallon is equal to 4.5 litres"]
                .map(read).join("\n"), @"
        convert 5 miles to kilometres => kilometres
        12 stone in kg => kg
        How do I work out a percentage? => percentage
        what is 30 C in fahrenheit? => fahrenheit
        how much is 5 euros in dollars => dollars
        A fathom is 6 feet. => fathom
        a gallon is equal to 4.5 litres => gallon
        ");
    }

    #[test]
    fn news_has_none() {
        insta::assert_snapshot!(
            ["The dollar fell to a low.", "He walked 5 miles in the rain.", "What is a fair price?", "A mile from Keld, 5 men died.",
             "It took 5 days to cover the metres", "How did the pound fall?", "They sold 5 tonnes in sacks."]
                .map(read).join("\n"), @"
        The dollar fell to a low. => 
        He walked 5 miles in the rain. => 
        What is a fair price? => 
        A mile from Keld, 5 men died. => 
        It took 5 days to cover the metres => 
        How did the pound fall? => 
        They sold 5 tonnes in sacks. =>
        ");
    }
}
