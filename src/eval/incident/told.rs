//! The figures that a report tells as numbers: «two men were wounded», «five people were shot».
//!
//! In: a scene and its people. Out: each figure of the lead with what it counts. Which of them is the incident's is asked in
//! [`super`].

use std::ops::Range;

use super::Figure;
use super::LEAD;
use super::amount;
use crate::eval::people;
use crate::eval::people::People;
use crate::eval::people::Role;
use crate::eval::scene::Scene;
use crate::eval::tally;
use crate::eval::whom;
use crate::eval::words::Gap;
use crate::text::Mention;
use crate::value::Interval;
use crate::value::Tally;
use crate::value::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Tally(Tally),
    /// «three people were shot»: dead or hurt.
    Shot,
}

/// Figures told as numbers in the lead.
pub(super) fn numbers(scene: &Scene<'_>, people: &People) -> Vec<(Said, Figure)> {
    let mut found = Vec::new();
    for mention in &scene.reading.mentions {
        if mention.sentence as usize >= LEAD + 2 {
            break;
        }
        let Some((range, count)) = counted(scene, mention) else {
            continue;
        };
        // A figure told before, or somebody hit: then another time is another incident.
        let before = |at: usize| scene.sentence_of(at) < mention.sentence as usize;
        let begun = found
            .iter()
            .any(|(_, figure): &(Said, Figure)| before(figure.words.start))
            || people
                .persons
                .iter()
                .any(|person| person.role == Role::Victim && before(person.words.start));
        if people.asides.contains(&(mention.sentence as usize))
            || crate::eval::background::other(scene, range.clone(), crate::eval::events::Form::Bare)
                .is_some()
            || people::background::earlier_one(scene, range.start)
            || people::background::long_after(scene, range.start)
            || begun && people::background::clause(scene, range.start)
        {
            continue;
        }
        let said = part_of(scene, &range).or_else(|| {
            let read = if whom::of_whole(scene, &range) {
                // «one of the two men wounded on Friday has died»: all of them were hit.
                return hit_ones(scene, &range).then_some(Said::Shot);
            } else {
                tally::read(scene, &range)
            };
            match read {
                Some(read) => {
                    let part = read.part.as_deref();
                    let within = part.is_some_and(|part| {
                        part.starts_with("a part") || part.starts_with("in addition")
                    });
                    (!within).then_some(Said::Tally(read.tally))
                }
                None => shot_after(scene, &range).then_some(Said::Shot),
            }
        });
        // «her husband and two children were hurt»: the number is a part of those whom the verb strikes.
        let said = said.or_else(|| {
            let struck = people.blows.iter().find(|blow| {
                blow.words.contains(&range.start)
                    && blow.words.start < range.start
                    && amount(blow.count) > count
            })?;
            Some(Said::Tally(if struck.killed {
                Tally::Killed
            } else {
                Tally::Injured
            }))
        });
        if let Some(said) = said {
            let more =
                usize::from(matches!(said, Said::Tally(_)) && and_another(scene, &range, said));
            found.push((
                said,
                Figure {
                    words: range,
                    count: count + amount(more),
                },
            ));
        }
    }
    // «double shooting»
    for at in 0..scene.words.len() {
        if scene.sentence_of(at) >= LEAD {
            break;
        }
        let count = match scene.words.at(at) {
            "double" => 2.0,
            "triple" => 3.0,
            "quadruple" => 4.0,
            _ => continue,
        };
        match scene.words.near(at, 1) {
            "shooting" => found.push((
                Said::Shot,
                Figure {
                    words: at..at + 2,
                    count,
                },
            )),
            "homicide" | "murder" | "slaying" | "killing" => {
                found.push((
                    Said::Tally(Tally::Killed),
                    Figure {
                        words: at..at + 2,
                        count,
                    },
                ));
            }
            _ => {}
        }
    }
    found
}

/// «of the five people shot», «of the two men wounded on Friday»: a participle right behind the noun says that all were hit.
fn hit_ones(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (range.end..range.end + 3)
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(|at| {
            matches!(
                words.at(at),
                "shot" | "hit" | "struck" | "wounded" | "injured" | "hurt" | "stabbed"
            ) && !matches!(
                words.near(at, -1),
                "was" | "were" | "are" | "been" | "have" | "had" | "who"
            )
        })
}

/// A number that counts people.
pub(super) fn counted(scene: &Scene<'_>, mention: &Mention) -> Option<(Range<usize>, f64)> {
    let measure = match &mention.value {
        Value::Count { measure, .. } | Value::Number(measure) => *measure,
        _ => return None,
    };
    let Interval { lo, hi, .. } = measure.stated;
    let count = if lo.is_finite() { lo } else { hi };
    let range = scene.hedged(mention);
    if range.is_empty() || !count.is_finite() || !(1.0..=500.0).contains(&count) {
        return None;
    }
    // «six gunshot wounds», «mother of three is dead»
    let things = (0..3).any(|k| {
        matches!(
            scene.words.at(range.end + k),
            "wounds" | "wound" | "shots" | "times" | "rounds" | "bullets" | "casings"
        )
    });
    let parent = scene.words.near(range.start, -1) == "of"
        && matches!(
            scene.words.near(range.start, -2),
            "mother"
                | "father"
                | "mom"
                | "dad"
                | "parent"
                | "parents"
                | "grandmother"
                | "grandfather"
        );
    (!things && !parent).then_some((range, count))
}

/// «one person wounded and another injured»: one more of the same fate.
fn and_another(scene: &Scene<'_>, range: &Range<usize>, said: Said) -> bool {
    let words = scene.words;
    let end = words.of_sentence(scene.sentence_of(range.start)).end;
    let Some(another) = (range.end..(range.end + 8).min(end))
        .find(|&at| words.at(at) == "another" && words.near(at, -1) == "and")
    else {
        return false;
    };
    let fate = (another + 1..(another + 5).min(end))
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .find_map(|at| match words.at(at) {
            "killed" | "dead" | "died" => Some(Tally::Killed),
            "injured" | "wounded" | "hurt" | "grazed" | "hospitalized" | "hospitalised" => {
                Some(Tally::Injured)
            }
            _ => None,
        });
    // «three killed and another 12 wounded» has a number of its own.
    let number = scene.reading.mentions.iter().any(|mention| {
        let at = scene.words_of(mention);
        !at.is_empty() && (another + 1..another + 4).contains(&at.start)
    });
    !number && fate.is_some_and(|fate| said == Said::Tally(fate))
}

/// «two of the five people shot have died»: what the verb of the whole says of the part.
fn part_of(scene: &Scene<'_>, range: &Range<usize>) -> Option<Said> {
    let words = scene.words;
    let last = range.end - 1;
    if words.near(last, 1) != "of" || !matches!(words.near(last, 2), "the" | "those" | "them") {
        return None;
    }
    let sentence = words.of_sentence(scene.sentence_of(last));
    (range.end..sentence.end)
        .take_while(|&at| words.gap(at) < Gap::Break)
        .find_map(|at| {
            let passive = matches!(
                words.near(at, -1),
                "was" | "were" | "have" | "has" | "had" | "later" | "since" | "been" | "are" | "is"
            );
            match words.at(at) {
                "died" | "fatally" | "succumbed" => Some(Said::Tally(Tally::Killed)),
                "injured" | "hurt" | "wounded" | "hospital" => Some(Said::Tally(Tally::Injured)),
                "dead" | "killed" if passive => Some(Said::Tally(Tally::Killed)),
                _ => None,
            }
        })
}

/// «three people were shot», «3 shot at»
fn shot_after(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let mut passive = false;
    for at in range.end..(range.end + 6).min(sentence.end) {
        if words.gap(at) >= Gap::Comma {
            return false;
        }
        match words.at(at) {
            "shot" => {
                let object = words.near(at, 1);
                // «five people shot at a party» were hit, «three men shot at a deputy» were not.
                let target =
                    object == "at" && (2..=4).any(|k| people::is_person(words.near(at, k)));
                let acts = !passive
                    && (target
                        || matches!(object, "a" | "the" | "his" | "her")
                        || object == "at" && at == range.end);
                return (passive || at <= range.end + 2) && !acts;
            }
            "were" | "was" | "been" | "are" => passive = true,
            "shots" | "rounds" | "times" | "suspects" | "gunmen" | "bullets" => return false,
            // «two handguns was shot»: what is counted is no people.
            word if at == range.end
                && word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !people::is_person(word)
                && !matches!(word, "others" | "victims" | "americans") =>
            {
                return false;
            }
            _ => {}
        }
    }
    false
}
