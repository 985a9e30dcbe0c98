//! `factcheck test` from outside: what it prints and its exit codes.

mod common;

use std::fs;
use std::process::Command;

use insta_cmd::assert_cmd_snapshot;
/// The folder that paths are told from.
const HERE: &str = env!("CARGO_MANIFEST_DIR");
const FERRY: &str = "tests/rule-tests/ferry.toml";

fn test(args: &[&str]) -> Command {
    common::factcheck(HERE.as_ref(), 100, &[&["test"], args].concat())
}

fn shown(name: &str, args: &[&str]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| assert_cmd_snapshot!(name, test(args)));
}

#[test]
fn failures_are_shown_with_the_words_and_exit_3() {
    shown("rule-tests-that-fail", &[FERRY, "--coverage"]);
}

#[test]
fn a_claim_alone_is_tested_alone() {
    shown(
        "rule-tests-of-one-claim",
        &[FERRY, "--only", "fire.injured"],
    );
}

#[test]
fn an_unknown_claim_is_named_with_the_nearest() {
    shown("rule-tests-of-no-claim", &[FERRY, "--only", "fire.lastd"]);
}

#[test]
fn a_bad_rule_file_exits_2() {
    shown(
        "rule-tests-of-a-bad-file",
        &["tests/rule-errors/rule-unknown-fault.toml"],
    );
}

#[test]
fn the_shipped_rules_and_the_examples_pass_their_tests_with_every_claim_heard() {
    for folder in ["rules", "docs/examples"] {
        let ran = test(&[folder, "--strict"]).output().expect("runs");
        let told = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert_eq!(ran.status.code(), Some(0), "{told}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it reads what the program wrote")]
fn update_writes_what_the_texts_get_and_then_all_is_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferry.toml");
    fs::copy(FERRY, &path).expect("copied");
    let shown = path.to_string_lossy().into_owned();
    let run = |args: &[&str]| test(args).output().expect("runs").status.code();
    assert_eq!(run(&[&shown]), Some(3));
    assert_eq!(run(&[&shown, "--update"]), Some(0));
    assert_eq!(run(&[&shown]), Some(0));
    assert_eq!(run(&[&shown, "--strict"]), Some(3), "a claim never speaks");
    let text = fs::read_to_string(&path).expect("written");
    assert!(text.contains("verdict = \"contradicted\" # it did not"));
}

#[test]
fn a_code_is_explained_by_a_file_that_makes_it_and_one_that_does_not() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    let mut command = common::factcheck(HERE.as_ref(), 80, &["explain", "rule-not-in-order"]);
    settings.bind(|| assert_cmd_snapshot!("explain-code", command));
}

#[test]
fn one_broken_file_in_a_folder_exits_2_and_the_others_are_tested() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(FERRY, folder.path().join("ferry.toml")).expect("copied");
    let shown = folder.path().to_string_lossy().into_owned();
    let alone = test(&[&shown]).output().expect("runs").stdout;
    fs::write(folder.path().join("broken.toml"), "[story\nid = ").expect("written");
    let ran = test(&[&shown]).output().expect("runs");
    assert_eq!(ran.status.code(), Some(2));
    let told = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(told.contains("broken.toml:1:7"), "{told}");
    let last = |text: &str| text.lines().last().map(str::to_owned);
    assert_eq!(last(&told), last(&String::from_utf8_lossy(&alone)));
}
