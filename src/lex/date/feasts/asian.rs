//! Feasts of China, Iran and India.
//!
//! In: nothing. Out: a table of names and rules, in the writing of [`super`].

use jiff::civil::date;

use super::feast;
use crate::lex::date::holiday::Feast;
use crate::lex::date::holiday::Rule::Chinese;
use crate::lex::date::holiday::Rule::Fixed;
use crate::lex::date::holiday::Rule::Hindu;
use crate::lex::date::holiday::Rule::Wandering;
use crate::lex::date::panchang::Festival;

/// Feasts by the calendars of Asia.
pub(super) static ASIAN: &[Feast] = &[
    // The Chinese year.
    feast(
        &[
            "chinese new year",
            "lunar new year day",
            "chinese new year's day",
            "chinese lunar new year",
            "chinese lunar new year's day",
            "lunar new year",
            "lunar new year's day",
            "spring festival",
            "tet",
        ],
        Chinese(1, 1),
    ),
    feast(&["lantern festival", "yuanxiao festival"], Chinese(1, 15)),
    feast(&["dragon boat festival"], Chinese(5, 5)),
    feast(&["qixi festival"], Chinese(7, 7)),
    feast(
        &["mid-autumn festival", "mooncake festival", "moon festival"],
        Chinese(8, 15),
    ),
    feast(&["double ninth festival"], Chinese(9, 9)),
    // Iran and the Parsis.
    feast(
        &[
            "nowruz",
            "navroz",
            "nawruz",
            "norooz",
            "iranian new year",
            "naw ruz",
            "newroz",
            "persian new year",
        ],
        Fixed(3, 20),
    ),
    feast(
        &[
            "parsi new year",
            "parsi new year's day",
            "jamshedi navroze",
            "jamshedi navroz",
            "jamshedi nowruz",
        ],
        Wandering(date(2018, 8, 17)),
    ),
    // India, by sun and moon.
    feast(
        &[
            "diwali",
            "deepavali",
            "divali",
            "deepawali",
            "dipawali",
            "lakshmi puja",
            "lakshmi poojan",
        ],
        Hindu(Festival::evening(7, 30)),
    ),
    feast(
        &["dhanteras", "dhanatrayodashi", "dhantrayodashi"],
        Hindu(Festival::evening(7, 28)),
    ),
    feast(
        &[
            "naraka chaturdashi",
            "kali chaudas",
            "roop chaudas",
            "choti diwali",
            "chhoti diwali",
            "narak chaturdashi",
        ],
        Hindu(Festival::moonrise(7, 29)),
    ),
    feast(
        &[
            "govardhan puja",
            "govardhan pooja",
            "annakut",
            "annakoot",
            "padwa",
            "bali pratipada",
        ],
        Hindu(Festival::sunrise(8, 1)),
    ),
    feast(
        &[
            "bhai dooj",
            "bhai duj",
            "bhau beej",
            "bhau-beej",
            "bhai phonta",
            "bhai tika",
            "bhaidooj",
            "bhaiya dooj",
        ],
        Hindu(Festival::afternoon(8, 2)),
    ),
    feast(
        &[
            "chhath",
            "chhat puja",
            "chhath pooja",
            "chhath puja",
            "dala puja",
            "dala chhath",
            "surya shashthi",
            "chhathi",
        ],
        Hindu(Festival::sunrise(8, 6)),
    ),
    feast(
        &[
            "guru nanak jayanti",
            "guru nanak gurpurab",
            "guru nanak's birthday",
            "guru nanak birthday",
            "gurpurab",
            "dev deepavali",
            "kartik purnima",
        ],
        Hindu(Festival::sunrise(8, 15)),
    ),
    feast(
        &["karva chauth", "karwa chauth", "karwachauth", "karvachauth"],
        Hindu(Festival::moonrise(7, 19)),
    ),
    feast(
        &[
            "navratri",
            "navaratri",
            "sharad navratri",
            "shardiya navratri",
            "navarathri",
            "durga puja",
        ],
        Hindu(Festival::sunrise(7, 1)),
    ),
    feast(
        &["durga ashtami", "maha ashtami"],
        Hindu(Festival::sunrise(7, 8)),
    ),
    feast(&["maha navami"], Hindu(Festival::sunrise(7, 9))),
    feast(
        &[
            "dussehra",
            "dusshera",
            "dasara",
            "dussera",
            "vijayadashami",
            "vijaya dashami",
        ],
        Hindu(Festival::afternoon(7, 10)),
    ),
    feast(
        &[
            "valmiki jayanti",
            "maharishi valmiki jayanti",
            "pargat diwas",
            "sharad purnima",
        ],
        Hindu(Festival::sunrise(7, 15)),
    ),
    feast(
        &[
            "ganesh chaturthi",
            "ganesha chaturthi",
            "vinayak chaturthi",
            "vinayaka chaturthi",
            "vinayagar chaturthi",
        ],
        Hindu(Festival::noon(6, 4)),
    ),
    feast(
        &[
            "raksha bandhan",
            "rakshabandhan",
            "raksha-bandhan",
            "rakhi",
            "rakhi purnima",
        ],
        Hindu(Festival::sunrise(5, 15)),
    ),
    feast(
        &[
            "krishna janmashtami",
            "krishna jayanti",
            "sri krishna jayanti",
            "janmashtami",
            "janmastami",
            "gokulashtami",
        ],
        Hindu(Festival::midnight(5, 23)),
    ),
    feast(
        &[
            "rath yatra",
            "rathyatra",
            "ratha-yatra",
            "rathayatra",
            "chariot festival",
        ],
        Hindu(Festival::sunrise(4, 2)),
    ),
    feast(&["guru purnima"], Hindu(Festival::sunrise(4, 15))),
    feast(
        &[
            "buddha purnima",
            "buddha jayanti",
            "buddha day",
            "buddha's birthday",
            "vesak",
            "vesak day",
            "wesak",
        ],
        Hindu(Festival::sunrise(2, 15)),
    ),
    feast(&["akshaya tritiya"], Hindu(Festival::sunrise(2, 3))),
    feast(
        &[
            "ugadi",
            "ugadhi",
            "telugu new year",
            "cheti chand",
            "yugadi",
            "gudi padwa",
            "samvatsaradi",
            "chaitra sukladi",
            "chaitra shukladi",
            "hindu new year",
        ],
        Hindu(Festival::sunrise(1, 1)),
    ),
    feast(
        &["rama navami", "ram navami", "ramanavami", "sri rama navami"],
        Hindu(Festival::noon(1, 9)),
    ),
    feast(
        &[
            "mahavir jayanti",
            "mahaveer jayanti",
            "mahavir janma kalyanak",
        ],
        Hindu(Festival::sunrise(1, 13)),
    ),
    feast(&["hanuman jayanti"], Hindu(Festival::sunrise(1, 15))),
    feast(
        &["holika dahan", "holika", "chhoti holi", "kamudu pyre"],
        Hindu(Festival::evening(12, 15)),
    ),
    feast(
        &[
            "holi",
            "holi festival",
            "festival of colors",
            "festival of colours",
            "dhuleti",
            "dhulandi",
            "dhulivandan",
            "phagwah",
            "rangwali holi",
        ],
        Hindu(Festival::evening(12, 15).after(1)),
    ),
    feast(
        &[
            "maha shivaratri",
            "shivratri",
            "maha shivratri",
            "mahashivratri",
            "shivaratri",
        ],
        Hindu(Festival::midnight(11, 29)),
    ),
    feast(
        &[
            "vasant panchami",
            "basant pancami",
            "vasanta panchami",
            "shree panchami",
            "basant panchami",
            "saraswati puja",
            "saraswati jayanti",
        ],
        Hindu(Festival::forenoon(11, 5)),
    ),
    feast(
        &[
            "guru ravidas jayanti",
            "guru ravidas birthday",
            "guru ravidass birthday",
            "ravidass jayanti",
            "guru ravidas's birthday",
            "guru ravidass jayanti",
            "ravidas jayanti",
        ],
        Hindu(Festival::sunrise(11, 15)),
    ),
    feast(
        &[
            "guru gobind singh jayanti",
            "guru gobind singh birthday",
            "guru govind singh jayanti",
        ],
        Hindu(Festival::sunrise(10, 7)),
    ),
    feast(
        &[
            "makar sankranti",
            "makara sankranthi",
            "makar sankranthi",
            "sankranti",
            "maghi",
            "pongal",
            "thai pongal",
            "makara sankranti",
        ],
        Hindu(Festival::sun(270)),
    ),
    feast(
        &[
            "bhogi",
            "lohri festival",
            "bogi",
            "bhogi pandigai",
            "bogi pandigai",
            "lohri",
        ],
        Hindu(Festival::sun(270).after(-1)),
    ),
    feast(
        &[
            "vaisakhi",
            "vaisakhi day",
            "visakhi",
            "baisakhi",
            "vishu",
            "vaisakhadi",
            "mesadi",
        ],
        Hindu(Festival::sun(0)),
    ),
    feast(
        &["onam", "onam festival", "thiru onam", "thiruvonam"],
        Hindu(Festival::star(120, 22)),
    ),
    feast(
        &["rabindra jayanti", "tagore jayanti", "rabindranath jayanti"],
        Hindu(Festival::sun(0).after(25)),
    ),
    feast(&["tamil new year", "puthandu"], Hindu(Festival::sun(0))),
    feast(
        &["mattu pongal", "maattu pongal"],
        Hindu(Festival::sun(270).after(1)),
    ),
    feast(&["kaanum pongal"], Hindu(Festival::sun(270).after(2))),
    feast(&["maha saptami"], Hindu(Festival::sunrise(7, 7))),
    feast(
        &[
            "dayananda saraswati jayanti",
            "swami dayananda saraswati jayanti",
        ],
        Hindu(Festival::sunrise(11, 25)),
    ),
    feast(
        &[
            "ghost festival",
            "hungry ghost festival",
            "zhongyuan festival",
        ],
        Chinese(7, 15),
    ),
    feast(&["laba festival"], Chinese(12, 8)),
    feast(
        &["double seventh festival", "chinese valentine's day"],
        Chinese(7, 7),
    ),
    feast(
        &["chung yeung festival", "chongyang festival"],
        Chinese(9, 9),
    ),
    feast(&["hariyali teej"], Hindu(Festival::sunrise(5, 3))),
    feast(&["nag panchami"], Hindu(Festival::sunrise(5, 5))),
    feast(&["hartalika teej"], Hindu(Festival::sunrise(6, 3))),
    feast(
        &["anant chaturdashi", "ganesh visarjan"],
        Hindu(Festival::sunrise(6, 14)),
    ),
    feast(
        &["mahalaya", "mahalaya amavasya"],
        Hindu(Festival::sunrise(6, 30)),
    ),
    feast(&["ahoi ashtami"], Hindu(Festival::evening(7, 23))),
    feast(
        &["dev uthani ekadashi", "prabodhini ekadashi"],
        Hindu(Festival::sunrise(8, 11)),
    ),
    feast(&["ganga dussehra"], Hindu(Festival::sunrise(3, 10))),
    feast(&["nirjala ekadashi"], Hindu(Festival::sunrise(3, 11))),
];
