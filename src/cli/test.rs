//! `factcheck test [RULES]`: runs the tests that stand in rule files.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context as _;
use anyhow::bail;

use crate::cli::Exit;
use crate::cli::output;
use crate::cli::test_watch;
use crate::cli::watch;
use crate::diagnostic::Level;
use crate::report;
use crate::rule;
use crate::rule::Claim;
use crate::rule::RuleSet;
use crate::rule::Story;
use crate::rule_test;
use crate::rule_test::Coverage;
use crate::rule_test::TestReport;
use crate::rule_test::Went;
use crate::rule_test::mutate::Mutated;
use crate::rule_test::mutate::mutate;

/// Run the tests in rule files
///
/// Each `[[claim.test]]` is a text and the verdict it should get. Exit code 3 if one gets another, 2 if a rule file has
/// a mistake.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct Args {
    /// Rule files, or folders of them
    #[arg(default_value = "rules")]
    pub(super) rules: Vec<PathBuf>,
    /// Only claims whose id (or story/id) is this or begins with it
    #[arg(long, value_name = "ID")]
    pub(super) only: Vec<String>,
    /// A claim that no test makes speak, a warning else, is a failure
    #[arg(long)]
    pub(super) strict: bool,
    /// List for each claim its tests and the verdicts they reach
    #[arg(long, conflicts_with = "watch")]
    coverage: bool,
    /// Write the verdicts that tests get into the rule files, where they differ
    #[arg(long, conflicts_with = "watch")]
    update: bool,
    /// Change the fact in each supported test, and show what the rules let pass
    #[arg(long, conflicts_with = "watch")]
    mutate: bool,
    #[command(flatten)]
    watch: watch::Args,
}

/// Failures of one sort drawn in full.
pub(super) const SHOWN: usize = 50;

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if let Some(how) = args.watch.watch {
        return test_watch::run(args, how, out);
    }
    let width = output::width(true);
    let loaded = rule::load(&args.rules);
    write!(
        out,
        "{}",
        report::diagnostics(&loaded.diagnostics, width, SHOWN)
    )?;
    let bad_rules = loaded
        .diagnostics
        .iter()
        .any(|found| found.level == Level::Error);
    let mut exit = if bad_rules {
        Exit::NotChecked
    } else {
        Exit::Clean
    };

    if loaded.rules.stories.is_empty() {
        return Ok(Exit::NotChecked);
    }
    known(&args.only, &loaded.rules)?;
    let tested = rule_test::run(&loaded.rules, &|story, claim| wanted(args, story, claim));
    let level = silence(args);
    let mut told: Vec<_> = tested
        .tests
        .iter()
        .filter_map(rule_test::Tested::diagnostic)
        .collect();
    let untested: Vec<_> = tested
        .coverage
        .iter()
        .filter_map(|claim| claim.diagnostic(level))
        .collect();
    let silent = untested.len();
    if !args.mutate || args.strict {
        told.extend(rule_test::together(untested));
    }
    write!(out, "{}", report::diagnostics(&told, width, SHOWN))?;
    if args.coverage {
        coverage(&tested.coverage, out)?;
    }
    for story in &loaded.rules.stories {
        let none = story.tests.is_empty() && args.only.is_empty();
        if none {
            writeln!(out, "{}: no test at all", story.path)?;
            exit = exit.and(Exit::RuleTestFailed);
        }
    }
    summary(&tested, silent, out)?;
    if args.mutate {
        mutants(&tested, &loaded.rules, width, out)?;
    }
    if args.update {
        update(&tested, out)?;
    } else if tested.failed() {
        exit = exit.and(Exit::RuleTestFailed);
    }
    if args.strict && silent > 0 {
        exit = exit.and(Exit::RuleTestFailed);
    }
    Ok(exit)
}

/// Whether a claim is among those asked for.
pub(super) fn wanted(args: &Args, story: &Story, claim: &Claim) -> bool {
    args.only.is_empty() || args.only.iter().any(|id| is(id, story, claim))
}

/// How loud a claim is told that never speaks.
pub(super) fn silence(args: &Args) -> Level {
    if args.strict {
        Level::Error
    } else {
        Level::Warning
    }
}

/// Says which of the claims asked for is none.
pub(super) fn known(only: &[String], rules: &RuleSet) -> anyhow::Result<()> {
    for id in only {
        let known = rules
            .stories
            .iter()
            .any(|story| story.claims.iter().any(|claim| is(id, story, claim)));
        if !known {
            let ids: Vec<String> = rules
                .stories
                .iter()
                .flat_map(|story| story.claims.iter().map(|claim| claim.id.clone()))
                .collect();
            match rule::keys::nearest(id, ids.iter().map(String::as_str)) {
                Some(nearest) => bail!("no claim is called `{id}`; did you mean `{nearest}`?"),
                None => bail!("no claim is called `{id}`"),
            }
        }
    }
    Ok(())
}

/// Whether `wanted` names a claim: its id or the beginning of it up to a dot, with or without the story.
fn is(wanted: &str, story: &Story, claim: &Claim) -> bool {
    let id = wanted
        .strip_prefix(&*story.id)
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or(wanted);
    wanted == story.id
        || claim.id == id
        || claim
            .id
            .strip_prefix(id)
            .is_some_and(|rest| rest.starts_with('.'))
}

/// «1 test», «2 tests».
fn counted(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}

fn summary(tested: &TestReport<'_>, silent: usize, out: &mut dyn Write) -> anyhow::Result<()> {
    let count = |went: Went| tested.tests.iter().filter(|test| test.went == went).count();
    write!(
        out,
        "{}: {} right",
        counted(tested.tests.len(), "test"),
        count(Went::Right)
    )?;
    let rest = [
        (Went::Wrong, "wrong"),
        (Went::Missing, "missing"),
        (Went::Noisy, "noisy"),
        (Went::Mended, "passing in spite of a todo"),
        (Went::KnownGap, "failing as a todo says"),
    ];
    for (went, word) in rest {
        if count(went) > 0 {
            write!(out, ", {} {word}", count(went))?;
        }
    }
    let claims = tested.coverage.len();
    let speak = match claims {
        1 => "claim speaks",
        _ => "claims speak",
    };
    writeln!(out, "; {} of {claims} {speak}", claims - silent)?;
    Ok(())
}

fn coverage(all: &[Coverage<'_>], out: &mut dyn Write) -> anyhow::Result<()> {
    let longest = all
        .iter()
        .map(|covered| covered.claim.id.len())
        .max()
        .unwrap_or(0);
    let mut story = "";
    for covered in all {
        if covered.story.id != story {
            story = &covered.story.id;
            writeln!(out, "{story}")?;
        }
        let verdicts: Vec<&str> = covered
            .verdicts
            .iter()
            .map(|verdict| verdict.word())
            .collect();
        let verdicts = if verdicts.is_empty() {
            "never speaks".to_owned()
        } else {
            verdicts.join(", ")
        };
        writeln!(
            out,
            "  {:longest$}  {:>9}  {verdicts}",
            covered.claim.id,
            counted(covered.tests, "test")
        )?;
    }
    writeln!(out)?;
    Ok(())
}

fn mutants(
    tested: &TestReport<'_>,
    rules: &RuleSet,
    width: usize,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let mutated = mutate(&tested.tests, rules);
    let told: Vec<_> = mutated.iter().flat_map(Mutated::diagnostics).collect();
    write!(out, "{}", report::diagnostics(&told, width, SHOWN))?;
    let made: usize = mutated.iter().map(|test| test.mutants).sum();
    let killed: usize = mutated.iter().map(|test| test.killed).sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of tests are small")]
    let share = 100.0 * killed as f64 / made.max(1) as f64;
    let tests = counted(mutated.len(), "test");
    writeln!(
        out,
        "{killed} of {made} mutants of {tests} killed ({share:.1} %)"
    )?;
    Ok(())
}

fn update(tested: &TestReport<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    // What a test wanted is its author's word: nothing of it is changed unseen.
    for test in tested
        .tests
        .iter()
        .filter(|test| test.went.failed() && test.went != Went::Mended)
    {
        let place = &test.test.place;
        writeln!(
            out,
            "{}:{}: {}: {} is now {}",
            place.path,
            place.line,
            test.claim().id,
            test.test.verdict,
            test.verdict.word()
        )?;
    }
    for (path, text) in
        rule_test::updated(tested, &read).context("the rule files have changed under way")?
    {
        std::fs::write(&path, text).with_context(|| format!("cannot write `{path}`"))?;
        writeln!(out, "wrote {path}")?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the file that is written back")]
fn read(path: &str) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}
