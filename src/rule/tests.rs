//! The rule language as its documentation shows it, and its diagnostics.

use std::fmt::Write as _;

use super::codes::CODES;
use super::load::load_texts;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;

const DOCS: &str = include_str!("../../docs/rules.md");

/// The code blocks of the documentation: what stands behind their `toml`, and the text.
fn blocks() -> Vec<(&'static str, String)> {
    let mut blocks = Vec::new();
    let mut lines = DOCS.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```toml") {
            let text = lines.by_ref().take_while(|line| *line != "```");
            blocks.push((
                info.trim(),
                text.fold(String::new(), |all, line| all + line + "\n"),
            ));
        }
    }
    blocks
}

/// Diagnostics without colours or excerpts, for messages of failed tests.
fn plain(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().fold(String::new(), |mut all, found| {
        let _ = writeln!(
            all,
            "{}:{}:{}: [{}] {} ({})",
            found.path,
            found.line,
            found.column,
            found.code,
            found.title,
            found.help.as_deref().unwrap_or("-")
        );
        all
    })
}

/// The documentation's examples, put together into one file as its reader would.
fn documented() -> String {
    let blocks = blocks();
    let good = blocks.iter().filter(|(info, _)| info.is_empty());
    good.map(|(_, text)| &**text).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_example_of_the_documentation_works() {
    let story = documented();
    let blocks = blocks();
    let named = |name: &str| {
        blocks
            .iter()
            .find(|(info, _)| *info == name)
            .expect("is there")
    };
    let files = [
        ("orla.toml", &*story),
        ("outlets.toml", &*named("outlets").1),
        ("rulings.toml", &*named("rulings").1),
    ];
    let loaded = load_texts(&files);
    assert_eq!(plain(&loaded.diagnostics), "");
    assert_eq!(loaded.rules.outlets.len(), 1);
    assert_eq!(loaded.rules.rulings.len(), 1);
    let story = &loaded.rules.stories[0];
    let kinds: std::collections::BTreeSet<_> =
        story.claims.iter().map(|claim| claim.kind).collect();
    assert_eq!(
        kinds.len(),
        super::keys::KINDS.len(),
        "each kind has an example"
    );
}

#[test]
fn every_wrong_example_of_the_documentation_is_refused_as_it_says() {
    let story = documented();
    let mut wrong = 0;
    for (info, text) in blocks() {
        let Some(code) = info.strip_prefix("wrong ") else {
            continue;
        };
        wrong += 1;
        let whole = format!("{story}\n{text}");
        let found = load_texts(&[("orla.toml", &whole)]).diagnostics;
        assert!(
            found.iter().any(|found| found.code == code),
            "{code}:\n{}",
            plain(&found)
        );
        // The mistake is in the example, and so is the place that is shown.
        let first_line = u32::try_from(story.lines().count()).expect("small");
        assert!(
            found.iter().all(|found| found.line > first_line),
            "{}",
            plain(&found)
        );
    }
    assert!(wrong >= 5);
}

#[test]
fn every_key_of_the_language_is_in_the_documentation() {
    use super::keys;
    let tables = keys::TABLES.iter().chain(&[keys::RULING, keys::OUTLET]);
    for key in tables.flat_map(|table| table.keys).chain(keys::ITEM) {
        assert!(
            DOCS.contains(&format!("`{}", key.name)),
            "{} is not documented",
            key.name
        );
    }
}

#[test]
fn every_code_in_the_sources_is_in_the_table_and_the_other_way_round() {
    let sources = [
        include_str!("beside.rs"),
        include_str!("claims.rs"),
        include_str!("compile.rs"),
        include_str!("expect.rs"),
        include_str!("expected.rs"),
        include_str!("file.rs"),
        include_str!("lint.rs"),
        include_str!("load.rs"),
        include_str!("names.rs"),
        include_str!("reach.rs"),
        include_str!("table.rs"),
    ];
    let mut used = std::collections::BTreeSet::new();
    for source in sources {
        for rest in source.split("\"rule-").skip(1) {
            let name = rest.split('"').next().unwrap_or_default();
            used.insert(format!("rule-{name}"));
        }
    }
    let listed: std::collections::BTreeSet<String> =
        CODES.iter().map(|code| code.code.to_owned()).collect();
    assert_eq!(used, listed);
}

#[test]
fn a_broken_file_does_not_stop_the_others() {
    let good = "[story]\nid = \"good\"\n[entity.a]\nname = \"Ada Berg\"\n";
    let loaded = load_texts(&[("bad.toml", "[story\nid = 1"), ("good.toml", good)]);
    assert_eq!(loaded.rules.stories.len(), 1);
    assert!(
        loaded
            .diagnostics
            .iter()
            .all(|found| found.path == "bad.toml" && found.level == Level::Error)
    );
    assert!(!loaded.diagnostics.is_empty());
}

#[test]
fn what_a_broken_file_does_not_show_is_not_said_to_be_missing() {
    let text = "[story]\nid = \"a\"\n[entity.berg\nname = \"Tomas Berg\"\n[event.fire]\nwhat = \"fire\"\nwho = \"berg\"\n";
    let found = load_texts(&[("a.toml", text)]).diagnostics;
    let codes: Vec<&str> = found.iter().map(|found| &*found.code).collect();
    assert!(
        codes.iter().all(|code| *code == "rule-syntax"),
        "{}",
        plain(&found)
    );
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    let text = format!(
        "[story]\nid = \"a\"\nx = {}1{}\n",
        "[".repeat(50_000),
        "]".repeat(50_000)
    );
    let found = load_texts(&[("a.toml", &text)]).diagnostics;
    assert!(
        found.iter().any(|found| found.code == "rule-syntax"),
        "{}",
        plain(&found)
    );
    let tables = format!("[{}a]\n", "a.".repeat(50_000));
    let found = load_texts(&[("a.toml", &tables)]).diagnostics;
    assert!(!found.is_empty());
}

fn big(claims: usize, of_each: &str) -> String {
    let mut text = String::from(
        "[story]\nid = \"big\"\n[entity.berg]\nname = \"Tomas Berg\"\n[event.fire]\nwhat = \"fire\"\nwho = \"berg\"\n",
    );
    for index in 0..claims {
        let _ = write!(
            text,
            "[[claim]]\nid = \"claim-{index}\"\nevent = \"fire\"\nwords = \"w{index}\"\n{of_each}\n"
        );
    }
    text
}

/// Loading time of the same number of bytes must not depend on what is wrong with them: a check for blow-ups, not for speed.
#[test]
fn ten_thousand_claims_load_in_time_good_or_bad() {
    let seconds = |text: &str| {
        let start = std::time::Instant::now();
        let loaded = load_texts(&[("big.toml", text)]);
        (start.elapsed().as_secs_f64(), loaded)
    };
    let (some, _) = seconds(&big(1_000, "expect.count = 5"));
    let (good, loaded) = seconds(&big(10_000, "expect.count = 5"));
    assert_eq!(loaded.rules.stories[0].claims.len(), 10_001);
    assert!(good < 40.0 * some + 0.5, "{good} s for ten times {some} s");
    let (bad, loaded) = seconds(&big(
        10_000,
        "expect.cuont = 5\nevnt = \"fire\"\nwho = \"berk\"",
    ));
    assert!(
        bad < 40.0 * some + 5.0,
        "{bad} s when everything is wrong, {some} s for a tenth"
    );
    assert!(loaded.diagnostics.len() < 300);
}

#[test]
fn ten_megabytes_in_one_line_are_pointed_at_precisely() {
    let words = "\"é\", ".repeat(1_500_000);
    let text =
        format!("[story]\nid = \"a\"\n[entity.berg]\nname = \"Tomas Berg\"\nalso = [{words}7]\n");
    let found = load_texts(&[("a.toml", &text)]).diagnostics;
    let wrong = found
        .iter()
        .find(|found| found.code == "rule-wrong-type")
        .expect("is told");
    assert_eq!((wrong.line, wrong.column), (5, 8 + 5 * 1_500_000 + 1));
    assert!(wrong.snippets[0].text.len() < 1000);
}

#[test]
fn options_of_a_fact_and_its_tests_go_to_the_events_claim() {
    let loaded = load_texts(&[("orla.toml", &documented())]);
    let story = &loaded.rules.stories[0];
    let index = story
        .claims
        .iter()
        .position(|claim| claim.id == "evacuation.lasted")
        .expect("is there");
    assert_eq!(story.claims[index].severity, super::Severity::Minor);
    assert_eq!(
        story
            .tests
            .iter()
            .filter(|test| test.claim == index)
            .count(),
        2
    );
    assert_eq!(
        story.claims[index].because.as_deref(),
        Some("coastguard log")
    );
}

#[test]
fn a_when_with_a_clock_makes_two_claims_and_a_place_of_its_own_each() {
    let loaded = load_texts(&[("orla.toml", &documented())]);
    let story = &loaded.rules.stories[0];
    let claim = |id: &str| story.claims.iter().find(|claim| claim.id == id).expect(id);
    assert_eq!(claim("fire.when").kind, super::Kind::Date);
    assert_eq!(claim("fire.time").kind, super::Kind::Time);
    assert_eq!(
        claim("fire.when").place.text,
        "when = \"4 March 2024, 6:20 am\""
    );
    assert!(
        !story
            .claims
            .iter()
            .any(|claim| claim.id == "evacuation.time")
    );
}
