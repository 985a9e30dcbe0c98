//! Claims that the rules have no value for: what the sources' own agreement makes of them.
//!
//! In: findings with the verdict `stated`. Out: a [`TruthRecord`] for each claim, its values with probabilities. Nobody is
//! accused by it, and it never enters an outlet's record. A copy of another's text has a small vote; a hedged or
//! attributed statement a smaller one than a plain one.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::copying::COPIED;
use super::infer::Kind;
use super::infer::Model;
use super::infer::Options;
use super::infer::infer;
use super::ledger::deciding;
use super::ledger::overturned;
use super::reliability::firmness;
use super::reliability::rounded;
use super::table::TableBuilder;
use crate::finding::ClaimRecord;
use crate::finding::Finding;
use crate::finding::SourceRecord;
use crate::finding::Stance;
use crate::finding::TruthRecord;
use crate::finding::TruthValue;
use crate::finding::Verdict;

/// One source's statement.
struct Statement<'a> {
    claim: &'a str,
    /// Outlet, or the source's id.
    voice: &'a str,
    /// What is compared: a number or a folded key, as text.
    key: String,
    /// What is shown.
    shown: &'a str,
    time: &'a str,
    weight: f64,
    /// Copies of one text share it; otherwise the voice alone.
    group: Option<u32>,
}

/// Infers the values of all claims that sources state something of, in order of claim.
pub fn settle(
    claims: &[&ClaimRecord],
    sources: &[SourceRecord],
    findings: &[Finding],
) -> Vec<TruthRecord> {
    // A template's claims are about another incident in each source.
    let templates: BTreeSet<&str> = claims
        .iter()
        .filter(|claim| claim.each_source)
        .map(|claim| claim.id.as_str())
        .collect();
    let records: BTreeMap<&str, &SourceRecord> = sources
        .iter()
        .map(|source| (source.id.as_str(), source))
        .collect();
    let stated: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Stated && finding.ignored.is_none())
        .filter(|finding| !overturned(finding) && !templates.contains(finding.claim.as_str()))
        .collect();
    let mut settled = BTreeMap::new();
    for kind in [Kind::Numeric, Kind::Categorical] {
        let statements: Vec<Statement> = stated
            .iter()
            .filter_map(|finding| statement(finding, kind, &records))
            .collect();
        settle_kind(statements, kind, &mut settled);
    }
    settled.into_values().collect()
}

fn statement<'a>(
    finding: &'a Finding,
    kind: Kind,
    records: &BTreeMap<&str, &'a SourceRecord>,
) -> Option<Statement<'a>> {
    let key = match (kind, finding.stated_value, &finding.stated_key) {
        (Kind::Numeric, Some(value), _) if value.is_finite() => format!("{value}"),
        (Kind::Categorical, None, Some(key)) => key.to_string(),
        _ => return None,
    };
    let record = records.get(finding.source.as_str());
    let evidence = deciding(finding);
    Some(Statement {
        claim: &finding.claim,
        voice: finding.outlet.as_deref().unwrap_or(&finding.source),
        shown: finding.stated.as_deref().unwrap_or(""),
        key,
        time: record
            .and_then(|record| record.published.as_ref())
            .map_or("", |(start, _)| start.as_str()),
        weight: firmness(
            evidence.and_then(|evidence| evidence.hedge),
            evidence.map_or(Stance::Asserted, |evidence| evidence.stance),
        ),
        group: record.and_then(|record| record.copy_group),
    })
}

fn settle_kind(
    mut statements: Vec<Statement>,
    kind: Kind,
    settled: &mut BTreeMap<String, TruthRecord>,
) {
    // One statement a voice and claim: the latest. Then in order of time, so that the first of a group is no copy.
    statements.sort_by_key(|s| (s.claim, s.voice, std::cmp::Reverse(s.time)));
    statements.dedup_by_key(|s| (s.claim, s.voice));
    statements.sort_by(|a, b| (a.claim, a.time, a.voice).cmp(&(b.claim, b.time, b.voice)));
    let mut said: BTreeMap<(&str, &str, u32), i32> = BTreeMap::new();
    let mut builder = TableBuilder::default();
    for statement in &statements {
        let mut weight = statement.weight;
        if let Some(group) = statement.group {
            let before = said
                .entry((statement.claim, &statement.key, group))
                .or_default();
            weight *= (1.0 - COPIED).powi(*before);
            *before += 1;
        }
        builder.push(statement.voice, statement.claim, &statement.key, "", weight);
    }
    let table = builder.build();
    let model = match kind {
        Kind::Numeric => Model::Exact,
        Kind::Categorical => Model::Popularity,
    };
    let options = Options {
        kind: Some(kind),
        model: Some(model),
    };
    let Ok(found) = infer(&table, options) else {
        return;
    };
    for object in 0..table.objects.len() {
        let claim = &table.objects[object];
        let of_claim: Vec<&Statement> = statements.iter().filter(|s| s.claim == claim).collect();
        let mut values: Vec<TruthValue> = table
            .candidates_of(object)
            .map(|candidate| {
                let key = table.value_of(candidate);
                let probability = table
                    .claims_of(object)
                    .find(|&at| table.claims[at].candidate as usize == candidate)
                    .map_or(0.0, |at| found.right[at]);
                value(&of_claim, key, probability)
            })
            .collect();
        values.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then(a.value.cmp(&b.value))
        });
        let record = settled.entry(claim.clone()).or_insert_with(|| TruthRecord {
            claim: claim.clone(),
            values: Vec::new(),
        });
        record.values.append(&mut values);
    }
}

fn value(statements: &[&Statement], key: &str, probability: f64) -> TruthValue {
    let here: Vec<&&Statement> = statements.iter().filter(|s| s.key == key).collect();
    let voices: BTreeSet<(u32, &str)> = here
        .iter()
        .map(|s| s.group.map_or((0, s.voice), |group| (group, "")))
        .collect();
    TruthValue {
        value: here.first().map_or(key, |s| s.shown).to_owned(),
        probability: rounded(probability),
        voices: u32::try_from(voices.len()).unwrap_or(u32::MAX),
        sources: here.iter().map(|s| s.voice.to_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(source: &str, value: f64) -> Finding {
        Finding {
            outlet: Some(source.to_uppercase().into()),
            stated: Some(format!("{value} million").into()),
            stated_value: Some(value * 1e6),
            ..Finding::new("flood/cost", source, Verdict::Stated)
        }
    }

    fn source(id: &str, copy_group: Option<u32>) -> SourceRecord {
        SourceRecord {
            id: id.into(),
            copy_group,
            ..SourceRecord::default()
        }
    }

    #[test]
    fn the_sources_agree_on_a_value() {
        let findings = [stated("a", 3.0), stated("b", 3.0), stated("c", 7.0)];
        let truths = settle(&[], &[], &findings);
        let values: Vec<(&str, u32)> = truths[0]
            .values
            .iter()
            .map(|value| (value.value.as_str(), value.voices))
            .collect();
        assert_eq!(values, [("3 million", 2), ("7 million", 1)]);
        assert!(truths[0].values[0].probability > 0.5);
    }

    #[test]
    fn three_copies_do_not_outvote_two_voices() {
        let sources: Vec<SourceRecord> = ["a", "b", "c"]
            .map(|id| source(id, Some(1)))
            .into_iter()
            .chain(["d", "e"].map(|id| source(id, None)))
            .collect();
        let mut findings = vec![stated("a", 3.0), stated("b", 3.0), stated("c", 3.0)];
        findings.extend([stated("d", 5.0), stated("e", 5.0)]);
        let truths = settle(&[], &sources, &findings);
        let first = &truths[0].values[0];
        assert_eq!((first.value.as_str(), first.voices), ("5 million", 2));
        let unaware = settle(&[], &[], &findings);
        assert_eq!(unaware[0].values[0].value, "3 million");
    }

    #[test]
    fn numbers_and_names_of_one_claim_stand_together_and_nothing_gives_nothing() {
        assert!(settle(&[], &[], &[]).is_empty());
        let mut name = stated("b", 1.0);
        name.stated_value = None;
        name.stated_key = Some("river".into());
        name.stated = Some("the river".into());
        let truths = settle(&[], &[], &[stated("a", 3.0), name]);
        assert_eq!((truths.len(), truths[0].values.len()), (1, 2));
    }
}
