//! Clock times in digits: «4:30 pm», «16:30:05», «8.30pm», «330 p.m.», «15h30», «0830 GMT», «11ish».
//!
//! In: a place in a sentence. Out: a [`Clock`], and whether it can be nothing else.

use super::clock::Clock;
use super::clock::Half;
use super::clock::make;
use super::clock::suffix;
use super::place::At;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::value::Granularity;

/// «4:30 pm», «16:30:05», «8.30pm», «330 p.m.», «3pm», «15h30», «0830 GMT», «11ish», «7 o'clock».
pub(super) fn digits(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    if words.kind(i) != Kind::Digits {
        return None;
    }
    if i > 0
        && words.glued(i)
        && matches!(
            words.kind(i - 1),
            Kind::Colon | Kind::Stop | Kind::Currency | Kind::Comma | Kind::Word
        )
    {
        return None;
    }
    let text = words.str(i);
    let first: i16 = text.parse().ok()?;
    let hour = i8::try_from(first)
        .ok()
        .filter(|hour| (0..=24).contains(hour) && text.len() <= 2);
    let colon = words.kind(i + 1) == Kind::Colon;
    let stop = words.kind(i + 1) == Kind::Stop && words.glued(i + 1);
    let spaced = words.kind(i + 1) == Kind::Colon;
    if let Some(hour) = hour
        && (colon
            && (words.glued(i + 1) && words.glued(i + 2)
                || spaced && !words.glued(i + 1) && !words.glued(i + 2))
            || stop && words.glued(i + 2))
        && let Some(minute) = at
            .digits(i + 2, 2)
            .and_then(|m| i8::try_from(m).ok())
            .filter(|m| (0..60).contains(m))
    {
        let mut j = i + 3;
        let mut second = 0;
        let mut grain = Granularity::Minute;
        if colon && words.kind(j) == Kind::Colon && words.glued(j) {
            second = i8::try_from(at.digits(j + 1, 2)?)
                .ok()
                .filter(|s| (0..=60).contains(s))?
                .min(59);
            grain = Granularity::Second;
            j += 2;
        }
        let zulu = words.str(j) == "Z" && words.glued(j);
        let (half, end, told) = if zulu {
            (Half::Told, j, true)
        } else {
            suffix(at, j)
        };
        if half != Half::Open && hour > 12 && half != Half::Told && hour > 23 {
            return None;
        }
        if words.kind(end) == Kind::Percent
            || words.kind(end) == Kind::Colon && words.glued(end)
            || !told
                && words.glued(end)
                && words.kind(end) == Kind::Word
                && !words.is(end, "'s")
                && !words.any(end, &["h", "hrs"])
        {
            return None;
        }
        let hours = usize::from(words.any(end, &["h", "hrs", "hours"]) && !told);
        let half = if half == Half::Open && text.len() == 2 && text.starts_with('0') {
            Half::Told
        } else {
            half
        };
        let mut clock = make(end + hours, hour, minute, second, grain, half)?;
        // «6.45» is more often a number; «at 6.45» is a time.
        clock.sure = told
            || colon && !score(at, i, end)
            || at.after_any(i, &["at"])
                && !words.any(end, &["per", "percent", "million", "billion", "points"]);
        return Some(clock);
    }
    // «15h», «15h30».
    if let Some(hour) = hour
        && words.is(i + 1, "h")
        && words.glued(i + 1)
    {
        if words.glued(i + 2)
            && let Some(minute) = at.digits(i + 2, 2)
        {
            let minute = i8::try_from(minute).ok()?;
            return make(i + 3, hour, minute, 0, Granularity::Minute, Half::Told);
        }
        let free = !matches!(words.kind(i + 2), Kind::Digits);
        let mut clock = make(i + 2, hour, 0, 0, Granularity::Hour, Half::Told)?;
        clock.sure = free
            && (at.after_any(i, &["at", "by", "from", "until", "around", "to"])
                || i == 0
                || words.kind(i - 1) == Kind::Dash
                || words.kind(i + 2) == Kind::Dash
                || words.kind(i - 1) == Kind::Digits);
        return clock.sure.then_some(clock);
    }
    let (half, end, told) = suffix(at, i + 1);
    if told {
        if let Some(hour) = hour {
            return make(end, hour, 0, 0, Granularity::Hour, half);
        }
        // «330 p.m.».
        let (h, m) = (first / 100, first % 100);
        if text.len() >= 3 && text.len() <= 4 && h <= 12 && m < 60 {
            return make(
                end,
                i8::try_from(h).ok()?,
                i8::try_from(m).ok()?,
                0,
                Granularity::Minute,
                half,
            );
        }
        return None;
    }
    if hour.is_some() && words.is(i + 1, "ish") {
        return make(i + 2, hour?, 0, 0, Granularity::Hour, Half::Open);
    }
    // «0830 GMT», «around 1030», «1630 hours».
    if text.len() == 4 {
        let (h, m) = (
            i8::try_from(first / 100).ok()?,
            i8::try_from(first % 100).ok()?,
        );
        if h > 24 || m > 59 {
            return None;
        }
        let hours = words.any(i + 1, &["hours", "hrs", "h"])
            && (text.starts_with('0') || at.after_any(i, &["at", "by", "from", "to", "until"]));
        let zero = text.starts_with('0')
            && at.after_any(
                i,
                &[
                    "at", "by", "from", "to", "until", "between", "around", "about", "before",
                    "after", "since",
                ],
            );
        let year = (1900..2100).contains(&first) && m % 5 != 0;
        let around = at.after_any(i, &["around", "approximately", "at", "by"])
            && !year
            && m % 5 == 0
            && matches!(words.kind(i + 1), Kind::None | Kind::Stop | Kind::Comma);
        let half = if text.starts_with('0') || hours {
            Half::Told
        } else {
            Half::Open
        };
        let mut clock = make(
            i + 1 + usize::from(hours),
            h,
            m,
            0,
            Granularity::Minute,
            half,
        )?;
        clock.sure = hours || zero || around;
        return Some(clock);
    }
    // «at 730 in the evening».
    if text.len() == 3
        && at.after_any(i, &["at", "around", "by"])
        && words.is(i + 1, "in")
        && matches!(at.word(at.the(i + 2)), Some(DateWord::Part(_)))
    {
        let (h, m) = (
            i8::try_from(first / 100).ok()?,
            i8::try_from(first % 100).ok()?,
        );
        return make(i + 1, h, m, 0, Granularity::Minute, Half::Open);
    }
    // «at 12 15».
    if let Some(hour) = hour
        && at.after_any(i, &["at"])
        && let Some(minute) = at.digits(i + 1, 2)
        && matches!(words.kind(i + 2), Kind::None | Kind::Stop | Kind::Comma)
    {
        return make(
            i + 2,
            hour,
            i8::try_from(minute).ok()?,
            0,
            Granularity::Minute,
            Half::Open,
        );
    }
    None
}

/// «won 3:20» is no score where it says am or pm; «1:1», «a 3:2 majority» is no time.
fn score(at: At<'_>, i: usize, end: usize) -> bool {
    let words = at.words;
    words.any(
        end,
        &[
            "majority", "ratio", "win", "victory", "loss", "defeat", "draw", "lead", "vote",
            "odds", "scale",
        ],
    ) || at.after_any(i, &["ratio", "score", "won", "lost", "verse", "chapter"])
        || i > 0
            && words.capital(i - 1)
            && words.kind(end) != Kind::None
            && at.word(i - 1).is_none()
            && words.len() > 6
            && scripture(words, i - 1)
}

fn scripture(words: Words<'_>, i: usize) -> bool {
    words.any(
        i,
        &[
            "john",
            "matthew",
            "luke",
            "mark",
            "genesis",
            "exodus",
            "psalm",
            "romans",
            "isaiah",
            "corinthians",
            "quran",
            "surah",
        ],
    )
}
