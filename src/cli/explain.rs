//! `factcheck explain`: the way to a verdict, the meaning of a claim, the meaning of a diagnostic code.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::bail;

use crate::cli::Exit;
use crate::cli::explain_code;
use crate::cli::job;
use crate::cli::output;
use crate::diagnostic::Level;
use crate::eval;
use crate::eval::Step;
use crate::finding;
use crate::report;
use crate::rule;
use crate::rule::RuleSet;
use crate::rule::Story;
use crate::rule_test;
use crate::source;
use crate::source::Source;

/// Which claim, in which source; or which code.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The claim, as reports name it (with its story where several have it), a verdict, or the code of a diagnostic
    #[arg(value_name = "CLAIM|VERDICT|CODE")]
    what: String,
    /// The source: its file, its id, FILE#ID or FILE#NUMBER (from 0) in JSON lines, - for standard input
    ///
    /// Without a source the claim alone is explained.
    source: Option<String>,
    /// Rule files, or folders of them
    #[arg(long, short, value_name = "PATH", default_value = "rules")]
    rules: Vec<PathBuf>,
    /// Where to look for a source given by its id
    #[arg(long, value_name = "PATH", default_value = "corpus")]
    corpus: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if args.source.is_none() && explain_code::is_code(&args.what) {
        explain_code::run(&args.what, out)?;
        return Ok(Exit::Clean);
    }
    if args.source.is_none() && explain_code::verdict(&args.what, out)? {
        return Ok(Exit::Clean);
    }
    let loaded =
        job::rules(&args.rules).map_err(|none| meant_a_word(args).unwrap_or(none.into()))?;
    let (story, index) = called(&loaded.rules, &args.what)?;
    let Some(asked) = &args.source else {
        return claim(out, story, index, &args.rules);
    };
    let what = rule_test::full_id(story, &story.claims[index]);
    let plan = eval::Plan::new(&loaded.rules);
    let source = find(asked, &args.corpus)?;
    if let Some(why) = &source.unread {
        bail!("`{}` was not read: {why}", source.id);
    }
    let Some(explained) = eval::explain(&plan, &what, &source) else {
        bail!("no claim `{what}`");
    };
    writeln!(out, "{what} in {}\n", source.id)?;
    steps(out, "Names", &explained.names)?;
    steps(out, "Event words", &explained.events)?;
    steps(out, "Values", &explained.values)?;
    if let Some(finding) = &explained.finding {
        for (word, value) in [("says", &finding.stated), ("expected", &finding.expected)] {
            if let Some(value) = value {
                writeln!(out, "{word}: {value}")?;
            }
        }
        if !finding.passage.is_empty() {
            writeln!(out, "passage: {}", finding.passage)?;
        }
    }
    writeln!(out, "{}", explained.outcome)?;
    Ok(Exit::Clean)
}

/// Where there are no rules to find a claim in, a word that is nearly a verdict or a code.
fn meant_a_word(args: &Args) -> Option<anyhow::Error> {
    let word = &args.what;
    let nearest = explain_code::nearest(word).filter(|_| args.source.is_none())?;
    Some(anyhow::anyhow!(
        "`{word}` is no verdict and no code; did you mean `factcheck explain {nearest}`?"
    ))
}

fn steps(out: &mut dyn Write, heading: &str, steps: &[Step]) -> std::io::Result<()> {
    if steps.is_empty() {
        return writeln!(out, "{heading}: none\n");
    }
    writeln!(out, "{heading}")?;
    let mut steps: Vec<&Step> = steps.iter().collect();
    steps.sort_by_key(|step| step.at);
    for step in steps {
        let at = format!("{}:{}", step.at.line, step.at.column);
        let line = format!("{at:<8} «{}»: {}", step.words, step.what);
        let line = report::hang(&line, output::width(true) - 2, 9);
        writeln!(out, "  {}", report::safe(line.replace('\n', "\n  ")))?;
    }
    writeln!(out)
}

/// The one claim that is meant; a claim's id alone does where one story only has it.
fn called<'r>(rules: &'r RuleSet, what: &str) -> anyhow::Result<(&'r Story, usize)> {
    match *rules.claims_called(what) {
        [one] => Ok(one),
        [] => match explain_code::nearest(what) {
            Some(word) => bail!(
                "no claim, verdict or code `{what}`; {}, or did you mean `factcheck explain {word}`?",
                nearest(rules, what)
            ),
            None => bail!(
                "no claim, verdict or code `{what}`; {}",
                nearest(rules, what)
            ),
        },
        ref several => {
            let full = |(story, index): &(&Story, usize)| {
                format!("`{}`", rule_test::full_id(story, &story.claims[*index]))
            };
            let several: Vec<String> = several.iter().map(full).collect();
            bail!("which `{what}`? There is {}", several.join(" and "))
        }
    }
}

/// Explains what a claim means, and where it stands.
fn claim(
    out: &mut dyn Write,
    story: &Story,
    index: usize,
    rules: &[PathBuf],
) -> anyhow::Result<Exit> {
    let what = rule_test::full_id(story, &story.claims[index]);
    let claim = &story.claims[index];
    let place = &claim.place;
    writeln!(
        out,
        "{what}\n  {}:{}:{}\n",
        place.path, place.line, place.column
    )?;
    writeln!(
        out,
        "{}",
        report::hang(&rule::describe(story, claim), output::width(true), 0)
    )?;
    if let Some(because) = &claim.because {
        writeln!(out, "because {because}")?;
    }
    let tests = story
        .tests
        .iter()
        .filter(|test| test.claim == index)
        .count();
    let plural = if tests == 1 { "" } else { "s" };
    // The command works where it is read: with the rules that were given.
    let rules: String = match rules {
        [one] if one == Path::new("rules") => String::new(),
        given => given.iter().map(|path| quoted(path) + " ").collect(),
    };
    writeln!(
        out,
        "{tests} test{plural}: factcheck test {rules}--only {what}"
    )?;
    Ok(Exit::Clean)
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "/._-+,:=@%".contains(c);
    if path.chars().all(plain) {
        path.into_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

/// The source that was asked for.
fn find(asked: &str, corpus: &[PathBuf]) -> anyhow::Result<Source> {
    let is_file = |file: &str| Path::new(file).is_file() || file == "-";
    if is_file(asked) {
        return alone(asked);
    }
    if let Some((file, record)) = asked.rsplit_once('#')
        && is_file(file)
    {
        return of_record(file, record);
    }
    let mut sources = source::records(corpus).filter_map(Result::ok);
    let found = sources.find_map(|raw| {
        let (source, _) = source::open(&raw);
        (source.id == asked).then_some(source)
    });
    found.with_context(|| format!("no source `{asked}`: give its file, or its id and --corpus"))
}

/// The one report of a file.
fn alone(file: &str) -> anyhow::Result<Source> {
    let mut ids = Vec::new();
    let mut first = None;
    for raw in source::records(&[PathBuf::from(file)]) {
        let raw = match raw {
            Ok(raw) => raw,
            Err(told) if told.level == Level::Error => bail!("{}", told.title),
            Err(_) => continue,
        };
        let (source, _) = source::open(&raw);
        let place = finding::place(&source.path, &source.id, source.line);
        ids.push(format!("`{place}`"));
        first.get_or_insert(source);
    }
    match (first, ids.len()) {
        (Some(source), 1) => Ok(source),
        (None, _) => bail!("`{file}` holds no report"),
        (_, many) => {
            let more = if many > SHOWN { " …" } else { "" };
            ids.truncate(SHOWN);
            bail!(
                "`{file}` holds {many} records; give one: {}{more}",
                ids.join(", ")
            )
        }
    }
}

/// Records of a file that are named to choose from.
const SHOWN: usize = 8;

/// The record of a file that has this id, as a run names it, or else this number.
fn of_record(file: &str, record: &str) -> anyhow::Result<Source> {
    let mut of_id: BTreeMap<String, u32> = BTreeMap::new();
    let mut numbered = None;
    for raw in source::records(&[PathBuf::from(file)]).filter_map(Result::ok) {
        let (source, _) = source::open(&raw);
        let nth = of_id.entry(source.id.clone()).or_default();
        *nth += 1;
        let again = *nth > 1 && record == format!("{} ({nth})", source.id);
        if again || source.id == record {
            return Ok(source);
        }
        if raw.record.to_string() == record {
            numbered = Some(source);
        }
    }
    numbered.with_context(|| {
        format!("no record `{record}` in `{file}`: give its id, or its number counted from 0")
    })
}

/// Help for a claim that is none.
fn nearest(rules: &RuleSet, claim: &str) -> String {
    let ids = rules.stories.iter().flat_map(|story| {
        story
            .claims
            .iter()
            .map(move |known| format!("{}/{}", story.id, known.id))
    });
    let away = |id: &str| {
        let alone = id.split_once('/').map_or(id, |(_, alone)| alone);
        let away = |id| strsim::damerau_levenshtein(id, claim);
        away(id).min(away(alone))
    };
    let near = ids.min_by_key(|id| (away(id), id.clone()));
    near.map_or(String::new(), |id| format!("the nearest is `{id}`"))
}
