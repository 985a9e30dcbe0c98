//! Places that an event leads to or strikes.
//!
//! In: a place in its sentence, and the event. Out: whether the event's own verb or noun leads there, or another event of the story was there.

use std::ops::Range;

use super::PARTS;
use crate::eval::events::Instance;
use crate::eval::kinds::Asked;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;
use crate::eval::syntax::class;
use crate::eval::tally::lexicon::word_tally;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::span::Part;

/// «a three-day visit to Orrin», «visited Orrin»: where the journey leads that the event word tells, with no word before it
/// that makes it another one («a return trip to Orrin»).
pub(crate) fn is_goal(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> bool {
    let words = scene.words;
    let last = instance.words.end - 1;
    let sentence = scene.syntax(instance.sentence);
    let clause = sentence.clause_of(last);
    let other = sentence.words.clone().any(|i| {
        sentence.clause_of(i) == clause
            && matches!(
                words.at(i),
                "last"
                    | "next"
                    | "previous"
                    | "previously"
                    | "earlier"
                    | "later"
                    | "future"
                    | "once"
            )
    });
    if other || !instance.sure {
        return false;
    }
    let reached = instance.words.end == range.start
        && words.gap(range.start) == Gap::Space
        && sentence.verb_clause(last).is_some()
        && matches!(words.at(last), "visited" | "visits" | "visiting");
    let to = instance.words.end + 1 == range.start
        && words.near(range.start, -1) == "to"
        && is_journey(words.at(last));
    reached || to && is_made(scene, sentence, last) && is_plain(scene, sentence, instance)
}

/// Verbs of making a journey, or of its beginning and end.
const MAKING: &Table = table![
    "arrived",
    "arrives",
    "arriving",
    "landed",
    "lands",
    "flew",
    "began",
    "begins",
    "begun",
    "started",
    "starts",
    "opened",
    "opens",
    "made",
    "makes",
    "making",
    "paid",
    "pays",
    "paying",
    "embarked",
    "ended",
    "ends",
    "concluded",
    "concludes",
    "kicked",
    "comes",
    "came",
];

/// Words before a journey that leave it what it is.
const PLAIN: &Table = table![
    "a",
    "an",
    "the",
    "s",
    "his",
    "her",
    "their",
    "its",
    "this",
    "surprise",
    "historic",
    "landmark",
    "official",
    "state",
    "brief",
    "short",
    "whirlwind",
    "unannounced",
    "high",
    "profile",
    "rare",
    "secret",
    "private",
    "formal",
    "working",
    "day",
    "week",
    "hour",
];

/// «cancelled a trip to Orrin», «sent a minister on a visit to Orrin» tell of none that was made, or of another's.
fn is_made(scene: &Scene<'_>, sentence: &Sentence, journey: usize) -> bool {
    let verb = sentence.verb_at(journey);
    verb.is_none_or(|verb| {
        let main = scene.words.at(verb.main);
        let subject = sentence.phrase_of(journey).is_some_and(|phrase| {
            sentence.phrases[phrase].place == Place::Subject
                && !class::is_ending(main)
                && !verb.modal
        });
        !verb.negated && !verb.doubtful && (verb.copula || subject || MAKING.has(main))
    })
}

/// Whether nothing before the journey's word in its phrase makes it another one.
fn is_plain(scene: &Scene<'_>, sentence: &Sentence, instance: &Instance) -> bool {
    let words = scene.words;
    let value = |i: usize| {
        let mut mentions = scene.reading.mentions.iter();
        mentions.any(|mention| scene.words_of(mention).contains(&i))
    };
    sentence
        .phrase_of(instance.words.end - 1)
        .is_some_and(|phrase| {
            (sentence.phrases[phrase].words.start..instance.words.start).all(|i| {
                words.is_capital(i)
                    || words.at(i).starts_with(|c: char| c.is_ascii_digit())
                    || PLAIN.has(words.at(i))
                    || value(i)
            })
        })
}

/// A way to somewhere, which its «to» tells.
fn is_journey(word: &str) -> bool {
    matches!(
        word,
        "visit" | "trip" | "journey" | "tour" | "voyage" | "pilgrimage" | "stopover" | "mission"
    )
}

/// Whether the claim's event is a movement: «flew to».
pub(super) fn onward(asked: Asked<'_>) -> bool {
    asked.claim.event.is_some_and(|event| {
        asked.scene.story.events[event].what.iter().any(|what| {
            matches!(
                what.as_str(),
                "flew" | "fly" | "next stop" | "travelled" | "traveled" | "left for" | "headed"
            )
        })
    })
}

/// «Malmo was the scene of the fire», «the Malmo summit»: told as where it took place without «in» or «at».
pub(super) fn is_scene(asked: Asked<'_>, range: &Range<usize>, event: usize) -> bool {
    let scene = asked.scene;
    let sentence = scene.syntax_at(range.start);
    let Some(phrase) = sentence.phrase_of(range.start) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let told = known.words == *range
        && sentence.phrases_in(known.clause).any(|other| {
            matches!(
                scene.head_of(sentence, other),
                "scene" | "site" | "venue" | "place" | "location" | "setting"
            ) && crate::eval::role::equates(sentence, known.clause, phrase, other)
        });
    let before = scene
        .instances_in(range.end..range.end + 1)
        .first()
        .is_some_and(|instance| {
            instance.event == Some(event)
                && instance.words.start == range.end
                && instance.words.end == known.words.end
                && scene.words.gap(range.end) == Gap::Space
        });
    // «Malmo blast kills 12»: a headline leaves «the» away. A country before it may be who did it.
    let titled = || {
        scene.part(scene.sentence_of(range.start)) == Part::Headline
            && known.words.start == range.start
            && scene
                .entities_in(range.clone())
                .any(|mention| !scene.story.entities[mention.entity].within.is_empty())
    };
    told || before && (scene.words.at(known.words.start) == "the" || titled())
}

/// «The quake struck Corsa», «a blast tore through the port of Malmo»: what the event itself does to a place.
pub(super) fn is_struck(asked: Asked<'_>, range: &Range<usize>, event: usize) -> bool {
    let scene = asked.scene;
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let Some(phrase) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    // «struck the province of Corsa»
    let phrase = sentence.phrases[phrase]
        .after
        .filter(|&of| {
            sentence.phrases[phrase].preposition_is_of
                && sentence
                    .noun(of)
                    .is_some_and(|noun| PARTS.has(scene.words.at(noun.head)))
        })
        .unwrap_or(phrase);
    let known = &sentence.phrases[phrase];
    let Some(verb) = sentence.verb(known.clause) else {
        return false;
    };
    // «Orvan was hit by an earthquake»
    let agent = |phrase: usize| {
        sentence.phrases[phrase]
            .preposition
            .is_some_and(|word| scene.words.at(word) == "by")
            && scene
                .instances_in(sentence.phrases[phrase].words.clone())
                .iter()
                .any(|instance| instance.event == Some(event) && instance.other.is_none())
    };
    if verb.passive
        && !verb.negated
        && sentence.clauses[known.clause].subject == [phrase]
        && class::is_striking(scene.words.at(verb.main))
        && sentence.phrases_in(known.clause).any(agent)
    {
        return true;
    }
    let through = known
        .preposition
        .is_some_and(|word| matches!(scene.words.at(word), "through" | "across" | "into"));
    let direct = known.place == Place::Object && known.preposition.is_none();
    let itself = sentence.clauses[known.clause]
        .subject
        .iter()
        .any(|&subject| {
            scene
                .instances_in(sentence.phrases[subject].words.clone())
                .iter()
                .any(|instance| instance.event == Some(event) && instance.other.is_none())
        });
    // «also hit Lund», «then struck Visby»: one of several places.
    let several = (sentence.words.start..range.start).any(|at| {
        matches!(
            scene.words.at(at),
            "also" | "then" | "later" | "next" | "again"
        )
    });
    let main = sentence.clauses[known.clause].link == Link::Main
        || sentence.clauses[known.clause].link == Link::Subordinate;
    (direct || through)
        && itself
        && main
        && !several
        && !verb.passive
        && !verb.negated
        && class::is_striking(scene.words.at(verb.main))
}

/// «The quake struck the central islands, killing 28 people in Cebu»: what the event did to people there, where its verb has
/// another place for its object.
pub(crate) fn is_where_they_died(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    let toll = known.link == Link::Participle
        && word_tally(scene.verb_of(sentence, clause)).is_some()
        && instance.words.end <= range.start
        && sentence.clause_of(instance.words.start) != Some(clause);
    let struck = |above: usize| {
        class::is_striking(scene.verb_of(sentence, above))
            && sentence.phrases_in(above).any(|phrase| {
                let other = &sentence.phrases[phrase];
                other.place == Place::Object
                    && other.preposition.is_none()
                    && sentence
                        .noun(phrase)
                        .is_some_and(|noun| noun.tag == Tag::Name)
            })
    };
    toll && known.parent.is_some_and(struck)
}

/// «From Beijing she flew to Bali»: the way starts where the mover's own events took place, and leads where none did.
pub(super) fn goes_on_to(asked: Asked<'_>, range: &Range<usize>, to: usize) -> bool {
    let scene = asked.scene;
    let events = &scene.story.events;
    let Some(movers) = asked.claim.event.map(|event| &events[event].who) else {
        return false;
    };
    let own = |place: usize| {
        events
            .iter()
            .filter(|event| event.who.iter().any(|who| movers.contains(who)))
            .filter_map(|event| event.at)
            .any(|at| scene.plan.places.holds(place, at) || scene.plan.places.holds(at, place))
    };
    let sentence = scene.sentence_at(range.start);
    let starts = scene
        .entities_in(sentence)
        .any(|mention| scene.words.near(mention.words.start, -1) == "from" && own(mention.entity));
    starts && !own(to)
}

/// Whether a place is where other events of the story took place.
pub(super) fn is_scene_of_others(asked: Asked<'_>, entity: usize) -> bool {
    let story = asked.scene.story;
    story
        .events
        .iter()
        .filter_map(|event| event.at)
        .any(|at| asked.scene.plan.places.holds(entity, at))
}
