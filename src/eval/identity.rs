//! Who is who in a sentence, seen from the participants of an event.
//!
//! In: a phrase, and the participants. Out: whether it is one of them, somebody else, a pronoun or description that stands for
//! them, or nobody. Whether an event word is theirs is for [`super::slots`].

use std::ops::Range;

use super::gazetteer;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use crate::rule::EntityKind;

/// Who a phrase is, seen from an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A participant.
    Own,
    /// Somebody else with a name, or somebody's somebody.
    Other,
    /// «they», «it».
    Pronoun,
    /// «the two leaders», «the building».
    Definite,
    /// «a bridge», «officials».
    Indefinite,
    /// A place, a time, a value: nobody.
    Nobody,
}

/// Who is who in one sentence, seen from the participants of an event.
pub(crate) struct WhoIs<'s> {
    pub(crate) scene: &'s Scene<'s>,
    pub(crate) sentence: &'s Sentence,
    pub(crate) index: usize,
    pub(crate) who: &'s [usize],
}

impl<'s> WhoIs<'s> {
    /// Of the sentence at `index`.
    pub(crate) fn new(scene: &'s Scene<'s>, index: usize, who: &'s [usize]) -> Self {
        let sentence = scene.syntax(index);
        Self {
            scene,
            sentence,
            index,
            who,
        }
    }

    /// How many of the participants a clause must name: of two people or bodies both, of a thing and its parts any, and of an event
    /// that takes no two any.
    pub(crate) fn needed(&self) -> usize {
        let mut events = self.scene.story.events.iter().enumerate();
        let one_sided = events
            .find(|(_, event)| std::ptr::eq(event.who.as_slice(), self.who))
            .is_some_and(|(at, _)| self.scene.plan.events[at].one_sided);
        if one_sided {
            return 1;
        }
        let acting = self.who.iter().filter(|&&who| self.scene.acts(who)).count();
        acting.clamp(1, 2)
    }

    /// Whether a common noun means people, by its ending: «officials», «ministers», «union leaders», not «results».
    pub(crate) fn is_people(&self, phrase: usize) -> bool {
        const ENDINGS: &[&str] = &[
            "er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ial", "ials",
            "ian", "ians", "ant", "ants", "ent", "ents", "ive", "ives", "eat", "eats", "at", "ats",
            "king", "kings", "queen", "people", "pope", "part", "parts", "chief", "chiefs",
            "envoy", "envoys", "others",
        ];
        self.sentence.noun(phrase).is_some_and(|noun| {
            let head = self.scene.words.at(noun.head);
            // «an American», «the Japanese», but not «a plan»
            let nation = self
                .scene
                .words
                .get(noun.head)
                .is_some_and(|word| word.capital)
                && ["an", "ans", "ese"]
                    .iter()
                    .any(|ending| head.ends_with(ending));
            nation || ENDINGS.iter().any(|ending| head.ends_with(ending))
        })
    }

    /// Whether a common noun is one person.
    pub(super) fn is_person(&self, phrase: usize) -> bool {
        self.is_people(phrase)
            && self
                .sentence
                .noun(phrase)
                .is_some_and(|noun| !self.scene.words.at(noun.head).ends_with('s'))
    }

    /// Who a phrase is; «leaders of the guild» act for it.
    pub(crate) fn who_is(&self, phrase: usize) -> Who {
        let plain = self.who_plain(phrase);
        if !matches!(plain, Who::Definite | Who::Indefinite | Who::Other) {
            return plain;
        }
        if (plain != Who::Other || self.is_office(phrase))
            && let Some(name) = self.apposed_name(phrase)
        {
            return self.who_plain(name);
        }
        let acts_for = self.sentence.phrases.iter().enumerate().any(|(at, other)| {
            other.after == Some(phrase)
                && other.preposition_is_of
                && self.who_plain(at) == Who::Own
                && self.sentence.noun(at).is_some_and(|noun| {
                    self.scene
                        .entities_in(noun.head..noun.head + 1)
                        .any(|mention| {
                            self.scene.story.entities[mention.entity].kind != EntityKind::Person
                        })
                })
        });
        if acts_for { Who::Own } else { plain }
    }

    /// «The former head of the bank, Ines Hale, was …»: the name that commas set behind a subject that says what somebody is.
    fn apposed_name(&self, phrase: usize) -> Option<usize> {
        let known = &self.sentence.phrases[phrase];
        let clause = known.clause;
        let verb = self.sentence.clauses[clause].verb?;
        let before = self.sentence.chunks[verb].words.start;
        if known.place != Place::Subject || !self.is_people(phrase) && !self.is_office(phrase) {
            return None;
        }
        (phrase + 1..self.sentence.phrases.len()).find(|&other| {
            let apposed = &self.sentence.phrases[other];
            apposed.place == Place::Apposed
                && apposed.clause == clause
                && apposed.words.end <= before
                && self
                    .sentence
                    .noun(other)
                    .is_some_and(|noun| noun.tag == Tag::Name)
                && self.scene.words.gap(apposed.words.start) == super::words::Gap::Comma
        })
    }

    /// «the CEO», «the head of the bank»: an office, which the ending of its name doesn't tell.
    fn is_office(&self, phrase: usize) -> bool {
        self.sentence.noun(phrase).is_some_and(|noun| {
            matches!(
                self.scene.words.at(noun.head),
                "ceo"
                    | "cfo"
                    | "head"
                    | "boss"
                    | "secretary"
                    | "mayor"
                    | "judge"
                    | "coach"
                    | "pm"
                    | "premier"
                    | "chair"
            )
        })
    }

    /// «The 33-year-old was convicted»: an age that stands for whom was spoken of, as a pronoun does, unless somebody else
    /// was told to be of that age.
    fn is_age(&self, words: &Range<usize>) -> bool {
        let scene = self.scene;
        let the = scene.words.at(words.start) == "the";
        let aged = words.len() >= 3
            && scene.words.at(words.end - 1) == "old"
            && matches!(scene.words.at(words.end - 2), "year" | "years");
        if !the || !aged {
            return false;
        }
        let age = scene.words.at(words.end - 3);
        (0..self.sentence.words.start).all(|at| {
            scene.words.at(at) != age
                || scene
                    .entities_in(at.saturating_sub(3)..at + 6)
                    .any(|mention| self.who.contains(&mention.entity))
        })
    }

    pub(super) fn who_plain(&self, phrase: usize) -> Who {
        let Some(noun) = self.sentence.noun(phrase) else {
            return Who::Nobody;
        };
        let story = self.scene.story;
        if let Some(mention) = self.scene.entities_in(noun.head..noun.head + 1).next() {
            return if self.who.contains(&mention.entity) {
                Who::Own
            } else if story.entities[mention.entity].kind == EntityKind::Place {
                Who::Nobody
            } else {
                Who::Other
            };
        }
        // «Writers Guild of America members», «Twitter staff»: a common noun after the name.
        let words = self.sentence.phrases[phrase].words.clone();
        if self.is_age(&words) {
            return Who::Pronoun;
        }
        match noun.tag {
            Tag::Time | Tag::Value | Tag::Number => Who::Nobody,
            Tag::Pronoun => Who::Pronoun,
            Tag::Name => {
                let name: Vec<&str> = words
                    .clone()
                    .filter(|&word| self.scene.words.get(word).is_some_and(|word| word.capital))
                    .map(|word| self.scene.words.at(word))
                    .collect();
                if gazetteer::known(&name.join(" ")) {
                    Who::Nobody
                } else {
                    Who::Other
                }
            }
            _ => {
                let owner = noun.owner.clone().unwrap_or(0..0);
                let thing = self.scene.entities_in(words.clone()).any(|mention| {
                    self.who.contains(&mention.entity)
                        && self.scene.story.entities[mention.entity].kind == EntityKind::Thing
                        && !owner.contains(&mention.words.start)
                });
                if thing {
                    // «a second Jeju Air plane»
                    let second = words.clone().any(|word| {
                        matches!(
                            self.scene.words.at(word),
                            "second"
                                | "another"
                                | "other"
                                | "third"
                                | "different"
                                | "earlier"
                                | "previous"
                        )
                    });
                    return if second { Who::Other } else { Who::Own };
                }
                let owned = noun.owner.as_ref().is_some_and(|owner| {
                    self.scene
                        .entities_in(owner.clone())
                        .any(|mention| self.scene.acts(mention.entity))
                });
                let named = self
                    .scene
                    .entities_in(words.clone())
                    .find(|mention| self.scene.acts(mention.entity));
                // «Putin's plane landed»: it brings him. «The ship's owner paid»: for the ship.
                let head = self.scene.words.at(noun.head);
                let brought = (owned && is_carriage(head) || !owned && is_keeper(head))
                    && noun.owner.as_ref().is_some_and(|owner| {
                        self.scene
                            .entities_in(owner.clone())
                            .last()
                            .is_some_and(|mention| {
                                self.who.contains(&mention.entity)
                                    && mention.words.end + 1 >= owner.end
                            })
                            // «his cargo plane» brings others.
                            && (owner.end..noun.head).all(|word| {
                                matches!(
                                    self.scene.words.at(word),
                                    "s" | "own" | "private" | "presidential" | "official" | "registered"
                                )
                            })
                    });
                if brought {
                    return Who::Own;
                }
                // «the union's members» act for it.
                let members = owned
                    && matches!(
                        self.scene.words.at(noun.head),
                        "members"
                            | "workers"
                            | "employees"
                            | "players"
                            | "staff"
                            | "forces"
                            | "troops"
                            | "delegates"
                            | "board"
                            | "directors"
                            | "management"
                            | "leadership"
                            | "council"
                            | "shareholders"
                            | "lawyers"
                            | "negotiators"
                            | "regulators"
                    );
                match named {
                    Some(mention)
                        if members
                            && self.who.contains(&mention.entity)
                            && story.entities[mention.entity].kind == EntityKind::Body =>
                    {
                        Who::Own
                    }
                    // «the Jeju Air plane» is it, «Biden's aides» are not.
                    Some(mention) if !owned && self.who.contains(&mention.entity) => Who::Own,
                    Some(_) => Who::Other,
                    None if self.foreign(words) => Who::Other,
                    None if noun.article == Article::Definite && noun.owner.is_none() => {
                        Who::Definite
                    }
                    None => Who::Indefinite,
                }
            }
        }
    }

    /// «the Danish minister», of a story without a Danish anything: a name before the noun that no entity has in its own.
    pub(super) fn foreign(&self, words: Range<usize>) -> bool {
        let scene = self.scene;
        words.clone().any(|at| {
            let Some(word) = scene.words.get(at).filter(|word| word.capital) else {
                return false;
            };
            if matches!(
                word.gap,
                super::words::Gap::Sentence | super::words::Gap::Hyphen
            ) {
                return false;
            }
            let written = scene.words.at(at);
            let stem: String = written.chars().take(4).collect();
            stem.chars().count() == 4
                && written != "president"
                && !scene.story.entities.iter().any(|entity| {
                    std::iter::once(&entity.name)
                        .chain(&entity.also)
                        .chain(&entity.within)
                        .any(|name| {
                            super::words::fold(name)
                                .iter()
                                .any(|part| part.starts_with(&stem))
                        })
                })
        })
    }

    pub(crate) fn all(&self, phrases: &[usize]) -> Vec<Who> {
        phrases.iter().map(|&phrase| self.who_is(phrase)).collect()
    }

    /// Whose a thing is, where that is a person or body with a name: «Ardern's resignation».
    pub(super) fn possessor(&self, phrase: usize) -> Option<Who> {
        let noun = self.sentence.noun(phrase)?;
        let owner = noun.owner.clone()?;
        let mention = self.scene.entities_in(owner).last()?;
        if noun.tag != Tag::Noun || self.is_people(phrase) || !self.scene.acts(mention.entity) {
            return None;
        }
        Some(if self.who.contains(&mention.entity) {
            Who::Own
        } else {
            Who::Other
        })
    }

    /// Whether one of the participants is named in the sentence.
    pub(crate) fn named_here(&self) -> bool {
        self.scene
            .entities_in(self.sentence.words.clone())
            .any(|mention| self.who.contains(&mention.entity))
    }

    pub(crate) fn strangers_here(&self) -> bool {
        (0..self.sentence.phrases.len()).any(|phrase| self.who_is(phrase) == Who::Other)
    }

    /// Whether a pronoun in `clause` stands for the participants: they are the last subjects before it.
    pub(crate) fn stands_for(&self, clause: usize) -> bool {
        let plural = self.sentence.clauses[clause]
            .subject
            .first()
            .is_some_and(|&phrase| {
                self.scene
                    .words
                    .at(self.sentence.phrases[phrase].words.start)
                    == "they"
            });
        let before = |limit: usize, sentence: &Sentence, asked: &WhoIs<'_>| -> Option<bool> {
            let mut seen = Vec::new();
            for phrase in 0..sentence.phrases.len() {
                if sentence.phrases[phrase].words.start >= limit {
                    break;
                }
                // «Ardern's resignation, which she announced»
                let one = asked
                    .possessor(phrase)
                    .unwrap_or_else(|| asked.who_is(phrase));
                if matches!(one, Who::Own | Who::Other) {
                    seen.push((sentence.phrases[phrase].place, one));
                }
            }
            let subjects: Vec<Who> = seen
                .iter()
                .filter(|(place, _)| *place == Place::Subject)
                .map(|&(_, one)| one)
                .collect();
            // «Kim told Lee when they met»: the plural takes in whoever is named.
            let all: Vec<Who> = if subjects.is_empty() || plural {
                seen.iter().map(|&(_, one)| one).collect()
            } else {
                subjects
            };
            if all.is_empty() {
                return None;
            }
            Some(all.contains(&Who::Own) && !all.contains(&Who::Other))
        };
        let first = self.sentence.clauses[clause]
            .subject
            .first()
            .map_or(self.sentence.words.start, |&phrase| {
                self.sentence.phrases[phrase].words.start
            });
        if let Some(found) = before(first, self.sentence, self) {
            return found;
        }
        for back in 1..=2 {
            let Some(index) = self.index.checked_sub(back) else {
                break;
            };
            let sentence = self.scene.syntax(index);
            let asked = WhoIs::new(self.scene, index, self.who);
            if let Some(found) = before(usize::MAX, sentence, &asked) {
                return found;
            }
        }
        false
    }

    pub(super) fn owner(&self, owner: &Range<usize>, _phrase: usize) -> Who {
        let words = self.scene.words;
        if owner.len() == 1
            && matches!(
                words.at(owner.start),
                "their" | "his" | "her" | "its" | "our" | "my" | "your"
            )
        {
            return Who::Pronoun;
        }
        if let Some(mention) = self.scene.entities_in(owner.clone()).last() {
            return if self.who.contains(&mention.entity) {
                Who::Own
            } else if self.scene.acts(mention.entity) {
                Who::Other
            } else {
                Who::Nobody
            };
        }
        let span = words.span(owner.clone());
        let time = self
            .scene
            .reading
            .mentions
            .iter()
            .any(|mention| mention.span.overlaps(span));
        if time || gazetteer::known(&joined(self.scene, owner)) {
            return Who::Nobody;
        }
        let last = words.at(owner.end - 1);
        // «the two leaders' meeting», «the company's takeover»
        let stands = matches!(words.at(owner.start), "the" | "both")
            && matches!(
                last,
                "leaders"
                    | "presidents"
                    | "pair"
                    | "two"
                    | "ministers"
                    | "men"
                    | "women"
                    | "sides"
                    | "company"
                    | "firm"
                    | "group"
                    | "country"
                    | "union"
                    | "guild"
                    | "studio"
                    | "rivals"
                    | "diplomats"
                    | "week"
                    | "month"
                    | "year"
                    | "day"
            );
        if stands { Who::Nobody } else { Who::Indefinite }
    }

    /// Whether a phrase that opens the sentence leads to a subject that is one of the participants, or their thing.
    pub(super) fn leads_to_own(&self, phrase: usize) -> bool {
        (0..self.sentence.phrases.len())
            .filter(|&other| {
                let known = &self.sentence.phrases[other];
                known.words.start > self.sentence.phrases[phrase].words.start
                    && known.place == Place::Subject
            })
            .map(|other| self.possessor(other).unwrap_or_else(|| self.who_is(other)))
            .next()
            == Some(Who::Own)
            && !(0..self.sentence.phrases.len()).any(|other| {
                let known = &self.sentence.phrases[other];
                known.words.start < self.sentence.phrases[phrase].words.start
                    && known.place == Place::Subject
            })
    }

    /// «their talks»: the last named before are the participants.
    pub(super) fn stands_for_owner(&self, phrase: usize) -> bool {
        let limit = self.sentence.phrases[phrase].words.start;
        // «Kao and Tarn met for their talks»: of a row everybody.
        let row = |one: usize| self.sentence.phrases[one].row.unwrap_or(one);
        let last = (0..self.sentence.phrases.len())
            .filter(|&other| self.sentence.phrases[other].words.start < limit)
            .map(|other| (other, self.who_is(other)))
            .rfind(|(_, one)| matches!(one, Who::Own | Who::Other))
            .map(|(at, one)| {
                let stranger =
                    (0..at).any(|other| row(other) == row(at) && self.who_is(other) == Who::Other);
                if stranger { Who::Other } else { one }
            });
        // «During his visit, Marek met …»: whoever the clause is about, where the words stand before its subject.
        let known = &self.sentence.phrases[phrase];
        let ahead: Vec<Who> = self.sentence.clauses[known.clause]
            .subject
            .iter()
            .filter(|&&subject| {
                self.sentence.phrases[subject].words.start > limit && known.preposition.is_some()
            })
            .map(|&subject| self.who_is(subject))
            .collect();
        match last {
            Some(one) => one == Who::Own,
            // «A year after his death, Mandela is everywhere»
            None if self.leads_to_own(phrase) => true,
            None if !ahead.is_empty() => ahead.iter().all(|one| *one == Who::Own),
            None => self.last_named_are_own() || self.who.len() > 1 && self.all_named(),
        }
    }

    /// Whether the sentence before names participants and nobody else.
    pub(super) fn last_named_are_own(&self) -> bool {
        let Some(index) = self.index.checked_sub(1) else {
            return false;
        };
        let asked = WhoIs::new(self.scene, index, self.who);
        asked.named_here() && !asked.strangers_here()
    }

    /// Whether the source names all participants.
    pub(super) fn all_named(&self) -> bool {
        self.who.iter().all(|who| {
            self.scene
                .entities
                .iter()
                .any(|mention| mention.entity == *who)
        })
    }
}

fn joined(scene: &Scene<'_>, range: &Range<usize>) -> String {
    let name: Vec<&str> = range
        .clone()
        .map(|word| scene.words.at(word))
        .filter(|word| !matches!(*word, "the"))
        .collect();
    name.join(" ")
}

/// Who answers for a thing.
fn is_keeper(noun: &str) -> bool {
    matches!(
        noun,
        "owner"
            | "owners"
            | "operator"
            | "operators"
            | "insurer"
            | "insurers"
            | "manager"
            | "managers"
            | "charterer"
    )
}

/// What somebody travels in.
fn is_carriage(noun: &str) -> bool {
    matches!(
        noun,
        "plane"
            | "airplane"
            | "aeroplane"
            | "aircraft"
            | "jet"
            | "airliner"
            | "helicopter"
            | "train"
            | "car"
            | "limousine"
            | "motorcade"
            | "convoy"
            | "flight"
            | "yacht"
            | "boat"
            | "entourage"
    )
}
