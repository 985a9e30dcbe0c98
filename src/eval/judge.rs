//! One bound value against what its claim expects: right values, who says so, timelines.
//!
//! In: how the stated value relates to each right one, who states it, and when. Out: the verdict of this one piece of
//! evidence. What several pieces make together is [`super::fold`]'s.

use jiff::Timestamp;

use super::compare;
use super::compare::Expectation;
use super::compare::Relation;
use super::scene::Scene;
use crate::finding::Fault;
use crate::finding::Verdict;
use crate::rule::Claim;
use crate::rule::EntityIndex;
use crate::rule::Expected;
use crate::rule::Right;
use crate::rule::Timeline;
use crate::value::Measure;

/// What one piece of evidence says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judged {
    /// What it is to the claim.
    pub(crate) verdict: Verdict,
    /// What is wrong, if it contradicts.
    pub(crate) fault: Option<Fault>,
    /// What is to be said of it besides, for people.
    pub(crate) note: Option<String>,
}

impl Judged {
    /// With the fault that a wrong value is, where it contradicts.
    pub(crate) fn new(verdict: Verdict) -> Self {
        Self {
            verdict,
            fault: (verdict == Verdict::Contradicted).then_some(Fault::Value),
            note: None,
        }
    }

    /// Contradicted, with a fault of its own.
    pub(crate) fn wrong(fault: Fault) -> Self {
        Self {
            verdict: Verdict::Contradicted,
            fault: Some(fault),
            note: None,
        }
    }

    pub(crate) fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl From<Relation> for Judged {
    fn from(relation: Relation) -> Self {
        Self::new(match relation {
            Relation::Agrees => Verdict::Supported,
            Relation::Loose => Verdict::Vague,
            Relation::Clashes => Verdict::Contradicted,
        })
    }
}

/// Who states a value.
#[derive(Clone, Debug)]
pub(crate) enum Speaker {
    /// The source itself, or somebody it does not tell.
    Source,
    /// Somebody with these names in the story; none if the story does not know the speaker.
    Somebody(Vec<EntityIndex>),
    /// Several at once, of the story: «the institute and the survey said».
    Each(Vec<EntityIndex>),
}

impl Speaker {
    /// Whom of the story the value is put into the mouth of.
    pub(crate) fn names(&self) -> Option<&[EntityIndex]> {
        match self {
            Self::Source => None,
            Self::Somebody(who) | Self::Each(who) => Some(who),
        }
    }
}

/// Judges one value. `relate` compares it with one right value; `number` is the value itself where it is a number; `known_at`
/// is the time that the words set it to, if not that of publication.
pub(crate) fn judge(
    scene: &Scene<'_>,
    claim: &Claim,
    relate: &dyn Fn(&Right) -> Relation,
    number: Option<&Measure>,
    speaker: &Speaker,
    known_at: Option<(Timestamp, Timestamp)>,
) -> Judged {
    if claim.disputed {
        return Judged::new(Verdict::Stated);
    }
    match &claim.expected {
        Expected::AnyOf(rights) | Expected::Total { rights, .. } => {
            any_of(rights, relate, number, speaker)
        }
        Expected::Timeline(timeline) => {
            let published = scene.published.map(|at| (at.earliest, at.latest));
            let judged = along(timeline, relate, number, known_at.or(published));
            // A figure of somebody else's count is not held against those that are listed.
            if judged.verdict == Verdict::Contradicted && unlisted(&timeline.steps, speaker) {
                return Judged::new(Verdict::Stated).noted(UNLISTED);
            }
            judged
        }
        _ => Judged::new(Verdict::Stated),
    }
}

const UNLISTED: &str = "from a speaker that the claim does not list";

/// Whether every right value is somebody's, and the speaker is told and none of them.
fn unlisted(rights: &[Right], speaker: &Speaker) -> bool {
    let Some(who) = speaker.names() else {
        return false;
    };
    rights
        .iter()
        .all(|right| !right.by.is_empty() && !right.by.iter().any(|by| who.contains(by)))
}

fn any_of(
    rights: &[Right],
    relate: &dyn Fn(&Right) -> Relation,
    number: Option<&Measure>,
    speaker: &Speaker,
) -> Judged {
    if rights.is_empty() {
        return Judged::new(Verdict::Stated);
    }
    let best = |rights: &mut dyn Iterator<Item = &Right>| {
        rights
            .map(|right| (relate(right), right.meaning.clone()))
            .reduce(|a, b| if a.0.or(b.0) == a.0 { a } else { b })
    };
    let named = rights.iter().any(|right| !right.by.is_empty());
    if let (true, Speaker::Each(who)) = (named, speaker) {
        return of_each(rights, relate, number, who);
    }
    if let (true, Some(who)) = (named, speaker.names()) {
        let theirs =
            |right: &Right| right.by.is_empty() || right.by.iter().any(|by| who.contains(by));
        if !rights
            .iter()
            .any(|right| !right.by.is_empty() && theirs(right))
        {
            return Judged::new(Verdict::Stated).noted(UNLISTED);
        }
        if let Some((relation, meaning)) = best(&mut rights.iter().filter(|right| theirs(right))) {
            // «7» is within the rounding of 6.8, but it is to the letter what another says.
            let exact = |right: &Right| {
                let right = compare::measure(&right.value).map(|right| compare::point(&right));
                right
                    .zip(number)
                    .is_some_and(|(right, number)| (right - compare::point(number)).abs() < 1e-9)
            };
            let anothers = rights.iter().any(|right| !theirs(right) && exact(right))
                && !rights.iter().any(|right| theirs(right) && exact(right));
            if anothers {
                return Judged::wrong(Fault::Speaker).noted("right, but said by another");
            }
            if relation != Relation::Clashes {
                return with_meaning(relation, meaning);
            }
            let others = best(&mut rights.iter().filter(|right| !theirs(right)));
            if others.is_some_and(|(relation, _)| relation == Relation::Agrees) {
                return Judged::wrong(Fault::Speaker).noted("right, but said by another");
            }
            return Judged::new(Verdict::Contradicted);
        }
    }
    let (relation, meaning) = best(&mut rights.iter()).unwrap_or((Relation::Loose, None));
    with_meaning(relation, meaning)
}

/// What several say at once must be right for each of them that the claim lists.
fn of_each(
    rights: &[Right],
    relate: &dyn Fn(&Right) -> Relation,
    number: Option<&Measure>,
    who: &[EntityIndex],
) -> Judged {
    let of = |one: &EntityIndex| any_of(rights, relate, number, &Speaker::Somebody(vec![*one]));
    let mut all: Vec<Judged> = who.iter().map(of).collect();
    let right = all
        .iter()
        .any(|judged| judged.verdict == Verdict::Supported);
    let wrong = all
        .iter()
        .position(|judged| judged.verdict == Verdict::Contradicted);
    match wrong {
        Some(_) if right => {
            Judged::wrong(Fault::Speaker).noted("right for one of them, not for the other")
        }
        Some(at) => all.swap_remove(at),
        None if right => Judged::new(Verdict::Supported),
        None => Judged::new(Verdict::Stated).noted(UNLISTED),
    }
}

fn with_meaning(relation: Relation, meaning: Option<String>) -> Judged {
    let judged = Judged::from(relation);
    match (relation, meaning) {
        (Relation::Agrees, Some(meaning)) => judged.noted(meaning),
        _ => judged,
    }
}

/// A value that changed while reports were written. `published` is not before and not after; `None`: by no clock.
fn along(
    timeline: &Timeline,
    relate: &dyn Fn(&Right) -> Relation,
    number: Option<&Measure>,
    published: Option<(Timestamp, Timestamp)>,
) -> Judged {
    let steps = &timeline.steps;
    let from = |index: usize| steps.get(index).and_then(|step| step.from);
    let stale = |index: usize| {
        let (Some((earliest, _)), Some(next)) = (published, from(index + 1)) else {
            return false;
        };
        next.checked_add(timeline.grace)
            .is_ok_and(|end| end < earliest)
    };
    let early = |index: usize| match (published, from(index)) {
        (Some((_, latest)), Some(from)) => from > latest,
        _ => false,
    };
    let mut loose = false;
    let mut late = false;
    let mut soon = false;
    for (index, step) in steps.iter().enumerate() {
        match relate(step) {
            Relation::Agrees if stale(index) => late = true,
            Relation::Agrees if early(index) && !timeline.rising => soon = true,
            Relation::Agrees => return Judged::new(Verdict::Supported),
            Relation::Loose => loose |= !stale(index),
            Relation::Clashes => {}
        }
    }
    if timeline
        .ahead
        .iter()
        .any(|right| relate(right) == Relation::Agrees)
    {
        return Judged::new(Verdict::Supported).noted("ahead of the record, and confirmed later");
    }
    // «at least 12» is true of 20 as well.
    if late {
        let verdict = if loose {
            Verdict::Vague
        } else {
            Verdict::Outdated
        };
        return Judged::new(verdict);
    }
    if timeline.rising
        && let Some(number) = number
        && let Some(judged) = stage(steps, number, &stale)
    {
        return judged;
    }
    if loose {
        return Judged::new(Verdict::Vague);
    }
    if soon {
        return Judged::wrong(Fault::Time).noted("not known yet when this was published");
    }
    Judged::new(Verdict::Contradicted)
}

/// A figure between two steps of a rising value.
fn stage(steps: &[Right], number: &Measure, stale: &dyn Fn(usize) -> bool) -> Option<Judged> {
    let expected = |right: &Right| Expectation::of(right);
    // A toll that was corrected downwards in the end was higher on the way: the span is of all steps.
    let spanned = |steps: &[Right]| {
        let mut all = steps.iter().filter_map(expected);
        let first = all.next()?;
        Some(all.fold(first, Expectation::hull))
    };
    let x = compare::point(number);
    let value =
        |right: &Right| compare::measure(&right.value).map(|measure| compare::point(&measure));
    let between = spanned(steps)?.judge(number);
    if between == Relation::Clashes {
        // Below the first step: an early figure, never an error of the outlet's own.
        let lowest = value(steps.first()?)?;
        let below = x < lowest && (x >= 0.5 * lowest || lowest < 20.0);
        return below.then(|| {
            Judged::new(if stale(0) {
                Verdict::Outdated
            } else {
                Verdict::Vague
            })
            .noted("lower than the first known figure")
        });
    }
    if between == Relation::Loose {
        return Some(Judged::new(Verdict::Vague));
    }
    let fresh = (0..steps.len()).find(|&index| !stale(index))?;
    if spanned(&steps[fresh..])?.judge(number) == Relation::Clashes {
        return Some(Judged::new(Verdict::Outdated).noted("a stage on the way"));
    }
    Some(Judged::new(Verdict::Supported).noted("a stage on the way"))
}
