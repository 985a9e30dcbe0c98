//! Clock times in digits: «4:30 pm», «16:30:05», «8.30pm», «330 p.m.», «15h30», «0830 GMT», «11ish».
//!
//! In: a place in a sentence. Out: a [`Clock`], and whether it can be nothing else.

use super::clock::Clock;
use super::clock::Half;
use super::clock::make;
use super::clock::suffix;
use super::place::At;
use super::word::DateWord;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// The longest clock time in digits at `i`.
pub(super) fn digits(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    let joined = i > 0
        && words.glued(i)
        && matches!(
            words.kind(i - 1),
            Kind::Colon | Kind::Stop | Kind::Currency | Kind::Comma | Kind::Word
        )
        && !(words.str(i - 1) == "T" && words.kind(i.wrapping_sub(2)) == Kind::Digits);
    if words.kind(i) != Kind::Digits || joined || words.width(i) > 4 {
        return None;
    }
    let number: i16 = words.str(i).parse().ok()?;
    let hour = i8::try_from(number)
        .ok()
        .filter(|hour| (0..=24).contains(hour) && words.width(i) <= 2);
    if let Some(hour) = hour {
        if let Some(clock) = with_minutes(at, i, hour) {
            return clock;
        }
        if words.is(i + 1, "h") && words.glued(i + 1) {
            return french(at, i, hour);
        }
    }
    let (half, end, told) = suffix(at, i + 1);
    if told {
        if let Some(hour) = hour {
            return make(end, hour, 0, 0, Granularity::Hour, half);
        }
        // «330 p.m.».
        return (100..1300)
            .contains(&number)
            .then(|| run_together(number, end, half))
            .flatten();
    }
    match (hour, words.width(i)) {
        (Some(hour), _) if words.is(i + 1, "ish") => {
            make(i + 2, hour, 0, 0, Granularity::Hour, Half::Open)
        }
        (Some(hour), _) => spaced(at, i, hour),
        (None, 4) => military(at, i, number),
        // «at 730 in the evening».
        (None, 3) => {
            let part = matches!(at.word(at.the(i + 2)), Some(DateWord::Part(_)));
            let told = at.after_any(i, set!["at", "around", "by"]) && words.is(i + 1, "in") && part;
            told.then(|| run_together(number, i + 1, Half::Open))
                .flatten()
        }
        _ => None,
    }
}

/// Hours and minutes in one number: 330, 1630.
fn run_together(number: i16, end: usize, half: Half) -> Option<Clock> {
    let hour = i8::try_from(number / 100).ok()?;
    let minute = i8::try_from(number % 100).ok()?;
    make(end, hour, minute, 0, Granularity::Minute, half)
}

/// «4:30 pm», «16:30:05», «8.30pm», «6 : 12»; the outer `None` if there are no minutes after the hour.
#[expect(
    clippy::option_option,
    reason = "no minutes, or minutes that are no time"
)]
fn with_minutes(at: At<'_>, i: usize, hour: i8) -> Option<Option<Clock>> {
    let words = at.words;
    let colon = words.kind(i + 1) == Kind::Colon;
    let stop = words.kind(i + 1) == Kind::Stop && words.glued(i + 1) && words.glued(i + 2);
    let even = words.glued(i + 1) == words.glued(i + 2);
    if !(colon && even || stop) {
        return None;
    }
    let minute = at.digits(i + 2, 2)?;
    let minute = i8::try_from(minute).ok().filter(|m| (0..60).contains(m))?;
    Some(to_the_minute(at, i, hour, minute, colon))
}

fn to_the_minute(at: At<'_>, i: usize, hour: i8, minute: i8, colon: bool) -> Option<Clock> {
    let words = at.words;
    let mut j = i + 3;
    let mut second = 0;
    let mut grain = Granularity::Minute;
    if colon && words.kind(j) == Kind::Colon && words.glued(j) {
        second = i8::try_from(at.digits(j + 1, 2)?).ok()?;
        if second > 60 {
            return None;
        }
        second = second.min(59);
        grain = Granularity::Second;
        j += 2;
        // «15:50:06.250».
        let fraction = words.kind(j) == Kind::Stop
            && words.glued(j)
            && words.glued(j + 1)
            && words.kind(j + 1) == Kind::Digits;
        j += 2 * usize::from(fraction);
    }
    let zulu = words.str(j) == "Z" && words.glued(j);
    let (half, end, told) = if zulu {
        (Half::Told, j, true)
    } else {
        suffix(at, j)
    };
    let hours = words.any(end, set!["h", "hrs", "hours"]) && !told;
    // «2:19-cv-00123» is a docket.
    let docket = words.kind(end) == Kind::Dash
        && words.glued(end)
        && words.glued(end + 1)
        && words.kind(end + 1) == Kind::Word
        && words.kind(end + 2) == Kind::Dash
        && words.glued(end + 2);
    let goes_on = words.kind(end) == Kind::Percent
        || docket
        || words.glued(end)
            && match words.kind(end) {
                Kind::Colon => true,
                Kind::Word => !told && !words.is(end, "'s") && !hours,
                _ => false,
            };
    if goes_on || hour > 23 && matches!(half, Half::Morning | Half::Afternoon) {
        return None;
    }
    let zero = words.width(i) == 2 && words.str(i).starts_with('0');
    let half = if half == Half::Open && zero {
        Half::Told
    } else {
        half
    };
    let mut clock = make(end + usize::from(hours), hour, minute, second, grain, half)?;
    // «6.45» is more often a number; «at 6.45» is a time.
    let priced = words.any(
        i.wrapping_sub(2),
        set![
            "trading", "traded", "trades", "priced", "sold", "valued", "quoted", "bought"
        ],
    );
    let counts = words.any(
        end,
        set!["per", "percent", "million", "billion", "points", "apiece"],
    ) || priced
        || words.any(end, set!["a", "an"])
            && (words.entry(end + 1).unit.is_some()
                || words.any(end + 1, set!["share over head unit match game piece point"]));
    clock.sure = told || colon && !score(at, i, end) || at.after_any(i, set!["at"]) && !counts;
    Some(clock)
}

/// «15h», «15h30». A small number of hours is a length («a run of 3h20») unless a preposition of time stands before it.
fn french(at: At<'_>, i: usize, hour: i8) -> Option<Clock> {
    let words = at.words;
    let told = at.after_any(
        i,
        set![
            "at", "by", "from", "until", "till", "around", "to", "before", "after",
        ],
    ) || words.str(i).starts_with('0')
        || i > 0
            && at
                .word(i - 1)
                .is_some_and(|word| matches!(word, DateWord::Weekday(_)));
    let before = words.kind(i.wrapping_sub(1));
    let dashed = |end: usize| {
        before == Kind::Dash
            || words.kind(end) == Kind::Dash && words.is(end + 2, "h") && words.glued(end + 2)
    };
    if words.glued(i + 2)
        && let Some(minute) = at.digits(i + 2, 2)
    {
        if !(told || hour >= 12 || dashed(i + 3)) {
            return None;
        }
        let minute = i8::try_from(minute).ok()?;
        return make(i + 3, hour, minute, 0, Granularity::Minute, Half::Told);
    }
    let date = before == Kind::Digits;
    let whole = i == 0 && hour >= 13;
    if words.kind(i + 2) == Kind::Digits || !(told || date || whole || dashed(i + 2)) {
        return None;
    }
    make(i + 2, hour, 0, 0, Granularity::Hour, Half::Told)
}

/// «0830 GMT», «around 1030», «1630 hours».
fn military(at: At<'_>, i: usize, number: i16) -> Option<Clock> {
    let words = at.words;
    // «17:00 to 2018-05-05» is a year.
    if matches!(words.kind(i + 1), Kind::Dash | Kind::Slash)
        && words.glued(i + 1)
        && words.glued(i + 2)
        && words.kind(i + 2) == Kind::Digits
        && words.width(i + 2) <= 2
    {
        return None;
    }
    let zero = words.str(i).starts_with('0');
    let told = at.after_any(i, set!["at", "by", "from", "to", "until"])
        || number >= 1300 && at.is_all(i, i + 2);
    let more = at.after_any(
        i,
        set!["between", "around", "about", "before", "after", "since"],
    );
    // «Friday, 1730 hours», «0600 on Friday»: a day stands beside it.
    let back = i.wrapping_sub(1 + usize::from(i > 0 && words.kind(i - 1) == Kind::Comma));
    let day_before = matches!(
        at.word(back),
        Some(DateWord::Weekday(_) | DateWord::Day(_) | DateWord::Month(_))
    ) || i > 1 && at.ordinal(back.wrapping_sub(1)).is_some();
    let on = i + 1 + usize::from(words.is(i + 1, "on"));
    let day_after = matches!(
        at.word(on),
        Some(DateWord::Weekday(_) | DateWord::Day(_) | DateWord::Tonight)
    );
    // «0900 to 1700», «1400-1600 hrs».
    let joins = |k: usize| words.kind(k) == Kind::Dash || words.any(k, set!["to", "until", "till"]);
    let first = zero
        && joins(i + 1)
        && at
            .digits(i + 2, 4)
            .is_some_and(|to| to % 100 < 60 && to <= 2400);
    let last = i > 1 && joins(i - 1) && at.digits(i - 2, 4).is_some();
    let hours = words.any(i + 1, set!["hours", "hrs", "h"])
        && (zero || told || more || day_before || last)
        && !words.is(i + 2, "of");
    let round = number % 5 == 0
        && at.after_any(i, set!["around", "approximately", "at", "by"])
        && matches!(words.kind(i + 1), Kind::None | Kind::Stop | Kind::Comma);
    let half = if zero || hours {
        Half::Told
    } else {
        Half::Open
    };
    let mut clock = run_together(number, i + 1 + usize::from(hours), half)?;
    let happened = (round || happens_at(at, i)) && !is_level(words, i);
    clock.sure = hours || first || zero && (told || more || day_after || last) || happened;
    Some(clock)
}

/// «At 1355 the boat arrived», «was hit at 1338 and sank»: when something happens, where nothing is counted behind.
fn happens_at(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    if !at.after_any(i, set!["at"]) || words.at(i).gap != Gap::Space {
        return false;
    }
    let next = i + 1;
    let closes = matches!(
        words.kind(next),
        Kind::None | Kind::Stop | Kind::Comma | Kind::Close
    ) && !(words.glued(next + 1) && words.kind(next + 1) == Kind::Digits);
    let goes_on = words.any(
        next,
        set!["the he she it they we his her their and but when after before where as by with while on"],
    );
    // «At 1343 Calder lifeboat was launched», «at 1338 and at 1343 Calder lifeboat».
    let opens = i < 2
        || matches!(words.kind(i - 2), Kind::Stop | Kind::Semicolon)
        || words.is(i - 2, "and");
    let named = opens
        && words.capital(next)
        && words.at(next).gap == Gap::Space
        && words.entry(next).money.is_none()
        && crate::lex::count::noun(words, next).is_none();
    closes || goes_on || named
}

/// «closed at 1355», «was at 1200», «priced at 1500»: how high something stands, not when.
fn is_level(words: Words<'_>, i: usize) -> bool {
    const LEVEL: &Set = set![
        "stood stands stand standing closed close closing ended ending finished priced prices price valued quoted trading traded          trades settled estimated put set capped fixed peaked hovering hovered sold bought rated assessed remained remain unchanged          index shares is are was were be been being low high record level rate limit cap average total"
    ];
    (2..=4).any(|k| {
        words.any(i.wrapping_sub(k), LEVEL)
            && (k == 2 || !words.any(i.wrapping_sub(k), set!["is are was were be been being"]))
    })
}

/// «at 12 15».
fn spaced(at: At<'_>, i: usize, hour: i8) -> Option<Clock> {
    let minute = at.digits(i + 1, 2)?;
    if !at.closes(i + 2) || !at.after_any(i, set!["at"]) {
        return None;
    }
    let minute = i8::try_from(minute).ok()?;
    make(i + 2, hour, minute, 0, Granularity::Minute, Half::Open)
}

/// «won 3:20» is no score where it says am or pm; «1:1», «a 3:2 majority» is no time.
fn score(at: At<'_>, i: usize, end: usize) -> bool {
    let words = at.words;
    words.any(
        end,
        set![
            "majority", "ratio", "win", "victory", "loss", "defeat", "draw", "lead", "vote",
            "odds", "scale",
        ],
    ) || at.after_any(
        i,
        set![
            "ratio", "score", "won", "lost", "verse", "chapter", "odds", "lasts", "lasted", "took",
            "takes", "in",
        ],
    ) || i > 0
        && words.capital(i - 1)
        && words.kind(end) != Kind::None
        && at.word(i - 1).is_none()
        && words.len() > 6
        && scripture(words, i - 1)
}

fn scripture(words: Words<'_>, i: usize) -> bool {
    words.any(
        i,
        set![
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
