//! What a number counts.
//!
//! In: a number and the nouns that a claim counts, as stems. Out: the noun of the claim's that the number belongs to, after
//! it, before it («the number of boats was 7», «a crew of 20»), or told earlier in the sentence («and two survived»).

use std::ops::Range;

use super::Asked;
use crate::eval::scene::Scene;
use crate::eval::stem::stem;
use crate::eval::syntax::Tag;
use crate::eval::words::Gap;

/// «38 of them were tourists», «of whom 108 were women»: a copula says what those are whom a bare number counts.
pub(super) fn predicated(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let words = scene.words;
    let some = words.at(range.end) == "of" && matches!(words.near(range.end, 1), "them" | "whom");
    let verb = range.end + if some { 2 } else { 0 };
    let told = some
        || matches!(
            words.near(range.start, -1),
            "whom" | "them" | "these" | "and"
        );
    let sentence = scene.sentence_at(range.start);
    let to = (verb + 4).min(sentence.end);
    (told
        && matches!(words.at(verb), "were" | "was" | "are")
        && (range.end..=verb).all(|at| words.gap(at) <= Gap::Space))
    .then(|| scene.has_phrase(verb + 1..to, of))
    .flatten()
    .filter(|found| (verb + 1..found.start).all(|at| words.gap(at + 1) <= Gap::Space))
}

/// «a crew of 20»: the noun is a group, and the number its size.
pub(super) fn group(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let at = range
        .start
        .checked_sub(1)
        .filter(|&at| scene.words.at(at) == "of")?;
    let sentence = scene.sentence_at(range.start);
    scene
        .has_phrase(at.saturating_sub(3).max(sentence.start)..at, of)
        .filter(|found| found.end == at && !scene.words.at(at - 1).ends_with('s'))
}

/// The noun of the claim's that a number counts.
pub(super) fn noun_of(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let sentence = scene.sentence_at(range.start);
    let to = (range.end + 3).min(sentence.end);
    scene
        .has_phrase(range.end..to, of)
        .filter(|found| found.start == range.end)
        .or_else(|| members(scene, range, of))
        .or_else(|| group(scene, range, of))
}

/// «with 58 onboard», «31 are dead but 15 somehow survived»: a number without a noun, of those who are aboard something or live, is
/// of people.
pub(super) fn implied_people(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let words = scene.words;
    let asked = of
        .iter()
        .any(|phrase| matches!(&phrase[..], [word] if *word == stem("people")));
    let next = range.end + usize::from(matches!(words.at(range.end), "somehow" | "have" | "had"));
    let aboard = matches!(words.at(next), "onboard" | "aboard" | "survived")
        || words.at(next) == "on" && words.near(next, 1) == "board";
    (asked && aboard && words.gap(range.end) <= Gap::Space).then(|| range.clone())
}

/// «three members of its staff»: who belongs to a body is of those who are counted by its name.
pub(super) fn members(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let words = scene.words;
    let led =
        matches!(words.at(range.end), "members" | "member") && words.near(range.end, 1) == "of";
    let from = range.end + 2;
    let to = scene.sentence_at(range.start).end.min(from + 4);
    let to = (from..to)
        .find(|&at| words.gap(at) >= Gap::Comma || words.at(at) == "and")
        .unwrap_or(to);
    led.then(|| scene.has_phrase(from..to, of)).flatten()
}

/// «Seven workers died and two survived»: a number alone, as the subject of the event's verb, counts what was counted
/// before in the sentence.
pub(super) fn alone(asked: Asked<'_>, range: &Range<usize>, of: &[Vec<String>]) -> bool {
    let scene = asked.scene;
    let index = scene.sentence_of(range.start);
    let syntax = scene.syntax(index);
    let Some(phrase) = syntax.phrase_of(range.end - 1) else {
        return false;
    };
    let known = &syntax.phrases[phrase];
    let bare = known.words == *range && syntax.clauses[known.clause].subject == [phrase];
    let verb = syntax.clauses[known.clause]
        .verb
        .map(|verb| syntax.chunks[verb].words.clone());
    let own = verb.is_some_and(|verb| {
        scene
            .instances_in(verb)
            .iter()
            .any(|instance| instance.event.is_some() && instance.event == asked.claim.event)
    });
    bare && own
        && scene
            .has_phrase(scene.words.of_sentence(index).start..range.start, of)
            .is_some()
}

/// «the number of boats was 7», «boats: 7»
pub(super) fn of_before(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let sentence = scene.sentence_at(range.start);
    let from = range.start.saturating_sub(6).max(sentence.start);
    let number = scene.has_phrase(
        from..range.start,
        &[
            vec!["numb".to_owned(), "of".to_owned()],
            vec!["number".to_owned(), "of".to_owned()],
        ],
    );
    number
        .and_then(|_| scene.has_phrase(from..range.start, of))
        .or_else(|| numbered(scene, range, of))
        .or_else(|| crowd(scene, range, of))
}

/// «The crowd reached 107,000», «turnout was 40,000»: a number that a verb of amounting says of a crowd counts people.
fn crowd(scene: &Scene<'_>, range: &Range<usize>, of: &[Vec<String>]) -> Option<Range<usize>> {
    let people = of.iter().any(|phrase| {
        matches!(
            &phrase[..],
            [word] if ["people", "protesters", "demonstrators", "fans", "spectators", "participants", "supporters", "crowd", "attendance"]
                .iter()
                .any(|plain| stem(plain) == *word)
        )
    });
    let (syntax, value) = scene.phrase_of_value(range)?;
    // «The crowd reached 107,000 metres»: of something else.
    let bare = syntax.phrases[value].words.end <= range.end;
    let clause = syntax.phrases[value].clause;
    let amounts = syntax.verb(clause).is_some_and(|verb| {
        !verb.doubtful
            && !verb.negated
            && matches!(
                scene.words.at(verb.main),
                "reached" | "was" | "were" | "numbered" | "totalled" | "totaled" | "peaked"
            )
    });
    let subject = *syntax.clauses[clause].subject.first()?;
    let head = syntax.noun(subject)?.head;
    (people
        && bare
        && amounts
        && matches!(scene.words.at(head), "crowd" | "turnout" | "attendance"))
    .then(|| head..head + 1)
}

/// A noun of the claim's right after the number, whole even where it goes on: «150 passengers and crew».
pub(super) fn counted(
    scene: &Scene<'_>,
    from: usize,
    to: usize,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let sentence = scene.sentence_at(from);
    scene
        .has_phrase(from..(to + 3).min(sentence.end), of)
        .filter(|found| found.start < to.max(from + 1) && found.start <= to)
}

/// «hundreds of rifle rounds», where rifles are counted: a noun of the claim's, but for its plural, stands before another noun,
/// which is what is counted.
pub(super) fn only_tells_kind(
    asked: Asked<'_>,
    range: &Range<usize>,
    found: &Range<usize>,
) -> bool {
    let scene = asked.scene;
    let last = scene.words.at(found.end - 1);
    let listed = |word: &str| {
        asked.claim.of.iter().any(|phrase| {
            phrase
                .rsplit(' ')
                .next()
                .is_some_and(|own| own.to_lowercase() == word)
        })
    };
    let plural = listed(&format!("{last}s")) || listed(&format!("{last}es"));
    let syntax = scene.syntax_at(range.start);
    plural
        && !listed(last)
        && syntax.phrase_of(found.end - 1).is_some_and(|phrase| {
            syntax.noun(phrase).is_some_and(|noun| {
                // «an 11-judge panel»
                noun.head >= found.end
                    && noun.tag == Tag::Noun
                    && scene.words.at(noun.head).ends_with('s')
                    && !listed(scene.words.at(noun.head))
            })
        })
}

/// «put the number of people at the march at 338,000»: what is counted is told by the object.
pub(super) fn numbered(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> Option<Range<usize>> {
    let (syntax, value) = scene.phrase_of_value(range)?;
    let clause = syntax.phrases[value].clause;
    let at = |phrase: usize| &syntax.phrases[phrase];
    let number = syntax.phrases_in(clause).find(|&phrase| {
        matches!(
            scene.head_of(syntax, phrase),
            "number" | "crowd" | "turnout" | "count"
        )
    })?;
    let led = at(value)
        .preposition
        .is_some_and(|word| matches!(scene.words.at(word), "at" | "to"));
    let counted = syntax
        .phrases
        .iter()
        .find(|phrase| phrase.after == Some(number) && phrase.preposition_is_of)?;
    (led && at(number).clause == clause)
        .then(|| scene.has_phrase(counted.words.clone(), of))
        .flatten()
}
