//! Parts of a period: «early March», «the end of the month», «mid-2018», «later in the year», «EOM».
//!
//! In: a place in a sentence. Out: the part, and what it can be at most: «early June» may be up to the middle of it.

use jiff::civil::DateTime;

use super::absolute;
use super::calendar;
use super::calendar::Unit;
use super::period::grain;
use super::period::whole;
use super::place::At;
use super::relative;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use super::word::Portion;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// «early March», «end of the month», «mid-2018», «later in the year», «rest of the week», «EOM».
pub(super) fn portion(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let DateWord::Portion(portion) = at.word(i)? else {
        return None;
    };
    let mut j = i + 1;
    let dashed = words.kind(j) == Kind::Dash && words.glued(j);
    j += usize::from(dashed);
    // «later on in the week».
    j += usize::from(words.is(j, "on") && words.is(j + 1, "in"));
    // «the late ’90s».
    j += usize::from(words.kind(j) == Kind::Apostrophe && words.glued(j + 1));
    // «the early part of May».
    let part = words.is(j + 1, "of")
        && (words.is(j, "part")
            || words.any(j, set!["days", "weeks", "months", "years", "stages"])
                && matches!(portion, Portion::Early | Portion::Late));
    j += usize::from(part);
    let needs_of = matches!(portion, Portion::Start | Portion::End | Portion::Rest);
    if at_the_end_of_the_day(at, i) {
        return None;
    }
    // «early to mid May», «mid- to late 2018».
    let joined = words.any(j, set!["to", "or"]);
    // «mid-to-late May» has a hyphen on both sides.
    let k = j + 1 + usize::from(joined && words.kind(j + 1) == Kind::Dash && words.glued(j + 1));
    if joined
        && !words.any(k + 1, set!["to", "or"])
        && let Some(DateWord::Portion(last @ (Portion::Middle | Portion::Late))) = at.word(k)
    {
        let first = self::portion(at, k).filter(|when| when.grain < Granularity::Day)?;
        return both(at, portion, last, first, k);
    }
    let of = words.is(j, "of") || words.any(j, set!["in", "during"]) && !needs_of;
    if needs_of && !of && !end_of_month(at, i, j, dashed) {
        return None;
    }
    if words.any(j, set!["of", "in", "during"]) {
        j += 1;
    }
    // «end of business».
    let day = |k| {
        matches!(
            at.word(k),
            Some(DateWord::Weekday(_) | DateWord::Day(_) | DateWord::Month(_))
        )
    };
    if portion == Portion::End && words.is(j, "business") && (at.closes(j + 1) || day(j + 1)) {
        let day = day_after(at, j + 1)
            .unwrap_or_else(|| When::day(j + 1, at.now.date(), Anchor::Relative));
        return cut(at, Portion::End, day, true);
    }
    // «late in the day», «early in the morning» are parts of a day.
    let mut period = whole(at, j)?;
    // «end of the day on Friday», «end of day tomorrow».
    if at.unit(at.the(j)) == Some(Unit::Day)
        && let Some(day) = day_after(at, period.end)
    {
        period = day;
    }
    let bare_unit = at.unit(at.the(j)).is_some();
    // «mid-week» has its hyphen; «late week» is nothing.
    let middle = portion == Portion::Middle && dashed && at.unit(j) > Some(Unit::Day);
    if bare_unit
        && matches!(portion, Portion::Early | Portion::Late | Portion::Middle)
        && !of
        && !middle
    {
        return None;
    }
    if period.grain > Granularity::Week && period.grain != Granularity::Day {
        return None;
    }
    let the = i - usize::from(at.after_any(i, set!["the"]));
    let lead =
        the - usize::from(at.after_any(the, set!["at", "by", "in", "before", "until", "since"]));
    let alone = at.is_all(lead, period.end);
    cut(at, portion, period, alone)
}

/// «At the end of the day, it is about trust» is no time.
pub(super) fn at_the_end_of_the_day(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    let opens = i >= 2
        && words.is(i, "end")
        && words.is(i - 1, "the")
        && words.is(i - 2, "at")
        && words.capital(i - 2);
    let Some(end) = words.phrase(i + 1, set!["of", "the", "day"]) else {
        return false;
    };
    opens
        && (words.kind(end) == Kind::Comma
            || words.any(
                end,
                set![
                    "it", "we", "you", "they", "he", "she", "i", "this", "that", "there", "what",
                    "it's", "i'm", "you're"
                ],
            ))
}

/// «by end-June», «at end-2016», «by end May»: with a hyphen, or between a preposition and a month, «end» is no verb.
fn end_of_month(at: At<'_>, i: usize, j: usize, dashed: bool) -> bool {
    let words = at.words;
    let led = at.after_any(
        i,
        set![
            "by", "at", "in", "from", "since", "until", "before", "till", "to", "of"
        ],
    );
    let month = at
        .month(j)
        .is_some_and(|(_, end)| at.day_number(end).is_none());
    words.is(i, "end")
        && (dashed && (month || at.year(j).is_some())
            || led && month && !at.after_any(i, set!["to"]))
}

/// «year-end», «month's end», «the year's end»: the end of the period that publication is in.
pub(super) fn unit_end(at: At<'_>, i: usize, unit: Unit) -> Option<When> {
    let words = at.words;
    if unit < Unit::Week || words.str(i).ends_with('s') {
        return None;
    }
    let mark = words.is(i + 1, "'s")
        || words.kind(i + 1) == Kind::Dash && words.glued(i + 1) && words.glued(i + 2);
    let k = i + 1 + usize::from(mark);
    // «year end results» is no time.
    let led = at.after_any(
        i,
        set![
            "by", "at", "before", "until", "till", "since", "after", "the", "from"
        ],
    );
    if !words.is(k, "end") || !at.closes(k + 1) || !(mark || led) {
        return None;
    }
    let range = calendar::whole(at.now, unit, 0)?;
    cut(
        at,
        Portion::End,
        When::new(k + 1, range, grain(unit), Anchor::Relative),
        false,
    )
}

/// From the first part of a period to the `last`, which stands at `i` and was read there.
fn both(at: At<'_>, portion: Portion, last: Portion, read: When, i: usize) -> Option<When> {
    let dash = usize::from(at.words.kind(i + 1) == Kind::Dash);
    let period = whole(at, i + 1 + dash).filter(|period| period.end == read.end)?;
    let from = cut(at, portion, period, false)?;
    let to = cut(at, last, period, false)?;
    let range = calendar::between(from.stated.from?, to.stated.to?);
    let wide = calendar::hull(from.possible, to.possible);
    Some(When::new(read.end, range, period.grain, period.anchor).wide(wide))
}

/// The day after «end of day»: «tomorrow», «on Friday».
fn day_after(at: At<'_>, i: usize) -> Option<When> {
    let j = i + usize::from(at.words.is(i, "on"));
    let day = absolute::read(at, j).or_else(|| relative::read(at, j))?;
    (day.grain == Granularity::Day).then_some(day)
}

/// The part of a period; `alone`: as a whole text.
fn cut(at: At<'_>, portion: Portion, period: When, alone: bool) -> Option<When> {
    if period.grain == Granularity::Day {
        return cut_day(at, portion, period);
    }
    let whole = Whole::of(&period)?;
    let range = whole.stated(at, portion, alone)?;
    let possible = match portion {
        Portion::Earlier | Portion::Later | Portion::Rest => period.stated,
        _ => whole.possible(portion)?,
    };
    let mut when = When::new(period.end, range, period.grain, period.anchor);
    when.possible = calendar::hull(calendar::hull(range, possible), range);
    Some(when)
}

/// Some hours of a day.
fn cut_day(at: At<'_>, portion: Portion, day: When) -> Option<When> {
    let (from, to) = (day.stated.from?, day.stated.to?);
    let hour = |h: i64| calendar::shift(from, Unit::Hour, h);
    let today = holds(day.stated, at.now);
    let (a, b) = match portion {
        Portion::End => (calendar::shift(to, Unit::Second, -1)?, to),
        Portion::Middle => (hour(10)?, hour(14)?),
        Portion::Start | Portion::Early => (from, hour(10)?),
        Portion::Late => (hour(18)?, to),
        Portion::Earlier if today => (from, at.now),
        Portion::Later | Portion::Rest if today => (at.now, to),
        Portion::Earlier | Portion::Later | Portion::Rest => (from, to),
    };
    let grain = if portion == Portion::End {
        Granularity::Second
    } else {
        Granularity::PartOfDay
    };
    let mut when = When::new(day.end, calendar::between(a, b), grain, day.anchor)
        .wide(calendar::between(from, to));
    when.the = portion == Portion::End;
    Some(when)
}

/// A period longer than a day, to be cut.
struct Whole {
    from: DateTime,
    to: DateTime,
    grain: Granularity,
    /// Unit: days.
    length: i64,
}

impl Whole {
    fn of(period: &When) -> Option<Self> {
        let (from, to) = (period.stated.from?, period.stated.to?);
        Some(Self {
            from,
            to,
            grain: period.grain,
            length: i64::from((to - from).get_days()),
        })
    }

    /// So long behind its start.
    fn ahead(&self, unit: Unit, n: i64) -> Option<DateTime> {
        calendar::shift(self.from, unit, n)
    }

    /// So long before its end.
    fn back(&self, unit: Unit, n: i64) -> Option<DateTime> {
        calendar::shift(self.to, unit, -n)
    }

    /// A decade has ten years, a century a hundred.
    fn years(&self) -> i64 {
        if self.length > 20_000 { 100 } else { 10 }
    }

    /// Where its halves meet; late in a month is its last third.
    fn middle(&self, portion: Portion) -> Option<DateTime> {
        match self.grain {
            Granularity::Decade => self.ahead(Unit::Year, self.years() / 2),
            Granularity::Year => self.ahead(Unit::Month, 6),
            Granularity::Season => self.ahead(Unit::Day, 45),
            Granularity::Month if portion == Portion::Late => self.ahead(Unit::Day, 20),
            Granularity::Month => self.ahead(Unit::Day, 15),
            _ => self.ahead(Unit::Day, 3),
        }
    }

    /// What is meant by a portion of it.
    fn stated(&self, at: At<'_>, portion: Portion, alone: bool) -> Option<DateRange> {
        let (from, to) = (self.from, self.to);
        let mid = self.middle(portion)?;
        let today = calendar::floor(at.now, Unit::Day).clamp(from, to);
        let running = holds(calendar::between(from, to), at.now);
        let (from, to) = match portion {
            Portion::Early => (from, mid),
            Portion::Late => (mid, to),
            Portion::Start => match self.grain {
                Granularity::Year => (from, self.ahead(Unit::Month, 3)?),
                Granularity::Month => (from, self.ahead(Unit::Day, 10)?),
                _ => (from, mid),
            },
            Portion::Middle => self.core()?,
            Portion::End => match self.grain {
                Granularity::Year => (self.back(Unit::Month, 4)?, to),
                Granularity::Month => (self.ahead(Unit::Day, 20)?, to),
                // As a whole text its last three days, in a sentence its second half.
                Granularity::Week => (self.ahead(Unit::Day, if alone { 4 } else { 3 })?, to),
                _ => (mid, to),
            },
            // «later this year» in May is not June: from the middle on, or from now where that is over.
            Portion::Earlier => match today.min(mid.max(from)) {
                now if running && now > from => (from, now),
                _ => (from, mid),
            },
            Portion::Later => match today.max(mid) {
                now if running && now < to => (now, to),
                _ => (mid, to),
            },
            Portion::Rest => (today, to),
        };
        Some(calendar::between(from, to))
    }

    /// Its middle part.
    fn core(&self) -> Option<(DateTime, DateTime)> {
        let inner = |unit, from, to| Some((self.ahead(unit, from)?, self.ahead(unit, to)?));
        match self.grain {
            Granularity::Year => inner(Unit::Month, 4, 8),
            Granularity::Month => inner(Unit::Day, 10, 20),
            Granularity::Decade => inner(Unit::Year, self.years() * 3 / 10, self.years() * 7 / 10),
            Granularity::Week => inner(Unit::Day, 1, 4),
            _ => inner(Unit::Day, self.length / 3, self.length * 2 / 3),
        }
    }

    /// As far as a portion may reach: two thirds of it, or all but a fifth on each side.
    fn possible(&self, portion: Portion) -> Option<DateRange> {
        let third = (self.length * 2 / 3).max(1);
        let edge = self.length / 5;
        Some(match portion {
            Portion::Early | Portion::Start => {
                calendar::between(self.from, self.ahead(Unit::Day, third)?)
            }
            Portion::Late | Portion::End => {
                calendar::between(self.back(Unit::Day, third)?, self.to)
            }
            _ => calendar::between(self.ahead(Unit::Day, edge)?, self.back(Unit::Day, edge)?),
        })
    }
}

fn holds(range: DateRange, at: DateTime) -> bool {
    range.from.is_none_or(|from| from <= at) && range.to.is_none_or(|to| at < to)
}

/// «EOM», «EOY», «EOD».
pub(super) fn abbreviation(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let start = words.any(i, set!["bom", "boy"]);
    if start && words.str(i).chars().any(char::is_lowercase) {
        return None;
    }
    if words.is(i, "cob") && words.str(i) != "COB" {
        return None;
    }
    // «YTD»: so far.
    if words.any(i, set!["ytd", "mtd", "qtd"]) {
        let unit = match words.str(i).as_bytes()[0] {
            b'Y' => Unit::Year,
            b'M' => Unit::Month,
            b'Q' => Unit::Quarter,
            _ => return None,
        };
        let range = calendar::between(calendar::floor(at.now, unit), at.now);
        return Some(When::new(i + 1, range, grain(unit), Anchor::Relative));
    }
    let unit = if words.is(i, "bom") {
        Unit::Month
    } else if words.is(i, "boy") {
        Unit::Year
    } else if words.any(i, set!["eod", "cob"]) {
        Unit::Day
    } else if words.is(i, "eom") {
        Unit::Month
    } else if words.is(i, "eoy") {
        Unit::Year
    } else {
        return None;
    };
    let range = calendar::whole(at.now, unit, 0)?;
    if unit == Unit::Day
        && let Some(day) = day_after(at, i + 1)
    {
        return cut(at, Portion::End, day, true);
    }
    cut(
        at,
        if start { Portion::Start } else { Portion::End },
        When::new(i + 1, range, grain(unit), Anchor::Relative),
        true,
    )
}
