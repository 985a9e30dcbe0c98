//! Where a currency is named: before its amount («US$», «Rs.», «USD»), or behind it («US dollars», «€», «50p»).
//!
//! In: the tokens of a sentence and an index. Out: the currency, how many make one, and the index after its name.

use super::Form;
use crate::lex::amount;
use crate::lex::currency;
use crate::lex::fold::flag;
use crate::lex::number::NumberWord;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Currency;

/// A currency named at a place.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) currency: Currency,
    pub(super) minor: u32,
    /// What the word multiplies the number with: «MUSD».
    pub(super) scale: f64,
    pub(super) end: usize,
}

/// «C$», «A$»: the letter before a sign, which is part of it.
pub(super) fn letter(words: Words<'_>, i: usize, sign: &str) -> Option<Currency> {
    let code = match (words.str(i), sign) {
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
        ("E", "£") => b"EGP",
        _ => return None,
    };
    Some(Currency(*code))
}

/// A currency before its amount, from `i`.
pub(super) fn prefix(words: Words<'_>, i: usize) -> Option<Named> {
    let plain = |currency, end| Named {
        currency,
        minor: 1,
        scale: 1.0,
        end,
    };
    if words.kind(i) == Kind::Currency {
        let (currency, minor) = currency::of_sign(words.str(i));
        // «$US 5».
        if words.glued(i + 1)
            && words
                .entry(i + 1)
                .money
                .is_some_and(|word| word.form == Form::Dollar)
        {
            return Some(plain(words.entry(i + 1).money?.currency, i + 2));
        }
        // «$A5m», «$C5».
        if words.str(i) == "$"
            && words.glued(i + 1)
            && words.glued(i + 2)
            && words.kind(i + 2) == Kind::Digits
            && let Some(currency) = letter(words, i + 1, "$")
        {
            return Some(plain(currency, i + 2));
        }
        return (minor == 1).then(|| plain(currency, i + 1));
    }
    if words.kind(i) != Kind::Word {
        return None;
    }
    // «US$», «HK$», «R$», «aud$».
    let sign = words.kind(i + 1) == Kind::Currency && words.glued(i + 1);
    let letters = words.str(i).len() > 1 || words.is(i, "u");
    if sign && letters {
        return words.entry(i).money.map(|word| plain(word.currency, i + 2));
    }
    // «USD $5», «US $5».
    let apart = words.kind(i + 1) == Kind::Currency && words.at(i + 1).gap == Gap::Space;
    let code = || {
        words.str(i).bytes().all(|byte| byte.is_ascii_uppercase())
            || COMMON.contains(&words.entry(i).text)
    };
    if apart && letters && code() {
        let named = words
            .entry(i)
            .money
            .filter(|word| matches!(word.form, Form::Code | Form::Dollar))?;
        return Some(plain(named.currency, i + 2));
    }
    let word = words.entry(i).money?;
    let end = i + 1 + usize::from(word.form == Form::Plain && words.kind(i + 1) == Kind::Stop);
    match word.form {
        Form::Code => is_code(words, i, false).then(|| plain(word.currency, end)),
        Form::Plain => {
            // «R500 million», «P5,000», but «R2» is a name.
            let large = words.kind(i + 2) == Kind::Comma
                && words.glued(i + 2)
                && words.kind(i + 3) == Kind::Digits
                || words.str(i + 2).len() > 3
                    && matches!(words.entry(i + 2).number, Some(NumberWord::Scale(_)))
                || words.glued(i + 2) && words.any(i + 2, set!["m", "bn", "mn", "b"]);
            let letter = words.str(i).len() <= 2
                && !words.any(i, set!["rs", "rm", "dm", "rp", "tk", "le", "dh"]);
            let capital = words.str(i).starts_with(char::is_uppercase) || words.is(i, "rs");
            let whole = !words.is(i, "le") || words.str(i) == "LE" && words.glued(i + 1);
            (capital && whole && (!letter || large && words.glued(i + 1)))
                .then(|| plain(word.currency, end))
        }
        _ => None,
    }
}

/// Codes that are English words, or names, need their capitals and stand after a number.
const ENGLISH: &[&str] = &[
    "try", "all", "bob", "cop", "cup", "top", "mad", "mop", "pen", "php", "ron", "sos", "lak",
    "mur", "esp", "dem", "bam",
];
/// Codes that people also write in small letters.
const COMMON: &[&str] = &[
    "usd", "eur", "gbp", "jpy", "cny", "rmb", "inr", "aud", "cad", "chf", "hkd", "nzd", "sgd",
    "mxn", "brl", "krw", "rub", "uah", "egp", "myr", "btc",
];

pub(super) fn is_code(words: Words<'_>, i: usize, after: bool) -> bool {
    let code = words.str(i);
    let capitals = code.bytes().all(|byte| byte.is_ascii_uppercase());
    let folded = words.entry(i).text;
    // «TOP 10» and «BOB 5» are names, «MAD 5,000» is money.
    let sum = words.str(i + 1).len() > 3
        || matches!(words.kind(i + 2), Kind::Comma | Kind::Stop)
            && words.glued(i + 2)
            && words.kind(i + 3) == Kind::Digits
        || words.has(i + 2, flag::NUMBER) && words.kind(i + 2) == Kind::Word;
    (capitals && (after || sum || !ENGLISH.contains(&folded))) || COMMON.contains(&folded)
}

/// First words of the names of countries that have several.
const COUNTRIES: &Set = set![
    "u",
    "s",
    "us",
    "united",
    "hong",
    "new",
    "sri",
    "south",
    "north",
    "saudi",
    "costa",
    "east",
    "eastern",
    "trinidad",
    "and",
    "papua",
    "cayman",
    "solomon",
    "west",
    "central",
    "cape",
    "sierra",
    "peruvian",
    "israeli",
    "bosnian",
    "democratic",
    "el",
    "old",
    "deutsche",
    "kazakh",
];

/// A currency after its amount, from `at`.
pub(super) fn name(words: Words<'_>, at: usize) -> Option<Named> {
    if words.kind(at) == Kind::Currency {
        let (currency, minor) = currency::of_sign(words.str(at));
        // «10 $ 30 cent» is a sum, «1 $ 10 dollars» is two.
        let next = amount::read(words, at + 1);
        let own = next.is_some_and(|next| {
            !words
                .entry(next.end)
                .money
                .is_some_and(|word| word.form == Form::Minor)
        });
        return (words.glued(at) || !own).then_some(Named {
            currency,
            minor,
            scale: 1.0,
            end: at + 1,
        });
    }
    if let Some(coin) = coin(words, at) {
        return Some(coin);
    }
    // «15 US$», «15 A$».
    if words.kind(at) == Kind::Word
        && words.kind(at + 1) == Kind::Currency
        && words.glued(at + 1)
        && !matches!(words.kind(at + 2), Kind::Digits)
    {
        let known = words
            .entry(at)
            .money
            .filter(|word| matches!(word.form, Form::Dollar | Form::Code));
        let currency = known
            .map(|word| word.currency)
            .or_else(|| letter(words, at, words.str(at + 1)))?;
        return Some(Named {
            currency,
            minor: 1,
            scale: 1.0,
            end: at + 2,
        });
    }
    let mut start = at;
    // «US dollars», «U.S. dollars», «Hong Kong dollars», «Sri Lankan rupees».
    let mut adjective = None;
    for _ in 0..4 {
        if let Some(word) = words.entry(start).money
            && word.form != Form::Dollar
        {
            break;
        }
        // What stands before the adjective is a part of the country's name: «South», «Hong», «U.S.», «Trinidad and».
        if adjective.is_some_and(|adjective| !words.any(adjective, COUNTRIES)) {
            return None;
        }
        match words.kind(start) {
            Kind::Word => adjective = Some(start),
            Kind::Stop if start > at => {}
            _ => return None,
        }
        start += 1;
    }
    let word = words.entry(start).money?;
    if start > at {
        let qualified = currency::qualified(words.str(adjective?), word.currency)?;
        if !matches!(word.form, Form::Name | Form::Minor) {
            return None;
        }
        return Some(Named {
            currency: qualified,
            minor: word.minor,
            scale: 1.0,
            end: start + 1,
        });
    }
    let fits = match word.form {
        Form::Name | Form::Minor => true,
        Form::Code => is_code(words, start, true),
        Form::Plain => {
            (words.capital(start) || words.is(start, "rs")) && words.str(start).len() > 1
        }
        Form::Mega => words
            .str(start)
            .bytes()
            .all(|byte| byte.is_ascii_uppercase()),
        Form::Dollar => false,
    };
    let sterling = words.any(start, set!["pounds", "pound"]) && words.is(start + 1, "sterling")
        || words.is(start, "sterling") && words.any(start + 1, set!["pounds", "pound"]);
    let end = start + 1 + usize::from(sterling);
    fits.then_some(Named {
        currency: word.currency,
        minor: word.minor,
        scale: if word.form == Form::Mega { 1e6 } else { 1.0 },
        end,
    })
}

/// «50p», «99c».
fn coin(words: Words<'_>, at: usize) -> Option<Named> {
    let coin = match words.str(at) {
        "p" => Some(*b"GBP"),
        "c" => Some(*b"USD"),
        _ => None,
    };
    if let Some(code) = coin.filter(|_| {
        let tight = !words.glued(at + 1)
            || matches!(
                words.kind(at + 1),
                Kind::Comma | Kind::Stop | Kind::Close | Kind::End
            );
        words.glued(at)
            && words.kind(back(at)) == Kind::Digits
            && tight
            && words.kind(back(back(at))) != Kind::Currency
    }) {
        return Some(Named {
            currency: Currency(code),
            minor: 100,
            scale: 1.0,
            end: at + 1,
        });
    }
    None
}
