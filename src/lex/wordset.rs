//! Lists of words, made when the program is compiled, and how a token is held against one.
//!
//! In: words in lower case. Out: a [`WordSet`]. A word is known by its [`code`]: its first seven bytes and its length in
//! one number. So most comparisons of words are comparisons of numbers; only words longer than seven bytes with the same
//! code are compared as texts. What a token is and where it stands is for `token`.

/// Bytes of a word that its code holds whole.
pub(crate) const CODED: usize = 7;

/// The code of a word that is in lower case. Nothing has the code 0.
#[inline(always)]
#[expect(clippy::inline_always, reason = "of a literal it is a constant")]
pub(crate) const fn code(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut code = 0;
    let mut i = 0;
    while i < bytes.len() && i < CODED {
        code |= (bytes[i] as u64) << (8 * i);
        i += 1;
    }
    code | length(bytes.len())
}

/// The last byte of a code: the length, or 255 for what is longer.
const fn length(bytes: usize) -> u64 {
    (if bytes < 255 { bytes as u64 } else { 255 }) << (8 * CODED)
}

/// The code of a word as written, in whatever case.
#[inline]
pub(crate) fn code_of(word: &[u8], after: &[u8]) -> u64 {
    // The word and what stands after it are read at once; what is not the word's is cut off.
    let folded = if let Some(eight) = after.first_chunk::<8>() {
        lower(u64::from_le_bytes(*eight))
    } else {
        let mut eight = [0; 8];
        let some = word.len().min(8);
        eight[..some].copy_from_slice(&word[..some]);
        lower(u64::from_le_bytes(eight))
    };
    let bits = 8 * word.len().min(CODED);
    folded & ((1 << bits) - 1) | length(word.len())
}

/// Eight bytes with their capital letters A to Z made small.
const fn lower(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = bytes & (0x7f * EACH);
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let after_z = low + (0x7f - b'Z' as u64) * EACH;
    let capital = (from_a ^ after_z) & !bytes & (0x80 * EACH);
    bytes | (capital >> 2)
}

/// One of 256 bits for a code.
#[inline]
pub(crate) const fn bit(code: u64) -> u8 {
    (code.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8
}

/// A word of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) code: u64,
    pub(crate) text: &'static str,
}

/// A list of words: [`Set`] where the number of words does not matter.
#[derive(Debug)]
pub(crate) struct WordSet<T: ?Sized> {
    /// The bits of all codes: what has another bit is none of the words.
    mask: [u64; 4],
    pub(crate) words: T,
}

/// A list of words, as [`set!`] makes it.
pub(crate) type Set = WordSet<[Word]>;

/// The number of words in texts with blanks between the words.
pub(crate) const fn count(texts: &[&str]) -> usize {
    let mut count = 0;
    let mut text = 0;
    while text < texts.len() {
        let mut rest = texts[text].as_bytes();
        while let Some((_, more)) = first_word(rest) {
            count += 1;
            rest = more;
        }
        text += 1;
    }
    count
}

/// The first word of a text with blanks between the words, and what stands behind it.
pub(crate) const fn first_word(text: &[u8]) -> Option<(&str, &[u8])> {
    let mut start = 0;
    while start < text.len() && text[start] == b' ' {
        start += 1;
    }
    let mut end = start;
    while end < text.len() && text[end] != b' ' {
        end += 1;
    }
    let (word, more) = text.split_at(end);
    match std::str::from_utf8(word.split_at(start).1) {
        Ok(word) if word.is_empty() => None,
        Ok(word) => Some((word, more)),
        Err(_) => panic!("a blank parts no character"),
    }
}

impl<const N: usize> WordSet<[Word; N]> {
    /// The words of texts with blanks between the words.
    pub(crate) const fn new(texts: &'static [&'static str]) -> Self {
        let mut words = [Word { code: 0, text: "" }; N];
        let mut mask = [0; 4];
        let mut next = 0;
        let mut text = 0;
        while text < texts.len() {
            let mut rest = texts[text].as_bytes();
            while let Some((word, more)) = first_word(rest) {
                let code = code(word);
                words[next] = Word { code, text: word };
                let bit = bit(code);
                mask[(bit / 64) as usize] |= 1 << (bit % 64);
                next += 1;
                rest = more;
            }
            text += 1;
        }
        Self { mask, words }
    }
}

impl Set {
    /// Whether a word with this bit can be one of the list.
    #[inline]
    pub(crate) fn may_hold(&self, bit: u8) -> bool {
        self.mask[usize::from(bit / 64)] >> (bit % 64) & 1 != 0
    }
}

/// A list of words in lower case, as literals; one literal may hold several with blanks between them.
macro_rules! set {
    ($($words:expr),* $(,)?) => {
        const {
            const TEXTS: &[&str] = &[$($words),*];
            const WORDS: usize = $crate::lex::wordset::count(TEXTS);
            &$crate::lex::wordset::WordSet::<[$crate::lex::wordset::Word; WORDS]>::new(TEXTS)
                as &'static $crate::lex::wordset::Set
        }
    };
}
pub(crate) use set;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_that_of_the_folded_word() {
        for (written, folded) in [
            ("Monday", "monday"),
            ("SEVENTH", "seventh"),
            ("Wednesday", "wednesday"),
            ("[", "["),
            ("@Z[`a{", "@z[`a{"),
            ("Ärger", "Ärger"),
            ("", ""),
        ] {
            assert_eq!(code_of(written.as_bytes(), b""), code(folded), "{written}");
            let before_more = format!("{written}STANDS BEFORE MORE");
            let after = before_more.as_bytes();
            assert_eq!(code_of(written.as_bytes(), after), code(folded));
        }
    }

    #[test]
    fn words_of_the_same_start_differ_by_length() {
        assert_ne!(code("minister"), code("ministers"));
        assert_eq!(code("reported"), code("reporter"));
    }

    #[test]
    fn a_list_is_written_as_words_or_as_texts() {
        let of_words = set!["no", "not", "never"];
        let of_text = set!["no not", "never"];
        let texts = |set: &Set| set.words.iter().map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(texts(of_words), ["no", "not", "never"]);
        assert_eq!(texts(of_words), texts(of_text));
        assert_eq!(of_words.mask, of_text.mask);
    }
}
