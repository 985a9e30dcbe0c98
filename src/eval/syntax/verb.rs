//! Verbs: their forms, and the small words that go with them.
//!
//! In: a folded word. Out: its form, or whether it is a modal, a form of «be» or a particle. What verbs mean is for
//! [`super::class`].

use crate::lex::irregular;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// «met», «lasted»: past tense or participle.
    Past,
    /// «took», «lasts»: finite for certain.
    Finite,
    /// «meet».
    Base,
    /// «meeting».
    Ing,
    /// «taken».
    Participle,
}

/// Verbs that another bare verb may go with: of seeing and hearing, of letting and making («made prices rise»), and of
/// believing, whose clause needs no «that».
const BARE: &Table = table![
    "saw", "see", "seen", "watched", "heard", "felt", "let", "lets", "made", "make", "makes",
    "helped", "help", "helps", "had", "believe", "believed", "think", "thought", "know", "knew",
    "hope", "hoped",
];

/// Whether a bare verb with a subject of its own may follow the verb: «saw the crowd run».
pub(crate) fn takes_bare(word: &str) -> bool {
    BARE.has(word)
}

/// The form of an irregular past; `None` for other words, and for those that are nouns as often.
pub(crate) fn irregular_past(word: &str) -> Option<Form> {
    let noun = matches!(
        word,
        "bit"
            | "bore"
            | "slew"
            | "spat"
            | "cut"
            | "cost"
            | "set"
            | "ground"
            | "wound"
            | "bet"
            | "split"
            | "spread"
            | "cast"
            | "shed"
            | "hit"
            | "shot"
    );
    if noun {
        return None;
    }
    if irregular::is_tense(word) {
        return Some(Form::Finite);
    }
    if irregular::is_participle(word) {
        return Some(Form::Participle);
    }
    irregular::is_both(word).then_some(Form::Past)
}

/// Whether a word is a past tense and no participle: behind an article it is a noun of another sense, «a bit», «a rose».
pub(crate) fn is_past_tense(word: &str) -> bool {
    irregular::is_tense(word)
}

/// The form of a word that is a verb.
pub(crate) fn form(word: &str) -> Form {
    if irregular::is_tense(word) {
        Form::Finite
    } else if irregular::is_participle(word) {
        Form::Participle
    } else if irregular::is_both(word)
        || (word.ends_with("ed") && word.len() >= 4 && !word.ends_with("eed"))
    {
        Form::Past
    } else if word.ends_with("ing") && word.len() > 4 {
        Form::Ing
    } else if word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 {
        Form::Finite
    } else {
        Form::Base
    }
}

/// Whether a noun or adjective may as well be a verb's base form: «visit», «last».
pub(crate) fn may_be_base(word: &str) -> bool {
    !word.ends_with('s')
        && !word.ends_with("ing")
        && !word.ends_with("ion")
        && !word.ends_with("ed")
}

/// Modal verbs.
pub(crate) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "ll"
            | "wont"
            | "wouldnt"
            | "cant"
            | "cannot"
            | "couldnt"
            | "shouldnt"
    )
}

/// Modal verbs that leave open whether it happens.
pub(crate) fn is_doubtful(word: &str) -> bool {
    is_modal(word)
        && !matches!(
            word,
            "must" | "will" | "shall" | "ll" | "wont" | "cannot" | "cant"
        )
}

/// Forms of «be».
pub(crate) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "be" | "am"
            | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "being"
            | "wasnt"
            | "isnt"
            | "arent"
            | "werent"
            | "re"
            | "m"
            | "s"
    )
}

/// Words that lean on a verb before them: «took off», «stepped down».
pub(crate) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "up" | "down"
            | "off"
            | "out"
            | "over"
            | "on"
            | "in"
            | "through"
            | "about"
            | "along"
            | "around"
            | "by"
    )
}

/// «took over», «handed over»
pub(crate) fn is_taking(word: &str) -> bool {
    matches!(
        word,
        "take" | "takes" | "took" | "taken" | "taking" | "hand" | "handed" | "win" | "won"
    )
}

/// Verbs whose past is like their base: «a bomb hit», «a fire spread».
pub(super) fn is_unchanging(word: &str) -> bool {
    matches!(
        word,
        "beat"
            | "bet"
            | "bid"
            | "burst"
            | "cast"
            | "cost"
            | "cut"
            | "hit"
            | "hurt"
            | "let"
            | "put"
            | "quit"
            | "read"
            | "set"
            | "shed"
            | "shut"
            | "split"
            | "spread"
            | "thrust"
            | "upset"
    )
}
