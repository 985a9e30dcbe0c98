//! Currencies: signs, codes, names, and the countries that tell one dollar from another.
//!
//! In: the tokens of a sentence and an index. Out: the currency that is named there. The amounts are read in
//! [`money`](super::money).

mod words;

use super::token::Kind;
use super::token::Words;
use super::wordset::set;
use crate::value::Currency;

pub(super) use words::WORDS;

/// The currency of a sign; plain «$» is the United States dollar, plain «¥» the yen.
pub(super) fn of_sign(sign: &str) -> (Currency, u32) {
    let code = match sign {
        "$" | "＄" => b"USD",
        "€" => b"EUR",
        "£" | "₤" | "￡" => b"GBP",
        "¥" | "￥" => b"JPY",
        "₹" | "₨" => b"INR",
        "₩" | "￦" => b"KRW",
        "₽" => b"RUB",
        "₺" => b"TRY",
        "₪" => b"ILS",
        "₴" => b"UAH",
        "₦" => b"NGN",
        "₫" => b"VND",
        "₱" => b"PHP",
        "₿" => b"BTC",
        "₾" => b"GEL",
        "₭" => b"LAK",
        "฿" => b"THB",
        "₡" => b"CRC",
        "₲" => b"PYG",
        "₸" => b"KZT",
        "₼" => b"AZN",
        "₮" => b"MNT",
        "₵" => b"GHS",
        "₣" => b"FRF",
        "₧" => b"ESP",
        "؋" => b"AFN",
        "៛" => b"KHR",
        "﷼" => b"IRR",
        "ƒ" => b"ANG",
        "֏" => b"AMD",
        "৳" => b"BDT",
        "¢" => return (Currency(*b"USD"), 100),
        _ => &Currency::OPEN.0,
    };
    (Currency(*code), 1)
}

/// What a single letter before a sign makes of it: «C$», «A$».
pub(super) fn of_letter(letter: &str, sign: &str) -> Option<Currency> {
    let code = match (letter, sign) {
        ("A", "$") => b"AUD",
        ("C", "$") => b"CAD",
        ("S", "$") => b"SGD",
        ("R", "$") => b"BRL",
        ("J", "$") => b"JMD",
        ("U", "$") => b"USD",
        ("B", "$") => b"BSD",
        ("G", "$") => b"GYD",
        ("N", "$") => b"NAD",
        ("Z", "$") => b"ZWL",
        ("L", "$") => b"LRD",
        ("T", "$") => b"TOP",
        ("W", "$") => b"WST",
        ("E", "£") => b"EGP",
        ("L", "£") => b"LBP",
        ("S", "£") => b"SYP",
        ("C", "¥") => b"CNY",
        _ => return None,
    };
    Some(Currency(*code))
}

/// A country named at `at`: the codes of its currencies, and the index after its name. The longest name counts.
pub(super) fn place(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    if words.kind(at) != Kind::Word {
        return None;
    }
    // «U.S.» and «U.K.».
    let dotted = words.is(at, "u")
        && words.kind(at + 1) == Kind::Stop
        && words.glued(at + 1)
        && words.glued(at + 2);
    if dotted && words.any(at + 2, set!["s", "k"]) {
        let end = at + 3;
        let stop = usize::from(words.kind(end) == Kind::Stop && words.glued(end));
        let codes = if words.is(at + 2, "s") { "USD" } else { "GBP" };
        return Some((codes, end + stop));
    }
    let name = |name: &str| {
        let mut end = at;
        for word in name.split(' ') {
            if !words.reads(end, word) {
                return None;
            }
            end += 1;
        }
        Some(end)
    };
    let mut best = None;
    for &(codes, names) in PLACES {
        for end in names.split('|').filter_map(name) {
            if best.is_none_or(|(_, longest)| end > longest) {
                best = Some((codes, end));
            }
        }
    }
    best
}

/// The currency of a country whose name is that of `plain`: «Australian» and «dollars». A country that has none of that
/// name changes nothing: «Dutch euros».
pub(super) fn of_place(codes: &str, plain: Currency) -> Currency {
    let named = |code: &&str| {
        let code = code.as_bytes();
        code == plain.0
            || FAMILIES.iter().any(|family| {
                let has = |code: &[u8]| family.split(' ').any(|own| own.as_bytes() == code);
                has(code) && has(&plain.0)
            })
    };
    codes.split(' ').find(named).map_or(plain, currency)
}

/// The currency of a country.
pub(super) fn currency(code: &str) -> Currency {
    code.as_bytes().try_into().map_or(Currency::OPEN, Currency)
}

/// Currencies that share a name: dollars, pounds, rupees, pesos, riyals, francs, crowns, dinars …
const FAMILIES: &[&str] = &[
    "USD AUD CAD HKD NZD SGD TWD JMD FJD ZWL LRD NAD TTD BBD BSD BZD BMD BND XCD KYD GYD SBD SRD",
    "GBP EGP LBP SYP SDG SSP IEP CYP GIP FKP SHP MTL ILP TRY",
    "INR PKR LKR NPR MUR SCR IDR",
    "MXN ARS COP CLP CUP CUC PHP UYU DOP",
    "SAR IRR QAR OMR YER",
    "CHF FRF BEF LUF XOF XAF XPF RWF CDF BIF GNF DJF KMF MGF",
    "SEK NOK ISK CZK DKK SKK EEK",
    "KWD IQD JOD RSD DZD TND LYD BHD YUM",
    "AED MAD",
    "KES TZS UGX SOS",
    "TRY ITL SYP LBP MTL CYP",
    "KRW KPW",
    "DEM FIM BAM",
    "VES VEF",
    "RUB BYN",
    "RON MDL",
    "AZN TMT",
    "ZMW MWK",
    "PTE CVE",
    "CRC SVC",
    "KGS UZS",
    "NLG ANG AWG",
    "SLE SLL",
];

/// Countries as adjectives and as names, and the codes of the currencies that they have or had.
const PLACES: &[(&str, &str)] = &[
    ("USD", "us|american|united states"),
    (
        "AUD",
        "australian|australia|aussie|tuvaluan|nauruan|kiribati",
    ),
    ("CAD", "canadian|canada"),
    ("NZD", "new zealand|kiwi"),
    ("HKD", "hong kong|hk"),
    ("SGD", "singapore|singaporean"),
    ("TWD", "taiwan|taiwanese"),
    ("JMD", "jamaican|jamaica"),
    ("FJD", "fijian|fiji"),
    ("ZWL", "zimbabwean|zimbabwe"),
    ("LRD", "liberian|liberia"),
    ("NAD", "namibian|namibia"),
    ("TTD", "trinidadian|trinidad|trinidad and tobago|tobago"),
    ("BBD", "barbadian|barbados|bajan"),
    ("BSD", "bahamian|bahamas"),
    ("BZD", "belizean|belize"),
    ("BMD", "bermudian|bermuda"),
    ("BND", "brunei|bruneian"),
    ("XCD", "east caribbean|eastern caribbean|caribbean"),
    ("KYD", "cayman|cayman islands|caymanian"),
    ("GYD", "guyanese|guyana"),
    ("SBD", "solomon islands|solomon"),
    ("SRD", "surinamese|suriname"),
    (
        "GBP",
        "british|uk|sterling|english|scottish|northern irish|manx|isle of man|guernsey|jersey",
    ),
    ("EGP", "egyptian|egypt"),
    ("LBP", "lebanese|lebanon"),
    ("SYP", "syrian|syria"),
    ("SDG", "sudanese|sudan"),
    ("SSP", "south sudanese|south sudan"),
    ("EUR IEP", "irish|ireland"),
    ("EUR CYP", "cypriot|cyprus"),
    ("EUR MTL", "maltese|malta"),
    ("GIP", "gibraltar"),
    ("FKP", "falkland|falkland islands|falklands"),
    ("SHP", "saint helena|st helena"),
    ("TRY", "turkish|turkey"),
    ("ILS ILP", "israeli|israel"),
    ("INR", "indian|india"),
    ("PKR", "pakistani|pakistan"),
    ("LKR", "sri lankan|sri lanka|lankan"),
    ("NPR", "nepalese|nepali|nepal"),
    ("MUR", "mauritian|mauritius"),
    ("SCR", "seychellois|seychelles"),
    ("MVR", "maldivian|maldives"),
    ("IDR", "indonesian|indonesia"),
    ("MXN", "mexican|mexico"),
    ("ARS", "argentine|argentinian|argentinean|argentina"),
    ("COP", "colombian|colombia"),
    ("CLP", "chilean|chile"),
    ("CUP CUC", "cuban|cuba"),
    ("PHP", "philippine|filipino|philippines"),
    ("UYU", "uruguayan|uruguay"),
    ("DOP", "dominican"),
    ("SAR", "saudi|saudi arabian|arabian"),
    ("QAR", "qatari|qatar"),
    ("OMR", "omani|oman"),
    ("YER", "yemeni|yemen"),
    ("IRR", "iranian|iran"),
    ("CHF", "swiss"),
    ("EUR FRF", "french"),
    ("EUR BEF", "belgian"),
    ("EUR LUF", "luxembourg"),
    ("XOF", "cfa|west african|west african cfa|african cfa"),
    ("XAF", "central african|central african cfa"),
    ("XPF", "cfp|pacific"),
    ("RWF", "rwandan|rwanda"),
    ("CDF", "congolese"),
    ("BIF", "burundian|burundi"),
    ("GNF", "guinean|guinea"),
    ("DJF", "djiboutian|djibouti"),
    ("KMF", "comorian|comoros"),
    ("MGA MGF", "malagasy|madagascar"),
    ("CZK", "czech"),
    ("EUR SKK", "slovak|slovakian"),
    ("EUR EEK", "estonian"),
    ("EUR SIT", "slovenian|slovene"),
    ("SEK", "swedish"),
    ("NOK", "norwegian"),
    ("DKK", "danish|faroese"),
    ("ISK", "icelandic"),
    ("KWD", "kuwaiti|kuwait"),
    ("IQD", "iraqi|iraq"),
    ("JOD", "jordanian|jordan"),
    ("RSD", "serbian|serbia"),
    ("DZD", "algerian|algeria"),
    ("TND", "tunisian|tunisia"),
    ("LYD", "libyan|libya"),
    ("BHD", "bahraini|bahrain"),
    ("MKD", "macedonian|macedonia|north macedonian"),
    ("YUM", "yugoslav|yugoslavian"),
    (
        "AED",
        "uae|emirati|emirates|united arab emirates|arab emirates",
    ),
    ("MAD", "moroccan|morocco"),
    ("KES", "kenyan|kenya"),
    ("TZS", "tanzanian|tanzania"),
    ("UGX", "ugandan|uganda"),
    ("SOS", "somali|somaliland|somalia"),
    ("KRW", "korean|south korean|korea"),
    ("KPW", "north korean"),
    ("EUR DEM", "german|deutsche|deutsch"),
    ("EUR FIM", "finnish"),
    ("BAM", "bosnian|bosnia|bosnia and herzegovina|herzegovina"),
    ("VES VEF", "venezuelan|venezuela"),
    ("MYR", "malaysian|malaysia"),
    ("JPY", "japanese"),
    ("CNY", "chinese"),
    ("RUB", "russian"),
    ("BYN", "belarusian|belarusan|belarussian"),
    ("RUB", "transnistrian"),
    ("ZAR", "south african|african"),
    ("THB", "thai"),
    ("PLN", "polish"),
    ("NGN", "nigerian|nigeria"),
    ("GEL", "georgian"),
    ("UAH", "ukrainian"),
    ("BGN", "bulgarian"),
    ("HUF", "hungarian"),
    ("BRL", "brazilian|brazil"),
    ("BDT", "bangladeshi|bangladesh"),
    ("RON", "romanian"),
    ("MDL", "moldovan"),
    ("KZT", "kazakh|kazakhstani|kazakhstan"),
    ("GHS", "ghanaian|ghana"),
    ("MMK", "myanmar|burmese"),
    ("KHR", "cambodian"),
    ("MNT", "mongolian"),
    ("AZN", "azerbaijani|azeri"),
    ("TMT", "turkmen|turkmenistan|turkmenistani"),
    ("AMD", "armenian"),
    ("EUR PTE", "portuguese"),
    ("CVE", "cape verdean|verdean"),
    ("EUR ATS", "austrian"),
    ("EUR GRD", "greek"),
    ("ZMW", "zambian"),
    ("MWK", "malawian"),
    ("AOA", "angolan"),
    ("PEN", "peruvian"),
    ("AFN", "afghan"),
    ("CRC", "costa rican|rican"),
    ("SVC", "salvadoran|salvadorean"),
    ("BOB", "bolivian"),
    ("HTG", "haitian"),
    ("KGS", "kyrgyz|kyrgyzstani"),
    ("UZS", "uzbek|uzbekistani|uzbekistan|uzbekitan"),
    ("TJS", "tajik|tajikistani|tajikistan"),
    ("ALL", "albanian"),
    ("HRK", "croatian"),
    ("EUR LTL", "lithuanian"),
    ("EUR LVL", "latvian"),
    ("GTQ", "guatemalan"),
    ("HNL", "honduran"),
    ("PYG", "paraguayan"),
    ("NIO", "nicaraguan"),
    ("PAB", "panamanian"),
    ("MOP", "macau|macanese|macao"),
    ("MZN", "mozambican"),
    ("SLE SLL", "sierra leonean|leonean"),
    ("BWP", "botswana|botswanan"),
    ("EUR NLG", "dutch"),
    ("ANG", "netherlands antillean|antillean"),
    ("AWG", "aruban"),
    ("EUR ITL", "italian"),
    ("EUR ESP", "spanish"),
    ("VND", "vietnamese"),
    ("LAK", "lao|laotian"),
    ("ETB", "ethiopian"),
    ("ERN", "eritrean"),
    ("GMD", "gambian"),
    ("BTN", "bhutanese"),
    ("LSL", "lesotho"),
    ("SZL", "swazi|eswatini"),
    ("MRU", "mauritanian"),
    ("PGK", "papua new guinean|papua new guinea"),
    (
        "STN",
        "são tomé and príncipe|sao tome and principe|são tomé",
    ),
    ("WST", "samoan|western samoan"),
    ("TOP", "tongan"),
    ("VUV", "vanuatu|vanuatuan"),
    ("XXX", "abkhazian"),
];
