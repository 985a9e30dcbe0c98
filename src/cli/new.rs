//! `factcheck new STORY`: a first rule file.

use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context as _;
use anyhow::bail;
use jiff::tz::TimeZone;

use crate::cli::Exit;
use crate::diagnostic::Level;
use crate::draft;
use crate::draft::Draft;
use crate::draft::Report;
use crate::eval;
use crate::rule;
use crate::rule::RuleSet;
use crate::rule_test;
use crate::source;
use crate::source::Source;
use crate::text;
use crate::text::Published;

/// Which story, from which reports.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Short name of the story: small letters, digits, hyphens
    story: String,
    /// Fill in names, dates and values from these reports, for review
    #[arg(long, value_name = "REPORT", num_args = 1..)]
    from: Vec<PathBuf>,
    /// Folder of the rule files
    #[arg(long, short, value_name = "DIR", default_value = "rules")]
    rules: PathBuf,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if !rule::keys::is_id(&args.story) {
        bail!(
            "`{}` is no id: small letters, digits and hyphens, such as `ferry-fire-2024`",
            args.story
        );
    }
    let path = args.rules.join(format!("{}.toml", args.story));
    if path.exists() {
        bail!("`{}` is there already", path.display());
    }
    let text = if args.from.is_empty() {
        draft::starter(&args.story)
    } else {
        from_reports(args, out)?
    };
    if !args.rules.exists() {
        std::fs::create_dir_all(&args.rules)
            .with_context(|| format!("cannot make `{}`", args.rules.display()))?;
        writeln!(out, "made the folder {}", args.rules.display())?;
    }
    save(&path, &text)?;
    writeln!(out, "wrote {}", path.display())?;
    let schema = args.rules.join("rules.schema.json");
    if !schema.exists() {
        save(&schema, &format!("{:#}\n", rule::json_schema()))?;
        writeln!(
            out,
            "wrote {}: editors complete and explain the keys with it",
            schema.display()
        )?;
    }
    writeln!(
        out,
        "next: edit it, then `factcheck test {}`",
        path.display()
    )?;
    Ok(Exit::Clean)
}

fn save(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write `{}`", path.display()))
}

fn from_reports(args: &Args, out: &mut dyn Write) -> anyhow::Result<String> {
    let mut reports = Vec::new();
    for raw in source::records(&args.from) {
        let raw = match raw {
            Ok(raw) => raw,
            Err(told) if told.level == Level::Error => bail!("{}", told.title),
            Err(_) => continue,
        };
        let (source, _) = source::open(&raw);
        if let Some(why) = &source.unread {
            writeln!(out, "`{}` was not read: {why}", source.path)?;
            continue;
        }
        let published = published(&source);
        let reading = text::read(&source.body, &source.sections, published.as_ref());
        reports.push(Report {
            source,
            reading,
            offset: source::offset(&raw),
        });
    }
    if reports.is_empty() {
        bail!("no report to draft from");
    }
    let mut drafted = draft::draft(&args.story, &reports, &eval::is_place);
    let all: Vec<String> = drafted
        .claims
        .iter()
        .map(|claim| claim.id.clone())
        .collect();
    keep_what_works(&mut drafted);
    let kept = |id: &&String| drafted.claims.iter().any(|claim| claim.id == **id);
    let left: Vec<&str> = all
        .iter()
        .filter(|id| !kept(id))
        .map(String::as_str)
        .collect();
    writeln!(out, "drafted {} claims", drafted.claims.len())?;
    if !left.is_empty() {
        writeln!(
            out,
            "left out {}, as the sentences they were read in don't bear them out: {}",
            left.len(),
            left.join(", ")
        )?;
    }
    Ok(drafted.text())
}

/// When a report was published, so that its «Monday» is a day.
fn published(source: &Source) -> Option<Published> {
    let (earliest, latest) = (source.not_before?, source.not_after?);
    Some(Published {
        earliest,
        latest,
        zone: TimeZone::UTC,
    })
}

/// Rounds of trying a draft: each may leave something out that others hung on.
const ROUNDS: usize = 6;

/// Leaves out the tests that don't get what they should, the claims that have none left, and those that a warning speaks of:
/// the author would only meet failures.
fn keep_what_works(drafted: &mut Draft) {
    for _ in 0..ROUNDS {
        let before = drafted.text();
        let (story, told) = rule::load_text("draft.toml", &before);
        let Some(story) = story else {
            drafted.claims.retain(|claim| {
                let alone = Draft {
                    head: drafted.head.clone(),
                    events: drafted.events.clone(),
                    claims: vec![claim.clone()],
                };
                rule::load_text("draft.toml", &alone.text()).0.is_some()
            });
            continue;
        };
        let speaks_of = |title: &str, id: &str| title.contains(&format!("`{id}`"));
        drafted
            .claims
            .retain(|claim| !told.iter().any(|one| speaks_of(&one.title, &claim.id)));
        let rules = RuleSet {
            stories: vec![story],
            ..RuleSet::default()
        };
        let ran = rule_test::run(&rules, &|_, _| true);
        for tested in ran.tests.iter().filter(|tested| tested.went.failed()) {
            let id = &tested.claim().id;
            for claim in drafted.claims.iter_mut().filter(|claim| claim.id == *id) {
                let same = |test: &draft::Test| {
                    test.text
                        .split_whitespace()
                        .eq(tested.test.text.split_whitespace())
                };
                claim.tests.retain(|test| !same(test));
            }
        }
        drafted.claims.retain(|claim| !claim.tests.is_empty());
        if drafted.text() == before {
            return;
        }
    }
}
