//! Who and what a source names.
//!
//! In: the entities of a story and the words of a source. Out: entity mentions in order of position, none inside
//! another, each with how it was written. Misspellings that no list holds are sought by [`super::spelling`].

use std::ops::Range;

use aho_corasick::AhoCorasick;
use aho_corasick::MatchKind;

use super::person::Person;
use super::person::is_ordinary;
use super::person::is_title;
use super::spelling::long;
use super::words;
use super::words::Gap;
use super::words::Words;
use crate::rule::Entity;
use crate::rule::EntityIndex;
use crate::value::month;

/// How an entity was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// The right name in full.
    Full,
    /// Another right name, a title, a role.
    Also,
    /// The family name alone.
    Surname,
    /// Right, but not our style.
    Style,
    /// A listed misspelling.
    Misspelt,
    /// The given name alone where a family name is known: «Jinping».
    Given,
    /// The right letters in the wrong case: «the Qin gang».
    Case,
    /// An unlisted misspelling.
    Near,
}

impl How {
    /// For people.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Full => "by the full name",
            Self::Also => "by another name or a role",
            Self::Surname => "by the family name",
            Self::Style => "right, but not in our style",
            Self::Misspelt => "misspelt, as listed",
            Self::Given => "by the given name alone",
            Self::Case => "in the wrong case",
            Self::Near => "misspelt",
        }
    }
}

/// An entity at a place of a source.
#[derive(Clone, Debug)]
pub(crate) struct EntityMention {
    /// Who or what.
    pub(crate) entity: EntityIndex,
    /// Word indices.
    pub(crate) words: Range<usize>,
    /// How it was written.
    pub(crate) how: How,
}

/// The names of one story, ready to be found.
#[derive(Debug)]
pub(crate) struct Names {
    finder: AhoCorasick,
    entries: Vec<Entry>,
    people: Vec<Option<Person>>,
    /// Of people with a name of many words: its words.
    long: Vec<(EntityIndex, Vec<String>)>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    entity: EntityIndex,
    how: How,
    /// Whether the pattern is one word that is the person's family name.
    family: bool,
    /// Whether the rule writes it in capitals only.
    acronym: bool,
    /// Whether it is a description with its article: «the captain».
    described: bool,
}

/// «a former army captain»: an article or a pronoun before the noun makes it another one than «the captain».
fn is_one_of_many(words: &Words, at: usize) -> bool {
    for back in 0..8 {
        let Some(before) = at.checked_sub(back + 1) else {
            return false;
        };
        if words.gap(before + 1) > Gap::Hyphen {
            return false;
        }
        match words.at(before) {
            "a" | "an" | "another" | "any" | "every" | "each" | "no" | "some" | "other" => {
                return true;
            }
            "the" | "this" | "that" | "of" | "in" | "on" | "at" | "by" | "with" | "for" | "to"
            | "from" | "and" | "or" | "who" | "which" | "when" | "as" | "was" | "is" | "were"
            | "said" => return false,
            _ => {}
        }
    }
    false
}

/// «on May 9», «by June 2019», «in April»: a family name that is a month here.
fn is_month(words: &Words, range: &Range<usize>) -> bool {
    let figure = |word: &str| {
        !word.is_empty() && word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit())
    };
    month(words.at(range.start)).is_some()
        && (figure(words.near(range.start, 1))
            || figure(words.near(range.start, -1))
            || matches!(
                words.near(range.start, -1),
                "in" | "last" | "next" | "since" | "until" | "early" | "late" | "mid"
            ))
}

/// The names to be found, while they are gathered.
struct Index<'e> {
    entities: &'e [Entity],
    people: &'e [Option<Person>],
    patterns: Vec<String>,
    /// Whose each pattern is, and how.
    entries: Vec<Entry>,
}

impl Index<'_> {
    /// The right name, and what is written without its marks: «Oesterberg» is Österberg.
    fn add_full(&mut self, entity: usize) {
        let known = &self.entities[entity];
        self.add(&known.name, entity, How::Full);
        for name in std::iter::once(&known.name).chain(&known.also) {
            if let Some(spelt) = spelt_out(name) {
                let full = *name == known.name;
                self.add(&spelt, entity, if full { How::Full } else { How::Also });
            }
        }
    }

    /// What the rule lists.
    fn add_listed(&mut self, entity: usize) {
        let known = &self.entities[entity];
        for (names, how) in [
            (&known.misspelt, How::Misspelt),
            (&known.also, How::Also),
            (&known.style, How::Style),
        ] {
            for name in names {
                self.add(name, entity, how);
            }
        }
    }

    /// «Premier Li» before «Qiang» is the full name with its title.
    fn add_titled(&mut self, entity: usize) {
        let known = &self.entities[entity];
        let full = words::fold(&known.name);
        for name in &known.also {
            let listed = words::fold(name);
            let joined = (1..full.len())
                .find(|&shared| listed.len() > shared && listed.ends_with(&full[..shared]))
                .map(|shared| [&listed[..], &full[shared..]].concat().join(" "));
            if let Some(joined) = joined {
                self.add(&joined, entity, How::Full);
            }
        }
    }

    /// A family name that only one person has, and given names that the rule tells from it.
    fn add_parts(&mut self, entity: usize) {
        let people = self.people;
        let Some(person) = &people[entity] else {
            return;
        };
        let mut others = people.iter().flatten();
        if others.all(|other| std::ptr::eq(other, person) || other.family != person.family) {
            self.add(&person.family, entity, How::Surname);
        }
        if person.declared && person.given.iter().all(|word| word.len() > 3) {
            self.add(&person.given.join(" "), entity, How::Given);
        }
    }

    fn add(&mut self, name: &str, entity: usize, how: How) {
        let folded = words::fold(name);
        if folded.is_empty() {
            return;
        }
        let person = self.people[entity].as_ref();
        let family = folded.len() == 1 && person.is_some_and(|person| person.family == folded[0]);
        // «the Pope» and «Pope» are one name.
        let form = match folded.split_first() {
            Some((first, rest)) if first == "the" && !rest.is_empty() => rest,
            _ => &folded,
        };
        let pattern = words::phrase(form);
        if self.patterns.contains(&pattern) {
            return;
        }
        // «King Mohammed VI» holds the full name, and shows how it is written.
        let full = words::fold(&self.entities[entity].name);
        let whole =
            how == How::Also && full.len() > 1 && form.windows(full.len()).any(|part| part == full);
        let how = if whole { How::Full } else { how };
        self.patterns.push(pattern);
        self.entries.push(Entry {
            entity,
            how: if family { How::Surname } else { how },
            family,
            acronym: name.chars().all(|c| !c.is_lowercase()),
            described: name
                .strip_prefix("the ")
                .is_some_and(|rest| rest.starts_with(char::is_lowercase)),
        });
    }
}

impl Names {
    /// Prepares the names of `entities`. Where two have one name, it is the one's that is added first: full names go before the
    /// listed ones, and those before what is made of them.
    pub(crate) fn new(entities: &[Entity]) -> Self {
        let people: Vec<_> = entities.iter().map(Person::of).collect();
        let mut index = Index {
            entities,
            people: &people,
            patterns: Vec::new(),
            entries: Vec::new(),
        };
        for entity in 0..entities.len() {
            index.add_full(entity);
        }
        for entity in 0..entities.len() {
            index.add_listed(entity);
        }
        for entity in 0..entities.len() {
            index.add_titled(entity);
        }
        for entity in 0..entities.len() {
            index.add_parts(entity);
        }
        let Index {
            patterns, entries, ..
        } = index;
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .expect("names are short");
        let long = (0..entities.len())
            .filter(|&entity| people[entity].is_some())
            .filter_map(|entity| Some((entity, long::name(&entities[entity])?)))
            .collect();
        Self {
            finder,
            entries,
            people,
            long,
        }
    }

    /// People whose full names have many words, with the words.
    pub(crate) fn long(&self) -> impl Iterator<Item = (EntityIndex, &Person, &[String])> {
        self.long
            .iter()
            .filter_map(|(entity, name)| Some((*entity, self.person(*entity)?, name.as_slice())))
    }

    /// How many entities there are.
    pub(crate) fn len(&self) -> usize {
        self.people.len()
    }

    /// The person that an entity is.
    pub(crate) fn person(&self, entity: EntityIndex) -> Option<&Person> {
        self.people.get(entity)?.as_ref()
    }

    /// Finds every listed name in `words`.
    pub(crate) fn find(
        &self,
        entities: &[Entity],
        text: &str,
        words: &Words,
    ) -> Vec<EntityMention> {
        let mut found = Vec::new();
        for hit in self.finder.find_iter(words.folded()) {
            let entry = self.entries[hit.pattern().as_usize()];
            let mut range = words.of_match(hit.start(), hit.end());
            let mut how = entry.how;
            if entry.described && is_one_of_many(words, range.start) {
                continue;
            }
            // «WHO» is no «who».
            if entry.acronym && range.len() == 1 {
                let written = words.span(range.clone()).of(text);
                if !written.chars().any(char::is_uppercase)
                    || (is_ordinary(words.at(range.start))
                        && written.chars().any(char::is_lowercase))
                {
                    continue;
                }
            }
            if entry.family && is_month(words, &range) {
                continue;
            }
            if let Some(person) = self.person(entry.entity) {
                if entry.family || how == How::Given {
                    match self.whole(person, words, range.clone(), how) {
                        Whole::Else => continue,
                        Whole::Alone if !words.is_capital(range.start) => {
                            continue;
                        }
                        Whole::Alone => {}
                        Whole::Full(full) => {
                            range = full;
                            how = How::Full;
                        }
                    }
                }
                if how == How::Full && wrong_case(&entities[entry.entity].name, text, words, &range)
                {
                    how = as_listed(&entities[entry.entity], words.span(range.clone()).of(text));
                }
            }
            if how == How::Also {
                range = completed(&entities[entry.entity], words, range);
            }
            found.push(EntityMention {
                entity: entry.entity,
                words: range,
                how,
            });
        }
        found
    }

    /// What the words around a family name make of it.
    fn whole(&self, person: &Person, words: &Words, range: Range<usize>, how: How) -> Whole {
        let at = range.start;
        let sentence = words.of_sentence(words.get(at).map_or(0, |word| word.sentence as usize));
        let close = |gap: Gap| gap == Gap::Space;
        let given = |word: &str| person.given.iter().any(|given| given == word);
        let capital = |i: usize| words.is_capital(i);
        if person.family_first {
            // «Zhou Guangming» is not Zhao Guangming, whose given name this is.
            let before = at.wrapping_sub(1);
            if how == How::Given
                && at > sentence.start
                && close(words.gap(at))
                && capital(before)
                && !title_case(words, &sentence)
                && !is_title(words.at(before))
                && !self.is_name(words.at(before))
            {
                return Whole::Else;
            }
            let next = range.end;
            if next < sentence.end
                && close(words.gap(next))
                && capital(next)
                && !title_case(words, &sentence)
                && !is_title(words.at(next))
                && !self.is_name(words.at(next))
            {
                return Whole::Else;
            }
            return Whole::Alone;
        }
        // «Antony John Blinken», «Antony J. Blinken»
        for back in 2..=3 {
            if at >= sentence.start + back
                && given(words.at(at - back))
                && (at - back + 1..=at).all(|i| close(words.gap(i)) && capital(i))
                // «Kim Jung Un» has another name where «Kim Jong Un» has its own.
                && (at - back + 1..at)
                    .all(|i| person.given.len() < 2 || given(words.at(i)) || words.at(i).len() == 1)
            {
                return Whole::Full(at - back..range.end);
            }
        }
        // «Winnie Madikizela-Mandela» is somebody else: a given name, and half of a double name.
        let double = at > sentence.start + 1
            && words.gap(at) == Gap::Hyphen
            && capital(at - 1)
            && capital(at - 2)
            && close(words.gap(at - 1))
            && !self.is_name(words.at(at - 1))
            && !is_title(words.at(at - 2));
        if double && !title_case(words, &sentence) {
            return Whole::Else;
        }
        if at > sentence.start
            && close(words.gap(at))
            && capital(at - 1)
            && !title_case(words, &sentence)
            && !is_title(words.at(at - 1))
            && !self.is_name(words.at(at - 1))
            && words.at(at - 1).len() > 1
            && at - 1 > sentence.start
        {
            return Whole::Else;
        }
        Whole::Alone
    }

    /// Whether a word is part of a person's name in this story, so that «Xi Blinken» in a headline is two people.
    fn is_name(&self, word: &str) -> bool {
        self.people
            .iter()
            .flatten()
            .any(|person| person.family == word)
    }
}

/// What the rule makes of a writing that differs from the name in capitals or hyphens alone: as right as the name where
/// it is listed, not its style, or wrong.
fn as_listed(entity: &Entity, written: &str) -> How {
    let lists = |names: &[String]| names.iter().any(|name| name == written);
    if lists(&entity.also) {
        How::Full
    } else if lists(&entity.style) {
        How::Style
    } else {
        How::Case
    }
}

/// The name with its marked letters written as two, as German and the Nordic languages do: «Müller», «Mueller».
pub(crate) fn spelt_out(name: &str) -> Option<String> {
    let two = |c: char| match c {
        'ä' | 'æ' => Some("ae"),
        'ö' | 'ø' => Some("oe"),
        'ü' => Some("ue"),
        'å' => Some("aa"),
        'ß' => Some("ss"),
        'Ä' | 'Æ' => Some("Ae"),
        'Ö' | 'Ø' => Some("Oe"),
        'Ü' => Some("Ue"),
        'Å' => Some("Aa"),
        _ => None,
    };
    if !name.chars().any(|c| two(c).is_some()) {
        return None;
    }
    let mut out = String::new();
    for c in name.chars() {
        match two(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    Some(out)
}

enum Whole {
    /// The family name stands alone.
    Alone,
    /// It is part of the full name.
    Full(Range<usize>),
    /// It is somebody else's.
    Else,
}

/// Whether a sentence is a headline In Title Case, where capitals tell nothing.
pub(crate) fn title_case(words: &Words, sentence: &Range<usize>) -> bool {
    let long = sentence.clone().filter(|&i| {
        words.at(i).len() > 3 && !words.at(i).starts_with(|c: char| c.is_ascii_digit())
    });
    let (mut all, mut capital) = (0, 0);
    for i in long {
        all += 1;
        capital += usize::from(words.is_capital(i));
    }
    all >= 4 && capital * 10 >= all * 8
}

/// «Qin gang»: a word in lower case where the name has a capital, beside one that has it.
fn wrong_case(name: &str, text: &str, words: &Words, range: &Range<usize>) -> bool {
    let written = words.span(range.clone()).of(text);
    let expected: Vec<bool> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.starts_with(char::is_uppercase))
        .collect();
    let capitals: Vec<bool> = range
        .clone()
        .filter_map(|i| words.get(i).map(|word| word.capital))
        .collect();
    capitals.len() == expected.len()
        && capitals.iter().any(|&capital| capital)
        && written.chars().any(char::is_lowercase)
        && expected
            .iter()
            .zip(&capitals)
            .any(|(want, is)| *want && !is)
}

/// «Chairman Kim Jong Un», where «Chairman Kim» is one of his names: the rest of his name belongs to it.
fn completed(entity: &Entity, all: &Words, range: Range<usize>) -> Range<usize> {
    let goes_on = |at: usize| matches!(all.gap(at), Gap::Space | Gap::Hyphen) && all.is_capital(at);
    if !goes_on(range.end) {
        return range;
    }
    let last = all.at(range.end - 1);
    let rest = std::iter::once(&entity.name)
        .chain(&entity.also)
        .filter_map(|name| {
            let name = words::fold(name);
            let from = name.iter().position(|part| part == last)? + 1;
            let same = name[from..]
                .iter()
                .enumerate()
                .all(|(ahead, part)| all.near(range.end - 1, ahead.cast_signed() + 1) == part);
            same.then_some(name.len() - from)
        })
        .max()
        .unwrap_or(0);
    range.start..range.end + rest
}

#[cfg(test)]
pub(crate) mod tests;
