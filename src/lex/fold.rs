//! The lexicon: what each word can be, found by the code of its folded letters.
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
use super::percent;
use super::quantity;
use super::tally;
use super::token::Token;
use super::token::same;
use super::unit;
use super::wordset;
use super::wordset::CODED;

/// What a word can begin or take part in. A reader is tried at a token only where its flag is set.
pub(crate) mod flag {
    /// A number may start here: digits, number words, «a», «half», «no», currency signs and codes.
    pub(crate) const NUMBER: u32 = 1;
    /// A date, a time or a «since» may start here; digits have [`NUMBER`] instead.
    pub(crate) const DATE: u32 = 1 << 1;
    /// A hedge before a value ends here: «than», «about», «least».
    pub(crate) const HEDGE: u32 = 1 << 2;
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
    /// The first word of a feast's name.
    pub(crate) const FEAST: u32 = 1 << 13;
    /// A number word below a hundred: «five», «nineteen», «twenty».
    pub(crate) const BELOW_HUNDRED: u32 = 1 << 14;
    /// An ordinal or the tens of one: «third», «twenty».
    pub(crate) const ORDINAL: u32 = 1 << 15;
    /// An amount may start here, or what else is counted: digits, most number words, parts, «none», «twice», «forties»; not
    /// «from», «all», «hour», «third».
    pub(crate) const AMOUNT: u32 = 1 << 16;
    /// «a», «an».
    pub(crate) const ARTICLE: u32 = 1 << 17;
    /// A word with a capital.
    pub(crate) const CAPITAL: u32 = 1 << 18;
    /// What a length of time, a frequency has beside its number: the name or sign of a unit of time, in any form.
    pub(crate) const TIME_UNIT: u32 = 1 << 19;
    /// What a measure has: a unit of measurement in any form, or a word that one is told with.
    pub(crate) const MEASURE: u32 = 1 << 20;
    /// What a sum of money has: a currency in any form.
    pub(crate) const SUM: u32 = 1 << 21;
    /// What a percentage has.
    pub(crate) const SHARE: u32 = 1 << 22;
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
    /// The feasts whose names start with it.
    pub(crate) feasts: &'static [date::FeastName],
    /// Bits of [`cue`].
    pub(crate) cue: u32,
}

/// The words known.
pub(crate) struct Lexicon {
    /// By the hash of the code: index of the entry, 0 where there is none; and more of the hash.
    slots: Vec<(u16, u16)>,
    /// What a look-up compares and hands on, by index of the entry.
    heads: Vec<Head>,
    entries: Vec<Entry>,
}

/// The beginning of an entry, small enough for all of them to stay near.
#[derive(Clone, Copy, Default)]
struct Head {
    code: u64,
    flags: u32,
    cue: u32,
    date: Option<date::DateWord>,
}

const SLOTS: usize = 8192;

/// Where a code is sought first, and what tells it from most others there.
#[inline]
fn slot(code: u64) -> (usize, u16) {
    let hash = code.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    #[expect(clippy::cast_possible_truncation, reason = "a part of the hash")]
    ((hash >> 51) as usize % SLOTS, (hash >> 35) as u16)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// The one lexicon.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn build() -> Self {
        let mut this = Self {
            slots: vec![(0, 0); SLOTS],
            heads: Vec::new(),
            entries: vec![Entry::default()],
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
            let measures = match word.measures {
                unit::Measures::Time { .. } => flag::TIME_UNIT,
                unit::Measures::Quantity(_) => flag::MEASURE,
            };
            this.sense(word.text, named | measures).unit = Some(word);
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
            this.sense(text, flag::NUMBER | flag::TIME_UNIT);
        }
        for word in money::WORDS.iter().copied().flatten() {
            let leads = match word.form {
                money::Form::Plain => flag::NUMBER | flag::ABBREVIATION,
                money::Form::Code => flag::NUMBER,
                _ => 0,
            };
            this.sense(word.text, flag::MONEY | flag::SUM | leads).money = Some(word);
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
        for (text, names) in date::feast_words() {
            let entry = this.sense(text, flag::DATE | flag::FEAST);
            entry.feasts = names;
            entry.date.get_or_insert(date::DateWord::Feast);
        }
        for &(text, word) in date::CLOCK_WORDS {
            this.sense(text, flag::DATE).clock = Some(word);
        }
        for &text in since::WORDS {
            this.sense(text, flag::DATE);
        }
        this.flag_words();
        for entry in &mut this.entries {
            entry.flags |= shape(entry);
        }
        this.heads = this
            .entries
            .iter()
            .map(|entry| Head {
                code: wordset::code(entry.text),
                flags: entry.flags,
                cue: entry.cue,
                date: entry.date,
            })
            .collect();
        this
    }

    /// Takes up the words that have no sense beyond what a flag or a cue tells.
    fn flag_words(&mut self) {
        for &(cue, words) in cue::WORDS {
            for text in words.split(' ') {
                self.sense(text, flag::STANCE).cue |= cue;
            }
        }
        for text in cue::ABBREVIATIONS.split(' ') {
            self.sense(text, flag::ABBREVIATION);
        }
        for text in cue::OPENERS.split(' ') {
            self.sense(text, flag::OPENER);
        }
        for &(flags, words) in COMMON {
            for &text in words {
                self.sense(text, flags);
            }
        }
        self.sense("'s", flag::FUNCTION);
        for (flags, words) in [
            (flag::SHARE, percent::UNITS),
            (flag::SUM, money::COINS),
            (flag::MEASURE, quantity::QUAKES),
            (flag::MEASURE, quantity::TOLD),
            (flag::MEASURE, unit::LEADS),
        ] {
            for word in words.words {
                self.sense(word.text, flags);
            }
        }
    }

    fn sense(&mut self, text: &'static str, flags: u32) -> &mut Entry {
        let (mut at, tag) = slot(wordset::code(text));
        let index = loop {
            match self.slots[at].0 {
                0 => {
                    let index = u16::try_from(self.entries.len()).unwrap_or(0);
                    self.entries.push(Entry {
                        text,
                        ..Entry::default()
                    });
                    self.slots[at] = (index, tag);
                    break index;
                }
                index if self.entries[index as usize].text == text => break index,
                _ => at = (at + 1) % SLOTS,
            }
        };
        let entry = &mut self.entries[index as usize];
        entry.flags |= flags;
        entry
    }

    /// Gives a token of `text` the entry of its word, if there is one.
    #[inline]
    pub(crate) fn find(&self, text: &str, token: &mut Token) {
        let (mut at, tag) = slot(token.code);
        loop {
            let (index, other) = self.slots[at];
            if index == 0 {
                return;
            }
            if other != tag {
                at = (at + 1) % SLOTS;
                continue;
            }
            let head = self.heads[index as usize];
            let (start, end) = (token.start as usize, token.end as usize);
            if head.code == token.code
                && (end - start <= CODED
                    || same(&text[start..end], self.entries[index as usize].text))
            {
                token.entry = index;
                token.flags |= head.flags;
                token.cue = head.cue;
                token.date = head.date;
                return;
            }
            at = (at + 1) % SLOTS;
        }
    }

    /// The entry at an index that [`Self::find`] gave.
    #[inline]
    pub(crate) fn entry(&self, index: u16) -> &Entry {
        &self.entries[index as usize]
    }
}

/// Words that are no numbers, and that a percentage or a frequency may start with.
const LEADS: &[&str] = &[
    "every",
    "once",
    "twice",
    "thrice",
    "per",
    "percent",
    "percents",
    "percentage",
    "percentages",
];

/// What kind of number a word is.
fn shape(entry: &Entry) -> u32 {
    use number::NumberWord::{
        Article, Fused, Group, Hundred, Lead, Minus, No, Nobody, One, Ordinal, Plural, Scale,
        Single, Teen, Tens, Vague,
    };
    let number = match entry.number {
        Some(Tens(_)) => flag::AMOUNT | flag::BELOW_HUNDRED | flag::ORDINAL,
        Some(One(_) | Teen(_) | Fused(_)) => flag::AMOUNT | flag::BELOW_HUNDRED,
        Some(Hundred | Scale(_) | Group(_) | Plural(_) | Vague | Minus | No | Nobody | Single) => {
            flag::AMOUNT
        }
        Some(Article) => flag::AMOUNT | flag::ARTICLE,
        Some(Lead) if matches!(entry.text, "point" | "multi") => flag::AMOUNT,
        Some(Ordinal(_)) => flag::ORDINAL,
        Some(Lead) | None => 0,
    };
    let part = entry.fraction.map_or(0, |_| flag::AMOUNT);
    let leads =
        LEADS.contains(&entry.text) || age::DECADES.iter().any(|&(text, _)| text == entry.text);
    number | part | if leads { flag::AMOUNT } else { 0 }
}

/// Words that only carry flags.
const COMMON: &[(u32, &[&str])] = &[(
    flag::FUNCTION,
    &[
        "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as",
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "it", "its",
        "they", "their", "them", "he", "she", "his", "her", "him", "who", "which", "that", "this",
        "these", "those", "there", "than", "then", "when", "while", "where", "after", "before",
        "into", "out", "up", "down", "off", "we", "our", "us", "you", "your", "i", "my", "me",
        "not", "so", "if", "also", "only", "more", "most", "other",
    ],
)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::scan;

    #[test]
    fn a_word_with_several_senses_has_one_entry() {
        let mut tokens = Vec::new();
        scan::tokens("Second", 0..6, &mut tokens);
        assert_ne!(tokens[0].entry, 0);
        assert_ne!(tokens[0].flags & flag::NUMBER, 0, "an ordinal");
        assert_ne!(tokens[0].flags & flag::UNIT, 0, "a unit of time");
    }

    #[test]
    fn half_of_the_slots_are_free() {
        assert!(lexicon().entries.len() < SLOTS / 2);
    }
}
