//! Names from other scripts, spelled in many ways: «Hanukkah», «Chanukah»; «Navratri», «Navaratree».
//!
//! In: a word. Out: whether two spellings are of one name, and the usual other spellings of one. Vowels are long or
//! short («ee» and «i», «oo» and «u»), consonants single, doubled or with an «h» of breath; «v» is «w», «z» is «s». Only
//! names of feasts of the Hebrew, Islamic, Hindu and Parsi calendars are compared so: English words are not.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::sync::Mutex;

/// Words below this length have neighbours among English words.
const SHORTEST: usize = 6;

/// Whether the two words are one name in two spellings.
pub(super) fn alike(word: &str, name: &str) -> bool {
    if word.len() + 3 < name.len() || name.len() + 3 < word.len() || !name.is_ascii() {
        return false;
    }
    if word.len() < 5 || name.len() < 5 {
        return word.eq_ignore_ascii_case(name);
    }
    let first = |word: &str| word.bytes().next().map(beginning);
    first(word) == first(name) && consonants(word) == consonants(name) && key(word) == key(name)
}

/// One bit for each consonant that no habit of spelling leaves out; «ch» and «h» may be nothing. Words with other bits have
/// other keys.
fn consonants(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| {
        bits | match byte.to_ascii_lowercase() {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' | b'c' | b'k' | b'q' => 0,
            b'p' => 1 << (b'f' - b'a'),
            b'w' => 1 << (b'v' - b'a'),
            b'z' => 1 << (b's' - b'a'),
            letter @ b'a'..=b'z' => 1 << (letter - b'a'),
            _ => 0,
        }
    })
}

/// What the first letters of all spellings of one beginning share: most words are told apart by it.
pub(super) const fn beginning(letter: u8) -> u8 {
    match letter.to_ascii_lowercase() {
        b'c' | b'h' | b'k' | b'q' => b'k',
        b'p' | b'f' => b'f',
        b'e' | b'i' | b'y' => b'i',
        b'o' | b'u' => b'u',
        b'v' | b'w' => b'v',
        b's' | b'z' => b's',
        other => other,
    }
}

/// What is left of a name when the habits of spelling are taken out.
fn key(word: &str) -> Vec<u8> {
    // One habit after the other: of two letters, then of one.
    const PAIRS: [(&[u8; 2], u8); 6] = [
        (b"ee", b'i'),
        (b"ii", b'i'),
        (b"oo", b'u'),
        (b"ou", b'u'),
        (b"aa", b'a'),
        (b"ph", b'f'),
    ];
    let mut text: Vec<u8> = word
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    if text.starts_with(b"ch") {
        text.remove(0);
    }
    for (pair, single) in PAIRS {
        let (mut read, mut kept) = (0, 0);
        while read < text.len() {
            let paired = text[read..].starts_with(pair);
            text[kept] = if paired { single } else { text[read] };
            read += if paired { 2 } else { 1 };
            kept += 1;
        }
        text.truncate(kept);
    }
    for letter in &mut text {
        *letter = match *letter {
            b'y' => b'i',
            b'w' => b'v',
            b'z' => b's',
            b'q' | b'c' => b'k',
            other => other,
        };
    }
    let mut before = b'a';
    let mut start = true;
    text.retain(|&letter| {
        let breath = letter == b'h' && !matches!(before, b'a' | b'e' | b'i' | b'o' | b'u');
        let keep = start || letter != before && !breath;
        start = false;
        before = letter;
        keep
    });
    for end in [b"ah".as_slice(), b"a"] {
        if text.len() > 4 && text.ends_with(end) {
            text.truncate(text.len() - end.len());
            break;
        }
    }
    text
}

/// One habit of spelling for another; `^` and `$` mark the ends of the word.
const HABITS: &[(&str, &str)] = &[
    ("aa", "a"),
    ("ee", "i"),
    ("i", "ee"),
    ("oo", "u"),
    ("u", "oo"),
    ("th", "t"),
    ("t", "th"),
    ("dh", "d"),
    ("d", "dh"),
    ("bh", "b"),
    ("sh", "s"),
    ("kh", "k"),
    ("v", "w"),
    ("w", "v"),
    ("z", "s"),
    ("kk", "k"),
    ("nn", "n"),
    ("ss", "s"),
    ("k", "kk"),
    ("n", "nn"),
    ("s", "ss"),
    ("ah$", "a$"),
    ("a$", "ah$"),
    ("a$", "$"),
    ("^ch", "^h"),
    ("^h", "^ch"),
];

/// The usual other spellings of a word, one habit away, for the lexicon.
pub(super) fn variants(word: &'static str) -> &'static [&'static str] {
    static KNOWN: LazyLock<Mutex<BTreeMap<&'static str, &'static [&'static str]>>> =
        LazyLock::new(|| Mutex::new(BTreeMap::new()));
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return &[];
    }
    let Ok(mut known) = KNOWN.lock() else {
        return &[];
    };
    known.entry(word).or_insert_with(|| {
        let marked = format!("^{word}$");
        let mut all: Vec<&'static str> = Vec::new();
        for (from, to) in HABITS {
            for (at, _) in marked.match_indices(from) {
                let other = format!("{}{to}{}", &marked[..at], &marked[at + from.len()..]);
                let other = other.trim_matches(['^', '$']).to_owned();
                let tripled = other
                    .as_bytes()
                    .windows(3)
                    .any(|three| three[0] == three[1] && three[1] == three[2]);
                if other != word
                    && !tripled
                    && alike(&other, word)
                    && !all.contains(&other.as_str())
                {
                    all.push(other.leak());
                }
            }
        }
        all.leak()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_many_spellings() {
        for (word, name) in [
            ("Chanukkah", "hanukkah"),
            ("Hannukka", "hanukkah"),
            ("Navaratree", "navaratri"),
            ("Deepawali", "deepavali"),
            ("Ramadhan", "ramadan"),
            ("chaturthee", "chaturthi"),
            ("poornima", "purnima"),
        ] {
            assert!(alike(word, name), "{word}");
        }
        for (word, name) in [
            ("holy", "holi"),
            ("party", "purim"),
            ("passage", "passover"),
        ] {
            assert!(!alike(word, name), "{word}");
        }
    }

    #[test]
    fn variants_are_one_habit_away() {
        insta::assert_snapshot!(variants("hanukkah").join(" "), @"hanookkah hanukah hannukkah hanukka chanukkah");
        assert!(variants("eid").is_empty());
    }
}
