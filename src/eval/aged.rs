//! Where a number is somebody's age.
//!
//! In: a number or an age in its sentence. Out: whether commas, a copula or «at» make it the age of whom it stands with.

use std::ops::Range;

use super::identity::Who;
use super::identity::WhoIs;
use super::names::EntityMention;
use super::scene::Scene;
use super::syntax::Place;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EntityKind;

/// «Brandt, 47, said»: a bare number between commas after a name is an age.
pub(crate) fn is_aside(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    if range.len() != 1 || words.gap(range.start) != Gap::Comma || words.at(range.start).len() > 2 {
        return false;
    }
    let closed = matches!(words.gap(range.end), Gap::Comma | Gap::Sentence);
    let name = range
        .start
        .checked_sub(1)
        .is_some_and(|before| words.is_capital(before));
    closed
        && name
        && words
            .at(range.start)
            .bytes()
            .all(|byte| byte.is_ascii_digit())
}

/// «Kirill, who was met by Raul Castro, 84, said»: right behind another name than those of `own`. A place that one of
/// them is of («Halvorsen, of Port Maren, 52,») is no such name.
pub(crate) fn after_another_name(scene: &Scene<'_>, range: &Range<usize>, own: &[usize]) -> bool {
    let words = scene.words;
    let Some(last) = range.start.checked_sub(1) else {
        return false;
    };
    let capital = |word: usize| words.is_capital(word);
    if words.gap(range.start) != Gap::Comma || !capital(last) {
        return false;
    }
    let mut first = last;
    while first > 0 && words.gap(first) <= Gap::Hyphen && capital(first - 1) {
        first -= 1;
    }
    let led = matches!(words.near(first, -1), "of" | "from" | "in" | "at" | "near");
    let theirs = scene
        .entities_in(first..range.start)
        .any(|mention| own.contains(&mention.entity));
    !led && !theirs
}

/// «who is 75», «was 75 when»: a bare number that a copula says of somebody is an age.
pub(crate) fn is_age_told(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.syntax_at(range.start);
    let Some(phrase) = sentence.phrase_of(range.start) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let bare = known.words == *range && words.at(range.end - 1).len() <= 3;
    // «was 75 when he was jailed», but not «was 25 when he founded the bank»
    let then = words.at(range.end) == "when"
        && scene
            .instances_in(range.end..scene.sentence_at(range.start).end)
            .iter()
            .any(|instance| instance.event.is_some());
    let ends = words.gap(range.end) >= Gap::Comma
        || then
        || matches!(words.at(range.end), "and" | "now" | "today" | "years");
    // «was 27, he claims, when he began»
    let all = scene.sentence_at(range.start);
    let later = (range.end..all.end).any(|i| words.at(i) == "when") && !then;
    let ends = ends && !later;
    let turned = sentence
        .verb(known.clause)
        .is_some_and(|verb| verb.copula && !verb.negated && !verb.modal);
    if bare && ends && turned && known.place == Place::Object {
        return true;
    }
    // «At 75, Orsini»: past any hour of the day.
    let number: u32 = words.at(range.start).parse().unwrap_or(0);
    bare && (25..120).contains(&number)
        && words.gap(range.end) == Gap::Comma
        && words.near(range.start, -1) == "at"
        && words.gap(range.start.saturating_sub(1)) == Gap::Sentence
        // «At 30, he was already rich» is of another time.
        && (sentence.verb(known.clause).is_some_and(|verb| {
            let first = words.at(verb.main);
            verb.finite && !verb.perfect && (first.ends_with('s') || verb.modal) && first != "was"
        }) || scene
            .instances_in(sentence.words.clone())
            .iter()
            .any(|instance| instance.event.is_some()))
}

/// People whose noun has no ending that tells it.
const RELATIVES: &Table = table![
    "girl",
    "girls",
    "boy",
    "boys",
    "child",
    "children",
    "teenager",
    "teenagers",
    "baby",
    "wife",
    "mother",
    "father",
    "brother",
    "sister",
    "son",
    "daughter",
    "friend",
    "friends",
    "victim",
    "victims",
    "couple",
    "family",
    "girlfriend",
    "boyfriend",
    "bride",
    "groom",
    "judge",
    "colleague",
    "star",
    "coach",
    "captain",
    "witness",
    "nurse",
    "guard",
];

/// «A letter from the 47-year-old was read out», after a sentence that names nobody but `who`: an age that stands for the one
/// person who was spoken of.
pub(crate) fn stands_for(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let index = scene.sentence_of(range.start);
    let own = WhoIs::new(scene, index, who);
    let Some(phrase) = own.sentence.phrase_of(range.start) else {
        return false;
    };
    let known = &own.sentence.phrases[phrase];
    let alone = known.words.end <= range.end
        || matches!(
            scene.words.at(known.words.end - 1),
            "man" | "woman" | "boy" | "girl" | "old"
        );
    if scene.words.at(known.words.start) != "the" || !alone || known.place == Place::Apposed {
        return false;
    }
    let is_person =
        |mention: &EntityMention| scene.story.entities[mention.entity].kind == EntityKind::Person;
    // Whom a sentence names up to a word: `Some(true)`: nobody but them; `Some(false)`: others, or people without a name.
    let named = |asked: &WhoIs<'_>, to: usize| {
        let mut theirs = false;
        for phrase in 0..asked.sentence.phrases.len() {
            let words = asked.sentence.phrases[phrase].words.clone();
            if words.end > to {
                continue;
            }
            let mut people = scene
                .entities_in(words.clone())
                .filter(|one| is_person(one))
                .peekable();
            if people.peek().is_some() {
                if people.any(|one| !who.contains(&one.entity)) {
                    return Some(false);
                }
                theirs = true;
            } else if scene.entities_in(words).next().is_none()
                && (asked.who_is(phrase) == Who::Other
                    || matches!(asked.who_is(phrase), Who::Definite | Who::Indefinite)
                        && (to == usize::MAX && asked.is_people(phrase)
                            || RELATIVES.has(scene.head_of(asked.sentence, phrase))))
            {
                return Some(false);
            }
        }
        theirs.then_some(true)
    };
    if let Some(told) = named(&own, known.words.start) {
        return told;
    }
    (1..=2)
        .filter_map(|back| index.checked_sub(back))
        .find_map(|before| named(&WhoIs::new(scene, before, who), usize::MAX))
        .unwrap_or(false)
}

/// «81-year-old Castellan»: an age that is one phrase with the name of one of `who` is so whatever is said of them.
pub(crate) fn is_attributive(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let sentence = scene.syntax_at(range.start);
    sentence.phrase_of(range.end - 1).is_some_and(|phrase| {
        let known = &sentence.phrases[phrase];
        let noun = sentence.noun(phrase);
        noun.is_some_and(|noun| noun.head >= range.end && noun.owner.is_none())
            && scene
                .entities_in(range.end..known.words.end)
                .any(|mention| who.contains(&mention.entity))
    })
}

/// «at 57», «at the age of 95», «aged 95»
pub(crate) fn at_age(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    matches!(words.near(range.start, -1), "at" | "aged")
        || words.near(range.start, -1) == "age" && words.near(range.start, -2) == "at"
        || words.near(range.start, -1) == "of" && words.near(range.start, -2) == "age"
        || matches!(words.at(range.start), "aged" | "at")
}
