//! `factcheck values [FILE]`: what is read in a text, one JSON object a line.
//!
//! In: a text, the moment it was published, a kind. Out: every value with its spans in bytes and in code points. Rule
//! authors see with it what their claims can be held against.

mod article;
mod asked;
mod lone;

use std::io::Read;
use std::io::Write;

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::cli::Exit;
use crate::lex;
use crate::source;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;
use crate::text;
use crate::text::Mention;
use crate::text::Published;
use crate::text::Stance;
use crate::value::Granularity;
use crate::value::Hedge;
use crate::value::Interval;
use crate::value::Tally;
use crate::value::TimeOfDay;
use crate::value::Value;
use crate::value::ValueKind;

/// Which text, and which values of it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The text; standard input if there is none or it is «-»
    file: Option<std::path::PathBuf>,
    /// When it was published, for relative dates: 2024-07-17, 2024-07-17T08:30 or with an offset; else as its front
    /// matter says
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    /// Only values of one kind
    #[arg(long, value_enum)]
    kind: Option<Kind>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// Every numeral, also inside other values
    Number,
    /// «eleventh», also inside other values
    Ordinal,
    Count,
    Duration,
    Money,
    Percent,
    /// Measures, ages and temperatures
    Quantity,
    Age,
    Frequency,
    /// Dates, times and habits
    Datetime,
    Date,
    Time,
    Since,
    Quote,
}

/// One value; positions in code points, and in bytes.
#[derive(Debug, Serialize)]
struct Line<'t> {
    kind: ValueKind,
    start: usize,
    end: usize,
    byte_start: u32,
    byte_end: u32,
    hedge_start: Option<usize>,
    hedge_end: Option<usize>,
    text: &'t str,
    lo: Option<serde_json::Value>,
    hi: Option<serde_json::Value>,
    hedge: Option<Hedge>,
    unit: Option<String>,
    noun: Option<&'t str>,
    tally: Option<Tally>,
    stance: Stance,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let body = read(args.file.as_deref())?;
    let front = source::front(&body);
    let published = match args.now.as_deref() {
        Some(now) => Some(moment(now)?),
        None => told_in(&front),
    };
    let reading = text::read(&body, &parts(&body, front.end), published.as_ref());
    let points = CodePoints::new(&body);
    let bare;
    let turned;
    let queried;
    let mentions: &[Mention] = match args.kind {
        Some(kind @ (Kind::Number | Kind::Ordinal)) => {
            bare = numerals(&body, front.end, &reading, kind);
            &bare
        }
        Some(kind)
            if let [only] = reading.mentions.as_slice()
                && let Some(asked) = kind.ambiguous()
                && let Some(value) = lone::other_sense(&body, only, asked) =>
        {
            turned = [Mention {
                value,
                ..only.clone()
            }];
            &turned
        }
        _ => {
            let mut all = reading.mentions.clone();
            all.extend(asked::unit(&body, &reading.mentions));
            all.sort_by_key(|mention| mention.span.start);
            queried = all;
            &queried
        }
    };
    let mut lines = std::io::BufWriter::new(out);
    for mention in mentions {
        if args
            .kind
            .is_none_or(|kind| kind.takes(mention.value.kind()))
        {
            serde_json::to_writer(
                &mut lines,
                &line(&body, &points, mention, published.as_ref()),
            )?;
            lines.write_all(b"\n")?;
        }
    }
    lines.flush()?;
    Ok(Exit::Clean)
}

impl Kind {
    /// The kinds whose units are also units of another kind.
    fn ambiguous(self) -> Option<ValueKind> {
        match self {
            Self::Money => Some(ValueKind::Money),
            Self::Duration => Some(ValueKind::Duration),
            Self::Quantity => Some(ValueKind::Quantity),
            _ => None,
        }
    }

    fn takes(self, kind: ValueKind) -> bool {
        match self {
            Self::Number => matches!(kind, ValueKind::Number | ValueKind::Count),
            Self::Ordinal => kind == ValueKind::Ordinal,
            Self::Count => kind == ValueKind::Count,
            Self::Duration => kind == ValueKind::Duration,
            Self::Money => kind == ValueKind::Money,
            Self::Percent => kind == ValueKind::Percent,
            Self::Quantity => matches!(kind, ValueKind::Quantity | ValueKind::Age),
            Self::Age => kind == ValueKind::Age,
            Self::Frequency => kind == ValueKind::Frequency,
            Self::Datetime => {
                matches!(
                    kind,
                    ValueKind::Date | ValueKind::Time | ValueKind::Since | ValueKind::Frequency
                )
            }
            Self::Date => kind == ValueKind::Date,
            Self::Time => kind == ValueKind::Time,
            Self::Since => kind == ValueKind::Since,
            Self::Quote => kind == ValueKind::Quote,
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "an input of the command line, read as it is"
)]
fn read(path: Option<&std::path::Path>) -> anyhow::Result<String> {
    let path = path.filter(|path| path.as_os_str() != "-");
    let bytes = if let Some(path) = path {
        std::fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?
    } else {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    };
    String::from_utf8(bytes).context("the text is not UTF-8")
}

/// A moment of publication; without an offset it is taken as it stands. A bare day is its first instant.
fn moment(text: &str) -> anyhow::Result<Published> {
    let at = match text.parse::<Timestamp>() {
        Ok(at) => at,
        Err(_) => text
            .parse::<civil::DateTime>()
            .with_context(|| format!("`{text}` is no date or time"))?
            .to_zoned(TimeZone::UTC)?
            .timestamp(),
    };
    Ok(Published {
        earliest: at,
        latest: at,
        zone: TimeZone::UTC,
    })
}

/// The moment of publication that front matter tells.
fn told_in(front: &source::Front) -> Option<Published> {
    let (earliest, latest) = front.published?;
    let zone = front.timezone.as_deref();
    let zone = zone.and_then(|name| TimeZone::get(name).ok());
    Some(Published {
        earliest,
        latest,
        zone: zone.unwrap_or(TimeZone::UTC),
    })
}

/// Front matter is no text; without any the text is read as it stands.
fn parts(body: &str, from: usize) -> Vec<Section> {
    let section = |start, end, part| Section {
        span: Span::new(start, end),
        part,
    };
    match from {
        0 => Vec::new(),
        from => vec![
            section(0, from, Part::Furniture),
            section(from, body.len(), Part::Body),
        ],
    }
}

fn numerals(body: &str, from: usize, reading: &text::Reading, kind: Kind) -> Vec<Mention> {
    let found = if kind == Kind::Number {
        lex::numerals(body)
    } else {
        lex::ordinals(body)
    };
    let index = |n: Option<usize>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let mention = |(span, value): (Span, Value)| {
        let clause = reading.clause_at(span.start);
        Mention {
            span,
            hedge: None,
            noun: None,
            value,
            sentence: index(reading.sentence_at(span.start)),
            clause: index(clause),
            stance: clause.map_or(Stance::Asserted, |clause| reading.clauses[clause].stance),
        }
    };
    let behind = found
        .into_iter()
        .filter(|(span, _)| span.start as usize >= from);
    behind.map(mention).collect()
}

/// The number of the code point at each byte offset, by steps.
struct CodePoints<'t> {
    text: &'t str,
    /// Code points before every 256th byte.
    steps: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    const STEP: usize = 256;

    fn new(text: &'t str) -> Self {
        let mut steps = vec![0];
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at > 0 && at % Self::STEP == 0 {
                steps.push(count);
            }
            count += usize::from(byte & 0xc0 != 0x80);
        }
        Self { text, steps }
    }

    fn at(&self, byte: u32) -> usize {
        let byte = byte as usize;
        let step = (byte / Self::STEP).min(self.steps.len() - 1);
        let rest = &self.text.as_bytes()[step * Self::STEP..byte];
        self.steps[step] + rest.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
    }
}

fn line<'t>(
    body: &'t str,
    points: &CodePoints<'_>,
    mention: &Mention,
    published: Option<&Published>,
) -> Line<'t> {
    let alone = lone::lone(body, mention);
    let (core, before) = article::apart(body, mention);
    let span = alone.map_or(core, |alone| alone.core);
    let (lo, hi, hedge, unit) = said(body, mention, published, alone);
    Line {
        kind: mention.value.kind(),
        start: points.at(span.start),
        end: points.at(span.end),
        byte_start: span.start,
        byte_end: span.end,
        hedge_start: before.map(|hedge| points.at(hedge.start)),
        hedge_end: before.map(|hedge| points.at(hedge.end)),
        text: span.of(body),
        lo,
        hi,
        hedge,
        unit,
        noun: mention.noun.map(|noun| noun.of(body)),
        tally: match mention.value {
            Value::Count { tally, .. } => tally,
            _ => None,
        },
        stance: mention.stance,
    }
}

type End = Option<serde_json::Value>;

/// The stated value, in the unit as stated.
fn said(
    body: &str,
    mention: &Mention,
    published: Option<&Published>,
    alone: Option<lone::Lone>,
) -> (End, End, Option<Hedge>, Option<String>) {
    let ends = |interval: Interval| (number(interval.lo), number(interval.hi));
    let (measure, factor, unit) = match &mention.value {
        Value::Number(measure) | Value::Ordinal(measure) | Value::Count { measure, .. } => {
            (measure, 1.0, None)
        }
        Value::Duration { measure, .. } => (measure, 1.0, Some("s".to_owned())),
        Value::Money { measure, currency } => {
            let (minor, name) = lex::minor_unit(mention.span.of(body)).unwrap_or((1.0, ""));
            let code = String::from_utf8_lossy(&currency.0).into_owned();
            let unit = if name.is_empty() {
                code
            } else {
                format!("{code} {name}")
            };
            (measure, minor, Some(unit))
        }
        Value::Percent { measure, points } => (
            measure,
            1.0,
            Some(if *points { "points" } else { "%" }.to_owned()),
        ),
        Value::Quantity { measure, unit } => {
            let printed = alone.and_then(|alone| alone.unit).unwrap_or(unit.symbol);
            let factor = alone.map_or(1.0, |alone| alone.factor);
            (measure, factor, Some(printed.to_owned()))
        }
        Value::Age(measure) => {
            let (in_a_year, name) = lex::age_unit(mention.span.of(body));
            (measure, in_a_year, Some(name.to_owned()))
        }
        Value::Frequency(measure) => (measure, 1.0, Some("1/s".to_owned())),
        Value::Date(date) => {
            let iso = |at: Option<civil::DateTime>| at.map(|at| instant(at, date.granularity));
            return (iso(date.stated.from), iso(date.stated.to), None, None);
        }
        Value::Since(since) => {
            let iso = |at: Option<civil::DateTime>| at.map(|at| instant(at, Granularity::Day));
            return (iso(since.stated.from), iso(since.stated.to), None, None);
        }
        Value::TimeOfDay(time) => {
            let unit = time.offset.map(|minutes| format!("{minutes:+} min"));
            let (from, to) = clock(body, mention, *time, published);
            return (from, to, None, unit);
        }
        Value::Quote => return (None, None, None, None),
    };
    let (lo, hi) = ends(measure.stated.scaled(factor));
    (lo, hi, measure.hedge, unit)
}

/// The ends of a clock time: the next such time, where it is known from when on.
fn clock(
    body: &str,
    mention: &Mention,
    time: TimeOfDay,
    published: Option<&Published>,
) -> (End, End) {
    let Some(now) = published.map(|now| now.zone.to_datetime(now.earliest)) else {
        let iso = |at: civil::Time| Some(at.to_string().into());
        return (iso(time.from), iso(time.to));
    };
    let whole = mention
        .hedge
        .map_or(mention.span, |hedge| hedge.hull(mention.span));
    let whole = whole.len() == body.trim().len();
    let (from, to) = next(time, now, whole);
    if time.from == time.to
        && let Some(hedge) = mention.hedge
        && whole
        && let Some(ends) = open(hedge.of(body), from, now)
    {
        return ends;
    }
    (Some(from.to_string().into()), Some(to.to_string().into()))
}

/// The ends of «by 2 pm», «before 2 pm», «after 2 pm» as a whole text, told by the last word before the time.
fn open(hedge: &str, at: civil::DateTime, now: civil::DateTime) -> Option<(End, End)> {
    let iso = |at: civil::DateTime| Some(at.to_string().into());
    let mut words = hedge.split_whitespace().rev();
    let last = words.next()?;
    if words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("not"))
    {
        return Some((iso(at), None));
    }
    Some(match last.to_ascii_lowercase().as_str() {
        "by" => (iso(now), iso(at)),
        "before" | "until" | "till" | "til" | "through" => (None, iso(at)),
        "after" | "since" => (iso(at), None),
        _ => return None,
    })
}

/// The first such time from `now` on, as if it were still to come: a clock time alone says no day. As a whole text it is
/// in either half of the day, else in the one that the words say.
fn next(time: TimeOfDay, now: civil::DateTime, whole: bool) -> (civil::DateTime, civil::DateTime) {
    let day = jiff::Span::new().days(1);
    let half = jiff::Span::new().hours(12);
    let mut from = now.date().to_datetime(time.from);
    let mut to = now.date().to_datetime(time.to);
    let later = |at: civil::DateTime, by| at.checked_add(by).unwrap_or(at);
    if time.from != time.to {
        if to < from {
            to = later(to, day);
        }
        return (from, to);
    }
    while from < now {
        let by = if time.either_half && whole { half } else { day };
        if later(from, by) == from {
            break;
        }
        from = later(from, by);
    }
    (from, from)
}

fn instant(at: civil::DateTime, granularity: Granularity) -> serde_json::Value {
    let whole_days = granularity <= Granularity::Day && at.time() == civil::Time::midnight();
    if whole_days {
        at.date().to_string().into()
    } else {
        at.to_string().into()
    }
}

/// A number for people: 12 significant figures, whole where it is whole.
fn number(x: f64) -> End {
    if !x.is_finite() {
        return None;
    }
    let short: f64 = format!("{x:.11e}").parse().unwrap_or(x);
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    let whole = (short.fract() == 0.0 && short.abs() < 9e15).then_some(short as i64);
    Some(whole.map_or_else(|| short.into(), Into::into))
}
