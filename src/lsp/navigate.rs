//! Going to an id, finding and renaming it.
//!
//! In: a rule file's text and a place in it. Out: places of the same id.

use crate::rule;
use crate::rule::Id;

/// The id at byte `offset`, with every place of it; empty where there is none.
pub(super) fn places(text: &str, offset: usize) -> Vec<Id> {
    let ids = rule::outline(text);
    let at = |id: &&Id| (id.span.start as usize..=id.span.end as usize).contains(&offset);
    let Some(here) = ids.iter().find(at).cloned() else {
        return Vec::new();
    };
    ids.into_iter()
        .filter(|id| id.names == here.names && id.id == here.id)
        .collect()
}

/// Where the id at byte `offset` is declared.
pub(super) fn declaration(text: &str, offset: usize) -> Option<Id> {
    places(text, offset).into_iter().find(|id| id.declared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_from_any_of_its_places() {
        let text = "[entity.pier]\nname = \"Pier 4\"\nkind = \"place\"\n[event.fire]\nwhat = [\"fire\"]\nwhere = \"pier\"\n";
        let use_at = text.rfind("pier").expect("a use");
        assert_eq!(places(text, use_at).len(), 2);
        let declared = declaration(text, use_at + 2).expect("declared");
        assert_eq!(
            declared.span.start as usize,
            text.find("pier").expect("declared")
        );
        assert!(places(text, 0).is_empty());
    }
}
