//! The point that another time is told by: what stands after «before», «after», «from», «starting», «the week of».
//!
//! In: a place in a sentence. Out: the longest day, period or part of one there. It counts no length of its own, so that
//! «two days before» is not followed from count to count.

use super::absolute;
use super::calendar;
use super::feast;
use super::monthday;
use super::nth;
use super::place::At;
use super::portion;
use super::relative;
use super::season;
use super::when::Anchor;
use super::when::When;
use crate::lex::token::Kind;

/// «yesterday», «1 January 2018», «next Monday», «Christmas», «the end of June», «the first Monday of May», «the 10th».
pub(super) fn point(at: At<'_>, i: usize) -> Option<When> {
    let i = at.the(i);
    let at = at.deeper()?;
    let readers: [fn(At<'_>, usize) -> Option<When>; 7] = [
        absolute::read,
        relative::simple,
        feast::feast,
        nth::nth,
        portion::portion,
        monthday::day_of,
        season::quarter,
    ];
    let found = readers.iter().filter_map(|read| read(at, i));
    found
        .max_by_key(|when| when.end)
        .or_else(|| bare_day(at, i))
}

/// «the 10th» of the month at hand.
fn bare_day(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (day, end) = at.ordinal(i)?;
    let free = i > 0 && words.is(i - 1, "the") && words.kind(i) == Kind::Digits && at.closes(end);
    let day = i8::try_from(day).ok().filter(|_| free)?;
    let date = calendar::month_of_day(at.now.date(), day, at.direction)?;
    Some(When::day(end, date, Anchor::Partial))
}
