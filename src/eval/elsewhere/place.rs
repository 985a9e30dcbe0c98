//! Places beside a value that are not the event's.
//!
//! In: a value in its sentence, and the event it may be told of. Out: whether a place says that it is told of something else. Where
//! an event word itself stands with another place, [`super::elsewhere`] says so.
//!
//! The farther a place stands from the value, the more has to be known of it:
//!
//! | question | asked of | which place | where |
//! |---|---|---|---|
//! | [`stands_with_another`] | all but places | a city or land of the gazetteer that is strange to the event's | «in», «of» or the like, in the sentence, but for asides |
//! | [`opens_the_report`] | all but places | the same | anywhere before, while the event's own was not named yet |
//! | [`is_named_beside`] | counts that no event word ties | one of the story that neither holds the event's nor lies in it | «in», «near» or the like, in the sentence |
//! | [`takes_a_part`] | people who came to harm | any name that is not the event's place nor around it | «in», «at» or «near», in the clause |
//! | [`is_the_only_one`] | people who came to harm, without an event word | any name but the event's own | behind a preposition, in the sentence |
//! | [`does_or_has_it`] | lengths that no event owns | one of the gazetteer that the story does not know | subject of the clause, or «in» and «by» in it |
//! | [`is_one_of_several`] | counts and shares | a common noun: «the city», «in the three countries» | subject of a clause, or before the value |

use std::ops::Range;

use crate::eval::apart;
use crate::eval::events::Instance;
use crate::eval::gazetteer;
use crate::eval::names::EntityMention;
use crate::eval::scene::Scene;
use crate::eval::syntax::Article;
use crate::eval::syntax::Link;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;
use crate::eval::warrant;
use crate::eval::words::Gap;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

/// Whether a word of a range is the first of a name of `home`, or of a place that holds it.
fn begins_home(scene: &Scene<'_>, home: EntityIndex, mut range: Range<usize>) -> bool {
    let firsts = |at: usize| {
        let mut firsts = scene.plan.places.first_words(home);
        firsts.any(|first| first == scene.words.at(at))
    };
    range.any(firsts)
}

/// Whether the value stands with a known city or country that the event is not in: «in Taipei some 10,000 sat outside».
pub(crate) fn stands_with_another(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: EventIndex,
) -> bool {
    let words = scene.words;
    let story = scene.story;
    let Some(at) = story.events[event].at else {
        return false;
    };
    let sentence = scene.sentence_at(range.start);
    let syntax = scene.syntax_at(range.start);
    let own = syntax.clause_of(range.start);
    // «the ship, registered in Panama, ran aground»: a clause that only tells what somebody is.
    let aside = |i: usize| {
        let clause = syntax.clause_of(i);
        clause != own
            && clause.is_some_and(|clause| {
                let known = &syntax.clauses[clause];
                // «his first trip since Arden sent troops to Boral»
                let before = known.link == Link::Subordinate
                    && known.joint.is_some_and(|word| {
                        matches!(words.at(word), "since" | "after" | "because" | "although")
                    });
                before || matches!(known.link, Link::Participle | Link::Relative)
            })
    };
    sentence.clone().any(|i| {
        // «the shelling of Damascus», «shelled Damascus»
        let of = usize::from(words.near(i, -1) == "of");
        // «according to Germany's institute», «to Kenya's coast»: it owns what follows, and is not where anything is.
        let owner = words.gap(i + 1) == Gap::Apostrophe && words.near(i, 1) == "s";
        // «in Corland's capital» is there.
        let seat = owner
            && words.near(i, -1) == "in"
            && (words.near(i, 2) == "capital" || apart::is_sort_of_place(words.near(i, 2)));
        if owner && !seat {
            return false;
        }
        let borne = i > sentence.start + of
            && !scene.instances_in(i - 1 - of..i).is_empty()
            && matches!(words.gap(i), Gap::Space)
            || names_where(scene, i, at);
        // «a busy district of Corsa»
        let sort = words.near(i, -1) == "of" && apart::is_sort_of_place(words.near(i, -2));
        if !borne
            && !sort
            && !matches!(
                words.near(i, -1),
                "in" | "at" | "over" | "off" | "to" | "with"
            )
            || !words.is_capital(i)
            || aside(i)
            || is_a_goal(scene, i)
        {
            return false;
        }
        let two = format!("{} {}", words.at(i), words.near(i, 1));
        let one = words.at(i).to_owned();
        [two, one].iter().any(|name| {
            gazetteer::known(name) && {
                let strange = scene.plan.places.strange(name, at);
                strange == Some(true) || borne && strange.is_none()
            }
        })
    })
}

/// «Corland truck bombing toll over 300», of an event elsewhere: a place that is no name of the story stands at the head of the event
/// word's own phrase, and the event's place isn't named beside it, whose people a land may have struck.
fn names_where(scene: &Scene<'_>, place: usize, home: usize) -> bool {
    let words = scene.words;
    if !words.is_capital(place) || scene.entities_in(place..place + 1).next().is_some() {
        return false;
    }
    let syntax = scene.syntax_at(place);
    let own = syntax.phrase_of(place);
    let event = (place + 1..place + 4)
        .take_while(|&at| words.gap(at) == Gap::Space)
        .any(|at| syntax.phrase_of(at) == own && !scene.instances_in(at..at + 1).is_empty());
    own.is_some()
        && event
        && scene
            .entities_in(scene.sentence_at(place))
            .all(|mention| !scene.plan.places.holds(mention.entity, home))
}

/// «on its way to Hamburg», «bound for Oslo»: where somebody goes is not where something is.
fn is_a_goal(scene: &Scene<'_>, place: usize) -> bool {
    let words = scene.words;
    words.near(place, -1) == "to"
        && (2..=5).any(|back| {
            matches!(
                words.near(place, -back),
                "way"
                    | "route"
                    | "heading"
                    | "headed"
                    | "sailing"
                    | "travelling"
                    | "traveling"
                    | "flying"
                    | "returning"
                    | "going"
                    | "from"
            )
        })
}

/// «A bomb went off in Corsa. The attack killed 22. Lund had been struck before», of an attack in Lund: the report opens with
/// another known city or land, and names the place of the event, or anybody of it, only behind the value.
pub(crate) fn opens_the_report(scene: &Scene<'_>, value: &Range<usize>, event: EventIndex) -> bool {
    let words = scene.words;
    let places = &scene.plan.places;
    let Some(home) = scene.story.events[event].at else {
        return false;
    };
    let end = scene.sentence_at(value.start).end;
    let own = scene
        .entities_in(0..end)
        .any(|mention| super::belongs(scene, event, mention.entity));
    if own {
        return false;
    }
    let capital = |at: usize| words.is_capital(at);
    // The land that its place lies in.
    let wider = (0..end).any(|at| capital(at) && begins_home(scene, home, at..at + 1));
    let strange = |at: usize| {
        let two = || scene.written(at..at + 2);
        let one = scene.written(at..at + 1);
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

/// «In Orran, far to the south, 33 nurses were hurt»: the sentence names a place that neither holds the event's
/// nor lies in it.
pub(crate) fn is_named_beside(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let syntax = scene.syntax_at(range.start);
    let home = scene.story.events[event].at;
    let elsewhere = |mention: &EntityMention| {
        scene.story.entities[mention.entity].kind == EntityKind::Place
            && home.is_none_or(|at| {
                let places = &scene.plan.places;
                !places.holds(at, mention.entity) && !places.holds(mention.entity, at)
            })
    };
    syntax.phrases.iter().enumerate().any(|(at, phrase)| {
        let led = phrase.preposition.is_some_and(|word| {
            matches!(
                scene.words.at(word),
                "in" | "at" | "near" | "outside" | "around" | "across"
            )
        });
        led && syntax.noun(at).is_some_and(|noun| noun.tag == Tag::Name)
            && scene.entities_in(phrase.words.clone()).all(elsewhere)
            && !home.is_some_and(|home| begins_home(scene, home, phrase.words.clone()))
    })
}

/// «killed 134 people in Marysville»: a name after the figure that is neither the event's place nor around it may be where
/// a part of them died.
pub(crate) fn takes_a_part(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let Some(event) = instance.event.map(|event| &scene.story.events[event]) else {
        return false;
    };
    let Some(at) = event.at else {
        return false;
    };
    let who = &event.who;
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    // Its own name, or that of a place that holds it.
    let home = |phrase: usize| {
        let words = sentence.phrases[phrase].words.clone();
        scene.entities_in(words.clone()).any(|mention| {
            scene.plan.places.holds(mention.entity, at) || who.contains(&mention.entity)
        }) || begins_home(scene, at, words)
    };
    // «near the Grey Sea port of Corsa» is near Corsa.
    let led = |phrase: usize| {
        let known = &sentence.phrases[phrase];
        let sort = known.after.filter(|&up| {
            known.preposition_is_of && apart::is_sort_of_place(scene.head_of(sentence, up))
        });
        warrant::lead(scene, sentence, sort.unwrap_or(phrase))
    };
    let somewhere: Vec<usize> = sentence
        .phrases_in(clause)
        .filter(|&phrase| {
            let place = scene
                .entities_in(sentence.phrases[phrase].words.clone())
                .all(|mention| scene.story.entities[mention.entity].kind == EntityKind::Place);
            place
                && sentence
                    .noun(phrase)
                    .is_some_and(|noun| noun.tag == Tag::Name)
                && matches!(led(phrase), Some("in" | "at" | "near"))
        })
        .collect();
    !somewhere.is_empty() && !somewhere.into_iter().any(home)
}

/// Whether no place stands in the sentence but the event's own: «In Lund 64 women were among the dead».
pub(crate) fn is_the_only_one(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let sentence = scene.sentence_at(range.start);
    sentence
        .clone()
        .filter(|&at| {
            matches!(
                scene.words.at(at),
                "in" | "at" | "near" | "from" | "around" | "outside"
            ) && scene.words.is_capital(at + 1)
                && at + 1 < sentence.end
        })
        .all(|at| {
            scene
                .entities_in(at + 1..at + 2)
                .any(|mention| super::is_home(scene, event, mention.entity))
        })
}

/// «India declared five days of mourning for him», «in Brazil three days were decreed»: a place that the story doesn't know
/// does it, or it is done there.
pub(crate) fn does_or_has_it(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let Some((sentence, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let subjects = &sentence.clauses[clause].subject;
    let unknown = |words: Range<usize>| {
        (words.start..words.end).any(|from| {
            (from + 1..=words.end.min(from + 3)).any(|to| {
                scene.words.is_capital(from)
                    && scene.entities_in(from..to).next().is_none()
                    && gazetteer::is_place(scene.written(from..to))
            })
        })
    };
    (0..sentence.phrases.len()).any(|index| {
        let phrase = &sentence.phrases[index];
        let lead = phrase.preposition.map_or("", |word| scene.words.at(word));
        let whose = phrase
            .after
            .is_some_and(|before| subjects.contains(&before))
            && lead == "of";
        let there =
            phrase.clause == clause && matches!(lead, "in" | "by" | "across" | "throughout");
        (subjects.contains(&index) || whose || there) && unknown(phrase.words.clone())
    })
}

/// «In the three countries worst hit», «The city voted by …»: places that the sentence, or the one before, brings up.
pub(crate) fn is_one_of_several(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let syntax = scene.syntax_at(range.start);
    // «voted to leave by 61 percent»: the subject is that of the clause around it.
    let mut subjects = Vec::new();
    let mut clause = syntax.clause_of(range.end - 1);
    while let Some(here) = clause {
        subjects.extend(syntax.clauses[here].subject.iter().copied());
        clause = syntax.clauses[here].parent.filter(|&parent| parent < here);
    }
    (0..syntax.phrases.len()).any(|phrase| {
        let known = &syntax.phrases[phrase];
        let Some(noun) = syntax.noun(phrase) else {
            return false;
        };
        let head = scene.words.at(noun.head);
        let place = noun.article == Article::Definite && apart::is_plain_place(head);
        let named = || scene.entities_in(known.words.clone()).next().is_some();
        let among = || {
            let lead = warrant::lead(scene, syntax, phrase).unwrap_or("");
            matches!(lead, "in" | "across" | "throughout")
                && head.ends_with('s')
                && known.words.start < range.start
        };
        place && !named() && (among() || subjects.contains(&phrase))
    })
}
