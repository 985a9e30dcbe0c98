//! No sentence of the real texts that the project is tested on stands in the project: goes in, every text file of the tree and
//! every real text; comes out, the runs of eight words that stand in both. Names and quotations are shorter than that.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test reads the tree and says when it is skipped"
)]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Words in a row that may not be shared.
const RUN: usize = 8;

/// What the project is made of.
const TREE: &[&str] = &[
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "benches",
    "corpus",
    "docs",
    "fuzz",
    "rules",
    "snapshots",
    "src",
    "tests",
];

/// The words of a text without case, accents of quotation and punctuation.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '\u{2019}'))
        .map(|word| word.replace('\u{2019}', "'").to_lowercase())
        .map(|word| word.trim_matches('\'').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Runs of words; one of figures alone is a series that anybody writes.
fn runs(words: &[String]) -> impl Iterator<Item = String> {
    words
        .windows(RUN)
        .map(|run| run.join(" "))
        .filter(|run| run.contains(char::is_alphabetic))
}

fn files_below(path: &Path, into: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = fs::read_dir(path)
            .expect("a readable folder")
            .map(|entry| entry.expect("a readable entry").path())
            .collect();
        entries.sort();
        for entry in entries {
            files_below(&entry, into);
        }
    } else if path.is_file() {
        into.push(path.to_owned());
    }
}

/// The strings of a JSON value that hold a text that somebody wrote.
fn texts_of(value: &serde_json::Value, into: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => into.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| texts_of(value, into)),
        serde_json::Value::Object(map) => map.values().for_each(|value| texts_of(value, into)),
        _ => {}
    }
}

fn real_texts(shared: &Path) -> Vec<(PathBuf, Vec<String>)> {
    let mut files = Vec::new();
    for folder in [
        "corpus",
        "data/events",
        "data/casualties",
        "data/extraction",
    ] {
        files_below(&shared.join(folder), &mut files);
    }
    let mut found = Vec::new();
    for file in files {
        let text = String::from_utf8_lossy(&fs::read(&file).expect("a readable file")).into_owned();
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("jsonl") => {
                let mut texts = Vec::new();
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    texts_of(
                        &serde_json::from_str(line).expect("a line of JSON"),
                        &mut texts,
                    );
                }
                found.push((file, texts));
            }
            Some("txt") => found.push((file, vec![text])),
            _ => {}
        }
    }
    found
}

/// Runs that stand in both, with the file of the tree and of the real texts.
fn shared_runs(tree: &[(PathBuf, String)], real: &[(PathBuf, Vec<String>)]) -> String {
    let mut theirs: BTreeMap<String, &Path> = BTreeMap::new();
    for (path, texts) in real {
        for text in texts {
            for run in runs(&words(text)) {
                theirs.entry(run).or_insert(path);
            }
        }
    }
    let mut report = String::new();
    for (path, text) in tree {
        let ours: BTreeSet<String> = runs(&words(text)).collect();
        for run in ours {
            if let Some(origin) = theirs.get(&run) {
                let origin = origin.file_name().unwrap_or_default().to_string_lossy();
                writeln!(report, "{}: «{run}», as in {origin}", path.display())
                    .expect("a string takes all");
            }
        }
    }
    report
}

#[test]
fn no_eight_words_of_a_real_report_stand_in_the_project() {
    let Ok(shared) = std::env::var("FACTCHECK_SHARED") else {
        eprintln!(
            "skipped: FACTCHECK_SHARED is not set, so there are no real texts to compare with"
        );
        return;
    };
    let real = real_texts(Path::new(&shared));
    assert!(
        real.len() > 10,
        "only {} real files below {shared}",
        real.len()
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for part in TREE {
        files_below(&root.join(part), &mut files);
    }
    let tree: Vec<(PathBuf, String)> = files
        .into_iter()
        .filter_map(|file| {
            let text = fs::read_to_string(&file).ok()?;
            Some((
                file.strip_prefix(root).expect("below the root").to_owned(),
                text,
            ))
        })
        .collect();
    let found = shared_runs(&tree, &real);
    assert!(found.is_empty(), "written by somebody else:\n{found}");
}

#[test]
fn a_borrowed_run_is_found_whatever_its_case_and_punctuation() {
    let tree = vec![(
        PathBuf::from("ours.md"),
        "He said: “the old MILL, by the river, burned to the ground” last night.".to_owned(),
    )];
    let real = vec![(
        PathBuf::from("theirs.txt"),
        vec!["Neighbours said the old mill by the river burned to the ground.".to_owned()],
    )];
    let found = shared_runs(&tree, &real);
    assert!(
        found.contains("«the old mill by the river burned to»"),
        "{found}"
    );
    assert!(shared_runs(&tree, &[]).is_empty());
}

#[test]
fn seven_words_in_a_row_are_nobodys() {
    let tree = vec![(
        PathBuf::from("ours.md"),
        "The old mill by the river burned.".to_owned(),
    )];
    let real = vec![(
        PathBuf::from("theirs.txt"),
        vec!["The old mill by the river burned yesterday.".to_owned()],
    )];
    assert_eq!(shared_runs(&tree, &real), "");
}
