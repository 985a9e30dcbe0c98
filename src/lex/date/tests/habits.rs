//! Habits, and what is none.

use super::read;

#[test]
fn a_habit_has_a_frequency_and_no_date() {
    insta::assert_snapshot!(read("The market opens every Monday.
        The ferry sails every other day.
        The board meets every two weeks.
        The clinic opens each weekday at 9 am.
        It rings at 7 pm every day.
        Rent is due on the 1st of every month.
        The council sits on the first Tuesday of each month.
        Trains run hourly.
        He trains twice daily.
        The shop opens on Sundays from 10 am to 4 pm.
        The gallery is shut on weekends.
        They march every 4th of July."), @"
    every Monday = 52.1 a year
    every other day = 182.5 a year
    every two weeks = 26.1 a year
    each weekday at 9 am = 260.7 a year
    at 7 pm every day = 365.0 a year
    on the 1st of every month = 12.2 a year
    on the first Tuesday of each month = 12.2 a year
    hourly = 8760.0 a year
    twice daily = 730.0 a year
    on Sundays from 10 am to 4 pm = 52.1 a year
    on weekends = 52.1 a year
    every 4th of July = 1.0 a year
    ");
}

#[test]
fn names_and_counts_are_no_habits() {
    insta::assert_snapshot!(read("The Daily Register said so.
        Each of the crew swam.
        All the boats sank.
        Every house burned.
        Everyday life goes on."), @"
    -
    -
    -
    -
    -
    ");
}

#[test]
fn habits_are_counted_prefixed_and_numbered() {
    insta::assert_snapshot!(read("The board meets every few weeks.
        The board meets every three or four weeks.
        The bus comes every half hour.
        The paper is bi-weekly.
        The paper is semi-annual.
        He trains three times weekly.
        He trains once or twice a week.
        It meets every first Monday of the month.
        It meets every year on 5 May.
        It meets 5 May every year.
        Mice come on alternate days."), @"
    every few weeks = 17.4 a year
    every three or four weeks = 17.4 a year
    every half hour = 17520.0 a year
    bi-weekly = 26.1 a year
    semi-annual = 2.0 a year
    three times weekly = 156.4 a year
    once or twice a week = 52.1 a year
    every first Monday of the month = 12.2 a year
    every year on 5 May = 1.0 a year
    5 May every year = 1.0 a year
    on alternate days = 182.5 a year
    ");
}
