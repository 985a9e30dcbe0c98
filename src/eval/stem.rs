//! Stems of English words, so that «cancelled», «canceled» and «cancellation» meet, and so do «met» and «meeting».
//!
//! In: a folded word. Out: its stem. It is blunt on purpose: only words of the rule file are compared with it, so two
//! unrelated words that share a stem cost nothing unless the author named one of them.

use std::borrow::Cow;

use crate::lex::wordset::Word;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::WordTable;

/// Irregular forms and their stems, in order.
const IRREGULAR: &[(&str, &str)] = &[
    ("arrival", "arrive"),
    ("began", "begin"),
    ("begun", "begin"),
    ("blew", "blow"),
    ("blown", "blow"),
    ("bought", "buy"),
    ("brought", "bring"),
    ("built", "build"),
    ("burnt", "burn"),
    ("came", "come"),
    ("caught", "catch"),
    ("children", "child"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("dead", "die"),
    ("death", "die"),
    ("died", "die"),
    ("dies", "die"),
    ("dying", "die"),
    ("fallen", "fall"),
    ("fell", "fall"),
    ("flew", "fly"),
    ("flight", "fly"),
    ("flown", "fly"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("held", "hold"),
    ("left", "leave"),
    ("lost", "lose"),
    ("men", "man"),
    ("met", "meet"),
    ("paid", "pay"),
    ("put", "put"),
    ("ran", "run"),
    ("risen", "rise"),
    ("rose", "rise"),
    ("sank", "sink"),
    ("sat", "sit"),
    ("sent", "send"),
    ("shaken", "shake"),
    ("shook", "shake"),
    ("shot", "shoot"),
    ("sold", "sell"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("struck", "strike"),
    ("sunk", "sink"),
    ("swept", "sweep"),
    ("taken", "take"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("went", "go"),
    ("withdrawal", "withdraw"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("women", "woman"),
    ("won", "win"),
    ("written", "write"),
    ("wrote", "write"),
];

/// The irregular forms alone: most words are none.
const FORMS: &Table = &WordTable::<[Word; 128]>::new(&{
    let mut forms = [""; IRREGULAR.len()];
    let mut at = 0;
    while at < forms.len() {
        forms[at] = IRREGULAR[at].0;
        at += 1;
    }
    forms
});

/// Endings of words, longest first, and what takes their place.
const ENDINGS: &[(&str, &str)] = &[
    ("ations", ""),
    ("ation", ""),
    ("ments", ""),
    ("ment", ""),
    ("ions", ""),
    ("ion", ""),
    ("ings", ""),
    ("ing", ""),
    ("ied", "y"),
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("ers", ""),
    ("ed", ""),
    ("es", "e"),
    ("er", ""),
    ("s", ""),
];

/// The stem of a folded word.
pub(crate) fn stem(word: &str) -> Cow<'_, str> {
    if FORMS.has(word)
        && let Ok(at) = IRREGULAR.binary_search_by_key(&word, |&(form, _)| form)
    {
        return Cow::Borrowed(finish(IRREGULAR[at].1));
    }
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return Cow::Borrowed(finish(word));
    }
    for (ending, with) in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= 3
        {
            return if word[rest.len()..].starts_with(with) {
                Cow::Borrowed(finish(&word[..rest.len() + with.len()]))
            } else {
                Cow::Owned(finish(&format!("{rest}{with}")).to_owned())
            };
        }
    }
    Cow::Borrowed(finish(word))
}

/// Drops a final «e» and doubled consonants, so that «cancelled» and «canceled» share a stem.
fn finish(stem: &str) -> &str {
    let stem = stem
        .strip_suffix('e')
        .filter(|s| s.len() >= 3)
        .unwrap_or(stem);
    let mut chars = stem.chars().rev();
    let (last, before) = (chars.next(), chars.next());
    if stem.len() > 3 && last == before && last.is_some_and(|c| !"aeiou".contains(c)) {
        return &stem[..stem.len() - 1];
    }
    stem
}

/// Whether two folded words share a stem.
#[cfg(test)]
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || stem(one) == stem(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_are_in_order() {
        assert!(IRREGULAR.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn forms_of_one_word_meet() {
        for (one, other) in [
            ("cancelled", "canceled"),
            ("cancelled", "cancellation"),
            ("scrapped", "scrapping"),
            ("met", "meeting"),
            ("postponed", "postponement"),
            ("delayed", "delay"),
            ("visit", "visiting"),
            ("explosion", "explosions"),
            ("bombing", "bombings"),
            ("crashes", "crashed"),
        ] {
            assert!(
                same(one, other),
                "{one} {other}: {} {}",
                stem(one),
                stem(other)
            );
        }
    }

    #[test]
    fn other_words_do_not() {
        for (one, other) in [("meat", "meet"), ("talks", "tanks"), ("visit", "vision")] {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
