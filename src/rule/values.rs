//! Turns what a rule file writes for a value into the value, by the grammar of reports.
//!
//! In: a plain TOML value and the kind it should be. Out: a typed value, an instant, a tolerance; or how it is
//! written right.

use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil;
use jiff::tz::Offset;
use jiff::tz::TimeZone;

use super::set::Kind;
use super::table::Literal;
use crate::lex::parse_value;
use crate::lex::value_words;
use crate::value::Date;
use crate::value::DateRange;
use crate::value::Granularity;
use crate::value::Interval;
use crate::value::Tally;
use crate::value::TimeOfDay;
use crate::value::Value;
use crate::value::ValueKind;

/// How a value of this kind is written, for help.
pub(super) fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Duration | Kind::Notice => "\"35 minutes\", \"more than 7 hours\" or \"two days\"",
        Kind::Count => "31, \"about 300\" or \"more than 200\"",
        Kind::Money => "\"12 million euros\" or \"$1.2 billion\", with the currency",
        Kind::Percent => "40, \"40 %\" or \"12.5 per cent\"",
        Kind::Quantity => "\"82 metres\" or \"30 °C\", with the unit",
        Kind::Age => "52 or \"52 years old\"",
        Kind::Date => "\"19 June 2023\", \"June 2023\" or 2023-06-19",
        Kind::Time => "\"4:30 pm\", \"16:30\" or \"8:30 GMT\"",
        Kind::Since => "\"October 2018\" or \"2018\": the last time before",
        Kind::Place | Kind::Name => "the id of an entity",
        Kind::Choice => "{ right = \"postponed\", wrong = \"cancelled\" }",
        Kind::Occurred => "true or false",
        Kind::Quote => "\"the words that were said\"",
        Kind::Order => "[\"first-event\", \"second-event\"]",
        Kind::Total => "{ of = [\"one.killed\", \"other.killed\"], value = 12 }",
    }
}

/// The literal as the author wrote it, for people.
pub(super) fn shown(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => text.trim().to_owned(),
        Literal::Integer(integer) => integer.to_string(),
        Literal::Float(float) => float.to_string(),
        Literal::Boolean(boolean) => boolean.to_string(),
        Literal::Datetime(datetime) => datetime.to_string(),
    }
}

/// The two sides of a vote, written as «50-48» or «50 to 48».
pub(super) fn sides(literal: &Literal) -> Option<[Literal; 2]> {
    let Literal::Text(text) = literal else {
        return None;
    };
    let (first, second) = text
        .split_once(" to ")
        .or_else(|| text.split_once(['-', '–']))?;
    let side = |text: &str| text.trim().parse().ok().map(Literal::Integer);
    Some([side(first)?, side(second)?])
}

/// Reads `literal` as a value of `kind`; `None` if it is none.
pub(super) fn value(kind: Kind, literal: &Literal, fate: Option<Tally>) -> Option<Value> {
    let text = shown(literal);
    let number = matches!(literal, Literal::Integer(_) | Literal::Float(_));
    let is_text = matches!(literal, Literal::Text(_));
    match kind {
        Kind::Duration | Kind::Notice if is_text => parse_value(&text, ValueKind::Duration),
        Kind::Money if is_text => parse_value(&text, ValueKind::Money),
        Kind::Quantity if is_text => parse_value(&text, ValueKind::Quantity),
        Kind::Count if is_text || number => match parse_value(&grouped(&text), ValueKind::Count)? {
            Value::Count { measure, tally } => Some(Value::Count {
                measure,
                tally: fate.or(tally),
            }),
            _ => None,
        },
        Kind::Age if is_text || number => parse_value(&text, ValueKind::Age),
        Kind::Percent if number => parse_value(&format!("{text} %"), ValueKind::Percent),
        Kind::Percent if is_text => parse_value(&text, ValueKind::Percent)
            .or_else(|| parse_value(&format!("{text} %"), ValueKind::Percent)),
        Kind::Date | Kind::Since => date(literal).map(Value::Date),
        Kind::Time => match literal {
            Literal::Text(text) => parse_value(text, ValueKind::Time)
                .or_else(|| date(literal).filter(has_clock).map(Value::Date)),
            Literal::Datetime(toml) => match (toml.date, toml.time) {
                (None, Some(time)) => Some(Value::TimeOfDay(clock(time)?)),
                _ => date(literal).filter(has_clock).map(Value::Date),
            },
            _ => None,
        },
        _ => None,
    }
}

/// A text that can't be read because of one misspelt word: that word, and the text as it was meant.
pub(super) fn mended<'t>(
    text: &'t str,
    reads: &dyn Fn(&Literal) -> bool,
) -> Option<(&'t str, String)> {
    let letters = |letter: char| !letter.is_alphabetic();
    let words = text.split(letters).filter(|word| word.len() >= SHORTEST);
    for word in words.take(MOST_WORDS) {
        let close = |known: &&str| strsim::osa_distance(&word.to_lowercase(), known) <= slips(word);
        let mut near: Vec<&str> = value_words().filter(close).collect();
        // «minuts» has the end of «minutes».
        let other_end = |known: &str| known.chars().next_back() != word.chars().next_back();
        near.sort_by_key(|known| {
            let away = strsim::osa_distance(&word.to_lowercase(), known);
            (away, other_end(known))
        });
        for known in near {
            let meant = text.replacen(word, known, 1);
            if reads(&Literal::Text(meant)) {
                let first = word.chars().next().is_some_and(char::is_uppercase);
                let known = if first {
                    capitalised(known)
                } else {
                    known.to_owned()
                };
                return Some((word, text.replacen(word, &known, 1)));
            }
        }
    }
    None
}

/// Letters of a word that is looked up.
const SHORTEST: usize = 3;
/// Words of a text that are looked up.
const MOST_WORDS: usize = 12;

/// Letters that may be wrong in a word.
fn slips(word: &str) -> usize {
    if word.len() < 6 { 1 } else { 2 }
}

/// With a capital.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Bare digits in groups of three: «2960» and «more than 2960» may be of a year, «2,960» is not.
fn grouped(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            return word.to_owned();
        }
        let mut grouped = String::new();
        for (at, digit) in word.char_indices() {
            if at > 0 && (word.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a date says a time of day, to the hour at least.
pub(super) fn has_clock(date: &Date) -> bool {
    date.granularity >= Granularity::Hour
}

/// A date, or a date with a time.
pub(super) fn date(literal: &Literal) -> Option<Date> {
    match literal {
        Literal::Text(text) => match parse_value(text, ValueKind::Date) {
            Some(Value::Date(date)) => Some(date),
            _ => year(text.trim().parse().ok()?),
        },
        Literal::Integer(integer) => year(*integer),
        Literal::Datetime(toml) => of_toml(toml),
        Literal::Float(_) | Literal::Boolean(_) => None,
    }
}

fn dated(
    from: civil::DateTime,
    to: civil::DateTime,
    granularity: Granularity,
    offset: Option<i32>,
) -> Date {
    let range = DateRange {
        from: Some(from),
        to: Some(to),
    };
    Date {
        stated: range,
        possible: range,
        granularity,
        offset,
        relative: false,
    }
}

/// A bare year; other numbers are none.
fn year(number: i64) -> Option<Date> {
    let year = i16::try_from(number)
        .ok()
        .filter(|year| (1000..=2999).contains(year))?;
    let first = |year| civil::Date::new(year, 1, 1).ok().map(civil::DateTime::from);
    Some(dated(
        first(year)?,
        first(year + 1)?,
        Granularity::Year,
        None,
    ))
}

fn civil_time(time: toml::value::Time) -> Option<civil::Time> {
    let number = |n: u8| i8::try_from(n).ok();
    // A leap second is the second before it.
    let second = number(time.second.unwrap_or(0).min(59))?;
    civil::Time::new(number(time.hour)?, number(time.minute)?, second, 0).ok()
}

fn clock(time: toml::value::Time) -> Option<TimeOfDay> {
    let time = civil_time(time)?;
    Some(TimeOfDay {
        from: time,
        to: time,
        offset: None,
        second: None,
        about: false,
        either_half: false,
        possible: None,
    })
}

fn of_toml(toml: &toml::value::Datetime) -> Option<Date> {
    let day = toml.date?;
    let number = |n: u8| i8::try_from(n).ok();
    let year = i16::try_from(day.year).ok()?;
    let day = civil::Date::new(year, number(day.month)?, number(day.day)?).ok()?;
    let Some(time) = toml.time else {
        return Some(dated(
            day.into(),
            day.tomorrow().ok()?.into(),
            Granularity::Day,
            None,
        ));
    };
    let from = day.to_datetime(civil_time(time)?);
    let (granularity, to) = if time.second.unwrap_or(0) == 0 {
        (Granularity::Minute, from.checked_add(1.minute()).ok()?)
    } else {
        (Granularity::Second, from.checked_add(1.second()).ok()?)
    };
    let offset = toml.offset.map(|offset| match offset {
        toml::value::Offset::Z => 0,
        toml::value::Offset::Custom { minutes } => i32::from(minutes),
    });
    Some(dated(from, to, granularity, offset))
}

/// The day or days of a date, without the time.
pub(super) fn days_of(date: &Date) -> Option<Date> {
    if date.granularity <= Granularity::Day {
        return Some(*date);
    }
    let first = date.stated.from?.date();
    let next = first.tomorrow().ok()?;
    Some(dated(first.into(), next.into(), Granularity::Day, None))
}

/// First instant of a date and one past its last, in `zone` where it has no zone of its own.
pub(super) fn instants(date: &Date, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
    let zone = match date.offset {
        Some(minutes) => Offset::from_seconds(minutes * 60).ok()?.to_time_zone(),
        None => zone.clone(),
    };
    let at = |civil: Option<civil::DateTime>| {
        civil?
            .to_zoned(zone.clone())
            .ok()
            .map(|zoned| zoned.timestamp())
    };
    Some((at(date.possible.from)?, at(date.possible.to)?))
}

/// «04/05/2024» as the two days it can be, the day first and the month first.
pub(super) fn two_orders(text: &str) -> Option<(String, String)> {
    let mut parts = text.trim().split(['/', '.', '-']);
    let mut number = || parts.next()?.trim().parse::<i16>().ok();
    let (first, second, year) = (number()?, number()?, number()?);
    let months = 1..=12;
    let open = months.contains(&first) && months.contains(&second) && first != second;
    if !open || parts.next().is_some() || year < 100 {
        return None;
    }
    let written = |day: i16, month: i16| {
        let day = civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Some(day.ok()?.strftime("%-d %B %Y").to_string())
    };
    Some((written(first, second)?, written(second, first)?))
}

/// «31 June 2024»: how many days that month has.
pub(super) fn no_such_day(text: &str) -> Option<String> {
    let words = || text.split(|letter: char| !letter.is_alphanumeric());
    let number = |word: &str| word.parse::<i16>().ok();
    let year = words().filter_map(number).find(|year| *year > 999)?;
    let day = words()
        .filter_map(number)
        .find(|day| (29..=99).contains(day))?;
    (1..=12).find_map(|month| {
        let first = civil::Date::new(year, month, 1).ok()?;
        let name = first.strftime("%B").to_string();
        let named = words()
            .any(|word| word.len() >= 3 && name.to_lowercase().starts_with(&word.to_lowercase()));
        let days = i16::from(first.days_in_month());
        (named && day > days).then(|| format!("{name} {year} has {days} days"))
    })
}

/// A length of time in seconds.
pub(super) fn seconds(literal: &Literal) -> Option<f64> {
    let Literal::Text(text) = literal else {
        return None;
    };
    match parse_value(text, ValueKind::Duration)? {
        Value::Duration { measure, .. } => point(measure.stated),
        _ => None,
    }
}

/// The one number of an interval: its only or its finite end, or its middle.
pub(super) fn point(interval: Interval) -> Option<f64> {
    match (interval.lo.is_finite(), interval.hi.is_finite()) {
        (true, true) => Some(f64::midpoint(interval.lo, interval.hi)),
        (true, false) => Some(interval.lo),
        (false, true) => Some(interval.hi),
        (false, false) => None,
    }
}

/// A percentage: «5 %» is 0.05.
fn share(literal: &Literal) -> Option<f64> {
    let Literal::Text(text) = literal else {
        return None;
    };
    match parse_value(text, ValueKind::Percent)? {
        Value::Percent { measure, .. } => point(measure.stated).map(|percent| percent / 100.0),
        _ => None,
    }
}

/// A tolerance on `value` in its base unit: a share of it, or a value of its own kind.
pub(super) fn tolerance(literal: &Literal, value: &Value) -> Option<f64> {
    let number = match literal {
        Literal::Integer(_) | Literal::Float(_) => shown(literal).parse::<f64>().ok(),
        _ => None,
    };
    let of = |interval: Interval| Some(share(literal)? * point(interval)?.abs());
    let read = |kind| match literal {
        Literal::Text(text) => parse_value(text, kind),
        _ => None,
    };
    let found = match value {
        Value::Duration { measure, .. } => seconds(literal).or_else(|| of(measure.stated)),
        Value::Date(_) | Value::TimeOfDay(_) | Value::Since(_) => seconds(literal),
        Value::Percent { .. } => number.or_else(|| Some(share(literal)? * 100.0)),
        Value::Count { measure, .. } | Value::Number(measure) | Value::Age(measure) => number
            .or_else(|| of(measure.stated))
            .or_else(|| match read(ValueKind::Count)? {
                Value::Count { measure, .. } => point(measure.stated),
                _ => None,
            }),
        Value::Money { measure, currency } => {
            of(measure.stated).or_else(|| match read(ValueKind::Money)? {
                Value::Money {
                    measure,
                    currency: own,
                } if own == *currency => point(measure.stated),
                _ => None,
            })
        }
        Value::Quantity { measure, unit } => {
            let relative = || Some(share(literal)? * point(measure.stated)?.abs() * unit.factor);
            relative().or_else(|| match read(ValueKind::Quantity)? {
                Value::Quantity { measure, unit: own } if own.dimension == unit.dimension => {
                    Some(point(measure.stated)? * own.factor)
                }
                _ => None,
            })
        }
        _ => None,
    };
    found.filter(|tolerance| tolerance.is_finite() && *tolerance >= 0.0)
}

/// How a tolerance on `value` is written, for help.
pub(super) fn tolerance_example(value: &Value) -> &'static str {
    match value {
        Value::Duration { .. } => "\"5 minutes\" or \"10 %\"",
        Value::Date(_) | Value::TimeOfDay(_) | Value::Since(_) => "\"1 day\" or \"15 minutes\"",
        Value::Percent { .. } => "0.5 or \"0.5 %\": percentage points",
        Value::Money { .. } => "\"5 %\", or an amount in the same currency",
        Value::Quantity { .. } => "\"5 %\", or a measure in a unit of the same sort",
        _ => "3 or \"5 %\"",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Literal {
        Literal::Text(text.to_owned())
    }

    #[test]
    fn toml_dates_and_bare_years_are_dates() {
        let parsed: toml::value::Datetime = "2023-06-19".parse().expect("a date");
        let day = date(&Literal::Datetime(parsed)).expect("a day");
        assert_eq!(day.granularity, Granularity::Day);
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let (first, past) = instants(&day, &zone).expect("instants");
        assert_eq!(first.to_string(), "2023-06-18T16:00:00Z");
        assert_eq!(past.to_string(), "2023-06-19T16:00:00Z");
        assert_eq!(
            date(&Literal::Integer(2018)).map(|date| date.granularity),
            Some(Granularity::Year)
        );
        assert_eq!(date(&Literal::Integer(31)), None);
    }

    #[test]
    fn an_offset_of_its_own_wins_over_the_storys_zone() {
        let parsed: toml::value::Datetime = "2023-06-19T08:30:00Z".parse().expect("an instant");
        let date = date(&Literal::Datetime(parsed)).expect("a date");
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let (first, _) = instants(&date, &zone).expect("instants");
        assert_eq!(first.to_string(), "2023-06-19T08:30:00Z");
    }

    #[test]
    fn a_tolerance_is_a_share_or_a_value_of_the_same_kind() {
        let hour = value(Kind::Duration, &text("60 minutes"), None).expect("a duration");
        assert_eq!(tolerance(&text("5 minutes"), &hour), Some(300.0));
        assert_eq!(tolerance(&text("10 %"), &hour), Some(360.0));
        assert_eq!(tolerance(&Literal::Integer(5), &hour), None);
        let euros = value(Kind::Money, &text("12 million euros"), None).expect("money");
        assert_eq!(tolerance(&text("1 million euros"), &euros), Some(1e6));
        assert_eq!(tolerance(&text("1 million dollars"), &euros), None);
    }

    #[test]
    fn a_date_in_figures_alone_may_be_two_days() {
        let both = Some(("4 May 2024".to_owned(), "5 April 2024".to_owned()));
        assert_eq!(two_orders("04/05/2024"), both);
        assert_eq!(two_orders("4.5.2024"), both);
        assert_eq!(two_orders("19/06/2024"), None);
        assert_eq!(two_orders("5/5/2024"), None);
        assert_eq!(two_orders("2024-05-04"), None);
        let days = Some("June 2024 has 30 days".to_owned());
        assert_eq!(no_such_day("31 June 2024"), days);
        assert_eq!(no_such_day("30 June 2024"), None);
        assert_eq!(no_such_day("twenty"), None);
    }

    #[test]
    fn a_number_without_unit_is_a_count_but_no_duration() {
        assert!(value(Kind::Count, &Literal::Integer(31), None).is_some());
        assert!(value(Kind::Count, &Literal::Integer(2960), None).is_some());
        assert!(value(Kind::Count, &text("1999"), None).is_some());
        assert!(value(Kind::Count, &text("more than 2700"), None).is_some());
        assert!(value(Kind::Count, &text("at least 1500 people"), None).is_some());
        assert!(value(Kind::Duration, &Literal::Integer(31), None).is_none());
        assert!(value(Kind::Duration, &text("twenty"), None).is_none());
        assert!(value(Kind::Percent, &Literal::Float(12.5), None).is_some());
    }
}
