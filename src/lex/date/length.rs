//! Lengths of calendar time to count with: «3 days», «a couple of weeks», «1 month and 21 days», «half an hour».
//!
//! In: a place in a sentence. Out: a [`Length`], which moves a moment. What is a duration of its own is read elsewhere.

use jiff::civil::DateTime;

use super::calendar;
use super::calendar::Unit;
use super::place::At;
use super::word::DateWord;
use crate::lex::digits;
use crate::lex::number;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;

/// A length of calendar time: «1 month and 21 days», «two and a half hours».
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    months: i64,
    days: i64,
    seconds: i64,
    /// Working days: days without weekends.
    working: i64,
    /// The smallest unit said.
    pub(super) unit: Unit,
    /// How many of it, where only one unit was said.
    pub(super) count: Option<i64>,
    pub(super) end: usize,
}

impl Length {
    /// `at` moved by this, `sign` times.
    pub(super) fn from(&self, at: DateTime, sign: i64) -> Option<DateTime> {
        let at = calendar::shift(at, Unit::Month, sign * self.months)?;
        let mut at = calendar::shift(at, Unit::Day, sign * self.days)?;
        let mut working = self.working;
        while working > 0 {
            at = calendar::shift(at, Unit::Day, sign)?;
            working -= i64::from(at.weekday().to_monday_zero_offset() < 5);
        }
        calendar::shift(at, Unit::Second, sign * self.seconds)
    }

    /// Whether it counts hours or less.
    pub(super) fn is_clock(&self) -> bool {
        self.seconds != 0 || self.unit < Unit::Day
    }

    /// Around `at`: how far off «so long ago» can be.
    pub(super) fn slack(&self, at: DateTime) -> Option<DateRange> {
        let (unit, n) = match self.unit {
            Unit::Second => (Unit::Second, 30),
            Unit::Minute => (Unit::Minute, 15),
            Unit::Hour => (Unit::Minute, 60),
            Unit::Day => return Some(calendar::day(at.date())),
            Unit::Week | Unit::Fortnight => (Unit::Day, 4),
            Unit::Month => (Unit::Day, 31),
            Unit::Quarter => (Unit::Day, 92),
            Unit::Year => (Unit::Month, 9),
            Unit::Decade => (Unit::Year, 5),
            Unit::Century => (Unit::Year, 50),
        };
        let around = calendar::between(
            calendar::shift(at, unit, -n)?,
            calendar::shift(at, unit, n)?,
        );
        let whole = calendar::whole(at, self.unit, 0)?;
        Some(calendar::hull(around, whole))
    }

    #[expect(clippy::cast_possible_truncation, reason = "bounded by `quantity`")]
    fn add(&mut self, count: f64, unit: Unit) -> Option<()> {
        if count.abs() > 1e6 {
            return None;
        }
        let whole = count.fract() == 0.0;
        let n = count as i64;
        match unit {
            Unit::Second => self.seconds += (count) as i64,
            Unit::Minute => self.seconds += (count * 60.0) as i64,
            Unit::Hour => self.seconds += (count * 3600.0) as i64,
            Unit::Day => self.days += n,
            Unit::Week => self.days += (7.0 * count) as i64,
            Unit::Fortnight => self.days += (14.0 * count) as i64,
            Unit::Month => {
                self.months += n;
                self.days += ((count - count.trunc()) * 30.0) as i64;
            }
            Unit::Quarter => self.months += (3.0 * count) as i64,
            Unit::Year => self.months += (12.0 * count) as i64,
            Unit::Decade => self.months += (120.0 * count) as i64,
            Unit::Century => self.months += (1200.0 * count) as i64,
        }
        self.unit = self.unit.min(unit);
        self.count = whole.then_some(n);
        Some(())
    }
}

/// Reads a length: «3 days», «a couple of weeks», «half an hour», «an hour and a half», «2 years 1 month 21 days».
#[inline]
pub(super) fn length(at: At<'_>, i: usize) -> Option<Length> {
    parts(at, i, 5)
}

/// A length of at most `most` parts.
#[inline]
pub(super) fn parts(at: At<'_>, i: usize, most: usize) -> Option<Length> {
    // Mostly no number stands there.
    if number::none(at.words, i) {
        return None;
    }
    parts_from(at, i, most)
}

fn parts_from(at: At<'_>, i: usize, most: usize) -> Option<Length> {
    let mut total = Length {
        months: 0,
        days: 0,
        seconds: 0,
        working: 0,
        unit: Unit::Century,
        count: None,
        end: i,
    };
    let mut parts = 0;
    let mut j = i;
    while parts < most {
        let Some((count, next)) = quantity(at, j) else {
            break;
        };
        let next = next + usize::from(at.words.kind(next) == Kind::Dash && parts == 0);
        // «two more days», «three long years», «a few short weeks».
        let next = next
            + usize::from(at.words.any(
                next,
                set![
                    "more",
                    "long",
                    "short",
                    "full",
                    "whole",
                    "fiscal",
                    "financial",
                    "calendar"
                ],
            ));
        // «three business days».
        let working = at
            .words
            .any(next, set!["business", "working", "school", "trading"])
            && at.unit(next + 1) == Some(Unit::Day);
        let Some((unit, mut end)) = unit(at, next + usize::from(working)) else {
            break;
        };
        let mut count = count;
        if let Some(after) = and_a_half(at, end)
            && parts == 0
            && at.unit(after).is_none()
        {
            count += 0.5;
            end = after;
        }
        if working {
            #[expect(clippy::cast_possible_truncation, reason = "below a thousand")]
            let days = count as i64;
            total.working += days.min(999);
            total.unit = Unit::Day;
        } else {
            total.add(count, unit)?;
        }
        total.end = end;
        parts += 1;
        j = end;
        let and = usize::from(at.words.is(j, "and") || at.words.kind(j) == Kind::Comma);
        if quantity(at, j + and)
            .is_some_and(|(_, next)| at.unit(next).is_some_and(|more| more != unit))
        {
            j += and;
        } else {
            break;
        }
    }
    if parts != 1 {
        total.count = None;
    }
    (parts > 0).then_some(total)
}

/// From a shorter length to a longer one: «two to three years», «2-3 days», «five or six weeks».
pub(super) fn range(at: At<'_>, i: usize) -> Option<(Length, Length)> {
    let words = at.words;
    // «a day or two».
    if words.any(i, set!["a", "an"])
        && at.unit(i + 1).is_some()
        && let Some(end) = words.phrase(i + 2, set!["or", "two"])
    {
        let one = parts(at, i, 1)?;
        let mut two = Length { end, ..one };
        two.add(1.0, one.unit)?;
        two.count = Some(2);
        return Some((one, two));
    }
    let (few, j) = quantity(at, i)?;
    let joint = words.any(j, set!["to", "or"])
        || words.kind(j) == Kind::Dash
        || words.is(j, "and") && at.after_any(i, set!["between"]);
    if !joint {
        return None;
    }
    let (many, _) = quantity(at, j + 1).filter(|&(many, _)| many > few)?;
    let longer = parts(at, j + 1, 1)?;
    longer.count.filter(|_| many.fract() == 0.0)?;
    let mut shorter = Length {
        months: 0,
        days: 0,
        seconds: 0,
        working: 0,
        ..longer
    };
    shorter.add(few, longer.unit)?;
    Some((shorter, longer))
}

fn unit(at: At<'_>, i: usize) -> Option<(Unit, usize)> {
    // «15'» is minutes.
    if at.words.kind(i) == Kind::Apostrophe && at.words.glued(i) {
        return Some((Unit::Minute, i + 1));
    }
    let unit = at.unit(i)?;
    let short = at.words.width(i) <= 3;
    let stop = short && at.words.kind(i + 1) == Kind::Stop && at.words.kind(i + 2) != Kind::None;
    Some((unit, i + 1 + usize::from(stop)))
}

/// How many: «3», «2.5», «1/4», «three», «a», «a couple of», «few», «half an», «two and a half».
pub(super) fn quantity(at: At<'_>, i: usize) -> Option<(f64, usize)> {
    let words = at.words;
    if number::none(words, i) {
        return None;
    }
    if words.kind(i) == Kind::Digits {
        let text = words.str(i);
        if text.len() > 5 {
            return None;
        }
        // «1,000 days».
        if words.kind(i + 1) == Kind::Comma
            && words.glued(i + 1)
            && words.glued(i + 2)
            && words.kind(i + 2) == Kind::Digits
        {
            return hundreds(at, i);
        }
        let whole = digits::whole_number(text);
        let glued = words.glued(i + 1)
            && words.glued(i + 2)
            && words.kind(i + 2) == Kind::Digits
            && words.width(i + 2) <= 3;
        if glued && words.kind(i + 1) == Kind::Stop {
            let all = words.span(i, i + 3).of(words.text);
            return Some((all.parse().ok()?, i + 3));
        }
        if glued && words.kind(i + 1) == Kind::Slash {
            let below = digits::whole_number(words.str(i + 2));
            return (below > 1.0 && whole < below).then(|| (whole / below, i + 3));
        }
        if words.kind(i + 1) == Kind::Vulgar {
            return Some((whole + vulgar(words.str(i + 1))?, i + 2));
        }
        if let Some(end) = and_a_half(at, i + 1) {
            return Some((whole + 0.5, end));
        }
        // «2 1/2 hours».
        if words.kind(i + 1) == Kind::Digits
            && words.kind(i + 2) == Kind::Slash
            && let Some((part, end)) = quantity(at, i + 1)
            && part < 1.0
        {
            return Some((whole + part, end));
        }
        return Some((whole, i + 1));
    }
    if words.kind(i) == Kind::Vulgar {
        return Some((vulgar(words.str(i))?, i + 1));
    }
    if words.is(i, "half") {
        let article =
            usize::from(words.any(i + 1, set!["a", "an"]) || words.kind(i + 1) == Kind::Dash);
        return Some((0.5, i + 1 + article));
    }
    if words.is(i, "three")
        && let dash = usize::from(words.kind(i + 1) == Kind::Dash)
        && words.any(i + 1 + dash, set!["quarters", "quarter"])
        && let Some((_, end)) = quarter_of(at, i + 2 + dash)
    {
        return Some((0.75, end));
    }
    if words.is(i, "quarter") {
        return quarter_of(at, i + 1);
    }
    if words.any(i, set!["a", "an"]) {
        return after_article(at, i);
    }
    if words.any(i, set!["few", "several"]) {
        return Some((3.0, i + 1));
    }
    if words.is(i, "dozen") && matches!(at.word(i.wrapping_sub(1)), Some(DateWord::Shift(_))) {
        return Some((12.0, i + 1));
    }
    // «the last hundred years».
    if words.any(i, set!["hundred", "thousand"])
        && matches!(at.word(i.wrapping_sub(1)), Some(DateWord::Shift(_)))
    {
        return hundreds(at, i);
    }
    if words.is(i, "couple") {
        return Some((2.0, i + 1 + usize::from(words.is(i + 1, "of"))));
    }
    let (whole, end) = at.integer(i, 5)?;
    #[expect(clippy::cast_precision_loss, reason = "below 10,000")]
    let whole = whole as f64;
    if let Some(end) = and_a_half(at, end) {
        return Some((whole + 0.5, end));
    }
    Some((whole, end))
}

/// «a couple of», «a few», «a quarter of an», «half an», «a hundred and twenty», «a» from its article at `i`.
fn after_article(at: At<'_>, i: usize) -> Option<(f64, usize)> {
    let words = at.words;
    if words.is(i + 1, "couple") {
        return Some((2.0, i + 2 + usize::from(words.is(i + 2, "of"))));
    }
    if words.is(i + 1, "pair") && words.is(i + 2, "of") {
        return Some((2.0, i + 3));
    }
    if words.is(i + 1, "few") {
        return Some((3.0, i + 2));
    }
    if words.is(i + 1, "quarter") {
        return quarter_of(at, i + 2);
    }
    if words.is(i + 1, "half") {
        let article = usize::from(words.any(i + 2, set!["a", "an"]));
        return Some((0.5, i + 2 + article));
    }
    if words.is(i + 1, "dozen") {
        return Some((12.0, i + 2));
    }
    // «a hundred and twenty days».
    if words.any(i + 1, set!["hundred", "thousand"]) {
        return hundreds(at, i);
    }
    Some((1.0, i + 1))
}

/// A whole number of hundreds or thousands.
fn hundreds(at: At<'_>, i: usize) -> Option<(f64, usize)> {
    let numeral = number::cardinal(at.words, i)?;
    let fits = numeral.value.fract() == 0.0 && (1.0..100_000.0).contains(&numeral.value);
    fits.then_some((numeral.value, numeral.end))
}

/// The unit after «a quarter»: «of an hour», «of hour», «hour».
fn quarter_of(at: At<'_>, i: usize) -> Option<(f64, usize)> {
    let of = i + usize::from(at.words.is(i, "of"));
    let end = of + usize::from(at.words.any(of, set!["a", "an"]));
    (at.unit(end) == Some(Unit::Hour)).then_some((0.25, end))
}

/// «and a half».
fn and_a_half(at: At<'_>, i: usize) -> Option<usize> {
    let words = at.words;
    if !words.is(i, "and") {
        return None;
    }
    words
        .phrase(i, set!["and", "a", "half"])
        .or_else(|| words.phrase(i, set!["and", "an", "half"]))
        .or_else(|| words.phrase(i, set!["and", "half"]))
}

fn vulgar(text: &str) -> Option<f64> {
    Some(match text {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        _ => return None,
    })
}
