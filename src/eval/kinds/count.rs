//! How many: people killed, injured, missing, arrested, and things counted.
//!
//! In: numbers of the reading. Out: evidence. A number of people gets its tally from the words around it; part figures
//! («22 children», «two in the next town»), a whole war's, and figures of other events are left.

mod group;

use std::ops::Range;

use self::group::counts_claimed;
use self::group::is_year_of_noun;
use self::group::of_everybody;
use self::group::place_in_row;
pub(super) use self::group::with_others;
use super::Asked;
use super::ballot;
use super::counted;
use super::scores;
use super::sides;
use super::things;
use super::things::relate;
use crate::eval::background;
use crate::eval::bind;
use crate::eval::bind::Attached;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::compare;
use crate::eval::compare::Relation;
use crate::eval::incident;
use crate::eval::judge::Judged;
use crate::eval::rows;
use crate::eval::scene;
use crate::eval::scene::Scene;
use crate::eval::stem::stem;
use crate::eval::tally;
use crate::eval::words::Gap;
use crate::finding::Verdict;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EventIndex;
use crate::rule::Right;
use crate::text::Mention;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Tally;
use crate::value::Value;

/// Evidence for `count`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    if asked.is_of_each_source()
        && let Some(tally) = asked.claim.tally
    {
        // «opened fire» tells of no fire.
        if scene.instances.is_empty() {
            return;
        }
        own_incident(asked, out, tally);
        return;
    }
    for (index, mention) in scene.reading.mentions.iter().enumerate() {
        let measure = match &mention.value {
            Value::Count { measure, .. } | Value::Number(measure) => *measure,
            _ => continue,
        };
        let range = scene.hedged(mention);
        // «about a third» counts nothing.
        let fraction =
            measure.stated.lo.is_finite() && measure.stated.lo > 0.0 && measure.stated.lo < 1.0;
        if range.is_empty() || fraction {
            continue;
        }
        if asked.claim.tally.is_some() && is_year_of_noun(scene, &range) {
            out.note(mention.span, "left: the year of what stands behind it");
            continue;
        }
        match asked.claim.tally {
            Some(wanted) => match place_in_row(asked, index) {
                rows::Place::Alone => people(asked, out, mention, &measure, &range, wanted, false),
                rows::Place::First(last, Some(sum)) => {
                    let whole = Measure::exactly(sum);
                    let mention = Mention {
                        span: mention.span.hull(scene.reading.mentions[last].span),
                        ..mention.clone()
                    };
                    people(asked, out, &mention, &whole, &range, wanted, true);
                }
                rows::Place::First(_, None) | rows::Place::Later => {
                    out.note(mention.span, "left: a part of a row of figures".to_owned());
                }
            },
            None if ballot::is_side(scene, &range) => {
                out.note(mention.span, "left: one side of a vote");
            }
            None if scores::expected(asked).is_some()
                && sides::pairs_around(scene, &range).next().is_some() => {}
            None => things::gather(asked, out, mention, &measure, &range),
        }
    }
    if asked.claim.tally.is_none() && asked.claim.of.is_empty() {
        scores::gather(asked, out);
    }
    if asked.claim.tally.is_none() && !asked.claim.of.is_empty() {
        ballot::gather(asked, out);
        things::implied(asked, out);
    }
}

/// What the source says of its own incident, whichever that is.
fn own_incident(asked: Asked<'_>, out: &mut Gathered, tally: Tally) {
    let scene = asked.scene;
    let read = incident::read(scene);
    for (range, why) in &read.left {
        out.note(scene.words.span(range.clone()), *why);
    }
    let figure = match tally {
        Tally::Killed => &read.killed,
        Tally::Injured => &read.injured,
        Tally::Missing | Tally::Arrested => &None,
    };
    let Some(figure) = figure else { return };
    let span = scene.words.span(figure.words.clone());
    let (stance, speaker) = scene.stance(figure.words.start);
    out.note(
        span,
        format!("told of the source's own incident, {}", figure.how.told()),
    );
    out.bound.push(Bound {
        value: format!("{}", figure.count),
        number: Some(figure.count),
        ..Bound::new(scene, span, stance, speaker, Judged::new(Verdict::Stated))
    });
}

fn people(
    asked: Asked<'_>,
    out: &mut Gathered,
    mention: &Mention,
    measure: &Measure,
    range: &Range<usize>,
    wanted: Tally,
    summed: bool,
) {
    let scene = asked.scene;
    let found = match &mention.value {
        Value::Count {
            tally: Some(tally), ..
        } => Some(*tally),
        _ => None,
    };
    let own = || {
        let event = asked.claim.event?;
        (wanted == Tally::Arrested).then(|| tally::taken(scene, range, event))?
    };
    if tally::attempted(scene, range) {
        out.note(mention.span, "left: it was only attempted");
        return;
    }
    let Some(read) = tally::read(scene, range).or_else(own) else {
        out.note(
            mention.span,
            "left: it counts neither dead nor hurt, missing or arrested",
        );
        return;
    };
    let is = found.unwrap_or(read.tally);
    if is != wanted && read.tally != wanted {
        let (is, want) = (tally::word(read.tally), tally::word(wanted));
        out.note(
            mention.span,
            format!("left: it counts the {is}, and the claim the {want}"),
        );
        return;
    }
    if !asked.words_near(range, out) {
        return;
    }
    if read.joint {
        out.note(mention.span, "left: two tolls in one figure");
        return;
    }
    let of = &scene.plan.of[asked.index];
    let claimed = counts_claimed(scene, range, of);
    if !of.is_empty() && !claimed && !of_everybody(asked) {
        out.note(
            mention.span,
            "left: what it counts is none of the claim's `of`",
        );
        return;
    }
    if let Some(part) = &read.part
        && !summed
        && (!claimed || part == tally::ADDED)
        && !of_claim(asked, part)
        && !(tally::lexicon::is_kind(part) && is_whole(asked, mention, measure, wanted, part))
    {
        if tally::lexicon::is_victim(part) {
            more_than_all(asked, out, mention, measure, range, part);
        } else {
            out.note(mention.span, format!("left: a part of the whole ({part})"));
        }
        return;
    }
    // «killed 30 staff and patients», where the claim counts the staff
    if claimed && !of_everybody(asked) && with_others(scene, range, of) {
        out.note(mention.span, "left: it counts others as well");
        return;
    }
    // «The bombing killed 168», where the claim counts children.
    let of = &scene.plan.of[asked.index];
    if read.part.is_none()
        && !asked.claim.of.is_empty()
        && !asked
            .claim
            .of
            .iter()
            .any(|of| tally::lexicon::is_anybody(of))
        && counted::noun_of(scene, range, of).is_none()
        && counted::of_before(scene, range, of).is_none()
        && !counted::alone(asked, range, of)
    {
        out.note(
            mention.span,
            "left: what it counts is none of the claim's `of`",
        );
        return;
    }
    let attached = match bound_incident(asked, range) {
        Ok(attached) => attached,
        Err(why) => {
            out.untied(mention.span, &why);
            return;
        }
    };
    // «exceeds hundreds» is as loose as «hundreds».
    let vague = measure.hedge == Some(crate::finding::Hedge::Vague);
    let passed = (!vague && passed(scene, range)).then(|| exceeding(measure));
    let measure = passed.as_ref().unwrap_or(measure);
    // «30 people seriously injured» are some of those who were hurt.
    let severe = (range.end..range.end + 5)
        .take_while(|&i| scene.words.gap(i) < Gap::Comma && scene.words.at(i) != "and")
        .any(|i| SEVERITY.has(scene.words.at(i)));
    let attached = Attached {
        strong: attached.strong
            && !severe
            && !summed
            && (compare::point(measure) > 0.0 || nobody(scene, range)),
        ..attached
    };
    let relate = |right: &Right| {
        let plain = relate(right, measure);
        // «59 dead, including the gunman» and «58 victims» are one figure.
        if read.with_culprit && plain != Relation::Agrees {
            return plain.or(relate(right, &shifted(measure, -1.0)));
        }
        plain
    };
    asked.bind(out, mention, &relate, Some(measure), &attached);
}

/// Whether a figure of one kind of people («seven workers») is the toll itself. Of fewer than died they may be a part; as
/// many or more than all who died are no part, unless the text gives more.
fn is_whole(
    asked: Asked<'_>,
    mention: &Mention,
    measure: &Measure,
    wanted: Tally,
    part: &str,
) -> bool {
    let scene = asked.scene;
    let own = compare::point(measure);
    let rights: Vec<f64> = scene::rights(asked.claim)
        .filter_map(|right| compare::measure(&right.value))
        .map(|measure| compare::point(&measure))
        .collect();
    let known = rights.iter().copied().fold(f64::NAN, f64::max);
    let told = || {
        scene.reading.mentions.iter().any(|other| {
            let (Value::Count { measure, .. } | Value::Number(measure)) = &other.value else {
                return false;
            };
            let at = scene.hedged(other);
            other.span != mention.span
                && !at.is_empty()
                && compare::point(measure) > own
                && tally::read(scene, &at).is_some_and(|read| read.tally == wanted && !read.joint)
        })
    };
    // More bodies than died are no part of them.
    let victims = tally::lexicon::is_victim(part) || part == tally::lexicon::BODIES;
    (own > known && victims || rights.contains(&own)) && !told()
}

/// «21 passengers died» says nothing of all who died, unless they are more than all.
fn more_than_all(
    asked: Asked<'_>,
    out: &mut Gathered,
    mention: &Mention,
    measure: &Measure,
    range: &Range<usize>,
    part: &str,
) {
    let attached = match bound_incident(asked, range) {
        Ok(attached) => attached,
        Err(why) => {
            out.untied(mention.span, &why);
            return;
        }
    };
    let x = compare::point(measure);
    let least = Measure {
        typical: Interval::at_least(x),
        possible: Interval::at_least(x),
        ..*measure
    };
    let before = out.bound.len();
    asked.bind(
        out,
        mention,
        &|right| relate(right, &least),
        Some(&least),
        &attached,
    );
    if out
        .bound
        .get(before)
        .is_some_and(|bound| !super::accuses(&bound.judged))
    {
        out.bound.truncate(before);
        out.note(mention.span, format!("left: a part of the whole ({part})"));
    }
}

/// Whether a claim's words tell what became of those whom it counts: «arrested», «survivors».
pub(super) fn tells_fate(words: &[Vec<String>]) -> bool {
    const FATES: [&str; 18] = [
        "killed",
        "died",
        "deaths",
        "fatalities",
        "victims",
        "casualties",
        "lives",
        "injured",
        "wounded",
        "hurt",
        "missing",
        "arrested",
        "detained",
        "rescued",
        "survivors",
        "charged",
        "evacuated",
        "displaced",
    ];
    let mut stems = words.iter().flatten();
    stems.any(|word| FATES.iter().any(|fate| stem(fate) == *word))
}

/// How badly: who is hurt so is a part of all who are hurt.
const SEVERITY: &Table = table![
    "seriously",
    "critically",
    "severely",
    "badly",
    "gravely",
    "slightly",
    "lightly",
    "minor",
    "serious",
    "critical",
    "severe",
    "grave",
    "light",
];

/// «No one died», «nobody was killed»: said outright, not «no deaths were reported».
fn nobody(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let open = sentence.clone().any(|i| {
        matches!(
            words.at(i),
            "reported"
                | "reports"
                | "immediate"
                | "immediately"
                | "confirmed"
                | "known"
                | "believed"
                | "yet"
                | "apparently"
                | "else"
                | "other"
                | "more"
                | "further"
                | "initially"
                | "first"
        )
    });
    let outright = matches!(words.at(range.start), "nobody" | "none")
        || words.at(range.start) == "no"
            && matches!(words.at(range.end - 1), "one" | "people" | "person" | "no");
    let then = scene
        .syntax_at(range.start)
        .clause_of(range.end - 1)
        .and_then(|clause| scene.syntax_at(range.start).verb(clause).cloned())
        .is_some_and(|verb| verb.perfect);
    outright && !open && !then
}

/// «has passed 2,900»
fn passed(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    matches!(
        scene.words.near(range.start, -1),
        "passed"
            | "exceeded"
            | "exceeds"
            | "topped"
            | "tops"
            | "surpassed"
            | "surpasses"
            | "exceed"
            | "pass"
            | "passes"
            | "past"
    )
}

fn exceeding(measure: &Measure) -> Measure {
    let x = compare::point(measure);
    Measure {
        stated: measure.stated,
        typical: Interval {
            hi: 1.25 * x,
            lo: x,
            lo_open: true,
            hi_open: false,
        },
        possible: Interval::above(x),
        hedge: Some(crate::finding::Hedge::MoreThan),
    }
}

fn shifted(measure: &Measure, by: f64) -> Measure {
    let shift = |interval: Interval| Interval {
        lo: interval.lo + by,
        hi: interval.hi + by,
        ..interval
    };
    Measure {
        stated: shift(measure.stated),
        typical: shift(measure.typical),
        possible: shift(measure.possible),
        hedge: measure.hedge,
    }
}

fn of_claim(asked: Asked<'_>, part: &str) -> bool {
    asked
        .claim
        .of
        .iter()
        .chain(&asked.claim.words)
        .any(|of| of.contains(part))
}

/// The incident that a figure of victims speaks of.
fn bound_incident(asked: Asked<'_>, range: &Range<usize>) -> Result<Attached, String> {
    let scene = asked.scene;
    let Some(event) = asked.claim.event else {
        return Ok(Attached::beside_words(!asked.claim.words.is_empty()));
    };
    let sentence = scene.sentence_of(range.start);
    let mut attached = match bind::attach(scene, range, event) {
        Ok(attached) => attached,
        Err(why) => {
            // Figures need no event word where the story has one event with victims, or the source one event.
            let row = scene.instances_in(scene.words.of_sentence(sentence));
            let here = row.iter().any(|instance| instance.other.is_some());
            let only = scene
                .story
                .claims
                .iter()
                .all(|claim| claim.tally.is_none() || claim.event == Some(event));
            let another = here || other_before(scene, sentence);
            if another || !(only || (row.is_empty() && scene.main == Some(event))) {
                return Err(why.into());
            }
            Attached::alone(
                only && row.is_empty() && is_about(scene, event),
                "it is the story's only event with victims",
            )
        }
    };
    if let Some(why) = crate::eval::elsewhere::figure::far(scene, sentence, range, event) {
        return Err(why);
    }
    if !attached.strong && scene.main == Some(event) && sentence <= 3 {
        attached.strong = true;
    }
    // «At least 100 people were killed, according to the Red Cross»: nothing else was spoken of so far.
    if !attached.strong && attached.instance.is_none() && scene.speaks_of_one(event, sentence) {
        attached.strong = true;
    }
    // «The death toll rose to 10.»
    if !attached.strong && scene.main == Some(event) {
        let here = scene.words.of_sentence(sentence);
        attached.strong = here.clone().any(|i| scene.words.at(i) == "toll");
    }
    Ok(attached)
}

/// Whether a source tells of an event at all: by a word for it, or by naming who took part or where it was.
fn is_about(scene: &Scene<'_>, event: EventIndex) -> bool {
    let known = &scene.story.events[event];
    !scene.instances.is_empty()
        || scene
            .entities
            .iter()
            .any(|mention| known.who.contains(&mention.entity) || known.at == Some(mention.entity))
}

/// Whether one of the three sentences before speaks of another event of the kind.
fn other_before(scene: &Scene<'_>, sentence: usize) -> bool {
    (sentence.saturating_sub(3)..sentence).any(|before| {
        let row = scene.instances_in(scene.words.of_sentence(before));
        row.last().is_some_and(|instance| {
            instance.other.is_some() && !background::is_one_of_many(scene, instance.words.start)
        })
    })
}
