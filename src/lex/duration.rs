//! Durations: «35 minutes», «3h 20m», «an hour and a half», «two-and-a-half-hour», «half a day», «five years».
//!
//! In: the tokens of a sentence and an index. Out: a [`Value::Duration`] in seconds, with its calendar part in months.
//! «two days ago» is a date, «two years old» an age, «twice a day» a frequency: those are longer readings elsewhere.

mod bare;
mod clocked;
mod other;
mod whole;

use super::Context;
use super::Found;
use super::amount;
use super::amount::Amount;
use super::amount::Rounding;
use super::fold::flag;
use super::fraction;
use super::number;
use super::number::NumberWord;
use super::number::Numeral;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::unit;
use super::wordset::Set;
use super::wordset::set;
use crate::value::Measure;
use crate::value::Value;

pub(super) use bare::LEADS;
use other::is_age;
use other::is_clock;
use other::is_rate;
use other::is_title;
use whole::another;
use whole::minutes;
use whole::primes;
use whole::whole;

/// Words that may stand between a number and a unit of time and change nothing: «two more minutes», «three full days».
const FILLERS: &Set = set![
    "more",
    "further",
    "additional",
    "extra",
    "less",
    "fewer",
    "business",
    "working",
    "school",
    "trading",
    "odd",
    "full",
    "whole",
    "straight",
    "consecutive",
    "successive",
    "long",
    "solid",
    "complete",
    "entire",
    "continuous",
    "uninterrupted",
    "extraordinary",
    "gruelling",
    "grueling",
    "short",
    "calendar",
    "fiscal",
    "financial",
    "academic",
    "agonising",
    "agonizing",
    "intense",
    "tense",
    "frantic",
    "brief",
    "exhausting",
    "other",
    "different",
    "separate",
];

/// Reads a duration that starts at token `i`.
pub(crate) fn read(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    // «from», «every», «first» start none.
    let starts = !number::none(words, i) || words.has(i, flag::UNIT) || words.any(i, STARTS);
    // «1:30 hours» are no thirty.
    let of_clock =
        i > 1 && words.kind(i - 1) == Kind::Colon && words.glued(i) && words.glued(i - 1);
    if !starts || of_clock {
        return None;
    }
    let (mut value, end) = primes(words, i)
        .or_else(|| halves(words, i))
        .or_else(|| whole(words, i))
        .or_else(|| another(words, i))
        .or_else(|| bare::read(words, i))
        .or_else(|| minutes(words, i))
        .or_else(|| first(words, i, context))?;
    if is_clock(words, i) || is_age(words, end) || is_rate(words, i) {
        return None;
    }
    let end = value.rest(words, end);
    Some(Found::new(words, i, end, value.finish()))
}

/// What a length starts with that is neither a number nor a unit.
const STARTS: &Set = set![
    "all",
    "whole",
    "entire",
    "third",
    "another",
    "hourlong",
    "daylong",
    "weeklong",
    "monthlong",
    "yearlong",
    "decadelong",
    "centurylong",
];

/// Durations that are never dates or times, though words of those are in them: «all week», «3h 20m», «2'».
pub(crate) fn sure(words: Words<'_>, i: usize, context: &Context) -> Option<Found> {
    // «in 1 h» is when, and so is «all week» as a whole text.
    let hours = words.kind(i) == Kind::Digits
        && words.is(i + 1, "h")
        && !words.any(i.wrapping_sub(1), set!["in", "within"]);
    // «lasted the whole day» says how long, «the whole of May» when.
    let lasted = words.any(i, set!["whole", "entire"])
        && words.is(back(i), "the")
        && words.any(
            back(back(i)),
            set![
                "for", "lasted", "took", "lasts", "takes", "take", "last", "lasting"
            ],
        );
    let all = words.is(i, "all") && (i > 0 || words.len() > 3) || lasted;
    (hours || all).then(|| read(words, i, context))?
}

/// A length as a clock writes it, which needs no word for a unit: «won in 2:00:35».
pub(crate) fn clocked(words: Words<'_>, i: usize, _: &Context) -> Option<Found> {
    let (value, end) = clocked::read(words, i)?;
    Some(Found::new(words, i, end, value.finish()))
}

/// A duration as far as it has been read.
struct Parts {
    measure: Measure,
    months: f64,
    /// Seconds in the unit of the last part: the next must be smaller.
    last: f64,
    range: bool,
}

impl Parts {
    fn new(amount: Amount, seconds: f64, months: f64) -> Self {
        Self {
            measure: amount.measure(seconds, Rounding::Stated),
            months: amount.lo.value * months,
            last: seconds,
            range: amount.hi.is_some() || amount.vague.is_some(),
        }
    }

    fn add(&mut self, amount: Numeral, seconds: f64, months: f64) {
        // The last part says how exactly the whole is meant.
        let base = self.measure.stated.lo;
        let part = Amount::one(amount).measure(seconds, Rounding::Stated);
        let slack = (part.typical.width() / 2.0).min(seconds / 2.0);
        let total = base + amount.value * seconds;
        self.measure = number::exactly(total);
        self.measure.typical = self.measure.stated.widened(slack);
        self.measure.possible = self.measure.typical;
        self.months += amount.value * months;
        self.last = seconds;
    }

    /// «and a half», «, 20 minutes and 5 seconds», «fifteen»: what follows the first part.
    fn rest(&mut self, words: Words<'_>, mut end: usize) -> usize {
        if self.range {
            return end;
        }
        if let Some((part, next)) = fraction::after_and(words, end)
            && part < 1.0
            // «an hour, and a third of them»; «an hour and a half of sunlight» is an hour and a half.
            && (!words.any(next, set!["of", "the"])
                || words.is(end, "and") && words.any(next.wrapping_sub(1), set!["half", "quarter"])
                    && !words.any(next + 1, set!["the", "them", "these", "those", "his", "her", "its", "their", "our", "my"]))
            && unit::time_at(words, next).is_none_or(|(seconds, ..)| seconds >= self.last)
        {
            let months = self.months / (self.measure.stated.lo / self.last).max(1e-9);
            let total = self.measure.stated.lo + part * self.last;
            self.months += part * months;
            self.measure =
                Amount::one(Numeral::new(total, total, next)).measure(1.0, Rounding::Stated);
            return next;
        }
        for _ in 0..6 {
            let Some(next) = self.one_more(words, end) else {
                break;
            };
            end = next;
        }
        end
    }

    fn one_more(&mut self, words: Words<'_>, end: usize) -> Option<usize> {
        let mut at = end;
        let stop = words.kind(at) == Kind::Stop
            && words.glued(at)
            && words.kind(at + 1) == Kind::Digits
            && words
                .entry(back(at))
                .unit
                .is_some_and(|unit| unit.form == unit::Form::Short);
        at += usize::from(words.kind(at) == Kind::Comma || stop);
        let joined = words.any(at, set!["and", "plus"]) || words.str(at) == "&";
        at += usize::from(joined);
        // «a year and a day».
        let article = joined && words.entry(at).number == Some(NumberWord::Article);
        let amount = number::number(words, at).or_else(|| {
            let one = Numeral {
                article: true,
                ..Numeral::new(1.0, 1.0, at + 1)
            };
            article.then_some(one)
        })?;
        if amount.article && !joined {
            return None;
        }
        let dash = usize::from(words.kind(amount.end) == Kind::Dash && words.glued(amount.end));
        let in_minutes =
            (self.last - 3600.0).abs() < 1.0 && amount.value < 60.0 && amount.place >= 1.0;
        if let Some((seconds, months, next)) =
            unit::time_at(words, amount.end + dash).or_else(|| {
                // «3h 20m», «3h20», «5 min 30 s».
                let minutes = in_minutes && words.is(amount.end, "m") && words.glued(amount.end);
                let seconds = (self.last - 60.0).abs() < 1.0
                    && words.is(amount.end, "s")
                    && words.kind(amount.end + 1) != Kind::Word;
                minutes
                    .then_some((60.0, 0.0, amount.end + 1))
                    .or_else(|| seconds.then_some((1.0, 0.0, amount.end + 1)))
            })
        {
            // «2 weeks and 2 days ago»: the last is a date of its own.
            let relative = words.any(
                next,
                set!["ago", "old", "later", "earlier", "before", "after"],
            ) && joined;
            if seconds >= self.last || relative {
                return None;
            }
            self.add(amount, seconds, months);
            return Some(next);
        }
        let in_seconds =
            (self.last - 60.0).abs() < 1.0 && amount.value < 60.0 && amount.place >= 1.0;
        let bare = !amount.article
            && (in_minutes || in_seconds)
            && amount.end > at
            && words.kind(end) != Kind::Comma
            && !matches!(
                words.kind(amount.end),
                Kind::Word | Kind::Percent | Kind::Dash | Kind::Currency | Kind::Colon
            );
        if bare && words.at(at).gap < super::token::Gap::Paragraph {
            self.add(amount, self.last / 60.0, 0.0);
            return Some(amount.end);
        }
        None
    }

    fn finish(self) -> Value {
        Value::Duration {
            measure: self.measure,
            months: (self.months > 0.0).then_some(self.months),
        }
    }
}

/// A number and a unit: «35 minutes», «35-minute», «two more weeks», «a couple of days», «an hour».
fn first(words: Words<'_>, i: usize, context: &Context) -> Option<(Parts, usize)> {
    if words.entry(i).number == Some(NumberWord::Article)
        && !words.any(
            i + 1,
            set![
                "few", "couple", "dozen", "hundred", "thousand", "million", "half", "quarter",
            ],
        )
        && !(words.is(i + 1, "good") && unit::time_at(words, i + 2).is_none())
    {
        return article(words, i, context);
    }
    let mut amount = amount::read(words, i).or_else(|| couple(words, i))?;
    if words.is(back(amount.end), "quarters")
        && let Some(whole) = number::cardinal(words, i)
        && whole.end + 1 == amount.end
    {
        // «3 quarters» of a year, but «three quarters» of whatever follows.
        let year = words.kind(i) == Kind::Digits
            || i == 0 && amount.end == words.len()
            || words.any(back(i), set!["for", "last", "past", "next", "first"]);
        if !year || words.is(amount.end, "of") {
            return None;
        }
        amount = Amount::one(whole);
    }
    let mut at = amount::opened(words, amount.end);
    at += usize::from(words.is(at, "of") && is_group(words, at - 1));
    let dashed = words.kind(at) == Kind::Dash && (words.glued(at) == words.glued(at + 1));
    at += usize::from(dashed);
    let article = usize::from(words.is(at, "of"));
    if article > 0 && words.entry(i).fraction.is_none() && amount.lo.value >= 1.0 {
        return None;
    }
    // «3/4 of an hour».
    if article > 0
        && words.kind(i) == Kind::Digits
        && words.entry(at + 1).number == Some(NumberWord::Article)
    {
        let (seconds, months, end) = unit::time_at(words, at + 2)?;
        return Some((Parts::new(amount, seconds, months), end));
    }
    // «1/2 an hour».
    if words.kind(i) == Kind::Digits
        && amount.lo.value < 1.0
        && words.entry(at).number == Some(NumberWord::Article)
        && let Some((seconds, months, end)) = unit::time_at(words, at + 1)
    {
        return Some((Parts::new(amount, seconds, months), end));
    }
    if !dashed {
        for _ in 0..2 {
            at += usize::from(words.any(at, FILLERS));
        }
    }
    let (seconds, months, end) = unit::time_at(words, at)?;
    if !fits(words, i, amount, at, context) {
        return None;
    }
    Some((Parts::new(amount, seconds, months), end))
}

fn is_group(words: Words<'_>, at: usize) -> bool {
    matches!(
        words.entry(at).number,
        Some(NumberWord::Group(_) | NumberWord::Plural(_))
    )
}

/// «couple of days», with or without its article.
fn couple(words: Words<'_>, i: usize) -> Option<Amount> {
    let at = i + usize::from(words.entry(i).number == Some(NumberWord::Article));
    words
        .is(at, "couple")
        .then(|| Amount::one(Numeral::new(2.0, 2.0, at + 1)))
}

/// Whether number and unit go together: «2 second-hand cars», «five quarter-finals» and «a second» do not.
fn fits(words: Words<'_>, i: usize, amount: Amount, at: usize, context: &Context) -> bool {
    if context.rule {
        return true;
    }
    let singular = words.any(at, set!["second", "quarter", "night", "weekend"]);
    let dashed = words.kind(at - 1) == Kind::Dash;
    let one = amount.lo.value <= 1.0 || amount.lo.value.fract() != 0.0;
    if words.any(at, set!["second", "quarter"]) {
        let compound = words.kind(at + 1) == Kind::Dash && words.glued(at + 1);
        let other = compound && !words.any(at + 2, set!["long", "old"]);
        return (one || dashed) && !other && !amount.lo.article;
    }
    // «60 Minutes» and «24 Hours» are names; «1 Day» at the head of a sentence is not.
    // «a three-night trip», but «three night owls».
    // «One day he will return».
    let some_day = words.is(i, "one")
        && words.any(at, set!["day", "night"])
        && words.any(
            at + 1,
            set![
                "he", "she", "they", "it", "we", "i", "you", "his", "her", "their", "when", "soon"
            ],
        );
    if some_day {
        return false;
    }
    let zero = amount.lo.value == 0.0 && amount.hi.is_none() && !words.str(at).ends_with('s');
    let name = singular && !one && !dashed || is_title(words, i, at) || zero;
    let year = words.kind(i) == Kind::Digits
        && words.width(i) == 4
        && words.any(at, set!["year", "day", "night", "month", "week", "weekend"])
        && !dashed;
    !name && !year
}

/// «an hour», «a day», «a month»: after most words, but not «twice a day», «a second wave», «a day trip».
fn article(words: Words<'_>, i: usize, context: &Context) -> Option<(Parts, usize)> {
    let mut at = i + 1;
    if words.any(
        at,
        set![
            "full",
            "whole",
            "entire",
            "solid",
            "good",
            "single",
            "further",
            "mere",
            "calendar",
            "leap",
            "additional",
            "extra",
            "fiscal",
            "financial",
            "academic",
        ],
    ) {
        at += 1;
    }
    let (seconds, months, end) = unit::time_at(words, at)?;
    // «a decades-long war» says no number of them.
    let plural = words.width(at) > 3 && words.str(at).ends_with('s');
    if words.entry(at).unit?.form == unit::Form::Tight || plural {
        return None;
    }
    let before = back(i);
    let lead = words.any(
        before,
        set![
            "for",
            "in",
            "within",
            "than",
            "about",
            "around",
            "nearly",
            "almost",
            "over",
            "under",
            "half",
            "lasted",
            "took",
            "least",
            "just",
            "only",
            "after",
            "roughly",
            "every",
            "some",
            "lasts",
            "takes",
            "take",
            "last",
            "approximately",
            "up",
        ],
    ) || words.kind(before) == Kind::None;
    if words.is(at, "second") && !context.rule && !lead {
        return None;
    }
    // «a quarter» of a year is said with «for» only, and «a second wave» is an ordinal.
    if words.is(at, "second")
        && words.kind(end) == Kind::Word
        && !words.any(
            end,
            set!["and", "or", "later", "before", "after", "to", "ago", "of"],
        )
    {
        return None;
    }
    if words.is(at, "quarter") && !words.any(before, set!["for"]) {
        return None;
    }
    // «a week of talks» is a length; «a day of mourning» is not one to the hour. «a year 2 pupil» is none.
    let dashed = words.kind(end) == Kind::Dash && words.glued(end) && words.glued(end + 1);
    if dashed && !words.any(end + 1, set!["long", "and"]) {
        return None;
    }
    let whole = Numeral {
        value: 1.0,
        place: 1.0,
        end,
        article: true,
    };
    let mut amount = Amount::one(whole);
    let mut end = end;
    // «a day or two».
    if words.is(end, "or") && words.is(end + 1, "two") {
        end += 2;
        amount.hi = Some(Numeral::whole(2.0, end));
    }
    Some((Parts::new(amount, seconds, months), end))
}

/// «half an hour», «half-hour», «a half hour», «quarter of an hour», «three quarters of an hour», «half year».
fn halves(words: Words<'_>, i: usize) -> Option<(Parts, usize)> {
    let mut at = i + usize::from(words.entry(i).number == Some(NumberWord::Article));
    let mut value = 1.0;
    if at == i
        && let Some(over) = number::cardinal(words, i)
        && over.place >= 1.0
        && over.value < 4.0
    {
        value = over.value;
        at = over.end + usize::from(words.kind(over.end) == Kind::Dash);
    }
    let part = words
        .entry(at)
        .fraction
        .map(|part| f64::from(part.of))
        .or_else(|| {
            let third = words.is(at, "third") && (at > i || words.is(back(i), "a"));
            third.then_some(3.0)
        })?;
    let plural = words.entry(at).fraction.is_some_and(|part| part.plural);
    // «three-quarter hour».
    let joined = value > 2.0 && part > 3.0 && part < 5.0;
    if value > 1.0 && !plural && !joined || part < 2.0 {
        return None;
    }
    at += 1;
    let dash = words.kind(at) == Kind::Dash;
    at += usize::from(dash);
    let of = words.is(at, "of");
    at += usize::from(of);
    let article = words.any(at, set!["a", "an", "one", "the"]);
    let clock = words.any(at, set!["hour", "minute", "day"]) && words.kind(at + 1) != Kind::Word;
    if words.is(at, "the") || of && !article && !clock {
        return None;
    }
    at += usize::from(article);
    at += usize::from(words.kind(at) == Kind::Dash);
    if plural && !of || (part > 2.0 && !of && !dash && !joined) {
        return None;
    }
    let (seconds, months, end) = unit::time_at(words, at)?;
    if words.any(at, set!["second", "quarter", "night", "weekend"]) && !article {
        return None;
    }
    // «half-days» and «second half year results» are not lengths.
    let value = value / part;
    Some((
        Parts::new(
            Amount::one(Numeral::new(value, value, end)),
            seconds,
            months,
        ),
        end,
    ))
}
