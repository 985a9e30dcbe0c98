//! Lengths that a word or a mark tells without a count of units: «all day», «another hour», «2'», «1m 20s».
//!
//! In: the tokens of a sentence and an index. Out: the length, and the index after it.

use super::Parts;
use crate::lex::amount;
use crate::lex::amount::Amount;
use crate::lex::number;
use crate::lex::number::NumberWord;
use crate::lex::number::Numeral;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::unit;
use crate::lex::wordset::set;

/// «all day», «all-week», «the whole year».
pub(super) fn whole(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    let whole = words.any(i, set!["whole", "entire"])
        && !matches!(
            words.entry(back(i)).number,
            Some(NumberWord::One(_) | NumberWord::Article)
        );
    if !words.is(i, "all") && !whole {
        return None;
    }
    let at = i + 1 + usize::from(words.kind(i + 1) == Kind::Dash);
    let named =
        words.any(at, set!["day", "week", "month", "year"]) || words.is(at, "night") && !whole;
    if !named || words.any(at + 1, set!["round"]) || words.kind(at + 1) == Kind::Dash {
        return None;
    }
    let (seconds, months, end) = unit::time_at(words, at)?;
    let one = Numeral {
        value: 1.0,
        place: 1.0,
        end,
        article: true,
    };
    Some((Parts::new(Amount::one(one), seconds, months), end))
}

/// «lasted another hour», «for another week»: one more. «Another day» by itself may be any.
pub(super) fn another(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    let lasts = words.any(
        back(i),
        set![
            "for", "in", "within", "than", "lasted", "took", "lasts", "takes", "take", "last",
            "lasting", "by", "least", "spent", "spend", "wait", "stay",
        ],
    );
    if !words.is(i, "another") || !lasts || words.str(i + 1).ends_with('s') {
        return None;
    }
    let (seconds, months, end) = unit::time_at(words, i + 1)?;
    let one = Numeral {
        value: 1.0,
        place: 1.0,
        end,
        article: true,
    };
    let named = words.entry(i + 1).unit?.form == unit::Form::Name;
    named.then(|| (Parts::new(Amount::one(one), seconds, months), end))
}

/// «1m 20s», «5m30s»: minutes, where seconds follow.
pub(super) fn minutes(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    let whole =
        number::cardinal(words, i).filter(|whole| whole.place >= 1.0 && whole.value < 600.0)?;
    let tight = words.kind(i) == Kind::Digits && words.is(whole.end, "m") && words.glued(whole.end);
    if !tight || words.kind(whole.end + 1) != Kind::Digits {
        return None;
    }
    let seconds =
        words.any(whole.end + 2, set!["s", "sec", "secs", "seconds"]) && words.glued(whole.end + 2);
    seconds.then(|| (Parts::new(Amount::one(whole), 60.0, 0.0), whole.end + 1))
}

/// A string that is nothing but «2'» or «30"»: minutes and seconds of sport. In running text these are feet and quotes.
pub(super) fn primes(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    let seconds = match words.kind(i + 1) {
        _ if i > 0 || words.len() != 2 || words.kind(0) != Kind::Digits => return None,
        Kind::Apostrophe => 60.0,
        Kind::Quote | Kind::QuoteClose => 1.0,
        _ => return None,
    };
    let amount = amount::read(words, i)?;
    Some((Parts::new(amount, seconds, 0.0), 2))
}
