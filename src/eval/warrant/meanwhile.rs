//! What happens while the event does: «twelve died on 14 March when the ferry sank», «was shot while speaking in Lund».
//!
//! In: a value in the clause beside that of the event word. Out: whether its time or place is the event's as well.

use std::ops::Range;

use super::is_apart;
use super::lead;
use crate::eval::events::Instance;
use crate::eval::role;
use crate::eval::role::Found;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::class;
use crate::rule::Kind;

/// «Twelve died on 14 March when the ferry sank»: what happens when the event does happens on its day; where, only if it
/// is the event that is told: who dies in it, or who takes part.
pub(super) fn at_once(
    scene: &Scene<'_>,
    sentence: &Sentence,
    kind: Kind,
    range: &Range<usize>,
    instance: &Instance,
    found: &Found,
) -> bool {
    let inner =
        role::home(sentence, &instance.words).or_else(|| sentence.clause_of(instance.words.start));
    let joint = [inner, Some(found.clause)]
        .into_iter()
        .flatten()
        .find(|&clause| sentence.clauses[clause].link == Link::Subordinate)
        .and_then(|clause| sentence.clauses[clause].joint);
    let when = joint.is_some_and(|word| scene.words.at(word) == "when");
    let Some(group) = sentence.verb(found.clause) else {
        return false;
    };
    let main = scene.words.at(group.main);
    let plain = !group.perfect && !group.modal && !group.negated && !class::is_saying(main);
    let phrase = &sentence.phrases[found.value];
    let direct = phrase.place == Place::Adverbial
        && !lead(scene, sentence, found.value).is_some_and(is_apart);
    // «was shot while speaking in Lund», «was speaking in Lund when he was shot»
    let meanwhile = kind == Kind::Place && meanwhile(scene, sentence, range, instance);
    let told = match kind {
        Kind::Date => true,
        Kind::Time => false,
        Kind::Place if meanwhile => return direct,
        Kind::Place => {
            let fatal = crate::eval::tally::lexicon::of_fate(main).is_some();
            let own = instance.event.is_some_and(|event| {
                crate::eval::said_of::subject_is(scene, range, &scene.story.events[event].who)
            });
            fatal || own && group.copula
        }
        _ => false,
    };
    when && plain && direct && told
}

/// Whether what the event's people do meanwhile, in one place, is told beside what comes to them: «was shot while speaking».
pub(super) fn meanwhile(
    scene: &Scene<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let (Some(home), Some(value)) = (
        role::home(sentence, &instance.words),
        sentence.phrase_of(range.end - 1),
    ) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    let known = &sentence.clauses[clause];
    let joint = |clause: usize| {
        let known = &sentence.clauses[clause];
        known
            .joint
            .filter(|_| matches!(known.link, Link::Subordinate | Link::Participle))
            .map_or("", |word| scene.words.at(word))
    };
    let goes_on = sentence.verb(clause).is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        main.ends_with("ing") && !verb.negated && !verb.perfect && !class::is_moving(main)
    });
    let plain = sentence
        .verb(home)
        .is_some_and(|verb| !verb.negated && !verb.modal && !verb.doubtful);
    let in_it = matches!(lead(scene, sentence, value), Some("in" | "at" | "inside"))
        && role::chain(sentence, value).all(|up| {
            !lead(scene, sentence, up).is_some_and(|word| {
                is_apart(word) || word == "by" || word == "from" || word == "under"
            })
        });
    let own = known.subject.is_empty()
        || known.subject == sentence.clauses[home].subject
        || instance.event.is_some_and(|event| {
            crate::eval::said_of::subject_is(scene, range, &scene.story.events[event].who)
        });
    let borne = !sentence.clauses[home].subject.is_empty();
    let tied = known.parent == Some(home) && matches!(joint(clause), "while" | "whilst" | "as")
        || sentence.clauses[home].parent == Some(clause) && joint(home) == "when";
    tied && goes_on && plain && in_it && own && borne
}
