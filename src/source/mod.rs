//! Sources: reports as they come, decoded, with their metadata and the parts of their page.
//!
//! In: a folder, files, standard input. Out: a stream of [`Source`]. The only door to reports.

mod model;

pub use model::Source;
