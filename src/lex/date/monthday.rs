//! Days of a month that another word names: «the 20th of last month», «on the 4th».
//!
//! In: a place in a sentence. Out: the day.

use jiff::civil::Date;

use super::absolute;
use super::calendar;
use super::calendar::Unit;
use super::clock;
use super::daypart;
use super::joint::Joint;
use super::place::At;
use super::relative;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::Granularity;

/// «20th of the previous month», «31st of this month», «21st this month», «15th day of next month», «the 4th».
pub(super) fn day_of(at: At<'_>, i: usize) -> Option<When> {
    let ordinal = at.ordinal(i).is_some();
    let (day, end) = at.day_number(i)?;
    let behind = at.words.phrase(end, set!["day"]).unwrap_or(end);
    if let Some(told) = of_told_month(at, i, day, ordinal, behind) {
        return Some(told);
    }
    if behind > end && !at.rule {
        return None;
    }
    let the = at.after_any(i, set!["the"]);
    BareDay {
        at,
        i,
        end,
        day,
        ordinal,
        the,
        lead: i.wrapping_sub(1 + usize::from(the)),
    }
    .when()
}

/// «the 5th of last May», «the 5th of this month»: a day of a month that is told behind it, at `j`.
fn of_told_month(at: At<'_>, i: usize, day: i8, ordinal: bool, j: usize) -> Option<When> {
    let words = at.words;
    let of = words.any(j, set!["of", "in"]);
    let month_at = at.the(j + usize::from(of));
    let date_in = |month: Option<Date>, end: usize| {
        let month = month?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        Some(When::day(end, date, Anchor::Relative).with_the())
    };
    let shift = match at.word(month_at) {
        Some(DateWord::Shift(by)) => Some(by),
        _ => None,
    };
    if of
        && ordinal
        && shift.is_some()
        && matches!(at.word(month_at + 1), Some(DateWord::Month(_)))
        && let Some(named) = relative::simple(at, month_at)
        && named.grain == Granularity::Month
    {
        return date_in(named.first(), named.end);
    }
    let (by, end) = if let Some(by) = shift
        && at.unit(month_at + 1) == Some(Unit::Month)
    {
        (i64::from(by), month_at + 2)
    } else if of
        && at.unit(month_at) == Some(Unit::Month)
        && words.is(month_at - 1, "the")
        && !words.str(month_at).ends_with('s')
    {
        (0, month_at + 1)
    } else {
        return None;
    };
    let month = || Some(calendar::whole(at.now, Unit::Month, by)?.from?.date());
    (ordinal || of || at.after_any(i, set!["the"])).then(|| date_in(month(), end))?
}

/// «on the 4th», «on 15», «for the 27», «on the first»: a bare day of the month.
struct BareDay<'a> {
    at: At<'a>,
    /// The number.
    i: usize,
    /// The word behind it.
    end: usize,
    /// 1 to 31.
    day: i8,
    /// Whether it is told as an ordinal.
    ordinal: bool,
    /// Whether «the» stands before it.
    the: bool,
    /// The word before it and before its article.
    lead: usize,
}

impl BareDay<'_> {
    fn when(&self) -> Option<When> {
        let (at, words, j) = (self.at, self.at.words, self.end);
        // «on the 5th and 6th floors».
        let of_things = words.any(j, set!["and", "or"])
            && at.ordinal(j + 1).is_some_and(|(_, end)| !at.closes(end));
        if of_things
            || !(self.is_led() && self.is_closed() && self.is_plain())
            || words.is(j, "of")
            || self.is_rank()
        {
            return None;
        }
        // «on the 3rd or 4th of July»: the month is said with the second.
        if words.any(j, set!["and", "or"])
            && let Some(next) = absolute::read(at, at.the(j + 1))
            && next.grain == Granularity::Day
            && let Some(last) = next.first()
            && let Ok(date) = Date::new(last.year(), last.month(), self.day)
        {
            return Some(When::day(j, date, next.anchor).with_the());
        }
        let date = calendar::month_of_day(at.now.date(), self.day, at.direction)?;
        Some(When::day(j, date, Anchor::Partial).with_the())
    }

    /// Whether it is an ordinal in digits with its article: «the 20th».
    fn is_dated(&self) -> bool {
        self.the && self.ordinal && self.at.words.kind(self.i) == Kind::Digits
    }

    /// «the evening of the 5th».
    fn is_of_part(&self) -> bool {
        self.the
            && self.at.words.is(self.lead, "of")
            && matches!(
                self.at.word(self.lead.wrapping_sub(1)),
                Some(DateWord::Part(_))
            )
    }

    /// «the 24th in the evening»: a time of it stands behind.
    fn is_timed(&self) -> bool {
        self.the && self.ordinal && time_follows(self.at, self.end)
    }

    /// «the 3rd and 4th of July».
    fn is_listed(&self) -> bool {
        let (at, next) = (self.at, self.end + 1);
        self.is_dated()
            && at.words.any(self.end, set!["and", "or"])
            && at.ordinal(at.the(next)).is_some()
            && absolute::read(at, at.the(next)).is_some_and(|next| next.grain == Granularity::Day)
    }

    /// Whether what stands before it lets it be a day.
    fn is_led(&self) -> bool {
        let (at, words, lead) = (self.at, self.at.words, self.lead);
        // «between today and the 24th», «from today to the 24th».
        let second = || {
            self.is_dated()
                && words.any(lead, set!["and", "to", "until"])
                && lead > 0
                && at.word(lead - 1).is_some()
        };
        let prepared = words.any(
            lead,
            set![
                "around", "about", "on", "until", "till", "by", "before", "after", "since", "from",
                "than", "starting", "through",
            ],
        );
        // «the 20th» as a whole text, «the 20th at 5 pm».
        let alone = || self.is_dated() && at.is_all(self.i - 1, self.end);
        let meant_for = || {
            words.is(lead, "for")
                && self.the
                && (!ordinal_word(at, self.i) || words.kind(self.end) == Kind::None)
        };
        prepared
            || self.is_of_part()
            || self.is_listed()
            || alone()
            || words.is(self.end, "at") && self.is_timed()
            || second()
            || meant_for()
    }

    /// Whether what stands behind it leaves it one.
    fn is_closed(&self) -> bool {
        let (at, words, j) = (self.at, self.at.words, self.end);
        let bounded = || {
            words.any(self.lead, set!["on", "by", "from", "starting", "than"])
                && self.the
                && words.any(
                    j,
                    set![
                        "with", "before", "after", "until", "through", "by", "for", "or", "in"
                    ],
                )
        };
        let clock = || {
            words.kind(j) == Kind::Digits
                && clock::clock(at, j, false).is_some_and(|clock| clock.sure)
        };
        matches!(
            words.kind(j),
            Kind::None | Kind::Stop | Kind::End | Kind::Comma | Kind::Close
        ) || words.any(j, set!["at", "between", "from", "to", "and", "around"])
            || self.is_of_part() && at.closes(j)
            || self.is_listed()
            || self.is_timed()
            || bounded()
            || clock()
    }

    /// Whether the number is written as days are.
    fn is_plain(&self) -> bool {
        let words = self.at.words;
        let digits = words.kind(self.i) == Kind::Digits;
        self.ordinal && self.the
            || digits && self.the && words.any(self.lead, set!["on", "for"])
            || digits
                && !self.the
                && !self.ordinal
                && words.is(self.lead, "on")
                && bare_day(self.at, self.i, self.end)
    }

    /// «on the first» of a list, «after the second» match: words need the end of the sentence.
    fn is_rank(&self) -> bool {
        let words = self.at.words;
        let ends = || {
            matches!(words.kind(self.end), Kind::None | Kind::Stop)
                || words.is(self.end, "at") && self.is_timed()
        };
        ordinal_word(self.at, self.i) && !(words.any(self.lead, set!["on", "for"]) && ends())
    }
}

/// Whether a clock time or a part of the day follows at `i`, with the small words before it.
fn time_follows(at: At<'_>, i: usize) -> bool {
    let (k, joint) = Joint::read(at, i);
    let clock = clock::clock(at, k, joint.hour)
        .is_some_and(|clock| clock.sure || joint.hour && at.closes(clock.end));
    joint.time && (clock || daypart::read(at, k).is_some_and(|part| at.closes(part.end)))
}

fn ordinal_word(at: At<'_>, i: usize) -> bool {
    at.words.kind(i) == Kind::Word
}

/// «on 15»: digits alone, at the end of a short sentence or before «at».
fn bare_day(at: At<'_>, i: usize, end: usize) -> bool {
    at.words.len() < 14
        && i > 0
        && (at.words.is(end, "at") || matches!(at.words.kind(end), Kind::None | Kind::Stop))
}
