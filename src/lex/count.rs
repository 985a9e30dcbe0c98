//! Counts: a number of people or things, the noun that says of what, and what became of them; and bare numbers.
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Count`] with its noun and tally («killing four», «two women
//! were injured», «no one was hurt»), or a [`Value::Number`] where nothing is counted.

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::cardinal;
use super::fold::flag;
use super::hedge;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use crate::value::Tally;
use crate::value::Value;

/// How a word tells what became of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TallyWord {
    /// What became of them.
    pub(crate) tally: Tally,
    role: Role,
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

/// Nouns for people and lives that have no plural «s».
const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "person",
    "men",
    "man",
    "women",
    "woman",
    "children",
    "child",
    "police",
    "personnel",
    "staff",
    "crew",
    "others",
    "more",
    "lives",
    "fishermen",
    "policemen",
    "servicemen",
    "firemen",
    "youths",
    "dead",
    "injured",
    "wounded",
    "missing",
    "souls",
    "militiamen",
    "gunmen",
    "policewomen",
    "aircraft",
    "sheep",
    "cattle",
    "infantrymen",
    "congressmen",
    "businessmen",
    "boy",
    "girl",
    "teenager",
    "soldier",
    "officer",
    "civilian",
    "student",
    "worker",
];

/// Reads a count, or a number that counts nothing, that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if let Some(found) = nobody(words, i) {
        return Some(found);
    }
    if cardinal::pronoun(words, i) {
        return None;
    }
    let mut amount = amount::read(words, i)?;
    // «1.2m people».
    if words.is(amount.end, "m")
        && words.glued(amount.end)
        && amount.hi.is_none()
        && noun(words, amount.end + 1).is_some()
    {
        amount.lo.value *= 1e6;
        amount.lo.place *= 1e6;
        amount.end += 1;
    }
    if amount.lo.article || (!context.rule && is_trap(words, i, amount.end)) {
        return None;
    }
    let fraction =
        words.entry(i).fraction.is_some() || words.entry(amount.end - 1).fraction.is_some();
    if fraction
        && !context.rule
        && !words.any(amount.end, &["of", "the", "a"])
        && amount.end == i + 1
    {
        return None;
    }
    let noun = noun(words, amount.end);
    let tally = tally_of(words, i, amount.end, noun);
    let measure = amount.measure(1.0, Rounding::Exact);
    let whole = amount.lo.value.fract() == 0.0;
    let value = if (noun.is_some() || tally.is_some()) && whole && amount.lo.value >= 0.0 {
        Value::Count { measure, tally }
    } else {
        Value::Number(measure)
    };
    let mut found = Found::new(words, i, amount.end, value);
    found.noun = noun.map(|(from, to)| words.span(from, to));
    Some(found)
}

/// «no one was hurt», «nobody died», «no injuries», «none were killed».
fn nobody(words: Words<'_>, i: usize) -> Option<Found> {
    let zero = |end: usize| Amount::one(Numeral::new(0.0, 1.0, end));
    let end = match words.entry(i).number? {
        NumberWord::Nobody => i + 1,
        NumberWord::No if words.is(i + 1, "one") => i + 2,
        NumberWord::No => {
            let (from, to) = noun(words, i + 1)?;
            let told =
                (from..to).find_map(|k| words.entry(k).tally.filter(|word| word.role == Noun));
            let tally = told.map(|word| word.tally).or_else(|| after(words, to))?;
            let measure = zero(i + 1).measure(1.0, Rounding::Exact);
            let mut found = Found::new(
                words,
                i,
                i + 1,
                Value::Count {
                    measure,
                    tally: Some(tally),
                },
            );
            found.noun = Some(words.span(from, to));
            return Some(found);
        }
        _ => return None,
    };
    let tally = after(words, end)?;
    let measure = zero(end).measure(1.0, Rounding::Exact);
    Some(Found::new(
        words,
        i,
        end,
        Value::Count {
            measure,
            tally: Some(tally),
        },
    ))
}

/// Numbers that count nothing: parts of names, ids, scores, telephone numbers, lists, pages.
fn is_trap(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    let digits = words.kind(i) == Kind::Digits;
    let touches = |k: usize| words.glued(k) && words.glued(k + 1);
    // «555-1212», «12/31», «4:30», «192.168.0.1», «3-1».
    let chain = |k: usize| {
        matches!(words.kind(k), Kind::Dash | Kind::Slash | Kind::Colon)
            && touches(k)
            && words.kind(k + 1) == Kind::Digits
    };
    if digits && (chain(end) || (i > 1 && chain(before) && words.kind(i - 2) == Kind::Digits)) {
        return true;
    }
    // «24703L202», «7th», «5G», «(206)».
    let letters = words.kind(end) == Kind::Word && words.glued(end) && !words.is(end, "'s");
    if digits
        && (letters
            || words.kind(before) == Kind::Open
                && words.kind(end) == Kind::Close
                && words.str(i).len() == 3)
    {
        return true;
    }
    // «Amendment 25», «Article 5», «Flight 370», «Boeing 747», «Route 66», «version two», «Title IX», «No. 10», «Group of 20».
    let name = words.capital(before)
        && words.kind(before) == Kind::Word
        && before != 0
        && words.at(i).gap == Gap::Space
        && !words.has(
            before,
            flag::HEDGE | flag::NUMBER | flag::TALLY | flag::FUNCTION | flag::DATE,
        );
    let lower = words.any(
        before,
        &[
            "article",
            "chapter",
            "section",
            "page",
            "route",
            "highway",
            "flight",
            "version",
            "room",
            "phase",
            "level",
            "grade",
            "type",
            "channel",
            "number",
            "row",
            "gate",
            "figure",
            "table",
            "part",
            "paragraph",
            "apartment",
            "unit",
            "lane",
            "exit",
            "district",
            "precinct",
            "ward",
            "no",
            "nos",
            "pp",
            "p",
            "vol",
            "resolution",
            "covid",
        ],
    );
    let numbered = words.kind(before) == Kind::Stop
        && words.any(
            back(before),
            &["no", "nos", "p", "pp", "vol", "ch", "sec", "art"],
        );
    if (digits || words.kind(i) == Kind::Word)
        && (lower || numbered)
        && !(words.is(before, "no") && words.kind(i) == Kind::Word)
    {
        return true;
    }
    if digits && name && noun(words, end).is_none() {
        return true;
    }
    // «1600 Pennsylvania Avenue»: an address.
    let street = |k: usize| {
        words.any(
            k,
            &[
                "street",
                "st",
                "avenue",
                "ave",
                "road",
                "rd",
                "lane",
                "drive",
                "boulevard",
                "blvd",
                "square",
                "terrace",
                "highway",
            ],
        )
    };
    if digits && words.capital(end) && ((end + 1)..(end + 4)).any(|k| words.capital(k) && street(k))
    {
        return true;
    }
    // A list's number: «1 )», «2.» at the start of a line.
    (words.kind(before) == Kind::None
        && matches!(words.kind(end), Kind::Close | Kind::Stop)
        && digits
        && words.len() > end + 1)
        || words.phrase(back(before), &["group", "of"]).is_some()
}

/// The noun phrase at `at`: adjectives and the noun, from its first to after its last token.
pub(super) fn noun(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    let mut from = at;
    // «two of the men», «dozens of people», «41 more people», «five other men».
    if words.is(from, "of") {
        from += 1;
        while words.any(
            from,
            &["the", "those", "these", "its", "their", "his", "her", "our"],
        ) {
            from += 1;
        }
    }
    let mut k = from;
    while k < from + 5 {
        let entry = words.entry(k);
        if words.kind(k) == Kind::Dash && words.glued(k) && words.glued(k + 1) && k > from {
            k += 1;
            continue;
        }
        if words.kind(k) != Kind::Word
            || words.at(k).gap == Gap::Paragraph
            || (k == from && words.glued(k))
        {
            return None;
        }
        if k > from && words.glued(k) && words.kind(k - 1) != Kind::Dash {
            return None;
        }
        if words.any(k, PEOPLE) {
            let more = words.any(
                k,
                &["more", "others", "dead", "injured", "wounded", "missing"],
            );
            // «more people», «41 dead children»: the noun may come yet.
            if more && noun(words, k + 1).is_some() && !words.any(k, &["others"]) {
                k += 1;
                continue;
            }
            if words.is(k, "more") {
                return None;
            }
            return Some((from, k + 1));
        }
        if entry.flags & (flag::FUNCTION | flag::UNIT) != 0
            || entry
                .number
                .is_some_and(|n| !matches!(n, NumberWord::Ordinal(_)))
            || entry.date.is_some()
        {
            return None;
        }
        if let Some(word) = entry.tally
            && word.role != Noun
        {
            // «41 killed»: no noun.
            return None;
        }
        let text = words.str(k);
        let plural = text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && !text.ends_with("us")
            && !text.ends_with("is");
        let next_plural = words.kind(k + 1) == Kind::Word && {
            let next = words.str(k + 1);
            next.len() > 3
                && next.ends_with('s')
                && !next.ends_with("ss")
                && words.at(k + 1).flags & flag::FUNCTION == 0
                && !next.starts_with(char::is_uppercase)
        };
        if plural && !(next_plural && words.capital(k)) {
            return Some((from, k + 1));
        }
        k += 1;
    }
    None
}

/// What became of what is counted from `i` to `end`.
fn tally_of(words: Words<'_>, i: usize, end: usize, noun: Option<(usize, usize)>) -> Option<Tally> {
    if let Some((from, to)) = noun
        && let Some(word) = (from..to).find_map(|k| words.entry(k).tally)
    {
        return Some(word.tally);
    }
    let tail = noun.map_or(end, |(_, to)| to);
    // «41 dead», «killed 41 people»: the word that touches wins, then the verb before, then what is said after.
    if let Some(word) = words.entry(tail).tally
        && matches!(word.role, Subject | Both | Noun)
        && !(word.role == Both && starts_clause(words, tail))
    {
        return Some(word.tally);
    }
    ahead(words, i).or_else(|| after(words, tail))
}

/// Whether the participle at `at` takes an object of its own: «the blast killed», «two bombs killed 40 people».
fn starts_clause(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    let (start, _) = hedged(words, next);
    amount::read(words, start).is_some_and(|amount| !amount.lo.article)
        || words.any(
            next,
            &["the", "a", "an", "his", "her", "their", "him", "them"],
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
fn ahead(words: Words<'_>, i: usize) -> Option<Tally> {
    let start = hedge::before(words, 0, i).map_or(i, |(start, _)| start);
    let last = start.checked_sub(1)?;
    let last = if words.any(
        last,
        &["another", "other", "all", "additional", "also", "the"],
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
                &["were", "was", "been", "are", "is", "be", "and"],
            )
            && !words.is(back(last), "and");
        return (!passive).then_some(word.tally);
    }
    // «claimed 12 lives» is told by its noun.
    if words.any(last, &["claimed", "claiming", "claims", "took"])
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
        if words.any(k, &["toll", "tolls"]) {
            let missing = words.any(back(k), &["injury", "casualty"]);
            return Some(if missing { Injured } else { Killed });
        }
        if words.is(k, "number") && words.is(k + 1, "of") {
            return (k + 2..=last)
                .find_map(|at| words.entry(at).tally)
                .map(|word| word.tally);
        }
        if words.any(k, &["deaths", "fatalities", "injuries", "arrests"])
            && k + 4 >= last
            && words.any(last, &["to", "at", "by", "reached", "was", "were"])
        {
            return words.entry(k).tally.map(|word| word.tally);
        }
        if matches!(words.kind(k), Kind::Digits) && !words.any(last, &["from", "to"]) {
            return None;
        }
    }
    None
}

/// What is said of the ones counted, from `at`: «were killed», «have died», «, including two children, were hurt».
fn after(words: Words<'_>, at: usize) -> Option<Tally> {
    const LINKS: &[&str] = &[
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
    let mut k = at;
    for _ in 0..8 {
        if let Some(word) = words.entry(k).tally {
            let told = matches!(word.role, Subject | Both | Noun)
                && !(word.role == Both && starts_clause(words, k) && !words.any(back(k), LINKS));
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
        k += 1;
    }
    None
}
