//! From a rule file as written to the story that is checked: ids become indices, texts become values.
//!
//! In: [`RuleFile`]. Out: a [`Story`], and every error of meaning. A story with an error is not handed on.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::claims::Ids;
use super::claims::claims;
use super::expected::misspelt;
use super::expected::plain_right;
use super::file::RawEntity;
use super::file::RawEvent;
use super::file::RawIgnore;
use super::file::RawTest;
use super::file::RuleFile;
use super::keys::nearest;
use super::lint;
use super::names::Names;
use super::set::Claim;
use super::set::ClaimTest;
use super::set::Entity;
use super::set::EntityKind;
use super::set::Event;
use super::set::Expected;
use super::set::Ignore;
use super::set::Story;
use super::table::At;
use super::table::Literal;
use super::table::Problems;
use super::table::shown;
use super::values;
use crate::value::Value;

/// Compiles one file.
pub(super) fn compile(file: &RuleFile, problems: &mut Problems) -> Option<Story> {
    let story = file.story.as_ref();
    let zone = zone(story.and_then(|story| story.timezone.as_ref()), problems);
    let entities: Vec<Entity> = file
        .entities
        .iter()
        .map(|raw| entity(raw, problems))
        .collect();
    let ids = Ids::new(file, Names::new(entities), zone);
    let events: Vec<Event> = file
        .events
        .iter()
        .map(|raw| event(raw, &ids, problems))
        .collect();
    for within in file.entities.iter().flat_map(|raw| &raw.within) {
        ids.entities.id_or_name(within, EntityKind::Place, problems);
    }
    loops(file, &ids, problems);
    let (claims, ids) = claims(file, &events, ids, problems);
    let mut tests = Vec::new();
    for (of, raw) in file.claims.iter().enumerate() {
        let Some(claim) = ids.claim(&raw.id.value) else {
            continue;
        };
        for (nth, raw) in raw.tests.iter().enumerate() {
            tests.push(ClaimTest {
                index: (of, nth),
                ..test(raw, claim, &claims, &ids, problems)
            });
        }
    }
    lint::warn(file, &events, &claims, problems);
    let id = story?.id.value.clone();
    let ignores = file
        .ignores
        .iter()
        .filter_map(|raw| ignore(raw, &id, &ids, problems))
        .collect();
    (!problems.any_error() && !problems.broken).then(|| Story {
        title: story
            .and_then(|story| story.title.clone())
            .map_or_else(|| id.clone(), |title| title.value),
        path: problems.file.path.to_owned(),
        id,
        zone: ids.zone,
        entities: ids.entities.list,
        events,
        claims,
        ignores,
        tests,
    })
}

pub(super) fn texts(raw: &[At<String>]) -> Vec<String> {
    raw.iter().map(|text| text.value.clone()).collect()
}

/// A time zone by its name.
pub(super) fn zone(name: Option<&At<String>>, problems: &mut Problems) -> TimeZone {
    let Some(name) = name else {
        return TimeZone::UTC;
    };
    if let Ok(zone) = TimeZone::get(&name.value) {
        return zone;
    }
    let known: Vec<String> = jiff::tz::db()
        .available()
        .map(|zone| zone.as_str().to_owned())
        .collect();
    let wanted = name.value.replace(' ', "_").to_lowercase();
    let city = |zone: &&String| zone.to_lowercase().rsplit('/').next() == Some(&wanted);
    let help = match known.iter().find(city) {
        _ if abbreviated(&name.value).is_some() => abbreviated(&name.value)
            .map(|zone| format!("an abbreviation is no zone: write \"{zone}\"")),
        Some(zone) => Some(format!("did you mean `{zone}`?")),
        None => nearest(&name.value, known.iter().map(String::as_str))
            .map(|zone| format!("did you mean `{zone}`?"))
            .or_else(|| {
                Some("write a name such as \"Europe/Oslo\" or \"America/New_York\"".to_owned())
            }),
    };
    let title = format!("unknown time zone `{}`", shown(&name.value));
    problems.error(
        "rule-unknown-timezone",
        title,
        name.span,
        "not a time zone",
        help,
    );
    TimeZone::UTC
}

/// The zone that an abbreviation mostly stands for.
fn abbreviated(name: &str) -> Option<&'static str> {
    const ZONES: &[(&str, &str)] = &[
        ("AEST", "Australia/Sydney"),
        ("AKST", "America/Anchorage"),
        ("BRT", "America/Sao_Paulo"),
        ("BST", "Europe/London"),
        ("CAT", "Africa/Maputo"),
        ("CDT", "America/Chicago"),
        ("CEST", "Europe/Paris"),
        ("CST", "America/Chicago"),
        ("EAT", "Africa/Nairobi"),
        ("EDT", "America/New_York"),
        ("EEST", "Europe/Athens"),
        ("HKT", "Asia/Hong_Kong"),
        ("IST", "Asia/Kolkata"),
        ("JST", "Asia/Tokyo"),
        ("KST", "Asia/Seoul"),
        ("MDT", "America/Denver"),
        ("MSK", "Europe/Moscow"),
        ("NZST", "Pacific/Auckland"),
        ("PDT", "America/Los_Angeles"),
        ("PKT", "Asia/Karachi"),
        ("PST", "America/Los_Angeles"),
        ("SGT", "Asia/Singapore"),
        ("WAT", "Africa/Lagos"),
        ("WIB", "Asia/Jakarta"),
    ];
    ZONES
        .iter()
        .find(|(short, _)| *short == name)
        .map(|&(_, zone)| zone)
}

fn entity(raw: &RawEntity, problems: &Problems) -> Entity {
    Entity {
        id: raw.id.value.clone(),
        kind: raw.kind,
        name: raw.name.value.clone(),
        family: raw.family.as_ref().map(|family| family.value.clone()),
        also: texts(&raw.also),
        style: texts(&raw.style),
        misspelt: texts(&raw.misspelt),
        within: texts(&raw.within),
        place: problems.file.place(raw.name.span),
    }
}

/// Says where a place lies in itself, by whatever way round.
fn loops(file: &RuleFile, ids: &Ids, problems: &mut Problems) {
    let holders = |index: usize| {
        let within = ids.entities.list[index].within.iter();
        within.filter_map(|within| ids.entities.find(within))
    };
    for (index, raw) in file.entities.iter().enumerate() {
        let mut todo: Vec<usize> = holders(index).collect();
        let mut seen = Vec::new();
        while let Some(holder) = todo.pop() {
            if holder == index {
                let title = format!("`{}` lies in itself", raw.id.value);
                let span = raw.within.first().map_or(raw.id.span, |within| within.span);
                let help = Some("write the bigger place only".to_owned());
                problems.error(
                    "rule-place-loop",
                    title,
                    span,
                    "this leads back to it",
                    help,
                );
                break;
            }
            if !seen.contains(&holder) {
                seen.push(holder);
                todo.extend(holders(holder));
            }
        }
    }
}

fn event(raw: &RawEvent, ids: &Ids, problems: &mut Problems) -> Event {
    let fact = |word: &str| raw.facts.iter().find(|(fact, _)| fact.value == word);
    // What is wrong with these values is said where their claims are made.
    let when =
        fact("when").and_then(|(_, expect)| values::date(&expect.values.first()?.value.value));
    let at = fact("where").and_then(|(_, expect)| {
        let first = expect.values.first()?;
        ids.entities.find(&values::shown(&first.value.value))
    });
    Event {
        id: raw.id.value.clone(),
        what: texts(&raw.what),
        who: ids.entities.all(&raw.who, problems),
        at,
        when: when.map(Value::Date),
        known_from: instant(raw.known_from.as_ref(), &ids.zone, problems).map(|(first, _)| first),
        each_source: raw.each_source,
        place: problems.file.place(raw.id.span),
    }
}

/// First instant of a date as written and one past its last.
pub(super) fn instant(
    raw: Option<&At<Literal>>,
    zone: &TimeZone,
    problems: &mut Problems,
) -> Option<(Timestamp, Timestamp)> {
    let raw = raw?;
    let found = values::date(&raw.value).and_then(|date| values::instants(&date, zone));
    if found.is_none() {
        let title = format!("`{}` is no date", shown(&values::shown(&raw.value)));
        let reads = |meant: &_| values::date(meant).is_some();
        if !misspelt("rule-bad-date", &title, raw, &reads, problems) {
            let help = "write \"19 June 2023\", \"19 June 2023, 4:30 pm\" or 2023-06-19T16:30:00";
            let help = Some(help.to_owned());
            problems.error("rule-bad-date", title, raw.span, "not a date", help);
        }
    }
    found
}

fn test(
    raw: &RawTest,
    index: usize,
    claims: &[Claim],
    ids: &Ids,
    problems: &mut Problems,
) -> ClaimTest {
    let claim = &claims[index];
    let kind = match &claim.expected {
        Expected::Total { of, .. } => of.first().map_or(claim.kind, |&part| claims[part].kind),
        _ => claim.kind,
    };
    let value = raw
        .value
        .as_ref()
        .and_then(|literal| plain_right(kind, literal, claim.tally, problems));
    ClaimTest {
        claim: index,
        index: (0, 0),
        text: raw.text.value.clone(),
        title: raw.title.clone(),
        outlet: raw.outlet.clone(),
        published: instant(raw.published.as_ref(), &ids.zone, problems),
        verdict: raw.verdict.value.clone(),
        fault: raw.fault.as_ref().map(|fault| fault.value.clone()),
        value,
        todo: raw.todo.clone(),
        why: raw.why.clone(),
        place: problems.file.place(raw.verdict.span),
    }
}

fn ignore(raw: &RawIgnore, story: &str, ids: &Ids, problems: &mut Problems) -> Option<Ignore> {
    let id = raw
        .claim
        .value
        .strip_prefix(story)
        .and_then(|rest| rest.strip_prefix('/'));
    let id = id.unwrap_or(&raw.claim.value);
    if ids.claim(id).is_none() && !problems.broken && !ids.is_unread(id) {
        problems.unknown(
            "rule-unknown-claim",
            "claim",
            &raw.claim,
            ids.known_claims(),
            "no such claim",
        );
        return None;
    }
    Some(Ignore {
        claim: format!("{story}/{id}"),
        source: raw.source.clone(),
        hash: raw.passage.clone(),
        reason: raw.reason.clone(),
        until: day(raw.until.as_ref(), problems),
        place: problems.file.place(raw.claim.span),
    })
}

/// A day as written.
pub(super) fn day(raw: Option<&At<Literal>>, problems: &mut Problems) -> Option<jiff::civil::Date> {
    let (first, _) = instant(raw, &TimeZone::UTC, problems)?;
    Some(first.to_zoned(TimeZone::UTC).date())
}
