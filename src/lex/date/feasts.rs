//! The table of feasts: names and rules.
//!
//! In: nothing. Out: the table. «'s» in a name stands for «'s», «s», «s'» or nothing in the text; «-» for a hyphen, a
//! blank or nothing.

use jiff::civil::Weekday;
use jiff::civil::date;

use super::holiday::Feast;
use super::holiday::Rule;
use super::panchang::Festival;

const fn feast(names: &'static [&'static str], rule: Rule) -> Feast {
    lasting(names, rule, 1)
}

const fn lasting(names: &'static [&'static str], rule: Rule, days: i8) -> Feast {
    Feast { names, rule, days }
}

use Rule::Before;
use Rule::Chinese;
use Rule::Easter;
use Rule::Fixed;
use Rule::Hebrew;
use Rule::Hindu;
use Rule::Islamic;
use Rule::Israel;
use Rule::Nth;
use Rule::Pascha;
use Rule::Wandering;
use Rule::Working;
use Weekday::Friday;
use Weekday::Monday;
use Weekday::Saturday;
use Weekday::Sunday;
use Weekday::Thursday;
use Weekday::Tuesday;
use Weekday::Wednesday;

/// Every feast known. «'s» stands for «'s», «s», «s'» or nothing in the text; «-» for a hyphen, a blank or nothing.
pub(super) static FEASTS: &[Feast] = &[
    // The year and its civil days.
    feast(&["new year's day", "new year day"], Fixed(1, 1)),
    feast(&["new year's eve", "new year eve"], Fixed(12, 31)),
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
    feast(&["patriot day"], Fixed(9, 11)),
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
    // Days of the United Nations and the world.
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
    feast(&["world vegan day"], Fixed(11, 1)),
    feast(&["world diabetes day"], Fixed(11, 14)),
    feast(&["international men's day"], Fixed(11, 19)),
    feast(&["world aids day"], Fixed(12, 1)),
    feast(&["human rights day"], Fixed(12, 10)),
    // The Christian year.
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
    // The Jewish year.
    lasting(
        &[
            "rosh hashanah",
            "rosh hashana",
            "rosh hashanna",
            "rosh ha-shanah",
            "yom teruah",
        ],
        Hebrew(7, 1),
        2,
    ),
    feast(&["yom kippur", "day of atonement"], Hebrew(7, 10)),
    lasting(
        &[
            "sukkot",
            "succos",
            "sukkos",
            "feast of tabernacles",
            "feast of booths",
            "feast of the ingathering",
            "feast of ingathering",
        ],
        Hebrew(7, 15),
        8,
    ),
    feast(&["shemini atzeret", "shmini atzeret"], Hebrew(7, 22)),
    feast(&["simchat torah"], Hebrew(7, 23)),
    lasting(
        &[
            "hanukkah",
            "hanukah",
            "hannukkah",
            "hannukah",
            "chanukah",
            "chanukkah",
            "chanuka",
        ],
        Hebrew(9, 25),
        8,
    ),
    feast(&["tu bishvat", "tu bi-shvat", "tu b'shvat"], Hebrew(11, 15)),
    feast(&["purim"], Hebrew(12, 14)),
    feast(&["shushan purim"], Hebrew(12, 15)),
    lasting(&["passover", "pesach", "pesah"], Hebrew(1, 15), 8),
    feast(&["lag ba-omer", "lag baomer", "lag b'omer"], Hebrew(2, 18)),
    lasting(&["shavuot", "shavuos", "feast of weeks"], Hebrew(3, 6), 2),
    feast(&["tisha b'av", "tisha bav", "tish'a b'av"], Hebrew(5, 9)),
    feast(
        &["yom ha-shoah", "yom hashoah", "holocaust day"],
        Israel(1, 27),
    ),
    feast(&["yom hazikaron", "yom ha-zikaron"], Israel(2, 4)),
    feast(
        &["yom haatzmaut", "yom ha'atzmaut", "yom ha-atzmaut"],
        Israel(2, 5),
    ),
    // The Islamic year.
    lasting(&["ramadan", "ramadhan", "ramzan"], Islamic(9, 1), 30),
    feast(
        &[
            "eid al-fitr",
            "eid al fitr",
            "eid ul-fitr",
            "eid-ul-fitr",
            "eid el-fitr",
            "eid-al-fitr",
        ],
        Islamic(10, 1),
    ),
    feast(
        &[
            "eid al-adha",
            "eid ul-adha",
            "eid-ul-adha",
            "eid el-adha",
            "eid-al-adha",
            "bakr-eid",
            "id ul-adha",
            "sacrifice feast",
            "festival of the sacrifice",
        ],
        Islamic(12, 10),
    ),
    feast(
        &[
            "islamic new year",
            "arabic new year",
            "hijri new year",
            "amun jadid",
            "muharram",
        ],
        Islamic(1, 1),
    ),
    feast(&["ashura", "day of ashura"], Islamic(1, 10)),
    feast(
        &["mawlid", "mawlid al-nabi", "milad un-nabi", "eid-e-milad"],
        Islamic(3, 12),
    ),
    feast(
        &[
            "isra and mi'raj",
            "isra and miraj",
            "the prophet's ascension",
            "ascension to heaven",
            "lailat al-miraj",
            "night journey",
        ],
        Islamic(7, 27),
    ),
    feast(
        &[
            "laylat al-qadr",
            "laylat al kadr",
            "lailat al-qadr",
            "night of power",
            "night of measures",
            "night of destiny",
            "night of decree",
        ],
        Islamic(9, 27),
    ),
    feast(
        &[
            "jamat ul-vida",
            "jumu'atul-wida",
            "jumat al-wida",
            "jumuatul wida",
        ],
        Rule::LastFridayOfRamadan,
    ),
    // The Chinese year.
    feast(
        &[
            "chinese new year",
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
    feast(&["lantern festival"], Chinese(1, 15)),
    feast(&["dragon boat festival"], Chinese(5, 5)),
    feast(&["qixi festival"], Chinese(7, 7)),
    feast(&["mid-autumn festival", "moon festival"], Chinese(8, 15)),
    feast(&["double ninth festival"], Chinese(9, 9)),
    // Iran and the Parsis.
    feast(
        &["nowruz", "naw ruz", "newroz", "persian new year"],
        Fixed(3, 20),
    ),
    feast(
        &["parsi new year", "jamshedi navroz", "jamshedi nowruz"],
        Wandering(date(2018, 8, 17)),
    ),
    // India, by sun and moon.
    feast(
        &["diwali", "deepavali", "divali", "lakshmi puja"],
        Hindu(Festival::evening(7, 30)),
    ),
    feast(
        &["dhanteras", "dhanatrayodashi"],
        Hindu(Festival::evening(7, 28)),
    ),
    feast(
        &[
            "naraka chaturdashi",
            "kali chaudas",
            "roop chaudas",
            "choti diwali",
        ],
        Hindu(Festival::moonrise(7, 29)),
    ),
    feast(
        &["govardhan puja", "annakut"],
        Hindu(Festival::sunrise(8, 1)),
    ),
    feast(
        &["bhai dooj", "bhai duj", "bhau beej"],
        Hindu(Festival::afternoon(8, 2)),
    ),
    feast(
        &[
            "chhath",
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
            "gurpurab",
            "dev deepavali",
            "kartik purnima",
        ],
        Hindu(Festival::sunrise(8, 15)),
    ),
    feast(
        &["karva chauth", "karwa chauth"],
        Hindu(Festival::moonrise(7, 19)),
    ),
    feast(
        &["navratri", "navaratri", "sharad navratri"],
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
            "vinayaka chaturthi",
            "vinayagar chaturthi",
        ],
        Hindu(Festival::noon(6, 4)),
    ),
    feast(
        &["raksha bandhan", "rakhi"],
        Hindu(Festival::sunrise(5, 15)),
    ),
    feast(
        &["krishna janmashtami", "janmashtami", "gokulashtami"],
        Hindu(Festival::midnight(5, 23)),
    ),
    feast(
        &[
            "rath yatra",
            "ratha-yatra",
            "rathayatra",
            "chariot festival",
        ],
        Hindu(Festival::sunrise(4, 2)),
    ),
    feast(&["guru purnima"], Hindu(Festival::sunrise(4, 15))),
    feast(
        &["buddha purnima", "buddha jayanti", "vesak", "vesak day"],
        Hindu(Festival::sunrise(2, 15)),
    ),
    feast(&["akshaya tritiya"], Hindu(Festival::sunrise(2, 3))),
    feast(
        &[
            "ugadi",
            "yugadi",
            "gudi padwa",
            "samvatsaradi",
            "chaitra sukladi",
            "chaitra shukladi",
            "hindu new year",
        ],
        Hindu(Festival::sunrise(1, 1)),
    ),
    feast(&["rama navami", "ram navami"], Hindu(Festival::noon(1, 9))),
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
        &["holika dahan", "chhoti holi", "kamudu pyre"],
        Hindu(Festival::evening(12, 15)),
    ),
    feast(
        &[
            "holi",
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
            "maha shivratri",
            "mahashivratri",
            "shivaratri",
        ],
        Hindu(Festival::midnight(11, 29)),
    ),
    feast(
        &["vasant panchami", "basant panchami", "saraswati puja"],
        Hindu(Festival::forenoon(11, 5)),
    ),
    feast(
        &[
            "guru ravidas jayanti",
            "guru ravidass jayanti",
            "ravidas jayanti",
        ],
        Hindu(Festival::sunrise(11, 15)),
    ),
    feast(
        &["guru gobind singh jayanti"],
        Hindu(Festival::sunrise(10, 7)),
    ),
    feast(
        &[
            "makar sankranti",
            "maghi",
            "pongal",
            "thai pongal",
            "makara sankranti",
        ],
        Hindu(Festival::sun(270)),
    ),
    feast(
        &["bhogi", "bogi", "bhogi pandigai", "bogi pandigai", "lohri"],
        Hindu(Festival::sun(270).after(-1)),
    ),
    feast(
        &["vaisakhi", "baisakhi", "vishu", "vaisakhadi", "mesadi"],
        Hindu(Festival::sun(0)),
    ),
    feast(
        &["onam", "thiru onam", "thiruvonam"],
        Hindu(Festival::star(120, 22)),
    ),
    feast(
        &["rabindra jayanti", "rabindranath jayanti"],
        Hindu(Festival::sun(0).after(25)),
    ),
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
    feast(&["tamil new year", "puthandu"], Hindu(Festival::sun(0))),
    feast(&["mattu pongal"], Hindu(Festival::sun(270).after(1))),
    feast(&["kaanum pongal"], Hindu(Festival::sun(270).after(2))),
    feast(&["maha saptami"], Hindu(Festival::sunrise(7, 7))),
    feast(
        &["dayananda saraswati jayanti"],
        Hindu(Festival::sunrise(11, 25)),
    ),
    feast(&["us independence day"], Fixed(7, 4)),
    feast(&["administrative day"], Nth(-1, Wednesday, 4, 0)),
];
