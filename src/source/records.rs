//! The stream of raw records: folders, files, standard input, one after the other.
//!
//! In: paths as the user gave them. Out: raw records in a fixed order, and diagnostics for what can't be read. Nothing
//! is decoded here, and never more than one record is held.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::source::lines::Lines;
use crate::source::manifest;
use crate::source::metadata::Metadata;

/// How a record's bytes are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text, perhaps with front matter.
    Text,
    /// One JSON object.
    JsonLine,
}

/// One report as it lies there.
#[derive(Clone, Debug)]
pub struct Raw {
    /// The file, relative as the user gave it; `-` for standard input.
    pub path: String,
    /// Number of the record within its file, from 0.
    pub record: u64,
    /// Line of the file on which the record stands, from 1.
    pub line: u64,
    /// Byte offset of the record within its file.
    pub offset: u64,
    /// How to read it.
    pub form: Form,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether the user asked for this one: then a record that can't be checked is an error.
    pub(super) named: bool,
    /// What a manifest says of it.
    pub(super) listed: Option<Arc<Metadata>>,
}

impl Raw {
    /// A report whose text is at hand: what an editor has open.
    pub fn of_text(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            record: 0,
            line: 1,
            offset: 0,
            form: Form::Text,
            bytes: text.as_bytes().to_vec(),
            named: false,
            listed: None,
        }
    }
}

/// The records of `paths`, in order: a folder's files sorted by name, folders entered where their name stands.
///
/// A folder gives its files with one of the [`EXTENSIONS`] and whatever its manifest lists; files called `README` describe
/// a corpus and are no reports. A file named by the user is read whatever it is called. A file that is reached twice is
/// read once.
pub fn records(paths: &[PathBuf]) -> Records {
    Records {
        waiting: paths.iter().rev().cloned().map(Step::Named).collect(),
        named: paths.iter().cloned().collect(),
        read: (paths.len() > 1).then(BTreeSet::new),
        ..Records::default()
    }
}

/// What the reports of a folder are called.
pub const EXTENSIONS: [&str; 6] = ["txt", "md", "html", "htm", "jsonl", "ndjson"];

/// Whether a file holds one record a line, by its name.
pub fn is_lines(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("jsonl") || extension.eq_ignore_ascii_case("ndjson")
}

/// See [`records`].
#[derive(Debug, Default)]
pub struct Records {
    /// What is still to be done, last first.
    waiting: Vec<Step>,
    lines: Option<Lines>,
    /// What the manifests met so far list, by path; taken out when read.
    listed: BTreeMap<PathBuf, Arc<Metadata>>,
    /// Folders whose manifest has been read.
    known: BTreeSet<PathBuf>,
    /// The paths that the user named.
    named: BTreeSet<PathBuf>,
    /// The files read so far, where several paths may lead to one.
    read: Option<BTreeSet<PathBuf>>,
    /// Reports in the named folder that is being read.
    found: u64,
    /// Files in it that are no reports by their names, by extension.
    passed: BTreeMap<String, u64>,
}

#[derive(Debug)]
enum Step {
    /// A path that the user named.
    Named(PathBuf),
    /// The end of a folder that the user named.
    Left(PathBuf),
    /// A folder within a folder.
    Folder(PathBuf),
    /// A file within a folder.
    File(PathBuf),
    /// Something to tell.
    Told(Diagnostic),
}

impl Iterator for Records {
    type Item = Result<Raw, Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next_line() {
                    Ok(Some(raw)) => return Some(Ok(raw)),
                    Ok(None) => {
                        let (path, empty) = (lines.path.clone(), lines.record == 0);
                        self.lines = None;
                        if empty {
                            return Some(Err(self.no_record(&path)));
                        }
                    }
                    Err(error) => {
                        let told = unreadable(Path::new(&lines.path), &error);
                        self.lines = None;
                        return Some(Err(*told));
                    }
                }
            }
            let step = match self.waiting.pop()? {
                Step::Told(diagnostic) => return Some(Err(diagnostic)),
                Step::Named(path) if path.as_os_str() == STDIN => read_stdin(),
                Step::Named(path) if path.is_dir() => {
                    self.found = 0;
                    self.passed.clear();
                    self.waiting.push(Step::Left(path.clone()));
                    self.enter(&path)
                }
                Step::Left(path) => match self.left(&path) {
                    Some(told) => Err(told),
                    None => Ok(Opened::Nothing),
                },
                Step::Named(path) => {
                    self.know_folder_of(&path);
                    self.read(&path)
                }
                Step::Folder(path) => self.enter(&path),
                Step::File(path) => self.read(&path),
            };
            match step {
                Ok(Opened::Whole(raw)) => return Some(Ok(raw)),
                Ok(Opened::Lines(lines)) => self.lines = Some(lines),
                Ok(Opened::Nothing) => {}
                Err(diagnostic) => return Some(Err(*diagnostic)),
            }
        }
    }
}

enum Opened {
    Whole(Raw),
    Lines(Lines),
    Nothing,
}

impl Records {
    /// Puts a folder's content before everything that waits.
    #[expect(clippy::disallowed_methods, reason = "this is the door to reports")]
    fn enter(&mut self, folder: &Path) -> Result<Opened, Box<Diagnostic>> {
        let cannot = |error: io::Error| unreadable(folder, &error);
        let mut told = self.know(folder, true);
        let mut entries = fs::read_dir(folder)
            .and_then(Iterator::collect::<io::Result<Vec<_>>>)
            .map_err(cannot)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        let mut steps = Vec::new();
        for entry in entries {
            let path = entry.path();
            let kind = entry.file_type().map_err(cannot)?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                steps.push(Step::Folder(path));
            } else if kind.is_symlink() && (path.is_dir() || !path.exists()) {
                let title = if path.is_dir() {
                    "a link to a folder is not followed"
                } else {
                    "a link leads nowhere"
                };
                told.push(Diagnostic::on_file(
                    "source-link",
                    Level::Warning,
                    &shown(&path),
                    title,
                ));
            } else if self.listed.contains_key(&path) || is_report(&path) {
                self.found += 1;
                steps.push(Step::File(path));
            } else if !describes(&path) {
                let extension = path.extension().unwrap_or_default();
                let extension = extension.to_string_lossy().to_lowercase();
                *self.passed.entry(extension).or_default() += 1;
            }
        }
        self.waiting.extend(steps.into_iter().rev());
        self.waiting.extend(told.into_iter().rev().map(Step::Told));
        Ok(Opened::Nothing)
    }

    /// What is to be told of a folder that the user named, once it is read: files passed over, or that it has no report.
    fn left(&mut self, folder: &Path) -> Option<Box<Diagnostic>> {
        let path = shown(folder);
        let extensions = EXTENSIONS.map(|extension| format!("`.{extension}`"));
        let help = format!(
            "{} are read; name another file to have it read",
            extensions.join(", ")
        );
        let passed = std::mem::take(&mut self.passed);
        let mut kinds = passed
            .iter()
            .map(|(extension, count)| match extension.as_str() {
                "" => format!("{count} without extension"),
                extension => format!("{count} `.{extension}`"),
            })
            .collect::<Vec<_>>()
            .join(", ");
        if self.found == 0 {
            let title = format!("no report in `{path}`");
            let mut told = Diagnostic::on_file("source-none", Level::Error, &path, title);
            if !kinds.is_empty() {
                told = told.with_note(format!("files passed over: {kinds}"));
            }
            return Some(Box::new(told.with_help(help)));
        }
        if kinds.is_empty() {
            return None;
        }
        kinds.insert_str(0, "files passed over: ");
        let title = format!("{kinds} in `{path}`");
        Some(Box::new(
            Diagnostic::on_file("source-passed-over", Level::Note, &path, title).with_help(help),
        ))
    }

    /// What is to be told of a file of JSON lines, or of standard input, that holds none.
    fn no_record(&self, path: &str) -> Diagnostic {
        let level = if path == STDIN || self.named.contains(Path::new(path)) {
            Level::Error
        } else {
            Level::Warning
        };
        Diagnostic::on_file("source-empty", level, path, format!("`{path}` is empty"))
            .with_help("a line is a record: `{\"id\": \"…\", \"text\": \"…\"}`")
    }

    /// Whether `path` was read before, by another way.
    fn is_again(&mut self, path: &Path) -> bool {
        let Some(read) = &mut self.read else {
            return false;
        };
        fs::canonicalize(path).is_ok_and(|same| !read.insert(same))
    }

    /// Reads the manifest beside a file that the user named.
    fn know_folder_of(&mut self, file: &Path) {
        let folder = file.parent().unwrap_or(Path::new(""));
        let told = self.know(folder, false);
        self.waiting.extend(told.into_iter().rev().map(Step::Told));
    }

    /// Reads the manifest of `folder`, once; with `whole`, the files it lists must be there.
    #[expect(clippy::disallowed_methods, reason = "this is the door to reports")]
    fn know(&mut self, folder: &Path, whole: bool) -> Vec<Diagnostic> {
        let path = folder.join(manifest::NAME);
        if !self.known.insert(folder.to_owned()) || !path.is_file() {
            return Vec::new();
        }
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => return vec![*unreadable(&path, &error)],
        };
        let read = manifest::parse(folder, &shown(&path), &text);
        let mut told = read.faults;
        for (file, span) in read.places {
            if whole && !file.is_file() {
                told.push(manifest::missing(&shown(&path), &text, &file, span));
            }
        }
        self.listed.extend(read.files);
        told
    }

    #[expect(clippy::disallowed_methods, reason = "this is the door to reports")]
    fn read(&mut self, path: &Path) -> Result<Opened, Box<Diagnostic>> {
        let cannot = |error: io::Error| unreadable(path, &error);
        if self.is_again(path) {
            let path = shown(path);
            let title = format!("`{path}` was given twice, and is read once");
            let told = Diagnostic::on_file("source-twice", Level::Note, &path, title);
            return Err(Box::new(told));
        }
        let listed = self.listed.remove(path);
        let named = self.named.contains(path);
        if is_lines(path) {
            let file = BufReader::new(fs::File::open(path).map_err(cannot)?);
            let lines = Lines::new(Box::new(file), shown(path), listed, named);
            return Ok(Opened::Lines(lines));
        }
        let bytes = fs::read(path).map_err(cannot)?;
        let json = path.extension().is_some_and(|name| name == "json");
        if json && bytes.trim_ascii_start().first() == Some(&b'{') {
            return Ok(Opened::of_json(shown(path), bytes, listed, named));
        }
        Ok(Opened::Whole(whole(shown(path), bytes, listed, named)))
    }
}

impl Opened {
    /// A file called `.json`: one object over any number of lines, or JSON lines under another name.
    fn of_json(path: String, bytes: Vec<u8>, listed: Option<Arc<Metadata>>, named: bool) -> Self {
        if serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_ok() {
            let form = Form::JsonLine;
            return Self::Whole(Raw {
                form,
                ..whole(path, bytes, listed, named)
            });
        }
        let input = Box::new(io::Cursor::new(bytes));
        Self::Lines(Lines::new(input, path, listed, named))
    }
}

/// How standard input is called.
const STDIN: &str = "-";

fn read_stdin() -> Result<Opened, Box<Diagnostic>> {
    let mut input = BufReader::new(io::stdin());
    let cannot = |error: io::Error| unreadable(Path::new(STDIN), &error);
    let start = input.fill_buf().map_err(cannot)?.trim_ascii_start();
    if start.first() == Some(&b'{') {
        let lines = Lines::new(Box::new(input), STDIN.to_owned(), None, true);
        return Ok(Opened::Lines(lines));
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(cannot)?;
    Ok(Opened::Whole(whole(STDIN.to_owned(), bytes, None, true)))
}

fn whole(path: String, bytes: Vec<u8>, listed: Option<Arc<Metadata>>, named: bool) -> Raw {
    Raw {
        path,
        record: 0,
        line: 1,
        offset: 0,
        form: Form::Text,
        bytes,
        named,
        listed,
    }
}

fn is_report(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let mut known = EXTENSIONS.iter();
    !describes(path) && known.any(|known| extension.eq_ignore_ascii_case(known))
}

/// Whether a file tells of the reports beside it.
fn describes(path: &Path) -> bool {
    let readme = |stem: &std::ffi::OsStr| stem.eq_ignore_ascii_case("readme");
    path.file_stem().is_some_and(readme) || path.ends_with(manifest::NAME)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn unreadable(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    let path = shown(path);
    let title = format!("cannot read `{path}`: {error}");
    Box::new(Diagnostic::on_file(
        "source-unreadable",
        Level::Error,
        &path,
        title,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a place");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("in the folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        folder
    }

    fn read(folder: &Path, paths: &[PathBuf]) -> Vec<String> {
        let relative = |path: &str| {
            let path = Path::new(path);
            shown(path.strip_prefix(folder).unwrap_or(path))
        };
        records(paths)
            .map(|record| match record {
                Ok(raw) => format!("{}#{}@{}", relative(&raw.path), raw.record, raw.offset),
                Err(told) => format!("{} {}", told.code, relative(&told.path)),
            })
            .collect()
    }

    #[test]
    fn a_folder_is_read_in_order_of_path_and_only_reports_are() {
        let folder = folder(&[
            ("b.txt", "B"),
            ("a/z.md", "Z"),
            ("a/page.html", "<html>P"),
            ("a/lines.jsonl", "{\"text\":\"1\"}\n\n{\"text\":\"2\"}"),
            ("README.md", "what it is"),
            ("table.csv", "1,2"),
            (".hidden.txt", "x"),
        ]);
        assert_eq!(
            read(folder.path(), &[folder.path().to_owned()]),
            [
                "a/lines.jsonl#0@0",
                "a/lines.jsonl#1@14",
                "a/page.html#0@0",
                "a/z.md#0@0",
                "b.txt#0@0",
                "source-passed-over "
            ]
        );
    }

    #[test]
    fn a_bad_path_does_not_stop_the_others() {
        let folder = folder(&[("b.txt", "B")]);
        let paths = [folder.path().join("none.txt"), folder.path().join("b.txt")];
        assert_eq!(
            read(folder.path(), &paths),
            ["source-unreadable none.txt", "b.txt#0@0"]
        );
    }

    #[test]
    fn a_manifest_lists_files_of_any_name_and_those_missing_are_told() {
        let manifest = "[[article]]\nfile = \"one.wire\"\n[[article]]\nfile = \"gone.txt\"\n";
        let folder = folder(&[("corpus.toml", manifest), ("one.wire", "1")]);
        assert_eq!(
            read(folder.path(), &[folder.path().to_owned()]),
            ["source-listed-missing corpus.toml", "one.wire#0@0"]
        );
    }

    #[test]
    fn the_manifest_beside_a_named_file_is_used() {
        let manifest = "[[article]]\nfile = \"one.txt\"\noutlet = \"The Harbour Herald\"\n";
        let folder = folder(&[("corpus.toml", manifest), ("one.txt", "1")]);
        let raw = records(&[folder.path().join("one.txt")])
            .next()
            .expect("one")
            .expect("readable");
        let listed = raw.listed.expect("listed");
        assert_eq!(listed.outlet.as_deref(), Some("The Harbour Herald"));
    }
}
