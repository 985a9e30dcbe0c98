//! Pages as they come, in our own words.

use std::fmt::Write as _;

use super::*;

/// «part: first words … last words», a line a section.
fn parts(page: &str) -> String {
    let sections = sections(page, 0, None);
    let mut at = 0;
    let mut drawn = String::new();
    for section in &sections {
        assert_eq!(section.span.range().start, at, "sections cover the page");
        at = section.span.range().end;
        let words: Vec<&str> = section.span.of(page).split_whitespace().collect();
        let shown = if words.len() > 6 {
            format!(
                "{} … {}",
                words[..3].join(" "),
                words[words.len() - 3..].join(" ")
            )
        } else {
            words.join(" ")
        };
        let _ = writeln!(drawn, "{:?}: {shown}", section.part);
    }
    assert_eq!(at, page.len(), "sections cover the page");
    drawn
}

const PROSE: &str = "The envoy arrived in the capital on Sunday evening and was met at the airport by a deputy minister of the host country.";

#[test]
fn a_plain_report_is_a_headline_and_a_body() {
    let page = format!("Envoy lands in capital for talks\n\n{PROSE}\n\nHe leaves on Tuesday.\n");
    insta::assert_snapshot!(parts(&page), @r"
    Headline: Envoy lands in capital for talks
    Body: The envoy arrived … leaves on Tuesday.
    ");
}

#[test]
fn a_masthead_before_the_headline_is_furniture() {
    let page = format!(
        "All your news, one place.\nStart reading\nThe Harbour Herald\nThe Harbour Herald\nWorld\nRachel Roe in Oslo\n\nEnvoy and minister hold frank talks in capital\n\nBy Ann Other\n\n{PROSE}\n"
    );
    insta::assert_snapshot!(parts(&page), @r"
    Furniture: All your news, … Roe in Oslo
    Headline: Envoy and minister … talks in capital
    Furniture: By Ann Other
    Body: The envoy arrived … the host country.
    ");
}

#[test]
fn what_stands_behind_the_report_is_furniture() {
    let page = format!(
        "Envoy lands in capital\n\n{PROSE}\n\n{PROSE}\n\nThe wires contributed to this report\n\nSign up to read this article\nRead news from hundreds of titles, chosen for you.\nRelated Stories\nTen die as talks collapse in flames\nThe talks lasted nine hours, sources said, and ten people died on the way home from them.\n100+ sources.\n"
    );
    insta::assert_snapshot!(parts(&page), @r"
    Headline: Envoy lands in capital
    Body: The envoy arrived … the host country.
    Furniture: The wires contributed … them. 100+ sources.
    ");
}

#[test]
fn captions_are_a_part_and_their_credit_is_furniture() {
    let page = format!(
        "Envoy lands in capital\n\n{PROSE}\n\nTwo flags on a table.\nThe envoy on the steps of the ministry. [Ann Other/Pool via AFP]\n\n{PROSE}\n"
    );
    insta::assert_snapshot!(parts(&page), @r"
    Headline: Envoy lands in capital
    Body: The envoy arrived … the host country.
    Caption: Two flags on … of the ministry.
    Furniture: [Ann Other/Pool via AFP]
    Body: The envoy arrived … the host country.
    ");
}

#[test]
fn links_between_paragraphs_are_furniture_and_the_text_goes_on() {
    let page = format!(
        "Envoy lands in capital\n\n{PROSE}\n\nRelated Articles\nNine hours of talks\nTen dead on the road\n\n{PROSE}\n\nMinister asked to resign Read more\n\n{PROSE}\n\nA long way to go\n\n{PROSE}\n"
    );
    insta::assert_snapshot!(parts(&page), @r"
    Headline: Envoy lands in capital
    Body: The envoy arrived … the host country.
    Furniture: Related Articles Nine … on the road
    Body: The envoy arrived … the host country.
    Furniture: Minister asked to resign Read more
    Body: The envoy arrived … the host country.
    ");
}

#[test]
fn correction_notes_are_a_part() {
    let page = format!(
        "Envoy lands in capital\n\n{PROSE}\n\nCorrection\nThe envoy landed on Sunday, not on Monday.\n\n{PROSE} (An earlier version of this story gave another day.)\n"
    );
    insta::assert_snapshot!(parts(&page), @r"
    Headline: Envoy lands in capital
    Body: The envoy arrived … the host country.
    Correction: Correction The envoy … not on Monday.
    Body: The envoy arrived … host country. (
    Correction: An earlier version … gave another day.)
    ");
}

#[test]
fn a_lone_sentence_is_body() {
    insta::assert_snapshot!(parts("The talks lasted 35 minutes."), @"Body: The talks lasted 35 minutes.");
    insta::assert_snapshot!(parts("First lines count: the talks took 35 minutes"), @"Headline: First lines count: … took 35 minutes");
}

#[test]
fn a_title_of_the_metadata_names_the_headline() {
    let page = format!("A kicker of six words here\nTalks\n\n{PROSE}\n");
    let sections = sections(&page, 0, Some("Talks"));
    let headline = sections
        .iter()
        .find(|section| section.part == Part::Headline);
    let headline = headline.expect("found").span.of(&page);
    assert_eq!(headline.trim(), "Talks");
}

#[test]
fn a_comment_form_at_the_top_does_not_swallow_the_report() {
    let page = format!("Comments\n\nEnvoy lands in capital\n\n{PROSE}\n");
    insta::assert_snapshot!(parts(&page), @r"
    Furniture: Comments
    Headline: Envoy lands in capital
    Body: The envoy arrived … the host country.
    ");
}
