//! Lines that are nothing but a date and a time.
//!
//! In: a folded line. Out: whether it says only when. What day it is nobody asks here.

/// Words a line of date and time consists of.
const DATE_WORDS: &[&str] = &[
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
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "bst",
    "et",
    "est",
    "edt",
    "ct",
    "cst",
    "cdt",
    "pt",
    "pst",
    "pdt",
    "ist",
    "cet",
    "cest",
    "jst",
    "updated",
    "published",
    "posted",
    "last",
    "modified",
    "first",
    "on",
    "at",
    "date",
    "time",
    "h",
    "hrs",
    "ago",
    "hours",
    "minutes",
    "st",
    "nd",
    "rd",
    "th",
];

/// Whether a line is nothing but a date and a time.
pub(super) fn is_dateline(folded: &str) -> bool {
    let mut digits = false;
    let mut named = false;
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
        digits |= !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        if !word.is_empty() && !DATE_WORDS.contains(&word) {
            return false;
        }
        named |= !word.is_empty();
    }
    digits && (named || folded.contains(['/', '-', ':', '.']))
}
