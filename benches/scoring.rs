//! How good and how fast truth inference is.
//!
//! Reads the seven public sets in `$FACTCHECK_SHARED/data/scoring` and prints, beside what the best known methods reach:
//! accuracy or errors, the coverage of 90 % intervals, wall time and peak memory; then the time for a million made-up
//! claims. With `CROWD_KIT_PYTHON` (a Python with crowd-kit installed) its Dawid-Skene runs on the same million.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a bench prints, reads its data and counts"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use factcheck::score::Group;
use factcheck::score::Inference;
use factcheck::score::Kind;
use factcheck::score::Model;
use factcheck::score::Options;
use factcheck::score::Table;
use factcheck::score::TableBuilder;
use factcheck::score::infer;

/// Set, majority vote (median or mean for numbers), Dawid-Skene, best seen.
const KNOWN: &[(&str, f64, f64, f64)] = &[
    ("d_Duck", 75.9, 88.9, 89.8),
    ("d_sentiment", 93.2, 96.0, 96.0),
    ("SP", 89.0, 91.5, 91.6),
    ("flights", 78.5, 62.7, 94.0),
    ("book_rf", 90.0, 81.7, 92.4),
    ("population", 10378.0, f64::NAN, 1712.0),
    ("n_emotion", 12.02, f64::NAN, 11.78),
];
/// Sets whose sources with many graded claims test the intervals.
const GRADED: &[&str] = &["d_Duck", "d_sentiment", "SP", "flights"];
/// Graded claims a source needs to test an interval.
const ENOUGH: usize = 20;
/// Times the claims are drawn again.
const DRAWS: u64 = 40;

type Gold = BTreeMap<String, String>;

fn main() {
    // `cargo test --benches` calls without this; there is nothing to test.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    match std::env::var("FACTCHECK_SHARED") {
        Ok(shared) => public_sets(&Path::new(&shared).join("data/scoring")),
        Err(_) => println!("FACTCHECK_SHARED is not set: no public sets"),
    }
    stories();
    a_million();
}

/// Made-up sources that get whole stories right or wrong: how often their intervals hold their true rate, when the stories are
/// told and when they are not.
fn stories() {
    let (sources, stories, each, told, together) = (60, 120, 4, 10, 0.4);
    let (mut with, mut without, mut of) = (0, 0, 0);
    for draw in 0..20 {
        let mut random = Random(draw * 104_729 + 3);
        let rates: Vec<f64> = (0..sources).map(|_| 0.55 + 0.4 * random.unit()).collect();
        let mut builder = TableBuilder::default();
        for (source, rate) in rates.iter().enumerate() {
            let first = random.below(stories);
            for nth in 0..told {
                let story = (first + nth * 7) % stories;
                let shared = (random.unit() < together).then(|| random.unit() < *rate);
                for object in 0..each {
                    let right = shared.unwrap_or_else(|| random.unit() < *rate);
                    let value = if right { 0 } else { 1 + random.below(40) };
                    let object = format!("story {story:03} {object}");
                    builder.push(
                        &format!("s{source:02}"),
                        &object,
                        &format!("v{value}"),
                        "",
                        1.0,
                    );
                }
            }
        }
        let mut table = builder.build();
        let alone = infer(&table, Options::default()).expect("labels");
        table.set_stories(|object| object.rsplit_once(' ').map(|split| split.0.to_owned()));
        let clustered = infer(&table, Options::default()).expect("labels");
        for ((alone, clustered), rate) in alone.sources.iter().zip(&clustered.sources).zip(&rates) {
            without += i32::from(alone.low <= *rate && *rate <= alone.high);
            with += i32::from(clustered.low <= *rate && *rate <= clustered.high);
            of += 1;
        }
    }
    println!(
        "\nsources that are right or wrong by the story, consensus: 90 % intervals hold the true rate in {:.1} % with stories told (cluster bootstrap), {:.1} % without",
        100.0 * f64::from(with) / f64::from(of),
        100.0 * f64::from(without) / f64::from(of)
    );
}

fn public_sets(folder: &Path) {
    println!(
        "{:12} {:>9} {:>8} {:>8} {:>8}   {:>8} {:>8}  model",
        "set", "ours", "rmse", "majority", "DS", "best", "time"
    );
    let mut graded = Vec::new();
    for (set, majority, dawid_skene, best) in KNOWN {
        let table = read_table(&folder.join(set).join("claims.csv"));
        let gold = read_gold(&folder.join(set).join("truth.csv"));
        let start = Instant::now();
        let found = infer(&table, Options::default()).expect("the kind is found out");
        let time = start.elapsed();
        let (figure, square) = quality(&found, &gold);
        println!(
            "{set:12} {figure:9.2} {square:8.0} {majority:8.2} {dawid_skene:8.2}   {best:8.2} {:6.0}ms  {:?}",
            time.as_secs_f64() * 1e3,
            found.model
        );
        if GRADED.contains(set) {
            graded.push((*set, table, gold, found));
        }
    }
    println!("\ncoverage of 90 % intervals (bars: reference 85-95 %, consensus at least 80 %)");
    println!(
        "{:12} {:>8} {:>11} {:>11} {:>11} {:>11} {:>11}",
        "set", "sources", "ref. of 2", "ref. of 5", "cons. of 2", "cons. of 5", "cons. all"
    );
    let mut sums = [(0, 0); 5];
    for (set, table, gold, found) in &graded {
        let records = records(table, gold, found);
        let mut line = format!("{set:12} {:8}", records.len());
        let whole = whole_record(&records, found);
        let mut cells = Vec::new();
        for consensus in [false, true] {
            for drawn in [2, 5] {
                cells.push(coverage(&records, drawn, consensus));
            }
        }
        cells.push(whole);
        for (sum, (held, of)) in sums.iter_mut().zip(&cells) {
            sum.0 += held;
            sum.1 += of;
            let _ = write!(
                line,
                " {:10.1} %",
                100.0 * f64::from(*held) / f64::from(*of)
            );
        }
        println!("{line}");
    }
    let all: Vec<String> = sums
        .iter()
        .map(|(held, of)| format!(" {:10.1} %", 100.0 * f64::from(*held) / f64::from(*of)))
        .collect();
    println!("{:12} {:8}{}", "all", "", all.concat());
}

/// A source's graded claims: right by gold, and by the inferred truth.
struct Record {
    right: Vec<(f64, f64)>,
    source: usize,
}

fn records(table: &Table, gold: &Gold, found: &Inference) -> Vec<Record> {
    let mut records: Vec<Record> = (0..table.sources.len())
        .map(|source| Record {
            right: Vec::new(),
            source,
        })
        .collect();
    for (at, claim) in table.claims.iter().enumerate() {
        let object = claim.object as usize;
        let Some(gold) = gold.get(&table.objects[object]) else {
            continue;
        };
        let value = table.value_of(claim.candidate as usize);
        let right = f64::from(u8::from(value == gold));
        records[claim.source as usize]
            .right
            .push((right, found.right[at]));
    }
    records.retain(|record| record.right.len() >= ENOUGH);
    records
}

/// How often the interval from `drawn` claims of a source holds its accuracy on its other claims.
fn coverage(records: &[Record], drawn: usize, consensus: bool) -> (i32, i32) {
    let (mut held, mut of) = (0, 0);
    for draw in 0..DRAWS {
        let mut random = Random(draw * 7919 + 1);
        let mut seen = Vec::new();
        let mut rest = Vec::new();
        for record in records {
            let mut order: Vec<usize> = (0..record.right.len()).collect();
            for place in 0..drawn {
                let other = place + random.below(order.len() - place);
                order.swap(place, other);
            }
            let (now, later) = order.split_at(drawn);
            let side = |at: usize| {
                if consensus {
                    record.right[at].1
                } else {
                    record.right[at].0
                }
            };
            seen.push((now.iter().map(|&at| side(at)).sum::<f64>(), drawn as f64));
            let right: f64 = later.iter().map(|&at| record.right[at].0).sum();
            rest.push(right / later.len() as f64);
        }
        let group = Group::of(&seen);
        for ((right, checked), accuracy) in seen.iter().zip(rest) {
            let (low, high) = group.belief(*right, *checked).interval(0.9);
            held += i32::from(low <= accuracy && accuracy <= high);
            of += 1;
        }
    }
    (held, of)
}

/// The intervals of the inference itself, from all claims, against the accuracy on the same claims.
fn whole_record(records: &[Record], found: &Inference) -> (i32, i32) {
    let mut held = 0;
    for record in records {
        let right: f64 = record.right.iter().map(|r| r.0).sum();
        let accuracy = right / record.right.len() as f64;
        let rate = &found.sources[record.source];
        held += i32::from(rate.low <= accuracy && accuracy <= rate.high);
    }
    (held, i32::try_from(records.len()).unwrap_or(i32::MAX))
}

/// Accuracy in percent, or mean absolute and root mean square error.
fn quality(found: &Inference, gold: &Gold) -> (f64, f64) {
    let (mut right, mut absolute, mut square, mut n) = (0.0, 0.0, 0.0, 0.0);
    for truth in &found.truths {
        let Some(gold) = gold.get(&truth.object) else {
            continue;
        };
        right += f64::from(u8::from(*gold == truth.value));
        if let (Ok(gold), Ok(value)) = (gold.parse::<f64>(), truth.value.parse::<f64>()) {
            absolute += (value - gold).abs();
            square += (value - gold).powi(2);
            n += 1.0;
        }
    }
    match found.kind {
        Kind::Categorical => (100.0 * right / gold.len() as f64, f64::NAN),
        Kind::Numeric => (absolute / n, (square / n).sqrt()),
    }
}

/// From a CSV file on the disk to truths and rates, and the same by crowd-kit; then the fit alone of the model that both have.
fn a_million() {
    let (sources, objects, each) = (10_000, 100_000, 10);
    println!(
        "\na million claims of 10,000 sources: seconds, and in brackets those of the processor"
    );
    for labels in [2, 4, 16, 1000] {
        let file = std::env::temp_dir().join(format!("factcheck-bench-{}.csv", std::process::id()));
        std::fs::write(&file, made_up(sources, objects, each, labels))
            .expect("the temporary folder can be written");
        let start = Clock::start();
        let table = read_table(&file);
        let read = start.elapsed();
        let found = infer(&table, Options::default()).expect("labels");
        let all = start.elapsed();
        println!(
            "{labels:5} labels: {all} from file to truths, of it {read} to read; {:?}; peak memory of the bench {}",
            found.model,
            peak_memory()
        );
        if labels <= 16 {
            let start = Clock::start();
            let options = Options {
                model: Some(Model::Confusion),
                ..Options::default()
            };
            infer(&table, options).expect("labels");
            let alone = start.elapsed();
            println!(
                "              {alone} for Dawid-Skene alone (mean field, rates and intervals)"
            );
            if let Some((read, fit)) = crowd_kit(&file) {
                println!(
                    "              crowd-kit: {} from file to truths, {fit} for the fit alone: {:.1} and {:.1} times ours ({:.1} and {:.1} by processor)",
                    read + fit,
                    (read + fit).wall / all.wall,
                    fit.wall / alone.wall,
                    (read + fit).processor / all.processor,
                    fit.processor / alone.processor,
                );
            }
        }
        let _ = std::fs::remove_file(&file);
    }
}

/// Seconds on the wall and of the processor: where others use the same cores, only the latter compare.
#[derive(Clone, Copy)]
struct Clock {
    wall: f64,
    processor: f64,
}

impl Clock {
    fn start() -> (Instant, f64) {
        (Instant::now(), processor_time())
    }
}

trait Elapsed {
    fn elapsed(&self) -> Clock;
}

impl Elapsed for (Instant, f64) {
    fn elapsed(&self) -> Clock {
        Clock {
            wall: self.0.elapsed().as_secs_f64(),
            processor: processor_time() - self.1,
        }
    }
}

impl std::ops::Add for Clock {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            wall: self.wall + other.wall,
            processor: self.processor + other.processor,
        }
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2} s ({:.2})", self.wall, self.processor)
    }
}

/// Seconds that this thread ran, where the system says so.
fn processor_time() -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse::<f64>().ok())
        .map_or(f64::NAN, |nanoseconds| nanoseconds / 1e9)
}

fn made_up(sources: usize, objects: usize, each: usize, labels: usize) -> String {
    let mut random = Random(5);
    let rate: Vec<f64> = (0..sources).map(|_| 0.35 + 0.6 * random.unit()).collect();
    let mut text = String::from("source,object,value\n");
    for object in 0..objects {
        let truth = random.below(labels);
        let first = random.below(sources);
        for nth in 0..each {
            let source = (first + nth * 997) % sources;
            let said = if random.unit() < rate[source] {
                truth
            } else {
                (truth + 1 + random.below(labels - 1)) % labels
            };
            let _ = writeln!(text, "s{source},o{object},v{said}");
        }
    }
    text
}

/// The same file through crowd-kit's Dawid-Skene: to read and to fit; its imports and its process's start are not counted.
fn crowd_kit(file: &Path) -> Option<(Clock, Clock)> {
    let Ok(python) = std::env::var("CROWD_KIT_PYTHON") else {
        println!("              CROWD_KIT_PYTHON is not set: no comparison");
        return None;
    };
    let code = "import sys, time, pandas as pd\n\
        from crowdkit.aggregation import DawidSkene\n\
        now = lambda: (time.time(), time.process_time())\n\
        start = now()\n\
        data = pd.read_csv(sys.argv[1]).rename(columns={'source': 'worker', 'object': 'task', 'value': 'label'})\n\
        read = now()\n\
        DawidSkene().fit_predict(data)\n\
        fit = now()\n\
        print(read[0] - start[0], read[1] - start[1], fit[0] - read[0], fit[1] - read[1])";
    let ran = std::process::Command::new(python)
        .args(["-c", code])
        .arg(file)
        .output();
    let text = match &ran {
        Ok(output) => String::from_utf8_lossy(&output.stdout),
        Err(error) => {
            println!("              crowd-kit did not run: {error}");
            return None;
        }
    };
    let figures: Vec<f64> = text
        .split_whitespace()
        .filter_map(|figure| figure.parse().ok())
        .collect();
    let [read, read_cpu, fit, fit_cpu] = figures[..] else {
        println!("              crowd-kit did not run to its end");
        return None;
    };
    let clock = |wall, processor| Clock { wall, processor };
    Some((clock(read, read_cpu), clock(fit, fit_cpu)))
}

/// The most memory this process ever held, where the system says so.
fn peak_memory() -> String {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
            Some(line["VmHWM:".len()..].trim().to_owned())
        })
        .unwrap_or_else(|| "unknown".to_owned())
}

fn read_table(path: &Path) -> Table {
    let mut builder = TableBuilder::default();
    let mut reader = csv::Reader::from_path(path).expect("the set is there");
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).expect("a row") {
        builder.push(&row[0], &row[1], &row[2], "", 1.0);
    }
    builder.build()
}

fn read_gold(path: &Path) -> Gold {
    let rows = csv::Reader::from_path(path)
        .expect("the set is there")
        .into_records();
    rows.map(|row| row.expect("a row"))
        .map(|row| (row[0].to_owned(), row[1].to_owned()))
        .collect()
}

/// `SplitMix64`: small, seeded, the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
