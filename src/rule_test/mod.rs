//! Runs the tests that stand in rule files.
//!
//! In: compiled rules. Out: for each `[[claim.test]]` what its text got and whether that was wanted, and for each claim
//! whether any test makes it speak. A test's text is a whole source and goes through `eval` as any other. Nothing is
//! printed here.

pub mod mutate;
mod show;
mod slip;
#[cfg(test)]
mod tests;
mod update;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use jiff::SignedDuration;

pub use show::CODES;
pub use show::together;
pub use update::updated;

use crate::eval;
use crate::eval::Plan;
use crate::finding::Fault;
use crate::finding::Finding;
use crate::finding::Verdict;
use crate::lex::parse_value;
use crate::rule::Claim;
use crate::rule::ClaimTest;
use crate::rule::Right;
use crate::rule::RuleSet;
use crate::rule::Story;
use crate::source::Source;
use crate::source::corrections;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;
use crate::value::Value;

/// How a test went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Went {
    /// It got what it should.
    Right,
    /// It got something else.
    Wrong,
    /// It should have got something, and nothing spoke of the claim.
    Missing,
    /// Nothing should have spoken of the claim, and something did.
    Noisy,
    /// It failed as its `todo` says it may.
    KnownGap,
    /// It has a `todo` and passes.
    Mended,
}

impl Went {
    /// Whether it makes the run fail.
    pub fn failed(self) -> bool {
        !matches!(self, Self::Right | Self::KnownGap)
    }
}

/// One test and how it went.
#[derive(Clone, Debug)]
pub struct Tested<'r> {
    /// Its story.
    pub story: &'r Story,
    /// The test.
    pub test: &'r ClaimTest,
    /// How it went.
    pub went: Went,
    /// What it got.
    pub verdict: Verdict,
    /// What was wrong with it.
    pub fault: Option<Fault>,
    /// How that came, if the text says anything of the claim.
    pub finding: Option<Finding>,
    /// Of a test that is missing: why its text was left, in plain words.
    pub left: Vec<String>,
    /// The text as a source.
    pub body: String,
}

impl Tested<'_> {
    /// The claim it tests.
    pub fn claim(&self) -> &Claim {
        &self.story.claims[self.test.claim]
    }
}

/// What the tests of a claim reach.
#[derive(Clone, Debug)]
pub struct Coverage<'r> {
    /// Its story.
    pub story: &'r Story,
    /// The claim.
    pub claim: &'r Claim,
    /// Tests of its own.
    pub tests: usize,
    /// Verdicts that texts of the story's tests got on it; `Silent` not among them.
    pub verdicts: BTreeSet<Verdict>,
}

/// All tests and what they reach.
#[derive(Clone, Debug, Default)]
pub struct TestReport<'r> {
    /// In order of file.
    pub tests: Vec<Tested<'r>>,
    /// In order of file.
    pub coverage: Vec<Coverage<'r>>,
}

impl TestReport<'_> {
    /// Whether a test failed.
    pub fn failed(&self) -> bool {
        self.tests.iter().any(|tested| tested.went.failed())
    }
}

/// Runs the tests of all claims that `wanted` says yes to.
pub fn run<'r>(rules: &'r RuleSet, wanted: &dyn Fn(&Story, &Claim) -> bool) -> TestReport<'r> {
    let mut report = TestReport::default();
    for story in &rules.stories {
        let bench = Bench::new(story, rules);
        bench.with(|plan| {
            let mut reached: BTreeMap<String, BTreeSet<Verdict>> = BTreeMap::new();
            let mut tests: BTreeMap<usize, usize> = BTreeMap::new();
            for test in &story.tests {
                if !wanted(story, &story.claims[test.claim]) {
                    continue;
                }
                *tests.entry(test.claim).or_default() += 1;
                let source = source_of(test);
                let findings = findings(plan, &source);
                for finding in &findings {
                    let verdicts = reached.entry(finding.claim.to_string()).or_default();
                    verdicts.insert(finding.verdict);
                }
                let mut tested = judge(story, test, findings);
                if tested.went == Went::Missing {
                    let id = full_id(story, &story.claims[test.claim]);
                    tested.left = left(plan, &id, &source);
                }
                tested.body = source.body;
                report.tests.push(tested);
            }
            let covered = story.claims.iter().enumerate();
            for (index, claim) in covered.filter(|(_, claim)| wanted(story, claim)) {
                report.coverage.push(Coverage {
                    story,
                    claim,
                    tests: tests.get(&index).copied().unwrap_or(0),
                    verdicts: reached.remove(&full_id(story, claim)).unwrap_or_default(),
                });
            }
        });
    }
    report
}

/// `story/claim`.
pub fn full_id(story: &Story, claim: &Claim) -> String {
    format!("{}/{}", story.id, claim.id)
}

/// A story alone: so that no other story's rules have a say, and its ignores hide nothing.
struct Bench {
    rules: RuleSet,
}

impl Bench {
    fn new(story: &Story, rules: &RuleSet) -> Self {
        let mut alone = story.clone();
        alone.ignores.clear();
        Self {
            rules: RuleSet {
                stories: vec![alone],
                outlets: rules.outlets.clone(),
                rulings: Vec::new(),
            },
        }
    }

    fn with<T>(&self, run: impl FnOnce(&Plan<'_>) -> T) -> T {
        run(&Plan::new(&self.rules))
    }
}

fn findings(plan: &Plan<'_>, source: &Source) -> Vec<Finding> {
    eval::evaluate(plan, source, false).findings
}

/// A test's text as a source: the headline first, as on a page, and correction notes as such.
pub fn source_of(test: &ClaimTest) -> Source {
    let mut body = String::new();
    let mut sections = Vec::new();
    if let Some(title) = &test.title {
        body.push_str(title);
        sections.push(Section {
            span: Span::new(0, body.len()),
            part: Part::Headline,
        });
        body.push_str("\n\n");
    }
    let start = sections.first().map_or(0, |_| body.len());
    body.push_str(&test.text);
    let mut from = start;
    for note in corrections(&test.text) {
        let at = note.span.range();
        let (first, past) = (start + at.start, start + at.end);
        if from < first {
            sections.push(Section {
                span: Span::new(from, first),
                part: Part::Body,
            });
        }
        sections.push(Section {
            span: Span::new(first, past),
            part: Part::Correction,
        });
        from = past;
    }
    if from < body.len() {
        sections.push(Section {
            span: Span::new(from, body.len()),
            part: Part::Body,
        });
    }
    Source {
        id: "test".to_owned(),
        path: "test".to_owned(),
        outlet: test.outlet.clone(),
        title: test.title.clone(),
        not_before: test.published.map(|(first, _)| first),
        // One past the last instant is not published yet.
        not_after: test
            .published
            .map(|(_, past)| past - SignedDuration::from_secs(1)),
        body,
        sections,
        ..Source::default()
    }
}

/// Why a text says nothing on a claim: what `explain` tells of the values in it.
fn left(plan: &Plan<'_>, claim: &str, source: &Source) -> Vec<String> {
    let Some(explained) = eval::explain(plan, claim, source) else {
        return Vec::new();
    };
    if !explained.relevant {
        return vec![explained.outcome];
    }
    let told = explained.values.iter().map(|step| {
        let what = step.what.strip_prefix("left: ").unwrap_or(&step.what);
        format!("«{}» was left: {what}", step.words)
    });
    told.take(MOST_REASONS).collect()
}

/// Reasons that are shown of one test.
const MOST_REASONS: usize = 3;

fn judge<'r>(story: &'r Story, test: &'r ClaimTest, findings: Vec<Finding>) -> Tested<'r> {
    let id = full_id(story, &story.claims[test.claim]);
    let finding = findings.into_iter().find(|finding| finding.claim == id);
    let verdict = finding
        .as_ref()
        .map_or(Verdict::Silent, |finding| finding.verdict);
    let fault = finding.as_ref().and_then(|finding| finding.fault);
    let wanted = &*test.verdict;
    let as_wanted = verdict.word() == wanted
        && test
            .fault
            .as_deref()
            .is_none_or(|wanted| fault.is_some_and(|fault| fault.word() == wanted))
        && test
            .value
            .as_ref()
            .is_none_or(|value| finding.as_ref().is_some_and(|finding| says(finding, value)));
    let went = match (as_wanted, &test.todo) {
        (true, None) => Went::Right,
        (true, Some(_)) => Went::Mended,
        (false, Some(_)) => Went::KnownGap,
        (false, None) if verdict == Verdict::Silent => Went::Missing,
        (false, None) if wanted == Verdict::Silent.word() => Went::Noisy,
        (false, None) => Went::Wrong,
    };
    Tested {
        story,
        test,
        went,
        verdict,
        fault,
        finding,
        left: Vec::new(),
        body: String::new(),
    }
}

/// Whether a finding's evidence states `value`.
fn says(finding: &Finding, value: &Right) -> bool {
    finding.evidence.iter().any(|evidence| {
        let read = |text: &str| {
            parse_value(text, value.value.kind()).is_some_and(|read| same(&read, &value.value))
        };
        read(&evidence.text) || read(&evidence.value) || evidence.value == value.text
    })
}

/// Whether two values state the same, whatever the words.
fn same(one: &Value, other: &Value) -> bool {
    match (eval::measure(one), eval::measure(other)) {
        (Some(one), Some(other)) => one.stated == other.stated && one.hedge == other.hedge,
        _ => one == other,
    }
}
