//! Words that say that an event is another one than the story's.
//!
//! In: an event word in its sentence. Out: the reason, in plain words, if it speaks of an earlier, planned or other event
//! of that kind: last year's visit, a quake in another town, the toll of a whole war.

use std::ops::Range;

use super::events::Form;
use super::other::Other;
use super::scene::Scene;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// Adjectives right before an event word that make it another one.
const OTHER: &Table = table![
    "another",
    "previous",
    "earlier",
    "past",
    "former",
    "next",
    "future",
    "upcoming",
    "further",
    "follow",
    "similar",
    "separate",
    "unrelated",
    "other",
    "recent",
    "subsequent",
    "expected",
    "possible",
    "planned",
    "scheduled",
    "prior",
    "numerous",
    "several",
    "many",
    "worst",
    "deadliest",
    "potential",
    "proposed",
    "more",
    "any",
    "such",
    "regular",
    "maximum",
    "minimum",
    "average",
    "typical",
    "usual",
    "suggested",
    "recommended",
    "new",
    "fresh",
    "second",
    "third",
    "counter",
    "rival",
    "frequent",
    "repeated",
    "daily",
    "sporadic",
    "constant",
];

/// Comparatives that, with «a» before them, tell of one beside the event: «a smaller quake».
const COMPARED: &Table = table![
    "smaller",
    "larger",
    "bigger",
    "stronger",
    "weaker",
    "lesser",
    "milder",
    "comparable",
    "deadlier",
];

/// Words anywhere before it in its clause that do.
const BEFORE: &[&str] = &[
    "previously",
    "formerly",
    "anniversary",
    "historically",
    "repeatedly",
];

/// «one of the worst mining disasters in the nation's history»: the event word at `at` only says of what sort another is.
pub(crate) fn is_one_of_many(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let start = scene.sentence_at(at).start;
    let superlative = (start..at)
        .rev()
        .take(4)
        .find(|&back| matches!(words.at(back), "worst" | "deadliest" | "bloodiest"));
    superlative.is_some_and(|superlative| {
        (start..superlative)
            .rev()
            .take(4)
            .any(|back| words.at(back) == "of" && words.near(back, -1) == "one")
    })
}

/// Nouns of what is only played or worked out: an event told of in one has not happened in it.
const PLAYED: &Table = table![
    "drill",
    "drills",
    "simulation",
    "simulations",
    "simulated",
    "scenario",
    "scenarios",
    "rehearsal",
    "mock",
    "hypothetical",
    "fictional",
    "imagined",
    "imaginary",
    "novel",
    "film",
    "movie",
    "forecast",
    "forecasts",
    "model",
    "models",
];

/// «were killed in the deadliest shooting in the country's history»: in the first sentences of a report a superlative with the
/// range it holds for is told of what the report is about; what something is counted from or held against is not.
fn is_record(scene: &Scene<'_>, superlative: usize, end: usize) -> bool {
    let words = scene.words;
    let most = matches!(words.at(superlative), "worst" | "deadliest");
    let from = record_lead(scene, superlative);
    if most && is_made(scene, from) {
        return true;
    }
    let lead = matches!(
        words.near(from, -1),
        "in" | "was" | "is" | "as" | "became" | "become"
    )
        // «the victims of the deadliest fire in a century», but not «one of the deadliest»
        || words.near(from, -1) == "of"
            && from > words.of_sentence(scene.sentence_of(superlative)).start + 1
            && !super::tally::is_number(scene, from - 2)
            && !matches!(words.near(from, -2), "one" | "some" | "among" | "many" | "several");
    let sentence = scene.sentence_of(superlative);
    let range = (end..words.of_sentence(sentence).end.min(end + 7))
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(|at| {
            matches!(
                words.at(at),
                "history"
                    | "record"
                    | "memory"
                    | "since"
                    | "decades"
                    | "decade"
                    | "century"
                    | "years"
            )
        });
    let compared = words.of_sentence(sentence).any(|at| {
        matches!(
            words.at(at),
            "than"
                | "recalled"
                | "until"
                | "surpassing"
                | "eclipsing"
                | "previous"
                | "previously"
                | "after"
                | "before"
        )
    });
    most && lead && range && sentence < 4 && !compared
}

/// Where the phrase of a superlative starts: «the deadliest», «Turkey's worst», «the nation's worst».
fn record_lead(scene: &Scene<'_>, superlative: usize) -> usize {
    let words = scene.words;
    if words.near(superlative, -1) == "the" {
        return superlative - 1;
    }
    if words.near(superlative, -1) != "s" || superlative < 2 {
        return superlative;
    }
    let owner = superlative - 2;
    if owner > 0 && words.near(owner, -1) == "the" {
        return owner - 1;
    }
    let capital = |at: usize| words.is_capital(at);
    if owner > 0 && capital(owner) && capital(owner - 1) {
        return owner - 1;
    }
    owner
}

/// «making it Turkey's deadliest accident», «which made it the worst disaster»: what the sentence tells is what the superlative is said of.
fn is_made(scene: &Scene<'_>, from: usize) -> bool {
    let words = scene.words;
    matches!(words.near(from, -1), "it" | "this")
        && matches!(words.near(from, -2), "making" | "made" | "makes" | "make")
}

/// Why the words of the sentence make it another event, whatever the story's events are.
pub(crate) fn other(scene: &Scene<'_>, trigger: Range<usize>, form: Form) -> Option<Other> {
    let words = scene.words;
    let at = trigger.start;
    for back in 1..=5 {
        let before = words.near(at, -back);
        let index = at.wrapping_sub(back.unsigned_abs());
        // «To the surprise of many, he opened …»: what stands before a comma is no adjective of it.
        if before.is_empty() || words.gap(index + 1) >= Gap::Comma {
            break;
        }
        if is_in_name(scene, index) {
            break;
        }
        // «an 81-second handshake»: a length.
        let unit = before == "second" && words.gap(index) == Gap::Hyphen;
        if OTHER.has(before)
            && !unit
            && !(before == "more" && words.near(at, 1 - back) == "than")
            && !is_compound(scene, index)
            // «the recent heist» is the one that the news is full of.
            && !(before == "recent" && form == Form::Definite)
            && !(form == Form::Definite && is_record(scene, index, trigger.end))
        {
            return Some(Other::Word(before.to_owned()));
        }
        if form == Form::Indefinite && COMPARED.has(before) {
            return Some(Other::Word(before.to_owned()));
        }
        // «the half-marathon», «a mini-summit»: another sort of it.
        let sort = matches!(
            before,
            "half"
                | "mini"
                | "semi"
                | "quarter"
                | "micro"
                | "ultra"
                | "pre"
                | "post"
                | "anti"
                | "counter"
                | "non"
                | "pseudo"
        );
        if sort && words.gap(index + 1) == Gap::Hyphen {
            return Some(Other::Word(format!("{before}-")));
        }
        // «a ten-hour train journey»: a part of the trip, and not the trip.
        let ride = matches!(
            before,
            "train" | "rail" | "bus" | "car" | "taxi" | "boat" | "ferry" | "helicopter" | "road"
        );
        let way = || matches!(words.at(at), "journey" | "trip" | "tour" | "ride");
        if ride && back == 1 && form == Form::Indefinite && way() {
            return Some(Other::Word(before.to_owned()));
        }
        if before == "up" && words.near(at, -back - 1) == "follow" {
            return Some(Other::Word("follow-up".to_owned()));
        }
        if before == "year" && words.near(at, -back - 1) == "last" {
            return Some(Other::Word("last year".to_owned()));
        }
        let stops = matches!(
            before,
            "the"
                | "a"
                | "an"
                | "of"
                | "with"
                | "in"
                | "at"
                | "for"
                | "on"
                | "by"
                | "and"
                | "to"
                | "after"
                | "before"
                | "his"
                | "her"
                | "their"
                | "its"
        );
        if stops {
            break;
        }
    }
    if matches!(
        words.near(trigger.end - 1, 1),
        "countries"
            | "members"
            | "nations"
            | "economies"
            | "officials"
            | "correspondent"
            | "coverage"
    ) {
        return Some(Other::Names(words.near(trigger.end - 1, 1).to_owned()));
    }
    let clause: Vec<usize> = scene
        .sentence_at(at)
        .filter(|&i| scene.clause_of(i) == scene.clause_of(at))
        .collect();
    // «had been there once before»
    let before = clause.iter().any(|&i| {
        words.at(i) == "before"
            && i > at
            && (words.gap(i + 1) >= Gap::Comma || words.near(i, -1) == "once")
            && words.near(i, -1) != "than"
    });
    if before {
        return Some(Other::Earlier("before"));
    }
    let last = clause
        .iter()
        .any(|&i| words.at(i) == "last" && words.near(i, 1) == "time" && i < trigger.start);
    if last {
        return Some(Other::Earlier("last time"));
    }
    // «marked the fourth anniversary of his death» is that of something else than an event told before it.
    let own = |i: usize| words.at(i) != "anniversary" || i < trigger.end + 3;
    if let Some(word) = clause
        .iter()
        .filter(|&&i| own(i))
        .map(|&i| words.at(i))
        .find(|word| BEFORE.contains(word))
    {
        return Some(Other::Word(word.to_owned()));
    }
    let own = |word: &str| {
        scene
            .plan
            .events
            .iter()
            .any(|event| event.listed.iter().any(|listed| listed == word))
    };
    // «in a drill», «a model gave»: with an article before it, and not as a part of another noun («film director»).
    let played = clause.iter().copied().find(|&i| {
        PLAYED.has(words.at(i))
            && !own(words.at(i))
            && (1..=2)
                .any(|back| matches!(words.near(i, -back), "a" | "an" | "one" | "the" | "any"))
            && i < trigger.start
    });
    if let Some(played) = played {
        return Some(Other::Imagined(words.at(played).to_owned()));
    }
    if form == Form::Indefinite {
        return beside(scene, at);
    }
    None
}

/// «was followed by a tremor», «came ten years after a quake there»: «a» one that another stands beside in time.
fn beside(scene: &Scene<'_>, at: usize) -> Option<Other> {
    let words = scene.words;
    for back in 1..=8 {
        let before = words.near(at, -back);
        let lead = words.near(at, -back - 1);
        if before.is_empty() {
            break;
        }
        if before == "by" && matches!(lead, "followed" | "preceded") {
            return Some(Other::Word(format!("{lead} by")));
        }
        let apart = matches!(
            lead,
            "years"
                | "months"
                | "weeks"
                | "decades"
                | "year"
                | "month"
                | "week"
                | "decade"
                | "century"
                | "centuries"
        );
        if matches!(before, "after" | "before" | "since") && apart {
            return Some(Other::Word(format!("{lead} {before}")));
        }
        if words.gap(at.wrapping_sub(back.unsigned_abs())) >= Gap::Comma {
            break;
        }
    }
    None
}

/// «second-degree murder», «third-party claim»: the number of a kind, not of the event. «The second-round vote» is one of two.
fn is_compound(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    matches!(words.at(at), "second" | "third")
        && words.gap(at + 1) == Gap::Hyphen
        && !matches!(
            words.at(at + 1),
            "round" | "day" | "leg" | "half" | "phase" | "stage" | "time" | "night" | "wave"
        )
}

/// «the New Horizons launch», «Second Avenue fire»: a word of a name says nothing of the event.
fn is_in_name(scene: &Scene<'_>, at: usize) -> bool {
    let capital = |at: usize| scene.words.is_capital(at);
    let entity = scene
        .entities_in(at..at + 1)
        .any(|mention| mention.words.len() > 1);
    let sentence = scene.sentence_at(at);
    entity
        || capital(at)
            && capital(at + 1)
            && at > sentence.start
            && scene.words.gap(at + 1) == Gap::Space
            && !super::names::title_case(scene.words, &sentence)
}
