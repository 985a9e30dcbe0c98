//! Where an event took place.
//!
//! In: places named in the scene. Out: evidence: a place that is expected, lies in it or holds it is right; another place
//! of the story, or another known city or country, is wrong where it is told as the event's. Unknown places are left.

pub(super) mod way;

use std::ops::Range;

use self::way::goes_on_to;
use self::way::is_goal;
use self::way::is_scene;
use self::way::is_scene_of_others;
use self::way::is_struck;
use self::way::onward;
use super::Asked;
use crate::eval::bind;
use crate::eval::bind::Attached;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::events::Instance;
use crate::eval::gazetteer;
use crate::eval::judge::Judged;
use crate::eval::scene::Scene;
use crate::eval::syntax::class;
use crate::eval::warrant;
use crate::eval::words::Gap;
use crate::finding::Verdict;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EntityKind;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::text::Stance;

/// Nouns before «of» that only say what sort of place is named: «the port of Malmo».
const PARTS: &Table = table![
    "port",
    "city",
    "town",
    "village",
    "district",
    "harbour",
    "harbor",
    "capital",
    "suburb",
    "centre",
    "center",
    "coast",
    "shore",
    "outskirts",
    "heart",
    "region",
    "province",
    "state",
    "island",
    "middle",
    "streets",
];

const BEFORE: &[&str] = &["in", "at", "inside", "outside", "near", "to", "for", "off"];

/// Evidence for `place`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let Expected::Places(expected) = &asked.claim.expected else {
        return;
    };
    let places = &scene.plan.places;
    let named: Vec<(Range<usize>, usize)> = scene
        .entities
        .iter()
        .filter(|mention| scene.story.entities[mention.entity].kind == EntityKind::Place)
        .map(|mention| (mention.words.clone(), mention.entity))
        .collect();
    let on_the_way = asked.claim.event.is_some_and(|event| {
        let right = |entity| {
            expected
                .iter()
                .any(|&want| entity == want || places.holds(want, entity))
        };
        scene.plan.events[event].travels
            && named
                .iter()
                .any(|(range, entity)| right(*entity) && passes(scene, range, event))
    });
    for (range, entity) in named {
        let right = expected
            .iter()
            .any(|&want| places.holds(entity, want) || places.holds(want, entity));
        let wrong = !expected.is_empty() && expected.iter().all(|&want| places.apart(entity, want));
        let exact = expected
            .iter()
            .any(|&want| entity == want || places.holds(want, entity));
        let verdict = if expected.is_empty() {
            Verdict::Stated
        } else if right {
            Verdict::Supported
        } else if wrong {
            Verdict::Contradicted
        } else {
            continue;
        };
        let key = scene.story.entities[entity].id.clone();
        one(asked, out, &range, verdict, key, exact, on_the_way);
    }
    for range in strangers(asked) {
        let span = scene.words.span(range.clone());
        let name = span.of(scene.text);
        let verdict = if expected.is_empty() {
            Verdict::Stated
        } else {
            match expected
                .iter()
                .map(|&want| places.strange(name, want))
                .reduce(|a, b| match (a, b) {
                    (Some(true), Some(true)) => Some(true),
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    _ => None,
                }) {
                Some(Some(true)) => Verdict::Contradicted,
                Some(Some(false)) => Verdict::Supported,
                _ => {
                    out.note(span, "left: a place the story does not know");
                    continue;
                }
            }
        };
        one(
            asked,
            out,
            &range,
            verdict,
            name.to_lowercase(),
            false,
            on_the_way,
        );
    }
    // «in Beijing, at the wrong hall»: that the city is right takes nothing from the wrong hall.
    if out.bound.iter().any(|bound| super::accuses(&bound.judged)) {
        out.bound
            .retain(|bound| bound.judged.note.as_deref() != Some("a place that holds it"));
    }
}

/// Whether who travels is told of in the sentence of a place: who travels is in more places than one, so that where the right
/// one is told of as well, another is no error.
fn passes(scene: &Scene<'_>, place: &Range<usize>, event: EventIndex) -> bool {
    let sentence = scene.sentence_at(place.start);
    scene
        .entities_in(sentence.clone())
        .any(|mention| scene.story.events[event].who.contains(&mention.entity))
        || scene
            .instances_in(sentence)
            .iter()
            .any(|instance| instance.event == Some(event))
}

/// Known cities and countries that are no entity of the story, after «in», «at», «to».
fn strangers(asked: Asked<'_>) -> Vec<Range<usize>> {
    let scene = asked.scene;
    let words = scene.words;
    let mut found = Vec::new();
    for at in 1..words.len() {
        if !BEFORE.contains(&words.near(at, -1))
            && !(words.near(at, -1) == "was" && words.near(at, -2) == "stop")
            || !words.is_capital(at)
        {
            continue;
        }
        let mut end = at + 1;
        while words.get(end).is_some_and(|word| {
            word.capital
                && word.gap == Gap::Space
                && word.sentence as usize == scene.sentence_of(at)
        }) {
            end += 1;
        }
        if scene.entities_in(at..end).next().is_some() {
            continue;
        }
        for to in (at + 1..=end).rev() {
            let name: Vec<&str> = (at..to).map(|i| words.at(i)).collect();
            if gazetteer::known(&name.join(" ")) {
                found.push(at..to);
                break;
            }
        }
    }
    found
}

fn one(
    asked: Asked<'_>,
    out: &mut Gathered,
    range: &Range<usize>,
    verdict: Verdict,
    key: String,
    exact: bool,
    on_the_way: bool,
) {
    let scene = asked.scene;
    let span = scene.words.span(range.clone());
    if !asked.words_near(range, out) {
        return;
    }
    let attached = match attached(asked, range) {
        Ok(attached) => Attached {
            strong: attached.strong && !on_the_way,
            ..attached
        },
        Err(why) => {
            out.untied(span, &why);
            return;
        }
    };
    let (stance, speaker) = scene.stance(range.start);
    // Where something is to be held is known ahead.
    let to_come = super::date::ahead(asked) || onward(asked);
    let stance = if stance == Stance::Asserted && bind::modal(scene, range) {
        Stance::Conditional
    } else {
        stance
    };
    let stance = match attached.stance.unwrap_or(stance) {
        Stance::Planned | Stance::Conditional if to_come => Stance::Asserted,
        _ if attached.stance.is_some() && !to_come => Stance::Planned,
        _ => stance,
    };
    let judged = Judged::new(if asked.claim.disputed {
        Verdict::Stated
    } else {
        verdict
    });
    let mut judged = match asked.settled(range, &attached, judged, stance) {
        Ok(judged) => judged,
        Err(why) => return out.doubted(span, why),
    };
    if judged.verdict == Verdict::Supported && !exact {
        judged = judged.noted("a place that holds it");
    }
    out.note(span, attached.why);
    out.bound.push(Bound {
        key: Some(key),
        ..Bound::new(scene, span, stance, speaker, judged)
    });
}

/// Nouns that say what sort of place a name is: «the port of Malmo», «his hometown Malmo».
fn is_settlement(word: &str) -> bool {
    matches!(
        word,
        "port"
            | "city"
            | "town"
            | "hometown"
            | "home"
            | "birthplace"
            | "village"
            | "hamlet"
            | "district"
            | "borough"
            | "neighbourhood"
            | "neighborhood"
            | "harbour"
            | "harbor"
            | "capital"
            | "suburb"
            | "resort"
            | "region"
            | "province"
            | "county"
            | "state"
            | "territory"
            | "republic"
            | "emirate"
            | "island"
            | "peninsula"
            | "municipality"
            | "metropolis"
            | "stronghold"
            | "enclave"
    )
}

/// The preposition of a place, also through an article, a noun that the place describes, or one that says what sort of place
/// it is: «in a Pretoria hospital», «off the coast of Corsa».
fn led_by<'s>(scene: &'s Scene<'_>, range: &Range<usize>) -> &'s str {
    let words = scene.words;
    let mut before = words.near(range.start, -1);
    // «in a Pretoria hospital»
    let led = matches!(before, "a" | "an") && !scene.words.is_capital(range.end);
    if led || matches!(before, "the" | "s") {
        before = words.near(range.start, -2);
    }
    // «in a packed Malmo courtroom»
    let modifies = scene
        .words
        .get(range.end)
        .is_some_and(|word| !word.capital && word.gap == Gap::Space);
    if modifies
        && let Some(article) =
            (2..=3).find(|&back| matches!(words.near(range.start, -back), "a" | "an" | "the"))
        && (1..article).all(|back| words.is_small(range.start - back.unsigned_abs()))
        && BEFORE[..2].contains(&words.near(range.start, -article - 1))
    {
        before = words.near(range.start, -article - 1);
    }
    // «in the port of Malmo», «off the coast of Corsa»
    if before == "of" {
        // «at a club in the southern Brazilian city of Corsa»
        const FAR: isize = 7;
        let crossed = |back: isize| {
            (range.start + 1)
                .checked_sub(back.unsigned_abs())
                .is_none_or(|at| words.gap(at) >= Gap::Comma)
        };
        let mut back = 2;
        while back <= FAR
            && !crossed(back)
            && !BEFORE.contains(&words.near(range.start, -back))
            && !(words.near(range.start, -back) == "on"
                && matches!(
                    words.near(range.start, -2),
                    "coast" | "shore" | "outskirts" | "island" | "edge"
                ))
        {
            back += 1;
        }
        if crossed(back) {
            back = FAR + 1;
        }
        let noun = words.near(range.start, -2);
        let part = is_settlement(noun) || PARTS.has(noun);
        if part && back <= FAR {
            before = "in";
        }
    }
    // «in his hometown Malmo», «in the southern port Malmo»
    if is_settlement(before) && words.gap(range.start) == Gap::Space {
        let lead = (2..=5)
            .take_while(|back| {
                range.start >= *back && words.gap(range.start + 1 - back) < Gap::Comma
            })
            .find(|&back| BEFORE.contains(&words.near(range.start, -back.cast_signed())));
        if lead.is_some() {
            before = "in";
        }
    }
    before
}

/// Whether the words tie a place to the event, and how surely; or why they don't.
fn attached(asked: Asked<'_>, range: &Range<usize>) -> Result<Attached, String> {
    let scene = asked.scene;
    let words = scene.words;
    let Some(event) = asked.claim.event else {
        return Ok(Attached::beside_words(
            !asked.claim.words.is_empty() && BEFORE.contains(&words.near(range.start, -1)),
        ));
    };
    let before = led_by(scene, range);
    // «at Beijing's Great Hall»
    let chained = scene
        .entities_in(range.start.saturating_sub(2)..range.start)
        .next()
        .is_some()
        && words.near(range.start, -1) == "s";
    // «China's system», «Beijing's envoy» are no places where anything is.
    let owner = words.near(range.end - 1, 1) == "s"
        && words.gap(range.end) == Gap::Apostrophe
        && scene
            .entities_in(range.end + 1..range.end + 2)
            .next()
            .is_none()
        && !warrant::has_site(scene, range);
    if owner {
        return Err("it owns what follows, and is not where it happened".to_owned());
    }
    let host = range.end..(range.end + 3).min(scene.sentence_at(range.start).end);
    let hosts = host.clone().any(|i| {
        matches!(words.at(i), "host" | "hosts" | "hosted" | "hosting") && words.gap(i) == Gap::Space
    });
    let located = hosts
        || BEFORE.contains(&before)
        || chained
        || words.gap(range.start) == Gap::Comma
        || is_scene(asked, range, event)
        || is_struck(asked, range, event);
    let led_by_verb = is_led_by_verb(scene, range, before, event);
    let located = located || led_by_verb;
    let movement = onward(asked);
    let stop = (1..=3).any(|back| matches!(words.near(range.start, -back), "stop" | "for" | "to"));
    if movement && !stop {
        return Err("it is not told as where the way leads".to_owned());
    }
    if movement
        && matches!(words.near(range.start, -1), "to")
        && scene.entities_in(range.clone()).any(|mention| {
            is_scene_of_others(asked, mention.entity) && !goes_on_to(asked, range, mention.entity)
        })
    {
        return Err("it is where the story's other events took place".to_owned());
    }
    let mut attached = bind::attach(scene, range, event)?;
    let sentence = scene.sentence_of(range.start);
    let row = scene.instances_in(words.of_sentence(sentence));
    let instance = attached
        .instance
        .as_ref()
        .and_then(|words| row.iter().find(|instance| instance.words == *words));
    let near = instance.is_some_and(|instance| is_near(scene, range, instance, hosts));
    // «were killed in Malmo when the fire swept the ferry»
    let near = near
        || instance.is_some_and(|instance| {
            instance.sure
                && scene.instances_in(words.of_sentence(sentence)).len() == 1
                && warrant::of_event(scene, Kind::Place, false, range, instance)
        });
    // «went to Lund, where the ferry sank»
    let there = instance.is_some_and(|instance| {
        instance.sure && warrant::is_where(scene, scene.syntax(sentence), range, instance)
    });
    let near = near || there;
    let located = located || there;
    // «a visit to Orrin», «visited Orrin»
    let goal = instance.is_some_and(|instance| is_goal(scene, range, instance));
    let located = located || goal;
    let onwards = !movement
        || instance.is_some_and(|instance| {
            instance.words.end <= range.start
                && range.start - instance.words.end <= 4
                && (instance.words.end.saturating_sub(1)..range.start)
                    .any(|i| matches!(words.at(i), "to" | "for" | "stop" | "was"))
        });
    if !onwards {
        return Err("it is not told as where the way leads".to_owned());
    }
    let near = near || attached.strong && super::date::bound::happens(scene, range, &mut attached);
    attached.strong = near
        && located
        && (goal || there || led_by_verb || !matches!(before, "to" | "for" | "near" | "outside"))
        || (movement && stop && near);
    if !located && !movement {
        return Err("no «in» or «at» before it".to_owned());
    }
    Ok(attached)
}

/// «landed on Tempel 1», «crashed into the Alps», «towed to Naples»: the event's own verb leads there.
fn is_led_by_verb(
    scene: &Scene<'_>,
    range: &Range<usize>,
    before: &str,
    event: EventIndex,
) -> bool {
    let words = scene.words;
    matches!(before, "on" | "onto" | "into" | "to")
        && scene
            .instances_in(scene.sentence_at(range.start))
            .iter()
            .any(|instance| {
                let verb = instance.words.start;
                instance.event == Some(event)
                    && instance.words.end < range.start
                    && range.start - instance.words.end <= 2
                    && scene.syntax(instance.sentence).verb_clause(verb).is_some()
                    && (before != "to" || class::is_moving(words.at(verb)))
            })
}

/// Whether a place stands near a sure event word, with nothing between that opens another thought. `hosts`: the place is
/// said to host it, in whatever clause.
fn is_near(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance, hosts: bool) -> bool {
    let words = scene.words;
    let syntax = scene.syntax(instance.sentence);
    let (from, to) = if range.start >= instance.words.end {
        (instance.words.end, range.start)
    } else {
        (range.end, instance.words.start)
    };
    let mut crossed = false;
    for i in from..to {
        crossed |= words.gap(i) >= Gap::Break
            || matches!(
                words.at(i),
                "who"
                    | "which"
                    | "while"
                    | "where"
                    | "after"
                    | "before"
                    | "when"
                    | "driven"
                    | "said"
            );
    }
    !crossed
        && to.saturating_sub(from) <= 12
        && (hosts
            || scene.clause_of(range.start) == instance.clause
            || syntax.clause_of(range.start) == syntax.clause_of(instance.words.start))
        && instance.sure
}
