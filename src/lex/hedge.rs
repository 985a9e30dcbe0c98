//! Hedges: wordings that bend a number, before it and after it.
//!
//! In: the words around a core. Out: which [`Hedge`] it is and its span, and the number bent by it. The wordings
//! are in [`table`], what they make of a number in [`bent`](mod@bent).

mod bent;
mod table;

pub(crate) use self::bent::bent;
pub(super) use self::table::LAST_WORDS;
pub(crate) use self::table::Last;
use self::table::PHRASES;
use super::Found;
use super::number::NumberWord;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::set;
use crate::value::Hedge;
use crate::value::Measure;
use crate::value::Value;

use Hedge::{About, AtLeast, AtMost, LessThan, MoreThan};

/// The hedge that ends just before token `i` and does not start before token `floor`: its first token and its kind.
pub(crate) fn before(words: Words<'_>, floor: usize, i: usize) -> Option<(usize, Hedge)> {
    let last = i.checked_sub(1).filter(|&last| last >= floor)?;
    match words.kind(last) {
        Kind::Tilde => return Some((last, About)),
        Kind::Greater => return Some((last, MoreThan)),
        Kind::Less => return Some((last, LessThan)),
        Kind::Other if words.str(last) == "=" => {
            return match words.kind(last.checked_sub(1)?) {
                Kind::Greater => Some((last - 1, AtLeast)),
                Kind::Less => Some((last - 1, AtMost)),
                _ => None,
            };
        }
        // «an about-three-hour meeting», «a more-than-two-hour talk».
        Kind::Dash if words.glued(last) && words.glued(i) => return before(words, floor, last),
        _ => {}
    }
    // «about another 40», «nearly a further 300».
    let Last(phrases) = words.entry(last).hedge?;
    for (lead, hedge) in phrases {
        let dashed =
            words.kind(back(last)) == Kind::Dash && words.glued(last) && !lead.words.is_empty();
        let gap = if dashed { 2 } else { 1 };
        let Some(start) = last.checked_sub(lead.words.len() * gap) else {
            continue;
        };
        if start >= floor
            && (0..lead.words.len()).all(|k| words.same(start + k * gap, &lead.words[k]))
        {
            // «greater than or equal to»: the or-part belongs to the hedge and includes the end.
            return Some((start, *hedge)).filter(|_| !is_other_sense(words, start, last));
        }
    }
    None
}

/// «two over three», «over the weekend», «some of», «all about»: not a hedge.
fn is_other_sense(words: Words<'_>, start: usize, last: usize) -> bool {
    // «has gone up to 318», «was pushed up to 40».
    let moved = words.is(start, "up")
        && words.any(
            back(start),
            set![
                "gone", "went", "go", "goes", "going", "moved", "risen", "rose", "came", "come",
                "brought", "pushed", "taken", "took", "crept", "climbed", "shot", "jumped",
                "driven", "bumped", "back", "inched", "edged", "put", "revised",
            ],
        );
    if moved {
        return true;
    }
    words.is(last, "over") && start == last && words.kind(back(start)) == Kind::Digits && start > 0
        || words.is(last, "some") && words.is(back(last), "for")
}

/// The hedge that starts at token `i`, just after a core: the index after it and its kind.
pub(crate) fn after(words: Words<'_>, i: usize) -> Option<(usize, Hedge)> {
    let comma = usize::from(words.kind(i) == Kind::Comma);
    if words.kind(i) == Kind::Plus && words.glued(i) && words.kind(i + 1) != Kind::Digits {
        return Some((i + 1, AtLeast));
    }
    // «a $20m-plus deal».
    if words.kind(i) == Kind::Dash
        && words.glued(i)
        && words.glued(i + 1)
        && words.is(i + 1, "plus")
    {
        return Some((i + 2, AtLeast));
    }
    let at = i + comma;
    if !words.any(
        at,
        set![
            "or",
            "and",
            "at",
            "tops",
            "plus",
            "more",
            "give",
            "approximately",
        ],
    ) {
        return None;
    }
    for (phrase, hedge) in PHRASES {
        if let Some(end) = words.phrase(at, phrase) {
            // «at least 20 more», «plus 5», «or more than»: what follows must not be a value of its own.
            let follows = matches!(words.kind(end), Kind::Digits | Kind::Currency)
                || words.any(end, set!["than", "the", "an"])
                // «over 75s and under-16s».
                || words.kind(end) == Kind::Dash && words.glued(end) && words.glued(end + 1)
                || matches!(
                    words.entry(end).number,
                    Some(NumberWord::One(_) | NumberWord::Teen(_) | NumberWord::Tens(_))
                );
            return (!follows).then_some((end, *hedge));
        }
    }
    None
}

/// Looks for a hedge on either side of `found`, and bends it.
pub(crate) fn bend(words: Words<'_>, floor: usize, found: &mut Found) {
    let Some(measure) = measure_mut(&mut found.value) else {
        return;
    };
    if measure.hedge == Some(Hedge::Vague) {
        // «at least several», «nearly a few»: the number is open already.
        return;
    }
    let frame = frame(words, floor, found.start);
    if measure.hedge == Some(Hedge::Range) {
        if let Some(start) = frame {
            // «around 10-20», «between 5 and 7», «from 5 to 7».
            found.hedge = Some(words.span(start, found.start));
        }
        return;
    }
    if is_across(words, floor, found) || is_above(words, floor, found) {
        // «talks over two days», «drones over two towns» may mean across them or more than them.
        if let Some(measure) = measure_mut(&mut found.value) {
            measure.possible.hi = f64::INFINITY;
            measure.possible.hi_open = true;
        }
        return;
    }
    let added = is_added(words, found);
    let Some(measure) = measure_mut(&mut found.value) else {
        return;
    };
    if let Some((at, hedge)) = inside(words, found.start, found.end) {
        *measure = bent(*measure, hedge, false);
        found.hedge = Some(words.span(at, at + 1));
    } else if let Some((start, hedge)) = before(words, floor, found.start) {
        *measure = bent(*measure, hedge, is_just(words, start, found.start));
        found.hedge = Some(words.span(start, found.start));
    } else if let Some((end, hedge)) = after(words, found.end).filter(|_| !added) {
        *measure = bent(*measure, hedge, false);
        found.hedge = Some(words.span(found.end, end));
        found.end = end;
    } else if is_within(words, floor, found) {
        if let Some(measure) = measure_mut(&mut found.value) {
            *measure = bent(*measure, AtMost, false);
        }
        found.hedge = Some(words.span(found.start - 1, found.start));
    } else if words.is(back(found.start), "exactly") && found.start > floor {
        found.hedge = Some(words.span(found.start - 1, found.start));
    }
}

/// «£12m plus add-ons», «$20 plus a share»: something is added to the sum, which is no less and no more.
fn is_added(words: Words<'_>, found: &Found) -> bool {
    matches!(found.value, Value::Money { .. })
        && words.is(found.end, "plus")
        && words.kind(found.end + 1) == Kind::Word
        && !words.any(
            found.end + 1,
            set!["and", "or", "but", "to", "in", "on", "for", "from"],
        )
}

/// «10+ years», «30-odd miles»: what bends the number between it and its unit.
fn inside(words: Words<'_>, start: usize, end: usize) -> Option<(usize, Hedge)> {
    (start + 1..end).take(8).find_map(|k| {
        let dashed = words.kind(back(k)) == Kind::Dash && words.glued(k);
        match words.kind(k) {
            Kind::Plus if words.glued(k) && words.kind(back(k)) == Kind::Digits => {
                Some((k, AtLeast))
            }
            Kind::Word if dashed && words.is(k, "plus") => Some((k, AtLeast)),
            Kind::Word if dashed && words.is(k, "odd") => Some((k, About)),
            _ => None,
        }
    })
}

/// Whether «over» before a length of time is «in the course of»: a noun stands before it, and no verb of lasting.
fn is_across(words: Words<'_>, floor: usize, found: &Found) -> bool {
    let over = back(found.start);
    if !matches!(found.value, Value::Duration { .. }) || over < floor || !words.is(over, "over") {
        return false;
    }
    let before = back(over);
    words.kind(before) == Kind::Word
        && !words.any(
            before,
            set![
                "for", "lasted", "lasting", "lasts", "last", "took", "takes", "take", "taking",
                "spent", "spend", "after", "in", "within", "of", "just", "well", "slightly",
                "little", "is", "was", "were", "be", "been", "ran", "runs", "waited", "wait",
                "met", "spoke", "talked", "and", "or", "with", "a", "at", "every", "by", "to",
            ],
        )
}

/// «within 200 metres of the shore», «within 2 % of its peak»: how far at most. People and things are no distance.
fn is_within(words: Words<'_>, floor: usize, found: &Found) -> bool {
    let distance = matches!(
        found.value,
        Value::Quantity { .. } | Value::Percent { .. } | Value::Money { .. }
    );
    distance && found.start > floor && words.is(back(found.start), "within")
}

/// «rockets over eight regions», «spread over three states»: where something is in the air, or lies, and not more than so many.
fn is_above(words: Words<'_>, floor: usize, found: &Found) -> bool {
    let over = back(found.start);
    matches!(found.value, Value::Count { tally: None, .. })
        && over > floor
        && words.is(over, "over")
        && words.kind(found.start) == Kind::Word
        && words.any(
            back(over),
            set![
                "drone drones missile missiles rocket rockets plane planes jet jets balloon balloons flight flights sky skies airspace \
                 smoke ash cloud clouds rain snow fire flew fly flies flown flying seen spotted heard spread spreads spreading scattered \
                 strewn fell falls fallen falling rained hung hovered hovering circled circling drifted drifting exploded downed"
            ],
        )
}

/// The words before a range that belong to it.
fn frame(words: Words<'_>, floor: usize, i: usize) -> Option<usize> {
    let last = i.checked_sub(1).filter(|&last| last >= floor)?;
    if words.any(last, set!["between", "from"]) {
        return Some(before(words, floor, last).map_or(last, |(start, _)| start));
    }
    before(words, floor, i).map(|(start, _)| start)
}

fn is_just(words: Words<'_>, start: usize, end: usize) -> bool {
    end - start > 1 && words.any(start, set!["just", "little", "slightly", "a"])
}

/// The number of a value that a hedge can bend.
pub(crate) fn measure_mut(value: &mut Value) -> Option<&mut Measure> {
    match value {
        Value::Number(measure)
        | Value::Age(measure)
        | Value::Count { measure, .. }
        | Value::Duration { measure, .. }
        | Value::Money { measure, .. }
        | Value::Percent { measure, .. }
        | Value::Quantity { measure, .. } => Some(measure),
        _ => None,
    }
}
