//! Lengths of time that have no count of units, and what only looks like one.

use super::read;

#[test]
fn one_more_of_a_unit() {
    insta::assert_snapshot!(read(&[
        "It lasted another hour.",
        "They stayed for another week.",
        "Another day, another scandal.",
        "It took an additional hour.",
        "It took a calendar month.",
        "It took two fiscal years.",
        "They will meet on another day.",
    ]), @"
    It lasted another hour. => duration [another hour] = 3600;
    They stayed for another week. => duration [another week] = 604800;
    Another day, another scandal. =>
    It took an additional hour. => duration [an additional hour] = 3600;
    It took a calendar month. => duration [a calendar month] = 2592000;
    It took two fiscal years. => duration [two fiscal years] = 63072000;
    They will meet on another day. =>
    ");
}

#[test]
fn units_in_the_plural_are_not_one() {
    insta::assert_snapshot!(read(&[
        "It was a decades-long war.",
        "It was an hours-long talk.",
        "It was a months-long siege.",
        "It was a year-long siege.",
        "It was a day-long talk.",
    ]), @"
    It was a decades-long war. =>
    It was an hours-long talk. =>
    It was a months-long siege. =>
    It was a year-long siege. => duration [a year] = 31536000;
    It was a day-long talk. => duration [a day] = 86400;
    ");
}

#[test]
fn a_whole_day_and_one_and_a_half_hours() {
    insta::assert_snapshot!(read(&[
        "It lasted the whole day.",
        "It lasted the entire year.",
        "It lasted hour and a half.",
        "It took 1:30 hours.",
        "The whole of it was lost.",
    ]), @"
    It lasted the whole day. => duration [whole day] = 86400;
    It lasted the entire year. => duration [entire year] = 31536000;
    It lasted hour and a half. => duration [hour and a half] = 5400;
    It took 1:30 hours. =>
    The whole of it was lost. =>
    ");
}

#[test]
fn numbers_to_ring_and_junctions() {
    insta::assert_snapshot!(read(&[
        "Please contact the desk on 200 72500 and ask for the sergeant.",
        "Callers should phone the police on 101.",
        "He called on 200 people to leave.",
        "The road is shut between junctions 25 (Orley) and 26 (Welby).",
        "The road is shut near milepost 72.",
        "At junctions 12 people were hurt.",
    ]), @"
    Please contact the desk on 200 72500 and ask for the sergeant. =>
    Callers should phone the police on 101. =>
    He called on 200 people to leave. => count [200] of people = 200;
    The road is shut between junctions 25 (Orley) and 26 (Welby). =>
    The road is shut near milepost 72. =>
    At junctions 12 people were hurt. => count [12] of people injured = 12;
    ");
}
