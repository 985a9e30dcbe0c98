//! Every `[[claim.test]]` of the shipped stories, through the evaluator.
//!
//! No test may be accused that should not be; the others are printed with what was found.

#![allow(clippy::print_stdout, reason = "it prints its figures")]

use factcheck::eval;
use factcheck::finding::Verdict;
use factcheck::rule;
use factcheck::rule_test::source_of;

fn word(verdict: Verdict) -> String {
    serde_json::to_string(&verdict)
        .expect("a word")
        .trim_matches('"')
        .to_owned()
}

#[test]
fn no_test_of_a_shipped_story_is_accused_wrongly() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let loaded = rule::load(&[folder]);
    let plan = eval::Plan::new(&loaded.rules);
    let (mut right, mut all, mut false_accusations) = (0, 0, Vec::new());
    for story in &loaded.rules.stories {
        for test in &story.tests {
            let claim = &story.claims[test.claim];
            let id = format!("{}/{}", story.id, claim.id);
            let outcome = eval::evaluate(&plan, &source_of(test), false);
            let found = outcome.findings.iter().find(|finding| finding.claim == id);
            let verdict =
                found.map_or_else(|| "silent".to_owned(), |finding| word(finding.verdict));
            all += 1;
            if verdict == test.verdict {
                right += 1;
                continue;
            }
            let accused = matches!(verdict.as_str(), "contradicted" | "mixed" | "outdated");
            let line = format!(
                "{id}: wanted {}, found {verdict}\n    {}",
                test.verdict,
                test.text.trim()
            );
            println!("{}{line}", if accused { "ACCUSED " } else { "" });
            if let Some(explained) = eval::explain(&plan, &id, &source_of(test)) {
                for step in explained
                    .names
                    .iter()
                    .chain(&explained.events)
                    .chain(&explained.values)
                {
                    println!("        «{}»: {}", step.words, step.what);
                }
            }
            if accused
                && !matches!(test.verdict.as_str(), "contradicted" | "mixed" | "outdated")
                && test.todo.is_none()
            {
                false_accusations.push(line);
            }
        }
    }
    println!("{right} of {all} tests right");
    assert!(
        false_accusations.is_empty(),
        "{}",
        false_accusations.join("\n")
    );
}
