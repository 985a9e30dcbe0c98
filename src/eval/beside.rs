//! Whether a value stands with the claim's own words or people.
//!
//! In: a value, words or people of a claim. Out: whether syntax ties them: by role, as a pair of figures, as what the
//! value's clause is about. Whether the value is the event's is for [`super::warrant`].

use std::ops::Range;

use super::aged;
use super::events::Instance;
use super::identity::Who;
use super::identity::WhoIs;
use super::rate;
use super::role;
use super::role::Found;
use super::role::Role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::verb;
use super::warrant;
use crate::rule::Kind;
use crate::value::Value;

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
    let asked = WhoIs::new(scene, index, who);
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
    let stands = |found: &Range<usize>| {
        role::role(sentence, range, found)
            .is_some_and(|found| !matches!(found.role, Role::Continuation | Role::Circumstance))
    };
    let tied = |found: &Range<usize>| {
        // «$54.20 a share»
        let beside =
            found.start == range.end && scene.words.gap(found.start) < super::words::Gap::Comma;
        beside
            || found.start < range.end && range.start < found.end
            // «$54.20 a share, or $44bn in all»: it is the other value's.
            || !of_another(scene, found, range)
                && (stands(found)
                    || describes(sentence, range, found)
                    || leads(sentence, range, found)
                    || inside(sentence, range, found)
                    || being_when(scene, sentence, range, found))
    };
    phrases.iter().any(|phrase| {
        scene
            .find_phrases(all.clone(), phrase)
            .any(|found| tied(&found))
    })
}

/// «had been sentenced to twelve years in prison», asked how long somebody was in prison: the verb says another thing of the
/// length than the claim's words, and does not only say that it passed.
pub(crate) fn of_other_verb(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let Some((sentence, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    sentence.verb(clause).is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        !verb.copula
            && scene
                .has_phrase(verb.main..verb.main + 1, phrases)
                .is_none()
            && matches!(
                main,
                "sentenced"
                    | "condemned"
                    | "given"
                    | "handed"
                    | "offered"
                    | "ordered"
                    | "promised"
                    | "threatened"
            )
    })
}

/// «voted on Tuesday to lift the strike», «reached a deal on Sunday, ending the strike»: a day or place stands with a verb that
/// none of the claim's words is, and they stand in an infinitive or participle of it.
pub(crate) fn of_main_verb(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let Some(own) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let all = scene.words.of_sentence(index);
    let mut hangs = false;
    for phrase in phrases {
        for found in scene.find_phrases(all.clone(), phrase) {
            let Some(clause) = sentence.clause_of(found.start) else {
                continue;
            };
            if clause == own {
                return false;
            }
            let known = &sentence.clauses[clause];
            hangs |= matches!(known.link, Link::Infinitive | Link::Participle)
                && known.parent == Some(own)
                && known.antecedent.is_none()
                && range.end <= found.start;
        }
    }
    hangs
}

/// «the 181 people aboard the plane»: the word is the preposition of what the value stands with.
pub(super) fn leads(sentence: &Sentence, range: &Range<usize>, word: &Range<usize>) -> bool {
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    sentence.phrases.iter().any(|phrase| {
        phrase.preposition == Some(word.start)
            && (phrase.after == Some(value) || phrase.clause == sentence.phrases[value].clause)
    })
}

/// «was 43 when he was executed»: what somebody was at the time of what the words tell.
fn being_when(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    word: &Range<usize>,
) -> bool {
    let (Some(value), Some(word)) = (
        sentence.clause_of(range.end - 1),
        sentence.clause_of(word.start),
    ) else {
        return false;
    };
    let known = &sentence.clauses[word];
    known.link == Link::Subordinate
        && known.parent == Some(value)
        && known
            .joint
            .is_some_and(|joint| scene.words.at(joint) == "when")
        && sentence.verb(value).is_some_and(|verb| verb.copula)
}

/// «35 cases of phones catching fire», «35 cases in which batteries had exploded»: the word stands in a clause that says of
/// what is counted what it is.
fn describes(sentence: &Sentence, range: &Range<usize>, word: &Range<usize>) -> bool {
    let (Some(value), Some(clause)) = (
        sentence.phrase_of(range.end - 1),
        sentence.clause_of(word.start),
    ) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    matches!(known.link, Link::Participle | Link::Relative)
        && word.start > range.end
        && known.antecedent.is_some_and(|phrase| {
            phrase == value
                || sentence.phrases[phrase].preposition_is_of
                    && sentence.phrases[phrase].after == Some(value)
        })
}

/// «voted by 97% to authorise a strike»: the word stands in what the value's clause is about.
pub(super) fn inside(sentence: &Sentence, range: &Range<usize>, word: &Range<usize>) -> bool {
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
                && !(found.role == Role::Companion && warrant::timed(scene, sentence, &found))
    }) || inside(sentence, range, &instance.words)
}

/// Whether the event stands in the value's clause as what came before: «after the election».
pub(crate) fn follows(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> bool {
    let sentence = scene.syntax(instance.sentence);
    role::role(sentence, range, &instance.words).is_some_and(|found| {
        found.role == Role::Companion
            && found
                .noun
                .and_then(|noun| warrant::lead(scene, sentence, noun))
                .is_some_and(|word| matches!(word, "after" | "following"))
    })
}

/// Whether a word of the claim follows another value at once, as what it is told of each: «$54.20 a share».
pub(crate) fn of_another(scene: &Scene<'_>, found: &Range<usize>, range: &Range<usize>) -> bool {
    let each = |word: usize| rate::leads(scene.words.at(word));
    let end = if each(found.start) {
        found.start
    } else if found.start > 0 && each(found.start - 1) {
        found.start - 1
    } else {
        return false;
    };
    let mentions = &scene.reading.mentions;
    end != range.end
        && mentions
            .iter()
            .any(|mention| scene.words_of(mention).end == end)
}

/// «won by 58.3% to 41.7%»: the first figure is the subject's, the second the object's. `None`: no such pair.
pub(crate) fn of_pair(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> Option<bool> {
    let leads = scene.words.at(range.end) == "to";
    let follows = scene.words.near(range.start, -1) == "to";
    // Most values have none, and their sentence need not be parsed for it.
    if !leads && !follows {
        return None;
    }
    let sentence = scene.syntax_at(range.start);
    let phrase = sentence.phrase_of(range.end - 1)?;
    let lead = |phrase: usize| warrant::lead(scene, sentence, phrase).unwrap_or("");
    let value = |phrase: usize| {
        sentence
            .noun(phrase)
            .is_some_and(|noun| matches!(noun.tag, Tag::Value | Tag::Number))
    };
    // The other figure stands right beside it, whatever it hangs on.
    let next = sentence
        .phrase_of(range.end + 1)
        .filter(|&next| value(next));
    // «beat Moe in Tuesday's election, 50 percent to 48 percent»: set off at the end, and no way from one to the other.
    let set_off = |at: usize| {
        at > 0
            && scene.words.gap(at) == super::words::Gap::Comma
            && !matches!(
                scene.words.near(at, -1),
                "from" | "between" | "rose" | "fell"
            )
    };
    let first = leads && (lead(phrase) == "by" || set_off(range.start)) && next.is_some();
    let before = range
        .start
        .checked_sub(2)
        .and_then(|at| sentence.phrase_of(at))
        .filter(|&before| value(before));
    let second = follows
        && before.is_some_and(|before| {
            lead(before) == "by" || set_off(sentence.phrases[before].words.start)
        });
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
    let here = named((0..sentence.phrases.len()).collect());
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
        object || !subject && !here
    })
}

/// «The "No" camp edged out the "Yes" camp, 50.2% to 49.8%»: the first figure is the subject's and the second the object's, whichever
/// of them the claim's words name.
pub(crate) fn of_other_in_pair(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let index = scene.sentence_of(range.start);
    let mentions = scene.mentions_of(index);
    let share = |from: usize, back: bool| {
        mentions.iter().any(|mention| {
            let words = scene.words_of(mention);
            matches!(
                mention.value,
                Value::Percent { .. } | Value::Number(_) | Value::Count { .. }
            ) && !words.is_empty()
                && if back {
                    words.end == from
                } else {
                    words.start == from
                }
        })
    };
    let first = scene.words.at(range.end) == "to" && share(range.end + 1, false);
    let second = range.start > 1
        && scene.words.near(range.start, -1) == "to"
        && share(range.start - 1, true);
    if first == second {
        return false;
    }
    let sentence = scene.syntax(index);
    let named = |subject: bool| {
        sentence.phrases.iter().any(|phrase| {
            (phrase.place == Place::Subject) == subject
                && phrase.words.end <= range.start
                && scene.has_phrase(phrase.words.clone(), phrases).is_some()
        })
    };
    let (subject, object) = (named(true), named(false));
    first && object && !subject || second && subject && !object
}

/// «Lind won against Moe with 52.4%»: what somebody has or does something with is the subject's, and not of whom is named last.
pub(crate) fn of_other_subject(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let Some((sentence, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let subject = |own: bool| {
        sentence.clauses[sentence.phrases[phrase].clause]
            .subject
            .iter()
            .any(|&subject| {
                scene
                    .entities_in(sentence.phrases[subject].words.clone())
                    .any(|mention| {
                        who.contains(&mention.entity) == own && scene.acts(mention.entity)
                    })
            })
    };
    warrant::lead(scene, sentence, phrase) == Some("with") && subject(false) && !subject(true)
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
    if kind == Kind::Quantity && of_inner(scene, range, who) {
        return false;
    }
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
                    aged::at_age(scene, range) || is_copula(scene, sentence, &found)
                }
                Role::Predicate => !found.within || is_copula(scene, sentence, &found),
                // «the 71-year-old brother of Castellan»
                Role::Modifier => kind != Kind::Age || found.noun == Some(found.value),
                Role::Companion | Role::Adverbial | Role::Continuation | Role::Circumstance => {
                    false
                }
            }
        })
}

fn is_copula(scene: &Scene<'_>, sentence: &Sentence, found: &Found) -> bool {
    sentence
        .verb(found.clause)
        .is_some_and(|verb| verb::is_be(scene.words.at(verb.main)))
}

/// Whether a word for an event of the story, other than the claim's words, ties the value more closely than they do: «After
/// a ten-year journey the probe flew past at 7,750 miles» tells nothing of the journey.
pub(crate) fn of_an_event(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let all = scene.words.of_sentence(index);
    let rank = |word: &Range<usize>| {
        let role = role::role(sentence, range, word).map(|found| found.role);
        let far = range
            .start
            .saturating_sub(word.end)
            .max(word.start.saturating_sub(range.end));
        (super::bind::distance(role), far)
    };
    let mut own = Vec::new();
    for phrase in phrases {
        own.extend(scene.find_phrases(all.clone(), phrase));
    }
    let Some(best) = own.iter().map(rank).min() else {
        return false;
    };
    scene
        .instances_in(all)
        .iter()
        .filter(|instance| instance.event.is_some() && instance.other.is_none())
        .filter(|instance| {
            own.iter()
                .all(|word| word.end <= instance.words.start || instance.words.end <= word.start)
        })
        .map(|instance| rank(&instance.words))
        .any(|other| other.0 < super::bind::NONE && other < best && best.0 > 0)
}

/// «The ship rammed the Finke, a 25-metre ferry»: the measure is that of a noun of its own, not of whom the claim is about.
pub(crate) fn of_inner(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let words = scene.words;
    let owned = |at: usize| {
        scene
            .entities_in(at..at + 1)
            .any(|mention| who.contains(&mention.entity))
    };
    // «…, a 25-metre-long (82 ft) ferry»: after a name that is not theirs.
    let start = range.start.saturating_sub(1);
    let apposed = start > 0
        && matches!(words.at(start), "a" | "an")
        && words.gap(start) == super::words::Gap::Comma
        && words.is_capital(start - 1)
        && !owned(start - 1);
    if apposed {
        return true;
    }
    let Some((sentence, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let within = sentence
        .noun(phrase)
        .is_some_and(|noun| noun.head >= range.end);
    let has = sentence.verb(known.clause).is_some_and(|verb| {
        let main = words.at(verb.main);
        verb::is_be(main) || matches!(main, "has" | "have" | "had" | "measures" | "measured")
    });
    within
        && matches!(known.place, Place::Object | Place::Adverbial)
        && !has
        && !known.words.clone().any(owned)
}

/// «clocked two hours to shave 30 seconds off his best»: another value of the kind is tied more closely to the claim's word.
pub(crate) fn has_own(scene: &Scene<'_>, range: &Range<usize>, phrases: &[Vec<String>]) -> bool {
    let index = scene.sentence_of(range.start);
    let sentence = scene.syntax(index);
    let span = scene.words.span(range.clone());
    let mentions = scene.mentions_of(index);
    let Some(own) = mentions.iter().find(|mention| mention.span.overlaps(span)) else {
        return false;
    };
    let all = scene.words.of_sentence(index);
    let rank = |value: &Range<usize>| {
        phrases
            .iter()
            .filter_map(|phrase| scene.find_phrase(all.clone(), phrase))
            .map(|word| {
                let close = |at: usize| scene.words.gap(at) < super::words::Gap::Comma;
                if word.start == value.end && close(word.start)
                    || word.end == value.start && close(value.start)
                {
                    return 0;
                }
                // «effective in 14 days»
                if word.end + 1 == value.start
                    && matches!(scene.words.at(word.end), "in" | "on" | "from" | "by")
                {
                    return 0;
                }
                let found = role::role(sentence, value, &word);
                super::bind::distance(found.map(|found| found.role))
            })
            .min()
    };
    let here = rank(range);
    mentions.iter().any(|other| {
        let words = scene.words_of(other);
        !words.is_empty()
            && !other.span.overlaps(span)
            && (std::mem::discriminant(&other.value) == std::mem::discriminant(&own.value)
                || matches!(
                    (&own.value, &other.value),
                    (Value::Date(_), Value::Duration { .. })
                ))
            && rank(&words).is_some_and(|there| {
                // A day that the word stands right beside leaves no other to it.
                let date = matches!(own.value, Value::Date(_));
                there < super::bind::NONE
                    && here.is_none_or(|here| {
                        here >= super::bind::NONE || date && there == 0 && here > 0
                    })
            })
    })
}
