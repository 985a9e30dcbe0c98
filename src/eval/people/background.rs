//! Clauses that tell of another time or another incident than the report's own.
//!
//! In: a word of a scene. Out: whether its clause dates it back («in 2009», «last spring», «in May»), names another
//! incident («in another shooting»), or speaks of an earlier one whose noun is left out («the first two left five dead»).

use std::ops::Range;

use super::verbs;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::value::month;

/// Whether the clause of the word at `at` is of another incident.
pub(crate) fn clause(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    around(scene, at).any(|i| {
        let next = words.near(i, 1);
        match words.at(i) {
            "in" | "since" | "during" => {
                year(next) && !own_year(scene, next) || bare_month(scene, i + 1)
            }
            "last" => matches!(
                next,
                "year" | "month" | "summer" | "spring" | "winter" | "fall" | "autumn"
            ),
            "ago" | "earlier" | "before" => {
                matches!(
                    words.near(i, -1),
                    "years" | "months" | "decades" | "year" | "month"
                )
            }
            "linked" | "connected" | "related" | "similar" | "tied" | "compared" => {
                matches!(next, "to" | "with") && i < at
            }
            _ => is_another(scene, i),
        }
    })
}

/// «the third in a week; the first two left five dead»: the words from a subject that is an earlier incident, its noun
/// left out, to the end of its clause.
pub(crate) fn earlier_one(scene: &Scene<'_>, at: usize) -> bool {
    const WHICH: &Table = table![
        "first", "second", "previous", "earlier", "prior", "last", "other", "latter", "former",
    ];
    let words = scene.words;
    let sentence = scene.sentence_at(at);
    let from = (sentence.start..at)
        .rev()
        .find(|&i| words.gap(i) >= Gap::Break)
        .unwrap_or(sentence.start);
    (from..at).any(|i| {
        let which =
            WHICH.has(words.at(i)) && matches!(words.near(i, -1), "the" | "an" | "a" | "its");
        let count = usize::from(matches!(
            words.near(i, 1),
            "one" | "two" | "three" | "four" | "five" | "ones" | "pair"
        ));
        let verb = i + 1 + count;
        // «the last shooting there, in 2011, killed nine»
        // «The most recent homicide before it was that of a man»
        let recent = words.at(i) == "recent"
            && words.near(i, -1) == "most"
            && words.near(i, -2) == "the"
            && scene.sentence_of(at) > 1;
        let named = (recent
            || matches!(words.at(i), "previous" | "earlier" | "prior" | "last")
                && matches!(words.near(i, -1), "the" | "an" | "its" | "a"))
            && incident(words.near(i, 1));
        named
            || which
                && verb < sentence.end
                && matches!(
                    words.at(verb),
                    "left" | "killed" | "wounded" | "injured" | "claimed" | "hurt" | "had" | "saw"
                )
    })
}

/// «a year after Ana, 23, was killed there»: the clause tells of what was long before. «Two months after she was shot»
/// tells of the same person again.
pub(crate) fn long_after(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(at);
    let Some(after) = (sentence.start + 1..at)
        .rev()
        .find(|&i| matches!(words.at(i), "after" | "since"))
    else {
        return false;
    };
    // «a week after one in Carrow that left two dead»
    let left_out = matches!(words.near(after, 1), "one" | "another")
        && matches!(
            words.near(after, 2),
            "in" | "at" | "on" | "near" | "outside" | "that" | "which"
        );
    if left_out {
        return true;
    }
    if after <= sentence.start + 4 && others_after(scene, after, at) {
        return true;
    }
    // «The shooting came four days after two men were killed in Carrow.»
    let time = is_unit_of_time(words.near(after, -1));
    let came = (2..=5).any(|k| {
        after >= sentence.start + k && matches!(words.at(after - k), "came" | "comes" | "coming")
    });
    if time && came && !matches!(words.near(after, 1), "he" | "she" | "they" | "his" | "her") {
        return true;
    }
    let long = matches!(
        words.near(after, -1),
        "year" | "years" | "month" | "months" | "decade" | "decades"
    );
    let again = matches!(
        words.near(after, 1),
        "he" | "she" | "they" | "it" | "being" | "a" | "his" | "her"
    );
    let near = (after..at).all(|i| words.gap(i + 1) < Gap::Break) && at < after + 12;
    long && near && !again
}

/// «Three weeks after a girl was shot at a party, a boy was gunned down»: the clause that the sentence begins with tells of
/// others, where its main clause introduces somebody who was hit.
fn others_after(scene: &Scene<'_>, after: usize, at: usize) -> bool {
    let words = scene.words;
    let end = words.of_sentence(scene.sentence_of(at)).end;
    let time = is_unit_of_time(words.near(after, -1));
    let Some(main) = (at + 1..end).find(|&i| words.gap(i) >= Gap::Comma) else {
        return false;
    };
    let introduces = matches!(
        words.at(main),
        "a" | "an" | "another" | "two" | "three" | "four" | "five"
    ) && (1..6).any(|k| super::is_person(words.near(main, k)));
    let hit = (main..end).any(|i| super::is_harm(words.at(i)) || verbs::dying(words.at(i)));
    let held = (main..end).any(|i| verbs::accused(words.at(i)));
    time && introduces && hit && !held
}

/// «wounded in an unrelated shooting»: the clause of the word at `at` names another incident.
pub(crate) fn another(scene: &Scene<'_>, at: usize) -> bool {
    around(scene, at).any(|i| is_another(scene, i))
}

/// «another shooting», «a separate incident»: whether the word at `at` tells an incident from the report's own.
fn is_another(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    matches!(
        words.at(at),
        "another" | "separate" | "unrelated" | "previous" | "different"
    ) && (1..=3).any(|k| incident(words.near(at, k)))
}

/// «was hurt in a crash», «hit with a blunt object»: an injury whose cause is told, and is not what the report's events are.
pub(super) fn other_cause(scene: &Scene<'_>, at: usize) -> bool {
    const CAUSES: &Table = table![
        "crash",
        "collision",
        "wreck",
        "fight",
        "brawl",
        "fistfight",
        "knife",
        "bat",
        "blunt",
        "fists",
    ];
    let words = scene.words;
    let sentence = scene.sentence_at(at);
    let own = |word: &str| {
        scene
            .plan
            .events
            .iter()
            .any(|event| event.listed.iter().any(|listed| listed == word))
    };
    matches!(
        words.at(at),
        "hurt"
            | "injured"
            | "wounded"
            | "struck"
            | "hit"
            | "cut"
            | "injuries"
            | "injury"
            | "bruised"
    ) && (at + 1..(at + 9).min(sentence.end))
        .take_while(|&i| words.gap(i) < Gap::Comma && !matches!(words.at(i), "and" | "but" | "who"))
        .skip_while(|&i| !matches!(words.at(i), "in" | "by" | "with" | "from"))
        .any(|i| CAUSES.has(words.at(i)) && !own(words.at(i)))
}

/// «Police first thought that a man had been shot»: what was believed at first is not what happened.
pub(crate) fn mistaken(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(at);
    (sentence.start..at).any(|i| {
        matches!(
            words.at(i),
            "first" | "initially" | "originally" | "mistakenly"
        ) && (1..=2).any(|k| {
            matches!(
                words.near(i, k),
                "thought" | "believed" | "assumed" | "feared" | "suspected"
            )
        })
    })
}

/// «65 people have been killed this year», «across the city»: the clause sums up many incidents. What an ordinal counts
/// («the 30th person killed this year») is told of the own one.
pub(crate) fn total(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(at);
    let ordinal = |i: usize| {
        (1..=6).any(|k| {
            let word = words.near(i, -k);
            let digits = word.starts_with(|c: char| c.is_ascii_digit())
                && ["st", "nd", "rd", "th"]
                    .iter()
                    .any(|end| word.ends_with(end));
            digits || is_ordinal(word)
        })
    };
    // «44 homicides this year, police said after a shooting wounded a man»: another clause is of the own one.
    let opens = |i: usize| {
        matches!(
            words.at(i),
            "after" | "when" | "while" | "who" | "which" | "as"
        )
    };
    let from = (sentence.start..=at)
        .rev()
        .find(|&i| opens(i))
        .unwrap_or(sentence.start);
    let to = (at + 1..sentence.end)
        .find(|&i| opens(i))
        .unwrap_or(sentence.end);
    (from..to).any(|i| {
        let next = words.near(i, 1);
        match words.at(i) {
            "this" | "each" | "every" | "per" | "a" => {
                next == "year"
                    && words.near(i, 2) != "old"
                    && words.gap(i + 2) != Gap::Hyphen
                    && !matches!(words.near(i, 2), "ago" | "after" | "before" | "earlier")
                    && words.near(i, -1) != "earlier"
                    && !(words.at(i) == "a" && !matches!(words.near(i, 2), "" | "by" | "in"))
                    && !ordinal(i)
            }
            "so" => next == "far" && words.near(i, 2) == "this" && !ordinal(i),
            "year" => next == "to" && words.near(i, 2) == "date",
            "half" | "quarter" | "months" | "weeks" => {
                (next == "of"
                    && matches!(words.near(i, 2), "the" | "this")
                    && matches!(words.near(i, 3), "year"))
                    || matches!(words.near(i, -2), "past" | "last" | "first")
                        && words.near(i, -3) == "the"
            }
            "years" => matches!(words.near(i, -2), "past" | "last" | "previous"),
            "across" | "throughout" => {
                next == "the"
                    && matches!(
                        words.near(i, 2),
                        "city" | "state" | "county" | "country" | "nation" | "region"
                    )
            }
            "citywide" | "statewide" | "nationwide" | "countywide" | "annually" => true,
            "compared" => matches!(next, "to" | "with"),
            _ => false,
        }
    })
}

/// «In total, four people have died in crashes», «… in the past 24 hours»: what happens in several places.
pub(crate) fn of_many(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let clause = between_breaks(scene, range);
    let several = |at: usize| {
        matches!(
            words.at(at),
            "crashes"
                | "shootings"
                | "collisions"
                | "fires"
                | "stabbings"
                | "accidents"
                | "incidents"
                | "attacks"
                | "drownings"
                | "explosions"
                | "killings"
                | "homicides"
        ) && !(1..=3).any(|k| {
            matches!(
                words.near(at, -k),
                "the"
                    | "these"
                    | "both"
                    | "two"
                    | "those"
                    | "series"
                    | "string"
                    | "spate"
                    | "spree"
            )
        })
    };
    let in_all = matches!(words.near(clause.start, 1), "total" | "all")
        && words.at(clause.start) == "in"
        || matches!(words.at(clause.start), "altogether" | "overall");
    let period = clause.clone().any(|at| {
        matches!(words.at(at), "last" | "past")
            && (1..=2).any(|k| matches!(words.near(at, k), "hours" | "days" | "weeks" | "months"))
    });
    (in_all || period) && clause.clone().any(several)
}

/// «bringing the number of people who died on the county's roads on Wednesday to five»: the number of an area and a time,
/// where no incident is named.
pub(crate) fn of_area(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let clause = between_breaks(scene, range);
    let number = (clause.start..range.start).rev().find(|&at| {
        words.at(at) == "number" && words.near(at, 1) == "of" || words.at(at) == "total"
    });
    number.is_some_and(|number| {
        words.near(range.start, -1) == "to"
            && !own_between(scene, number..range.start)
            && (number..range.start).any(|at| {
                matches!(
                    words.at(at),
                    "roads"
                        | "county"
                        | "city"
                        | "state"
                        | "country"
                        | "region"
                        | "nation"
                        | "weekend"
                        | "day"
                        | "week"
                        | "month"
                        | "year"
                        | "hours"
                )
            })
    })
}

/// The words around a number, up to a colon, a semicolon or the end of the sentence.
fn between_breaks(scene: &Scene<'_>, range: &Range<usize>) -> Range<usize> {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let from = (sentence.start..range.start)
        .rev()
        .find(|&at| words.gap(at) >= Gap::Break)
        .unwrap_or(sentence.start);
    let to = (range.end..sentence.end)
        .find(|&at| words.gap(at) >= Gap::Break)
        .unwrap_or(sentence.end);
    from..to
}

/// Whether a singular noun for an incident stands behind its article: «in the Brenning shooting».
fn own_between(scene: &Scene<'_>, range: Range<usize>) -> bool {
    let words = scene.words;
    range.into_iter().any(|at| {
        matches!(
            words.at(at),
            "shooting"
                | "crash"
                | "collision"
                | "fire"
                | "attack"
                | "stabbing"
                | "accident"
                | "explosion"
        ) && (1..=3).any(|k| matches!(words.near(at, -k), "the" | "this" | "that"))
    })
}

/// «In August, …», «A day before, …», «Two weeks earlier, …»: what a sentence begins with dates all of it back.
pub(super) fn fronted(scene: &Scene<'_>, sentence: usize) -> bool {
    let words = scene.words;
    let range = words.of_sentence(sentence);
    let at = range.start;
    let month = words.at(at) == "in"
        && bare_month(scene, at + 1)
        && (words.gap(at + 2) >= Gap::Comma
            || !matches!(words.at(at + 2), "of" | "and" | "or" | "to"));
    let earlier = (at + 1..(at + 4).min(range.end)).any(|i| {
        matches!(words.at(i), "before" | "earlier")
            && matches!(
                words.near(i, -1),
                "day" | "days" | "week" | "weeks" | "night" | "month" | "months" | "year" | "years"
            )
            && words.gap(i + 1) >= Gap::Comma
    });
    // «Last week a man was shot on the same street.»
    let last = match words.at(at) {
        "last" => Some(at + 1),
        "earlier" if matches!(words.near(at, 1), "this" | "last") => Some(at + 2),
        _ => None,
    };
    let recent = last.is_some_and(|period| {
        matches!(words.at(period), "week" | "month" | "year" | "weekend")
            && words.gap(period + 1) != Gap::Apostrophe
    });
    month || earlier || recent
}

/// The words of a clause: from the comma or the relative before to the next one.
fn around(scene: &Scene<'_>, at: usize) -> Range<usize> {
    let words = scene.words;
    let sentence = scene.sentence_at(at);
    let opens = |i: usize| {
        words.gap(i) >= Gap::Comma
            || matches!(
                words.at(i),
                "who" | "which" | "when" | "after" | "while" | "where" | "but"
            )
    };
    // An age between commas ends no clause: «Ana, 29, was killed in May».
    let aged = |i: usize| {
        let digits =
            |k: usize| words.at(k).chars().all(|c| c.is_ascii_digit()) && !words.at(k).is_empty();
        digits(i) || i > 0 && digits(i - 1)
    };
    let from = (sentence.start..=at)
        .rev()
        .find(|&i| opens(i) && !aged(i))
        .unwrap_or(sentence.start);
    let to = (at + 1..sentence.end)
        .find(|&i| opens(i) && !aged(i))
        .unwrap_or(sentence.end);
    // «In 2012, her cousin was killed»: what is fronted goes with what follows.
    let front = from > sentence.start
        && from <= sentence.start + 4
        && matches!(words.at(sentence.start), "in" | "last");
    (if front { sentence.start } else { from })..to
}

/// Ordinals in letters, to the tenth.
pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "first"
            | "second"
            | "third"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "ninth"
            | "tenth"
    )
}

/// Units in which it is told how long after something was.
fn is_unit_of_time(word: &str) -> bool {
    matches!(
        word,
        "hours" | "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years"
    )
}

fn year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.chars().all(|c| c.is_ascii_digit())
}

/// Whether a year is the report's, or one that its beginning tells.
fn own_year(scene: &Scene<'_>, word: &str) -> bool {
    let published = scene.published.is_some_and(|published| {
        let day = |time: jiff::Timestamp| time.to_zoned(published.zone.clone()).date().year();
        let told: i16 = word.parse().unwrap_or_default();
        (day(published.earliest)..=day(published.latest)).contains(&told)
    });
    published
        || (0..scene.words.len())
            .take_while(|&i| scene.sentence_of(i) == 0)
            .any(|i| scene.words.at(i) == word)
}

/// «in March»: a month with neither a day nor a year.
fn bare_month(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let capital = words.is_capital(at);
    let numbered = words
        .near(at, 1)
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit());
    capital && month(words.at(at)).is_some() && !numbered
}

fn incident(word: &str) -> bool {
    matches!(
        word,
        "shooting"
            | "shootings"
            | "incident"
            | "incidents"
            | "case"
            | "cases"
            | "homicide"
            | "attack"
            | "crash"
            | "fire"
            | "killing"
            | "slaying"
            | "accident"
            | "robbery"
            | "stabbing"
            | "collision"
            | "drive"
            | "gunfight"
            | "shootout"
    )
}
