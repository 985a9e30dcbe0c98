//! The words of a source, folded, for everything that looks for phrases.
//!
//! In: a text and the spans of its sentences. Out: words in order, each with its span and its folded letters, and one
//! folded string in which phrases are found. Values and stance are not its subject: they come with the reading.

use super::stem::stem;
use crate::lex::token::Kind;
use crate::lex::tokenised;
use crate::span::Span;
use crate::span::is_unseen;

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// White space alone.
    Space,
    /// A hyphen, a slash or an en dash without blanks: «Xi-Blinken».
    Hyphen,
    /// An apostrophe: «Blinken’s».
    Apostrophe,
    /// A quotation mark.
    Quote,
    /// «,».
    Comma,
    /// «;», «:», brackets, dashes with blanks, stops inside a sentence.
    Break,
    /// Nothing: the first word of its sentence.
    Sentence,
}

/// What a bracket or a dash before a word does: between them stands an aside, and the sentence goes on behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Aside {
    /// Nothing.
    #[default]
    None,
    /// It opens an aside.
    Opens,
    /// It closes one; the gap is what stands there without the bracket.
    Closes(Gap),
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where it stands in the source.
    pub(crate) span: Span,
    /// Where its folded letters stand in [`Words::folded`].
    folded: Span,
    /// Where its stem stands in `Words::stems`.
    stem: Span,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// Index of its sentence.
    pub(crate) sentence: u32,
    /// Whether an aside in brackets or between two dashes opens or closes before it.
    pub(crate) aside: Aside,
    /// Whether it starts with a capital letter.
    pub(crate) capital: bool,
}

/// All words of a source.
#[derive(Debug, Default)]
pub(crate) struct Words {
    list: Vec<Word>,
    /// Every word as « word », so two blanks between neighbours, and a line feed after each sentence: a phrase written
    /// the same way is found on word boundaries only, and never across sentences.
    folded: String,
    /// The stem of every word, one after the other: rules are compared with them again and again.
    stems: String,
    /// Words before each sentence, and their number in all.
    starts: Vec<u32>,
}

impl Words {
    /// Reads the words of `sentences`, in order.
    pub(crate) fn read(text: &str, sentences: impl Iterator<Item = Span>) -> Self {
        let mut words = Self::default();
        let apart = tokenised::is_tokenised(text);
        for (index, sentence) in sentences.enumerate() {
            words.starts.push(number(words.list.len()));
            words.sentence(text, sentence, number(index), apart);
            words.folded.push('\n');
        }
        words.starts.push(number(words.list.len()));
        words
    }

    /// Reads one sentence; `apart`: of a text in which blanks set every mark apart.
    fn sentence(&mut self, text: &str, sentence: Span, index: u32, apart: bool) {
        let body = sentence.of(text);
        let base = sentence.start as usize;
        let mut gap = Gap::Sentence;
        let mut dash = None;
        let mut marks = Marks::default();
        let mut dashes = Vec::new();
        let mut chars = body.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if !c.is_alphanumeric() {
                let own = if apart && c == '-' {
                    gap_of_dash(body, at)
                } else if apart && body.as_bytes()[at..].starts_with(b"'s ") {
                    Gap::Apostrophe
                } else {
                    gap_of(c, body, at, &mut dash)
                };
                marks.read(c, own);
                gap = gap.max(own);
                continue;
            }
            if marks.dash && gap == Gap::Break {
                dashes.push(self.list.len());
            }
            let mut end = at + c.len_utf8();
            while let Some(&(next, c)) = chars.peek() {
                if c.is_alphanumeric() || is_mark(c) || inside(body, next, c) {
                    end = next + c.len_utf8();
                    chars.next();
                } else if apart && goes_on(&body[at..end], &body[end..]) {
                    end += " . ".len();
                    chars.by_ref().take(" . ".len()).for_each(drop);
                } else {
                    break;
                }
            }
            let word = &body[at..end];
            let start = self.folded.len();
            self.folded.push(' ');
            fold_into(word, &mut self.folded);
            let folded = Span::new(start + 1, self.folded.len());
            self.folded.push(' ');
            let start = self.stems.len();
            self.stems.push_str(&stem(folded.of(&self.folded)));
            self.list.push(Word {
                span: Span::new(base + at, base + end),
                folded,
                stem: Span::new(start, self.stems.len()),
                gap,
                sentence: index,
                aside: marks.aside(gap),
                capital: c.is_uppercase(),
            });
            gap = Gap::Space;
            marks = Marks::default();
            dash = Some(end);
        }
        self.pair(&dashes);
    }

    /// «More than 150 people – most of them young – were killed»: two dashes and no third hold an aside, where a sentence
    /// and no dateline stands before the first.
    fn pair(&mut self, dashes: &[usize]) {
        let &[open, close] = dashes else { return };
        let begun = (0..open)
            .rev()
            .map(|at| &self.list[at])
            .take_while(|word| word.sentence == self.list[open].sentence)
            .any(|word| !word.capital);
        let digit = |at: usize| self.at(at).starts_with(|c: char| c.is_ascii_digit());
        let range = |at: usize| digit(at) && at > 0 && digit(at - 1);
        let free = |at: usize| self.list[at].aside == Aside::None;
        if begun && free(open) && free(close) && !range(open) && !range(close) {
            self.list[open].aside = Aside::Opens;
            self.list[close].aside = Aside::Closes(Gap::Space);
        }
    }

    /// What a bracket or a dash before the word at `index` does.
    pub(crate) fn aside(&self, index: usize) -> Aside {
        self.list.get(index).map_or(Aside::None, |word| word.aside)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The word at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&Word> {
        self.list.get(index)
    }

    /// The word at `index`, folded; empty outside.
    pub(crate) fn at(&self, index: usize) -> &str {
        self.list
            .get(index)
            .map_or("", |word| word.folded.of(&self.folded))
    }

    /// Whether there is a word at `index`, and it starts with a capital letter.
    pub(crate) fn is_capital(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|word| word.capital)
    }

    /// Whether there is a word at `index`, and it starts with no capital letter.
    pub(crate) fn is_small(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|word| !word.capital)
    }

    /// The stem of the word at `index`; empty outside.
    pub(crate) fn stem(&self, index: usize) -> &str {
        self.list
            .get(index)
            .map_or("", |word| word.stem.of(&self.stems))
    }

    /// The word `offset` places from `index`, folded, if it is of the same sentence; empty otherwise.
    pub(crate) fn near(&self, index: usize, offset: isize) -> &str {
        let Some(other) = index.checked_add_signed(offset) else {
            return "";
        };
        match (self.list.get(index), self.list.get(other)) {
            (Some(one), Some(two)) if one.sentence == two.sentence => self.at(other),
            _ => "",
        }
    }

    /// What stands before the word at `index`.
    pub(crate) fn gap(&self, index: usize) -> Gap {
        self.list.get(index).map_or(Gap::Sentence, |word| word.gap)
    }

    /// The indices of the words of a sentence.
    pub(crate) fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        let at = |i: usize| {
            self.starts
                .get(i)
                .map_or(self.list.len(), |&start| start as usize)
        };
        at(sentence)..at(sentence + 1)
    }

    /// The indices of the words that lie in `span`, at least partly.
    pub(crate) fn in_span(&self, span: Span) -> std::ops::Range<usize> {
        let from = self
            .list
            .partition_point(|word| word.span.end <= span.start);
        let to = self.list.partition_point(|word| word.span.start < span.end);
        from..to.max(from)
    }

    /// The folded text, to look for [`phrase`]s in.
    pub(crate) fn folded(&self) -> &str {
        &self.folded
    }

    /// The words of a match of a [`phrase`] in [`Words::folded`].
    pub(crate) fn of_match(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let from = self
            .list
            .partition_point(|word| (word.folded.start as usize) < start);
        let to = self
            .list
            .partition_point(|word| (word.folded.start as usize) < end);
        from..to
    }

    /// The span of the words in `range`.
    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        match (
            self.list.get(range.start),
            self.list.get(range.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::default(),
        }
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A combining mark, or a character that nobody sees: part of the word it stands in.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && (('\u{300}'..='\u{36f}').contains(&c) || is_unseen(c))
}

/// A stop inside «U.S.» or a comma inside «1,200» belongs to the word; so does the apostrophe of «didn't».
fn inside(body: &str, at: usize, c: char) -> bool {
    let before = body[..at].chars().next_back();
    let mut after = body[at + c.len_utf8()..].chars();
    let next = after.next();
    match c {
        '.' | ',' if before.is_some_and(char::is_numeric) => next.is_some_and(char::is_numeric),
        '.' => {
            let single = body[..at]
                .chars()
                .rev()
                .nth(1)
                .is_none_or(|c| !c.is_alphanumeric());
            single && next.is_some_and(char::is_uppercase)
        }
        '\'' | '’' => {
            let t = next.is_some_and(|c| c == 't' || c == 'T');
            let single = after.next().is_none_or(|c| !c.is_alphanumeric());
            // «didn't» is one word, «O'Brien» too; «Blinken's» and «they'll» are not.
            (t && single && before.is_some_and(|c| c == 'n' || c == 'N'))
                || (before.is_some_and(char::is_uppercase)
                    && next.is_some_and(char::is_uppercase)
                    && !single)
        }
        _ => false,
    }
}

/// The marks between two words that may open or close an aside.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
struct Marks {
    opens: bool,
    closes: bool,
    comma: bool,
    dash: bool,
    /// Marks that part more than a bracket does: «.», «;».
    other: bool,
}

impl Marks {
    fn read(&mut self, c: char, gap: Gap) {
        match c {
            '(' | '[' => self.opens = true,
            ')' | ']' => self.closes = true,
            ',' => self.comma = true,
            '-' | '–' | '—' if gap == Gap::Break => self.dash = true,
            _ if gap >= Gap::Break => self.other = true,
            _ => {}
        }
    }

    fn aside(&self, gap: Gap) -> Aside {
        if gap == Gap::Sentence || self.dash {
            Aside::None
        } else if self.opens {
            Aside::Opens
        } else if self.closes && !self.other {
            Aside::Closes(if self.comma { Gap::Comma } else { Gap::Space })
        } else {
            Aside::None
        }
    }
}

/// Whether a word goes on behind a mark with a blank on each side, as it would inside a word in print: «6 . 1», «1 , 200»,
/// «U . S .»
fn goes_on(word: &str, rest: &str) -> bool {
    let mark = match rest.get(..3) {
        Some(" . ") => Kind::Stop,
        Some(" , ") => Kind::Comma,
        _ => return false,
    };
    let next = rest[3..].split(|c: char| !c.is_alphanumeric()).next();
    let next = next.unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(word) {
        return digits(next) && tokenised::is_one_number(word, mark, next);
    }
    let letter = |text: &str| text.len() == 1 && text.starts_with(|c: char| c.is_ascii_uppercase());
    mark == Kind::Stop
        && letter(word.rsplit(' ').next().unwrap_or(word))
        && letter(next)
        && rest[3 + next.len()..].starts_with(" .")
}

/// What a dash between blanks is in a tokenised text.
fn gap_of_dash(body: &str, at: usize) -> Gap {
    let other = |c: char| !c.is_alphanumeric();
    let before = body[..at].trim_end().rsplit(other).next();
    let after = body[at + 1..].trim_start().split(other).next();
    match (before, after) {
        (Some(before), Some(after)) if before.is_empty() || after.is_empty() => Gap::Break,
        (Some(before), Some(after)) if tokenised::is_hyphen(before, after) => Gap::Hyphen,
        _ => Gap::Break,
    }
}

fn gap_of(c: char, body: &str, at: usize, word_end: &mut Option<usize>) -> Gap {
    match c {
        c if c.is_whitespace() || matches!(c, '$' | '£' | '€' | '¥' | '₹' | '%') => {
            Gap::Space
        }
        c if is_mark(c) => Gap::Space,
        '-' | '–' | '/' | '‑' | '‐' => {
            // «Xi-Blinken», «U.S.-Russia»
            let end = at - usize::from(body[..at].ends_with('.'));
            let tight = *word_end == Some(end)
                && body[at + c.len_utf8()..]
                    .chars()
                    .next()
                    .is_some_and(char::is_alphanumeric);
            if tight { Gap::Hyphen } else { Gap::Break }
        }
        '\'' | '’' if *word_end == Some(at) => Gap::Apostrophe,
        '\'' | '’' | '"' | '“' | '”' | '‘' | '«' | '»' | '`' => Gap::Quote,
        ',' => Gap::Comma,
        // «Moreau (left) and Castellan», «Pinley (PNL)»: an aside of a word or two breaks nothing.
        '(' | ')' if is_aside(body, at, c) => Gap::Comma,
        // «Gen. Berg» is one name, «left. Berg» is not.
        '.' => {
            // In tokenised text a blank stands before the stop.
            let before = body[..at].trim_end();
            let word = before
                .rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or("");
            let short = word.len() <= 4 && word.starts_with(char::is_uppercase);
            // «4:30 p.m., ran for»: a sentence would not go on like this.
            let rest = body[at + 1..].trim_start();
            // «at 5.10 p.m. Selmar shook»: one sentence, so the stop ends no more than the hour.
            let clock = word.eq_ignore_ascii_case("m")
                && before.strip_suffix(word).is_some_and(|rest| {
                    let rest = rest.trim_end();
                    rest.strip_suffix('.')
                        .is_some_and(|rest| rest.trim_end().ends_with(['p', 'a']))
                });
            let short = short || clock || rest.starts_with(|c: char| c.is_lowercase() || c == ',');
            if short { Gap::Space } else { Gap::Break }
        }
        _ => Gap::Break,
    }
}

/// Whether the bracket at `at` opens or closes an aside of at most two words without figures.
fn is_aside(body: &str, at: usize, bracket: char) -> bool {
    let inside = if bracket == '(' {
        body[at + 1..].split(')').next().unwrap_or("")
    } else {
        let before = &body[..at];
        let Some(open) = before.rfind('(') else {
            return false;
        };
        &before[open + 1..]
    };
    let closed = bracket == ')' || body[at + 1..].len() > inside.len();
    closed
        && (1..=24).contains(&inside.len())
        && inside
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.'))
        && inside.split_whitespace().count() <= 2
}

/// Folds one word: lower case, no diacritics, Latin letters; apostrophes, inner stops and the blanks beside them gone.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            'a'..='z' | '0'..='9' => out.push(c),
            '\'' | '’' | '.' | ' ' => {}
            c if c.is_ascii() => out.push(c),
            c if is_mark(c) => {}
            c => match deunicode::deunicode_char(c) {
                Some(plain) => {
                    for c in plain.chars().filter(char::is_ascii_alphanumeric) {
                        out.push(c.to_ascii_lowercase());
                    }
                }
                None => out.extend(c.to_lowercase()),
            },
        }
    }
}

/// The folded words of a phrase of a rule file.
pub(crate) fn fold(phrase: &str) -> Vec<String> {
    let words = Words::read(phrase, std::iter::once(Span::new(0, phrase.len())));
    (0..words.len()).map(|i| words.at(i).to_owned()).collect()
}

/// Folded words in the form in which [`Words::folded`] holds them.
pub(crate) fn phrase(words: &[String]) -> String {
    words.iter().flat_map(|word| [" ", word, " "]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        fold(text)
    }

    #[test]
    fn case_diacritics_and_curly_quotes_are_folded() {
        assert_eq!(
            words("Recep Tayyip Erdoğan’s U.S. visit; he didn’t stay"),
            [
                "recep", "tayyip", "erdogan", "s", "us", "visit", "he", "didnt", "stay"
            ]
        );
    }

    #[test]
    fn a_phrase_is_found_on_word_boundaries_only() {
        let text = "A taxi driver met Xi Jinping.";
        let words = Words::read(text, std::iter::once(Span::new(0, text.len())));
        let xi = phrase(&fold("Xi"));
        let at = words.folded().find(&xi).expect("Xi is there");
        assert_eq!(words.of_match(at, at + xi.len()), 4..5);
        assert_eq!(words.span(4..6).of(text), "Xi Jinping");
    }

    #[test]
    fn gaps_tell_hyphens_from_dashes() {
        let text = "the Xi-Blinken talks – held late";
        let words = Words::read(text, std::iter::once(Span::new(0, text.len())));
        assert_eq!(words.gap(2), Gap::Hyphen);
        assert_eq!(words.gap(4), Gap::Break);
        assert_eq!(words.near(0, 3), "talks");
        assert_eq!(words.near(0, -1), "");
    }
}
