//! One diagnostic for everything a person is told: rule errors, load errors and discrepancies.
//!
//! In: what a stage noticed. Out: plain data with the excerpt it speaks of. Nothing is drawn here; `report` does that.

use serde::{Deserialize, Serialize};

use crate::span::LineIndex;
use crate::span::Span;

/// How loud a diagnostic is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Something could not be checked, or a report contradicts a claim.
    Error,
    /// It runs, but somebody should look.
    Warning,
    /// For the record.
    Note,
}

/// Words of an excerpt that a diagnostic points at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Label {
    /// Bytes into [`Snippet::text`].
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub message: String,
    /// The place that is wrong, drawn `^^^`; others are context, drawn `---`.
    pub primary: bool,
}

/// Some lines of one file, with labels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Snippet {
    /// The file the lines are from.
    pub path: String,
    /// The number of the first line of `text`, from 1.
    pub first_line: u32,
    /// The lines.
    pub text: String,
    /// What to point at, in order of position.
    pub labels: Vec<Label>,
}

/// Something a person is told, with the words it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Diagnostic {
    /// Kebab-case and permanent, e.g. `rule-unknown-key`.
    pub code: String,
    /// How loud.
    pub level: Level,
    /// One line, no full stop: what is wrong, naming the thing.
    pub title: String,
    /// The file it is about, also where there is no excerpt.
    pub path: String,
    /// Line and column of the first primary label, both from 1; 0 where there is no excerpt.
    pub line: u32,
    /// Column in code points.
    pub column: u32,
    /// The excerpts.
    pub snippets: Vec<Snippet>,
    /// The next step, e.g. the nearest right word.
    pub help: Option<String>,
    /// Further remarks.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// A diagnostic on a whole file.
    pub fn on_file(code: &str, level: Level, path: &str, title: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            level,
            title: title.into(),
            path: path.to_owned(),
            line: 0,
            column: 0,
            snippets: Vec::new(),
            help: None,
            notes: Vec::new(),
        }
    }

    /// The same with a next step.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with a remark.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same with the lines of `text`, the file's whole text, that `labels` point at, and line and column of the
    /// first primary label. Labels more than a few lines apart get excerpts of their own.
    #[must_use]
    pub fn with_labels(mut self, text: &str, mut labels: Vec<Label>) -> Self {
        let index = LineIndex::new(text);
        for label in &mut labels {
            label.span = within(text, label.span);
        }
        if let Some(main) = labels.iter().find(|label| label.primary).or(labels.first()) {
            let position = index.position(text, main.span.start);
            self.line = position.line;
            self.column = position.column;
        }
        labels.sort_by_key(|label| label.span);
        let mut near: Vec<Label> = Vec::new();
        for label in labels {
            let apart = near.last().is_some_and(|last| {
                let line = |offset| index.position(text, offset).line;
                line(label.span.start) > line(last.span.end) + LINES_APART
            });
            if apart {
                let excerpt = std::mem::take(&mut near);
                self.snippets
                    .push(excerpt_of(&self.path, text, &index, excerpt));
            }
            near.push(label);
        }
        if !near.is_empty() {
            self.snippets
                .push(excerpt_of(&self.path, text, &index, near));
        }
        self
    }
}

/// Labels further apart than this many lines get excerpts of their own.
const LINES_APART: u32 = 6;

impl Label {
    /// The place that is wrong.
    pub fn primary(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            primary: true,
        }
    }

    /// Context.
    pub fn context(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            primary: false,
        }
    }
}

/// The whole lines of `text` around `labels`, which become relative to them.
fn excerpt_of(path: &str, text: &str, index: &LineIndex, mut labels: Vec<Label>) -> Snippet {
    let hull = labels
        .iter()
        .map(|label| label.span)
        .reduce(Span::hull)
        .unwrap_or_default();
    let first = index.line_span(text, hull.start);
    let lines = first.hull(index.line_span(text, hull.end));
    for label in &mut labels {
        label.span.start -= lines.start;
        label.span.end = (label.span.end - lines.start).min(lines.end - lines.start);
    }
    Snippet {
        path: path.to_owned(),
        first_line: index.position(text, lines.start).line,
        text: lines.of(text).to_owned(),
        labels,
    }
}

/// A parser may point behind the end or into a character: the nearest span that belongs to `text`.
fn within(text: &str, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start as usize);
    let end = text.ceil_char_boundary(span.end as usize).max(start);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(text: &str, spans: &[(usize, usize)]) -> Diagnostic {
        let labels = spans
            .iter()
            .map(|&(start, end)| Label::primary(Span::new(start, end), "here"))
            .collect();
        Diagnostic::on_file("a-code", Level::Error, "a.toml", "a title").with_labels(text, labels)
    }

    #[test]
    fn an_excerpt_is_the_whole_lines_and_its_labels_are_relative() {
        let found = labelled("one\nzwölf = 2\nthree", &[(12, 13)]);
        assert_eq!((found.line, found.column), (2, 8));
        assert_eq!(found.snippets[0].text, "zwölf = 2");
        assert_eq!(found.snippets[0].first_line, 2);
        assert_eq!(found.snippets[0].labels[0].span, Span::new(8, 9));
    }

    #[test]
    fn labels_far_apart_get_excerpts_of_their_own() {
        let text = "a\n".repeat(40);
        assert_eq!(labelled(&text, &[(0, 1), (60, 61)]).snippets.len(), 2);
        assert_eq!(labelled(&text, &[(0, 1), (8, 9)]).snippets.len(), 1);
    }

    #[test]
    fn a_label_behind_the_end_points_at_the_end() {
        let found = labelled("ab", &[(7, 9)]);
        assert_eq!(found.snippets[0].labels[0].span, Span::new(2, 2));
    }
}
