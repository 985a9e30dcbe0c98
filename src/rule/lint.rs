//! What works, but is probably not meant.
//!
//! In: a rule file and what it compiles to. Out: warnings.

use std::collections::HashMap;

use super::file::RawClaim;
use super::file::RuleFile;
use super::names::folded;
use super::reach;
use super::set::Claim;
use super::set::Event;
use super::set::Expected;
use super::set::Right;
use super::table::At;
use super::table::Problems;
use super::table::shown;
use super::values;
use crate::diagnostic::Label;
use crate::span::Span;
use crate::value::Interval;
use crate::value::Value;

/// Warns of everything in one file that somebody should look at.
pub(super) fn warn(file: &RuleFile, events: &[Event], claims: &[Claim], problems: &mut Problems) {
    if problems.broken {
        return;
    }
    shared_names(file, problems);
    vague_events(file, problems);
    wide_tolerances(file, problems);
    stray_tests(file, problems);
    overlapping(file, claims, problems);
    reach::warn(file, events, claims, problems);
    two_ways(file, problems);
    misspelt_and_right(file, problems);
    for claim in &file.claims {
        same_text(claim, problems);
    }
}

/// Events that only their words tell from others.
fn vague_events(file: &RuleFile, problems: &mut Problems) {
    for raw in &file.events {
        let placed = raw.facts.iter().any(|(fact, _)| fact.value == "where")
            || raw
                .unread
                .iter()
                .any(|fact| ["who", "where"].contains(fact));
        if raw.who.is_empty() && !placed && !raw.each_source {
            let title = format!(
                "event `{}` has neither participants nor place",
                raw.id.value
            );
            let help = Some(
                "write `who` or `where`: else only its words tell it from other events".to_owned(),
            );
            let labels = vec![Label::primary(raw.id.span, "which one?")];
            problems.warning("rule-vague-event", title, labels, help);
        }
    }
}

/// Tolerances that leave nearly nothing to be wrong.
fn wide_tolerances(file: &RuleFile, problems: &mut Problems) {
    let facts = file.events.iter().flat_map(|event| &event.facts);
    let of_facts = facts.map(|(_, expect)| expect);
    let of_claims = file.claims.iter().filter_map(|claim| claim.expect.as_ref());
    for expect in of_facts.chain(of_claims) {
        let steps = expect.known.iter().flat_map(|(_, steps)| steps);
        for item in expect.values.iter().chain(steps) {
            let Some(tolerance) = &item.tolerance else {
                continue;
            };
            let Some(value) = values::value(expect.kind, &item.value.value, None) else {
                continue;
            };
            let Some(base) = size(&value) else { continue };
            if values::tolerance(&tolerance.value, &value)
                .is_some_and(|tolerance| tolerance >= base)
            {
                let title =
                    "the tolerance is as wide as the value: nearly nothing can be wrong".to_owned();
                let labels = vec![
                    Label::primary(tolerance.span, "this far off is still right"),
                    Label::context(item.value.span, "the value"),
                ];
                problems.warning("rule-wide-tolerance", title, labels, None);
            }
        }
    }
}

/// A word that is right and wrong at once: whoever uses it is contradicted.
fn two_ways(file: &RuleFile, problems: &mut Problems) {
    for expect in file.claims.iter().filter_map(|claim| claim.expect.as_ref()) {
        let lists = [
            (&expect.right, "right"),
            (&expect.loose, "loose"),
            (&expect.wrong, "wrong"),
        ];
        let mut seen: HashMap<String, (&str, Span)> = HashMap::new();
        for (words, list) in lists {
            for word in words {
                let (earlier, span) = *seen.entry(folded(&word.value)).or_insert((list, word.span));
                if earlier != list {
                    let title = format!("`{}` is both {earlier} and {list}", shown(&word.value));
                    let labels = vec![
                        Label::primary(word.span, list),
                        Label::context(span, earlier),
                    ];
                    let help = Some("leave it in one of the lists".to_owned());
                    problems.warning("rule-both-ways", title, labels, help);
                }
            }
        }
    }
}

/// A spelling that is right and wrong at once: every report that has it is contradicted.
fn misspelt_and_right(file: &RuleFile, problems: &mut Problems) {
    for entity in &file.entities {
        let right = std::iter::once(&entity.name)
            .chain(&entity.also)
            .chain(&entity.style);
        for wrong in &entity.misspelt {
            let twin = right.clone().find(|right| right.value == wrong.value);
            if let Some(twin) = twin {
                let title = format!("`{}` is both right and misspelt", shown(&wrong.value));
                let labels = vec![
                    Label::primary(wrong.span, "misspelt"),
                    Label::context(twin.span, "right"),
                ];
                let help = Some("leave it in one of the lists".to_owned());
                problems.warning("rule-both-ways", title, labels, help);
            }
        }
    }
}

/// Two tests of one claim with the same text at the same time: one of them is not needed, or one is wrong.
fn same_text(claim: &RawClaim, problems: &mut Problems) {
    let mut seen: HashMap<String, Span> = HashMap::new();
    for test in &claim.tests {
        let published = test
            .published
            .as_ref()
            .map(|published| values::shown(&published.value));
        let key = format!(
            "{:?} {:?} {:?} {}",
            published, test.title, test.outlet, test.text.value
        );
        let earlier = *seen.entry(key).or_insert(test.text.span);
        if earlier != test.text.span {
            let title = format!(
                "two tests of `{}` have the same text",
                shown(&claim.id.value)
            );
            let labels = vec![
                Label::primary(test.text.span, "again"),
                Label::context(earlier, "the first"),
            ];
            let help = Some("leave one of them out, or change what it says".to_owned());
            problems.warning("rule-same-test", title, labels, help);
        }
    }
}

/// Says where a test stands under an entity or an event, and so belongs to a claim further up.
fn stray_tests(file: &RuleFile, problems: &mut Problems) {
    let entities = file.entities.iter().map(|entity| entity.id.span.start);
    let events = file.events.iter().map(|event| event.id.span.start);
    let mut tables: Vec<u32> = entities.chain(events).collect();
    tables.sort_unstable();
    for claim in &file.claims {
        let between = |test: u32| {
            let next = tables.partition_point(|&table| table < claim.id.span.start);
            tables.get(next).is_some_and(|&table| table < test)
        };
        let stray = claim
            .tests
            .iter()
            .find(|test| between(test.text.span.start));
        if let Some(stray) = stray {
            let id = shown(&claim.id.value);
            let title = format!("this tests the claim `{id}`, and stands under another table");
            let labels = vec![
                Label::primary(stray.text.span, format!("a test of `{id}`")),
                Label::context(claim.id.span, "the last claim above it"),
            ];
            let help =
                "write `[[claim]]` and the id of what it tests above it, such as `fire.lasted`";
            problems.warning("rule-stray-test", title, labels, Some(help.to_owned()));
        }
    }
}

/// How big a value is in its base unit; only of kinds where nothing is a natural zero.
fn size(value: &Value) -> Option<f64> {
    let measured = |interval: Interval| values::point(interval).map(f64::abs);
    match value {
        Value::Quantity { measure, unit } if unit.offset == 0.0 => {
            measured(measure.stated).map(|size| size * unit.factor)
        }
        Value::Duration { measure, .. }
        | Value::Count { measure, .. }
        | Value::Money { measure, .. }
        | Value::Percent { measure, .. }
        | Value::Age(measure) => measured(measure.stated),
        _ => None,
    }
}

/// One name of two entities: nobody can tell whom a report means.
fn shared_names(file: &RuleFile, problems: &mut Problems) {
    let mut owners: HashMap<String, (usize, &At<String>)> = HashMap::new();
    for (index, entity) in file.entities.iter().enumerate() {
        for name in std::iter::once(&entity.name)
            .chain(&entity.also)
            .chain(&entity.misspelt)
        {
            let (owner, first) = *owners.entry(folded(&name.value)).or_insert((index, name));
            if owner != index {
                let title = format!("two entities are called `{}`", shown(&name.value));
                let labels = vec![
                    Label::primary(name.span, format!("of `{}`", entity.id.value)),
                    Label::context(
                        first.span,
                        format!("of `{}`", file.entities[owner].id.value),
                    ),
                ];
                let help = Some("leave it to one of them, or write more of the name".to_owned());
                problems.warning("rule-shared-name", title, labels, help);
            }
        }
    }
}

/// Two claims that listen to the same words with different right values: one of them will be wrong.
fn overlapping(file: &RuleFile, claims: &[Claim], problems: &mut Problems) {
    let mut listeners: HashMap<String, usize> = HashMap::new();
    let declared: HashMap<&str, Span> = file
        .claims
        .iter()
        .map(|raw| (&*raw.id.value, raw.id.span))
        .collect();
    for (index, claim) in claims.iter().enumerate() {
        let Expected::AnyOf(rights) = &claim.expected else {
            continue;
        };
        if claim.event.is_none() || claim.first.is_some() || claim.many {
            continue;
        }
        let sorted = |words: &[String]| {
            let mut words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
            words.sort_unstable();
            words
        };
        let who = &claim.who;
        let key = format!(
            "{:?} {:?} {who:?} {:?} {:?} {:?}",
            claim.kind,
            claim.event,
            sorted(&claim.words),
            sorted(&claim.of),
            claim.tally
        );
        let earlier = *listeners.entry(key).or_insert(index);
        let Expected::AnyOf(others) = &claims[earlier].expected else {
            continue;
        };
        if earlier == index || said(rights) == said(others) {
            continue;
        }
        let declared = |id: &str| declared.get(id).copied();
        let Some(span) = declared(&claim.id) else {
            continue;
        };
        let title = format!(
            "claims `{}` and `{}` listen to the same values",
            claims[earlier].id, claim.id
        );
        let mut labels = vec![Label::primary(span, "with another right value")];
        labels.extend(declared(&claims[earlier].id).map(|span| Label::context(span, "than this")));
        let help = Some("give each its `words`".to_owned());
        problems.warning("rule-overlapping-claims", title, labels, help);
    }
}

fn said(rights: &[Right]) -> Vec<&str> {
    rights.iter().map(|right| &*right.text).collect()
}
