//! Days of a month that another word names: «the 20th of last month», «on the 4th».
//!
//! In: a place in a sentence. Out: the day.

use jiff::civil::Date;

use super::absolute;
use super::calendar;
use super::calendar::Unit;
use super::clock;
use super::daypart;
use super::joint::Joint;
use super::place::At;
use super::relative;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «20th of the previous month», «31st of this month», «21st this month», «15th day of next month», «the 4th».
#[expect(clippy::too_many_lines, reason = "one wording after the other")]
pub(super) fn day_of(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let ordinal = at.ordinal(i).is_some();
    let (day, j) = at.day_number(i)?;
    let after = words.phrase(j, set!["day"]).unwrap_or(j);
    let of = words.any(after, set!["of", "in"]);
    let mut month_at = after + usize::from(of);
    month_at = at.the(month_at);
    let month = if let Some(DateWord::Shift(by)) = at.word(month_at)
        && at.unit(month_at + 1) == Some(Unit::Month)
    {
        Some((i64::from(by), month_at + 2))
    } else if of
        && at.unit(month_at) == Some(Unit::Month)
        && words.is(month_at - 1, "the")
        && !words.str(month_at).ends_with('s')
    {
        Some((0, month_at + 1))
    } else {
        None
    };
    // «the 5th of last May».
    if of
        && ordinal
        && matches!(at.word(month_at), Some(DateWord::Shift(_)))
        && matches!(at.word(month_at + 1), Some(DateWord::Month(_)))
        && let Some(named) = relative::simple(at, month_at)
        && named.grain == Granularity::Month
    {
        let first = named.first()?;
        let date = Date::new(first.year(), first.month(), day).ok()?;
        return Some(When::day(named.end, date, Anchor::Relative).with_the());
    }
    if let Some((by, end)) = month
        && (ordinal || of || at.after_any(i, set!["the"]))
    {
        let first = calendar::whole(at.now, Unit::Month, by)?.from?.date();
        let date = Date::new(first.year(), first.month(), day).ok()?;
        return Some(When::day(end, date, Anchor::Relative).with_the());
    }
    if after > j && !at.rule {
        return None;
    }
    // «on the 4th», «on 15», «for the 27», «on the first»: a bare day of the month.
    let the = at.after_any(i, set!["the"]);
    let told_at = i.wrapping_sub(1 + usize::from(the));
    // «the evening of the 5th».
    let part = the
        && words.is(told_at, "of")
        && matches!(at.word(told_at.wrapping_sub(1)), Some(DateWord::Part(_)));
    // «the 20th» as a whole text, «the 20th at 5 pm».
    let alone = the && ordinal && words.kind(i) == Kind::Digits && at.is_all(i - 1, j);
    // «the 24th in the evening»: a time of it stands behind.
    let dated = the && ordinal && words.kind(i) == Kind::Digits;
    let timed = the && ordinal && time_follows(at, j);
    // «between today and the 24th», «from today to the 24th».
    let second = dated
        && words.any(told_at, set!["and", "to", "until"])
        && told_at > 0
        && at.word(told_at - 1).is_some();
    let prepared = words.any(
        told_at,
        set![
            "around", "about", "on", "until", "till", "by", "before", "after", "since", "from",
            "than", "starting", "through",
        ],
    );
    // «the 3rd and 4th of July».
    let listed = the
        && dated
        && words.any(j, set!["and", "or"])
        && at.ordinal(at.the(j + 1)).is_some()
        && absolute::read(at, at.the(j + 1)).is_some_and(|next| next.grain == Granularity::Day);
    let told = part
        || listed
        || alone
        || timed && words.is(j, "at")
        || second
        || prepared
        || words.is(told_at, "for") && the && !ordinal_word(at, i)
        || words.is(told_at, "for") && the && words.kind(j) == Kind::None;
    let free = part && at.closes(j)
        || listed
        || timed
        || matches!(
            words.kind(j),
            Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
        )
        || words.any(j, set!["at", "between", "from", "to", "and", "around"])
        || words.any(told_at, set!["on", "by", "from", "starting", "than"])
            && the
            && words.any(
                j,
                set![
                    "with", "before", "after", "until", "through", "by", "for", "or", "in"
                ],
            )
        || words.kind(j) == Kind::Digits
            && clock::clock(at, j, false).is_some_and(|clock| clock.sure)
        || words.is(j, "of");
    // «on the 5th and 6th floors».
    let listed = words.any(j, set!["and", "or"])
        && at.ordinal(j + 1).is_some_and(|(_, end)| !at.closes(end));
    if listed {
        return None;
    }
    let quiet = ordinal && the
        || words.is(told_at, "on")
            && !the
            && !ordinal
            && words.kind(i) == Kind::Digits
            && bare_day(at, i, j)
        || the && words.kind(i) == Kind::Digits && words.any(told_at, set!["on", "for"]);
    if !(told && free && quiet) || words.is(j, "of") {
        return None;
    }
    // «on the first» of a list, «after the second» match: words need the end of the sentence.
    if ordinal_word(at, i)
        && !((matches!(words.kind(j), Kind::None | Kind::Stop) || words.is(j, "at") && timed)
            && words.any(told_at, set!["on", "for"]))
    {
        return None;
    }
    // «on the 3rd or 4th of July»: the month is said with the second.
    if words.any(j, set!["and", "or"])
        && let Some(next) = absolute::read(at, at.the(j + 1))
        && next.grain == Granularity::Day
        && let Some(last) = next.first()
        && let Ok(date) = Date::new(last.year(), last.month(), day)
    {
        return Some(When::day(j, date, next.anchor).with_the());
    }
    let date = calendar::month_of_day(at.now.date(), day, at.direction)?;
    Some(When::day(j, date, Anchor::Partial).with_the())
}

/// Whether a clock time or a part of the day follows at `i`, with the small words before it.
fn time_follows(at: At<'_>, i: usize) -> bool {
    let (k, joint) = Joint::read(at, i);
    let clock = clock::clock(at, k, joint.hour)
        .is_some_and(|clock| clock.sure || joint.hour && at.closes(clock.end));
    joint.time && (clock || daypart::read(at, k).is_some_and(|part| at.closes(part.end)))
}

fn ordinal_word(at: At<'_>, i: usize) -> bool {
    at.words.kind(i) == Kind::Word
}

/// «on 15»: digits alone, at the end of a short sentence or before «at».
fn bare_day(at: At<'_>, i: usize, end: usize) -> bool {
    at.words.len() < 14
        && i > 0
        && (at.words.is(end, "at") || matches!(at.words.kind(end), Kind::None | Kind::Stop))
}
