//! Ages that are not those the claim asks for: of another time, or of somebody of the same name.
//!
//! In: an age in its sentence. Out: whether words around it say so.

use std::ops::Range;

use crate::eval::names::How;
use crate::eval::person;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::value::Granularity;
use crate::value::Value;

/// «joined the railway when he was 21»: an age in a clause with «when» is of then, unless that clause or the one around it tells of an
/// event of the story.
pub(crate) fn age_then(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    let when = known
        .joint
        .is_some_and(|joint| matches!(scene.words.at(joint), "when" | "until" | "since"));
    // «who was 25 when he started the firm».
    let led = scene.words.at(range.end) == "when";
    (when || led)
        && scene
            .instances_in(sentence.words.clone())
            .iter()
            .all(|instance| instance.event.is_none())
}

/// «until he is 45», «if she were 60»: an age that nobody has yet.
pub(crate) fn age_to_come(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    (1..=5).any(|back| {
        matches!(
            scene.words.near(range.start, -back),
            "until" | "till" | "unless" | "if" | "whether"
        )
    })
}

/// «was diagnosed in 1984, at the age of 43», «at 17, in 1958»: an age told with a year that lies well before the report.
pub(crate) fn age_of_years_ago(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = &scene.reading.sentences[scene.sentence_of(range.start)];
    let told =
        crate::eval::aged::at_age(scene, range) || crate::eval::aged::is_age_told(scene, range);
    if is_of_a_deed(scene, range) {
        return true;
    }
    told && scene.reading.mentions_of(sentence).iter().any(|mention| {
        match (&mention.value, scene.published) {
            (Value::Date(date), Some(published)) => {
                crate::eval::when::days_before(date, published).is_some_and(|days| days > 700.0)
            }
            (Value::Date(date), None) => !date.relative && date.granularity == Granularity::Year,
            _ => false,
        }
    })
}

/// «won her first prize at the age of 17»: «at» gives the age of when it was done, and what was done is neither a death nor
/// an event of the story.
pub(super) fn is_of_a_deed(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let at = words.near(range.start, -1) == "at"
        || words.near(range.start, -1) == "age" && words.near(range.start, -2) == "at"
        || words.near(range.start, -1) == "of"
            && words.near(range.start, -2) == "age"
            && (3..=4).any(|back| words.near(range.start, -back) == "at");
    let syntax = scene.syntax(scene.sentence_of(range.start));
    let Some(verb) = syntax
        .clause_of(range.end - 1)
        .and_then(|clause| syntax.verb(clause))
    else {
        return false;
    };
    let main = words.at(verb.main);
    let past = !main.ends_with('s') && !verb.modal;
    let dies = matches!(
        main,
        "died" | "dead" | "passed" | "killed" | "dying" | "perished" | "succumbed" | "was" | "is"
    );
    let event = scene
        .instances_in(syntax.words.clone())
        .iter()
        .any(|instance| instance.event.is_some() && instance.other.is_none());
    at && past && !dies && !event
}

/// «Noam Shalit, 57»: all mentions of the claim's person in the sentence are a family name behind a given name not theirs.
pub(crate) fn namesake(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let mut theirs = scene
        .entities_in(sentence)
        .filter(|mention| who.contains(&mention.entity))
        .peekable();
    theirs.peek().is_some()
        && theirs.all(|mention| {
            let at = mention.words.start;
            let before = words.near(at, -1);
            let given = scene
                .plan
                .names
                .person(mention.entity)
                .is_some_and(|person| person.given.iter().any(|given| given == before));
            mention.how == How::Surname
                && words.gap(at) == Gap::Space
                && at > 0
                && words.get(at - 1).is_some_and(|word| word.capital)
                && !before.is_empty()
                && !given
                && !person::is_title(before)
                && !person::is_ordinary(before)
        })
}
