//! Verbs: their forms, and the small words that go with them.
//!
//! In: a folded word. Out: its form, or whether it is a modal, a form of «be» or a particle. What verbs mean is for
//! [`super::class`].

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

/// Irregular past tenses that are no participles.
const TENSES: &Table = table![
    "arose",
    "ate",
    "awoke",
    "became",
    "befell",
    "began",
    "bit",
    "blew",
    "bore",
    "broke",
    "came",
    "chose",
    "drank",
    "drew",
    "drove",
    "fell",
    "flew",
    "forbade",
    "foresaw",
    "forgave",
    "forgot",
    "forsook",
    "froze",
    "gave",
    "grew",
    "hid",
    "knew",
    "lay",
    "mistook",
    "outdid",
    "outgrew",
    "outran",
    "overran",
    "oversaw",
    "overthrew",
    "overtook",
    "partook",
    "ran",
    "rang",
    "retook",
    "rewrote",
    "rode",
    "rose",
    "sang",
    "sank",
    "saw",
    "shook",
    "shrank",
    "slew",
    "spoke",
    "sprang",
    "stole",
    "strode",
    "strove",
    "swam",
    "swore",
    "threw",
    "took",
    "tore",
    "undertook",
    "underwent",
    "undid",
    "went",
    "withdrew",
    "woke",
    "wore",
    "wove",
    "wrote",
];

/// Irregular participles that are no past tenses.
const PARTICIPLES: &Table = table![
    "awoken",
    "beaten",
    "begun",
    "bitten",
    "blown",
    "born",
    "broken",
    "chosen",
    "done",
    "drawn",
    "driven",
    "drunk",
    "eaten",
    "fallen",
    "flown",
    "forgiven",
    "forgotten",
    "frozen",
    "given",
    "gone",
    "grown",
    "hidden",
    "known",
    "lain",
    "ridden",
    "risen",
    "rung",
    "seen",
    "shaken",
    "shown",
    "slain",
    "spoken",
    "stolen",
    "sung",
    "sworn",
    "taken",
    "thrown",
    "torn",
    "undergone",
    "withdrawn",
    "woken",
    "worn",
    "written",
];

/// Irregular forms that are both.
const BOTH: &Table = table![
    "beheld",
    "bent",
    "bet",
    "bought",
    "bound",
    "bred",
    "brought",
    "built",
    "burnt",
    "burst",
    "cast",
    "caught",
    "clung",
    "cost",
    "crept",
    "cut",
    "dealt",
    "dreamt",
    "dug",
    "dwelt",
    "fed",
    "felt",
    "fled",
    "flung",
    "fought",
    "found",
    "got",
    "ground",
    "heard",
    "held",
    "hit",
    "hung",
    "hurt",
    "kept",
    "knelt",
    "laid",
    "leant",
    "leapt",
    "learnt",
    "led",
    "left",
    "lent",
    "lit",
    "lost",
    "made",
    "meant",
    "met",
    "overcame",
    "paid",
    "put",
    "quit",
    "rebuilt",
    "remade",
    "repaid",
    "resold",
    "retold",
    "said",
    "sat",
    "sent",
    "set",
    "shed",
    "shone",
    "shot",
    "shut",
    "slept",
    "slid",
    "slung",
    "sold",
    "sought",
    "spat",
    "sped",
    "spent",
    "split",
    "spread",
    "spun",
    "stood",
    "struck",
    "stuck",
    "stung",
    "sunk",
    "swept",
    "swung",
    "taught",
    "thought",
    "told",
    "undercut",
    "understood",
    "unwound",
    "upheld",
    "wept",
    "withheld",
    "withstood",
    "won",
    "wound",
];

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
    if TENSES.has(word) {
        return Some(Form::Finite);
    }
    if PARTICIPLES.has(word) {
        return Some(Form::Participle);
    }
    BOTH.has(word).then_some(Form::Past)
}

/// Whether a word is a past tense and no participle: behind an article it is a noun of another sense, «a bit», «a rose».
pub(crate) fn is_past_tense(word: &str) -> bool {
    TENSES.has(word)
}

/// The form of a word that is a verb.
pub(crate) fn form(word: &str) -> Form {
    if TENSES.has(word) {
        Form::Finite
    } else if PARTICIPLES.has(word) {
        Form::Participle
    } else if BOTH.has(word) || (word.ends_with("ed") && word.len() >= 4 && !word.ends_with("eed"))
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
