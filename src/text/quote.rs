//! Which tokens stand between quotation marks.
//!
//! In: the tokens of a section. Out: ranges of tokens between marks, in order, without the marks. Marks of every kind
//! are paired within a paragraph; one that is never closed ends with its paragraph, as speech over several paragraphs
//! is set. An apostrophe is a mark only where a word can't want it.

use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::span::Span;

/// Tokens between two marks: from `start` to `end`, the marks left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The words between the marks.
    pub(super) span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// «"», which closes what it opened.
    Straight,
    /// «“», «„», ««».
    Double,
    /// «‘» or «'».
    Single,
}

/// Longest speech in one paragraph, in tokens: beyond it a mark was a slip of the pen.
const LONGEST: usize = 400;

/// Finds the quotations of a section.
pub(super) fn find(words: Words<'_>, out: &mut Vec<Quoted>) {
    let mut open: Option<(usize, Mark)> = None;
    for (at, token) in words.list.iter().enumerate() {
        let mark = matches!(
            token.kind,
            Kind::Quote | Kind::QuoteOpen | Kind::QuoteClose | Kind::Apostrophe
        );
        if !mark && token.gap != Gap::Paragraph {
            continue;
        }
        if token.gap == Gap::Paragraph || open.is_some_and(|(start, _)| at - start > LONGEST) {
            // An apostrophe that nothing closed was none; other marks run on to the end of their paragraph.
            if let Some((start, mark)) = open.take()
                && mark != Mark::Single
                && at - start <= LONGEST
            {
                push(words, start, at, out);
            }
        }
        match (open, token.kind) {
            (None, kind) => open = opens(words, at, kind).map(|mark| (at + 1, mark)),
            (Some((start, Mark::Straight)), Kind::Quote)
            | (Some((start, Mark::Double)), Kind::QuoteClose | Kind::Quote) => {
                push(words, start, at, out);
                open = None;
            }
            (Some((start, Mark::Double)), Kind::Apostrophe)
                if words.kind(at + 1) == Kind::Apostrophe && words.glued(at + 1) =>
            {
                push(words, start, at, out);
                open = None;
            }
            (Some((start, Mark::Single)), Kind::Apostrophe | Kind::QuoteClose)
                if closes_single(words, at) =>
            {
                push(words, start, at, out);
                open = None;
            }
            // A new opening mark where one is open: the first was never closed, or this quotes within speech.
            (Some((start, Mark::Double)), Kind::QuoteOpen) if words.str(at) == "“" => {
                push(words, start, at, out);
                open = Some((at + 1, Mark::Double));
            }
            (Some((start, Mark::Single)), Kind::QuoteOpen)
                if words.str(at) == "“" && at - start > 12 =>
            {
                open = Some((at + 1, Mark::Double));
            }
            _ => {}
        }
    }
    if let Some((start, mark)) = open
        && mark != Mark::Single
        && words.len() - start <= LONGEST
    {
        push(words, start, words.len(), out);
    }
}

fn push(words: Words<'_>, start: usize, end: usize, out: &mut Vec<Quoted>) {
    if end > start {
        out.push(Quoted {
            start,
            end,
            span: words.span(start, end),
        });
    }
}

fn opens(words: Words<'_>, at: usize, kind: Kind) -> Option<Mark> {
    match kind {
        Kind::QuoteOpen if matches!(words.str(at), "‘" | "‹" | "‚" | "‛") => {
            Some(Mark::Single)
        }
        Kind::QuoteOpen => Some(Mark::Double),
        // After digits it is inches or seconds.
        Kind::Quote if words.kind(at.wrapping_sub(1)) == Kind::Digits && words.glued(at) => None,
        Kind::Quote => Some(Mark::Straight),
        Kind::Apostrophe => {
            let free = !words.glued(at)
                || matches!(words.kind(at.wrapping_sub(1)), Kind::Open | Kind::Dash);
            let year = words.kind(at + 1) == Kind::Digits;
            (free && words.glued(at + 1) && !year && words.str(at) == "'").then_some(Mark::Single)
        }
        _ => None,
    }
}

/// Whether the apostrophe at `at` closes a quotation: it touches what stands before, not what follows, and is not
/// the plural possessive of a name («workers’ rights»), which a lower-case noun follows without a comma.
fn closes_single(words: Words<'_>, at: usize) -> bool {
    if !words.glued(at) || (words.glued(at + 1) && words.kind(at + 1) == Kind::Word) {
        return false;
    }
    let plural = words.str(back(at)).ends_with('s') && words.kind(back(at)) == Kind::Word;
    let noun_follows = words.kind(at + 1) == Kind::Word && !words.capital(at + 1);
    // Another closing mark further on in the sentence shows that this one was a possessive.
    let another = (at + 1..(at + 30).min(words.len()))
        .take_while(|&next| {
            words.at(next).gap != Gap::Paragraph && words.kind(next) != Kind::QuoteOpen
        })
        .any(|next| {
            words.kind(next) == Kind::Apostrophe && words.glued(next) && !words.glued(next + 1)
        });
    !(plural && noun_follows && another)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::scan;
    use crate::lex::token;

    fn quotes(text: &str) -> Vec<&str> {
        let mut list = Vec::new();
        scan::tokens(text, 0..text.len(), &mut list);
        let stretch = token::Stretch::new(text, &list);
        let words = stretch.words();
        let mut found = Vec::new();
        find(words, &mut found);
        found
            .iter()
            .map(|quote| words.span(quote.start, quote.end).of(text))
            .collect()
    }

    #[test]
    fn marks_of_every_kind_are_paired() {
        assert_eq!(
            quotes("He called it “frank” and \"long\" and ‘dull’."),
            ["frank", "long", "dull"]
        );
        assert_eq!(quotes("' Several hurt ' in ferry fire"), Vec::<&str>::new());
        assert_eq!(quotes("'Several hurt' in ferry fire"), ["Several hurt"]);
        assert_eq!(quotes("\" We are safe , \" she said ."), ["We are safe ,"]);
    }

    #[test]
    fn possessives_and_years_quote_nothing() {
        assert_eq!(
            quotes("The workers’ union of ’98 met the ’owners’ of Hale’s pier."),
            Vec::<&str>::new()
        );
        assert_eq!(
            quotes("‘The workers’ rights come first,’ she said."),
            ["The workers’ rights come first,"]
        );
    }

    #[test]
    fn speech_over_two_paragraphs_ends_with_each() {
        assert_eq!(
            quotes("“We waited.\n\n“Then we left,” he said."),
            ["We waited.", "Then we left,"]
        );
    }
}
