//! `factcheck truth`: truths and reliabilities from any table of claims.
//!
//! In: a CSV file with the columns source, object, value and, if there are any, time and story. Out: a table, CSV or JSON.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::bail;

use super::Exit;
use crate::lex::parse_value;
use crate::score;
use crate::score::Inference;
use crate::score::Kind;
use crate::score::Model;
use crate::score::Options;
use crate::score::Table;
use crate::score::TableBuilder;
use crate::score::infer;
use crate::value::Measure;
use crate::value::Value;
use crate::value::ValueKind;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// CSV with the columns source, object, value and optionally time and story; `-` is standard input
    claims: PathBuf,
    /// CSV with the columns object, value, known to be true: says how many were found
    #[arg(long, value_name = "GOLD.csv")]
    truth: Option<PathBuf>,
    /// Show the sources' reliabilities instead of the truths (JSON has both)
    #[arg(long)]
    sources: bool,
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// What the values are; found out from the table if not given
    #[arg(long, value_enum)]
    kind: Option<KindArg>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum KindArg {
    Categorical,
    Numeric,
}

/// How well the truths agree with known ones.
#[derive(Debug, serde::Serialize)]
struct Agreement {
    /// Objects with a known truth.
    known: usize,
    /// Known objects that no source claims anything of; they count as wrong.
    unclaimed: usize,
    /// Share of known truths found, for labels.
    accuracy: Option<f64>,
    /// Mean absolute error, for numbers.
    mean_absolute_error: Option<f64>,
    /// Root of the mean squared error, for numbers.
    root_mean_square_error: Option<f64>,
}

/// Writes what was inferred.
pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let table = read_claims(&args.claims)?;
    let options = Options {
        kind: args.kind.map(|kind| match kind {
            KindArg::Categorical => Kind::Categorical,
            KindArg::Numeric => Kind::Numeric,
        }),
        model: None,
    };
    let found = infer(&table, options)
        .with_context(|| format!("cannot use `{}`", args.claims.display()))?;
    let agreement = match &args.truth {
        Some(path) => Some(agree(&found, &read_truth(path)?)),
        None => None,
    };
    match args.format {
        Format::Csv => {
            write_csv(&found, args.sources, out)?;
            if let Some(agreement) = &agreement {
                writeln!(anstream::stderr(), "{}", agreement.line())?;
            }
        }
        Format::Json => write_json(&found, &table, agreement.as_ref(), out)?,
        Format::Table => write_table(&found, &table, agreement.as_ref(), args.sources, out)?,
    }
    Ok(Exit::Clean)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the table is this command's own input"
)]
fn open(path: &Path) -> anyhow::Result<csv::Reader<Box<dyn std::io::Read>>> {
    let input: Box<dyn std::io::Read> = if path == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        let file = std::fs::File::open(path)
            .with_context(|| format!("cannot read `{}`", path.display()))?;
        Box::new(file)
    };
    Ok(csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .buffer_capacity(1 << 16)
        .from_reader(input))
}

/// The place of each wanted column; a wanted one that ends in `?` may be missing.
fn columns<const N: usize>(
    reader: &mut csv::Reader<Box<dyn std::io::Read>>,
    path: &Path,
    wanted: [&str; N],
) -> anyhow::Result<[Option<usize>; N]> {
    let header = reader.headers()?.clone();
    let mut found = [None; N];
    for (place, want) in found.iter_mut().zip(wanted) {
        let name = want.trim_end_matches('?');
        *place = header.iter().position(|column| {
            column
                .trim_start_matches('\u{feff}')
                .eq_ignore_ascii_case(name)
        });
        if place.is_none() && !want.ends_with('?') {
            let path = path.display();
            let has: Vec<&str> = header.iter().collect();
            let has = has.join(",");
            if has.trim().is_empty() {
                let wanted = wanted.map(|name| name.trim_end_matches('?'));
                bail!(
                    "`{path}` is empty: its first line should name the columns {}",
                    wanted.join(",")
                );
            }
            let other = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
            let other = other
                .iter()
                .find(|(mark, _)| header.len() == 1 && has.contains(*mark));
            if let Some((_, marks)) = other {
                bail!("`{path}` has {marks} between its columns; it needs commas: `{has}`");
            }
            bail!("`{path}` has no column `{name}`: its first line says `{has}`");
        }
    }
    Ok(found)
}

fn read_claims(path: &Path) -> anyhow::Result<Table> {
    let mut reader = open(path)?;
    let [source, object, value, time, story] = columns(
        &mut reader,
        path,
        ["source", "object", "value", "time?", "story?"],
    )?;
    let mut stories: BTreeMap<String, String> = BTreeMap::new();
    let mut builder = TableBuilder::default();
    let mut row = csv::StringRecord::new();
    while reader
        .read_record(&mut row)
        .with_context(|| format!("`{}`", path.display()))?
    {
        let field = |place: Option<usize>| place.and_then(|at| row.get(at)).unwrap_or("");
        if field(value).is_empty() {
            continue;
        }
        if !field(story).is_empty() && !stories.contains_key(field(object)) {
            stories.insert(field(object).to_owned(), field(story).to_owned());
        }
        builder.push(field(source), field(object), field(value), field(time), 1.0);
    }
    let mut table = builder.build();
    if table.claims.is_empty() {
        bail!(
            "`{}` has no claim: no line behind the first has a value",
            path.display()
        );
    }
    table.read_measures(measure);
    if !stories.is_empty() {
        table.set_stories(|object| stories.get(object).cloned());
    }
    Ok(table)
}

/// A number in words or an interval («more than 20», «20-25»), read as in reports.
fn measure(text: &str) -> Option<Measure> {
    match parse_value(text, ValueKind::Number)? {
        Value::Number(measure) => Some(measure),
        _ => None,
    }
}

/// The point to hold against a known number.
fn point(text: &str) -> Option<f64> {
    let number = text.parse::<f64>().ok().filter(|x| x.is_finite());
    number.or_else(|| measure(text).map(|measure| score::middle(&measure)))
}

fn read_truth(path: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut reader = open(path)?;
    let [object, value] = columns(&mut reader, path, ["object", "value"])?;
    let mut truth = BTreeMap::new();
    for row in reader.records() {
        let row = row.with_context(|| format!("`{}`", path.display()))?;
        let field = |place: Option<usize>| place.and_then(|at| row.get(at)).unwrap_or("");
        truth.insert(field(object).to_owned(), field(value).to_owned());
    }
    Ok(truth)
}

fn agree(found: &Inference, gold: &BTreeMap<String, String>) -> Agreement {
    let truths: BTreeMap<&str, &str> = found
        .truths
        .iter()
        .map(|truth| (truth.object.as_str(), truth.value.as_str()))
        .collect();
    let (mut right, mut errors, mut unclaimed) = (0.0, Vec::new(), 0);
    for (object, gold) in gold {
        let Some(value) = truths.get(object.as_str()) else {
            unclaimed += 1;
            continue;
        };
        right += f64::from(u8::from(value == gold));
        if let (Some(value), Some(gold)) = (point(value), point(gold)) {
            errors.push(value - gold);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "no table has 2^52 objects")]
    let share = |sum: f64, n: usize| (n > 0).then(|| sum / n as f64);
    let numeric = found.kind == Kind::Numeric;
    let absolute: f64 = errors.iter().map(|e| e.abs()).sum();
    let square: f64 = errors.iter().map(|e| e * e).sum();
    Agreement {
        known: gold.len(),
        unclaimed,
        accuracy: share(right, gold.len()).filter(|_| !numeric),
        mean_absolute_error: share(absolute, errors.len()).filter(|_| numeric),
        root_mean_square_error: share(square, errors.len())
            .map(f64::sqrt)
            .filter(|_| numeric),
    }
}

impl Agreement {
    fn line(&self) -> String {
        let line = match (
            self.accuracy,
            self.mean_absolute_error,
            self.root_mean_square_error,
        ) {
            (Some(accuracy), _, _) => {
                format!(
                    "{:.2} % of {} known truths found",
                    100.0 * accuracy,
                    self.known
                )
            }
            (_, Some(absolute), Some(square)) => format!(
                "mean absolute error {absolute:.2}, root mean square error {square:.2} over {} known truths",
                self.known
            ),
            _ => "no known truth is of an object in the table".to_owned(),
        };
        if self.unclaimed > 0 {
            return format!("{line}, {} of them claimed by no source", self.unclaimed);
        }
        line
    }
}

fn write_csv(found: &Inference, sources: bool, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    if sources {
        writer.write_record(["source", "n", "reliability", "low", "high"])?;
        for rate in &found.sources {
            writer.write_record([
                rate.source.as_str(),
                &rate.n.to_string(),
                &format!("{:.4}", rate.reliability),
                &format!("{:.4}", rate.low),
                &format!("{:.4}", rate.high),
            ])?;
        }
    } else {
        writer.write_record(["object", "value", "probability"])?;
        for truth in &found.truths {
            let probability = format!("{:.4}", truth.probability);
            writer.write_record([&truth.object, &truth.value, &probability])?;
        }
    }
    writer.flush()?;
    Ok(())
}

#[derive(serde::Serialize)]
struct Document<'a> {
    schema: &'static str,
    claims: usize,
    repeated: usize,
    agreement: Option<&'a Agreement>,
    inference: &'a Inference,
}

fn write_json(
    found: &Inference,
    table: &Table,
    agreement: Option<&Agreement>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let document = Document {
        schema: "factcheck-truth/1",
        claims: table.claims.len(),
        repeated: table.repeated,
        agreement,
        inference: found,
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)?;
    Ok(())
}

fn write_table(
    found: &Inference,
    table: &Table,
    agreement: Option<&Agreement>,
    sources: bool,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    writeln!(
        out,
        "{} of {} on {}; {}",
        counted(table.claims.len(), "claim"),
        counted(table.sources.len(), "source"),
        counted(table.objects.len(), "object"),
        explain(found)
    )?;
    if table.repeated > 0 {
        writeln!(
            out,
            "{} rows left out: the same source says something later, or said something first, of the same object",
            table.repeated
        )?;
    }
    for group in &found.copies {
        writeln!(out, "copies of each other: {}", group.join(", "))?;
    }
    if let Some(agreement) = agreement {
        writeln!(out, "{}", agreement.line())?;
    }
    writeln!(out)?;
    let rows: Vec<Vec<String>> = if sources {
        let head = ["source", "n", "reliability", "90 % interval", ""].map(str::to_owned);
        std::iter::once(head.to_vec())
            .chain(found.sources.iter().map(|rate| {
                vec![
                    rate.source.clone(),
                    rate.n.to_string(),
                    format!("{:.2}", rate.reliability),
                    format!("{:.2} to {:.2}", rate.low, rate.high),
                    if few(rate.n) { FEW } else { "" }.to_owned(),
                ]
            }))
            .collect()
    } else {
        let head = ["object", "value", "probability", "claims"].map(str::to_owned);
        std::iter::once(head.to_vec())
            .chain(found.truths.iter().map(|truth| {
                vec![
                    truth.object.clone(),
                    truth.value.clone(),
                    format!("{:.3}", truth.probability),
                    truth.claims.to_string(),
                ]
            }))
            .collect()
    };
    write_aligned(&rows, out)
}

/// Beside the figure of a source that few claims speak of.
const FEW: &str = "too few to say";

fn few(n: usize) -> bool {
    n < score::FEWEST_TRIALS as usize
}

/// «1 claim», «2 claims».
fn counted(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}

fn write_aligned(rows: &[Vec<String>], out: &mut dyn Write) -> anyhow::Result<()> {
    use unicode_width::UnicodeWidthStr;
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(row.len().max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    for row in rows {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(row) {
            line += cell;
            line += &" ".repeat(width - cell.width() + 2);
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// The model in words, and why it was taken.
fn explain(found: &Inference) -> String {
    let name = |model| match model {
        Model::Popularity => "a rate of right claims for each source",
        Model::Confusion => "a table of confusions for each source",
        Model::Exact => "numbers that somebody states exactly",
        Model::Graded => "numbers on each source's own scale",
        Model::GradedLog => "numbers on each source's own logarithmic scale",
    };
    let text = format!("model: {}", name(found.model));
    let best = found
        .compared
        .iter()
        .find(|(model, _)| *model == found.model);
    if let Some((_, own)) = best {
        let rest: Vec<String> = found
            .compared
            .iter()
            .filter(|(model, _)| *model != found.model)
            .map(|(model, log)| format!("{log:.3} for {}", name(*model)))
            .collect();
        return format!(
            "{text} (mean log-probability of {} held-out claims: {own:.3}; {})",
            found.held_out,
            rest.join("; ")
        );
    }
    text
}
