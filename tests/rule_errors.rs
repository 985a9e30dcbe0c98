//! One golden a diagnostic code of rule files: the smallest file that makes it, and what a person is then shown.

use std::fmt::Write as _;

use factcheck::report;
use factcheck::rule::codes::CODES;
use factcheck::rule::load_texts;

#[test]
fn every_code_has_a_file_that_makes_it_and_shows_its_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/rule-errors");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut not_made = String::new();
    for code in CODES {
        let Some(example) = code.example else {
            continue;
        };
        let files = code.files(example);
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (&**path, &**text))
            .collect();
        let found = load_texts(&files).diagnostics;
        let made = found
            .iter()
            .any(|found| found.code == code.code && found.level == code.level);
        if !made {
            let codes: Vec<&str> = found.iter().map(|found| &*found.code).collect();
            let _ = writeln!(not_made, "{} makes {codes:?}", code.code);
        }
        let drawn = found
            .iter()
            .map(|found| report::diagnostic(found, 100) + "\n")
            .collect::<String>();
        let drawn = anstream::adapter::strip_str(&drawn).to_string();
        settings.bind(|| insta::assert_snapshot!(code.code, drawn));
    }
    assert_eq!(not_made, "");
}

#[test]
fn the_mended_file_of_every_code_loads_without_a_word() {
    for code in CODES {
        let Some(mended) = code.mended else {
            continue;
        };
        let files = code.files(mended);
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (&**path, &**text))
            .collect();
        let found = load_texts(&files).diagnostics;
        let drawn = found.iter().map(|found| report::diagnostic(found, 100));
        assert_eq!(drawn.collect::<String>(), "", "{}", code.code);
    }
}

#[test]
fn codes_that_only_a_disk_can_make_are_made_by_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let codes = |path: &std::path::Path| -> Vec<String> {
        let found = factcheck::rule::load(&[path.to_owned()]).diagnostics;
        found.into_iter().map(|found| found.code).collect()
    };
    assert_eq!(codes(folder.path()), ["rule-none"]);
    assert_eq!(
        codes(&folder.path().join("no-such.toml")),
        ["rule-unreadable"]
    );
    let latin = folder.path().join("latin.toml");
    std::fs::write(&latin, b"[story]\nid = \"caf\xe9\"\n").expect("written");
    assert_eq!(codes(&latin), ["rule-not-utf8"]);
    let wrong = folder.path().join("wrong.toml");
    let keys = (0..300).fold(String::new(), |mut all, index| {
        let _ = writeln!(all, "key-{index} = 1");
        all
    });
    std::fs::write(&wrong, format!("{keys}[story]\nid = \"a\"\n")).expect("written");
    let found = codes(&wrong);
    assert_eq!(found.len(), 201);
    assert_eq!(found[200], "rule-too-many-mistakes");
    let made = [
        "rule-none",
        "rule-unreadable",
        "rule-not-utf8",
        "rule-too-many-mistakes",
    ];
    for code in CODES.iter().filter(|code| code.example.is_none()) {
        assert!(
            made.contains(&code.code),
            "{} is made by nothing",
            code.code
        );
    }
}
