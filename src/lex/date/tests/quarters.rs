//! Quarters told by their last month, months that lead up to one, hours of four figures, lengths beside a range.

use super::read;

#[test]
fn a_quarter_is_told_by_its_last_month() {
    insta::assert_snapshot!(read("Profit for the March quarter fell.
        The December-quarter loss was small.
        Sales in the April-June quarter rose.
        Rain in the July to September period was rare.
        She lost the March quarter-final.
        He left in March, quarter by quarter.
        Sales in the June quarter of 2019 rose."), @"
    for the March quarter = 2023-01-01..2023-04-01
    The December-quarter = 2022-10-01..2023-01-01
    in the April-June quarter = 2023-04-01..2023-07-01
    in the July to September period = 2022-07-01..2022-10-01
    -
    in March = 2023-03-01..2023-04-01
    in the June quarter of 2019 = 2019-04-01..2019-07-01
    ");
}

#[test]
fn so_long_up_to_an_end() {
    insta::assert_snapshot!(read("In the three months to the end of December it fell.
        In the quarter to March it rose.
        For the year to the end of June it fell.
        From the quarter to March nothing came."), @"
    In the three months to the end of December = 2022-10-01..2023-01-01
    In the quarter to March = 2023-01-01..2023-04-01
    For the year to the end of June = 2022-07-01..2023-07-01
    March = 2023-03-01..2023-04-01
    ");
}

#[test]
fn four_figures_behind_at_are_an_hour_where_something_happens() {
    insta::assert_snapshot!(read("At 1355 the boat arrived.
        It was hit at 1338 and at 1343 Calder lifeboat was sent.
        He was found at 1945.
        The index closed at 1355 and fell.
        Gold was at 1845.
        They sold it at 1990 prices.
        At 1500 metres the air is thin.
        They met in 1355."), @"
    At 1355 = 13:55:00 to 13:55:00
    at 1338 = 13:38:00 to 13:38:00; at 1343 = 13:43:00 to 13:43:00
    at 1945 = 19:45:00 to 19:45:00
    -
    -
    -
    -
    in 1355 = 1355-01-01..1356-01-01
    ");
}

#[test]
fn how_long_and_from_when_to_when() {
    insta::assert_snapshot!(read("He ruled for 12 years from 1990 to 2002.
        He taught for 15 years from 1966-1981.
        It lasts three days from Monday to Wednesday.
        It opens two weeks from Friday."), @"
    from 1990 to 2002 = 1990-01-01..2003-01-01
    from 1966-1981 = 1966-01-01..1982-01-01
    from Monday to Wednesday = 2023-06-26..2023-06-29 within 2023-06-19..2023-06-29
    two weeks from Friday = 2023-07-07..2023-07-08 within 2023-06-26..2023-07-11
    ");
}

#[test]
fn what_stands_beside_a_day_tells_its_tense() {
    insta::assert_snapshot!(read("That would be above the price on Monday, the day before it announced the bid.
        The vote would be on Monday, the day after she lands.
        We have planned a rise in two weeks' time and another in May.
        They fell in April and again in May.
        The sentence comes after a jury on Monday convicted him.
        She will leave after the vote on Monday.
        In less than an hour the jury came back."), @"
    on Monday = 2023-06-19..2023-06-20
    on Monday = 2023-06-26..2023-06-27
    in two weeks' time = 2023-07-06..2023-07-07 within 2023-07-02T12:00:00..2023-07-10T12:00:00; in May = 2024-05-01..2024-06-01
    in April = 2023-04-01..2023-05-01; in May = 2023-05-01..2023-06-01
    on Monday = 2023-06-19..2023-06-20
    on Monday = 2023-06-26..2023-06-27
    -
    ");
}
