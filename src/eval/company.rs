//! Whether an event of several people is told with its people, so that a value may be held against the source.
//!
//! In: an event word that was taken for an event. Out: whether all who take part are named with it or stood for. «Lindqvist
//! met the Danish minister» is no meeting of Lindqvist and Okafor, though Lindqvist's name is in it.

use super::events::Form;
use super::events::Instance;
use super::names::EntityMention;
use super::scene::Scene;
use super::words::Gap;
use crate::rule::EventIndex;

/// Words that stand for people named before.
const STAND_FOR: &[&str] = &[
    "they",
    "them",
    "their",
    "he",
    "him",
    "his",
    "she",
    "her",
    "both",
    "two",
    "pair",
    "sides",
    "each",
    "men",
    "women",
    "leaders",
    "envoys",
    "delegations",
    "counterpart",
];

/// Whether all who take part in `event` are named with `instance`, or stood for.
pub(crate) fn together(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let people: Vec<usize> = scene.story.events[event]
        .who
        .iter()
        .copied()
        .filter(|&who| scene.acts(who))
        .collect();
    if people.is_empty() || instance.carried {
        return true;
    }
    let words = scene.words;
    let sentence = words.of_sentence(instance.sentence);
    let there = |who: &usize| {
        scene
            .entities_in(sentence.clone())
            .any(|mention| mention.entity == *who && !stands_for_another(scene, mention))
    };
    if people.iter().all(there) {
        return true;
    }
    // Nobody of one is named at all: who it is was settled before.
    if people.len() == 1
        && !scene
            .entities_in(sentence.clone())
            .any(|mention| people.contains(&mention.entity))
    {
        return true;
    }
    if sentence.clone().any(|i| STAND_FOR.contains(&words.at(i))) {
        return true;
    }
    if instance.form == Form::Verb {
        return false;
    }
    // «the meeting with the Danish minister»
    let with = (instance.words.end..sentence.end.min(instance.words.end + 3))
        .find(|&i| matches!(words.at(i), "with" | "between"));
    let own = |from: usize| {
        scene
            .entities_in(from..sentence.end.min(from + 6))
            .any(|mention| people.contains(&mention.entity))
    };
    people.iter().any(there) && with.is_none_or(|with| own(with + 1))
}

/// «Okafor's deputy», «a former partner of Orsini»: somebody else is meant.
fn stands_for_another(scene: &Scene<'_>, mention: &EntityMention) -> bool {
    let words = scene.words;
    let at = mention.words.start;
    let of = words.near(at, -1) == "of"
        && words
            .get(at.wrapping_sub(2))
            .is_some_and(|word| !word.capital)
        && KIN.contains(&words.near(at, -2));
    of || owns_another(scene, mention)
}

/// Who may be somebody's.
const KIN: &[&str] = &[
    "partner",
    "partners",
    "friend",
    "friends",
    "ally",
    "allies",
    "aide",
    "aides",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "son",
    "sons",
    "daughter",
    "brother",
    "sister",
    "wife",
    "husband",
    "widow",
    "father",
    "mother",
    "cousin",
    "nephew",
    "niece",
    "relative",
    "relatives",
    "colleague",
    "colleagues",
    "associate",
    "associates",
    "accomplice",
    "accomplices",
    "supporter",
    "supporters",
    "critic",
    "critics",
    "rival",
    "rivals",
    "opponent",
    "opponents",
    "successor",
    "predecessor",
    "deputy",
    "follower",
    "followers",
    "fan",
    "fans",
    "lawyer",
    "lawyers",
    "employee",
    "employees",
    "subsidiary",
    "unit",
    "arm",
    "parent",
    "owner",
    "owners",
    "founder",
];

/// «Okafor's deputy» is not Okafor; «Okafor's meeting», «Okafor's three-hour talks» are hers.
fn owns_another(scene: &Scene<'_>, mention: &EntityMention) -> bool {
    let words = scene.words;
    let end = mention.words.end;
    let told = |i: usize, form: Form| {
        scene
            .instances_in(i..i + 1)
            .iter()
            .any(|instance| instance.form == form)
    };
    words.at(end) == "s"
        && words.gap(end) == Gap::Apostrophe
        && !(end + 1..end + 5)
            .take_while(|&i| {
                words.gap(i) <= Gap::Hyphen
                    && !told(i, Form::Verb)
                    && !matches!(
                        words.at(i),
                        "was" | "were" | "is" | "are" | "has" | "had" | "will"
                    )
            })
            .any(|i| {
                !scene.instances_in(i..i + 1).is_empty()
                    || scene.entities_in(i..i + 1).next().is_some()
                    || matches!(words.at(i), "day" | "visit" | "trip" | "arrival")
            })
}
