//! What is only possible, wished for, asked for or a change.
//!
//! In: a value in its sentence. Out: whether the verbs around it leave it open, or tell what somebody wants it to be; and whether a
//! denial leaves it standing.

use std::ops::Range;

use crate::eval::scene::Scene;
use crate::eval::syntax::Article;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::class;
use crate::eval::warrant;
use crate::rule::Kind;

/// «12 people could have died»: the verb of the clause leaves it open.
pub(crate) fn doubtful(sentence: &Sentence, range: &Range<usize>) -> bool {
    sentence
        .verb_at(range.end - 1)
        .is_some_and(|verb| verb.doubtful)
}

/// Whether the verb of the value's clause, or of the clause it is the infinitive of, only wishes for it or tells a change.
pub(crate) fn unreal(scene: &Scene<'_>, kind: Kind, range: &Range<usize>) -> bool {
    let Some((sentence, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let clause = sentence.phrases[phrase].clause;
    // «asked for a sentence of five years»
    let whole = sentence.phrases[phrase]
        .after
        .filter(|_| sentence.phrases[phrase].preposition_is_of)
        .unwrap_or(phrase);
    let object = sentence.phrases[whole].place == Place::Object;
    let lead = warrant::lead(scene, sentence, whole).unwrap_or("");
    let verb = |clause: usize| {
        sentence
            .verb(clause)
            .filter(|verb| !verb.passive)
            .map_or("", |verb| scene.words.at(verb.main))
    };
    if is_conditional(scene, sentence, clause) || never_came(scene, sentence, clause) {
        return true;
    }
    // «that he be sentenced»: the participle hangs on a clause without a verb of its own.
    let clause = match (
        sentence.clauses[clause].link,
        sentence.clauses[clause].parent,
    ) {
        (Link::Participle, Some(parent)) if sentence.clauses[parent].verb.is_none() => parent,
        _ => clause,
    };
    let known = &sentence.clauses[clause];
    // «asked that he be sentenced to twenty years»
    let above = known
        .parent
        .filter(|_| {
            matches!(
                known.link,
                Link::Infinitive | Link::Reported | Link::Participle
            )
        })
        .map_or("", verb);
    let asked = known.link == Link::Reported
        && matches!(
            above,
            "asked" | "demanded" | "urged" | "proposed" | "recommended" | "wanted" | "requested"
        );
    let wished = kind.is_figure()
        && ((object || lead == "for") && class::is_wishing(verb(clause))
            || matches!(known.link, Link::Infinitive | Link::Participle)
                && class::is_wishing(above)
            || asked
            || pleaded(scene, sentence, clause));
    // «the $200 price cut»
    let by = kind == Kind::Money
        && sentence.noun(phrase).is_some_and(|noun| {
            noun.head >= range.end
                && matches!(
                    scene.words.at(noun.head),
                    "cut"
                        | "cuts"
                        | "rise"
                        | "increase"
                        | "reduction"
                        | "discount"
                        | "rebate"
                        | "drop"
                )
        });
    let changed =
        by || kind.is_sum() && (object || lead == "by") && class::is_changing(verb(clause));
    wished || changed
}

/// «whether the order, which ministers had signed in May, was lawful»: the clause is itself the question, whatever stands
/// between its subject and its verb, or is told inside one: «whether the judges found that it was lawful».
pub(crate) fn is_left_open(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let mut up = sentence.clause_of(range.end - 1);
    while let Some(at) = up {
        let known = &sentence.clauses[at];
        let joint = known.joint.map_or("", |word| scene.words.at(word));
        if matches!(joint, "if" | "unless" | "whether") {
            return true;
        }
        // «Whether they like it or not, the order was lawful», «Asked whether he would go, he said …»: beside it, not in it.
        let inside = joint == "that" && known.link == Link::Reported
            || matches!(known.link, Link::Infinitive | Link::Participle);
        up = known.parent.filter(|_| inside);
    }
    false
}

/// «if the two talk for less than an hour»
fn is_conditional(scene: &Scene<'_>, sentence: &Sentence, clause: usize) -> bool {
    let mut up = Some(clause);
    while let Some(at) = up {
        let known = &sentence.clauses[at];
        let open = known
            .joint
            .is_some_and(|word| matches!(scene.words.at(word), "if" | "unless" | "whether"));
        if open {
            return true;
        }
        up = known.parent;
    }
    false
}

/// «was to have reported on Thursday»
fn never_came(scene: &Scene<'_>, sentence: &Sentence, clause: usize) -> bool {
    let known = &sentence.clauses[clause];
    if known.verb.is_none() && known.parent.is_none() {
        return false;
    }
    let mut up = Some(clause);
    while let Some(at) = up {
        let group = sentence.clauses[at]
            .verb
            .map(|verb| sentence.chunks[verb].words.clone());
        let never = group.is_some_and(|group| {
            group.clone().any(|i| {
                matches!(scene.words.at(i), "was" | "were")
                    && scene.words.near(i, 1) == "to"
                    && scene.words.near(i, 2) == "have"
            })
        });
        if never {
            return true;
        }
        up = sentence.clauses[at]
            .parent
            .filter(|_| sentence.clauses[at].link == Link::Infinitive);
    }
    false
}

/// «left without a word for the 168 people killed», «never met the families of the five»: what a definite noun phrase names is not
/// denied with the verb.
pub(crate) fn presupposed(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let not = (1..=2).any(|back| {
        matches!(
            scene.words.near(range.start, -back),
            "not" | "no" | "never" | "nor"
        )
    });
    !not && sentence
        .phrase_of(range.end - 1)
        .and_then(|phrase| sentence.noun(phrase))
        .is_some_and(|noun| noun.article == Article::Definite)
}

/// «called for Orsini to be given 26 years», «argued for a sentence of ten years»: the verb of a clause, or of the one that it is the
/// infinitive of, says what somebody is in favour of.
fn pleaded(scene: &Scene<'_>, sentence: &Sentence, clause: usize) -> bool {
    let above = sentence.clauses[clause]
        .parent
        .filter(|_| sentence.clauses[clause].link == Link::Infinitive);
    std::iter::once(clause).chain(above).any(|clause| {
        sentence.verb(clause).is_some_and(|verb| {
            matches!(
                scene.words.at(verb.main),
                "called"
                    | "calls"
                    | "calling"
                    | "call"
                    | "argued"
                    | "argues"
                    | "arguing"
                    | "pressed"
                    | "pressing"
                    | "pushed"
                    | "pushing"
                    | "pleaded"
                    | "appealed"
                    | "campaigned"
                    | "lobbied"
            ) && scene.words.near(verb.main, 1) == "for"
        })
    })
}
