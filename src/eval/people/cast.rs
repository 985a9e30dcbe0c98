//! Who is who: which phrases speak of the same person.
//!
//! In: phrases in order. Out: persons, each with all that was told of them. A name, an age, a noun and a pronoun are
//! followed back to the person they fit; what fits nobody is somebody new.

use std::ops::Range;

use super::naming::Known;
use super::nouns::Hint;
use super::nouns::Sex;
use super::phrase::Age;
use super::phrase::Phrase;
use super::phrase::Shape;

/// What the report tells of somebody.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is told or not")]
pub(super) struct Told {
    /// How much says that they were hit, hurt or killed.
    pub(super) harm: i32,
    pub(super) died: bool,
    pub(super) hurt: bool,
    /// «in stable condition», «wounded»: they live.
    pub(super) alive: bool,
    /// How much says that they did it.
    pub(super) accused: i32,
    /// «shot himself».
    pub(super) own: bool,
    /// «…, she said».
    pub(super) speaks: bool,
    /// «was not hurt».
    pub(super) unhurt: bool,
    /// «was also killed»: besides those told of before.
    pub(super) also: bool,
    /// Introduced as somebody of whom something is told, and not by a deed or beside another thing.
    pub(super) neutral: bool,
}

/// Somebody, or several told of as one.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is told or not")]
pub(super) struct Member {
    pub(super) words: Range<usize>,
    pub(super) name: Vec<String>,
    pub(super) ages: Vec<Age>,
    pub(super) sex: Option<Sex>,
    pub(super) nouns: Vec<String>,
    pub(super) young: bool,
    /// «a Hartford man»: names before the noun.
    pub(super) places: Vec<String>,
    /// Words of the vehicle that they drove.
    pub(super) vehicle: Vec<String>,
    pub(super) hint: Option<Hint>,
    /// How many they are.
    pub(super) count: usize,
    /// Several, and how many is not told.
    pub(super) many: bool,
    pub(super) told: Told,
    /// Told of only in sentences about other incidents.
    pub(super) aside: bool,
    /// «a third woman»: besides those told of before.
    pub(super) other: bool,
    /// The last sentence that tells of them.
    pub(super) last: usize,
}

/// Where a phrase stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Where a subject may stand.
    Subject,
    /// Right behind a verb whose subject stands right before it.
    Object,
    /// Anywhere else.
    Other,
}

/// Where somebody was spoken of.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    sentence: usize,
    pub(super) who: Vec<usize>,
    subject: bool,
}

/// How many people one verb kills or hurts: «killed a woman and two children».
#[derive(Clone, Debug)]
pub(crate) struct Blow {
    /// From the first of them to the last.
    pub(crate) words: Range<usize>,
    pub(crate) count: usize,
    pub(crate) killed: bool,
    /// All of them came on duty.
    pub(crate) duty: bool,
    pub(crate) sentence: usize,
}

/// Everybody so far.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) members: Vec<Member>,
    /// Whom a member turned out to be.
    pub(super) alias: Vec<usize>,
    pub(super) seen: Vec<Seen>,
    /// Who became several persons, and which.
    pub(super) parted: Vec<(usize, Range<usize>)>,
    group: Vec<usize>,
    /// The sentence that tells of the group.
    grouped: usize,
    /// Whether somebody says something in the sentence.
    pub(super) saying: bool,
    /// Whether the sentence tells of who is made to answer.
    pub(super) accusing: bool,
    /// Whether it tells of somebody who died or was taken care of, and of nobody who did it.
    pub(super) falling: bool,
    /// The first sentence with a verb that hits somebody, be it only «wounding one».
    pub(super) first_harm: Option<usize>,
    /// How many one verb strikes.
    pub(super) blows: Vec<Blow>,
    pub(super) known: Known,
}

impl Cast {
    /// Whether somebody was told to be hit before a sentence.
    pub(super) fn begun(&self, sentence: usize) -> bool {
        let told = || {
            self.all()
                .any(|member| member.told.harm >= 3 && !member.aside)
        };
        sentence > 0 && (self.first_harm.is_some_and(|first| first < sentence) || told())
    }

    /// The member that `who` turned out to be.
    pub(super) fn root(&self, mut who: usize) -> usize {
        while self.alias[who] != who {
            who = self.alias[who];
        }
        who
    }

    /// A member, or the persons that those told of as one turned out to be.
    pub(super) fn each(&self, who: usize) -> Vec<usize> {
        self.parted
            .iter()
            .find(|(all, _)| *all == who)
            .map_or_else(|| vec![who], |(_, persons)| persons.clone().collect())
    }

    pub(super) fn told(&mut self, who: usize) -> &mut Told {
        let who = self.root(who);
        &mut self.members[who].told
    }

    /// Whoever is first told of at `words` was hit.
    pub(super) fn hit(&mut self, words: &Range<usize>) {
        for member in &mut self.members {
            if member.words == *words {
                member.told.harm += 3;
            }
        }
    }

    /// Whoever is first told of at `words` died.
    pub(super) fn died(&mut self, words: &Range<usize>) {
        for member in &mut self.members {
            if member.words == *words {
                member.told.harm += 3;
                member.told.died = true;
            }
        }
    }

    pub(super) fn member(&self, who: usize) -> &Member {
        &self.members[self.root(who)]
    }

    /// Those that stand for themselves.
    pub(super) fn all(&self) -> impl Iterator<Item = &Member> {
        self.members
            .iter()
            .enumerate()
            .filter(|(index, _)| self.alias[*index] == *index)
            .map(|(_, member)| member)
    }

    /// Two members are one.
    pub(super) fn same(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let (keep, gone) = (one.min(other), one.max(other));
        let from = self.members[gone].clone();
        let into = &mut self.members[keep];
        if !from.name.is_empty() && from.name.len() >= into.name.len() {
            into.name = from.name;
        }
        for age in from.ages {
            if into.ages.iter().all(|known| !same_age(known, &age)) {
                into.ages.push(age);
            }
        }
        into.sex = into.sex.or(from.sex);
        into.nouns.extend(from.nouns);
        into.young |= from.young;
        if into.vehicle.is_empty() {
            into.vehicle = from.vehicle;
        }
        into.hint = into.hint.or(from.hint);
        into.told.harm += from.told.harm;
        into.told.accused += from.told.accused;
        into.told.died |= from.told.died;
        into.told.hurt |= from.told.hurt;
        into.told.own |= from.told.own;
        into.told.alive |= from.told.alive;
        into.told.speaks |= from.told.speaks;
        into.told.unhurt |= from.told.unhurt;
        into.told.neutral |= from.told.neutral;
        into.told.also |= from.told.also;
        into.aside &= from.aside;
        into.last = into.last.max(from.last);
        self.alias[gone] = keep;
    }

    fn add(&mut self, phrase: &Phrase, sentence: usize, aside: bool) -> usize {
        self.alias.push(self.members.len());
        self.known.learn(&phrase.name);
        self.members.push(Member {
            words: phrase.words.clone(),
            name: phrase.name.clone(),
            ages: phrase.ages.clone(),
            sex: phrase.sex,
            nouns: phrase.noun.iter().cloned().collect(),
            young: phrase.young,
            places: phrase.places.clone(),
            vehicle: phrase.vehicle.clone(),
            hint: phrase.hint,
            count: phrase.count.unwrap_or(1),
            many: phrase.plural && phrase.count.is_none() && phrase.ages.len() < 2,
            told: Told::default(),
            aside,
            other: phrase.other,
            last: sentence,
        });
        self.members.len() - 1
    }

    /// Who a phrase speaks of. `subject`: it stands where a subject may.
    pub(super) fn resolve(
        &mut self,
        phrase: &Phrase,
        sentence: usize,
        place: Place,
        aside: bool,
    ) -> Vec<usize> {
        let subject = place == Place::Subject;
        let who = match phrase.shape {
            Shape::Pronoun => self.pronoun(phrase, sentence, place).into_iter().collect(),
            Shape::Group => {
                let all = self.taken_up(sentence);
                self.aged_before(phrase, &all).unwrap_or(all)
            }
            Shape::Full if phrase.plural => self.several(phrase, sentence, aside),
            Shape::Full => vec![self.one(phrase, sentence, aside)],
        };
        self.tell(&who, phrase, sentence, subject);
        who
    }

    /// Takes in what a phrase tells of those it speaks of.
    pub(super) fn tell(&mut self, who: &[usize], phrase: &Phrase, sentence: usize, subject: bool) {
        for &one in who {
            let one = self.root(one);
            let member = &mut self.members[one];
            member.last = sentence;
            if phrase.shape == Shape::Full && !phrase.plural {
                member.sex = member.sex.or(phrase.sex);
                member.young |= phrase.young;
                member.hint = member.hint.or(phrase.hint);
                if let Some(noun) = &phrase.noun
                    && !member.nouns.contains(noun)
                {
                    member.nouns.push(noun.clone());
                }
                if member.vehicle.is_empty() {
                    member.vehicle.clone_from(&phrase.vehicle);
                }
                if phrase.name.len() > member.name.len() {
                    member.name.clone_from(&phrase.name);
                }
                for age in &phrase.ages {
                    if member.ages.iter().all(|known| !same_age(known, age)) {
                        member.ages.push(*age);
                    }
                }
            } else if phrase.shape == Shape::Pronoun {
                member.sex = member.sex.or(phrase.sex);
                if member.ages.is_empty() {
                    member.ages.clone_from(&phrase.ages);
                }
            }
        }
        self.known.learn(&phrase.name);
        self.together(who, sentence);
        self.seen.push(Seen {
            sentence,
            who: who.to_vec(),
            subject,
        });
    }

    /// Whether a phrase takes up somebody told of before, and if so, whether that is somebody of another incident.
    pub(super) fn takes_up(&self, phrase: &Phrase, sentence: usize) -> Option<bool> {
        let who = match phrase.shape {
            Shape::Group => None,
            Shape::Pronoun => self.pronoun(phrase, sentence, Place::Subject),
            Shape::Full => self
                .by_name(phrase)
                // «a 16-year-old» may be anybody so old.
                .or_else(|| (!phrase.article).then(|| self.by_age(phrase, sentence))?),
        }?;
        let member = self.member(who);
        (member.aside || member.told.harm + member.told.accused > 0).then_some(member.aside)
    }

    /// People told of in one breath: «they» may take them up.
    pub(super) fn together(&mut self, who: &[usize], sentence: usize) {
        if who.len() > 1 {
            self.group = who.to_vec();
            self.grouped = sentence;
        }
    }

    /// Whom «both» and «they» mean: the last ones told of together, or the two of the sentence before.
    /// Everybody of whom a sentence speaks, in order.
    pub(super) fn seen_in(&self, sentence: usize) -> impl Iterator<Item = usize> {
        self.seen
            .iter()
            .filter(move |seen| seen.sentence == sentence)
            .flat_map(|seen| seen.who.iter().copied())
    }

    fn taken_up(&self, sentence: usize) -> Vec<usize> {
        if !self.group.is_empty() && self.grouped + 1 >= sentence {
            return self.group.clone();
        }
        let mut two: Vec<usize> = self
            .seen
            .iter()
            .filter(|seen| seen.sentence + 1 == sentence && seen.who.len() == 1)
            .map(|seen| self.root(seen.who[0]))
            .filter(|&who| {
                let member = &self.members[who];
                member.count == 1
                    && !member.many
                    && !matches!(member.hint, Some(Hint::Duty | Hint::Beside))
            })
            .collect();
        two.sort_unstable();
        two.dedup();
        if two.len() == 2 {
            return two;
        }
        if self.group.is_empty() {
            return self.several_before(sentence);
        }
        self.group.clone()
    }

    pub(super) fn pronoun(&self, phrase: &Phrase, sentence: usize, place: Place) -> Option<usize> {
        let subject = place == Place::Subject;
        // «The man shot him»: he is not the man.
        let barred = (place == Place::Object)
            .then(|| self.seen.last())
            .flatten()
            .filter(|seen| seen.sentence == sentence && seen.subject && seen.who.len() == 1)
            .map(|seen| self.root(seen.who[0]));
        let fits = |who: usize, sure: bool| {
            let member = self.member(who);
            // «Lt. Rollins confirmed he is in hospital»: officials speak of others.
            let speaker = self.saying
                && matches!(member.hint, Some(Hint::Duty | Hint::Beside))
                && member.last == sentence
                && member.told.harm + member.told.accused == 0;
            barred != Some(self.root(who))
                && !speaker
                && (member.sex == phrase.sex || (!sure && member.sex.is_none()))
                && member.count == 1
                && !member.many
                && (member.hint != Some(Hint::Duty) || !member.name.is_empty())
        };
        for back in 0..=2 {
            let Some(at) = sentence.checked_sub(back) else {
                break;
            };
            let here: Vec<&Seen> = self
                .seen
                .iter()
                .filter(|seen| seen.sentence == at && seen.who.len() == 1)
                .collect();
            let here: Vec<&Seen> = if back == 0 && !subject {
                // «an officer shot him»: not the officer; rather somebody named after the subject.
                let last = here.iter().rposition(|seen| seen.subject);
                let mut order: Vec<&Seen> = here
                    .iter()
                    .rev()
                    .filter(|seen| !seen.subject)
                    .copied()
                    .collect();
                let acting = last.map(|last| self.root(here[last].who[0]));
                order.extend(
                    here.iter()
                        .filter(|seen| seen.subject && Some(self.root(seen.who[0])) != acting),
                );
                order
            } else {
                let mut order: Vec<&Seen> =
                    here.iter().filter(|seen| seen.subject).copied().collect();
                order.extend(here.iter().rev().filter(|seen| !seen.subject));
                order
            };
            let found = here
                .iter()
                .find(|seen| fits(seen.who[0], true))
                .or_else(|| here.iter().find(|seen| fits(seen.who[0], false)));
            if let Some(seen) = found {
                return Some(seen.who[0]);
            }
            // «robbed A and then shot her»
            let last = self.seen.iter().rfind(|seen| {
                seen.sentence == at && seen.subject && seen.who.len() == 1 && back == 0 && !subject
            });
            if let Some(seen) = last.filter(|seen| fits(seen.who[0], false)) {
                return Some(seen.who[0]);
            }
        }
        None
    }

    fn several(&mut self, phrase: &Phrase, sentence: usize, aside: bool) -> Vec<usize> {
        if phrase.ages.len() > 1
            || (phrase.ages.len() == 1 && phrase.count.is_some_and(|count| count <= 6))
        {
            if let Some(found) = self.all_so_old(phrase) {
                self.together(&found, sentence);
                return found;
            }
            let group = self.group.clone();
            let before = phrase
                .definite
                .then(|| self.aged_before(phrase, &group))
                .flatten();
            if let Some(found) = before {
                self.together(&found, sentence);
                return found;
            }
            // «two men, 24 and 31»; «twin 5-year-old girls».
            let same = phrase.ages.len() == 1;
            let count = if same {
                phrase.count.unwrap_or(1)
            } else {
                phrase.ages.len()
            };
            let found: Vec<usize> = (0..count)
                .map(|index| {
                    let age = phrase.ages[if same { 0 } else { index }];
                    let mut single = phrase.clone();
                    single.ages = vec![age];
                    single.plural = false;
                    single.count = None;
                    let old = (!same).then(|| self.by_age(&single, sentence)).flatten();
                    old.unwrap_or_else(|| self.add(&single, sentence, aside))
                })
                .collect();
            self.together(&found, sentence);
            return found;
        }
        if phrase.hint == Some(Hint::Victim) && !phrase.none {
            let hit: Vec<usize> = (0..self.members.len())
                .filter(|&who| {
                    self.alias[who] == who
                        && self.members[who].told.harm > 0
                        && !self.members[who].aside
                })
                .collect();
            if hit.len() > 1 {
                return hit;
            }
        }
        if phrase.definite
            && phrase.hint.is_none()
            && self.group.len() > 1
            && phrase.count.is_none_or(|count| count == self.group.len())
            && matches!(
                phrase.noun.as_deref(),
                Some(
                    "men"
                        | "occupants"
                        | "women"
                        | "boys"
                        | "girls"
                        | "teens"
                        | "people"
                        | "teenagers"
                        | "children"
                )
            )
        {
            return self.group.clone();
        }
        // «The passengers, both 25, were thrown out. The two passengers died.»
        let role = phrase.noun.as_ref().is_some_and(|noun| {
            self.group
                .iter()
                .all(|&who| self.member(who).nouns.contains(noun))
        });
        if phrase.definite
            && role
            && self.group.len() > 1
            && phrase.count.is_none_or(|count| count == self.group.len())
        {
            return self.group.clone();
        }
        if let Some(found) = self.all_drivers(phrase) {
            self.together(&found, sentence);
            return found;
        }
        if let Some(found) = self.same_several(phrase) {
            return vec![found];
        }
        vec![self.add(phrase, sentence, aside)]
    }

    fn one(&mut self, phrase: &Phrase, sentence: usize, aside: bool) -> usize {
        let old = if phrase.other || phrase.none {
            None
        } else {
            self.by_name(phrase)
                .or_else(|| self.by_age(phrase, sentence))
                .or_else(|| self.by_noun(phrase, sentence))
        };
        old.unwrap_or_else(|| self.add(phrase, sentence, aside))
    }

    /// Members, the one told of last first.
    pub(super) fn latest(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.members.len())
            .filter(|&who| {
                self.alias[who] == who && self.members[who].count == 1 && !self.members[who].many
            })
            .collect();
        order.sort_by_cached_key(|&who| {
            let at = self
                .seen
                .iter()
                .rposition(|seen| seen.who.iter().any(|&one| self.root(one) == who));
            std::cmp::Reverse(at)
        });
        order
    }
}

/// Whether two ages are one.
pub(super) fn same_age(one: &Age, other: &Age) -> bool {
    (one.years - other.years).abs() < 0.01
}
