//! Whole reports, drawn from data.

use super::*;
use crate::finding::Evidence;
use crate::finding::Fault;
use crate::finding::OutletRecord;
use crate::finding::RuleRecord;
use crate::finding::TruthRecord;
use crate::finding::TruthValue;
use crate::finding::Unchecked;

const SENTENCE: &str = "The envoy and the chairman talked for 53 minutes in the Great Hall, a spokesman said late on\nMonday, and left by different doors without a word to the reporters who had waited in the rain.";

fn claim(id: &str, line: u32, text: &str, value: &str) -> ClaimRecord {
    let at = text.find(value).expect("the value stands in the line");
    let column = u32::try_from(text[..at].chars().count()).expect("small") + 1;
    serde_json::from_value(serde_json::json!({
        "id": format!("visit/{id}"),
        "kind": "duration",
        "severity": "critical",
        "expected": value.trim_matches('"'),
        "line": line,
        "place": {
            "path": "rules/visit.toml", "line": line, "column": column, "text": text,
            "indent": column - 1, "width": value.chars().count(),
        },
        "because": "communiqué of both sides, read out on the evening of the same day",
        "disputed": false,
    }))
    .expect("a claim")
}

fn evidence(words: &str, verdict: Verdict, fault: Option<Fault>) -> Evidence {
    let at = SENTENCE
        .find(words)
        .expect("the words stand in the sentence");
    serde_json::from_value(serde_json::json!({
        "path": "corpus/visit/two.txt", "line": 3, "column": at + 1, "start": 100 + at,
        "end": 100 + at + words.len(), "sentence": SENTENCE, "sentence_offset": at, "text": words,
        "value": words, "hedge": null, "stance": "asserted", "speaker": null, "part": "body",
        "verdict": verdict, "fault": fault, "note": null,
    }))
    .expect("an evidence")
}

fn finding(claim: &str, source: &str, verdict: Verdict, stated: &str) -> Finding {
    serde_json::from_value(serde_json::json!({
        "claim": format!("visit/{claim}"), "source": source, "outlet": format!("Outlet of {source}"),
        "verdict": verdict, "fault": null, "stated": stated, "expected": "35 minutes",
        "stated_value": null, "stated_key": null, "corrected": false, "ignored": null,
        "ruling": null, "passage": "", "evidence": [],
    }))
    .expect("a finding")
}

fn source(id: &str, copy_group: Option<u32>) -> SourceRecord {
    SourceRecord {
        id: id.into(),
        path: format!("corpus/visit/{id}.txt").into(),
        outlet: Some(format!("Outlet of {id}").into()),
        stories: vec!["visit".to_owned()],
        copy_group,
        checked: 4,
        unchecked: 2,
        ..SourceRecord::default()
    }
}

fn report() -> Report {
    let mut wrong = finding("meeting.lasted", "two", Verdict::Contradicted, "53 minutes");
    wrong.fault = Some(Fault::Value);
    wrong.evidence = vec![evidence("53 minutes", Verdict::Contradicted, wrong.fault)];
    let mut copied = wrong.clone();
    copied.source = "three".into();
    let mut mixed = finding("meeting.where", "one", Verdict::Mixed, "the rain");
    mixed.fault = Some(Fault::Value);
    mixed.evidence = vec![
        evidence("Great Hall", Verdict::Supported, None),
        evidence("the rain", Verdict::Contradicted, mixed.fault),
    ];
    let mut misspelt = finding("name.envoy", "two", Verdict::Contradicted, "envoi");
    misspelt.fault = Some(Fault::Spelling);
    misspelt.expected = Some("envoy".into());
    misspelt.evidence = vec![evidence("envoy", Verdict::Contradicted, misspelt.fault)];
    Report {
        run: crate::finding::RunRecord {
            read: 4,
            irrelevant: 1,
            ..crate::finding::RunRecord::default()
        },
        rules: vec![RuleRecord {
            path: "rules/visit.toml".to_owned(),
            sha256: String::new(),
            story: "visit".to_owned(),
            title: "A visit".to_owned(),
            claims: vec![
                claim(
                    "meeting.lasted",
                    12,
                    "lasted = \"35 minutes\"",
                    "\"35 minutes\"",
                ),
                claim("meeting.where", 13, "where = \"hall\"", "\"hall\""),
                claim("name.envoy", 3, "name = \"envoy\"", "\"envoy\""),
                claim("meeting.notice", 14, "notice = \"1 hour\"", "\"1 hour\""),
            ],
        }],
        sources: vec![
            source("one", None),
            source("two", Some(1)),
            source("three", Some(1)),
        ],
        findings: vec![
            finding(
                "meeting.lasted",
                "one",
                Verdict::Supported,
                "about half an hour",
            ),
            mixed,
            wrong,
            misspelt,
            copied,
        ],
        outlets: vec![
            OutletRecord {
                outlet: "Outlet of one".to_owned(),
                sources: 1,
                checked: 6,
                ..OutletRecord::default()
            },
            OutletRecord {
                outlet: "Outlet of two".to_owned(),
                sources: 1,
                checked: 9,
                wrong: 1,
                wrong_claims: vec!["visit/meeting.lasted".to_owned()],
                unreviewed: 1,
                spelling: 1,
                reliability: Some(0.82),
                interval: Some((0.61, 0.96)),
                ..OutletRecord::default()
            },
        ],
        truths: vec![TruthRecord {
            claim: "visit/crowd".to_owned(),
            values: vec![TruthValue {
                value: "300 people".to_owned(),
                probability: 0.91,
                voices: 2,
                sources: vec!["Outlet of one".to_owned(), "Outlet of two".to_owned()],
            }],
        }],
        unchecked: vec![Unchecked {
            source: "one".to_owned(),
            line: 4,
            column: 7,
            start: 0,
            end: 0,
            text: "7,000".to_owned(),
            value: "7,000".to_owned(),
            sentence: String::new(),
            why: "no event near".to_owned(),
        }],
        problems: Vec::new(),
        ..Report::default()
    }
}

fn drawn(report: &Report, draft: bool) -> String {
    let view = View {
        ended: "",
        width: 80,
        draft,
        unchecked: false,
        problems: 20,
    };
    anstream::adapter::strip_str(&terminal(report, view)).to_string()
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn of_two_copies_the_original_leads() {
    let mut report = report();
    let lead = |report: &Report| discrepancies(report, 80)[0].contains("visit/three.txt");
    assert!(!lead(&report));
    report.sources[1].origin = Some("Outlet of three".into());
    assert!(lead(&report));
    report.sources[1].origin = None;
    let on = |day: &str| Some((format!("2024-03-0{day}T00:00:00Z"), String::new()));
    report.sources[1].published = on("4");
    report.sources[2].published = on("3");
    assert!(lead(&report));
}

#[test]
fn a_report_shows_what_is_wrong_first_and_then_everything() {
    snapshot("terminal", &drawn(&report(), false));
}

#[test]
fn a_draft_has_no_outlets_and_lists_what_was_not_checked() {
    let mut draft = report();
    draft.sources.truncate(1);
    draft.findings.retain(|finding| finding.source == "one");
    snapshot("terminal-draft", &drawn(&draft, true));
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    for draft in [false, true] {
        for line in drawn(&report(), draft).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
}

#[test]
fn a_report_is_the_same_after_a_trip_through_json() {
    let mut bytes = Vec::new();
    crate::report::json(&report(), &mut bytes).expect("memory");
    let back: Report = serde_json::from_slice(&bytes).expect("our own JSON");
    assert_eq!(back, report());
}

#[test]
fn a_long_line_of_a_rule_is_cut_to_what_is_pointed_at() {
    let mut report = report();
    let text = format!(
        "killed = {{ known = [ {}{{ value = 44 }}, {}] }}",
        "{ value = 22 }, ".repeat(8),
        "{ value = 57 }, ".repeat(3)
    );
    report.rules[0].claims[0] = claim("meeting.lasted", 12, &text, "44");
    let drawn = &discrepancies(&report, 80)[0];
    let drawn = anstream::adapter::strip_str(drawn).to_string();
    let column = |words: &str| {
        let mut lines = drawn.lines().skip_while(|line| !line.contains(":::"));
        let line = lines.find(|line| line.contains(words)).expect("drawn");
        let before = line.split(words).next().expect("all");
        before.chars().count()
    };
    assert_eq!(column("44"), column(" --") + 1);
    assert!(
        drawn.lines().all(|line| line.chars().count() <= 80),
        "{drawn}"
    );
}
