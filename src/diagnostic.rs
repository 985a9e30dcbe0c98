//! One diagnostic for everything a person is told: rule errors, load errors and discrepancies.
//!
//! In: what a stage noticed. Out: plain data with the excerpt it speaks of. Nothing is drawn here; `report` does that.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// How loud a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Bytes into [`Snippet::text`].
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub message: String,
    /// The place that is wrong, drawn `^^^`; others are context, drawn `---`.
    pub primary: bool,
}

/// Some lines of one file, with labels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}
