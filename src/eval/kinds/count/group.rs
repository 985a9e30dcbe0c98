//! Whom a figure of victims counts: those of a claim's `of`, others with them, or nobody.
//!
//! In: a figure in its sentence, and the claim. Out: whether it counts the group that the claim asks for, alone or in a row with
//! others. What became of them, [`crate::eval::tally`] tells.

use std::ops::Range;

use crate::eval::kinds::Asked;
use crate::eval::kinds::counted;
use crate::eval::rows;
use crate::eval::scene::Scene;
use crate::eval::syntax::Article;
use crate::eval::syntax::Tag;
use crate::eval::tally;
use crate::eval::words::Gap;

/// Where a figure stands in its row, for a claim: of «49 children and 34 women» the first alone is that of the children.
pub(super) fn place_in_row(asked: Asked<'_>, index: usize) -> rows::Place {
    let scene = asked.scene;
    let of = &scene.plan.of[asked.index];
    let place = rows::place(scene, index);
    if place == rows::Place::Alone || of.is_empty() || of_everybody(asked) {
        return place;
    }
    let members = rows::members(scene, index);
    // «12 Somali and 11 Yemeni sailors»: the noun comes with the last.
    let named = |&member: &usize| scene.reading.mentions[member].noun.is_some();
    if !members.iter().all(named) {
        return place;
    }
    let count = members.len();
    let mut own = members.into_iter().filter(|&member| {
        let range = scene.hedged(&scene.reading.mentions[member]);
        !range.is_empty() && counts_claimed(scene, &range, of)
    });
    match (own.next(), own.next()) {
        (Some(only), None) if only == index => rows::Place::Alone,
        (Some(_), None) => rows::Place::Later,
        // Some of the row, and not all: no sum is theirs.
        (Some(_), Some(_)) if own.count() + 2 < count => rows::Place::Later,
        _ => place,
    }
}

/// «tops a 1992 gas explosion», «since the 2008 quake»: a year as an adjective counts nobody.
pub(super) fn is_year_of_noun(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let year = words.at(range.start);
    let bare = range.len() == 1
        && year.len() == 4
        && year
            .parse::<u16>()
            .is_ok_and(|year| (1800..=2100).contains(&year));
    let led = matches!(
        words.near(range.start, -1),
        "a" | "an" | "the" | "s" | "this" | "that" | "in" | "since" | "of"
    ) || words.gap(range.start) == Gap::Apostrophe;
    let next = words.at(range.end);
    bare && led
        && words.gap(range.end) <= Gap::Hyphen
        && !tally::lexicon::is_anybody(next)
        && !tally::lexicon::is_kind(next)
        && scene
            .phrase_of_value(range)
            .and_then(|(syntax, phrase)| syntax.noun(phrase))
            .is_some_and(|noun| noun.head >= range.end)
}

/// Whether a figure of people counts those of a claim: «97 women», «34 of whom were refugees».
pub(super) fn counts_claimed(scene: &Scene<'_>, range: &Range<usize>, of: &[Vec<String>]) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let to = (range.end..sentence.end.min(range.end + 4))
        .find(|&at| {
            words.gap(at) >= Gap::Comma
                || tally::lexicon::word_tally(words.at(at)).is_some()
                || tally::is_number(scene, at)
                || matches!(words.at(at), "and" | "of" | "as" | "before")
                || tally::lexicon::STOPS.has(words.at(at))
        })
        .unwrap_or(sentence.end.min(range.end + 4));
    let told = || {
        words.at(range.end) == "of"
            && matches!(words.near(range.end, 1), "whom" | "them" | "the" | "those")
            && scene
                .has_phrase(range.end..sentence.end.min(range.end + 7), of)
                .is_some_and(|found| {
                    // «ten of the dead women» are some of the women.
                    !matches!(words.near(range.end, 1), "the" | "those")
                        || (range.end..found.start).any(|at| {
                            matches!(words.at(at), "were" | "was" | "are" | "is" | "being")
                        })
                })
    };
    scene.has_phrase(range.end..to, of).is_some()
        || scene
            .has_phrase(range.end..to + 1, of)
            .is_some_and(|found| found.start == range.end)
        || counted::of_before(scene, range, of).is_some()
        || counted::group(scene, range, of).is_some()
        || counted::members(scene, range, of).is_some()
        || told()
}

/// Whether a figure counts those of `of` and others with them: «30 staff and patients», but not «30 staff and two patients».
pub(in crate::eval::kinds) fn with_others(
    scene: &Scene<'_>,
    range: &Range<usize>,
    of: &[Vec<String>],
) -> bool {
    let words = scene.words;
    let sentence = scene.syntax_at(range.start);
    let Some(noun) = counted::noun_of(scene, range, of) else {
        return false;
    };
    if words.at(noun.end) != "and" || words.gap(noun.end) != Gap::Space {
        return false;
    }
    let home = |word: usize| sentence.clause_of(word);
    let next = noun.end + 1;
    words.gap(next) == Gap::Space
        && tally::lexicon::word_tally(words.at(next)).is_none()
        // «58 passengers and crew lurched»: no clause opens with a bare noun in the singular.
        && (home(next) == home(range.end - 1) || !words.at(next).ends_with('s'))
        && sentence.phrase_of(next).is_some_and(|phrase| {
            sentence.noun(phrase).is_some_and(|known| {
                known.article == Article::Bare
                    && known.tag == Tag::Noun
                    && known.owner.is_none()
                    && !(next..=known.head).any(|at| tally::is_number(scene, at))
            })
        })
}

/// Whether a claim counts people at large: its `of` tells no group.
pub(super) fn of_everybody(asked: Asked<'_>) -> bool {
    asked
        .claim
        .of
        .iter()
        .any(|of| tally::lexicon::is_anybody(&of.to_lowercase()))
}
