//! What the date grammar reads, family by family. Publication is Thursday 22 June 2023, noon, unless a test says else.

mod composed;
mod ends;
mod habits;
mod points;
mod quarters;
mod together;
mod written;

use jiff::civil::DateTime;
use jiff::civil::datetime;

use crate::lex::Context;
use crate::lex::found::values;
use crate::lex::scan;
use crate::lex::token::Stretch;
use crate::value::DateRange;
use crate::value::Value;

const NOON: DateTime = datetime(2023, 6, 22, 12, 0, 0, 0);

fn show(range: DateRange) -> String {
    let end = |at: Option<DateTime>| {
        at.map_or_else(String::new, |at| {
            let text = at.to_string();
            text.strip_suffix("T00:00:00").unwrap_or(&text).to_owned()
        })
    };
    format!("{}..{}", end(range.from), end(range.to))
}

fn found_in(text: &str, published: Option<(DateTime, DateTime)>) -> Vec<String> {
    let mut tokens = Vec::new();
    scan::tokens(text, 0..text.len(), &mut tokens);
    let stretch = Stretch::new(text, &tokens);
    let words = stretch.words();
    let context = Context {
        published,
        rule: false,
        kind: None,
    };
    let mut found = Vec::new();
    values(words, &context, &mut found);
    let mut out = Vec::new();
    for found in found {
        let span = found
            .hedge
            .map_or(found.core, |hedge| hedge.hull(found.core));
        let said = span.of(text);
        match found.value {
            Value::Date(date) if date.possible == date.stated => {
                out.push(format!("{said} = {}", show(date.stated)));
            }
            Value::Date(date) => {
                let (stated, possible) = (show(date.stated), show(date.possible));
                out.push(format!("{said} = {stated} within {possible}"));
            }
            Value::TimeOfDay(time) => {
                let zone = time
                    .offset
                    .map_or_else(String::new, |offset| format!(" {offset:+}"));
                let second = time
                    .second
                    .map_or_else(String::new, |(at, offset)| format!(" ({at} {offset:+})"));
                let half = if time.either_half {
                    " or twelve hours later"
                } else {
                    ""
                };
                let about = if time.about { " about" } else { "" };
                out.push(format!(
                    "{said} = {} to {}{zone}{second}{half}{about}",
                    time.from, time.to
                ));
            }
            Value::Since(since) => {
                let years = since
                    .years
                    .map_or_else(String::new, |years| format!(" {} years", years.stated.lo));
                let first = if since.first { " first" } else { "" };
                out.push(format!("{said} since {}{years}{first}", show(since.last)));
            }
            Value::Frequency(measure) => {
                let in_a_year = measure.stated.lo * 31_536_000.0;
                out.push(format!("{said} = {in_a_year:.1} a year"));
            }
            _ => {}
        }
    }
    out
}

/// Each line of `texts` on its own, and what is read in it.
fn read(texts: &str) -> String {
    let lines = texts.lines().map(|line| {
        let found = found_in(line.trim(), Some((NOON, NOON)));
        if found.is_empty() {
            "-".to_owned()
        } else {
            found.join("; ")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_date_may_be_written_in_any_order() {
    insta::assert_snapshot!(read("It sank on 19 June 2023.
        It sank on June 19th, 2023.
        It sank on the 19th of June 2023.
        It sank on 2023-06-19.
        It sank on 06/19/2023.
        It sank on 4/5/2023.
        It sank on Monday, June 19, 2023.
        It sank in nineteen eighty-four.
        It sank in August 1984."), @r"
    on 19 June 2023 = 2023-06-19..2023-06-20
    on June 19th, 2023 = 2023-06-19..2023-06-20
    on the 19th of June 2023 = 2023-06-19..2023-06-20
    on 2023-06-19 = 2023-06-19..2023-06-20
    on 06/19/2023 = 2023-06-19..2023-06-20
    on 4/5/2023 = 2023-04-05..2023-04-06 within 2023-04-05..2023-05-05
    on Monday, June 19, 2023 = 2023-06-19..2023-06-20
    in nineteen eighty-four = 1984-01-01..1985-01-01
    in August 1984 = 1984-08-01..1984-09-01
    ");
}

#[test]
fn what_is_left_out_comes_from_publication_and_tense() {
    insta::assert_snapshot!(read("The crew met on Monday.
        The envoy will arrive on Friday.
        The court ruled in February.
        The vote will be in February.
        The mayor resigned on 4 July.
        It opened on the 4th."), @r"
    on Monday = 2023-06-19..2023-06-20
    on Friday = 2023-06-23..2023-06-24
    in February = 2023-02-01..2023-03-01
    in February = 2024-02-01..2024-03-01
    on 4 July = 2022-07-04..2022-07-05
    on the 4th = 2023-06-04..2023-06-05
    ");
}

#[test]
fn relative_dates_count_from_publication() {
    insta::assert_snapshot!(read("He left yesterday.
        He left three days ago.
        He left five years ago.
        He left last week.
        He left earlier this year.
        He left late last month.
        He will leave in two weeks.
        He died two days later."), @r"
    yesterday = 2023-06-21..2023-06-22
    three days ago = 2023-06-19..2023-06-20
    five years ago = 2018-06-22..2018-06-23 within 2017-09-22T12:00:00..2019-03-22T12:00:00
    last week = 2023-06-12..2023-06-19
    earlier this year = 2023-01-01..2023-06-22 within 2023-01-01..2024-01-01
    late last month = 2023-05-21..2023-06-01 within 2023-05-12..2023-06-01
    in two weeks = 2023-07-06..2023-07-07 within 2023-07-02T12:00:00..2023-07-10T12:00:00
    two days later = 2023-06-24..2023-06-25 within ..
    ");
}

#[test]
fn a_bare_day_of_publication_widens_what_is_possible() {
    let day = Some((
        datetime(2023, 6, 22, 0, 0, 0, 0),
        datetime(2023, 6, 23, 11, 59, 59, 0),
    ));
    assert_eq!(
        found_in("The crew left yesterday.", day),
        ["yesterday = 2023-06-21..2023-06-22 within 2023-06-21..2023-06-23"]
    );
}

#[test]
fn an_undated_text_has_no_relative_date_and_an_open_partial_one() {
    assert_eq!(found_in("The crew left yesterday.", None), [""; 0]);
    assert_eq!(
        found_in("The crew left on 19 June.", None),
        ["on 19 June = .."]
    );
    assert_eq!(
        found_in("The crew left on 19 June 2020.", None),
        ["on 19 June 2020 = 2020-06-19..2020-06-20"]
    );
}

#[test]
fn ranges_share_what_one_side_leaves_out() {
    insta::assert_snapshot!(read("Talks ran 14-16 July 2021.
        Talks ran from June 28 to July 2, 2013.
        Talks ran between 2007 and 2009.
        Talks ran from Monday to Wednesday.
        Talks ran from 9:30 to 11 a.m. on Tuesday."), @r"
    14-16 July 2021 = 2021-07-14..2021-07-17
    from June 28 to July 2, 2013 = 2013-06-28..2013-07-03
    between 2007 and 2009 = 2007-01-01..2010-01-01
    from Monday to Wednesday = 2023-06-19..2023-06-22
    from 9:30 to 11 a.m. on Tuesday = 2023-06-20T09:30:00..2023-06-20T11:00:00
    ");
}

#[test]
fn open_ends_stay_open() {
    insta::assert_snapshot!(read("It closed before 2018.
        It closed after 3 May 2018.
        It stays shut until 3 May 2024.
        It shut no later than 3 May 2018.
        It will reopen by Friday."), @r"
    before 2018 = ..2018-01-01
    after 3 May 2018 = 2018-05-03..
    until 3 May 2024 = ..2024-05-03
    no later than 3 May 2018 = ..2018-05-04
    by Friday = 2023-06-22T12:00:00..2023-06-24 within ..2023-06-24
    ");
}

#[test]
fn clock_times_keep_their_zones() {
    insta::assert_snapshot!(read("It began at 4:30 pm (0830 GMT).
        The doors shut at 9 p.m. local time (2000 GMT).
        It began at 16:30 Beijing time.
        It began at half past four.
        It began at noon.
        It began shortly after midnight.
        It began at 2 a.m. on Sunday."), @r"
    at 4:30 pm (0830 GMT) = 16:30:00 to 16:30:00 (08:30:00 +0)
    at 9 p.m. local time (2000 GMT) = 21:00:00 to 21:00:00 (20:00:00 +0)
    at 16:30 Beijing time = 16:30:00 to 16:30:00 +480
    at half past four = 04:30:00 to 04:30:00 or twelve hours later
    at noon = 12:00:00 to 12:00:00
    shortly after midnight = 00:00:00 to 00:00:00 about
    at 2 a.m. on Sunday = 2023-06-18T02:00:00..2023-06-18T03:00:00
    ");
}

#[test]
fn parts_of_the_day_are_wide() {
    insta::assert_snapshot!(read("He was shot early Sunday morning.
        He was shot on Saturday night.
        He was shot last night.
        He was shot in the early hours of Tuesday.
        He was shot in the morning."), @"
    early Sunday morning = 2023-06-18..2023-06-18T09:00:00 within 2023-06-17T23:00:00..2023-06-18T10:00:00
    on Saturday night = 2023-06-17T20:00:00..2023-06-18 within 2023-06-17T17:00:00..2023-06-18T07:00:00
    last night = 2023-06-21T20:00:00..2023-06-22 within 2023-06-21T17:00:00..2023-06-22T08:00:00
    in the early hours of Tuesday = 2023-06-20..2023-06-20T06:00:00 within 2023-06-19T23:00:00..2023-06-20T09:00:00
    in the morning = 08:00:00 to 12:00:00 about
    ");
}

#[test]
fn periods_have_parts() {
    insta::assert_snapshot!(read("It began in early March 2020.
        It began in the third week of May 2020.
        It began on the last Friday of May 2020.
        It began in the summer of 2020.
        It began in Q3 2020.
        It began in the late 1990s.
        It began in the 15th century."), @r"
    in early March 2020 = 2020-03-01..2020-03-16 within 2020-03-01..2020-03-21
    in the third week of May 2020 = 2020-05-18..2020-05-25
    on the last Friday of May 2020 = 2020-05-29..2020-05-30
    in the summer of 2020 = 2020-06-21..2020-09-24 within 2020-06-01..2020-10-01
    in Q3 2020 = 2020-07-01..2020-10-01
    in the late 1990s = 1995-01-01..2000-01-01 within 1993-05-03..2000-01-01
    in the 15th century = 1400-01-01..1500-01-01 within 1400-01-01..1501-01-01
    ");
}

#[test]
fn feasts_are_computed() {
    insta::assert_snapshot!(read("It opened on Easter Monday 2019.
        It opened on Christmas Eve.
        It opened on Eid al-Fitr 2022.
        It opened at Hanukkah 2018.
        It opened on Diwali 2023.
        It opened on Memorial Day 2016."), @r"
    on Easter Monday 2019 = 2019-04-22..2019-04-23
    on Christmas Eve = 2022-12-24..2022-12-25
    on Eid al-Fitr 2022 = 2022-05-02..2022-05-03 within 2022-05-01..2022-05-04
    at Hanukkah 2018 = 2018-12-02..2018-12-11
    on Diwali 2023 = 2023-11-12..2023-11-13 within 2023-11-11..2023-11-14
    on Memorial Day 2016 = 2016-05-30..2016-05-31
    ");
}

#[test]
fn since_tells_when_it_last_happened() {
    insta::assert_snapshot!(read("It was the first journey of its kind since 2018.
        It is the first rise in five years.
        It was shut for the first time in two decades.
        He has lived there since last March."), @r"
    since 2018 since 2018-01-01..2019-01-01 first
    five years since 2017-06-22T12:00:00..2019-06-22T12:00:00 5 years first
    two decades since 2002-06-22T12:00:00..2004-06-22T12:00:00 20 years first
    since last March since 2022-03-01..2023-04-01
    ");
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    insta::assert_snapshot!(read("He may march with them.
        The shop is open 24/7.
        They won 3-2 on penalties.
        Call (206) 555-1212 now and then.
        It rose 6.45 percent.
        He lives in the 2000 block of Elm Street.
        She is in her mid-20s.
        On second thoughts, he left.
        The Harbour Sun-Herald reported it.
        The truce will last two hours.
        He lent them a boat."), @r"
    -
    -
    -
    -
    -
    -
    -
    -
    -
    -
    -
    ");
}
