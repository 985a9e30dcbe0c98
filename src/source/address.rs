//! The day in a report's web address: `/2016/06/12/`, `/2005/nov/28/`, `/2005-11-27-quake.htm`.
//!
//! In: a web address. Out: the day that its path names, which on news sites is the day of publication.

use jiff::civil;

/// The first year of news on the web.
const FIRST_YEAR: i16 = 1990;

/// The day that the path of `address` names; `None` where it names none, or two that differ.
pub(super) fn day(address: &str) -> Option<civil::Date> {
    let path = address
        .split_once("://")
        .map_or(address, |(_, rest)| rest)
        .split(['?', '#'])
        .next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_']).skip(1).collect();
    let mut days = parts
        .windows(3)
        .filter_map(|part| date(part[0], part[1], part[2]));
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

fn date(year: &str, month: &str, day: &str) -> Option<civil::Date> {
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    let words = format!("{year} {month} {day}");
    ["%Y %m %d", "%Y %b %d", "%Y %B %d"]
        .iter()
        .find_map(|form| civil::Date::strptime(form, &words).ok())
        .filter(|day| day.year() >= FIRST_YEAR)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_path_of_year_month_and_day_is_read() {
        for (address, wanted) in [
            (
                "https://news.example/2016/06/12/fire/8578/",
                Some("2016-06-12"),
            ),
            (
                "https://news.example/world/2005/nov/28/quake",
                Some("2005-11-28"),
            ),
            (
                "news.example/world/2005-11-27-quake_x.htm",
                Some("2005-11-27"),
            ),
            ("https://news.example/2016/6/2/a-b", Some("2016-06-02")),
            ("https://news.example/2016/06/fire-12", None),
            ("https://news.example/2016/13/12/", None),
            ("https://news.example/1812/06/12/war", None),
            ("https://news.example/fire?day=2016/06/12", None),
            ("https://news.example/2016/06/12/from-2015-06-12", None),
            ("https://news.example/id/4475546.stm", None),
            ("", None),
        ] {
            let found = day(address).map(|day| day.to_string());
            assert_eq!(found.as_deref(), wanted, "{address}");
        }
    }
}
