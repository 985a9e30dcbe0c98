//! What became of the people counted: killed, injured, missing, arrested.
//!
//! In: the tokens of a sentence and where a number and its noun stand. Out: a [`Tally`], where the words say so: «killing
//! four», «four dead», «four people were also injured», «the death toll rose to 27».

use super::amount;
use super::animal;
use super::hedge;
use super::number::NumberWord;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::Set;
use super::wordset::set;
use crate::value::Tally;

/// How a word tells what became of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TallyWord {
    /// What became of them.
    pub(crate) tally: Tally,
    role: Role,
}

impl TallyWord {
    /// Whether it is counted itself: «four deaths».
    pub(super) fn is_noun(self) -> bool {
        self.role == Noun
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Takes them as its object: «killing four».
    Object,
    /// Object or, as participle, subject: «killed four», «four were killed».
    Both,
    /// Said of them: «four died», «four dead», «four are missing».
    Subject,
    /// Is counted itself: «four deaths», «four arrests».
    Noun,
}

use Role::{Both, Noun, Object, Subject};
use Tally::{Arrested, Injured, Killed, Missing};

const fn tally(tally: Tally, role: Role) -> TallyWord {
    TallyWord { tally, role }
}

/// The words that tell what became of people.
pub(super) const WORDS: &[(&str, TallyWord)] = &[
    ("kill", tally(Killed, Object)),
    ("kills", tally(Killed, Object)),
    ("killing", tally(Killed, Object)),
    ("killed", tally(Killed, Both)),
    ("murdered", tally(Killed, Both)),
    ("murdering", tally(Killed, Object)),
    ("slain", tally(Killed, Subject)),
    ("slaying", tally(Killed, Object)),
    ("massacred", tally(Killed, Both)),
    ("executed", tally(Killed, Both)),
    ("dead", tally(Killed, Subject)),
    ("died", tally(Killed, Subject)),
    ("die", tally(Killed, Subject)),
    ("dies", tally(Killed, Subject)),
    ("dying", tally(Killed, Subject)),
    ("perished", tally(Killed, Subject)),
    ("drowned", tally(Killed, Subject)),
    ("deaths", tally(Killed, Noun)),
    ("death", tally(Killed, Noun)),
    ("fatalities", tally(Killed, Noun)),
    ("fatality", tally(Killed, Noun)),
    ("killings", tally(Killed, Noun)),
    ("injure", tally(Injured, Object)),
    ("injures", tally(Injured, Object)),
    ("injuring", tally(Injured, Object)),
    ("injured", tally(Injured, Both)),
    ("wound", tally(Injured, Object)),
    ("wounds", tally(Injured, Object)),
    ("wounding", tally(Injured, Object)),
    ("wounded", tally(Injured, Both)),
    ("hurting", tally(Injured, Object)),
    ("hurt", tally(Injured, Both)),
    ("maimed", tally(Injured, Both)),
    ("hospitalised", tally(Injured, Subject)),
    ("hospitalized", tally(Injured, Subject)),
    ("injuries", tally(Injured, Noun)),
    ("missing", tally(Missing, Subject)),
    ("unaccounted", tally(Missing, Subject)),
    ("arrest", tally(Arrested, Object)),
    ("arrests", tally(Arrested, Noun)),
    ("arresting", tally(Arrested, Object)),
    ("arrested", tally(Arrested, Both)),
    ("detain", tally(Arrested, Object)),
    ("detaining", tally(Arrested, Object)),
    ("detained", tally(Arrested, Both)),
];

/// What became of what is counted from `i` to `end`.
pub(super) fn of(
    words: Words<'_>,
    i: usize,
    end: usize,
    noun: Option<(usize, usize)>,
) -> Option<Tally> {
    if let Some((from, to)) = noun
        && let Some(word) = (from..to).find_map(|k| words.entry(k).tally)
    {
        return Some(word.tally);
    }
    // «killed 20 cows»
    if noun.is_some_and(|(_, to)| animal::is(words.str(to - 1))) {
        return None;
    }
    let tail = noun.map_or(end, |(_, to)| to);
    if words.phrase(tail, set!["into", "custody"]).is_some() {
        return Some(Arrested);
    }
    // «41 dead», «killed 41 people»: the word that touches wins, then the verb before, then what is said after.
    if let Some(word) = words.entry(tail).tally
        && matches!(word.role, Subject | Both | Noun)
        && !(word.role == Both && starts_clause(words, tail))
    {
        return Some(word.tally);
    }
    if of_whole(words, i) {
        return None;
    }
    ahead(words, i).or_else(|| after(words, tail))
}

/// «two of the six people were killed»: six are they of whom a part is told. «All of the six» are the whole.
fn of_whole(words: Words<'_>, i: usize) -> bool {
    const WHOSE: &Set = set!["the", "those", "these", "its", "their", "his", "her", "our"];
    const SOME: &Set = set![
        "some", "most", "many", "several", "few", "half", "part", "none", "any", "more", "third",
        "thirds", "quarter", "quarters", "dozens", "neither", "number", "majority",
    ];
    let hedge = hedge::before(words, 0, i).map_or(i, |(start, _)| start);
    let det = back(hedge);
    let of = back(det);
    let before = back(of);
    words.any(det, WHOSE)
        && words.is(of, "of")
        && (words.any(before, SOME)
            || words.kind(before) == Kind::Digits
            || matches!(
                words.entry(before).number,
                Some(
                    NumberWord::One(_)
                        | NumberWord::Teen(_)
                        | NumberWord::Tens(_)
                        | NumberWord::Plural(_)
                        | NumberWord::Nobody
                )
            ))
}

/// Whether the participle at `at` takes an object of its own: «the blast killed», «two bombs killed 40 people».
fn starts_clause(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    let (start, _) = hedged(words, next);
    amount::read(words, start).is_some_and(|amount| !amount.lo.article)
        || words.any(
            next,
            set!["the", "a", "an", "his", "her", "their", "him", "them"],
        )
}

/// The index after a hedge that may stand at `at`.
fn hedged(words: Words<'_>, at: usize) -> (usize, bool) {
    for k in at..at + 5 {
        if words.kind(k) == Kind::Digits
            || matches!(
                words.entry(k).number,
                Some(
                    NumberWord::One(_)
                        | NumberWord::Teen(_)
                        | NumberWord::Tens(_)
                        | NumberWord::Plural(_)
                        | NumberWord::Vague
                        | NumberWord::Hundred
                )
            )
        {
            let fits = k == at || hedge::before(words, at, k).is_some_and(|(start, _)| start == at);
            return (if fits { k } else { at }, fits);
        }
    }
    (at, false)
}

/// A verb before the number: «killing at least four», «the death toll rose to 27», «leaving 12».
pub(super) fn ahead(words: Words<'_>, i: usize) -> Option<Tally> {
    let start = hedge::before(words, 0, i).map_or(i, |(start, _)| start);
    let last = start.checked_sub(1)?;
    // «Deaths: 13. Injured: 40.»
    if words.kind(last) == Kind::Colon
        && let Some(word) = words.entry(back(last)).tally
        && word.role != Object
    {
        return Some(word.tally);
    }
    let last = if words.any(
        last,
        set!["another", "other", "all", "additional", "also", "the"],
    ) {
        last.checked_sub(1)?
    } else {
        last
    };
    if let Some(word) = words.entry(last).tally
        && matches!(word.role, Object | Both)
    {
        // «two people were killed and three …»: a participle in the passive has no object.
        let passive = word.role == Both
            && words.any(
                back(last),
                set!["were", "was", "been", "are", "is", "be", "and"],
            )
            && !words.is(back(last), "and");
        return (!passive).then_some(word.tally);
    }
    // «shot dead two guards»
    if words.is(last, "dead")
        && words.any(
            back(last),
            set!["shot", "shoots", "shooting", "stabbed", "beat"],
        )
    {
        return Some(Killed);
    }
    // «claimed 12 lives» is told by its noun.
    if words.any(last, set!["claimed", "claiming", "claims", "took"])
        && (start..start + 6).any(|k| words.is(k, "lives"))
    {
        return Some(Killed);
    }
    // «the death toll rose to 27», «toll stood at 41», «number of dead has reached 12».
    let from = last.saturating_sub(9);
    for k in (from..=last).rev() {
        if matches!(words.kind(k), Kind::Stop | Kind::Semicolon | Kind::End) {
            return None;
        }
        if words.any(k, set!["toll", "tolls"]) {
            let missing = words.any(back(k), set!["injury", "casualty"]);
            return Some(if missing { Injured } else { Killed });
        }
        if words.any(k, set!["number", "tally", "count"]) && words.is(k + 1, "of") {
            return (k + 2..=last)
                .find_map(|at| words.entry(at).tally)
                .map(|word| word.tally);
        }
        if words.any(k, set!["deaths", "fatalities", "injuries", "arrests"])
            && k + 4 >= last
            && words.any(last, set!["to", "at", "by", "reached", "was", "were"])
        {
            return words.entry(k).tally.map(|word| word.tally);
        }
        if matches!(words.kind(k), Kind::Digits) && !words.any(last, set!["from", "to"]) {
            return None;
        }
    }
    None
}

/// What makes a passive or a relative clause: «shot and wounded a man» is told of who shot.
const PASSIVE: &Set = set![
    "were",
    "was",
    "are",
    "is",
    "been",
    "being",
    "be",
    "get",
    "got",
    "left",
    "found",
    "reported",
    "confirmed",
    "feared",
    "believed",
    "presumed",
    "listed",
    "known",
    "pronounced",
];

/// What is said of the ones counted, from `at`: «were killed», «have died», «, including two children, were hurt».
pub(super) fn after(words: Words<'_>, at: usize) -> Option<Tally> {
    const LINKS: &Set = set![
        "were",
        "was",
        "are",
        "is",
        "have",
        "has",
        "had",
        "been",
        "being",
        "be",
        "reported",
        "confirmed",
        "feared",
        "believed",
        "reportedly",
        "also",
        "and",
        "shot",
        "left",
        "found",
        "seriously",
        "critically",
        "badly",
        "later",
        "who",
        "people",
        "presumed",
        "still",
        "slightly",
        "severely",
        "lightly",
        "had",
        "pronounced",
        "listed",
        "known",
        "to",
        "that",
        "as",
        "including",
        "in",
        "the",
        "attack",
        "others",
        "there",
        "either",
        "or",
        "immediately",
        "lost",
        "their",
        "get",
        "got",
        "allegedly",
        "initially",
        "fatally",
        "suffered",
        "sustained",
        "minor",
        "serious",
        "not",
    ];
    // «the 63 people on board were hurt», «nobody aboard died».
    let at = words
        .phrase(at, set!["on", "board"])
        .unwrap_or(at + usize::from(words.is(at, "aboard")));
    for k in at..at + 8 {
        if let Some(word) = words.entry(k).tally {
            let active = word.role == Both
                && starts_clause(words, k)
                && !(at..k).any(|link| words.any(link, PASSIVE));
            let told = matches!(word.role, Subject | Both | Noun) && !active;
            return told.then_some(word.tally);
        }
        if words.is(k, "fatally") {
            return Some(Killed);
        }
        if words.is(k, "lives") && words.is(back(k), "their") {
            return Some(Killed);
        }
        if !words.any(k, LINKS) {
            return None;
        }
    }
    None
}
