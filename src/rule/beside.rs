//! The files that stand beside the stories: `outlets.toml` and `rulings.toml`.
//!
//! In: their texts, and the stories already loaded. Out: outlets, rulings and ignores.

use std::collections::HashMap;
use std::path::Path;

use super::compile::day;
use super::compile::texts;
use super::compile::zone;
use super::excerpt::FileText;
use super::file;
use super::keys;
use super::load::parse;
use super::names::folded;
use super::set::Decision;
use super::set::Ignore;
use super::set::Outlet;
use super::set::RuleSet;
use super::set::Ruling;
use super::table::At;
use super::table::Problems;
use super::table::Table;
use super::table::shown;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::span::Span;

/// What a file is by its name, if it is no story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Outlets,
    Rulings,
}

/// The role of a file.
pub(super) fn role(path: &str) -> Option<Role> {
    match Path::new(path).file_name()?.to_str()? {
        "outlets.toml" => Some(Role::Outlets),
        "rulings.toml" => Some(Role::Rulings),
        _ => None,
    }
}

const DECISIONS: &[(&str, Decision)] = &[
    ("confirm", Decision::Confirm),
    ("overturn", Decision::Overturn),
    ("correct", Decision::Correct),
    ("dispute", Decision::Dispute),
];

/// Reads one of them into `rules`. Claims are only sought if all stories are there (`complete`).
pub(super) fn load(
    role: Role,
    path: &str,
    text: &str,
    rules: &mut RuleSet,
    complete: bool,
) -> Vec<Diagnostic> {
    let file = FileText::new(path, text);
    let mut problems = Problems::new(&file);
    let root = parse(text, &mut problems);
    let words = match role {
        Role::Outlets => &keys::OUTLETS,
        Role::Rulings => &keys::RULINGS,
    };
    let table = Table::new(words.name, Span::new(0, 0), root.get_ref());
    table.check(words.keys, &mut problems);
    match role {
        Role::Outlets => outlets(&table, rules, &mut problems),
        Role::Rulings => rulings(&table, rules, complete, &mut problems),
    }
    problems.into_diagnostics()
}

fn outlets(table: &Table<'_, '_>, rules: &mut RuleSet, problems: &mut Problems) {
    let mut seen: HashMap<String, (String, Span)> = HashMap::new();
    let read = file::named(
        table,
        "outlet",
        &keys::OUTLET,
        problems,
        |id, table, problems| {
            let name = table.required("name", problems);
            let also = table.texts("also", problems);
            for name in name.iter().chain(&also) {
                let (owner, earlier) = seen
                    .entry(folded(&name.value))
                    .or_insert((id.value.clone(), name.span));
                if *owner != id.value {
                    let labels = vec![
                        Label::primary(name.span, "a second time"),
                        Label::context(*earlier, "the first"),
                    ];
                    let title = format!("two outlets are called `{}`", shown(&name.value));
                    problems.error_with("rule-duplicate-outlet", title, labels, None);
                }
            }
            let timezone = table.text("timezone", problems);
            Some(Outlet {
                place: problems.file.place(id.span),
                zone: timezone.as_ref().map(|name| zone(Some(name), problems)),
                id: id.value,
                name: name?.value,
                also: texts(&also),
            })
        },
    );
    rules.outlets.extend(read);
}

fn rulings(table: &Table<'_, '_>, rules: &mut RuleSet, complete: bool, problems: &mut Problems) {
    let known = KnownClaims::of(rules, complete);
    let read = file::listed(
        table,
        "ruling",
        &keys::RULING,
        problems,
        |table, problems| ruling(table, &known, problems),
    );
    rules.rulings.extend(read);
    for mut raw in file::ignores(table, problems) {
        known.complete(&mut raw.claim, problems);
        let until = day(raw.until.as_ref(), problems);
        let story = raw.claim.value.split('/').next().unwrap_or_default();
        if let Some(story) = rules.stories.iter_mut().find(|known| known.id == story) {
            story.ignores.push(Ignore {
                claim: raw.claim.value,
                source: raw.source,
                hash: raw.passage,
                reason: raw.reason,
                until,
                place: problems.file.place(raw.claim.span),
            });
        }
    }
}

/// The claims of all stories, by what a ruling may call them: with their story, or by their id where one story only has it.
struct KnownClaims {
    /// With their stories.
    full: Vec<String>,
    /// Which of them a name may mean.
    called: HashMap<String, Vec<usize>>,
    /// Whether all stories are there, so that a claim that is not among them is none.
    complete: bool,
}

impl KnownClaims {
    fn of(rules: &RuleSet, complete: bool) -> Self {
        let mut known = Self {
            full: Vec::new(),
            called: HashMap::new(),
            complete,
        };
        for story in &rules.stories {
            for claim in &story.claims {
                let full = format!("{}/{}", story.id, claim.id);
                for name in [&full, &claim.id] {
                    let called = known.called.entry(name.clone()).or_default();
                    called.push(known.full.len());
                }
                known.full.push(full);
            }
        }
        known
    }

    /// Gives a claim's name its story; says which it may be where it could be several, and that it is none where it is none.
    fn complete(&self, claim: &mut At<String>, problems: &mut Problems) {
        let called = self.called.get(&claim.value).map_or(&[][..], Vec::as_slice);
        if let [one] = called {
            claim.value.clone_from(&self.full[*one]);
        } else if let [_, _, ..] = called {
            let title = format!("claim `{}` is in several stories", shown(&claim.value));
            let all: Vec<&str> = called.iter().map(|&at| self.full[at].as_str()).collect();
            let help = Some(format!("write one of `{}`", all.join("`, `")));
            problems.error(
                "rule-unknown-claim",
                title,
                claim.span,
                "of which story?",
                help,
            );
        } else if self.complete && !problems.broken {
            let known = self.full.iter().map(String::as_str);
            problems.unknown("rule-unknown-claim", "claim", claim, known, "no such claim");
        }
    }
}

/// One `[[ruling]]`; `None` if a key that it needs is missing or wrong, which is told.
fn ruling(table: &Table<'_, '_>, known: &KnownClaims, problems: &mut Problems) -> Option<Ruling> {
    let mut claim = table.required("claim", problems);
    if let Some(claim) = &mut claim {
        known.complete(claim, problems);
    }
    let span = claim.as_ref().map_or(table.span, |claim| claim.span);
    let table = &table.at(span);
    let source = table.required("source", problems);
    let passage = table.required("passage", problems);
    if table.get("decision").is_none() {
        table.require("decision", problems);
    }
    let decision = table.word("decision", DECISIONS, problems);
    let by = table.required("by", problems);
    if table.get("date").is_none() {
        table.require("date", problems);
    }
    let date = table.literal("date", problems);
    let reason = table.required("reason", problems);
    let until = table.literal("until", problems);
    let date = day(date.as_ref(), problems);
    let until = day(until.as_ref(), problems);
    Some(Ruling {
        claim: claim?.value,
        source: source?.value,
        passage: passage?.value,
        decision: decision?.value,
        by: by?.value,
        date: date?,
        reason: reason?.value,
        until,
        place: problems.file.place(span),
    })
}
