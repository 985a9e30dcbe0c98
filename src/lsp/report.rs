//! A report that is being written, held against the rules of its project.
//!
//! In: the report's text and compiled rules. Out: its discrepancies at their words, with the rule's fact and where it
//! comes from.

use std::fmt::Write as _;

use lsp_types::DiagnosticRelatedInformation;
use lsp_types::DiagnosticSeverity;
use lsp_types::Location;
use lsp_types::NumberOrString;

use super::workspace::Document;
use super::workspace::uri_of;
use crate::eval;
use crate::eval::Plan;
use crate::finding::Evidence;
use crate::finding::Finding;
use crate::finding::Verdict;
use crate::rule::RuleSet;
use crate::source;
use crate::source::Raw;
use crate::span::Span;

/// The findings on a report as it stands.
pub(super) fn findings(plan: &Plan<'_>, path: &str, text: &str) -> Vec<Finding> {
    let blanked = is_html(path).then(|| without_tags(text));
    let raw = Raw::of_text(path, blanked.as_deref().unwrap_or(text));
    let (source, _) = source::open(&raw);
    eval::evaluate(plan, &source, false).findings
}

/// The discrepancies among findings, for an editor.
pub(super) fn diagnose(
    rules: &RuleSet,
    document: &Document,
    findings: &[Finding],
) -> Vec<lsp_types::Diagnostic> {
    let mut found = Vec::new();
    for finding in findings {
        for evidence in finding
            .evidence
            .iter()
            .filter(|evidence| is_wrong(evidence.verdict))
        {
            found.push(discrepancy(rules, document, finding, evidence));
        }
    }
    found
}

/// What stands under byte `offset`: the finding and the evidence there.
pub(super) fn at(findings: &[Finding], offset: usize) -> Option<(&Finding, &Evidence)> {
    findings.iter().find_map(|finding| {
        let holds = |evidence: &&Evidence| {
            (evidence.start as usize..=evidence.end as usize).contains(&offset)
        };
        finding
            .evidence
            .iter()
            .find(holds)
            .map(|evidence| (finding, evidence))
    })
}

fn is_wrong(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Contradicted | Verdict::Outdated)
}

fn discrepancy(
    rules: &RuleSet,
    document: &Document,
    finding: &Finding,
    evidence: &Evidence,
) -> lsp_types::Diagnostic {
    let place = rules.stories.iter().find_map(|story| {
        let id = finding.claim.strip_prefix(&story.id)?.strip_prefix('/')?;
        story.claims.iter().find(|claim| claim.id == id)
    });
    let related = place.and_then(|claim| {
        let line = claim.place.line.saturating_sub(1);
        let column = claim.place.column.saturating_sub(1);
        let start = lsp_types::Position::new(line, column);
        let end = lsp_types::Position::new(line, column + claim.place.width);
        let path = std::path::absolute(&claim.place.path).ok()?;
        Some(vec![DiagnosticRelatedInformation {
            location: Location::new(uri_of(&path)?, lsp_types::Range::new(start, end)),
            message: claim
                .because
                .clone()
                .unwrap_or_else(|| "the rule".to_owned()),
        }])
    });
    let (severity, word) = match evidence.verdict {
        Verdict::Outdated => (DiagnosticSeverity::WARNING, "outdated"),
        _ => (DiagnosticSeverity::ERROR, "contradicted"),
    };
    let mut message = format!("{word}: {}", evidence.value);
    if let Some(expected) = &finding.expected {
        let _ = write!(message, "; expected {expected}");
    }
    if let Some(because) = place.and_then(|claim| claim.because.as_ref()) {
        let _ = write!(message, "\nbecause {because}");
    }
    if let Some(note) = &evidence.note {
        let _ = write!(message, "\n{note}");
    }
    lsp_types::Diagnostic {
        range: document.lines.range(
            &document.text,
            Span {
                start: evidence.start,
                end: evidence.end,
            },
        ),
        severity: Some(severity),
        code: Some(NumberOrString::String(finding.claim.to_string())),
        source: Some("factcheck".to_owned()),
        message,
        related_information: related,
        ..lsp_types::Diagnostic::default()
    }
}

fn is_html(path: &str) -> bool {
    let extension = std::path::Path::new(path).extension();
    extension.is_some_and(|extension| {
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    })
}

/// The text of a page with its tags, scripts and styles blanked out, byte for byte, so that places stay the same. A tag
/// that ends a block leaves a blank line, for a headline is no part of the paragraph below it.
fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tag = &rest[open..];
        let lower: String = tag
            .chars()
            .take(12)
            .collect::<String>()
            .to_ascii_lowercase();
        let end = ["script", "style"]
            .iter()
            .find(|name| lower[1..].starts_with(**name))
            .and_then(|name| find_ignoring_case(tag, &format!("</{name}")))
            .and_then(|close| tag[close..].find('>').map(|end| close + end + 1))
            .or_else(|| tag.find('>').map(|end| end + 1))
            .unwrap_or(tag.len());
        let block = [
            "</p",
            "</h",
            "</li",
            "</div",
            "</figcaption",
            "</title",
            "<br",
        ];
        let ends_block = block.iter().any(|name| lower.starts_with(name)) && end >= 2;
        if ends_block {
            out.push_str("\n\n");
            out.extend(std::iter::repeat_n(' ', end - 2));
        } else {
            out.extend(std::iter::repeat_n(' ', end));
        }
        rest = &tag[end..];
    }
    out.push_str(rest);
    out
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    text.as_bytes()
        .windows(word.len())
        .position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_blanked_and_places_stay() {
        let html = "<p>Vier <b>Bürger</b></p><script>if (a < b) {}</script>fünf";
        let text = without_tags(html);
        assert_eq!(text.len(), html.len());
        assert_eq!(text.find("fünf"), html.find("fünf"));
        assert!(!text.contains("if (a"));
    }
}
