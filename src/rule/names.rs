//! Finds the entity that a rule file names, by id or by one of its names.

use std::collections::HashMap;

use super::set::Entity;
use super::set::EntityIndex;
use super::table::At;
use super::table::Problems;

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

    /// The entity that `word` names; says so if there is none.
    pub(super) fn one(&self, word: &At<String>, problems: &mut Problems) -> Option<EntityIndex> {
        let found = self.find(&word.value);
        if found.is_none() && !problems.broken {
            let label = if self.by_name.contains_key(&folded(&word.value)) {
                "several entities bear this name: write the id"
            } else {
                "no `[entity.…]` of this file"
            };
            let known = self.list.iter().map(|entity| &*entity.id);
            problems.unknown("rule-unknown-entity", "entity", word, known, label);
        }
        found
    }

    /// The entities of a list.
    pub(super) fn all(&self, words: &[At<String>], problems: &mut Problems) -> Vec<EntityIndex> {
        words
            .iter()
            .filter_map(|word| self.one(word, problems))
            .collect()
    }
}
