//! Days of the United Nations and the world: «World Health Day».
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
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Nth;

/// Days of the world.
pub(super) static WORLD: &[Feast] = &[
    feast(&["world cancer day"], Fixed(2, 4)),
    feast(&["world water day"], Fixed(3, 22)),
    feast(&["world health day"], Fixed(4, 7)),
    feast(&["world book day"], Fixed(4, 23)),
    feast(&["world press freedom day"], Fixed(5, 3)),
    feast(&["europe day"], Fixed(5, 9)),
    feast(&["world no tobacco day"], Fixed(5, 31)),
    feast(
        &["children's day", "international children's day"],
        Fixed(6, 1),
    ),
    feast(&["world environment day"], Fixed(6, 5)),
    feast(&["world refugee day"], Fixed(6, 20)),
    feast(
        &[
            "international yoga day",
            "yoga day",
            "international day of yoga",
        ],
        Fixed(6, 21),
    ),
    feast(&["mandela day", "nelson mandela day"], Fixed(7, 18)),
    feast(&["international day of peace"], Fixed(9, 21)),
    feast(&["world tourism day"], Fixed(9, 27)),
    feast(&["world vegetarian day"], Fixed(10, 1)),
    feast(&["gandhi jayanti"], Fixed(10, 2)),
    feast(&["world teacher's day"], Fixed(10, 5)),
    feast(&["world mental health day"], Fixed(10, 10)),
    feast(&["world food day"], Fixed(10, 16)),
    feast(&["united nations day"], Fixed(10, 24)),
    feast(&["world diabetes day"], Fixed(11, 14)),
    feast(&["international men's day"], Fixed(11, 19)),
    feast(&["world aids day"], Fixed(12, 1)),
    feast(&["human rights day"], Fixed(12, 10)),
    feast(&["world braille day"], Fixed(1, 4)),
    feast(&["international day of education"], Fixed(1, 24)),
    feast(
        &[
            "international holocaust remembrance day",
            "holocaust memorial day",
        ],
        Fixed(1, 27),
    ),
    feast(&["world leprosy day"], Nth(-1, Sunday, 1, 0)),
    feast(&["world wetlands day"], Fixed(2, 2)),
    feast(&["international day of human fraternity"], Fixed(2, 4)),
    feast(
        &["international day of women and girls in science"],
        Fixed(2, 11),
    ),
    feast(&["world radio day"], Fixed(2, 13)),
    feast(&["world day of social justice"], Fixed(2, 20)),
    feast(
        &["international mother language day", "mother language day"],
        Fixed(2, 21),
    ),
    feast(&["zero discrimination day"], Fixed(3, 1)),
    feast(&["world wildlife day", "world hearing day"], Fixed(3, 3)),
    feast(&["world book day uk"], Nth(1, Thursday, 3, 0)),
    feast(&["world sleep day"], Nth(3, Friday, 3, 0)),
    feast(
        &["international day of happiness", "world happiness day"],
        Fixed(3, 20),
    ),
    feast(
        &[
            "world poetry day",
            "international day of forests",
            "world down syndrome day",
        ],
        Fixed(3, 21),
    ),
    feast(&["world meteorological day"], Fixed(3, 23)),
    feast(&["world tuberculosis day", "world tb day"], Fixed(3, 24)),
    feast(&["world theatre day", "world theater day"], Fixed(3, 27)),
    feast(&["transgender day of visibility"], Fixed(3, 31)),
    feast(
        &["world autism awareness day", "world autism day"],
        Fixed(4, 2),
    ),
    feast(
        &["international day of human space flight", "yuri's night"],
        Fixed(4, 12),
    ),
    feast(&["world art day"], Fixed(4, 15)),
    feast(&["world hemophilia day"], Fixed(4, 17)),
    feast(&["world heritage day"], Fixed(4, 18)),
    feast(&["world creativity and innovation day"], Fixed(4, 21)),
    feast(
        &["world book and copyright day", "english language day"],
        Fixed(4, 23),
    ),
    feast(&["world malaria day"], Fixed(4, 25)),
    feast(&["world intellectual property day"], Fixed(4, 26)),
    feast(
        &["workers' memorial day", "worker's memorial day"],
        Fixed(4, 28),
    ),
    feast(
        &["international dance day", "world dance day"],
        Fixed(4, 29),
    ),
    feast(&["international jazz day"], Fixed(4, 30)),
    feast(&["world laughter day"], Nth(1, Sunday, 5, 0)),
    feast(&["star wars day"], Fixed(5, 4)),
    feast(&["world asthma day"], Nth(1, Tuesday, 5, 0)),
    feast(
        &[
            "world red cross day",
            "world red cross and red crescent day",
        ],
        Fixed(5, 8),
    ),
    feast(
        &["international nurses day", "international nurses' day"],
        Fixed(5, 12),
    ),
    feast(&["international day of families"], Fixed(5, 15)),
    feast(
        &[
            "world telecommunication day",
            "world information society day",
            "world hypertension day",
        ],
        Fixed(5, 17),
    ),
    feast(&["international museum day"], Fixed(5, 18)),
    feast(&["world bee day"], Fixed(5, 20)),
    feast(&["world day for cultural diversity"], Fixed(5, 21)),
    feast(
        &["international day for biological diversity"],
        Fixed(5, 22),
    ),
    feast(&["towel day", "geek pride day"], Fixed(5, 25)),
    feast(&["world migratory bird day"], Nth(2, Saturday, 5, 0)),
    feast(
        &["international day of united nations peacekeepers"],
        Fixed(5, 29),
    ),
    feast(&["global day of parents", "world milk day"], Fixed(6, 1)),
    feast(&["world bicycle day"], Fixed(6, 3)),
    feast(&["world food safety day"], Fixed(6, 7)),
    feast(&["world ocean day"], Fixed(6, 8)),
    feast(
        &[
            "world day against child labour",
            "world day against child labor",
        ],
        Fixed(6, 12),
    ),
    feast(&["international albinism awareness day"], Fixed(6, 13)),
    feast(&["world blood donor day"], Fixed(6, 14)),
    feast(&["world elder abuse awareness day"], Fixed(6, 15)),
    feast(&["day of the african child"], Fixed(6, 16)),
    feast(&["world day to combat desertification"], Fixed(6, 17)),
    feast(&["world music day", "fete de la musique"], Fixed(6, 21)),
    feast(
        &[
            "olympic day",
            "international olympic day",
            "international widows' day",
        ],
        Fixed(6, 23),
    ),
    feast(&["day of the seafarer"], Fixed(6, 25)),
    feast(&["international day against drug abuse"], Fixed(6, 26)),
    feast(&["asteroid day"], Fixed(6, 30)),
    feast(
        &["international day of cooperatives"],
        Nth(1, Saturday, 7, 0),
    ),
    feast(&["world population day"], Fixed(7, 11)),
    feast(&["world youth skills day"], Fixed(7, 15)),
    feast(&["world emoji day"], Fixed(7, 17)),
    feast(&["world chess day"], Fixed(7, 20)),
    feast(&["world hepatitis day"], Fixed(7, 28)),
    feast(
        &[
            "international day of friendship",
            "international friendship day",
            "international tiger day",
        ],
        Fixed(7, 30),
    ),
    feast(&["international youth day"], Fixed(8, 12)),
    feast(
        &[
            "international left-handers day",
            "left-handers day",
            "left-handers' day",
        ],
        Fixed(8, 13),
    ),
    feast(&["world photography day"], Fixed(8, 19)),
    feast(&["international day of charity"], Fixed(9, 5)),
    feast(
        &["international literacy day", "world literacy day"],
        Fixed(9, 8),
    ),
    feast(&["world suicide prevention day"], Fixed(9, 10)),
    feast(&["international day of democracy"], Fixed(9, 15)),
    feast(
        &[
            "international day for the preservation of the ozone layer",
            "world ozone day",
        ],
        Fixed(9, 16),
    ),
    feast(&["world alzheimer's day"], Fixed(9, 21)),
    feast(&["car free day", "world car-free day"], Fixed(9, 22)),
    feast(&["european day of languages"], Fixed(9, 26)),
    feast(&["world rabies day"], Fixed(9, 28)),
    feast(&["world heart day"], Fixed(9, 29)),
    feast(&["international translation day"], Fixed(9, 30)),
    feast(&["world maritime day"], Nth(-1, Thursday, 9, 0)),
    feast(
        &[
            "international day of older persons",
            "international coffee day",
            "world coffee day",
        ],
        Fixed(10, 1),
    ),
    feast(&["world habitat day"], Nth(1, Monday, 10, 0)),
    feast(&["world smile day"], Nth(1, Friday, 10, 0)),
    feast(&["international day of non-violence"], Fixed(10, 2)),
    feast(&["world animal day"], Fixed(10, 4)),
    feast(&["world sight day"], Nth(2, Thursday, 10, 0)),
    feast(&["world post day"], Fixed(10, 9)),
    feast(&["world day against the death penalty"], Fixed(10, 10)),
    feast(
        &[
            "international day of the girl child",
            "national coming out day",
            "coming out day",
        ],
        Fixed(10, 11),
    ),
    feast(&["world arthritis day"], Fixed(10, 12)),
    feast(&["world standards day"], Fixed(10, 14)),
    feast(
        &["international day of rural women", "global handwashing day"],
        Fixed(10, 15),
    ),
    feast(
        &["international day for the eradication of poverty"],
        Fixed(10, 17),
    ),
    feast(&["world statistics day"], Fixed(10, 20)),
    feast(&["world polio day"], Fixed(10, 24)),
    feast(&["world day for audiovisual heritage"], Fixed(10, 27)),
    feast(&["world stroke day"], Fixed(10, 29)),
    feast(&["world savings day", "world cities day"], Fixed(10, 31)),
    feast(&["world vegan day", "vegan day"], Fixed(11, 1)),
    feast(&["world tsunami awareness day"], Fixed(11, 5)),
    feast(&["world science day"], Fixed(11, 10)),
    feast(&["world pneumonia day"], Fixed(11, 12)),
    feast(&["world kindness day"], Fixed(11, 13)),
    feast(&["international day for tolerance"], Fixed(11, 16)),
    feast(
        &["international students' day", "international student's day"],
        Fixed(11, 17),
    ),
    feast(&["world toilet day"], Fixed(11, 19)),
    feast(
        &[
            "universal children's day",
            "world children's day",
            "transgender day of remembrance",
        ],
        Fixed(11, 20),
    ),
    feast(&["world philosophy day"], Nth(3, Thursday, 11, 0)),
    feast(&["world television day", "world hello day"], Fixed(11, 21)),
    feast(
        &["international day for the elimination of violence against women"],
        Fixed(11, 25),
    ),
    feast(&["buy nothing day"], Nth(4, Thursday, 11, 1)),
    feast(
        &["international day for the abolition of slavery"],
        Fixed(12, 2),
    ),
    feast(
        &["international day of persons with disabilities"],
        Fixed(12, 3),
    ),
    feast(
        &["world soil day", "international volunteer day"],
        Fixed(12, 5),
    ),
    feast(&["international civil aviation day"], Fixed(12, 7)),
    feast(
        &["international anti-corruption day", "anti-corruption day"],
        Fixed(12, 9),
    ),
    feast(&["international mountain day"], Fixed(12, 11)),
    feast(&["international migrants day"], Fixed(12, 18)),
    feast(&["international human solidarity day"], Fixed(12, 20)),
];
