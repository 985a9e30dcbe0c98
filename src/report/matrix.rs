//! Claims × sources, in blocks that fit the terminal.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::finding::Finding;
use crate::finding::Report;
use crate::finding::RuleRecord;
use crate::finding::SourceRecord;
use crate::finding::Verdict;
use crate::report::paper;
use crate::report::paper::FAINT;
use crate::report::paper::paint;

/// Columns of a source.
const CELL: usize = 4;
/// Columns of a claim's name.
const NAME: usize = 36;
/// More sources than this are shown only where something is wrong with them.
const MANY: usize = 64;

const LEGEND: &str = "✓ supported   ✗ contradicted   ± mixed   ↓ outdated   s spelling   w wording\n\
    ~ vague   = stated   ? pending   · silent   i ignored\n";

/// A source's number and the source.
type Column<'r> = (usize, &'r SourceRecord);
/// What a source says of a claim.
type Cells<'r> = BTreeMap<(&'r str, &'r str), &'r Finding>;

pub(super) fn draw(report: &Report, width: usize) -> String {
    let findings = report.findings.iter();
    let cells: Cells<'_> = findings
        .map(|finding| ((finding.claim.as_str(), finding.source.as_str()), finding))
        .collect();
    let speaking: BTreeSet<(&str, &str)> = cells
        .keys()
        .map(|(claim, source)| (*source, story(claim)))
        .collect();
    let (shown, all) = columns(report, &speaking);
    let mut drawn = paper::heading("Claims and sources");
    drawn.push('\n');
    if shown.len() < all {
        let shown = shown.len();
        let _ = writeln!(
            drawn,
            "{shown} of {all} sources, those with a discrepancy; --format json has all"
        );
    }
    drawn.push_str(LEGEND);
    for rules in &report.rules {
        let of_story = |(_, source): &&Column<'_>| {
            speaking.contains(&(source.id.as_str(), rules.story.as_str()))
        };
        let of_story: Vec<Column<'_>> = shown.iter().filter(of_story).copied().collect();
        drawn.push_str(&of_rules(rules, &of_story, &cells, width));
    }
    drawn.push('\n');
    drawn.push_str(&sources(&shown, width));
    drawn
}

/// The sources to show, numbered, and how many there are in all.
fn columns<'r>(report: &'r Report, speaking: &BTreeSet<(&str, &str)>) -> (Vec<Column<'r>>, usize) {
    let speaks = |source: &&SourceRecord| {
        let mut stories = source.stories.iter();
        stories.any(|story| speaking.contains(&(source.id.as_str(), story.as_str())))
    };
    let sources = report.sources.iter().filter(speaks);
    let mut shown: Vec<Column<'_>> = sources.enumerate().collect();
    let all = shown.len();
    if all > MANY {
        let is_wrong = |finding: &&Finding| {
            let verdict = finding.verdict;
            matches!(
                verdict,
                Verdict::Contradicted | Verdict::Mixed | Verdict::Outdated
            )
        };
        let wrong = report.findings.iter().filter(is_wrong);
        let wrong: BTreeSet<&str> = wrong.map(|finding| finding.source.as_str()).collect();
        shown.retain(|(_, source)| wrong.contains(source.id.as_str()));
        shown.truncate(MANY);
    }
    (shown, all)
}

/// The blocks of one rule file.
fn of_rules(rules: &RuleRecord, columns: &[Column<'_>], cells: &Cells<'_>, width: usize) -> String {
    let mut drawn = String::new();
    let cell =
        |claim: &str, source: &SourceRecord| cells.get(&(claim, source.id.as_str())).copied();
    let spoken_of = |claim: &&str| {
        columns
            .iter()
            .any(|(_, source)| cell(claim, source).is_some())
    };
    let claims = rules.claims.iter().map(|claim| claim.id.as_str());
    let claims: Vec<&str> = claims.filter(spoken_of).collect();
    if claims.is_empty() {
        return drawn;
    }
    let per_block = (width.saturating_sub(NAME + 2) / CELL).max(1);
    for block in columns.chunks(per_block) {
        let _ = write!(drawn, "\n{}", paper::left(&rules.story, NAME + 2));
        for (index, _) in block {
            let _ = write!(drawn, "{:>CELL$}", index + 1);
        }
        drawn.push('\n');
        for claim in &claims {
            let _ = write!(drawn, "  {}", paper::left(paper::claim_name(claim), NAME));
            for (_, source) in block {
                let space = " ".repeat(CELL - 1);
                let _ = write!(drawn, "{space}{}", paper::symbol(cell(claim, source)));
            }
            drawn.push('\n');
        }
    }
    let silent = rules.claims.iter().map(|claim| claim.id.as_str());
    let silent: Vec<&str> = silent.filter(|claim| !spoken_of(claim)).collect();
    if !silent.is_empty() {
        let names: Vec<&str> = silent.iter().map(|id| paper::claim_name(id)).collect();
        let count = paper::counted(silent.len() as u64, "claim");
        let line = format!("{count} on which all are silent: {}", names.join(", "));
        for line in paper::hang(&line, width - 2, 2).lines() {
            let _ = writeln!(drawn, "  {}", paint(FAINT, line));
        }
    }
    drawn
}

/// The story of `story/claim`.
fn story(claim: &str) -> &str {
    claim.split_once('/').map_or(claim, |(story, _)| story)
}

/// The heading of the last columns; it reaches into the marks of copies.
const FIGURES: &str = "values: checked  unchecked";

/// Who is who in the matrix, and how much of each was checked.
fn sources(shown: &[(usize, &SourceRecord)], width: usize) -> String {
    let outlet = 22;
    let folder = common_folder(shown.iter().map(|(_, source)| source.id.as_str()));
    let figures = 20;
    let copy = 4;
    let path = width
        .saturating_sub(4 + 1 + outlet + 1 + copy + 1 + figures)
        .max(12);
    let mut drawn = format!(
        "{}{FIGURES}\n",
        paper::left(
            "   # outlet",
            (4 + 1 + outlet + 1 + path + 1 + copy + figures).saturating_sub(FIGURES.len())
        ),
    );
    for (index, source) in shown {
        let name = source.outlet.as_deref().unwrap_or("(no outlet)");
        let id = &source.id[folder.len()..];
        let copies = source
            .copy_group
            .map_or(String::new(), |group| format!("c{group}"));
        let _ = writeln!(
            drawn,
            "{:>4} {} {} {}{:>9}{:>11}",
            index + 1,
            paper::left(name, outlet),
            paper::left_by_end(id, path),
            paper::left(&copies, copy),
            source.checked,
            source.unchecked
        );
    }
    if shown.iter().any(|(_, source)| source.copy_group.is_some()) {
        drawn.push_str("sources with the same mark (c1, c2 …) are copies of one text: one voice\n");
    }
    drawn
}

/// The folders that all paths begin with, with the slash behind; nothing for a single path.
fn common_folder<'p>(mut paths: impl Iterator<Item = &'p str> + Clone) -> &'p str {
    let Some(first) = paths.next() else {
        return "";
    };
    if paths.clone().next().is_none() {
        return "";
    }
    let ends = first.match_indices('/').map(|(at, _)| at + 1);
    let shared = ends
        .rev()
        .find(|&end| paths.clone().all(|path| path.starts_with(&first[..end])));
    &first[..shared.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_folders_are_left_out() {
        let folder = |paths: &[&'static str]| common_folder(paths.iter().copied());
        assert_eq!(folder(&["a/b/one.txt", "a/bc/two.txt"]), "a/");
        assert_eq!(folder(&["a/b/one.txt", "a/b/two.txt"]), "a/b/");
        assert_eq!(folder(&["one.txt", "two.txt"]), "");
        assert_eq!(folder(&["a/one.txt"]), "");
    }
}
