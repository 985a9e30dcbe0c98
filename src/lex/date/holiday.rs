//! Holidays and feasts by name, computed for any year.
//!
//! In: a name and a year. Out: the days. A table of names and rules; the calendars behind the rules (Easter, Hebrew,
//! Islamic, Chinese) are those of `calendrical_calculations`, after Reingold and Dershowitz, so nothing here is a list
//! of dates. Days that are proclaimed each year (a moon sighted, a holiday moved by decree) can differ by a day:
//! `possible` in the readers' values is a day wider for them. Feasts of the Jewish calendar begin on the evening
//! before; their range starts on that day.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::sync::RwLock;

use calendrical_calculations::chinese_based;
use calendrical_calculations::gregorian;
use calendrical_calculations::hebrew::BookHebrew;
use calendrical_calculations::islamic;
use calendrical_calculations::julian;
use calendrical_calculations::rata_die::RataDie;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::civil::Weekday;
use jiff::civil::date;

use super::calendar;
use super::feasts;
use super::panchang;
use super::panchang::Festival;
use super::spelling;
use crate::value::DateRange;

/// How the first day of a feast is found.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Month and day, moved to the nearest working day.
    Working(i8, i8),
    /// The n-th weekday of a month, -1 the last; then so many days on.
    Nth(i8, Weekday, i8, i8),
    /// The last such weekday before a month and day.
    Before(Weekday, i8, i8),
    /// Days from Easter, western.
    Easter(i8),
    /// Days from Easter, orthodox.
    Pascha(i8),
    /// Hebrew month (Nisan is 1) and day; begins on the evening before.
    Hebrew(u8, u8),
    /// Holocaust Day, Memorial Day and Independence Day of Israel move off the sabbath: 27 Nisan, 4 Iyar, 5 Iyar.
    Israel(u8, u8),
    /// Islamic month and day.
    Islamic(u8, u8),
    /// The last Friday of Ramadan.
    LastFridayOfRamadan,
    /// Chinese month and day.
    Chinese(u8, u8),
    /// A year of 365 days from the given day on.
    Wandering(Date),
    /// Hindu, by sun and moon.
    Hindu(Festival),
    /// The Dutch king's birthday, never on a Sunday.
    KingsDay,
}

/// A feast.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Feast {
    pub(super) names: &'static [&'static str],
    pub(super) rule: Rule,
    pub(super) days: i8,
}

impl Feast {
    /// Its days in a Gregorian year: those that start in it.
    pub(crate) fn in_year(&self, year: i16) -> Option<DateRange> {
        let first = self.first(year)?;
        let eve = matches!(self.rule, Rule::Hebrew(..) | Rule::Israel(..));
        let from = if eve { first.yesterday().ok()? } else { first };
        let to = first.checked_add(i64::from(self.days).days()).ok()?;
        Some(calendar::between(from.into(), to.into()))
    }

    /// Its first day in a year. Sun and moon are asked once a year and feast.
    fn first(&self, year: i16) -> Option<Date> {
        let sky = matches!(
            self.rule,
            Rule::Islamic(..) | Rule::LastFridayOfRamadan | Rule::Hindu(_) | Rule::Chinese(..)
        );
        let Some(name) = self.names.first().filter(|_| sky) else {
            return self.rule.first(year);
        };
        let key = (*name, year);
        if let Ok(known) = KNOWN.read()
            && let Some(day) = known.get(&key)
        {
            return *day;
        }
        let day = self.rule.first(year);
        if (1700..2300).contains(&year)
            && let Ok(mut known) = KNOWN.write()
        {
            known.insert(key, day);
        }
        day
    }

    /// Whether its names come from another script, so that they are spelled in many ways.
    fn is_transliterated(&self) -> bool {
        matches!(
            self.rule,
            Rule::Hebrew(..)
                | Rule::Israel(..)
                | Rule::Islamic(..)
                | Rule::LastFridayOfRamadan
                | Rule::Hindu(_)
                | Rule::Wandering(_)
        )
    }

    /// Whether the day is proclaimed and may differ by one from the computed day.
    pub(crate) fn is_proclaimed(&self) -> bool {
        matches!(
            self.rule,
            Rule::Islamic(..) | Rule::LastFridayOfRamadan | Rule::Hindu(_)
        )
    }
}

/// Days of feasts that sun and moon rule, by name and year: at most a few hundred years of a few dozen feasts.
static KNOWN: RwLock<BTreeMap<(&str, i16), Option<Date>>> = RwLock::new(BTreeMap::new());

impl Rule {
    fn first(self, year: i16) -> Option<Date> {
        let year_32 = i32::from(year);
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Working(month, day) => {
                let date = Date::new(year, month, day).ok()?;
                match date.weekday() {
                    Weekday::Saturday => date.yesterday().ok(),
                    Weekday::Sunday => date.tomorrow().ok(),
                    _ => Some(date),
                }
            }
            Self::Nth(n, weekday, month, further) => {
                let month = calendar::month(year, month)?;
                let (from, to) = (month.from?.date(), month.to?.date());
                let found = calendar::nth_weekday(from, to, weekday, n)?;
                found.checked_add(i64::from(further).days()).ok()
            }
            Self::Before(weekday, month, day) => {
                let date = Date::new(year, month, day).ok()?;
                date.nth_weekday(-1, weekday).ok()
            }
            Self::Easter(days) => civil(gregorian::easter(year_32).add(days.into())),
            Self::Pascha(days) => civil(julian::easter(year_32).add(days.into())),
            Self::Hebrew(month, day) => within(year, 3760, |year| hebrew(year, month, day)),
            Self::Israel(month, day) => within(year, 3760, |year| israel(year, month, day)),
            Self::Islamic(month, day) => hijri(year, month, day),
            Self::LastFridayOfRamadan => {
                let feast = hijri(year, 10, 1)?;
                feast.nth_weekday(-1, Weekday::Friday).ok()
            }
            Self::Chinese(month, day) => chinese(year, month, day),
            Self::Wandering(epoch) => {
                let years = i64::from(year) - i64::from(epoch.year());
                epoch.checked_add((365 * years).days()).ok()
            }
            Self::Hindu(festival) => panchang::day(festival, year),
            Self::KingsDay => {
                let date = Date::new(year, 4, 27).ok()?;
                match date.weekday() {
                    Weekday::Sunday => date.yesterday().ok(),
                    _ => Some(date),
                }
            }
        }
    }
}

fn civil(fixed: RataDie) -> Option<Date> {
    // Day 1 of the fixed count is 1 January of year 1.
    date(1, 1, 1)
        .checked_add((fixed.to_i64_date() - 1).days())
        .ok()
}

/// The day of a calendar whose year `offset` years on (or one later) falls in the Gregorian `year`.
fn within(year: i16, offset: i32, day: impl Fn(i32) -> RataDie) -> Option<Date> {
    (0..2)
        .filter_map(|more| civil(day(i32::from(year) + offset + more)))
        .find(|date| date.year() == year)
}

fn hebrew(year: i32, month: u8, day: u8) -> RataDie {
    // Purim and the months before Nisan are in the last month of the year.
    let month = if month == 12 && BookHebrew::is_hebrew_leap_year(year) {
        13
    } else {
        month
    };
    BookHebrew::fixed_from_book_hebrew(BookHebrew { year, month, day })
}

fn israel(year: i32, month: u8, day: u8) -> RataDie {
    let nominal = hebrew(year, month, day);
    // Sunday is 0.
    let weekday = nominal.to_i64_date().rem_euclid(7);
    let moved = match (month, day, weekday) {
        (1, _, 5) | (2, 5, 5) | (2, 4, 4) => -1,
        (1, _, 0) | (2, 5, 1) | (2, 4, 0) => 1,
        (2, 5, 6) | (2, 4, 5) => -2,
        _ => 0,
    };
    nominal.add(moved)
}

/// The Islamic calendar as the astronomical rule of Saudi Arabia gives it; the tabular one beyond the centuries where
/// that is well behaved.
fn hijri(year: i16, month: u8, day: u8) -> Option<Date> {
    let approximate = (i32::from(year) - 622) * 33 / 32;
    (0..4)
        .filter_map(|more| {
            let year = approximate - 1 + more;
            let fixed = if (1300..=1600).contains(&year) {
                islamic::fixed_from_saudi_islamic(year, month, day)
            } else {
                let epoch = islamic::ISLAMIC_EPOCH_FRIDAY;
                islamic::fixed_from_tabular_islamic(year, month, day, epoch)
            };
            civil(fixed)
        })
        .find(|date| date.year() == year)
}

fn chinese(year: i16, month: u8, day: u8) -> Option<Date> {
    if !(1900..=2100).contains(&year) {
        return None;
    }
    // The New Year is the day of the new moon between 21 January and 20 February.
    let start = gregorian::fixed_from_gregorian(i32::from(year), 3, 1);
    let bounds = chinese_based::YearBounds::compute::<chinese_based::Chinese>(start);
    let leap = if bounds.is_leap() {
        chinese_based::get_leap_month_from_new_year::<chinese_based::Chinese>(bounds.new_year)
    } else {
        u8::MAX
    };
    let ordinal = if month >= leap { month + 1 } else { month };
    let before = if ordinal == 1 {
        0
    } else {
        chinese_based::days_until_month::<chinese_based::Chinese>(bounds.new_year, ordinal)
    };
    civil(bounds.new_year.add(i64::from(before) + i64::from(day) - 1))
}

/// A name of a feast.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    /// Its first word, without possessive.
    first: &'static str,
    /// What its second word may begin with, as [`beginnings`]; all where it is one word.
    next: u32,
    text: &'static str,
    feast: &'static Feast,
}

/// The feast among `names` that stands in the text, and how many tokens it takes. `matches(name)` compares a whole name
/// with the text and gives the number of tokens; the longest name wins. `next` are the [`beginnings`] of the tokens that
/// its second word can be.
pub(crate) fn find(
    names: &[Name],
    next: u32,
    matches: impl Fn(&'static str, bool) -> Option<usize>,
) -> Option<(usize, &'static Feast)> {
    names
        .iter()
        .filter(|name| name.next & next != 0)
        .filter_map(|name| {
            Some((
                matches(name.text, name.feast.is_transliterated())?,
                name.feast,
            ))
        })
        .max_by_key(|&(tokens, _)| tokens)
}

/// First bytes of words as bits of one number, upper and lower case alike.
pub(super) fn beginnings(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes
        .into_iter()
        .fold(0, |all, byte| all | 1 << (byte % 32))
}

/// What the second word of a name may begin with; spelled `free`ly, with another letter of the same beginning.
fn second(word: Option<&str>, free: bool) -> u32 {
    let Some(first) = word.and_then(|word| word.bytes().next()) else {
        return u32::MAX;
    };
    let alike = |other: &u8| {
        *other == first || free && spelling::beginning(*other) == spelling::beginning(first)
    };
    beginnings((0..=u8::MAX).filter(alike))
}

/// The names, and the first word of each.
pub(crate) fn by_first_word() -> impl Iterator<Item = (&'static str, &'static [Name])> {
    INDEX
        .chunk_by(|a, b| a.first == b.first)
        .map(|names| (names[0].first, names))
}

/// Names by their first word.
static INDEX: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut index: Vec<Name> = Vec::new();
    for feast in feasts::all() {
        for &name in feast.names {
            let mut words = name.split([' ', '-']);
            let first = words.next().unwrap_or(name);
            let bare = first.strip_suffix("'s").unwrap_or(first);
            let free = feast.is_transliterated();
            let next = second(words.next(), free);
            let by = |first| Name {
                first,
                next,
                text: name,
                feast,
            };
            index.push(by(bare));
            if free {
                for &variant in spelling::variants(bare) {
                    index.push(by(variant));
                }
            }
            if bare != first {
                // «presidents day»: the apostrophe left out.
                let plural: &'static str = PLURALS
                    .iter()
                    .copied()
                    .find(|plural| plural.strip_suffix('s') == Some(bare))
                    .unwrap_or(bare);
                index.push(by(plural));
            }
        }
    }
    index.sort_by_key(|name| (name.first, name.text));
    index.dedup_by_key(|name| (name.first, name.text));
    index
});

const PLURALS: &[&str] = &[
    "bosses",
    "valentines",
    "mothers",
    "fathers",
    "presidents",
    "veterans",
    "kings",
    "womens",
    "saints",
    "lincolns",
    "patriots",
    "parents",
    "grandparents",
    "engineers",
    "washingtons",
    "prophets",
    "buddhas",
    "workers",
    "singles",
    "teachers",
];
