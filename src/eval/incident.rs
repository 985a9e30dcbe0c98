//! How many were killed and hurt in a report's own incident, for templates (`each = "source"`).
//!
//! In: a scene. Out: the figures that headline and first sentences give, told as numbers («two men were wounded») or as
//! persons («a man was shot and killed»). Later sentences serve only where the first ones say nothing.

mod culprit;
mod persons;
mod told;

use std::ops::Range;

use self::culprit::also_oneself;
use self::culprit::with_culprit;
use self::persons::OPENING;
use self::persons::anybody_dead;
use self::persons::anybody_else_hurt;
use self::persons::anybody_hurt;
use self::persons::dead;
use self::persons::hurt;
use self::persons::outlived;
use self::told::Said;
use self::told::counted;
use self::told::numbers;
use super::lone_fate;
use super::people;
use super::people::People;
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
    /// How it was told.
    pub(crate) how: How,
}

/// How a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// «two men were wounded».
    Number,
    /// «three people were shot, one fatally»: the others.
    Rest,
    /// «three people were taken to a hospital».
    Hospital,
    /// «shot a woman and two men»: those whom one verb strikes.
    Struck,
    /// Persons of one sentence, or counted off: «a man …, a second victim».
    Listed,
    /// Told of one by one.
    Persons,
    /// «a man was shot dead».
    Lone,
}

impl How {
    /// In plain words.
    pub(crate) fn told(self) -> &'static str {
        match self {
            Self::Number => "as a number",
            Self::Rest => "as those who were shot, less the dead",
            Self::Hospital => "as those who were taken to a hospital",
            Self::Struck => "as those whom one verb strikes",
            Self::Listed => "as persons who are counted off",
            Self::Persons => "as persons, one by one",
            Self::Lone => "of one, without a number",
        }
    }
}

/// What a report says of its own incident.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incident {
    pub(crate) killed: Option<Figure>,
    pub(crate) injured: Option<Figure>,
    /// Numbers of people that are not the incident's, and why.
    pub(crate) left: Vec<(Range<usize>, &'static str)>,
}

/// Sentences in which an incident is introduced.
const LEAD: usize = 6;

/// How many were hit, where numbers tell of all of them.
pub(crate) fn how_many(scene: &Scene<'_>) -> Option<f64> {
    let read = read(scene);
    let figures = [&read.killed, &read.injured];
    let mut told = figures.into_iter().flatten().peekable();
    told.peek()?;
    let numbers = |figure: &Figure| {
        matches!(figure.how, How::Number | How::Rest)
            && !matches!(scene.words.at(figure.words.start), "a" | "an")
    };
    told.all(numbers).then(|| {
        figures
            .into_iter()
            .flatten()
            .map(|figure| figure.count)
            .sum()
    })
}

/// The incident of a scene; read once, however many claims ask.
pub(crate) fn read<'s>(scene: &'s Scene<'_>) -> &'s Incident {
    scene.incident.get_or_init(|| read_all(scene))
}

fn read_all(scene: &Scene<'_>) -> Incident {
    let people = people::read(scene);
    let (told, mut left) = numbers(scene, people);
    let larger = |a: Figure, b: Figure| if b.count > a.count { b } else { a };
    let all = |kind: Said| {
        let of_kind = told.iter().filter(move |(said, _)| *said == kind);
        of_kind.map(|(_, figure)| figure.clone())
    };
    let most = |kind: Said| all(kind).reduce(larger);
    let one = lone_fate::read(scene, people);
    let killed = all(Said::Tally(Tally::Killed))
        .map(|figure| whole(people, true, figure))
        .map(|figure| with_culprit(scene, people, figure))
        .reduce(larger)
        .map(|figure| also_oneself(scene, people, figure))
        .map(|figure| rather(scene, figure, dead(scene, people)))
        .map(|figure| not_a_part(scene, people, figure))
        .or_else(|| dead(scene, people))
        .or_else(|| one.killed.clone())
        .or_else(|| anybody_dead(people));
    let count = killed.as_ref().map_or(0.0, |figure| figure.count);
    let mut injured = most(Said::Tally(Tally::Injured))
        .map(|figure| whole(people, false, figure))
        .map(|figure| rather(scene, figure, hurt(scene, people, count)));
    let shot = most(Said::Shot).map(|figure| whole(people, false, figure));
    let all_shot = shot.as_ref().map_or(0.0, |shot| shot.count);
    if let Some(shot) = shot.filter(|shot| shot.count > count) {
        // «three shot, one dead»; «two people were wounded», and one of them died.
        let rest = shot.count - count;
        let open = injured.as_ref().is_none_or(|told| {
            let same = (told.count - shot.count).abs() < 0.5;
            told.count < rest || same && !beside_the_dead(scene, told)
        });
        if open {
            injured = Some(Figure {
                words: shot.words,
                count: rest,
                how: How::Rest,
            });
        }
    }
    let injured = injured
        .or_else(|| {
            let told = [
                sent_to_hospital(scene, people, count),
                hurt(scene, people, count),
            ];
            told.into_iter()
                .flatten()
                .reduce(|a, b| if b.count > a.count { b } else { a })
        })
        .or(one
            .injured
            .filter(|_| killed.is_none() || one.killed.is_some())
            .filter(|_| count < 1.0 || outlived(people)))
        .or_else(|| anybody_hurt(people, count))
        .or_else(|| anybody_else_hurt(people));
    let both = killed.as_ref().map_or(0.0, |figure| figure.count)
        + injured.as_ref().map_or(0.0, |figure| figure.count);
    let mut sure = |figure: Option<Figure>, hurt: bool| {
        let figure = figure?;
        let late = scene.sentence_of(figure.words.start) > OPENING;
        let alone = match figure.how {
            How::Persons => true,
            How::Struck => hurt && late,
            How::Number | How::Rest | How::Hospital | How::Listed | How::Lone => false,
        };
        // «Three people were shot», and each is told of.
        let told =
            said_so(scene, figure.count) || said_so(scene, both) || (all_shot - both).abs() < 0.5;
        if alone && figure.count > 1.5 && !told {
            left.push((
                figure.words,
                "left: told of one by one, and no words say how many they are",
            ));
            return None;
        }
        Some(figure)
    };
    let (killed, injured) = (sure(killed, false), sure(injured, true));
    Incident {
        killed,
        injured,
        left,
    }
}

/// «killed a boy and injured two girls»: those who were hurt are others than the dead.
fn beside_the_dead(scene: &Scene<'_>, hurt: &Figure) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(hurt.words.start);
    let dead = (sentence.start..hurt.words.start).any(|at| {
        matches!(
            words.at(at),
            "killed" | "killing" | "kills" | "dead" | "died" | "murdered"
        )
    });
    let of_them = (sentence.start..sentence.end)
        .any(|at| words.at(at) == "of" && matches!(words.near(at, 1), "them" | "whom" | "the"));
    dead && !of_them
}

/// «A father shot dead his two daughters»: an article counts only where nobody tells of more.
fn rather(scene: &Scene<'_>, figure: Figure, persons: Option<Figure>) -> Figure {
    let article = matches!(scene.words.at(figure.words.start), "a" | "an");
    persons
        .filter(|persons| article && figure.count < 1.5 && persons.count > 1.5)
        .unwrap_or(figure)
}

/// «Three children and their mother were shot dead. The three children killed were …»: what the article takes up is a part of
/// those whom one verb strikes.
fn not_a_part(scene: &Scene<'_>, people: &People, figure: Figure) -> Figure {
    if scene.words.near(figure.words.start, -1) != "the" {
        return figure;
    }
    dead(scene, people)
        .filter(|dead| dead.how == How::Struck && dead.count > figure.count)
        .filter(|dead| dead.words.start < figure.words.start)
        .unwrap_or(figure)
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
            how: How::Struck,
        })
        .find(|blow| blow.count > figure.count)
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
        let end = scene.sentence_at(range.start).end;
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
                how: How::Hospital,
            });
        }
    }
    most
}

/// «both», «the two», «all three»: words that say how many were told of.
fn said_so(scene: &Scene<'_>, count: f64) -> bool {
    let words = scene.words;
    (0..words.len()).any(|at| {
        let number = match words.at(at) {
            "both" => 2.0,
            "two" | "pair" | "couple" | "2" => 2.0,
            "three" | "trio" | "3" => 3.0,
            "four" | "4" => 4.0,
            "five" | "5" => 5.0,
            _ => return false,
        };
        let whole = words.at(at) == "both" || matches!(words.near(at, -1), "the" | "all");
        whole && (number - count).abs() < 0.5
    })
}

fn amount(count: usize) -> f64 {
    u32::try_from(count).map_or(0.0, f64::from)
}
