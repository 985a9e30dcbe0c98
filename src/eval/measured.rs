//! What else a figure, a day or a place may measure than the claim's.
//!
//! In: a value in its sentence, and the words of a claim. Out: whether the words right around it make it a difference, a general
//! condition, somebody else's, another sum's, one kind of those who are counted, or tell of another verb. Whether it differs from what
//! is expected is asked before.

use std::ops::Range;

use super::beside;
use super::identity::WhoIs;
use super::role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::class;
use super::warrant;
use super::words::Gap;
use crate::rule::EntityKind;
use crate::value::Value;

/// «twelve years short of the least», «nine points ahead of Moe», «two billion below the estimate»: by how much one thing is more
/// or less than another.
pub(crate) fn is_difference(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let next = range.end;
    if words.gap(next) != Gap::Space || own.contains(&words.stem(next)) {
        return false;
    }
    let of = matches!(
        words.near(next, 1),
        "of" | "the" | "its" | "their" | "his" | "her" | "what" | "that"
    );
    match words.at(next) {
        "short" | "shy" | "ahead" | "clear" => words.near(next, 1) == "of",
        // «30 minutes over schedule»
        "over" => matches!(
            words.near(next, 1),
            "schedule" | "time" | "budget" | "target"
        ),
        "below" | "above" | "beyond" | "behind" => of && !words.near(next, 1).is_empty(),
        "less" | "more" | "fewer" | "longer" | "shorter" | "higher" | "lower" | "greater"
        | "larger" | "smaller" => (1..=3).any(|ahead| words.near(next, ahead) == "than"),
        _ => false,
    }
}

/// Whether the verb of a clause tells what holds at any time: «is», «requires», «triggers».
pub(crate) fn is_present(scene: &Scene<'_>, sentence: &Sentence, clause: usize) -> bool {
    let words = scene.words;
    sentence.verb(clause).is_some_and(|verb| {
        let group = sentence.clauses[clause]
            .verb
            .map_or(verb.main..verb.main + 1, |chunk| {
                sentence.chunks[chunk].words.clone()
            });
        let led = words.at(group.start);
        !verb.perfect
            && (matches!(led, "is" | "are" | "does" | "do" | "has" | "have")
                || verb.finite
                    && !verb.either
                    && led.ends_with('s')
                    && !matches!(led, "was" | "does"))
    })
}

/// «a recount is ordered when the margin is within half a point», «the law allows a recall if 25 percent sign»: a condition under
/// which something holds, told in the present on both sides.
pub(crate) fn in_general(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(own) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.clauses[own];
    let opens = known.joint.is_some_and(|word| {
        matches!(
            scene.words.at(word),
            "when" | "whenever" | "if" | "unless" | "once" | "where"
        )
    });
    known.link == Link::Subordinate
        && opens
        && is_present(scene, sentence, own)
        && known
            .parent
            .is_some_and(|parent| is_present(scene, sentence, parent))
}

/// «with 49.7 percent to Moe's 48.6 percent»: a name in the possessive right before it is not the claim's.
pub(crate) fn is_owned_by_another(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    if who.is_empty() {
        return false;
    }
    let sentence = scene.syntax(scene.sentence_of(range.start));
    sentence
        .phrase_of(range.end - 1)
        .and_then(|phrase| sentence.noun(phrase))
        .and_then(|noun| noun.owner.clone())
        .filter(|owner| owner.end + 1 >= range.start)
        .and_then(|owner| scene.entities_in(owner).last())
        .is_some_and(|mention| !who.contains(&mention.entity) && scene.acts(mention.entity))
}

/// «a 50,000 fine and 24 million in restitution», asked for the fine: a bare noun behind «in» says what else a sum is.
pub(crate) fn is_labelled(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
    own: &[&str],
) -> bool {
    let words = scene.words;
    let sentence = scene.syntax(scene.sentence_of(range.start));
    if phrases.is_empty() || words.at(range.end) != "in" || words.gap(range.end) != Gap::Space {
        return false;
    }
    // One sum alone may be told so: «to forfeit 15 billion in assets».
    let mentions = scene.mentions_at(range.start);
    let sums = mentions
        .iter()
        .filter(|mention| matches!(mention.value, Value::Money { .. }));
    if sums.count() < 2 {
        return false;
    }
    let Some(phrase) = sentence.phrase_of(range.end + 1) else {
        return false;
    };
    let inside = sentence.phrases[phrase].words.clone();
    // How a sum is paid or counted is no purpose.
    let manner = matches!(
        words.at(inside.end - 1),
        "cash"
            | "total"
            | "all"
            | "full"
            | "stock"
            | "shares"
            | "bonds"
            | "exchange"
            | "money"
            | "dollars"
            | "notes"
            | "addition"
            | "return"
            | "response"
            | "advance"
            | "part"
            | "kind"
            | "value"
            | "worth"
    );
    sentence.noun(phrase).is_some_and(|noun| {
        noun.tag == Tag::Noun
            && noun.article == Article::Bare
            && noun.owner.is_none()
            && !noun.dimension
    }) && !manner
        && inside.clone().all(|at| words.is_small(at))
        && !inside.clone().any(|at| own.contains(&words.stem(at)))
}

/// «legal in all 50 states»: the number of all there are of a sort of place, which nothing that is told of them changes.
pub(crate) fn of_all_places(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let all = (1..=3).any(|back| matches!(words.near(range.start, -back), "all"));
    let noun = words.at(range.end);
    all && (super::apart::is_sort_of_place(noun)
        || noun
            .strip_suffix('s')
            .is_some_and(super::apart::is_sort_of_place))
}

/// «the court's four liberal justices», where it asks for justices: a word before what is counted tells which of them.
pub(crate) fn is_narrowed(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
    own: &[&str],
) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let syntax = scene.syntax(scene.sentence_of(range.start));
    let end = (range.end..sentence.end.min(range.end + 5))
        .find(|&at| {
            words.gap(at) > Gap::Apostrophe
                || syntax.verb_clause(at).is_some()
                || matches!(words.at(at), "of" | "in" | "and" | "who" | "on" | "at")
        })
        .unwrap_or(sentence.end.min(range.end + 5));
    let Some(noun) = scene.has_phrase(range.end..end, of) else {
        return false;
    };
    (range.end..noun.start).any(|at| words.is_small(at) && !own.contains(&words.stem(at)))
}

/// «was sentenced on Monday for crimes of which he was convicted», «resigned on Friday over the vote», asked when he was convicted or
/// when they voted: the day hangs on a verb that tells something else, and the claim's words stand in what that was for or after.
pub(crate) fn of_clause_verb(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    let Some(verb) = sentence.verb(clause) else {
        return false;
    };
    let main = scene.words.at(verb.main);
    let plain =
        verb.copula || class::is_light(main) || class::is_happening(main) || class::is_ending(main);
    if plain || sentence.phrases[value].place != Place::Adverbial {
        return false;
    }
    let mut aside = false;
    for phrase in phrases {
        for found in scene.find_phrases(scene.words.of_sentence(index), phrase) {
            let lead = sentence
                .phrase_of(found.end - 1)
                .filter(|&inside| sentence.phrases[inside].clause == clause && inside != value)
                .and_then(|inside| {
                    std::iter::once(inside)
                        .chain(role::chain(sentence, inside))
                        .find_map(|up| warrant::lead(scene, sentence, up))
                });
            let own = sentence.phrase_of(found.end - 1).is_some_and(|inside| {
                sentence.phrases[value].after == Some(inside)
                    || role::chain(sentence, value).any(|up| up == inside)
            });
            match lead {
                Some(
                    "for" | "over" | "about" | "after" | "before" | "following" | "amid"
                    | "despite" | "since",
                ) if !own && range.end <= found.start => {
                    aside = true;
                }
                // Another hit that is no such frame ties the day.
                _ => return false,
            }
        }
    }
    aside && !beside::has_own(scene, range, phrases)
}

/// «was beaten by Hale, a professor at Lund»: a place behind the common noun of an apposition to a person tells what that
/// person is.
pub(crate) fn is_where_somebody_works(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let Some(phrase) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let asked = WhoIs::new(scene, index, &[]);
    let lead = sentence.phrases[phrase].preposition.unwrap_or(range.start);
    sentence.phrases[phrase].after.is_some_and(|up| {
        let known = &sentence.phrases[up];
        let words = known.words.clone();
        // «an economics professor», also where a story lists it as somebody's role.
        let common = scene.words.is_small(words.end - 1);
        let person = asked.is_people(up)
            || scene
                .entities_in(words)
                .any(|mention| scene.story.entities[mention.entity].kind == EntityKind::Person);
        known.place == Place::Apposed
            && scene.words.gap(lead) < Gap::Comma
            && common
            && person
            && sentence
                .noun(up)
                .is_some_and(|noun| noun.article != Article::Definite)
    })
}

/// «other rich countries, which have an average rate of 22 percent»: a clause on what is set against what the report is about.
pub(crate) fn is_told_of_others(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    let others = |phrase: usize| {
        sentence.phrases[phrase].words.clone().any(|at| {
            matches!(
                scene.words.at(at),
                "other" | "others" | "another" | "rival" | "comparable" | "similar"
            )
        })
    };
    known.link == Link::Relative && known.antecedent.is_some_and(others)
        || known.subject.iter().any(|&subject| {
            // «45 others were hurt» counts them.
            others(subject)
                && !sentence.phrases[subject].words.contains(&range.start)
                && scene
                    .entities_in(sentence.phrases[subject].words.clone())
                    .next()
                    .is_none()
        })
}

/// «the 326 seats needed for a majority», «a threshold of 67 votes»: what something takes, and not what there was.
pub(crate) fn is_needed(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let takes = |at: usize| {
        matches!(
            words.at(at),
            "needed" | "required" | "necessary" | "threshold" | "needs" | "requires" | "quorum"
        ) && !own.contains(&words.stem(at))
    };
    let all = scene.sentence_at(range.start);
    let after = (range.end..all.end.min(range.end + 4))
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(takes);
    let before = (all.start.max(range.start.saturating_sub(4))..range.start)
        .rev()
        .take_while(|&at| words.gap(at + 1) < Gap::Comma)
        .any(takes);
    after || before
}
