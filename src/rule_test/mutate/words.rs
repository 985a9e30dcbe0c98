//! Other places, words and quotations, and the same said not to be so.
//!
//! In: the words of the evidence. Out: other words for it.

use std::collections::BTreeSet;

use super::Mutant;
use super::Trips;
use crate::finding::Evidence;
use crate::rule::Claim;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::Expected;
use crate::rule::Story;

/// Names of a place and of everything that holds it, in small letters.
fn around(story: &Story, place: EntityIndex, names: &mut BTreeSet<String>) {
    let entity = &story.entities[place];
    let mut all: Vec<&String> = vec![&entity.id, &entity.name];
    all.extend(&entity.also);
    if !names.insert(entity.id.to_lowercase()) {
        return;
    }
    names.extend(all.iter().map(|name| name.to_lowercase()));
    for within in &entity.within {
        names.insert(within.to_lowercase());
        let holder = story.entities.iter().position(|other| {
            other.id == *within
                || other.name.eq_ignore_ascii_case(within)
                || other
                    .also
                    .iter()
                    .any(|name| name.eq_ignore_ascii_case(within))
        });
        if let Some(holder) = holder {
            around(story, holder, names);
        }
    }
}

/// Other places of the story: neither the right ones, nor what holds them, nor what they hold.
pub(super) fn other_places(story: &Story, claim: &Claim, words: &str) -> Vec<String> {
    let Expected::Places(right) = &claim.expected else {
        return Vec::new();
    };
    let mut holding = BTreeSet::new();
    for &place in right {
        around(story, place, &mut holding);
    }
    // What the text names may be the place or one that holds it: nothing inside of that is wrong.
    holding.insert(words.to_lowercase());
    let mut others = Vec::new();
    for (index, entity) in story.entities.iter().enumerate() {
        let mut own = BTreeSet::new();
        around(story, index, &mut own);
        let is_right = holding.contains(&entity.id.to_lowercase())
            || holding.contains(&entity.name.to_lowercase());
        let inside = right
            .iter()
            .any(|&place| own.contains(&story.entities[place].id.to_lowercase()));
        let in_what_is_named = own.contains(&words.to_lowercase());
        if entity.kind == EntityKind::Place && !is_right && !inside && !in_what_is_named {
            others.push(entity.name.clone());
        }
    }
    others.truncate(super::WANTED - 1);
    others
}

/// The words that the rule calls wrong.
pub(super) fn wrong_words(claim: &Claim) -> Vec<String> {
    match &claim.expected {
        Expected::Choice { wrong, .. } => wrong.iter().take(super::WANTED - 1).cloned().collect(),
        _ => Vec::new(),
    }
}

/// A quotation with one of its words another.
pub(super) fn other_quotes(words: &str) -> Vec<String> {
    let instead = ["hopeless", "angry", "useless", "secret"];
    let mut long: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    for part in words.split(' ') {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().count() >= 4
            && let Some(inside) = part.find(word)
        {
            long.push((from + inside, word));
        }
        from += part.len() + 1;
    }
    if long.is_empty() {
        return Vec::new();
    }
    instead
        .iter()
        .enumerate()
        .map(|(nth, other)| {
            let (at, word) = long[nth % long.len()];
            format!("{}{other}{}", &words[..at], &words[at + word.len()..])
        })
        .collect()
}

/// What came first comes last.
pub(super) fn other_order(words: &str) -> Vec<String> {
    let turned = [
        ("before", "after"),
        ("after", "before"),
        ("earlier", "later"),
        ("later", "earlier"),
        ("following", "preceding"),
        ("ahead of", "after"),
        ("prior to", "after"),
        ("then", "earlier"),
        ("followed", "preceded"),
        ("first", "last"),
    ];
    for (word, other) in turned {
        let lower = words.to_lowercase();
        if lower.len() == words.len()
            && let Some(at) = lower.find(word)
        {
            return vec![format!(
                "{}{other}{}",
                &words[..at],
                &words[at + word.len()..]
            )];
        }
    }
    Vec::new()
}

/// The sentence of the evidence, said not to be so.
pub(super) fn denied(body: &str, evidence: &Evidence) -> Vec<Mutant> {
    let start = (evidence.start - evidence.sentence_offset) as usize;
    let end = start + evidence.sentence.len();
    let Some(sentence) = body
        .get(start..end)
        .filter(|found| *found == evidence.sentence)
    else {
        return Vec::new();
    };
    let bare = sentence.trim_end_matches(['.', '!', '?']);
    // «The», «It», «After» lose their capital in the middle of a sentence; a name keeps it.
    let mut lowered = bare.to_owned();
    let first = bare.split(' ').next().unwrap_or_default();
    let common = [
        "The", "A", "An", "It", "He", "She", "They", "His", "Her", "Their", "In", "On", "At",
        "After", "Before", "More", "About", "Some", "Nearly", "At", "For", "No", "Two", "Three",
        "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "There", "This", "That", "These",
        "Those", "During", "When", "Both", "Early", "Late",
    ];
    if common.contains(&first) {
        lowered = first.to_lowercase() + &bare[first.len()..];
    }
    let forms = [
        ("It is not true that ", ""),
        ("Officials denied that ", ""),
        ("There is no evidence that ", ""),
        ("Reports that ", " were false"),
    ];
    forms
        .into_iter()
        .map(|(head, tail)| {
            let made = format!("{head}{lowered}{tail}.");
            Mutant {
                body: format!("{}{made}{}", &body[..start], &body[end..]),
                at: start..start + head.trim_end().len(),
                was: sentence.split(' ').next().unwrap_or_default().to_owned(),
                trips: Trips::NotSupported,
            }
        })
        .collect()
}
