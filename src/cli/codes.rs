//! What each diagnostic code means, beside those of rule files and their tests, which `rule` explains with an example each.
//!
//! In: nothing. Out: the table that `explain CODE` reads; a test holds it to the codes that the program uses.

/// Code, what it means and why, wrong, right.
pub const CODES: &[(&str, &str, &str, &str)] = &[
    (
        "ignore-lapsed",
        "An `[[ignore]]` was given until a day that has passed (`--as-of`), so it ignores nothing any more. A finding that is left out must be looked at again from time to time.",
        "until = \"1 March 2024\"  # and today is later",
        "remove the ignore, or give it a later day and a reason",
    ),
    (
        "ignore-unused",
        "An `[[ignore]]` matches no finding: the claim, the source or the passage is another. What ignores nothing only hides that something was once wrong.",
        "source = \"corpus/old-name.md\"",
        "source = \"corpus/new-name.md\", or remove it",
    ),
    (
        "ruling-changed",
        "The passage that a ruling was made on has been changed since. A decision on other words is none, so the finding counts as unreviewed.",
        "passage = \"1f3a…\"  # of an older text",
        "read the passage again, then write its new hash",
    ),
    (
        "ruling-lapsed",
        "A ruling was given until a day that has passed (`--as-of`).",
        "until = \"1 March 2024\"  # and today is later",
        "decide again",
    ),
    (
        "ruling-unused",
        "A ruling matches no finding: the claim, the source or the passage is another, or the report has been mended.",
        "claim = \"orla-fire/fire.kiled\"",
        "claim = \"orla-fire/fire.killed\", or remove it",
    ),
    (
        "source-bad-json",
        "A line of a `.jsonl` or `.ndjson` file is no JSON object. It is counted as unread; the other lines are read.",
        "{\"id\": \"a\" \"text\": \"…\"}",
        "{\"id\": \"a\", \"text\": \"…\"}",
    ),
    (
        "source-bad-time",
        "A time in the metadata of a report can't be read. The report is checked, but not against the clock.",
        "published = \"yesterday\"",
        "published = 2024-03-04T09:00:00+01:00",
    ),
    (
        "source-bad-toml",
        "Front matter or a manifest is no TOML. The report is checked without what stands there.",
        "outlet = Harbour Post",
        "outlet = \"Harbour Post\"",
    ),
    (
        "source-empty",
        "A report has no words to read: an empty file, or nothing but front matter, menus and links. It is listed as not read. If you named it yourself, the run ends with exit code 2: nothing was checked.",
        "an empty draft.md",
        "the text of the draft",
    ),
    (
        "source-encoding",
        "A report is not UTF-8. It is decoded by what it looks like; letters that fit no encoding become «\u{fffd}».",
        "a page saved as Windows-1252 and called UTF-8",
        "save it as UTF-8",
    ),
    (
        "source-foreign",
        "A report that you named is in another language, or its metadata says so. Reports are read in English only. In a folder such reports are listed as not read, and are no error.",
        "language = \"de\"",
        "an English text, or no report in another language among those you name",
    ),
    (
        "source-front-matter",
        "Metadata stands between `---`. It is left out of the text, but factcheck reads only TOML between `+++`.",
        "---\noutlet: Harbour Post\n---",
        "+++\noutlet = \"Harbour Post\"\n+++",
    ),
    (
        "source-incomplete",
        "A report has no outlet or no time. It is checked, but no outlet is scored by it, or nothing in it is wrong by the clock.",
        "a text without front matter",
        "+++\noutlet = \"Harbour Post\"\npublished = 2024-03-04\n+++",
    ),
    (
        "source-link",
        "A link in a folder leads to another folder, or nowhere. It is not followed, and no error.",
        "corpus/again -> corpus",
        "remove the link",
    ),
    (
        "source-listed-missing",
        "A manifest lists a file that is not there.",
        "file = \"one.text\"",
        "file = \"one.txt\"",
    ),
    (
        "source-listed-twice",
        "A manifest lists a file twice; the first counts.",
        "two [[article]] with file = \"one.txt\"",
        "one [[article]] a file",
    ),
    (
        "source-no-file",
        "An `[[article]]` of a manifest names no file.",
        "[[article]]\noutlet = \"Harbour Post\"",
        "[[article]]\nfile = \"one.txt\"\noutlet = \"Harbour Post\"",
    ),
    (
        "source-no-text",
        "A JSON line has no `text`, an empty one, or one that is no string. There is nothing to check.",
        "{\"id\": \"a\", \"body\": \"…\"}",
        "{\"id\": \"a\", \"text\": \"…\"}",
    ),
    (
        "source-none",
        "A folder that you named holds no report: no `.txt`, `.md`, `.html`, `.htm`, `.jsonl` or `.ndjson` file, and no `corpus.toml` that lists others. Files called README are no reports.",
        "factcheck notes/  # which holds notes.docx only",
        "save reports as text, or name the right folder",
    ),
    (
        "source-not-text",
        "A file holds no text, whatever its name says: a picture, an archive, a PDF, a document of an office program.",
        "a PDF called report.txt",
        "save its text",
    ),
    (
        "source-open-front-matter",
        "Front matter begins with `+++` and never ends, so that nothing tells metadata from report.",
        "+++\noutlet = \"Harbour Post\"\nThe ferry …",
        "+++\noutlet = \"Harbour Post\"\n+++\nThe ferry …",
    ),
    (
        "source-passed-over",
        "A folder holds files that are no reports by their names. They are not read, and counted by extension. A file that you name yourself is read whatever it is called; a `corpus.toml` may list others.",
        "reports/a.wire beside reports/b.txt",
        "[[article]]\nfile = \"a.wire\"",
    ),
    (
        "source-same-id",
        "Two reports have one id. Both are checked; the second gets its place behind its id, so that findings can be told apart.",
        "id = \"a\" in two files",
        "an id for each, or none: then the path is it",
    ),
    (
        "source-twice",
        "Two of the paths that you gave lead to one file. It is read once.",
        "factcheck reports reports/a.md",
        "factcheck reports",
    ),
    (
        "source-unknown-key",
        "The metadata of a report has a key that factcheck doesn't know.",
        "outled = \"Harbour Post\"",
        "outlet = \"Harbour Post\"",
    ),
    (
        "source-unreadable",
        "A report can't be read from the disk. The others are; the run ends with exit code 2 if there are more than `--max-problems`.",
        "a path that is not there",
        "look at the path and its rights",
    ),
    (
        "source-wrong-type",
        "A key of the metadata has a value of another type than it needs.",
        "outlet = 7",
        "outlet = \"Seven\"",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that stand in a source file, with the prefixes that this table explains.
    fn codes_in(text: &str) -> Vec<String> {
        text.split('"')
            .filter(|word| {
                ["source-", "ignore-", "ruling-"]
                    .iter()
                    .any(|prefix| word.starts_with(prefix))
            })
            .filter(|word| {
                word.len() > 8
                    && !word.ends_with('-')
                    && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            })
            .map(str::to_owned)
            .collect()
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a test that reads the program's own text"
    )]
    fn every_code_that_the_program_uses_is_explained() {
        let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut seen = std::collections::BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("src is there") {
                let path = entry.expect("readable").path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("cli/codes.rs") {
                    let text = std::fs::read_to_string(&path).expect("readable");
                    // What stands in tests may be made up.
                    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
                    seen.extend(codes_in(text));
                }
            }
        }
        let explained: std::collections::BTreeSet<String> =
            CODES.iter().map(|(code, ..)| (*code).to_owned()).collect();
        assert_eq!(seen, explained);
    }
}
