//! Whoever did it, among the dead: «killed four people and then himself», «four died besides the gunman».
//!
//! In: a figure of the dead. Out: the figure, one higher where the words say that who did it died as well and is not in it
//! yet. Who that is is for [`crate::eval::people`].

use std::ops::Range;

use super::Figure;
use super::persons::dead;
use crate::eval::people;
use crate::eval::people::People;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;

/// «killed four people and then himself»: the number is of the others, and who did it is one more.
pub(super) fn with_culprit(scene: &Scene<'_>, people: &People, figure: Figure) -> Figure {
    if let Some(end) = besides(scene, &figure.words) {
        return one_more(&figure, end);
    }
    let lived = people
        .persons
        .iter()
        .any(|person| person.own && person.alive && !person.died);
    let sentence = scene.sentence_at(figure.words.start);
    if lived || !active(scene, &figure.words) {
        return figure;
    }
    let words = scene.words;
    let Some(oneself) = (figure.words.end..sentence.end).find(|&at| killed_oneself(scene, at))
    else {
        return figure;
    };
    // «including himself» counts him already.
    let counted = (figure.words.end..oneself).any(|at| {
        matches!(
            words.at(at),
            "including" | "counting" | "among" | "wounded" | "wounding"
        )
    });
    let lives =
        (oneself..sentence.end).any(|at| matches!(words.at(at), "survived" | "survive" | "lived"));
    if counted || lives {
        return figure;
    }
    one_more(&figure, oneself + 1)
}

/// «shot dead his wife and himself»: the verb tells of one, and who did it is another. «Father, four children die»: a headline
/// leaves who did it out of the number.
pub(super) fn also_oneself(scene: &Scene<'_>, people: &People, figure: Figure) -> Figure {
    let own = people
        .persons
        .iter()
        .any(|person| person.own && person.died && person.blamed && !person.alive);
    if !own {
        return figure;
    }
    let one_more = |dead: &Figure| (dead.count - figure.count - 1.0).abs() < 0.5;
    dead(scene, people)
        .filter(|dead| dead.count > figure.count && (figure.count < 1.5 || one_more(dead)))
        .unwrap_or(figure)
}

fn one_more(figure: &Figure, end: usize) -> Figure {
    Figure {
        words: figure.words.start..end,
        count: figure.count + 1.0,
        how: figure.how,
    }
}

/// Whether the figure is the object of a verb of killing.
fn active(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(figure.start);
    (1..=4)
        .take_while(|&k| figure.start >= sentence.start + k)
        .any(|k| {
            let at = figure.start - k;
            let passive = (1..=3).any(|back| {
                matches!(
                    words.near(at, -back),
                    "was" | "were" | "been" | "are" | "being"
                )
            });
            matches!(
                words.at(at),
                "killed" | "kills" | "killing" | "murdered" | "shot" | "slew"
            ) && !passive
        })
}

/// «besides the gunman», «not counting the attacker»: the words behind them.
fn besides(scene: &Scene<'_>, figure: &Range<usize>) -> Option<usize> {
    const FARTHEST: usize = 12;
    let words = scene.words;
    let end = scene
        .sentence_at(figure.start)
        .end
        .min(figure.end + FARTHEST);
    let lead = (figure.end..end).find_map(|at| match words.at(at) {
        "besides" | "excluding" => Some(at + 1),
        "apart" | "aside" if words.near(at, 1) == "from" => Some(at + 2),
        "addition" if words.near(at, 1) == "to" => Some(at + 2),
        "not" if matches!(words.near(at, 1), "counting" | "including") => Some(at + 2),
        "other" if words.near(at, 1) == "than" => Some(at + 2),
        _ => None,
    })?;
    let clear = (figure.end..lead).all(|at| words.gap(at) < Gap::Break);
    (lead..lead + 3)
        .take_while(|&at| at == lead || words.gap(at) < Gap::Comma)
        .find(|&at| people::is_culprit(words.at(at)))
        .filter(|_| clear)
        .map(|at| at + 1)
}

/// «then himself», «turning the gun on herself», «committed suicide», «took his own life»: a deed that ends with oneself, and
/// not «tried to kill himself», «locked herself in», «wounded himself».
fn killed_oneself(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let before = words.near(at, -1);
    match words.at(at) {
        "himself" | "herself" | "themself" => {
            let deed = match before {
                "then" | "and" => true,
                "on" => (2..=6).any(|k| {
                    matches!(words.near(at, -k), "turned" | "turning" | "turns")
                        && words.near(at, 1 - k) != "himself"
                }),
                "hanged" | "hanging" => true,
                "kill" | "shoot" | "stab" | "murder" | "strike" => false,
                _ => {
                    people::is_harm(before)
                        && !["wound", "injur", "hurt", "graz"]
                            .iter()
                            .any(|mild| before.starts_with(mild))
                }
            };
            deed && !in_a_limb(scene, at + 1)
        }
        "suicide" => matches!(before, "committed" | "committing" | "commits" | "by"),
        "own" => {
            words.near(at, 1) == "life"
                && matches!(words.near(at, -2), "took" | "taking" | "takes" | "taken")
        }
        _ => false,
    }
}

/// «himself in the foot»
fn in_a_limb(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    words.at(at) == "in"
        && (1..=4).any(|k| {
            matches!(
                words.near(at, k),
                "foot"
                    | "leg"
                    | "hand"
                    | "arm"
                    | "thigh"
                    | "knee"
                    | "shoulder"
                    | "ankle"
                    | "toe"
                    | "finger"
                    | "buttocks"
                    | "hip"
            )
        })
}
