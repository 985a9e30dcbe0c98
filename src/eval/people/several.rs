//! Ages told of several at once: «They were 14 and 16», «The boys were both 17».
//!
//! In: a phrase for several with ages, and those told of before. Out: each of them with an age of his own, if they are as
//! many as the ages.

use super::cast::Cast;
use super::cast::Member;
use super::cast::same_age;
use super::nouns;
use super::nouns::Hint;
use super::phrase::Age;
use super::phrase::Phrase;
use super::phrase::Shape;

impl Cast {
    /// Whom told of before the ages of a phrase belong to, each his own.
    pub(super) fn aged_before(
        &mut self,
        phrase: &Phrase,
        taken_up: &[usize],
    ) -> Option<Vec<usize>> {
        let ages = &phrase.ages;
        let alike = phrase.count.filter(|count| (2..=6).contains(count));
        let same = ages.len() == 1 && alike.is_some();
        if ages.len() < 2 && !same {
            return None;
        }
        let count = alike.filter(|_| same).unwrap_or(ages.len());
        let fits = |member: &Member| {
            member.ages.is_empty()
                && !member.aside
                && (member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex)
        };
        let singles = taken_up.len() == count
            && taken_up.iter().all(|&who| {
                let member = self.member(who);
                member.count == 1 && !member.many && fits(member)
            });
        if singles {
            for (index, &who) in taken_up.iter().enumerate() {
                let who = self.root(who);
                let age = ages[if same { 0 } else { index }];
                self.members[who].ages.push(age);
            }
            return Some(taken_up.to_vec());
        }
        let several = |member: &Member| {
            let noun = match (&phrase.shape, &phrase.noun) {
                (Shape::Full, Some(noun)) => {
                    member.nouns.contains(noun)
                        || phrase.hint == Some(Hint::Victim) && member.told.harm >= 3
                        || nouns::general_plural(noun) && member.hint.is_none()
                }
                _ => true,
            };
            let several = member.many || member.count == count;
            several && noun && fits(member)
        };
        // Rather those of whom it is told that they were hit.
        let hit = |member: &Member| member.told.harm >= 3 && member.count == count;
        let named = phrase.shape == Shape::Full && phrase.count == Some(count);
        let all = self
            .last_several(|member| named && hit(member) && several(member))
            .or_else(|| self.last_several(several))?;
        let each: Vec<Age> = (0..count).map(|i| ages[if same { 0 } else { i }]).collect();
        Some(self.part(all, &each))
    }

    /// «The three 16-year-old boys»: as many as were told of with this age.
    pub(super) fn all_so_old(&self, phrase: &Phrase) -> Option<Vec<usize>> {
        let ([age], Some(count)) = (&phrase.ages[..], phrase.count) else {
            return None;
        };
        let so_old: Vec<usize> = (0..self.members.len())
            .filter(|&who| {
                let member = &self.members[who];
                let sexes =
                    member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex;
                self.alias[who] == who
                    && !member.aside
                    && sexes
                    && member.ages.iter().any(|known| same_age(known, age))
            })
            .collect();
        (phrase.definite && so_old.len() == count).then_some(so_old)
    }

    /// «Ana and Bo Ruiz, both 19»
    pub(super) fn age_if_none(&mut self, who: usize, age: Age) {
        let who = self.root(who);
        if self.members[who].ages.is_empty() {
            self.members[who].ages.push(age);
        }
    }

    /// «The couple» takes up those told of as «a couple».
    pub(super) fn same_several(&self, phrase: &Phrase) -> Option<usize> {
        let noun = phrase.noun.as_ref()?;
        let fine =
            phrase.definite && !phrase.kin && phrase.hint.is_none() && phrase.ages.is_empty();
        fine.then(|| {
            self.last_several(|member| {
                member.nouns.contains(noun)
                    && !member.other
                    && (phrase.count.is_none() || phrase.count == Some(member.count))
            })
        })?
    }

    /// Whether this sentence and the one before tell of somebody hit, and of nobody accused.
    pub(super) fn only_victims(&self, sentence: usize) -> bool {
        let near = |member: &&Member| member.last + 1 >= sentence && !member.aside;
        self.all().filter(near).any(|member| member.told.harm >= 3)
            && self
                .all()
                .filter(near)
                .all(|member| member.told.accused < 3)
    }

    /// The last ones told of as one, of those that `fit`.
    fn last_several(&self, fit: impl Fn(&Member) -> bool) -> Option<usize> {
        self.seen
            .iter()
            .rev()
            .flat_map(|seen| seen.who.iter().map(|&who| self.root(who)))
            .find(|&who| {
                let member = &self.members[who];
                (member.many || member.count > 1) && fit(member)
            })
    }

    /// «Three teenagers are dead. They were identified as …»: the only ones told of as several, right before.
    pub(super) fn several_before(&self, sentence: usize) -> Vec<usize> {
        let mut several: Vec<usize> = self
            .seen_in(sentence.saturating_sub(1))
            .map(|who| self.root(who))
            .filter(|&who| {
                let member = &self.members[who];
                (member.many || member.count > 1)
                    && !member.aside
                    && !matches!(member.hint, Some(Hint::Duty | Hint::Beside))
            })
            .collect();
        several.dedup();
        several.truncate(2);
        if several.len() == 1 {
            several
        } else {
            Vec::new()
        }
    }

    /// Those told of as one become persons, each with an age and all that was told of all.
    fn part(&mut self, all: usize, ages: &[Age]) -> Vec<usize> {
        let first = self.members.len();
        for age in ages {
            let mut single = self.members[all].clone();
            single.ages = vec![*age];
            single.count = 1;
            single.many = false;
            self.alias.push(self.members.len());
            self.members.push(single);
        }
        self.alias[all] = first;
        self.parted.push((all, first..first + ages.len()));
        (first..first + ages.len()).collect()
    }
}
