//! Forms put together from the same parts: each slot in another wording.

use super::NOON;
use super::found_in;
use super::read;

#[test]
fn a_week_or_quarter_may_be_numbered_in_any_way() {
    insta::assert_snapshot!(read("Sales fell in 4Q 2021.
        Sales fell in quarter three of 2021.
        Sales fell in the third-quarter of last year.
        Sales fell in the second quarter of fiscal 2021.
        Sales fell in 1H 2021.
        It shut in week 33 of 2021.
        It shut in 2021-W33.
        The firm has 4Q lamps."), @"
    in 4Q 2021 = 2021-10-01..2022-01-01
    in quarter three of 2021 = 2021-07-01..2021-10-01
    in the third-quarter of last year = 2022-07-01..2022-10-01
    in the second quarter of fiscal 2021 = 2021-04-01..2021-07-01
    in 1H 2021 = 2021-01-01..2021-07-01
    in week 33 of 2021 = 2021-08-16..2021-08-23
    in 2021-W33 = 2021-08-16..2021-08-23
    -
    ");
}

#[test]
fn an_era_makes_a_year_of_any_number() {
    insta::assert_snapshot!(read("The wall fell in 44 BC.
        The wall fell in AD 79.
        The wall fell in 300 B.C.E.
        The wall fell in the 3rd century BC.
        It was the first decade of the 19th century.
        It was built in the late 19th century.
        The AD 4 lorry stalled."), @"
    in 44 BC = -000043-01-01..-000042-01-01
    in AD 79 = 0079-01-01..0080-01-01
    in 300 B.C.E. = -000299-01-01..-000298-01-01
    in the 3rd century BC = -000299-01-01..-000199-01-01 within -000299-01-01..-000198-01-01
    the first decade of the 19th century = 1800-01-01..1810-01-01
    in the late 19th century = 1850-01-01..1900-01-01 within 1833-05-03..1900-01-01
    -
    ");
}

#[test]
fn years_are_spoken_in_many_ways() {
    insta::assert_snapshot!(read("She left in nineteen oh five.
        She left in nineteen hundred and five.
        She left in twenty-twenty.
        She left in the nineteen-sixties.
        She left in the mid-nineties.
        She left in '98.
        She left in the winter of 2016-17.
        She won at twenty-twenty cricket.
        She came in nineteen minutes."), @"
    in nineteen oh five = 1905-01-01..1906-01-01
    in nineteen hundred and five = 1905-01-01..1906-01-01
    in twenty-twenty = 2020-01-01..2021-01-01
    in the nineteen-sixties = 1960-01-01..1970-01-01
    in the mid-nineties = 1993-01-01..1997-01-01 within 1992-01-01..1998-01-01
    in '98 = 1998-01-01..1999-01-01
    in the winter of 2016-17 = 2016-12-21..2017-03-21 within 2015-12-01..2017-04-01
    -
    -
    ");
}

#[test]
fn the_same_time_or_day_is_meant_elsewhere() {
    insta::assert_snapshot!(read("It will ring at this time tomorrow.
        It will ring tomorrow at the same time.
        It rang this time last year.
        It rang the same week last year.
        It will ring Friday week.
        It rang the weekend before last.
        It rang the night before last."), @"
    at this time tomorrow = 2023-06-23T12:00:00..2023-06-23T12:01:00
    tomorrow at the same time = 2023-06-23T12:00:00..2023-06-23T12:01:00
    this time last year = 2022-06-22T12:00:00..2022-06-22T12:01:00 within 2022-06-07T12:00:00..2022-07-07T12:00:00
    the same week last year = 2022-06-20..2022-06-27
    Friday week = 2023-06-30..2023-07-01
    the weekend before last = 2023-06-10..2023-06-12
    the night before last = 2023-06-20T20:00:00..2023-06-21 within 2023-06-20T17:00:00..2023-06-21T07:00:00
    ");
}

#[test]
fn ranges_take_any_kind_of_end() {
    insta::assert_snapshot!(read("They met from Monday to Wednesday of last week.
        They met from morning till night.
        They met from 2021-05-03 17:00 to 2021-05-05 08:00.
        They met 2021-05-03/2021-06-01.
        They met between the years 2007 and 2009.
        They will meet later than 9:30 but before 11.
        They met in May/June 2021."), @"
    from Monday to Wednesday of last week = 2023-06-12..2023-06-15
    from morning till night = 08:00:00 to 23:59:59 about
    from 2021-05-03 17:00 to 2021-05-05 08:00 = 2021-05-03T17:00:00..2021-05-05T08:01:00
    2021-05-03/2021-06-01 = 2021-05-03..2021-06-02
    between the years 2007 and 2009 = 2007-01-01..2010-01-01
    later than 9:30 but before 11 = 09:30:00 to 11:00:00 or twelve hours later
    in May/June 2021 = 2021-05-01..2021-07-01
    ");
}

#[test]
fn words_around_bend_a_date_or_a_time() {
    insta::assert_snapshot!(read("It was built well before 1999.
        It opened sometime in 1987.
        It will not open: not before Friday.
        It will open on Friday at the latest.
        It began three months or so ago.
        It began a little after 5 pm.
        It begins at 7 sharp.
        He saw 7 sharp declines."), @"
    well before 1999 = ..1999-01-01
    sometime in 1987 = 1987-01-01..1988-01-01
    not before Friday = 2023-06-23..
    on Friday at the latest = 2023-06-22T12:00:00..2023-06-24 within ..2023-06-24
    three months or so ago = 2023-03-22..2023-03-23 within 2023-02-19T12:00:00..2023-04-22T12:00:00
    a little after 5 pm = 17:00:00 to 17:00:00 about
    at 7 sharp = 07:00:00 to 07:00:00 or twelve hours later
    -
    ");
}

#[test]
fn prior_and_a_couple_are_shifts_too() {
    insta::assert_snapshot!(read("The prior quarter was dry.
        The last couple of weekends were dry."), @"
    The prior quarter = 2023-01-01..2023-04-01 within ..
    The last couple of weekends = 2023-06-10..2023-06-19
    ");
}

#[test]
fn a_whole_text_is_read_as_a_query() {
    let whole = [
        "last 3 months",
        "in 7 days",
        "two years hence",
        "18 December for 10 days",
        "in 15",
        "the 20th",
        "all day Monday",
    ];
    let read = whole.map(|text| found_in(text, Some((NOON, NOON))).join("; "));
    insta::assert_snapshot!(read.join("\n"), @"
    last 3 months = 2023-03-01..2023-06-01
    in 7 days = 2023-06-29T12:00:00..2023-06-29T13:00:00 within 2023-06-29..2023-06-30
    two years hence = 2025-06-01..2025-07-01 within 2024-09-22T12:00:00..2026-03-22T12:00:00
    18 December for 10 days = 2023-12-18..2023-12-29
    in 15 = 2023-06-22T12:15:00..2023-06-22T12:15:01 within ..
    the 20th = 2023-07-20..2023-07-21 within 2023-06-20..2023-07-21
    all day Monday = 2023-06-26..2023-06-27 within 2023-06-19..2023-06-27
    ");
}

#[test]
fn names_from_other_scripts_are_spelled_freely() {
    insta::assert_snapshot!(read("It opened on Chanukah 2018.
        It opened on Deepavalee 2018.
        It opened on Ganesh Chathurthi 2018.
        The holy week passed."), @"
    on Chanukah 2018 = 2018-12-02..2018-12-11
    on Deepavalee 2018 = 2018-11-07..2018-11-08 within 2018-11-06..2018-11-09
    on Ganesh Chathurthi 2018 = 2018-09-13..2018-09-14 within 2018-09-12..2018-09-15
    The holy week = 2023-04-02..2023-04-09
    ");
}

#[test]
fn numbers_of_other_kinds_are_no_dates() {
    insta::assert_snapshot!(read("He ran the mile in 3:45.
        The song lasts 4:33.
        Temperatures in the 90s broke records.
        Regulation 2016/17 applies.
        Jan de Vries swam.
        Small firms closed.
        Each other year's model differs."), @"
    -
    -
    -
    -
    -
    -
    -
    ");
}

#[test]
fn the_night_ends_at_midnight_and_a_range_takes_its_week() {
    insta::assert_snapshot!(read("The gates close tonight at midnight.
        The gates will close tonight at 12.
        The gates are open tonight from 10 to 12.
        She will be away this Monday to Wednesday.
        She will be away from next Monday to Wednesday.
        The shop is open through Friday.
        It rained through the night.
        He will be away until the end of next week.
        They march on the 3rd or 4th of July.
        They march on the 3rd and 4th of July.
        They live on the 5th and 6th floors.
        The park shuts for the July 4th weekend.
        It fell on the 5th of last May."), @"
    tonight at midnight = 2023-06-23..2023-06-23T01:00:00
    tonight at 12 = 2023-06-23..2023-06-23T01:00:00
    tonight from 10 to 12 = 2023-06-22T22:00:00..2023-06-23
    this Monday to Wednesday = 2023-06-19..2023-06-22
    from next Monday to Wednesday = 2023-06-26..2023-06-29
    through Friday = 2023-06-22T12:00:00..2023-06-24 within ..2023-06-24
    -
    until the end of next week = 2023-06-22T12:00:00..2023-07-03 within ..2023-07-03
    on the 3rd = 2023-07-03..2023-07-04; 4th of July = 2023-07-04..2023-07-05
    on the 3rd = 2023-07-03..2023-07-04; 4th of July = 2023-07-04..2023-07-05
    -
    for the July 4th weekend = 2023-07-07T18:00:00..2023-07-10
    on the 5th of last May = 2023-05-05..2023-05-06
    ");
}

#[test]
fn days_and_seasons_are_counted_by_name() {
    insta::assert_snapshot!(read("They met the last three Fridays.
        It will shut for the next two Mondays.
        It rained two summers ago.
        The vote is three winters from now.
        It began on the first day of Ramadan 2018.
        It ended on the last day of Passover 2018.
        He woke in the middle of the night.
        The first third of May was wet.
        It was signed at 2020-12-05 17:00 +01:00.
        The sales of the three months ended 30 June 2019 rose.
        Two hot summers were over."), @"
    the last three Fridays = 2023-06-02..2023-06-17
    for the next two Mondays = 2023-06-26..2023-07-04
    two summers ago = 2021-06-21..2021-09-24 within 2021-06-01..2022-10-01
    three winters from now = 2025-12-21..2026-03-21 within 2023-12-01..2026-04-01
    on the first day of Ramadan 2018 = 2018-05-16..2018-05-17
    on the last day of Passover 2018 = 2018-04-07..2018-04-08
    in the middle of the night = 00:00:00 to 05:00:00 about
    May = 2023-05-01..2023-06-01
    at 2020-12-05 17:00 +01:00 = 2020-12-05T17:00:00..2020-12-05T17:01:00
    the three months ended 30 June 2019 = 2019-04-01..2019-07-01
    -
    ");
}

#[test]
fn rounds_cars_and_what_counts_from_the_story_are_no_dates() {
    insta::assert_snapshot!(read("The Larks meet the Herons in Week 16.
        Sales fell in week 16 of 2022.
        She drove an Orvo Q3 to work.
        Orvo's Q3 results were good.
        Within two minutes, he stopped.
        Within three days they had left the camp.
        We will answer within three days."), @"
    -
    in week 16 of 2022 = 2022-04-18..2022-04-25
    -
    Q3 = 2022-07-01..2022-10-01
    -
    -
    within three days = 2023-06-22..2023-06-25T12:00:00 within ..
    ");
}
