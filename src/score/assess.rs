//! The scores of a run, from what a saved run holds.
//!
//! In: rules, sources and findings. Out: outlets' records and the truths of claims without a value. [`prepare`] comes once,
//! when a run is made; [`assess`] gives the same bytes from a saved run as from the run itself.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::copying::group_copies;
use super::ledger::counts;
use super::ledger::ledger;
use super::reliability::Ratings;
use super::reliability::reliability;
use super::settle::settle;
use crate::finding::ClaimRecord;
use crate::finding::Finding;
use crate::finding::OutletRecord;
use crate::finding::RuleRecord;
use crate::finding::Shared;
use crate::finding::SourceRecord;
use crate::finding::TruthRecord;

/// What [`assess`] finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// By name; unnamed outlets have none.
    pub outlets: Vec<OutletRecord>,
    /// By claim.
    pub truths: Vec<TruthRecord>,
}

/// Gives each outlet one name and each group of copies a number.
///
/// `aliases` are (spelling, name); spellings are compared without case and without a leading `www.`.
pub fn prepare(
    sources: &mut [SourceRecord],
    findings: &mut [Finding],
    aliases: &[(String, String)],
) {
    let names: BTreeMap<String, &str> = aliases
        .iter()
        .flat_map(|(spelling, name)| [(folded(spelling), name.as_str()), (folded(name), name)])
        .collect();
    let rename = |outlet: &mut Option<Shared>| {
        let name = outlet
            .as_deref()
            .and_then(|outlet| names.get(&folded(outlet)));
        if let Some(name) = name {
            *outlet = Some((*name).into());
        }
    };
    for source in sources.iter_mut() {
        rename(&mut source.outlet);
        rename(&mut source.origin);
    }
    for finding in findings.iter_mut() {
        rename(&mut finding.outlet);
    }
    group_copies(sources, findings);
}

fn folded(name: &str) -> String {
    let name = name.trim().to_lowercase();
    name.strip_prefix("www.").unwrap_or(&name).to_owned()
}

/// Scores outlets and settles open claims.
pub fn assess(
    rules: &[RuleRecord],
    sources: &[SourceRecord],
    findings: &[Finding],
    ratings: &Ratings,
) -> Assessment {
    let claims: Vec<&ClaimRecord> = rules.iter().flat_map(|rule| &rule.claims).collect();
    let mut outlets = reliability(&ledger(sources, findings), &claims, ratings);
    let found: BTreeSet<&str> = findings
        .iter()
        .map(|finding| finding.source.as_str())
        .collect();
    let mut numbers: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for source in sources
        .iter()
        .filter(|source| found.contains(source.id.as_str()))
    {
        if let Some(outlet) = &source.outlet {
            let (counted, left_out) = numbers.entry(outlet).or_default();
            if counts(source) {
                *counted += 1;
            } else {
                *left_out += 1;
            }
        }
    }
    for record in &mut outlets {
        if let Some((counted, left_out)) = numbers.get(record.outlet.as_str()) {
            (record.sources, record.left_out) = (*counted, *left_out);
        }
    }
    Assessment {
        outlets,
        truths: settle(&claims, sources, findings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Fault;
    use crate::finding::Report;
    use crate::finding::Verdict;

    fn report() -> Report {
        let mut report = Report::default();
        for (outlet, wrong) in [("Delta Wire", 1), ("Harbour Post", 6)] {
            for story in ["flood", "strike", "vote"] {
                let id = format!("{outlet} on the {story}");
                report.sources.push(SourceRecord {
                    id: id.as_str().into(),
                    outlet: Some(outlet.into()),
                    stories: vec![story.to_owned()],
                    ..SourceRecord::default()
                });
                for claim in 0..4 {
                    let number = report
                        .findings
                        .iter()
                        .filter(|f| f.outlet.as_deref() == Some(outlet))
                        .count();
                    let is_wrong = number < wrong;
                    report.findings.push(Finding {
                        outlet: Some(outlet.into()),
                        fault: is_wrong.then_some(Fault::Value),
                        stated: Some(format!("{number}").into()),
                        ..Finding::new(
                            format!("{story}/c{claim}"),
                            id.as_str(),
                            if is_wrong {
                                Verdict::Contradicted
                            } else {
                                Verdict::Supported
                            },
                        )
                    });
                }
            }
        }
        report
    }

    fn outlets(report: &Report) -> Vec<OutletRecord> {
        assess(
            &report.rules,
            &report.sources,
            &report.findings,
            &Ratings::new(),
        )
        .outlets
    }

    #[test]
    fn raw_counts_stand_first_and_the_estimate_behind() {
        let found = outlets(&report());
        let raw: Vec<(&str, u32, u32)> = found
            .iter()
            .map(|o| (o.outlet.as_str(), o.wrong, o.checked))
            .collect();
        assert_eq!(raw, [("Delta Wire", 1, 12), ("Harbour Post", 6, 12)]);
        assert!(found[0].reliability > found[1].reliability);
        assert_eq!(found[0].unreviewed, 1);
        assert!(
            found[0].effective < 12.0,
            "claims of one story hang together"
        );
        let better = found[0].better_than[0].probability;
        assert!((0.8..1.0).contains(&better), "{better}");
        let names: Vec<&str> = found[1]
            .stories
            .iter()
            .map(|part| part.name.as_str())
            .collect();
        assert_eq!(names, ["flood", "strike", "vote"]);
    }

    #[test]
    fn a_reprint_in_the_same_outlet_adds_no_trial() {
        let mut twice = report();
        let mut again: Vec<Finding> = twice.findings.clone();
        for finding in &mut again {
            finding.source = format!("{}, updated", finding.source).into();
        }
        twice.findings.extend(again);
        let (once, twice) = (outlets(&report()), outlets(&twice));
        assert_eq!(once[1].checked, twice[1].checked);
        assert_eq!(once[1].reliability, twice[1].reliability);
    }

    #[test]
    fn few_claims_give_no_number() {
        let mut few = report();
        few.findings.truncate(4);
        let found = outlets(&few);
        assert_eq!((found[0].reliability, found[0].interval), (None, None));
        assert_eq!((found[0].wrong, found[0].checked), (1, 4));
    }

    #[test]
    fn spelling_has_a_ledger_of_its_own() {
        let mut misspelt = report();
        misspelt.findings[0].fault = Some(Fault::Spelling);
        let found = outlets(&misspelt);
        assert_eq!(
            (found[0].spelling, found[0].wrong, found[0].checked),
            (1, 0, 11)
        );
    }

    #[test]
    fn a_correction_counts_half_and_is_no_error() {
        let mut corrected = report();
        corrected.findings[0].corrected = true;
        let found = outlets(&corrected);
        assert_eq!((found[0].wrong, found[0].corrected), (0, 1));
        assert!(found[0].reliability > outlets(&report())[0].reliability);
    }

    #[test]
    fn a_rating_from_outside_changes_nothing_but_what_is_shown_apart() {
        let report = report();
        let ratings = Ratings::from([("Harbour Post".to_owned(), 0.95)]);
        let plain = outlets(&report);
        let rated = assess(&report.rules, &report.sources, &report.findings, &ratings).outlets;
        assert_eq!(plain[1].reliability, rated[1].reliability);
        let apart = rated[1].rated.as_ref().map(|r| r.reliability);
        assert!(apart > plain[1].reliability);
    }

    #[test]
    fn a_saved_run_gives_back_its_outlets_byte_for_byte() {
        let report = report();
        let text = serde_json::to_string(&report).expect("plain data");
        let saved: Report = serde_json::from_str(&text).expect("as written");
        let bytes = |report: &Report| serde_json::to_string(&outlets(report)).expect("plain data");
        assert_eq!(bytes(&report), bytes(&saved));
    }

    #[test]
    fn other_spellings_of_an_outlet_are_one() {
        let mut report = report();
        report.sources[0].outlet = Some("www.delta.example".into());
        for finding in &mut report.findings[..4] {
            finding.outlet = Some("WWW.Delta.example".into());
        }
        let aliases = [("delta.example".to_owned(), "Delta Wire".to_owned())];
        prepare(&mut report.sources, &mut report.findings, &aliases);
        assert_eq!(outlets(&report).len(), 2);
    }

    #[test]
    fn nothing_found_scores_nobody() {
        assert_eq!(
            assess(&[], &[], &[], &Ratings::new()),
            Assessment::default()
        );
    }
}
