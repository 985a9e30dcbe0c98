//! What a claim means, in a sentence for people.
//!
//! In: a compiled claim. Out: plain English, for hovers and `explain`.

use std::fmt::Write as _;

use super::set::Claim;
use super::set::Entity;
use super::set::Event;
use super::set::Expected;
use super::set::Kind;
use super::set::Right;
use super::set::Story;
use super::set::Timeline;

/// What `claim` of `story` means.
pub fn describe(story: &Story, claim: &Claim) -> String {
    let subject = subject(story, claim);
    let expected = expected(story, claim);
    let mut sentence = match claim.kind {
        Kind::Duration => format!("{subject} lasted {expected}"),
        Kind::Occurred => format!("{subject} {expected}"),
        Kind::Date => format!("{subject} was on {expected}"),
        Kind::Place | Kind::Time => format!("{subject} was at {expected}"),
        Kind::Name => format!("the name is written {expected}"),
        Kind::Quote => format!("at {subject}, {expected}"),
        Kind::Order => format!("it came in this order: {expected}"),
        Kind::Notice => format!("{subject} was made known {expected} before"),
        Kind::Since => match claim.first {
            Some(first) => format!(
                "{subject} was the first for «{}» since {expected}",
                story.entities[first].name
            ),
            None => format!("{subject} was the first since {expected}"),
        },
        Kind::Total => format!("in all: {expected}"),
        Kind::Choice => format!("of {subject} one says {expected}"),
        Kind::Count | Kind::Money | Kind::Percent | Kind::Quantity | Kind::Age => {
            format!("{}of {subject}: {expected}", what(claim))
        }
    };
    if claim.disputed {
        sentence.push_str("; disputed, nobody is accused");
    }
    if let Some(known_from) = claim.known_from {
        let at = known_from.to_zoned(story.zone.clone());
        let at = at.strftime("%-d %B %Y, %H:%M");
        let _ = write!(sentence, "; reports from before {at} can't know");
    }
    sentence.push('.');
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn what(claim: &Claim) -> String {
    let words = if claim.of.is_empty() {
        &claim.words
    } else {
        &claim.of
    };
    match (words.first(), claim.id.split_once('.')) {
        (Some(word), _) => format!("«{word}» "),
        (None, Some((_, fact))) => format!("{fact} "),
        (None, None) => String::new(),
    }
}

fn subject(story: &Story, claim: &Claim) -> String {
    match claim.event {
        Some(event) => named(story, &story.events[event]),
        None => "the story".to_owned(),
    }
}

/// «meeting» of Antony Blinken and Xi Jinping.
fn named(story: &Story, event: &Event) -> String {
    let word = event.what.first().map_or(&event.id, |word| word);
    let who: Vec<&str> = event
        .who
        .iter()
        .map(|&who| story.entities[who].name.as_str())
        .collect();
    if who.is_empty() {
        format!("«{word}» ({})", event.id)
    } else {
        format!("«{word}» ({}: {})", event.id, who.join(", "))
    }
}

fn expected(story: &Story, claim: &Claim) -> String {
    let name = |entity: &usize| {
        story
            .entities
            .get(*entity)
            .map_or("?", |entity: &Entity| &entity.name)
    };
    match &claim.expected {
        Expected::AnyOf(rights) if rights.is_empty() => {
            "whatever reports say; no value to hold them against".to_owned()
        }
        Expected::AnyOf(rights) => rights
            .iter()
            .map(|right| one(story, right))
            .collect::<Vec<_>>()
            .join(" or "),
        Expected::Timeline(Timeline { steps, rising, .. }) => {
            let steps: Vec<String> = steps.iter().map(|step| since(story, step)).collect();
            let between = if *rising {
                ", anything between as it rose"
            } else {
                ""
            };
            format!("{}{between}", steps.join(", then "))
        }
        Expected::Places(places) => places.iter().map(name).collect::<Vec<_>>().join(" or "),
        Expected::Name(entity) => name(entity).to_owned(),
        Expected::Choice {
            right,
            loose,
            wrong,
        } => {
            let mut said = format!("«{}»", right.join("», «"));
            if !loose.is_empty() {
                let _ = write!(said, " (loosely «{}»)", loose.join("», «"));
            }
            if !wrong.is_empty() {
                let _ = write!(said, ", not «{}»", wrong.join("», «"));
            }
            said
        }
        Expected::Occurred(true) => "took place".to_owned(),
        Expected::Occurred(false) => "did not take place".to_owned(),
        Expected::Quote { words, by } => {
            let by: Vec<&str> = by.iter().map(name).collect();
            let who = if by.is_empty() {
                "it was said"
            } else {
                &by.join(", ")
            };
            format!("{who}: «{}»", words.join("» or «"))
        }
        Expected::Order(events) => {
            let ids: Vec<&str> = events
                .iter()
                .map(|&event| story.events[event].id.as_str())
                .collect();
            ids.join(", ")
        }
        Expected::Total { of, rights } => {
            let parts: Vec<&str> = of
                .iter()
                .map(|&part| story.claims[part].id.as_str())
                .collect();
            let sum: Vec<String> = rights.iter().map(|right| one(story, right)).collect();
            if sum.is_empty() {
                format!("{} added up", parts.join(" + "))
            } else {
                format!("{} make {}", parts.join(" + "), sum.join(" or "))
            }
        }
    }
}

fn one(story: &Story, right: &Right) -> String {
    let mut said = right.text.clone();
    if let Some(meaning) = &right.meaning {
        let _ = write!(said, " ({meaning})");
    }
    if !right.by.is_empty() {
        let by: Vec<&str> = right
            .by
            .iter()
            .map(|&by| story.entities[by].name.as_str())
            .collect();
        let _ = write!(said, ", by {}", by.join(" and "));
    }
    said
}

fn since(story: &Story, right: &Right) -> String {
    let from = right.from.map(|from| {
        from.to_zoned(story.zone.clone())
            .strftime("%-d %B %Y, %H:%M")
            .to_string()
    });
    match from {
        Some(from) => format!("{} from {from}", one(story, right)),
        None => one(story, right),
    }
}
