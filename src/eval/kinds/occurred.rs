//! Whether an event took place.
//!
//! In: the scene's event words. Out: evidence: told as having happened, or denied. Plans and possibilities are none.

use super::Asked;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::called_off;
use crate::eval::events::Form;
use crate::eval::events::Instance;
use crate::eval::judge::Judged;
use crate::eval::said_of;
use crate::eval::stem::stem;
use crate::eval::syntax::Place;
use crate::eval::syntax::class;
use crate::eval::words::Gap;
use crate::finding::Verdict;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::span::Span;
use crate::text::Stance;

/// Evidence for `occurred`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let (Expected::Occurred(happened), Some(event)) = (&asked.claim.expected, asked.claim.event)
    else {
        return;
    };
    let of_event = |instance: &&Instance| instance.event == Some(event);
    for instance in scene.instances.iter().filter(of_event) {
        let span = scene.words.span(instance.words.clone());
        // «cancelled a scheduled lunch»: what was only planned is what did not take place.
        if let Some(other) = &instance.other
            && !(other.is_plan() && called_off::governs(scene, &instance.words) == Some(true))
        {
            out.note(span, format!("left: {other}"));
            continue;
        }
        if !asked.words_near(&instance.words, out) {
            continue;
        }
        if !instance.sure {
            out.note(span, format!("left: {}", instance.why));
            continue;
        }
        let (stance, speaker) = stance(asked, instance);
        match verdict(asked, instance, event, stance, *happened) {
            Err(why) => out.note(span, format!("left: {why}")),
            Ok(verdict) => {
                out.note(span, instance.why.clone());
                let (key, told) = match stance {
                    Stance::Denied => ("no", Stance::Asserted),
                    stance => ("yes", stance),
                };
                out.bound.push(Bound {
                    key: Some(key.to_owned()),
                    ..Bound::new(scene, span, told, speaker, Judged::new(verdict))
                });
            }
        }
    }
}

/// How the text stands to an event word, words around it counted, and who says so.
fn stance(asked: Asked<'_>, instance: &Instance) -> (Stance, Option<Span>) {
    let (stance, speaker) = asked.scene.stance(instance.words.start);
    let open = open(asked, instance);
    let stance = match called_off::governs(asked.scene, &instance.words) {
        Some(true) if !open => Stance::Denied,
        // «has not cancelled it»: nor does that say that it took place.
        Some(false) => Stance::Conditional,
        None if denied(asked, instance) => Stance::Denied,
        _ if open && stance != Stance::Denied => Stance::Conditional,
        _ => stance,
    };
    (stance, speaker)
}

/// Whether it is right that the event took place, or did not; or why that is no evidence.
fn verdict(
    asked: Asked<'_>,
    instance: &Instance,
    event: EventIndex,
    stance: Stance,
    happened: bool,
) -> Result<Verdict, &'static str> {
    let scene = asked.scene;
    let verdict = match (stance, happened) {
        (Stance::Planned | Stance::Conditional | Stance::Superseded, _) => {
            return Err(super::no_evidence(stance));
        }
        // A rumour: only who asserts it is wrong.
        (Stance::Denied, true) | (Stance::Asserted, false) => Verdict::Contradicted,
        (Stance::Denied, false) | (_, true) => Verdict::Supported,
        (_, false) => return Err("it tells what others say"),
    };
    if verdict == Verdict::Supported {
        return if said_of::by_others(scene, instance, event) {
            Err("it is somebody else's doing")
        } else {
            Ok(verdict)
        };
    }
    // A denial must be of this very event: all participants in the clause.
    let sentence = scene.words.of_sentence(instance.sentence);
    let all = scene.story.events[event].who.iter().all(|&who| {
        scene
            .entities_in(sentence.clone())
            .any(|mention| mention.entity == who)
    });
    if !all {
        return Err("not all participants are named with it");
    }
    if !happened && !told(asked, instance) {
        return Err("it is not told that it happened");
    }
    Ok(verdict)
}

/// «the no vote», «Sunday's "No" vote»: whose side it was, and no negation.
fn is_side(asked: Asked<'_>, no: usize) -> bool {
    let words = asked.scene.words;
    let led = matches!(
        words.near(no, -1),
        "the"
            | "a"
            | "this"
            | "that"
            | "s"
            | "unexpected"
            | "big"
            | "clear"
            | "narrow"
            | "resounding"
    );
    led || words.gap(no + 1) > crate::eval::words::Gap::Space
        || words.is_capital(no) && no > asked.scene.sentence_at(no).start
}

/// «did not meet», «without meeting», «no meeting», «refused to meet».
pub(super) fn denied(asked: Asked<'_>, instance: &Instance) -> bool {
    let words = asked.scene.words;
    let at = instance.words.start;
    (1..=3).any(|back| {
        let before = words.near(at, -back);
        matches!(
            before,
            "without" | "never" | "didnt" | "wasnt" | "werent" | "refused" | "declined" | "failed"
        ) || (before == "not"
            && matches!(
                words.near(at, -back - 1),
                "did" | "was" | "were" | "had" | "has" | "have" | "could"
            ))
            || (before == "no" && back == 1 && !is_side(asked, at - 1))
    })
}

/// Verbs whose object happened, if they are true: «caused a leak», «suffered a meltdown».
const BRINGING: &[&str] = &[
    "cause",
    "trigger",
    "spark",
    "suffer",
    "see",
    "have",
    "bring",
    "provoke",
    "unleash",
    "lead",
    "set",
    "hold",
    "experience",
    "witness",
    "undergo",
    "confirm",
];

/// Verbs whose subject happened, if they are true, beyond those of happening.
const ACTING: &[&str] = &[
    "force",
    "kill",
    "injure",
    "contaminate",
    "spread",
    "spill",
    "destroy",
    "damage",
    "prompt",
    "cause",
    "trigger",
    "close",
    "follow",
    "go",
    "leave",
    "send",
    "make",
    "affect",
];

/// Whether a sentence tells that the event happened. To ask about it, to fear it, to rule it out or to recall it, in
/// whatever words, is not to say so; and a name before its noun may make it another: «the Fukushima meltdown».
fn told(asked: Asked<'_>, instance: &Instance) -> bool {
    let scene = asked.scene;
    let words = scene.words;
    let range = words.of_sentence(instance.sentence);
    let sentence = scene.reading.sentences[instance.sentence].span;
    if sentence.of(scene.text).trim_end().ends_with('?') {
        return false;
    }
    let syntax = scene.syntax(instance.sentence);
    let at = instance.words.start;
    let stem_of =
        |verbs: &[&str], word: usize| verbs.iter().any(|verb| stem(verb) == words.stem(word));
    if let Some(clause) = syntax.verb_clause(at) {
        return syntax.verb(clause).is_some_and(|verb| !verb.negated);
    }
    // «There was a spill», «There has been another large explosion»
    let there = (1..=4)
        .find(|&back| matches!(words.near(at, -back), "was" | "were" | "been"))
        .is_some_and(|back| {
            (1..back).all(|near| {
                !matches!(
                    words.near(at, -near),
                    "of" | "no" | "about" | "over" | "that" | "to"
                ) && words.gap(at + 1 - near.unsigned_abs()) < Gap::Comma
            }) && (back + 1..=back + 2).any(|back| words.near(at, -back) == "there")
        });
    if there {
        return true;
    }
    let Some(phrase) = syntax.phrase_of(instance.words.end - 1) else {
        return false;
    };
    let known = &syntax.phrases[phrase];
    let strange = (known.words.start..at).any(|word| {
        words.is_capital(word)
            && word != range.start
            && scene.entities_in(word..word + 1).next().is_none()
    });
    let Some(verb) = syntax.verb(known.clause) else {
        return false;
    };
    let main = verb.main;
    let brings = match known.place {
        Place::Subject => class::is_happening(words.at(main)) || stem_of(ACTING, main),
        Place::Object => stem_of(BRINGING, main) || verb.copula,
        _ => false,
    };
    brings && !strange && !verb.negated && !verb.modal && !verb.infinitive
}

/// «whether they would meet», «hopes to meet», «a failure to schedule»: nothing is told as having happened.
fn open(asked: Asked<'_>, instance: &Instance) -> bool {
    let words = asked.scene.words;
    let at = instance.words.start;
    let sentence = words.of_sentence(instance.sentence);
    let from = at.saturating_sub(10).max(sentence.start);
    let verb = instance.form == Form::Verb
        && !words.at(at).ends_with("ed")
        && !matches!(words.at(at), "met" | "meets" | "sat" | "spoke" | "held");
    (from..at).any(|i| {
        matches!(
            words.at(i),
            "whether"
                | "if"
                | "may"
                | "might"
                | "could"
                | "would"
                | "will"
                | "unclear"
                | "likely"
                | "possible"
                | "possibly"
                | "hopes"
                | "hoped"
                | "wants"
                | "plans"
                | "can"
        )
    }) || (verb && (1..=2).any(|back| words.near(at, -back) == "to") && !holds_true(words, at))
}

/// «the first to meet», «went on to meet»: told as having happened.
fn holds_true(words: &crate::eval::words::Words, at: usize) -> bool {
    (2..=6).any(|back| {
        matches!(
            words.near(at, -back),
            "first" | "last" | "went" | "managed" | "came" | "holder"
        )
    })
}
