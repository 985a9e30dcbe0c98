//! Draws a [`Diagnostic`] as rustc draws its own: title, excerpts with carets, help, notes.
//!
//! In: a diagnostic. Out: styled text; whoever writes it to something that is no terminal strips the styles.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::Annotation;
use annotate_snippets::AnnotationKind;
use annotate_snippets::Element;
use annotate_snippets::Group;
use annotate_snippets::Level as Heading;
use annotate_snippets::Origin;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet as Excerpt;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::diagnostic::Snippet;
use crate::report::paper;

/// Draws one diagnostic for a terminal of `width` columns; ends with a line end.
pub fn diagnostic(diagnostic: &Diagnostic, width: usize) -> String {
    let heading = match diagnostic.level {
        Level::Error => Heading::ERROR,
        Level::Warning => Heading::WARNING,
        Level::Note => Heading::NOTE,
    };
    let mut group = heading
        .primary_title(&*diagnostic.title)
        .id(&*diagnostic.code)
        .elements(diagnostic.snippets.iter().map(excerpt));
    if diagnostic.snippets.is_empty() && !diagnostic.path.is_empty() {
        let mut origin = Origin::path(&*diagnostic.path);
        if diagnostic.line > 0 {
            origin = origin.line(diagnostic.line as usize);
            origin = origin.char_column(diagnostic.column as usize);
        }
        group = group.element(origin);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Heading::HELP.message(&**help));
    }
    for note in &diagnostic.notes {
        group = group.element(Heading::NOTE.message(&**note));
    }
    render(group, width)
}

/// The lines of a group, drawn.
pub(super) fn render(group: Group<'_>, width: usize) -> String {
    let mut drawn = Renderer::styled().term_width(width).render(&[group]);
    drawn.push('\n');
    paper::safe(drawn)
}

fn excerpt(snippet: &Snippet) -> Element<'_> {
    let annotations = snippet.labels.iter().map(|label| -> Annotation<'_> {
        let kind = if label.primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let message = Some(&*label.message).filter(|message| !message.is_empty());
        kind.span(label.span.range()).label(message)
    });
    Excerpt::source(&*snippet.text)
        .line_start(snippet.first_line as usize)
        .path(&*snippet.path)
        .annotations(annotations)
        .into()
}

/// How codes begin that a corpus can give by the thousand.
const OF_SOURCES: &str = "source-";

/// Draws all, most serious first, in the order given within a level; of many sources with one problem `at_most` are
/// drawn, and a line says how many more there are. Mistakes in rules are drawn all.
pub fn diagnostics(all: &[Diagnostic], width: usize, at_most: usize) -> String {
    let mut drawn = String::new();
    for level in [Level::Error, Level::Warning, Level::Note] {
        let mut of_code: BTreeMap<&str, usize> = BTreeMap::new();
        for found in all.iter().filter(|found| found.level == level) {
            let count = of_code.entry(&found.code).or_default();
            *count += 1;
            if *count <= at_most || !found.code.starts_with(OF_SOURCES) {
                drawn.push_str(&diagnostic(found, width));
                drawn.push('\n');
            }
        }
        for (code, count) in of_code {
            if count > at_most && code.starts_with(OF_SOURCES) {
                let more = count - at_most;
                let _ = writeln!(drawn, "… and {more} more like it [{code}]\n");
            }
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Label;
    use crate::span::Span;

    fn plain(drawn: &str) -> String {
        anstream::adapter::strip_str(drawn).to_string()
    }

    #[test]
    fn a_diagnostic_points_at_the_words_and_says_the_next_step() {
        let text = "[[article]]\nfile = \"one.txt\"\noutled = \"The Harbour Herald\"\n";
        let at = text.find("outled").expect("is there");
        let found = Diagnostic::on_file(
            "source-unknown-key",
            Level::Warning,
            "corpus/corpus.toml",
            "unknown key `outled`",
        )
        .with_labels(
            text,
            vec![Label::primary(
                Span::new(at, at + 6),
                "not a key of an article",
            )],
        )
        .with_help("did you mean `outlet`?");
        insta::assert_snapshot!(plain(&diagnostic(&found, 80)), @r#"
        warning[source-unknown-key]: unknown key `outled`
         --> corpus/corpus.toml:3:1
          |
        3 | outled = "The Harbour Herald"
          | ^^^^^^ not a key of an article
          |
          = help: did you mean `outlet`?
        "#);
    }

    #[test]
    fn errors_come_before_notes_and_many_alike_are_counted() {
        let note = Diagnostic::on_file("source-note", Level::Note, "a.txt", "no outlet");
        let error = Diagnostic::on_file("an-error", Level::Error, "b.txt", "no text");
        let all = [note.clone(), note.clone(), note, error];
        insta::assert_snapshot!(plain(&diagnostics(&all, 80, 2)), @r"
        error[an-error]: no text
        --> b.txt

        note[source-note]: no outlet
        --> a.txt

        note[source-note]: no outlet
        --> a.txt

        … and 1 more like it [source-note]
        ");
    }
}
