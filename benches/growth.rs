//! How the time and memory of a run grow: with rules, threads, and reports that match or don't.
//!
//! Rules and reports are made up here, the same in every run. Prints, each with its bar: the time for 10,000 claims against
//! that for 100 on the same reports, two threads against one, the memory a matching report leaves behind, and what reading
//! reports that speak of no story costs beside the least that could be done (a borrowing JSON reader and aho-corasick
//! with the same words). `cargo bench --bench growth`.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a bench prints, writes its reports and counts"
)]

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;
use std::path::PathBuf;
use std::time::Instant;

use factcheck::eval::Options;
use factcheck::eval::Plan;
use factcheck::finding::Outcome;
use factcheck::rule::RuleSet;

/// Claims that a story of [`rules`] makes: place, day and length of a meeting, dead and injured of a fire.
const CLAIMS_A_STORY: usize = 5;
/// Stories that the reports speak of, so that all rule sets find the same.
const TOLD: usize = 20;
/// Times each figure is taken; the least counts, since others may use the same cores.
const TIMES: usize = 5;

fn main() {
    // `cargo test --benches` calls without this; there is nothing to test.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let matching = corpus(folder.path(), "matching.jsonl", 2_000, true);
    let foreign = corpus(folder.path(), "foreign.jsonl", 20_000, false);
    let (few, many) = (rules(100), rules(10_000));
    let (few, many) = (Plan::new(&few), Plan::new(&many));

    nothing_matches(&few, &many, &foreign);
    let (hundred, first) = least(|| run(&few, &matching, 1));
    let (ten_thousand, second) = least(|| run(&many, &matching, 1));
    assert_eq!(
        first.findings.len(),
        second.findings.len(),
        "rules that nobody speaks of find nothing"
    );
    println!(
        "2,000 reports that match, {} findings: {hundred:.2} s for 100 claims, {ten_thousand:.2} s for 10,000: {:.2} times (bar 2)",
        first.findings.len(),
        ten_thousand / hundred
    );
    let (two, _) = least(|| run(&few, &matching, 2));
    println!(
        "two threads: {two:.2} s, {:.2} times as fast as one (bar 1.8)",
        hundred / two
    );
    drop((first, second));
    memory(&few, folder.path());
}

/// The bar is half of what reading the same JSON without copying and one automaton over the same words make.
fn nothing_matches(few: &Plan, many: &Plan, file: &Path) {
    let bytes = std::fs::metadata(file).expect("written above").len() as f64 / 1e6;
    for (claims, plan) in [(100, few), (10_000, many)] {
        let (ours, outcome) = least(|| run(plan, file, 1));
        assert_eq!(
            (outcome.irrelevant, outcome.findings.len()),
            (20_000, 0),
            "nothing matches"
        );
        let words = words(plan.rules);
        let (least, hits) = least(|| bare(file, &words));
        assert_eq!(hits, 0);
        println!(
            "nothing matches, {claims} claims: {:.0} MB/s, a borrowing JSON reader and aho-corasick {:.0} MB/s: {:.2} times (bar 0.5)",
            bytes / ours,
            bytes / least,
            least / ours
        );
    }
}

/// Peak memory before and after many more reports that match.
fn memory(plan: &Plan, folder: &Path) {
    let mut before = 0.0;
    let mut read = 0.0;
    for reports in [5_000, 20_000] {
        let file = corpus(folder, "more.jsonl", reports, true);
        let outcome = run(plan, &file, 2);
        let now = peak_memory();
        if before > 0.0 {
            println!(
                "memory: {now:.0} kB at its peak with {} sources kept, {:.2} kB a source beyond the first {read:.0} (bar 200 MB + 1 kB)",
                outcome.sources.len(),
                (now - before) / (outcome.sources.len() as f64 - read)
            );
        }
        (before, read) = (now, outcome.sources.len() as f64);
    }
}

fn run(plan: &Plan, file: &Path, threads: usize) -> Outcome {
    let options = Options {
        threads: Some(threads),
        keep_unchecked: false,
    };
    let paths: [PathBuf; 1] = [file.to_owned()];
    let records = factcheck::source::records(&paths);
    factcheck::eval::check(plan, records, options, None, || ()).expect("threads start")
}

/// The shortest of several times, and the last result.
fn least<T>(work: impl Fn() -> T) -> (f64, T) {
    let mut shortest = f64::INFINITY;
    let mut result = None;
    for _ in 0..TIMES {
        let start = Instant::now();
        let done = work();
        shortest = shortest.min(start.elapsed().as_secs_f64());
        result = Some(done);
    }
    (shortest, result.expect("TIMES is not 0"))
}

/// A line of a report as a borrowing reader sees it.
#[derive(serde::Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    title: Cow<'a, str>,
}

fn bare(file: &Path, words: &aho_corasick::AhoCorasick) -> usize {
    let text = std::fs::read(file).expect("written above");
    text.split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice::<Line>(line).ok())
        .map(|line| words.find_iter(&*line.title).count() + words.find_iter(&*line.text).count())
        .sum()
}

fn words(rules: &RuleSet) -> aho_corasick::AhoCorasick {
    let names = rules
        .stories
        .iter()
        .flat_map(|story| &story.entities)
        .map(|entity| entity.name.to_lowercase());
    aho_corasick::AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(names)
        .expect("names are short")
}

/// A name that no other number has and no English word is.
fn name(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "bra", "kel", "dov", "mir", "tas", "zun", "pol", "gri", "hax", "lem", "nid", "ruv", "sko",
        "vyn", "wab", "jor",
    ];
    let mut name = String::from("Q");
    for _ in 0..4 {
        name += SYLLABLES[number % SYLLABLES.len()];
        number /= SYLLABLES.len();
    }
    name
}

fn rules(claims: usize) -> RuleSet {
    let files: Vec<(String, String)> = (0..claims / CLAIMS_A_STORY)
        .map(|story| {
            let (envoy, mayor, town) = (name(3 * story), name(3 * story + 1), name(3 * story + 2));
            let text = format!(
                "[story]\nformat = 1\nid = \"story-{story}\"\ntitle = \"{envoy} in {town}\"\ntimezone = \"UTC\"\n\n\
                [entity.envoy]\nname = \"Ada {envoy}\"\nalso = [\"{envoy}\"]\n\n\
                [entity.mayor]\nname = \"Olaf {mayor}\"\nalso = [\"{mayor}\"]\n\n\
                [entity.town]\nname = \"{town}\"\nkind = \"place\"\n\n\
                [event.talks]\nwhat = [\"met\", \"talks\", \"meeting\"]\nwho = [\"envoy\", \"mayor\"]\nwhen = \"3 May 2024\"\n\
                where = \"town\"\nlasted = \"45 minutes\"\n\n\
                [event.fire]\nwhat = [\"fire\", \"blaze\"]\nwhere = \"town\"\nkilled = 12\ninjured = 30\n"
            );
            (format!("story-{story}.toml"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let loaded = factcheck::rule::load_texts(&files);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics[0]);
    loaded.rules
}

/// Writes `reports` lines of JSON: about 1.5 kB each, every one of other numbers, told of one story if they are to match.
fn corpus(folder: &Path, file: &str, reports: usize, matching: bool) -> PathBuf {
    let mut lines = String::new();
    for report in 0..reports {
        let story = report % TOLD;
        let (envoy, mayor, town) = (name(3 * story), name(3 * story + 1), name(3 * story + 2));
        let mut text = String::new();
        if matching {
            let minutes = [45, 45, 45, 60, 45][report % 5];
            let dead = [12, 12, 14, 12][report % 4];
            let _ = write!(
                text,
                "Ada {envoy} met Olaf {mayor} in {town} on 3 May 2024. Their talks lasted {minutes} minutes, an aide said.\n\n\
                 The fire in {town} killed {dead} people and injured 30, the fire brigade said. "
            );
        }
        for paragraph in 0..5 {
            let n = report * 7 + paragraph;
            let _ = write!(
                text,
                "Growers in the valley expect {} tonnes of apples this autumn, after frost in April cost them a third of the \
                 blossom. The cooperative keeps {} of its cold stores open and pays {} cents a kilo, which its members call \
                 too little. A second press is to be bought when the bank agrees; its manager was away for the week.\n\n",
                1000 + n % 977,
                2 + n % 9,
                30 + n % 41
            );
        }
        let line = serde_json::json!({
            "id": format!("report-{report}"),
            "outlet": format!("Outlet {}", report % 50),
            "published": "2024-05-04T08:00:00Z",
            "title": format!("Harvest report {report}"),
            "text": text,
        });
        let _ = writeln!(lines, "{line}");
    }
    let path = folder.join(file);
    std::fs::write(&path, lines).expect("the temporary folder can be written");
    path
}

/// The most memory this process ever held, in kB; 0 where the system doesn't say.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .unwrap_or(0.0)
}
