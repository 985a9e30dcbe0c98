//! Our own sentences: what each must be read as, and above all what must be left alone.
//!
//! Rule files of invented stories, with their tests. Half of all is traps: sentences that come close to a claim and say
//! nothing of it that could be held against anybody.

#![allow(clippy::print_stdout, reason = "it prints its figures")]

use std::path::Path;

use factcheck::finding::Verdict;
use factcheck::rule;
use factcheck::rule_test;
use factcheck::rule_test::Went;

/// Whether a test wants that nobody is accused.
fn is_trap(wanted: &str) -> bool {
    matches!(wanted, "silent" | "stated" | "vague" | "pending")
}

#[test]
fn every_sentence_is_read_as_it_should_be() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences");
    let loaded = rule::load(&[folder]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let report = rule_test::run(&loaded.rules, &|_, _| true);
    let (mut right, mut traps, mut gaps) = (0, 0, 0);
    let mut failed = Vec::new();
    for tested in &report.tests {
        right += usize::from(tested.went == Went::Right);
        gaps += usize::from(tested.went == Went::KnownGap);
        traps += usize::from(is_trap(&tested.test.verdict));
        if tested.went.failed() {
            failed.push(format!(
                "{}/{}: wanted {}, got {}: {}",
                tested.story.id,
                tested.claim().id,
                tested.test.verdict,
                tested.verdict.word(),
                tested.test.text.trim()
            ));
        }
        let accused = matches!(
            tested.verdict,
            Verdict::Contradicted | Verdict::Mixed | Verdict::Outdated
        );
        assert!(
            !(accused && is_trap(&tested.test.verdict)),
            "accused wrongly: {}",
            tested.test.text
        );
    }
    println!(
        "{right} of {} sentences right, {gaps} known gaps, {traps} traps",
        report.tests.len()
    );
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
