//! Clock times: «4:30 pm», «16h30», «half past seven», «noon», with a zone and a second reading in brackets.
//!
//! In: a place in a sentence. Out: a `Clock`, and for a time without a date a
//! `Value::TimeOfDay`. «4:30 pm (0830 GMT)» carries both readings; whether they agree is
//! for whoever compares.

use jiff::civil::Time;

use super::bend;
use super::bend::Bend;
use super::calendar::Unit;
use super::digital::digits;
use super::place::At;
use super::word::DateWord;
use super::word::DayPart;
use super::zone;
use crate::lex::Found;
use crate::lex::fold::flag;
use crate::lex::number::NumberWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;
use crate::value::TimeOfDay;
use crate::value::Value;

/// What a word can be in a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClockWord {
    /// «am», «pm».
    Meridiem(Half),
    /// «o'clock», «ish».
    Clock,
}

/// Which half of the day an hour is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    Morning,
    Afternoon,
    /// Said in 24 hours, or past twelve.
    Told,
    /// Not said: «at 4:30» may be either.
    Open,
}

/// The words of clock times.
pub(crate) const WORDS: &[(&str, ClockWord)] = &[
    ("am", ClockWord::Meridiem(Half::Morning)),
    ("pm", ClockWord::Meridiem(Half::Afternoon)),
    ("o'clock", ClockWord::Clock),
    ("oclock", ClockWord::Clock),
];

/// A time of the clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) end: usize,
    pub(super) time: Time,
    pub(super) grain: Granularity,
    pub(super) half: Half,
    /// Minutes east of Greenwich.
    pub(super) offset: Option<i32>,
    /// The second reading in brackets.
    pub(super) second: Option<(Time, i32)>,
    /// A clock time beyond doubt, not a bare number that could count anything.
    pub(super) sure: bool,
}

impl Clock {
    /// The same in the half of the day that other words say.
    pub(super) fn in_half(mut self, half: Half) -> Self {
        if self.half == Half::Open {
            self.half = half;
            if half == Half::Afternoon && self.time.hour() < 12 {
                self.time = self
                    .time
                    .with()
                    .hour(self.time.hour() + 12)
                    .build()
                    .unwrap_or(self.time);
            } else if half == Half::Morning && self.time.hour() == 12 {
                self.time = self.time.with().hour(0).build().unwrap_or(self.time);
            }
        }
        self
    }
}

/// A time of day found at `i`, with the words around that belong to it.
pub(super) fn found(at: At<'_>, i: usize, end: usize, time: TimeOfDay) -> Found {
    let words = at.words;
    let core_end = bend::trail(at, i, end).map_or(end, |(end, _)| end);
    let (mut lead, bend) = bend::lead_of_time(at, i);
    let mut found = Found::new(words, i, core_end, Value::TimeOfDay(time));
    if bend == Bend::Near {
        found.value = Value::TimeOfDay(TimeOfDay {
            about: true,
            ..time
        });
    }
    if lead == i || bend == Bend::As {
        lead -= usize::from(lead > 0 && words.any(lead - 1, set!["since", "at", "from"]));
    }
    if lead < i {
        found.hedge = Some(words.span(lead, i));
    }
    found
}

/// The half of the day after a number: the index after «pm», «p.m.», «p m», «p».
pub(super) fn meridiem(at: At<'_>, i: usize) -> Option<(Half, usize)> {
    let words = at.words;
    if words.kind(i) != Kind::Word {
        return None;
    }
    if let Some(ClockWord::Meridiem(half)) = words.entry(i).clock {
        return Some((half, i + 1));
    }
    let half = if words.is(i, "a") {
        Half::Morning
    } else if words.is(i, "p") {
        Half::Afternoon
    } else {
        return None;
    };
    let stop = usize::from(words.kind(i + 1) == Kind::Stop);
    let m = i + 1 + stop;
    if words.is(m, "m") && words.str(m).len() == 1 {
        let last = usize::from(stop == 1 && words.kind(m + 1) == Kind::Stop && words.glued(m + 1));
        return Some((half, m + 1 + last));
    }
    // «12:15a», «today at 9p»; «4a» by itself is a label.
    let minutes = words.kind(i.wrapping_sub(2)) == Kind::Colon;
    let told = words.any(
        i.wrapping_sub(2),
        set![
            "at", "by", "from", "to", "until", "till", "around", "after", "before", "tomorrow",
            "today",
        ],
    ) || words.kind(i.wrapping_sub(2)) == Kind::Dash;
    (words.glued(i) && (minutes || told)).then_some((half, i + 1))
}

/// The longest clock time at `i`. With `hour` a bare hour will do.
pub(super) fn clock(at: At<'_>, i: usize, hour: bool) -> Option<Clock> {
    if !at.starts(i) {
        return None;
    }
    let mut clock = named(at, i)
        .or_else(|| past(at, i))
        .or_else(|| digits(at, i))
        .or_else(|| spoken(at, i))
        .or_else(|| bare_hour(at, i, true))?;
    with_part(at, &mut clock);
    if !clock.sure && !hour {
        return None;
    }
    if let Some((offset, end)) = zone::read(at, clock.end) {
        clock.offset = offset;
        clock.end = end;
        clock.sure = true;
    }
    if let Some((time, offset, end)) = second(at, clock.end) {
        clock.second = Some((time, offset));
        clock.end = end;
        clock.sure = true;
    }
    Some(clock)
}

/// «5 in the afternoon», «half past eight in the evening», «11 at night»: the part of the day says the half, and that a
/// bare number is an hour.
fn with_part(at: At<'_>, clock: &mut Clock) {
    let words = at.words;
    if clock.half != Half::Open {
        return;
    }
    let Some(k) = words
        .phrase(clock.end, set!["in", "the"])
        .or_else(|| words.is(clock.end, "at").then_some(clock.end + 1))
    else {
        return;
    };
    let Some(DateWord::Part(part)) = at.word(k) else {
        return;
    };
    let hour = clock.time.hour();
    let half = match part {
        DayPart::Morning => Half::Morning,
        DayPart::Afternoon | DayPart::Evening => Half::Afternoon,
        // «1 at night», «11 at night».
        DayPart::Night if hour < 5 || hour == 12 => Half::Morning,
        DayPart::Night if hour > 5 => Half::Afternoon,
        _ => return,
    };
    // «in the evening» takes «the», «at night» none; «at night school» is no time.
    let night = part == DayPart::Night;
    if night != (k == clock.end + 1) || !at.closes(k + 1) && at.word(k + 1).is_none() {
        return;
    }
    let at_end = Clock {
        end: k + 1,
        sure: true,
        ..*clock
    };
    *clock = at_end.in_half(half);
}

/// The second reading in brackets, which has a zone: «(0830 GMT)».
fn second(at: At<'_>, i: usize) -> Option<(Time, i32, usize)> {
    let words = at.words;
    let comma = words.kind(i) == Kind::Comma || words.kind(i) == Kind::Slash;
    if words.kind(i) != Kind::Open && !comma {
        return None;
    }
    let clock = named(at, i + 1)
        .or_else(|| digits(at, i + 1))
        .or_else(|| bare_hour(at, i + 1, true))?;
    let (offset, end) = zone::read(at, clock.end)?;
    if comma {
        return Some((clock.time, offset?, end));
    }
    // «(1230 GMT Sunday)».
    let day = usize::from(matches!(
        at.word(end),
        Some(DateWord::Weekday(_) | DateWord::Day(_))
    ));
    (words.kind(end + day) == Kind::Close).then_some((clock.time, offset?, end + day + 1))
}

pub(super) fn make(
    end: usize,
    h: i8,
    m: i8,
    s: i8,
    grain: Granularity,
    half: Half,
) -> Option<Clock> {
    let (h, half) = match half {
        Half::Afternoon if h < 12 => (h + 12, half),
        Half::Morning if h == 12 => (0, half),
        Half::Open if h > 12 || h == 0 => (h, Half::Told),
        _ => (h, half),
    };
    let h = if h == 24 && m == 0 && s == 0 { 0 } else { h };
    Some(Clock {
        end,
        time: Time::new(h, m, s, 0).ok()?,
        grain,
        half,
        offset: None,
        second: None,
        sure: true,
    })
}

/// «noon», «midnight», «12 noon», «midday».
fn named(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    // «mid-day», «mid day», «mid-night».
    if words.is(i, "mid") {
        let dash = usize::from(words.kind(i + 1) == Kind::Dash);
        let hour = match at.word(i + 1 + dash)? {
            DateWord::Unit(Unit::Day) => 12,
            DateWord::Part(DayPart::Night) => 0,
            _ => return None,
        };
        return make(i + 2 + dash, hour, 0, 0, Granularity::Hour, Half::Told);
    }
    let twelve = usize::from(words.str(i) == "12" || words.is(i, "twelve"));
    let hour = match at.word(i + twelve)? {
        DateWord::Part(DayPart::Noon) => 12,
        DateWord::Part(DayPart::Lunch) if twelve == 1 => 12,
        DateWord::Part(DayPart::Midnight) => 0,
        _ => return None,
    };
    // «12 noon», «12 o'clock noon»: said twice.
    let ish = usize::from(words.is(i + twelve + 1, "ish") && words.glued(i + twelve + 1));
    make(
        i + twelve + ish + 1,
        hour,
        0,
        0,
        Granularity::Hour,
        Half::Told,
    )
}

fn small(at: At<'_>, i: usize) -> Option<(i8, usize)> {
    let (n, end) = at.integer(i, 2)?;
    Some((i8::try_from(n).ok()?, end))
}

/// «half past seven», «quarter to eight», «15 past seven o'clock», «15 minutes past 3 pm», «half three».
fn past(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    let article = usize::from(words.any(i, set!["a"]));
    let (minutes, mut j) = if words.is(i + article, "quarter") {
        (15, i + article + 1)
    } else if words.is(i + article, "half") {
        (30, i + article + 1)
    } else {
        small(at, i)?
    };
    if words.any(j, set!["minutes", "minute", "mins", "min"]) {
        j += 1;
    }
    let sign = if words.any(j, set!["past", "after"]) {
        1
    } else if words.any(j, set!["to", "before", "till", "til", "until", "of"])
        && (words.is(i + article, "quarter")
            || words.any(j - 1, set!["minutes", "minute", "mins"])
            || to_noon(at, i, j, minutes)
            || no_hour(at, j, minutes)
            || ten_to_six(at, i, j, minutes))
    {
        -1
    } else if words.is(i, "half") {
        // «half three»: half past, in British use.
        let (hour, end) = small(at, j)?;
        let (half, end) = meridiem(at, end).unwrap_or((Half::Open, end));
        let free = matches!(words.kind(end), Kind::None | Kind::Stop | Kind::Comma)
            && (words.kind(j) == Kind::Word || words.len() == end && i == 0)
            // «half eight tomorrow», «half eight to nine».
            || words.kind(j) == Kind::Word
                && (words.any(end, set!["to", "till", "until", "on"])
                    || at.closes(end)
                        && at.after_any(
                            i,
                            set!["at", "around", "about", "by", "before", "after", "until", "till", "from"],
                        )
                    || matches!(
                        at.word(end),
                        Some(DateWord::Day(_) | DateWord::Weekday(_) | DateWord::Tonight)
                    ));
        return ((1..=12).contains(&hour) && free)
            .then(|| make(end, hour, 30, 0, Granularity::Minute, half))?;
    } else {
        return None;
    };
    if !(1..60).contains(&minutes) {
        return None;
    }
    let (hour, half, end, sure) = match at.word(j + 1) {
        Some(DateWord::Part(DayPart::Noon)) => (12, Half::Told, j + 2, true),
        Some(DateWord::Part(DayPart::Midnight)) => (0, Half::Told, j + 2, true),
        _ => {
            let (hour, end) = small(at, j + 1)?;
            let (half, end, told) = suffix(at, end);
            let word = words.any(i + article, set!["quarter", "half"])
                || words.any(j.wrapping_sub(1), set!["minutes"]);
            let past = words.any(j, set!["past", "to"]);
            (hour, half, end, told || word || past)
        }
    };
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
    clock.half = Half::Open;
    if half == Half::Told {
        clock.half = Half::Told;
    }
    Some(clock.in_half(half))
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

/// What follows an hour: the half, «o'clock», both; «sharp», «on the dot».
pub(super) fn suffix(at: At<'_>, i: usize) -> (Half, usize, bool) {
    let words = at.words;
    let (half, end, told) = bare_suffix(at, i);
    // «5 pm sharp on Friday», and no «sharp criticism».
    if words.is(end, "sharp")
        && (at.closes(end + 1)
            || words.has(end + 1, flag::DATE | flag::NUMBER)
            || words.any(end + 1, set!["until", "till", "to"]))
    {
        return (half, end + 1, true);
    }
    match words.phrase(end, set!["on", "the", "dot"]) {
        Some(end) => (half, end, true),
        None => (half, end, told),
    }
}

fn bare_suffix(at: At<'_>, i: usize) -> (Half, usize, bool) {
    let words = at.words;
    let clock = |i: usize| words.entry(i).clock == Some(ClockWord::Clock);
    // «3 in the PM», «3ish pm».
    let j = words.phrase(i, set!["in", "the"]).unwrap_or(i);
    // «six-ish».
    let dash = usize::from(words.kind(j) == Kind::Dash && words.glued(j) && words.glued(j + 1));
    let j = if words.is(j + dash, "ish") {
        j + dash
    } else {
        j
    };
    if words.is(j, "ish") && j <= i + 1 {
        return match meridiem(at, j + 1) {
            Some((half, end)) => (half, end, true),
            None => (Half::Open, j + 1, true),
        };
    }
    if let Some((half, end)) = meridiem(at, j).filter(|&(_, end)| j == i || end == j + 1) {
        return (half, end, true);
    }
    // «5 o clock», «5 o' clock».
    let apart = words
        .is(i, "o")
        .then(|| i + 1 + usize::from(words.kind(i + 1) == Kind::Apostrophe));
    let apart = apart.filter(|&k| words.is(k, "clock"));
    if clock(i) || apart.is_some() {
        let next = apart.unwrap_or(i) + 1;
        return match meridiem(at, next) {
            Some((half, end)) => (half, end, true),
            None => (Half::Open, next, true),
        };
    }
    (Half::Open, i, false)
}

/// «eight forty», «ten fifty five p. m.», «seven thirty am», «eleven five», «seven o'clock», «six pm».
fn spoken(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    let hour = match words.entry(i).number? {
        NumberWord::One(n) | NumberWord::Teen(n) if (1..=19).contains(&n) => {
            i8::try_from(n).ok()?
        }
        NumberWord::Tens(20) => 20,
        _ => return None,
    };
    let (minute, j) = match words.entry(i + 1).number {
        Some(NumberWord::Tens(tens)) if tens < 60 => {
            let dash = usize::from(words.kind(i + 2) == Kind::Dash);
            match words.entry(i + 2 + dash).number {
                Some(NumberWord::One(one)) if one > 0 => (tens + one, i + 3 + dash),
                _ => (tens, i + 2),
            }
        }
        Some(NumberWord::Teen(teen)) => (teen, i + 2),
        Some(NumberWord::One(one)) if one > 0 => (one, i + 2),
        // «nine fifty-nine».
        _ if words.any(i + 1, set!["oh", "o"]) => match words.entry(i + 2).number {
            Some(NumberWord::One(one)) => (one, i + 3),
            _ => return None,
        },
        // «nine hundred hours».
        Some(NumberWord::Hundred) if words.any(i + 2, set!["hours", "hrs"]) => {
            return make(i + 3, hour, 0, 0, Granularity::Minute, Half::Told);
        }
        _ => (0, i + 1),
    };
    let minute = i8::try_from(minute).ok()?;
    let (half, end, told) = suffix(at, j);
    if hour > 12 && minute == 0 && half == Half::Open && !told {
        return None;
    }
    let pair = j > i + 1;
    let free = matches!(
        words.kind(end),
        Kind::None | Kind::Stop | Kind::Comma | Kind::End
    ) || at.word(end).is_some_and(|word| {
        matches!(
            word,
            DateWord::Day(_) | DateWord::Weekday(_) | DateWord::Tonight
        )
    }) || words.is(end, "in");
    let asked = at.after_any(
        i,
        set![
            "at", "for", "by", "until", "till", "around", "about", "from", "between", "before",
            "after", "it's", "'s",
        ],
    );
    // «from two thirty to four fifteen».
    let last = at.after_any(i, set!["to", "until", "till", "and"])
        && (2..=5).any(|k| words.any(i.wrapping_sub(k), set!["from", "between"]));
    let asked = asked || last;
    let range = words.any(end, set!["to", "until", "till", "and"])
        && at.after_any(i, set!["from", "between"])
        && (small(at, end + 1).is_some() || named(at, end + 1).is_some());
    // «five thirty in the morning», «nine fifteen tonight», «six forty a.m.» is told.
    let part = words.phrase(end, set!["in", "the"]).unwrap_or(end);
    let part = matches!(at.word(part), Some(DateWord::Part(_) | DateWord::Tonight));
    let alone = pair && (free && (asked || part) || range) && (hour <= 12 || asked && minute >= 10);
    if !told && !alone {
        return None;
    }
    let grain = if pair {
        Granularity::Minute
    } else {
        Granularity::Hour
    };
    make(end, hour, minute, 0, grain, half)
}

/// A bare hour, where the words around say that it is one.
fn bare_hour(at: At<'_>, i: usize, allowed: bool) -> Option<Clock> {
    if !allowed {
        return None;
    }
    let words = at.words;
    let (hour, end) = small(at, i)?;
    if !(0..=24).contains(&hour) || words.str(i).len() > 6 {
        return None;
    }
    // «killed five in the morning» counts people.
    let harmed = at.after_any(
        i,
        set![
            "killed", "killing", "injured", "injuring", "wounded", "wounding", "hurt", "arrested",
            "another", "only", "all", "other", "saw",
        ],
    );
    let counts = harmed
        || words.kind(end) == Kind::Percent
        || matches!(words.kind(end), Kind::Stop | Kind::Comma | Kind::Slash)
            && words.glued(end)
            && words.glued(end + 1)
            && words.kind(end + 1) == Kind::Digits
        || words.glued(end) && words.kind(end) == Kind::Word && !words.is(end, "'s")
        || at.unit(end).is_some()
        || matches!(at.word(end), Some(DateWord::Month(_)))
        // «24-May».
        || words.kind(end) == Kind::Dash && matches!(at.word(end + 1), Some(DateWord::Month(_)));
    if counts {
        return None;
    }
    let mut clock = make(end, hour, 0, 0, Granularity::Hour, Half::Open)?;
    clock.sure = false;
    Some(clock)
}
