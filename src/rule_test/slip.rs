//! A word in a test's text that is nearly one the claim listens to: why nothing was found is then a slip of the pen.
//!
//! In: a story, a claim and the text. Out: the word's place and what was probably meant. It only helps a person on; no
//! verdict hangs on it.

use crate::lex;
use crate::rule::Claim;
use crate::rule::Story;
use crate::span::Span;

/// A probable slip.
pub(super) struct Slip<'r> {
    /// In the text.
    pub(super) span: Span,
    /// The word that was meant.
    pub(super) meant: &'r str,
}

/// Shorter words are near too many.
const SHORTEST: usize = 4;
/// From so many letters on two may be wrong, and the first may be one of them.
const LONG: usize = 7;

/// The first word of `body` that is nearly one that the claim listens to.
pub(super) fn slip<'r>(story: &'r Story, claim: &'r Claim, body: &str) -> Option<Slip<'r>> {
    let listened_to: Vec<&str> = known(story, claim);
    let all: Vec<&str> = of_values().chain(listened_to.iter().copied()).collect();
    words(body).find_map(|(at, word)| {
        let lower = word.to_lowercase();
        let length = lower.chars().count();
        let inflected = |known: &&&str| {
            let known = known.to_lowercase();
            known.starts_with(&lower) || lower.starts_with(&known)
        };
        if length < SHORTEST || all.iter().any(|known| inflected(&known)) {
            return None;
        }
        // «35 minuts»: elsewhere a word of values is near too many others.
        let after_number = body[..at]
            .trim_end()
            .ends_with(|c: char| c.is_ascii_digit());
        let known = if after_number { &all } else { &listened_to };
        let away = |known: &str| {
            let known = known.to_lowercase();
            let same_start = known.chars().next() == lower.chars().next();
            let away = strsim::osa_distance(&lower, &known);
            (away <= 1 && (same_start || length >= LONG) || away <= 2 && length > LONG)
                .then_some(away)
        };
        let near = known
            .iter()
            .filter_map(|known| Some((away(known)?, *known)));
        // «minuts» has the end of «minutes».
        let other_end = |known: &str| known.chars().next_back() != lower.chars().next_back();
        let (_, meant) = near.min_by_key(|(away, known)| (*away, other_end(known)))?;
        Some(Slip {
            span: Span::new(at, at + word.len()),
            meant,
        })
    })
}

/// Every word of a text with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(|letter: char| !letter.is_alphabetic());
    pieces
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn of_values<'r>() -> impl Iterator<Item = &'r str> {
    let words = lex::value_words().map(|word| -> &'r str { word });
    words.filter(|word| word.len() >= SHORTEST)
}

/// The words that bind something to the claim: names, the event's words, its own.
fn known<'r>(story: &'r Story, claim: &'r Claim) -> Vec<&'r str> {
    let event = claim.event.map(|event| &story.events[event]);
    let names = story.entities.iter().flat_map(|entity| {
        let names = std::iter::once(&entity.name);
        names.chain(&entity.also).chain(&entity.misspelt)
    });
    let what = event.into_iter().flat_map(|event| &event.what);
    let phrases = names.chain(what).chain(&claim.words).chain(&claim.of);
    phrases
        .flat_map(|phrase| words(phrase))
        .map(|(_, word)| word)
        .filter(|word| word.chars().count() >= SHORTEST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::load_texts;

    #[test]
    fn a_slip_is_found_and_a_word_of_its_own_is_none() {
        let text = r#"[story]
id = "ferry"
[entity.berg]
name = "Tomas Berg"
also = ["transport minister"]
[event.fire]
what = ["fire", "blaze"]
who = "berg"
lasted = "35 minutes"
"#;
        let loaded = load_texts(&[("ferry.toml", text)]);
        let story = &loaded.rules.stories[0];
        let meant = |body: &str| {
            slip(story, &story.claims[0], body)
                .map(|slip| (slip.span.of(body).to_owned(), slip.meant))
        };
        let found = |word: &str, meant| Some((word.to_owned(), meant));
        assert_eq!(meant("The blze lasted an hour."), found("blze", "blaze"));
        assert_eq!(meant("It took 35 minuts."), found("minuts", "minutes"));
        assert_eq!(
            meant("The trasnport man left."),
            found("trasnport", "transport")
        );
        assert_eq!(meant("The fires burned, ministers said."), None);
        assert_eq!(meant("A bright night at the quay, and a liar."), None);
    }
}
