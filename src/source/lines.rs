//! JSON lines: one record a line, read one at a time.
//!
//! In: an open file or standard input. Out: its records as they lie there, blank lines left out. Nothing is parsed here.

use std::io;
use std::io::BufRead;
use std::sync::Arc;

use crate::source::metadata::Metadata;
use crate::source::records::Form;
use crate::source::records::Raw;

/// JSON lines, read one at a time.
pub(super) struct Lines {
    input: Box<dyn BufRead + Send>,
    pub(super) path: String,
    listed: Option<Arc<Metadata>>,
    /// Whether the user named the file.
    named: bool,
    /// Records read so far.
    pub(super) record: u64,
    /// Lines read so far.
    line: u64,
    offset: u64,
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines")
            .field("path", &self.path)
            .field("record", &self.record)
            .finish_non_exhaustive()
    }
}

impl Lines {
    pub(super) fn new(
        input: Box<dyn BufRead + Send>,
        path: String,
        listed: Option<Arc<Metadata>>,
        named: bool,
    ) -> Self {
        Self {
            input,
            path,
            listed,
            named,
            record: 0,
            line: 0,
            offset: 0,
        }
    }

    pub(super) fn next_line(&mut self) -> io::Result<Option<Raw>> {
        loop {
            let offset = self.offset;
            let mut bytes = Vec::new();
            let read = self.input.read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            self.offset += read as u64;
            self.line += 1;
            bytes.truncate(bytes.trim_ascii_end().len());
            if bytes.is_empty() {
                continue;
            }
            let record = self.record;
            self.record += 1;
            // Of many records one may be empty; a file that holds nothing else is not what was meant to be checked.
            let alone = self.named && record == 0 && self.input.fill_buf()?.is_empty();
            return Ok(Some(Raw {
                path: self.path.clone(),
                record,
                line: self.line,
                offset,
                form: Form::JsonLine,
                bytes,
                named: alone,
                listed: self.listed.clone(),
            }));
        }
    }
}
