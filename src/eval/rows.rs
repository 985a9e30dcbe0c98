//! Figures in a row that make one whole: «12 Somali and 11 Yemeni sailors», «two soldiers, three guards and a driver».
//!
//! In: the counts of a scene. Out: for a count, the row it stands in and the sum. Each member alone is a part and tells
//! nothing of the whole; the sum may agree with a claim, and never accuses: somebody may be missing from the row.

use super::scene::Scene;
use super::tally::lexicon::word_tally;
use super::words::Gap;
use crate::text::Mention;
use crate::value::Tally;
use crate::value::Value;

/// A count and what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    /// No other count is joined to it.
    Alone,
    /// The first of a row: the index of its last member, and the sum; none where a member is no exact number.
    First(usize, Option<f64>),
    /// A later member.
    Later,
}

/// Where the count at `index` of the reading's mentions stands.
pub(crate) fn place(scene: &Scene<'_>, index: usize) -> Place {
    let mentions = &scene.reading.mentions;
    let Some(count) = count(&mentions[index]) else {
        return Place::Alone;
    };
    if before(mentions, index)
        .is_some_and(|before| joined(scene, &mentions[before], &mentions[index]))
    {
        return Place::Later;
    }
    let (mut last, mut sum) = (index, count.exact);
    while let Some(next) = after(mentions, last)
        && joined(scene, &mentions[last], &mentions[next])
    {
        sum = sum
            .zip(self::count(&mentions[next]).and_then(|count| count.exact))
            .map(|(a, b)| a + b);
        last = next;
    }
    if last == index {
        Place::Alone
    } else {
        Place::First(last, sum)
    }
}

/// All members of the row in which the count at `index` of the reading's mentions stands, itself among them.
pub(crate) fn members(scene: &Scene<'_>, index: usize) -> Vec<usize> {
    let mentions = &scene.reading.mentions;
    let mut row = vec![index];
    while let Some(before) = before(mentions, row[0])
        && joined(scene, &mentions[before], &mentions[row[0]])
    {
        row.insert(0, before);
    }
    let mut last = index;
    while let Some(next) = after(mentions, last)
        && joined(scene, &mentions[last], &mentions[next])
    {
        row.push(next);
        last = next;
    }
    row
}

struct Count {
    exact: Option<f64>,
    tally: Option<Tally>,
}

fn count(mention: &Mention) -> Option<Count> {
    let Value::Count { measure, tally } = &mention.value else {
        return None;
    };
    let stated = measure.stated;
    let exact =
        (measure.hedge.is_none() && stated.lo.total_cmp(&stated.hi).is_eq()).then_some(stated.lo);
    Some(Count {
        exact,
        tally: *tally,
    })
}

fn before(mentions: &[Mention], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    (mentions[before].sentence == mentions[index].sentence).then_some(before)
}

fn after(mentions: &[Mention], index: usize) -> Option<usize> {
    let after = mentions.get(index + 1)?;
    (after.sentence == mentions[index].sentence).then_some(index + 1)
}

/// Whether only «and» or a comma stands between two phrases of number and noun, and one verb tells of both.
fn joined(scene: &Scene<'_>, one: &Mention, other: &Mention) -> bool {
    let (Some(left), Some(right)) = (count(one), count(other)) else {
        return false;
    };
    // «3 dead and 5 injured», «five soldiers died and two were hurt»
    if other.noun.is_none() || matches!((left.tally, right.tally), (Some(a), Some(b)) if a != b) {
        return false;
    }
    let words = scene.words;
    // «186 bodies, 24 missing»
    let fate = |mention: &Mention| {
        let noun = words.in_span(mention.noun?);
        noun.rev().find_map(|at| word_tally(words.at(at)))
    };
    if let (Some(one), Some(other)) = (fate(one), fate(other))
        && one != other
    {
        return false;
    }
    let noun_end = one.noun.map(|noun| words.in_span(noun).end);
    let from = noun_end.unwrap_or(0).max(scene.hedged(one).end);
    let to = scene.hedged(other).start;
    if from > to {
        return false;
    }
    // «12 Somali and»: the noun comes with the last number.
    let named = noun_end.is_some();
    let mut at = from;
    while !named && at < to && at < from + 2 && words.is_capital(at) {
        at += 1;
    }
    if !named && at == from {
        return false;
    }
    let comma = words.gap(at) == Gap::Comma || words.gap(to) == Gap::Comma;
    if (at..=to).any(|i| words.gap(i) > Gap::Comma) {
        return false;
    }
    match to - at {
        0 => comma,
        1 => matches!(words.at(at), "and" | "plus"),
        3 => (words.at(at), words.at(at + 1), words.at(at + 2)) == ("as", "well", "as"),
        2 => matches!(
            (words.at(at), words.at(at + 1)),
            ("along" | "together", "with")
        ),
        _ => false,
    }
}
