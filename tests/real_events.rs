//! Real reports on four events, and on many shootings, that stand beside the project: what the evaluator makes of them.
//!
//! Read through `FACTCHECK_SHARED`; skipped, and said so, where that is not set. Prints precision and recall.

#![allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "it prints small counts as shares, and compares ages that were read as they stand"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "tests read the data sets from the disk"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;

use factcheck::eval;
use factcheck::finding::Finding;
use factcheck::finding::Verdict;
use factcheck::rule;
use factcheck::source::Source;
use factcheck::span::Part;
use factcheck::span::Section;
use factcheck::span::Span;

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("FACTCHECK_SHARED").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: FACTCHECK_SHARED is not set");
    }
    folder
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs/examples")
        .join(name)
}

/// Tokenised text («5 . 9») as it is printed.
fn joined(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in [
        (" . ", ". "),
        (" , ", ", "),
        (" ; ", "; "),
        (" : ", ": "),
        (" - ", "-"),
        (" ( ", " ("),
        (" ) ", ") "),
        (" .\n", ".\n"),
        ("U. S. ", "U.S. "),
    ] {
        text = text.replace(from, to);
    }
    let mut out = String::new();
    let chars: Vec<char> = text.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
        // «5. 9», «1, 500», «09: 10»
        if c == ' '
            && i >= 2
            && matches!(chars[i - 1], '.' | ',' | ':')
            && digit(i - 2)
            && digit(i + 1)
        {
            continue;
        }
        out.push(c);
    }
    out
}

fn source(row: &serde_json::Value, tokenised: bool) -> Source {
    let field = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let title = field("title");
    let text = field("text");
    let text = text.strip_prefix(&title).unwrap_or(&text);
    let text = if tokenised {
        joined(text)
    } else {
        text.to_owned()
    };
    let mut body = title.trim().to_owned();
    let mut sections = Vec::new();
    if !body.is_empty() {
        sections.push(Section {
            span: Span::new(0, body.len()),
            part: Part::Headline,
        });
        body.push_str("\n\n");
    }
    body.push_str(text.trim());
    let day = row["published"].as_str().or(row["event_date"].as_str());
    let bounds = day
        .and_then(|day| day.parse::<jiff::civil::Date>().ok())
        .and_then(|day| {
            let from = day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
            Some((from, from + jiff::SignedDuration::from_hours(24)))
        });
    Source {
        id: field("id"),
        path: field("id"),
        outlet: Some(field("outlet")),
        not_before: bounds.map(|bounds| bounds.0),
        not_after: bounds.map(|bounds| bounds.1),
        body,
        sections,
        ..Source::default()
    }
}

fn rows(path: &Path) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(path).expect("readable");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

fn load(name: &str) -> rule::RuleSet {
    let loaded = rule::load(&[example(name)]);
    for told in &loaded.diagnostics {
        println!("{}: {}", told.path, told.title);
    }
    assert_eq!(loaded.rules.stories.len(), 1, "{name} loads");
    loaded.rules
}

/// Which of an example's claims a row of `facts.csv` is about.
fn claim_of(event: &str, claim: &str) -> &'static str {
    match (event, claim) {
        ("qamishli-2016", "people killed") => "bombing.killed",
        ("qamishli-2016", _) => "bombs",
        ("qeshm-2005", "magnitude") => "magnitude",
        ("qeshm-2005", "people injured") => "quake.injured",
        ("qeshm-2005", _) => "quake.killed",
        ("helsinki-2018", _) => "one-on-one.lasted",
        _ => "shooting.killed",
    }
}

#[test]
fn nobody_is_accused_on_updates_and_compatible_wordings() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("data/events");
    let mut facts = csv::Reader::from_path(folder.join("facts.csv")).expect("facts");
    let facts: Vec<csv::StringRecord> = facts.records().map(|row| row.expect("a row")).collect();
    let mut accused = String::new();
    let (mut read, mut all) = (0, 0);
    for event in [
        "helsinki-2018",
        "orlando-2016",
        "qamishli-2016",
        "qeshm-2005",
    ] {
        let rules = load(&format!("{event}.toml"));
        let plan = eval::Plan::new(&rules);
        let rows = rows(&folder.join(format!("{event}.jsonl")));
        for fact in facts.iter().filter(|fact| &fact[0] == event) {
            let row = rows
                .iter()
                .find(|row| row["id"] == fact[5])
                .expect("the report is there");
            let source = source(row, &fact[5][..3] == "ecb");
            let id = format!("{event}/{}", claim_of(event, &fact[1]));
            let found = eval::evaluate(&plan, &source);
            let finding = found.findings.iter().find(|finding| finding.claim == id);
            println!(
                "{event} {} {} {} wanted «{}»: {}",
                &fact[1],
                &fact[3],
                &fact[5],
                &fact[6],
                shown(finding)
            );
            if finding.is_none() {
                explain(&plan, &id, &source);
            }
            all += 1;
            read += usize::from(finding.is_some());
            let wrong = finding.is_some_and(|finding| {
                matches!(finding.verdict, Verdict::Contradicted | Verdict::Mixed)
            });
            if wrong && &fact[3] != "conflict" {
                let _ = writeln!(accused, "{id} in {}: {}", &fact[5], shown(finding));
            }
        }
    }
    println!("{read} of {all} rows read");
    assert!(accused.is_empty(), "{accused}");
}

fn explain(plan: &eval::Plan<'_>, id: &str, source: &Source) {
    if let Some(explained) = eval::explain(plan, id, source) {
        for step in explained.values {
            println!("      {} «{}»: {}", step.at.line, step.words, step.what);
        }
    }
}

fn shown(finding: Option<&Finding>) -> String {
    finding.map_or_else(
        || "silent".to_owned(),
        |finding| {
            let evidence: Vec<String> = finding
                .evidence
                .iter()
                .map(|evidence| {
                    format!(
                        "{:?} «{}» {}",
                        evidence.verdict,
                        evidence.text,
                        evidence.note.clone().unwrap_or_default()
                    )
                })
                .collect();
            format!("{:?} {}", finding.verdict, evidence.join("; "))
        },
    )
}

/// Counts of right and given answers against gold.
#[derive(Default)]
struct Score {
    gold: usize,
    given: usize,
    right: usize,
}

impl Score {
    fn line(&self, name: &str) -> String {
        format!(
            "{name}: {} of {} given are right ({:.1} %), coverage {} of {} ({:.1} %)",
            self.right,
            self.given,
            100.0 * self.right as f64 / self.given.max(1) as f64,
            self.given,
            self.gold,
            100.0 * self.given as f64 / self.gold.max(1) as f64
        )
    }
}

#[test]
fn a_template_reads_victims_of_unrelated_incidents() {
    let Some(shared) = shared() else { return };
    let rules = load("shootings.toml");
    let plan = eval::Plan::new(&rules);
    let verbose = std::env::var_os("VERBOSE").is_some();
    let mut report = String::new();
    // Even lines were looked at while tuning, odd ones only counted.
    for part in 0..2 {
        let mut scores: [Score; 4] = Default::default();
        let mut zero = [0usize; 2];
        let mut missed: std::collections::BTreeMap<String, usize> =
            std::collections::BTreeMap::new();
        let mut misses: std::collections::BTreeMap<(usize, String), usize> =
            std::collections::BTreeMap::new();
        for (_, row) in rows(&shared.join("data/casualties/gvdb-dev.jsonl"))
            .iter()
            .enumerate()
            .filter(|(line, _)| line % 2 == part)
        {
            let found = eval::evaluate(&plan, &source(row, false));
            for (slot, field, claim) in [
                (0, "killed", "shootings/shooting.killed"),
                (1, "injured", "shootings/shooting.injured"),
            ] {
                let gold = row["gold"][field].as_f64().unwrap_or(0.0);
                let said = found
                    .findings
                    .iter()
                    .find(|finding| finding.claim == claim)
                    .and_then(|finding| finding.stated_value);
                if gold >= 1.0 {
                    scores[slot].gold += 1;
                    scores[slot].given += usize::from(said.is_some());
                    scores[slot].right += usize::from(said == Some(gold));
                    if said != Some(gold) {
                        *misses
                            .entry((slot, format!("{gold} read as {said:?}")))
                            .or_insert(0) += 1;
                    }
                } else {
                    zero[slot] += usize::from(said.is_some());
                }
                if verbose && part == 0 && said.unwrap_or(0.0) != gold {
                    println!(
                        "{field} gold {gold} said {said:?}: {} {}",
                        row["id"], row["title"]
                    );
                }
            }
            let gold: Vec<f64> = row["gold"]["victims"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|victim| number(victim["age"].as_str()?))
                .collect();
            let said: Vec<f64> = found
                .findings
                .iter()
                .filter(|finding| finding.claim == "shootings/victim-ages")
                .flat_map(|finding| &finding.evidence)
                .filter_map(|evidence| evidence.value.parse().ok())
                .collect();
            if !gold.is_empty() {
                let mut left = said.clone();
                let mut hit = 0;
                for age in &gold {
                    if let Some(at) = left.iter().position(|said| said == age) {
                        left.remove(at);
                        hit += 1;
                    } else {
                        let why = why_not(&plan, &source(row, false), *age);
                        *missed.entry(why).or_insert(0) += 1;
                    }
                }
                let shooters: Vec<f64> = row["gold"]["shooters"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|shooter| number(shooter["age"].as_str()?))
                    .collect();
                for age in &left {
                    let whose = if shooters.contains(age) {
                        "a shooter's"
                    } else {
                        "of nobody in the gold"
                    };
                    *missed.entry(format!("instead one {whose}")).or_insert(0) += 1;
                }
                scores[2].gold += gold.len();
                scores[2].given += hit;
                scores[2].right += hit;
                scores[3].gold += gold.len();
                scores[3].given += said.len();
                scores[3].right += hit;
                if verbose && part == 0 && (!left.is_empty() || hit < gold.len()) {
                    println!(
                        "ages gold {gold:?} said {said:?}: {} {}",
                        row["id"], row["title"]
                    );
                }
            }
        }
        let name = ["tuned on", "held back"][part];
        for (why, count) in &missed {
            println!("  {name} ages missed, {why}: {count}");
        }
        for ((slot, miss), count) in &misses {
            println!(
                "  {name} {}: {miss}, {count} times",
                ["killed", "injured"][*slot]
            );
        }
        let _ = writeln!(report, "{name}\n  {}", scores[0].line("killed"));
        let _ = writeln!(report, "  {}", scores[1].line("injured"));
        let _ = writeln!(report, "  {}", scores[2].line("ages found"));
        let _ = writeln!(report, "  {}", scores[3].line("ages given"));
        let _ = writeln!(
            report,
            "  said where gold is 0: killed {}, injured {}; always saying 0 is right on none of these rows",
            zero[0], zero[1]
        );
    }
    println!("{report}");
}

/// What the program says of an age that it does not take for a victim's.
fn why_not(plan: &eval::Plan<'_>, source: &Source, age: f64) -> String {
    let steps = eval::explain(plan, "shootings/victim-ages", source)
        .map(|explained| explained.values)
        .unwrap_or_default();
    steps
        .iter()
        .find(|step| {
            let digits: String = step.words.chars().filter(char::is_ascii_digit).collect();
            digits.parse() == Ok(age)
        })
        .map_or_else(|| "not read".to_owned(), |step| step.what.clone())
}

fn number(age: &str) -> Option<f64> {
    let digits: String = age
        .trim()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let rest = age.trim()[digits.len()..].to_owned();
    (!digits.is_empty() && !rest.contains('s')).then(|| digits.parse().ok())?
}
