//! What a sentence does not say to have happened: «not», «nobody», «attempted», or what befell others at another time.
//!
//! In: an item of a sentence. Out: whether what it says is denied, meant only, or of another incident. What befell whom is for
//! [`super::deeds`].

use super::background;
use super::line::Item;
use super::line::Line;
use super::line::free;
use super::verbs;
use crate::eval::words::Gap;

impl Line<'_> {
    /// «not», «attempted», «trying to»: what is not said to have happened.
    pub(super) fn unsaid(&self, at: usize) -> bool {
        // «where a teenager was killed three years ago»
        let ago = !self.bygone
            && (1..=6).any(|k| {
                self.word(at + k) == "ago"
                    && matches!(self.back(at + k, 1), "years" | "months" | "decades")
            });
        // «within inches of killing the trooper»
        let close = (1..=5)
            .any(|k| matches!(self.back(at, k), "inches" | "feet" | "close" | "possibly"))
            && matches!(self.back(at, 1), "of" | "to" | "possibly");
        // «attempted murder», «attempted to kill»; but not «charged with attempted murder for shooting a man».
        let attempted = (1..=2).any(|k| {
            self.back(at, k) == "attempted"
                && (k == 1
                    || matches!(self.back(at, 1), "to" | "first")
                    || verbs::adverb(self.back(at, 1)))
        });
        // «threatened to kill»; but not «non-life-threatening injuries».
        let threat = (2..=3).any(|k| {
            matches!(self.back(at, k), "threatened" | "threatening" | "threatens")
                && self.back(at, k - 1) == "to"
        });
        // «It is not known whether the driver was among the dead.»
        let open = (1..=8)
            .take_while(|&k| at >= k && self.gap(at + 1 - k) < Gap::Comma)
            .any(|k| self.back(at, k) == "whether");
        ago || close
            || open
            || threat
            || attempted
            || self.nobody(at)
            || self.elsewhere(at)
            || (1..=4)
                .take_while(|&k| at >= k && self.gap(at + 1 - k) < Gap::Comma)
                .any(|k| {
                    matches!(
                        self.back(at, k),
                        "not"
                            | "nobody"
                            | "never"
                            | "attempting"
                            | "trying"
                            | "tried"
                            | "nearly"
                            | "almost"
                            | "if"
                            | "could"
                            | "would"
                            | "wasnt"
                            | "werent"
                            | "didnt"
                            | "avoid"
                            | "attempt"
                            | "might"
                            | "wants"
                            | "wanted"
                            | "neither"
                    ) || at
                        .checked_sub(k)
                        .and_then(|at| self.person(at))
                        .is_some_and(|person| self.phrases[person].none)
                })
    }

    /// Whether the clause of the item tells of another time or another incident, and the report of its own before.
    fn elsewhere(&self, at: usize) -> bool {
        let Some(Item::Word(word)) = self.items.get(at).copied() else {
            return false;
        };
        !self.bygone
            && (self.begun && background::clause(self.scene, word)
                || background::long_after(self.scene, word))
            || background::total(self.scene, word)
            || background::mistaken(self.scene, word)
    }

    /// «none of the five shot there has died», «no one in the house was hurt»: the subject of the verb is nobody.
    fn nobody(&self, at: usize) -> bool {
        for back in (0..at).rev() {
            let word = self.word(back);
            // «none died» may begin the clause.
            let nobody = matches!(word, "none" | "nobody" | "neither" | "noone")
                || matches!(word, "no" | "not") && self.word(back + 1) == "one"
                || word == "without" && back + 1 == at
                || self.person(back).is_some_and(|person| {
                    self.phrases[person].none && free(self.scene, &self.phrases[person])
                });
            if nobody {
                return true;
            }
            let ends = matches!(
                word,
                "when"
                    | "after"
                    | "while"
                    | "but"
                    | "because"
                    | "before"
                    | "where"
                    | "whom"
                    | "until"
                    | "though"
            );
            // «Nobody has been charged over the shooting that killed A»
            let relative = matches!(word, "that" | "who" | "which")
                && (back + 1..at).all(|i| {
                    verbs::be(self.word(i))
                        || verbs::adverb(self.word(i))
                        || matches!(self.word(i), "has" | "had" | "have")
                });
            if ends || relative || self.gap(back + 1) >= Gap::Comma {
                return false;
            }
        }
        false
    }

    /// «killed no one», «injured nobody», «without hurting anyone».
    pub(super) fn of_nobody(&self, object: usize) -> bool {
        matches!(
            self.word(object),
            "no" | "nobody" | "none" | "nothing" | "anyone" | "anybody" | "noone" | "neither"
        ) || self
            .person(object)
            .is_some_and(|person| self.phrases[person].none)
    }
}
