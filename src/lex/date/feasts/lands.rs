//! National days, days of a land's custom, and the turns of the year.
//!
//! In: nothing. Out: a table of names and rules, in the writing of [`super`]. Solstices and equinoxes are stated as the day on
//! which they mostly fall.

use jiff::civil::Weekday::Friday;
use jiff::civil::Weekday::Monday;
use jiff::civil::Weekday::Saturday;
use jiff::civil::Weekday::Sunday;
use jiff::civil::Weekday::Thursday;
use jiff::civil::Weekday::Tuesday;
use jiff::civil::Weekday::Wednesday;
use jiff::civil::date;

use super::feast;
use super::lasting;
use crate::lex::date::holiday::Feast;
use crate::lex::date::holiday::Rule;
use crate::lex::date::holiday::Rule::Before;
use crate::lex::date::holiday::Rule::Chinese;
use crate::lex::date::holiday::Rule::Easter;
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Hindu;
use crate::lex::date::holiday::Rule::Nth;
use crate::lex::date::holiday::Rule::Pascha;
use crate::lex::date::holiday::Rule::Wandering;
use crate::lex::date::panchang::Festival;

/// Days of lands and of the turning year.
pub(super) static LANDS: &[Feast] = &[
    // The turns of the year.
    feast(&["summer solstice"], Fixed(6, 21)),
    feast(&["winter solstice"], Fixed(12, 21)),
    feast(&["spring equinox", "vernal equinox"], Fixed(3, 20)),
    feast(
        &["autumn equinox", "autumnal equinox", "fall equinox"],
        Fixed(9, 22),
    ),
    feast(&["midsummer"], Fixed(6, 24)),
    feast(
        &["midsummer eve", "midsummer's eve", "midsummer night"],
        Fixed(6, 23),
    ),
    feast(&["imbolc"], Fixed(2, 1)),
    feast(&["beltane"], Fixed(5, 1)),
    feast(&["lammas", "lammas day", "lughnasadh"], Fixed(8, 1)),
    feast(&["samhain"], Fixed(11, 1)),
    feast(&["yalda night", "shab-e yalda"], Fixed(12, 21)),
    // North America.
    feast(&["national freedom day"], Fixed(2, 1)),
    feast(
        &["pulaski day", "casimir pulaski day"],
        Nth(1, Monday, 3, 0),
    ),
    feast(&["seward's day"], Nth(-1, Monday, 3, 0)),
    feast(
        &[
            "take our daughters and sons to work day",
            "take your child to work day",
        ],
        Nth(4, Thursday, 4, 0),
    ),
    feast(&["truman day"], Fixed(5, 8)),
    feast(&["military spouse day"], Nth(2, Sunday, 5, -2)),
    feast(&["armed forces day"], Nth(3, Saturday, 5, 0)),
    feast(
        &["national donut day", "national doughnut day"],
        Nth(1, Friday, 6, 0),
    ),
    feast(
        &[
            "national aboriginal day",
            "national indigenous people's day",
        ],
        Fixed(6, 21),
    ),
    feast(&["nunavut day"], Fixed(7, 9)),
    feast(&["statehood day"], Nth(3, Friday, 8, 0)),
    feast(&["constitution day"], Fixed(9, 17)),
    feast(
        &[
            "canadian thanksgiving",
            "canadian thanksgiving day",
            "thanksgiving in canada",
        ],
        Nth(2, Monday, 10, 0),
    ),
    feast(&["alaska day"], Fixed(10, 18)),
    feast(&["nevada day"], Nth(-1, Friday, 10, 0)),
    feast(
        &["dia de los muertos", "día de los muertos", "dia de muertos"],
        Fixed(11, 2),
    ),
    lasting(&["las posadas"], Fixed(12, 16), 9),
    feast(&["three wise men's day"], Fixed(1, 6)),
    // Britain and Ireland.
    feast(&["up helly aa"], Nth(-1, Tuesday, 1, 0)),
    feast(&["st piran's day", "saint piran's day"], Fixed(3, 5)),
    feast(&["empire day"], Fixed(5, 24)),
    feast(&["oak apple day"], Fixed(5, 29)),
    feast(&["trafalgar day"], Fixed(10, 21)),
    feast(&["st crispin's day", "saint crispin's day"], Fixed(10, 25)),
    feast(
        &["st martin's day", "saint martin's day", "martinmas"],
        Fixed(11, 11),
    ),
    // Europe.
    feast(&["st knut's day"], Fixed(1, 13)),
    feast(&["tatiana day"], Fixed(1, 25)),
    feast(
        &["defender of the fatherland day", "fatherland day"],
        Fixed(2, 23),
    ),
    feast(&["rosenmontag"], Easter(-48)),
    feast(&["weiberfastnacht"], Easter(-52)),
    feast(&["kingsday"], Rule::KingsDay),
    feast(&["st james's day", "saint james's day"], Fixed(7, 25)),
    feast(&["ochi day", "ohi day"], Fixed(10, 28)),
    feast(&["reformation day"], Fixed(10, 31)),
    feast(&["volkstrauertag"], Nth(4, Thursday, 11, -11)),
    feast(&["totensonntag"], Nth(4, Thursday, 11, -4)),
    feast(
        &["repentance day", "day of repentance and prayer"],
        Before(Wednesday, 11, 23),
    ),
    feast(&["st barbara's day", "saint barbara's day"], Fixed(12, 4)),
    feast(&["nikolaustag"], Fixed(12, 6)),
    feast(
        &[
            "st lucy's day",
            "saint lucy's day",
            "st lucia's day",
            "saint lucia's day",
        ],
        Fixed(12, 13),
    ),
    // Churches.
    feast(&["septuagesima", "septuagesima sunday"], Easter(-63)),
    feast(&["sexagesima", "sexagesima sunday"], Easter(-56)),
    feast(&["quinquagesima", "quinquagesima sunday"], Easter(-49)),
    feast(&["laetare sunday"], Easter(-21)),
    feast(&["passion sunday"], Easter(-14)),
    feast(&["rogation sunday"], Easter(35)),
    feast(&["feast of the sacred heart"], Easter(68)),
    feast(&["feast of the transfiguration"], Fixed(8, 6)),
    feast(
        &[
            "feast of the assumption",
            "assumption of the virgin mary",
            "dormition of the mother of god",
        ],
        Fixed(8, 15),
    ),
    feast(&["meatfare sunday"], Pascha(-56)),
    feast(&["cheesefare sunday", "forgiveness sunday"], Pascha(-49)),
    feast(&["genna", "ethiopian christmas"], Fixed(1, 7)),
    feast(&["timkat"], Fixed(1, 19)),
    feast(&["enkutatash", "ethiopian new year"], Fixed(9, 11)),
    feast(&["meskel"], Fixed(9, 27)),
    // Africa.
    feast(&["madaraka day"], Fixed(6, 1)),
    feast(&["mashujaa day", "kenyatta day"], Fixed(10, 20)),
    feast(&["jamhuri day"], Fixed(12, 12)),
    // Asia.
    feast(&["setsubun"], Fixed(2, 3)),
    feast(&["parinirvana day", "nirvana day"], Fixed(2, 15)),
    feast(&["hinamatsuri"], Fixed(3, 3)),
    feast(&["chaharshanbe suri"], Before(Tuesday, 3, 20)),
    feast(&["sizdah bedar"], Fixed(4, 2)),
    feast(&["ridvan"], Fixed(4, 21)),
    feast(
        &[
            "pohela boishakh",
            "poila boishakh",
            "pahela baishakh",
            "bengali new year",
        ],
        Fixed(4, 14),
    ),
    feast(&["greenery day"], Fixed(5, 4)),
    feast(&["tanabata"], Fixed(7, 7)),
    feast(
        &["vishwakarma puja", "vishwakarma jayanti", "vishwakarma day"],
        Fixed(9, 17),
    ),
    feast(&["hangul day"], Fixed(10, 9)),
    feast(&["haryana day"], Fixed(11, 1)),
    feast(
        &["labor thanksgiving day", "labour thanksgiving day"],
        Fixed(11, 23),
    ),
    feast(&["loy krathong", "loi krathong"], Chinese(10, 15)),
    feast(
        &["bihu", "rongali bihu", "bohag bihu"],
        Hindu(Festival::sun(0)),
    ),
    feast(
        &["kali puja", "kali pooja"],
        Hindu(Festival::evening(7, 30)),
    ),
    feast(
        &["dev diwali", "dev deepawali"],
        Hindu(Festival::sunrise(8, 15)),
    ),
    feast(
        &[
            "maharishi dayanand saraswati jayanti",
            "dayanand saraswati jayanti",
        ],
        Hindu(Festival::sunrise(11, 25)),
    ),
    feast(
        &["thaipusam", "thai poosam", "thaipoosam"],
        Hindu(Festival::star(270, 8)),
    ),
    feast(&["khordad sal"], Wandering(date(2018, 8, 23))),
];
