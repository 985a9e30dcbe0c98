//! When a value may accuse: its place in the sentence leaves no other reading than that it is the event's.
//!
//! In: a value, a claim, the event word it was bound to. Out: whether the role of the value is one that the kind of claim
//! allows. A value that only agrees needs less. Whose event it is, [`super::identity`] tells.

mod noun;
mod site;
mod there;

use std::ops::Range;

use self::noun::concerns;
use self::noun::is_estimating;
use self::noun::is_harm_of;
use self::noun::is_meeting;
use self::noun::is_occasion;
use self::noun::of_another_thing;
use self::noun::of_noun;
use self::noun::owns;
use self::site::crosses;
use self::site::follows_name;
use self::site::is_house;
use self::site::is_named_after_town;
use self::site::is_site;
use self::site::strays;
pub(crate) use self::there::comes_for;
pub(crate) use self::there::has_site;
use self::there::is_bound_for;
pub(crate) use self::there::is_where;
use super::apart;
use super::caution;
use super::events::Instance;
use super::role;
use super::role::Found;
use super::role::Role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::class;
use super::syntax::verb;
use super::toll;
use crate::rule::Kind;
use crate::value::Tally;

/// Whether the role of `range` towards `instance` is one of those that say a value of `kind` of an event.
pub(crate) fn of_event(
    scene: &Scene<'_>,
    kind: Kind,
    tally: bool,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    // «61 were killed and 300 hurt when a train derailed»: what is said behind the second figure is said of both.
    let twin = || {
        let twin = toll::twin(scene, range)?;
        let before = twin.end <= instance.words.start;
        (before && of_figure(scene, kind, tally, &twin, instance)).then_some(())
    };
    of_figure(scene, kind, tally, range, instance) || tally && twin().is_some()
}

/// The same of one figure alone.
fn of_figure(
    scene: &Scene<'_>,
    kind: Kind,
    tally: bool,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    if tally && caution::doubtful(sentence, range) {
        return false;
    }
    let away = || {
        toll::elsewhere(scene, sentence, range, instance)
            || toll::in_another_place(scene, sentence, range, instance)
    };
    if kind == Kind::Place && is_where(scene, sentence, range, instance) {
        return true;
    }
    let Some(found) = role::role(sentence, range, &instance.words) else {
        return tally && !away() && toll::alone(scene, sentence, range, instance)
            || kind == Kind::Place && meanwhile(scene, sentence, range, instance);
    };
    if tally {
        let before = found
            .noun
            .and_then(|noun| lead(scene, sentence, noun))
            .is_some_and(|word| {
                is_apart(word)
                    && !matches!(
                        word,
                        "after" | "following" | "due" | "because" | "as" | "over"
                    )
            });
        // «twelve have died there since the bridge collapsed»
        let since = found.role == Role::Circumstance
            && [sentence.clause_of(instance.words.start), Some(found.clause)]
                .into_iter()
                .flatten()
                .any(|clause| {
                    sentence.clauses[clause].joint.is_some_and(|word| {
                        matches!(
                            scene.words.at(word),
                            "since" | "until" | "till" | "before" | "although" | "though"
                        )
                    })
                });
        if since
            || found.role == Role::Companion && before
            || toll::of_some(scene, sentence, range, &found)
            || away()
        {
            return false;
        }
        // «three were hurt after the break-out when a tyre burst»: the other clause tells what hurt them.
        let caused = sentence.clauses.iter().enumerate().any(|(at, other)| {
            other.link == Link::Subordinate
                && other.parent == Some(found.clause)
                && other
                    .joint
                    .is_some_and(|word| matches!(scene.words.at(word), "when" | "as"))
                && Some(at) != sentence.clause_of(instance.words.start)
                && scene
                    .instances_in(clause_words(sentence, at))
                    .iter()
                    .all(|other| other.event != instance.event)
        });
        return !(caused && found.role == Role::Companion && timed(scene, sentence, &found));
    }
    if found.role == Role::Circumstance {
        // «It was 4:30 pm when they met»: the clause says nothing else than the time.
        let frame = found.frame(sentence, scene.words);
        // «midnight when he told of the death»: what is only spoken of in the clause does not happen then.
        let inner = sentence
            .phrase_of(instance.words.end - 1)
            .is_none_or(|phrase| {
                matches!(
                    sentence.phrases[phrase].place,
                    Place::Subject | Place::Object
                )
            });
        let bare = inner
            && sentence.clauses[found.clause]
                .subject
                .iter()
                .all(|&subject| {
                    let phrase = &sentence.phrases[subject];
                    phrase.words.len() == 1 && scene.words.at(phrase.words.start) == "it"
                });
        return matches!(kind, Kind::Time | Kind::Date) && verb::is_be(frame.verb) && bare
            || at_once(scene, sentence, kind, range, instance, &found);
    }
    allows(scene, sentence, kind, &found)
}

/// Whether a noun only tells, with another preposition than «of», what the subject of a clause is.
fn hangs(sentence: &Sentence, noun: usize, clause: usize) -> bool {
    let phrase = &sentence.phrases[noun];
    let subject = &sentence.clauses[clause].subject;
    phrase.place == Place::Adverbial
        && !phrase.preposition_is_of
        && !subject.contains(&noun)
        && role::chain(sentence, noun).any(|up| subject.contains(&up))
}

/// Whether a value is the only one of its sort in a sentence that speaks of one event and names nobody else.
pub(crate) fn sole(
    scene: &Scene<'_>,
    kind: Kind,
    range: &Range<usize>,
    instance: &Instance,
    event: usize,
) -> bool {
    // Money and lengths are told of too many things beside an event.
    if !matches!(kind, Kind::Percent | Kind::Quantity) {
        return false;
    }
    let sentence = scene.syntax(instance.sentence);
    let all = scene.words.of_sentence(instance.sentence);
    let one = scene
        .instances_in(all)
        .iter()
        .all(|found| found.event == Some(event) && found.other.is_none());
    let mentions = scene
        .reading
        .mentions_of(&scene.reading.sentences[instance.sentence]);
    let span = scene.words.span(range.clone());
    let sort = |value: &crate::value::Value| match value {
        crate::value::Value::Number(_) | crate::value::Value::Count { .. } => {
            std::mem::discriminant(&crate::value::Value::Quote)
        }
        other => std::mem::discriminant(other),
    };
    let own = mentions.iter().find(|mention| mention.span.overlaps(span));
    let rivals = own.is_none_or(|own| {
        mentions
            .iter()
            .any(|other| !other.span.overlaps(span) && sort(&other.value) == sort(&own.value))
    });
    let asked =
        super::identity::WhoIs::new(scene, instance.sentence, &scene.story.events[event].who);
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.phrases[value];
    let within = kind != Kind::Count
        && kind != Kind::Percent
        && sentence
            .noun(value)
            .is_some_and(|noun| noun.head >= range.end);
    let lead = |phrase: usize| lead(scene, sentence, phrase);
    let apart = std::iter::once(value)
        .chain(role::chain(sentence, value))
        .chain(sentence.phrase_of(instance.words.start))
        .any(|phrase| lead(phrase).is_some_and(is_apart));
    let then = sentence.verb(known.clause).is_some_and(|verb| {
        verb.doubtful || verb.negated || verb.perfect && scene.words.near(verb.main, -1) == "had"
    });
    instance.sure && one && !rivals && !within && !apart && !then && !asked.strangers_here()
}

/// «Twelve died on 14 March when the ferry sank»: what happens when the event does happens on its day; where, only if it
/// is the event that is told: who dies in it, or who takes part.
fn at_once(
    scene: &Scene<'_>,
    sentence: &Sentence,
    kind: Kind,
    range: &Range<usize>,
    instance: &Instance,
    found: &Found,
) -> bool {
    let inner =
        role::home(sentence, &instance.words).or_else(|| sentence.clause_of(instance.words.start));
    let joint = [inner, Some(found.clause)]
        .into_iter()
        .flatten()
        .find(|&clause| sentence.clauses[clause].link == Link::Subordinate)
        .and_then(|clause| sentence.clauses[clause].joint);
    let when = joint.is_some_and(|word| scene.words.at(word) == "when");
    let Some(group) = sentence.verb(found.clause) else {
        return false;
    };
    let main = scene.words.at(group.main);
    let plain = !group.perfect && !group.modal && !group.negated && !class::is_saying(main);
    let phrase = &sentence.phrases[found.value];
    let direct = phrase.place == Place::Adverbial
        && !lead(scene, sentence, found.value).is_some_and(is_apart);
    // «was shot while speaking in Lund», «was speaking in Lund when he was shot»
    let meanwhile = kind == Kind::Place && meanwhile(scene, sentence, range, instance);
    let told = match kind {
        Kind::Date => true,
        Kind::Time => false,
        Kind::Place if meanwhile => return direct,
        Kind::Place => {
            let fatal = super::tally::lexicon::of_fate(main).is_some();
            let own = instance.event.is_some_and(|event| {
                super::said_of::subject_is(scene, range, &scene.story.events[event].who)
            });
            fatal || own && group.copula
        }
        _ => false,
    };
    when && plain && direct && told
}

/// Whether what the event's people do meanwhile, in one place, is told beside what comes to them: «was shot while speaking».
fn meanwhile(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let (Some(home), Some(value)) = (
        role::home(sentence, &instance.words),
        sentence.phrase_of(range.end - 1),
    ) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    let known = &sentence.clauses[clause];
    let joint = |clause: usize| {
        let known = &sentence.clauses[clause];
        known
            .joint
            .filter(|_| matches!(known.link, Link::Subordinate | Link::Participle))
            .map_or("", |word| scene.words.at(word))
    };
    let goes_on = sentence.verb(clause).is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        main.ends_with("ing") && !verb.negated && !verb.perfect && !class::is_moving(main)
    });
    let plain = sentence
        .verb(home)
        .is_some_and(|verb| !verb.negated && !verb.modal && !verb.doubtful);
    let in_it = matches!(lead(scene, sentence, value), Some("in" | "at" | "inside"))
        && role::chain(sentence, value).all(|up| {
            !lead(scene, sentence, up).is_some_and(|word| {
                is_apart(word) || word == "by" || word == "from" || word == "under"
            })
        });
    let own = known.subject.is_empty()
        || known.subject == sentence.clauses[home].subject
        || instance.event.is_some_and(|event| {
            super::said_of::subject_is(scene, range, &scene.story.events[event].who)
        });
    let borne = !sentence.clauses[home].subject.is_empty();
    let tied = known.parent == Some(home) && matches!(joint(clause), "while" | "whilst" | "as")
        || sentence.clauses[home].parent == Some(clause) && joint(home) == "when";
    tied && goes_on && plain && in_it && own && borne
}

/// The words from the first to the last of a clause.
fn clause_words(sentence: &Sentence, clause: usize) -> Range<usize> {
    let words = |at: usize| sentence.chunks[at].words.clone();
    let own: Vec<usize> = (0..sentence.chunks.len())
        .filter(|&chunk| sentence.homes[chunk] == clause)
        .collect();
    match (own.first(), own.last()) {
        (Some(&first), Some(&last)) => words(first).start..words(last).end,
        _ => 0..0,
    }
}

fn allows(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
    let frame = found.frame(sentence, scene.words);
    let verb = frame.verb;
    let lead = frame.preposition;
    let object = matches!(frame.place, Place::Object | Place::Subject);
    let when = matches!(kind, Kind::Date | Kind::Time | Kind::Place);
    let counts = matches!(kind, Kind::Count | Kind::Percent);
    if when
        && (follows_name(scene, sentence, kind, found)
            || kind == Kind::Place && is_site(scene, sentence, found))
    {
        return true;
    }
    // «in a Lund hospital»: what lies in a place is there.
    let housed = kind == Kind::Place
        && matches!(lead, "in" | "at" | "inside" | "outside")
        && sentence
            .noun(found.value)
            .is_some_and(|noun| {
                noun.owner.is_none()
                    && (is_house(scene.words.at(noun.head)) || is_named_after_town(scene, noun))
            })
        // «after a stay in a Lund hospital»
        && role::chain(sentence, found.value).all(|up| {
            self::lead(scene, sentence, up).is_none_or(|word| !is_apart(word))
        });
    if when && kind != Kind::Place && on_the_eve(scene, sentence, found) {
        return false;
    }
    if kind == Kind::Place && of_a_time(scene, sentence, found) {
        return false;
    }
    if kind == Kind::Place && is_bound_for(scene, sentence, found) {
        return true;
    }
    // «a 35-minute call» is the call's, «the earthquake zone on Tuesday» the zone's.
    // «in Corsa province»: the noun only says what sort of place it is.
    let sort = kind == Kind::Place
        && sentence
            .noun(found.value)
            .is_some_and(|noun| apart::is_sort_of_place(scene.words.at(noun.head)));
    let site = kind == Kind::Place
        && sentence
            .noun(found.value)
            .and_then(|noun| noun.owner.clone())
            .is_some_and(|owner| has_site(scene, &owner));
    if (found.within && !counts && !sort && !housed && !site && found.role != Role::Modifier)
        || found.beside
            && !is_meeting(scene, sentence, found)
            && (when || !owns(sentence, found))
            && !found
                .noun
                .and_then(|noun| sentence.noun(noun))
                .is_some_and(|noun| is_occasion(scene.words.at(noun.head)))
    {
        return false;
    }
    // «The blast on 9 May could be heard»: what belongs to the subject is not in doubt with the verb.
    let named = found.role == Role::Postmodifier
        && found
            .noun
            .is_some_and(|noun| sentence.clauses[found.clause].subject.contains(&noun));
    if found.role != Role::Modifier && !named && frame.group.is_some_and(|group| group.doubtful) {
        return false;
    }
    if when
        && matches!(found.role, Role::Adverbial | Role::Predicate)
        && strays(scene, sentence, kind, found)
    {
        return false;
    }
    let length = matches!(lead, "" | "for" | "over" | "of" | "at" | "to");
    // «stopped the sale of houses worth 90 million»: a sum that tells of another thing.
    if kind == Kind::Money
        && matches!(found.role, Role::Predicate | Role::Continuation)
        && of_another_thing(scene, sentence, found)
    {
        return false;
    }
    // «At noon Corsa was shaken by the quake»: what the quake does is done when it happens.
    let done_by = when
        && found.role == Role::Companion
        && frame
            .group
            .is_some_and(|group| group.passive && !group.negated)
        && (class::is_striking(verb) || super::tally::lexicon::word_tally(verb).is_some())
        && found
            .noun
            .is_some_and(|noun| self::lead(scene, sentence, noun) == Some("by"));
    if done_by && (kind != Kind::Place || frame.place == Place::Subject) {
        return true;
    }
    match found.role {
        // «spoke in Osaka of the summit»: no place is an event's in this way.
        Role::Modifier if when => found.noun == Some(found.value) || !of_noun(sentence, found),
        Role::Modifier => true,
        Role::Postmodifier if when => !crosses(scene, sentence, found),
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
        Role::Companion => match kind {
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
                            .and_then(|noun| self::lead(scene, sentence, noun))
                            .is_some_and(|word| matches!(word, "under" | "in" | "through" | "for"))
            }
            _ => true,
        },
        Role::Continuation => !when,
        Role::Circumstance => false,
    }
}

/// «84 people were killed on Wednesday in the bombing»: who dies or is hurt in what is over in a moment is so on its day.
fn dies_in_it(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    let frame = found.frame(sentence, scene.words);
    let Some(noun) = found.noun else {
        return false;
    };
    let head = sentence.noun(noun).map(|noun| noun.head);
    let sudden = head.is_some_and(|head| super::thesaurus::is_sudden(scene.words.stem(head)));
    let within = sentence.phrases[noun].clause == found.clause
        && matches!(lead(scene, sentence, noun), Some("in" | "by" | "during"));
    let harm = matches!(
        super::tally::lexicon::word_tally(frame.verb),
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
            sentence.noun(up).is_some_and(|noun| {
                matches!(
                    scene.words.at(noun.head),
                    "eve" | "brink" | "verge" | "threshold" | "anniversary"
                )
            })
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
                || sentence.noun(up).is_some_and(|noun| {
                    matches!(
                        scene.words.at(noun.head),
                        "time" | "moment" | "period" | "juncture" | "point" | "stage" | "era"
                    )
                })
        })
}

/// Whether a verb says that its object or subject is over: «ended», «called off».
fn ends(scene: &Scene<'_>, group: Option<&super::syntax::Verb>) -> bool {
    group.is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        class::is_ending(main)
            || matches!(main, "called" | "calls" | "call" | "broke" | "breaks")
                && scene.words.near(verb.main, 1) == "off"
    })
}

/// The preposition of a phrase.
pub(super) fn lead<'s>(
    scene: &'s Scene<'_>,
    sentence: &Sentence,
    phrase: usize,
) -> Option<&'s str> {
    sentence.phrases[phrase]
        .preposition
        .map(|word| scene.words.at(word))
}

/// Prepositions that set apart: what they lead is of another time, or only spoken of.
pub(super) fn is_apart(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "before"
            | "since"
            | "until"
            | "till"
            | "following"
            | "ahead"
            | "over"
            | "about"
            | "against"
            | "despite"
            | "because"
            | "than"
            | "like"
            | "unlike"
            | "as"
            | "due"
            | "thanks"
    )
}

/// Whether the event word stands in its clause as a time or a reason of something else.
pub(super) fn timed(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| lead(scene, sentence, noun))
        .is_some_and(is_apart)
}
