//! Words for people, of whom a bare number may be the age.
//!
//! In: the tokens of a sentence and an index. Out: whether a person is named or told of there.

use crate::lex::date::DateWord;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// Nouns for one person.
const ONE: &Set = set![
    "man woman boy girl child juror baby infant toddler teenager teen youth lad youngster pensioner adult person victim suspect \
    defendant accused plaintiff witness survivor passenger driver motorist motorcyclist cyclist pedestrian pilot gunman attacker \
    shooter husband wife widow widower father mother son daughter brother sister twin uncle aunt nephew niece cousin grandfather \
    grandmother grandson granddaughter grandchild stepfather stepmother stepson stepdaughter fiance fiancee boyfriend girlfriend partner \
    spouse parent friend neighbour neighbor colleague roommate flatmate king queen prince princess duke duchess monarch pope emperor \
    president premier chancellor minister senator congressman congresswoman governor mayor councillor lawmaker politician \
    ambassador diplomat judge lawyer solicitor barrister prosecutor teacher professor lecturer student pupil doctor surgeon nurse \
    paramedic dentist pharmacist soldier officer policeman policewoman constable sergeant detective guard firefighter sailor \
    fisherman farmer worker builder plumber electrician carpenter engineer scientist researcher astronaut businessman businesswoman \
    entrepreneur billionaire millionaire banker accountant manager executive director boss chef waiter waitress barman barmaid cleaner \
    hairdresser butcher baker shopkeeper actor actress singer rapper musician guitarist drummer pianist composer comedian \
    presenter broadcaster journalist reporter photographer writer author novelist poet artist painter sculptor designer model dancer \
    footballer striker defender midfielder goalkeeper winger forward captain coach player athlete runner sprinter swimmer boxer golfer \
    jockey cricketer quarterback pitcher climber hiker tourist resident prisoner inmate convict fugitive hostage patient \
    customer worshipper priest bishop imam rabbi monk nun vicar pastor veteran refugee migrant orphan grandad gran mum mom dad"
];

/// Nouns for several people, of whom ages are listed or limited.
const MANY: &Set = set![
    "men women boys girls children kids people those anyone everyone adults teenagers teens youths babies infants toddlers pensioners \
    brothers sisters sons daughters twins victims suspects passengers students pupils patients workers residents couples parents \
    pair couple players athletes volunteers women's men's friends cousins drivers soldiers officers voters workers employees \
    smokers users drinkers citizens Britons americans"
];

/// Forms of address.
const TITLES: &Set = set![
    "mr mrs ms miss dr sir dame lord lady king queen prince princess pope president judge professor prof capt captain sgt sergeant \
    general gen colonel col senator sen governor gov mayor rev father sister brother"
];

/// Whether the word at `k` is a noun for one person: «the mayor», «her husband».
pub(super) fn is_one(words: Words<'_>, k: usize) -> bool {
    words.kind(k) == Kind::Word && (words.has(k, flag::PERSON) || words.any(k, ONE))
}

/// Whether it is a noun for several.
pub(super) fn are_many(words: Words<'_>, k: usize) -> bool {
    words.any(k, MANY)
}

/// Whether the word at `k` is written as a name.
pub(super) fn is_capital(words: Words<'_>, k: usize) -> bool {
    words.capital(k)
        && words.kind(k) == Kind::Word
        && words.date(k).is_none()
        && !words.has(k, flag::FUNCTION | flag::OPENER)
}

/// Whether a full name, or one with a title or a noun for the person before it, ends with the word at `k`: «Lena Voss»,
/// «John A. Smith», «Dr Voss», «her son Tom».
pub(super) fn is_name(words: Words<'_>, k: usize) -> bool {
    // «John Smith Jr.».
    let jr = |k: usize| words.any(k, set!["jr", "sr"]);
    let k = if words.kind(k) == Kind::Stop && jr(back(k)) {
        back(k)
    } else {
        k
    };
    let before = back(k);
    let first = words.capital(before) && matches!(words.date(before), None | Some(DateWord::Feast))
        || matches!(words.kind(before), Kind::Stop | Kind::Dash)
        || words.any(before, TITLES)
        || is_one(words, before)
        || jr(k);
    words.capital(k) && words.kind(k) == Kind::Word && words.date(k).is_none() && first
}

/// Whether the noun phrase that ends at `k` tells of one person: a name or a noun.
pub(super) fn is_person(words: Words<'_>, k: usize) -> bool {
    is_name(words, k) || is_one(words, k)
}

/// Whether the subject at `k` of «is 49» is a person.
pub(super) fn is_subject(words: Words<'_>, k: usize) -> bool {
    if words.any(
        k,
        set![
            "he", "she", "i", "oldest", "youngest", "eldest", "elder", "younger"
        ],
    ) {
        return true;
    }
    // «Voss, who is 49», «the man who was 49».
    if words.is(k, "who") {
        let name = if words.kind(back(k)) == Kind::Comma {
            back(back(k))
        } else {
            back(k)
        };
        return is_person(words, name) || is_capital(words, name);
    }
    is_one(words, k) || words.any(back(k), TITLES) && words.capital(k)
}
