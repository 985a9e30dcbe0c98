//! What a value is told of besides the event: another time, a wish, a room, another measure.
//!
//! In: a value in its sentence. Out: whether verbs and words around it say that it is only wanted, was told at first, is of
//! the time before or since, or is what there is room for. Where it stands towards the event is for [`super::warrant`].

use std::ops::Range;

use super::events::Instance;
use super::role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::class;
use super::warrant;
use crate::rule::Kind;

/// «12 people could have died»: the verb of the clause leaves it open.
pub(crate) fn doubtful(sentence: &Sentence, range: &Range<usize>) -> bool {
    sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| verb.doubtful)
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
                        && warrant::lead(scene, sentence, phrase).is_some_and(|word| {
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
                || class::is_saying(next)
                || matches!(
                    next,
                    "put" | "offered" | "gave" | "proposed" | "asked" | "spoke"
                )
        }
        _ => false,
    })
}

/// «its first $122-per-share bid», «an initial bid of $122», «raised its offer to $125»: one of several offers, and not
/// the last.
pub(crate) fn of_first_offer(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let early = |phrase: usize| {
        sentence.phrases[phrase].words.clone().any(|i| {
            matches!(
                words.at(i),
                "first"
                    | "initial"
                    | "opening"
                    | "earlier"
                    | "previous"
                    | "original"
                    | "second"
                    | "rejected"
                    | "lower"
            )
        })
    };
    let offer = |phrase: usize| {
        sentence.phrases[phrase].words.clone().any(|i| {
            matches!(
                words.at(i),
                "bid"
                    | "bids"
                    | "offer"
                    | "offers"
                    | "proposal"
                    | "proposals"
                    | "approach"
                    | "price"
            )
        })
    };
    let early = |phrase: usize| early(phrase) && offer(phrase);
    let above = role::chain(sentence, value).next();
    let clause = sentence.phrases[value].clause;
    let subject = sentence.clauses[clause].subject.iter().copied();
    let raised = sentence.verb(clause).is_some_and(|verb| {
        matches!(
            words.at(verb.main),
            "raised" | "increased" | "sweetened" | "upped" | "lifted" | "boosted" | "improved"
        ) && warrant::lead(scene, sentence, value) == Some("to")
    });
    early(value) || above.is_some_and(early) || subject.into_iter().any(early) || raised
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

/// Whether the verb of the value's clause, or of the clause it is the infinitive of, only wishes for it or tells a change.
pub(crate) fn unreal(scene: &Scene<'_>, kind: Kind, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let Some(phrase) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[phrase].clause;
    let object = sentence.phrases[phrase].place == Place::Object;
    let lead = warrant::lead(scene, sentence, phrase).unwrap_or("");
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
        .filter(|_| {
            matches!(
                known.link,
                Link::Infinitive | Link::Reported | Link::Participle
            )
        })
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
        && ((object || lead == "for") && class::is_wishing(verb(clause))
            || matches!(known.link, Link::Infinitive | Link::Participle)
                && class::is_wishing(above)
            || asked
            || pleaded(scene, sentence, clause));
    let changed = sums && (object || lead == "by") && class::is_changing(verb(clause));
    wished || changed
}

/// «left without a word for the 168 people killed», «never met the families of the five»: what a definite noun phrase names is not
/// denied with the verb.
pub(crate) fn presupposed(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax(scene.sentence_of(range.start));
    let not = (1..=2).any(|back| {
        matches!(
            scene.words.near(range.start, -back),
            "not" | "no" | "never" | "nor"
        )
    });
    !not && sentence
        .phrase_of(range.end - 1)
        .and_then(|phrase| sentence.noun(phrase))
        .is_some_and(|noun| noun.article == Article::Definite)
}

/// «called for Orsini to be given 26 years», «argued for a sentence of ten years»: the verb of a clause, or of the one that it is the
/// infinitive of, says what somebody is in favour of.
fn pleaded(scene: &Scene<'_>, sentence: &Sentence, clause: usize) -> bool {
    let above = sentence.clauses[clause]
        .parent
        .filter(|_| sentence.clauses[clause].link == Link::Infinitive);
    std::iter::once(clause).chain(above).any(|clause| {
        sentence.verb(clause).is_some_and(|verb| {
            matches!(
                scene.words.at(verb.main),
                "called"
                    | "calls"
                    | "calling"
                    | "call"
                    | "argued"
                    | "argues"
                    | "arguing"
                    | "pressed"
                    | "pressing"
                    | "pushed"
                    | "pushing"
                    | "pleaded"
                    | "appealed"
                    | "campaigned"
                    | "lobbied"
            ) && scene.words.near(verb.main, 1) == "for"
        })
    })
}

pub(super) fn words_was(word: &str) -> bool {
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
            class::is_enduring(main) || matches!(main, "spent" | "spend" | "spends" | "served")
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
