//! Who copies whom: ten reprints are one voice.
//!
//! In: sources with sketches, origins, credits; findings. Out: a number for each group of copies. Texts that share a good
//! part of their word sequences are one text; a named origin or a credit needs less; and two outlets that share several
//! rare errors have them from one another or from a third (Dong, Berti-Equille & Srivastava 2009). Copies are sought
//! within a story.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::Shared;
use crate::finding::SourceRecord;
use crate::finding::Verdict;

/// The share of a copy's statements that are taken over (c): its vote weighs 1 − c.
pub const COPIED: f64 = 0.8;
/// Texts that share at least this part of their word sequences are one text.
const SAME_TEXT: f64 = 0.3;
/// With a credit to the other's outlet, this part is enough.
const CREDITED_TEXT: f64 = 0.1;
/// Sketch values that a bucket is made of: texts that share 0.3 meet in some bucket with probability 0.95.
const BAND: usize = 2;
/// The probability that two outlets depend on each other, before any evidence.
pub(crate) const DEPENDENT: f64 = 0.01;
/// How often an outlet is wrong, for judging whether a shared error is a coincidence.
const WRONG: f64 = 0.2;
/// An error that more sources make is no trace of copying.
const COMMON: usize = 12;

/// Writes each source's copy group: numbers from 1 in order of arrival, none for a text of its own.
pub fn group_copies(sources: &mut [SourceRecord], findings: &[Finding]) {
    let mut groups = Groups::new(sources.len());
    let mut by_story: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate() {
        for story in &source.stories {
            by_story.entry(story).or_default().push(at);
        }
    }
    for members in by_story.values() {
        join_texts(sources, members, &mut groups);
        join_origins(sources, members, &mut groups);
    }
    join_shared_errors(sources, findings, &mut groups);
    let numbers = groups.numbers();
    for (source, number) in sources.iter_mut().zip(numbers) {
        source.copy_group = number;
    }
}

/// The estimated share of word sequences that two texts have in common (Broder 1997); 0 if one has no sketch.
fn similarity(a: &[u32], b: &[u32]) -> f64 {
    if a.is_empty() || a.len() != b.len() {
        return 0.0;
    }
    let same = a.iter().zip(b).filter(|(a, b)| a == b).count();
    same as f64 / a.len() as f64
}

fn join_texts(sources: &[SourceRecord], members: &[usize], groups: &mut Groups) {
    let mut buckets: BTreeMap<(usize, &[u32]), Vec<usize>> = BTreeMap::new();
    for &at in members {
        for (band, values) in sources[at].sketch.chunks_exact(BAND).enumerate() {
            buckets.entry((band, values)).or_default().push(at);
        }
    }
    for bucket in buckets.values() {
        for (place, &at) in bucket.iter().enumerate().skip(1) {
            // Against the first and the one before: enough for chains, and linear for a text that thousands reprint.
            for other in [bucket[0], bucket[place - 1]] {
                if similarity(&sources[at].sketch, &sources[other].sketch) >= SAME_TEXT {
                    groups.join(at, other);
                }
            }
        }
    }
}

/// A text that names its origin belongs to the report of that outlet that it is most like, else to another text from the
/// same origin; one that credits an outlet likewise, if it is like one of its reports at all.
fn join_origins(sources: &[SourceRecord], members: &[usize], groups: &mut Groups) {
    for (place, &at) in members.iter().enumerate() {
        if let Some(origin) = &sources[at].origin {
            let same = |name: &Option<Shared>| {
                name.as_ref()
                    .is_some_and(|name| name.eq_ignore_ascii_case(origin))
            };
            let of_origin = members
                .iter()
                .copied()
                .filter(|&other| same(&sources[other].outlet));
            let earlier = members[..place].iter().copied();
            let alike = earlier.filter(|&other| same(&sources[other].origin));
            let joined =
                most_like(sources, at, of_origin).or_else(|| most_like(sources, at, alike));
            if let Some(other) = joined {
                groups.join(at, other);
            }
        }
        if sources[at].credits.is_empty() {
            continue;
        }
        let credited = members.iter().copied().filter(|&other| {
            let outlet = sources[other].outlet.as_deref();
            outlet
                .is_some_and(|outlet| sources[at].credits.iter().any(|line| credits(line, outlet)))
        });
        if let Some(other) = most_like(sources, at, credited) {
            groups.join(at, other);
        }
    }
}

/// The most similar of `others`, if it shares enough; texts too short for a sketch are taken at their word.
fn most_like(
    sources: &[SourceRecord],
    at: usize,
    others: impl Iterator<Item = usize>,
) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for other in others.filter(|&other| other != at) {
        let (a, b) = (&sources[at].sketch, &sources[other].sketch);
        let like = if a.is_empty() || b.is_empty() {
            CREDITED_TEXT
        } else {
            similarity(a, b)
        };
        if like >= CREDITED_TEXT && best.is_none_or(|(most, _)| like > most) {
            best = Some((like, other));
        }
    }
    best.map(|(_, other)| other)
}

/// Whether a credit line names an outlet, in full or by the first word of its name («Reuters» for «Reuters News Agency»).
fn credits(line: &str, outlet: &str) -> bool {
    let outlet = outlet.to_lowercase();
    let outlet = outlet.strip_prefix("the ").unwrap_or(&outlet);
    let line = line.to_lowercase();
    let first = outlet.split_whitespace().next().unwrap_or(outlet);
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).collect();
    line.contains(outlet) || words.contains(&first)
}

/// What a source says of a claim, for comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said<'a> {
    Right,
    Wrong(&'a str),
}

fn join_shared_errors(sources: &[SourceRecord], findings: &[Finding], groups: &mut Groups) {
    let places: BTreeMap<&str, usize> = (0..)
        .zip(sources)
        .map(|(at, source)| (source.id.as_str(), at))
        .collect();
    let mut said: BTreeMap<usize, BTreeMap<&str, Said>> = BTreeMap::new();
    let mut errors: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for finding in findings {
        let Some(&at) = places.get(finding.source.as_str()) else {
            continue;
        };
        let what = match (finding.verdict, finding.stated.as_deref()) {
            (Verdict::Supported, _) => Said::Right,
            (Verdict::Contradicted, Some(stated)) => Said::Wrong(stated),
            _ => continue,
        };
        said.entry(at).or_default().insert(&finding.claim, what);
        if let Said::Wrong(stated) = what {
            let of_claim = errors.entry(finding.claim.as_str()).or_default();
            of_claim.entry(stated).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for makers in errors.values().flat_map(BTreeMap::values) {
        if makers.len() > COMMON {
            continue;
        }
        for (place, &a) in makers.iter().enumerate() {
            for &b in &makers[..place] {
                *shared.entry((a.min(b), a.max(b))).or_default() += 1;
            }
        }
    }
    for (&(a, b), &number) in &shared {
        if number >= 2 && sources[a].outlet != sources[b].outlet {
            let log_odds = dependence(&said[&a], &said[&b], &errors);
            if log_odds > 0.0 {
                groups.join(a, b);
            }
        }
    }
}

/// Log-odds that one of two sources copies, or both do.
fn dependence(
    a: &BTreeMap<&str, Said>,
    b: &BTreeMap<&str, Said>,
    errors: &BTreeMap<&str, BTreeMap<&str, Vec<usize>>>,
) -> f64 {
    let mut log_odds = (DEPENDENT / (1.0 - DEPENDENT)).ln();
    for (claim, first) in a {
        let Some(second) = b.get(claim) else {
            continue;
        };
        let (copied, alone) = match (first, second) {
            (Said::Right, Said::Right) => (1.0 - WRONG, (1.0 - WRONG) * (1.0 - WRONG)),
            (Said::Wrong(x), Said::Wrong(y)) if x == y => {
                let of_claim = &errors[claim];
                let total: usize = of_claim.values().map(Vec::len).sum();
                // How often the error is made by others than these two.
                let others = of_claim[x].len() as f64 - 2.0;
                let popularity =
                    (others + 0.5) / (total as f64 - 2.0 + 0.5 * (of_claim.len() as f64 + 1.0));
                (WRONG, WRONG * WRONG * popularity.min(1.0))
            }
            _ => {
                log_odds += (1.0 - COPIED).ln();
                continue;
            }
        };
        log_odds += ((COPIED * copied + (1.0 - COPIED) * alone) / alone).ln();
    }
    log_odds
}

/// Union-find; the first member stands for its group.
pub(crate) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    pub(crate) fn new(members: usize) -> Self {
        Self {
            parent: (0..members).collect(),
        }
    }

    fn first(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// Of each member the number of its group, from 1 in order of first members; none for one alone.
    pub(crate) fn numbers(&mut self) -> Vec<Option<u32>> {
        let firsts: Vec<usize> = (0..self.parent.len()).map(|at| self.first(at)).collect();
        let mut seen = BTreeSet::new();
        let mut shared = BTreeSet::new();
        for &first in &firsts {
            if !seen.insert(first) {
                shared.insert(first);
            }
        }
        let numbers: BTreeMap<usize, u32> = shared.into_iter().zip(1..).collect();
        firsts
            .iter()
            .map(|first| numbers.get(first).copied())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(id: &str, outlet: &str, sketch: &[u32]) -> SourceRecord {
        SourceRecord {
            id: id.into(),
            outlet: Some(outlet.into()),
            stories: vec!["flood".to_owned()],
            sketch: sketch.to_vec(),
            ..SourceRecord::default()
        }
    }

    fn finding(id: &str, claim: &str, stated: &str) -> Finding {
        Finding {
            stated: Some(stated.into()),
            ..Finding::new(
                format!("flood/{claim}"),
                id,
                if stated == "right" {
                    Verdict::Supported
                } else {
                    Verdict::Contradicted
                },
            )
        }
    }

    fn groups(mut sources: Vec<SourceRecord>, findings: &[Finding]) -> Vec<Option<u32>> {
        group_copies(&mut sources, findings);
        sources.iter().map(|source| source.copy_group).collect()
    }

    #[test]
    fn like_texts_are_one_group_and_unlike_ones_are_not() {
        let wire = [1, 2, 3, 4, 5, 6, 7, 8];
        let edited = [1, 2, 3, 4, 50, 60, 70, 80];
        let other = [11, 12, 13, 14, 15, 16, 17, 18];
        let found = groups(
            vec![
                source("a", "A", &other),
                source("b", "B", &wire),
                source("c", "C", &edited),
            ],
            &[],
        );
        assert_eq!(found, [None, Some(1), Some(1)]);
    }

    #[test]
    fn a_named_origin_joins_even_without_its_own_report() {
        let mut first = source("a", "A", &[]);
        let mut second = source("b", "B", &[]);
        first.origin = Some("Delta Wire".into());
        second.origin = Some("delta wire".into());
        assert_eq!(
            groups(vec![first, second, source("c", "C", &[])], &[]),
            [Some(1), Some(1), None]
        );
    }

    #[test]
    fn a_reprint_joins_the_report_it_reprints_and_not_the_whole_outlet() {
        let (first, second) = ([1, 2, 3, 4, 5, 6, 7, 8], [11, 12, 13, 14, 15, 16, 17, 18]);
        let mut reprint = source("c", "C", &[11, 12, 90, 91, 92, 93, 94, 95]);
        reprint.origin = Some("Delta Wire".into());
        let sources = vec![
            source("a", "Delta Wire", &first),
            source("b", "Delta Wire", &second),
            reprint,
        ];
        assert_eq!(groups(sources, &[]), [None, Some(1), Some(1)]);
    }

    #[test]
    fn a_credit_line_joins_where_a_tenth_of_the_text_is_shared() {
        let wire = source("a", "The Delta Wire Service", &[1, 2, 3, 4, 5, 6, 7, 8]);
        let mut rewrite = source("b", "B", &[1, 20, 30, 40, 50, 60, 70, 80]);
        assert_eq!(
            groups(vec![wire.clone(), rewrite.clone()], &[]),
            [None, None]
        );
        rewrite.credits = vec!["Delta contributed to this report.".to_owned()];
        assert_eq!(groups(vec![wire, rewrite], &[]), [Some(1), Some(1)]);
    }

    #[test]
    fn shared_rare_errors_betray_a_copy_and_shared_truths_do_not() {
        let sources = || {
            vec![
                source("a", "A", &[]),
                source("b", "B", &[]),
                source("c", "C", &[]),
            ]
        };
        let mut findings = Vec::new();
        for claim in ["dead", "hurt", "depth", "when"] {
            for id in ["a", "b", "c"] {
                findings.push(finding(id, claim, "right"));
            }
        }
        assert_eq!(groups(sources(), &findings), [None, None, None]);
        for (claim, stated) in [("cost", "31"), ("bridges", "7"), ("hours", "19")] {
            findings.push(finding("a", claim, stated));
            findings.push(finding("b", claim, stated));
            findings.push(finding("c", claim, "right"));
        }
        assert_eq!(groups(sources(), &findings), [Some(1), Some(1), None]);
    }
}
