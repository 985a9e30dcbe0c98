//! The figures that a report tells as numbers: «two men were wounded», «five people were shot».
//!
//! In: a scene and its people. Out: each figure of the lead with what it counts. Which of them is the incident's is asked in
//! [`super`].

use std::ops::Range;

use super::Figure;
use super::How;
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

/// Numbers of people that are not the incident's, and why.
type Left = Vec<(Range<usize>, &'static str)>;

/// Figures told as numbers in the lead, and those that are left.
pub(super) fn numbers(scene: &Scene<'_>, people: &People) -> (Vec<(Said, Figure)>, Left) {
    let mut found = Vec::new();
    let mut left = Left::new();
    for mention in &scene.reading.mentions {
        if mention.sentence as usize >= LEAD + 2 {
            break;
        }
        let Some((range, count)) = counted(scene, mention) else {
            continue;
        };
        let age = people.persons.iter().any(|person| {
            person
                .ages
                .iter()
                .any(|age| age.span.overlaps(mention.span))
        });
        if age || of_years(scene, &range) {
            continue;
        }
        // A figure told before, or somebody hit: then another time is another incident.
        let before = |at: usize| scene.sentence_of(at) < mention.sentence as usize;
        let begun = found
            .iter()
            .any(|(_, figure): &(Said, Figure)| before(figure.words.start))
            || people
                .persons
                .iter()
                .any(|person| person.role == Role::Victim && before(person.words.start));
        let other = if people.asides.contains(&(mention.sentence as usize)) {
            Some("left: the sentence tells of another incident")
        } else if people::background::total(scene, range.start) {
            Some("left: a total of many incidents")
        } else if people::background::mistaken(scene, range.start) {
            Some("left: what was thought at first")
        } else if crate::eval::background::other(
            scene,
            range.clone(),
            crate::eval::events::Form::Bare,
        )
        .is_some()
            || people::background::earlier_one(scene, range.start)
            || people::background::long_after(scene, range.start)
            || begun && people::background::of_many(scene, &range)
            || people::background::of_area(scene, &range)
        {
            Some("left: of an earlier or another incident")
        } else if begun && people::background::clause(scene, range.start) {
            Some("left: its clause tells of another time or another incident")
        } else {
            None
        };
        if let Some(why) = other {
            left.push((range, why));
            continue;
        }
        let said = part_of(scene, &range)
            .or_else(|| behind_ages(scene, &range))
            .or_else(|| {
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
                        let said = if read.tally == Tally::Injured && with_wounds(scene, &range) {
                            Said::Shot
                        } else {
                            Said::Tally(read.tally)
                        };
                        (!within).then_some(said)
                    }
                    None => (shot_after(scene, &range)
                        || shot_before(scene, &range)
                        || with_wounds(scene, &range))
                    .then_some(Said::Shot),
                }
            });
        // «one killed, two teens among 14 others shot»: the others lived.
        let others = matches!(scene.words.at(range.end), "others" | "other");
        let beside = found.iter().any(|(said, figure): &(Said, Figure)| {
            *said == Said::Tally(Tally::Killed)
                && scene.sentence_of(figure.words.start) == mention.sentence as usize
        });
        let said = match said {
            Some(Said::Shot) if others && beside => Some(Said::Tally(Tally::Injured)),
            said => said,
        };
        // «her husband and two children were hurt»: the number is a part of those whom the verb strikes.
        let said = said.or_else(|| {
            let struck = people.blows.iter().find(|blow| {
                blow.words.contains(&range.start)
                    && blow.words.start < range.start
                    && amount(blow.count) > count
                    && (blow.killed || !with_wounds(scene, &(blow.words.end..blow.words.end)))
            })?;
            // «shot his wife and two sons»: dead or hurt.
            let struck_by = scene.words.near(struck.words.start, -1);
            Some(match (struck.killed, struck_by) {
                (true, _) => Said::Tally(Tally::Killed),
                (false, "shot" | "shoots" | "shooting" | "stabbed" | "stabbing" | "hit") => {
                    Said::Shot
                }
                (false, _) => Said::Tally(Tally::Injured),
            })
        });
        if said.is_none() {
            left.push((
                range.clone(),
                "left: a part, or nobody says what became of them",
            ));
        }
        if let Some(said) = said {
            let more =
                usize::from(matches!(said, Said::Tally(_)) && and_another(scene, &range, said));
            found.push((
                said,
                Figure {
                    words: range,
                    count: count + amount(more),
                    how: How::Number,
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
                    how: How::Number,
                },
            )),
            // «a triple murder-suicide» may or may not count who did it.
            "murder" if scene.words.near(at, 2) == "suicide" => {}
            "homicide" | "murder" | "slaying" | "killing" => {
                found.push((
                    Said::Tally(Tally::Killed),
                    Figure {
                        words: at..at + 2,
                        count,
                        how: How::Number,
                    },
                ));
            }
            _ => {}
        }
    }
    raised(scene, people, &mut found);
    (found, left)
}

/// «A third victim has died»: as many as the ordinal says.
fn raised(scene: &Scene<'_>, people: &People, found: &mut Vec<(Said, Figure)>) {
    let words = scene.words;
    for at in 1..words.len() {
        let sentence = scene.sentence_of(at);
        if sentence >= LEAD {
            break;
        }
        let count = match words.at(at) {
            "second" => 2.0,
            "third" => 3.0,
            "fourth" => 4.0,
            "fifth" => 5.0,
            _ => continue,
        };
        let victim = matches!(words.near(at, 1), "victim" | "person")
            && matches!(words.near(at, -1), "a" | "the");
        let end = words.of_sentence(sentence).end;
        let died = (at + 2..end)
            .take_while(|&i| words.gap(i) < Gap::Break)
            .find(|&i| matches!(words.at(i), "has" | "died" | "dies" | "succumbed" | "was"))
            .is_some_and(|i| {
                matches!(words.at(i), "died" | "dies" | "succumbed")
                    || words.at(i) == "has" && matches!(words.near(i, 1), "died" | "succumbed")
            });
        let other = people.asides.contains(&sentence)
            || people::background::total(scene, at)
            || people::background::earlier_one(scene, at);
        if victim && died && !other {
            found.push((
                Said::Tally(Tally::Killed),
                Figure {
                    words: at..at + 2,
                    count,
                    how: How::Number,
                },
            ));
        }
    }
}

/// «found five people with gunshot wounds»: dead or hurt.
fn with_wounds(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let end = scene.sentence_at(range.start).end;
    let wounds = (range.end..(range.end + 9).min(end)).find(|&at| {
        matches!(words.at(at), "wounds" | "wound")
            && matches!(words.near(at, -1), "gunshot" | "bullet" | "shotgun" | "gun")
    });
    wounds.is_some_and(|wounds| {
        !(range.end..wounds).any(|at| {
            matches!(
                words.at(at),
                "injured"
                    | "wounded"
                    | "hurt"
                    | "treated"
                    | "suffered"
                    | "hospital"
                    | "hospitalized"
                    | "survived"
                    | "recovering"
            )
        })
    })
}

/// «shot two people», «shooting three men»: a number as the object of the verb.
fn shot_before(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let verb = (1..=4)
        .take_while(|&k| range.start >= sentence.start + k)
        .map(|k| range.start - k)
        .find(|&at| {
            !matches!(
                words.at(at),
                "at" | "least"
                    | "up"
                    | "to"
                    | "as"
                    | "many"
                    | "about"
                    | "his"
                    | "her"
                    | "their"
                    | "the"
                    | "another"
                    | "down"
            )
        });
    let Some(verb) = verb.filter(|&at| matches!(words.at(at), "shot" | "shoots" | "shooting"))
    else {
        return false;
    };
    let close = (verb + 1..=range.start).all(|at| words.gap(at) < Gap::Comma);
    let passive = (1..=2).any(|k| {
        matches!(
            words.near(verb, -k),
            "was" | "were" | "been" | "being" | "are" | "found"
        )
    }) || matches!(words.near(verb, -1), "a" | "the" | "of");
    let aim =
        (verb + 1..range.start).any(|at| words.at(at) == "at" && words.near(at, 1) != "least");
    let noun = range.end >= sentence.end
        || words.gap(range.end) >= Gap::Comma
        || (range.end..range.end + 3).any(|at| people::is_person(words.at(at)))
        || matches!(words.at(range.end), "and" | "in" | "before" | "on" | "then");
    close && !passive && !aim && noun && words.at(range.end) != "of"
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
                | "family"
        );
    // «He was just 17 when he was shot»: years.
    let be = 1 + usize::from(matches!(
        scene.words.near(range.start, -1),
        "just" | "only" | "barely"
    ));
    let age = matches!(
        scene.words.near(range.start, -be.cast_signed()),
        "was" | "is"
    ) && (scene.words.at(range.end) == "when"
        || scene.words.at(range.end) == "at" && scene.words.near(range.end, 2) == "time");
    (!things && !parent && !age).then_some((range, count))
}

/// «one person wounded and another injured»: one more of the same fate.
fn and_another(scene: &Scene<'_>, range: &Range<usize>, said: Said) -> bool {
    let words = scene.words;
    let end = scene.sentence_at(range.start).end;
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
    let sentence = scene.sentence_at(last);
    // «Three of the men were hit in the leg, and one, who died, in the chest»
    let another = |at: usize| {
        words.at(at) == "and" && matches!(words.near(at, 1), "one" | "another" | "two" | "the")
    };
    (range.end..sentence.end)
        .take_while(|&at| words.gap(at) < Gap::Break && !another(at))
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

/// «ages 18 to 25», «between the ages of 18 and 25»: the number is of years.
fn of_years(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let at = range.start;
    let lead = |at: usize| {
        matches!(words.near(at, -1), "aged" | "ages" | "age")
            || words.near(at, -1) == "of" && matches!(words.near(at, -2), "ages" | "age")
            || words.near(at, -1) == "between" && matches!(words.near(at, -2), "aged" | "ages")
    };
    lead(at)
        || matches!(words.near(at, -1), "and" | "to" | "through")
            && at > 1
            && lead(at - 2)
            && !people::is_person(words.at(range.end))
}

/// «three others, ages 18 to 25, were wounded», «four people between the ages of 18 and 25 were shot»: what the verb behind
/// their ages says of them.
fn behind_ages(scene: &Scene<'_>, range: &Range<usize>) -> Option<Said> {
    let words = scene.words;
    let end = scene.sentence_at(range.start).end;
    let opens = (range.end..(range.end + 3).min(end)).find(|&at| {
        matches!(words.at(at), "ages" | "aged")
            || words.at(at) == "between" && words.near(at, 2) == "ages"
    })?;
    let between = range.end..opens;
    let plain = between.clone().all(|at| {
        people::is_person(words.at(at)) || matches!(words.at(at), "others" | "people" | "all")
    });
    let verb = (opens..(opens + 11).min(end)).find(|&at| {
        matches!(
            words.at(at),
            "was" | "were" | "are" | "suffered" | "sustained" | "died"
        )
    })?;
    let years = (opens + 1..verb).all(|at| {
        let word = words.at(at);
        word.chars().all(|c| c.is_ascii_digit())
            || matches!(
                word,
                "to" | "and" | "the" | "of" | "ages" | "between" | "from" | "through"
            )
    });
    if !plain || !years {
        return None;
    }
    match words.at(verb) {
        "suffered" | "sustained" => Some(Said::Tally(Tally::Injured)),
        "died" => Some(Said::Tally(Tally::Killed)),
        _ => (verb + 1..(verb + 3).min(end)).find_map(|at| match words.at(at) {
            "shot" | "hit" | "struck" => Some(Said::Shot),
            "killed" | "dead" => Some(Said::Tally(Tally::Killed)),
            "wounded" | "injured" | "hurt" | "grazed" | "hospitalized" | "hospitalised" => {
                Some(Said::Tally(Tally::Injured))
            }
            _ => None,
        }),
    }
}

/// «three people were shot», «3 shot at»
fn shot_after(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    // «Four people, among them A and B, were shot»
    let aside = (range.end..range.end + 3)
        .find(|&at| words.gap(at) == Gap::Comma && matches!(words.at(at), "among" | "including"));
    if let Some(aside) = aside {
        return (aside..(aside + 25).min(sentence.end)).any(|at| {
            words.gap(at) == Gap::Comma
                && matches!(words.at(at), "were" | "was")
                && words.near(at, 1) == "shot"
                && !matches!(words.near(at, 2), "at" | "dead" | "and")
        });
    }
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
                // «2 officers shot and killed a man»
                let both = object == "and"
                    && matches!(words.near(at, 2), "killed" | "wounded" | "injured")
                    && matches!(
                        words.near(at, 3),
                        "a" | "an" | "the" | "his" | "her" | "another"
                    );
                let acts = !passive
                    && (target
                        || both
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
