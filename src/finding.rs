//! What a run finds: plain data, from `eval` to `score` and `report`, and in saved runs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::span::Part;

mod shared;
pub use shared::Shared;

/// What a source says of a claim.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Right.
    Supported,
    /// Wrong.
    Contradicted,
    /// Says both in its own voice.
    Mixed,
    /// Right for an earlier value, stale beyond grace at every moment of publication.
    Outdated,
    /// True but too wide to tell.
    Vague,
    /// A value was read and there is nothing to hold it against.
    Stated,
    /// From before it could be known; asserts nothing of it.
    Pending,
    /// Says nothing on it. Never stored: what is not found is silent.
    Silent,
}

impl Verdict {
    /// As rule files and reports write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Contradicted => "contradicted",
            Self::Mixed => "mixed",
            Self::Outdated => "outdated",
            Self::Vague => "vague",
            Self::Stated => "stated",
            Self::Pending => "pending",
            Self::Silent => "silent",
        }
    }
}

/// What is wrong with a contradicting evidence.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// Another value.
    Value,
    /// A right value from the wrong mouth.
    Speaker,
    /// Wrong for its time.
    Time,
    /// Its own figures don't add up.
    Arithmetic,
    /// Not what was said.
    Quote,
    /// A name misspelt.
    Spelling,
    /// A loose or wrong word.
    Wording,
}

impl Fault {
    /// As rule files and reports write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Speaker => "speaker",
            Self::Time => "time",
            Self::Arithmetic => "arithmetic",
            Self::Quote => "quote",
            Self::Spelling => "spelling",
            Self::Wording => "wording",
        }
    }
}

/// Re-exported for readers of findings.
pub use crate::rule::Severity;
/// Re-exported for readers of findings.
pub use crate::text::Stance;
/// Re-exported for readers of findings.
pub use crate::value::Hedge;

/// A mention bound to a claim: the words behind a verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The source's file.
    pub path: Shared,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// First byte into the source's body.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The sentence around it.
    pub sentence: Shared,
    /// Byte of `sentence` at which `text` starts.
    pub sentence_offset: u32,
    /// The words.
    pub text: Shared,
    /// The value as read, for people.
    pub value: Shared,
    /// How the wording bends it.
    pub hedge: Option<Hedge>,
    /// How the source stands to it.
    pub stance: Stance,
    /// Who says so, if not the source.
    pub speaker: Option<Shared>,
    /// The part of the page.
    pub part: Part,
    /// What this evidence alone says of the claim.
    pub verdict: Verdict,
    /// What is wrong with it.
    pub fault: Option<Fault>,
    /// A remark: «loose wording», «also right elsewhere».
    pub note: Option<Shared>,
}

/// Claim × source → verdict + evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// `story/claim`.
    pub claim: Shared,
    /// The source's id.
    pub source: Shared,
    /// Its outlet.
    pub outlet: Option<Shared>,
    /// The verdict.
    pub verdict: Verdict,
    /// What is wrong, for contradicted and mixed.
    pub fault: Option<Fault>,
    /// What the source states, in the claim's unit.
    pub stated: Option<Shared>,
    /// What the rule expects, in the claim's unit.
    pub expected: Option<Shared>,
    /// For a numeric claim, the stated value and the expected one in base units; for truth inference.
    pub stated_value: Option<f64>,
    /// The same for a categorical claim: a folded key.
    pub stated_key: Option<Shared>,
    /// Corrected by a note in the same source.
    pub corrected: bool,
    /// The reason of the `[[ignore]]` that keeps it out of exit code and score.
    pub ignored: Option<Shared>,
    /// What a ruling decided.
    pub ruling: Option<Shared>,
    /// Hash of the passage, for rulings and ignores.
    pub passage: Shared,
    /// The words behind it.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// A verdict on a claim in a source, with nothing said of why.
    pub fn new(claim: impl Into<Shared>, source: impl Into<Shared>, verdict: Verdict) -> Self {
        Self {
            claim: claim.into(),
            source: source.into(),
            outlet: None,
            verdict,
            fault: None,
            stated: None,
            expected: None,
            stated_value: None,
            stated_key: None,
            corrected: false,
            ignored: None,
            ruling: None,
            passage: Shared::from(""),
            evidence: Vec::new(),
        }
    }
}

/// A source that has a finding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceRecord {
    /// Unique in a run.
    pub id: Shared,
    /// The file.
    pub path: Shared,
    /// Number within an archive.
    pub record: u64,
    /// Line of its file on which the record stands, from 1; none where the file is one report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Byte offset within its file.
    pub offset: u64,
    /// SHA-256 of the raw bytes.
    pub sha256: String,
    /// Who published it.
    pub outlet: Option<Shared>,
    /// Where it stands on the web, if it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whose copy it is.
    pub origin: Option<Shared>,
    /// Kept out of the news score when not `news`.
    pub genre: Option<String>,
    /// Kept out of the news score.
    pub translated_from: Option<String>,
    /// Publication, as an interval: ISO instants.
    pub published: Option<(String, String)>,
    /// The stories it was read for.
    pub stories: Vec<String>,
    /// Copies of one text share a number.
    pub copy_group: Option<u32>,
    /// Values read and held against a claim.
    pub checked: u32,
    /// Values read and not checked.
    pub unchecked: u32,
    /// `MinHash` sketch of the text.
    pub sketch: Vec<u32>,
    /// Credit lines read («Reuters contributed»).
    pub credits: Vec<String>,
    /// Why it was not read.
    pub unread: Option<String>,
}

impl SourceRecord {
    /// Where it stands, as reports show it and `explain` takes it.
    pub fn place(&self) -> String {
        place(&self.path, &self.id, self.line)
    }
}

/// A source's place: its file and, where that holds one record a line, `#` and its id.
pub(crate) fn place(path: &str, id: &str, line: Option<u64>) -> String {
    let numbered = id.strip_prefix(path).is_some_and(|id| id.starts_with('#'));
    match line {
        Some(_) if numbered => id.to_owned(),
        Some(_) => format!("{path}#{id}"),
        None => path.to_owned(),
    }
}

/// One count of the ledger: how many findings share this key. Ledgers merge by addition.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct LedgerKey {
    /// Outlet; empty for unnamed.
    pub outlet: String,
    /// Story.
    pub story: String,
    /// `story/claim`.
    pub claim: String,
    /// Verdict.
    pub verdict: Verdict,
    /// Hedge of the deciding evidence.
    pub hedge: Option<Hedge>,
    /// Stance of the deciding evidence.
    pub stance: Stance,
    /// Fault.
    pub fault: Option<Fault>,
    /// Copy group; 0: none.
    pub copy_group: u32,
    /// The origin of the copy has the same fault.
    pub inherited: bool,
    /// Corrected by a note in the same source.
    pub corrected: bool,
    /// A person has ruled on it and let it stand.
    pub reviewed: bool,
}

/// Integer counts of findings, in key order.
pub type Ledger = std::collections::BTreeMap<LedgerKey, u64>;

/// A claim as a report tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimRecord {
    /// `story/claim`.
    pub id: String,
    /// Kind, as in the rule language.
    pub kind: String,
    /// Severity.
    pub severity: crate::rule::Severity,
    /// The expected value, for people.
    pub expected: Option<String>,
    /// Line in the rule file.
    pub line: u32,
    /// Where it stands, with the line to show.
    pub place: crate::rule::Place,
    /// Where the expected value comes from.
    pub because: Option<String>,
    /// Nobody is accused.
    pub disputed: bool,
    /// Of a template event: about another incident in each source, so sources can't agree on it.
    #[serde(default)]
    pub each_source: bool,
}

/// A rule file as a report tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RuleRecord {
    /// The file.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Story id.
    pub story: String,
    /// Story title.
    pub title: String,
    /// Its claims.
    pub claims: Vec<ClaimRecord>,
}

/// What `eval` hands on: everything found, before scoring.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// The rule files.
    pub rules: Vec<RuleRecord>,
    /// Sources with a finding, in order of arrival.
    pub sources: Vec<SourceRecord>,
    /// Findings that are not silent, in order of source, then claim.
    pub findings: Vec<Finding>,
    /// Load errors, panics, lapsed ignores.
    pub problems: Vec<Diagnostic>,
    /// Sources read in all.
    pub read: u64,
    /// Sources left at the gate.
    pub irrelevant: u64,
    /// Sources that could not be read.
    pub unread: u64,
    /// Values read and not checked, if asked for.
    pub unchecked: Vec<Unchecked>,
}

/// A value that was read and held against no claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unchecked {
    /// The source's id.
    pub source: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// First byte into the source's body.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The value as read, for people.
    pub value: String,
    /// The sentence around it.
    pub sentence: String,
    /// Why it was left alone: «no claim of this kind», «no event near».
    pub why: String,
}

/// How an outlet did on the claims of a run. `score` fills it; one outlet and one claim is one trial.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutletRecord {
    /// The outlet.
    pub outlet: String,
    /// Sources that count for it.
    pub sources: u32,
    /// Trials with a verdict that counts.
    pub checked: u32,
    /// Trials in which it was wrong at least once; raw, before any inference.
    pub wrong: u32,
    /// The claims it was wrong on, `story/claim`.
    pub wrong_claims: Vec<String>,
    /// Of those, the ones on which it says the right as well, so that they count half.
    #[serde(default)]
    pub mixed_claims: Vec<String>,
    /// Of the wrong ones, those that stood in the origin of its copy already.
    pub inherited: u32,
    /// Wrong trials that no person has ruled on; more than none: the score is unreviewed.
    pub unreviewed: u32,
    /// Names misspelt, in a ledger of their own.
    pub spelling: u32,
    /// Loose or wrong words, in a ledger of their own.
    pub wording: u32,
    /// The share of claims it gets right, estimated; `None`: too few to say.
    pub reliability: Option<f64>,
    /// 90 % interval of the reliability.
    pub interval: Option<(f64, f64)>,
    /// What its trials are worth as independent ones of equal weight: hedges, severities and shared stories allowed for.
    #[serde(default)]
    pub effective: f64,
    /// Wrong trials that it corrected itself in every source; they count half and are not among the wrong.
    #[serde(default)]
    pub corrected: u32,
    /// Its sources that do not count: opinion, satire, translations.
    #[serde(default)]
    pub left_out: u32,
    /// Best and worst place among the outlets with a reliability, with 90 % probability.
    #[serde(default)]
    pub rank: Option<(u32, u32)>,
    /// How probably it is more reliable than each other outlet with a reliability.
    #[serde(default)]
    pub better_than: Vec<Comparison>,
    /// By kind of claim.
    #[serde(default)]
    pub kinds: Vec<PartRecord>,
    /// By story.
    #[serde(default)]
    pub stories: Vec<PartRecord>,
    /// With a rating from outside as the belief to start from; shown apart from what was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rated: Option<RatedRecord>,
}

/// Two outlets compared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The other.
    pub outlet: String,
    /// That this one is more reliable, from 0 to 1.
    pub probability: f64,
}

/// A part of an outlet's record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartRecord {
    /// The kind of claim, or the story.
    pub name: String,
    /// Trials with a verdict that counts.
    pub checked: u32,
    /// Trials in which it was wrong at least once.
    pub wrong: u32,
    /// As of the whole record; `None`: too few to say.
    pub reliability: Option<f64>,
    /// 90 % interval of the reliability.
    pub interval: Option<(f64, f64)>,
}

/// An outlet's reliability with a rating from outside as prior mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RatedRecord {
    /// The rating, from 0 to 1.
    pub rating: f64,
    /// The reliability that follows.
    pub reliability: f64,
    /// Its 90 % interval.
    pub interval: (f64, f64),
}

/// What the sources of a run agree on, where the rules have no value: inferred, and never mixed with reference results.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TruthRecord {
    /// `story/claim`.
    pub claim: String,
    /// The values stated, most probable first.
    pub values: Vec<TruthValue>,
}

/// A value that sources state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TruthValue {
    /// For people, in the claim's unit.
    pub value: String,
    /// How probable, from 0 to 1.
    pub probability: f64,
    /// Independent voices for it: copies count as one.
    pub voices: u32,
    /// Who states it: outlets, or ids of sources without one.
    pub sources: Vec<String>,
}

/// How a run was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunRecord {
    /// Name and version of the program.
    pub tool: String,
    /// The options that bear on the findings, as given.
    pub options: Vec<String>,
    /// The day on which rulings and ignores may lapse.
    #[serde(rename = "as-of")]
    pub as_of: Option<String>,
    /// Sources read in all.
    pub read: u64,
    /// Sources that no rule speaks of.
    pub irrelevant: u64,
    /// Sources that could not be read.
    pub unread: u64,
}

/// The name and version of the format of [`Report`].
pub const SCHEMA: &str = "factcheck-report/1";

/// A whole run, as it is saved and shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// How it was made.
    pub run: RunRecord,
    /// The rule files.
    pub rules: Vec<RuleRecord>,
    /// Sources with a finding, in order of arrival.
    pub sources: Vec<SourceRecord>,
    /// Findings that are not silent, in order of source, then claim.
    pub findings: Vec<Finding>,
    /// How the outlets did, by name; none in a run over one source.
    pub outlets: Vec<OutletRecord>,
    /// What the sources agree on where the rules have no value.
    pub truths: Vec<TruthRecord>,
    /// Values read and not checked, if asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unchecked: Vec<Unchecked>,
    /// What could not be checked, and what somebody should look at.
    pub problems: Vec<Diagnostic>,
}
