//! What a value is told of besides the event: another time, a wish, a room, another measure.
//!
//! In: a value in its sentence. Out: whether verbs and words around it say that it is only wanted, was told at first, is of
//! the time before or since, or is what there is room for. Where it stands towards the event is for [`super::warrant`].

use std::ops::Range;

use super::events::Instance;
use super::role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::class;
use super::warrant;
use crate::rule::Kind;

/// «12 people could have died»: the verb of the clause leaves it open.
pub(crate) fn doubtful(sentence: &Sentence, range: &Range<usize>) -> bool {
    sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| verb.doubtful)
}

/// Before, until or since which event something is told, and not of it: «a week before the fire».
pub(crate) fn apart_in_time(
    scene: &Scene<'_>,
    range: &Range<usize>,
    event: usize,
    since: bool,
) -> bool {
    let sentence = scene.syntax_at(range.start);
    let Some(clause) = sentence.clause_of(range.end - 1) else {
        return false;
    };
    let row = scene.instances_in(sentence.words.clone());
    let apart = |instance: &Instance| {
        role::home(sentence, &instance.words).is_none()
            && sentence
                .phrase_of(instance.words.end - 1)
                .is_some_and(|phrase| {
                    sentence.phrases[phrase].clause == clause
                        && warrant::lead(scene, sentence, phrase).is_some_and(|word| {
                            matches!(word, "before" | "until" | "till" | "unlike")
                                || since && word == "since"
                        })
                })
    };
    let own: Vec<&Instance> = row
        .iter()
        .filter(|instance| instance.event == Some(event))
        .collect();
    !own.is_empty() && own.into_iter().all(apart)
}

/// «set by Hale to win the 2022 Lund Marathon»: a year before a name, which no word for the event stands in.
pub(crate) fn names_another(
    scene: &Scene<'_>,
    range: &Range<usize>,
    instance: Option<&Range<usize>>,
) -> bool {
    let words = scene.words;
    let year = words.at(range.end - 1);
    // «the 2022 Lund Marathon», but «on 4 May 2022 Judge Hale sentenced»
    let led = matches!(
        words.near(range.end - 1, -1),
        "the" | "s" | "his" | "her" | "their"
    );
    let bare = led && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let capital = |at: usize| {
        words.gap(at) == super::words::Gap::Space && words.get(at).is_some_and(|word| word.capital)
    };
    let name = (range.end..range.end + 5)
        .take_while(|&at| capital(at))
        .count();
    let own =
        instance.is_some_and(|own| range.start <= own.start && own.start < range.end + name + 3);
    bare && name > 0 && !own
}

/// «More than 22,000 votes were cast»: all that there were, of a claim that doesn't ask for them.
pub(crate) fn all_cast(scene: &Scene<'_>, range: &Range<usize>, own: &[&str]) -> bool {
    let words = scene.words;
    let votes = matches!(words.at(range.end), "votes" | "ballots");
    let cast = (range.end + 1..range.end + 5)
        .find(|&at| matches!(words.at(at), "cast" | "counted" | "returned"));
    votes && cast.is_some_and(|at| !own.contains(&words.stem(at)))
}

/// «a year after the ministry had fined it 2 billion»: a clause that weeks or years part from what is told tells of another time.
pub(crate) fn long_after(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let mut up = sentence.clause_of(range.end - 1);
    while let Some(at) = up {
        let known = &sentence.clauses[at];
        let apart = known.joint.is_some_and(|word| {
            matches!(scene.words.at(word), "after" | "before")
                && matches!(
                    scene.words.near(word, -1),
                    "week"
                        | "weeks"
                        | "month"
                        | "months"
                        | "year"
                        | "years"
                        | "decade"
                        | "decades"
                        | "century"
                        | "centuries"
                )
        });
        if apart {
            return true;
        }
        up = known.parent;
    }
    false
}

/// «first said», «at first put at»: what was told then and need not hold any more.
pub(crate) fn at_first(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    (sentence.start..range.start).any(|i| match words.at(i) {
        "initially" | "originally" => true,
        "first" => {
            let next = words.near(i, 1);
            words.near(i, -1) == "at"
                || class::is_saying(next)
                || matches!(
                    next,
                    "put" | "offered" | "gave" | "proposed" | "asked" | "spoke"
                )
        }
        _ => false,
    })
}

/// «its first $122-per-share bid», «an initial bid of $122», «raised its offer to $125»: one of several offers, and not
/// the last.
pub(crate) fn of_first_offer(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.syntax_at(range.start);
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let early = |phrase: usize| {
        sentence.phrases[phrase].words.clone().any(|i| {
            matches!(
                words.at(i),
                "first"
                    | "initial"
                    | "opening"
                    | "earlier"
                    | "previous"
                    | "original"
                    | "second"
                    | "rejected"
                    | "lower"
            )
        })
    };
    let offer = |phrase: usize| {
        sentence.phrases[phrase].words.clone().any(|i| {
            matches!(
                words.at(i),
                "bid"
                    | "bids"
                    | "offer"
                    | "offers"
                    | "proposal"
                    | "proposals"
                    | "approach"
                    | "price"
            )
        })
    };
    let early = |phrase: usize| early(phrase) && offer(phrase);
    let above = role::chain(sentence, value).next();
    let clause = sentence.phrases[value].clause;
    let subject = sentence.clauses[clause].subject.iter().copied();
    let raised = sentence.verb(clause).is_some_and(|verb| {
        matches!(
            words.at(verb.main),
            "raised" | "increased" | "sweetened" | "upped" | "lifted" | "boosted" | "improved"
        ) && warrant::lead(scene, sentence, value) == Some("to")
    });
    early(value) || above.is_some_and(early) || subject.into_iter().any(early) || raised
}

/// «built for carrying 600 people», «has room for 600»: what a thing can hold.
pub(crate) fn is_capacity(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    (1..=5).any(|back| {
        matches!(
            words.near(range.start, -back),
            "built"
                | "designed"
                | "licensed"
                | "certified"
                | "room"
                | "capacity"
                | "able"
                | "fit"
                | "fitted"
                | "seats"
        )
    })
}

/// «Turnout was 71 percent»: a copula says the value of another measure than the claim's.
pub(crate) fn of_another_measure(
    scene: &Scene<'_>,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let sentence = scene.syntax_at(range.start);
    let Some(value) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[value].clause;
    sentence.clauses[clause].subject.iter().any(|&subject| {
        let words = sentence.phrases[subject].words.clone();
        role::equates(sentence, clause, value, subject)
            && sentence.noun(subject).is_some_and(|noun| {
                matches!(
                    scene.words.at(noun.head),
                    "turnout"
                        | "inflation"
                        | "unemployment"
                        | "participation"
                        | "debt"
                        | "revenue"
                        | "profit"
                        | "salary"
                        | "fine"
                        | "capacity"
                        | "population"
                ) && scene.has_phrase(words, phrases).is_none()
            })
    })
}

/// Whether the verb of the value's clause, or of the clause it is the infinitive of, only wishes for it or tells a change.
pub(crate) fn unreal(scene: &Scene<'_>, kind: Kind, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let Some(phrase) = sentence.phrase_of(range.end - 1) else {
        return false;
    };
    let clause = sentence.phrases[phrase].clause;
    let object = sentence.phrases[phrase].place == Place::Object;
    let lead = warrant::lead(scene, sentence, phrase).unwrap_or("");
    let verb = |clause: usize| {
        sentence
            .verb(clause)
            .filter(|verb| !verb.passive)
            .map_or("", |verb| scene.words.at(verb.main))
    };
    // «if the two talk for less than an hour»
    let mut up = Some(clause);
    while let Some(at) = up {
        let known = &sentence.clauses[at];
        let open = known
            .joint
            .is_some_and(|word| matches!(scene.words.at(word), "if" | "unless" | "whether"));
        if open {
            return true;
        }
        up = known.parent;
    }
    // «was to have reported on Thursday»
    if sentence.clauses[clause].verb.is_some() || sentence.clauses[clause].parent.is_some() {
        let mut up = Some(clause);
        while let Some(at) = up {
            let group = sentence.clauses[at]
                .verb
                .map(|verb| sentence.chunks[verb].words.clone());
            let never = group.is_some_and(|group| {
                group.clone().any(|i| {
                    words_was(scene.words.at(i))
                        && scene.words.near(i, 1) == "to"
                        && scene.words.near(i, 2) == "have"
                })
            });
            if never {
                return true;
            }
            up = sentence.clauses[at]
                .parent
                .filter(|_| sentence.clauses[at].link == Link::Infinitive);
        }
    }
    // «that he be sentenced»: the participle hangs on a clause without a verb of its own.
    let clause = match (
        sentence.clauses[clause].link,
        sentence.clauses[clause].parent,
    ) {
        (Link::Participle, Some(parent)) if sentence.clauses[parent].verb.is_none() => parent,
        _ => clause,
    };
    let known = &sentence.clauses[clause];
    // «asked that he be sentenced to twenty years»
    let above = known
        .parent
        .filter(|_| {
            matches!(
                known.link,
                Link::Infinitive | Link::Reported | Link::Participle
            )
        })
        .map_or("", verb);
    let asked = known.link == Link::Reported
        && matches!(
            above,
            "asked" | "demanded" | "urged" | "proposed" | "recommended" | "wanted" | "requested"
        );
    let sums = matches!(
        kind,
        Kind::Count | Kind::Percent | Kind::Money | Kind::Quantity
    );
    let wished = (sums || kind == Kind::Duration)
        && ((object || lead == "for") && class::is_wishing(verb(clause))
            || matches!(known.link, Link::Infinitive | Link::Participle)
                && class::is_wishing(above)
            || asked
            || pleaded(scene, sentence, clause));
    // «the $200 price cut»
    let by = kind == Kind::Money
        && sentence.noun(phrase).is_some_and(|noun| {
            noun.head >= range.end
                && matches!(
                    scene.words.at(noun.head),
                    "cut"
                        | "cuts"
                        | "rise"
                        | "increase"
                        | "reduction"
                        | "discount"
                        | "rebate"
                        | "drop"
                )
        });
    let changed = by || sums && (object || lead == "by") && class::is_changing(verb(clause));
    wished || changed
}

/// «left without a word for the 168 people killed», «never met the families of the five»: what a definite noun phrase names is not
/// denied with the verb.
pub(crate) fn presupposed(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    let not = (1..=2).any(|back| {
        matches!(
            scene.words.near(range.start, -back),
            "not" | "no" | "never" | "nor"
        )
    });
    !not && sentence
        .phrase_of(range.end - 1)
        .and_then(|phrase| sentence.noun(phrase))
        .is_some_and(|noun| noun.article == Article::Definite)
}

/// «called for Orsini to be given 26 years», «argued for a sentence of ten years»: the verb of a clause, or of the one that it is the
/// infinitive of, says what somebody is in favour of.
fn pleaded(scene: &Scene<'_>, sentence: &Sentence, clause: usize) -> bool {
    let above = sentence.clauses[clause]
        .parent
        .filter(|_| sentence.clauses[clause].link == Link::Infinitive);
    std::iter::once(clause).chain(above).any(|clause| {
        sentence.verb(clause).is_some_and(|verb| {
            matches!(
                scene.words.at(verb.main),
                "called"
                    | "calls"
                    | "calling"
                    | "call"
                    | "argued"
                    | "argues"
                    | "arguing"
                    | "pressed"
                    | "pressing"
                    | "pushed"
                    | "pushing"
                    | "pleaded"
                    | "appealed"
                    | "campaigned"
                    | "lobbied"
            ) && scene.words.near(verb.main, 1) == "for"
        })
    })
}

pub(super) fn words_was(word: &str) -> bool {
    matches!(word, "was" | "were")
}

/// Whether a length is how long a trial or its verdict took, and not the term that it gave.
pub(crate) fn endures(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let sentence = scene.syntax_at(range.start);
    sentence
        .clause_of(range.end - 1)
        .and_then(|clause| sentence.verb(clause))
        .is_some_and(|verb| {
            let main = scene.words.at(verb.main);
            class::is_enduring(main) || matches!(main, "spent" | "spend" | "spends" | "served")
        })
        // «a 15-week trial»
        || sentence
            .phrase_of(range.end - 1)
            .and_then(|phrase| sentence.noun(phrase))
            .is_some_and(|noun| {
                matches!(
                    scene.words.at(noun.head),
                    "trial" | "hearing" | "deliberation" | "deliberations" | "case" | "investigation" | "maximum" | "minimum"
                )
            })
        || matches!(
            scene.words.near(range.end - 1, 2),
            "probation"
                | "supervised"
                | "deliberation"
                | "deliberations"
                | "testimony"
                | "hearings"
                | "suspended"
        )
}

/// «In this photo, Hale speaks after the raid, in Visby, 3 May 2021», «Hale speaks of the raid on 3 May 2021»: in a
/// caption, told in the present, a full date is that of the picture.
pub(crate) fn pictured(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let all = words.of_sentence(index);
    let taken = (1..=2).any(|back| {
        matches!(
            words.near(range.start, -back),
            "taken" | "photographed" | "pictured" | "filmed" | "shot"
        )
    });
    let year = range
        .clone()
        .any(|i| words.at(i).len() == 4 && words.at(i).starts_with(|c: char| c.is_ascii_digit()));
    let picture = all.clone().any(|i| {
        matches!(
            words.at(i),
            "photo"
                | "photograph"
                | "picture"
                | "image"
                | "footage"
                | "handout"
                | "screenshot"
                | "pictured"
                | "photographed"
        )
    });
    if picture && (taken || year) {
        return true;
    }
    let sentence = scene.syntax(index);
    let shown = sentence
        .clauses
        .iter()
        .position(|clause| clause.link == Link::Main)
        .and_then(|main| sentence.verb(main))
        .is_some_and(|verb| {
            let main = words.at(verb.main);
            verb.finite
                && !verb.perfect
                && !verb.passive
                && !verb.copula
                && main.ends_with('s')
                && !class::is_saying(main)
        });
    // «marks», «remains»: told in the present without a picture.
    shown && year && range.end == all.end
}

/// «the bidding started at 75 million», «an opening bid of 5 million», «estimates of 100 million»: no value of the whole.
pub(crate) fn starts_at(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let near = |back: isize| words.near(range.start, -back);
    let begins = |word: &str| {
        matches!(
            word,
            "started" | "starts" | "start" | "starting" | "opened" | "opens" | "opening" | "began"
        )
    };
    let verb = matches!(near(1), "at" | "from") && begins(near(2));
    let noun = matches!(near(1), "of" | "at")
        && (matches!(near(2), "estimate" | "estimates" | "guess")
            || matches!(near(2), "price" | "bid" | "offer" | "figure" | "value")
                && matches!(
                    near(3),
                    "starting"
                        | "opening"
                        | "asking"
                        | "reserve"
                        | "guide"
                        | "estimated"
                        | "list"
                        | "initial"
                ));
    verb || noun
}

/// «$127.5 milion»: the word after a figure is a scale but for a letter, so the figure is not what was meant.
pub(crate) fn misspelt_scale(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let next = scene.words.at(range.end);
    scene.words.gap(range.end) == super::words::Gap::Space
        && next.len() >= 5
        && ["million", "billion", "trillion", "thousand"]
            .iter()
            .any(|scale| *scale != next && strsim::damerau_levenshtein(scale, next) == 1)
}

/// «The boxer died on Friday, his agent said at a hotel in Marne on Saturday»: a verb of saying stands between the event's
/// word and a time or place, which may be that of the saying.
pub(crate) fn said_between(
    scene: &Scene<'_>,
    instance: &Range<usize>,
    range: &Range<usize>,
) -> bool {
    let words = scene.words;
    (instance.end..range.start).any(|i| {
        class::is_saying(words.at(i))
            && words.at(i).ends_with(['d', 's'])
            // «which officials said was on Monday»
            && !(i + 1..range.start).any(|k| matches!(words.at(k), "was" | "took" | "occurred" | "happened"))
    })
}

/// «was expected to be sold for 100 million», «had been tipped to fetch 100 million»: told of before it happened.
pub(crate) fn was_expected(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = scene.sentence_at(range.start);
    let from = range.start.saturating_sub(8).max(sentence.start);
    (from..range.start).any(|at| {
        matches!(
            words.at(at),
            "expected" | "estimated" | "tipped" | "predicted" | "forecast" | "projected" | "hoped"
        ) && words.near(at, 1) == "to"
            && matches!(words.near(at, -1), "was" | "were" | "been")
    })
}

/// «the first landing since Apollo 17 in 1972», «others have landed, including China in 2019»: not the event's date.
pub(crate) fn dated_since(
    scene: &Scene<'_>,
    instance: &Range<usize>,
    range: &Range<usize>,
) -> bool {
    let words = scene.words;
    (instance.end..range.start).any(|i| {
        matches!(words.at(i), "since" | "including")
            && range.start - i <= 8
            && (i + 1..=range.start).all(|k| words.gap(k) < super::words::Gap::Comma)
    })
}

/// «Three billion miles and nine years later, the probe flew past»: how far behind it the start lies.
pub(crate) fn is_way_there(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let all = scene.sentence_at(range.start);
    let sentence = scene.syntax_at(range.start);
    (range.end..all.end.min(range.end + 9))
        .take_while(|&at| sentence.verb_clause(at).is_none())
        .any(|at| scene.words.at(at) == "later")
}
