//! Phrases for people joined in a list: «A, 24, of Salem, and B, 31», «his wife and then their three children».
//!
//! In: the phrases of a sentence. Out: those joined with one of them, without the words for all that only say who they are.
//! What befell them is not its subject.

use super::apposition::according_to;
use super::line::Item;
use super::line::Line;
use super::phrase::Shape;
use crate::eval::words::Aside;
use crate::eval::words::Gap;

impl Line<'_> {
    /// Phrases joined by commas and «and» that end with `last`, in order.
    pub(super) fn list_to(&self, last: usize) -> Vec<usize> {
        let mut list = vec![last];
        let mut at = last;
        while let Some(before) = self.before_in_list(at) {
            at = before;
            list.insert(0, at);
        }
        self.unlisted(list)
    }

    /// «two brothers, Al Lane, 29, and Bo Lane, 31»: a phrase for several only says who those behind it are.
    fn unlisted(&self, mut list: Vec<usize>) -> Vec<usize> {
        let mut at = 0;
        while at < list.len() {
            if self.heads(&list[at..]) {
                list.remove(at);
            } else {
                at += 1;
            }
        }
        list
    }

    /// Whether the first of a list is a phrase for all others of it.
    fn heads(&self, list: &[usize]) -> bool {
        let Some((&first, rest)) = list.split_first() else {
            return false;
        };
        let head = &self.phrases[first];
        let each = |person: &usize| {
            let phrase = &self.phrases[*person];
            let aged = !phrase.ages.is_empty() && head.count == Some(rest.len());
            !phrase.plural && (aged || !phrase.name.is_empty())
        };
        let comma = rest.first().is_some_and(|&next| {
            self.scene.words.gap(self.phrases[next].words.start) >= Gap::Comma
        });
        // «Three 18-year-olds, Ana Ruiz, Bo Lind and Cal Ives,»
        let so_old = head.ages.len() == 1 && head.name.is_empty() && head.count == Some(rest.len());
        head.plural
            && (head.ages.is_empty() || so_old)
            && rest.len() > 1
            && comma
            && rest.iter().all(each)
            && head.count.is_none_or(|count| count == rest.len())
    }

    /// Phrases joined so that start with `first`.
    pub(super) fn list_from(&self, first: usize) -> Vec<usize> {
        let mut list = vec![first];
        let mut at = first;
        while let Some(next) = self.after_in_list(at) {
            at = next;
            list.push(at);
        }
        self.unlisted(list)
    }

    /// «The victims – a man and a woman – were shot»: where the aside opens that holds the item at `inside` and closes before
    /// the verb at `at`.
    pub(super) fn dashed_aside(&self, inside: usize, at: usize) -> Option<usize> {
        let first = |item: usize| match self.items.get(item) {
            Some(Item::Word(word)) => *word,
            Some(Item::Person(person)) => self.phrases[*person].words.start,
            None => usize::MAX,
        };
        let words = self.scene.words;
        matches!(words.aside(first(inside + 1)), Aside::Closes(_))
            .then(|| {
                (1..=inside)
                    .rev()
                    .find(|&item| words.aside(first(item)) == Aside::Opens)
            })
            .flatten()
            .filter(|_| inside < at)
    }

    /// Whether what follows a phrase is somebody whom its own owns: «Mrs. Ruiz's daughter Tanya».
    fn owns_next(&self, owner: usize) -> bool {
        let end = self.phrases[owner].words.end;
        self.scene.words.gap(end) == Gap::Apostrophe
            && self.phrases.get(owner + 1).is_some_and(|next| {
                next.shape == Shape::Full && (end..=end + 1).contains(&next.words.start)
            })
    }

    /// «his wife, who lived with her brother, and …»: the phrase ends a clause between commas.
    fn inside_clause(&self, person: usize) -> bool {
        let words = self.scene.words;
        let start = self.phrases[person].words.start;
        let from = words.of_sentence(self.sentence).start;
        let governed = matches!(words.near(start, -1), "with" | "by" | "to" | "for" | "from");
        governed
            && (from..start)
                .rev()
                .take_while(|&at| words.gap(at + 1) < Gap::Comma)
                .any(|at| {
                    words.gap(at) == Gap::Comma
                        && matches!(words.at(at), "who" | "which" | "whose" | "whom")
                })
    }

    fn after_in_list(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        if next >= self.phrases.len() || !self.joined(at, next) {
            return None;
        }
        if self.owns_next(next) {
            return Some(next + 1);
        }
        // «a 72-year-old man, the sheriff's office said»
        let owner = self.scene.words.gap(self.phrases[next].words.end) == Gap::Apostrophe;
        (!owner).then_some(next)
    }

    fn before_in_list(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.owns_next(before) {
            return before
                .checked_sub(1)
                .filter(|&one| self.joined(one, before));
        }
        (!self.inside_clause(before) && self.joined(before, at)).then_some(before)
    }

    pub(super) fn joined(&self, one: usize, other: usize) -> bool {
        let words = self.scene.words;
        let between = self.phrases[one].words.end..self.phrases[other].words.start;
        if self.phrases[one].shape != Shape::Full && self.phrases[other].shape != Shape::Full {
            return false;
        }
        // «according to Sheriff Lind, two men were shot»
        if according_to(self.scene, self.phrases[one].words.start) {
            return false;
        }
        // «A shot B, he said»
        if self.phrases[other].shape != Shape::Full && between.is_empty() {
            return false;
        }
        // «A, of Salem, and B».
        let mut joint = words.gap(between.end) == Gap::Comma
            || words.gap(between.end) == Gap::Break && self.phrases[one].ages.len() == 1;
        let mut place = false;
        for at in between {
            let word = words.at(at);
            match word {
                "and" | "along" | "as" | "well" | "with" | "plus" | "another" => {
                    joint |= !matches!(word, "with" | "as" | "well")
                        || word == "well"
                            && words.near(at, -1) == "as"
                            && words.near(at, 1) == "as";
                    if matches!(word, "with" | "as")
                        && !matches!(words.near(at, -1), "along" | "well" | "and")
                        && words.at(at + 1) != "well"
                    {
                        return false;
                    }
                }
                "then" | "also" if words.near(at, -1) == "and" => {}
                // «Bo Ruiz, also of Salem, and …»
                "also" if matches!(words.near(at, 1), "of" | "from") => {}
                "mr" | "mrs" | "ms" | "miss" | "dr" => {}
                "of" | "from" => place = true,
                // «a woman in her 30s and a girl»
                "in" if matches!(words.near(at, 1), "his" | "her" | "their") => {}
                "his" | "her" | "their" | "mid" | "late" | "early"
                    if words.near(at, -1) == "in" || words.near(at, -2) == "in" => {}
                _ if word.ends_with("0s") => {}
                _ if place && words.is_capital(at) => {}
                _ => return false,
            }
        }
        joint
    }
}
