//! Prepositions, determiners, pronouns and subordinators, and the two words that are most of them: «that» and «to».
//!
//! In: a small word and its neighbours. Out: what it is here.

use super::Around;
use super::nominal;
use super::opens;
use crate::eval::syntax::class;
use crate::eval::syntax::tag::Tag;
use crate::eval::syntax::tag::Token;
use crate::eval::syntax::verb;
use crate::eval::syntax::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

impl Around<'_> {
    /// A preposition, a determiner, a pronoun or a subordinator.
    pub(super) fn of_small_word(&self, tag: Tag) -> Tag {
        match tag {
            Tag::Possessive
                if self.word == "her"
                    && !nominal(self.near)
                    && !matches!(self.near, Some(Tag::Verb(_))) =>
            {
                Tag::Pronoun
            }
            // «45 others»
            Tag::Pronoun if self.word == "others" && self.before == Some(Tag::Number) => Tag::Noun,
            // «was shot while speaking»: as «after speaking» does
            Tag::Subordinator
                if matches!(self.word, "while" | "when" | "whilst")
                    && self.near == Some(Tag::Verb(Form::Ing)) =>
            {
                Tag::Either
            }
            // «a near-total collapse», «an in-person meeting»
            Tag::Preposition
                if self.inside
                    && self.words.gap(self.tokens[self.at].words.end) == Gap::Hyphen
                    && self.near.is_some() =>
            {
                Tag::Adjective
            }
            Tag::Adverb if self.stands_alone() => Tag::Pronoun,
            // «those aboard died»
            Tag::Preposition
                if matches!(self.word, "aboard" | "inside" | "outside")
                    && (self.near.is_none()
                        || matches!(
                            self.near,
                            Some(Tag::Verb(_) | Tag::Auxiliary | Tag::Coordinator)
                        )) =>
            {
                Tag::Adverb
            }
            Tag::Determiner
                if matches!(
                    self.word,
                    "this" | "these" | "those" | "some" | "all" | "both" | "half"
                ) && (self.near.is_none()
                    || matches!(
                        self.near,
                        Some(Tag::Auxiliary | Tag::Verb(Form::Finite | Form::Past))
                    )) =>
            {
                Tag::Pronoun
            }
            Tag::Subordinator if self.word == "where" && nominal_end(self.tokens, self.at) => {
                Tag::Relative
            }
            // «called off the strike», «took over Twitter»
            Tag::Preposition
                if matches!(self.before, Some(Tag::Verb(_)))
                    && (matches!(self.word, "up" | "down" | "off" | "out")
                        || self.word == "over"
                            && verb::is_taking(
                                self.words.at(self.tokens[self.at - 1].words.start),
                            )) =>
            {
                Tag::Adverb
            }
            // «went on strike»: a particle leans on its verb where no noun follows.
            Tag::Preposition
                if matches!(self.before, Some(Tag::Verb(_)))
                    && verb::is_particle(self.word)
                    && (self.near.is_none() || !(nominal(self.near) || opens(self.near))) =>
            {
                Tag::Adverb
            }
            other => other,
        }
    }

    /// «Many of them», «where many had gathered»: a quantity without its noun.
    pub(super) fn stands_alone(&self) -> bool {
        matches!(self.word, "many" | "several" | "few" | "much" | "most")
            && !self.inside
            && !matches!(
                self.before,
                Some(Tag::Adverb | Tag::Verb(_) | Tag::Auxiliary)
            )
            && (matches!(
                self.near,
                Some(Tag::Auxiliary | Tag::Verb(Form::Past | Form::Finite))
            ) || self.word_at(1) == "of")
    }

    /// Whether a verb follows «to»: «to last ten days», «to visit him», but not «to hospital».
    pub(super) fn is_infinitive(&self) -> bool {
        let next = self.tokens.get(self.at + 1);
        let second = self.tokens.get(self.at + 2).map(|token| token.tag);
        let base = match self.after {
            Some(Tag::Verb(Form::Base | Form::Past) | Tag::Auxiliary) => true,
            Some(Tag::Adjective | Tag::Noun | Tag::Adverb) => {
                next.is_some_and(|next| verb::may_be_base(self.words.at(next.words.start)))
                    && opens(second)
            }
            _ => false,
        };
        let goal = next
            .is_some_and(|next| class::noun::is_bare_goal(self.words.at(next.words.start)))
            && !opens(second);
        base && self.near.is_some() && !goal
    }
}

/// Whether the token before ends a noun phrase.
fn nominal_end(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(
            tokens[before].tag,
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Time | Tag::Value | Tag::Number
        )
    })
}

/// «that»: a relative after a noun, a subordinator after a verb, else a determiner or pronoun.
pub(super) fn that(words: &Words, tokens: &[Token], at: usize) -> Tag {
    let after = tokens.get(at + 1).map(|next| next.tag);
    let before = at.checked_sub(1).map(|before| tokens[before].tag);
    // «called that calculation excessive»: what is called something is a thing.
    let naming = at > 0
        && matches!(
            words.at(tokens[at - 1].words.start),
            "called"
                | "calls"
                | "calling"
                | "dubbed"
                | "labelled"
                | "labeled"
                | "branded"
                | "rejected"
                | "met"
        );
    match before {
        Some(Tag::Verb(_)) if naming && matches!(after, Some(Tag::Noun | Tag::Adjective)) => {
            Tag::Determiner
        }
        Some(Tag::Verb(_) | Tag::Adverb | Tag::Adjective | Tag::Time)
            if !matches!(after, Some(Tag::Verb(_) | Tag::Auxiliary)) =>
        {
            Tag::Subordinator
        }
        Some(Tag::Noun | Tag::Name | Tag::Value)
            if words.gap(tokens[at].words.start) < Gap::Comma =>
        {
            Tag::Relative
        }
        _ if matches!(after, Some(Tag::Noun | Tag::Adjective)) => Tag::Determiner,
        Some(Tag::Coordinator) => Tag::Subordinator,
        _ => Tag::Pronoun,
    }
}
