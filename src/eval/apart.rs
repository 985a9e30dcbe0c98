//! What sets a figure apart from the one a claim asks for: it is some of a whole, of other people or places, of another
//! year or another stage of a contest.
//!
//! In: a value in its sentence. Out: whether words around it say so. Each is a reason to be silent, never one to accuse.

pub(crate) mod age;
pub(crate) mod people;
pub(crate) mod time;
pub(crate) mod whole;

use std::ops::Range;

use super::scene::Scene;
use super::syntax::Tag;
use super::syntax::class;
use super::warrant;
use super::words::Aside;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::Claim;
use crate::rule::EventIndex;
use crate::value::Value;

/// «a dozen of Nigeria's patients», «one of six leaders who spoke»: some of a whole, or a whole that is made by the sentence.
pub(crate) fn partitive(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let of = words.at(range.end) == "of";
    let definite = opens_whole(words.near(range.end, 1));
    let owned = (1..=3).any(|ahead| words.gap(range.end + ahead) == Gap::Apostrophe);
    of && (definite || owned) || of_one(scene, range)
}

/// «the boats», «its staff», «all phones»: how a whole begins that was told of before, or that everybody knows.
fn opens_whole(word: &str) -> bool {
    matches!(
        word,
        "the" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "all"
    )
}

/// «one of six boats», «100 tremors, one of magnitude 5.6».
pub(crate) fn of_one(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (1..=2).any(|back| {
        words.near(range.start, -back) == "of" && words.near(range.start, -back - 1) == "one"
    })
}

/// «A day after the quake nine people died when a jet and a plane collided»: a clause with «when» tells of what, and holds no
/// word for the event.
pub(crate) fn by_another_when(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let Some((syntax, own)) = scene.clause_of_value(range) else {
        return false;
    };
    let row = scene.instances_in(syntax.words.clone());
    let mut whens = (0..syntax.clauses.len()).filter(|&clause| {
        let known = &syntax.clauses[clause];
        let verb = known.verb.map(|chunk| syntax.chunks[chunk].words.start);
        known.parent == Some(own)
            && verb.is_some_and(|verb| {
                let subject = known.subject.first();
                let start = subject.map_or(verb, |&subject| syntax.phrases[subject].words.start);
                scene.words.near(start, -1) == "when" && start > range.end
            })
    });
    let tells = |clause: usize| {
        row.iter().any(|instance| {
            instance.event == Some(event)
                && (syntax.clause_of(instance.words.start) == Some(clause)
                    || syntax.verb_clause(instance.words.start) == Some(clause))
        })
    };
    // «The storm killed eight people when it tore the roof off»: the event itself does it.
    let done = row.iter().any(|instance| {
        instance.event == Some(event)
            && (syntax.verb_clause(instance.words.start) == Some(own)
                || syntax
                    .phrase_of(instance.words.end - 1)
                    .is_some_and(|phrase| syntax.clauses[own].subject.contains(&phrase)))
    });
    !done && whens.any(|clause| !tells(clause))
}

/// «36 percent of the young»: a share of others than of voters, people or members at large.
pub(crate) fn other_base(scene: &Scene<'_>, range: &Range<usize>, claimed: &[Vec<String>]) -> bool {
    const LARGE: &Table = table![
        "vote",
        "votes",
        "voters",
        "ballots",
        "electorate",
        "people",
        "public",
        "population",
        "total",
        "seats",
        "members",
        "respondents",
        "citizens",
        "residents",
        "adults",
        "shares",
        "stock",
        "company",
        "country",
        "nation",
        "those",
        "it",
    ];
    if scene.words.at(range.end) != "of" {
        return false;
    }
    let syntax = scene.syntax_at(range.start);
    let Some(base) = syntax.phrase_of(range.end + 1) else {
        return false;
    };
    let words = syntax.phrases[base].words.clone();
    syntax.noun(base).is_some_and(|noun| {
        !LARGE.has(scene.words.at(noun.head))
            && noun.tag != Tag::Name
            && scene.has_phrase(words, claimed).is_none()
    })
}

/// Nouns for places that others are told apart by.
const PLACES: &Table = table![
    "city",
    "cities",
    "town",
    "towns",
    "village",
    "villages",
    "county",
    "counties",
    "state",
    "states",
    "province",
    "provinces",
    "region",
    "regions",
    "district",
    "districts",
    "country",
    "countries",
    "nations",
    "borough",
    "areas",
    "islands",
    "departments",
    "constituency",
    "suburb",
    "suburbs",
];

/// Whether a noun is a common one for a place that people live in or vote in.
pub(crate) fn is_plain_place(noun: &str) -> bool {
    PLACES.has(noun)
}

/// Whether a noun after a name says what sort of place it is: «Corsa province».
pub(crate) fn is_sort_of_place(noun: &str) -> bool {
    is_plain_place(noun)
        || matches!(
            noun,
            "area"
                | "port"
                | "harbour"
                | "harbor"
                | "neighborhood"
                | "neighbourhood"
                | "municipality"
                | "prefecture"
                | "island"
                | "township"
                | "station"
                | "valley"
        )
}

/// «The parts in a Talvo phone cost 266 dollars»: the subject is something in, on or for what the claim is about.
pub(crate) fn of_what_is_in_it(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let Some((syntax, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let own = |phrase: usize| {
        let mut named = scene.entities_in(syntax.phrases[phrase].words.clone());
        named.any(|mention| who.contains(&mention.entity))
    };
    syntax.clauses[clause].subject.iter().any(|&subject| {
        let common = syntax
            .noun(subject)
            .is_some_and(|noun| noun.tag == Tag::Noun && !noun.dimension);
        common
            && !own(subject)
            && !syntax.phrases[subject].words.contains(&range.start)
            && (0..syntax.phrases.len()).any(|phrase| {
                let lead = warrant::lead(scene, syntax, phrase).unwrap_or("");
                let inside = syntax.phrases[phrase].after == Some(subject)
                    && matches!(lead, "in" | "inside" | "on" | "for" | "from" | "at");
                // «A plume 7,000 metres high stood over Karst»
                let around = syntax.phrases[phrase].clause == clause
                    && matches!(lead, "over" | "above" | "around" | "near" | "below");
                (inside || around) && own(phrase)
            })
    })
}

/// Whether a bracket or a dash that opens an aside stands before a word, and none that closes it.
fn in_aside(scene: &Scene<'_>, word: usize) -> bool {
    let sentence = scene.sentence_at(word);
    (sentence.start..=word)
        .rev()
        .find_map(|at| match scene.words.aside(at) {
            Aside::Opens => Some(true),
            Aside::Closes(_) => Some(false),
            Aside::None => None,
        })
        .unwrap_or(false)
}

/// «two additional cases», «another 12 ships», «six people are treated as well», «an additional three years»: what comes to
/// others, unless the claim counts just those.
pub(crate) fn added(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    const MORE: &Table = table!["additional", "new", "more", "further", "extra", "other"];
    const BEFORE: &Table = table!["another", "further", "additional", "extra"];
    let words = scene.words;
    let asked = |at: usize| own.contains(&words.stem(at));
    let syntax = scene.syntax_at(range.start);
    let end = syntax
        .phrase_of(range.end - 1)
        .map_or(range.end, |phrase| syntax.phrases[phrase].words.end);
    let besides = || {
        let clause = syntax.clause_of(range.end - 1);
        (range.end..scene.sentence_at(range.start).end)
            .take_while(|&at| {
                syntax
                    .clause_of(at)
                    .is_none_or(|found| Some(found) == clause)
            })
            .any(|at| words.at(at) == "also" || words.at(at) == "as" && words.at(at + 1) == "well")
    };
    (range.end..end).any(|at| MORE.has(words.at(at)) && !asked(at))
        || besides()
        || range
            .start
            .checked_sub(1)
            .is_some_and(|at| BEFORE.has(words.at(at)) && !asked(at))
}

/// «was also given a three-year sentence», «also fined him $2 million»: a second of its kind, given beside the first.
pub(crate) fn given_beside(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let syntax = scene.syntax_at(range.start);
    let clause = syntax.clause_of(range.start);
    let start = scene.sentence_at(range.start).start;
    (start..range.start)
        .rev()
        .take_while(|&at| {
            syntax
                .clause_of(at)
                .is_none_or(|found| Some(found) == clause)
        })
        .any(|at| {
            matches!(
                scene.words.at(at),
                "also" | "separately" | "additionally" | "furthermore"
            )
        })
}

/// «the seven people killed or critically injured», of a claim on those critically injured: those of two fates together.
pub(crate) fn of_two_fates(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    const REACH: usize = 6;
    let words = scene.words;
    let end = scene.sentence_at(range.start).end.min(range.end + REACH);
    (range.end + 1..end).any(|at| {
        matches!(words.at(at), "or" | "and")
            && super::tally::lexicon::word_tally(words.at(at - 1)).is_some()
            && !own.contains(&words.stem(at - 1))
            && (at + 1..=at + 2).any(|next| own.contains(&words.stem(next)))
    })
}

/// «on top of 4,800 jobs», «in addition to the 4,800», «besides 30 million»: others, beside those that are told of.
pub(crate) fn on_top(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (1..=3).any(|back| {
        let before = |more: isize| words.near(range.start, -back - more);
        match before(0) {
            "of" => before(1) == "top" && before(2) == "on",
            "to" => before(1) == "addition" && before(2) == "in",
            "besides" => true,
            _ => false,
        }
    })
}

/// «in two instances she killed one twin»: a figure of each of several times.
pub(crate) fn each_time(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    (sentence.start..range.start).any(|i| {
        matches!(
            words.at(i),
            "instances" | "cases" | "occasions" | "times" | "incidents" | "episodes"
        ) && super::tally::is_number(scene, i.saturating_sub(1))
    })
}

/// «500 people were treated at the rally», «buses took 9,000 people to the march»: people of whom the verb does not say that
/// they were there for the event.
pub(crate) fn of_other_people(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: Option<EventIndex>,
) -> bool {
    let words = scene.words;
    let people = (range.end..range.end + 4)
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(|at| {
            matches!(
                words.at(at),
                "people"
                    | "persons"
                    | "residents"
                    | "supporters"
                    | "fans"
                    | "spectators"
                    | "protesters"
                    | "demonstrators"
                    | "marchers"
                    | "visitors"
                    | "mourners"
            )
        });
    let Some((syntax, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let Some(verb) = syntax.verb(clause) else {
        return false;
    };
    let main = words.at(verb.main);
    let own = scene
        .instances_in(verb.main..verb.main + 1)
        .iter()
        .any(|instance| instance.event.is_some() && instance.event == event);
    let far = scene.sentence_at(range.start).any(|at| {
        matches!(
            words.at(at),
            "television" | "tv" | "screens" | "online" | "livestream"
        )
    });
    // «took part», but not «took them there»
    let took = matches!(main, "took" | "take" | "taken" | "takes")
        && !matches!(words.near(verb.main, 1), "part" | "to");
    people && !own && (took || far || !class::is_attending(main))
}

/// «20 years for the assault and three for the rape», of 23: figures of one sentence that add up to what is expected.
pub(crate) fn adds_up(scene: &Scene<'_>, range: &Range<usize>, claim: &Claim) -> bool {
    let index = scene.sentence_of(range.start);
    let span = scene.words.span(range.clone());
    let mentions = scene.mentions_of(index);
    let Some(own) = mentions.iter().find(|mention| mention.span.overlaps(span)) else {
        return false;
    };
    let point =
        |value: &Value| super::compare::measure(value).map(|one| super::compare::point(&one));
    let Some(x) = point(&own.value) else {
        return false;
    };
    let others: Vec<f64> = mentions
        .iter()
        .filter(|other| !other.span.overlaps(span))
        .filter(|other| std::mem::discriminant(&other.value) == std::mem::discriminant(&own.value))
        .filter_map(|other| point(&other.value))
        .collect();
    super::scene::rights(claim)
        .filter_map(|right| point(&right.value))
        .any(|whole| {
            x < whole
                && others
                    .iter()
                    .any(|other| ((x + other) / whole - 1.0).abs() < 0.005)
        })
}

/// «three counts of fraud and conspiracy»: what stands behind «and» may come to the counts.
pub(crate) fn with_other_charges(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let end = scene.sentence_at(range.start).end;
    let charges =
        matches!(words.at(range.end), "counts" | "charges") && words.at(range.end + 1) == "of";
    let syntax = scene.syntax_at(range.start);
    charges
        && (range.end + 2..end)
            .take_while(|&at| words.gap(at) <= Gap::Space && syntax.verb_clause(at).is_none())
            .any(|at| words.at(at) == "and")
}

/// «sentenced to 15 years on one count and to life on another»
pub(crate) fn on_one_count(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let count = (range.end..range.end + 6)
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(|at| {
            matches!(words.at(at), "count" | "counts" | "charge" | "charges")
                && (1..=3).any(|back| {
                    matches!(
                        words.near(at, -back),
                        "one"
                            | "each"
                            | "another"
                            | "first"
                            | "second"
                            | "third"
                            | "other"
                            | "every"
                    )
                })
        });
    count && scene.sentence_at(range.start).len() > 4
}
