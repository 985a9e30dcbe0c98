//! What a claim expects, compiled: values read, entities and events found, timelines in order.
//!
//! In: an expectation as written and the ids of the file. Out: [`Expected`].

use jiff::SignedDuration;

use super::claims::Ids;
use super::claims::unknown_event;
use super::compile::instant;
use super::compile::texts;
use super::expect::RawExpect;
use super::expect::RawItem;
use super::set::Claim;
use super::set::EntityIndex;
use super::set::EntityKind;
use super::set::Expected;
use super::set::Kind;
use super::set::Right;
use super::set::Timeline;
use super::table::At;
use super::table::Literal;
use super::table::Problems;
use super::table::shown;
use super::values;
use crate::diagnostic::Label;
use crate::span::Span;
use crate::value::Date;
use crate::value::Tally;
use crate::value::Value;

/// How long after a new step of a timeline the one before is fresh, where the author doesn't say.
const GRACE: SignedDuration = SignedDuration::from_hours(12);

impl RawExpect {
    /// The words to show for the expectation: its first value, or the key.
    pub(super) fn place(&self) -> Span {
        let listed = self.values.first().map(|item| item.value.span);
        let step = || self.known.as_ref()?.1.last().map(|item| item.value.span);
        let word = || {
            let words = [&self.right, &self.wrong, &self.of];
            words.into_iter().find_map(|list| Some(list.first()?.span))
        };
        listed.or_else(step).or_else(word).unwrap_or(self.word.span)
    }
}

/// Where the expectation says its value comes from.
pub(super) fn because(raw: &RawExpect) -> Option<String> {
    let mut items = raw
        .values
        .iter()
        .chain(raw.known.iter().flat_map(|(_, steps)| steps));
    raw.because
        .clone()
        .or_else(|| items.find_map(|item| item.because.clone()))
}

/// Compiles an expectation; the second is whose like it was, for `since`.
pub(super) fn expected(
    raw: &RawExpect,
    tally: Option<Tally>,
    ids: &Ids,
    problems: &mut Problems,
) -> (Expected, Option<EntityIndex>) {
    let first = raw
        .first
        .as_ref()
        .and_then(|first| ids.entities.one(first, EntityKind::Person, problems));
    let expected = match raw.kind {
        Kind::Place => Expected::Places(places(raw, ids, problems)),
        Kind::Name => match named(raw, problems).first() {
            Some(name) => match ids.entities.one(name, EntityKind::Person, problems) {
                Some(entity) => Expected::Name(entity),
                None => Expected::AnyOf(Vec::new()),
            },
            None => Expected::AnyOf(Vec::new()),
        },
        Kind::Choice => choice(raw, problems),
        Kind::Occurred => occurred(raw, problems),
        Kind::Quote => Expected::Quote {
            words: named(raw, problems)
                .into_iter()
                .map(|words| words.value)
                .collect(),
            by: ids.entities.all(&raw.by, problems),
        },
        Kind::Order => order(raw, ids, problems),
        // The parts may stand further down: see `total`.
        Kind::Total => {
            for item in &raw.values {
                ids.entities.all(&item.by, problems);
            }
            Expected::AnyOf(Vec::new())
        }
        kind => measured(raw, kind, tally, ids, problems),
    };
    (expected, first)
}

/// The texts of an expectation that names things.
fn named(raw: &RawExpect, problems: &mut Problems) -> Vec<At<String>> {
    let mut names = Vec::new();
    for item in &raw.values {
        match &item.value.value {
            Literal::Text(text) if !text.trim().is_empty() => {
                names.push(At::new(text.trim().to_owned(), item.value.span));
            }
            _ => bad_value(raw.kind, &item.value, problems),
        }
    }
    names
}

/// Says which word of a text is misspelt, if one of the words that values are made of was meant and makes it one.
pub(super) fn misspelt(
    code: &str,
    title: &str,
    literal: &At<Literal>,
    reads: &dyn Fn(&Literal) -> bool,
    problems: &mut Problems,
) -> bool {
    if problems.enough() {
        return false;
    }
    let text = values::shown(&literal.value);
    let Some((word, meant)) = values::mended(&text, reads) else {
        return false;
    };
    let span = problems.file.word_in(literal.span, word);
    let help = Some(format!("did you mean `{}`?", shown(&meant)));
    problems.error(code, title, span, "misspelt", help);
    true
}

/// Whether a date is one by itself: without a year it would be right of every year. Warns of one that can be read in two
/// orders.
fn dated(date: &Date, literal: &At<Literal>, problems: &mut Problems) -> bool {
    let text = values::shown(&literal.value);
    if date.possible.from.is_none() && date.possible.to.is_none() {
        let title = format!("`{}` has no year", shown(&text));
        let help =
            "a date in a rule needs a year: write \"19 June 2023\", \"June 2023\" or 2023-06-19";
        problems.error(
            "rule-bad-value",
            title,
            literal.span,
            "of which year?",
            Some(help.to_owned()),
        );
        return false;
    }
    if let Some((one, other)) = values::two_orders(&text) {
        let title = format!("`{}` is two dates", shown(&text));
        let labels = vec![Label::primary(literal.span, format!("{one}, or {other}?"))];
        let help = Some(format!("write the month out: \"{one}\""));
        problems.warning("rule-ambiguous-date", title, labels, help);
    }
    true
}

/// Tells of a number, an age or a length of time that is less than nothing.
fn below_nothing(
    kind: Kind,
    value: &Value,
    literal: &At<Literal>,
    problems: &mut Problems,
) -> bool {
    let (Value::Count { measure, .. } | Value::Age(measure) | Value::Duration { measure, .. }) =
        value
    else {
        return false;
    };
    if measure.stated.lo >= 0.0 || !measure.stated.lo.is_finite() {
        return false;
    }
    let what = match kind {
        Kind::Age => "nobody is that old",
        Kind::Duration | Kind::Notice => "nothing lasts so long",
        _ => "nothing is counted below 0",
    };
    let title = format!(
        "`{}` is less than nothing",
        shown(&values::shown(&literal.value))
    );
    let help = format!("write {}", values::example(kind));
    problems.error("rule-bad-value", title, literal.span, what, Some(help));
    true
}

fn bad_value(kind: Kind, literal: &At<Literal>, problems: &mut Problems) {
    let word = super::keys::KINDS
        .iter()
        .find(|(_, known, _)| *known == kind);
    let word = word.map_or("value", |(word, _, _)| word);
    let title = format!(
        "`{}` can't be read as `{word}`",
        shown(&values::shown(&literal.value))
    );
    let reads = |meant: &_| values::value(kind, meant, None).is_some();
    if misspelt("rule-bad-value", &title, literal, &reads, problems) {
        return;
    }
    let help = values::no_such_day(&values::shown(&literal.value))
        .or_else(|| Some(format!("write {}", values::example(kind))));
    problems.error(
        "rule-bad-value",
        title,
        literal.span,
        "not such a value",
        help,
    );
}

fn places(raw: &RawExpect, ids: &Ids, problems: &mut Problems) -> Vec<EntityIndex> {
    let mut found = Vec::new();
    for name in named(raw, problems) {
        let Some(index) = ids.entities.one(&name, EntityKind::Place, problems) else {
            continue;
        };
        if ids.entities.list[index].kind == EntityKind::Person {
            let title = format!("`{}` is a person, not a place", shown(&name.value));
            let help = Some(format!(
                "write `kind = \"place\"` in `[entity.{}]`, or another id",
                ids.entities.list[index].id
            ));
            problems.error(
                "rule-not-a-place",
                title,
                name.span,
                "this is where it was",
                help,
            );
        }
        found.push(index);
    }
    found
}

fn choice(raw: &RawExpect, problems: &mut Problems) -> Expected {
    if raw.right.is_empty() && raw.wrong.is_empty() {
        let help = Some(format!("write {}", values::example(Kind::Choice)));
        problems.missing(
            "rule-missing-key",
            "a choice needs `right` or `wrong`",
            raw.word.span,
            "between which words?",
            help,
        );
    }
    Expected::Choice {
        right: texts(&raw.right),
        loose: texts(&raw.loose),
        wrong: texts(&raw.wrong),
    }
}

fn occurred(raw: &RawExpect, problems: &mut Problems) -> Expected {
    match raw.values.as_slice() {
        [RawItem { value, .. }] => match value.value {
            Literal::Boolean(occurred) => return Expected::Occurred(occurred),
            _ => bad_value(Kind::Occurred, value, problems),
        },
        [] => {
            let help = Some("write true or false".to_owned());
            problems.missing(
                "rule-missing-key",
                "`occurred` needs true or false",
                raw.word.span,
                "did it?",
                help,
            );
        }
        [.., last] => bad_value(Kind::Occurred, &last.value, problems),
    }
    Expected::Occurred(true)
}

fn order(raw: &RawExpect, ids: &Ids, problems: &mut Problems) -> Expected {
    let names = named(raw, problems);
    if names.len() < 2 {
        let help = Some(format!("write {}", values::example(Kind::Order)));
        problems.missing(
            "rule-too-few",
            "an order needs at least two events",
            raw.word.span,
            "of which events?",
            help,
        );
    }
    let mut events = Vec::new();
    for name in names {
        match ids.event(&name.value) {
            Some(event) => events.push(event),
            None => unknown_event(&name, ids, problems),
        }
    }
    Expected::Order(events)
}

/// The kinds whose values are read by the grammar of reports.
fn measured(
    raw: &RawExpect,
    kind: Kind,
    tally: Option<Tally>,
    ids: &Ids,
    problems: &mut Problems,
) -> Expected {
    let read = |items: &[RawItem], problems: &mut Problems| -> Vec<Right> {
        let mut rights = Vec::new();
        for item in items {
            // «50-48»: both sides of a vote.
            let sides = (kind == Kind::Count && tally.is_none())
                .then(|| values::sides(&item.value.value))
                .flatten();
            let Some(sides) = sides else {
                rights.extend(right(kind, item, tally, ids, problems));
                continue;
            };
            for literal in sides {
                let mut side = item.clone();
                side.value.value = literal;
                rights.extend(right(kind, &side, tally, ids, problems));
            }
        }
        rights
    };
    let Some((_, steps)) = &raw.known else {
        return Expected::AnyOf(read(&raw.values, problems));
    };
    let rights = read(steps, problems);
    let ahead = read(&raw.ahead, problems);
    in_order(steps, &rights, problems);
    let grace = raw.grace.as_ref().map_or(GRACE, |literal| {
        let seconds = values::seconds(&literal.value);
        let grace = seconds.and_then(|seconds| SignedDuration::try_from_secs_f64(seconds).ok());
        grace.unwrap_or_else(|| {
            bad_value(Kind::Duration, literal, problems);
            GRACE
        })
    });
    Expected::Timeline(Timeline {
        steps: rights,
        rising: raw.rising,
        grace,
        ahead,
    })
}

/// Steps need a `from`, but for the first, and come in order.
fn in_order(raw: &[RawItem], steps: &[Right], problems: &mut Problems) {
    for item in raw.iter().skip(1).filter(|item| item.from.is_none()) {
        let title = "a step of a timeline needs `from`";
        let help = Some("write since when it is known: `from = \"4 March 2024, 9 am\"`".to_owned());
        problems.missing("rule-no-from", title, item.value.span, "since when?", help);
    }
    if raw.len() != steps.len() {
        return;
    }
    for (index, pair) in steps.windows(2).enumerate() {
        if let (Some(earlier), Some(later)) = (pair[0].from, pair[1].from)
            && later < earlier
        {
            let span =
                |item: &RawItem| item.from.as_ref().map_or(item.value.span, |from| from.span);
            let labels = vec![
                Label::primary(span(&raw[index + 1]), "earlier than"),
                Label::context(span(&raw[index]), "this"),
            ];
            let help = Some("put the steps in order of time".to_owned());
            problems.error_with(
                "rule-not-in-order",
                "a timeline goes back in time",
                labels,
                help,
            );
        }
    }
}

fn right(
    kind: Kind,
    item: &RawItem,
    tally: Option<Tally>,
    ids: &Ids,
    problems: &mut Problems,
) -> Option<Right> {
    let by = ids.entities.all(&item.by, problems);
    let from = instant(item.from.as_ref(), &ids.zone, problems).map(|(first, _)| first);
    let mut right = plain_right(kind, &item.value, tally, problems)?;
    if let Some(literal) = &item.tolerance {
        right.tolerance = values::tolerance(&literal.value, &right.value);
        if right.tolerance.is_none() {
            let title = format!(
                "`{}` is no tolerance for `{}`",
                shown(&values::shown(&literal.value)),
                shown(&right.text)
            );
            let reads = |meant: &_| values::tolerance(meant, &right.value).is_some();
            if !misspelt("rule-bad-tolerance", &title, literal, &reads, problems) {
                let help = Some(format!("write {}", values::tolerance_example(&right.value)));
                problems.error(
                    "rule-bad-tolerance",
                    title,
                    literal.span,
                    "not a distance from that value",
                    help,
                );
            }
        }
    }
    right.by = by;
    right.from = from;
    right.meaning.clone_from(&item.meaning);
    right.because.clone_from(&item.because);
    Some(right)
}

/// A right value without options.
pub(super) fn plain_right(
    kind: Kind,
    literal: &At<Literal>,
    tally: Option<Tally>,
    problems: &mut Problems,
) -> Option<Right> {
    let Some(value) = values::value(kind, &literal.value, tally) else {
        bad_value(kind, literal, problems);
        return None;
    };
    if let Value::Date(date) = &value
        && !dated(date, literal, problems)
    {
        return None;
    }
    if below_nothing(kind, &value, literal, problems) {
        return None;
    }
    Some(Right {
        value,
        text: values::shown(&literal.value),
        meaning: None,
        tolerance: None,
        by: Vec::new(),
        from: None,
        because: None,
    })
}

/// Takes the clock times out of the dates of `when`: what is left are days. `None` if no date has a clock time.
pub(super) fn split_clock(expected: &mut Expected) -> Option<Expected> {
    let (Expected::AnyOf(rights) | Expected::Timeline(Timeline { steps: rights, .. })) = expected
    else {
        return None;
    };
    let with_clock =
        |right: &&Right| matches!(&right.value, Value::Date(date) if values::has_clock(date));
    let mut clocks: Vec<Right> = rights.iter().filter(with_clock).cloned().collect();
    for right in rights.iter_mut() {
        if let Value::Date(date) = &right.value
            && let Some(days) = values::days_of(date)
            && days != *date
        {
            // The hour is the other claim's: who reads what was expected shall not look for a fault in it.
            if let Some(from) = days.stated.from {
                right.text = from.strftime("%-d %B %Y").to_string();
            }
            right.value = Value::Date(days);
            right.text = without_clock(&right.text, &right.value);
            // A tolerance of minutes is one on the clock.
            if right
                .tolerance
                .is_some_and(|tolerance| tolerance < 86_400.0)
            {
                right.tolerance = None;
            }
        }
    }
    if clocks.is_empty() {
        return None;
    }
    for clock in &mut clocks {
        clock.tolerance = clock.tolerance.filter(|tolerance| *tolerance < 86_400.0);
    }
    Some(match expected {
        Expected::Timeline(timeline) => Expected::Timeline(Timeline {
            steps: clocks,
            ahead: Vec::new(),
            ..timeline.clone()
        }),
        _ => Expected::AnyOf(clocks),
    })
}

/// The words for `day` in «4 March 2024, 9 am», if they stand by themselves; else all.
fn without_clock(text: &str, day: &Value) -> String {
    let ends = text.match_indices([',', 'T', ' ']).map(|(at, _)| at);
    let of_day = |end: &usize| {
        let literal = Literal::Text(text[..*end].to_owned());
        values::value(Kind::Date, &literal, None).as_ref() == Some(day)
    };
    let end = ends.rev().find(of_day).unwrap_or(text.len());
    text[..end].trim_end_matches([',', ' ']).to_owned()
}

/// A total, once all claims are there.
pub(super) fn total(
    raw: &RawExpect,
    claims: &[Claim],
    ids: &Ids,
    problems: &mut Problems,
) -> Expected {
    let mut of = Vec::new();
    let mut kind: Option<(Kind, Span)> = None;
    for part in &raw.of {
        let Some(index) = ids.claim(&part.value) else {
            if !problems.broken && !ids.is_unread(&part.value) {
                let known = ids.known_claims();
                problems.unknown("rule-unknown-claim", "claim", part, known, "no such claim");
            }
            continue;
        };
        let own = claims[index].kind;
        match kind {
            None if !can_be_summed(own) => no_summand(part, problems),
            None => kind = Some((own, part.span)),
            Some((first, _)) if first == own => {}
            Some((_, span)) => {
                let labels = vec![
                    Label::primary(part.span, "of another kind"),
                    Label::context(span, "than this"),
                ];
                let title = "the parts of a total are of one kind";
                problems.error_with("rule-bad-total", title, labels, None);
            }
        }
        of.push(index);
    }
    if raw.of.len() < 2 {
        let help = Some(format!("write {}", values::example(Kind::Total)));
        let title = "a total needs at least two parts";
        problems.missing(
            "rule-too-few",
            title,
            raw.word.span,
            "of which claims?",
            help,
        );
    }
    let rights = match kind {
        Some((kind, _)) => {
            let right = |item| right(kind, item, None, ids, problems);
            raw.values.iter().filter_map(right).collect()
        }
        None => Vec::new(),
    };
    Expected::Total { of, rights }
}

/// Whether values of a kind can be added up.
fn can_be_summed(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Duration | Kind::Count | Kind::Money | Kind::Quantity | Kind::Percent
    )
}

/// Tells of a part that can't be added up.
fn no_summand(part: &At<String>, problems: &mut Problems) {
    let title = format!("`{}` can't be added up", shown(&part.value));
    let label = "not a number of something";
    problems.error("rule-bad-total", title, part.span, label, None);
}
