//! How a story calls those in it, prepared once for what is asked of many words.
//!
//! In: the entities of a story. Out: [`Called`]: which words begin like none of their names, and which are their roles.

use std::collections::BTreeSet;

use crate::eval::words;
use crate::rule::Entity;
use crate::rule::EntityIndex;

/// Letters in which a word for a nation meets its land's name: «Danish», «Denmark» do not, but «Norway», «Norwegian» do.
const STEM: usize = 4;

/// Words of the names of a story's entities.
#[derive(Debug)]
pub(crate) struct Called {
    /// The first letters of every word of every name.
    stems: BTreeSet<String>,
    /// Of each entity: the roles that it is called by, with «the» before.
    roles: Vec<Vec<String>>,
}

impl Called {
    /// Reads the names of `entities`.
    pub(crate) fn new(entities: &[Entity]) -> Self {
        let names = entities.iter().flat_map(|entity| {
            std::iter::once(&entity.name)
                .chain(&entity.also)
                .chain(&entity.within)
        });
        let role = |name: &String| match &words::fold(name)[..] {
            [the, role] if the == "the" => Some(role.clone()),
            _ => None,
        };
        Self {
            stems: names
                .flat_map(|name| words::fold(name))
                .filter_map(|word| stem(&word).map(str::to_owned))
                .collect(),
            roles: entities
                .iter()
                .map(|entity| entity.also.iter().filter_map(role).collect())
                .collect(),
        }
    }

    /// Whether a folded word is too long to be anybody's by chance and begins like no word of a name.
    pub(super) fn is_strange(&self, word: &str) -> bool {
        stem(word).is_some_and(|stem| !self.stems.contains(stem))
    }

    /// Whether `entity` is called by a role: «the gunman».
    pub(super) fn is_role(&self, entity: EntityIndex, role: &str) -> bool {
        self.roles[entity].iter().any(|own| own == role)
    }
}

/// The first letters of a word that has as many.
fn stem(word: &str) -> Option<&str> {
    let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.nth(STEM - 1).map(|end| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::Called;
    use crate::eval::names::tests::entity;

    #[test]
    fn words_are_known_by_their_first_letters_and_roles_by_their_article() {
        let entities = [entity(
            "berg",
            "Tomas Oesterberg",
            None,
            &["the envoy", "Norway's minister"],
        )];
        let called = Called::new(&entities);
        let strange =
            ["norwegian", "danish", "tom", "oesterreich"].map(|word| called.is_strange(word));
        assert_eq!(strange, [false, true, false, false]);
        assert!(called.is_role(0, "envoy") && !called.is_role(0, "minister"));
    }
}
