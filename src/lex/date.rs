//! Dates: absolute, partial, relative to publication; ranges of them, with and without a clock time.
//!
//! In: the tokens of a sentence and an index. Out: a `Value::Date`, or nothing. The forms are in the files beside this
//! one: `absolute`, `relative`, `period`,
//! `moment` and `range`. This file holds the words, what the forms share, and the frame:
//! the words before a date that belong to it («in», «on», «before», «between»), the direction by tense, and what a
//! date can mean at most.

use jiff::civil::DateTime;

use super::Context;
use super::Found;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::fold::flag;
use super::holiday;
use super::number;
use super::number::NumberWord;
use super::range;
use super::tense;
use super::token::Kind;
use super::token::Words;
use crate::value;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::TimeOfDay;
use crate::value::Value;

/// What a word can be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// January is 1.
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
    /// «Mondays»: a habit, not a day.
    Weekdays,
    /// «today» 0, «tomorrow» 1, «yesterday» -1.
    Day(i8),
    /// «tonight».
    Tonight,
    /// «now».
    Now,
    /// A unit of time, singular or plural.
    Unit(Unit),
    /// «weekend».
    Weekend,
    /// Spring is 0.
    Season(i8),
    /// «last» -1, «this» 0, «next» 1.
    Shift(i8),
    /// A part of the day.
    Part(DayPart),
    /// A part of a longer period: «early», «end».
    Portion(Portion),
    /// «seventies» is 70.
    Decade(i8),
    /// The first word of a feast's name.
    Feast,
    /// A word that only starts a phrase: «eod», «q1», «half».
    Start,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Dawn,
    Morning,
    Noon,
    Lunch,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

/// A part of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Portion {
    /// «early».
    Early,
    /// «earlier this year»: what is over of it.
    Earlier,
    /// «beginning», «start».
    Start,
    /// «mid», «middle».
    Middle,
    /// «late».
    Late,
    /// «later this year»: what is to come of it.
    Later,
    /// «end».
    End,
    /// «rest of the year».
    Rest,
    /// «throughout», «whole», «all».
    All,
}

use DateWord::{Day, Decade, Month, Now, Part, Season, Shift, Start, Tonight, Weekday, Weekdays};
use DateWord::{Unit as U, Weekend};

/// The words of dates. Every one of them gets [`flag::DATE`]: a date is tried where it stands. First words of feasts
/// are added by the lexicon from [`holiday::first_words`].
pub(super) const WORDS: &[(&str, DateWord)] = &[
    ("january", Month(1)),
    ("jan", Month(1)),
    ("february", Month(2)),
    ("feb", Month(2)),
    ("march", Month(3)),
    ("mar", Month(3)),
    ("april", Month(4)),
    ("apr", Month(4)),
    ("may", Month(5)),
    ("june", Month(6)),
    ("jun", Month(6)),
    ("july", Month(7)),
    ("jul", Month(7)),
    ("august", Month(8)),
    ("aug", Month(8)),
    ("september", Month(9)),
    ("sept", Month(9)),
    ("sep", Month(9)),
    ("october", Month(10)),
    ("oct", Month(10)),
    ("november", Month(11)),
    ("nov", Month(11)),
    ("december", Month(12)),
    ("dec", Month(12)),
    ("monday", Weekday(1)),
    ("mon", Weekday(1)),
    ("tuesday", Weekday(2)),
    ("tue", Weekday(2)),
    ("tues", Weekday(2)),
    ("wednesday", Weekday(3)),
    ("wed", Weekday(3)),
    ("weds", Weekday(3)),
    ("wedn", Weekday(3)),
    ("thursday", Weekday(4)),
    ("thu", Weekday(4)),
    ("thur", Weekday(4)),
    ("thurs", Weekday(4)),
    ("friday", Weekday(5)),
    ("fri", Weekday(5)),
    ("saturday", Weekday(6)),
    ("sat", Weekday(6)),
    ("sunday", Weekday(7)),
    ("sun", Weekday(7)),
    ("mondays", Weekdays),
    ("tuesdays", Weekdays),
    ("wednesdays", Weekdays),
    ("thursdays", Weekdays),
    ("fridays", Weekdays),
    ("saturdays", Weekdays),
    ("sundays", Weekdays),
    ("today", Day(0)),
    ("tomorrow", Day(1)),
    ("tmrw", Day(1)),
    ("tmr", Day(1)),
    ("tomorow", Day(1)),
    ("yesterday", Day(-1)),
    ("tonight", Tonight),
    ("tonite", Tonight),
    ("now", Now),
    ("second", U(Unit::Second)),
    ("seconds", U(Unit::Second)),
    ("sec", U(Unit::Second)),
    ("secs", U(Unit::Second)),
    ("minute", U(Unit::Minute)),
    ("minutes", U(Unit::Minute)),
    ("min", U(Unit::Minute)),
    ("mins", U(Unit::Minute)),
    ("hour", U(Unit::Hour)),
    ("hours", U(Unit::Hour)),
    ("hr", U(Unit::Hour)),
    ("hrs", U(Unit::Hour)),
    ("h", U(Unit::Hour)),
    ("day", U(Unit::Day)),
    ("days", U(Unit::Day)),
    ("night", Part(DayPart::Night)),
    ("nights", U(Unit::Day)),
    ("week", U(Unit::Week)),
    ("weeks", U(Unit::Week)),
    ("wk", U(Unit::Week)),
    ("wks", U(Unit::Week)),
    ("workweek", U(Unit::Week)),
    ("fortnight", U(Unit::Fortnight)),
    ("fortnights", U(Unit::Fortnight)),
    ("month", U(Unit::Month)),
    ("months", U(Unit::Month)),
    ("mth", U(Unit::Month)),
    ("mths", U(Unit::Month)),
    ("quarter", U(Unit::Quarter)),
    ("quarters", U(Unit::Quarter)),
    ("qtr", U(Unit::Quarter)),
    ("qtrs", U(Unit::Quarter)),
    ("year", U(Unit::Year)),
    ("years", U(Unit::Year)),
    ("yr", U(Unit::Year)),
    ("yrs", U(Unit::Year)),
    ("decade", U(Unit::Decade)),
    ("decades", U(Unit::Decade)),
    ("century", U(Unit::Century)),
    ("centuries", U(Unit::Century)),
    ("weekend", Weekend),
    ("spring", Season(0)),
    ("springtime", Season(0)),
    ("summer", Season(1)),
    ("summertime", Season(1)),
    ("autumn", Season(2)),
    ("fall", Season(2)),
    ("winter", Season(3)),
    ("wintertime", Season(3)),
    ("last", Shift(-1)),
    ("past", Shift(-1)),
    ("previous", Shift(-1)),
    ("this", Shift(0)),
    ("current", Shift(0)),
    ("present", Shift(0)),
    ("same", Shift(0)),
    ("that", Shift(0)),
    ("next", Shift(1)),
    ("coming", Shift(1)),
    ("upcoming", Shift(1)),
    ("following", Shift(1)),
    ("dawn", Part(DayPart::Dawn)),
    ("daybreak", Part(DayPart::Dawn)),
    ("sunrise", Part(DayPart::Dawn)),
    ("morning", Part(DayPart::Morning)),
    ("mornings", Weekdays),
    ("noon", Part(DayPart::Noon)),
    ("midday", Part(DayPart::Noon)),
    ("noontime", Part(DayPart::Noon)),
    ("lunch", Part(DayPart::Lunch)),
    ("lunchtime", Part(DayPart::Lunch)),
    ("afternoon", Part(DayPart::Afternoon)),
    ("midafternoon", Part(DayPart::Afternoon)),
    ("midmorning", Part(DayPart::Morning)),
    ("evening", Part(DayPart::Evening)),
    ("eve", Part(DayPart::Evening)),
    ("dusk", Part(DayPart::Evening)),
    ("sunset", Part(DayPart::Evening)),
    ("nighttime", Part(DayPart::Night)),
    ("overnight", Part(DayPart::Night)),
    ("midnight", Part(DayPart::Midnight)),
    ("early", DateWord::Portion(Portion::Early)),
    ("earlier", DateWord::Portion(Portion::Earlier)),
    ("beginning", DateWord::Portion(Portion::Start)),
    ("start", DateWord::Portion(Portion::Start)),
    ("mid", DateWord::Portion(Portion::Middle)),
    ("middle", DateWord::Portion(Portion::Middle)),
    ("late", DateWord::Portion(Portion::Late)),
    ("later", DateWord::Portion(Portion::Later)),
    ("end", DateWord::Portion(Portion::End)),
    ("rest", DateWord::Portion(Portion::Rest)),
    ("remainder", DateWord::Portion(Portion::Rest)),
    ("remaining", DateWord::Portion(Portion::Rest)),
    ("all", DateWord::Portion(Portion::All)),
    ("twenties", Decade(20)),
    ("thirties", Decade(30)),
    ("forties", Decade(40)),
    ("fifties", Decade(50)),
    ("sixties", Decade(60)),
    ("seventies", Decade(70)),
    ("eighties", Decade(80)),
    ("nineties", Decade(90)),
    ("noughties", Decade(0)),
    ("aughts", Decade(0)),
    ("few", Start),
    ("several", Start),
    ("couple", Start),
    ("bom", Start),
    ("boy", Start),
    ("eod", Start),
    ("eom", Start),
    ("eoy", Start),
    ("q", Start),
    ("atm", Start),
    ("moment", Start),
    ("fiscal", Start),
    ("fy", Start),
    ("sy", Start),
    ("eastern", Start),
    ("central", Start),
    ("mountain", Start),
    ("pacific", Start),
];

/// A place in a sentence, and what its dates are read against.
#[derive(Clone, Copy)]
pub(super) struct At<'t> {
    pub(super) words: Words<'t>,
    /// The moment of publication.
    pub(super) now: DateTime,
    /// Where a day without a date lies from it.
    pub(super) direction: Direction,
    /// A string of a rule file.
    pub(super) rule: bool,
}

/// What the words up to `end` mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// Index after the last token.
    pub(super) end: usize,
    pub(super) stated: DateRange,
    /// Everything it can mean, publication apart.
    pub(super) possible: DateRange,
    pub(super) grain: Granularity,
    pub(super) anchor: Anchor,
    /// A «the» before the words belongs to the core: «the week of 4 May».
    pub(super) the: bool,
    /// Minutes east of Greenwich.
    pub(super) offset: Option<i32>,
}

/// What a date hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Anchor {
    /// Nothing: «19 June 2023».
    Absolute,
    /// Its year, month or week comes from publication: «19 June», «Monday».
    Partial,
    /// All of it comes from publication: «yesterday».
    Relative,
    /// On what was told before: «two days later».
    Story,
}

/// Nothing known.
pub(super) const OPEN: DateRange = DateRange {
    from: None,
    to: None,
};

impl When {
    pub(super) fn new(end: usize, stated: DateRange, grain: Granularity, anchor: Anchor) -> Self {
        Self {
            end,
            stated,
            possible: stated,
            grain,
            anchor,
            the: false,
            offset: None,
        }
    }

    /// A whole day.
    pub(super) fn day(end: usize, date: jiff::civil::Date, anchor: Anchor) -> Self {
        Self::new(end, calendar::day(date), Granularity::Day, anchor)
    }

    pub(super) fn wide(mut self, possible: DateRange) -> Self {
        self.possible = possible;
        self
    }

    pub(super) fn with_the(mut self) -> Self {
        self.the = true;
        self
    }

    /// The first day, if it is known.
    pub(super) fn first(self) -> Option<jiff::civil::Date> {
        self.stated.from.map(|at| at.date())
    }
}

/// What a reading of words gives.
pub(super) enum Reading {
    Date(When),
    Time(TimeOfDay, usize),
}

impl<'t> At<'t> {
    pub(super) fn word(self, i: usize) -> Option<DateWord> {
        self.words.entry(i).date
    }

    pub(super) fn unit(self, i: usize) -> Option<Unit> {
        match self.word(i)? {
            U(unit) => Some(unit),
            _ => None,
        }
    }

    pub(super) fn weekday(self, i: usize) -> Option<(jiff::civil::Weekday, usize)> {
        let Weekday(day) = self.word(i)? else {
            return None;
        };
        if !self.rule && self.words.len() > 3 && self.words.any(i, &["sat", "sun", "mon", "wed"]) {
            let lower = !self.words.capital(i);
            let next = self.words.kind(i + 1);
            let told = matches!(next, Kind::Stop | Kind::Comma | Kind::Digits | Kind::None)
                || self.word(i + 1).is_some()
                || self.words.any(i + 1, &["at", "the"]);
            let name = i > 0 && self.words.capital(i - 1) && self.word(i - 1).is_none() && i > 1;
            if lower || !told || name || next == Kind::Dash {
                return None;
            }
        }
        let day = jiff::civil::Weekday::from_monday_one_offset(day).ok()?;
        Some((day, self.abbreviation(i)))
    }

    /// The index after the word at `i` and the full stop of its abbreviation.
    pub(super) fn abbreviation(self, i: usize) -> usize {
        let short = self.words.str(i).len() <= 5;
        if short
            && self.words.kind(i + 1) == Kind::Stop
            && self.words.glued(i + 1)
            && !self.ends_sentence(i + 1)
        {
            i + 2
        } else {
            i + 1
        }
    }

    /// Whether the full stop at `i` is the last token.
    fn ends_sentence(self, i: usize) -> bool {
        i + 1 >= self.words.len() && i > 1
    }

    /// A month's name.
    pub(super) fn month(self, i: usize) -> Option<(i8, usize)> {
        let Month(month) = self.word(i)? else {
            return None;
        };
        if self.is_verb(i) {
            return None;
        }
        let short = self.words.str(i).len() <= 4;
        let end = if short { self.abbreviation(i) } else { i + 1 };
        Some((month, end))
    }

    /// «may» and «march» in lower case, where nothing says that they are months.
    fn is_verb(self, i: usize) -> bool {
        let words = self.words;
        if !words.any(i, &["may", "march", "mar", "sun"]) || words.capital(i) || self.rule {
            return false;
        }
        let number = |i: usize| words.kind(i) == Kind::Digits || self.ordinal(i).is_some();
        let before = i > 0
            && (number(i - 1)
                || words.kind(i - 1) == Kind::Word
                    && words.glued(i - 1)
                    && words.kind(i.wrapping_sub(2)) == Kind::Digits
                || words.any(
                    i - 1,
                    &[
                        "in", "of", "next", "last", "since", "early", "late", "mid", "until",
                        "during",
                    ],
                )
                || matches!(words.kind(i - 1), Kind::Dash | Kind::Slash) && words.glued(i));
        !before && !number(i + 1) && !(words.is(i + 1, "the") && number(i + 2))
    }

    /// Skips a «the».
    pub(super) fn the(self, i: usize) -> usize {
        if self.words.is(i, "the") { i + 1 } else { i }
    }

    /// A whole number of at most `digits` digits, or in words.
    pub(super) fn integer(self, i: usize, digits: usize) -> Option<(i64, usize)> {
        let words = self.words;
        if words.kind(i) == Kind::Digits {
            let text = words.str(i);
            if text.len() > digits {
                return None;
            }
            return Some((text.parse().ok()?, i + 1));
        }
        let (value, end) = self.below_hundred(i)?;
        match words.entry(end).number {
            Some(NumberWord::Hundred | NumberWord::Scale(_)) => {
                let numeral = number::cardinal(words, i)?;
                #[allow(clippy::cast_possible_truncation)] // checked to be small and whole
                let whole = numeral.value as i64;
                (numeral.value.fract() == 0.0 && (0.0..10_000.0).contains(&numeral.value))
                    .then_some((whole, numeral.end))
            }
            _ => Some((i64::from(value), end)),
        }
    }

    /// A number word below 100: «five», «nineteen», «twenty-one».
    pub(super) fn below_hundred(self, i: usize) -> Option<(i16, usize)> {
        match self.words.entry(i).number? {
            NumberWord::One(n) | NumberWord::Teen(n) | NumberWord::Fused(n) => {
                Some((n.into(), i + 1))
            }
            NumberWord::Tens(n) => {
                let dash = usize::from(self.words.kind(i + 1) == Kind::Dash);
                match self.words.entry(i + 1 + dash).number {
                    Some(NumberWord::One(one)) if one > 0 => {
                        Some((i16::from(n) + i16::from(one), i + 2 + dash))
                    }
                    _ => Some((n.into(), i + 1)),
                }
            }
            _ => None,
        }
    }

    /// A day of the month, cardinal or ordinal: «4», «4th», «fourth», «twenty second».
    pub(super) fn day_number(self, i: usize) -> Option<(i8, usize)> {
        self.ordinal(i)
            .or_else(|| self.integer(i, 2))
            .and_then(|(day, end)| Some((i8::try_from(day).ok()?, end)))
            .filter(|&(day, _)| (1..=31).contains(&day))
    }

    /// An ordinal: «4th», «fourth», «twenty-second».
    pub(super) fn ordinal(self, i: usize) -> Option<(i64, usize)> {
        let words = self.words;
        if words.kind(i) == Kind::Digits {
            let suffix = words.glued(i + 1) && words.any(i + 1, &["st", "nd", "rd", "th"]);
            if !suffix || words.str(i).len() > 3 {
                return None;
            }
            return Some((words.str(i).parse().ok()?, i + 2));
        }
        let small = |value: f64| -> Option<i64> {
            #[allow(clippy::cast_possible_truncation)] // below 1000
            let whole = value as i64;
            (value.fract() == 0.0 && (1.0..1000.0).contains(&value)).then_some(whole)
        };
        match words.entry(i).number? {
            NumberWord::Ordinal(value) => Some((small(value)?, i + 1)),
            NumberWord::Tens(tens) => {
                let dash = usize::from(words.kind(i + 1) == Kind::Dash);
                match words.entry(i + 1 + dash).number {
                    Some(NumberWord::Ordinal(one)) if one < 10.0 => {
                        Some((i64::from(tens) + small(one)?, i + 2 + dash))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Digits of exactly `len`, as a number.
    pub(super) fn digits(self, i: usize, len: usize) -> Option<i16> {
        let text = self.words.str(i);
        if self.words.kind(i) != Kind::Digits || text.len() != len {
            return None;
        }
        text.parse().ok()
    }

    /// A year of four digits or in words: «2018», «nineteen ninety six», «two thousand and fifteen».
    pub(super) fn year(self, i: usize) -> Option<(i16, usize)> {
        if let Some(year) = self.digits(i, 4) {
            let glued = matches!(self.words.kind(i + 1), Kind::Word)
                && self.words.glued(i + 1)
                && !self.words.is(i + 1, "s");
            return (1000..=2999)
                .contains(&year)
                .then_some((year, i + 1))
                .filter(|_| !glued);
        }
        self.year_words(i)
    }

    fn year_words(self, i: usize) -> Option<(i16, usize)> {
        let words = self.words;
        let (first, next) = self.below_hundred(i)?;
        if (15..=20).contains(&first) {
            if words.any(next, &["oh", "o"]) {
                let (one, end) = self.below_hundred(next + 1)?;
                return (one < 10).then_some((first * 100 + one, end));
            }
            if words.is(next, "hundred") {
                return Some((first * 100, next + 1));
            }
            let (rest, end) = self.below_hundred(next)?;
            return (rest > 9).then_some((first * 100 + rest, end));
        }
        if !(1..=2).contains(&first) || !words.is(next, "thousand") {
            return None;
        }
        let mut year = first * 1000;
        let mut end = next + 1;
        if let Some((hundreds, j)) = self.below_hundred(end)
            && hundreds < 10
            && words.is(j, "hundred")
        {
            year += hundreds * 100;
            end = j + 1;
        }
        let and = usize::from(words.is(end, "and"));
        if let Some((rest, j)) = self.below_hundred(end + and)
            && !matches!(
                words.entry(j).number,
                Some(NumberWord::Hundred | NumberWord::Scale(_))
            )
        {
            year += rest;
            end = j;
        }
        Some((year, end))
    }

    /// Looks `back` words before `i` for one of `list`.
    pub(super) fn after_any(self, i: usize, list: &[&str]) -> bool {
        i > 0 && self.words.any(i - 1, list)
    }
}

/// Reads a date that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    if !words.has(i, flag::DATE | flag::NUMBER) {
        return None;
    }
    let (earliest, latest) = context.published.unwrap_or((UNDATED, UNDATED));
    let middle = midpoint(earliest, latest);
    let mut at = At {
        words,
        now: middle,
        direction: Direction::Past,
        rule: context.rule,
    };
    // Which words are a date does not hang on the tense: look first, ask for the tense then.
    let Reading::Date(probe) = range::read(at, i)? else {
        let Reading::Time(time, end) = range::read(at, i)? else {
            return None;
        };
        return Some(super::clock::found(words, i, end, time));
    };
    let mut when = probe;
    let mut possible = probe.possible;
    if context.published.is_none() {
        match probe.anchor {
            Anchor::Absolute => {}
            Anchor::Partial => {
                when.stated = OPEN;
                possible = OPEN;
            }
            Anchor::Relative | Anchor::Story => return None,
        }
    } else if probe.anchor >= Anchor::Partial {
        at.direction = tense::direction(words, i, probe.end);
        // No verb tells. In a longer text it is one that reports; alone it is a note of what is to come.
        let unknown = at.direction == Direction::Unknown;
        if unknown && !is_whole_text(words) {
            at.direction = Direction::Past;
        }
        let read_at = |now, direction| {
            let at = At {
                now,
                direction,
                ..at
            };
            match range::read(at, i) {
                Some(Reading::Date(when)) => Some(when),
                _ => None,
            }
        };
        when = read_at(middle, at.direction)?;
        let mut ranges = vec_of([
            read_at(earliest, at.direction),
            read_at(latest, at.direction),
        ]);
        if unknown {
            let other = match at.direction {
                Direction::Past => Direction::Future,
                _ => Direction::Past,
            };
            ranges[2] = read_at(middle, other).map(|when| when.possible);
        }
        let known = ranges.into_iter().flatten();
        possible = known.fold(when.possible, calendar::hull);
        if when.anchor == Anchor::Story {
            possible = OPEN;
        }
    }
    let (mut lead, mut bend) = lead(at, i, &when);
    let mut core_end = when.end;
    if bend == Bend::As
        && let Some((end, open)) = trail(at, i, when.end)
    {
        core_end = end;
        bend = open;
    }
    let mut stated = bend.apply(when.stated, when.grain);
    // «Will be ready by Friday»: between now and then.
    if bend == Bend::By && at.direction != Direction::Past && stated.to > Some(at.now) {
        stated.from = Some(at.now);
    }
    let date = value::Date {
        stated,
        possible: if bend == Bend::Near {
            around(possible, when.grain)
        } else {
            bend.apply(possible, when.grain)
        },
        granularity: when.grain,
        offset: when.offset,
        relative: when.anchor >= Anchor::Relative,
    };
    let right = at.word(i) == Some(Now) && at.after_any(i, &["right", "just"]);
    let core = if right || when.the && at.after_any(i, &["the"]) {
        i - 1
    } else {
        i
    };
    // «the ’80s»: the apostrophe is theirs.
    let apostrophe = core > 0
        && words.kind(core - 1) == Kind::Apostrophe
        && when.grain == Granularity::Decade
        && words.glued(core);
    let core = core - usize::from(apostrophe);
    let core = core - usize::from(apostrophe && at.after_any(core, &["the"]));
    lead = lead.min(core);
    let mut found = Found::new(words, core, core_end, Value::Date(date));
    if lead < core {
        found.hedge = Some(words.span(lead, core));
    }
    Some(found)
}

/// «Just after» a time is within the hour, «just after» a day within days.
fn around(range: DateRange, grain: Granularity) -> DateRange {
    let (unit, n) = if grain > Granularity::Day {
        (Unit::Hour, 1)
    } else {
        (Unit::Day, 3)
    };
    DateRange {
        from: range.from.and_then(|from| calendar::shift(from, unit, -n)),
        to: range.to.and_then(|to| calendar::shift(to, unit, n)),
    }
}

/// Whether the sentence is all there is.
fn is_whole_text(words: Words<'_>) -> bool {
    let span = words.span(0, words.len());
    words.text.len() <= span.len() + 16
}

const UNDATED: DateTime = DateTime::constant(2000, 1, 1, 0, 0, 0, 0);

fn vec_of(read: [Option<When>; 2]) -> [Option<DateRange>; 3] {
    let [a, b] = read.map(|when| when.map(|when| when.possible));
    [a, b, None]
}

fn midpoint(a: DateTime, b: DateTime) -> DateTime {
    let Ok(span) = b.since((jiff::Unit::Second, a)) else {
        return a;
    };
    calendar::shift(a, Unit::Second, span.get_seconds() / 2).unwrap_or(a)
}

/// How the words before a date bend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bend {
    As,
    /// «before», «until»: up to its first instant.
    Before,
    /// «after»: from its end.
    After,
    /// «by»: up to its last instant.
    By,
    /// «from», «starting», «since».
    From,
    /// «just before», «shortly after».
    Near,
}

impl Bend {
    pub(super) fn apply(self, range: DateRange, grain: Granularity) -> DateRange {
        match self {
            Self::As | Self::Near => range,
            Self::Before => DateRange {
                from: None,
                to: range.from,
            },
            // «After 15 June» leaves the 15th in: reports use it both ways. «After 2010» does not mean 2010.
            Self::After if grain >= Granularity::Day => DateRange {
                from: range.from,
                to: None,
            },
            Self::After => DateRange {
                from: range.to,
                to: None,
            },
            Self::By => DateRange {
                from: None,
                to: range.to,
            },
            Self::From => DateRange {
                from: range.from,
                to: None,
            },
        }
    }
}

/// The words before `i` that belong to the date: the index of the first of them, and what they do to it.
fn lead(at: At<'_>, i: usize, when: &When) -> (usize, Bend) {
    let words = at.words;
    let mut start = i;
    let step = |start: &mut usize, list: &[&str]| -> bool {
        let hit = *start > 0 && words.any(*start - 1, list);
        *start -= usize::from(hit);
        hit
    };
    step(&mut start, &["the", "this", "that"]);
    step(
        &mut start,
        &[
            "around",
            "about",
            "approximately",
            "roughly",
            "circa",
            "exactly",
        ],
    );
    if step(&mut start, &["year", "sometime"]) {
        step(&mut start, &["the"]);
    }
    let open_end = when.stated.from.is_none() || when.stated.to.is_none();
    let near = start > 1
        && words.any(start - 1, &["before", "after"])
        && words.any(
            start - 2,
            &["just", "shortly", "soon", "right", "moments", "minutes"],
        );
    if near && when.grain >= Granularity::Day {
        return (start - 2, Bend::Near);
    }
    if step(&mut start, &["before", "until", "till", "til", "pre"]) {
        let on = usize::from(start > 1 && words.is(start - 1, "or") && words.is(start - 2, "on"));
        if on == 1 {
            return (start - 2, Bend::By);
        }
        return (start, if open_end { Bend::As } else { Bend::Before });
    }
    if start > 2
        && words.is(start - 1, "after")
        && words.is(start - 2, "or")
        && words.is(start - 3, "on")
    {
        return (start - 3, Bend::From);
    }
    if step(&mut start, &["after"]) {
        return (start, if open_end { Bend::As } else { Bend::After });
    }
    if step(&mut start, &["by"]) {
        return (start, if open_end { Bend::As } else { Bend::By });
    }
    if start > 1 && words.is(start - 1, "than") {
        // «More than two days ago» is before that.
        let back = super::relative::length(at, i).is_some();
        let bend = if words.is(start - 2, if back { "earlier" } else { "later" })
            || words.is(start - 2, if back { "less" } else { "more" })
        {
            Bend::After
        } else if words.any(start - 2, &["earlier", "sooner", "less", "more", "later"]) {
            Bend::Before
        } else {
            return (start, Bend::As);
        };
        if words.is(start.wrapping_sub(3), "in") && back {
            return (start - 3, Bend::As);
        }
        start -= 2;
        if step(&mut start, &["no", "not"]) {
            let bend = if bend == Bend::After {
                Bend::By
            } else {
                Bend::From
            };
            return (start, bend);
        }
        return (start, bend);
    }
    if start > 1 && words.is(start - 1, "to") && words.is(start - 2, "prior") {
        return (start - 2, Bend::Before);
    }
    if start > 0 {
        let equals = usize::from(words.str(start - 1) == "=");
        let kind = words.kind(start.wrapping_sub(1 + equals));
        if matches!(kind, Kind::Greater | Kind::Less) {
            let bend = match (kind, equals) {
                (Kind::Greater, 1) => Bend::From,
                (Kind::Greater, _) => Bend::After,
                (_, 1) => Bend::By,
                _ => Bend::Before,
            };
            return (start - 1 - equals, bend);
        }
    }
    if step(&mut start, &["as"]) {
        if words.is(start.wrapping_sub(2), "as") && words.any(start - 1, &["early", "late"]) {
            let bend = if words.is(start - 1, "early") {
                Bend::From
            } else {
                Bend::By
            };
            return (start - 2, bend);
        }
        return (start + 1, Bend::As);
    }
    if step(&mut start, &["starting", "beginning"]) {
        return (start, Bend::From);
    }
    if start > 1 && words.is(start - 1, "from") && words.is(start - 2, "starting") {
        return (start - 2, Bend::From);
    }
    if step(&mut start, &["from", "between"]) {
        return (start, Bend::As);
    }
    if step(
        &mut start,
        &[
            "@",
            "in",
            "on",
            "at",
            "during",
            "around",
            "about",
            "near",
            "through",
            "throughout",
            "for",
            "within",
            "into",
            "over",
        ],
    ) {
        return (start, Bend::As);
    }
    (start, Bend::As)
}

/// «and later», «or earlier», «onwards» after a date: the index after it, and what it does.
pub(super) fn trail(at: At<'_>, start: usize, i: usize) -> Option<(usize, Bend)> {
    let words = at.words;
    if words.is(i, "on") && at.after_any(start, &["from"]) && words.kind(i + 1) != Kind::Word {
        return Some((i + 1, Bend::From));
    }
    if words.any(i, &["onward", "onwards"]) {
        return Some((i + 1, Bend::From));
    }
    if !words.any(i, &["and", "or"]) {
        return None;
    }
    let last = matches!(
        words.kind(i + 2),
        Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
    );
    if words.any(i + 1, &["later", "greater", "newer", "beyond"])
        || words.is(i + 1, "after") && last
    {
        return Some((i + 2, Bend::From));
    }
    if words.any(i + 1, &["earlier", "older", "sooner"]) || words.is(i + 1, "before") && last {
        return Some((i + 2, Bend::By));
    }
    None
}

/// First words of feasts, for the lexicon.
pub(super) fn feast_words() -> impl Iterator<Item = &'static str> {
    holiday::first_words()
}
