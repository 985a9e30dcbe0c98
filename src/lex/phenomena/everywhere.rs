//! Constructions of news from everywhere: superlatives with «in N years», steps told with «went from», margins, distances
//! within, rows of counts, naira and rand, none of the whole, and what only looks like them.

use super::read;

#[test]
fn the_worst_in_so_many_years_says_when_it_last_was_so() {
    insta::assert_snapshot!(read(&[
        "It was the worst flood in the valley in 40 years.",
        "Gold hit its highest level in more than 11 months.",
        "Rents rose at the highest rate for 14 months.",
        "The tallest tower was built in five years.",
        "He held the highest post for ten years.",
        "At most five ships sank in ten years.",
        "The rest of the work took ten years.",
    ]), @"
    It was the worst flood in the valley in 40 years. => since [40 years];
    Gold hit its highest level in more than 11 months. => since [11 months] (more than);
    Rents rose at the highest rate for 14 months. => since [14 months];
    The tallest tower was built in five years. => duration [five years] = 157680000;
    He held the highest post for ten years. => duration [ten years] = 315360000;
    At most five ships sank in ten years. => count [five] (At most) of ships = -inf..5; duration [ten years] = 315360000;
    The rest of the work took ten years. => duration [ten years] = 315360000;
    ");
}

#[test]
fn went_from_and_took_from_have_two_values() {
    insta::assert_snapshot!(read(&[
        "Its value went from $4 million to $62 million.",
        "The tax takes the bill from €300 to €420.",
        "The toll moved from 12 to 19.",
        "Fees range from £900 to £1,150.",
        "They are aged from 12 to 16.",
    ]), @"
    Its value went from $4 million to $62 million. => money [$4 million] USD = 4000000; money [$62 million] USD = 62000000;
    The tax takes the bill from €300 to €420. => money [€300] EUR = 300; money [€420] EUR = 420;
    The toll moved from 12 to 19. => count [12] killed = 12; count [19] killed = 19;
    Fees range from £900 to £1,150. => money [£900 to £1,150] (from) GBP = 900..1150;
    They are aged from 12 to 16. => age [12 to 16] (from) = 12..16;
    ");
}

#[test]
fn a_margin_is_not_below_zero_and_within_is_at_most() {
    insta::assert_snapshot!(read(&[
        "The poll is right to plus or minus 3 percentage points.",
        "It was minus 12C in Varn.",
        "The ship came within 200 metres of the shore.",
        "Shares were within 2% of their peak.",
        "From within 20 families the council chose its head.",
        "Rockets were seen over eight regions.",
        "Over eight regions lost power.",
    ]), @"
    The poll is right to plus or minus 3 percentage points. => percent [3 percentage points] points = 3;
    It was minus 12C in Varn. => quantity [minus 12C] °C = -12;
    The ship came within 200 metres of the shore. => quantity [200 metres] (within) m = -inf..200;
    Shares were within 2% of their peak. => percent [2%] (within) = -inf..2;
    From within 20 families the council chose its head. => count [20] of families = 20;
    Rockets were seen over eight regions. => count [eight] of regions = 8;
    Over eight regions lost power. => count [eight] (Over) of regions = 8..inf;
    ");
}

#[test]
fn counts_out_of_a_whole_and_in_a_row_are_counts() {
    insta::assert_snapshot!(read(&[
        "It shot down 110 out of 177 drones.",
        "Nine out of ten dentists agreed.",
        "Labour won 12 seats, the Conservatives 9 and the Greens 4.",
        "It flew 12 jets, the Boeing 777 and the Airbus 320.",
        "None of the 63 people on board was hurt.",
        "Nobody aboard died.",
    ]), @"
    It shot down 110 out of 177 drones. => count [110] of drones = 110; count [177] of drones = 177;
    Nine out of ten dentists agreed. => number [Nine out of ten] of dentists = 0.9;
    Labour won 12 seats, the Conservatives 9 and the Greens 4. => count [12] of seats = 12; number [9] = 9; number [4] = 4;
    It flew 12 jets, the Boeing 777 and the Airbus 320. => count [12] of jets = 12;
    None of the 63 people on board was hurt. => count [None] injured = 0; count [63] of people = 63;
    Nobody aboard died. => count [Nobody] killed = 0;
    ");
}

#[test]
fn letters_before_sums_are_money_and_before_roads_none() {
    insta::assert_snapshot!(read(&[
        "The clerk stole N11,265,000 and N2.4bn.",
        "The house sold for R1.2m, the farm for R2.5 million.",
        "They looted Rs 4 lakh and 200 grams of gold.",
        "Nurses wore N95 masks on the N25.",
        "The R21 and the R512 were flooded.",
        "A 1080p film was shown.",
    ]), @"
    The clerk stole N11,265,000 and N2.4bn. => money [N11,265,000] NGN = 11265000; money [N2.4bn] NGN = 2400000000;
    The house sold for R1.2m, the farm for R2.5 million. => money [R1.2m] ZAR = 1200000; money [R2.5 million] ZAR = 2500000;
    They looted Rs 4 lakh and 200 grams of gold. => money [Rs 4 lakh] INR = 400000; quantity [200 grams] g = 200;
    Nurses wore N95 masks on the N25. =>
    The R21 and the R512 were flooded. =>
    A 1080p film was shown. =>
    ");
}

#[test]
fn papers_and_lists_are_numbered() {
    insta::assert_snapshot!(read(&[
        "The judges cited R v Lund [2018] EWCA Crim 499 and (2014) 88 ALJR 947.",
        "The plea is Writ Petition No 682 of 2021.",
        "He broke the Information Technology Act, 2000, and the Clean Rivers Act of 1972.",
        "The act was passed in 1972.",
        "Lanes one and two were shut between junctions 16 and 17.",
        "Two lanes and one bridge were shut.",
        "Kenya were bowled out for 212, Okoro (4/95) the best.",
        "It flew Boeing 777s.",
        "The suspect ran 777s behind.",
    ]), @"
    The judges cited R v Lund [2018] EWCA Crim 499 and (2014) 88 ALJR 947. =>
    The plea is Writ Petition No 682 of 2021. =>
    He broke the Information Technology Act, 2000, and the Clean Rivers Act of 1972. =>
    The act was passed in 1972. => date [1972] (in);
    Lanes one and two were shut between junctions 16 and 17. =>
    Two lanes and one bridge were shut. => count [Two] of lanes = 2; count [one] of bridge = 1;
    Kenya were bowled out for 212, Okoro (4/95) the best. =>
    It flew Boeing 777s. =>
    The suspect ran 777s behind. => duration [777s] = 777;
    ");
}

#[test]
fn a_letter_apart_is_a_unit_only_of_what_is_measured() {
    insta::assert_snapshot!(read(&[
        "A 3 g network was switched off.",
        "A 3 g dose was given.",
        "Two Newtons lived there.",
        "It took two newtons to move.",
        "The K-12 m code was lost.",
        "A foot of snow and up to an inch of rain fell.",
        "He set a foot wrong.",
    ]), @"
    A 3 g network was switched off. => number [3] = 3;
    A 3 g dose was given. => quantity [3 g] g = 3;
    Two Newtons lived there. => number [Two] = 2;
    It took two newtons to move. => quantity [two newtons] N = 2;
    The K-12 m code was lost. =>
    A foot of snow and up to an inch of rain fell. => quantity [A foot] ft = 1; quantity [an inch] (up to) in = -inf..1;
    He set a foot wrong. =>
    ");
}

#[test]
fn blanks_groups_votes_and_lines_are_told_apart() {
    insta::assert_snapshot!(read(&[
        "It needs about 800 000 tonnes of maize.",
        "A group of 104 pilgrims prayed with the Group of 20.",
        "It sat in a 120-seat hall, not at 555-1212.",
        "Twenty-odd cows and 10,000-plus hens died.",
        "It passed by 8 to 1.",
        "It rose by 8 to 41.",
        "Call the 105 reporting line, quote incident 412.",
        "The car, UP 53 FT 7623, was 53 ft away.",
    ]), @"
    It needs about 800 000 tonnes of maize. => quantity [800 000 tonnes] (about) t = 800000;
    A group of 104 pilgrims prayed with the Group of 20. => count [104] of pilgrims = 104;
    It sat in a 120-seat hall, not at 555-1212. => number [120] = 120;
    Twenty-odd cows and 10,000-plus hens died. => count [Twenty] (odd) of cows = 20; count [10,000] (plus) of hens = 10000..inf;
    It passed by 8 to 1. =>
    It rose by 8 to 41. => number [8] = 8; number [41] = 41;
    Call the 105 reporting line, quote incident 412. =>
    The car, UP 53 FT 7623, was 53 ft away. => number [53] = 53; quantity [53 ft] ft = 53;
    ");
}
