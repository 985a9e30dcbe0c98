//! How well the blind news sentences are read: prints k of n by kind, strictly and loosely, and the values nobody expected.
//!
//! `--nocapture` shows the tables; `FACTCHECK_MISSES=dev` the misses of `dev.jsonl`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this test reads blind sets and writes each sentence to a file, and its tables are to be seen"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Words that may stand inside the core or outside.
const LEADING: [&str; 12] = [
    "on",
    "in",
    "at",
    "since",
    "the",
    "from",
    "between",
    "of",
    "magnitude",
    "aged",
    "for",
    "by",
];

/// Kinds that a row labels only where they matter.
const OPTIONAL: [&str; 4] = ["ordinal", "number", "frequency", "quote"];

/// Values still read in the traps of `dev.jsonl`. It may only fall, and it should be none.
const TRAPS_READ: usize = 20;

fn read(sentence: &str, now: &str, file: &Path) -> Vec<Value> {
    fs::write(file, sentence).expect("writable");
    let output = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .arg("values")
        .arg(file)
        .args(["--now", now])
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "{sentence}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON lines"))
        .collect()
}

/// Start and end in code points, without leading words that may stand inside or outside.
fn core(sentence: &[char], value: &Value) -> (usize, usize) {
    let at = |key: &str| {
        usize::try_from(value[key].as_u64().expect("a position")).expect("a small text")
    };
    let (mut start, end) = (at("start"), at("end"));
    loop {
        let words: String = sentence[start..end].iter().collect();
        let Some((first, _)) = words.split_once(' ') else {
            return (start, end);
        };
        if !LEADING.contains(&first.to_lowercase().as_str()) {
            return (start, end);
        }
        start += first.chars().count() + 1;
    }
}

/// Whether a bound is as labelled; what is not labelled is right.
fn bound_agrees(want: &Value, got: &Value, key: &str) -> bool {
    let Some(want) = want.get(key) else {
        return true;
    };
    match (want, &got[key]) {
        (Value::Null, got) => got.is_null(),
        (Value::String(want), Value::String(got)) => {
            got.starts_with(want.as_str()) || got.split('T').any(|part| part.starts_with(want))
        }
        (want, got) => {
            let (Some(want), Some(got)) = (want.as_f64(), got.as_f64()) else {
                return false;
            };
            let same = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0);
            same(want, got) || (want < 1.0 && same(want * 100.0, got))
        }
    }
}

/// Whether value, hedge, unit, stance, noun and tally are as labelled.
fn agrees(want: &Value, got: &Value) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let (kind, is) = (want["kind"].as_str(), got["kind"].as_str());
    let bare = kind == Some("count") && is == Some("number") && want.get("noun").is_none();
    let before = kind == Some("since") && is == Some("date");
    if kind != Some("number") && kind != is && !bare && !before {
        wrong.push("kind");
    }
    if !bound_agrees(want, got, "lo") || !bound_agrees(want, got, "hi") {
        wrong.push("value");
    }
    if want.get("hedge").is_some() && got["hedge_start"].is_null() {
        wrong.push("hedge");
    }
    for key in ["stance", "noun", "tally"] {
        let Some(said) = got.get(key) else {
            continue; // the command does not print it
        };
        let said = said.as_str().unwrap_or_default();
        if want
            .get(key)
            .and_then(Value::as_str)
            .is_some_and(|want| want != "*" && want != said)
        {
            wrong.push(match key {
                "stance" => "stance",
                "noun" => "noun",
                _ => "tally",
            });
        }
    }
    if want
        .get("unit")
        .and_then(Value::as_str)
        .is_some_and(|unit| got["unit"].as_str() != Some(unit))
    {
        wrong.push("unit");
    }
    wrong
}

#[derive(Default)]
struct Tally {
    all: usize,
    strict: usize,
    loose: usize,
}

/// Prints the tables of a set and gives back the traps in which something was read.
#[expect(
    clippy::too_many_lines,
    reason = "one table, counted and printed in one go"
)]
fn measure(part: &str) -> Vec<String> {
    let misses = std::env::var_os("FACTCHECK_MISSES").is_some_and(|folder| folder == part);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/values/{part}.jsonl"));
    let rows = fs::read_to_string(path).expect("the set is there");
    let work = tempfile::tempdir().expect("a folder");
    let file = work.path().join("sentence.txt");
    let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
    let mut attributes: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (mut extra, mut trapped, mut traps) = (0, Vec::new(), 0);
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).expect("JSON lines");
        let text = row["text"].as_str().expect("a text");
        let sentence: Vec<char> = text.chars().collect();
        let got = read(text, row["published"].as_str().expect("a date"), &file);
        let expected = row["expected"].as_array().expect("a list");
        let mut used = vec![false; got.len()];
        for want in expected {
            let span = core(&sentence, want);
            let best = got
                .iter()
                .enumerate()
                .filter(|(_, value)| {
                    let (start, end) = core(&sentence, value);
                    start < span.1 && span.0 < end
                })
                .min_by_key(|(_, value)| {
                    (agrees(want, value).len(), core(&sentence, value) != span)
                });
            for (index, value) in got.iter().enumerate() {
                let (start, end) = core(&sentence, value);
                used[index] |= start < span.1 && span.0 < end;
            }
            let tally = kinds
                .entry(want["kind"].as_str().expect("a kind").to_owned())
                .or_default();
            tally.all += 1;
            let wrong = best.map_or(vec!["nothing read"], |(_, value)| agrees(want, value));
            let value_right = !wrong
                .iter()
                .any(|w| ["kind", "value", "unit", "nothing read"].contains(w));
            let exact = best.is_some_and(|(_, value)| {
                want["kind"] == "since" || core(&sentence, value) == span
            });
            tally.loose += usize::from(value_right);
            tally.strict += usize::from(value_right && exact);
            for what in &wrong {
                *attributes.entry(what).or_default() += 1;
            }
            if misses && (!wrong.is_empty() || !exact) {
                println!(
                    "MISS {} {} | {text} | want {want} | got {}",
                    row["id"],
                    if wrong.is_empty() {
                        "span".to_owned()
                    } else {
                        wrong.join(", ")
                    },
                    best.map_or(String::new(), |(_, value)| value.to_string()),
                );
            }
        }
        let trap = row["phenomenon"] == "trap";
        traps += usize::from(trap);
        for value in got
            .iter()
            .zip(&used)
            .filter(|(_, used)| !**used)
            .map(|(value, _)| value)
        {
            let kind = value["kind"].as_str().unwrap_or_default();
            if trap {
                trapped.push(format!("{text} | {value}"));
                if misses {
                    println!("TRAP {} | {text} | {value}", row["id"]);
                }
            } else if !OPTIONAL.contains(&kind) {
                extra += 1;
                if misses {
                    println!("EXTRA {} | {text} | {value}", row["id"]);
                }
            }
        }
    }
    println!("values/{part}");
    for (kind, tally) in &kinds {
        println!(
            "  {kind:10} strict {:3} of {:3}   loose {:3} of {:3}",
            tally.strict, tally.all, tally.loose, tally.all
        );
    }
    let sum = |pick: fn(&Tally) -> usize| kinds.values().map(pick).sum::<usize>();
    println!(
        "  all        strict {:3} of {:3}   loose {:3} of {:3}   wrong: {attributes:?}",
        sum(|t| t.strict),
        sum(|t| t.all),
        sum(|t| t.loose),
        sum(|t| t.all),
    );
    println!(
        "  unexpected values {extra}; values in {traps} traps: {}",
        trapped.len()
    );
    trapped
}

#[test]
fn no_more_is_read_in_the_traps_for_development() {
    let trapped = measure("dev");
    assert!(trapped.len() <= TRAPS_READ, "{}", trapped.join("\n"));
}

#[test]
fn held_sentences_are_measured() {
    measure("held");
    measure("held-prose");
    measure("held-2");
}
