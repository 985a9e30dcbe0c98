//! Who stands near an event word, and how near.
//!
//! In: an event word with those of its sentence. Out: the people around it, with a weight: more than 1 where words link
//! them to it, less across other event words and clauses; pronouns stand for those named before.

use std::ops::Range;

use super::events::Form;
use super::events::Trigger;
use super::gazetteer;
use super::names::EntityMention;
use super::scene::Scene;
use super::words::Gap;

/// The people around an event word, with how near they stand to it: more than 1 if words link them, less across
/// clauses and other event words, and those that «the two», «they», «he» stand for.
pub(crate) fn near_people(scene: &Scene<'_>, row: &[Trigger], at: usize) -> Vec<(usize, f64)> {
    let trigger = &row[at];
    let words = scene.words;
    let sentence = words.of_sentence(trigger.sentence);
    let takes_part = |entity: usize| {
        let mut events = scene.story.events.iter();
        scene.acts(entity) || events.any(|event| event.who.contains(&entity))
    };
    let mut found: Vec<(usize, f64)> = scene
        .entities_in(sentence.clone())
        .filter(|mention| takes_part(mention.entity))
        .map(|mention| (mention.entity, nearness(scene, row, trigger, mention)))
        .collect();
    // «before he flies»: whom the sentence began with, and nobody else who stands before.
    let at = trigger.words.start;
    if trigger.form == Form::Verb && matches!(words.near(at, -1), "he" | "she") {
        let first = scene
            .entities_in(sentence.start..at)
            .find(|mention| scene.acts(mention.entity))
            .map(|mention| mention.entity);
        if let Some(first) = first {
            found.retain(|&(entity, _)| entity == first);
            found.push((first, 1.0));
        }
    }
    pronouns(scene, trigger, &mut found);
    found
}

/// How near a name stands to an event word of its sentence.
fn nearness(scene: &Scene<'_>, row: &[Trigger], trigger: &Trigger, mention: &EntityMention) -> f64 {
    let words = scene.words;
    let before = mention.words.end <= trigger.words.start;
    let (from, to) = if before {
        (mention.words.end, trigger.words.start)
    } else {
        (trigger.words.end, mention.words.start)
    };
    // «Lind, whose brother met Tarn»
    let relative = before
        && (from..to).any(|i| {
            matches!(words.at(i), "who" | "whose")
                && scene
                    .entities_in(from..i)
                    .any(|between| between.entity != mention.entity)
        });
    if relative || owns_another(scene, row, mention) {
        return 0.3;
    }
    if linked(scene, trigger, from..to, before) {
        return 1.3;
    }
    let crossed =
        (from..=to).any(|i| i < words.len() && i > from.min(to) && words.gap(i) >= Gap::Break);
    let same = scene.clause_of(mention.words.start) == trigger.clause;
    let mut between = row
        .iter()
        .filter(|other| other.words.start >= from && other.words.end <= to)
        .peekable();
    if between.peek().is_some() {
        // «X received Y for a meeting»: a verb's subject goes on.
        let verb = between.all(|other| other.form == Form::Verb);
        return if before && verb && same && !crossed {
            0.6
        } else if before || verb {
            0.35
        } else {
            0.15
        };
    }
    if crossed {
        0.4
    } else if same {
        1.0
    } else {
        0.7
    }
}

/// «Blinken's envoy» is not Blinken, but «Blinken's meeting» is his.
fn owns_another(scene: &Scene<'_>, row: &[Trigger], mention: &EntityMention) -> bool {
    let words = scene.words;
    let end = mention.words.end;
    let sentence = scene.sentence_at(mention.words.start);
    let known = |i: usize| {
        row.iter().any(|other| other.words.start == i)
            || scene.entities_in(i..i + 1).next().is_some()
            || words.gap(i + 1) >= Gap::Comma
    };
    words.near(end.saturating_sub(1), 1) == "s"
        && words.gap(end) == Gap::Apostrophe
        && !(end + 1..(end + 5).min(sentence.end))
            .take_while(|&i| words.gap(i) <= Gap::Hyphen)
            .any(known)
}

/// Who stands right before a verb: «Qin Gang will fly».
pub(crate) fn subject(scene: &Scene<'_>, trigger: &Trigger) -> Option<usize> {
    let (sentence, at) = before_verb(scene, trigger)?;
    scene
        .entities_in(sentence..at)
        .last()
        .filter(|mention| mention.words.end == at && scene.acts(mention.entity))
        .map(|mention| mention.entity)
}

/// «Pia Vogt visited»: whether a name that nobody of the story has stands right before a verb.
pub(crate) fn has_strange_subject(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    before_verb(scene, trigger).is_some_and(|(sentence, at)| {
        let name = |at: usize| scene.words.is_capital(at);
        at >= sentence + 2
            && name(at - 1)
            && name(at - 2)
            && scene.entities_in(at - 2..at).next().is_none()
            && !gazetteer::known(scene.words.at(at - 1))
    })
}

/// Where the sentence of a verb starts, and where the verb with its auxiliaries does.
fn before_verb(scene: &Scene<'_>, trigger: &Trigger) -> Option<(usize, usize)> {
    if trigger.form != Form::Verb {
        return None;
    }
    let words = scene.words;
    let sentence = words.of_sentence(trigger.sentence);
    let mut at = trigger.words.start;
    while at > sentence.start
        && matches!(
            words.at(at - 1),
            "will"
                | "has"
                | "had"
                | "have"
                | "would"
                | "also"
                | "later"
                | "then"
                | "to"
                | "is"
                | "may"
        )
    {
        at -= 1;
    }
    Some((sentence.start, at))
}

/// «Xi-Blinken meeting», «talks with Wang», «meeting between Xi and Blinken», «met Xi».
fn linked(scene: &Scene<'_>, trigger: &Trigger, between: Range<usize>, before: bool) -> bool {
    let words = scene.words;
    if before && trigger.form == Form::Verb {
        return between.len() <= 1
            && between
                .clone()
                .all(|i| matches!(words.at(i), "has" | "had" | "also" | "later"));
    }
    if before {
        // Only names, hyphens, «and», possessives and adjectives of the event itself.
        return between.len() <= 4
            && between.clone().all(|i| {
                matches!(words.at(i), "and" | "s")
                    || scene.entities_in(i..i + 1).next().is_some()
                    || (trigger.form != Form::Verb
                        && i + 1 >= trigger.words.start.saturating_sub(2)
                        && words.at(i).len() > 3)
            })
            && (trigger.form == Form::Verb
                || between.is_empty()
                || words.at(between.start) == "s"
                || words.gap(between.end) <= Gap::Apostrophe)
            && trigger.form != Form::Verb;
    }
    if between.is_empty() {
        return true;
    }
    if between.len() > 14 {
        return false;
    }
    let link = between
        .clone()
        .any(|i| matches!(words.at(i), "with" | "between" | "of" | "by"));
    let clean = between.clone().all(|i| {
        let word = words.at(i);
        !matches!(
            word,
            "after"
                | "before"
                | "while"
                | "when"
                | "who"
                | "which"
                | "that"
                | "said"
                | "says"
                | "but"
                | "as"
                | "to"
                | "came"
                | "followed"
                | "ahead"
                | "following"
                | "for"
                | "hours"
                | "had"
                | "has"
        ) && words.gap(i) < Gap::Break
    });
    clean && (link || (trigger.form == Form::Verb && between.len() <= 8))
}

/// Adds those whom «the two», «they», «both», «he» stand for.
fn pronouns(scene: &Scene<'_>, trigger: &Trigger, found: &mut Vec<(usize, f64)>) {
    let words = scene.words;
    let sentence = words.of_sentence(trigger.sentence);
    if trigger.sentence == 0 {
        return;
    }
    let mut pair = false;
    let mut one = false;
    for i in sentence.clone() {
        match words.at(i) {
            "they" | "their" | "pair" | "both" => pair = true,
            "two" if matches!(words.near(i, -1), "the" | "these") => pair = true,
            "leaders" | "presidents" | "premiers" if words.near(i, -1) == "the" => pair = true,
            "he" | "she" | "his" | "her" | "him" => one = true,
            _ => {}
        }
    }
    if !pair && !one {
        return;
    }
    let named = |back: usize| -> Vec<usize> {
        let Some(before) = trigger.sentence.checked_sub(back) else {
            return Vec::new();
        };
        scene
            .entities_in(words.of_sentence(before))
            .filter(|mention| scene.acts(mention.entity))
            .map(|mention| mention.entity)
            .collect()
    };
    let mut people = named(1);
    // «The two leaders»: those who were named last, past sentences that name nobody.
    if pair && people.is_empty() {
        people = (2..=3)
            .map(named)
            .find(|people| !people.is_empty())
            .unwrap_or_default();
    }
    people.dedup();
    let mut distinct = people.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if pair && distinct.len() == 2 {
        for entity in distinct {
            if !found.iter().any(|&(known, _)| known == entity) {
                found.push((entity, 0.8));
            }
        }
    } else if one
        && let Some(&first) = people.first()
        && !found.iter().any(|&(known, _)| known == first)
    {
        found.push((first, 0.5));
    }
}
