//! Where sentences end.
//!
//! In: the tokens of a section. Out: token ranges, one a sentence, headline or list item. A full stop after an
//! abbreviation, an initial or inside a number ends nothing; a blank line always does.

use std::ops::Range;

use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;

/// The next sentence of `words` from token `from`.
pub(super) fn next(words: Words<'_>, from: usize) -> Range<usize> {
    let mut at = from;
    while at < words.len() {
        if at > from && words.at(at).gap == Gap::Paragraph {
            return from..at;
        }
        if ends(words, at) {
            at += 1;
            // Closing quotes and brackets belong to the sentence they close.
            while matches!(words.kind(at), Kind::QuoteClose | Kind::Close)
                || (matches!(words.kind(at), Kind::Quote | Kind::Apostrophe) && words.glued(at))
            {
                at += 1;
            }
            return from..at;
        }
        at += 1;
    }
    from..at
}

fn ends(words: Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Kind::End => words.str(at) != "…" || words.capital(at + 1),
        Kind::Stop => {
            let next = words.at(at + 1);
            next.gap != Gap::None && !(words.str(at - 1).len() == 1 && words.capital(at - 1))
                || matches!(next.kind, Kind::None | Kind::Quote | Kind::QuoteClose)
        }
        _ => false,
    }
}
