//! Parts of the day: «morning», «early hours», «last night», «late-afternoon».
//!
//! In: a place in a sentence. Out: the hours meant, and those that can be meant at most: a «Sunday morning» begins at
//! midnight, a «Saturday night» ends with it or with the dawn.

use super::calendar;
use super::calendar::Unit;
use super::clock::ClockWord;
use super::clock::Half;
use super::place::At;
use super::point::point;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use super::word::DayPart;
use super::word::Portion;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// Hours from midnight: stated from and to, possible from and to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours(
    pub(super) i64,
    pub(super) i64,
    pub(super) i64,
    pub(super) i64,
);

/// A part of the day with its hours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) end: usize,
    pub(super) hours: Hours,
    /// The half of the day its hours are in.
    pub(super) half: Half,
    name: DayPart,
}

impl Part {
    fn new(part: DayPart, portion: Option<Portion>, end: usize) -> Self {
        let (hours, half) = hours(part, portion);
        Self {
            end,
            hours,
            half,
            name: part,
        }
    }

    /// Its hours in a sentence: «in the morning» is when people are up, «at night» after the evening. All that it can
    /// mean stays as wide.
    pub(super) fn alone(self) -> Hours {
        let Hours(from, to, earliest, latest) = self.hours;
        match (self.name, from, to) {
            (DayPart::Morning, 0, 12) => Hours(8, to, earliest.min(0), latest),
            (DayPart::Evening, 18, 24) => Hours(16, to, earliest, latest),
            (DayPart::Night, 18, 24) => Hours(20, to, earliest, latest),
            _ => self.hours,
        }
    }

    /// «early» or «late» of it.
    pub(super) fn narrowed(self, portion: Portion) -> Self {
        Self::new(self.name, Some(portion), self.end)
    }

    /// «early Sunday», «late on Friday».
    pub(super) fn of_day(portion: Portion, end: usize) -> Self {
        let (part, hours, half) = match portion {
            Portion::Late => (DayPart::Night, Hours(18, 24, 15, 27), Half::Afternoon),
            _ => (DayPart::Morning, Hours(0, 10, -1, 12), Half::Morning),
        };
        Self {
            end,
            hours,
            half,
            name: part,
        }
    }
}

/// The hours of the parts of the day: stated, then possible. Counted from midnight, so that a night ends after 24.
fn hours(part: DayPart, portion: Option<Portion>) -> (Hours, Half) {
    let early = matches!(portion, Some(Portion::Early));
    let late = matches!(portion, Some(Portion::Late));
    let middle = matches!(portion, Some(Portion::Middle));
    match part {
        DayPart::Dawn => (Hours(4, 8, 3, 9), Half::Morning),
        DayPart::Morning if early => (Hours(0, 9, -1, 10), Half::Morning),
        DayPart::Morning if middle => (Hours(10, 11, 8, 12), Half::Morning),
        DayPart::Morning if late => (Hours(10, 12, 9, 13), Half::Morning),
        DayPart::Morning => (Hours(0, 12, 0, 13), Half::Morning),
        DayPart::Breakfast => (Hours(8, 12, 5, 12), Half::Morning),
        DayPart::Daytime => (Hours(8, 18, 6, 20), Half::Told),
        DayPart::Dinner => (Hours(16, 20, 15, 24), Half::Afternoon),
        DayPart::Noon => (Hours(12, 13, 11, 14), Half::Told),
        DayPart::Lunch => (Hours(12, 14, 11, 15), Half::Told),
        DayPart::Afternoon if early => (Hours(12, 14, 12, 16), Half::Afternoon),
        DayPart::Afternoon if middle => (Hours(14, 15, 13, 17), Half::Afternoon),
        DayPart::Afternoon if late => (Hours(14, 19, 14, 20), Half::Afternoon),
        DayPart::Afternoon => (Hours(12, 19, 11, 20), Half::Afternoon),
        DayPart::Evening if early => (Hours(16, 18, 16, 20), Half::Afternoon),
        DayPart::Evening if late => (Hours(18, 24, 18, 26), Half::Afternoon),
        DayPart::Evening => (Hours(18, 24, 16, 25), Half::Afternoon),
        DayPart::Night if early => (Hours(20, 22, 18, 24), Half::Afternoon),
        DayPart::Night if late => (Hours(22, 24, 20, 30), Half::Afternoon),
        DayPart::Night => (Hours(18, 24, 17, 31), Half::Afternoon),
        DayPart::Midnight => (Hours(0, 1, -3, 27), Half::Told),
    }
}

/// A day whose words say the part as well: «tonight», «last night», «this morning».
pub(super) fn day(at: At<'_>, i: usize) -> Option<(When, Option<Part>)> {
    let words = at.words;
    let today = |by: i64, end| -> Option<When> {
        let day = calendar::shift(at.now, Unit::Day, by)?.date();
        Some(When::day(end, day, Anchor::Relative))
    };
    match at.word(i)? {
        DateWord::Tonight => {
            let mut part = Part::new(DayPart::Night, None, i + 1);
            part.hours.0 = 18;
            Some((today(0, i + 1)?, Some(part)))
        }
        DateWord::Portion(Portion::Late) if at.word(i + 1) == Some(DateWord::Tonight) => {
            let mut part = Part::new(DayPart::Night, Some(Portion::Late), i + 2);
            part.hours.0 = 21;
            Some((today(0, i + 2)?, Some(part)))
        }
        DateWord::Portion(Portion::Later | Portion::Early | Portion::Earlier)
            if at.word(i + 1) == Some(DateWord::Tonight) =>
        {
            let mut part = Part::new(DayPart::Night, None, i + 2);
            part.hours.0 = 18;
            Some((today(0, i + 2)?, Some(part)))
        }
        // «on the eve of Easter».
        DateWord::Part(_) if words.is(i, "eve") && words.is(i + 1, "of") => {
            let base = point(at, at.the(i + 2)).filter(|base| base.grain == Granularity::Day)?;
            let day = base.first()?.yesterday().ok()?;
            Some((When::day(base.end, day, base.anchor).with_the(), None))
        }
        // «the night before last», «the evening before Easter».
        DateWord::Part(_) if words.is(i + 1, "before") => {
            let mut part = read(at, i)?;
            if words.is(i + 2, "last") {
                part.end = i + 3;
                return Some((today(-2, i + 3)?, Some(part)));
            }
            // «They had met the night before.»
            if at.after_any(i, set!["the"]) && at.closes(i + 2) {
                part.end = i + 2;
                let day = calendar::shift(at.now, Unit::Day, -1)?.date();
                return Some((When::day(i + 2, day, Anchor::Story), Some(part)));
            }
            let base = point(at, i + 2).filter(|base| base.grain == Granularity::Day)?;
            if matches!(at.word(i + 2), Some(DateWord::Weekday(_))) {
                return None;
            }
            part.end = base.end;
            let day = base.first()?.yesterday().ok()?;
            Some((When::day(base.end, day, base.anchor), Some(part)))
        }
        // «late last night» begins as «late tonight» does.
        DateWord::Portion(Portion::Late) if words.is(i + 1, "last") && words.is(i + 2, "night") => {
            let mut part = Part::new(DayPart::Night, Some(Portion::Late), i + 3);
            part.hours.0 = 21;
            Some((today(-1, i + 3)?, Some(part)))
        }
        // «later this morning».
        DateWord::Portion(Portion::Later | Portion::Earlier)
            if matches!(at.word(i + 1), Some(DateWord::Shift(0))) =>
        {
            day(at, i + 1)
        }
        DateWord::Shift(by) => {
            let mut part = read(at, i + 1)?;
            if by < 0 && !words.any(i, set!["last", "previous"]) {
                return None;
            }
            if by < 0 && words.is(part.end - 1, "night") {
                part.hours.0 = 18;
                part.hours.3 = 32;
            }
            Some((today(by.into(), part.end)?, Some(part)))
        }
        _ => None,
    }
}

/// A part of the day at `i`: «morning», «early morning», «late-afternoon», «night-time», «early hours of the morning».
pub(super) fn read(at: At<'_>, i: usize) -> Option<Part> {
    if !at.starts(i) {
        return None;
    }
    if let Some(part) = half(at, i).or_else(|| by_idiom(at, i)) {
        return Some(part);
    }
    let words = at.words;
    let (portion, j) = match at.word(i)? {
        DateWord::Portion(portion @ (Portion::Early | Portion::Late | Portion::Middle)) => {
            let dash = usize::from(words.kind(i + 1) == Kind::Dash);
            let mut j = i + 1 + dash;
            if words.any(j, set!["in"]) {
                j = at.the(j + 1);
            }
            if let Some(part) = of_day_or_hours(at, i, j, portion) {
                return Some(part);
            }
            (Some(portion), j)
        }
        _ if words.is(i, "midmorning") || words.is(i, "midafternoon") => (Some(Portion::Middle), i),
        _ => (None, i),
    };
    named(at, j, portion)
}

/// «Feb 5 AM», «tomorrow pm»: the half of the day.
fn half(at: At<'_>, i: usize) -> Option<Part> {
    let words = at.words;
    let Some(ClockWord::Meridiem(half)) = words.entry(i).clock else {
        return None;
    };
    let written = i > 0
        && !words.is(i + 1, "i")
        && (words.str(i).bytes().all(|byte| byte.is_ascii_uppercase())
            || matches!(words.kind(i + 1), Kind::None | Kind::Stop | Kind::Comma));
    let behind_day = || {
        matches!(
            at.word(i - 1),
            Some(DateWord::Day(_) | DateWord::Weekday(_))
        ) || matches!(at.word(i.wrapping_sub(2)), Some(DateWord::Month(_)))
            && words.kind(i - 1) == Kind::Digits
    };
    if !(written && behind_day()) {
        return None;
    }
    if half == Half::Morning {
        return Some(Part::new(DayPart::Morning, None, i + 1));
    }
    let mut part = Part::new(DayPart::Afternoon, None, i + 1);
    part.hours = Hours(12, 24, 12, 24);
    Some(part)
}

/// «business hours», «the small hours», «the middle of the night».
fn by_idiom(at: At<'_>, i: usize) -> Option<Part> {
    let words = at.words;
    let hours = words.is(i + 1, "hours");
    if hours && words.any(i, set!["business", "working", "office"]) && at.closes(i + 2) {
        return Some(Part::new(DayPart::Daytime, None, i + 2));
    }
    if hours && words.any(i, set!["wee", "small"]) {
        let end = words.phrase(i + 2, set!["of", "the", "morning"]);
        return Some(first_hours(end.unwrap_or(i + 2)));
    }
    if !words.is(i, "middle") {
        return None;
    }
    let end = words.phrase(i + 1, set!["of", "the", "night"])?;
    let mut part = Part::new(DayPart::Night, None, end);
    part.hours = Hours(0, 5, -2, 7);
    part.half = Half::Morning;
    Some(part)
}

/// The hours behind midnight, which end before the word at `end`.
fn first_hours(end: usize) -> Part {
    let mut part = Part::new(DayPart::Morning, Some(Portion::Early), end);
    part.hours = Hours(0, 6, -1, 9);
    part
}

/// «late in the day», «early hours of the morning»; the portion stands at `i`, its noun at `j`.
fn of_day_or_hours(at: At<'_>, i: usize, j: usize, portion: Portion) -> Option<Part> {
    let words = at.words;
    // «tomorrow, late in the day».
    if portion != Portion::Middle
        && words.phrase(i + 1, set!["in", "the", "day"]) == Some(j + 1)
        && at.closes(j + 1)
    {
        return Some(Part::of_day(portion, j + 1));
    }
    (portion == Portion::Early && words.is(j, "hours")).then(|| {
        let end = words
            .phrase(j + 1, set!["of", "the", "morning"])
            .or_else(|| words.phrase(j + 1, set!["of", "this", "morning"]));
        first_hours(end.unwrap_or(j + 1))
    })
}

/// The part of the day that the word at `j` names, or the portion of it.
fn named(at: At<'_>, j: usize, portion: Option<Portion>) -> Option<Part> {
    let words = at.words;
    let DateWord::Part(part) = at.word(j)? else {
        return None;
    };
    // «Sunset Park», «Dawn Ames»; «eve» is a name.
    let name = matches!(part, DayPart::Dawn | DayPart::Evening)
        && words.capital(j)
        && words.capital(j + 1)
        && at.word(j + 1).is_none();
    if name || words.is(j, "eve") {
        return None;
    }
    let mut end = j + 1;
    let dash = usize::from(words.kind(end) == Kind::Dash);
    let day = matches!(
        part,
        DayPart::Morning | DayPart::Afternoon | DayPart::Evening
    );
    if (part == DayPart::Night || dash == 1 && day) && words.is(end + dash, "time") {
        end += 1 + dash;
    }
    if matches!(part, DayPart::Breakfast | DayPart::Lunch | DayPart::Dinner) {
        end = meal(at, j)?;
    }
    let mut found = Part::new(part, portion, end);
    // «at dusk», «by sunset»: before the evening is over, and not before it.
    if part == DayPart::Evening && !words.is(j, "evening") {
        found.hours = Hours(18, 22, 15, 23);
    }
    // «after lunch» is the afternoon.
    if part == DayPart::Lunch && at.after_any(j, set!["after"]) {
        found.hours = Hours(13, 17, 12, 20);
    }
    if part == DayPart::Night && (end > j + 1 || words.is(j, "nighttime")) {
        found.hours = Hours(0, 8, -4, 8);
    }
    Some(found)
}

/// The index after a meal that says when: «at lunch», «lunchtime», «after dinner», «tomorrow lunch»; not «lunch» as what
/// is eaten, «the dinner table», «a lunch break».
fn meal(at: At<'_>, i: usize) -> Option<usize> {
    let words = at.words;
    let dash = usize::from(words.kind(i + 1) == Kind::Dash);
    let time = usize::from(words.is(i + 1 + dash, "time"));
    let end = i + 1 + time * (1 + dash);
    let free = !matches!(words.kind(end), Kind::Word) || at.word(end).is_some() || at.closes(end);
    let named = time == 1 || words.width(i) > 7 && words.str(i).ends_with("time");
    let told = at.after_any(
        i,
        set![
            "at",
            "before",
            "after",
            "during",
            "until",
            "by",
            "today",
            "tomorrow",
            "yesterday",
            "tonight",
        ],
    ) || i > 0
        && matches!(
            at.word(i - 1),
            Some(DateWord::Weekday(_) | DateWord::Shift(_))
        )
        || at.after_any(i, set!["12", "o'clock"]);
    ((named || told) && free).then_some(end)
}
