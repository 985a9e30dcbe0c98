//! Whom a name, an age or a noun takes up, of those told of before.
//!
//! In: a phrase. Out: the person it fits, if any. Pronouns and groups are for `cast`.

use super::cast::Cast;
use super::cast::Member;
use super::cast::same_age;
use super::nouns;
use super::nouns::Hint;
use super::phrase::Phrase;
use super::phrase::suffix;
use super::same_name::named_alike;
use super::vehicle;
use super::vehicle::Drove;
use super::verbs::Harm;

impl Cast {
    pub(super) fn by_name(&self, phrase: &Phrase) -> Option<usize> {
        if phrase.name.is_empty() {
            return None;
        }
        self.latest().into_iter().find(|&who| {
            let member = &self.members[who];
            let family = |name: &[String]| name.iter().rev().find(|word| !suffix(word)).cloned();
            // «Tim Weiser, 44», «44-year-old Timothy Weiser»
            let aged = family(&member.name) == family(&phrase.name)
                && !member
                    .name
                    .iter()
                    .chain(&phrase.name)
                    .any(|word| suffix(word))
                && phrase
                    .ages
                    .iter()
                    .any(|age| member.ages.iter().any(|known| same_age(known, age)));
            aged || (named_alike(&member.name, &phrase.name) && agree(member, phrase))
        })
    }

    pub(super) fn by_age(&self, phrase: &Phrase, sentence: usize) -> Option<usize> {
        let age = phrase.ages.first()?;
        self.latest().into_iter().find(|&who| {
            let member = &self.members[who];
            let free = member.name.is_empty() || phrase.name.is_empty();
            // «a 15-year-old boy» is nobody who was told of before as the one who did it.
            let apart = phrase.article
                && phrase.name.is_empty()
                && member.told.accused > 0
                && member.told.harm == 0
                && !self.accusing;
            // «Police arrested Owen Tarr, 22,» is nobody of that age who was hit.
            let held = self.accusing
                && !phrase.governed
                && (!phrase.name.is_empty() || phrase.article)
                && member.told.harm > 0
                && member.told.accused == 0;
            let role = phrase.noun.as_deref().unwrap_or_default();
            let two = vehicle::other_part(member, phrase, role);
            free && !apart
                && !two
                && !held
                && member.ages.iter().any(|known| same_age(known, age))
                && (member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex)
                // «a 16-year-old boy hit in the face, and a 16-year-old boy hit in the leg» are two.
                && !(phrase.listed
                    && phrase.article
                    && phrase.name.is_empty()
                    && (member.name.is_empty() || phrase.and)
                    && member.last == sentence
                    && phrase.words.start < member.words.start + 25)
                && !(phrase.kin && member.last == sentence && phrase.name.is_empty())
        })
    }

    /// «the older brother», «the younger of the two»: of two with ages, told of last.
    fn by_rank(&self, phrase: &Phrase) -> Option<usize> {
        let elder = phrase.elder.filter(|_| phrase.definite && !phrase.kin)?;
        let mut two: Vec<usize> = self
            .latest()
            .into_iter()
            .filter(|&who| {
                let member = &self.members[who];
                let sexes =
                    member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex;
                !member.ages.is_empty() && sexes && !member.aside
            })
            .take(2)
            .collect();
        two.sort_by(|&one, &other| {
            let years = |who: usize| self.members[who].ages[0].years;
            years(one).total_cmp(&years(other))
        });
        match two[..] {
            [young, old] => Some(if elder { old } else { young }),
            _ => None,
        }
    }

    /// «A teenager was shot … The 16-year-old»: the only one of whom a deed is told, no age, and nothing that is against it.
    fn only_one_so_old(&self, phrase: &Phrase) -> Option<usize> {
        let [age] = phrase.ages[..] else {
            return None;
        };
        let definite = phrase.definite && phrase.name.is_empty() && !phrase.kin && !phrase.plural;
        let fits = |who: &usize| {
            let member = &self.members[*who];
            let grown = member
                .nouns
                .iter()
                .any(|noun| matches!(noun.as_str(), "man" | "woman"));
            let young = !member.young || age.years < 20.0;
            let sexes = member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex;
            member.ages.is_empty()
                && !member.aside
                && !member.other
                && !matches!(member.hint, Some(Hint::Duty | Hint::Beside))
                && member.told.harm + member.told.accused > 0
                && young
                && sexes
                && (!grown || age.years >= 18.0)
        };
        let mut open = self.latest().into_iter().filter(fits);
        let one = open.next().filter(|_| definite)?;
        open.next().is_none().then_some(one)
    }

    pub(super) fn by_noun(&self, phrase: &Phrase, sentence: usize) -> Option<usize> {
        let Some(noun) = phrase.noun.as_ref() else {
            return self.only_one_so_old(phrase);
        };
        if let Some(found) = self.by_rank(phrase) {
            return Some(found);
        }
        match self.by_vehicle(phrase) {
            Drove::Unasked => {}
            Drove::Nobody => return None,
            Drove::One(who) => return Some(who),
        }
        let latest = self.latest();
        // «the seriously injured child … was pronounced dead»: where one alone was hit, it is he.
        let hit = || {
            self.all()
                .filter(|member| member.told.harm >= 3 && !member.aside)
        };
        let lived = hit().count() > 1 || hit().any(|member| !member.told.died || member.count > 1);
        let open = |who: &usize| {
            let member = &self.members[*who];
            // A name that the report has told belongs to somebody else.
            // «The wounded victim» is nobody who died.
            let outlived = phrase.fate == Some(Harm::Hurt) && member.told.died && lived;
            // «the child crying and the toddler suffering from a wound» are two.
            let two = phrase.listed
                && phrase.definite
                && phrase.hint.is_none()
                && phrase.ages.is_empty()
                && member.last == sentence
                && member.hint.is_none()
                && !member.nouns.contains(noun);
            !outlived
                && !two
                && !vehicle::other_part(member, phrase, noun)
                && (phrase.name.is_empty() || member.name.is_empty())
                && (phrase.ages.is_empty() || member.ages.is_empty())
                && (phrase.places.is_empty()
                    || member.places.is_empty()
                    || phrase
                        .places
                        .iter()
                        .any(|place| member.places.contains(place)))
                && (member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex)
        };
        let mut fitting = latest.iter().copied().filter(open);
        match phrase.hint {
            Some(Hint::Victim) => {
                let fitting: Vec<usize> = fitting.collect();
                let hit =
                    |who: &&usize| self.members[**who].told.harm > self.members[**who].told.accused;
                // Nobody has been said to be hit yet: somebody told of just before who is not accused.
                let fresh = |who: &&usize| {
                    let member = &self.members[**who];
                    let close = sentence <= member.last + 2 && (member.last > 0 || sentence <= 1);
                    // «a friend of the victim» is not the victim.
                    let beside = phrase.governed && member.last == sentence;
                    close
                        && !beside
                        && member.told.accused == 0
                        && member.hint.is_none()
                        && phrase.definite
                        && !member.aside
                };
                let called = |who: &&usize| {
                    self.members[**who].hint == Some(Hint::Victim) && !self.members[**who].aside
                };
                return fitting
                    .iter()
                    .find(hit)
                    .or_else(|| fitting.iter().find(called))
                    .or_else(|| fitting.iter().find(fresh))
                    .copied();
            }
            Some(Hint::Culprit) => {
                return fitting.find(|&who| self.members[who].told.accused > 0);
            }
            Some(Hint::Duty | Hint::Beside) => {
                return phrase
                    .definite
                    .then(|| fitting.find(|&who| self.members[who].nouns.contains(noun)))
                    .flatten();
            }
            None => {}
        }
        if phrase.kin {
            return fitting.find(|&who| self.members[who].nouns.contains(noun));
        }
        let same = |who: usize| self.members[who].nouns.contains(noun);
        // «the son» is nobody but a son; «the man» may be anybody who is one.
        let general = !nouns::kin(noun);
        if !phrase.definite || !phrase.ages.is_empty() || !phrase.name.is_empty() {
            // «a woman … a 23-year-old woman»: the headline's, or the only one so far.
            let alike: Vec<usize> = fitting
                .filter(|&who| {
                    let placed = phrase
                        .places
                        .iter()
                        .any(|place| self.members[who].places.contains(place));
                    // «a man turned himself in» is not the man who was shot.
                    let apart = self.accusing && self.members[who].told.harm > 0;
                    (same(who) || placed)
                        && !apart
                        && self.members[who].ages.is_empty()
                        && self.members[who].name.is_empty()
                })
                .collect();
            let told = !phrase.ages.is_empty() || !phrase.name.is_empty();
            return match alike[..] {
                [only] if told || self.members[only].last == 0 => Some(only),
                [] if nouns::general(noun) && !nouns::kin(noun) => self.only_one_so_old(phrase),
                _ => None,
            };
        }
        let mut fitting: Vec<usize> = fitting
            .filter(|&who| !matches!(self.members[who].hint, Some(Hint::Duty | Hint::Beside)))
            .collect();
        // «The man later died at a hospital»: rather somebody who was hit than who is held to have done it.
        let hit = |who: usize| self.members[who].told.harm > self.members[who].told.accused;
        if self.falling && fitting.iter().any(|&who| hit(who)) {
            fitting.retain(|&who| hit(who) || self.members[who].told.accused == 0);
        }
        fitting
            .iter()
            .copied()
            .find(|&who| same(who))
            .or_else(|| {
                fitting.iter().copied().filter(|_| general).find(|&who| {
                    let member = &self.members[who];
                    let fits = phrase.sex.is_none() || member.sex == phrase.sex;
                    let young = !phrase.young
                        || member.young
                        || member.ages.iter().any(|age| age.years < 20.0);
                    let grown = phrase.young
                        || !matches!(noun.as_str(), "man" | "woman")
                        || member.ages.iter().all(|age| age.years >= 18.0);
                    fits && young && grown
                })
            })
            .or_else(|| {
                fitting.iter().copied().filter(|_| general).find(|&who| {
                    let member = &self.members[who];
                    member.sex.is_none()
                        && (!member.name.is_empty() || self.falling && hit(who))
                        && (!phrase.young || member.ages.iter().any(|age| age.years < 20.0))
                })
            })
    }
}

fn agree(member: &Member, phrase: &Phrase) -> bool {
    let ages = member.ages.is_empty()
        || phrase.ages.is_empty()
        || phrase
            .ages
            .iter()
            .any(|age| member.ages.iter().any(|known| same_age(known, age)));
    let sexes = member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex;
    ages && sexes
}
