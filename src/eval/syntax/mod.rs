//! A shallow syntax of English: enough to say who does what, when, where and for how long.
//!
//! In: the words of one sentence, with names and values known. Out: noun phrases, verb groups and clauses, and for each
//! word the phrase and clause it stands in. It knows no claim and no event; [`super::role`] asks it questions.

pub(crate) mod clause;
pub(crate) mod phrase;
pub(crate) mod show;
pub(crate) mod tag;
pub(crate) mod verb;

use std::ops::Range;

pub(crate) use clause::Clause;
pub(crate) use clause::Link;
pub(crate) use clause::Phrase;
pub(crate) use clause::Place;
pub(crate) use clause::Sentence;
pub(crate) use phrase::Article;
pub(crate) use phrase::Noun;
pub(crate) use phrase::Verb;
pub(crate) use tag::Atom;
pub(crate) use tag::Known;
pub(crate) use tag::Tag;
pub(crate) use tag::warm;

use super::words::Words;

/// Reads the sentence of the words in `range`.
pub(crate) fn read(words: &Words, range: Range<usize>, atoms: &[Atom], titled: bool) -> Sentence {
    let tokens = tag::tag(words, range.clone(), atoms, titled);
    let chunks = phrase::chunk(words, &tokens);
    clause::read(words, range, chunks)
}

impl Sentence {
    /// The phrase that holds a word.
    pub(crate) fn phrase_of(&self, word: usize) -> Option<usize> {
        self.phrases
            .iter()
            .position(|phrase| phrase.words.contains(&word))
    }

    /// The noun of a phrase.
    pub(crate) fn noun(&self, phrase: usize) -> Option<&Noun> {
        self.chunks[self.phrases[phrase].chunk].noun()
    }

    /// The clause that a word stands in.
    pub(crate) fn clause_of(&self, word: usize) -> Option<usize> {
        self.chunks
            .iter()
            .position(|chunk| chunk.words.contains(&word))
            .map(|chunk| self.homes[chunk])
    }

    /// The clause whose verb group holds a word.
    pub(crate) fn verb_clause(&self, word: usize) -> Option<usize> {
        self.clauses.iter().position(|clause| {
            clause
                .verb
                .is_some_and(|verb| self.chunks[verb].words.contains(&word))
        })
    }

    /// The verb group of a clause.
    pub(crate) fn verb(&self, clause: usize) -> Option<&Verb> {
        self.clauses[clause]
            .verb
            .and_then(|chunk| self.chunks[chunk].verb())
    }

    /// The phrases of a clause, in order.
    pub(crate) fn phrases_in(&self, clause: usize) -> impl Iterator<Item = usize> {
        (0..self.phrases.len()).filter(move |&phrase| self.phrases[phrase].clause == clause)
    }
}

#[cfg(test)]
mod tests {
    use super::show::brackets;
    use super::*;
    use crate::span::Part;
    use crate::text;
    use crate::value::Value;

    fn parsed(body: &str) -> String {
        let reading = text::read(body, &[], None);
        let words = Words::read(body, reading.sentences.iter().map(|sentence| sentence.span));
        let mut out = String::new();
        for (index, sentence) in reading.sentences.iter().enumerate() {
            assert_eq!(sentence.part, Part::Body);
            let atoms: Vec<Atom> = reading
                .mentions_of(sentence)
                .iter()
                .filter_map(|mention| {
                    let known = of_value(&mention.value)?;
                    Some(Atom {
                        words: words.in_span(mention.span),
                        known,
                    })
                })
                .collect();
            let read = read(&words, words.of_sentence(index), &atoms, false);
            out.push_str(&brackets(&read, &words, body));
        }
        out
    }

    fn of_value(value: &Value) -> Option<Known> {
        crate::eval::scene::known(value)
    }

    #[test]
    fn explore() {
        for line in std::fs::read_to_string("/tmp/explore.txt").unwrap().lines() {
            println!("{line}\n{}", parsed(line));
        }
    }
}
