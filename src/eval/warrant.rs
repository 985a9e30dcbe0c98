//! When a value may accuse: its place in the sentence leaves no other reading than that it is the event's.
//!
//! In: a value, a claim, the event word it was bound to. Out: whether the role of the value is one that the kind of claim
//! allows. A value that only agrees needs less. Whose event it is, [`super::identity`] tells.

use std::ops::Range;

use super::events::Instance;
use super::role;
use super::role::Found;
use super::role::Role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::verb;
use super::words::Gap;
use crate::rule::Kind;

/// Whether the role of `range` towards `instance` is one of those that say a value of `kind` of an event.
pub(crate) fn of_event(
    scene: &Scene<'_>,
    kind: Kind,
    tally: bool,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    if tally && doubtful(scene, sentence, range) {
        return false;
    }
    let away = || {
        elsewhere(scene, sentence, range, instance)
            || in_another_place(scene, sentence, range, instance)
    };
    let Some(found) = role::role(sentence, range, &instance.words) else {
        return tally && !away() && alone(scene, sentence, range, instance);
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
            || of_some(scene, sentence, range, &found)
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

/// «12 people could have died»: the verb of the clause leaves it open.
pub(crate) fn doubtful(scene: &Scene<'_>, sentence: &Sentence, range: &Range<usize>) -> bool {
    let _ = scene;
    sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| verb.doubtful)
}

/// Whether a figure of victims stands with the name of another thing or place: «21 people died on the ferry Sonna».
fn elsewhere(
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
    let asked = super::identity::WhoIs::new(scene, instance.sentence, who);
    sentence.phrases_in(clause).any(|phrase| {
        matches!(lead(scene, sentence, phrase), Some("on" | "aboard"))
            && sentence.phrases[phrase].words.start > range.start
            && asked.who_is(phrase) == super::identity::Who::Other
    })
}

/// «the funeral of five people killed in the fire»: figures of some, where what became of them only tells which.
fn of_some(scene: &Scene<'_>, sentence: &Sentence, range: &Range<usize>, found: &Found) -> bool {
    let value = &sentence.phrases[found.value];
    let the = scene.words.at(value.words.start) == "the" || range.start > value.words.start;
    let told = sentence.clauses.iter().enumerate().any(|(at, clause)| {
        matches!(clause.link, Link::Relative | Link::Participle)
            && clause.antecedent == Some(found.value)
            && !clause.comma
            && sentence
                .verb(at)
                .is_some_and(|verb| super::tally::of_fate(scene.words.at(verb.main)).is_some())
    });
    let owner = value.preposition_is_of
        && value
            .after
            .is_some_and(|owner| sentence.noun(owner).is_some_and(|noun| !noun.dimension));
    told && owner && !the
}

/// Before, until or since which event something is told, and not of it: «a week before the fire».
pub(crate) fn apart_in_time(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: usize,
    since: bool,
) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let row = scene.instances_in(sentence.words.clone());
    let apart = |instance: &Instance| {
        role::home(sentence, &instance.words).is_none()
            && sentence
                .phrase_of(instance.words.end - 1)
                .is_some_and(|phrase| {
                    sentence.phrases[phrase].clause == clause
                        && lead(scene, sentence, phrase).is_some_and(|word| {
                            matches!(word, "before" | "until" | "till" | "unlike")
                                || since && word == "since"
                        })
                })
    };
    let own: Vec<&Instance> = row
        .iter()
        .filter(|instance| instance.event == Some(event))
        .collect();
    !own.is_empty() && own.into_iter().all(apart)
}

/// «first said», «at first put at»: what was told then and need not hold any more.
pub(crate) fn at_first(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    (sentence.start..range.start).any(|i| match words.at(i) {
        "initially" | "originally" => true,
        "first" => {
            let next = words.near(i, 1);
            words.near(i, -1) == "at"
                || verb::is_saying(next)
                || matches!(
                    next,
                    "put" | "offered" | "gave" | "proposed" | "asked" | "spoke"
                )
        }
        _ => false,
    })
}

/// «built for carrying 600 people», «has room for 600»: what a thing can hold.
pub(crate) fn is_capacity(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (1..=5).any(|back| {
        matches!(
            words.near(range.start, -back),
            "built"
                | "designed"
                | "licensed"
                | "certified"
                | "room"
                | "capacity"
                | "able"
                | "fit"
                | "fitted"
                | "seats"
        )
    })
}

/// «Turnout was 71 percent»: a copula says the value of another measure than the claim's.
pub(crate) fn of_another_measure(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    sentence.clauses[clause].subject.iter().any(|&subject| {
        let words = sentence.phrases[subject].words.clone();
        role::equates(sentence, clause, value, subject)
            && sentence.noun(subject).is_some_and(|noun| {
                matches!(
                    scene.words.at(noun.head),
                    "turnout"
                        | "inflation"
                        | "unemployment"
                        | "participation"
                        | "debt"
                        | "revenue"
                        | "profit"
                        | "salary"
                        | "fine"
                        | "capacity"
                        | "population"
                ) && scene.has_phrase(words, phrases).is_none()
            })
    })
}

/// «killed 134 people in Marysville»: a name after the figure that is neither the event's place nor around it may be where
/// a part of them died.
fn in_another_place(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(at) = instance
        .event
        .and_then(|event| scene.story.events[event].at)
    else {
        return false;
    };
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    // Its own name, or that of a place that holds it.
    let home = |phrase: usize| {
        let words = sentence.phrases[phrase].words.clone();
        scene
            .entities_in(words.clone())
            .any(|mention| mention.entity == at || scene.plan.places.holds(mention.entity, at))
            || scene.plan.places.chain(at).iter().any(|name| {
                super::words::fold(name)
                    .first()
                    .is_some_and(|first| words.clone().any(|i| scene.words.at(i) == first))
            })
    };
    let somewhere: Vec<usize> = sentence
        .phrases_in(clause)
        .filter(|&phrase| {
            let place = scene
                .entities_in(sentence.phrases[phrase].words.clone())
                .all(|mention| {
                    scene.story.entities[mention.entity].kind == crate::rule::EntityKind::Place
                });
            place
                && sentence
                    .noun(phrase)
                    .is_some_and(|noun| noun.tag == Tag::Name)
                && matches!(lead(scene, sentence, phrase), Some("in" | "at" | "near"))
        })
        .collect();
    !somewhere.is_empty() && !somewhere.into_iter().any(home)
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
    let lead = |phrase: usize| self::lead(scene, sentence, phrase);
    let apart = std::iter::once(value)
        .chain(role::chain(sentence, value))
        .chain(sentence.phrase_of(instance.words.start))
        .any(|phrase| lead(phrase).is_some_and(is_apart));
    let then = sentence.verb(known.clause).is_some_and(|verb| {
        verb.doubtful || verb.negated || verb.perfect && scene.words.near(verb.main, -1) == "had"
    });
    instance.sure && one && !rivals && !within && !apart && !then && !asked.strangers_here()
}

/// Whether a sentence speaks of one event and names nobody else: its figure of victims is that event's, however they are
/// joined.
fn alone(
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
    let asked =
        super::identity::WhoIs::new(scene, instance.sentence, &scene.story.events[event].who);
    let parted = sentence
        .phrase_of(instance.words.start)
        .is_some_and(|phrase| lead(scene, sentence, phrase).is_some_and(is_apart));
    // «is known to have died» is told of now, «had died» of then.
    let past = sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| verb.perfect && scene.words.near(verb.main, -1) == "had");
    // «have room for 410 injured people»
    let aimed = sentence
        .phrase_of(range.end - 1)
        .and_then(|value| lead(scene, sentence, value))
        .is_some_and(|word| matches!(word, "for" | "to" | "from"));
    // «Nine died in a mine; a day later the bridge collapsed.»
    let (from, to) = if range.start < instance.words.start {
        (range.end, instance.words.start)
    } else {
        (instance.words.end, range.start)
    };
    let apart = (from..=to).any(|i| scene.words.gap(i) >= Gap::Break);
    one && !apart && !parted && !past && !aimed && !asked.strangers_here()
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
    let plain = !group.perfect && !group.modal && !group.negated && !verb::is_saying(main);
    let phrase = &sentence.phrases[found.value];
    let direct = phrase.place == Place::Adverbial
        && !lead(scene, sentence, found.value).is_some_and(is_apart);
    let told = match kind {
        Kind::Date => true,
        Kind::Time => false,
        Kind::Place => {
            let fatal = super::tally::of_fate(main).is_some();
            let own = instance.event.is_some_and(|event| {
                super::said_of::subject_is(scene, range, &scene.story.events[event].who)
            });
            fatal || own && group.copula
        }
        _ => false,
    };
    when && plain && direct && told
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
    // «a 35-minute call» is the call's, «the earthquake zone on Tuesday» the zone's.
    if (found.within && !counts && found.role != Role::Modifier)
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
    if found.role != Role::Modifier && frame.group.is_some_and(|group| group.doubtful) {
        return false;
    }
    let length = matches!(lead, "" | "for" | "over" | "of" | "at" | "to");
    match found.role {
        // «spoke in Osaka of the summit»: no place is an event's in this way.
        Role::Modifier if kind == Kind::Place => {
            found.noun == Some(found.value) || !of_noun(sentence, found)
        }
        Role::Modifier => true,
        Role::Postmodifier if when => !crosses(scene, sentence, found),
        Role::Postmodifier => match kind {
            Kind::Duration => length && lead != "to",
            Kind::Money => matches!(lead, "" | "of" | "for" | "at" | "worth"),
            _ => true,
        },
        Role::Predicate if when => verb::is_happening(verb) || frame.group.is_none(),
        Role::Predicate => match kind {
            // «the talks broke off for four hours»
            Kind::Duration
                if lead == "for" && (ends(scene, frame.group) || verb::is_delaying(verb)) =>
            {
                false
            }
            Kind::Duration => {
                object || length || lead == "in" || lead == "after" && ends(scene, frame.group)
            }
            // «earned the banks 24 million in fees»
            Kind::Money => !verb::is_yielding(verb),
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
            Kind::Date | Kind::Time | Kind::Place => verb::is_light(verb) && !verb::is_ending(verb),
            Kind::Duration => {
                (verb::is_light(verb) || verb::is_lasting(verb))
                    && (object || matches!(lead, "for" | "over" | ""))
                    || lead == "after" && ends(scene, frame.group)
            }
            Kind::Money => {
                verb::is_light(verb)
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

/// Whether a verb says that its object or subject is over: «ended», «called off».
fn ends(scene: &Scene<'_>, group: Option<&super::syntax::Verb>) -> bool {
    group.is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        verb::is_ending(main)
            || matches!(main, "called" | "calls" | "call" | "broke" | "breaks")
                && scene.words.near(verb.main, 1) == "off"
    })
}

/// Whether the verb of the value's clause, or of the clause it is the infinitive of, only wishes for it or tells a change.
pub(crate) fn unreal(scene: &Scene<'_>, kind: Kind, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(phrase) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[phrase].clause;
    let object = sentence.phrases[phrase].place == Place::Object;
    let lead = lead(scene, sentence, phrase).unwrap_or("");
    let verb = |clause: usize| {
        sentence
            .verb(clause)
            .filter(|verb| !verb.passive)
            .map_or("", |verb| scene.words.at(verb.main))
    };
    // «if the two talk for less than an hour»
    let mut up = Some(clause);
    while let Some(at) = up {
        let known = &sentence.clauses[at];
        let open = known
            .joint
            .is_some_and(|word| matches!(scene.words.at(word), "if" | "unless" | "whether"));
        if open {
            return true;
        }
        up = known.parent;
    }
    // «was to have reported on Thursday»
    if sentence.clauses[clause].verb.is_some() || sentence.clauses[clause].parent.is_some() {
        let mut up = Some(clause);
        while let Some(at) = up {
            let group = sentence.clauses[at]
                .verb
                .map(|verb| sentence.chunks[verb].words.clone());
            let never = group.is_some_and(|group| {
                group.clone().any(|i| {
                    words_was(scene.words.at(i))
                        && scene.words.near(i, 1) == "to"
                        && scene.words.near(i, 2) == "have"
                })
            });
            if never {
                return true;
            }
            up = sentence.clauses[at]
                .parent
                .filter(|_| sentence.clauses[at].link == Link::Infinitive);
        }
    }
    // «that he be sentenced»: the participle hangs on a clause without a verb of its own.
    let clause = match (
        sentence.clauses[clause].link,
        sentence.clauses[clause].parent,
    ) {
        (Link::Participle, Some(parent)) if sentence.clauses[parent].verb.is_none() => parent,
        _ => clause,
    };
    let known = &sentence.clauses[clause];
    // «asked that he be sentenced to twenty years»
    let above = known
        .parent
        .filter(|_| matches!(known.link, Link::Infinitive | Link::Reported))
        .map_or("", verb);
    let asked = known.link == Link::Reported
        && matches!(
            above,
            "asked" | "demanded" | "urged" | "proposed" | "recommended" | "wanted" | "requested"
        );
    let sums = matches!(
        kind,
        Kind::Count | Kind::Percent | Kind::Money | Kind::Quantity
    );
    let wished = (sums || kind == Kind::Duration)
        && ((object || lead == "for") && verb::is_wishing(verb(clause))
            || known.link == Link::Infinitive && verb::is_wishing(above)
            || asked);
    let changed = sums && (object || lead == "by") && verb::is_changing(verb(clause));
    wished || changed
}

fn words_was(word: &str) -> bool {
    matches!(word, "was" | "were")
}

/// Whether a length is how long a trial or its verdict took, and not the term that it gave.
pub(crate) fn endures(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| {
            let main = scene.words.at(verb.main);
            verb::is_enduring(main) || matches!(main, "spent" | "spend" | "spends" | "served")
        })
        // «a 15-week trial»
        || sentence
            .phrase_of(range.end - 1)
            .and_then(|phrase| sentence.noun(phrase))
            .is_some_and(|noun| {
                matches!(
                    scene.words.at(noun.head),
                    "trial" | "hearing" | "deliberation" | "deliberations" | "case" | "investigation" | "maximum" | "minimum"
                )
            })
        || matches!(
            scene.words.near(range.end - 1, 2),
            "probation"
                | "supervised"
                | "deliberation"
                | "deliberations"
                | "testimony"
                | "hearings"
                | "suspended"
        )
}

/// «the one-on-one talks»: a word that says what kind of meeting it is.
fn is_meeting(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| sentence.noun(noun))
        .is_some_and(|noun| {
            matches!(
                scene.words.at(noun.head),
                "talks"
                    | "meeting"
                    | "session"
                    | "conversation"
                    | "discussion"
                    | "discussions"
                    | "encounter"
            )
        })
}

/// «the earthquake's epicentre lay 70 km away»: what belongs to the event is said of it.
fn owns(sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| sentence.noun(noun))
        .is_some_and(|noun| noun.owner.is_some())
}

/// Nouns for an occasion, after the event's own word: «a swearing-in ceremony», «the resignation speech».
fn is_occasion(word: &str) -> bool {
    matches!(
        word,
        "ceremony"
            | "service"
            | "speech"
            | "event"
            | "session"
            | "hearing"
            | "meeting"
            | "conference"
            | "address"
            | "statement"
            | "announcement"
            | "disaster"
            | "tragedy"
            | "accident"
            | "attack"
            | "attacks"
            | "explosion"
            | "crash"
            | "match"
            | "game"
            | "party"
            | "talks"
            | "summit"
            | "vote"
            | "ballot"
    )
}

/// Whether the event's word follows the value with «of»: «35 minutes of talks».
fn of_noun(sentence: &Sentence, found: &Found) -> bool {
    found.noun.is_some_and(|noun| {
        sentence.phrases[noun].preposition_is_of
            && sentence.phrases[noun].after == Some(found.value)
    })
}

/// «may meet at the APEC summit in Osaka», «during the APEC summit in May»: what follows a named event at once, where
/// something happens at it, is said of it, whatever the clause makes of the rest. A day may be that of the rest.
fn follows_name(scene: &Scene<'_>, sentence: &Sentence, kind: Kind, found: &Found) -> bool {
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
    let named = noun
        .words
        .clone()
        .any(|at| scene.words.get(at).is_some_and(|word| word.capital));
    fits && at_once && named && matches!(word(noun.preposition), "at" | "during")
}

/// «the earthquake's epicentre was in Bam», «the epicentre of the earthquake»: the event's own place, by its name and by
/// nothing else, and where it is.
fn is_site(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
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
fn crosses(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
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
    let told = sentence.verb(known.clause).is_some_and(|verb| {
        let main = words.at(verb.main);
        !(verb::is_light(main) || verb::is_happening(main)) || verb::is_ending(main)
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
            Some("for" | "about" | "over" | "against" | "on" | "to")
        )
        // «spoke of the collapse», «learned of it»: no noun stands before it.
        || known.after.is_none() && lead(scene, sentence, noun) == Some("of");
    timed || object && told
}

/// The preposition of a phrase.
fn lead<'s>(scene: &'s Scene<'_>, sentence: &Sentence, phrase: usize) -> Option<&'s str> {
    sentence.phrases[phrase]
        .preposition
        .map(|word| scene.words.at(word))
}

/// Prepositions that set apart: what they lead is of another time, or only spoken of.
fn is_apart(word: &str) -> bool {
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

/// Whether the event word only tells what the subject of the clause has to do with.
fn concerns(sentence: &Sentence, found: &Found) -> bool {
    found.noun.is_some_and(|noun| {
        role::chain(sentence, noun).any(|up| {
            sentence.phrases[up].place == Place::Subject
                && sentence.noun(up).is_some_and(|noun| !noun.dimension)
        })
    })
}

/// Whether the event word stands in its clause as a time or a reason of something else.
fn timed(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    found
        .noun
        .and_then(|noun| lead(scene, sentence, noun))
        .is_some_and(is_apart)
}

/// «Replacing the bridge's lamps will cost 2 million», of a claim on replacing the bridge: what is done to something that
/// only belongs to whom the claim is about.
pub(crate) fn of_other_object(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
    who: &[usize],
) -> bool {
    if phrases.is_empty() || who.is_empty() || who.iter().any(|&who| scene.acts(who)) {
        return false;
    }
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let asked = super::identity::WhoIs::new(scene, index, who);
    let all = scene.words.of_sentence(index);
    phrases.iter().any(|phrase| {
        let Some(found) = scene.find_phrase(all.clone(), phrase) else {
            return false;
        };
        let Some(clause) = found.clone().find_map(|word| sentence.verb_clause(word)) else {
            return false;
        };
        let objects: Vec<_> = sentence
            .phrases_in(clause)
            .filter(|&phrase| {
                sentence.phrases[phrase].place == Place::Object
                    && !sentence.phrases[phrase].words.contains(&(range.end - 1))
            })
            .map(|phrase| asked.who_is(phrase))
            .collect();
        use super::identity::Who;
        !objects.is_empty()
            && objects
                .iter()
                .all(|one| matches!(one, Who::Definite | Who::Indefinite))
    })
}

/// Whether the value has a role towards one of the claim's words.
pub(crate) fn of_words(scene: &Scene<'_>, range: &Range<usize>, phrases: &[Vec<String>]) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let all = scene.words.of_sentence(index);
    phrases.iter().any(|phrase| {
        let mut from = all.start;
        while let Some(found) = scene.find_phrase(from..all.end, phrase) {
            // «$54.20 a share»
            if found.start == range.end || found.start < range.end && range.start < found.end {
                return true;
            }
            // «$54.20 a share, or $44bn in all»: it is the other value's.
            if of_another(scene, &found) {
                from = found.start + 1;
                continue;
            }
            let stands = role::role(sentence, range, &found).is_some_and(|found| {
                !matches!(found.role, Role::Continuation | Role::Circumstance)
            });
            if stands || leads(scene, sentence, range, &found) || inside(sentence, range, &found) {
                return true;
            }
            from = found.start + 1;
        }
        false
    })
}

/// «the 181 people aboard the plane»: the word is the preposition of what the value stands with.
fn leads(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    word: &Range<usize>,
) -> bool {
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let _ = scene;
    sentence.phrases.iter().any(|phrase| {
        phrase.preposition == Some(word.start)
            && (phrase.after == Some(value) || phrase.clause == sentence.phrases[value].clause)
    })
}

/// «voted by 97% to authorise a strike»: the word stands in what the value's clause is about.
fn inside(sentence: &Sentence, range: &Range<usize>, word: &Range<usize>) -> bool {
    let (Some(value), Some(word)) = (
        sentence.clause_of(range.end - 1),
        sentence.clause_of(word.start),
    ) else {
        return false;
    };
    let known = &sentence.clauses[word];
    matches!(known.link, Link::Infinitive | Link::Reported) && known.parent == Some(value)
}

/// Whether the value's role towards an event word is one that a claim with words of its own allows: the words tell what
/// is said, so the event need only stand in the same clause, and not as a time or reason of something else.
pub(crate) fn beside(
    scene: &Scene<'_>,
    kind: Kind,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    role::role(sentence, range, &instance.words).is_some_and(|found| {
        // «81 passengers survived when the ferry sank»
        let counted = kind == Kind::Count && found.role == Role::Circumstance;
        counted
            || !matches!(found.role, Role::Continuation | Role::Circumstance)
                && !(found.role == Role::Companion && timed(scene, sentence, &found))
    }) || inside(sentence, range, &instance.words)
}

/// Whether the event stands in the value's clause as what came before: «after the election».
pub(crate) fn follows(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    role::role(sentence, range, &instance.words).is_some_and(|found| {
        found.role == Role::Companion
            && found
                .noun
                .and_then(|noun| lead(scene, sentence, noun))
                .is_some_and(|word| matches!(word, "after" | "following"))
    })
}

/// Whether a word of the claim follows a value at once.
fn of_another(scene: &Scene<'_>, found: &Range<usize>) -> bool {
    if !matches!(scene.words.at(found.start), "a" | "per" | "an" | "each") {
        return false;
    }
    let mentions = &scene.reading.mentions;
    mentions
        .iter()
        .any(|mention| scene.words_of(mention).end == found.start)
}

/// «won by 58.3% to 41.7%»: the first figure is the subject's, the second the object's. `None`: no such pair.
pub(crate) fn of_pair(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> Option<bool> {
    let index = scene.sentence_of(range.start);
    let has = |word: &str| {
        let mut words = scene.words.of_sentence(index);
        words.any(|at| scene.words.at(at) == word)
    };
    // Most sentences have none, and need not be parsed for it.
    if !has("by") || !has("to") {
        return None;
    }
    let sentence = scene.syntax(index);
    let phrase = sentence.phrase_of(range.end - 1)?;
    let lead = |phrase: usize| self::lead(scene, sentence, phrase).unwrap_or("");
    let value = |phrase: usize| {
        sentence
            .noun(phrase)
            .is_some_and(|noun| matches!(noun.tag, Tag::Value | Tag::Number))
    };
    let next = sentence
        .phrases
        .iter()
        .position(|other| other.after == Some(phrase));
    let first = lead(phrase) == "by" && next.is_some_and(|next| lead(next) == "to" && value(next));
    let before = sentence.phrases[phrase].after;
    let second =
        lead(phrase) == "to" && before.is_some_and(|before| lead(before) == "by" && value(before));
    if !first && !second {
        return None;
    }
    let clause = sentence.phrases[phrase].clause;
    let named = |phrases: Vec<usize>| {
        phrases.into_iter().any(|phrase| {
            scene
                .entities_in(sentence.phrases[phrase].words.clone())
                .any(|mention| who.contains(&mention.entity))
        })
    };
    let subject = named(sentence.clauses[clause].subject.clone());
    let object = named(
        sentence
            .phrases_in(clause)
            .filter(|&phrase| sentence.phrases[phrase].place == Place::Object)
            .collect(),
    );
    // «won the referendum by 58 to 42»: the second is whose the first is not.
    Some(if first {
        subject && !object
    } else {
        object || !subject
    })
}

/// Whether the value says something of one of `who`: by its side, as its predicate, before it.
pub(crate) fn of_entity(
    scene: &Scene<'_>,
    kind: Kind,
    range: &Range<usize>,
    who: &[usize],
) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    scene
        .entities_in(scene.words.of_sentence(index))
        .filter(|mention| who.contains(&mention.entity))
        .any(|mention| {
            let Some(found) = role::role(sentence, range, &mention.words) else {
                return false;
            };
            // «Xi's envoy, 60», but «the Jeju Air plane».
            let owned = found
                .noun
                .and_then(|noun| sentence.noun(noun))
                .is_some_and(|noun| {
                    noun.owner
                        .as_ref()
                        .is_some_and(|owner| owner.contains(&mention.words.start))
                        || found.beside && noun.tag == Tag::Name
                });
            if owned {
                return false;
            }
            match found.role {
                // «a 21-year-old student», but «Macron, a 44-year-old centrist»
                Role::Postmodifier => {
                    !found.within || sentence.phrases[found.value].place == Place::Apposed
                }
                // «had coffee with a 16-year-old»
                Role::Predicate if kind == Kind::Age => {
                    at_age(scene, range) || is_copula(scene, sentence, &found)
                }
                Role::Predicate => !found.within || is_copula(scene, sentence, &found),
                Role::Modifier => true,
                Role::Companion | Role::Adverbial | Role::Continuation | Role::Circumstance => {
                    false
                }
            }
        })
}

/// «Truss, 47, said»: a bare number between commas after a name is an age.
pub(crate) fn is_aside(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    if range.len() != 1 || words.gap(range.start) != Gap::Comma || words.at(range.start).len() > 2 {
        return false;
    }
    let closed = matches!(words.gap(range.end), Gap::Comma | Gap::Sentence);
    let name = range
        .start
        .checked_sub(1)
        .is_some_and(|before| words.get(before).is_some_and(|word| word.capital));
    closed
        && name
        && words
            .at(range.start)
            .bytes()
            .all(|byte| byte.is_ascii_digit())
}

/// «who is 75», «was 75 when»: a bare number that a copula says of somebody is an age.
pub(crate) fn is_age_told(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(phrase) = sentence.phrase_of(range.start) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let bare = known.words == *range && words.at(range.end - 1).len() <= 3;
    // «was 75 when he was jailed», but not «was 25 when he founded the bank»
    let then = words.at(range.end) == "when"
        && scene
            .instances_in(range.end..words.of_sentence(scene.sentence_of(range.start)).end)
            .iter()
            .any(|instance| instance.event.is_some());
    let ends = words.gap(range.end) >= Gap::Comma
        || then
        || matches!(words.at(range.end), "and" | "now" | "today" | "years");
    // «was 27, he claims, when he began»
    let all = words.of_sentence(scene.sentence_of(range.start));
    let later = (range.end..all.end).any(|i| words.at(i) == "when") && !then;
    let ends = ends && !later;
    let turned = sentence
        .verb(known.clause)
        .is_some_and(|verb| verb.copula && !verb.negated && !verb.modal);
    if bare && ends && turned && known.place == Place::Object {
        return true;
    }
    // «At 75, Orsini»: past any hour of the day.
    let number: u32 = words.at(range.start).parse().unwrap_or(0);
    bare && (25..120).contains(&number)
        && words.gap(range.end) == Gap::Comma
        && words.near(range.start, -1) == "at"
        && words.gap(range.start.saturating_sub(1)) == Gap::Sentence
        // «At 30, he was already rich» is of another time.
        && (sentence.verb(known.clause).is_some_and(|verb| {
            let first = words.at(verb.main);
            verb.finite && !verb.perfect && (first.ends_with('s') || verb.modal) && first != "was"
        }) || scene
            .instances_in(sentence.words.clone())
            .iter()
            .any(|instance| instance.event.is_some()))
}

/// «The 75-year-old showed no emotion»: an age that stands for whom was spoken of.
pub(crate) fn stands_as_age(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    sentence.phrase_of(range.start).is_some_and(|phrase| {
        let known = &sentence.phrases[phrase];
        let the = scene.words.at(known.words.start) == "the";
        let last = known.words.end <= range.end
            || matches!(
                scene.words.at(known.words.end - 1),
                "man" | "woman" | "boy" | "girl" | "old"
            );
        the && last && known.place == Place::Subject
    })
}

/// «at 57», «at the age of 95», «aged 95»
pub(crate) fn at_age(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    matches!(words.near(range.start, -1), "at" | "aged")
        || words.near(range.start, -1) == "of" && words.near(range.start, -2) == "age"
        || matches!(words.at(range.start), "aged" | "at")
}

fn is_copula(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    sentence
        .verb(found.clause)
        .is_some_and(|verb| verb::is_be(scene.words.at(verb.main)))
}
