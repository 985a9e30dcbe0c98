//! Rule files from the disk: a folder, or files by name.
//!
//! In: paths. Out: the rules of every good file, and every mistake of every bad one. A broken file doesn't stop the
//! others.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;

use sha2::Digest as _;
use sha2::Sha256;
use toml::de::DeTable;

use super::beside;
use super::compile;
use super::excerpt::FileText;
use super::file;
use super::set::RuleSet;
use super::set::Story;
use super::slip::slip;
use super::table::Problems;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::span::Span;

/// A rule file that was read, good or not.
#[derive(Clone, Debug)]
pub struct RuleSource {
    /// As the user gave it.
    pub path: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Index into [`RuleSet::stories`], where it compiled to one.
    pub story: Option<usize>,
}

/// What loading gives.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The rules of the good files.
    pub rules: RuleSet,
    /// Every file, in order of path.
    pub files: Vec<RuleSource>,
    /// Every mistake, in order of path and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads rule files: of a folder every `*.toml` directly in it, of files those.
///
/// `outlets.toml` and `rulings.toml` are known by name.
pub fn load(paths: &[PathBuf]) -> Loaded {
    let mut loaded = Loaded::default();
    let mut files = Vec::new();
    for path in paths {
        match toml_files(path) {
            Ok(found) => files.extend(found),
            Err(diagnostic) => loaded.diagnostics.push(*diagnostic),
        }
    }
    files.sort();
    files.dedup();
    let mut texts = Vec::new();
    for path in files {
        let shown = path.to_string_lossy().into_owned();
        match read(&path, &shown) {
            Ok(text) => texts.push((shown, text)),
            Err(diagnostic) => loaded.diagnostics.push(*diagnostic),
        }
    }
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let mut rest = load_texts(&texts);
    rest.diagnostics.splice(0..0, loaded.diagnostics);
    rest
}

/// The rule files of a folder that can be read, with their texts, in order of path.
pub fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut files = toml_files(folder).unwrap_or_default();
    files.sort();
    let shown = |path: &PathBuf| path.to_string_lossy().into_owned();
    files
        .iter()
        .filter_map(|path| Some((shown(path), read(path, &shown(path)).ok()?)))
        .collect()
}

/// Loads rule files whose texts are at hand.
pub fn load_texts(files: &[(&str, &str)]) -> Loaded {
    let mut loaded = Loaded::default();
    let mut by_id: HashMap<String, String> = HashMap::new();
    let mut all_good = true;
    let mut beside_stories = Vec::new();
    for &(path, text) in files {
        let mut source = RuleSource {
            path: path.to_owned(),
            sha256: hex(&Sha256::digest(text)),
            story: None,
        };
        if let Some(role) = beside::role(path) {
            beside_stories.push((role, path, text));
            loaded.files.push(source);
            continue;
        }
        let (story, diagnostics) = load_text(path, text);
        loaded.diagnostics.extend(diagnostics);
        let other = story.as_ref().and_then(|story| by_id.get(&story.id));
        match (story, other) {
            (Some(story), Some(other)) => {
                all_good = false;
                loaded.diagnostics.push(twice(&story, other));
            }
            (Some(story), None) => {
                by_id.insert(story.id.clone(), path.to_owned());
                source.story = Some(loaded.rules.stories.len());
                loaded.rules.stories.push(story);
            }
            (None, _) => all_good = false,
        }
        loaded.files.push(source);
    }
    for (role, path, text) in beside_stories {
        let found = beside::load(role, path, text, &mut loaded.rules, all_good);
        loaded.diagnostics.extend(found);
    }
    loaded
}

/// Reads one story's file. A story with a mistake is `None`; warnings don't count.
pub fn load_text(path: &str, text: &str) -> (Option<Story>, Vec<Diagnostic>) {
    let file = FileText::new(path, text);
    let mut problems = Problems::new(&file);
    let root = parse(text, &mut problems);
    let written = file::read(root.get_ref(), &mut problems);
    let story = compile::compile(&written, &mut problems);
    (story, problems.into_diagnostics())
}

/// The TOML of a file, as far as it is TOML; every error of syntax at once.
pub(super) fn parse<'t>(text: &'t str, problems: &mut Problems<'_>) -> toml::Spanned<DeTable<'t>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    problems.broken = !errors.is_empty();
    let mut breaks: Vec<Span> = Vec::new();
    let mut last_line = None;
    let headers = OnceCell::new();
    for error in errors {
        let span: Span = error.span().unwrap_or(0..0).into();
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        if message.starts_with("duplicate key") {
            let headers = headers.get_or_init(|| Headers::of(text));
            duplicate(text, span, headers, problems);
            continue;
        }
        // What follows a mistake on its line is the same mistake.
        let line = problems.file.position(span.start as usize).line;
        if last_line.replace(line) == Some(line) {
            breaks.push(span);
            continue;
        }
        if problems.enough() {
            problems.error("rule-syntax", "this is no TOML", span, message, None);
            continue;
        }
        let slip = slip(text, span, &message);
        problems.error(
            "rule-syntax",
            "this is no TOML",
            slip.span,
            slip.label,
            slip.help,
        );
        if slip.stops {
            return toml::Spanned::new(0..0, DeTable::new());
        }
        breaks.push(span);
    }
    problems.breaks = breaks;
    root
}

/// The headers of a file, looked up in the same short time however many mistakes there are.
struct Headers<'t> {
    /// Where each stands, and whether the same stands above it.
    starts: Vec<(usize, bool)>,
    known: HashSet<&'t str>,
}

impl<'t> Headers<'t> {
    fn of(text: &'t str) -> Self {
        let mut known = HashSet::new();
        let mut starts = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if line.starts_with('[') {
                let title = line.trim_end();
                let again = !known.insert(title) && !title.starts_with("[[");
                starts.push((at, again));
            }
            at += line.len();
        }
        Self { starts, known }
    }

    /// Whether the table that holds `offset` is there a second time.
    fn again(&self, offset: usize) -> bool {
        let next = self.starts.partition_point(|&(start, _)| start <= offset);
        next.checked_sub(1).is_some_and(|last| self.starts[last].1)
    }
}

/// A key that is there twice.
fn duplicate(text: &str, span: Span, headers: &Headers<'_>, problems: &mut Problems<'_>) {
    let key = text.get(span.range()).unwrap_or_default();
    let before = &text[..span.start as usize];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    // What stands in a table that is there twice is told with the table.
    if !text[line..].starts_with('[') && headers.again(line) {
        return;
    }
    // `[claim]` and then `[[claim]]`: it is told that the first needs double brackets.
    let listed = before.ends_with("[[") || before.ends_with("[[claim.");
    let single = |header: String| headers.known.contains(&*header);
    if listed && (single(format!("[{key}]")) || single(format!("[claim.{key}]"))) {
        return;
    }
    let title = if key.is_empty() {
        "a key is there twice".to_owned()
    } else {
        format!("`{}` is there twice", super::table::shown(key))
    };
    let help = Some("put both together, or give one another name".to_owned());
    problems.error("rule-duplicate-key", title, span, "the second one", help);
}

fn twice(story: &Story, other: &str) -> Diagnostic {
    let title = format!("story `{}` is in two files", story.id);
    Diagnostic::on_file("rule-duplicate-story", Level::Error, &story.path, title)
        .with_note(format!("the other is {other}"))
        .with_help("give one of them another `id`")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        let _ = write!(all, "{byte:02x}");
        all
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    let path = path.to_string_lossy();
    let title = format!("cannot read `{path}`: {error}");
    let made = Diagnostic::on_file("rule-unreadable", Level::Error, &path, title);
    if error.kind() == std::io::ErrorKind::NotFound {
        let help = "`--rules` names the folder of the rule files; `factcheck new STORY` writes a first one";
        return made.with_help(help).into();
    }
    made.into()
}

#[expect(clippy::disallowed_methods, reason = "this is the door to rule files")]
fn read(path: &Path, shown: &str) -> Result<String, Box<Diagnostic>> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = memchr::memchr_iter(b'\n', &error.as_bytes()[..at]).count() + 1;
        let title = format!("this file is not UTF-8 text: line {line}");
        Diagnostic::on_file("rule-not-utf8", Level::Error, shown, title)
            .with_help("save it as UTF-8 in your editor")
            .into()
    })
}

#[expect(clippy::disallowed_methods, reason = "this is the door to rule files")]
fn toml_files(path: &Path) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
        let entry = entry.map_err(|error| unreadable(path, &error))?.path();
        let hidden = entry
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if entry.is_file()
            && !hidden
            && entry
                .extension()
                .is_some_and(|extension| extension == "toml")
        {
            found.push(entry);
        }
    }
    if found.is_empty() {
        let shown = path.to_string_lossy();
        let title = format!("no rule file in `{shown}`");
        return Err(
            Diagnostic::on_file("rule-none", Level::Error, &shown, title)
                .with_help("a rule file's name ends in `.toml`; `docs/rules.md` shows a whole one")
                .into(),
        );
    }
    Ok(found)
}
