//! Times and places that say that an event word, or a figure, is of another event than the story's.
//!
//! In: an event word or a figure in its sentence, and the event it may be of. Out: the reason, in plain words, if a year, a
//! month, a day or a place beside it is not the event's. Adjectives that say so are for [`super::background`].

pub(crate) mod figure;
pub(crate) mod place;
pub(crate) mod slip;
pub(crate) mod year;

use std::cell::LazyCell;
use std::ops::Range;

use super::events::Form;
use super::events::Instance;
use super::identity::WhoIs;
use super::other::Other;
use super::role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::when;
use super::words::Gap;
use crate::rule::EventIndex;
use crate::text::Mention;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;
use crate::value::month;

/// Why time or place in the sentence make it another event than `event`.
pub(crate) fn elsewhere(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
) -> Option<Other> {
    let known = &scene.story.events[event];
    let people = !known.who.is_empty() && instance.sure;
    // Its own date is right: what other dates the sentence tells are of something else.
    if on_its_day(scene, instance, event) {
        return (!people)
            .then(|| other_place(scene, instance, event))
            .flatten();
    }
    if let Some(why) = year::other_year(scene, instance, event) {
        return Some(why);
    }
    if let Some(why) = named_for(scene, instance, event) {
        return Some(why);
    }
    let closest = LazyCell::new(|| closest(scene, instance));
    let best = || *closest;
    if !people
        && best().is_none()
        && let Some(why) = of_past(scene, instance, event)
    {
        return Some(why);
    }
    // «the APEC summit» is that of the story, whatever its date is said to be.
    let named = instance.words.clone().any(|i| {
        i > 0
            && scene
                .words
                .get(i)
                .is_some_and(|word| word.capital && word.gap != Gap::Sentence)
    }) && instance.sure;
    let people = people || named;
    if !people
        && (best().is_none() || has_bare_month(scene, instance.sentence))
        && let Some(why) = other_month(
            scene,
            instance.sentence,
            known.when.as_ref(),
            instance.form == Form::Definite && at_home(scene, instance.sentence, event),
        )
    {
        return Some(why);
    }
    if !people && let Some(why) = other_place(scene, instance, event) {
        return Some(why);
    }
    scene
        .mentions_of(instance.sentence)
        .iter()
        .find(|mention| is_another_time(scene, instance, event, people, mention, &best))
        .map(|mention| Other::time(mention.span.of(scene.text), false, known.when.as_ref()))
}

/// Whether a date beside an event word is none that `event` can have, and no slip in writing its own. Of an event that its
/// `people` tell, a wrong day is a fault, and only one long ago or far ahead is another's.
fn is_another_time(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
    people: bool,
    mention: &Mention,
    best: &dyn Fn() -> Option<u8>,
) -> bool {
    let Value::Date(date) = &mention.value else {
        return false;
    };
    let known = &scene.story.events[event];
    let range = scene.words_of(mention);
    // «on Thursday» in a report of next year is next year's; «in June 2017» may be a wrong year.
    let weekday = !mention
        .span
        .of(scene.text)
        .bytes()
        .any(|byte| byte.is_ascii_digit())
        && !range.clone().any(|i| month(scene.words.at(i)).is_some());
    let limit = if people && !date.relative && !weekday {
        400.0
    } else {
        10.0
    };
    let beside = mention.clause as usize == instance.clause || near(scene, instance, range.clone());
    // What is asked of the sentence's syntax comes last.
    if !beside
        || in_name(scene, &range)
        // A date that the story gives for it is its own, however long ago.
        || year::is_own(scene, event, date)
        || away(scene, event, date).is_none_or(|days| days <= limit)
        || before_words(scene, range.start)
        || is_of_since(scene, &range)
        || told_of_another(scene, instance, &range)
        || is_day_of_another(scene, instance, event, date)
        || best().is_some_and(|best| tie(scene, instance, &range) > Some(best))
    {
        return false;
    }
    let home = at_home(scene, instance.sentence, event);
    if slip::is_slip(scene, instance, event, date, weekday, home) {
        return false;
    }
    let place = known.at.is_some_and(|place| {
        scene
            .entities_in(scene.words.of_sentence(instance.sentence))
            .any(|mention| mention.entity == place)
    });
    // With participants and place right, a wrong year is a fault and not another event.
    let strangers = || WhoIs::new(scene, instance.sentence, &known.who).strangers_here();
    !(people && place) || known.who.len() > 1 && strangers()
}

/// How closely syntax ties a date to an event word: 0 as one with it, up to [`super::bind::NONE`]; nothing if it is no
/// date of anything in the clause.
fn tie(scene: &Scene<'_>, instance: &Instance, range: &Range<usize>) -> Option<u8> {
    if range.is_empty() || in_name(scene, range) {
        return None;
    }
    let at_once = range.end <= instance.words.start && instance.words.start <= range.end + 3;
    if super::bind::is_attributive(scene, range) {
        return at_once.then_some(0);
    }
    let found = role::role(scene.syntax(instance.sentence), range, &instance.words);
    Some(super::bind::distance(found.map(|found| found.role)))
}

/// The tie of the date closest to an event word, if it is one of its own: a modifier, with its verb, or right behind it.
/// «Lind, who fell ill in 1984, died on Friday»: each verb has its own.
fn closest(scene: &Scene<'_>, instance: &Instance) -> Option<u8> {
    scene
        .mentions_of(instance.sentence)
        .iter()
        .filter(|mention| matches!(mention.value, Value::Date(_)))
        .filter_map(|mention| tie(scene, instance, &scene.words_of(mention)))
        .min()
        .filter(|tie| *tie <= 2)
}

/// Whether every date that syntax ties as closely as any to an event word can be the event's.
fn on_its_day(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let can_be = |date: &Date| {
        (!date.relative || date.granularity >= Granularity::Day)
            && !is_bare_month(date)
            && when::can_be(date, when)
    };
    let mentions = scene.mentions_of(instance.sentence);
    let is_its = |mention: &Mention| matches!(&mention.value, Value::Date(date) if can_be(date));
    // One of the closest must be its day; where none is, they need not be sought.
    if !mentions.iter().any(is_its) {
        return false;
    }
    closest(scene, instance).is_some_and(|best| {
        mentions.iter().all(|mention| match &mention.value {
            Value::Date(date) => {
                can_be(date) || tie(scene, instance, &scene.words_of(mention)) != Some(best)
            }
            _ => true,
        })
    })
}

/// Days between a date and the event; where the story gives it no day, the nearest day of its other events.
fn away(scene: &Scene<'_>, event: EventIndex, date: &Date) -> Option<f64> {
    let day = |when: &Option<Value>| match when {
        Some(Value::Date(when)) => Some(when::days_apart(date, when)),
        _ => None,
    };
    let events = &scene.story.events;
    day(&events[event].when)
        .or_else(|| {
            events
                .iter()
                .filter_map(|event| day(&event.when))
                .min_by(f64::total_cmp)
        })
        .or_else(|| {
            scene
                .published
                .map(|published| when::days_before(date, published))
        })
}

/// Whether what looks like a date is part of a name, or of an event's own words: «Black Saturday».
pub(crate) fn in_name(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) else {
        return false;
    };
    let entity = scene
        .entities_in(last..last + 1)
        .any(|mention| mention.words.len() > 1);
    let all = scene.sentence_at(last);
    let event = scene.plan.events.iter().any(|event| {
        event
            .own
            .iter()
            .filter(|phrase| phrase.len() > 1)
            .any(|phrase| {
                let from = (last + 1).saturating_sub(phrase.len()).max(all.start);
                let to = (last + phrase.len()).min(all.end);
                from < to
                    && scene
                        .find_phrase(from..to, phrase)
                        .is_some_and(|found| found.contains(&last))
            })
    });
    entity || event
}

/// Whether a date stands in another clause, which does not speak of the event word: «voted on Thursday to accept the bid».
fn told_of_another(scene: &Scene<'_>, instance: &Instance, date: &Range<usize>) -> bool {
    if of_another_noun(scene, instance, date) {
        return true;
    }
    if date.is_empty() || near(scene, instance, date.clone()) {
        return false;
    }
    let sentence = scene.syntax(instance.sentence);
    let (Some(one), Some(other)) = (
        sentence.clause_of(date.end - 1),
        sentence.clause_of(instance.words.start),
    ) else {
        return false;
    };
    let infinitive = |clause: usize| sentence.clauses[clause].link == Link::Infinitive;
    one != other && infinitive(other) && sentence.clauses[other].parent == Some(one)
}

/// «sentenced to five years for killing her on 14 February 2013»: the day of another event of the story, a word for which
/// stands in the sentence, and is none for this one.
fn is_day_of_another(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
    date: &Date,
) -> bool {
    let all = scene.words.of_sentence(instance.sentence);
    let own = &scene.plan.events[event].own;
    let told = |other: EventIndex| {
        scene.plan.events[other]
            .own
            .iter()
            .filter(|phrase| !own.contains(phrase))
            .filter_map(|phrase| scene.find_phrase(all.clone(), phrase))
            .any(|found| found.end <= instance.words.start || instance.words.end <= found.start)
    };
    date.granularity >= Granularity::Month
        && (0..scene.story.events.len()).any(|other| {
            other != event
                && matches!(&scene.story.events[other].when, Some(Value::Date(when))
                    if when::can_be(date, when))
                && told(other)
        })
}

/// «attending a Christmas party», «meddling ahead of the 2016 election»: a feast or a year before a noun that is no event's says
/// which of its kind that is, where the noun is what is done to, or hangs on another noun.
fn of_another_noun(scene: &Scene<'_>, instance: &Instance, date: &Range<usize>) -> bool {
    if date.is_empty() {
        return false;
    }
    let words = scene.words;
    let sentence = scene.syntax(instance.sentence);
    let Some(phrase) = sentence.phrase_of(date.end - 1) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let day = date.clone().any(|at| {
        words.at(at).ends_with("day") && words.at(at) != "holiday" || month(words.at(at)).is_some()
    });
    let within = sentence
        .noun(phrase)
        .is_some_and(|noun| noun.head >= date.end)
        && !known.words.contains(&instance.words.start)
        && scene.instances_in(known.words.clone()).is_empty();
    let lead = known.preposition.map_or("", |word| words.at(word));
    let hangs = known.place == Place::Object
        || matches!(lead, "of" | "into" | "for" | "over" | "about" | "with")
        || known
            .preposition
            .is_some_and(|word| words.near(word, -1) == "ahead")
        || lead == "in"
            && known.after.is_some_and(|up| {
                sentence.phrases[up].place != Place::Subject
                    && sentence.phrases[up].words.end + 1 == known.words.start
            });
    !day && within && hangs
}

/// Whether the sentence names the event's place, one that holds it or lies in it, or who takes part.
fn at_home(scene: &Scene<'_>, sentence: usize, event: EventIndex) -> bool {
    let known = &scene.story.events[event];
    (known.at.is_some() || !known.who.is_empty())
        && scene
            .entities_in(scene.words.of_sentence(sentence))
            .any(|mention| is_home(scene, event, mention.entity))
}

/// «calm since the end of the war ten years ago», «the worst since the crash of 1997»: a date within a phrase with «since» that has
/// no word for an event of the story.
pub(crate) fn is_of_since(scene: &Scene<'_>, date: &Range<usize>) -> bool {
    const REACH: usize = 9;
    let words = scene.words;
    let start = scene.sentence_at(date.start).start;
    (start.max(date.start.saturating_sub(REACH))..date.start)
        .rev()
        .take_while(|&at| words.gap(at + 1) < Gap::Comma)
        .find(|&at| words.at(at) == "since")
        .is_some_and(|since| scene.instances_in(since..date.start).is_empty())
}

/// «planned for February»: a date that is not the event's own.
fn before_words(scene: &Scene<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        matches!(
            scene.words.near(at, -back),
            "since" | "planned" | "scheduled" | "until"
        )
    })
}

fn near(scene: &Scene<'_>, instance: &Instance, mention: Range<usize>) -> bool {
    let (from, to) = if mention.start >= instance.words.end {
        (instance.words.end, mention.start)
    } else {
        (mention.end, instance.words.start)
    };
    to.saturating_sub(from) <= 4 && (from..to).all(|i| scene.words.gap(i) < Gap::Break)
}

/// Whether an entity is the event's place, lies in it or holds it, or takes part.
pub(crate) fn is_home(scene: &Scene<'_>, event: EventIndex, entity: usize) -> bool {
    scene.story.events[event].at.is_none() || belongs(scene, event, entity)
}

/// The same, where an event without a place has none.
pub(super) fn belongs(scene: &Scene<'_>, event: EventIndex, entity: usize) -> bool {
    let known = &scene.story.events[event];
    known.who.contains(&entity)
        || known.at.is_some_and(|at| {
            at == entity
                || scene.plan.places.holds(entity, at)
                || scene.plan.places.holds(at, entity)
        })
}

/// Whether the sentence tells of a month of which nobody knows the year: «in February», in a report without a date.
fn has_bare_month(scene: &Scene<'_>, sentence: usize) -> bool {
    scene
        .mentions_of(sentence)
        .iter()
        .any(|mention| match &mention.value {
            Value::Date(date) => is_bare_month(date),
            _ => false,
        })
}

/// A month without a year, in a report without a date.
fn is_bare_month(date: &Date) -> bool {
    date.granularity == Granularity::Month && date.stated.from.is_none()
}

/// «in February», of an event in November: another one, whatever the year.
fn other_month(
    scene: &Scene<'_>,
    sentence: usize,
    when: Option<&Value>,
    home: bool,
) -> Option<Other> {
    let Some(Value::Date(when)) = when else {
        return None;
    };
    if when.granularity < crate::value::Granularity::Month {
        return None;
    }
    let own = usize::try_from(when.stated.from?.month()).ok()?;
    let words = scene.words;
    // «on August 4», of an event on July 26: a few days off, whichever month they are of.
    let near = |at: usize| {
        scene
            .mentions_of(sentence)
            .iter()
            .any(|mention| match &mention.value {
                Value::Date(date) if date.granularity >= Granularity::Day => {
                    scene.words_of(mention).contains(&at) && when::days_apart(date, when) <= 10.0
                }
                _ => false,
            })
    };
    for at in words.of_sentence(sentence) {
        let Some(found) = month(words.at(at)) else {
            continue;
        };
        let told = !home
            && matches!(
                words.near(at, -1),
                "in" | "last" | "since" | "until" | "on" | "early" | "late"
            );
        if told && words.is_capital(at) && found != own && !near(at) {
            let told = words.span(at..at + 1).of(scene.text);
            return Some(Other::time(told, false, Some(&Value::Date(*when))));
        }
    }
    None
}

/// «a quake that hit the town of Zarand», of an event elsewhere: another one.
fn other_place(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> Option<Other> {
    let at = scene.story.events[event].at?;
    if instance.form != Form::Indefinite || instance.sentence <= 2 {
        return None;
    }
    let words = scene.words;
    let all = words.of_sentence(instance.sentence);
    let home = scene
        .entities_in(all.clone())
        .any(|mention| is_home(scene, event, mention.entity));
    if home {
        return None;
    }
    let place = all.clone().find(|&at| {
        words
            .get(at)
            .is_some_and(|word| word.capital && word.gap == Gap::Space)
            && (1..=4).any(|back| {
                matches!(
                    words.near(at, -back),
                    "in" | "hit" | "struck" | "rocked" | "jolted" | "near" | "off"
                )
            })
            && month(words.at(at)).is_none()
            && scene.entities_in(at..at + 1).next().is_none()
    })?;
    // «A quake hit the Philippines»: the land that its own place lies in.
    let wider = scene
        .plan
        .places
        .first_words(at)
        .any(|word| word == words.at(place));
    if wider {
        return None;
    }
    let name = words.span(place..place + 1).of(scene.text);
    Some(Other::Place(name.to_owned()))
}

/// «They have not forgotten January 2010. That earthquake …»: the sentence before is of another time and names no event.
fn of_past(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> Option<Other> {
    if instance.form != Form::Definite {
        return None;
    }
    let before = instance.sentence.checked_sub(1)?;
    if !scene
        .instances_in(scene.words.of_sentence(before))
        .is_empty()
    {
        return None;
    }
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return None;
    };
    let mentions = scene.mentions_of(before);
    // «A quake shook Corsa on Saturday, where one struck five years ago. The quake …»
    let of_both = mentions.iter().any(|mention| {
        matches!(&mention.value, Value::Date(date) if date.granularity >= Granularity::Day && when::can_be(date, when))
    });
    if of_both {
        return None;
    }
    mentions.iter().find_map(|mention| {
        let Value::Date(date) = &mention.value else {
            return None;
        };
        let far = when::days_apart(date, when) > 60.0;
        far.then(|| {
            let words = mention.span.of(scene.text);
            Other::time(words, true, Some(&Value::Date(*when)))
        })
    })
}

/// «the Tokyo Marathon», of one in Berlin: a town in the name of the event that is not its own.
fn named_for(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> Option<Other> {
    let at = scene.story.events[event].at?;
    let before = instance.words.start.checked_sub(1)?;
    let capital = |word: usize| scene.words.is_capital(word);
    let name = scene.written(before..before + 1);
    let named = capital(before)
        && capital(instance.words.start)
        && scene.words.gap(instance.words.start) == Gap::Space
        && scene.sentence_of(before) == instance.sentence
        && super::gazetteer::known(scene.words.at(before));
    (named && scene.plan.places.strange(name, at) == Some(true))
        .then(|| Other::PlaceInName(name.to_owned()))
}
