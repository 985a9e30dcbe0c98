//! A sentence's syntax, drawn for people: tests hold it.

use std::fmt::Write as _;
use std::ops::Range;

use super::Place;
use super::Sentence;
use crate::eval::words::Words;

/// Every clause on a line: how it hangs on another, subject, verb, and its phrases with their place.
pub(crate) fn brackets(sentence: &Sentence, words: &Words, text: &str) -> String {
    let show = |range: Range<usize>| words.span(range).of(text).to_owned();
    let mut out = String::new();
    for (index, clause) in sentence.clauses.iter().enumerate() {
        let _ = write!(out, "{index} {:?}", clause.link);
        if let Some(parent) = clause.parent {
            let _ = write!(out, " of {parent}");
        }
        if let Some(joint) = clause.joint {
            let _ = write!(out, " «{}»", words.at(joint));
        }
        let subject: Vec<String> = clause
            .subject
            .iter()
            .map(|&phrase| show(sentence.phrases[phrase].words.clone()))
            .collect();
        let _ = write!(out, " [{}]", subject.join(" + "));
        if let Some(verb) = clause.verb {
            let group = sentence.chunks[verb].verb().expect("a verb");
            let mut marks = String::new();
            for (is, mark) in [
                (group.passive, "passive"),
                (group.modal, "modal"),
                (group.negated, "not"),
            ] {
                if is {
                    let _ = write!(marks, " {mark}");
                }
            }
            let _ = write!(
                out,
                " <{}>{marks}",
                show(sentence.chunks[verb].words.clone())
            );
        }
        for phrase in sentence.phrases_in(index) {
            let phrase = &sentence.phrases[phrase];
            let mark = match phrase.place {
                Place::Subject => continue,
                Place::Object => "o",
                Place::Adverbial => "a",
                Place::Apposed => "=",
            };
            let lead = phrase
                .preposition
                .map_or(String::new(), |word| format!("{} ", words.at(word)));
            let _ = write!(out, " {mark}({lead}{})", show(phrase.words.clone()));
        }
        out.push('\n');
    }
    out
}
