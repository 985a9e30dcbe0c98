//! How a value stands to a word of its sentence, by the sentence's syntax.
//!
//! In: a sentence, a value, an event word or a word of the claim. Out: the role that ties them, or nothing. Which roles
//! may accuse is a question of the kind of claim; whose event it is, [`super::identity`] tells.

use std::ops::Range;

use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::Verb;
use super::words::Words;

/// How a value stands to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// «the 35-minute meeting», «a meeting of 35 minutes», «35 minutes of talks», «Monday's talks».
    Modifier,
    /// «the meeting in Bali on Monday».
    Postmodifier,
    /// «the meeting lasted 35 minutes»: the word is the subject of the value's clause.
    Predicate,
    /// «they met for 35 minutes»: the word is the verb of the value's clause.
    Adverbial,
    /// «they held talks for 35 minutes»: the word is the object of the value's clause, or stands in it with a
    /// preposition.
    Companion,
    /// «they met, talking for an hour», «the quake struck, killing 12».
    Continuation,
    /// «12 people died when the bridge fell».
    Circumstance,
}

/// A role, with the words that make it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) role: Role,
    /// The clause of the value.
    pub(crate) clause: usize,
    /// The phrase of the value.
    pub(crate) value: usize,
    /// The phrase of the word, if it is a noun.
    pub(crate) noun: Option<usize>,
    /// Whether the value belongs to another noun: «a 21-year-old student».
    pub(crate) within: bool,
    /// Whether the word only tells what another noun is: «the earthquake zone».
    pub(crate) beside: bool,
}

/// The verb of a clause and the preposition of a value in it.
pub(crate) struct Frame<'s> {
    /// The main verb, folded; empty without one.
    pub(crate) verb: &'s str,
    pub(crate) group: Option<&'s Verb>,
    /// The preposition right before the value, folded; empty without one.
    pub(crate) preposition: &'s str,
    pub(crate) place: Place,
}

impl Found {
    pub(crate) fn frame<'s>(&self, sentence: &'s Sentence, words: &'s Words) -> Frame<'s> {
        let phrase = &sentence.phrases[self.value];
        let group = sentence.verb(self.clause);
        Frame {
            verb: group.map_or("", |verb| words.at(verb.main)),
            group,
            preposition: phrase.preposition.map_or("", |word| words.at(word)),
            place: phrase.place,
        }
    }
}

/// The role of the value at `value` towards the word at `anchor`.
pub(crate) fn role(
    sentence: &Sentence,
    value: &Range<usize>,
    anchor: &Range<usize>,
) -> Option<Found> {
    // «75 years old» ends in a word of no phrase.
    let phrase = sentence
        .phrase_of(value.end.checked_sub(1)?)
        .or_else(|| sentence.phrase_of(value.start))?;
    let clause = outer(sentence, value, sentence.phrases[phrase].clause);
    let within = sentence
        .noun(phrase)
        .is_some_and(|noun| noun.head >= value.end);
    if let Some(home) = home(sentence, anchor) {
        let role = towards_verb(sentence, value, anchor, (phrase, clause), home)?;
        return Some(Found {
            role,
            clause,
            value: phrase,
            noun: None,
            within,
            beside: false,
        });
    }
    let noun = sentence
        .phrase_of(anchor.end - 1)
        .or_else(|| sentence.phrase_of(anchor.start))?;
    // «the annual meetings of the guild»: the name is that of the meetings.
    let noun = sentence
        .phrase_of(anchor.start)
        .filter(|&first| is_of(sentence, noun) && chain(sentence, noun).any(|up| up == first))
        .unwrap_or(noun);
    let head = sentence.noun(noun)?.head;
    let clause = leans(sentence, clause, phrase, noun);
    let between = Between {
        sentence,
        clause,
        value: phrase,
        noun,
    };
    let beside = !anchor.contains(&head);
    let role = if noun == phrase {
        // «the 35-minute meeting», but not «the meeting on Monday's agenda».
        // «the 45-minute one-on-one meeting»
        let kind = anchor.end == head && anchor.len() > 2;
        let leads = value.end <= anchor.start && (!beside || kind);
        leads.then_some(Role::Modifier)
    } else {
        between
            .in_the_phrase(anchor, beside)
            .or_else(|| between.as_predicate())
            .or_else(|| between.in_the_clause())
            .or_else(|| between.across_clauses())
    }?;
    // «the meeting was a four-hour affair»: what it is called takes nothing from it.
    let within = within && !(role == Role::Predicate && between.names_its_subject());
    Some(Found {
        role,
        clause,
        value: phrase,
        noun: Some(noun),
        within,
        beside,
    })
}

/// A value, a noun elsewhere in its sentence, and the clause of the value.
struct Between<'s> {
    sentence: &'s Sentence,
    clause: usize,
    value: usize,
    noun: usize,
}

impl Between<'_> {
    /// Whether the noun is `phrase` or something that `phrase` hangs on.
    fn is_over(&self, phrase: usize) -> bool {
        phrase == self.noun || chain(self.sentence, phrase).any(|up| up == self.noun)
    }

    /// Whether the value hangs on the noun.
    fn hangs(&self) -> bool {
        chain(self.sentence, self.value).any(|up| up == self.noun)
    }

    /// One is part of the other's phrase, or an apposition to it.
    fn in_the_phrase(&self, anchor: &Range<usize>, beside: bool) -> Option<Role> {
        let Self {
            sentence,
            value,
            noun,
            ..
        } = *self;
        let phrases = &sentence.phrases;
        // «a meeting of 35 minutes», «35 minutes of talks»
        if phrases[value].after == Some(noun) && is_of(sentence, value) && !beside
            || phrases[noun].after == Some(value)
                && (is_of(sentence, noun) && !beside
                    // «44 days in office»: the preposition is part of the event's own words.
                    || phrases[noun].preposition == Some(anchor.start)
                        && phrases[value].preposition.is_some())
        {
            return Some(Role::Modifier);
        }
        // «Marlin Towers South, a 12-storey block, was built»
        let ahead = sentence.clauses[self.clause]
            .verb
            .is_none_or(|verb| phrases[value].words.start < sentence.chunks[verb].words.start);
        ((phrases[value].place == Place::Apposed || ahead) && self.hangs())
            .then_some(Role::Postmodifier)
    }

    /// The noun is the subject of the value's clause, its own or that of a relative or a participle, or is what the value is.
    fn as_predicate(&self) -> Option<Role> {
        let Self {
            sentence,
            clause,
            noun,
            ..
        } = *self;
        let subject = self.is_subject();
        // «the date of the fire was 14 March», «Lund was the scene of the talks», «nine years is the sentence»
        let known = &sentence.phrases[noun];
        let equal = || {
            sentence.phrases_in(clause).any(|other| {
                let of_it = other == noun
                    || is_dimension(sentence, other)
                        && known.after == Some(other)
                        && known.preposition_is_of;
                of_it && equates(sentence, clause, self.value, other)
            })
        };
        (subject || equal()).then_some(Role::Predicate)
    }

    fn is_subject(&self) -> bool {
        let mut subjects = self.sentence.clauses[self.clause].subject.iter();
        subjects.any(|&subject| {
            subject == self.noun || self.is_over(subject) && is_implied(self.sentence, self.clause)
        })
    }

    fn names_its_subject(&self) -> bool {
        let subject = &self.sentence.clauses[self.clause].subject;
        self.is_subject()
            && subject.contains(&self.noun)
            && equates(self.sentence, self.clause, self.value, self.noun)
    }

    /// The noun is in the value's clause, or the clause is told of it.
    fn in_the_clause(&self) -> Option<Role> {
        let Self {
            sentence,
            clause,
            value,
            noun,
        } = *self;
        if self.hangs() {
            return Some(Role::Postmodifier);
        }
        let home = sentence.phrases[noun].clause;
        let known = &sentence.clauses[clause];
        // «12 houses were damaged or destroyed by the quake»: both verbs have the value for their subject.
        let together = home == clause || sentence.clauses[home].subject.contains(&value);
        // «the talks Xi held on Monday»
        let relative =
            || known.link == Link::Relative && known.antecedent.is_some_and(|up| self.is_over(up));
        // «the 12 people who died in the fire»
        let spoken_of = || speaks_of(sentence, home, value);
        (together || relative() || spoken_of()).then_some(Role::Companion)
    }

    /// The noun is in a clause beside the value's.
    fn across_clauses(&self) -> Option<Role> {
        let Self {
            sentence,
            clause,
            value,
            noun,
        } = *self;
        let known = &sentence.phrases[noun];
        let home = known.clause;
        if during(sentence, clause, home) {
            return Some(Role::Circumstance);
        }
        let of_parent = |parent: usize| {
            gapped(sentence, clause, value, parent)
                && sentence.clauses[parent]
                    .subject
                    .iter()
                    .any(|&subject| self.is_over(subject))
        };
        if gapped(sentence, clause, value, home)
            || sentence.clauses[clause].parent.is_some_and(of_parent)
        {
            return Some(Role::Companion);
        }
        let goes_on = continues(sentence, clause, home)
            && (known.place != Place::Adverbial || sentence.clauses[clause].comma);
        goes_on.then_some(Role::Continuation)
    }
}

/// The role of a value, whose phrase and clause are known, towards the verb of the clause `home`.
fn towards_verb(
    sentence: &Sentence,
    value: &Range<usize>,
    anchor: &Range<usize>,
    (phrase, clause): (usize, usize),
    home: usize,
) -> Option<Role> {
    // «agreed to pay 12 million»: the value may stand with the second verb.
    let second = anchor
        .clone()
        .any(|word| sentence.verb_clause(word) == Some(clause));
    if home == clause
        || second
        || shares(sentence, home, clause)
        || opens(sentence, value, phrase, home)
    {
        return Some(Role::Adverbial);
    }
    // «Replacing the bridge will cost …»
    let done = &sentence.clauses[home];
    if done.link == Link::Participle
        && done.parent == Some(clause)
        && done.joint.is_none()
        && sentence.clauses[clause].subject.is_empty()
        && done.verb < sentence.clauses[clause].verb
    {
        return Some(Role::Predicate);
    }
    // «14 March was the day the ferry sank»
    let told = sentence.clauses[home].antecedent.is_some_and(|noun| {
        sentence.phrases[noun].clause == clause
            && is_dimension(sentence, noun)
            && equates(sentence, clause, phrase, noun)
    });
    if told && sentence.clauses[home].link == Link::Relative {
        return Some(Role::Adverbial);
    }
    // «the 12 people whom the bomb killed»
    if speaks_of(sentence, home, phrase) {
        return Some(Role::Companion);
    }
    if during(sentence, clause, home) {
        return Some(Role::Circumstance);
    }
    continues(sentence, clause, home).then_some(Role::Continuation)
}

/// The clause whose verb, or whose predicate («they were alone»), a word is.
pub(crate) fn home(sentence: &Sentence, anchor: &Range<usize>) -> Option<usize> {
    let verb = anchor.clone().find_map(|word| sentence.verb_clause(word));
    verb.or_else(|| {
        let noun = anchor
            .clone()
            .any(|word| sentence.phrase_of(word).is_some());
        (!noun).then(|| sentence.clause_of(anchor.start)).flatten()
    })
}

/// «On 3 May, while sailing home, the Star sank»: what stands before the word that opens a clause is not of that clause.
fn outer(sentence: &Sentence, value: &Range<usize>, clause: usize) -> usize {
    let known = &sentence.clauses[clause];
    known
        .parent
        .filter(|_| {
            known.link == Link::Subordinate && known.joint.is_some_and(|joint| value.end <= joint)
        })
        .unwrap_or(clause)
}

/// «On 3 May the Star struck a rock and sank»: a date that opens a sentence is that of each of its verbs, unless the verb
/// has one of its own.
fn opens(sentence: &Sentence, value: &Range<usize>, phrase: usize, home: usize) -> bool {
    let time = |phrase: usize| {
        sentence
            .noun(phrase)
            .is_some_and(|noun| noun.tag == Tag::Time)
    };
    let known = &sentence.clauses[home];
    let clause = sentence.phrases[phrase].clause;
    known.link == Link::Coordinated
        && known.parent == Some(clause)
        && known.subject == sentence.clauses[clause].subject
        && sentence.clauses[clause].link == Link::Main
        && time(phrase)
        && sentence.clauses[clause]
            .verb
            .is_some_and(|verb| value.end <= sentence.chunks[verb].words.start)
        && known
            .subject
            .iter()
            .all(|&subject| value.end <= sentence.phrases[subject].words.start)
        && !sentence
            .phrases_in(home)
            .chain(sentence.phrases_in(clause))
            .any(|other| other != phrase && time(other))
}

/// «met and shook hands in Lund on Tuesday»: a verb that has nothing of its own takes what is told with the next one.
fn shares(sentence: &Sentence, home: usize, clause: usize) -> bool {
    let next = &sentence.clauses[clause];
    let Some(verb) = sentence.clauses[home].verb else {
        return false;
    };
    next.link == Link::Coordinated
        && next.parent == Some(home)
        && next.subject == sentence.clauses[home].subject
        && next.verb == Some(verb + 2)
}

/// Whether one of two clauses tells when the other happened.
fn during(sentence: &Sentence, one: usize, other: usize) -> bool {
    let of = |inner: usize, outer: usize| {
        let inner = &sentence.clauses[inner];
        inner.link == Link::Subordinate && inner.parent == Some(outer)
            // «30 were killed and 40 wounded when»
            || inner.link == Link::Subordinate
                && inner.parent.is_some_and(|parent| {
                    sentence.clauses[parent].link == Link::Coordinated && sentence.clauses[parent].parent == Some(outer)
                })
    };
    of(one, other) || of(other, one)
}

/// The phrases before `phrase` that it may speak of, nearest first.
pub(crate) fn chain(sentence: &Sentence, phrase: usize) -> impl Iterator<Item = usize> {
    let up = move |&at: &usize| {
        let phrase = &sentence.phrases[at];
        phrase.row.filter(|&row| row != at).or(phrase.after)
    };
    std::iter::successors(up(&phrase), up)
}

/// Whether a relative or a participle speaks of a phrase.
fn speaks_of(sentence: &Sentence, clause: usize, phrase: usize) -> bool {
    let known = &sentence.clauses[clause];
    matches!(known.link, Link::Relative | Link::Participle) && known.antecedent == Some(phrase)
}

/// Whether a noun names what is measured: «the date», «the scene».
fn is_dimension(sentence: &Sentence, phrase: usize) -> bool {
    sentence.noun(phrase).is_some_and(|noun| noun.dimension)
}

/// Whether the verb of `clause` says that one phrase is the other: one its subject, one its predicate.
pub(crate) fn equates(sentence: &Sentence, clause: usize, one: usize, other: usize) -> bool {
    let copula = sentence
        .verb(clause)
        .is_some_and(|verb| verb.copula && !verb.negated);
    let place = |phrase: usize| {
        let known = &sentence.phrases[phrase];
        let bare = known.place == Place::Adverbial && known.preposition.is_none();
        if bare { Place::Object } else { known.place }
    };
    copula
        && one != other
        && sentence.phrases[one].clause == clause
        && sentence.phrases[other].clause == clause
        && matches!(
            (place(one), place(other)),
            (Place::Subject, Place::Object) | (Place::Object, Place::Subject)
        )
}

/// Whether the clause has no subject words of its own.
fn is_implied(sentence: &Sentence, clause: usize) -> bool {
    matches!(
        sentence.clauses[clause].link,
        Link::Relative | Link::Participle
    )
}

fn is_of(sentence: &Sentence, phrase: usize) -> bool {
    sentence.phrases[phrase].preposition_is_of
}

/// Whether a clause is «and 45 (were) injured»: its verb group leans on that of the one before.
pub(crate) fn is_gapped(sentence: &Sentence, clause: usize) -> bool {
    let known = &sentence.clauses[clause];
    known.link == Link::Coordinated
        && known
            .subject
            .first()
            .is_some_and(|&first| known.joint == Some(sentence.phrases[first].words.start))
}

/// «The blast left 22 dead and scores injured on 3 May»: what stands behind a gapped clause is told with the verb before,
/// for a word that stands there.
fn leans(sentence: &Sentence, clause: usize, phrase: usize, noun: usize) -> usize {
    let known = &sentence.clauses[clause];
    let behind = sentence.phrases[phrase].place == Place::Adverbial
        && sentence.phrases[phrase].preposition.is_some()
            | sentence
                .noun(phrase)
                .is_some_and(|noun| noun.tag == Tag::Time);
    known
        .parent
        .filter(|&parent| {
            behind
                && is_gapped(sentence, clause)
                && sentence.phrases[noun].clause == parent
                && sentence.clauses[parent].subject.contains(&noun)
        })
        .unwrap_or(clause)
}

/// «left 12,000 dead and 2,248 injured»: what is left out is the verb before.
fn gapped(sentence: &Sentence, clause: usize, phrase: usize, home: usize) -> bool {
    let known = &sentence.clauses[clause];
    known.link == Link::Coordinated
        && known.parent == Some(home)
        && known.joint == Some(sentence.phrases[phrase].words.start)
        && sentence.phrases_in(clause).count() == 1
}

/// Whether `clause` is a participle that goes on with `home`.
fn continues(sentence: &Sentence, clause: usize, home: usize) -> bool {
    let known = &sentence.clauses[clause];
    // «killed 12 and caused damage amounting to 2 million»: of the second verb's object.
    let second = |parent: usize| {
        sentence.clauses[parent].link == Link::Coordinated
            && sentence.clauses[parent].parent == Some(home)
            && sentence.clauses[parent].subject == sentence.clauses[home].subject
            && known
                .antecedent
                .is_some_and(|noun| sentence.phrases[noun].clause == parent)
    };
    known.link == Link::Participle
        && known.joint.is_none()
        && known.parent.is_some_and(|parent| {
            parent == home
                || second(parent)
                || sentence.clauses[parent].link == Link::Participle
                    && sentence.clauses[parent].parent == Some(home)
        })
        && known.antecedent.is_none_or(|noun| {
            let inner = sentence.phrases[noun].clause;
            (inner == home || second(inner))
                && sentence
                    .noun(noun)
                    .is_some_and(|noun| noun.tag != Tag::Name)
        })
}
