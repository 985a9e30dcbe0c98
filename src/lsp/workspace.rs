//! What the editor has open, and what lies beside it.
//!
//! In: texts as they are typed, and the folder of the project. Out: rules compiled from both: an open file's text goes
//! before the disk's. Compiled rules are kept until a rule file changes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;
use std::str::FromStr as _;

use lsp_types::Uri;

use super::position::Lines;
use crate::rule;
use crate::rule::Loaded;

/// An open document.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Its text now.
    pub(super) text: String,
    /// Its lines.
    pub(super) lines: Lines,
}

impl Document {
    pub(super) fn new(text: String) -> Self {
        let lines = Lines::new(&text);
        Self { text, lines }
    }
}

/// The project under the editor's hands.
#[derive(Clone, Debug, Default)]
pub(super) struct Workspace {
    /// Folder of the rule files.
    pub(super) rules: PathBuf,
    /// Folder of the reports, for «its verdicts on the corpus».
    pub(super) corpus: PathBuf,
    /// By path.
    pub(super) open: BTreeMap<PathBuf, Document>,
    loaded: Option<Loaded>,
}

impl Workspace {
    /// A project at `root`: rules in `rules/`, reports in `corpus/`.
    pub(super) fn new(root: &Path) -> Self {
        Self {
            rules: root.join("rules"),
            corpus: root.join("corpus"),
            ..Self::default()
        }
    }

    /// Takes a document's new text.
    pub(super) fn change(&mut self, path: PathBuf, text: String) {
        if is_rules(&path) {
            self.loaded = None;
        }
        self.open.insert(path, Document::new(text));
    }

    /// Forgets a document.
    pub(super) fn close(&mut self, path: &Path) {
        if is_rules(path) {
            self.loaded = None;
        }
        self.open.remove(path);
    }

    /// Forgets compiled rules: a file changed on the disk.
    pub(super) fn reload(&mut self) {
        self.loaded = None;
    }

    /// The rules as last compiled.
    pub(super) fn kept(&self) -> Option<&Loaded> {
        self.loaded.as_ref()
    }

    /// The rules of the project, open texts first.
    pub(super) fn loaded(&mut self) -> &Loaded {
        let (rules, open) = (&self.rules, &self.open);
        self.loaded.get_or_insert_with(|| {
            if !rules.is_dir() {
                return Loaded::default();
            }
            let mut texts = rule::texts(rules);
            for (path, document) in open
                .iter()
                .filter(|(path, _)| path.parent() == Some(rules) && is_rules(path))
            {
                let shown = path.to_string_lossy().into_owned();
                match texts.iter_mut().find(|(known, _)| *known == shown) {
                    Some((_, text)) => text.clone_from(&document.text),
                    None => texts.push((shown, document.text.clone())),
                }
            }
            let texts: Vec<(&str, &str)> = texts
                .iter()
                .map(|(path, text)| (&**path, &**text))
                .collect();
            rule::load_texts(&texts)
        })
    }
}

/// Whether a path is that of a rule file.
pub(super) fn is_rules(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "toml")
}

/// Whether a path is that of a report.
pub(super) fn is_report(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        extension == "md" || extension == "txt" || extension == "html" || extension == "htm"
    })
}

/// The file that `uri` names; `None` where it is no file.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    if uri.scheme().is_some_and(|scheme| scheme.as_str() != "file") {
        return None;
    }
    let decoded = uri.path().as_estr().decode().into_string().ok()?;
    // «/C:/…» on Windows.
    let drive = decoded.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if drive { &decoded[1..] } else { &*decoded }))
}

/// The URI of a file.
pub(super) fn uri_of(path: &Path) -> Option<Uri> {
    let mut uri = "file://".to_owned();
    let shown = path.to_string_lossy().replace('\\', "/");
    if !shown.starts_with('/') {
        uri.push('/');
    }
    for byte in shown.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    Uri::from_str(&uri).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_uris_are_two_ways_to_say_the_same() {
        let path = Path::new("/stories/Port Maren/rügen.toml");
        let uri = uri_of(path).expect("a URI");
        assert_eq!(uri.as_str(), "file:///stories/Port%20Maren/r%C3%BCgen.toml");
        assert_eq!(path_of(&uri).as_deref(), Some(path));
    }
}
