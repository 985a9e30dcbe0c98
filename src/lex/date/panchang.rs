//! Hindu feasts, by sun and moon.
//!
//! In: which lunar day of which month (or which place of the sun) a feast is on, and a year. Out: its civil day in India.
//! A month runs from new moon to new moon and takes its number from the sidereal sign the sun is in; a lunar day
//! (tithi) is twelve degrees of the moon's lead over the sun; the feast is on the civil day at whose telling hour that
//! lunar day rules. Positions are the main terms of Meeus, *Astronomical Algorithms*, chapters 25 and 47 (within 0.05
//! degrees, six minutes of time), so a lunar day that changes just at the telling hour can fall on the neighbouring day.
//! `calendrical_calculations` has these too, but keeps them to itself.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::civil::date;

/// A feast's rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Festival {
    place: Place,
    /// Hours after midnight, Indian time, at which the sky tells.
    hour: f64,
    /// Civil days on from there.
    after: i8,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    /// Month from new moon to new moon (Chaitra is 1), lunar day 1 to 30.
    Moon(u8, u8),
    /// The sun enters this sidereal longitude.
    Sun(f64),
    /// While the sun is in the sign from this longitude, the moon is in this lunar mansion, 1 to 27.
    Star(f64, u8),
}

impl Festival {
    const fn moon(month: u8, tithi: u8, hour: f64) -> Self {
        Self {
            place: Place::Moon(month, tithi),
            hour,
            after: 0,
        }
    }

    /// The lunar day that rules at sunrise.
    pub(crate) const fn sunrise(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 6.25)
    }

    /// Between sunrise and noon.
    pub(crate) const fn forenoon(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 9.0)
    }

    /// At noon.
    pub(crate) const fn noon(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 12.3)
    }

    /// In the afternoon.
    pub(crate) const fn afternoon(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 14.5)
    }

    /// After sunset.
    pub(crate) const fn evening(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 18.8)
    }

    /// When the waning moon rises.
    pub(crate) const fn moonrise(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 20.3)
    }

    /// At midnight, at the end of the day.
    pub(crate) const fn midnight(month: u8, tithi: u8) -> Self {
        Self::moon(month, tithi, 24.0)
    }

    /// The sun enters the longitude; after sunset counts for the next day.
    pub(crate) const fn sun(longitude: u16) -> Self {
        Self {
            place: Place::Sun(longitude as f64),
            hour: 18.0,
            after: 0,
        }
    }

    /// The moon is in the mansion while the sun is in the sign.
    pub(crate) const fn star(longitude: u16, mansion: u8) -> Self {
        Self {
            place: Place::Star(longitude as f64, mansion),
            hour: 9.0,
            after: 0,
        }
    }

    /// So many days later.
    pub(crate) const fn after(mut self, days: i8) -> Self {
        self.after = days;
        self
    }
}

/// The day of a festival that falls in `year`, 1800 to 2200.
pub(crate) fn day(festival: Festival, year: i16) -> Option<Date> {
    if !(1800..=2200).contains(&year) {
        return None;
    }
    let first = Date::new(year, 1, 1).ok()?.checked_sub(3.days()).ok()?;
    let mut found = None;
    for n in 0..370_i64 {
        let date = first.checked_add(n.days()).ok()?;
        let at = moment(date, festival.hour);
        if rules(festival.place, at) {
            let day = date.checked_add(i64::from(festival.after).days()).ok()?;
            if day.year() == year {
                found = Some(day);
                break;
            }
        }
    }
    found
}

/// Whether the place rules at `at`, and did not already a day before.
fn rules(place: Place, at: f64) -> bool {
    match place {
        Place::Moon(month, tithi) => {
            if lunar_day(at) != tithi {
                // A lunar day that no telling hour sees is kept on the day it begins.
                let skipped =
                    lunar_day(at) % 30 + 1 == tithi && lunar_day(at + 1.0) == tithi % 30 + 1;
                if !skipped {
                    return false;
                }
                return lunar_month(at + 0.6) == Some(month);
            }
            lunar_day(at - 1.0) != tithi && lunar_month(at) == Some(month)
        }
        Place::Sun(longitude) => {
            let lead =
                |at: f64| (sidereal(sun(at), at) - longitude + 180.0).rem_euclid(360.0) - 180.0;
            lead(at) >= 0.0 && lead(at) < 10.0 && lead(at - 1.0) < 0.0
        }
        Place::Star(longitude, mansion) => {
            let in_sign = (sidereal(sun(at), at) - longitude).rem_euclid(360.0) < 30.0;
            let mansion_at = |at: f64| sidereal(moon(at), at) / (360.0 / 27.0);
            in_sign
                && whole(mansion_at(at)) + 1 == mansion
                && whole(mansion_at(at - 1.0)) + 1 != mansion
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 30"
)]
fn whole(x: f64) -> u8 {
    x.floor() as u8
}

/// Days from noon of 1 January 2000, Greenwich, at an hour of Indian time.
fn moment(day: Date, hour: f64) -> f64 {
    let days = (day - date(2000, 1, 1)).get_days();
    f64::from(days) - 0.5 + (hour - 5.5) / 24.0
}

/// 1 to 30.
fn lunar_day(at: f64) -> u8 {
    whole(lead(at) / 12.0) + 1
}

/// The moon's lead over the sun in degrees.
fn lead(at: f64) -> f64 {
    (moon(at) - sun(at)).rem_euclid(360.0)
}

/// The month that holds `at`; `None` in a leap month, which keeps no feasts.
fn lunar_month(at: f64) -> Option<u8> {
    let last = new_moon(at - lead(at) / 12.19);
    let next = new_moon(last + 29.53);
    let sign = |at: f64| whole(sidereal(sun(at), at) / 30.0);
    let (start, end) = (sign(last), sign(next));
    (start != end).then_some((start + 1) % 12 + 1)
}

/// The new moon next to a guess.
fn new_moon(guess: f64) -> f64 {
    let mut at = guess;
    for _ in 0..6 {
        let off = (lead(at) + 180.0).rem_euclid(360.0) - 180.0;
        at -= off / 12.19;
    }
    at
}

/// Longitude from the fixed stars, after Lahiri.
fn sidereal(longitude: f64, at: f64) -> f64 {
    (longitude - 23.857 - 0.013_97 * at / 365.25).rem_euclid(360.0)
}

/// Apparent longitude of the sun in degrees.
fn sun(at: f64) -> f64 {
    let t = at / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t;
    let anomaly = (357.529_11 + 35_999.050_29 * t).to_radians();
    let centre = 1.914_6 * anomaly.sin() + 0.019_99 * (2.0 * anomaly).sin();
    (mean + centre - 0.005_7).rem_euclid(360.0)
}

/// Longitude of the moon in degrees.
fn moon(at: f64) -> f64 {
    let t = at / 36_525.0;
    let mean = 218.316_448 + 481_267.881_234 * t;
    let d = (297.850_192 + 445_267.111_403 * t).to_radians();
    let sun = (357.529_11 + 35_999.050_29 * t).to_radians();
    let m = (134.963_396 + 477_198.867_505 * t).to_radians();
    let f = (93.272_095 + 483_202.017_523 * t).to_radians();
    let terms = [
        (6.288_774, m),
        (1.274_027, 2.0 * d - m),
        (0.658_314, 2.0 * d),
        (0.213_618, 2.0 * m),
        (-0.185_116, sun),
        (-0.114_332, 2.0 * f),
        (0.058_793, 2.0 * d - 2.0 * m),
        (0.057_066, 2.0 * d - sun - m),
        (0.053_322, 2.0 * d + m),
        (0.045_758, 2.0 * d - sun),
        (-0.040_923, sun - m),
        (-0.034_720, d),
        (-0.030_383, sun + m),
        (0.015_327, 2.0 * d - 2.0 * f),
        (-0.012_528, m + 2.0 * f),
        (0.010_980, m - 2.0 * f),
        (0.010_675, 4.0 * d - m),
        (0.010_034, 3.0 * m),
        (0.008_548, 4.0 * d - 2.0 * m),
    ];
    let sum: f64 = terms.iter().map(|(size, angle)| size * angle.sin()).sum();
    (mean + sum).rem_euclid(360.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_on_the_days_india_kept_them() {
        let on = |festival, year| day(festival, year).expect("in range").to_string();
        let diwali = Festival::evening(7, 30);
        assert_eq!(on(diwali, 2018), "2018-11-07");
        assert_eq!(on(diwali, 2020), "2020-11-14");
        assert_eq!(on(diwali, 2023), "2023-11-12");
        let holi = Festival::evening(12, 15).after(1);
        assert_eq!(on(holi, 2019), "2019-03-21");
        assert_eq!(on(Festival::sunrise(5, 15), 2018), "2018-08-26");
        assert_eq!(on(Festival::sun(270), 2018), "2018-01-14");
        assert_eq!(on(Festival::sun(270), 2019), "2019-01-15");
        assert_eq!(on(Festival::star(120, 22), 2018), "2018-08-24");
    }

    #[test]
    fn a_leap_month_keeps_no_feast() {
        // 2018 had a second Jyeshtha, in May and June.
        assert_eq!(day(Festival::sunrise(4, 2), 2018), Some(date(2018, 7, 14)));
    }
}
