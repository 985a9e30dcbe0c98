//! What became of the people a number counts.
//!
//! In: the words around a number. Out: killed, injured, missing or arrested, and whether the number is a part of the
//! whole («22 children», «including 5 …») or includes who did it.

mod deed;
pub(crate) mod lexicon;

use std::ops::Range;

pub(crate) use self::deed::attempted;
use self::deed::is_borne;
pub(crate) use self::deed::taken;
use self::lexicon::ANYBODY;
use self::lexicon::BEING;
use self::lexicon::BODIES;
use self::lexicon::PARTS;
use self::lexicon::STOPS;
use self::lexicon::is_kind;
use self::lexicon::word_tally;
use super::bearing::bears;
use super::bearing::joint;
use super::fate;
use super::rows;
use super::scene::Scene;
use super::whom::of_animals;
use super::whom::of_whole;
use super::words::Aside;
use super::words::Gap;
use crate::value::Tally;
use crate::value::Value;

/// What the words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read {
    pub(crate) tally: Tally,
    /// The noun or phrase that makes it a part.
    pub(crate) part: Option<String>,
    /// «including the gunman».
    pub(crate) with_culprit: bool,
    /// «dead or missing»: two tolls in one figure.
    pub(crate) joint: bool,
}

/// Those whom a tally counts.
pub(crate) fn word(tally: Tally) -> &'static str {
    match tally {
        Tally::Killed => "dead",
        Tally::Injured => "hurt",
        Tally::Missing => "missing",
        Tally::Arrested => "arrested",
    }
}

/// «another 12 were killed», «12 more died»
pub(crate) const ADDED: &str = "in addition to others";

/// Reads the tally of the number at `range`.
pub(crate) fn read(scene: &Scene<'_>, range: &Range<usize>) -> Option<Read> {
    // «one of the two men wounded on Friday»
    let touched = || {
        (range.end..range.end + 4)
            .take_while(|&at| !STOPS.has(scene.words.at(at)) && !BEING.has(scene.words.at(at)))
            .any(|at| word_tally(scene.words.at(at)).is_some())
    };
    (!of_whole(scene, range) || touched())
        .then(|| read_all(scene, range))?
        .or_else(|| within(scene, range))
        .or_else(|| among(scene, range))
}

/// «25 children were among the dead», «13 of the dead were children»: of those whose fate has been told.
pub(crate) fn of_known(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let of = words.at(range.end) == "of"
        && words.near(range.end, 1) == "the"
        && word_tally(words.near(range.end, 2)).is_some()
        && matches!(words.near(range.end, 3), "were" | "was" | "are" | "is");
    of || among(scene, range).is_some()
}

/// «six volunteers were among those killed», «three officers are said to be among the dead»: some of all.
fn among(scene: &Scene<'_>, range: &Range<usize>) -> Option<Read> {
    const FARTHEST: usize = 12;
    let words = scene.words;
    let end = words
        .of_sentence(scene.sentence_of(range.start))
        .end
        .min(range.end + FARTHEST);
    let lead = (range.end + 1..end)
        .find(|&at| words.at(at) == "among" && matches!(words.near(at, 1), "those" | "the"))?;
    // «49 children and 34 women were among the dead»
    let joined = |at: usize| {
        words.at(at) == "and" && is_number(scene, at + 1)
            || is_number(scene, at) && words.near(at, -1) == "and"
    };
    let clean = (range.end..lead).all(|at| {
        words.gap(at) < Gap::Break
            && word_tally(words.at(at)).is_none()
            && (joined(at) || !is_number(scene, at) && !matches!(words.at(at), "and" | "but"))
    });
    let being =
        (range.end..lead).any(|at| matches!(words.at(at), "were" | "are" | "be" | "was" | "been"));
    // «among the known victims»
    let victims = || {
        (lead + 2..lead + 4)
            .take_while(|&at| words.gap(at) < Gap::Comma)
            .any(|at| words.at(at) == "victims")
            .then_some(Tally::Killed)
    };
    let tally = (lead + 2..lead + 4)
        .find_map(|at| word_tally(words.at(at)))
        .or_else(victims)?;
    (clean && being).then(|| Read {
        tally,
        part: Some("a part named within another figure".to_owned()),
        with_culprit: false,
        joint: false,
    })
}

/// Where the row of figures starts in which the number at `range` stands: «24 patients, 14 nurses and four guards».
fn row_start(scene: &Scene<'_>, range: &Range<usize>) -> usize {
    let span = scene.words.span(range.clone());
    let mentions = &scene.reading.mentions;
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    if mentions
        .get(at)
        .is_none_or(|mention| !mention.span.overlaps(span))
    {
        return range.start;
    }
    rows::members(scene, at)
        .first()
        .map_or(range.start, |&first| scene.hedged(&mentions[first]).start)
}

/// «killed 26 people, including 22 children», «among them 97 women»: what became of the whole, became of the part.
fn within(scene: &Scene<'_>, range: &Range<usize>) -> Option<Read> {
    let words = scene.words;
    let start = row_start(scene, range);
    let lead = matches!(words.near(start, -1), "including" | "includes" | "included")
        || words.near(start, -1) == "them" && words.near(start, -2) == "among";
    let index = scene.sentence_of(range.start);
    let whole = scene
        .mentions_of(index)
        .iter()
        .filter(|mention| matches!(mention.value, Value::Count { .. } | Value::Number(_)))
        .map(|mention| scene.hedged(mention))
        .rfind(|at| !at.is_empty() && at.end <= start)
        .filter(|_| lead)?;
    let near = start - whole.end <= 8 && (whole.end..start).all(|at| words.gap(at) < Gap::Break);
    let read = read_all(scene, &whole).filter(|read| near && !read.joint)?;
    Some(Read {
        part: Some("a part named within another figure".to_owned()),
        with_culprit: false,
        ..read
    })
}

/// What became of those whom the number at `range` counts, be they a part or the whole.
fn read_all(scene: &Scene<'_>, range: &Range<usize>) -> Option<Read> {
    let sentence = scene.sentence_at(range.start);
    if of_animals(scene, range.end) || is_of_many(scene, range, &sentence) {
        return None;
    }
    let after = scan_after(scene, range, &sentence);
    let before = scan_before(scene, range, &sentence);
    let (tally, noun) = match (after, before) {
        (Some((near, tally, noun)), Some((other, _))) if near <= other + 2 => (tally, noun),
        (_, Some((_, tally))) => (tally, noun_after(scene, range, &sentence)),
        (Some((_, tally, noun)), None) => (tally, noun),
        (None, None) => {
            let tally = fate::told(scene, range)?;
            (tally, noun_after(scene, range, &sentence))
        }
    };
    let kind = noun.filter(|noun| PARTS.has(noun.as_str()));
    Some(Read {
        tally,
        part: part_of(scene, range)
            .or(kind)
            .or_else(|| added(scene, range, tally)),
        with_culprit: culprit(scene, range, &sentence),
        joint: joint(scene, range, &sentence),
    })
}

/// «some of 30 killed», «one of six killed»: the number may be of anybody. «One of six men killed»: six is the whole of a kind.
fn is_of_many(scene: &Scene<'_>, range: &Range<usize>, sentence: &Range<usize>) -> bool {
    let words = scene.words;
    words.near(range.start, -1) == "of"
        && match words.near(range.start, -2) {
            "some" | "most" => true,
            "one" => !noun_after(scene, range, sentence)
                .as_deref()
                .is_some_and(is_kind),
            _ => false,
        }
}

/// What says that a figure is a part of another one, or of others than those with a name.
fn part_of(scene: &Scene<'_>, range: &Range<usize>) -> Option<String> {
    let words = scene.words;
    // «two others were killed» beside somebody named.
    if words.near(range.end - 1, 1) == "others" && after_name(scene, range) {
        return Some("others beside somebody named".to_owned());
    }
    let lead: Vec<&str> = (1..=3).map(|back| words.near(range.start, -back)).collect();
    // «Of the injured 138 were in a critical condition»
    let of_them = word_tally(lead[0]).is_some() && lead[1] == "the" && lead[2] == "of";
    // «among the 12 killed was»: the figure is of all
    let among = lead[0] == "among" || lead[0] == "the" && lead[1] == "among";
    let including = lead.iter().any(|word| {
        matches!(
            *word,
            "including" | "includes" | "included" | "include" | "among" | "them"
        )
    });
    // «21 of those aboard died»
    let aboard = || {
        (2..=5).any(|ahead| {
            let at = range.end - 1 + ahead;
            matches!(words.at(at), "aboard" | "inside")
                || words.at(at) == "board" && words.near(at, -1) == "on"
        })
    };
    let of_those = words.near(range.end - 1, 1) == "of"
        && matches!(
            words.near(range.end - 1, 2),
            "them" | "whom" | "the" | "those" | "his" | "her" | "their" | "its" | "our" | "my"
        )
        && !aboard();
    (of_them || including && !among || of_those)
        .then(|| "a part named within another figure".to_owned())
}

/// What says that a figure comes to another one, or is only of those found so far.
fn added(scene: &Scene<'_>, range: &Range<usize>, tally: Tally) -> Option<String> {
    let words = scene.words;
    let next = words.near(range.end - 1, 1);
    let more = tally == Tally::Killed
        && (matches!(
            words.near(range.start, -1),
            "another" | "further" | "additional"
        ) || next == "more");
    if more {
        return Some(ADDED.to_owned());
    }
    // «found two bodies», «the bodies of two men were recovered»
    let found = bodies_found(scene, range)
        || matches!(next, "bodies" | "corpses" | "remains")
            && (1..=4).any(|back| {
                matches!(
                    words.near(range.start, -back),
                    "found"
                        | "recovered"
                        | "pulled"
                        | "identified"
                        | "retrieved"
                        | "find"
                        | "recovering"
                        | "finding"
                )
            });
    found.then(|| BODIES.to_owned())
}

/// «the bodies of 16 people have been recovered», «16 bodies were taken to a mortuary»
fn bodies_found(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    const REACH: usize = 8;
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let before = words.near(range.start, -1) == "of"
        && matches!(words.near(range.start, -2), "bodies" | "remains");
    let after = matches!(words.at(range.end), "bodies" | "corpses");
    (before || after)
        && (range.end..sentence.end.min(range.end + REACH))
            .take_while(|&at| words.gap(at) < Gap::Comma)
            .any(|at| {
                matches!(
                    words.at(at),
                    "recovered"
                        | "found"
                        | "retrieved"
                        | "identified"
                        | "taken"
                        | "brought"
                        | "pulled"
                        | "transferred"
                        | "moved"
                        | "sent"
                )
            })
}

fn after_name(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    scene.words.near(range.start, -1) == "and"
        && scene.words.is_capital(range.start.wrapping_sub(2))
}

/// «10 people were also killed», «ten dead», «140 injured people», «31 arrests».
fn scan_after(
    scene: &Scene<'_>,
    range: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<(usize, Tally, Option<String>)> {
    let words = scene.words;
    let mut noun = None;
    let mut at = range.end;
    let mut steps = 0;
    while at < sentence.end && steps < 8 {
        // «150 people – most of them young – were killed»
        if words.aside(at) == Aside::Opens {
            at = (at + 1..sentence.end).find(|&i| matches!(words.aside(i), Aside::Closes(_)))?;
            steps += 2;
        }
        let word = words.at(at);
        // «59 people, including the gunman, were killed»
        if words.gap(at) >= Gap::Comma && !matches!(words.aside(at), Aside::Closes(Gap::Space)) {
            if matches!(
                word,
                "including" | "among" | "most" | "many" | "some" | "all"
            ) {
                let close =
                    (at + 1..sentence.end.min(at + 12)).find(|&i| words.gap(i) >= Gap::Comma)?;
                at = close;
                steps += 2;
                if let Some(tally) = word_tally(words.at(at)) {
                    return Some((steps, tally, noun));
                }
                at += 1;
                continue;
            }
            return None;
        }
        // «kills 72 injures 600», of a text without commas: the verb opens the next figure.
        let active = matches!(
            word,
            "kills" | "killing" | "injures" | "injuring" | "wounds" | "wounding" | "hurting"
        );
        if active && (at + 1..at + 4).any(|next| is_number(scene, next)) {
            return None;
        }
        if let Some(tally) = word_tally(word) {
            // «10 killed in»: but «10 people killed 3 others» is active.
            let anybody = noun.as_deref().is_some_and(|noun| ANYBODY.has(noun));
            return (anybody || bears(scene, range, at)).then_some((steps, tally, noun));
        }
        // «fell to their deaths»
        let to_death = word == "to"
            && matches!(words.near(at, 1), "their" | "his" | "her")
            && word_tally(words.near(at, 2)) == Some(Tally::Killed);
        if to_death {
            at += 2;
            steps += 1;
            continue;
        }
        // «the seven workers who died», «one of six men who lost their lives»
        let all = matches!(words.near(range.start, -1), "the" | "all")
            || words.near(range.start, -1) == "of" && words.near(range.start, -2) == "one";
        if word == "who" && all && noun.as_deref().is_some_and(is_kind) {
            at += 1;
            steps += 1;
            continue;
        }
        // «left one person in a hospital and another dead»
        if STOPS.has(word) || is_number(scene, at) || word == "another" {
            return None;
        }
        if noun.is_none() && !word.is_empty() && (PARTS.has(word) || ANYBODY.has(word)) {
            noun = Some(word.to_owned());
        }
        at += 1;
        steps += 1;
    }
    None
}

fn noun_after(scene: &Scene<'_>, range: &Range<usize>, sentence: &Range<usize>) -> Option<String> {
    let words = scene.words;
    for at in range.end..(range.end + 4).min(sentence.end) {
        let word = words.at(at);
        if at > range.end && words.gap(at) >= Gap::Comma || STOPS.has(word) {
            return None;
        }
        if PARTS.has(word) || ANYBODY.has(word) {
            return Some(word.to_owned());
        }
    }
    None
}

/// «the number of people killed in the quake rose to 10», «put the number of dead at 10»
fn number_of(
    scene: &Scene<'_>,
    range: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<(usize, Tally)> {
    let words = scene.words;
    let from = range.start.saturating_sub(14).max(sentence.start);
    let number = (from..range.start)
        .rev()
        .find(|&i| words.at(i) == "number" && words.near(i, 1) == "of")?;
    let clean = (number..range.start).all(|i| {
        !is_number(scene, i)
            && words.gap(i + 1) < Gap::Break
            && !matches!(words.at(i), "and" | "but")
    });
    let tally =
        (number + 2..(number + 6).min(range.start)).find_map(|i| word_tally(words.at(i)))?;
    let told = (1..=4).any(|back| {
        matches!(
            words.near(range.start, -back),
            "at" | "to"
                | "reached"
                | "was"
                | "is"
                | "stands"
                | "stood"
                | "passed"
                | "as"
                | "exceeded"
        )
    });
    (clean && told).then_some((range.start - number, tally))
}

/// «killing at least 10», «death toll rose to 10», «bodies of 44», «claimed the lives of 9».
fn scan_before(
    scene: &Scene<'_>,
    range: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<(usize, Tally)> {
    let words = scene.words;
    // «raising the toll from 15 to 20»: the old figure does not stand between.
    // «rose by 11 to 840»
    let old = words.near(range.start, -1) == "to"
        && matches!(words.near(range.start, -3), "from" | "by")
        && range.start >= sentence.start + 3
        && is_number(scene, range.start - 2);
    let start = range.start - if old { 3 } else { 0 };
    let range = &(start..range.end);
    let toll = (1..=11).find(|&back| {
        words.near(range.start, -back) == "toll"
            && !matches!(
                words.near(range.start, -back - 1),
                "injury" | "financial" | "economic" | "environmental"
            )
            && (1..back).all(|i| !is_number(scene, range.start - i.unsigned_abs()))
    });
    // «the toll from two attacks», «in the toll of the three blasts»: what cost them, where no people are counted.
    let cause = || {
        let lead = usize::from(words.near(range.start, -1) == "the") + 1;
        matches!(
            words.near(range.start, -lead.cast_signed()),
            "from" | "in" | "after" | "following" | "across"
        ) && !(range.end..sentence.end.min(range.end + 3))
            .any(|at| ANYBODY.has(words.at(at)) || PARTS.has(words.at(at)))
            // «raised the toll of the raid from 15»: with nothing behind it, it is the old one.
            && (words.near(range.start, -1) == "from"
                || words.gap(range.end) == Gap::Space && !STOPS.has(words.at(range.end)))
    };
    if let Some(back) = toll
        && !cause()
    {
        return Some((back.unsigned_abs(), Tally::Killed));
    }
    if let Some(found) = number_of(scene, range, sentence) {
        return Some(found);
    }
    let mut steps = 0;
    for at in (sentence.start..range.start).rev() {
        let word = words.at(at);
        if words.gap(at + 1) >= Gap::Break || is_number(scene, at) || steps > 6 {
            return None;
        }
        let Some(tally) = word_tally(word) else {
            let fine = matches!(
                word,
                "at" | "least"
                    | "more"
                    | "than"
                    | "up"
                    | "to"
                    | "as"
                    | "many"
                    | "about"
                    | "around"
                    | "some"
                    | "nearly"
                    | "almost"
                    | "over"
                    | "approximately"
                    | "an"
                    | "estimated"
                    | "other"
                    | "another"
                    | "of"
                    | "the"
                    | "only"
                    | "roughly"
                    | "close"
                    | "total"
                    | "a"
                    | "and"
                    | "just"
                    | "further"
                    | "additional"
                    | "all"
                    | "between"
                    | "well"
                    | "lives"
                    | "fewer"
                    | "no"
                    | "under"
                    | "seriously"
                    | "critically"
                    | "slightly"
                    | "s"
            );
            // «300 injured as 2 trains derail»: «as» opens a clause of its own.
            let opens = word == "as"
                && !matches!(words.near(at, 1), "many" | "of" | "high" | "few")
                && !matches!(words.near(at, -1), "many" | "high" | "few");
            if !fine || opens {
                return None;
            }
            steps += 1;
            continue;
        };
        let active = match word {
            "killing" | "kills" | "kill" | "killed" | "wounding" | "injuring" | "wounded"
            | "injured" | "injures" | "wounds" | "hurting" | "bodies" | "lives" | "martyred"
            | "murdered" | "murdering" | "arrested" | "detained" | "arresting" | "detaining" => {
                true
            }
            // «the dead: 12» but not «10 dead and 50 hurt», where the number belongs to the word after it.
            // «shot dead two guards»
            "dead"
                if matches!(
                    words.near(at, -1),
                    "shot" | "shoots" | "shooting" | "stabbed" | "beat"
                ) =>
            {
                true
            }
            "dead" | "deaths" | "injuries" => {
                matches!(words.near(at, 1), "at" | "to" | "of") && at + 1 < range.start
            }
            _ => false,
        };
        // «one killed, two teens among 14 others shot»: it has its own number.
        if words.gap(at + 1) == Gap::Comma && at > sentence.start && is_number(scene, at - 1) {
            return None;
        }
        let passive = word != "killing" && is_borne(scene, at, range.start);
        return (active && !passive && !ends_phrase(words, at, range.start))
            .then_some((steps, tally));
    }
    None
}

fn ends_phrase(words: &super::words::Words, at: usize, to: usize) -> bool {
    (at + 1..to).any(|i| words.at(i) == "and" && i + 1 < to && words.gap(i) >= Gap::Comma)
}

pub(crate) fn is_number(scene: &Scene<'_>, word: usize) -> bool {
    let Some(span) = scene.words.get(word).map(|word| word.span) else {
        return false;
    };
    let mentions = &scene.reading.mentions;
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions.get(at).is_some_and(|mention| {
        mention.span.overlaps(span)
            && matches!(mention.value, Value::Count { .. } | Value::Number(_))
    })
}

fn culprit(scene: &Scene<'_>, range: &Range<usize>, sentence: &Range<usize>) -> bool {
    let words = scene.words;
    (range.end..(range.end + 12).min(sentence.end)).any(|i| {
        words.at(i) == "including"
            && (i + 1..(i + 4).min(sentence.end)).any(|i| {
                matches!(
                    words.at(i),
                    "gunman"
                        | "attacker"
                        | "shooter"
                        | "bomber"
                        | "assailant"
                        | "suspect"
                        | "perpetrator"
                        | "himself"
                )
            })
    })
}
