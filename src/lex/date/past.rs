//! Minutes past or before an hour: «half past seven», «a quarter to eight», «ten to six», «half three».
//!
//! In: a place in a sentence. Out: a clock time, where nothing says that it is a range («from ten to six») or a count.

use super::clock::Clock;
use super::clock::Half;
use super::clock::make;
use super::clock::meridiem;
use super::clock::small;
use super::clock::suffix;
use super::place::At;
use super::word::DateWord;
use super::word::DayPart;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «half past seven», «quarter to eight», «15 past seven o'clock», «15 minutes past 3 pm», «half three».
pub(super) fn past(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    let part = i + usize::from(words.any(i, set!["a"]));
    let named = words.any(part, set!["quarter", "half"]);
    let (minutes, mut j) = if words.is(part, "quarter") {
        (15, part + 1)
    } else if words.is(part, "half") {
        (30, part + 1)
    } else {
        small(at, i)?
    };
    // «half-past seven».
    j += usize::from(
        words.kind(j) == Kind::Dash
            && words.glued(j)
            && named
            && words.any(j + 1, set!["past", "to"]),
    );
    if words.any(j, set!["minutes", "minute", "mins", "min"]) {
        j += 1;
    }
    let sign = if words.any(j, set!["past", "after"]) {
        1
    } else if words.any(j, set!["to", "before", "till", "til", "until", "of"])
        && (words.is(part, "quarter")
            || words.any(j - 1, set!["minutes", "minute", "mins"])
            || to_noon(at, i, j, minutes)
            || no_hour(at, j, minutes)
            || ten_to_six(at, i, j, minutes))
    {
        -1
    } else if words.is(i, "half") {
        return british_half(at, i, j);
    } else {
        return None;
    };
    if !(1..60).contains(&minutes) {
        return None;
    }
    let (hour, half, end, told) = hour_at(at, j + 1)?;
    let sure = told
        || named
        || words.any(j.wrapping_sub(1), set!["minutes"])
        || words.any(j, set!["past", "to"]);
    if !(0..=24).contains(&hour) || !sure {
        return None;
    }
    let total = i32::from(hour) * 60 + sign * i32::from(minutes);
    let total = total.rem_euclid(24 * 60);
    let (h, m) = (
        i8::try_from(total / 60).ok()?,
        i8::try_from(total % 60).ok()?,
    );
    let mut clock = make(end, h, m, 0, Granularity::Minute, Half::Told)?;
    if half != Half::Told {
        clock.half = Half::Open;
    }
    Some(clock.in_half(half))
}

/// The hour at `i`, its half of the day, where it ends, and whether its words say that it is one.
fn hour_at(at: At<'_>, i: usize) -> Option<(i8, Half, usize, bool)> {
    match at.word(i) {
        Some(DateWord::Part(DayPart::Noon)) => Some((12, Half::Told, i + 1, true)),
        Some(DateWord::Part(DayPart::Midnight)) => Some((0, Half::Told, i + 1, true)),
        _ => {
            let (hour, end) = small(at, i)?;
            let (half, end, told) = suffix(at, end);
            Some((hour, half, end, told))
        }
    }
}

/// «half three»: half past, in British use. The hour stands at `j`.
fn british_half(at: At<'_>, i: usize, j: usize) -> Option<Clock> {
    let words = at.words;
    let (hour, end) = small(at, j)?;
    let (half, end) = meridiem(at, end).unwrap_or((Half::Open, end));
    let in_words = words.kind(j) == Kind::Word;
    let last = matches!(words.kind(end), Kind::None | Kind::Stop | Kind::Comma)
        && (in_words
            || words.len() == end && i == 0
            || at.after_any(i, set!["at", "around", "about", "by", "until", "till"]));
    // «half eight tomorrow», «half eight to nine».
    let goes_on = || {
        words.any(end, set!["to", "till", "until", "on"])
            || at.closes(end)
                && at.after_any(
                    i,
                    set![
                        "at", "around", "about", "by", "before", "after", "until", "till", "from"
                    ],
                )
            || matches!(
                at.word(end),
                Some(DateWord::Day(_) | DateWord::Weekday(_) | DateWord::Tonight)
            )
    };
    ((1..=12).contains(&hour) && (last || in_words && goes_on()))
        .then(|| make(end, hour, 30, 0, Granularity::Minute, half))?
}

/// «15 to noon», «five till midnight».
fn to_noon(at: At<'_>, i: usize, j: usize, minutes: i8) -> bool {
    at.words.any(j, set!["to", "till", "til", "of"])
        && minutes % 5 == 0
        && !at.after_any(i, set!["from", "between"])
        && matches!(
            at.word(j + 1),
            Some(DateWord::Part(DayPart::Noon | DayPart::Midnight))
        )
}

/// «20 til 8 pm»: no hour of that half of the day.
fn no_hour(at: At<'_>, j: usize, minutes: i8) -> bool {
    let told = small(at, j + 1).is_some_and(|(_, end)| meridiem(at, end).is_some());
    told && minutes > 12 && minutes % 5 == 0 && at.words.any(j, set!["to", "till", "til"])
}

/// «it's ten to six», «twenty to eight», and not a range from ten to six.
fn ten_to_six(at: At<'_>, i: usize, j: usize, minutes: i8) -> bool {
    let words = at.words;
    if !words.any(j, set!["to", "till", "til"]) || minutes % 5 != 0 {
        return false;
    }
    let hour = small(at, j + 1).is_some_and(|(hour, end)| {
        (1..=12).contains(&hour) && (suffix(at, end).2 || at.closes(end))
    });
    let told = at.after_any(i, set!["it's", "'s", "is", "was", "at"]);
    // No day has hours past twelve in words: «twenty to eight» can't be from 20 to 8.
    let words_only = words.kind(i) == Kind::Word && words.kind(j + 1) == Kind::Word;
    let minutes_only = (20..30).contains(&minutes) && !at.after_any(i, set!["from", "between"]);
    hour && (told || words_only && minutes_only)
        || words_only && at.after_any(i, set!["until", "for"]) && words.is(j, "to")
}
