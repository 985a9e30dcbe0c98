//! Figures that are not the event's, by place or time.
//!
//! In: a figure in its sentence, and the event. Out: the reason, in plain words.

use std::ops::Range;

use super::away;
use super::in_name;
use super::is_home;
use super::is_of_since;
use super::on_its_day;
use super::other_month;
use super::year;
use crate::eval::role;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::syntax::Sentence;
use crate::eval::toll;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;

/// «came two years after the one in Zarand, which killed 700», «the one in Zarand killed 700»: the clause of a figure
/// speaks of what stands for another event of the kind.
fn of_other_one(scene: &Scene<'_>, sentence: usize, range: &Range<usize>) -> bool {
    let syntax = scene.syntax(sentence);
    let Some(clause) = syntax.clause_of(range.start) else {
        return false;
    };
    let known = &syntax.clauses[clause];
    let told_of = known
        .antecedent
        .into_iter()
        .chain(known.subject.iter().copied());
    told_of
        .flat_map(|phrase| std::iter::once(phrase).chain(role::chain(syntax, phrase)))
        .any(|phrase| {
            let words = syntax.phrases[phrase].words.clone();
            let first = scene.words.at(words.start);
            matches!(scene.words.at(words.end - 1), "one" | "ones")
                && matches!(
                    first,
                    "the" | "another" | "that" | "this" | "earlier" | "previous"
                )
                && words.len() > 1
        })
}

/// «fell silent on Monday for the 32 people who died when the ship sank»: a clause of their own tells what became of them, and when.
fn is_told_of_itself(syntax: &Sentence, range: &Range<usize>) -> bool {
    let value = syntax.phrase_of(range.end - 1);
    value.is_some()
        && syntax.clauses.iter().any(|clause| {
            clause.antecedent == value && matches!(clause.link, Link::Relative | Link::Participle)
        })
}

/// «An aftershock of the quake brought down a wall and killed three»: who does it is an aftershock.
fn of_aftershock(scene: &Scene<'_>, sentence: usize, range: &Range<usize>) -> bool {
    let syntax = scene.syntax(sentence);
    let mut clause = syntax.clause_of(range.end - 1);
    while let Some(at) = clause {
        let known = &syntax.clauses[at];
        let told = known.subject.iter().any(|&subject| {
            matches!(
                scene.head_of(syntax, subject),
                "aftershock" | "aftershocks" | "foreshock"
            )
        });
        if told {
            return true;
        }
        clause = known.parent.filter(|&parent| parent < at);
    }
    false
}

/// «since the end of the civil war», «after the war ended»: a war that was over before what is told.
fn is_over(scene: &Scene<'_>, war: usize) -> bool {
    let words = scene.words;
    let ended = matches!(words.near(war, 1), "ended" | "ends" | "finished");
    let end = (2..=4).any(|back| {
        words.near(war, -back) == "of" && matches!(words.near(war, -back - 1), "end" | "close")
            || words.near(war, 1 - back) == "of" && words.near(war, -back) == "end"
    });
    ended || end
}

/// «will not forget 21 April, when …»: the event's day and month, of whichever year it is read.
fn is_same_day_of_year(scene: &Scene<'_>, event: EventIndex, date: &Date) -> bool {
    let day = |date: &Date| {
        let from = date.stated.from?;
        (date.granularity >= Granularity::Day).then_some((from.month(), from.day()))
    };
    match &scene.story.events[event].when {
        Some(Value::Date(when)) => day(when).is_some() && day(when) == day(date),
        _ => false,
    }
}

/// Words that before the name of a place tell which part of it is meant.
fn is_quarter(word: &str) -> bool {
    let word = word.strip_suffix("ern").unwrap_or(word);
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "central"
            | "greater"
            | "upper"
            | "lower"
            | "inner"
            | "outer"
            | "downtown"
            | "mid"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
    )
}

/// «the deadliest since 1918, when fires killed hundreds», «as in May 2014, when 301 died»: a clause with «when» tells what happened
/// at the date right before it, which is not the event's.
pub(crate) fn of_another_when(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    const MONTH: f64 = 31.0; // days
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let Some(here) = scene.reading.sentences.get(index) else {
        return false;
    };
    let start = words.of_sentence(index).start;
    let Some(when) = (start..range.start)
        .rev()
        .find(|&at| words.at(at) == "when")
    else {
        return false;
    };
    // A comma or dash between ends the clause.
    let within = (when + 1..=range.start).all(|at| words.gap(at) < Gap::Comma);
    within
        && scene.reading.mentions_of(here).iter().any(|mention| {
            if scene.words_of(mention).end != when {
                return false;
            }
            match &mention.value {
                Value::Date(date) => {
                    away(scene, event, date).is_some_and(|days| days > MONTH)
                        && !year::is_own(scene, event, date)
                        && !is_same_day_of_year(scene, event, date)
                }
                // «the deadliest since 1918» counts from what was before.
                Value::Since(_) => true,
                _ => false,
            }
        })
}

/// Why a figure in `sentence` is not the event's, by place or time: «two in the next town», «in December 2003».
pub(crate) fn far(
    scene: &Scene<'_>,
    sentence: usize,
    range: &Range<usize>,
    event: EventIndex,
) -> Option<String> {
    let known = &scene.story.events[event];
    let dated = scene
        .instances_in(scene.words.of_sentence(sentence))
        .iter()
        .any(|instance| {
            instance.event == Some(event)
                && instance.other.is_none()
                && on_its_day(scene, instance, event)
        });
    if !dated && let Some(why) = other_month(scene, sentence, known.when.as_ref(), false) {
        return Some(why.to_string());
    }
    for mention in scene.mentions_of(sentence) {
        let Value::Date(date) = &mention.value else {
            continue;
        };
        let away = away(scene, event, date);
        let at = scene.words_of(mention).start;
        if in_name(scene, &scene.words_of(mention)) {
            continue;
        }
        let syntax = scene.syntax(sentence);
        // «as of January 2022, six people were still missing»
        let since = is_of_since(scene, &scene.words_of(mention)) && {
            let at = scene.words_of(mention).start;
            range.end < at || at < range.start
        };
        let later = since
            || crate::eval::occasion::another::of_the_telling(
                scene,
                syntax,
                &scene.words_of(mention),
            );
        let same = syntax.clause_of(at) == syntax.clause_of(range.start)
            && !later
            && !is_told_of_itself(syntax, range)
            && !year::is_own(scene, event, date);
        if away.is_some_and(|days| days > 10.0) && same {
            return Some(format!(
                "«{}» is not the event's time",
                mention.span.of(scene.text)
            ));
        }
    }
    if of_another_when(scene, range, event) {
        return Some("it is told of what happened at another date".to_owned());
    }
    if of_other_one(scene, sentence, range) {
        return Some("it is told of «the one», another of the kind".to_owned());
    }
    let words = scene.words;
    let all = words.of_sentence(sentence);
    let from = range.start.saturating_sub(5).max(all.start);
    // An event that is itself called so is meant.
    let own = |word: &str| {
        let listed = &scene.plan.events[event].listed;
        listed.iter().any(|known| known == word)
    };
    if (from..(range.end + 5).min(all.end)).any(|i| {
        matches!(words.at(i), "aftershock" | "aftershocks" | "foreshock") && !own(words.at(i))
    }) {
        return Some("it is an aftershock's".to_owned());
    }
    if !own("aftershock") && !own("foreshock") && of_aftershock(scene, sentence, range) {
        return Some("it is an aftershock's".to_owned());
    }
    let long = all.clone().find(|&i| {
        matches!(words.at(i), "war" | "conflict" | "insurgency")
            && matches!(words.near(i, -1), "the" | "civil" | "s" | "year" | "long")
            && !is_over(scene, i)
            && all
                .clone()
                .any(|i| matches!(words.at(i), "since" | "began" | "years" | "so"))
    });
    if long.is_some() {
        return Some("it counts a whole conflict".to_owned());
    }
    // «were hurt in Nusaybin»: right after the figure, in a place that is not the event's.
    for at in range.end..all.end.min(range.end + 9) {
        if words.gap(at) >= Gap::Break {
            break;
        }
        if !matches!(words.at(at), "in" | "at" | "near") {
            continue;
        }
        let mut next = at + 1;
        while next < all.end && toll::leads_to_place(words.at(next)) {
            next += 1;
        }
        let Some(word) = words
            .get(next)
            .filter(|word| word.capital && word.sentence as usize == sentence)
        else {
            continue;
        };
        // «near the Black Sea port of Corsa»
        let own = scene
            .entities_in(next..(next + 6).min(all.end))
            .any(|mention| {
                is_home(scene, event, mention.entity)
                    && words.near(mention.words.start, -1) == "of"
                    && (next..mention.words.start).all(|at| words.gap(at + 1) < Gap::Comma)
            });
        if own {
            return None;
        }
        // «in West Orrin», «in Greater Lund»
        let quarter = is_quarter(words.at(next))
            && words.gap(next + 1) == Gap::Space
            && scene
                .entities_in(next + 1..next + 2)
                .any(|mention| is_home(scene, event, mention.entity));
        if quarter {
            return None;
        }
        let mention = scene.entities_in(next..next + 1).next();
        let date = scene
            .mentions_of(sentence)
            .iter()
            .any(|mention| mention.span.overlaps(word.span));
        if date {
            continue;
        }
        match mention {
            Some(mention) if is_home(scene, event, mention.entity) => return None,
            Some(_) | None
                if known.at.is_some() && scene.part(sentence) != crate::span::Part::Headline =>
            {
                let wider = known.at.is_some_and(|at| {
                    let mut firsts = scene.plan.places.first_words(at);
                    firsts.any(|first| first == words.at(next))
                });
                let whole = scene.story.title.to_lowercase().contains(words.at(next)) || wider;
                if !whole && sentence > 1 {
                    return Some(format!(
                        "«{}» is not the event's place",
                        word.span.of(scene.text)
                    ));
                }
                return None;
            }
            _ => return None,
        }
    }
    None
}
