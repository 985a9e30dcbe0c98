//! What syntax makes of the people a number counts.
//!
//! In: a number in its sentence. Out: killed, injured, missing or arrested, where a verb or a noun that governs the number's
//! phrase says so, however far from it: «12 people are now known to have died», «the deaths of 12 people», «cost 12 people
//! their lives». Who is taken to hospital need not be
//! hurt, nor all who are. What stands right beside the number is for [`super::tally`].

use std::ops::Range;

use super::role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::tally::lexicon::STOPS;
use super::tally::lexicon::of_fate;
use super::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::value::Tally;

/// What the sentence says became of those counted at `range`.
pub(crate) fn told(scene: &Scene<'_>, range: &Range<usize>) -> Option<Tally> {
    let index = scene.sentence_of(range.start);
    let mut words = scene.words.of_sentence(index);
    if !words.any(|at| is_of_fate(scene.words.at(at))) {
        return None;
    }
    if let Some(toll) = of_long_toll(scene, range) {
        return Some(toll);
    }
    let sentence = scene.syntax(index);
    let phrase = sentence.phrase_of(range.end - 1)?;
    // «21 of those aboard»: the number is the head.
    if sentence
        .noun(phrase)
        .is_some_and(|noun| noun.head >= range.end && !is_people(scene.words.at(noun.head)))
    {
        return None;
    }
    of_noun(scene, sentence, phrase)
        .or_else(|| as_subject(scene, sentence, phrase))
        .or_else(|| as_object(scene, sentence, phrase))
        .or_else(|| as_figure(scene, sentence, phrase))
        .or_else(|| as_toll(scene, sentence, phrase))
}

/// «said the death toll from the blast that wrecked a mine is 301.»: a subject so long that what is said of it stands alone at the end.
fn of_long_toll(scene: &Scene<'_>, range: &Range<usize>) -> Option<Tally> {
    let words = scene.words;
    let all = scene.sentence_at(range.start);
    let ends = range.end == all.end || words.gap(range.end) >= Gap::Comma;
    // «The death toll from a plane that crashed shortly after taking off has risen to 35»
    let rises = words.near(range.start, -1) == "to"
        && matches!(
            words.near(range.start, -2),
            "risen" | "rose" | "rises" | "climbed" | "grown" | "jumped" | "increased"
        );
    let copula = matches!(words.near(range.start, -1), "is" | "was") || rises;
    let toll = (all.start..range.start)
        .rev()
        .find(|&at| words.at(at) == "toll")?;
    let begun = words.near(toll, -1) == "death"
        && matches!(words.near(toll, 1), "from" | "in" | "of" | "after");
    let end = range.start - if rises { 2 } else { 1 };
    let one = (toll + 1..end).all(|at| {
        let joins = words.at(at) == "and"
            && matches!(
                words.near(at, 1),
                "the" | "a" | "an" | "his" | "its" | "their"
            );
        words.gap(at) < Gap::Break
            && !joins
            && !matches!(words.at(at), "is" | "was" | "said" | "but" | "while")
    });
    (ends && copula && begun && one).then_some(Tally::Killed)
}

/// Whether a word can be the one that tells a fate: each way below needs one of these, and most sentences with a number have
/// none and need not be read for their syntax.
fn is_of_fate(word: &str) -> bool {
    const NOUNS_AND_VERBS: &Table = table![
        "passed toll count death killings drowning murder murders arrest detention disappearance perish drown life burns"
    ];
    NOUNS_AND_VERBS.has(word) || of_fate(word).is_some()
}

/// «the deaths of 12 people», «the loss of 12 lives».
fn of_noun(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> Option<Tally> {
    let known = &sentence.phrases[phrase];
    let owner = known.after.filter(|_| known.preposition_is_of)?;
    let head = scene.words.at(sentence.noun(owner)?.head);
    match head {
        "loss" if scene.words.at(sentence.noun(phrase)?.head) == "lives" => Some(Tally::Killed),
        "death" | "deaths" | "killing" | "killings" | "drowning" | "murder" | "murders" => {
            Some(Tally::Killed)
        }
        "arrest" | "arrests" | "detention" => Some(Tally::Arrested),
        "disappearance" => Some(Tally::Missing),
        _ => None,
    }
}

/// «12 people are known to have died», «12 passengers and crew perished», «12 people, most of them young, lost their lives».
fn as_subject(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> Option<Tally> {
    sentence
        .clauses
        .iter()
        .enumerate()
        .find_map(|(at, clause)| {
            let own = clause
                .subject
                .iter()
                .any(|&subject| subject == phrase || sentence.phrases[phrase].row == Some(subject));
            // «Four guests and a guard died» is a sum.
            let others = clause.subject.iter().any(|&other| {
                other != phrase
                    && sentence
                        .noun(other)
                        .is_some_and(|noun| noun.article != Article::Bare)
            });
            if !own || others {
                return None;
            }
            // «who died», «to have died», but no participle: «killing»
            if !matches!(
                clause.link,
                Link::Main
                    | Link::Coordinated
                    | Link::Reported
                    | Link::Relative
                    | Link::Infinitive
                    | Link::Subordinate
            ) {
                return None;
            }
            let verb = sentence.verb(at)?;
            if verb.negated || verb.doubtful {
                return None;
            }
            let main = scene.words.at(verb.main);
            let intransitive = matches!(
                main,
                "died" | "die" | "dies" | "perished" | "perish" | "drowned" | "drown"
            );
            let passed = main == "passed" && scene.words.near(verb.main, 1) == "away";
            // «the eight people who remain missing»
            let remain = matches!(main, "remain" | "remains" | "remained")
                && (1..=2).any(|ahead| {
                    matches!(
                        scene.words.near(verb.main, ahead),
                        "missing" | "unaccounted"
                    )
                });
            if remain {
                return Some(Tally::Missing);
            }
            if (intransitive || passed) && !verb.passive {
                return Some(Tally::Killed);
            }
            if verb.passive {
                // «are listed as missing»
                let listed = matches!(main, "listed" | "reported" | "confirmed" | "declared")
                    .then(|| (1..=2).find_map(|ahead| of_fate(scene.words.near(verb.main, ahead))))
                    .flatten();
                return of_fate(main).or(listed);
            }
            let lost = matches!(main, "lost" | "lose" | "loses")
                && sentence.phrases_in(at).any(|other| {
                    sentence.phrases[other].place == Place::Object
                        && matches!(
                            scene.words.at(sentence.phrases[other].words.end - 1),
                            "lives" | "life"
                        )
                });
            let suffered = matches!(main, "suffered" | "sustained")
                && sentence.phrases_in(at).any(|other| {
                    matches!(
                        scene.words.at(sentence.phrases[other].words.end - 1),
                        "injuries" | "wounds" | "burns"
                    )
                });
            if lost {
                Some(Tally::Killed)
            } else if suffered {
                Some(Tally::Injured)
            } else {
                None
            }
        })
}

/// «cost 12 people their lives», «left 12 people with injuries».
fn as_object(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> Option<Tally> {
    let known = &sentence.phrases[phrase];
    if known.place != Place::Object {
        return None;
    }
    let verb = sentence.verb(known.clause)?;
    if verb.negated || verb.doubtful || verb.passive {
        return None;
    }
    let main = scene.words.at(verb.main);
    let after = |tail: &[&str]| {
        sentence.phrases.iter().any(|other| {
            other.clause == known.clause
                && other.words.start >= known.words.end
                && tail.contains(&scene.words.at(other.words.end - 1))
        })
    };
    match main {
        "cost" | "costs" if after(&["lives", "life"]) => Some(Tally::Killed),
        "left" | "leaves" | "leave" | "leaving" if after(&["injuries", "wounds", "burns"]) => {
            Some(Tally::Injured)
        }
        // «left 27 guests and two guards dead»
        "left" | "leaves" | "leave" | "leaving" => of_both(scene, known.words.end),
        _ => None,
    }
}

/// «and two guards dead»: what became of the second became of the first.
fn of_both(scene: &Scene<'_>, end: usize) -> Option<Tally> {
    let words = scene.words;
    let joined = words.at(end) == "and" && super::tally::is_number(scene, end + 1);
    let rest = end + 2..words.of_sentence(scene.sentence_of(end)).end.min(end + 6);
    joined
        .then_some(rest)?
        .take_while(|&at| words.gap(at) < Gap::Comma && !STOPS.has(words.at(at)))
        .find_map(|at| of_fate(words.at(at)))
}

/// «the number of people killed in the fire was 12», «the injured numbered 44»
fn as_figure(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> Option<Tally> {
    let clause = sentence.phrases[phrase].clause;
    let numbered = matches!(
        scene.verb_of(sentence, clause),
        "numbered" | "totalled" | "totaled" | "reached"
    );
    if numbered && sentence.phrases[phrase].place == Place::Object {
        let subject = *sentence.clauses[clause].subject.first()?;
        let words = sentence.phrases[subject].words.clone();
        return of_fate(scene.words.at(words.end - 1));
    }
    let number = sentence.clauses[clause]
        .subject
        .iter()
        .copied()
        .find(|&subject| {
            matches!(
                scene.head_of(sentence, subject),
                "number" | "total" | "count"
            )
        })?;
    if !role::equates(sentence, clause, phrase, number) {
        return None;
    }
    let from = sentence.phrases[number].words.end;
    let to = sentence.verb(clause)?.main;
    (from..to.min(from + 4)).find_map(|word| of_fate(scene.words.at(word)))
}

/// «The death toll in the attack on Monday has risen to 12», «the death count has reached 12»: however long the subject is.
fn as_toll(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> Option<Tally> {
    let clause = sentence.phrases[phrase].clause;
    let known = sentence.verb(clause)?;
    let lead = sentence.phrases[phrase]
        .preposition
        .map_or("", |word| scene.words.at(word));
    let object = sentence.phrases[phrase].place == Place::Object && lead.is_empty();
    let reaches = match scene.words.at(known.main) {
        "reached" | "reaches" | "hit" | "hits" | "passed" | "exceeded" | "topped" => object,
        "risen" | "rose" | "rises" | "climbed" | "climbs" | "jumped" | "grown" | "grew"
        | "increased" => lead == "to",
        "stands" | "stood" => lead == "at",
        // «The death toll from the blast that wrecked the mine is 301.»
        "is" | "was" | "were" => is_bare(scene, sentence, phrase),
        _ => false,
    };
    let copula = known.copula;
    // «has been revised and now stands at 107»: the subject is that of the clause before.
    let bare = |clause: usize| {
        let subject = &sentence.clauses[clause].subject;
        subject
            .iter()
            .all(|&one| scene.words.at(sentence.phrases[one].words.start) == "now")
    };
    let mut told = clause;
    while let Some(parent) = sentence.clauses[told].parent
        && bare(told)
        && parent < told
    {
        told = parent;
    }
    let toll = sentence.clauses[told].subject.iter().any(|&subject| {
        if copula && !role::equates(sentence, clause, phrase, subject) {
            return false;
        }
        sentence.noun(subject).is_some_and(|noun| {
            let before = scene.words.near(noun.head, -1);
            match scene.words.at(noun.head) {
                "toll" => !matches!(before, "injury" | "financial" | "economic"),
                "count" => before == "death" || before == "body",
                _ => false,
            }
        })
    });
    (reaches && toll && !known.negated && !known.doubtful).then_some(Tally::Killed)
}

/// Whether a phrase is a number alone, or one of people: «was 301», but not «was 12 times that of the year before».
fn is_bare(scene: &Scene<'_>, sentence: &Sentence, phrase: usize) -> bool {
    let words = sentence.phrases[phrase].words.clone();
    super::tally::is_number(scene, words.end - 1) || is_people(scene.words.at(words.end - 1))
}

/// Whether a noun is people of whatever sort.
fn is_people(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "persons"
            | "others"
            | "lives"
            | "souls"
            | "victims"
            | "residents"
            | "dead"
            | "more"
            | "staff"
            | "personnel"
            | "crew"
            | "police"
    ) || word.ends_with('s') && word.len() > 4
        || matches!(word, "men" | "women" | "children")
}
