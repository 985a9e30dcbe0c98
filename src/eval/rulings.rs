//! What people decided on findings.
//!
//! In: the rulings of the rule set, and a run's findings. Out: findings that carry the decision; problems for rulings that match
//! nothing, whose passage has changed since, or that have lapsed. What a decision does to a score is `score`'s matter.

use std::collections::BTreeMap;

use super::records;
use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::finding::Outcome;
use crate::finding::Shared;
use crate::rule::Decision;
use crate::rule::RuleSet;
use crate::rule::Ruling;

/// Lets each ruling speak, on the day `as_of`.
pub(crate) fn settle(rules: &RuleSet, outcome: &mut Outcome, as_of: Option<jiff::civil::Date>) {
    let places = records::places(outcome);
    for ruling in &rules.rulings {
        let lapsed = ruling
            .until
            .zip(as_of)
            .is_some_and(|(until, day)| day > until);
        let (mut matched, mut changed) = (false, None);
        for finding in outcome
            .findings
            .iter_mut()
            .filter(|finding| is_about(ruling, finding, &places))
        {
            if finding.passage == ruling.passage {
                matched = true;
                if !lapsed {
                    finding.ruling = Some(word(ruling.decision).into());
                }
            } else {
                changed = Some(finding.passage.clone());
            }
        }
        let what = format!("the ruling on `{}` in `{}`", ruling.claim, ruling.source);
        let (code, title) = match (lapsed, matched, changed) {
            (true, _, _) => ("ruling-lapsed", format!("{what} has lapsed")),
            (false, true, _) => continue,
            (false, false, Some(passage)) => (
                "ruling-changed",
                format!("{what} is void: the passage has changed, its hash is now `{passage}`"),
            ),
            (false, false, None) => ("ruling-unused", format!("{what} matches nothing")),
        };
        let by = format!("{} on {}: {}", ruling.by, ruling.date, ruling.reason);
        let mut problem = ruling
            .place
            .diagnostic(code, Level::Warning, title, "declared here")
            .with_note(by);
        if code == "ruling-unused" {
            problem.help = records::no_such(&ruling.source, &outcome.sources);
        }
        outcome.problems.push(problem);
    }
}

fn is_about(ruling: &Ruling, finding: &Finding, places: &BTreeMap<Shared, String>) -> bool {
    finding.claim == ruling.claim && records::is_in(finding, &ruling.source, places)
}

/// A decision as the rule language writes it.
fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Confirm => "confirm",
        Decision::Overturn => "overturn",
        Decision::Correct => "correct",
        Decision::Dispute => "dispute",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict;
    use crate::rule::Place;

    fn ruled(passage: &str, until: Option<jiff::civil::Date>) -> (Option<String>, Vec<String>) {
        let rules = RuleSet {
            rulings: vec![Ruling {
                claim: "flood/dead".to_owned(),
                source: "post-1".to_owned(),
                passage: "aa11".to_owned(),
                decision: Decision::Overturn,
                by: "the desk".to_owned(),
                date: jiff::civil::date(2024, 5, 2),
                reason: "the figure is of another flood".to_owned(),
                until,
                place: Place::default(),
            }],
            ..RuleSet::default()
        };
        let mut outcome = Outcome {
            findings: vec![Finding {
                passage: passage.into(),
                ..Finding::new("flood/dead", "post-1", Verdict::Contradicted)
            }],
            ..Outcome::default()
        };
        settle(&rules, &mut outcome, Some(jiff::civil::date(2024, 6, 1)));
        let codes = outcome.problems.iter().map(|problem| problem.code.clone());
        (
            outcome.findings[0].ruling.clone().map(String::from),
            codes.collect(),
        )
    }

    #[test]
    fn a_ruling_holds_for_its_passage_alone() {
        assert_eq!(ruled("aa11", None), (Some("overturn".to_owned()), vec![]));
        assert_eq!(
            ruled("bb22", None),
            (None, vec!["ruling-changed".to_owned()])
        );
    }

    #[test]
    fn a_ruling_lapses_after_its_day() {
        let day = |d| Some(jiff::civil::date(2024, 6, d));
        assert_eq!(ruled("aa11", day(1)).0, Some("overturn".to_owned()));
        let (may, june) = (Some(jiff::civil::date(2024, 5, 31)), day(1));
        assert_eq!(ruled("aa11", may), (None, vec!["ruling-lapsed".to_owned()]));
        assert!(ruled("aa11", june).1.is_empty());
    }
}
