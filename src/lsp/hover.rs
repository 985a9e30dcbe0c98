//! What an editor shows when the pointer rests on a word.
//!
//! In: a place in a rule file or in a report. Out: Markdown: what a claim means and what the reports of the project say of
//! it; what a key is for; what stands behind a finding.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::Evidence;
use crate::finding::Finding;
use crate::rule;
use crate::rule::Claim;
use crate::rule::Names;
use crate::rule::Story;
use crate::rule::keys;

/// How many reports gave which verdict on a claim.
pub(super) type Tally = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// What stands at byte `offset` of a rule file. `tally`: `None` while the reports are still being checked.
pub(super) fn of_rules(
    text: &str,
    offset: usize,
    story: Option<&Story>,
    tally: Option<&Tally>,
) -> Option<String> {
    if let Some(story) = story
        && let Some(shown) = of_story(text, offset, story, tally)
    {
        return Some(shown);
    }
    of_key(text, offset)
}

fn of_story(text: &str, offset: usize, story: &Story, tally: Option<&Tally>) -> Option<String> {
    let here = rule::outline(text)
        .into_iter()
        .find(|id| (id.span.start as usize..=id.span.end as usize).contains(&offset));
    if let Some(id) = here {
        let shown = match id.names {
            Names::Entity => {
                story
                    .entities
                    .iter()
                    .find(|entity| entity.id == id.id)
                    .map(|entity| {
                        let also = entity.also.join("», «");
                        if also.is_empty() {
                            format!("**{}**", entity.name)
                        } else {
                            format!("**{}**, also «{also}»", entity.name)
                        }
                    })
            }
            Names::Event => {
                let facts: Vec<String> = story
                    .claims
                    .iter()
                    .filter(|claim| {
                        claim
                            .id
                            .strip_prefix(&id.id)
                            .is_some_and(|rest| rest.starts_with('.'))
                    })
                    .map(|claim| of_claim(story, claim, tally))
                    .collect();
                (!facts.is_empty()).then(|| facts.join("\n\n"))
            }
            Names::Claim => story
                .claims
                .iter()
                .find(|claim| claim.id == id.id)
                .map(|claim| of_claim(story, claim, tally)),
        };
        if shown.is_some() {
            return shown;
        }
    }
    // A fact's own line.
    let line = u32::try_from(text[..offset].matches('\n').count()).ok()? + 1;
    let of_line: Vec<String> = story
        .claims
        .iter()
        .filter(|claim| claim.place.line == line)
        .map(|claim| of_claim(story, claim, tally))
        .collect();
    (!of_line.is_empty()).then(|| of_line.join("\n\n"))
}

fn of_claim(story: &Story, claim: &Claim, tally: Option<&Tally>) -> String {
    let mut shown = format!(
        "**{}/{}**  \n{}",
        story.id,
        claim.id,
        rule::describe(story, claim)
    );
    if let Some(because) = &claim.because {
        let _ = write!(shown, "  \n*because* {because}");
    }
    let Some(tally) = tally else {
        shown.push_str("  \n*the reports of the project are still being checked*");
        return shown;
    };
    if let Some(verdicts) = tally.get(&format!("{}/{}", story.id, claim.id)) {
        for (verdict, sources) in verdicts {
            let few = sources
                .iter()
                .take(4)
                .cloned()
                .collect::<Vec<_>>()
                .join(", ");
            let more = if sources.len() > 4 { ", …" } else { "" };
            let _ = write!(shown, "\n- {} {verdict}: {few}{more}", sources.len());
        }
    }
    shown
}

/// A key of the language.
fn of_key(text: &str, offset: usize) -> Option<String> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let start = text[..offset]
        .rfind(|c: char| !part(c))
        .map_or(0, |at| at + 1);
    let end = text[offset..]
        .find(|c: char| !part(c))
        .map_or(text.len(), |at| offset + at);
    let word = text.get(start..end).filter(|word| !word.is_empty())?;
    if let Some((word, _, doc)) = keys::KINDS.iter().find(|(kind, ..)| *kind == word)
        && text[..start].ends_with("expect.")
    {
        return Some(format!("**{word}**: {doc}"));
    }
    let key = keys::TABLES
        .iter()
        .flat_map(|table| table.keys)
        .find(|key| key.name == word)?;
    Some(format!("**{}**: {}", key.name, key.doc))
}

/// What stands behind a finding in a report.
pub(super) fn of_finding(finding: &Finding, evidence: &Evidence, because: Option<&str>) -> String {
    let word = evidence.verdict.word();
    let mut shown = format!(
        "**{}**: {word}  \nstated: {}",
        finding.claim, evidence.value
    );
    if let Some(expected) = &finding.expected {
        let _ = write!(shown, "  \nexpected: {expected}");
    }
    if let Some(because) = because {
        let _ = write!(shown, "  \n*because* {because}");
    }
    shown
}

/// Counts what sources say of each claim.
pub(super) fn tally(findings: &[Finding]) -> Tally {
    let mut tally = Tally::new();
    for finding in findings {
        let word = finding.verdict.word().to_owned();
        let name = finding
            .outlet
            .clone()
            .unwrap_or_else(|| finding.source.clone());
        tally
            .entry(finding.claim.to_string())
            .or_default()
            .entry(word)
            .or_default()
            .push(name.to_string());
    }
    tally
}
