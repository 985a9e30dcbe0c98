//! A raw record becomes a source: decoded, with metadata and the parts of its page.
//!
//! In: one [`Raw`]. Out: a [`Source`] and what is to be told about it. Pure: the same bytes give the same source.

mod form;

use std::borrow::Cow;

use serde::Deserialize;
use sha2::Digest;
use sha2::Sha256;

use self::form::document;
use self::form::open_json;
use self::form::open_text;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::source::Form;
use crate::source::Raw;
use crate::source::Source;
use crate::source::decode::decode;
use crate::source::front_matter;
use crate::source::language;
use crate::source::metadata::Metadata;
use crate::span::Part;
use crate::span::Section;
use crate::span::is_unseen;

/// Opens a record. A source that can't be read says why in `unread`.
pub fn open(raw: &Raw) -> (Source, Vec<Diagnostic>) {
    let mut told = Vec::new();
    let opened = match raw.form {
        Form::Text => open_text(raw, &mut told),
        Form::JsonLine => open_json(raw, &mut told),
    };
    let metadata = match &raw.listed {
        Some(listed) => opened.metadata.or(listed),
        None => opened.metadata,
    };
    let metadata = metadata.or_page(opened.page);
    let body = opened.body;
    let unread = opened.unread.or_else(|| {
        foreign(&metadata).or_else(|| language::unread(&evidence(&body, &opened.sections)))
    });
    let (not_before, not_after) = metadata.interval();
    let floating = metadata.floating();
    let id = metadata.id.and_then(|id| in_one_line(&id));
    let id = id.unwrap_or_else(|| match raw.form {
        Form::Text => raw.path.clone(),
        Form::JsonLine => format!("{}#{}", raw.path, raw.record),
    });
    let headline = opened
        .sections
        .iter()
        .any(|section| section.part == Part::Headline);
    let source = Source {
        id,
        path: raw.path.clone(),
        record: raw.record,
        line: matches!(raw.form, Form::JsonLine).then_some(raw.line),
        offset: raw.offset,
        sha256: hexadecimal(&Sha256::digest(&raw.bytes)),
        outlet: metadata.outlet.and_then(|name| in_one_line(&name)),
        origin: metadata.origin.and_then(|name| in_one_line(&name)),
        genre: metadata.genre.and_then(|name| in_one_line(&name)),
        translated_from: metadata.translated_from.and_then(|name| in_one_line(&name)),
        url: metadata.url.and_then(|name| in_one_line(&name)),
        title: metadata.title.filter(|_| !headline),
        not_before,
        not_after,
        floating,
        timezone: metadata.timezone,
        body,
        sections: opened.sections,
        unread,
    };
    if source.unread.is_some() {
        not_read(raw, &source, &mut told);
    } else {
        told.extend(incomplete(&source));
    }
    (source, told)
}

/// A name as it stands in tables: in one line, without control characters and marks that turn the direction of print. Two
/// names that look alike are one. `None`: nothing is left of it.
fn in_one_line(name: &str) -> Option<String> {
    let plain: String = name
        .chars()
        .filter(|&c| !is_unseen(c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Tells why a source can't be read, if nothing else does: a warning where there is no text, and an error where the user
/// asked for this one. Other languages in a folder are the way of the world, and only listed.
fn not_read(raw: &Raw, source: &Source, told: &mut Vec<Diagnostic>) {
    let level = if raw.named {
        Level::Error
    } else {
        Level::Warning
    };
    if let Some(known) = told.iter_mut().find(|one| one.code == "source-no-text") {
        known.level = level;
        return;
    }
    if told.iter().any(|one| one.level == Level::Error) {
        return;
    }
    let name = &source.id;
    let why = source.unread.as_deref().unwrap_or_default();
    if why != language::NO_TEXT {
        if raw.named {
            let title = format!("`{name}` is {why}");
            told.push(
                Diagnostic::on_file("source-foreign", level, &raw.path, title)
                    .with_help("reports are read in English only"),
            );
        }
        return;
    }
    let bare = raw.bytes.iter().all(u8::is_ascii_whitespace);
    let aside = source.body.chars().any(char::is_alphabetic);
    let title = match (bare, aside) {
        (true, _) => format!("`{name}` is empty"),
        (false, true) => {
            format!("`{name}` has no text but front matter, menus, links or credits")
        }
        (false, false) => format!("`{name}` has no words"),
    };
    told.push(Diagnostic::on_file("source-empty", level, &raw.path, title));
}

/// The title (or the front matter) and the text of a record without opening it, to ask whether it matters at all: what
/// [`Source::body`] would hold is in them. `None` where only opening tells.
pub fn glance(raw: &Raw) -> Option<[Cow<'_, str>; 2]> {
    #[derive(Deserialize)]
    struct Glance<'a> {
        #[serde(borrow)]
        title: Option<Cow<'a, str>>,
        #[serde(borrow)]
        text: Option<Cow<'a, str>>,
    }
    match raw.form {
        // A byte order mark or a zero byte means that it is no plain UTF-8; `open` knows.
        Form::Text => std::str::from_utf8(&raw.bytes)
            .ok()
            .filter(|text| !text.starts_with('\u{feff}') && !text.contains('\0'))
            .filter(|_| document(&raw.bytes).is_none())
            .map(|text| text.split_at(front_matter::length(text)))
            .map(|(front, text)| [Cow::Borrowed(front), Cow::Borrowed(text)]),
        Form::JsonLine => {
            let line: Glance<'_> = serde_json::from_slice(&raw.bytes).ok()?;
            Some([line.title.unwrap_or_default(), line.text?])
        }
    }
}

/// The distance from Greenwich that a report's time of publication is written with, if it tells one. Unit: seconds.
pub fn offset(raw: &Raw) -> Option<i32> {
    let own = match raw.form {
        Form::Text => {
            let decoded = decode(&raw.bytes)?;
            front_matter::read(&decoded.text, &raw.path, &mut Vec::new()).0
        }
        Form::JsonLine => {
            let fields = serde_json::from_slice(&raw.bytes).ok()?;
            Metadata::from_json(&fields, &mut Vec::new())
        }
    };
    let listed = || raw.listed.as_ref().and_then(|listed| listed.offset);
    own.offset.or_else(listed)
}

/// Another language, by the metadata's own word.
fn foreign(metadata: &Metadata) -> Option<String> {
    let language = metadata.language.as_deref()?.trim();
    let english = language
        .get(..2)
        .is_some_and(|two| two.eq_ignore_ascii_case("en"));
    (!english).then(|| format!("not English: `{language}`"))
}

/// Everything that can be evidence.
fn evidence(body: &str, sections: &[Section]) -> String {
    let read = sections
        .iter()
        .filter(|section| section.part != Part::Furniture);
    read.map(|section| section.span.of(body)).collect()
}

/// What is missing, in one note.
fn incomplete(source: &Source) -> Option<Diagnostic> {
    let outlet = source.outlet.is_none();
    let time = source.not_before.is_none() || source.not_after.is_none();
    let (missing, loss) = match (outlet, time) {
        (true, true) => (
            "no outlet and no time of publication",
            "no outlet is scored by it, and no claim that hangs on the time is held against it",
        ),
        (true, false) => ("no outlet", "no outlet is scored by it"),
        (false, true) => (
            "no time of publication",
            "no claim that hangs on the time is held against it",
        ),
        (false, false) => return None,
    };
    let title = format!("`{}` has {missing}", source.id);
    Some(Diagnostic::on_file("source-incomplete", Level::Note, &source.path, title).with_note(loss))
}

/// Bytes as people compare them.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The envoy arrived in the capital on Sunday evening and was met at the airport by a deputy minister of the host country.";

    fn raw(form: Form, text: &str) -> Raw {
        Raw {
            path: "a.txt".to_owned(),
            record: 2,
            line: 3,
            offset: 0,
            form,
            bytes: text.as_bytes().to_owned(),
            named: false,
            listed: None,
        }
    }

    fn codes(told: &[Diagnostic]) -> Vec<&str> {
        told.iter().map(|told| told.code.as_str()).collect()
    }

    fn headline(source: &Source) -> &str {
        let found = source
            .sections
            .iter()
            .find(|section| section.part == Part::Headline);
        found.map_or("", |section| section.span.of(&source.body).trim())
    }

    #[test]
    fn front_matter_is_masked_and_its_title_is_the_headline() {
        let text = format!(
            "+++\ntitle = \"Talks begin\"\noutlet = \"The Harbour Herald\"\npublished = 2023-06-19\n+++\n{PROSE}\n"
        );
        let (source, told) = open(&raw(Form::Text, &text));
        assert_eq!(codes(&told), [""; 0]);
        assert_eq!(source.body, text);
        assert_eq!(headline(&source), "Talks begin");
        assert_eq!(source.outlet.as_deref(), Some("The Harbour Herald"));
        assert_eq!(source.sections[0].part, Part::Furniture);
        let last = source.sections.last().expect("some");
        assert_eq!(last.span.of(&text).trim(), PROSE);
    }

    #[test]
    fn a_fault_in_front_matter_is_shown_at_its_line() {
        let text = format!("+++\noutled = \"x\"\npublished = \"soon\"\n+++\n{PROSE}");
        let (_, told) = open(&raw(Form::Text, &text));
        assert_eq!(
            codes(&told),
            ["source-unknown-key", "source-bad-time", "source-incomplete"]
        );
        assert_eq!((told[1].line, told[1].column), (3, 13));
    }

    #[test]
    fn front_matter_of_another_kind_is_masked_and_told() {
        let text = format!("---\ntitle: Talks begin\n---\n{PROSE}");
        let (source, told) = open(&raw(Form::Text, &text));
        assert_eq!(codes(&told), ["source-front-matter", "source-incomplete"]);
        assert_eq!(source.sections[0].part, Part::Furniture);
        assert_eq!(source.sections[1].span.of(&text), PROSE);
    }

    #[test]
    fn a_page_with_front_matter_is_stripped_and_says_the_rest_itself() {
        let page = "<html><head><meta property=\"og:site_name\" content=\"The Post\"><meta property=\"article:modified_time\" content=\"2023-06-21T00:00:00Z\"></head>";
        let text = format!(
            "+++\npublished = 2023-06-19\n+++\n{page}<nav>24 items</nav><h1>Talks begin</h1><p>{PROSE}</p></html>"
        );
        let (source, told) = open(&raw(Form::Text, &text));
        assert_eq!(codes(&told), [""; 0]);
        assert_eq!(source.body.len(), text.len());
        assert_eq!(headline(&source), "Talks begin");
        let read = evidence(&source.body, &source.sections);
        assert!(read.contains(PROSE) && !read.contains("24 items") && !read.contains('<'));
        assert_eq!(source.outlet.as_deref(), Some("The Post"));
        let last = source.not_after.expect("known").to_string();
        assert_eq!(last, "2023-06-19T23:59:59Z", "a person's time stands alone");
    }

    #[test]
    fn a_page_stood_there_from_its_publication_to_its_last_change() {
        let text = format!(
            "<html><head><meta property=\"article:published_time\" content=\"2023-06-19T08:00:00+08:00\"><script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"datePublished\": \"2023-06-19T00:00:00Z\", \"dateModified\": \"2023-06-19T05:00:00Z\", \"publisher\": {{\"name\": \"The Post\"}}}}</script></head><body><p>{PROSE}</p></body></html>"
        );
        let (source, told) = open(&raw(Form::Text, &text));
        assert_eq!(codes(&told), [""; 0]);
        let ends = [source.not_before, source.not_after].map(|end| end.expect("known").to_string());
        assert_eq!(ends, ["2023-06-19T00:00:00Z", "2023-06-19T05:00:00Z"]);
    }

    #[test]
    fn what_holds_nothing_to_read_is_told_and_an_error_if_it_was_named() {
        let told = |text: &str, named: bool| {
            let raw = Raw {
                named,
                ..raw(Form::Text, text)
            };
            let told = open(&raw).1;
            let told = told
                .iter()
                .map(|one| format!("{:?} {}: {}", one.level, one.code, one.title));
            told.collect::<Vec<_>>().join("\n")
        };
        let arabic = "وصل المبعوث إلى العاصمة مساء الأحد";
        let all = [
            "",
            " \n\n",
            "+++\noutlet = \"A\"\n+++\n",
            "12 34",
            arabic,
            "%PDF-1.7 talks",
        ];
        let all: Vec<String> = all.iter().map(|text| told(text, true)).collect();
        insta::assert_snapshot!(all.join("\n"), @"
        Error source-empty: `a.txt` is empty
        Error source-empty: `a.txt` is empty
        Error source-empty: `a.txt` has no text but front matter, menus, links or credits
        Error source-empty: `a.txt` has no words
        Error source-foreign: `a.txt` is not English: Arabic script
        Error source-not-text: this is a PDF
        ");
        assert_eq!(told("", false), "Warning source-empty: `a.txt` is empty");
        assert_eq!(told(arabic, false), "");
    }

    #[test]
    fn a_json_line_has_its_title_first() {
        let line = format!(
            "{{\"id\":\"x\",\"title\":\"Talks begin\",\"text\":\"{PROSE}\",\"published\":\"2023-06-19\",\"gold\":1}}"
        );
        let (source, _) = open(&raw(Form::JsonLine, &line));
        assert_eq!(source.body, format!("Talks begin\n\n{PROSE}"));
        assert_eq!(headline(&source), "Talks begin");
        assert_eq!(source.title, None);
        assert_eq!(source.id, "x");
        let glanced = glance(&raw(Form::JsonLine, &line)).map(|parts| parts.join("\n\n"));
        assert_eq!(glanced.as_ref(), Some(&source.body));
    }

    #[test]
    fn a_line_that_is_no_json_is_told_and_unread() {
        let (source, told) = open(&raw(Form::JsonLine, "{\"text\": "));
        assert_eq!(codes(&told), ["source-bad-json"]);
        assert_eq!(source.unread.as_deref(), Some("no JSON"));
        assert_eq!(source.id, "a.txt#2");
    }

    #[test]
    fn a_json_line_in_another_encoding_is_decoded() {
        let mut line = raw(Form::JsonLine, "");
        line.bytes =
            b"{\"id\":\"x\",\"text\":\"The caf\xe9 was na\xefve, said M\xfcller of M\xfcnchen.\"}"
                .to_vec();
        let (source, _) = open(&line);
        assert_eq!(source.body, "The café was naïve, said Müller of München.");
        assert_eq!(glance(&line), None);
    }

    #[test]
    fn what_is_missing_is_said_once() {
        let (_, told) = open(&raw(Form::Text, PROSE));
        assert_eq!(
            told[0].title,
            "`a.txt` has no outlet and no time of publication"
        );
        assert_eq!(told.len(), 1);
    }

    #[test]
    fn a_text_of_another_language_is_unread() {
        let text = format!("+++\nlanguage = \"de\"\n+++\n{PROSE}");
        let (source, told) = open(&raw(Form::Text, &text));
        assert_eq!(source.unread.as_deref(), Some("not English: `de`"));
        assert_eq!(codes(&told), [""; 0]);
    }
}
