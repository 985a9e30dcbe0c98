//! Numbers that count nothing: parts of names, ids, scores, telephone numbers, citations, lists.
//!
//! In: the tokens of a sentence and where a number stands. Out: whether it is one of these.

mod code;
mod idiom;
pub(super) mod label;
mod name;
mod record;
mod vehicle;

use super::age;
use super::amount::Amount;
use super::count;
use super::date::DateWord;
use super::fold::flag;
use super::token::Gap;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::Set;
use super::wordset::set;

/// The index after what starts at `i` and is no value though its words could be one: a name, a class of people, an idiom.
pub(super) fn skipped(words: Words<'_>, i: usize) -> Option<usize> {
    let named =
        name::is_name(words, i) || name::is_day_in_name(words, i) || name::is_surname(words, i);
    if named || is_grade(words, i, i + 1) || age::is_part(words, i) {
        return Some(i + 1);
    }
    if words.has(i, flag::NUMBER) && name::is_titled_unit(words, i, i + 1) {
        return Some(i + 2);
    }
    if is_models(words, i) {
        return Some(i + 2);
    }
    name::title(words, i)
        .or_else(|| name::compound(words, i))
        .or_else(|| idiom::at(words, i))
        .or_else(|| code::at(words, i))
}

/// «45 Commando took part», «21 Savage sang»: digits before a name in the singular that is of no people, in prose.
pub(super) fn is_before_name(words: Words<'_>, i: usize, amount: &Amount) -> bool {
    let name = amount.end;
    let written = words.str(name);
    let of_people = ["an", "ese", "ish", "ch", "i", "a", "s"]
        .iter()
        .any(|end| written.ends_with(end));
    let goes_on = matches!(
        words.kind(name + 1),
        Kind::Comma | Kind::Stop | Kind::None | Kind::Close
    ) || words.kind(name + 1) == Kind::Word
        && words.str(name + 1).starts_with(char::is_lowercase);
    amount.hi.is_none()
        && amount.end == i + 1
        && words.kind(i) == Kind::Digits
        && words.width(i) <= 2
        && words.kind(name) == Kind::Word
        && words.at(name).gap == Gap::Space
        && words.capital(name)
        && written.len() > 3
        && written
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_lowercase())
        && !of_people
        && goes_on
        && words.date(name).is_none()
        && words.at(name).flags
            & (flag::FUNCTION
                | flag::UNIT
                | flag::MONEY
                | flag::NUMBER
                | flag::PEOPLE
                | flag::PERSON
                | flag::TALLY
                | flag::HEDGE)
            == 0
}

/// «Boeing 777s», «Galaxy 24s»: several of a model, and no seconds.
fn is_models(words: Words<'_>, i: usize) -> bool {
    let before = back(i);
    words.kind(i) == Kind::Digits
        && words.is(i + 1, "s")
        && words.glued(i + 1)
        && before < i
        && words.at(i).gap == Gap::Space
        && words.kind(before) == Kind::Word
        && is_proper(words, before)
        && !words.has(before, flag::FUNCTION | flag::HEDGE | flag::OPENER)
        && words.date(before).is_none()
        && words.entry(before).number.is_none()
}

/// A proper name that a number may belong to: «Windows», «iPhone».
fn is_proper(words: Words<'_>, k: usize) -> bool {
    let inner = words.width(k) > 2
        && words
            .str(k)
            .bytes()
            .skip(1)
            .any(|byte| byte.is_ascii_uppercase())
        && words.str(k).bytes().any(|byte| byte.is_ascii_lowercase());
    words.capital(k) || words.kind(k) == Kind::Word && inner
}

/// Whether the capitalised word at `k` is a place, a day or an adverb, after which a count may follow: «in Syria 41 people»,
/// «Only 12 users»; not «Xbox 360 fans».
fn is_place(words: Words<'_>, k: usize) -> bool {
    let first = k == 0 || !matches!(words.kind(back(k)), Kind::Word | Kind::Comma);
    if first {
        return words.has(k, flag::OPENER | flag::FUNCTION | flag::HEDGE | flag::STANCE)
            || words.str(k).ends_with("ly")
            || words.any(
                k,
                set!["only just another exactly altogether together meanwhile overall elsewhere afterwards perhaps maybe other further still \
                 yet now once within during inside outside among across including today yesterday tomorrow over under between besides \
                 police officers officials rescuers doctors militants rebels troops soldiers gunmen several every each all these those \
                 fewer less least most nearly almost approximately around"],
            );
    }
    // «Of Boeing 777 airplanes» names the model; people may be told of after any preposition.
    let people = words.has(k + 2, flag::PEOPLE | flag::PERSON)
        || words.has(k + 3, flag::PEOPLE | flag::PERSON);
    words.any(
        back(k),
        set![
            "in", "at", "near", "from", "outside", "inside", "around", "across"
        ],
    ) || people
        && words.any(
            back(k),
            set!["of", "to", "for", "on", "by", "with", "and", "or", "than"],
        )
}

/// «Labour won 12 seats, the Conservatives 9 and the Greens 4»: the verb and the noun are told once, so a number behind a name is
/// a count again. «He flew 12 jets, among them a Boeing 777» has no such row.
fn is_gapped(words: Words<'_>, i: usize, end: usize) -> bool {
    /// Longest name with what stands before it, in tokens, and farthest first count.
    const NAME: usize = 5;
    const FAR: usize = 30;
    let closes = matches!(
        words.kind(end),
        Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::None
    ) || words.is(end, "and");
    if !closes || words.kind(i) != Kind::Digits || end != i + 1 {
        return false;
    }
    // Back over the name to the comma or «and» before it.
    let Some(join) = (1..=NAME)
        .map_while(|k| i.checked_sub(k))
        .take_while(|&k| matches!(words.kind(k), Kind::Word | Kind::Comma))
        .find(|&k| words.kind(k) == Kind::Comma || words.any(k, set!["and", "while"]))
    else {
        return false;
    };
    let inside = (join + 1..i).all(|k| {
        words.capital(k) || words.any(k, set!["the", "of", "and", "carrier", "rival", "rivals"])
    });
    if !inside || words.any(join + 1, set!["a", "an"]) {
        return false;
    }
    // What it goes on with: a verb and a count with its noun, told of another name. «It flew 12 jets, the Boeing 777» has none.
    let low = join.saturating_sub(FAR);
    (low..join).any(|k| {
        let counted = words.kind(k) == Kind::Digits
            && count::noun(words, k + 1).is_some_and(|(_, to)| {
                to <= join && (words.kind(to) == Kind::Comma || words.any(to, set!["and", "while"]))
            });
        let verb =
            |k: usize| words.kind(k) == Kind::Word && words.str(k).starts_with(char::is_lowercase);
        let name = (1..=3).map_while(|n| k.checked_sub(n)).find(|&k| !verb(k));
        counted
            && name.is_some_and(|name| {
                name + 1 < k && words.capital(name) && {
                    let common = flag::FUNCTION | flag::PEOPLE | flag::PERSON | flag::OPENER;
                    words.at(name).flags & common == 0
                }
            })
    })
}

/// «020 7946 0123», «555 1234»: groups of digits with blanks between them that make no number.
fn is_phone(words: Words<'_>, i: usize) -> bool {
    let group = |k: usize| words.kind(k) == Kind::Digits && (2..=5).contains(&words.width(k));
    let spaced = |k: usize| group(k) && words.at(k).gap == Gap::Space && group(back(k));
    let mut first = i;
    while first > 0 && i - first < 6 && spaced(first) {
        first -= 1;
    }
    let mut last = i;
    while last - i < 6 && spaced(last + 1) {
        last += 1;
    }
    let zero = words.str(first).starts_with('0')
        || words.width(last) != 3 && words.str(last).starts_with('0');
    // «text 60163», «ring 131 444», «call 1800 333 000 or 131 444».
    let joins = words.any(back(first), set!["or", "and"]);
    let lead = if joins { back(back(first)) } else { first };
    let other = joins && lead > 1 && spaced(lead) && group(back(lead));
    // «text HOME to 741741».
    let to = words.is(back(first), "to")
        && words.width(first) > 4
        && (3..=4).any(|k| words.any(first.wrapping_sub(k), set!["text", "texting", "sms"]));
    let asked =
        (to || words.any(
            back(first),
            set!["call", "ring", "phone", "dial", "text", "texting"],
        )) && words.width(first) > 2
            && count::noun(words, last + 1).is_none();
    // «contact the desk on 200 72500», «call the police on 101».
    let reached = words.any(back(first), set!["on", "at"])
        && words.width(first) > 2
        && (3..=8).any(|k| {
            words.any(
                first.wrapping_sub(k),
                set![
                    "contact",
                    "contacting",
                    "call",
                    "calling",
                    "ring",
                    "ringing",
                    "phone",
                    "phoning",
                    "telephone"
                ],
            )
        })
        && count::noun(words, last + 1).is_none();
    // «(01462) 474353».
    let area = |k: usize| {
        words.kind(k) == Kind::Digits && words.str(k).starts_with('0') && words.width(k) > 2
    };
    let open = words.kind(back(i)) == Kind::Open && area(i) && words.kind(i + 1) == Kind::Close;
    let close = words.kind(back(first)) == Kind::Close && area(back(back(first)));
    open && words.kind(i + 2) == Kind::Digits
        || close && words.width(i) > 2
        || last - first >= 2
        || last - first == 1 && zero
        || asked
        || other
        || reached
}

/// «`[12]`»: a note.
fn is_citation(words: Words<'_>, i: usize, end: usize) -> bool {
    words.str(back(i)) == "[" && words.str(end) == "]" && words.glued(i) && words.glued(end)
}

/// «the under-21 side», «the over-65s»: a class of people.
fn is_grade(words: Words<'_>, i: usize, end: usize) -> bool {
    let dash = back(i);
    let class = words.kind(i) == Kind::Digits
        && words.kind(dash) == Kind::Dash
        && words.glued(dash)
        && words.glued(i)
        && words.any(back(dash), set!["under", "over", "sub", "top"]);
    if !class {
        return false;
    }
    let several = words.is(end, "s") && words.glued(end);
    let measured = matches!(words.kind(end), Kind::Dash | Kind::Percent | Kind::Currency)
        || words.kind(end) == Kind::Word && words.entry(end).unit.is_some()
        || words.has(end, flag::NUMBER | flag::MONEY);
    several || !measured
}

/// What is counted though it stands in a compound: «a five-judge bench», «a three-match ban».
const COUNTED: &Set = set![
    "man woman person member judge nation country state party team player match game goal run wicket set vote seat bedroom \
    room storey story floor page chapter count ship car vehicle truck train plane dog strong bed home house turbine try point strikeout \
    time fold odd plus or to and million billion thousand hundred dozen percent year day week month hour minute second candidate \
    share lane coach carriage employee flat apartment berth screen bullet justice jury company firm club city town village island school crew passenger soldier troop death victim case race fight game"
];

/// «a quarter-final», «half-time», «one-sided», «three-way»: a compound that counts nothing.
fn is_compound(words: Words<'_>, i: usize, end: usize) -> bool {
    const LAST: &Set = set![
        "final finals finalist finalists time brother sister mast hearted baked wit wits measures truth truths back backs \
        sided off faced edged handed headed eyed tiered storey story storeyed storied bedroom dimensional way ways pronged star legged party tier touch run ply piece prong fold word time page \
        calibre caliber gauge marker post"
    ];
    let part = words.entry(back(end)).fraction.is_some();
    let dashed = words.kind(end) == Kind::Dash && words.glued(end) && words.glued(end + 1);
    // «a four-letter word», «a twelve-step programme», «an 18-wheeler»: what is not counted by itself.
    let modifier = dashed
        && words.kind(end + 1) == Kind::Word
        && words.glued(end + 1)
        && !words.any(end + 1, COUNTED)
        && !words.has(
            end + 1,
            flag::UNIT | flag::MONEY | flag::NUMBER | flag::PERSON | flag::PEOPLE,
        )
        && words.entry(end + 1).unit.is_none()
        && !words.capital(end + 1)
        && (!words.str(end + 1).ends_with('s') || words.any(end + 1, set!["seas"]))
        && (words.kind(i) == Kind::Digits || words.kind(i) == Kind::Word);
    // «a 9-to-5 job».
    let hours = dashed && words.is(end + 1, "to") && words.kind(end + 2) == Kind::Dash;
    let rated = words.any(end + 1, set!["star", "way", "sided", "seater", "door"]);
    // «3-for-4», «15-all», «4-under».
    let score = dashed
        && words.kind(i) == Kind::Digits
        && words.any(end + 1, set!["for on all under over nil love up down in"])
        && words.glued(end + 1);
    // «a 127-mile-marker».
    let marker = dashed
        && words.kind(end + 2) == Kind::Dash
        && words.glued(end + 2)
        && words.any(end + 3, set!["marker", "post", "stone"]);
    hours
        || marker
        || score
        || modifier
        || dashed && rated
        || dashed && words.kind(i) == Kind::Word && words.any(end + 1, LAST)
        || part && dashed && words.any(end + 1, LAST)
}

/// «the code is 4471», «a 747 blocked the taxiway», «the .38 Special»: digits that stand for a thing.
fn is_code(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    let named = words.any(
        back(before),
        set![
            "code",
            "pin",
            "password",
            "passcode",
            "number",
            "extension",
            "id"
        ],
    );
    let is =
        words.any(before, set!["is", "was"]) && named || words.any(before, set!["pin", "code"]);
    let thing = words.any(before, set!["a", "an", "'s"])
        && words.width(i) == 3
        && end == i + 1
        && matches!(words.kind(end), Kind::Word | Kind::Comma | Kind::Stop)
        && count::noun(words, end).is_none();
    is || thing
}

/// «the Committee of 100»: a body named after its number.
fn is_club(words: Words<'_>, i: usize, end: usize) -> bool {
    let of = back(i);
    words.kind(i) == Kind::Digits
        && words.is(of, "of")
        && words.capital(back(of))
        && words.kind(back(back(of))) == Kind::Word
        && words.kind(end) != Kind::Percent
        && count::noun(words, end).is_none()
}

/// Numbers that count nothing: parts of names, ids, scores, telephone numbers, lists, pages.
pub(super) fn is_trap(words: Words<'_>, i: usize, end: usize) -> bool {
    let digits = words.kind(i) == Kind::Digits;
    digits && (is_chained(words, i, end) || is_lettered(words, i, end))
        || label::is_labelled(words, i)
        || code::is_part(words, i, end)
        || digits
            && (is_of_name(words, i, end)
                || is_phone(words, i)
                || is_citation(words, i, end)
                || is_grade(words, i, end)
                || is_reference(words, i, end))
        || is_compound(words, i, end)
        || digits && (is_code(words, i, end) || vehicle::is_one(words, i, end))
        || name::is_work(words, i, end)
        || digits && (is_address(words, end) || is_year(words, i, end) || is_call(words, i, end))
        || is_ranked(words, i, end)
        || record::is_one(words, i, end)
        || is_club(words, i, end)
}

/// «555-1212», «12/31», «4:30», «192.168.0.1», «3-1».
fn is_chained(words: Words<'_>, i: usize, end: usize) -> bool {
    let touches = |k: usize| words.glued(k) && words.glued(k + 1);
    let chain = |k: usize| {
        matches!(
            words.kind(k),
            Kind::Dash | Kind::Slash | Kind::Colon | Kind::Stop
        ) && touches(k)
            && words.kind(k + 1) == Kind::Digits
    };
    chain(end) || (i > 1 && chain(back(i)) && words.kind(i - 2) == Kind::Digits)
}

/// «24703L202», «7th», «5G», «(206)».
fn is_lettered(words: Words<'_>, i: usize, end: usize) -> bool {
    let letters = words.kind(end) == Kind::Word && words.glued(end) && !words.is(end, "'s");
    letters
        || words.kind(back(i)) == Kind::Open
            && words.kind(end) == Kind::Close
            && words.width(i) == 3
}

/// «Amendment 25», «Article 5», «Flight 370», «Boeing 747», «Route 66», «version two», «Title IX», «No. 10», «Group of 20».
fn is_of_name(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    // A name's number has no comma: «beside Lindqvist 4,000 people stood».
    let grouped = words.kind(i + 1) == Kind::Comma && end > i + 2;
    is_proper(words, before)
        && words.kind(before) == Kind::Word
        && words.at(i).gap == Gap::Space
        && (!words.has(before, flag::HEDGE | flag::TALLY | flag::FUNCTION)
            || words.str(before) == "US")
        && words.entry(before).number.is_none()
        && matches!(words.date(before), None | Some(DateWord::Feast))
        && !grouped
        && !is_gapped(words, i, end)
        && (count::noun(words, end).is_none() || !is_place(words, before))
}

/// Digits that refer to something: a station, a work, a model's year, a minute of a match, a house.
fn is_reference(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    // «93.9 FM», «92-95 FM»: where a station is.
    let station = words.str(end) == "FM" && words.at(end).gap == Gap::Space;
    // «Kim et al., 2019».
    let source = words.kind(before) == Kind::Comma
        && words.is(i.wrapping_sub(3), "al")
        && words.is(i.wrapping_sub(4), "et");
    // «'57 Chevy».
    let short_year = words.kind(before) == Kind::Apostrophe
        && words.glued(i)
        && !words.glued(before)
        && words.width(i) == 2;
    // «in the 45+3rd minute».
    let added =
        |plus: usize| words.kind(plus) == Kind::Plus && words.glued(plus) && words.glued(plus + 1);
    let minute = added(end) && words.kind(end + 1) == Kind::Digits
        || added(before) && words.kind(back(before)) == Kind::Digits;
    // «at 24 The Brackens».
    let lane = words.is(end, "the") && words.capital(end) && words.capital(end + 1);
    station || short_year || source || minute || lane
}

/// «1600 Pennsylvania Avenue», «24 Rue Morel».
fn is_address(words: Words<'_>, end: usize) -> bool {
    let street = |k: usize| {
        words.any(
            k,
            set![
                "street",
                "st",
                "avenue",
                "ave",
                "road",
                "rd",
                "lane",
                "drive",
                "boulevard",
                "blvd",
                "square",
                "parkway",
                "crescent",
                "close",
                "plaza",
                "gardens",
                "mews",
                "terrace",
                "highway",
                "hwy",
                "court",
                "way",
                "trail",
                "pike",
                "hill",
                "row",
                "place",
                "walk",
                "quay",
            ],
        )
    };
    words.any(end, set!["rue", "via", "calle", "avenida", "piazza", "rua"])
        && words.capital(end + 1)
        || words.capital(end)
            && ((end + 1)..(end + 6))
                .take_while(|&k| words.capital(k))
                .any(street)
}

/// «Law No. 7 of 1979 applies», «in 2010 homes were lost».
fn is_year(words: Words<'_>, i: usize, end: usize) -> bool {
    end == i + 1
        && words.width(i) == 4
        && matches!(words.str(i).get(..2), Some("18" | "19" | "20"))
        && words.any(back(i), set!["of", "in", "since", "during", "until"])
        && !words.has(end, flag::PEOPLE | flag::PERSON)
}

/// «the 2600 block of», «911 calls», «555-1212», «100's of titles».
fn is_call(words: Words<'_>, i: usize, end: usize) -> bool {
    let block = words.any(end, set!["block", "blocks"]) && words.str(i).ends_with("00");
    let phone = words.kind(i + 1) == Kind::Dash
        && words.kind(i + 2) == Kind::Digits
        && words.width(i) >= 3
        && words.width(i + 2) == 4;
    block || phone || words.is(end, "'s") || words.str(i) == "911" || words.str(i) == "999"
}

/// A list's number, «1 )», «2.» at the start of a line; «Group of 20».
fn is_ranked(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    let listed = words.kind(before) == Kind::None
        && matches!(words.kind(end), Kind::Close | Kind::Stop)
        && words.kind(i) == Kind::Digits
        && words.len() > end + 1;
    listed
        || words.phrase(back(before), set!["group", "of"]).is_some()
            && (words.capital(back(before)) || count::noun(words, end).is_none())
}
