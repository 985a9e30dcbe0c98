//! Tags mended by their neighbours.
//!
//! In: the tags of a sentence, those before a token mended already. Out: the token's tag, where context says better than a tagger
//! trained on the web.

mod small_word;

use self::small_word::that;
use super::class;
use super::tag::Tag;
use super::tag::Token;
use super::tag::singular;
use super::verb;
use super::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

/// Whether a tag opens or goes on a noun phrase behind its article.
fn nominal(tag: Option<Tag>) -> bool {
    matches!(
        tag,
        Some(Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Value | Tag::Time)
    )
}

/// Whether a tag opens a noun phrase.
fn opens(tag: Option<Tag>) -> bool {
    matches!(
        tag,
        Some(
            Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Value
        )
    )
}

/// A token and its neighbours.
struct Around<'t> {
    words: &'t Words,
    tokens: &'t [Token],
    at: usize,
    word: &'t str,
    gap: Gap,
    /// The tag before, with no comma between.
    before: Option<Tag>,
    next_gap: Gap,
    /// The tag behind.
    after: Option<Tag>,
    /// The tag behind, with no comma between.
    near: Option<Tag>,
    /// Whether an article, an adjective or a number stands before: a noun phrase has begun.
    inside: bool,
}

/// Mends the tag of a token by its neighbours; those before it are mended already.
pub(super) fn mend(words: &Words, tokens: &mut [Token], at: usize) {
    let around = Around::new(words, tokens, at);
    let new = match tokens[at].tag {
        _ if around.word == "that" => that(words, tokens, at),
        _ if around.word == "to" => {
            if !around.is_infinitive() {
                tokens[at].tag = Tag::Preposition;
                return;
            }
            if tokens[at + 1].tag != Tag::Auxiliary {
                tokens[at + 1].tag = Tag::Verb(Form::Base);
            }
            Tag::To
        }
        tag @ (Tag::Name | Tag::Noun | Tag::Adjective | Tag::Number) => around.of_noun(tag),
        tag @ Tag::Verb(_) => around.of_verb(tag),
        tag => around.of_small_word(tag),
    };
    tokens[at].tag = new;
}

impl<'t> Around<'t> {
    fn new(words: &'t Words, tokens: &'t [Token], at: usize) -> Self {
        let gap = words.gap(tokens[at].words.start);
        let before = at
            .checked_sub(1)
            .filter(|_| gap < Gap::Comma)
            .map(|before| tokens[before].tag);
        let next_gap = tokens
            .get(at + 1)
            .map_or(Gap::Sentence, |next| words.gap(next.words.start));
        let after = tokens.get(at + 1).map(|next| next.tag);
        let inside = matches!(
            before,
            Some(Tag::Determiner | Tag::Possessive | Tag::Clitic | Tag::Adjective | Tag::Number)
        ) || gap == Gap::Apostrophe;
        Self {
            words,
            tokens,
            at,
            word: words.at(tokens[at].words.start),
            gap,
            before,
            next_gap,
            after,
            near: after.filter(|_| next_gap < Gap::Comma),
            inside,
        }
    }

    /// The word so many words before or behind.
    fn word_at(&self, offset: isize) -> &str {
        self.words.near(self.tokens[self.at].words.start, offset)
    }

    /// A noun, a name, an adjective or a number that is a verb here, or an adverb.
    fn of_noun(&self, tag: Tag) -> Tag {
        self.at_the_front(tag)
            .or_else(|| self.in_its_phrase(tag))
            .or_else(|| self.behind_be(tag))
            .or_else(|| self.by_itself(tag))
            .or_else(|| self.finite(tag))
            .or_else(|| self.governed(tag))
            .unwrap_or(tag)
    }

    /// A participle that a sentence opens with, of a subject to come.
    fn at_the_front(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «Booed by the crowd, he …», «Choking back tears, she …»
            Tag::Name | Tag::Noun | Tag::Adjective
                if self.gap == Gap::Sentence
                    && self.tokens[self.at].words.len() == 1
                    && self.word.len() > 4
                    && (self.word.ends_with("ed")
                        && matches!(self.near, Some(Tag::Preposition))
                        || self.word.ends_with("ing")
                            && matches!(
                                self.near,
                                Some(
                                    Tag::Preposition
                                        | Tag::Adverb
                                        | Tag::Determiner
                                        | Tag::Possessive
                                        | Tag::Pronoun
                                )
                            ))
                    && self.tokens[self.at + 1..]
                        .iter()
                        .any(|token| self.words.gap(token.words.start) == Gap::Comma) =>
            {
                Some(Tag::Verb(verb::form(self.word)))
            }
            _ => None,
        }
    }

    /// What an article opens needs its noun, and a noun may have another for its attribute.
    fn in_its_phrase(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «a record 4.3-billion fine»: an attribute, not a phrase of its own
            Tag::Noun
                if self.word == "record"
                    && self.inside
                    && matches!(self.near, Some(Tag::Value | Tag::Number)) =>
            {
                Some(Tag::Adjective)
            }
            // «a 4.3-billion fine by the regulator»: what an article opens needs its noun
            Tag::Adjective
                if self.before == Some(Tag::Value)
                    && !nominal(self.near)
                    && matches!(self.near, None | Some(Tag::Preposition | Tag::Coordinator))
                    && self.led_by_article() =>
            {
                Some(Tag::Noun)
            }
            _ => None,
        }
    }

    /// A verb behind a form of «be» that is a noun elsewhere.
    fn behind_be(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «is suing its owner»
            Tag::Noun | Tag::Adjective
                if self.word.ends_with("ing")
                    && self.word.len() > 4
                    && self.before == Some(Tag::Auxiliary)
                    && verb::is_be(self.word_at(-1))
                    && opens(self.near) =>
            {
                Some(Tag::Verb(Form::Ing))
            }
            // «was shot»: a participle that is a noun elsewhere
            Tag::Noun
                if self.before == Some(Tag::Auxiliary)
                    && verb::is_be(self.word_at(-1))
                    && matches!(verb::form(self.word), Form::Past | Form::Participle)
                    && !nominal(self.near) =>
            {
                Some(Tag::Verb(verb::form(self.word)))
            }
            // «was fatally shot»
            Tag::Noun
                if self.before == Some(Tag::Adverb)
                    && self.at > 1
                    && self.tokens[self.at - 2].tag == Tag::Auxiliary
                    && verb::is_be(self.word_at(-2))
                    && matches!(verb::form(self.word), Form::Past | Form::Participle)
                    && !nominal(self.near) =>
            {
                Some(Tag::Verb(verb::form(self.word)))
            }
            _ => None,
        }
    }

    /// «many», «last» and the like, which are no attributes here.
    fn by_itself(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «Many of them», «where many had gathered»
            Tag::Adjective if self.stands_alone() => Some(Tag::Pronoun),
            // «last met», «was first announced»
            Tag::Adjective | Tag::Number | Tag::Noun
                if matches!(self.word, "last" | "first" | "next")
                    && !self.inside
                    && matches!(
                        self.near,
                        Some(Tag::Verb(Form::Past | Form::Finite | Form::Participle))
                    ) =>
            {
                Some(Tag::Adverb)
            }
            _ => None,
        }
    }

    /// The verb of a subject right before it.
    fn finite(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «the cuts scared off buyers»
            Tag::Adjective
                if self.word.ends_with("ed")
                    && matches!(self.before, Some(Tag::Noun | Tag::Name | Tag::Pronoun))
                    && !matches!(self.near, Some(Tag::Noun | Tag::Adjective)) =>
            {
                Some(Tag::Verb(Form::Past))
            }
            Tag::Noun
                if self.word == "cost"
                    && self.gap == Gap::Comma
                    && matches!(self.near, Some(Tag::Value)) =>
            {
                Some(Tag::Verb(Form::Finite))
            }
            // «the mission cost 61.5 billion rupees», «the visit lasts two days»
            Tag::Noun
                if matches!(
                    self.before,
                    Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative)
                ) && (self.near == Some(Tag::Value)
                    || self.word == "cost" && self.near == Some(Tag::Number))
                    && (self.word == "cost"
                        || self.word.ends_with('s') && !self.word.ends_with("ss"))
                    && self.gap != Gap::Hyphen =>
            {
                Some(Tag::Verb(Form::Finite))
            }
            // «the settlement ends a dispute», where nothing else in the sentence can be its verb
            Tag::Noun
                if self.before == Some(Tag::Noun)
                    && !self.word_at(-1).ends_with('s')
                    && self.near == Some(Tag::Determiner)
                    && self.word.ends_with('s')
                    && !self.word.ends_with("ss")
                    && self
                        .tokens
                        .iter()
                        .all(|token| !matches!(token.tag, Tag::Verb(_) | Tag::Auxiliary)) =>
            {
                Some(Tag::Verb(Form::Finite))
            }
            _ => None,
        }
    }

    /// A verb behind what leads one: a preposition, a name, «to», «will».
    fn governed(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «after meeting Xi»
            Tag::Noun
                if self.word.ends_with("ing")
                    && matches!(
                        self.before,
                        Some(Tag::Either | Tag::Preposition | Tag::Subordinator)
                    )
                    && matches!(
                        self.near,
                        Some(Tag::Name | Tag::Pronoun | Tag::Determiner | Tag::Possessive)
                    ) =>
            {
                Some(Tag::Verb(Form::Ing))
            }
            // «Xi visits Moscow», «which costs $44bn»
            Tag::Noun | Tag::Adjective
                if matches!(self.before, Some(Tag::Name | Tag::Pronoun | Tag::Relative))
                    && (self.word.ends_with('s') || self.word == "last")
                    && (opens(self.near) || matches!(self.near, Some(Tag::Time))) =>
            {
                Some(Tag::Verb(Form::Finite))
            }
            Tag::Noun | Tag::Adjective
                if matches!(self.before, Some(Tag::To))
                    || (matches!(self.before, Some(Tag::Auxiliary))
                        && self.at > 0
                        && verb::is_modal(self.words.at(self.tokens[self.at - 1].words.start))) =>
            {
                Some(Tag::Verb(Form::Base))
            }
            _ => None,
        }
    }

    /// A verb that is a noun here, or an adjective.
    fn of_verb(&self, tag: Tag) -> Tag {
        self.shown_by_next(tag)
            .or_else(|| self.without_ending(tag))
            .or_else(|| self.in_a_phrase(tag))
            .unwrap_or(tag)
    }

    /// A participle or a gerund, as what stands behind it shows.
    fn shown_by_next(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «the shelling of the town»
            Tag::Verb(Form::Ing)
                if self.word_at(1) == "of"
                    && self.next_gap < Gap::Comma
                    && matches!(self.before, Some(Tag::Noun | Tag::Name | Tag::Adjective)) =>
            {
                Some(Tag::Noun)
            }
            // «of unfunded tax cuts»
            Tag::Verb(Form::Past | Form::Participle)
                if matches!(self.before, Some(Tag::Preposition))
                    && matches!(self.near, Some(Tag::Noun)) =>
            {
                Some(Tag::Adjective)
            }
            _ => None,
        }
    }

    /// A bare form or one in «s» behind a noun: the verb of the clause stands elsewhere, or would need another ending.
    fn without_ending(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «the first emergency call about it came»: the verb comes later, and would need an «s» here.
            Tag::Verb(Form::Base)
                if (self.before == Some(Tag::Noun) && singular(self.word_at(-1))
                    || self.before == Some(Tag::Number)
                        && self.inside
                        && self.at > 1
                        && self.tokens[self.at - 2].tag == Tag::Adjective)
                    && !matches!(
                        self.near,
                        None | Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name)
                    )
                    && verb_later(self.words, self.tokens, self.at)
                    && self.tokens[..self.at].iter().all(|token| {
                        !matches!(
                            token.tag,
                            Tag::Coordinator | Tag::Verb(_) | Tag::Auxiliary | Tag::To
                        )
                    }) =>
            {
                Some(Tag::Noun)
            }
            // «made a surprise visit to Corsa», «the highest-level visit by»: a verb would need an «s» here, or an ending of
            // the past.
            Tag::Verb(Form::Base)
                if self.before == Some(Tag::Noun)
                    && singular(self.word_at(-1))
                    && (matches!(self.word_at(-2), "a" | "an")
                        || self.word_at(1) == "by" && self.next_gap < Gap::Comma)
                    && !opens(self.near)
                    && !verb::is_unchanging(self.word) =>
            {
                Some(Tag::Noun)
            }
            // «aides said»
            Tag::Verb(Form::Finite)
                if self.word.ends_with('s')
                    && !matches!(
                        self.before,
                        Some(Tag::Name | Tag::Pronoun | Tag::Noun | Tag::Relative)
                    )
                    && matches!(
                        self.near,
                        Some(Tag::Verb(Form::Past | Form::Finite) | Tag::Auxiliary)
                    ) =>
            {
                Some(Tag::Noun)
            }
            // «recalled its Tarro 7 kettles on Friday»: the clause has its verb, and none that another clause could hang on
            Tag::Verb(Form::Finite)
                if self.before == Some(Tag::Name)
                    && self.word.ends_with('s')
                    && self.gap == Gap::Space
                    && matches!(
                        self.near,
                        None | Some(Tag::Preposition | Tag::Coordinator | Tag::Either)
                    )
                    && verb_before(self.words, self.tokens, self.at)
                    && !self.tokens[..self.at].iter().any(|token| {
                        let word = self.words.at(token.words.start);
                        class::is_saying(word)
                            || class::is_wishing(word)
                            || matches!(
                                word,
                                "know"
                                    | "knows"
                                    | "knew"
                                    | "thinks"
                                    | "thought"
                                    | "believes"
                                    | "believed"
                                    | "finds"
                                    | "found"
                                    | "means"
                                    | "meant"
                                    | "ensures"
                                    | "ensured"
                                    | "sees"
                                    | "saw"
                            )
                    }) =>
            {
                Some(Tag::Noun)
            }
            // «was sentenced on a murder charge in», «arranged his landmark visit to»: the clause has its verb
            Tag::Verb(Form::Base)
                if self.before == Some(Tag::Noun)
                    && singular(self.word_at(-1))
                    && !matches!(
                        self.near,
                        Some(
                            Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name | Tag::To
                        )
                    )
                    && verb_before(self.words, self.tokens, self.at) =>
            {
                Some(Tag::Noun)
            }
            _ => None,
        }
    }

    /// What stands inside a noun phrase is its noun or an attribute.
    fn in_a_phrase(&self, tag: Tag) -> Option<Tag> {
        match tag {
            // «a four-day visit», «to a Biden visit»
            Tag::Verb(Form::Base)
                if self.before == Some(Tag::Value)
                    || self.before == Some(Tag::Name)
                        && self.at > 1
                        && matches!(
                            self.tokens[self.at - 2].tag,
                            Tag::Determiner | Tag::Possessive | Tag::Adjective
                        ) =>
            {
                Some(Tag::Noun)
            }
            // «a week of mourning»
            Tag::Verb(Form::Ing)
                if self.before == Some(Tag::Preposition)
                    && self.word_at(-1) == "of"
                    && (!opens(self.near)
                        || self.words.gap(self.tokens[self.at].words.end) >= Gap::Comma) =>
            {
                Some(Tag::Noun)
            }
            // «the mission», whatever the word is elsewhere
            Tag::Verb(Form::Base | Form::Finite)
                if self.inside && self.before != Some(Tag::Number) =>
            {
                Some(Tag::Noun)
            }
            Tag::Verb(Form::Past | Form::Ing | Form::Participle)
                if self.inside && nominal(self.near) && !matches!(self.near, Some(Tag::Time)) =>
            {
                Some(Tag::Adjective)
            }
            // «the partially collapsed tower», «its rapidly rising river»: an adverb of its attribute
            Tag::Verb(Form::Past | Form::Ing | Form::Participle)
                if self.behind_adverb_of_phrase()
                    && nominal(self.near)
                    && !matches!(self.near, Some(Tag::Time)) =>
            {
                Some(Tag::Adjective)
            }
            Tag::Verb(Form::Ing) if self.inside => Some(Tag::Noun),
            Tag::Verb(Form::Past)
                if matches!(self.before, Some(Tag::Determiner | Tag::Possessive)) =>
            {
                Some(Tag::Noun)
            }
            Tag::Verb(Form::Base)
                if matches!(self.before, Some(Tag::Preposition))
                    && self.word.len() > 2
                    && !opens(self.near) =>
            {
                Some(Tag::Noun)
            }
            _ => None,
        }
    }

    /// «the partially …», «its newly …»: an adverb right behind what opens a noun phrase. «This quickly …» opens none.
    fn behind_adverb_of_phrase(&self) -> bool {
        self.before == Some(Tag::Adverb)
            && self.at > 1
            && self.words.gap(self.tokens[self.at - 1].words.start) < Gap::Comma
            && match self.tokens[self.at - 2].tag {
                Tag::Determiner => matches!(self.word_at(-2), "the" | "a" | "an"),
                Tag::Possessive | Tag::Clitic => true,
                _ => false,
            }
    }

    /// Whether «a» or «an» opens the phrase that ends with a value before the token.
    fn led_by_article(&self) -> bool {
        self.tokens[..self.at - 1]
            .iter()
            .rev()
            .find(|token| !matches!(token.tag, Tag::Adjective | Tag::Noun))
            .is_some_and(|token| {
                token.tag == Tag::Determiner
                    && matches!(self.words.at(token.words.start), "a" | "an")
            })
    }
}

/// Whether the clause of the singular noun before `at` has a finite verb already, whose object or complement the noun is.
fn verb_before(words: &Words, tokens: &[Token], at: usize) -> bool {
    tokens[..at]
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, token)| {
            !matches!(
                token.tag,
                Tag::Subordinator | Tag::Relative | Tag::Coordinator | Tag::Either | Tag::To
            )
        })
        .take_while(|&(index, _)| {
            index + 1 == at || words.gap(tokens[index + 1].words.start) < Gap::Comma
        })
        .find(|(_, token)| matches!(token.tag, Tag::Verb(_) | Tag::Auxiliary))
        .is_some_and(|(index, token)| {
            let main = words.at(token.words.start);
            matches!(token.tag, Tag::Verb(_))
                && !class::is_saying(main)
                && !verb::takes_bare(main)
                && index + 1 < at
        })
}

/// Whether a finite verb follows in the same clause, with nothing between that could open another.
fn verb_later(words: &Words, tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .take_while(|token| {
            words.gap(token.words.start) < Gap::Comma
                && !matches!(
                    token.tag,
                    Tag::Subordinator | Tag::Relative | Tag::Coordinator | Tag::Either | Tag::To
                )
        })
        .any(|token| {
            matches!(
                token.tag,
                Tag::Verb(Form::Past | Form::Finite) | Tag::Auxiliary
            )
        })
}
