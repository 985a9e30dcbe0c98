//! `truth` and `score` as a person runs them, and the public sets where they are.

#![expect(
    clippy::print_stderr,
    reason = "tests write their inputs, read the public sets, and say when they skip them"
)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use factcheck::finding::Fault;
use factcheck::finding::Finding;
use factcheck::finding::Report;
use factcheck::finding::SCHEMA;
use factcheck::finding::SourceRecord;
use factcheck::finding::Verdict;
use factcheck::score;
use insta_cmd::assert_cmd_snapshot;

fn factcheck(folder: &Path, args: &[&str]) -> Command {
    common::factcheck(folder, 80, args)
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("can be written");
    }
    folder
}

const CLAIMS: &str = "\
source,object,value
Delta Wire,bridge built,1931
Harbour Post,bridge built,1931
Morning Ledger,bridge built,1913
Delta Wire,mayor,Ada Lund
Harbour Post,mayor,Ada Lund
Morning Ledger,mayor,Ida Lund
Delta Wire,ferries,four
Harbour Post,ferries,four
";

#[test]
fn truths_come_with_probabilities() {
    let folder = folder(&[("claims.csv", CLAIMS)]);
    assert_cmd_snapshot!(factcheck(
        folder.path(),
        &["truth", "claims.csv", "--format", "csv"]
    ));
}

#[test]
fn sources_come_with_intervals() {
    let folder = folder(&[("claims.csv", CLAIMS)]);
    assert_cmd_snapshot!(factcheck(
        folder.path(),
        &["truth", "claims.csv", "--sources"]
    ));
}

#[test]
fn known_truths_are_held_against_the_found_ones() {
    let gold = "object,value\nmayor,Ada Lund\nbridge built,1932\nlighthouse,red\n";
    let folder = folder(&[("claims.csv", CLAIMS), ("gold.csv", gold)]);
    let args = ["truth", "claims.csv", "--truth", "gold.csv"];
    assert_cmd_snapshot!(factcheck(folder.path(), &args));
}

#[test]
fn a_missing_column_is_named() {
    let folder = folder(&[("claims.csv", "outlet,object,value\na,b,c\n")]);
    assert_cmd_snapshot!(factcheck(folder.path(), &["truth", "claims.csv"]));
}

#[test]
fn a_table_without_claims_is_no_result() {
    let says = |text: &str| {
        let folder = folder(&[("claims.csv", text)]);
        let output = factcheck(folder.path(), &["truth", "claims.csv"]).output();
        let output = output.expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let all = ["", "source,object,value\n", "source;object;value\na;b;c\n"].map(says);
    insta::assert_snapshot!(all.concat(), @"
    error: `claims.csv` is empty: its first line should name the columns source,object,value,time,story
    error: `claims.csv` has no claim: no line behind the first has a value
    error: `claims.csv` has semicolons between its columns; it needs commas: `source;object;value`
    ");
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    let mut rows: Vec<&str> = CLAIMS.lines().skip(1).collect();
    rows.reverse();
    let turned = format!("source,object,value\n{}\n", rows.join("\n"));
    let folder = folder(&[("a.csv", CLAIMS), ("b.csv", &turned)]);
    let bytes = |name: &str| {
        let output = factcheck(folder.path(), &["truth", name, "--format", "json"]).output();
        output.expect("it runs").stdout
    };
    assert_eq!(bytes("a.csv"), bytes("b.csv"));
}

const CROWD: &str = "\
source,object,value
Delta Wire,crowd,20-25
Harbour Post,crowd,more than 20
Morning Ledger,crowd,22
Northern Echo,crowd,about 90
Delta Wire,boats,between 5 and 7
Harbour Post,boats,six
Morning Ledger,boats,6
Northern Echo,boats,11
Delta Wire,tents,nearly 40
Harbour Post,tents,38
Morning Ledger,tents,38
Northern Echo,tents,up to 12
";

#[test]
fn an_interval_speaks_for_every_number_in_it() {
    let gold = "object,value\ncrowd,22\nboats,6\ntents,38\n";
    let folder = folder(&[("claims.csv", CROWD), ("gold.csv", gold)]);
    let args = ["truth", "claims.csv", "--truth", "gold.csv", "--sources"];
    assert_cmd_snapshot!(factcheck(folder.path(), &args[..4]));
    assert_cmd_snapshot!(factcheck(folder.path(), &args));
}

#[test]
fn one_absurd_claim_moves_no_truth_among_intervals() {
    let absurd = CROWD
        .replace("about 90", "90000000000")
        .replace("11", "1e300");
    let folder = folder(&[("a.csv", CROWD), ("b.csv", &absurd)]);
    let truths = |name: &str| {
        let output = factcheck(folder.path(), &["truth", name, "--format", "csv"]).output();
        let text = String::from_utf8(output.expect("it runs").stdout).expect("UTF-8");
        let values = text
            .lines()
            .map(|line| line.rsplit_once(',').map(|row| row.0.to_owned()));
        values.collect::<Vec<_>>()
    };
    assert_eq!(truths("a.csv"), truths("b.csv"));
}

/// The worked example of `docs/scoring.md`: two outlets on twelve claims of three stories, one on the four of one story.
fn run() -> Report {
    let mut run = Report {
        schema: SCHEMA.to_owned(),
        ..Report::default()
    };
    for (outlet, faults, stories) in [
        ("Delta Wire", 1, 3),
        ("Harbour Post", 5, 3),
        ("Morning Ledger", 0, 1),
    ] {
        let mut left = faults;
        for story in &["flood", "strike", "vote"][..stories] {
            let id = format!("{}-{story}", outlet.replace(' ', "-"));
            run.sources.push(SourceRecord {
                id: id.as_str().into(),
                outlet: Some(outlet.into()),
                stories: vec![(*story).to_owned()],
                ..SourceRecord::default()
            });
            for claim in ["dead", "place", "hour", "cost"] {
                let wrong = left > 0;
                left -= i32::from(wrong);
                run.findings.push(Finding {
                    outlet: Some(outlet.into()),
                    fault: wrong.then_some(Fault::Value),
                    stated: Some(format!("{outlet} {left}").into()),
                    ..Finding::new(
                        format!("{story}/{claim}"),
                        id.as_str(),
                        if wrong {
                            Verdict::Contradicted
                        } else {
                            Verdict::Supported
                        },
                    )
                });
            }
        }
    }
    let scores = score::assess(
        &run.rules,
        &run.sources,
        &run.findings,
        &score::Ratings::new(),
    );
    (run.outlets, run.truths) = (scores.outlets, scores.truths);
    run
}

#[test]
fn a_saved_run_is_scored_again_byte_for_byte() {
    let run = run();
    let saved = serde_json::to_string(&run).expect("plain data");
    let folder = folder(&[("run.json", &saved)]);
    let output = factcheck(folder.path(), &["score", "run.json", "--format", "json"])
        .output()
        .expect("it runs");
    let again = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    let outlets = serde_json::to_string_pretty(&run.outlets).expect("plain data");
    assert!(outlets.contains("Harbour Post"));
    assert_eq!(outlets + "\n", again);
}

#[test]
fn scores_are_shown_with_the_raw_count_first() {
    let saved = serde_json::to_string(&run()).expect("plain data");
    let folder = folder(&[("run.json", &saved)]);
    assert_cmd_snapshot!(factcheck(folder.path(), &["score", "run.json"]));
}

#[test]
fn the_worked_example_of_the_documentation_is_what_comes_out() {
    let words = include_str!("../docs/scoring.md").replace('\n', " ");
    let outlets = run().outlets;
    let delta = &outlets[0];
    let (low, high) = delta.interval.expect("twelve trials are enough");
    let better = &delta.better_than[0];
    let figures = [
        format!("tell as much as {:.1} independent ones", delta.effective),
        format!("estimate is {:.2}", delta.reliability.expect("enough")),
        format!("from {low:.2} to {high:.2}"),
        format!(
            "{:.2} that Delta Wire is better than {}",
            better.probability, better.outlet
        ),
    ];
    for figure in figures {
        assert!(words.contains(&figure), "{figure}");
    }
    assert_eq!(outlets[2].reliability, None);
}

/// The public sets and the bars: accuracy at least, or mean absolute error at most.
const BARS: &[(&str, f64)] = &[
    ("d_Duck", 88.8),
    ("d_sentiment", 95.0),
    ("SP", 90.6),
    ("flights", 93.0),
    ("book_rf", 91.4),
    ("population", 1800.0),
    ("n_emotion", 12.37),
];

#[test]
fn the_public_sets_are_solved_as_well_as_by_the_best_known_methods() {
    let Ok(shared) = std::env::var("FACTCHECK_SHARED") else {
        eprintln!("skipped: FACTCHECK_SHARED is not set");
        return;
    };
    for (set, bar) in BARS {
        let set_folder = Path::new(&shared).join("data/scoring").join(set);
        let args = [
            "truth",
            "claims.csv",
            "--truth",
            "truth.csv",
            "--format",
            "json",
        ];
        let output = factcheck(&set_folder, &args).output().expect("it runs");
        let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let agreement = &found["agreement"];
        if let Some(accuracy) = agreement["accuracy"].as_f64() {
            assert!(100.0 * accuracy >= *bar, "{set}: {accuracy}");
        } else {
            let error = agreement["mean_absolute_error"].as_f64().expect("a number");
            assert!(error <= *bar, "{set}: {error}");
        }
    }
}
