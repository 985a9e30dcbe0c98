//! Parts of speech.
//!
//! In: the words of a sentence, and what is already known of some: names and values are one token each. Out: tokens with
//! their part of speech. Open-class words come from [`super::tagger`]; closed-class words are listed here, because there
//! the list is the language's and not a sample; context mends what a tagger trained on the web reads wrong in news.

use std::ops::Range;

use super::mend::mend;
use super::predicate;
use super::tagger;
use super::tagger::Class;
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

/// Tags the words in `range`, one sentence. `atoms` are in order and apart.
pub(crate) fn tag(words: &Words, range: Range<usize>, atoms: &[Atom], titled: bool) -> Vec<Token> {
    let open = open_class(words, range.clone());
    let guess = |at: usize| open.get(at - range.start).copied().flatten();
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
            push_atom(words, &mut tokens, at..end, atom.known);
            at = end;
            continue;
        }
        if is_side(words, at, &range) {
            at += 1;
            continue;
        }
        let (length, tag) = if is_doubled(words, at, &range) {
            let tag = reduplicated(words, at, guess(at + 3), tokens.last());
            (3, tag)
        } else if is_double_preposition(words, at, &range) {
            (2, Tag::Preposition)
        } else {
            (1, tag_of_word(words, at, guess(at), titled))
        };
        tokens.push(Token {
            words: at..at + length,
            tag,
        });
        at += length;
    }
    for at in 0..tokens.len() {
        mend(words, &mut tokens, at);
    }
    predicate::find(words, &mut tokens);
    tokens
}

/// A name or a value as one token; «in Sunday's runoff»: the preposition leads the whole phrase, not the day alone.
fn push_atom(words: &Words, tokens: &mut Vec<Token>, mut atom: Range<usize>, what: Known) {
    let owner = words.at(atom.end) == "s" && words.gap(atom.end) == Gap::Apostrophe;
    if owner && atom.len() > 1 && closed(words, atom.start) == Some(Tag::Preposition) {
        tokens.push(Token {
            words: atom.start..atom.start + 1,
            tag: Tag::Preposition,
        });
        atom.start += 1;
    }
    tokens.push(Token {
        words: atom,
        tag: known(what),
    });
}

/// «Moreau (left) and Castellan»: a side, set off, and no verb.
fn is_side(words: &Words, at: usize, range: &Range<usize>) -> bool {
    matches!(words.at(at), "left" | "right" | "centre" | "center")
        && matches!(words.gap(at), Gap::Break | Gap::Comma)
        && at > range.start
        && (at + 1 == range.end || words.gap(at + 1) == words.gap(at))
}

/// «face to face»
fn is_doubled(words: &Words, at: usize, range: &Range<usize>) -> bool {
    words.at(at) == words.near(at, 2)
        && words.at(at).len() > 2
        && at + 2 < range.end
        && matches!(words.near(at, 1), "to" | "on" | "by" | "a")
}

/// «ahead of the vote», «because of the strike»
fn is_double_preposition(words: &Words, at: usize, range: &Range<usize>) -> bool {
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
    two && words.gap(at + 1) == Gap::Space && at + 1 < range.end
}

/// The tag of a word by itself: its closed class, a name by its capital, else what the model guesses. In a sentence `titled`
/// throughout a capital says nothing.
fn tag_of_word(words: &Words, at: usize, guess: Option<Class>, titled: bool) -> Tag {
    closed(words, at).unwrap_or_else(|| {
        let first = words.gap(at) == Gap::Sentence;
        if words.is_capital(at) && !titled && (!first || guess.is_none()) {
            Tag::Name
        } else {
            opened(words.at(at), guess)
        }
    })
}

/// «talked face to face», «the one-on-one talks», «their tete-a-tete».
fn reduplicated(words: &Words, at: usize, next: Option<Class>, before: Option<&Token>) -> Tag {
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
    let noun =
        words.gap(at + 3) == Gap::Space && matches!(next, Some(Class::Noun | Class::Adjective));
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
fn open_class(words: &Words, range: Range<usize>) -> Vec<Option<Class>> {
    let mut all = Vec::with_capacity(range.len() + 4);
    let mut places = Vec::with_capacity(range.len());
    for at in range {
        match words.gap(at) {
            Gap::Comma => all.push(","),
            Gap::Break => all.push(":"),
            _ => {}
        }
        places.push(all.len());
        all.push(words.at(at));
    }
    all.push(".");
    let classes = tagger::tag(&all);
    places.into_iter().map(|place| classes[place]).collect()
}

pub(super) fn singular(word: &str) -> bool {
    !word.ends_with('s')
        && !word.ends_with("men")
        && !matches!(word, "people" | "police" | "children")
}

/// Words whose class is closed.
fn closed(words: &Words, at: usize) -> Option<Tag> {
    let word = words.at(at);
    // «No secured 55 per cent», «the Yes camp»: what was voted, in capitals inside a sentence; but not «No 10».
    if matches!(word, "no" | "yes")
        && words.gap(at) != Gap::Sentence
        && words.is_capital(at)
        && !words.near(at, 1).starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(Tag::Name);
    }
    // «US officials», which is nobody's pronoun.
    if word == "us" && words.is_capital(at) {
        return Some(Tag::Name);
    }
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
fn opened(word: &str, guess: Option<Class>) -> Tag {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Tag::Number;
    }
    match guess {
        Some(Class::Adjective) => verb::irregular_past(word).map_or(Tag::Adjective, Tag::Verb),
        Some(Class::Adverb) => Tag::Adverb,
        Some(Class::Number) => Tag::Number,
        Some(Class::Verb | Class::Auxiliary) => Tag::Verb(verb::form(word)),
        // Few nouns end like a past tense.
        Some(Class::Noun | Class::ProperNoun)
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
        Some(Class::Noun | Class::ProperNoun) => {
            verb::irregular_past(word).map_or(Tag::Noun, Tag::Verb)
        }
        Some(Class::Adposition) => verb::irregular_past(word).map_or(Tag::Preposition, Tag::Verb),
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
