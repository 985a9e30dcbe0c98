//! What is told of another time than the event's: before it, since it, at first, as long as something else took.
//!
//! In: a value in its sentence, and the event word where there is one. Out: whether words around the value say so.

use std::ops::Range;

use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::scene::Scene;
use crate::eval::syntax::class;
use crate::eval::warrant;
use crate::eval::words::Gap;

/// Before, until or since which event something is told, and not of it: «a week before the fire».
pub(crate) fn apart_in_time(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: usize,
    since: bool,
) -> bool {
    let Some((sentence, clause)) = scene.clause_of_value(range) else {
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

/// «a year after the ministry had fined it 2 billion»: a clause that weeks or years part from what is told tells of another time.
pub(crate) fn long_after(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let mut up = sentence.clause_of(range.end - 1);
    while let Some(at) = up {
        let known = &sentence.clauses[at];
        let apart = known.joint.is_some_and(|word| {
            matches!(scene.words.at(word), "after" | "before")
                && matches!(
                    scene.words.near(word, -1),
                    "week"
                        | "weeks"
                        | "month"
                        | "months"
                        | "year"
                        | "years"
                        | "decade"
                        | "decades"
                        | "century"
                        | "centuries"
                )
        });
        if apart {
            return true;
        }
        up = known.parent;
    }
    false
}

/// «first said», «at first put at»: what was told then and need not hold any more.
pub(crate) fn at_first(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    (sentence.start..range.start).any(|i| match words.at(i) {
        "initially" | "originally" => true,
        "one" => words.near(i, -1) == "at" && matches!(words.near(i, 1), "point" | "stage"),
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
    let Some((sentence, value)) = scene.phrase_of_value(range) else {
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

/// Whether a length is how long a trial or its verdict took, and not the term that it gave.
pub(crate) fn endures(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    sentence.verb_at(range.end - 1)
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

/// «at 11:47 pm local time, or Saturday at 1:02 am», «at noon GMT or 2 pm»: a clock of another zone, behind one that is told with its own.
pub(crate) fn of_another_zone(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    const REACH: usize = 3;
    let words = scene.words;
    let start = scene.sentence_at(range.start).start;
    let zone = |at: usize| {
        let text = words.span(at..at + 1).of(scene.text);
        words.at(at) == "time"
            || (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    (start.max(range.start.saturating_sub(REACH))..range.start)
        .any(|at| words.at(at) == "or" && at > start && zone(at - 1))
}

/// «the bidding started at 75 million», «an opening bid of 5 million», «estimates of 100 million»: no value of the whole.
pub(crate) fn starts_at(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let near = |back: isize| words.near(range.start, -back);
    let begins = |word: &str| {
        matches!(
            word,
            "started" | "starts" | "start" | "starting" | "opened" | "opens" | "opening" | "began"
        )
    };
    let verb = matches!(near(1), "at" | "from") && begins(near(2));
    let noun = matches!(near(1), "of" | "at")
        && (matches!(near(2), "estimate" | "estimates" | "guess")
            || matches!(near(2), "price" | "bid" | "offer" | "figure" | "value")
                && matches!(
                    near(3),
                    "starting"
                        | "opening"
                        | "asking"
                        | "reserve"
                        | "guide"
                        | "estimated"
                        | "list"
                        | "initial"
                ));
    verb || noun
}

/// «The boxer died on Friday, his agent said at a hotel in Marne on Saturday»: a verb of saying stands between the event's
/// word and a time or place, which may be that of the saying.
pub(crate) fn said_between(
    scene: &Scene<'_>,
    instance: &Range<usize>,
    range: &Range<usize>,
) -> bool {
    let words = scene.words;
    (instance.end..range.start).any(|i| {
        class::is_saying(words.at(i))
            && words.at(i).ends_with(['d', 's'])
            // «which officials said was on Monday»
            && !(i + 1..range.start).any(|k| matches!(words.at(k), "was" | "took" | "occurred" | "happened"))
    })
}

/// «was expected to be sold for 100 million», «had been tipped to fetch 100 million»: told of before it happened.
pub(crate) fn was_expected(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let from = range.start.saturating_sub(8).max(sentence.start);
    (from..range.start).any(|at| {
        matches!(
            words.at(at),
            "expected" | "estimated" | "tipped" | "predicted" | "forecast" | "projected" | "hoped"
        ) && words.near(at, 1) == "to"
            && matches!(words.near(at, -1), "was" | "were" | "been")
    })
}

/// «the first landing since Apollo 17 in 1972», «others have landed, including China in 2019»: not the event's date.
pub(crate) fn dated_since(
    scene: &Scene<'_>,
    instance: &Range<usize>,
    range: &Range<usize>,
) -> bool {
    let words = scene.words;
    (instance.end..range.start).any(|i| {
        matches!(words.at(i), "since" | "including")
            && range.start - i <= 8
            && (i + 1..=range.start).all(|k| words.gap(k) < Gap::Comma)
    })
}
