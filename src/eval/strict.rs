//! When a value may accuse: the words between it and the event leave no room for another reading.
//!
//! In: a value, an event word, the words between. Out: whether the value is the event's beyond doubt. A value that only
//! agrees needs less. The rules are of grammar, not of any story: no other verb, no other clause, no other name between.

use std::ops::Range;

use super::events::Form;
use super::events::Instance;
use super::gazetteer;
use super::names;
use super::person;
use super::scene::Scene;
use super::words::Gap;
use crate::rule::EventIndex;
use crate::rule::Kind;

/// Finite verbs that don't end in «ed», besides auxiliaries.
const VERBS: &[&str] = &[
    "became", "began", "bought", "broke", "brought", "built", "called", "came", "caught", "chose",
    "closed", "did", "drew", "drove", "fell", "felt", "fled", "flew", "fought", "found", "gave",
    "goes", "got", "grew", "had", "has", "have", "heard", "held", "hit", "kept", "knew", "laid",
    "landed", "led", "left", "lost", "made", "met", "paid", "quit", "ran", "reached", "rose",
    "said", "sat", "saw", "says", "sent", "shook", "shot", "sold", "spent", "spoke", "stood",
    "struck", "swept", "took", "told", "took", "took", "went", "won", "wrote", "was", "were", "is",
    "are", "will", "would", "could", "may", "might", "gets", "go", "put", "set", "cost", "costs",
    "beat", "beaten", "wins", "takes", "makes", "keeps", "need", "needs",
];

/// Whether a word is likely a finite verb.
pub(crate) fn is_verb(word: &str) -> bool {
    (word.ends_with("ed")
        && word.len() > 4
        && !matches!(word, "united" | "hundred" | "indeed" | "speed" | "breed"))
        || VERBS.contains(&word)
}

/// Words that open another clause or thought.
const JOINTS: &[&str] = &[
    "and",
    "when",
    "after",
    "before",
    "while",
    "as",
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "but",
    "than",
    "since",
    "because",
    "although",
    "though",
    "until",
    "following",
    "despite",
    "where",
    "ahead",
    "or",
    "if",
    "against",
    "unlike",
    "plus",
    "besides",
];

/// Verbs that only say that an event is, lasts, costs or takes place.
fn light(kind: Kind, word: &str) -> bool {
    if matches!(
        word,
        "was" | "were" | "is" | "are" | "had" | "has" | "held" | "took" | "will" | "be" | "been"
    ) {
        return true;
    }
    match kind {
        Kind::Duration | Kind::Notice | Kind::Total => matches!(
            word,
            "lasted"
                | "ran"
                | "went"
                | "stretched"
                | "dragged"
                | "continued"
                | "spanned"
                | "ended"
                | "exceeded"
                | "amounted"
                | "came"
                | "totalled"
                | "totaled"
                | "announced"
                | "confirmed"
                | "began"
                | "spent"
                | "extended"
                | "limited"
        ),
        Kind::Date | Kind::Time | Kind::Place => matches!(
            word,
            "happened"
                | "struck"
                | "hit"
                | "began"
                | "started"
                | "came"
                | "occurred"
                | "opened"
                | "fell"
                | "met"
                | "scheduled"
                | "set"
                | "rocked"
                | "jolted"
                | "ended"
                | "closed"
                | "launched"
                | "staged"
                | "hosted"
                | "planned"
                | "located"
        ),
        Kind::Money => matches!(
            word,
            "cost"
                | "costs"
                | "valued"
                | "came"
                | "totalled"
                | "totaled"
                | "put"
                | "priced"
                | "estimated"
                | "caused"
                | "would"
        ),
        Kind::Quantity => matches!(
            word,
            "measured" | "registered" | "recorded" | "put" | "struck" | "hit" | "estimated"
        ),
        _ => matches!(
            word,
            "involved"
                | "drew"
                | "counted"
                | "numbered"
                | "killed"
                | "injured"
                | "left"
                | "wounded"
        ),
    }
}

/// Whether a value of `kind` at `range` is `instance`'s beyond doubt. `phrases` are the claim's own words: its verbs may
/// stand between.
pub(crate) fn joined(
    scene: &Scene<'_>,
    kind: Kind,
    phrases: &[Vec<String>],
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let words = scene.words;
    let own = |word: &str| {
        phrases
            .iter()
            .any(|phrase| phrase.contains(&super::stem::stem(word)))
    };
    if range.end <= instance.words.start {
        return before(scene, kind, &own, range, instance);
    }
    if instance.words.end > range.start {
        return true;
    }
    let mut from = instance.words.end;
    // «the summit, which opens on 4 September»
    if matches!(words.at(from), "which" | "that") {
        from += 1;
    }
    // «who wants to buy it, has a fortune of»: the clause of the event word ends at the comma.
    let sentence = words.of_sentence(instance.sentence);
    let inside = (sentence.start..instance.words.start)
        .rev()
        .take_while(|&i| words.gap(i + 1) < Gap::Comma)
        .any(|i| matches!(words.at(i), "who" | "which" | "whose" | "where"));
    if inside && (from..=range.start).any(|i| words.gap(i) == Gap::Comma) {
        return false;
    }
    let mut at = from;
    let mut commas = 0;
    while at < range.start {
        let word = words.at(at);
        let gap = words.gap(at);
        // «the talks, described as tense, went on»: what stands between two commas is passed over.
        let aside = gap == Gap::Comma && (word.ends_with("ed") || word.ends_with("ing"));
        let close = (at + 1..range.start.min(at + 9)).find(|&i| words.gap(i) == Gap::Comma);
        if let (true, Some(close)) = (aside, close) {
            at = close;
            commas += 1;
            continue;
        }
        commas += usize::from(gap == Gap::Comma);
        let and = word == "and" && (names_only(scene, at) || number_after(scene, at));
        let clean = gap < Gap::Break
            && (and || !JOINTS.contains(&word) || own(word))
            && (!is_verb(word) || light(kind, word) || own(word));
        if !clean {
            return false;
        }
        at += 1;
    }
    commas += usize::from(words.gap(range.start) == Gap::Comma);
    commas <= 3
        && range.start - from <= 18
        && (kind != Kind::Date || own_clause(scene, kind, instance))
}

/// «Xi and Blinken», «Blinken and his aides»: no new clause.
fn names_only(scene: &Scene<'_>, at: usize) -> bool {
    scene.entities_in(at + 1..at + 3).next().is_some()
        || scene.words.get(at + 1).is_some_and(|word| word.capital)
}

fn number_after(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .words
        .at(at + 1)
        .starts_with(|c: char| c.is_ascii_digit())
}

/// «On Monday the two met», «the 35-minute meeting», «a $44bn deal».
fn before(
    scene: &Scene<'_>,
    kind: Kind,
    own: &dyn Fn(&str) -> bool,
    range: &Range<usize>,
    instance: &Instance,
) -> bool {
    let words = scene.words;
    let between = range.end..instance.words.start;
    let plain = between.clone().all(|i| {
        let word = words.at(i);
        words.gap(i) < Gap::Break
            && (!is_verb(word) || own(word))
            && (own(word) || !JOINTS.contains(&word) || (word == "and" && names_only(scene, i)))
    });
    if !plain {
        return false;
    }
    let tight = between.len() <= 3
        && words.gap(instance.words.start) < Gap::Comma
        && (range.end..instance.words.start).all(|i| {
            words.gap(i) < Gap::Comma
                && !matches!(
                    words.at(i),
                    "to" | "by" | "from" | "with" | "at" | "in" | "on"
                )
        });
    let sentence = words.of_sentence(instance.sentence);
    let lead = range.start <= sentence.start + 2 && between.len() <= 14;
    match kind {
        Kind::Date | Kind::Time | Kind::Place => tight || lead,
        Kind::Duration | Kind::Notice | Kind::Total => {
            let of = between.len() <= 4
                && words.at(range.end) == "of"
                && (range.end..=instance.words.start).all(|i| words.gap(i) < Gap::Comma);
            tight || of || (lead && matches!(words.at(sentence.start), "for" | "after"))
        }
        _ => {
            tight
                || between.len() <= 5
                    && !between
                        .clone()
                        .any(|i| matches!(words.at(i), "to" | "from" | "by"))
        }
    }
}

/// A noun that is not the object of another verb: «the strike began on Friday», not «joined the strike on Friday».
fn own_clause(scene: &Scene<'_>, kind: Kind, instance: &Instance) -> bool {
    if instance.form == Form::Verb {
        return true;
    }
    let words = scene.words;
    let sentence = words.of_sentence(instance.sentence);
    (sentence.start..instance.words.start)
        .rev()
        .take_while(|&i| words.gap(i + 1) < Gap::Comma)
        .all(|i| {
            !is_verb(words.at(i))
                || light(kind, words.at(i))
                || matches!(
                    words.at(i),
                    "hold"
                        | "holds"
                        | "began"
                        | "opened"
                        | "ended"
                        | "sat"
                        | "spoke"
                        | "talked"
                        | "met"
                        | "gathered"
                )
        })
}

/// Names of two or more capitalised words that the story does not know: somebody or something else.
pub(crate) fn strangers(scene: &Scene<'_>, sentence: usize) -> Vec<Range<usize>> {
    let words = scene.words;
    let all = words.of_sentence(sentence);
    if names::title_case(words, &all) {
        return Vec::new();
    }
    let capital = |i: usize| words.get(i).is_some_and(|word| word.capital);
    let mut found = Vec::new();
    let mut at = all.start;
    while at < all.end {
        if !capital(at)
            || scene.entities_in(at..at + 1).next().is_some()
            || person::is_title(words.at(at))
        {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < all.end
            && capital(end)
            && words.gap(end) <= Gap::Hyphen
            && scene.entities_in(end..end + 1).next().is_none()
        {
            end += 1;
        }
        let name: Vec<&str> = (at..end).map(|i| words.at(i)).collect();
        let next = scene.entities_in(end..end + 1).next().is_some() && words.gap(end) == Gap::Space;
        if end - at >= 2
            && !next
            && !gazetteer::known(&name.join(" "))
            && !scene
                .instances_in(at..end)
                .iter()
                .any(|instance| instance.words.start == at)
        {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// Whether the event word is somebody else's: «the actors' strike», «Boris Johnson announced his resignation», «Suella
/// Braverman resigned».
pub(crate) fn of_stranger(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    if !who.iter().any(|&who| scene.acts(who)) {
        return false;
    }
    let words = scene.words;
    let at = instance.words.start;
    let sentence = words.of_sentence(instance.sentence);
    let own = |range: Range<usize>| {
        scene
            .entities_in(range)
            .any(|mention| who.contains(&mention.entity))
    };
    // «the actors' strike», «an Italian strike by actors»
    if at > sentence.start + 1
        && words.gap(at) == Gap::Apostrophe
        && !own(at - 1..at)
        && words.at(at - 1).ends_with('s')
    {
        return true;
    }
    let end = instance.words.end;
    if words.near(end - 1, 1) == "by"
        && !own(end + 1..end + 6)
        && !scene
            .entities_in(end + 1..end + 6)
            .any(|mention| who.contains(&mention.entity))
    {
        return true;
    }
    // «Caroline Ellison, whose words helped to convict him, was sentenced»: he is named in an aside.
    let names = strangers(scene, instance.sentence);
    if names
        .first()
        .is_some_and(|name| name.start <= sentence.start + 1 && name.end <= at)
    {
        let aside = (sentence.start..at).find(|&i| matches!(words.at(i), "who" | "whose"));
        if aside.is_some_and(|aside| !own(sentence.start..aside)) {
            return true;
        }
    }
    // «Some want another man back. He resigned in July»
    let subject = (sentence.start..at)
        .rev()
        .take(3)
        .any(|i| matches!(words.at(i), "he" | "she" | "his" | "her"));
    if subject && !own(sentence.start..at) {
        let before = instance.sentence.checked_sub(1);
        if before.is_some_and(|before| {
            !strangers(scene, before).is_empty() || !own(words.of_sentence(before))
        }) {
            return true;
        }
    }
    // The last name before the word is a stranger's, with no own name between.
    let before = names.into_iter().rfind(|name| name.end <= at);
    let Some(stranger) = before else { return false };
    let mut between = stranger.end..at;
    if own(between.clone()) {
        return false;
    }
    let pronoun = between
        .clone()
        .any(|i| matches!(words.at(i), "his" | "her" | "he" | "she"));
    let close = between.len() <= 3 && !between.any(|i| words.gap(i) >= Gap::Comma);
    pronoun || close
}

/// Whether the value stands with a known city or country that the event is not in: «in Taipei some 10,000 sat outside».
pub(crate) fn elsewhere(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let words = scene.words;
    let story = scene.story;
    let Some(at) = story.events[event].at else {
        return false;
    };
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    sentence.clone().any(|i| {
        if !matches!(
            words.near(i, -1),
            "in" | "at" | "over" | "off" | "to" | "with"
        ) || !words.get(i).is_some_and(|word| word.capital)
        {
            return false;
        }
        let two = format!("{} {}", words.at(i), words.near(i, 1));
        let one = words.at(i).to_owned();
        [two, one]
            .iter()
            .any(|name| gazetteer::known(name) && scene.plan.places.strange(name, at) == Some(true))
    })
}

/// Whether the value stands with one of the claim's words, and no other verb or clause between.
pub(crate) fn near_words(
    scene: &Scene<'_>,
    kind: Kind,
    range: &Range<usize>,
    phrases: &[Vec<String>],
) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    phrases.iter().any(|phrase| {
        let mut from = sentence.start;
        while let Some(found) = scene.find_phrase(from..sentence.end, phrase) {
            let between = if found.end <= range.start {
                found.end..range.start
            } else {
                range.end..found.start.max(range.end)
            };
            let clean = between.clone().all(|i| {
                let word = words.at(i);
                words.gap(i) < Gap::Break
                    && !JOINTS.contains(&word)
                    && (!is_verb(word) || light(kind, word))
            });
            if clean && between.len() <= 10 {
                return true;
            }
            from = found.start + 1;
        }
        false
    })
}

/// Whether one of `who` stands by the value, and nobody else nearer.
pub(crate) fn near_own(scene: &Scene<'_>, kind: Kind, range: &Range<usize>, who: &[usize]) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let clean = |between: Range<usize>| {
        between.len() <= 8
            && between.clone().all(|i| {
                let word = words.at(i);
                words.gap(i) < Gap::Break
                    && !JOINTS.contains(&word)
                    && (!is_verb(word) || light(kind, word))
            })
    };
    let own = scene
        .entities_in(sentence)
        .filter(|mention| who.contains(&mention.entity))
        .any(|mention| {
            if mention.words.end <= range.start {
                clean(mention.words.end..range.start)
            } else {
                clean(range.end..mention.words.start.max(range.end))
            }
        });
    own && strangers_nearer(scene, range, who).is_none()
}

/// A name that the story does not know, nearer to the value than any of `who`.
fn strangers_nearer(
    scene: &Scene<'_>,
    range: &Range<usize>,
    who: &[usize],
) -> Option<Range<usize>> {
    let far = |found: &Range<usize>| {
        if found.end <= range.start {
            range.start - found.end
        } else {
            found.start.saturating_sub(range.end)
        }
    };
    let index = scene.sentence_of(range.start);
    let sentence = scene.words.of_sentence(index);
    let own = scene
        .entities_in(sentence)
        .filter(|mention| who.contains(&mention.entity))
        .map(|mention| far(&mention.words))
        .min()
        .unwrap_or(usize::MAX);
    strangers(scene, index)
        .into_iter()
        .find(|name| far(name) < own && name.end <= range.start)
}

/// Whether the event's people are those of the sentence: named in it, or stood for by the pronoun it opens with.
pub(crate) fn own_people(scene: &Scene<'_>, range: &Range<usize>, event: EventIndex) -> bool {
    let who: Vec<usize> = scene.story.events[event]
        .who
        .iter()
        .copied()
        .filter(|&who| scene.acts(who))
        .collect();
    if who.is_empty() {
        return true;
    }
    let index = scene.sentence_of(range.start);
    let sentence = scene.words.of_sentence(index);
    let named = scene
        .entities_in(sentence.clone())
        .any(|mention| who.contains(&mention.entity));
    let opens = sentence.clone().take(3).any(|i| {
        matches!(
            scene.words.at(i),
            "they" | "it" | "he" | "she" | "their" | "both"
        )
    });
    if named {
        return strangers_nearer(scene, range, &who).is_none();
    }
    let before = index.checked_sub(1).is_some_and(|before| {
        let before_words = scene.words.of_sentence(before);
        scene
            .entities_in(before_words)
            .any(|mention| who.contains(&mention.entity))
            && strangers(scene, before).is_empty()
    });
    opens && before
}

/// Whether a figure of victims is in the clause of the event that hurt them.
pub(crate) fn victims(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> bool {
    let words = scene.words;
    let between = if range.end <= instance.words.start {
        range.end..instance.words.start
    } else {
        instance.words.end..range.start
    };
    let stops = between.clone().any(|i| {
        matches!(
            words.at(i),
            "but" | "while" | "whereas" | "than" | "like" | "unlike" | "where" | "since" | "before" | "sparing" | "years" | "months"
                | "weeks" | "compared" | "elsewhere" | "and"
                if words.at(i) != "and" || words.get(i + 1).is_some_and(|next| next.capital)
        ) || words.gap(i) >= Gap::Break
    });
    let commas = between
        .clone()
        .filter(|&i| words.gap(i) == Gap::Comma)
        .count();
    !stops && commas <= 2
}

/// Whether an event told with «a» is this one for certain: its people are linked to it, or it opens the report.
pub(crate) fn told_of(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    // «A and another man sat alone; B is next»: not both in the clause.
    let people: Vec<usize> = who.iter().copied().filter(|&who| scene.acts(who)).collect();
    let sentence = scene.words.of_sentence(instance.sentence);
    let at = instance.words.start;
    let apart = |mention: &super::names::EntityMention| {
        let (from, to) = if mention.words.end <= at {
            (mention.words.end, at)
        } else {
            (at, mention.words.start)
        };
        (from + 1..=to).any(|i| scene.words.gap(i) >= Gap::Break)
    };
    let far = people.len() > 1
        && people.iter().any(|&one| {
            let mut named = scene
                .entities_in(sentence.clone())
                .filter(|mention| mention.entity == one)
                .peekable();
            named.peek().is_some() && named.all(apart)
        });
    if far && !instance.carried {
        return false;
    }
    // A verb needs its subject: «a bridge fell» is no fall of something else.
    let any = |who: &usize| {
        scene
            .entities_in(sentence.clone())
            .any(|mention| mention.entity == *who)
    };
    let stands_for = |i: usize| matches!(scene.words.at(i), "it" | "they" | "he" | "she" | "both");
    let verb = instance.form == Form::Verb && !who.is_empty();
    if verb && !who.iter().any(any) && !sentence.clone().take(3).any(stands_for) {
        return false;
    }
    if instance.form != Form::Indefinite {
        return true;
    }
    let words = scene.words;
    let all = words.of_sentence(instance.sentence);
    let named = |who: &usize| {
        scene
            .entities_in(all.start..instance.words.start)
            .any(|mention| mention.entity == *who)
    };
    let aside =
        (all.start..instance.words.start).any(|i| matches!(words.at(i), "who" | "whose" | "whom"));
    if who.iter().any(|&who| scene.acts(who)) {
        instance.linked || (who.iter().all(named) && !aside)
    } else {
        instance.sentence <= 2
    }
}

/// «In Glasgow 53.5 percent voted Yes»: the value of a part, told by a place that is not the event's.
pub(crate) fn in_part(scene: &Scene<'_>, range: &Range<usize>, event: Option<EventIndex>) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    let clause = scene.clause_of(range.start);
    let home = |i: usize| {
        scene.entities_in(i..i + 1).next().is_some()
            || event
                .and_then(|event| scene.story.events[event].at)
                .is_some_and(|at| {
                    scene.plan.places.chain(at).iter().any(|name| {
                        super::words::fold(name).first().map(String::as_str) == Some(words.at(i))
                    })
                })
    };
    let poll = sentence.clone().any(|i| {
        matches!(
            words.at(i),
            "poll" | "polls" | "survey" | "surveys" | "pollster" | "forecast" | "bookmakers"
        )
    });
    poll || sentence.clone().any(|i| {
        let lead = i <= sentence.start + 2;
        matches!(words.near(i, -1), "in" | "at")
            && words.get(i).is_some_and(|word| word.capital)
            && (lead || scene.clause_of(i) == clause)
            && i.abs_diff(range.start) <= 12
            && !home(i)
            && !is_date(scene, i)
    })
}

fn is_date(scene: &Scene<'_>, word: usize) -> bool {
    let Some(span) = scene.words.get(word).map(|word| word.span) else {
        return false;
    };
    let mentions = &scene.reading.mentions;
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions
        .get(at)
        .is_some_and(|mention| mention.span.overlaps(span))
}
