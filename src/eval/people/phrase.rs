//! Where people are spoken of: «27-year-old Ana Ruiz», «the victim, a 55-year-old man», «two men, 24 and 31», «she».
//!
//! In: a sentence of a scene. Out: phrases for people, in order and without overlap, each with what it says of age, name,
//! sex and number. Who they are is not decided here.

use std::ops::Range;

use super::naming::Known;
use super::nouns::Hint;
use super::nouns::Sex;
use super::reader::Reader;
use super::verbs;
use super::verbs::Harm;
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
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is said by a word of its own"
)]
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
    /// «a», «an».
    pub(super) article: bool,
    /// «and» or a comma stands before it.
    pub(super) listed: bool,
    /// «and» stands before it.
    pub(super) and: bool,
    /// A preposition stands before it.
    pub(super) governed: bool,
    /// «Ana and Bo Ruiz, both 19»: the age is that of the ones before it, too.
    pub(super) both: bool,
    /// «no officers».
    pub(super) none: bool,
    /// «a Hartford man»: names before the noun.
    pub(super) places: Vec<String>,
    /// Words of the vehicle that they drove or rode: «a Toyota Camry driven by a 17-year-old».
    pub(super) vehicle: Vec<String>,
    /// «the older brother» is true, «the younger man» is false.
    pub(super) elder: Option<bool>,
    /// «the dead man», «the wounded woman».
    pub(super) fate: Option<Harm>,
}

impl Phrase {
    pub(super) fn new(words: Range<usize>) -> Self {
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
            article: false,
            listed: false,
            and: false,
            governed: false,
            both: false,
            none: false,
            places: Vec::new(),
            vehicle: Vec::new(),
            elder: None,
            fate: None,
        }
    }
}

/// «Jr.», «III».
pub(super) fn suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Finds the phrases of sentences.
pub(super) struct Finder<'a> {
    pub(super) scene: &'a Scene<'a>,
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
    pub(super) fn find(&self, sentence: usize, known: &Known) -> Vec<Phrase> {
        let range = self.scene.words.of_sentence(sentence);
        let title = names::title_case(self.scene.words, &range)
            || self.scene.part(sentence) == Part::Headline;
        let mut here = Known::default();
        let mut found: Vec<Phrase> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let reader = Reader {
                finder: self,
                known,
                here: &here,
                end: range.end,
                title,
            };
            match reader.phrase(at) {
                Some(mut phrase) => {
                    // «The man was 41, the woman 38.»
                    let told = found.last().is_some_and(|last| {
                        last.ages.len() == 1
                            && last.words.end + 1 >= phrase.words.start
                            && last.words.len() > 2
                            && matches!(self.scene.words.at(last.words.end - 2), "was" | "is")
                    });
                    if told {
                        reader.elided(&mut phrase);
                    }
                    phrase.listed = at > range.start
                        && (self.scene.words.at(at - 1) == "and"
                            || self.scene.words.gap(at) == Gap::Comma);
                    phrase.and = at > range.start && self.scene.words.at(at - 1) == "and";
                    phrase.governed = verbs::preposition(self.scene.words.near(at, -1));
                    phrase.vehicle = reader.vehicle(&phrase);
                    if let Some(last) = found.last_mut() {
                        reader.each_age(last, &mut phrase);
                    }
                    at = phrase.words.end.max(at + 1);
                    here.learn(&phrase.name);
                    found.push(phrase);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether an age ends right before a word.
    pub(super) fn age_ends(&self, word: usize) -> bool {
        let at = self.ages.partition_point(|(words, _)| words.end < word);
        self.ages
            .get(at)
            .is_some_and(|(words, _)| words.end == word)
    }

    pub(super) fn age_at(&self, word: usize) -> Option<&(Range<usize>, Age)> {
        let at = self.ages.partition_point(|(words, _)| words.start < word);
        self.ages.get(at).filter(|(words, _)| words.start == word)
    }
}
