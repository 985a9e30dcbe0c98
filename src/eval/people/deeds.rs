//! What a sentence says that somebody suffered.
//!
//! In: the words and the people of a sentence. Out: who was hit, hurt or killed, and who lived.

use super::cast::Blow;
use super::cast::Cast;
use super::line::Item;
use super::line::Line;
use super::nouns::Hint;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Form;
use super::verbs::Harm;
use crate::eval::words::Gap;

impl Line<'_> {
    /// Reads the whole sentence.
    pub(super) fn read(mut self, cast: &mut Cast) {
        for phrase in 0..self.phrases.len() {
            self.hinted(phrase, cast);
            let list = self.list_to(phrase);
            if list.len() > 1 {
                let who: Vec<usize> = list.iter().flat_map(|&one| self.who[one].clone()).collect();
                cast.together(&who, self.sentence);
            }
        }
        for at in 0..self.items.len() {
            if self.word(at).is_empty() {
                continue;
            }
            if self.unsaid(at) {
                self.spared(at, cast);
                continue;
            }
            self.harm(at, cast);
            self.dying(at, cast);
            self.wounds(at, cast);
            self.accused(at, cast);
            self.identified(at, cast);
            self.signs(at, cast);
        }
        self.speakers(cast);
    }

    fn hinted(&self, phrase: usize, cast: &mut Cast) {
        if self.phrases[phrase].none || self.phrases[phrase].shape != Shape::Full {
            return;
        }
        if let Some(harm) = self.phrases[phrase].fate {
            self.struck(&[phrase], cast, 3, Some(harm));
            if harm == Harm::Hurt {
                self.lives(&[phrase], cast);
            }
        }
        for &one in &self.who[phrase] {
            match self.phrases[phrase].hint {
                Some(Hint::Victim)
                    if !self.phrases[phrase].plural || !self.phrases[phrase].ages.is_empty() =>
                {
                    let told = cast.told(one);
                    told.harm += 3;
                    told.died |= matches!(
                        self.phrases[phrase].noun.as_deref(),
                        Some("deceased" | "decedent" | "fatality")
                    );
                }
                Some(Hint::Victim) => cast.told(one).harm += 3,
                Some(Hint::Culprit) => cast.told(one).accused += 3,
                _ => {}
            }
        }
    }

    pub(super) fn struck(
        &self,
        persons: &[usize],
        cast: &mut Cast,
        weight: i32,
        harm: Option<Harm>,
    ) {
        let mut count = 0;
        for &person in persons {
            let phrase = &self.phrases[person];
            if phrase.none {
                continue;
            }
            let who = &self.who[person];
            for &one in who {
                let told = cast.told(one);
                told.harm += weight;
                match harm {
                    Some(Harm::Killed) => told.died = true,
                    Some(Harm::Hurt) => told.hurt = true,
                    None => {}
                }
            }
            let listed = phrase.ages.len().max(1);
            let aside = who.iter().all(|&one| cast.member(one).aside);
            if phrase.shape == Shape::Full
                && !aside
                && (!phrase.plural || phrase.count.is_some() || listed > 1)
            {
                count += phrase.count.unwrap_or(listed);
            }
        }
        if let (Some(first), Some(last), Some(harm)) = (persons.first(), persons.last(), harm)
            && count > 0
        {
            cast.blows.push(Blow {
                words: self.phrases[*first].words.start..self.phrases[*last].words.end,
                count,
                killed: harm == Harm::Killed,
                sentence: self.sentence,
            });
        }
    }

    /// They are said to live.
    pub(super) fn lives(&self, persons: &[usize], cast: &mut Cast) {
        for &person in persons {
            for &one in &self.who[person] {
                cast.told(one).alive = true;
            }
        }
    }

    fn harm(&mut self, at: usize, cast: &mut Cast) {
        let Some((mut harm, form)) = verbs::harm(self.word(at)) else {
            return;
        };
        let before = self.back(at, 1);
        let noun = matches!(
            before,
            "a" | "the"
                | "single"
                | "one"
                | "first"
                | "warning"
                | "gun"
                | "each"
                | "another"
                | "every"
                | "s"
                | "this"
        ) && form != Form::Past
            || (self.word(at) == "shot"
                && matches!(
                    before,
                    "a" | "the"
                        | "single"
                        | "one"
                        | "first"
                        | "warning"
                        | "gun"
                        | "each"
                        | "another"
                        | "every"
                        | "fatal"
                        | "second"
                        | "third"
                ))
            || matches!(
                self.word(at),
                "wounds" | "wound" | "strikes" | "strike" | "guns"
            ) && form != Form::Past
                && self.person(at + 1).is_none()
            || self.word(at) == "hit" && self.word(at + 1) == "and" && self.word(at + 2) == "run"
            || self.word(at) == "shot" && self.word(at + 1) == "put";
        let near_death = (at.saturating_sub(2)..at + 3)
            .any(|i| matches!(self.word(i), "fatally" | "dead" | "death" | "deadly"))
            || matches!(self.word(at + 1), "and" | "")
                && matches!(self.word(at + 2), "killed" | "killing" | "kills");
        if near_death && harm == Harm::Hurt && !matches!(self.word(at + 1), "death") {
            harm = Harm::Killed;
        }
        if self.word(at) == "gunned" && self.word(at + 1) != "down" {
            return;
        }
        if noun {
            self.of(at, harm, cast);
            return;
        }
        let object = self.object(at);
        let own = matches!(
            self.word(object),
            "himself" | "herself" | "self" | "themselves" | "yourself"
        );
        if own {
            let subjects = self.subjects(at);
            self.struck(&subjects, cast, 3, Some(harm));
            for &person in &subjects {
                for &one in &self.who[person] {
                    cast.told(one).own = true;
                }
            }
            return;
        }
        match form {
            Form::Past => self.past(at, object, harm, cast),
            Form::Gerund => {
                if self.word(at + 1) == "of" || self.word(at + 1) == "death" {
                    self.of(at, harm, cast);
                } else {
                    self.active(at, object, harm, cast);
                }
            }
            Form::Base
                if matches!(
                    before,
                    "to" | "can" | "will" | "may" | "dont" | "or" | "not"
                ) => {}
            Form::Present | Form::Base => self.active(at, object, harm, cast),
        }
    }

    /// «the shooting of A», «the shooting death of A», «the deaths of A and B».
    fn of(&self, at: usize, harm: Harm, cast: &mut Cast) {
        let mut of = at + 1;
        if matches!(self.word(of), "death" | "deaths" | "killing" | "murder") {
            of += 1;
        }
        if self.word(of) == "of"
            && let Some(person) = self.person(of + 1)
        {
            let list = self.list_from(person);
            let harm = if of > at + 1 { Harm::Killed } else { harm };
            let owner = self.scene.words.gap(self.phrases[person].words.end) == Gap::Apostrophe;
            if !owner {
                self.struck(&list, cast, 3, Some(harm));
            }
        }
    }

    fn past(&mut self, at: usize, object: usize, harm: Harm, cast: &mut Cast) {
        // «shot at troopers», «was shot at»
        let at_target = self.word(at + 1) == "at"
            && matches!(self.word(at), "shot")
            && (self.person(at + 2).is_some()
                || self.gap(at + 2) >= Gap::Comma
                || matches!(
                    self.word(at + 2),
                    "by" | "and" | "while" | "police" | "officers"
                ));
        let rounds = (at + 1..at + 4).any(|i| {
            matches!(
                self.word(i),
                "rounds" | "shots" | "bullets" | "video" | "footage"
            )
        });
        if let Some(be) = self.passive(at) {
            if at_target {
                return;
            }
            let subjects = self.subjects(be);
            self.struck(&subjects, cast, 3, Some(harm));
            if harm == Harm::Hurt
                && matches!(
                    self.word(at),
                    "wounded" | "injured" | "hurt" | "grazed" | "hospitalized"
                )
            {
                self.lives(&subjects, cast);
            }
            // «by officers», «along with his wife»
            for next in at + 1..(at + 8).min(self.items.len()) {
                let Some(person) = self.person(next) else {
                    if self.gap(next) >= Gap::Comma {
                        break;
                    }
                    continue;
                };
                match self.back(next, 1) {
                    "by" => {
                        let list = self.list_from(person);
                        self.blamed(&list, cast, 3);
                        self.taken[person] = true;
                    }
                    "with" if self.back(next, 2) == "along" => {
                        let list = self.list_from(person);
                        self.struck(&list, cast, 3, Some(harm));
                    }
                    _ => {}
                }
                break;
            }
            return;
        }
        if rounds && self.person(at + 1).is_none() {
            let subjects = self.subjects(at);
            self.blamed(&subjects, cast, 2);
            return;
        }
        if self.acts(object, at) {
            self.active(at, object, harm, cast);
            return;
        }
        if at_target
            || matches!(
                self.back(at, 1),
                "who" | "that" | "he" | "she" | "they" | "had" | "has" | "have"
            )
        {
            let subjects = self.subjects(at);
            self.blamed(&subjects, cast, 2);
            return;
        }
        // «shot her dog»: active, and nobody is hit.
        if matches!(
            self.word(at + 1),
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "their"
                | "its"
                | "my"
                | "that"
                | "this"
                | "it"
                | "some"
                | "back"
                | "out"
                | "up"
        ) {
            let subjects = self.subjects(at);
            self.blamed(&subjects, cast, 2);
            return;
        }
        // «found A shot in the street», «A, shot by deputies, remained», «Man shot, killed on west side».
        let found = (at.saturating_sub(9)..at).any(|i| {
            matches!(
                self.word(i),
                "found" | "discovered" | "find" | "finding" | "saw" | "left" | "leaving" | "leaves"
            )
        });
        let mut back = at;
        while back > 0 {
            back -= 1;
            if let Some(person) = self.person(back) {
                let owner = self.scene.words.gap(self.phrases[person].words.end) == Gap::Apostrophe;
                if !owner && self.phrases[person].shape != Shape::Pronoun {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(harm));
                }
                return;
            }
            let word = self.word(back);
            let place = match self.items[back] {
                Item::Word(word) => self.scene.words.get(word).is_some_and(|word| word.capital),
                Item::Person(_) => false,
            };
            let joined = verbs::adverb(word)
                || (place || matches!(word, "of" | "from")) && found
                || matches!(
                    word,
                    "and" | "with" | "found" | "being" | "after" | "to" | "death"
                )
                || verbs::harm(word).is_some()
                || verbs::dying(word);
            if !joined {
                return;
            }
        }
    }

    fn active(&mut self, at: usize, object: usize, harm: Harm, cast: &mut Cast) {
        if !self.acts(object, at) {
            return;
        }
        let Some(person) = self.person(object) else {
            return;
        };
        let list = self.list_from(person);
        self.struck(&list, cast, 3, Some(harm));
        let subjects = self.subjects(at);
        if !subjects.iter().any(|subject| list.contains(subject)) {
            self.blamed(&subjects, cast, 3);
        }
        for &one in &list {
            self.taken[one] = true;
        }
    }

    fn dying(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        let next = self.word(at + 1);
        match word.as_str() {
            "died" | "dies" | "succumbed" | "succumbs" | "perished" | "dying" => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
            }
            "passed" if next == "away" => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
            }
            "survived" if next == "by" => {
                let subjects = self.subjects(at);
                self.struck(&subjects, cast, 3, Some(Harm::Killed));
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

    fn wounds(&mut self, at: usize, cast: &mut Cast) {
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
                    self.struck(&list, cast, 3, Some(Harm::Hurt));
                    let own = (at.saturating_sub(3)..at).any(|i| self.word(i) == "inflicted");
                    if own {
                        for &one in &self.who[person] {
                            cast.told(one).own = true;
                        }
                    }
                }
            }
            "injuries" | "injury" | "burns" | "cuts" | "lacerations" | "laceration"
            | "inhalation" => {
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
                if !speakers {
                    self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                    self.lives(&subjects, cast);
                }
            }
            "taken" | "rushed" | "transported" | "airlifted" | "flown" | "treated" | "admitted"
            | "brought" | "driven" => {
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
                if hospital && self.passive(at).is_some() {
                    let subjects = self.subjects(at);
                    self.struck(&subjects, cast, 2, Some(Harm::Hurt));
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
