//! On which day, and at what time of day, an event took place.
//!
//! In: dates and clock times of the reading. Out: evidence. Dates that only frame something else («since 2018», «planned
//! for February», a date of birth) are left.

pub(super) mod bound;
mod frame;
mod update;

use std::ops::Range;

use self::bound::attached;
use self::frame::frames;
use self::frame::of_event_noun;
use self::frame::of_saying;
use super::Asked;
use crate::eval::beside;
use crate::eval::bind::Attached;
use crate::eval::bind::Gathered;
use crate::eval::compare::Relation;
use crate::eval::judge::Judged;
use crate::eval::stamp;
use crate::eval::stamp::Stamp;
use crate::eval::when;
use crate::eval::when::Clock;
use crate::eval::words::Gap;
use crate::finding::Fault;
use crate::finding::Verdict;
use crate::rule::Kind;
use crate::rule::Right;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;
use crate::value::month;

/// Evidence for `date` and `time`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    told(asked, out, false);
    // Where nothing else tells the day, that of the page may agree with it.
    if asked.claim.words.is_empty() && out.bound.is_empty() {
        told(asked, out, true);
        out.bound
            .retain(|bound| bound.judged.verdict == Verdict::Supported);
    }
}

/// Evidence of what the text tells, or of the dates that its page prints.
fn told(asked: Asked<'_>, out: &mut Gathered, printed: bool) {
    let scene = asked.scene;
    for mention in &scene.reading.mentions {
        let range = scene.hedged(mention);
        if range.is_empty() {
            continue;
        }
        let fits = match asked.claim.kind {
            Kind::Time => when::clock(&mention.value).is_some(),
            _ => matches!(mention.value, Value::Date(_)),
        };
        if !fits || crate::eval::elsewhere::in_name(scene, &range) || !asked.words_near(&range, out)
        {
            continue;
        }
        if cut(asked, &range) {
            out.note(
                mention.span,
                "left: days from one to another, and the words are read of the first alone",
            );
            continue;
        }
        if is_counted_from_now(asked, mention) && told_on_another_day(asked, mention) {
            out.note(
                mention.span,
                "left: counted from the day of the dateline, which is not that of publication",
            );
            continue;
        }
        let stamp = asked
            .claim
            .words
            .is_empty()
            .then(|| stamp::of(scene, mention));
        let stamp = stamp.flatten();
        if (stamp == Some(Stamp::Page)) != printed {
            if !printed {
                out.note(mention.span, "left: the page's own date");
            }
            continue;
        }
        if of_saying(asked, &range) {
            out.note(mention.span, "left: it tells when it was said");
            continue;
        }
        if !of_event_noun(asked, &range)
            && let Some(why) = frames(asked, &range)
        {
            out.note(mention.span, why);
            continue;
        }
        match attached(asked, &range) {
            Ok(mut attached) => {
                attached.strong &= stamp.is_none() && !update::is_outside(asked, mention);
                one(asked, out, mention, &attached);
            }
            Err(why) => out.untied(mention.span, &why),
        }
    }
}

fn one(asked: Asked<'_>, out: &mut Gathered, mention: &Mention, attached: &Attached) {
    let scene = asked.scene;
    // What is still to come when a date is read may be told as planned: that is how dates are told ahead.
    let told_ahead = ahead(asked)
        && (matches!(mention.stance, Stance::Planned | Stance::Conditional)
            || attached.stance == Some(Stance::Planned));
    let by_words = !asked.claim.words.is_empty();
    let mut attached = attached.clone();
    if by_words && mention.stance != Stance::Denied {
        attached.stance = Some(match mention.stance {
            stance @ (Stance::Attributed | Stance::Quoted) => stance,
            _ => Stance::Asserted,
        });
    } else if told_ahead {
        attached.stance = Some(Stance::Asserted);
    }
    // «is expected to vote later on Tuesday»: what is only expected may come to pass on another day.
    attached.strong &= !(told_ahead && is_expected(scene, &scene.hedged(mention)));
    // A clock time of a plan needs not be when it came to pass.
    attached.strong &= !(told_ahead && asked.claim.kind == Kind::Time);
    let mut mention = mention.clone();
    if told_ahead || by_words {
        mention.stance = match mention.stance {
            Stance::Planned | Stance::Superseded => Stance::Asserted,
            stance => stance,
        };
    }
    match (&mention.value, asked.claim.kind) {
        (_, Kind::Time) => at_time(asked, out, &mention, &attached),
        (Value::Date(date), _) => on_day(asked, out, &mention, date, &attached),
        _ => {}
    }
}

/// Holds a clock time against the claim; its second form, «4 pm (8 pm GMT)», must be right as well.
fn at_time(asked: Asked<'_>, out: &mut Gathered, mention: &Mention, attached: &Attached) {
    let scene = asked.scene;
    let Some(mut clock) = when::clock(&mention.value) else {
        return;
    };
    if matches!(mention.value, Value::Date(_)) {
        clock.second = when::second_form(mention.span.of(scene.text));
        clock.about |= scene.words_of(mention).any(|i| is_about(scene.words.at(i)));
    }
    let day = asked
        .claim
        .event
        .and_then(|event| match &scene.story.events[event].when {
            Some(Value::Date(date)) => date.stated.from,
            _ => None,
        })
        .map(jiff::civil::DateTime::date);
    let second = std::cell::Cell::new(false);
    let zone = &scene.story.zone;
    let relate = |right: &Right| match when::time(&clock, right, day, zone, scene.published) {
        Clock::Relation(relation) => relation,
        Clock::SecondForm => {
            second.set(true);
            Relation::Clashes
        }
    };
    let before = out.bound.len();
    asked.bind(out, mention, &relate, None, attached);
    if second.get()
        && let Some(bound) = out.bound.get_mut(before)
        && bound.judged.fault.is_some()
    {
        bound.judged = Judged::wrong(Fault::Arithmetic)
            .noted("the local time is right, its second form is not");
    }
}

/// Holds a day against the claim, and takes back what words around it make another day.
fn on_day(
    asked: Asked<'_>,
    out: &mut Gathered,
    mention: &Mention,
    date: &Date,
    attached: &Attached,
) {
    let scene = asked.scene;
    let mut years = Vec::new();
    if yearless(asked, mention) {
        years.extend([-1, 1]);
    }
    let told_in = frame(asked, mention);
    if let (Some(year), Some(from)) = (told_in, date.stated.from) {
        years.push(i64::from(year) - i64::from(from.year()));
    }
    let before = out.bound.len();
    asked.bind(
        out,
        mention,
        &|right| when::date(date, right, &scene.story.zone, scene.published, &years),
        None,
        attached,
    );
    let Some(bound) = out.bound.get(before) else {
        return;
    };
    let accused = super::accuses(&bound.judged);
    let from_now = || is_counted_from_now(asked, mention);
    // «They will pay after Thursday's decision»: what is over when it is told is not still to come.
    let to_come = || {
        !ahead(asked)
            && from_now()
            && scene.published.is_some_and(|published| {
                let latest = published.zone.to_datetime(published.latest);
                date.stated.from.is_some_and(|from| from > latest)
            })
    };
    let range = scene.hedged(mention);
    let phrases = &scene.plan.words[asked.index];
    let why = if accused && to_come() && of_event_noun(asked, &range) {
        "left: still to come when it was told"
    } else if accused && told_in.is_some() && from_now() {
        // «It was 2015. On Friday …»: of which week, nothing tells.
        "left: the text tells of another year here"
    } else if bound.judged.verdict == Verdict::Vague
        && !phrases.is_empty()
        && !beside::of_words(scene, &range, phrases)
    {
        // «A balloon earlier this year led to the end of a planned visit»
        "left: too wide, and another clause than the claim's words"
    } else {
        return;
    };
    out.bound.truncate(before);
    out.note(mention.span, why);
}

/// Whether words of its clause say that what is told ahead is only expected.
fn is_expected(scene: &crate::eval::scene::Scene<'_>, range: &Range<usize>) -> bool {
    let syntax = scene.syntax_at(range.start);
    let clause = syntax.clause_of(range.end - 1);
    let above = clause.and_then(|clause| syntax.clauses[clause].parent);
    scene.sentence_at(range.start).any(|at| {
        let here = syntax.clause_of(at);
        here.is_some()
            && (here == clause || here == above)
            && matches!(
                scene.words.at(at),
                "expected"
                    | "likely"
                    | "could"
                    | "may"
                    | "might"
                    | "possibly"
                    | "probably"
                    | "hopes"
                    | "hoped"
                    | "hoping"
            )
    })
}

/// «on Saturday, around 10:20 pm»
fn is_about(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "around"
            | "approximately"
            | "roughly"
            | "circa"
            | "nearly"
            | "almost"
            | "shortly"
            | "just"
    )
}

/// «March 25 to 26», «from Monday to Tuesday, 3 to 4 May»: another day goes on from the one that was read.
fn cut(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let words = asked.scene.words;
    let joined = matches!(
        words.at(range.end),
        "to" | "and" | "or" | "through" | "until" | "till"
    );
    let next = if joined { range.end + 1 } else { range.end };
    let dash = !joined && words.gap(next) == Gap::Hyphen;
    let day = words.at(next).trim_end_matches(|c: char| c.is_alphabetic());
    // «sentenced on Friday to 21 years», «on 3 May to 5 clubs» go on with something else.
    let dated = range
        .clone()
        .any(|i| words.at(i).starts_with(|c: char| c.is_ascii_digit()));
    let closed = words.gap(next + 1) >= Gap::Comma
        || month(words.at(next + 1)).is_some()
        || matches!(
            words.at(next + 1),
            "in" | "at" | "when" | "after" | "as" | "near"
        );
    asked.claim.kind == Kind::Date
        && (joined || dash)
        && dated
        && closed
        && matches!(day.len(), 1..=2)
        && day.bytes().all(|byte| byte.is_ascii_digit())
        && words.get(next).map(|word| word.sentence)
            == words.get(range.start).map(|word| word.sentence)
        && words.gap(next) < Gap::Comma
}

/// Whether the event lay ahead at publication.
pub(super) fn ahead(asked: Asked<'_>) -> bool {
    let Some(published) = asked.scene.published else {
        return false;
    };
    // What is not known yet is pending, not told ahead.
    let known = asked.claim.known_from.or_else(|| {
        asked
            .claim
            .event
            .and_then(|event| asked.scene.story.events[event].known_from)
    });
    if known.is_some_and(|known| known > published.earliest) {
        return false;
    }
    let when = asked
        .claim
        .event
        .and_then(|event| asked.scene.story.events[event].when.as_ref());
    let Some(Value::Date(date)) = when else {
        return false;
    };
    let earliest = published.zone.to_datetime(published.earliest);
    date.possible.from.is_some_and(|from| from > earliest)
}

/// Whether a date is told without a year, and without a word that counts from publication.
fn yearless(asked: Asked<'_>, mention: &Mention) -> bool {
    let words = asked.scene.words;
    let range = asked.scene.words_of(mention);
    let month = range.clone().any(|i| {
        [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        .iter()
        .any(|month| words.at(i).starts_with(month))
    });
    month
        && range.clone().all(|i| {
            let word = words.at(i);
            !(word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
                && !matches!(word, "last" | "next" | "this" | "year" | "ago")
        })
}

/// Whether a date is told from the day of writing, by a weekday or a word: «on Friday», «today».
fn is_counted_from_now(asked: Asked<'_>, mention: &Mention) -> bool {
    let words = asked.scene.words;
    asked.scene.words_of(mention).all(|i| {
        !words.at(i).bytes().any(|byte| byte.is_ascii_digit()) && month(words.at(i)).is_none()
    })
}

/// «ORRIN, July 25 – … crashed today», published on the 26th: «today» is the day that the report opens with.
fn told_on_another_day(asked: Asked<'_>, mention: &Mention) -> bool {
    let scene = asked.scene;
    let words = scene.words;
    let Some(published) = scene.published else {
        return false;
    };
    let today = scene
        .words_of(mention)
        .any(|i| matches!(words.at(i), "today" | "tonight" | "yesterday" | "this"));
    let opening = |other: &&Mention| {
        let range = scene.words_of(other);
        range.end > range.start
            && range.end <= scene.sentence_at(range.start).start + 12
            && words.gap(range.end) >= Gap::Break
            && !is_counted_from_now(asked, other)
    };
    today
        && scene
            .reading
            .mentions
            .iter()
            .take(4)
            .filter(opening)
            .any(|other| match &other.value {
                Value::Date(date) if date.granularity >= Granularity::Day => {
                    let day = published.zone.to_datetime(published.earliest).date();
                    date.stated.from.is_some_and(|from| from.date() < day)
                        && when::days_before(date, published) < 7.0
                }
                _ => false,
            })
}

/// The year in which the text tells here, where it is another than that of publication: «It was the winter of 2015. On
/// Christmas Day …». `None` for a date with a year of its own.
fn frame(asked: Asked<'_>, mention: &Mention) -> Option<i16> {
    let scene = asked.scene;
    let published = scene.published?;
    let this = published.zone.to_datetime(published.earliest).year();
    let range = scene.words_of(mention);
    let year_of = |range: Range<usize>| {
        range
            .filter_map(|i| scene.words.at(i).parse::<i16>().ok())
            .find(|year| (1000..2100).contains(year))
    };
    let dates = |mention: &&Mention| matches!(mention.value, Value::Date(_));
    if year_of(range.clone()).is_some() {
        return None;
    }
    let here = scene.sentence_of(range.start);
    let year = (here.saturating_sub(8)..=here)
        .rev()
        .flat_map(|at| scene.mentions_of(at).iter().rev())
        .filter(dates)
        .filter(|other| other.span.end <= mention.span.start)
        .find_map(|other| year_of(scene.words_of(other)))?;
    let day = match &asked
        .claim
        .event
        .map(|event| &scene.story.events[event].when)
    {
        Some(Some(Value::Date(date))) => date.stated.from,
        _ => None,
    };
    // A report of the event's own year that looks back is not told in the year it looks back to.
    let back = day.is_none_or(|day| day.year() != this);
    (year != this && back).then_some(year)
}
