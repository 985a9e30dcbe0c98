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
}

const fn error(code: &'static str, what: &'static str, example: &'static str) -> Code {
    Code {
        code,
        level: Level::Error,
        what,
        example: Some(example),
    }
}

const fn warning(code: &'static str, what: &'static str, example: &'static str) -> Code {
    Code {
        code,
        level: Level::Warning,
        what,
        example: Some(example),
    }
}

const fn of_disk(code: &'static str, what: &'static str) -> Code {
    Code {
        code,
        level: Level::Error,
        what,
        example: None,
    }
}

/// All codes, by name.
pub const CODES: &[Code] = &[
    error(
        "rule-bad-date",
        "A date that can't be read where an instant is wanted: `from`, `known-from`, `published`, `until`.",
        include_str!("../../tests/rule-errors/rule-bad-date.toml"),
    ),
    error(
        "rule-bad-id",
        "Ids stand in reports, on the command line and in links, so they have small letters, digits and hyphens only.",
        include_str!("../../tests/rule-errors/rule-bad-id.toml"),
    ),
    error(
        "rule-bad-tolerance",
        "A tolerance is a distance in the value's own terms: minutes for a duration, the same currency for money.",
        include_str!("../../tests/rule-errors/rule-bad-tolerance.toml"),
    ),
    error(
        "rule-bad-total",
        "Only numbers of one kind can be added up.",
        include_str!("../../tests/rule-errors/rule-bad-total.toml"),
    ),
    error(
        "rule-bad-value",
        "The words are no value of the kind. Values are read as in reports: number and unit, day and month.",
        include_str!("../../tests/rule-errors/rule-bad-value.toml"),
    ),
    error(
        "rule-claim-on-nothing",
        "A claim without event, person or words would listen to every value of every report.",
        include_str!("../../tests/rule-errors/rule-claim-on-nothing.toml"),
    ),
    error(
        "rule-count-of-what",
        "A count must say what is counted, or any number near the event would speak of it.",
        include_str!("../../tests/rule-errors/rule-count-of-what.toml"),
    ),
    error(
        "rule-duplicate-id",
        "Two claims have the same id; a verdict could not be told from the other's.",
        include_str!("../../tests/rule-errors/rule-duplicate-id.toml"),
    ),
    error(
        "rule-duplicate-key",
        "A key or a table is there twice; one of the two would be lost.",
        include_str!("../../tests/rule-errors/rule-duplicate-key.toml"),
    ),
    error(
        "rule-duplicate-outlet",
        "Two outlets have one name; reports could not be told apart.",
        include_str!("../../tests/rule-errors/rule-duplicate-outlet.toml"),
    ),
    error(
        "rule-duplicate-story",
        "Two files have the same story id.",
        include_str!("../../tests/rule-errors/rule-duplicate-story.toml"),
    ),
    error(
        "rule-empty-list",
        "A list of values without a value says nothing. `{}` says that no value is known.",
        include_str!("../../tests/rule-errors/rule-empty-list.toml"),
    ),
    error(
        "rule-empty-text",
        "A text of blanks only.",
        include_str!("../../tests/rule-errors/rule-empty-text.toml"),
    ),
    error(
        "rule-missing-key",
        "The table can't do without this key.",
        include_str!("../../tests/rule-errors/rule-missing-key.toml"),
    ),
    error(
        "rule-no-from",
        "A step of a timeline must say since when it is known, or nothing is outdated by it.",
        include_str!("../../tests/rule-errors/rule-no-from.toml"),
    ),
    error(
        "rule-no-kind",
        "The kind after `expect.` says what sort of value speaks of the claim.",
        include_str!("../../tests/rule-errors/rule-no-kind.toml"),
    ),
    error(
        "rule-no-story",
        "Every rule file is about one story and says which.",
        include_str!("../../tests/rule-errors/rule-no-story.toml"),
    ),
    error(
        "rule-no-timeline",
        "`rising`, `grace` and `ahead` speak of the steps of a timeline.",
        include_str!("../../tests/rule-errors/rule-no-timeline.toml"),
    ),
    error(
        "rule-no-value",
        "A claim of its own says what is right with `expect`.",
        include_str!("../../tests/rule-errors/rule-no-value.toml"),
    ),
    of_disk("rule-none", "A folder of rules without a rule file in it."),
    error(
        "rule-not-a-place",
        "Something can't take place in a person.",
        include_str!("../../tests/rule-errors/rule-not-a-place.toml"),
    ),
    error(
        "rule-not-in-order",
        "The steps of a timeline are in order of time.",
        include_str!("../../tests/rule-errors/rule-not-in-order.toml"),
    ),
    of_disk("rule-not-utf8", "Rule files are UTF-8 text."),
    warning(
        "rule-overlapping-claims",
        "Two claims of one event listen to the same values and expect different ones: whatever a report says, one of them is contradicted.",
        include_str!("../../tests/rule-errors/rule-overlapping-claims.toml"),
    ),
    warning(
        "rule-shared-name",
        "A name of two entities: nobody can tell whom a report means by it.",
        include_str!("../../tests/rule-errors/rule-shared-name.toml"),
    ),
    error(
        "rule-syntax",
        "The file is no TOML here.",
        include_str!("../../tests/rule-errors/rule-syntax.toml"),
    ),
    error(
        "rule-too-few",
        "An order or a total of fewer than two things.",
        include_str!("../../tests/rule-errors/rule-too-few.toml"),
    ),
    of_disk(
        "rule-too-many-mistakes",
        "Only the first two hundred mistakes of a file are shown.",
    ),
    error(
        "rule-two-kinds",
        "A claim expects one kind of value.",
        include_str!("../../tests/rule-errors/rule-two-kinds.toml"),
    ),
    error(
        "rule-unknown-claim",
        "No claim of the story has this id.",
        include_str!("../../tests/rule-errors/rule-unknown-claim.toml"),
    ),
    error(
        "rule-unknown-entity",
        "No entity of the file has this id or name.",
        include_str!("../../tests/rule-errors/rule-unknown-entity.toml"),
    ),
    error(
        "rule-unknown-event",
        "No event of the file has this id.",
        include_str!("../../tests/rule-errors/rule-unknown-event.toml"),
    ),
    error(
        "rule-unknown-fault",
        "No discrepancy has a fault of this name.",
        include_str!("../../tests/rule-errors/rule-unknown-fault.toml"),
    ),
    error(
        "rule-unknown-format",
        "The file is written for another version of the rule language.",
        include_str!("../../tests/rule-errors/rule-unknown-format.toml"),
    ),
    error(
        "rule-unknown-key",
        "The table has no such key. A misspelt key that was passed over would be a fact that is never checked.",
        include_str!("../../tests/rule-errors/rule-unknown-key.toml"),
    ),
    error(
        "rule-unknown-kind",
        "There is no such kind of value.",
        include_str!("../../tests/rule-errors/rule-unknown-kind.toml"),
    ),
    error(
        "rule-unknown-timezone",
        "Not a name of the time zone database.",
        include_str!("../../tests/rule-errors/rule-unknown-timezone.toml"),
    ),
    error(
        "rule-unknown-verdict",
        "There is no such verdict.",
        include_str!("../../tests/rule-errors/rule-unknown-verdict.toml"),
    ),
    error(
        "rule-unknown-word",
        "The key takes one of a few words, and this is none of them.",
        include_str!("../../tests/rule-errors/rule-unknown-word.toml"),
    ),
    of_disk("rule-unreadable", "The file or folder can't be opened."),
    warning(
        "rule-vague-event",
        "An event with neither participants nor place is told from others by its words alone.",
        include_str!("../../tests/rule-errors/rule-vague-event.toml"),
    ),
    error(
        "rule-value-given-twice",
        "One thing is said in two places, and they could differ.",
        include_str!("../../tests/rule-errors/rule-value-given-twice.toml"),
    ),
    warning(
        "rule-wide-tolerance",
        "A tolerance as wide as the value: nearly nothing can be wrong.",
        include_str!("../../tests/rule-errors/rule-wide-tolerance.toml"),
    ),
    error(
        "rule-wrong-type",
        "A text where a number belongs, one value where a list belongs, or the other way round.",
        include_str!("../../tests/rule-errors/rule-wrong-type.toml"),
    ),
];
