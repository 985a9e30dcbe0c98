//! Other dates and times: the year before, two days later, three hours off.
//!
//! In: the words of a date or a time. Out: words of others.

use jiff::Span;
use jiff::ToSpan as _;
use jiff::civil;

use crate::rule::Right;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;

/// The first right date and how fine it is.
fn right_date(rights: &[Right]) -> Option<&Date> {
    rights.iter().find_map(|right| match &right.value {
        Value::Date(date) => Some(date),
        _ => None,
    })
}

/// Whether a date is far enough from every right one, tolerance and all.
fn misses(from: civil::Date, to: civil::Date, rights: &[Right]) -> bool {
    rights.iter().all(|right| {
        let Value::Date(date) = &right.value else {
            return true;
        };
        let (Some(first), Some(past)) = (date.possible.from, date.possible.to) else {
            return false;
        };
        let tolerance = right.tolerance.unwrap_or(0.0);
        #[expect(clippy::cast_possible_truncation, reason = "whole days of a tolerance")]
        let days = (tolerance / 86_400.0).ceil() as i64 + 1;
        let after = past
            .date()
            .checked_add(days.days())
            .is_ok_and(|limit| from > limit);
        let before = first
            .date()
            .checked_sub(days.days())
            .is_ok_and(|limit| to < limit);
        after || before
    })
}

/// Words for other dates than the right ones, as fine as the finest that is known.
///
/// `limit` is the day of publication: nobody reports a later day as past, nor an earlier one as to come.
pub(super) fn other_dates(
    words: &str,
    rights: &[Right],
    before: &str,
    limit: Option<civil::Date>,
) -> Vec<String> {
    let Some(right) = right_date(rights) else {
        return Vec::new();
    };
    let Some(from) = right.stated.from.map(civil::DateTime::date) else {
        return Vec::new();
    };
    let ahead = limit.filter(|limit| from > *limit);
    let limit = limit.filter(|limit| from <= *limit);
    let lead = lead(words, before, right.granularity >= Granularity::Day);
    shifts(right.granularity)
        .into_iter()
        .filter_map(|shift| from.checked_add(shift).ok())
        .filter_map(|date| {
            let (to, written) = match right.granularity {
                fine if fine >= Granularity::Day => (date, date.strftime("%-d %B %Y")),
                Granularity::Month | Granularity::Week => {
                    (date.last_of_month(), date.strftime("%B %Y"))
                }
                _ => (date.last_of_year(), date.strftime("%Y")),
            };
            let past = limit.is_none_or(|limit| to < limit);
            let to_come = ahead.is_none_or(|limit| date > limit);
            (past && to_come && misses(date, to, rights)).then(|| format!("{lead}{written}"))
        })
        .take(super::WANTED)
        .collect()
}

/// How far other dates lie from the right one, those that are most easily taken for it first.
fn shifts(fineness: Granularity) -> [Span; 8] {
    match fineness {
        fine if fine >= Granularity::Day => [
            4.days(),
            (-5).days(),
            (-1).years(),
            (-9).days(),
            12.days(),
            (-2).months(),
            (-2).years(),
            1.year(),
        ],
        Granularity::Month | Granularity::Week => [
            2.months(),
            (-3).months(),
            (-1).years(),
            (-5).months(),
            (-2).years(),
            (-3).years(),
            1.year(),
            2.years(),
        ],
        _ => [2, -2, -3, -4, -6, 3, 5, 7].map(jiff::ToSpan::years),
    }
}

/// The preposition that another date needs: «on Monday» keeps its «on», «yesterday» has none.
fn lead<'w>(words: &'w str, before: &str, fine: bool) -> &'w str {
    let small = words.to_lowercase();
    if small.starts_with("on ") || small.starts_with("in ") {
        return &words[..3];
    }
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let led = [
        "on", "in", "of", "since", "from", "for", "until", "by", "at",
    ]
    .contains(&&*last.to_lowercase());
    match (led, fine) {
        (true, _) => "",
        (false, true) => "on ",
        (false, false) => "in ",
    }
}

/// Words for other times of day: the hour moved, the rest as it stood.
pub(super) fn other_times(words: &str) -> Vec<String> {
    let lower = words.to_lowercase();
    let twelve = lower.contains("am")
        || lower.contains("pm")
        || lower.contains("a.m")
        || lower.contains("p.m");
    let Some(start) = words.find(|c: char| c.is_ascii_digit()) else {
        let instead = if lower.contains("noon") {
            ["3:10 am", "5:10 am", "8:40 pm", "6:20 am"]
        } else {
            ["7:10 am", "9:50 am", "11:20 pm", "3:40 pm"]
        };
        return instead.map(str::to_owned).to_vec();
    };
    let run = words[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .count();
    // «0830» has its hour in the first two digits.
    let width = if run == 4 { 2 } else { run };
    let Ok(hour) = words[start..start + width].parse::<u32>() else {
        return Vec::new();
    };
    [2, 5, 3, 7]
        .into_iter()
        .map(|later| {
            let other = if twelve {
                (hour + later - 1) % 12 + 1
            } else {
                (hour + later) % 24
            };
            let other = if width == 2 && run == 4 {
                format!("{other:02}")
            } else {
                other.to_string()
            };
            format!("{}{other}{}", &words[..start], &words[start + width..])
        })
        .collect()
}

/// Words for other last times: another year, another number of years.
pub(super) fn other_since(words: &str, rights: &[Right]) -> Vec<String> {
    if let Some((at, year)) = year_in(words) {
        let right: Vec<i16> = rights
            .iter()
            .filter_map(|right| match &right.value {
                Value::Date(date) => Some(date.possible.from?.year()),
                _ => None,
            })
            .collect();
        return [-3, 2, -5, 3, -8]
            .into_iter()
            .map(|shift| year + shift)
            .filter(|other| right.iter().all(|right| (right - other).abs() > 1))
            .map(|other| format!("{}{other}{}", &words[..at], &words[at + 4..]))
            .take(super::WANTED)
            .collect();
    }
    if let Some(others) = other_numbers_of_years(words) {
        return others;
    }
    if !words.to_lowercase().contains("decade") {
        return Vec::new();
    }
    let others = [
        "in three years",
        "in forty years",
        "in two years",
        "in four years",
    ];
    others.map(str::to_owned).to_vec()
}

/// A year of four digits, and where it stands.
fn year_in(words: &str) -> Option<(usize, i16)> {
    words.char_indices().find_map(|(at, _)| {
        let four = words.get(at..at + 4)?;
        let alone = !words[at + 4..].starts_with(|c: char| c.is_ascii_digit());
        let year: i16 = four.parse().ok()?;
        (alone && (1000..3000).contains(&year)).then_some((at, year))
    })
}

/// «in five years»: other numbers of years.
fn other_numbers_of_years(words: &str) -> Option<Vec<String>> {
    const SPELT: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let parts: Vec<&str> = words.split(' ').collect();
    let number = |part: &str| {
        let spelt = SPELT
            .iter()
            .position(|word| part.eq_ignore_ascii_case(word));
        spelt.map(|at| at + 2).or_else(|| part.parse().ok())
    };
    let (at, years) = parts
        .iter()
        .enumerate()
        .find_map(|(at, part)| Some((at, number(part)?)))?;
    let others = [years * 2 + 1, years * 3 + 1, years + 30, years + 50].map(|other| {
        let mut parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
        parts[at] = other.to_string();
        parts.join(" ")
    });
    Some(others.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::parse_value;
    use crate::value::ValueKind;

    fn right(text: &str) -> Vec<Right> {
        vec![Right {
            value: parse_value(text, ValueKind::Date).expect("a date"),
            text: text.to_owned(),
            meaning: None,
            tolerance: None,
            by: Vec::new(),
            from: None,
            because: None,
        }]
    }

    #[test]
    fn other_days_are_as_fine_and_not_after_publication() {
        let rights = right("18 June 2023");
        let made = other_dates("Sunday", &rights, "They met on ", None);
        assert_eq!(
            made,
            [
                "22 June 2023",
                "13 June 2023",
                "18 June 2022",
                "9 June 2023"
            ]
        );
        let made = other_dates(
            "yesterday",
            &rights,
            "They met ",
            Some(civil::date(2023, 6, 19)),
        );
        assert_eq!(
            made,
            [
                "on 13 June 2023",
                "on 18 June 2022",
                "on 9 June 2023",
                "on 18 April 2023"
            ]
        );
    }

    #[test]
    fn what_is_told_ahead_is_moved_to_days_ahead() {
        let rights = right("October 2023");
        let made = other_dates(
            "in October",
            &rights,
            "They will meet ",
            Some(civil::date(2023, 9, 20)),
        );
        assert_eq!(
            made,
            ["in December 2023", "in October 2024", "in October 2025"]
        );
    }

    #[test]
    fn hours_move_and_the_notation_stays() {
        assert_eq!(
            other_times("4:30 pm"),
            ["6:30 pm", "9:30 pm", "7:30 pm", "11:30 pm"]
        );
        assert_eq!(
            other_times("0830 GMT"),
            ["1030 GMT", "1330 GMT", "1130 GMT", "1530 GMT"]
        );
    }

    #[test]
    fn the_last_time_is_another_year_or_another_number_of_years() {
        assert_eq!(
            other_since("since 2018", &right("October 2018")),
            ["since 2015", "since 2020", "since 2013", "since 2021"]
        );
        assert_eq!(
            other_since("in five years", &[]),
            ["in 11 years", "in 16 years", "in 35 years", "in 55 years"]
        );
    }
}
