//! Sentences of our own on incidents of all kinds, read with the templates of `docs/examples`: killed, injured, ages.
//!
//! About half of what stands in them is a trap: suspects, witnesses and relatives, other incidents, numbers that count no
//! people.

#![allow(clippy::print_stdout, reason = "it prints a count")]
#![expect(
    clippy::disallowed_methods,
    reason = "tests read the cases from the disk"
)]

use std::fmt::Write as _;
use std::path::Path;

use factcheck::eval;
use factcheck::rule;
use factcheck::source::Source;
use factcheck::span::Part;
use factcheck::span::Section;
use factcheck::span::Span;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// The example whose template reads them.
    rules: String,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// A headline, if it has one.
    #[serde(default)]
    title: String,
    text: String,
    killed: Option<f64>,
    injured: Option<f64>,
    ages: Vec<f64>,
    /// Why it is not read yet; it fails when it is.
    #[serde(default)]
    todo: String,
}

fn source(case: &Case) -> Source {
    let mut source = Source {
        id: "case".to_owned(),
        path: "case".to_owned(),
        body: case.text.clone(),
        ..Source::default()
    };
    if !case.title.is_empty() {
        source.body = format!("{}\n\n{}", case.title, case.text);
        source.sections.push(Section {
            span: Span::new(0, case.title.len()),
            part: Part::Headline,
        });
    }
    source
}

/// What is read differently, one line a case.
fn wrong(name: &str) -> (usize, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("tests/incidents").join(name)).expect("readable");
    let cases: Cases = toml::from_str(&text).expect("cases");
    let loaded = rule::load(&[root.join("docs/examples").join(&cases.rules)]);
    let plan = eval::Plan::new(&loaded.rules);
    let mut wrong = String::new();
    for case in &cases.case {
        let source = source(case);
        let found = eval::evaluate(&plan, &source, false);
        let number = |suffix: &str| {
            found
                .findings
                .iter()
                .find(|finding| finding.claim.ends_with(suffix))
                .and_then(|finding| finding.stated_value)
        };
        let mut ages: Vec<f64> = found
            .findings
            .iter()
            .filter(|finding| finding.claim.ends_with("victim-ages"))
            .flat_map(|finding| &finding.evidence)
            .filter_map(|evidence| evidence.value.parse().ok())
            .collect();
        ages.sort_by(f64::total_cmp);
        let mut told = case.ages.clone();
        told.sort_by(f64::total_cmp);
        let near =
            ages.len() == told.len() && ages.iter().zip(&told).all(|(a, b)| (a - b).abs() < 0.01);
        let (killed, injured) = (number(".killed"), number(".injured"));
        let right = killed == case.killed && injured == case.injured && near;
        if right && !case.todo.is_empty() {
            let _ = writeln!(wrong, "read by now ({}): {}", case.todo, case.text);
        } else if !right && case.todo.is_empty() {
            let _ = writeln!(
                wrong,
                "killed {killed:?} not {:?}, injured {injured:?} not {:?}, ages {ages:?} not {told:?}: {}",
                case.killed, case.injured, case.text
            );
        }
    }
    (cases.case.len(), wrong)
}

#[test]
fn shootings_are_read_as_a_reader_would() {
    let (cases, wrong) = wrong("shootings.toml");
    assert!(cases >= 50);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn ages_are_read_in_every_wording() {
    let (cases, wrong) = wrong("ages.toml");
    assert!(cases >= 100);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn people_are_followed_from_sentence_to_sentence() {
    let (cases, wrong) = wrong("follow.toml");
    assert!(cases >= 70);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn tolls_and_ages_are_read_in_the_wordings_of_news() {
    let (cases, wrong) = wrong("wordings.toml");
    assert!(cases >= 50);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn whole_reports_are_read_as_a_reader_would() {
    let (cases, wrong) = wrong("reports.toml");
    assert!(cases >= 50);
    assert!(wrong.is_empty(), "{wrong}");
}

/// Reports that were not looked at since they were written: only their number is told.
#[test]
fn so_are_most_reports_that_nobody_looked_at() {
    let (cases, wrong) = wrong("held.toml");
    let right = cases - wrong.lines().count();
    println!("{right} of {cases} held reports are read as a reader would");
    assert!(right >= 5, "{right} of {cases}");
}

#[test]
fn so_are_crashes() {
    let (_, wrong) = wrong("crashes.toml");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn so_are_fires() {
    let (_, wrong) = wrong("fires.toml");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_templates_pass_their_own_tests() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .arg("test")
        .args(["shootings.toml", "crashes.toml", "fires.toml"].map(|name| folder.join(name)))
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&run.stdout);
    assert_eq!(run.status.code(), Some(0), "{said}");
}
