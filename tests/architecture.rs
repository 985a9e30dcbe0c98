//! The house as a test: which module may name which.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the source code itself"
)]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The import table of `src/lib.rs`: a module, and what it may name besides itself.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("diagnostic", &["span"]),
    ("value", &[]),
    ("lex", &["span", "value"]),
    ("source", &["diagnostic", "span"]),
    ("rule", &["diagnostic", "lex", "span", "value"]),
    ("text", &["lex", "span", "value"]),
    ("finding", &["diagnostic", "rule", "span", "text", "value"]),
    (
        "eval",
        &[
            "diagnostic",
            "finding",
            "lex",
            "rule",
            "source",
            "span",
            "text",
            "value",
        ],
    ),
    (
        "rule_test",
        &[
            "diagnostic",
            "eval",
            "finding",
            "lex",
            "rule",
            "source",
            "span",
            "text",
            "value",
        ],
    ),
    ("draft", &["lex", "rule", "source", "span", "text", "value"]),
    ("score", &["diagnostic", "finding", "value"]),
    ("report", &["diagnostic", "finding", "score", "span"]),
];

/// May name everything below them.
const ON_TOP: &[&str] = &["cli", "lsp", "main", "lib"];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every `crate::<name>` of a file's code, with its line number; comments don't count.
fn named(text: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("crate::") {
            let name: String = code[at + "crate::".len()..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect();
            // `crate::{a, b}` would hide names: an empty one fails the test.
            names.push((index + 1, name));
        }
    }
    names
}

#[test]
fn every_module_names_only_what_the_table_allows() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&src).expect("below src");
        let first = relative.components().next().expect("has a name");
        let module = first.as_os_str().to_string_lossy().replace(".rs", "");
        if ON_TOP.contains(&module.as_str()) {
            continue;
        }
        let shown = relative.display();
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{shown}: `{module}` has no room in the table"));
            continue;
        };
        let text = fs::read_to_string(&file).expect("UTF-8");
        for (line, name) in named(&text) {
            if name != module && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{shown}:{line}: {module} names `{name}`"));
            }
        }
        if text.contains("super::super") {
            wrong.push(format!("{shown}: goes up two floors with `super::super`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_the_crate_documentation_is_the_same() {
    let lib = include_str!("../src/lib.rs");
    for (module, allowed) in MAY_NAME {
        // A room that is not built yet has no row.
        if !lib.contains(&format!("pub mod {module};")) {
            continue;
        }
        let row = lib
            .lines()
            .find(|line| line.starts_with(&format!("//! | [`{module}`]")))
            .unwrap_or_else(|| panic!("no row for `{module}`"));
        let cell = row.trim_end_matches(['|', ' ']).rsplit('|').next();
        let mut names: Vec<&str> = cell
            .unwrap_or_default()
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .filter(|word| MAY_NAME.iter().any(|(name, _)| name == word))
            .collect();
        names.sort_unstable();
        assert_eq!(&names, allowed, "row of `{module}`");
    }
}

#[test]
fn the_entry_stays_small() {
    let main = include_str!("../src/main.rs");
    assert!(main.lines().count() <= 40);
}

#[test]
fn the_map_of_the_evaluator_names_every_file_and_no_other() {
    let text = include_str!("../src/eval/mod.rs");
    let table = text.lines().filter(|line| line.starts_with("//! | "));
    let cells = table.filter_map(|line| line.rsplit(" | ").next());
    let mut named: Vec<&str> = cells
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect();
    let mut files: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    named.sort_unstable();
    files.sort_unstable();
    assert_eq!(named, files);
}
