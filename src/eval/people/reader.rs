//! One sentence, read for phrases that mean people.
//!
//! In: a sentence, the ages told in it and the family names told before. Out: the phrase that starts at a word, if any.
//! Pronouns, and nouns left out, are read here; full noun phrases in [`super::noun_phrase`].

use super::naming::Known;
use super::nouns::Hint;
use super::nouns::Sex;
use super::phrase::Age;
use super::phrase::Finder;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Harm;
use crate::eval::words::Gap;

/// One sentence, being read.
pub(super) struct Reader<'a> {
    pub(super) finder: &'a Finder<'a>,
    pub(super) known: &'a Known,
    /// Names told before in the sentence.
    pub(super) here: &'a Known,
    pub(super) end: usize,
    /// Every word has a capital, so capitals say nothing.
    pub(super) title: bool,
}

impl Reader<'_> {
    pub(super) fn at(&self, word: usize) -> &str {
        if word < self.end {
            self.finder.scene.words.at(word)
        } else {
            ""
        }
    }

    pub(super) fn gap(&self, word: usize) -> Gap {
        if word < self.end {
            self.finder.scene.words.gap(word)
        } else {
            Gap::Sentence
        }
    }

    /// Whether a word of the sentence is written with a capital.
    pub(super) fn capital(&self, word: usize) -> bool {
        word < self.end && self.finder.scene.words.is_capital(word)
    }

    /// Whether the word goes on the phrase before it.
    pub(super) fn close(&self, word: usize) -> bool {
        self.gap(word) <= Gap::Hyphen
    }

    pub(super) fn age(&self, word: usize) -> Option<(usize, Age)> {
        (word < self.end)
            .then(|| self.finder.age_at(word))
            .flatten()
            .map(|(words, age)| (words.end, *age))
    }

    /// The phrase that starts at a word.
    pub(super) fn phrase(&self, at: usize) -> Option<Phrase> {
        if let Some(mut pronoun) = self.pronoun(at) {
            self.predicate(&mut pronoun);
            return Some(pronoun);
        }
        if let Some(phrase) = self.the_struck(at) {
            return Some(phrase);
        }
        let mut phrase = self.core(at).or_else(|| self.the_other(at))?;
        self.appositions(&mut phrase);
        self.predicate(&mut phrase);
        Some(phrase)
    }

    /// «The other, 29, was hit in the hand», «another was wounded», «a third died»: the noun is left out.
    fn the_other(&self, at: usize) -> Option<Phrase> {
        let pair = matches!(self.at(at), "the" | "a")
            && matches!(self.at(at + 1), "other" | "second" | "third" | "fourth")
            && self.close(at + 1);
        let alone = self.at(at) == "another"
            || self.at(at) == "one"
                && self.gap(at) > Gap::Hyphen
                && self.gap(at + 1) == Gap::Comma
                && self.gap(at + 2) == Gap::Comma;
        let next = at + if alone { 1 } else { 2 };
        let aged = self.gap(next) == Gap::Comma && self.numeral(next).is_some();
        // «the other was Ana Ruiz, 24» only says who it was.
        let befalls = |at: usize| {
            verbs::harm(self.at(at)).is_some()
                || verbs::dying(self.at(at))
                || matches!(
                    self.at(at),
                    "in" | "listed"
                        | "taken"
                        | "treated"
                        | "pronounced"
                        | "rushed"
                        | "airlifted"
                        | "recovering"
                )
        };
        let first = next + 1 + usize::from(verbs::adverb(self.at(next + 1)));
        let tells = self.close(next)
            && (verbs::be(self.at(next)) && befalls(first)
                || matches!(
                    self.at(next),
                    "died" | "suffered" | "sustained" | "survived"
                ));
        // «killed a rival and wounded another in a fight»
        let object = self.at(at) == "another"
            && at > 0
            && verbs::harm(self.at(at - 1)).is_some_and(|(_, form)| form != verbs::Form::Base)
            && (self.gap(next) >= Gap::Comma
                || verbs::preposition(self.at(next))
                || verbs::joint(self.at(next)));
        ((pair || alone) && (aged || tells) || object).then(|| {
            let mut phrase = Phrase::new(at..next);
            phrase.noun = Some("person".to_owned());
            phrase.other = true;
            phrase
        })
    }

    /// «identified the two killed as …», «the three wounded were …»: a participle for those whom it befell.
    fn the_struck(&self, at: usize) -> Option<Phrase> {
        let count = number_word(self.at(at + 1)).or_else(|| self.numeral(at + 1))?;
        let fate = match self.at(at + 2) {
            "dead" | "killed" | "slain" | "deceased" => Harm::Killed,
            "wounded" | "injured" | "hurt" => Harm::Hurt,
            _ => return None,
        };
        let next = at + 3;
        let ends = self.gap(next) >= Gap::Comma
            || verbs::preposition(self.at(next))
            || verbs::be(self.at(next))
            || verbs::joint(self.at(next)) && self.at(next) != "and";
        if !matches!(self.at(at), "the" | "all") || count < 2 || !self.close(at + 2) || !ends {
            return None;
        }
        let mut phrase = Phrase::new(at..next);
        phrase.hint = Some(Hint::Victim);
        phrase.plural = true;
        phrase.definite = true;
        phrase.count = Some(count);
        phrase.fate = Some(fate);
        Some(phrase)
    }

    fn pronoun(&self, at: usize) -> Option<Phrase> {
        let mut phrase = Phrase::new(at..at + 1);
        phrase.definite = true;
        match self.at(at) {
            "he" | "him" => {
                phrase.shape = Shape::Pronoun;
                phrase.sex = Some(Sex::Male);
            }
            "she" => {
                phrase.shape = Shape::Pronoun;
                phrase.sex = Some(Sex::Female);
            }
            // «shot her and fled», not «her car».
            "her" if self.gap(at + 1) > Gap::Hyphen || her_ends(self.at(at + 1)) => {
                phrase.shape = Shape::Pronoun;
                phrase.sex = Some(Sex::Female);
            }
            "they" | "them" => {
                phrase.shape = Shape::Group;
                phrase.plural = true;
            }
            "both" | "all"
                if matches!(
                    self.at(at + 1),
                    "were" | "are" | "have" | "had" | "died" | "survived" | "suffered" | "of"
                ) && !(self.at(at + 1) == "of"
                    && !matches!(self.at(at + 2), "them" | "whom")) =>
            {
                phrase.shape = Shape::Group;
                phrase.plural = true;
            }
            "all"
                if number_word(self.at(at + 1)).is_some()
                    && (verbs::be(self.at(at + 2))
                        || verbs::dying(self.at(at + 2))
                        || matches!(
                            self.at(at + 2),
                            "had" | "have" | "suffered" | "sustained" | "survived" | "received"
                        )) =>
            {
                phrase.words.end = at + 2;
                phrase.shape = Shape::Group;
                phrase.plural = true;
                phrase.count = number_word(self.at(at + 1));
            }
            "the"
                if matches!(self.at(at + 1), "two" | "three" | "pair" | "couple")
                    && (verbs::be(self.at(at + 2))
                        || matches!(
                            self.at(at + 2),
                            "died" | "had" | "have" | "suffered" | "survived"
                        )) =>
            {
                phrase.words.end = at + 2;
                phrase.shape = Shape::Group;
                phrase.plural = true;
            }
            _ => return None,
        }
        Some(phrase)
    }

    pub(super) fn numeral(&self, at: usize) -> Option<usize> {
        let word = self.at(at);
        let small = word.len() <= 2 && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        small.then(|| word.parse().ok()).flatten()
    }
}

/// Words that show that «her» before them owns nothing.
fn her_ends(word: &str) -> bool {
    verbs::preposition(word)
        || verbs::be(word)
        || (verbs::adverb(word) && word != "only")
        || matches!(
            word,
            "and"
                | "as"
                | "before"
                | "after"
                | "when"
                | "while"
                | "but"
                | "because"
                | "during"
                | "multiple"
                | "several"
                | "twice"
                | "once"
                | "dead"
                | "a"
                | "an"
                | "the"
                | "that"
                | "repeatedly"
                | "down"
                | "until"
                | "who"
                | "so"
        )
}

/// Small numbers in words.
pub(super) fn number_word(word: &str) -> Option<usize> {
    Some(match word {
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        _ => return None,
    })
}
