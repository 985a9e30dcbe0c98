//! Positions in a text, and the parts of a page.
//!
//! In: byte offsets. Out: spans, and lines and columns for people. Nothing here knows what a text says.

use serde::{Deserialize, Serialize};

/// Characters that nobody sees and that split no word in print: joiners, marks of direction, the soft hyphen.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// A half-open range of **byte** offsets into one text, always on `char` boundaries.
///
/// Lines and columns are derived from the span and the text at one place, when a finding
/// leaves `eval`, so the two cannot disagree.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`, exclusive. Offsets beyond 4 GiB saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: clamp(start),
            end: clamp(end),
        }
    }

    /// The range, to index a `str` with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` under this span.
    ///
    /// # Panics
    /// If the span does not belong to `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// What a range of a page is. Evidence says in which part it stands.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum Part {
    /// The title.
    Headline,
    /// Running text, between-headings included.
    #[default]
    Body,
    /// Words under or about a picture.
    Caption,
    /// A note that corrects an earlier version.
    Correction,
    /// Front matter, links, buttons, credits: never evidence.
    Furniture,
}

/// A range of a body and what part of the page it is. Sections are sorted and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where.
    pub span: Span,
    /// What.
    pub part: Part,
}

/// A place for people: both 1-based, columns in code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

/// The line starts of one text, found once.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(newlines.map(|at| Span::new(at + 1, at + 1).start));
        Self {
            starts: starts.collect(),
        }
    }

    /// Line and column of byte `offset` of `text`, the text the index was made of.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1] as usize;
        let column = text[start..offset as usize].chars().count() + 1;
        let number = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Position {
            line: number(line),
            column: number(column),
        }
    }

    /// The line (1-based) at `offset`, as a span of `text` without its line end.
    pub fn line_span(&self, text: &str, offset: u32) -> Span {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1] as usize;
        let end = self
            .starts
            .get(line)
            .map_or(text.len(), |&next| next as usize - 1);
        let end = if text[start..end].ends_with('\r') {
            end - 1
        } else {
            end
        };
        Span::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_not_bytes() {
        let text = "one\n«two» x\r\nthree";
        let index = LineIndex::new(text);
        let at = u32::try_from(text.find('x').expect("there is an x")).expect("small");
        assert_eq!(index.position(text, at), Position { line: 2, column: 7 });
        assert_eq!(index.line_span(text, at).of(text), "«two» x");
    }
}
