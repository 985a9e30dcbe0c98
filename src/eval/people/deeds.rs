//! What a sentence says that somebody did or suffered.
//!
//! In: the words and the people of a sentence. Out: who was hit, hurt or killed, who is held to answer, and who turned out
//! to be whom. Subjects and objects are found by their place beside the verb.

use super::cast::Blow;
use super::cast::Cast;
use super::nouns;
use super::nouns::Form;
use super::nouns::Harm;
use super::nouns::Hint;
use super::phrase::Phrase;
use super::phrase::Shape;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;

/// A word, or somebody's phrase taken as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Word(usize),
    Person(usize),
}

/// A sentence, its people taken as one item each.
pub(super) struct Line<'a> {
    scene: &'a Scene<'a>,
    items: Vec<Item>,
    phrases: &'a [Phrase],
    /// Who each phrase speaks of.
    who: Vec<Vec<usize>>,
    /// Phrases that a verb before has taken as its object.
    taken: Vec<bool>,
}

/// Where a phrase could be a subject: no preposition governs it, and nothing is owned by it.
pub(super) fn free(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let before = scene.words.near(phrase.words.start, -1);
    let owner = scene.words.gap(phrase.words.end) == Gap::Apostrophe;
    let object = matches!(
        scene.words.at(phrase.words.start),
        "him" | "them" | "her"
    ) && phrase.words.len() == 1;
    !nouns::preposition(before) && !owner && !object
}

impl<'a> Line<'a> {
    pub(super) fn new(
        scene: &'a Scene<'a>,
        sentence: usize,
        phrases: &'a [Phrase],
        who: Vec<Vec<usize>>,
    ) -> Self {
        let range = scene.words.of_sentence(sentence);
        let mut items = Vec::new();
        let mut at = range.start;
        let mut next = 0;
        while at < range.end {
            if phrases.get(next).is_some_and(|phrase| phrase.words.start == at) {
                items.push(Item::Person(next));
                at = phrases[next].words.end;
                next += 1;
            } else {
                items.push(Item::Word(at));
                at += 1;
            }
        }
        let taken = vec![false; phrases.len()];
        Self {
            scene,
            items,
            phrases,
            who,
            taken,
        }
    }

    fn word(&self, at: usize) -> &str {
        match self.items.get(at) {
            Some(Item::Word(word)) => self.scene.words.at(*word),
            _ => "",
        }
    }

    fn back(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.word(at))
    }

    fn person(&self, at: usize) -> Option<usize> {
        match self.items.get(at) {
            Some(Item::Person(person)) => Some(*person),
            _ => None,
        }
    }

    fn gap(&self, at: usize) -> Gap {
        match self.items.get(at) {
            Some(Item::Word(word)) => self.scene.words.gap(*word),
            Some(Item::Person(person)) => self.scene.words.gap(self.phrases[*person].words.start),
            None => Gap::Sentence,
        }
    }

    /// Reads the whole sentence.
    pub(super) fn read(mut self, cast: &mut Cast) {
        for phrase in 0..self.phrases.len() {
            self.hinted(phrase, cast);
            let list = self.list_to(phrase);
            if list.len() > 1 {
                let who: Vec<usize> = list.iter().flat_map(|&one| self.who[one].clone()).collect();
                cast.together(&who);
            }
        }
        for at in 0..self.items.len() {
            if self.word(at).is_empty() || self.unsaid(at) {
                continue;
            }
            self.harm(at, cast);
            self.dying(at, cast);
            self.wounds(at, cast);
            self.accused(at, cast);
            self.identified(at, cast);
        }
    }

    fn hinted(&self, phrase: usize, cast: &mut Cast) {
        if self.phrases[phrase].none || self.phrases[phrase].shape != Shape::Full {
            return;
        }
        for &one in &self.who[phrase] {
            match self.phrases[phrase].hint {
                Some(Hint::Victim) if !self.phrases[phrase].plural || !self.phrases[phrase].ages.is_empty() => {
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

    /// «not», «attempted», «trying to»: what is not said to have happened.
    fn unsaid(&self, at: usize) -> bool {
        let near = (1..=4)
            .take_while(|&k| at >= k && self.gap(at + 1 - k) < Gap::Comma)
            .any(|k| {
                matches!(
                    self.back(at, k),
                    "not" | "nobody" | "never" | "attempted" | "attempting" | "trying" | "tried" | "threatened"
                        | "threatening" | "nearly" | "almost" | "if" | "could" | "would" | "wasnt" | "werent" | "didnt"
                        | "avoid" | "attempt" | "might" | "wants" | "wanted" | "neither"
                ) || at.checked_sub(k).and_then(|at| self.person(at)).is_some_and(|person| self.phrases[person].none)
            });
        near
    }

    /// Phrases joined by commas and «and» that end with `last`, in order.
    fn list_to(&self, last: usize) -> Vec<usize> {
        let mut list = vec![last];
        let mut at = last;
        while at > 0 && self.joined(at - 1, at) {
            at -= 1;
            list.insert(0, at);
        }
        list
    }

    /// Phrases joined so that start with `first`.
    fn list_from(&self, first: usize) -> Vec<usize> {
        let mut list = vec![first];
        let mut at = first;
        while at + 1 < self.phrases.len() && self.joined(at, at + 1) {
            at += 1;
            list.push(at);
        }
        list
    }

    fn joined(&self, one: usize, other: usize) -> bool {
        let words = self.scene.words;
        let between = self.phrases[one].words.end..self.phrases[other].words.start;
        if self.phrases[one].shape != Shape::Full && self.phrases[other].shape != Shape::Full {
            return false;
        }
        // «A, of Salem, and B».
        let mut joint = words.gap(between.end) == Gap::Comma || words.gap(between.end) == Gap::Break && self.phrases[one].ages.len() == 1;
        let mut place = false;
        for at in between {
            let word = words.at(at);
            match word {
                "and" | "along" | "as" | "well" | "with" | "plus" | "another" => {
                    joint |= word != "with" && word != "as" && word != "well";
                    if matches!(word, "with" | "as") && !matches!(words.near(at, -1), "along" | "well" | "and") && words.at(at + 1) != "well" {
                        return false;
                    }
                }
                "of" | "from" => place = true,
                _ if place && words.get(at).is_some_and(|word| word.capital) => {}
                _ => return false,
            }
        }
        joint
    }

    /// The phrase that is the subject of the verb at `at`.
    fn subject(&self, at: usize) -> Option<usize> {
        let mut back = at;
        while back > 0 {
            back -= 1;
            if self.gap(back + 1) == Gap::Break && self.semicolon(back + 1) {
                return None;
            }
            match self.items[back] {
                Item::Word(_) => {
                    if self.word(back) == "who" {
                        return (0..back).rev().find_map(|at| self.person(at));
                    }
                }
                Item::Person(person) => {
                    let said = nouns::says(self.word(back + 1)) && back + 1 != at;
                    let relative = self.word(back + 1) == "who";
                    let fine = free(self.scene, &self.phrases[person]) && !self.taken[person];
                    if relative || (fine && !said) {
                        return Some(person);
                    }
                }
            }
        }
        None
    }

    fn semicolon(&self, at: usize) -> bool {
        let start = match self.items.get(at) {
            Some(Item::Word(word)) => self.scene.words.get(*word).map(|word| word.span.start),
            Some(Item::Person(person)) => self
                .scene
                .words
                .get(self.phrases[*person].words.start)
                .map(|word| word.span.start),
            None => None,
        };
        start.is_some_and(|start| {
            self.scene.text[..start as usize].trim_end().ends_with([';', ':'])
        })
    }

    /// The subject and everybody joined with it.
    fn subjects(&self, at: usize) -> Vec<usize> {
        self.subject(at)
            .map(|person| self.list_to(person))
            .unwrap_or_default()
    }

    /// Whoever stands last before `at`, whatever its place.
    fn nearest(&self, at: usize) -> Option<usize> {
        let mut fallback = None;
        for back in (0..at).rev() {
            if self.gap(back + 1) == Gap::Break && self.semicolon(back + 1) {
                break;
            }
            let Some(person) = self.person(back) else {
                continue;
            };
            let phrase = &self.phrases[person];
            let before = self.scene.words.near(phrase.words.start, -1);
            let owner = self.scene.words.gap(phrase.words.end) == Gap::Apostrophe;
            if owner || matches!(before, "by" | "with" | "against" | "from" | "near" | "behind") || nouns::says(self.word(back + 1)) {
                continue;
            }
            if matches!(phrase.hint, Some(Hint::Duty | Hint::Beside)) && phrase.name.is_empty() {
                fallback = fallback.or(Some(person));
                continue;
            }
            return Some(person);
        }
        fallback
    }

    fn struck(&self, persons: &[usize], cast: &mut Cast, weight: i32, harm: Option<Harm>) {
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
            let several = phrase.plural && phrase.count.is_none() && who.len() < 2;
            if !several && phrase.shape == Shape::Full {
                count += phrase.count.unwrap_or(who.len().max(1));
            }
        }
        if let (Some(first), Some(harm)) = (persons.first(), harm)
            && count > 0
        {
            cast.blows.push(Blow {
                words: self.phrases[*first].words.clone(),
                count,
                killed: harm == Harm::Killed,
            });
        }
    }

    /// They are said to live.
    fn lives(&self, persons: &[usize], cast: &mut Cast) {
        for &person in persons {
            for &one in &self.who[person] {
                cast.told(one).alive = true;
            }
        }
    }

    fn blamed(&self, persons: &[usize], cast: &mut Cast, weight: i32) {
        for &person in persons {
            if self.phrases[person].none {
                continue;
            }
            for &one in &self.who[person] {
                cast.told(one).accused += weight;
            }
        }
    }

    /// The item of «was», looking back from a participle over adverbs and verbs joined with it.
    fn passive(&self, at: usize) -> Option<usize> {
        let mut back = at;
        while back > 0 {
            back -= 1;
            let word = self.word(back);
            if nouns::be(word) {
                return Some(back);
            }
            let joined = matches!(word, "and" | "have" | "had" | "has" | "not" | "found" | "reportedly")
                || nouns::adverb(word)
                || (nouns::harm(word).is_some() || nouns::dying(word)) && word != "dying";
            if !joined {
                return None;
            }
        }
        None
    }

    /// The item after a verb and the verbs joined with it.
    fn object(&self, at: usize) -> usize {
        let mut next = at + 1;
        while next < self.items.len() {
            let word = self.word(next);
            let verb = nouns::harm(word).is_some_and(|(_, form)| form != Form::Gerund) || matches!(word, "dead" | "fatally" | "critically" | "seriously");
            let and = matches!(word, "and" | "then" | "or") && (nouns::harm(self.word(next + 1)).is_some() || nouns::adverb(self.word(next + 1)) || matches!(self.word(next + 1), "critically" | "seriously"));
            if !(verb || and || nouns::adverb(word) && !word.is_empty() || (word == "down" && next == at + 1)) {
                break;
            }
            next += 1;
        }
        next
    }

    fn harm(&mut self, at: usize, cast: &mut Cast) {
        let Some((mut harm, form)) = nouns::harm(self.word(at)) else {
            return;
        };
        let before = self.back(at, 1);
        let noun = matches!(
            before,
            "a" | "the" | "single" | "one" | "first" | "warning" | "gun" | "each" | "another" | "every" | "s" | "this"
        ) && form != Form::Past
            || (self.word(at) == "shot" && matches!(before, "a" | "the" | "single" | "one" | "first" | "warning" | "gun" | "each" | "another" | "every" | "fatal" | "second" | "third"))
            || matches!(self.word(at), "wounds" | "wound" | "strikes" | "strike" | "guns") && form != Form::Past && self.person(at + 1).is_none()
            || self.word(at) == "hit" && self.word(at + 1) == "and" && self.word(at + 2) == "run"
            || self.word(at) == "shot" && self.word(at + 1) == "put";
        let near_death = (at.saturating_sub(2)..at + 3).any(|i| matches!(self.word(i), "fatally" | "dead" | "death" | "deadly"))
            || matches!(self.word(at + 1), "and" | "") && matches!(self.word(at + 2), "killed" | "killing" | "kills");
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
        let own = matches!(self.word(object), "himself" | "herself" | "self" | "themselves" | "yourself");
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
            Form::Base if matches!(before, "to" | "can" | "will" | "may" | "dont" | "or" | "not") => {}
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
        let at_target = self.word(at + 1) == "at" && matches!(self.word(at), "shot")
            && (self.person(at + 2).is_some() || self.gap(at + 2) >= Gap::Comma || matches!(self.word(at + 2), "by" | "and" | "while" | "police" | "officers"));
        let rounds = (at + 1..at + 4).any(|i| matches!(self.word(i), "rounds" | "shots" | "bullets" | "video" | "footage"));
        if let Some(be) = self.passive(at) {
            if at_target {
                return;
            }
            let subjects = self.subjects(be);
            self.struck(&subjects, cast, 3, Some(harm));
            if harm == Harm::Hurt && matches!(self.word(at), "wounded" | "injured" | "hurt" | "grazed" | "hospitalized") {
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
        if at_target || matches!(self.back(at, 1), "who" | "that" | "he" | "she" | "they" | "had" | "has" | "have") {
            let subjects = self.subjects(at);
            self.blamed(&subjects, cast, 2);
            return;
        }
        // «shot her dog»: active, and nobody is hit.
        if matches!(self.word(at + 1), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "my" | "that" | "this" | "it" | "some" | "back" | "out" | "up") {
            let subjects = self.subjects(at);
            self.blamed(&subjects, cast, 2);
            return;
        }
        // «found A shot in the street», «A, shot by deputies, remained», «Man shot, killed on west side».
        let found = (at.saturating_sub(9)..at)
            .any(|i| matches!(self.word(i), "found" | "discovered" | "find" | "finding" | "saw" | "left" | "leaving" | "leaves"));
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
            let joined = nouns::adverb(word)
                || (place || matches!(word, "of" | "from")) && found
                || matches!(word, "and" | "with" | "found" | "being" | "after" | "to" | "death")
                || nouns::harm(word).is_some()
                || nouns::dying(word);
            if !joined {
                return;
            }
        }
    }

    /// Whether the item is an object of the verb at `at`.
    fn acts(&self, object: usize, at: usize) -> bool {
        let Some(person) = self.person(object) else {
            return false;
        };
        let subject_form = matches!(
            self.scene.words.at(self.phrases[person].words.start),
            "he" | "she" | "they"
        );
        let verbs = (at + 1..=object).all(|i| self.gap(i) < Gap::Comma || (i < object && nouns::harm(self.word(i)).is_some()));
        let owner = self.scene.words.gap(self.phrases[person].words.end) == Gap::Apostrophe;
        !subject_form && verbs && !owner
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
                if self.passive(at).is_some() || matches!(self.back(at, 1), "pronounced" | "declared" | "found") && self.passive(at - 1).is_some() {
                    let subjects = self.subjects(at);
                    self.struck(&subjects, cast, 3, Some(Harm::Killed));
                } else if let Some(person) = self.nearest(at) {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(Harm::Killed));
                }
            }
            "death" | "deaths" | "murder" | "murders" | "slaying" | "slayings" | "homicide" | "body" | "bodies"
            | "remains" | "lives" | "life" | "killings" | "passing" => {
                if next == "of" {
                    self.of(at, Harm::Killed, cast);
                } else if let Some(owner) = self.owner(at)
                    && word != "life"
                    && word != "lives"
                    && word != "homicide"
                {
                    self.struck(&[owner], cast, 3, Some(Harm::Killed));
                } else if matches!(word.as_str(), "life" | "lives")
                    && (at.saturating_sub(5)..at).any(|i| matches!(self.word(i), "took" | "taking" | "claimed" | "lost" | "losing" | "cost"))
                {
                    let own = (at.saturating_sub(3)..at).any(|i| matches!(self.word(i), "own"));
                    let lost = (at.saturating_sub(3)..at).any(|i| matches!(self.word(i), "lost" | "losing"));
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

    /// «A's body».
    fn owner(&self, at: usize) -> Option<usize> {
        let by = usize::from(self.back(at, 1) == "s") + 1;
        let apostrophe = if by == 2 {
            at >= 1 && self.gap(at - 1) == Gap::Apostrophe
        } else {
            self.gap(at) == Gap::Apostrophe
        };
        if !apostrophe {
            return None;
        }
        at.checked_sub(by).and_then(|at| self.person(at))
    }

    fn wounds(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        let before = self.back(at, 1).to_owned();
        match word.as_str() {
            "wound" | "wounds" if matches!(before.as_str(), "gunshot" | "bullet" | "stab" | "gun" | "shot" | "knife" | "puncture" | "suffered" | "multiple" | "graze" | "his" | "her" | "inflicted") => {
                let to = (self.word(at + 1) == "to").then(|| self.person(at + 2)).flatten();
                if let Some(person) = to.or_else(|| self.nearest(at)) {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(Harm::Hurt));
                    if before == "inflicted" {
                        for &one in &self.who[person] {
                            cast.told(one).own = true;
                        }
                    }
                }
            }
            "injuries" | "injury" | "burns" | "cuts" | "lacerations" | "laceration" | "inhalation" => {
                let suffered = (at.saturating_sub(7)..at).any(|i| matches!(self.word(i), "suffered" | "sustained" | "received" | "suffering" | "with" | "from" | "sustaining" | "for" | "of" | "had" | "has" | "treated"));
                if suffered && let Some(person) = self.nearest(at) {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(Harm::Hurt));
                    let mild = (at.saturating_sub(4)..at).any(|i| matches!(self.word(i), "threatening" | "minor" | "non"));
                    if mild {
                        self.lives(&list, cast);
                    }
                }
            }
            "condition" if matches!(before.as_str(), "critical" | "serious" | "stable" | "fair" | "good" | "grave" | "guarded" | "satisfactory") => {
                if let Some(person) = self.subject(at).or_else(|| self.nearest(at)) {
                    let list = self.list_to(person);
                    self.struck(&list, cast, 3, Some(Harm::Hurt));
                    self.lives(&list, cast);
                }
            }
            "survived" | "survive" | "survives" | "recover" | "recovering" | "recovers" if self.word(at + 1) != "by" => {
                if self.word(at + 1) == "from" || self.word(at) != "recover" || self.back(at, 1) == "to" {
                    let subjects = self.subjects(at);
                    let persons = !subjects.iter().any(|&person| matches!(self.phrases[person].hint, Some(Hint::Duty | Hint::Beside)));
                    if persons {
                        self.struck(&subjects, cast, 2, Some(Harm::Hurt));
                        self.lives(&subjects, cast);
                    }
                }
            }
            "taken" | "rushed" | "transported" | "airlifted" | "flown" | "treated" | "admitted" | "brought" | "driven" => {
                let hospital = (at + 1..(at + 14).min(self.items.len())).any(|i| {
                    matches!(self.word(i), "hospital" | "hospitals" | "medical" | "trauma" | "clinic" | "injuries" | "wounds" | "infirmary")
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

    fn accused(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at).to_owned();
        if nouns::accused(&word) {
            if matches!(self.word(at + 1), "at" | "toward" | "towards" | "him" | "into") && word == "charged" {
                return;
            }
            if self.passive(at).is_some() {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, 3);
            } else if let Some(person) = self.person(at + 1).filter(|_| self.gap(at + 1) < Gap::Comma) {
                let list = self.list_from(person);
                self.blamed(&list, cast, 3);
                for &one in &list {
                    self.taken[one] = true;
                }
            } else {
                let mut back = at;
                while back > 0 {
                    back -= 1;
                    if let Some(person) = self.person(back) {
                        let list = self.list_to(person);
                        self.blamed(&list, cast, 3);
                        break;
                    }
                    if !(nouns::adverb(self.word(back)) || matches!(self.word(back), "and") || nouns::accused(self.word(back)) || nouns::be(self.word(back)) || matches!(self.word(back), "have" | "has" | "had")) {
                        break;
                    }
                }
            }
            return;
        }
        match word.as_str() {
            "fired" | "fires" | "firing" => {
                let gun = matches!(
                    self.word(at + 1),
                    "at" | "shots" | "several" | "multiple" | "into" | "a" | "his" | "her" | "six" | "two" | "three"
                        | "upon" | "on" | "rounds" | "back" | "the" | "through" | "four" | "five" | "one"
                );
                if gun && self.passive(at).is_none() {
                    let subjects = self.subjects(at);
                    self.blamed(&subjects, cast, 2);
                }
            }
            "opened" | "opens" if self.word(at + 1) == "fire" => {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, 2);
            }
            "faces" | "facing" | "faced" | "pleaded" | "pled" | "surrendered" | "confessed" | "admitted" | "allegedly"
            | "fled" | "flees" => {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, if word == "fled" || word == "flees" { 1 } else { 2 });
            }
            "custody" | "bond" | "bail" | "jail" | "prison" | "warrant" => {
                let subjects = self.subjects(at);
                self.blamed(&subjects, cast, 2);
            }
            "arrest" | "against" | "for" | "arrests" | "as" => {
                let searched = word != "for" || matches!(self.back(at, 1), "looking" | "search" | "searching" | "warrant" | "warrants" | "hunt" | "hunting");
                let sought = word != "arrest" && word != "arrests" || self.word(at + 1) == "of";
                let next = at + 1 + usize::from(word.starts_with("arrest"));
                let as_culprit = word != "as"
                    || (self.back(at, 1) == "suspect")
                    || (self.back(at, 1) == "identified" && self.back(at, 2) == "suspect");
                if searched && sought && as_culprit
                    && let Some(person) = self.person(next)
                    && word != "as"
                {
                    let list = self.list_from(person);
                    self.blamed(&list, cast, if word == "for" { 2 } else { 3 });
                }
            }
            _ => {}
        }
    }

    /// «identified the suspect as B», «the victim was identified as B», «the victim is B».
    fn identified(&mut self, at: usize, cast: &mut Cast) {
        let word = self.word(at);
        let copula = nouns::be(word) && self.person(at + 1).is_some() && at > 0 && self.person(at - 1).is_some();
        if copula {
            if let (Some(one), Some(other)) = (self.person(at - 1), self.person(at + 1)) {
                let name = !self.phrases[other].name.is_empty() && self.phrases[one].name.is_empty() && self.phrases[one].shape == Shape::Full;
                if name && free(self.scene, &self.phrases[one]) {
                    self.unite(one, other, cast);
                }
            }
            return;
        }
        if !matches!(word, "identified" | "named" | "identify" | "identifies" | "identifying" | "id'd" | "described") {
            return;
        }
        let Some(as_at) = (at + 1..(at + 14).min(self.items.len())).find(|&i| self.word(i) == "as") else {
            return;
        };
        let Some(other) = self.person(as_at + 1).or_else(|| {
            // «as Springfield resident Ana Ruiz» starts with a place.
            (as_at + 2..as_at + 4).find_map(|i| self.person(i))
        }) else {
            return;
        };
        let one = if self.passive(at).is_some() {
            self.subject(at)
        } else {
            (at + 1..as_at)
                .find_map(|i| self.person(i))
                .or_else(|| (0..at).rev().find_map(|i| self.person(i)))
        };
        let Some(one) = one else {
            return;
        };
        self.unite(one, other, cast);
    }

    fn unite(&self, one: usize, other: usize, cast: &mut Cast) {
        let (first, second) = (self.who[one].clone(), self.who[other].clone());
        if self.phrases[one].plural || first.len() > 1 {
            // «The victims were identified as A, 24, and B, 31.»
            let list = self.list_from(other);
            let victim = self.phrases[one].hint == Some(Hint::Victim)
                || first.iter().any(|&who| cast.member(who).told.harm > 0);
            let culprit = self.phrases[one].hint == Some(Hint::Culprit)
                || first.iter().any(|&who| cast.member(who).told.accused > 0);
            let died = first.iter().any(|&who| cast.member(who).told.died);
            if victim {
                self.struck(&list, cast, 3, died.then_some(Harm::Killed));
            } else if culprit {
                self.blamed(&list, cast, 3);
            }
            return;
        }
        if let (&[first], &[second]) = (&first[..], &second[..]) {
            let (one, other) = (cast.member(first), cast.member(second));
            let sexes = one.sex.is_none() || other.sex.is_none() || one.sex == other.sex;
            let ages = one.ages.is_empty() || other.ages.is_empty() || one.ages[0].years.to_bits() == other.ages[0].years.to_bits();
            let names = one.name.is_empty() || other.name.is_empty() || one.name.last() == other.name.last();
            if sexes && ages && names {
                cast.same(first, second);
            }
        }
    }
}
