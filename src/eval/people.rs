//! Who was hurt and who did it, in a report on an incident of which nothing is known beforehand.
//!
//! In: a scene. Out: for every age told, whether it is a victim's, a suspect's or somebody else's, by the words around it
//! and by what the rest of the report says of the same name. What cannot be told is left open.

use std::ops::Range;

use super::person;
use super::scene::Scene;
use super::words::Gap;
use crate::value::Value;

/// What somebody is in an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Victim,
    Suspect,
    Open,
}

/// Somebody whose age is told.
#[derive(Clone, Debug)]
pub(crate) struct Aged {
    /// Index into the reading's mentions.
    pub(crate) mention: usize,
    /// The person's phrase: age, noun, name.
    pub(crate) words: Range<usize>,
    /// Folded last name, where one stands with the age.
    pub(crate) name: Option<String>,
    /// What it is.
    pub(crate) role: Role,
    /// Whether the words say that the person died.
    pub(crate) died: bool,
}

const NOUNS: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "teen",
    "teenager",
    "male",
    "female",
    "child",
    "infant",
    "toddler",
    "baby",
    "student",
    "officer",
    "deputy",
    "resident",
    "victim",
    "driver",
    "passenger",
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "husband",
    "wife",
    "soldier",
    "trooper",
    "clerk",
    "employee",
    "youth",
    "juvenile",
    "girlfriend",
    "boyfriend",
    "bystander",
    "friend",
    "neighbor",
    "neighbour",
    "homeowner",
    "grandmother",
    "grandfather",
    "nephew",
    "niece",
    "cousin",
    "veteran",
    "worker",
    "person",
    "old",
    "rapper",
    "player",
    "owner",
    "suspect",
    "gunman",
    "shooter",
];

/// Somebody's age, with the phrase around it.
fn phrase(scene: &Scene<'_>, range: &Range<usize>) -> (Range<usize>, Option<String>) {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let capital = |i: usize| words.get(i).is_some_and(|word| word.capital);
    // «Marcus Torres, 36,»
    if range.start > sentence.start
        && words.gap(range.start) == Gap::Comma
        && capital(range.start - 1)
    {
        let mut from = range.start - 1;
        while from > sentence.start
            && capital(from - 1)
            && words.gap(from) <= Gap::Quote
            && range.start - from < 5
        {
            from -= 1;
        }
        if range.start - from >= 2 || from > sentence.start {
            return (from..range.end, Some(words.at(range.start - 1).to_owned()));
        }
    }
    // «27-year-old Tiffany Segule», «a 20-year-old Hartford man», «the victim, a 36-year-old»
    let mut end = range.end;
    let mut name = None;
    while end < sentence.end && end < range.end + 6 && words.gap(end) <= Gap::Hyphen {
        let word = words.at(end);
        if NOUNS.contains(&word) {
            end += 1;
            if !(end < sentence.end && capital(end)) {
                break;
            }
            continue;
        }
        if capital(end) && !person::is_title(word) {
            name = Some(word.to_owned());
            end += 1;
            continue;
        }
        if name.is_some() || STOPS.contains(&word) {
            break;
        }
        end += 1;
    }
    // «a 23-year-old woman, Ana Ruiz,»: the name may follow a noun and a comma.
    if NOUNS.contains(&words.at(end.saturating_sub(1))) {
        name = None;
    }
    (range.start..end, name)
}

const STOPS: &[&str] = &[
    "was", "were", "is", "are", "has", "had", "who", "in", "at", "on", "of", "from", "and", "with",
    "to", "for", "after", "when", "while", "by", "as", "died", "shot", "killed", "told", "said",
    "the", "a",
];

/// Everybody whose age the scene tells, in order.
pub(crate) fn aged(scene: &Scene<'_>) -> Vec<Aged> {
    let mut found = Vec::new();
    for (index, mention) in scene.reading.mentions.iter().enumerate() {
        if !matches!(mention.value, Value::Age(_)) {
            continue;
        }
        let range = scene.words_of(mention);
        if range.is_empty() {
            continue;
        }
        let (words, name) = phrase(scene, &range);
        let here = cues(scene, &words);
        found.push((index, words, name, here));
    }
    found
        .iter()
        .map(|(mention, words, name, here)| {
            let mut total = *here;
            if let Some(name) = name {
                total = total.plus(of_name(scene, name, words));
            }
            let role = match total.victim - total.suspect {
                ..=-1 => Role::Suspect,
                0 => Role::Open,
                _ => Role::Victim,
            };
            Aged {
                mention: *mention,
                words: words.clone(),
                name: name.clone(),
                role,
                died: total.died > 0,
            }
        })
        .collect()
}

/// How much speaks for what.
#[derive(Clone, Copy, Debug, Default)]
struct Cues {
    victim: i32,
    suspect: i32,
    died: i32,
}

impl Cues {
    fn plus(self, other: Self) -> Self {
        Self {
            victim: self.victim + other.victim,
            suspect: self.suspect + other.suspect,
            died: self.died + other.died,
        }
    }
}

/// What the rest of the report says of a name.
fn of_name(scene: &Scene<'_>, name: &str, but: &Range<usize>) -> Cues {
    let words = scene.words;
    (0..words.len())
        .filter(|&i| {
            words.at(i) == name
                && !but.contains(&i)
                && words.get(i).is_some_and(|word| word.capital)
        })
        .take(8)
        .map(|i| cues(scene, &(i..i + 1)))
        .fold(Cues::default(), Cues::plus)
}

/// What the words before and after a person's phrase make of the person.
fn cues(scene: &Scene<'_>, phrase: &Range<usize>) -> Cues {
    let after = after(scene, phrase);
    let before = before(scene, phrase);
    after.plus(before)
}

const HURT: &[&str] = &[
    "shot",
    "killed",
    "wounded",
    "injured",
    "hit",
    "struck",
    "stabbed",
    "slain",
    "murdered",
    "gunned",
    "fatally",
    "robbed",
    "attacked",
    "hospitalized",
    "hospitalised",
    "grazed",
    "beaten",
    "carjacked",
];
const DIED: &[&str] = &[
    "killed",
    "died",
    "dies",
    "dead",
    "fatally",
    "slain",
    "murdered",
    "death",
    "homicide",
    "killing",
    "pronounced",
    "fatal",
];
const ACCUSED: &[&str] = &[
    "arrested",
    "charged",
    "accused",
    "convicted",
    "sentenced",
    "booked",
    "indicted",
    "wanted",
    "jailed",
    "suspected",
    "apprehended",
    "detained",
    "extradited",
    "arraigned",
    "facing",
    "faces",
    "pleaded",
    "pled",
    "surrendered",
    "confessed",
    "admitted",
    "opened",
    "fired",
    "allegedly",
    "custody",
];

fn after(scene: &Scene<'_>, phrase: &Range<usize>) -> Cues {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(phrase.start));
    let mut cues = Cues::default();
    let mut at = phrase.end;
    let mut passive = false;
    // «and a girl of nine were shot»: the other member of a pair has the same fate.
    let limit = (phrase.end + 22).min(sentence.end);
    let mut passed_and = false;
    while at < limit {
        let word = words.at(at);
        match word {
            "was" | "were" | "been" | "is" | "are" | "being" | "got" | "be" => passive = true,
            "and" => passed_and = true,
            "by" if passive => break,
            _ => {}
        }
        if matches!(word, "died" | "dies" | "succumbed" | "collapsed") {
            cues.victim += 3;
            cues.died += 1;
            break;
        }
        if matches!(
            word,
            "suffered" | "sustained" | "suffering" | "survived" | "recovering"
        ) {
            cues.victim += 3;
            break;
        }
        if ACCUSED.contains(&word) && (word != "wanted" || passive) {
            cues.suspect += 3;
            break;
        }
        if HURT.contains(&word) || matches!(word, "dead" | "pronounced") {
            let object = words.near(at, 1);
            let active = !passive
                && !matches!(word, "dead" | "fatally" | "pronounced" | "injured")
                && (matches!(
                    object,
                    "a" | "an"
                        | "the"
                        | "his"
                        | "her"
                        | "at"
                        | "him"
                        | "into"
                        | "two"
                        | "three"
                        | "another"
                        | "them"
                        | "several"
                        | "one"
                        | "four"
                        | "five"
                ) || (object == "and"
                    && matches!(words.near(at, 2), "killed" | "wounded" | "injured")
                    && matches!(
                        words.near(at, 3),
                        "a" | "an" | "the" | "his" | "her" | "him" | "two"
                    ))
                    || (words.get(at + 1).is_some_and(|next| {
                        next.capital && next.sentence as usize == scene.sentence_of(at)
                    }) && !passed_and));
            if active {
                cues.suspect += 3;
            } else {
                cues.victim += 3;
                let near = (at..(at + 5).min(sentence.end)).any(|i| DIED.contains(&words.at(i)));
                cues.died += i32::from(near);
            }
            break;
        }
        if matches!(
            word,
            "hospital" | "hospitalized" | "stable" | "critical" | "condition"
        ) {
            cues.victim += 2;
            break;
        }
        if words.gap(at) >= Gap::Break && at > phrase.end {
            break;
        }
        // Another person takes over.
        if at > phrase.end + 1
            && matches!(
                word,
                "after" | "when" | "while" | "because" | "said" | "told"
            )
            && !passive
        {
            break;
        }
        at += 1;
    }
    cues
}

fn before(scene: &Scene<'_>, phrase: &Range<usize>) -> Cues {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(phrase.start));
    let mut cues = Cues::default();
    let mut commas = 0;
    for back in 1..=9usize {
        let Some(at) = phrase
            .start
            .checked_sub(back)
            .filter(|&at| at >= sentence.start)
        else {
            break;
        };
        if words.gap(at + 1) >= Gap::Break {
            break;
        }
        commas += usize::from(words.gap(at + 1) == Gap::Comma);
        let word = words.at(at);
        if commas > 1 {
            break;
        }
        let weight = if back <= 4 { 3 } else { 2 };
        match word {
            "victim" | "victims" | "deceased" => {
                cues.victim += weight + 1;
                break;
            }
            "suspect" | "suspects" | "gunman" | "shooter" | "accused" | "arrested" | "charged"
            | "against" | "assailant" => {
                cues.suspect += weight + 1;
                break;
            }
            "by" if back <= 3
                && matches!(
                    words.near(at, -1),
                    "shot" | "killed" | "wounded" | "fired" | "murdered"
                ) =>
            {
                cues.suspect += 3;
                break;
            }
            "of" if matches!(
                words.near(at, -1),
                "death"
                    | "murder"
                    | "shooting"
                    | "killing"
                    | "slaying"
                    | "body"
                    | "homicide"
                    | "deaths"
                    | "murders"
                    | "attack"
            ) =>
            {
                cues.victim += 3;
                cues.died +=
                    i32::from(words.near(at, -1) != "shooting" && words.near(at, -1) != "attack");
                break;
            }
            "shot" | "killed" | "killing" | "shooting" | "wounding" | "wounded" | "hitting"
            | "injuring" | "struck" | "hit" | "gunned" | "shoots" | "kills" | "stabbed"
            | "murdered" | "murdering" | "robbed" => {
                let passive = (1..=4)
                    .any(|i| matches!(words.near(at, -i), "was" | "were" | "been" | "being"));
                let agent = (at + 1..phrase.start).any(|i| {
                    matches!(
                        words.at(i),
                        "by" | "when" | "after" | "while" | "where" | "in" | "at" | "and"
                    )
                });
                if !passive && !agent {
                    cues.victim += 3;
                    cues.died += i32::from(word.starts_with("kill") || word.starts_with("murder"));
                }
                break;
            }
            "left" => {
                cues.victim += 2;
                break;
            }
            "after" | "when" | "who" | "that" | "said" | "says" | "while" | "because" => break,
            _ => {}
        }
    }
    cues
}
