//! From findings to the ledger: integer counts, which merge by addition.
//!
//! In: sources and findings. Out: a [`Ledger`] of everything that counts for or against an outlet. Left out are findings
//! that a suppression or a ruling took back, and sources that are no news of the outlet's own: opinion, satire,
//! translations. No weights here, no floating point.

use std::collections::BTreeMap;

use crate::finding::Evidence;
use crate::finding::Finding;
use crate::finding::Ledger;
use crate::finding::LedgerKey;
use crate::finding::SourceRecord;
use crate::finding::Stance;
use crate::finding::Verdict;

/// Whether a source counts in its outlet's score.
pub(crate) fn counts(source: &SourceRecord) -> bool {
    let news = source.genre.as_deref().is_none_or(|genre| genre == "news");
    news && source.translated_from.is_none()
}

/// The story of a claim `story/claim`.
pub(crate) fn story(claim: &str) -> &str {
    claim.split_once('/').map_or(claim, |(story, _)| story)
}

/// The evidence that decided a finding: the first that says what the finding says.
pub(crate) fn deciding(finding: &Finding) -> Option<&Evidence> {
    finding
        .evidence
        .iter()
        .find(|evidence| evidence.verdict == finding.verdict)
        .or_else(|| finding.evidence.first())
}

/// Whether a ruling takes the finding back.
pub(crate) fn overturned(finding: &Finding) -> bool {
    ruled(finding, "overturn")
}

/// What a person decided on the finding, in the words of `rulings.toml`.
fn ruled(finding: &Finding, decision: &str) -> bool {
    finding.ruling.as_deref() == Some(decision)
}

/// Counts the findings.
pub fn ledger(sources: &[SourceRecord], findings: &[Finding]) -> Ledger {
    let records: BTreeMap<&str, &SourceRecord> = sources
        .iter()
        .map(|source| (source.id.as_str(), source))
        .collect();
    let origins = Origins::of(&records, findings);
    let mut ledger = Ledger::new();
    for finding in findings {
        if finding.ignored.is_some() || overturned(finding) || finding.verdict == Verdict::Silent {
            continue;
        }
        let source = records.get(finding.source.as_str()).copied();
        if source.is_some_and(|source| !counts(source)) {
            continue;
        }
        let evidence = deciding(finding);
        let key = LedgerKey {
            outlet: finding.outlet.as_deref().unwrap_or_default().to_owned(),
            story: story(&finding.claim).to_owned(),
            claim: finding.claim.to_string(),
            verdict: finding.verdict,
            hedge: evidence.and_then(|evidence| evidence.hedge),
            stance: evidence.map_or(Stance::Asserted, |evidence| evidence.stance),
            fault: finding.fault,
            copy_group: source.and_then(|source| source.copy_group).unwrap_or(0),
            inherited: source.is_some_and(|source| origins.have(source, finding)),
            corrected: finding.corrected || ruled(finding, "correct"),
            // That the outlet disputes it is no review.
            reviewed: finding.ruling.is_some() && !ruled(finding, "dispute"),
        };
        *ledger.entry(key).or_default() += 1;
    }
    ledger
}

/// Who was wrong on what, to tell inherited errors from introduced ones.
struct Origins<'a> {
    /// Claim and stated value → the sources that are wrong so.
    wrong: BTreeMap<(&'a str, &'a str), Vec<&'a SourceRecord>>,
}

impl<'a> Origins<'a> {
    fn of(records: &BTreeMap<&str, &'a SourceRecord>, findings: &'a [Finding]) -> Self {
        let mut wrong: BTreeMap<_, Vec<&SourceRecord>> = BTreeMap::new();
        for finding in findings {
            if let (true, Some(source)) = (is_wrong(finding), records.get(finding.source.as_str()))
            {
                let stated = finding.stated.as_deref().unwrap_or("");
                wrong
                    .entry((finding.claim.as_str(), stated))
                    .or_default()
                    .push(source);
            }
        }
        Self { wrong }
    }

    /// Whether another outlet's report, which this one names as its origin or copies from later, has the same fault.
    fn have(&self, source: &SourceRecord, finding: &Finding) -> bool {
        if !is_wrong(finding) {
            return false;
        }
        let stated = finding.stated.as_deref().unwrap_or("");
        let Some(others) = self.wrong.get(&(finding.claim.as_str(), stated)) else {
            return false;
        };
        others
            .iter()
            .filter(|other| other.outlet != source.outlet)
            .any(|other| is_origin(other, source))
    }
}

fn is_wrong(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::Contradicted | Verdict::Mixed)
}

/// Whether `source` has its text from `other`: it says so, or they are one text and `other` was out before.
fn is_origin(other: &SourceRecord, source: &SourceRecord) -> bool {
    let named = source.origin.is_some() && source.origin == other.outlet;
    let group = source.copy_group.is_some() && source.copy_group == other.copy_group;
    let before = match (&other.published, &source.published) {
        // The whole interval, so that it was out before whenever within it each was published.
        (Some((_, end)), Some((start, _))) => !end.is_empty() && end < start,
        _ => false,
    };
    named || (group && before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(id: &str, outlet: &str, published: &str) -> SourceRecord {
        SourceRecord {
            id: id.into(),
            outlet: Some(outlet.into()),
            published: Some((published.to_owned(), published.to_owned())),
            copy_group: Some(1),
            ..SourceRecord::default()
        }
    }

    fn wrong(id: &str, outlet: &str) -> Finding {
        Finding {
            outlet: Some(outlet.into()),
            stated: Some("12".into()),
            expected: Some("9".into()),
            stated_value: Some(12.0),
            ..Finding::new("flood/dead", id, Verdict::Contradicted)
        }
    }

    #[test]
    fn a_later_copy_inherits_and_the_first_introduces() {
        let sources = [
            source("wire", "Delta Wire", "2024-05-01T08:00:00Z"),
            source("post", "Harbour Post", "2024-05-01T10:00:00Z"),
        ];
        let findings = [wrong("wire", "Delta Wire"), wrong("post", "Harbour Post")];
        let ledger = ledger(&sources, &findings);
        let inherited: Vec<(&str, bool)> = ledger
            .keys()
            .map(|key| (key.outlet.as_str(), key.inherited))
            .collect();
        assert_eq!(inherited, [("Delta Wire", false), ("Harbour Post", true)]);
    }

    #[test]
    fn what_a_person_overturned_or_ignored_counts_no_more() {
        let sources = [source("wire", "Delta Wire", "2024-05-01T08:00:00Z")];
        let mut overturned = wrong("wire", "Delta Wire");
        overturned.ruling = Some("overturn".into());
        let mut ignored = wrong("wire", "Delta Wire");
        ignored.ignored = Some("a game's score".into());
        assert!(ledger(&sources, &[overturned, ignored]).is_empty());
        let mut confirmed = wrong("wire", "Delta Wire");
        confirmed.ruling = Some("confirm".into());
        assert!(
            ledger(&sources, &[confirmed])
                .keys()
                .all(|key| key.reviewed)
        );
    }

    #[test]
    fn opinion_and_translations_stay_out() {
        let mut opinion = source("wire", "Delta Wire", "2024-05-01T08:00:00Z");
        opinion.genre = Some("opinion".to_owned());
        assert!(ledger(&[opinion], &[wrong("wire", "Delta Wire")]).is_empty());
    }
}
