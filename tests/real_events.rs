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
            let found = eval::evaluate(&plan, &source, false);
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

/// Rows of the looked-at half where the gold does not say what the report says; read as judged here for the second figure.
const JUDGED: &[(&str, &str, &[f64], &str)] = &[
    ("10231", "killed", &[2.0], "the report tells of two dead"),
    ("13540", "killed", &[2.0], "both were pronounced dead"),
    (
        "2075",
        "killed",
        &[2.0],
        "one died in hospital, one at the scene",
    ),
    ("2175", "killed", &[4.0], "the headline says four"),
    ("2175", "injured", &[], "all who were hit died"),
    ("5102", "killed", &[1.0], "the officer killed one man"),
    ("1788", "killed", &[4.0], "four dead, the gunman among them"),
    (
        "1788",
        "ages",
        &[27.0, 48.0, 54.0, 54.0],
        "the gunman is told of once",
    ),
    ("1866", "injured", &[4.0], "at least four"),
    ("1894", "injured", &[2.0], "two people were hurt"),
    ("9190", "injured", &[2.0], "two others injured"),
    ("4214", "injured", &[3.0], "the headline says three more"),
    ("11182", "injured", &[2.0], "a boy was cut by glass"),
    (
        "11182",
        "ages",
        &[60.0, 19.0, 4.0],
        "a boy was cut by glass",
    ),
    ("5013", "injured", &[2.0], "one man is in the gold twice"),
    ("5013", "ages", &[64.0], "one man is in the gold twice"),
    ("3825", "ages", &[25.0], "the other one shot"),
    (
        "1174",
        "killed",
        &[1.0],
        "the other son died in another year",
    ),
    (
        "1174",
        "ages",
        &[30.0],
        "the other son died in another year",
    ),
    ("1770", "ages", &[], "nobody was shot"),
    ("2706", "ages", &[], "a list of incidents"),
];

/// Counts over half of the rows.
#[derive(Default)]
struct Half {
    killed: Score,
    injured: Score,
    found: Score,
    given: Score,
    /// Figures read where the gold says none.
    zero: [usize; 2],
    /// Rows on which the constant 1 would be right.
    one: [usize; 2],
    /// Right ones and all of those told in one way.
    ways: std::collections::BTreeMap<String, [usize; 2]>,
    /// What went wrong, and how often.
    faults: std::collections::BTreeMap<String, usize>,
}

impl Half {
    fn fault(&mut self, fault: String) {
        *self.faults.entry(fault).or_insert(0) += 1;
    }

    fn figure(&mut self, slot: usize, gold: f64, said: Option<f64>) {
        if gold < 1.0 {
            self.zero[slot] += usize::from(said.is_some());
            return;
        }
        self.one[slot] += usize::from(gold == 1.0);
        let score = [&mut self.killed, &mut self.injured];
        let [killed, injured] = score;
        let score = if slot == 0 { killed } else { injured };
        score.gold += 1;
        score.given += usize::from(said.is_some());
        score.right += usize::from(said == Some(gold));
        if said != Some(gold) {
            let field = ["killed", "injured"][slot];
            self.fault(format!("{field} {gold} read as {said:?}"));
        }
    }

    /// Compares ages; says what is left of those that were read.
    fn ages(&mut self, gold: &[f64], said: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut left = said.to_vec();
        let mut missed = Vec::new();
        for age in gold {
            match left.iter().position(|said| said == age) {
                Some(at) => {
                    left.remove(at);
                }
                None => missed.push(*age),
            }
        }
        let hit = gold.len() - missed.len();
        self.found.gold += gold.len();
        self.found.given += hit;
        self.found.right += hit;
        self.given.gold += gold.len();
        self.given.given += said.len();
        self.given.right += hit;
        (left, missed)
    }

    fn report(&self, name: &str) -> String {
        let mut report = format!("{name}\n");
        for (score, what) in [
            (&self.killed, "killed"),
            (&self.injured, "injured"),
            (&self.found, "ages found"),
            (&self.given, "ages given"),
        ] {
            let _ = writeln!(report, "  {}", score.line(what));
        }
        let share = |right: usize, of: usize| 100.0 * right as f64 / of.max(1) as f64;
        let _ = writeln!(
            report,
            "  always saying 0: right on none of these rows; always saying 1: {:.1} % of killed, {:.1} % of injured",
            share(self.one[0], self.killed.gold),
            share(self.one[1], self.injured.gold)
        );
        let _ = writeln!(
            report,
            "  said where gold is 0: killed {}, injured {}",
            self.zero[0], self.zero[1]
        );
        for (way, [right, all]) in &self.ways {
            let _ = writeln!(report, "    {way}: {right} of {all} right");
        }
        for (fault, count) in &self.faults {
            let _ = writeln!(report, "    {fault}: {count}");
        }
        report
    }
}

fn ages_of(row: &serde_json::Value, who: &str) -> Vec<f64> {
    row["gold"][who]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|person| number(person["age"].as_str()?))
        .collect()
}

/// What is judged of a row, if it is.
fn judged(row: &serde_json::Value, field: &str) -> Option<&'static [f64]> {
    let id = row["id"].as_str()?.rsplit('-').next()?;
    JUDGED
        .iter()
        .find(|(row, of, _, _)| *row == id && *of == field)
        .map(|(_, _, value, _)| *value)
}

#[test]
fn a_template_reads_victims_of_unrelated_incidents() {
    let Some(shared) = shared() else { return };
    let rules = load("shootings.toml");
    let plan = eval::Plan::new(&rules);
    let verbose = std::env::var_os("VERBOSE").is_some();
    // Even lines were looked at while tuning, odd ones only counted.
    let mut halves: [Half; 3] = Default::default();
    for (line, row) in rows(&shared.join("data/casualties/gvdb-dev.jsonl"))
        .iter()
        .enumerate()
    {
        let part = line % 2;
        let source = source(row, false);
        let found = eval::evaluate(&plan, &source, false);
        for (slot, field) in [(0, "killed"), (1, "injured")] {
            let gold = row["gold"][field].as_f64().unwrap_or(0.0);
            let claim = format!("shootings/shooting.{field}");
            let said = found
                .findings
                .iter()
                .find(|finding| finding.claim == claim)
                .and_then(|finding| finding.stated_value);
            halves[part].figure(slot, gold, said);
            if gold >= 1.0
                && said.is_some()
                && let Some(way) = way(&plan, &source, &claim)
            {
                let counts = halves[part].ways.entry(format!(
                    "{field} told {way}, {}",
                    if said == Some(1.0) { "one" } else { "more" }
                ));
                let counts = counts.or_default();
                counts[0] += usize::from(said == Some(gold));
                counts[1] += 1;
            }
            if part == 0 {
                let gold = judged(row, field).map_or(gold, |value| *value.first().unwrap_or(&0.0));
                halves[2].figure(slot, gold, said);
            }
            if verbose && part == 0 && said.unwrap_or(0.0) != gold {
                println!(
                    "{field} gold {gold} said {said:?}: {} {}",
                    row["id"], row["title"]
                );
            }
        }
        let said: Vec<f64> = found
            .findings
            .iter()
            .filter(|finding| finding.claim == "shootings/victim-ages")
            .flat_map(|finding| &finding.evidence)
            .filter_map(|evidence| evidence.value.parse().ok())
            .collect();
        let gold = ages_of(row, "victims");
        if gold.is_empty() {
            continue;
        }
        if let Some(told) = eval::explain(&plan, "shootings/victim-ages", &source) {
            for step in told.values {
                let counts = halves[part].ways.entry(step.what).or_default();
                counts[0] +=
                    usize::from(number(&step.words).is_some_and(|age| gold.contains(&age)));
                counts[1] += 1;
            }
        }
        let (left, missed) = halves[part].ages(&gold, &said);
        for age in &missed {
            halves[part].fault(format!("age missed, {}", why_not(&plan, &source, *age)));
        }
        let shooters = ages_of(row, "shooters");
        for age in &left {
            let whose = if shooters.contains(age) {
                "a shooter's"
            } else if gold.contains(age) {
                "told twice"
            } else {
                "of nobody in the gold"
            };
            halves[part].fault(format!("age given, {whose}"));
        }
        if part == 0 {
            match judged(row, "ages") {
                Some([]) => {}
                Some(gold) => drop(halves[2].ages(gold, &said)),
                None => drop(halves[2].ages(&gold, &said)),
            }
            if verbose && !(left.is_empty() && missed.is_empty()) {
                println!(
                    "ages gold {gold:?} said {said:?}: {} {}",
                    row["id"], row["title"]
                );
            }
        }
    }
    println!("{}", halves[0].report("looked at"));
    println!("{}", halves[1].report("counted only"));
    println!("{}", halves[2].report("looked at, adjudicated"));
}

/// How the report tells of the figure that is read.
fn way(plan: &eval::Plan<'_>, source: &Source, claim: &str) -> Option<String> {
    eval::explain(plan, claim, source)?
        .values
        .iter()
        .find_map(|step| Some(step.what.split_once("own incident, ")?.1.to_owned()))
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
