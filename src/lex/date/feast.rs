//! Feasts in a sentence: «Christmas», «Thanksgiving 2013», «last Easter», «Memorial Day weekend».
//!
//! In: a place in a sentence. Out: the days, on the right side of publication where no year is said.

use jiff::civil::DateTime;
use jiff::civil::Weekday;

use super::calendar;
use super::calendar::Direction;
use super::calendar::Unit;
use super::holiday;
use super::holiday::Feast;
use super::length;
use super::place::At;
use super::relative;
use super::spelling;
use super::when::Anchor;
use super::when::When;
use super::word::DateWord;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::wordset::set;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::WEEKDAYS;

/// A feast by name, with its year: «Christmas», «Thanksgiving 2013», «independence day of this year».
pub(super) fn feast(at: At<'_>, i: usize) -> Option<When> {
    let (j, feast) = feast_name(at, i)?;
    let words = at.words;
    if at.word(j) == Some(DateWord::Weekend) {
        return feast_weekend(at, feast, j + 1);
    }
    // «Easter week».
    if words.is(j, "week") && !words.capital(j) {
        let day = near(feast, at.now, at.direction, j + 1, Anchor::Partial)?;
        let week = calendar::whole(day.stated.from?, Unit::Week, 0)?;
        return Some(When::new(j + 1, week, Granularity::Week, Anchor::Partial));
    }
    let comma = usize::from(words.kind(j) == Kind::Comma || words.any(j, set!["of", "in"]));
    if let Some((year, end)) = at
        .year(j + comma)
        .filter(|&(year, _)| (1900..2200).contains(&year))
    {
        return dated(feast, year, end, Anchor::Absolute);
    }
    if comma == 1
        && let Some(DateWord::Shift(by)) = at.word(j + 1)
        && at.unit(j + 2) == Some(Unit::Year)
    {
        return dated(
            feast,
            at.now.year() + i16::from(by),
            j + 3,
            Anchor::Relative,
        );
    }
    if let Some(DateWord::Shift(by)) = at.word(j)
        && at.unit(j + 1) == Some(Unit::Year)
    {
        return dated(
            feast,
            at.now.year() + i16::from(by),
            j + 2,
            Anchor::Relative,
        );
    }
    // «Thanksgiving in a year», «Thanksgiving 3 months ago».
    let ahead = words
        .is(j, "in")
        .then(|| length::length(at, j + 1))
        .flatten();
    if let Some(length) = ahead.filter(|length| length.unit >= Unit::Month) {
        let after = length.from(at.now, 1)?;
        return near(
            feast,
            after,
            Direction::Future,
            length.end,
            Anchor::Relative,
        );
    }
    if let Some((moment, end)) = length::length(at, j)
        .filter(|length| length.unit >= Unit::Month)
        .and_then(|length| {
            let (sign, end) = relative::away(at, length.end)?;
            Some((length.from(at.now, sign)?, end))
        })
    {
        return near(feast, moment, Direction::Future, end, Anchor::Relative);
    }
    near(feast, at.now, at.direction, j, Anchor::Partial)
}

/// «Memorial Day weekend», «Labor Day weekend 2018»: from Friday evening to the feast or Sunday, whichever is later.
fn feast_weekend(at: At<'_>, feast: &Feast, end: usize) -> Option<When> {
    let year = at
        .year(end)
        .filter(|&(year, _)| (1900..2200).contains(&year));
    let day = match year {
        Some((year, end)) => dated(feast, year, end, Anchor::Absolute)?,
        None => near(feast, at.now, at.direction, end, Anchor::Partial)?,
    };
    weekend_at(&day, day.end)
}

/// The weekend that a feast is at: from Friday evening to the feast or Sunday, whichever is later.
pub(super) fn weekend_at(day: &When, end: usize) -> Option<When> {
    let (first, to) = (day.first()?, day.stated.to?);
    let monday = first.weekday() == Weekday::Monday;
    let weekend = calendar::weekend(first, -i64::from(monday))?;
    let friday = calendar::shift(weekend.from?, Unit::Hour, -6)?;
    let range = calendar::between(friday, weekend.to?.max(to));
    Some(When::new(end, range, Granularity::Week, day.anchor))
}

/// «last Easter», «next Thanksgiving».
pub(super) fn feast_shifted(at: At<'_>, i: usize, by: i8) -> Option<When> {
    let (end, feast) = feast_name(at, i)?;
    let (moment, direction) = match by {
        -1 => (calendar::floor(at.now, Unit::Day), Direction::Past),
        1 => (at.now, Direction::Future),
        // «this Christmas» is this year's, unless it is over and the verb looks ahead.
        _ => {
            let this = dated(feast, at.now.year(), end, Anchor::Relative)?;
            let over = this.stated.to.is_some_and(|to| to <= at.now);
            if over && at.direction != Direction::Past {
                return near(feast, at.now, Direction::Future, end, Anchor::Relative);
            }
            return Some(this);
        }
    };
    if by < 0 {
        let yesterday = calendar::shift(moment, Unit::Day, -1)?;
        return near(feast, yesterday, direction, end, Anchor::Relative);
    }
    near(feast, moment, direction, end, Anchor::Relative)
}

fn dated(feast: &Feast, year: i16, end: usize, anchor: Anchor) -> Option<When> {
    Some(when_of(feast, feast.in_year(year)?, end, anchor))
}

fn when_of(feast: &Feast, range: DateRange, end: usize, anchor: Anchor) -> When {
    let mut when = When::new(end, range, Granularity::Day, anchor);
    if feast.is_proclaimed() {
        when.possible.from = range
            .from
            .and_then(|from| calendar::shift(from, Unit::Day, -1));
        when.possible.to = range.to.and_then(|to| calendar::shift(to, Unit::Day, 1));
    }
    when
}

/// The last such feast up to `moment`, or the next.
fn near(
    feast: &Feast,
    moment: DateTime,
    direction: Direction,
    end: usize,
    anchor: Anchor,
) -> Option<When> {
    let year = moment.year();
    let years = if direction == Direction::Past {
        [year + 1, year, year - 1]
    } else {
        [year - 1, year, year + 1]
    };
    years.into_iter().find_map(|year| {
        let range = feast.in_year(year)?;
        let fits = if direction == Direction::Past {
            range.from? <= moment
        } else {
            range.to? > moment
        };
        fits.then(|| when_of(feast, range, end, anchor))
    })
}

/// A feast of a year that is known: «Christmas» of «2018's Christmas».
pub(super) fn in_year(at: At<'_>, i: usize, year: i16) -> Option<When> {
    let (end, feast) = feast_name(at, i)?;
    dated(feast, year, end, Anchor::Absolute)
}

/// The index after a feast's name at `i`.
pub(super) fn name_end(at: At<'_>, i: usize) -> Option<usize> {
    Some(feast_name(at, i)?.0)
}

/// A feast's name at `i`: the index after it.
fn feast_name(at: At<'_>, i: usize) -> Option<(usize, &'static Feast)> {
    let words = at.words;
    if !words.has(i, flag::FEAST) {
        return None;
    }
    // A dash, a possessive or a full stop may stand before the second word.
    let plain = words.kind(i + 1) == Kind::Word && words.width(i + 1) > 2 && !words.is(i + 1, "'s");
    let last = if plain { i + 1 } else { i + 4 };
    let first_byte = |k| words.at(k).code.to_le_bytes()[0];
    let next = holiday::beginnings((i + 1..=last).map(first_byte));
    let (end, feast) = holiday::find(words.entry(i).feasts, next, |name, free| {
        name_at(at, i, name, free)
    })?;
    // «a repentance day», «the constitution day after day»: in a sentence common nouns need their capital to name a feast.
    let common = set![
        "constitution",
        "statehood",
        "repentance",
        "armed",
        "military",
        "truman",
    ];
    if words.any(i, common) && !words.capital(i) && words.len() > end - i + 3 {
        return None;
    }
    // «lent» is a verb, Corpus Christi a city: these need their capital and their year or preposition.
    if words.any(i, set!["lent", "corpus", "tet", "pascha", "maghi"]) && words.len() > end - i + 1 {
        let told = at.after_any(
            i,
            set!["on", "for", "of", "during", "before", "after", "since"],
        );
        if !words.capital(i) || !(told || at.year(end).is_some()) {
            return None;
        }
    }
    Some((end, feast))
}

/// The index after `name` at `i`, its words spelled as freely as another script allows where `free`. «'s» in a name is «'s», «s», «s'» or nothing; hyphens are free.
fn name_at(at: At<'_>, i: usize, name: &str, free: bool) -> Option<usize> {
    let words = at.words;
    let mut j = i;
    for (k, word) in name.split([' ', '-']).enumerate() {
        if k > 0 && words.kind(j) == Kind::Dash {
            j += 1;
        }
        let bare = word.strip_suffix("'s");
        let word = word.strip_suffix('.').unwrap_or(word);
        let stem = bare.unwrap_or(word);
        let reads = words.reads(j, stem)
            || free && words.kind(j) == Kind::Word && spelling::alike(words.str(j), stem);
        if reads || same_weekday(at, j, stem) {
            j = if reads { j + 1 } else { at.abbreviation(j) };
            if bare.is_some() && words.is(j, "'s") {
                j += 1;
            }
        } else if let Some(bare) = bare
            && words.width(j) == bare.len() + 1
            && words.str(j).is_char_boundary(bare.len())
            && words.str(j)[..bare.len()].eq_ignore_ascii_case(bare)
            && words.str(j).ends_with(['s', 'S'])
        {
            j += 1;
            if words.kind(j) == Kind::Apostrophe && words.glued(j) {
                j += 1;
            }
        } else {
            return None;
        }
        if matches!(word, "st" | "jr" | "dr") && words.kind(j) == Kind::Stop && words.glued(j) {
            j += 1;
        }
    }
    Some(j)
}

/// «thu» for «thursday» in «maundy thu».
fn same_weekday(at: At<'_>, i: usize, name: &str) -> bool {
    let Some(DateWord::Weekday(day)) = at.word(i) else {
        return false;
    };
    WEEKDAYS.get(usize::from(day.unsigned_abs()) - 1) == Some(&name)
}
