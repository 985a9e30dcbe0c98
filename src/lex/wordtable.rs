//! Tables of words that one look answers for, however many there are.
//!
//! In: words in lower case, as literals. Out: a [`Table`], made when the program is compiled. A word's place in it is worked
//! out from its [`code`](wordset::code), so nothing is searched and words are compared as numbers. It says whether a word is
//! one of its own, and no more; lists whose order matters, and tokens, are for [`wordset`].

use super::wordset;
use super::wordset::CODED;
use super::wordset::Word;

/// Words by their codes, each at the first free slot from its own on; at least half of the slots are free.
#[derive(Debug)]
pub(crate) struct WordTable<T: ?Sized> {
    slots: T,
}

/// A table of words, as [`table!`] makes it.
pub(crate) type Table = WordTable<[Word]>;

/// A slot that no word has taken.
const FREE: Word = Word { code: 0, text: "" };

impl<const SLOTS: usize> WordTable<[Word; SLOTS]> {
    /// The words of texts with blanks between the words. `SLOTS` is a power of two.
    pub(crate) const fn new(texts: &[&'static str]) -> Self {
        let mut slots = [FREE; SLOTS];
        let mut text = 0;
        while text < texts.len() {
            let mut rest = texts[text].as_bytes();
            while let Some((word, more)) = wordset::first_word(rest) {
                let code = wordset::code(word);
                let mut slot = place(code, SLOTS);
                while slots[slot].code != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = Word { code, text: word };
                rest = more;
            }
            text += 1;
        }
        Self { slots }
    }
}

impl Table {
    /// Whether a folded word is one of them.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        let code = wordset::code(word);
        let mut slot = place(code, self.slots.len());
        loop {
            let known = &self.slots[slot];
            if known.code == 0 {
                return false;
            }
            if known.code == code && (word.len() <= CODED || word == known.text) {
                return true;
            }
            slot = (slot + 1) % self.slots.len();
        }
    }
}

/// The slot of a code among `slots`, a power of two: the upper bits of a product are those that all of the code moves.
#[inline]
const fn place(code: u64, slots: usize) -> usize {
    ((code.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize) & (slots - 1)
}

/// A table of words in lower case, as literals; one literal may hold several with blanks between them.
macro_rules! table {
    ($($words:expr),* $(,)?) => {
        const {
            const TEXTS: &[&str] = &[$($words),*];
            const SLOTS: usize = (2 * $crate::lex::wordset::count(TEXTS) + 1).next_power_of_two();
            &$crate::lex::wordtable::WordTable::<[$crate::lex::wordset::Word; SLOTS]>::new(TEXTS)
                as &'static $crate::lex::wordtable::Table
        }
    };
}
pub(crate) use table;

#[cfg(test)]
mod tests {

    #[test]
    fn a_table_has_its_words_and_no_others() {
        let words = table![
            "arm arms leg legs head face neck chest back stomach",
            "a",
            "superintendent",
            "superintendents",
        ];
        for word in ["arm", "stomach", "a", "superintendent", "superintendents"] {
            assert!(words.has(word), "{word}");
        }
        for word in [
            "",
            "ar",
            "armed",
            "superintendenz",
            "superintendence",
            "Arm",
            "é",
        ] {
            assert!(!words.has(word), "{word}");
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        let none = table![""];
        assert!(!none.has("") && !none.has("a"));
    }

    #[test]
    fn a_full_run_of_slots_is_walked_to_its_end() {
        // Twenty-six codes in sixty-four slots: some of them want the same one.
        let letters = table!["a b c d e f g h i j k l m n o p q r s t u v w x y z"];
        assert!(('a'..='z').all(|c| letters.has(&c.to_string())));
        assert!(('0'..='9').all(|c| !letters.has(&c.to_string())));
    }
}
