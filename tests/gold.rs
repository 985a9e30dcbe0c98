//! The program against careful readers: goes in, a run over reports and what people found in them, claim by claim; comes out, every
//! claim on which the two differ. A false accusation has no excuse; a known gap is written down in the gold and must be one.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test reads its gold and says when it is skipped"
)]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

/// A verdict with its fault, as the reports write them: `supported`, `contradicted (value)`.
type Judged = String;

/// What a reader says of one claim in one report.
#[derive(Debug, Default)]
struct Expected {
    /// The verdict; `None` where two readers may differ.
    verdict: Option<Judged>,
    /// Staying silent is honest.
    soft: bool,
    /// A known gap, and why: the program must not agree, nor accuse.
    todo: Option<String>,
    /// A correction note in the report sets it right.
    corrected: bool,
}

/// (report, claim within its story) → what the reader says.
type Gold = BTreeMap<(String, String), Expected>;

/// (report, claim within its story) → verdict, and whether it was corrected.
type Found = BTreeMap<(String, String), (Judged, bool)>;

#[derive(Deserialize)]
struct Run {
    findings: Vec<Finding>,
    sources: Vec<Source>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    path: String,
}

#[derive(Deserialize)]
struct Finding {
    claim: String,
    source: String,
    verdict: String,
    fault: Option<String>,
    #[serde(default)]
    corrected: bool,
}

fn judged(verdict: &str, fault: Option<&str>) -> Judged {
    match (verdict, fault) {
        ("contradicted" | "mixed", Some(fault)) => format!("{verdict} ({fault})"),
        _ => verdict.to_owned(),
    }
}

/// Runs the program on `reports` with the shipped rules; keys are paths below `reports`.
fn run(reports: &Path) -> Found {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["--rules", "rules", "--format", "json"])
        .arg(reports)
        .current_dir(root)
        .output()
        .expect("the program starts");
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let run: Run = serde_json::from_slice(&output.stdout).expect("a report in JSON");
    let paths: BTreeMap<String, String> = run
        .sources
        .into_iter()
        .map(|source| {
            let below = Path::new(&source.path).strip_prefix(reports);
            let path = below.map_or(source.path.clone(), |path| path.display().to_string());
            (source.id, path)
        })
        .collect();
    run.findings
        .into_iter()
        .map(|finding| {
            let claim = finding.claim.split_once('/').expect("story/claim").1;
            let verdict = judged(&finding.verdict, finding.fault.as_deref());
            let key = (paths[&finding.source].clone(), claim.to_owned());
            (key, (verdict, finding.corrected))
        })
        .collect()
}

/// Every claim on which program and reader differ.
fn differences(gold: &Gold, found: &Found) -> String {
    let keys: BTreeSet<&(String, String)> = gold.keys().chain(found.keys()).collect();
    let none = Expected {
        verdict: Some("silent".to_owned()),
        ..Expected::default()
    };
    let mut report = String::new();
    for key in keys {
        let expected = gold.get(key).unwrap_or(&none);
        let silent = ("silent".to_owned(), false);
        let (verdict, corrected) = found.get(key).unwrap_or(&silent);
        let accuses = verdict.starts_with("contradicted") || verdict.starts_with("mixed");
        let agrees = match &expected.verdict {
            Some(right) => verdict == right && (!expected.corrected || *corrected),
            None => !accuses,
        };
        let complaint = match &expected.todo {
            Some(_) if agrees => Some("is no gap any more: take its `todo` out".to_owned()),
            Some(_) if !accuses => None,
            _ if agrees || (expected.soft && verdict == "silent") => None,
            _ => Some(format!(
                "{verdict}{}, should be {}{}",
                if *corrected { " and corrected" } else { "" },
                expected.verdict.as_deref().unwrap_or("no accusation"),
                if expected.corrected {
                    " and corrected"
                } else {
                    ""
                },
            )),
        };
        if let Some(complaint) = complaint {
            writeln!(report, "{} {}: {complaint}", key.0, key.1).expect("a string takes all");
        }
    }
    report
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorpusEntry {
    #[serde(default)]
    supported: Vec<String>,
    #[serde(default)]
    pending: Vec<String>,
    #[serde(default)]
    outdated: Vec<String>,
    #[serde(default)]
    stated: Vec<String>,
    #[serde(default)]
    contradicted: BTreeMap<String, String>,
    #[serde(default)]
    mixed: BTreeMap<String, String>,
    #[serde(default)]
    soft: Vec<String>,
    #[serde(default)]
    open: Vec<String>,
    #[serde(default)]
    corrected: Vec<String>,
    #[serde(default)]
    todo: BTreeMap<String, String>,
}

fn corpus_gold(text: &str) -> Gold {
    let reports: BTreeMap<String, CorpusEntry> = toml::from_str(text).expect("the gold is TOML");
    let mut gold = Gold::new();
    for (report, mut entry) in reports {
        let plain = [
            ("supported", &entry.supported),
            ("pending", &entry.pending),
            ("outdated", &entry.outdated),
            ("stated", &entry.stated),
        ];
        let mut verdicts: Vec<(&str, Option<Judged>)> = Vec::new();
        for (verdict, claims) in plain {
            verdicts.extend(
                claims
                    .iter()
                    .map(|claim| (claim.as_str(), Some(judged(verdict, None)))),
            );
        }
        for (verdict, claims) in [
            ("contradicted", &entry.contradicted),
            ("mixed", &entry.mixed),
        ] {
            verdicts.extend(
                claims
                    .iter()
                    .map(|(claim, fault)| (claim.as_str(), Some(judged(verdict, Some(fault))))),
            );
        }
        verdicts.extend(entry.open.iter().map(|claim| (claim.as_str(), None)));
        for (claim, verdict) in verdicts {
            let expected = Expected {
                verdict,
                soft: entry.soft.iter().any(|soft| soft == claim),
                todo: entry.todo.remove(claim),
                corrected: entry.corrected.iter().any(|corrected| corrected == claim),
            };
            let twice = gold.insert((report.clone(), claim.to_owned()), expected);
            assert!(twice.is_none(), "{report}: {claim} has two verdicts");
        }
        // A gap may also be that something is said of a claim that the report is silent on.
        for (claim, why) in entry.todo {
            let expected = Expected {
                verdict: Some("silent".to_owned()),
                todo: Some(why),
                ..Expected::default()
            };
            gold.insert((report.clone(), claim), expected);
        }
    }
    gold
}

#[derive(Deserialize)]
struct Readings {
    verdict: Vec<Reading>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the reader's reason and value are for people")]
struct Reading {
    report: String,
    claim: String,
    verdict: String,
    fault: Option<String>,
    note: Option<String>,
    #[serde(default)]
    implied: bool,
    value: Option<String>,
    reason: String,
    todo: Option<String>,
}

fn real_gold(text: &str) -> Gold {
    let readings: Readings = toml::from_str(text).expect("the gold is TOML");
    let mut gold = Gold::new();
    for reading in readings.verdict {
        let expected = Expected {
            verdict: Some(judged(&reading.verdict, reading.fault.as_deref())),
            soft: reading.implied,
            todo: reading.todo,
            corrected: false,
        };
        let twice = gold.insert((reading.report, reading.claim), expected);
        assert!(twice.is_none(), "two readings of one claim");
    }
    gold
}

fn gold_text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/gold")
        .join(name);
    fs::read_to_string(&path).expect("a readable gold")
}

#[test]
fn the_shipped_corpus_reads_as_a_careful_reader_reads_it() {
    let differ = differences(
        &corpus_gold(&gold_text("corpus.toml")),
        &run(Path::new("corpus")),
    );
    assert!(differ.is_empty(), "program and reader differ:\n{differ}");
}

#[test]
fn the_five_real_reports_read_as_two_people_read_them() {
    let Ok(shared) = std::env::var("FACTCHECK_SHARED") else {
        eprintln!("skipped: FACTCHECK_SHARED is not set, so the five real reports are not there");
        return;
    };
    let found = run(&Path::new(&shared).join("corpus"));
    let differ = differences(&real_gold(&gold_text("blinken-beijing-2023.toml")), &found);
    assert!(differ.is_empty(), "program and readers differ:\n{differ}");
}

#[test]
fn a_false_accusation_is_never_excused() {
    let gold = corpus_gold(
        "[\"a.md\"]\nsupported = [\"length\", \"place\"]\nsoft = [\"length\"]\nopen = [\"day\"]\ntodo = { place = \"why\" }",
    );
    let accused = |claim: &str| {
        let key = ("a.md".to_owned(), claim.to_owned());
        differences(
            &gold,
            &Found::from([(key, ("contradicted (value)".to_owned(), false))]),
        )
    };
    for claim in ["length", "place", "day", "unheard-of"] {
        assert!(
            accused(claim).contains(&format!("a.md {claim}: contradicted (value)")),
            "{claim}"
        );
    }
    assert_eq!(differences(&gold, &Found::new()), "");
}

#[test]
fn a_gap_that_is_none_any_more_is_told() {
    let gold = corpus_gold("[\"a.md\"]\nsupported = [\"place\"]\ntodo = { place = \"why\" }");
    let key = ("a.md".to_owned(), "place".to_owned());
    let found = Found::from([(key, ("supported".to_owned(), false))]);
    assert!(differences(&gold, &found).contains("take its `todo` out"));
}
