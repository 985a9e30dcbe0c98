//! Runs a job again whenever one of its files is saved: `--watch`.
//!
//! In: the paths of a job. Out: a call for each change, with the files that changed. What is shown is the job's affair.
//!
//! The system's notices only wake it; whether anything changed is read off the files themselves, so that an editor's
//! swap file or a touched folder runs nothing. Where there are no notices (a network drive, or too many watches) it looks
//! every quarter of a second.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::io::Read as _;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::sync::mpsc::channel;
use std::time::Duration;
use std::time::SystemTime;

use clap::ValueEnum;
use notify::RecommendedWatcher;
use notify::RecursiveMode;
use notify::Watcher as _;

/// Whether a job is run again, as an option of its sub-command.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Args {
    /// Run again whenever one of its files is saved, and show what changed
    ///
    /// Ends with Ctrl-C or, where a program started it, with its input.
    #[arg(
        long,
        value_enum,
        value_name = "HOW",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "notices"
    )]
    pub(super) watch: Option<How>,
}

/// How to hear of changes.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub(super) enum How {
    /// By the system's notices
    Notices,
    /// By looking every quarter of a second: for network drives
    Poll,
}

/// An editor writes a file in several steps; the run waits until none has come for so long.
const QUIET: Duration = Duration::from_millis(30);
/// Between two looks where there are no notices.
const LOOK: Duration = Duration::from_millis(250);

enum Wake {
    Changed,
    End,
}

/// When a file was last written, and how long it is.
type Stamp = (Option<SystemTime>, u64);
/// The files of a job.
type Stamps = BTreeMap<PathBuf, Stamp>;

/// The files of a job, as they were when last looked at.
pub(super) struct Watch<'p> {
    paths: Vec<&'p Path>,
    /// What the job itself writes.
    output: Option<&'p Path>,
    seen: Stamps,
    woken: Receiver<Wake>,
    /// Kept, as its end ends the notices. `None`: polling.
    _notices: Option<RecommendedWatcher>,
    polls: bool,
}

impl<'p> Watch<'p> {
    /// Watches `paths`, but for `output`. To be called before the first run, so that no change is missed.
    pub(super) fn new(paths: Vec<&'p Path>, output: Option<&'p Path>, how: How) -> Self {
        let (watch, send) = Self::endless(paths, output, how);
        ends_with_input(send);
        watch
    }

    /// And what it is woken by.
    fn endless(paths: Vec<&'p Path>, output: Option<&'p Path>, how: How) -> (Self, Sender<Wake>) {
        let (send, woken) = channel();
        let notices = (how == How::Notices)
            .then(|| notices(&paths, send.clone()).ok())
            .flatten();
        let watch = Self {
            seen: stamps(&paths, output),
            polls: notices.is_none(),
            _notices: notices,
            paths,
            output,
            woken,
        };
        (watch, send)
    }

    /// Shows all that was written to `out`, then waits for the next change.
    pub(super) fn next_after(
        &mut self,
        out: &mut dyn Write,
    ) -> std::io::Result<Option<Vec<PathBuf>>> {
        out.flush()?;
        Ok(self.next())
    }

    /// Waits for a change: the files that were written, made or removed. `None`: whoever started the run wants no more.
    fn next(&mut self) -> Option<Vec<PathBuf>> {
        loop {
            self.wake()?;
            let now = stamps(&self.paths, self.output);
            let changed: Vec<PathBuf> = now
                .iter()
                .filter(|(path, stamp)| self.seen.get(*path) != Some(stamp))
                .map(|(path, _)| path)
                .chain(self.seen.keys().filter(|path| !now.contains_key(*path)))
                .cloned()
                .collect();
            self.seen = now;
            if !changed.is_empty() {
                return Some(changed);
            }
        }
    }

    /// Sleeps until something may have changed and all is quiet again.
    fn wake(&self) -> Option<()> {
        if self.polls {
            return match self.woken.recv_timeout(LOOK) {
                Ok(Wake::End) => None,
                Ok(Wake::Changed) | Err(RecvTimeoutError::Timeout) => Some(()),
                // Nobody is left who could end it: at a terminal that is Ctrl-C.
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(LOOK);
                    Some(())
                }
            };
        }
        let mut wake = self.woken.recv().ok()?;
        loop {
            if matches!(wake, Wake::End) {
                return None;
            }
            match self.woken.recv_timeout(QUIET) {
                Ok(next) => wake = next,
                Err(_) => return Some(()),
            }
        }
    }
}

/// The files named in the line above what changed with them.
const NAMED: usize = 3;

/// Tells which files were saved.
pub(super) fn heading(changed: &[PathBuf], out: &mut dyn Write) -> std::io::Result<()> {
    let names: Vec<String> = changed
        .iter()
        .take(NAMED)
        .map(|path| path.display().to_string())
        .collect();
    let more = changed.len().saturating_sub(NAMED);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    writeln!(out, "\n── {}{more} ──", names.join(", "))
}

fn notices(paths: &[&Path], send: Sender<Wake>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading the files is an event too; an error may have hidden one.
        if event.is_ok_and(|event| event.kind.is_access()) {
            return;
        }
        // Nobody listens any more: the run has ended.
        let _ = send.send(Wake::Changed);
    })?;
    for path in paths {
        if path.is_dir() {
            watcher.watch(path, RecursiveMode::Recursive)?;
        } else {
            // Its folder: many editors save by putting another file in its place.
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            watcher.watch(
                folder.unwrap_or(Path::new(".")),
                RecursiveMode::NonRecursive,
            )?;
        }
    }
    Ok(watcher)
}

/// Whoever starts this through a pipe ends it by closing that. A terminal is not read: there it is Ctrl-C.
fn ends_with_input(send: Sender<Wake>) {
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return;
    }
    std::thread::spawn(move || {
        let mut given = [0; 256];
        while input.read(&mut given).is_ok_and(|read| read > 0) {}
        let _ = send.send(Wake::End);
    });
}

fn stamps(paths: &[&Path], output: Option<&Path>) -> Stamps {
    let mut found = Stamps::new();
    for path in paths {
        add(path, true, output, &mut found);
    }
    found
}

#[expect(
    clippy::disallowed_methods,
    reason = "it looks when the files were written, and reads none of them"
)]
fn add(path: &Path, named: bool, output: Option<&Path>, found: &mut Stamps) {
    let hidden = || {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    // A link to a folder is not followed: it may lead back.
    let about = if named {
        path.metadata()
    } else {
        path.symlink_metadata()
    };
    let Ok(about) = about else { return };
    if output == Some(path) || (!named && hidden()) {
        return;
    }
    if about.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            add(&entry.path(), false, output, found);
        }
    } else {
        found.insert(path.to_owned(), (about.modified().ok(), about.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn changed(watch: &mut Watch<'_>, folder: &Path) -> Vec<String> {
        let changed = watch.next().expect("a change, not the end");
        let name = |path: &PathBuf| path.strip_prefix(folder).expect("inside").to_owned();
        let names = changed.iter().map(name);
        names
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn written_made_and_removed_files_are_told_and_hidden_ones_and_the_output_are_not() {
        for how in [How::Notices, How::Poll] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path();
            let write = |name: &str, text: &str| fs::write(path.join(name), text).expect("written");
            write("one.toml", "a");
            let output = path.join("run.json");
            let (mut watch, _send) = Watch::endless(vec![path], Some(&output), how);
            write("run.json", "{}");
            write(".one.toml.swp", "b");
            write("one.toml", "ab");
            assert_eq!(changed(&mut watch, path), ["one.toml"], "{how:?}");
            fs::create_dir(path.join("deep")).expect("made");
            write("deep/two.md", "c");
            // A new folder may be told before the file in it.
            assert_eq!(changed(&mut watch, path), ["deep/two.md"], "{how:?}");
            fs::remove_file(path.join("one.toml")).expect("removed");
            assert_eq!(changed(&mut watch, path), ["one.toml"], "{how:?}");
        }
    }
}
