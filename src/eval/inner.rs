//! What a value in the clause of an event may be of instead: another thing that happened, named between the two; what is done with the
//! event, or in the course of it; another day.
//!
//! In: a value, and mostly an event word of its sentence. Out: whether the value may be that other thing's. Each is a reason to be silent, never
//! one to accuse; whether it differs from what is expected is asked before.

use std::ops::Range;

use super::events::Instance;
use super::scene::Scene;
use super::stem::stem;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::class;
use super::thesaurus;
use super::warrant;
use super::words::Gap;
use crate::rule::EventIndex;
use crate::value::Granularity;
use crate::value::Value;
use crate::value::is_weekday;

/// Whether a word is one of an event's own, or one for its kind.
pub(crate) fn is_own(scene: &Scene<'_>, event: EventIndex, word: usize) -> bool {
    scene.plan.events[event].has(scene.words.stem(word))
}

/// «sentenced for the murder of Hale last year», «a dinner after his arrival in Orrin», «following his conviction last month»: a day
/// or place stands right behind the noun of something else that happened. A day of the week is the verb's.
pub(crate) fn of_another_happening(
    scene: &Scene<'_>,
    value: &Range<usize>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let words = scene.words;
    if instance.words.end > value.start || value.clone().any(|at| is_near_day(words.at(at))) {
        return false;
    }
    let Some((sentence, phrase)) = scene.phrase_of_value(value) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let start = known.preposition.unwrap_or(known.words.start);
    if words.gap(start) > Gap::Space {
        return false;
    }
    let mut before = known.after;
    while let Some(up) = before {
        let noun = &sentence.phrases[up];
        if noun.words.start < instance.words.end {
            return false;
        }
        let led = warrant::lead(scene, sentence, up);
        let head = sentence.noun(up).map(|noun| noun.head);
        if head.is_some_and(|head| {
            thesaurus::is_happening(words.stem(head)) && !is_own(scene, event, head)
        }) {
            // «was killed in an attack in Orrin»: what it happened in is where and when it happened.
            return !matches!(led, Some("in" | "during" | "at"))
                || class::is_judging(words.at(instance.words.end - 1));
        }
        if !matches!(led, Some("of" | "in" | "by" | "with")) {
            return false;
        }
        before = noun.after;
    }
    false
}

/// Days that a verb has beside it without a preposition.
fn is_near_day(word: &str) -> bool {
    is_weekday(word) || matches!(word, "today" | "yesterday" | "tonight")
}

/// «given a whole-life term at Orrin court for the murders»: what stands before the event is where and when it was answered for.
pub(crate) fn before_its_answer(
    scene: &Scene<'_>,
    value: &Range<usize>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(phrase) = sentence.phrase_of(instance.words.start) else {
        return false;
    };
    value.end <= instance.words.start
        && (scene.plan.events[event].one_sided
            || thesaurus::comes_once(scene.words.stem(instance.words.end - 1)))
        && matches!(warrant::lead(scene, sentence, phrase), Some("for" | "over"))
        && scene.sentence_of(value.start) == instance.sentence
}

/// «prepared the attack for two months», «police studied the blast for a week»: a length of what is done with the event.
pub(crate) fn is_done_with_it(
    scene: &Scene<'_>,
    value: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some((sentence, clause)) = scene.clause_of_value(value) else {
        return false;
    };
    let Some(phrase) = sentence.phrase_of(instance.words.start) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let Some(verb) = sentence.verb(clause) else {
        return false;
    };
    let main = scene.words.at(verb.main);
    known.clause == clause
        && known.place == Place::Object
        && !verb.passive
        && !verb.copula
        && !known.words.contains(&value.start)
        && is_of_its_own(main)
}

/// Verbs of which a length beside them is their own, whatever they do it with.
fn is_of_its_own(verb: &str) -> bool {
    const VERBS: &[&str] = &[
        "prepare",
        "plan",
        "plot",
        "rehearse",
        "discuss",
        "investigate",
        "study",
        "await",
        "expect",
        "cover",
        "follow",
        "watch",
        "survive",
        "interrupt",
        "delay",
        "postpone",
        "oppose",
        "deny",
        "seek",
        "want",
        "avoid",
        "resist",
        "reject",
        "organise",
        "organize",
        "arrange",
        "negotiate",
        "demand",
        "promise",
        "prevent",
        "protest",
        "debate",
        "need",
        "recall",
        "remember",
        "mourn",
    ];
    let verb = stem(verb);
    VERBS.iter().any(|own| stem(own) == verb)
}

/// «spent 14 minutes saying goodbye», «During his visit he met Kao for five hours», «a day of secret moves»: a length of what was
/// done in the course of the event.
pub(crate) fn is_of_a_part(
    scene: &Scene<'_>,
    value: &Range<usize>,
    instance: Option<&Instance>,
    event: EventIndex,
) -> bool {
    let words = scene.words;
    let Some((sentence, clause)) = scene.clause_of_value(value) else {
        return false;
    };
    let spent = sentence
        .verb(clause)
        .is_some_and(|verb| words.stem(verb.main) == stem("spend"));
    let gerund = words.at(value.end).ends_with("ing")
        && words.at(value.end).len() > 4
        && words.gap(value.end) == Gap::Space;
    if spent && gerund && !is_own(scene, event, value.end) {
        return true;
    }
    let during = instance.is_some_and(|instance| {
        sentence
            .phrase_of(instance.words.start)
            .is_some_and(|phrase| {
                // «During his three-day visit» tells of the visit itself.
                sentence.phrases[phrase].clause == clause
                    && !sentence.phrases[phrase].words.contains(&value.start)
                    && matches!(
                        warrant::lead(scene, sentence, phrase),
                        Some("during" | "amid" | "throughout" | "within")
                    )
            })
    });
    during || is_of_things(scene, sentence, value, event)
}

/// «a day of secret moves»: what filled the time, which the event is not.
fn is_of_things(
    scene: &Scene<'_>,
    sentence: &Sentence,
    value: &Range<usize>,
    event: EventIndex,
) -> bool {
    let words = scene.words;
    if words.at(value.end) != "of" || words.gap(value.end) != Gap::Space {
        return false;
    }
    let Some(phrase) = sentence.phrase_of(value.end + 1) else {
        return false;
    };
    let noun = &sentence.phrases[phrase].words;
    // «ten hours of meetings», of one meeting: all of them together.
    let several = noun
        .clone()
        .next_back()
        .is_some_and(|last| words.at(last) == "meetings" && words.stem(last) == stem("meeting"));
    (several || !noun.clone().any(|at| is_own(scene, event, at)))
        && noun.clone().next_back().is_some_and(|last| {
            let last = words.at(last);
            last.ends_with('s') && !last.ends_with("ss")
        })
}

/// «at Orrin on Monday and at the Ferne on Tuesday»: a day that is not the event's stands right behind a place.
pub(crate) fn has_another_day(scene: &Scene<'_>, place: &Range<usize>, event: EventIndex) -> bool {
    const REACH: usize = 5;
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let sentence = scene.sentence_at(place.start);
    let mentions = scene.mentions_at(place.start);
    let behind = |date: &Range<usize>| {
        date.start >= place.end
            && date.start <= place.end + REACH
            && (place.end..=date.start)
                .all(|at| scene.words.gap(at) <= Gap::Space && scene.words.at(at) != "and")
    };
    let mut days = mentions.iter().filter_map(|mention| match &mention.value {
        Value::Date(date) if date.granularity >= Granularity::Day => {
            Some((scene.words_of(mention), date))
        }
        _ => None,
    });
    sentence.contains(&place.start)
        && days.any(|(words, date)| {
            behind(&words)
                && !super::when::can_be(date, when)
                && !super::apart::time::is_same_day(date, when)
        })
}

/// «free to work starting at 12:01 am Wednesday», asked when the strike started: the claim's word only leads the day, of another
/// verb.
pub(crate) fn only_leads(scene: &Scene<'_>, day: &Range<usize>, own: &[Vec<String>]) -> bool {
    let word = day.start;
    let sentence = scene.sentence_at(word);
    let before = sentence.start..word;
    let event = scene
        .instances_in(word.saturating_sub(2)..word)
        .iter()
        .any(|instance| instance.event.is_some());
    matches!(scene.words.at(word), "starting" | "beginning")
        && scene.has_phrase(word..word + 1, own).is_some()
        && scene.has_phrase(before, own).is_none()
        && scene.has_phrase(day.end..sentence.end, own).is_none()
        && !event
}
