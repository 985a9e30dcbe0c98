//! Clock times: «4:30 pm», «16h30», «half past seven», «noon», with a zone and a second reading in brackets.
//!
//! In: a place in a sentence. Out: a `Clock`, and for a time without a date a
//! `Value::TimeOfDay`. «4:30 pm (0830 GMT)» carries both readings; whether they agree is
//! for whoever compares.

use jiff::civil::Time;

use super::Context;
use super::Found;
use super::date::At;
use super::date::DateWord;
use super::date::DayPart;
use super::number::NumberWord;
use super::token::Kind;
use super::token::Words;
use super::zone;
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
pub(super) const WORDS: &[(&str, ClockWord)] = &[
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

/// Reads a time that stands without a date: the date reader does, with what is around it.
pub(crate) fn read(_words: Words<'_>, _i: usize, _context: &Context) -> Option<Found> {
    None
}

/// A time of day found at `i`.
pub(super) fn found(words: Words<'_>, i: usize, end: usize, time: TimeOfDay) -> Found {
    let mut found = Found::new(words, i, end, Value::TimeOfDay(time));
    let mut lead = i;
    if lead > 0 && words.is(lead - 1, "the") {
        lead -= 1;
    }
    if lead > 0
        && words.any(
            lead - 1,
            &[
                "around",
                "about",
                "approximately",
                "roughly",
                "nearly",
                "exactly",
                "almost",
                "just",
                "circa",
            ],
        )
    {
        lead -= 1;
    }
    if lead > 0
        && words.any(lead - 1, &["before", "after"])
        && words.any(lead.wrapping_sub(2), &["shortly", "just", "soon"])
    {
        lead -= 2;
        found.value = Value::TimeOfDay(TimeOfDay {
            about: true,
            ..time
        });
    }
    if lead > 0
        && words.any(
            lead - 1,
            &[
                "@", "through", "at", "in", "by", "from", "between", "before", "after", "until",
                "till", "since", "for", "on", "during", "around", "about",
            ],
        )
    {
        lead -= 1;
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
        &[
            "at", "by", "from", "to", "until", "till", "around", "after", "before", "tomorrow",
            "today",
        ],
    ) || words.kind(i.wrapping_sub(2)) == Kind::Dash;
    (words.glued(i) && (minutes || told)).then_some((half, i + 1))
}

/// The longest clock time at `i`. With `hour` a bare hour will do.
pub(super) fn clock(at: At<'_>, i: usize, hour: bool) -> Option<Clock> {
    let mut clock = named(at, i)
        .or_else(|| past(at, i))
        .or_else(|| digits(at, i))
        .or_else(|| spoken(at, i))
        .or_else(|| bare_hour(at, i, hour))?;
    if let Some((offset, end)) = zone::read(at, clock.end) {
        clock.offset = offset;
        clock.end = end;
        clock.sure = true;
    } else if !clock.sure && !hour {
        return None;
    }
    if let Some((time, offset, end)) = second(at, clock.end) {
        clock.second = Some((time, offset));
        clock.end = end;
        clock.sure = true;
    }
    Some(clock)
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

fn make(end: usize, h: i8, m: i8, s: i8, grain: Granularity, half: Half) -> Option<Clock> {
    let (h, half) = match half {
        Half::Afternoon if h < 12 => (h + 12, half),
        Half::Morning if h == 12 => (0, half),
        Half::Open if h > 12 || h == 0 => (h, Half::Told),
        _ => (h, half),
    };
    let (h, wrap) = if h == 24 && m == 0 && s == 0 {
        (0, true)
    } else {
        (h, false)
    };
    let _ = wrap;
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
    let twelve = usize::from(words.str(i) == "12" || words.is(i, "twelve"));
    let hour = match at.word(i + twelve)? {
        DateWord::Part(DayPart::Noon) => 12,
        DateWord::Part(DayPart::Midnight) => 0,
        _ => return None,
    };
    make(i + twelve + 1, hour, 0, 0, Granularity::Hour, Half::Told)
}

fn small(at: At<'_>, i: usize) -> Option<(i8, usize)> {
    let (n, end) = at.integer(i, 2)?;
    Some((i8::try_from(n).ok()?, end))
}

/// «half past seven», «quarter to eight», «15 past seven o'clock», «15 minutes past 3 pm», «half three».
fn past(at: At<'_>, i: usize) -> Option<Clock> {
    let words = at.words;
    let article = usize::from(words.any(i, &["a"]));
    let (minutes, mut j) = if words.is(i + article, "quarter") {
        (15, i + article + 1)
    } else if words.is(i + article, "half") {
        (30, i + article + 1)
    } else {
        small(at, i)?
    };
    if words.any(j, &["minutes", "minute", "mins", "min"]) {
        j += 1;
    }
    let sign = if words.any(j, &["past", "after"]) {
        1
    } else if words.any(j, &["to", "before", "till", "of"])
        && (words.is(i + article, "quarter") || words.any(j - 1, &["minutes", "minute", "mins"]))
    {
        -1
    } else if words.is(j, "to")
        && minutes % 5 == 0
        && words.kind(i) == Kind::Word
        && (words.kind(j + 1) == Kind::Word)
        && at.after_any(i, &["it's", "'s", "is", "was", "at", "until", "for"])
    {
        -1
    } else if words.is(i, "half") {
        // «half three»: half past, in British use.
        let (hour, end) = small(at, j)?;
        let (half, end) = meridiem(at, end).unwrap_or((Half::Open, end));
        let free = matches!(words.kind(end), Kind::None | Kind::Stop | Kind::Comma);
        return ((1..=12).contains(&hour) && free && words.kind(j) == Kind::Word)
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
            let word = words.any(i + article, &["quarter", "half"])
                || words.any(j.wrapping_sub(1), &["minutes"]);
            let past = words.any(j, &["past", "to"]);
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

/// What follows an hour: the half, «o'clock», both.
fn suffix(at: At<'_>, i: usize) -> (Half, usize, bool) {
    let words = at.words;
    let clock = |i: usize| words.entry(i).clock == Some(ClockWord::Clock);
    // «3 in the PM», «3ish pm».
    let j = words.phrase(i, &["in", "the"]).unwrap_or(i);
    let j = j + usize::from(words.is(j, "ish") && words.entry(j + 1).clock.is_some());
    if let Some((half, end)) = meridiem(at, j).filter(|&(_, end)| j == i || end == j + 1) {
        return (half, end, true);
    }
    if clock(i) {
        return match meridiem(at, i + 1) {
            Some((half, end)) => (half, end, true),
            None => (Half::Open, i + 1, true),
        };
    }
    (Half::Open, i, false)
}

/// «4:30 pm», «16:30:05», «8.30pm», «330 p.m.», «3pm», «15h30», «0830 GMT», «11ish», «7 o'clock».
fn digits(at: At<'_>, i: usize) -> Option<Clock> {
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
        Some(NumberWord::Tens(tens)) if tens < 60 => match words.entry(i + 2).number {
            Some(NumberWord::One(one)) if one > 0 => (tens + one, i + 3),
            _ => (tens, i + 2),
        },
        Some(NumberWord::Teen(teen)) => (teen, i + 2),
        Some(NumberWord::One(one)) if one > 0 => (one, i + 2),
        _ if words.any(i + 1, &["oh", "o"]) => match words.entry(i + 2).number {
            Some(NumberWord::One(one)) => (one, i + 3),
            _ => return None,
        },
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
    let asked = at.after_any(i, &["at", "for", "by", "until", "till", "around", "about"]);
    if !told && !(pair && free && asked && hour <= 12) {
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
    let counts = words.kind(end) == Kind::Percent
        || matches!(words.kind(end), Kind::Stop | Kind::Comma | Kind::Slash)
            && words.glued(end)
            && words.glued(end + 1)
            && words.kind(end + 1) == Kind::Digits
        || words.glued(end) && words.kind(end) == Kind::Word && !words.is(end, "'s")
        || at.unit(end).is_some()
        || matches!(at.word(end), Some(DateWord::Month(_)));
    if counts {
        return None;
    }
    let mut clock = make(end, hour, 0, 0, Granularity::Hour, Half::Open)?;
    clock.sure = false;
    Some(clock)
}
