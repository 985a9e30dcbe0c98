//! One report, ready to be read.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::span::Section;

/// One report: a text with outlet and time.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Unique in a run: the metadata's `id`, else the path (with `#record` in archives).
    pub id: String,
    /// The file, relative as the user gave it.
    pub path: String,
    /// Number of the record within an archive, from 0.
    pub record: u64,
    /// Line of the file on which the record stands, from 1; `None` where the file is one report.
    pub line: Option<u64>,
    /// Byte offset of the record within its file.
    pub offset: u64,
    /// SHA-256 of the raw bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Whose copy it is.
    pub origin: Option<String>,
    /// `news` (default), `opinion`, `satire` …
    pub genre: Option<String>,
    /// The language it was translated from.
    pub translated_from: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// Title from the metadata, where it is not part of `body`.
    pub title: Option<String>,
    /// Not published before.
    pub not_before: Option<Timestamp>,
    /// Not published after.
    pub not_after: Option<Timestamp>,
    /// Whether `not_before` and `not_after` were written without a zone and read as Greenwich time.
    pub floating: (bool, bool),
    /// Zone of the outlet, IANA name.
    pub timezone: Option<String>,
    /// The whole decoded text; front matter and furniture included.
    pub body: String,
    /// The parts of the page that cover `body`, in order.
    pub sections: Vec<Section>,
    /// Why it can't be read (another language, no text): then it is `unread`, not silent.
    pub unread: Option<String>,
}

impl Source {
    /// When it was published; a time that was written without a zone is one in `zone`, if there is any.
    pub fn published(&self, zone: Option<&TimeZone>) -> (Option<Timestamp>, Option<Timestamp>) {
        let of = |end: Option<Timestamp>, floating: bool| {
            let Some(zone) = zone.filter(|_| floating) else {
                return end;
            };
            let written = TimeZone::UTC.to_datetime(end?);
            zone.to_timestamp(written).ok().or(end)
        };
        (
            of(self.not_before, self.floating.0),
            of(self.not_after, self.floating.1),
        )
    }
}
