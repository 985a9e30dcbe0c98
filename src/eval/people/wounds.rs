//! What a sentence says of dying and of wounds, where nobody need have done it: «died», «a gunshot wound», «in stable
//! condition», «fighting for her life».
//!
//! In: the words and the people of a sentence. Out: who is dead, hurt or alive. Verbs that strike somebody are not its
//! subject.

use super::cast::Cast;
use super::line::Item;
use super::line::Line;
use super::nouns::Hint;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Harm;
use crate::eval::words::Gap;

impl Line<'_> {
    /// «A shot B and he died»: he is B.
    fn one_of_them(&self, subject: usize) -> usize {
        let phrase = &self.phrases[subject];
        if phrase.shape != Shape::Pronoun {
            return subject;
        }
        (0..subject)
            .rev()
            .find(|&other| {
                let sexes =
                    self.phrases[other].sex.is_none() || self.phrases[other].sex == phrase.sex;
                self.taken[other] && sexes && !self.phrases[other].plural
            })
            .unwrap_or(subject)
    }

    /// «A, 28, shot B, 34. She died.»: where the pronoun seems to mean who shot, the one hit is meant. Tells them so; without
    /// a fate it only says again that they were hit.
    pub(super) fn who_was_hit(&self, subject: usize, cast: &mut Cast, fate: Option<Harm>) -> bool {
        let phrase = &self.phrases[subject];
        let &[who] = &self.who[subject][..] else {
            return false;
        };
        let told = &cast.member(who).told;
        if phrase.shape != Shape::Pronoun || told.accused < 2 || told.harm > 0 {
            return false;
        }
        let hit: Vec<_> = cast
            .all()
            .filter(|member| {
                let sexes = member.sex.is_none() || member.sex == phrase.sex;
                member.told.harm >= 3
                    && sexes
                    && (!member.told.died || fate.is_none())
                    && member.count == 1
                    && !member.many
                    && !member.aside
            })
            .map(|member| member.words.clone())
            .collect();
        let [one] = &hit[..] else {
            return false;
        };
        if fate == Some(Harm::Killed) {
            cast.died(one);
        } else {
            cast.hit(one);
        }
        true
    }

    pub(super) fn dying(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        let next = self.word(at + 1);
        match word.as_str() {
            "died" | "dies" | "succumbed" | "succumbs" | "perished" | "dying" | "drowned"
            | "drowns" | "suffocated" | "asphyxiated"
                if !matches!(word.as_str(), "drowned" | "suffocated" | "asphyxiated")
                    || self.passive(at).is_none() && !self.acts(self.object(at), at) =>
            {
                let subjects: Vec<usize> = self
                    .subjects(at)
                    .into_iter()
                    .map(|subject| self.one_of_them(subject))
                    .collect();
                if let [subject] = subjects[..]
                    && self.who_was_hit(subject, cast, Some(Harm::Killed))
                {
                    return;
                }
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
            }
            // «turned the gun on himself»; who turned himself in did not.
            "turned" | "turns" | "turning"
                if (at + 2..at + 7).any(|i| {
                    self.word(i) == "on"
                        && matches!(self.word(i + 1), "himself" | "herself" | "themselves")
                }) =>
            {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
                for &person in &subjects {
                    for &one in &self.who[person] {
                        cast.told(one).own = true;
                    }
                }
            }
            "passed" if next == "away" => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
            }
            "survived" if next == "by" => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
            }
            // «shot dead his wife»
            "dead"
                if verbs::harm(self.back(at, 1)).is_some()
                    && self.passive(at).is_none()
                    && self.person(at + 1).is_some()
                    && self.gap(at + 1) < Gap::Comma => {}
            // «ended with one pupil dead»
            "dead"
                if self.back(at, 2) == "with"
                    && self.gap(at) < Gap::Comma
                    && self.back(at, 1).is_empty() =>
            {
                let whom = at.checked_sub(1).and_then(|before| self.person(before));
                self.struck(
                    &whom.into_iter().collect::<Vec<_>>(),
                    cast,
                    3,
                    Some(Harm::Killed),
                );
            }
            "dead" | "deceased" | "lifeless" => {
                if self.passive(at).is_some()
                    || matches!(self.back(at, 1), "pronounced" | "declared" | "found")
                        && self.passive(at - 1).is_some()
                {
                    let subjects = self.subjects(at);
                    self.struck(&subjects, cast, 3, Some(Harm::Killed));
                } else if let Some(person) = self.nearest(at) {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(Harm::Killed));
                }
            }
            "death" | "deaths" | "murder" | "murders" | "slaying" | "slayings" | "homicide"
            | "body" | "bodies" | "remains" | "lives" | "life" | "killings" | "passing" => {
                if next == "of" {
                    self.of(at, Harm::Killed, cast);
                } else if let Some(owner) = self.owner(at)
                    && word != "life"
                    && word != "lives"
                    && word != "homicide"
                {
                    self.struck(&[owner], cast, 3, Some(Harm::Killed));
                } else if matches!(word.as_str(), "life" | "lives")
                    && (at.saturating_sub(5)..at).any(|i| {
                        matches!(
                            self.word(i),
                            "took" | "taking" | "claimed" | "lost" | "losing" | "cost"
                        )
                    })
                {
                    let own = (at.saturating_sub(3)..at).any(|i| matches!(self.word(i), "own"));
                    let lost = (at.saturating_sub(3)..at)
                        .any(|i| matches!(self.word(i), "lost" | "losing"));
                    if let Some(owner) = self.owner(at) {
                        self.struck(&[owner], cast, 3, Some(Harm::Killed));
                    } else if own || lost {
                        let subjects = self.subjects(at);
                        self.struck(&subjects, cast, 3, Some(Harm::Killed));
                        for &person in &subjects {
                            for &one in &self.who[person] {
                                cast.told(one).own |= own;
                            }
                        }
                    }
                }
            }
            "suicide" if matches!(self.back(at, 1), "committed" | "commits" | "by") => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
                for &person in &subjects {
                    for &one in &self.who[person] {
                        cast.told(one).own = true;
                    }
                }
            }
            _ => {}
        }
    }

    /// «was in the hospital», «remained in intensive care», «are still hospitalized in the ICU».
    fn lies_in(&self, at: usize) -> bool {
        if self.word(at) == "care" && self.back(at, 1) != "intensive" {
            return false;
        }
        (1..=4)
            .take_while(|&k| at >= k && self.gap(at + 1 - k) < Gap::Comma)
            .find(|&k| self.back(at, k) == "in")
            .is_some_and(|k| {
                let between = (1..k).all(|i| {
                    matches!(
                        self.back(at, i),
                        "the" | "a" | "an" | "area" | "local" | "intensive" | "hospital"
                    )
                });
                let be = self.back(at, k + 1);
                let still = matches!(be, "still" | "both" | "also" | "now" | "all");
                between && (verbs::be(be) || still && verbs::be(self.back(at, k + 2)))
            })
    }

    /// «suffered burns», «with a broken leg»: whoever stands before it was hurt.
    fn suffered(&self, at: usize, cast: &mut Cast) {
        // «died as a result of her injuries»: whose they are is told.
        let died = (at.saturating_sub(7)..at).any(|i| matches!(self.word(i), "died" | "succumbed"));
        if died && matches!(self.back(at, 1), "his" | "her" | "their" | "the") {
            return;
        }
        let suffered = (at.saturating_sub(7)..at).any(|i| {
            matches!(
                self.word(i),
                "suffered"
                    | "sustained"
                    | "received"
                    | "suffering"
                    | "with"
                    | "from"
                    | "sustaining"
                    | "for"
                    | "of"
                    | "had"
                    | "has"
                    | "treated"
            )
        });
        if suffered && let Some(person) = self.nearest(at) {
            let list = self.list_to(person);
            self.struck(&list, cast, 3, Some(Harm::Hurt));
            let mild = (at.saturating_sub(4)..at)
                .any(|i| matches!(self.word(i), "threatening" | "minor" | "non"));
            if mild {
                self.lives(&list, cast);
            }
        }
    }

    /// «transported to Mercy Memorial»: a hospital told by its name alone.
    fn to_a_house(&self, to: usize) -> bool {
        let named = |at: usize| match self.items.get(at) {
            Some(Item::Word(word)) => self.scene.words.get(*word).is_some_and(|word| word.capital),
            Some(Item::Person(person)) => {
                let phrase = &self.phrases[*person];
                phrase.ages.is_empty() && !phrase.name.is_empty()
            }
            None => false,
        };
        let Some(Item::Word(from)) = self.items.get(to) else {
            return false;
        };
        let held = (*from..*from + 9).any(|at| {
            matches!(
                self.scene.words.at(at),
                "jail"
                    | "prison"
                    | "station"
                    | "headquarters"
                    | "court"
                    | "precinct"
                    | "detention"
                    | "morgue"
                    | "police"
            )
        });
        self.word(to) == "to" && named(to + 1) && !held
    }

    /// «taken to St. Anne's», «brought to Ostley General»: a word of the name says that it is a hospital.
    fn to_a_clinic(&self, to: usize) -> bool {
        let Some(Item::Word(from)) = self.items.get(to) else {
            return false;
        };
        let words = self.scene.words;
        (*from + 1..*from + 6)
            .take_while(|&at| words.get(at).is_some_and(|word| word.capital))
            .any(|at| {
                matches!(
                    words.at(at),
                    "st" | "saint"
                        | "mount"
                        | "mercy"
                        | "memorial"
                        | "regional"
                        | "general"
                        | "methodist"
                        | "baptist"
                        | "health"
                        | "healthcare"
                        | "infirmary"
                )
            })
    }

    /// Whether a verb of harm stands before `at`.
    fn sentence_harms(&self, at: usize) -> bool {
        (0..at).any(|i| verbs::harm(self.word(i)).is_some())
    }

    pub(super) fn wounds(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        let before = self.back(at, 1).to_owned();
        match word.as_str() {
            "wound" | "wounds"
                if matches!(
                    before.as_str(),
                    "gunshot"
                        | "bullet"
                        | "stab"
                        | "gun"
                        | "shot"
                        | "knife"
                        | "puncture"
                        | "suffered"
                        | "multiple"
                        | "graze"
                        | "his"
                        | "her"
                        | "inflicted"
                ) =>
            {
                let to = (self.word(at + 1) == "to")
                    .then(|| self.person(at + 2))
                    .flatten();
                if let Some(person) = to.or_else(|| self.nearest(at)) {
                    let list = self.list_to(person);
                    let fatal =
                        matches!(self.back(at, 2), "fatal" | "mortal") && self.back(at, 3) != "non";
                    let harm = if fatal { Harm::Killed } else { Harm::Hurt };
                    self.struck(&list, cast, 3, Some(harm));
                    let own = (at.saturating_sub(3)..at).any(|i| self.word(i) == "inflicted");
                    if own {
                        for &one in &self.who[person] {
                            cast.told(one).own = true;
                        }
                    }
                }
            }
            "injuries" | "injury" | "burns" | "cuts" | "lacerations" | "laceration"
            | "inhalation" | "concussion" | "concussions" | "fracture" | "fractures"
            | "whiplash" | "hypothermia" => {
                self.suffered(at, cast);
            }
            // «suffered two broken ribs»
            "broken" | "fractured" | "shattered" | "punctured" | "collapsed" | "dislocated"
            | "bruised" | "sprained" | "severed" | "crushed" | "injured" | "swollen" | "cut"
                if (1..=2).any(|k| verbs::body(self.word(at + k))) =>
            {
                self.suffered(at, cast);
            }
            "condition"
                if matches!(
                    before.as_str(),
                    "critical"
                        | "serious"
                        | "stable"
                        | "fair"
                        | "good"
                        | "grave"
                        | "guarded"
                        | "satisfactory"
                ) =>
            {
                if let Some(person) = self.subject(at).or_else(|| self.nearest(at)) {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(Harm::Hurt));
                    self.lives(&list, cast);
                }
            }
            "survived" | "survive" | "survives" | "recover" | "recovering" | "recovers"
                if self.word(at + 1) != "by"
                    && (self.word(at + 1) == "from"
                        || self.word(at) != "recover"
                        || self.back(at, 1) == "to") =>
            {
                let subjects = self.subjects(at);
                let speakers = subjects.iter().any(|&person| {
                    matches!(self.phrases[person].hint, Some(Hint::Duty | Hint::Beside))
                });
                // «was able to escape and survive»: not hit at all.
                let away = (at.saturating_sub(7)..at).any(|i| {
                    matches!(self.word(i), "escape" | "escaped" | "flee" | "fled" | "ran")
                });
                if !speakers && !away {
                    self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                    self.lives(&subjects, cast);
                }
            }
            "taken" | "rushed" | "transported" | "airlifted" | "flown" | "treated" | "admitted"
            | "brought" | "driven"
                if before != "being" || word != "treated" =>
            {
                let hospital = (at + 1..(at + 14).min(self.items.len())).any(|i| {
                    matches!(
                        self.word(i),
                        "hospital"
                            | "hospitals"
                            | "medical"
                            | "trauma"
                            | "clinic"
                            | "injuries"
                            | "wounds"
                            | "infirmary"
                    )
                });
                let released = word == "treated"
                    && self.word(at + 1) == "and"
                    && self.word(at + 2) == "released";
                let hospital = hospital
                    || matches!(
                        word.as_str(),
                        "rushed" | "transported" | "airlifted" | "flown"
                    ) && self.to_a_house(at + 1)
                    || self.to_a_house(at + 1) && self.to_a_clinic(at + 1);
                if (hospital || released || word == "airlifted") && self.passive(at).is_some() {
                    let subjects = self.subjects(at);
                    self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                }
            }
            // «sent two others, 22 and 31, to a hospital»
            "sent" | "sends" | "sending" if self.acts(at + 1, at) => {
                let hospital = (at + 2..(at + 9).min(self.items.len()))
                    .any(|i| matches!(self.word(i), "hospital" | "hospitals"));
                if let Some(person) = self.person(at + 1).filter(|_| hospital) {
                    self.struck(&self.list_from(person), cast, 2, Some(Harm::Hurt));
                }
            }
            // «a man was hit in the arm and a woman in the leg», «shot a man in the foot»
            "in" if (at + 2..at + 4).any(|i| verbs::body(self.word(i)))
                && matches!(self.word(at + 1), "the" | "his" | "her" | "their")
                && self.sentence_harms(at) =>
            {
                if let Some(person) = at.checked_sub(1).and_then(|at| self.person(at)) {
                    self.struck(&[person], cast, 2, Some(Harm::Hurt));
                }
            }
            "bullet" | "bullets"
                if matches!(self.back(at, 2), "took" | "caught" | "takes" | "catches")
                    || matches!(before.as_str(), "took" | "caught" | "takes") =>
            {
                let subjects = self.subjects(at - 1);
                self.struck(&subjects, cast, 3, Some(Harm::Hurt));
            }
            "life" | "lives"
                if (at.saturating_sub(4)..at).any(|i| {
                    matches!(
                        self.word(i),
                        "fighting"
                            | "fights"
                            | "clinging"
                            | "clings"
                            | "battling"
                            | "hanging"
                            | "fought"
                    )
                }) =>
            {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Hurt));
                self.lives(&subjects, cast);
            }
            "broke" | "fractured" | "breaking"
                if matches!(self.word(at + 1), "his" | "her" | "a" | "an" | "both")
                    && (at + 2..at + 4).any(|i| verbs::body(self.word(i))) =>
            {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                self.lives(&subjects, cast);
            }
            // «is still in the hospital», «remains in intensive care»
            "hospital" | "care" | "icu" if self.lies_in(at) => {
                let subjects = self.subjects(at);
                let helpers = subjects.iter().any(|&person| {
                    matches!(self.phrases[person].hint, Some(Hint::Duty | Hint::Beside))
                        && cast.member(self.who[person][0]).told.harm == 0
                });
                if !helpers {
                    self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                }
            }
            // «was being treated»
            "treated" if before == "being" && self.passive(at).is_some() => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                self.lives(&subjects, cast);
            }
            // «His condition was critical.»
            "condition"
                if matches!(before.as_str(), "his" | "her")
                    && verbs::be(self.word(at + 1))
                    && matches!(
                        self.word(at + 2),
                        "critical" | "serious" | "stable" | "fair" | "good" | "grave"
                    ) =>
            {
                if let Some(who) = self.owned_by(at - 1, cast) {
                    let told = cast.told(who);
                    told.harm += 3;
                    told.hurt = true;
                    told.alive = true;
                }
            }
            "support" if before == "life" => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 2, Some(Harm::Hurt));
            }
            "bleeding" => {
                if let Some(person) = self.nearest(at) {
                    self.struck(&[person], cast, 2, Some(Harm::Hurt));
                }
            }
            _ => {}
        }
    }
}
