//! Time zones after a clock time: «GMT», «EST», «Beijing time», «UTC+3», «local time».
//!
//! In: the place after a clock time. Out: minutes east of Greenwich, if the words tell, and the index after them. Names
//! that stand for a place («Eastern time») have the offset of the day of publication, by jiff's copy of the IANA
//! database. An abbreviation has the meaning it has in most English news; «IST» is India's.

use jiff::tz::TimeZone;

use super::place::At;
use crate::lex::token::Kind;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// What a zone's words mean.
#[derive(Clone, Copy, Debug)]
enum Zone {
    /// Minutes east of Greenwich.
    Fixed(i32),
    /// An IANA name.
    Place(&'static str),
}

use Zone::Fixed;
use Zone::Place;

/// Abbreviations, in capitals.
const ABBREVIATIONS: &[(&str, Zone)] = &[
    ("GMT", Fixed(0)),
    ("UTC", Fixed(0)),
    ("UT", Fixed(0)),
    ("Z", Fixed(0)),
    ("BST", Fixed(60)),
    ("WET", Fixed(0)),
    ("WEST", Fixed(60)),
    ("CET", Fixed(60)),
    ("CEST", Fixed(120)),
    ("EET", Fixed(120)),
    ("EEST", Fixed(180)),
    ("MSK", Fixed(180)),
    ("TRT", Fixed(180)),
    ("IRST", Fixed(210)),
    ("GST", Fixed(240)),
    ("PKT", Fixed(300)),
    ("IST", Fixed(330)),
    ("WIB", Fixed(420)),
    ("ICT", Fixed(420)),
    ("HKT", Fixed(480)),
    ("SGT", Fixed(480)),
    ("PHT", Fixed(480)),
    ("AWST", Fixed(480)),
    ("JST", Fixed(540)),
    ("KST", Fixed(540)),
    ("ACST", Fixed(570)),
    ("AEST", Fixed(600)),
    ("AEDT", Fixed(660)),
    ("NZST", Fixed(720)),
    ("NZDT", Fixed(780)),
    ("ET", Place("America/New_York")),
    ("EST", Fixed(-300)),
    ("EDT", Fixed(-240)),
    ("CT", Place("America/Chicago")),
    ("CST", Fixed(-360)),
    ("CDT", Fixed(-300)),
    ("MT", Place("America/Denver")),
    ("MST", Fixed(-420)),
    ("MDT", Fixed(-360)),
    ("PT", Place("America/Los_Angeles")),
    ("PST", Fixed(-480)),
    ("PDT", Fixed(-420)),
    ("AKST", Fixed(-540)),
    ("AKDT", Fixed(-480)),
    ("HST", Fixed(-600)),
    ("AST", Fixed(-240)),
    ("BRT", Fixed(-180)),
    ("ART", Fixed(-180)),
    ("SAST", Fixed(120)),
    ("WAT", Fixed(60)),
    ("CAT", Fixed(120)),
    ("EAT", Fixed(180)),
];

/// Places that give their name to a time: «Beijing time».
const PLACES: &[(&Set, Zone)] = &[
    (set!["eastern"], Place("America/New_York")),
    (set!["us", "eastern"], Place("America/New_York")),
    (set!["central"], Place("America/Chicago")),
    (set!["mountain"], Place("America/Denver")),
    (set!["pacific"], Place("America/Los_Angeles")),
    (set!["new", "york"], Place("America/New_York")),
    (set!["washington"], Place("America/New_York")),
    (set!["chicago"], Place("America/Chicago")),
    (set!["california"], Place("America/Los_Angeles")),
    (set!["central", "european"], Place("Europe/Paris")),
    (set!["eastern", "european"], Place("Europe/Athens")),
    (set!["greenwich", "mean"], Fixed(0)),
    (set!["british", "summer"], Fixed(60)),
    (set!["british"], Place("Europe/London")),
    (set!["uk"], Place("Europe/London")),
    (set!["london"], Place("Europe/London")),
    (set!["paris"], Place("Europe/Paris")),
    (set!["french"], Place("Europe/Paris")),
    (set!["berlin"], Place("Europe/Berlin")),
    (set!["german"], Place("Europe/Berlin")),
    (set!["brussels"], Place("Europe/Brussels")),
    (set!["rome"], Place("Europe/Rome")),
    (set!["madrid"], Place("Europe/Madrid")),
    (set!["kyiv"], Place("Europe/Kyiv")),
    (set!["kiev"], Place("Europe/Kyiv")),
    (set!["moscow"], Place("Europe/Moscow")),
    (set!["istanbul"], Place("Europe/Istanbul")),
    (set!["ankara"], Place("Europe/Istanbul")),
    (set!["damascus"], Place("Asia/Damascus")),
    (set!["beirut"], Place("Asia/Beirut")),
    (set!["jerusalem"], Place("Asia/Jerusalem")),
    (set!["israel"], Place("Asia/Jerusalem")),
    (set!["cairo"], Place("Africa/Cairo")),
    (set!["baghdad"], Place("Asia/Baghdad")),
    (set!["riyadh"], Place("Asia/Riyadh")),
    (set!["dubai"], Place("Asia/Dubai")),
    (set!["tehran"], Place("Asia/Tehran")),
    (set!["iran"], Place("Asia/Tehran")),
    (set!["kabul"], Place("Asia/Kabul")),
    (set!["delhi"], Place("Asia/Kolkata")),
    (set!["indian", "standard"], Place("Asia/Kolkata")),
    (set!["singapore"], Place("Asia/Singapore")),
    (set!["hong", "kong"], Place("Asia/Hong_Kong")),
    (set!["beijing"], Place("Asia/Shanghai")),
    (set!["china", "standard"], Place("Asia/Shanghai")),
    (set!["shanghai"], Place("Asia/Shanghai")),
    (set!["seoul"], Place("Asia/Seoul")),
    (set!["tokyo"], Place("Asia/Tokyo")),
    (set!["japan"], Place("Asia/Tokyo")),
    (set!["sydney"], Place("Australia/Sydney")),
    (set!["melbourne"], Place("Australia/Melbourne")),
];

/// The zone at `i`: its offset, `None` for «local time», and the index after it.
pub(super) fn read(at: At<'_>, i: usize) -> Option<(Option<i32>, usize)> {
    let words = at.words;
    if words.kind(i) == Kind::Open && words.kind(i + 2) == Kind::Close {
        let (offset, end) = abbreviation(at, i + 1)?;
        return (end == i + 2).then_some((Some(offset), i + 3));
    }
    // «8 p.m. E.T.», «7 a.m. P.T.».
    let letter = |k: usize| words.width(k) == 1 && words.capital(k);
    if letter(i)
        && words.kind(i + 1) == Kind::Stop
        && words.is(i + 2, "t")
        && words.kind(i + 3) == Kind::Stop
    {
        let place = match words.str(i) {
            "E" => "America/New_York",
            "C" => "America/Chicago",
            "M" => "America/Denver",
            "P" => "America/Los_Angeles",
            _ => return None,
        };
        return Some((offset(at, Place(place)), i + 4));
    }
    // «15:50:06+02:00».
    if matches!(words.kind(i), Kind::Plus | Kind::Dash)
        && words.glued(i)
        && words.glued(i + 1)
        && let Some(hours) = at.digits(i + 1, 2)
        && words.kind(i + 2) == Kind::Colon
        && words.glued(i + 2)
        && let Some(minutes) = at.digits(i + 3, 2)
        && hours <= 14
        && iso_before(at, i)
    {
        let sign = if words.kind(i) == Kind::Plus { 1 } else { -1 };
        return Some((
            Some(sign * (i32::from(hours) * 60 + i32::from(minutes))),
            i + 4,
        ));
    }
    // «17:00:00 +0200», as mail is dated.
    if matches!(words.kind(i), Kind::Plus | Kind::Dash)
        && words.glued(i + 1)
        && words.kind(i.wrapping_sub(2)) == Kind::Colon
        && (words.kind(i) == Kind::Plus || words.kind(i.wrapping_sub(4)) == Kind::Colon)
        && let Some(run) = at.digits(i + 1, 4)
        && run <= 1400
        && run % 100 < 60
    {
        let minutes = i32::from(run / 100) * 60 + i32::from(run % 100);
        let sign = if words.kind(i) == Kind::Plus { 1 } else { -1 };
        return Some((Some(sign * minutes), i + 2));
    }
    // «17:00 +01:00».
    if words.kind(i) == Kind::Plus
        && words.glued(i + 1)
        && words.kind(i.wrapping_sub(2)) == Kind::Colon
        && let Some(hours) = at.digits(i + 1, 2)
        && words.kind(i + 2) == Kind::Colon
        && let Some(minutes) = at.digits(i + 3, 2)
        && hours <= 14
        && minutes < 60
    {
        return Some((Some(i32::from(hours) * 60 + i32::from(minutes)), i + 4));
    }
    if words.kind(i) != Kind::Word {
        return None;
    }
    if words.is(i, "local") {
        return Some((None, i + 1 + usize::from(words.is(i + 1, "time"))));
    }
    if let Some((offset, end)) = abbreviation(at, i) {
        return Some((Some(offset), end));
    }
    let mut best: Option<(Option<i32>, usize)> = None;
    for &(names, zone) in PLACES {
        let Some(mut j) = words.phrase(i, names) else {
            continue;
        };
        if words.any(j, set!["standard", "daylight", "summer"]) {
            j += 1;
        }
        // «7 pm Eastern».
        let american = words.any(i, set!["eastern", "central", "mountain", "pacific"])
            && j == i + 1
            && words.capital(i)
            && !words.capital(j);
        if american && !words.any(j, set!["time", "timezone"]) {
            best = best.or(Some((offset(at, zone), j)));
            continue;
        }
        if words.any(j, set!["time", "timezone"]) && best.is_none_or(|(_, end)| end <= j) {
            let zone_word = usize::from(words.is(j + 1, "zone"));
            best = Some((offset(at, zone), j + 1 + zone_word));
        }
    }
    best
}

/// Whether the clock time before `i` is written as ISO 8601 does: «T15:50», «T15:50:06».
fn iso_before(at: At<'_>, i: usize) -> bool {
    [4, 6, 8]
        .iter()
        .any(|back| at.words.str(i.wrapping_sub(*back)) == "T")
}

fn abbreviation(at: At<'_>, i: usize) -> Option<(i32, usize)> {
    let words = at.words;
    let text = words.str(i);
    if !(1..=4).contains(&text.len()) {
        return None;
    }
    // «E.T.» is not tried; in lower case only what is no word.
    let upper = text.bytes().all(|byte| byte.is_ascii_uppercase());
    let quiet = words.any(
        i,
        set![
            "gmt", "utc", "pst", "est", "edt", "cst", "pdt", "cet", "bst",
        ],
    );
    if !upper && !quiet || text == "Z" && !words.glued(i) {
        return None;
    }
    let zone = ABBREVIATIONS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(text))?
        .1;
    let base = offset(at, zone)?;
    // «GMT+3», «UTC -5:30».
    let sign = match words.kind(i + 1) {
        Kind::Plus => 1,
        Kind::Dash => -1,
        _ => return Some((base, i + 1)),
    };
    if base == 0
        && words.glued(i + 2)
        && let Some((hours, mut end)) = at.integer(i + 2, 2)
        && hours <= 14
    {
        let mut minutes = 0;
        if words.kind(end) == Kind::Colon
            && let Some(more) = at.digits(end + 1, 2)
        {
            minutes = i32::from(more);
            end += 2;
        }
        return Some((sign * (i32::try_from(hours).ok()? * 60 + minutes), end));
    }
    Some((base, i + 1))
}

/// Whether `text` is a zone's abbreviation in capitals: «ET», «GMT».
pub(crate) fn is_abbreviation(text: &str) -> bool {
    text.len() <= 4 && ABBREVIATIONS.iter().any(|&(name, _)| name == text)
}

fn offset(at: At<'_>, zone: Zone) -> Option<i32> {
    match zone {
        Fixed(minutes) => Some(minutes),
        Place(name) => {
            let zone = TimeZone::get(name).ok()?;
            let instant = zone.to_ambiguous_zoned(at.now).compatible().ok()?;
            Some(instant.offset().seconds() / 60)
        }
    }
}
