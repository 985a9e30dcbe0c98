//! Whatever a text is, reading it is safe, repeatable and linear in its length.

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

#[test]
fn hostile_texts_are_read_to_their_end() {
    // Quadratic time would make minutes of it. How time grows is measured in `benches/text.rs`: a busy machine tells nothing.
    const BYTES: usize = 100_000;
    let shapes: &[&str] = &[
        "7",
        "7 ",
        "-",
        "- ",
        "12-",
        "(",
        "\"",
        "“a",
        "a",
        "two people and ",
        "a ",
        "hundred ",
        "one ",
        "two thousand and ",
        "a half and ",
        "1,",
        "more than ",
        "$ ",
        "killed ",
        ". ",
        "June 19, ",
        "4:30 ",
        "he said that ",
        "1999 ",
    ];
    for shape in shapes {
        let text = shape.repeat(BYTES / shape.len());
        let reading = read(&text, &[], None);
        let end = reading
            .sentences
            .last()
            .map_or(0, |sentence| sentence.span.end as usize);
        assert_eq!(
            end,
            text.trim_end().len(),
            "{shape:?} was left before its end"
        );
    }
}
