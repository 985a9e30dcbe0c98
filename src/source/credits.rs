//! Lines that say whose work a report is: «With files from …».
//!
//! In: an opened source. Out: those lines, as they stand among the furniture of its page. Whom they name is not asked here.

use crate::source::Source;
use crate::span::Part;

/// Words of a line that tells whose work a report is.
const CREDITS: &[&str] = &[
    "contributed to this",
    "contributed reporting",
    "reporting by",
    "originally published",
    "originally appeared",
    "first appeared on",
    "first published",
    "with inputs from",
    "with files from",
    "source:",
    "via ",
];

/// Unit: words. A longer line is no credit.
const LONGEST_CREDIT: usize = 20;

/// Lines among the furniture that say whose work the report is.
pub fn credits(source: &Source) -> Vec<String> {
    let furniture = source
        .sections
        .iter()
        .filter(|section| section.part == Part::Furniture);
    let lines = furniture.flat_map(|section| section.span.of(&source.body).lines());
    let credit = |line: &&str| {
        let lower = line.to_lowercase();
        let known = CREDITS.iter().any(|words| lower.contains(words));
        known && line.split_whitespace().count() <= LONGEST_CREDIT
    };
    lines
        .map(str::trim)
        .filter(credit)
        .map(str::to_owned)
        .collect()
}
