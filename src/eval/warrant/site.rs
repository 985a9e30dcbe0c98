//! Places and days that belong to a noun beside the event word: «the factory in Lund», «the wall at Kolm».
//!
//! In: what was found of a value's role. Out: whether the noun between is where it happened, or another thing with a place of its own.

use super::is_apart;
use super::lead;
use crate::eval::role;
use crate::eval::role::Found;
use crate::eval::role::Role;
use crate::eval::scene::Scene;
use crate::eval::syntax::Article;
use crate::eval::syntax::Noun;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;
use crate::eval::syntax::class;
use crate::eval::syntax::verb;
use crate::eval::words::Gap;
use crate::rule::Kind;

/// «died after a fall on 20 May», «was sentenced for murders in Oster»: the time or place stands behind a noun of another
/// time, of a cause or of what it was for, and may be that noun's.
pub(super) fn strays(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
    role::chain(sentence, found.value)
        .filter(|&up| Some(up) != found.noun)
        .any(|up| {
            let noun = sentence
                .noun(up)
                .is_some_and(|noun| matches!(noun.tag, Tag::Noun | Tag::Value | Tag::Number));
            noun && !(kind == Kind::Date && at_once_with(scene, sentence, up))
                && lead(scene, sentence, up).is_some_and(|word| {
                    // «was sworn in as mayor on 20 May»
                    is_apart(word) && (word != "as" || kind == Kind::Place)
                        || word == "from"
                        || kind == Kind::Place && matches!(word, "for" | "to" | "with")
                })
        })
}

/// «crashed shortly after takeoff on Tuesday», «minutes before landing»: what lies moments apart lies on one day.
fn at_once_with(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> bool {
    sentence.phrases[phrase].preposition.is_some_and(|word| {
        matches!(scene.words.at(word), "after" | "before")
            && matches!(
                scene.words.near(word, -1),
                "shortly" | "minutes" | "moments" | "seconds" | "immediately"
            )
    })
}

/// Nouns of buildings and quarters, which stand where the name before them says: «a Lund hospital».
pub(super) fn is_house(word: &str) -> bool {
    matches!(
        word,
        "hospital"
            | "clinic"
            | "hotel"
            | "court"
            | "courtroom"
            | "courthouse"
            | "church"
            | "cathedral"
            | "mosque"
            | "prison"
            | "jail"
            | "school"
            | "university"
            | "stadium"
            | "arena"
            | "theatre"
            | "theater"
            | "museum"
            | "gallery"
            | "restaurant"
            | "nightclub"
            | "apartment"
            | "flat"
            | "house"
            | "home"
            | "suburb"
            | "neighbourhood"
            | "neighborhood"
            | "street"
            | "square"
            | "park"
            | "airport"
            | "station"
            | "harbour"
            | "harbor"
            | "market"
            | "mall"
            | "palace"
            | "port"
            | "hospice"
    )
}

/// «at a Lund market»: one of many in the town before it. A country before a noun may only be what it is about.
pub(super) fn is_named_after_town(scene: &Scene<'_>, noun: &Noun) -> bool {
    noun.article == Article::Indefinite
        && noun.tag == Tag::Noun
        && scene
            .entities_in(noun.head.saturating_sub(1)..noun.head)
            .any(|mention| !scene.story.entities[mention.entity].within.is_empty())
}

/// «may meet at the APEC summit in Osaka», «during the APEC summit in May»: what follows a named event at once, where
/// something happens at it, is said of it, whatever the clause makes of the rest. A day may be that of the rest.
pub(super) fn follows_name(
    scene: &Scene<'_>,
    sentence: &Sentence,
    kind: Kind,
    found: &Found,
) -> bool {
    let Some(noun) = found.noun.map(|noun| &sentence.phrases[noun]) else {
        return false;
    };
    let word = |at: Option<usize>| at.map_or("", |at| scene.words.at(at));
    let value = &sentence.phrases[found.value];
    // «in May» is one value, «in Osaka» a place behind its preposition.
    let start = value.preposition.unwrap_or(value.words.start);
    let at_once = start == noun.words.end;
    let lead = scene.words.at(start);
    let fits = match kind {
        Kind::Place => matches!(lead, "in" | "at"),
        Kind::Date => lead == "in",
        _ => false,
    };
    let named = noun.words.clone().any(|at| scene.words.is_capital(at));
    fits && at_once && named && matches!(word(noun.preposition), "at" | "during")
}

/// «the earthquake's epicentre was in Bam», «the epicentre of the earthquake»: the event's own place, by its name and by
/// nothing else, and where it is.
pub(super) fn is_site(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    let Some(event) = found.noun else {
        return false;
    };
    let above = sentence.phrases[event]
        .after
        .filter(|_| sentence.phrases[event].preposition_is_of)
        .filter(|above| sentence.clauses[found.clause].subject.contains(above));
    let Some(noun) = sentence.noun(above.unwrap_or(event)) else {
        return false;
    };
    let bare = above.is_some() && noun.owner.is_none()
        || noun
            .owner
            .as_ref()
            .is_some_and(|owner| noun.head <= owner.end + 1);
    let site = matches!(
        scene.words.at(noun.head),
        "epicentre"
            | "epicenter"
            | "hypocentre"
            | "hypocenter"
            | "site"
            | "scene"
            | "venue"
            | "location"
            | "setting"
    );
    let frame = found.frame(sentence, scene.words);
    let is = (verb::is_be(frame.verb) || matches!(frame.verb, "lay" | "lies"))
        && frame
            .group
            .is_some_and(|group| !group.doubtful && !group.negated);
    let said = above.is_some() || found.role == Role::Predicate;
    bare && site && is && said && matches!(frame.preposition, "" | "in" | "at")
}

/// «the meeting after the vote on Monday»: a joint of time between them makes two times of it; «praised the summit on
/// Monday» tells when it was praised.
pub(super) fn crosses(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    let words = scene.words;
    let between = role::chain(sentence, found.value).take_while(|&up| Some(up) != found.noun);
    let timed = between.into_iter().any(|up| {
        lead(scene, sentence, up).is_some_and(is_apart)
            || !scene
                .instances_in(sentence.phrases[up].words.clone())
                .is_empty()
    });
    let Some(noun) = found.noun else { return timed };
    let known = &sentence.phrases[noun];
    // «A year after the fire, on 12 March»: the day is that of the anniversary.
    let start = sentence.phrases[found.value]
        .preposition
        .unwrap_or(sentence.phrases[found.value].words.start);
    let set_off =
        lead(scene, sentence, noun).is_some_and(is_apart) && words.gap(start) >= Gap::Comma;
    let timed = timed || set_off;
    // «came to the wreck in June»: the day of the way there.
    let goal = matches!(lead(scene, sentence, noun), Some("to" | "into"));
    let told = sentence.verb(known.clause).is_some_and(|verb| {
        let main = words.at(verb.main);
        goal && class::is_moving(main)
            || !(class::is_light(main) || class::is_happening(main) || class::is_contesting(main))
            || class::is_ending(main)
    });
    // «On her trip to Lund on 3 May, she met …»: before the verb it tells when.
    let fronted = known.place == Place::Adverbial
        && sentence.clauses[known.clause]
            .verb
            .is_some_and(|verb| known.words.end <= sentence.chunks[verb].words.start)
        && matches!(lead(scene, sentence, noun), Some("on" | "for"));
    let object = known.place == Place::Object
        || !fronted && matches!(
            lead(scene, sentence, noun),
            Some("for" | "about" | "over" | "against" | "on" | "to" | "into")
        )
        // «spoke of the collapse», «learned of it»: no noun stands before it.
        || known.after.is_none() && lead(scene, sentence, noun) == Some("of");
    timed || object && told
}
