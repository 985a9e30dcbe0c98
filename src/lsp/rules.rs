//! Diagnostics of a rule file, as an editor shows them.
//!
//! In: the diagnostics of `rule`. Out: those of the protocol, with the same words.

use lsp_types::DiagnosticRelatedInformation;
use lsp_types::DiagnosticSeverity;
use lsp_types::Location;
use lsp_types::NumberOrString;
use lsp_types::Uri;

use super::position::Lines;
use super::workspace::Document;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::diagnostic::Snippet;

/// What is wrong with the rule file `document`.
pub(super) fn diagnose(
    uri: &Uri,
    document: &Document,
    found: &[Diagnostic],
) -> Vec<lsp_types::Diagnostic> {
    found
        .iter()
        .map(|diagnostic| convert(uri, document, diagnostic))
        .collect()
}

fn convert(uri: &Uri, document: &Document, diagnostic: &Diagnostic) -> lsp_types::Diagnostic {
    let labels = || {
        diagnostic
            .snippets
            .iter()
            .flat_map(|snippet| snippet.labels.iter().map(move |label| (snippet, label)))
    };
    let place = |snippet: &Snippet, label: &Label| range(document, snippet, label);
    let main = labels()
        .find(|(_, label)| label.primary)
        .or_else(|| labels().next());
    let range = main.map_or_else(lsp_types::Range::default, |(snippet, label)| {
        place(snippet, label)
    });
    let mut message = diagnostic.title.clone();
    if let Some((_, label)) = main
        && !label.message.is_empty()
    {
        message = format!("{message}: {}", label.message);
    }
    for more in diagnostic.notes.iter().chain(&diagnostic.help) {
        message.push('\n');
        message.push_str(more);
    }
    let related: Vec<_> = labels()
        .filter(|(_, label)| main.is_none_or(|(_, main)| !std::ptr::eq(main, *label)))
        .map(|(snippet, label)| DiagnosticRelatedInformation {
            location: Location::new(uri.clone(), place(snippet, label)),
            message: label.message.clone(),
        })
        .collect();
    lsp_types::Diagnostic {
        range,
        severity: Some(severity(diagnostic.level)),
        code: Some(NumberOrString::String(diagnostic.code.clone())),
        source: Some("factcheck".to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        ..lsp_types::Diagnostic::default()
    }
}

/// The label's place in the document: its line by number, its column within the excerpt.
fn range(document: &Document, snippet: &Snippet, label: &Label) -> lsp_types::Range {
    let before = &snippet.text[..label.span.start as usize];
    let line = snippet.first_line + u32::try_from(before.matches('\n').count()).unwrap_or(0);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let excerpt = snippet.text[start..].lines().next().unwrap_or("");
    let document_line = document.text.lines().nth(line as usize - 1).unwrap_or("");
    let words = label.span.of(&snippet.text);
    let column = if excerpt == document_line {
        snippet.text[start..label.span.start as usize]
            .chars()
            .count()
    } else {
        // A long line is cut in the excerpt.
        document_line
            .find(words)
            .map_or(0, |at| document_line[..at].chars().count())
    };
    let number = |n| u32::try_from(n).unwrap_or(u32::MAX);
    Lines::range_at(
        &document.lines,
        &document.text,
        line,
        number(column) + 1,
        number(words.chars().count()),
    )
}

pub(super) fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Note => DiagnosticSeverity::INFORMATION,
    }
}
