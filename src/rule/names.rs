//! Finds the entity that a rule file names, by id or by one of its names.

use std::collections::HashMap;

use super::keys;
use super::set::Entity;
use super::set::EntityIndex;
use super::set::EntityKind;
use super::table::At;
use super::table::Problems;
use super::table::shown;
use super::values;

/// The entities of a story by id and by name.
pub(super) struct Names {
    /// In order of the file.
    pub(super) list: Vec<Entity>,
    ids: HashMap<String, EntityIndex>,
    /// In small letters; `None`: several bear it.
    by_name: HashMap<String, Option<EntityIndex>>,
}

/// A name as it is looked up.
pub(super) fn folded(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Names {
    pub(super) fn new(list: Vec<Entity>) -> Self {
        let mut ids = HashMap::new();
        let mut by_name: HashMap<String, Option<EntityIndex>> = HashMap::new();
        for (index, entity) in list.iter().enumerate() {
            ids.insert(entity.id.clone(), index);
            for name in std::iter::once(&entity.name).chain(&entity.also) {
                by_name
                    .entry(folded(name))
                    .and_modify(|owner| *owner = owner.filter(|&owner| owner == index))
                    .or_insert(Some(index));
            }
        }
        Self { list, ids, by_name }
    }

    /// The entity of this id or, if none has it, of this name.
    pub(super) fn find(&self, word: &str) -> Option<EntityIndex> {
        let by_name = || self.by_name.get(&folded(word)).copied().flatten();
        self.ids.get(word).copied().or_else(by_name)
    }

    /// Says what was meant for an id and is none. What is written as a name may be one that no entity bears.
    pub(super) fn id_or_name(&self, word: &At<String>, kind: EntityKind, problems: &mut Problems) {
        if keys::is_id(&word.value) {
            self.one(word, kind, problems);
        }
    }

    /// The entity that `word` names; says so if there is none, and how one of `kind` is declared.
    pub(super) fn one(
        &self,
        word: &At<String>,
        kind: EntityKind,
        problems: &mut Problems,
    ) -> Option<EntityIndex> {
        let found = self.find(&word.value);
        if found.is_some() || problems.broken {
            return found;
        }
        let several = self.by_name.contains_key(&folded(&word.value));
        let label = if several {
            "several entities bear this name: write the id"
        } else {
            "no `[entity.…]` of this file"
        };
        let ids = self.list.iter().map(|entity| &*entity.id);
        if several {
            problems.unknown("rule-unknown-entity", "entity", word, ids, label);
            return None;
        }
        let names = self.list.iter().flat_map(|entity| {
            let names = std::iter::once(&entity.name).chain(&entity.also);
            std::iter::once(&*entity.id).chain(names.map(String::as_str))
        });
        let declare = || declaration(&word.value, kind);
        problems.unknown_or(
            "rule-unknown-entity",
            "entity",
            word,
            names,
            label,
            &declare,
        );
        None
    }

    /// The entities of a list.
    pub(super) fn all(&self, words: &[At<String>], problems: &mut Problems) -> Vec<EntityIndex> {
        words
            .iter()
            .filter_map(|word| self.one(word, EntityKind::Person, problems))
            .collect()
    }
}

/// How an entity of this name is declared, for whoever wrote the name straight away.
fn declaration(name: &str, kind: EntityKind) -> Option<String> {
    let id = keys::to_id(name)?;
    let named = name.split(['-', '_', ' ']).map(values::capitalised);
    let name = if keys::is_id(name) {
        named.collect::<Vec<_>>().join(" ")
    } else {
        name.to_owned()
    };
    let kind = match kind {
        EntityKind::Place => " and `kind = \"place\"`",
        _ => "; for what is no person also `kind = \"body\"`, \"place\" or \"thing\"",
    };
    let (id, name) = (shown(&id), shown(&name));
    Some(format!(
        "declare it: `[entity.{id}]` with `name = \"{name}\"`{kind}; then write `{id}` here"
    ))
}
