//! What is told of all, and so of each: «four people were shot, including a 12-year-old girl», «the victims include A and B».
//!
//! In: a sentence read for what befell whom. Out: those who are named as some of the others, with the same told of them.

use super::cast::Cast;
use super::line::Line;
use super::nouns::Hint;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Form;
use super::verbs::Harm;
use crate::eval::words::Gap;

impl Line<'_> {
    /// Tells of each what is told of all.
    pub(super) fn included(&self, cast: &mut Cast) {
        for at in 0..self.items.len() {
            let from = match self.word(at) {
                "including" | "include" | "includes" | "included" => at + 1,
                // «five people, among them A,»: «them» is a phrase of its own.
                "among" if self.person(at + 1).is_some() && self.gap(at + 1) < Gap::Comma => {
                    if !self.is_them(at + 1) {
                        self.were_among(at + 1, cast);
                        continue;
                    }
                    at + 2
                }
                _ => continue,
            };
            let Some(first) = (from..from + 2).find_map(|i| self.person(i)) else {
                continue;
            };
            let list = self.list_from(first);
            let whole = (0..at)
                .rev()
                .filter(|&i| self.back(i, 1) != "by")
                .filter_map(|i| self.person(i))
                .find(|&person| {
                    self.phrases[person].plural
                        && !list.contains(&person)
                        && self.who[person].iter().all(|&one| {
                            let told = &cast.member(one).told;
                            told.harm >= 3 || told.accused >= 3
                        })
                });
            let Some(whole) = whole else {
                if let Some(fate) = self.counted_fate(at) {
                    self.struck(&list, cast, 3, Some(fate));
                }
                continue;
            };
            let Some(&one) = self.who[whole].first() else {
                continue;
            };
            let all = cast.member(one).told.clone();
            for &person in &list {
                for one in self.who[person].clone() {
                    let told = cast.told(one);
                    told.harm += if all.harm >= 3 { 3 } else { 0 };
                    told.accused += if all.harm < 3 { 3 } else { 0 };
                    told.died |= all.died && !all.hurt;
                    told.hurt |= all.hurt && !all.died;
                }
            }
        }
    }

    /// «The two pupils who died, a 15-year-old boy and a 17-year-old girl, were cousins»: a list between commas says who
    /// they all are.
    pub(super) fn apposed(&self, cast: &mut Cast) {
        for at in 0..self.items.len() {
            let Some(head) = self.person(at).filter(|&head| {
                let phrase = &self.phrases[head];
                phrase.plural
                    && phrase.ages.is_empty()
                    && phrase.shape == Shape::Full
                    && !phrase.none
                    && self.scene.words.gap(phrase.words.end) != Gap::Apostrophe
            }) else {
                continue;
            };
            let close = (at + 1..(at + 9).min(self.items.len()))
                .find(|&i| self.person(i).is_some() || self.gap(i) >= Gap::Comma);
            let list = close
                .filter(|&i| self.gap(i) >= Gap::Comma)
                .map(|i| match self.person(i) {
                    Some(first) => self.list_from(first),
                    None => self.one_and_the_other(i),
                })
                .unwrap_or_default();
            let each = |person: &usize| {
                let phrase = &self.phrases[*person];
                !phrase.plural && !(phrase.ages.is_empty() && phrase.name.is_empty())
            };
            let count = self.phrases[head].count.unwrap_or(list.len());
            if list.len() < 2 || list.len() != count || !list.iter().all(each) {
                continue;
            }
            let Some(&one) = self.who[head].first() else {
                continue;
            };
            let all = cast.member(one).told.clone();
            if all.harm >= 3 {
                let fate = match (all.died, all.hurt) {
                    (true, false) => Some(Harm::Killed),
                    (false, true) => Some(Harm::Hurt),
                    _ => None,
                };
                let open: Vec<usize> = list
                    .into_iter()
                    .filter(|&person| {
                        self.who[person]
                            .iter()
                            .all(|&one| cast.member(one).told.harm < 3)
                    })
                    .collect();
                self.struck(&open, cast, 3, fate);
            } else if all.accused >= 3 {
                self.blamed(&list, cast, 3);
            }
        }
    }

    /// «Among the fatalities were a 16-year-old, named as Ana Ruiz, and the driver, 21-year-old Bo Lind»
    fn were_among(&self, victims: usize, cast: &mut Cast) {
        let Some(person) = self.person(victims) else {
            return;
        };
        let phrase = &self.phrases[person];
        let fate = match phrase.noun.as_deref() {
            Some("fatalities" | "casualties") => Some(Harm::Killed),
            _ => phrase.fate,
        };
        if phrase.hint != Some(Hint::Victim) || !phrase.ages.is_empty() {
            return;
        }
        // «Among the victims of the crash were …»
        let Some(be) = (victims + 1..victims + 9)
            .take_while(|&i| self.gap(i) < Gap::Comma && self.person(i).is_none())
            .find(|&i| verbs::be(self.word(i)))
        else {
            return;
        };
        let first = (be + 1..be + 3).find_map(|i| self.person(i));
        let Some(first) = first else {
            return;
        };
        let list = self.list_from(first);
        let more = (be + 2..self.items.len()).filter(|&i| {
            matches!(self.word(i.saturating_sub(1)), "and" | "with")
                && self.person(i).is_some_and(|person| {
                    !list.contains(&person) && !self.phrases[person].ages.is_empty()
                })
        });
        let all: Vec<usize> = list
            .iter()
            .copied()
            .chain(more.filter_map(|i| self.person(i)))
            .collect();
        self.struck(&all, cast, 3, fate);
    }

    /// «one a 19-year-old woman and the other a 15-year-old boy»
    fn one_and_the_other(&self, at: usize) -> Vec<usize> {
        let (Some(one), "one") = (self.person(at + 1), self.word(at)) else {
            return Vec::new();
        };
        let other = (at + 2..at + 6)
            .find(|&i| matches!(self.word(i), "other" | "another" | "second"))
            .and_then(|i| self.person(i + 1));
        other.map_or_else(Vec::new, |other| vec![one, other])
    }

    /// «A, 60, and B, 43, were the victims», «A was among the dead», «A was one of those shot».
    pub(super) fn among_victims(&self, be: usize, cast: &mut Cast) {
        let Some(one) = be
            .checked_sub(1)
            .and_then(|at| self.person(at))
            .filter(|_| verbs::be(self.word(be)))
        else {
            return;
        };
        let mut some = false;
        for at in be + 1..(be + 8).min(self.items.len()) {
            if self.gap(at) >= Gap::Comma || self.unsaid(at) {
                return;
            }
            if let Some(person) = self.person(at) {
                let phrase = &self.phrases[person];
                let owner = self.scene.words.gap(phrase.words.end) == Gap::Apostrophe;
                let victims = phrase.hint == Some(Hint::Victim)
                    && phrase.name.is_empty()
                    && phrase.ages.is_empty()
                    && !phrase.none
                    && !owner
                    && self.word(at + 1) != "of";
                // «was the youngest of the three teens killed»
                let one_of = phrase.plural && some && !phrase.none && phrase.ages.is_empty();
                if let Some((harm, Form::Past)) = verbs::harm(self.word(at + 1)).filter(|_| one_of)
                {
                    self.struck(&self.list_to(one), cast, 3, Some(harm));
                    return;
                }
                if victims {
                    let dead = matches!(self.word(at + 1), "killed")
                        || self.word(at + 1) == "who" && self.word(at + 2) == "died";
                    self.struck(&self.list_to(one), cast, 3, dead.then_some(Harm::Killed));
                }
                return;
            }
            match self.word(at) {
                "among" | "those" | "of" => some = true,
                "one" | "the" | "two" | "three" | "also" | "youngest" | "oldest" | "eldest"
                | "latest" | "first" | "second" | "third" | "a" => {}
                "dead" | "killed" | "wounded" | "injured" | "hurt" | "shot" if some => {
                    let fate = match self.word(at) {
                        "dead" | "killed" => Some(Harm::Killed),
                        "shot" => None,
                        _ => Some(Harm::Hurt),
                    };
                    self.struck(&self.list_to(one), cast, 3, fate);
                    return;
                }
                _ => return,
            }
        }
    }

    fn is_them(&self, at: usize) -> bool {
        self.person(at)
            .is_some_and(|person| self.scene.words.at(self.phrases[person].words.start) == "them")
    }

    /// «killing four, including A»: the verb or participle whose number, with no noun, stands before `at`.
    fn counted_fate(&self, at: usize) -> Option<Harm> {
        // «those killed in the fire included A and B»
        let those = (1..at).rev().find(|&i| self.back(i, 1) == "those");
        if let Some((harm, Form::Past)) = those.and_then(|i| verbs::harm(self.word(i))) {
            return Some(harm);
        }
        let from = at.saturating_sub(4);
        (from..at).rev().find_map(|i| {
            let near = (i + 1..at).all(|k| self.person(k).is_none());
            match verbs::harm(self.word(i)) {
                Some((harm, Form::Gerund | Form::Past)) if near && !self.unsaid(i) => Some(harm),
                _ => (self.word(i) == "dead" && near).then_some(Harm::Killed),
            }
        })
    }
}
