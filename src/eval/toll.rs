//! Figures of victims that need not be the event's, or not all of them.
//!
//! In: a figure of people killed, injured, missing or arrested, and the event word it was bound to. Out: whether another
//! place or thing is named with it, whether it tells only of some, or whether the sentence leaves nobody else it could be of.

use std::ops::Range;

use super::events::Instance;
use super::identity::WhoIs;
use super::role::Found;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Sentence;
use super::tally::lexicon;
use super::warrant;
use super::words::Gap;
use crate::value::Value;

/// Whether a word may stand between a preposition and the name of a place: «in the nearby town of Lund».
pub(super) fn leads_to_place(word: &str) -> bool {
    matches!(
        word,
        "the" | "city" | "town" | "village" | "of" | "nearby" | "neighbouring" | "neighboring"
    )
}

/// Whether a figure of victims stands with the name of another thing or place: «21 people died on the ferry Sonna».
pub(super) fn elsewhere(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let who = instance
        .event
        .map_or(&[][..], |event| scene.story.events[event].who.as_slice());
    let asked = WhoIs::new(scene, instance.sentence, who);
    sentence.phrases_in(clause).any(|phrase| {
        matches!(
            warrant::lead(scene, sentence, phrase),
            Some("on" | "aboard")
        ) && sentence.phrases[phrase].words.start > range.start
            && asked.who_is(phrase) == super::identity::Who::Other
    })
}

/// «the funeral of five people killed in the fire»: figures of some, where what became of them only tells which.
pub(super) fn of_some(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    found: &Found,
) -> bool {
    let value = &sentence.phrases[found.value];
    let the = scene.words.at(value.words.start) == "the" || range.start > value.words.start;
    let told = sentence.clauses.iter().enumerate().any(|(at, clause)| {
        matches!(clause.link, Link::Relative | Link::Participle)
            && clause.antecedent == Some(found.value)
            && !clause.comma
            && sentence.verb(at).is_some_and(|verb| {
                super::tally::lexicon::of_fate(scene.words.at(verb.main)).is_some()
            })
    });
    let owner = value.preposition_is_of
        && value
            .after
            .is_some_and(|owner| sentence.noun(owner).is_some_and(|noun| !noun.dimension));
    told && owner && !the
}

/// «40 died in Corsa and 12 in Lund», «in Corsa 140 were killed; the total is 214»: figures that are parted by place.
pub(super) fn parted(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let sentence = words.of_sentence(index);
    let place = |at: usize| {
        let next = (at + 1..sentence.end.min(at + 5)).find(|&next| {
            let word = words.at(next);
            !leads_to_place(word) && !matches!(word, "a" | "its")
        });
        let named = next
            .and_then(|next| words.get(next))
            .is_some_and(|word| word.capital);
        let dated = next.is_some_and(|next| {
            crate::value::month(words.at(next)).is_some() || words.at(next).ends_with("day")
        });
        matches!(
            words.at(at),
            "in" | "at" | "near" | "from" | "around" | "outside"
        ) && (named && !dated || words.near(at, 1) == "its")
    };
    // «were killed in Corsa district»: behind the figure, before another one.
    let counts: Vec<Range<usize>> = scene
        .mentions_of(index)
        .iter()
        .filter(|mention| matches!(mention.value, Value::Count { .. } | Value::Number(_)))
        .map(|mention| scene.hedged(mention))
        .filter(|at| !at.is_empty())
        .collect();
    let behind = |figure: &Range<usize>, far: usize| {
        let next = counts
            .iter()
            .map(|other| other.start)
            .filter(|&start| start >= figure.end)
            .min()
            .unwrap_or(sentence.end);
        (figure.end..next.min(figure.end + far))
            .take_while(|&at| words.gap(at) < Gap::Break)
            .any(place)
    };
    let fronted = sentence.start < range.start && place(sentence.start);
    let own = fronted || behind(range, 9);
    let Some(tally) = super::tally::read(scene, range).map(|read| read.tally) else {
        return false;
    };
    let value = |at: &Range<usize>| {
        scene
            .mentions_of(index)
            .iter()
            .find(|mention| scene.hedged(mention) == *at)
            .and_then(|mention| super::compare::measure(&mention.value))
            .map(|measure| super::compare::point(&measure))
    };
    own && counts.iter().filter(|other| *other != range).any(|other| {
        let bare = place(other.end);
        let same = super::tally::read(scene, other).is_some_and(|read| read.tally == tally);
        let total = (1..=5).any(|back| matches!(words.near(other.start, -back), "total" | "toll"))
            && value(other) > value(range);
        bare || same && behind(other, 9) || total
    })
}

/// «61 killed and 300 others injured»: the figure of another toll right behind one, with nothing between them but whom they
/// count and what became of them.
pub(super) fn twin(scene: &Scene<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let next = scene
        .mentions_of(index)
        .iter()
        .filter(|mention| matches!(mention.value, Value::Count { .. } | Value::Number(_)))
        .map(|mention| scene.hedged(mention))
        .find(|at| !at.is_empty() && at.start >= range.end)?;
    let joins = |at: usize| {
        let word = words.at(at);
        lexicon::is_anybody(word)
            || lexicon::is_kind(word)
            || lexicon::word_tally(word).is_some()
            || lexicon::BEING.has(word)
            || matches!(word, "and" | "with" | "another" | "while" | "left")
    };
    let near = next.start <= range.end + 6
        && (range.end..next.start).all(joins)
        && (range.end..=next.start).all(|at| words.gap(at) < Gap::Break);
    let toll = |at: &Range<usize>| super::tally::read(scene, at).map(|read| read.tally);
    let (own, other) = (toll(range)?, toll(&next)?);
    (near && own != other).then_some(next)
}

/// Whether a sentence speaks of one event and names nobody else: its figure of victims is that event's, however they are
/// joined.
pub(super) fn alone(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(event) = instance.event else {
        return false;
    };
    let row = scene.instances_in(scene.words.of_sentence(instance.sentence));
    let one = row
        .iter()
        .all(|found| found.event == Some(event) && found.other.is_none());
    let asked = WhoIs::of_event(scene, instance.sentence, event);
    let parted = sentence
        .phrase_of(instance.words.start)
        .is_some_and(|phrase| {
            warrant::lead(scene, sentence, phrase).is_some_and(warrant::is_apart)
        });
    // «is known to have died» is told of now, «had died» of then.
    let past = sentence
        .verb_at(range.end - 1)
        .is_some_and(|verb| verb.perfect && scene.words.near(verb.main, -1) == "had");
    // «have room for 410 injured people»
    let aimed = sentence
        .phrase_of(range.end - 1)
        .and_then(|value| warrant::lead(scene, sentence, value))
        .is_some_and(|word| match word {
            // «the death toll rises to 340»
            "to" => !sentence.clause_of(range.end - 1).is_some_and(|clause| {
                sentence.clauses[clause].subject.iter().any(|&subject| {
                    matches!(
                        scene.head_of(sentence, subject),
                        "toll" | "count" | "number"
                    )
                })
            }),
            "for" | "from" => true,
            _ => false,
        });
    // «Nine died in a mine; a day later the bridge collapsed.»
    let (from, to) = if range.start < instance.words.start {
        (range.end, instance.words.start)
    } else {
        (instance.words.end, range.start)
    };
    // «Corsa earthquake: death toll rises to 340»: what stands before a colon and has no verb is the topic.
    let topic = range.start > instance.words.end
        && sentence
            .clause_of(instance.words.start)
            .is_some_and(|clause| clause == 0 && sentence.clauses[clause].verb.is_none())
        && (from..=to)
            .filter(|&i| scene.words.gap(i) >= Gap::Break)
            .count()
            == 1;
    let apart = !topic && (from..=to).any(|i| scene.words.gap(i) >= Gap::Break);
    // «Velm derailment: 61 dead»: a place before the event's own word is no stranger.
    let strangers = (0..sentence.phrases.len()).any(|phrase| {
        asked.who_is(phrase) == super::identity::Who::Other
            && !(topic
                && sentence.phrases[phrase]
                    .words
                    .contains(&instance.words.start))
    });
    one && !apart && !parted && !past && !aimed && !strangers
}
