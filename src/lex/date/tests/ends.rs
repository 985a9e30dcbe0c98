//! Ends of ranges and the sides of a date: «2016 to date», «in or after 2018», «by end-June», «the night before».

use super::read;

#[test]
fn a_date_and_one_side_of_it() {
    insta::assert_snapshot!(read("Claims from in or after 2018 count.
        Claims from before or during 2018 count.
        Claims made since or after 2018 count.
        Claims made beyond 2018 are rare.
        Claims made from 2018 forward count.
        Claims made in 2018 and onwards count.
        Claims made up to and including 2018 are rare.
        Claims as recent as 2018, and as far back as 1990, count.
        He walked beyond 2018 fence posts.
        Those in or after the crash were hurt."), @"
    in or after 2018 = 2018-01-01..
    before or during 2018 = ..2019-01-01
    since or after 2018 = 2018-01-01..
    beyond 2018 = 2019-01-01..
    from 2018 forward = 2018-01-01..
    in 2018 and onwards = 2018-01-01..
    up to and including 2018 = ..2019-01-01
    2018 = 2018-01-01..2019-01-01; as far back as 1990 = 1990-01-01..1991-01-01
    -
    -
    ");
}

#[test]
fn ranges_that_end_with_publication() {
    insta::assert_snapshot!(read("Sales in 2016 to date are small.
        Chair of the board, 2016-present.
        Sales from 2016 to the present are small.
        Sales in 2016 to 2018 were small.
        The 2016 to present gap is wide.
        Prices rose in 2016 to record highs."), @"
    in 2016 to date = 2016-01-01..2023-06-23
    2016-present = 2016-01-01..2023-06-23
    from 2016 to the present = 2016-01-01..2023-06-23
    in 2016 to 2018 = 2016-01-01..2019-01-01
    The 2016 = 2016-01-01..2017-01-01
    in 2016 = 2016-01-01..2017-01-01
    ");
}

#[test]
fn days_and_months_run_forward() {
    insta::assert_snapshot!(read("The show ran 12.05.2016 - 14.05.2016.
        The show ran 05.12.2016 - 06.12.2016.
        The show ran 5/5-5/7.
        He ate 1/2 to 3/4 of it.
        The show ran over the weekend of 5-6 May."), @"
    12.05.2016 - 14.05.2016 = 2016-05-12..2016-05-15
    05.12.2016 - 06.12.2016 = 2016-05-12..2016-06-13 within 2016-05-12..2016-12-07
    5/5-5/7 = 2023-05-05..2023-05-08
    -
    over the weekend of 5-6 May = 2023-05-05..2023-05-07
    ");
}

#[test]
fn the_end_of_a_period_in_short() {
    insta::assert_snapshot!(read("It will be ready by end-June.
        It will be ready by end May.
        It will be ready by year-end.
        It will be ready at month's end.
        The year-end results were good.
        The talks end June 5.
        It will be shut in the final days of July.
        It will be shut in the early days of July.
        It will be shut in mid-to-late July.
        At the end of the day, it is about trust."), @"
    by end-June = 2023-06-22T12:00:00..2023-07-01 within ..2023-07-01
    by end May = 2023-06-22T12:00:00..2024-06-01 within ..2024-06-01
    by year-end = 2023-06-22T12:00:00..2024-01-01 within ..2024-01-01
    at month's end = 2023-06-21..2023-07-01 within 2023-06-11..2023-07-01
    -
    June 5 = 2024-06-05..2024-06-06 within 2023-06-05..2024-06-06
    in the final days of July = 2023-07-29..2023-08-01 within 2023-07-23..2023-08-01
    in the early days of July = 2023-07-01..2023-07-16 within 2023-07-01..2023-07-21
    in mid-to-late July = 2023-07-11..2023-08-01 within 2023-07-07..2023-08-01
    -
    ");
}

#[test]
fn working_days_weeks_and_months_take_their_day() {
    insta::assert_snapshot!(read("They will meet on the next working day.
        They will meet on the last weekday of the month.
        They will meet next month on the 25th.
        They will meet next weekend on Sunday.
        They will meet by midweek.
        They won the midweek game.
        They met the week after that.
        They met the summer before last."), @"
    on the next working day = 2023-06-23..2023-06-24 within ..
    on the last weekday of the month = 2023-06-30..2023-07-01
    next month on the 25th = 2023-07-25..2023-07-26
    next weekend on Sunday = 2023-07-02..2023-07-03
    by midweek = 2023-06-22T12:00:00..2023-06-23 within ..
    -
    the week after that = 2023-06-26..2023-07-03 within ..
    the summer before last = 2021-06-21..2021-09-24 within 2021-06-01..2022-10-01
    ");
}

#[test]
fn the_day_before() {
    insta::assert_snapshot!(read("They had met the night before.
        They met on the eve of Easter.
        The raid came in the small hours of Sunday morning.
        Night after night they sang.
        They met on the eve of the vote."), @"
    the night before = 2023-06-21T20:00:00..2023-06-22 within ..
    on the eve of Easter = 2023-04-08..2023-04-09
    in the small hours of Sunday morning = 2023-06-18..2023-06-18T06:00:00 within 2023-06-17T23:00:00..2023-06-18T09:00:00
    -
    -
    ");
}

#[test]
fn hours_with_a_hyphen_and_rounded_hours() {
    insta::assert_snapshot!(read("They will meet at half-past seven.
        They will meet at seven-thirty.
        They will meet at half 7.
        They will meet at 7 on the dot.
        They will meet at 8 pm exactly.
        They will meet at 8pm or so.
        They will meet at noon-ish.
        The stock was trading at 12.45.
        It traded at 10.30 a share.
        Thirty-five were hurt."), @"
    at half-past seven = 07:30:00 to 07:30:00 or twelve hours later
    at seven-thirty = 07:30:00 to 07:30:00 or twelve hours later
    at half 7 = 07:30:00 to 07:30:00 or twelve hours later
    at 7 on the dot = 07:00:00 to 07:00:00 or twelve hours later
    at 8 pm exactly = 20:00:00 to 20:00:00
    at 8pm or so = 20:00:00 to 20:00:00
    at noon-ish = 12:00:00 to 12:00:00
    -
    -
    -
    ");
}

#[test]
fn a_day_or_two_is_a_range() {
    insta::assert_snapshot!(read("He will call in a day or two.
        He left a week or two ago.
        He will call in a year's time.
        He will call in just over an hour.
        He will call in the next two to three days."), @"
    in a day or two = 2023-06-23..2023-06-25
    a week or two ago = 2023-06-08..2023-06-16 within 2023-06-04T12:00:00..2023-06-19T12:00:00
    in a year's time = 2024-06-22..2024-06-23 within 2023-09-22T12:00:00..2025-03-22T12:00:00
    in just over an hour = 2023-06-22T13:00:00..2023-06-22T13:00:01 within 2023-06-22T12:00:00..2023-06-22T14:00:00
    in the next two to three days = 2023-06-23..2023-06-26 within 2023-06-22..2023-06-26
    ");
}

#[test]
fn dates_are_no_part_of_a_chain_of_digits() {
    insta::assert_snapshot!(read("Ring +44 2011-2012-13 for help.
        His number is 0423-1999-10.
        The id is 321-11-1999.
        The form is 2010-11-12-13.
        The score was 12/3 then.
        He was born on 2010-11-12.
        The report on 20161107 was short.
        He saw 2012-13 as a good year."), @"
    -
    -
    -
    -
    -
    on 2010-11-12 = 2010-11-12..2010-11-13
    on 20161107 = 2016-11-07..2016-11-08
    2012-13 = 2012-01-01..2014-01-01
    ");
}

#[test]
fn common_misspellings_are_read() {
    insta::assert_snapshot!(read("He will call tommorow.
        He will call on Wensday.
        He left in Febuary 2016."), @"
    tommorow = 2023-06-23..2023-06-24
    on Wensday = 2023-06-28..2023-06-29
    in Febuary 2016 = 2016-02-01..2016-03-01
    ");
}

#[test]
fn days_of_lands_and_of_the_turning_year() {
    insta::assert_snapshot!(read("It fell on the summer solstice of 2018.
        It fell on Canadian Thanksgiving 2018.
        It fell on Thaipusam 2018.
        It fell on Repentance Day 2018.
        It fell on Teachers' Day 2018.
        The constitution day after day was read.
        Marine biologists met."), @"
    on the summer solstice of 2018 = 2018-06-21..2018-06-22
    on Canadian Thanksgiving 2018 = 2018-10-08..2018-10-09
    on Thaipusam 2018 = 2018-01-31..2018-02-01 within 2018-01-30..2018-02-02
    on Repentance Day 2018 = 2018-11-21..2018-11-22
    on Teachers' Day 2018 = 2018-09-10..2018-09-11
    -
    -
    ");
}
