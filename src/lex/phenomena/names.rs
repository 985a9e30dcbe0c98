//! Numbers in names, and other numbers that count nothing.

use super::read;

#[test]
fn number_words_with_a_capital_are_names() {
    insta::assert_snapshot!(read(&[
        "The Big Four accountants signed.",
        "Formula One comes to the Four Seasons hotel.",
        "He swore by the Ninth Circuit and the Eighth Army.",
        "the First World War poets",
        "It is near the Three Gorges dam.",
        "World War Two films sell well.",
        "Two women left.",
        "Blast Kills Four In Harbour Town",
    ]), @"
    The Big Four accountants signed. =>
    Formula One comes to the Four Seasons hotel. =>
    He swore by the Ninth Circuit and the Eighth Army. =>
    the First World War poets =>
    It is near the Three Gorges dam. =>
    World War Two films sell well. =>
    Two women left. => count [Two] of women = 2;
    Blast Kills Four In Harbour Town => count [Four] killed = 4;
    ");
}

#[test]
fn digits_after_a_name_belong_to_it() {
    insta::assert_snapshot!(read(&[
        "Windows 11 and the iPhone 14 were on show.",
        "Xbox 360 fans asked for more.",
        "Area 51 draws the curious.",
        "In Syria 41 people died.",
        "Only 12 users came.",
        "the Boeing 737 jets",
    ]), @"
    Windows 11 and the iPhone 14 were on show. =>
    Xbox 360 fans asked for more. =>
    Area 51 draws the curious. =>
    In Syria 41 people died. => count [41] of people killed = 41;
    Only 12 users came. => count [12] of users = 12;
    the Boeing 737 jets =>
    ");
}

#[test]
fn groups_and_classes_are_no_counts() {
    insta::assert_snapshot!(read(&[
        "the club's under-21 side",
        "care for the over-65s",
        "As Kim showed [12], it is small.",
        "a quarter-final",
        "one-sided talks",
        "a three-way race",
        "three times the estimate",
    ]), @"
    the club's under-21 side =>
    care for the over-65s =>
    As Kim showed [12], it is small. =>
    a quarter-final =>
    one-sided talks =>
    a three-way race =>
    three times the estimate => number [three] = 3;
    ");
}

#[test]
fn addresses_telephones_and_links() {
    insta::assert_snapshot!(read(&[
        "221B Baker Street",
        "Call 020 7946 0123 for details.",
        "blog.example/2024/07/17/review",
        "192.168.0.1",
        "a Mk-6.1 engine",
    ]), @"
    221B Baker Street =>
    Call 020 7946 0123 for details. =>
    blog.example/2024/07/17/review =>
    192.168.0.1 =>
    a Mk-6.1 engine =>
    ");
}

#[test]
fn idioms_are_no_ordinals() {
    insta::assert_snapshot!(read(&[
        "the first lady",
        "a third party pays",
        "a third-rate sport",
        "second-guessing",
        "a first class seat",
        "the third man",
    ]), @"
    the first lady =>
    a third party pays =>
    a third-rate sport =>
    second-guessing =>
    a first class seat => ordinal [first];
    the third man => ordinal [third];
    ");
}
