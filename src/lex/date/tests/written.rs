//! Ways to write a day or a time.

use super::read;

#[test]
fn machines_write_a_t_between_day_and_time() {
    insta::assert_snapshot!(read("Logged 2023-06-19T16:30.
        Logged 2023-06-19T16:30:05.250+02:00."), @"
    2023-06-19T16:30 = 2023-06-19T16:30:00..2023-06-19T16:31:00
    2023-06-19T16:30:05.250+02:00 = 2023-06-19T16:30:05..2023-06-19T16:30:06
    ");
}

#[test]
fn short_dates_pair() {
    insta::assert_snapshot!(read("It is shut 5/29-6/2, 2023.
        It was shut from 5/1 to 5/7.
        It was shut from the 1st to the 10th.
        It took 1/2-3/4 of it.
        See blog.example/2023/06/19/fire."), @"
    5/29-6/2, 2023 = 2023-05-29..2023-06-03
    from 5/1 to 5/7 = 2023-05-01..2023-05-08
    from the 1st to the 10th = 2023-06-01..2023-06-11
    -
    -
    ");
}

#[test]
fn times_are_spoken_in_many_ways() {
    insta::assert_snapshot!(read("It rang at 15 to noon.
        It's twenty to eight.
        It rang at nine fifty-nine am.
        It rang at 8 p.m. E.T. on Friday.
        It rang at 7 pm Eastern.
        It rang at mid-day.
        It rang five thirty in the morning.
        He swam the length from ten to seven."), @"
    at 15 to noon = 11:45:00 to 11:45:00
    twenty to eight = 07:40:00 to 07:40:00 or twelve hours later
    at nine fifty-nine am = 09:59:00 to 09:59:00
    at 8 p.m. E.T. on Friday = 2023-06-16T20:00:00..2023-06-16T21:00:00
    at 7 pm Eastern = 19:00:00 to 19:00:00 -240
    at mid-day = 12:00:00 to 12:00:00
    five thirty in the morning = 05:30:00 to 05:30:00
    -
    ");
}

#[test]
fn a_name_is_no_month_or_weekday() {
    insta::assert_snapshot!(read("Ms May met Judge March.
        He sat 4 metres away.
        The sun set on Friday.
        This may take longer.
        Kim et al. (2019) agree."), @"
    -
    -
    on Friday = 2023-06-16..2023-06-17
    -
    -
    ");
}

#[test]
fn a_weekday_beside_a_date_picks_a_year_near_by() {
    insta::assert_snapshot!(read("They met on Thursday, 22 June.
        They met on Tuesday, 21 June.
        They met on Monday the 5th of last month.
        They met on Thursday (June 15)."), @"
    on Thursday, 22 June = 2023-06-22..2023-06-23
    on Tuesday, 21 June = 2022-06-21..2022-06-22
    on Monday the 5th of last month = 2023-05-05..2023-05-06
    on Thursday (June 15) = 2023-06-15..2023-06-16
    ");
}
