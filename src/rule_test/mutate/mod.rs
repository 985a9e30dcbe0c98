//! Changes the fact in the tests that are supported, and sees whether the rule trips.
//!
//! In: tests that went right. Out: for each, its mutants and which of them the rule let pass. A mutant comes from the
//! words of the evidence, and lies outside what the rule accepts by the rule's own arithmetic; so a rule that doesn't
//! call it contradicted would let the same mistake pass in a report.

mod date;
mod letters;
mod number;
mod words;

use std::ops::Range;

use super::Bench;
use super::Tested;
use super::Went;
use super::findings;
use super::full_id;
use super::source_of;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::diagnostic::Snippet;
use crate::eval::Plan;
use crate::finding::Evidence;
use crate::finding::Verdict;
use crate::rule::Claim;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::rule::RuleSet;
use crate::rule::Story;
use crate::span::Span;

/// Mutants wanted of each test.
pub const WANTED: usize = 4;

/// What a mutant must do to its text's verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trips {
    /// A wrong fact must be contradicted.
    Contradicted,
    /// A denied fact must not be supported.
    NotSupported,
}

/// A changed text.
struct Mutant {
    body: String,
    /// The changed words of it.
    at: Range<usize>,
    /// What stood there.
    was: String,
    trips: Trips,
}

/// A mutant that the rule let pass.
#[derive(Clone, Debug)]
pub struct Survivor {
    body: String,
    at: Range<usize>,
    was: String,
    verdict: Verdict,
}

/// The mutants of one test.
#[derive(Clone, Debug)]
pub struct Mutated<'r, 't> {
    /// The test.
    pub tested: &'t Tested<'r>,
    /// Mutants made, and one for each of the [`WANTED`] that could not be.
    pub mutants: usize,
    /// Those that tripped the rule.
    pub killed: usize,
    /// Those that didn't.
    pub survivors: Vec<Survivor>,
    /// How many of the wanted could not be made.
    pub not_made: usize,
}

/// Mutates every test that went right and wants `supported`.
pub fn mutate<'r, 't>(tests: &'t [Tested<'r>], rules: &RuleSet) -> Vec<Mutated<'r, 't>> {
    let mut mutated = Vec::new();
    for story in &rules.stories {
        Bench::new(story, rules).with(|plan| {
            let supported = |tested: &&Tested<'_>| {
                tested.story.id == story.id
                    && tested.went == Went::Right
                    && tested.verdict == Verdict::Supported
            };
            mutated.extend(
                tests
                    .iter()
                    .filter(supported)
                    .map(|tested| one(tested, plan)),
            );
        });
    }
    mutated
}

fn one<'r, 't>(tested: &'t Tested<'r>, plan: &Plan<'_>) -> Mutated<'r, 't> {
    let mutants = mutants(tested);
    let not_made = WANTED.saturating_sub(mutants.len());
    let id = full_id(tested.story, tested.claim());
    let mut mutated = Mutated {
        tested,
        mutants: mutants.len() + not_made,
        killed: 0,
        survivors: Vec::new(),
        not_made,
    };
    for mutant in mutants {
        let mut source = source_of(tested.test);
        let grown = mutant.body.len().cast_signed() - source.body.len().cast_signed();
        // All changes are in the last section or in the headline before it; the sections move with them.
        for section in &mut source.sections {
            let moved = |offset: u32| {
                if (offset as usize) > mutant.at.start {
                    (offset as usize).saturating_add_signed(grown)
                } else {
                    offset as usize
                }
            };
            section.span = Span::new(moved(section.span.start), moved(section.span.end));
        }
        source.body.clone_from(&mutant.body);
        let verdict = findings(plan, &source)
            .into_iter()
            .find(|finding| finding.claim == id)
            .map_or(Verdict::Silent, |finding| finding.verdict);
        let tripped = match mutant.trips {
            Trips::Contradicted => verdict == Verdict::Contradicted,
            Trips::NotSupported => verdict != Verdict::Supported,
        };
        if tripped {
            mutated.killed += 1;
        } else {
            mutated.survivors.push(Survivor {
                body: mutant.body,
                at: mutant.at,
                was: mutant.was,
                verdict,
            });
        }
    }
    mutated
}

/// The right values that a mutant must miss.
fn rights(story: &Story, claim: &Claim) -> Vec<Right> {
    match &claim.expected {
        Expected::Timeline(timeline) => timeline
            .steps
            .iter()
            .chain(&timeline.ahead)
            .cloned()
            .collect(),
        Expected::Total { rights, of } if rights.is_empty() => of
            .iter()
            .flat_map(|&part| self::rights(story, &story.claims[part]))
            .collect(),
        Expected::AnyOf(rights) | Expected::Total { rights, .. } => rights.clone(),
        _ => Vec::new(),
    }
}

/// The kind of the values that speak of a claim.
fn kind_of(story: &Story, claim: &Claim) -> Kind {
    match &claim.expected {
        Expected::Total { of, .. } => of
            .first()
            .map_or(claim.kind, |&part| story.claims[part].kind),
        _ => claim.kind,
    }
}

fn mutants(tested: &Tested<'_>) -> Vec<Mutant> {
    let claim = tested.claim();
    let Some(finding) = &tested.finding else {
        return Vec::new();
    };
    let spoke = |evidence: &&Evidence| {
        evidence.verdict == Verdict::Supported && tested.body.get(range(evidence)).is_some()
    };
    let mut evidence: Vec<&Evidence> = finding.evidence.iter().filter(spoke).collect();
    evidence.sort_by_key(|evidence| evidence.start);
    evidence.dedup_by_key(|evidence| evidence.start);
    let Some(first) = evidence.first() else {
        return Vec::new();
    };
    let mut facts: Vec<Range<usize>> = evidence.iter().map(|&evidence| range(evidence)).collect();
    if claim.kind == Kind::Place {
        facts = words::one_place(&tested.body, &facts);
    }
    // A misspelt name is no better for being denied, and a denied rumour no worse.
    let rumour = matches!(claim.expected, Expected::Occurred(false));
    let denied = if claim.kind == Kind::Name || rumour {
        Vec::new()
    } else {
        words::denied(tested.story, &tested.body, first)
    };
    let most = match claim.kind {
        Kind::Name => usize::MAX,
        // One of the wanted is a denial, where there is one.
        _ => WANTED - usize::from(!denied.is_empty()),
    };
    let mut made = falsified(tested, &facts, first.sentence_offset == 0, most);
    if rumour {
        made.extend(words::asserted(&tested.body, first));
    }
    let rest = WANTED.saturating_sub(made.len()).max(1);
    made.extend(denied.into_iter().take(rest));
    made
}

/// The text with something else in place of each of `facts`, in as many ways as there are, up to `most`. `capital`: the first of
/// them opens its sentence.
fn falsified(
    tested: &Tested<'_>,
    facts: &[Range<usize>],
    capital: bool,
    most: usize,
) -> Vec<Mutant> {
    // What may stand for each fact; the n-th mutant takes the n-th of each.
    let others: Vec<Vec<String>> = facts
        .iter()
        .map(|at| changed(tested, &tested.body[at.clone()], at.clone()))
        .collect();
    let most = others.iter().map(Vec::len).min().unwrap_or(0).min(most);
    let mut made = Vec::new();
    for nth in 0..most {
        let mut body = tested.body.clone();
        // From the end, so that earlier positions hold.
        for (number, (at, others)) in facts.iter().zip(&others).enumerate().rev() {
            let other = &others[nth];
            if number == 0 && capital {
                body.replace_range(at.clone(), &words::capital(other));
            } else {
                body.replace_range(at.clone(), other);
            }
        }
        let start = facts[0].start;
        made.push(Mutant {
            body,
            at: start..start + others[0][nth].len(),
            was: tested.body[facts[0].clone()].to_owned(),
            trips: Trips::Contradicted,
        });
    }
    made
}

fn range(evidence: &Evidence) -> Range<usize> {
    evidence.start as usize..evidence.end as usize
}

/// Words that say something else than `words`, which stand at `at` in the text.
fn changed(tested: &Tested<'_>, words: &str, at: Range<usize>) -> Vec<String> {
    let (story, claim, body) = (tested.story, tested.claim(), &tested.body);
    let rights = rights(story, claim);
    let published = tested
        .test
        .published
        .map(|(_, past)| past.to_zoned(story.zone.clone()).date());
    match kind_of(story, claim) {
        kind @ (Kind::Duration
        | Kind::Notice
        | Kind::Count
        | Kind::Money
        | Kind::Percent
        | Kind::Quantity
        | Kind::Age) => number::others(kind, words, &rights, &claim.expected),
        Kind::Date => date::other_dates(words, &rights, &body[..at.start], published),
        Kind::Time => date::other_times(words),
        Kind::Since => date::other_since(words, &rights),
        Kind::Place => words::other_places(story, claim, words, body),
        Kind::Name => letters::one_off(words, story),
        Kind::Choice => words::wrong_words(claim, words),
        Kind::Quote => words::other_quotes(words),
        Kind::Order => words::other_order(words),
        Kind::Occurred | Kind::Total => Vec::new(),
    }
}

impl Mutated<'_, '_> {
    /// The mutants of the test that the rule let pass, the first of them in full.
    fn survived(&self) -> Option<Diagnostic> {
        let (first, others) = self.survivors.split_first()?;
        let claim = self.tested.claim();
        let path = &self.tested.story.path;
        let passed = self.survivors.len();
        let title = format!(
            "{}: {passed} of {} changed facts pass: {} instead of contradicted",
            claim.id,
            self.mutants,
            first.verdict.word()
        );
        let mut made = Diagnostic::on_file("test-survivor", Level::Warning, path, title);
        made.line = self.tested.test.place.line;
        made.column = self.tested.test.place.column;
        made.snippets.push(Snippet {
            path: format!("mutant of the test at {path}:{}", made.line),
            first_line: 1,
            text: first.body.trim_end().to_owned(),
            labels: vec![Label::primary(
                first.at.clone().into(),
                format!("was «{}»", first.was),
            )],
        });
        let words = |survivor: &Survivor| {
            let words = survivor.body.get(survivor.at.clone()).unwrap_or_default();
            format!("«{words}» ({})", survivor.verdict.word())
        };
        let others: Vec<String> = others.iter().map(words).collect();
        if !others.is_empty() {
            made.notes.push(format!("and so do: {}", others.join(", ")));
        }
        Some(made)
    }

    /// What to tell of each mutant that survived.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let claim = self.tested.claim();
        let path = &self.tested.story.path;
        let mut told: Vec<Diagnostic> = self.survived().into_iter().collect();
        if self.not_made > 0 {
            let title = format!(
                "{}: {} of {WANTED} mutants could not be made",
                claim.id, self.not_made
            );
            let mut made = Diagnostic::on_file("test-not-mutated", Level::Warning, path, title);
            made.line = self.tested.test.place.line;
            made.column = self.tested.test.place.column;
            made.notes
                .push(format!("of the text: {}", self.tested.body.trim()));
            told.push(made);
        }
        told
    }
}
