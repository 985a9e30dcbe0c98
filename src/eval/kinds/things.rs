//! Counts of things that are no casualties: «two bombs», «a car bomb», «32 delegations».
//!
//! In: a claim and a count near its words. Out: the count bound to the claim's event, or why it is left.

use std::ops::Range;

use super::Asked;
use super::count::tells_fate;
use super::counted;
use crate::eval::bind;
use crate::eval::bind::Attached;
use crate::eval::bind::Gathered;
use crate::eval::compare;
use crate::eval::compare::Expectation;
use crate::eval::compare::Relation;
use crate::eval::implied;
use crate::eval::scene;
use crate::eval::scene::Scene;
use crate::eval::tally;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::Right;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Measure;
use crate::value::Value;

/// Evidence of a count of things.
pub(super) fn gather(
    asked: Asked<'_>,
    out: &mut Gathered,
    mention: &Mention,
    measure: &Measure,
    range: &Range<usize>,
) {
    let scene = asked.scene;
    let of = &scene.plan.of[asked.index];
    // «close to 1,000 people were arrested» is no crowd.
    let hurt = (matches!(mention.value, Value::Count { tally: Some(_), .. })
        || tally::read(scene, range).is_some())
        && !tally::attempted(scene, range);
    if hurt && !tells_fate(&scene.plan.words[asked.index]) {
        out.note(
            mention.span,
            "left: it counts the dead, the hurt or the arrested",
        );
        return;
    }
    let sentence = scene.sentence_at(range.start);
    // The noun right after the number, past adjectives.
    let syntax = scene.syntax_at(range.start);
    let mut to = range.end;
    while to < sentence.end
        && to < range.end + 5
        && scene.words.gap(to) <= Gap::Apostrophe
        && (!STOPS.has(scene.words.at(to)) || joins_adjectives(scene, range, to))
        && syntax.verb_clause(to).is_none()
        && !matches!(scene.words.at(to), "the" | "a" | "an")
    {
        to += 1;
    }
    to = to.max(past_participles(scene, range));
    let predicated = counted::predicated(scene, range, of);
    if !of.is_empty()
        && counted::counted(scene, range.end, to, of).is_none()
        && counted::of_before(scene, range, of).is_none()
        && counted::group(scene, range, of).is_none()
        && counted::implied_people(scene, range, of).is_none()
        && predicated.is_none()
        && !counted::alone(asked, range, of)
    {
        out.note(
            mention.span,
            "left: what it counts is none of the claim's `of`",
        );
        return;
    }
    if counted::counted(scene, range.end, to, of)
        .is_some_and(|found| counted::only_tells_kind(asked, range, &found))
    {
        out.note(
            mention.span,
            "left: the claim's `of` only tells what kind of thing it counts",
        );
        return;
    }
    if !asked.words_near(range, out) {
        return;
    }
    let mut attached = match asked.claim.event {
        Some(event) => match bind::attach(scene, range, event) {
            Ok(attached) => attached,
            Err(_) if asked.by_words(range).is_some() => asked
                .by_words(range)
                .unwrap_or_else(|| unreachable!("just asked")),
            // The thing counted may be what identifies the event.
            Err(why)
                if !of.is_empty()
                    && scene.instances_in(sentence.clone()).is_empty()
                    && scene.main == Some(event) =>
            {
                Attached::alone(false, format!("what is counted is the claim's ({why})"))
            }
            Err(why) => {
                out.untied(mention.span, &why);
                return;
            }
        },
        None => Attached::alone(
            !asked.claim.words.is_empty() || !of.is_empty(),
            "what is counted is the claim's",
        ),
    };
    // «38 of them were tourists from a ship» may be of one kind of tourists.
    attached.strong &= predicated.is_none();
    // «Talvo is to cut 12,500 jobs»: what an event without a day of its own does is always told ahead.
    let told_ahead = asked
        .claim
        .event
        .is_some_and(|event| asked.scene.story.events[event].when.is_none())
        && asked.is_done_to(range);
    if told_ahead && (mention.stance == Stance::Planned || attached.stance == Some(Stance::Planned))
    {
        attached.stance = Some(match mention.stance {
            stance @ (Stance::Attributed | Stance::Quoted) => stance,
            _ => Stance::Asserted,
        });
    }
    asked.bind(
        out,
        mention,
        &|right| relate(right, measure),
        Some(measure),
        &attached,
    );
}

const STOPS: &Table = table![
    "in", "at", "on", "by", "from", "to", "and", "that", "which", "who", "was", "were", "is",
    "are", "had", "has", "with", "for", "when", "after", "before", "as", "said",
];

/// How a count stands to a right one.
pub(super) fn relate(right: &Right, measure: &Measure) -> Relation {
    Expectation::of(right).map_or(Relation::Loose, |expected| expected.judge(measure))
}

/// «eight priceless and historical pieces»: «and» between two adjectives of what is counted.
fn joins_adjectives(scene: &Scene<'_>, range: &Range<usize>, at: usize) -> bool {
    let adjective = |word: &str| {
        [
            "less", "ful", "ous", "ic", "ical", "al", "ive", "able", "ible", "ary", "ent", "ant",
        ]
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    };
    scene.words.at(at) == "and"
        && at > range.end
        && adjective(scene.words.at(at - 1))
        && adjective(scene.words.at(at + 1))
}

/// «2,200 damaged or destroyed buildings»: how far what is counted may reach, behind two participles that are told of it.
fn past_participles(scene: &Scene<'_>, range: &Range<usize>) -> usize {
    let words = scene.words;
    let at = range.end;
    let participle = |at: usize| {
        ["ed", "en", "nt", "rn", "wn"]
            .iter()
            .any(|ending| words.at(at).len() > 4 && words.at(at).ends_with(ending))
    };
    let joined = participle(at)
        && matches!(words.at(at + 1), "or" | "and")
        && participle(at + 2)
        && (at..at + 4).all(|at| words.gap(at) <= Gap::Space);
    if joined { at + 4 } else { at }
}

/// «a car bomb», «twin bombings»: counts without a numeral.
pub(super) fn implied(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    // «A container ship ran aground» is not told of the hundreds that wait: the article stands for one of a few.
    let few = scene::rights(asked.claim)
        .filter_map(|right| compare::measure(&right.value))
        .all(|measure| compare::point(&measure) <= 3.0);
    if !few {
        return;
    }
    for found in implied::counts(scene, &scene.plan.of[asked.index]) {
        if !asked.words_near(&found.words, out) {
            continue;
        }
        let measure = Measure::exactly(found.count);
        let span = scene.words.span(found.words.clone());
        let attached = match asked
            .claim
            .event
            .map(|event| bind::attach(scene, &found.words, event))
        {
            Some(Ok(attached)) => attached,
            Some(Err(why)) => {
                out.untied(span, &why);
                continue;
            }
            None => continue,
        };
        let (stance, _) = scene.stance(found.words.start);
        let mention = Mention {
            span,
            hedge: None,
            noun: None,
            value: Value::Count {
                measure,
                tally: None,
            },
            sentence: u32::try_from(scene.sentence_of(found.words.start)).unwrap_or(u32::MAX),
            clause: u32::try_from(scene.clause_of(found.words.start)).unwrap_or(u32::MAX),
            stance,
        };
        let attached = Attached {
            // «A train hit a bus» doesn't say that there was no other train; «a bomb» that went off is the event.
            strong: attached.strong && (found.told || names_event(asked, found.words.end - 1)),
            ..attached
        };
        asked.bind(
            out,
            &mention,
            &|right| relate(right, &measure),
            Some(&measure),
            &attached,
        );
    }
}

/// Whether a noun is a word for the claim's event: «a car bomb» says how many bombs there were, «a coffin» not how many coffins.
fn names_event(asked: Asked<'_>, at: usize) -> bool {
    let scene = asked.scene;
    scene.sentence_of(at) <= 2
        && asked.claim.event.is_some_and(|event| {
            let own = &scene.plan.events[event].own;
            own.iter()
                .flatten()
                .any(|word| word == scene.words.stem(at))
        })
}
