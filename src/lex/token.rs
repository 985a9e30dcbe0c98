//! Tokens: one pass over a text.
//!
//! In: a text and a byte range of it. Out: tokens in order, each with its byte span, its kind, the white space before
//! it, and its entry in the [lexicon](super::fold). A word is folded and hashed while it is scanned, so that a
//! dictionary look-up costs no second pass and no allocation. What the tokens mean is for the readers.

use super::fold;
use super::fold::Entry;
use super::fold::Lexicon;
use super::memo::Memo;
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

/// One token. 16 bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The lexicon's flags of the word, see [`fold::flag`].
    pub(crate) flags: u32,
    /// Index into the lexicon; 0 where the word is not in it.
    pub(crate) entry: u16,
    pub(crate) kind: Kind,
    pub(crate) gap: Gap,
}

const NOTHING: Token = Token {
    start: 0,
    end: 0,
    flags: 0,
    entry: 0,
    kind: Kind::None,
    gap: Gap::Paragraph,
};

/// Tokens of one sentence (or of one rule string) over their text: what every reader is given. Indices outside are
/// allowed everywhere and are [`Kind::None`], so look-ahead and look-back need no bounds.
#[derive(Clone, Copy)]
pub(crate) struct Words<'t> {
    pub(crate) text: &'t str,
    pub(crate) list: &'t [Token],
    pub(crate) lexicon: &'static Lexicon,
    /// The numbers read so far, if they are kept.
    pub(crate) memo: Option<&'t Memo>,
}

impl<'t> Words<'t> {
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

    /// Number of tokens.
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

    /// Whether it is `word` (lower case), whatever its case and apostrophe.
    #[inline(always)]
    #[allow(clippy::inline_always)] // a tenth of all time went into calling it
    pub(crate) fn is(self, i: usize, word: &str) -> bool {
        let token = self.at(i);
        let bytes = self
            .text
            .as_bytes()
            .get(token.start as usize..token.end as usize)
            .unwrap_or(&[]);
        if bytes.len() == word.len() {
            // Most words differ in their first letter.
            return bytes.first().map(u8::to_ascii_lowercase) == word.as_bytes().first().copied()
                && bytes.eq_ignore_ascii_case(word.as_bytes());
        }
        // A curly apostrophe is two bytes longer than a straight one.
        bytes.len() == word.len() + 2
            && word.contains('\'')
            && token.kind == Kind::Word
            && self.lexicon.entry(token.entry).text == word
    }

    /// Whether it is one of `words` (lower case).
    pub(crate) fn any(self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    /// Whether it is one of `list`: words (lower case) with a blank between them.
    pub(crate) fn among(self, i: usize, list: &str) -> bool {
        list.split(' ').any(|word| self.is(i, word))
    }

    /// Whether the tokens from `i` are `words`; gives the index after them.
    pub(crate) fn phrase(self, i: usize, words: &[&str]) -> Option<usize> {
        let all = words
            .iter()
            .enumerate()
            .all(|(k, word)| self.is(i.wrapping_add(k), word));
        all.then_some(i.wrapping_add(words.len()))
    }

    /// Whether the token at `i` touches the one before it.
    #[inline]
    pub(crate) fn glued(self, i: usize) -> bool {
        self.at(i).gap == Gap::None
    }

    /// Whether the word at `i` starts with a capital.
    pub(crate) fn capital(self, i: usize) -> bool {
        self.kind(i) == Kind::Word && self.str(i).starts_with(char::is_uppercase)
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

/// The index before `i`; before the first there is a place that holds nothing, and nothing is before or after it.
pub(crate) fn back(i: usize) -> usize {
    const NOWHERE: usize = usize::MAX / 2;
    i.checked_sub(1).unwrap_or(NOWHERE)
}

/// Reads the tokens of `text` in `range` into `list`. Byte offsets count from the start of `text`, which is shorter
/// than 4 GiB.
#[allow(clippy::too_many_lines)] // one loop over classes of bytes
pub(crate) fn scan(text: &str, range: std::ops::Range<usize>, list: &mut Vec<Token>) {
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
        let start = at;
        let (mut entry, mut flags) = (0, 0);
        let kind = match class {
            Class::Letter => {
                let (end, hash) = word_end(text, bytes, at);
                at = end;
                (entry, flags) = lexicon.find(&text[start..end], hash);
                if flags & fold::flag::WEB != 0 && is_web(&bytes[at..]) {
                    at += until_space(&bytes[at..]);
                    (entry, flags) = (0, 0);
                    Kind::Url
                } else {
                    Kind::Word
                }
            }
            Class::Digit => {
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
                flags = fold::flag::NUMBER;
                Kind::Digits
            }
            // «news.example/2024/07/17» is an address too.
            Class::Mark if byte == b'/' && is_host(list, gap) => {
                let host = list.len() - 3;
                let from = list[host].start as usize;
                at += until_space(&bytes[at..]);
                gap = list[host].gap;
                list.truncate(host);
                list.push(Token {
                    start: Span::new(from, at).start,
                    end: Span::new(from, at).end,
                    flags: 0,
                    entry: 0,
                    kind: Kind::Url,
                    gap,
                });
                gap = Gap::None;
                continue;
            }
            Class::Mark => {
                let kind = mark(bytes, &mut at);
                if kind == Kind::Word {
                    (entry, flags) = lexicon.possessive();
                }
                kind
            }
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
                        (entry, flags) = lexicon.possessive();
                        Kind::Word
                    }
                    Some(Kind::Word) => {
                        let (end, hash) = word_end(text, bytes, at);
                        at = end;
                        (entry, flags) = lexicon.find(&text[start..end], hash);
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
                            flags = fold::flag::NUMBER;
                        }
                        kind
                    }
                }
            }
        };
        if kind == Kind::Currency {
            flags = fold::flag::NUMBER;
        }
        list.push(Token {
            start: Span::new(start, at).start,
            end: Span::new(start, at).end,
            flags,
            entry,
            kind,
            gap,
        });
        gap = Gap::None;
    }
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

/// End of the word that starts at `at`, and the hash of its folded letters.
#[inline]
fn word_end(text: &str, bytes: &[u8], start: usize) -> (usize, u32) {
    let mut at = start;
    let mut hash = fold::SEED;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                hash = fold::step(hash, byte | 0x20);
                at += 1;
            }
            b'\'' => {
                if !apostrophe(text, bytes, at, 1) {
                    break;
                }
                hash = fold::step(hash, b'\'');
                at += 1;
            }
            0x80.. => {
                let Some(wide) = text[at..bytes.len()].chars().next() else {
                    break;
                };
                if wide == '\u{2019}' {
                    if !apostrophe(text, bytes, at, 3) {
                        break;
                    }
                    hash = fold::step(hash, b'\'');
                } else if wide.is_alphabetic() || is_combining(wide) {
                    for &part in &bytes[at..at + wide.len_utf8()] {
                        hash = fold::step(hash, part);
                    }
                } else {
                    break;
                }
                at += wide.len_utf8();
            }
            _ => break,
        }
    }
    (at, hash)
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
