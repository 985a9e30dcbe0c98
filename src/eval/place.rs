//! What lies in what.
//!
//! In: the places of a story, and a small gazetteer for names it does not hold. Out: [`Places`]: whether one place holds
//! another, and whether two can't be the same. Unknown places are never held against anybody.

use super::gazetteer;
use super::words;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::Story;

/// The places of a story, each with what holds it: worked out once a story.
#[derive(Debug)]
pub(crate) struct Places {
    places: Vec<Chain>,
}

/// A place and everything that holds it.
#[derive(Debug)]
struct Chain {
    is_place: bool,
    /// Its own name, folded.
    name: Vec<String>,
    /// Names of it and of everything that holds it, the place first.
    names: Vec<ChainName>,
    /// Whether one of them is a known city.
    has_city: bool,
    /// The known countries among them.
    countries: Vec<String>,
}

/// A name of a chain.
#[derive(Debug)]
struct ChainName {
    folded: Vec<String>,
    /// As [`words::phrase`] has it.
    phrase: String,
    /// Whether it is written with a capital, and is no description.
    capital: bool,
}

impl Chain {
    fn new(story: &Story, place: EntityIndex) -> Self {
        let entity = &story.entities[place];
        let names: Vec<ChainName> = chain(story, place)
            .iter()
            .map(|name| ChainName::new(name))
            .collect();
        let joined = || names.iter().map(|name| name.folded.join(" "));
        Self {
            is_place: entity.kind == EntityKind::Place,
            name: words::fold(&entity.name),
            has_city: joined().any(|name| gazetteer::country(&name).is_some()),
            countries: joined()
                .filter(|name| gazetteer::is_country(name))
                .collect(),
            names,
        }
    }
}

impl ChainName {
    fn new(name: &str) -> Self {
        let folded = words::fold(name);
        Self {
            phrase: words::phrase(&folded),
            capital: name.contains(char::is_uppercase),
            folded,
        }
    }
}

impl Places {
    /// Works out what lies in what.
    pub(crate) fn new(story: &Story) -> Self {
        let places = (0..story.entities.len()).map(|place| Chain::new(story, place));
        Self {
            places: places.collect(),
        }
    }

    /// Whether a place, or one that holds it, is named in a text as [`words::Words::folded`] gives it.
    pub(crate) fn is_named(&self, place: EntityIndex, folded: &str) -> bool {
        let names = &self.places[place].names;
        names.iter().any(|name| folded.contains(&name.phrase))
    }

    /// The same, by a name that is no description: «Oslo», not «the capital».
    pub(crate) fn is_called(&self, place: EntityIndex, folded: &str) -> bool {
        let mut names = self.places[place].names.iter();
        names.any(|name| name.capital && folded.contains(&name.phrase))
    }

    /// The first folded words of the names of a place and of everything that holds it.
    pub(crate) fn first_words(&self, place: EntityIndex) -> impl Iterator<Item = &str> {
        let names = self.places[place].names.iter();
        names.filter_map(|name| name.folded.first().map(String::as_str))
    }

    /// Whether `outer` holds `inner`.
    pub(crate) fn holds(&self, outer: EntityIndex, inner: EntityIndex) -> bool {
        let name = &self.places[outer].name;
        outer == inner
            || self.places[inner]
                .names
                .iter()
                .any(|held| held.folded == *name)
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
        let folded = words::fold(name);
        let chain = &self.places[expected];
        if chain.names.iter().any(|name| name.folded == folded) {
            return Some(false);
        }
        let folded = folded.join(" ");
        // «Kiev», where Kyiv is expected.
        if chain
            .names
            .iter()
            .any(|name| gazetteer::is_same(&name.folded.join(" "), &folded))
        {
            return Some(false);
        }
        let elsewhere = |country: &str| !chain.countries.iter().any(|own| own == country);
        let abroad = |country: &str| !chain.countries.is_empty() && elsewhere(country);
        if let Some(country) = gazetteer::country(&folded) {
            // Another city: certain if the expected one is a known city, or lies in another country. A site of the same
            // country may lie in that city or not.
            return (chain.has_city || abroad(country)).then_some(true);
        }
        (gazetteer::is_country(&folded) && !chain.countries.is_empty()).then(|| elsewhere(&folded))
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
        .filter_map(|name| gazetteer::country(&words::fold(name).join(" ")))
        .map(str::to_owned)
        .collect();
    for name in known {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
