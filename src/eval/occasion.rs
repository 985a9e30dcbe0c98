//! Another occasion than the event's: another place, another day, a comparison, a part.
//!
//! In: a value in its sentence, and the event it was bound to. Out: whether place, time or a word of comparison beside it
//! leave open that it is told of something else than the event.

pub(crate) mod another;
pub(crate) mod topic;

use std::ops::Range;

use super::elsewhere;
use super::events::Form;
use super::events::Instance;
use super::identity::Who;
use super::identity::WhoIs;
use super::role;
use super::role::Role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::words::Gap;
use crate::rule::EventIndex;
use crate::value::Value;

/// «against three hours with Wang Yi on Sunday»: what leads to the value compares, or names another partner.
pub(crate) fn compared(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let index = scene.sentence_of(range.start);
    let asked = WhoIs::of_event(scene, index, event);
    let Some(value) = asked.sentence.phrase_of(range.end - 1) else {
        return false;
    };
    // «was shorter than the 15-year sentence that they had asked for»
    let than = asked.sentence.phrases[value].clause;
    let than =
        std::iter::successors(Some(than), |&at| asked.sentence.clauses[at].parent).any(|at| {
            asked.sentence.clauses[at]
                .joint
                .is_some_and(|word| scene.words.at(word) == "than" && word < range.start)
        });
    if than {
        return true;
    }
    let acting = asked.who.iter().any(|&who| scene.acts(who));
    // «arrived with the First Family for a three-day visit»: what it is for goes with the verb.
    let known = &asked.sentence.phrases[value];
    let purpose = known
        .preposition
        .is_some_and(|word| scene.words.at(word) == "for")
        && !scene.instances_in(known.words.clone()).is_empty();
    std::iter::once(value)
        .chain(role::chain(asked.sentence, value))
        .any(|phrase| {
            let lead = asked.sentence.phrases[phrase]
                .preposition
                .map_or("", |word| scene.words.at(word));
            // «won against Duarte with 50.9%» compares nothing.
            let rival = lead == "against" && asked.who_is(phrase) == Who::Own;
            let compares = !rival
                && matches!(
                    lead,
                    "against" | "than" | "versus" | "like" | "unlike" | "compared"
                );
            // «above the standard three matches», «a premium over the $17 a share»: a figure that is known already.
            let known = &asked.sentence.phrases[phrase].words;
            let measured = matches!(lead, "above" | "below" | "beyond" | "over" | "under")
                && known.contains(&range.start)
                && scene.words.at(known.start) == "the";
            compares
                || measured
                || lead == "with" && acting && !purpose && asked.who_is(phrase) == Who::Other
        })
}

/// «his last visit», «the first meeting»: one of several, and which of them the story's is, the words don't say.
pub(crate) fn counted(scene: &Scene<'_>, instance: &Instance) -> bool {
    let words = scene.words;
    let at = instance.words.start;
    let sentence = scene.syntax(instance.sentence);
    // «had last visited», «first took office»
    let verb = matches!(words.at(at.saturating_sub(1)), "last" | "first")
        && at > sentence.words.start
        && words.gap(at) < Gap::Comma
        && sentence.verb_clause(at).is_some();
    verb || sentence.phrase_of(at).is_some()
        && (1..=2).any(|back| {
            let before = at.saturating_sub(back);
            matches!(words.at(before), "last" | "first")
                && (before..at).all(|i| words.gap(i + 1) <= Gap::Hyphen)
                // «last week's visit», «the first lady's visit»
                && (before + 1..at).all(|i| words.at(i) != "s")
        })
}

/// «Harlo's biggest acquisitions until now had been Dray and Orb»: what was the most until then, and is another.
pub(crate) fn outdone(scene: &Scene<'_>, instance: &Instance) -> bool {
    let words = scene.words;
    let sentence = scene.syntax(instance.sentence);
    let Some(phrase) = sentence.phrase_of(instance.words.end - 1) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let most = (known.words.start..instance.words.start).any(|i| {
        words.at(i) == "most"
            || matches!(
                words.at(i),
                "biggest"
                    | "largest"
                    | "longest"
                    | "highest"
                    | "greatest"
                    | "costliest"
                    | "dearest"
                    | "worst"
                    | "shortest"
                    | "smallest"
            )
    });
    let until = (known.words.end..(known.words.end + 3).min(sentence.words.end)).any(|i| {
        matches!(words.at(i), "until" | "till" | "before" | "previously")
            || words.at(i) == "to" && words.near(i, 1) == "date"
            || words.at(i) == "so" && words.near(i, 1) == "far"
    });
    let then = sentence
        .verb(known.clause)
        .is_some_and(|verb| verb.perfect && words.near(verb.main, -1) == "had");
    let copula = sentence
        .verb(known.clause)
        .is_some_and(|verb| verb.copula && words.at(verb.main) == "been");
    most && (until || then || copula)
}

/// «A vote in the same halls on 9 November 2014»: what is new to the reader, in another year, is another one.
pub(crate) fn new_in_another_year(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let sentence = scene.syntax(instance.sentence);
    super::apart::time::other_year(scene, range, event)
        && sentence
            .phrase_of(instance.words.start)
            .is_some_and(|phrase| is_indefinite(scene, sentence, phrase))
}

/// «a quake», «a magnitude 7 quake», «a category 5 storm»: how strong it was stands between «a» and the noun.
fn is_indefinite(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> bool {
    let indefinite = |phrase: usize| {
        sentence
            .noun(phrase)
            .is_some_and(|noun| noun.article == Article::Indefinite && noun.owner.is_none())
    };
    let start = sentence.phrases[phrase].words.start;
    let numbered = || {
        scene
            .words
            .at(start)
            .starts_with(|c: char| c.is_ascii_digit())
            && scene.words.gap(start) == Gap::Space
            && start
                .checked_sub(1)
                .and_then(|before| sentence.phrase_of(before))
                .is_some_and(indefinite)
    };
    indefinite(phrase) || numbered()
}

/// «twice that of the October vote»: the event word only says what something else is compared with.
pub(crate) fn is_measure_of_another(scene: &Scene<'_>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    sentence
        .phrase_of(instance.words.end - 1)
        .is_some_and(|phrase| {
            let known = &sentence.phrases[phrase];
            known.preposition_is_of
                && known
                    .preposition
                    .is_some_and(|of| matches!(scene.words.near(of, -1), "that" | "those"))
        })
}

/// «Bam was destroyed in a quake that killed thousands», once «the quake» was told of: an article that brings in a new thing,
/// with nobody and no place of the event beside it.
pub(crate) fn brought_in_anew(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let told_before = || {
        scene
            .instances
            .iter()
            .take_while(|before| before.sentence < instance.sentence)
            .any(|before| {
                before.event == Some(event)
                    && before.other.is_none()
                    && before.form == Form::Definite
            })
    };
    let own = || {
        scene
            .entities_in(scene.words.of_sentence(instance.sentence))
            .any(|mention| elsewhere::belongs(scene, event, mention.entity))
    };
    instance.form == Form::Indefinite && told_before() && !own()
}

/// «the longest sentence of the five»: one of several of the kind.
pub(crate) fn one_of_several(scene: &Scene<'_>, instance: &Instance) -> bool {
    let words = scene.words;
    let last = instance.words.end - 1;
    let best = (1..=2).any(|back| {
        let before = words.near(instance.words.start, -back);
        before.len() > 4 && before.ends_with("est") || matches!(before, "most" | "least" | "one")
    });
    let of = words.near(last, 1) == "of"
        && (2..=3).any(|ahead| {
            matches!(words.near(last, ahead), "all" | "them" | "several")
                || scene.reading.mentions.iter().any(|mention| {
                    matches!(mention.value, Value::Number(_) | Value::Count { .. })
                        && scene.words_of(mention).start == last + ahead.unsigned_abs()
                })
        });
    best && of
}

/// «Yakutsk, where he had landed at seven»: what a clause tells of a named place is not the event's, unless that is where
/// the event took place.
pub(crate) fn where_else(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(clause) = sentence.clause_of(instance.words.start) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    let Some(place) = known.antecedent.filter(|_| {
        known.link == Link::Relative
            && known
                .joint
                .is_some_and(|word| scene.words.at(word) == "where")
    }) else {
        return false;
    };
    let named = sentence
        .noun(place)
        .is_some_and(|noun| noun.tag == Tag::Name);
    let at = scene.story.events[event].at;
    let home = scene
        .entities_in(sentence.phrases[place].words.clone())
        .any(|mention| {
            at.is_none_or(|at| {
                scene.plan.places.holds(mention.entity, at)
                    || scene.plan.places.holds(at, mention.entity)
            })
        });
    named && !home
}

/// «reopened a limited channel», «closed part of the port»: what is done to a part, or to another thing, needs not be
/// what the story tells of the whole.
pub(crate) fn in_part_done(scene: &Scene<'_>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let Some(clause) = role::home(sentence, &instance.words) else {
        return false;
    };
    sentence
        .phrases_in(clause)
        .filter(|&phrase| sentence.phrases[phrase].place == Place::Object)
        .any(|phrase| {
            let noun = sentence.phrases[phrase].words.clone();
            let whole = sentence
                .phrases
                .iter()
                .any(|other| other.after == Some(phrase) && other.preposition_is_of);
            let head = scene.words.at(noun.end - 1);
            whole
                && matches!(
                    head,
                    "part"
                        | "parts"
                        | "section"
                        | "sections"
                        | "stretch"
                        | "half"
                        | "some"
                        | "most"
                )
                || noun.into_iter().any(|word| {
                    matches!(
                        scene.words.at(word),
                        "limited"
                            | "partial"
                            | "temporary"
                            | "provisional"
                            | "interim"
                            | "makeshift"
                            | "second"
                            | "third"
                            | "another"
                            | "separate"
                            | "smaller"
                            | "additional"
                    )
                })
        })
}

/// «In Glasgow 53.5 percent voted Yes»: the value of a part, told by a place that is not the event's.
pub(crate) fn in_part(scene: &Scene<'_>, range: &Range<usize>, event: Option<EventIndex>) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let home = |range: Range<usize>| {
        scene.entities_in(range.clone()).next().is_some()
            || event
                .and_then(|event| scene.story.events[event].at)
                .is_some_and(|at| {
                    let mut firsts = scene.plan.places.first_words(at);
                    firsts.any(|first| range.clone().any(|i| words.at(i) == first))
                })
    };
    let poll = words.of_sentence(index).any(|i| {
        matches!(
            words.at(i),
            "poll" | "polls" | "survey" | "surveys" | "pollster" | "forecast" | "bookmakers"
        )
    });
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return poll;
    };
    // «in her fief»
    let corner = event.is_some()
        && sentence.phrases_in(clause).any(|phrase| {
            let words = sentence.phrases[phrase].words.clone();
            let lead = sentence.phrases[phrase].preposition;
            lead.is_some_and(|word| words_in(scene, word))
                && matches!(scene.words.at(words.start), "his" | "her" | "its" | "their")
                && scene.instances_in(words).is_empty()
        });
    poll || corner
        || sentence.phrases_in(clause).any(|phrase| {
            let known = &sentence.phrases[phrase];
            let named = sentence
                .noun(phrase)
                .is_some_and(|noun| noun.tag == Tag::Name);
            // «in Manchester, England,»: what follows the event's place with a comma holds it.
            let holder = known.row.is_some_and(|first| {
                let first = &sentence.phrases[first].words;
                words.gap(known.words.start) == Gap::Comma && home(first.clone())
            });
            named
                && known
                    .preposition
                    .is_some_and(|word| matches!(words.at(word), "in" | "at" | "among"))
                && !home(known.words.clone())
                && !holder
        })
        || sentence.phrases_in(clause).any(|phrase| {
            sentence.phrases[phrase]
                .preposition
                .is_some_and(|word| words.at(word) == "among")
                && sentence.noun(phrase).is_some_and(|noun| {
                    noun.tag != Tag::Pronoun
                        && sentence.phrases[phrase].words.end <= range.start
                        && !words.at(noun.head).starts_with("the")
                })
                && sentence.phrases[phrase].words.start < range.start
        })
}
/// «70 km south-west of Marrakesh»
fn is_direction(word: &str) -> bool {
    ["north", "south", "east", "west", "from", "near"]
        .iter()
        .any(|point| word.starts_with(point))
}

fn words_in(scene: &Scene<'_>, word: usize) -> bool {
    matches!(scene.words.at(word), "in" | "at" | "among")
}

/// «sentenced for the murder of Hale last year», «tried over the attacks at the hospital»: the word for another event of
/// the story stands between the event's and a time or place, which may be that one's.
pub(crate) fn of_next_event(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: &Instance,
    event: EventIndex,
) -> bool {
    let syntax = scene.syntax(instance.sentence);
    instance.words.end <= range.start
        && scene
            .instances_in(instance.words.end..range.start)
            .iter()
            .any(|other| {
                other.words.start >= instance.words.end
                    && !super::bind::is_charge(scene, other)
                    && other
                        .event
                        .map_or(!other.candidates.contains(&event), |found| found != event)
                    && role::role(syntax, range, &other.words).is_some_and(|found| {
                        matches!(
                            found.role,
                            Role::Modifier | Role::Postmodifier | Role::Adverbial
                        )
                    })
            })
}
