//! The names of months and days, for all who look for them in words.

/// From January, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// From Monday, in small letters.
pub const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Whether a word in small letters is a day of the week.
pub fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

/// Which month a word in small letters is, from 1.
pub fn month(word: &str) -> Option<usize> {
    let place = MONTHS.iter().position(|month| *month == word)?;
    Some(place + 1)
}
