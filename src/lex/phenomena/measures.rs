//! Lengths, masses, money and numbers in every spelling.

use super::read;

#[test]
fn units_of_several_words() {
    insta::assert_snapshot!(read(&[
        "It covers 12 sq. miles.",
        "a reactor of 1,200 megawatt-hours",
        "gusts of 60 miles-per-hour",
        "a 100-kilometre-an-hour wind",
        "a 4,000-square-foot house",
        "40 metric tons",
        "0.3 nautical miles",
        "25 fl. oz",
        "30 pounds per square inch",
        "100 megabits per second",
    ]), @"
    It covers 12 sq. miles. => quantity [12 sq. miles] sq mi = 12;
    a reactor of 1,200 megawatt-hours => quantity [1,200 megawatt-hours] MWh = 1200;
    gusts of 60 miles-per-hour => quantity [60 miles-per-hour] mph = 60;
    a 100-kilometre-an-hour wind => quantity [100-kilometre-an-hour] km/h = 100;
    a 4,000-square-foot house => quantity [4,000-square-foot] sq ft = 4000;
    40 metric tons => quantity [40 metric tons] t = 40;
    0.3 nautical miles => quantity [0.3 nautical miles] nmi = 0.3;
    25 fl. oz => quantity [25 fl. oz] fl oz = 25;
    30 pounds per square inch => quantity [30 pounds per square inch] psi = 30;
    100 megabits per second => quantity [100 megabits per second] Mbit/s = 100;
    ");
}

#[test]
fn feet_and_inches_and_their_like() {
    insta::assert_snapshot!(read(&[
        "He is 5 ft 10 in tall.",
        "She is five foot ten.",
        "the 6-foot-2 guard",
        "a 5'10\" wall",
        "a 7-pound, 6-ounce baby",
        "12 stone 4 pounds",
        "a door 5ft10in high",
    ]), @r#"
    He is 5 ft 10 in tall. => quantity [5 ft 10 in] ft = 5.8333;
    She is five foot ten. => quantity [five foot ten] ft = 5.8333;
    the 6-foot-2 guard => quantity [6-foot-2] ft = 6.1667;
    a 5'10" wall => quantity [5'10"] ft = 5.8333;
    a 7-pound, 6-ounce baby => quantity [7-pound, 6-ounce] lb = 7.375;
    12 stone 4 pounds => quantity [12 stone 4 pounds] st = 12.2857;
    a door 5ft10in high => quantity [5ft10in] ft = 5.8333;
    "#);
}

#[test]
fn one_of_a_unit_and_parts_of_it() {
    insta::assert_snapshot!(read(&[
        "a mile long",
        "a kilometre away",
        "half-a-mile",
        "a three-quarter-mile walk",
        "hundreds of miles",
        "thousands of tons of grain",
        "a couple of tonnes",
        "5- to 10-metre waves",
        "3-1/2 miles",
    ]), @"
    a mile long => quantity [a mile] mi = 1;
    a kilometre away => quantity [a kilometre] km = 1;
    half-a-mile => quantity [half-a-mile] mi = 0.5;
    a three-quarter-mile walk => quantity [three-quarter-mile] mi = 0.75;
    hundreds of miles => quantity [hundreds of miles] mi = 200;
    thousands of tons of grain => quantity [thousands of tons] ton = 2000;
    a couple of tonnes => quantity [a couple of tonnes] t = 2;
    5- to 10-metre waves => quantity [5- to 10-metre] m = 5..10;
    3-1/2 miles => quantity [3-1/2 miles] mi = 3.5;
    ");
}

#[test]
fn letters_that_are_units_only_in_measures() {
    insta::assert_snapshot!(read(&[
        "It reached 40 C (104 F) on Tuesday.",
        "12 V batteries",
        "earnings of 14.7C a share",
        "the March 2021 C.P.I.",
        "Section 12 L",
        "24703 L 202",
        "a population of 3.5m.",
        "profits of 450m",
        "a 2.5m-high fence",
        "a 5G network",
    ]), @"
    It reached 40 C (104 F) on Tuesday. => quantity [40 C] °C = 40; quantity [104 F] °F = 104; date [Tuesday] (on);
    12 V batteries => quantity [12 V] V = 12;
    earnings of 14.7C a share =>
    the March 2021 C.P.I. => date [March 2021] (the);
    Section 12 L =>
    24703 L 202 =>
    a population of 3.5m. => number [3.5m] = 3500000;
    profits of 450m => number [450m] = 450000000;
    a 2.5m-high fence => quantity [2.5m] m = 2.5;
    a 5G network =>
    ");
}

#[test]
fn words_that_are_units_only_in_measures() {
    insta::assert_snapshot!(read(&[
        "She has two degrees from Turin.",
        "It is two degrees warmer.",
        "He put one foot in front of the other.",
        "two bits of news",
        "the 2010 Cup",
        "1.5 bar",
        "two bars in town",
        "12 MPs voted",
    ]), @"
    She has two degrees from Turin. => number [two] = 2;
    It is two degrees warmer. => quantity [two degrees] ° = 2;
    He put one foot in front of the other. =>
    two bits of news => number [two] = 2;
    the 2010 Cup => date [2010] (the);
    1.5 bar => quantity [1.5 bar] bar = 1.5;
    two bars in town => count [two] of bars = 2;
    12 MPs voted => number [12] = 12;
    ");
}

#[test]
fn magnitudes() {
    insta::assert_snapshot!(read(&[
        "a magnitude-6.1 quake",
        "a 6.1 quake",
        "The quake, first put at magnitude 4.4, was later measured at 4.8.",
        "6.1 on the Richter scale",
        "He was measured at 6.1 feet.",
    ]), @"
    a magnitude-6.1 quake => quantity [6.1] magnitude = 6.1;
    a 6.1 quake => quantity [6.1] magnitude = 6.1;
    The quake, first put at magnitude 4.4, was later measured at 4.8. => ordinal [first]; quantity [4.4] magnitude = 4.4; quantity [4.8] magnitude = 4.8;
    6.1 on the Richter scale => quantity [6.1 on the Richter scale] magnitude = 6.1;
    He was measured at 6.1 feet. => quantity [6.1 feet] ft = 6.1;
    ");
}

#[test]
fn thousands_marked_by_blanks() {
    insta::assert_snapshot!(read(&[
        "The runway is 2 800 metres long.",
        "1 250 000 homes",
        "€1 200",
        "Call 020 7946 0123.",
        "Flight 12 300 people missed",
    ]), @"
    The runway is 2 800 metres long. => quantity [2 800 metres] m = 2800;
    1 250 000 homes => count [1 250 000] of homes = 1250000;
    €1 200 => money [€1 200] EUR = 1200;
    Call 020 7946 0123. =>
    Flight 12 300 people missed => count [300] of people = 300;
    ");
}

#[test]
fn money_in_any_order() {
    insta::assert_snapshot!(read(&[
        "half a dollar",
        "a dollar and a half",
        "$2 and 50 cents",
        "five pounds and 20 pence",
        "50p",
        "99c",
        "2 € million",
        "a quarter of a million dollars",
        "tens of millions of dollars",
        "USD $5",
        "15 A$",
        "$15 Canadian dollars",
        "-$5 million",
        "a $20m-plus deal",
    ]), @"
    half a dollar => money [half a dollar] USD = 0.5;
    a dollar and a half => money [a dollar and a half] USD = 1.5;
    $2 and 50 cents => money [$2 and 50 cents] USD = 2.5;
    five pounds and 20 pence => money [five pounds and 20 pence] GBP = 5.2;
    50p => money [50p] GBP = 0.5;
    99c => money [99c] USD = 0.99;
    2 € million => money [2 € million] EUR = 2000000;
    a quarter of a million dollars => money [a quarter of a million dollars] USD = 250000;
    tens of millions of dollars => money [tens of millions of dollars] USD = 20000000;
    USD $5 => money [USD $5] USD = 5;
    15 A$ => money [15 A$] AUD = 15;
    $15 Canadian dollars => money [$15 Canadian dollars] CAD = 15;
    -$5 million => money [-$5 million] USD = -5000000;
    a $20m-plus deal => money [$20m] (-plus) USD = 20000000..inf;
    ");
}

#[test]
fn money_of_many_countries() {
    insta::assert_snapshot!(read(&[
        "212 million Swedish crowns",
        "40,000 Costa Rican colones",
        "R500 million",
        "MAD 5,000",
        "30 Trinidad and Tobago dollars",
        "Sh500",
        "12 lakh rupees",
        "TOP 10",
        "won 10 games",
    ]), @"
    212 million Swedish crowns => money [212 million Swedish crowns] SEK = 212000000;
    40,000 Costa Rican colones => money [40,000 Costa Rican colones] CRC = 40000;
    R500 million => money [R500 million] ZAR = 500000000;
    MAD 5,000 => money [MAD 5,000] MAD = 5000;
    30 Trinidad and Tobago dollars => money [30 Trinidad and Tobago dollars] TTD = 30;
    Sh500 => money [Sh500] KES = 500;
    12 lakh rupees => money [12 lakh rupees] INR = 1200000;
    TOP 10 =>
    won 10 games => count [10] of games = 10;
    ");
}

#[test]
fn ranges_of_money_and_changes() {
    insta::assert_snapshot!(read(&[
        "$20 to $30 million",
        "$5m to $7m",
        "Rice went from 50 rupees to 85 rupees a kilo.",
        "from 10 dollars to 20 dollars",
        "It rose from 5 percent to 7 percent.",
        "Support fell by four percentage points to 38%.",
    ]), @"
    $20 to $30 million => money [$20 to $30 million] USD = 20000000..30000000;
    $5m to $7m => money [$5m to $7m] USD = 5000000..7000000;
    Rice went from 50 rupees to 85 rupees a kilo. => money [50 rupees] INR = 50; money [85 rupees] INR = 85;
    from 10 dollars to 20 dollars => money [10 dollars to 20 dollars] (from) USD = 10..20;
    It rose from 5 percent to 7 percent. => percent [5 percent] = 5; percent [7 percent] = 7;
    Support fell by four percentage points to 38%. => percent [four percentage points] points = 4; percent [38%] = 38;
    ");
}

#[test]
fn parts_of_a_percent() {
    insta::assert_snapshot!(read(&[
        "half a percentage point",
        "a quarter of a percent",
        "by half a percent",
        "a half percent",
    ]), @"
    half a percentage point => percent [half a percentage point] points = 0.5;
    a quarter of a percent => percent [a quarter of a percent] = 0.25;
    by half a percent => percent [half a percent] = 0.5;
    a half percent => percent [a half percent] = 0.5;
    ");
}

#[test]
fn numbers_in_mixed_words() {
    insta::assert_snapshot!(read(&[
        "a million and a half people",
        "one-hundred-and-five ships",
        "3 millions",
        "a half dozen eggs",
        "three quarters of a million voters",
        "11 point 5 percent",
        "several dozen ships",
    ]), @"
    a million and a half people => count [a million and a half] of people = 1500000;
    one-hundred-and-five ships => count [one-hundred-and-five] of ships = 105;
    3 millions => number [3 millions] = 3000000;
    a half dozen eggs => count [a half dozen] of eggs = 6;
    three quarters of a million voters => count [three quarters of a million] of voters = 750000;
    11 point 5 percent => percent [11 point 5 percent] = 11.5;
    several dozen ships => count [several dozen] of ships = 36;
    ");
}

#[test]
fn lengths_of_time_without_a_number() {
    insta::assert_snapshot!(read(&[
        "a week-long strike",
        "an hour-long talk",
        "a yearlong ban",
        "for the past year and a half",
        "the whole day",
        "a year and a day",
        "1m 20s",
        "3/4 of an hour",
        "a 24-hour strike",
        "the hour is late",
    ]), @"
    a week-long strike => duration [a week] = 604800;
    an hour-long talk => duration [an hour] = 3600;
    a yearlong ban => duration [yearlong] = 31536000;
    for the past year and a half => duration [year and a half] = 47304000;
    the whole day => duration [whole day] = 86400;
    a year and a day => duration [a year and a day] = 31622400;
    1m 20s => duration [1m 20s] = 80;
    3/4 of an hour => duration [3/4 of an hour] = 2700;
    a 24-hour strike => duration [24-hour] = 86400;
    the hour is late =>
    ");
}

#[test]
fn sums_in_words_behind_a_currency() {
    insta::assert_snapshot!(read(&[
        "Rs two lakh, Rs. one crore and USD two million were paid.",
        "It needs Rs 1.5 lakh crore, or 20 thousand crore.",
        "The TOP three million firms pay.",
        "Rs three were lost.",
    ]), @"
    Rs two lakh, Rs. one crore and USD two million were paid. => money [Rs two lakh] INR = 200000; money [Rs. one crore] INR = 10000000; money [USD two million] USD = 2000000;
    It needs Rs 1.5 lakh crore, or 20 thousand crore. => money [Rs 1.5 lakh crore] INR = 1500000000000; number [20 thousand crore] = 200000000000;
    The TOP three million firms pay. => count [three million] of firms = 3000000;
    Rs three were lost. => number [three] = 3;
    ");
}

#[test]
fn just_short_of_and_shares_of_ten() {
    insta::assert_snapshot!(read(&[
        "It sold for just shy of $3 million.",
        "Not quite 30 homes are left, a shade over 2 km away.",
        "It is getting on for 60 years old; barely 40 came.",
        "Six in 10 voters and seven in ten teachers agreed.",
        "She was seventh in ten races, and six in 10 minutes fell.",
        "It makes 12 people a day ill, and 20 cars a week.",
    ]), @"
    It sold for just shy of $3 million. => money [$3 million] (just shy of) USD = -inf..3000000;
    Not quite 30 homes are left, a shade over 2 km away. => count [30] (Not quite) of homes = -inf..30; quantity [2 km] (a shade over) km = 2..inf;
    It is getting on for 60 years old; barely 40 came. => age [60 years old] (getting on for) = -inf..60; number [40] (barely) = 40;
    Six in 10 voters and seven in ten teachers agreed. => number [Six in 10] of voters = 0.6; number [seven in ten] of teachers = 0.7;
    She was seventh in ten races, and six in 10 minutes fell. => ordinal [seventh]; count [ten] of races = 10; number [six] = 6; duration [10 minutes] = 600;
    It makes 12 people a day ill, and 20 cars a week. => count [12] of people = 12; count [20] of cars = 20;
    ");
}

#[test]
fn degrees_below_zero_in_brackets() {
    insta::assert_snapshot!(read(&[
        "It fell to -25C (-13 F).",
        "It was -40 F in May.",
        "He lives in room A-40 F.",
    ]), @"
    It fell to -25C (-13 F). => quantity [-25C] °C = -25; quantity [-13 F] °F = -13;
    It was -40 F in May. => quantity [-40 F] °F = -40; date [May] (in);
    He lives in room A-40 F. =>
    ");
}

#[test]
fn rates_with_a_stop_are_no_hours() {
    insta::assert_snapshot!(read(&[
        "They scored at 4.56 an over and paid 5.20 a litre.",
        "Fuel sells at 1.45 a litre.",
        "At 7.30 a bomb went off.",
    ]), @"
    They scored at 4.56 an over and paid 5.20 a litre. => number [4.56] = 4.56; number [5.20] = 5.2;
    Fuel sells at 1.45 a litre. => number [1.45] = 1.45;
    At 7.30 a bomb went off. => time [7.30] (At);
    ");
}

#[test]
fn what_is_added_to_a_sum_bends_nothing() {
    insta::assert_snapshot!(read(&[
        "They signed him for £12m plus a potential £3m in add-ons.",
        "A $20m-plus deal and a cost of $20m plus.",
        "Spending hit £2 billion ($AUD3.8 billion).",
    ]), @"
    They signed him for £12m plus a potential £3m in add-ons. => money [£12m] GBP = 12000000; money [£3m] GBP = 3000000;
    A $20m-plus deal and a cost of $20m plus. => money [$20m] (-plus) USD = 20000000..inf; money [$20m] (plus) USD = 20000000..inf;
    Spending hit £2 billion ($AUD3.8 billion). => money [£2 billion] GBP = 2000000000; money [$AUD3.8 billion] AUD = 3800000000;
    ");
}
