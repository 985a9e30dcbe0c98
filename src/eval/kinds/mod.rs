//! What speaks of a claim, kind by kind.
//!
//! In: a scene and a claim. Out: the evidence for it, and why other words were left. One file a family of kinds.

mod anchored;
mod another_time;
mod arithmetic;
mod asked;
mod ballot;
mod choice;
mod count;
mod counted;
mod date;
mod doubt;
mod duration;
mod name;
mod number;
mod occurred;
mod order;
mod part;
mod place;
mod present;
mod quote;
mod scores;
mod sibling;
mod sides;
mod since;
mod size;
mod things;
mod tied;
mod total;
mod whose;

use super::bind;
use super::deals;
use super::denial;
use super::denial::Frame;
use super::identity;
use super::judge::Judged;
use super::occasion;
use super::said_of;
use super::scene::Scene;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::finding::Verdict;
use crate::rule::Claim;
use crate::rule::Kind;
use crate::text::Stance;

/// Why a claim leaves most values of its kind.
pub(crate) const FAR: &str = "left: none of the claim's `words` stands near it";

/// A claim in its scene.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'s> {
    pub(crate) scene: &'s Scene<'s>,
    pub(crate) claim: &'s Claim,
    /// Its index in the story.
    pub(crate) index: usize,
}

/// Everything in the scene that speaks of the claim.
pub(crate) fn gather(asked: Asked<'_>) -> Gathered {
    let mut out = Gathered::default();
    match asked.claim.kind {
        Kind::Duration | Kind::Notice => duration::gather(asked, &mut out),
        Kind::Count => count::gather(asked, &mut out),
        Kind::Money | Kind::Percent | Kind::Quantity | Kind::Age => number::gather(asked, &mut out),
        Kind::Date | Kind::Time => date::gather(asked, &mut out),
        Kind::Since => since::gather(asked, &mut out),
        Kind::Place => place::gather(asked, &mut out),
        Kind::Name => name::gather(asked, &mut out),
        Kind::Choice => choice::gather(asked, &mut out),
        Kind::Occurred => occurred::gather(asked, &mut out),
        Kind::Quote => quote::gather(asked, &mut out),
        Kind::Order => order::gather(asked, &mut out),
        Kind::Total => total::gather(asked, &mut out),
    }
    if !matches!(asked.claim.kind, Kind::Name | Kind::Occurred) {
        leave_denied(asked, &mut out);
    }
    another_time::leave(asked, &mut out);
    if asked.claim.kind.is_figure() || asked.claim.kind == Kind::Date {
        leave_beside_right(asked.scene, &mut out);
    }
    out
}

/// «to 47 months in prison, twelve years short of what was asked», «cuts the rate to 21 percent and the top rate to 29»: nobody tells two
/// values of one thing in one sentence, so where one of them is right the other is of something else.
fn leave_beside_right(scene: &Scene<'_>, out: &mut Gathered) {
    let sentence = |bound: &Bound| {
        scene
            .words
            .in_span(bound.span)
            .next()
            .map(|word| scene.sentence_of(word))
    };
    let right: Vec<_> = out
        .bound
        .iter()
        .filter(|bound| bound.judged.verdict == Verdict::Supported && bound.hedge.is_none())
        // «Jan. 25 (Wire) – The president signed on Friday»: the day of the dateline is no second one.
        .filter(|bound| {
            let word = scene.words.in_span(bound.span).next();
            word.is_some_and(|word| word >= scene.sentence_at(word).start + 3)
                || bound.number.is_some()
        })
        .filter_map(sentence)
        .collect();
    let mut left = Vec::new();
    out.bound.retain(|bound| {
        let beside = accuses(&bound.judged)
            && bound.stance != Stance::Denied
            && sentence(bound).is_some_and(|own| right.contains(&own));
        if beside {
            left.push(bound.span);
        }
        !beside
    });
    for span in left {
        out.note(span, "left: its sentence gives the right value as well");
    }
}

/// Takes out what stands in a statement that is denied as a whole: neither its right nor its wrong values are told.
/// A value that the source itself denies at the value remains what it is; but a place or a time in it is only where and
/// when what is denied would have been.
fn leave_denied(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let frames = matches!(
        asked.claim.kind,
        Kind::Place | Kind::Date | Kind::Time | Kind::Since
    );
    let mut left = Vec::new();
    out.bound.retain(|bound| {
        let Some(word) = scene.words.in_span(bound.span).next() else {
            return true;
        };
        let keep = match denial::frame(scene, word) {
            None => true,
            Some(Frame::Own) => bound.stance == Stance::Denied && !frames,
            Some(Frame::Reported) => false,
        };
        if !keep {
            left.push(bound.span);
        }
        keep
    });
    for span in left {
        out.note(span, "left: the whole statement is denied");
    }
}

/// Whether a verdict is held against the source.
pub(crate) fn accuses(judged: &Judged) -> bool {
    matches!(judged.verdict, Verdict::Contradicted | Verdict::Outdated)
}

/// What a stance makes of a verdict; `None`: no evidence.
pub(crate) fn by_stance(judged: Judged, stance: Stance) -> Option<Judged> {
    match stance {
        Stance::Asserted | Stance::Attributed | Stance::Quoted => Some(judged),
        Stance::Denied => match judged.verdict {
            Verdict::Supported => {
                Some(Judged::new(Verdict::Contradicted).noted("it denies what is right"))
            }
            _ => None,
        },
        Stance::Planned | Stance::Conditional | Stance::Superseded => None,
    }
}

/// Why a stance gives no evidence, for people.
pub(crate) fn no_evidence(stance: Stance) -> &'static str {
    match stance {
        Stance::Planned => "it is only planned",
        Stance::Conditional => "it is only possible",
        Stance::Superseded => "it is what was said before",
        Stance::Denied => "it is denied",
        _ => "it is no evidence",
    }
}

/// Names and places in somebody else's words are still the source's spelling.
pub(crate) fn voice(stance: Stance) -> Stance {
    match stance {
        Stance::Quoted | Stance::Attributed => stance,
        _ => Stance::Asserted,
    }
}
