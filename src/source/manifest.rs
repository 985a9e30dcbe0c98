//! `corpus.toml`: what is known of the plain files beside it.
//!
//! In: the manifest's text. Out: metadata by file, and everything that is wrong with it.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::source::metadata::Fault;
use crate::source::metadata::Metadata;
use crate::span::Span;

/// The manifest's file name.
pub(super) const NAME: &str = "corpus.toml";

/// What is known of the files of one folder.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// By path, folder included, as `records` names files.
    pub(super) files: BTreeMap<PathBuf, Arc<Metadata>>,
    /// Where the value of `file` stands, to point at files that are missing.
    pub(super) places: Vec<(PathBuf, Span)>,
    /// What is wrong.
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads the manifest of `folder`.
pub(super) fn parse(folder: &Path, path: &str, text: &str) -> Manifest {
    let mut manifest = Manifest::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().map_or(Span::default(), Span::from);
        manifest.faults.push(
            Diagnostic::on_file("source-bad-toml", Level::Error, path, "this is no TOML")
                .with_labels(text, vec![Label::primary(span, error.message())]),
        );
    }
    let mut faults = Vec::new();
    for (key, value) in table.get_ref() {
        if key.get_ref() != "article" {
            faults.push(Fault {
                code: "source-unknown-key",
                span: key.span().into(),
                title: format!("unknown table `{}`", key.get_ref()),
                label: "not a table of a manifest",
                help: Some("a manifest has `[[article]]` tables only".to_owned()),
            });
            continue;
        }
        let articles = match value.get_ref() {
            DeValue::Array(articles) => articles.iter().collect(),
            _ => vec![value],
        };
        for article in articles {
            if let Err(fault) = manifest.article(folder, text, article, &mut faults) {
                faults.push(fault);
            }
        }
    }
    manifest
        .faults
        .extend(faults.iter().map(|fault| told(fault, path, text)));
    manifest
}

impl Manifest {
    /// Adds one article; `faults` takes what is wrong with its metadata.
    fn article(
        &mut self,
        folder: &Path,
        text: &str,
        article: &Spanned<DeValue<'_>>,
        faults: &mut Vec<Fault>,
    ) -> Result<(), Fault> {
        let DeValue::Table(fields) = article.get_ref() else {
            return Err(Fault {
                code: "source-wrong-type",
                span: article.span().into(),
                title: "`article` is no table".to_owned(),
                label: "should be a table",
                help: Some("write `[[article]]`".to_owned()),
            });
        };
        let metadata = Metadata::from_toml(fields, text, &["file"], faults);
        let file = fields.iter().find(|(key, _)| key.get_ref() == "file");
        let (_, file) = file.ok_or_else(|| Fault {
            code: "source-no-file",
            span: article.span().into(),
            title: "an article names no file".to_owned(),
            label: "has no `file`",
            help: Some("add `file = \"…\"`, relative to the manifest".to_owned()),
        })?;
        let span = Span::from(file.span());
        let DeValue::String(name) = file.get_ref() else {
            return Err(Fault {
                code: "source-wrong-type",
                span,
                title: "`file` is no text".to_owned(),
                label: "should be a string",
                help: None,
            });
        };
        let listed = folder.join(&**name);
        self.places.push((listed.clone(), span));
        let before = self.files.insert(listed, Arc::new(metadata));
        before.map_or(Ok(()), |_| {
            Err(Fault {
                code: "source-listed-twice",
                span,
                title: format!("`{name}` is listed twice"),
                label: "listed above already",
                help: None,
            })
        })
    }
}

/// The diagnostic of a fault in `text`, the whole text of the file at `path`.
pub(super) fn told(fault: &Fault, path: &str, text: &str) -> Diagnostic {
    let mut told = Diagnostic::on_file(fault.code, Level::Warning, path, &*fault.title)
        .with_labels(text, vec![Label::primary(fault.span, fault.label)]);
    told.help.clone_from(&fault.help);
    told
}

/// The diagnostic of a listed file that is not there.
pub(super) fn missing(path: &str, text: &str, file: &Path, span: Span) -> Diagnostic {
    let title = format!("`{}` is listed but not there", file.display());
    Diagnostic::on_file("source-listed-missing", Level::Error, path, title)
        .with_labels(text, vec![Label::primary(span, "no such file")])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Manifest {
        parse(Path::new("corpus"), "corpus/corpus.toml", text)
    }

    #[test]
    fn every_article_is_known_by_its_path() {
        let manifest = parsed("[[article]]\nfile = \"one.txt\"\noutlet = \"The Harbour Herald\"\n");
        assert!(manifest.faults.is_empty());
        let one = &manifest.files[Path::new("corpus/one.txt")];
        assert_eq!(one.outlet.as_deref(), Some("The Harbour Herald"));
    }

    #[test]
    fn all_faults_are_told_at_once_and_the_rest_is_read() {
        let text = "[[article]]\noutlet = 1\n[[article]]\nfile = \"a.txt\"\npublishd = 2023-06-19\n[[article]]\nfile = \"a.txt\"\n[[articles]]\n";
        let manifest = parsed(text);
        let told: Vec<String> = manifest
            .faults
            .iter()
            .map(|fault| format!("{}:{} {}", fault.line, fault.column, fault.code))
            .collect();
        insta::assert_snapshot!(told.join("\n"), @r"
        2:10 source-wrong-type
        1:1 source-no-file
        5:1 source-unknown-key
        7:8 source-listed-twice
        8:3 source-unknown-key
        ");
        assert_eq!(manifest.files.len(), 1);
    }
}
