//! Who is who in a sentence, seen from the participants of an event.
//!
//! In: a phrase, and the participants. Out: whether it is one of them, somebody else, a pronoun or description that stands for
//! them, or nobody. Whether an event word is theirs is for [`super::slots`].

mod antecedent;
mod called;

use std::ops::Range;

pub(crate) use self::called::Called;
use super::gazetteer;
use super::person;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Noun;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

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
    /// Whether any one of them tells the event they take part in.
    one_sided: bool,
}

impl<'s> WhoIs<'s> {
    /// Of the sentence at `index`, asked for `who`.
    pub(crate) fn new(scene: &'s Scene<'s>, index: usize, who: &'s [usize]) -> Self {
        let sentence = scene.syntax(index);
        Self {
            scene,
            sentence,
            index,
            who,
            one_sided: false,
        }
    }

    /// Of the sentence at `index`, asked for the participants of an event.
    pub(crate) fn of_event(scene: &'s Scene<'s>, index: usize, event: EventIndex) -> Self {
        Self {
            one_sided: scene.plan.events[event].one_sided,
            ..Self::new(scene, index, &scene.story.events[event].who)
        }
    }

    /// The same participants in another sentence.
    pub(super) fn in_sentence(&self, index: usize) -> Self {
        Self {
            one_sided: self.one_sided,
            ..Self::new(self.scene, index, self.who)
        }
    }

    /// How many of the participants a clause must name: of two people or bodies both, of a thing and its parts any, and of an event
    /// that takes no two any.
    pub(crate) fn needed(&self) -> usize {
        if self.one_sided {
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
            let nation = self.scene.words.is_capital(noun.head)
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
        if let Some(holder) = self.holder(phrase) {
            return holder;
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

    /// «Secretary of State Ines Hale», «Bank of Arden governor Idris Kao»: whose name ends the phrase behind «of», where that
    /// phrase goes on with what it is the office of. «The wife of president Kao» is another.
    fn holder(&self, phrase: usize) -> Option<Who> {
        let words = self.scene.words;
        let head = self.sentence.noun(phrase)?.head;
        if !words.get(head)?.capital {
            return None;
        }
        let of = (phrase + 1..self.sentence.phrases.len()).find(|&other| {
            let other = &self.sentence.phrases[other];
            other.after == Some(phrase) && other.preposition_is_of
        })?;
        let of = self.sentence.phrases[of].words.clone();
        let named = self.scene.entities_in(of.clone()).find(|mention| {
            mention.words.end == of.end
                && self.scene.story.entities[mention.entity].kind == EntityKind::Person
        })?;
        let office = of.start..named.words.start;
        let titled = office.clone().all(|at| person::is_title(words.at(at)));
        (!titled && words.get(office.start)?.capital).then(|| {
            if self.who.contains(&named.entity) {
                Who::Own
            } else {
                Who::Other
            }
        })
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
        matches!(
            self.scene.head_of(self.sentence, phrase),
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
            Tag::Pronoun => match self.scene.words.at(noun.head) {
                // «her first trip there», but not «there were»
                "there" if self.sentence.phrases[phrase].place != Place::Subject => Who::Nobody,
                _ => Who::Pronoun,
            },
            Tag::Name => {
                let name: Vec<&str> = words
                    .clone()
                    .filter(|&word| self.scene.words.is_capital(word))
                    .map(|word| self.scene.words.at(word))
                    .collect();
                if gazetteer::known(&name.join(" ")) {
                    Who::Nobody
                } else {
                    Who::Other
                }
            }
            _ => self.common_noun(words, noun),
        }
    }

    /// Who a phrase with a common noun for its head is.
    fn common_noun(&self, words: Range<usize>, noun: &Noun) -> Who {
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
                    "second" | "another" | "other" | "third" | "different" | "earlier" | "previous"
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
        if self.is_brought(noun, owned) {
            return Who::Own;
        }
        // «the union's members» act for it.
        let members = owned && is_member(self.scene.words.at(noun.head));
        match named {
            Some(mention)
                if members
                    && self.who.contains(&mention.entity)
                    && self.scene.story.entities[mention.entity].kind == EntityKind::Body =>
            {
                Who::Own
            }
            // «the Jeju Air plane» is it, «Biden's aides» are not.
            Some(mention) if !owned && self.who.contains(&mention.entity) => Who::Own,
            Some(_) => Who::Other,
            None if self.foreign(words.clone()) => Who::Other,
            None if noun.article == Article::Definite && noun.owner.is_none() => Who::Definite,
            None if noun.article == Article::Indefinite
                && noun.owner.is_none()
                && self.introduces(noun.head, &words) =>
            {
                Who::Own
            }
            None => Who::Indefinite,
        }
    }

    /// «A gunman opened fire», of a story that knows him as «the gunman»: who is brought in where the report begins.
    fn introduces(&self, head: usize, phrase: &Range<usize>) -> bool {
        // The first sentences, the headline among them.
        const LEAD: usize = 3;
        let word = self.scene.words.at(head);
        let other = phrase.clone().any(|at| {
            matches!(
                self.scene.words.at(at),
                "another" | "second" | "other" | "different" | "third"
            )
        });
        self.index < LEAD
            && !other
            && self.who.iter().any(|&who| {
                let entity = &self.scene.story.entities[who];
                matches!(entity.kind, EntityKind::Person | EntityKind::Thing)
                    && self.scene.plan.called.is_role(who, word)
            })
    }

    /// «Putin's plane landed»: it brings him. «The ship's owner paid»: for the ship.
    fn is_brought(&self, noun: &Noun, owned: bool) -> bool {
        let head = self.scene.words.at(noun.head);
        (owned && is_carriage(head) || !owned && is_keeper(head))
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
            })
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
            written != "president" && scene.plan.called.is_strange(written)
        })
    }

    pub(crate) fn all(&self, phrases: &[usize]) -> Vec<Who> {
        phrases.iter().map(|&phrase| self.who_is(phrase)).collect()
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

    pub(super) fn owner(&self, owner: &Range<usize>) -> Who {
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

/// Who acts for the body that they belong to.
fn is_member(noun: &str) -> bool {
    matches!(
        noun,
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
