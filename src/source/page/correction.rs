//! Correction notes: known by how they begin, or by a sentence inside a paragraph.
//!
//! In: a folded line. Out: whether it is a note or the heading of one, and where one begins inside a paragraph.

use crate::source::page::phrases::begins_with_any;

/// How a correction note begins.
const CORRECTION_BEGINS: &[&str] = &[
    "correction:",
    "corrections:",
    "correction -",
    "correction –",
    "correction —",
    "correction (",
    "correction,",
    "correction appended",
    "corrected:",
    "corrected on",
    "clarification:",
    "clarifications:",
    "clarification -",
    "clarification –",
    "clarification —",
    "corrections and clarifications",
    "corrects",
    "(corrects",
    "refiles to",
    "(refiles to",
];

/// Words inside a sentence that make it, wherever it stands, a correction note.
const CORRECTION_SENTENCES: &[&str] = &[
    "an earlier version of this",
    "a previous version of this",
    "earlier versions of this",
    "previous versions of this",
    "an earlier version of the story",
    "an earlier version of the article",
    "an earlier version incorrectly",
    "this article has been corrected",
    "this article was corrected",
    "this story has been corrected",
    "this story was corrected",
    "this report has been corrected",
    "this article was amended",
    "this article has been amended",
    "this story was amended",
    "this report was amended",
    "this story has been amended",
    "this headline was amended",
    "this article has been updated to correct",
    "this story has been updated to correct",
    "this report has been updated to correct",
    "this article was updated to correct",
    "this story was updated to correct",
    "this post has been updated to correct",
    "a correction was made on",
];

/// How a note of the desk begins, which is a correction if its words say so.
const NOTE_BEGINS: &[&str] = &[
    "editor's note",
    "editors' note",
    "editors note",
    "note:",
    "update:",
    "updated:",
    "publisher's note",
    "note to readers",
];

/// Words that make a note of the desk a correction.
const CORRECTING: &[&str] = &[
    "correct",
    "incorrect",
    "revis",
    "amend",
    "earlier version",
    "previous version",
    "misstat",
    "mistaken",
    "erroneous",
    "wrongly",
    "clarif",
    "error",
];

/// Whether a line without the marks behind it is only the heading of a note.
pub(super) fn is_heading(bare: &str) -> bool {
    matches!(
        bare,
        "correction" | "corrections" | "clarification" | "correction notice"
    )
}

/// Whether a folded line is a correction note.
pub(super) fn is_note(folded: &str) -> bool {
    let corrects = || CORRECTING.iter().any(|word| folded.contains(word));
    (begins_with_any(folded, NOTE_BEGINS) && corrects())
        || begins_with_any(folded, CORRECTION_BEGINS)
        || CORRECTION_SENTENCES
            .iter()
            .any(|start| folded.starts_with(start))
}

/// Where a correction note begins inside a paragraph: behind the end of a sentence; bytes into `line`.
pub(super) fn inside(line: &str) -> Option<usize> {
    line.match_indices(['.', '!', '?', '"', '”'])
        .map(|(at, mark)| {
            let behind = &line[at + mark.len()..];
            line.len() - behind.trim_start_matches([' ', '(', '[', '*']).len()
        })
        .find(|&at| {
            CORRECTION_SENTENCES.iter().any(|start| {
                line.get(at..at + start.len())
                    .is_some_and(|words| words.eq_ignore_ascii_case(start))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_corrects_is_found_inside_its_paragraph() {
        let paragraph = "They met. (An earlier version of this story said otherwise.)";
        assert_eq!(inside(paragraph), paragraph.find("An earlier"));
        assert_eq!(inside("He read an earlier version of this speech."), None);
    }
}
