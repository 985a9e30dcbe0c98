//! What becomes of outlets in a run: one name for all its spellings, one voice for copies, no score for opinion, and rulings.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

const RULES: &str = r#"
[story]
format = 1
id = "orla-fire-2024"
title = "Fire on the ferry Orla"
timezone = "UTC"

[entity.orla]
name = "Orla"
kind = "thing"

[event.fire]
what = ["fire", "blaze"]
who = ["orla"]
when = "3 March 2024"
killed = 11
injured = 30
lasted = "5 hours"
"#;

const OUTLETS: &str = r#"
[outlet.maren-echo]
name = "The Maren Echo"
also = ["Maren Echo", "marenecho.example"]
"#;

/// A report of 4 March, with further lines of front matter.
fn report(outlet: &str, further: &str, text: &str) -> String {
    format!("+++\noutlet = \"{outlet}\"\npublished = 2024-03-04T09:00:00Z\n{further}+++\n{text}\n")
}

/// Runs the program over `reports` (file name, content) and gives its JSON report; `rulings` may be empty.
fn run(reports: &[(&str, String)], rulings: &str) -> Value {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("can be made");
        fs::write(path, text).expect("can be written");
    };
    write("rules/orla.toml", RULES);
    write("rules/outlets.toml", OUTLETS);
    if !rulings.is_empty() {
        write("rules/rulings.toml", rulings);
    }
    for (name, text) in reports {
        write(&format!("reports/{name}"), text);
    }
    let output = common::factcheck(folder.path(), 80, &["reports", "--format", "json"])
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {said}"))
}

/// The scored outlets, by name.
fn outlets(report: &Value) -> BTreeMap<String, Value> {
    let list = report["outlets"].as_array().expect("outlets");
    let named = |outlet: &Value| outlet["outlet"].as_str().expect("a name").to_owned();
    list.iter()
        .map(|outlet| (named(outlet), outlet.clone()))
        .collect()
}

#[test]
fn spellings_of_one_outlet_are_one_outlet() {
    let found = run(
        &[
            (
                "one.md",
                report("Maren Echo", "", "The fire on the Orla killed 11 people."),
            ),
            (
                "two.md",
                report(
                    "marenecho.example",
                    "",
                    "The fire on the Orla injured 30 people.",
                ),
            ),
            (
                "three.md",
                report(
                    "The Maren Echo",
                    "",
                    "The fire on the Orla lasted nine hours.",
                ),
            ),
        ],
        "",
    );
    let outlets = outlets(&found);
    assert_eq!(outlets.keys().collect::<Vec<_>>(), ["The Maren Echo"]);
    let echo = &outlets["The Maren Echo"];
    assert_eq!(
        (&echo["sources"], &echo["checked"], &echo["wrong"]),
        (&3.into(), &3.into(), &1.into())
    );
}

#[test]
fn opinion_satire_and_translations_are_judged_but_not_scored() {
    let wrong = "The fire on the Orla killed 19 people.";
    let found = run(
        &[
            (
                "news.md",
                report("Brim Post", "", "The fire on the Orla injured 30 people."),
            ),
            (
                "opinion.md",
                report("Brim Post", "genre = \"opinion\"\n", wrong),
            ),
            (
                "satire.md",
                report("Brim Post", "genre = \"satire\"\n", wrong),
            ),
            (
                "translated.md",
                report("Brim Post", "translated-from = \"de\"\n", wrong),
            ),
        ],
        "",
    );
    let accused = found["findings"].as_array().expect("findings");
    let accused = accused
        .iter()
        .filter(|finding| finding["verdict"] == "contradicted");
    assert_eq!(accused.count(), 3, "each is shown");
    let outlets = outlets(&found);
    let post = &outlets["Brim Post"];
    assert_eq!(
        (&post["left_out"], &post["checked"], &post["wrong"]),
        (&3.into(), &1.into(), &0.into())
    );
}

#[test]
fn a_report_without_an_outlet_scores_nobody() {
    let text =
        "+++\npublished = 2024-03-04T09:00:00Z\n+++\nThe fire on the Orla killed 19 people.\n";
    let other = report("Brim Post", "", "The fire on the Orla killed 11 people.");
    let found = run(&[("nobody.md", text.to_owned()), ("post.md", other)], "");
    assert_eq!(outlets(&found).keys().collect::<Vec<_>>(), ["Brim Post"]);
}

#[test]
fn a_copy_inherits_its_origins_mistake_and_is_no_second_voice() {
    let told = "The fire on the Orla killed 19 people on Sunday night, the port authority said, and drove the passengers \
        of the car deck up to the bow, where the crew handed out blankets until two tugs came alongside.";
    let credit = format!("{told}\n\nReporting by Delta Wire\n");
    let found = run(
        &[
            (
                "1-wire.md",
                report("Delta Wire", "origin = \"Delta Wire\"\n", told),
            ),
            (
                "2-copy.md",
                report("Brim Post", "origin = \"Delta Wire\"\n", &credit),
            ),
            (
                "3-own.md",
                report(
                    "Harbour Voice",
                    "",
                    "The fire on the Orla killed 11 people.",
                ),
            ),
        ],
        "",
    );
    let sources = found["sources"].as_array().expect("sources");
    let group = |id: &str| {
        let named = sources.iter().find(|source| {
            let path = source["path"].as_str().unwrap_or("");
            path.ends_with(id)
        });
        named.expect("a source")["copy_group"].clone()
    };
    assert_eq!(group("1-wire.md"), group("2-copy.md"));
    assert!(!group("1-wire.md").is_null() && group("3-own.md").is_null());
    let outlets = outlets(&found);
    assert_eq!(
        (
            &outlets["Brim Post"]["wrong"],
            &outlets["Brim Post"]["inherited"]
        ),
        (&1.into(), &1.into())
    );
    assert_eq!(outlets["Delta Wire"]["inherited"], 0);
}

#[test]
fn rulings_decide_what_counts_and_what_is_reviewed() {
    let reports = [
        (
            "one.md",
            report(
                "Brim Post",
                "",
                "The fire on the Orla killed 19 people.\n\nThe fire on the Orla lasted nine hours.\n\nThe fire on the Orla injured 50 people.",
            ),
        ),
        (
            "two.md",
            report("Delta Wire", "", "The fire on the Orla killed 11 people."),
        ),
    ];
    let before = run(&reports, "");
    let post = &outlets(&before)["Brim Post"];
    assert_eq!(
        (&post["wrong"], &post["unreviewed"]),
        (&3.into(), &3.into())
    );
    let findings = before["findings"].as_array().expect("findings");
    let passage = |claim: &str| {
        let found = findings
            .iter()
            .find(|finding| finding["claim"] == claim && finding["outlet"] == "Brim Post");
        found.expect("a finding")["passage"]
            .as_str()
            .expect("a hash")
            .to_owned()
    };
    let ruling = |claim: &str, hash: &str, decision: &str| {
        format!(
            "[[ruling]]\nclaim = \"{claim}\"\nsource = \"reports/one.md\"\npassage = \"{hash}\"\ndecision = \"{decision}\"\n\
             by = \"M. Aas\"\ndate = 2024-03-09\nreason = \"The log was read again.\"\n\n"
        )
    };
    let (killed, lasted) = ("orla-fire-2024/fire.killed", "orla-fire-2024/fire.lasted");
    let rulings =
        ruling(killed, &passage(killed), "confirm") + &ruling(lasted, &passage(lasted), "overturn");
    let after = run(&reports, &rulings);
    let post = &outlets(&after)["Brim Post"];
    assert_eq!(
        (&post["wrong"], &post["unreviewed"]),
        (&2.into(), &1.into())
    );

    // The words have changed since: the ruling ends, and the run says so.
    let stale = run(&reports, &ruling(killed, "000000000000", "overturn"));
    assert_eq!(outlets(&stale)["Brim Post"]["wrong"], 3);
    let told = stale["problems"].as_array().expect("problems");
    assert!(
        told.iter()
            .any(|problem| problem["code"] == "ruling-changed")
    );
}
