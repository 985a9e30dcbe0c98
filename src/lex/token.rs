//! Tokens: what the readers see of a text.
//!
//! In: tokens that [`super::scan`] has made. Out: for each its kind, its byte span, the white space before it, its entry in the
//! [lexicon](super::fold) and the [code](wordset::code) of its word, so that a look-up costs no second pass and whoever asks for a
//! word compares numbers. What the tokens mean is for the readers.

use super::date::DateWord;
use super::fold;
use super::fold::Entry;
use super::fold::Lexicon;
use super::memo::Memo;
use super::wordset;
use super::wordset::Set;
use super::wordset::Word;
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing: before the first token or after the last.
    None,
    /// Letters, with apostrophes inside: «o'clock», «didn't». A possessive «'s» is a token of its own.
    Word,
    /// `0`-`9` only; grouping and decimals are composed by the number reader.
    Digits,
    /// «½» and its like.
    Vulgar,
    /// Hyphens and dashes of every kind, a run of them as one.
    Dash,
    /// A double quotation mark that does not say which way it faces.
    Quote,
    /// «“», «‘», «`` ` ` ``».
    QuoteOpen,
    /// «”», «''».
    QuoteClose,
    /// «'» or «’» outside a word.
    Apostrophe,
    /// «(» and «[».
    Open,
    /// «)» and «]».
    Close,
    /// «$», «€» and the other currency signs.
    Currency,
    /// «%».
    Percent,
    /// «°».
    Degree,
    /// «.», one.
    Stop,
    /// «!», «?», «…» and runs of stops.
    End,
    /// «,».
    Comma,
    /// «:».
    Colon,
    /// «;».
    Semicolon,
    /// «/».
    Slash,
    /// «+».
    Plus,
    /// «~», «≈», «±».
    Tilde,
    /// «>», «≥».
    Greater,
    /// «<», «≤».
    Less,
    /// A web address, up to white space.
    Url,
    /// «•», «*», «#», «@», emoji and the rest.
    Other,
}

/// The white space before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// None: the token touches the one before.
    None,
    /// Blanks of any width.
    Space,
    /// One line end.
    Line,
    /// A blank line, or the start of the text.
    Paragraph,
}

/// One token. 32 bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The lexicon's flags of the word, see [`fold::flag`].
    pub(crate) flags: u32,
    /// Bits of [`cue`](super::cue).
    pub(crate) cue: u32,
    /// The [`code`](wordset::code) of its folded letters.
    pub(crate) code: u64,
    /// Index into the lexicon; 0 where the word is not in it.
    pub(crate) entry: u16,
    /// The [`place`](wordset::place) of its code.
    pub(crate) place: u16,
    pub(crate) kind: Kind,
    pub(crate) gap: Gap,
    /// What it can be in a date.
    pub(crate) date: Option<DateWord>,
}

const NOTHING: Token = Token {
    start: 0,
    end: 0,
    flags: 0,
    cue: 0,
    code: 0,
    entry: 0,
    place: wordset::place(0),
    kind: Kind::None,
    gap: Gap::Paragraph,
    date: None,
};

/// Tokens of one sentence (or of one rule string) over their text.
#[derive(Clone, Copy)]
pub(crate) struct Stretch<'t> {
    pub(crate) text: &'t str,
    pub(crate) list: &'t [Token],
    lexicon: &'static Lexicon,
    /// The numbers read so far, if they are kept.
    pub(crate) memo: Option<&'t Memo>,
}

impl<'t> Stretch<'t> {
    /// The tokens `list` of `text`.
    pub(crate) fn new(text: &'t str, list: &'t [Token]) -> Self {
        Self {
            text,
            list,
            lexicon: fold::lexicon(),
            memo: None,
        }
    }

    /// The same tokens, where each number is read once for all readers.
    pub(crate) fn with(self, memo: &'t Memo) -> Self {
        Self {
            memo: Some(memo),
            ..self
        }
    }

    /// What readers are given of it.
    pub(crate) fn words(&'t self) -> Words<'t> {
        Words(self)
    }
}

/// What every reader is given: a [`Stretch`], by one pointer, for it is handed on millions of times. Indices outside are
/// allowed everywhere and are [`Kind::None`], so look-ahead and look-back need no bounds.
#[derive(Clone, Copy)]
pub(crate) struct Words<'t>(&'t Stretch<'t>);

impl<'t> std::ops::Deref for Words<'t> {
    type Target = Stretch<'t>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl<'t> Words<'t> {
    /// Number of tokens.
    #[inline]
    pub(crate) fn len(self) -> usize {
        self.list.len()
    }

    /// The token at `i`, or nothing.
    #[inline]
    pub(crate) fn at(self, i: usize) -> &'t Token {
        self.list.get(i).unwrap_or(&NOTHING)
    }

    /// Its kind.
    #[inline]
    pub(crate) fn kind(self, i: usize) -> Kind {
        self.at(i).kind
    }

    /// Whether any of `flags` is set at `i`.
    #[inline]
    pub(crate) fn has(self, i: usize, flags: u32) -> bool {
        self.at(i).flags & flags != 0
    }

    /// Its bits of [`cue`](super::cue).
    #[inline]
    pub(crate) fn cue(self, i: usize) -> u32 {
        self.at(i).cue
    }

    /// What it can be in a date.
    #[inline]
    pub(crate) fn date(self, i: usize) -> Option<DateWord> {
        self.at(i).date
    }

    /// Its lexicon entry; an empty one where the word is unknown.
    #[inline]
    pub(crate) fn entry(self, i: usize) -> &'static Entry {
        self.lexicon.entry(self.at(i).entry)
    }

    /// Its letters as written.
    #[inline(never)]
    pub(crate) fn str(self, i: usize) -> &'t str {
        let token = self.at(i);
        self.text
            .get(token.start as usize..token.end as usize)
            .unwrap_or("")
    }

    /// How many bytes it is written in.
    #[inline]
    pub(crate) fn width(self, i: usize) -> usize {
        let token = self.at(i);
        (token.end - token.start) as usize
    }

    /// Whether it is `word`, a literal in lower case, whatever its case and apostrophe.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the code of a literal is a constant where this is inlined"
    )]
    pub(crate) fn is(self, i: usize, word: &'static str) -> bool {
        let token = self.at(i);
        token.code == wordset::code(word) && (word.len() <= wordset::CODED || self.reads(i, word))
    }

    /// Whether it is the word of a list.
    #[inline]
    pub(crate) fn same(self, i: usize, word: &Word) -> bool {
        self.at(i).code == word.code
            && (word.text.len() <= wordset::CODED || same(self.str(i), word.text))
    }

    /// Whether it is `word` in lower case, where that is no literal.
    #[inline(never)]
    pub(crate) fn reads(self, i: usize, word: &str) -> bool {
        same(self.str(i), word)
    }

    /// Whether it is one of `words`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "mostly one test of a bit")]
    pub(crate) fn any(self, i: usize, words: &Set) -> bool {
        self.which(i, words).is_some()
    }

    /// Which of `words` it is.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "as above")]
    pub(crate) fn which(self, i: usize, words: &Set) -> Option<&'static str> {
        if !words.may_hold(self.at(i).place) {
            return None;
        }
        self.find(i, words)
    }

    /// The same of a word that may be one of them. Apart, so that the test before it stays small wherever it stands.
    #[cold]
    #[inline(never)]
    fn find(self, i: usize, words: &Set) -> Option<&'static str> {
        let word = words.words.iter().find(|word| self.same(i, word))?;
        Some(word.text)
    }

    /// Whether the tokens from `i` are `words`; gives the index after them.
    #[inline]
    pub(crate) fn phrase(self, i: usize, words: &Set) -> Option<usize> {
        let words = words.words;
        // Mostly the first word is another.
        if words
            .first()
            .is_none_or(|word| self.at(i).code != word.code)
        {
            return None;
        }
        self.phrase_from(i, words)
    }

    fn phrase_from(self, i: usize, words: &[Word]) -> Option<usize> {
        let all = words
            .iter()
            .enumerate()
            .all(|(k, word)| self.same(i.wrapping_add(k), word));
        all.then_some(i.wrapping_add(words.len()))
    }

    /// Whether the token at `i` touches the one before it.
    #[inline]
    pub(crate) fn glued(self, i: usize) -> bool {
        self.at(i).gap == Gap::None
    }

    /// Whether the word at `i` starts with a capital.
    #[inline]
    pub(crate) fn capital(self, i: usize) -> bool {
        self.has(i, fold::flag::CAPITAL)
    }

    /// The bytes from token `from` to token `to`, exclusive; empty if there are none.
    pub(crate) fn span(self, from: usize, to: usize) -> Span {
        let start = self.at(from).start;
        let end = if to > from {
            self.at(to - 1).end
        } else {
            start
        };
        Span { start, end }
    }
}

/// Whether `word` folds to `folded`.
#[inline]
pub(super) fn same(word: &str, folded: &str) -> bool {
    if word.len() == folded.len() {
        return word.eq_ignore_ascii_case(folded);
    }
    // A curly apostrophe is two bytes longer than a straight one.
    word.len() > folded.len()
        && folded.contains('\'')
        && word.replace('\u{2019}', "'").eq_ignore_ascii_case(folded)
}

/// The index before `i`; before the first there is a place that holds nothing, and nothing is before or after it.
pub(crate) fn back(i: usize) -> usize {
    const NOWHERE: usize = usize::MAX / 2;
    i.checked_sub(1).unwrap_or(NOWHERE)
}
