//! Figures that may be of a part of what the claim counts, or of so far.
//!
//! In: a claim and a value. Out: whether words around the value say so.

use super::Asked;
use crate::eval::words::Gap;
use crate::rule::EntityKind;
use crate::rule::Kind;
use std::ops::Range;

impl Asked<'_> {
    /// «By noon 40,000 people had joined the march»: so far.
    pub(super) fn so_far(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let syntax = scene.syntax(scene.sentence_of(range.start));
        let Some(clause) = syntax.clause_of(range.end - 1) else {
            return false;
        };
        let perfect = syntax.verb(clause).is_some_and(|verb| verb.perfect);
        let words = scene.words;
        let all = words.of_sentence(scene.sentence_of(range.start));
        let by = all.clone().any(|at| {
            words.at(at) == "by"
                && (1..=3).any(|ahead| {
                    matches!(
                        words.near(at, ahead),
                        "noon"
                            | "midday"
                            | "midnight"
                            | "dawn"
                            | "nightfall"
                            | "morning"
                            | "afternoon"
                            | "evening"
                            | "lunchtime"
                            | "then"
                            | "pm"
                            | "am"
                    )
                })
        });
        let already =
            (1..=3).any(|back| matches!(scene.words.near(range.start, -back), "already" | "far"));
        perfect && by || already
    }

    /// «Dray for $8.5 billion and Orb for $7.2 billion»: another figure of the kind stands between the value and each of
    /// the claim's words.
    pub(super) fn is_parted(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let sentence = scene.words.of_sentence(scene.sentence_of(range.start));
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
    pub(super) fn is_next_one(&self, range: &Range<usize>, word: &Range<usize>) -> bool {
        let words = self.scene.words;
        let joined = range.end <= word.start
            && (range.end..word.start).any(|i| {
                matches!(words.at(i), "and" | "while" | "but" | "with")
                    || words.gap(i + 1) >= Gap::Break
            });
        let sentence = words.of_sentence(self.scene.sentence_of(range.start));
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
        let sentence = words.of_sentence(scene.sentence_of(range.start));
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
                        let common =
                            (i + 2..of).all(|k| words.get(k).is_some_and(|word| !word.capital));
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
