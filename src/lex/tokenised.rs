//! Tokenised text, in which blanks set every mark apart: «The 6 . 1 - magnitude quake , officials said .»
//!
//! In: the tokens of a paragraph. Out: the same tokens with the gaps that print would have, so that no reader has to know of
//! tokenised text. Whether a text is tokenised is told by its commas and stops: one at least stands apart, none touches
//! the word before a blank.

use super::token::Gap;
use super::token::Kind;
use super::token::Token;

/// Gives the tokens of a paragraph of `text` the gaps of print, if it is tokenised.
pub(super) fn join(text: &str, tokens: &mut [Token]) {
    if !is_apart(tokens) {
        return;
    }
    let mut quoted = false;
    for at in 0..tokens.len() {
        let (left, right) = touches(text, tokens, at, &mut quoted);
        if left && tokens[at].gap == Gap::Space {
            tokens[at].gap = Gap::None;
        }
        if right
            && let Some(next) = tokens.get_mut(at + 1)
            && next.gap == Gap::Space
        {
            next.gap = Gap::None;
        }
    }
}

/// Whether a text is tokenised, told by the marks of all of it.
pub(crate) fn is_tokenised(text: &str) -> bool {
    let bytes = text.as_bytes();
    let blank = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_none_or(u8::is_ascii_whitespace)
    };
    let mut apart = false;
    for at in memchr::memchr2_iter(b',', b'.', bytes) {
        if !blank(Some(at + 1)) {
            continue;
        }
        if !blank(at.checked_sub(1)) {
            return false;
        }
        apart = true;
    }
    apart
}

/// The same, told by tokens.
fn is_apart(tokens: &[Token]) -> bool {
    let mut apart = false;
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.kind, Kind::Comma | Kind::Stop) {
            continue;
        }
        if tokens.get(at + 1).is_some_and(|next| next.gap == Gap::None) {
            continue;
        }
        if token.gap == Gap::None {
            return false;
        }
        apart = true;
    }
    apart
}

/// Whether the token at `at` touches, in print, the one before and the one after.
fn touches(text: &str, tokens: &[Token], at: usize, quoted: &mut bool) -> (bool, bool) {
    let kind = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.kind);
    let word = |at: usize| {
        let token = &tokens[at];
        &text[token.start as usize..token.end as usize]
    };
    let before = kind(at.checked_sub(1));
    let after = kind(Some(at + 1));
    let digits = before == Some(Kind::Digits) && after == Some(Kind::Digits);
    match tokens[at].kind {
        mark @ (Kind::Comma | Kind::Stop) if digits => {
            (true, is_one_number(word(at - 1), mark, word(at + 1)))
        }
        Kind::Colon => (true, digits),
        Kind::Comma
        | Kind::Semicolon
        | Kind::End
        | Kind::Close
        | Kind::QuoteClose
        | Kind::Percent => (true, false),
        Kind::Open | Kind::QuoteOpen => (false, true),
        Kind::Quote => {
            *quoted = !*quoted;
            (!*quoted, *quoted)
        }
        // «is . 76 inches thick», «$ . 99»: no sentence ends there.
        Kind::Stop
            if after == Some(Kind::Digits)
                && (before == Some(Kind::Currency)
                    || before == Some(Kind::Word) && leads_on(word(at - 1))) =>
        {
            (before == Some(Kind::Currency), true)
        }
        Kind::Stop => {
            // «U . S .», «p . m .»
            let letter =
                |at: usize| kind(Some(at)) == Some(Kind::Word) && word(at).chars().nth(1).is_none();
            let run = at > 0 && letter(at - 1) && letter(at + 1);
            (true, run && kind(Some(at + 2)) == Some(Kind::Stop))
        }
        Kind::Slash => (true, true),
        Kind::Currency => {
            // «A $ 4 . 4 billion» at the start of a sentence is one of that price.
            let of_country = at > 1
                && matches!(
                    word(at - 1),
                    "A" | "AU" | "C" | "CA" | "HK" | "NT" | "NZ" | "S" | "SG" | "US"
                );
            (of_country, of_country)
        }
        Kind::Dash => {
            let joins = word(at) == "-"
                && matches!(before, Some(Kind::Word | Kind::Digits | Kind::Stop))
                && matches!(after, Some(Kind::Word | Kind::Digits))
                && is_hyphen(word(at - 1), word(at + 1));
            (joins, joins)
        }
        // «the Survey 's map»
        Kind::Word if word(at).starts_with(['\'', '’']) => (true, false),
        _ => (false, false),
    }
}

/// Words after which no sentence ends: copulas, prepositions before a figure, conjunctions and what qualifies a figure.
fn leads_on(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "are"
            | "were"
            | "of"
            | "to"
            | "at"
            | "a"
            | "an"
            | "the"
            | "its"
            | "and"
            | "or"
            | "than"
            | "just"
            | "only"
            | "about"
            | "around"
            | "nearly"
            | "from"
            | "with"
            | "between"
    )
}

/// Whether digits on both sides of a comma or a stop are one number: «1 , 200», «6 . 1», but «in 2005 . 10 people».
pub(crate) fn is_one_number(before: &str, mark: Kind, after: &str) -> bool {
    match mark {
        Kind::Comma => after.len() == 3,
        _ => before.len() <= 3,
    }
}

/// Whether a single dash between two words of a tokenised text is a hyphen: «mud - brick», «Bankman - Fried», «35 - year - old»,
/// but «TEHRAN - An earthquake», «villages - most of them».
pub(crate) fn is_hyphen(before: &str, after: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let dateline = before.len() > 3 && capital(after) && !before.contains(char::is_lowercase);
    let clause = !capital(before) && before.len() > 5 && capital(after);
    let aside = matches!(
        after,
        "the"
            | "but"
            | "his"
            | "her"
            | "its"
            | "their"
            | "which"
            | "who"
            | "where"
            | "when"
            | "including"
            | "most"
            | "some"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "with"
    );
    !dateline && !clause && !aside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::scan;

    /// The tokens of a text, with a blank for each gap.
    fn printed(text: &str) -> String {
        let mut tokens = Vec::new();
        scan::tokens(text, 0..text.len(), &mut tokens);
        let mut out = String::new();
        for token in tokens {
            if token.gap != Gap::None && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&text[token.start as usize..token.end as usize]);
        }
        out
    }

    #[test]
    fn marks_touch_what_they_touch_in_print() {
        insta::assert_snapshot!(printed("The 6 . 1 - magnitude quake , felt at 8 : 33 p . m . , killed 1 , 200 people ( 3 % ) ."),
            @"The 6.1-magnitude quake, felt at 8:33 p.m., killed 1,200 people (3%).");
        insta::assert_snapshot!(printed("TEHRAN - The U . S . Geological Survey 's map , he said , cost US $ 4 . 4 - million ."),
            @"TEHRAN - The U.S. Geological Survey's map, he said, cost US$4.4-million.");
        insta::assert_snapshot!(printed("He called it \" a disaster \" - the worst , Sam Bankman - Fried said ."),
            @r#"He called it "a disaster" - the worst, Sam Bankman-Fried said."#);
        insta::assert_snapshot!(printed("It is . 76 inches thick , and costs just . 5 percent more , $ . 99 a piece ."),
            @"It is .76 inches thick, and costs just .5 percent more, $.99 a piece.");
    }

    #[test]
    fn printed_text_stays_as_it_is() {
        for text in [
            "Sizes 6 . 1 and 6.2, he said.",
            "A dash - not a hyphen",
            "It ended. 10 people - all men - died .",
        ] {
            assert_eq!(printed(text), text);
        }
    }
}
