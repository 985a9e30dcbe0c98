//! How many were killed and hurt in a report's own incident, for templates (`each = "source"`).
//!
//! In: a scene. Out: the figures that headline and first sentences give, told as numbers («two men were wounded») or as
//! persons («a man was shot and killed»). Later sentences serve only where the first ones say nothing.

use std::ops::Range;

use super::people;
use super::people::People;
use super::people::Person;
use super::people::Role;
use super::scene::Scene;
use super::tally;
use super::words::Gap;
use crate::span::Part;
use crate::text::Mention;
use crate::value::Interval;
use crate::value::Tally;
use crate::value::Value;

/// A figure of the report's own incident.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// The words that say it.
    pub(crate) words: Range<usize>,
    /// How many.
    pub(crate) count: f64,
}

/// What a report says of its own incident.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incident {
    pub(crate) killed: Option<Figure>,
    pub(crate) injured: Option<Figure>,
}

/// Sentences in which an incident is introduced.
const LEAD: usize = 6;

/// Reads the incident of a scene.
pub(crate) fn read(scene: &Scene<'_>) -> Incident {
    let people = people::read(scene);
    let told = numbers(scene, &people);
    let most = |kind: Said| -> Option<Figure> {
        told.iter()
            .filter(|(said, _)| *said == kind)
            .map(|(_, figure)| figure.clone())
            .reduce(|a, b| if b.count > a.count { b } else { a })
    };
    let one = fates(scene, &people);
    let killed = most(Said::Tally(Tally::Killed))
        .map(|figure| whole(&people, true, figure))
        .or_else(|| dead(&people))
        .or(one.killed)
        .or_else(|| anybody_dead(&people));
    let count = killed.as_ref().map_or(0.0, |figure| figure.count);
    let mut injured = most(Said::Tally(Tally::Injured)).map(|figure| whole(&people, false, figure));
    if let Some(shot) = most(Said::Shot).filter(|shot| shot.count > count) {
        // «three shot, one dead»; «two people were wounded», and one of them died.
        let rest = shot.count - count;
        let open = injured
            .as_ref()
            .is_none_or(|told| told.count < rest || (told.count - shot.count).abs() < 0.5);
        if open {
            injured = Some(Figure {
                words: shot.words,
                count: rest,
            });
        }
    }
    let injured = injured.or_else(|| hurt(&people, count)).or(one.injured);
    Incident { killed, injured }
}

/// «a woman and two children were killed»: the number is a part of what the verb tells.
fn whole(people: &People, killed: bool, figure: Figure) -> Figure {
    people
        .blows
        .iter()
        .filter(|blow| blow.killed == killed && blow.words.contains(&figure.words.start))
        .map(|blow| Figure {
            words: blow.words.clone(),
            count: amount(blow.count),
        })
        .find(|blow| blow.count > figure.count)
        .unwrap_or(figure)
}

fn anybody_dead(people: &People) -> Option<Figure> {
    people
        .persons
        .iter()
        .find(|person| person.role == Role::Victim && person.died && person.count == 1)
        .map(|person| Figure {
            words: person.words.clone(),
            count: 1.0,
        })
}

/// Several dead whom the report tells of in one breath («killed his wife and two children»), or each by name and age.
fn dead(people: &People) -> Option<Figure> {
    let named: Vec<&Person> = people
        .persons
        .iter()
        .filter(|person| full(person) && person.died && (person.own || !person.accused))
        .collect();
    let blow = people
        .blows
        .iter()
        .filter(|blow| blow.killed && blow.sentence < LEAD + 2)
        .max_by_key(|blow| (blow.count, std::cmp::Reverse(blow.words.start)));
    let by_blow = blow.map_or(0, |blow| blow.count);
    // «… before he killed himself»: who did it is one more.
    let of_own = |person: &&Person| {
        person.own && person.died && person.accused && person.role == Role::Victim
    };
    let own = people.persons.iter().any(|person| of_own(&person));
    let others = named.iter().filter(|person| !of_own(person)).count();
    let others = others.max(if own { by_blow.max(1) } else { by_blow });
    let count = others + usize::from(own);
    let somebody = people
        .persons
        .iter()
        .any(|person| person.died && person.role == Role::Victim && !person.own);
    if count < 2 || !somebody {
        return None;
    }
    let words = match blow {
        Some(blow) if by_blow >= named.len() => blow.words.clone(),
        _ => named.first()?.words.clone(),
    };
    Some(Figure {
        words,
        count: amount(count),
    })
}

/// Whether somebody is told by name and age, so that nobody else told of can be the same.
fn full(person: &Person) -> bool {
    person.role == Role::Victim
        && person.count == 1
        && person.name.len() > 1
        && !person.ages.is_empty()
}

fn amount(count: usize) -> f64 {
    u32::try_from(count).map_or(0.0, f64::from)
}

/// Those who were hurt and did not die, told of in one breath, or each by age.
fn hurt(people: &People, killed: f64) -> Option<Figure> {
    let aged = |person: &&Person| {
        let apart = !person.ages.is_empty() || (person.other && person.alive);
        person.role == Role::Victim && person.count == 1 && apart
    };
    let hurt: Vec<&Person> = people
        .persons
        .iter()
        .filter(aged)
        .filter(|person| !person.died && (person.alive || killed < 1.0))
        .collect();
    let blow = people
        .blows
        .iter()
        .filter(|blow| !blow.killed && killed < 1.0 && blow.sentence < LEAD + 2)
        .max_by_key(|blow| (blow.count, std::cmp::Reverse(blow.words.start)));
    let by_blow = blow.map_or(0, |blow| blow.count);
    let words = match blow {
        Some(blow) if by_blow >= hurt.len() => blow.words.clone(),
        _ => hurt.first()?.words.clone(),
    };
    Some(Figure {
        words,
        count: amount(hurt.len().max(by_blow)),
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Tally(Tally),
    /// «three people were shot»: dead or hurt.
    Shot,
}

/// Figures told as numbers in the lead.
fn numbers(scene: &Scene<'_>, people: &People) -> Vec<(Said, Figure)> {
    let mut found = Vec::new();
    for mention in &scene.reading.mentions {
        if mention.sentence as usize >= LEAD + 2 {
            break;
        }
        let Some((range, count)) = counted(scene, mention) else {
            continue;
        };
        if people.asides.contains(&(mention.sentence as usize))
            || super::background::other(scene, range.clone(), super::events::Form::Bare).is_some()
        {
            continue;
        }
        let said = part_of(scene, &range).or_else(|| {
            let whole = scene.words.near(range.start, -1) == "the"
                && scene.words.near(range.start, -2) == "of";
            let read = tally::read(scene, &range);
            match read {
                // «one of the two men wounded on Friday has died»: all of them were hit.
                Some(_) if whole => Some(Said::Shot),
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
        if let Some(said) = said {
            found.push((
                said,
                Figure {
                    words: range,
                    count,
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

/// A number that counts people.
fn counted(scene: &Scene<'_>, mention: &Mention) -> Option<(Range<usize>, f64)> {
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
            _ => {}
        }
    }
    false
}

/// Fates told of persons.
struct Fates {
    killed: Option<Figure>,
    injured: Option<Figure>,
}

const PERSONS: &[&str] = &[
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

fn fates(scene: &Scene<'_>, people: &People) -> Fates {
    let words = scene.words;
    let mut killed: Option<Range<usize>> = None;
    let mut hurt: Option<Range<usize>> = None;
    for sentence in 0..scene.reading.sentences.len().min(14) {
        if scene.part(sentence) == Part::Caption || people.asides.contains(&sentence) {
            continue;
        }
        let all = words.of_sentence(sentence);
        for at in all.clone() {
            let word = words.at(at);
            let next = words.near(at, 1);
            let denied = (1..=3).any(|back| {
                matches!(
                    words.near(at, -back),
                    "no" | "not" | "nobody" | "attempted" | "if" | "could"
                )
            });
            let ago = (1..=6).any(|ahead| {
                words.near(at, ahead) == "ago"
                    && matches!(words.near(at, ahead - 1), "years" | "months" | "decades")
            });
            if denied || ago || (word == "survived" && next == "by") {
                continue;
            }
            let then = matches!(words.near(at, -1), "then" | "before" | "and" | "fatally");
            let own = (matches!(next, "himself" | "herself") && then)
                || (word == "took" && words.near(at, 2) == "own")
                || (word == "turned"
                    && (1..=6).any(|k| matches!(words.near(at, k), "himself" | "herself")))
                || word == "suicide";
            if own
                && matches!(
                    word,
                    "killed" | "killing" | "shot" | "shooting" | "took" | "turned" | "suicide"
                )
            {
                killed.get_or_insert(at..at + 1);
                continue;
            }
            let dies = match word {
                "killed" | "kills" | "killing" | "fatally" | "slain" | "murdered" => true,
                "died" | "dies" => true,
                "dead" => !matches!(next, "end" | "body" | "line"),
                "homicide" | "murder" | "manslaughter" | "fatal" | "slaying" => sentence < 8,
                "death" => {
                    words.near(at, -1) == "to" || words.near(at, -1) == "shooting" || next == "of"
                }
                "deadly" => next == "shooting",
                "body" => (1..=6).any(|k| words.near(at, k) == "found"),
                _ => false,
            };
            if dies {
                killed.get_or_insert(at..at + 1);
                continue;
            }
            let wounded = match word {
                "wounded" | "injured" | "hospitalized" | "hospitalised" | "injuring"
                | "wounding" | "wounds" | "injures" => true,
                "injuries" => {
                    words.near(at, -1) == "threatening"
                        || matches!(words.near(at, -1), "serious" | "minor" | "critical")
                }
                "condition" => (1..=3).any(|back| {
                    matches!(
                        words.near(at, -back),
                        "critical" | "serious" | "stable" | "fair" | "good" | "grave"
                    )
                }),
                "shot" | "shoots" => person_near(scene, at, &all),
                "wound" => matches!(words.near(at, -1), "gunshot"),
                "survive" | "survived" | "recover" | "recovering" => true,
                _ => false,
            };
            if wounded {
                hurt.get_or_insert(at..at + 1);
            }
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
        }),
        (None, Some(range)) => Some(Figure {
            words: range,
            count: 1.0,
        }),
        _ => None,
    };
    Fates {
        killed: killed.map(|words| Figure { words, count: 1.0 }),
        injured,
    }
}

/// Whether somebody is said to have lived: «wounded», «in stable condition».
fn explicit_injury(scene: &Scene<'_>) -> bool {
    let words = scene.words;
    (0..words.len())
        .take_while(|&i| scene.sentence_of(i) < 10)
        .any(|i| match words.at(i) {
            "wounded" | "injured" | "injuring" | "wounding" => {
                !matches!(words.near(i, -1), "fatally" | "mortally")
                    && !(1..=3).any(|back| matches!(words.near(i, -back), "no" | "not"))
            }
            "stable" => true,
            "survived" if words.near(i, 1) == "by" => false,
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
    (from..to).any(|i| {
        PERSONS.contains(&words.at(i)) || (i != at && words.get(i).is_some_and(|word| word.capital))
    })
}
