//! The report for people: what is wrong first, with its evidence; then everything in one table; then the outlets.
//!
//! In: a [`Report`]. Out: styled text; whoever writes it to something that is no terminal strips the styles.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::finding::ClaimRecord;
use crate::finding::Evidence;
use crate::finding::Finding;
use crate::finding::Report;
use crate::finding::SourceRecord;
use crate::finding::Verdict;
use crate::report::discrepancy;
use crate::report::discrepancy::Discrepancy;
use crate::report::draw;
use crate::report::matrix;
use crate::report::outlets;
use crate::report::paper;
use crate::report::paper::FAINT;
use crate::report::paper::FRAME;
use crate::report::paper::Ledger;
use crate::report::paper::paint;

/// How to show a report.
#[derive(Clone, Copy, Debug)]
pub struct View<'v> {
    /// Columns of the terminal.
    pub width: usize,
    /// The view for one text at work: no outlets, every claim, every value that was not checked.
    pub draft: bool,
    /// Whether to list values that were not checked.
    pub unchecked: bool,
    /// Problems of one kind shown at most.
    pub problems: usize,
    /// Why the run ends with another exit code than 0; may be empty.
    pub ended: &'v str,
}

/// Narrower terminals get lines that wrap.
const NARROWEST: usize = 60;
/// Wider ones get no longer lines: nobody reads them.
const WIDEST: usize = 110;

/// Discrepancies drawn in full; nobody reads more of them at a terminal.
const MOST_DRAWN: usize = 200;
/// Sources that could not be read, listed by name.
const MOST_LISTED: usize = 50;

/// The report as a person reads it.
pub fn terminal(report: &Report, view: View<'_>) -> String {
    let width = view.width.clamp(NARROWEST, WIDEST);
    let mut blocks = discrepancies(report, width);
    blocks.extend(apart(report, width));
    if view.draft {
        blocks.extend(findings_of_draft(report, width));
    } else if !report.findings.is_empty() {
        blocks.push(matrix::draw(report, width));
    }
    if view.draft || view.unchecked {
        blocks.extend(unchecked(report, width));
    }
    if !report.outlets.is_empty() && !view.draft {
        blocks.push(outlets::draw(&report.outlets, width));
    }
    if !report.truths.is_empty() {
        blocks.push(outlets::truths(&report.truths, width));
    }
    blocks.extend(unread(report, width));
    blocks.extend(notes(report, view.problems, width));
    let loud = report
        .problems
        .iter()
        .filter(|one| one.level != Level::Note);
    let loud: Vec<Diagnostic> = loud.cloned().collect();
    if !loud.is_empty() {
        let problems = draw::diagnostics(&loud, width, view.problems);
        blocks.push(problems.trim_end().to_owned() + "\n");
    }
    let mut last = summary(report, width);
    if !view.ended.is_empty() {
        let _ = writeln!(last, "{}", paper::hang(view.ended, width, 0));
    }
    blocks.push(last);
    paper::safe(blocks.join("\n"))
}

/// Where each source stands, by its id.
fn places(report: &Report) -> BTreeMap<&str, String> {
    let sources = report.sources.iter();
    sources
        .map(|source| (source.id.as_str(), source.place()))
        .collect()
}

fn is_discrepancy(finding: &Finding) -> bool {
    matches!(
        finding.verdict,
        Verdict::Contradicted | Verdict::Mixed | Verdict::Outdated
    )
}

/// Most serious first; the same error in copies of one text once.
pub(super) fn discrepancies(report: &Report, width: usize) -> Vec<String> {
    let mut found = gathered(report);
    found.sort_by_key(|one| {
        let severity = one.claim.map(|claim| claim.severity);
        let verdict = match one.finding.verdict {
            Verdict::Contradicted => 0,
            Verdict::Mixed => 1,
            _ => 2,
        };
        (verdict == 2, std::cmp::Reverse(severity), verdict)
    });
    let mut drawn: Vec<String> = found
        .iter()
        .take(MOST_DRAWN)
        .map(|one| discrepancy::draw(one, width))
        .collect();
    if found.len() > MOST_DRAWN {
        let more = found.len() - MOST_DRAWN;
        drawn.push(format!(
            "… and {more} less serious ones; --format json has all\n"
        ));
    }
    drawn
}

/// Every discrepancy in a fact; of those that copies of one text share, the original's, with the copies.
fn gathered(report: &Report) -> Vec<Discrepancy<'_>> {
    let claims: BTreeMap<&str, &ClaimRecord> = report
        .rules
        .iter()
        .flat_map(|rules| &rules.claims)
        .map(|claim| (claim.id.as_str(), claim))
        .collect();
    let sources: BTreeMap<&str, &SourceRecord> = report
        .sources
        .iter()
        .map(|source| (source.id.as_str(), source))
        .collect();
    let source = |finding: &Finding| sources.get(finding.source.as_str()).copied();
    let places = places(report);
    let mut found: Vec<Discrepancy<'_>> = Vec::new();
    let mut twins: BTreeMap<(u32, &str, Verdict, Option<&str>), usize> = BTreeMap::new();
    let facts = report
        .findings
        .iter()
        .filter(|finding| is_discrepancy(finding) && paper::ledger(finding) == Ledger::Fact);
    for finding in facts {
        if let Some(group) = source(finding).and_then(|source| source.copy_group) {
            let said = finding.stated.as_deref();
            let key = (group, finding.claim.as_str(), finding.verdict, said);
            if let Some(&twin) = twins.get(&key) {
                let twin = &mut found[twin];
                if is_before(source(finding), source(twin.finding)) {
                    twin.copies.push(&twin.finding.source);
                    twin.finding = finding;
                    twin.place = place_of(finding, &places);
                } else {
                    twin.copies.push(&finding.source);
                }
                continue;
            }
            twins.insert(key, found.len());
        }
        found.push(Discrepancy {
            finding,
            claim: claims.get(finding.claim.as_str()).copied(),
            place: place_of(finding, &places),
            copies: Vec::new(),
        });
    }
    found
}

/// Whether `one` is the original of the two: the other says whose copy it is, or was published later.
fn is_before(one: Option<&SourceRecord>, other: Option<&SourceRecord>) -> bool {
    let key = |source: &SourceRecord| {
        let published = source.published.as_ref().map(|(from, _)| from.clone());
        // Without a time nothing says that it was the first.
        let published = published.filter(|from| !from.is_empty());
        (source.origin.is_some(), published.is_none(), published)
    };
    one.map(key) < other.map(key)
}

/// Where the source of a finding stands.
fn place_of(finding: &Finding, places: &BTreeMap<&str, String>) -> String {
    let place = places.get(finding.source.as_str()).cloned();
    let path = || finding.evidence.first().map(|one| one.path.to_string());
    place.or_else(path).unwrap_or_default()
}

/// Spelling and wording, a line each.
fn apart(report: &Report, width: usize) -> Option<String> {
    let places = places(report);
    let mut drawn = String::new();
    for (ledger, word) in [(Ledger::Spelling, "spelling"), (Ledger::Wording, "wording")] {
        for finding in &report.findings {
            if paper::ledger(finding) != ledger {
                continue;
            }
            for one in finding.evidence.iter().filter(|one| one.fault.is_some()) {
                let expected = finding.expected.as_deref().unwrap_or_default();
                let outlet = finding.outlet.as_deref().unwrap_or("no outlet");
                let line = format!("{word}: «{}» for «{expected}», {outlet}", one.text);
                let _ = writeln!(drawn, "  {}", paper::hang(&line, width - 2, 4));
                let _ = writeln!(
                    drawn,
                    "    {} {}:{}:{}",
                    paint(FRAME, "-->"),
                    place_of(finding, &places),
                    one.line,
                    one.column
                );
            }
        }
    }
    if drawn.is_empty() {
        return None;
    }
    let heading = paper::heading("Names and words, which count in no score of facts");
    Some(format!("{heading}\n{drawn}"))
}

/// Every claim that the draft says something on, in the order of the rules.
fn findings_of_draft(report: &Report, width: usize) -> Option<String> {
    let mut drawn = format!("{}\n", paper::heading("What it says"));
    for claim in report.rules.iter().flat_map(|rules| &rules.claims) {
        for finding in report
            .findings
            .iter()
            .filter(|finding| finding.claim == claim.id)
        {
            let said = finding.stated.as_deref().unwrap_or(finding.verdict.word());
            let place =
                spoken(finding).map_or(String::new(), |one| format!("{}:{}", one.line, one.column));
            let said = paper::stated(said, claim.kind == "quote" && finding.stated.is_some());
            let room = width.saturating_sub(2 + 2 + 30 + 1 + 8 + 2);
            let _ = writeln!(
                drawn,
                "  {} {} {} {}",
                paper::symbol(Some(finding)),
                paper::left(paper::claim_name(&claim.id), 30),
                paper::left(&place, 8),
                paper::clip(&said, room)
            );
        }
    }
    (!report.findings.is_empty()).then_some(drawn)
}

/// The words that a finding states.
fn spoken(finding: &Finding) -> Option<&Evidence> {
    let verdict = match finding.verdict {
        Verdict::Mixed => Verdict::Contradicted,
        verdict => verdict,
    };
    let states = |one: &&Evidence| Some(&one.value) == finding.stated.as_ref();
    let mut stating = finding.evidence.iter().filter(states);
    let speaks = |one: &&Evidence| one.verdict == verdict;
    let exact = stating.clone().find(speaks);
    exact
        .or_else(|| stating.next())
        .or(finding.evidence.first())
}

/// Columns for the words of a value that was not checked.
const WORDS: usize = 22;

/// Values that were read and held against nothing.
fn unchecked(report: &Report, width: usize) -> Option<String> {
    if report.unchecked.is_empty() {
        return None;
    }
    let mut drawn = format!("{}\n", paper::heading("Values read and not checked"));
    let places = places(report);
    let mut last = None;
    for one in &report.unchecked {
        if report.sources.len() > 1 && last != Some(&one.source) {
            let place = places.get(one.source.as_str());
            let place = place.map_or(one.source.as_str(), String::as_str);
            let _ = writeln!(drawn, " {place}");
            last = Some(&one.source);
        }
        let place = format!("{}:{}", one.line, one.column);
        let before = 2 + 8 + 1 + WORDS + 1;
        let why = paper::hang(&one.why, width.saturating_sub(before), 0);
        let mut why = why.lines();
        let _ = writeln!(
            drawn,
            "  {} {} {}",
            paper::left(&place, 8),
            paper::left(&format!("«{}»", one.text), WORDS),
            paint(FAINT, why.next().unwrap_or_default())
        );
        for line in why {
            let _ = writeln!(drawn, "{}{}", " ".repeat(before), paint(FAINT, line));
        }
    }
    Some(drawn)
}

fn unread(report: &Report, width: usize) -> Option<String> {
    let unread: Vec<&SourceRecord> = report
        .sources
        .iter()
        .filter(|source| source.unread.is_some())
        .collect();
    if unread.is_empty() {
        return None;
    }
    let mut drawn = format!("{}\n", paper::heading("Not read"));
    for source in unread.iter().take(MOST_LISTED) {
        let why = source.unread.as_deref().unwrap_or_default();
        let _ = writeln!(
            drawn,
            "  {}",
            paper::hang(&format!("{}: {why}", source.id), width - 2, 4)
        );
    }
    // Of an archive in another language not even the names are kept; a source that broke the program is told as a bug.
    let bugs = report.problems.iter().filter(|one| one.code == "bug-panic");
    let all = report.run.unread.saturating_sub(bugs.count() as u64);
    let listed = unread.len().min(MOST_LISTED) as u64;
    if all > listed {
        let _ = writeln!(drawn, "  … and {} more", all - listed);
    }
    Some(drawn)
}

/// What is told for the record, a line each, and of many alike only some.
fn notes(report: &Report, at_most: usize, width: usize) -> Option<String> {
    let mut drawn = String::new();
    let mut of_code: BTreeMap<&str, usize> = BTreeMap::new();
    for note in report
        .problems
        .iter()
        .filter(|one| one.level == Level::Note)
    {
        let count = of_code.entry(&note.code).or_default();
        *count += 1;
        if *count <= at_most {
            let mut line = note.title.clone();
            if !note.title.contains(&note.path) {
                line = format!("`{}`: {line}", note.path);
            }
            for more in &note.notes {
                let _ = write!(line, "; {more}");
            }
            let _ = writeln!(drawn, "  {}", paper::hang(&line, width - 2, 4));
        }
    }
    for (code, count) in of_code {
        if count > at_most {
            let _ = writeln!(drawn, "  … and {} more like it [{code}]", count - at_most);
        }
    }
    (!drawn.is_empty()).then(|| format!("{}\n{drawn}", paper::heading("For the record")))
}

/// What was read and found, in a sentence or two.
fn summary(report: &Report, width: usize) -> String {
    let claims: usize = report.rules.iter().map(|rules| rules.claims.len()).sum();
    let of_values = |of: fn(&SourceRecord) -> u32| -> u64 {
        let values = report.sources.iter().map(of);
        values.map(u64::from).sum()
    };
    let mut told = vec![
        format!(
            "{} against {}: {}",
            paper::counted(report.run.read, "source"),
            paper::counted(claims as u64, "claim"),
            verdicts(report).join(", ")
        ),
        format!(
            "Checked {}, not checked {}",
            paper::counted(of_values(|source| source.checked), "value"),
            of_values(|source| source.unchecked)
        ),
    ];
    let silent = silent(report);
    if silent > 0 {
        let sources = paper::counted(silent, "source");
        told.push(format!("{sources} said nothing on any claim"));
    }
    if report.run.unread > 0 {
        let sources = paper::counted(report.run.unread, "source");
        told.push(format!("{sources} not read"));
    }
    let errors = report.problems.iter();
    let errors = errors.filter(|one| one.level == Level::Error).count();
    if errors > 0 {
        let things = paper::counted(errors as u64, "thing");
        told.push(format!("{things} could not be checked"));
    }
    paper::hang(&(told.join(". ") + "."), width, 0) + "\n"
}

/// How many findings of each verdict there are, and of each ledger that is no fact's.
fn verdicts(report: &Report) -> Vec<String> {
    let mut counts: BTreeMap<Verdict, u64> = BTreeMap::new();
    let (mut spelling, mut wording, mut ignored) = (0, 0, 0);
    for finding in &report.findings {
        match paper::ledger(finding) {
            Ledger::Fact => *counts.entry(finding.verdict).or_default() += 1,
            Ledger::Spelling => spelling += 1,
            Ledger::Wording => wording += 1,
            Ledger::Ignored => ignored += 1,
        }
    }
    let order = [
        Verdict::Contradicted,
        Verdict::Mixed,
        Verdict::Outdated,
        Verdict::Supported,
        Verdict::Vague,
        Verdict::Stated,
        Verdict::Pending,
    ];
    let facts = order.map(|verdict| {
        let count = counts.get(&verdict).copied().unwrap_or(0);
        // That nothing is contradicted is worth a word as well.
        let told = count > 0 || verdict == Verdict::Contradicted;
        (told, count, verdict.word())
    });
    let others = [
        (spelling, "misspelt"),
        (wording, "loosely worded"),
        (ignored, "ignored"),
    ];
    let others = others.map(|(count, word)| (count > 0, count, word));
    let told = facts.into_iter().chain(others).filter(|(told, ..)| *told);
    told.map(|(_, count, word)| format!("{count} {word}"))
        .collect()
}

/// How many sources were read and said nothing.
fn silent(report: &Report) -> u64 {
    let speaking: BTreeSet<&str> = report
        .findings
        .iter()
        .map(|one| one.source.as_str())
        .collect();
    let unread = report.sources.iter().filter(|one| one.unread.is_some());
    let silent = report
        .sources
        .len()
        .saturating_sub(speaking.len() + unread.count());
    report.run.irrelevant + silent as u64
}

#[cfg(test)]
mod tests;
