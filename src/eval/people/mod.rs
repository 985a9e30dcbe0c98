//! Who was hurt and who did it, in a report on an incident of which nothing is known beforehand.
//!
//! In: a scene. Out: everybody whom the report tells of, with age, name and what became of them. What cannot be told is
//! left open; people of other incidents are left aside.

mod age;
mod apposition;
mod at_age;
pub(crate) mod background;
mod blame;
mod cast;
mod contact;
mod deeds;
mod included;
mod line;
mod lists;
mod naming;
mod noun_phrase;
mod nouns;
mod oneself;
mod phrase;
mod reader;
mod reference;
mod roll;
mod same_name;
mod settle;
mod several;
mod signs;
mod unsaid;
mod vehicle;
mod verbs;
mod wounds;

use std::ops::Range;

use super::scene::Scene;
use crate::span::Part;
use crate::text::Published;
use crate::text::Stance;
pub(crate) use cast::Blow;
use cast::Cast;
use cast::Member;
use line::Line;
use nouns::Hint;
pub(crate) use phrase::Age;
use phrase::Finder;
use roll::Roll;

/// What somebody is in an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Hit, hurt or killed, whoever did it.
    Victim,
    /// Held to have done it.
    Suspect,
    /// Of another incident.
    Aside,
    /// Nobody can tell.
    Open,
}

/// Somebody, or several told of as one.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is told or not")]
pub(crate) struct Person {
    /// Where they are first told of.
    pub(crate) words: Range<usize>,
    /// Folded name, family name last; empty if none is told.
    pub(crate) name: Vec<String>,
    /// Every age told of them, the first one first.
    pub(crate) ages: Vec<Age>,
    pub(crate) role: Role,
    pub(crate) died: bool,
    /// As much says that they did it as that they were hit.
    pub(crate) accused: bool,
    /// Said to have lived.
    pub(crate) alive: bool,
    /// How many they are; zero where it is not told.
    pub(crate) count: usize,
    /// Whether they did it to themselves.
    pub(crate) own: bool,
    /// Told of as somebody besides others.
    pub(crate) other: bool,
    /// «was also killed»: besides those told of before.
    pub(crate) also: bool,
    /// Said to have been hurt.
    pub(crate) hurt: bool,
    /// Came on duty.
    pub(crate) duty: bool,
    /// Something says that they did it.
    pub(crate) blamed: bool,
    /// A noun or a pronoun says that it is a person.
    pub(crate) known: bool,
    /// Their sex, where it is told.
    pub(crate) male: Option<bool>,
    /// Why they are or are not held for somebody hit, in plain words.
    pub(crate) why: &'static str,
}

/// Everybody whom a report tells of.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    /// In order.
    pub(crate) persons: Vec<Person>,
    /// How many each verb kills or hurts.
    pub(crate) blows: Vec<Blow>,
    /// Sentences that tell of other incidents.
    pub(crate) asides: Vec<usize>,
}

/// Whether a folded word is a noun for people.
pub(crate) fn is_person(word: &str) -> bool {
    nouns::noun(word).is_some()
}

/// Whether a folded noun for several may be anybody's: «men», «victims».
pub(crate) fn is_anybody(word: &str) -> bool {
    nouns::general_plural(word)
        || nouns::noun(word).is_none_or(|noun| noun.hint == Some(Hint::Victim))
        || word == "others"
}

/// Whether a folded word is a form of a verb that hurts or kills.
pub(crate) fn is_harm(word: &str) -> bool {
    verbs::harm(word).is_some()
}

/// Whether a folded word is a noun for who did it.
pub(crate) fn is_culprit(word: &str) -> bool {
    nouns::noun(word).is_some_and(|noun| noun.hint == Some(Hint::Culprit))
}

/// Everybody whom the scene tells of; read once, however many claims ask.
pub(crate) fn read<'s>(scene: &'s Scene<'_>) -> &'s People {
    scene.people.get_or_init(|| {
        let (read, begun) = read_all(scene, false);
        // «He was sentenced on Monday. A, 24, was killed two years ago»: where somebody answers for nothing newer, it is that.
        let hit = read
            .persons
            .iter()
            .any(|person| person.role == Role::Victim);
        let answers = read
            .persons
            .iter()
            .any(|person| person.role == Role::Suspect && person.accused);
        if hit || begun || !answers {
            return read;
        }
        read_all(scene, true).0
    })
}

/// Reads every sentence; `bygone`: what is told of years ago is the report's own incident. Beside the people, whether any verb
/// hits somebody.
fn read_all(scene: &Scene<'_>, bygone: bool) -> (People, bool) {
    let finder = Finder::new(scene);
    let mut cast = Cast::default();
    let mut asides = Vec::new();
    let mut elsewhere = 0_usize;
    let mut roll: Option<Roll> = None;
    for sentence in 0..scene.reading.sentences.len() {
        if scene.part(sentence) == Part::Furniture {
            continue;
        }
        let mut phrases = finder.find(sentence, &cast.known);
        phrases.retain(|phrase| !quoted(scene, phrase));
        count_predicates(scene, &mut phrases);
        // What an aside begins goes on while its people are spoken of, and ends with somebody of the own incident.
        let taken: Vec<bool> = phrases
            .iter()
            .filter_map(|phrase| cast.takes_up(phrase, sentence))
            .collect();
        let fronted = sentence > 0
            && background::fronted(scene, sentence)
            && cast.begun(sentence)
            && !taken.contains(&false);
        elsewhere = if bygone {
            0
        } else if aside(scene, sentence) || fronted {
            2
        } else if taken.contains(&false) {
            0
        } else if taken.contains(&true) {
            1
        } else {
            elsewhere.saturating_sub(1)
        };
        let aside = elsewhere > 0;
        if aside {
            asides.push(sentence);
        }
        cast.accusing = accusing(scene, sentence);
        cast.falling = falling(scene, sentence) && !cast.accusing;
        cast.saying = scene
            .words
            .of_sentence(sentence)
            .any(|at| verbs::says(scene.words.at(at)));
        // «a boy and a girl were hurt when they were shot»: those joined right before are the ones taken up.
        let mut joint: Vec<usize> = Vec::new();
        let mut last: Vec<usize> = Vec::new();
        let who: Vec<Vec<usize>> = phrases
            .iter()
            .enumerate()
            .map(|(index, phrase)| {
                let before = index.checked_sub(1).map(|before| &phrases[before]);
                // «Ana Ruiz, 24, was a new mother»: nobody new.
                let predicate = before.is_some_and(|before| {
                    !before.plural
                        && phrase.article
                        && !phrase.plural
                        && phrase.hint.is_none()
                        && phrase.name.is_empty()
                        && phrase.ages.is_empty()
                        && phrase.words.start == before.words.end + 1
                        && matches!(scene.words.at(before.words.end), "was" | "is")
                });
                if before.is_some_and(|before| plural_predicate(scene, before, phrase))
                    || before.is_some_and(|before| relative_predicate(scene, before, phrase))
                {
                    cast.tell(&last, phrase, sentence, false);
                    return last.clone();
                }
                if let (true, [.., last]) = (predicate, &joint[..]) {
                    let who = vec![*last];
                    let mut said = phrase.clone();
                    said.noun = None;
                    cast.tell(&who, &said, sentence, false);
                    return who;
                }
                let who = cast.resolve(phrase, sentence, line::place(scene, phrase, before), aside);
                let close = before.is_some_and(|before| before.words.end + 1 >= phrase.words.start);
                if !(phrase.listed && close) {
                    joint.clear();
                }
                joint.extend(&who);
                if joint.len() > 1 && scene.words.near(phrase.words.start, -1) == "and" {
                    cast.together(&joint, sentence);
                }
                last.clone_from(&who);
                who
            })
            .collect();
        if !aside {
            let begun = cast.begun(sentence);
            let mut line = Line::new(scene, sentence, &phrases, who, begun);
            line.bygone = bygone;
            line.read(&mut cast);
            match roll.filter(|_| roll::entry(scene, sentence, &phrases)) {
                Some(told) => line.on_roll(told, &mut cast),
                None => roll = line.opens_roll(&cast),
            }
        }
    }
    settle::settle_duty(&mut cast);
    settle::settle(&mut cast);
    let begun = cast.first_harm.is_some();
    let people = People {
        persons: cast.all().map(person).collect(),
        blows: cast.blows,
        asides,
    };
    (people, begun)
}

/// «Two sisters, 18 and 17, were passengers»: nobody new.
fn plural_predicate(scene: &Scene<'_>, before: &phrase::Phrase, phrase: &phrase::Phrase) -> bool {
    let bare = !(phrase.definite || phrase.other || phrase.none || phrase.hint.is_some())
        && phrase.ages.is_empty()
        && phrase.name.is_empty();
    before.plural
        && phrase.plural
        && bare
        && phrase.words.start == before.words.end + 1
        && matches!(scene.words.at(before.words.end), "were" | "are")
}

/// «a girl of 15 who was the second victim», «Ana Ruiz, 16 – deceased»: nobody new.
fn relative_predicate(scene: &Scene<'_>, before: &phrase::Phrase, phrase: &phrase::Phrase) -> bool {
    let end = before.words.end;
    // «Ana Ruiz, 16 – deceased»
    let line = !before.ages.is_empty()
        && phrase.words.start == end
        && phrase.words.len() == 1
        && phrase.noun.as_deref() == Some("deceased");
    line || !before.plural
        && !phrase.plural
        && phrase.hint == Some(Hint::Victim)
        && phrase.name.is_empty()
        && phrase.ages.is_empty()
        && phrase.words.start == end + 2
        && scene.words.at(end) == "who"
        && matches!(scene.words.at(end + 1), "was" | "is")
}

/// What is said of several counts as many as they are.
fn count_predicates(scene: &Scene<'_>, phrases: &mut [phrase::Phrase]) {
    for index in 1..phrases.len() {
        let (before, phrase) = (&phrases[index - 1], &phrases[index]);
        if plural_predicate(scene, before, phrase) {
            let count = before
                .count
                .or((before.ages.len() > 1).then_some(before.ages.len()));
            phrases[index].count = phrases[index].count.or(count);
        }
    }
}

/// «I told him»: in somebody's mouth a pronoun may mean anybody.
fn quoted(scene: &Scene<'_>, phrase: &phrase::Phrase) -> bool {
    if phrase.shape == phrase::Shape::Full {
        return false;
    }
    let (sentence, at) = (scene.sentence_of(phrase.words.start), phrase.words.start);
    let open = scene.words.get(at).is_some_and(|word| {
        let from = scene.reading.sentences[sentence].span.start as usize;
        let before = &scene.text[from..word.span.start as usize];
        let (left, right) = (before.rfind('“'), before.rfind('”'));
        left > right || before.matches('"').count() % 2 == 1
    });
    open || scene.stance(at).0 == Stance::Quoted
}

fn person(member: &Member) -> Person {
    let told = &member.told;
    let role = if member.aside {
        Role::Aside
    } else if told.unhurt && !told.died && !told.alive && (told.harm <= 3 || !told.hurt) {
        // «The victim was not hurt»: whoever was robbed may be called so again and again.
        Role::Open
    } else if told.harm >= 3 || (told.harm > 0 && told.accused < 3) {
        Role::Victim
    } else if told.accused > 0 {
        Role::Suspect
    } else {
        Role::Open
    };
    Person {
        words: member.words.clone(),
        name: member.name.clone(),
        ages: member.ages.clone(),
        role,
        died: told.died,
        accused: told.accused >= 3 && told.harm < told.accused + 3,
        alive: told.alive,
        count: if member.many { 0 } else { member.count },
        own: told.own,
        other: member.other,
        also: told.also,
        hurt: told.hurt,
        blamed: told.accused > 0,
        known: member.sex.is_some() || !member.nouns.is_empty(),
        male: member.sex.map(|sex| sex == nouns::Sex::Male),
        why: why(member, role),
        duty: member.hint == Some(Hint::Duty)
            || member.nouns.iter().any(|noun| nouns::rescuer(noun)),
    }
}

/// Why somebody is held for what they are.
fn why(member: &Member, role: Role) -> &'static str {
    let told = &member.told;
    let kin = member.nouns.iter().any(|noun| nouns::kin(noun));
    match role {
        Role::Victim if told.died => "a victim's age: said to have died",
        Role::Victim if told.accused > 0 => "a victim's age: hit, whatever else they did",
        Role::Victim => "a victim's age: said to have been hit",
        Role::Suspect => "left: the age of somebody who is held to have done it",
        Role::Aside => "left: the age of somebody of another incident",
        Role::Open if told.unhurt => "left: the age of somebody who was not hurt",
        Role::Open if member.hint == Some(Hint::Duty) => "left: the age of somebody on duty",
        Role::Open if member.hint == Some(Hint::Beside) => {
            "left: the age of a witness, a neighbor or an official"
        }
        Role::Open if told.speaks => "left: the age of somebody who tells of it",
        Role::Open if kin => "left: a relative's age, and nobody says that they were hit",
        Role::Open => "left: nobody says that whoever is this old was hit",
    }
}

/// Whether a sentence tells of who is made to answer, and of nobody hit.
fn accusing(scene: &Scene<'_>, sentence: usize) -> bool {
    let range = scene.words.of_sentence(sentence);
    let held = range.clone().any(|at| {
        let word = scene.words.at(at);
        verbs::accused(word)
            || matches!(
                word,
                "custody"
                    | "jail"
                    | "bail"
                    | "bond"
                    | "warrant"
                    | "charges"
                    | "allegedly"
                    | "suspect"
            )
            || matches!(word, "turned") && matches!(scene.words.near(at, 1), "himself" | "herself")
    });
    held && !range
        .clone()
        .any(|at| verbs::harm(scene.words.at(at)).is_some() || verbs::dying(scene.words.at(at)))
}

/// Whether a sentence tells of somebody who died or is taken care of.
fn falling(scene: &Scene<'_>, sentence: usize) -> bool {
    scene.words.of_sentence(sentence).any(|at| {
        let word = scene.words.at(at);
        verbs::dying(word) || matches!(word, "hospital" | "hospitalized" | "surgery" | "condition")
    })
}

/// Whether a sentence tells of another incident: last year's, a separate one, one of a year that the beginning does not tell.
fn aside(scene: &Scene<'_>, sentence: usize) -> bool {
    if sentence == 0 {
        return false;
    }
    let words = scene.words;
    let range = words.of_sentence(sentence);
    let year = |at: usize| -> Option<i16> {
        let word = words.at(at);
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        year.then(|| word.parse().ok()).flatten()
    };
    let own_year = |at: usize| {
        let told = |published: &Published| {
            let day = |time: jiff::Timestamp| time.to_zoned(published.zone.clone()).date();
            let year = year(at).unwrap_or_default();
            // In January December is last year's.
            let first = day(published.earliest);
            let from = first.year() - i16::from(first.month() <= 2);
            (from..=day(published.latest).year()).contains(&year)
        };
        scene.published.is_none_or(told)
            || (0..words.len())
                .take_while(|&i| scene.sentence_of(i) <= 3)
                .any(|i| year(i) == year(at))
    };
    let dated = sentence > 3
        && range.clone().any(|at| {
            let born = matches!(words.near(at, -1), "of" | "class" | "a" | "born" | "since");
            year(at).is_some() && !born && !own_year(at)
        });
    // «Elsewhere in the city, a man was stabbed.»
    let fronted = matches!(words.at(range.start), "elsewhere" | "separately");
    // «… the second shooting on Saturday. Earlier, a man was shot …»
    let earlier = matches!(words.at(range.start), "earlier" | "previously")
        && words.of_sentence(sentence - 1).any(|at| {
            matches!(
                words.at(at),
                "second" | "third" | "fourth" | "fifth" | "another"
            )
        });
    dated
        || fronted
        || earlier
        || range.clone().any(|at| {
            let next = words.near(at, 1);
            match words.at(at) {
                "last" => {
                    // «honored a man who was shot last fall» tells of him in one clause; «convicted of a shooting last
                    // summer» tells of the own one.
                    let relative = (range.start..at)
                        .any(|i| matches!(words.at(i), "who" | "that" | "which" | "where"));
                    let tried = sentence <= 2
                        && range.clone().any(|i| {
                            matches!(
                                words.at(i),
                                "convicted"
                                    | "sentenced"
                                    | "guilty"
                                    | "trial"
                                    | "indicted"
                                    | "pleaded"
                            )
                        });
                    !relative
                        && !tried
                        && matches!(
                            next,
                            "year" | "month" | "summer" | "spring" | "winter" | "fall"
                        )
                }
                "years" | "months" | "decades" => {
                    matches!(next, "ago" | "earlier" | "before")
                }
                "anniversary" => true,
                // «It was the city's third homicide of the year» speaks of the own one; far down, what follows are the others.
                word if background::is_ordinal(word)
                    && sentence <= 3
                    && (1..=5).any(|k| {
                        matches!(
                            words.near(at, -k),
                            "was" | "is" | "marks" | "marked" | "became" | "be" | "makes" | "as"
                        )
                    }) =>
                {
                    false
                }
                "earlier" if !matches!(words.near(at, -1), "the" | "an") => false,
                "second" | "third" | "fourth" | "fifth" | "sixth" | "other" | "separate"
                | "unrelated" | "similar" | "previous" | "earlier" => (1..=4).any(|k| {
                    // «the second shooting victim» is of the own one.
                    nouns::noun(words.near(at, k + 1)).is_none()
                        && matches!(
                            words.near(at, k),
                            "shooting"
                                | "shootings"
                                | "incident"
                                | "incidents"
                                | "case"
                                | "homicide"
                                | "attack"
                                | "crash"
                                | "fire"
                                | "killing"
                                | "slaying"
                                | "accident"
                        )
                }),
                _ => false,
            }
        })
}
