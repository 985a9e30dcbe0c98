//! A place in a sentence, and what its words mean there: small numbers, names of days and months, years.
//!
//! In: the tokens of a sentence and the moment its dates are read against. Out: a [`When`], the common currency of the
//! readers beside this file.

use jiff::civil::DateTime;
use jiff::civil::Weekday;

use super::calendar::Direction;
use super::calendar::Unit;
use super::clock;
use super::weekdays;
use super::when::When;
use super::word::DateWord;
use super::word::DateWord::{Month, Unit as U};
use crate::lex::fold::flag;
use crate::lex::number::NumberWord;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::TimeOfDay;

/// A place in a sentence, and what its dates are read against.
#[derive(Clone, Copy)]
pub(super) struct At<'t> {
    pub(super) words: Words<'t>,
    /// The moment of publication.
    pub(super) now: DateTime,
    /// Where a day without a date lies from it.
    pub(super) direction: Direction,
    /// A string of a rule file.
    pub(super) rule: bool,
    /// How many periods this place is inside of: «the first day of the second week of June» is two deep.
    pub(super) depth: u8,
}

/// How deep one period may be told by another; nobody goes further, and a hostile text could.
const DEEPEST: u8 = 2;

/// What a reading of words gives.
pub(super) enum Reading {
    Date(When),
    Time(TimeOfDay, usize),
}

impl At<'_> {
    /// Whether a word of dates or a number stands at `i`: nothing else starts a date.
    #[inline]
    pub(super) fn starts(self, i: usize) -> bool {
        self.words.has(i, flag::DATE | flag::NUMBER)
    }

    #[inline]
    pub(super) fn word(self, i: usize) -> Option<DateWord> {
        match self.words.date(i) {
            Some(DateWord::Weekdays) if !self.rule => {
                Some(self.owner(i).unwrap_or(DateWord::Weekdays))
            }
            word => word,
        }
    }

    /// «Saturdays bombing», printed without its apostrophe: one day, where a noun follows that it owns. What is done «on
    /// Saturdays» or «every two Tuesdays» is a habit.
    fn owner(self, i: usize) -> Option<DateWord> {
        let words = self.words;
        let day = weekdays::named(words.str(i).strip_suffix(['s', 'S'])?)?;
        let next = i + 1;
        let noun = words.kind(next) == Kind::Word
            && !words.capital(next)
            && !words.has(next, flag::FUNCTION | flag::DATE | flag::NUMBER)
            && !words.any(
                next,
                set![
                    "only", "too", "also", "here", "off", "except", "through", "thru", "noon",
                    "midnight", "excluded", "included", "closed", "open"
                ],
            );
        let habit = i > 0
            && (words.has(i - 1, flag::NUMBER)
                || words.any(
                    i - 1,
                    set![
                        "on",
                        "every",
                        "each",
                        "most",
                        "some",
                        "all",
                        "both",
                        "of",
                        "these",
                        "those",
                        "many",
                        "and",
                        "or",
                        "to",
                        "through",
                        "until",
                        "few",
                        "several",
                        "alternate",
                        "closed",
                        "open"
                    ],
                ));
        (noun && !habit).then(|| DateWord::Weekday(day.to_monday_one_offset()))
    }

    #[inline]
    pub(super) fn unit(self, i: usize) -> Option<Unit> {
        match self.word(i)? {
            U(unit) => Some(unit),
            _ => None,
        }
    }

    pub(super) fn weekday(self, i: usize) -> Option<(Weekday, usize)> {
        let DateWord::Weekday(day) = self.word(i)? else {
            return None;
        };
        if !self.rule
            && self.words.len() > 3
            && self.words.any(i, set!["sat", "sun", "mon", "wed"])
            && !self.is_short_weekday(i)
        {
            return None;
        }
        let day = Weekday::from_monday_one_offset(day).ok()?;
        Some((day, self.abbreviation(i)))
    }

    /// Whether «sat», «sun», «wed» or «mon» is a day and no verb or star: a word of dates or a clock time stands beside
    /// it, and in lower case nothing less will do.
    fn is_short_weekday(self, i: usize) -> bool {
        let words = self.words;
        let next = self.abbreviation(i);
        let before = i > 0
            && (matches!(
                self.word(i - 1),
                Some(DateWord::Shift(_) | DateWord::Every | DateWord::Part(_))
            ) || words.any(
                i - 1,
                set![
                    "on",
                    "st",
                    "nd",
                    "rd",
                    "th",
                    "from",
                    "until",
                    "till",
                    "penultimate",
                    "final",
                ],
            ) || matches!(words.entry(i - 1).number, Some(NumberWord::Ordinal(_)))
                || words.kind(i - 1) == Kind::Comma
                    && words.kind(i.wrapping_sub(2)) == Kind::Digits
                    && matches!(words.kind(next), Kind::None | Kind::Stop | Kind::End)
                || words.kind(i - 1) == Kind::Dash
                    && matches!(self.word(i.wrapping_sub(2)), Some(DateWord::Weekday(_))));
        let range = words.kind(next) == Kind::Dash
            && matches!(self.word(next + 1), Some(DateWord::Weekday(_)))
            || self.joined_to_time(next)
            || self.joined_from_weekday(i);
        let comma = next + usize::from(words.kind(next) == Kind::Comma);
        let dated = words.kind(comma) == Kind::Digits
            && (matches!(self.word(comma + 1), Some(Month(_)))
                || words.is(comma + 1, "of") && matches!(self.word(comma + 2), Some(Month(_)))
                || words.kind(comma + 1) == Kind::Slash && words.glued(comma + 1))
            || self.ordinal(next).is_some()
            || matches!(self.word(next), Some(Month(_) | DateWord::Part(_)))
            || matches!(self.word(comma), Some(Month(_)))
            || words.kind(next) == Kind::Digits
                && clock::clock(self, next, false).is_some_and(|clock| clock.sure);
        if !words.capital(i) {
            return before || range || dated;
        }
        let told = matches!(
            words.kind(next),
            Kind::Stop | Kind::Comma | Kind::Digits | Kind::None
        ) || self.word(next).is_some()
            || words.any(next, set!["at", "the"]);
        let name = i > 1 && words.capital(i - 1) && self.word(i - 1).is_none();
        before || range || dated || told && !name && words.kind(i + 1) != Kind::Dash
    }

    /// Whether a phrase may end before `i`: there stands no noun that it could belong to.
    pub(super) fn closes(self, i: usize) -> bool {
        match self.words.kind(i) {
            Kind::Word => {
                self.words.has(i, flag::FUNCTION)
                    || self
                        .words
                        .any(i, set!["about", "because", "instead", "please"])
            }
            Kind::Digits | Kind::Currency | Kind::Percent | Kind::Degree => false,
            Kind::Dash => !self.words.glued(i + 1),
            _ => true,
        }
    }

    /// Whether no clause goes on at `i`: a mark stands there, or a small word that is no subject, article or verb.
    pub(super) fn breaks(self, i: usize) -> bool {
        self.closes(i)
            && (self.words.kind(i) != Kind::Word
                || self.words.any(
                    i,
                    set![
                        "in", "at", "with", "and", "but", "or", "near", "about", "by", "for",
                    ],
                ))
    }

    /// Whether the words from `from` to `to` are the whole text, but for marks.
    pub(super) fn is_all(self, from: usize, to: usize) -> bool {
        from == 0
            && !matches!(self.words.kind(to), Kind::Word | Kind::Digits)
            && to + 1 >= self.words.len()
    }

    /// Whether a small word and then a weekday or a clock time follow: «Wed till Friday», «Sun by 5:20».
    fn joined_to_time(self, i: usize) -> bool {
        let words = self.words;
        let joins = words.any(
            i,
            set![
                "to", "till", "until", "through", "thru", "by", "around", "from", "between",
                "before", "after", "and", "at",
            ],
        );
        let k = self.the(i + 1);
        joins
            && (matches!(
                self.word(k),
                Some(DateWord::Weekday(_) | DateWord::Day(_) | DateWord::Part(_))
            ) || clock::clock(self, k, false).is_some_and(|clock| clock.sure)
                || clock::clock(self, k, true).is_some_and(|clock| self.closes(clock.end)))
    }

    /// Whether a weekday and a small word stand before: «Monday to Sat».
    fn joined_from_weekday(self, i: usize) -> bool {
        let words = self.words;
        if i < 2 || !words.any(i - 1, set!["to", "through", "thru", "and", "or", "–", "-"]) {
            return false;
        }
        let day = i - 2 - usize::from(i > 2 && words.kind(i - 2) == Kind::Stop);
        matches!(self.word(day), Some(DateWord::Weekday(_)))
    }

    /// The index after the word at `i` and the full stop of its abbreviation.
    pub(super) fn abbreviation(self, i: usize) -> usize {
        let short = self.words.width(i) <= 5;
        if short
            && self.words.kind(i + 1) == Kind::Stop
            && self.words.glued(i + 1)
            && !self.ends_sentence(i + 1)
        {
            i + 2
        } else {
            i + 1
        }
    }

    /// Whether the full stop at `i` is the last token.
    fn ends_sentence(self, i: usize) -> bool {
        i + 1 >= self.words.len() && i > 1
    }

    /// «weekend», «week-end»: the index after it.
    pub(super) fn weekend(self, i: usize) -> Option<usize> {
        if self.word(i) == Some(DateWord::Weekend) {
            return Some(i + 1);
        }
        let split = self.words.is(i, "week")
            && self.words.kind(i + 1) == Kind::Dash
            && self.words.glued(i + 1)
            && self.words.glued(i + 2)
            && self.words.is(i + 2, "end");
        split.then_some(i + 3)
    }

    /// A month's name.
    pub(super) fn month(self, i: usize) -> Option<(i8, usize)> {
        let Month(month) = self.word(i)? else {
            return None;
        };
        if self.is_verb(i) || self.is_surname(i) {
            return None;
        }
        // «Jan de Vries».
        if self.words.capital(i)
            && self
                .words
                .any(i + 1, set!["de", "van", "von", "der", "den", "ten", "ter"])
        {
            return None;
        }
        let short = self.words.width(i) <= 4;
        let end = if short { self.abbreviation(i) } else { i + 1 };
        Some((month, end))
    }

    /// «Ms May», «Judge March».
    fn is_surname(self, i: usize) -> bool {
        let words = self.words;
        let stop = usize::from(i > 0 && words.kind(i - 1) == Kind::Stop);
        words.capital(i)
            && i > stop
            && words.capital(i - 1 - stop)
            && words.any(
                i - 1 - stop,
                set![
                    "mr",
                    "mrs",
                    "ms",
                    "miss",
                    "dr",
                    "sir",
                    "lord",
                    "lady",
                    "judge",
                    "justice",
                    "prof",
                    "professor",
                    "sen",
                    "rep",
                    "gov",
                ],
            )
    }

    /// «may» and «march» in lower case, where nothing says that they are months.
    fn is_verb(self, i: usize) -> bool {
        let words = self.words;
        if !words.any(i, set!["may", "march", "mar", "sun"]) || words.capital(i) || self.rule {
            return false;
        }
        let number = |i: usize| words.kind(i) == Kind::Digits || self.ordinal(i).is_some();
        let before = i > 0
            && (number(i - 1)
                || words.kind(i - 1) == Kind::Word
                    && words.glued(i - 1)
                    && words.kind(i.wrapping_sub(2)) == Kind::Digits
                || words.any(
                    i - 1,
                    set![
                        "in",
                        "of",
                        "next",
                        "last",
                        "since",
                        "early",
                        "late",
                        "mid",
                        "until",
                        "during",
                        "coming",
                        "upcoming",
                        "previous",
                        "from",
                        "by",
                        "through",
                        "thru",
                        "following",
                    ],
                )
                || matches!(words.kind(i - 1), Kind::Dash | Kind::Slash) && words.glued(i));
        let of = i + 1 + usize::from(words.any(i + 1, set!["of", "in"]));
        let year = self.year(of).is_some()
            || matches!(self.word(of), Some(DateWord::Shift(_)))
                && self.unit(of + 1) == Some(Unit::Year);
        let before =
            before || words.is(i, "march") && i > 0 && words.any(i - 1, set!["this", "past"]);
        let joined = matches!(words.kind(i + 1), Kind::Dash | Kind::Slash | Kind::Stop)
            && (number(i + 2) && words.glued(i + 2)
                || matches!(self.word(i + 2), Some(Month(_))) && words.glued(i + 1));
        let after = number(i + 1) || words.is(i + 1, "the") && number(i + 2) || year || joined;
        !before && !after && words.len() > 1
    }

    /// The same place a period deeper, where there may be one.
    pub(super) fn deeper(self) -> Option<Self> {
        let depth = self.depth + 1;
        (depth <= DEEPEST).then_some(Self { depth, ..self })
    }

    /// Skips a «the».
    #[inline]
    pub(super) fn the(self, i: usize) -> usize {
        if self.words.is(i, "the") { i + 1 } else { i }
    }

    /// Looks `back` words before `i` for one of `list`.
    #[inline]
    pub(super) fn after_any(self, i: usize, list: &Set) -> bool {
        i > 0 && self.words.any(i - 1, list)
    }
}
