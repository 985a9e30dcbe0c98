//! `factcheck new`, as a new author uses it: what it writes is a rule file that passes its own tests.

mod common;

use std::path::Path;
use std::process::Output;

fn factcheck(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = common::factcheck(folder, 80, arguments);
    command.output().expect("the program runs")
}

#[test]
fn a_starter_passes_its_own_tests_and_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = factcheck(folder.path(), &["new", "ferry-fire-2024"]);
    assert!(made.status.success(), "{made:?}");
    assert!(folder.path().join("rules/rules.schema.json").is_file());
    let tested = factcheck(folder.path(), &["test", "rules/ferry-fire-2024.toml"]);
    assert!(
        tested.status.success(),
        "{}",
        String::from_utf8_lossy(&tested.stdout)
    );
    let again = factcheck(folder.path(), &["new", "ferry-fire-2024"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("there already"));
}

#[test]
fn a_draft_from_a_report_keeps_only_what_its_own_sentence_supports() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = "Night of fire\n\nHarbour master Karin Lindqvist said the fire in Port Maren burned for five hours. \
                  At least 31 people were injured in the blaze, Lindqvist said. The ferry line carries 2,000 people a day \
                  between Port Maren and Skagen.";
    std::fs::write(folder.path().join("report.txt"), report).expect("a file");
    let made = factcheck(folder.path(), &["new", "port-fire", "--from", "report.txt"]);
    assert!(made.status.success(), "{made:?}");
    let tested = factcheck(folder.path(), &["test", "rules/port-fire.toml"]);
    assert!(
        tested.status.success(),
        "{}",
        String::from_utf8_lossy(&tested.stdout)
    );
    let bad = factcheck(folder.path(), &["new", "Port Fire"]);
    assert_eq!(bad.status.code(), Some(2));
}

/// A report of our own with what a first draft should find: a toll told twice, a day by its weekday, an age, a rank.
const SINKING: &str = "\
+++
outlet = \"Harbour Gazette\"
published = 2021-05-20
+++
Ferry sinks off Norway; four dead, 120 missing

OSLO, Norway - A ferry carrying 310 people sank off Norway's western coast on Wednesday, killing at least four and leaving \
some 120 missing.

The Orla was on its way to Bergen when it sent a distress call at 6:40 a.m. Captain Han Min-jae, 58, was among the last to \
be brought ashore, the coastguard said.
";

#[test]
#[expect(clippy::disallowed_methods, reason = "it reads what the program wrote")]
fn a_draft_has_facts_places_and_people_and_no_failure_or_remark_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("report.md"), SINKING).expect("a file");
    let made = factcheck(
        folder.path(),
        &["new", "orla-sinking", "--from", "report.md"],
    );
    assert!(made.status.success(), "{made:?}");
    let text =
        std::fs::read_to_string(folder.path().join("rules/orla-sinking.toml")).expect("written");
    for line in [
        "title = \"Ferry sinks off Norway; four dead, 120 missing\"",
        "[entity.norway]",
        "family = \"Han\"",
        "what = [\"sank\", \"sinks\"]",
        "who = [\"orla\"]",
        "killed = \"at least four\"",
        "missing = \"some 120\"",
        "when = \"19 May 2021\"",
        "[entity.oslo]",
        "expect.time = \"6:40 a.m.\"",
        "of = [\"people\"]",
        "expect.count = \"310\"",
    ] {
        assert!(text.contains(line), "no {line} in\n{text}");
    }
    let tested = factcheck(
        folder.path(),
        &["test", "rules/orla-sinking.toml", "--strict"],
    );
    let told = String::from_utf8_lossy(&tested.stdout);
    assert!(
        tested.status.success() && !told.contains("warning"),
        "{told}\n{text}"
    );
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it reads what the program wrote")]
fn a_toll_that_rises_from_report_to_report_is_drafted_in_steps() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = |name: &str, published: &str, text: &str| {
        let text = format!(
            "+++\noutlet = \"{name}\"\npublished = {published}\n+++\n# Fire in Port Maren\n\n{text}\n"
        );
        std::fs::write(folder.path().join(format!("{name}.md")), text).expect("a file");
    };
    report(
        "one",
        "2024-03-04T08:00:00Z",
        "The fire in Port Maren killed three people, the harbour police said.",
    );
    report(
        "two",
        "2024-03-04T18:00:00Z",
        "The fire in Port Maren has killed 11 people, the harbour police said.",
    );
    let made = factcheck(
        folder.path(),
        &["new", "port-fire", "--from", "one.md", "two.md"],
    );
    assert!(made.status.success(), "{made:?}");
    let text =
        std::fs::read_to_string(folder.path().join("rules/port-fire.toml")).expect("written");
    assert!(text.contains("title = \"Fire in Port Maren\""), "{text}");
    assert!(text.contains("rising = true"), "{text}");
    assert!(
        text.contains("{ value = \"three\", from = 2024-03-04T08:00:00Z }"),
        "{text}"
    );
    let tested = factcheck(folder.path(), &["test", "rules/port-fire.toml"]);
    assert!(
        tested.status.success(),
        "{}",
        String::from_utf8_lossy(&tested.stdout)
    );
}
