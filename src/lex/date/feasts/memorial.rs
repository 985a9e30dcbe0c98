//! More civil days: bank holidays, days of remembrance, saints that are kept by custom.
//!
//! In: nothing. Out: a table of names and rules, in the writing of [`super`].

use jiff::civil::Weekday::Friday;
use jiff::civil::Weekday::Monday;
use jiff::civil::Weekday::Saturday;
use jiff::civil::Weekday::Sunday;
use jiff::civil::Weekday::Thursday;
use jiff::civil::Weekday::Tuesday;

use super::feast;
use crate::lex::date::holiday::Feast;
use crate::lex::date::holiday::Rule::Easter;
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Nth;

/// Days of remembrance and custom.
pub(super) static MEMORIAL: &[Feast] = &[
    feast(
        &[
            "martin luther king jr's day",
            "mlk jr day",
            "mlk jr. day",
            "martin luther king birthday",
            "civil rights day",
        ],
        Nth(3, Monday, 1, 0),
    ),
    feast(
        &["burns night", "burns' night", "robert burns night"],
        Fixed(1, 25),
    ),
    feast(&["waitangi day"], Fixed(2, 6)),
    feast(&["lincoln's birthday"], Fixed(2, 12)),
    feast(&["mothering sunday", "mother's day uk"], Easter(-21)),
    feast(&["evacuation day"], Fixed(3, 17)),
    feast(
        &["cesar chavez day", "cesar chavez's birthday"],
        Fixed(3, 31),
    ),
    feast(&["all fool's day"], Fixed(4, 1)),
    feast(&["patriot's day", "patriots' day"], Nth(3, Monday, 4, 0)),
    feast(&["walpurgis night"], Fixed(4, 30)),
    feast(&["loyalty day"], Fixed(5, 1)),
    feast(
        &["early may bank holiday", "may day bank holiday"],
        Nth(1, Monday, 5, 0),
    ),
    feast(&["national day of prayer"], Nth(1, Thursday, 5, 0)),
    feast(&["ve day", "victory in europe day"], Fixed(5, 8)),
    feast(&["peace officers memorial day"], Fixed(5, 15)),
    feast(
        &["spring bank holiday", "late may bank holiday"],
        Nth(-1, Monday, 5, 0),
    ),
    feast(&["national sorry day"], Fixed(5, 26)),
    feast(&["king kamehameha day", "kamehameha day"], Fixed(6, 11)),
    feast(&["parent's day", "parents' day"], Nth(4, Sunday, 7, 0)),
    feast(&["pioneer day"], Fixed(7, 24)),
    feast(&["yorkshire day"], Fixed(8, 1)),
    feast(
        &[
            "summer bank holiday",
            "august bank holiday",
            "late summer bank holiday",
        ],
        Nth(-1, Monday, 8, 0),
    ),
    feast(&["women's equality day"], Fixed(8, 26)),
    feast(&["battle of britain day"], Fixed(9, 15)),
    feast(&["native american day"], Nth(4, Friday, 9, 0)),
    feast(&["michaelmas"], Fixed(9, 29)),
    feast(&["sweetest day"], Nth(3, Saturday, 10, 0)),
    feast(&["trafalgar day"], Fixed(10, 21)),
    feast(&["melbourne cup day"], Nth(1, Tuesday, 11, 0)),
    feast(
        &["martinmas", "st martin's day", "saint martin's day"],
        Fixed(11, 11),
    ),
    feast(
        &["pearl harbor day", "pearl harbor remembrance day"],
        Fixed(12, 7),
    ),
    feast(
        &["st nicholas day", "saint nicholas day", "st nicholas' day"],
        Fixed(12, 6),
    ),
    feast(
        &["st lucia's day", "saint lucia's day", "st lucy's day"],
        Fixed(12, 13),
    ),
    feast(&["festivus"], Fixed(12, 23)),
    feast(&["hogmanay"], Fixed(12, 31)),
    feast(&["national youth day"], Fixed(1, 12)),
    feast(
        &["netaji jayanti", "subhas chandra bose jayanti"],
        Fixed(1, 23),
    ),
    feast(&["national science day"], Fixed(2, 28)),
    feast(&["kargil vijay diwas"], Fixed(7, 26)),
    feast(
        &["indian independence day", "india independence day"],
        Fixed(8, 15),
    ),
    feast(&["hindi diwas"], Fixed(9, 14)),
    feast(&["engineer's day"], Fixed(9, 15)),
    feast(
        &["sardar patel jayanti", "rashtriya ekta diwas"],
        Fixed(10, 31),
    ),
    feast(&["bal diwas"], Fixed(11, 14)),
];
