//! A rule file as written: the shape of its tables, with the place of every word.
//!
//! In: the parsed TOML. Out: [`RuleFile`]. Whether ids exist and values can be read is not asked here.

use toml::de::DeTable;
use toml::de::DeValue;

use super::expect::RawExpect;
use super::keys;
use super::keys::FACTS;
use super::keys::KINDS;
use super::set::EntityKind;
use super::set::Severity;
use super::table::At;
use super::table::Literal;
use super::table::Node;
use super::table::Problems;
use super::table::Table;
use super::table::items;
use super::table::shown;
use crate::diagnostic::Label;
use crate::span::Span;
use crate::value::Tally;

/// One rule file as written.
#[derive(Debug, Default)]
pub(super) struct RuleFile {
    pub(super) story: Option<RawStory>,
    pub(super) entities: Vec<RawEntity>,
    pub(super) events: Vec<RawEvent>,
    pub(super) claims: Vec<RawClaim>,
    pub(super) ignores: Vec<RawIgnore>,
}

#[derive(Debug)]
pub(super) struct RawStory {
    pub(super) id: At<String>,
    pub(super) title: Option<At<String>>,
    pub(super) timezone: Option<At<String>>,
}

#[derive(Debug)]
pub(super) struct RawEntity {
    pub(super) id: At<String>,
    pub(super) name: At<String>,
    pub(super) kind: EntityKind,
    pub(super) family: Option<At<String>>,
    pub(super) also: Vec<At<String>>,
    pub(super) style: Vec<At<String>>,
    pub(super) misspelt: Vec<At<String>>,
    pub(super) within: Vec<At<String>>,
    pub(super) check_name: Option<bool>,
}

#[derive(Debug)]
pub(super) struct RawEvent {
    pub(super) id: At<String>,
    pub(super) what: Vec<At<String>>,
    pub(super) who: Vec<At<String>>,
    pub(super) known_from: Option<At<Literal>>,
    pub(super) because: Option<String>,
    pub(super) each_source: bool,
    /// The fact's word and what it says.
    pub(super) facts: Vec<(At<&'static str>, RawExpect)>,
    /// Facts, and `who`, that are meant to be there, but misspelt or not readable: told already.
    pub(super) unread: Vec<&'static str>,
}

#[derive(Debug)]
pub(super) struct RawClaim {
    pub(super) id: At<String>,
    pub(super) event: Option<At<String>>,
    pub(super) who: Vec<At<String>>,
    pub(super) words: Vec<At<String>>,
    pub(super) of: Vec<At<String>>,
    pub(super) tally: Option<Tally>,
    /// Whether `expect` was written, readable or not.
    pub(super) has_expect: bool,
    pub(super) expect: Option<RawExpect>,
    pub(super) severity: Option<Severity>,
    pub(super) because: Option<String>,
    pub(super) known_from: Option<At<Literal>>,
    pub(super) many: Option<bool>,
    pub(super) tests: Vec<RawTest>,
}

#[derive(Debug)]
pub(super) struct RawTest {
    pub(super) text: At<String>,
    pub(super) verdict: At<String>,
    pub(super) fault: Option<At<String>>,
    pub(super) value: Option<At<Literal>>,
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<At<Literal>>,
    pub(super) why: Option<String>,
    pub(super) todo: Option<String>,
}

#[derive(Debug)]
pub(super) struct RawIgnore {
    pub(super) claim: At<String>,
    pub(super) source: Option<String>,
    pub(super) passage: Option<String>,
    pub(super) reason: String,
    pub(super) until: Option<At<Literal>>,
}

const ENTITY_KINDS: &[(&str, EntityKind)] = &[
    ("person", EntityKind::Person),
    ("body", EntityKind::Body),
    ("place", EntityKind::Place),
    ("thing", EntityKind::Thing),
];
const SEVERITIES: &[(&str, Severity)] = &[
    ("minor", Severity::Minor),
    ("major", Severity::Major),
    ("critical", Severity::Critical),
];
/// A fate as rule files write it.
pub(super) const TALLIES: &[(&str, Tally)] = &[
    ("killed", Tally::Killed),
    ("injured", Tally::Injured),
    ("missing", Tally::Missing),
    ("arrested", Tally::Arrested),
];

fn plain(text: Option<At<String>>) -> Option<String> {
    text.map(|text| text.value)
}

/// Reads the tables of one rule file.
pub(super) fn read(root: &DeTable<'_>, problems: &mut Problems) -> RuleFile {
    let file = Table::new(keys::FILE.name, Span::new(0, 0), root);
    file.check(keys::FILE.keys, problems);
    // `[evnt.fire]`: what it declares is not read, and so not missed.
    problems.broken |= ["entity", "event"].iter().any(|key| file.has_unread(key));
    if file.get("story").is_none() && !file.has_slip_of("story") {
        let help = "begin the file with `[story]` and `id = \"…\"`".to_owned();
        let title = "this file has no `[story]`";
        problems.missing(
            "rule-no-story",
            title,
            file.span,
            "nothing says which story this is",
            Some(help),
        );
    }
    RuleFile {
        story: file
            .entry("story")
            .and_then(|(span, node)| story(span, &node, problems)),
        entities: named(&file, "entity", &keys::ENTITY, problems, entity),
        events: named(&file, "event", &keys::EVENT, problems, event),
        claims: listed(&file, "claim", &keys::CLAIM, problems, claim),
        ignores: ignores(&file, problems),
    }
}

/// The `[[ignore]]` tables of a file.
pub(super) fn ignores(file: &Table<'_, '_>, problems: &mut Problems) -> Vec<RawIgnore> {
    listed(file, "ignore", &keys::IGNORE, problems, ignore)
}

/// The tables `[key.ID]`, each read alone.
pub(super) fn named<T>(
    file: &Table<'_, '_>,
    key: &str,
    words: &keys::TableWords,
    problems: &mut Problems,
    mut read: impl FnMut(At<String>, &Table<'_, '_>, &mut Problems) -> Option<T>,
) -> Vec<T> {
    let Some((at, node)) = file.entry(key) else {
        return Vec::new();
    };
    let DeValue::Table(entries) = node.value else {
        let title = format!("`{key}` must be tables with an id each, not one value");
        let help = Some(format!(
            "write `{}`, with an id of yours for ID",
            words.header
        ));
        problems.error("rule-wrong-type", title, at, "here", help);
        return Vec::new();
    };
    Table::new(words.name, at, entries)
        .entries()
        .filter_map(|(id, node)| {
            if !matches!(node.value, DeValue::Table(_)) {
                let title = format!("`{key}.{}` must be a table", shown(id.value));
                let help = Some(format!(
                    "write `{}`, with an id of yours for ID",
                    words.header
                ));
                problems.error("rule-wrong-type", title, id.span, "here", help);
                return None;
            }
            let mut id = At::new(id.value.to_owned(), id.span);
            check_id(&id, problems);
            // Whatever names it by the id it should have is right.
            if let Some(proposed) = keys::to_id(&id.value).filter(|_| !keys::is_id(&id.value)) {
                id.value = proposed;
            }
            let table = Table::of(words, id.span, &node, problems)?;
            read(id, &table, problems)
        })
        .collect()
}

/// The tables `[[key]]`, each read alone.
pub(super) fn listed<T>(
    file: &Table<'_, '_>,
    key: &str,
    words: &keys::TableWords,
    problems: &mut Problems,
    mut read: impl FnMut(&Table<'_, '_>, &mut Problems) -> Option<T>,
) -> Vec<T> {
    let Some((at, node)) = file.entry(key) else {
        return Vec::new();
    };
    let DeValue::Array(_) = node.value else {
        // `[[claim.test]]` with no `[[claim]]` above it.
        let orphan = matches!(node.value, DeValue::Table(table) if table.len() == 1 && table.contains_key("test"));
        if orphan && key == "claim" {
            let help = Some("write `[[claim]]` and its `id` above the first test".to_owned());
            let title = "a test stands above its claim";
            problems.error("rule-wrong-type", title, at, "of which claim?", help);
            return Vec::new();
        }
        let title = format!("`{key}` is a list: it needs double brackets");
        let help = Some(format!("write `{}`", words.header));
        problems.error("rule-wrong-type", title, at, "single brackets here", help);
        return Vec::new();
    };
    items(&node)
        .iter()
        .filter_map(|item| {
            let table = Table::of(words, item.span, item, problems)?;
            read(&table, problems)
        })
        .collect()
}

/// Ids are small letters, digits and hyphens.
fn check_id(id: &At<String>, problems: &mut Problems) {
    if !keys::is_id(&id.value) {
        let proposed = keys::to_id(&id.value);
        let title = format!("`{}` is no id", shown(&id.value));
        let help = proposed.map(|proposed| format!("write `{}`", shown(&proposed)));
        problems.error(
            "rule-bad-id",
            title,
            id.span,
            "an id has small letters, digits and hyphens",
            help,
        );
    }
}

fn story(span: Span, node: &Node<'_, '_>, problems: &mut Problems) -> Option<RawStory> {
    let table = Table::of(&keys::STORY, span, node, problems)?;
    if let Some(format) = table.literal("format", problems)
        && format.value != Literal::Integer(1)
    {
        let help = Some("write `format = 1`, or use a newer factcheck".to_owned());
        problems.error(
            "rule-unknown-format",
            "this version reads format 1 only",
            format.span,
            "another format",
            help,
        );
    }
    let id = table.required("id", problems);
    if let Some(id) = &id {
        check_id(id, problems);
    }
    let title = table.text("title", problems);
    let timezone = table.text("timezone", problems);
    Some(RawStory {
        id: id?,
        title,
        timezone,
    })
}

#[expect(clippy::unnecessary_wraps, reason = "the shape `named` wants")]
fn entity(id: At<String>, table: &Table<'_, '_>, problems: &mut Problems) -> Option<RawEntity> {
    // Without a name the entity is kept under its id: else everything that names it would be an error too.
    let name = table
        .required("name", problems)
        .unwrap_or_else(|| id.clone());
    // What is of no kind that can be read is held against nothing.
    let unsaid = if table.get("kind").is_some() {
        EntityKind::Thing
    } else {
        EntityKind::Person
    };
    Some(RawEntity {
        name,
        kind: table
            .word("kind", ENTITY_KINDS, problems)
            .map_or(unsaid, |kind| kind.value),
        family: table.text("family", problems),
        also: table.texts("also", problems),
        style: table.texts("style", problems),
        misspelt: table.texts("misspelt", problems),
        within: table.texts("in", problems),
        check_name: table.boolean("check-name", problems),
        id,
    })
}

#[expect(clippy::unnecessary_wraps, reason = "the shape `named` wants")]
fn event(id: At<String>, table: &Table<'_, '_>, problems: &mut Problems) -> Option<RawEvent> {
    if id.value == "name" {
        let title = "an event can't be called `name`";
        let help = Some("`name.ID` are the claims on entities' names".to_owned());
        problems.error("rule-bad-id", title, id.span, "another id", help);
    }
    match table.get("what") {
        None => table.require("what", problems),
        Some(node) if items(&node).is_empty() => {
            let title = "`what` has an empty list";
            let help = Some("write the words that reports use for the event".to_owned());
            problems.error("rule-empty-list", title, node.span, "no word in it", help);
        }
        Some(_) => {}
    }
    let mut facts: Vec<(At<&'static str>, RawExpect)> = FACTS
        .iter()
        .filter_map(|&(fact, kind)| {
            let (span, node) = table.entry(fact)?;
            let expect = RawExpect::read(fact, kind, span, &node, problems)?;
            Some((At::new(fact, span), expect))
        })
        .collect();
    facts.sort_by_key(|(fact, _)| fact.span);
    let read = |fact: &str| facts.iter().any(|(read, _)| read.value == fact);
    let meant = |fact: &str| table.get(fact).is_some() || table.has_slip_of(fact);
    let unread = FACTS.iter().map(|(fact, _)| *fact).chain(["who"]);
    let unread = unread.filter(|fact| !read(fact) && meant(fact)).collect();
    Some(RawEvent {
        what: table.texts("what", problems),
        who: table.texts("who", problems),
        known_from: table.literal("known-from", problems),
        because: plain(table.text("because", problems)),
        each_source: table.word("each", &[("source", ())], problems).is_some(),
        facts,
        unread,
        id,
    })
}

fn claim(table: &Table<'_, '_>, problems: &mut Problems) -> Option<RawClaim> {
    let id = table.required("id", problems);
    let here = id.as_ref().map_or(table.span, |id| id.span);
    if let Some(id) = &id
        && !id.value.contains('.')
    {
        check_id(id, problems);
    }
    let expect = table
        .get("expect")
        .and_then(|node| expectation(&node, problems));
    let tests = listed(table, "test", &keys::TEST, problems, |table, problems| {
        test(table, here, problems)
    });
    Some(RawClaim {
        event: table.text("event", problems),
        who: table.texts("who", problems),
        words: table.texts("words", problems),
        of: table.texts("of", problems),
        tally: table
            .word("tally", TALLIES, problems)
            .map(|tally| tally.value),
        has_expect: table.get("expect").is_some(),
        expect,
        severity: table
            .word("severity", SEVERITIES, problems)
            .map(|severity| severity.value),
        because: plain(table.text("because", problems)),
        known_from: table.literal("known-from", problems),
        many: table.boolean("many", problems),
        tests,
        id: id?,
    })
}

/// `expect.KIND = …`: exactly one kind.
fn expectation(node: &Node<'_, '_>, problems: &mut Problems) -> Option<RawExpect> {
    let DeValue::Table(entries) = node.value else {
        let help = Some("write `expect.duration = …`, with the kind after the dot".to_owned());
        problems.error(
            "rule-no-kind",
            "`expect` needs a kind",
            node.span,
            "a value of which kind?",
            help,
        );
        return None;
    };
    let mut first: Option<(Span, RawExpect)> = None;
    let mut many = None;
    for (word, node) in Table::new("`expect`", node.span, entries).entries() {
        let Some(&(name, kind, _)) = KINDS.iter().find(|(name, _, _)| *name == word.value) else {
            let word = At::new(word.value.to_owned(), word.span);
            let known = KINDS.iter().map(|(name, _, _)| *name);
            problems.unknown(
                "rule-unknown-kind",
                "kind",
                &word,
                known,
                "not a kind of value",
            );
            continue;
        };
        let Some(read) = RawExpect::read(name, kind, word.span, &node, problems) else {
            continue;
        };
        match &first {
            None => first = Some((word.span, read)),
            Some((earlier, _)) => many = Some((*earlier, word.span)),
        }
    }
    if let Some((earlier, later)) = many {
        let labels = vec![
            Label::primary(later, "a second one"),
            Label::context(earlier, "the first kind"),
        ];
        let help = Some("make a claim of its own for each".to_owned());
        problems.error_with(
            "rule-two-kinds",
            "a claim expects one kind of value",
            labels,
            help,
        );
    }
    if entries.is_empty() {
        let help = Some("write `expect.duration = …`, with the kind after the dot".to_owned());
        problems.error(
            "rule-no-kind",
            "`expect` needs a kind",
            node.span,
            "a value of which kind?",
            help,
        );
    }
    first.map(|(_, read)| read)
}

fn test(table: &Table<'_, '_>, claim: Span, problems: &mut Problems) -> Option<RawTest> {
    // A test has nothing of its own to point at that is not the thing that is missing.
    let span = table
        .entry("text")
        .or_else(|| table.entry("verdict"))
        .map_or(claim, |(span, _)| span);
    let table = &table.at(span);
    let text = table.required("text", problems);
    let verdict = table.required("verdict", problems);
    if let Some(verdict) = &verdict
        && !keys::VERDICTS.contains(&&*verdict.value)
    {
        let known = keys::VERDICTS.iter().copied();
        problems.unknown(
            "rule-unknown-verdict",
            "verdict",
            verdict,
            known,
            "not a verdict",
        );
    }
    let fault = table.text("fault", problems);
    if let Some(fault) = &fault
        && !keys::FAULTS.contains(&&*fault.value)
    {
        let known = keys::FAULTS.iter().copied();
        problems.unknown("rule-unknown-fault", "fault", fault, known, "not a fault");
    }
    let rest = |problems: &mut Problems| RawTest {
        text: At::new(String::new(), span),
        verdict: At::new(String::new(), span),
        fault,
        value: table.literal("value", problems),
        title: plain(table.text("title", problems)),
        outlet: plain(table.text("outlet", problems)),
        published: table.literal("published", problems),
        why: plain(table.text("why", problems)),
        todo: plain(table.text("todo", problems)),
    };
    let rest = rest(problems);
    Some(RawTest {
        text: text?,
        verdict: verdict?,
        ..rest
    })
}

fn ignore(table: &Table<'_, '_>, problems: &mut Problems) -> Option<RawIgnore> {
    let claim = table.required("claim", problems);
    let span = claim.as_ref().map_or(table.span, |claim| claim.span);
    let table = &table.at(span);
    let reason = table.required("reason", problems);
    let source = plain(table.text("source", problems));
    let passage = plain(table.text("passage", problems));
    let until = table.literal("until", problems);
    Some(RawIgnore {
        claim: claim?,
        source,
        passage,
        reason: reason?.value,
        until,
    })
}
