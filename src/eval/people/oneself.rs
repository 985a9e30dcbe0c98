//! Who shoots himself, and whom besides: «shot herself and their two children dead», «killed two people before shooting himself».
//!
//! In: a verb whose object is oneself. Out: the others whom it strikes, and whether who did it died of it.

use super::cast::Cast;
use super::line::Item;
use super::line::Line;
use super::verbs;
use super::verbs::Form;
use super::verbs::Harm;
use crate::eval::words::Gap;

impl Line<'_> {
    /// «shot herself and their two children dead»: who is struck besides, and how.
    pub(super) fn and_others(
        &self,
        oneself: usize,
        harm: Harm,
        subjects: &[usize],
        cast: &mut Cast,
    ) -> Option<Harm> {
        let person = self
            .person(oneself + 2)
            .filter(|_| self.word(oneself + 1) == "and" && self.gap(oneself + 2) < Gap::Comma)?;
        let list = self.list_from(person);
        let last = *list.last()?;
        let end = self
            .items
            .iter()
            .position(|item| *item == Item::Person(last))?
            + 1;
        // «shot himself and his wife called the police»
        let object = self.gap(end) >= Gap::Comma
            || verbs::preposition(self.word(end))
            || matches!(self.word(end), "dead" | "to" | "before" | "after");
        if !object {
            return None;
        }
        let dead = self.word(end) == "dead" || self.word(end + 1) == "death";
        let harm = if dead { Harm::Killed } else { harm };
        self.struck(&list, cast, 3, Some(harm));
        self.blamed(subjects, cast, 3);
        Some(harm)
    }

    /// «killed her children before shooting herself»: who kills and then shoots himself, and not in the foot, dies of it.
    pub(super) fn after_killing(&self, at: usize, oneself: usize) -> bool {
        let killing = (0..at).any(|i| {
            verbs::harm(self.word(i))
                .is_some_and(|(harm, form)| harm == Harm::Killed && form != Form::Base)
                && self.passive(i).is_none()
                && !self.unsaid(i)
        });
        let limb = (oneself + 1..oneself + 5).any(|i| {
            verbs::body(self.word(i))
                && !matches!(
                    self.word(i),
                    "head" | "face" | "neck" | "chest" | "mouth" | "throat"
                )
        });
        let lived = (0..self.items.len()).any(|i| {
            matches!(
                self.word(i),
                "survived" | "survive" | "wounded" | "wounding" | "recovering" | "custody"
            )
        });
        killing && !limb && !lived && matches!(self.word(at), "shot" | "shooting" | "stabbing")
    }
}
