//! The part of speech of each word, by how often it is what and by its neighbours (Brill, 1992).
//!
//! In: the folded words and marks of a sentence. Out: the part of speech of each, as the model of harper-brill has it; its words
//! and patches are tables that `build.rs` writes, so nothing is read when the program starts. What that model reads wrong
//! in news is mended by [`super::mend`].

mod table;

/// A part of speech of Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Adjective,
    Adposition,
    Adverb,
    Auxiliary,
    Coordinator,
    Determiner,
    Interjection,
    Noun,
    Number,
    Particle,
    Pronoun,
    ProperNoun,
    Mark,
    Subordinator,
    Symbol,
    Verb,
}

impl Class {
    /// In the order of [`table::CLASSES`].
    const ALL: [Self; table::CLASSES.len()] = [
        Self::Adjective,
        Self::Adposition,
        Self::Adverb,
        Self::Auxiliary,
        Self::Coordinator,
        Self::Determiner,
        Self::Interjection,
        Self::Noun,
        Self::Number,
        Self::Particle,
        Self::Pronoun,
        Self::ProperNoun,
        Self::Mark,
        Self::Subordinator,
        Self::Symbol,
        Self::Verb,
    ];
}

/// A rule that mends the most frequent part of speech of a word.
struct Patch {
    from: Class,
    to: Class,
    /// All must hold; a [`Condition::Word`] is the first.
    conditions: &'static [Condition],
}

/// What a patch asks of the words around; places are relative to the word that is mended.
#[derive(Clone, Copy)]
enum Condition {
    /// The word there is that of [`PATCH_WORDS`].
    Word(isize, usize),
    /// The word there is of a class.
    Class(isize, Class),
    /// One from there up to the word is, the later end left out.
    Within(isize, Class),
    /// The word before is of the one class and the word behind of the other.
    Between(Class, Class),
}

include!(concat!(env!("OUT_DIR"), "/patches.rs"));

static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// The parts of speech of a sentence's words and marks; nothing for what the model does not know.
pub(super) fn tag(words: &[&str]) -> Vec<Option<Class>> {
    let mut classes: Vec<Option<Class>> = words.iter().map(|word| most_frequent(word)).collect();
    let places = places(words);
    for patch in &PATCHES {
        if let Some(&Condition::Word(relative, word)) = patch.conditions.first() {
            for &place in &places[word] {
                if let Some(at) = place.checked_add_signed(-relative) {
                    patch.apply(&mut classes, &places, at);
                }
            }
        } else {
            for at in 0..words.len() {
                patch.apply(&mut classes, &places, at);
            }
        }
    }
    classes
}

/// Where each of [`PATCH_WORDS`] stands.
fn places(words: &[&str]) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new(); PATCH_WORDS.len()];
    for (place, word) in words.iter().enumerate() {
        for (known, places) in PATCH_WORDS.iter().zip(&mut places) {
            if is_same(known, word) {
                places.push(place);
            }
        }
    }
    places
}

/// To the model, words of which one begins with the other are the same.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let shared = one.len().min(other.len());
    shared == 0 || one[0] == other[0] && one[..shared] == other[..shared]
}

impl Patch {
    fn apply(&self, classes: &mut [Option<Class>], places: &[Vec<usize>], at: usize) {
        let holds = |condition: &Condition| condition.holds(classes, places, at);
        if classes.get(at) == Some(&Some(self.from)) && self.conditions.iter().all(holds) {
            classes[at] = Some(self.to);
        }
    }
}

impl Condition {
    fn holds(self, classes: &[Option<Class>], places: &[Vec<usize>], at: usize) -> bool {
        let is = |place: Option<usize>, class: Class| {
            place.is_some_and(|place| classes.get(place) == Some(&Some(class)))
        };
        match self {
            Self::Word(relative, word) => at
                .checked_add_signed(relative)
                .is_some_and(|place| places[word].binary_search(&place).is_ok()),
            Self::Class(relative, class) => is(at.checked_add_signed(relative), class),
            Self::Within(farthest, class) => {
                at.checked_add_signed(farthest).is_some_and(|farthest| {
                    (farthest.min(at)..farthest.max(at)).any(|place| is(Some(place), class))
                })
            }
            Self::Between(before, behind) => {
                is(at.checked_sub(1), before) && is(at.checked_add(1), behind)
            }
        }
    }
}

/// What a word most often is.
fn most_frequent(word: &str) -> Option<Class> {
    let (slots, entries) = WORDS.split_at(4 * table::SLOTS);
    let mut slot = table::slot(word);
    loop {
        let place = slots[4 * slot..]
            .first_chunk()
            .map(|at| u32::from_le_bytes(*at))?;
        if place == table::EMPTY {
            return None;
        }
        let [class, length, letters @ ..] = &entries[place as usize..] else {
            return None;
        };
        if letters.get(..usize::from(*length)) == Some(word.as_bytes()) {
            return Class::ALL.get(usize::from(*class)).copied();
        }
        slot = table::next(slot);
    }
}

#[cfg(test)]
mod tests {
    use harper_brill::Tagger;
    use proptest::prelude::*;

    use super::*;

    /// What the model itself says.
    fn original(words: &[&str]) -> Vec<Option<Class>> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        let name = |class| serde_json::to_value(class).expect("a name");
        let class = |class| {
            let name = name(class);
            let at = table::CLASSES.iter().position(|known| name == *known);
            Class::ALL[at.expect("a known class")]
        };
        let tags = harper_brill::brill_tagger().tag_sentence(&words);
        tags.into_iter().map(|tag| tag.map(class)).collect()
    }

    #[test]
    fn sentences_are_tagged_as_the_model_tags_them() {
        for sentence in [
            "the envoy landed late on sunday , slept at the embassy and met the chairman on monday .",
            "that the ferry sank is what they said : nobody had been to the cabin before .",
            "she said there are those who want to go to the front , like him , about as often as not .",
            "zxqv wibbled t o a h in the w , more than 1,200 so far .",
        ] {
            let words: Vec<&str> = sentence.split(' ').collect();
            assert_eq!(tag(&words), original(&words), "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn any_row_of_words_is_tagged_as_the_model_tags_it(
            picks in prop::collection::vec((any::<prop::sample::Index>(), 0..6_u8), 1..30)
        ) {
            const OTHERS: &[&str] = &[
                "the", "a", "an", "envoy", "ferry", "met", "sank", "said", "sleeping", "quickly", "large", "he", "it",
                ",", ".", ":", "12", "who", "which", "because", "for", "in", "on", "with", "not", "oslo", "zxqv",
            ];
            let words: Vec<&str> = picks
                .iter()
                .map(|(pick, list)| match list {
                    0..3 => PATCH_WORDS[pick.index(PATCH_WORDS.len())],
                    _ => OTHERS[pick.index(OTHERS.len())],
                })
                .collect();
            prop_assert_eq!(tag(&words), original(&words));
        }
    }
}
