//! Counts: a number of people or things, the noun that says of what, and what became of them; and bare numbers.
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Count`] with its noun and tally («killing four», «two women
//! were injured», «no one was hurt»), or a [`Value::Number`] where nothing is counted.

use super::Context;
use super::Found;
use super::age;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::cardinal;
use super::change;
use super::date;
use super::fold::flag;
use super::number::NumberWord;
use super::number::Numeral;
use super::tally;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::trap;
use super::wordset::Set;
use super::wordset::set;
use crate::value::Value;

/// Nouns for one person.
pub(super) const PERSON: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "person",
    "child",
    "teen",
    "teenager",
    "officer",
    "policeman",
    "soldier",
    "civilian",
    "student",
    "pedestrian",
    "driver",
    "passenger",
    "baby",
    "toddler",
    "infant",
    "bystander",
    "worker",
    "resident",
    "mother",
    "father",
    "suspect",
    "gunman",
    "victim",
    "firefighter",
    "teacher",
    "guard",
    "deputy",
];

/// Nouns for people and lives that have no plural «s».
pub(super) const PEOPLE: &[&str] = &[
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

/// The farthest that a count at `i` ends: with its number, the «m» behind that, or the «one» of «no one».
pub(crate) fn reach(words: Words<'_>, i: usize) -> usize {
    let number = amount::read(words, i).map_or(i, |amount| {
        amount.end + usize::from(words.is(amount.end, "m"))
    });
    number.max(i + if words.kind(i) == Kind::Word { 2 } else { 1 })
}

/// Reads a count, or a number that counts nothing, that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if let Some(found) = nobody(words, i).or_else(|| somebody(words, i)) {
        return Some(found);
    }
    if cardinal::pronoun(words, i) {
        return None;
    }
    let mut amount = amount::read(words, i)?;
    // «1.2m people», «a population of 3.5m».
    if words.is(amount.end, "m")
        && (words.glued(amount.end) || words.kind(amount.end + 1) == Kind::Word)
        && amount.hi.is_none()
        && (noun(words, amount.end + 1).is_some()
            || in_millions(words, i) && words.glued(amount.end))
    {
        amount.lo.value *= 1e6;
        amount.lo.place *= 1e6;
        amount.end += 1;
    }
    if amount.lo.article || (!context.rule && trap::is_trap(words, i, amount.end)) {
        return None;
    }
    let fraction =
        words.entry(i).fraction.is_some() || words.entry(amount.end - 1).fraction.is_some();
    if fraction
        && !context.rule
        && !words.any(amount.end, set!["of", "the", "a"])
        && amount.end == i + 1
    {
        return None;
    }
    // «one man's meat»: his meat is counted, not he.
    let owner =
        |&(_, to): &(usize, usize)| words.is(to, "'s") && words.glued(to) && words.is(i, "one");
    // «10,000-plus fans», «twenty-odd cows».
    let opened = amount::opened(words, amount.end);
    let noun = one_of_people(words, i, amount.end)
        .or_else(|| noun(words, opened))
        .or_else(|| only(words, i, amount.end))
        .filter(|noun| !owner(noun));
    // «at one point», «in one place»: «one» is a count only where something is told of it.
    let only_one = amount.end == i + 1 && words.is(i, "one") && !context.rule;
    // «The toll rose by 11 to 840»: 11 of them are the step.
    let tally = tally::of(words, i, amount.end, noun).filter(|_| !is_step(words, i, &amount));
    if only_one && noun.is_none() && tally.is_none() {
        return None;
    }
    // «figures of 5-45», «it ended 3-5», «seven not out»: of games, where nothing is counted.
    let score = amount.hi.is_some()
        && words.kind(i) == Kind::Digits
        && words.kind(amount.lo.end) == Kind::Dash
        && words.glued(amount.lo.end)
        && words.kind(i.wrapping_sub(1)) != Kind::Open;
    let batting = words.phrase(amount.end, set!["not", "out"]).is_some();
    if !context.rule && noun.is_none() && tally.is_none() && (score || batting) {
        return None;
    }
    if !context.rule && noun.is_none() && tally.is_none() && trap::is_before_name(words, i, &amount)
    {
        return None;
    }
    let measure = amount.measure(1.0, Rounding::Exact);
    let whole = amount.lo.value.fract() == 0.0;
    let value = if (noun.is_some() || tally.is_some()) && whole && amount.lo.value >= 0.0 {
        Value::Count { measure, tally }
    } else {
        Value::Number(measure)
    };
    let mut found = Found::new(words, i, amount.end, value);
    found.noun = noun.map(|(from, to)| words.span(from, to));
    if found.noun.is_some() {
        found.end = opened;
    }
    Some(found)
}

/// Whether the number is how far a toll moved: «to» leads from it to where it stands now.
fn is_step(words: Words<'_>, i: usize, amount: &Amount) -> bool {
    amount.hi.is_none()
        && words.is(amount.end, "to")
        && amount::read(words, amount.end + 1).is_some_and(|level| {
            let (step, level) = (amount.lo.value, level.lo.value);
            change::is_step(words, i, step, level, change::Written::Bare)
        })
}

/// Whether the number at `i` with an «m» behind it is in millions: what is told before it is money or people.
pub(super) fn in_millions(words: Words<'_>, i: usize) -> bool {
    const TOLD: &Set = set![
        "population",
        "profit",
        "profits",
        "sales",
        "revenue",
        "revenues",
        "turnover",
        "cost",
        "costs",
        "costing",
        "worth",
        "loss",
        "losses",
        "debt",
        "debts",
        "budget",
        "investment",
        "audience",
        "circulation",
        "earnings",
        "income",
        "fund",
        "viewers",
        "listeners",
        "users",
        "subscribers",
        "voters",
        "electorate",
        "membership",
        "workforce",
        "price",
        "downloads",
        "followers",
        "customers",
        "passengers",
        "visitors",
        "tourists",
        "refugees",
        "migrants",
        "inhabitants",
        "jobs",
        "votes",
        "copies",
        "tickets",
        "country",
        "nation",
        "owe",
        "owes",
        "owed",
        "watched",
        "raised",
        "spent",
        "paid",
        "fined",
    ];
    (1..=5)
        .map_while(|k| i.checked_sub(k))
        .take_while(|&k| words.kind(k) == Kind::Word)
        .any(|k| words.any(k, TOLD))
}

/// «and one hospital», «only one child»: one of something, where «one» is no pronoun.
fn only(words: Words<'_>, i: usize, end: usize) -> Option<(usize, usize)> {
    let lead = words.any(
        back(i),
        set![
            "and", "least", "only", "just", "exactly", "killing", "injuring", "wounding",
        ],
    );
    let noun = words.kind(end) == Kind::Word
        && words.at(end).gap == Gap::Space
        && words.width(end) > 2
        && words.str(end).starts_with(char::is_lowercase)
        && words.at(end).flags
            & (flag::FUNCTION | flag::UNIT | flag::NUMBER | flag::STANCE | flag::TALLY)
            == 0
        && !date::is_date_word(words, end)
        && !words.any(
            end,
            set![
                "another", "day", "thing", "way", "point", "time", "side", "hand", "place", "half",
            ],
        );
    (lead && noun && words.is(i, "one") && end == i + 1).then_some((end, end + 1))
}

/// «one female passenger», «one passenger»: «one» with a noun for a person behind its adjectives.
fn one_of_people(words: Words<'_>, i: usize, end: usize) -> Option<(usize, usize)> {
    /// Most adjectives.
    const BETWEEN: usize = 2;
    if !words.is(i, "one") || end != i + 1 || words.kind(end) == Kind::Dash {
        return None;
    }
    let person = (end..=end + BETWEEN)
        .take_while(|&k| {
            words.kind(k) == Kind::Word
                && words.at(k).gap == Gap::Space
                && !words.capital(k)
                && words.at(k).flags & (flag::FUNCTION | flag::NUMBER | flag::UNIT) == 0
        })
        .find(|&k| age::is_one_person(words, k))?;
    let owner = words.is(person + 1, "'s") || words.kind(person + 1) == Kind::Dash;
    (!owner && words.at(person).flags & flag::CAPITAL == 0).then_some((end, person + 1))
}

/// «no one was hurt», «nobody died», «no injuries», «none were killed».
fn nobody(words: Words<'_>, i: usize) -> Option<Found> {
    let zero = |end: usize| Amount::one(Numeral::new(0.0, 1.0, end));
    let end = match words.entry(i).number? {
        NumberWord::Nobody => i + 1,
        NumberWord::No if words.is(i + 1, "one") => i + 2,
        NumberWord::No => {
            let (from, to) = noun(words, i + 1)?;
            let told = (from..to).find_map(|k| words.entry(k).tally.filter(|word| word.is_noun()));
            // «there were no survivors» counts, «no clouds» alone does not.
            let there = words.any(back(i), set!["were", "are", "was", "be", "been"])
                && words.is(back(back(i)), "there")
                || words.any(back(i), set!["were", "are", "was"])
                    && words.any(back(back(i)), set!["there", "saying", "and"]);
            let tally = told
                .map(|word| word.tally)
                .or_else(|| tally::after(words, to))
                .or_else(|| tally::ahead(words, i));
            if tally.is_none() && !there {
                return None;
            }
            let measure = zero(i + 1).measure(1.0, Rounding::Exact);
            let mut found = Found::new(words, i, i + 1, Value::Count { measure, tally });
            found.noun = Some(words.span(from, to));
            return Some(found);
        }
        _ => return None,
    };
    // «None of the 63 people on board was hurt.»
    let whole = noun(words, end).filter(|_| words.is(end, "of"));
    let tally = tally::after(words, end)
        .or_else(|| tally::after(words, whole?.1))
        .or_else(|| tally::ahead(words, i))?;
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

/// «a man was shot dead», «killing a 27-year-old woman»: one person, where what became of them is told.
fn somebody(words: Words<'_>, i: usize) -> Option<Found> {
    if words.entry(i).number != Some(NumberWord::Article) {
        return None;
    }
    let noun = (i + 1..i + 8)
        .take_while(|&k| {
            matches!(words.kind(k), Kind::Word | Kind::Dash | Kind::Digits)
                && words.at(k).flags & flag::FUNCTION == 0
        })
        .find(|&k| words.has(k, flag::PERSON) && words.kind(k + 1) != Kind::Dash)?;
    let tally = tally::after(words, noun + 1).or_else(|| tally::ahead(words, i))?;
    let measure = Amount::one(Numeral::new(1.0, 1.0, i + 1)).measure(1.0, Rounding::Exact);
    let tally = Some(tally);
    let mut found = Found::new(words, i, i + 1, Value::Count { measure, tally });
    found.noun = Some(words.span(i + 1, noun + 1));
    Some(found)
}

/// The index after the initials of a country: «12 U.S. soldiers».
fn behind_initials(words: Words<'_>, from: usize) -> usize {
    let initial = |k: usize| {
        words.capital(k)
            && words.width(k) == 1
            && words.kind(k + 1) == Kind::Stop
            && words.glued(k + 1)
    };
    let two = initial(from) && initial(from + 2) && words.glued(from + 2);
    from + 4 * usize::from(two)
}

/// The noun phrase at `at`: adjectives and the noun, from its first to after its last token.
pub(super) fn noun(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    // «26 out of 28 sailors».
    let mut from = at + usize::from(words.is(at, "out") && words.is(at + 1, "of"));
    let at = from;
    // «two of the men», «dozens of people», «41 more people», «five other men».
    if words.is(from, "of") {
        from += 1;
        while words.any(
            from,
            set!["the", "those", "these", "its", "their", "his", "her", "our"],
        ) {
            from += 1;
        }
        // «five of the six people»: both count the same.
        if (from > at + 1 || words.is(back(at), "out"))
            && let Some(whole) = amount::read(words, from)
            && !whole.lo.article
            && whole.end < from + 3
        {
            from = whole.end;
        }
    }
    // «two more victims», «three other people».
    if words.any(from, set!["more", "other", "additional", "further"])
        && words.kind(from + 1) == Kind::Word
        && !words.capital(from + 1)
        && words.at(from + 1).flags & flag::FUNCTION == 0
    {
        from += 1;
    }
    let first = behind_initials(words, from);
    let mut k = first;
    while k < first + 5 {
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
        // «three times the estimate» multiplies.
        if words.any(k, set!["times", "percent"]) {
            return None;
        }
        if words.has(k, flag::PEOPLE) {
            let more = words.any(
                k,
                set![
                    "more", "police", "dead", "injured", "wounded", "missing", "crew", "staff",
                ],
            );
            // «more people», «41 dead children», «police officers»: the noun may come yet.
            if more && !words.capital(k + 1) && noun(words, k + 1).is_some() {
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
            || entry.date.is_some() && date::is_date_word(words, k)
        {
            return None;
        }
        if let Some(word) = entry.tally
            && !word.is_noun()
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
