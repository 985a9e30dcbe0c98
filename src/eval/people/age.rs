//! How old a phrase says that somebody is: «…, 49», «a man of 28», «was 34», «They were 14 and 16».
//!
//! In: a phrase and the words after it. Out: the phrase, longer, with the ages told there. Whose phrase it is is not its
//! subject.

use super::nouns;
use super::phrase::Age;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::reader::Reader;
use super::reader::number_word;
use super::vehicle;
use super::verbs;
use crate::eval::words::Gap;

impl Reader<'_> {
    /// «…, 49», «(49)», «aged 49», «of 28», «, of Carrow, 49,».
    pub(super) fn take_age(&self, phrase: &mut Phrase, at: usize) -> bool {
        if self.of_years(phrase, at)
            || self.behind_place(phrase, at)
            || self.behind_thing(phrase, at)
            || self.behind_children(phrase, at)
            || self.one_each(phrase, at)
        {
            return true;
        }
        // «a man and a woman both age 29»
        let word_too = matches!(self.at(at + 1), "age" | "aged");
        let both =
            self.at(at) == "both" && (phrase.plural || word_too || self.gap(at) == Gap::Comma);
        let who = self.at(at) == "who" && matches!(self.at(at + 1), "is" | "was" | "are" | "were");
        let lead = if who {
            2 + usize::from(matches!(self.at(at + 2), "just" | "only"))
        } else {
            let also = self.at(at) == "also" && self.ends_age(at + 2);
            usize::from(both || also || matches!(self.at(at), "aged" | "age" | "ages"))
                + usize::from(both && word_too && self.age(at + 1).is_none())
        };
        let Some((end, age)) = self
            .age(at + lead)
            .or_else(|| self.bare(phrase, at + lead, lead > 0))
            .filter(|(end, _)| {
                let more = phrase.plural
                    && self.at(*end) == "and"
                    && (self.numeral(*end + 1).is_some() || self.age(*end + 1).is_some());
                !who || more || self.gap(*end) >= Gap::Comma || self.at_that_time(*end)
            })
        else {
            return false;
        };
        // «a man, a 12-year-old»: an article before it makes it a phrase of its own; here it stands bare.
        if lead == 0 && self.gap(at) < Gap::Comma {
            return false;
        }
        // «Two men, 27-year-old Ana Ruiz and …» is another phrase.
        let said = age.span.of(self.finder.scene.text);
        if lead == 0
            && said.contains("-old")
            && (self.namely(end) || nouns::noun(self.at(end)).is_some())
            && self.close(end)
        {
            return false;
        }
        phrase.ages.push(age);
        phrase.words.end = end;
        if both && !phrase.plural {
            phrase.both = true;
        } else if both {
            phrase.count = Some(2);
            // «the passengers, both 25-year-old men,»
            if nouns::noun(self.at(end)).is_some_and(|noun| noun.plural) && self.close(end) {
                phrase.words.end = end + 1;
            }
        } else if phrase.plural {
            self.more_ages(phrase);
        }
        true
    }

    /// «a man of 28»; «a father of 3» has three children.
    fn of_years(&self, phrase: &mut Phrase, at: usize) -> bool {
        let young = phrase.noun.as_deref().is_some_and(|noun| {
            matches!(
                noun,
                "man"
                    | "woman"
                    | "boy"
                    | "girl"
                    | "teenager"
                    | "teen"
                    | "youth"
                    | "child"
                    | "male"
                    | "female"
                    | "men"
                    | "women"
                    | "boys"
                    | "girls"
            )
        });
        if !young || self.at(at) != "of" || !self.close(at) {
            return false;
        }
        let told = self
            .age(at + 1)
            .or_else(|| self.number(at + 1).map(|age| (at + 2, age)));
        let counts = |end: usize| {
            self.close(end)
                && matches!(
                    self.at(end),
                    "feet" | "foot" | "ft" | "inches" | "children" | "kids" | "sons" | "daughters"
                )
        };
        let Some((end, age)) = told.filter(|(end, _)| !counts(*end)) else {
            return false;
        };
        phrase.ages.push(age);
        phrase.words.end = end;
        if phrase.plural {
            self.more_ages(phrase);
        }
        true
    }

    /// «Ana Ruiz, of Carrow, 24,», «a man from Brenning, 34,»: where they live stands between.
    fn behind_place(&self, phrase: &mut Phrase, at: usize) -> bool {
        if phrase.plural || !matches!(self.at(at), "of" | "from" | "in") {
            return false;
        }
        let to = (at + 1..at + 5)
            .take_while(|&i| self.capital(i) && (i == at + 1 || self.close(i)))
            .count();
        let number = at + 1 + to;
        // «a passenger, from Carrow, both 19»
        if to > 0 && self.at(number) == "both" && self.gap(number) == Gap::Comma {
            let told = self
                .age(number + 1)
                .or_else(|| self.number(number + 1).map(|age| (number + 2, age)));
            let Some((end, age)) = told.filter(|(end, _)| self.gap(*end) >= Gap::Comma) else {
                return false;
            };
            phrase.ages.push(age);
            phrase.words.end = end;
            phrase.both = true;
            return true;
        }
        let Some(age) = self
            .number(number)
            .filter(|_| to > 0 && self.gap(number) == Gap::Comma)
            .filter(|age| age.years < 110.0)
        else {
            return false;
        };
        if self.gap(number + 1) < Gap::Comma {
            return false;
        }
        phrase.ages.push(age);
        phrase.words.end = number + 1;
        true
    }

    /// «A mother of two, 31,», «The grandfather of six, 70,»
    fn behind_children(&self, phrase: &mut Phrase, at: usize) -> bool {
        let parent = phrase.noun.as_deref().is_some_and(|noun| {
            matches!(
                noun,
                "mother" | "father" | "grandmother" | "grandfather" | "parent" | "dad" | "mom"
            )
        });
        let count = number_word(self.at(at + 1)).or_else(|| self.numeral(at + 1));
        if !parent || self.at(at) != "of" || count.is_none() || self.gap(at + 2) != Gap::Comma {
            return false;
        }
        let Some(age) = self
            .number(at + 2)
            .filter(|_| self.gap(at + 3) >= Gap::Comma)
        else {
            return false;
        };
        phrase.ages.push(age);
        phrase.words.end = at + 3;
        true
    }

    /// «Two passengers in his car, ages 26 and 24,», «the driver of the second car, aged 40,»: where they were stands between, and
    /// nobody else with it.
    fn behind_thing(&self, phrase: &mut Phrase, at: usize) -> bool {
        let opens = matches!(
            self.at(at),
            "of" | "in" | "from" | "on" | "aboard" | "inside" | "at"
        );
        if !opens || phrase.noun.is_none() || !self.close(at) {
            return false;
        }
        let to = (at + 1..at + 7)
            .take_while(|&i| {
                self.close(i)
                    && nouns::noun(self.at(i)).is_none_or(|_| nouns::owned(self.at(i + 1)))
                    && self.at(i) != "and"
                    && !verbs::be(self.at(i))
                    && !verbs::befalls(self.at(i))
            })
            .count()
            + at
            + 1;
        let lead = usize::from(matches!(self.at(to), "aged" | "ages" | "age"))
            + usize::from(self.at(to) == "both");
        // «the driver of the van, 40,»
        let bare = to > at + 1 && vehicle::is(self.at(to - 1)) && self.gap(to + 1) >= Gap::Comma;
        if to == at + 1 || self.gap(to) != Gap::Comma || lead == 0 && !bare {
            return false;
        }
        let Some((end, age)) = self
            .age(to + lead)
            .or_else(|| self.bare(phrase, to + lead, true))
        else {
            return false;
        };
        let both = self.at(to) == "both";
        let mut longer = phrase.clone();
        longer.ages.push(age);
        longer.words.end = end;
        if phrase.plural && !both {
            self.more_ages(&mut longer);
        }
        let fits = if both {
            phrase.plural
        } else {
            !phrase.plural || longer.ages.len() > 1
        };
        if fits {
            longer.count = if both { Some(2) } else { longer.count };
            *phrase = longer;
        }
        fits
    }

    /// «two men, one 24 and the other 31»
    fn one_each(&self, phrase: &mut Phrase, at: usize) -> bool {
        if !phrase.plural || self.at(at) != "one" || self.at(at + 2) != "and" {
            return false;
        }
        let the = usize::from(self.at(at + 3) == "the");
        if !matches!(self.at(at + 3 + the), "other" | "one" | "another") {
            return false;
        }
        let (Some(first), Some(second)) = (self.number(at + 1), self.number(at + 4 + the)) else {
            return false;
        };
        phrase.ages.extend([first, second]);
        phrase.words.end = at + 5 + the;
        true
    }

    /// «two men, 24 and 31», «the boys, both 17», «a man, 49,»: numbers that nothing else follows.
    fn bare(&self, phrase: &Phrase, at: usize, told: bool) -> Option<(usize, Age)> {
        let apart = self.gap(at) == Gap::Break && (self.opens(at) || self.dashed(at));
        let comma = self.gap(at) == Gap::Comma || apart;
        if !(told || comma) || phrase.noun.is_none() && phrase.name.is_empty() {
            return None;
        }
        let age = self.number(at)?;
        let next = at + 1;
        // «five children, ages 7 to 16»: nobody's age.
        if matches!(self.at(next), "to" | "through") && self.number(next + 1).is_some() {
            return None;
        }
        (self.ends_age(next) || told).then_some((next, age))
    }

    /// Whether what follows a number leaves it an age.
    fn ends_age(&self, next: usize) -> bool {
        self.gap(next) >= Gap::Comma
            || matches!(
                self.at(next),
                "and"
                    | "of"
                    | "was"
                    | "were"
                    | "who"
                    | "died"
                    | "is"
                    | "are"
                    | "has"
                    | "have"
                    | "after"
                    | "from"
            )
    }

    /// «He was 34.», «Pell, of Carrow, was only 34», «They were 14 and 16.»: numbers that nothing else follows.
    pub(super) fn predicate(&self, phrase: &mut Phrase) {
        let at = phrase.words.end;
        let owned = phrase.plural && self.gap(at) == Gap::Apostrophe;
        if !phrase.ages.is_empty() || !(self.close(at) || owned) {
            return;
        }
        if phrase.plural {
            self.predicate_of_several(phrase);
            return;
        }
        let somebody = phrase.definite || phrase.kin || !phrase.name.is_empty();
        if phrase.shape == Shape::Full && !somebody {
            return;
        }
        if let Some(age) = self.behind_participle(phrase) {
            phrase.ages.push(age);
            return;
        }
        let skip = |from: usize, words: &[&str]| {
            (from..from + 2)
                .take_while(|&i| words.contains(&self.at(i)))
                .count()
                + from
        };
        let turned = skip(at, &["had", "has", "just", "only", "recently"]);
        let (number, birthday) = if matches!(self.at(turned), "turned" | "turns") {
            (turned + 1, true)
        } else if matches!(self.at(at), "was" | "is") {
            (skip(at + 1, &["only", "just", "then", "also"]), false)
        } else {
            return;
        };
        let told = self
            .age(number)
            .or_else(|| self.number(number).map(|age| (number + 1, age)));
        let Some((next, age)) = told.filter(|(_, age)| age.years < 110.0) else {
            return;
        };
        let closes = self.gap(next) >= Gap::Comma
            || self.at(next) == "and"
            || self.at_that_time(next)
            || birthday
                && matches!(
                    self.at(next),
                    "on" | "last" | "in" | "a" | "this" | "earlier" | "when" | "the" | "just"
                );
        if closes && self.close(number) {
            phrase.ages.push(age);
            phrase.words.end = next;
        }
    }

    /// «was 17 when he was shot», «was 17 at the time»: the age at what the report tells of. «was 12 when his father died» is of
    /// another time.
    fn at_that_time(&self, at: usize) -> bool {
        let same = matches!(self.at(at + 1), "he" | "she" | "they");
        let befalls = |at: usize| matches!(self.at(at), "died" | "drowned") || self.befallen(at);
        let when = matches!(self.at(at), "when" | "on") && same && befalls(at + 2);
        let time = self.at(at) == "at"
            && self.at(at + 1) == "the"
            && self.at(at + 2) == "time"
            && (self.gap(at + 3) >= Gap::Comma
                || self.at(at + 3) == "of"
                    && (4..8)
                        .any(|k| verbs::befalls(self.at(at + k)) || self.at(at + k) == "death"));
        when || time
    }

    /// «was shot», «were fatally stabbed»
    fn befallen(&self, at: usize) -> bool {
        let participle = at + 1 + usize::from(verbs::adverb(self.at(at + 1)));
        verbs::be(self.at(at)) && verbs::harm(self.at(participle)).is_some()
    }

    /// «The woman shot in Carrow on Monday was 34»: a participle and its own words stand between.
    fn behind_participle(&self, phrase: &Phrase) -> Option<Age> {
        let at = phrase.words.end;
        if phrase.shape != Shape::Full || !phrase.name.is_empty() || !verbs::befalls(self.at(at)) {
            return None;
        }
        let be = (at + 1..at + 10)
            .take_while(|&i| self.close(i) && !verbs::joint(self.at(i)) || self.at(i) == "the")
            .find(|&i| matches!(self.at(i), "was" | "is"))?;
        let closes = self.gap(be + 2) >= Gap::Comma;
        self.number(be + 1)
            .filter(|age| closes && self.close(be + 1) && age.years < 110.0)
    }

    /// «They were 14 and 16», «Both were 17», «The girls were aged 7 and 9.»
    fn predicate_of_several(&self, phrase: &mut Phrase) {
        // «The victims' ages are 19 and 22.»
        let owned =
            self.gap(phrase.words.end) == Gap::Apostrophe && self.at(phrase.words.end) == "ages";
        let at = self.behind_place_of(phrase) + usize::from(owned);
        if !matches!(self.at(at), "were" | "are") || !(phrase.definite || phrase.count.is_some()) {
            return;
        }
        // «All three were 19»
        let all = (self.at(phrase.words.start) == "all")
            .then_some(phrase.count)
            .flatten();
        let both = self.at(at + 1) == "both" || self.at(phrase.words.start) == "both";
        let same = both || all.is_some();
        let lead = (at + 1..at + 4)
            .take_while(|&i| {
                matches!(
                    self.at(i),
                    "both" | "aged" | "ages" | "only" | "just" | "age"
                )
            })
            .count();
        let from = at + 1 + lead;
        let Some((end, age)) = self
            .age(from)
            .or_else(|| self.number(from).map(|age| (from + 1, age)))
            .filter(|(_, age)| age.years < 110.0)
        else {
            return;
        };
        let mut longer = phrase.clone();
        longer.ages.push(age);
        longer.words.end = end;
        self.more_ages(&mut longer);
        let closes = self.gap(longer.words.end) >= Gap::Comma
            || matches!(self.at(longer.words.end), "and" | "when");
        let fine = longer.ages.len() > 1 || same;
        if closes && fine {
            if same && longer.ages.len() == 1 {
                longer.count = all.or(Some(2));
            }
            *phrase = longer;
        }
    }

    /// «All three victims of the shooting were 19»: where a phrase and the words that hang on it end.
    fn behind_place_of(&self, phrase: &Phrase) -> usize {
        let end = phrase.words.end;
        if phrase.shape != Shape::Full || !matches!(self.at(end), "of" | "in" | "from") {
            return end;
        }
        (end + 1..end + 7)
            .take_while(|&i| self.close(i))
            .find(|&i| matches!(self.at(i), "were" | "are"))
            .unwrap_or(end)
    }

    /// «The man was 41, the woman 38»: «was» is left out the second time.
    pub(super) fn elided(&self, phrase: &mut Phrase) {
        let at = phrase.words.end;
        if phrase.ages.is_empty()
            && phrase.definite
            && !phrase.plural
            && phrase.shape == Shape::Full
            && self.close(at)
            && self.gap(at + 1) >= Gap::Comma
            && let Some(age) = self.number(at)
        {
            phrase.ages.push(age);
            phrase.words.end = at + 1;
        }
    }

    /// «Ana Ruiz and Bo Lind, 16 and 18,»: the ages of two names stand behind both.
    pub(super) fn each_age(&self, first: &mut Phrase, second: &mut Phrase) {
        let named = |phrase: &Phrase| !phrase.name.is_empty() && !phrase.plural;
        let joined = first.words.end + 1 == second.words.start
            && self.at(first.words.end) == "and"
            && self.close(second.words.start);
        let and = second.words.end;
        let fits = named(first)
            && named(second)
            && joined
            && first.ages.is_empty()
            && second.ages.len() == 1
            && self.at(and) == "and";
        let Some(age) = self.number(and + 1).filter(|_| fits) else {
            return;
        };
        let closes = self.gap(and + 2) >= Gap::Comma || self.at(and + 2) == "respectively";
        if closes {
            first.ages.push(second.ages[0]);
            second.ages[0] = age;
            second.words.end = and + 2;
        }
    }

    fn opens(&self, at: usize) -> bool {
        self.finder
            .scene
            .words
            .get(at)
            .is_some_and(|word| self.finder.scene.text[..word.span.start as usize].ends_with('('))
    }

    /// «Ana Ruiz — 34, of Carrow —»
    fn dashed(&self, at: usize) -> bool {
        self.finder.scene.words.get(at).is_some_and(|word| {
            self.finder.scene.text[..word.span.start as usize]
                .trim_end()
                .ends_with(['—', '–'])
        })
    }

    pub(super) fn number(&self, at: usize) -> Option<Age> {
        let years = self.numeral(at)?;
        let word = self.finder.scene.words.get(at)?;
        (years > 0 && at < self.end).then_some(Age {
            years: f64::from(u32::try_from(years).ok()?),
            span: word.span,
        })
    }

    /// «ages eight and two»: the second age in words, as the first one.
    fn spelt(&self, phrase: &Phrase, at: usize) -> Option<(usize, Age)> {
        let text = self.finder.scene.text;
        let first = phrase.ages.last()?.span.of(text);
        let years = number_word(self.at(at)).and_then(|years| u32::try_from(years).ok())?;
        let words = first.chars().all(|c| c.is_alphabetic() || c == ' ');
        let span = self.finder.scene.words.get(at)?.span;
        words.then_some((
            at + 1,
            Age {
                years: f64::from(years),
                span,
            },
        ))
    }

    /// «24, 31 and 40» after the first.
    fn more_ages(&self, phrase: &mut Phrase) {
        let mut at = phrase.words.end;
        while at < self.end {
            let and = usize::from(self.at(at) == "and");
            if and == 0 && self.gap(at) != Gap::Comma {
                break;
            }
            let next = at + and;
            let Some((end, age)) = self
                .age(next)
                .or_else(|| self.number(next).map(|age| (next + 1, age)))
                .or_else(|| self.spelt(phrase, next))
            else {
                break;
            };
            let closes = self.gap(end) >= Gap::Comma || nouns::noun(self.at(end)).is_none();
            if !closes {
                break;
            }
            phrase.ages.push(age);
            phrase.words.end = end;
            at = end;
        }
    }

    /// «24- and 31-year-old men», «a 24- and a 31-year-old man»: the ages, and the word after them.
    pub(super) fn joint_ages(&self, at: usize) -> Option<(usize, Vec<Age>)> {
        let words = self.finder.scene.words;
        let text = self.finder.scene.text;
        let mut ages = Vec::new();
        let mut next = at;
        loop {
            let hyphen = words
                .get(next)
                .is_some_and(|word| text[word.span.end as usize..].starts_with('-'));
            let (end, age) = match self.age(next) {
                Some(found) => found,
                None if hyphen => (next + 1, self.number(next)?),
                None => return None,
            };
            ages.push(age);
            if !matches!(self.at(end), "and" | "or") && self.gap(end) != Gap::Comma {
                return (ages.len() > 1).then_some((end, ages));
            }
            let and = usize::from(self.at(end) == "and");
            let article = usize::from(matches!(self.at(end + and), "a" | "an"));
            let goes_on = self.age(end + and + article).is_some()
                || ages.len() == 1 && self.numeral(end + and + article).is_some() && hyphen;
            // «a 24-year-old and a 31-year-old man» are two phrases.
            if !goes_on || article > 0 && !(hyphen && self.age(next).is_none()) {
                return (ages.len() > 1).then_some((end, ages));
            }
            next = end + and + article;
        }
    }
}
