//! One date by another, parts counted from either end, and the words around.

use super::read;

#[test]
fn a_period_owns_its_parts() {
    insta::assert_snapshot!(read("They met on last week's Friday.
        It fell in 2021's first quarter.
        Sales rose in this year's third quarter.
        It closed on last month's 5th.
        The fair is next month's first weekend."), @"
    on last week's Friday = 2023-06-16..2023-06-17
    in 2021's first quarter = 2021-01-01..2021-04-01
    in this year's third quarter = 2023-07-01..2023-10-01
    on last month's 5th = 2023-05-05..2023-05-06
    next month's first weekend = 2023-07-01..2023-07-03
    ");
}

#[test]
fn a_day_is_told_by_what_is_beside_it() {
    insta::assert_snapshot!(read("It broke the day after Christmas 2022.
        They met the week before Easter 2023.
        She left the Friday before 4 March 2022.
        It opened a week after the 5th of May 2022.
        They met on Monday before Tuesday's vote."), @"
    the day after Christmas 2022 = 2022-12-26..2022-12-27
    the week before Easter 2023 = 2023-03-27..2023-04-03 within 2023-03-27..2023-04-09
    the Friday before 4 March 2022 = 2022-02-25..2022-02-26
    a week after the 5th of May 2022 = 2022-05-12..2022-05-13 within 2022-05-08..2022-05-16
    on Monday = 2023-06-19..2023-06-20; Tuesday = 2023-06-20..2023-06-21
    ");
}

#[test]
fn parts_are_counted_from_either_end() {
    insta::assert_snapshot!(read("It ended on the second last day of May 2022.
        It rained in the penultimate week of May 2022.
        It rained on the last five days of May 2022.
        It rained in the first few days of May 2022.
        Sales fell in the latter half of 2022.
        It was on the ides of March."), @"
    on the second last day of May 2022 = 2022-05-30..2022-05-31
    in the penultimate week of May 2022 = 2022-05-16..2022-05-23
    on the last five days of May 2022 = 2022-05-27..2022-06-01
    in the first few days of May 2022 = 2022-05-01..2022-05-04 within 2022-05-01..2022-05-10
    in the latter half of 2022 = 2022-07-01..2023-01-01
    on the ides of March = 2023-03-15..2023-03-16
    ");
}

#[test]
fn lengths_lead_from_a_day_or_a_clock_time() {
    insta::assert_snapshot!(read("It will open in three business days.
        It will open in a week's time.
        It sank two weeks ago on Monday.
        He left two weekends ago.
        The vote is on Friday in two weeks.
        It rang two hours before noon.
        It will cost a million in three years."), @"
    in three business days = 2023-06-27..2023-06-28
    in a week's time = 2023-06-29..2023-06-30 within 2023-06-25T12:00:00..2023-07-03T12:00:00
    two weeks ago on Monday = 2023-06-05..2023-06-06
    two weekends ago = 2023-06-10..2023-06-12
    on Friday in two weeks = 2023-07-07..2023-07-08
    two hours before noon = 10:00:00 to 10:00:00
    -
    ");
}

#[test]
fn the_words_around_open_a_date_or_round_it() {
    insta::assert_snapshot!(read("It holds up to May 2022.
        Twelve had died as of Monday.
        They left ahead of Monday.
        It was built by 2018.
        It began nearly two weeks ago.
        It began at least a month ago.
        It is open from 2 pm onwards.
        Come no later than 5 pm.
        How about 2021?"), @"
    up to May 2022 = ..2022-05-01
    as of Monday = 2023-06-19..2023-06-20
    ahead of Monday = ..2023-06-19
    by 2018 = ..2019-01-01
    nearly two weeks ago = 2023-06-08..2023-06-09 within 2023-06-04T12:00:00..2023-06-12T12:00:00
    at least a month ago = 2023-05-22..2023-05-23 within 2023-04-21T12:00:00..2023-06-22T12:00:00
    from 2 pm onwards = 14:00:00 to 14:00:00
    no later than 5 pm = 17:00:00 to 17:00:00
    2021 = 2021-01-01..2022-01-01
    ");
}
