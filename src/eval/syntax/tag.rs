//! Parts of speech.
//!
//! In: the words of a sentence, and what is already known of some: names and values are one token each. Out: tokens with
//! their part of speech. Open-class words come from the Brill tagger; closed-class words are listed here, because there
//! the list is the language's and not a sample; context mends what a tagger trained on the web reads wrong in news.

use std::ops::Range;
use std::sync::LazyLock;

use harper_brill::BrillTagger;
use harper_brill::FreqDict;
use harper_brill::Tagger;
use harper_brill::UPOS;

use super::class;
use super::predicate;
use super::verb;
use super::verb::Form;
use crate::eval::words::Gap;
use crate::eval::words::Words;

/// What is known of a stretch of words before it is tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// Somebody or something with a name.
    Name,
    /// A date or a clock time.
    Time,
    /// A length of time.
    Length,
    /// Money, a percentage, a measure.
    Amount,
    /// A number.
    Number,
}

/// A stretch of words that is one token.
#[derive(Clone, Debug)]
pub(crate) struct Atom {
    pub(crate) words: Range<usize>,
    pub(crate) known: Known,
}

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// «the», «a», «another».
    Determiner,
    /// «their».
    Possessive,
    /// «’s».
    Clitic,
    Adjective,
    Adverb,
    Number,
    Noun,
    Name,
    /// A length or an amount.
    Value,
    /// A date or a clock time.
    Time,
    Pronoun,
    /// «which», «who», «that» after a noun.
    Relative,
    Preposition,
    /// «after», «before», «since», «as»: before a noun or a clause.
    Either,
    /// «when», «because», «that» after a verb of saying.
    Subordinator,
    Coordinator,
    /// «to» before a verb.
    To,
    Negation,
    Auxiliary,
    Verb(Form),
}

/// One token.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) words: Range<usize>,
    pub(crate) tag: Tag,
}

static TAGGER: LazyLock<std::sync::Arc<BrillTagger<FreqDict>>> =
    LazyLock::new(harper_brill::brill_tagger);

/// Reads the tagger's model ahead of its first use.
pub fn warm() {
    LazyLock::force(&TAGGER);
}

/// Tags the words in `range`, one sentence. `atoms` are in order and apart.
pub(crate) fn tag(words: &Words, range: Range<usize>, atoms: &[Atom], titled: bool) -> Vec<Token> {
    let open = open_class(words, range.clone());
    let mut tokens: Vec<Token> = Vec::with_capacity(range.len());
    let mut atoms = atoms.iter().peekable();
    let mut at = range.start;
    while at < range.end {
        while atoms.peek().is_some_and(|atom| atom.words.end <= at) {
            atoms.next();
        }
        if let Some(atom) = atoms.peek()
            && atom.words.start <= at
        {
            let end = atom.words.end.min(range.end);
            // «in Sunday's runoff»: the preposition leads the whole phrase, not the day alone.
            let owner = words.at(end) == "s" && words.gap(end) == Gap::Apostrophe;
            if owner && end > at + 1 && closed(words, at) == Some(Tag::Preposition) {
                tokens.push(Token {
                    words: at..at + 1,
                    tag: Tag::Preposition,
                });
                at += 1;
            }
            tokens.push(Token {
                words: at..end,
                tag: known(atom.known),
            });
            at = end;
            continue;
        }
        // «face to face»: one adverb
        let again = words.at(at) == words.near(at, 2) && words.at(at).len() > 2;
        if again && at + 2 < range.end && matches!(words.near(at, 1), "to" | "on" | "by" | "a") {
            tokens.push(Token {
                words: at..at + 3,
                tag: reduplicated(
                    words,
                    at,
                    open.get(at + 3 - range.start).copied().flatten(),
                    tokens.last(),
                ),
            });
            at += 3;
            continue;
        }
        // «ahead of the vote», «because of the strike»
        let two = matches!(
            (compass(words.at(at)), words.near(at, 1)),
            (
                "ahead"
                    | "because"
                    | "instead"
                    | "outside"
                    | "north"
                    | "south"
                    | "east"
                    | "west"
                    | "off",
                "of"
            ) | ("according" | "due" | "thanks", "to")
        );
        if two && words.gap(at + 1) == Gap::Space && at + 1 < range.end {
            tokens.push(Token {
                words: at..at + 2,
                tag: Tag::Preposition,
            });
            at += 2;
            continue;
        }
        let guess = open[at - range.start];
        let tag = closed(words, at).unwrap_or_else(|| {
            let capital = words.get(at).is_some_and(|word| word.capital);
            let first = words.gap(at) == Gap::Sentence;
            if capital && !titled && (!first || guess.is_none()) {
                Tag::Name
            } else {
                opened(words.at(at), guess)
            }
        });
        tokens.push(Token {
            words: at..at + 1,
            tag,
        });
        at += 1;
    }
    for at in 0..tokens.len() {
        mend(words, &mut tokens, at);
    }
    predicate::find(words, &mut tokens);
    tokens
}

/// «talked face to face», «the one-on-one talks», «their tete-a-tete».
fn reduplicated(words: &Words, at: usize, next: Option<UPOS>, before: Option<&Token>) -> Tag {
    let hyphens = words.gap(at + 1) == Gap::Hyphen && words.gap(at + 2) == Gap::Hyphen;
    let inside = before.is_some_and(|token| {
        matches!(
            token.tag,
            Tag::Determiner
                | Tag::Possessive
                | Tag::Clitic
                | Tag::Adjective
                | Tag::Number
                | Tag::Value
        )
    });
    let noun = words.gap(at + 3) == Gap::Space && matches!(next, Some(UPOS::NOUN | UPOS::ADJ));
    match (hyphens, noun, inside) {
        (true, true, _) => Tag::Adjective,
        (true, false, true) => Tag::Noun,
        _ => Tag::Adverb,
    }
}

fn known(known: Known) -> Tag {
    match known {
        Known::Name => Tag::Name,
        Known::Time => Tag::Time,
        Known::Length | Known::Amount => Tag::Value,
        Known::Number => Tag::Number,
    }
}

/// «south-west of», «southwest of»: any point of the compass stands for all.
fn compass(word: &str) -> &str {
    let point = ["north", "south", "east", "west"]
        .iter()
        .any(|point| word.starts_with(point) && word.len() <= 9);
    if point { "north" } else { word }
}

/// What the tagger makes of each word; it wants the marks between them too.
fn open_class(words: &Words, range: Range<usize>) -> Vec<Option<UPOS>> {
    let mut all = Vec::with_capacity(range.len() + 4);
    let mut places = Vec::with_capacity(range.len());
    for at in range {
        let mark = match words.gap(at) {
            Gap::Comma => Some(","),
            Gap::Break => Some(":"),
            _ => None,
        };
        all.extend(mark.map(str::to_owned));
        places.push(all.len());
        all.push(words.at(at).to_owned());
    }
    all.push(".".to_owned());
    let tags = TAGGER.tag_sentence(&all);
    places
        .into_iter()
        .map(|place| tags.get(place).copied().flatten())
        .collect()
}

fn singular(word: &str) -> bool {
    !word.ends_with('s')
        && !word.ends_with("men")
        && !matches!(word, "people" | "police" | "children")
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

/// Words whose class is closed.
fn closed(words: &Words, at: usize) -> Option<Tag> {
    let word = words.at(at);
    if words.gap(at) == Gap::Apostrophe {
        match word {
            "s" if matches!(
                words.near(at, -1),
                "it" | "he" | "she" | "that" | "there" | "who" | "what"
            ) =>
            {
                return Some(Tag::Auxiliary);
            }
            "s" => return Some(Tag::Clitic),
            "ll" | "re" | "ve" | "d" | "m" => return Some(Tag::Auxiliary),
            _ => {}
        }
    }
    Some(match word {
        "the" | "a" | "an" | "this" | "these" | "those" | "each" | "every" | "some" | "any"
        | "no" | "both" | "all" | "another" | "either" | "neither" | "such" | "half" => {
            Tag::Determiner
        }
        "his" | "its" | "their" | "our" | "my" | "your" | "her" => Tag::Possessive,
        "he" | "she" | "it" | "they" | "we" | "i" | "you" | "him" | "them" | "us" | "me"
        | "himself" | "herself" | "itself" | "themselves" | "there" | "nobody" | "everyone"
        | "none" | "others" => Tag::Pronoun,
        "who" | "whom" | "whose" | "which" => Tag::Relative,
        "of" | "in" | "on" | "at" | "by" | "for" | "with" | "from" | "into" | "onto" | "over"
        | "under" | "between" | "among" | "against" | "during" | "through" | "throughout"
        | "above" | "below" | "near" | "beside" | "behind" | "beyond" | "within" | "without"
        | "toward" | "towards" | "across" | "around" | "along" | "alongside" | "amid"
        | "amidst" | "despite" | "via" | "per" | "up" | "down" | "off" | "out" | "aboard"
        | "inside" | "outside" | "besides" | "including" | "following" | "upon" | "about"
        | "unlike" | "according" | "regarding" | "concerning" | "worth" => Tag::Preposition,
        "after" | "before" | "since" | "until" | "till" | "as" | "than" | "like" => Tag::Either,
        "when" | "while" | "whereas" | "because" | "if" | "unless" | "although" | "though"
        | "once" | "whether" | "where" | "whenever" | "what" | "how" | "why" => Tag::Subordinator,
        "and" | "or" | "but" | "nor" | "plus" | "then" => Tag::Coordinator,
        "not" | "never" => Tag::Negation,
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "have" | "has" | "had"
        | "having" | "do" | "does" | "did" | "will" | "would" | "can" | "could" | "may"
        | "might" | "must" | "shall" | "should" | "wasnt" | "isnt" | "didnt" | "doesnt"
        | "dont" | "wont" | "wouldnt" | "cant" | "cannot" | "couldnt" | "hasnt" | "havent"
        | "hadnt" | "arent" | "werent" | "shouldnt" => Tag::Auxiliary,
        "only" | "just" | "also" | "again" | "later" | "alone" | "together" | "ago" | "away"
        | "back" | "now" | "still" | "already" => Tag::Adverb,
        _ => return None,
    })
}

/// A word of an open class, by the tagger's guess and its ending.
fn opened(word: &str, guess: Option<UPOS>) -> Tag {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Tag::Number;
    }
    match guess {
        Some(UPOS::ADJ) => verb::irregular_past(word).map_or(Tag::Adjective, Tag::Verb),
        Some(UPOS::ADV) => Tag::Adverb,
        Some(UPOS::NUM) => Tag::Number,
        Some(UPOS::VERB | UPOS::AUX) => Tag::Verb(verb::form(word)),
        // Few nouns end like a past tense.
        Some(UPOS::NOUN | UPOS::PROPN)
            if verb::form(word) == Form::Past && word.len() > 5 && word.ends_with("ed") =>
        {
            if matches!(
                word,
                "hundred" | "hatred" | "kindred" | "watershed" | "bloodshed"
            ) {
                Tag::Noun
            } else {
                Tag::Verb(Form::Past)
            }
        }
        Some(UPOS::NOUN | UPOS::PROPN) => verb::irregular_past(word).map_or(Tag::Noun, Tag::Verb),
        Some(UPOS::ADP) => verb::irregular_past(word).map_or(Tag::Preposition, Tag::Verb),
        _ => match verb::form(word) {
            Form::Past if word.len() > 4 => Tag::Verb(Form::Past),
            Form::Ing if word.len() > 5 => Tag::Verb(Form::Ing),
            Form::Finite | Form::Participle if verb::irregular_past(word).is_some() => {
                Tag::Verb(verb::form(word))
            }
            _ if word.ends_with("ly") => Tag::Adverb,
            _ => Tag::Noun,
        },
    }
}

/// Mends the tag of a token by its neighbours; those before it are mended already.
fn mend(words: &Words, tokens: &mut [Token], at: usize) {
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
