//! Other places, words and quotations, and the same said not to be so.
//!
//! In: the words of the evidence. Out: other words for it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Mutant;
use super::Trips;
use crate::finding::Evidence;
use crate::rule::Claim;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::Expected;
use crate::rule::Story;
use crate::value::MONTHS;
use crate::value::WEEKDAYS;

/// Names of a place and of everything that holds it, in small letters.
fn around(story: &Story, place: EntityIndex, names: &mut BTreeSet<String>) {
    let entity = &story.entities[place];
    let mut all: Vec<&String> = vec![&entity.id, &entity.name];
    all.extend(&entity.also);
    if !names.insert(entity.id.to_lowercase()) {
        return;
    }
    names.extend(all.iter().map(|name| name.to_lowercase()));
    for within in &entity.within {
        names.insert(within.to_lowercase());
        let holder = story.entities.iter().position(|other| {
            other.id == *within
                || other.name.eq_ignore_ascii_case(within)
                || other
                    .also
                    .iter()
                    .any(|name| name.eq_ignore_ascii_case(within))
        });
        if let Some(holder) = holder {
            around(story, holder, names);
        }
    }
}

/// The facts of a place claim: «Ighil in the High Atlas», «Beijing's Great Hall» is one place told twice, and changed
/// as one. An article before it goes with it.
pub(super) fn one_place(body: &str, names: &[Range<usize>]) -> Vec<Range<usize>> {
    const LINKS: &[&str] = &[
        ",", ", in", ", in the", "in", "in the", "of", "'s", "’s", "near", "at", "at the",
    ];
    let mut facts: Vec<Range<usize>> = Vec::new();
    for name in names {
        if let Some(last) = facts.last_mut()
            && body
                .get(last.end..name.start)
                .is_some_and(|between| LINKS.contains(&between.trim()))
        {
            last.end = name.end;
        } else {
            let article = body[..name.start].ends_with(" the ");
            facts.push(name.start - if article { 4 } else { 0 }..name.end);
        }
    }
    facts
}

/// Other places of the story: neither the right ones, nor what holds them, nor what they hold.
///
/// Nor what the text names anyway, or lies there: «from Beijing to Beijing» is no mistake that anybody makes.
pub(super) fn other_places(story: &Story, claim: &Claim, words: &str, body: &str) -> Vec<String> {
    let text = body.to_lowercase();
    let Expected::Places(right) = &claim.expected else {
        return Vec::new();
    };
    let mut holding = BTreeSet::new();
    for &place in right {
        around(story, place, &mut holding);
    }
    // What the text names may be the place or one that holds it: nothing inside of that is wrong.
    holding.insert(words.to_lowercase());
    let mut others = Vec::new();
    for (index, entity) in story.entities.iter().enumerate() {
        let mut own = BTreeSet::new();
        around(story, index, &mut own);
        let is_right = holding.contains(&entity.id.to_lowercase())
            || holding.contains(&entity.name.to_lowercase());
        let inside = right
            .iter()
            .any(|&place| own.contains(&story.entities[place].id.to_lowercase()));
        let in_what_is_named = own.contains(&words.to_lowercase());
        let names = || own.iter().filter(|name| !name.contains('-'));
        let told = names().any(|name| text.contains(&**name));
        // «in Geneva» as a word for other talks: a text with it would speak of those.
        let anothers = story.events.iter().enumerate().any(|(event, known)| {
            claim.event != Some(event)
                && known.what.iter().any(|what| {
                    let what = what.to_lowercase();
                    let word = what.rsplit(' ').next().unwrap_or_default();
                    what == entity.name.to_lowercase() || word == entity.name.to_lowercase()
                })
        });
        if entity.kind == EntityKind::Place
            && !is_right
            && !inside
            && !in_what_is_named
            && !told
            && !anothers
        {
            others.push(with_article(&entity.name));
        }
    }
    others.truncate(super::WANTED);
    others
}

/// «the Hall of Mirrors», «the Winter Palace»: names that are common nouns at heart have their article.
fn with_article(name: &str) -> String {
    const COMMON: &[&str] = &[
        "Hall",
        "Palace",
        "House",
        "Guesthouse",
        "Hotel",
        "Museum",
        "Theatre",
        "Stadium",
        "Bridge",
        "Mountains",
        "Islands",
        "River",
        "Sea",
        "Ocean",
        "Gulf",
        "Strait",
        "Desert",
        "Peninsula",
        "States",
        "Kingdom",
        "Netherlands",
    ];
    let last = name.rsplit(' ').next().unwrap_or_default();
    let own = name.starts_with("The ") || name.starts_with("the ");
    if !own && (name.contains(" of ") || COMMON.contains(&last)) {
        format!("the {name}")
    } else {
        name.to_owned()
    }
}

/// The words that the rule calls wrong, in the form of those they stand for: «scrapping» gives «cutting short».
pub(super) fn wrong_words(claim: &Claim, words: &str) -> Vec<String> {
    let Expected::Choice { wrong, .. } = &claim.expected else {
        return Vec::new();
    };
    let gerund = words
        .split(' ')
        .next()
        .is_some_and(|first| first.len() > 5 && first.ends_with("ing"));
    let fitted = |other: &String| if gerund { ing(other) } else { other.clone() };
    wrong.iter().take(super::WANTED).map(fitted).collect()
}

/// The first word of `words`, a past form, with «ing».
fn ing(words: &str) -> String {
    const IRREGULAR: &[(&str, &str)] = &[
        ("brought", "bringing"),
        ("held", "holding"),
        ("kept", "keeping"),
        ("left", "leaving"),
        ("lost", "losing"),
        ("made", "making"),
        ("sent", "sending"),
        ("took", "taking"),
        ("taken", "taking"),
        ("withdrew", "withdrawing"),
        ("withdrawn", "withdrawing"),
    ];
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let irregular = IRREGULAR.iter().find(|(past, _)| *past == first);
    let formed = match (irregular, first.strip_suffix("ed")) {
        (Some((_, formed)), _) => (*formed).to_owned(),
        (None, Some(stem)) => format!("{stem}ing"),
        // «cut», «set», «put»: past and base are one, and the last letter is doubled.
        (None, None) if first.len() == 3 && first.ends_with('t') => format!("{first}ting"),
        (None, None) => first.to_owned(),
    };
    format!("{formed} {rest}").trim_end().to_owned()
}

/// A quotation with one of its words another.
pub(super) fn other_quotes(words: &str) -> Vec<String> {
    let instead = ["hopeless", "angry", "useless", "secret"];
    // Another single word between quotation marks may be another quotation.
    if words.split_whitespace().count() < 3 {
        return Vec::new();
    }
    let mut long: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    for part in words.split(' ') {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().count() >= 4
            && let Some(inside) = part.find(word)
        {
            long.push((from + inside, word));
        }
        from += part.len() + 1;
    }
    if long.is_empty() {
        return Vec::new();
    }
    instead
        .iter()
        .enumerate()
        .map(|(nth, other)| {
            let (at, word) = long[nth % long.len()];
            format!("{}{other}{}", &words[..at], &words[at + word.len()..])
        })
        .collect()
}

/// What came first comes last.
pub(super) fn other_order(words: &str) -> Vec<String> {
    let turned = [
        ("before", "after"),
        ("after", "before"),
        ("earlier", "later"),
        ("later", "earlier"),
        ("following", "preceding"),
        ("ahead of", "after"),
        ("prior to", "after"),
        ("then", "earlier"),
        ("followed", "preceded"),
        ("first", "last"),
    ];
    for (word, other) in turned {
        let lower = words.to_lowercase();
        if lower.len() == words.len()
            && let Some(at) = lower.find(word)
        {
            return vec![format!(
                "{}{other}{}",
                &words[..at],
                &words[at + word.len()..]
            )];
        }
    }
    Vec::new()
}

/// Words that make a sentence a denial, and so its denial an assertion.
const DENIALS: &[&str] = &[
    "it is not true that ",
    "there is no evidence that ",
    "officials denied that ",
    "police denied that ",
];

/// A sentence that denies a rumour, as an assertion of it.
pub(super) fn asserted(body: &str, evidence: &Evidence) -> Vec<Mutant> {
    let start = (evidence.start - evidence.sentence_offset) as usize;
    let end = start + evidence.sentence.len();
    let Some(sentence) = body.get(start..end) else {
        return Vec::new();
    };
    let lower = sentence.to_lowercase();
    let plain = DENIALS.iter().find_map(|denial| {
        (lower.len() == sentence.len() && lower.starts_with(denial))
            .then(|| sentence[denial.len()..].to_owned())
    });
    let without = [
        (" did not ", " did "),
        (" was not ", " was "),
        (" were not ", " were "),
        (" has not ", " has "),
        (" never ", " "),
    ];
    let plain = plain.or_else(|| {
        without
            .iter()
            .find(|(not, _)| sentence.contains(not))
            .map(|(not, so)| sentence.replacen(not, so, 1))
    });
    let Some(plain) = plain else {
        return Vec::new();
    };
    // Who denies it is not who asserts it.
    let plain = match plain.rsplit_once(", ") {
        Some((fact, speaker)) if speaker.contains(" said") || speaker.contains(" says") => {
            format!("{fact}.")
        }
        _ => plain,
    };
    [
        "",
        "As is now known, ",
        "After long silence, ",
        "To the surprise of many, ",
    ]
    .into_iter()
    .map(|head| {
        let made = capital(&format!("{head}{plain}"));
        Mutant {
            body: format!("{}{made}{}", &body[..start], &body[end..]),
            at: start..start + made.len(),
            was: sentence.to_owned(),
            trips: Trips::Contradicted,
        }
    })
    .collect()
}

/// With a capital letter at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// A sentence as it stands after «that»: its first word loses its capital, but a name, a day or a month keeps it.
fn inner(bare: &str, first: &str, story: &Story) -> String {
    let word = first.trim_end_matches("'s").trim_end_matches("’s");
    let proper = |word: &str| {
        let mut days_and_months = WEEKDAYS.iter().chain(&MONTHS);
        days_and_months.any(|name| capital(name) == word)
            || story.entities.iter().any(|entity| {
                std::iter::once(&entity.name)
                    .chain(&entity.also)
                    .chain(&entity.style)
                    .chain(&entity.misspelt)
                    .any(|name| name.split([' ', '-']).any(|part| part == word))
            })
    };
    let shouted = word.len() > 1 && !word.chars().any(char::is_lowercase);
    // «Jane Hale» of whom the story knows nothing: two capitals in a row are a name.
    let stranger = !OPENERS.contains(&word)
        && bare
            .split(' ')
            .nth(1)
            .is_some_and(|next| next.starts_with(char::is_uppercase) && !proper(next));
    if proper(word) && !OPENERS.contains(&word) || shouted || stranger {
        return bare.to_owned();
    }
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + letters.as_str()
    })
}

/// Words that open sentences and are part of names too: «The Hague».
const OPENERS: &[&str] = &[
    "The", "A", "An", "It", "He", "She", "They", "In", "On", "At", "After", "Before", "For",
    "From", "During", "When", "While", "About", "Some", "More", "Nearly", "This", "That", "His",
    "Her", "Their", "There", "As", "With", "By",
];

/// The sentence of the evidence, said not to be so.
pub(super) fn denied(story: &Story, body: &str, evidence: &Evidence) -> Vec<Mutant> {
    let start = (evidence.start - evidence.sentence_offset) as usize;
    let end = start + evidence.sentence.len();
    let Some(sentence) = body
        .get(start..end)
        .filter(|found| *found == evidence.sentence)
    else {
        return Vec::new();
    };
    let bare = sentence.trim_end_matches(['.', '!', '?']);
    // A denial of «Not since 2018 had …» would be no sentence.
    let first = bare.split(' ').next().unwrap_or_default();
    if ["Not", "Never", "No", "Nor", "Neither", "Nobody"].contains(&first) {
        return Vec::new();
    }
    let lowered = inner(bare, first, story);
    let forms = [
        ("It is not true that ", ""),
        ("Officials denied that ", ""),
        ("There is no evidence that ", ""),
        ("Reports that ", " were false"),
    ];
    forms
        .into_iter()
        .map(|(head, tail)| {
            let made = format!("{head}{lowered}{tail}.");
            Mutant {
                body: format!("{}{made}{}", &body[..start], &body[end..]),
                at: start..start + head.trim_end().len(),
                was: sentence.split(' ').next().unwrap_or_default().to_owned(),
                trips: Trips::NotSupported,
            }
        })
        .collect()
}
