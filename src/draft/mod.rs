//! A first rule file: empty with explanations, or filled in from reports for its author to review.
//!
//! In: a story's id, and reports with their readings. Out: the text of a rule file. What is drafted is what reports say,
//! not what is true: every claim is marked for review, and its `because` is left to a person.

mod claims;
mod events;
mod names;
mod zone;

use std::fmt::Write as _;

use names::Entity;

use crate::source::Source;
use crate::span::Part;
use crate::text::Reading;

/// A report to draft from.
#[derive(Debug)]
pub struct Report {
    /// The report.
    pub source: Source,
    /// What was read in it.
    pub reading: Reading,
    /// How far from Greenwich its time of publication is written. Unit: seconds.
    pub offset: Option<i32>,
}

/// The mark of what a person must look at.
pub const REVIEW: &str = "# REVIEW";

/// A sentence of a report that should support a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The sentence.
    pub text: String,
    /// When it was published, where that bears on what it says.
    pub published: Option<jiff::Timestamp>,
}

impl Test {
    fn of(text: &str) -> Self {
        Self {
            text: plain(text).to_owned(),
            published: None,
        }
    }
}

/// A drafted claim, with its own text so that it can be tried and left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Number of the event that it is a fact of, or speaks of.
    pub event: usize,
    /// For a fact of an event: its line there.
    pub fact: Option<String>,
    /// Its table, without tests.
    pub head: String,
    /// Its tests, each of which should support it.
    pub tests: Vec<Test>,
}

impl Claim {
    /// Its tables.
    fn text(&self) -> String {
        let mut text = self.head.clone();
        for test in &self.tests {
            let _ = writeln!(text, "\n[[claim.test]]\ntext = {}", quoted(&test.text));
            if let Some(published) = test.published {
                let _ = writeln!(text, "published = {published}");
            }
            text.push_str("verdict = \"supported\"\n");
        }
        text
    }
}

/// A drafted file: its head, and claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Story and entities.
    pub head: String,
    /// The tables of the events, the main one first.
    pub events: Vec<String>,
    /// Claims, in order of the reports.
    pub claims: Vec<Claim>,
}

impl Draft {
    /// The whole file.
    pub fn text(&self) -> String {
        let mut text = self.head.clone();
        for (index, event) in self.events.iter().enumerate() {
            let mut claims = self
                .claims
                .iter()
                .filter(|claim| claim.event == index)
                .peekable();
            // An event beside the main one that nothing is said of is left out.
            if index > 0 && claims.peek().is_none() {
                continue;
            }
            text.push_str(event);
            for fact in claims.filter_map(|claim| claim.fact.as_deref()) {
                text.push_str(fact);
            }
        }
        for claim in &self.claims {
            text.push('\n');
            text.push_str(&claim.text());
        }
        text
    }
}

/// A commented starter.
pub fn starter(story: &str) -> String {
    let title = story.replace('-', " ");
    format!(
        r#"#:schema rules.schema.json
# What is known of one story. The language by example: docs/rules.md, or `factcheck explain CODE` for any mistake.

[story]
format = 1
id = "{story}"
title = "{title}"
timezone = "UTC"                     # times without a zone are local to this one: "Europe/Oslo"

# Who and what: people, bodies, places, things. The list that matters most is `also`: reports say «the minister».

[entity.someone]
name = "Given Family"                # the right spelling, in full
also = ["Family", "the minister"]

[entity.somewhere]
name = "Name of the place"
kind = "place"
# in = "Name of what it lies in"     # so that this is right of it too

# What happened. Each fact is checked: {story}/main.when, {story}/main.where, …

[event.main]
what = ["meeting", "met", "talks"]   # the words reports use for it, each form that matters
who = ["someone"]
where = "somewhere"
when = "4 March 2024, 6:20 am"
lasted = "35 minutes"
# killed = 2                         # also: injured, missing, arrested, cost
because = "where you know it from: a text, a link, the day you saw it"
# known-from = "4 March 2024, 7 am"  # a report from before can't be wrong about it

# Options and tests of a fact, or whatever the event's own facts can't say (`expect.count = …`).

[[claim]]
id = "main.lasted"

[[claim.test]]
text = "The meeting with Given Family lasted 35 minutes."
verdict = "supported"

[[claim.test]]
text = "The meeting with Given Family lasted 53 minutes."
verdict = "contradicted"
"#
    )
}

/// A report's title, or else its headline.
fn headline(report: &Report) -> Option<String> {
    let mut sentences = report.reading.sentences.iter();
    let headline = sentences.find(|sentence| sentence.part == Part::Headline);
    let headline = headline.map(|sentence| sentence.span.of(&report.source.body).to_owned());
    let title = report.source.title.clone().or(headline)?;
    Some(plain(&title).to_owned())
}

/// A line without the marks that make it a heading or an item in Markdown.
fn plain(line: &str) -> &str {
    let bare = line.trim_start_matches('#').trim_start();
    let item = bare.strip_prefix("- ").or_else(|| bare.strip_prefix("* "));
    item.unwrap_or(bare)
}

/// The first participants of the main event: who is named in its sentences, or else who is named most.
fn participants<'e>(
    reports: &[Report],
    event: &events::Event,
    entities: &'e [Entity],
) -> Vec<&'e str> {
    let sentences: Vec<&str> = reports
        .iter()
        .flat_map(|report| {
            let body = &report.source.body;
            let sentences = report.reading.sentences.iter();
            sentences.map(move |sentence| sentence.span.of(body))
        })
        .filter(|sentence| event.is_in(sentence))
        .collect();
    let takes_part = |entity: &&Entity| {
        let mut names = std::iter::once(&entity.name).chain(&entity.also);
        entity.kind != "place"
            && names.any(|name| sentences.iter().any(|one| one.contains(name.as_str())))
    };
    let found: Vec<&str> = entities
        .iter()
        .filter(takes_part)
        .map(|one| &*one.id)
        .take(2)
        .collect();
    if !found.is_empty() {
        return found;
    }
    let thing = entities.iter().find(|entity| entity.kind == "thing");
    let other = || entities.iter().find(|entity| entity.kind != "place");
    thing
        .or_else(other)
        .map(|one| &*one.id)
        .into_iter()
        .collect()
}

/// Drafts rules for `story` from reports; `is_place` knows the names of places.
pub fn draft(story: &str, reports: &[Report], is_place: &dyn Fn(&str) -> bool) -> Draft {
    let entities = names::entities(reports, is_place);
    let events = events::all(reports);
    let mut claims = claims::claims(reports, &events, &entities);
    let place = entities.iter().find(|entity| entity.kind == "place");
    let mut tables: Vec<String> = Vec::new();
    let mut main_who: Vec<String> = Vec::new();
    for event in &events {
        let mut who: Vec<String> = participants(reports, event, &entities)
            .into_iter()
            .map(quoted)
            .collect();
        let first = tables.is_empty();
        if first {
            main_who.clone_from(&who);
        } else if who.is_empty() {
            who.clone_from(&main_who);
        }
        if let Some(place) = place.filter(|_| first && !who.is_empty()) {
            claims.extend(place_of(reports, event, &place.name, &place.id));
        }
        tables.push(event_table(event, &who, place));
    }
    Draft {
        head: head(story, reports, &entities),
        events: tables,
        claims,
    }
}

/// The story and its entities.
fn head(story: &str, reports: &[Report], entities: &[Entity]) -> String {
    let mut head = String::new();
    let _ = writeln!(head, "#:schema rules.schema.json");
    let _ = writeln!(
        head,
        "# Drafted from reports. REVIEW marks what a person must look at: a draft says what reports say,"
    );
    let _ = writeln!(head, "# not what is true. Give each fact its `because`.\n");
    let title = reports
        .iter()
        .find_map(headline)
        .unwrap_or_else(|| story.replace('-', " "));
    let _ = writeln!(
        head,
        "[story]\nformat = 1\nid = \"{story}\"\ntitle = {}\ntimezone = {}  {REVIEW}",
        quoted(&title),
        quoted(&zone::of(reports, entities))
    );
    for entity in entities {
        entity_table(&mut head, entity);
    }
    head
}

fn entity_table(head: &mut String, entity: &Entity) {
    let _ = writeln!(
        head,
        "\n[entity.{}]  {REVIEW}\nname = {}",
        entity.id,
        quoted(&entity.name)
    );
    for variant in &entity.variants {
        let _ = writeln!(
            head,
            "# also written {}: one of the two is misspelt",
            quoted(variant)
        );
    }
    if entity.kind != "person" {
        let _ = writeln!(head, "kind = \"{}\"", entity.kind);
    }
    if let Some(family) = &entity.family {
        let _ = writeln!(head, "family = {}", quoted(family));
    }
    if !entity.also.is_empty() {
        let also: Vec<String> = entity.also.iter().map(|also| quoted(also)).collect();
        let _ = writeln!(head, "also = [{}]", also.join(", "));
    }
}

/// An event with its quoted participants; where it has none, the place tells it.
fn event_table(event: &events::Event, who: &[String], place: Option<&Entity>) -> String {
    let mut table = String::new();
    let _ = writeln!(table, "\n[event.{}]  {REVIEW}", event.id);
    let what: Vec<String> = event.words.iter().map(|word| quoted(word)).collect();
    let _ = writeln!(table, "what = [{}]", what.join(", "));
    if !who.is_empty() {
        let _ = writeln!(table, "who = [{}]", who.join(", "));
    } else if let Some(place) = place {
        let _ = writeln!(table, "where = \"{}\"  {REVIEW}", place.id);
    }
    table
}

/// Where the event was, if one of its sentences names the place.
fn place_of(reports: &[Report], event: &events::Event, name: &str, id: &str) -> Option<Claim> {
    let mut sentences = reports.iter().flat_map(|report| {
        let body = &report.source.body;
        let sentences = report.reading.sentences.iter();
        sentences.map(move |sentence| sentence.span.of(body))
    });
    let sentence = sentences.find(|sentence| event.is_in(sentence) && sentence.contains(name))?;
    Some(Claim {
        id: "main.where".to_owned(),
        event: 0,
        fact: Some(format!("where = \"{id}\"  {REVIEW}\n")),
        head: "[[claim]]\nid = \"main.where\"\n".to_owned(),
        tests: vec![Test::of(sentence)],
    })
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    toml::Value::String(text).to_string()
}

/// A word or name as an id.
fn id_of(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule;
    use crate::source;
    use crate::source::Raw;
    use crate::text;

    fn report(text: &str) -> Report {
        let (source, _) = source::open(&Raw::of_text("one.md", text));
        let reading = text::read(&source.body, &source.sections, None);
        Report {
            source,
            reading,
            offset: None,
        }
    }

    #[test]
    fn a_starter_is_a_rule_file_without_mistake() {
        let (story, told) = rule::load_text("a.toml", &starter("ferry-fire"));
        assert!(story.is_some() && told.is_empty(), "{told:#?}");
    }

    #[test]
    fn names_values_and_the_event_are_drafted() {
        let text = "Minister opens talks\n\nTransport Minister Tomas Berg met harbour chief Ines Halvorsen in Port Maren on \
                    Monday. The meeting lasted 35 minutes. Berg said the pier would be mended. Halvorsen thanked Berg after \
                    the talks in Port Maren.";
        let drafted = draft("pier-talks", &[report(text)], &|_| false);
        insta::assert_snapshot!(drafted.text(), @r#"
        #:schema rules.schema.json
        # Drafted from reports. REVIEW marks what a person must look at: a draft says what reports say,
        # not what is true. Give each fact its `because`.

        [story]
        format = 1
        id = "pier-talks"
        title = "Minister opens talks"
        timezone = "UTC"  # REVIEW

        [entity.berg]  # REVIEW
        name = "Tomas Berg"
        also = ["Berg", "Transport Minister"]

        [entity.halvorsen]  # REVIEW
        name = "Ines Halvorsen"
        also = ["Halvorsen"]

        [entity.port-maren]  # REVIEW
        name = "Port Maren"
        kind = "place"

        [event.main]  # REVIEW
        what = ["talks", "met", "meeting"]
        who = ["berg", "halvorsen"]
        lasted = "35 minutes"  # REVIEW: read in one.md, line 3
        where = "port-maren"  # REVIEW

        [[claim]]
        id = "main.lasted"

        [[claim.test]]
        text = "The meeting lasted 35 minutes."
        verdict = "supported"

        [[claim]]
        id = "name.berg"

        [[claim.test]]
        text = "Transport Minister Tomas Berg met harbour chief Ines Halvorsen in Port Maren on Monday."
        verdict = "supported"

        [[claim]]
        id = "name.halvorsen"

        [[claim.test]]
        text = "Transport Minister Tomas Berg met harbour chief Ines Halvorsen in Port Maren on Monday."
        verdict = "supported"

        [[claim]]
        id = "main.where"

        [[claim.test]]
        text = "Transport Minister Tomas Berg met harbour chief Ines Halvorsen in Port Maren on Monday."
        verdict = "supported"
        "#);
        let (story, told) = rule::load_text("a.toml", &drafted.text());
        assert!(story.is_some(), "{told:#?}");
    }
}
