//! How many were killed and hurt in a report's own incident, for templates (`each = "source"`).
//!
//! In: a scene. Out: the figures that headline and first sentences give, told as numbers («two men were wounded») or as
//! persons («a man was shot and killed»). Later sentences serve only where the first ones say nothing.

mod told;

use std::ops::Range;

use self::told::Said;
use self::told::counted;
use self::told::numbers;
use super::lone_fate;
use super::people;
use super::people::People;
use super::people::Person;
use super::people::Role;
use super::scene::Scene;
use super::whom;
use super::words::Gap;
use crate::value::Tally;

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
    let one = lone_fate::read(scene, &people);
    let killed = most(Said::Tally(Tally::Killed))
        .map(|figure| whole(&people, true, figure))
        .map(|figure| with_culprit(scene, &people, figure))
        .map(|figure| also_oneself(&people, figure))
        .or_else(|| dead(&people))
        .or_else(|| one.killed.clone())
        .or_else(|| anybody_dead(&people));
    let count = killed.as_ref().map_or(0.0, |figure| figure.count);
    let mut injured = most(Said::Tally(Tally::Injured)).map(|figure| whole(&people, false, figure));
    let shot = most(Said::Shot).map(|figure| whole(&people, false, figure));
    if let Some(shot) = shot.filter(|shot| shot.count > count) {
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
    let injured = injured
        .or_else(|| {
            let told = [
                sent_to_hospital(scene, &people, count),
                hurt(&people, count),
            ];
            told.into_iter()
                .flatten()
                .reduce(|a, b| if b.count > a.count { b } else { a })
        })
        .or(one
            .injured
            .filter(|_| killed.is_none() || one.killed.is_some()))
        .or_else(|| anybody_hurt(&people, count));
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

/// «killed four people and then himself»: the number is of the others, and who did it is one more.
fn with_culprit(scene: &Scene<'_>, people: &People, figure: Figure) -> Figure {
    let words = scene.words;
    let lived = people
        .persons
        .iter()
        .any(|person| person.own && person.alive && !person.died);
    let sentence = words.of_sentence(scene.sentence_of(figure.words.start));
    let active = (1..=4)
        .take_while(|&k| figure.words.start >= sentence.start + k)
        .any(|k| {
            let at = figure.words.start - k;
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
        });
    let oneself = (figure.words.end..sentence.end).find(|&at| {
        matches!(words.at(at), "himself" | "herself" | "themself")
            || matches!(words.at(at), "suicide")
            || words.at(at) == "own" && matches!(words.near(at, 1), "life")
    });
    let Some(oneself) = oneself.filter(|_| active && !lived) else {
        return figure;
    };
    // «including himself» counts him already.
    let counted = (figure.words.end..oneself).any(|at| {
        matches!(
            words.at(at),
            "including"
                | "counting"
                | "among"
                | "barricaded"
                | "locked"
                | "defend"
                | "turned"
                | "wounded"
                | "wounding"
        ) && !(words.at(at) == "turned" && (1..=4).any(|k| words.near(at, k) == "gun"))
    });
    let lives =
        (oneself..sentence.end).any(|at| matches!(words.at(at), "survived" | "survive" | "lived"));
    let deed = (1..=7).any(|k| {
        matches!(
            words.near(oneself, -k),
            "and"
                | "then"
                | "before"
                | "killing"
                | "shooting"
                | "gun"
                | "weapon"
                | "committing"
                | "committed"
                | "taking"
                | "also"
        )
    });
    if counted || lives || !deed {
        return figure;
    }
    Figure {
        words: figure.words.start..oneself + 1,
        count: figure.count + 1.0,
    }
}

/// «shot dead his wife and himself»: the verb tells of one, and who did it is another.
fn also_oneself(people: &People, figure: Figure) -> Figure {
    let own = people
        .persons
        .iter()
        .any(|person| person.own && person.died && person.accused && !person.alive);
    if figure.count > 1.5 || !own {
        return figure;
    }
    dead(people)
        .filter(|dead| dead.count > figure.count)
        .unwrap_or(figure)
}

/// «sent eight people to hospital», «three people were taken to hospital», where nobody says that they died there.
fn sent_to_hospital(scene: &Scene<'_>, people: &People, killed: f64) -> Option<Figure> {
    let words = scene.words;
    let mut most: Option<Figure> = None;
    for mention in &scene.reading.mentions {
        let sentence = mention.sentence as usize;
        if sentence >= LEAD + 2 {
            break;
        }
        let Some((range, count)) =
            counted(scene, mention).filter(|_| !people.asides.contains(&sentence))
        else {
            continue;
        };
        if whom::of_animals(scene, range.end) || whom::of_whole(scene, &range) {
            continue;
        }
        let end = words.of_sentence(scene.sentence_of(range.start)).end;
        let ahead: Vec<usize> = (range.end..(range.end + 12).min(end))
            .take_while(|&at| words.gap(at) < Gap::Comma)
            .collect();
        let Some(&hospital) = ahead.iter().find(|&&at| {
            matches!(
                words.at(at),
                "hospital" | "hospitals" | "infirmary" | "clinic"
            ) || words.at(at) == "center" && matches!(words.near(at, -1), "medical" | "trauma")
        }) else {
            continue;
        };
        let sent = (1..=2).any(|k| {
            matches!(
                words.near(range.start, -k),
                "sent"
                    | "sends"
                    | "sending"
                    | "put"
                    | "puts"
                    | "putting"
                    | "landed"
                    | "landing"
                    | "left"
            )
        });
        let passive = (range.end..hospital).any(|at| {
            matches!(
                words.at(at),
                "taken"
                    | "rushed"
                    | "transported"
                    | "airlifted"
                    | "flown"
                    | "brought"
                    | "driven"
                    | "sent"
                    | "admitted"
            )
        });
        let person = (range.end..hospital).any(|at| people::is_person(words.at(at)));
        let bare = range.end == hospital.saturating_sub(1)
            || matches!(words.at(range.end), "to" | "in" | "were" | "was");
        let fine = (sent || passive) && (person || bare);
        // «as a precaution», «where all three died»
        let others = (hospital..end)
            .any(|at| matches!(words.at(at), "precaution" | "observation" | "checks"));
        let fatal = (hospital..end).any(|at| matches!(words.at(at), "died" | "pronounced"));
        if !fine || others || fatal && killed < 1.0 {
            continue;
        }
        // Where somebody died, those taken to hospital may include him, unless they are the others.
        let besides = (range.start.saturating_sub(2)..hospital)
            .any(|at| matches!(words.at(at), "other" | "others" | "more" | "another"));
        if killed > 0.0 && !fatal && !besides {
            continue;
        }
        let count = if fatal { count - killed } else { count };
        if count >= 1.0 && most.as_ref().is_none_or(|most| most.count < count) {
            most = Some(Figure {
                words: range,
                count,
            });
        }
    }
    most
}

/// Somebody was hurt, and nobody died.
fn anybody_hurt(people: &People, killed: f64) -> Option<Figure> {
    people
        .persons
        .iter()
        .filter(|_| killed < 1.0)
        .find(|person| {
            person.role == Role::Victim && person.hurt && !person.died && person.count == 1
        })
        .map(|person| Figure {
            words: person.words.clone(),
            count: 1.0,
        })
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
    let dead: Vec<&Person> = people
        .persons
        .iter()
        .filter(|person| person.role == Role::Victim && person.died && person.count == 1)
        .collect();
    let aged = |person: &&Person| !person.ages.is_empty();
    let named = |person: &&Person| person.name.len() > 1;
    // Where every dead is told of by age, somebody of another age who was shot lived.
    let accounted = amount(dead.iter().filter(|person| aged(person)).count()) >= killed;
    let lived = |person: &&Person| {
        !person.died && (person.alive || killed < 1.0 || accounted && person.hurt)
    };
    let struck = || {
        people
            .persons
            .iter()
            .filter(|person| person.role == Role::Victim && person.count == 1)
            .filter(lived)
    };
    // A name alone tells somebody apart only where all others have names: else he may be «a 34-year-old man».
    let all_named = struck()
        .chain(dead.iter().copied())
        .filter(|person| aged(person) || person.other)
        .all(|person| named(&person));
    let hurt: Vec<&Person> = struck()
        .filter(|person| {
            let by_name =
                all_named && named(person) && person.known && !person.blamed && person.hurt;
            aged(person) || person.alive && (person.other || by_name)
        })
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
    // A child, and two firefighters besides.
    let besides = blow.filter(|blow| blow.duty && hurt.iter().all(|person| !person.duty));
    let count = besides.map_or_else(|| hurt.len().max(by_blow), |_| hurt.len() + by_blow);
    Some(Figure {
        words,
        count: amount(count),
    })
}
