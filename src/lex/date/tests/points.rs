//! Points in time wherever one may stand: after a count, in a week, at either end of a range, beside an hour.

use super::read;

#[test]
fn an_hour_takes_its_part_of_the_day_wherever_it_stands() {
    insta::assert_snapshot!(read("The gates open on Friday before 9 in the morning.
        The gates open on 24 June after five in the afternoon.
        The gates open from 8 in the morning to 5 in the afternoon tomorrow.
        The gates open at half past seven in the evening on the 24th.
        The gates open on Friday, 1730 hours.
        The gates open at 5 pm sharp the first of July.
        The raid killed five in the morning.
        They drove 1730 hours of tests."), @"
    on Friday before 9 in the morning = ..2023-06-23T09:00:00
    on 24 June after five in the afternoon = 2023-06-24T17:00:00..
    from 8 in the morning to 5 in the afternoon tomorrow = 2023-06-23T08:00:00..2023-06-23T17:00:00
    at half past seven in the evening on the 24th = 2023-06-24T19:30:00..2023-06-24T19:31:00 within 2023-05-24T19:30:00..2023-06-24T19:31:00
    on Friday, 1730 hours = 2023-06-23T17:30:00..2023-06-23T17:31:00 within 2023-06-16T17:30:00..2023-06-23T17:31:00
    at 5 pm sharp the first of July = 2023-07-01T17:00:00..2023-07-01T18:00:00
    in the morning = 08:00:00 to 12:00:00 about
    -
    ");
}

#[test]
fn a_count_may_start_from_any_point() {
    insta::assert_snapshot!(read("The report is due two weeks before the end of July.
        The report is due three days after the first Monday of July.
        The report is due one week before the last working day of the month.
        The report is due the Tuesday after the second week of July.
        The report is due the last week before Christmas.
        The report is due the tenth day after Easter.
        The report is due within two weeks of 4 July.
        Sales rose in the three months to 30 April 2023."), @"
    two weeks before the end of July = 2023-07-07..2023-07-08 within 2023-07-03..2023-07-11
    three days after the first Monday of July = 2023-07-06..2023-07-07
    one week before the last working day of the month = 2023-06-23..2023-06-24 within 2023-06-19..2023-06-27
    the Tuesday after the second week of July = 2023-07-18..2023-07-19
    the last week before Christmas = 2023-12-18..2023-12-25
    the tenth day after Easter = 2024-04-10..2024-04-11
    within two weeks of 4 July = 2023-06-20..2023-07-19
    in the three months to 30 April 2023 = 2023-02-01..2023-05-01
    ");
}

#[test]
fn a_count_may_be_a_range_or_large() {
    insta::assert_snapshot!(read("He bought it two to three years ago.
        He will call in 2-3 days.
        He will call in five or six weeks.
        He left a hundred and twenty days ago.
        He left 1,000 days ago.
        He left three long years ago.
        He left ten years ago to the day.
        He will stay two to three years."), @"
    two to three years ago = 2020-06-22..2021-06-23 within 2019-09-22T12:00:00..2022-03-22T12:00:00
    in 2-3 days = 2023-06-24..2023-06-26
    in five or six weeks = 2023-07-27..2023-08-04 within 2023-07-23T12:00:00..2023-08-07T12:00:00
    a hundred and twenty days ago = 2023-02-22..2023-02-23
    1,000 days ago = 2020-09-25..2020-09-26
    three long years ago = 2020-06-22..2020-06-23 within 2019-09-22T12:00:00..2021-03-22T12:00:00
    ten years ago to the day = 2013-06-22..2013-06-23 within 2012-09-22T12:00:00..2014-03-22T12:00:00
    -
    ");
}

#[test]
fn a_weekday_is_in_any_week() {
    insta::assert_snapshot!(read("They meet on Tuesday of the second week of July.
        They meet on Friday in the week of 5 July.
        They meet on Thursday of week 33.
        They meet the third day of the second week of July.
        They meet Monday next week at 5 pm.
        They meet on Monday, the 26th.
        She came on Monday, the first guest to do so."), @"
    on Tuesday of the second week of July = 2023-07-11..2023-07-12
    on Friday in the week of 5 July = 2023-07-07..2023-07-08
    on Thursday of week 33 = 2023-08-17..2023-08-18
    the third day of the second week of July = 2023-07-12..2023-07-13
    Monday next week at 5 pm = 2023-06-26T17:00:00..2023-06-26T18:00:00
    on Monday, the 26th = 2023-06-26..2023-06-27
    on Monday = 2023-06-19..2023-06-20
    ");
}

#[test]
fn the_ends_of_a_range_share_month_and_year() {
    insta::assert_snapshot!(read("He is away from the 4th to the 8th in July.
        He is away 4 to 8 this July.
        He is away July 4th to 8th of next year.
        He is away from Monday 3rd to Friday 7th July.
        He is away from Thursday through the weekend.
        He is away from tomorrow for two weeks.
        He is away from Friday at 5 pm until 24 July 2023 at noon.
        He is away from the second Tuesday of May to Christmas Day 2024.
        He was away from early to mid May."), @"
    from the 4th to the 8th in July = 2023-07-04..2023-07-09
    4 to 8 this July = 2023-07-04..2023-07-09
    July 4th to 8th of next year = 2024-07-04..2024-07-09
    from Monday 3rd to Friday 7th July = 2023-07-03..2023-07-08
    from Thursday through the weekend = 2023-06-22..2023-06-26
    from tomorrow for two weeks = 2023-06-23..2023-07-08
    from Friday at 5 pm until 24 July 2023 at noon = 2023-06-23T17:00:00..2023-07-24T13:00:00
    from the second Tuesday of May to Christmas Day 2024 = 2024-05-14..2024-12-26
    from early to mid May = 2023-05-01..2023-05-21 within 2023-05-01..2023-05-26
    ");
}

#[test]
fn words_that_bend_a_date_may_stand_in_a_row() {
    insta::assert_snapshot!(read("Send it as from Friday.
        Send it with effect from 1 July 2023.
        Send it up to and including Friday.
        Send it any time after Friday.
        Send it over the course of next week.
        Send it no later than two weeks after Christmas.
        Send it at about 5 pm on Friday.
        Send it starting after 5 July."), @"
    as from Friday = 2023-06-23.. within 2023-06-16..
    with effect from 1 July 2023 = 2023-07-01..
    up to and including Friday = 2023-06-22T12:00:00..2023-06-24 within ..2023-06-24
    any time after Friday = 2023-06-23.. within 2023-06-16..
    over the course of next week = 2023-06-26..2023-07-03
    no later than two weeks after Christmas = 2023-06-22T12:00:00..2024-01-09 within ..2024-01-15
    about 5 pm on Friday = 2023-06-23T17:00:00..2023-06-23T18:00:00 within 2023-06-16T17:00:00..2023-06-23T18:00:00
    starting after 5 July = 2023-07-05..
    ");
}

#[test]
fn an_article_belongs_to_an_ordinal() {
    insta::assert_snapshot!(read("It is on the fourth of July.
        It is on the first Friday of July.
        It is on the 24th at noon.
        It is in the third quarter of 2024.
        It is on the next day.
        It is in the coming weeks.
        It is on the 5th and 6th floors."), @"
    on the fourth of July = 2023-07-04..2023-07-05
    on the first Friday of July = 2023-07-07..2023-07-08
    on the 24th at noon = 2023-06-24T12:00:00..2023-06-24T13:00:00
    in the third quarter of 2024 = 2024-07-01..2024-10-01
    on the next day = 2023-06-23..2023-06-24 within ..
    in the coming weeks = 2023-06-26..2023-07-03
    -
    ");
}

#[test]
fn so_many_of_a_period_are_counted_from_its_edge() {
    insta::assert_snapshot!(read("Sales fell in the first ten business days of last month.
        Sales fell in the last 3 weeks this year.
        Sales fell on the first three weekends of May.
        Sales fell in the last three hours of 2022.
        Sales fell over the past dozen years.
        Sales fell in the last ten years of his life.
        Sales fell on the last day of her visit."), @"
    in the first ten business days of last month = 2023-05-01..2023-05-13
    in the last 3 weeks this year = 2023-12-11..2024-01-01
    on the first three weekends of May = 2023-05-06..2023-05-22
    in the last three hours of 2022 = 2022-12-31T21:00:00..2023-01-01
    over the past dozen years = 2011-06-22..2023-06-22 within 2011-06-22..2023-06-23
    -
    -
    ");
}

#[test]
fn weekdays_in_a_row_are_one_habit() {
    insta::assert_snapshot!(read("They meet every Tuesday and Thursday at noon.
        They meet on Mondays, Wednesdays and Fridays.
        They meet every Monday to Friday.
        They meet at 7 each morning.
        They met every Monday and Thursday's vote was the last.
        Police shot two men Saturday morning between two cars."), @"
    every Tuesday and Thursday at noon = 104.3 a year
    on Mondays, Wednesdays and Fridays = 156.4 a year
    every Monday to Friday = 260.7 a year
    at 7 each morning = 365.0 a year
    every Monday = 52.1 a year; Thursday = 2023-06-22..2023-06-23
    Saturday morning = 2023-06-17T08:00:00..2023-06-17T12:00:00 within 2023-06-17..2023-06-17T13:00:00
    ");
}
