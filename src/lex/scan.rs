//! Tokens out of text, in one pass.
//!
//! In: a text and a byte range of it. Out: its [tokens](super::token::Token), paragraph by paragraph. A word is folded into a
//! [code](wordset::code) as soon as its end is known: no second pass, no allocation.

use super::fold;
use super::fold::flag;
use super::token::Gap;
use super::token::Kind;
use super::token::Token;
use super::tokenised;
use super::wordset;
use crate::span::Span;
use crate::span::is_unseen;

/// Reads the tokens of `text` in `range` into `list`. Byte offsets count from the start of `text`, which is shorter
/// than 4 GiB.
pub(crate) fn tokens(text: &str, range: std::ops::Range<usize>, list: &mut Vec<Token>) {
    let mut from = range.start;
    let mut paragraph = Vec::new();
    while from < range.end {
        paragraph.clear();
        from = self::paragraph(text, from..range.end, &mut paragraph);
        list.append(&mut paragraph);
    }
}

/// Reads the tokens of the first paragraph of `range` into `list`, which is empty, and gives where the next one starts.
pub(crate) fn paragraph(text: &str, range: std::ops::Range<usize>, list: &mut Vec<Token>) -> usize {
    let next = read(text, range, list);
    tokenised::join(text, list);
    next
}

#[expect(clippy::too_many_lines, reason = "one loop over classes of bytes")]
fn read(text: &str, range: std::ops::Range<usize>, list: &mut Vec<Token>) -> usize {
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
        let mut code = None;
        let kind = match class {
            Class::Letter => {
                (at, code) = word(text, bytes, at);
                if matches!(bytes.get(at), Some(b'.' | b':'))
                    && is_web(&bytes[at..])
                    && is_web_word(&text[start..at])
                {
                    at += until_space(&bytes[at..]);
                    code = None;
                    Kind::Url
                } else {
                    Kind::Word
                }
            }
            Class::Digit => {
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
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
                        } else if !is_unseen(wide) {
                            gap = gap.max(Gap::Space);
                        }
                        at += wide.len_utf8();
                        continue;
                    }
                    Some(Kind::Apostrophe) if is_possessive(&bytes[at + wide.len_utf8()..]) => {
                        at += wide.len_utf8() + 1;
                        code = Some(wordset::code("'s"));
                        Kind::Word
                    }
                    Some(Kind::Word) => {
                        (at, code) = long_word(text, bytes, at);
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
                        kind
                    }
                }
            }
        };
        if gap == Gap::Paragraph && !list.is_empty() {
            return start;
        }
        let code =
            code.unwrap_or_else(|| wordset::code_of(&bytes[start..at], &text.as_bytes()[start..]));
        let span = Span::new(start, at);
        let mut token = Token {
            start: span.start,
            end: span.end,
            flags: flags(kind),
            cue: 0,
            code,
            entry: 0,
            place: wordset::place(code),
            kind,
            gap,
            date: None,
        };
        if kind == Kind::Word {
            let capital = match bytes[start] {
                first @ 0..0x80 => first.is_ascii_uppercase(),
                _ => text[start..at].starts_with(char::is_uppercase),
            };
            if capital {
                token.flags = flag::CAPITAL;
            }
            lexicon.find(text, &mut token);
        }
        list.push(token);
        gap = Gap::None;
    }
    range.end
}

/// What a value that stands beside or starts with a mark or digits can be.
const fn flags(kind: Kind) -> u32 {
    match kind {
        Kind::Digits | Kind::Vulgar => flag::NUMBER | flag::AMOUNT,
        Kind::Currency => flag::NUMBER | flag::AMOUNT | flag::SUM,
        Kind::Percent => flag::SHARE,
        Kind::Degree => flag::MEASURE,
        // Feet and inches, minutes and seconds.
        Kind::Apostrophe => flag::MEASURE | flag::TIME_UNIT,
        Kind::Quote | Kind::QuoteClose => flag::TIME_UNIT,
        _ => 0,
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
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
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

/// Where the word that starts with a letter at `start` ends, and its code.
#[inline]
fn word(text: &str, bytes: &[u8], start: usize) -> (usize, Option<u64>) {
    // Most words are a few letters of ASCII.
    if let Some(eight) = bytes[start..].first_chunk() {
        let (letters, code) = wordset::letters(*eight);
        let goes_on = |byte: &u8| !byte.is_ascii() || *byte == b'\'';
        if eight.get(letters).is_some_and(|byte| !goes_on(byte)) {
            return (start + letters, Some(code));
        }
    }
    long_word(text, bytes, start)
}

/// The same of a word of any letters, with apostrophes; a curly one is a straight one in its code.
fn long_word(text: &str, bytes: &[u8], start: usize) -> (usize, Option<u64>) {
    let mut curly = false;
    let end = word_end(text, bytes, start, &mut curly);
    let straight = || text[start..end].replace('\u{2019}', "'");
    let code = curly.then(|| wordset::code_of(straight().as_bytes(), &[]));
    (end, code)
}

/// End of the word that starts at `start`.
fn word_end(text: &str, bytes: &[u8], start: usize, curly: &mut bool) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match CLASS[byte as usize] {
            Class::Letter => {
                let eight = bytes[at..].first_chunk();
                at += eight.map_or(1, |eight| wordset::letters(*eight).0);
            }
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
        _ if wide.is_whitespace() || is_unseen(wide) => return None,
        _ if wide.is_alphabetic() => Kind::Word,
        _ => Kind::Other,
    })
}

fn is_combining(wide: char) -> bool {
    matches!(wide, '\u{300}'..='\u{36f}')
}
