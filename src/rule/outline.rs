//! Where ids of a rule file are declared and used: what an editor needs to go to one, rename it or offer it.
//!
//! In: the text of a rule file, broken or not. Out: every id with its place. Whether an id exists is not asked here.

use std::collections::BTreeSet;

use super::excerpt::FileText;
use super::expect::RawExpect;
use super::expect::RawItem;
use super::file;
use super::load;
use super::set::Kind;
use super::table::At;
use super::table::Literal;
use super::table::Problems;
use crate::span::Span;

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Names {
    /// `[entity.ID]`.
    Entity,
    /// `[event.ID]`.
    Event,
    /// `[[claim]]` with `id = "ID"`, or a fact of an event.
    Claim,
}

/// One place of one id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id {
    /// What it names.
    pub names: Names,
    /// The id.
    pub id: String,
    /// Where, without quotation marks.
    pub span: Span,
    /// Whether it is declared here, or used.
    pub declared: bool,
}

/// Finds every id of a rule file, in order of place. Values that are no id (a name from `also`) are left out where no
/// id of the file is so written.
pub fn outline(text: &str) -> Vec<Id> {
    let file_text = FileText::new("", text);
    let mut problems = Problems::new(&file_text);
    let root = load::parse(text, &mut problems);
    let written = file::read(root.get_ref(), &mut problems);
    let mut ids = Vec::new();
    let mut add = |names, at: &At<String>, declared| {
        ids.push(Id {
            names,
            id: at.value.clone(),
            span: unquoted(text, at.span),
            declared,
        });
    };
    for entity in &written.entities {
        add(Names::Entity, &entity.id, true);
        for within in &entity.within {
            add(Names::Entity, within, false);
        }
    }
    for event in &written.events {
        add(Names::Event, &event.id, true);
        for who in &event.who {
            add(Names::Entity, who, false);
        }
        for (_, expect) in &event.facts {
            expected(expect, &mut add);
        }
    }
    for claim in &written.claims {
        // `fire.killed` is an option of the event's own fact.
        let fact = claim
            .id
            .value
            .split_once('.')
            .filter(|_| claim.expect.is_none());
        match fact {
            Some(("name", _)) => {}
            Some((event, _)) => {
                let span = unquoted(text, claim.id.span);
                let end = span.start as usize + event.len();
                let part = At::new(event.to_owned(), Span::new(span.start as usize, end));
                add(Names::Event, &part, false);
            }
            None => add(Names::Claim, &claim.id, true),
        }
        if let Some(event) = &claim.event {
            add(Names::Event, event, false);
        }
        for who in &claim.who {
            add(Names::Entity, who, false);
        }
        if let Some(expect) = &claim.expect {
            expected(expect, &mut add);
        }
    }
    for ignore in &written.ignores {
        add(Names::Claim, &ignore.claim, false);
    }
    ids.sort_by_key(|id| (id.span, id.names));
    ids.dedup();
    let declared: BTreeSet<(Names, String)> = ids
        .iter()
        .filter(|id| id.declared)
        .map(|id| (id.names, id.id.clone()))
        .collect();
    ids.retain(|id| declared.contains(&(id.names, id.id.clone())));
    ids
}

fn expected(expect: &RawExpect, add: &mut impl FnMut(Names, &At<String>, bool)) {
    let items = expect
        .values
        .iter()
        .chain(expect.known.iter().flat_map(|(_, items)| items))
        .chain(&expect.ahead);
    for RawItem { value, by, .. } in items {
        for by in by {
            add(Names::Entity, by, false);
        }
        if let Literal::Text(word) = &value.value {
            let names = match expect.kind {
                Kind::Place | Kind::Name => Names::Entity,
                Kind::Order => Names::Event,
                _ => continue,
            };
            add(names, &At::new(word.clone(), value.span), false);
        }
    }
    for entity in expect.first.iter().chain(&expect.by) {
        add(Names::Entity, entity, false);
    }
    for part in &expect.of {
        add(Names::Claim, part, false);
    }
}

/// The span without the quotation marks around it.
fn unquoted(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let quoted = words.len() >= 2 && words.starts_with(['"', '\'']) && words.ends_with(['"', '\'']);
    if quoted {
        Span::new(span.start as usize + 1, span.end as usize - 1)
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_an_id_is_found() {
        let text = r#"
[story]
id = "s"
[entity.pier]
name = "Pier 4"
kind = "place"
[event.fire]
what = ["fire"]
where = "pier"
[[claim]]
id = "fire.where"
[[claim]]
id = "boats"
event = "fire"
of = ["boats"]
expect.count = 7
"#;
        let found: Vec<_> = outline(text)
            .into_iter()
            .map(|id| {
                format!(
                    "{:?} {} {} {}",
                    id.names,
                    id.id,
                    id.declared,
                    id.span.of(text)
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                "Entity pier true pier",
                "Event fire true fire",
                "Entity pier false pier",
                "Event fire false fire",
                "Claim boats true boats",
                "Event fire false fire",
            ]
        );
    }
}
