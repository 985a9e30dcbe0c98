//! Misspellings of people's names that no list holds.
//!
//! In: the people of a story, the words of a source that has passed the gate, the names found in it. Out: further
//! mentions, written [`How::Near`]. Sought only where the name's slot is: a right family name with a given name that
//! sounds alike, or a role of the person right before two words that sound like the name. Never where the words are
//! another known name, stand in lower case elsewhere, or are followed by words that say who else it is.

pub(super) mod long;
mod shape;
mod short;
mod sound;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;

use self::shape::PARTICLES;
use self::shape::Shape;
use self::shape::shapes;
use self::sound::alike;
use self::sound::same_initial;
use self::sound::sound;
use super::names::EntityMention;
use super::names::How;
use super::names::Names;
use super::person;
use super::person::Person;
use super::syntax::Tag;
use super::syntax::tag::tag;
use super::words::Gap;
use super::words::Words;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::Entity;

/// Finds near misses of full names, and then of the family names so misspelt.
pub(crate) fn find(
    entities: &[Entity],
    names: &Names,
    words: &Words,
    found: &mut Vec<EntityMention>,
) {
    found.sort_by_key(|mention| mention.words.start);
    let seen = Seen::new(entities, names, words, found);
    let mut near = Vec::new();
    let mut at = 0;
    while at + 1 < words.len() {
        if let Some(mention) = seen.pair(at) {
            at = mention.words.end;
            near.push(mention);
        } else {
            at += 1;
        }
    }
    let mut taken = vec![false; words.len()];
    for mention in found.iter().chain(&near) {
        taken[mention.words.clone()].fill(true);
    }
    let surnames: Vec<(usize, String)> = near
        .iter()
        .filter_map(|mention| {
            let person = names.person(mention.entity)?;
            let at = if person.family_first {
                mention.words.start
            } else {
                mention.words.end - 1
            };
            (words.at(at) != person.family).then(|| (mention.entity, words.at(at).to_owned()))
        })
        .collect();
    let mut again: BTreeMap<&str, usize> = BTreeMap::new();
    for (entity, surname) in &surnames {
        again.entry(surname).or_insert(*entity);
    }
    for (i, taken) in taken.into_iter().enumerate() {
        if !capital(words, i) || taken {
            continue;
        }
        let entity = again.get(words.at(i)).copied().or_else(|| seen.alone(i));
        if let Some(entity) = entity {
            near.push(EntityMention {
                entity,
                words: i..i + 1,
                how: How::Near,
            });
        }
    }
    let pairs = near
        .iter()
        .filter(|mention| mention.words.len() > 1)
        .count();
    // A text that breaks off in the middle of a name has it as far as it goes.
    near.retain(|mention| {
        let last = mention.words.end - 1;
        let cut = || {
            names.person(mention.entity).is_some_and(|person| {
                !person.family_first
                    && person.family != words.at(last)
                    && person.family.starts_with(words.at(last))
            })
        };
        last + 1 < words.len() || !cut()
    });
    // «al-Haddad» within «Sameera al-Haddad» is no right name of its own.
    found.retain(|mention| {
        let before = near[..pairs].partition_point(|near| near.words.start < mention.words.start);
        before == 0 || near[before - 1].words.end < mention.words.end
    });
    found.append(&mut near);
    found.sort_by_key(|mention| mention.words.start);
    found
        .dedup_by(|later, earlier| later.words.start < earlier.words.end && later.how == How::Near);
}

fn capital(words: &Words, i: usize) -> bool {
    words.is_capital(i)
}

/// What a search looks at.
struct Seen<'s> {
    entities: &'s [Entity],
    names: &'s Names,
    words: &'s Words,
    /// Right names, in order.
    found: &'s [EntityMention],
    /// Of each entity: whether the source also writes its name right.
    told: Vec<bool>,
    /// Words that the source also writes in lower case.
    ordinary: BTreeSet<&'s str>,
}

impl<'s> Seen<'s> {
    fn new(
        entities: &'s [Entity],
        names: &'s Names,
        words: &'s Words,
        found: &'s [EntityMention],
    ) -> Self {
        let mut told = vec![false; entities.len()];
        for mention in found {
            told[mention.entity] |= matches!(mention.how, How::Full | How::Surname | How::Also);
        }
        let lower = (0..words.len()).filter(|&i| !capital(words, i));
        Self {
            entities,
            names,
            words,
            found,
            told,
            ordinary: lower.map(|i| words.at(i)).collect(),
        }
    }

    /// The right names of which some word is in `range`.
    fn taken(&self, range: Range<usize>) -> impl Iterator<Item = &'s EntityMention> {
        let from = self
            .found
            .partition_point(|mention| mention.words.end <= range.start);
        self.found[from..]
            .iter()
            .take_while(move |mention| mention.words.start < range.end)
    }

    /// Two or more capitalised words that may be a person's name, wrongly written.
    fn pair(&self, at: usize) -> Option<EntityMention> {
        self.long(at).or_else(|| {
            shapes(self.words, at)
                .into_iter()
                .find_map(|shape| self.fitting(at, &shape))
        })
    }

    /// The full name of somebody, of three words or more, with one of them wrongly written.
    fn long(&self, at: usize) -> Option<EntityMention> {
        self.names.long().find_map(|(entity, person, name)| {
            let written = long::find(name, self.words, at)?;
            let role = || self.role_before(at, entity);
            let taken = || self.taken(written.words.clone());
            let told = || (self.told[entity] || role()) && taken().next().is_none();
            let anothers = |mention: &EntityMention| mention.entity != entity;
            let slip = written.is_short_slip(person, self.words) && told()
                || written.is_slip(person, role) && !taken().any(anothers);
            let last = written.words.end - 1;
            let genitive = || is_genitive(self.words, last, &person.family);
            (slip && !another(self.words, last) && !genitive()).then(|| EntityMention {
                entity,
                words: written.words.clone(),
                how: How::Near,
            })
        })
    }

    /// The person whose name two parts are, wrongly written.
    fn fitting(&self, at: usize, shape: &Shape) -> Option<EntityMention> {
        let Self {
            entities,
            names,
            words,
            ..
        } = *self;
        let last = shape.end - 1;
        let part = |mention: &EntityMention| matches!(mention.how, How::Surname | How::Given);
        // A right name that the words go on from is whole; «al-Haddad» within «Sameera al-Haddad» is not.
        if self
            .taken(at..shape.end)
            .any(|mention| !part(mention) && mention.words.start <= at)
        {
            return None;
        }
        let mut best: Option<(usize, f64)> = None;
        for index in 0..entities.len() {
            let anothers = |mention: &EntityMention| !part(mention) && mention.entity != index;
            if let Some(person) = names.person(index)
                && !self.taken(at..shape.end).any(anothers)
                && let Some(score) = self.likeness(at, shape, index, person)
                && best.is_none_or(|(_, best)| best < score)
            {
                best = Some((index, score));
            }
        }
        let (entity, _) = best?;
        let ordinary = self.ordinary.contains(shape.second.as_str()) && words.at(last).len() > 3;
        let genitive = is_genitive(words, last, &names.person(entity)?.family);
        (!genitive && !ordinary).then_some(EntityMention {
            entity,
            words: at..shape.end,
            how: How::Near,
        })
    }

    /// How much two parts are like the name of a person, if they are like enough to be nobody else's.
    fn likeness(&self, at: usize, shape: &Shape, index: usize, person: &Person) -> Option<f64> {
        let (first, second) = (shape.first.as_str(), shape.second.as_str());
        let entity = &self.entities[index];
        let own = || {
            let parts = person.given.iter().map(String::as_str);
            parts.filter(|part| !PARTICLES.has(part))
        };
        // «Kuang-ming» is one given name; «John Fitzgerald» are two.
        if own().count() != 1 && !entity.name.contains('-') {
            return None;
        }
        let given = &own().collect::<String>();
        let (family, name) = if person.family_first {
            (first, second)
        } else {
            (second, first)
        };
        let right = (family == person.family, given == name);
        // Neither part is right, and nothing else says who it is.
        let role = self.role_before(at, index);
        if right == (true, true) || right == (false, false) && !role {
            return None;
        }
        // Another known name fits: it is that one, or nobody's.
        let known = (0..self.entities.len()).any(|other| {
            other != index
                && self
                    .names
                    .person(other)
                    .is_some_and(|other| other.family == family && other.given.concat() == name)
        });
        // «the founder Bankman-Fried»: a right part of the name, which is of two words.
        let whole = entity
            .name
            .split_whitespace()
            .any(|part| part.contains('-') && crate::eval::words::fold(part) == [first, second]);
        if known || whole {
            return None;
        }
        let (words, last) = (self.words, shape.end - 1);
        let like = (alike(given, name), alike(&person.family, family));
        let enough = match (right.0, role) {
            // «Anthony Blinken»: the family name is right and rare enough.
            (true, true) => like.0 >= 0.5,
            (true, false) if given.len().min(name.len()) <= 3 => {
                in_slot(words, at)
                    && (like.0 >= 0.94
                        || like.0 >= 0.5 && self.told[index] && !appositive(words, last))
            }
            (true, false) => {
                like.0 >= 0.75
                    && same_initial(given, name)
                    && !pair_of_names(given, name)
                    && !another(words, last)
            }
            // «Antony Blinkin»
            (false, true) => like.0 >= 0.6 && like.1 >= 0.6,
            (false, false) => {
                // «Chin Gang»: the same sound in another spelling; «Antony Blinkin»: a long name but for a letter.
                let sounds = self.told[index] && sound(family) == sound(&person.family);
                let letters = like.1 >= 0.8 && person.family.len() >= 5;
                right.1 && (sounds || letters) && !another(words, last)
            }
        };
        enough.then_some(like.0 + like.1)
    }

    /// One long capitalised word that is a family name but for a letter: «Blinkin».
    fn alone(&self, at: usize) -> Option<usize> {
        let Self { names, words, .. } = *self;
        let word = words.at(at);
        if word.len() < 6 || self.ordinary.contains(word) || !capital(words, at) {
            return None;
        }
        // After a capitalised given name it is somebody else's family name, unless `pair` has taken it.
        if words.gap(at) == Gap::Space
            && words.gap(at.wrapping_sub(1)) != Gap::Sentence
            && words.gap(at.wrapping_sub(1)) != Gap::Break
            && capital(words, at.wrapping_sub(1))
            && !person::is_title(words.near(at, -1))
            && self
                .taken(at - 1..at)
                .all(|mention| mention.words.end != at)
        {
            return None;
        }
        let mut fit = None;
        for (index, person) in (0..)
            .map_while(|i| (i < names.len()).then_some(i))
            .filter_map(|i| Some((i, names.person(i)?)))
        {
            if person.family.len() >= 6
                && person.family != word
                && self.told[index]
                && strsim::osa_distance(&person.family, word) == 1
                && word != format!("{}s", person.family)
            {
                if fit.is_some() {
                    return None;
                }
                fit = Some(index);
            }
        }
        fit
    }

    /// Whether a role, title or right name of the person stands right before.
    fn role_before(&self, at: usize, entity: usize) -> bool {
        let words = self.words;
        self.taken(at.saturating_sub(2)..at).any(|mention| {
            mention.entity == entity
                && mention.how == How::Also
                && mention.words.end <= at
                && at - mention.words.end <= 1
                && words.get(mention.words.start).map(|word| word.sentence)
                    == words.get(at).map(|word| word.sentence)
                && (mention.words.end == at || person::is_title(words.at(mention.words.end)))
        })
    }
}

/// «meeting with», «talks with», «met», «between … and»: where a participant's name is due.
fn in_slot(words: &Words, at: usize) -> bool {
    const MEET: &Table = table![
        "meeting",
        "talks",
        "met",
        "meet",
        "discussions",
        "session",
        "conversation",
        "summit",
    ];
    let before = words.near(at, -1);
    let two = words.near(at, -2);
    (before == "with" && MEET.has(two)) || MEET.has(before) || before == "between"
}

/// «Wang Yu, a lawyer»: words that say who this is.
fn appositive(words: &Words, last: usize) -> bool {
    words.gap(last + 1) == Gap::Comma
        && matches!(
            words.near(last, 1),
            "a" | "an" | "the" | "who" | "whose" | "his" | "her" | "another"
        )
}

/// «Peter Lunds advisers»: a genitive that lost its apostrophe, and the thing it owns. «Peter Lunds said» is a slip.
fn is_genitive(words: &Words, last: usize, family: &str) -> bool {
    let next = last + 1;
    let plain = words.at(last).strip_suffix('s') == Some(family)
        && words.gap(next) == Gap::Space
        && words.is_small(next);
    plain
        && words.get(last).is_some_and(|word| {
            let sentence = words.of_sentence(word.sentence as usize);
            tag(words, sentence, &[], false)
                .iter()
                .find(|token| token.words.contains(&next))
                .is_some_and(|token| {
                    // «Peter Lunds 16th goal», «Peter Lunds 2013 speech»
                    matches!(
                        token.tag,
                        Tag::Noun | Tag::Adjective | Tag::Number | Tag::Value | Tag::Time
                    )
                })
        })
}

/// «Samir» and «Samira», «Daniel» and «Daniela»: two names, not one and a slip of it.
fn pair_of_names(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    long.strip_prefix(short)
        .is_some_and(|ending| matches!(ending, "a" | "e" | "ine" | "ina" | "elle" | "la" | "o"))
}

/// «Joanna Keller, his sister»: a relative of somebody, and so nobody known.
fn another(words: &Words, last: usize) -> bool {
    words.gap(last + 1) == Gap::Comma
        && matches!(
            words.near(last, 1),
            "a" | "an" | "his" | "her" | "another" | "whose" | "their"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::names::tests::entity;
    use crate::span::Span;

    fn near(text: &str) -> Vec<String> {
        near_of(
            &[
                entity("blinken", "Antony Blinken", None, &["secretary of state"]),
                entity("wang", "Wang Yi", Some("Wang"), &["top diplomat"]),
                entity("qin", "Qin Gang", Some("Qin"), &["foreign minister"]),
                entity("xi", "Xi Jinping", Some("Xi"), &["Chinese president"]),
            ],
            text,
        )
    }

    fn near_of(entities: &[Entity], text: &str) -> Vec<String> {
        let names = Names::new(entities);
        let words = Words::read(text, std::iter::once(Span::new(0, text.len())));
        let mut found = names.find(entities, text, &words);
        find(entities, &names, &words, &mut found);
        found
            .into_iter()
            .filter(|mention| mention.how == How::Near)
            .map(|mention| {
                let span = words.span(mention.words.clone());
                format!("{}: {}", entities[mention.entity].id, span.of(text))
            })
            .collect()
    }

    #[test]
    fn near_misses_in_the_slot_are_found() {
        assert_eq!(
            near("Secretary of state Anthony Blinken came."),
            ["blinken: Anthony Blinken"]
        );
        assert_eq!(
            near("He saw Anthony Blinken."),
            ["blinken: Anthony Blinken"]
        );
        assert_eq!(
            near("China's top diplomat Wang Ye came."),
            ["wang: Wang Ye"]
        );
        assert_eq!(
            near("Chinese president Xi Jingping came."),
            ["xi: Xi Jingping"]
        );
        assert_eq!(
            near("The foreign minister Chin Kang came. Then Chin left."),
            ["qin: Chin Kang", "qin: Chin"]
        );
        assert_eq!(
            near("Wang Yi came. The meeting with Wang Ye was long."),
            ["wang: Wang Ye"]
        );
        assert_eq!(
            near("Antony Blinken came. Later Blinkin left."),
            ["blinken: Blinkin"]
        );
    }

    #[test]
    fn one_wrong_word_of_a_long_name_is_found() {
        let entities = [
            entity(
                "vale",
                "Ursula von der Vale",
                None,
                &["von der Vale", "commissioner"],
            ),
            entity(
                "demir",
                "Recep Tayyip Demir",
                None,
                &["Demir", "Arden's president"],
            ),
            entity("han", "Han Jong Un", Some("Han"), &["Boral's leader"]),
        ];
        for (text, found) in [
            (
                "Ursula van der Vale came.",
                vec!["vale: Ursula van der Vale"],
            ),
            ("Recep Tayip Demir came.", vec!["demir: Recep Tayip Demir"]),
            (
                "Arden's president Recip Tayyip Demir came.",
                vec!["demir: Recip Tayyip Demir"],
            ),
            ("Boral's leader Han Jon Un came.", vec!["han: Han Jon Un"]),
            // Without the role it may be a brother.
            ("Han Jon Un came.", vec![]),
            (
                "Han Jong Il came before Boral's leader Han Jong Un.",
                vec![],
            ),
            ("Ursula von der Vale came with Recep Tayyip Demir.", vec![]),
            ("Recep Tayip Demir University opened.", vec![]),
            ("Recep Tayyip Demirci, a baker, came.", vec![]),
            ("Boral's leader Han Sung Un came.", vec![]),
        ] {
            assert_eq!(near_of(&entities, text), found, "{text}");
        }
    }

    #[test]
    fn another_person_is_not_a_misspelling() {
        for text in [
            "Wang Yi came. He met Wang Yu, a lawyer.",
            "Then Wang Wenbin spoke for the ministry.",
            "Anthony Albanese met Antony Blinken.",
            "The foreign minister Sergei Lavrov met Qin Gang.",
            "The foreign minister Penny Wong met Wang Yi.",
            "Wang Yi came, and so did Wang Yu.",
            "He told Antony Blinken of the Blinkered View.",
        ] {
            assert!(near(text).is_empty(), "{text}: {:?}", near(text));
        }
    }
}
