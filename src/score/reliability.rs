//! From the ledger to outlets: what each got wrong of what was checked, and how reliable that makes it.
//!
//! In: a [`Ledger`], the claims' kinds and severities, ratings from outside. Out: an [`OutletRecord`] for each named outlet.
//! One outlet and one claim is one trial: its findings are averaged, so updates and reprints add nothing. Trials weigh by
//! severity, hedge and stance; those of one story hang together. All of that narrows or widens the interval, never the raw
//! count, which stands first.

use std::collections::BTreeMap;

use super::cluster;
use super::infer::LEVEL;
use super::interval::Belief;
use super::interval::Group;
use super::rank;
use crate::finding::ClaimRecord;
use crate::finding::Comparison;
use crate::finding::Fault;
use crate::finding::Hedge;
use crate::finding::Ledger;
use crate::finding::LedgerKey;
use crate::finding::OutletRecord;
use crate::finding::PartRecord;
use crate::finding::RatedRecord;
use crate::finding::Severity;
use crate::finding::Stance;
use crate::finding::Verdict;

/// What a hedged statement weighs; a plain one weighs 1.
pub const HEDGED: f64 = 0.75;
/// What an attributed or quoted statement weighs.
pub const ATTRIBUTED: f64 = 0.5;
/// What an outdated, mixed or self-corrected trial scores; right is 1, wrong 0.
pub const NEAR: f64 = 0.5;
/// Below so many trials there are too few to say.
pub const FEWEST_TRIALS: u32 = 5;
/// Above this width of the interval there are too few to say.
pub const WIDEST_INTERVAL: f64 = 0.5;
/// Outlets are compared in pairs up to this many.
const MOST_COMPARED: usize = 60;

/// Ratings from outside: outlet → 0 to 1.
pub type Ratings = BTreeMap<String, f64>;

/// One outlet on one claim.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is tallied on its own, in any combination"
)]
pub(crate) struct Trial<'a> {
    pub(crate) story: &'a str,
    claim: &'a str,
    kind: &'a str,
    /// How right, 0 to 1.
    pub(crate) score: f64,
    /// Severity × how firmly it is said; relative to the outlet's other trials only.
    pub(crate) weight: f64,
    wrong: bool,
    /// Wrong only in sources that say the right as well.
    mixed: bool,
    inherited: bool,
    reviewed: bool,
    corrected: bool,
}

/// An outlet's trials and what is tallied apart from them.
#[derive(Clone, Debug, Default)]
struct Tally<'a> {
    trials: Vec<Trial<'a>>,
    spelling: u32,
    wording: u32,
}

/// (right, checked) in independent trials of equal weight.
#[derive(Clone, Copy, Debug, Default)]
struct Worth {
    right: f64,
    checked: f64,
}

/// What a claim of `severity` weighs against others.
pub fn severity_weight(severity: Severity) -> f64 {
    match severity {
        Severity::Minor => 1.0,
        Severity::Major => 3.0,
        Severity::Critical => 9.0,
    }
}

/// How firmly something is said.
pub(crate) fn firmness(hedge: Option<Hedge>, stance: Stance) -> f64 {
    let hedge = if hedge.is_some() { HEDGED } else { 1.0 };
    match stance {
        Stance::Attributed | Stance::Quoted => hedge * ATTRIBUTED,
        _ => hedge,
    }
}

/// Scores every named outlet of the ledger, in order of name.
pub fn reliability(
    ledger: &Ledger,
    claims: &[&ClaimRecord],
    ratings: &Ratings,
) -> Vec<OutletRecord> {
    let claims: BTreeMap<&str, &ClaimRecord> = claims
        .iter()
        .map(|claim| (claim.id.as_str(), *claim))
        .collect();
    let tallies = tallies(ledger, &claims);
    let clusters: Vec<&[Trial]> = tallies
        .values()
        .map(|tally| tally.trials.as_slice())
        .collect();
    let correlation = cluster::correlation(&clusters);
    let worth = |trials: &[&Trial]| worth(trials, correlation);
    let all: Vec<Worth> = tallies
        .values()
        .map(|tally| worth(&tally.trials.iter().collect::<Vec<_>>()))
        .collect();
    let counted: Vec<(f64, f64)> = all
        .iter()
        .filter(|worth| worth.checked > 0.0)
        .map(|worth| (worth.right, worth.checked))
        .collect();
    let group = Group::of(&counted);
    let mut records = Vec::new();
    let mut beliefs = Vec::new();
    for ((outlet, tally), total) in tallies.iter().zip(all) {
        let belief = group.belief(total.right, total.checked);
        let mut record = record(outlet, tally, total, &belief);
        let whole: Vec<&Trial> = tally.trials.iter().collect();
        record.kinds = parts(&whole, |trial| trial.kind, &worth, &group);
        record.stories = parts(&whole, |trial| trial.story, &worth, &group);
        record.rated = ratings
            .get(*outlet)
            .map(|&rating| rated(rating, &counted, total));
        records.push(record);
        beliefs.push(belief);
    }
    compare(&mut records, &beliefs);
    records
}

/// What an outlet got wrong of what was checked, and what is believed of it.
fn record(outlet: &str, tally: &Tally<'_>, total: Worth, belief: &Belief) -> OutletRecord {
    let whole: Vec<&Trial> = tally.trials.iter().collect();
    let part = part(outlet, &whole, || belief.clone());
    let wrong: Vec<&Trial> = whole.iter().copied().filter(|trial| trial.wrong).collect();
    let number =
        |of: &dyn Fn(&Trial) -> bool| count(wrong.iter().filter(|trial| of(trial)).count());
    let ids = |of: &dyn Fn(&Trial) -> bool| {
        let trials = wrong.iter().filter(|trial| of(trial));
        trials.map(|trial| trial.claim.to_owned()).collect()
    };
    OutletRecord {
        outlet: outlet.to_owned(),
        checked: part.checked,
        wrong: part.wrong,
        wrong_claims: ids(&|_| true),
        mixed_claims: ids(&|trial| trial.mixed),
        inherited: number(&|trial| trial.inherited),
        unreviewed: number(&|trial| !trial.reviewed),
        spelling: tally.spelling,
        wording: tally.wording,
        reliability: part.reliability,
        interval: part.interval,
        effective: rounded(total.checked),
        corrected: count(whole.iter().filter(|trial| trial.corrected).count()),
        ..OutletRecord::default()
    }
}

/// What is believed of an outlet where a rating from outside, and not the group, is what it starts from.
fn rated(rating: f64, counted: &[(f64, f64)], total: Worth) -> RatedRecord {
    let belief = Group::around(counted, Some(rating)).belief(total.right, total.checked);
    let (low, high) = belief.interval(LEVEL);
    RatedRecord {
        rating,
        reliability: rounded(belief.mean),
        interval: (rounded(low), rounded(high)),
    }
}

fn tallies<'a>(
    ledger: &'a Ledger,
    claims: &BTreeMap<&str, &'a ClaimRecord>,
) -> BTreeMap<&'a str, Tally<'a>> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let rows: Vec<(&LedgerKey, u64)> = ledger.iter().map(|(key, count)| (key, *count)).collect();
    for of_claim in rows.chunk_by(|a, b| a.0.outlet == b.0.outlet && a.0.claim == b.0.claim) {
        let key = of_claim[0].0;
        let record = claims.get(key.claim.as_str());
        if key.outlet.is_empty() || record.is_some_and(|claim| claim.disputed) {
            continue;
        }
        let tally = tallies.entry(key.outlet.as_str()).or_default();
        let with = |fault| of_claim.iter().any(|(key, _)| key.fault == Some(fault));
        tally.spelling += u32::from(with(Fault::Spelling));
        tally.wording += u32::from(with(Fault::Wording));
        tally.trials.extend(trial(of_claim, record.copied()));
    }
    tallies
}

/// The trial that an outlet's findings on one claim make; `None` if none of them counts.
fn trial<'a>(rows: &[(&'a LedgerKey, u64)], claim: Option<&'a ClaimRecord>) -> Option<Trial<'a>> {
    let key = rows[0].0;
    let mut trial = Trial {
        story: &key.story,
        claim: &key.claim,
        kind: claim.map_or("", |claim| claim.kind.as_str()),
        score: 0.0,
        weight: 0.0,
        wrong: false,
        mixed: true,
        inherited: true,
        reviewed: true,
        corrected: false,
    };
    let mut findings = 0.0;
    for (key, number) in rows {
        let Some(score) = score(key) else {
            continue;
        };
        let number = *number as f64;
        let weight = number * firmness(key.hedge, key.stance);
        findings += number;
        trial.score += weight * score;
        trial.weight += weight;
        if matches!(key.verdict, Verdict::Contradicted | Verdict::Mixed) {
            trial.corrected |= key.corrected;
            if !key.corrected {
                trial.wrong = true;
                trial.mixed &= key.verdict == Verdict::Mixed;
                trial.inherited &= key.inherited;
                trial.reviewed &= key.reviewed;
            }
        }
    }
    if trial.weight <= 0.0 {
        return None;
    }
    trial.score /= trial.weight;
    let severity = claim.map_or(Severity::default(), |claim| claim.severity);
    trial.weight *= severity_weight(severity) / findings;
    trial.corrected &= !trial.wrong;
    Some(trial)
}

/// What a row scores; `None`: it does not count, or counts in a ledger of its own.
fn score(key: &LedgerKey) -> Option<f64> {
    let style = matches!(key.fault, Some(Fault::Spelling | Fault::Wording));
    match key.verdict {
        Verdict::Supported => Some(1.0),
        Verdict::Contradicted | Verdict::Mixed if style => None,
        Verdict::Outdated | Verdict::Mixed => Some(NEAR),
        Verdict::Contradicted => Some(if key.corrected { NEAR } else { 0.0 }),
        Verdict::Vague | Verdict::Stated | Verdict::Pending | Verdict::Silent => None,
    }
}

/// What weighted trials that hang together are worth: Kish's effective number, divided by the design effect of stories.
fn worth(trials: &[&Trial], correlation: f64) -> Worth {
    let weight: f64 = trials.iter().map(|trial| trial.weight).sum();
    let square: f64 = trials.iter().map(|trial| trial.weight * trial.weight).sum();
    if square <= 0.0 {
        return Worth::default();
    }
    let right: f64 = trials.iter().map(|trial| trial.weight * trial.score).sum();
    let checked = weight * weight / square / cluster::design_effect(trials, correlation);
    Worth {
        right: right / weight * checked,
        checked,
    }
}

/// `belief` is asked only where the trials are enough for one.
fn part(name: &str, trials: &[&Trial], belief: impl FnOnce() -> Belief) -> PartRecord {
    let checked = count(trials.len());
    let told = (checked >= FEWEST_TRIALS)
        .then(belief)
        .map(|belief| (belief.mean, belief.interval(LEVEL)))
        .filter(|(_, (low, high))| high - low <= WIDEST_INTERVAL);
    PartRecord {
        name: name.to_owned(),
        checked,
        wrong: count(trials.iter().filter(|trial| trial.wrong).count()),
        reliability: told.map(|(mean, _)| rounded(mean)),
        interval: told.map(|(_, (low, high))| (rounded(low), rounded(high))),
    }
}

fn parts<'a>(
    trials: &[&Trial<'a>],
    name: impl Fn(&Trial<'a>) -> &'a str,
    worth: &impl Fn(&[&Trial]) -> Worth,
    group: &Group,
) -> Vec<PartRecord> {
    let mut by_name: BTreeMap<&str, Vec<&Trial>> = BTreeMap::new();
    for trial in trials {
        by_name.entry(name(trial)).or_default().push(trial);
    }
    by_name
        .iter()
        .map(|(name, trials)| {
            part(name, trials, || {
                let Worth { right, checked } = worth(trials);
                group.belief(right, checked)
            })
        })
        .collect()
}

/// Ranks and compares the outlets that have a reliability.
fn compare(records: &mut [OutletRecord], beliefs: &[Belief]) {
    let scored: Vec<usize> = (0..records.len())
        .filter(|&at| records[at].reliability.is_some())
        .collect();
    let of: Vec<&Belief> = scored.iter().map(|&at| &beliefs[at]).collect();
    for (&at, rank) in scored.iter().zip(rank::intervals(&of, LEVEL)) {
        records[at].rank = Some(rank);
    }
    if scored.len() > MOST_COMPARED {
        return;
    }
    for &at in &scored {
        records[at].better_than = scored
            .iter()
            .filter(|&&other| other != at)
            .map(|&other| Comparison {
                outlet: records[other].outlet.clone(),
                probability: rounded(beliefs[at].better_than(&beliefs[other])),
            })
            .collect();
    }
}

/// Six decimals: more than anyone needs, and few enough that no last bit of a logarithm shows.
pub(crate) fn rounded(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
