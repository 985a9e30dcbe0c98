//! The words of dates, and what each can be.
//!
//! In: nothing. Out: the list that the lexicon takes up.

use super::calendar::Unit;
use super::holiday;

/// What a word can be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// January is 1.
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
    /// «Mondays»: a habit, not a day.
    Weekdays,
    /// «today» 0, «tomorrow» 1, «yesterday» -1.
    Day(i8),
    /// «tonight».
    Tonight,
    /// «now».
    Now,
    /// A unit of time, singular or plural.
    Unit(Unit),
    /// «weekend».
    Weekend,
    /// Spring is 0.
    Season(i8),
    /// «last» -1, «this» 0, «next» 1.
    Shift(i8),
    /// A part of the day.
    Part(DayPart),
    /// A part of a longer period: «early», «end».
    Portion(Portion),
    /// «seventies» is 70.
    Decade(i8),
    /// The first word of a feast's name.
    Feast,
    /// A word that only starts a phrase: «eod», «q1», «half».
    Start,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Dawn,
    Morning,
    Noon,
    Lunch,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

/// A part of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Portion {
    /// «early».
    Early,
    /// «earlier this year»: what is over of it.
    Earlier,
    /// «beginning», «start».
    Start,
    /// «mid», «middle».
    Middle,
    /// «late».
    Late,
    /// «later this year»: what is to come of it.
    Later,
    /// «end».
    End,
    /// «rest of the year».
    Rest,
}

use DateWord::{Day, Decade, Month, Now, Part, Season, Shift, Start, Tonight, Weekday, Weekdays};
use DateWord::{Unit as U, Weekend};

/// The words of dates. Every one of them gets `flag::DATE`: a date is tried where it stands. First words of feasts
/// are added by the lexicon from [`holiday::first_words`].
pub(crate) const WORDS: &[(&str, DateWord)] = &[
    ("january", Month(1)),
    ("jan", Month(1)),
    ("february", Month(2)),
    ("feb", Month(2)),
    ("march", Month(3)),
    ("mar", Month(3)),
    ("april", Month(4)),
    ("apr", Month(4)),
    ("may", Month(5)),
    ("june", Month(6)),
    ("jun", Month(6)),
    ("july", Month(7)),
    ("jul", Month(7)),
    ("august", Month(8)),
    ("aug", Month(8)),
    ("september", Month(9)),
    ("sept", Month(9)),
    ("sep", Month(9)),
    ("october", Month(10)),
    ("oct", Month(10)),
    ("november", Month(11)),
    ("nov", Month(11)),
    ("december", Month(12)),
    ("dec", Month(12)),
    ("monday", Weekday(1)),
    ("mon", Weekday(1)),
    ("tuesday", Weekday(2)),
    ("tue", Weekday(2)),
    ("tues", Weekday(2)),
    ("wednesday", Weekday(3)),
    ("wed", Weekday(3)),
    ("weds", Weekday(3)),
    ("wedn", Weekday(3)),
    ("thursday", Weekday(4)),
    ("thu", Weekday(4)),
    ("thur", Weekday(4)),
    ("thurs", Weekday(4)),
    ("friday", Weekday(5)),
    ("fri", Weekday(5)),
    ("saturday", Weekday(6)),
    ("sat", Weekday(6)),
    ("sunday", Weekday(7)),
    ("sun", Weekday(7)),
    ("mondays", Weekdays),
    ("tuesdays", Weekdays),
    ("wednesdays", Weekdays),
    ("thursdays", Weekdays),
    ("fridays", Weekdays),
    ("saturdays", Weekdays),
    ("sundays", Weekdays),
    ("today", Day(0)),
    ("tomorrow", Day(1)),
    ("tmrw", Day(1)),
    ("tmr", Day(1)),
    ("tomorow", Day(1)),
    ("yesterday", Day(-1)),
    ("tonight", Tonight),
    ("tonite", Tonight),
    ("now", Now),
    ("second", U(Unit::Second)),
    ("seconds", U(Unit::Second)),
    ("sec", U(Unit::Second)),
    ("secs", U(Unit::Second)),
    ("minute", U(Unit::Minute)),
    ("minutes", U(Unit::Minute)),
    ("min", U(Unit::Minute)),
    ("mins", U(Unit::Minute)),
    ("hour", U(Unit::Hour)),
    ("hours", U(Unit::Hour)),
    ("hr", U(Unit::Hour)),
    ("hrs", U(Unit::Hour)),
    ("h", U(Unit::Hour)),
    ("day", U(Unit::Day)),
    ("days", U(Unit::Day)),
    ("night", Part(DayPart::Night)),
    ("nights", U(Unit::Day)),
    ("week", U(Unit::Week)),
    ("weeks", U(Unit::Week)),
    ("wk", U(Unit::Week)),
    ("wks", U(Unit::Week)),
    ("workweek", U(Unit::Week)),
    ("fortnight", U(Unit::Fortnight)),
    ("fortnights", U(Unit::Fortnight)),
    ("month", U(Unit::Month)),
    ("months", U(Unit::Month)),
    ("mth", U(Unit::Month)),
    ("mths", U(Unit::Month)),
    ("quarter", U(Unit::Quarter)),
    ("quarters", U(Unit::Quarter)),
    ("qtr", U(Unit::Quarter)),
    ("qtrs", U(Unit::Quarter)),
    ("year", U(Unit::Year)),
    ("years", U(Unit::Year)),
    ("yr", U(Unit::Year)),
    ("yrs", U(Unit::Year)),
    ("decade", U(Unit::Decade)),
    ("decades", U(Unit::Decade)),
    ("century", U(Unit::Century)),
    ("centuries", U(Unit::Century)),
    ("weekend", Weekend),
    ("spring", Season(0)),
    ("springtime", Season(0)),
    ("summer", Season(1)),
    ("summertime", Season(1)),
    ("autumn", Season(2)),
    ("fall", Season(2)),
    ("winter", Season(3)),
    ("wintertime", Season(3)),
    ("last", Shift(-1)),
    ("past", Shift(-1)),
    ("previous", Shift(-1)),
    ("this", Shift(0)),
    ("current", Shift(0)),
    ("present", Shift(0)),
    ("same", Shift(0)),
    ("that", Shift(0)),
    ("next", Shift(1)),
    ("coming", Shift(1)),
    ("upcoming", Shift(1)),
    ("following", Shift(1)),
    ("dawn", Part(DayPart::Dawn)),
    ("daybreak", Part(DayPart::Dawn)),
    ("sunrise", Part(DayPart::Dawn)),
    ("morning", Part(DayPart::Morning)),
    ("mornings", Weekdays),
    ("noon", Part(DayPart::Noon)),
    ("midday", Part(DayPart::Noon)),
    ("noontime", Part(DayPart::Noon)),
    ("lunch", Part(DayPart::Lunch)),
    ("lunchtime", Part(DayPart::Lunch)),
    ("afternoon", Part(DayPart::Afternoon)),
    ("midafternoon", Part(DayPart::Afternoon)),
    ("midmorning", Part(DayPart::Morning)),
    ("evening", Part(DayPart::Evening)),
    ("eve", Part(DayPart::Evening)),
    ("dusk", Part(DayPart::Evening)),
    ("sunset", Part(DayPart::Evening)),
    ("nighttime", Part(DayPart::Night)),
    ("overnight", Part(DayPart::Night)),
    ("midnight", Part(DayPart::Midnight)),
    ("early", DateWord::Portion(Portion::Early)),
    ("earlier", DateWord::Portion(Portion::Earlier)),
    ("beginning", DateWord::Portion(Portion::Start)),
    ("start", DateWord::Portion(Portion::Start)),
    ("mid", DateWord::Portion(Portion::Middle)),
    ("middle", DateWord::Portion(Portion::Middle)),
    ("late", DateWord::Portion(Portion::Late)),
    ("later", DateWord::Portion(Portion::Later)),
    ("end", DateWord::Portion(Portion::End)),
    ("rest", DateWord::Portion(Portion::Rest)),
    ("remainder", DateWord::Portion(Portion::Rest)),
    ("remaining", DateWord::Portion(Portion::Rest)),
    ("twenties", Decade(20)),
    ("thirties", Decade(30)),
    ("forties", Decade(40)),
    ("fifties", Decade(50)),
    ("sixties", Decade(60)),
    ("seventies", Decade(70)),
    ("eighties", Decade(80)),
    ("nineties", Decade(90)),
    ("noughties", Decade(0)),
    ("aughts", Decade(0)),
    ("few", Start),
    ("several", Start),
    ("couple", Start),
    ("bom", Start),
    ("boy", Start),
    ("eod", Start),
    ("eom", Start),
    ("eoy", Start),
    ("q", Start),
    ("atm", Start),
    ("moment", Start),
    ("fiscal", Start),
    ("fy", Start),
    ("sy", Start),
    ("eastern", Start),
    ("central", Start),
    ("mountain", Start),
    ("pacific", Start),
];

/// First words of feasts, for the lexicon.
pub(crate) fn feast_words() -> impl Iterator<Item = &'static str> {
    holiday::first_words()
}
