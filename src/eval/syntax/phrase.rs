//! Noun phrases and verb groups.
//!
//! In: tagged tokens. Out: chunks in order, which together cover the sentence: phrases with head and possessor, verb
//! groups with voice and mood, and the small words that join them.

use std::ops::Range;

use super::class;
use super::group::verb_group;
use super::tag::Tag;
use super::tag::Token;
use super::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

/// How a noun phrase is introduced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Article {
    /// «the», «this», «their», «Monday's».
    Definite,
    /// «a», «another», «some», a number.
    Indefinite,
    /// Nothing.
    #[default]
    Bare,
}

/// A noun phrase.
#[derive(Clone, Debug)]
pub(crate) struct Noun {
    /// The word it is about.
    pub(crate) head: usize,
    /// What the head is.
    pub(crate) tag: Tag,
    /// How it is introduced.
    pub(crate) article: Article,
    /// Whose: the words before «’s», or «their».
    pub(crate) owner: Option<Range<usize>>,
    /// Whether it names what is measured of a thing: «the date», «the scene».
    pub(crate) dimension: bool,
}

/// A verb group.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a form of its own")]
pub(crate) struct Verb {
    /// The verb that tells what happens.
    pub(crate) main: usize,
    /// Whether it has a tense: it can stand alone in a clause.
    pub(crate) finite: bool,
    /// «lasted», «held»: may be a participle after its noun.
    pub(crate) either: bool,
    /// «was held», «held by».
    pub(crate) passive: bool,
    /// «will», «may», «is to».
    pub(crate) modal: bool,
    /// «may», «could», «would».
    pub(crate) doubtful: bool,
    /// «did not».
    pub(crate) negated: bool,
    /// «to meet».
    pub(crate) infinitive: bool,
    /// «meeting».
    pub(crate) gerund: bool,
    /// «is», «was», and no other verb after it.
    pub(crate) copula: bool,
    /// «had met», «has met».
    pub(crate) perfect: bool,
}

/// What a chunk is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Noun(Noun),
    Verb(Verb),
    /// «in», «with».
    Preposition,
    /// «after», «before»: of a noun or a clause.
    Either,
    /// «when», «because», «that».
    Subordinator,
    /// «which», «who», «that».
    Relative,
    /// «and», «but».
    Coordinator,
    /// Adverbs, adjectives after their noun, what is left.
    Other,
}

/// A stretch of words that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) words: Range<usize>,
    pub(crate) kind: Kind,
}

impl Chunk {
    pub(crate) fn noun(&self) -> Option<&Noun> {
        match &self.kind {
            Kind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    pub(crate) fn verb(&self) -> Option<&Verb> {
        match &self.kind {
            Kind::Verb(verb) => Some(verb),
            _ => None,
        }
    }
}

/// Puts tokens together.
pub(crate) fn chunk(words: &Words, tokens: &[Token]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((kind, end)) = verb_group(words, tokens, at) {
            chunks.push(of(tokens, at..end, Kind::Verb(kind)));
            at = end;
            continue;
        }
        if let Some((kind, end)) = noun_phrase(words, tokens, at) {
            chunks.push(of(tokens, at..end, Kind::Noun(kind)));
            at = end;
            continue;
        }
        let kind = match tokens[at].tag {
            Tag::Preposition => Kind::Preposition,
            Tag::Either => Kind::Either,
            Tag::Subordinator => Kind::Subordinator,
            Tag::Relative => Kind::Relative,
            Tag::Coordinator => Kind::Coordinator,
            // «whom», a stray article
            _ => Kind::Other,
        };
        chunks.push(of(tokens, at..at + 1, kind));
        at += 1;
    }
    chunks
}

fn of(tokens: &[Token], range: Range<usize>, kind: Kind) -> Chunk {
    Chunk {
        words: tokens[range.start].words.start..tokens[range.end - 1].words.end,
        kind,
    }
}

pub(super) fn gap(words: &Words, token: &Token) -> Gap {
    words.gap(token.words.start)
}

/// Whether the preposition at `at` opens its clause, with nothing but such phrases before: no subject has been named yet, and
/// none waits for its verb.
fn is_fronted(words: &Words, tokens: &[Token], at: usize) -> bool {
    tokens[..at]
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, token)| {
            gap(words, token) < Gap::Comma
                && !matches!(token.tag, Tag::Coordinator | Tag::Subordinator)
        })
        .all(|(before, token)| {
            let subject = matches!(token.tag, Tag::Noun | Tag::Name | Tag::Pronoun);
            !matches!(token.tag, Tag::Verb(Form::Past | Form::Participle))
                && (!subject || before > 0)
        })
}

/// Whether a name is a country's short form that stands before nouns as an adjective does.
fn is_country(words: &Words, token: &Token) -> bool {
    token.words.len() == 1 && matches!(words.at(token.words.start), "us" | "uk" | "eu" | "un")
}

/// A noun phrase as far as it has been read.
struct Opening<'t> {
    words: &'t Words,
    tokens: &'t [Token],
    from: usize,
    at: usize,
    noun: Noun,
    head: Option<usize>,
    /// Whether a determiner or a possessor leads it.
    led: bool,
}

/// Whether a phrase goes on behind a token.
#[derive(PartialEq, Eq)]
enum Step {
    GoesOn,
    /// It ends before the token.
    Ends,
    /// It ends with the token.
    EndsWith,
}

fn noun_phrase(words: &Words, tokens: &[Token], from: usize) -> Option<(Noun, usize)> {
    let mut phrase = Opening {
        words,
        tokens,
        from,
        at: from,
        noun: Noun {
            head: 0,
            tag: Tag::Noun,
            article: Article::Bare,
            owner: None,
            dimension: false,
        },
        head: None,
        led: false,
    };
    while phrase.at < tokens.len() {
        let step = phrase.step();
        if step == Step::Ends {
            break;
        }
        phrase.at += 1;
        if step == Step::EndsWith {
            break;
        }
    }
    let Opening {
        at,
        mut noun,
        head,
        led,
        ..
    } = phrase;
    let head = head.or_else(|| {
        // «the poor», «both»
        (at > from && (led || noun.owner.is_some())).then(|| at - 1)
    });
    let Some(head) = head else {
        return adjective(tokens, from);
    };
    noun.head = tokens[head].words.start;
    noun.tag = tokens[head].tag;
    noun.dimension = noun.tag == Tag::Noun && class::noun::is_dimension(words.at(noun.head));
    // Where the possessor is all there is: «he won Scotland's».
    if noun
        .owner
        .as_ref()
        .is_some_and(|owner| owner.end > noun.head)
    {
        noun.owner = None;
    }
    // A bare «monday» inside «Monday's meeting» is no head.
    Some((noun, at))
}

impl Opening<'_> {
    fn step(&mut self) -> Step {
        let token = &self.tokens[self.at];
        let between = gap(self.words, token);
        if self.at > self.from && between >= Gap::Comma {
            // «long, hard talks»
            let adjectives = between == Gap::Comma
                && self.head.is_none()
                && token.tag == Tag::Adjective
                && self.next() == Some(Tag::Noun);
            if !adjectives {
                return Step::Ends;
            }
        }
        let hyphen = self.at > self.from && between == Gap::Hyphen;
        // «the actors' strike»
        if between == Gap::Apostrophe && token.tag != Tag::Clitic && self.head.is_some() {
            self.own();
        }
        let joins = match token.tag {
            Tag::Determiner | Tag::Possessive => self.lead(),
            Tag::Clitic => return self.possess(),
            Tag::Adjective => self.takes_adjective(hyphen),
            Tag::Adverb => {
                let next = self.next();
                let modifies = matches!(
                    next,
                    Some(Tag::Adjective | Tag::Number | Tag::Value | Tag::Determiner)
                );
                self.head.is_none() && modifies && !(next == Some(Tag::Determiner) && self.led)
            }
            Tag::Number => self.takes_number(hyphen),
            Tag::Noun => self.takes_noun(hyphen) && self.is_head(),
            Tag::Name => self.takes_name(hyphen) && self.is_head(),
            Tag::Value | Tag::Time => (self.head.is_none() || hyphen) && self.is_head(),
            Tag::Pronoun if self.head.is_none() && !self.led => {
                self.head = Some(self.at);
                return Step::EndsWith;
            }
            Tag::Pronoun => false,
            _ => hyphen && self.head.is_some(),
        };
        if joins { Step::GoesOn } else { Step::Ends }
    }

    /// What stands behind the token, with no mark between.
    fn next(&self) -> Option<Tag> {
        let next = self.tokens.get(self.at + 1)?;
        (gap(self.words, next) < Gap::Comma).then_some(next.tag)
    }

    /// What the head is so far.
    fn of(&self) -> Option<Tag> {
        self.head.map(|head| self.tokens[head].tag)
    }

    /// Makes the token the head.
    fn is_head(&mut self) -> bool {
        self.head = Some(self.at);
        true
    }

    /// Makes what has been read the owner of what follows.
    fn own(&mut self) {
        let owner = self.tokens[self.from].words.start..self.tokens[self.at - 1].words.end;
        self.noun.owner = Some(owner);
        self.noun.article = Article::Definite;
        self.head = None;
    }

    /// A determiner or a possessive, which leads a phrase.
    fn lead(&mut self) -> bool {
        let token = &self.tokens[self.at];
        let possessive = token.tag == Tag::Possessive;
        if self.head.is_some() || self.led && possessive && self.noun.owner.is_some() {
            return false;
        }
        let word = self.words.at(token.words.start);
        if possessive {
            self.noun.owner = Some(token.words.clone());
            self.noun.article = Article::Definite;
        } else if matches!(word, "the" | "this" | "these" | "those" | "both") {
            self.noun.article = Article::Definite;
        } else if self.noun.article == Article::Bare {
            self.noun.article = Article::Indefinite;
        }
        self.led = true;
        true
    }

    /// «Xi's», with what he owns or without.
    fn possess(&mut self) -> Step {
        let Some(head) = self.head else {
            return Step::Ends;
        };
        self.own();
        let goes_on = matches!(
            self.next(),
            Some(
                Tag::Adjective
                    | Tag::Number
                    | Tag::Noun
                    | Tag::Name
                    | Tag::Value
                    | Tag::Time
                    | Tag::Verb(_)
                    | Tag::Adverb
            )
        );
        if !goes_on {
            self.head = Some(head);
            return Step::EndsWith;
        }
        self.led = true;
        Step::GoesOn
    }

    fn takes_adjective(&self, hyphen: bool) -> bool {
        if self.head.is_none() || hyphen {
            return true;
        }
        // «the first US private company»: the country says no more than where from.
        let country = || self.led && is_country(self.words, &self.tokens[self.at - 1]);
        let named = matches!(self.of(), Some(Tag::Name | Tag::Pronoun));
        self.next() == Some(Tag::Noun) && (!named || country())
    }

    fn takes_number(&mut self, hyphen: bool) -> bool {
        let token = &self.tokens[self.at];
        match self.of() {
            None => {
                if self.noun.article == Article::Bare {
                    self.noun.article = Article::Indefinite;
                }
                self.is_head()
            }
            Some(Tag::Name | Tag::Noun)
                if (self.next() != Some(Tag::Noun) || hyphen)
                    && !self.words.at(token.words.start).contains('.')
                    && !fraction(self.words, token) =>
            {
                true
            }
            _ => hyphen,
        }
    }

    fn takes_noun(&self, hyphen: bool) -> bool {
        match self.of() {
            Some(Tag::Pronoun) => false,
            // «35 minutes talks»: a length by itself, which no article makes an attribute
            Some(Tag::Value) => {
                let before = &self.tokens[self.at - 1];
                let bare = !self.led
                    && !is_hyphenated(self.words, before)
                    && ends_in_unit(self.words, before);
                !bare || hyphen
            }
            Some(Tag::Time) => hyphen || !is_adverbial(self.words, &self.tokens[self.at - 1]),
            _ => true,
        }
    }

    fn takes_name(&self, hyphen: bool) -> bool {
        let of = self.of();
        let apart = matches!(of, Some(Tag::Value | Tag::Time)) && !self.led && !hyphen;
        if of == Some(Tag::Pronoun) || apart {
            return false;
        }
        let (from, tokens) = (self.from, self.tokens);
        // «from the 93-year-old Osten»
        let old = self.at > 0 && self.words.at(tokens[self.at - 1].words.end - 1) == "old";
        // «In Scotland's referendum Yes took», «after months in power Ida Brandt was gone»
        let fronted = of == Some(Tag::Noun)
            && !old
            && from > 0
            && matches!(tokens[from - 1].tag, Tag::Preposition | Tag::Either)
            && matches!(self.next(), Some(Tag::Auxiliary | Tag::Verb(_)))
            && is_fronted(self.words, tokens, from - 1);
        !fronted
    }
}

/// An adjective without a noun is a chunk of its own.
fn adjective(_tokens: &[Token], _from: usize) -> Option<(Noun, usize)> {
    None
}

/// «44.7»
fn fraction(words: &Words, token: &Token) -> bool {
    let word = words.at(token.words.start);
    word.len() > 2
        && words
            .get(token.words.start)
            .is_some_and(|known| known.span.len() > word.len())
}

fn is_hyphenated(words: &Words, token: &Token) -> bool {
    token
        .words
        .clone()
        .skip(1)
        .any(|at| words.gap(at) == Gap::Hyphen)
}

/// «two hours», not «$44bn» or «38%»: a length is followed by its own noun only with a hyphen.
fn ends_in_unit(words: &Words, token: &Token) -> bool {
    let word = words.at(token.words.end - 1);
    [
        "second", "minute", "hour", "day", "week", "month", "year", "decade",
    ]
    .iter()
    .any(|unit| word.starts_with(unit))
}

/// «on Monday», «early on Thursday», «last week»: it tells when, and is no part of a name.
fn is_adverbial(words: &Words, token: &Token) -> bool {
    token.words.clone().any(|at| {
        matches!(
            words.at(at),
            "on" | "in"
                | "at"
                | "last"
                | "next"
                | "ago"
                | "later"
                | "earlier"
                | "yesterday"
                | "today"
                | "tomorrow"
                | "after"
                | "before"
                | "since"
                | "by"
                | "until"
                | "from"
                | "this"
        )
    })
}
