//! What a report's words tell of somebody's fate where neither a number nor a person told of by age or name does:
//! «a man was shot dead», «a deadly shooting», «took his own life».
//!
//! In: a scene and its people. Out: one killed, one hurt, or nothing. Who they are and how many there are is not told here.

use std::ops::Range;

use super::incident::Figure;
use super::incident::How;
use super::people;
use super::people::People;
use super::people::Role;
use super::scene::Scene;
use super::whom;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::span::Part;

/// Fates told of persons.
pub(crate) struct Fates {
    pub(crate) killed: Option<Figure>,
    pub(crate) injured: Option<Figure>,
}

const PERSONS: &Table = table![
    "man",
    "woman",
    "boy",
    "girl",
    "teen",
    "teenager",
    "victim",
    "officer",
    "deputy",
    "suspect",
    "child",
    "toddler",
    "baby",
    "student",
    "mother",
    "father",
    "son",
    "daughter",
    "husband",
    "wife",
    "driver",
    "clerk",
    "male",
    "female",
    "old",
    "person",
    "he",
    "she",
    "brother",
    "sister",
    "infant",
    "trooper",
    "soldier",
    "resident",
    "homeowner",
    "girlfriend",
    "boyfriend",
    "robber",
    "intruder",
    "burglar",
    "passenger",
    "cop",
    "employee",
    "owner",
    "youth",
    "juvenile",
];

/// Reads the fates of a scene.
pub(crate) fn read(scene: &Scene<'_>, people: &People) -> Fates {
    let words = scene.words;
    let mut killed: Option<Range<usize>> = None;
    let mut hurt: Option<Range<usize>> = None;
    for sentence in 0..scene.reading.sentences.len().min(14) {
        if scene.part(sentence) == Part::Caption || people.asides.contains(&sentence) {
            continue;
        }
        let all = words.of_sentence(sentence);
        let begun = killed.is_some()
            || hurt.is_some()
            || people.persons.iter().any(|person| {
                person.role == Role::Victim && scene.sentence_of(person.words.start) < sentence
            });
        for at in all.clone() {
            let Some(fate) = told(scene, at, sentence) else {
                continue;
            };
            let other = denied(scene, at, &all)
                || of_animals(scene, at, &all)
                || people::background::earlier_one(scene, at)
                || people::background::long_after(scene, at)
                || people::background::total(scene, at)
                || people::background::mistaken(scene, at)
                || begun && people::background::clause(scene, at);
            let ago = (1..=6).any(|ahead| {
                words.near(at, ahead) == "ago"
                    && matches!(words.near(at, ahead - 1), "years" | "months" | "decades")
            });
            if other || ago {
                continue;
            }
            let first = match fate {
                Fate::Dead => &mut killed,
                Fate::Hurt => &mut hurt,
            };
            first.get_or_insert(at..at + 1);
        }
    }
    let only_shot = hurt.as_ref().is_some_and(|range| {
        matches!(
            words.at(range.start),
            "shot" | "shoots" | "wound" | "wounds"
        )
    });
    let explicit = explicit_injury(scene);
    let injured = match (&killed, hurt) {
        // «shot and killed»: one person, and dead.
        (Some(_), Some(_)) if only_shot && !explicit => None,
        (Some(_), Some(range)) if explicit => Some(Figure {
            words: range,
            count: 1.0,
            how: How::Lone,
        }),
        (None, Some(range)) => Some(Figure {
            words: range,
            count: 1.0,
            how: How::Lone,
        }),
        _ => None,
    };
    Fates {
        killed: killed.map(|words| Figure {
            words,
            count: 1.0,
            how: How::Lone,
        }),
        injured,
    }
}

/// «was able to escape and survive»: not hit at all.
fn away(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    (1..=7).any(|k| matches!(words.near(at, -k), "escaped" | "escape" | "fled"))
}

/// What a word tells, whoever it is of and whenever it was.
enum Fate {
    Dead,
    Hurt,
}

/// What the word at `at` tells of somebody.
fn told(scene: &Scene<'_>, at: usize, sentence: usize) -> Option<Fate> {
    let words = scene.words;
    let word = words.at(at);
    let next = words.near(at, 1);
    let then = || matches!(words.near(at, -1), "then" | "before" | "and" | "fatally");
    let own = || matches!(next, "himself" | "herself") && then();
    let dead = match word {
        "killed" | "kills" | "killing" | "fatally" | "slain" | "murdered" | "died" | "dies"
        | "suicide" => true,
        "took" => own() || words.near(at, 2) == "own",
        "turned" => {
            own()
                || (1..=6).any(|k| {
                    words.near(at, k) == "on"
                        && matches!(words.near(at, k + 1), "himself" | "herself")
                })
        }
        "shot" | "shooting" => own(),
        "dead" => !matches!(next, "end" | "body" | "line"),
        "homicide" | "murder" | "manslaughter" | "fatal" | "slaying" => sentence < 8,
        "death" => words.near(at, -1) == "to" || words.near(at, -1) == "shooting" || next == "of",
        "deadly" => (1..=4).any(|k| {
            matches!(
                words.near(at, k),
                "shooting"
                    | "crash"
                    | "fire"
                    | "blaze"
                    | "attack"
                    | "collision"
                    | "explosion"
                    | "stabbing"
                    | "wreck"
            )
        }),
        "body" => (1..=6).any(|k| words.near(at, k) == "found"),
        _ => false,
    };
    if dead {
        return Some(Fate::Dead);
    }
    let hurt = match word {
        "wounded" | "injured" | "hospitalized" | "hospitalised" | "injuring" | "wounding"
        | "wounds" | "injures" => true,
        "injuries" => matches!(
            words.near(at, -1),
            "threatening" | "serious" | "minor" | "critical"
        ),
        "condition" => (1..=3).any(|back| {
            matches!(
                words.near(at, -back),
                "critical" | "serious" | "stable" | "fair" | "good" | "grave"
            )
        }),
        "shot" | "shoots" => !no_hit(scene, at) && person_near(scene, at, &scene.sentence_at(at)),
        "hurt" => matches!(words.near(at, -1), "was" | "were" | "badly" | "seriously"),
        "grazed" | "hospitalizing" | "hospitalising" => true,
        "wound" => words.near(at, -1) == "gunshot",
        "survived" | "survive" => next != "by" && !away(scene, at),
        "recover" | "recovering" => true,
        _ => false,
    };
    hurt.then_some(Fate::Hurt)
}

/// Whether somebody is said to have lived: «wounded», «in stable condition».
fn explicit_injury(scene: &Scene<'_>) -> bool {
    let words = scene.words;
    (0..words.len())
        .take_while(|&i| scene.sentence_of(i) < 10)
        .any(|i| match words.at(i) {
            "hurt" if !matches!(words.near(i, -1), "was" | "were" | "badly" | "seriously") => false,
            "wounded" | "injured" | "injuring" | "wounding" | "hurt" | "grazed" => {
                !matches!(words.near(i, -1), "fatally" | "mortally")
                    && !denied(scene, i, &scene.sentence_at(i))
                    && !people::background::another(scene, i)
            }
            "stable" => true,
            "survived" if words.near(i, 1) == "by" => false,
            "survived" | "survive" if away(scene, i) => false,
            "survived" | "survive" | "recovering" | "recover" => true,
            "condition" => matches!(words.near(i, -1), "critical" | "serious" | "fair" | "good"),
            _ => false,
        })
}

fn person_near(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let words = scene.words;
    if matches!(words.near(at, 1), "at" | "up") {
        return false;
    }
    let from = at.saturating_sub(6).max(sentence.start);
    let to = (at + 7).min(sentence.end);
    (from..to).any(|i| PERSONS.has(words.at(i)) || (i != at && words.is_capital(i)))
}

/// Whether the words deny what `at` tells: «nobody was killed», «none of the five died», «killed no one», «without killing
/// anyone», «within inches of killing him».
fn denied(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let words = scene.words;
    let near = (1..=3).any(|back| {
        matches!(
            words.near(at, -back),
            "no" | "not"
                | "non"
                | "conspiracy"
                | "conspiring"
                | "intent"
                | "intending"
                | "nobody"
                | "attempted"
                | "if"
                | "could"
                | "never"
                | "without"
                | "possibly"
                | "inches"
        )
    });
    let nobody = || {
        (sentence.start..at)
            .rev()
            .take_while(|&i| {
                // «Nobody has been charged over the shooting that killed A»
                let relative = matches!(words.at(i), "that" | "who" | "which")
                    && (i + 1..at).all(|k| {
                        matches!(
                            words.at(k),
                            "was" | "were" | "has" | "had" | "have" | "been" | "later"
                        )
                    });
                words.gap(i + 1) < Gap::Comma
                    && !relative
                    && !matches!(
                        words.at(i),
                        "when" | "after" | "while" | "but" | "because" | "before" | "where"
                    )
            })
            .any(|i| {
                matches!(words.at(i), "none" | "nobody" | "neither")
                    || matches!(words.at(i), "no" | "not") && words.near(i, 1) == "one"
            })
    };
    let object = (1..=2).any(|k| {
        words.gap(at + k) < Gap::Comma
            && matches!(
                words.at(at + k),
                "no" | "nobody" | "none" | "nothing" | "anyone" | "anybody" | "neither"
            )
    });
    near || object || nobody()
}

/// «killed two dogs and a cat», «20 cows died»: nobody's fate.
fn of_animals(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let words = scene.words;
    let inside = |i: usize| words.gap(i) < Gap::Comma;
    let ahead = (at + 1..(at + 10).min(sentence.end))
        .take_while(|&i| inside(i) || words.near(i, -1) == "and")
        .take_while(|&i| {
            !matches!(
                words.at(i),
                "in" | "at"
                    | "near"
                    | "on"
                    | "when"
                    | "after"
                    | "as"
                    | "before"
                    | "that"
                    | "which"
                    | "who"
            )
        });
    let people_ahead = ahead
        .clone()
        .any(|i| people::is_person(words.at(i)) || words.is_capital(i));
    let active = matches!(words.at(at), "killed" | "killing" | "kills")
        && !(1..=3).any(|k| {
            matches!(
                words.near(at, -k),
                "was" | "were" | "been" | "being" | "are"
            )
        });
    let object = at + 1 < sentence.end && words.gap(at + 1) < Gap::Comma;
    if active && object {
        return whom::of_animals(scene, at + 1) && !people_ahead;
    }
    // The nearest noun before a passive, or before «died».
    (sentence.start..at)
        .rev()
        .take_while(|&i| words.gap(i + 1) < Gap::Comma)
        .take_while(|&i| {
            !people::is_person(words.at(i))
                && !words
                    .get(i)
                    .is_some_and(|word| word.capital && i > sentence.start)
        })
        .any(|i| whom::of_animals(scene, i))
}

/// «shot twice at the car», «one shot», «shots fired»: nobody is hit.
fn no_hit(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let times = match words.near(at, 1) {
        "twice" | "once" | "repeatedly" | "back" => 2,
        _ if matches!(words.near(at, 2), "times" | "rounds" | "shots") => 3,
        _ => 1,
    };
    let aim = matches!(
        words.near(at, times),
        "at" | "into" | "toward" | "towards" | "through" | "up" | "out"
    );
    // «shot and killed two dogs»
    let object = if matches!(words.near(at, 1), "and" | "dead") {
        at + 2 + usize::from(words.near(at, 1) == "and")
    } else {
        at + 1
    };
    if words.gap(object.min(words.len())) < Gap::Comma
        && whom::of_animals(scene, object - usize::from(words.near(at, 1) == "dead"))
    {
        return true;
    }
    let noun = matches!(
        words.near(at, -1),
        "a" | "one" | "the" | "single" | "warning" | "first" | "each" | "another" | "every" | "gun"
    ) || matches!(
        words.near(at, 1),
        "fired" | "rang" | "heard" | "missed" | "was" | "hit"
    );
    // «Man shot at bar» was hit; «shot at the car» hit nobody.
    let passive = (1..=2).any(|k| {
        matches!(
            words.near(at, -k),
            "was" | "were" | "been" | "found" | "being"
        )
    });
    // «was shot at but not hit»
    let missed = passive
        && words.near(at, 1) == "at"
        && (words.gap(at + 2) >= Gap::Comma
            || matches!(
                words.near(at, 2),
                "but" | "and" | "by" | "while" | "when" | "or"
            ));
    noun || missed || aim && !passive && (times > 1 || words.near(at, 1) != "at")
}
