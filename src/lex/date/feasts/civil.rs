//! Civil holidays, and days kept by custom, in the year's order as far as it goes.
//!
//! In: nothing. Out: a table of names and rules, in the writing of [`super`].

use jiff::civil::Weekday::Friday;
use jiff::civil::Weekday::Monday;
use jiff::civil::Weekday::Saturday;
use jiff::civil::Weekday::Sunday;
use jiff::civil::Weekday::Thursday;
use jiff::civil::Weekday::Tuesday;
use jiff::civil::Weekday::Wednesday;

use super::feast;
use super::lasting;
use crate::lex::date::holiday::Feast;
use crate::lex::date::holiday::Rule;
use crate::lex::date::holiday::Rule::Before;
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Nth;
use crate::lex::date::holiday::Rule::Working;

/// Holidays of states and customs.
pub(super) static CIVIL: &[Feast] = &[
    feast(&["new year's day", "new year day"], Fixed(1, 1)),
    feast(&["new year's eve", "new year eve", "nye"], Fixed(12, 31)),
    feast(
        &[
            "martin luther king's day",
            "martin luther king jr day",
            "martin luther king jr. day",
            "mlk day",
        ],
        Nth(3, Monday, 1, 0),
    ),
    feast(&["australia day"], Fixed(1, 26)),
    feast(&["groundhog day"], Fixed(2, 2)),
    feast(
        &[
            "valentine's day",
            "valentine day",
            "saint valentine's day",
            "st valentine's day",
        ],
        Fixed(2, 14),
    ),
    feast(
        &["president's day", "washington's birthday"],
        Nth(3, Monday, 2, 0),
    ),
    feast(&["international women's day", "women's day"], Fixed(3, 8)),
    feast(&["pi day"], Fixed(3, 14)),
    feast(
        &[
            "st patrick's day",
            "saint patrick's day",
            "st paddy's day",
            "saint paddy's day",
            "saint patrick",
            "paddy's day",
        ],
        Fixed(3, 17),
    ),
    feast(
        &[
            "st george's day",
            "saint george's day",
            "feast of saint george",
        ],
        Fixed(4, 23),
    ),
    feast(&["st david's day", "saint david's day"], Fixed(3, 1)),
    feast(&["st andrew's day", "saint andrew's day"], Fixed(11, 30)),
    feast(
        &["april fool's day", "april fool's", "fool's day"],
        Fixed(4, 1),
    ),
    feast(&["tax day"], Fixed(4, 15)),
    feast(&["earth day"], Fixed(4, 22)),
    feast(&["anzac day"], Fixed(4, 25)),
    feast(&["emancipation day"], Working(4, 16)),
    feast(
        &["administrative professional's day", "secretary's day"],
        Nth(-1, Saturday, 4, -3),
    ),
    feast(&["koningsdag", "king's day"], Rule::KingsDay),
    feast(&["may day", "international worker's day"], Fixed(5, 1)),
    feast(&["cinco de mayo"], Fixed(5, 5)),
    feast(&["victory day"], Fixed(5, 9)),
    feast(&["mother's day"], Nth(2, Sunday, 5, 0)),
    feast(&["victoria day"], Before(Monday, 5, 25)),
    feast(&["memorial day", "decoration day"], Nth(-1, Monday, 5, 0)),
    feast(&["flag day"], Fixed(6, 14)),
    feast(&["father's day"], Nth(3, Sunday, 6, 0)),
    feast(&["juneteenth", "freedom day", "jubilee day"], Fixed(6, 19)),
    feast(&["canada day"], Fixed(7, 1)),
    feast(&["independence day"], Fixed(7, 4)),
    feast(&["bastille day"], Fixed(7, 14)),
    feast(&["labor day", "labour day"], Nth(1, Monday, 9, 0)),
    feast(
        &[
            "columbus day",
            "indigenous people's day",
            "indigenous peoples' day",
        ],
        Nth(2, Monday, 10, 0),
    ),
    feast(
        &["boss's day", "boss day", "national boss day"],
        Working(10, 16),
    ),
    feast(
        &[
            "halloween",
            "hallowe'en",
            "all hallow's eve",
            "halloween day",
        ],
        Fixed(10, 31),
    ),
    feast(
        &["guy fawkes night", "guy fawkes day", "bonfire night"],
        Fixed(11, 5),
    ),
    feast(&["election day"], Nth(1, Monday, 11, 1)),
    feast(
        &["veteran's day", "remembrance day", "armistice day"],
        Fixed(11, 11),
    ),
    feast(&["remembrance sunday"], Nth(2, Sunday, 11, 0)),
    feast(
        &["thanksgiving", "thanksgiving day", "thanks giving"],
        Nth(4, Thursday, 11, 0),
    ),
    feast(&["black friday"], Nth(4, Thursday, 11, 1)),
    feast(&["small business saturday"], Nth(4, Thursday, 11, 2)),
    feast(&["cyber monday"], Nth(4, Thursday, 11, 4)),
    feast(&["giving tuesday"], Nth(4, Thursday, 11, 5)),
    feast(
        &["boxing day", "st stephen's day", "saint stephen's day"],
        Fixed(12, 26),
    ),
    lasting(&["kwanzaa"], Fixed(12, 26), 7),
    feast(
        &["singles' day", "singles day", "single's day"],
        Fixed(11, 11),
    ),
    feast(&["siblings day"], Fixed(4, 10)),
    feast(&["friendship day"], Nth(1, Sunday, 8, 0)),
    feast(
        &["grandparent's day", "grandparents day"],
        Nth(1, Monday, 9, 6),
    ),
    feast(&["arbor day"], Nth(-1, Friday, 4, 0)),
    feast(&["super tuesday"], Nth(1, Tuesday, 3, 0)),
    feast(&["inauguration day"], Fixed(1, 20)),
    feast(&["republic day"], Fixed(1, 26)),
    feast(&["army day"], Fixed(1, 15)),
    feast(&["world religion day"], Nth(3, Sunday, 1, 0)),
    feast(
        &["chhatrapati shivaji jayanti", "shivaji jayanti"],
        Fixed(2, 19),
    ),
    feast(&["family day"], Nth(3, Monday, 2, 0)),
    feast(&["commonwealth day"], Nth(2, Monday, 3, 0)),
    feast(&["canberra day"], Nth(2, Monday, 3, 0)),
    feast(&["girls' day", "girls day"], Fixed(3, 7)),
    feast(&["tree planting day"], Fixed(3, 12)),
    feast(&["white lover day", "white day"], Fixed(3, 14)),
    feast(&["earth hour"], Nth(-1, Saturday, 3, 0)),
    feast(
        &["qingming", "qingming festival", "tomb sweeping day"],
        Fixed(4, 5),
    ),
    feast(
        &["ambedkar jayanti", "dr b r ambedkar jayanti"],
        Fixed(4, 14),
    ),
    feast(&["africa day", "african liberation day"], Fixed(5, 25)),
    feast(&["youth day"], Fixed(5, 4)),
    feast(&["world oceans day"], Fixed(6, 8)),
    feast(&["public service day"], Fixed(6, 23)),
    feast(
        &[
            "baptiste day",
            "saint-jean-baptiste day",
            "st jean baptiste day",
        ],
        Fixed(6, 24),
    ),
    feast(&["civic holiday"], Nth(1, Monday, 8, 0)),
    feast(&["world humanitarian day"], Fixed(8, 19)),
    feast(&["teacher's day"], Fixed(9, 10)),
    feast(&["talk like a pirate day"], Fixed(9, 19)),
    feast(&["leif erikson day", "lief erikson day"], Fixed(10, 9)),
    feast(&["air force day"], Fixed(10, 8)),
    feast(&["stress awareness day"], Nth(1, Wednesday, 11, 0)),
    feast(&["africa industrialization day"], Fixed(11, 20)),
    feast(&["german unity day", "day of german unity"], Fixed(10, 3)),
    feast(
        &["take your daughter and son to work day"],
        Nth(4, Thursday, 4, 0),
    ),
    feast(&["us independence day"], Fixed(7, 4)),
    feast(&["administrative day"], Nth(-1, Wednesday, 4, 0)),
];
