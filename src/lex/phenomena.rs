//! What is read in one wording after the other, for each phenomenon.

mod ages;
mod changes;
mod everywhere;
mod lengths;
mod measures;
mod names;
mod numbered;
mod people;

use super::found::Context;
use super::found::values;
use super::hedge;
use super::scan;
use super::token::Stretch;
use crate::value::Value;

/// One line a text: kind, core, hedge or noun, and what it says.
fn read(texts: &[&str]) -> String {
    texts.iter().map(|text| line(text)).collect()
}

#[expect(
    clippy::format_push_string,
    clippy::semicolon_if_nothing_returned,
    reason = "a test's own printing"
)]
fn line(text: &str) -> String {
    let mut tokens = Vec::new();
    scan::tokens(text, 0..text.len(), &mut tokens);
    let stretch = Stretch::new(text, &tokens);
    let words = stretch.words();
    let mut found = Vec::new();
    values(words, &Context::default(), &mut found);
    let mut out = format!("{text} =>");
    for mut one in found {
        let kind = format!("{:?}", one.value.kind()).to_lowercase();
        out += &format!(" {kind} [{}]", one.core.of(text));
        if let Some(hedge) = one.hedge {
            out += &format!(" ({})", hedge.of(text));
        }
        if let Some(noun) = one.noun {
            out += &format!(" of {}", noun.of(text));
        }
        match &one.value {
            Value::Money { currency, .. } => {
                out += &format!(" {}", String::from_utf8_lossy(&currency.0))
            }
            Value::Quantity { unit, .. } => out += &format!(" {}", unit.symbol),
            Value::Percent { points: true, .. } => out += " points",
            Value::Count {
                tally: Some(tally), ..
            } => out += &format!(" {tally:?}").to_lowercase(),
            Value::Frequency(measure) => {
                out += &format!(" {:.3} a day", measure.stated.lo * 86_400.0)
            }
            _ => {}
        }
        if let Some(measure) = hedge::measure_mut(&mut one.value) {
            let (lo, hi) = (measure.stated.lo, measure.stated.hi);
            let short = |x: f64| format!("{}", (x * 1e4).round() / 1e4);
            out += &if lo.to_bits() == hi.to_bits() {
                format!(" = {}", short(lo))
            } else {
                format!(" = {}..{}", short(lo), short(hi))
            };
        }
        out += ";";
    }
    out + "\n"
}

#[test]
fn cardinals_in_digits_and_words() {
    insta::assert_snapshot!(read(&[
        "41 ferries sank.",
        "The town has 12,500 voters.",
        "It sold 1.5 million books.",
        "twenty-one thousand and eleven votes",
        "4 thousand 3 hundred and 21 votes",
        "He owns 10bn shares.",
        "a dozen eggs",
        "Scores of people marched.",
        "tens of thousands of people",
    ]), @r"
    41 ferries sank. => count [41] of ferries = 41;
    The town has 12,500 voters. => count [12,500] of voters = 12500;
    It sold 1.5 million books. => count [1.5 million] of books = 1500000;
    twenty-one thousand and eleven votes => count [twenty-one thousand and eleven] of votes = 21011;
    4 thousand 3 hundred and 21 votes => count [4 thousand 3 hundred and 21] of votes = 4321;
    He owns 10bn shares. => count [10bn] of shares = 10000000000;
    a dozen eggs => count [a dozen] of eggs = 12;
    Scores of people marched. => count [Scores] of people = 40;
    tens of thousands of people => count [tens of thousands] of people = 20000;
    ");
}

#[test]
fn fractions() {
    insta::assert_snapshot!(read(&[
        "Half of the fleet sank.",
        "Two thirds of voters agreed.",
        "About a third of members abstained.",
        "two in five households",
        "It fell by three-quarters.",
        "five and a half million people",
    ]), @r"
    Half of the fleet sank. => number [Half] = 0.5;
    Two thirds of voters agreed. => number [Two thirds] of voters = 0.6667;
    About a third of members abstained. => number [a third] (About) of members = 0.3333;
    two in five households => number [two in five] of households = 0.4;
    It fell by three-quarters. => number [three-quarters] = 0.75;
    five and a half million people => count [five and a half million] of people = 5500000;
    ");
}

#[test]
fn ordinals_are_not_seconds() {
    insta::assert_snapshot!(read(&[
        "It was the eleventh attempt.",
        "his 21st win",
        "the twenty-fifth ship",
        "It rang a second later.",
        "He finished 30 seconds before the bell.",
        "She had second thoughts.",
    ]), @r"
    It was the eleventh attempt. => ordinal [eleventh];
    his 21st win => ordinal [21st];
    the twenty-fifth ship => ordinal [twenty-fifth];
    It rang a second later. =>
    He finished 30 seconds before the bell. => duration [30 seconds] = 30;
    She had second thoughts. =>
    ");
}

#[test]
fn ranges() {
    insta::assert_snapshot!(read(&[
        "two to three hours",
        "between 5 and 7 people",
        "10-15 ships",
        "$5m to $7m",
        "2 - ~7 litres",
        "from 10 dollars to 20 dollars",
        "40 percent to 70 percent",
    ]), @r"
    two to three hours => duration [two to three hours] = 7200..10800;
    between 5 and 7 people => count [5 and 7] (between) of people = 5..7;
    10-15 ships => count [10-15] of ships = 10..15;
    $5m to $7m => money [$5m to $7m] USD = 5000000..7000000;
    2 - ~7 litres => quantity [2 - ~7 litres] l = 2..7;
    from 10 dollars to 20 dollars => money [10 dollars to 20 dollars] (from) USD = 10..20;
    40 percent to 70 percent => percent [40 percent to 70 percent] = 40..70;
    ");
}

#[test]
fn hedges_before_a_number() {
    insta::assert_snapshot!(read(&[
        "more than 40 ships",
        "at least 40 ships",
        "nearly 300 officers",
        "just under 300 officers",
        "about 300 officers",
        "Some 2,300 residents left.",
        "no fewer than 12 ships",
        "up to 12 ships",
        "as many as 80 people",
        "a few ships",
        "several ships",
        "fewer than ten ships",
        "well over 100 ships",
        "in excess of 30 ships",
        "an about-three-hour meeting",
    ]), @r"
    more than 40 ships => count [40] (more than) of ships = 40..inf;
    at least 40 ships => count [40] (at least) of ships = 40..inf;
    nearly 300 officers => count [300] (nearly) of officers = -inf..300;
    just under 300 officers => count [300] (just under) of officers = -inf..300;
    about 300 officers => count [300] (about) of officers = 300;
    Some 2,300 residents left. => count [2,300] (Some) of residents = 2300;
    no fewer than 12 ships => count [12] (no fewer than) of ships = 12..inf;
    up to 12 ships => count [12] (up to) of ships = -inf..12;
    as many as 80 people => count [80] (as many as) of people = -inf..80;
    a few ships => count [a few] of ships = 3;
    several ships => count [several] of ships = 3;
    fewer than ten ships => count [ten] (fewer than) of ships = -inf..10;
    well over 100 ships => count [100] (well over) of ships = 100..inf;
    in excess of 30 ships => count [30] (in excess of) of ships = 30..inf;
    an about-three-hour meeting => duration [three-hour] (about-) = 10800;
    ");
}

#[test]
fn hedges_after_a_number() {
    insta::assert_snapshot!(read(&[
        "an hour or so",
        "12 or more ships",
        "100+ titles",
        "three hours at least",
        "20 minutes tops",
    ]), @"
    an hour or so => duration [an hour] (or so) = 3600;
    12 or more ships => number [12] (or more) = 12..inf;
    100+ titles => count [100] (+) of titles = 100..inf;
    three hours at least => duration [three hours] (at least) = 10800..inf;
    20 minutes tops => duration [20 minutes] (tops) = -inf..1200;
    ");
}

#[test]
fn durations() {
    insta::assert_snapshot!(read(&[
        "35-minute",
        "It took 3h 20m to cool.",
        "an hour and a half",
        "a two-and-a-half-hour talk",
        "half an hour",
        "five years",
        "1 hour fifteen",
        "one hour, 20 minutes",
        "three-quarters of an hour",
        "a couple of days",
        "nearly half a decade",
        "a day or two",
        "two more minutes",
    ]), @r"
    35-minute => duration [35-minute] = 2100;
    It took 3h 20m to cool. => duration [3h 20m] = 12000;
    an hour and a half => duration [an hour and a half] = 5400;
    a two-and-a-half-hour talk => duration [two-and-a-half-hour] = 9000;
    half an hour => duration [half an hour] = 1800;
    five years => duration [five years] = 157680000;
    1 hour fifteen => duration [1 hour fifteen] = 4500;
    one hour, 20 minutes => duration [one hour, 20 minutes] = 4800;
    three-quarters of an hour => duration [three-quarters of an hour] = 2700;
    a couple of days => duration [a couple of days] = 172800;
    nearly half a decade => duration [half a decade] (nearly) = -inf..157680000;
    a day or two => duration [a day or two] = 86400..172800;
    two more minutes => duration [two more minutes] = 120;
    ");
}

#[test]
fn over_before_a_duration_is_across_or_more_than() {
    insta::assert_snapshot!(read(&[
        "It lasted over two days.",
        "They held talks over two days.",
    ]), @r"
    It lasted over two days. => duration [two days] (over) = 172800..inf;
    They held talks over two days. => duration [two days] = 172800;
    ");
}

#[test]
fn a_length_that_is_said_per_something_is_no_duration() {
    insta::assert_snapshot!(read(&[
        "60 miles an hour",
        "twice a day",
        "$5 a year",
        "15% a year",
    ]), @r"
    60 miles an hour => quantity [60 miles an hour] mph = 60;
    twice a day => frequency [twice a day] 2.000 a day;
    $5 a year => money [$5] USD = 5;
    15% a year => percent [15%] = 15;
    ");
}

#[test]
fn ages() {
    insta::assert_snapshot!(read(&[
        "a 53-year-old man",
        "Marta Oduya, 53, said",
        "aged between 19 and 25",
        "ten months old",
        "Oduya (53) left",
        "He died at the age of 80.",
    ]), @r"
    a 53-year-old man => age [53-year-old] = 53;
    Marta Oduya, 53, said => age [53] = 53;
    aged between 19 and 25 => age [19 and 25] (between) = 19..25;
    ten months old => age [ten months old] = 0.8219;
    Oduya (53) left => number [53] = 53;
    He died at the age of 80. => age [80] = 80;
    ");
}

#[test]
fn frequencies() {
    insta::assert_snapshot!(read(&[
        "twice a day",
        "once every four years",
        "three times a week",
        "every two hours",
    ]), @r"
    twice a day => frequency [twice a day] 2.000 a day;
    once every four years => frequency [once every four years] 0.001 a day;
    three times a week => frequency [three times a week] 0.429 a day;
    every two hours => frequency [every two hours] 12.000 a day;
    ");
}

#[test]
fn money() {
    insta::assert_snapshot!(read(&[
        "$5",
        "up to €650m",
        "USD 200",
        "125 million Australian dollars",
        "197 pence",
        "3 dollars 50 cents",
        "30 MUSD",
        "£1.5bn (€1.7bn)",
        "Rs. 500",
        "HK$20",
        "a dollar and 42 cents",
        "5 million pounds",
        "300 million won",
    ]), @r"
    $5 => money [$5] USD = 5;
    up to €650m => money [€650m] (up to) EUR = -inf..650000000;
    USD 200 => money [USD 200] USD = 200;
    125 million Australian dollars => money [125 million Australian dollars] AUD = 125000000;
    197 pence => money [197 pence] GBP = 1.97;
    3 dollars 50 cents => money [3 dollars 50 cents] USD = 3.5;
    30 MUSD => money [30 MUSD] USD = 30000000;
    £1.5bn (€1.7bn) => money [£1.5bn] GBP = 1500000000; money [€1.7bn] EUR = 1700000000;
    Rs. 500 => money [Rs. 500] INR = 500;
    HK$20 => money [HK$20] HKD = 20;
    a dollar and 42 cents => money [a dollar and 42 cents] USD = 1.42;
    5 million pounds => money [5 million pounds] GBP = 5000000;
    300 million won => money [300 million won] KRW = 300000000;
    ");
}

#[test]
fn percentages_and_points() {
    insta::assert_snapshot!(read(&[
        "3.1 percent",
        "12-per-cent",
        "0.5 percentage points",
        "25 basis points",
        "between 40 and 80 percent",
        "15 %",
    ]), @r"
    3.1 percent => percent [3.1 percent] = 3.1;
    12-per-cent => percent [12-per-cent] = 12;
    0.5 percentage points => percent [0.5 percentage points] points = 0.5;
    25 basis points => percent [25 basis points] points = 0.25;
    between 40 and 80 percent => percent [40 and 80 percent] (between) = 40..80;
    15 % => percent [15 %] = 15;
    ");
}

#[test]
fn quantities() {
    insta::assert_snapshot!(read(&[
        "a six-mile trip",
        "10 1/2 miles",
        "5 feet and 2 inches",
        "37°C",
        "28 degrees Celsius",
        "winds of 90 km/h",
        "a 45-acre farm",
        "1,500 square kilometres",
        "a magnitude of 6.1",
        "6.1 on the Richter scale",
        "minus 5 degrees",
        "80,000 tonnes of grain",
    ]), @r"
    a six-mile trip => quantity [six-mile] mi = 6;
    10 1/2 miles => quantity [10 1/2 miles] mi = 10.5;
    5 feet and 2 inches => quantity [5 feet and 2 inches] ft = 5.1667;
    37°C => quantity [37°C] °C = 37;
    28 degrees Celsius => quantity [28 degrees Celsius] °C = 28;
    winds of 90 km/h => quantity [90 km/h] km/h = 90;
    a 45-acre farm => quantity [45-acre] acre = 45;
    1,500 square kilometres => quantity [1,500 square kilometres] km² = 1500;
    a magnitude of 6.1 => quantity [6.1] magnitude = 6.1;
    6.1 on the Richter scale => quantity [6.1 on the Richter scale] magnitude = 6.1;
    minus 5 degrees => quantity [minus 5 degrees] ° = -5;
    80,000 tonnes of grain => quantity [80,000 tonnes] t = 80000;
    ");
}

#[test]
fn a_tally_counts_people_and_only_the_part_it_is_told_of() {
    insta::assert_snapshot!(read(&[
        "The fire killed no one.",
        "The blast injured nobody.",
        "It killed no passengers.",
        "Five of the six crew members were killed.",
        "Three of the 12 passengers were injured.",
        "All of the six people aboard were killed.",
        "One of the six people killed was a child.",
        "The crash killed two dogs.",
        "Twenty cows died.",
        "A police officer shot and wounded a man.",
        "He shot dead two guards.",
    ]), @"
    The fire killed no one. => count [no one] killed = 0;
    The blast injured nobody. => count [nobody] injured = 0;
    It killed no passengers. => count [no] of passengers killed = 0;
    Five of the six crew members were killed. => count [Five] of crew members killed = 5; count [six] of crew members = 6;
    Three of the 12 passengers were injured. => count [Three] of passengers injured = 3; count [12] of passengers = 12;
    All of the six people aboard were killed. => count [six] of people killed = 6;
    One of the six people killed was a child. => count [six] of people killed = 6;
    The crash killed two dogs. => count [two] of dogs = 2;
    Twenty cows died. => count [Twenty] of cows = 20;
    A police officer shot and wounded a man. => count [a] of man injured = 1;
    He shot dead two guards. => count [two] of guards killed = 2;
    ");
}

#[test]
fn counts_and_what_became_of_them() {
    insta::assert_snapshot!(read(&[
        "At least 41 dead.",
        "The blast went off, killing four.",
        "Two women were injured.",
        "No one was hurt.",
        "Nobody was killed.",
        "killing four people and wounding six others",
        "The death toll rose to 27.",
        "There were no injuries.",
        "Twelve people are killed and some 60 hurt.",
        "A man was shot dead.",
        "12 arrests",
        "Police arrested 12 men.",
    ]), @r"
    At least 41 dead. => count [41] (At least) of dead killed = 41..inf;
    The blast went off, killing four. => count [four] killed = 4;
    Two women were injured. => count [Two] of women injured = 2;
    No one was hurt. => count [No one] injured = 0;
    Nobody was killed. => count [Nobody] killed = 0;
    killing four people and wounding six others => count [four] of people killed = 4; count [six] of others injured = 6;
    The death toll rose to 27. => count [27] killed = 27;
    There were no injuries. => count [no] of injuries injured = 0;
    Twelve people are killed and some 60 hurt. => count [Twelve] of people killed = 12; count [60] (some) injured = 60;
    A man was shot dead. => count [A] of man killed = 1;
    12 arrests => count [12] of arrests arrested = 12;
    Police arrested 12 men. => count [12] of men arrested = 12;
    ");
}

#[test]
fn numbers_in_names_are_no_counts() {
    insta::assert_snapshot!(read(&[
        "the 25th Amendment",
        "Flight 370 vanished.",
        "the G20 leaders",
        "Boeing 747",
        "Article 5",
        "No. 10",
        "the 2600 block of Elm Street",
        "Call 555-1212 now.",
        "open 24/7",
        "Covid-19",
        "one of the ships",
        "the one you saw",
        "No one came.",
        "scp-173m",
        "24703L202",
        "1600 Pine Tree Avenue",
    ]), @r"
    the 25th Amendment => ordinal [25th];
    Flight 370 vanished. =>
    the G20 leaders =>
    Boeing 747 =>
    Article 5 =>
    No. 10 =>
    the 2600 block of Elm Street =>
    Call 555-1212 now. =>
    open 24/7 =>
    Covid-19 =>
    one of the ships =>
    the one you saw =>
    No one came. =>
    scp-173m =>
    24703L202 =>
    1600 Pine Tree Avenue =>
    ");
}

#[test]
fn tokenised_text_and_odd_blanks() {
    insta::assert_snapshot!(read(&[
        "a 6 . 1 - magnitude quake",
        "killed 26 , 000 people",
        "in the U . S . for 3 . 5 hours",
        "12\u{a0}000 people",
        "5\u{2009}km",
        "two\u{2014}three hours",
        "35\u{2011}minute",
    ]), @r"
    a 6 . 1 - magnitude quake => quantity [6 . 1 - magnitude] magnitude = 6.1;
    killed 26 , 000 people => count [26 , 000] of people killed = 26000;
    in the U . S . for 3 . 5 hours => duration [3 . 5 hours] = 12600;
    12 000 people => count [12 000] of people = 12000;
    5 km => quantity [5 km] km = 5;
    two—three hours => duration [two—three hours] = 7200..10800;
    35‑minute => duration [35‑minute] = 2100;
    ");
}
