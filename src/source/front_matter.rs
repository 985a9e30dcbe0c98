//! Front matter: metadata between two lines `+++` before the text.
//!
//! In: a decoded text. Out: its metadata and where the text behind begins; what is wrong is told. Front matter of other programs
//! is masked and not read.

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::source::manifest;
use crate::source::metadata::Fault;
use crate::source::metadata::Metadata;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

const FENCE: &str = "+++";

/// Other programs' front matter stands between these.
const OTHER_FENCE: &str = "---";
/// A line of dashes with no other within so many bytes is a rule across the page.
const LONGEST_FRONT_MATTER: usize = 4096;

/// Front matter that is no TOML: masked, not read, and told.
fn other_front_matter(
    body: &str,
    close: Option<usize>,
    path: &str,
    told: &mut Vec<Diagnostic>,
) -> (Metadata, usize) {
    let Some(close) = close else {
        return (Metadata::default(), 0);
    };
    let title = "front matter that is no TOML is not read";
    told.push(
        Diagnostic::on_file("source-front-matter", Level::Warning, path, title)
            .with_labels(
                body,
                vec![Label::primary(
                    Span::new(0, OTHER_FENCE.len()),
                    "opened here",
                )],
            )
            .with_help("write `key = \"value\"` lines between two lines `+++`"),
    );
    (Metadata::default(), line_end(body, close))
}

/// Whether lines between dashes are keys with their values, and not a text between two rules across the page.
fn are_keys(lines: &str) -> bool {
    lines.contains(": ")
        || lines.lines().any(|line| {
            let key = line.split_once('=').map(|(key, _)| key.trim());
            key.is_some_and(|key| {
                !key.is_empty()
                    && key
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
            })
        })
}

/// Where the line of `at` ends, its line feed included.
fn line_end(body: &str, at: usize) -> usize {
    body[at..].find('\n').map_or(body.len(), |end| at + end + 1)
}

/// Where front matter opens a text: behind its first fence, and its closing fence if there is one. `None`: no front matter.
fn fences(body: &str) -> Option<(usize, Option<usize>)> {
    let first = body.lines().next().unwrap_or_default().trim_end();
    if first != FENCE && first != OTHER_FENCE {
        return None;
    }
    let fence = line_end(body, 0);
    let mut end = fence;
    let mut close = None;
    for line in body[fence..].split_inclusive('\n') {
        if line.trim_end() == first {
            close = Some(end);
            break;
        }
        end += line.len();
    }
    if first == OTHER_FENCE {
        close = close
            .filter(|&close| close - fence < LONGEST_FRONT_MATTER && are_keys(&body[fence..close]));
        close?;
    }
    Some((fence, close))
}

/// How much of a text is front matter. Unit: bytes.
pub(super) fn length(body: &str) -> usize {
    match fences(body) {
        None => 0,
        Some((fence, None)) => fence,
        Some((_, Some(close))) => line_end(body, close),
    }
}

/// The metadata between `+++` lines and where the text behind them begins.
pub(super) fn read(body: &str, path: &str, told: &mut Vec<Diagnostic>) -> (Metadata, usize) {
    let Some((fence, close)) = fences(body) else {
        return (Metadata::default(), 0);
    };
    if body.starts_with(OTHER_FENCE) {
        return other_front_matter(body, close, path, told);
    }
    let Some(close) = close else {
        told.push(
            Diagnostic::on_file(
                "source-open-front-matter",
                Level::Error,
                path,
                "front matter without an end",
            )
            .with_labels(
                body,
                vec![Label::primary(Span::new(0, FENCE.len()), "opened here")],
            )
            .with_help("close it with a line `+++`"),
        );
        return (Metadata::default(), fence);
    };
    let from = line_end(body, close);
    let toml = &body[fence..close];
    let shifted = |span: Span| Span::new(span.range().start + fence, span.range().end + fence);
    let (table, errors) = DeTable::parse_recoverable(toml);
    for error in errors {
        let span = shifted(error.span().map_or(Span::default(), Span::from));
        told.push(
            Diagnostic::on_file("source-bad-toml", Level::Error, path, "this is no TOML")
                .with_labels(body, vec![Label::primary(span, error.message())]),
        );
    }
    let mut faults = Vec::new();
    let mut metadata = Metadata::from_toml(table.get_ref(), toml, &[], &mut faults);
    metadata.title_span = metadata.title_span.map(shifted);
    for fault in faults {
        let fault = Fault {
            span: shifted(fault.span),
            ..fault
        };
        told.push(manifest::told(&fault, path, body));
    }
    (metadata, from)
}

/// What front matter says of a text that is not opened as a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// Where the text behind it begins. Unit: bytes.
    pub end: usize,
    /// From when to when the text was published, if both ends are told.
    pub published: Option<(jiff::Timestamp, jiff::Timestamp)>,
    /// Its own time zone.
    pub timezone: Option<String>,
}

/// The front matter that opens a text, as [`super::open()`] reads it; what is wrong in it is not told.
pub fn front(body: &str) -> Front {
    let (metadata, end) = read(body, "", &mut Vec::new());
    let (from, to) = metadata.interval();
    Front {
        end,
        published: from.zip(to),
        timezone: metadata.timezone,
    }
}

/// Front matter is furniture, but for a title that the text behind does not repeat.
pub(super) fn sections(
    page: Vec<Section>,
    from: usize,
    title_span: Option<Span>,
    body: &str,
    title: Option<&str>,
) -> Vec<Section> {
    if from == 0 {
        return page;
    }
    let repeated = page.iter().any(|section| {
        section.part == Part::Headline
            && title.is_some_and(|title| section.span.of(body).trim() == title.trim())
    });
    let mut sections = Vec::new();
    let mut at = 0;
    if let Some(title) = title_span.filter(|_| !repeated) {
        sections.push((0, Part::Furniture));
        sections.push((title.range().start, Part::Headline));
        at = title.range().end;
    }
    sections.push((at, Part::Furniture));
    let ends = sections.iter().skip(1).map(|next| next.0).chain([from]);
    let front = sections
        .iter()
        .zip(ends)
        .map(|(&(start, part), end)| Section {
            span: Span::new(start, end),
            part,
        });
    front.collect::<Vec<_>>().into_iter().chain(page).collect()
}
