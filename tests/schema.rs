//! The JSON Schema of rule files, in the hands of a validator as editors have: it takes every good file and tells the shape
//! of every bad one.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it reads rule files, and prints its figures"
)]

use std::path::Path;
use std::path::PathBuf;

use factcheck::rule::json_schema;
use jsonschema::Validator;
use serde_json::Value;

fn validator() -> Validator {
    jsonschema::validator_for(&json_schema()).expect("the schema is one")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    files.sort();
    files
}

/// A TOML value as editors hand it to the schema: a date is a text.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (key, json(value)));
            Value::Object(entries.collect())
        }
        other => serde_json::to_value(other).expect("TOML is a part of JSON"),
    }
}

/// The story files of an example; one of several files has lines `#: name.toml` between them.
fn stories(text: &str) -> Vec<Value> {
    let mut pieces = vec![(true, String::new())];
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("#: ") {
            let beside = name.ends_with("outlets.toml") || name.ends_with("rulings.toml");
            pieces.push((!beside, String::new()));
        } else if let Some((_, piece)) = pieces.last_mut() {
            piece.push_str(line);
            piece.push('\n');
        }
    }
    pieces
        .iter()
        .filter(|(story, piece)| *story && !piece.trim().is_empty())
        .filter_map(|(_, piece)| Some(json(toml::Value::Table(piece.parse().ok()?))))
        .collect()
}

#[test]
fn every_good_file_is_taken() {
    let validator = validator();
    let mut wrong = Vec::new();
    for folder in [
        "rules",
        "tests/rule-right",
        "tests/stories/dev",
        "tests/rule-tests",
    ] {
        for path in files(folder) {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if ["outlets.toml", "rulings.toml"].contains(&&*name) {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("readable");
            for story in stories(&text) {
                for error in validator.iter_errors(&story) {
                    wrong.push(format!(
                        "{folder}/{name} {}: {error}",
                        error.instance_path()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Codes of what a schema can see: shapes and words. The rest needs the ids of the file and the grammar of values.
const OF_SHAPE: &[&str] = &[
    "rule-bad-id",
    "rule-duplicate-outlet",
    "rule-empty-list",
    "rule-empty-text",
    "rule-missing-key",
    "rule-no-kind",
    "rule-no-story",
    "rule-two-kinds",
    "rule-unknown-fault",
    "rule-unknown-format",
    "rule-unknown-key",
    "rule-unknown-kind",
    "rule-unknown-verdict",
    "rule-unknown-word",
    "rule-wrong-type",
];

#[test]
fn every_mistake_of_shape_is_told() {
    let validator = validator();
    let mut told = Vec::new();
    for path in files("tests/rule-errors") {
        let code = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path).expect("readable");
        if stories(&text)
            .iter()
            .any(|story| !validator.is_valid(story))
        {
            told.push(code);
        }
    }
    let missed: Vec<&&str> = OF_SHAPE
        .iter()
        .filter(|code| **code != "rule-duplicate-outlet" && !told.iter().any(|told| told == **code))
        .collect();
    println!("told by the schema: {told:?}");
    assert!(missed.is_empty(), "passed over: {missed:?}");
}
