//! Rule files with mistakes made on purpose, thousands of them: none may end the program, and none may pass in silence.
//!
//! `FACTCHECK_MISTAKES=20` makes twenty times as many.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it reads the shipped rules, and prints its figures"
)]

use std::fmt::Write as _;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::Duration;
use std::time::Instant;

use factcheck::diagnostic::Diagnostic;
use factcheck::diagnostic::Level;
use factcheck::report;
use factcheck::rule::load;
use factcheck::rule::load_text;
use toml::de::DeTable;
use toml::de::DeValue;

/// A generator of its own, so that every run makes the same mistakes (Knuth's constants of a linear congruence).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }
}

fn rounds() -> usize {
    let asked = std::env::var("FACTCHECK_MISTAKES").ok();
    asked.and_then(|times| times.parse().ok()).unwrap_or(1)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("readable")
}

/// The whole language: the documentation's examples put together, and the shipped rules cut to a length that is quick.
fn good() -> Vec<String> {
    let docs = read("docs/rules.md");
    let blocks = docs.split("```toml\n").skip(1);
    let documented: String = blocks
        .map(|block| block.split("```").next().expect("a first piece").to_owned() + "\n")
        .collect();
    vec![
        documented,
        read("tests/rule-tests/ferry.toml"),
        read("tests/rule-right/rule-never-right.toml"),
    ]
}

/// What a loaded file must be, good or bad: errors exactly where there is no story, each at a place of the file.
fn sound(text: &str) -> Vec<Diagnostic> {
    let (story, found) = load_text("a.toml", text);
    let errors = found.iter().filter(|one| one.level == Level::Error).count();
    assert_eq!(
        story.is_none(),
        errors > 0,
        "a file is refused with a reason, or taken"
    );
    let lines: Vec<&str> = text.split('\n').collect();
    for one in &found {
        let line = usize::try_from(one.line).expect("small");
        assert!(line <= lines.len(), "line {line} of {}", lines.len());
        if line > 0 {
            let columns = lines[line - 1].chars().count();
            let column = usize::try_from(one.column).expect("small");
            assert!(column <= columns + 1, "column {column} of {columns}");
        }
        assert!(!report::diagnostic(one, 80).is_empty());
    }
    found
}

#[test]
fn no_byte_changed_left_out_or_put_in_ends_the_program() {
    let pieces = [
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\"\"\"",
        "'",
        "=",
        ".",
        ",",
        "#",
        "\n",
        "\r",
        "\t",
        "\0",
        "é",
        "\u{1f525}",
        "\u{feff}",
        "[[claim]]\n",
        "0x",
        "1e999",
        "-",
        "1979-05-27T00:00:60Z",
        "inf",
        "nan",
        "99999999999999999999",
        "\\u0000",
        "%",
    ];
    let mut dice = Dice(7);
    let mut made = 0;
    let start = Instant::now();
    for text in good() {
        for _ in 0..700 * rounds() {
            let mut bad = text.clone();
            for _ in 0..=dice.below(3) {
                let at = bad.floor_char_boundary(dice.below(bad.len()));
                let next = bad.ceil_char_boundary(at + 1 + dice.below(6));
                match dice.below(4) {
                    0 => bad.replace_range(at..next, ""),
                    1 => bad.insert_str(at, pieces[dice.below(pieces.len())]),
                    2 => bad.replace_range(at..next, pieces[dice.below(pieces.len())]),
                    _ => bad.truncate(at),
                }
            }
            made += 1;
            let whole = catch_unwind(|| sound(&bad));
            assert!(whole.is_ok(), "this file does it:\n{bad}");
        }
    }
    println!("{made} broken files in {:?}", start.elapsed());
}

/// A word of a file that must be one of few: where it stands, and whether it is a key.
struct Word {
    start: usize,
    end: usize,
    key: bool,
}

/// Keys whose text names something of the file, or is one of a few words.
const NAMING: &[&str] = &[
    "who", "where", "event", "verdict", "fault", "kind", "severity", "tally", "each", "first",
    "by", "timezone",
];
/// Keys that stand below a table of ids.
const OF_IDS: &[&str] = &["entity", "event"];

fn words(table: &DeTable<'_>, above: Option<&str>, found: &mut Vec<Word>) {
    for (key, value) in table {
        let name: &str = key.get_ref();
        let is_id = above.is_some_and(|above| OF_IDS.contains(&above));
        if !is_id {
            let span = key.span();
            found.push(Word {
                start: span.start,
                end: span.end,
                key: true,
            });
        }
        of_value(
            value.get_ref(),
            value.span(),
            (!is_id).then_some(name),
            found,
        );
    }
}

fn of_value(
    value: &DeValue<'_>,
    span: std::ops::Range<usize>,
    key: Option<&str>,
    found: &mut Vec<Word>,
) {
    match value {
        DeValue::Table(table) => words(table, key.filter(|_| span.len() != 1), found),
        DeValue::Array(array) => {
            for item in array {
                // Items of `[[claim]]` are no tables of ids.
                let key = key.filter(|key| !OF_IDS.contains(key) || *key == "event");
                of_value(item.get_ref(), item.span(), key, found);
            }
        }
        DeValue::String(_) if key.is_some_and(|key| NAMING.contains(&key)) => found.push(Word {
            start: span.start + 1,
            end: span.end - 1,
            key: false,
        }),
        _ => {}
    }
}

/// The word with two letters swapped, one left out or one put twice.
fn slip(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = dice.below(letters.len());
    match dice.below(3) {
        0 if letters.len() > 4 && at + 1 < letters.len() && letters[at] != letters[at + 1] => {
            letters.swap(at, at + 1);
        }
        1 if letters.len() > 4 => {
            letters.remove(at);
        }
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

#[test]
fn a_slip_in_any_key_id_or_word_is_told_at_that_word_with_the_right_one() {
    let mut dice = Dice(11);
    let (mut made, mut helped) = (0, 0);
    let mut silent = String::new();
    for text in good() {
        let (root, _) = DeTable::parse_recoverable(&text);
        let mut places = Vec::new();
        words(root.get_ref(), None, &mut places);
        places.sort_by_key(|word| word.start);
        places.dedup_by_key(|word| word.start);
        for place in places.iter().step_by(if rounds() > 1 { 1 } else { 2 }) {
            let word = &text[place.start..place.end];
            if word.is_empty() || word.contains('"') {
                continue;
            }
            let wrong = slip(word, &mut dice);
            let bad = format!("{}{wrong}{}", &text[..place.start], &text[place.end..]);
            let found = sound(&bad);
            let line = text[..place.start].matches('\n').count() + 1;
            let column = place.start - text[..place.start].rfind('\n').map_or(0, |at| at + 1);
            let column = column + usize::from(place.key);
            let there = |one: &&Diagnostic| {
                one.level == Level::Error
                    && usize::try_from(one.line) == Ok(line)
                    && usize::try_from(one.column).is_ok_and(|at| at.abs_diff(column) <= 1)
            };
            made += 1;
            match found.iter().find(there) {
                Some(one) => {
                    let help = one.help.as_deref().unwrap_or_default();
                    let right = help.contains(&format!("`{word}`"));
                    helped += usize::from(right);
                    if !right {
                        println!("{line}: `{wrong}` for `{word}`: {} ({help})", one.title);
                    }
                }
                None => {
                    let _ = writeln!(silent, "{line}: `{wrong}` for `{word}`: {found:?}");
                }
            }
        }
    }
    assert_eq!(silent, "");
    println!("{made} slips, {helped} with the right word");
    assert!(
        helped * 100 >= made * 95,
        "{helped} of {made} get the right word"
    );
}

#[test]
fn ten_megabytes_and_deep_nesting_are_answered_in_seconds() {
    let head = "[story]\nid = \"big\"\n[entity.orla]\nname = \"Orla\"\nkind = \"thing\"\n[event.fire]\nwhat = \"fire\"\nwho = \"orla\"\n";
    let claim = |number: usize, key: &str| {
        format!(
            "\n[[claim]]\nid = \"thing-{number}\"\nevent = \"fire\"\nof = [\"things{number}\"]\n{key} = {number}\n"
        )
    };
    let many = |key: &str, bytes: usize| {
        let mut text = head.to_owned();
        let mut number = 0;
        while text.len() < bytes {
            text.push_str(&claim(number, key));
            number += 1;
        }
        text
    };
    // A debug build is some twenty times slower than what people use.
    let bytes = if cfg!(debug_assertions) {
        1_000_000
    } else {
        10_000_000
    };
    let texts = [
        ("good", many("expect.count", bytes)),
        ("a slip in every claim", many("expect.cuont", bytes)),
        (
            "an unknown event in every claim",
            many("expect.count", bytes).replace("event = \"fire\"", "event = \"blast\""),
        ),
        (
            "a misspelt unit in every claim",
            many("expect.count", bytes)
                .replace("expect.count = ", "expect.duration = \"5 minuts\" #"),
        ),
        ("nothing but brackets", "[".repeat(bytes)),
        ("tables in tables", "{ a = ".repeat(bytes / 6)),
        (
            "a value in tables",
            format!(
                "{head}x = {}1{}",
                "{ a = ".repeat(bytes / 8),
                " }".repeat(bytes / 8)
            ),
        ),
        (
            "lists in lists",
            format!(
                "{head}x = {}{}",
                "[".repeat(bytes / 2),
                "]".repeat(bytes / 2)
            ),
        ),
        (
            "a dotted key",
            format!("{head}{}a = 1\n", "a.".repeat(bytes / 2)),
        ),
        (
            "one long text",
            format!("{head}because = \"{}\"\n", "x".repeat(bytes)),
        ),
        (
            "a text that never ends",
            format!("{head}because = \"\"\"{}", "x\n".repeat(bytes / 2)),
        ),
        (
            "the same key again and again",
            format!("{head}{}", "because = 1\n".repeat(bytes / 12)),
        ),
    ];
    for (name, text) in &texts {
        let start = Instant::now();
        let (story, found) = load_text("big.toml", text);
        let took = start.elapsed();
        println!(
            "{name}: {} bytes in {took:?}, {} told",
            text.len(),
            found.len()
        );
        let good = ["good", "one long text"].contains(name);
        assert_eq!(story.is_some(), good, "{name}");
        assert!(good || !found.is_empty(), "{name}");
        assert!(found.len() <= 201, "{name}");
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    }
}

#[test]
fn one_broken_file_in_a_folder_leaves_the_others_at_work() {
    let folder = tempfile::tempdir().expect("a folder");
    let ferry = read("tests/rule-tests/ferry.toml");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("written");
    };
    write("a-broken.toml", "[story\nid = ");
    write("b-ferry.toml", &ferry);
    write("c-slip.toml", &ferry.replace("what = ", "waht = "));
    let loaded = load(&[folder.path().to_owned()]);
    assert_eq!(loaded.rules.stories.len(), 1);
    assert!(loaded.rules.stories[0].path.ends_with("b-ferry.toml"));
    let told = |name: &str| {
        let mut found = loaded.diagnostics.iter();
        found.any(|one| one.path.ends_with(name) && one.level == Level::Error)
    };
    assert!(told("a-broken.toml") && told("c-slip.toml"));
}
