//! Cases of stance: each line of a snapshot is a clause, with how the text stands to it and who speaks.

use std::fmt::Write as _;

use super::read;
use super::reading::Stance;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

fn stances(text: &str) -> String {
    stances_in(text, Part::Body)
}

fn stances_in(text: &str, part: Part) -> String {
    let span = Span::new(0, text.len());
    let reading = read(text, &[Section { span, part }], None);
    let mut out = String::new();
    for clause in &reading.clauses {
        let stance = format!("{:?}", clause.stance).to_lowercase();
        let speaker = clause.speaker.map_or("", |speaker| speaker.of(text));
        let _ = writeln!(out, "{stance} [{speaker}] {}", clause.span.of(text));
    }
    out
}

#[test]
fn attribution_before_after_and_within() {
    insta::assert_snapshot!(stances("Officials said 40 people had died, but the union put the toll at 50."), @r"
    asserted [] Officials said
    attributed [Officials] 40 people had died,
    asserted [] but the union put
    attributed [the union] the toll at 50.
    ");
    insta::assert_snapshot!(stances("The fire lasted five hours, police said on Monday."), @r"
    attributed [police] The fire lasted five hours,
    asserted [] police said on Monday.
    ");
    insta::assert_snapshot!(stances("The toll, officials said, had reached 27."), @r"
    attributed [officials] The toll,
    asserted [] officials said
    attributed [officials] , had reached 27.
    ");
    insta::assert_snapshot!(stances("Nine people were missing, according to the coastguard, which leads the search."), @r"
    attributed [the coastguard] Nine people were missing,
    asserted [] according to the coastguard,
    asserted [] which leads the search.
    ");
    insta::assert_snapshot!(stances("Hale, a spokesman for the port, said the pier was shut."), @r"
    asserted [] Hale, a spokesman for the port, said
    attributed [Hale, a spokesman for the port] the pier was shut.
    ");
    insta::assert_snapshot!(stances("The governor was quoted by the agency as saying the quake killed 10."), @r"
    asserted [] The governor was quoted by the agency as saying
    attributed [The governor] the quake killed 10.
    ");
    insta::assert_snapshot!(stances("The raid reportedly killed 12 people."), @r"
    asserted [] The raid reportedly
    attributed [] killed 12 people.
    ");
}

#[test]
fn verbs_that_are_no_speech_attribute_nothing() {
    insta::assert_snapshot!(stances("No one claimed responsibility for the blast, which a rebel group was blamed for."), @r"
    asserted [] No one claimed responsibility for the blast,
    asserted [] which a rebel group was blamed for.
    ");
    insta::assert_snapshot!(stances("The talks were announced an hour before they began."), @"asserted [] The talks were announced an hour before they began.");
}

#[test]
fn quotations_have_their_speaker() {
    insta::assert_snapshot!(stances("“We were lucky,” said Tomas Berg, the minister. “It lasted 55 minutes.”"), @r"
    quoted [Tomas Berg] “We were lucky,”
    asserted [] said Tomas Berg, the minister.
    quoted [Tomas Berg] “It lasted 55 minutes.”
    ");
    insta::assert_snapshot!(stances("The ministry described the talks as “frank and useful”."), @r"
    asserted [] The ministry described the talks as
    quoted [The ministry] “frank and useful”
    asserted [] .
    ");
    insta::assert_snapshot!(stances("“Nobody slept. It was a long night,” Hale said."), @r"
    quoted [Hale] “Nobody slept.
    quoted [Hale] It was a long night,”
    asserted [] Hale said.
    ");
}

#[test]
fn denial_plan_condition_and_correction() {
    insta::assert_snapshot!(stances("The ministry denied that 40 people had died in the blaze."), @r"
    asserted [] The ministry denied that
    denied [The ministry] 40 people had died in the blaze.
    ");
    insta::assert_snapshot!(stances("He was scheduled to meet the king for 30 minutes, but the meeting lasted two hours."), @r"
    asserted [] He was
    planned [] scheduled to meet the king for 30 minutes,
    asserted [] but the meeting lasted two hours.
    ");
    insta::assert_snapshot!(stances("If the toll reaches 100, it would be the worst fire in a decade."), @"conditional [] If the toll reaches 100, it would be the worst fire in a decade.");
    insta::assert_snapshot!(stances("The toll rose to 27 from 19 on Friday."), @r"
    asserted [] The toll rose to 27
    superseded [] from 19
    asserted [] on Friday.
    ");
    insta::assert_snapshot!(stances("The blast was initially put at magnitude 4.4."), @r"
    asserted [] The blast was
    superseded [] initially put at magnitude 4.4.
    ");
    insta::assert_snapshot!(stances("Reports that the Orla sank are false."), @"denied [] Reports that the Orla sank are false.");
    insta::assert_snapshot!(stances_in("An earlier version of this article said the meeting lasted 53 minutes.", Part::Correction), @r"
    asserted [] An earlier version of this article
    superseded [] said the meeting lasted 53 minutes.
    ");
}

#[test]
fn a_headline_names_its_speaker_behind_a_colon() {
    insta::assert_snapshot!(stances_in("Ferry fire kills ten: police", Part::Headline), @r"
    attributed [police] Ferry fire kills ten
    asserted [] :
    asserted [] police
    ");
    insta::assert_snapshot!(stances_in("Officials: ferry fire kills ten", Part::Headline), @r"
    asserted [] Officials:
    attributed [Officials] ferry fire kills ten
    ");
}

#[test]
fn a_negation_denies_the_value_it_governs_and_no_other() {
    let stance = |text: &str| read(text, &[], None).mentions[0].stance;
    assert_eq!(
        stance("The meeting did not last 53 minutes."),
        Stance::Denied
    );
    assert_eq!(
        stance("The talks did not bring the hoped-for peace in their 35 minutes."),
        Stance::Conditional
    );
    assert_eq!(
        stance("The 35-minute talks did not bring peace."),
        Stance::Asserted
    );
}

#[test]
fn without_commas_the_speaker_follows_what_is_said() {
    insta::assert_snapshot!(stances("Air strikes killed 250 people on Sunday the Orrin Observatory for Human Rights said."), @"
    attributed [the Orrin Observatory for Human Rights] Air strikes killed 250 people on Sunday
    asserted [] the Orrin Observatory for Human Rights said.
    ");
    insta::assert_snapshot!(stances("A bomb killed 48 people Dornian state television reported."), @"
    attributed [Dornian state television] A bomb killed 48 people
    asserted [] Dornian state television reported.
    ");
    insta::assert_snapshot!(stances("He did in three days what the officials said."), @"
    asserted [] He did in three days what the officials said
    attributed [the officials] .
    ");
    insta::assert_snapshot!(stances("A minister and 12 soldiers said."), @"
    asserted [] A minister and 12 soldiers said
    attributed [A minister and 12 soldiers] .
    ");
}
