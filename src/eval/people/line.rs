//! A sentence with its people taken as one item each, and how its items hang together.
//!
//! In: the words and the phrases of a sentence. Out: subjects, objects, lists and passives, by their place beside a verb.
//! What the verbs mean is not its subject.

use super::cast::Place;
use super::nouns;
use super::nouns::Hint;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::reader::number_word;
use super::verbs;
use super::verbs::Form;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;

/// A word, or somebody's phrase taken as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Word(usize),
    Person(usize),
}

/// A sentence, its people taken as one item each.
pub(super) struct Line<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) sentence: usize,
    pub(super) items: Vec<Item>,
    pub(super) phrases: &'a [Phrase],
    /// Who each phrase speaks of.
    pub(super) who: Vec<Vec<usize>>,
    /// Phrases that a verb before has taken as its object.
    pub(super) taken: Vec<bool>,
    /// Whether the report has told of somebody hit before this sentence.
    pub(super) begun: bool,
    /// Whether what is told of years ago is the report's own incident.
    pub(super) bygone: bool,
}

/// Where a phrase could be a subject: no preposition governs it, and nothing is owned by it.
pub(super) fn free(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let before = scene.words.near(phrase.words.start, -1);
    let owner = scene.words.gap(phrase.words.end) == Gap::Apostrophe;
    let object = matches!(scene.words.at(phrase.words.start), "him" | "them" | "her")
        && phrase.words.len() == 1;
    !verbs::preposition(before) && !owner && !object && !described(scene, phrase)
}

/// «of the popular rap trio»: words that only describe stand between a preposition and the noun.
fn described(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let start = phrase.words.start;
    let bare = phrase.ages.is_empty()
        && phrase
            .noun
            .as_deref()
            .is_some_and(|noun| noun == scene.words.at(start));
    let words = scene.words;
    let content = |at: usize| {
        let word = words.at(at);
        word.len() > 2
            && !words.get(at).is_none_or(|word| word.capital)
            && !verbs::be(word)
            && !verbs::says(word)
            && !verbs::befalls(word)
            && !verbs::joint(word)
            && !verbs::preposition(word)
            && !word.ends_with("ed")
    };
    let article = (1..4)
        .take_while(|&k| start > k && words.gap(start + 1 - k) <= Gap::Hyphen)
        .take_while(|&k| k == 1 || content(start + 1 - k))
        .find(|&k| {
            matches!(
                words.at(start - k),
                "a" | "an" | "the" | "his" | "her" | "their"
            )
        });
    bare && article.is_some_and(|k| k > 1 && verbs::preposition(words.near(start - k, -1)))
}

/// Where a phrase stands, the one before it being `before`.
pub(super) fn place(scene: &Scene<'_>, phrase: &Phrase, before: Option<&Phrase>) -> Place {
    if free(scene, phrase) {
        return Place::Subject;
    }
    let between = before.map(|before| before.words.end..phrase.words.start);
    let object = between.is_some_and(|between| {
        between.len() <= 4
            && between
                .clone()
                .any(|at| verbs::harm(scene.words.at(at)).is_some())
            && between.clone().all(|at| {
                let word = scene.words.at(at);
                let joins = matches!(
                    word,
                    "and" | "then" | "when" | "after" | "before" | "as" | "that" | "while" | "said"
                );
                scene.words.gap(at) < Gap::Comma && !verbs::be(word) && !joins
            })
            && !verbs::preposition(scene.words.near(phrase.words.start, -1))
    });
    // «Reed pulled a gun and shot him»: two verbs of one subject.
    let two_verbs = before
        .map(|before| before.words.end..phrase.words.start)
        .is_some_and(|between| {
            let first = scene.words.at(between.start);
            let opens = verbs::joint(first)
                || verbs::preposition(first)
                || verbs::be(first)
                || verbs::befalls(first);
            (3..10).contains(&between.len())
                && !opens
                && verbs::harm(scene.words.at(between.end - 1)).is_some()
                && scene.words.at(between.end - 2) == "and"
                && between.clone().all(|at| scene.words.gap(at) < Gap::Comma)
        });
    // «The coroner identified him on Monday»: whoever acts is not whom it befalls.
    let acted_on = before.is_some_and(|before| {
        let verb = before.words.end;
        let word = scene.words.at(verb);
        phrase.shape == Shape::Pronoun
            && phrase.words.start == verb + 1
            && scene.words.gap(verb) < Gap::Comma
            && word.len() > 4
            && word.ends_with("ed")
    });
    if object || two_verbs || acted_on {
        Place::Object
    } else {
        Place::Other
    }
}

impl<'a> Line<'a> {
    pub(super) fn new(
        scene: &'a Scene<'a>,
        sentence: usize,
        phrases: &'a [Phrase],
        who: Vec<Vec<usize>>,
        begun: bool,
    ) -> Self {
        let range = scene.words.of_sentence(sentence);
        let mut items = Vec::new();
        let mut at = range.start;
        let mut next = 0;
        while at < range.end {
            if phrases
                .get(next)
                .is_some_and(|phrase| phrase.words.start == at)
            {
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
            sentence,
            items,
            phrases,
            who,
            taken,
            begun,
            bygone: false,
        }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        match self.items.get(at) {
            Some(Item::Word(word)) => self.scene.words.at(*word),
            _ => "",
        }
    }

    pub(super) fn back(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.word(at))
    }

    pub(super) fn person(&self, at: usize) -> Option<usize> {
        match self.items.get(at) {
            Some(Item::Person(person)) => Some(*person),
            _ => None,
        }
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        match self.items.get(at) {
            Some(Item::Word(word)) => self.scene.words.gap(*word),
            Some(Item::Person(person)) => self.scene.words.gap(self.phrases[*person].words.start),
            None => Gap::Sentence,
        }
    }

    /// The phrase that is the subject of the verb at `at`.
    pub(super) fn subject(&self, at: usize) -> Option<usize> {
        let mut back = at;
        while back > 0 {
            back -= 1;
            if let Some(opens) = self.dashed_aside(back, at) {
                back = opens;
                continue;
            }
            // Semicolons may also part the objects of a verb before.
            let parts = (back + 1..back + 3)
                .any(|i| self.person(i).is_some_and(|person| self.taken[person]));
            if self.gap(back + 1) == Gap::Break && self.semicolon(back + 1) && !parts {
                return None;
            }
            match self.items[back] {
                Item::Word(_) => {
                    // «after one of those shot died»
                    if self.word(back) == "those" && self.back(back, 1) == "of" {
                        return None;
                    }
                    // «and one, who died, was hit in the chest»
                    if self.word(back) == "who" && matches!(self.back(back, 1), "one" | "another") {
                        return None;
                    }
                    if self.word(back) == "who" {
                        let whom = (0..back).rev().find(|&at| self.person(at).is_some())?;
                        if !self.ended(back, whom, at) {
                            return self.person(whom);
                        }
                        back = whom;
                    }
                }
                Item::Person(person) => {
                    let said = verbs::says(self.word(back + 1)) && back + 1 != at;
                    let relative = self.word(back + 1) == "who";
                    // «after one of his victims died»
                    let some = self.back(back, 1) == "of"
                        && (number_word(self.back(back, 2)).is_some()
                            || matches!(
                                self.back(back, 2),
                                "one"
                                    | "some"
                                    | "most"
                                    | "none"
                                    | "all"
                                    | "each"
                                    | "both"
                                    | "several"
                            ));
                    if some && self.phrases[person].plural {
                        return None;
                    }
                    let fine = free(self.scene, &self.phrases[person]) && !self.taken[person];
                    if let Some(opens) = self.within(back, at).filter(|_| !relative) {
                        back = opens;
                        continue;
                    }
                    if relative || (fine && !said) {
                        return Some(self.described_by(back, at).unwrap_or(person));
                    }
                }
            }
        }
        None
    }

    /// «A boy shot by a friend who was playing with a gun died»: the relative clause at `who` has a verb of its own, and hangs
    /// on somebody who is no subject, so that the verb at `at` is of another clause.
    fn ended(&self, who: usize, whom: usize, at: usize) -> bool {
        let governed = self
            .person(whom)
            .is_some_and(|person| !free(self.scene, &self.phrases[person]));
        let verb = |i: usize| {
            let word = self.word(i);
            verbs::be(word)
                || matches!(word, "had" | "has" | "have")
                || verbs::harm(word).is_some()
                || word.len() > 4 && word.ends_with("ed")
        };
        let own = (who + 1..at).any(verb);
        let joined = (who + 1..=at).any(|i| matches!(self.word(i), "and" | "or" | "but"));
        let chain = (who + 1..at).all(|i| {
            let word = self.word(i);
            verb(i) || verbs::adverb(word) || matches!(word, "not" | "later")
        });
        governed && own && !joined && !chain
    }

    /// «The teen, whose name police withheld, was shot»: where a clause between commas opens that holds the item at `inside`.
    fn within(&self, inside: usize, at: usize) -> Option<usize> {
        let closes = (inside + 1..=at).any(|i| self.gap(i) == Gap::Comma);
        let opens = (1..=inside)
            .rev()
            .take_while(|&i| i + 8 > inside)
            .find(|&i| self.gap(i) == Gap::Comma)?;
        (closes && matches!(self.word(opens), "whose" | "whom" | "which")).then_some(opens)
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
            self.scene.text[..start as usize]
                .trim_end()
                .ends_with([';', ':'])
        })
    }

    /// Whether a colon stands before the item.
    pub(super) fn colon(&self, at: usize) -> bool {
        let word = match self.items.get(at) {
            Some(Item::Word(word)) => *word,
            Some(Item::Person(person)) => self.phrases[*person].words.start,
            None => return false,
        };
        self.scene.words.get(word).is_some_and(|word| {
            self.scene.text[..word.span.start as usize]
                .trim_end()
                .ends_with(':')
        })
    }

    /// The subject and everybody joined with it.
    pub(super) fn subjects(&self, at: usize) -> Vec<usize> {
        self.subject(at)
            .map(|person| self.list_to(person))
            .unwrap_or_default()
    }

    /// Whoever stands last before `at`, whatever its place.
    pub(super) fn nearest(&self, at: usize) -> Option<usize> {
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
            let told_by =
                before == "to" && self.scene.words.near(phrase.words.start, -2) == "according";
            if owner
                || told_by
                || matches!(
                    before,
                    "by" | "with" | "against" | "from" | "near" | "behind"
                )
                || verbs::says(self.word(back + 1))
            {
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

    /// The item of «was», looking back from a participle over adverbs and verbs joined with it.
    pub(super) fn passive(&self, at: usize) -> Option<usize> {
        let mut back = at;
        let mut and = false;
        while back > 0 {
            back -= 1;
            let word = self.word(back);
            if verbs::be(word) || self.contracted(back) {
                return Some(back);
            }
            // «was robbed, beaten and shot»; but not «The boy, whose name is withheld, shot A»
            let next = self.word(back + 1);
            and |= word == "and";
            let participle =
                word.ends_with("ed") && (next == "and" || and && self.gap(back + 1) == Gap::Comma);
            let joined = participle
                || matches!(
                    word,
                    "and" | "have" | "had" | "has" | "not" | "found" | "reportedly"
                )
                || verbs::adverb(word)
                || (verbs::harm(word).is_some() || verbs::dying(word)) && word != "dying";
            if !joined {
                return None;
            }
        }
        None
    }

    /// «she's dead», «they're accused»: a form of «be» behind a pronoun.
    fn contracted(&self, at: usize) -> bool {
        matches!(self.word(at), "s" | "re")
            && self.gap(at) == Gap::Apostrophe
            && at
                .checked_sub(1)
                .and_then(|at| self.person(at))
                .is_some_and(|person| self.phrases[person].shape != Shape::Full)
    }

    /// The item after a verb and the verbs joined with it.
    pub(super) fn object(&self, at: usize) -> usize {
        let mut next = at + 1;
        while next < self.items.len() {
            let word = self.word(next);
            if word == "to" && self.word(next + 1) == "death" {
                next += 2;
                continue;
            }
            let verb = verbs::harm(word).is_some_and(|(_, form)| form != Form::Gerund)
                || matches!(word, "dead" | "fatally" | "critically" | "seriously");
            let and = matches!(word, "and" | "then" | "or")
                && (verbs::harm(self.word(next + 1)).is_some()
                    || verbs::adverb(self.word(next + 1))
                    || matches!(self.word(next + 1), "critically" | "seriously"));
            if !(verb
                || and
                || verbs::adverb(word) && !word.is_empty()
                || (word == "down" && next == at + 1))
            {
                break;
            }
            next += 1;
        }
        next + usize::from(self.describes(next))
    }

    /// «shot bakery owner A»: a bare noun before somebody's phrase only says what they are.
    fn describes(&self, at: usize) -> bool {
        let word = self.word(at);
        let named = self.person(at + 1).is_some_and(|person| {
            let phrase = &self.phrases[person];
            phrase.shape == Shape::Full
                && !phrase.name.is_empty()
                && phrase.noun.is_some()
                && nouns::noun(self.scene.words.at(phrase.words.start)).is_some()
        });
        let closed = verbs::preposition(word)
            || verbs::joint(word)
            || verbs::be(word)
            || verbs::adverb(word)
            || verbs::says(word)
            || verbs::befalls(word);
        named && word.len() > 2 && !closed && self.gap(at + 1) < Gap::Comma
    }

    /// Whether the item is an object of the verb at `at`.
    pub(super) fn acts(&self, object: usize, at: usize) -> bool {
        let Some(person) = self.person(object) else {
            return false;
        };
        let subject_form = matches!(
            self.scene.words.at(self.phrases[person].words.start),
            "he" | "she" | "they"
        );
        let verbs = (at + 1..=object).all(|i| {
            self.gap(i) < Gap::Comma || (i < object && verbs::harm(self.word(i)).is_some())
        });
        let owner = self.scene.words.gap(self.phrases[person].words.end) == Gap::Apostrophe;
        !subject_form && verbs && !owner
    }

    /// «A's body».
    pub(super) fn owner(&self, at: usize) -> Option<usize> {
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
}
