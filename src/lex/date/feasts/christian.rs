//! The Christian year, western and orthodox.
//!
//! In: nothing. Out: a table of names and rules, in the writing of [`super`].

use jiff::civil::Weekday::Thursday;

use super::feast;
use super::lasting;
use crate::lex::date::holiday::Feast;
use crate::lex::date::holiday::Rule::Easter;
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Nth;
use crate::lex::date::holiday::Rule::Pascha;

/// Feasts of the churches.
pub(super) static CHRISTIAN: &[Feast] = &[
    feast(
        &["christmas", "christmas day", "xmas", "xmas day", "x-mas"],
        Fixed(12, 25),
    ),
    feast(&["christmas eve", "xmas eve"], Fixed(12, 24)),
    feast(
        &["orthodox christmas", "orthodox christmas day"],
        Fixed(1, 7),
    ),
    feast(&["orthodox new year", "old new year"], Fixed(1, 14)),
    feast(
        &["epiphany", "three kings' day", "three king's day"],
        Fixed(1, 6),
    ),
    feast(&["candlemas"], Fixed(2, 2)),
    feast(
        &["all saints' day", "all saint's day", "all hallow's day"],
        Fixed(11, 1),
    ),
    feast(
        &["all souls' day", "all soul's day", "day of the dead"],
        Fixed(11, 2),
    ),
    feast(&["assumption of mary", "assumption day"], Fixed(8, 15)),
    feast(
        &[
            "feast of the immaculate conception",
            "immaculate conception",
        ],
        Fixed(12, 8),
    ),
    feast(
        &[
            "mardi gras",
            "shrove tuesday",
            "pancake tuesday",
            "pancake day",
            "fat tuesday",
        ],
        Easter(-47),
    ),
    feast(
        &["shrove monday", "rose monday", "collop monday"],
        Easter(-48),
    ),
    feast(&["ash wednesday", "carnation day"], Easter(-46)),
    lasting(&["lent"], Easter(-46), 46),
    feast(&["palm sunday", "branch sunday"], Easter(-7)),
    lasting(&["holy week"], Easter(-7), 7),
    feast(
        &[
            "maundy thursday",
            "holy thursday",
            "covenant thursday",
            "covenant thu",
            "sheer thursday",
            "great and holy thursday",
            "thursday of mysteries",
            "thu of mysteries",
        ],
        Easter(-3),
    ),
    feast(
        &["good friday", "great friday", "black friday before easter"],
        Easter(-2),
    ),
    feast(
        &[
            "holy saturday",
            "easter saturday",
            "easter eve",
            "easter vigil",
            "black saturday",
        ],
        Easter(-1),
    ),
    feast(&["easter", "easter sunday", "easter day"], Easter(0)),
    feast(&["easter monday"], Easter(1)),
    feast(&["divine mercy sunday"], Easter(7)),
    feast(
        &[
            "ascension day",
            "ascension thursday",
            "feast of the ascension",
        ],
        Easter(39),
    ),
    feast(
        &[
            "pentecost",
            "pentecost day",
            "whit sunday",
            "white sunday",
            "pentecost sunday",
            "whitsunday",
        ],
        Easter(49),
    ),
    feast(
        &[
            "whit monday",
            "white monday",
            "pentecost monday",
            "monday of the holy spirit",
        ],
        Easter(50),
    ),
    feast(&["trinity sunday"], Easter(56)),
    feast(&["corpus christi", "feast of corpus christi"], Easter(60)),
    feast(
        &["advent sunday", "first sunday of advent"],
        Nth(4, Thursday, 11, 3),
    ),
    feast(
        &[
            "orthodox easter",
            "orthodox easter sunday",
            "orthodox easter day",
            "pascha",
        ],
        Pascha(0),
    ),
    feast(&["orthodox easter monday"], Pascha(1)),
    feast(
        &["orthodox good friday", "orthodox great friday"],
        Pascha(-2),
    ),
    feast(&["orthodox holy saturday"], Pascha(-1)),
    feast(
        &["orthodox palm sunday", "orthodox branch sunday"],
        Pascha(-7),
    ),
    feast(&["lazarus saturday"], Pascha(-8)),
    feast(
        &[
            "orthodox shrove monday",
            "orthodox ash monday",
            "clean monday",
            "green monday",
            "monday of lent",
            "orthodox clean monday",
        ],
        Pascha(-48),
    ),
    lasting(
        &["great fast", "great lent", "orthodox lent"],
        Pascha(-48),
        40,
    ),
    feast(
        &["orthodox ascension day", "orthodox ascension"],
        Pascha(39),
    ),
    feast(&["orthodox pentecost"], Pascha(49)),
    feast(&["twelfth night"], Fixed(1, 5)),
    feast(
        &[
            "annunciation",
            "feast of the annunciation",
            "lady day",
            "annunciation day",
        ],
        Fixed(3, 25),
    ),
    feast(&["st joseph's day", "saint joseph's day"], Fixed(3, 19)),
    feast(&["easter friday"], Easter(-2)),
    feast(&["easter tuesday"], Easter(2)),
    feast(&["low sunday"], Easter(7)),
    feast(&["whitsun", "whitsuntide"], Easter(49)),
    feast(&["whit tuesday"], Easter(51)),
    feast(
        &["christ the king", "feast of christ the king"],
        Nth(4, Thursday, 11, -4),
    ),
    feast(&["stir-up sunday"], Nth(4, Thursday, 11, -4)),
    feast(&["second sunday of advent"], Nth(4, Thursday, 11, 10)),
    feast(&["third sunday of advent"], Nth(4, Thursday, 11, 17)),
    feast(&["fourth sunday of advent"], Nth(4, Thursday, 11, 24)),
    feast(&["childermas", "holy innocents' day"], Fixed(12, 28)),
    feast(&["orthodox christmas eve"], Fixed(1, 6)),
    feast(&["orthodox epiphany"], Fixed(1, 19)),
    feast(
        &["orthodox maundy thursday", "orthodox holy thursday"],
        Pascha(-3),
    ),
    feast(&["orthodox easter saturday"], Pascha(-1)),
    feast(
        &["orthodox pentecost monday", "orthodox whit monday"],
        Pascha(50),
    ),
    feast(&["orthodox ash wednesday"], Pascha(-46)),
];
