//! What somebody meant who wrote something that is no TOML.
//!
//! In: the text, and where and why the parser stopped. Out: where to point at, and what to write instead: an author
//! knows no TOML, and its parser no authors. It changes nothing and reads nothing else.

use crate::span::Span;

/// A mistake of syntax, as an author sees it.
#[derive(Debug, PartialEq)]
pub(super) struct Slip {
    /// What to point at.
    pub(super) span: Span,
    /// What is wrong there.
    pub(super) label: String,
    /// What to write.
    pub(super) help: Option<String>,
    /// Whether nothing after it was read as it was meant.
    pub(super) stops: bool,
}

/// Quotation marks that a word processor makes.
const TYPOGRAPHIC: &[char] = &['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹', '›'];

impl Slip {
    fn new(span: Span, label: &str, help: impl Into<String>) -> Self {
        Self {
            span,
            label: label.to_owned(),
            help: Some(help.into()),
            stops: false,
        }
    }

    /// Nothing after it was read as it was meant.
    fn stopping(self) -> Self {
        Self {
            stops: true,
            ..self
        }
    }
}

/// What was meant where the parser says `message` of `span`. A likelier mistake is sought before one that it may look like.
pub(super) fn slip(text: &str, span: Span, message: &str) -> Slip {
    let line = Line::at(text, span.start as usize);
    let words = text.get(span.range()).unwrap_or_default();
    line.typographic(span)
        .map(|(span, written)| {
            let help = format!("write straight ones: \"{written}\"");
            Slip::new(span, "typographic quotation marks", help)
        })
        .or_else(|| never_closed(text, span))
        .or_else(|| bad_header(&line, span, message))
        .or_else(|| bad_key(&line))
        .or_else(|| cut_short(&line, span))
        .unwrap_or_else(|| as_told(span, words, message))
}

/// A bracket that stands open before the place.
fn never_closed(text: &str, span: Span) -> Option<Slip> {
    let open = unclosed(text, span.start as usize)?;
    let (bracket, end) = if text[open..].starts_with('[') {
        ("[", "]")
    } else {
        ("{", "}")
    };
    let label = format!("this `{bracket}` is never closed");
    let help = format!("close it with `{end}` before the next key");
    Some(Slip::new(Span::new(open, open + 1), &label, help).stopping())
}

/// A header with blanks in its id, or without its last bracket.
fn bad_header(line: &Line<'_>, span: Span, message: &str) -> Option<Slip> {
    if let Some((span, meant)) = line.header_with_blanks() {
        let help = format!("write `{meant}`");
        return Some(Slip::new(span, "an id has no blanks", help).stopping());
    }
    let open =
        message.starts_with("unclosed") && message.contains("table") && !message.contains("inline");
    let label = "the brackets of a header are closed on its line";
    open.then(|| Slip::new(span, label, "write `]` here").stopping())
}

/// «key: value», «two words = value».
fn bad_key(line: &Line<'_>) -> Option<Slip> {
    if let Some((span, key)) = line.colon() {
        let help = format!("write `{key} = …`");
        let label = "`=` stands between a key and its value";
        return Some(Slip::new(span, label, help));
    }
    let (span, meant) = line.key_with_blanks()?;
    let help = format!("write `{meant} = …`, if that is the key you mean");
    Some(Slip::new(span, "a key has no blanks", help))
}

/// A text that a mark of its own ends.
fn cut_short(line: &Line<'_>, span: Span) -> Option<Slip> {
    let (span, mark) = line.mark_inside(span)?;
    let help = if mark == '\'' {
        "put the text between quotation marks: \"…\""
    } else {
        "put the text between three apostrophes: '''…'''"
    };
    Some(Slip::new(span, "the text ends here", help))
}

/// What the parser says, where nothing better is known.
fn as_told(span: Span, words: &str, message: &str) -> Slip {
    if message.contains("recurs") {
        return Slip {
            span,
            label: "nested deeper than anything in a rule file".to_owned(),
            help: None,
            stops: true,
        };
    }
    let unquoted = message.contains("must be quoted")
        || words.chars().all(char::is_alphanumeric) && words.starts_with(char::is_alphabetic);
    let help = if unquoted && !words.trim().is_empty() && !words.contains('"') {
        Some(format!(
            "put text between quotation marks: \"{}\"",
            words.trim()
        ))
    } else if message.contains("basic string") {
        Some("a text ends with the quotation mark it began with, on the same line".to_owned())
    } else {
        None
    };
    Slip {
        span,
        label: message.to_owned(),
        help,
        stops: false,
    }
}

/// The line of a mistake.
struct Line<'t> {
    text: &'t str,
    /// Its first byte in the file.
    start: usize,
}

impl<'t> Line<'t> {
    fn at(text: &'t str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset);
        let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let end = text[offset..]
            .find('\n')
            .map_or(text.len(), |at| offset + at);
        Self {
            text: &text[start..end],
            start,
        }
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.start + from, self.start + to)
    }

    /// What stands before the first `=` or `:`, and where that is.
    fn key(&self) -> Option<(&'t str, usize)> {
        let at = self.text.find(['=', ':'])?;
        let key = self.text[..at].trim();
        let plain =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ' ');
        (!key.is_empty() && key.chars().all(plain)).then_some((key, at))
    }

    /// `lasted = “two hours”`: what stands between the marks.
    fn typographic(&self, span: Span) -> Option<(Span, &'t str)> {
        let from = self
            .text
            .floor_char_boundary((span.start as usize).saturating_sub(self.start));
        let rest = &self.text[from..];
        let rest = rest.strip_prefix(TYPOGRAPHIC).map(|inner| (inner, rest));
        let (inner, whole) = rest?;
        let written = inner.split(TYPOGRAPHIC).next().unwrap_or(inner);
        let length = inner.find(TYPOGRAPHIC).map_or(whole.len(), |at| {
            let mark = inner[at..].chars().next().map_or(0, char::len_utf8);
            whole.len() - inner.len() + at + mark
        });
        Some((self.span(from, from + length), written.trim()))
    }

    /// `[event.state visit]`
    fn header_with_blanks(&self) -> Option<(Span, String)> {
        let inside = self
            .text
            .trim()
            .trim_start_matches('[')
            .trim_end_matches(']');
        let header = self.text.trim_start().starts_with('[') && !self.text.contains('=');
        let blanks = inside.trim().contains(' ') && !inside.contains(['"', '\'', '#', ',']);
        if !header || !blanks {
            return None;
        }
        let from = self.text.find(inside)?;
        let id: Vec<&str> = inside.split_whitespace().collect();
        let meant = self.text.trim().replacen(inside, &id.join("-"), 1);
        Some((self.span(from, from + inside.len()), meant))
    }

    /// `lasted: "two hours"`
    fn colon(&self) -> Option<(Span, &'t str)> {
        let (key, at) = self.key()?;
        (self.text[at..].starts_with(':') && !key.contains(' '))
            .then(|| (self.span(at, at + 1), key))
    }

    /// `time zone = "UTC"`
    fn key_with_blanks(&self) -> Option<(Span, String)> {
        let (key, at) = self.key()?;
        if !key.contains(' ') || self.text[at..].starts_with(':') {
            return None;
        }
        let from = self.text.find(key)?;
        let meant = key.split_whitespace().collect::<Vec<_>>().join("-");
        Some((self.span(from, from + key.len()), meant))
    }

    /// `text = "Berg said: "No.""`: the mark that ended the text too early.
    fn mark_inside(&self, span: Span) -> Option<(Span, char)> {
        let (_, at) = self.key()?;
        let value = self.text[at + 1..].trim_start();
        let mark = value
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''))?;
        let stop = (span.start as usize).checked_sub(self.start)?;
        let ended = self.text.get(..stop)?.trim_end().len();
        let more = self.text.get(ended..)?.contains(mark);
        let closes = self.text[..ended].ends_with(mark) && ended > at + 2;
        (closes && more).then(|| (self.span(ended - 1, ended), mark))
    }
}

/// The bracket still open where the parser stopped, if a new key or table begins there.
fn unclosed(text: &str, offset: usize) -> Option<usize> {
    let line = Line::at(text, offset);
    let begins = text
        .get(line.start..offset)
        .is_some_and(|before| before.trim().is_empty());
    let key = line
        .key()
        .is_some_and(|(key, at)| line.text[at..].starts_with('=') && !key.contains(' '));
    let header = line.text.trim_start().starts_with('[') && line.text.trim_end().ends_with(']');
    if !begins || !(key || header) {
        return None;
    }
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < line.start {
        match bytes[at] {
            b'#' => at += memchr::memchr(b'\n', &bytes[at..]).unwrap_or(bytes.len() - at),
            mark @ (b'"' | b'\'') => {
                let long = bytes[at..].starts_with(&[mark; 3]);
                at += if long { 3 } else { 1 };
                while at < line.start {
                    if bytes[at] == b'\\' && mark == b'"' {
                        at += 1;
                    } else if long && bytes[at..].starts_with(&[mark; 3]) {
                        at += 2;
                        break;
                    } else if !long && (bytes[at] == mark || bytes[at] == b'\n') {
                        break;
                    }
                    at += 1;
                }
            }
            b'[' | b'{' => open.push(at),
            b']' | b'}' => {
                open.pop();
            }
            _ => {}
        }
        at += 1;
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is pointed at, and the help, for the mistake that the parser finds first.
    fn told(text: &str) -> (String, String) {
        let (_, errors) = toml::de::DeTable::parse_recoverable(text);
        let error = errors.first().expect("no TOML");
        let span: Span = error.span().unwrap_or(0..0).into();
        let slip = slip(text, span, error.message());
        let at = slip.span.of(text).to_owned();
        (at, slip.help.unwrap_or_default())
    }

    #[test]
    fn typographic_marks_are_to_be_straight_ones() {
        let wanted = (
            "“two hours”".to_owned(),
            "write straight ones: \"two hours\"".to_owned(),
        );
        assert_eq!(told("a = 1\nlasted = “two hours”\n"), wanted);
        let wanted = (
            "«visit»".to_owned(),
            "write straight ones: \"visit\"".to_owned(),
        );
        assert_eq!(told("what = [«visit»]\n"), wanted);
    }

    #[test]
    fn a_mark_inside_a_text_ends_it() {
        let (at, help) = told("text = \"Berg said: \"My visit\" was\"\n");
        assert_eq!((at.as_str(), help.contains("'''…'''")), ("\"", true));
        let (at, help) = told("text = 'Berg's visit'\n");
        assert_eq!((at.as_str(), help.contains("\"…\"")), ("'", true));
    }

    #[test]
    fn an_open_bracket_is_pointed_at_and_not_what_follows() {
        let (at, help) = told("[event.visit]\nwhat = [\"a]\", # ]\n  'b'\nwho = [\"berg\"]\n");
        assert_eq!(at, "[");
        assert!(help.contains("`]`"), "{help}");
        let (at, help) = told("killed = { known = [ { value = 3 } ]\n[event.x]\n");
        assert_eq!(at, "{");
        assert!(help.contains("`}`"), "{help}");
    }

    #[test]
    fn a_header_is_closed_on_its_line() {
        assert_eq!(told("[entity.berg\nname = \"Berg\"\n").1, "write `]` here");
        assert_eq!(told("[[claim]\nid = \"x\"\n").1, "write `]` here");
    }

    #[test]
    fn blanks_and_colons_are_told_with_what_is_meant() {
        assert_eq!(
            told("[event.state visit]\n"),
            (
                "event.state visit".to_owned(),
                "write `[event.state-visit]`".to_owned()
            )
        );
        assert_eq!(told("lasted: \"2 hours\"\n").1, "write `lasted = …`");
        assert_eq!(
            told("known from = 3\n").1,
            "write `known-from = …`, if that is the key you mean"
        );
    }

    #[test]
    fn text_without_marks_is_shown_between_them() {
        assert_eq!(
            told("when = 19 June 2024\n").1,
            "put text between quotation marks: \"19 June 2024\""
        );
        assert_eq!(
            told("kind = place\n").1,
            "put text between quotation marks: \"place\""
        );
    }
}
