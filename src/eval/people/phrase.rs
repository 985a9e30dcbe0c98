//! Where people are spoken of: «27-year-old Ana Ruiz», «the victim, a 55-year-old man», «two men, 24 and 31», «she».
//!
//! In: a sentence of a scene. Out: phrases for people, in order and without overlap, each with what it says of age, name,
//! sex and number. Who they are is not decided here.

use std::collections::BTreeSet;
use std::ops::Range;

use super::nouns;
use super::nouns::Hint;
use super::nouns::Sex;
use crate::eval::compare;
use crate::eval::names;
use crate::eval::scene::Scene;
use crate::eval::words::Gap;
use crate::span::Part;
use crate::span::Span;
use crate::value::Interval;
use crate::value::Value;

/// An age as it is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Age {
    /// Years.
    pub(crate) years: f64,
    /// The words that say it.
    pub(crate) span: Span,
}

/// What kind of phrase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A noun or a name.
    Full,
    /// «he», «she».
    Pronoun,
    /// «they», «both», «the two».
    Group,
}

/// A phrase for somebody, or for several.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) words: Range<usize>,
    pub(super) shape: Shape,
    pub(super) ages: Vec<Age>,
    /// Folded words of the name, family name last.
    pub(super) name: Vec<String>,
    pub(super) noun: Option<String>,
    pub(super) sex: Option<Sex>,
    pub(super) hint: Option<Hint>,
    pub(super) young: bool,
    pub(super) plural: bool,
    /// «two men», «twin boys».
    pub(super) count: Option<usize>,
    /// «the», «his»; names too.
    pub(super) definite: bool,
    /// «his wife».
    pub(super) kin: bool,
    /// «another man», «a second woman».
    pub(super) other: bool,
    /// «no officers».
    pub(super) none: bool,
    /// «a Hartford man»: names before the noun.
    pub(super) places: Vec<String>,
}

impl Phrase {
    fn new(words: Range<usize>) -> Self {
        Self {
            words,
            shape: Shape::Full,
            ages: Vec::new(),
            name: Vec::new(),
            noun: None,
            sex: None,
            hint: None,
            young: false,
            plural: false,
            count: None,
            definite: false,
            kin: false,
            other: false,
            none: false,
            places: Vec::new(),
        }
    }

    /// The name by which somebody is told of again.
    pub(super) fn family(&self) -> Option<&str> {
        self.name
            .iter()
            .rev()
            .find(|word| !suffix(word))
            .map(String::as_str)
    }
}

/// «Jr.», «III».
pub(super) fn suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Finds the phrases of sentences.
pub(super) struct Finder<'a> {
    scene: &'a Scene<'a>,
    /// Words and years of every single age that the reading tells.
    ages: Vec<(Range<usize>, Age)>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(scene: &'a Scene<'a>) -> Self {
        let ages = scene
            .reading
            .mentions
            .iter()
            .filter(|mention| matches!(mention.value, Value::Age(_)))
            .filter_map(|mention| {
                let measure = compare::measure(&mention.value)?;
                let Interval { lo, hi, .. } = measure.stated;
                let words = scene.words_of(mention);
                (lo.to_bits() == hi.to_bits() && !words.is_empty()).then_some((
                    words,
                    Age {
                        years: lo,
                        span: mention.span,
                    },
                ))
            })
            .collect();
        Self { scene, ages }
    }

    /// The phrases of a sentence; `known` are family names told before.
    pub(super) fn find(&self, sentence: usize, known: &BTreeSet<String>) -> Vec<Phrase> {
        let range = self.scene.words.of_sentence(sentence);
        let reader = Reader {
            finder: self,
            known,
            end: range.end,
            title: names::title_case(self.scene.words, &range)
                || self.scene.part(sentence) == Part::Headline,
        };
        let mut found: Vec<Phrase> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            match reader.phrase(at) {
                Some(phrase) => {
                    at = phrase.words.end.max(at + 1);
                    found.push(phrase);
                }
                None => at += 1,
            }
        }
        found
    }

    fn age_at(&self, word: usize) -> Option<&(Range<usize>, Age)> {
        let at = self
            .ages
            .partition_point(|(words, _)| words.start < word);
        self.ages.get(at).filter(|(words, _)| words.start == word)
    }
}

/// One sentence, being read.
struct Reader<'a> {
    finder: &'a Finder<'a>,
    known: &'a BTreeSet<String>,
    end: usize,
    /// Every word has a capital, so capitals say nothing.
    title: bool,
}

impl Reader<'_> {
    fn at(&self, word: usize) -> &str {
        if word < self.end {
            self.finder.scene.words.at(word)
        } else {
            ""
        }
    }

    fn gap(&self, word: usize) -> Gap {
        if word < self.end {
            self.finder.scene.words.gap(word)
        } else {
            Gap::Sentence
        }
    }

    /// Whether the word goes on the phrase before it.
    fn close(&self, word: usize) -> bool {
        self.gap(word) <= Gap::Hyphen
    }

    fn age(&self, word: usize) -> Option<(usize, Age)> {
        (word < self.end)
            .then(|| self.finder.age_at(word))
            .flatten()
            .map(|(words, age)| (words.end, *age))
    }

    /// Whether a word may be one of a name.
    fn namely(&self, word: usize) -> bool {
        word < self.end
            && self
                .finder
                .scene
                .words
                .get(word)
                .is_some_and(|word| word.capital)
            && (!nouns::no_name(self.at(word)) || self.month_name(word))
            && nouns::noun(self.at(word)).is_none()
            && !nouns::befalls(self.at(word))
    }

    /// «Johnathan Dean Mar, 18,»: a month's name after a name and before no number.
    fn month_name(&self, word: usize) -> bool {
        nouns::month(self.at(word))
            && word > 0
            && self.close(word)
            && self.gap(word + 1) == Gap::Comma
            && self.namely(word - 1)
            && (self.age(word + 1).is_some() || self.known.contains(self.at(word)))
    }

    /// The words of a name from `at` on.
    fn name(&self, at: usize) -> usize {
        let mut to = at;
        while to < self.end && to < at + 6 {
            let joins = to == at
                || self.close(to)
                || self.gap(to) == Gap::Quote
                || (self.gap(to) == Gap::Comma && suffix(self.at(to)));
            // «Lucas de la Cruz»
            let inner = matches!(self.at(to), "de" | "la" | "van" | "von" | "del" | "al" | "bin" | "el" | "da")
                && to > at
                && self.namely(to + 1);
            if !joins || !(self.namely(to) || inner || suffix(self.at(to)) && to > at) {
                break;
            }
            to += 1;
        }
        to
    }

    fn take_name(&self, range: Range<usize>) -> Vec<String> {
        let words: Vec<String> = range.map(|i| self.at(i).to_owned()).collect();
        let titles = words.iter().take_while(|word| names::is_title(word)).count();
        let from = if titles < words.len() { titles } else { 0 };
        words[from..].to_vec()
    }

    /// The phrase that starts at a word.
    fn phrase(&self, at: usize) -> Option<Phrase> {
        if let Some(pronoun) = self.pronoun(at) {
            return Some(pronoun);
        }
        let mut phrase = self.core(at)?;
        self.appositions(&mut phrase);
        Some(phrase)
    }

    fn pronoun(&self, at: usize) -> Option<Phrase> {
        let mut phrase = Phrase::new(at..at + 1);
        phrase.definite = true;
        match self.at(at) {
            "he" | "him" => {
                phrase.shape = Shape::Pronoun;
                phrase.sex = Some(Sex::Male);
            }
            "she" => {
                phrase.shape = Shape::Pronoun;
                phrase.sex = Some(Sex::Female);
            }
            // «shot her and fled», not «her car».
            "her" if self.gap(at + 1) > Gap::Hyphen
                || her_ends(self.at(at + 1)) =>
            {
                phrase.shape = Shape::Pronoun;
                phrase.sex = Some(Sex::Female);
            }
            "they" | "them" => {
                phrase.shape = Shape::Group;
                phrase.plural = true;
            }
            "both" | "all" if matches!(self.at(at + 1), "were" | "are" | "have" | "had" | "died" | "survived" | "suffered" | "of") && !(self.at(at + 1) == "of" && !matches!(self.at(at + 2), "them" | "whom")) => {
                phrase.shape = Shape::Group;
                phrase.plural = true;
            }
            "the" if matches!(self.at(at + 1), "two" | "three" | "pair" | "couple")
                && (nouns::be(self.at(at + 2)) || matches!(self.at(at + 2), "died" | "had" | "have" | "suffered" | "survived")) =>
            {
                phrase.words.end = at + 2;
                phrase.shape = Shape::Group;
                phrase.plural = true;
            }
            _ => return None,
        }
        Some(phrase)
    }

    /// Determiner, adjectives, age, noun, name.
    fn core(&self, start: usize) -> Option<Phrase> {
        let mut phrase = Phrase::new(start..start);
        let mut at = self.determiner(start, &mut phrase);
        if let Some(number) = number_word(self.at(at)).or_else(|| self.numeral(at))
            && self.age(at).is_none()
        {
            if at == start || phrase.definite || phrase.other {
                phrase.count = Some(number);
                at += 1;
            }
        }
        let lead = at;
        let mut head = None;
        let mut capitals = 0;
        while at < self.end && at < lead + 9 {
            if at > start && !self.close(at) {
                break;
            }
            let word = self.at(at);
            if let Some((end, age)) = self.age(at)
                && phrase.ages.is_empty()
                && head.is_none()
                && capitals == 0
            {
                phrase.ages.push(age);
                at = end;
                continue;
            }
            if let Some(noun) = nouns::noun(word)
                && !self.part_of_name(at)
            {
                // «police officer», «teen girl», «murder suspect»; but «the man officers shot» has two.
                if let Some((_, before)) = head {
                    let both: nouns::Noun = before;
                    if both.plural && !noun.plural && both.hint != Some(Hint::Duty) {
                        break;
                    }
                }
                head = Some((at, noun));
                at += 1;
                continue;
            }
            if head.is_some() {
                break;
            }
            let adjective = nouns::modifier(word) && (at > start || self.next_is_person(at));
            if adjective && !(word == "in" && self.at(at + 1) != "law") {
                phrase.other |= matches!(word, "other" | "second" | "third" | "fourth");
                if word == "twin" {
                    phrase.count = Some(2);
                }
                at += 1;
                continue;
            }
            if self.namely(at) && (!self.title || capitals > 0 || self.ahead(at)) {
                capitals += 1;
                at += 1;
                continue;
            }
            break;
        }
        match head {
            Some((word, noun)) => {
                phrase.places = (word.saturating_sub(capitals)..word)
                    .filter(|&i| i >= lead && self.namely(i))
                    .map(|i| self.at(i).to_owned())
                    .collect();
                self.noun(&mut phrase, word, noun);
            }
            None => self.named(&mut phrase, lead, at, capitals)?,
        }
        phrase.words = start..phrase.words.end.max(start + 1);
        Some(phrase)
    }

    /// «Brigham and Women's Hospital»: a noun with a capital amid a name.
    fn part_of_name(&self, at: usize) -> bool {
        let capital = |i: usize| {
            i < self.end && self.finder.scene.words.get(i).is_some_and(|word| word.capital)
        };
        let owner = self.at(at + 1) == "s" && self.gap(at + 1) == Gap::Apostrophe && capital(at + 2);
        !self.title && capital(at) && owner && nouns::noun(self.at(at)).is_some_and(|noun| noun.plural)
    }

    /// Whether a noun for people or an age follows in a title.
    fn ahead(&self, at: usize) -> bool {
        (1..=3).any(|k| {
            self.close(at + k)
                && (nouns::noun(self.at(at + k)).is_some()
                    && (1..k).all(|i| self.namely(at + i)))
        }) || (1..=4).any(|k| self.gap(at + k) == Gap::Comma && self.age(at + k).is_some() && (1..k).all(|i| self.namely(at + i) && self.close(at + i)))
    }

    fn next_is_person(&self, at: usize) -> bool {
        (1..=4).any(|k| {
            nouns::noun(self.at(at + k)).is_some()
                && (1..=k).all(|i| self.close(at + i))
                && (1..k).all(|i| nouns::modifier(self.at(at + i)) || self.namely(at + i))
        })
    }

    fn numeral(&self, at: usize) -> Option<usize> {
        let word = self.at(at);
        let small = word.len() <= 2 && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        small.then(|| word.parse().ok()).flatten()
    }

    fn determiner(&self, at: usize, phrase: &mut Phrase) -> usize {
        match self.at(at) {
            "a" | "an" | "some" | "several" | "many" | "each" | "every" | "any" => at + 1,
            "no" => {
                phrase.none = true;
                at + 1
            }
            "another" => {
                phrase.other = true;
                at + 1
            }
            "one" if self.at(at + 1) == "of" => at,
            "one" => at + 1,
            "the" | "that" | "this" | "both" | "all" | "these" | "those" => {
                phrase.definite = true;
                at + 1
            }
            "his" | "her" | "their" | "its" | "my" | "our" => {
                phrase.definite = true;
                phrase.kin = true;
                at + 1
            }
            _ => at,
        }
    }

    fn noun(&self, phrase: &mut Phrase, head: usize, noun: nouns::Noun) {
        let mut end = head + 1;
        // «brother-in-law»
        if self.at(end) == "in" && self.at(end + 1) == "law" {
            end += 2;
        }
        phrase.noun = Some(self.at(head).to_owned());
        phrase.sex = noun.sex;
        phrase.hint = noun.hint;
        phrase.young = noun.young;
        phrase.plural = noun.plural;
        phrase.kin &= nouns::kin(self.at(head));
        // «Mills' sister» is somebody else than Mills.
        let start = phrase.words.start;
        let own = self.gap(start) == Gap::Apostrophe
            || (start > 0 && self.at(start - 1) == "s" && self.gap(start - 1) == Gap::Apostrophe);
        phrase.kin |= own;
        let mut to = end;
        // «27-year-old male Ana Ruiz», «Officer Robert Rialmo», «son, Christopher»: in titles a capital says nothing.
        if self.close(end) && (!self.title || noun.hint == Some(Hint::Beside)) {
            to = self.name(end);
        }
        if to > end {
            phrase.name = self.take_name(end..to);
            phrase.definite = true;
            end = to;
        }
        phrase.words.end = end;
    }

    fn named(&self, phrase: &mut Phrase, lead: usize, to: usize, capitals: usize) -> Option<()> {
        if phrase.count.is_some() && phrase.ages.is_empty() {
            return None;
        }
        phrase.words.end = to;
        if capitals == 0 {
            // «a 28-year-old», «the 19-year-old»
            let old = phrase.ages.first()?;
            let said = old.span.of(self.finder.scene.text);
            let noun = said.contains("old") || said.contains("Old");
            return noun.then_some(());
        }
        let from = to - capitals;
        let end = self.name(from);
        let name = self.take_name(from..end);
        let apposed = self.gap(end) == Gap::Comma && self.age(end).is_some()
            || self.gap(end) == Gap::Break && self.age(end).is_some()
            || (matches!(self.at(end), "aged" | "age") && self.age(end + 1).is_some());
        let full = name.iter().filter(|word| !suffix(word)).count() >= 2;
        let heard = name
            .iter()
            .rev()
            .find(|word| !suffix(word))
            .is_some_and(|word| self.known.contains(word));
        let aged = !phrase.ages.is_empty();
        // «in Salt Lake», «near Baxter Springs» are places.
        let placed = lead > 0
            && matches!(
                self.finder.scene.words.near(from, -1),
                "in" | "at" | "near" | "from" | "on" | "toward" | "through" | "outside"
            )
            && !aged;
        let fine = aged || apposed || heard || (full && !placed && !self.title);
        if !fine || (placed && !heard && !apposed) {
            return None;
        }
        phrase.name = name;
        phrase.definite = true;
        phrase.words.end = end;
        Some(())
    }

    /// «…, 49», «(49)», «aged 49», «, a 55-year-old man,», «named Ana Ruiz».
    fn appositions(&self, phrase: &mut Phrase) {
        for _ in 0..3 {
            let at = phrase.words.end;
            if phrase.ages.is_empty() && self.take_age(phrase, at) {
                continue;
            }
            let identified = matches!(self.at(at), "identified" | "known") && self.at(at + 1) == "as";
            if identified && !phrase.plural && phrase.name.is_empty() {
                let end = phrase.words.end;
                phrase.words.end = at + 2;
                if self.merge(phrase, at + 2) {
                    continue;
                }
                phrase.words.end = end;
            }
            if matches!(self.at(at), "named" | "called") && self.close(at) && phrase.name.is_empty() {
                let to = self.name(at + 1);
                if to > at + 1 {
                    phrase.name = self.take_name(at + 1..to);
                    phrase.words.end = to;
                    continue;
                }
            }
            if !self.merge(phrase, at) {
                return;
            }
        }
    }

    fn take_age(&self, phrase: &mut Phrase, at: usize) -> bool {
        let lead = usize::from(matches!(self.at(at), "aged" | "age" | "ages"));
        let Some((end, age)) = self.age(at + lead).or_else(|| self.bare(phrase, at + lead, lead > 0)) else {
            return false;
        };
        // «a man, a 12-year-old»: an article before it makes it a phrase of its own; here it stands bare.
        if lead == 0 && self.gap(at) < Gap::Comma {
            return false;
        }
        // «Two men, 27-year-old Ana Ruiz and …» is another phrase.
        let said = age.span.of(self.finder.scene.text);
        if lead == 0 && said.contains("-old") && (self.namely(end) || nouns::noun(self.at(end)).is_some()) && self.close(end) {
            return false;
        }
        phrase.ages.push(age);
        phrase.words.end = end;
        if phrase.plural {
            self.more_ages(phrase);
        }
        true
    }

    /// «two men, 24 and 31», «the boys, both 17», «a man, 49,»: numbers that nothing else follows.
    fn bare(&self, phrase: &Phrase, at: usize, told: bool) -> Option<(usize, Age)> {
        let comma = self.gap(at) == Gap::Comma || (self.gap(at) == Gap::Break && self.opens(at));
        if !(told || comma) || phrase.noun.is_none() && phrase.name.is_empty() {
            return None;
        }
        let age = self.number(at)?;
        let next = at + 1;
        let closes = self.gap(next) >= Gap::Comma
            || matches!(self.at(next), "and" | "of" | "was" | "were" | "who" | "died" | "is" | "has" | "after" | "from");
        (closes || told).then_some((next, age))
    }

    fn opens(&self, at: usize) -> bool {
        self.finder
            .scene
            .words
            .get(at)
            .is_some_and(|word| self.finder.scene.text[..word.span.start as usize].ends_with('('))
    }

    fn number(&self, at: usize) -> Option<Age> {
        let years = self.numeral(at)?;
        let word = self.finder.scene.words.get(at)?;
        (years > 0).then_some(Age {
            years: f64::from(u32::try_from(years).ok()?),
            span: word.span,
        })
    }

    /// «24, 31 and 40» after the first.
    fn more_ages(&self, phrase: &mut Phrase) {
        let mut at = phrase.words.end;
        while at < self.end {
            let and = usize::from(self.at(at) == "and");
            if and == 0 && self.gap(at) != Gap::Comma {
                break;
            }
            let next = at + and;
            let Some((end, age)) = self.age(next).or_else(|| self.number(next).map(|age| (next + 1, age))) else {
                break;
            };
            let closes = self.gap(end) >= Gap::Comma || !nouns::noun(self.at(end)).is_some();
            if !closes {
                break;
            }
            phrase.ages.push(age);
            phrase.words.end = end;
            at = end;
        }
    }

    /// An apposition after a comma, or a name with its age right after a noun.
    fn merge(&self, phrase: &mut Phrase, at: usize) -> bool {
        let known_as = at > 0 && self.at(at - 1) == "as";
        let comma = self.gap(at) == Gap::Comma || known_as;
        if phrase.plural || !(comma || self.close(at)) || at >= self.end || nouns::preposition(self.at(at)) {
            return false;
        }
        let Some(other) = self.core(at) else {
            return false;
        };
        let mut other = other;
        if other.ages.is_empty() && !other.name.is_empty() {
            let end = other.words.end;
            self.take_age(&mut other, end);
        }
        let both_aged = !phrase.ages.is_empty() && !other.ages.is_empty();
        let both_named = !phrase.name.is_empty() && !other.name.is_empty();
        let sexes = phrase.sex.is_some() && other.sex.is_some() && phrase.sex != other.sex;
        let article = matches!(self.at(at), "a" | "an" | "the");
        if other.plural || both_aged || both_named || sexes || other.other || other.none || phrase.none {
            return false;
        }
        let names = phrase.name.is_empty() && !other.name.is_empty() && phrase.noun.is_some();
        // «a man, Ana Ruiz, told police»: an indefinite noun may be another one; with an age it is the same.
        let names = names && (known_as || phrase.definite || !other.ages.is_empty() || !phrase.ages.is_empty() || phrase.other);
        let tells = article && !phrase.name.is_empty() && other.name.is_empty() && !other.kin;
        let ages = article && (phrase.definite || phrase.other) && !other.ages.is_empty() && !phrase.kin;
        // «his father, the victim» does not occur; «his son, a 12-year-old,» does.
        let ages = ages || (article && phrase.kin && !other.ages.is_empty());
        // «A, B and C» is a list.
        let list = comma && names && other.ages.is_empty() && self.at(other.words.end) == "and" && self.gap(other.words.end) == Gap::Space && self.namely(other.words.end + 1);
        if !(comma && (names || tells || ages) && !list || (!comma && names && !other.ages.is_empty())) {
            return false;
        }
        phrase.words.end = other.words.end;
        phrase.ages.append(&mut other.ages);
        if phrase.name.is_empty() {
            phrase.name = other.name;
        }
        phrase.noun = phrase.noun.take().or(other.noun);
        phrase.sex = phrase.sex.or(other.sex);
        phrase.hint = phrase.hint.or(other.hint);
        phrase.young |= other.young;
        true
    }
}

/// Words that show that «her» before them owns nothing.
fn her_ends(word: &str) -> bool {
    nouns::preposition(word)
        || nouns::be(word)
        || (nouns::adverb(word) && word != "only")
        || matches!(
            word,
            "and" | "as" | "before" | "after" | "when" | "while" | "but" | "because" | "during" | "multiple" | "several"
                | "twice" | "once" | "dead" | "a" | "an" | "the" | "that" | "repeatedly" | "down" | "until" | "who" | "so"
        )
}

/// Small numbers in words.
pub(super) fn number_word(word: &str) -> Option<usize> {
    Some(match word {
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        _ => return None,
    })
}
