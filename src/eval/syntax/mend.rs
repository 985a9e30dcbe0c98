//! Tags mended by their neighbours.
//!
//! In: the tags of a sentence, those before a token mended already. Out: the token's tag, where context says better than a tagger
//! trained on the web.

use super::class;
use super::tag::Tag;
use super::tag::Token;
use super::tag::singular;
use super::verb;
use super::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

/// Mends the tag of a token by its neighbours; those before it are mended already.
pub(super) fn mend(words: &Words, tokens: &mut [Token], at: usize) {
    let word = words.at(tokens[at].words.start);
    let gap = words.gap(tokens[at].words.start);
    let before = at
        .checked_sub(1)
        .filter(|_| gap < Gap::Comma)
        .map(|before| tokens[before].tag);
    let next_gap = tokens
        .get(at + 1)
        .map_or(Gap::Sentence, |next| words.gap(next.words.start));
    let after = tokens.get(at + 1).map(|next| next.tag);
    let near = after.filter(|_| next_gap < Gap::Comma);
    let nominal = |tag: Option<Tag>| {
        matches!(
            tag,
            Some(Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Value | Tag::Time)
        )
    };
    let opens = |tag: Option<Tag>| {
        matches!(
            tag,
            Some(
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Name
                    | Tag::Pronoun
                    | Tag::Number
                    | Tag::Value
            )
        )
    };
    let inside = matches!(
        before,
        Some(Tag::Determiner | Tag::Possessive | Tag::Clitic | Tag::Adjective | Tag::Number)
    ) || gap == Gap::Apostrophe;
    let new = match tokens[at].tag {
        Tag::Possessive
            if word == "her" && !nominal(near) && !matches!(near, Some(Tag::Verb(_))) =>
        {
            Tag::Pronoun
        }
        // «Booed by the crowd, he …», «Choking back tears, she …»
        Tag::Name | Tag::Noun | Tag::Adjective
            if gap == Gap::Sentence
                && tokens[at].words.len() == 1
                && word.len() > 4
                && (word.ends_with("ed") && matches!(near, Some(Tag::Preposition))
                    || word.ends_with("ing")
                        && matches!(
                            near,
                            Some(
                                Tag::Preposition
                                    | Tag::Adverb
                                    | Tag::Determiner
                                    | Tag::Possessive
                                    | Tag::Pronoun
                            )
                        ))
                && tokens[at + 1..]
                    .iter()
                    .any(|token| words.gap(token.words.start) == Gap::Comma) =>
        {
            Tag::Verb(verb::form(word))
        }
        // «the shelling of the town»
        Tag::Verb(Form::Ing)
            if words.near(tokens[at].words.start, 1) == "of"
                && next_gap < Gap::Comma
                && matches!(before, Some(Tag::Noun | Tag::Name | Tag::Adjective)) =>
        {
            Tag::Noun
        }
        // «a record 4.3-billion fine»: an attribute, not a phrase of its own
        Tag::Noun
            if word == "record" && inside && matches!(near, Some(Tag::Value | Tag::Number)) =>
        {
            Tag::Adjective
        }
        // «a 4.3-billion fine by the regulator»: what an article opens needs its noun
        Tag::Adjective
            if before == Some(Tag::Value)
                && !nominal(near)
                && matches!(near, None | Some(Tag::Preposition | Tag::Coordinator))
                && led_by_article(words, tokens, at) =>
        {
            Tag::Noun
        }
        // «45 others»
        Tag::Pronoun if word == "others" && before == Some(Tag::Number) => Tag::Noun,
        // «is suing its owner»
        Tag::Noun | Tag::Adjective
            if word.ends_with("ing")
                && word.len() > 4
                && before == Some(Tag::Auxiliary)
                && verb::is_be(words.near(tokens[at].words.start, -1))
                && opens(near) =>
        {
            Tag::Verb(Form::Ing)
        }
        // «was shot»: a participle that is a noun elsewhere
        Tag::Noun
            if before == Some(Tag::Auxiliary)
                && verb::is_be(words.near(tokens[at].words.start, -1))
                && matches!(verb::form(word), Form::Past | Form::Participle)
                && !nominal(near) =>
        {
            Tag::Verb(verb::form(word))
        }
        // «was fatally shot»
        Tag::Noun
            if before == Some(Tag::Adverb)
                && at > 1
                && tokens[at - 2].tag == Tag::Auxiliary
                && verb::is_be(words.near(tokens[at].words.start, -2))
                && matches!(verb::form(word), Form::Past | Form::Participle)
                && !nominal(near) =>
        {
            Tag::Verb(verb::form(word))
        }
        // «a near-total collapse», «an in-person meeting»
        Tag::Preposition
            if inside && words.gap(tokens[at].words.end) == Gap::Hyphen && near.is_some() =>
        {
            Tag::Adjective
        }
        // «Many of them», «where many had gathered»
        Tag::Adjective | Tag::Adverb
            if matches!(word, "many" | "several" | "few" | "much" | "most")
                && !inside
                && !matches!(before, Some(Tag::Adverb | Tag::Verb(_) | Tag::Auxiliary))
                && (matches!(
                    near,
                    Some(Tag::Auxiliary | Tag::Verb(Form::Past | Form::Finite))
                ) || words.near(tokens[at].words.start, 1) == "of") =>
        {
            Tag::Pronoun
        }
        // «was sentenced on a murder charge in», «arranged his landmark visit to»: the clause has its verb
        Tag::Verb(Form::Base)
            if before == Some(Tag::Noun)
                && singular(words.near(tokens[at].words.start, -1))
                && !matches!(
                    near,
                    Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name | Tag::To)
                )
                && verb_before(words, tokens, at) =>
        {
            Tag::Noun
        }
        // «was shot while speaking»: as «after speaking» does
        Tag::Subordinator
            if matches!(word, "while" | "when" | "whilst")
                && near == Some(Tag::Verb(Form::Ing)) =>
        {
            Tag::Either
        }
        // «those aboard died»
        Tag::Preposition
            if matches!(word, "aboard" | "inside" | "outside")
                && (near.is_none()
                    || matches!(near, Some(Tag::Verb(_) | Tag::Auxiliary | Tag::Coordinator))) =>
        {
            Tag::Adverb
        }
        Tag::Determiner
            if matches!(
                word,
                "this" | "these" | "those" | "some" | "all" | "both" | "half"
            ) && (near.is_none()
                || matches!(
                    near,
                    Some(Tag::Auxiliary | Tag::Verb(Form::Finite | Form::Past))
                )) =>
        {
            Tag::Pronoun
        }
        Tag::Subordinator if word == "where" && nominal_end(tokens, at) => Tag::Relative,
        _ if word == "that" => that(words, tokens, at),
        _ if word == "to" => {
            let base = match after {
                Some(Tag::Verb(Form::Base | Form::Past)) => true,
                Some(Tag::Auxiliary) => true,
                // «to last ten days», «to visit him»
                Some(Tag::Adjective | Tag::Noun | Tag::Adverb) => {
                    tokens
                        .get(at + 1)
                        .is_some_and(|next| verb::may_be_base(words.at(next.words.start)))
                        && opens(tokens.get(at + 2).map(|token| token.tag))
                }
                _ => false,
            };
            let goal = tokens
                .get(at + 1)
                .is_some_and(|next| class::is_bare_goal(words.at(next.words.start)))
                && !opens(tokens.get(at + 2).map(|token| token.tag));
            if base && near.is_some() && !goal {
                tokens[at + 1].tag = match tokens[at + 1].tag {
                    Tag::Auxiliary => Tag::Auxiliary,
                    _ => Tag::Verb(Form::Base),
                };
                Tag::To
            } else {
                Tag::Preposition
            }
        }
        // «last met», «was first announced»
        Tag::Adjective | Tag::Number | Tag::Noun
            if matches!(word, "last" | "first" | "next")
                && !inside
                && matches!(
                    near,
                    Some(Tag::Verb(Form::Past | Form::Finite | Form::Participle))
                ) =>
        {
            Tag::Adverb
        }
        // «of unfunded tax cuts»
        Tag::Verb(Form::Past | Form::Participle)
            if matches!(before, Some(Tag::Preposition)) && matches!(near, Some(Tag::Noun)) =>
        {
            Tag::Adjective
        }
        // «the cuts scared off buyers»
        Tag::Adjective
            if word.ends_with("ed")
                && matches!(before, Some(Tag::Noun | Tag::Name | Tag::Pronoun))
                && !matches!(near, Some(Tag::Noun | Tag::Adjective)) =>
        {
            Tag::Verb(Form::Past)
        }
        Tag::Noun if word == "cost" && gap == Gap::Comma && matches!(near, Some(Tag::Value)) => {
            Tag::Verb(Form::Finite)
        }
        // «the mission cost 61.5 billion rupees», «the visit lasts two days»
        Tag::Noun
            if matches!(
                before,
                Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative)
            ) && (near == Some(Tag::Value) || word == "cost" && near == Some(Tag::Number))
                && (word == "cost" || word.ends_with('s') && !word.ends_with("ss"))
                && gap != Gap::Hyphen =>
        {
            Tag::Verb(Form::Finite)
        }
        // «the settlement ends a dispute», where nothing else in the sentence can be its verb
        Tag::Noun
            if before == Some(Tag::Noun)
                && !words.near(tokens[at].words.start, -1).ends_with('s')
                && near == Some(Tag::Determiner)
                && word.ends_with('s')
                && !word.ends_with("ss")
                && tokens
                    .iter()
                    .all(|token| !matches!(token.tag, Tag::Verb(_) | Tag::Auxiliary)) =>
        {
            Tag::Verb(Form::Finite)
        }
        // «the first emergency call about it came»: the verb comes later, and would need an «s» here.
        Tag::Verb(Form::Base)
            if (before == Some(Tag::Noun) && singular(words.near(tokens[at].words.start, -1))
                || before == Some(Tag::Number)
                    && inside
                    && at > 1
                    && tokens[at - 2].tag == Tag::Adjective)
                && !matches!(
                    near,
                    None | Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name)
                )
                && verb_later(words, tokens, at)
                && tokens[..at].iter().all(|token| {
                    !matches!(
                        token.tag,
                        Tag::Coordinator | Tag::Verb(_) | Tag::Auxiliary | Tag::To
                    )
                }) =>
        {
            Tag::Noun
        }
        // «aides said»
        Tag::Verb(Form::Finite)
            if word.ends_with('s')
                && !matches!(
                    before,
                    Some(Tag::Name | Tag::Pronoun | Tag::Noun | Tag::Relative)
                )
                && matches!(
                    near,
                    Some(Tag::Verb(Form::Past | Form::Finite) | Tag::Auxiliary)
                ) =>
        {
            Tag::Noun
        }
        // «a four-day visit», «to a Biden visit»
        Tag::Verb(Form::Base)
            if before == Some(Tag::Value)
                || before == Some(Tag::Name)
                    && at > 1
                    && matches!(
                        tokens[at - 2].tag,
                        Tag::Determiner | Tag::Possessive | Tag::Adjective
                    ) =>
        {
            Tag::Noun
        }
        // «a week of mourning»
        Tag::Verb(Form::Ing)
            if before == Some(Tag::Preposition)
                && words.near(tokens[at].words.start, -1) == "of"
                && (!opens(near) || words.gap(tokens[at].words.end) >= Gap::Comma) =>
        {
            Tag::Noun
        }
        // «the mission», whatever the word is elsewhere
        Tag::Verb(Form::Base | Form::Finite) if inside && before != Some(Tag::Number) => Tag::Noun,
        Tag::Verb(Form::Past | Form::Ing | Form::Participle)
            if inside && nominal(near) && !matches!(near, Some(Tag::Time)) =>
        {
            Tag::Adjective
        }
        Tag::Verb(Form::Ing) if inside => Tag::Noun,
        Tag::Verb(Form::Past) if matches!(before, Some(Tag::Determiner | Tag::Possessive)) => {
            Tag::Noun
        }
        Tag::Verb(Form::Base)
            if matches!(before, Some(Tag::Preposition)) && word.len() > 2 && !opens(near) =>
        {
            Tag::Noun
        }
        // «after meeting Xi»
        Tag::Noun
            if word.ends_with("ing")
                && matches!(
                    before,
                    Some(Tag::Either | Tag::Preposition | Tag::Subordinator)
                )
                && matches!(
                    near,
                    Some(Tag::Name | Tag::Pronoun | Tag::Determiner | Tag::Possessive)
                ) =>
        {
            Tag::Verb(Form::Ing)
        }
        // «Xi visits Moscow», «which costs $44bn»
        Tag::Noun | Tag::Adjective
            if matches!(before, Some(Tag::Name | Tag::Pronoun | Tag::Relative))
                && (word.ends_with('s') || word == "last")
                && (opens(near) || matches!(near, Some(Tag::Time))) =>
        {
            Tag::Verb(Form::Finite)
        }
        Tag::Noun | Tag::Adjective
            if matches!(before, Some(Tag::To))
                || (matches!(before, Some(Tag::Auxiliary))
                    && at > 0
                    && verb::is_modal(words.at(tokens[at - 1].words.start))) =>
        {
            Tag::Verb(Form::Base)
        }
        // «called off the strike», «took over Twitter»
        Tag::Preposition
            if matches!(before, Some(Tag::Verb(_)))
                && (matches!(word, "up" | "down" | "off" | "out")
                    || word == "over" && verb::is_taking(words.at(tokens[at - 1].words.start))) =>
        {
            Tag::Adverb
        }
        // «went on strike»: a particle leans on its verb where no noun follows.
        Tag::Preposition
            if matches!(before, Some(Tag::Verb(_)))
                && verb::is_particle(word)
                && (near.is_none() || !(nominal(near) || opens(near))) =>
        {
            Tag::Adverb
        }
        other => other,
    };
    tokens[at].tag = new;
}

/// Whether «a» or «an» opens the phrase that ends with a value before `at`.
fn led_by_article(words: &Words, tokens: &[Token], at: usize) -> bool {
    tokens[..at - 1]
        .iter()
        .rev()
        .find(|token| !matches!(token.tag, Tag::Adjective | Tag::Noun))
        .is_some_and(|token| {
            token.tag == Tag::Determiner && matches!(words.at(token.words.start), "a" | "an")
        })
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
fn that(words: &Words, tokens: &[Token], at: usize) -> Tag {
    let after = tokens.get(at + 1).map(|next| next.tag);
    let before = at.checked_sub(1).map(|before| tokens[before].tag);
    match before {
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
                && !matches!(
                    main,
                    "saw"
                        | "see"
                        | "seen"
                        | "watched"
                        | "heard"
                        | "felt"
                        | "let"
                        | "made"
                        | "make"
                        | "helped"
                        | "help"
                        | "had"
                        | "believe"
                        | "believed"
                        | "think"
                        | "thought"
                        | "know"
                        | "knew"
                        | "hope"
                        | "hoped"
                )
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
