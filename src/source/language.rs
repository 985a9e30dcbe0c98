//! Whether a text is English, as this program reads no other language.

/// Words that English text is full of and its neighbours are not.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "with", "from", "which", "have", "has", "been", "were",
    "said", "his", "their", "they", "this", "would", "by", "he", "at", "for", "it", "had", "who",
    "after",
];

/// The same of languages that share its letters; none of these is an English word of any frequency.
const OTHER: &[&str] = &[
    "der", "die", "das", "und", "ist", "nicht", "mit", "von", "den", "dem", "ein", "eine", "auf",
    "zu", "sich", "le", "la", "les", "et", "des", "du", "une", "est", "pour", "dans", "qui", "que",
    "sur", "au", "el", "los", "las", "del", "por", "con", "una", "para", "se", "su", "y", "il",
    "di", "che", "per", "della", "e", "o", "os", "da", "do", "em", "um", "uma", "na", "het", "een",
    "van", "de", "en", "dat", "voor", "och", "att", "som", "og", "av", "det", "w", "z", "nie",
    "jest", "bir", "ve", "bu", "yang", "dan", "dengan", "untuk", "je", "ja", "ei", "ett", "ce",
];

/// Shorter texts are given the benefit of the doubt. Unit: words.
const ENOUGH: usize = 25;

/// English prose is one fifth to two fifths such words, and even its tables and tickers have more of them than of
/// the others'; a language without a list of its own has next to none.
const ENOUGH_ENGLISH: f64 = 0.03;

/// Unit: bytes; a page's language shows in its first pages.
const LOOKED_AT: usize = 8192;

/// Why a text without words can't be read.
pub(super) const NO_TEXT: &str = "no text";

/// Why a text can't be read: it has no words, or they are not English ones.
pub(super) fn unread(text: &str) -> Option<String> {
    let head = &text[..text.floor_char_boundary(LOOKED_AT)];
    let (mut letters, mut latin) = (0_usize, 0_usize);
    let mut script = None;
    let (mut all, mut english, mut other) = (0_usize, 0_usize, 0_usize);
    let mut word = Word::default();
    for c in head.chars().chain([' ']) {
        if c.is_alphabetic() {
            letters += 1;
            if c < '\u{250}' {
                latin += 1;
            } else if script.is_none() {
                script = script_of(c);
            }
        }
        if c.is_alphanumeric() || c == '\'' {
            word.push(c);
        } else if word.length > 0 {
            let tongue = word.tongue();
            all += usize::from(word.counts);
            english += usize::from(tongue == Some(Tongue::English));
            other += usize::from(tongue == Some(Tongue::Other));
            word = Word::default();
        }
    }
    if letters == 0 {
        return Some(NO_TEXT.to_owned());
    }
    if latin * 2 < letters {
        let script = script.unwrap_or("another script");
        return Some(format!("not English: {script}"));
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of words in a few kilobytes"
    )]
    let none = (english as f64) < all as f64 * ENOUGH_ENGLISH;
    (all >= ENOUGH && (none || other > english)).then(|| "not English".to_owned())
}

/// What language a frequent word is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    English,
    Other,
}

/// A word under way.
#[derive(Clone, Copy, Default)]
struct Word {
    /// Its letters in lower case as one number, where they are ASCII and [`LONGEST`] at most.
    key: u64,
    /// Unit: bytes.
    length: usize,
    /// Whether it begins with a letter.
    counts: bool,
}

/// Letters of the longest word that is known.
const LONGEST: usize = 8;

impl Word {
    fn push(&mut self, c: char) {
        self.counts |= self.length == 0 && c.is_alphabetic();
        // What is not ASCII is as good as too long.
        self.length += if c.is_ascii() { 1 } else { LONGEST + 1 };
        self.key = self.key << 8 | u64::from(u32::from(c.to_ascii_lowercase()));
    }

    fn tongue(self) -> Option<Tongue> {
        if !self.counts || self.length > LONGEST {
            return None;
        }
        let mut at = slot(self.key);
        while let Some((key, tongue)) = KNOWN[at] {
            if key == self.key {
                return Some(tongue);
            }
            at = (at + 1) % SLOTS;
        }
        None
    }
}

/// More than twice as many as there are words, so that most words are told by one look.
const SLOTS: usize = 512;

const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize % SLOTS
}

/// The words of both lists by their keys: every report that is not read for a story passes here too.
static KNOWN: [Option<(u64, Tongue)>; SLOTS] = {
    let mut known = [None; SLOTS];
    let lists = [(ENGLISH, Tongue::English), (OTHER, Tongue::Other)];
    let mut list = 0;
    while list < lists.len() {
        let (words, tongue) = lists[list];
        let mut word = 0;
        while word < words.len() {
            let letters = words[word].as_bytes();
            let mut key = 0;
            let mut letter = 0;
            while letter < letters.len() {
                key = key << 8 | letters[letter] as u64;
                letter += 1;
            }
            let mut at = slot(key);
            while known[at].is_some() {
                at = (at + 1) % SLOTS;
            }
            known[at] = Some((key, tongue));
            word += 1;
        }
        list += 1;
    }
    known
};

/// Unit: bytes. Some sixty words: enough to tell whether a text that nothing else is known of may be English; what may not is
/// opened and judged whole.
const GLANCED_AT: usize = 400;

/// Whether the beginning of a text shows that it is in another language; for texts that are not opened.
pub fn is_foreign(text: &str) -> bool {
    unread(&text[..text.floor_char_boundary(GLANCED_AT)]).is_some()
}

fn script_of(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{370}'..='\u{3ff}' => "Greek script",
        '\u{400}'..='\u{52f}' => "Cyrillic script",
        '\u{590}'..='\u{5ff}' => "Hebrew script",
        '\u{600}'..='\u{77f}' => "Arabic script",
        '\u{900}'..='\u{97f}' => "Devanagari script",
        '\u{e00}'..='\u{e7f}' => "Thai script",
        '\u{3040}'..='\u{30ff}' => "Japanese script",
        '\u{4e00}'..='\u{9fff}' => "Chinese or Japanese script",
        '\u{ac00}'..='\u{d7af}' => "Korean script",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_news_is_read() {
        let text = "The envoy arrived on Sunday evening and was met at the airport by a deputy minister of the host country, who said that the talks would begin after breakfast.";
        assert_eq!(unread(text), None);
        assert_eq!(unread("Ten dead in southern quake"), None);
        let terse = "Ann Other, 27, a teacher, was shot Friday, Jan. 27, in the 400 block of East Hill Street in Harbourtown, according to county coroner records, officers said Saturday morning. No arrests.";
        assert_eq!(unread(terse), None);
    }

    #[test]
    fn other_languages_are_not() {
        let german = "Der Gesandte kam am Sonntagabend in der Hauptstadt an und wurde am Flughafen von einem stellvertretenden Minister des Gastlandes empfangen, der sagte, die Gespräche begännen nach dem Frühstück.";
        let dutch = "De gezant kwam zondagavond aan in de hoofdstad en werd op het vliegveld ontvangen door een onderminister van het gastland, die zei dat de gesprekken na het ontbijt zouden beginnen.";
        let spanish = "El enviado llegó el domingo por la noche a la capital y fue recibido en el aeropuerto por un viceministro del país anfitrión, que dijo que las conversaciones empezarían después del desayuno.";
        let finnish = "Lähettiläs saapui sunnuntai-iltana pääkaupunkiin, missä isäntämaan varaministeri otti hänet lentokentällä vastaan, kertoi neuvottelujen alkavan aamiaisen jälkeen, lupasi avoimia keskusteluja, toivotti vieraalle hyvää yötä sekä lähti kotiinsa.";
        for text in [german, dutch, spanish, finnish] {
            assert_eq!(unread(text).as_deref(), Some("not English"));
        }
        assert_eq!(
            unread("Посланник прибыл в столицу").as_deref(),
            Some("not English: Cyrillic script")
        );
    }

    #[test]
    fn nothing_is_no_text() {
        assert_eq!(unread(" 12 · 34 \n").as_deref(), Some("no text"));
    }
}
