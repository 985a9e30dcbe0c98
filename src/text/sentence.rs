//! Where sentences end.
//!
//! In: the tokens of a section. Out: token ranges, one a sentence, headline or list item. A full stop after an
//! abbreviation, an initial or inside a number ends nothing; a blank line always does, a line end where the line is a
//! heading or an item rather than wrapped prose.

use std::ops::Range;

use crate::lex::date::is_zone;
use crate::lex::fold::flag;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::set;

/// Prose is wrapped at about this many bytes or fewer …
const WRAP: usize = 120;
/// … and a line shorter than this was ended on purpose.
const SHORT: usize = 55;
/// No one writes longer sentences, in tokens. What is longer is a list or a hostile text; readers may look from end to
/// end of a sentence, and stay linear in the text because of this bound.
const LONGEST: usize = 400;

/// The next sentence of `words` from token `from`.
pub(super) fn next(words: Words<'_>, from: usize) -> Range<usize> {
    let last = words.len().min(from + LONGEST);
    for (at, token) in (from..last).zip(&words.list[from..last]) {
        if token.gap >= Gap::Line && at > from && breaks_before(words, at) {
            return from..at;
        }
        if matches!(token.kind, Kind::End | Kind::Stop)
            && ends(words, at)
            && !opens_with_clock(words, from, at)
        {
            let mut end = at + 1;
            // Closing quotes and brackets belong to the sentence they close.
            while closes(words, end) {
                end += 1;
            }
            return from..end;
        }
    }
    from..last
}

/// «At 9.30 p.m. Buckingham Palace announced»: nothing but a clock time was told yet, so the sentence goes on.
fn opens_with_clock(words: Words<'_>, from: usize, at: usize) -> bool {
    let lead = words.any(
        from,
        set![
            "at", "by", "around", "about", "before", "after", "until", "from", "since", "shortly",
            "just"
        ],
    );
    let clock = (from + 1..at).all(|i| match words.kind(i) {
        Kind::Word => words.any(
            i,
            set![
                "a",
                "p",
                "m",
                "am",
                "pm",
                "at",
                "around",
                "about",
                "before",
                "after",
                "shortly",
                "just",
                "exactly",
                "precisely",
                "approximately",
                "nearly",
                "almost"
            ],
        ),
        kind => matches!(kind, Kind::Digits | Kind::Stop | Kind::Colon),
    });
    lead && clock
        && at > from + 2
        && words.kind(at) == Kind::Stop
        && words.kind(at + 1) == Kind::Word
}

fn closes(words: Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Kind::QuoteClose | Kind::Close => words.at(at).gap < Gap::Paragraph,
        Kind::Quote | Kind::Apostrophe => words.glued(at) && !words.glued(at + 1),
        _ => false,
    }
}

/// Whether the white space before token `at` ends a sentence.
fn breaks_before(words: Words<'_>, at: usize) -> bool {
    match words.at(at).gap {
        Gap::Paragraph => true,
        Gap::Line => {
            if words.kind(at) == Kind::Other {
                return true; // a bullet
            }
            // «- Total turnout was …»
            if words.str(at) == "-" && !words.glued(at + 1) && words.capital(at + 1) {
                return true;
            }
            let lower = words.kind(at) == Kind::Word && !words.capital(at);
            let goes_on =
                lower || matches!(words.kind(back(at)), Kind::Comma | Kind::Dash | Kind::Open);
            if goes_on {
                return false;
            }
            let end = words.at(back(at)).end as usize;
            let start = memchr::memrchr(b'\n', &words.text.as_bytes()[..end])
                .map_or(0, |newline| newline + 1);
            !(SHORT..=WRAP).contains(&(end - start))
        }
        Gap::None | Gap::Space => false,
    }
}

/// Whether the token `at` ends a sentence.
fn ends(words: Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Kind::End if words.str(at).starts_with(['…', '.']) => {
            !words.glued(at + 1) && (words.capital(at + 1) || words.kind(at + 1) == Kind::None)
        }
        Kind::End => {
            !matches!(words.kind(at + 1), Kind::Comma) && !lower_after_quote(words, at + 1)
        }
        Kind::Stop => stop_ends(words, at),
        _ => false,
    }
}

/// «“Is it over?” he asked»: the sentence goes on after the quotation.
fn lower_after_quote(words: Words<'_>, at: usize) -> bool {
    closes(words, at) && words.kind(at + 1) == Kind::Word && !words.capital(at + 1)
}

fn stop_ends(words: Words<'_>, at: usize) -> bool {
    let (before, after) = (words.kind(at - usize::from(at > 0)), words.kind(at + 1));
    if after == Kind::None {
        return true;
    }
    if words.glued(at + 1) {
        return match after {
            Kind::QuoteClose | Kind::Quote | Kind::Close | Kind::Apostrophe => {
                !lower_after_quote(words, at + 1)
            }
            // A missing space: «the pier.Then».
            Kind::Word => {
                at > 0 && words.capital(at + 1) && words.width(at - 1) > 2 && !words.capital(at - 1)
            }
            Kind::QuoteOpen => true,
            _ => false,
        };
    }
    if matches!(after, Kind::Comma | Kind::Semicolon)
        || (after == Kind::Word && !words.capital(at + 1))
    {
        return false;
    }
    if before == Kind::Digits && after == Kind::Digits && !words.glued(at) {
        return false; // «6 . 1», tokenised
    }
    if before != Kind::Word || at == 0 {
        return true;
    }
    let initial =
        words.kind(at + 2) == Kind::Stop && words.at(at + 1).end - words.at(at + 1).start == 1;
    let opener = words.has(at + 1, flag::OPENER) && !initial;
    let word = words.str(back(at));
    if word.chars().count() == 1 {
        // «J. Smith», «U.S. officials», «U . S .»; but «in the U.S. The».
        let run = at >= 3 && words.kind(back(back(at))) == Kind::Stop;
        // «at 8 p.m. ET» goes on with its zone.
        let zone = is_zone(words.str(at + 1)) || initial;
        let clock = word.eq_ignore_ascii_case("m") && run && !zone;
        return (run && opener) || (clock && after == Kind::Word && !words.has(at + 1, flag::DATE));
    }
    let abbreviation = words.has(back(at), flag::ABBREVIATION)
        && (words.capital(back(at)) || words.any(back(at), set!["vs approx est eg ie cf ca al"]));
    if abbreviation {
        return opener;
    }
    // «feb. 2013», «wed. 4:30 pm»: in lower case a number has to follow.
    if words.has(back(at), flag::ABBREVIATION)
        && words.has(back(at), flag::DATE)
        && after == Kind::Digits
    {
        return false;
    }
    if words.is(back(at), "no") && after == Kind::Digits {
        return false; // «No. 3»
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::scan;
    use crate::lex::token;

    fn sentences(text: &str) -> Vec<&str> {
        let mut list = Vec::new();
        scan::tokens(text, 0..text.len(), &mut list);
        let stretch = token::Stretch::new(text, &list);
        let words = stretch.words();
        let mut out = Vec::new();
        let mut from = 0;
        while from < words.len() {
            let range = next(words, from);
            out.push(words.span(range.start, range.end).of(text));
            from = range.end;
        }
        out
    }

    #[test]
    fn abbreviations_and_initials_end_nothing() {
        assert_eq!(
            sentences("Gen. A. B. Rook met Mr. Hale at 4 p.m. Monday in Tampa, Fla., on the pier.")
                .len(),
            1
        );
        assert_eq!(
            sentences("They sailed to the U.S. The crew slept.").len(),
            2
        );
        assert_eq!(sentences("It closed at 6 p.m. Crews left.").len(), 2);
        assert_eq!(
            sentences("The U . S . survey said it was 5 . 4 . It was felt far off .").len(),
            2
        );
        assert_eq!(sentences("No. 3 pump failed. Nobody noticed.").len(), 2);
        assert_eq!(
            sentences("At 9.30 p.m. Harbour House announced it. Shortly after 6 p.m. Crews left.")
                .len(),
            2
        );
        assert_eq!(
            sentences("It closed at 9.30 p.m. Crews left at 10 p.m. Nobody stayed.").len(),
            3
        );
    }

    #[test]
    fn a_question_inside_a_quotation_goes_on_after_it() {
        assert_eq!(
            sentences("“Is it over?” the mate asked. “Yes.” He slept.").len(),
            3
        );
    }

    #[test]
    fn an_item_behind_a_hyphen_stands_alone() {
        assert_eq!(
            sentences("- No won, with all 32 councils of the country having declared by six\n- Yes wins in the second city, where thousands wave flags in the main square\n- The leader takes a plane").len(),
            3
        );
        assert_eq!(
            sentences("The ferry burned for five hours at the pier before crews of the\n- by then tired - coastguard put it out.").len(),
            1
        );
    }

    #[test]
    fn headings_end_with_their_line_and_wrapped_prose_does_not() {
        assert_eq!(
            sentences("Ferry burns\nThe ferry burned for hours.").len(),
            2
        );
        let wrapped = "The ferry burned for five hours at the pier before crews of the\nNorthern Coastguard put it out.";
        assert_eq!(sentences(wrapped).len(), 1);
    }
}
