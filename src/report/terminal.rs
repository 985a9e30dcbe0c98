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
    let claims: BTreeMap<&str, &ClaimRecord> = report
        .rules
        .iter()
        .flat_map(|rules| &rules.claims)
        .map(|claim| (claim.id.as_str(), claim))
        .collect();
    let groups: BTreeMap<&str, u32> = report
        .sources
        .iter()
        .filter_map(|source| Some((source.id.as_str(), source.copy_group?)))
        .collect();
    let sources: BTreeMap<&str, &SourceRecord> = report
        .sources
        .iter()
        .map(|source| (source.id.as_str(), source))
        .collect();
    let places = places(report);
    let mut found: Vec<Discrepancy<'_>> = Vec::new();
    let mut twins: BTreeMap<(u32, &str, Verdict, Option<&str>), usize> = BTreeMap::new();
    for finding in &report.findings {
        if !is_discrepancy(finding) || paper::ledger(finding) != Ledger::Fact {
            continue;
        }
        if let Some(&group) = groups.get(finding.source.as_str()) {
            let said = finding.stated.as_deref();
            let key = (group, finding.claim.as_str(), finding.verdict, said);
            if let Some(&twin) = twins.get(&key) {
                let twin = &mut found[twin];
                let of = |finding: &Finding| sources.get(finding.source.as_str()).copied();
                if is_before(of(finding), of(twin.finding)) {
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
    let seriousness = |one: &Discrepancy<'_>| {
        let severity = one.claim.map(|claim| claim.severity);
        let verdict = match one.finding.verdict {
            Verdict::Contradicted => 0,
            Verdict::Mixed => 1,
            _ => 2,
        };
        (verdict == 2, std::cmp::Reverse(severity), verdict)
    };
    found.sort_by_key(seriousness);
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

fn summary(report: &Report, width: usize) -> String {
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
    let claims: usize = report.rules.iter().map(|rules| rules.claims.len()).sum();
    let read = paper::counted(report.run.read, "source");
    let mut line = format!(
        "{read} against {}: ",
        paper::counted(claims as u64, "claim")
    );
    let order = [
        Verdict::Contradicted,
        Verdict::Mixed,
        Verdict::Outdated,
        Verdict::Supported,
        Verdict::Vague,
        Verdict::Stated,
        Verdict::Pending,
    ];
    let mut parts: Vec<String> = Vec::new();
    for verdict in order {
        let count = counts.get(&verdict).copied().unwrap_or(0);
        if count > 0 || verdict == Verdict::Contradicted {
            parts.push(format!("{count} {}", verdict.word()));
        }
    }
    for (count, word) in [
        (spelling, "misspelt"),
        (wording, "loosely worded"),
        (ignored, "ignored"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {word}"));
        }
    }
    line.push_str(&parts.join(", "));
    let checked: u64 = report
        .sources
        .iter()
        .map(|source| u64::from(source.checked))
        .sum();
    let unchecked: u64 = report
        .sources
        .iter()
        .map(|source| u64::from(source.unchecked))
        .sum();
    let _ = write!(
        line,
        ". Checked {}, not checked {unchecked}",
        paper::counted(checked, "value")
    );
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
    let silent = report.run.irrelevant + silent as u64;
    if silent > 0 {
        let _ = write!(
            line,
            ". {} said nothing on any claim",
            paper::counted(silent, "source")
        );
    }
    if report.run.unread > 0 {
        let _ = write!(
            line,
            ". {} not read",
            paper::counted(report.run.unread, "source")
        );
    }
    let errors = report
        .problems
        .iter()
        .filter(|one| one.level == Level::Error)
        .count();
    if errors > 0 {
        let _ = write!(line, ". {}", paper::counted(errors as u64, "thing"));
        line.push_str(" could not be checked");
    }
    line.push('.');
    paper::hang(&line, width, 0) + "\n"
}

#[cfg(test)]
mod tests;
