//! Ages that are not those the claim asks for: of another time, or of somebody of the same name.
//!
//! In: an age in its sentence. Out: whether words around it say so.

use std::ops::Range;

use crate::eval::names::How;
use crate::eval::person;
use crate::eval::said_of;
use crate::eval::scene::Scene;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Sentence;
use crate::eval::syntax::Tag;
use crate::eval::warrant;
use crate::eval::when::days_apart;
use crate::eval::when::days_before;
use crate::eval::words::Gap;
use crate::eval::words::Words;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::Claim;
use crate::rule::EventIndex;
use crate::value::Granularity;
use crate::value::Value;

/// Relatives: whose «his mother» is somebody else than he.
const KIN: &Table = table![
    "mother",
    "father",
    "parent",
    "wife",
    "husband",
    "partner",
    "widow",
    "widower",
    "spouse",
    "son",
    "daughter",
    "brother",
    "sister",
    "sibling",
    "twin",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "cousin",
    "grandfather",
    "grandmother",
    "grandson",
    "granddaughter",
    "stepfather",
    "stepmother",
    "stepson",
    "stepdaughter",
    "fiance",
    "girlfriend",
    "boyfriend",
];

/// Whether an event of the story is one of now: not years before the report or before the last event of the story, if it is
/// not the claim's own.
fn is_of_now(scene: &Scene<'_>, event: EventIndex, claim: &Claim) -> bool {
    let events = &scene.story.events;
    let Some(Value::Date(when)) = &events[event].when else {
        return true;
    };
    if claim.event == Some(event) {
        return true;
    }
    let years = |days: f64| days > 700.0;
    let since = events.iter().any(|other| match &other.when {
        Some(Value::Date(later)) => {
            later.stated.from > when.stated.from && years(days_apart(when, later))
        }
        _ => false,
    });
    !since
        && !scene
            .published
            .is_some_and(|published| years(days_before(when, published)))
}

/// Whether a clause tells of an event of now, or has one of the claim's words: who was how old then is so old now.
fn tells_of_now(
    scene: &Scene<'_>,
    sentence: &Sentence,
    claim: &Claim,
    own: &[Vec<String>],
    within: impl Fn(usize) -> bool,
) -> bool {
    let all = sentence.words.clone();
    let event = scene.instances_in(all.clone()).iter().any(|instance| {
        within(instance.words.start)
            && instance.other.is_none()
            && instance
                .event
                .is_some_and(|event| is_of_now(scene, event, claim))
    });
    event
        || own.iter().any(|phrase| {
            scene
                .find_phrase(all.clone(), phrase)
                .is_some_and(|found| within(found.start))
        })
}

/// «joined the railway when he was 21», «was 25 when she came to the throne», «then 91», «as a 25-year-old», «by the age of
/// 30»: an age of then, unless what was done then is an event of now.
pub(crate) fn age_then(
    scene: &Scene<'_>,
    range: &Range<usize>,
    claim: &Claim,
    own: &[Vec<String>],
) -> bool {
    let words = scene.words;
    let Some((sentence, clause)) = scene.clause_of_value(range) else {
        return false;
    };
    let known = &sentence.clauses[clause];
    let before = |back: isize| words.near(range.start, -back);
    let near = |within: &dyn Fn(usize) -> bool| tells_of_now(scene, sentence, claim, own, within);
    let here = |at: usize| sentence.clause_of(at) == Some(clause);
    // «by the age of 30», «from the age of 12»
    let span = before(1) == "of"
        && before(2) == "age"
        && (3..=4).any(|back| matches!(before(back), "by" | "from" | "since" | "before"));
    if span {
        return true;
    }
    // «then 91», «then aged 91», «25 at the time», «as a 25-year-old»
    let after = |far: isize| words.near(range.end - 1, far);
    let then = before(1) == "then"
        || before(1) == "aged" && before(2) == "then"
        || after(1) == "then" && words.gap(range.end + 1) >= Gap::Comma
        || after(1) == "at" && matches!(after(2), "the" | "that") && after(3) == "time"
        || matches!(before(1), "a" | "an") && before(2) == "as";
    if then {
        return !near(&here);
    }
    // «was 25 at her coronation», «was 25 on her accession»
    let said = (1..=3).find(|&back| !matches!(before(back), "just" | "only" | "aged" | "still"));
    let was = said.is_some_and(|back| matches!(before(back), "was" | "were"));
    let tail = |at: usize| at >= range.end;
    if was && matches!(after(1), "at" | "on" | "upon" | "during") {
        return !near(&tail);
    }
    // «was 25 when she came to the throne»
    if matches!(after(1), "when" | "as" | "while" | "before") {
        return !near(&tail);
    }
    let when = before(1) == "when"
        || known.joint.is_some_and(|joint| {
            matches!(
                words.at(joint),
                "when" | "until" | "since" | "before" | "while"
            )
        });
    when && match known.parent {
        Some(parent) => !near(&|at| sentence.clause_of(at) == Some(parent)),
        None => !near(&|_| true),
    }
}

/// «Orsini mourned his mother Ada at the age of 91», «the death of his father at 88»: «at» tells the age of whom it stands
/// right behind, and that is somebody else.
pub(crate) fn of_another_person(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let words = scene.words;
    if who.is_empty() || !crate::eval::aged::at_age(scene, range) {
        return false;
    }
    let sentence = scene.syntax_at(range.start);
    for at in sentence.words.start..range.start {
        let at = range.start - 1 - (at - sentence.words.start);
        // «Varn, mother of Prince Matthis, died at the age of 91»
        let dies = sentence.verb_clause(at) == sentence.clause_of(range.end - 1)
            && matches!(words.at(at), "died" | "passed" | "succumbed" | "dies");
        if dies && said_of::subject_is(scene, range, who) {
            return false;
        }
        let mut named = scene.entities_in(at..at + 1).peekable();
        let told = named.peek().is_some();
        if named.any(|mention| who.contains(&mention.entity))
            || matches!(words.at(at), "he" | "she" | "who")
        {
            return false;
        }
        let person = scene.entities_in(at..at + 1).any(|mention| {
            scene.story.entities[mention.entity].kind == crate::rule::EntityKind::Person
        });
        if person {
            return true;
        }
        let Some(phrase) = sentence.phrase_of(at) else {
            continue;
        };
        let known = &sentence.phrases[phrase];
        let Some(noun) = sentence.noun(phrase).filter(|noun| noun.head == at) else {
            continue;
        };
        let owned = noun.owner.is_some()
            || known.words.clone().any(|i| {
                matches!(words.at(i), "his" | "her" | "their") || words.at(i).ends_with("'s")
            });
        if owned && KIN.has(words.at(at)) {
            return true;
        }
        let lead = warrant::lead(scene, sentence, phrase);
        let dead = lead == Some("of")
            && matches!(
                words.near(known.words.start, -2),
                "death" | "passing" | "loss" | "murder" | "killing" | "funeral"
            );
        if noun.tag == Tag::Name
            && !told
            && (dead || lead.is_none() && known.place == Place::Object)
        {
            return true;
        }
    }
    false
}

/// «until he is 45», «if she were 60»: an age that nobody has yet.
pub(crate) fn age_to_come(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    (1..=5).any(|back| {
        matches!(
            scene.words.near(range.start, -back),
            "until" | "till" | "unless" | "if" | "whether"
        )
    })
}

/// «was diagnosed in 1984, at the age of 43», «at 17, in 1958»: an age told with a year that lies well before the report.
pub(crate) fn age_of_years_ago(
    scene: &Scene<'_>,
    range: &Range<usize>,
    claim: &Claim,
    own: &[Vec<String>],
) -> bool {
    let told =
        crate::eval::aged::at_age(scene, range) || crate::eval::aged::is_age_told(scene, range);
    // «was found dead in 2016 at the age of 57»: nobody grows older after that.
    let dies = || {
        let (syntax, clause) = scene.clause_of_value(range)?;
        let here = |at: usize| {
            syntax.verb_clause(at) == Some(clause) || syntax.clause_of(at) == Some(clause)
        };
        scene
            .sentence_at(range.start)
            .find(|&at| matches!(scene.words.at(at), "died" | "dead" | "dies") && here(at))
    };
    if told && dies().is_some() {
        return false;
    }
    if is_of_a_deed(scene, range, claim, own) {
        return true;
    }
    told && scene.mentions_at(range.start).iter().any(|mention| {
        match (&mention.value, scene.published) {
            (Value::Date(date), Some(published)) => {
                crate::eval::when::days_before(date, published) > 700.0
            }
            (Value::Date(date), None) => !date.relative && date.granularity == Granularity::Year,
            _ => false,
        }
    })
}

/// «won her first prize at the age of 17»: «at» gives the age of when it was done, and what was done is neither a death nor
/// an event of now.
fn is_of_a_deed(
    scene: &Scene<'_>,
    range: &Range<usize>,
    claim: &Claim,
    own: &[Vec<String>],
) -> bool {
    let words = scene.words;
    let Some((syntax, mut clause)) = scene.clause_of_value(range) else {
        return false;
    };
    // «aged» is a verb of its own: what was done then is told by the clause around it.
    if let Some(parent) = syntax.clauses[clause].parent
        && scene.verb_of(syntax, clause) == "aged"
    {
        clause = parent;
    }
    let Some(verb) = syntax.verb(clause) else {
        return false;
    };
    // «became queen aged 25», «Aged 25, she became queen», but not «the Queen, aged 96,» and «a driver aged 61»
    let aged = words.near(range.start, -1) == "aged"
        && (range.start == syntax.words.start + 1
            || verb.main < range.start
                && words.at(verb.main) != "aged"
                // «was named as Ilsa Varn aged 84»
                && !scene
                    .entities_in(range.start - 2..range.start - 1)
                    .any(|mention| matches!(mention.how, How::Full | How::Surname))
                && (verb.main + 1..range.start).all(|i| words.gap(i) < Gap::Comma));
    let at = words.near(range.start, -1) == "at"
        || words.near(range.start, -1) == "age" && words.near(range.start, -2) == "at"
        || words.near(range.start, -1) == "of"
            && words.near(range.start, -2) == "age"
            && (3..=4).any(|back| words.near(range.start, -back) == "at")
        || aged;
    let main = words.at(verb.main);
    let past = !main.ends_with('s') && !verb.modal;
    let dies = matches!(
        main,
        "died" | "dead" | "passed" | "killed" | "dying" | "perished" | "succumbed" | "was" | "is"
    );
    at && past
        && !dies
        && !tells_of_now(scene, syntax, claim, own, |word| {
            syntax
                .clause_of(word)
                .is_some_and(|other| top_of(words, syntax, other) == top_of(words, syntax, clause))
        })
}

/// The clause that a bare infinitive or participle is a part of: «was led away to begin his sentence», «won, becoming».
fn top_of(words: &Words, sentence: &Sentence, clause: usize) -> usize {
    let mut top = clause;
    // A clause never stands under itself, but a reading is no proof of it.
    for _ in 0..sentence.clauses.len() {
        let known = &sentence.clauses[top];
        let bare = matches!(known.link, Link::Infinitive | Link::Participle);
        match known.parent {
            Some(parent) if bare && known.joint.is_none_or(|joint| words.at(joint) == "to") => {
                top = parent;
            }
            _ => break,
        }
    }
    top
}

/// «Noam Shalit, 57»: all mentions of the claim's person in the sentence are a family name behind a given name not theirs.
pub(crate) fn namesake(scene: &Scene<'_>, range: &Range<usize>, who: &[usize]) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let mut theirs = scene
        .entities_in(sentence)
        .filter(|mention| who.contains(&mention.entity))
        .peekable();
    theirs.peek().is_some()
        && theirs.all(|mention| {
            let at = mention.words.start;
            let before = words.near(at, -1);
            let given = scene
                .plan
                .names
                .person(mention.entity)
                .is_some_and(|person| person.given.iter().any(|given| given == before));
            mention.how == How::Surname
                && words.gap(at) == Gap::Space
                && at > 0
                && words.is_capital(at - 1)
                && !before.is_empty()
                && !given
                && !person::is_title(before)
                && !person::is_ordinary(before)
        })
}
