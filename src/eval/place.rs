//! What lies in what.
//!
//! In: the places of a story, and a small gazetteer for names it does not hold. Out: [`Places`]: whether one place holds
//! another, and whether two can't be the same. Unknown places are never held against anybody.

use super::gazetteer;
use super::gazetteer::CITIES;
use super::words;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::Story;

/// The places of a story, each with what holds it: worked out once a story.
#[derive(Debug)]
pub(crate) struct Places {
    places: Vec<Chain>,
}

#[derive(Debug)]
struct Chain {
    is_place: bool,
    /// Its own name, folded.
    name: Vec<String>,
    /// Names of it and of everything that holds it.
    names: Vec<String>,
    /// The same, folded.
    folded: Vec<Vec<String>>,
}

impl Places {
    /// Works out what lies in what.
    pub(crate) fn new(story: &Story) -> Self {
        let places = story.entities.iter().enumerate().map(|(index, entity)| {
            let names = chain(story, index);
            Chain {
                is_place: entity.kind == EntityKind::Place,
                name: words::fold(&entity.name),
                folded: names.iter().map(|name| words::fold(name)).collect(),
                names,
            }
        });
        Self {
            places: places.collect(),
        }
    }

    /// The names of a place and of everything that holds it, the place first.
    pub(crate) fn chain(&self, place: EntityIndex) -> &[String] {
        &self.places[place].names
    }

    /// Whether `outer` holds `inner`.
    pub(crate) fn holds(&self, outer: EntityIndex, inner: EntityIndex) -> bool {
        outer == inner || self.places[inner].folded.contains(&self.places[outer].name)
    }

    /// Whether two places of the story can't be the same: both are places and neither holds the other.
    pub(crate) fn apart(&self, one: EntityIndex, other: EntityIndex) -> bool {
        self.places[one].is_place
            && self.places[other].is_place
            && !self.holds(one, other)
            && !self.holds(other, one)
    }

    /// Whether a place that the story does not name can't be `expected`: it is a known city or country, and `expected`
    /// lies, by its own chain, in another known one.
    pub(crate) fn strange(&self, name: &str, expected: EntityIndex) -> Option<bool> {
        let folded = words::fold(name).join(" ");
        let chain: Vec<String> = self.places[expected]
            .folded
            .iter()
            .map(|name| name.join(" "))
            .collect();
        if chain.contains(&folded) {
            return Some(false);
        }
        let cities: Vec<&(&str, &str)> = CITIES
            .iter()
            .filter(|(city, _)| chain.iter().any(|held| held == city))
            .collect();
        let countries: Vec<&str> = CITIES
            .iter()
            .map(|&(_, country)| country)
            .filter(|country| chain.iter().any(|held| held == country))
            .collect();
        if let Some(&(_, country)) = CITIES.iter().find(|(city, _)| *city == folded) {
            // Another city: certain if the expected one is a known city, or lies in another country. A site of the same
            // country may lie in that city or not.
            let certain =
                !cities.is_empty() || (!countries.is_empty() && !countries.contains(&country));
            return certain.then_some(true);
        }
        if CITIES.iter().any(|&(_, country)| country == folded) {
            return (!countries.is_empty()).then(|| !countries.contains(&folded.as_str()));
        }
        None
    }
}

/// The names of a place and of everything that holds it, the place first.
fn chain(story: &Story, place: EntityIndex) -> Vec<String> {
    let mut names = Vec::new();
    let mut todo = vec![place];
    let mut seen = Vec::new();
    while let Some(place) = todo.pop() {
        if seen.contains(&place) {
            continue;
        }
        seen.push(place);
        let entity = &story.entities[place];
        names.push(entity.name.clone());
        names.extend(entity.also.iter().cloned());
        for within in &entity.within {
            match story
                .entities
                .iter()
                .position(|entity| entity.id == *within || entity.name == *within)
            {
                Some(index) => todo.push(index),
                None => names.push(within.clone()),
            }
        }
    }
    // What the gazetteer knows of the last of them.
    let known: Vec<String> = names
        .iter()
        .filter_map(|name| gazetteer::country(name))
        .map(str::to_owned)
        .collect();
    for name in known {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
