//! The form of the table of words: shared by what writes it, when the program is built, and what looks words up.
//!
//! In: a word. Out: where its entry may be. What the entries say is the reader's business.

/// Parts of speech as the model names them (Universal Dependencies); an entry holds the index of its own.
pub(crate) const CLASSES: [&str; 16] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB",
];

/// Slots of the table: a power of two, and more than twice the words.
pub(crate) const SLOTS: usize = 1 << 16;

/// A slot without an entry.
pub(crate) const EMPTY: u32 = u32::MAX;

/// The first slot that a word may be in.
pub(crate) fn slot(word: &str) -> usize {
    // FNV-1a, its upper half folded into the lower.
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ (hash >> 16)) as usize % SLOTS
}

/// The slot to look in where another word took `slot`.
pub(crate) fn next(slot: usize) -> usize {
    (slot + 1) % SLOTS
}
