//! How a vote went: «50-48», «5 to 4», «a 5-to-4 ruling».
//!
//! In: a claim that counts votes or those who cast them, and two figures that a hyphen or «to» joins beside a word of
//! voting. Out: evidence for a claim on either side of the vote. Which side a figure is of is not told: a report that has
//! the claim's figure on one side agrees, one that has it on neither does not. Scores, odds and who holds how many seats
//! are no votes.

mod lexicon;

use std::ops::Range;

use self::lexicon::BEFOREHAND;
use self::lexicon::DECIDED;
use self::lexicon::OF_ALL;
use self::lexicon::OUTCOMES;
use self::lexicon::OUTRIGHT;
use self::lexicon::SIDES;
use self::lexicon::TAKING_PART;
use self::lexicon::VOTERS;
use super::Asked;
use super::sides;
use crate::eval::another;
use crate::eval::bind::Gathered;
use crate::eval::events::Instance;
use crate::eval::scene::Scene;
use crate::eval::slots;
use crate::eval::syntax::class;
use crate::eval::words::Gap;
use crate::rule::EntityIndex;
use crate::rule::EventIndex;

/// Whether a word of voting governs the figures: «voted 50-48», «by a vote of 5 to 4», «a 5-4 ruling», «confirmed Hale, 50-48».
pub(super) fn is_vote(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let sentence = words.of_sentence(scene.sentence_of(range.start));
    // «a 50-48 Senate vote»
    let named = (range.end..sentence.end.min(range.end + 3))
        .take_while(|&at| words.gap(at) < Gap::Quote)
        .any(|at| OUTCOMES.has(words.at(at)));
    let holds = matches!(
        words.at(range.end),
        "majority" | "advantage" | "lead" | "control" | "edge" | "senate" | "house"
    ) && !named;
    if holds {
        return false;
    }
    let reaches = |at: usize| {
        matches!(
            words.at(at),
            "by" | "of"
                | "a"
                | "an"
                | "in"
                | "the"
                | "on"
                | "was"
                | "were"
                | "is"
                | "stood"
                | "at"
                | "came"
                | "with"
                | "narrowly"
                | "narrow"
                | "margin"
                | "final"
                | "tally"
                | "score"
                | "slim"
                | "just"
                | "only"
        )
    };
    let before = (sentence.start..range.start)
        .rev()
        .take(6)
        .take_while(|&at| words.gap(at + 1) < Gap::Break)
        .find(|&at| !reaches(at))
        .is_some_and(|at| DECIDED.has(words.at(at)) || OUTCOMES.has(words.at(at)));
    let syntax = scene.syntax(scene.sentence_of(range.start));
    let verb = || {
        syntax
            .verb_at(range.start)
            .is_some_and(|verb| DECIDED.has(words.at(verb.main)))
            && words.near(range.start, -1) != "to"
    };
    named || before || verb()
}

/// Whether a figure is one side of a vote, and counts nothing by itself: «a 5 to 4 vote» is not of four votes.
pub(super) fn is_side(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    sides::pairs_around(scene, range).any(|pair| is_vote(scene, &pair))
}

/// Whether a claim counts votes, or those who cast them on one side.
fn counts_votes(asked: Asked<'_>) -> bool {
    let claim = asked.claim;
    let voters = |phrase: &String| {
        let phrase = phrase.to_lowercase();
        VOTERS.has(&phrase)
            || phrase
                .split(' ')
                .any(|word| matches!(word, "vote" | "votes" | "guilty"))
    };
    claim.tally.is_none()
        && claim.event.is_some()
        && claim.who.is_empty()
        && claim.of.iter().any(voters)
        && !claim
            .words
            .iter()
            .flat_map(|phrase| phrase.split(' '))
            .any(|word| OF_ALL.has(&word.to_lowercase()))
}

/// «eight million voted yes», asked how many took part: those of one side, where the claim's words tell of all.
pub(super) fn is_of_one_side(asked: Asked<'_>, range: &Range<usize>) -> bool {
    const REACH: usize = 14;
    let scene = asked.scene;
    let claimed = || {
        let told = asked.claim.words.iter().chain(&asked.claim.of);
        told.flat_map(|phrase| phrase.split(' '))
            .map(str::to_lowercase)
    };
    let of_all = claimed().any(|word| OF_ALL.has(&word) || TAKING_PART.has(&word));
    if !of_all || claimed().any(|word| SIDES.has(&word)) {
        return false;
    }
    let end = scene.sentence_at(range.start).end.min(range.end + REACH);
    let parts = |at: &usize| {
        !matches!(
            scene.words.at(*at),
            "and" | "while" | "with" | "whom" | "but" | "whereas"
        )
    };
    (range.end..end)
        .take_while(parts)
        .any(|at| OUTRIGHT.has(scene.words.at(at)))
}

/// What the claim's words tell besides the side: «second article».
fn topics(asked: Asked<'_>) -> Vec<Vec<String>> {
    let event = asked
        .claim
        .event
        .map(|event| &asked.scene.plan.events[event].own);
    let told = asked.scene.plan.words[asked.index]
        .iter()
        .zip(&asked.claim.words);
    told.filter(|(stems, written)| {
        let side = written
            .split(' ')
            .map(str::to_lowercase)
            .any(|word| SIDES.has(&word) || DECIDED.has(&word) || OUTCOMES.has(&word));
        !side && !event.is_some_and(|event| event.contains(stems))
    })
    .map(|(stems, _)| stems.clone())
    .collect()
}

/// Evidence of how a vote went.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let Some(event) = asked.claim.event.filter(|_| counts_votes(asked)) else {
        return;
    };
    let rights = sides::expected(asked.claim);
    if rights.is_empty() {
        return;
    }
    for (range, figures) in sides::pairs(scene, |pair| is_vote(scene, pair)) {
        one(asked, out, &range, figures, &rights, event);
    }
}

fn one(
    asked: Asked<'_>,
    out: &mut Gathered,
    range: &Range<usize>,
    figures: [f64; 2],
    rights: &[f64],
    event: usize,
) {
    let scene = asked.scene;
    let span = scene.words.span(range.clone());
    let index = scene.sentence_of(range.start);
    let topics = topics(asked);
    let words = scene.words.of_sentence(index);
    if !topics.is_empty() && scene.has_phrase(words.clone(), &topics).is_none() {
        return out.note(span, super::FAR);
    }
    if !topics.is_empty() && nearer(asked, range, &topics) {
        return out.note(span, "left: the words of another claim stand nearer");
    }
    let has = |right: &f64| figures.contains(right);
    let agrees = if rights.len() > 1 {
        figures.iter().all(|side| rights.contains(side))
    } else {
        rights.iter().all(has)
    };
    sides::bind(asked, out, range, event, agrees, |_, _| {
        doubt(asked, range, figures, rights, event)
    });
}

/// Whether a topic of another claim on the votes of the event stands nearer than the claim's own.
fn nearer(asked: Asked<'_>, range: &Range<usize>, own: &[Vec<String>]) -> bool {
    let scene = asked.scene;
    let words = scene.words.of_sentence(scene.sentence_of(range.start));
    let far = |phrases: &[Vec<String>]| {
        phrases
            .iter()
            .flat_map(|phrase| scene.find_phrases(words.clone(), phrase))
            .map(|found| {
                range
                    .start
                    .saturating_sub(found.end)
                    .max(found.start.saturating_sub(range.end))
            })
            .min()
    };
    let here = far(own);
    (0..scene.story.claims.len()).any(|index| {
        let claim = &scene.story.claims[index];
        let other = Asked {
            scene,
            claim,
            index,
        };
        index != asked.index && claim.event == asked.claim.event && counts_votes(other) && {
            let topics: Vec<_> = topics(other)
                .into_iter()
                .filter(|topic| !own.contains(topic))
                .collect();
            far(&topics).is_some_and(|there| here.is_none_or(|here| there < here))
        }
    })
}

/// Why figures that differ may be those of another vote.
fn doubt(
    asked: Asked<'_>,
    range: &Range<usize>,
    figures: [f64; 2],
    rights: &[f64],
    event: usize,
) -> Option<&'static str> {
    let scene = asked.scene;
    let index = scene.sentence_of(range.start);
    let vote = Vote {
        asked,
        range,
        event,
        index,
        all: scene.words.of_sentence(index),
        row: scene.instances_in(scene.words.of_sentence(index)),
    };
    if !asks_for_a_side(asked, figures, rights) {
        return Some("the claim doesn't tell whether it asks for one side");
    }
    vote.of_something_else()
        .or_else(|| vote.of_several())
        .or_else(|| vote.is_open())
        .or_else(|| vote.of_others())
}

/// Whether a claim asks for the figure of one side: without a side's name it may count all who voted.
fn asks_for_a_side(asked: Asked<'_>, figures: [f64; 2], rights: &[f64]) -> bool {
    let mut words = asked
        .claim
        .words
        .iter()
        .chain(&asked.claim.of)
        .flat_map(|phrase| phrase.split(' '));
    (rights.len() > 1 || words.any(|word| SIDES.has(&word.to_lowercase())))
        && rights.iter().all(|right| *right < figures[0] + figures[1])
}

/// The figures of a vote in their sentence.
struct Vote<'a> {
    asked: Asked<'a>,
    range: &'a Range<usize>,
    event: EventIndex,
    /// The sentence.
    index: usize,
    /// Its words.
    all: Range<usize>,
    /// Its event words.
    row: &'a [Instance],
}

impl Vote<'_> {
    fn at(&self, word: usize) -> &str {
        self.asked.scene.words.at(word)
    }

    fn is_of_the_event(&self, instance: &Instance) -> bool {
        instance.event == Some(self.event)
    }

    /// A word for what comes before a vote, or for other votes; or somebody else who votes.
    fn of_something_else(&self) -> Option<&'static str> {
        let scene = self.asked.scene;
        let plan = scene.plan;
        let own = |at: usize| {
            let claimed = plan.words[self.asked.index]
                .iter()
                .chain(&plan.of[self.asked.index])
                .chain(&plan.events[self.event].own);
            claimed.flatten().any(|word| word == scene.words.stem(at))
        };
        let range = self.range;
        let mut near =
            range.start.saturating_sub(12).max(self.all.start)..(range.end + 12).min(self.all.end);
        // «the 14th Amendment» is a law, and nothing to be voted on.
        let named = |at: usize| scene.words.is_capital(at);
        if near.any(|at| BEFOREHAND.has(self.at(at)) && !own(at) && !named(at)) {
            return Some("it may be a vote on something else, or before the vote");
        }
        self.row
            .iter()
            .any(|instance| {
                self.is_of_the_event(instance)
                    && another::is_done_by_another(scene, instance, self.event)
            })
            .then_some("it is the vote of somebody else, whom the event's `who` does not know")
    }

    /// «The Senate voted 51-48 and the House voted 224-201»: whether the event's own people vote in the clause of the figures.
    fn is_clear(&self) -> bool {
        let scene = self.asked.scene;
        let syntax = scene.syntax(self.index);
        let home = syntax.clause_of(self.range.start);
        let mut here = self
            .row
            .iter()
            .filter(|instance| home.is_some() && syntax.verb_clause(instance.words.start) == home)
            .peekable();
        here.peek().is_some()
            && here.all(|instance| {
                self.is_of_the_event(instance)
                    && instance.other.is_none()
                    && slots::own(scene, instance, self.event)
            })
    }

    fn of_several(&self) -> Option<&'static str> {
        let pairs = self.all.clone();
        let pairs = pairs.filter(|&at| sides::pair(self.asked.scene, at).is_some());
        (pairs.count() > 1 && !self.is_clear() && topics(self.asked).is_empty())
            .then_some("the sentence tells of several votes")
    }

    fn is_open(&self) -> Option<&'static str> {
        let syntax = self.asked.scene.syntax(self.index);
        let open = syntax.verb_at(self.range.start).is_some_and(|verb| {
            verb.doubtful || verb.modal || class::is_wishing(self.at(verb.main))
        });
        let supposed = || {
            self.all
                .clone()
                .any(|at| matches!(self.at(at), "if" | "would" | "could" | "might" | "whether"))
        };
        (open || supposed()).then_some("it is only possible")
    }

    /// Another vote that the sentence brings in, or one of which it doesn't say that it is the event's.
    fn of_others(&self) -> Option<&'static str> {
        let scene = self.asked.scene;
        // «since Ames was confirmed in 1991, 52-48», «in 1881»: another year's.
        let since = (self.all.start..self.range.start).any(|at| {
            matches!(
                self.at(at),
                "since" | "unlike" | "than" | "when" | "after" | "until"
            )
        });
        if since {
            return Some("it may be of another vote, which the sentence brings in");
        }
        let others = self
            .row
            .iter()
            .any(|instance| instance.other.is_some() || !self.is_of_the_event(instance));
        if others && !self.is_clear() {
            return Some("another event stands with it");
        }
        // A chamber votes on many things: whoever and whatever takes part is named here or shortly before.
        let who = &scene.story.events[self.event].who;
        let before = scene.words.of_sentence(self.index.saturating_sub(2)).start..self.all.end;
        let named = |who: &EntityIndex| {
            let mut mentions = scene.entities_in(before.clone());
            mentions.any(|mention| mention.entity == *who)
        };
        if !who.iter().all(named) {
            return Some(
                "not all who take part are named here, so that it may be another vote of theirs",
            );
        }
        let told = self.row.iter().any(|instance| {
            slots::own(scene, instance, self.event) || slots::shares(scene, instance, self.event)
        });
        // «The vote was 50-48.»: of what the report is about.
        let plain = || {
            scene.main == Some(self.event)
                && self.index <= 4
                && self.all.len() <= 14
                && scene
                    .entities_in(self.all.clone())
                    .all(|mention| who.contains(&mention.entity))
        };
        (!told && !plain()).then_some(
            "who votes here is none of the event's `who`; if it is one of them, a name or role is missing in `also`",
        )
    }
}
