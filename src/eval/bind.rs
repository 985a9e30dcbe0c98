//! Which event a value speaks of.
//!
//! In: the words of a value in its scene. Out: the event word it belongs to, and how surely; or why it stays unbound.
//! A value that agrees with a claim needs less than one that accuses: `strong` says that it may accuse.

mod gathered;
mod stance;
mod unbound;

use std::ops::Range;

pub(crate) use self::gathered::Bound;
pub(crate) use self::gathered::Gathered;
pub(crate) use self::gathered::Reach;
pub(crate) use self::stance::modal;
pub(crate) use self::stance::speaker;
pub(crate) use self::stance::stance;
pub(crate) use self::unbound::Unbound;
use super::elsewhere;
use super::events::Instance;
use super::role;
use super::role::Role;
use super::scene::Scene;
use super::slots;
use super::syntax::Link;
use super::syntax::class;
use super::words::Gap;
use crate::rule::EventIndex;
use crate::rule::Story;
use crate::span::Part;
use crate::text::Stance;

/// The event word that a value belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Attached {
    /// Whether it may accuse.
    pub(crate) strong: bool,
    /// Why, for people.
    pub(crate) why: String,
    /// The event word.
    pub(crate) instance: Option<Range<usize>>,
    /// Whether the sentence of a value without event words opens with a pronoun.
    pub(crate) pronoun: bool,
    /// The stance, where words around the value mean another thing than usual: «planned for» where a plan is asked for.
    pub(crate) stance: Option<Stance>,
}

impl Attached {
    /// Belongs to a claim without event, whose words stand near it.
    pub(crate) fn beside_words(strong: bool) -> Self {
        Self::alone(strong, "the claim's words stand near it")
    }

    /// Belongs to the event, though to no word of it.
    pub(crate) fn alone(strong: bool, why: impl Into<String>) -> Self {
        Self {
            strong,
            why: why.into(),
            instance: None,
            pronoun: false,
            stance: None,
        }
    }
}

/// Attaches the value at `range` to `event`, or says why not.
pub(crate) fn attach(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: EventIndex,
) -> Result<Attached, Unbound> {
    attach_to_one(scene, range, event).or_else(|why| of_twins(scene, range, event).ok_or(why))
}

/// Whether two events of the story have the same people and the same place, so that a word of both tells neither.
pub(crate) fn are_twins(story: &Story, one: EventIndex, other: EventIndex) -> bool {
    let (one, other) = (&story.events[one], &story.events[other]);
    one.who == other.who && one.at == other.at
}

/// «a 6.4 magnitude quake», of a story with two quakes of one place: enough for the value to agree, and to accuse of nothing.
fn of_twins(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> Option<Attached> {
    let row = scene.instances_in(scene.sentence_at(range.start));
    let nearest = row
        .iter()
        .min_by_key(|instance| instance.words.start.abs_diff(range.start))?;
    let open = !nearest.sure
        && nearest.other.is_none()
        && nearest.event != Some(event)
        && nearest.candidates.len() > 1
        && nearest.candidates.contains(&event)
        && nearest
            .candidates
            .iter()
            .all(|&other| other == event || are_twins(scene.story, event, other));
    open.then(|| Attached {
        strong: false,
        why: "its words tell this event and another alike".to_owned(),
        instance: Some(nearest.words.clone()),
        pronoun: false,
        stance: nearest.planned.then_some(Stance::Planned),
    })
}

fn attach_to_one(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: EventIndex,
) -> Result<Attached, Unbound> {
    let sentence = scene.sentence_of(range.start);
    let row = scene.instances_in(scene.words.of_sentence(sentence));
    if row.is_empty() {
        return from_before(scene, sentence, event);
    }
    if is_attributive(scene, range) {
        return attributive(scene, range, row, event);
    }
    // Whatever ties the value to the only word for an event, it is no use where that word tells of another.
    if let [only] = row
        && let Some(why) = told_of_another(scene, only, event)
    {
        return Err(why);
    }
    let ties = ties(scene, range, row, event);
    let (tied, best, instance) = ties[0];
    if let Some(why) = told_of_another(scene, instance, event) {
        return Err(why);
    }
    let words = |instance: &Instance| scene.written(instance.words.clone());
    let rival = ties[1..].iter().find(|(role, cost, other)| {
        *role == tied && *cost - best < 1.0 && (other.event != Some(event) || other.other.is_some())
    });
    if let Some((_, _, rival)) = rival {
        return Err(Unbound::Rivals(
            words(instance).to_owned(),
            words(rival).to_owned(),
        ));
    }
    let id = &scene.story.events[event].id;
    Ok(Attached {
        strong: tied < NONE || row.len() > 1,
        why: format!("«{}» tells of `{id}`: {}", words(instance), instance.why),
        instance: Some(instance.words.clone()),
        pronoun: false,
        stance: instance.planned.then_some(Stance::Planned),
    })
}

/// How each event word of a sentence stands to the value at `range`: its tie in syntax, then its distance; the closest first.
fn ties<'s>(
    scene: &Scene<'_>,
    range: &Range<usize>,
    row: &'s [Instance],
    event: EventIndex,
) -> Vec<(u8, f64, &'s Instance)> {
    let syntax = scene.syntax_at(range.start);
    let mut ties: Vec<(u8, f64, &Instance)> = row
        .iter()
        .map(|instance| {
            let found = role::role(syntax, range, &instance.words);
            // A verb that was taken for another event's, though this one's people stand in its slots.
            let void = || {
                role::home(syntax, &instance.words).is_some()
                    && instance.event.is_some_and(|taken| {
                        taken != event
                            && !slots::own(scene, instance, taken)
                            && slots::own(scene, instance, event)
                    })
            };
            let direct = found.is_some_and(|found| {
                found.role == Role::Postmodifier && syntax.phrases[found.value].after == found.noun
            });
            let charge =
                row.len() > 1 && (is_charge(scene, instance) || is_day_of(scene, range, instance));
            let near = match distance(found.map(|found| found.role)) {
                _ if charge => NONE,
                _ if range.start < instance.words.end && instance.words.start < range.end => 0,
                _ if void() => NONE,
                _ if direct || is_first_to(scene, range, &instance.words) => 1,
                near => near,
            };
            (near, cost(scene, range, instance), instance)
        })
        .collect();
    ties.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    ties
}

/// Why an event word, if it is the nearest to a value, tells of another event than `event`.
fn told_of_another(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> Option<Unbound> {
    let words = scene.written(instance.words.clone());
    let nearest = |why: String| Some(Unbound::Nearest(words.to_owned(), why));
    if let Some(other) = &instance.other {
        return nearest(format!("and {other}"));
    }
    match instance.event {
        None => nearest(format!("but {}", instance.why)),
        Some(found) if found != event => nearest(format!(
            "which tells of `{}`: {}",
            scene.story.events[found].id, instance.why
        )),
        Some(_) => None,
    }
}

/// «On Friday she became the first queen to visit the port»: who becomes the first to do something does it then and there.
pub(crate) fn is_first_to(scene: &Scene<'_>, range: &Range<usize>, word: &Range<usize>) -> bool {
    let Some((syntax, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let became = syntax.verb(clause).is_some_and(|verb| {
        !verb.negated
            && !verb.doubtful
            && !verb.modal
            && matches!(scene.words.at(verb.main), "became" | "become" | "becomes")
    });
    let first = || {
        syntax.phrases_in(clause).any(|phrase| {
            let words = syntax.phrases[phrase].words.clone();
            words.end <= word.start && words.clone().any(|at| scene.words.at(at) == "first")
        })
    };
    let done = || {
        role::home(syntax, word).is_some_and(|home| {
            syntax.clauses[home].link == Link::Infinitive
                && syntax.clauses[home].parent == Some(clause)
        })
    };
    became && first() && done()
}

/// «convicted of murder», «jailed for fraud»: a noun without article behind a verb of judging names what somebody is
/// charged with, and no event of its own.
pub(crate) fn is_charge(scene: &Scene<'_>, instance: &Instance) -> bool {
    let words = scene.words;
    let sentence = scene.syntax(instance.sentence);
    let Some(phrase) = sentence.phrase_of(instance.words.end - 1) else {
        return false;
    };
    let known = &sentence.phrases[phrase];
    let gerund = words.at(instance.words.end - 1).ends_with("ing");
    let bare = known.words == instance.words
        && !gerund
        && known
            .preposition
            .is_some_and(|word| matches!(words.at(word), "of" | "for" | "with"))
        && !sentence
            .phrases
            .iter()
            .any(|other| other.after == Some(phrase) && other.preposition_is_of);
    let judged = sentence.verb(known.clause).is_some_and(|verb| {
        let main = words.at(verb.main);
        class::is_judging(main)
            || verb.copula && words.near(verb.main, 1) == "guilty"
            || words.near(verb.main, 1) == "guilty"
    });
    bare && judged
}

/// «convicted Tarn on Monday of murder»: «of» behind a day does not make it the day of what follows.
fn is_day_of(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> bool {
    let span = scene.words.span(range.clone());
    scene.words.at(range.end) == "of"
        && instance.words.start > range.end
        && scene.mentions_of(instance.sentence).iter().any(|mention| {
            matches!(mention.value, crate::value::Value::Date(_)) && mention.span.overlaps(span)
        })
}

/// «the May 3, 2020, death of Hale»: «the» before a month makes the date one with the noun behind it.
pub(crate) fn is_attributive(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let from = range.start.saturating_sub(1);
    (from..range.end.saturating_sub(1)).any(|at| {
        words.at(at) == "the"
            && crate::value::month(words.at(at + 1)).is_some()
            && words.is_capital(at + 1)
    }) && words
        .at(range.end - 1)
        .ends_with(|last: char| last.is_ascii_digit())
}

/// The event of the noun that a date stands before as one with it.
fn attributive(
    scene: &Scene<'_>,
    range: &Range<usize>,
    row: &[Instance],
    event: EventIndex,
) -> Result<Attached, Unbound> {
    let named = row.iter().find(|instance| {
        instance.words.end > range.end
            && instance.words.start <= range.end + 3
            && (range.end + 1..=instance.words.start)
                .all(|at| at <= range.end || scene.words.gap(at) < Gap::Comma)
    });
    match named {
        Some(instance) if instance.event == Some(event) && instance.other.is_none() => {
            let words = scene.written(instance.words.clone());
            Ok(Attached {
                strong: instance.sure,
                why: format!("it is one with «{words}»: {}", instance.why),
                instance: Some(instance.words.clone()),
                pronoun: false,
                stance: None,
            })
        }
        _ => Err(Unbound::Attributive),
    }
}

/// Where syntax gives a value no role towards an event word.
pub(crate) const NONE: u8 = 4;

/// How directly a role ties a value to an event word; the smaller the closer.
pub(crate) fn distance(role: Option<Role>) -> u8 {
    match role {
        Some(Role::Modifier) => 0,
        Some(Role::Predicate | Role::Adverbial) => 1,
        Some(Role::Postmodifier) => 2,
        Some(Role::Companion | Role::Continuation | Role::Circumstance) => 3,
        None => NONE,
    }
}

/// A sentence without event words goes on with what the one before spoke of.
fn from_before(scene: &Scene<'_>, sentence: usize, event: EventIndex) -> Result<Attached, Unbound> {
    let known = &scene.story.events[event];
    let here = scene.words.of_sentence(sentence);
    let paragraph = scene
        .reading
        .sentences
        .get(sentence)
        .map(|sentence| sentence.paragraph);
    if scene.part(sentence) == Part::Caption {
        return Err(Unbound::Caption);
    }
    let people = scene
        .entities_in(here.clone())
        .any(|mention| scene.acts(mention.entity) && !known.who.contains(&mention.entity));
    // «It lasted …», «They talked for …»
    let pronoun = here.clone().take(3).any(|i| {
        matches!(scene.words.at(i), "it" | "they" | "both")
            || (scene.words.at(i) == "two" && scene.words.near(i, -1) == "the")
    });
    if let Some(why) = elsewhere::year::another(scene, sentence, event) {
        return Err(Unbound::Elsewhere(why));
    }
    for back in 1..=3usize {
        let Some(before) = sentence.checked_sub(back) else {
            break;
        };
        let row = scene.instances_in(scene.words.of_sentence(before));
        let Some(last) = row
            .iter()
            .rev()
            .filter(|instance| !super::background::is_one_of_many(scene, instance.words.start))
            .find(|instance| instance.event.is_some() || instance.other.is_some())
        else {
            continue;
        };
        if let Some(other) = &last.other {
            return Err(Unbound::AfterAnother(Some(other.clone())));
        }
        if last.event != Some(event) {
            return Err(Unbound::AfterAnother(None));
        }
        if row
            .iter()
            .any(|instance| instance.event.is_some_and(|found| found != event))
        {
            return Err(Unbound::AfterSeveral);
        }
        let same = scene
            .reading
            .sentences
            .get(before)
            .map(|sentence| sentence.paragraph)
            == paragraph;
        return Ok(Attached {
            strong: back == 1 && (same || sentence <= 3) && last.sure,
            pronoun: pronoun && !people,
            why: format!("it goes on with «{}» of the sentence before", known.id),
            instance: None,
            stance: None,
        });
    }
    if scene.main == Some(event) && known.who.is_empty() {
        return Ok(Attached {
            strong: false,
            why: format!("the source is mainly about «{}»", known.id),
            instance: None,
            pronoun: false,
            stance: None,
        });
    }
    Err(Unbound::Nothing)
}

/// How far a value stands from an event word.
pub(crate) fn cost(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> f64 {
    let words = scene.words;
    let before = instance.words.end <= range.start;
    let (from, to) = if before {
        (instance.words.end, range.start)
    } else if range.end <= instance.words.start {
        (range.end, instance.words.start)
    } else {
        return 0.0;
    };
    #[expect(clippy::cast_precision_loss, reason = "a sentence's words")]
    let mut cost = (to - from) as f64;
    // «35-minute encounter», «seven hours of talks»
    if !before && cost <= 3.0 && (from..to).all(|i| words.gap(i + 1) <= Gap::Hyphen) {
        cost *= 0.3;
    }
    let breaks = (from..=to.min(words.len().saturating_sub(1)))
        .filter(|&i| words.gap(i) >= Gap::Break)
        .count();
    let commas = (from..=to.min(words.len().saturating_sub(1)))
        .filter(|&i| words.gap(i) == Gap::Comma)
        .count();
    #[expect(clippy::cast_precision_loss, reason = "a sentence's marks")]
    {
        cost += 6.0 * breaks as f64 + 1.5 * commas as f64;
    }
    if scene.clause_of(range.start) != instance.clause {
        cost += 3.0;
    }
    // A conjunction opens another clause.
    let joints = (from..to)
        .filter(|&i| {
            matches!(
                words.at(i),
                "while" | "whereas" | "but" | "after" | "before" | "when" | "and"
            )
        })
        .count();
    #[expect(clippy::cast_precision_loss, reason = "a sentence's words")]
    {
        cost += 2.0 * joints as f64;
    }
    cost
}
