//! Figures that may be of a part of what the claim counts, or of so far.
//!
//! In: a claim and a value. Out: whether words around the value say so.

use std::ops::Range;

use super::Asked;
use crate::eval::apart;
use crate::eval::compare;
use crate::eval::rate;
use crate::eval::scene;
use crate::eval::words::Gap;
use crate::rule::EntityKind;
use crate::rule::Kind;

impl Asked<'_> {
    /// What sets a figure of victims apart from the event's own.
    pub(super) fn toll_apart(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        if rate::is_by_time(scene.words, range, &scene.sentence_at(range.start)) {
            return Some("it is a rate");
        }
        if apart::people::sum_of_years(scene, range, self.claim.event) {
            return Some("it is a sum of years");
        }
        if apart::people::fronted_whole(scene, range) {
            return Some("it may be of some of those whom the sentence names first");
        }
        if let Some(event) = self.claim.event {
            if apart::people::done_by_others(scene, range, event) {
                return Some("somebody or something else did it");
            }
            if apart::people::of_event_beside(scene, range, event) {
                return Some("its clause tells of another event, of another hour");
            }
            if apart::people::of_other_cause(scene, range, event) {
                return Some("its clause names what else they died of, or where");
            }
        }
        // More than all can be no part of them.
        let fewer = self.is_below(range);
        if let Some(event) = self.claim.event
            && fewer
            && apart::people::done_in_flight(scene, range, event)
        {
            return Some("those did it whom the clause around it tells of");
        }
        if fewer && apart::people::handled(scene, range) {
            return Some("it is what was done with some of the dead");
        }
        (fewer && apart::people::some_of_them(scene, range))
            .then_some("words beside it tell of which of them it is")
    }

    /// Whether a figure is less than every right one.
    pub(super) fn is_below(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let value = scene.reading.mentions.iter().find_map(|mention| {
            (scene.hedged(mention) == *range)
                .then(|| compare::measure(&mention.value))
                .flatten()
        });
        let Some(value) = value.map(|measure| compare::point(&measure)) else {
            return false;
        };
        scene::rights(self.claim)
            .filter_map(|right| compare::measure(&right.value))
            .all(|right| value < compare::point(&right))
    }

    /// «Dray for $8.5 billion and Orb for $7.2 billion»: another figure of the kind stands between the value and each of
    /// the claim's words.
    pub(super) fn is_parted(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence_at(range.start);
        let mut found = scene.plan.words[self.index].iter().flat_map(|phrase| {
            let mut from = sentence.start;
            let end = sentence.end;
            std::iter::from_fn(move || {
                let found = scene.find_phrase(from..end, phrase)?;
                from = found.start + 1;
                Some(found)
            })
        });
        found.all(|word| self.another_between(range, &word) || self.is_next_one(range, &word))
    }

    /// «Orb for $7.2 billion and Dray for $8.5 billion»: a word after the value, behind «and», that has a figure of its own.
    fn is_next_one(&self, range: &Range<usize>, word: &Range<usize>) -> bool {
        let words = self.scene.words;
        let joined = range.end <= word.start
            && (range.end..word.start).any(|i| {
                matches!(words.at(i), "and" | "while" | "but" | "with")
                    || words.gap(i + 1) >= Gap::Break
            });
        let sentence = self.scene.sentence_at(range.start);
        joined && self.another_between(range, &(sentence.end..sentence.end))
    }

    /// «cost the insurers alone 20 million», «set aside 84 million for»: a part of the whole, or money for another use.
    pub(super) fn of_part(&self, range: &Range<usize>) -> bool {
        let words = self.scene.words;
        // «two-thirds of the sentence, or about 15 years»: the part in figures.
        let fraction = words.near(range.start, -1) == "or"
            && (2..=9).any(|back| {
                matches!(
                    words.near(range.start, -back),
                    "half"
                        | "third"
                        | "thirds"
                        | "quarter"
                        | "quarters"
                        | "fifths"
                        | "percent"
                        | "cent"
                        | "part"
                )
            });
        // «anywhere from probation to four years»: what it could have been.
        let ranges = (1..=6).any(|back| {
            matches!(
                words.near(range.start, -back),
                "anywhere" | "ranging" | "ranged"
            )
        });
        if fraction || ranges {
            return true;
        }
        let sums = matches!(self.claim.kind, Kind::Money | Kind::Count | Kind::Percent);
        // «It includes 12 billion in shares»: some of the whole.
        let included = self.claim.kind == Kind::Money
            && self
                .scene
                .clause_of_value(range)
                .is_some_and(|(sentence, clause)| {
                    matches!(
                        self.scene.verb_of(sentence, clause),
                        "include"
                            | "includes"
                            | "included"
                            | "including"
                            | "comprises"
                            | "comprised"
                    )
                });
        if included && self.claim.words.is_empty() {
            return true;
        }
        let alone = sums && (1..=4).any(|back| words.near(range.start, -back) == "alone")
            || sums && (0..3).any(|ahead| words.at(range.end + ahead) == "alone");
        let funds = self.claim.kind == Kind::Money
            && (1..=5).any(|back| {
                matches!(
                    words.near(range.start, -back),
                    "aside"
                        | "earmarked"
                        | "promised"
                        | "pledged"
                        | "budgeted"
                        | "donated"
                        | "lent"
                        | "borrowed"
                        | "insured"
                        | "raised"
                        | "requested"
                        | "sought"
                        | "asked"
                        | "demanded"
                )
            });
        let shares = matches!(self.claim.kind, Kind::Percent | Kind::Count | Kind::Money);
        alone || funds || (shares && self.of_some(range))
    }

    /// «Among the young, 45 percent», «in the old town of Castra»: figures of some of those whom the claim counts.
    pub(super) fn of_some(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let words = scene.words;
        let sentence = scene.sentence_at(range.start);
        let clause = scene.clause_of(range.start);
        sentence.clone().any(|i| {
            let here = scene.clause_of(i) == clause || i <= sentence.start + 1;
            match words.at(i) {
                // «among the 12 killed» is the whole.
                "among" | "amongst" => {
                    i < range.start
                        && !(i + 1 == range.start
                            || i + 2 == range.start && words.near(i, 1) == "the")
                        && here
                        && !matches!(words.near(i, 1), "them" | "others")
                }
                "in" | "at" | "within" if here && words.near(i, 1) == "the" => {
                    let of = (i + 3..i + 5).find(|&k| words.at(k) == "of");
                    of.is_some_and(|of| {
                        let common = (i + 2..of).all(|k| words.is_small(k));
                        let whole = (i + 2..of).any(|k| {
                            matches!(
                                words.at(k),
                                "city"
                                    | "town"
                                    | "village"
                                    | "state"
                                    | "province"
                                    | "region"
                                    | "country"
                                    | "republic"
                                    | "kingdom"
                                    | "whole"
                                    | "end"
                                    | "hours"
                                    | "course"
                                    | "wake"
                                    | "case"
                                    | "face"
                                    | "name"
                                    | "middle"
                                    | "run"
                                    | "capital"
                                    | "island"
                                    | "port"
                                    | "valley"
                                    | "district"
                                    | "days"
                                    | "weeks"
                            ) && words.at(of - 1) == words.at(k)
                                && of == i + 3
                        });
                        let place = scene.entities_in(of + 1..of + 3).any(|mention| {
                            scene.story.entities[mention.entity].kind == EntityKind::Place
                        });
                        common && !whole && place
                    })
                }
                _ => false,
            }
        })
    }
}
