//! What a sentence says that somebody suffered.
//!
//! In: the words and the people of a sentence. Out: who was hit, hurt or killed, and who lived.

use super::background;
use super::cast::Blow;
use super::cast::Cast;
use super::line::Item;
use super::line::Line;
use super::nouns;
use super::nouns::Hint;
use super::phrase::Shape;
use super::reader::number_word;
use super::verbs;
use super::verbs::Form;
use super::verbs::Harm;
use crate::eval::words::Gap;
use crate::lex::animal;

impl Line<'_> {
    /// Reads the whole sentence.
    pub(super) fn read(&mut self, cast: &mut Cast) {
        for phrase in 0..self.phrases.len() {
            self.hinted(phrase, cast);
            let list = self.list_to(phrase);
            if self.phrases[phrase].both {
                self.share_age(phrase, &list, cast);
            }
            self.so_old_all(phrase, cast);
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
            if let Item::Word(word) = self.items[at]
                && (background::earlier_one(self.scene, word)
                    || background::other_cause(self.scene, word))
            {
                continue;
            }
            self.harm(at, cast);
            self.dying(at, cast);
            self.also(at, cast);
            self.wounds(at, cast);
            self.accused(at, cast);
            self.identified(at, cast);
            self.among_victims(at, cast);
            self.signs(at, cast);
            self.at_age(at, cast);
        }
        self.listed(cast);
        self.included(cast);
        self.apposed(cast);
        self.speakers(cast);
        self.introduced(cast);
    }

    /// «by a man who was also killed», «His wife also died.»
    fn also(&self, at: usize, cast: &mut Cast) {
        let word = self.word(at);
        let died = matches!(word, "died" | "killed" | "slain" | "murdered");
        if !died || self.back(at, 1) != "also" {
            return;
        }
        let verb = self.passive(at).unwrap_or(at);
        if let [subject] = self.subjects(verb)[..] {
            for &one in &self.who[subject] {
                cast.told(one).also = true;
            }
        }
    }

    /// «Ana and Bo Ruiz, both 19»
    fn share_age(&self, phrase: usize, list: &[usize], cast: &mut Cast) {
        let Some(&age) = self.phrases[phrase].ages.first() else {
            return;
        };
        for &other in list {
            for &one in &self.who[other] {
                cast.age_if_none(one, age);
            }
        }
    }

    /// «18-year-olds Ana Ruiz, Bo Lind and Cal Ives», «Two 18-year-olds, Ana Ruiz and Bo Lind,»
    fn so_old_all(&self, phrase: usize, cast: &mut Cast) {
        let [age] = self.phrases[phrase].ages[..] else {
            return;
        };
        if !age.span.of(self.scene.text).ends_with("olds") {
            return;
        }
        let bare = |&&one: &&usize| {
            one != phrase && self.phrases[one].ages.is_empty() && !self.phrases[one].name.is_empty()
        };
        let list = self.list_from(phrase);
        let own = usize::from(list.first() == Some(&phrase));
        for other in list.iter().skip(own).take_while(bare) {
            for &one in &self.who[*other] {
                cast.age_if_none(one, age);
            }
        }
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
            let each: Vec<usize> = who.iter().flat_map(|&one| cast.each(one)).collect();
            for one in each {
                let told = cast.told(one);
                told.harm += weight;
                match harm {
                    Some(Harm::Killed) => told.died = true,
                    Some(Harm::Hurt) => told.hurt = true,
                    None => {}
                }
            }
            let listed = phrase.ages.len().max(who.len()).max(1);
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
            && !(self.begun && background::of_many(self.scene, &self.phrases[*first].words))
        {
            cast.blows.push(Blow {
                words: self.phrases[*first].words.start..self.phrases[*last].words.end,
                count,
                killed: harm == Harm::Killed,
                duty: persons.iter().all(|&person| {
                    self.phrases[person]
                        .noun
                        .as_deref()
                        .is_some_and(nouns::rescuer)
                }),
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
        // «the shootings of A and B»
        if matches!(self.word(at), "shootings" | "stabbings") {
            self.of(at, Harm::Hurt, cast);
            return;
        }
        let Some((mut harm, form)) = verbs::harm(self.word(at)) else {
            return;
        };
        let before = self.back(at, 1);
        let introduced = matches!(
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
        );
        let noun = (introduced || matches!(before, "s" | "this")) && form != Form::Past
            || self.word(at) == "shot"
                && (introduced || matches!(before, "fatal" | "second" | "third"))
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
        // «A boy drowned»: nobody drowned him.
        if self.word(at) == "drowned"
            && self.passive(at).is_none()
            && !self.acts(self.object(at), at)
        {
            return;
        }
        if near_death && harm == Harm::Hurt && !matches!(self.word(at + 1), "death") {
            harm = Harm::Killed;
        }
        if self.word(at) == "gunned" && self.word(at + 1) != "down" {
            return;
        }
        // «the stabbing suspect»: a noun for who did it, not whom it befell.
        let compound = form == Form::Gerund
            && self.person(at + 1).is_some_and(|person| {
                let phrase = &self.phrases[person];
                phrase.hint == Some(Hint::Culprit)
                    && !phrase.article
                    && phrase.name.is_empty()
                    && self.gap(at + 1) < Gap::Comma
                    && self.scene.words.at(phrase.words.start)
                        == phrase.noun.as_deref().unwrap_or_default()
            });
        if compound {
            return;
        }
        if let Some((whom, by)) = self.contact(at) {
            let of = |item: usize| self.person(item).into_iter().collect::<Vec<_>>();
            self.struck(&of(whom), cast, 3, Some(harm));
            self.blamed(&of(by), cast, 3);
            return;
        }
        if noun {
            self.of(at, harm, cast);
            return;
        }
        let object = self.object(at);
        let counted = number_word(self.word(object)).is_some() || self.word(object) == "one";
        if matches!(form, Form::Past | Form::Gerund)
            && (counted || self.passive(at).is_some() || self.person(object).is_some())
        {
            cast.first_harm.get_or_insert(self.sentence);
        }
        if form != Form::Base && self.passive(at).is_none() && self.of_nobody(object) {
            return;
        }
        // «shot A in the head, to death», «shot his wife dead»
        let after = object + 1 + usize::from(self.word(object + 1) == "to");
        if harm == Harm::Hurt
            && self.person(object).is_some()
            && matches!(self.word(after), "dead" | "death")
            && self.gap(after) < Gap::Comma
        {
            harm = Harm::Killed;
        }
        let own = matches!(
            self.word(object),
            "himself" | "herself" | "self" | "themselves" | "yourself"
        );
        if own {
            let subjects = self.subjects(at);
            let too = self.and_others(object, harm, &subjects, cast);
            let harm = if too == Some(Harm::Killed) || self.after_killing(at, object) {
                Harm::Killed
            } else {
                harm
            };
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
    pub(super) fn of(&self, at: usize, harm: Harm, cast: &mut Cast) {
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
        // «shot at troopers», «was shot at», «shot twice at the car»
        let aim = at
            + 1
            + usize::from(matches!(
                self.word(at + 1),
                "twice" | "once" | "repeatedly" | "back"
            ))
            + 2 * usize::from(matches!(self.word(at + 2), "times" | "rounds" | "shots"));
        if aim > at + 1
            && self.word(at) == "shot"
            && matches!(
                self.word(aim),
                "at" | "into" | "toward" | "towards" | "through"
            )
            && self.passive(at).is_none()
        {
            let subjects = self.subjects(at);
            self.blamed(&subjects, cast, 2);
            return;
        }
        let at_target = self.word(at + 1) == "at"
            && matches!(self.word(at), "shot")
            && (self.person(at + 2).is_some()
                || self.gap(at + 2) >= Gap::Comma
                || matches!(
                    self.word(at + 2),
                    "by" | "and" | "while" | "police" | "officers" | "but" | "when" | "or" | "as"
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
            // «A jury found A guilty of killing B. She was shot in her car.»
            if let [subject] = subjects[..]
                && harm == Harm::Hurt
                && self.who_was_hit(subject, cast, None)
            {
                return;
            }
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
        if let Some(owner) = self.person(object)
            && self.gap(object) < Gap::Comma
            && self.scene.words.gap(self.phrases[owner].words.end) == Gap::Apostrophe
        {
            self.shot_of(object, harm, &self.subjects(at), cast);
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
        // «shot two dogs», «killed several cows»
        let things = number_word(self.word(object)).is_some()
            || matches!(
                self.word(object),
                "several" | "dozens" | "hundreds" | "many" | "multiple"
            )
            || animal::is(self.word(object));
        if things
            && self.gap(object) < Gap::Comma
            && !matches!(
                self.word(object + 1),
                "times" | "days" | "weeks" | "hours" | "years"
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
                Item::Word(word) => self.scene.words.is_capital(word),
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

    /// «shot A's wife» hits her, «shot A's dog» nobody; whoever did it did it in both.
    fn shot_of(&self, owner: usize, harm: Harm, subjects: &[usize], cast: &mut Cast) {
        if let Some(person) = (owner + 1..owner + 3).find_map(|at| self.person(at)) {
            self.struck(&self.list_from(person), cast, 3, Some(harm));
        }
        self.blamed(subjects, cast, 3);
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
        let mild = matches!(
            self.word(at),
            "wounded" | "wounding" | "wounds" | "injured" | "injuring" | "injures" | "grazed"
        );
        if mild && harm == Harm::Hurt {
            self.lives(&list, cast);
        }
        let subjects = self.subjects(at);
        if !subjects.iter().any(|subject| list.contains(subject)) {
            self.blamed(&subjects, cast, 3);
        }
        // «shot his wife and then himself»
        let end = list.last().map_or(0, |&last| {
            self.items
                .iter()
                .position(|item| *item == Item::Person(last))
                .map_or(0, |at| at + 1)
        });
        let too = (end..(end + 4).min(self.items.len()))
            .take_while(|&i| {
                matches!(
                    self.word(i),
                    "and" | "then" | "also" | "finally" | "himself" | "herself"
                )
            })
            .any(|i| matches!(self.word(i), "himself" | "herself"));
        if too && end > 0 {
            self.struck(&subjects, cast, 3, Some(harm));
            for &person in &subjects {
                for &one in &self.who[person] {
                    cast.told(one).own = true;
                }
            }
        }
        if let (Some(&first), Some(&last)) = (list.first(), list.last()) {
            for one in person.min(first)..=last {
                self.taken[one] = true;
            }
        }
    }
}
