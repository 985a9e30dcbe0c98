//! Ages of people, and people counted.

use super::read;

#[test]
fn ages_in_apposition_and_after_a_verb() {
    insta::assert_snapshot!(read(&[
        "Voss, 49, who leads the firm, resigned.",
        "The oldest victim was 91.",
        "She is 61.",
        "He was 3 and 2 up.",
        "It was 91.",
        "They were 12 in all.",
    ]), @"
    Voss, 49, who leads the firm, resigned. => age [49] = 49;
    The oldest victim was 91. => age [91] = 91;
    She is 61. => age [61] = 61;
    He was 3 and 2 up. => number [3] = 3; number [2] = 2;
    It was 91. => number [91] = 91;
    They were 12 in all. => number [12] = 12;
    ");
}

#[test]
fn ages_in_a_list() {
    insta::assert_snapshot!(read(&[
        "the pair, aged 24 and 27",
        "Two boys, 9 and 11, were found safe.",
        "The victims were 16, 17 and 20.",
        "children aged 3, 5 and 8",
        "Two boys, 9 cats and 11 dogs",
    ]), @"
    the pair, aged 24 and 27 => age [24] = 24; age [27] = 27;
    Two boys, 9 and 11, were found safe. => count [Two] of boys = 2; age [9] = 9; age [11] = 11;
    The victims were 16, 17 and 20. => age [16] = 16; age [17] = 17; age [20] = 20;
    children aged 3, 5 and 8 => age [3] = 3; age [5] = 5; age [8] = 8;
    Two boys, 9 cats and 11 dogs => count [Two] of boys = 2; count [9] of cats = 9; count [11] of dogs = 11;
    ");
}

#[test]
fn ages_at_an_event() {
    insta::assert_snapshot!(read(&[
        "He died on Tuesday at 94.",
        "At 61, she is the oldest to have done it.",
        "He turned 80.",
        "a boy of 12",
        "children under 5",
        "At 9, he rang.",
    ]), @"
    He died on Tuesday at 94. => date [Tuesday] (on); age [94] = 94;
    At 61, she is the oldest to have done it. => age [61] = 61;
    He turned 80. => age [80] = 80;
    a boy of 12 => age [12] = 12;
    children under 5 => age [5] (under) = -inf..5;
    At 9, he rang. => number [9] = 9;
    ");
}

#[test]
fn ages_by_decade() {
    insta::assert_snapshot!(read(&[
        "a man in his forties",
        "a woman in her mid-30s",
        "in their late 20s",
        "in the forties",
        "two in their teens",
    ]), @"
    a man in his forties => age [forties] = 40..49;
    a woman in her mid-30s => age [30s] = 30..39;
    in their late 20s => age [20s] = 20..29;
    in the forties => date [the forties] (in);
    two in their teens => number [two] = 2; age [teens] = 10..19;
    ");
}

#[test]
fn ages_in_smaller_units() {
    insta::assert_snapshot!(read(&[
        "a couple of years old",
        "18 months old",
        "a 3-week-old baby",
        "ages 3 to 11",
        "over 18 years of age",
    ]), @"
    a couple of years old => age [a couple of years old] = 2;
    18 months old => age [18 months old] = 1.4795;
    a 3-week-old baby => age [3-week-old] = 0.0575;
    ages 3 to 11 => age [3 to 11] = 3..11;
    over 18 years of age => age [18 years of age] (over) = 18..inf;
    ");
}

#[test]
fn nobody_and_only_one() {
    insta::assert_snapshot!(read(&[
        "There were no survivors.",
        "No one came.",
        "12,500 homes and one hospital",
        "one of the men",
        "at one point",
        "It was the only one.",
    ]), @"
    There were no survivors. => count [no] of survivors = 0;
    No one came. =>
    12,500 homes and one hospital => count [12,500] of homes = 12500; count [one] of hospital = 1;
    one of the men =>
    at one point =>
    It was the only one. =>
    ");
}

#[test]
fn tallies_in_lists_and_sentences() {
    insta::assert_snapshot!(read(&[
        "Deaths : 13 . Injured : 40 .",
        "The tally of the dead rose to 27 from 19.",
        "The number of dead has gone up to 318.",
        "Officers took 63 demonstrators into custody.",
        "The dead number 2,012, the ministry said.",
        "up to 12 dead",
    ]), @"
    Deaths : 13 . Injured : 40 . => count [13] killed = 13; count [40] injured = 40;
    The tally of the dead rose to 27 from 19. => count [27] killed = 27; count [19] killed = 19;
    The number of dead has gone up to 318. => count [318] killed = 318;
    Officers took 63 demonstrators into custody. => count [63] of demonstrators arrested = 63;
    The dead number 2,012, the ministry said. => number [2,012] = 2012;
    up to 12 dead => count [12] (up to) of dead killed = -inf..12;
    ");
}

#[test]
fn the_first_words_of_feasts_are_nouns_and_adjectives_elsewhere() {
    insta::assert_snapshot!(read(&[
        "Nine Indian sailors died.",
        "At least nine Israeli soldiers were killed.",
        "Twelve workers died.",
        "Three Chinese tourists were hurt.",
        "Five international flights left.",
        "Six veterans were arrested.",
        "One black car and five national parks were hit.",
        "In two Easter messages he said so.",
    ]), @"
    Nine Indian sailors died. => count [Nine] of Indian sailors killed = 9;
    At least nine Israeli soldiers were killed. => count [nine] (At least) of Israeli soldiers killed = 9..inf;
    Twelve workers died. => count [Twelve] of workers killed = 12;
    Three Chinese tourists were hurt. => count [Three] of Chinese tourists injured = 3;
    Five international flights left. => count [Five] of international flights = 5;
    Six veterans were arrested. => count [Six] of veterans arrested = 6;
    One black car and five national parks were hit. => count [five] of national parks = 5;
    In two Easter messages he said so. => number [two] = 2; date [Easter];
    ");
}

#[test]
fn one_of_them_behind_an_adjective() {
    insta::assert_snapshot!(read(&[
        "One female passenger was hurt.",
        "One elderly resident suffered burns.",
        "One resident's house burned.",
        "One bright morning came.",
        "One-passenger pods were tried.",
        "One can see why.",
    ]), @"
    One female passenger was hurt. => count [One] of female passenger injured = 1;
    One elderly resident suffered burns. => count [One] of elderly resident = 1;
    One resident's house burned. =>
    One bright morning came. =>
    One-passenger pods were tried. =>
    One can see why. =>
    ");
}

#[test]
fn one_by_trade_or_part() {
    insta::assert_snapshot!(read(&[
        "Only one witness spoke and one juror wept.",
        "One can witness it there.",
    ]), @"
    Only one witness spoke and one juror wept. => count [one] of juror = 1;
    One can witness it there. =>
    ");
}
