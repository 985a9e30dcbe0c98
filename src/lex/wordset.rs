//! Lists of words, made when the program is compiled, and how a token is held against one.
//!
//! In: words in lower case. Out: a [`Set`]. A word is known by its [`code`]: its first seven bytes and its length in
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
    let eight = after.first_chunk::<8>().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        let some = word.len().min(8);
        eight[..some].copy_from_slice(&word[..some]);
        eight
    });
    cut(lower(u64::from_le_bytes(eight)), word.len())
}

/// The ASCII letters, at most eight, that eight bytes start with: how many, and the code of a word of them alone.
#[inline]
pub(crate) fn letters(eight: [u8; 8]) -> (usize, u64) {
    let folded = lower(u64::from_le_bytes(eight));
    let others = !between(folded, b'a', b'z') & (0x80 * EACH);
    let letters = others.trailing_zeros() as usize / 8;
    (letters, cut(folded, letters))
}

/// The code of so many folded bytes, of which the first eight are told.
#[inline]
const fn cut(folded: u64, bytes: usize) -> u64 {
    let coded = if bytes < CODED { bytes } else { CODED };
    folded & ((1 << (8 * coded)) - 1) | length(bytes)
}

/// Each byte of eight.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The upper bit of each byte that is ASCII and not below `first` nor above `last`; the other bits say nothing.
#[inline]
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & (0x7f * EACH);
    let from_first = low + (0x80 - first as u64) * EACH;
    let after_last = low + (0x7f - last as u64) * EACH;
    (from_first ^ after_last) & !bytes
}

/// Eight bytes with their capital letters A to Z made small.
#[inline]
const fn lower(bytes: u64) -> u64 {
    bytes | (between(bytes, b'A', b'Z') & (0x80 * EACH)) >> 2
}

/// Where a code lies among 65,536 places: the upper bits of a product are those that all of the code moves.
#[inline]
pub(crate) const fn place(code: u64) -> u16 {
    (code.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as u16
}

/// A word of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) code: u64,
    pub(crate) text: &'static str,
}

/// A list of words, as [`set!`] makes it.
#[derive(Debug)]
pub(crate) struct Set {
    /// The places of all codes, folded onto so many bits that most are free: what has another bit is none of the words.
    mask: &'static [u64],
    pub(crate) words: &'static [Word],
}

/// Bits of a mask to a word of the list: one word in so many that are none of it has the bit of one.
const BITS: usize = 32;

/// The number of blocks of 64 bits in the mask of so many words.
pub(crate) const fn blocks(words: usize) -> usize {
    let blocks = (words * BITS / 64).next_power_of_two();
    if blocks < 4 { 4 } else { blocks }
}

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

/// The words of texts with blanks between the words.
pub(crate) const fn words<const N: usize>(texts: &'static [&'static str]) -> [Word; N] {
    let mut words = [Word { code: 0, text: "" }; N];
    let mut next = 0;
    let mut text = 0;
    while text < texts.len() {
        let mut rest = texts[text].as_bytes();
        while let Some((word, more)) = first_word(rest) {
            let code = code(word);
            words[next] = Word { code, text: word };
            next += 1;
            rest = more;
        }
        text += 1;
    }
    words
}

/// The mask of a list.
pub(crate) const fn mask<const BLOCKS: usize>(words: &[Word]) -> [u64; BLOCKS] {
    let mut mask = [0; BLOCKS];
    let mut next = 0;
    while next < words.len() {
        let bit = place(words[next].code) as usize % (64 * BLOCKS);
        mask[bit / 64] |= 1 << (bit % 64);
        next += 1;
    }
    mask
}

impl Set {
    /// Words and their mask.
    pub(crate) const fn new(mask: &'static [u64], words: &'static [Word]) -> Self {
        Self { mask, words }
    }

    /// Whether a word at this [`place`] can be one of the list.
    #[inline]
    pub(crate) fn may_hold(&self, place: u16) -> bool {
        // The number of blocks is a power of two.
        let bit = usize::from(place);
        self.mask[(bit / 64) & (self.mask.len() - 1)] >> (bit % 64) & 1 != 0
    }
}

/// A list of words in lower case, as literals; one literal may hold several with blanks between them.
macro_rules! set {
    ($($words:expr),* $(,)?) => {
        const {
            use $crate::lex::wordset;
            const TEXTS: &[&str] = &[$($words),*];
            const WORDS: [wordset::Word; wordset::count(TEXTS)] = wordset::words(TEXTS);
            const MASK: [u64; wordset::blocks(WORDS.len())] = wordset::mask(&WORDS);
            &wordset::Set::new(&MASK, &WORDS) as &'static wordset::Set
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
