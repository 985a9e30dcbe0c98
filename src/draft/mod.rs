//! A first rule file: empty with explanations, or filled in from reports for its author to review.
//!
//! In: a story's id, and reports with their readings. Out: the text of a rule file. What is drafted is what reports say,
//! not what is true: every claim is marked for review, and its `because` is left to a person.

mod claims;
mod events;
mod names;

use std::fmt::Write as _;

use crate::source::Source;
use crate::text::Reading;

/// A report to draft from.
#[derive(Debug)]
pub struct Report {
    /// The report.
    pub source: Source,
    /// What was read in it.
    pub reading: Reading,
}

/// The mark of what a person must look at.
pub const REVIEW: &str = "# REVIEW";

/// A drafted claim, with its own text so that it can be tried and left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Its tables.
    pub text: String,
}

/// A drafted file: its head, and claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Story, entities, the main event.
    pub head: String,
    /// Claims, in order of the reports.
    pub claims: Vec<Claim>,
}

impl Draft {
    /// The whole file.
    pub fn text(&self) -> String {
        let mut text = self.head.clone();
        for claim in &self.claims {
            text.push('\n');
            text.push_str(&claim.text);
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

/// Drafts rules for `story` from reports.
pub fn draft(story: &str, reports: &[Report]) -> Draft {
    let entities = names::entities(reports);
    let event = events::main(reports);
    let mut head = String::new();
    let _ = writeln!(head, "#:schema rules.schema.json");
    let _ = writeln!(
        head,
        "# Drafted from reports. REVIEW marks what a person must look at: a draft says what reports say,"
    );
    let _ = writeln!(head, "# not what is true. Give each fact its `because`.\n");
    let title = reports
        .iter()
        .find_map(|report| report.source.title.clone())
        .unwrap_or_else(|| story.replace('-', " "));
    let _ = writeln!(
        head,
        "[story]\nformat = 1\nid = \"{story}\"\ntitle = {}\ntimezone = \"UTC\"  {REVIEW}",
        quoted(&title)
    );
    for entity in &entities {
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
        if !entity.also.is_empty() {
            let also: Vec<String> = entity.also.iter().map(|also| quoted(also)).collect();
            let _ = writeln!(head, "also = [{}]", also.join(", "));
        }
    }
    let _ = writeln!(head, "\n[event.main]  {REVIEW}");
    let what: Vec<String> = event.words.iter().map(|word| quoted(word)).collect();
    let _ = writeln!(head, "what = [{}]", what.join(", "));
    let who: Vec<String> = entities
        .iter()
        .filter(|entity| entity.kind == "person")
        .take(2)
        .map(|entity| quoted(&entity.id))
        .collect();
    if !who.is_empty() {
        let _ = writeln!(head, "who = [{}]", who.join(", "));
    } else if let Some(place) = entities.iter().find(|entity| entity.kind == "place") {
        let _ = writeln!(head, "where = \"{}\"", place.id);
    } else if let Some(first) = entities.first() {
        let _ = writeln!(head, "who = [\"{}\"]", first.id);
    }
    Draft {
        head,
        claims: claims::claims(reports, &event),
    }
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
        Report { source, reading }
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
        let drafted = draft("pier-talks", &[report(text)]);
        insta::assert_snapshot!(drafted.text(), @r#"
        #:schema rules.schema.json
        # Drafted from reports. REVIEW marks what a person must look at: a draft says what reports say,
        # not what is true. Give each fact its `because`.

        [story]
        format = 1
        id = "pier-talks"
        title = "pier talks"
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
        what = ["talks", "meeting", "met"]
        who = ["berg", "halvorsen"]

        [[claim]]  # REVIEW: read in one.md, line 3
        id = "duration-1"
        event = "main"
        expect.duration = "35 minutes"

        [[claim.test]]
        text = "The meeting lasted 35 minutes."
        verdict = "supported"
        "#);
        let (story, told) = rule::load_text("a.toml", &drafted.text());
        assert!(story.is_some(), "{told:#?}");
    }
}
