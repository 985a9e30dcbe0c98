//! How long something took, how long before it was announced, and sums of several.
//!
//! In: durations of the reading. Out: evidence. «an hour before», «in five years», «two hours late», «every hour» are no
//! lengths; «a 14-hour flight» is the flight's; «over two days in all» is a sum's.

pub(super) mod sense;

use std::ops::Range;

use self::sense::AHEAD;
use self::sense::DIFFERENCE;
use self::sense::DISTANCE;
use self::sense::OF_NOUN;
use self::sense::Sense;
use self::sense::WINDOW;
use self::sense::covers;
use self::sense::names_words;
use self::sense::sense;
use super::Asked;
use crate::eval::beside;
use crate::eval::bind;
use crate::eval::bind::Gathered;
use crate::eval::compare;
use crate::eval::compare::Expectation;
use crate::eval::compare::Relation;
use crate::eval::events::Form;
use crate::eval::events::Instance;
use crate::eval::said_of;
use crate::eval::scene::Scene;
use crate::eval::syntax::Article;
use crate::eval::syntax::class;
use crate::eval::words::Gap;
use crate::rule::EntityKind;
use crate::rule::Kind;
use crate::rule::Right;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Measure;
use crate::value::Value;

/// Evidence for `duration` and `notice`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    for mention in &scene.reading.mentions {
        let measure = match mention.value {
            Value::Duration { .. } => compare::measure(&mention.value),
            Value::TimeOfDay(_) => clocked(mention.span.of(scene.text)),
            _ => None,
        };
        let Some(measure) = measure else {
            continue;
        };
        let range = scene.hedged(mention);
        if range.is_empty() || !asked.words_near(&range, out) {
            continue;
        }
        let role = match sense(scene, &range) {
            // «ran 100 metres in 9.58 seconds»
            Sense::Other(WINDOW)
                if covers(scene, &range) || clocked(mention.span.of(scene.text)).is_some() =>
            {
                Sense::Length
            }
            // «a 17-minute rain delay», of a claim on the delay.
            Sense::Other(OF_NOUN | AHEAD) if names_words(asked, &range) => Sense::Length,
            // «exploded four minutes into its flight», of a claim on when it exploded
            Sense::Other(DISTANCE | WINDOW) if is_reached(asked, &range) => Sense::Length,
            // «beat the record by 34 seconds», of a claim on by how much it was beaten
            Sense::Other(DIFFERENCE)
                if beside::of_words(scene, &range, &scene.plan.words[asked.index])
                    && !asked.claim.words.is_empty()
                    && names_margin(asked, &range) =>
            {
                Sense::Length
            }
            // «an 81-second handshake», of a claim on the handshake
            Sense::Other(_) if measures(asked, &range) => Sense::Length,
            role => role,
        };
        let wanted = if asked.claim.kind == Kind::Notice {
            Sense::Before
        } else {
            Sense::Length
        };
        if role != wanted {
            if role != Sense::Before {
                out.note(mention.span, role.why());
            }
            continue;
        }
        // A term or a delay is not how long the event itself lasted.
        let lasted = matches!(
            scene.words.near(range.start, -1),
            "lasted" | "lasts" | "lasting"
        );
        // «a handshake that lasted 12 seconds»: what the claim's words name has lasted.
        let says = asked.claim.words.iter().any(|word| word.contains("last"))
            || lasted && lasts(asked, &range);
        if lasted && !asked.claim.words.is_empty() && !says {
            out.note(
                mention.span,
                "left: how long the event lasted, which is not what the claim is about",
            );
            continue;
        }
        if wanted == Sense::Before && !announced(scene, &range) {
            continue;
        }
        bind_one(asked, out, mention, &measure, &range);
    }
}

/// Whether no other event of the story has a length of its own.
fn is_only_time(asked: Asked<'_>, event: usize) -> bool {
    let mut claims = asked.scene.story.claims.iter();
    claims
        .all(|claim| claim.kind != Kind::Duration || claim.event.is_none_or(|other| other == event))
}

/// «beat the record by 34 seconds», «cut the strike by two days»: by how much something is beaten or changed.
fn is_margin(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let syntax = scene.syntax_at(range.start);
    syntax.verb_at(range.end - 1).is_some_and(|verb| {
        let main = scene.words.at(verb.main);
        class::is_changing(main) || class::is_surpassing(main)
    })
}

/// Whether the claim's words hold the verb that a margin stands with, or «by».
fn names_margin(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let syntax = scene.syntax_at(range.start);
    let phrases = &scene.plan.words[asked.index];
    let by = range.start - 1;
    scene.has_phrase(by..by + 1, phrases).is_some()
        || syntax.verb_at(range.end - 1).is_some_and(|verb| {
            scene
                .has_phrase(verb.main..verb.main + 1, phrases)
                .is_some()
        })
}

/// «won in 2:00:35»: hours, minutes and seconds of a clock that nobody reads the day by are a length.
fn clocked(text: &str) -> Option<Measure> {
    let mut parts = text.split(':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next()?);
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = hours.bytes().all(|byte| byte.is_ascii_digit()) && hours.len() == 1;
    if !plain || !two(minutes) || !two(seconds) || parts.next().is_some() {
        return None;
    }
    let number = |part: &str| part.parse::<f64>().ok();
    Some(Measure::exactly(
        3600.0 * number(hours)? + 60.0 * number(minutes)? + number(seconds)?,
    ))
}

/// «exploded four minutes into its flight», «must be mended within 90 days», «five hours after the alarm»: how far into or behind the event something lies that
/// the claim's own words name. Enough to agree, as what it counts from need not be what the claim counts from.
fn is_reached(asked: Asked<'_>, range: &Range<usize>) -> bool {
    !asked.claim.words.is_empty()
        && asked.claim.event.is_some()
        && asked.claim.kind == Kind::Duration
        && (matches!(
            asked.scene.words.near(range.end - 1, 1),
            "into" | "after" | "later"
        ) || matches!(asked.scene.words.near(range.start, -1), "within" | "in"))
}

/// Whether a length stands right before one of the claim's words, as its adjective.
fn measures(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let hyphen = (range.start + 1..range.end).any(|i| scene.words.gap(i) == Gap::Hyphen);
    let syntax = scene.syntax_at(range.start);
    hyphen
        && syntax.phrase_of(range.end - 1).is_some_and(|phrase| {
            let end = syntax.phrases[phrase].words.end;
            scene
                .has_phrase(range.end..end, &scene.plan.words[asked.index])
                .is_some_and(|found| found.end == end)
        })
}

/// Whether what lasts is what the claim's words name: they stand in the subject of the value's clause, or in what the
/// clause speaks of.
fn lasts(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let Some((syntax, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let known = &syntax.clauses[clause];
    known
        .subject
        .iter()
        .copied()
        .chain(known.antecedent)
        .any(|phrase| {
            let words = syntax.phrases[phrase].words.clone();
            scene
                .has_phrase(words, &scene.plan.words[asked.index])
                .is_some()
        })
}

fn bind_one(
    asked: Asked<'_>,
    out: &mut Gathered,
    mention: &Mention,
    measure: &Measure,
    range: &Range<usize>,
) {
    let attached = match asked.claim.event {
        Some(event) => match bind::attach(asked.scene, range, event) {
            Err(_) if said_of::together(asked.scene, range, event) && only_length(asked, event) => {
                Ok(bind::Attached::alone(true, "its people spent it together"))
            }
            Err(why) => asked.by_frame(range).ok_or(why),
            other => other,
        },
        None => Ok(bind::Attached::beside_words(!asked.claim.words.is_empty())),
    };
    match attached {
        Ok(mut attached) => {
            // The whole of which the event is only a part.
            attached.strong &= !is_whole(asked, range) && !is_reached(asked, range);
            // «won in 2:07:14, … 1:41:30»: whose time it is, of several races, figures alone don't tell.
            attached.strong &= clocked(mention.span.of(asked.scene.text)).is_none()
                || asked
                    .claim
                    .event
                    .is_some_and(|event| is_only_time(asked, event));
            if let Some(why) = of_others(asked, range) {
                out.note(mention.span, why);
                return;
            }
            let scene = asked.scene;
            let words = scene.words;
            let presupposed = (range.start + 1..range.end).any(|i| words.gap(i) == Gap::Hyphen)
                && attached.instance.as_ref().is_some_and(|words| {
                    scene
                        .instances
                        .iter()
                        .any(|instance| instance.words == *words && instance.form == Form::Definite)
                });
            let plan = asked.claim.event.is_some_and(|event| {
                let event = &scene.story.events[event];
                event.when.is_none()
                    && !event
                        .who
                        .iter()
                        .any(|&who| scene.story.entities[who].kind == EntityKind::Person)
            });
            let doubtful = matches!(mention.stance, Stance::Planned | Stance::Conditional);
            // «the two-day visit» is two days long, whatever may happen during it; a programme's length is always told ahead.
            if (presupposed && doubtful)
                || (mention.stance == Stance::Planned && agreed(asked, range, measure))
                || (plan
                    && (mention.stance == Stance::Planned
                        || attached.stance == Some(Stance::Planned)))
            {
                attached.stance = Some(Stance::Asserted);
            }
            asked.bind(
                out,
                mention,
                &|right| match (&right.value, &mention.value) {
                    // «135 months» are 11 years and 3 months, whatever a month's length.
                    (
                        Value::Duration {
                            months: Some(one), ..
                        },
                        Value::Duration {
                            months: Some(other),
                            ..
                        },
                    ) if (one - other).abs() < 0.01 => Relation::Agrees,
                    _ => relate(right, measure),
                },
                Some(measure),
                &attached,
            );
        }
        Err(why) => out.untied(mention.span, &why),
    }
}

/// «are to observe a 60-day ceasefire»: how long something lasts that holds because it is agreed or ordered is told ahead. Enough
/// to agree only, as terms may be changed.
fn agreed(asked: Asked<'_>, range: &Range<usize>, measure: &Measure) -> bool {
    let scene = asked.scene;
    let syntax = scene.syntax_at(range.start);
    let noun = syntax
        .phrase_of(range.end - 1)
        .and_then(|phrase| syntax.noun(phrase));
    let ordered = noun.is_some_and(|noun| {
        noun.head >= range.end
            && scene
                .instances_in(noun.head..noun.head + 1)
                .iter()
                .any(|instance| instance.event == asked.claim.event)
            && class::noun::is_agreed(scene.words.at(noun.head))
    });
    ordered
        && matches!(&asked.claim.expected, crate::rule::Expected::AnyOf(rights)
            if rights.iter().any(|right| relate(right, measure) == Relation::Agrees))
}

/// «nine hours together, two of them one-on-one», «including a private meeting»: what stands after the word for a part
/// is only a part of the time.
fn is_whole(asked: Asked<'_>, range: &Range<usize>) -> bool {
    let scene = asked.scene;
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let part = (range.end..sentence.end.min(range.end + 12)).find(|&i| match words.at(i) {
        "of" => matches!(
            words.near(i, 1),
            "them" | "which" | "these" | "those" | "it" | "that"
        ),
        "including" | "among" => true,
        _ => false,
    });
    let Some(part) = part else { return false };
    let own = |found: &[Instance]| found.iter().any(|one| one.event == asked.claim.event);
    own(scene.instances_in(part..sentence.end)) && !own(scene.instances_in(sentence.start..part))
}

/// Whether no other event of these people has a length of its own.
fn only_length(asked: Asked<'_>, event: usize) -> bool {
    let story = &asked.scene.story;
    story.claims.iter().all(|claim| {
        claim.kind != Kind::Duration
            || claim.event.is_none_or(|other| {
                other == event || story.events[other].who != story.events[event].who
            })
    })
}

/// «three hours with Wang Yi» is not the length of a meeting without him.
fn of_others(asked: Asked<'_>, range: &Range<usize>) -> Option<&'static str> {
    let scene = asked.scene;
    let event = asked.claim.event?;
    if scene.words.near(range.end - 1, 1) != "with" {
        return None;
    }
    let name = scene
        .entities_in(range.end + 1..range.end + 5)
        .find(|mention| scene.acts(mention.entity))?;
    (!scene.story.events[event].who.contains(&name.entity))
        .then_some("left: it is told of a meeting with somebody else")
}

pub(super) fn relate(right: &Right, measure: &Measure) -> Relation {
    Expectation::of(right).map_or(Relation::Loose, |expected| expected.judge(measure))
}

/// «in all», «over two days», «combined»: the value is a sum.
pub(super) fn summed(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let clause = scene.clause_of(range.start);
    sentence.clone().any(|i| {
        let near = scene.clause_of(i) == clause || i.abs_diff(range.start) <= 8;
        near && match words.at(i) {
            "together" => words.near(i, -1) == "taken",
            "altogether" | "combined" | "totalled" | "totaled" | "totalling" | "totaling"
            | "cumulative" | "aggregate" => true,
            "all" => matches!(words.near(i, -1), "in") || words.near(i, 1) == "told",
            "total" => {
                (words.near(i, -1) == "in" || words.near(i, 1) == "of" || words.near(i, -1) == "a")
                    && !of_one(scene, range, i)
            }
            "over" | "across" => {
                let days = words.near(i, 2);
                matches!(days, "days" | "weeks") && !range.contains(&(i + 1))
            }
            _ => false,
        }
    })
}

/// «The meeting lasted a total of 40 minutes»: the whole of one thing.
fn of_one(scene: &Scene<'_>, range: &Range<usize>, total: usize) -> bool {
    let sentence = scene.syntax_at(range.start);
    let Some(clause) = sentence.clause_of(total) else {
        return false;
    };
    scene.words.near(total, 1) == "of"
        && range.start == total + 2
        && class::is_lasting(scene.verb_of(sentence, clause))
        && matches!(sentence.clauses[clause].subject[..], [one]
        if sentence.noun(one).is_some_and(|noun| {
            let head = scene.words.at(noun.head);
            !head.ends_with('s') && noun.article != Article::Bare
        }))
}

/// Whether something is made known in the sentence of `range`.
fn announced(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.sentence_at(range.start);
    sentence.clone().any(|i| {
        let word = scene.words.at(i);
        [
            "announc", "confirm", "disclos", "notice", "notif", "reveal", "unveil", "public",
            "told",
        ]
        .iter()
        .any(|start| word.starts_with(start))
    })
}
