//! Whom a text names.
//!
//! In: made-up entities and sentences. Out: who is found, how it is written, and who is not meant.

use super::*;
use crate::rule::EntityKind;
use crate::span::Span;

pub(crate) fn entity(id: &str, name: &str, family: Option<&str>, also: &[&str]) -> Entity {
    Entity {
        id: id.to_owned(),
        kind: EntityKind::Person,
        name: name.to_owned(),
        family: family.map(str::to_owned),
        also: also.iter().map(|&name| name.to_owned()).collect(),
        style: Vec::new(),
        misspelt: Vec::new(),
        within: Vec::new(),
        place: crate::rule::Place::default(),
    }
}

fn found(text: &str) -> Vec<String> {
    let entities = [
        entity("berg", "Tomas Berg", None, &["transport minister"]),
        entity("tan", "Tan Weiming", Some("Tan"), &["the envoy"]),
    ];
    let names = Names::new(&entities);
    let words = Words::read(text, std::iter::once(Span::new(0, text.len())));
    names
        .find(&entities, text, &words)
        .into_iter()
        .map(|mention| {
            let span = words.span(mention.words.clone());
            format!(
                "{} {:?}: {}",
                entities[mention.entity].id,
                mention.how,
                span.of(text)
            )
        })
        .collect()
}

#[test]
fn names_titles_and_surnames_are_found() {
    assert_eq!(
        found("The transport minister, Tomas Berg, met Tan Weiming. Berg’s talks with Tan"),
        [
            "berg Also: transport minister",
            "berg Full: Tomas Berg",
            "tan Full: Tan Weiming",
            "berg Surname: Berg",
            "tan Surname: Tan"
        ]
    );
}

#[test]
fn a_title_listed_with_the_family_name_leads_the_full_one() {
    let entities = [entity("li", "Li Qiang", Some("Li"), &["Premier Li", "Li"])];
    let text = "She met Premier Li Qiang, and Premier Li smiled.";
    let reading = crate::text::read(text, &[], None);
    let words = Words::read(text, reading.sentences.iter().map(|sentence| sentence.span));
    let found: Vec<&str> = Names::new(&entities)
        .find(&entities, text, &words)
        .iter()
        .map(|mention| words.span(mention.words.clone()).of(text))
        .collect();
    assert_eq!(found, ["Premier Li Qiang", "Premier Li"]);
}

#[test]
fn a_middle_name_belongs_to_the_name() {
    assert_eq!(
        found("It was Tomas K. Berg who spoke"),
        ["berg Full: Tomas K. Berg"]
    );
}

#[test]
fn somebody_else_of_the_same_family_name_is_not_meant() {
    assert!(found("There spoke Ingrid Berg.").is_empty());
    assert!(found("Then Tan Meiling spoke.").is_empty());
}

#[test]
fn a_given_name_alone_is_seen_where_the_family_name_is_declared() {
    assert_eq!(
        found("Berg meets Weiming"),
        ["berg Surname: Berg", "tan Given: Weiming"]
    );
}

#[test]
fn the_right_letters_in_the_wrong_case_are_seen() {
    assert_eq!(
        found("He asked the Tan weiming to come"),
        ["tan Case: Tan weiming"]
    );
}
