//! Prices on an exchange, which nobody pays for the event's thing.
//!
//! In: a sum in its sentence. Out: whether its clause tells what shares cost on a market («shares jumped to $50», «was
//! trading at $33»). What is given for a share in a deal is no such price.

use std::ops::Range;

use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Sentence;
use super::warrant;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// What is traded, where a clause has it for its subject.
const TRADED: &Table = table![
    "shares",
    "stock",
    "stocks",
    "share",
    "bonds",
    "securities",
    "futures",
];

/// What prices do.
const MOVES: &Table = table![
    "rose", "rises", "rise", "rising", "fell", "falls", "fall", "falling", "surged", "surges",
    "surge", "surging", "jumped", "jumps", "jump", "jumping", "soared", "soars", "soar", "soaring",
    "tumbled", "tumbles", "tumble", "tumbling", "plunged", "plunges", "plunging", "slid", "slides",
    "sliding", "slipped", "slips", "slipping", "climbed", "climbs", "climbing", "rallied",
    "rallies", "traded", "trades", "trading", "dropped", "drops", "dropping", "dipped", "dips",
    "gained", "gains", "gaining", "lost", "loses", "losing", "sank", "sinks", "hovered",
    "hovering", "peaked", "closed", "closes", "closing", "opened", "opens", "ended", "finished",
    "settled", "added", "adds", "adding",
];

/// Whether a sum is a price on an exchange. A claim whose own `words` speak of such prices asks for them.
pub(crate) fn on_exchange(scene: &Scene<'_>, range: &Range<usize>, words: &[String]) -> bool {
    let asked = words.iter().any(|phrase| {
        phrase.split_whitespace().any(|word| {
            let word = word.to_lowercase();
            word != "share" && (TRADED.has(word.as_str()) || MOVES.has(word.as_str()))
        })
    });
    if asked {
        return false;
    }
    let Some((sentence, value)) = scene.phrase_of_value(range) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    let Some(verb) = sentence.verb(clause) else {
        return false;
    };
    if !MOVES.has(scene.words.at(verb.main)) {
        return false;
    }
    let lead = warrant::lead(scene, sentence, value).unwrap_or("");
    let subject = subject(sentence, clause);
    let has = |wanted: &dyn Fn(usize) -> bool| {
        subject
            .iter()
            .any(|&phrase| sentence.phrases[phrase].words.clone().any(wanted))
    };
    let traded = has(&|word| TRADED.has(scene.words.at(word)));
    let event = subject.iter().any(|&phrase| {
        !scene
            .instances_in(sentence.phrases[phrase].words.clone())
            .is_empty()
    });
    traded || !event && matches!(lead, "at" | "to" | "near" | "from" | "above" | "below")
}

/// The subject of a clause, or of the one that a participle hangs on.
fn subject(sentence: &Sentence, clause: usize) -> &[usize] {
    let known = &sentence.clauses[clause];
    match known.parent {
        Some(parent)
            if known.subject.is_empty()
                && matches!(known.link, Link::Participle | Link::Coordinated) =>
        {
            &sentence.clauses[parent].subject
        }
        _ => &known.subject,
    }
}
