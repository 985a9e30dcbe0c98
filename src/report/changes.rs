//! What a run says that the run before did not: for whoever watches their files.
//!
//! In: an old and a new [`Report`]. Out: the new discrepancies in full, every changed finding in a line, problems that came
//! and went.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use crate::finding::Report;
use crate::report::diff;
use crate::report::draw;
use crate::report::paper;
use crate::report::paper::FAINT;
use crate::report::paper::paint;
use crate::report::terminal;

/// What changed from `old` to `new`, for people; `None` if nothing did.
pub fn changes(old: &Report, new: &Report, width: usize, problems: usize) -> Option<String> {
    let mut blocks = Vec::new();
    let before = diff::by_key(old);
    let other = |finding: &&Finding| {
        let earlier = before.get(&(finding.claim.as_str(), finding.source.as_str()));
        diff::said(earlier.copied()) != diff::said(Some(finding))
    };
    let changed = Report {
        findings: new.findings.iter().filter(other).cloned().collect(),
        rules: new.rules.clone(),
        sources: new.sources.clone(),
        ..Report::default()
    };
    blocks.extend(terminal::discrepancies(&changed, width));
    blocks.extend(diagnostics(&old.problems, &new.problems, width, problems));
    blocks.extend(diff::diff(old, new, width));
    (!blocks.is_empty()).then(|| paper::safe(blocks.join("\n")))
}

/// Diagnostics that `old` doesn't have, drawn; and those of `old` that are gone, in a line each. Where a thing stands makes
/// it no other one: writing above it moves it.
pub fn diagnostics(
    old: &[Diagnostic],
    new: &[Diagnostic],
    width: usize,
    at_most: usize,
) -> Option<String> {
    let keys = |all: &[Diagnostic]| all.iter().map(key).collect::<BTreeSet<_>>();
    let (before, after) = (keys(old), keys(new));
    let fresh: Vec<Diagnostic> = new
        .iter()
        .filter(|one| !before.contains(&key(one)))
        .cloned()
        .collect();
    let mut drawn = draw::diagnostics(&fresh, width, at_most);
    for gone in old.iter().filter(|one| !after.contains(&key(one))) {
        let line = format!("mended: {} [{}]", gone.title, gone.code);
        let _ = writeln!(drawn, "{}", paint(FAINT, &line));
    }
    (!drawn.is_empty()).then_some(drawn)
}

fn key(one: &Diagnostic) -> (String, String, String) {
    (one.code.clone(), one.path.clone(), one.title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Level;

    #[test]
    fn only_what_came_and_what_went_is_shown() {
        let problem =
            |code: &str, title: &str| Diagnostic::on_file(code, Level::Error, "a.toml", title);
        let mut moved = problem("rule-bad-id", "`A` is no id");
        let old = [
            moved.clone(),
            problem("rule-unknown-key", "unknown key `lastet`"),
        ];
        moved.line = 7;
        let new = [moved, problem("rule-no-kind", "`expect` needs a kind")];
        let drawn = diagnostics(&old, &new, 80, 10).expect("a change");
        insta::assert_snapshot!(anstream::adapter::strip_str(&drawn).to_string(), @"
        error[rule-no-kind]: `expect` needs a kind
        --> a.toml

        mended: unknown key `lastet` [rule-unknown-key]
        ");
        assert_eq!(diagnostics(&new, &new, 80, 10), None);
    }
}
