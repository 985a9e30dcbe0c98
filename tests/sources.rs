//! The parts of the five real reports, as a reader marks them.
//!
//! Reads the folder that `FACTCHECK_SHARED` names, and says so when it is unset. The words below are stock phrases and
//! names; they find a line, they don't retell it.

#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use std::path::Path;

use factcheck::source::Source;
use factcheck::source::open;
use factcheck::source::records;
use factcheck::span::Part;

/// A report's file, and words of it with the part they belong to.
const MARKED: &[(&str, &[(&str, Part)])] = &[
    (
        "000_",
        &[
            ("Blinken meets Jinping", Part::Headline),
            ("Great Hall of the People", Part::Body),
            ("Wang Yi Monday morning", Part::Body),
            ("Leave a Reply", Part::Furniture),
            ("Required fields", Part::Furniture),
        ],
    ),
    (
        "001_",
        &[
            ("Top Story", Part::Furniture),
            ("baby steps’ to revive", Part::Headline),
            ("held talks with Wang Yi", Part::Body),
            ("Chinese calligraphy", Part::Caption),
            ("concerns over semiconductors", Part::Caption),
            ("Leah Millis", Part::Furniture),
            ("in Bali last year", Part::Body),
            ("annual summit in California", Part::Body),
            ("Source link", Part::Furniture),
            ("Back to top", Part::Furniture),
        ],
    ),
    (
        "002_",
        &[
            ("can meet Xi Jinping today", Part::Headline),
            ("for about 6 hours", Part::Body),
            ("A long list of points", Part::Body),
            ("in Bali last year", Part::Body),
            ("US airspace", Part::Body),
        ],
    ),
    (
        "003_",
        &[
            ("Get all your news", Part::Furniture),
            ("Rachel Cheung in Hong", Part::Furniture),
            ("hold ‘candid’", Part::Headline),
            ("Xi Jinping meets the visiting", Part::Caption),
            ("Photograph:", Part::Furniture),
            ("35-minute", Part::Body),
            ("a visit to France", Part::Body),
            ("Sign up to read", Part::Furniture),
            ("trusted global sources", Part::Furniture),
        ],
    ),
    (
        "004_",
        &[
            ("Shows Signs of Progress", Part::Headline),
            ("Building Bridges amid", Part::Body),
            ("shakes hands with", Part::Caption),
            ("Photo: AP", Part::Furniture),
            ("no room for compromise", Part::Body),
            ("Stay updated on", Part::Furniture),
        ],
    ),
];

fn part_of(source: &Source, words: &str) -> Part {
    let at = source.body.find(words).expect("the words are there");
    let at = u32::try_from(at).expect("small");
    let holds = |span: factcheck::span::Span| span.start <= at && at < span.end;
    let section = source
        .sections
        .iter()
        .find(|section| holds(section.span))
        .expect("sections cover the page");
    section.part
}

#[test]
fn the_five_real_reports_are_sectioned_as_a_reader_would() {
    let Some(shared) = std::env::var_os("FACTCHECK_SHARED") else {
        eprintln!("skipped: FACTCHECK_SHARED is unset");
        return;
    };
    let folder = Path::new(&shared).join("corpus");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for record in records(&[folder]) {
        let raw = record.expect("readable");
        let (source, _) = open(&raw);
        assert_eq!(source.unread, None, "{}", source.id);
        let name = Path::new(&raw.path).file_name().expect("a file");
        let name = name.to_string_lossy();
        let marked = MARKED.iter().find(|(file, _)| name.starts_with(file));
        let (_, marks) = marked.expect("one of the five");
        seen += 1;
        for (words, part) in *marks {
            let found = part_of(&source, words);
            if found != *part {
                wrong.push(format!("{name}: «{words}» is {found:?}, not {part:?}"));
            }
        }
    }
    assert_eq!(seen, MARKED.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
