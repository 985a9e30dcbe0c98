//! What sets a figure of people killed, hurt, missing or arrested apart from the event's own: it is a rate or a sum of years,
//! of bodies that were only handled, of another cause, somebody else's doing, or of some of them.
//!
//! In: a figure in its sentence. Out: whether words around it say so. Each is a reason to be silent, never one to accuse.

use std::ops::Range;

use crate::eval::rate;
use crate::eval::scene::Scene;
use crate::eval::syntax::Article;
use crate::eval::syntax::Link;
use crate::eval::syntax::Tag;
use crate::eval::syntax::class;
use crate::eval::tally::lexicon;
use crate::eval::thesaurus;
use crate::eval::warrant;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::value::Granularity;
use crate::value::Value;

/// Whether the subject of a figure's clause is the toll itself: «the death toll climbed to 61».
pub(crate) fn of_toll(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let syntax = scene.syntax_at(range.start);
    syntax.clause_of(range.end - 1).is_some_and(|clause| {
        syntax.clauses[clause]
            .subject
            .iter()
            .any(|&subject| matches!(scene.head_of(syntax, subject), "toll" | "count" | "tally"))
    })
}

/// «have now died on its railways since 2000», «so many this year»: a sum of years.
pub(crate) fn sum_of_years(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: Option<EventIndex>,
) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let syntax = scene.syntax(index);
    // «The unrest has killed 28 people since November»: the event itself lasts.
    let lasts = syntax.clause_of(range.end - 1).is_some_and(|clause| {
        syntax.clauses[clause].subject.iter().any(|&subject| {
            scene
                .instances_in(syntax.phrases[subject].words.clone())
                .iter()
                .any(|instance| instance.event.is_some() && instance.event == event)
        })
    });
    if lasts {
        return false;
    }
    let perfect = syntax
        .verb_at(range.end - 1)
        .is_some_and(|verb| verb.perfect);
    perfect
        && scene.mentions_of(index).iter().any(|mention| {
            let at = scene.words_of(mention);
            let since = !at.is_empty()
                && (words.at(at.start) == "since" || words.near(at.start, -1) == "since");
            let wide = match &mention.value {
                Value::Date(date) => date.granularity < Granularity::Day,
                Value::Since(_) => true,
                _ => false,
            };
            let this = wide && !at.is_empty() && words.at(at.start) == "this";
            since && wide || this
        })
}

/// «The bodies of 21 victims have been identified», «21 bodies were flown home»: what is done with the dead once they are
/// found need not be done with all.
pub(crate) fn handled(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    const REMAINS: [&str; 6] = [
        "bodies",
        "corpses",
        "remains",
        "dead",
        "victims",
        "fatalities",
    ];
    let words = scene.words;
    let bodies = (range.end..range.end + 3)
        .take_while(|&at| words.gap(at) < Gap::Comma)
        .any(|at| REMAINS.contains(&words.at(at)))
        || (1..=4).any(|back| matches!(words.near(range.start, -back), "bodies" | "remains"));
    let syntax = scene.syntax_at(range.start);
    bodies
        && syntax.verb_at(range.end - 1).is_some_and(|verb| {
            let main = words.at(verb.main);
            matches!(
                main,
                "identified"
                    | "named"
                    | "flown"
                    | "buried"
                    | "cremated"
                    | "returned"
                    | "released"
                    | "handed"
                    | "given"
                    | "repatriated"
                    | "transferred"
                    | "examined"
                    | "claimed"
                    | "brought"
                    | "sent"
                    | "carried"
                    | "laid"
                    | "taken"
                    | "moved"
            ) && !(main == "claimed" && words.near(verb.main, 1) == "the")
        })
}

/// Nouns of what kills for months or years, of which an event is a part.
fn is_lasting(noun: &str) -> bool {
    matches!(
        noun,
        "insurgency"
            | "war"
            | "conflict"
            | "violence"
            | "unrest"
            | "uprising"
            | "rebellion"
            | "fighting"
            | "epidemic"
            | "pandemic"
            | "crisis"
            | "famine"
            | "drought"
    )
}

/// «Drones killed 61 people in the east, and a train derailed»: somebody or something new does it, in a clause of its own
/// without a word for the event; «it killed 61 rebels» in the mouth of an army.
pub(crate) fn done_by_others(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let index = scene.sentence_of(range.start);
    let syntax = scene.syntax(index);
    let Some(clause) = syntax.clause_of(range.end - 1) else {
        return false;
    };
    let known = &syntax.clauses[clause];
    let active = syntax.verb(clause).is_some_and(|verb| {
        !verb.passive
            && !verb.gerund
            && matches!(
                scene.words.at(verb.main),
                "killed" | "kill" | "kills" | "wounded" | "injured" | "hurt" | "murdered"
            )
    });
    let does = syntax
        .phrase_of(range.end - 1)
        .is_some_and(|value| known.subject.contains(&value));
    if !active || does || matches!(known.link, Link::Relative | Link::Participle) {
        return false;
    }
    let own = scene
        .instances_in(scene.words.of_sentence(index))
        .iter()
        .any(|instance| {
            instance.event == Some(event)
                && (syntax.clause_of(instance.words.start) == Some(clause)
                    || syntax
                        .phrase_of(instance.words.end - 1)
                        .is_some_and(|phrase| known.subject.contains(&phrase)))
        });
    let said = known
        .parent
        .is_some_and(|parent| class::is_saying(scene.verb_of(syntax, parent)));
    let [subject] = known.subject[..] else {
        return false;
    };
    let first = syntax.phrases[subject].words.start;
    let it = scene.words.at(first) == "it" && syntax.phrases[subject].words.len() == 1;
    let others = syntax.noun(subject).is_some_and(|noun| {
        let named = scene
            .instances_in(syntax.phrases[subject].words.clone())
            .is_empty()
            && scene
                .entities_in(syntax.phrases[subject].words.clone())
                .next()
                .is_none();
        let plural = noun.article != Article::Definite
            && noun.owner.is_none()
            && scene.words.at(noun.head).ends_with('s');
        // «The insurgency has killed 15,000»: what goes on for years.
        let lasting = is_lasting(scene.words.at(noun.head));
        noun.tag == Tag::Noun && named && (noun.article == Article::Indefinite || plural || lasting)
    });
    if own && !(it && said) {
        return false;
    }
    others || it && said
}

/// «People in a gym rushed outside, crushing five to death and injuring eight others»: a participle tells what those did whom the
/// clause around it has for its subject, and no word for the event stands there.
pub(crate) fn done_in_flight(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let index = scene.sentence_of(range.start);
    let syntax = scene.syntax(index);
    let Some(mut clause) = syntax.clause_of(range.end - 1) else {
        return false;
    };
    if syntax.clauses[clause].link != Link::Participle
        && !(syntax.clauses[clause].link == Link::Coordinated
            && syntax.verb(clause).is_some_and(|verb| verb.gerund))
    {
        return false;
    }
    while let Some(parent) = syntax.clauses[clause].parent
        && parent < clause
        && (syntax.clauses[clause].link == Link::Participle
            || syntax.verb(clause).is_some_and(|verb| verb.gerund))
    {
        clause = parent;
    }
    let [subject] = syntax.clauses[clause].subject[..] else {
        return false;
    };
    let told = scene
        .instances_in(scene.words.of_sentence(index))
        .iter()
        .any(|instance| {
            instance.event == Some(event) && syntax.clause_of(instance.words.start) == Some(clause)
        });
    let people = syntax.noun(subject).is_some_and(|noun| {
        noun.tag == Tag::Noun
            && noun.owner.is_none()
            && matches!(
                scene.words.at(noun.head),
                "people"
                    | "crowd"
                    | "crowds"
                    | "residents"
                    | "villagers"
                    | "worshippers"
                    | "students"
                    | "passengers"
                    | "shoppers"
                    | "pilgrims"
                    | "mourners"
                    | "fans"
                    | "bystanders"
                    | "families"
            )
    });
    people && !told
}

/// «61 people were killed in fighting in the north», «the 61 people killed in a mine»: the figure's own clause names what they
/// died of, or where, and it is not the event.
pub(crate) fn of_other_cause(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let index = scene.sentence_of(range.start);
    let syntax = scene.syntax(index);
    let Some(own) = syntax.clause_of(range.end - 1) else {
        return false;
    };
    let row = scene.instances_in(scene.words.of_sentence(index));
    let inner = |clause: usize| {
        let known = &syntax.clauses[clause];
        clause == own
            || known.antecedent.is_some_and(|up| {
                syntax.phrases[up].words.contains(&(range.end - 1))
                    && matches!(known.link, Link::Relative | Link::Participle)
            })
    };
    (0..syntax.phrases.len()).any(|phrase| {
        let known = &syntax.phrases[phrase];
        let lead = warrant::lead(scene, syntax, phrase).unwrap_or("");
        if !inner(known.clause)
            || known.words.start < range.end
            || !matches!(lead, "in" | "by" | "during" | "from" | "at")
        {
            return false;
        }
        let Some(noun) = syntax.noun(phrase).filter(|noun| noun.tag == Tag::Noun) else {
            return false;
        };
        let head = scene.words.at(noun.head);
        let event_word = row
            .iter()
            .any(|instance| known.words.contains(&instance.words.start));
        if event_word {
            return false;
        }
        let activity = head.len() > 5 && head.ends_with("ing") && noun.article == Article::Bare
            || matches!(
                head,
                "clashes" | "war" | "battle" | "battles" | "riots" | "unrest"
            )
            || thesaurus::is_disaster(head);
        // «killed in a fire when the train derailed»
        let here = row.iter().any(|instance| {
            instance.event == Some(event) && syntax.clause_of(instance.words.start) == Some(own)
        });
        let place = !here
            && lead != "by"
            && lead != "from"
            && noun.article == Article::Indefinite
            && !class::noun::is_dimension(head)
            && !matches!(
                head,
                "hospital"
                    | "instant"
                    | "moment"
                    | "minute"
                    | "day"
                    | "night"
                    | "week"
                    | "hour"
                    | "blow"
                    | "total"
                    | "row"
                    | "incident"
                    | "tragedy"
                    | "catastrophe"
            );
        activity && !here || place
    })
}

/// «Of the passengers, 31 died»: what a sentence begins with tells of whom it counts some.
pub(crate) fn fronted_whole(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let at = sentence.start;
    matches!(words.at(at), "of" | "among")
        && matches!(
            words.near(at, 1),
            "the" | "those" | "them" | "these" | "its" | "their" | "his" | "her"
        )
        && (at + 1..=range.start)
            .find(|&at| words.gap(at) == Gap::Comma)
            // «Of the 240 people aboard, 21 died» tells of all.
            .is_some_and(|comma| (at + 1..comma).all(|at| !lexicon::is_anybody(words.at(at))))
}

/// «killed 19 Aldorans», «killed eight people on the platform»: fewer than all, and words that tell which.
pub(crate) fn some_of_them(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let Some((syntax, value)) = scene.phrase_of_value(range) else {
        return false;
    };
    let kind = syntax.noun(value).is_some_and(|noun| {
        let head = scene.words.at(noun.head);
        noun.head >= range.end
            && scene.words.is_capital(noun.head)
            && head.ends_with('s')
            && !lexicon::is_anybody(head)
            && lexicon::word_tally(head).is_none()
    });
    let placed = syntax.phrases.iter().enumerate().any(|(phrase, known)| {
        let lead = warrant::lead(scene, syntax, phrase).unwrap_or("");
        known.words.start > range.end
            && known.words.start <= range.end + 4
            && matches!(lead, "on" | "inside" | "aboard")
            && syntax.noun(phrase).is_some_and(|noun| {
                noun.tag == Tag::Noun
                    && noun.article == Article::Definite
                    && !class::noun::is_dimension(scene.words.at(noun.head))
            })
            && scene.entities_in(known.words.clone()).next().is_none()
            && scene.instances_in(known.words.clone()).is_empty()
    });
    kind || placed
}

/// Whether a word parts two things that were done by a time between them, «hours before», «a day after», «the day» (that);
/// not «after» alone, which may tell why.
fn parts_in_time(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let long = |word: &str| {
        rate::is_period(word)
            || word == "minute"
            || word
                .strip_suffix('s')
                .is_some_and(|one| rate::is_period(one) || one == "minute")
    };
    match words.at(at) {
        "before" | "after" | "later" | "earlier" => long(words.near(at, -1)),
        "day" | "night" | "morning" | "evening" | "afternoon" | "week" | "weekend" | "month" => {
            matches!(words.near(at, -1), "the" | "same" | "very")
                && words.gap(at + 1) == Gap::Space
                && !matches!(
                    words.near(at, 1),
                    "of" | "before" | "after" | "in" | "at" | "from" | "to" | "and" | "shift"
                )
        }
        _ => false,
    }
}

/// «The bridge fell hours before a coach crash killed eleven», «Twelve died in a blast the day the bridge fell»: the figure
/// stands with a new event of its own, which nothing but a time ties to the claim's.
pub(crate) fn of_event_beside(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let all = words.of_sentence(index);
    let syntax = scene.syntax(index);
    all.clone()
        .filter(|&at| parts_in_time(scene, at))
        .any(|at| {
            // «Hours after the bridge fell, a coach crash killed eleven»
            let fronted = at <= all.start + 3
                && !matches!(words.at(at), "later" | "earlier")
                && range.start > at;
            let cut = if fronted {
                (at..range.start).find(|&i| words.gap(i) == Gap::Comma)
            } else {
                Some(at)
            };
            let Some(cut) = cut else {
                return false;
            };
            let (own, other) = if range.start < cut {
                (all.start..cut, cut..all.end)
            } else {
                (cut..all.end, all.start..cut)
            };
            let claimed = scene
                .instances_in(other)
                .iter()
                .any(|instance| instance.event == Some(event));
            claimed
                && syntax.phrases.iter().enumerate().any(|(phrase, known)| {
                    own.contains(&known.words.start)
                        && syntax.noun(phrase).is_some_and(|noun| {
                            noun.tag == Tag::Noun
                                && noun.owner.is_none()
                                && noun.article != Article::Definite
                                && (thesaurus::is_disaster(words.at(noun.head))
                                    || !scene.instances_in(noun.head..noun.head + 1).is_empty())
                        })
                })
        })
}
