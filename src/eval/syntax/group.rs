//! Verb groups: a verb with its auxiliaries, negations and adverbs.
//!
//! In: tagged tokens, and where a group may start. Out: what it says of its verb (tense, voice, doubt), and where it ends.

use super::phrase::Verb;
use super::phrase::gap;
use super::tag::Tag;
use super::tag::Token;
use super::verb;
use super::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

/// The verb group that starts at a token, and the token behind it.
pub(super) fn verb_group(words: &Words, tokens: &[Token], from: usize) -> Option<(Verb, usize)> {
    let mut group = Group::at(tokens[from].words.start, from);
    for (at, token) in tokens.iter().enumerate().skip(from) {
        if at > from && gap(words, token) >= Gap::Comma {
            break;
        }
        let word = token.words.start;
        match token.tag {
            Tag::To => {
                let next = tokens.get(at + 1);
                let next = next.map_or("", |next| words.at(next.words.start));
                if !group.to(words, next) {
                    break;
                }
            }
            Tag::Auxiliary => group.auxiliary(words, word, at + 1),
            Tag::Negation => {
                group.verb.negated = true;
                if group.last.is_none() && !follows_verb(tokens, at) {
                    return None;
                }
            }
            Tag::Adverb => {
                if group.last.is_none() || !follows_verb(tokens, at) {
                    break;
                }
                // «was nearly shot»
                group.verb.doubtful |= matches!(words.at(word), "nearly" | "almost");
            }
            Tag::Verb(form) => {
                // «nearly crashed»: it did not.
                group.verb.doubtful |= group.last.is_none()
                    && from > 0
                    && matches!(words.near(word, -1), "nearly" | "almost");
                group.main(word, form, at + 1);
                break;
            }
            _ => break,
        }
    }
    (group.end > from).then_some((group.verb, group.end))
}

/// A verb group, while it is read.
struct Group {
    verb: Verb,
    /// What it was last: an auxiliary, or «to».
    last: Option<Tag>,
    /// Whether its last auxiliary is a form of «be».
    be: bool,
    /// The token behind it.
    end: usize,
}

impl Group {
    fn at(word: usize, token: usize) -> Self {
        Self {
            verb: Verb {
                main: word,
                finite: false,
                either: false,
                passive: false,
                modal: false,
                doubtful: false,
                negated: false,
                infinitive: false,
                gerund: false,
                copula: false,
                perfect: false,
            },
            last: None,
            be: false,
            end: token,
        }
    }

    /// «to» before the word `next`; says whether it goes on the group: «is to meet», «to meet». «Began to fall» is two.
    fn to(&mut self, words: &Words, next: &str) -> bool {
        let verb = &mut self.verb;
        // «was to have met»: it did not; «were to talk».
        verb.doubtful |= next == "have" && self.last.is_some()
            || self.be
                && matches!(words.at(verb.main), "was" | "were")
                && self.last == Some(Tag::Auxiliary);
        match self.last {
            None => verb.infinitive = true,
            Some(Tag::Auxiliary) => verb.modal = true,
            _ => return false,
        }
        self.last = Some(Tag::To);
        true
    }

    fn auxiliary(&mut self, words: &Words, at: usize, end: usize) {
        let (verb, word) = (&mut self.verb, words.at(at));
        if self.last.is_none() {
            verb.gerund = matches!(word, "being" | "having");
            verb.finite = !verb.gerund && !matches!(word, "be" | "been");
        }
        verb.modal |= verb::is_modal(word);
        verb.doubtful |= verb::is_doubtful(word);
        verb.negated |= word.ends_with("nt") || word == "cannot";
        verb.main = at;
        verb.copula = verb::is_be(word);
        verb.perfect |= matches!(word, "has" | "had" | "have");
        self.be = verb.copula;
        self.end = end;
        self.last = Some(Tag::Auxiliary);
    }

    /// The verb that says what is done ends the group.
    fn main(&mut self, at: usize, form: Form, end: usize) {
        let verb = &mut self.verb;
        if self.last.is_none() {
            verb.finite = matches!(form, Form::Past | Form::Finite | Form::Base);
            verb.either = form == Form::Past;
            verb.gerund = form == Form::Ing;
            verb.passive = form == Form::Participle;
        }
        verb.copula = false;
        if self.last == Some(Tag::Auxiliary) && self.be {
            verb.passive = matches!(form, Form::Past | Form::Participle);
        }
        verb.main = at;
        self.end = end;
    }
}

/// Whether a verb comes after adverbs and negations.
fn follows_verb(tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .find(|token| !matches!(token.tag, Tag::Adverb | Tag::Negation))
        .is_some_and(|token| matches!(token.tag, Tag::Verb(_) | Tag::Auxiliary | Tag::To))
}
