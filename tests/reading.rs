//! Whatever a text is, reading it is safe, repeatable and linear in its length.

use std::time::Duration;
use std::time::Instant;

use factcheck::lex::parse_value;
use factcheck::span::Span;
use factcheck::text::Reading;
use factcheck::text::read;
use factcheck::value::Value;
use factcheck::value::ValueKind;
use proptest::prelude::*;

/// Pieces that values are made of, so that random texts reach deep into the grammar.
const PIECES: &[&str] = &[
    "two",
    "and",
    "a half",
    "hours",
    "hour",
    "-",
    "–",
    "—",
    "5",
    "1,000",
    ".",
    ",",
    "½",
    "$",
    "€",
    "£5m",
    "%",
    "percent",
    "per cent",
    "of",
    "to",
    "from",
    "between",
    "at least",
    "more than",
    "no fewer than",
    "about",
    "killed",
    "injured",
    "people",
    "men",
    "the",
    "an",
    "a",
    "said",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "[",
    "old",
    "year",
    "years",
    "-year-old",
    "million",
    "hundred",
    "third",
    "second",
    "quarter",
    "June",
    "19",
    "2023",
    "pm",
    "4:30",
    "GMT",
    "since",
    "in",
    "every",
    "twice",
    "°C",
    "km/h",
    "miles",
    "feet",
    "\n\n",
    "\n",
    "\u{a0}",
    "\u{2009}",
    "U.S.",
    "No.",
    "24/7",
    "+",
    "~",
    "<",
    ">",
    "=",
    "minus",
    "point",
    "zero",
    "dozen",
    "scores",
    "no",
    "one",
    "nobody",
    "was",
    "or so",
    "https://x.org/1-2",
    "é",
    "ß",
];

fn made_of_pieces() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len(), prop::bool::weighted(0.75));
    prop::collection::vec(piece, 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, blank) in pieces {
            text.push_str(PIECES[piece]);
            if blank {
                text.push(' ');
            }
        }
        text
    })
}

fn check(text: &str, reading: &Reading) {
    let whole = |span: Span| {
        assert!(span.start <= span.end, "{span:?} in {text:?}");
        assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    };
    let mut last = 0;
    for mention in &reading.mentions {
        whole(mention.span);
        mention.hedge.into_iter().for_each(whole);
        mention.noun.into_iter().for_each(whole);
        assert!(!mention.span.is_empty(), "an empty core in {text:?}");
        assert!(
            mention.sentence as usize >= last,
            "sentences in order in {text:?}"
        );
        last = mention.sentence as usize;
        let sentence = reading.sentences[last].span;
        // A quotation may go on over several sentences.
        let starts = Span {
            end: mention.span.start,
            ..mention.span
        };
        let inside = if mention.value == Value::Quote {
            starts
        } else {
            mention.span
        };
        assert!(
            sentence.contains(inside),
            "{:?} outside its sentence in {text:?}",
            mention.span
        );
    }
    for sentence in &reading.sentences {
        whole(sentence.span);
        let clauses = reading.clauses_of(sentence);
        assert!(
            !clauses.is_empty(),
            "a sentence without a clause in {text:?}"
        );
        for clause in clauses {
            whole(clause.span);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic_and_with_whole_spans(text in ".{0,200}") {
        check(&text, &read(&text, &[], None));
    }

    #[test]
    fn any_mix_of_value_words_is_read_without_panic_and_with_whole_spans(text in made_of_pieces()) {
        check(&text, &read(&text, &[], None));
    }

    #[test]
    fn reading_twice_is_the_same(text in made_of_pieces()) {
        prop_assert_eq!(read(&text, &[], None), read(&text, &[], None));
    }

    #[test]
    fn any_rule_string_is_parsed_without_panic(text in made_of_pieces()) {
        for kind in [ValueKind::Duration, ValueKind::Count, ValueKind::Money, ValueKind::Date, ValueKind::Since] {
            let _ = parse_value(&text, kind);
        }
    }
}

/// The quickest of three readings: the machine may be busy.
fn time_to_read(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        let reading = read(text, &[], None);
        let took = start.elapsed();
        assert!(reading.mentions.len() <= text.len());
        took
    };
    once().min(once()).min(once())
}

#[test]
fn time_grows_linearly_on_hostile_texts() {
    // Sizes are kept small, as a debug build on a busy machine is slow; the ratio is what counts.
    const SMALL: usize = 4_000;
    let shapes: &[(&str, &str)] = &[
        ("digits", "7"),
        ("digits apart", "7 "),
        ("hyphens", "-"),
        ("spaced hyphens", "- "),
        ("numbers and hyphens", "12-"),
        ("brackets", "("),
        ("quotes", "\""),
        ("opening quotes", "“a"),
        ("one long word", "a"),
        ("no full stop", "two people and "),
        ("articles", "a "),
        ("hundreds", "hundred "),
        ("one after the other", "one "),
        ("thousands", "two thousand and "),
        ("halves", "a half and "),
        ("commas", "1,"),
        ("hedges", "more than "),
        ("currency signs", "$ "),
        ("killed", "killed "),
        ("stops", ". "),
        ("dates", "June 19, "),
        ("times", "4:30 "),
        ("said", "he said that "),
        ("years", "1999 "),
    ];
    for (name, shape) in shapes {
        let text = |bytes: usize| shape.repeat(bytes / shape.len());
        let small = time_to_read(&text(SMALL)).max(Duration::from_micros(200));
        let large = time_to_read(&text(SMALL * 8));
        // Eight times the text; quadratic time would be 64 times.
        assert!(
            large < small * 24,
            "{name}: {small:?} for {SMALL} bytes, {large:?} for 8 times as many"
        );
    }
}
