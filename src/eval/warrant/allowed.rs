//! Which roles towards an event word let a value of each kind accuse.
//!
//! In: what was found of a value's role in the clause of the event word. Out: whether a value of the kind in that role can only be
//! the event's.

use super::is_apart;
use super::lead;
use super::noun::concerns;
use super::noun::is_estimating;
use super::noun::is_harm_of;
use super::noun::is_meeting;
use super::noun::is_occasion;
use super::noun::of_another_thing;
use super::noun::of_noun;
use super::noun::owns;
use super::site::crosses;
use super::site::follows_name;
use super::site::is_house;
use super::site::is_named_after_town;
use super::site::is_site;
use super::site::strays;
use super::there::has_site;
use super::there::is_bound_for;
use super::timed;
use crate::eval::apart;
use crate::eval::role;
use crate::eval::role::Found;
use crate::eval::role::Role;
use crate::eval::scene::Scene;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::class;
use crate::rule::Kind;
use crate::value::Tally;

/// Whether a noun only tells, with another preposition than «of», what the subject of a clause is.
fn hangs(sentence: &Sentence, noun: usize, clause: usize) -> bool {
    let phrase = &sentence.phrases[noun];
    let subject = &sentence.clauses[clause].subject;
    phrase.place == Place::Adverbial
        && !phrase.preposition_is_of
        && !subject.contains(&noun)
        && role::chain(sentence, noun).any(|up| subject.contains(&up))
}

/// Whether the role of a value says that it is of the event.
pub(super) fn allows(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
    let frame = found.frame(sentence, scene.words);
    let verb = frame.verb;
    let lead = frame.preposition;
    let object = matches!(frame.place, Place::Object | Place::Subject);
    let when = kind.is_setting();
    if when
        && (follows_name(scene, sentence, kind, found)
            || kind == Kind::Place && is_site(scene, sentence, found))
    {
        return true;
    }
    if kind == Kind::Place
        && !of_a_time(scene, sentence, found)
        && is_bound_for(scene, sentence, found)
    {
        return true;
    }
    if is_ruled_out(scene, sentence, kind, found) {
        return false;
    }
    let length = matches!(lead, "" | "for" | "over" | "of" | "at" | "to");
    // «At noon Corsa was shaken by the quake»: what the quake does is done when it happens.
    let done_by = when
        && found.role == Role::Companion
        && frame
            .group
            .is_some_and(|group| group.passive && !group.negated)
        && (class::is_striking(verb) || crate::eval::tally::lexicon::word_tally(verb).is_some())
        && found
            .noun
            .is_some_and(|noun| super::lead(scene, sentence, noun) == Some("by"));
    if done_by && (kind != Kind::Place || frame.place == Place::Subject) {
        return true;
    }
    match found.role {
        // «spoke in Osaka of the summit»: no place is an event's in this way.
        Role::Modifier if when => found.noun == Some(found.value) || !of_noun(sentence, found),
        Role::Modifier => true,
        // «A man in hospital after the blasts in Corsa on 13 August 2015», in a caption: the day may be that of the man.
        Role::Postmodifier if when => {
            let verbless = !sentence.verb(found.clause).is_some_and(|verb| verb.finite);
            !crosses(scene, sentence, found)
                && !(verbless && kind == Kind::Date && timed(scene, sentence, found))
        }
        Role::Postmodifier => match kind {
            Kind::Duration => length && lead != "to",
            Kind::Money => matches!(lead, "" | "of" | "for" | "at" | "worth"),
            _ => true,
        },
        Role::Predicate if when => {
            class::is_happening(verb)
                || frame.group.is_none()
                // «the final was played in Bristol»
                || class::is_contesting(verb)
                    && frame.group.is_some_and(|group| group.passive)
                    // «was played on a screen in Bristol»
                    && sentence.phrases[found.value]
                        .after
                        .is_none_or(|up| Some(up) == found.noun)
        }
        Role::Predicate => match kind {
            // «the talks broke off for four hours»
            Kind::Duration
                if lead == "for" && (ends(scene, frame.group) || class::is_delaying(verb)) =>
            {
                false
            }
            Kind::Duration => {
                object || length || lead == "in" || lead == "after" && ends(scene, frame.group)
            }
            // «earned the banks 24 million in fees»
            Kind::Money => !class::is_yielding(verb),
            _ => true,
        },
        Role::Adverbial if when => true,
        Role::Adverbial => match kind {
            Kind::Duration => object || matches!(lead, "" | "for" | "over" | "to"),
            Kind::Money => object || matches!(lead, "for" | "at" | "worth"),
            _ => true,
        },
        // «woke up after the march»: another time than the event's.
        Role::Companion if timed(scene, sentence, found) && lead != "after" => false,
        // «a silence for the dead was held at noon»: the time of what is held.
        Role::Companion
            if when
                && found
                    .noun
                    .is_some_and(|noun| hangs(sentence, noun, found.clause)) =>
        {
            false
        }
        // «the memorial for the fire was opened on 14 March»: of another thing, which only has to do with it.
        Role::Companion if (when || kind == Kind::Duration) && concerns(sentence, found) => false,
        Role::Companion => allows_companion(scene, sentence, kind, found),
        Role::Continuation => !when,
        Role::Circumstance => false,
    }
}

/// Whether something about a value speaks against it, whatever role it has.
fn is_ruled_out(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
    let frame = found.frame(sentence, scene.words);
    let when = kind.is_setting();
    let counts = matches!(kind, Kind::Count | Kind::Percent);
    if when && kind != Kind::Place && on_the_eve(scene, sentence, found) {
        return true;
    }
    if kind == Kind::Place && of_a_time(scene, sentence, found) {
        return true;
    }
    // «a 35-minute call» is the call's, «the earthquake zone on Tuesday» the zone's.
    // «in Corsa province»: the noun only says what sort of place it is.
    let sort = kind == Kind::Place && apart::is_sort_of_place(scene.head_of(sentence, found.value));
    let site = kind == Kind::Place
        && sentence
            .noun(found.value)
            .and_then(|noun| noun.owner.clone())
            .is_some_and(|owner| has_site(scene, &owner));
    if (found.within
        && !counts
        && !sort
        && !site
        && !is_housed(scene, sentence, kind, found)
        && found.role != Role::Modifier)
        || found.beside
            && !is_meeting(scene, sentence, found)
            && (when || !owns(sentence, found))
            && !found
                .noun
                .and_then(|noun| sentence.noun(noun))
                .is_some_and(|noun| is_occasion(scene.words.at(noun.head)))
    {
        return true;
    }
    // «announced the disappearance of the ferry on 19 May»: the day of the disappearance, or that of the announcement.
    let announced = matches!(kind, Kind::Date | Kind::Time)
        && found.role == Role::Postmodifier
        && class::is_saying(frame.verb)
        // «announced her resignation on 19 May», where the announcement is the event.
        && frame
            .group
            .is_some_and(|group| scene.instances_in(group.main..group.main + 1).is_empty())
        && found
            .noun
            .is_some_and(|noun| sentence.phrases[noun].place == Place::Object);
    if announced {
        return true;
    }
    // «The blast on 9 May could be heard»: what belongs to the subject is not in doubt with the verb.
    let named = found.role == Role::Postmodifier
        && found
            .noun
            .is_some_and(|noun| sentence.clauses[found.clause].subject.contains(&noun));
    if found.role != Role::Modifier && !named && frame.group.is_some_and(|group| group.doubtful) {
        return true;
    }
    if when
        && matches!(found.role, Role::Adverbial | Role::Predicate)
        && strays(scene, sentence, kind, found)
    {
        return true;
    }
    // «stopped the sale of houses worth 90 million»: a sum that tells of another thing.
    kind == Kind::Money
        && matches!(found.role, Role::Predicate | Role::Continuation)
        && of_another_thing(scene, sentence, found)
}

/// «in a Lund hospital»: what lies in a place is there.
fn is_housed(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
    let lead = found.frame(sentence, scene.words).preposition;
    kind == Kind::Place
        && matches!(lead, "in" | "at" | "inside" | "outside")
        && sentence
            .noun(found.value)
            .is_some_and(|noun| {
                noun.owner.is_none()
                    && (is_house(scene.words.at(noun.head)) || is_named_after_town(scene, noun))
            })
        // «after a stay in a Lund hospital»
        && role::chain(sentence, found.value).all(|up| {
            super::lead(scene, sentence, up).is_none_or(|word| !is_apart(word))
        })
}

/// The same of a value that only stands in the clause of the event word: its verb must make it the event's.
fn allows_companion(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
    let frame = found.frame(sentence, scene.words);
    let (verb, lead) = (frame.verb, frame.preposition);
    let object = matches!(frame.place, Place::Object | Place::Subject);
    match kind {
        Kind::Date | Kind::Time | Kind::Place => {
            // «Leth won the final on Sunday»
            let won = class::is_contesting(verb)
                && found
                    .noun
                    .is_some_and(|noun| sentence.phrases[noun].place == Place::Object);
            (class::is_light(verb) || won) && !class::is_ending(verb)
                || kind != Kind::Time && dies_in_it(scene, sentence, found)
        }
        Kind::Duration => {
            (class::is_light(verb) || class::is_lasting(verb))
                && (object || matches!(lead, "for" | "over" | ""))
                || lead == "after" && ends(scene, frame.group)
        }
        Kind::Money => {
            class::is_light(verb)
                // «fetched $350 million at auction»
                || object && matches!(verb, "fetched" | "fetches" | "raised" | "commanded" | "realised")
                || lead == "at" && is_harm_of(scene, sentence, found) && is_estimating(verb)
                // «in a deal worth $25, Harrow bought Velm»
                || lead == "worth"
                || object
                    && found
                        .noun
                        .and_then(|noun| super::lead(scene, sentence, noun))
                        .is_some_and(|word| matches!(word, "under" | "in" | "through" | "for"))
        }
        _ => true,
    }
}

/// «84 people were killed on Wednesday in the bombing»: who dies or is hurt in what is over in a moment is so on its day.
fn dies_in_it(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    let frame = found.frame(sentence, scene.words);
    let Some(noun) = found.noun else {
        return false;
    };
    let head = sentence.noun(noun).map(|noun| noun.head);
    let sudden = head.is_some_and(|head| crate::eval::thesaurus::is_sudden(scene.words.stem(head)));
    let within = sentence.phrases[noun].clause == found.clause
        && matches!(lead(scene, sentence, noun), Some("in" | "by" | "during"));
    let harm = matches!(
        crate::eval::tally::lexicon::word_tally(frame.verb),
        Some(Tally::Killed | Tally::Injured)
    );
    let borne = frame.group.is_some_and(|group| {
        let object = sentence
            .phrases_in(found.clause)
            .any(|phrase| sentence.phrases[phrase].place == Place::Object);
        // «84 were killed and 284 injured in the blast»: the second verb shares «were» with the first.
        let shared = role::is_gapped(sentence, found.clause) && group.either;
        !group.negated && !group.perfect && (group.passive || shared || !object)
    });
    let somebody = sentence.clauses[found.clause]
        .subject
        .iter()
        .all(|&subject| {
            sentence.phrases[subject]
                .words
                .clone()
                .all(|at| !matches!(scene.words.at(at), "nobody" | "none" | "no" | "neither"))
        });
    sudden && within && harm && borne && somebody
}

/// «prepared on Monday, on the eve of their summit», «on the anniversary of the fire»: a day that lies before or after.
fn on_the_eve(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found.noun.is_some_and(|noun| {
        role::chain(sentence, noun).any(|up| {
            matches!(
                scene.head_of(sentence, up),
                "eve" | "brink" | "verge" | "threshold" | "anniversary"
            )
        })
    })
}

/// «comes at a delicate time in Orrin», «amid protests in Orrin»: the place of what goes on meanwhile.
fn of_a_time(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    role::chain(sentence, found.value)
        .take_while(|&up| Some(up) != found.noun)
        .any(|up| {
            let meanwhile = lead(scene, sentence, up)
                .is_some_and(|word| matches!(word, "amid" | "amidst" | "despite"));
            meanwhile
                || matches!(
                    scene.head_of(sentence, up),
                    "time" | "moment" | "period" | "juncture" | "point" | "stage" | "era"
                )
        })
}

/// Whether a verb says that its object or subject is over: «ended», «called off».
fn ends(scene: &Scene<'_>, group: Option<&crate::eval::syntax::Verb>) -> bool {
    group.is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        class::is_ending(main)
            || matches!(main, "called" | "calls" | "call" | "broke" | "breaks")
                && scene.words.near(verb.main, 1) == "off"
    })
}
