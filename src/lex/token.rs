//! Tokens: one pass over a text.
//!
//! In: a text and a byte range of it. Out: tokens in order, each with its byte span, its kind, the white space before
//! it, and its entry in the [lexicon](super::fold). A word is folded into a [code](wordset::code) as soon as its end is known, so
//! that a look-up costs no second pass and no allocation, and whoever asks for a word later compares numbers. What the tokens mean is for the readers.

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
    /// The [`bit`](wordset::bit) of its code.
    pub(crate) bit: u8,
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
    bit: wordset::bit(0),
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
    #[inline]
    pub(crate) fn str(self, i: usize) -> &'t str {
        let token = self.at(i);
        self.text
            .get(token.start as usize..token.end as usize)
            .unwrap_or("")
    }

    /// Whether it is `word`, a literal in lower case, whatever its case and apostrophe.
    #[inline(always)]
    #[allow(clippy::inline_always)] // the code of a literal is a constant where this is inlined
    pub(crate) fn is(self, i: usize, word: &'static str) -> bool {
        let token = self.at(i);
        token.code == wordset::code(word)
            && (word.len() <= wordset::CODED || same(self.str(i), word))
    }

    /// Whether it is the word of a list.
    #[inline]
    pub(crate) fn same(self, i: usize, word: &Word) -> bool {
        self.at(i).code == word.code
            && (word.text.len() <= wordset::CODED || same(self.str(i), word.text))
    }

    /// Whether it is `word` in lower case, where that is no literal.
    pub(crate) fn reads(self, i: usize, word: &str) -> bool {
        same(self.str(i), word)
    }

    /// Whether it is one of `words`.
    #[inline]
    pub(crate) fn any(self, i: usize, words: impl List) -> bool {
        words.holds(self, i)
    }

    /// Whether the tokens from `i` are `words`; gives the index after them.
    #[inline]
    pub(crate) fn phrase(self, i: usize, words: &Set) -> Option<usize> {
        let words = &words.words;
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

/// A list of words that a token can be one of.
pub(crate) trait List {
    /// Whether the token at `i` is in it.
    fn holds(self, words: Words<'_>, i: usize) -> bool;
}

impl List for &Set {
    #[inline(always)]
    #[allow(clippy::inline_always)] // mostly one test of a bit
    fn holds(self, words: Words<'_>, i: usize) -> bool {
        self.may_hold(words.at(i).bit) && self.words.iter().any(|word| words.same(i, word))
    }
}

impl<const N: usize> List for &[&str; N] {
    fn holds(self, words: Words<'_>, i: usize) -> bool {
        self.iter().any(|word| words.reads(i, word))
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

/// Reads the tokens of `text` in `range` into `list`. Byte offsets count from the start of `text`, which is shorter
/// than 4 GiB.
pub(crate) fn scan(text: &str, range: std::ops::Range<usize>, list: &mut Vec<Token>) {
    let mut from = range.start;
    let mut paragraph = Vec::new();
    while from < range.end {
        paragraph.clear();
        from = scan_paragraph(text, from..range.end, &mut paragraph);
        list.append(&mut paragraph);
    }
}

/// Reads the tokens of the first paragraph of `range` into `list`, which is empty, and gives where the next one starts.
#[allow(clippy::too_many_lines)] // one loop over classes of bytes
pub(crate) fn scan_paragraph(
    text: &str,
    range: std::ops::Range<usize>,
    list: &mut Vec<Token>,
) -> usize {
    let lexicon = fold::lexicon();
    let bytes = &text.as_bytes()[..range.end];
    let mut at = range.start;
    let mut gap = Gap::Paragraph;
    while let Some(&byte) = bytes.get(at) {
        let class = CLASS[byte as usize];
        if class == Class::Space {
            gap = gap.max(Gap::Space);
            at += 1;
            continue;
        }
        if class == Class::Line {
            gap = if gap >= Gap::Line && byte == b'\n' {
                Gap::Paragraph
            } else if byte == b'\n' {
                Gap::Line
            } else {
                gap.max(Gap::Space)
            };
            at += 1;
            continue;
        }
        let mut start = at;
        let mut flags = 0;
        let mut curly = false;
        let kind = match class {
            Class::Letter => {
                at = word_end(text, bytes, at, &mut curly);
                if bytes
                    .get(at)
                    .is_some_and(|next| matches!(next, b'.' | b':'))
                    && is_web(&bytes[at..])
                    && is_web_word(&text[start..at])
                {
                    at += until_space(&bytes[at..]);
                    Kind::Url
                } else {
                    Kind::Word
                }
            }
            Class::Digit => {
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
                flags = fold::flag::NUMBER | fold::flag::AMOUNT;
                Kind::Digits
            }
            // «news.example/2024/07/17» is an address too.
            Class::Mark if byte == b'/' && is_host(list, gap) => {
                let host = list.len() - 3;
                start = list[host].start as usize;
                at += until_space(&bytes[at..]);
                gap = list[host].gap;
                list.truncate(host);
                Kind::Url
            }
            Class::Mark => mark(bytes, &mut at),
            Class::Wide | Class::Space | Class::Line => {
                let Some(wide) = text[at..range.end].chars().next() else {
                    break;
                };
                let kind = wide_kind(wide);
                match kind {
                    None => {
                        if wide == '\u{2028}' || wide == '\u{2029}' || wide == '\u{85}' {
                            gap = gap.max(Gap::Line);
                        } else if !is_ignorable(wide) {
                            gap = gap.max(Gap::Space);
                        }
                        at += wide.len_utf8();
                        continue;
                    }
                    Some(Kind::Apostrophe) if is_possessive(&bytes[at + wide.len_utf8()..]) => {
                        at += wide.len_utf8() + 1;
                        curly = true;
                        Kind::Word
                    }
                    Some(Kind::Word) => {
                        at = word_end(text, bytes, at, &mut curly);
                        Kind::Word
                    }
                    Some(kind) => {
                        at += wide.len_utf8();
                        if kind == Kind::Dash {
                            while let Some(next) = text[at..range.end].chars().next()
                                && (next == '-' || wide_kind(next) == Some(Kind::Dash))
                            {
                                at += next.len_utf8();
                            }
                        }
                        if matches!(kind, Kind::Vulgar | Kind::Currency) {
                            flags = fold::flag::NUMBER | fold::flag::AMOUNT;
                        }
                        kind
                    }
                }
            }
        };
        if kind == Kind::Currency {
            flags = fold::flag::NUMBER | fold::flag::AMOUNT;
        }
        if gap == Gap::Paragraph && !list.is_empty() {
            return start;
        }
        let word = &text[start..at];
        let code = folded_code(word, &text.as_bytes()[start..], curly);
        let mut token = Token {
            start: Span::new(start, at).start,
            end: Span::new(start, at).end,
            flags,
            cue: 0,
            code,
            entry: 0,
            bit: wordset::bit(code),
            kind,
            gap,
            date: None,
        };
        if kind == Kind::Word {
            let capital = match bytes[start] {
                first @ 0..0x80 => first.is_ascii_uppercase(),
                _ => word.starts_with(char::is_uppercase),
            };
            if capital {
                token.flags = fold::flag::CAPITAL;
            }
            lexicon.find(word, &mut token);
        }
        list.push(token);
        gap = Gap::None;
    }
    range.end
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Line,
    Letter,
    Digit,
    Mark,
    Wide,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation)] // below 256
        let b = byte as u8;
        table[byte] = match b {
            b'\n' | b'\r' => Class::Line,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            0..=b' ' | 0x7f => Class::Space,
            0x80.. => Class::Wide,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};

/// End of the word that starts at `at`.
#[inline]
fn word_end(text: &str, bytes: &[u8], start: usize, curly: &mut bool) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match CLASS[byte as usize] {
            Class::Letter => at += 1,
            Class::Mark if byte == b'\'' => {
                if !apostrophe(text, bytes, at, 1) {
                    break;
                }
                at += 1;
            }
            Class::Wide => {
                let Some(wide) = text[at..bytes.len()].chars().next() else {
                    break;
                };
                let goes_on = if wide == '\u{2019}' {
                    *curly = true;
                    apostrophe(text, bytes, at, 3)
                } else {
                    wide.is_alphabetic() || is_combining(wide)
                };
                if !goes_on {
                    break;
                }
                at += wide.len_utf8();
            }
            _ => break,
        }
    }
    at
}

/// The code of a token's letters, its curly apostrophes straight. `after` starts with the token.
#[inline]
fn folded_code(word: &str, after: &[u8], curly: bool) -> u64 {
    if curly {
        let straight = word.replace('\u{2019}', "'");
        return wordset::code_of(straight.as_bytes(), &[]);
    }
    wordset::code_of(word.as_bytes(), after)
}

/// Whether the apostrophe at `at`, `width` bytes wide, belongs to the word around it: a letter follows, and it is not
/// the possessive.
fn apostrophe(text: &str, bytes: &[u8], at: usize, width: usize) -> bool {
    let rest = &text[at + width..bytes.len()];
    let mut letters = rest.chars().take_while(|c| c.is_alphabetic());
    match letters.next() {
        None => false,
        Some('s' | 'S') => letters.next().is_some(),
        Some(_) => true,
    }
}

/// Whether the last tokens are «news.example» and nothing is between them and what follows.
fn is_host(list: &[Token], gap: Gap) -> bool {
    let [.., name, dot, domain] = list else {
        return false;
    };
    gap == Gap::None
        && (name.kind, dot.kind, domain.kind) == (Kind::Word, Kind::Stop, Kind::Word)
        && dot.gap == Gap::None
        && domain.gap == Gap::None
        && name.end - name.start > 1
        && domain.end - domain.start > 1
}

/// Whether a web address may start with this word.
fn is_web_word(word: &str) -> bool {
    ["http", "https", "www", "ftp"]
        .iter()
        .any(|web| word.eq_ignore_ascii_case(web))
}

fn is_web(rest: &[u8]) -> bool {
    rest.starts_with(b"://")
        || (rest.starts_with(b".") && rest.get(1).is_some_and(u8::is_ascii_alphanumeric))
}

/// Whether what follows an apostrophe is the «s» of a possessive.
fn is_possessive(rest: &[u8]) -> bool {
    matches!(rest.first(), Some(b's' | b'S'))
        && !rest
            .get(1)
            .is_some_and(|&b| b.is_ascii_alphanumeric() || b >= 0xc3)
}

fn until_space(rest: &[u8]) -> usize {
    rest.iter()
        .position(|&byte| byte <= b' ' || matches!(byte, b'"' | b'<' | b'>'))
        .unwrap_or(rest.len())
}

fn mark(bytes: &[u8], at: &mut usize) -> Kind {
    let byte = bytes[*at];
    let next = bytes.get(*at + 1).copied();
    let start = *at;
    *at += 1;
    let mut run = || {
        while bytes.get(*at) == Some(&byte) {
            *at += 1;
        }
        *at - start
    };
    match byte {
        b'-' => {
            run();
            Kind::Dash
        }
        b'.' => {
            if run() > 1 {
                Kind::End
            } else {
                Kind::Stop
            }
        }
        b'!' | b'?' => {
            while matches!(bytes.get(*at), Some(b'!' | b'?')) {
                *at += 1;
            }
            Kind::End
        }
        b'"' => Kind::Quote,
        b'`' => {
            run();
            Kind::QuoteOpen
        }
        b'\'' if next == Some(b'\'') => {
            *at += 1;
            Kind::QuoteClose
        }
        b'\'' if is_possessive(&bytes[start + 1..]) => {
            *at += 1;
            Kind::Word
        }
        b'\'' => Kind::Apostrophe,
        b'(' | b'[' | b'{' => Kind::Open,
        b')' | b']' | b'}' => Kind::Close,
        b'$' => Kind::Currency,
        b'%' => Kind::Percent,
        b',' => Kind::Comma,
        b':' => Kind::Colon,
        b';' => Kind::Semicolon,
        b'/' => Kind::Slash,
        b'+' => Kind::Plus,
        b'~' => Kind::Tilde,
        b'>' => Kind::Greater,
        b'<' => Kind::Less,
        _ => {
            run();
            Kind::Other
        }
    }
}

/// The kind of a character beyond ASCII; `None` for white space and what has no width.
fn wide_kind(wide: char) -> Option<Kind> {
    Some(match wide {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Kind::Dash,
        '“' | '„' | '‟' | '«' | '‘' | '‹' | '‚' | '‛' => Kind::QuoteOpen,
        '”' | '»' | '›' | '″' => Kind::QuoteClose,
        '’' | '′' => Kind::Apostrophe,
        '½' | '¼' | '¾' | '⅐'..='⅞' => Kind::Vulgar,
        '¢'..='¥'
        | '\u{20a0}'..='\u{20cf}'
        | '฿'
        | '؋'
        | '៛'
        | '﷼'
        | 'ƒ'
        | '֏'
        | '৳'
        | '＄'
        | '￡'
        | '￥'
        | '￦' => Kind::Currency,
        '°' | '℃' | '℉' | 'º' | '˚' => Kind::Degree,
        '…' => Kind::End,
        '≈' | '±' | '≃' | '∼' => Kind::Tilde,
        '≥' | '⩾' => Kind::Greater,
        '≤' | '⩽' => Kind::Less,
        '％' => Kind::Percent,
        _ if wide.is_whitespace() || is_ignorable(wide) => return None,
        _ if wide.is_alphabetic() => Kind::Word,
        _ => Kind::Other,
    })
}

/// Characters without width that split no word in print: joiners, marks of direction, the soft hyphen.
fn is_ignorable(wide: char) -> bool {
    matches!(wide, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

fn is_combining(wide: char) -> bool {
    matches!(wide, '\u{300}'..='\u{36f}')
}
