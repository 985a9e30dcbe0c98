//! Many pieces of evidence, one finding.
//!
//! In: what was bound to a claim in a source. Out: the verdict of the source on the claim, or nothing where it is silent.
//! What a source asserts decides; only where it asserts nothing do those it quotes. A correction note corrects.

use sha2::Digest;
use sha2::Sha256;

use super::bind::Bound;
use super::bind::Gathered;
use super::scene::Scene;
use crate::finding::Evidence;
use crate::finding::Fault;
use crate::finding::Finding;
use crate::finding::Shared;
use crate::finding::Verdict;
use crate::rule::Claim;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::source::Source;
use crate::source::hexadecimal;
use crate::span::LineIndex;
use crate::span::Part;
use crate::span::Span;
use crate::text::Stance;

/// The finding of one claim in one source; `None`: silent.
pub(crate) fn fold(
    scene: &Scene<'_>,
    source: &Source,
    lines: &LineIndex,
    claim: &Claim,
    gathered: &Gathered,
) -> Option<Finding> {
    let id = format!("{}/{}", scene.story.id, claim.id);
    if gathered.bound.is_empty() {
        return pending(scene, source, lines, claim, id);
    }
    let in_note = |bound: &&Bound| {
        let sentence = scene.reading.sentence_at(bound.span.start);
        sentence.is_some_and(|sentence| scene.part(sentence) == Part::Correction)
    };
    let (notes, texts): (Vec<&Bound>, Vec<&Bound>) = gathered.bound.iter().partition(in_note);
    let put_right = notes
        .iter()
        .any(|bound| bound.judged.verdict == Verdict::Supported);
    let (deciding, in_own_voice) = deciding(claim, &notes, texts);
    let told = verdict(&deciding, in_own_voice)?;
    let corrected = put_right
        && matches!(
            told,
            Verdict::Contradicted | Verdict::Mixed | Verdict::Outdated | Verdict::Supported
        );
    let (verdict, pool) = if corrected {
        (Verdict::Supported, notes)
    } else {
        (told, deciding)
    };
    let shown = match verdict {
        Verdict::Mixed => Verdict::Contradicted,
        other => other,
    };
    let first = pool
        .iter()
        .find(|bound| bound.judged.verdict == shown)
        .or(pool.first())?;
    let fault: Option<Fault> = matches!(verdict, Verdict::Contradicted | Verdict::Mixed)
        .then_some(first.judged.fault)
        .flatten();
    let stated = if claim.many {
        let values = gathered.bound.iter().map(|bound| bound.value.as_str());
        let mut values: Vec<&str> = values.collect();
        values.dedup();
        values.join(", ")
    } else {
        first.value.clone()
    };
    Some(Finding {
        outlet: source.outlet.as_deref().map(Shared::from),
        fault,
        stated: Some(stated.into()),
        expected: expected(scene, claim).map(Shared::from),
        stated_value: first.number,
        stated_key: first.key.as_deref().map(Shared::from),
        corrected,
        passage: passage(scene, first.span).into(),
        evidence: gathered
            .bound
            .iter()
            .map(|bound| evidence(scene, source, lines, bound))
            .collect(),
        ..Finding::new(id, source.id.as_str(), verdict)
    })
}

/// What decides: what the source asserts; else what it passes on; else what its correction notes say. And whether it speaks
/// in its own voice.
fn deciding<'b>(
    claim: &Claim,
    notes: &[&'b Bound],
    texts: Vec<&'b Bound>,
) -> (Vec<&'b Bound>, bool) {
    let own = |bound: &&Bound| {
        matches!(bound.stance, Stance::Asserted | Stance::Denied) || claim.kind == Kind::Name
    };
    let loose = |bound: &&Bound| matches!(bound.judged.verdict, Verdict::Vague | Verdict::Stated);
    let asserted: Vec<&Bound> = texts.iter().copied().filter(own).collect();
    // What it asserts too loosely to tell does not hide what it attributes.
    if !asserted.iter().all(loose) {
        return (asserted, true);
    }
    let deciding = if texts.is_empty() {
        notes.to_vec()
    } else {
        texts
    };
    (deciding, claim.kind == Kind::Quote)
}

/// The verdict of what decides.
fn verdict(deciding: &[&Bound], in_own_voice: bool) -> Option<Verdict> {
    let has = |verdict: Verdict| deciding.iter().any(|bound| bound.judged.verdict == verdict);
    if has(Verdict::Contradicted) && has(Verdict::Supported) {
        // Speakers who disagree are not the source's error.
        return Some(if in_own_voice {
            Verdict::Mixed
        } else {
            Verdict::Supported
        });
    }
    [
        Verdict::Contradicted,
        Verdict::Supported,
        Verdict::Outdated,
        Verdict::Vague,
        Verdict::Stated,
    ]
    .into_iter()
    .find(|&verdict| has(verdict))
}

fn evidence(scene: &Scene<'_>, source: &Source, lines: &LineIndex, bound: &Bound) -> Evidence {
    let position = lines.position(scene.text, bound.span.start);
    let sentence = scene.reading.sentence_at(bound.span.start);
    let whole = sentence
        .map_or(bound.span, |sentence| {
            scene.reading.sentences[sentence].span
        })
        .hull(bound.span);
    Evidence {
        path: source.path.as_str().into(),
        line: position.line,
        column: position.column,
        start: bound.span.start,
        end: bound.span.end,
        sentence: whole.of(scene.text).into(),
        sentence_offset: bound.span.start - whole.start,
        text: bound.span.of(scene.text).into(),
        value: bound.value.as_str().into(),
        hedge: bound.hedge,
        stance: bound.stance,
        speaker: bound.speaker.map(|speaker| speaker.of(scene.text).into()),
        part: sentence.map_or(Part::Body, |sentence| scene.part(sentence)),
        verdict: bound.judged.verdict,
        fault: bound.judged.fault,
        note: bound.judged.note.as_deref().map(Shared::from),
    }
}

/// Hash of the sentence around `span`, white space and case apart: rulings and ignores are bound to it.
fn passage(scene: &Scene<'_>, span: Span) -> String {
    let sentence = scene
        .reading
        .sentence_at(span.start)
        .map_or(span, |sentence| scene.reading.sentences[sentence].span);
    let words = scene.words.in_span(sentence);
    let mut hash = Sha256::new();
    for word in words {
        hash.update(scene.words.at(word));
        hash.update(" ");
    }
    hexadecimal(&hash.finalize()[..6])
}

/// A relevant source from before anything could be known.
fn pending(
    scene: &Scene<'_>,
    source: &Source,
    lines: &LineIndex,
    claim: &Claim,
    id: String,
) -> Option<Finding> {
    let story = scene.story;
    let events: Vec<usize> = match &claim.expected {
        Expected::Order(events) => events.clone(),
        _ => claim.event.into_iter().collect(),
    };
    let known_from = claim.known_from.or_else(|| {
        events
            .iter()
            .filter_map(|&event| story.events[event].known_from)
            .max()
    })?;
    let latest = scene.published?.latest;
    if latest >= known_from || events.is_empty() {
        return None;
    }
    // It must speak of each of them, if only as to come.
    let spoken = |event: &usize| {
        let who = &story.events[*event].who;
        let named = |who: &usize| scene.entities.iter().any(|mention| mention.entity == *who);
        let told = scene.instances.iter().any(|instance| {
            instance.event == Some(*event) && (instance.sure || instance.planned || !who.is_empty())
        });
        told && who.iter().all(named)
    };
    if !events.iter().all(spoken) {
        return None;
    }
    let instance = scene
        .instances
        .iter()
        .find(|instance| instance.event.is_some_and(|event| events.contains(&event)));
    let evidence = instance
        .map(|instance| {
            let span = scene.words.span(instance.words.clone());
            let (stance, speaker) = scene.stance(instance.words.start);
            let bound = Bound {
                span,
                value: span.of(scene.text).to_owned(),
                hedge: None,
                stance,
                speaker,
                judged: super::judge::Judged::new(Verdict::Pending),
                number: None,
                key: None,
            };
            evidence(scene, source, lines, &bound)
        })
        .into_iter()
        .collect();
    Some(Finding {
        outlet: source.outlet.as_deref().map(Shared::from),
        expected: expected(scene, claim).map(Shared::from),
        passage: instance
            .map_or_else(String::new, |instance| {
                passage(scene, scene.words.span(instance.words.clone()))
            })
            .into(),
        evidence,
        ..Finding::new(id, source.id.as_str(), Verdict::Pending)
    })
}

/// What the rule expects, for people.
pub(crate) fn expected_of(story: &crate::rule::Story, claim: &Claim) -> Option<String> {
    let entity = |index: &usize| story.entities[*index].name.clone();
    let list = |items: Vec<String>| (!items.is_empty()).then(|| items.join(" or "));
    match &claim.expected {
        Expected::AnyOf(rights) | Expected::Total { rights, .. } => list(
            rights
                .iter()
                .map(|right| {
                    let by: Vec<String> = right.by.iter().map(entity).collect();
                    let mut text = right.text.clone();
                    if let Some(meaning) = &right.meaning {
                        text = format!("{text} ({meaning})");
                    }
                    if by.is_empty() {
                        text
                    } else {
                        format!("{text} by {}", by.join(", "))
                    }
                })
                .collect(),
        ),
        Expected::Timeline(timeline) => match timeline.steps.as_slice() {
            [first, _, .., last] => Some(format!("{}, at last {}", first.text, last.text)),
            steps => list(steps.iter().map(|step| step.text.clone()).collect()),
        },
        Expected::Places(places) => list(places.iter().map(entity).collect()),
        Expected::Name(index) => Some(entity(index)),
        // The first forms say enough; the others are mostly their inflections.
        Expected::Choice { right, .. } => list(right.iter().take(3).cloned().collect()),
        Expected::Occurred(true) => Some("took place".to_owned()),
        Expected::Occurred(false) => Some("did not take place".to_owned()),
        Expected::Quote { words, .. } => {
            list(words.iter().map(|words| format!("“{words}”")).collect())
        }
        Expected::Order(events) => Some(
            events
                .iter()
                .map(|&event| story.events[event].id.clone())
                .collect::<Vec<_>>()
                .join(", then "),
        ),
    }
}

fn expected(scene: &Scene<'_>, claim: &Claim) -> Option<String> {
    if let Expected::Timeline(timeline) = &claim.expected
        && let Some(published) = scene.published
    {
        let known = |step: &&Right| step.from.is_none_or(|from| from <= published.latest);
        let mut steps = timeline.steps.iter().filter(known);
        if let Some(step) = steps.next_back() {
            return Some(step.text.clone());
        }
    }
    expected_of(scene.story, claim)
}
