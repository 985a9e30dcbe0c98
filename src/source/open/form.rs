//! The text of a record and its parts, by the form it comes in: a file of text or a page, or a line of JSON.
//!
//! In: one [`Raw`]. Out: its text with sections, what it says of itself, and what could not be read. The metadata of others is
//! added by [`super::open`].

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::source::Raw;
use crate::source::decode::Decoded;
use crate::source::decode::decode;
use crate::source::front_matter;
use crate::source::language;
use crate::source::markup;
use crate::source::metadata::Metadata;
use crate::source::page;
use crate::source::page_head;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

/// A record's text and what stands in it, before the metadata of others is added.
#[derive(Default)]
pub(super) struct Opened {
    pub(super) metadata: Metadata,
    /// What a web page says of itself; others know better.
    pub(super) page: Metadata,
    pub(super) body: String,
    pub(super) sections: Vec<Section>,
    pub(super) unread: Option<String>,
}

/// How files begin that hold a text, but not as text. Without the mark, their markup would be taken for words.
const DOCUMENTS: [(&[u8], &str); 4] = [
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text document"),
    (
        b"PK\x03\x04",
        "an archive or a document of an office program",
    ),
    (b"\xd0\xcf\x11\xe0", "a document of an office program"),
];

/// What a file is, if it holds its text in another way than as text.
pub(super) fn document(bytes: &[u8]) -> Option<&'static str> {
    let mut known = DOCUMENTS.iter();
    let found = known.find(|(mark, _)| bytes.starts_with(mark));
    found.map(|&(_, what)| what)
}

pub(super) fn open_text(raw: &Raw, told: &mut Vec<Diagnostic>) -> Opened {
    let document = document(&raw.bytes);
    let decoded = decode(&raw.bytes).filter(|_| document.is_none());
    let Some(decoded) = decoded else {
        told.push(not_text(&raw.path, document));
        return Opened {
            unread: Some(document.unwrap_or(language::NO_TEXT).to_owned()),
            ..Opened::default()
        };
    };
    told.extend(encoding(&raw.path, &decoded));
    let mut body = decoded.text;
    let (metadata, from) = front_matter::read(&body, &raw.path, told);
    let mut own = Metadata::default();
    let page = markup::text(&body[from..]).map(|(text, mut sections)| {
        own = Metadata::of_page(page_head::said(&body[from..]));
        for section in &mut sections {
            let span = section.span.range();
            section.span = Span::new(span.start + from, span.end + from);
        }
        body.replace_range(from.., &text);
        sections
    });
    let title = metadata.title.as_deref().or(raw
        .listed
        .as_deref()
        .and_then(|listed| listed.title.as_deref()));
    let page = page.unwrap_or_else(|| page::sections(&body, from, title));
    let sections = front_matter::sections(page, from, metadata.title_span, &body, title);
    Opened {
        metadata,
        page: own,
        body,
        sections,
        unread: None,
    }
}

/// That a file is no text, but perhaps a `document` of a kind that holds one.
fn not_text(path: &str, document: Option<&str>) -> Diagnostic {
    let title = format!("this is {}", document.unwrap_or("no text"));
    let help = match document {
        Some(_) => "save its text: plain text, Markdown or a web page",
        None => "plain text, Markdown, web pages and JSON lines can be read",
    };
    Diagnostic::on_file("source-not-text", Level::Error, path, title).with_help(help)
}

/// In which encoding a text was read, if it is not the usual one.
fn encoding(path: &str, decoded: &Decoded) -> Option<Diagnostic> {
    let encoding = decoded.encoding?;
    let (level, but) = if decoded.replaced {
        (Level::Warning, ", with bytes that mean nothing in it")
    } else {
        (Level::Note, "")
    };
    let title = format!("read as {encoding}{but}");
    Some(Diagnostic::on_file("source-encoding", level, path, title))
}

pub(super) fn open_json(raw: &Raw, told: &mut Vec<Diagnostic>) -> Opened {
    let place = format!("{}#{}", raw.path, raw.record);
    let fields = match fields(raw, &place) {
        Ok(fields) => fields,
        Err(bad) => {
            told.push(*bad);
            return Opened {
                unread: Some("no JSON".to_owned()),
                ..Opened::default()
            };
        }
    };
    let mut faults = Vec::new();
    let metadata = Metadata::from_json(&fields, &mut faults);
    for fault in faults {
        let mut on_record = Diagnostic::on_file(fault.code, Level::Warning, &place, fault.title);
        on_record.help = fault.help;
        told.push(on_record);
    }
    let (text, title) = match fields.get("text") {
        Some(serde_json::Value::String(text)) => (text.as_str(), "a record with an empty text"),
        None => ("", "a record without text"),
        Some(_) => ("", "the `text` of this record is no string"),
    };
    if text.trim().is_empty() {
        told.push(
            Diagnostic::on_file("source-no-text", Level::Warning, &place, title)
                .with_help("the report stands in the field `text`"),
        );
    }
    let title = metadata.title.clone().unwrap_or_default();
    let (body, sections) = titled(title.trim(), text);
    Opened {
        metadata,
        page: Metadata::default(),
        body,
        sections,
        unread: None,
    }
}

/// The fields of a record, which is told of as `place`.
fn fields(
    raw: &Raw,
    place: &str,
) -> Result<serde_json::Map<String, serde_json::Value>, Box<Diagnostic>> {
    let decoded = decode(&raw.bytes).map(|decoded| decoded.text);
    let bad = |title: &str| Diagnostic::on_file("source-bad-json", Level::Error, place, title);
    match serde_json::from_str(&decoded.unwrap_or_default()) {
        Ok(serde_json::Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(Box::new(
            bad("this is no JSON object")
                .with_help("a line is a record: `{\"id\": \"…\", \"text\": \"…\"}`"),
        )),
        Err(error) => Err(Box::new(
            bad("this is no JSON").with_note(error.to_string()),
        )),
    }
}

/// A record's text behind its title, if it doesn't begin with that, and its parts.
fn titled(title: &str, text: &str) -> (String, Vec<Section>) {
    let (body, head) = if title.is_empty() {
        (text.to_owned(), 0)
    } else if text.starts_with(title) {
        (text.to_owned(), title.len())
    } else {
        (format!("{title}\n\n{text}"), title.len())
    };
    let mut sections = page::sections(&body, head, Some(title).filter(|_| head == 0));
    if head > 0 {
        // The title is the headline; a line that the rest takes for one is text or a kicker.
        for section in &mut sections {
            if section.part == Part::Headline {
                section.part = Part::Body;
            }
        }
        let headline = Section {
            span: Span::new(0, head),
            part: Part::Headline,
        };
        sections.insert(0, headline);
    }
    (body, sections)
}
