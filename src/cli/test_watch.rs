//! `factcheck test --watch`: the tests again after every save, of the files that changed, and of those what went otherwise.
//!
//! In: the arguments of `test`. Out: the first run's failures in full; then, at each save, the tests that fail now or fail
//! otherwise, in a line each those that are right now, and the count.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use crate::cli::Exit;
use crate::cli::output;
use crate::cli::test;
use crate::cli::test::Args;
use crate::cli::watch;
use crate::cli::watch::Watch;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::report;
use crate::rule;
use crate::rule::Loaded;
use crate::rule_test;
use crate::rule_test::Tested;

/// A test, wherever in the file it stands: claim, text, and what else makes it another.
type Key = (String, String, String);

/// How one test went.
struct One {
    failed: bool,
    got: String,
    told: Option<Diagnostic>,
}

/// How one file's tests went.
#[derive(Default)]
struct OfFile {
    /// Of its text and of the outlets', to tell whether it changed.
    sha256: String,
    tests: BTreeMap<Key, One>,
    /// Claims that no test makes speak.
    silent: Vec<Diagnostic>,
    claims: usize,
}

type Files = BTreeMap<String, OfFile>;

pub(super) fn run(args: &Args, how: watch::How, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let paths = args.rules.iter().map(PathBuf::as_path).collect();
    let mut watch = Watch::new(paths, None, how);
    let mut last: Option<(Files, Vec<Diagnostic>)> = None;
    loop {
        let loaded = rule::load(&args.rules);
        if last.is_none() && !loaded.rules.stories.is_empty() {
            test::known(&args.only, &loaded.rules)?;
        }
        let (before, mistakes) = last.take().unwrap_or_default();
        let width = output::width(true);
        let drawn = report::changed_diagnostics(&mistakes, &loaded.diagnostics, width, test::SHOWN);
        write!(out, "{}", drawn.unwrap_or_default())?;
        let now = again(args, &loaded, before, width, out)?;
        let exit = summary(args, &loaded, &now, out)?;
        last = Some((now, loaded.diagnostics));
        let Some(changed) = watch.next_after(out)? else {
            return Ok(exit);
        };
        watch::heading(&changed, out)?;
    }
}

/// Tests the files that changed and shows what went otherwise. A file with a mistake keeps what it had.
fn again(
    args: &Args,
    loaded: &Loaded,
    mut before: Files,
    width: usize,
    out: &mut dyn Write,
) -> anyhow::Result<Files> {
    let mut now = Files::new();
    // Names of outlets bear on every story's tests.
    let outlets = loaded.files.iter().filter(|file| file.story.is_none());
    let outlets: String = outlets
        .filter(|file| file.path.ends_with("outlets.toml"))
        .map(|file| &*file.sha256)
        .collect();
    for file in &loaded.files {
        let sha256 = format!("{}{outlets}", file.sha256);
        let old = before.remove(&file.path);
        let Some(story) = file.story.map(|index| &loaded.rules.stories[index]) else {
            now.extend(old.map(|old| (file.path.clone(), old)));
            continue;
        };
        let old = match old {
            Some(old) if old.sha256 == sha256 => {
                now.insert(file.path.clone(), old);
                continue;
            }
            other => other.unwrap_or_default(),
        };
        let tested = rule_test::run(&loaded.rules, &|of, claim| {
            of.id == story.id && test::wanted(args, of, claim)
        });
        let level = test::silence(args);
        let silent = tested.coverage.iter();
        let fresh = OfFile {
            sha256,
            tests: tested.tests.iter().map(one).collect(),
            silent: silent.filter_map(|claim| claim.diagnostic(level)).collect(),
            claims: tested.coverage.len(),
        };
        show(&old, &fresh, width, out)?;
        now.insert(file.path.clone(), fresh);
    }
    Ok(now)
}

fn one(tested: &Tested<'_>) -> (Key, One) {
    let test = tested.test;
    let context = format!("{:?} {:?} {:?}", test.title, test.outlet, test.published);
    let key = (tested.claim().id.clone(), test.text.clone(), context);
    let one = One {
        failed: tested.went.failed(),
        got: format!("{:?} {:?} {:?}", tested.went, tested.verdict, tested.fault),
        told: tested.diagnostic(),
    };
    (key, one)
}

/// Columns of a text that is quoted in a line.
const QUOTED: usize = 60;

fn show(before: &OfFile, now: &OfFile, width: usize, out: &mut dyn Write) -> anyhow::Result<()> {
    let other = |key: &Key, one: &One| before.tests.get(key).is_none_or(|old| old.got != one.got);
    let told: Vec<Diagnostic> = now
        .tests
        .iter()
        .filter(|(key, one)| other(key, one))
        .filter_map(|(_, one)| one.told.clone())
        .collect();
    write!(out, "{}", report::diagnostics(&told, width, test::SHOWN))?;
    for (key, _) in now.tests.iter().filter(|(_, one)| !one.failed) {
        if before.tests.get(key).is_some_and(|old| old.failed) {
            let (claim, text, _) = key;
            let words: String = text.chars().take(QUOTED).collect();
            let more = if words.len() < text.len() { "…" } else { "" };
            writeln!(out, "right now: {claim}: «{words}{more}»")?;
        }
    }
    let drawn = report::changed_diagnostics(&before.silent, &now.silent, width, test::SHOWN);
    write!(out, "{}", drawn.unwrap_or_default())?;
    Ok(())
}

fn summary(
    args: &Args,
    loaded: &Loaded,
    files: &Files,
    out: &mut dyn Write,
) -> anyhow::Result<Exit> {
    let tests: usize = files.values().map(|file| file.tests.len()).sum();
    let failed = |file: &OfFile| file.tests.values().filter(|one| one.failed).count();
    let failed: usize = files.values().map(failed).sum();
    let silent: usize = files.values().map(|file| file.silent.len()).sum();
    let claims: usize = files.values().map(|file| file.claims).sum();
    let mistake = |one: &Diagnostic| one.level == Level::Error;
    let mistakes = loaded.diagnostics.iter().any(mistake);
    // A file with a mistake can't be tested: what it got when it was last good stands.
    let when = if mistakes { "before the mistake, " } else { "" };
    write!(out, "{when}{tests} tests: {failed} failed; ")?;
    writeln!(out, "{} of {claims} claims speak", claims - silent)?;
    let untested = files.values().any(|file| file.tests.is_empty()) && args.only.is_empty();
    let mut exit = Exit::Clean;
    if failed > 0 || untested || (args.strict && silent > 0) {
        exit = exit.and(Exit::RuleTestFailed);
    }
    if mistakes || loaded.rules.stories.is_empty() {
        exit = exit.and(Exit::NotChecked);
    }
    Ok(exit)
}
