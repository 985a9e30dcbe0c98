//! What a value is told of besides the event: another measure, a room, a picture, all there were.
//!
//! In: a value in its sentence. Out: whether words around it say so. That it is of another time is for [`time`], that it is only
//! wanted for [`unreal`](mod@unreal), where it stands towards the event for [`super::warrant`].

pub(crate) mod time;
mod unreal;

use std::ops::Range;

pub(crate) use self::unreal::doubtful;
pub(crate) use self::unreal::is_left_open;
pub(crate) use self::unreal::presupposed;
pub(crate) use self::unreal::unreal;
use super::role;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::class;
use super::words::Gap;

/// «set by Hale to win the 2022 Lund Marathon»: a year before a name, which no word for the event stands in.
pub(crate) fn names_another(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: Option<&Range<usize>>,
) -> bool {
    let words = scene.words;
    let year = words.at(range.end - 1);
    // «the 2022 Lund Marathon», but «on 4 May 2022 Judge Hale sentenced»
    let led = matches!(
        words.near(range.end - 1, -1),
        "the" | "s" | "his" | "her" | "their"
    );
    let bare = led && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let capital = |at: usize| words.gap(at) == super::words::Gap::Space && words.is_capital(at);
    let name = (range.end..range.end + 5)
        .take_while(|&at| capital(at))
        .count();
    let own =
        instance.is_some_and(|own| range.start <= own.start && own.start < range.end + name + 3);
    bare && name > 0 && !own
}

/// «More than 22,000 votes were cast»: all that there were, of a claim that doesn't ask for them.
pub(crate) fn all_cast(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let votes = matches!(words.at(range.end), "votes" | "ballots");
    let cast = (range.end + 1..range.end + 5)
        .find(|&at| matches!(words.at(at), "cast" | "counted" | "returned"));
    votes && cast.is_some_and(|at| !own.contains(&words.stem(at)))
}

/// «built for carrying 600 people», «has room for 600»: what a thing can hold.
pub(crate) fn is_capacity(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (1..=5).any(|back| {
        matches!(
            words.near(range.start, -back),
            "built"
                | "designed"
                | "licensed"
                | "certified"
                | "room"
                | "capacity"
                | "able"
                | "fit"
                | "fitted"
                | "seats"
        )
    })
}

/// «Turnout was 71 percent»: a copula says the value of another measure than the claim's.
pub(crate) fn of_another_measure(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let Some((sentence, value)) = scene.phrase_of_value(range) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    sentence.clauses[clause].subject.iter().any(|&subject| {
        let words = sentence.phrases[subject].words.clone();
        role::equates(sentence, clause, value, subject)
            && sentence.noun(subject).is_some_and(|noun| {
                matches!(
                    scene.words.at(noun.head),
                    "turnout"
                        | "inflation"
                        | "unemployment"
                        | "participation"
                        | "debt"
                        | "revenue"
                        | "profit"
                        | "salary"
                        | "fine"
                        | "capacity"
                        | "population"
                ) && scene.has_phrase(words, phrases).is_none()
            })
    })
}

/// «In this photo, Hale speaks after the raid, in Visby, 3 May 2021», «Hale speaks of the raid on 3 May 2021»: in a
/// caption, told in the present, a full date is that of the picture.
pub(crate) fn pictured(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let all = words.of_sentence(index);
    let taken = (1..=2).any(|back| {
        matches!(
            words.near(range.start, -back),
            "taken" | "photographed" | "pictured" | "filmed" | "shot"
        )
    });
    let year = range
        .clone()
        .any(|i| words.at(i).len() == 4 && words.at(i).starts_with(|c: char| c.is_ascii_digit()));
    // «a photo-sharing app» is no picture.
    let part_of_name = |i: usize| {
        let sentence = scene.syntax(index);
        words.gap(i + 1) == Gap::Hyphen
            || sentence
                .phrase_of(i)
                .and_then(|phrase| sentence.noun(phrase))
                .is_some_and(|noun| noun.head > i)
    };
    let picture = all.clone().any(|i| {
        matches!(
            words.at(i),
            "photo"
                | "photograph"
                | "picture"
                | "image"
                | "footage"
                | "handout"
                | "screenshot"
                | "pictured"
                | "photographed"
        ) && !part_of_name(i)
    });
    if picture && (taken || year) {
        return true;
    }
    let sentence = scene.syntax(index);
    let shown = sentence
        .clauses
        .iter()
        .position(|clause| clause.link == Link::Main)
        .and_then(|main| sentence.verb(main))
        .is_some_and(|verb| {
            let main = words.at(verb.main);
            verb.finite
                && !verb.perfect
                && !verb.passive
                && !verb.copula
                && main.ends_with('s')
                && !class::is_saying(main)
        });
    // «marks», «remains»: told in the present without a picture.
    shown && year && range.end == all.end
}

/// «$127.5 milion»: the word after a figure is a scale but for a letter, so the figure is not what was meant.
pub(crate) fn misspelt_scale(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let next = scene.words.at(range.end);
    scene.words.gap(range.end) == Gap::Space
        && next.len() >= 5
        && ["million", "billion", "trillion", "thousand"]
            .iter()
            .any(|scale| *scale != next && strsim::damerau_levenshtein(scale, next) == 1)
}

/// «Three billion miles and nine years later, the probe flew past»: how far behind it the start lies.
pub(crate) fn is_way_there(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let all = scene.sentence_at(range.start);
    let sentence = scene.syntax_at(range.start);
    (range.end..all.end.min(range.end + 9))
        .take_while(|&at| sentence.verb_clause(at).is_none())
        .any(|at| scene.words.at(at) == "later")
}
