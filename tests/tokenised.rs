//! Text in which blanks set every mark apart gets the verdicts of the same text in print.
//!
//! Corpora for research come so: «Bankman - Fried , 32 , was sentenced .» The blind stories for development are run as they
//! are and tokenised.

#![expect(
    clippy::disallowed_methods,
    reason = "this test writes rule files to a folder of its own"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use toml::Value;

/// The text as a tokeniser would leave it.
fn tokenised(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '“' | '”' | '$' | '£' | '€'
            | '%' | '/' | '-' | '–' | '—' => {
                let plain = match c {
                    '“' | '”' => '"',
                    '–' | '—' => '-',
                    c => c,
                };
                out.extend([' ', plain, ' ']);
            }
            '’' => out.push('\''),
            c => out.push(c),
        }
    }
    let possessive = out.replace("'s ", " 's ");
    possessive.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `factcheck test` says of each test that doesn't get what it wants, and how many get it.
fn outcome(story: &toml::Table, folder: &Path) -> Vec<String> {
    let path = folder.join("story.toml");
    fs::write(&path, story.to_string()).expect("a folder to write to");
    let run = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .arg("test")
        .arg(&path)
        .output()
        .expect("the program runs");
    let said = String::from_utf8(run.stdout).expect("UTF-8");
    said.lines()
        .filter(|line| line.contains(": wanted ") || line.contains(" tests: "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn tokenised_reports_get_the_same_verdicts() {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/dev");
    let folder = tempfile::tempdir().expect("a folder to write to");
    let mut compared = 0;
    for entry in fs::read_dir(stories).expect("stories are there") {
        let path = entry.expect("readable").path();
        let mut story: toml::Table = fs::read_to_string(&path)
            .expect("readable")
            .parse()
            .expect("TOML");
        let printed = outcome(&story, folder.path());
        let tests = story["claim"]
            .as_array_mut()
            .expect("claims")
            .iter_mut()
            .filter_map(|claim| claim.get_mut("test")?.as_array_mut())
            .flatten();
        for test in tests {
            for key in ["text", "title"] {
                if let Some(Value::String(text)) = test.get_mut(key) {
                    *text = tokenised(text);
                }
            }
            compared += 1;
        }
        assert_eq!(
            outcome(&story, folder.path()),
            printed,
            "{}",
            path.display()
        );
    }
    assert!(compared > 500, "only {compared} reports were compared");
}
