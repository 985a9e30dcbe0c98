//! Every code a rule file can be answered with: what it means, why, and the smallest file that makes it.
//!
//! In: nothing. Out: the table that `explain CODE` and the tests read.

use crate::diagnostic::Level;

/// A diagnostic code of rule files.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Kebab-case and permanent.
    pub code: &'static str,
    /// How loud.
    pub level: Level,
    /// What it is and why it matters, in a sentence or two.
    pub what: &'static str,
    /// A file that makes it; lines `#: name.toml` begin a further file. `None` where no text can make it.
    pub example: Option<&'static str>,
    /// The same file with the mistake mended.
    pub mended: Option<&'static str>,
}

impl Code {
    /// The files of its example, or of the example mended, by path.
    pub fn files(&self, example: &str) -> Vec<(String, String)> {
        let mut files = vec![(format!("{}.toml", self.code), String::new())];
        for line in example.lines() {
            if let Some(name) = line.strip_prefix("#: ") {
                files.push((name.to_owned(), String::new()));
            } else if let Some((_, text)) = files.last_mut() {
                text.push_str(line);
                text.push('\n');
            }
        }
        files
    }
}

const fn error(
    code: &'static str,
    what: &'static str,
    (example, mended): (&'static str, &'static str),
) -> Code {
    Code {
        code,
        level: Level::Error,
        what,
        example: Some(example),
        mended: Some(mended),
    }
}

const fn warning(
    code: &'static str,
    what: &'static str,
    example: (&'static str, &'static str),
) -> Code {
    Code {
        level: Level::Warning,
        ..error(code, what, example)
    }
}

/// The file that makes a code, and the file that doesn't.
macro_rules! files {
    ($code:literal) => {
        (
            include_str!(concat!("../../tests/rule-errors/", $code, ".toml")),
            include_str!(concat!("../../tests/rule-right/", $code, ".toml")),
        )
    };
}

const fn of_disk(code: &'static str, what: &'static str) -> Code {
    Code {
        code,
        level: Level::Error,
        what,
        example: None,
        mended: None,
    }
}

/// All codes, by name.
pub const CODES: &[Code] = &[
    warning(
        "rule-ambiguous-date",
        "A date in figures alone is read the day first in one country and the month first in another, so either is right.",
        files!("rule-ambiguous-date"),
    ),
    error(
        "rule-bad-date",
        "A date that can't be read where an instant is wanted: `from`, `known-from`, `published`, `until`.",
        files!("rule-bad-date"),
    ),
    error(
        "rule-bad-id",
        "Ids stand in reports, on the command line and in links, so they have small letters, digits and hyphens only.",
        files!("rule-bad-id"),
    ),
    error(
        "rule-bad-tolerance",
        "A tolerance is a distance in the value's own terms: minutes for a duration, the same currency for money.",
        files!("rule-bad-tolerance"),
    ),
    error(
        "rule-bad-total",
        "Only numbers of one kind can be added up.",
        files!("rule-bad-total"),
    ),
    error(
        "rule-bad-value",
        "The words are no value of the kind. Values are read as in reports: number and unit, day and month.",
        files!("rule-bad-value"),
    ),
    warning(
        "rule-both-ways",
        "A word of a choice stands in two of its lists, or a spelling is both right and misspelt: whoever uses it is contradicted.",
        files!("rule-both-ways"),
    ),
    error(
        "rule-claim-on-nothing",
        "A claim without event, person or words would listen to every value of every report.",
        files!("rule-claim-on-nothing"),
    ),
    error(
        "rule-count-of-what",
        "A count must say what is counted, or any number near the event would speak of it.",
        files!("rule-count-of-what"),
    ),
    error(
        "rule-duplicate-id",
        "Two claims have the same id; a verdict could not be told from the other's.",
        files!("rule-duplicate-id"),
    ),
    error(
        "rule-duplicate-key",
        "A key or a table is there twice; one of the two would be lost.",
        files!("rule-duplicate-key"),
    ),
    error(
        "rule-duplicate-outlet",
        "Two outlets have one name; reports could not be told apart.",
        files!("rule-duplicate-outlet"),
    ),
    error(
        "rule-duplicate-story",
        "Two files have the same story id.",
        files!("rule-duplicate-story"),
    ),
    error(
        "rule-empty-list",
        "A list of values without a value says nothing (`{}` says that no value is known), and an event without words is never found.",
        files!("rule-empty-list"),
    ),
    error(
        "rule-empty-text",
        "A text of blanks only.",
        files!("rule-empty-text"),
    ),
    warning(
        "rule-late-known-from",
        "Reports from before `known-from` are pending. If every step of a timeline lies before it, no report is held against the steps while they were news.",
        files!("rule-late-known-from"),
    ),
    error(
        "rule-missing-key",
        "The table can't do without this key.",
        files!("rule-missing-key"),
    ),
    warning(
        "rule-never-read",
        "A report is read for a story if it names one of its entities or, where there is none, an event. A story without either is never looked at.",
        files!("rule-never-read"),
    ),
    warning(
        "rule-never-right",
        "No report can be right about this: half a person, a last time after this time, an order against the events' own days, a total that is not the sum of its parts.",
        files!("rule-never-right"),
    ),
    warning(
        "rule-never-wrong",
        "No report can be wrong about this: every value there could be is right, or the event is a template, which holds nothing against anybody.",
        files!("rule-never-wrong"),
    ),
    error(
        "rule-no-from",
        "A step of a timeline must say since when it is known, or nothing is outdated by it.",
        files!("rule-no-from"),
    ),
    error(
        "rule-no-kind",
        "The kind after `expect.` says what sort of value speaks of the claim.",
        files!("rule-no-kind"),
    ),
    error(
        "rule-no-story",
        "Every rule file is about one story and says which.",
        files!("rule-no-story"),
    ),
    error(
        "rule-no-timeline",
        "`rising`, `grace` and `ahead` speak of the steps of a timeline.",
        files!("rule-no-timeline"),
    ),
    error(
        "rule-no-value",
        "A claim of its own says what is right with `expect`.",
        files!("rule-no-value"),
    ),
    of_disk("rule-none", "A folder of rules without a rule file in it."),
    error(
        "rule-not-a-place",
        "Something can't take place in a person.",
        files!("rule-not-a-place"),
    ),
    error(
        "rule-not-in-order",
        "The steps of a timeline are in order of time.",
        files!("rule-not-in-order"),
    ),
    of_disk("rule-not-utf8", "Rule files are UTF-8 text."),
    warning(
        "rule-overlapping-claims",
        "Two claims of one event listen to the same values and expect different ones: whatever a report says, one of them is contradicted.",
        files!("rule-overlapping-claims"),
    ),
    error(
        "rule-place-loop",
        "A place can't lie in itself, not even by way of another.",
        files!("rule-place-loop"),
    ),
    warning(
        "rule-same-test",
        "Two tests of a claim have the same text: one of them is not needed, or they want different things.",
        files!("rule-same-test"),
    ),
    warning(
        "rule-shared-name",
        "A name of two entities: nobody can tell whom a report means by it.",
        files!("rule-shared-name"),
    ),
    warning(
        "rule-stray-test",
        "A test belongs to the last `[[claim]]` above it. Under an entity or an event it tests something else than it seems to.",
        files!("rule-stray-test"),
    ),
    error(
        "rule-syntax",
        "The file is no TOML here.",
        files!("rule-syntax"),
    ),
    error(
        "rule-too-few",
        "An order or a total of fewer than two things.",
        files!("rule-too-few"),
    ),
    of_disk(
        "rule-too-many-mistakes",
        "Only the first two hundred mistakes of a file are shown.",
    ),
    error(
        "rule-two-kinds",
        "A claim expects one kind of value.",
        files!("rule-two-kinds"),
    ),
    error(
        "rule-unknown-claim",
        "No claim of the story has this id.",
        files!("rule-unknown-claim"),
    ),
    error(
        "rule-unknown-entity",
        "No entity of the file has this id or name.",
        files!("rule-unknown-entity"),
    ),
    error(
        "rule-unknown-event",
        "No event of the file has this id.",
        files!("rule-unknown-event"),
    ),
    error(
        "rule-unknown-fault",
        "No discrepancy has a fault of this name.",
        files!("rule-unknown-fault"),
    ),
    error(
        "rule-unknown-format",
        "The file is written for another version of the rule language.",
        files!("rule-unknown-format"),
    ),
    error(
        "rule-unknown-key",
        "The table has no such key. A misspelt key that was passed over would be a fact that is never checked.",
        files!("rule-unknown-key"),
    ),
    error(
        "rule-unknown-kind",
        "There is no such kind of value.",
        files!("rule-unknown-kind"),
    ),
    error(
        "rule-unknown-timezone",
        "Not a name of the time zone database.",
        files!("rule-unknown-timezone"),
    ),
    error(
        "rule-unknown-verdict",
        "There is no such verdict.",
        files!("rule-unknown-verdict"),
    ),
    error(
        "rule-unknown-word",
        "The key takes one of a few words, and this is none of them.",
        files!("rule-unknown-word"),
    ),
    of_disk("rule-unreadable", "The file or folder can't be opened."),
    warning(
        "rule-vague-event",
        "An event with neither participants nor place is told from others by its words alone.",
        files!("rule-vague-event"),
    ),
    error(
        "rule-value-given-twice",
        "One thing is said in two places, and they could differ.",
        files!("rule-value-given-twice"),
    ),
    warning(
        "rule-wide-tolerance",
        "A tolerance as wide as the value: nearly nothing can be wrong.",
        files!("rule-wide-tolerance"),
    ),
    error(
        "rule-wrong-type",
        "A text where a number belongs, one value where a list belongs, or the other way round.",
        files!("rule-wrong-type"),
    ),
];
