//! What is known of a report beside its text: who published it, when, whose copy it is.
//!
//! In: a TOML table (front matter, manifest) or a JSON object. Out: [`Metadata`], with publication as an interval.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil;
use jiff::tz::TimeZone;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::source::address;
use crate::source::page_head;
use crate::span::Span;

/// Keys of front matter and of an `[[article]]`, which has `file` besides.
const KEYS: &[&str] = &[
    "id",
    "title",
    "outlet",
    "origin",
    "genre",
    "translated-from",
    "url",
    "language",
    "timezone",
    "published",
    "updated",
    "not-before",
    "not-after",
];

/// What is known of a report beside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Metadata {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    /// Where the title's words stand in the text the metadata was read from, if they stand there as they are.
    pub(super) title_span: Option<Span>,
    pub(super) outlet: Option<String>,
    pub(super) origin: Option<String>,
    pub(super) genre: Option<String>,
    pub(super) translated_from: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) timezone: Option<String>,
    /// The zone that `published` was written in, as its distance from Greenwich. Unit: seconds.
    pub(super) offset: Option<i32>,
    published: Option<Moment>,
    updated: Option<Moment>,
    not_before: Option<Moment>,
    not_after: Option<Moment>,
}

/// A time as written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moment {
    Day(civil::Date),
    Civil(civil::DateTime),
    Instant(Timestamp),
}

/// Something wrong in metadata, at a place of the text it was read from.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) code: &'static str,
    pub(super) span: Span,
    pub(super) title: String,
    pub(super) label: &'static str,
    pub(super) help: Option<String>,
}

const TIME_HELP: &str = "write `2023-06-19`, `2023-06-19T16:30:00` or `2023-06-19T16:30:00+08:00`";
const ZONE_HELP: &str = "write an IANA name such as `Asia/Shanghai`";

/// The distance from Greenwich that a time is written with: «…-04:00». Nothing for «Z», which every wire writes.
fn offset(words: &str) -> Option<i32> {
    let at = words.len().checked_sub("+00:00".len())?;
    let (sign, rest) = match words.get(at..)?.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = sign * (hours * 3600 + minutes * 60);
    (seconds != 0 && words.contains([':', 'T'])).then_some(seconds)
}

impl Metadata {
    /// Reads a table; what is wrong in it is left out and told. `also` are keys that the caller reads itself.
    pub(super) fn from_toml(
        table: &DeTable<'_>,
        text: &str,
        also: &[&str],
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut read = Self::default();
        for (key, value) in table {
            let name = &**key.get_ref();
            if also.contains(&name) {
                continue;
            }
            let span = Span::from(value.span());
            if !KEYS.contains(&name) {
                faults.push(unknown_key(name, Span::from(key.span()), also));
                continue;
            }
            let words = match value.get_ref() {
                DeValue::String(words) => words.to_string(),
                DeValue::Datetime(time) => time.to_string(),
                _ => {
                    faults.push(Fault {
                        code: "source-wrong-type",
                        span,
                        title: format!("`{name}` is no text"),
                        label: "should be a string or a date",
                        help: None,
                    });
                    continue;
                }
            };
            if name == "title" {
                let inside = text.get(span.range()).and_then(|raw| raw.find(&words));
                read.title_span = inside.map(|at| {
                    let start = span.range().start + at;
                    Span::new(start, start + words.len())
                });
            }
            if let Err(fault) = read.set(name, words) {
                faults.push(Fault { span, ..fault });
            }
        }
        read
    }

    /// Reads the fields of a JSON line; fields that mean nothing here are left alone, as archives have their own.
    pub(super) fn from_json(
        fields: &serde_json::Map<String, serde_json::Value>,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut read = Self::default();
        for key in KEYS {
            let named = fields
                .get(*key)
                .or_else(|| fields.get(&key.replace('-', "_")));
            let words = match named {
                None | Some(serde_json::Value::Null) => continue,
                Some(serde_json::Value::String(words)) if words.trim().is_empty() => continue,
                Some(serde_json::Value::String(words)) => words.clone(),
                Some(other) => other.to_string(),
            };
            if let Err(fault) = read.set(key, words) {
                faults.push(fault);
            }
        }
        read
    }

    /// Takes `words` for the value of `key`, one of [`KEYS`].
    fn set(&mut self, key: &str, words: String) -> Result<(), Fault> {
        let fault = |title: String, label, help: &str| Fault {
            code: "source-bad-time",
            span: Span::default(),
            title,
            label,
            help: Some(help.to_owned()),
        };
        let moment = |words: &str| {
            Moment::parse(words).ok_or_else(|| {
                fault(
                    format!("`{key}` is no time: `{words}`"),
                    "not understood",
                    TIME_HELP,
                )
            })
        };
        match key {
            "id" => self.id = Some(words),
            "title" => self.title = Some(words),
            "outlet" => self.outlet = Some(words),
            "origin" => self.origin = Some(words),
            "genre" => self.genre = Some(words),
            "translated-from" => self.translated_from = Some(words),
            "url" => self.url = Some(words),
            "language" => self.language = Some(words),
            "timezone" => {
                if TimeZone::get(&words).is_err() {
                    let title = format!("unknown time zone `{words}`");
                    return Err(fault(title, "not a zone", ZONE_HELP));
                }
                self.timezone = Some(words);
            }
            "published" => {
                self.published = Some(moment(&words)?);
                self.offset = offset(&words);
            }
            "updated" => self.updated = Some(moment(&words)?),
            "not-before" => self.not_before = Some(moment(&words)?),
            "not-after" => self.not_after = Some(moment(&words)?),
            other => unreachable!("`{other}` is in KEYS"),
        }
        Ok(())
    }

    /// These fields, and `other`'s where there are none.
    #[must_use]
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            id: self.id.or_else(|| other.id.clone()),
            title_span: self.title_span,
            title: self.title.or_else(|| other.title.clone()),
            outlet: self.outlet.or_else(|| other.outlet.clone()),
            origin: self.origin.or_else(|| other.origin.clone()),
            genre: self.genre.or_else(|| other.genre.clone()),
            translated_from: self
                .translated_from
                .or_else(|| other.translated_from.clone()),
            url: self.url.or_else(|| other.url.clone()),
            language: self.language.or_else(|| other.language.clone()),
            timezone: self.timezone.or_else(|| other.timezone.clone()),
            offset: self.offset.or(other.offset),
            published: self.published.or(other.published),
            updated: self.updated.or(other.updated),
            not_before: self.not_before.or(other.not_before),
            not_after: self.not_after.or(other.not_after),
        }
    }

    /// These fields, and what the page itself says where there are none; a time given by a person stands alone.
    #[must_use]
    pub(super) fn or_page(self, mut page: Self) -> Self {
        if self.told() != (None, None) {
            (page.published, page.updated) = (None, None);
        }
        self.or(&page)
    }

    /// The interval of publication, as far as it is known. The text stood there some time from `published` to
    /// `updated`; `not-before` and `not-after` are bounds of their own. A bare day is the whole day in the report's
    /// zone, Greenwich if it names none.
    pub(super) fn interval(&self) -> (Option<Timestamp>, Option<Timestamp>) {
        let zone = self.timezone.as_deref();
        let zone = zone.and_then(|name| TimeZone::get(name).ok());
        let zone = zone.unwrap_or(TimeZone::UTC);
        let (first, last) = self.bounds();
        let earliest = first.and_then(|moment| moment.earliest(&zone));
        let latest = last.and_then(|moment| moment.latest(&zone));
        match (earliest, latest) {
            // Written in the wrong order: true of one of the two, so anything between.
            (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
            known => known,
        }
    }

    /// Whether the ends of the interval have no zone of their own, nor the report one.
    pub(super) fn floating(&self) -> (bool, bool) {
        let floats = |moment: Option<Moment>| {
            let zoned = matches!(moment, Some(Moment::Instant(_)));
            moment.is_some() && !zoned && self.timezone.is_none()
        };
        let (first, last) = self.bounds();
        (floats(first), floats(last))
    }

    /// Where the interval begins and ends, as written; where nothing is written of it, the day in the web address.
    fn bounds(&self) -> (Option<Moment>, Option<Moment>) {
        if self.told() != (None, None) {
            return self.told();
        }
        let day = self.url.as_deref().and_then(address::day).map(Moment::Day);
        (day, day)
    }

    /// Where the interval begins and ends, as written.
    fn told(&self) -> (Option<Moment>, Option<Moment>) {
        let first = self.not_before.or(self.published).or(self.updated);
        let last = self.not_after.or(self.updated).or(self.published);
        (first, last)
    }

    /// What a web page says of itself.
    pub(super) fn of_page(said: page_head::Said) -> Self {
        let instant = |moment: &Moment| moment.earliest(&TimeZone::UTC);
        let moments = |words: Vec<String>| -> Vec<Moment> {
            let words = words.iter();
            words.filter_map(|words| Moment::parse(words)).collect()
        };
        let published = moments(said.published);
        let modified = moments(said.modified);
        // Where it names several times, the report stood there from the first to the last.
        let latest = published.iter().chain(&modified);
        Self {
            outlet: said.outlet,
            url: said.url,
            genre: said.genre.map(str::to_owned),
            updated: latest.copied().max_by_key(instant),
            published: published.into_iter().min_by_key(instant),
            ..Self::default()
        }
    }
}

impl Moment {
    fn parse(words: &str) -> Option<Self> {
        let words = words.trim();
        if let Ok(instant) = words.parse::<Timestamp>() {
            return Some(Self::Instant(instant));
        }
        if let Ok(zoned) = words.parse::<jiff::Zoned>() {
            return Some(Self::Instant(zoned.timestamp()));
        }
        if let Ok(zoned) = jiff::fmt::rfc2822::parse(words) {
            return Some(Self::Instant(zoned.timestamp()));
        }
        // A date is also a date-time to jiff, at midnight: so the shorter form first.
        if words.len() <= "2023-06-19".len()
            && let Ok(day) = words.parse()
        {
            return Some(Self::Day(day));
        }
        words
            .parse()
            .ok()
            .map(Self::Civil)
            .or_else(|| Self::written(words))
    }

    /// «19 June 2023», «Jun 19, 2023, 4:30 pm», as people write them.
    fn written(words: &str) -> Option<Self> {
        let words = words.replace(',', " ").replace(" at ", " ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        DAYS.iter().find_map(|day| {
            let civil = |clock| civil::DateTime::strptime(format!("{day} {clock}"), &words);
            let clocks = ["%H:%M", "%I:%M %p", "%I %p"];
            match civil::Date::strptime(day, &words) {
                Ok(day) => Some(Self::Day(day)),
                Err(_) => clocks
                    .iter()
                    .find_map(|clock| civil(clock).ok())
                    .map(Self::Civil),
            }
        })
    }

    fn earliest(self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Day(day) => zone.to_timestamp(day.at(0, 0, 0, 0)).ok(),
            Self::Civil(time) => zone.to_timestamp(time).ok(),
            Self::Instant(instant) => Some(instant),
        }
    }

    fn latest(self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Day(day) => {
                let next = day.tomorrow().ok()?.at(0, 0, 0, 0);
                let next = zone.to_timestamp(next).ok()?;
                next.checked_sub(1.second()).ok()
            }
            other => other.earliest(zone),
        }
    }
}

/// Days as people write them, in the notation of strptime.
const DAYS: [&str; 6] = [
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%A %d %B %Y",
    "%A %B %d %Y",
];

fn unknown_key(name: &str, span: Span, also: &[&str]) -> Fault {
    let known = KEYS.iter().chain(also);
    let nearest = known
        .map(|known| (strsim::damerau_levenshtein(known, name), *known))
        .min()
        .filter(|(distance, known)| *distance <= 1 + known.len() / 3);
    let help = match nearest {
        Some((_, known)) => format!("did you mean `{known}`?"),
        None => format!("known keys: {}", KEYS.join(", ")),
    };
    Fault {
        code: "source-unknown-key",
        span,
        title: format!("unknown key `{name}`"),
        label: "not a key of a report",
        help: Some(help),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str) -> (Metadata, Vec<Fault>) {
        let mut faults = Vec::new();
        let table = DeTable::parse(toml).expect("TOML");
        let read = Metadata::from_toml(table.get_ref(), toml, &[], &mut faults);
        (read, faults)
    }

    fn interval(toml: &str) -> String {
        let (read, faults) = read(toml);
        assert_eq!(faults, []);
        let show = |end: Option<Timestamp>| end.map_or("…".to_owned(), |end| end.to_string());
        let (from, to) = read.interval();
        format!("{} – {}", show(from), show(to))
    }

    #[test]
    fn a_bare_day_is_the_whole_day_in_its_zone() {
        assert_eq!(
            interval("published = 2023-06-19\ntimezone = \"Asia/Shanghai\""),
            "2023-06-18T16:00:00Z – 2023-06-19T15:59:59Z"
        );
        assert_eq!(
            interval("published = \"2023-06-19\""),
            "2023-06-19T00:00:00Z – 2023-06-19T23:59:59Z"
        );
    }

    #[test]
    fn a_text_stood_from_published_to_updated() {
        assert_eq!(
            interval("published = 2023-06-19T10:00:00Z\nupdated = 2023-06-19T12:30:00Z"),
            "2023-06-19T10:00:00Z – 2023-06-19T12:30:00Z"
        );
    }

    #[test]
    fn a_day_may_be_written_as_people_write_it() {
        for day in [
            "19 June 2023",
            "June 19, 2023",
            "Jun 19 2023",
            "Monday, 19 June 2023",
        ] {
            assert_eq!(
                interval(&format!("published = \"{day}\"")),
                "2023-06-19T00:00:00Z – 2023-06-19T23:59:59Z"
            );
        }
        for time in ["19 June 2023, 4:30 pm", "June 19, 2023 at 16:30"] {
            assert_eq!(
                interval(&format!("published = \"{time}\"")),
                "2023-06-19T16:30:00Z – 2023-06-19T16:30:00Z"
            );
        }
    }

    #[test]
    fn one_bound_leaves_the_other_open() {
        assert_eq!(
            interval("not-before = 2023-06-19T16:30:00+08:00"),
            "2023-06-19T08:30:00Z – …"
        );
    }

    #[test]
    fn a_wrong_key_gets_the_nearest_right_one() {
        let (_, faults) = read("outled = \"The Harbour Herald\"");
        assert_eq!(faults[0].help.as_deref(), Some("did you mean `outlet`?"));
    }

    #[test]
    fn a_time_that_is_none_is_told_and_left_out() {
        let (read, faults) = read("published = \"last Monday\"\nid = \"a\"");
        assert_eq!(faults[0].title, "`published` is no time: `last Monday`");
        assert_eq!(read.interval(), (None, None));
        assert_eq!(read.id.as_deref(), Some("a"));
    }
}
