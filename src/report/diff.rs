//! Two saved runs, claim by claim.
//!
//! In: an old and a new [`Report`]. Out: what changed, and whether the rules, the text or the program changed with it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::Finding;
use crate::finding::Report;
use crate::report::paper;
use crate::report::paper::FAINT;
use crate::report::paper::paint;

/// A claim and a source.
pub(super) type Key<'r> = (&'r str, &'r str);

/// What changed from `old` to `new`, for people; `None` if nothing did.
pub fn diff(old: &Report, new: &Report, width: usize) -> Option<String> {
    let (before, after) = (by_key(old), by_key(new));
    let keys: std::collections::BTreeSet<Key<'_>> =
        before.keys().chain(after.keys()).copied().collect();
    let reasons = Reasons { old, new };
    let mut drawn = String::new();
    let mut changed = 0_u64;
    let mut last = "";
    for key @ (claim, source) in keys {
        let (old, new) = (before.get(&key), after.get(&key));
        let was = said(old.copied());
        let is = match new {
            None if reasons.is_gone(source) => "not read any more".to_owned(),
            new => said(new.copied()),
        };
        if was == is {
            continue;
        }
        changed += 1;
        if claim != last {
            let _ = writeln!(drawn, "{}", paper::heading(claim));
            last = claim;
        }
        let line = format!("{source}: {was} → {is}");
        let line = paper::hang(&line, width.saturating_sub(5), 4);
        let _ = writeln!(
            drawn,
            "  {}→{} {}",
            paper::symbol(old.copied()),
            paper::symbol(new.copied()),
            line.replace('\n', "\n     ")
        );
        if let Some(reason) = reasons.of(claim, source) {
            let _ = writeln!(drawn, "       {}", paint(FAINT, reason));
        }
    }
    let same =
        before.len().max(after.len()) as u64 - changed.min(before.len().max(after.len()) as u64);
    (changed > 0).then(|| {
        let changed = paper::counted(changed, "finding");
        paper::safe(format!("{drawn}\n{changed} changed, {same} did not.\n"))
    })
}

pub(super) fn by_key(report: &Report) -> BTreeMap<Key<'_>, &Finding> {
    let findings = report.findings.iter();
    findings
        .map(|finding| ((finding.claim.as_str(), finding.source.as_str()), finding))
        .collect()
}

/// «contradicted (53 minutes)».
pub(super) fn said(finding: Option<&Finding>) -> String {
    let Some(finding) = finding else {
        return "silent".to_owned();
    };
    let mut said = finding.verdict.word().to_owned();
    if let Some(fault) = finding.fault {
        let _ = write!(said, "[{}]", fault.word());
    }
    if let Some(stated) = &finding.stated {
        let _ = write!(said, " ({stated})");
    }
    if finding.ignored.is_some() {
        said.push_str(", ignored");
    }
    if let Some(ruling) = &finding.ruling {
        let _ = write!(said, ", {ruling}");
    }
    said
}

struct Reasons<'r> {
    old: &'r Report,
    new: &'r Report,
}

impl Reasons<'_> {
    /// Whether the new run read nothing of a source of the old one.
    fn is_gone(&self, source: &str) -> bool {
        let has = |report: &Report| report.sources.iter().any(|one| one.id == source);
        has(self.old) && !has(self.new)
    }

    /// What else changed that may be why.
    fn of(&self, claim: &str, source: &str) -> Option<&'static str> {
        let text = |report: &Report| {
            let source = report.sources.iter().find(|one| one.id == source);
            source.map(|source| source.sha256.clone())
        };
        let expected = |report: &Report| {
            let mut claims = report.rules.iter().flat_map(|rules| &rules.claims);
            claims
                .find(|one| one.id == claim)
                .map(|claim| claim.expected.clone())
        };
        let rules = |report: &Report| {
            let of_claim =
                |one: &&crate::finding::RuleRecord| one.claims.iter().any(|one| one.id == claim);
            report
                .rules
                .iter()
                .find(of_claim)
                .map(|rules| rules.sha256.clone())
        };
        if self.is_gone(source) {
            return Some("the report is gone, or names nobody of the story any more");
        }
        match (text(self.old), text(self.new)) {
            (Some(old), Some(new)) if old != new => return Some("the text changed"),
            _ => {}
        }
        match (expected(self.old), expected(self.new)) {
            (None, _) => Some("the claim is new"),
            (_, None) => Some("the claim is gone"),
            (old, new) if old != new => Some("the expected value changed"),
            _ if rules(self.old) != rules(self.new) => Some("the rule file changed"),
            _ if self.old.run.tool != self.new.run.tool => Some("the program changed"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::SourceRecord;
    use crate::finding::Verdict;

    fn run(verdict: Verdict, stated: &str, sha256: &str) -> Report {
        let finding = serde_json::json!({
            "claim": "visit/meeting.lasted", "source": "one.txt", "outlet": null, "verdict": verdict,
            "fault": null, "stated": stated, "expected": null, "stated_value": null,
            "stated_key": null, "corrected": false, "ignored": null, "ruling": null, "passage": "",
            "evidence": [],
        });
        Report {
            findings: vec![serde_json::from_value(finding).expect("a finding")],
            sources: vec![SourceRecord {
                id: "one.txt".into(),
                sha256: sha256.to_owned(),
                ..SourceRecord::default()
            }],
            ..Report::default()
        }
    }

    #[test]
    fn two_equal_runs_have_no_difference() {
        let one = run(Verdict::Supported, "35 minutes", "a");
        assert_eq!(diff(&one, &one.clone(), 80), None);
    }

    #[test]
    fn a_report_that_is_gone_is_not_silent() {
        let old = run(Verdict::Supported, "35 minutes", "a");
        let new = Report {
            sources: Vec::new(),
            findings: Vec::new(),
            ..old.clone()
        };
        let drawn = diff(&old, &new, 80).expect("a difference");
        insta::assert_snapshot!(anstream::adapter::strip_str(&drawn).to_string(), @"
        visit/meeting.lasted
          ✓→· one.txt: supported (35 minutes) → not read any more
               the report is gone, or names nobody of the story any more

        1 finding changed, 0 did not.
        ");
    }

    #[test]
    fn a_changed_verdict_is_shown_with_what_changed_with_it() {
        let old = run(Verdict::Supported, "35 minutes", "a");
        let new = run(Verdict::Contradicted, "53 minutes", "b");
        let drawn = diff(&old, &new, 80).expect("a difference");
        insta::assert_snapshot!(anstream::adapter::strip_str(&drawn).to_string(), @r"
        visit/meeting.lasted
          ✓→✗ one.txt: supported (35 minutes) → contradicted (53 minutes)
               the text changed

        1 finding changed, 0 did not.
        ");
    }
}
