//! The rules as a run's record, and what becomes of ignores.
//!
//! In: the rule set, and a run's findings. Out: one record a rule file; ignored findings marked, and problems for ignores
//! that match nothing or have lapsed.

use std::collections::BTreeMap;

use crate::diagnostic::Level;
use crate::finding::ClaimRecord;
use crate::finding::Finding;
use crate::finding::Outcome;
use crate::finding::RuleRecord;
use crate::finding::Shared;
use crate::finding::SourceRecord;
use crate::rule::RuleSet;

use super::fold::expected_of;

/// One record a rule file.
pub(crate) fn rules(rules: &RuleSet) -> Vec<RuleRecord> {
    rules
        .stories
        .iter()
        .map(|story| RuleRecord {
            path: story.path.clone(),
            // Who loaded the file knows its bytes, and fills it in.
            sha256: String::new(),
            story: story.id.clone(),
            title: story.title.clone(),
            claims: story
                .claims
                .iter()
                .map(|claim| ClaimRecord {
                    id: format!("{}/{}", story.id, claim.id),
                    kind: claim.kind.word().to_owned(),
                    severity: claim.severity,
                    expected: expected_of(story, claim),
                    line: claim.place.line,
                    place: claim.place.clone(),
                    because: claim.because.clone(),
                    disputed: claim.disputed,
                    each_source: claim
                        .event
                        .is_some_and(|event| story.events[event].each_source),
                })
                .collect(),
        })
        .collect()
}

/// Where each source stands, by its id, as reports show it.
pub(super) fn places(outcome: &Outcome) -> BTreeMap<Shared, String> {
    let sources = outcome.sources.iter();
    sources
        .map(|source| (source.id.clone(), source.place()))
        .collect()
}

/// Whether a finding is in the source that is `wanted`: by its id, its place or its path.
pub(super) fn is_in(finding: &Finding, wanted: &str, places: &BTreeMap<Shared, String>) -> bool {
    finding.source == wanted
        || places
            .get(&finding.source)
            .is_some_and(|place| place == wanted)
        || finding.evidence.iter().any(|one| one.path == wanted)
}

/// Help for a source that is none of the run: an id is the path as it was given, or the `id` of the metadata.
pub(super) fn no_such(wanted: &str, sources: &[SourceRecord]) -> Option<String> {
    let mut known = sources.iter().flat_map(|source| [&source.id, &source.path]);
    if known.clone().any(|known| known == wanted)
        || sources.iter().any(|source| source.place() == wanted)
    {
        return None;
    }
    // Its file alone, without the folders or without the extension too.
    let file = |path: &str| path.rsplit(['/', '\\']).next().map(str::to_owned);
    let wanted_file = file(wanted);
    let place = known.clone().find(|known| {
        let own = file(known).unwrap_or_default();
        Some(&*own) == wanted_file.as_deref() || own.split('.').next() == wanted_file.as_deref()
    });
    let near = |known: &&Shared| strsim::damerau_levenshtein(known, wanted) <= 2;
    let nearest = place.or_else(|| known.find(near));
    Some(match nearest {
        Some(known) => format!("no source `{wanted}`; did you mean `{known}`?"),
        None => format!(
            "no source `{wanted}`: a source is called by its path as it was given, or by its `id`"
        ),
    })
}

/// Marks ignored findings; tells of ignores that matched nothing or have lapsed on `as_of`.
pub(crate) fn settle_ignores(
    rules: &RuleSet,
    outcome: &mut Outcome,
    as_of: Option<jiff::civil::Date>,
) {
    let places = places(outcome);
    for story in &rules.stories {
        for ignore in &story.ignores {
            let lapsed = ignore
                .until
                .zip(as_of)
                .is_some_and(|(until, as_of)| as_of > until);
            let mut matched = false;
            for finding in &mut outcome.findings {
                let source = ignore.source.as_ref();
                let source = source.is_none_or(|wanted| is_in(finding, wanted, &places));
                let passage = ignore
                    .hash
                    .as_ref()
                    .is_none_or(|hash| *hash == finding.passage);
                if finding.claim == ignore.claim && source && passage {
                    matched = true;
                    if !lapsed {
                        finding.ignored = Some(ignore.reason.as_str().into());
                    }
                }
            }
            let (code, title) = match (lapsed, matched) {
                (true, _) => (
                    "ignore-lapsed",
                    format!("the ignore of `{}` has lapsed", ignore.claim),
                ),
                (false, false) => (
                    "ignore-unused",
                    format!("the ignore of `{}` matches nothing", ignore.claim),
                ),
                (false, true) => continue,
            };
            let mut problem = ignore
                .place
                .diagnostic(code, Level::Warning, title, "declared here")
                .with_note(format!("its reason: {}", ignore.reason));
            if let Some(source) = ignore.source.as_deref().filter(|_| !matched) {
                problem.help = no_such(source, &outcome.sources);
            }
            outcome.problems.push(problem);
        }
    }
}
