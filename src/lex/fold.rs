//! The lexicon: what each word can be, found by one hash of its folded letters.
//!
//! In: the word lists of the concepts beside this file. Out: an [`Entry`] for a word, and its [`flag`]s, which the
//! token carries so that the readers' loop touches no table. A word in several lists has one entry with several
//! senses («second», «may», «pound»). Built once; nothing iterates over it.

use std::sync::LazyLock;

use super::age;
use super::count;
use super::cue;
use super::date;
use super::date::since;
use super::duration;
use super::fraction;
use super::hedge;
use super::money;
use super::number;
use super::tally;
use super::unit;

/// What a word can begin or take part in. A reader is tried at a token only where its flag is set.
pub(crate) mod flag {
    /// A number may start here: digits, number words, «a», «half», «no», currency signs and codes.
    pub(crate) const NUMBER: u32 = 1;
    /// A date, a time or a «since» may start here; digits have [`NUMBER`] instead.
    pub(crate) const DATE: u32 = 1 << 1;
    /// A hedge before a value ends here: «than», «about», «least».
    pub(crate) const HEDGE: u32 = 1 << 2;
    /// A web address may start here.
    pub(crate) const WEB: u32 = 1 << 3;
    /// A clause's stance may hang on it: «said», «will», «not», «if».
    pub(crate) const STANCE: u32 = 1 << 4;
    /// A unit of time or of measurement.
    pub(crate) const UNIT: u32 = 1 << 5;
    /// A currency's name or code.
    pub(crate) const MONEY: u32 = 1 << 6;
    /// An abbreviation that a full stop does not end a sentence after: «Mr», «Gen».
    pub(crate) const ABBREVIATION: u32 = 1 << 7;
    /// A word that tells what became of people: «killed», «wounded».
    pub(crate) const TALLY: u32 = 1 << 8;
    /// A common function word: never the noun of a count, never part of a name.
    pub(crate) const FUNCTION: u32 = 1 << 9;
    /// A word that opens sentences: after «U.S.» it tells that the sentence was over.
    pub(crate) const OPENER: u32 = 1 << 10;
    /// A noun for one person, of whom may be told what became of them.
    pub(crate) const PERSON: u32 = 1 << 11;
    /// A noun for people or lives that is counted without a plural «s».
    pub(crate) const PEOPLE: u32 = 1 << 12;
}

/// The senses of one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Folded: lower case, straight apostrophe.
    pub(crate) text: &'static str,
    pub(crate) flags: u32,
    pub(crate) number: Option<number::NumberWord>,
    pub(crate) fraction: Option<fraction::Part>,
    pub(crate) unit: Option<&'static unit::UnitWord>,
    pub(crate) money: Option<&'static money::MoneyWord>,
    pub(crate) hedge: Option<hedge::Last>,
    pub(crate) tally: Option<tally::TallyWord>,
    pub(crate) date: Option<date::DateWord>,
    pub(crate) clock: Option<date::ClockWord>,
    /// Bits of [`cue`].
    pub(crate) cue: u32,
}

/// The words known.
pub(crate) struct Lexicon {
    slots: Vec<u16>,
    entries: Vec<Entry>,
    longest: usize,
    possessive: (u16, u32),
}

/// Start of a hash.
pub(crate) const SEED: u32 = 0x811c_9dc5;
const SLOTS: usize = 8192;

/// One byte further (FNV-1a).
#[inline]
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn hash(folded: &str) -> u32 {
    folded.bytes().fold(SEED, step)
}

#[inline]
fn slot(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize % SLOTS
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// The one lexicon.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn build() -> Self {
        let mut this = Self {
            slots: vec![0; SLOTS],
            entries: vec![Entry::default()],
            longest: 0,
            possessive: (0, 0),
        };
        for &(text, word) in number::WORDS {
            this.sense(text, flag::NUMBER).number = Some(word);
        }
        for &(text, part) in fraction::WORDS {
            this.sense(text, flag::NUMBER).fraction = Some(part);
        }
        for &(text, word) in number::FUSED_WORDS {
            this.sense(text, flag::NUMBER).number = Some(word);
        }
        for word in unit::words() {
            // «in» and «m» are units only where they touch a number.
            let named = match word.form {
                unit::Form::Name | unit::Form::Short => flag::UNIT,
                _ => 0,
            };
            this.sense(word.text, named).unit = Some(word);
        }
        for &text in count::PERSON {
            this.sense(text, flag::PERSON);
        }
        for &text in count::PEOPLE {
            this.sense(text, flag::PEOPLE);
        }
        for &(text, _) in age::DECADES {
            this.sense(text, flag::NUMBER);
        }
        for &text in duration::LEADS {
            this.sense(text, flag::NUMBER);
        }
        for word in money::WORDS.iter().copied().flatten() {
            let leads = match word.form {
                money::Form::Plain => flag::NUMBER | flag::ABBREVIATION,
                money::Form::Code => flag::NUMBER,
                _ => 0,
            };
            this.sense(word.text, flag::MONEY | leads).money = Some(word);
        }
        for &(text, word) in tally::WORDS {
            this.sense(text, flag::TALLY).tally = Some(word);
        }
        for &(text, last) in hedge::LAST_WORDS {
            this.sense(text, flag::HEDGE).hedge = Some(last);
        }
        for &(text, word) in date::WORDS {
            this.sense(text, flag::DATE).date = Some(word);
        }
        for text in date::feast_words() {
            let entry = this.sense(text, flag::DATE);
            entry.date.get_or_insert(date::DateWord::Feast);
        }
        for &(text, word) in date::CLOCK_WORDS {
            this.sense(text, flag::DATE).clock = Some(word);
        }
        for &text in since::WORDS {
            this.sense(text, flag::DATE);
        }
        for &(cue, words) in cue::WORDS {
            for text in words.split(' ') {
                this.sense(text, flag::STANCE).cue |= cue;
            }
        }
        for text in cue::ABBREVIATIONS.split(' ') {
            this.sense(text, flag::ABBREVIATION);
        }
        for text in cue::OPENERS.split(' ') {
            this.sense(text, flag::OPENER);
        }
        for &(flags, words) in COMMON {
            for &text in words {
                this.sense(text, flags);
            }
        }
        this.sense("'s", flag::FUNCTION);
        this.possessive = this.find("'s", hash("'s"));
        this
    }

    fn sense(&mut self, text: &'static str, flags: u32) -> &mut Entry {
        let (mut index, _) = self.find(text, hash(text));
        if index == 0 {
            index = u16::try_from(self.entries.len()).unwrap_or(0);
            self.entries.push(Entry {
                text,
                ..Entry::default()
            });
            self.longest = self.longest.max(text.len());
            let mut at = slot(hash(text));
            while self.slots[at] != 0 {
                at = (at + 1) % SLOTS;
            }
            self.slots[at] = index;
        }
        let entry = &mut self.entries[index as usize];
        entry.flags |= flags;
        entry
    }

    /// Index and flags of a word, given as written, and the hash of its folded letters.
    #[inline]
    pub(crate) fn find(&self, word: &str, hash: u32) -> (u16, u32) {
        // A curly apostrophe is two bytes longer than its straight form.
        if word.len() > self.longest + 2 {
            return (0, 0);
        }
        let mut at = slot(hash);
        loop {
            let index = self.slots[at];
            if index == 0 {
                return (0, 0);
            }
            let entry = &self.entries[index as usize];
            if same(word, entry.text) {
                return (index, entry.flags);
            }
            at = (at + 1) % SLOTS;
        }
    }

    /// Index and flags of «'s».
    pub(crate) fn possessive(&self) -> (u16, u32) {
        self.possessive
    }

    /// The entry at an index that [`Self::find`] gave.
    #[inline]
    pub(crate) fn entry(&self, index: u16) -> &Entry {
        &self.entries[index as usize]
    }
}

/// Whether `word` folds to `folded`.
#[inline]
fn same(word: &str, folded: &str) -> bool {
    if word.len() == folded.len() {
        return word.eq_ignore_ascii_case(folded);
    }
    word.contains('\u{2019}') && word.replace('\u{2019}', "'").eq_ignore_ascii_case(folded)
}

/// Words that only carry flags.
const COMMON: &[(u32, &[&str])] = &[
    (flag::WEB, &["http", "https", "www", "ftp"]),
    (
        flag::FUNCTION,
        &[
            "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from",
            "as", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "it",
            "its", "they", "their", "them", "he", "she", "his", "her", "him", "who", "which",
            "that", "this", "these", "those", "there", "than", "then", "when", "while", "where",
            "after", "before", "into", "out", "up", "down", "off", "we", "our", "us", "you",
            "your", "i", "my", "me", "not", "so", "if", "also", "only", "more", "most", "other",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_several_senses_has_one_entry() {
        let lexicon = lexicon();
        let (index, flags) = lexicon.find("Second", hash("second"));
        assert_ne!(index, 0);
        assert_ne!(flags & flag::NUMBER, 0, "an ordinal");
        assert_ne!(flags & flag::UNIT, 0, "a unit of time");
    }

    #[test]
    fn half_of_the_slots_are_free() {
        assert!(lexicon().entries.len() < SLOTS / 2);
    }
}
