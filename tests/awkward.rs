//! Awkward inputs of the command line: reports of nothing but front matter, links that lead nowhere, marks that nobody sees,
//! words that are no command. Each is told, and none steers the terminal.

mod common;

use std::path::Path;

const RULES: &str = r#"
[story]
id = "orla"
timezone = "Europe/Oslo"

[entity.orla]
name = "Orla"
kind = "thing"
also = ["the ferry"]

[event.fire]
what = ["fire", "blaze"]
who = ["orla"]
when = "4 March 2024"
killed = 2

[[claim]]
id = "fire.killed"

[[claim.test]]
text = "The fire on the Orla killed two people."
verdict = "supported"
"#;

const WRONG: &str = "The fire on the ferry Orla killed seven people.";

/// A folder with the rules in `my rules/` and other files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a place");
    for (name, text) in files.iter().chain(&[("my rules/orla.toml", RULES)]) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("in the folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
    folder
}

/// What the command prints in `folder`, and its exit code.
fn printed(folder: &Path, args: &[&str]) -> (String, i32) {
    let output = common::factcheck(folder, 100, args)
        .output()
        .expect("it runs");
    let told = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    (told, output.status.code().unwrap_or(-1))
}

fn checked(folder: &tempfile::TempDir, paths: &[&str]) -> (String, i32) {
    let args = [&["--rules", "my rules"], paths].concat();
    printed(folder.path(), &args)
}

#[test]
fn front_matter_alone_is_an_empty_report() {
    let all = [
        "+++\noutlet=\"x\"\n+++\n",
        "+++\noutlet = \"x\"\n+++",
        "---\noutlet: x\n---\n",
        "---\noutlet=\"x\"\n---\n",
    ];
    for text in all {
        let (told, code) = checked(&folder(&[("a.md", text)]), &["a.md"]);
        assert!(told.contains("error[source-empty]"), "{text}{told}");
        assert_eq!(code, 2, "{told}");
    }
    // A rule across the page is no front matter.
    let ruled = format!("---\n{WRONG}\n---\nIt was the second this year.\n");
    let (told, code) = checked(&folder(&[("a.md", &ruled)]), &["a.md"]);
    assert!(told.contains("contradicted[value]"), "{told}");
    assert_eq!(code, 1);
}

#[test]
fn values_are_read_behind_front_matter_and_count_from_its_time() {
    let text =
        "+++\noutlet = \"Harbour Post\"\npublished = 2024-03-06\n+++\nOn Monday 12 boats came.\n";
    let folder = folder(&[("a.md", text)]);
    let (told, _) = printed(folder.path(), &["values", "a.md"]);
    assert!(
        told.contains("2024-03-04") && told.contains("\"12\""),
        "{told}"
    );
    assert_eq!(told.lines().count(), 2, "{told}");
    let (told, _) = printed(
        folder.path(),
        &["values", "a.md", "--now", "2024-03-14T08:00:00Z"],
    );
    assert!(told.contains("2024-03-11"), "{told}");
    let (told, _) = printed(folder.path(), &["values", "a.md", "--kind", "number"]);
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_a_warning_in_a_folder() {
    let folder = folder(&[("reports/a.txt", "The ferry Orla caught no fire.")]);
    std::os::unix::fs::symlink("gone.txt", folder.path().join("reports/b.txt")).expect("a link");
    let (told, code) = checked(&folder, &["reports"]);
    assert!(
        told.contains("warning[source-link]: a link leads nowhere"),
        "{told}"
    );
    assert_eq!(code, 0, "{told}");
}

#[test]
fn a_count_below_nothing_is_refused() {
    let rules = format!(
        "{RULES}\n[[claim]]\nid = \"cars\"\nevent = \"fire\"\nof = [\"cars\"]\nexpect.count = -3\n"
    );
    let folder = folder(&[("bad/a.toml", &rules)]);
    let (told, code) = printed(folder.path(), &["test", "bad"]);
    assert!(
        told.contains("error[rule-bad-value]: `-3` is less than nothing"),
        "{told}"
    );
    assert_eq!(code, 2);
}

#[test]
fn marks_that_nobody_sees_hide_no_name_and_reach_no_terminal() {
    let marks = [
        ("\u{202e}", "\u{202c}"),
        ("\u{200b}", "\u{200b}"),
        ("\u{2066}", "\u{2069}"),
        ("", "\u{ad}"),
    ];
    for (open, close) in marks {
        let text = format!(
            "The fire on the {open}Or{close}la{close} killed seven people.\u{1b}]0;x\u{7}\n"
        );
        let (told, code) = checked(&folder(&[("a.txt", &text)]), &["a.txt"]);
        assert_eq!(code, 1, "{told}");
        assert!(
            !told.contains([
                '\u{202e}', '\u{200b}', '\u{2066}', '\u{ad}', '\u{1b}', '\u{7}'
            ]),
            "{told:?}"
        );
    }
}

#[test]
fn the_name_of_an_outlet_stands_in_one_line() {
    let line = |outlet: &str, text: &str| {
        serde_json::json!({"outlet": outlet, "text": text, "published": "2024-03-05"}).to_string()
    };
    let lines = [
        line("Harbour\nPost", WRONG),
        line("\u{202e}Harbour Post\u{1b}[2J", WRONG),
    ];
    let folder = folder(&[("a.jsonl", &lines.join("\n"))]);
    let (told, _) = checked(&folder, &["a.jsonl", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    let outlets: Vec<&str> = report["outlets"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|outlet| outlet["outlet"].as_str())
        .collect();
    assert_eq!(outlets, ["Harbour Post", "Harbour Post [2J"]);
}

#[test]
fn ledgers_are_explained_where_there_are_no_rules() {
    let folder = tempfile::tempdir().expect("a folder");
    for word in [
        "misspelt",
        "wording",
        "spelling",
        "ignored",
        "unreviewed",
        "unchecked",
    ] {
        let (told, code) = printed(folder.path(), &["explain", word]);
        assert_eq!(code, 0, "{word}: {told}");
    }
    let (told, code) = printed(folder.path(), &["explain", "mispelt"]);
    assert!(
        told.contains("did you mean `factcheck explain misspelt`?"),
        "{told}"
    );
    assert_eq!(code, 2);
}

#[test]
fn a_lone_word_that_is_no_file_gets_the_commands() {
    let folder = folder(&[]);
    let (told, code) = checked(&folder, &["suggest"]);
    assert!(
        told.contains("no command of this name; the commands are check, test"),
        "{told}"
    );
    assert_eq!(code, 2);
    let (told, _) = printed(folder.path(), &["explian"]);
    assert!(told.contains("did you mean `factcheck explain`?"), "{told}");
}

#[test]
fn a_json_text_that_is_no_string_is_called_so() {
    let folder = folder(&[
        ("a.jsonl", "{\"text\":5}"),
        ("b.jsonl", "[1]\n{\"text\":\"x y\"}"),
    ]);
    let (told, code) = checked(&folder, &["a.jsonl"]);
    assert!(
        told.contains("the `text` of this record is no string"),
        "{told}"
    );
    assert_eq!(code, 2);
    let (told, _) = checked(&folder, &["b.jsonl"]);
    assert!(told.contains("this is no JSON object"), "{told}");
}

#[test]
fn the_command_that_explain_names_works_with_the_rules_that_were_given() {
    let folder = folder(&[]);
    let (told, _) = printed(
        folder.path(),
        &["explain", "fire.killed", "--rules", "my rules"],
    );
    assert!(
        told.contains("1 test: factcheck test 'my rules' --only orla/fire.killed"),
        "{told}"
    );
    let (told, code) = printed(
        folder.path(),
        &["test", "my rules", "--only", "orla/fire.killed"],
    );
    assert!(told.contains("1 test: 1 right"), "{told}");
    assert_eq!(code, 0, "{told}");
}

#[test]
fn a_claim_that_an_outlet_gets_right_and_wrong_is_listed_as_that() {
    let lines = serde_json::json!({
        "outlet": "Harbour Post",
        "text": format!("{WRONG} The fire on the ferry Orla killed two people."),
        "published": "2024-03-05",
    });
    let folder = folder(&[("a.jsonl", &lines.to_string())]);
    let (told, _) = checked(&folder, &["a.jsonl"]);
    assert!(
        told.contains("right and wrong in one report (±, half a fault) on: fire.killed"),
        "{told}"
    );
    assert!(!told.contains("wrong on: fire.killed"), "{told}");
}

#[test]
fn what_was_not_checked_names_the_claim_that_came_nearest() {
    let text = "The blaze on the Orla might have killed seven people.";
    let more = format!(
        "{RULES}\n[[claim]]\nid = \"cars\"\nwho = \"orla\"\nof = [\"cars\"]\nexpect.count = 3\n"
    );
    let first = more.replace("[[claim]]\nid = \"fire.killed\"", "[[claim]]\nid = \"aaa\"\nevent = \"fire\"\nof = [\"boats\"]\nexpect.count = 4\n\n[[claim]]\nid = \"fire.killed\"");
    let folder = folder(&[("more/a.toml", &first), ("a.txt", text)]);
    let (told, _) = printed(folder.path(), &["--rules", "more", "--unchecked", "a.txt"]);
    assert!(told.contains("`fire.killed`:"), "{told}");
}
