//! Noun phrases that mean people: determiner, adjectives, age, noun, name.
//!
//! In: a word of a sentence being read. Out: the phrase that starts there, if it is one. Pronouns, and phrases that leave their
//! noun out, are for [`super::reader`].

use crate::eval::people::nouns;
use crate::eval::people::nouns::Hint;
use crate::eval::people::phrase::Phrase;
use crate::eval::people::phrase::suffix;
use crate::eval::people::reader::Reader;
use crate::eval::people::reader::number_word;
use crate::eval::people::vehicle;
use crate::eval::people::verbs;
use crate::eval::people::verbs::Harm;
use crate::eval::words::Gap;

impl Reader<'_> {
    /// Determiner, adjectives, age, noun, name.
    pub(super) fn core(&self, start: usize) -> Option<Phrase> {
        let mut phrase = Phrase::new(start..start);
        let mut at = self.determiner(start, &mut phrase);
        if let Some((end, ages)) = self.joint_ages(at).filter(|(end, _)| self.close(*end))
            && (0..3).any(|k| {
                nouns::noun(self.at(end + k)).is_some_and(|noun| noun.hint != Some(Hint::Beside))
            })
        {
            phrase.ages = ages;
            at = end;
        } else if self.served(at) {
            at += 2;
        } else if let Some(number) = number_word(self.at(at)).or_else(|| self.numeral(at))
            && self.age(at).is_none()
            && (at == start || phrase.definite || phrase.other)
        {
            phrase.count = Some(number);
            at += 1;
        }
        if let Some(end) = self.family_of(at) {
            phrase.noun = Some("family".to_owned());
            phrase.count = number_word(self.at(end - 1)).or_else(|| self.numeral(end - 1));
            phrase.plural = true;
            phrase.words = start..end;
            return Some(phrase);
        }
        // «four of his children», «three of the teens»
        let kin = |k: usize| {
            nouns::noun(self.at(at + k)).is_some_and(|noun| noun.plural && noun.hint.is_none())
        };
        if phrase.count.is_some()
            && self.at(at) == "of"
            && matches!(self.at(at + 1), "his" | "her" | "their" | "the")
            && (2..=4).any(kin)
        {
            phrase.kin = self.at(at + 1) != "the";
            at += 2;
        }
        let lead = at;
        let mut head = None;
        let mut capitals = 0;
        // What follows an age belongs to the phrase only if a noun or a name comes: not «a 51-year-old dead».
        let mut sure = at;
        while at < self.end && at < lead + 9 {
            if at > start && !self.close(at) {
                break;
            }
            let word = self.at(at);
            if let Some((end, age)) = self.age(at)
                && phrase.ages.is_empty()
                && head.is_none()
                && capitals == 0
            {
                phrase.ages.push(age);
                at = end;
                sure = end;
                continue;
            }
            // «is accused of shooting» tells of nobody new.
            if word == "accused" && at == start && nouns::noun(self.at(at + 1)).is_none() {
                return None;
            }
            if let Some(noun) = nouns::noun(word)
                && !self.part_of_name(at)
                && !self.part_of_thing(at, noun)
                && !(!phrase.ages.is_empty() && head.is_none() && self.part_of_body(at))
                && !self.surname(at)
            {
                // «a pair of brothers»; «a pair of shoes» is nobody.
                if self.at(at + 1) == "of"
                    && head.is_none()
                    && let Some(count) = nouns::how_many(word)
                {
                    let people = nouns::noun(self.at(at + 2)).is_some_and(|noun| noun.plural);
                    if people {
                        phrase.count = Some(count);
                        at += 2;
                        continue;
                    }
                    if word != "couple" {
                        return None;
                    }
                }
                // «police officer», «teen girl», «murder suspect»; but «the man officers shot» has two.
                if let Some((_, before)) = head {
                    let both: nouns::Noun = before;
                    let others = both.sex.is_some() && noun.plural && noun.hint == Some(Hint::Duty);
                    if both.plural && !noun.plural && both.hint != Some(Hint::Duty) || others {
                        break;
                    }
                }
                head = Some((at, noun));
                at += 1;
                continue;
            }
            if head.is_some() {
                break;
            }
            // «the other three victims»
            if phrase.other
                && phrase.count.is_none()
                && head.is_none()
                && let Some(count) = number_word(word)
            {
                phrase.count = Some(count);
                at += 1;
                continue;
            }
            // «the seriously injured child»
            if at > start
                && word.ends_with("ly")
                && matches!(self.at(at + 1), "injured" | "wounded" | "burned")
                && self.close(at + 1)
            {
                at += 1;
                continue;
            }
            let thing = vehicle::is(word) && self.close(at + 1);
            let adjective = nouns::modifier(word) && (at > start || self.next_is_person(at))
                || thing && nouns::noun(self.at(at + 1)).is_some();
            if adjective && !(word == "in" && self.at(at + 1) != "law") {
                phrase.elder = match word {
                    "older" => Some(true),
                    "younger" => Some(false),
                    _ => phrase.elder,
                };
                phrase.other |= matches!(
                    word,
                    "other" | "second" | "third" | "fourth" | "youngest" | "oldest"
                );
                if word == "twin" {
                    phrase.count = Some(2);
                }
                phrase.fate = match word {
                    "dead" | "slain" | "deceased" => Some(Harm::Killed),
                    "wounded" | "injured" => Some(Harm::Hurt),
                    _ => phrase.fate,
                };
                at += 1;
                continue;
            }
            if self.namely(at) && (!self.title || capitals > 0 || self.ahead(at)) {
                capitals += 1;
                at += 1;
                continue;
            }
            if head.is_none()
                && !phrase.ages.is_empty()
                && let Some(noun) = self.described(at)
            {
                at = noun;
                continue;
            }
            break;
        }
        if let Some((word, noun)) = head {
            phrase.places = (word.saturating_sub(capitals)..word)
                .filter(|&i| i >= lead && self.namely(i))
                .map(|i| self.at(i).to_owned())
                .collect();
            self.noun(&mut phrase, word, noun);
        } else {
            if capitals == 0 {
                phrase.fate = None;
                at = self.described_at_all(start, sure).unwrap_or(sure);
            }
            self.named(&mut phrase, lead, at, capitals)?;
        }
        phrase.plural |= phrase.ages.len() > 1;
        phrase.words = start..phrase.words.end.max(start + 1);
        Some(phrase)
    }

    /// «a five-year veteran»: how long somebody has been something.
    pub(super) fn served(&self, at: usize) -> bool {
        let number = number_word(self.at(at)).or_else(|| self.numeral(at));
        number.is_some()
            && matches!(self.at(at + 1), "year" | "month" | "decade")
            && self.gap(at + 1) == Gap::Hyphen
            && self.close(at + 2)
            && self.age(at).is_none()
    }

    /// «a family of five»: where it ends.
    fn family_of(&self, at: usize) -> Option<usize> {
        let number = number_word(self.at(at + 2)).or_else(|| self.numeral(at + 2));
        let fine = self.at(at) == "family"
            && self.at(at + 1) == "of"
            && number.is_some_and(|number| number > 1)
            && self.age(at + 2).is_none()
            && (self.gap(at + 3) > Gap::Hyphen || nouns::noun(self.at(at + 3)).is_none());
        fine.then_some(at + 3)
    }

    /// «Brigham and Women's Hospital»: a noun with a capital amid a name.
    fn part_of_name(&self, at: usize) -> bool {
        let owner =
            self.at(at + 1) == "s" && self.gap(at + 1) == Gap::Apostrophe && self.capital(at + 2);
        !self.title
            && self.capital(at)
            && owner
            && nouns::noun(self.at(at)).is_some_and(|noun| noun.plural)
    }

    /// «a 44-year-old Brenning Police Department sergeant»: whom somebody works for.
    fn part_of_body(&self, at: usize) -> bool {
        self.capital(at)
            && self.capital(at + 1)
            && self.close(at + 1)
            && nouns::noun(self.at(at)).is_some_and(|noun| noun.plural)
            && nouns::body(self.at(at + 1))
    }

    /// «a 42-year-old auxiliary deputy», «a 44-year-old Brenning Fire Department captain»: the noun for people behind words that
    /// only describe it. Behind an age they need not be known.
    fn described(&self, at: usize) -> Option<usize> {
        (at + 1..at + 5)
            .take_while(|&i| self.describes(i - 1) && self.close(i))
            .find(|&i| {
                // «20-year-old car driver Ana Ruiz»
                let named =
                    self.namely(i + 1) && (self.title || (at..i).any(|word| self.capital(word)));
                !self.part_of_body(i)
                    && !named
                    && nouns::noun(self.at(i)).is_some_and(|noun| !noun.plural)
            })
    }

    fn describes(&self, at: usize) -> bool {
        let word = self.at(at);
        let closed = verbs::preposition(word)
            || verbs::be(word)
            || verbs::adverb(word)
            || verbs::says(word)
            || verbs::befalls(word)
            || verbs::joint(word);
        self.close(at) && word.len() > 2 && !closed && !word.ends_with("ed")
    }

    /// «Ana Ruiz, a 17-year-old high school hurdling champion,»: an apposition goes on to its end, whatever its noun is.
    fn described_at_all(&self, start: usize, age: usize) -> Option<usize> {
        let apposed = start > 0
            && self.gap(start) == Gap::Comma
            && matches!(self.at(start), "a" | "an" | "the");
        let end = (age..age + 7)
            .find(|&i| !self.describes(i))
            .filter(|_| apposed)?;
        (end > age && self.gap(end) >= Gap::Comma).then_some(end)
    }

    /// «a guard rail», «the driver side», «a police car»: the noun only says what kind of thing it is.
    fn part_of_thing(&self, at: usize, noun: nouns::Noun) -> bool {
        !noun.plural && self.close(at + 1) && nouns::owned(self.at(at + 1))
    }

    /// Whether a noun for people or an age follows in a title.
    fn ahead(&self, at: usize) -> bool {
        (1..=3).any(|k| {
            self.close(at + k)
                && (nouns::noun(self.at(at + k)).is_some() && (1..k).all(|i| self.namely(at + i)))
        }) || (1..=4).any(|k| {
            self.gap(at + k) == Gap::Comma
                && (self.age(at + k).is_some() || k > 1 && self.age_alone(at + k))
                && (1..k).all(|i| self.namely(at + i) && self.close(at + i))
        })
    }

    /// «Ana Ruiz, 41»: in a title a number that nothing follows is an age behind a full name.
    fn age_alone(&self, at: usize) -> bool {
        self.gap(at) == Gap::Comma && self.numeral(at).is_some() && self.gap(at + 1) >= Gap::Comma
    }

    fn next_is_person(&self, at: usize) -> bool {
        (1..=4).any(|k| {
            nouns::noun(self.at(at + k)).is_some()
                && (1..=k).all(|i| self.close(at + i))
                && (1..k).all(|i| nouns::modifier(self.at(at + i)) || self.namely(at + i))
        })
    }

    fn determiner(&self, at: usize, phrase: &mut Phrase) -> usize {
        match self.at(at) {
            // «a set of twins»
            "a" if matches!(self.at(at + 1), "set" | "group") && self.at(at + 2) == "of" => at + 3,
            "a" | "an" => {
                phrase.article = true;
                at + 1
            }
            "some" | "several" | "many" | "each" | "every" | "any" => at + 1,
            "no" => {
                phrase.none = true;
                at + 1
            }
            "neither" if nouns::noun(self.at(at + 1)).is_some_and(|noun| !noun.plural) => {
                phrase.none = true;
                at + 1
            }
            "another" => {
                phrase.other = true;
                at + 1
            }
            "one" if self.at(at + 1) == "of" => at,
            "one" => at + 1,
            "the" | "that" | "this" | "both" | "all" | "these" | "those" => {
                phrase.count = (self.at(at) == "both").then_some(2);
                phrase.definite = true;
                at + 1
            }
            "his" | "her" | "their" | "its" | "my" | "our" => {
                phrase.definite = true;
                phrase.kin = true;
                at + 1
            }
            _ => at,
        }
    }

    fn noun(&self, phrase: &mut Phrase, head: usize, noun: nouns::Noun) {
        let mut end = head + 1;
        // «brother-in-law»
        if self.at(end) == "in" && self.at(end + 1) == "law" {
            end += 2;
        }
        phrase.noun = Some(self.at(head).to_owned());
        if self.at(head) == "passer" && self.at(end) == "by" {
            end += 1;
        }
        phrase.count = nouns::how_many(self.at(head)).or(phrase.count);
        phrase.sex = noun.sex;
        phrase.hint = noun.hint;
        phrase.young = noun.young;
        phrase.plural = noun.plural;
        phrase.kin &= nouns::kin(self.at(head));
        // «Pell had a 21-year-old child», «leaves a son, 6,»: nobody told of before.
        let begins = self.finder.scene.words.near(phrase.words.start, -1);
        phrase.other |= nouns::kin(self.at(head))
            && matches!(begins, "had" | "has" | "have" | "leaves" | "raised");
        // «Mills' sister» is somebody else than Mills.
        let start = phrase.words.start;
        let own = self.gap(start) == Gap::Apostrophe
            || (start > 0 && self.at(start - 1) == "s" && self.gap(start - 1) == Gap::Apostrophe);
        phrase.kin |= own;
        if phrase.kin
            && phrase.count.is_none()
            && matches!(self.at(head), "parents" | "grandparents" | "twins")
        {
            phrase.count = Some(2);
        }
        let mut to = end;
        // «27-year-old male Ana Ruiz», «Officer Robert Rialmo», «son, Christopher»: in titles a capital says nothing.
        let couple = matches!(self.at(head), "couple" | "pair");
        if self.close(end) && !couple && (!self.title || noun.hint == Some(Hint::Beside)) {
            to = self.name(end);
        }
        if to > end {
            let one = to == end + 1;
            let more = self
                .and_another(to)
                .filter(|_| noun.plural && (one || !phrase.ages.is_empty()));
            phrase.count = phrase.count.or(more.map(|_| 2));
            phrase.name = if more.is_some() {
                Vec::new()
            } else {
                self.take_name(end..to)
            };
            phrase.definite = true;
            end = more.unwrap_or(to);
        }
        phrase.words.end = end;
    }

    fn named(&self, phrase: &mut Phrase, lead: usize, to: usize, capitals: usize) -> Option<()> {
        if phrase.count.is_some() && phrase.ages.is_empty() {
            return None;
        }
        phrase.words.end = to;
        if capitals == 0 {
            // «a 28-year-old», «the 19-year-old»
            let old = phrase.ages.first()?;
            let said = old.span.of(self.finder.scene.text);
            let noun = said.contains("old") || said.contains("Old");
            // «Two 19-year-olds»
            phrase.plural = phrase.count.is_some() && said.ends_with("olds");
            return noun.then_some(());
        }
        let from = to - capitals;
        let end = self.name(from);
        if end == from + 1 && phrase.ages.is_empty() && self.two_of_a_name(phrase, from).is_some() {
            return Some(());
        }
        let name = self
            .shared_name(from, end)
            .unwrap_or_else(|| self.take_name(from..end));
        let apposed = self.gap(end) == Gap::Comma && self.age(end).is_some()
            || self.gap(end) == Gap::Break && self.age(end).is_some()
            || (matches!(self.at(end), "aged" | "age") && self.age(end + 1).is_some())
            || self.title && name.len() > 1 && self.age_alone(end);
        // «Ana Ruiz of Ostley, 73-year-old Bo Lind and …»: the age is of who comes next.
        let of_place = from > 1
            && self.at(from - 1) == "of"
            && self.capital(from - 2)
            && self.close(from - 1)
            && self.age(end).is_some_and(|(next, _)| self.namely(next));
        let apposed = apposed && !of_place;
        let full = name.iter().filter(|word| !suffix(word)).count() >= 2;
        let heard = name
            .iter()
            .rev()
            .find(|word| !suffix(word))
            .is_some_and(|word| self.knows(word))
            || capitals == 1 && self.called(from);
        let aged = !phrase.ages.is_empty();
        // «in Salt Lake», «near Baxter Springs» are places.
        // «Ana Ruiz, 20, of Ostley Fields»
        let lives = self.at(from - usize::from(from > 0)) == "of"
            && from > 1
            && (self.numeral(from - 2).is_some()
                || self.finder.age_ends(from - 1)
                // «Bo Lind of Ostley Fields»
                || from > 2 && self.capital(from - 2) && self.capital(from - 3) && self.close(from - 1));
        // «a man from Ostley, North Fenland,»
        let near = self.finder.scene.words.near(from, -2);
        let larger = from > 1
            && self.gap(from) == Gap::Comma
            && self.capital(from - 1)
            && (matches!(near, "from" | "of" | "in" | "at")
                || self.capital(from - 2)
                    && matches!(self.finder.scene.words.near(from, -3), "from" | "of" | "in"));
        let placed = (lead > 0
            && matches!(
                self.finder.scene.words.near(from, -1),
                "in" | "at" | "near" | "from" | "on" | "toward" | "through" | "outside"
            )
            || lives
            || larger)
            && !aged;
        let fine = aged || apposed || heard || (full && !placed && !self.title);
        if !fine || (placed && !heard && !apposed) {
            return None;
        }
        phrase.name = name;
        phrase.definite = true;
        phrase.words.end = end;
        Some(())
    }
}
