//! Numbers that tell which one, not how many.

use super::read;

#[test]
fn laws_and_cases() {
    insta::assert_snapshot!(read(&[
        "Charges under 18 U.S.C. 1030 were dropped.",
        "It cited 347 U.S. 483 and 28 C.F.R. § 50.",
        "Section 53(2) of the act applies.",
        "Articles 370 and 35A were read.",
        "He read verses 6 through 11.",
        "His 401(k) is empty and the 10-K is late.",
        "S.B. 8 and A.B. 5 were signed.",
        "In the U.S. 41 people died.",
        "Law No. 7 of 1979 applies.",
    ]), @"
    Charges under 18 U.S.C. 1030 were dropped. =>
    It cited 347 U.S. 483 and 28 C.F.R. § 50. =>
    Section 53(2) of the act applies. =>
    Articles 370 and 35A were read. =>
    He read verses 6 through 11. =>
    His 401(k) is empty and the 10-K is late. =>
    S.B. 8 and A.B. 5 were signed. =>
    In the U.S. 41 people died. => count [41] of people killed = 41;
    Law No. 7 of 1979 applies. =>
    ");
}

#[test]
fn roads_addresses_and_places() {
    insta::assert_snapshot!(read(&[
        "Traffic backed up on S.R. 44 near Exit 249.",
        "It hit the rail at mile marker 243.",
        "The 405 was jammed, and so was the 101 Freeway.",
        "The flat at 12 Rue Cler burned.",
        "A house at 57 E Old Mill Trail burned.",
        "It lies at 16.5°N and 59.4°W.",
        "The 18.42 to Keld was cut.",
        "The 42 bus was late.",
        "The 42 buses were late.",
    ]), @"
    Traffic backed up on S.R. 44 near Exit 249. =>
    It hit the rail at mile marker 243. =>
    The 405 was jammed, and so was the 101 Freeway. =>
    The flat at 12 Rue Cler burned. =>
    A house at 57 E Old Mill Trail burned. =>
    It lies at 16.5°N and 59.4°W. =>
    The 18.42 to Keld was cut. =>
    The 42 bus was late. =>
    The 42 buses were late. => count [42] of buses = 42;
    ");
}

#[test]
fn models_and_codes() {
    insta::assert_snapshot!(read(&[
        "the grounding of Boeing 777 airplanes",
        "It has 52 of the 777 planes.",
        "The iPhone 15 comes with a cable.",
        "F-16 and A-10 jets and an Antonov An-26 flew.",
        "The flaw, CVE-2023-4863, was closed.",
        "A 4K screen and his 401k",
        "Some 4K fans came.",
        "A 2016 Hyundai hit a tree.",
        "It shows 1920 x 1080 pixels.",
        "The 5 G network and the BA.5 strain",
        "Runway 27L was shut.",
        "The parcel, 24703L, was lost.",
        "A 747-400F landed.",
        "the .38 Special and an average of .300",
        "the 20/20 vision",
    ]), @"
    the grounding of Boeing 777 airplanes =>
    It has 52 of the 777 planes. => count [52] of planes = 52;
    The iPhone 15 comes with a cable. =>
    F-16 and A-10 jets and an Antonov An-26 flew. =>
    The flaw, CVE-2023-4863, was closed. =>
    A 4K screen and his 401k =>
    Some 4K fans came. => count [4K] (Some) of fans = 4000;
    A 2016 Hyundai hit a tree. =>
    It shows 1920 x 1080 pixels. =>
    The 5 G network and the BA.5 strain =>
    Runway 27L was shut. =>
    The parcel, 24703L, was lost. =>
    A 747-400F landed. =>
    the .38 Special and an average of .300 =>
    the 20/20 vision =>
    ");
}

#[test]
fn titles() {
    insta::assert_snapshot!(read(&[
        "He saw 8 Mile at the film club.",
        "The film 12 Monkeys was shown there.",
        "They like Nine Inch Nails a lot.",
        "Seven Network bought the rights.",
        "Six Flags and Five Guys hire.",
        "Six farms and five shops hire.",
        "The watchdog, Category One, spoke.",
        "It was seen by the firm Three too.",
        "She wants zero Covid and net zero.",
    ]), @"
    He saw 8 Mile at the film club. =>
    The film 12 Monkeys was shown there. =>
    They like Nine Inch Nails a lot. =>
    Seven Network bought the rights. =>
    Six Flags and Five Guys hire. =>
    Six farms and five shops hire. => count [Six] of farms = 6; count [five] of shops = 5;
    The watchdog, Category One, spoke. =>
    It was seen by the firm Three too. =>
    She wants zero Covid and net zero. =>
    ");
}

#[test]
fn places_in_an_order() {
    insta::assert_snapshot!(read(&[
        "It made the top five.",
        "The top 10 firms pay less.",
        "She reached the last 16 in Keld.",
        "The last 16 hostages were freed.",
        "Round two is on, and day 3 of the trial began.",
        "Year 11 pupils sat the test.",
        "the party's number two",
    ]), @"
    It made the top five. =>
    The top 10 firms pay less. => count [10] of firms = 10;
    She reached the last 16 in Keld. =>
    The last 16 hostages were freed. => count [16] of hostages = 16;
    Round two is on, and day 3 of the trial began. =>
    Year 11 pupils sat the test. =>
    the party's number two =>
    ");
}

#[test]
fn compounds_and_scores() {
    insta::assert_snapshot!(read(&[
        "a four-letter word",
        "a twelve-step programme",
        "an 18-wheeler",
        "a five-judge bench",
        "a three-match ban",
        "He went 3-for-4, then 4-under.",
        "He won 21-19, 18-21, 21-15.",
        "a 127-mile-marker",
        "She ended with figures of 5-45, seven not out.",
        "The 66 Diner and her song 22 are liked.",
        "Beside Lindqvist 4,000 marchers stood.",
    ]), @"
    a four-letter word =>
    a twelve-step programme =>
    an 18-wheeler =>
    a five-judge bench => number [five] = 5;
    a three-match ban => number [three] = 3;
    He went 3-for-4, then 4-under. =>
    He won 21-19, 18-21, 21-15. =>
    a 127-mile-marker =>
    She ended with figures of 5-45, seven not out. =>
    The 66 Diner and her song 22 are liked. =>
    Beside Lindqvist 4,000 marchers stood. => count [4,000] of marchers = 4000;
    ");
}

#[test]
fn volumes_moves_and_heavenly_bodies() {
    insta::assert_snapshot!(read(&[
        "It relied on 144 F.Supp.3d 1088 and 98 S.Ct. 2733.",
        "See 57 L.Ed.2d 750 and 12 Cal.App.4th 40.",
        "It cost 3 U.S. firms 12 jobs.",
        "He played 14.Be3, not 14.Nxf6, and 9...Nf6 lost.",
        "The toll rose to 14.The army came.",
        "The rocks 1999 RQ36 and 2024 YR4 flew by.",
        "In 1999 NATO flew there.",
        "She filed a 1040-EZ and a 1040-SR.",
        "a 100-MW plant",
        "They sat on move 10 for an hour.",
    ]), @"
    It relied on 144 F.Supp.3d 1088 and 98 S.Ct. 2733. =>
    See 57 L.Ed.2d 750 and 12 Cal.App.4th 40. =>
    It cost 3 U.S. firms 12 jobs. => count [3] of U.S. firms = 3; count [12] of jobs = 12;
    He played 14.Be3, not 14.Nxf6, and 9...Nf6 lost. =>
    The toll rose to 14.The army came. => count [14] killed = 14;
    The rocks 1999 RQ36 and 2024 YR4 flew by. =>
    In 1999 NATO flew there. => date [1999] (In);
    She filed a 1040-EZ and a 1040-SR. =>
    a 100-MW plant => quantity [100-MW] MW = 100;
    They sat on move 10 for an hour. => duration [an hour] = 3600;
    ");
}

#[test]
fn names_behind_digits_stations_and_desks() {
    insta::assert_snapshot!(read(&[
        "Next came 45 Commando with its guns.",
        "Next came 45 Chinese with their bags.",
        "The stage went to 21 Havoc and others.",
        "Listen on 93.9 FM or 92-95 FM.",
        "Text HELP to 741741 for advice.",
        "They sent 741741 to the fund.",
        "He restored a '57 Corvair.",
        "It beat Denby 28 to 14 at home.",
        "It cut jobs from 28 to 14.",
        "He lies at six under par.",
        "He was out for 88 off 120 balls.",
        "He was out for 12 weeks.",
        "The train 12841 was late, but they train 12 dogs.",
        "It was shown before (Kim et al., 2019).",
    ]), @"
    Next came 45 Commando with its guns. =>
    Next came 45 Chinese with their bags. => number [45] = 45;
    The stage went to 21 Havoc and others. =>
    Listen on 93.9 FM or 92-95 FM. =>
    Text HELP to 741741 for advice. =>
    They sent 741741 to the fund. => number [741741] = 741741;
    He restored a '57 Corvair. =>
    It beat Denby 28 to 14 at home. =>
    It cut jobs from 28 to 14. => number [28] = 28; number [14] = 14;
    He lies at six under par. =>
    He was out for 88 off 120 balls. => count [120] of balls = 120;
    He was out for 12 weeks. => duration [12 weeks] = 7257600;
    The train 12841 was late, but they train 12 dogs. => count [12] of dogs = 12;
    It was shown before (Kim et al., 2019). =>
    ");
}

#[test]
fn desks_minutes_and_lanes() {
    insta::assert_snapshot!(read(&[
        "Contact: Jo Dean (01462) 474353.",
        "He was booked in the 45+3rd minute.",
        "The fire at 24 The Brackens was put out.",
        "In the year (2019) 120 people died.",
    ]), @"
    Contact: Jo Dean (01462) 474353. =>
    He was booked in the 45+3rd minute. => ordinal [3rd];
    The fire at 24 The Brackens was put out. =>
    In the year (2019) 120 people died. => date [2019]; count [120] of people killed = 120;
    ");
}
