//! What was to be, and was called off.
//!
//! In: an event word. Out: whether it is said to have been cancelled, averted or skipped, or not to have been held. By the
//! words before it, cheaply, for values; by what governs it in its sentence, for whether the event took place.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::events::Instance;
use super::scene::Scene;
use super::stem::stem;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::class;
use super::words::Gap;

/// Verbs, as stems, whose object, or subject if they are passive, did not happen.
static CALLING_OFF: LazyLock<Vec<Cow<'static, str>>> = LazyLock::new(|| {
    ["cancel", "avert", "scrap", "shelve", "skip", "axe"]
        .map(stem)
        .to_vec()
});

/// Verbs, as stems, whose object did not happen then.
static PUTTING_OFF: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| ["postpone", "delay"].map(stem).to_vec());

fn is_one_of(verbs: &[Cow<'_, str>], stem: &str) -> bool {
    verbs.iter().any(|verb| verb == stem)
}

/// «called off the 24-hour strike», «averted a strike»: what was to be, and wasn't. No preposition stands between.
pub(crate) fn stands_before(scene: &Scene<'_>, at: usize) -> bool {
    const FARTHEST: usize = 6;
    let words = scene.words;
    let first = scene.sentence_at(at).start;
    let calls = |word: usize| {
        words.at(word) == "off" && matches!(words.near(word, -1), "called" | "call" | "calling")
            || is_one_of(&CALLING_OFF, words.stem(word))
    };
    (first.max(at.saturating_sub(FARTHEST))..at)
        .rev()
        .take_while(|&word| words.gap(word + 1) <= Gap::Comma)
        .take_while(|&word| {
            calls(word)
                || !matches!(
                    words.at(word),
                    "of" | "in"
                        | "on"
                        | "for"
                        | "to"
                        | "with"
                        | "after"
                        | "over"
                        | "at"
                        | "by"
                        | "from"
                        | "and"
                        | "because"
                )
        })
        .any(calls)
}

/// «his visit to Orrin has been postponed», «his trip to Orrin cancelled, he went to Lund»: it was not held there or then.
pub(crate) fn is_put_off(scene: &Scene<'_>, instance: &Instance) -> bool {
    const FARTHEST: usize = 8;
    let words = scene.words;
    let end = scene.sentence_at(instance.words.start).end;
    let sentence = scene.syntax(instance.sentence);
    let clause = sentence.clause_of(instance.words.start);
    (instance.words.end..end.min(instance.words.end + FARTHEST))
        .take_while(|&at| words.gap(at) <= Gap::Space)
        .take_while(|&at| {
            sentence.clause_of(at).is_none_or(|found| {
                Some(found) == clause
                    || sentence.clauses[found].link == Link::Participle
                        && sentence.clauses[found].parent == clause
            })
        })
        .any(|at| {
            is_one_of(&CALLING_OFF, words.stem(at))
                || is_one_of(&PUTTING_OFF, words.stem(at))
                || words.at(at) == "off" && matches!(words.near(at, -1), "called" | "put")
        })
}

/// «cancelled a lunch and signing ceremony», «the ceremony was called off», «the concert did not take place»: whether the
/// verb that the event's words are subject or object of says that it was not held; `false` where just that is denied («did
/// not cancel the concert»), `None` where the verb says nothing of it.
pub(crate) fn governs(scene: &Scene<'_>, event: &Range<usize>) -> Option<bool> {
    let sentence = scene.syntax(scene.sentence_of(event.start));
    let (clause, place) = governor(sentence, event)?;
    let verb = sentence.verb(clause)?;
    if verb.modal || verb.infinitive {
        return None;
    }
    let words = scene.words;
    let main = verb.main;
    let ends = is_one_of(&CALLING_OFF, words.stem(main))
        || stem("call") == words.stem(main)
            && [main + 1, event.end]
                .iter()
                .any(|&next| words.at(next) == "off");
    let told = match place {
        Place::Subject => verb.passive,
        Place::Object => !verb.passive,
        Place::Adverbial | Place::Apposed => return None,
    };
    if ends && told {
        return Some(!verb.negated);
    }
    let happens = match (place, verb.passive) {
        (Place::Subject, true) => matches!(words.at(main), "held" | "staged" | "convened"),
        (Place::Subject, false) => class::is_happening(words.at(main)),
        _ => false,
    };
    let fell = place == Place::Subject
        && words.stem(main) == stem("fall")
        && words.at(main + 1) == "through";
    (happens && verb.negated || fell && !verb.negated).then_some(true)
}

/// The clause whose verb the event's words are subject or object of. What looks like a participle but leads the event's own
/// noun, «a lunch and signing ceremony», stands with what is before it.
fn governor(sentence: &Sentence, event: &Range<usize>) -> Option<(usize, Place)> {
    let phrase = sentence.phrase_of(event.end - 1)?;
    let known = &sentence.phrases[phrase];
    let clause = known.clause;
    if known.words.contains(&event.start) {
        return Some((clause, known.place));
    }
    let own = sentence.clauses[clause].link == Link::Participle
        && sentence
            .verb(clause)
            .is_some_and(|verb| event.contains(&verb.main));
    let parent = sentence.clauses[clause].parent.filter(|_| own)?;
    Some((parent, Place::Object))
}
