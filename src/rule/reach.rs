//! Claims that no report can be wrong about, or none right, or that no report is read for: what can be told from the rule
//! file alone.
//!
//! In: a rule file and what it compiles to. Out: warnings. Whether reports *do* speak of a claim, its tests show.

use std::collections::HashMap;

use super::expect::RawExpect;
use super::file::RuleFile;
use super::set::Claim;
use super::set::Event;
use super::set::Expected;
use super::set::Kind;
use super::set::Right;
use super::set::Timeline;
use super::table::Problems;
use super::table::shown;
use crate::diagnostic::Label;
use crate::span::Span;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Value;

/// A claim as written and as compiled.
struct One<'f> {
    claim: &'f Claim,
    raw: &'f RawExpect,
}

/// Warns of every claim of the file whose verdict is settled before a report is read.
pub(super) fn warn(file: &RuleFile, events: &[Event], claims: &[Claim], problems: &mut Problems) {
    never_read(file, problems);
    let by_id: HashMap<&str, &Claim> = claims.iter().map(|claim| (&*claim.id, claim)).collect();
    let facts = file.events.iter().flat_map(|event| {
        let id = |fact: &str| format!("{}.{fact}", event.id.value);
        let facts = event.facts.iter();
        facts.map(move |(fact, raw)| (id(fact.value), raw))
    });
    let own = file.claims.iter();
    let own = own.filter_map(|claim| Some((claim.id.value.clone(), claim.expect.as_ref()?)));
    for (id, raw) in facts.chain(own) {
        let Some(claim) = by_id.get(&*id) else {
            continue;
        };
        let one = One { claim, raw };
        one.in_template(events, problems);
        one.everything(problems);
        one.fraction(problems);
        one.since(events, problems);
        one.order(events, problems);
        one.sum(claims, problems);
        one.known_from(file, problems);
    }
}

/// A report is read for a story that it names somebody of, or an event of.
fn never_read(file: &RuleFile, problems: &mut Problems) {
    if let (true, true, [claim, ..]) = (
        file.entities.is_empty(),
        file.events.is_empty(),
        file.claims.as_slice(),
    ) {
        let title = "no report is read for this story".to_owned();
        let labels = vec![Label::primary(claim.id.span, "so nothing speaks of this")];
        let help = "name somebody or something in `[entity.…]`: reports that name none of a story's entities are not about it";
        problems.warning("rule-never-read", title, labels, Some(help.to_owned()));
    }
}

/// The number of a value, and its natural limits in the value's own unit.
fn number(value: &Value) -> Option<(&Measure, Interval)> {
    let natural = Interval::at_least(0.0);
    Some(match value {
        Value::Percent {
            measure,
            points: false,
        } => (measure, Interval::closed(0.0, 100.0)),
        Value::Quantity { measure, unit } if unit.offset == 0.0 => (measure, natural),
        Value::Duration { measure, .. }
        | Value::Count { measure, .. }
        | Value::Money { measure, .. }
        | Value::Age(measure) => (measure, natural),
        _ => return None,
    })
}

/// What is right, as wide as the words and the tolerance make it.
fn room(right: &Right) -> Option<(Interval, Interval)> {
    let (measure, natural) = number(&right.value)?;
    let stated = measure.stated.hull(measure.typical);
    // A tolerance as wide as the value has a warning of its own.
    Some((stated, natural))
}

/// Whether the intervals leave nothing of `all` out.
fn cover(mut rooms: Vec<Interval>, all: Interval) -> bool {
    rooms.sort_by(|a, b| a.lo.total_cmp(&b.lo).then(a.lo_open.cmp(&b.lo_open)));
    let mut covered = Interval {
        hi: all.lo,
        hi_open: true,
        ..Interval::exactly(all.lo)
    };
    for room in rooms {
        let gap =
            room.lo > covered.hi || (room.lo >= covered.hi && room.lo_open && covered.hi_open);
        if gap {
            return false;
        }
        if room.hi > covered.hi {
            covered = Interval {
                hi: room.hi,
                hi_open: room.hi_open && room.hi.is_finite(),
                ..covered
            };
        } else if room.hi >= covered.hi {
            covered.hi_open &= room.hi_open;
        }
    }
    covered.hi > all.hi || (covered.hi >= all.hi && !covered.hi_open)
}

/// A warning at one place.
fn tell(code: &str, title: String, span: Span, label: String, help: &str, problems: &mut Problems) {
    let labels = vec![Label::primary(span, label)];
    problems.warning(code, title, labels, Some(help.to_owned()));
}

impl One<'_> {
    /// A template collects what reports say: a value in it is held against nothing.
    fn in_template(&self, events: &[Event], problems: &mut Problems) {
        let template = self
            .claim
            .event
            .is_some_and(|event| events[event].each_source);
        if template && !self.raw.values.is_empty() {
            tell(
                "rule-never-wrong",
                format!(
                    "`{}` is in a template: no report can be wrong about it",
                    self.claim.id
                ),
                self.raw.place(),
                "held against nothing".to_owned(),
                "write `{}`, which collects what reports say; or take `each` out of the event",
                problems,
            );
        }
    }

    /// Every value that there could be is right.
    fn everything(&self, problems: &mut Problems) {
        if self.claim.disputed {
            return;
        }
        let rooms: Vec<(Interval, Interval)> = match &self.claim.expected {
            Expected::AnyOf(rights) => rights.iter().filter_map(room).collect(),
            Expected::Timeline(Timeline {
                steps,
                rising: true,
                ..
            }) => {
                let ends = [steps.first(), steps.last()].into_iter().flatten();
                let rooms = ends.filter_map(room);
                let hull = rooms.reduce(|(a, all), (b, _)| (a.hull(b), all));
                hull.into_iter().collect()
            }
            _ => return,
        };
        let Some(&(_, all)) = rooms.first() else {
            return;
        };
        if cover(rooms.into_iter().map(|(room, _)| room).collect(), all) {
            tell(
                "rule-never-wrong",
                format!("no report can be wrong about `{}`", self.claim.id),
                self.raw.place(),
                "whatever a report says is within this".to_owned(),
                "write a narrower value, or `{}` if none is known",
                problems,
            );
        }
    }

    /// Half a person is counted by nobody.
    fn fraction(&self, problems: &mut Problems) {
        if self.claim.kind != Kind::Count {
            return;
        }
        for (item, right) in self.raw.values.iter().zip(rights(self.claim)) {
            let Some((measure, _)) = number(&right.value) else {
                continue;
            };
            let Interval { lo, hi, .. } = measure.stated;
            if lo >= hi && lo.fract() != 0.0 {
                tell(
                    "rule-never-right",
                    format!(
                        "`{}` is no whole number, and `{}` counts",
                        shown(&right.text),
                        self.claim.id
                    ),
                    item.value.span,
                    "no report will say so".to_owned(),
                    "write a whole number; for a measure or a share use `expect.quantity` or `expect.percent`",
                    problems,
                );
            }
        }
    }

    /// The last time before is before.
    fn since(&self, events: &[Event], problems: &mut Problems) {
        if self.claim.kind != Kind::Since {
            return;
        }
        let event = self
            .claim
            .event
            .and_then(|event| events[event].when.as_ref());
        let Some(Value::Date(this)) = event else {
            return;
        };
        for (item, right) in self.raw.values.iter().zip(rights(self.claim)) {
            if let Value::Date(last) = &right.value
                && let (Some(last), Some(this)) = (last.possible.from, this.possible.to)
                && last >= this
            {
                tell(
                    "rule-never-right",
                    format!("the last time before `{}` is after it", self.claim.id),
                    item.value.span,
                    "later than the event's `when`".to_owned(),
                    "write when something like it happened for the last time before",
                    problems,
                );
            }
        }
    }

    /// An order that the events' own days go against, or with one event in two places.
    fn order(&self, events: &[Event], problems: &mut Problems) {
        let Expected::Order(order) = &self.claim.expected else {
            return;
        };
        if order.len() != self.raw.values.len() {
            return;
        }
        let day = |place: usize| match &events[order[place]].when {
            Some(Value::Date(date)) if date.offset.is_none() => {
                Some((date.possible.from?, date.possible.to?))
            }
            _ => None,
        };
        for later in 1..order.len() {
            for earlier in 0..later {
                let against = day(earlier)
                    .zip(day(later))
                    .is_some_and(|((from, _), (_, to))| to <= from);
                let (title, label) = if order[earlier] == order[later] {
                    ("an order has one event twice", "again")
                } else if against {
                    (
                        "an order goes against the events' `when`",
                        "by its `when` this was earlier",
                    )
                } else {
                    continue;
                };
                let labels = vec![
                    Label::primary(self.raw.values[later].value.span, label),
                    Label::context(self.raw.values[earlier].value.span, "than this"),
                ];
                let help = Some("write the events first to last".to_owned());
                problems.warning("rule-never-right", title, labels, help);
                return;
            }
        }
    }

    /// The parts of a total, each known for certain, make another sum.
    fn sum(&self, claims: &[Claim], problems: &mut Problems) {
        let Expected::Total { of, rights } = &self.claim.expected else {
            return;
        };
        let [right] = rights.as_slice() else { return };
        let mut sum = 0.0;
        let mut give = right.tolerance.unwrap_or(0.0);
        for &part in of {
            let [part] = self::rights(&claims[part]) else {
                return;
            };
            let Some((measure, _)) = number(&part.value) else {
                return;
            };
            let Interval { lo, hi, .. } = measure.stated;
            if lo < hi || measure.hedge.is_some() || !same_unit(&part.value, &right.value) {
                return;
            }
            sum += lo;
            give += part.tolerance.unwrap_or(0.0);
        }
        let Some((whole, _)) = room(right) else {
            return;
        };
        if !whole.widened(give).meets(Interval::exactly(sum)) {
            tell(
                "rule-never-right",
                format!("the parts of `{}` add up to {sum}", self.claim.id),
                self.raw.place(),
                "this is not their sum".to_owned(),
                "one of them is wrong, or a part is missing in `of`",
                problems,
            );
        }
    }

    /// A timeline that is over before reports are held against it.
    fn known_from(&self, file: &RuleFile, problems: &mut Problems) {
        let (Expected::Timeline(timeline), Some(known)) =
            (&self.claim.expected, self.claim.known_from)
        else {
            return;
        };
        let last = timeline.steps.last().and_then(|step| step.from);
        let steps = self.raw.known.as_ref().map(|(_, steps)| steps.as_slice());
        let (Some(last), Some([_, .., step])) = (last, steps) else {
            return;
        };
        if last > known {
            return;
        }
        let of_claim = file.claims.iter().find(|raw| raw.id.value == self.claim.id);
        let of_claim = of_claim.and_then(|raw| raw.known_from.as_ref());
        let event = self.claim.id.split('.').next();
        let of_event = file.events.iter().find(|raw| Some(&*raw.id.value) == event);
        let of_event = of_event.and_then(|raw| raw.known_from.as_ref());
        let Some(from) = of_claim.or(of_event) else {
            return;
        };
        let labels = vec![
            Label::primary(from.span, "reports from before are pending"),
            Label::context(
                step.from.as_ref().map_or(step.value.span, |from| from.span),
                "the last step",
            ),
        ];
        let title = format!(
            "the timeline of `{}` is over before anything is held against it",
            self.claim.id
        );
        let help = Some("write when the first step was known".to_owned());
        problems.warning("rule-late-known-from", title, labels, help);
    }
}

fn rights(claim: &Claim) -> &[Right] {
    match &claim.expected {
        Expected::AnyOf(rights) => rights,
        _ => &[],
    }
}

/// Whether two numbers can be added as they stand.
fn same_unit(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (
            Value::Money { currency: one, .. },
            Value::Money {
                currency: other, ..
            },
        ) => one == other,
        (Value::Quantity { unit: one, .. }, Value::Quantity { unit: other, .. }) => {
            one.symbol == other.symbol
        }
        _ => one.kind() == other.kind(),
    }
}
