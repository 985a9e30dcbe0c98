//! Who was hurt and who did it, in a report on an incident of which nothing is known beforehand.
//!
//! In: a scene. Out: everybody whom the report tells of, with age, name and what became of them. What cannot be told is
//! left open; people of other incidents are left aside.

mod cast;
mod deeds;
mod nouns;
mod phrase;

use std::ops::Range;

use super::scene::Scene;
use crate::span::Part;
use cast::Cast;
use cast::Member;
use deeds::Line;
pub(crate) use phrase::Age;
use phrase::Finder;

/// What somebody is in an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Hit, hurt or killed, whoever did it.
    Victim,
    /// Held to have done it.
    Suspect,
    /// Of another incident.
    Aside,
    /// Nobody can tell.
    Open,
}

/// Somebody, or several told of as one.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Where they are first told of.
    pub(crate) words: Range<usize>,
    /// Folded name, family name last; empty if none is told.
    pub(crate) name: Vec<String>,
    /// Every age told of them, the first one first.
    pub(crate) ages: Vec<Age>,
    pub(crate) role: Role,
    pub(crate) died: bool,
    /// How many they are; zero where it is not told.
    pub(crate) count: usize,
    /// Whether they did it to themselves.
    pub(crate) own: bool,
}

/// Everybody whom the scene tells of, in order.
pub(crate) fn read(scene: &Scene<'_>) -> Vec<Person> {
    let finder = Finder::new(scene);
    let mut cast = Cast::default();
    for sentence in 0..scene.reading.sentences.len() {
        if scene.part(sentence) == Part::Furniture {
            continue;
        }
        let aside = aside(scene, sentence);
        let phrases = finder.find(sentence, &cast.known);
        let who: Vec<Vec<usize>> = phrases
            .iter()
            .map(|phrase| {
                let subject = deeds::free(scene, phrase);
                cast.resolve(phrase, sentence, subject, aside)
            })
            .collect();
        if !aside {
            Line::new(scene, sentence, &phrases, who).read(&mut cast);
        }
    }
    cast.all().map(person).collect()
}

fn person(member: &Member) -> Person {
    let told = &member.told;
    let role = if member.aside {
        Role::Aside
    } else if told.harm >= 3 || (told.harm > 0 && told.accused < 3) {
        Role::Victim
    } else if told.accused > 0 {
        Role::Suspect
    } else {
        Role::Open
    };
    Person {
        words: member.words.clone(),
        name: member.name.clone(),
        ages: member.ages.clone(),
        role,
        died: told.died,
        count: if member.many { 0 } else { member.count },
        own: told.own,
    }
}

/// Whether a sentence tells of another incident: last year's, a separate one.
fn aside(scene: &Scene<'_>, sentence: usize) -> bool {
    if sentence == 0 {
        return false;
    }
    let words = scene.words;
    let range = words.of_sentence(sentence);
    range.clone().any(|at| {
        let next = words.near(at, 1);
        match words.at(at) {
            "last" => matches!(next, "year" | "month" | "summer" | "spring" | "winter" | "fall"),
            "years" | "months" | "decades" => matches!(next, "ago" | "earlier" | "before"),
            "anniversary" => true,
            "separate" | "unrelated" | "similar" | "previous" => {
                matches!(next, "shooting" | "shootings" | "incident" | "incidents" | "case" | "cases" | "homicide" | "attack" | "crash" | "fire")
            }
            _ => false,
        }
    })
}
