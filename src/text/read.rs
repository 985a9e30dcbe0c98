//! One reading of a text.
//!
//! In: a body, its sections, its publication interval. Out: a [`Reading`].

use jiff::civil;

use super::reading::Clause;
use super::reading::Mention;
use super::reading::Published;
use super::reading::Reading;
use super::reading::Sentence;
use super::reading::Stance;
use super::sentence;
use crate::lex;
use crate::lex::Context;
use crate::lex::token;
use crate::lex::token::Gap;
use crate::lex::token::Token;
use crate::lex::token::Words;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

/// Reads `body`. `sections` are sorted and do not overlap; what no section covers is running text.
pub fn read(body: &str, sections: &[Section], published: Option<&Published>) -> Reading {
    let context = Context {
        published: published.map(civil_interval),
        rule: false,
    };
    let mut reading = Reading::default();
    let mut scratch = Scratch::default();
    let mut paragraph = 0;
    let mut at = 0;
    for section in sections {
        let span = section.span;
        part(
            body,
            at..span.start as usize,
            Part::Body,
            &context,
            &mut paragraph,
            &mut scratch,
            &mut reading,
        );
        part(
            body,
            span.range(),
            section.part,
            &context,
            &mut paragraph,
            &mut scratch,
            &mut reading,
        );
        at = span.end as usize;
    }
    part(
        body,
        at..body.len(),
        Part::Body,
        &context,
        &mut paragraph,
        &mut scratch,
        &mut reading,
    );
    reading
}

/// Buffers that live as long as one reading.
#[derive(Default)]
struct Scratch {
    tokens: Vec<Token>,
    found: Vec<lex::Found>,
}

fn civil_interval(published: &Published) -> (civil::DateTime, civil::DateTime) {
    let civil = |at: jiff::Timestamp| published.zone.to_datetime(at);
    (civil(published.earliest), civil(published.latest))
}

#[allow(clippy::too_many_arguments)] // taken apart when the clauses come
fn part(
    body: &str,
    range: std::ops::Range<usize>,
    part: Part,
    context: &Context,
    paragraph: &mut u32,
    scratch: &mut Scratch,
    reading: &mut Reading,
) {
    if part == Part::Furniture || range.is_empty() {
        return;
    }
    scratch.tokens.clear();
    token::scan(body, range, &mut scratch.tokens);
    let all = Words::new(body, &scratch.tokens);
    let mut from = 0;
    while from < all.len() {
        let range = sentence::next(all, from);
        from = range.end;
        let words = Words::new(body, &scratch.tokens[range.clone()]);
        if words.at(0).gap == Gap::Paragraph && !reading.sentences.is_empty() {
            *paragraph += 1;
        }
        scratch.found.clear();
        lex::values(words, context, &mut scratch.found);
        push(words, part, *paragraph, &mut scratch.found, reading);
    }
}

fn push(
    words: Words<'_>,
    part: Part,
    paragraph: u32,
    found: &mut Vec<lex::Found>,
    reading: &mut Reading,
) {
    let index = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let span: Span = words.span(0, words.len());
    let sentence = index(reading.sentences.len());
    let clauses = index(reading.clauses.len());
    let mentions = index(reading.mentions.len());
    reading.clauses.push(Clause {
        span,
        stance: Stance::Asserted,
        speaker: None,
    });
    for found in found.drain(..) {
        reading.mentions.push(Mention {
            span: found.core,
            hedge: found.hedge,
            noun: found.noun,
            value: found.value,
            sentence,
            clause: clauses,
            stance: Stance::Asserted,
        });
    }
    reading.sentences.push(Sentence {
        span,
        part,
        clauses: (clauses, index(reading.clauses.len())),
        mentions: (mentions, index(reading.mentions.len())),
        paragraph,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_ends_no_sentence() {
        let text = "He met J. Smith on the quay. They talked for two hours.\n\nThen it rained.";
        let reading = read(text, &[], None);
        let sentences: Vec<_> = reading.sentences.iter().map(|s| s.span.of(text)).collect();
        insta::assert_debug_snapshot!(sentences, @r#"
        [
            "He met J. Smith on the quay.",
            "They talked for two hours.",
            "Then it rained.",
        ]
        "#);
    }
}
