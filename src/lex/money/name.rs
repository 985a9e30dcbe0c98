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

/// «C$», «A$», «RD$»: the letters before a sign, which are part of it. Capitals that are not known name a currency all
/// the same.
pub(super) fn letters(words: Words<'_>, i: usize, sign: &str) -> Option<Currency> {
    if words.kind(i) != Kind::Word || words.at(i).end - words.at(i).start > 4 {
        return None;
    }
    let known = words.entry(i).money;
    if let Some(word) = known.filter(|word| matches!(word.form, Form::Dollar | Form::Code)) {
        return Some(word.currency);
    }
    let letters = words.str(i);
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let own = matches!(sign, "$" | "£" | "¥") && letters.len() <= 3;
    currency::of_letter(letters, sign).or_else(|| (capitals && own).then_some(Currency::OPEN))
}

/// The adjective of a country: «Canadian», «Japanese».
pub(super) fn is_adjective(words: Words<'_>, i: usize) -> bool {
    let word = words.str(i);
    ["an", "AN", "ese", "ian", "ish"]
        .iter()
        .any(|end| word.ends_with(end))
        && !words.is(i, "japan")
        && !words.is(i, "taiwan")
}

/// «c $ 20 million», «canadian $ 20 million»: in tokenised text, what stands apart before a sign at `i` belongs to it. The
/// currency and where it starts.
pub(super) fn apart(words: Words<'_>, i: usize) -> Option<(Currency, usize)> {
    let blank = |k: usize| words.at(k).gap == Gap::Space;
    let tokenised = words.kind(i) == Kind::Currency
        && words.str(i) == "$"
        && blank(i)
        && blank(i + 1)
        && words.kind(i + 1) == Kind::Digits;
    if !tokenised {
        return None;
    }
    let before = back(i);
    if words.any(before, set!["c", "hk", "nz", "nt", "au", "ca", "sg"]) {
        let upper = words.str(before).to_uppercase();
        let known = words
            .entry(before)
            .money
            .filter(|word| word.form == Form::Dollar);
        let currency = known
            .map(|word| word.currency)
            .or_else(|| currency::of_letter(&upper, "$"))?;
        return Some((currency, before));
    }
    // «It paid us $ 20 million» has somebody who is paid.
    let giving = words.any(
        back(before),
        set!["paid pay pays paying gave give gives owes owe owed cost costs costing lent sold charged offered offer offers saved save saves"],
    );
    if words.is(before, "us") && !giving && before > 0 {
        return Some((Currency(*b"USD"), before));
    }
    let (codes, end) = currency::place(words, before)?;
    (end == i && is_adjective(words, before))
        .then(|| (currency::of_place(codes, Currency(*b"USD")), before))
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
        // «$US 5», «$AUD5m».
        if words.glued(i + 1)
            && words.entry(i + 1).money.is_some_and(|word| {
                word.form == Form::Dollar
                    || word.form == Form::Code && words.str(i + 1).ends_with('D')
            })
        {
            return Some(plain(words.entry(i + 1).money?.currency, i + 2));
        }
        // «$A5m», «$C5».
        if words.str(i) == "$"
            && words.glued(i + 1)
            && words.glued(i + 2)
            && words.kind(i + 2) == Kind::Digits
            && let Some(currency) = currency::of_letter(words.str(i + 1), "$")
        {
            return Some(plain(currency, i + 2));
        }
        return (minor == 1).then(|| plain(currency, i + 1));
    }
    if words.kind(i) != Kind::Word {
        return None;
    }
    // «U.S.$», «U.S. $».
    if words.is(i, "u")
        && let Some((codes, end)) = currency::place(words, i)
        && words.kind(end) == Kind::Currency
        && words.at(end).gap <= Gap::Space
        && end > i + 1
    {
        return Some(plain(currency::currency(codes), end + 1));
    }
    // «US$», «HK$», «R$», «aud$».
    let sign = words.kind(i + 1) == Kind::Currency && words.glued(i + 1);
    let letters = words.width(i) > 1 || words.is(i, "u");
    if sign {
        return self::letters(words, i, words.str(i + 1)).map(|currency| plain(currency, i + 2));
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
            // «R500 million», «P5,000», «N1.2bn», but «R2» and «N95» are names.
            let point = words.kind(i + 2) == Kind::Stop
                && words.glued(i + 2)
                && words.glued(i + 3)
                && words.kind(i + 3) == Kind::Digits;
            let scale = if point { i + 4 } else { i + 2 };
            let large = words.kind(i + 2) == Kind::Comma
                && words.glued(i + 2)
                && words.kind(i + 3) == Kind::Digits
                || words.width(scale) > 3
                    && matches!(words.entry(scale).number, Some(NumberWord::Scale(_)))
                || words.glued(scale) && words.any(scale, set!["m", "bn", "mn", "b", "tn"]);
            let letter = words.width(i) <= 2
                && !words.any(i, set!["rs", "rm", "dm", "rp", "tk", "le", "dh", "sh"]);
            let capital = words.str(i).starts_with(char::is_uppercase) || words.is(i, "rs");
            // «RS 232» is a plug.
            let whole_capitals = words.str(i) == "RS" && !is_sum(words, i);
            let whole = !words.is(i, "le") || words.str(i) == "LE" && words.glued(i + 1);
            (capital && whole && !whole_capitals && (!letter || large && words.glued(i + 1)))
                .then(|| plain(word.currency, end))
        }
        _ => None,
    }
}

/// Codes that are English words, names or labels need their capitals, and before their number a sum.
const ENGLISH: &[&str] = &[
    "try", "all", "bob", "cop", "cup", "top", "mad", "mop", "pen", "php", "ron", "sos", "lak",
    "mur", "esp", "dem", "bam", "gel", "ern", "ang", "sar", "nad", "amd", "nio", "cve", "sdg",
    "std", "eth", "sit", "shp", "pab", "xrp", "fim",
];
/// Codes that people also write in small letters, and with one capital.
const COMMON: &[&str] = &[
    "usd", "eur", "gbp", "jpy", "cny", "rmb", "inr", "aud", "cad", "chf", "hkd", "nzd", "sgd",
    "mxn", "brl", "krw", "rub", "uah", "egp", "myr", "btc",
];

/// Whether the code at `i` is an English word as well.
pub(super) fn is_english(words: Words<'_>, i: usize) -> bool {
    ENGLISH.contains(&words.entry(i).text)
}

pub(super) fn is_code(words: Words<'_>, i: usize, after: bool) -> bool {
    let code = words.str(i);
    let capitals = code.bytes().all(|byte| byte.is_ascii_uppercase());
    let small = code.bytes().all(|byte| byte.is_ascii_lowercase());
    let folded = words.entry(i).text;
    if ENGLISH.contains(&folded) {
        // «TOP 10» and «BOB 5» are names, «MAD 5,000» is money.
        return capitals && (after || is_sum(words, i));
    }
    capitals || small || COMMON.contains(&folded)
}

/// Whether what stands behind the word at `i` is long enough for a sum: four digits, groups, decimals, a scale.
fn is_sum(words: Words<'_>, i: usize) -> bool {
    words.width(i + 1) > 3
        || matches!(words.kind(i + 2), Kind::Comma | Kind::Stop)
            && words.glued(i + 2)
            && words.kind(i + 3) == Kind::Digits
        || words.has(i + 2, flag::NUMBER) && words.kind(i + 2) == Kind::Word
}

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
            .or_else(|| currency::of_letter(words.str(at), words.str(at + 1)))?;
        return Some(Named {
            currency,
            minor: 1,
            scale: 1.0,
            end: at + 2,
        });
    }
    let (start, codes) = country(words, at)?;
    let word = words.entry(start).money?;
    // «50 euro cents», «20 US cents».
    if word.form == Form::Name
        && let Some(coin) = words.entry(start + 1).money
        && coin.form == Form::Minor
        && words.any(start + 1, set!["cent", "cents"])
    {
        return Some(Named {
            currency: word.currency,
            minor: coin.minor,
            scale: 1.0,
            end: start + 2,
        });
    }
    if let Some(codes) = codes {
        if !matches!(word.form, Form::Name | Form::Minor) {
            return None;
        }
        let named = currency::of_place(codes, word.currency);
        let own = word.form == Form::Name || named != word.currency;
        let first = codes.split(' ').next().unwrap_or(codes);
        return Some(Named {
            currency: if own {
                named
            } else {
                currency::currency(first)
            },
            minor: word.minor,
            scale: 1.0,
            end: start + 1,
        });
    }
    let fits = match word.form {
        Form::Name | Form::Minor => true,
        Form::Code => is_code(words, start, true),
        Form::Plain => (words.capital(start) || words.is(start, "rs")) && words.width(start) > 1,
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

/// Words between a country and the name of its money, or before both: «Israeli new shekels», «nuevos soles».
const KINDS: &Set = set!["new", "old", "convertible", "nuevo", "nuevos"];

/// The name of a currency at `at`, behind the country that it is told of: «US dollars», «Sri Lankan rupees», «Bosnian
/// convertible marks». The index of the name, and the codes of the country.
pub(super) fn country(words: Words<'_>, at: usize) -> Option<(usize, Option<&'static str>)> {
    const LONGEST: usize = 8;
    let is_name = |k: usize| {
        let word = words.entry(k).money;
        word.is_some_and(|word| word.form != Form::Dollar && !matches!(words.str(k), "s" | "S"))
    };
    let name = (at..at + LONGEST)
        .take_while(|&k| {
            words.kind(k) == Kind::Word || words.kind(k) == Kind::Stop && words.glued(k) && k > at
        })
        .find(|&k| {
            // «sterling pounds», «CFA francs»: the last one.
            let plain = words
                .entry(k)
                .money
                .is_some_and(|word| word.form == Form::Plain);
            is_name(k) && !((words.is(k, "sterling") || plain) && is_name(k + 1))
        })?;
    // «50 euro cents»: the first name, not its coin.
    let (mut k, mut codes) = (at, None);
    while k < name {
        if let Some((own, end)) = currency::place(words, k) {
            codes = codes.or(Some(own));
            k = end;
        } else if words.any(k, KINDS) {
            k += 1;
        } else {
            return None;
        }
    }
    (k == name).then_some((name, codes))
}

/// Letters that are coins where they touch a number, for the lexicon.
pub(in crate::lex) const COINS: &Set = set!["p", "c"];

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
            // «a 1080p film»: lines of a picture.
            && !(words.str(at) == "p"
                && words.any(
                    at + 1,
                    set!["film video screen display resolution footage stream streaming camera television tv monitor webcam"],
                ))
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
