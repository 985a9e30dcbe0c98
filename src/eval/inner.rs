//! What a value in the clause of an event may be of instead: another thing that happened, named between the two; what is done with the
//! event, or in the course of it; another event of its kind, told of others, put off, or older than the story's.
//!
//! In: a value, and mostly an event word of its sentence. Out: whether the value may be that other thing's. Each is a reason to be silent, never
//! one to accuse; whether it differs from what is expected is asked before.

use std::ops::Range;

use super::elsewhere;
use super::events::Instance;
use super::scene::Scene;
use super::stem::stem;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::class;
use super::thesaurus;
use super::warrant;
use super::words::Gap;
use crate::rule::EventIndex;
use crate::value::Granularity;
use crate::value::Value;
use crate::value::is_weekday;

/// Whether a word is one of an event's own, or one for its kind.
fn is_own(scene: &Scene<'_>, event: EventIndex, word: usize) -> bool {
    let words = &scene.plan.events[event];
    let stem = scene.words.stem(word);
    words.own.iter().flatten().any(|own| own == stem)
        || words.others.iter().any(|other| other == stem)
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
                sentence.phrases[phrase].clause == clause
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

/// «his visit to Orrin has been postponed», «his trip to Orrin cancelled, he went to Lund»: it was not held there or then.
pub(crate) fn is_put_off(scene: &Scene<'_>, instance: &Instance) -> bool {
    const FARTHEST: usize = 8;
    let words = scene.words;
    let end = scene.sentence_at(instance.words.start).end;
    let sentence = scene.syntax(instance.sentence);
    let clause = sentence.clause_of(instance.words.start);
    (instance.words.end..end.min(instance.words.end + FARTHEST))
        .take_while(|&at| words.gap(at) <= Gap::Space)
        .take_while(|&at| {
            sentence.clause_of(at).is_none_or(|found| {
                Some(found) == clause
                    || sentence.clauses[found].link == Link::Participle
                        && sentence.clauses[found].parent == clause
            })
        })
        .any(|at| {
            ["cancel", "postpone", "scrap", "shelve", "delay"]
                .iter()
                .any(|verb| stem(verb) == words.stem(at))
                || words.at(at) == "off" && matches!(words.near(at, -1), "called" | "put")
        })
}

/// «met in Orrin for their second summit», where the author's words tell of no second: an ordinal before the event's noun, behind
/// its verb.
pub(crate) fn is_numbered(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    const REACH: usize = 3;
    let words = scene.words;
    let own = &scene.plan.events[event].own;
    let sentence = scene.sentence_at(instance.words.start);
    (instance.words.end..sentence.end)
        .take_while(|&at| words.gap(at) < Gap::Break)
        .any(|at| {
            matches!(
                words.at(at),
                "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth"
            ) && !own.iter().flatten().any(|word| word == words.stem(at))
                && (at + 1..=at + REACH)
                    .take_while(|&next| words.gap(next) == Gap::Space)
                    .any(|next| is_own(scene, event, next))
        })
}

/// «the sentencing hearing», «the murder trial»: the event's word says of which kind another thing is that happens.
pub(crate) fn is_kind_of_another(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    sentence
        .phrase_of(instance.words.start)
        .and_then(|phrase| sentence.noun(phrase))
        .is_some_and(|noun| {
            noun.head >= instance.words.end
                && is_about_another(scene.words.at(noun.head))
                && !is_own(scene, event, noun.head)
        })
}

/// Nouns of what is held or done about another thing, which a word before them names.
fn is_about_another(noun: &str) -> bool {
    matches!(
        noun,
        "hearing"
            | "hearings"
            | "trial"
            | "inquiry"
            | "inquest"
            | "probe"
            | "investigation"
            | "anniversary"
            | "memorial"
            | "vigil"
            | "funeral"
            | "campaign"
            | "announcement"
            | "debate"
            | "protest"
            | "victory"
            | "defeat"
            | "preparations"
            | "range"
            | "guidelines"
            | "recommendation"
    )
}

/// «The House passed the bill», of a vote of the Senate: a name that is none of the event's people does it, and who else of them
/// might is not there.
pub(crate) fn is_done_by_another(
    scene: &Scene<'_>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    // «passed the bill by a 227-203 vote»
    let told = || {
        sentence.clause_of(instance.words.start).filter(|&clause| {
            sentence
                .verb(clause)
                .is_some_and(|verb| is_own(scene, event, verb.main))
        })
    };
    let Some(clause) = sentence.verb_clause(instance.words.start).or_else(told) else {
        return false;
    };
    let who = &scene.story.events[event].who;
    let here = scene.sentence_at(instance.words.start);
    let is_there = |entity: usize| {
        scene
            .entities_in(here.clone())
            .any(|mention| mention.entity == entity)
    };
    let subject = &sentence.clauses[clause].subject;
    let [first, ..] = subject.as_slice() else {
        return false;
    };
    let named = sentence.noun(*first).is_some_and(|noun| {
        noun.tag == Tag::Name
            || scene
                .words
                .get(noun.head)
                .is_some_and(|word| word.capital && noun.head > here.start)
    });
    named
        && sentence.verb(clause).is_some_and(|verb| !verb.passive)
        && !subject.iter().any(|&phrase| {
            scene
                .entities_in(sentence.phrases[phrase].words.clone())
                .any(|mention| who.contains(&mention.entity) || !scene.acts(mention.entity))
        })
        && who
            .iter()
            .any(|&entity| scene.acts(entity) && !is_there(entity))
}

/// «at Orrin on Monday and at the Ferne on Tuesday»: a day that is not the event's stands right behind a place.
pub(crate) fn has_another_day(scene: &Scene<'_>, place: &Range<usize>, event: EventIndex) -> bool {
    const REACH: usize = 5;
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let sentence = scene.sentence_at(place.start);
    let mentions = scene
        .reading
        .mentions_of(&scene.reading.sentences[scene.sentence_of(place.start)]);
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

/// «19 billion in cash and shares», of what was paid in cash: a sum of two kinds together.
pub(crate) fn is_of_both(scene: &Scene<'_>, sum: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let asked = |at: usize| own.contains(&words.stem(at));
    words.at(sum.end) == "in"
        && words.at(sum.end + 2) == "and"
        && (sum.end..sum.end + 4).all(|at| words.gap(at) == Gap::Space)
        && asked(sum.end + 1) != asked(sum.end + 3)
}

/// Whether a report came out long before the event: what it says has happened was another one. What it says of the time to come
/// may be the event's.
pub(crate) fn is_older(scene: &Scene<'_>, value: &Range<usize>, event: EventIndex) -> bool {
    const MONTH: f64 = 31.0; // days
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let to_come = scene
        .clause_of_value(value)
        .is_none_or(|(sentence, clause)| {
            sentence
                .verb(clause)
                .is_none_or(|verb| verb.modal || verb.infinitive || !verb.finite)
        });
    !to_come
        && scene
            .published
            .is_some_and(|published| super::when::days_ahead(when, published) > MONTH)
}

/// «The two leaders met», in a report that names one of those of the event and never the other: two others.
pub(crate) fn is_of_unnamed(scene: &Scene<'_>, value: &Range<usize>, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    let Some((sentence, clause)) = scene.clause_of_value(value) else {
        return false;
    };
    let together = sentence.clauses[clause].subject.iter().any(|&phrase| {
        let mut words = sentence.phrases[phrase].words.clone();
        words.any(|at| matches!(scene.words.at(at), "two" | "both" | "pair" | "they"))
    });
    if !together {
        return false;
    }
    let two = who.iter().filter(|&&entity| scene.acts(entity)).count() == 2;
    two && !scene.plan.events[event].one_sided
        && who.iter().any(|&entity| {
            scene.acts(entity)
                && !scene
                    .entities
                    .iter()
                    .any(|mention| mention.entity == entity)
        })
}

/// «A bomb went off in Corsa. The attack killed 22. Lund had been struck before», of an attack in Lund: the report opens with
/// another known city or land, and names the place of the event, or anybody of it, only behind the value.
pub(crate) fn is_led_elsewhere(scene: &Scene<'_>, value: &Range<usize>, event: EventIndex) -> bool {
    let words = scene.words;
    let places = &scene.plan.places;
    let Some(home) = scene.story.events[event].at else {
        return false;
    };
    let end = scene.sentence_at(value.start).end;
    let own = scene
        .entities_in(0..end)
        .any(|mention| elsewhere::belongs(scene, event, mention.entity));
    if own {
        return false;
    }
    let capital = |at: usize| words.get(at).is_some_and(|word| word.capital);
    // The land that its place lies in.
    let wider =
        (0..end).any(|at| capital(at) && places.first_words(home).any(|word| word == words.at(at)));
    let strange = |at: usize| {
        let two = || words.span(at..at + 2).of(scene.text);
        let one = words.span(at..at + 1).of(scene.text);
        places.strange(one, home) == Some(true)
            || at + 1 < end
                && words.gap(at + 1) == Gap::Space
                && capital(at + 1)
                && places.strange(two(), home) == Some(true)
    };
    let leads = |at: usize| {
        matches!(
            words.near(at, -1),
            "in" | "at" | "near" | "outside" | "hit" | "struck" | "rocked" | "shook"
        ) || (at + 1..=at + 2).any(|next| !scene.instances_in(next..next + 1).is_empty())
    };
    !wider && (0..end).any(|at| capital(at) && leads(at) && strange(at))
}

/// «applied to join in May», «voted on Monday to strike»: a verb that only wishes for the event has the day for itself.
pub(crate) fn is_only_wished(scene: &Scene<'_>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(clause) = sentence.verb_clause(instance.words.start) else {
        return false;
    };
    sentence.clauses[clause].link == Link::Infinitive
        && sentence.clauses[clause].parent.is_some_and(|parent| {
            let verb = scene.verb_of(sentence, parent);
            class::is_wishing(verb)
                || [
                    "apply", "vote", "agree", "decide", "refuse", "promise", "vow", "offer",
                    "pledge", "try", "choose",
                ]
                .iter()
                .any(|wish| stem(wish) == stem(verb))
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
