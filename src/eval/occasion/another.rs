//! Days and places in the clause of an event word that tell another occasion than the event.
//!
//! In: a value and the event word it was bound to. Out: whether a place or a day beside them disagrees with the event's own.

use std::ops::Range;

use super::is_direction;
use crate::eval::apart;
use crate::eval::compare;
use crate::eval::compare::Expectation;
use crate::eval::compare::Relation;
use crate::eval::events::Form;
use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::scene::Scene;
use crate::eval::stamp;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;
use crate::eval::syntax::class;
use crate::eval::warrant;
use crate::eval::when;
use crate::eval::words::Gap;
use crate::rule::Claim;
use crate::rule::EntityIndex;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::value::Tally;
use crate::value::Value;

/// Whether place or time in the clause of an event word speak of another occasion: two of the same people elsewhere.
pub(crate) fn another_occasion(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: &Instance,
    event: EventIndex,
    judged: Kind,
) -> bool {
    let known = &scene.story.events[event];
    let Some(at) = known.at.filter(|_| !known.each_source) else {
        return false;
    };
    let sentence = scene.syntax(instance.sentence);
    let clauses = clauses_of_both(sentence, range, instance);
    let same = |phrase: &usize| clauses.contains(&Some(sentence.phrases[*phrase].clause));
    let mut places = Places::default();
    for phrase in (0..sentence.phrases.len()).filter(same) {
        places.see(scene, instance, phrase, event, at);
    }
    // A claim of the story that the sentence contradicts: the occasion is another one.
    let clashes = |kinds: &[Kind]| {
        scene.story.claims.iter().any(|claim| {
            claim.event == Some(event)
                && claim.words.is_empty()
                && kinds.contains(&claim.kind)
                && disagrees(scene, claim, range, instance, &clauses)
        })
    };
    if judged == Kind::Place {
        // A wrong place alone is a fault; with a wrong length or day it is another occasion.
        return !places.home
            && (opens_later(scene, instance, event) || clashes(&[Kind::Duration, Kind::Date]));
    }
    if places.direct || places.strange && !places.home {
        return true;
    }
    // «was arrested on Thursday, following a collision that killed 61»: a day of what came of it.
    let came_of_it = || {
        judged == Kind::Count
            && sentence
                .phrase_of(instance.words.end - 1)
                .and_then(|phrase| sentence.phrases[phrase].preposition)
                .is_some_and(|word| matches!(scene.words.at(word), "after" | "following"))
    };
    let people = || known.who.iter().any(|&who| scene.acts(who));
    !matches!(judged, Kind::Date | Kind::Time)
        && !came_of_it()
        && !(places.home && people())
        && clashes(&[Kind::Date])
}

/// The clauses of a value and of an event word, and those that they go on with.
fn clauses_of_both(
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> Vec<Option<usize>> {
    let here = |word: usize| sentence.clause_of(word);
    let up = |clause: usize| {
        let known = &sentence.clauses[clause];
        known
            .parent
            .filter(|_| matches!(known.link, Link::Coordinated | Link::Participle))
    };
    let both = [here(range.end - 1), instance.words.clone().find_map(here)];
    let above = both.into_iter().flatten().filter_map(up).map(Some);
    both.into_iter().chain(above).collect()
}

/// What the places beside an event word say of where it was.
#[derive(Default)]
struct Places {
    /// The word itself leads to another place: «a six-day visit to Orrin».
    direct: bool,
    /// Another place stands with it.
    strange: bool,
    /// The event's own place stands with it, one that it lies in, or one in it.
    home: bool,
}

impl Places {
    /// Looks at one phrase of its clauses; the event took place `at`.
    fn see(
        &mut self,
        scene: &Scene<'_>,
        instance: &Instance,
        phrase: usize,
        event: EventIndex,
        at: EntityIndex,
    ) {
        let sentence = scene.syntax(instance.sentence);
        let known = &sentence.phrases[phrase];
        let lead = known.preposition.map_or("", |word| scene.words.at(word));
        let apart = matches!(
            lead,
            "after" | "before" | "since" | "than" | "like" | "unlike" | "until"
        );
        let places = &scene.plan.places;
        let event_phrase = sentence.phrase_of(instance.words.end - 1);
        for mention in scene.entities_in(known.words.clone()).filter(|_| !apart) {
            self.home |= places.holds(mention.entity, at) || places.holds(at, mention.entity);
            // «the shelling of Damascus», but not «the north of Damascus»
            let named = lead == "of"
                && known.after.is_some_and(|after| {
                    sentence.phrases[after]
                        .words
                        .contains(&instance.words.start)
                });
            // «just back from a six-day visit to Orrin»
            self.direct |= matches!(lead, "in" | "at" | "to")
                && known.after.is_some()
                && known.after == event_phrase
                && places.apart(mention.entity, at);
            let around = lead.is_empty() || lead == "of" && !named || is_direction(lead);
            self.strange |= !around && places.apart(mention.entity, at);
        }
        // «shelled Damascus»
        self.strange |= known.place == Place::Object
            && places.strange(scene.written(known.words.clone()), at) == Some(true);
        let people = || {
            let who = &scene.story.events[event].who;
            who.iter().filter(|&&who| scene.acts(who)).count() > 1
        };
        let named = || {
            sentence
                .noun(phrase)
                .is_some_and(|noun| noun.tag == Tag::Name)
        };
        self.strange |= is_located(scene, sentence, phrase)
            && named()
            && scene.entities_in(known.words.clone()).next().is_none()
            && people();
    }
}

/// Whether a phrase says where: «in Lund», «in the hills of Lund».
fn is_located(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> bool {
    let lead = |phrase: usize| {
        let word = sentence.phrases[phrase].preposition;
        word.map_or("", |word| scene.words.at(word))
    };
    let hills = || {
        let after = sentence.phrases[phrase].after;
        lead(phrase) == "of" && after.is_some_and(|after| lead(after) == "in")
    };
    matches!(
        lead(phrase),
        "in" | "at"
            | "near"
            | "outside"
            | "off"
            | "over"
            | "inside"
            | "south"
            | "north"
            | "east"
            | "west"
    ) || hills()
}

/// «Later on Monday, blasts shook Lund», «Hours later an attack hit Lund»: a sentence that goes on to a later time, with a
/// word for the event that points back to nothing, after the event has been told.
fn opens_later(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let words = scene.words;
    let start = words.of_sentence(instance.sentence).start;
    let later = (start..start + 3)
        .take_while(|&at| at == start || words.gap(at) < Gap::Break)
        .any(|at| words.at(at) == "later");
    later
        && matches!(instance.form, Form::Indefinite | Form::Bare)
        && scene
            .instances_in(0..start)
            .iter()
            .any(|told| told.event == Some(event) && told.other.is_none())
}

/// «Marin greeted Dvorin at his home in Orrin», «her trip to Orrin was called off»: a place right for another event of the
/// story, whose people all stand in the sentence, one of whom has no part in `event`; or which has the same people.
pub(crate) fn is_place_of_another(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let own = &scene.story.events[event].who;
    let sentence = scene.words.of_sentence(instance.sentence);
    let there = |who: &usize| {
        scene
            .entities_in(sentence.clone())
            .any(|mention| mention.entity == *who)
    };
    scene.story.events.iter().enumerate().any(|(other, known)| {
        let others = known.who.iter().any(|who| !own.contains(who)) && known.who.iter().all(there);
        let same = !own.is_empty() && known.who == *own && known.at != scene.story.events[event].at;
        other != event
            && (others || same)
            && known.at.is_some_and(|at| {
                scene
                    .entities_in(range.clone())
                    .any(|mention| scene.plan.places.holds(at, mention.entity))
            })
    })
}

/// «Harlo, which has already been fined 2 billion in another case»: what was done before the time that is told of.
pub(crate) fn done_before(scene: &Scene<'_>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let clause =
        role::home(sentence, &instance.words).or_else(|| sentence.clause_of(instance.words.start));
    clause
        .filter(|&clause| sentence.verb(clause).is_some_and(|verb| verb.perfect))
        .and_then(|clause| sentence.clauses[clause].verb)
        .is_some_and(|verb| {
            let group = sentence.chunks[verb].words.clone();
            (group.start..=group.end)
                .any(|at| matches!(scene.words.at(at), "already" | "previously" | "earlier"))
        })
}

/// «had already hit the coast in February», «was already sentenced in May», «they previously met in Orrin»: what had been
/// before the time that is told of may be an earlier one.
pub(crate) fn had_been(scene: &Scene<'_>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let clause =
        role::home(sentence, &instance.words).or_else(|| sentence.clause_of(instance.words.start));
    clause
        .and_then(|clause| sentence.clauses[clause].verb)
        .is_some_and(|verb| {
            let group = sentence.chunks[verb].words.clone();
            let near = group.start..(group.end + 1);
            let had = group.clone().any(|at| scene.words.at(at) == "had");
            let now = group
                .clone()
                .any(|at| matches!(scene.words.at(at), "has" | "have"));
            near.into_iter().any(|at| match scene.words.at(at) {
                "once" | "earlier" => had,
                "already" => !now,
                "previously" => true,
                _ => false,
            })
        })
}

/// Whether a length or a date in one of `clauses` is not what `claim` expects.
fn disagrees(
    scene: &Scene<'_>,
    claim: &Claim,
    range: &Range<usize>,
    instance: &Instance,
    clauses: &[Option<usize>],
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Expected::AnyOf(rights) = &claim.expected else {
        return false;
    };
    let index = scene.sentence_of(sentence.words.start);
    let mentions = scene.mentions_of(index);
    mentions.iter().any(|mention| {
        let words = scene.words_of(mention);
        let another = || {
            claim
                .event
                .is_some_and(|event| crate::eval::apart::time::is_of_another(scene, &words, event))
        };
        if words.is_empty()
            || crate::eval::elsewhere::in_name(scene, &words)
            || stamp::of(scene, mention).is_some()
            || another()
            || !clauses.contains(&sentence.clause_of(words.end - 1))
            || claim.kind == Kind::Date
                && (of_the_telling(scene, sentence, &words)
                    || crate::eval::elsewhere::is_of_since(scene, &words)
                    || of_another_verb(scene, sentence, &words, instance)
                        && is_below(scene, sentence, &words, range, instance)
                    || apart::time::names_a_feast(scene, &words))
        {
            return false;
        }
        let clashes = |right: &Right| match (&mention.value, claim.kind) {
            // «with a minute-long handshake»
            (Value::Duration { .. }, Kind::Duration)
                if of_another_noun(scene, sentence, &words) =>
            {
                false
            }
            (Value::Duration { .. }, Kind::Duration) => compare::measure(&mention.value)
                .is_some_and(|measure| {
                    Expectation::of(right)
                        .is_some_and(|expected| expected.judge(&measure) == Relation::Clashes)
                }),
            (Value::Date(date), Kind::Date) => {
                when::date(date, right, &scene.story.zone, scene.published, &[])
                    == Relation::Clashes
            }
            _ => false,
        };
        !rights.is_empty() && rights.iter().all(clashes)
    })
}

/// «an update on the blasts that struck Lund», «was arrested on Monday after the crash near Lund», «arrived on Monday for
/// the talks»: the value is told with the event's noun, in its phrase, behind it or in its relative clause, and not with the
/// verb.
fn is_below(
    scene: &Scene<'_>,
    sentence: &Sentence,
    date: &Range<usize>,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let (Some(value), Some(noun)) = (
        sentence.phrase_of(range.end - 1),
        sentence.phrase_of(instance.words.end - 1),
    ) else {
        return false;
    };
    let known = &sentence.clauses[sentence.phrases[value].clause];
    let purpose = sentence.phrases[noun]
        .preposition
        .is_some_and(|word| scene.words.at(word) == "for");
    // «pose during their talks in Lund, Monday»: what follows the value may be the noun's as well.
    let before = date.end <= range.start;
    value == noun
        || purpose && warrant::comes_for(scene, sentence, value)
        || before
            && (role::chain(sentence, value).any(|up| up == noun)
                || known.link == Link::Relative && known.antecedent == Some(noun))
}

/// Whether a length is that of another noun in its own phrase, which is no word for an event.
fn of_another_noun(scene: &Scene<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    sentence.phrase_of(words.start).is_some_and(|phrase| {
        let known = sentence.phrases[phrase].words.clone();
        sentence
            .noun(phrase)
            .is_some_and(|noun| noun.head >= words.end)
            && scene.instances_in(known).is_empty()
    })
}

/// «134 as of Wednesday», «the toll rose to 94 on Monday», «are searching on Wednesday after the blast»: a date that tells
/// as of when a figure is known, or what goes on now, and not when the event took place.
pub(crate) fn of_the_telling(scene: &Scene<'_>, sentence: &Sentence, date: &Range<usize>) -> bool {
    const REACH: usize = 9;
    let words = scene.words;
    if words.at(date.start) == "as" && words.at(date.start + 1) == "of"
        || words.near(date.start, -1) == "of" && words.near(date.start, -2) == "as"
    {
        return true;
    }
    // «have died, according to a ministry statement on Tuesday»
    let start = scene.sentence_at(date.start).start;
    let stated = (start.max(date.start.saturating_sub(REACH))..date.start)
        .rev()
        .take_while(|&at| words.gap(at + 1) < Gap::Comma)
        .any(|at| {
            words.at(at) == "according" && words.at(at + 1) == "to"
                || words.at(at) == "per" && words.gap(at) == Gap::Comma
        });
    if stated {
        return true;
    }
    let Some(clause) = sentence.clause_of(date.end - 1) else {
        return false;
    };
    let toll = sentence.clauses[clause].subject.iter().any(|&subject| {
        matches!(
            scene.head_of(sentence, subject),
            "toll" | "tolls" | "count" | "number" | "figure" | "tally" | "total"
        )
    });
    let now = sentence.verb(clause).is_some_and(|verb| {
        let group = sentence.clauses[clause]
            .verb
            .map_or(0..0, |verb| sentence.chunks[verb].words.clone());
        verb.finite
            && words.at(verb.main).ends_with("ing")
            && group
                .into_iter()
                .any(|at| matches!(words.at(at), "is" | "are" | "continues" | "continue"))
    });
    toll || now
}

/// «claimed on Thursday two blasts in Corsa»: the day is that of a verb which only has to do with the event.
fn of_another_verb(
    scene: &Scene<'_>,
    sentence: &Sentence,
    date: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(clause) = sentence.clause_of(date.end - 1) else {
        return false;
    };
    let Some(verb) = sentence.verb(clause) else {
        return false;
    };
    let main = scene.words.at(verb.main);
    let noun = sentence
        .phrase_of(instance.words.end - 1)
        .filter(|_| role::home(sentence, &instance.words).is_none());
    // «a worker was arrested on Monday after the crash»
    let follows = noun.is_some_and(|noun| {
        sentence.phrases[noun].preposition.is_some_and(|word| {
            matches!(scene.words.at(word), "after" | "following" | "over" | "for")
        })
    });
    let tells = verb.copula
        || class::is_light(main)
        || class::is_happening(main)
        || class::is_lasting(main)
        || class::is_striking(main)
        || crate::eval::tally::lexicon::word_tally(main)
            .is_some_and(|tally| tally != Tally::Arrested || !follows);
    // «the bombings on Wednesday»: right behind the event's word it is that one's.
    let beside = instance.words.end <= date.start && date.start - instance.words.end <= 2;
    !tells
        && !beside
        && noun.is_some_and(|noun| {
            sentence.phrases[noun].clause == clause
                && !sentence.clauses[clause].subject.contains(&noun)
        })
}
