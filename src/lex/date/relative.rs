//! Dates counted from another moment: «yesterday», «in 3 days», «two weeks ago», «last month», «next 3 days».
//!
//! In: a place in a sentence. Out: the day or period meant. What is counted from publication is
//! [`Anchor::Relative`]; what is counted from a moment the story tells («two days later») is [`Anchor::Story`], and
//! then nothing is sure of it. How wide a count is meant: «five years ago» is anywhere in that calendar year or half
//! a year around, «three days ago» is that day.

use jiff::civil::Weekday;

use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::counting::alone;
use super::counting::between_counts;
use super::counting::future_in;
use super::counting::in_time;
use super::counting::shift_when;
use super::counting::up_to;
use super::length;
use super::length::Length;
use super::period;
use super::place::At;
use super::point::point;
use super::portion;
use super::sametime;
use super::shifted::fiscal;
use super::shifted::month_after_next;
use super::shifted::shifted;
use super::tense;
use super::weekdays::seasons_away;
use super::weekdays::upcoming_units;
use super::weekdays::weekdays_ahead;
use super::weekdays::weekdays_away;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::number;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// The longest relative date at `i`.
pub(super) fn read(at: At<'_>, i: usize) -> Option<When> {
    if !at.starts(i) {
        return None;
    }
    let readers: &[fn(At<'_>, usize) -> Option<When>] = match at.word(i) {
        Some(DateWord::Day(_) | DateWord::Tonight | DateWord::Now) => &[day_word],
        Some(DateWord::Shift(_)) => &[
            shifted,
            weekdays_ahead,
            now,
            sametime::read,
            sametime::unit_elsewhere,
        ],
        Some(DateWord::Unit(_)) => &[named_unit, counted, now],
        Some(DateWord::Month(_)) => &[month_after_next],
        Some(DateWord::Start) => &[now, counted, fiscal],
        Some(DateWord::Portion(_)) => &[portion::portion],
        _ if number::none(at.words, i) => &[],
        _ => &[counted, weekdays_away, seasons_away],
    };
    let best = readers.iter().filter_map(|read| read(at, i));
    best.fold(None, |best: Option<When>, when| match best {
        Some(best) if best.end >= when.end => Some(best),
        _ => Some(when),
    })
}

/// «yesterday», «the day after tomorrow» starts at «day».
fn day_word(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    match at.word(i)? {
        DateWord::Day(by) => {
            // «tomorrow week» is a week later.
            let week = words.is(i + 1, "week")
                && by >= 0
                && matches!(
                    words.kind(i + 2),
                    Kind::None | Kind::Stop | Kind::Comma | Kind::End
                );
            let days = i64::from(by) + 7 * i64::from(week);
            let day = calendar::shift(at.now, Unit::Day, days)?.date();
            Some(When::day(i + 1 + usize::from(week), day, Anchor::Relative))
        }
        DateWord::Now
            if !words.any(i + 1, set!["that", "known"])
                && !at.after_any(i, set!["for"])
                && (i > 0 || words.kind(i + 1) != Kind::Comma) =>
        {
            let told = words.len() <= 2
                || at.after_any(
                    i,
                    set![
                        "right", "just", "until", "till", "from", "by", "and", "between", "since",
                        "of", "to",
                    ],
                )
                || words.any(i + 1, set!["until", "till", "through", "to"])
                    && (at.word(i + 2).is_some() || words.kind(i + 2) == Kind::Digits)
                || matches!(words.kind(i + 1), Kind::None | Kind::Stop | Kind::End);
            told.then(|| present(at, i + 1))
        }
        _ => None,
    }
}

fn present(at: At<'_>, end: usize) -> When {
    let range = calendar::between(
        at.now,
        calendar::shift(at.now, Unit::Second, 1).unwrap_or(at.now),
    );
    When::new(end, range, Granularity::Second, Anchor::Relative)
}

/// «at present», «at this time», «at the minute», «ATM», «right now» (from «right» on it is a lead).
fn now(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    if words.is(i, "atm") && words.str(i) == "ATM" && words.len() <= 2 {
        return Some(present(at, i + 1));
    }
    let this = at.after_any(i, set!["at"]);
    if this && (words.is(i, "present") && !words.capital(i)) {
        return Some(present(at, i + 1));
    }
    if this && words.is(i, "this") && words.any(i + 1, set!["time", "moment"]) {
        return Some(present(at, i + 2));
    }
    if words.is(i, "asap") && at.closes(i + 1) {
        return Some(present(at, i + 1).wide(DateRange::OPEN));
    }
    if at.after_any(i, set!["as"])
        && let Some(end) = words.phrase(i, set!["soon", "as", "possible"])
    {
        return Some(present(at, end).wide(DateRange::OPEN));
    }
    if words.any(i, set!["minute", "moment"])
        && at.after_any(i, set!["the"])
        && words.is(i.wrapping_sub(2), "at")
    {
        return Some(present(at, i + 1));
    }
    None
}

/// «week after next», «day before yesterday», «the day», «year 2018», «week 27», «day after».
fn named_unit(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let unit = at.unit(i)?;
    if let Some(when) = portion::unit_end(at, i, unit) {
        return Some(when);
    }
    if unit == Unit::Day {
        let (sign, j) = if words.is(i + 1, "after") {
            (1, i + 2)
        } else if words.is(i + 1, "before") {
            (-1, i + 2)
        } else {
            (0, i + 1)
        };
        if sign != 0 {
            if let Some(DateWord::Day(by)) = at.word(j) {
                let day = calendar::shift(at.now, Unit::Day, i64::from(by) + sign)?;
                return Some(When::day(j + 1, day.date(), Anchor::Relative).with_the());
            }
            let j = after_that(at, j);
            if at.breaks(j) && at.after_any(i, set!["the"]) {
                let day = calendar::shift(at.now, Unit::Day, sign)?;
                return Some(When::day(j, day.date(), Anchor::Story).with_the());
            }
        }
    }
    if unit >= Unit::Day
        && unit != Unit::Fortnight
        && let Some(j) = words
            .phrase(i + 1, set!["before", "last"])
            .or_else(|| words.phrase(i + 1, set!["before", "the", "last"]))
    {
        let range = calendar::whole(at.now, unit, -2)?;
        return Some(When::new(j, range, unit.grain(), Anchor::Relative).with_the());
    }
    // «the week after», «the year before»: of what was told.
    if unit > Unit::Day
        && at.after_any(i, set!["the"])
        && words.any(i + 1, set!["after", "before"])
        && let end = after_that(at, i + 2)
        && at.breaks(end)
    {
        let sign = if words.is(i + 1, "after") { 1 } else { -1 };
        let range = calendar::whole(at.now, unit, sign)?;
        return Some(When::new(end, range, unit.grain(), Anchor::Story).with_the());
    }
    if unit >= Unit::Day
        && let Some(j) = words
            .phrase(i + 1, set!["after", "next"])
            .or_else(|| words.phrase(i + 1, set!["after", "the", "next"]))
        && unit != Unit::Fortnight
    {
        let range = calendar::whole(at.now, unit, 2)?;
        return Some(When::new(j, range, unit.grain(), Anchor::Relative).with_the());
    }
    period::named(at, i, unit)
}

/// The index after the «that» of «the week after that».
fn after_that(at: At<'_>, i: usize) -> usize {
    i + usize::from(at.words.is(i, "that") && at.closes(i + 1))
}

/// «ago», «back», «hence», «from now», «from today» after a length: the sign and the index after them.
pub(super) fn away(at: At<'_>, i: usize) -> Option<(i64, usize)> {
    let words = at.words;
    if words.any(i, set!["ago", "back"]) {
        return Some((-1, i + 1));
    }
    if words.is(i, "hence") {
        return Some((1, i + 1));
    }
    (words.is(i, "from") && words.any(i + 1, set!["now", "today"])).then_some((1, i + 2))
}

/// «3 days ago», «two weeks from now», «30 minutes later», «in 2 weeks», «2 weeks before Christmas», «within 3 days».
fn counted(at: At<'_>, i: usize) -> Option<When> {
    if let Some(when) = upcoming_units(at, i) {
        return Some(when);
    }
    if let Some(minutes) = lone_minutes(at, i) {
        return Some(minutes);
    }
    if let Some((shorter, longer)) = length::range(at, i) {
        return between_counts(at, i, &shorter, &longer);
    }
    let length = length::length(at, i)?;
    // «three months or so ago».
    let end = at
        .words
        .phrase(length.end, set!["or", "so"])
        .unwrap_or(length.end);
    Counted { at, i, end, length }.when()
}

/// «in 15» as a whole text: minutes.
fn lone_minutes(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let (minutes, end) = at.after_any(i, set!["in"]).then(|| at.integer(i, 2))??;
    let lone = minutes > 0
        && words.kind(i) == Kind::Digits
        && at.is_all(i - 1, end)
        && words.kind(end) != Kind::Apostrophe;
    if !lone {
        return None;
    }
    let to = calendar::shift(at.now, Unit::Minute, minutes)?;
    let range = calendar::between(to, calendar::shift(to, Unit::Second, 1)?);
    let when = When::new(end, range, Granularity::Minute, Anchor::Relative);
    Some(when.wide(DateRange::OPEN))
}

/// A length of time, and the words around it that count it from a moment.
struct Counted<'a> {
    at: At<'a>,
    /// Its first word.
    i: usize,
    /// The word behind it and behind «or so».
    end: usize,
    length: Length,
}

impl Counted<'_> {
    /// By what stands behind it, then by what leads it.
    fn when(&self) -> Option<When> {
        let (at, words, j, length) = (self.at, self.at.words, self.end, &self.length);
        if words.is(j, "ago") {
            let the_day = words.phrase(j + 1, set!["to", "the", "day"]);
            return story_point(at, j + 1, length, -1)
                .or_else(|| self.shifted(the_day.unwrap_or(j + 1), -1, Anchor::Relative));
        }
        if let Some(when) = length_and_day(at, j, length) {
            return Some(when);
        }
        if let Some((end, sign, anchor)) = self.direction() {
            return self.shifted(end, sign, anchor);
        }
        if let Some(end) = words.phrase(j, set!["in", "the", "future"]) {
            let to = length.from(at.now, 1)?;
            let from = calendar::shift(calendar::floor(at.now, Unit::Day), Unit::Day, 1)?;
            let range = calendar::between(from, to.max(from));
            return Some(When::new(end, range, length.unit.grain(), Anchor::Relative));
        }
        if let Some(base) = self.base() {
            return self.counted_from(&base);
        }
        if let Some(base) = self.beginning() {
            let from = base.stated.from?;
            let range = calendar::between(from, length.from(from, 1)?);
            let mut when = When::new(base.end, range, base.grain, base.anchor);
            when.the = false;
            return Some(when);
        }
        if let Some(when) = up_to(at, self.i, j, length) {
            return Some(when);
        }
        if words.is(j, "of")
            && at.after_any(self.i, set!["within"])
            && let Some(base) = point(at, j + 1)
        {
            let range = calendar::between(
                length.from(base.stated.from?, -1)?,
                length.from(base.stated.to?, 1)?,
            );
            return Some(When::new(base.end, range, base.grain, base.anchor));
        }
        self.led()
    }

    /// The moment that lies the length before (-1) or behind (1) publication; told up to `end`.
    fn shifted(&self, end: usize, sign: i64, anchor: Anchor) -> Option<When> {
        let to = self.length.from(self.at.now, sign)?;
        shift_when(&self.length, to, end, anchor)
            .and_then(|when| alone(self.at, self.i, &self.length, to, when))
    }

    /// «later», «earlier», «hence», «back», «in the past», «from now»: where the words end, which way, and from what it counts.
    fn direction(&self) -> Option<(usize, i64, Anchor)> {
        let (words, j) = (self.at.words, self.end);
        if words.any(j, set!["later", "afterwards", "afterward"]) && !words.is(j + 1, "than") {
            return Some((j + 1, 1, Anchor::Story));
        }
        if words.any(j, set!["earlier", "prior", "previously"])
            && !words.any(j + 1, set!["than", "to"])
        {
            return Some((j + 1, -1, Anchor::Story));
        }
        if words.is(j, "hence") {
            return Some((j + 1, 1, Anchor::Relative));
        }
        // «three weeks back», and not «two steps back to» or «a day back at work».
        if words.is(j, "back") && !matches!(words.kind(j + 1), Kind::Word | Kind::Dash) {
            return Some((j + 1, -1, Anchor::Relative));
        }
        if let Some(end) = words.phrase(j, set!["in", "the", "past"]) {
            return Some((end, -1, Anchor::Relative));
        }
        (words.is(j, "from") && words.is(j + 1, "now")).then_some((j + 2, 1, Anchor::Relative))
    }

    /// The point in time behind «before», «after», «from»: «2 weeks before Christmas».
    fn base(&self) -> Option<When> {
        let words = self.at.words;
        words
            .any(
                self.end,
                set!["from", "after", "before", "since", "following", "preceding"],
            )
            .then(|| point(self.at, self.end + 1))?
    }

    /// The moment that lies the length before or behind a point; «for 3 days from Monday» is all that time.
    fn counted_from(&self, base: &When) -> Option<When> {
        let (at, words, j) = (self.at, self.at.words, self.end);
        let from = base.stated.from;
        if words.is(j, "from") && at.after_any(self.i, set!["for"]) && !self.length.is_clock() {
            let to = calendar::shift(self.length.from(from?, 1)?, Unit::Day, 1)?;
            let range = calendar::between(from?, to);
            return Some(When::new(base.end, range, base.grain, base.anchor));
        }
        if words.is(j, "since") && !at.after_any(self.i, set!["in"]) {
            return None;
        }
        let before = words.any(j, set!["before", "preceding"]);
        let to = self.length.from(from?, if before { -1 } else { 1 })?;
        let when = shift_when(&self.length, to, base.end, base.anchor)?;
        Some(weekday_near(at, when))
    }

    /// The point in time that it begins at: «for 10 days from 18 December», «a week starting tomorrow».
    fn beginning(&self) -> Option<When> {
        let (words, next) = (self.at.words, self.end + 1);
        let begins = words.any(self.end, set!["starting", "beginning", "from"]);
        let at = next + usize::from(words.any(next, set!["on", "from", "the"]));
        begins.then(|| point(self.at, at))?
    }

    /// By what stands before it: «in two weeks», «in less than an hour», «within 3 days».
    fn led(&self) -> Option<When> {
        let (at, words, i, j) = (self.at, self.at.words, self.i, self.end);
        let length = &self.length;
        let hedged = self.hedges();
        if at.after_any(i - hedged, set!["in"]) && future_in(at, i - hedged, j, length) {
            return self.shifted(in_time(at, j), 1, Anchor::Relative);
        }
        let is_past = || tense::direction(words, i, j) == Direction::Past;
        if at.after_any(i, set!["than"])
            && words.any(i.wrapping_sub(2), set!["less", "under"])
            && words.is(i.wrapping_sub(3), "in")
            && length.is_clock()
            // «In less than an hour the jury came back»: how long it took.
            && !is_past()
        {
            return self.shifted(j, 1, Anchor::Relative);
        }
        if at.after_any(i, set!["after"]) && words.len() <= j - i + 2 {
            return self.shifted(j, 1, Anchor::Relative);
        }
        // «Within two minutes, he stopped» counts from the story, not from publication.
        if at.after_any(i, set!["within"]) && !is_past() {
            let to = length.from(at.now, 1)?;
            let start = if length.is_clock() {
                at.now
            } else {
                calendar::floor(at.now, Unit::Day)
            };
            let range = calendar::between(start, to);
            let when = When::new(j, range, length.unit.grain(), Anchor::Relative);
            return Some(when.wide(DateRange::OPEN));
        }
        None
    }

    /// How many words before it hedge it: «about», «just over», «no more than».
    fn hedges(&self) -> usize {
        let (at, words, i) = (self.at, self.at.words, self.i);
        let than = at.after_any(i, set!["than"])
            && words.any(i.wrapping_sub(2), set!["less", "more", "fewer"]);
        if than {
            return 2 + usize::from(words.is(i.wrapping_sub(3), "no"));
        }
        let least = at.after_any(i, set!["least", "most"]) && words.is(i.wrapping_sub(2), "at");
        let just = at.after_any(i, set!["over", "under"]) && words.is(i.wrapping_sub(2), "just");
        if least || just {
            return 2;
        }
        usize::from(at.after_any(
            i,
            set![
                "about",
                "around",
                "roughly",
                "approximately",
                "just",
                "nearly",
                "almost",
                "another",
                "exactly",
                "under",
                "over",
                "only",
            ],
        ))
    }
}

/// «tomorrow», «now», «next Monday» without another count in it.
pub(super) fn simple(at: At<'_>, i: usize) -> Option<When> {
    match at.word(i)? {
        DateWord::Now => Some(present(at, i + 1)),
        DateWord::Day(_) => day_word(at, i),
        DateWord::Unit(Unit::Day) => named_unit(at, i),
        DateWord::Shift(_) => shifted(at, i),
        _ => None,
    }
}

/// «three weeks after Christmas on Friday»: that weekday in that week.
fn weekday_near(at: At<'_>, when: When) -> When {
    let j = when.end;
    if at.words.is(j, "on")
        && let Some((weekday, end)) = at.weekday(j + 1)
        && let Some(date) = when.first()
        && let Some(day) = calendar::weekday_of_week(date, weekday)
    {
        return When::day(end, day, when.anchor);
    }
    when
}

/// «a week on Friday», «a fortnight tomorrow», «two weeks on Thursday»: the day so much later.
fn length_and_day(at: At<'_>, i: usize, length: &Length) -> Option<When> {
    let words = at.words;
    let weeks = matches!(length.unit, Unit::Week | Unit::Fortnight);
    let on = words.is(i, "on");
    let lone = at.closes(i + 1 + usize::from(on));
    if !weeks || length.count.is_none_or(|count| count > 3) || !lone {
        return None;
    }
    let day = match at.word(i + usize::from(on))? {
        DateWord::Day(by) if !on => calendar::shift(at.now, Unit::Day, by.into())?.date(),
        DateWord::Weekday(n)
            if on
                || length.unit == Unit::Week
                    && length.count == Some(1)
                    && words.any(i - 2, set!["a"]) =>
        {
            let weekday = Weekday::from_monday_one_offset(n).ok()?;
            calendar::weekday(at.now.date(), weekday, Direction::Future)?
        }
        _ => return None,
    };
    let date = length.from(day.into(), 1)?.date();
    Some(When::day(i + 1 + usize::from(on), date, Anchor::Relative))
}

/// «a year ago today», «two weeks ago on Monday», «a year ago last week».
fn story_point(at: At<'_>, i: usize, length: &Length, sign: i64) -> Option<When> {
    let words = at.words;
    let to = length.from(at.now, sign)?;
    let on = i + usize::from(words.is(i, "on"));
    if let Some((weekday, end)) = at.weekday(on)
        && length.unit >= Unit::Week
        && end == on + 1
    {
        let day = calendar::weekday_of_week(to.date(), weekday)?;
        return Some(When::day(end, day, Anchor::Relative));
    }
    if let Some(DateWord::Shift(by)) = at.word(i)
        && words.any(i, set!["last", "this", "next"])
        && length.unit >= Unit::Year
        && let Some(unit) = at.unit(i + 1)
        && (Unit::Week..Unit::Year).contains(&unit)
    {
        let range = calendar::whole(to, unit, by.into())?;
        return Some(When::new(i + 2, range, unit.grain(), Anchor::Relative));
    }
    if words.any(i, set!["today", "tomorrow", "yesterday"])
        && let Some(DateWord::Day(by)) = at.word(i)
        && !length.is_clock()
    {
        let day = calendar::shift(to, Unit::Day, by.into())?.date();
        return Some(When::day(i + 1, day, Anchor::Relative));
    }
    None
}
