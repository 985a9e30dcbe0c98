//! Noun phrases and verb groups.
//!
//! In: tagged tokens. Out: chunks in order, which together cover the sentence: phrases with head and possessor, verb
//! groups with voice and mood, and the small words that join them.

use std::ops::Range;

use super::class;
use super::tag::Tag;
use super::tag::Token;
use super::verb;
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

fn gap(words: &Words, token: &Token) -> Gap {
    words.gap(token.words.start)
}

fn verb_group(words: &Words, tokens: &[Token], from: usize) -> Option<(Verb, usize)> {
    let mut at = from;
    let mut verb = Verb {
        main: tokens[from].words.start,
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
    };
    let mut last: Option<Tag> = None;
    let mut be = false;
    let mut end = from;
    while at < tokens.len() {
        let token = &tokens[at];
        if at > from && gap(words, token) >= Gap::Comma {
            break;
        }
        let word = words.at(token.words.start);
        match token.tag {
            Tag::To => {
                // «was to have met»: it did not.
                let unreal = tokens
                    .get(at + 1)
                    .is_some_and(|next| words.at(next.words.start) == "have");
                verb.doubtful |= unreal && last.is_some();
                // «were to talk»
                let past = be && matches!(words.at(verb.main), "was" | "were");
                verb.doubtful |= past && last == Some(Tag::Auxiliary);
                // «is to meet», «to meet»; «began to fall» is two.
                match last {
                    None => verb.infinitive = true,
                    Some(Tag::Auxiliary) if be => verb.modal = true,
                    Some(Tag::Auxiliary) => verb.modal = true,
                    _ => break,
                }
                last = Some(Tag::To);
            }
            Tag::Auxiliary => {
                if last.is_none() {
                    verb.finite = !matches!(word, "be" | "been" | "being" | "having" | "have")
                        || word == "have";
                    verb.gerund = matches!(word, "being" | "having");
                    verb.finite &= !verb.gerund;
                }
                verb.modal |= verb::is_modal(word);
                verb.doubtful |= verb::is_doubtful(word);
                verb.negated |= word.ends_with("nt") || word == "cannot";
                be = verb::is_be(word);
                verb.main = token.words.start;
                verb.copula = be;
                verb.perfect |= matches!(word, "has" | "had" | "have");
                end = at + 1;
                last = Some(Tag::Auxiliary);
            }
            Tag::Negation => {
                verb.negated = true;
                if last.is_none() && !follows_verb(tokens, at) {
                    return None;
                }
            }
            Tag::Adverb => {
                if last.is_none() || !follows_verb(tokens, at) {
                    break;
                }
                // «was nearly shot»
                verb.doubtful |= matches!(word, "nearly" | "almost");
            }
            Tag::Verb(form) => {
                if last.is_none() {
                    // «nearly crashed»: it did not.
                    verb.doubtful |= from > 0
                        && matches!(words.near(token.words.start, -1), "nearly" | "almost");
                    verb.finite = matches!(form, Form::Past | Form::Finite | Form::Base);
                    verb.either = form == Form::Past;
                    verb.gerund = form == Form::Ing;
                    verb.passive = form == Form::Participle;
                }
                verb.copula = false;
                if last == Some(Tag::Auxiliary) && be {
                    verb.passive = matches!(form, Form::Past | Form::Participle);
                }
                verb.main = token.words.start;
                end = at + 1;
                break;
            }
            _ => break,
        }
        at += 1;
    }
    (end > from).then_some((verb, end))
}

/// Whether a verb comes after adverbs and negations.
fn follows_verb(tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .find(|token| !matches!(token.tag, Tag::Adverb | Tag::Negation))
        .is_some_and(|token| matches!(token.tag, Tag::Verb(_) | Tag::Auxiliary | Tag::To))
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

fn noun_phrase(words: &Words, tokens: &[Token], from: usize) -> Option<(Noun, usize)> {
    let mut at = from;
    let mut noun = Noun {
        head: 0,
        tag: Tag::Noun,
        article: Article::Bare,
        owner: None,
        dimension: false,
    };
    let mut head: Option<usize> = None;
    let mut led = false;
    while at < tokens.len() {
        let token = &tokens[at];
        let between = gap(words, token);
        let next = tokens
            .get(at + 1)
            .filter(|next| gap(words, next) < Gap::Comma)
            .map(|next| next.tag);
        if at > from && between >= Gap::Comma {
            // «long, hard talks»
            let adjectives = between == Gap::Comma
                && head.is_none()
                && token.tag == Tag::Adjective
                && matches!(next, Some(Tag::Noun));
            if !adjectives {
                break;
            }
        }
        let hyphen = at > from && between == Gap::Hyphen;
        // «the actors' strike»
        if between == Gap::Apostrophe && token.tag != Tag::Clitic && head.is_some() {
            noun.owner = Some(tokens[from].words.start..tokens[at - 1].words.end);
            noun.article = Article::Definite;
            head = None;
        }
        let of = head.map(|head| tokens[head].tag);
        match token.tag {
            Tag::Determiner | Tag::Possessive => {
                if head.is_some() || led && token.tag == Tag::Possessive && noun.owner.is_some() {
                    break;
                }
                let word = words.at(token.words.start);
                if token.tag == Tag::Possessive {
                    noun.owner = Some(token.words.clone());
                    noun.article = Article::Definite;
                } else if matches!(word, "the" | "this" | "these" | "those" | "both") {
                    noun.article = Article::Definite;
                } else if noun.article == Article::Bare {
                    noun.article = Article::Indefinite;
                }
                led = true;
            }
            Tag::Clitic => {
                if head.is_none() {
                    break;
                }
                noun.owner = Some(tokens[from].words.start..tokens[at - 1].words.end);
                noun.article = Article::Definite;
                let goes_on = matches!(
                    next,
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
                    at += 1;
                    break;
                }
                head = None;
                led = true;
            }
            Tag::Adjective => {
                if head.is_some() && !hyphen && !matches!(next, Some(Tag::Noun)) {
                    break;
                }
                // «the first US private company»: the country says no more than where from.
                let country = || led && is_country(words, &tokens[at - 1]);
                if head.is_some()
                    && !hyphen
                    && matches!(of, Some(Tag::Name | Tag::Pronoun))
                    && !country()
                {
                    break;
                }
            }
            Tag::Adverb => {
                let modifies = matches!(
                    next,
                    Some(Tag::Adjective | Tag::Number | Tag::Value | Tag::Determiner)
                );
                if head.is_some() || !modifies || (next == Some(Tag::Determiner) && led) {
                    break;
                }
            }
            Tag::Number => match of {
                None => {
                    head = Some(at);
                    if noun.article == Article::Bare {
                        noun.article = Article::Indefinite;
                    }
                }
                Some(Tag::Name | Tag::Noun)
                    if (!matches!(next, Some(Tag::Noun)) || hyphen)
                        && !words.at(token.words.start).contains('.')
                        && !fraction(words, token) => {}
                _ if hyphen => {}
                _ => break,
            },
            Tag::Noun => {
                let bare_length = of == Some(Tag::Value)
                    && !led
                    && !is_hyphenated(words, &tokens[at - 1])
                    && ends_in_unit(words, &tokens[at - 1]);
                if bare_length && !hyphen {
                    break;
                }
                if of == Some(Tag::Time) && is_adverbial(words, &tokens[at - 1]) && !hyphen {
                    break;
                }
                if of == Some(Tag::Pronoun) {
                    break;
                }
                head = Some(at);
            }
            Tag::Name => {
                if matches!(of, Some(Tag::Pronoun)) {
                    break;
                }
                if matches!(of, Some(Tag::Value | Tag::Time)) && !led && !hyphen {
                    break;
                }
                // «In Scotland's referendum Yes took», «after months in power Liz Truss was gone»
                // «from the 93-year-old Mugabe»
                let old = at > 0 && words.at(tokens[at - 1].words.end - 1) == "old";
                let fronted = of == Some(Tag::Noun)
                    && !old
                    && from > 0
                    && matches!(tokens[from - 1].tag, Tag::Preposition | Tag::Either)
                    && matches!(next, Some(Tag::Auxiliary | Tag::Verb(_)))
                    && is_fronted(words, tokens, from - 1);
                if fronted {
                    break;
                }
                head = Some(at);
            }
            Tag::Value => {
                if head.is_some() && !hyphen {
                    break;
                }
                head = Some(at);
            }
            Tag::Time => {
                if head.is_some() && !hyphen {
                    break;
                }
                head = Some(at);
            }
            Tag::Pronoun => {
                if head.is_some() || led {
                    break;
                }
                head = Some(at);
                at += 1;
                break;
            }
            _ if hyphen && head.is_some() => {}
            _ => break,
        }
        at += 1;
    }
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
