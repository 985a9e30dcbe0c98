//! From a rule file as written to the story that is checked: ids become indices, texts become values.
//!
//! In: [`RuleFile`]. Out: a [`Story`], and every error of meaning. A story with an error is not handed on.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::file::RawClaim;
use super::file::RawEntity;
use super::file::RawEvent;
use super::file::RawTest;
use super::file::RuleFile;
use super::names::Names;
use super::set::Claim;
use super::set::ClaimTest;
use super::set::Entity;
use super::set::EntityKind;
use super::set::Event;
use super::set::EventIndex;
use super::set::Expected;
use super::set::Ignore;
use super::set::Kind;
use super::set::Severity;
use super::set::Story;
use super::table::At;
use super::table::Literal;
use super::table::Problems;
use super::table::shown;
use super::values;
use crate::diagnostic::Label;
use crate::span::Span;
use crate::value::Tally;
use crate::value::Value;

/// The ids of the file, and where its times are local.
pub(super) struct Ids {
    pub(super) entities: Names,
    pub(super) events: HashMap<String, EventIndex>,
    pub(super) event_ids: Vec<String>,
    pub(super) claims: HashMap<String, usize>,
    /// Ids of the claims, in order of declaration.
    pub(super) claim_ids: Vec<String>,
    pub(super) zone: TimeZone,
}

impl Ids {
    fn declare(&mut self, claim: String, index: usize) {
        self.claim_ids.push(claim.clone());
        self.claims.insert(claim, index);
    }

    /// Ids of the claims, for the nearest one.
    pub(super) fn known_claims(&self) -> impl Iterator<Item = &str> + Clone {
        self.claim_ids.iter().map(String::as_str)
    }
}

/// A claim that is there, where it was declared, and whether a `[[claim]]` has spoken of it.
struct Declared {
    span: Span,
    optioned: Option<Span>,
}

/// Compiles one file.
pub(super) fn compile(file: RuleFile, problems: &mut Problems) -> Option<Story> {
    let story = file.story.as_ref();
    let zone = zone(story.and_then(|story| story.timezone.as_ref()), problems);
    let entities: Vec<Entity> = file
        .entities
        .iter()
        .map(|raw| entity(raw, problems))
        .collect();
    let event_ids: Vec<String> = file.events.iter().map(|raw| raw.id.value.clone()).collect();
    let mut ids = Ids {
        entities: Names::new(&entities),
        events: event_ids
            .iter()
            .cloned()
            .enumerate()
            .map(|(index, id)| (id, index))
            .collect(),
        event_ids,
        claims: HashMap::new(),
        claim_ids: Vec::new(),
        zone,
    };
    let events: Vec<Event> = file
        .events
        .iter()
        .map(|raw| event(raw, &entities, &ids, problems))
        .collect();

    let mut claims: Vec<Claim> = Vec::new();
    let mut declared: Vec<Declared> = Vec::new();
    let mut totals = Vec::new();
    for (index, raw) in file.events.iter().enumerate() {
        facts(
            raw,
            index,
            &events[index],
            &entities,
            &mut ids,
            &mut claims,
            &mut declared,
            problems,
        );
    }
    for raw in &file.claims {
        if raw.has_expect && !is_of_another(&raw.id.value, &ids) {
            add(
                raw,
                &events,
                &entities,
                &mut ids,
                &mut claims,
                &mut declared,
                &mut totals,
                problems,
            );
        }
    }
    for (index, raw) in file.entities.iter().enumerate() {
        name_claim(raw, index, &mut ids, &mut claims, &mut declared, problems);
    }
    for (claim, expect) in totals {
        claims[claim].expected = super::expected::total(expect, &claims, &ids, problems);
    }
    let mut tests = Vec::new();
    for raw in &file.claims {
        let Some(&claim) = ids.claims.get(&raw.id.value) else {
            unknown_claim(raw, &ids, problems);
            continue;
        };
        if !raw.has_expect || declared[claim].span != raw.id.span {
            options(raw, claim, &mut claims, &mut declared, &ids, problems);
        }
        for raw in &raw.tests {
            tests.push(test(raw, claim, &claims, &ids, problems));
        }
    }
    super::lint::warn(&file, &events, &claims, problems);
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
        entities,
        events,
        claims,
        ignores,
        tests,
    })
}

/// Whether an id belongs to an event's own fact or to a name, by its shape.
fn is_of_another(id: &str, ids: &Ids) -> bool {
    ids.claims.contains_key(id) || id.contains('.')
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
        Some(zone) => Some(format!("did you mean `{zone}`?")),
        None => super::keys::nearest(&name.value, known.iter().map(String::as_str))
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

fn event(raw: &RawEvent, entities: &[Entity], ids: &Ids, problems: &mut Problems) -> Event {
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
        who: ids.entities.all(&raw.who, entities, problems),
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
        let help = Some(
            "write \"19 June 2023\", \"19 June 2023, 4:30 pm\" or 2023-06-19T16:30:00".to_owned(),
        );
        problems.error("rule-bad-date", title, raw.span, "not a date", help);
    }
    found
}

fn blank(id: String, kind: Kind, expected: Expected, span: Span, problems: &Problems) -> Claim {
    Claim {
        id,
        kind,
        event: None,
        who: Vec::new(),
        expected,
        words: Vec::new(),
        of: Vec::new(),
        tally: None,
        first: None,
        disputed: false,
        severity: Severity::default(),
        because: None,
        known_from: None,
        many: false,
        place: problems.file.place(span),
    }
}

fn fate_of(fact: &str) -> Option<Tally> {
    super::file::TALLIES
        .iter()
        .find(|(word, _)| *word == fact)
        .map(|(_, tally)| *tally)
}

/// The claims an event's own facts make.
#[allow(clippy::too_many_arguments)] // the parts of a story that is being put together
fn facts(
    raw: &RawEvent,
    index: EventIndex,
    event: &Event,
    entities: &[Entity],
    ids: &mut Ids,
    claims: &mut Vec<Claim>,
    declared: &mut Vec<Declared>,
    problems: &mut Problems,
) {
    for (fact, expect) in &raw.facts {
        let tally = fate_of(fact.value);
        let (mut expected, first) =
            super::expected::expected(expect, tally, entities, ids, problems);
        let span = expect.place();
        let mut parts = vec![(fact.value, expect.kind, expected.clone())];
        if fact.value == "when"
            && let Some(clock) = super::expected::split_clock(&mut expected)
        {
            parts = vec![("when", Kind::Date, expected), ("time", Kind::Time, clock)];
        }
        for (word, kind, expected) in parts {
            let id = format!("{}.{word}", raw.id.value);
            let because = super::expected::because(expect).or_else(|| raw.because.clone());
            ids.declare(id.clone(), claims.len());
            declared.push(Declared {
                span: fact.span,
                optioned: None,
            });
            claims.push(Claim {
                event: Some(index),
                tally,
                first,
                disputed: expect.disputed,
                because,
                known_from: event.known_from,
                ..blank(id, kind, expected, span, problems)
            });
        }
    }
}

/// A `[[claim]]` with an expectation of its own.
#[allow(clippy::too_many_arguments)] // the parts of a story that is being put together
fn add<'r>(
    raw: &'r RawClaim,
    events: &[Event],
    entities: &[Entity],
    ids: &mut Ids,
    claims: &mut Vec<Claim>,
    declared: &mut Vec<Declared>,
    totals: &mut Vec<(usize, &'r super::expect::RawExpect)>,
    problems: &mut Problems,
) {
    let index = claims.len();
    ids.declare(raw.id.value.clone(), index);
    declared.push(Declared {
        span: raw.id.span,
        optioned: None,
    });
    let event = event_of(raw.event.as_ref(), ids, problems);
    let Some(expect) = &raw.expect else {
        // Told already; the claim is kept so that nothing that names it is an error too.
        claims.push(blank(
            raw.id.value.clone(),
            Kind::Count,
            Expected::AnyOf(Vec::new()),
            raw.id.span,
            problems,
        ));
        return;
    };
    let (expected, first) = super::expected::expected(expect, raw.tally, entities, ids, problems);
    if expect.is(Kind::Total) {
        totals.push((index, expect));
    }
    let claim = Claim {
        event,
        who: ids.entities.all(&raw.who, entities, problems),
        words: texts(&raw.words),
        of: texts(&raw.of),
        tally: raw.tally,
        first,
        disputed: expect.disputed,
        severity: raw.severity.unwrap_or_default(),
        because: raw
            .because
            .clone()
            .or_else(|| super::expected::because(expect)),
        known_from: instant(raw.known_from.as_ref(), &ids.zone, problems)
            .map(|(first, _)| first)
            .or_else(|| event.and_then(|event| events[event].known_from)),
        many: raw.many.unwrap_or(false),
        ..blank(
            raw.id.value.clone(),
            expect.kind,
            expected,
            expect.place(),
            problems,
        )
    };
    needs(raw, &claim, problems);
    claims.push(claim);
}

/// A claim needs something to hold on to.
fn needs(raw: &RawClaim, claim: &Claim, problems: &mut Problems) {
    let needs_event = matches!(claim.kind, Kind::Occurred | Kind::Notice);
    if needs_event && raw.event.is_none() {
        let title = format!("claim `{}` needs `event`", shown(&claim.id));
        problems.missing(
            "rule-claim-on-nothing",
            title,
            raw.id.span,
            "of which event?",
            None,
        );
        return;
    }
    let alone = matches!(
        claim.kind,
        Kind::Order | Kind::Total | Kind::Name | Kind::Quote
    );
    if !alone && raw.event.is_none() && raw.who.is_empty() && raw.words.is_empty() {
        let title = format!("claim `{}` has nothing to hold on to", shown(&claim.id));
        let help = Some(
            "write `event`, `who` or `words`: else any value of the report would speak of it"
                .to_owned(),
        );
        problems.missing(
            "rule-claim-on-nothing",
            title,
            raw.id.span,
            "about what?",
            help,
        );
    }
    if claim.kind == Kind::Count && raw.of.is_empty() && raw.words.is_empty() && raw.tally.is_none()
    {
        let title = format!("claim `{}` doesn't say what is counted", shown(&claim.id));
        let help = Some("write `of = [\"passengers\", …]`, `words` or `tally`".to_owned());
        problems.missing(
            "rule-count-of-what",
            title,
            raw.id.span,
            "a count of what?",
            help,
        );
    }
}

fn event_of(raw: Option<&At<String>>, ids: &Ids, problems: &mut Problems) -> Option<EventIndex> {
    let raw = raw?;
    let found = ids.events.get(&raw.value).copied();
    if found.is_none() {
        unknown_event(raw, ids, problems);
    }
    found
}

/// Says that there is no such event.
pub(super) fn unknown_event(raw: &At<String>, ids: &Ids, problems: &mut Problems) {
    if !problems.broken {
        let known = ids.event_ids.iter().map(String::as_str);
        problems.unknown(
            "rule-unknown-event",
            "event",
            raw,
            known,
            "no `[event.…]` of this file",
        );
    }
}

/// The claim on how an entity's name is written.
fn name_claim(
    raw: &RawEntity,
    index: usize,
    ids: &mut Ids,
    claims: &mut Vec<Claim>,
    declared: &mut Vec<Declared>,
    problems: &Problems,
) {
    let by_itself =
        raw.kind == EntityKind::Person || !raw.style.is_empty() || !raw.misspelt.is_empty();
    if !raw.check_name.unwrap_or(by_itself) {
        return;
    }
    let id = format!("name.{}", raw.id.value);
    ids.declare(id.clone(), claims.len());
    declared.push(Declared {
        span: raw.id.span,
        optioned: None,
    });
    claims.push(Claim {
        who: vec![index],
        ..blank(
            id,
            Kind::Name,
            Expected::Name(index),
            raw.name.span,
            problems,
        )
    });
}

/// Options of a claim that an event's fact or a name has made, or a second claim of the same id.
fn options(
    raw: &RawClaim,
    index: usize,
    claims: &mut [Claim],
    declared: &mut [Declared],
    ids: &Ids,
    problems: &mut Problems,
) {
    let earlier = declared[index]
        .optioned
        .or((!raw.id.value.contains('.')).then_some(declared[index].span));
    if let Some(earlier) = earlier {
        let labels = vec![
            Label::primary(raw.id.span, "a second time"),
            Label::context(earlier, "the first"),
        ];
        let help = Some("give it another id, or put both together".to_owned());
        let title = format!("claim `{}` is there already", shown(&raw.id.value));
        problems.error_with("rule-duplicate-id", title, labels, help);
        return;
    }
    declared[index].optioned = Some(raw.id.span);
    if raw.has_expect {
        let span = raw
            .expect
            .as_ref()
            .map_or(raw.id.span, |expect| expect.word.span);
        let labels = vec![
            Label::primary(span, "given again here"),
            Label::context(declared[index].span, "this says it already"),
        ];
        let help =
            Some("leave `expect` out: a claim with this id only adds options and tests".to_owned());
        let title = format!("the value of `{}` is given twice", shown(&raw.id.value));
        problems.error_with("rule-value-given-twice", title, labels, help);
    }
    let claim = &mut claims[index];
    if let Some(event) = event_of(raw.event.as_ref(), ids, problems)
        && Some(event) != claim.event
    {
        let at = raw.event.as_ref().map_or(raw.id.span, |event| event.span);
        let title = format!("`{}` has an event already", shown(&raw.id.value));
        problems.error(
            "rule-value-given-twice",
            title,
            at,
            "another one",
            Some("leave `event` out".to_owned()),
        );
    }
    if !raw.who.is_empty() {
        claim.who = raw
            .who
            .iter()
            .filter_map(|who| ids.entities.find(&who.value))
            .collect();
    }
    if !raw.words.is_empty() {
        claim.words = texts(&raw.words);
    }
    if !raw.of.is_empty() {
        claim.of = texts(&raw.of);
    }
    claim.tally = raw.tally.or(claim.tally);
    claim.severity = raw.severity.unwrap_or(claim.severity);
    claim.many = raw.many.unwrap_or(claim.many);
    if raw.because.is_some() {
        claim.because.clone_from(&raw.because);
    }
    if let Some((first, _)) = instant(raw.known_from.as_ref(), &ids.zone, problems) {
        claim.known_from = Some(first);
    }
}

/// A `[[claim]]` without value whose id no fact of an event bears.
fn unknown_claim(raw: &RawClaim, ids: &Ids, problems: &mut Problems) {
    if problems.broken {
        return;
    }
    if raw.id.value.contains('.') {
        if let Some((owner, fact)) = raw.id.value.split_once('.')
            && ids.events.contains_key(owner)
        {
            let title = format!("event `{owner}` doesn't say `{}`", shown(fact));
            let facts = super::keys::FACTS.iter().map(|(fact, _)| *fact);
            let word = At::new(fact.to_owned(), raw.id.span);
            let help = match facts.clone().find(|known| *known == fact) {
                Some(known) => Some(format!("write `{known} = …` in `[event.{owner}]`")),
                None => super::table::did_you_mean(&word.value, facts.chain(["time"])),
            };
            problems.error(
                "rule-unknown-claim",
                title,
                raw.id.span,
                "no such claim",
                help,
            );
            return;
        }
        problems.unknown(
            "rule-unknown-claim",
            "claim",
            &raw.id,
            ids.known_claims(),
            "no such claim",
        );
        return;
    }
    let title = format!("claim `{}` doesn't say what is right", shown(&raw.id.value));
    let help = Some("write `expect.duration = …`, with the kind after the dot; or the id of an event's fact, such as `fire.killed`".to_owned());
    problems.error(
        "rule-no-value",
        title,
        raw.id.span,
        "`expect` is missing",
        help,
    );
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
        .and_then(|literal| super::expected::plain_right(kind, literal, claim.tally, problems));
    ClaimTest {
        claim: index,
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

fn ignore(
    raw: &super::file::RawIgnore,
    story: &str,
    ids: &Ids,
    problems: &mut Problems,
) -> Option<Ignore> {
    let id = raw
        .claim
        .value
        .strip_prefix(story)
        .and_then(|rest| rest.strip_prefix('/'));
    let id = id.unwrap_or(&raw.claim.value);
    if !ids.claims.contains_key(id) && !problems.broken {
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
