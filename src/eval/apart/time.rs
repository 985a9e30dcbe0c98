//! Figures and dates of another time: another year, another day, another stage of a contest, a feast.
//!
//! In: a value in its sentence, and the event. Out: whether words around it say so.

use std::ops::Range;

use super::in_aside;
use crate::eval::role;
use crate::eval::role::Role;
use crate::eval::scene::Scene;
use crate::eval::stamp;
use crate::eval::syntax::Place;
use crate::rule::EventIndex;
use crate::text::Mention;
use crate::value::Date;
use crate::value::Granularity;
use crate::value::Value;
use crate::value::is_weekday;
use crate::value::month;

/// «In 1985 Israel gave up 1,150 prisoners»: every year in the sentence is another than the event's.
pub(crate) fn other_year(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let (Some(from), Some(to)) = (when.stated.from, when.stated.to) else {
        return false;
    };
    // «(after the 1931 quake)»: an aside tells of something else.
    let mut years = scene
        .mentions_at(range.start)
        .iter()
        .filter(|mention| {
            in_aside(scene, range.start) || !in_aside(scene, scene.words_of(mention).start)
        })
        .filter_map(|mention| {
            let Value::Date(date) = &mention.value else {
                return None;
            };
            if is_of_another(scene, &scene.words_of(mention), event)
                || stamp::of(scene, mention).is_some()
            {
                return None;
            }
            let digits = mention
                .span
                .of(scene.text)
                .bytes()
                .filter(u8::is_ascii_digit);
            (digits.count() >= 4).then_some(date.stated.from?.year())
        });
    let other = |year: i16| year < from.year() || to.year() < year;
    years.next().is_some_and(other) && years.all(other)
}

/// «was sentenced to ten years for the murder of Hale in May 2020»: the year is that of another event of the story, whose
/// word stands right before it.
pub(crate) fn is_of_another(scene: &Scene<'_>, date: &Range<usize>, event: EventIndex) -> bool {
    if date.is_empty() {
        return false;
    }
    let index = scene.sentence_of(date.start);
    let syntax = scene.syntax(index);
    let row = scene.instances_in(scene.words.of_sentence(index));
    let role = |words: &Range<usize>| role::role(syntax, date, words).map(|found| found.role);
    // «for killing him in May 2020», where the verb of the event has no such day.
    let own = row.iter().any(|instance| {
        instance.event == Some(event) && role(&instance.words) == Some(Role::Adverbial)
    });
    row.iter()
        .filter(|instance| instance.event.is_some_and(|found| found != event))
        .filter(|instance| instance.other.is_none())
        .any(|instance| match role(&instance.words) {
            Some(Role::Modifier | Role::Postmodifier) => true,
            Some(Role::Adverbial) => !own,
            _ => false,
        })
}

/// «The picture was taken on 13 July, when the probe was 476,000 miles away»: a sentence without a word for the event tells
/// of another day, and of none that is the event's.
pub(crate) fn other_day(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    // «Through Sunday the toll climbed to 154»: when it was told.
    let stands = super::people::of_toll(scene, range);
    let told = |at: &Range<usize>| {
        let before = |back: isize| scene.words.near(at.start, -back);
        stands
            || at.clone().any(|i| scene.words.at(i) == "of") && scene.words.at(at.start) == "as"
            || before(1) == "of" && before(2) == "as"
            || matches!(scene.words.at(at.start), "through" | "by")
            || matches!(before(1), "through" | "by")
    };
    // «Last October, when the river rose, …»: a month, a season or a year that opens the sentence says when all of it was.
    let opens = |mention: &Mention| {
        let words = scene.words_of(mention);
        let start = scene.sentence_at(words.start).start;
        let coarse =
            matches!(&mention.value, Value::Date(date) if date.granularity < Granularity::Day);
        coarse
            && (words.start == start
                || words.start == start + 1 && matches!(scene.words.at(start), "in" | "during"))
    };
    let mut days = scene
        .mentions_at(range.start)
        .iter()
        .filter(|mention| !told(&scene.words_of(mention)))
        .filter(|mention| opens(mention) || stamp::of(scene, mention).is_none())
        .filter_map(|mention| match &mention.value {
            Value::Date(date) if date.granularity >= Granularity::Day || opens(mention) => {
                Some(crate::eval::when::can_be(date, when) || is_same_day(date, when))
            }
            _ => None,
        })
        .peekable();
    days.peek().is_some() && days.all(|own| !own)
}

/// «was arrested in Malmo in the early hours of September 7», of an arrest on 27 August: a day in the clause that no year makes
/// the event's, and none that is.
pub(crate) fn other_day_in_clause(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: EventIndex,
) -> bool {
    let Some(Value::Date(when)) = &scene.story.events[event].when else {
        return false;
    };
    let clause = scene.clause_of(range.start);
    let own_day = |mention: &Mention, date: &Date| {
        let words = scene.words_of(mention);
        let told = words.clone().find_map(|at| month(scene.words.at(at))).zip(
            words
                .clone()
                .find_map(|at| day_of_month(scene.words.at(at))),
        );
        let same = told
            .zip(when.stated.from)
            .is_none_or(|((month, day), from)| {
                let apart = |one: i32, other: i32| (one - other).abs();
                let days = |month: i32, day: i32| 30 * month + day;
                let far = apart(
                    days(i32::try_from(month).unwrap_or(0), day),
                    days(i32::from(from.month()), i32::from(from.day())),
                );
                // Unit: days; zones and the last of December are forgiven.
                far <= 2 || far >= 358
            });
        (crate::eval::when::can_be(date, when) || is_same_day(date, when)) && same
    };
    let mut days = scene
        .mentions_at(range.start)
        .iter()
        .filter(|mention| mention.clause as usize == clause)
        .filter_map(|mention| match &mention.value {
            Value::Date(date) if date.granularity >= Granularity::Day => {
                Some(own_day(mention, date))
            }
            _ => None,
        })
        .peekable();
    when.granularity >= Granularity::Day && days.peek().is_some() && days.all(|own| !own)
}

/// «At 12:15 pm on 22 February», of what was at 12:51 pm: another hour is no other day.
pub(crate) fn is_same_day(one: &Date, other: &Date) -> bool {
    let day = |date: &Date| date.stated.from.map(jiff::civil::DateTime::date);
    one.granularity > Granularity::Day
        && other.granularity >= Granularity::Day
        && day(one).is_some()
        && day(one) == day(other)
}

/// «7», «7th»
fn day_of_month(word: &str) -> Option<i32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day: i32 = digits.parse().ok()?;
    ((1..=31).contains(&day) && word.len() <= 4).then_some(day)
}

/// «in the semi-final», «at the rehearsal»: another stage than the event, unless the author names it so.
pub(crate) fn other_stage(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: Option<EventIndex>,
) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let here = words.of_sentence(index);
    // «In the semi-final she jogged. Then she slowed to 9.89 seconds.»: of what was last spoken of, if nothing else is named.
    let paragraph = scene.reading.sentences[index].paragraph;
    let goes_on = !here
        .clone()
        .any(|i| matches!(words.at(i), "final" | "finals"));
    let from = (index.saturating_sub(3)..index)
        .find(|&before| goes_on && scene.reading.sentences[before].paragraph == paragraph)
        .map_or(here.start, |before| words.of_sentence(before).start);
    (from..here.end).any(|i| {
        let stage = match words.at(i) {
            "semi" | "quarter" => words.near(i, 1).starts_with("final"),
            "semifinal" | "semifinals" | "quarterfinal" | "quarterfinals" | "qualifier"
            | "qualifiers" | "qualifying" | "playoff" | "playoffs" | "rehearsal" | "rehearsals"
            | "rematch" | "preseason" => true,
            _ => false,
        };
        let own = || event.is_some_and(|event| scene.plan.events[event].has_own(words.stem(i)));
        stage && !own()
    })
}

/// «Seoul's Halloween disaster», «to celebrate Christmas»: a feast that names something or is held, where nothing says that
/// the event took place «on» it.
pub(crate) fn names_a_feast(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let feast = range.clone().any(|at| words.is_capital(at))
        && range.clone().all(|at| {
            let word = words.at(at);
            !word.contains(|c: char| c.is_ascii_digit())
                && month(word).is_none()
                && !is_weekday(
                    word.strip_suffix("days")
                        .map_or(word, |day| &word[..day.len() + 3]),
                )
                && !matches!(
                    word,
                    "today"
                        | "yesterday"
                        | "tonight"
                        | "tomorrow"
                        | "week"
                        | "month"
                        | "year"
                        | "night"
                        | "morning"
                        | "evening"
                        | "afternoon"
                        | "last"
                        | "this"
                        | "next"
                        | "ago"
                )
        });
    let set = [words.at(range.start), words.near(range.start, -1)]
        .into_iter()
        .any(|word| matches!(word, "on" | "at" | "since" | "over"));
    feast && !set
}

/// «has held back 3 million so far», «By noon 40,000 people had joined the march»: not all of it yet.
pub(crate) fn so_far(scene: &Scene<'_>, range: &Range<usize>, tally: bool) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let clause = scene.clause_of(range.start);
    let far = sentence.clone().any(|at| {
        words.at(at) == "so" && words.near(at, 1) == "far" && scene.clause_of(at) == clause
    });
    let already = (1..=3).any(|back| words.near(range.start, -back) == "already");
    let by = sentence.clone().any(|at| {
        words.at(at) == "by" && (1..=3).any(|ahead| is_part_of_day(words.near(at, ahead)))
    });
    let syntax = scene.syntax_at(range.start);
    let perfect = || {
        syntax
            .verb_at(range.end - 1)
            .is_some_and(|verb| verb.perfect)
    };
    far || already || by && (tally || perfect())
}

fn is_part_of_day(word: &str) -> bool {
    matches!(
        word,
        "noon"
            | "midday"
            | "midnight"
            | "dawn"
            | "nightfall"
            | "morning"
            | "afternoon"
            | "evening"
            | "lunchtime"
            | "then"
            | "pm"
            | "am"
    )
}

/// «26 cases reported in week 39», «three deaths were recorded on Monday»: what was told then, and need not be all.
pub(crate) fn of_a_while(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let Some((syntax, value)) = scene.phrase_of_value(range) else {
        return false;
    };
    let own = syntax.phrases[value].clause;
    let total = (1..=4).any(|back| {
        matches!(
            scene.words.near(range.start, -back),
            "total" | "all" | "overall" | "altogether"
        )
    });
    let reported = |clause: usize| {
        let known = &syntax.clauses[clause];
        let of_it = known.subject.contains(&value)
            || known.antecedent == Some(value)
            || clause == own && syntax.phrases[value].place == Place::Object;
        of_it
            && matches!(
                scene.verb_of(syntax, clause),
                "reported"
                    | "recorded"
                    | "registered"
                    | "logged"
                    | "detected"
                    | "confirmed"
                    | "added"
                    | "notified"
                    | "documented"
            )
    };
    let dated = |clause: usize| {
        scene.mentions_at(range.start).iter().any(|mention| {
            let at = scene.words_of(mention);
            matches!(mention.value, Value::Date(_) | Value::Duration { .. })
                && !at.is_empty()
                && syntax.clause_of(at.end - 1) == Some(clause)
                && !(scene.words.at(at.start) == "as" || scene.words.near(at.start, -1) == "of")
                && !matches!(scene.words.at(at.start), "by" | "since")
                && !matches!(scene.words.near(at.start, -1), "by" | "since")
        })
    };
    !total && (0..syntax.clauses.len()).any(|clause| reported(clause) && dated(clause))
}

/// «results from the first four of 40 districts», «exit polls», «with a third of the votes counted», «58 percent, according to
/// an estimate. The rival had 42.»: what is told before all is counted.
pub(crate) fn before_the_count(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.sentence_at(range.start);
    if foretells_the_count(scene, &sentence, range) {
        return true;
    }
    let index = scene.sentence_of(range.start);
    let complete = |word: usize| {
        matches!(
            scene.words.at(word),
            "final" | "official" | "certified" | "definitive"
        )
    };
    index > 0 && !sentence.clone().any(complete) && {
        let before = scene.words.of_sentence(index - 1);
        scene
            .mentions_of(index - 1)
            .iter()
            .any(|mention| matches!(mention.value, Value::Percent { .. }))
            && scene.part(index - 1) == scene.part(index)
            && before.clone().any(|at| is_forecast(scene.words.at(at)))
    }
}

/// Nouns of what is reckoned before all is counted.
fn is_forecast(word: &str) -> bool {
    matches!(
        word,
        "projection" | "projections" | "estimate" | "estimates"
    )
}

/// Whether a sentence says that not all is counted yet.
fn foretells_the_count(scene: &Scene<'_>, sentence: &Range<usize>, range: &Range<usize>) -> bool {
    const REACH: isize = 3;
    let words = scene.words;
    sentence.clone().any(|i| match words.at(i) {
        "poll" | "polls" => words.near(i, -1) == "exit",
        "results" | "result" | "returns" | "count" | "counts" | "tally" => {
            let early = |word: &str| {
                matches!(
                    word,
                    "early"
                        | "partial"
                        | "preliminary"
                        | "incomplete"
                        | "first"
                        | "unofficial"
                        | "provisional"
                        | "projected"
                )
            };
            // «partial and unofficial results»
            early(words.near(i, -1)) || words.near(i, -2) == "and" && early(words.near(i, -REACH))
        }
        "numbers" | "figures" => words.near(i, -1) == "latest",
        "projected" => range.contains(&(i + 1)) || range.contains(&i),
        "first" => (2..=3).any(|ahead| {
            words.near(i, ahead) == "of"
                && scene.reading.mentions.iter().any(|mention| {
                    matches!(mention.value, Value::Number(_) | Value::Count { .. })
                        && scene.words_of(mention).contains(&(i + 1))
                })
        }),
        "counted" | "declared" | "tallied" | "reporting" => {
            let of = (1..=6).any(|back| words.near(i, -back) == "of");
            let all = (1..=8).any(|back| matches!(words.near(i, -back), "all" | "100"));
            of && !all && !range.contains(&i)
        }
        word => is_forecast(word),
    })
}
