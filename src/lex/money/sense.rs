//! Names of money that are also other words: whether a number and such a name are a sum.
//!
//! In: the tokens of a sentence, an amount, the name behind it. Out: yes or no. «Won» is a verb, pounds are weight, crowns
//! and marks are won, «real» is an adjective: these are money where something else says so.

use super::Form;
use super::Named;
use super::minor;
use crate::lex::amount::Amount;
use crate::lex::fold::flag;
use crate::lex::number::NumberWord;
use crate::lex::number::Numeral;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// English words: evidence is needed.
const ENGLISH: &Set = set![
    "mark", "marks", "sol", "sols", "soles", "real", "reals", "crown", "crowns", "colon", "colons",
    "ether", "ethers", "dime", "dimes", "nickels", "sterling", "quid", "sen", "sens", "fen", "pul",
    "puls", "avo", "avos", "hellers", "heller", "pula", "lev", "lei", "agora", "som", "soms",
    "deni",
];

/// Names of another language, rarely anything else: digits before them are enough, where nothing is counted behind.
const FOREIGN: &Set = set![
    "kip", "kips", "dram", "drams", "dong", "dongs", "leone", "leones", "lek", "leks", "tala",
    "talas", "lats", "rand", "rands", "balboa", "balboas", "cordoba", "cordobas", "bani", "thebe",
    "kina", "kinas", "loti", "dobra", "dobras", "lipa", "luma", "sene", "toea", "laari", "leu",
    "leus", "florin", "florins", "birr", "lari", "colones", "kr", "sente", "buck",
];

/// What a sum is told of, up to eight words before it.
const PRICES: &Set = set![
    "cost costs costing paid pay pays paying worth fine fined fines spent spend spending price priced prices \
    earned earn earns earning charged charge charges sold sell sells selling bought buy buys buying debt debts salary salaries \
    wage wages owed owes owe bill bills fee fees budget budgets raised stole stolen prize bonus donated donate donation \
    invested invest investment loan loans lent borrowed rent tax taxes compensation damages reward ransom bribe bribes \
    savings grant grants funding fund refund bet stake auction auctioned valued jackpot pension pensions benefit benefits \
    ticket tickets deposit bail cash cheque cheques subsidy subsidies profit profits revenue revenues turnover losses \
    exchange income allowance allowances overpriced"
];

/// What a sum may stand before as an adjective: «a 20-pound note».
const NOTES: &Set = set![
    "note notes banknote banknotes coin coins bill bills fine fines fee fees ticket tickets bet bets bonus \
    voucher vouchers deposit charge charges reward price prize levy toll fare fares tax salary grant loan stamp tip"
];

/// What weight is told of, around a number of pounds.
const WEIGHTS: &Set = set![
    "weigh weighs weighed weighing weight lost lose loses losing gained gain gains shed shedding lift lifted \
    lifting heavy heavier lighter overweight"
];

/// Whether number and name are a sum of money.
pub(super) fn is_money(
    words: Words<'_>,
    i: usize,
    amount: &Amount,
    at: usize,
    named: Named,
) -> bool {
    let name = back(named.end);
    let big = amount.lo.value >= 1000.0;
    // A text that is nothing else, a country before the name, coins behind it, a price before all.
    let whole = minor(words, named, *amount).map_or(named.end, |(_, end)| end) == words.len();
    let alone = whole && i <= 4 && (0..i).all(|k| words.has(k, flag::HEDGE | flag::FUNCTION));
    let country = name > at && !words.is(name, "sterling");
    let coins =
        || minor(words, named, *amount).is_some_and(|(_, end)| words.kind(end - 1) == Kind::Word);
    let counted = is_counted(words, named.end);
    if words.any(at, set!["pound", "pounds"]) {
        let sum = whole && i == 0 && named.end < words.len();
        return sum || is_sterling(words, i, amount, at, named) || coins();
    }
    if words.is(name, "won") {
        let hundreds = amount.lo.value >= 100.0 && !counted;
        return big || alone || hundreds && (country || is_priced(words, i));
    }
    if words.any(name, ENGLISH) {
        return alone || coins() || !counted && (country || big || is_priced(words, i));
    }
    if words.any(name, FOREIGN) {
        let digits = words.kind(i) == Kind::Digits;
        return alone || country || coins() || !counted && (digits || big || is_priced(words, i));
    }
    !(words.is(at, "penny") && amount.lo.article)
}

/// Whether the name at `i` is more often something else.
pub(super) fn is_doubtful(words: Words<'_>, i: usize) -> bool {
    words.any(i, ENGLISH) || words.any(i, FOREIGN)
}

/// «for 40 crowns», «paid 300 soles».
fn is_priced(words: Words<'_>, i: usize) -> bool {
    (i.saturating_sub(8)..i).any(|k| words.any(k, PRICES))
}

/// Whether a noun stands at `at` that the number counts: «3 real reasons», «12 crown jewels», but not «40 rand notes».
fn is_counted(words: Words<'_>, at: usize) -> bool {
    let token = words.at(at);
    words.kind(at) == Kind::Word
        && !words.glued(at)
        && token.flags & (flag::FUNCTION | flag::HEDGE | flag::DATE | flag::NUMBER) == 0
        && !words.any(at, NOTES)
}

/// Whether pounds are money: «sterling» follows, a price stands before, coins or a conversion behind, or there are more
/// than anybody weighs. «40 pounds of rice» and «he lost 40 pounds» are weight.
fn is_sterling(words: Words<'_>, i: usize, amount: &Amount, at: usize, named: Named) -> bool {
    let end = named.end;
    let is_sterling = words.is(end - 1, "sterling") || words.is(end - 2, "sterling");
    let dashed = words.kind(back(at)) == Kind::Dash;
    let note = words.any(end, NOTES);
    let of = words.is(end, "of");
    // «5,000 pounds ($6,400)», «300 pounds a week».
    let open = words.kind(end) == Kind::Open;
    let converted = open
        && (words.kind(end + 1) == Kind::Currency
            || words.kind(end + 2) == Kind::Currency
            || words
                .entry(end + 1)
                .money
                .is_some_and(|word| word.form == Form::Code));
    let wage = words.any(end, set!["a", "per"])
        && words.any(
            end + 1,
            set!["week", "month", "year", "day", "night", "head"],
        );
    let many = amount.vague.is_some() && amount.lo.value >= 1e4;
    let weight = of
        || dashed && !note
        || (i.saturating_sub(6)..i).any(|k| words.any(k, WEIGHTS)) && !is_priced(words, i)
        || words.any(end, WEIGHTS);
    let told = converted || wage || note || is_priced(words, i);
    let told_wage = wage && amount.lo.value >= 50.0;
    is_sterling || told_wage || told && !weight || (many || amount.lo.value >= 1e5) && !of
}

/// «a dollar», «a US dollar»: one of a currency, where the sum goes on or the sentence ends; not «a dollar store».
pub(super) fn one(words: Words<'_>, i: usize) -> Option<Amount> {
    if words.entry(i).number != Some(NumberWord::Article) {
        return None;
    }
    let (name, _) = super::name::country(words, i + 1)?;
    let word = words.entry(name).money?;
    let singular = !word.text.ends_with('s') && matches!(word.form, Form::Name | Form::Minor);
    let doubtful = is_doubtful(words, name) || words.is(name, "won");
    let and_coins = words.is(name + 1, "and")
        && crate::lex::number::cardinal(words, name + 2)
            .and_then(|coins| words.entry(coins.end).money)
            .is_some_and(|coin| coin.form == Form::Minor);
    let goes_on = words.is(name + 1, "and") || words.kind(name + 1) != Kind::Word;
    let pound = words.is(name, "pound");
    let known = singular && !doubtful && goes_on && (!pound || and_coins || name > i + 1);
    known.then(|| {
        Amount::one(Numeral {
            article: true,
            ..Numeral::new(1.0, 1.0, i + 1)
        })
    })
}

/// «half a dollar», «half a US dollar».
pub(super) fn half(words: Words<'_>, i: usize) -> Option<Amount> {
    let article = words.is(i, "half") && words.entry(i + 1).number == Some(NumberWord::Article);
    if !article {
        return None;
    }
    let (name, _) = super::name::country(words, i + 2)?;
    let unit = words.entry(name).money?.form == Form::Name;
    let pound = words.is(name, "pound") && name == i + 2;
    (unit && !pound).then(|| Amount::one(Numeral::new(0.5, 0.5, i + 2)))
}
