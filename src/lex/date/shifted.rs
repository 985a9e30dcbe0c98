//! Days and periods next to publication's: «last week», «next Monday», «this past weekend», «the last 3 months».
//!
//! In: a place in a sentence. Out: the period. «Last Wednesday» is the Wednesday of last week; that it may be the one just
//! past is in what is possible.

use jiff::civil::Date;

use super::absolute;
use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::feast;
use super::length::Length;
use super::length::length;
use super::length::parts;
use super::length::quantity;
use super::length::range;
use super::place::At;
use super::season;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;

/// «fiscal year 2008», «FY18»: which months it has differs from body to body.
pub(super) fn fiscal(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let j = if words.any(i, set!["fiscal", "calendar", "academic", "financial"])
        || words.is(i, "school") && words.is(i + 1, "year")
    {
        i + 1 + usize::from(words.is(i + 1, "year"))
    } else if words.any(i, set!["fy", "sy"]) {
        i + 1
    } else {
        return None;
    };
    let (year, end) = match at.year(j) {
        Some(found) => found,
        None if words.any(i, set!["fy", "sy"]) => (calendar::full_year(at.digits(j, 2)?), j + 1),
        None => return None,
    };
    // «fiscal 2017-18», «FY 2017/18».
    let next = matches!(words.kind(end), Kind::Dash | Kind::Slash)
        && words.glued(end)
        && words.glued(end + 1)
        && at.digits(end + 1, 2) == Some((year + 1) % 100);
    let end = end + 2 * usize::from(next);
    if words.is(i, "calendar") {
        let range = calendar::year(year)?;
        return Some(When::new(end, range, Granularity::Year, Anchor::Absolute));
    }
    let range = calendar::year(year)?;
    let wide = calendar::between(
        calendar::shift(range.from?, Unit::Year, -1)?,
        calendar::shift(range.to?, Unit::Year, 1)?,
    );
    Some(When::new(end, range, Granularity::Year, Anchor::Absolute).wide(wide))
}

/// «last week», «next Monday», «this past weekend», «last 3 months», «next fiscal year», «next day».
pub(super) fn shifted(at: At<'_>, i: usize) -> Option<When> {
    let words = at.words;
    let DateWord::Shift(mut by) = at.word(i)? else {
        return None;
    };
    // «The truce will last two weeks».
    if words.is(i, "last") && verb_before(at, i) {
        return None;
    }
    let mut j = i + 1 + usize::from(words.is(i + 1, "very"));
    // «this past weekend», «this coming Friday».
    if by == 0
        && words.any(i, set!["this"])
        && let Some(DateWord::Shift(other)) = at.word(j)
    {
        by = other;
        j += 1;
        if let Some(weekday) = upcoming(at, j, by) {
            return Some(weekday);
        }
    }
    // «last season», where nothing says that it is one of sport.
    if i == 0 && words.any(j, set!["season", "seasons"]) && words.len() == j + 1 {
        return season::current(at, j + 1, by);
    }
    if let Some(working) = of_work(at, i, j, by) {
        return Some(working);
    }
    let fiscal = words.any(j, set!["fiscal", "financial", "school", "academic"]);
    if words.is(j, "calendar")
        || fiscal && matches!(at.unit(j + 1), Some(Unit::Quarter | Unit::Month))
    {
        j += 1;
    }
    // «the same month» belongs to the story.
    let whole = || {
        at.unit(j)
            .is_some_and(|unit| unit >= Unit::Week && !words.str(j).ends_with('s'))
    };
    if words.is(i, "that") && !(whole() || at.word(j) == Some(DateWord::Weekend)) {
        return None;
    }
    let anchor = anchor(at, i, j);
    let story = |when: When| When {
        anchor: when.anchor.max(anchor),
        ..when
    };
    if let Some(when) = many(at, i, j, by) {
        return Some(story(when));
    }
    if let Some(end) = at.weekend(j) {
        return weekend_shifted(at, i, end, by).map(story);
    }
    if let Some(unit) = at.unit(j) {
        let one = is_one_unit(at, i, j, by, unit);
        return one.then(|| single(at, j, unit, by).map(story))?;
    }
    match at.word(j)? {
        // «the coming Friday» is the next one, «next Friday» the one of next week.
        DateWord::Weekday(_)
            if words.any(j - 1, set!["coming", "upcoming"])
                || words.is(j - 1, "past") && at.month(j + 1).is_none() =>
        {
            upcoming(at, j, by)
        }
        DateWord::Weekday(_) => weekday_shifted(at, j, by).map(story),
        DateWord::Month(_) => month_shifted(at, j, by).map(story),
        DateWord::Season(season) => {
            let when = season::season_near(at, j + 1, season, by)?;
            Some(story(When {
                anchor: Anchor::Relative,
                ..when
            }))
        }
        _ => feast::feast_shifted(at, j, by).map(story),
    }
}

/// «this working week», «the last business day», «next fiscal year».
fn of_work(at: At<'_>, i: usize, j: usize, by: i8) -> Option<When> {
    let words = at.words;
    if words.any(j, set!["working", "work", "business"]) && words.is(j + 1, "week") {
        let mut range = calendar::whole(at.now, Unit::Week, by.into())?;
        range.to = calendar::shift(range.from?, Unit::Day, 5);
        return Some(When::new(j + 2, range, Granularity::Week, Anchor::Relative));
    }
    if let Some(day) = working_day(at, i, j, by) {
        return Some(day);
    }
    let fiscal = words.any(j, set!["fiscal", "financial", "school", "academic"]);
    if !fiscal || at.unit(j + 1) != Some(Unit::Year) {
        return None;
    }
    let year = calendar::whole(at.now, Unit::Year, by.into())?;
    let wide = calendar::between(
        calendar::shift(year.from?, Unit::Year, -1)?,
        calendar::shift(year.to?, Unit::Year, 1)?,
    );
    Some(When::new(j + 2, year, Granularity::Year, Anchor::Relative).wide(wide))
}

/// Whether a unit of time behind «last», «this», «next» is one that lies so far from now.
fn is_one_unit(at: At<'_>, i: usize, j: usize, by: i8, unit: Unit) -> bool {
    let words = at.words;
    let second = unit == Unit::Second && words.is(j, "second") && by == 0;
    // «the last day of her visit» is no day before today.
    let of_something = words.is(i, "last")
        && words.is(j + 1, "of")
        && at.after_any(i, set!["the", "his", "her", "its", "their"]);
    // «a last hour-long stop»
    let compound =
        words.kind(j + 1) == Kind::Dash && words.glued(j + 1) && at.unit(j + 2).is_some();
    let hours = by == 0 && unit < Unit::Day && !words.is(i, "current");
    !(second || of_something || compound || hours)
}

/// «the next working day», «the last business day»: the nearest day from Monday to Friday.
fn working_day(at: At<'_>, i: usize, j: usize, by: i8) -> Option<When> {
    let words = at.words;
    let told = words.any(j, set!["working", "business", "trading"]) && words.is(j + 1, "day");
    if !told || by == 0 {
        return None;
    }
    let mut day = at.now.date();
    loop {
        day = calendar::shift(day.into(), Unit::Day, by.into())?.date();
        if day.weekday().to_monday_zero_offset() < 5 {
            return Some(When::day(j + 2, day, anchor(at, i, j + 1)).with_the());
        }
    }
}

/// Whether what the word at `i` points at is publication or a moment of the story; `j` is the word after it.
fn anchor(at: At<'_>, i: usize, j: usize) -> Anchor {
    let words = at.words;
    if words.any(
        i,
        set![
            "same",
            "following",
            "previous",
            "that",
            "prior",
            "preceding",
            "ensuing",
            "subsequent",
        ],
    ) || words.is(i, "next") && at.unit(j) == Some(Unit::Day) && at.after_any(i, set!["the"])
    {
        Anchor::Story
    } else {
        Anchor::Relative
    }
}

/// «last weekend», «this coming weekend».
fn weekend_shifted(at: At<'_>, i: usize, end: usize, by: i8) -> Option<When> {
    let words = at.words;
    let today = at.now.date();
    // «the coming weekend» is the next one, «next weekend» that of next week.
    let coming = words.any(i, set!["coming", "upcoming"])
        || words.is(i, "this") && words.any(i + 1, set!["coming", "upcoming"]);
    let range = calendar::weekend(today, if coming { 0 } else { by.into() })?;
    let friday = calendar::shift(range.from?, Unit::Hour, -6)?;
    let wide = calendar::between(friday, range.to?);
    // A past or coming one as a whole text begins with its Friday evening.
    let query = !(words.is(i, "this") && end == i + 2) && at.is_all(i, end) && !at.rule;
    let stated = if query { wide } else { range };
    Some(When::new(end, stated, Granularity::Week, Anchor::Relative).wide(wide))
}

/// Whether the words before make «last» a verb: «will last», «didn't last», «to last».
fn verb_before(at: At<'_>, i: usize) -> bool {
    let words = at.words;
    i > 0
        && (words.any(
            i - 1,
            set![
                "will", "would", "to", "can", "could", "must", "may", "might", "shall", "should",
                "not", "did", "does", "do", "cannot",
            ],
        ) || words.str(i - 1).ends_with("n't")
            || words.str(i - 1).ends_with("n\u{2019}t")
            || words.str(i - 1).ends_with("'ll"))
}

/// «this upcoming Friday»: the next one.
fn upcoming(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (weekday, end) = at.weekday(i)?;
    if let Some(when) = absolute::read(at, i).filter(|when| when.end > end) {
        let anchor = Anchor::Relative;
        return Some(When { anchor, ..when });
    }
    let direction = if by < 0 {
        Direction::Past
    } else {
        Direction::Future
    };
    let mut day = calendar::weekday(at.now.date(), weekday, direction)?;
    if by < 0 && day == at.now.date() {
        day = calendar::shift(day.into(), Unit::Week, -1)?.date();
    }
    Some(When::day(end, day, Anchor::Relative))
}

/// «last Monday»: of the week before; in American use the one just past. «next Monday» likewise.
fn weekday_shifted(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (weekday, j) = at.weekday(i)?;
    let today = at.now.date();
    if let Some(mut when) = absolute::read(at, i)
        && when.end > j
        && !at.words.is(when.end - 1, "next")
    {
        // «this Friday, 5/12» is this year's, whatever the verb.
        if by == 0
            && when.anchor == Anchor::Partial
            && let Some(date) = when.first()
            && let Ok(date) = Date::new(today.year(), date.month(), date.day())
        {
            when = When::day(when.end, date, Anchor::Relative);
        }
        when.anchor = Anchor::Relative;
        return Some(when);
    }
    let of_week = calendar::weekday_of_week(
        calendar::shift(today.into(), Unit::Week, by.into())?.date(),
        weekday,
    )?;
    let near = match by {
        -1 | 1 => today.nth_weekday(by.into(), weekday).ok()?,
        // «on sale starting this Friday» on a Saturday is the one to come.
        _ if of_week < today && at.after_any(i.wrapping_sub(1), set!["starting", "beginning"]) => {
            let next = calendar::shift(of_week.into(), Unit::Week, 1)?.date();
            return Some(When::day(j, next, Anchor::Relative));
        }
        _ => return Some(When::day(j, of_week, Anchor::Relative)),
    };
    // The suites: «last Wednesday» on a Thursday is eight days ago, «last Sunday» on a Tuesday is two.
    let both = calendar::hull(calendar::day(of_week), calendar::day(near));
    Some(When::day(j, of_week, Anchor::Relative).wide(both))
}

/// «last March»: the one before now; «next March».
fn month_shifted(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (month, j) = at.month(i)?;
    let today = at.now.date();
    if let Some(when) = absolute::read(at, i)
        && when.end > j
    {
        return (by == 0).then_some(When {
            anchor: Anchor::Relative,
            ..when
        });
    }
    let year = match by {
        -1 if month >= today.month() => today.year() - 1,
        1 if month <= today.month() => today.year() + 1,
        _ => today.year(),
    };
    let range = calendar::month(year, month)?;
    let mut when = When::new(j, range, Granularity::Month, Anchor::Relative);
    // «last March» in November can be this year's or last year's.
    if by != 0
        && let Some(other) = calendar::month(year + i16::from(by), month)
    {
        when.possible = calendar::hull(range, other);
    }
    Some(when)
}

/// «March after next».
pub(super) fn month_after_next(at: At<'_>, i: usize) -> Option<When> {
    let (month, j) = at.month(i)?;
    let end = at.words.phrase(j, set!["after", "next"])?;
    let today = at.now.date();
    let next = today.year() + i16::from(month <= today.month());
    let range = calendar::month(next + 1, month)?;
    Some(When::new(end, range, Granularity::Month, Anchor::Relative))
}

/// «last week», «this quarter», «next decade».
fn single(at: At<'_>, i: usize, unit: Unit, by: i8) -> Option<When> {
    let words = at.words;
    let mut range = if unit < Unit::Day {
        let other = calendar::shift(at.now, unit, by.into())?;
        calendar::between(at.now.min(other), at.now.max(other))
    } else if unit == Unit::Fortnight {
        let weeks = if by < 0 { -2 } else { i64::from(by) };
        let from = calendar::shift(
            calendar::floor(at.now, Unit::Week),
            Unit::Week,
            if by > 0 { 2 } else { weeks },
        )?;
        calendar::between(from, calendar::shift(from, Unit::Week, 2)?)
    } else {
        calendar::whole(at.now, unit, by.into())?
    };
    if words.is(i, "workweek") {
        range.to = calendar::shift(range.from?, Unit::Day, 5);
    }
    let mut when = When::new(i + 1, range, unit.grain(), Anchor::Relative);
    // «the past year» is also the twelve months to now.
    if by < 0 && unit >= Unit::Week {
        let rolling = calendar::between(calendar::shift(at.now, unit, -1)?, at.now);
        if words.is(i - 1, "past") {
            when.possible = calendar::hull(range, rolling);
        }
    }
    // «the next day», «the last decade», but «the coming days».
    when.the = matches!(unit, Unit::Decade | Unit::Century)
        || unit == Unit::Day && !words.str(i).ends_with('s');
    Some(when)
}

/// «last 3 months» as a whole text: the last three whole ones; in a sentence it counts from now.
fn whole_units(at: At<'_>, i: usize, length: &super::length::Length, by: i8) -> Option<DateRange> {
    let the = usize::from(at.after_any(i, set!["the"]));
    let lead = the
        + usize::from(at.after_any(
            i - the,
            set!["in", "over", "for", "during", "within", "throughout"],
        ));
    let count = length
        .count
        .filter(|_| !at.rule && at.is_all(i - lead, length.end))?;
    let (from, to) = if by < 0 { (-count, 0) } else { (1, count + 1) };
    let edge = |n| calendar::shift(calendar::floor(at.now, length.unit), length.unit, n);
    Some(calendar::between(edge(from)?, edge(to)?))
}

/// «last 3 months», «next few hours», «past two quarters», «two upcoming weeks».
fn many(at: At<'_>, i: usize, j: usize, by: i8) -> Option<When> {
    let words = at.words;
    if by == 0 {
        return None;
    }
    if let Some(weekends) = many_weekends(at, j, by) {
        return Some(weekends);
    }
    let mut length = match range(at, j) {
        // «the next two to three days»: as far as the longer of them.
        Some((_, longer)) => longer,
        None => length(at, j).filter(|_| !words.any(j, set!["a", "an"]))?,
    };
    // «in the last 4 weeks, and 3 days ago …»
    if words.is(length.end, "ago") {
        length = parts(at, j, 1)?;
    }
    // «the last ten years of his life» are no ten years up to now.
    if words.is(i, "last")
        && words.is(length.end, "of")
        && words.any(
            length.end + 1,
            set!["the", "his", "her", "its", "their", "a"],
        )
    {
        return None;
    }
    let whole = match length.count {
        Some(count) if words.is(i, "upcoming") && length.unit >= Unit::Day => {
            Some(calendar::whole(at.now, length.unit, count)?)
        }
        _ => whole_units(at, i, &length, by),
    };
    if let Some(range) = whole {
        let grain = length.unit.grain();
        return Some(When::new(length.end, range, grain, Anchor::Relative));
    }
    match length.count {
        Some(count) if matches!(length.unit, Unit::Quarter | Unit::Decade | Unit::Century) => {
            whole_periods(at, &length, count, by)
        }
        _ => from_now(at, &length, by),
    }
}

/// «the last two weekends», «the last couple of weekends».
fn many_weekends(at: At<'_>, j: usize, by: i8) -> Option<When> {
    let (count, k) = quantity(at, j).filter(|(count, _)| (1.0..100.0).contains(count))?;
    if !matches!(at.word(k), Some(DateWord::Weekends | DateWord::Weekend)) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below a hundred")]
    let count = count as i64;
    let (first, last) = if by < 0 { (-count, -1) } else { (1, count) };
    let today = at.now.date();
    let range = calendar::between(
        calendar::weekend(today, first)?.from?,
        calendar::weekend(today, last)?.to?,
    );
    Some(When::new(k + 1, range, Granularity::Week, Anchor::Relative))
}

/// Quarters, decades and centuries are whole ones, though those behind may be counted from now as well.
fn whole_periods(at: At<'_>, length: &Length, count: i64, by: i8) -> Option<When> {
    let (from, to) = if by < 0 { (-count, 0) } else { (1, count + 1) };
    let edge = |n| calendar::shift(calendar::floor(at.now, length.unit), length.unit, n);
    let range = calendar::between(edge(from)?, edge(to)?);
    let rolling = calendar::between(length.from(at.now, -1)?, at.now);
    let mut when = When::new(length.end, range, length.unit.grain(), Anchor::Relative);
    if by < 0 {
        when.possible = calendar::hull(range, rolling);
    }
    when.the = length.unit != Unit::Quarter;
    Some(when)
}

/// A length that ends now, or starts: hours to the minute, all else in days.
fn from_now(at: At<'_>, length: &Length, by: i8) -> Option<When> {
    let now = at.now;
    let other = length.from(now, i64::from(by))?;
    let today = calendar::floor(now, Unit::Day);
    let range = if length.is_clock() {
        calendar::between(now.min(other), now.max(other))
    } else {
        let day = |at| calendar::floor(at, Unit::Day);
        let (from, to) = (day(now.min(other)), day(now.max(other)));
        // The next three days start tomorrow.
        let skip = i64::from(by > 0);
        calendar::between(
            calendar::shift(from, Unit::Day, skip)?,
            calendar::shift(to, Unit::Day, skip)?,
        )
    };
    let mut when = When::new(length.end, range, length.unit.grain(), Anchor::Relative);
    when.possible.to = if by < 0 {
        Some(calendar::shift(today, Unit::Day, 1)?)
    } else {
        range.to
    };
    if by > 0 {
        when.possible.from = Some(today.min(range.from?));
    }
    Some(when)
}
