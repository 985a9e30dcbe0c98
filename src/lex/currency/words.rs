//! The words, codes and abbreviations of currencies: tables, one entry a currency.
//!
//! Regular plurals are made, not listed; a word that two currencies share stands under the one that is meant where no
//! country is told.

use crate::lex::money::Form;
use crate::lex::money::Form::{Code, Dollar, Mega, Minor, Name, Plain};
use crate::lex::money::MoneyWord;
use crate::value::Currency;

const fn word(text: &'static str, currency: [u8; 3], minor: u32, form: Form) -> MoneyWord {
    MoneyWord {
        text,
        currency: Currency(currency),
        minor,
        form,
    }
}

/// A code in small letters is the currency's own in capitals.
const fn code(text: &'static str) -> MoneyWord {
    let letters = text.as_bytes();
    let capitals = [letters[0] - 32, letters[1] - 32, letters[2] - 32];
    word(text, capitals, 1, Code)
}

macro_rules! codes {
    ($($text:literal)+) => { &[$(code($text)),+] };
}

macro_rules! list {
    ($form:ident; $($currency:literal: $($text:literal)+;)+) => { &[$($(word($text, *$currency, 1, $form)),+),+] };
}

/// With the plural.
macro_rules! names {
    ($($currency:literal: $($text:literal)+;)+) => {
        &[$($(word($text, *$currency, 1, Name), word(concat!($text, "s"), *$currency, 1, Name)),+),+]
    };
}

macro_rules! coins {
    ($($currency:literal $of:literal: $($text:literal)+;)+) => { &[$($(word($text, *$currency, $of, Minor)),+),+] };
}

/// With the plural.
macro_rules! regular_coins {
    ($($currency:literal $of:literal: $($text:literal)+;)+) => {
        &[$($(word($text, *$currency, $of, Minor), word(concat!($text, "s"), *$currency, $of, Minor)),+),+]
    };
}

/// The words of currencies, in lists.
pub(in crate::lex) const WORDS: &[&[MoneyWord]] = &[
    CODES,
    OTHER_CODES,
    NAMES,
    FORMS,
    COINS,
    OTHER_COINS,
    PLAIN,
    SIGNED,
    MEGA,
];

const CODES: &[MoneyWord] = codes!(
    "aed" "afn" "all" "amd" "ang" "aoa" "ars" "aud" "awg" "azn" "bam" "bbd" "bdt" "bgn" "bhd" "bif" "bmd" "bnd" "bob"
    "brl" "bsd" "btn" "bwp" "byn" "bzd" "cad" "cdf" "chf" "clp" "cny" "cop" "crc" "cuc" "cup" "cve" "czk" "djf" "dkk"
    "dop" "dzd" "egp" "ern" "etb" "eur" "fjd" "fkp" "gbp" "gel" "ghs" "gip" "gmd" "gnf" "gtq" "gyd" "hkd" "hnl" "hrk"
    "htg" "huf" "idr" "ils" "inr" "iqd" "irr" "isk" "jmd" "jod" "jpy" "kes" "kgs" "khr" "kmf" "kpw" "krw" "kwd" "kyd"
    "kzt" "lak" "lbp" "lkr" "lrd" "lsl" "lyd" "mad" "mdl" "mga" "mkd" "mmk" "mnt" "mop" "mru" "mur" "mvr" "mwk" "mxn"
    "myr" "mzn" "nad" "ngn" "nio" "nok" "npr" "nzd" "omr" "pab" "pen" "pgk" "php" "pkr" "pln" "pyg" "qar" "ron" "rsd"
    "rub" "rwf" "sar" "sbd" "scr" "sdg" "sek" "sgd" "shp" "sle" "sll" "sos" "srd" "ssp" "stn" "svc" "syp" "szl" "thb"
    "tjs" "tmt" "tnd" "top" "try" "ttd" "tvd" "twd" "tzs" "uah" "ugx" "usd" "uyu" "uzs" "vef" "ves" "vnd" "vuv" "wst"
    "xaf" "xau" "xcd" "xof" "xpf" "yer" "zar" "zmw" "zwl" "ats" "bef" "cyp" "dem" "eek" "esp" "fim" "frf" "grd" "iep"
    "itl" "ltl" "luf" "lvl" "mtl" "nlg" "pte" "sit" "skk" "btc" "eth" "ltc" "xrp"
);

const OTHER_CODES: &[MoneyWord] = list!(Code; b"CNY": "rmb"; b"ILS": "nis"; b"TWD": "ntd";);

/// Names with a regular plural, which may not be in use: «yen».
const NAMES: &[MoneyWord] = names!(
    b"USD": "dollar" "buck" "greenback";
    b"EUR": "euro";
    b"GBP": "pound";
    b"JPY": "yen";
    b"CNY": "yuan" "renminbi";
    b"INR": "rupee";
    b"RUB": "ruble" "rouble";
    b"MXN": "peso";
    b"CHF": "franc";
    b"SEK": "krona" "crown";
    b"NOK": "krone";
    b"CZK": "koruna";
    b"KRW": "won";
    b"BRL": "real";
    b"ZAR": "rand";
    b"TRY": "lira";
    b"KWD": "dinar";
    b"AED": "dirham";
    b"SAR": "riyal";
    b"IRR": "rial" "toman";
    b"ILS": "shekel" "sheqel";
    b"THB": "baht";
    b"MYR": "ringgit";
    b"IDR": "rupiah";
    b"VND": "dong";
    b"BDT": "taka";
    b"PLN": "zloty" "złoty";
    b"HUF": "forint";
    b"RON": "leu";
    b"BGN": "lev";
    b"UAH": "hryvnia" "hryvnya" "hryvna" "grivna";
    b"KZT": "tenge";
    b"NGN": "naira";
    b"GHS": "cedi";
    b"KES": "shilling";
    b"ETB": "birr";
    b"GEL": "lari";
    b"LAK": "kip";
    b"MMK": "kyat";
    b"KHR": "riel";
    b"MNT": "tugrik" "tögrög";
    b"AZN": "manat";
    b"AMD": "dram";
    b"NLG": "guilder" "florin";
    b"DEM": "deutschemark" "deutschmark";
    b"ESP": "peseta";
    b"GRD": "drachma";
    b"PTE": "escudo";
    b"ATS": "schilling";
    b"BTC": "bitcoin";
    b"LTC": "litecoin";
    b"ETH": "ether";
    b"ZMW": "kwacha";
    b"AOA": "kwanza";
    b"BWP": "pula";
    b"VES": "bolivar" "bolívar";
    b"GTQ": "quetzal";
    b"HNL": "lempira";
    b"PYG": "guarani" "guaraní";
    b"AFN": "afghani";
    b"MKD": "denar";
    b"EEK": "kroon";
    b"HRK": "kuna";
    b"ALL": "lek";
    b"NIO": "cordoba" "córdoba";
    b"CRC": "colon" "colón";
    b"BOB": "boliviano";
    b"PAB": "balboa";
    b"HTG": "gourde";
    b"GMD": "dalasi";
    b"SLE": "leone";
    b"MZN": "metical";
    b"MGA": "ariary";
    b"BTN": "ngultrum";
    b"MVR": "rufiyaa";
    b"TJS": "somoni";
    b"KGS": "som";
    b"UZS": "soum";
    b"VUV": "vatu";
    b"WST": "tala";
    b"MOP": "pataca";
    b"MRU": "ouguiya";
    b"ERN": "nakfa";
    b"STN": "dobra";
    b"LSL": "loti";
    b"TOP": "pa'anga" "paanga";
    b"FIM": "markka";
    b"SIT": "tolar";
    b"PGK": "kina";
    b"XXX": "apsar";
);

/// Names without one.
const FORMS: &[MoneyWord] = list!(Name;
    b"GBP": "quid" "sterling";
    b"ISK": "kronur" "krónur" "króna";
    b"SEK": "kronor" "kr";
    b"NOK": "kroner";
    b"BRL": "reais";
    b"ITL": "lire";
    b"CZK": "koruny" "korun" "kč";
    b"BGN": "leva" "лв";
    b"RON": "lei";
    b"PLN": "zlotych" "złotych" "zloties" "zł";
    b"PEN": "sol" "soles";
    b"DEM": "marks";
    b"PYG": "guaranies" "guaraníes";
    b"VES": "bolivares" "bolívares";
    b"GTQ": "quetzales";
    b"CRC": "colones";
    b"MZN": "meticais";
    b"SZL": "lilangeni" "emalangeni";
    b"LTL": "litas";
    b"LVL": "lats";
    b"LSL": "maloti";
    b"SAR": "saudiriyal";
    b"RSD": "dinara";
    b"ALL": "leke" "lekë";
    b"MTL": "liri";
    b"WST": "tālā";
    b"FIM": "markkaa";
    b"JPY": "円";
    b"CNY": "元";
);

const COINS: &[MoneyWord] = regular_coins!(
    b"USD" 100: "cent";
    b"INR" 100: "paisa";
    b"RUB" 100: "kopeck" "kopek" "kopeyka" "kopeika";
    b"UAH" 100: "kopiyka";
    b"MXN" 100: "centavo";
    b"CHF" 100: "centime";
    b"BTC" 100_000_000: "satoshi";
    b"MYR" 100: "sen";
    b"SAR" 100: "halala" "halalah";
    b"EGP" 100: "piaster" "piastre";
    b"EUR" 100: "eurocent";
    b"CZK" 100: "haler" "heller";
    b"GHS" 100: "pesewa";
    b"ILS" 100: "agora";
    b"DEM" 100: "pfennig";
    b"VES" 100: "centimo" "céntimo";
    b"UYU" 100: "centesimo" "centésimo";
    b"PHP" 100: "sentimo";
    b"AZN" 100: "qepik" "qapik";
    b"TJS" 100: "diram";
    b"BTN" 100: "chetrum";
    b"OMR" 1000: "baisa" "baiza";
    b"TND" 1000: "millime";
    b"GMD" 100: "butut";
    b"MOP" 100: "avo";
    b"ALL" 100: "qindarka";
);

const OTHER_COINS: &[MoneyWord] = coins!(
    b"GBP" 100: "penny" "pennies" "pence";
    b"INR" 100: "paise";
    b"UAH" 100: "kopiyok";
    b"AED" 100: "fils";
    b"PLN" 100: "grosz" "grosze" "groszy";
    b"EGP" 100: "qirsh";
    b"BGN" 100: "stotinki" "stotinka";
    b"CNY" 100: "fen";
    b"NOK" 100: "øre";
    b"SEK" 100: "öre";
    b"CZK" 100: "haléř" "haléře" "haléřů";
    b"NGN" 100: "kobo";
    b"ILS" 100: "agorot";
    b"HUF" 100: "fillér";
    b"GEL" 100: "tetri";
    b"KZT" 100: "tiyn" "tiyin" "tyiyn";
    b"MWK" 100: "tambala";
    b"ZMW" 100: "ngwee";
    b"BWP" 100: "thebe";
    b"BDT" 100: "poisha";
    b"THB" 100: "satang";
    b"TRY" 100: "kuruş" "kurus";
    b"RON" 100: "bani";
    b"AZN" 100: "qəpik";
    b"HRK" 100: "lipa";
    b"WST" 100: "sene";
    b"TOP" 100: "seniti";
    b"PGK" 100: "toea";
    b"MVR" 100: "laari";
    b"MRU" 5: "khoums";
    b"AFN" 100: "pul" "puls";
    b"ALL" 100: "qindarkë";
    b"MKD" 100: "deni";
    b"AOA" 100: "lwei";
    b"BAM" 100: "fening" "feninga";
    b"LSL" 100: "sente" "lisente";
    b"AMD" 100: "luma";
    b"CNY" 10: "jiao";
    b"USD" 10: "dime" "dimes";
    b"USD" 20: "nickels";
);

/// Abbreviations before the number.
const PLAIN: &[MoneyWord] = list!(Plain;
    b"INR": "rs";
    b"MYR": "rm";
    b"DEM": "dm";
    b"CHF": "sfr";
    b"IDR": "rp";
    b"BDT": "tk";
    b"KES": "ksh" "kshs" "shs" "sh";
    b"UGX": "ush";
    b"TZS": "tsh";
    b"EGP": "le";
    b"ZAR": "r";
    b"NGN": "n";
    b"PHP": "p";
    b"AED": "dh" "dhs";
    b"SEK": "skr";
    b"NOK": "nkr";
    b"DKK": "dkr";
    b"FRF": "ffr";
    b"BEF": "bfr";
    b"NLG": "dfl";
    b"THB": "bt";
    b"SAR": "sr";
    b"QAR": "qr";
    b"KWD": "kd";
    b"JOD": "jd";
    b"BHD": "bd";
    b"OMR": "ro";
    b"XOF": "fcfa" "cfa";
    b"AOA": "kz";
    b"VES": "bs";
    b"PYG": "gs";
    b"HNL": "lps";
    b"AFN": "afs";
    b"VUV": "vt";
    b"LYD": "ld";
    b"ERN": "nfk";
);

/// What may touch a sign before it; single letters are in [`super::of_letter`].
const SIGNED: &[MoneyWord] = list!(Dollar;
    b"USD": "us" "u";
    b"AUD": "aus" "au";
    b"CAD": "ca" "can" "cdn";
    b"HKD": "hk";
    b"NZD": "nz";
    b"TWD": "nt";
    b"SGD": "sg";
    b"MXN": "mx" "mex";
    b"BBD": "bds";
    b"TTD": "tt";
    b"BZD": "bz";
    b"XCD": "ec";
    b"CNY": "cn";
    b"JPY": "jp";
    b"IEP": "ir";
    b"JMD": "jm";
    b"FJD": "fj";
    b"ZWL": "zw";
    b"DOP": "rd";
    b"SBD": "si";
    b"COP": "col";
    b"ARS": "arg" "ar";
    b"CLP": "ch";
    b"GYD": "gy";
    b"KYD": "ci";
    b"WST": "ws";
    b"NAD": "nam";
    b"SYP": "sy";
    b"GBP": "gb";
    b"GHS": "gh";
    b"SRD": "sr";
);

/// Millions of a currency.
const MEGA: &[MoneyWord] = list!(Mega;
    b"USD": "musd";
    b"EUR": "meur";
    b"GBP": "mgbp";
    b"CAD": "mcad";
    b"AUD": "maud";
    b"NOK": "mnok";
    b"SEK": "msek";
    b"DKK": "mdkk";
    b"CHF": "mchf";
    b"JPY": "mjpy";
    b"CNY": "mcny";
    b"INR": "minr";
);
