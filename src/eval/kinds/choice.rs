//! Which word of a few a source uses.
//!
//! In: wordings and the scene. Out: evidence, where the wording stands with the claim's event.

use std::ops::Range;

use super::Asked;
use crate::eval::bind;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::caution;
use crate::eval::judge::Judged;
use crate::eval::scene::Scene;
use crate::eval::stem::stem;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::class;
use crate::eval::syntax::verb;
use crate::eval::words;
use crate::eval::words::Gap;
use crate::finding::Fault;
use crate::finding::Verdict;
use crate::rule::Expected;
use crate::span::Span;
use crate::text::Stance;

/// Evidence for `choice`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let Expected::Choice {
        right,
        loose,
        wrong,
    } = &asked.claim.expected
    else {
        return;
    };
    let mut taken: Vec<Range<usize>> = Vec::new();
    for (phrases, class) in [(right, 0), (loose, 1), (wrong, 2)] {
        for phrase in phrases {
            let stems: Vec<String> = words::fold(phrase)
                .iter()
                .map(|word| stem(word).into_owned())
                .collect();
            for sentence in 0..scene.reading.sentences.len() {
                let all = scene.words.of_sentence(sentence);
                let mut from = all.start;
                while let Some(range) = scene.find_phrase(from..all.end, &stems) {
                    from = range.end;
                    if taken
                        .iter()
                        .any(|known| known.start < range.end && range.start < known.end)
                    {
                        continue;
                    }
                    taken.push(range.clone());
                    if is_side(scene, &range) {
                        let span = scene.words.span(range.clone());
                        out.note(span, "left: it tells where somebody stands in a picture");
                        continue;
                    }
                    one(asked, out, &range, class, phrase);
                }
            }
        }
    }
    out.bound.sort_by_key(|bound| bound.span.start);
}

/// «Satya Nadella (left)», «the queen, right,»: a side, set off, and nothing that anybody does.
fn is_side(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    range.len() == 1
        && matches!(
            scene.words.at(range.start),
            "left" | "right" | "centre" | "center" | "above" | "below"
        )
        && matches!(scene.words.gap(range.start), Gap::Comma | Gap::Break)
        && (scene.words.gap(range.end) >= Gap::Comma || scene.words.get(range.end).is_none())
}

/// «is the longest-serving prime minister», «making her the longest-serving prime minister»: said of whom the claim is
/// about, who stands nearest, in a phrase that holds the claim's words.
fn is_called(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let Some((syntax, phrase)) = scene.phrase_of_value(range) else {
        return false;
    };
    let known = &syntax.phrases[phrase];
    let own = scene
        .has_phrase(known.words.clone(), &scene.plan.words[asked.index])
        .is_some();
    let Some(verb) = syntax.verb(known.clause) else {
        return false;
    };
    let calls = verb.copula
        || matches!(
            scene.words.at(verb.main),
            "become"
                | "becomes"
                | "became"
                | "becoming"
                | "make"
                | "makes"
                | "made"
                | "making"
                | "remain"
                | "remains"
                | "remained"
        );
    // «had hoped to become»
    let clause = &syntax.clauses[known.clause];
    let wished = clause
        .parent
        .filter(|_| clause.link == Link::Infinitive)
        .and_then(|parent| syntax.verb(parent))
        .is_some_and(|above| crate::eval::syntax::class::is_wishing(scene.words.at(above.main)));
    let nearest = scene
        .entities_in(syntax.words.start..range.start)
        .filter(|mention| scene.acts(mention.entity) && !known.words.contains(&mention.words.start))
        .last()
        .is_some_and(|mention| asked.claim.who.contains(&mention.entity));
    // «was sworn in as the 114th justice»
    let made = verb.passive
        && known
            .preposition
            .is_some_and(|word| scene.words.at(word) == "as");
    own && (calls && known.preposition.is_none() || made)
        && nearest
        && !wished
        && !(verb.negated || verb.doubtful)
}

/// Whether a wording stands in the phrase of a word for the claim's event, before it.
fn is_attribute(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let syntax = scene.syntax_at(range.start);
    syntax.phrase_of(range.end - 1).is_some_and(|phrase| {
        let words = syntax.phrases[phrase].words.clone();
        scene.instances_in(words).iter().any(|instance| {
            instance.event == asked.claim.event && range.end <= instance.words.start
        })
    })
}

fn one(asked: Asked<'_>, out: &mut Gathered, range: &Range<usize>, class: u8, phrase: &str) {
    let scene = asked.scene;
    let span = scene.words.span(range.clone());
    if !asked.words_near(range, out) {
        return;
    }
    let strong = match attached(asked, range) {
        Ok(strong) => strong,
        Err(why) => {
            out.untied(span, &why);
            return;
        }
    };
    let (stance, speaker) = stance(asked, range, class);
    let judged = match class {
        _ if asked.claim.disputed => Judged::new(Verdict::Stated),
        0 => Judged::new(Verdict::Supported),
        1 => Judged::new(Verdict::Supported).noted("loose wording"),
        _ => Judged::wrong(Fault::Wording),
    };
    // A denied loose word says nothing; a plan to postpone is a postponement told ahead only by others.
    let judged = if stance == Stance::Denied && class == 1 {
        None
    } else {
        super::by_stance(judged, stance)
    };
    let Some(judged) = judged else {
        out.note(span, format!("left: {}", super::no_evidence(stance)));
        return;
    };
    if super::accuses(&judged)
        && let Some(why) = doubt(asked, range, class, strong)
    {
        out.note(span, format!("left: {why}"));
        return;
    }
    out.note(span, "said of the claim's event");
    out.bound.push(Bound {
        key: Some(phrase.to_lowercase()),
        ..Bound::new(scene, span, stance, speaker, judged)
    });
}

/// How the text stands to a word of the choice, and who says so.
fn stance(asked: Asked<'_>, range: &Range<usize>, class: u8) -> (Stance, Option<Span>) {
    let words = asked.scene.words;
    let (stance, speaker) = asked.scene.stance(range.start);
    // «was planned for May and was postponed»: the plan is told of, the postponing is done.
    let done = words.at(range.start).ends_with("ed") || words.at(range.start) == "put";
    let before = words.near(range.start, -1);
    let stance = match stance {
        Stance::Planned | Stance::Superseded if done && !matches!(before, "be" | "to" | "will") => {
            Stance::Asserted
        }
        // «Duarte will remain chief executive»: what somebody is to be is told ahead.
        Stance::Planned
            if asked.claim.event.is_none()
                && (before == "will"
                    || before == "to" && verb::is_be(words.near(range.start, -2))
                    // «will be the court's 114th justice»
                    || is_called(asked, range)) =>
        {
            Stance::Asserted
        }
        // «will be bought in an all-cash transaction»: the event's own noun has it for an attribute, which agrees.
        Stance::Planned if class != 2 && is_attribute(asked, range) => Stance::Asserted,
        stance => stance,
    };
    (stance, speaker)
}

/// Why a wrong word of the choice, or a right one that is denied, accuses nobody.
fn doubt(asked: Asked<'_>, range: &Range<usize>, class: u8, strong: bool) -> Option<&'static str> {
    let scene = asked.scene;
    let event = asked.claim.event;
    if caution::is_left_open(scene, range) {
        return Some(super::no_evidence(Stance::Conditional));
    }
    if event.is_some_and(|event| caution::time::apart_in_time(scene, range, event, true)) {
        return Some("it is told of the time before or since");
    }
    let sure = strong
        && !is_only_thought(scene, range)
        && !is_cleared_of(scene, range)
        && !(class == 2 && is_in_a_name(asked, range))
        && event.is_none_or(|event| asked.told_of(range, event));
    (!sure).then_some("not surely enough of this event to call it wrong")
}

/// «was thought an accident», «ruled out arson»: whoever says so says no more than that it was thought of.
fn is_only_thought(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let syntax = scene.syntax_at(range.start);
    let verb = syntax.verb_at(range.start);
    verb.is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        class::is_wishing(main)
            || matches!(
                main,
                "thought"
                    | "believed"
                    | "suspected"
                    | "feared"
                    | "considered"
                    | "doubted"
                    | "guessed"
                    | "assumed"
                    | "called"
                    | "excluded"
                    | "dismissed"
                    | "discounted"
                    | "rejected"
                    | "denied"
                    | "excludes"
                    | "denies"
                    | "rejects"
            )
            || main.starts_with("rul") && scene.words.near(verb.main, 1) == "out"
    })
}

/// «the engine room»: a part of the name of another thing.
fn is_in_a_name(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let syntax = scene.syntax_at(range.start);
    let mishap = |word: usize| {
        matches!(
            scene.words.at(word),
            "failure"
                | "fault"
                | "trouble"
                | "problem"
                | "problems"
                | "attack"
                | "attacks"
                | "strike"
                | "bombing"
                | "blast"
                | "error"
                | "defect"
        )
    };
    !(asked.claim.event.is_none() && is_called(asked, range))
        && syntax.phrase_of(range.end - 1).is_some_and(|phrase| {
            let end = syntax.phrases[phrase].words.end;
            syntax
                .noun(phrase)
                .is_some_and(|noun| noun.head >= range.end)
                && scene.instances_in(range.end..end).is_empty()
                && !(range.end..end).any(mishap)
        })
}

/// «was acquitted of murder», «found not guilty of murder», «cleared of the murder charge»: what somebody is said not to have
/// done.
fn is_cleared_of(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    const REACH: usize = 7;
    let words = scene.words;
    let from = scene.sentence_at(range.start).start;
    let mut of = false;
    for at in (from..range.start).rev().take(REACH) {
        let here = words.at(at);
        if matches!(here, "but" | "and" | "while") || words.gap(at + 1) >= Gap::Break {
            return false;
        }
        let acquits = matches!(
            here,
            "acquitted"
                | "acquitting"
                | "acquits"
                | "acquit"
                | "acquittal"
                | "cleared"
                | "clearing"
                | "absolved"
                | "exonerated"
                | "innocent"
        ) || here == "guilty" && words.near(at, -1) == "not";
        if of && acquits {
            return true;
        }
        of |= matches!(here, "of" | "on" | "from");
    }
    false
}

/// The event's word must stand in the sentence, and nearest to the wording.
fn attached(asked: Asked<'_>, range: &Range<usize>) -> Result<bool, String> {
    let scene = asked.scene;
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let Some(event) = asked.claim.event else {
        if asked.claim.who.is_empty() {
            return Ok(!asked.claim.words.is_empty());
        }
        return of_entity(asked, range, &sentence);
    };
    let row = scene.instances_in(sentence.clone());
    let distance = |instance: &Range<usize>| {
        if instance.end <= range.start {
            range.start - instance.end
        } else {
            instance.start.saturating_sub(range.end)
        }
    };
    let nearest = row
        .iter()
        .min_by(|a, b| bind::cost(scene, range, a).total_cmp(&bind::cost(scene, range, b)));
    let Some(nearest) = nearest else {
        let known = &scene.story.events[event];
        return if known.who.iter().all(|&who| {
            scene
                .entities_in(sentence.clone())
                .any(|mention| mention.entity == who)
        }) && known.who.is_empty()
            && scene.main == Some(event)
        {
            Ok(false)
        } else {
            Err(format!("no word for «{}» in its sentence", known.id))
        };
    };
    match nearest.event {
        // A wording of what became of it may speak of an earlier or planned one: that is its point.
        Some(found) if found == event => {
            let crossed = (range.start.min(nearest.words.end)
                ..range.start.max(nearest.words.start))
                .any(|i| words.gap(i) >= Gap::Break);
            Ok(distance(&nearest.words) <= 12 && !crossed)
        }
        Some(_) => Err("another event's word stands nearest".to_owned()),
        None => {
            let who = &scene.story.events[event].who;
            let fits = scene.plan.events[event]
                .own
                .iter()
                .any(|phrase| scene.find_phrase(nearest.words.clone(), phrase).is_some());
            let people = who.iter().all(|&who| {
                scene
                    .entities_in(sentence.clone())
                    .any(|mention| mention.entity == who)
            });
            if fits && people && nearest.other.is_some() {
                Ok(false)
            } else {
                Err(format!("its event is not known: {}", nearest.why))
            }
        }
    }
}

/// Whether the phrase at `next` is set beside the one that ends with `last`, which stands in no prepositional phrase of
/// its own: «Behind the Marlin, a tug waited» speaks of two.
fn apposed(scene: &Scene<'_>, last: usize, next: usize, wording: usize) -> bool {
    let syntax = scene.syntax_at(last);
    let (Some(first), Some(second)) = (syntax.phrase_of(last), syntax.phrase_of(next)) else {
        return false;
    };
    // «a sister of a barge flagged in Malta» is not flagged there herself.
    let said_of = syntax.clause_of(wording).is_some_and(|clause| {
        syntax.phrases[second].clause == clause || syntax.clauses[clause].subject == [second]
    });
    let others = syntax.phrases.iter().any(|phrase| {
        phrase.preposition.is_some() && phrase.words.start > next && phrase.words.end <= wording
    });
    said_of
        && !others
        && syntax.phrases[second].place == Place::Apposed
        && syntax.phrases[first].preposition.is_none()
}

/// A wording of somebody or something: the nearest of the story's names to it must be theirs.
fn of_entity(
    asked: Asked<'_>,
    range: &Range<usize>,
    sentence: &Range<usize>,
) -> Result<bool, String> {
    let scene = asked.scene;
    let distance = |words: &Range<usize>| {
        if words.end <= range.start {
            range.start - words.end
        } else {
            words.start.saturating_sub(range.end)
        }
    };
    let own = scene
        .entities_in(sentence.clone())
        .filter(|mention| asked.claim.who.contains(&mention.entity))
        .map(|mention| distance(&mention.words))
        .min()
        .ok_or("nobody and nothing of the claim is named in its sentence")?;
    let number = (range.end..(range.end + 3).min(sentence.end))
        .any(|i| scene.words.at(i).starts_with(|c: char| c.is_ascii_digit()));
    // «In sight of the mosque, a house had collapsed»: another subject comes between.
    let other = (sentence.start..range.start).rev().take(8).any(|i| {
        // «The Marlin, a barge flagged in Malta,»: the same thing in other words.
        let beside = scene
            .entities_in(i.saturating_sub(1)..i)
            .any(|mention| mention.words.end == i && asked.claim.who.contains(&mention.entity))
            && i.checked_sub(1)
                .is_some_and(|last| apposed(scene, last, i, range.start));
        !beside
            && scene.words.gap(i) == Gap::Comma
            && matches!(
                scene.words.at(i),
                "a" | "an" | "the" | "some" | "several" | "many"
            )
    });
    Ok(own <= 12 && !number && !other)
}
