//! The text of one rule file, and places in it for people.
//!
//! In: spans of the file. Out: diagnostics with the lines they point at, and places. Finding a place takes the same
//! short time in a file of ten lines and in a single line of ten megabytes.

use super::set::Place;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::diagnostic::Snippet;
use crate::span::Position;
use crate::span::Span;

/// Bytes between two counts of code points.
const STEP: usize = 256;
/// Bytes of a line that are shown whole.
const LINE: usize = 400;
/// Bytes shown on each side of a label in a longer line.
const AROUND: usize = 60;
/// Labels further apart than this many lines get excerpts of their own.
const LINES_APART: usize = 6;

/// One rule file's text.
pub(super) struct FileText<'t> {
    /// As the user gave it.
    pub(super) path: &'t str,
    /// The whole text.
    pub(super) text: &'t str,
    /// First byte of each line.
    starts: Vec<usize>,
    /// Code points before every `STEP`-th byte.
    points: Vec<usize>,
}

fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl<'t> FileText<'t> {
    /// Counts the lines and code points of `text`.
    pub(super) fn new(path: &'t str, text: &'t str) -> Self {
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let starts = std::iter::once(0).chain(newlines).collect();
        let mut sum = 0;
        let points = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = sum;
            sum += code_points(chunk);
            before
        });
        let points = points.collect();
        Self {
            path,
            text,
            starts,
            points,
        }
    }

    /// The place of `word` in the text at `span`; of all of it where that isn't certain.
    pub(super) fn word_in(&self, span: Span, word: &str) -> Span {
        let mut places = self.text[span.range()].match_indices(word);
        match (places.next(), places.next()) {
            (Some((at, _)), None) => {
                let start = span.start as usize + at;
                Span::new(start, start + word.len())
            }
            _ => span,
        }
    }

    fn points_before(&self, offset: usize) -> usize {
        let Some(&before) = self.points.get(offset / STEP) else {
            return self.points.last().map_or(0, |&before| {
                before + code_points(&self.text.as_bytes()[(self.points.len() - 1) * STEP..])
            });
        };
        before + code_points(&self.text.as_bytes()[offset / STEP * STEP..offset])
    }

    /// Index of the line at `offset`.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The line without its end.
    fn line_range(&self, line: usize) -> (usize, usize) {
        let start = self.starts[line];
        let end = self
            .starts
            .get(line + 1)
            .map_or(self.text.len(), |&next| next - 1);
        let end = if self.text[start..end].ends_with('\r') {
            end - 1
        } else {
            end
        };
        (start, end)
    }

    /// `span` within the file, on character boundaries, and not beyond the line it starts in.
    fn on_one_line(&self, span: Span) -> (usize, usize) {
        let start = self.text.floor_char_boundary(span.start as usize);
        let (_, line_end) = self.line_range(self.line(start));
        let end = self.text.ceil_char_boundary(span.end as usize);
        (start, end.min(line_end).max(start))
    }

    /// Line and column of byte `offset`.
    pub(super) fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let column = self.points_before(offset) - self.points_before(self.starts[line]);
        Position {
            line: number(line + 1),
            column: number(column + 1),
        }
    }

    /// The lines `first..=last`, cut to what is around the bytes from `start` to `end` if they are long, and the byte
    /// of the file that the result's bytes count from.
    fn lines(&self, first: usize, last: usize, start: usize, end: usize) -> (String, isize) {
        let (from, to) = (self.line_range(first).0, self.line_range(last).1);
        if to - from <= LINE * (last - first + 1) {
            return (self.text[from..to].to_owned(), from.cast_signed());
        }
        let cut_from = self
            .text
            .floor_char_boundary(start.saturating_sub(AROUND))
            .max(from);
        let cut_to = self
            .text
            .ceil_char_boundary(end.min(start + LINE) + AROUND)
            .min(to);
        let head = if cut_from > from { "…" } else { "" };
        let tail = if cut_to < to { "…" } else { "" };
        let shown = format!("{head}{}{tail}", &self.text[cut_from..cut_to]);
        (shown, cut_from.cast_signed() - head.len().cast_signed())
    }

    /// The place of `span`, with its line.
    pub(super) fn place(&self, span: Span) -> Place {
        let (start, end) = self.on_one_line(span);
        let line = self.line(start);
        let (text, base) = self.lines(line, line, start, end);
        let relative = |offset: usize| (offset.cast_signed() - base).cast_unsigned();
        let position = self.position(start);
        let shown_end = text.floor_char_boundary(relative(end));
        Place {
            path: self.path.to_owned(),
            line: position.line,
            column: position.column,
            indent: number(text[..relative(start)].chars().count()),
            width: number(text[relative(start)..shown_end].chars().count().max(1)),
            text,
        }
    }

    /// A diagnostic that points at `labels`, whose spans are of the file.
    pub(super) fn diagnostic(
        &self,
        code: &str,
        level: Level,
        title: impl Into<String>,
        mut labels: Vec<Label>,
    ) -> Diagnostic {
        let mut made = Diagnostic::on_file(code, level, self.path, title);
        for label in &mut labels {
            let (start, end) = self.on_one_line(label.span);
            label.span = Span::new(start, end);
        }
        if let Some(main) = labels.iter().find(|label| label.primary) {
            let position = self.position(main.span.start as usize);
            made.line = position.line;
            made.column = position.column;
        }
        labels.sort_by_key(|label| label.span);
        let mut group: Vec<Label> = Vec::new();
        for label in labels {
            if group.last().is_some_and(|last| self.apart(last, &label)) {
                made.snippets.push(self.snippet(std::mem::take(&mut group)));
            }
            group.push(label);
        }
        if !group.is_empty() {
            made.snippets.push(self.snippet(group));
        }
        // The excerpt with the mistake comes first: its place is the diagnostic's.
        let primary = |snippet: &Snippet| !snippet.labels.iter().any(|label| label.primary);
        made.snippets.sort_by_key(primary);
        made
    }

    fn apart(&self, one: &Label, other: &Label) -> bool {
        let lines = self.line(other.span.start as usize) - self.line(one.span.start as usize);
        let long = (other.span.end - one.span.start) as usize > LINE;
        lines > LINES_APART || long
    }

    fn snippet(&self, mut labels: Vec<Label>) -> Snippet {
        let hull = labels
            .iter()
            .map(|label| label.span)
            .reduce(Span::hull)
            .unwrap_or_default();
        let (start, end) = (hull.start as usize, hull.end as usize);
        let first = self.line(start);
        let (text, base) = self.lines(first, self.line(end), start, end);
        for label in &mut labels {
            let relative = |offset: u32| ((offset as usize).cast_signed() - base).cast_unsigned();
            let end = text.floor_char_boundary(relative(label.span.end).min(text.len()));
            label.span = Span::new(relative(label.span.start), end);
        }
        Snippet {
            path: self.path.to_owned(),
            first_line: number(first + 1),
            text,
            labels,
        }
    }
}

impl Place {
    /// The line, pointed at.
    fn excerpt(&self, message: String) -> Snippet {
        let byte = |points: usize| {
            let at = self.text.char_indices().nth(points);
            at.map_or(self.text.len(), |(byte, _)| byte)
        };
        let start = self.indent as usize;
        let span = Span::new(byte(start), byte(start + self.width as usize));
        Snippet {
            path: self.path.clone(),
            first_line: self.line,
            text: self.text.clone(),
            labels: vec![Label {
                span,
                message,
                primary: true,
            }],
        }
    }

    /// A diagnostic on what is declared here.
    pub fn diagnostic(
        &self,
        code: &str,
        level: Level,
        title: impl Into<String>,
        label: impl Into<String>,
    ) -> Diagnostic {
        let mut made = Diagnostic::on_file(code, level, &self.path, title);
        made.line = self.line;
        made.column = self.column;
        made.snippets.push(self.excerpt(label.into()));
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_very_long_line_shows_only_what_is_around_it() {
        let text = format!("{}«bad»{}", "é ".repeat(50_000), " x".repeat(50_000));
        let at = text.find('«').expect("is there");
        let file = FileText::new("a.toml", &text);
        let place = file.place(Span::new(at, at + "«bad»".len()));
        assert_eq!((place.line, place.column, place.width), (1, 100_001, 5));
        assert!(place.text.len() < 200);
        let shown: String = place.text.chars().skip(place.indent as usize).collect();
        assert!(shown.starts_with("«bad»"));
    }

    #[test]
    fn columns_count_code_points_across_the_steps() {
        let text = format!("{}\n{}x", "ö".repeat(3000), "ü".repeat(5000));
        let file = FileText::new("a.toml", &text);
        let position = file.position(text.len() - 1);
        assert_eq!((position.line, position.column), (2, 5001));
        assert_eq!(file.position(text.len()).column, 5002);
    }

    #[test]
    fn a_span_over_several_lines_is_pointed_at_in_its_first() {
        let text = "a = [\r\n1,\r\n2]\n";
        let file = FileText::new("a.toml", text);
        let label = Label::primary(Span::new(4, 13), "here");
        let found = file.diagnostic("rule-code", Level::Error, "title", vec![label]);
        assert_eq!(found.snippets[0].text, "a = [");
        assert_eq!(found.snippets[0].labels[0].span, Span::new(4, 5));
    }
}
