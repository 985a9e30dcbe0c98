//! Dates: absolute, partial, relative to publication; ranges of them, with and without a clock time.
//!
//! In: the tokens of a sentence and an index. Out: a `Value::Date`, or nothing. The forms are in the files beside this
//! one: `absolute`, `relative`, `period`,
//! `moment` and `range`. This file holds the words, what the forms share, and the frame:
//! the words before a date that belong to it («in», «on», «before», «between»), the direction by tense, and what a
//! date can mean at most.

mod absolute;
mod bend;
mod calendar;
mod clock;
mod clockspan;
mod compose;
mod counting;
mod daypart;
mod decade;
mod digital;
mod ends;
mod feast;
mod feasts;
mod habit;
mod holiday;
mod joint;
mod length;
mod moment;
mod monthday;
mod nested;
mod nth;
mod numeral;
mod numeric;
mod panchang;
mod past;
mod period;
mod place;
mod point;
mod portion;
mod range;
mod relative;
mod sametime;
mod season;
mod shifted;
pub(crate) mod since;
mod spelling;
mod start;
mod tense;
mod timespan;
mod weekday;
mod weekdays;
mod when;
mod word;
mod year;
mod zone;

use jiff::civil::DateTime;

use self::bend::Bend;
use self::bend::around;
use self::bend::lead;
use self::bend::trail;
use self::calendar::Direction;
use self::calendar::Unit;
use self::clock::clock;
use self::place::At;
use self::place::Reading;
use self::when::Anchor;
use self::when::When;
use self::word::Portion;
use crate::lex::Context;
use crate::lex::Found;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::set;
use crate::value;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::Value;
pub(crate) use clock::ClockWord;
pub(crate) use clock::WORDS as CLOCK_WORDS;
pub(crate) use holiday::Name as FeastName;
pub(crate) use word::DateWord;
pub(crate) use word::WORDS;
pub(crate) use word::feast_words;
pub(crate) use zone::is_abbreviation as is_zone;

fn undated<'t>(words: Words<'t>, context: &Context) -> At<'t> {
    At {
        words,
        now: UNDATED,
        direction: Direction::Past,
        rule: context.rule,
        depth: 0,
    }
}

/// Whether the word at `i` says when: «May», «week», «Easter», and «German» only in «German Unity Day».
pub(crate) fn is_date_word(words: Words<'_>, i: usize) -> bool {
    match words.date(i) {
        None => false,
        Some(DateWord::Feast) => {
            let at = At {
                words,
                now: UNDATED,
                direction: Direction::Past,
                rule: false,
                depth: 0,
            };
            feast::name_end(at, i).is_some()
        }
        Some(_) => true,
    }
}

/// Whether a date or a time can start at token `i`, told by a few tokens.
pub(crate) fn may_start(words: Words<'_>, i: usize, context: &Context) -> bool {
    start::may_start(undated(words, context), i)
}

/// Reads a date that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    let mut at = undated(words, context);
    if !start::may_start(at, i) {
        return None;
    }
    if let Some((earliest, latest)) = context.published {
        at.now = midpoint(earliest, latest);
    }
    // Which words are a date does not hang on the tense: look first, ask for the tense then.
    if let Some(found) = habit::read(at, i) {
        return Some(found);
    }
    let probe = match range::read(at, i)? {
        Reading::Date(probe) if numeric::in_chain(at, i, probe.end) => return None,
        Reading::Date(probe) => {
            if probe.grain == Granularity::Day
                && probe.anchor == Anchor::Partial
                && let Some(habit) = habit::after_day(at, i, probe.end)
            {
                return Some(habit);
            }
            probe
        }
        Reading::Time(time, end) => {
            return habit::after_clock(at, i, end).or_else(|| Some(clock::found(at, i, end, time)));
        }
    };
    let (when, possible) = match (context.published, probe.anchor) {
        (_, Anchor::Absolute) => (probe, probe.possible),
        (None, Anchor::Partial) => {
            let open = When {
                stated: DateRange::OPEN,
                ..probe
            };
            (open, DateRange::OPEN)
        }
        (None, Anchor::Relative | Anchor::Story) => return None,
        (Some((earliest, latest)), _) => resolve(&mut at, i, &probe, [earliest, latest])?,
    };
    Some(found(at, i, when, possible))
}

/// Reads again what hangs on publication, on the side of it that the tense tells: what is stated, and all it can mean.
fn resolve(
    at: &mut At<'_>,
    i: usize,
    probe: &When,
    published: [DateTime; 2],
) -> Option<(When, DateRange)> {
    at.direction = tense::direction(at.words, i, probe.end);
    // No verb tells. In a longer text it is one that reports; alone it is a note of what is to come.
    let unknown = at.direction == Direction::Unknown;
    if unknown && !is_whole_text(at.words) {
        at.direction = Direction::Past;
    }
    let here = *at;
    let read = |now, direction| {
        let place = At {
            now,
            direction,
            ..here
        };
        match range::read(place, i) {
            Some(Reading::Date(when)) => Some(when),
            _ => None,
        }
    };
    // The probe has read the past already.
    let when = match here.direction {
        Direction::Past => *probe,
        direction => read(here.now, direction)?,
    };
    if when.anchor == Anchor::Story {
        return Some((when, DateRange::OPEN));
    }
    let mut possible = when.possible;
    let mut take = |other: Option<When>| {
        if let Some(other) = other {
            possible = calendar::hull(possible, other.possible);
        }
    };
    for now in published.into_iter().filter(|&now| now != here.now) {
        take(read(now, here.direction));
    }
    if unknown {
        let other = match here.direction {
            Direction::Past => Direction::Future,
            _ => Direction::Past,
        };
        // A day on the other side of publication is open only where it is near: «quit on 5 September», told on the
        // 9th, is not next year's.
        take(read(here.now, other).filter(|when| is_near(when.possible, here.now)));
    }
    Some((when, possible))
}

/// The date at `i`, with the words around that belong to it.
fn found(at: At<'_>, i: usize, when: When, possible: DateRange) -> Found {
    let words = at.words;
    // «the ’80s»: the apostrophe is theirs.
    let apostrophe = i > 0
        && words.kind(i - 1) == Kind::Apostrophe
        && (when.grain == Granularity::Decade
            || when.grain == Granularity::Year && words.width(i) == 2)
        && words.glued(i);
    let first = i - usize::from(apostrophe);
    let (mut lead, mut bend) = lead(at, first, &when);
    let mut core_end = when.end;
    if bend == Bend::As
        && let Some((end, open)) = trail(at, i, when.end)
    {
        core_end = end;
        bend = open;
    }
    // «Until the end of May» goes on to the last of it.
    let to_end = bend == Bend::Before
        && at.word(i) == Some(DateWord::Portion(Portion::End))
        && words.any(lead, set!["until", "till", "til", "up"]);
    if to_end {
        bend = Bend::By;
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
    let right = at.word(i) == Some(DateWord::Now) && at.after_any(i, set!["right", "just"]);
    let the = (when.the || apostrophe) && at.after_any(first, set!["the"]);
    let core = first - usize::from(right || the);
    lead = lead.min(core);
    let mut found = Found::new(words, core, core_end, Value::Date(date));
    if lead < core {
        found.hedge = Some(words.span(lead, core));
    }
    found
}

/// Whether some of `range` is within two months of `now`.
fn is_near(range: DateRange, now: DateTime) -> bool {
    let edge = |months| calendar::shift(now, Unit::Month, months);
    range.from <= edge(2) && range.to >= edge(-2)
}

/// Whether the sentence is all there is.
fn is_whole_text(words: Words<'_>) -> bool {
    let span = words.span(0, words.len());
    words.text.len() <= span.len() + 16
}

#[cfg(test)]
mod tests;

/// In place of a moment of publication, where none is known and none counts.
const UNDATED: DateTime = DateTime::constant(2000, 1, 1, 0, 0, 0, 0);

fn midpoint(a: DateTime, b: DateTime) -> DateTime {
    let Ok(span) = b.since((jiff::Unit::Second, a)) else {
        return a;
    };
    calendar::shift(a, Unit::Second, span.get_seconds() / 2).unwrap_or(a)
}
