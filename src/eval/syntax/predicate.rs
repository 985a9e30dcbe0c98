//! A thought needs a verb.
//!
//! In: the tagged tokens of a sentence. Out: the same, where a thought without any finite verb gets the one word that may
//! be it: «Harrow snaps up Velm», «Velm cost Harrow a fortune». It changes nothing where a verb is found already.

use super::class;
use super::tag::Tag;
use super::tag::Token;
use super::verb;
use super::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

/// Finds the verb of every thought that has none.
pub(super) fn find(words: &Words, tokens: &mut [Token]) {
    let mut from = 0;
    while from < tokens.len() {
        let to = (from + 1..tokens.len())
            .find(|&at| words.gap(tokens[at].words.start) >= Gap::Break)
            .unwrap_or(tokens.len());
        thought(words, &mut tokens[from..to]);
        from = to;
    }
}

fn thought(words: &Words, tokens: &mut [Token]) {
    let gap = |token: &Token| words.gap(token.words.start);
    // «…, Harrow said»: what follows a comma with a word of saying is not the thought's own verb.
    let trailing = tokens.iter().rposition(|token| gap(token) == Gap::Comma);
    let own = tokens.iter().enumerate().any(|(at, token)| {
        let finite = matches!(
            token.tag,
            Tag::Verb(Form::Past | Form::Finite | Form::Base) | Tag::Auxiliary
        );
        let said = class::is_saying(words.at(token.words.start))
            && trailing.is_some_and(|comma| at >= comma && comma > 0);
        finite && !said
    });
    if own {
        return;
    }
    let opens = |tag: Tag| {
        matches!(
            tag,
            Tag::Name
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Number
                | Tag::Value
                | Tag::Time
                | Tag::Pronoun
        )
    };
    let found = (1..tokens.len().saturating_sub(1)).find(|&at| {
        let word = words.at(tokens[at].words.start);
        let single = tokens[at].words.len() == 1;
        let form = word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
            || matches!(word, "cost" | "hit" | "cut" | "set" | "put" | "split");
        let near = gap(&tokens[at]) == Gap::Space && gap(&tokens[at + 1]) == Gap::Space;
        let before = tokens[at - 1].tag;
        let next = tokens[at + 1].tag;
        let after = tokens.get(at + 2).map(|token| token.tag);
        let particle = matches!(next, Tag::Preposition | Tag::Adverb)
            && matches!(
                words.at(tokens[at + 1].words.start),
                "up" | "off" | "out" | "over"
            )
            && after.is_some_and(opens);
        single
            && form
            && near
            && matches!(tokens[at].tag, Tag::Noun | Tag::Adjective)
            && matches!(before, Tag::Noun | Tag::Name)
            && (opens(next) || particle || before == Tag::Name && next == Tag::Noun)
    });
    if let Some(at) = found {
        tokens[at].tag = Tag::Verb(Form::Finite);
        if tokens[at + 1].tag == Tag::Preposition
            && verb::is_particle(words.at(tokens[at + 1].words.start))
            && tokens.get(at + 2).is_some_and(|token| opens(token.tag))
            && matches!(
                words.at(tokens[at + 1].words.start),
                "up" | "off" | "out" | "over"
            )
        {
            tokens[at + 1].tag = Tag::Adverb;
        }
    }
}
