//! Doubts that what stands right beside a value gives: it is a difference, a condition, somebody else's, of one kind of those who
//! are counted, or still to come.
//!
//! In: a claim and a value in its sentence. Out: the reason for which a value that differs may not accuse.

use std::ops::Range;

use crate::eval::kinds::Asked;
use crate::eval::measured;
use crate::eval::scene;
use crate::eval::syntax::Article;
use crate::rule::EventIndex;
use crate::rule::Kind;
use crate::value::Value;

impl Asked<'_> {
    /// What the words right around the value make of it.
    pub(super) fn doubt_of_neighbours(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let own = self.own_words();
        let (of, words) = (&scene.plan.of[self.index], &scene.plan.words[self.index]);
        if kind.is_figure() && measured::is_difference(scene, range, &own) {
            return Some("it is by how much one is more or less than another");
        }
        if kind.is_figure() && measured::in_general(scene, range) {
            return Some("it is said of whenever something holds, and not of what took place");
        }
        if kind.is_figure() && measured::is_told_of_others(scene, range) {
            return Some("it is told of others, which are compared");
        }
        if kind.is_sum() && measured::is_needed(scene, range, &own) {
            return Some("it is how many or how much it takes");
        }
        if kind.is_sum() && measured::is_owned_by_another(scene, range, &self.claim.who) {
            return Some("it is somebody else's, whose name stands right before it");
        }
        if kind == Kind::Money && measured::is_labelled(scene, range, words, &own) {
            return Some("the words behind it say what else it is for");
        }
        let some = || {
            measured::of_all_places(scene, range)
                || self.is_below(range) && measured::is_narrowed(scene, range, of, &own)
        };
        if kind == Kind::Count && self.claim.tally.is_none() && some() {
            return Some("it may be of all there are, or of one kind of them");
        }
        if kind == Kind::Date && self.is_to_come(range) {
            return Some("it is still to come, and the claim's day has been");
        }
        (kind == Kind::Place && measured::is_where_somebody_works(scene, range))
            .then_some("it tells what somebody is, and where")
    }

    /// «Jury selection is to begin next week», of a claim on a day that has been: a day after publication is a plan, or another
    /// occasion's.
    fn is_to_come(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let Some(published) = scene.published else {
            return false;
        };
        // A day without a year may be of either, whichever it was read as.
        let told = range.clone().any(|at| {
            let word = scene.words.at(at);
            matches!(word, "next" | "tomorrow" | "coming" | "upcoming")
                || word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
        });
        if !told {
            return false;
        }
        let latest = published.zone.to_datetime(published.latest);
        let span = scene.words.span(range.clone());
        let begins = |value: &Value| match value {
            Value::Date(date) => date.possible.from,
            _ => None,
        };
        scene
            .mentions_at(range.start)
            .iter()
            .filter(|mention| mention.span.overlaps(span))
            .any(|mention| begins(&mention.value).is_some_and(|from| from > latest))
            && scene::rights(self.claim)
                .all(|right| begins(&right.value).is_some_and(|from| from <= latest))
    }

    /// «The margin was 1.5 points», of what the report is about: the claim's words, with «the», are what the figure is said of, and
    /// the sentence names nobody else.
    pub(super) fn is_said_of_words(&self, range: &Range<usize>, event: EventIndex) -> bool {
        let scene = self.scene;
        let words = &scene.plan.words[self.index];
        let index = scene.sentence_of(range.start);
        let syntax = scene.syntax(index);
        let people = &scene.story.events[event].who;
        let own = scene
            .entities_in(scene.words.of_sentence(index))
            .all(|mention| people.contains(&mention.entity));
        let Some(clause) = syntax.clause_of(range.end - 1) else {
            return false;
        };
        let plain = syntax
            .verb(clause)
            .is_some_and(|verb| verb.copula && !verb.doubtful && !verb.negated);
        scene.main == Some(event)
            && !words.is_empty()
            && own
            && plain
            && syntax.clauses[clause].subject.iter().any(|&subject| {
                let told = syntax.phrases[subject].words.clone();
                scene.has_phrase(told, words).is_some()
                    && syntax.noun(subject).is_some_and(|noun| {
                        noun.article == Article::Definite && noun.owner.is_none()
                    })
            })
    }
}
