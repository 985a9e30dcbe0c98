//! The time zone of a story.
//!
//! In: reports, with how far from Greenwich their times are written, and the places they name. Out: the zone that such a
//! place has its name from, a zone of that distance, or Greenwich where the reports differ or don't say.

use jiff::tz::TimeZone;

use super::Report;
use super::names::Entity;

/// The zone that a draft begins with.
pub(super) fn of(reports: &[Report], entities: &[Entity]) -> String {
    let told: Vec<(i32, jiff::Timestamp)> = reports
        .iter()
        .filter_map(|report| Some((report.offset?, report.source.not_before?)))
        .collect();
    let Some(&(first, _)) = told.first() else {
        return "UTC".to_owned();
    };
    let fits = |name: &str| {
        TimeZone::get(name).is_ok_and(|zone| {
            told.iter()
                .all(|&(offset, at)| zone.to_offset(at).seconds() == offset)
        })
    };
    let known: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.as_str().to_owned())
        .collect();
    for place in entities.iter().filter(|entity| entity.kind == "place") {
        let town = place.name.replace(' ', "_");
        let named = known.iter().find(|name| {
            name.rsplit_once('/')
                .is_some_and(|(_, last)| last.eq_ignore_ascii_case(&town))
                && fits(name)
        });
        if let Some(name) = named {
            return name.clone();
        }
    }
    // By the sign of these names the west is ahead.
    let fixed = format!("Etc/GMT{:+}", -first / 3600);
    if first % 3600 == 0 && fits(&fixed) {
        return fixed;
    }
    "UTC".to_owned()
}
