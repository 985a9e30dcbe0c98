//! Which event a day or an hour belongs to.
//!
//! In: a date in its sentence. Out: the event word it stands with, and how surely; or why it is left.

use std::ops::Range;

use crate::eval::bind;
use crate::eval::bind::Attached;
use crate::eval::kinds::Asked;
use crate::eval::other::Other;
use crate::eval::role;
use crate::eval::role::Role;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::words::Gap;

/// The event word that a date stands with, or why it is left.
pub(super) fn attached(asked: Asked<'_>, range: &Range<usize>) -> Result<Attached, String> {
    let scene = asked.scene;
    let Some(event) = asked.claim.event else {
        return Ok(Attached::beside_words(!asked.claim.words.is_empty()));
    };
    let sentence = scene.sentence_of(range.start);
    let row = scene.instances_in(scene.words.of_sentence(sentence));
    // The claim's own words bind a date where the event's word stands in the sentence, whatever else it says of it.
    if !asked.claim.words.is_empty() {
        return with_words(asked, range, row, event);
    }
    let mut attached = match bind::attach(scene, range, event) {
        Ok(attached) => attached,
        Err(why) => right_behind(asked, range, row, event)
            .or_else(|| goes_on(scene, range, event))
            .ok_or(why)?,
    };
    attached.strong &= attached.instance.is_some() || happens(scene, range, &mut attached);
    Ok(attached)
}

/// «The incident happened at 9 am in Lund, the heart of the rebellion»: the one last spoken of before the sentence, whatever
/// event an aside of the sentence names.
fn goes_on(scene: &Scene<'_>, range: &Range<usize>, event: usize) -> Option<Attached> {
    let start = scene
        .words
        .of_sentence(scene.sentence_of(range.start))
        .start;
    let before = scene.instances_in(0..start).last()?;
    // «The attack occurred this Wednesday», where just that says that it is another one.
    let (sentence, clause) = scene.clause_of_value(range)?;
    let another = sentence.clauses[clause].subject.iter().any(|&phrase| {
        let words = sentence.phrases[phrase].words.clone();
        scene
            .instances_in(words)
            .iter()
            .any(|instance| instance.other.is_some())
    });
    if another {
        return None;
    }
    let mut attached = Attached::alone(true, "its subject is the event last spoken of");
    let told = happens(scene, range, &mut attached) && attached.pronoun;
    (told && before.event == Some(event) && before.other.is_none()).then_some(attached)
}

/// «It happened on Monday», «The incident took place in Lund»: a sentence without a word for the event that tells of the one
/// last spoken of when or where it was, and nothing else.
pub(in crate::eval::kinds) fn happens(
    scene: &Scene<'_>,
    range: &Range<usize>,
    attached: &mut Attached,
) -> bool {
    // Most sentences have no such verb, and need not be parsed for it.
    let happening = |at: usize| {
        matches!(
            scene.words.at(at),
            "happened" | "occurred" | "took" | "takes"
        )
    };
    if attached.instance.is_some() || !scene.sentence_at(range.start).any(happening) {
        return false;
    }
    let Some((sentence, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let told = sentence.clauses[clause].link == Link::Main
        && sentence.verb(clause).is_some_and(|verb| {
            let took = matches!(scene.words.at(verb.main), "took" | "takes")
                && scene.words.near(verb.main, 1) == "place";
            let main = matches!(scene.words.at(verb.main), "happened" | "occurred");
            (took || main) && !verb.negated && !verb.modal && !verb.doubtful
        });
    let it = matches!(sentence.clauses[clause].subject[..], [one]
    if scene.words.at(sentence.phrases[one].words.start) == "it"
        || sentence.phrases[one].words.len() == 2
            && matches!(scene.words.at(sentence.phrases[one].words.start), "the" | "this")
            && matches!(
                    scene.head_of(sentence, one),
                    "incident" | "accident" | "tragedy" | "disaster" | "event" | "attack"
                ));
    attached.pronoun |= told && it;
    told && it
}

/// «sentenced for the murder of Hale in May»: a date right behind the event's noun may be that noun's as well as the
/// verb's. It is enough to agree, not to accuse.
fn right_behind(
    asked: Asked<'_>,
    range: &Range<usize>,
    row: &[crate::eval::events::Instance],
    event: usize,
) -> Option<Attached> {
    let scene = asked.scene;
    let instance = row.iter().find(|instance| {
        let syntax = || scene.syntax_at(range.start);
        instance.event == Some(event)
            && instance.other.is_none()
            && instance.words.end <= range.start
            && role::role(syntax(), range, &instance.words)
                .is_some_and(|found| found.role == Role::Postmodifier)
    })?;
    let word = scene.written(instance.words.clone());
    Some(Attached {
        strong: false,
        why: format!("«{word}» stands right before it"),
        instance: Some(instance.words.clone()),
        pronoun: false,
        stance: None,
    })
}

/// Dates of claims with words of their own: «originally planned for February».
fn with_words(
    asked: Asked<'_>,
    range: &Range<usize>,
    row: &[crate::eval::events::Instance],
    event: usize,
) -> Result<Attached, String> {
    let scene = asked.scene;
    let known = &scene.story.events[event];
    let sentence = scene.sentence_at(range.start);
    let instance = row
        .iter()
        .filter(|instance| instance.event == Some(event))
        .filter(|instance| {
            let here = scene.written(range.clone());
            !match &instance.other {
                Some(Other::Time { words, .. }) => !words.contains(here.trim_start_matches("in ")),
                Some(
                    Other::Year(_)
                    | Other::Place(_)
                    | Other::PlaceInName(_)
                    | Other::Earlier("last time"),
                ) => true,
                _ => false,
            }
        })
        .min_by_key(|instance| instance.words.start.abs_diff(range.start));
    let Some(instance) = instance else {
        return Err(format!("no word for «{}» in its sentence", known.id));
    };
    let phrases = &scene.plan.words[asked.index];
    let word = scene
        .has_phrase(sentence.clone(), phrases)
        .ok_or("none of the claim's words in its sentence")?;
    let before = word.start.min(range.start);
    let after = word.end.max(range.end);
    let between = (before + 1..after)
        .filter(|&i| scene.words.gap(i) >= Gap::Break)
        .count();
    let nearer = row.iter().any(|other| {
        other.event != Some(event)
            && other.words.start.abs_diff(word.start) < instance.words.start.abs_diff(word.start)
    });
    // The object of the claim's words must be the event itself: «invited him to a conference planned for September».
    let stranger =
        (instance.words.end..word.start).any(|i| matches!(scene.words.at(i), "a" | "an"));
    Ok(Attached {
        strong: between == 0 && !nearer && !stranger,
        why: format!("«{}» and the claim's words stand with it", known.id),
        instance: Some(instance.words.clone()),
        pronoun: false,
        stance: None,
    })
}
