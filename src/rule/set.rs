//! Compiled rules: what `eval` holds reports against. No TOML, no spans but the places to show.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::value::Tally;
use crate::value::Value;

/// Index into [`Story::entities`].
pub type EntityIndex = usize;
/// Index into [`Story::events`].
pub type EventIndex = usize;

/// Everything a run checks.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    /// One a file, in order of path.
    pub stories: Vec<Story>,
    /// Of `outlets.toml`, in order of the file.
    pub outlets: Vec<Outlet>,
    /// Of `rulings.toml`, in order of the file.
    pub rulings: Vec<Ruling>,
}

impl RuleSet {
    /// The claims that a person means by `name`: `story/claim`, or the claim's id alone in whatever stories have it.
    pub fn claims_called(&self, name: &str) -> Vec<(&Story, usize)> {
        let (of, id) = match name.split_once('/') {
            Some((story, id)) => (Some(story), id),
            None => (None, name),
        };
        let stories = self.stories.iter();
        let stories = stories.filter(|story| of.is_none_or(|of| of == story.id));
        let claim = |story: &Story| story.claims.iter().position(|claim| claim.id == id);
        stories
            .filter_map(|story| Some((story, claim(story)?)))
            .collect()
    }
}

/// Where something stands in a rule file, with the line to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// The rule file.
    pub path: String,
    /// From 1.
    pub line: u32,
    /// From 1, in code points.
    pub column: u32,
    /// The line; a very long one is cut to what is around the place.
    pub text: String,
    /// Code points of `text` before the place: `column - 1` unless the line was cut.
    pub indent: u32,
    /// Code points from `column` to point at.
    pub width: u32,
}

/// One rule file.
#[derive(Clone, Debug)]
pub struct Story {
    /// `story.id`.
    pub id: String,
    /// `story.title`.
    pub title: String,
    /// The rule file.
    pub path: String,
    /// Times without a zone are of this one.
    pub zone: TimeZone,
    /// People, bodies, places, in order of the file.
    pub entities: Vec<Entity>,
    /// Events, in order of the file.
    pub events: Vec<Event>,
    /// Claims: the events' own facts and the `[[claim]]` tables, in order of the file.
    pub claims: Vec<Claim>,
    /// Suppressions; those of `rulings.toml` for this story among them.
    pub ignores: Vec<Ignore>,
    /// The claims' tests, in order of the file.
    pub tests: Vec<ClaimTest>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum EntityKind {
    #[default]
    Person,
    Body,
    Place,
    Thing,
}

/// A person, body, place or thing with its names.
#[derive(Clone, Debug)]
pub struct Entity {
    /// The key in the file.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The right name.
    pub name: String,
    /// The family name, so that the given name alone is a fault of naming.
    pub family: Option<String>,
    /// Other right names, titles and roles.
    pub also: Vec<String>,
    /// Right, but not our style: a note.
    pub style: Vec<String>,
    /// Known wrong spellings.
    pub misspelt: Vec<String>,
    /// The place that holds this place, as entity or as a plain name.
    pub within: Vec<String>,
    /// Where it is declared.
    pub place: Place,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// The key in the file.
    pub id: String,
    /// Its words: nouns and verbs in any form that the author listed.
    pub what: Vec<String>,
    /// Participants.
    pub who: Vec<EntityIndex>,
    /// Where.
    pub at: Option<EntityIndex>,
    /// When, as written, with the clock time where there is one: a [`Value::Date`]. The claims made of it are
    /// `event.when` (the day alone) and `event.time`.
    pub when: Option<Value>,
    /// Reports from before are pending on it.
    pub known_from: Option<Timestamp>,
    /// `each = "source"`: a template that binds to each source's own main incident.
    pub each_source: bool,
    /// Where it is declared.
    pub place: Place,
}

/// Which kind of value a claim is about, and so which mentions can speak of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the words say it; docs/rules.md has a table for each"
)]
pub enum Kind {
    Duration,
    /// Rights are [`Value::Count`].
    Count,
    Money,
    Percent,
    Quantity,
    Age,
    /// Rights are [`Value::Date`].
    Date,
    /// Rights are [`Value::TimeOfDay`], or a [`Value::Date`] as fine as an hour where the day is known too (`event.time`):
    /// without an `offset` both are local to the story's zone.
    Time,
    /// Rights are the earlier [`Value::Date`]: the last time before.
    Since,
    Place,
    Name,
    Choice,
    Occurred,
    Quote,
    Order,
    /// Rights are [`Value::Duration`].
    Notice,
    Total,
}

impl Kind {
    /// As rule files write it.
    pub fn word(self) -> &'static str {
        super::keys::KINDS
            .iter()
            .find(|(_, known, _)| *known == self)
            .map_or("", |(word, ..)| word)
    }

    /// Whether it is when or where something took place.
    pub(crate) fn is_setting(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Place)
    }

    /// Whether it is how many or how much: what can be parted, added up and rise.
    pub(crate) fn is_sum(self) -> bool {
        matches!(
            self,
            Self::Count | Self::Quantity | Self::Money | Self::Percent
        )
    }

    /// Whether it is a sum or a length of time.
    pub(crate) fn is_figure(self) -> bool {
        self.is_sum() || self == Self::Duration
    }
}

/// How much a wrong report matters.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Weight 1.
    Minor,
    /// Weight 3.
    #[default]
    Major,
    /// Weight 9.
    Critical,
}

/// One right value.
#[derive(Clone, Debug)]
pub struct Right {
    /// The value.
    pub value: Value,
    /// As the author wrote it, for people.
    pub text: String,
    /// «without the dinner».
    pub meaning: Option<String>,
    /// Accepted distance in the value's base unit (seconds, years, amount …); `None`: half the last stated place.
    pub tolerance: Option<f64>,
    /// Who says so; empty: a fact.
    pub by: Vec<EntityIndex>,
    /// Known from.
    pub from: Option<Timestamp>,
    /// Where it comes from.
    pub because: Option<String>,
}

/// A value that changed while reports were written.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Steps in order of time.
    pub steps: Vec<Right>,
    /// Any figure between the first and the last step is a stage.
    pub rising: bool,
    /// How long after a step the one before is still fresh.
    pub grace: SignedDuration,
    /// Values that some sources had ahead of the record and that were confirmed later.
    pub ahead: Vec<Right>,
}

/// What a claim expects.
#[derive(Clone, Debug)]
pub enum Expected {
    /// Any of these is right. Empty: nothing to hold against; values are `stated`.
    AnyOf(Vec<Right>),
    /// Right at its time.
    Timeline(Timeline),
    /// The place of the event, or places any of which is right. Empty: nothing to hold against.
    Places(Vec<EntityIndex>),
    /// The spelling of this entity's name.
    Name(EntityIndex),
    /// Wordings: right, loose (a note), wrong. Phrases, matched by words.
    Choice {
        /// Right.
        right: Vec<String>,
        /// A note only.
        loose: Vec<String>,
        /// Contradicted.
        wrong: Vec<String>,
    },
    /// The event took place, or did not (a rumour).
    Occurred(bool),
    /// The words that `by` said.
    Quote {
        /// The words.
        words: Vec<String>,
        /// Who said them.
        by: Vec<EntityIndex>,
    },
    /// These events, first to last.
    Order(Vec<EventIndex>),
    /// The sum of these claims (indices into [`Story::claims`]).
    Total {
        /// The parts.
        of: Vec<usize>,
        /// The stated sum, if the author gave one.
        rights: Vec<Right>,
    },
}

/// One checkable statement.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Within the story: `xi-meeting.lasted`, `last-visit`. Reports say `story/claim`.
    pub id: String,
    /// What kind of value speaks of it.
    pub kind: Kind,
    /// The event it is about.
    pub event: Option<EventIndex>,
    /// Whom or what it is about, where that is not the whole event: the person whose age it is.
    pub who: Vec<EntityIndex>,
    /// What is right.
    pub expected: Expected,
    /// Words that must stand near a value for it to speak of this claim («wounded»), besides the kind's own.
    pub words: Vec<String>,
    /// Words of what is counted or measured: a count's noun («bombs», «victims»), a dimension («magnitude»).
    pub of: Vec<String>,
    /// For a count of people: what became of them (`killed`, `injured`, `missing`, `arrested`), whether from the event's
    /// own fact or from `tally = "killed"` in the claim.
    pub tally: Option<Tally>,
    /// For `since`: what it is the first of («US Secretary of State»).
    pub first: Option<EntityIndex>,
    /// The author does not know: nobody is accused, the sources' own agreement is inferred.
    pub disputed: bool,
    /// How much it matters.
    pub severity: Severity,
    /// Where the expected value comes from.
    pub because: Option<String>,
    /// Reports from before are pending; the event's unless the claim has its own.
    pub known_from: Option<Timestamp>,
    /// Compares sets.
    pub many: bool,
    /// Its place in the rule file, to show: the expected value.
    pub place: Place,
}

/// A suppression.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// `story/claim`.
    pub claim: String,
    /// The source, by id or path; `None`: all.
    pub source: Option<String>,
    /// Hash of the passage, where it is bound to one.
    pub hash: Option<String>,
    /// Why.
    pub reason: String,
    /// Lapses then.
    pub until: Option<jiff::civil::Date>,
    /// Where it is declared.
    pub place: Place,
}

/// A `[[claim.test]]`: what a report might write, and what it should get.
#[derive(Clone, Debug)]
pub struct ClaimTest {
    /// Index into [`Story::claims`].
    pub claim: usize,
    /// Its place in the file: which `[[claim]]`, and which `[[claim.test]]` of it, both from 0.
    pub index: (usize, usize),
    /// What the report says.
    pub text: String,
    /// Its headline.
    pub title: Option<String>,
    /// Its publisher.
    pub outlet: Option<String>,
    /// Published not before and not after.
    pub published: Option<(Timestamp, Timestamp)>,
    /// What it should get, as in the rule language: `supported`.
    pub verdict: String,
    /// What should be wrong with it.
    pub fault: Option<String>,
    /// What should have been read.
    pub value: Option<Right>,
    /// A known gap.
    pub todo: Option<String>,
    /// A remark.
    pub why: Option<String>,
    /// The `verdict` in the rule file.
    pub place: Place,
}

/// A publisher's names and zone.
#[derive(Clone, Debug)]
pub struct Outlet {
    /// The key in the file.
    pub id: String,
    /// How reports shall call it.
    pub name: String,
    /// Other spellings, domains.
    pub also: Vec<String>,
    /// Its clock is of this zone.
    pub zone: Option<TimeZone>,
    /// Where it is declared.
    pub place: Place,
}

/// What a person decided on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// The finding is right.
    Confirm,
    /// The finding is wrong, and counts no more.
    Overturn,
    /// The finding is right, and the outlet has corrected it since: it counts half.
    Correct,
    /// The outlet disputes it: it stands, unreviewed, until a person confirms or overturns it.
    Dispute,
}

/// A person's decision on a finding.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// `story/claim`.
    pub claim: String,
    /// The source, by id or path.
    pub source: String,
    /// Hash of the passage: the ruling ends when the words change.
    pub passage: String,
    /// What was decided.
    pub decision: Decision,
    /// Who decided.
    pub by: String,
    /// When.
    pub date: jiff::civil::Date,
    /// Why.
    pub reason: String,
    /// Lapses then.
    pub until: Option<jiff::civil::Date>,
    /// Where it is declared.
    pub place: Place,
}
