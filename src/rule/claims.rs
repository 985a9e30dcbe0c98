//! The claims of one file: those that events' own facts and names make, those of `[[claim]]`, and the options these add.
//!
//! In: a file as written. Out: [`Claim`]s in order: facts, `[[claim]]`s, names.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::compile::instant;
use super::compile::texts;
use super::expect::RawExpect;
use super::expected;
use super::file::RawClaim;
use super::file::RawEntity;
use super::file::RawEvent;
use super::file::RuleFile;
use super::file::TALLIES;
use super::keys::FACTS;
use super::names::Names;
use super::set::Claim;
use super::set::EntityKind;
use super::set::Event;
use super::set::EventIndex;
use super::set::Expected;
use super::set::Kind;
use super::set::Severity;
use super::table::At;
use super::table::Problems;
use super::table::did_you_mean;
use super::table::shown;
use crate::diagnostic::Label;
use crate::span::Span;

/// What can be named in the file, and where its times are local.
pub(super) struct Ids {
    /// Entities.
    pub(super) entities: Names,
    events: HashMap<String, EventIndex>,
    events_in_order: Vec<String>,
    claims: HashMap<String, usize>,
    claims_in_order: Vec<String>,
    /// Claims of facts that are there with a mistake: whatever names them is none.
    unread: Vec<String>,
    /// The story's.
    pub(super) zone: TimeZone,
}

impl Ids {
    pub(super) fn new(file: &RuleFile, entities: Names, zone: TimeZone) -> Self {
        let events = file.events.iter().map(|raw| raw.id.value.clone());
        Self {
            entities,
            events: events.clone().zip(0..).collect(),
            events_in_order: events.collect(),
            claims: HashMap::new(),
            claims_in_order: Vec::new(),
            unread: unread(file),
            zone,
        }
    }

    pub(super) fn event(&self, id: &str) -> Option<EventIndex> {
        self.events.get(id).copied()
    }

    pub(super) fn claim(&self, id: &str) -> Option<usize> {
        self.claims.get(id).copied()
    }

    /// Whether `id` is that of a fact whose own mistake is told.
    pub(super) fn is_unread(&self, id: &str) -> bool {
        self.unread.iter().any(|unread| unread == id)
    }

    /// For the nearest one.
    pub(super) fn known_claims(&self) -> impl Iterator<Item = &str> + Clone {
        self.claims_in_order.iter().map(String::as_str)
    }

    fn known_events(&self) -> impl Iterator<Item = &str> + Clone {
        self.events_in_order.iter().map(String::as_str)
    }
}

fn unread(file: &RuleFile) -> Vec<String> {
    let of_event = |raw: &RawEvent| {
        let id = |fact: &str| format!("{}.{fact}", raw.id.value);
        let facts = raw.unread.iter().map(|fact| id(fact));
        let clock = raw.unread.contains(&"when").then(|| id("time"));
        facts.chain(clock).collect::<Vec<_>>()
    };
    file.events.iter().flat_map(of_event).collect()
}

/// Where a claim was declared, and whether a `[[claim]]` has added options to it.
struct Declared {
    span: Span,
    optioned: Option<Span>,
}

/// The claims of a file as they are put together.
struct Claims<'r> {
    ids: Ids,
    list: Vec<Claim>,
    declared: Vec<Declared>,
    totals: Vec<(usize, &'r RawExpect)>,
}

/// Compiles all claims of a file.
pub(super) fn claims(
    file: &RuleFile,
    events: &[Event],
    ids: Ids,
    problems: &mut Problems,
) -> (Vec<Claim>, Ids) {
    let mut all = Claims {
        ids,
        list: Vec::new(),
        declared: Vec::new(),
        totals: Vec::new(),
    };
    for (index, raw) in file.events.iter().enumerate() {
        all.facts(raw, index, &events[index], problems);
    }
    for raw in &file.claims {
        // An id with a dot is that of a fact or a name, and a second of the same id is told below.
        if raw.has_expect && all.ids.claim(&raw.id.value).is_none() && !raw.id.value.contains('.') {
            all.add(raw, events, problems);
        }
    }
    for (index, raw) in file.entities.iter().enumerate() {
        all.name(raw, index, problems);
    }
    for (claim, expect) in std::mem::take(&mut all.totals) {
        all.list[claim].expected = expected::total(expect, &all.list, &all.ids, problems);
    }
    for raw in &file.claims {
        match all.ids.claim(&raw.id.value) {
            None => unknown_claim(raw, &all.ids, problems),
            Some(claim) if all.declared[claim].span != raw.id.span => {
                all.options(raw, claim, problems);
            }
            Some(_) => {}
        }
    }
    (all.list, all.ids)
}

impl<'r> Claims<'r> {
    fn declare(&mut self, span: Span, claim: Claim) {
        self.ids.claims.insert(claim.id.clone(), self.list.len());
        self.ids.claims_in_order.push(claim.id.clone());
        self.declared.push(Declared {
            span,
            optioned: None,
        });
        self.list.push(claim);
    }

    /// The claims an event's own facts make.
    fn facts(&mut self, raw: &RawEvent, index: EventIndex, event: &Event, problems: &mut Problems) {
        for (fact, expect) in &raw.facts {
            let tally = TALLIES
                .iter()
                .find(|(word, _)| *word == fact.value)
                .map(|(_, tally)| *tally);
            let (mut expected, first) = expected::expected(expect, tally, &self.ids, problems);
            if event.each_source {
                expected = collected(expected);
            }
            let clock = (fact.value == "when")
                .then(|| expected::split_clock(&mut expected))
                .flatten();
            let mut parts = vec![(fact.value, expect.kind, expected)];
            parts.extend(clock.map(|clock| ("time", Kind::Time, clock)));
            for (word, kind, expected) in parts {
                let claim = Claim {
                    event: Some(index),
                    tally,
                    first,
                    disputed: expect.disputed,
                    because: expected::because(expect).or_else(|| raw.because.clone()),
                    known_from: event.known_from,
                    ..blank(
                        format!("{}.{word}", raw.id.value),
                        kind,
                        expected,
                        expect.place(),
                        problems,
                    )
                };
                self.declare(fact.span, claim);
            }
        }
    }

    /// A `[[claim]]` with an expectation of its own.
    fn add(&mut self, raw: &'r RawClaim, events: &[Event], problems: &mut Problems) {
        let event = event_of(raw.event.as_ref(), &self.ids, problems);
        let id = raw.id.value.clone();
        let Some(expect) = &raw.expect else {
            // Told already; the claim is kept so that nothing that names it is an error too.
            let nothing = Expected::AnyOf(Vec::new());
            self.declare(
                raw.id.span,
                blank(id, Kind::Count, nothing, raw.id.span, problems),
            );
            return;
        };
        let (mut expected, first) = expected::expected(expect, raw.tally, &self.ids, problems);
        if event.is_some_and(|event| events[event].each_source) {
            expected = collected(expected);
        }
        if expect.kind == Kind::Total {
            self.totals.push((self.list.len(), expect));
        }
        let known_from =
            instant(raw.known_from.as_ref(), &self.ids.zone, problems).map(|(first, _)| first);
        let of_event = || event.and_then(|event| events[event].known_from);
        let (words, of) = words_and_of(expect.kind, raw);
        let claim = Claim {
            event,
            who: self.ids.entities.all(&raw.who, problems),
            words,
            of,
            tally: raw.tally,
            first,
            disputed: expect.disputed,
            severity: raw.severity.unwrap_or_default(),
            because: raw.because.clone().or_else(|| expected::because(expect)),
            known_from: known_from.or_else(of_event),
            many: raw.many.unwrap_or(false),
            ..blank(id, expect.kind, expected, expect.place(), problems)
        };
        needs(raw, &claim, problems);
        self.declare(raw.id.span, claim);
    }

    /// The claim on how an entity's name is written.
    fn name(&mut self, raw: &RawEntity, index: usize, problems: &Problems) {
        let by_itself =
            raw.kind == EntityKind::Person || !raw.style.is_empty() || !raw.misspelt.is_empty();
        if raw.check_name.unwrap_or(by_itself) {
            let id = format!("name.{}", raw.id.value);
            let claim = Claim {
                who: vec![index],
                ..blank(
                    id,
                    Kind::Name,
                    Expected::Name(index),
                    raw.name.span,
                    problems,
                )
            };
            self.declare(raw.id.span, claim);
        }
    }

    /// Options of a claim that an event's fact or a name has made, or a second claim of the same id.
    fn options(&mut self, raw: &RawClaim, index: usize, problems: &mut Problems) {
        let earlier = self.declared[index]
            .optioned
            .or((!raw.id.value.contains('.')).then_some(self.declared[index].span));
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
        self.declared[index].optioned = Some(raw.id.span);
        self.given_twice(raw, index, problems);
        let claim = &mut self.list[index];
        if !raw.who.is_empty() {
            claim.who = self.ids.entities.all(&raw.who, problems);
        }
        let (words, of) = words_and_of(claim.kind, raw);
        if !words.is_empty() {
            claim.words = words;
        }
        if !of.is_empty() {
            claim.of = of;
        }
        claim.tally = raw.tally.or(claim.tally);
        claim.severity = raw.severity.unwrap_or(claim.severity);
        claim.many = raw.many.unwrap_or(claim.many);
        if raw.because.is_some() {
            claim.because.clone_from(&raw.because);
        }
        if let Some((first, _)) = instant(raw.known_from.as_ref(), &self.ids.zone, problems) {
            claim.known_from = Some(first);
        }
    }

    /// Tells of what options say and the fact or name has said already: the value, the event.
    fn given_twice(&self, raw: &RawClaim, index: usize, problems: &mut Problems) {
        let code = "rule-value-given-twice";
        if raw.has_expect {
            let expect = raw.expect.as_ref();
            let span = expect.map_or(raw.id.span, |expect| expect.word.span);
            let labels = vec![
                Label::primary(span, "given again here"),
                Label::context(self.declared[index].span, "this says it already"),
            ];
            let help = "leave `expect` out: a claim with this id only adds options and tests";
            let title = format!("the value of `{}` is given twice", shown(&raw.id.value));
            problems.error_with(code, title, labels, Some(help.to_owned()));
        }
        if let Some(event) = event_of(raw.event.as_ref(), &self.ids, problems)
            && Some(event) != self.list[index].event
        {
            let at = raw.event.as_ref().map_or(raw.id.span, |event| event.span);
            let title = format!("`{}` has an event already", shown(&raw.id.value));
            let help = Some("leave `event` out".to_owned());
            problems.error(code, title, at, "another one", help);
        }
    }
}

/// What must stand near a value of the claim, and what a count counts or a measure is of. A value of another kind is of
/// nothing: there what `of` lists are words like the others.
fn words_and_of(kind: Kind, raw: &RawClaim) -> (Vec<String>, Vec<String>) {
    let (mut words, of) = (texts(&raw.words), texts(&raw.of));
    if matches!(kind, Kind::Count | Kind::Quantity) {
        return (words, of);
    }
    words.extend(of);
    (words, Vec::new())
}

/// What a template expects: nothing, as every report brings an incident of its own.
fn collected(expected: Expected) -> Expected {
    match expected {
        Expected::AnyOf(_) | Expected::Timeline(_) => Expected::AnyOf(Vec::new()),
        Expected::Places(_) => Expected::Places(Vec::new()),
        other => other,
    }
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
    if !alone && raw.event.is_none() && raw.who.is_empty() && claim.words.is_empty() {
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
    let found = ids.event(&raw.value);
    if found.is_none() {
        unknown_event(raw, ids, problems);
    }
    found
}

/// Says that there is no such event.
pub(super) fn unknown_event(raw: &At<String>, ids: &Ids, problems: &mut Problems) {
    if !problems.broken {
        let known = ids.known_events();
        problems.unknown(
            "rule-unknown-event",
            "event",
            raw,
            known,
            "no `[event.…]` of this file",
        );
    }
}

/// A `[[claim]]` without value whose id no fact of an event bears.
fn unknown_claim(raw: &RawClaim, ids: &Ids, problems: &mut Problems) {
    if problems.broken || ids.is_unread(&raw.id.value) {
        return;
    }
    match raw.id.value.split_once('.') {
        Some((owner, fact)) => unknown_fact(raw, owner, fact, ids, problems),
        None => no_value(raw, ids, problems),
    }
}

/// The id is of the form of an event's fact or a name, and there is no such.
fn unknown_fact(raw: &RawClaim, owner: &str, fact: &str, ids: &Ids, problems: &mut Problems) {
    let code = "rule-unknown-claim";
    if owner == "name" && ids.entities.list.iter().any(|entity| entity.id == fact) {
        let title = format!("the name of `{}` is not checked", shown(fact));
        let help = format!("write `check-name = true` in `[entity.{}]`", shown(fact));
        let label = "only a person's name is a claim by itself";
        problems.error(code, title, raw.id.span, label, Some(help));
        return;
    }
    if ids.event(owner).is_some() {
        let title = format!("event `{owner}` doesn't say `{}`", shown(fact));
        let facts = FACTS.iter().map(|(fact, _)| *fact);
        let help = match facts.clone().find(|known| *known == fact) {
            Some(known) => Some(format!("write `{known} = …` in `[event.{owner}]`")),
            None => did_you_mean(fact, facts.chain(["time"])),
        };
        problems.error(code, title, raw.id.span, "no such claim", help);
        return;
    }
    let known = ids.known_claims();
    problems.unknown(code, "claim", &raw.id, known, "no such claim");
}

/// The claim says nothing of what is right.
fn no_value(raw: &RawClaim, ids: &Ids, problems: &mut Problems) {
    let title = format!("claim `{}` doesn't say what is right", shown(&raw.id.value));
    let facts: Vec<String> = ids
        .known_claims()
        .filter(|id| {
            id.split_once('.')
                .is_some_and(|(event, _)| event == raw.id.value)
        })
        .map(|id| format!("`{id}`"))
        .collect();
    let help = if facts.is_empty() {
        "write `expect.duration = …`, with the kind after the dot; or the id of an event's fact, such as `fire.killed`".to_owned()
    } else {
        format!("for a fact of the event write {}", facts.join(" or "))
    };
    let label = "`expect` is missing";
    problems.error("rule-no-value", title, raw.id.span, label, Some(help));
}
