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
    fence: usize,
    close: Option<usize>,
    path: &str,
    told: &mut Vec<Diagnostic>,
) -> (Metadata, usize) {
    let close = close.filter(|&close| close - fence < LONGEST_FRONT_MATTER);
    let Some(close) = close.filter(|&close| body[fence..close].contains(": ")) else {
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
    let end = body[close..].find('\n');
    (
        Metadata::default(),
        end.map_or(body.len(), |end| close + end + 1),
    )
}

/// The metadata between `+++` lines and where the text behind them begins.
pub(super) fn read(body: &str, path: &str, told: &mut Vec<Diagnostic>) -> (Metadata, usize) {
    let first = body.lines().next().unwrap_or_default().trim_end();
    if first != FENCE && first != OTHER_FENCE {
        return (Metadata::default(), 0);
    }
    let fence = body.find('\n').map_or(body.len(), |end| end + 1);
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
        return other_front_matter(body, fence, close, path, told);
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
    let text = body[close..].find('\n');
    let from = text.map_or(body.len(), |end| close + end + 1);
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
