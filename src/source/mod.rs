//! Sources: reports as they come, decoded, with their metadata and the parts of their page.
//!
//! In: a folder, files, standard input. Out: a stream of [`Raw`] records, and each opened as a [`Source`]. The only
//! door to reports. Nothing here knows what a report says.

mod address;
mod credits;
mod decode;
mod front_matter;
mod language;
mod lines;
mod manifest;
mod markup;
mod metadata;
mod model;
mod open;
mod page;
mod page_head;
mod records;

pub use credits::credits;
pub use front_matter::Front;
pub use front_matter::front;
pub use language::is_foreign;
pub use model::Source;
pub use open::glance;
pub(crate) use open::hexadecimal;
pub use open::offset;
pub use open::open;
pub use page::corrections;
pub use records::EXTENSIONS;
pub use records::Form;
pub use records::Raw;
pub use records::Records;
pub use records::is_lines;
pub use records::records;
