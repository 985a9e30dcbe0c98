//! Editor positions: lines from 0, characters in UTF-16 units.
//!
//! In: byte spans of a text, or positions that an editor sent. Out: the other. A position beyond a line's end is its
//! end, as the protocol wants.

use lsp_types::Position;
use lsp_types::Range;

use crate::span::Span;

/// The lines of one document.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of `text`.
    pub(super) fn new(text: &str) -> Self {
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self {
            starts: std::iter::once(0).chain(newlines).collect(),
        }
    }

    /// Where byte `offset` of `text` is.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let units = text[self.starts[line]..offset].encode_utf16().count();
        let number = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Position::new(number(line), number(units))
    }

    /// The byte at `position`.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let Some(&start) = self.starts.get(position.line as usize) else {
            return text.len();
        };
        let end = self
            .starts
            .get(position.line as usize + 1)
            .map_or(text.len(), |&next| next - 1);
        let mut units = position.character as usize;
        for (at, char) in text[start..end].char_indices() {
            if units < char.len_utf16() {
                return start + at;
            }
            units -= char.len_utf16();
        }
        end
    }

    /// The range of `span`.
    pub(super) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(
            self.position(text, span.start as usize),
            self.position(text, span.end as usize),
        )
    }

    /// The range of `width` code points from a place as people count: line and column from 1, in code points.
    pub(super) fn range_at(&self, text: &str, line: u32, column: u32, width: u32) -> Range {
        let Some(&start) = self.starts.get((line.max(1) - 1) as usize) else {
            return Range::default();
        };
        let mut rest = text[start..]
            .char_indices()
            .map(|(at, _)| start + at)
            .skip(column.max(1) as usize - 1);
        let from = rest.next().unwrap_or(text.len());
        let to = rest.nth((width.max(1) - 1) as usize).unwrap_or(text.len());
        Range::new(self.position(text, from), self.position(text, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_the_first_plane_are_two_units() {
        let text = "a\n🜚 b";
        let lines = Lines::new(text);
        let at = text.find('b').expect("it is there");
        assert_eq!(lines.position(text, at), Position::new(1, 3));
        assert_eq!(lines.offset(text, Position::new(1, 3)), at);
        assert_eq!(lines.offset(text, Position::new(0, 99)), 1);
        assert_eq!(lines.offset(text, Position::new(9, 0)), text.len());
    }
}
