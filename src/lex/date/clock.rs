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
use super::past::past;
use super::place::At;
use super::word::DateWord;
use super::word::DayPart;
use super::zone;
use crate::lex::Found;
use crate::lex::fold::flag;
use crate::lex::number;
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
    if words.is(m, "m") && words.width(m) == 1 {
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
    let mut clock = named(at, i).or_else(|| counted(at, i))?;
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

/// A clock time that starts with a number.
fn counted(at: At<'_>, i: usize) -> Option<Clock> {
    if number::none(at.words, i) {
        return None;
    }
    past(at, i)
        .or_else(|| digits(at, i))
        .or_else(|| spoken(at, i))
        .or_else(|| bare_hour(at, i, true))
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
    // «noonish», «noon-ish».
    let dash = usize::from(words.kind(i + twelve + 1) == Kind::Dash && words.glued(i + twelve + 1));
    let ish = words.is(i + twelve + 1 + dash, "ish") && words.glued(i + twelve + 1 + dash);
    let ish = if ish { 1 + dash } else { 0 };
    make(
        i + twelve + ish + 1,
        hour,
        0,
        0,
        Granularity::Hour,
        Half::Told,
    )
}

pub(super) fn small(at: At<'_>, i: usize) -> Option<(i8, usize)> {
    let (n, end) = at.integer(i, 2)?;
    Some((i8::try_from(n).ok()?, end))
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
    if let Some(end) = words.phrase(end, set!["on", "the", "dot"]) {
        return (half, end, true);
    }
    // «8 pm exactly», «8 pm or so», «8pm-ish».
    let rounded = if words.any(end, set!["exactly", "precisely"]) {
        Some(end + 1)
    } else if words.kind(end) == Kind::Dash && words.glued(end) && words.is(end + 1, "ish") {
        Some(end + 2)
    } else {
        words.phrase(end, set!["or", "so"])
    };
    match rounded.filter(|&last| told && at.closes(last)) {
        Some(last) => (half, last, true),
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
    let hour: i8 = match words.entry(i).number? {
        NumberWord::One(n) | NumberWord::Teen(n) if (1..=19).contains(&n) => {
            i8::try_from(n).ok()?
        }
        NumberWord::Tens(20) => 20,
        _ => return None,
    };
    // «at seven-thirty»; «twenty-five» is one number.
    let dashed = words.kind(i + 1) == Kind::Dash
        && words.glued(i + 1)
        && words.glued(i + 2)
        && hour <= 12
        && matches!(
            words.entry(i + 2).number,
            Some(NumberWord::Tens(_) | NumberWord::Teen(_))
        );
    let next = i + usize::from(dashed);
    let (minute, j) = match words.entry(next + 1).number {
        Some(NumberWord::Tens(tens)) if tens < 60 => {
            let dash = usize::from(words.kind(next + 2) == Kind::Dash);
            match words.entry(next + 2 + dash).number {
                Some(NumberWord::One(one)) if one > 0 => (tens + one, next + 3 + dash),
                _ => (tens, next + 2),
            }
        }
        Some(NumberWord::Teen(teen)) => (teen, next + 2),
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
    if !(0..=24).contains(&hour) || words.width(i) > 6 {
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
