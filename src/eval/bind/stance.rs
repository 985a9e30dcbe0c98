//! How a source stands to a value, and who states it.
//!
//! In: a value and the stance of its words. Out: the stance, with what words right before the value make of it, and the
//! speaker among the entities of the story.

use std::ops::Range;

use crate::eval::judge::Speaker;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::words::Gap;
use crate::span::Span;
use crate::text::Mention;
use crate::text::Stance;

/// The stance of a value, with what words right before it make of it.
pub(crate) fn stance(scene: &Scene<'_>, mention: &Mention, range: &Range<usize>) -> Stance {
    let words = scene.words;
    for back in 1..=3 {
        let before = words.near(range.start, -back);
        match before {
            "not" | "than" if before == "not" || words.near(range.start, -back - 1) == "rather" => {
                return Stance::Denied;
            }
            "scheduled" | "planned" | "allotted" | "expected" | "slated"
                if !matches!(words.near(range.start, -back - 1), "than" | "as") =>
            {
                return Stance::Planned;
            }
            "originally" | "initially" | "previously" => return Stance::Superseded,
            _ => {}
        }
        if words.gap(range.start.saturating_sub(back.unsigned_abs() - 1)) >= Gap::Comma {
            break;
        }
    }
    let would = would(scene, range);
    if matches!(mention.stance, Stance::Asserted | Stance::Attributed) && would {
        return Stance::Conditional;
    }
    if mention.stance == Stance::Asserted && modal(scene, range) {
        return Stance::Conditional;
    }
    mention.stance
}

/// «two hours would be»: the verb of the value's own clause, or the one that it is the subject of.
fn would(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.syntax_at(range.start);
    let clause = sentence.clause_of(range.end - 1);
    (1..=10isize).any(|ahead| {
        words.near(range.end - 1, ahead) == "would"
            && matches!(words.near(range.end - 1, ahead + 1), "be" | "have")
            // «won in what once would have been a dream of a time»
            && !(1..ahead).any(|k| words.near(range.end - 1, k) == "what")
            && range.end.checked_add_signed(ahead - 1).is_some_and(|at| {
                let inner = clause.is_some_and(|clause| {
                    matches!(
                        sentence.clauses[clause].link,
                        Link::Relative | Link::Subordinate
                    )
                });
                !inner || sentence.clause_of(at) == clause
            })
    })
}

/// «it could be at the Great Hall», «may last two hours».
pub(crate) fn modal(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (1..=5).any(|back| {
        matches!(words.near(range.start, -back), "could" | "may" | "might")
            && matches!(
                words.near(range.start, 1 - back),
                "be" | "last"
                    | "take"
                    | "run"
                    | "cost"
                    | "reach"
                    | "have"
                    | "begin"
                    | "start"
                    | "happen"
            )
    })
}

/// Who states what stands at `word`.
pub(crate) fn speaker(scene: &Scene<'_>, stance: Stance, speaker: Option<Span>) -> Speaker {
    match (stance, speaker) {
        (Stance::Attributed | Stance::Quoted, Some(span)) if scene.several_speak(span) => {
            Speaker::Each(scene.speaker(span))
        }
        (Stance::Attributed | Stance::Quoted, Some(span)) => Speaker::Somebody(scene.speaker(span)),
        _ => Speaker::Source,
    }
}
